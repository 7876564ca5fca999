"""What can go wrong with a file. Every message is one Dutch sentence: what, where, what to do."""

from sto_tui.domain.change import NotSavedError
from sto_tui.domain.record import Ref


class DossierError(NotSavedError):
    """A file that can't be read or written; `str()` is the sentence for the user."""


class ConflictError(NotSavedError):
    """Someone else changed the same field meanwhile. Nothing was written."""

    def __init__(self, sentence: str, ref: Ref, fields: tuple[str, ...]) -> None:
        super().__init__(sentence)
        self.ref = ref
        self.fields = fields
