"""The table of a speerpunt: labels with their texts, partners with their role, acts per period, and milestones."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from sto_tui.documents.word.styles import LABEL_TINT
from sto_tui.documents.word.writer import Writer, bound_to_next, kept_together
from sto_tui.documents.word.xml_writing import cell, row, run, table
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import capital, enumerate_words, short_month
from sto_tui.domain.level_words import level_words
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Partner, Phase, ResultMeasure, Speerpunt
from sto_tui.domain.printed import FieldShape, PrintedField, mark_of
from sto_tui.domain.record import Ref
from sto_tui.planning.next_period.what_went_on import builds_on

GRID = (1.3, 2.2, 2.3, 3.0, 1.1, 6.1)
"""The lines on which the columns of every row end: number, day, name of a party, title, goal, tangible result."""
_ENDS = (0.0, *accumulate(GRID))
_PARTNERS = "Betrokken partners"
_INPUT = "Inbreng"
# Of a table that is higher than a page; more of them may take half a page themselves.
_MOST_PARTNERS, _MOST_MILESTONES = 16, 8
_LABELLED = (2, 4)
_PARTNER = (3, 3)
_MILESTONE = {True: (1, 1, 2, 1, 1), False: (1, 1, 4)}


def write_speerpunt(dossier: Dossier, writer: Writer, speerpunt: Speerpunt) -> None:
    """Its heading and its table."""
    place = ref_of(speerpunt)
    name = f"{capital(level_words(dossier.region).speerpunt.singular)} {speerpunt.number}"
    writer.heading(3, speerpunt.title, name, place.at("title"))
    rows = [_head(dossier, writer, speerpunt, name), *kept_together(_body(dossier, writer, speerpunt))]
    description = f"{name}: beoogd resultaat, partners, activiteiten per periode, mijlpalen en onderwerpen."
    writer.add(table(writer.style("STORijentabel"), list(GRID), rows, f"{name} {speerpunt.title}", description))


def _row(
    spans: Sequence[int], contents: Sequence[str], *, shade: str = "", other_shade: str = "", head: bool = False
) -> str:
    """A row of these cells, each over so many columns of the grid; `shade` is that of the first."""
    cells = []
    start = 0
    for number, (span, content) in enumerate(zip(spans, contents, strict=True)):
        width = _ENDS[start + span] - _ENDS[start]
        cells.append(cell(width, [content], shade=other_shade if number else shade, span=span))
        start += span
    return row(cells, head=head)


def _block(rows: list[str], most: int) -> list[str]:
    """Rows that stay on one page when there are not many, so that a table is cut between periods."""
    return rows if len(rows) > most else [*map(bound_to_next, rows[:-1]), *rows[-1:]]


def _subhead(writer: Writer, spans: Sequence[int], heads: Sequence[str]) -> str:
    """The heads of the rows that follow, with which it stays."""
    cells = [writer.cell_text(run(text), "STOTabelkop") for text in heads]
    return bound_to_next(_row(spans, cells, shade=LABEL_TINT, other_shade=LABEL_TINT))


def _head(dossier: Dossier, writer: Writer, speerpunt: Speerpunt, name: str) -> str:
    """Its number, and beside it when it runs and the goals that it is for."""
    years = [day.year for phase in speerpunt.phases for day in (phase.start, phase.end) if day]
    span = f"Looptijd {min(years)}–{max(years)}" if years and min(years) != max(years) else ""
    span = span or (f"Looptijd {years[0]}" if years else "")
    goals = _goals(dossier, writer, speerpunt)
    beside = run(" · ").join(filter(None, (run(span) if span else "", goals)))
    contents = [writer.cell_text(text, "STOTabelkop") for text in (run(name), beside or run(""))]
    return _row(_LABELLED, contents, head=True)


def _goals(dossier: Dossier, writer: Writer, speerpunt: Speerpunt) -> str:
    """To which goals it contributes, or that this is still to be told."""
    place = ref_of(speerpunt, "goals")
    if writer.lacks(place):
        return writer.hole(place)
    numbers = [str(goal.number) for goal in dossier.plan_goals if goal.id in dossier.goals_served(speerpunt)]
    word = "doel" if len(numbers) == 1 else "de doelen"
    return run(f"draagt bij aan {word} {enumerate_words(numbers)}") if numbers else ""


def _body(dossier: Dossier, writer: Writer, speerpunt: Speerpunt) -> list[str]:
    place = ref_of(speerpunt)
    rows = [_labelled(writer, "Beoogd resultaat", writer.value(place.at("result"), speerpunt.result), place, "result")]
    rows += [
        _row(_LABELLED, contents, shade=LABEL_TINT) for contents in measure_rows(writer, place, speerpunt.measures)
    ]
    rows += _partners(dossier, writer, speerpunt)
    rows += [_acts(writer, place, phase) for phase in speerpunt.phases]
    if not speerpunt.phases:
        rows.append(_labelled(writer, "Activiteiten", writer.cell_text(writer.hole(place.at("phases")))))
    milestones = dossier.milestones_of_speerpunt(speerpunt.id)
    rows += milestone_rows(dossier, writer, milestones) if milestones else []
    if earlier := builds_on(dossier, speerpunt):
        rows.append(_labelled(writer, "Voortgezet uit", writer.cell_text(run(earlier))))
    if before := speerpunt.carried_over_from:
        content = writer.value(place.at("carried_over_from"), before)
        rows.append(_labelled(writer, "Bouwt voort op", content, place, "carried_over_from"))
    tags = " · ".join(tag.label for tag in speerpunt.tags)
    rows.append(_labelled(writer, "Onderwerpen van de regeling", writer.value(place.at("tags"), tags), place, "tags"))
    return rows


def measure_rows(writer: Writer, place: Ref, measures: Iterable[ResultMeasure]) -> Iterator[tuple[str, str]]:
    """By what a result is measured: the indicator, and where it begins and what it aims at, each with its label."""
    for measure in measures:
        own = place.at(f"measures#{measure.id}/indicator")
        yield writer.label("Te meten aan", own), writer.value(own, measure.indicator)
        ends = (
            ("Nulwaarde", "baseline", measure.baseline, measure.baseline_year),
            ("Streefwaarde", "target", measure.target, measure.target_year),
        )
        for word, name, text, year in ends:
            if text:
                end = place.at(f"measures#{measure.id}/{name}")
                yield writer.label(f"{word} ({year})" if year else word, end), writer.value(end, text)


def _labelled(writer: Writer, label: str, content: str, place: Ref | None = None, name: str = "") -> str:
    """A label with what stands beside it; with `place` and `name` that is this field."""
    marks = [place.at(name)] if place else []
    return _row(_LABELLED, (writer.label(label, *marks), content), shade=LABEL_TINT)


def _acts(writer: Writer, speerpunt: Ref, phase: Phase) -> str:
    """A period with what is done in it."""
    address = f"{speerpunt}/phases#{phase.id}/acts"
    if not phase.acts:
        hole = writer.cell_text(writer.hole(speerpunt.at("phases"), str(phase.id)))
        return _row(_LABELLED, (writer.label(phase.label, address), hole), shade=LABEL_TINT)
    items = writer.items(address, [(f"{address}#{act.id}/text", act.text) for act in phase.acts])
    return _row(_LABELLED, (writer.label(phase.label, address), items), shade=LABEL_TINT)


def _partners(dossier: Dossier, writer: Writer, speerpunt: Speerpunt) -> list[str]:
    """A row per partner: name, and what it does here."""
    place = ref_of(speerpunt)
    if not speerpunt.partners:
        return [_labelled(writer, _PARTNERS, writer.cell_text(writer.hole(place.at("partners"))))]
    heads = (_PARTNERS, _INPUT)
    rows = [_partner(dossier, writer, place, partner) for partner in speerpunt.partners]
    return [_subhead(writer, _PARTNER, heads), *_block(rows, _MOST_PARTNERS)]


def _partner(dossier: Dossier, writer: Writer, speerpunt: Ref, partner: Partner) -> str:
    """Which party it is, and its role: both are fields of this seat, and the name is also its label."""
    seat = speerpunt.at(f"partners#{partner.id}")
    party = dossier.of(Party).get(partner.party or 0)
    name = party.name if party else "–" if partner.role else "(partij vervallen)"
    if party or partner.role:
        text = party.name if party else ""
        writer.printed.print(PrintedField(f"{seat}/party", FieldShape.COLUMN, text, mark_of(seat), _PARTNERS))
    role = writer.in_column(Ref(seat.table, seat.id, f"{seat.field}/role"), partner.role, _INPUT)
    return _row(_PARTNER, (writer.cell_text(writer.mark(run(name), seat)), role))


def milestone_rows(
    dossier: Dossier, writer: Writer, milestones: Sequence[Milestone], *, head: bool = False
) -> list[str]:
    """A head, and per milestone number, month and title; where one has them also goal and tangible result.

    With `head` the first row is the head of its table.
    """
    wide = any(milestone.tangible_result or milestone.goal for milestone in milestones)
    spans = _MILESTONE[wide]
    heads = ("Nr", "Klaar op", "Mijlpaal", "Doel", "Tastbaar resultaat")[: len(spans)]
    rows = [_row(spans, _milestone(dossier, writer, milestone, heads)) for milestone in milestones]
    if head:
        return [_row(spans, [writer.cell_text(run(text), "STOTabelkop") for text in heads], head=True), *rows]
    return [_subhead(writer, spans, heads), *_block(rows, _MOST_MILESTONES)]


def _milestone(dossier: Dossier, writer: Writer, milestone: Milestone, heads: Sequence[str]) -> list[str]:
    place = ref_of(milestone)
    when = f"{short_month(milestone.due)} {milestone.due.year}" if milestone.due else ""
    goal = next((plan_goal for plan_goal in dossier.plan_goals if plan_goal.id == milestone.goal), None)
    fields = (
        ("due", when),
        ("title", milestone.title),
        ("goal", str(goal.number) if goal else ""),
        ("tangible_result", milestone.tangible_result),
    )
    shown = zip(heads[1:], fields, strict=False)
    cells = [writer.in_column(place.at(name), text, head) for head, (name, text) in shown]
    return [writer.number(milestone.number, place), *cells]
