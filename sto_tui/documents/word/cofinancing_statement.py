"""The cofinancieringsverklaring of one party: what it puts in, for what, what is expected of it, and where to sign."""

from collections.abc import Iterator

from sto_tui.documents.word import Draft, DraftOptions
from sto_tui.documents.word.assembly import Labels, opened, packed
from sto_tui.documents.word.sheet_opening import sheet_heading, write_opening
from sto_tui.documents.word.styles import LABEL_TINT
from sto_tui.documents.word.writer import Writer
from sto_tui.documents.word.xml_writing import paragraph, run
from sto_tui.domain.change import NotSavedError
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import amount, capital, count, euros, long_date, number, with_article
from sto_tui.domain.milestones import Milestone, Stoplicht
from sto_tui.domain.money import Cofinancing
from sto_tui.domain.parties import Party
from sto_tui.domain.record import Ref
from sto_tui.domain.region_words import programme_of, region_in_words
from sto_tui.planning.cofinancing_statement import CofinancingStatement, cofinancing_statement
from sto_tui.planning.plan_status import plan_is_over
from sto_tui.planning.progress.as_it_stood import as_of_today

_WIDTHS = (1.3, 6.1, 1.9, 2.5, 1.9, 2.3)
_TO_SIGN = ("Naam", "Functie", "Plaats", "Datum")
_MOST_NAMED = 6
_ROOM_TO_SIGN = "\n\n\n"
NO_PARTY = "Een verklaring is van één partij. Kies eerst van welke."
NO_BODY = "Een verklaring is van een partij, en {name} is een orgaan. Kies een partij."


def build(dossier: Dossier, options: DraftOptions) -> Draft:
    """The document; the same dossier and options give the same bytes. Raises NotSavedError, also without a party."""
    if options.party is None:
        raise NotSavedError(NO_PARTY)
    if options.party.table != "parties":
        raise NotSavedError(NO_BODY.format(name=dossier.caption(options.party)))
    base = opened(options)
    writer = Writer(base.ids, dossier, options.date, part=options.part, page=base.page)
    statement = cofinancing_statement(dossier, options.party, options.date)
    write_opening(writer, f"Verklaring cofinanciering van {statement.party.name}")
    _declaration(writer, statement)
    if statement.by_year:
        _contributions(writer, statement)
        _purposes(writer, statement)
    _expected(writer, statement)
    if statement.by_year:
        _to_sign(writer, statement.party)
    region = programme_of(dossier.region)
    warned = [_nothing_yet(writer, statement)] * (not statement.by_year)
    labels = Labels(
        f"Verklaring cofinanciering {statement.party.name}", region, statement.party.name, "cofinanciering", cover=False
    )
    return Draft(
        packed(base, writer.blocks, writer, options, labels), (), (*base.notices, *warned, *_without_amount(statement))
    )


def _declaration(writer: Writer, statement: CofinancingStatement) -> None:
    """What is declared, in which plan period."""
    name, region, period = statement.party.name, writer.dossier.region, writer.dossier.current_period
    in_period = _in_period(writer)
    if not statement.party.takes_part_to_the_end(period):
        day = statement.party.as_of(period).stopped_on
        since = f" na {long_date(day)}" if day else ""
        writer.text(
            f"{capital(name)} doet{since} niet meer mee. Teken deze verklaring niet zonder overleg met de penvoerder."
        )
    if not statement.by_year:
        is_over = plan_is_over(writer.dossier, writer.today)
        writer.box("Niets te tekenen." if is_over else "Nog niet te tekenen.", _nothing_yet(writer, statement))
        return
    together = f", samen {amount(statement.total)}" if statement.total else ""
    where = f"in {with_article(region_in_words(region))}"
    writer.text(
        f"{capital(name)} verklaart{in_period} aan Sterk Techniekonderwijs {where} bij te dragen met wat hieronder "
        f"staat{together}."
    )
    last = statement.realised_until
    until = f"tot en met {long_date(last)} " if last else ""
    so_far = [f"Daarvan is {until}{amount(statement.realised)} gerealiseerd."] * bool(statement.realised)
    if told := [*so_far, *map(capital, statement.beside)]:
        writer.text(" ".join(told))


def _in_period(writer: Writer) -> str:
    period = writer.dossier.current_period
    return f" in planperiode {period.label}" if period else ""


def _nothing_yet(writer: Writer, statement: CofinancingStatement) -> str:
    """Why there is no form to sign; in a plan that is over nothing is filled in any more."""
    name, in_period = statement.party.name, _in_period(writer)
    if plan_is_over(writer.dossier, writer.today):
        return f"Van {name} staat{in_period} geen bijdrage in het dossier. De planperiode is voorbij."
    return f"Van {name} staat{in_period} nog geen bijdrage in het dossier. Vul die in bij 4 Plan, Cofinanciering."


def _contributions(writer: Writer, statement: CofinancingStatement) -> None:
    """Per year what is put in, as quantity times rate, with the sum of each year and of all."""
    sheet_heading(writer, "Wat wordt ingebracht")
    rows: list[list[str]] = []
    shades: dict[tuple[int, int], str] = {}

    def add_sum(year: str, name: str, cents: int) -> None:
        shades.update({(len(rows), column): LABEL_TINT for column in range(len(_WIDTHS))})
        names = [writer.cell_text(run(text, bold=True)) for text in (year, name, "", "", "")]
        rows.append([*names, writer.cell_text(run(_euros(cents), bold=True), "STOTabelgetal")])

    for year, lines in statement.by_year.items():
        rows += [_row(writer, line) for line in lines]
        if len(statement.by_year) > 1:
            add_sum(str(year), "Samen", sum(line.total or 0 for line in lines))
    add_sum("", "Samen, alle jaren" if len(statement.by_year) > 1 else "Samen", statement.total)
    head = ("Jaar", "Bijdrage", "Vorm", "Aantal", "Tarief", "Bedrag")
    title, about = "Wat wordt ingebracht", "Per bijdrage het jaar, de vorm en aantal keer tarief is bedrag, in euro."
    writer.table(_WIDTHS, head, rows, title, about, numbers_from=3, caption=False, shades=shades)
    writer.source(" ".join(["Tarief en bedrag in euro. Aantal keer tarief is bedrag.", *_without_amount(statement)]))


def _row(writer: Writer, line: Cofinancing) -> list[str]:
    texts = (str(line.year), line.title or "–", line.form.label)
    quantity = "–" if line.quantity is None else f"{number(line.quantity)} {line.unit}".rstrip()
    figures = (quantity, *map(_euros, (line.rate, line.total)))
    return [
        *(writer.cell_text(run(text)) for text in texts),
        *(writer.cell_text(run(text), "STOTabelgetal") for text in figures),
    ]


def _euros(cents: int | None) -> str:
    """With cents, so that they add up on paper."""
    return euros(cents, with_cents=True) if cents else "–"


def _purposes(writer: Writer, statement: CofinancingStatement) -> None:
    """For which speerpunten it is, with how much goes where."""
    sheet_heading(writer, "Waarvoor dat is")
    for purpose, cents in statement.by_purpose.items():
        text = run(f"{purpose}: {amount(cents) if cents else 'nog geen bedrag'}")
        writer.add(paragraph(writer.style("ListBullet"), text))


def _expected(writer: Writer, statement: CofinancingStatement) -> None:
    """By role the first that is not gereed by name, and how much more: all of it stands on its own sheet."""
    asked, stands = statement.asked, as_of_today(writer.dossier, writer.today)
    left = [(role, [line for line in lines if not _is_ready(stands, line.ref)]) for role, lines in asked.groups]
    groups = [(role, lines) for role, lines in left if lines]
    sheet_heading(writer, f"Wat er van {asked.called} verwacht wordt")
    if asked.nothing:
        writer.text(asked.nothing)
    elif not groups:
        writer.text(f"Alles wat van {asked.called} gevraagd is, is gereed.")
    for role, lines in groups:
        named = [f"{line.number} {line.title}".strip() for line in lines[:_MOST_NAMED]]
        more = [f"nog {len(lines) - _MOST_NAMED}"] * (len(lines) > _MOST_NAMED)
        text = run(f"{capital(role.name)}: ", bold=True) + run("; ".join([*named, *more]) + ".")
        writer.add(paragraph(writer.style("ListBullet"), text))
    if any(len(lines) > _MOST_NAMED for _, lines in groups):
        writer.source("Alles staat op het blad met de rollen van deze partij.")


def _is_ready(dossier: Dossier, asked: Ref) -> bool:
    """Whether a milestone is gereed; of a theme or speerpunt as a whole, all of its milestones."""
    match asked.table:
        case "themes":
            under = dossier.milestones_of(asked.id)
        case "speerpunten":
            under = dossier.milestones_of_speerpunt(asked.id)
        case _:
            under = [dossier.of(Milestone)[asked.id]]
    return bool(under) and all(milestone.light is Stoplicht.GEREED for milestone in under)


def _to_sign(writer: Writer, party: Party) -> None:
    sheet_heading(writer, f"Ondertekening namens {party.name}")
    rows = [(writer.label(name), writer.cell_text(run(""))) for name in _TO_SIGN]
    rows.append((writer.label("Handtekening"), writer.cell_text(run(_ROOM_TO_SIGN))))
    writer.label_table(rows, "Ondertekening")
    writer.box(
        "Te controleren.", "Heeft DUS-I of de penvoerder een eigen formulier voor deze verklaring? Gebruik dan dat."
    )


def _without_amount(statement: CofinancingStatement) -> Iterator[str]:
    if many := statement.without_amount:
        verb = "heeft" if many == 1 else "hebben"
        counted = "telt" if many == 1 else "tellen"
        yield f"{capital(count(many, 'bijdrage', 'bijdragen'))} {verb} nog geen bedrag en {counted} niet mee."
