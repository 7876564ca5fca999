"""Two dates for one end: which of them counts.

A newer one goes before what it replaces, and that is told; of others it is asked.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from sto_tui.domain import dutch
from sto_tui.domain.text import cut, plain
from sto_tui.intake.sheets.heads import head_key
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.column_kinds import ColumnDoubt, SheetColumn
from sto_tui.intake.tables.head_words import HeadKind, head_word
from sto_tui.intake.telling import Advised

_NEW_WORDS = (
    "nieuw nieuwe bijgesteld bijgestelde herzien herziene aangepast aangepaste gewijzigde actueel actuele huidig "
    "huidige verwacht verwachte prognose definitief definitieve verschoven revised new current updated expected "
    "forecast latest adjusted actualisatie bijstelling herziening verzet uitgesteld "
    "uitgestelde uitstel doorgeschoven verplaatst postponed verlengd verlengde verlenging opgeschoven extended "
    "extension"
)
_NEW = frozenset(_NEW_WORDS.split())
_OLD_WORDS = (
    "oud oude oorspronkelijk oorspronkelijke origineel originele initieel initiele vorig vorige eerdere "
    "baseline basislijn original initial previous old afgesproken begroot begrote"
)
_OLD = frozenset(_OLD_WORDS.split())
# Behind such a word these say nothing more: `verzet naar`.
_ONLY_TO = frozenset(("naar", "op", "per", "to"))
_DATES = 0.3
_ONLY_DATES = 0.6
_EMPTY = ("", "-", "–", "—")
# In a column of newer dates these say that there is none: the one that it would replace stays.
_UNCHANGED = frozenset(
    ("nvt", "nietvantoepassing", "ongewijzigd", "onveranderd", "geenwijziging", "geenwijzigingen", "gelijkgebleven",
     "blijftstaan", "blijftgelijk", "na", "unchanged", "nochange")
)  # fmt: skip
_FIELDS: Mapping[HeadKind, str] = {"start": "begin", "due": "einde"}
_TYPED: Mapping[HeadKind, str] = {"start": "--kolom Begin=", "due": "--kolom Klaar="}


@dataclass(frozen=True)
class NewerDates:
    """The columns of begin and end that go before others, and the rows in which they are complete.

    `replaced` are the columns that they go before, by those; `moved` the cells that come from these, by row.
    """

    by_kind: Mapping[HeadKind, int]
    rows: Sequence[SheetRow]
    replaced: Mapping[int, int] = field(default_factory=dict)
    moved: Mapping[tuple[int, int], int] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()
    doubts: tuple[ColumnDoubt, ...] = ()


def newer_dates(
    columns: Sequence[SheetColumn],
    rows: Sequence[SheetRow],
    answered: Mapping[HeadKind, int | None],
    typed: Mapping[HeadKind, str] = _TYPED,
) -> NewerDates:
    """Which columns count where a table has two dates for one begin or end; those that were pointed at stay.

    `typed` is what somebody types to point at such a column.
    """
    taken = [column for column in columns if column.index not in answered.values()]
    by_kind: dict[HeadKind, int] = {}
    replaced: dict[int, int] = {}
    moved: dict[tuple[int, int], int] = {}
    remarks: list[str] = []
    doubts: list[ColumnDoubt] = []
    for kind in _FIELDS:
        newer = [column for column in taken if _newer_kind(column, taken) == kind]
        if kind in answered:
            continue
        if len(newer) > 1:
            doubts.append(ColumnDoubt(kind, tuple(reversed(newer)), is_sure=True))
        base = _base(kind, taken, newer)
        if not newer:
            if len(base) > 1 and _differ(base, rows):
                doubts.append(ColumnDoubt(kind, tuple(base), is_sure=True))
            continue
        at = newer[-1].index
        by_kind[kind] = at
        filled: dict[int, SheetRow] = {}
        if base:
            replaced[at] = base[0].index
            filled = {row.number: _completed(row, at, base[0].index) for row in rows if _lacks(row, at, base[0].index)}
            moved |= {(number, at): base[0].index for number in filled}
        unchanged = {row.text(at).strip() for row in rows if row.number in filled and row.cell(at) not in _EMPTY}
        remarks.append(_told(kind, newer[-1], base, sum(of == at for _, of in moved), sorted(unchanged), typed[kind]))
        rows = [filled.get(row.number, row) for row in rows]
    return NewerDates(by_kind, rows, replaced, moved, tuple(remarks), tuple(doubts))


def _words(head: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", plain(head))


def _qualified(column: SheetColumn, qualifiers: frozenset[str]) -> HeadKind | None:
    """What a head is about without such a word, which has to be in it: `Nieuwe einddatum` is about an end."""
    words = _words(column.head)
    rest = [word for word in words if word not in qualifiers]
    if len(rest) == len(words) or column.content.dates < _DATES:
        return None
    if {*rest} <= _ONLY_TO:
        is_never = column.word is not None and column.word.kind == "never"
        return "date" if column.content.dates >= _ONLY_DATES and not is_never else None
    word = head_word(" ".join(rest))
    return word.kind if word and word.kind in ("start", "due", "date") else None


def _newer_kind(column: SheetColumn, columns: Sequence[SheetColumn]) -> HeadKind | None:
    """Begin or end; a newer date that is neither is of the end, when something else is there that it replaces."""
    kind = _qualified(column, _NEW)
    others = [other for other in columns if other is not column and other.content.dates >= _DATES]
    if kind == "date":
        return "due" if any(map(_may_be_replaced, others)) else None
    return kind


def _plain_kind(column: SheetColumn) -> HeadKind | None:
    """What a head without such words is about."""
    is_qualified = {*_words(column.head)} & (_NEW | _OLD)
    return column.word.kind if column.word and not is_qualified and column.content.dates >= _DATES else None


def _base(kind: HeadKind, columns: Sequence[SheetColumn], newer: Sequence[SheetColumn]) -> list[SheetColumn]:
    """What a newer date replaces, the likeliest first: one of that kind, one that only says `Datum`, an old one."""
    rest = [column for column in columns if column not in newer]
    of_kind = [column for column in rest if _plain_kind(column) == kind]
    of_kind.sort(key=lambda column: not (column.word and column.word.is_exact))
    if not newer:
        # Beside another one this is the day on which it was ready.
        planned = [column for column in of_kind if head_key(column.head) != "klaarop"]
        return planned or of_kind
    dates = [column for column in rest if _plain_kind(column) == "date"] if kind == "due" else []
    old = [
        column for column in rest if (said := _qualified(column, _OLD)) == kind or (said == "date" and kind == "due")
    ]
    return [*of_kind, *dates, *old]


def _may_be_replaced(column: SheetColumn) -> bool:
    return _plain_kind(column) in ("due", "date") or bool(_qualified(column, _OLD)) or _is_nameless(column)


def _is_nameless(column: SheetColumn) -> bool:
    """A column of dates of which the head says nothing: `Planning B`."""
    return column.word is None and column.content.dates >= _ONLY_DATES


def _differ(columns: Sequence[SheetColumn], rows: Sequence[SheetRow]) -> bool:
    """Whether any row has two different dates."""
    filled = (
        {str(row.cell(column.index)) for column in columns if row.cell(column.index) not in _EMPTY} for row in rows
    )
    return any(len(cells) > 1 for cells in filled)


def _lacks(row: SheetRow, at: int, base: int) -> bool:
    is_none = row.cell(at) in _EMPTY or "".join(_words(row.text(at))) in _UNCHANGED
    return is_none and row.cell(base) not in _EMPTY


def _completed(row: SheetRow, at: int, base: int) -> SheetRow:
    cells = [*row.cells, *[""] * (at + 1 - len(row.cells))]
    cells[at] = row.cell(base)
    return replace(row, cells=tuple(cells))


def _told(
    kind: HeadKind,
    newer: SheetColumn,
    base: Sequence[SheetColumn],
    from_base: int,
    unchanged: Sequence[str],
    typed: str,
) -> str:
    rows = f" ({dutch.count(from_base, 'rij', 'rijen')})" if from_base else ""
    none = dutch.enumerate_words(["leeg", *(f"‘{cut(word, 30)}’" for word in unchanged)], "of")
    beside = f", en waar die {none} is ‘{cut(base[0].head, 40)}’{rows}" if base else ""
    told = f"‘{cut(newer.head, 40)}’ geldt als {_FIELDS[kind]}{beside}."
    here = "Moet dat anders, wijs dan met o een kolom aan."
    return Advised(told, f"Anders: {typed}{base[0].letter}.", here) if base else told
