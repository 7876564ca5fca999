"""The answers about a sheet that came in, kept for the next one with the same heads."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from sto_tui import settings
from sto_tui.domain import dutch
from sto_tui.intake.proposal import IntakeProposal

# Rows, years and parts differ from one sheet to the next, and are asked anew.
_OF_ONE_SHEET = ("koprij", "jaar", "week1", "verborgen", "deel", "zonderdatum")


@dataclass(frozen=True)
class RememberedAnswers:
    """The answers of an earlier sheet with the same heads; `told` is a Dutch line about them, empty without any."""

    answers: Mapping[str, str] = field(default_factory=dict)
    told: str = ""


def remembered_answers(proposal: IntakeProposal) -> RememberedAnswers:
    """What was answered before about a sheet with these heads, as far as it is still asked."""
    memory = settings.sheet_memory(proposal.heads)
    if memory is None or not memory.answers or not proposal.questions:
        return RememberedAnswers()
    named = dutch.enumerate_words([f"{key}={answer}" for key, answer in memory.answers.items()])
    told = f"Zelfde antwoorden als op {dutch.long_date(memory.day)}: {named}. Opnieuw kiezen: --opnieuw."
    return RememberedAnswers(memory.answers, told)


def remember_answers(proposal: IntakeProposal, answers: Mapping[str, str], today: date) -> None:
    """Keeps the answers about sheets with these heads; without any it forgets them."""
    kept = {key: answer for key, answer in answers.items() if key not in _OF_ONE_SHEET}
    settings.remember_sheet(proposal.heads, settings.SheetMemory(kept, today) if kept else None)
