"""Place 8, Concept."""
