"""The vision of the region: its sections and their texts."""

from collections.abc import Iterable
from datetime import date

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.plan import Chapter
from sto_tui.domain.vision import VisionSection
from sto_tui.places import Place
from sto_tui.planning.checks.empty_field import filled, there
from sto_tui.planning.checks.finding import Level, Points, check, check_each


@check(Level.ONTBREEKT, Place.REGIOVISIE, Chapter.REGIOVISIE, in_paper=True)
def no_vision(dossier: Dossier, today: date) -> Points:
    """A plan without a vision.

    Source: Tips en tools, paragraaf 3.
    """
    yield there(dossier, "vision", "onderdelen van de regiovisie")


def sections(dossier: Dossier) -> Iterable[VisionSection]:
    """All sections of the vision."""
    return dossier.of(VisionSection).values()


@check_each(sections, Level.ONTBREEKT, Place.REGIOVISIE, Chapter.REGIOVISIE, in_paper=True)
def vision_section_without_text(dossier: Dossier, section: VisionSection) -> Points:
    """A section that has a name, and no text.

    Source: Tips en tools, paragraaf 3.
    """
    yield filled(section, "text", f"tekst bij ‘{section.section}’")
