"""What a person reads who takes in a sheet of the collection: what is asked, what is told, and what is refused."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path

from sto_tui.intake.milestones.sheet_proposal import proposal_of, read_sheet
from sto_tui.intake.proposal import IntakeProposal
from sto_tui.intake.questions import IntakeQuestion
from sto_tui.intake.sheets.table_reader import IntakeError
from tests.intake.sheets_of_people import outcomes as plans
from tests.intake.sheets_of_people.all_sheets import SHEETS
from tests.intake.sheets_of_people.made import written
from tests.intake.tables_of_people import outcomes as tables
from tests.intake.tables_of_people.all_tables import TABLES

EVERY = (*SHEETS, *TABLES)
# What comes after so many words is mostly a name, a number or a row of the sheet.
_WORDS = 4
_OWN = re.compile(r"‘[^’]*’|\d+")


def said_of(name: str, folder: Path) -> list[str]:
    """A line for each question, choice, remark and refusal."""
    said: list[str] = []
    answers: dict[str, str] = {}

    def heard(answer: Callable[[IntakeQuestion], str], question: IntakeQuestion) -> str:
        said.extend((f"? {question.text}", *(f"    {choice.label}" for choice in question.choices)))
        return answer(question)

    try:
        read, answer = _reading(name, folder, answers)
        proposal = plans.answered_in_turn(read, answers, partial(heard, answer))
    except IntakeError as error:
        return [*said, f"✗ {error}"]
    return [*said, *(f"! {remark}" for remark in proposal.remarks), *(f"✗ {row.reason}" for row in proposal.refused)]


def _reading(
    name: str, folder: Path, answers: dict[str, str]
) -> tuple[Callable[[], IntakeProposal], Callable[[IntakeQuestion], str]]:
    if name in TABLES:
        table = TABLES[name]
        read = partial(tables.reader_of(table, folder), tables.DOSSIERS.get(table.word, tables.EMPTY), answers)
        return read, partial(tables.answer_to, table)
    made = SHEETS[name]
    answers |= made.said
    sheet = read_sheet(written(made, folder))
    return partial(proposal_of, sheet, plans.new_region(), plans.TODAY, answers), partial(plans.answer_to, made)


def few_that_say_all(said: Mapping[str, Iterable[str]]) -> list[str]:
    """So few of them that everything that is said is said by one of these."""
    kinds = {name: {_kind(line) for line in lines} for name, lines in said.items()}
    left = set[str]().union(*kinds.values())
    chosen = set[str]()
    while left:
        name = max(kinds, key=lambda one: len(kinds[one] & left))
        chosen.add(name)
        left -= kinds[name]
    return [name for name in said if name in chosen]


def _kind(line: str) -> str:
    return " ".join(_OWN.sub("…", line).split()[:_WORDS])
