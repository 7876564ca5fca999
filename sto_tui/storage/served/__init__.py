"""A dossier on a server: the same changes, kept in PostgreSQL instead of in a file."""
