"""The past of a dossier: history, and recovery from it."""
