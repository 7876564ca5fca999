"""Rows that are a part of another one, as subitems and subtasks are: whether they are milestones too is asked."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from sto_tui.domain import dutch
from sto_tui.domain.text import clean_line, cut, shortened
from sto_tui.intake.exports.written_rows import PART_OF
from sto_tui.intake.milestones.answers import PARTS, SKIP, SheetAnswers
from sto_tui.intake.milestones.columns import Block
from sto_tui.intake.milestones.named import named, rows_named
from sto_tui.intake.questions import IntakeChoice, IntakeQuestion
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.telling import Advised

_AS_MILESTONE = "mijlpaal"


@dataclass(frozen=True)
class PartRows:
    """Which rows are left out because of it, and what is asked and told."""

    skipped: Collection[int] = ()
    questions: Sequence[IntakeQuestion] = ()
    remarks: Sequence[str] = ()


def part_rows(blocks: Sequence[Block], left_out: Collection[int], answers: SheetAnswers) -> PartRows:
    """The rows in these tables that say what they are a part of."""
    parts: list[tuple[SheetRow, str, str]] = []
    for block in blocks:
        at = part_column(block)
        title = block.columns.fields.get("title")
        if at is not None and title is not None:
            parts += [
                (row, clean_line(row.text(title)), clean_line(row.text(at)))
                for row, _ in block.rows
                if row.cell(at) and row.number not in left_out
            ]
    if not parts:
        return PartRows()
    names, rows = [cut(name, 40) for _, name, _ in parts], [row.number for row, _, _ in parts]
    count = dutch.count(len(parts), "onderdeel", "onderdelen")
    if not answers.get(PARTS):
        return PartRows(questions=[_question(parts)])
    if answers.get(PARTS) == SKIP:
        told = f"{count} van een andere rij overgeslagen: {named(names)}, {rows_named(rows)}."
        return PartRows(rows, remarks=[Advised(told, f"Toch overnemen: --antwoord {PARTS}={_AS_MILESTONE}.")])
    told = f"{count} van een andere rij ook genomen als mijlpaal, met in de toelichting waarvan: {rows_named(rows)}."
    return PartRows(remarks=[Advised(told, f"Anders: --antwoord {PARTS}={SKIP}.")])


def part_column(block: Block) -> int | None:
    """The column that names what a row is a part of."""
    return next((column.index for column in block.columns.kinds.columns if column.head == PART_OF), None)


def _question(parts: Sequence[tuple[SheetRow, str, str]]) -> IntakeQuestion:
    shown = [f"{shortened(name, 30)} (onder {shortened(above, 30)})" for _, name, above in parts[:3]]
    verb = "rij is een onderdeel" if len(parts) == 1 else "rijen zijn een onderdeel"
    choices = (
        IntakeChoice(_AS_MILESTONE, "ook een mijlpaal", tuple(shown)),
        IntakeChoice(SKIP, "overslaan", tuple(shown)),
    )
    text = f"{len(parts)} {verb} van een andere rij. Wat is een onderdeel?"
    return IntakeQuestion(PARTS, text, choices, _AS_MILESTONE)
