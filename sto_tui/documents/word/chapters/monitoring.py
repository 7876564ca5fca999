"""Chapter 9: how progress is followed, and how it stands."""

from sto_tui.documents.word.chapters.texts import headed, opening
from sto_tui.documents.word.markup import run
from sto_tui.documents.word.writer import Writer
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import short_date
from sto_tui.domain.milestones import Stoplicht
from sto_tui.domain.plan import Chapter
from sto_tui.domain.record import Ref

MOST_LINES = 15
_ORDER = (Stoplicht.GEREED, Stoplicht.GROEN, Stoplicht.ORANJE, Stoplicht.ROOD, Stoplicht.NIET_GESTART)


def write(dossier: Dossier, writer: Writer) -> None:
    """Written parts, stoplicht per theme, the latest lines of the log."""
    writer.heading(1, "Monitoring, voortgang en communicatie", "9")
    writer.lead("Zo volgt de regio of het plan op schema loopt, en zo horen de partijen ervan.")
    opening(
        dossier, writer, Chapter.MONITORING, needed="hoe de regio de voortgang volgt en erover bericht, bij 8 Concept"
    )
    headed(dossier, writer, Chapter.MONITORING)
    if dossier.milestones:
        _lights(dossier, writer)
    if dossier.progress:
        _log(dossier, writer)


def _lights(dossier: Dossier, writer: Writer) -> None:
    writer.heading(2, "Stand van de mijlpalen")
    rows = []
    for theme in [*dossier.themes.values(), None]:
        milestones = dossier.milestones_of(theme.id if theme else 0)
        if milestones:
            name = f"{theme.number}  {theme.title}" if theme else "Zonder thema"
            counts = [sum(one.light is light for one in milestones) for light in _ORDER]
            numbers = [writer.cell_text(run(str(many)), "STOTabelgetal") for many in counts]
            rows.append([writer.cell_text(run(name), "STOTabellabel"), *numbers])
    head = ["Thema", *(light.label.capitalize() for light in _ORDER)]
    writer.table((6.0, *[2.0] * 5), head, rows, "Mijlpalen per thema en stoplicht", "", numbers_from=1)
    writer.source("Groen: op schema. Oranje: kleine obstakels. Rood: loopt vast.")


def _log(dossier: Dossier, writer: Writer) -> None:
    writer.heading(2, "Laatste regels uit het logboek")
    rows = []
    for entry in list(dossier.progress.values())[:MOST_LINES]:
        place = Ref("progress", entry.id)
        texts = [writer.field(place.at("note"), entry.note)] if entry.note else []
        texts += (
            [run("Knelpunt: ", bold=True) + writer.field(place.at("obstacle"), entry.obstacle)]
            if entry.obstacle
            else []
        )
        texts += (
            [run("Maatregel: ", bold=True) + writer.field(place.at("measure"), entry.measure)] if entry.measure else []
        )
        rows.append(
            (
                writer.cell_text(run(short_date(entry.date))),
                writer.cell_text(run(dossier.caption(Ref("milestones", entry.milestone)))),
                writer.cell_text(run(entry.light.label, bold=True)),
                "".join(writer.cell_text(text) for text in texts) or writer.cell_text(run("–")),
            )
        )
    head = ("Datum", "Mijlpaal", "Stoplicht", "Toelichting")
    writer.table((2.1, 4.9, 2.1, 6.9), head, rows, "Logboek, nieuwste boven", "")
