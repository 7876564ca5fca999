"""Place 5, Mijlpalen."""
