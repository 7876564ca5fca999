"""How the data modules of the Almere sample write down speerpunten and the milestones that follow from them.

A partner is an abbreviation and its contribution (`MCA 2 docenten`); `-` stands for partners that are no single party.
A milestone is one line of facts, a title and a result. The facts are number, start and due
(`1.1a 1-1-2020 31-7-2020`), then what applies of `E:SG V:SC+BED R:.. I:.. S:..` (roles by abbreviation),
`na:1.1b,1.2c+14` (waits for, with days in between), `go` (go/no-go moment) and `win` (quick result).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from almere_parties import BODY_IDS, PARTY_IDS

from sto_tui.domain.milestones import Dependency, Milestone, MilestoneKind, Veri, VeriCode
from sto_tui.domain.plan import Act, Partner, Phase, Speerpunt, Tag
from sto_tui.domain.record import Ref
from sto_tui.domain.typed_dates import parse_date

JANUARY_TO_JULY = "2020 (jan. – juli)"
SEPTEMBER_TO_DECEMBER = "2020 (sept - dec)"
PHASES = {
    JANUARY_TO_JULY: (date(2020, 1, 1), date(2020, 7, 31)),
    SEPTEMBER_TO_DECEMBER: (date(2020, 9, 1), date(2020, 12, 31)),
    "2020": (date(2020, 1, 1), date(2020, 12, 31)),
    "2021": (date(2021, 1, 1), date(2021, 12, 31)),
    "2021 - 2023": (date(2021, 1, 1), date(2023, 12, 31)),
    "2022 - 2023": (date(2022, 1, 1), date(2023, 12, 31)),
}


@dataclass(frozen=True)
class Step:
    """A milestone as written down, before numbers have become ids."""

    number: str
    start: date
    due: date
    facts: tuple[str, ...]
    title: str
    result: str

    def fact(self, key: str) -> str:
        """What stands after `key:`; empty when it does not apply."""
        return next((fact.partition(":")[2] for fact in self.facts if fact.partition(":")[0] == key), "")


@dataclass(frozen=True)
class Planned:
    """A speerpunt with the milestones that follow from it."""

    speerpunt: Speerpunt
    steps: tuple[Step, ...]


def step(facts: str, title: str, result: str) -> Step:
    """A milestone; see the top of this module for `facts`."""
    number, start, due, *rest = facts.split()
    return Step(number, parse_date(start), parse_date(due), tuple(rest), title, result)


def planned(
    number: str,
    title: str,
    result: str,
    goals: tuple[int, ...],
    tags: str,
    partners: Sequence[str],
    phases: Sequence[tuple[str, ...]],
    steps: Sequence[Step],
) -> Planned:
    """A speerpunt with its milestones; a phase is its label and then its acts."""
    speerpunt = Speerpunt(
        theme=int(number.partition(".")[0]),
        number=number,
        title=title,
        result=result,
        goals=goals,
        tags=tuple(Tag(tag) for tag in tags.split()),
        partners=tuple(map(_partner, partners)),
        phases=tuple(
            Phase(label=label, start=PHASES[label][0], end=PHASES[label][1], acts=tuple(Act(text=act) for act in acts))
            for label, *acts in phases
        ),
    )
    return Planned(speerpunt, tuple(steps))


def _partner(written: str) -> Partner:
    short, _, role = written.partition(" ")
    return Partner(party=None if short == "-" else PARTY_IDS[short], role=role)


def who(short: str) -> Ref:
    """The party or body with this abbreviation."""
    return Ref("bodies", BODY_IDS[short]) if short in BODY_IDS else Ref("parties", PARTY_IDS[short])


def roles(row: Ref, facts: Sequence[str]) -> list[Veri]:
    """The roles in one row of the matrix, from facts like `E:SG` and `V:SC+MCA`."""
    return [
        Veri(row=row, party=who(short), code=VeriCode(code), derived=True)
        for code, _, shorts in (fact.partition(":") for fact in facts)
        if code in set(VeriCode)
        for short in shorts.split("+")
    ]


def milestone(one: Step, speerpunt_id: int, goal: int, ids: dict[str, int]) -> Milestone:
    """The milestone record; `ids` gives the id that belongs to a number."""
    return Milestone(
        number=one.number,
        title=one.title,
        speerpunt=speerpunt_id,
        tangible_result=one.result,
        start=one.start,
        due=one.due,
        after=tuple(_dependency(waits, ids) for waits in one.fact("na").split(",") if waits),
        kind=MilestoneKind.GO_NO_GO if "go" in one.facts else MilestoneKind.RESULTAAT,
        quick_win="win" in one.facts,
        goal=goal,
        derived=True,
    )


def _dependency(written: str, ids: dict[str, int]) -> Dependency:
    number, _, days = written.partition("+")
    return Dependency(milestone=ids[number], lag_days=int(days or 0))
