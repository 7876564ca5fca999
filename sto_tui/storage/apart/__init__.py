"""Copies of one dossier that went apart: finding them, and bringing them together again."""
