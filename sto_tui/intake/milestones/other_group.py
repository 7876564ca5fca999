"""A row with the name of a milestone that stands elsewhere in the dossier: that one moved, or another? It is asked.

Each school has an *Open dag*: a table for the mbo beside that for the vmbo would else take the days of its neighbour.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sto_tui.domain import dutch
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.text import cut
from sto_tui.intake.milestones.answers import SAME
from sto_tui.intake.milestones.named import named
from sto_tui.intake.milestones.rows import Line
from sto_tui.intake.questions import IntakeChoice, IntakeQuestion

NEW, MOVED = "nieuw", "zelfde"
_LONGEST_NAME = 40


@dataclass(frozen=True)
class OtherGroup:
    """A row, and the milestone with its name that stands under something else."""

    line: Line
    milestone: Milestone
    # Where that stands, as people call it.
    place: str

    @property
    def has_its_days(self) -> bool:
        """Whether no day would become another one: then it has rather moved."""
        days = ((self.line.start, self.milestone.start), (self.line.due, self.milestone.due))
        return all(new is None or old is None or new == old for new, old in days)


def other_group_question(doubts: Sequence[OtherGroup]) -> IntakeQuestion:
    """Whether rows are milestones of the dossier that have moved."""
    first = doubts[0]
    names = named([cut(doubt.milestone.title, _LONGEST_NAME) for doubt in doubts])
    verb, it = ("staat", "Is dat dezelfde mijlpaal") if len(doubts) == 1 else ("staan", "Zijn dat dezelfde mijlpalen")
    text = f"{names} {verb} in het dossier ergens anders bij. {it}?"
    where = f"‘{cut(first.line.deelproject or first.line.theme or first.line.group, _LONGEST_NAME)}’"
    moved = f"{first.milestone.number} {cut(first.milestone.title, _LONGEST_NAME)}: {first.place} → {where}"
    days = [dutch.short_date(day) for day in (first.line.due or first.line.start,) if day]
    new = " · ".join((f"{cut(first.milestone.title, _LONGEST_NAME)} bij {where}", *days))
    choices = (
        IntakeChoice(NEW, "nee: een nieuwe mijlpaal ernaast", (new,)),
        IntakeChoice(MOVED, "ja: dezelfde, met de groep en de dagen uit dit blad", (moved,)),
    )
    have_moved = all(doubt.has_its_days for doubt in doubts)
    return IntakeQuestion(SAME, text, choices, MOVED if have_moved else NEW)
