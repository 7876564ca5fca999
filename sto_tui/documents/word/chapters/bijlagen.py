"""Annexes: who takes part, decisions and actions, sources, and what is still to be filled in."""

from collections.abc import Sequence

from sto_tui.content.library import sources
from sto_tui.documents.word.writer import Writer
from sto_tui.documents.word.xml_writing import paragraph, run
from sto_tui.domain.dossier import Dossier, list_of
from sto_tui.domain.dutch import capital, short_date
from sto_tui.domain.evaluation import Action, Decision
from sto_tui.domain.parties import Party, PartyKind
from sto_tui.domain.plan import Chapter
from sto_tui.domain.record import Choice, Ref
from sto_tui.domain.vision import Indicator
from sto_tui.planning.evaluation.looking_back import action_numbers
from sto_tui.planning.money.share import contributions
from sto_tui.planning.paper_outline import ANNEXES, chapters_of
from sto_tui.planning.parties.of_plan import parties_of_plan


def write(dossier: Dossier, writer: Writer) -> None:
    """All annexes; a regiovisie by itself has only the last two, a voortgangsrapportage the last when it is needed."""
    if writer.part == "voortgangsrapportage" and not writer.holes:
        return
    writer.begin(ANNEXES)
    letters = iter("ABCD")
    if writer.part == "voortgangsrapportage":
        _missing(writer, next(letters))
        return
    if writer.part != "regiovisie":
        _parties(dossier, writer, next(letters))
        _decisions_and_actions(dossier, writer, next(letters))
    _sources(dossier, writer, next(letters))
    _missing(writer, next(letters))


def _parties(dossier: Dossier, writer: Writer, letter: str) -> None:
    writer.heading(2, "Deelnemers", f"Bijlage {letter}")
    if writer.ask(list_of("parties")):
        return
    parties = sorted(parties_of_plan(dossier), key=lambda party: (list(PartyKind).index(party.kind), party.id))
    head = ("Partij en contact", "Soort", "Status en akkoord", "Doet mee aan", "Lagen die meedoen")
    description = "Per partij wie het contact is, hoe zeker zij meedoet en sinds wanneer, waaraan en met wie."
    rows = [_party(writer, party) for party in parties]
    writer.table((4.7, 3.3, 2.5, 2.8, 2.7), head, rows, "Partijen in de regio", description)


def _party(writer: Writer, party: Party) -> tuple[str, ...]:
    """The cells of a party; the contact stands under its name, the day of agreement or of stopping under its status."""
    place = Ref("parties", party.id)
    contact = writer.cell_text(writer.field(place.at("contact"), party.contact)) if party.contact else ""
    day = party.agreed_on if party.takes_part else party.stopped_on
    kind = ", ".join([party.kind.label, *([party.vmbo_kind.label] if party.vmbo_kind else [])])
    part = ""
    if party.deelregio:
        part = writer.cell_text(run("Deelregio ") + writer.field(place.at("deelregio"), party.deelregio))
    since = writer.cell_text(run(short_date(day))) if day else ""
    return (
        writer.cell_text(writer.field(place.at("name"), party.name), "STOTabellabel") + contact,
        writer.cell_text(run(kind)) + part,
        writer.cell_text(run(party.status.label)) + since,
        writer.cell_text(run(_in_words(party.involved_in))),
        writer.cell_text(run(_in_words(party.layer))),
    )


def _in_words(choices: Sequence[Choice]) -> str:
    return ", ".join(choice.label for choice in choices) or "–"


def _decisions_and_actions(dossier: Dossier, writer: Writer, letter: str) -> None:
    writer.heading(2, "Besluiten- en actielijst", f"Bijlage {letter}")
    if not dossier.of(Decision) and not dossier.of(Action):
        writer.text("Er zijn nog geen besluiten of acties vastgelegd.")
    if dossier.of(Decision):
        rows = [
            (
                writer.cell_text(run(f"B{index}", bold=True)),
                writer.cell_text(run(decision.text)),
                writer.cell_text(run(decision.kind.label)),
                writer.cell_text(run(short_date(decision.date) if decision.date else "–")),
            )
            for index, decision in enumerate(dossier.of(Decision).values(), 1)
        ]
        writer.table((1.1, 9.2, 3.4, 2.3), ("Nr", "Besluit", "Soort", "Datum"), rows, "Besluiten", "")
    if dossier.of(Action):
        rows_of_actions = []
        numbers = action_numbers(dossier)
        for action in dossier.of(Action).values():
            place = Ref("actions", action.id)
            owner = writer.field(place.at("owner"), action.owner) if action.owner else ""
            due = run(short_date(action.due)) if action.due else ""
            rows_of_actions.append(
                (
                    writer.cell_text(run(numbers[action.id], bold=True)),
                    writer.cell_text(writer.field(place.at("text"), action.text)),
                    writer.cell_text(_asked(writer, place.at("owner"), owner)),
                    writer.cell_text(_asked(writer, place.at("due"), due)),
                    writer.cell_text(run(action.status.label)),
                )
            )
        head = ("Nr", "Actie", "Eigenaar", "Klaar op", "Status")
        writer.table((1.1, 6.9, 3.5, 2.4, 2.1), head, rows_of_actions, "Acties", "")


def _asked(writer: Writer, ref: Ref, content: str) -> str:
    """What is there, what is missing, or a dash for what nobody asks for any more."""
    return writer.hole(ref) if writer.lacks(ref) else content or run("–")


def _sources(dossier: Dossier, writer: Writer, letter: str) -> None:
    """The sources that the chapters of this part name, and no others."""
    writer.heading(2, "Bronnen", f"Bijlage {letter}")
    chapters, source_lines = chapters_of(writer.part), list[str]()
    if Chapter.REGIOVISIE in chapters:
        for indicator in dossier.of(Indicator).values():
            if indicator.series and indicator.source:
                source_lines.append(
                    f"{indicator.title}: {indicator.source}" + (f", {indicator.url}" if indicator.url else "")
                )
    if Chapter.DOELEN in chapters:
        source_lines += [f"Doel {goal.number}: {goal.source}" for goal in dossier.plan_goals if goal.source]
    if Chapter.VERPLICHT in chapters:
        source_lines.append(f"Onderwerpen van de regeling: {sources()['subject']}")
    if Chapter.BEGROTING in chapters and contributions(dossier):
        source_lines.append(f"Minimum aan cofinanciering: {sources()['cofinancing']}")
    for source in dict.fromkeys(source_lines):
        writer.add(paragraph(writer.style("ListBullet"), run(source)))
    if not source_lines:
        writer.text("Dit document noemt geen bronnen.")


def _missing(writer: Writer, letter: str) -> None:
    writer.heading(2, "Nog in te vullen", f"Bijlage {letter}")
    if not writer.holes:
        writer.text("Er ontbreekt niets.")
        return
    rows = [
        (
            writer.cell_text(run(hole.section.heading)),
            writer.cell_text(run(capital(hole.hole))),
            writer.cell_text(run(hole.where)),
        )
        for hole in writer.holes.values()
    ]
    head = ("Hoofdstuk", "Wat ontbreekt", "In te vullen bij")
    writer.table((4.6, 8.4, 3.0), head, rows, "Wat nog in te vullen is", "")
