"""Place 4, Plan."""
