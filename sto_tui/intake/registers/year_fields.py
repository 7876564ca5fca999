"""Columns of one year each that hold no amount (`Uren 2027`, `Status 2028`), and amounts of one form (`Uren (€)`)."""

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from sto_tui.domain.money import CofinancingForm
from sto_tui.intake.registers.counted_heads import ANY_YEAR, counted_in_year, says_euro, unit_of_head, year_and_rest
from sto_tui.intake.registers.kinds import TOTAL
from sto_tui.intake.registers.year_columns import (
    Part,
    counted_in_part,
    form_said,
    is_period,
    year_and_form,
    year_of_head,
)
from sto_tui.intake.sheets.heads import head_key

if TYPE_CHECKING:
    from sto_tui.domain.record import Choice
    from sto_tui.intake.registers.columns import Choosing

_TOTALS = ("totaal", "total")


def take_counted(work: "Choosing") -> None:
    """Numbers of things are no amounts: with what one costs beside them they are sure, and without it is asked.

    With a price, bare years are in doubt too.
    """
    assert work.register.amount is not None
    many, _, price = work.register.amount
    if {many, "year"} & work.pointed.keys() or any("year" in work.fits[at] for at in work.left):
        return
    is_priced = price in work.result.fields or any(price in work.fits[at] for at in work.left)
    columns = {
        at: both for at in work.amounts() if (both := counted_in_year(work.head.cell(at))) and not _euros(work, at)
    }
    has_amounts = any(is_period(work.head.cell(at)) for at in work.amounts())
    parts = {
        at: part for at in work.amounts() if (part := counted_in_part(work.head.cell(at))) and not _euros(work, at)
    }
    if parts:
        _take_parts(work, columns, parts, is_sure=is_priced or has_amounts)
        return
    is_sure = bool(columns) and (is_priced or has_amounts)
    if is_priced and not columns:
        columns = _bare_years(work, many)
    if not columns or len({year for year, _ in columns.values()}) < len(columns):
        work.barred |= {*columns}
        for at in columns:
            work.fits[at] = {}
    elif work.counted == "euro" and not is_sure:
        _take_as_euros(work, columns)
    elif is_sure or work.counted == "aantal":
        for at, (year, unit) in columns.items():
            work.result.of_years.setdefault(year, {})[many] = at
            work.result.units[at] = unit
        _leave_out_totals(work, many, len(columns))
        work.left = [at for at in work.left if at not in columns]
    else:
        work.result.counted_or_euro = tuple(columns)
        work.left = [at for at in work.left if at not in columns]


def _take_parts(
    work: "Choosing", years: Mapping[int, object], parts: Mapping[int, tuple[Part, int, str]], *, is_sure: bool
) -> None:
    """Numbers of school years, or of parts of a year; of two kinds of years side by side neither is taken."""
    assert work.register.amount is not None
    heads = {head_key(str(work.head.cell(at))) for at in parts}
    kinds, units = {kind for kind, _, _ in parts.values()}, {unit for _, _, unit in parts.values()}
    if {*years} - {*parts} or len(kinds) > 1 or len(units) > 1 or len(heads) < len(parts):
        work.barred |= {*years, *parts}
        for at in (*years, *parts):
            work.fits[at] = {}
        return
    of_years = {at: year for at, (_, year, _) in parts.items()}
    is_school = kinds == {"school year"}
    if is_sure or work.counted == "aantal":
        if is_school:
            work.result.counted_school_years = of_years
        else:
            work.result.counted_parts = of_years
        work.result.units |= {at: unit for at, (_, _, unit) in parts.items()}
        _leave_out_totals(work, work.register.amount[0], len({*of_years.values()}))
    elif work.counted == "euro" and is_school:
        work.result.school_years = of_years
    elif work.counted == "euro":
        work.result.years = of_years
    else:
        work.result.counted_or_euro = tuple(parts)
    work.left = [at for at in work.left if at not in parts]


def _bare_years(work: "Choosing", many: str) -> dict[int, tuple[int, str]]:
    """Years that nothing says are amounts, beside what one costs and not how many there are."""
    if any(many in work.fits[at] for at in work.left) or any(TOTAL in work.fits[at] for at in work.left):
        return {}
    heads = {at: str(work.head.cell(at)) for at in work.amounts() if not _euros(work, at)}
    return {at: (int(head), "") for at, head in heads.items() if ANY_YEAR.fullmatch(head.strip())}


def _euros(work: "Choosing", at: int) -> bool:
    return says_euro(work.head.cell(at)) or any(says_euro(f"{cell} ".replace("€", "€ x")) for cell in work.cells(at))


def _take_as_euros(work: "Choosing", columns: Mapping[int, tuple[int, str]]) -> None:
    form = work.about.get("form")
    said = {at: year_and_form(work.head.cell(at), form.spec.choices) for at in work.amounts()} if form else {}
    work.result.forms = {at: both[1] for at, both in said.items() if both}
    of_forms = {at: both[0] for at, both in said.items() if both}
    work.result.years = {at: year for at, (year, _) in columns.items()} | of_forms
    work.left = [at for at in work.left if at not in work.result.years]


def _leave_out_totals(work: "Choosing", many: str, years: int) -> None:
    """How many there are in all is not how many there are in a year, and what all years come to is not of one."""
    for at in work.left:
        work.fits[at].pop(many, None)
        head = work.head.cell(at)
        if years > 1 or head_key(str(head)) in _TOTALS or unit_of_head(head) is not None:
            work.fits[at].pop(TOTAL, None)


def take_forms(work: "Choosing") -> None:
    """Amounts of one form each side by side; what stands below hours is asked where nothing says that it is euros.

    It is euros where their head or cells say so, or where they make the total; and hours beside what one costs.
    """
    about = work.about.get("form")
    if about is None or "form" in work.pointed or any("form" in work.fits[at] for at in work.left):
        return
    said = {at: of[0] for at in work.amounts() if (of := form_said(work.head.cell(at), about.spec.choices))}
    if len(said) < 2 or any(year_of_head(work.head.cell(at)) for at in work.left):
        return
    euros = {at for at in said if _euros(work, at)}
    hours = [at for at in said if at not in euros and unit_of_head(work.head.cell(at)) is not None]
    if _make_the_total(work, said):
        euros, hours = {*said}, []
    forms = {at: form for at, form in said.items() if at not in hours}
    if len(hours) > 1 or len({*forms.values()}) < len(forms):
        return
    are_euros = bool(euros) or CofinancingForm.GELD in forms.values()
    doubtful = [*(hours if hours and not _are_hours(work, hours[0], forms) else ()), *(() if are_euros else forms)]
    if doubtful and work.counted == "euro":
        forms |= {at: said[at] for at in doubtful}
    elif doubtful and work.counted == "aantal":
        forms = {at: form for at, form in forms.items() if at not in doubtful}
    elif doubtful:
        work.result.counted_or_euro = tuple(sorted(doubtful))
    work.result.years = dict.fromkeys(forms, 0)
    work.result.forms = forms
    work.left = [at for at in work.left if at not in {*forms, *work.result.counted_or_euro}]


def _are_hours(work: "Choosing", at: int, forms: Mapping[int, "Choice | None"]) -> bool:
    """Whether a column beside amounts is how many hours these are: what one costs is there too, or what all cost."""
    assert work.register.amount is not None
    price = work.register.amount[2]
    is_priced = price in work.result.fields or any(price in work.fits[other] for other in work.left if other != at)
    return is_priced or CofinancingForm.UREN in forms.values()


def are_hours_apart(work: "Choosing") -> bool:
    """Whether the column of how many there are is of the hours beside amounts of other forms."""
    at = work.result.fields.get((work.register.amount or ("",))[0])
    return bool(work.result.forms) and at is not None and unit_of_head(work.head.cell(at)) not in (None, "", "stuk")


def _make_the_total(work: "Choosing", said: Mapping[int, "Choice | None"]) -> bool:
    totals = [at for at in work.left if at not in said and TOTAL in work.fits[at]]
    sums = [(work.numbers(row, said), work.numbers(row, totals)) for row in work.rows if totals]
    full = [(sum(parts), sum(total)) for parts, total in sums if parts and total]
    return bool(full) and all(parts == total for parts, total in full)


def take_of_years(work: "Choosing") -> None:
    """Fields of which the head says one year are those of that year only; of two for one year neither is taken."""
    found: dict[str, dict[int, list[int]]] = defaultdict(lambda: defaultdict(list))
    for at in (at for at in work.left if at not in work.barred):
        said = year_and_rest(work.head.cell(at))
        fits = work.fitting(said[1], at) if said else {}
        for name in ("year", TOTAL, work.register.name):
            fits.pop(name, None)
        if said and fits:
            found[max(fits, key=lambda name: fits[name])][said[0]].append(at)
    for name, by_year in found.items():
        is_of_years = len(by_year) > 1 or any(work.result.years.values()) or bool(work.result.of_years)
        if not is_of_years or name in work.pointed:
            continue
        places = [at for of_year in by_year.values() for at in of_year]
        has_plain = name in work.result.fields or any(name in work.fits[at] for at in work.left if at not in places)
        for year, of_year in by_year.items():
            if len(of_year) == 1 and not has_plain:
                work.result.of_years.setdefault(year, {})[name] = of_year[0]
                work.left.remove(of_year[0])
        for at in places:
            work.fits[at] = {}
