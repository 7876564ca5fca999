"""Place 1, Overzicht."""
