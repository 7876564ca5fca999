"""What people have to choose when two copies of a dossier come together."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from sto_tui.domain.record import Record, Ref


class Copy(Enum):
    """One of the two copies that come together."""

    OURS = "ours"
    THEIRS = "theirs"


class Reason(Enum):
    """Why people have to choose."""

    BOTH_CHANGED = "both changed"
    REMOVED = "removed"


@dataclass(frozen=True)
class OpenChoice:
    """One thing that both copies changed differently, and what it is in each of them.

    Without `fields` it is about the whole record. Until it is made, a field is as it was before both changes, and what
    only one copy removed is still there.
    """

    reason: Reason
    ref: Ref
    fields: tuple[str, ...]
    ours: Record | None
    theirs: Record | None

    @property
    def key(self) -> str:
        """The same for the same choice when the copies are merged again."""
        return " ".join((self.reason.value, str(self.ref), *self.fields))


Chosen = Mapping[str, Copy]
"""The copy that was chosen, by the key of the choice."""
