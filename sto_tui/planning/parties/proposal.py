"""What an act on a party would do: lines that each can go one way or another, carried out together as one change."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sto_tui.domain.change import Change, Edit, Occasion, added, carried_out, removed, replaced
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import amount
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.region import PlanPeriod
from sto_tui.planning.money.share import Contributions, contributions, shown_minimum, shown_percent


class Workings:
    """Records on their way to what they are to be: each step sees what those before it made."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._now: dict[Ref, Record | None] = {}

    def get(self, ref: Ref) -> Record | None:
        """The record as it is by now; None when it is not there or goes."""
        return self._now[ref] if ref in self._now else self._dossier.get(ref)

    def put(self, ref: Ref, record: Record | None) -> None:
        """Says what a record is to be; None takes it away."""
        self._now[ref] = record

    def add(self, record: Record) -> None:
        """Adds a record."""
        new = record.model_copy(update={"id": -1 - len(self._now)})
        self._now[ref_of(new)] = new

    def edits(self, occasion: Occasion) -> tuple[Edit, ...]:
        """The edits that carry this out. Raises pydantic.ValidationError for a record that cannot be so."""
        edits: list[Edit] = []
        for ref, after in self._now.items():
            before = self._dossier.get(ref)
            if before and after:
                edits += replaced(before, after, occasion)
            elif before:
                edits += removed(before, self._dossier)
            elif after:
                edits += added(after, occasion)
        return tuple(edits)


Step = Callable[[Workings], None]


def nothing(workings: Workings) -> None:
    """The step that leaves everything as it is."""


@dataclass(frozen=True)
class Way:
    """One way in which a line can go: what people read, and what it does.

    `is_open` marks the way in which nobody takes it over, or nothing is done; `taker` is who does take it over.
    """

    label: str
    step: Step
    is_open: bool = False
    taker: Ref | None = None


@dataclass(frozen=True)
class PartyLine:
    """One thing to decide. `group` is its heading, `start` the way that is proposed, `detail` what else to know."""

    group: str
    about: str
    ways: tuple[Way, ...]
    start: int = 0
    detail: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """All that people read of it: the same for the same question."""
        return (self.group, self.about, self.detail, *(way.label for way in self.ways))


@dataclass(frozen=True)
class PartyProposal:
    """What an act on a party would do, in a version of the dossier.

    `always` is carried out with any choice, `notes` say what goes along or stays as it was. A `warning` says why it may
    be a mistake: who carries it out is asked about that first.
    """

    heading: str
    label: str
    occasion: Occasion
    lines: tuple[PartyLine, ...]
    always: Step
    notes: tuple[str, ...] = ()
    warning: str = ""

    @property
    def proposed(self) -> tuple[int, ...]:
        """The proposed way of each line."""
        return tuple(line.start for line in self.lines)

    def change(self, chosen: Sequence[int]) -> Change:
        """The one change that carries out the chosen way of each line."""
        workings = Workings(self.occasion.dossier)
        for line, number in zip(self.lines, chosen, strict=True):
            line.ways[number].step(workings)
        self.always(workings)
        return Change(self.label, workings.edits(self.occasion))

    def effects(self, chosen: Sequence[int]) -> list[str]:
        """What comes of the cofinancing in every plan period that it touches, a sentence each."""
        before = self.occasion.dossier
        after = carried_out(before.whole, self.change(chosen))
        return effects_per_period(before, after) or ["De cofinanciering die meetelt verandert niet."]

    def asks_the_same(self, earlier: "PartyProposal") -> bool:
        """Whether what was chosen from an earlier proposal can be carried out in this one."""
        return [line.words for line in self.lines] == [line.words for line in earlier.lines]


def effects_per_period(before: Dossier, after: Dossier) -> list[str]:
    """What changes in the cofinancing that counts, of the period that is seen first; others are named."""
    now = before.current_period
    if now is None:
        return money_effects(before, after)
    sentences = money_effects(before.seen_in(now.id), after.seen_in(now.id))
    for period in before.whole.of(PlanPeriod).values():
        if period != now and (changes := money_effects(before.seen_in(period.id), after.seen_in(period.id))):
            sentences += [f"In planperiode {period.label}:", *changes]
    return sentences


def money_effects(before: Dossier, after: Dossier) -> list[str]:
    """What counts as cofinancing before → after, and how much that is of both bases; nothing when it stays."""
    was, now = contributions(before), contributions(after)
    if was is None or now is None or _counts(was) == _counts(now):
        return []
    sentences = [f"Cofinanciering die meetelt: {amount(was.counted)} → {amount(now.counted)}."]
    for earlier, later in zip(was.shares, now.shares, strict=True):
        if later.why_not:
            sentences.append(f"Deel van de {later.name}: niet te berekenen, want {later.why_not}.")
            continue
        short = f"; er ontbreekt {amount(later.short)}" if later.short else ""
        least = f"minimum {shown_minimum(now)}{short}"
        sentences.append(f"Van de {later.name}: {shown_percent(earlier)} → {shown_percent(later)} ({least}).")
    return sentences


def _counts(state: Contributions) -> tuple[object, ...]:
    return state.counted, [(share.percent, share.short) for share in state.shares]
