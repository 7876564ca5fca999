"""What was spent and put in by the end of a day. A booking of a later day counts nowhere before that day.

What only a status says was put in has no day; it counts from the first day of its year, on whatever day it is asked.
Screen, Word, findings and the preview of a sheet all take the dossier through here, so that they tell the same figures.
"""

from collections.abc import Sequence
from datetime import date

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.money import BudgetLine, Cofinancing, CofinancingStatus, Payment, Realised
from sto_tui.domain.record import Record


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
