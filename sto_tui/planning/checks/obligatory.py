"""The subjects for which the regulation asks attention."""

from collections.abc import Iterator
from datetime import date

from sto_tui.domain.dossier import Dossier, list_of
from sto_tui.domain.plan import Speerpunt, Tag
from sto_tui.domain.record import Ref
from sto_tui.places import Place
from sto_tui.planning.checks.finding import Certainty, Level, rule

SUBJECTS = (Tag.PO, Tag.MBO, Tag.BEDRIJVEN, Tag.KLIMAAT, Tag.GELIJKE_KANSEN, Tag.ONDERWIJSPERSONEEL)


@rule(Level.WAARSCHUWING, Place.PLAN, Certainty.TE_CONTROLEREN)
def subject_without_speerpunt(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """A subject of the regulation that no speerpunt touches; silent while there is no speerpunt at all.

    Source: Tips en tools, paragraaf 7; te controleren in de regeling.
    """
    touched = {tag for speerpunt in dossier.of(Speerpunt).values() for tag in speerpunt.tags}
    for subject in SUBJECTS if dossier.of(Speerpunt) else ():
        if subject not in touched:
            yield (
                list_of("speerpunten"),
                f"Geen enkel speerpunt gaat over ‘{subject.label}’. Geef aan welk speerpunt dat doet; "
                "of het moet, is te controleren in de regeling.",
            )
