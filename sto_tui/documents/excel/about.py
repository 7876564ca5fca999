"""What every sheet says of itself, under its title."""

from datetime import date

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import long_date


def about_lines(dossier: Dossier, day: date) -> list[str]:
    """Of which region and plan period it is, and of which day."""
    period = dossier.current_period
    words = [f"Regio {dossier.region.name}", f"planperiode {period.label}" if period else "", long_date(day)]
    return [" · ".join(filter(None, words))]
