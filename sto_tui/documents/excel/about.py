"""What every sheet says of itself, under its title."""

from datetime import date

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import capital, long_date
from sto_tui.domain.region_words import region_in_words


def about_lines(dossier: Dossier, day: date) -> list[str]:
    """Of which region and plan period it is, and of which day."""
    period = dossier.current_period
    words = [capital(region_in_words(dossier.region)), f"planperiode {period.label}" if period else "", long_date(day)]
    return [" · ".join(filter(None, words))]
