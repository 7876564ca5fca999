"""What cannot be written down of money: one Dutch sentence each, and nothing is changed."""

from collections.abc import Iterator

from sto_tui.domain.change import Change, NotSavedError
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import amount, short_date
from sto_tui.domain.money import BudgetLine, Cofinancing, Payment, Realised
from sto_tui.domain.record import Record, Ref, fields_of
from sto_tui.domain.region import PeriodDetail, PlanPeriod, Region
from sto_tui.domain.typed_value import entry_text
from sto_tui.frozen import frozen

# What came back is a payment below zero, and a deduction a line of the budget; of these nobody means one.
_AT_LEAST_NOTHING: dict[type[Record], tuple[str, ...]] = {
    BudgetLine: ("granted",),
    Cofinancing: ("quantity", "rate"),
    Region: ("subsidy_max",),
    PlanPeriod: ("subsidy",),
}


@frozen
class BookingTrouble:
    """Why something is not booked: the field to mend, and one Dutch sentence."""

    field: str
    sentence: str


def trouble_with(booking: Payment | Realised, line: Record | None, dossier: Dossier) -> BookingTrouble | None:
    """What is wrong with a payment on a budget line, or what was realised of a contribution; None when nothing is.

    Money that came back needs a note, and nothing at all is no amount. The day lies in the plan period of the line's
    year (STO FAQ: the date of the invoice decides the year), and in that year itself unless a note says why; without
    such a period any day will do.
    """
    what = "Deze uitgave" if isinstance(booking, Payment) else "Deze bijdrage"
    if booking.amount < 0 and not booking.note.strip():
        return BookingTrouble(
            "note", f"{what} is onder nul ({amount(booking.amount)}): schrijf in de toelichting wat er terugkwam."
        )
    if not booking.amount:
        return BookingTrouble("amount", f"{what} is van nul euro. Vul het bedrag in.")
    periods = _periods_of(line, dossier)
    if periods and not any(period.start <= booking.date <= period.end for period in periods):
        widest = max(periods, key=lambda period: period.end - period.start)
        return BookingTrouble(
            "date",
            f"{what} is van {short_date(booking.date)}, buiten planperiode {widest.label}. Verbeter de "
            f"datum{_or_another_line(booking, dossier)}.",
        )
    year = line.year if periods and isinstance(line, BudgetLine | Cofinancing) else booking.date.year
    if booking.date.year != year and not booking.note.strip():
        return BookingTrouble(
            "note",
            f"{what} is van {short_date(booking.date)}, en de regel is van {year}: schrijf in de toelichting waarom"
            f"{_or_another_line(booking, dossier)}.",
        )
    return None


def _periods_of(line: Record | None, dossier: Dossier) -> list[PlanPeriod]:
    """The plan periods in which the year of a line falls; a plan op hoofdlijnen only when there is no other."""
    if not isinstance(line, BudgetLine | Cofinancing):
        return []
    periods = dossier.whole.of(PlanPeriod).values()
    around = [period for period in periods if period.start.year <= line.year <= period.end.year]
    return [period for period in around if period.detail is not PeriodDetail.OUTLINE] or around


def _or_another_line(booking: Payment | Realised, dossier: Dossier) -> str:
    """The advice to book it on a line of its own year, when there is one."""
    model: type[BudgetLine | Cofinancing] = BudgetLine if isinstance(booking, Payment) else Cofinancing
    is_one = any(line.year == booking.date.year for line in dossier.whole.of(model).values())
    return f", of kies een {'regel' if model is BudgetLine else 'bijdrage'} van {booking.date.year}" if is_one else ""


def line_of(booking: Payment | Realised) -> Ref:
    """The address of the line or contribution that it is booked on."""
    if isinstance(booking, Payment):
        return Ref("budget", booking.budget_line)
    return Ref("cofinancing", booking.contribution)


def below_zero(record: Record) -> Iterator[BookingTrouble]:
    """The amounts and numbers of a record that are below zero and cannot be."""
    for name in _AT_LEAST_NOTHING.get(type(record), ()):
        value, spec = getattr(record, name), fields_of(type(record))[name]
        if value is not None and value < 0:
            shown = entry_text(spec, value)
            yield BookingTrouble(name, f"‘{spec.label}’ is onder nul ({shown}). Vul nul of een hoger getal in.")


def refuse_misbooked(change: Change, dossier: Dossier) -> None:
    """Raises NotSavedError when a change writes down money that cannot be, and did not stand so before.

    A grant below zero is only found: it would keep out the whole sheet of a budget in which it stands.
    """
    after = {edit.ref: edit.after for edit in change.edits}
    for edit in change.edits:
        for wrong in below_zero(edit.after) if edit.after and not isinstance(edit.after, BudgetLine) else ():
            if getattr(edit.before, wrong.field, None) != getattr(edit.after, wrong.field):
                raise NotSavedError(wrong.sentence, wrong.field)
        booking = edit.after
        if isinstance(booking, Payment | Realised):
            line = line_of(booking)
            trouble = trouble_with(booking, after.get(line) or dossier.whole.get(line), dossier)
            if trouble and not _stood_so(edit.before, booking, trouble, dossier):
                raise NotSavedError(trouble.sentence, trouble.field)


def _stood_so(before: Record | None, booking: Payment | Realised, trouble: BookingTrouble, dossier: Dossier) -> bool:
    """Whether the same was wrong with it already, on that day and that line."""
    if not isinstance(before, Payment | Realised):
        return False
    earlier = trouble_with(before, dossier.whole.get(line_of(before)), dossier)
    same_place = (line_of(before), before.date) == (line_of(booking), booking.date)
    return same_place and earlier is not None and earlier.field == trouble.field
