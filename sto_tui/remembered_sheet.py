"""The answers about a sheet that came in, kept for the next one with the same heads."""

from collections.abc import Callable, Mapping
from dataclasses import field
from datetime import date

from sto_tui import settings
from sto_tui.domain import dutch
from sto_tui.frozen import frozen
from sto_tui.intake.proposal import IntakeProposal
from sto_tui.intake.questions import Answers
from sto_tui.intake.tables.sheet_questions import ORDER
from sto_tui.intake.tables.table_answers import COLUMN, SUM

# Rows, years and parts differ from one sheet to the next, and are asked anew.
_OF_ONE_SHEET = ("koprij", "jaar", "week1", "verborgen", "deel", "zonderdatum", "onderaan", "tabel", "zelfde")


@frozen
class RememberedAnswers:
    """The answers of an earlier sheet with the same heads, and the day on which they were given; None without any."""

    answers: Mapping[str, str] = field(default_factory=dict)
    day: date | None = None

    @property
    def told(self) -> str:
        """A Dutch sentence about them, empty without any. What can be typed stands in it as it is typed."""
        if self.day is None:
            return ""
        sums = [f"‘{key.removeprefix(SUM)}’" for key in self.answers if key.startswith(SUM)]
        typed = [f"{key}={answer}" for key, answer in self.answers.items() if not key.startswith(SUM)]
        told = [f"als som overgeslagen {dutch.enumerate_words(sums)}"] if sums else []
        return f"Zelfde antwoorden als op {dutch.long_date(self.day)}: {dutch.enumerate_words([*typed, *told])}."


def remembered_answers(proposal: IntakeProposal, read: Callable[[Answers], IntakeProposal]) -> RememberedAnswers:
    """What was answered before about a sheet with these heads.

    `read` reads the sheet with answers: the order of day and month is only that of an earlier one when the dates of
    this one leave it open, since another export of the same list may have another. A column that was pointed at holds
    for a sheet of which nothing is asked, too.
    """
    memory = settings.sheet_memory(proposal.heads) if proposal.heads else None
    if memory is None or not (proposal.questions or any(key.startswith(COLUMN) for key in memory.answers)):
        return RememberedAnswers()
    answers: Answers = memory.answers
    if ORDER in answers:
        others = {key: answer for key, answer in answers.items() if key != ORDER}
        answers = answers if any(question.key == ORDER for question in read(others).questions) else others
    return RememberedAnswers(answers, memory.day) if answers else RememberedAnswers()


def remember_answers(proposal: IntakeProposal, answers: Mapping[str, str], today: date) -> None:
    """Keeps the answers about sheets with these heads; without any it forgets them."""
    kept = {key: answer for key, answer in {**answers, **proposal.kept}.items() if key not in _OF_ONE_SHEET}
    if proposal.heads:
        settings.remember_sheet(proposal.heads, settings.SheetMemory(kept, today) if kept else None)
