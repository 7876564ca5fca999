"""Several sessions on one dossier, and typing that was not finished."""
