"""A list that names the fields it shows: a column for each, with its head and its cells from the model."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Generic, Literal, TypedDict, TypeVar, Unpack

from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.record import Record, Ref, fields_of
from sto_tui.domain.tables import BY_MODEL
from sto_tui.frozen import frozen
from sto_tui.screens.frame.section import Section, note, nothing_known
from sto_tui.widgets.record_list import Cell, Column, Row

R = TypeVar("R", bound=Record)


class Sizing(TypedDict, total=False):
    """How a column gets its width; what is not said is as in `Column`."""

    width: int
    share: int
    least: int
    align: Literal["left", "right"]
    wrap: bool
    drop: int


@frozen
class Around:
    """What a cell may read besides its record; `number` is the place of the record among the rows, from 1."""

    dossier: Dossier
    today: date
    number: int = 0


class Shown(Generic[R]):
    """A column: a field of the model, with its label as head and its value as people read it.

    `head` says another head, `cell` what stands there instead of the value, `role` in which colour, and `empty` what
    stands there when there is no value. A column without a field says its `cell`.
    """

    def __init__(
        self,
        field: str = "",
        *,
        head: str | None = None,
        cell: Callable[[R, Around], Cell] | None = None,
        role: str | Callable[[R, Around], str] = "text",
        empty: Cell = "",
        **sizing: Unpack[Sizing],
    ) -> None:
        self.field = field
        self._head = head
        self._cell = cell
        self._role = role
        self._empty = empty
        self._sizing = sizing

    def column(self, model: type[R]) -> Column:
        """The column in a list of this model. Raises TypeError when it shows nothing of it."""
        spec = fields_of(model).get(self.field)
        if spec is None and (self.field or self._cell is None):
            raise TypeError(f"{model.__name__} has no field {self.field!r} to show")
        label = spec.label if spec else ""
        return Column(label if self._head is None else self._head, **self._sizing)

    def cell(self, record: R, around: Around) -> Cell:
        """What it shows of a record."""
        if self._cell is not None:
            return self._cell(record, around)
        text = around.dossier.shown(fields_of(type(record))[self.field], record.as_shown(self.field))
        if not text:
            return self._empty
        if callable(self._role):
            return text, self._role(record, around)
        return text if self._role == "text" else (text, self._role)


class ListOf(Generic[R]):
    """A list of the records of a model: what it shows of each, and the sentence that stands there when there is none.

    Raises TypeError, so at import, when the model has no such field.
    """

    def __init__(
        self, model: type[R], *shown: Shown[R], none: str, below: Callable[[R, Around], str] | None = None
    ) -> None:
        self.model = model
        self.none = note(none)
        self.columns = tuple(shown_column.column(model) for shown_column in shown)
        self._shown = shown
        self._below = below

    def row(self, record: R, around: Around) -> Row:
        """The row of a record."""
        below = self._below(record, around) if self._below else ""
        return Row(
            tuple(shown_column.cell(record, around) for shown_column in self._shown), key=ref_of(record), below=below
        )

    def rows_of(self, records: Iterable[R], dossier: Dossier, today: date, *, first: int = 1) -> list[Row]:
        """The rows of these records, counted from `first`."""
        return [self.row(record, Around(dossier, today, number)) for number, record in enumerate(records, first)]

    def rows(self, dossier: Dossier, today: date) -> Sequence[Row]:
        """The rows of all records, or the sentence that there is none."""
        return self.rows_of(dossier.of(self.model).values(), dossier, today) or [self.none]

    def headed(self, shown: Shown[R], head: str) -> tuple[Column, ...]:
        """The columns, with another head above one of them. Raises TypeError when it is not in this list."""
        self._check_in_it((shown,))
        columns = zip(self._shown, self.columns, strict=True)
        return tuple(
            replace(column, head=head) if shown_column is shown else column for shown_column, column in columns
        )

    def other_row(self, key: Any, cells: Mapping[Shown[R], Cell]) -> Row:
        """A row of something else in the same columns, as a sum; a column that is not named stays empty.

        Raises TypeError for a column that is not in this list.
        """
        self._check_in_it(cells)
        return Row(tuple(cells.get(shown_column, "") for shown_column in self._shown), key=key)

    def place_of(self, shown: Shown[R]) -> int:
        """Where the cell of a column stands in a row. Raises TypeError when it is not in this list."""
        self._check_in_it((shown,))
        return self._shown.index(shown)

    def _check_in_it(self, shown: Iterable[Shown[R]]) -> None:
        if strangers := [column.field or "a column" for column in shown if column not in self._shown]:
            raise TypeError(f"the list of {self.model.__name__} does not show {', '.join(strangers)}")

    def section(
        self,
        title: str,
        rows: Callable[[Dossier, date], Sequence[Row]] | None = None,
        new: Callable[[Dossier, Ref | None], Mapping[str, Any]] = nothing_known,
        adds: Callable[[Dossier, Ref | None], str] | None = None,
    ) -> Section:
        """The list at a place; `rows` gives other rows than those of all records in order."""
        named = frozenset(shown_column.field for shown_column in self._shown if shown_column.field)
        return Section(title, BY_MODEL[self.model].name, self.columns, rows or self.rows, new, named, adds)
