"""Before a dossier is open: the start screen, and recovery of a damaged file."""
