"""What people type to name a dossier on a server; known without reading anything of servers."""

from os.path import exists


def is_served(text: str) -> bool:
    """Whether this is a dossier on a server: `almere@noord`, or an address. A file with that name goes first."""
    if text.startswith(("postgresql://", "postgres://")):
        return True
    return "@" in text and not text.endswith(".json") and not any(sign in text for sign in "/\\") and not exists(text)
