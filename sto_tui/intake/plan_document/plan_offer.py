"""What a plan offers: a record that may be taken, and all of them together."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sto_tui.domain.dossier import ref_of
from sto_tui.domain.record import Record
from sto_tui.intake.plan_document.written_plan import (
    NotUnderstood,
)
from sto_tui.intake.proposal import FieldChange


@dataclass(frozen=True)
class Tie:
    """A partner that a speerpunt of the dossier has in the words of the plan, and what it does as the party offered."""

    speerpunt: int
    words: str
    role: str


@dataclass(frozen=True)
class PlanOffer:
    """A record that may be taken. `before` is None for a new one.

    `words` are the partners as the plan has them, by party and role. `doubt` says why it may be read wrongly; then it
    is only taken when somebody says so. With `more` it adds that to a record that is offered apart, or is there.
    `replaced` names the fields of the dossier of which something would go, which also takes somebody to say so.
    `ties` are the partners in words that become the party that is offered.
    """

    number: int
    place: str
    caption: str
    details: tuple[str, ...]
    before: Record | None
    after: Record
    differences: tuple[FieldChange, ...] = ()
    words: Mapping[tuple[int | None, str], str] = field(default_factory=dict)
    doubt: str = ""
    more: Record | None = None
    replaced: tuple[str, ...] = ()
    ties: tuple[Tie, ...] = ()

    @property
    def is_sure(self) -> bool:
        """Whether it is taken without anybody choosing it."""
        return not self.doubt and not self.replaced

    @property
    def table(self) -> str:
        """The table of its record."""
        return ref_of(self.after).table


@dataclass(frozen=True)
class Offered:
    """All offers, in the order in which they are shown, and what could not be offered."""

    offers: tuple[PlanOffer, ...]
    not_understood: tuple[NotUnderstood, ...]
    remarks: tuple[str, ...]
    only_text: tuple[NotUnderstood, ...] = ()
