"""How the data modules of the sample write down speerpunten, milestones and their log.

A milestone is one line of facts, a title, a result and its log. The facts, in this order and divided by blanks:
number, start and due (`1.1a 11-1-27 12-2-27`), then what applies of
`E:SG V:KC+WO R:UL I:.. S:.. O:..` (roles by abbreviation), `na:1.1b,1.2c+14` (waits for, with days in between),
`doel:3`, `smart:SMART` (first letters), `groen`, `oranje`, `rood` or `gereed:5-2-27`, `go` (go/no-go moment),
`win` (quick result) and `vast` (fixed date).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from voorbeeldregio_partijen import BODY_IDS, PARTY_IDS

from sto_tui.domain.milestones import Dependency, Milestone, MilestoneKind, Progress, Smart, Stoplicht, Veri, VeriCode
from sto_tui.domain.plan import Act, Partner, Phase, Speerpunt, Tag
from sto_tui.domain.record import Ref
from sto_tui.domain.typed_dates import parse_date

PHASES = {
    "jan–juli 2027": (date(2027, 1, 1), date(2027, 7, 31)),
    "aug–dec 2027": (date(2027, 8, 1), date(2027, 12, 31)),
    "jan–juli 2028": (date(2028, 1, 1), date(2028, 7, 31)),
    "aug–dec 2028": (date(2028, 8, 1), date(2028, 12, 31)),
    "2027": (date(2027, 1, 1), date(2027, 12, 31)),
    "2028": (date(2028, 1, 1), date(2028, 12, 31)),
}
_SMART = {tick.value[0].upper(): tick for tick in Smart}


@dataclass(frozen=True)
class LogLine:
    """How a milestone stood on a day."""

    day: date
    light: Stoplicht
    note: str
    obstacle: str
    measure: str
    by: str


@dataclass(frozen=True)
class Step:
    """A milestone as written down, before numbers have become ids."""

    number: str
    start: date
    due: date
    facts: tuple[str, ...]
    title: str
    result: str
    log: tuple[LogLine, ...]

    def fact(self, key: str) -> str:
        """What stands after `key:`; empty when it does not apply."""
        return next((fact.partition(":")[2] for fact in self.facts if fact.partition(":")[0] == key), "")


def log(day: str, light: str, note: str = "", obstacle: str = "", measure: str = "", by: str = "") -> LogLine:
    """A line of the log."""
    return LogLine(parse_date(day), Stoplicht(light), note, obstacle, measure, by)


def step(facts: str, title: str, result: str, *lines: LogLine) -> Step:
    """A milestone with its log; see the top of this module for `facts`."""
    number, start, due, *rest = facts.split()
    return Step(number, parse_date(start), parse_date(due), tuple(rest), title, result, lines)


def speerpunt(
    number: str,
    title: str,
    result: str,
    goals: tuple[int, ...],
    tags: str,
    partners: Sequence[tuple[str, str]],
    phases: Sequence[tuple[str, ...]],
    carried_over_from: str = "",
) -> Speerpunt:
    """A speerpunt; a partner is abbreviation and contribution, a phase is its label and then its acts."""
    return Speerpunt(
        theme=int(number.partition(".")[0]),
        number=number,
        title=title,
        result=result,
        goals=goals,
        tags=tuple(Tag(tag) for tag in tags.split()),
        partners=tuple(Partner(party=PARTY_IDS.get(short), role=role) for short, role in partners),
        phases=tuple(
            Phase(label=label, start=PHASES[label][0], end=PHASES[label][1], acts=tuple(Act(text=act) for act in acts))
            for label, *acts in phases
        ),
        carried_over_from=carried_over_from,
    )


def who(short: str) -> Ref:
    """The party or body with this abbreviation."""
    return Ref("bodies", BODY_IDS[short]) if short in BODY_IDS else Ref("parties", PARTY_IDS[short])


def roles(row: Ref, facts: Sequence[str]) -> list[Veri]:
    """The roles in one row of the matrix, from facts like `E:SG` and `V:KC+WO`."""
    return [
        Veri(row=row, party=who(short), code=VeriCode(code))
        for code, _, shorts in (fact.partition(":") for fact in facts)
        if code in set(VeriCode)
        for short in shorts.split("+")
    ]


def milestone(one: Step, ids: dict[str, int], speerpunten: dict[str, int]) -> Milestone:
    """The milestone record; `ids` and `speerpunten` give the id that belongs to a number."""
    light = next((fact.partition(":")[0] for fact in one.facts if fact.partition(":")[0] in set(Stoplicht)), "")
    done = one.fact(Stoplicht.GEREED)
    return Milestone(
        id=ids[one.number],
        number=one.number,
        title=one.title,
        speerpunt=speerpunten[one.number[:-1]],
        tangible_result=one.result,
        start=one.start,
        due=one.due,
        fixed_date="vast" in one.facts,
        after=tuple(_dependency(waits, ids) for waits in one.fact("na").split(",") if waits),
        kind=MilestoneKind.GO_NO_GO if "go" in one.facts else MilestoneKind.RESULTAAT,
        quick_win="win" in one.facts,
        smart=tuple(_SMART[letter] for letter in one.fact("smart")),
        goal=int(one.fact("doel")) if one.fact("doel") else None,
        light=Stoplicht(light) if light else Stoplicht.NIET_GESTART,
        done_on=parse_date(done) if done else None,
    )


def _dependency(written: str, ids: dict[str, int]) -> Dependency:
    number, _, days = written.partition("+")
    return Dependency(milestone=ids[number], lag_days=int(days or 0))


def progress(one: Step, ids: dict[str, int]) -> list[Progress]:
    """The log of a milestone."""
    return [
        Progress(
            milestone=ids[one.number],
            date=line.day,
            light=line.light,
            note=line.note,
            obstacle=line.obstacle,
            measure=line.measure,
            by=line.by,
        )
        for line in one.log
    ]
