"""Cells that are struck through: off, or done? Only who made the sheet knows."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sto_tui.domain import dutch
from sto_tui.domain.text import clean_line, cut
from sto_tui.intake.milestones.answers import SKIP, STRUCK, SheetAnswers
from sto_tui.intake.milestones.columns import Block
from sto_tui.intake.milestones.named import named, rows_named
from sto_tui.intake.questions import IntakeChoice, IntakeQuestion
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.sheet_looks import TabLooks

READY, TOO = "gereed", "mee"


@dataclass
class StruckRead:
    """Rows that are left out and rows that are ready, with what has to be asked and told."""

    skipped: set[int] = field(default_factory=set)
    ready: set[int] = field(default_factory=set)
    questions: list[IntakeQuestion] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def struck_rows(rows: Sequence[tuple[Block, SheetRow]], looks: TabLooks, answers: SheetAnswers) -> StruckRead:
    """What struck letters in these rows are: in the name they are about the milestone, elsewhere about that cell."""
    read = StruckRead()
    names: dict[int, str] = {}
    cells: dict[int, str] = {}
    for block, row in rows if looks.struck else ():
        struck = [at for at in range(len(row.cells)) if row.cell(at) and (row.number, at) in looks.struck]
        title = block.columns.fields.get("title", block.columns.fields.get("number"))
        if title in struck:
            names[row.number] = cut(clean_line(row.text(title)), 40)
        elif struck:
            cells[row.number] = cut(clean_line(row.text(struck[0])), 40)
    if cells:
        read.remarks.append(
            f"Doorgestreept, en toch gelezen: {named([*cells.values()])} ({rows_named([*cells])}). "
            "Geldt dat niet meer, verbeter het dan in het blad of bij 5 Mijlpalen."
        )
    if names:
        _settle(names, read, answers.get(STRUCK))
    return read


def _settle(names: dict[int, str], read: StruckRead, answer: str) -> None:
    if not answer:
        read.questions.append(_question(names))
    elif answer == SKIP:
        read.skipped |= {*names}
        read.remarks.append(f"Doorgestreept en overgeslagen: {rows_named([*names])}.")
    elif answer == READY:
        read.ready |= {*names}
        read.remarks.append(f"Doorgestreept, en genomen als gereed: {rows_named([*names])}.")
    else:
        read.remarks.append(f"Doorgestreept, en gewoon overgenomen: {rows_named([*names])}.")


def _question(names: dict[int, str]) -> IntakeQuestion:
    verb = "is" if len(names) == 1 else "zijn"
    text = f"{dutch.count(len(names), 'rij', 'rijen')} {verb} doorgestreept: {named([*names.values()])}. Wat zegt dat?"
    choices = (
        IntakeChoice(SKIP, "het vervalt: overslaan"),
        IntakeChoice(READY, "het is klaar: overnemen als gereed"),
        IntakeChoice(TOO, "niets: gewoon overnemen"),
    )
    return IntakeQuestion(STRUCK, text, choices, SKIP)
