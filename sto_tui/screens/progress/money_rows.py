"""The money of place 7: what was granted, spent and left per budget line, the payments, and what parties put in."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import capital, euros, has_cents, short_date
from sto_tui.domain.level_words import level_words
from sto_tui.domain.money import BudgetLine, Cofinancing, Payment, Realised
from sto_tui.domain.parties import Party
from sto_tui.domain.record import Ref
from sto_tui.planning.money.account_words import balance_in_words, forecast_in_words, realised_in_words
from sto_tui.planning.money.booked_until import booked_until, payments_after, realised_after
from sto_tui.planning.money.booking_words import told_later, told_without_day
from sto_tui.planning.money.forecast import forecast
from sto_tui.planning.money.fulfilment import (
    Fulfilment,
    Fulfilments,
    fulfilment_by_contribution,
    fulfilment_by_party,
    fulfilment_by_theme,
    fulfilment_by_year,
)
from sto_tui.planning.money.realised import realised_share
from sto_tui.planning.money.spending import (
    Balance,
    balances_by_kind,
    balances_by_line,
    balances_by_theme,
    balances_by_year,
    eligible_balance,
)
from sto_tui.planning.money.what_counts import party_of, theme_of, themes_of_money
from sto_tui.planning.money.words import party_name, theme_name
from sto_tui.planning.once_per_version import once_per_version
from sto_tui.planning.plan_status import granted_word
from sto_tui.screens.frame.columns import Around, ListOf, Shown
from sto_tui.screens.frame.section import BLANK, Section, group, note
from sto_tui.widgets.record_list import Cell, Column, Row

_of_lines = once_per_version(balances_by_line)
_of_contributions = once_per_version(fulfilment_by_contribution)


def _euros(cents: int, role: str = "text") -> Cell:
    """Without the sign of the euro, which stands in the head; what is below zero is marked."""
    return euros(cents, with_cents=has_cents(cents)), "error" if cents < 0 else role


def _so_far(cents: int, role: str = "text") -> Cell:
    """The same of what was done so far: a dash as long as that is nothing."""
    return _euros(cents, role) if cents else ("–", "muted")


# What was granted, spent and left.


def _balance(line: BudgetLine, around: Around) -> Balance:
    return _of_lines(around.dossier).of[line.id]


_POST = Shown[BudgetLine]("title", least=11)
_WIDE = 12
_GRANTED = Shown[BudgetLine](
    "granted",
    head="Toegekend €",
    width=_WIDE,
    align="right",
    cell=lambda line, around: _euros(_balance(line, around).granted),
)
_SPENT = Shown[BudgetLine](
    head="Uitgegeven €", width=12, align="right", cell=lambda line, around: _so_far(_balance(line, around).spent)
)
_LEFT = Shown[BudgetLine](
    head="Over €", width=12, align="right", cell=lambda line, around: _euros(_balance(line, around).left)
)
BALANCES = ListOf(
    BudgetLine,
    Shown("number", head="Nr", width=6, drop=2, role="muted"),
    _POST,
    Shown("year", width=5, drop=1),
    _GRANTED,
    _SPENT,
    _LEFT,
    none="Nog geen begroting. Voeg die toe bij 4 Plan.",
)


def balance_columns(dossier: Dossier) -> Sequence[Column]:
    """The columns; what there is to spend is called granted once it is."""
    head = f"{capital(granted_word(dossier))} €"
    # The longest of the words leaves no room for the sign, which the columns beside it have.
    return BALANCES.headed(_GRANTED, head if len(head) <= _WIDE else head.removesuffix(" €"))


def balance_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """Budget lines by theme, each theme with its total; then the totals, and the forecast."""
    lines = list(dossier.of(BudgetLine).values())
    if not lines:
        return [BALANCES.none]
    later = told_later(payments_after(dossier, today), today)
    dossier = booked_until(dossier, today)
    totals = balances_by_theme(dossier)
    rows: list[Row] = []
    for theme in themes_of_money(dossier):
        theme_lines = [line for line in lines if theme_of(dossier, line) == theme]
        if theme_lines:
            rows += [BLANK] * bool(rows) + [group(theme_name(dossier, theme))]
            rows += BALANCES.rows_of(theme_lines, dossier, today)
            rows += [_sum("theme", "Samen", totals.of[theme], "bold")]
    return rows + _balance_totals(dossier, today, later)


def _balance_totals(dossier: Dossier, today: date, later: Sequence[str]) -> list[Row]:
    kinds, years, expected = balances_by_kind(dossier), balances_by_year(dossier), forecast(dossier, today)
    rows = [BLANK, group("Per kostensoort")]
    rows += [_sum("kind", capital(kind.label), balance) for kind, balance in kinds.of.items()]
    rows += [BLANK, group("Per jaar")]
    rows += [_sum("year", str(year), balance) for year, balance in years.of.items()]
    rows += [_sum("whole", "Totaal", years.whole, "bold")]
    rows += [_sum("whole", "waarvan subsidiabel", eligible_balance(dossier))]
    rows += [BLANK, group("In het kort"), note(balance_in_words(years.whole)), *map(note, later)]
    if expected:
        rows += [
            BLANK,
            group("Prognose"),
            *map(note, forecast_in_words(expected, dossier.region, granted_word(dossier))),
        ]
    return rows


def _sum(of: str, name: str, balance: Balance, role: str = "text") -> Row:
    granted, spent, left = _euros(balance.granted, role), _so_far(balance.spent, role), _euros(balance.left, role)
    cells: dict[Shown[BudgetLine], Cell] = {_POST: (name, role), _GRANTED: granted, _SPENT: spent, _LEFT: left}
    return BALANCES.other_row((of, name, balance), cells)


# The payments.


def _booked(booking: Payment | Realised, around: Around) -> Cell:
    """What counts only from a later day is muted."""
    return _euros(booking.amount, "muted" if booking.date > around.today else "text")


PAYMENTS = ListOf(
    Payment,
    Shown("date", width=10),
    Shown("budget_line", head="Begrotingsregel", share=3, least=18),
    Shown("note", share=2, least=14, drop=1, role="muted"),
    Shown("source", width=14, drop=2, role="muted"),
    Shown("amount", head="Bedrag €", width=12, align="right", cell=_booked),
    none="Nog geen uitgaven. Druk op a om er een te typen, of op i voor een rekenblad van de administratie.",
)


# What parties put in.


def _day_and_evidence(realised: Realised, around: Around) -> Cell:
    return f"{short_date(realised.date)} {realised.evidence or 'nog geen bewijs'}"


_WHAT = Shown[Realised]("evidence", head="Bijdrage, wat er kwam", least=34, wrap=True, cell=_day_and_evidence)
_PLANNED = Shown[Realised](head="In het plan €", width=13, align="right", cell=lambda realised, around: "")
_GIVEN = Shown[Realised](
    "amount",
    head="Gerealiseerd €",
    width=14,
    align="right",
    cell=_booked,
)
REALISED = ListOf(
    Realised,
    _WHAT,
    Shown("note", width=18, drop=1, role="muted"),
    _PLANNED,
    _GIVEN,
    none="Nog geen cofinanciering. Voeg die toe bij 4 Plan.",
)


def realised_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """Contributions by party with what was realised of each; then the totals, and both percentages."""
    contributions = list(dossier.of(Cofinancing).values())
    if not contributions:
        return [REALISED.none]
    counted = booked_until(dossier, today)
    totals = fulfilment_by_party(counted)
    rows: list[Row] = []
    for party in (*dossier.of(Party), None):
        of_party = [line for line in contributions if party_of(dossier, line) == party]
        if of_party:
            rows += [BLANK] * bool(rows) + [group(party_name(dossier, party))]
            rows += [row for line in of_party for row in _contribution_rows(dossier, counted, line, today)]
            rows += [_given("party", "Samen", totals.of[party], "bold")]
    beside = [*told_later(realised_after(dossier, today), today), *told_without_day(dossier, today)]
    return [*rows, *_realised_totals(counted), *([BLANK, *map(note, beside)] if beside else [])]


def _contribution_rows(dossier: Dossier, counted: Dossier, contribution: Cofinancing, today: date) -> Iterable[Row]:
    """The contribution as it stands in the plan, and under it what was realised of it."""
    fulfilment = _of_contributions(counted).of[contribution.id]
    name = f"{contribution.title or contribution.form.label}, {contribution.year} ({contribution.status.label})"
    cells = {_WHAT: name, _PLANNED: _euros(fulfilment.planned), _GIVEN: _so_far(fulfilment.realised)}
    yield REALISED.other_row(ref_of(contribution), cells)
    lines = [line for line in dossier.of(Realised).values() if line.contribution == contribution.id]
    yield from (replace(row, indent=2) for row in REALISED.rows_of(lines, dossier, today))


def _realised_totals(dossier: Dossier) -> list[Row]:
    years, state = fulfilment_by_year(dossier), realised_share(dossier)
    per_theme = f"Per {level_words(dossier.region).theme.singular}"
    rows = [
        *_given_per(per_theme, fulfilment_by_theme(dossier), lambda theme: theme_name(dossier, theme)),
        *_given_per("Per jaar", years, str),
        _given("whole", "Totaal", years.whole, "bold"),
    ]
    return rows + ([BLANK, group("Naast het minimum"), *map(note, realised_in_words(state))] if state else [])


def _given_per(title: str, fulfilments: Fulfilments[Any], name: Callable[[Any], str]) -> Iterable[Row]:
    yield BLANK
    yield group(title)
    yield from (_given(title, name(row), fulfilment) for row, fulfilment in fulfilments.of.items())


def _given(of: str, name: str, fulfilment: Fulfilment, role: str = "text") -> Row:
    cells = {_PLANNED: _euros(fulfilment.planned, role), _GIVEN: _so_far(fulfilment.realised, role)}
    return REALISED.other_row((of, name, fulfilment), {_WHAT: (name, role), **cells})


# A new one.


def new_booking(dossier: Dossier, at: Ref | None) -> Mapping[str, Any]:
    """On the line or contribution of the cursor."""
    record = dossier.get(at) if at else None
    if isinstance(record, BudgetLine):
        return {"budget_line": record.id}
    if isinstance(record, Payment):
        return {"budget_line": record.budget_line}
    if isinstance(record, Cofinancing):
        return {"contribution": record.id}
    return {"contribution": record.contribution} if isinstance(record, Realised) else {}


BOOKED_IN = {"budget": "payments", "payments": "payments", "realised": "realised"}
"""What is added in the list of a table."""

MONEY_SECTIONS: tuple[Section, ...] = (
    BALANCES.section("Geld", balance_rows),
    PAYMENTS.section("Uitgaven"),
    REALISED.section("Gerealiseerd", realised_rows),
)
