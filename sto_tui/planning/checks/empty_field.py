"""Records with a hole: one field that nobody filled in."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from sto_tui.domain.dossier import ref_of
from sto_tui.domain.record import Record, Ref

R = TypeVar("R", bound=Record)


def without(records: Iterable[R], field: str, says: Callable[[R], str]) -> Iterator[tuple[Ref, str]]:
    """A finding at `field` of each record in which it is empty."""
    for record in records:
        if not getattr(record, field):
            yield ref_of(record, field), says(record)
