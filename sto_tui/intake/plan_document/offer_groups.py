"""The offers of a plan in groups, in the order of the plan: a theme stands with its speerpunten."""

from collections.abc import Sequence
from dataclasses import dataclass

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import capital
from sto_tui.domain.level_words import word_of_table
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.intake.plan_document.plan_offer import PlanOffer


@dataclass(frozen=True)
class OfferGroup:
    """Offers that belong together, with what they are called."""

    name: str
    offers: tuple[PlanOffer, ...]


def groups_of(offers: Sequence[PlanOffer], seen: Dossier) -> tuple[OfferGroup, ...]:
    """All offers by group; `seen` is the dossier with all of them in it."""
    by_name: dict[str, list[PlanOffer]] = {}
    for offer in offers:
        by_name.setdefault(_group(offer, seen), []).append(offer)
    return tuple(OfferGroup(name, tuple(of_group)) for name, of_group in by_name.items())


def _group(offer: PlanOffer, seen: Dossier) -> str:
    record = offer.after
    theme = record if isinstance(record, Theme) else None
    if isinstance(record, Speerpunt):
        theme = seen.of(Theme).get(record.theme)
    if theme is None:
        return capital(word_of_table(seen.region, offer.table).plural)
    return f"{capital(seen.word_of('themes'))} {theme.number} {theme.title}"
