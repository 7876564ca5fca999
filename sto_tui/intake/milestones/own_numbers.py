"""Whether the numbers of a sheet are those of the dossier: programs number tasks themselves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sto_tui.domain.text import clean_line, cut, plain
from sto_tui.intake.milestones.answers import OWN_NUMBERS, SheetAnswers
from sto_tui.intake.milestones.columns import Block
from sto_tui.intake.milestones.doubts import numbers_of_sheet_question
from sto_tui.intake.questions import IntakeQuestion
from sto_tui.intake.tables.column_contents import are_program_ids


@dataclass
class OwnNumbers:
    """Whether the sheet counts itself, what is asked about that, and what is told."""

    counts_itself: bool = False
    questions: list[IntakeQuestion] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def own_numbers(blocks: Sequence[Block], titles: Mapping[str, str], answers: SheetAnswers) -> OwnNumbers:
    """What is called 3 may be another milestone than 3 of the dossier, of which `titles` has the name."""
    read = OwnNumbers()
    for block in blocks:
        fields = block.columns.fields
        if not {"number", "title"} <= {*fields}:
            continue
        numbers = [row.text(fields["number"]).strip() for row, _ in block.rows]
        if are_program_ids(numbers) and not titles.keys() & {*map(plain, numbers)}:
            read.counts_itself = True
            read.remarks.append(_told_ids(block))
        if block.columns.is_own or read.counts_itself:
            continue
        numbered = [
            (number, clean_line(row.text(fields["title"])), titles[plain(number)])
            for row, _ in block.rows
            if plain(number := row.text(fields["number"]).strip().rstrip(".")) in titles
        ]
        others = [(number, here, there) for number, here, there in numbered if plain(here) != plain(there)]
        if 2 * len(others) > len(numbered):
            if not answers.get(OWN_NUMBERS):
                read.questions.append(numbers_of_sheet_question(others))
            read.counts_itself = answers.get(OWN_NUMBERS) != "dossier"
    return read


def are_known(block: Block, titles: Mapping[str, str]) -> bool:
    """Whether most rows are milestones of the dossier by their number: then they have a name."""
    at = block.columns.fields.get("number")
    numbers = (
        [plain(row.text(at).strip().rstrip(".")) for row, _ in block.rows if row.cell(at)] if at is not None else []
    )
    return 2 * sum(number in titles for number in numbers) >= len(numbers)


def _told_ids(block: Block) -> str:
    at = block.columns.fields["number"]
    head = next(column.head for column in block.columns.kinds.columns if column.index == at)
    return f"‘{cut(head, 40)}’ heeft codes van een programma: die worden geen nummer."
