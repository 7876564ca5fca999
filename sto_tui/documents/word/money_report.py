"""The money in a report: what was granted, spent and left, what is to be expected, and what parties put in."""

from dataclasses import replace

from sto_tui.content.library import sources
from sto_tui.documents.word.account_tables import (
    kind_balances,
    line_balances,
    party_fulfilment,
    realised_evidence,
    theme_balances,
    theme_fulfilment,
    year_balances,
    year_fulfilment,
)
from sto_tui.documents.word.writer import Writer
from sto_tui.domain.dossier import Dossier, list_of
from sto_tui.domain.dutch import capital, long_date
from sto_tui.domain.money import BudgetLine, Cofinancing, CofinancingStatus, Realised
from sto_tui.planning.money.account_words import balance_in_words, forecast_in_words, realised_in_words
from sto_tui.planning.money.forecast import forecast
from sto_tui.planning.money.realised import realised_share
from sto_tui.planning.money.spending import balances_by_line, spent_by_line
from sto_tui.planning.paper_outline import MONEY
from sto_tui.planning.progress.as_it_stood import PastState
from sto_tui.planning.progress.period_report import Reported


def write_money(writer: Writer, reported: Reported) -> None:
    """The money as it stood at the end of the period of the report."""
    dossier = reported.standing.dossier
    writer.begin(MONEY)
    if dossier.of(BudgetLine):
        _spending(dossier, writer, reported)
    if dossier.of(Cofinancing):
        _realised(dossier, writer, reported.standing)
    if not dossier.of(BudgetLine) and not dossier.of(Cofinancing):
        writer.text("Er is nog geen begroting en geen cofinanciering.")


def _spending(dossier: Dossier, writer: Writer, reported: Reported) -> None:
    day, span = reported.standing.day, reported.span
    if writer.ask(list_of("payments")):
        return
    writer.lead(f"Tot en met {long_date(day)}: {balance_in_words(balances_by_line(dossier).whole)}")
    theme_balances(dossier, writer)
    kind_balances(dossier, writer)
    year_balances(dossier, writer)
    line_balances(dossier, writer, spent_by_line(dossier, span.start, span.end))
    so_far = replace(span, end=day) if span.start <= day < span.end else span
    in_year = "Een uitgave telt in het jaar van haar begrotingsregel."
    later = reported.standing.later.get("payments", ())
    writer.source(" ".join([f"In deze periode: met een datum van {so_far}. {in_year}", *map(capital, later)]))
    expected = forecast(dossier, day)
    if expected:
        *sentences, rule = forecast_in_words(expected, dossier.region)
        writer.box("Prognose.", " ".join(sentences))
        writer.source(rule)


def _realised(dossier: Dossier, writer: Writer, standing: PastState) -> None:
    writer.heading(2, "Gerealiseerde cofinanciering")
    if writer.ask(list_of("realised")):
        return
    party_fulfilment(dossier, writer)
    theme_fulfilment(dossier, writer)
    year_fulfilment(dossier, writer)
    realised_evidence(dossier, writer)
    undated = dossier.of(Cofinancing).keys() - {given.contribution for given in dossier.of(Realised).values()}
    for sentence in standing.later.get("realised", ()):
        writer.source(capital(sentence))
    if standing.is_past and any(
        dossier.of(Cofinancing)[number].status is CofinancingStatus.GEREALISEERD for number in undated
    ):
        writer.source("Wat zonder dag op gerealiseerd staat, telt mee vanaf het einde van zijn jaar.")
    state = realised_share(dossier)
    if state:
        writer.text(" ".join(realised_in_words(state)))
        writer.box("Te controleren.", f"{capital(sources()['cofinancing'])}.")
