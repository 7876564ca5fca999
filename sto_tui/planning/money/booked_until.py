"""What was spent and put in by the end of a day. A booking of a later day counts nowhere before that day.

What only a status says was put in has no day; it counts from the first day of its year, on whatever day it is asked.
Screen, Word, findings and the preview of a sheet all take the dossier through here, so that they tell the same figures.
"""

from collections.abc import Sequence
from datetime import date

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import amount, count, long_date
from sto_tui.domain.money import BudgetLine, Cofinancing, CofinancingStatus, Payment, Realised
from sto_tui.domain.record import Record
from sto_tui.planning.money.what_counts import outside_plan


def booked_until(dossier: Dossier, day: date) -> Dossier:
    """The dossier without what was spent and realised after this day; itself when there is nothing of that."""
    later = {given.contribution for given in realised_after(dossier, day)}
    later |= {line.id for line in ahead_of_year(dossier, day)}
    if not later and not payments_after(dossier, day):
        return dossier
    payments = {payment.id: payment for payment in dossier.of(Payment).values() if payment.date <= day}
    realised = {given.id: given for given in dossier.of(Realised).values() if given.date <= day}
    contributions = {
        line.id: yet_to_come(line) if line.id in later else line for line in dossier.of(Cofinancing).values()
    }
    tables: dict[str, dict[int, Record]] = {
        "payments": dict(payments),
        "realised": dict(realised),
        "cofinancing": dict(contributions),
    }
    return dossier.with_tables(tables)


def yet_to_come(contribution: Cofinancing) -> Cofinancing:
    """A contribution as it was before its status said that it is realised; what was realised has days of its own."""
    is_realised = contribution.status is CofinancingStatus.GEREALISEERD
    return contribution.changed(status=CofinancingStatus.GETEKEND) if is_realised else contribution


def only_by_status(dossier: Dossier) -> Sequence[Cofinancing]:
    """The contributions that are realised by their status alone: no line gives a day, amount or evidence."""
    written_down = {given.contribution for given in dossier.of(Realised).values()}
    return [
        line
        for line in dossier.of(Cofinancing).values()
        if line.status is CofinancingStatus.GEREALISEERD and line.id not in written_down
    ]


def ahead_of_year(dossier: Dossier, day: date) -> Sequence[Cofinancing]:
    """Those of them of a year that has not begun on this day, so that nothing of them can have been put in yet."""
    return [line for line in only_by_status(dossier) if line.year > day.year]


def newest_payment(dossier: Dossier) -> date | None:
    """The day up to which spending is booked on these budget lines: nobody knows what was spent after it."""
    lines = dossier.of(BudgetLine)
    return max((payment.date for payment in dossier.of(Payment).values() if payment.budget_line in lines), default=None)


def newest_realised(dossier: Dossier) -> date | None:
    """The same of what was realised of these contributions; what only a status says has no day."""
    lines = dossier.of(Cofinancing)
    return max((given.date for given in dossier.of(Realised).values() if given.contribution in lines), default=None)


def payments_after(dossier: Dossier, day: date) -> list[Payment]:
    """The payments of later days."""
    return [payment for payment in dossier.of(Payment).values() if payment.date > day]


def realised_after(dossier: Dossier, day: date) -> list[Realised]:
    """What is to be put in on later days."""
    return [given for given in dossier.of(Realised).values() if given.date > day]


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


def in_plan_years(dossier: Dossier) -> Dossier:
    """The dossier with the contributions of the plan's years alone, which are set against the minimum."""
    lines = {line.id: line for line in dossier.of(Cofinancing).values() if not outside_plan(dossier, line.year)}
    return dossier.with_tables({"cofinancing": dict(lines)})


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
