"""Bringing together what was changed apart: texts, records, and whole dossiers."""
