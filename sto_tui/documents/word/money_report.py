"""The money in a report: one table of what was granted, spent, left and put in per theme, and the rest in sentences."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from sto_tui.content.library import sources
from sto_tui.documents.word.account_tables import kind_balances, party_fulfilment
from sto_tui.documents.word.styles import LABEL_TINT
from sto_tui.documents.word.writer import Writer
from sto_tui.documents.word.xml_writing import run
from sto_tui.domain.dossier import Dossier, list_of
from sto_tui.domain.dutch import amount, capital, count, enumerate_words, euros, has_cents
from sto_tui.domain.level_words import level_words
from sto_tui.domain.money import BudgetLine, Cofinancing, Realised
from sto_tui.frozen import frozen
from sto_tui.planning.money.account_words import balance_in_words, forecast_in_words, realised_in_words, spent_until
from sto_tui.planning.money.forecast import forecast
from sto_tui.planning.money.fulfilment import Fulfilment, fulfilment_by_party, fulfilment_by_theme
from sto_tui.planning.money.realised import realised_share
from sto_tui.planning.money.spending import (
    Balance,
    balances_by_line,
    balances_by_theme,
    balances_by_year,
    spent_by_line,
    spent_by_theme,
)
from sto_tui.planning.money.what_counts import themes_of_money
from sto_tui.planning.money.words import theme_name
from sto_tui.planning.paper_outline import MONEY
from sto_tui.planning.plan_status import granted_word
from sto_tui.planning.progress.as_it_stood import PastState
from sto_tui.planning.progress.period_report import Reported

_WHOLE, _AMOUNT, _CONTRIBUTION = 16.0, 2.25, 2.7
_MOST_NAMED = 6


@frozen
class _Column:
    head: str
    width: float
    cents: Mapping[int | None, int]


def write_money(writer: Writer, reported: Reported, *, final: bool) -> None:
    """The money as it stood at the end of the period of the report."""
    dossier = reported.standing.dossier
    writer.begin(MONEY)
    budget, contributions = bool(dossier.of(BudgetLine)), bool(dossier.of(Cofinancing))
    if not budget and not contributions:
        writer.text("Er is nog geen begroting en geen cofinanciering.")
        return
    is_booked = budget and not writer.ask(list_of("payments"))
    is_realised = contributions and not writer.ask(list_of("realised"))
    if is_booked:
        until = spent_until(dossier, reported.standing.day)
        writer.lead(f"{until}: {balance_in_words(balances_by_line(dossier).whole)}")
    of_now = [_of_now(budget=budget, contributions=contributions)] * reported.standing.is_past
    columns = [*_spending(reported, booked=is_booked, final=final), *_contributions(dossier, realised=is_realised)]
    if any(cents for column in columns for cents in column.cents.values()):
        _by_theme(dossier, writer, columns)
    else:
        writer.text(
            f"Elk bedrag in het plan is {amount(0)}." if _is_told(dossier) else "Er zijn nog geen bedragen bekend."
        )
    if is_booked:
        _about_spending(writer, reported, of_now, final=final)
    elif of_now:
        writer.source(of_now[0])
    if is_realised:
        _about_contributions(writer, reported.standing)
        if final:
            party_fulfilment(dossier, writer)


def _is_told(dossier: Dossier) -> bool:
    """Whether any amount is filled in, be it nothing."""
    lines: list[BudgetLine | Cofinancing] = [*dossier.of(BudgetLine).values(), *dossier.of(Cofinancing).values()]
    granted = any(line.granted is not None for line in dossier.of(BudgetLine).values())
    return granted or any(line.total is not None for line in lines)


def _spending(reported: Reported, *, booked: bool, final: bool) -> Iterator[_Column]:
    """Granted, spent, in this period, and left; while nobody books only what there is to spend."""
    dossier, span = reported.standing.dossier, reported.span
    if not dossier.of(BudgetLine):
        return
    per_theme: Mapping[int | None, Balance] = balances_by_theme(dossier).of

    def of(cents: Callable[[Balance], int]) -> Mapping[int | None, int]:
        return {theme: cents(balance) for theme, balance in per_theme.items()}

    yield _Column(capital(granted_word(dossier)), _AMOUNT, of(lambda balance: balance.granted))
    if booked:
        yield _Column("Uitgegeven", _AMOUNT, of(lambda balance: balance.spent))
        if not final:
            yield _Column("In deze periode", _AMOUNT, spent_by_theme(dossier, span.start, span.end))
        yield _Column("Over", _AMOUNT, of(lambda balance: balance.left))


def _contributions(dossier: Dossier, *, realised: bool) -> Iterator[_Column]:
    """What was put in; while nobody writes that down what is planned."""
    if not dossier.of(Cofinancing):
        return
    per_theme: Mapping[int | None, Fulfilment] = fulfilment_by_theme(dossier).of
    head = "Cofinanciering gerealiseerd" if realised else "Cofinanciering in het plan"
    cents = {theme: each.realised if realised else each.planned for theme, each in per_theme.items()}
    yield _Column(head, _CONTRIBUTION, cents)


def _by_theme(dossier: Dossier, writer: Writer, columns: Sequence[_Column]) -> None:
    """A row for each theme that has money, and one of the sums; all have cents as soon as one has."""
    rows_of = [theme for theme in themes_of_money(dossier) if any(theme in column.cents for column in columns)]
    with_cents = any(has_cents(cents) for column in columns for cents in column.cents.values())

    def cell(cents: int, *, bold: bool = False) -> str:
        return writer.cell_text(run(euros(cents, with_cents=with_cents), bold=bold), "STOTabelgetal")

    rows = [
        [
            writer.cell_text(run(theme_name(dossier, theme))),
            *(cell(column.cents.get(theme, 0)) for column in columns),
        ]
        for theme in rows_of
    ]
    sums = (cell(sum(column.cents.values()), bold=True) for column in columns)
    rows.append([writer.cell_text(run("Totaal"), "STOTabellabel"), *sums])
    word = level_words(dossier.region).theme.singular
    widths = (_WHOLE - sum(column.width for column in columns), *(column.width for column in columns))
    heads = (capital(word), *(column.head for column in columns))
    tint = {(len(rows_of), place): LABEL_TINT for place in range(len(heads))}
    writer.table(widths, heads, rows, f"Geld per {word}, in euro", "", numbers_from=1, shades=tint)


def _of_now(*, budget: bool, contributions: bool) -> str:
    """What of the money is not as it was at the end of a period that is over: the dossier does not say how that was."""
    if budget and contributions:
        return "De begroting en de cofinanciering in het plan zijn die van nu."
    return f"De {'begroting' if budget else 'cofinanciering in het plan'} is die van nu."


def _about_spending(writer: Writer, reported: Reported, of_now: Sequence[str], *, final: bool) -> None:
    """What the table leaves out, counted; where too much was spent; and what is to be expected."""
    dossier, day, span = reported.standing.dossier, reported.standing.day, reported.span
    so_far = replace(span, end=day) if span.start <= day < span.end else span
    in_year = "Een uitgave telt in het jaar van haar begrotingsregel."
    period = [] if final else [f"In deze periode: met een datum van {so_far}."]
    later = map(capital, reported.standing.beside.get("payments", ()))
    writer.source(" ".join([*period, in_year, *of_now, *later]))
    writer.text(" ".join([_years(dossier), _lines(dossier), *_too_much(dossier)]))
    if final:
        kind_balances(dossier, writer)
    expected = forecast(dossier, day)
    if expected:
        *sentences, rule = forecast_in_words(expected, dossier.region, granted_word(dossier))
        writer.box("Prognose.", " ".join(sentences))
        writer.source(rule)


def _years(dossier: Dossier) -> str:
    """`Uitgegeven is in 2027 € 89 van € 1.049 en in 2028 niets van € 1.340.`."""
    years = [
        f"in {year} {amount(balance.spent) if balance.spent else 'niets'} van {amount(balance.granted)}"
        for year, balance in balances_by_year(dossier).of.items()
    ]
    return f"Uitgegeven is {enumerate_words(years)}."


def _lines(dossier: Dossier) -> str:
    """How many budget lines there are, and on how many of them anything was spent."""
    lines, with_spending = len(dossier.of(BudgetLine)), sum(map(bool, spent_by_line(dossier).values()))
    on_some = f"op {with_spending or 'nog geen'} daarvan is iets uitgegeven"
    if lines == 1:
        on_some = f"daarop is {'iets' if with_spending else 'nog niets'} uitgegeven"
    elif with_spending == lines:
        on_some = "op alle is iets uitgegeven"
    return f"De begroting heeft {count(lines, 'regel', 'regels')}; {on_some}."


def _too_much(dossier: Dossier) -> Iterator[str]:
    """The lines on which more was spent than there was, the worst first."""
    per_line, lines = balances_by_line(dossier).of, dossier.of(BudgetLine)
    over = sorted((number for number, balance in per_line.items() if balance.left < 0), key=lambda n: per_line[n].left)
    if over:
        named = [
            f"{' '.join(filter(None, (lines[number].number, lines[number].title)))} ({lines[number].year}): "
            f"{amount(-per_line[number].left)}"
            for number in over[:_MOST_NAMED]
        ]
        more = [f"nog {len(over) - _MOST_NAMED}"] if len(over) > _MOST_NAMED else []
        yield f"Te veel uitgegeven is er op {enumerate_words([*named, *more])}."


def _about_contributions(writer: Writer, standing: PastState) -> None:
    dossier = standing.dossier
    state = realised_share(dossier)
    writer.text(" ".join([*_parties(dossier), *(realised_in_words(state) if state else ())]))
    if remarks := [capital(sentence) for sentence in standing.beside.get("realised", ())]:
        writer.source(" ".join(remarks))
    if state:
        writer.box("Te controleren.", f"{capital(sources()['cofinancing'])}.")


def _parties(dossier: Dossier) -> Iterator[str]:
    """How much was planned by how many parties, how many of those put something in, and how much has evidence."""
    per_party = fulfilment_by_party(dossier)
    of_parties = {party: each for party, each in per_party.of.items() if party is not None}
    gave = sum(each.realised > 0 for each in of_parties.values())
    have = f"{gave or 'nog geen'} daarvan {'hebben' if gave > 1 else 'heeft'} iets gerealiseerd"
    if len(of_parties) == 1:
        have = f"die heeft {'iets' if gave else 'nog niets'} gerealiseerd"
    whose = f"van {count(len(of_parties), 'partij', 'partijen')}; {have}"
    loose = per_party.of.get(None)
    stands = f"In het plan staat {_planned(per_party.whole)}"
    if loose is None:
        yield f"{stands} {whose}."
    elif of_parties:
        part = amount(loose.planned) if loose.planned else "een deel"
        all_of_nobody = loose.planned and not any(each.planned for each in of_parties.values())
        rest = "De rest heeft geen bedrag en is" if all_of_nobody else "De rest is"
        yield f"{stands}, waarvan {part} nog zonder partij. {rest} {whose}."
    else:
        yield f"{stands}, nog zonder partij."
    given = dossier.of(Realised).values()
    if given:
        proved = sum(bool(line.evidence.strip()) for line in given)
        yield f"{count(len(given), 'bijdrage is', 'bijdragen zijn')} vastgelegd, {_proved(proved, len(given))}."


def _planned(whole: Fulfilment) -> str:
    """What was planned; of what has no amount yet, nobody knows that it is nothing."""
    return f"{amount(whole.planned)} aan cofinanciering" if whole.planned else "cofinanciering zonder bedrag"


def _proved(proved: int, given: int) -> str:
    """How many contributions have evidence."""
    if proved == given:
        return "met bewijs" if given == 1 else "alle met bewijs"
    return f"{proved or 'geen'} met bewijs" if given > 1 else "zonder bewijs"
