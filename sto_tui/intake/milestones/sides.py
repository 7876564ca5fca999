"""Tables beside each other on a tab: which of them is read, what stands above it, and what is told of the others."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sto_tui.domain import dutch
from sto_tui.domain.text import clean_line, cut, shortened
from sto_tui.intake.milestones.answers import SIDE, TOGETHER, SheetAnswers
from sto_tui.intake.milestones.columns import first_head
from sto_tui.intake.milestones.passed_over import is_about_table
from sto_tui.intake.milestones.years_above import title_year
from sto_tui.intake.questions import IntakeChoice, IntakeQuestion
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.beyond_gap import other_table_at
from sto_tui.intake.tables.head_search import next_tables_at
from sto_tui.intake.tables.sheet_questions import shown_cell
from sto_tui.intake.tables.workbook_tabs import Tab

# Above its heads a table has its title, or that and an empty row.
_FURTHEST_TITLE = 2
_LONGEST = 30
_PAIR = ("links", "rechts")


@dataclass(frozen=True)
class TablesBeside:
    """The tables beside each other on a tab: their row of heads, and the columns at which all but the first begin.

    `are_alike` says that they have the same heads; else the second stands behind an empty column.
    """

    tab: Tab
    head: int
    begins: tuple[int, ...]
    are_alike: bool

    @property
    def keys(self) -> tuple[str, ...]:
        """What is answered for each, from the left."""
        return _PAIR if len(self.begins) == 1 else tuple(str(at + 1) for at in range(len(self.begins) + 1))

    @property
    def parts(self) -> tuple[range, ...]:
        """The columns of each, from the left."""
        width = max(len(row.cells) for row in self.tab.rows)
        return tuple(range(*ends) for ends in zip((0, *self.begins), (*self.begins, width), strict=True))

    def chosen(self, answers: SheetAnswers) -> int:
        """The place of the one that is read: the left one as long as nobody chose."""
        return self.keys.index(answers.get(SIDE)) if answers.get(SIDE) in self.keys else 0

    @property
    def titles(self) -> tuple[str, ...]:
        """The line that stands alone above the heads of each; none unless each has its own, that is no year."""
        head = self.tab.rows[self.head]
        for row in reversed(self.tab.rows[: self.head]):
            if row.number < head.number - _FURTHEST_TITLE:
                break
            lines = [{clean_line(str(row.cell(at))) for at in part if row.cell(at)} for part in self.parts]
            titles = [next(iter(line)) for line in lines if len(line) == 1]
            is_own = len({*titles}) == len(self.parts)
            return tuple(titles) if is_own and not any(map(_is_no_title, titles)) else ()
        return ()


def _is_no_title(line: str) -> bool:
    return bool(title_year(line)) or is_about_table(line)


def sides_of(tab: Tab, answers: SheetAnswers) -> TablesBeside | None:
    """The tables that stand beside each other; None where there is one, or where they were said to be one."""
    if answers.has_no_heads:
        return None
    head = answers.head_row(tab.rows)
    head = first_head(tab.rows) if head is None else head
    if head is None:
        return None
    if alike := next_tables_at(tab.rows[head]):
        return TablesBeside(tab, head, alike, are_alike=True)
    other = other_table_at(tab.rows, head)
    return None if other is None else TablesBeside(tab, head, (other,), are_alike=False)


def one_side(tab: Tab, answers: SheetAnswers) -> tuple[Tab, str]:
    """Of tables beside each other the one that is read, with the line above it; the whole tab where there is one."""
    sides = sides_of(tab, answers)
    if sides is None or answers.get(SIDE) == TOGETHER:
        return tab, ""
    chosen = sides.chosen(answers)
    part = sides.parts[chosen]
    rows = [replace(row, cells=("",) * part.start + row.cells[part.start : part.stop]) for row in tab.rows]
    title = sides.titles[chosen] if sides.titles else ""
    return replace(tab, rows=tuple(row for row in rows if any(row.cells))), title


def told_sides(tab: Tab, answers: SheetAnswers) -> list[str]:
    """What the line above the table is taken for; and what is not read, also where that was answered before."""
    sides = sides_of(tab, answers)
    if sides is None or answers.get(SIDE) == TOGETHER:
        return []
    told = []
    chosen = sides.chosen(answers)
    if sides.titles:
        others = [f"‘{cut(title, _LONGEST)}’" for at, title in enumerate(sides.titles) if at != chosen]
        told.append(
            f"Gelezen is de tabel onder ‘{cut(sides.titles[chosen], _LONGEST)}’, met dat als groep van haar rijen; "
            f"niet die onder {dutch.enumerate_words(others)}."
        )
    elif not sides.are_alike and answers.get(SIDE) == _PAIR[0]:
        named = dutch.enumerate_words([f"‘{cut(head, _LONGEST)}’" for head in _heads(sides, 1)])
        told.append(f"Niet gelezen, want een andere tabel naast een lege kolom: {named}.")
    return told


def _heads(sides: TablesBeside, at: int) -> list[str]:
    row = sides.tab.rows[sides.head]
    return [str(row.cell(column)) for column in sides.parts[at] if row.cell(column)]


def side_question(tab: Tab, answers: SheetAnswers) -> IntakeQuestion | None:
    """Which of the tables beside each other is read, or whether they are one; None without a doubt."""
    sides = sides_of(tab, answers)
    if sides is None or answers.get(SIDE) in (*sides.keys, TOGETHER):
        return None
    if not sides.are_alike:
        return _beyond_gap_question(_heads(sides, 1))
    named = dutch.enumerate_words([shortened(head, 20) for head in _heads(sides, 0)[:3]])
    many = dutch.in_words(len(sides.parts))
    which = "De andere kan daarna." if len(sides.parts) == len(_PAIR) else "De andere kunnen daarna."
    text = f"Naast elkaar staan {many} tabellen met {named}. Welke lees je nu? {which}"
    return IntakeQuestion(SIDE, text, tuple(_choices(sides)), sides.keys[0])


def _choices(sides: TablesBeside) -> list[IntakeChoice]:
    names = ["de linker tabel", "de rechter tabel"]
    if len(sides.parts) > len(_PAIR):
        names = [f"tabel {at + 1} van links" for at in range(len(sides.parts))]
    titles = [f" ({shortened(title, _LONGEST)})" for title in sides.titles] or [""] * len(names)
    first = [_first_name(sides, at) for at in range(len(names))]
    return [
        IntakeChoice(key, name + title, shown)
        for key, name, title, shown in zip(sides.keys, names, titles, first, strict=True)
    ]


def _first_name(sides: TablesBeside, at: int) -> tuple[str, ...]:
    """The first row of a table, to know it by."""
    below: Sequence[SheetRow] = sides.tab.rows[sides.head + 1 :]
    cells = [[row.cell(column) for column in sides.parts[at] if row.cell(column)] for row in below]
    return tuple(shown_cell(cell, 20) for cell in next(filter(None, cells), [])[:2])


def _beyond_gap_question(heads: Sequence[str]) -> IntakeQuestion:
    """Whether what stands behind an empty column belongs to the rows beside it, or is another table."""
    choices = (
        IntakeChoice("links", "een andere tabel: die lees je nu niet"),
        IntakeChoice(TOGETHER, "één tabel: het hoort bij de rijen ernaast"),
        IntakeChoice("rechts", "lees juist die tabel"),
    )
    named = dutch.enumerate_words([f"‘{shortened(head, 20)}’" for head in heads[:3]])
    return IntakeQuestion(SIDE, f"Naast de tabel staat na een lege kolom {named}. Wat is dat?", choices, "links")
