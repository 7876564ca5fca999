"""Tables of what was granted and spent, and of what was realised; the report has them, and the plan some of them."""

from collections.abc import Callable, Hashable
from typing import TypeVar

from sto_tui.documents.word.amounts import AmountLine, table_of
from sto_tui.documents.word.writer import Writer
from sto_tui.documents.word.xml_writing import run
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import capital, euros, has_cents, short_date
from sto_tui.domain.level_words import level_words
from sto_tui.domain.money import Cofinancing, Realised
from sto_tui.planning.money.fulfilment import (
    Fulfilments,
    fulfilment_by_party,
)
from sto_tui.planning.money.spending import (
    Balances,
    balances_by_kind,
    balances_by_theme,
)
from sto_tui.planning.money.what_counts import party_of
from sto_tui.planning.money.words import party_name, theme_name
from sto_tui.planning.plan_status import granted_word

R = TypeVar("R", bound=Hashable)


def theme_balances(dossier: Dossier, writer: Writer) -> None:
    """What was granted and spent per theme."""
    _balances(
        dossier, writer, balances_by_theme(dossier), lambda theme: theme_name(dossier, theme), _theme_word(dossier)
    )


def kind_balances(dossier: Dossier, writer: Writer) -> None:
    """What was granted and spent per kind of cost."""
    _balances(dossier, writer, balances_by_kind(dossier), lambda kind: capital(kind.label), "kostensoort")


def _theme_word(dossier: Dossier) -> str:
    return level_words(dossier.region).theme.singular


def _balances(dossier: Dossier, writer: Writer, balances: Balances[R], name: Callable[[R], str], per: str) -> None:
    lines = [AmountLine(name(row), (each.granted, each.spent, each.left)) for row, each in balances.of.items()]
    whole = balances.whole
    foot = AmountLine("Totaal", (whole.granted, whole.spent, whole.left), bold=True)
    granted = capital(granted_word(dossier))
    heads = (capital(per), granted, "Uitgegeven", "Over")
    table_of(writer, heads, [*lines, foot], f"{granted} en uitgegeven per {per}, in euro", len(lines))


def party_fulfilment(dossier: Dossier, writer: Writer) -> None:
    """What every party has in the plan, and what was realised of it."""
    _fulfilments(writer, fulfilment_by_party(dossier), lambda party: party_name(dossier, party), "partij")


def _fulfilments(writer: Writer, fulfilments: Fulfilments[R], name: Callable[[R], str], per: str) -> None:
    lines = [AmountLine(name(row), (each.planned, each.realised, each.to_go)) for row, each in fulfilments.of.items()]
    whole = fulfilments.whole
    foot = AmountLine("Totaal", (whole.planned, whole.realised, whole.to_go), bold=True)
    heads = (capital(per), "In het plan", "Gerealiseerd", "Nog te gaan")
    table_of(writer, heads, [*lines, foot], f"Cofinanciering gerealiseerd per {per}, in euro", len(lines))


def realised_evidence(dossier: Dossier, writer: Writer) -> None:
    """What was realised with its day and evidence, the oldest first."""
    lines = sorted(dossier.of(Realised).values(), key=lambda line: (line.date, line.id))
    if not lines:
        return
    with_cents = any(has_cents(line.amount) for line in lines)
    rows = [_evidence_row(dossier, writer, line, with_cents=with_cents) for line in lines]
    heads = ("Datum", "Partij", "Bijdrage", "Bewijs", "Bedrag")
    writer.table(
        (2.1, 3.3, 3.9, 4.4, 2.3), heads, rows, "Gerealiseerde bijdragen met bewijs, in euro", "", numbers_from=4
    )


def _evidence_row(dossier: Dossier, writer: Writer, line: Realised, *, with_cents: bool) -> list[str]:
    contribution = dossier.of(Cofinancing).get(line.contribution)
    party = party_name(dossier, party_of(dossier, contribution)) if contribution else "–"
    title = f"{contribution.title or capital(contribution.form.label)}, {contribution.year}" if contribution else "–"
    return [
        writer.cell_text(writer.mark(run(short_date(line.date)), ref_of(line))),
        *(writer.cell_text(run(text)) for text in (party, title)),
        writer.in_column(ref_of(line, "evidence"), line.evidence, "Bewijs"),
        writer.cell_text(run(euros(line.amount, with_cents=with_cents)), "STOTabelgetal"),
    ]
