"""Letters that are struck through in a table: whole rows are asked about, of the rest is told what was read."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sto_tui.domain import dutch
from sto_tui.domain.text import clean_line, cut
from sto_tui.intake.questions import IntakeChoice, IntakeQuestion
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.sheet_looks import TabLooks
from sto_tui.intake.tables.table_answers import STRUCK, TableAnswers
from sto_tui.intake.tables.table_tab import first_named, named_rows

_SKIP, _READY, _TOO = "overslaan", "gereed", "mee"
_LONGEST = 40


@dataclass(frozen=True)
class StruckRows:
    """The rows that count, without what is struck in a part of a cell; `ready` are those that are done."""

    rows: tuple[SheetRow, ...]
    ready: frozenset[int] = frozenset()
    questions: tuple[IntakeQuestion, ...] = ()
    remarks: tuple[str, ...] = ()


def without_struck(
    rows: Sequence[SheetRow], looks: TabLooks, answers: TableAnswers, *, may_be_ready: bool = False
) -> StruckRows:
    """The rows of which no name is struck, and the others as far as that was answered.

    A row is struck when its first words are, or the most of its cells.
    """
    if not looks.struck and not looks.unstruck:
        return StruckRows(tuple(rows))
    remarks: list[str] = []
    rows = _with_what_is_left(rows, looks, remarks)
    struck = {row.number: _name(row) for row in rows if _is_struck(row, looks)}
    cells = {
        row.number: cut(clean_line(row.text(places[0])), _LONGEST)
        for row in rows
        if row.number not in struck and (places := _struck_places(row, looks))
    }
    if cells:
        remarks.append(
            f"Doorgestreept, en toch gelezen: {_told(cells)}. Geldt dat niet meer, haal het dan uit het blad."
        )
    if not struck:
        return StruckRows(tuple(rows), remarks=tuple(remarks))
    answer = answers.get(STRUCK)
    kept = tuple(row for row in rows if row.number not in struck)
    if answer == _SKIP:
        return StruckRows(kept, remarks=(*remarks, f"Doorgestreept en overgeslagen: {_told(struck)}."))
    if answer == _TOO:
        return StruckRows(tuple(rows), remarks=(*remarks, f"Doorgestreept, en gewoon overgenomen: {_told(struck)}."))
    if answer == _READY and may_be_ready:
        told = f"Doorgestreept, en genomen als gereed: {_told(struck)}."
        return StruckRows(tuple(rows), frozenset(struck), remarks=(*remarks, told))
    question = _question(struck, may_be_ready=may_be_ready)
    return StruckRows(tuple(rows), questions=(question,), remarks=tuple(remarks))


def _with_what_is_left(rows: Sequence[SheetRow], looks: TabLooks, remarks: list[str]) -> Sequence[SheetRow]:
    """With only what is not struck of cells of which a part is; a row has its number and cells of the file."""
    left: dict[int, str] = {}
    kept = []
    for row in rows:
        places = [at for at in range(len(row.cells)) if (row.number, at) in looks.unstruck]
        if places:
            cells = [*row.cells]
            for at in places:
                cells[at] = looks.unstruck[row.number, at]
            left[row.number] = cut(clean_line(str(cells[places[0]])), _LONGEST)
            row = replace(row, cells=tuple(cells))
        kept.append(row)
    if left:
        remarks.append(f"Deels doorgestreept, en alleen de rest is gelezen: {_told(left)}.")
    return kept


def _struck_places(row: SheetRow, looks: TabLooks) -> list[int]:
    return [at for at, cell in enumerate(row.cells) if cell and (row.number, at) in looks.struck]


def _is_struck(row: SheetRow, looks: TabLooks) -> bool:
    places = _struck_places(row, looks)
    filled = [at for at, cell in enumerate(row.cells) if cell]
    named = next((at for at in filled if any(map(str.isalpha, row.text(at)))), None)
    return bool(places) and (named in places or 2 * len(places) > len(filled))


def _name(row: SheetRow) -> str:
    texts = [row.text(at) for at, cell in enumerate(row.cells) if cell]
    return cut(clean_line(next((text for text in texts if any(map(str.isalpha, text))), texts[0])), _LONGEST)


def _told(by_row: dict[int, str]) -> str:
    return f"{first_named([f'‘{name}’' for name in by_row.values()])} ({named_rows([*by_row])})"


def _question(struck: dict[int, str], *, may_be_ready: bool) -> IntakeQuestion:
    verb = "is" if len(struck) == 1 else "zijn"
    many = dutch.count(len(struck), "regel", "regels")
    text = f"{many} {verb} doorgestreept: {_told(struck)}. Wat zegt dat?"
    choices = (
        IntakeChoice(_SKIP, "het vervalt: overslaan"),
        *([IntakeChoice(_READY, "het is klaar: overnemen als gereed")] if may_be_ready else []),
        IntakeChoice(_TOO, "niets: gewoon overnemen"),
    )
    return IntakeQuestion(STRUCK, text, choices, _SKIP)
