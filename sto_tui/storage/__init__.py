"""One dossier is one JSON file, kept through TinyDB with a durable Storage of our own."""
