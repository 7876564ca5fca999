"""Place 6, VERI."""
