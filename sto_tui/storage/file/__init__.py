"""The file of a dossier: its bytes, how they are written, and the copies beside it."""
