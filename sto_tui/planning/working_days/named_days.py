"""Holidays by name, as people type them for a date: `herfstvakantie`, `kerstvakantie 2027`, `Pasen`."""

from collections.abc import Mapping
from datetime import date
from functools import cache

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.text import plain
from sto_tui.domain.typed_dates import Beside, Span
from sto_tui.planning.once_per_version import once_per_version
from sto_tui.planning.working_days.free_days import free_days
from sto_tui.planning.working_days.public_holidays import public_holidays

_FIRST_YEAR, _LAST_YEAR = 2000, 2099
# What is called otherwise than the day or days in the calendar: its first and its last.
_ALSO_CALLED = {
    "pasen": ("Eerste Paasdag", "Tweede Paasdag"),
    "hemelvaart": ("Hemelvaartsdag", "Hemelvaartsdag"),
    "pinksteren": ("Eerste Pinksterdag", "Tweede Pinksterdag"),
    "kerst": ("Eerste Kerstdag", "Tweede Kerstdag"),
    "kerstmis": ("Eerste Kerstdag", "Tweede Kerstdag"),
    "nieuwjaar": ("Nieuwjaarsdag", "Nieuwjaarsdag"),
}


def beside_today(dossier: Dossier, today: date) -> Beside:
    """What a date is typed beside in a dossier: today, and the holidays of the region by name.

    Where no dossier is open yet, one without tables stands in for it; then there are the public holidays.
    """
    return Beside(today, named=_named_days(dossier.whole) if dossier.tables else _public())


@once_per_version
def _named_days(dossier: Dossier) -> Mapping[str, tuple[Span, ...]]:
    """The school holidays and free days of the region, and the public holidays, in order of time."""
    spans: dict[str, tuple[Span, ...]] = dict(_public())
    for holiday in free_days(dossier).holidays:
        name = plain(holiday.name)
        spans[name] = (*spans.get(name, ()), (holiday.start, holiday.end))
    return {name: tuple(sorted(known)) for name, known in spans.items()}


@cache
def _public() -> Mapping[str, tuple[Span, ...]]:
    spans: dict[str, list[Span]] = {}
    for year in range(_FIRST_YEAR, _LAST_YEAR + 1):
        days = {name: day for day, name in public_holidays(year).items()}
        for name, day in days.items():
            spans.setdefault(plain(name), []).append((day, day))
        for name, (first, last) in _ALSO_CALLED.items():
            spans.setdefault(name, []).append((days[first], days[last]))
    return {name: tuple(known) for name, known in spans.items()}
