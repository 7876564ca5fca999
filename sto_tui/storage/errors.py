"""What can go wrong with a file. Every message is one Dutch sentence: what, where, what to do."""

from sto_tui.domain.change import NotSavedError


class DossierError(NotSavedError):
    """A file that can't be read or written; `str()` is the sentence for the user."""


class DamagedError(DossierError):
    """A file that is there but can't be read as a dossier. It is left alone; an earlier copy may help."""
