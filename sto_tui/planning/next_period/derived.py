"""Where the milestones and roles come from that nobody has talked through yet: this plan, or the one before.

A copy keeps its mark, for it was still not talked through; but what it was made from stands in the earlier plan.
"""

from collections.abc import Iterable

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone, Veri
from sto_tui.domain.record import Ref


def source_of_milestones(dossier: Dossier) -> str:
    """`de activiteiten per periode`, `het plan van 2025-2026`, or both; empty when nothing was derived."""
    copies = (bool(milestone.continues) for milestone in dossier.of(Milestone).values() if milestone.derived)
    return _sources(dossier, "de activiteiten per periode", copies)


def source_of_roles(dossier: Dossier, party: Ref | None = None) -> str:
    """`de tekst van het plan`, `het plan van 2025-2026`, or both; empty when nothing was derived. Of one when given."""
    earlier = {(role.row, role.party, role.code) for role in dossier.whole.of(Veri).values() if role.derived}
    copies = (
        (_continued(dossier, role.row), role.party, role.code) in earlier
        for role in dossier.of(Veri).values()
        if role.derived and party in (None, role.party)
    )
    return _sources(dossier, "de tekst van het plan", copies)


def _continued(dossier: Dossier, row: Ref) -> Ref:
    return Ref(row.table, getattr(dossier.get(row), "continues", None) or 0)


def _sources(dossier: Dossier, here: str, are_copies: Iterable[bool]) -> str:
    earlier = dossier.period_before
    there = f"het plan van {earlier.label}" if earlier else "een eerder plan"
    return " en ".join(there if is_copy else here for is_copy in sorted(set(are_copies)))
