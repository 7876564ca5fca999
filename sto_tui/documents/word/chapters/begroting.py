"""The budget in outline, and what companies put in."""

from collections.abc import Callable, Iterable, Sequence

from sto_tui.content.library import sources
from sto_tui.documents.word.account_tables import party_fulfilment, realised_evidence, theme_balances
from sto_tui.documents.word.amounts import AmountLine, amount_cells, amounts_table
from sto_tui.documents.word.chapters.texts import headed, opening
from sto_tui.documents.word.writer import Writer, parted
from sto_tui.documents.word.xml_writing import run
from sto_tui.domain.dossier import Dossier, list_of, ref_of
from sto_tui.domain.dutch import amount, capital, has_cents, long_date
from sto_tui.domain.level_words import level_words
from sto_tui.domain.money import BudgetLine, Cofinancing, CofinancingStatus, CostKind, Equipment, Payment, Realised
from sto_tui.domain.plan import Chapter
from sto_tui.domain.record import Choice, Ref
from sto_tui.planning.money.account_words import equipment_in_words
from sto_tui.planning.money.booked_until import booked_until, newest_payment, payments_after
from sto_tui.planning.money.booking_words import told_by_status, told_later, told_not_yet
from sto_tui.planning.money.depreciation import depreciation_by_year
from sto_tui.planning.money.share import (
    Contributions,
    contributions,
    remarks,
    shown_minimum,
    shown_percent,
    unknown_shares,
)
from sto_tui.planning.money.subsidy import most_subsidy
from sto_tui.planning.money.totals import (
    C,
    R,
    Totals,
    budget_by_kind,
    budget_by_theme,
    cofinancing_by_form,
    cofinancing_by_party,
    cofinancing_by_theme,
    cofinancing_by_year,
    eligible_by_year,
)
from sto_tui.planning.money.what_counts import money_base, outside_plan, party_of, priced, theme_of, unpriced
from sto_tui.planning.money.words import gap, lacking, lacking_words, party_name, shown_years, status_head, theme_name

MOST_COLUMNS = 5
_PROOF = "Bewijs"
_LACKING = "Per regel wat er nog ontbreekt."


def write(dossier: Dossier, writer: Writer) -> None:
    """Per theme and year, then cofinancing by party, theme, year and form, then both percentages."""
    later = told_later(payments_after(dossier, writer.today), writer.today)
    not_yet = told_not_yet(dossier, writer.today)
    dossier = booked_until(dossier, writer.today)
    writer.lead(_about(dossier))
    opening(dossier, writer, Chapter.BEGROTING)
    _budget(dossier, writer, later)
    _cofinancing(dossier, writer, not_yet)
    headed(dossier, writer, Chapter.BEGROTING)


def _about(dossier: Dossier) -> str:
    """What of the money is there: totals, lines without an amount, or nothing; of both halves."""
    budget, cofinancing = list(dossier.of(BudgetLine).values()), list(dossier.of(Cofinancing).values())
    totals = [
        *(["de begroting op hoofdlijnen"] if priced(budget) else []),
        *(["de cofinanciering"] if priced(cofinancing) else []),
    ]
    bare = [
        *(["de begroting"] if budget and not priced(budget) else []),
        *(["de cofinanciering"] if cofinancing and not priced(cofinancing) else []),
    ]
    empty = [*(["de begroting"] if not budget else []), *(["de cofinanciering"] if not cofinancing else [])]
    sentences = [
        f"Hier staan de totalen van {' en '.join(totals)}; de regels staan in het dossier." if totals else "",
        f"De bedragen van {' en '.join(bare)} ontbreken nog." if bare else "",
        f"{capital(' en '.join(empty))} {'ontbreekt' if len(empty) == 1 else 'ontbreken'} nog." if empty else "",
        _about_years(dossier),
    ]
    return " ".join(filter(None, sentences))


def _about_years(dossier: Dossier) -> str:
    """Which years of the totals are none of the plan's; empty when all are."""
    lines: list[BudgetLine | Cofinancing] = [*dossier.of(BudgetLine).values(), *dossier.of(Cofinancing).values()]
    outside = {line.year: where for line in priced(lines) if (where := outside_plan(dossier, line.year))}
    if not outside:
        return ""
    years = sorted(outside)
    return f"In de totalen staat ook wat bij {shown_years(years)} hoort, {outside[years[0]]}."


def _budget(dossier: Dossier, writer: Writer, later: Sequence[str]) -> None:
    writer.heading(2, "Projectkosten")
    lines = list(dossier.of(BudgetLine).values())
    if priced(lines):
        _budget_tables(dossier, writer)
    writer.ask(list_of("budget"))
    if unpriced(lines):
        _unpriced_budget(dossier, writer, unpriced(lines))
    _spent(dossier, writer, later)
    _equipment(dossier, writer)
    writer.ask(Ref("region", dossier.region.id, "subsidy_max"))
    if dossier.current_period:
        writer.ask(Ref("periods", dossier.current_period.id, "subsidy"))


def _budget_tables(dossier: Dossier, writer: Writer) -> None:
    themes, kinds = budget_by_theme(dossier), budget_by_kind(dossier)
    word = level_words(dossier.region).theme.singular
    ours = [AmountLine("waarvan subsidiabel", list(eligible_by_year(dossier).values()))]

    def title(per: str) -> Callable[[Sequence[int]], str]:
        return lambda years: f"Projectkosten per {per} in {shown_years(years)}, in euro"

    _sums(writer, themes, lambda theme: theme_name(dossier, theme), capital(word), title(word), ours)
    _sums(writer, kinds, lambda kind: capital(kind.label), "Kostensoort", title("kostensoort"))
    sentences = []
    if most := most_subsidy(dossier):
        sentences.append(f"Maximale subsidie: {amount(most)} (bijlage 3 van de regeling).")
    if (period := dossier.current_period) and period.subsidy and period.subsidy > 0:
        sentences.append(f"Subsidie voor {period.label}: {amount(period.subsidy)}.")
    if sentences:
        writer.source(" ".join([*sentences, "Door de regio ingevuld."]))


def _sums(
    writer: Writer,
    totals: Totals[R, C],
    name: Callable[[R], str],
    head: str,
    title: Callable[[Sequence[C]], str],
    under: Sequence[AmountLine] = (),
) -> None:
    """Amounts with their sums at the right and at the foot, and `under` that; over more tables when there are many.

    All have cents as soon as one has, so that they add up.
    """
    columns = totals.columns
    row_lines = [
        AmountLine(name(row), [totals.cells.get((row, column), 0) for column in columns]) for row in totals.rows
    ]
    foot = AmountLine("Totaal", [totals.of_column(column) for column in columns], bold=True)
    lines = [*row_lines, foot, *under]
    with_cents = any(has_cents(value) for line in lines for value in line.amounts)
    for part in parted(range(len(columns)), MOST_COLUMNS):
        of_all = "" if part[-1] + 1 < len(columns) else "Totaal" if len(part) == len(columns) else "Alle jaren"
        shown = [columns[place] for place in part]
        heads = [head, *map(_column_head, shown), *([of_all] if of_all else [])]
        rows = [amount_cells(writer, line, part, with_cents=with_cents, of_all=of_all) for line in lines]
        amounts_table(writer, heads, rows, title(shown), foot=len(row_lines))


def _column_head(column: object) -> str:
    if isinstance(column, CofinancingStatus):
        return status_head(column)
    return capital(column.label) if isinstance(column, Choice) else str(column)


def _spent(dossier: Dossier, writer: Writer, later: Sequence[str]) -> None:
    """What was spent so far, in a plan that is carried out already."""
    payments = dossier.of(Payment).values()
    if payments:
        theme_balances(dossier, writer)
        newest = long_date(newest_payment(dossier) or writer.today)
        writer.source(" ".join([f"Uitgaven tot en met {newest}.", *later]))


def _equipment(dossier: Dossier, writer: Writer) -> None:
    """What equipment costs per year, in all years of its life."""
    totals = depreciation_by_year(dossier)
    if totals.rows:
        equipment = dossier.of(Equipment)
        _sums(
            writer,
            totals,
            lambda number: equipment_in_words(equipment[number]),
            "Apparaat",
            lambda years: f"Afschrijving van apparatuur in {shown_years(years)}, in euro",
        )
        told = "Elke maand evenveel over de economische levensduur, ook na de planperiode. Te controleren."
        writer.source(" ".join([told, *_also_written_off(dossier)]))


def _also_written_off(dossier: Dossier) -> list[str]:
    """What the budget writes off of what is not in the table, which would seem to contradict it."""
    lines = [line for line in money_base(dossier).budget if line.cost_kind is CostKind.AFSCHRIJVING]
    whole = sum(line.total or 0 for line in lines)
    told = sum(line.total or 0 for line in lines if line.equipment in dossier.of(Equipment))
    if whole == told:
        return []
    of_these = amount(told) if told else "niets"
    return [f"Van de {amount(whole)} afschrijving in de begroting hoort {of_these} bij deze apparaten."]


def _unpriced_budget(dossier: Dossier, writer: Writer, lines: Sequence[BudgetLine]) -> None:
    """Lines without an amount; those of a theme of which the same is told stand in one row, each with its years."""
    years: dict[tuple[str, str, str], dict[str, set[int]]] = {}
    for line in lines:
        told = theme_name(dossier, theme_of(dossier, line)), lacking_words(lacking(line)), line.note or "–"
        years.setdefault(told, {}).setdefault(line.title, set()).add(line.year)
    rows = []
    for (theme, lack, note), titles in years.items():
        names = [run(f"{title} ({shown_years(sorted(of_title))})") for title, of_title in titles.items()]
        posts = writer.cell_text(names[0]) if len(names) == 1 else writer.bullets(names)
        rows.append((writer.cell_text(run(theme)), posts, *(writer.cell_text(run(text)) for text in (lack, note))))
    head = (capital(level_words(dossier.region).theme.singular), "Posten", "Ontbreekt", "Toelichting")
    title = "Posten zonder bedrag; die tellen in geen totaal mee"
    writer.table((3.2, 5.3, 2.5, 5.0), head, rows, title, _LACKING)
    writer.ask(gap(lines[0]))


def _unpriced_cofinancing(dossier: Dossier, writer: Writer, lines: Sequence[Cofinancing]) -> None:
    """The same of what is put in; lines that only differ in their year stand in one row."""
    years: dict[tuple[str, str, str, str], set[int]] = {}
    for line in lines:
        name = line.title or party_name(dossier, party_of(dossier, line))
        told = theme_name(dossier, theme_of(dossier, line)), name, lacking_words(lacking(line)), line.status.label
        years.setdefault(told, set()).add(line.year)
    rows = [
        [writer.cell_text(run(text)) for text in (theme, name, shown_years(sorted(of_row)), lack, status)]
        for (theme, name, lack, status), of_row in years.items()
    ]
    head = (capital(level_words(dossier.region).theme.singular), "Bijdrage", "Jaar", "Ontbreekt", "Status")
    title = "Cofinanciering zonder bedrag; die telt in geen totaal mee"
    writer.table((3.6, 5.0, 2.2, 2.8, 2.4), head, rows, title, _LACKING)
    writer.ask(gap(lines[0]))


def _cofinancing(dossier: Dossier, writer: Writer, not_yet: Sequence[str]) -> None:
    writer.heading(2, "Cofinanciering")
    lines = list(dossier.of(Cofinancing).values())
    writer.ask(list_of("cofinancing"))
    if priced(lines):
        _cofinancing_tables(dossier, writer, not_yet)
    if unpriced(lines):
        _unpriced_cofinancing(dossier, writer, unpriced(lines))
    _evidence(dossier, writer)
    state = contributions(dossier)
    if state:
        _shares(writer, state)


def _evidence(dossier: Dossier, writer: Writer) -> None:
    """What each contribution can be proved with; those that only differ in their year stand in one row."""
    lines_by_evidence: dict[tuple[str, ...], list[Cofinancing]] = {}
    for line in dossier.of(Cofinancing).values():
        if line.evidence:
            names = party_name(dossier, party_of(dossier, line)), line.title or "–", line.status.label
            lines_by_evidence.setdefault((*names, line.evidence), []).append(line)
    if not lines_by_evidence:
        return
    rows = [
        [
            writer.number(str(number), ref_of(lines[0])) if len(lines) == 1 else writer.cell_text(run(str(number))),
            *_proved(dossier, writer, lines),
            _proof(writer, lines),
        ]
        for number, lines in enumerate(lines_by_evidence.values(), 1)
    ]
    head = ("Nr", "Partij", "Bijdrage", "Jaar", "Status", _PROOF)
    title = "Bewijs bij de cofinanciering"
    writer.table((0.9, 3.2, 3.7, 1.9, 2.1, 4.2), head, rows, title, "Per bijdrage wat er ligt.")


def _years_of(lines: Iterable[Cofinancing]) -> str:
    return shown_years(sorted({line.year for line in lines}))


def _proved(dossier: Dossier, writer: Writer, lines: Sequence[Cofinancing]) -> list[str]:
    """Whose contribution it is, what, when and how firm: of one line those are its fields."""
    first, *rest = lines
    party = party_of(dossier, first)
    fields = (
        ("party", "Partij", party_name(dossier, party)),
        ("title", "Bijdrage", first.title),
        ("year", "Jaar", _years_of(lines)),
        ("status", "Status", first.status.label),
    )
    return [
        writer.cell_text(run(text or "–"))
        if rest or (name == "party" and party is None)
        else writer.in_column(ref_of(first, name), text, head)
        for name, head, text in fields
    ]


def _proof(writer: Writer, lines: Sequence[Cofinancing]) -> str:
    """What proves these; of several it is the field of none, so what is changed in Word must not go to one."""
    first, *rest = lines
    if rest:
        return writer.cell_text(run(first.evidence))
    return writer.in_column(ref_of(first, "evidence"), first.evidence, _PROOF)


def _cofinancing_tables(dossier: Dossier, writer: Writer, not_yet: Sequence[str]) -> None:
    def title(by: str) -> Callable[[object], str]:
        return lambda _: f"Cofinanciering naar {by} en status, in euro"

    word = level_words(dossier.region).theme.singular
    _sums(writer, cofinancing_by_party(dossier), lambda party: party_name(dossier, party), "Partij", title("partij"))
    _sums(writer, cofinancing_by_theme(dossier), lambda theme: theme_name(dossier, theme), capital(word), title(word))
    _sums(writer, cofinancing_by_year(dossier), str, "Jaar", title("jaar"))
    _sums(writer, cofinancing_by_form(dossier), lambda form: capital(form.label), "Vorm", title("vorm"))
    of_plan = (
        "Elk bedrag is dat van het plan en telt in één kolom, die van zijn status; ook als er meer of minder is "
        "gerealiseerd."
    )
    writer.source(" ".join([of_plan, *map(capital, not_yet)]))
    if dossier.of(Realised):
        party_fulfilment(dossier, writer)
        if without_day := told_by_status(dossier, writer.today):
            writer.source(" ".join(map(capital, without_day)))
        realised_evidence(dossier, writer)


def _shares(writer: Writer, state: Contributions) -> None:
    """Both bases side by side; the sources do not agree on which of the two the minimum stands."""
    rows = [
        [
            writer.cell_text(run(capital(share.name))),
            *(
                writer.cell_text(run(text), "STOTabelgetal")
                for text in (
                    "–" if share.why_not else amount(share.amount),
                    amount(state.counted),
                    shown_percent(share),
                    shown_minimum(state),
                    "–" if share.why_not else amount(share.short),
                )
            ),
        ]
        for share in state.shares
    ]
    head = ("Vergeleken met", "Bedrag", "Telt mee", "Deel", "Minimum", "Te weinig")
    title = f"Cofinanciering naast het minimum, {shown_years(state.years)}"
    writer.table((5.4, 2.8, 2.4, 1.4, 1.8, 2.2), head, rows, title, "", numbers_from=1)
    writer.text(
        " ".join(
            ["Wat is toegezegd, getekend of gerealiseerd telt mee.", *remarks(state), *unknown_shares(state.shares)]
        )
    )
    writer.box("Te controleren.", f"Het minimum is {shown_minimum(state)} ({sources()['cofinancing']}).")
