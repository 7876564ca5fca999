"""The list of decisions and actions as a Word document of a few pages, in the look of the draft."""

from sto_tui.documents.decision_list import (
    NO_ACTIONS,
    NO_DECISIONS,
    NO_OPEN_POINTS,
    NOT_APPLICABLE,
    UNDECIDED,
    about,
    action_lines,
    decision_lines,
    list_title,
    open_points,
)
from sto_tui.documents.word import DraftOptions
from sto_tui.documents.word.assembly import Labels, opened, packed
from sto_tui.documents.word.styles import GREY
from sto_tui.documents.word.writer import Writer
from sto_tui.documents.word.xml_writing import outline, paragraph, run
from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import capital
from sto_tui.domain.evaluation import Action, Decision
from sto_tui.domain.record import Ref
from sto_tui.domain.region_words import programme_of, region_in_words
from sto_tui.planning.evaluation.looking_back import nothing_decided

_DECISION_WIDTHS = (2.1, 5.2, 4.1, 4.6)
_ACTION_WIDTHS = (1.1, 4.9, 3.3, 2.1, 3.1, 1.5)


def build_decision_list(dossier: Dossier, options: DraftOptions) -> bytes:
    """The bytes of the document; the same dossier and options give the same. Raises TemplateError."""
    base = opened(options)
    writer = Writer(base.ids, dossier, options.date, page=base.page)
    _opening(dossier, writer, options)
    if any((dossier.of(Decision), dossier.of(Action))):
        _decisions(dossier, writer)
        _actions(dossier, writer)
    else:
        writer.text(nothing_decided(dossier))
    _open_points(dossier, writer)
    name = programme_of(dossier.region)
    labels = Labels(list_title(dossier), "Besluiten en acties", name, "besluiten; acties", cover=False)
    return packed(base, writer.blocks, writer, options, labels)


def _opening(dossier: Dossier, writer: Writer, options: DraftOptions) -> None:
    """The title, and which region, meetings and day; on the page where the list begins, so without room above."""
    close, apart = (f'<w:spacing w:before="0" w:after="{twentieths}"/>' for twentieths in (80, 280))
    writer.add(paragraph(writer.style("STOBovenregel"), run("Sterk Techniekonderwijs"), properties=close))
    writer.add(paragraph(writer.style("Title"), run("Besluiten en acties"), properties=outline(1)))
    writer.add(paragraph(writer.style("Subtitle"), run(capital(region_in_words(dossier.region))), properties=apart))
    rows = [
        (writer.label(label), "".join(writer.cell_text(run(text)) for text in texts))
        for label, texts in about(dossier, options.date)
        if label != "Regio"
    ]
    writer.label_table(rows, "Gegevens van deze lijst")


def _decisions(dossier: Dossier, writer: Writer) -> None:
    writer.heading(2, "Besluiten")
    if not dossier.of(Decision):
        writer.text(NO_DECISIONS)
        return
    rows = []
    for decision, line in zip(dossier.of(Decision).values(), decision_lines(dossier), strict=True):
        place = Ref("decisions", decision.id)
        text = run(f"{dutch.capital(line.kind)}: ", bold=True) + writer.copy(place.at("text"), line.text)
        when = line.when if decision.date else ""
        origin = f"Uit {line.from_answers}" if line.from_answers else ""
        why = writer.copy(place.at("why"), line.why) if line.why else run(NOT_APPLICABLE)
        places = [_known(writer, where) for where in line.comes_back]
        rows.append(
            (
                writer.cell_text(run(line.number, bold=True)) + _beneath(writer, when),
                writer.cell_text(text) + _beneath(writer, origin),
                writer.cell_text(why),
                writer.bullets(places) if len(places) > 1 else writer.cell_text(places[0]),
            )
        )
    head = ("Nr, datum", "Besluit", "Waarom", "Komt terug in")
    description = "Elk besluit met de soort, de reden, de datum en waar het in het plan terugkomt."
    writer.table(_DECISION_WIDTHS, head, rows, "Besluiten", description, caption=False, together=False)


def _actions(dossier: Dossier, writer: Writer) -> None:
    writer.heading(2, "Acties")
    if not dossier.of(Action):
        writer.text(NO_ACTIONS)
        return
    rows = []
    for action, line in zip(dossier.of(Action).values(), action_lines(dossier), strict=True):
        place = Ref("actions", action.id)
        owner = writer.copy(place.at("owner"), action.owner) if action.owner else _known(writer, line.owner)
        put_off = f"{line.postponed} uitgesteld" if action.postponed else ""
        rows.append(
            (
                writer.cell_text(run(line.number, bold=True)),
                writer.cell_text(writer.copy(place.at("text"), line.text)),
                writer.cell_text(owner),
                writer.cell_text(_known(writer, line.due)),
                writer.cell_text(run(line.status)) + _beneath(writer, put_off),
                writer.cell_text(run(line.from_decision)),
            )
        )
    head = ("Nr", "Actie", "Eigenaar", "Klaar op", "Status", "Besluit")
    description = "Elke actie met eigenaar, datum, status en het besluit waar de actie uit volgt."
    writer.table(_ACTION_WIDTHS, head, rows, "Acties", description, caption=False, together=False)


def _open_points(dossier: Dossier, writer: Writer) -> None:
    points = open_points(dossier)
    if not points and not dossier.of(Decision) and not dossier.of(Action):
        return
    writer.heading(2, "Open punten")
    if not points:
        writer.text(NO_OPEN_POINTS)
    for heading in dict.fromkeys(point.heading for point in points):
        writer.heading(3, heading)
        for point in points:
            if point.heading == heading:
                writer.add(paragraph(writer.style("ListBullet"), run(point.text)))


def _beneath(writer: Writer, text: str) -> str:
    """A second, grey line in a cell, if there is anything to say."""
    return writer.cell_text(run(text, colour=GREY)) if text else ""


def _known(writer: Writer, text: str) -> str:
    """A run, marked as a hole when it still has to be settled."""
    return run(text, style=writer.style("STONoginte") if text == UNDECIDED else "")
