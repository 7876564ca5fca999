"""How progress is followed, and how it stands."""

from collections.abc import Sequence

from sto_tui.documents.word.chapters.texts import opening
from sto_tui.documents.word.styles import GREY
from sto_tui.documents.word.writer import Writer, paragraphs_in
from sto_tui.documents.word.xml_writing import paragraph, run
from sto_tui.domain.communication import Communication
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import capital, enumerate_words, long_date, short_date
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht
from sto_tui.domain.plan import Chapter, ChapterText
from sto_tui.domain.record import Ref
from sto_tui.planning.level_words import level_words
from sto_tui.planning.progress.period_report import PART_NAMES, entries_in, reports_of_plan, standing_to_tell
from sto_tui.planning.progress.stoplicht import Tally, milestones_by_theme

MOST_LINES = 15
LIGHTS = (Stoplicht.GEREED, Stoplicht.GROEN, Stoplicht.ORANJE, Stoplicht.ROOD, Stoplicht.NIET_GESTART)
UNKNOWN = "niet bekend"
MEANING = "Groen: op schema. Oranje: kleine obstakels. Rood: loopt vast."


def write(dossier: Dossier, writer: Writer) -> None:
    """Written parts with the reports of periods, what is told, stoplicht per theme, the log of the latest report."""
    writer.lead(_about(dossier))
    opening(dossier, writer, Chapter.MONITORING)
    for text in dossier.of(ChapterText).values():
        if text.chapter is Chapter.MONITORING and text.heading:
            writer.heading(2, text.heading, ref=ref_of(text, "heading"))
            prose_with_parts(writer, text.text, ref_of(text, "text"))
    _communication(dossier, writer)
    if dossier.of(Milestone):
        _lights(writer)
    _log(dossier, writer)


def _about(dossier: Dossier) -> str:
    has_text = any(text.chapter is Chapter.MONITORING for text in dossier.of(ChapterText).values())
    topics = [
        *(["hoe de regio volgt of het plan op schema loopt"] if has_text else []),
        *(["wie wat te horen krijgt"] if dossier.of(Communication) else []),
        *(["hoe de mijlpalen ervoor staan"] if dossier.of(Milestone) else []),
    ]
    return f"Dit hoofdstuk laat zien {enumerate_words(topics)}." if topics else "Dit hoofdstuk gaat over de voortgang."


def prose_with_parts(writer: Writer, text: str, ref: Ref | None) -> None:
    """A text in which the names of the parts of a report are headings; without `ref` it is not in the dossier yet."""
    for number, (kind, part) in enumerate(paragraphs_in(text), 1):
        if part in PART_NAMES:
            writer.heading(3, part, ref=ref, paragraph_number=number)
            continue
        content = writer.field(ref, part, number) if ref else run(part)
        writer.add(paragraph(writer.style("ListBullet" if kind == "bullet" else "Normal"), content))


def _communication(dossier: Dossier, writer: Writer) -> None:
    """To whom what is told, by which means, when and by whom."""
    if not dossier.of(Communication):
        return
    writer.heading(2, "Wie horen wat, en wanneer")
    rows = []
    for told in dossier.of(Communication).values():
        place = ref_of(told)
        about = f"Bij mijlpaal {dossier.caption(Ref('milestones', told.milestone))}" if told.milestone else ""
        rows.append(
            (
                writer.cell_text(writer.field(place.at("audience"), told.audience), "STOTabellabel"),
                writer.cell_text(writer.field(place.at("message"), told.message))
                + (writer.cell_text(run(about, colour=GREY)) if about else ""),
                writer.cell_text(writer.field(place.at("means"), told.means) if told.means else run("–")),
                writer.cell_text(run(short_date(told.date) if told.date else "–")),
                writer.cell_text(writer.field(place.at("owner"), told.owner) if told.owner else run("–")),
            )
        )
    head = ("Doelgroep", "Boodschap", "Middel", "Wanneer", "Wie")
    writer.table((3.0, 5.4, 2.9, 2.1, 2.6), head, rows, "Communicatie", "Per doelgroep de boodschap en het middel.")


def _lights(writer: Writer) -> None:
    """The counts on the last day of the latest report, or today."""
    standing = standing_to_tell(writer.dossier, writer.today)
    writer.heading(2, f"Stand van de mijlpalen op {long_date(standing.day)}")
    word = level_words(writer.dossier.region).theme.singular
    counts = [
        (f"{theme.number}  {theme.title}" if theme else f"Zonder {word}", standing.tally(milestones))
        for theme, milestones in milestones_by_theme(standing.dossier)
    ]
    tally_table(writer, capital(word), counts, f"Mijlpalen per {word} en stoplicht", late=False)
    writer.source(" ".join(filter(None, (MEANING, standing.silence))))


def _log(dossier: Dossier, writer: Writer) -> None:
    """The lines of the period that was last reported on; without a report the latest ones."""
    kept = reports_of_plan(dossier)
    told_dossier = standing_to_tell(dossier, writer.today).dossier
    entries = entries_in(told_dossier, kept[-1][0]) if kept else list(told_dossier.of(Progress).values())[:MOST_LINES]
    if entries:
        writer.heading(2, f"Logboek {kept[-1][0]}" if kept else "Laatste regels uit het logboek")
        log_table(dossier, writer, entries)


def tally_table(
    writer: Writer,
    first_head: str,
    counts: Sequence[tuple[str, Tally]],
    title: str,
    *,
    total: Tally | None = None,
    late: bool = True,
) -> None:
    """How many milestones stand where, a row for each name; a column for what nobody knows when there is such."""
    lines = [*counts, *([("Alle mijlpalen", total)] if total else [])]
    unknown = any(tally.untold for _, tally in lines)
    heads = [capital(light.label) for light in LIGHTS] + ["Te laat"] * late + [capital(UNKNOWN)] * unknown
    rows = []
    for name, tally in lines:
        numbers = [tally.lights[light] for light in LIGHTS] + [tally.late] * late + [tally.untold] * unknown
        cells = [
            writer.cell_text(run(str(many) if many else "–", bold=tally is total), "STOTabelgetal") for many in numbers
        ]
        rows.append([writer.cell_text(run(name), "STOTabellabel"), *cells])
    widths = (16.0 - 1.8 * len(heads), *[1.8] * len(heads))
    writer.table(widths, (first_head, *heads), rows, title, "", numbers_from=1, together=len(rows) < 7)


def log_table(dossier: Dossier, writer: Writer, entries: Sequence[Progress]) -> None:
    """Lines of the log, with what was written about them."""
    rows = [
        (
            writer.cell_text(run(short_date(entry.date))),
            writer.cell_text(run(dossier.caption(Ref("milestones", entry.milestone)))),
            writer.cell_text(run(entry.light.label, bold=True)),
            said(writer, entry),
        )
        for entry in entries
    ]
    head = ("Datum", "Mijlpaal", "Stoplicht", "Toelichting")
    writer.table((2.1, 4.9, 2.1, 6.9), head, rows, "Logboek, nieuwste boven", "")


def said(writer: Writer, entry: Progress, *, tagged: bool = True) -> str:
    """Toelichting, knelpunt and maatregel of a line, for a cell; `tagged` is for one place in a document only."""
    place = Ref("progress", entry.id)
    texts = []
    for name, label in (("note", ""), ("obstacle", "Knelpunt: "), ("measure", "Maatregel: ")):
        if text := getattr(entry, name):
            content = writer.field(place.at(name), text) if tagged else run(text)
            texts.append((run(label, bold=True) if label else "") + content)
    return "".join(writer.cell_text(text) for text in texts) or writer.cell_text(run("–"))
