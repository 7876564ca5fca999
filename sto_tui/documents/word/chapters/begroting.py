"""The budget in outline, and what companies put in."""

from collections import defaultdict
from collections.abc import Sequence

from sto_tui.content.library import minimum_cofinancing, sources
from sto_tui.documents.word.chapters.texts import headed, opening
from sto_tui.documents.word.markup import run
from sto_tui.documents.word.writer import Writer
from sto_tui.domain.dossier import Dossier, list_of, ref_of
from sto_tui.domain.dutch import amount, number
from sto_tui.domain.money import BudgetLine, Cofinancing, CofinancingForm, CofinancingStatus
from sto_tui.domain.plan import Chapter
from sto_tui.domain.record import Ref


def write(dossier: Dossier, writer: Writer) -> None:
    """Per theme and year, then cofinancing by form and status, then both percentages."""
    writer.lead(_about(dossier))
    opening(dossier, writer, Chapter.BEGROTING)
    _budget(dossier, writer)
    _cofinancing(dossier, writer)
    headed(dossier, writer, Chapter.BEGROTING)


def _about(dossier: Dossier) -> str:
    """What of the money is there: totals, lines without an amount, or nothing."""
    amounts = [line.total for line in dossier.budget.values()] + [line.total for line in dossier.cofinancing.values()]
    if any(amount is not None for amount in amounts):
        return "De begroting op hoofdlijnen volgt de thema’s. Hier staan de totalen; de regels staan in het dossier."
    return "Hier staan de posten; de bedragen ontbreken nog." if amounts else "De begroting is nog niet ingevuld."


def _theme_of(dossier: Dossier, line: BudgetLine | Cofinancing) -> int:
    speerpunt = dossier.speerpunten.get(line.speerpunt or 0)
    return speerpunt.theme if speerpunt else line.theme or 0


def _money(writer: Writer, cents: int, *, bold: bool = False) -> str:
    return writer.cell_text(run(number(round(cents / 100), 0), bold=bold), "STOTabelgetal")


def _budget(dossier: Dossier, writer: Writer) -> None:
    writer.heading(2, "Projectkosten")
    priced = [line for line in dossier.budget.values() if line.total is not None]
    unpriced = [line for line in dossier.budget.values() if line.total is None]
    if priced:
        _budget_table(dossier, writer, priced)
    writer.ask(list_of("budget"))
    if unpriced:
        _unpriced(dossier, writer, unpriced)
    writer.ask(Ref("region", dossier.region.id, "subsidy_max"))


def _budget_table(dossier: Dossier, writer: Writer, lines: Sequence[BudgetLine]) -> None:
    totals: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for line in lines:
        totals[_theme_of(dossier, line)][line.year] += line.total or 0
    years = sorted({line.year for line in lines})
    rows = []
    for theme in [*dossier.themes, *(one for one in totals if one not in dossier.themes)]:
        if theme in totals:
            name = dossier.caption(Ref("themes", theme)) if theme in dossier.themes else "Projectorganisatie"
            cells = [_money(writer, totals[theme][year]) for year in years]
            rows.append([writer.cell_text(run(name)), *cells, _money(writer, sum(totals[theme].values()), bold=True)])
    sums = [sum(of_theme[year] for of_theme in totals.values()) for year in years]
    last = [_money(writer, value, bold=True) for value in (*sums, sum(sums))]
    rows.append([writer.cell_text(run("Totaal"), "STOTabellabel"), *last])
    each = min(2.4, 11.0 / (len(years) + 1))
    widths = [16.0 - each * (len(years) + 1), *[each] * (len(years) + 1)]
    head = ["Thema", *map(str, years), "Totaal"]
    writer.table(widths, head, rows, "Projectkosten per thema en per jaar, in euro", "", numbers_from=1)
    if dossier.region.subsidy_max is not None:
        most = amount(dossier.region.subsidy_max)
        writer.source(f"Maximale subsidie: {most} (bijlage 3 van de regeling; door de regio ingevuld).")


def _unpriced(dossier: Dossier, writer: Writer, lines: Sequence[BudgetLine]) -> None:
    years: dict[tuple[int, str, str], list[int]] = defaultdict(list)
    for line in lines:
        years[_theme_of(dossier, line), line.title, line.note].append(line.year)
    rows = [
        (
            writer.cell_text(run(dossier.caption(Ref("themes", theme)) if theme in dossier.themes else "Hele project")),
            writer.cell_text(run(title)),
            writer.cell_text(run(", ".join(map(str, sorted(set(found)))))),
            writer.cell_text(run(note or "–")),
        )
        for (theme, title, note), found in years.items()
    ]
    head = ("Thema", "Post", "Jaar", "Toelichting")
    writer.table(
        (3.6, 5.0, 2.4, 5.0), head, rows, "Posten zonder bedrag", "Posten waarvoor het bedrag nog niet bekend is."
    )
    writer.ask(ref_of(lines[0], "quantity" if lines[0].quantity is None else "price"))


def _cofinancing(dossier: Dossier, writer: Writer) -> None:
    writer.heading(2, "Cofinanciering door bedrijven")
    lines = [line for line in dossier.cofinancing.values() if line.total is not None]
    unpriced = [line for line in dossier.cofinancing.values() if line.total is None]
    if lines:
        _cofinancing_table(writer, lines)
        _percentages(dossier, writer, lines)
    if unpriced:
        _intended(dossier, writer, unpriced)
    writer.ask(list_of("cofinancing"))


def _intended(dossier: Dossier, writer: Writer, lines: Sequence[Cofinancing]) -> None:
    found: dict[tuple[int, str, str], list[int]] = defaultdict(list)
    for line in lines:
        party = dossier.parties.get(line.party or 0)
        name = line.title or (party.name if party else line.form.label)
        found[_theme_of(dossier, line), name, line.status.label].append(line.year)
    rows = [
        (
            writer.cell_text(run(dossier.caption(Ref("themes", theme)) if theme in dossier.themes else "Hele project")),
            writer.cell_text(run(name)),
            writer.cell_text(run(", ".join(map(str, sorted(set(years)))))),
            writer.cell_text(run(status)),
        )
        for (theme, name, status), years in found.items()
    ]
    head = ("Thema", "Bijdrage", "Jaar", "Stand")
    writer.table(
        (4.0, 6.0, 3.4, 2.6),
        head,
        rows,
        "Cofinanciering zonder bedrag",
        "Bijdragen waarvan het bedrag nog niet bekend is.",
    )


def _cofinancing_table(writer: Writer, lines: Sequence[Cofinancing]) -> None:
    rows = []
    for form in CofinancingForm:
        values = [
            sum(line.total or 0 for line in lines if line.form is form and line.status is status)
            for status in CofinancingStatus
        ]
        if any(values):
            cells = [_money(writer, value) for value in values]
            rows.append(
                [writer.cell_text(run(form.label.capitalize())), *cells, _money(writer, sum(values), bold=True)]
            )
    sums = [sum(line.total or 0 for line in lines if line.status is status) for status in CofinancingStatus]
    last = [_money(writer, value, bold=True) for value in (*sums, sum(sums))]
    rows.append([writer.cell_text(run("Totaal"), "STOTabellabel"), *last])
    head = ["Vorm", *(status.label.capitalize() for status in CofinancingStatus), "Totaal"]
    writer.table((3.5, *[2.5] * 5), head, rows, "Cofinanciering naar vorm en stand, in euro", "", numbers_from=1)
    writer.source("Elk bedrag staat in precies één stand. Alleen getekend en gerealiseerd zijn zeker.")


def _percentages(dossier: Dossier, writer: Writer, lines: Sequence[Cofinancing]) -> None:
    total = sum(line.total or 0 for line in lines)
    budget = sum(line.total or 0 for line in dossier.budget.values())
    bases = [("de hele begroting met cofinanciering", budget + total)] if budget else []
    if dossier.region.subsidy_max:
        bases.append(("de maximale subsidie", dossier.region.subsidy_max))
    if not bases:
        return
    parts = " en ".join(f"{number(100 * total / base, 1)}% van {name}" for name, base in bases)
    writer.text(f"Alle cofinanciering samen is {amount(total)}: {parts}.")
    writer.box("Te controleren.", f"Het minimum is {minimum_cofinancing()}% ({sources()['cofinancing']}).")
