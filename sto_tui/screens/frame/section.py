"""A list within a place: which table, which columns, which rows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import field
from datetime import date
from typing import Any

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.record import Ref
from sto_tui.frozen import frozen
from sto_tui.widgets.record_list import Column, Row


def nothing_known(dossier: Dossier, at: Ref | None) -> Mapping[str, Any]:
    """A new record for which nothing can be filled in beforehand."""
    return {}


@frozen
class Offer:
    """What a row offers that is no record yet: enter makes one of it, in a form with `values` filled in.

    `name` tells the offers of a table apart, and `sentence` is spelled out under the list. With `takes_more` the
    values hold for any other record that is added there too, as the kind of the parties under a head.
    """

    table: str
    name: str
    values: Mapping[str, Any] = field(compare=False)
    sentence: str = field(compare=False)
    takes_more: bool = field(default=False, compare=False)


@frozen
class Section:
    """One list. `new` gives what can be filled in beforehand for a record that is added at a row.

    `adds` says of which table that record is, where that is not always the one of the list. `fields` are those of its
    table that its columns name.
    """

    title: str
    table: str
    columns: tuple[Column, ...]
    rows: Callable[[Dossier, date], Sequence[Row]]
    new: Callable[[Dossier, Ref | None], Mapping[str, Any]] = nothing_known
    fields: frozenset[str] = frozenset()
    adds: Callable[[Dossier, Ref | None], str] | None = None

    def table_at(self, dossier: Dossier, at: Ref | None) -> str:
        """The table of a record that is added at a row."""
        return self.adds(dossier, at) if self.adds else self.table


def group(text: str) -> Row:
    """The head of a group."""
    return Row((text,), kind="group")


def note(text: str) -> Row:
    """A sentence between the rows."""
    return Row((text,), kind="note")


BLANK = Row(kind="blank")
