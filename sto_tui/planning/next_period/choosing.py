"""What goes on in the next plan period, as it is ticked: what hangs together is ticked together."""

from collections.abc import Iterator
from dataclasses import dataclass

from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.plan import Speerpunt
from sto_tui.domain.record import Ref
from sto_tui.planning.next_period.proposal import NextPeriod


@dataclass(frozen=True)
class Ticked:
    """What is ticked; `left_along` is what was unticked only because what it belongs to was."""

    ticked: frozenset[Ref]
    left_along: frozenset[Ref] = frozenset()

    def toggled(self, dossier: Dossier, proposal: NextPeriod, ref: Ref) -> "Ticked":
        """One thing is taken along with what it belongs to, or left with what hangs on it.

        Taken along again, it brings what was left along with it.
        """
        below = frozenset(_below(dossier, ref))
        if ref in self.ticked:
            return Ticked(self.ticked - {ref} - below, (self.left_along | (self.ticked & below)) - {ref})
        known = {item.ref for item in proposal.items}
        above = {parent for parent in _above(dossier, ref) if parent in known}
        back = self.left_along & below
        return Ticked(self.ticked | {ref} | above | back, self.left_along - {ref} - above - back)

    def next_of_all(self, proposal: NextPeriod) -> "Ticked":
        """What was proposed; from there all of it, and then nothing."""
        every = frozenset(item.ref for item in proposal.items)
        if self.ticked == every:
            return Ticked(frozenset())
        return Ticked(every if self.ticked == proposal.proposed else proposal.proposed)


def _above(dossier: Dossier, ref: Ref) -> Iterator[Ref]:
    record = dossier.get(ref)
    if isinstance(record, Milestone) and record.speerpunt:
        above = Ref("speerpunten", record.speerpunt)
        yield above
        yield from _above(dossier, above)
    elif isinstance(record, Milestone | Speerpunt) and record.theme:
        yield Ref("themes", record.theme)


def _below(dossier: Dossier, ref: Ref) -> Iterator[Ref]:
    whole = dossier.whole
    if ref.table == "themes":
        for speerpunt in whole.speerpunten_of(ref.id):
            yield ref_of(speerpunt)
        yield from (ref_of(milestone) for milestone in whole.milestones_of(ref.id))
    elif ref.table == "speerpunten":
        yield from (ref_of(milestone) for milestone in whole.milestones_of_speerpunt(ref.id))
