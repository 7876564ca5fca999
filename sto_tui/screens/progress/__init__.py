"""Place 7, Voortgang."""
