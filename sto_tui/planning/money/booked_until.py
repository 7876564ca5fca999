"""What was spent and put in by the end of a day. A booking of a later day counts nowhere before that day.

Screen, Word, findings and the preview of a sheet all take the dossier through here, so that they tell the same figures.
"""

from collections.abc import Iterable
from datetime import date

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import amount, count, long_date
from sto_tui.domain.money import BudgetLine, Cofinancing, CofinancingStatus, Payment, Realised
from sto_tui.domain.record import Record


def booked_until(dossier: Dossier, day: date) -> Dossier:
    """The dossier without the payments, and what was realised, of days after this one; itself when there are none."""
    if not any(booking.date > day for booking in _bookings(dossier)):
        return dossier
    payments = {payment.id: payment for payment in dossier.of(Payment).values() if payment.date <= day}
    realised = {given.id: given for given in dossier.of(Realised).values() if given.date <= day}
    later = {given.contribution for given in realised_after(dossier, day)}
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


def _bookings(dossier: Dossier) -> Iterable[Payment | Realised]:
    yield from dossier.of(Payment).values()
    yield from dossier.of(Realised).values()


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
    """That bookings of later days do not count yet; nothing when there are none."""
    if not bookings:
        return []
    together = amount(sum(booking.amount for booking in bookings))
    is_payment = isinstance(bookings[0], Payment)
    many = count(len(bookings), *(("uitgave", "uitgaven") if is_payment else ("bijdrage", "bijdragen")))
    counts = "telt" if len(bookings) == 1 else "tellen"
    return [f"{many} van na {long_date(day)}, samen {together}, {counts} nog niet mee."]
