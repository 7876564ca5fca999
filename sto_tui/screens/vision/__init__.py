"""Place 3, Regiovisie."""
