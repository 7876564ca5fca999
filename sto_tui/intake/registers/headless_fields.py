"""Columns below no head that may hold a field which nobody has yet: kinds of parties, forms, years, or who does it."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from sto_tui.domain.parties import PartyKind
from sto_tui.domain.record import Choice, FieldSpec
from sto_tui.domain.text import plain
from sto_tui.intake.registers.kinds import REGISTERS, RegisterField, fields_of_register
from sto_tui.intake.registers.words import choice_of, yes_or_no
from sto_tui.intake.registers.year_cells import has_year, is_of_years
from sto_tui.intake.sheets.table_reader import Cell
from sto_tui.intake.tables.column_contents import is_date
from sto_tui.intake.tables.party_kinds import kind_of

_HALF = 0.5
_MOST_WORDS, _LONGEST = 4, 40
# What people call kinds of parties that are no kind here: which one is meant is asked then.
_KINDS_TOO = frozenset(("vo", "po", "onderwijs", "voortgezet onderwijs", "school", "scholen", "overheid", "partners"))


def headless_fields(
    about: Iterable[RegisterField], columns: Iterable[tuple[int, Sequence[Cell]]]
) -> Iterator[tuple[str, tuple[int, ...]]]:
    """The fields of these that columns without a head may hold, each with those columns; a column is asked once."""
    left = [(at, cells) for at, cells in columns if cells]
    for field in about:
        fitting = tuple(at for at, cells in left if _fits(field.spec, cells))
        left = [(at, cells) for at, cells in left if at not in fitting]
        if fitting:
            yield field.name, fitting


def _fits(spec: FieldSpec, cells: Sequence[Cell]) -> bool:
    if spec.kind == "choice":
        return _share(cells, [cell for cell in cells if _is_choice(spec, str(cell))]) >= _HALF
    if spec.kind == "date":
        return _share(cells, [cell for cell in cells if isinstance(cell, date) or is_date(cell)]) > _HALF
    if is_of_years(spec):
        return _share(cells, [cell for cell in cells if isinstance(cell, str) and has_year(cell)]) > _HALF
    return spec.name == "owner" and _share(cells, [cell for cell in cells if _is_name(cell)]) > _HALF


def _share(cells: Sequence[Cell], of_them: Sequence[Cell]) -> float:
    return len(of_them) / len(cells)


def _is_choice(spec: FieldSpec, cell: str) -> bool:
    if choice_of(cell, spec.choices) is not None:
        return True
    is_kind = {*spec.choices} == {*PartyKind}
    return is_kind and (plain(cell).strip() in _KINDS_TOO or kind_of(cell) is not PartyKind.OVERIG)


def _is_name(cell: Cell) -> bool:
    """Whether a cell may be the name of a person or a party, and no word that says something of a row: `Hoog`."""
    if not isinstance(cell, str) or not cell[:1].isupper() or len(cell) > _LONGEST:
        return False
    is_long = len(cell.split()) > _MOST_WORDS or any(map(str.isdecimal, cell))
    return not is_long and yes_or_no(cell) is None and not any(choice_of(cell, choices) for choices in _all_choices())


def _all_choices() -> Iterator[tuple[Choice, ...]]:
    for word in REGISTERS:
        yield from (field.spec.choices for field in fields_of_register(word).values() if field.spec.choices)
