"""Annexes: who takes part, decisions and actions, sources, and what is still to be filled in."""

from collections.abc import Iterator, Sequence

from sto_tui.content.library import sources
from sto_tui.documents.word.label_rows import LabelRow
from sto_tui.documents.word.writer import Writer
from sto_tui.documents.word.xml_writing import paragraph, run
from sto_tui.domain.dossier import Dossier, list_of, ref_of
from sto_tui.domain.dutch import capital, short_date
from sto_tui.domain.evaluation import Action, Decision
from sto_tui.domain.parties import Party, PartyKind
from sto_tui.domain.plan import Chapter
from sto_tui.domain.record import Choice
from sto_tui.domain.vision import Indicator
from sto_tui.planning.evaluation.looking_back import action_numbers, nothing_decided
from sto_tui.planning.money.share import contributions
from sto_tui.planning.paper_outline import ANNEXES, chapters_of
from sto_tui.planning.paper_registry import paper_of
from sto_tui.planning.parties_of_plan import parties_of_plan

_PARTY_HEAD = ("Nr", "Partij", "Soort", "Status", "Sinds", "Doet mee aan", "Lagen")


def write(dossier: Dossier, writer: Writer) -> None:
    """All annexes; a regiovisie by itself has only the last two, a voortgangsrapportage the last when it is needed."""
    reports = paper_of(writer.part).reports
    if reports and not writer.holes:
        return
    writer.begin(ANNEXES)
    letters = iter("ABCD")
    if reports:
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
    description = "Per partij wie het contact is, hoe zeker zij meedoet en sinds wanneer, waaraan en met wie."
    rows = [row for number, party in enumerate(parties, 1) for row in _party(writer, party, number)]
    writer.table((0.9, 3.5, 3.1, 1.9, 2.1, 2.3, 2.2), _PARTY_HEAD, rows, "Partijen in de regio", description)


def _party(writer: Writer, party: Party, number: int) -> Iterator[Sequence[str] | LabelRow]:
    """The row of a party, with the day of agreement or of stopping; below it whom to ask and its part of the region."""
    place = ref_of(party)
    kind = ", ".join([party.kind.label, *([party.vmbo_kind.label] if party.vmbo_kind else [])])
    yield (
        writer.number(str(number), place),
        writer.in_column(place.at("name"), party.name, _PARTY_HEAD[1], "STOTabellabel"),
        writer.cell_text(run(kind)),
        *_status(writer, party),
        writer.in_column(place.at("involved_in"), _in_words(party.involved_in), _PARTY_HEAD[5]),
        writer.in_column(place.at("layer"), _in_words(party.layer), _PARTY_HEAD[6]),
    )
    for label, name, text in (("Contact", "contact", party.contact), ("Deelregio", "deelregio", party.deelregio)):
        if text:
            yield writer.labelled(label, place.at(name), text)


def _status(writer: Writer, party: Party) -> tuple[str, str]:
    """How firmly it took part and since when; where no status of the time of the plan is kept, only that it did."""
    place, plan = ref_of(party), writer.dossier.current_period
    then, known = party.as_of(plan), party.status_in(plan)
    took_part, is_later = party.takes_part_to_the_end(plan), party.agreed_later_than(plan)
    name, day = ("agreed_on", then.agreed_on) if took_part else ("stopped_on", then.stopped_on)
    status, since = known.label if known else "deed mee", short_date(day) if day and not is_later else ""
    if then != party:
        # The fields of the party tell of later: what a colleague writes in these cells is not for them.
        return writer.cell_text(run(status)), writer.cell_text(run(since or "–"))
    return (
        writer.in_column(place.at("status"), status, _PARTY_HEAD[3]) if known else writer.cell_text(run(status)),
        writer.cell_text(run("–")) if is_later else writer.in_column(place.at(name), since, _PARTY_HEAD[4]),
    )


def _in_words(choices: Sequence[Choice]) -> str:
    return ", ".join(choice.label for choice in choices)


def _decisions_and_actions(dossier: Dossier, writer: Writer, letter: str) -> None:
    writer.heading(2, "Besluiten- en actielijst", f"Bijlage {letter}")
    if not dossier.of(Decision) and not dossier.of(Action):
        writer.text(nothing_decided(dossier))
    if dossier.of(Decision):
        rows = []
        for index, decision in enumerate(dossier.of(Decision).values(), 1):
            # The row of a decision itself stands where the plan looks back; here it is found by its date.
            place = ref_of(decision, "date")
            day = short_date(decision.date) if decision.date else ""
            rows.append(
                (
                    writer.number(f"B{index}", place),
                    writer.in_column(place.at("text"), decision.text, "Besluit"),
                    writer.in_column(place.at("kind"), decision.kind.label, "Soort"),
                    writer.in_column(place, day, "Datum", row=place),
                )
            )
        writer.table((1.1, 9.2, 3.4, 2.3), ("Nr", "Besluit", "Soort", "Datum"), rows, "Besluiten", "")
    if dossier.of(Action):
        _actions(dossier, writer)


def _actions(dossier: Dossier, writer: Writer) -> None:
    head = ("Nr", "Actie", "Eigenaar", "Klaar op", "Status")
    rows = []
    numbers = action_numbers(dossier)
    for action in dossier.of(Action).values():
        place = ref_of(action)
        rows.append(
            (
                writer.number(numbers[action.id], place),
                writer.in_column(place.at("text"), action.text, head[1]),
                writer.in_column(place.at("owner"), action.owner, head[2]),
                writer.in_column(place.at("due"), short_date(action.due) if action.due else "", head[3]),
                writer.in_column(place.at("status"), action.status.label, head[4]),
            )
        )
    writer.table((1.1, 6.9, 3.5, 2.4, 2.1), head, rows, "Acties", "")


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
    different = list(dict.fromkeys(source_lines))
    for source in different:
        writer.add(paragraph(writer.style("ListBullet"), run(source)))
        if len(different) > 1 and source == different[0]:
            writer.keep_with_next()
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
