"""Other tables in a tab, above and below the one that is read: rows that look like heads of their own.

What stands below other heads says something else, and may never come in under the heads of the first.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sto_tui.domain import dutch
from sto_tui.domain.text import clean_line, cut
from sto_tui.intake.questions import IntakeChoice, IntakeQuestion
from sto_tui.intake.sheets.heads import head_key
from sto_tui.intake.sheets.table_reader import Cell, SheetRow
from sto_tui.intake.tables.amounts import written_number
from sto_tui.intake.tables.column_contents import is_date
from sto_tui.intake.tables.date_words import says_no_date
from sto_tui.intake.tables.head_search import is_total
from sto_tui.intake.tables.table_answers import TableAnswers
from sto_tui.intake.tables.table_tab import named_rows

OTHER_TABLE = "tabel:"
"""Before the first head of another table: the key of the question what becomes of it."""
READ, LEAVE, ROWS = "lees", "niet", "mee"

_LONGEST_HEAD = 40
_MOST_HEADS = 4
_ROWS_BELOW = 5
_HALF = 0.5
_MOST_TITLES = 1
_BARE_YEAR = re.compile(r"20[1-4]\d")

Places = Mapping[str, int]
"""In which column each thing stands that a table of this kind may hold, by any name for it."""


@dataclass(frozen=True)
class TableWords:
    """What is known of a kind of table: whether a cell is a head in any, and what stands where below heads.

    `places` is None where nobody can say what the rows are called; `trust` says how sure heads are those of this
    kind: 2 for certain, 1 likely, 0 not.
    """

    plural: str
    knows: Callable[[Cell], bool]
    places: Callable[[SheetRow, Sequence[SheetRow], Places], Places | None]
    trust: Callable[[SheetRow, Sequence[SheetRow]], int]


@dataclass(frozen=True)
class Stacked:
    """The table with what came in from others: their columns stand behind its own. `above` are its titles."""

    above: tuple[SheetRow, ...]
    head: SheetRow
    rows: tuple[SheetRow, ...]
    questions: tuple[IntakeQuestion, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True)
class _Other:
    titles: tuple[SheetRow, ...]
    head: SheetRow
    rows: tuple[SheetRow, ...]
    is_above: bool

    @property
    def told_rows(self) -> str:
        numbers = [row.number for row in (*self.titles, self.head, *self.rows)]
        return f"de regels {numbers[0]} tot en met {numbers[-1]}" if len(numbers) > 1 else f"regel {numbers[0]}"

    @property
    def told_heads(self) -> str:
        heads = [f"‘{cut(clean_line(str(cell)), _LONGEST_HEAD)}’" for cell in self.head.cells if cell]
        return dutch.enumerate_words([*heads[:_MOST_HEADS], *(["andere"] if len(heads) > _MOST_HEADS else [])])


def with_other_tables(
    above: Sequence[SheetRow],
    head: SheetRow,
    rows: Sequence[SheetRow],
    words: TableWords,
    answers: TableAnswers,
    pointed: Places,
) -> Stacked:
    """The table below these heads, with those of other heads that are of its kind; of the rest it is asked or told."""
    titles, others_above = _others(above, head, words, is_above=True)
    own, others_below = _others(rows, head, words, is_above=False)
    if not others_above and not others_below:
        told = filter(None, (_told_above(above, head), _told_words(own)))
        return Stacked(tuple(above), head, tuple(rows), remarks=tuple(told))
    work = _Joining(head, own, words, answers, pointed)
    first = [row for other in others_above for row in work.joined(other)]
    then = [row for other in others_below for row in work.joined(other)]
    work.remarks += filter(None, [_told_words(own)])
    return Stacked(tuple(titles), work.head, (*first, *own, *then), tuple(work.questions), tuple(work.remarks))


class _Joining:
    """The work on the tables beside the first, one after another: each may bring columns of its own."""

    def __init__(
        self, head: SheetRow, rows: Sequence[SheetRow], words: TableWords, answers: TableAnswers, pointed: Places
    ) -> None:
        self.head, self.words, self.answers = head, words, answers
        self.places = words.places(head, rows, pointed)
        self.width = max([len(head.cells), *(len(row.cells) for row in rows)], default=0)
        self.questions: list[IntakeQuestion] = []
        self.remarks: list[str] = []
        self.keys: set[str] = set()

    def joined(self, other: _Other) -> tuple[SheetRow, ...]:
        """The rows of another table that come in, below the columns of the first."""
        if self.places is None:
            self.remarks.append(f"Niet gelezen, want onder andere koppen: {other.told_rows} ({other.told_heads}).")
            return ()
        places = self.words.places(other.head, other.rows, {})
        places = self.words.places(other.head, other.rows, self.places) if places is None else places
        trust = self.words.trust(other.head, other.rows) if places is not None else 0
        key = self._key(other)
        answer = self.answers.get(key)
        if places is not None and (answer == READ or (trust > 1 and answer not in (LEAVE, ROWS))):
            self.remarks.append(f"Ook gelezen, onder eigen koppen: {other.told_rows} ({other.told_heads}).")
            return (*other.titles, *self._aligned(other, places))
        if answer == ROWS and not other.is_above:
            return (*other.titles, other.head, *other.rows)
        if answer == LEAVE or (other.is_above and places is None):
            self.remarks.append(f"Niet gelezen, want een andere tabel: {other.told_rows} ({other.told_heads}).")
            return ()
        self.questions.append(self._question(key, other, may_be_read=places is not None, is_likely=trust > 0))
        return ()

    def _key(self, other: _Other) -> str:
        first = next(filter(None, (head_key(str(cell)) for cell in other.head.cells)), "")
        key = f"{OTHER_TABLE}{first}"
        key = f"{key}-{other.head.number}" if key in self.keys else key
        self.keys.add(key)
        return key

    def _question(self, key: str, other: _Other, *, may_be_read: bool, is_likely: bool) -> IntakeQuestion:
        choices = [
            *([IntakeChoice(READ, f"ook {self.words.plural}: overnemen")] if may_be_read else []),
            IntakeChoice(LEAVE, "een andere tabel: niet overnemen"),
            *([] if other.is_above else [IntakeChoice(ROWS, "geen koppen, maar een gewone regel")]),
        ]
        text = f"Op regel {other.head.number} staan andere koppen: {other.told_heads}. Wat staat daar?"
        return IntakeQuestion(key, text, tuple(choices), READ if may_be_read and is_likely else LEAVE)

    def _aligned(self, other: _Other, places: Places) -> Iterator[SheetRow]:
        """Its rows with each cell in the column of the first table; what that has not stands behind all others."""
        assert self.places is not None
        to = {at: self.places[name] for name, at in places.items() if name in self.places}
        heads = {head_key(str(cell)): at for at, cell in enumerate(self.head.cells) if cell}
        for at in range(max(len(row.cells) for row in (other.head, *other.rows))):
            if at in to or not any(row.cell(at) for row in other.rows):
                continue
            same = heads.get(head_key(other.head.text(at)))
            if same is None or same in to.values():
                cells = (*self.head.cells, *[""] * (self.width - len(self.head.cells)), other.head.cell(at))
                self.head, same = replace(self.head, cells=cells), self.width
                self.width += 1
            to[at] = same
        back = {then: at for at, then in to.items()}
        for row in other.rows:
            cells = tuple(row.cell(back[at]) if at in back else "" for at in range(self.width))
            yield replace(row, cells=cells, indents=(), across=())


def _others(
    rows: Sequence[SheetRow], head: SheetRow, words: TableWords, *, is_above: bool
) -> tuple[Sequence[SheetRow], list[_Other]]:
    """The rows before the first row that looks like other heads, and the tables from there on."""
    starts = [at for at in range(len(rows)) if _is_head(rows, at, head, words.knows, is_above=is_above)]
    # Of heads in two rows the lower one says what the columns are.
    starts = [at for at in starts if at + 1 not in starts or len(rows) == at + 2]
    if not starts:
        return rows, []
    begins = [_begin(rows, at, upto=before) for before, at in zip([-1, *starts], starts, strict=False)]
    others = [
        _Other(tuple(rows[begin:at]), rows[at], tuple(rows[at + 1 : end]), is_above)
        for begin, at, end in zip(begins, starts, [*begins[1:], len(rows)], strict=True)
    ]
    return rows[: begins[0]], others


def _begin(rows: Sequence[SheetRow], at: int, upto: int) -> int:
    """Where the table with its heads in a row begins: a title may stand right above it."""
    begin = at
    while begin - 1 > upto and at - begin < _MOST_TITLES and _width(rows[begin - 1]) == 1 and _joins(rows, begin):
        begin -= 1
    return begin


def _joins(rows: Sequence[SheetRow], at: int) -> bool:
    return rows[at].number == rows[at - 1].number + 1


def _width(row: SheetRow) -> int:
    return len([*filter(None, row.cells)])


def _is_head(
    rows: Sequence[SheetRow], at: int, head: SheetRow, knows: Callable[[Cell], bool], *, is_above: bool
) -> bool:
    """Whether a row looks like the heads of another table than the one with these heads."""
    row, below = rows[at], [each for each in rows[at + 1 : at + 1 + _ROWS_BELOW] if not is_total(each)]
    cells = [(place, cell) for place, cell in enumerate(row.cells) if cell]
    keys = [head_key(str(cell)) for _, cell in cells]
    heads = [head_key(str(cell)) for cell in head.cells if cell]
    if len(cells) < 2 or len({*keys}) < len(keys) or keys == heads or is_total(row):
        return False
    if not all(_may_be_head(cell, knows) for _, cell in cells) or not any(_width(each) > 1 for each in below[:2]):
        return False
    if any(_is_among_times(rows, at, place) for place, _ in cells):
        return False
    known = sum(knows(cell) for _, cell in cells)
    figures = [place for place, _ in cells if _holds_figures([each.cell(place) for each in below])]
    before = rows[at - 1] if at else head
    is_free = (is_above and not at) or row.number != before.number + 1 or _width(before) == 1
    again = sum(head_key(str(cell)) == head_key(head.text(place)) for place, cell in cells)
    elsewhere = any(head_key(str(cell)) in heads and knows(cell) for _, cell in cells)
    are_known = known > 1 and known >= _HALF * len(cells)
    if not is_above and ((again and _are_words(cells, head)) or (elsewhere and is_free)):
        return True
    if are_known and (is_free or figures or known == len(cells)):
        return True
    is_wide = len(cells) > 2
    if is_free and ((figures and (is_wide or known)) or (is_above and is_wide and _is_full(below, len(cells)))):
        return True
    return is_wide and len(figures) > 1


def _is_among_times(rows: Sequence[SheetRow], at: int, place: int) -> bool:
    """Whether a year or day stands in a column of these: a row right above or below has one too."""
    near = [rows[at - 1]] if at and _joins(rows, at) else []
    near += rows[at + 1 : at + 2]
    return _is_time(rows[at].cell(place)) and any(_is_time(row.cell(place)) for row in near)


def _is_time(cell: Cell) -> bool:
    return bool(cell) and (is_date(cell) or _BARE_YEAR.fullmatch(str(cell)) is not None)


def _are_words(cells: Iterable[tuple[int, Cell]], head: SheetRow) -> bool:
    """Whether a row has words beside what is as in the heads: an amount of 2.027 below 2027 is no head."""
    again = [str(cell) for place, cell in cells if head_key(str(cell)) == head_key(head.text(place))]
    return any(map(str.isalpha, "".join(again))) or len(again) > 1


def _is_full(rows: Sequence[SheetRow], width: int) -> bool:
    return bool(rows) and _width(rows[0]) >= width - 1


def _may_be_head(cell: Cell, knows: Callable[[Cell], bool]) -> bool:
    if not isinstance(cell, str) or len(cell) > _LONGEST_HEAD:
        return False
    if cell.isdecimal():
        return _BARE_YEAR.fullmatch(cell) is not None and knows(cell)
    return knows(cell) or (written_number(cell) is None and not is_date(cell) and any(map(str.isalpha, cell)))


def _holds_figures(cells: Collection[Cell]) -> bool:
    filled = [cell for cell in cells if cell]
    return bool(filled) and len([*filter(_is_figure, filled)]) > _HALF * len(filled)


def _is_figure(cell: Cell) -> bool:
    return is_date(cell) or (isinstance(cell, str) and written_number(cell) is not None)


def _told_above(above: Sequence[SheetRow], head: SheetRow) -> str:
    """That rows of several cells stand above the heads and are not read; empty for titles and a block of one line."""
    full = [row for row in above if _width(row) > 1]
    if len(full) < 2 or max(map(_width, full)) < min(3, _width(head)):
        return ""
    return f"Boven de koppen, en niet gelezen: de regels {full[0].number} tot en met {full[-1].number}."


def _told_words(rows: Sequence[SheetRow]) -> str:
    """That a row behind an empty row has words where figures stand above it: another table may begin there."""
    found = [row.number for at, row in enumerate(rows) if at and _has_words(row, rows[:at])]
    if not found:
        return ""
    return (
        f"Woorden onder een lege regel, waar erboven bedragen of datums staan: {named_rows(found)}. Begint daar een "
        "andere tabel, zet die dan op een eigen tabblad."
    )


def _has_words(row: SheetRow, above: Sequence[SheetRow]) -> bool:
    places = [at for at, cell in enumerate(row.cells) if cell]
    if (
        _joins([above[-1], row], 1)
        or len(places) < 2
        or is_total(row)
        or any(_is_figure(row.cell(at)) for at in places)
    ):
        return False
    words = [at for at in places if not says_no_date(row.cell(at))]
    return any(_holds_figures([each.cell(at) for each in above]) for at in words)
