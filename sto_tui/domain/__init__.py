"""What a dossier is: records, references, periods, changes. Imports only pydantic and the standard library."""
