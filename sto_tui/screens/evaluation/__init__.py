"""Place 2, Evaluatie."""
