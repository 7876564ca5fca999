"""What nobody filled in: a table without records, a field that is empty."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from sto_tui.domain.dossier import Dossier, list_of, ref_of
from sto_tui.domain.record import Record
from sto_tui.planning.checks.finding import MET, Found, Point, Points, missing

R = TypeVar("R", bound=Record)


def there(dossier: Dossier, table: str, hole: str) -> Point:
    """That a table has any record."""
    return MET if dossier.tables[table] else missing(list_of(table), hole)


def filled(record: Record, field: str, hole: str) -> Point:
    """That a field of a record holds something."""
    return MET if holds(record, field) else missing(ref_of(record, field), hole)


def empty(record: Record, field: str, message: str, hole: str) -> Point:
    """That a field holds something, where its being empty is wrong as well as a hole."""
    return MET if holds(record, field) else Found(ref_of(record, field), message, hole=hole)


def holds(record: Record, field: str) -> bool:
    """Whether a field of a record holds something; blanks are nothing."""
    value = getattr(record, field)
    return bool(value.strip() if isinstance(value, str) else value)


def without(records: Iterable[R], field: str, says: Callable[[R], str]) -> Points:
    """A finding at `field` of each record in which it is empty."""
    for record in records:
        if not holds(record, field):
            yield Found(ref_of(record, field), says(record))
