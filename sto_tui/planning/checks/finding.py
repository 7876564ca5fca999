"""One mechanism for everything that may be wrong or missing in a dossier.

A check is one function in `planning/checks`, marked with `rule`, whose docstring gives its source.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import count, enumerate_words
from sto_tui.domain.milestones import Progress, Veri
from sto_tui.domain.record import Ref
from sto_tui.domain.tables import natural_key
from sto_tui.places import Place

Found = Iterable[tuple[Ref, str]]
Check = Callable[[Dossier, date], Found]

_SOURCE = re.compile(r"^\s*Source: (?P<source>.+?)\.?\s*$", re.MULTILINE)


class Level(StrEnum):
    """How serious a finding is; in order."""

    FOUT = "fout"
    WAARSCHUWING = "waarschuwing"
    TIP = "tip"

    @property
    def plural(self) -> str:
        """`fouten`, `waarschuwingen`, `tips`."""
        return {Level.FOUT: "fouten", Level.WAARSCHUWING: "waarschuwingen", Level.TIP: "tips"}[self]


class Certainty(StrEnum):
    """Whether a rule stands firm, or has to be looked up in the regulation."""

    BEVESTIGD = "bevestigd"
    TE_CONTROLEREN = "te_controleren"


@dataclass(frozen=True)
class Finding:
    """One thing that is wrong or missing: one Dutch sentence, and where to mend it."""

    rule: str
    level: Level
    message: str
    ref: Ref
    place: Place
    source: str
    certainty: Certainty


@dataclass(frozen=True)
class Rule:
    """A check with what it says of itself."""

    name: str
    level: Level
    place: Place
    certainty: Certainty
    source: str
    check: Check


RULES: dict[str, Rule] = {}


def rule(level: Level, place: Place, certainty: Certainty = Certainty.BEVESTIGD) -> Callable[[Check], Check]:
    """Registers a check; its docstring must hold a line `Source: …`, which people see with the finding."""

    def register(check: Check) -> Check:
        name = check.__name__
        source = _SOURCE.search(check.__doc__ or "")
        if source is None or name in RULES:
            raise RuntimeError(f"rule {name}: no source in its docstring, or a name that is taken")
        RULES[name] = Rule(name, level, place, certainty, source["source"], check)
        return check

    return register


@cache
def all_rules() -> tuple[Rule, ...]:
    """Every check there is."""
    from sto_tui.planning import checks

    checks.load()
    return tuple(RULES.values())


def findings(dossier: Dossier, today: date) -> tuple[Finding, ...]:
    """Everything that is wrong or missing: errors first, then by place and number."""
    found = [
        Finding(one.name, one.level, message, ref, one.place, one.source, one.certainty)
        for one in all_rules()
        for ref, message in one.check(dossier, today)
    ]
    order = {level: number for number, level in enumerate(Level)}
    return tuple(
        sorted(found, key=lambda one: (order[one.level], one.place.number, one.rule, _number(dossier, one.ref)))
    )


def counted(total: int, levels: Mapping[Level, int]) -> str:
    """`7 meldingen, waarvan 2 fouten en 5 tips`: how many there are, and of the levels that occur how many."""
    told = [count(many, level.value, level.plural) for level, many in levels.items() if many]
    findings = count(total, "melding", "meldingen") if total else "geen meldingen"
    return f"{findings}, waarvan {enumerate_words(told)}" if told else findings


def about_milestone(dossier: Dossier, ref: Ref) -> int | None:
    """The id of the milestone that something is about: itself, one of its roles, or a line of its log."""
    if ref.table == "milestones":
        return ref.id
    if ref.table == "progress" and (entry := dossier.of(Progress).get(ref.id)):
        return entry.milestone
    if ref.table == "veri" and (role := dossier.of(Veri).get(ref.id)) and role.row.table == "milestones":
        return role.row.id
    return None


def _number(dossier: Dossier, ref: Ref) -> tuple[tuple[tuple[int, int, str], ...], int]:
    return natural_key(str(getattr(dossier.get(ref), "number", ""))), ref.id
