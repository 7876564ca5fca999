"""What an act on a party would do, with what comes of the cofinancing."""

from collections.abc import Sequence

from sto_tui.domain.change import carried_out
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import amount
from sto_tui.domain.region import PlanPeriod
from sto_tui.frozen import frozen
from sto_tui.planning.money.booked_until import booked_until
from sto_tui.planning.money.share import Contributions, contributions, shown_minimum, shown_percent
from sto_tui.planning.proposal import Proposal


@frozen
class PartyProposal(Proposal):
    """A proposal about a party."""

    def effects(self, chosen: Sequence[int]) -> list[str]:
        """What comes of the cofinancing in every plan period that it touches, a sentence each; as of today."""
        seen, today = self.occasion.dossier, self.occasion.day
        before = booked_until(seen.whole, today)
        after = booked_until(carried_out(seen.whole, self.change(chosen)), today)
        if seen.whole is not seen:
            before = before.seen_in(seen.lens)
        return effects_per_period(before, after) or ["De cofinanciering die meetelt verandert niet."]


def effects_per_period(before: Dossier, after: Dossier) -> list[str]:
    """What changes in the cofinancing that counts: in full in the period that is seen, in short in others."""
    now = before.current_period
    if now is None:
        return money_effects(before, after)
    sentences = money_effects(before.seen_in(now.id), after.seen_in(now.id))
    for period in before.whole.of(PlanPeriod).values():
        states = [contributions(dossier.seen_in(period.id)) for dossier in (before, after)]
        if period != now and (told := _in_short(*states)):
            sentences.append(f"In planperiode {period.label}: {told}.")
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


def _in_short(was: Contributions | None, now: Contributions | None) -> str:
    """The same in a line, with the percentages of both bases and the most that is lacking; empty when it stays."""
    if was is None or now is None or _counts(was) == _counts(now):
        return ""
    shares = [
        f"{shown_percent(earlier)} → {shown_percent(later)}"
        for earlier, later in zip(was.shares, now.shares, strict=True)
        if not later.why_not
    ]
    lacking = max(share.short for share in now.shares)
    parts = [" en ".join(shares), f"er ontbreekt {amount(lacking)}" if lacking else ""]
    return "; ".join(filter(None, (f"{amount(was.counted)} → {amount(now.counted)}", *parts)))


def _counts(state: Contributions) -> tuple[object, ...]:
    return state.counted, [(share.percent, share.short) for share in state.shares]
