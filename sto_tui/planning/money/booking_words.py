"""What of bookings does not count yet on a day, and what counts without one: a Dutch sentence each, for every place."""

from collections.abc import Sequence
from datetime import date

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import amount, count, long_date
from sto_tui.domain.money import Cofinancing, Payment, Realised
from sto_tui.planning.money.booked_until import ahead_of_year, only_by_status, realised_after
from sto_tui.planning.money.what_counts import outside_plan


def told_later(bookings: list[Payment] | list[Realised], day: date) -> list[str]:
    """That bookings of later days do not count yet; nothing when there are none. A contribution does, as promised."""
    if not bookings:
        return []
    is_payment = isinstance(bookings[0], Payment)
    many = count(len(bookings), *(("uitgave", "uitgaven") if is_payment else ("bijdrage", "bijdragen")))
    counts = "telt" if len(bookings) == 1 else "tellen"
    yet = "nog niet mee" if is_payment else "nog niet mee als gerealiseerd"
    together = _together(len(bookings), sum(booking.amount for booking in bookings))
    return [f"{many} van na {long_date(day)}, {together}, {counts} {yet}."]


def told_of_realised(dossier: Dossier, day: date) -> list[str]:
    """What of contributions does not count as realised yet on a day, and what counts without one; a sentence each."""
    return [*told_not_yet(dossier, day), *told_by_status(dossier, day)]


def told_not_yet(dossier: Dossier, day: date) -> list[str]:
    """What of contributions does not count as realised yet on a day."""
    return [*told_later(realised_after(dossier, day), day), *told_ahead(dossier, day)]


def told_ahead(dossier: Dossier, day: date, *, is_past: bool = False) -> list[str]:
    """That what stands on realised without a day, of a year that has not begun, is not realised yet, or was not."""
    lines = ahead_of_year(dossier, day)
    if not lines:
        return []
    is_one = len(lines) == 1
    if is_past:
        of, counted = ("is", "telde") if is_one else ("zijn", "telden")
        return [f"{_without_day(lines)}, {of} van na {day.year} en {counted} op {long_date(day)} als getekend."]
    until = "telt als getekend tot haar jaar begint" if is_one else "tellen als getekend tot hun jaar begint"
    return [f"{_without_day(lines, f' van na {day.year}')} en {until}."]


def told_by_status(dossier: Dossier, day: date) -> list[str]:
    """That the rest of what stands on realised without a day counts."""
    lines = [line for line in only_by_status(dossier) if line.year <= day.year]
    if not lines:
        return []
    since = "telt mee vanaf het begin van haar" if len(lines) == 1 else "tellen mee vanaf het begin van hun"
    return [f"{_without_day(lines)} en {since} jaar."]


def told_without_day(dossier: Dossier, day: date, *, is_past: bool = False) -> list[str]:
    """What has no day, as far as it is of the plan's years: beside the minimum no other years count."""
    lines = {line.id: line for line in dossier.of(Cofinancing).values() if not outside_plan(dossier, line.year)}
    counting = dossier.with_tables({"cofinancing": dict(lines)})
    return [*told_ahead(counting, day, is_past=is_past), *told_by_status(counting, day)]


def told_in_short(dossier: Dossier, day: date) -> str:
    """How much of what is realised has no day, and how much does not count yet; one sentence, empty without either."""
    by_status = sum(line.total or 0 for line in only_by_status(dossier) if line.year <= day.year)
    later = sum(line.total or 0 for line in ahead_of_year(dossier, day))
    later += sum(given.amount for given in realised_after(dossier, day))
    parts = [
        *([f"{amount(by_status)} daarvan heeft geen dag"] if by_status else []),
        *([f"{amount(later)} van later telt nog niet mee"] if later else []),
    ]
    return f"{'; '.join(parts)}." if parts else ""


def _without_day(lines: Sequence[Cofinancing], of: str = "") -> str:
    """`1 bijdrage van na 2026, € 599,88, staat zonder dag op gerealiseerd`."""
    cents = sum(line.total or 0 for line in lines)
    together = _together(len(lines), cents) if cents else "nog zonder bedrag"
    stand = "staat" if len(lines) == 1 else "staan"
    return f"{count(len(lines), 'bijdrage', 'bijdragen')}{of}, {together}, {stand} zonder dag op gerealiseerd"


def _together(many: int, cents: int) -> str:
    return amount(cents) if many == 1 else f"samen {amount(cents)}"
