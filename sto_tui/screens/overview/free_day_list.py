"""The list of free days: the region's own, and the national school holidays."""

from collections.abc import Sequence
from datetime import date

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import capital, short_date
from sto_tui.domain.region import FreeDay
from sto_tui.planning.working_days.free_days import free_days
from sto_tui.screens.frame.columns import ListOf, Shown
from sto_tui.screens.frame.section import BLANK, group, note
from sto_tui.widgets.record_list import Cell, Row

_TITLE: Shown[FreeDay] = Shown("title", head="Vrije dag", share=2, least=20)
_FROM: Shown[FreeDay] = Shown("start", width=10)
_UNTIL: Shown[FreeDay] = Shown("end", width=12)
_SOURCE: Shown[FreeDay] = Shown("source", share=3, role="muted", drop=1)
FREE_DAYS = ListOf(
    FreeDay,
    _TITLE,
    _FROM,
    _UNTIL,
    _SOURCE,
    none="Nog geen eigen vrije dagen. Druk op a om er een toe te voegen.",
)


def free_day_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """The region's own free days, and the national school holidays that are still to come in its vakantieregio."""
    region = dossier.region.holiday_region
    rows = [*FREE_DAYS.rows(dossier, today), BLANK]
    if region is None:
        return [*rows, note("Kies in het regioprofiel een vakantieregio, dan staan hier ook de schoolvakanties.")]
    rows.append(group(f"Schoolvakanties van regio {region.label}"))
    coming = [holiday for holiday in free_days(dossier).holidays if not holiday.own and holiday.end >= today]
    for holiday in coming:
        cells: dict[Shown[FreeDay], Cell] = {
            _TITLE: capital(holiday.name),
            _FROM: short_date(holiday.start),
            _UNTIL: short_date(holiday.end),
            _SOURCE: (holiday.source, "muted"),
        }
        rows.append(FREE_DAYS.other_row(("holiday", holiday), cells))
    after = f"Na {short_date(coming[-1].end)}" if coming else "Van na vandaag"
    return [*rows, note(f"{after} zijn ze sto-tui niet bekend; voeg ze met a toe.")]
