"""Rows of a milestone sheet that are headings of the rows below them, by level or because they hold only a name."""

import re
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence

from sto_tui.domain import dutch
from sto_tui.domain.text import clean_line, cut, plain, shortened
from sto_tui.intake.milestones.answers import BARE, GROUPS, NONE
from sto_tui.intake.milestones.columns import NOTHING, Block
from sto_tui.intake.milestones.dated_cells import is_dated
from sto_tui.intake.milestones.named import named
from sto_tui.intake.milestones.painted_headings import is_painted_heading
from sto_tui.intake.questions import IntakeChoice, IntakeQuestion
from sto_tui.intake.sheets.table_reader import Cell, SheetRow
from sto_tui.intake.tables.groups import (
    Nesting,
    RowShape,
    levels_of_blanks,
    levels_of_numbers,
    nested,
    nested_by_shape,
    undecided_headings,
)
from sto_tui.intake.tables.sheet_looks import TabLooks, is_plain
from sto_tui.intake.tables.workbook_tabs import Tab
from sto_tui.intake.telling import Advised

_KNOWN_LEVELS = 0.9
_LONGEST_NAME = 30
# A number or letter before a name, as `1. Lab`, `A. Lab` and `IV Lab`.
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*[.):]?|[A-Z][.):]|[IVX]+[.):]?)\s+\S.*")
_HEADING_WORDS = ("thema", "speerpunt", "deelproject", "fase", "project", "programmalijn", "actielijn", "werkpakket")


def nestings_of(
    block: Block,
    looks: TabLooks,
    filled: Mapping[int, Sequence[object]],
    known: frozenset[str],
    undated: Collection[int] = (),
) -> tuple[Nesting, ...]:
    """Per row whether it is a heading, and the headings above it; a milestone of the dossier (`known`) is none.

    Neither are rows with only a name that are milestones without a date (`undated`).
    """
    rows = [row for row, _ in block.rows]
    fields = block.columns.fields
    if "title" not in fields:
        return tuple(Nesting(False) for _ in rows)
    levels = _levels(rows, fields, looks)
    usual = set() if levels else _faces_of_dated(block, looks)
    nestings = (
        nested(levels)
        if levels
        else nested_by_shape(
            [
                RowShape(has_name=True, only_name=False, has_date=True)
                if row.number in undated
                else _shape(row, block, filled, looks, usual)
                for row in rows
            ]
        )
    )
    number = fields.get("number")
    if number is None or not known:
        return nestings
    is_known = [plain(row.text(number).rstrip(".")) in known for row in rows]
    return tuple(
        Nesting(
            nesting.is_group and not is_known[at],
            tuple(parent for parent in nesting.parents if not is_known[parent]),
        )
        for at, nesting in enumerate(nestings)
    )


def unmarked_headings(block: Block, looks: TabLooks, tab: Tab, nestings: Sequence[Nesting]) -> dict[int, str]:
    """By row the names that were taken for headings though nothing but a missing date says that they are.

    Where a table begins with one, and has more, its rows stand in groups.
    """
    title = block.columns.fields.get("title")
    rows = [row for row, _ in block.rows]
    groups = [row for row, nesting in zip(rows, nestings, strict=True) if nesting.is_group]
    if title is None or not groups or _levels(rows, block.columns.fields, looks):
        return {}
    if nestings[0].is_group and len(groups) > 1:
        return {}
    marked = marked_headings(block, looks, tab)
    return {row.number: clean_line(row.text(title)) for row in groups if row.number not in marked}


def bare_names_question(names: Sequence[str]) -> IntakeQuestion:
    """Whether rows with only a name are headings, when nothing shows it."""
    is_one = len(names) == 1
    choices = (
        IntakeChoice("mijlpaal", "een mijlpaal zonder datum" if is_one else "mijlpalen zonder datum"),
        IntakeChoice("kopje", "een kopje boven de rijen eronder" if is_one else "kopjes boven de rijen eronder"),
    )
    shown = named([shortened(name, _LONGEST_NAME) for name in names])
    text = f"{dutch.count(len(names), 'rij heeft', 'rijen hebben')} alleen een naam: {shown}. Wat is dat?"
    return IntakeQuestion(BARE, text, choices, "mijlpaal")


def told_undecided(block: Block, looks: TabLooks, nestings: Sequence[Nesting]) -> list[str]:
    """Which headings may stand under one above them too, and were not taken so; levels leave nothing open."""
    title = block.columns.fields.get("title", 0)
    if "title" in block.columns.fields and _levels([row for row, _ in block.rows], block.columns.fields, looks):
        return []
    names = [cut(clean_line(block.rows[at][0].text(title)), 40) for at in undecided_headings(nestings)]
    return [f"Genomen als kopje van de hoogste laag: {named(names)}."] if names else []


def told_headings(names: Sequence[str], groups: str) -> Advised:
    """Which rows are headings, and what became of them by the answer about groups."""
    what = groups if groups in ("thema", "speerpunt", "deelproject") else ""
    fate = f"genomen als {what}" if what else "vervallen" if groups == NONE else "geen mijlpaal"
    return Advised(
        f"{dutch.count(len(names), 'kopje is', 'kopjes zijn')} {fate}: {named(names)}.",
        f"Anders: --antwoord {GROUPS}=thema, deelproject, speerpunt of {NONE}.",
    )


def _levels(rows: Sequence[SheetRow], fields: Mapping[str, int], looks: TabLooks) -> Sequence[int] | None:
    """The levels of the rows from the first thing that gives them; None when nothing does."""
    if "level" in fields:
        written = [row.text(fields["level"]) for row in rows]
        if sum(text.isdecimal() for text in written) >= _KNOWN_LEVELS * len(rows) and len({*written}) > 1:
            return [int(text) if text.isdecimal() else 1 for text in written]
    for name in ("wbs", "number"):
        if name in fields and (levels := _levels_by(name, rows, fields)):
            return levels
    outline = [looks.levels.get(row.number, 0) for row in rows]
    if len({*outline}) > 1:
        return outline
    title = fields["title"]
    indents = [looks.indents.get(row.number, {}).get(title, 0) for row in rows]
    if len({*indents}) > 1:
        return indents
    return levels_of_blanks([" " * dict(row.indents).get(title, 0) + row.text(title) for row in rows])


def _levels_by(name: str, rows: Sequence[SheetRow], fields: Mapping[str, int]) -> Sequence[int] | None:
    """The levels that numbers give; a row without name and number, such as a second line of heads, has that below."""
    places = [at for at, row in enumerate(rows) if row.cell(fields[name]) or row.cell(fields["title"])]
    levels = levels_of_numbers([rows[at].text(fields[name]) for at in places])
    if levels is None:
        return None
    return [levels[min(bisect_left(places, at), len(places) - 1)] for at in range(len(rows))]


def _shape(
    row: SheetRow,
    block: Block,
    filled: Mapping[int, Sequence[object]],
    looks: TabLooks,
    usual: Collection[tuple[str, str]],
) -> RowShape:
    columns = block.columns
    title = row.cell(columns.fields["title"])
    # With STO a number makes a milestone of a row that has nothing else.
    number = None if columns.is_own else columns.fields.get("number")
    others = _others(row, columns.fields["title"], number)
    if usual and face_of(row, columns.fields["title"], looks) not in usual:
        # Who leads a phase does not make a milestone of its heading.
        others -= {row.cell(at) for at in columns.who}
    is_painted = any(
        not is_plain(fill) for at, fill in looks.fills.get(row.number, {}).items() if at in columns.periods
    )
    has_date = bool(filled.get(row.number)) or any(
        is_dated(row.cell(columns.fields[name])) for name in ("start", "due") if name in columns.fields
    )
    is_painted = is_painted and not is_painted_heading(row, block, filled, looks)
    only_name = bool(title) and not others and not has_date and not is_painted
    return RowShape(bool(title), only_name, has_date, _look(row, columns.fields["title"], looks) if only_name else "")


def _faces_of_dated(block: Block, looks: TabLooks) -> set[tuple[str, str]]:
    """How the names of the rows with a day are written."""
    fields = block.columns.fields
    days = [fields[name] for name in ("start", "due") if name in fields]
    return {face_of(row, fields["title"], looks) for row, _ in block.rows if any(is_dated(row.cell(at)) for at in days)}


def marked_headings(block: Block, looks: TabLooks, tab: Tab) -> set[int]:
    """The rows with only a name that show that they are headings: by letters, colour, number, word, or place."""
    title = block.columns.fields.get("title")
    if title is None:
        return set()
    rows = [row for row, _ in block.rows]
    bare = {row.number for row in rows if row.cell(title) and not _others(row, title, None)}
    usual = {face_of(row, title, looks) for row in rows if row.cell(title) and row.number not in bare}
    return {
        row.number
        for before, row in zip([None, *rows], rows, strict=False)
        if row.number in bare
        and (
            (before is not None and row.number > before.number + 1)
            or row.number in (tab.across or {})
            or face_of(row, title, looks) not in usual
            or is_written_as_heading(clean_line(row.text(title)))
        )
    }


def face_of(row: SheetRow, title: int, looks: TabLooks) -> tuple[str, str]:
    """How a name is written and what is behind it."""
    return looks.faces.get(row.number, {}).get(title, ""), looks.fills.get(row.number, {}).get(title, "")


def is_written_as_heading(name: str) -> bool:
    """Whether a name itself looks like a heading: in capitals, with a colon, a number or a word for it."""
    first = plain(name.split(" ")[0]).rstrip(":")
    return name.isupper() or name.endswith(":") or first in _HEADING_WORDS or bool(_NUMBERED.fullmatch(name))


def _others(row: SheetRow, title: int, number: int | None) -> set[Cell]:
    name = row.cell(title)
    return {cell for at, cell in enumerate(row.cells) if at != number and cell not in NOTHING and cell != name}


def _look(row: SheetRow, title: int, looks: TabLooks) -> str:
    """How a heading is written: its letters, the colour behind it, in capitals, and the word that says what it is."""
    text = clean_line(row.text(title))
    first = plain(text.split(" ")[0])
    face, fill = face_of(row, title, looks)
    return f"{face}|{fill}|{text.isupper()}|{first if first in _HEADING_WORDS else ''}"


def names_above(rows: Sequence[SheetRow], nesting: Nesting, title: int) -> tuple[str, ...]:
    """The names of the headings above a row, from the outermost."""
    return tuple(clean_line(rows[parent].text(title)) for parent in nesting.parents)
