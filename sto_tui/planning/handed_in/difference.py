"""One thing that differs from the plan that was handed in, and when it has to be reported."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from sto_tui.content.library import sources
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.level_words import own_fields
from sto_tui.domain.record import Choice, FieldSpec, Record, Ref
from sto_tui.domain.tables import TABLES
from sto_tui.domain.text import around_difference, shortened
from sto_tui.frozen import frozen

_CONTEXT = 60
_LONGEST_NAME = 90


class ReportBy(Choice):
    """When DUS-I has to hear of a change. Source: domain.md §1.7; to be checked in the regulation."""

    AT_ONCE = "direct_melden", "direct melden"
    NEXT_REPORT = "in_rapportage", "in de volgende rapportage"


class DifferenceKind(Choice):
    """Kinds of change."""

    GOAL_DROPPED = "doel_vervallen"
    GOAL_ADDED = "doel_nieuw"
    GOAL_CHANGED = "doel_gewijzigd"
    ACTIVITY_DROPPED = "activiteit_vervallen"
    ACTIVITY_ADDED = "activiteit_nieuw"
    ACTIVITY_CHANGED = "activiteit_gewijzigd"
    ACTIVITY_LATE = "activiteit_niet_op_tijd"
    ACTIVITY_MOVED = "activiteit_verschoven"
    TO_OVERHEAD = "naar_overhead"
    MONEY = "geld"
    PARTNER_GONE = "partner_weg"


@frozen
class Difference:
    """A change since the plan was handed in.

    `about` is its key: the same as long as the difference is there, also when it becomes another kind. `text` says it
    in a Dutch sentence or more, `before` and `now` what stood there and what stands there.
    """

    about: str
    ref: Ref
    kind: DifferenceKind
    report: ReportBy
    text: str
    before: str = ""
    now: str = ""

    @property
    def source(self) -> str:
        """Where the rule comes from by which it is reported, to be checked in the regulation."""
        return sources()[_SOURCES.get(self.kind, self.report.value)]


_SOURCES = {DifferenceKind.PARTNER_GONE: "partner_gone"}
"""The kinds of which another source says when they are reported."""


@frozen
class Sides:
    """The plan as it was handed in and as it is now, both seen through the same period, and today."""

    before: Dossier
    now: Dossier
    today: date

    def name(self, record: Record) -> str:
        """What a record of one of the two is called, to go on after: `doel 1 Meer leerlingen`, cut to a line."""
        side = self.before if self.before.get(ref_of(record)) is record else self.now
        return shortened(" ".join(side.name(ref_of(record)).split()).rstrip("."), _LONGEST_NAME)

    def gone(self, ref: Ref) -> str:
        """What became of a record that is no longer in the plan; nobody knows more than that."""
        return "hoort niet meer bij deze planperiode" if self.now.get(ref) else "is vervallen"


@frozen
class FieldDifference:
    """A field that says something else: its label, and what it said and says, around the difference."""

    label: str
    before: str
    now: str

    def __str__(self) -> str:
        """`streefwaarde ‘500’ → ‘450’`."""
        return f"{self.label} {quoted(self.before)} → {quoted(self.now)}"


def quoted(text: str) -> str:
    """A text between quotes, or that there is none."""
    return f"‘{text}’" if text else "leeg"


def field_changes(sides: Sides, before: Record, now: Record, names: Sequence[str]) -> list[FieldDifference]:
    """Which of these fields say something else, apart from blanks; another name of what they refer to is no change."""
    changes = []
    for name in names:
        spec = own_fields(type(before), sides.now.region)[name]
        if getattr(before, name) == getattr(now, name):
            continue
        was, becomes = (
            " ".join(side.shown(spec, getattr(record, name)).split())
            for side, record in ((sides.before, before), (sides.now, now))
        )
        if was != becomes:
            changes.append(FieldDifference(_label(sides, before, spec), *around_difference(was, becomes, _CONTEXT)))
    return changes


def _label(sides: Sides, record: Record, spec: FieldSpec) -> str:
    """What a field is called after the record: of `mijlpaal 1.2a` it is not the `mijlpaal` that changes."""
    label = spec.label_in_text
    is_its_kind = label in (sides.now.word_of(ref_of(record).table), TABLES[ref_of(record).table].singular)
    return {"title": "titel", "name": "naam"}.get(spec.name, label) if is_its_kind else label


def told(changes: Sequence[FieldDifference]) -> dict[str, Any]:
    """The fields `before` and `now` of a difference in these fields."""
    return {
        "before": "; ".join(f"{change.label}: {change.before or 'leeg'}" for change in changes),
        "now": "; ".join(f"{change.label}: {change.now or 'leeg'}" for change in changes),
    }


Differences = Iterator[Difference]
