"""How progress is followed, and how it stands."""

from collections.abc import Collection, Sequence

from sto_tui.documents.word.chapters.texts import opening
from sto_tui.documents.word.label_rows import LabelRow
from sto_tui.documents.word.writer import Writer
from sto_tui.documents.word.xml_writing import run
from sto_tui.domain.communication import Communication
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import capital, enumerate_words, long_date, short_date
from sto_tui.domain.level_words import level_words
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht
from sto_tui.domain.plan import Chapter, ChapterText
from sto_tui.domain.record import Ref
from sto_tui.planning.progress.period_report import PART_NAMES, entries_in, reports_of_plan, standing_to_tell
from sto_tui.planning.progress.stoplicht import LATE_MEANS, Tally, milestones_by_theme

MOST_LINES = 15
LIGHTS = (Stoplicht.GEREED, Stoplicht.GROEN, Stoplicht.ORANJE, Stoplicht.ROOD, Stoplicht.NIET_GESTART)
UNKNOWN = "niet bekend"
_MEANS = {
    Stoplicht.GROEN: "Groen: op schema.",
    Stoplicht.ORANJE: "Oranje: kleine obstakels.",
    Stoplicht.ROOD: "Rood: loopt vast.",
}


def write(dossier: Dossier, writer: Writer) -> None:
    """Written parts with the reports of periods, what is told, stoplicht per theme, the log of the latest report."""
    writer.lead(_about(dossier))
    opening(dossier, writer, Chapter.MONITORING)
    for text in dossier.of(ChapterText).values():
        if text.chapter is Chapter.MONITORING and text.heading:
            writer.heading(2, text.heading, ref=ref_of(text, "heading"), below=[ref_of(text, "text")])
            writer.prose(ref_of(text, "text"), text.text, heads=PART_NAMES)
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


def _communication(dossier: Dossier, writer: Writer) -> None:
    """To whom what is told, by which means, when and by whom."""
    if not dossier.of(Communication):
        return
    writer.heading(2, "Wie hoort wat, en wanneer")
    head = ("Nr", "Doelgroep", "Boodschap", "Middel", "Wanneer", "Wie")
    rows: list[Sequence[str] | LabelRow] = []
    for index, told in enumerate(dossier.of(Communication).values(), 1):
        place = ref_of(told)
        rows.append(
            (
                writer.number(str(index), place),
                writer.in_column(place.at("audience"), told.audience, head[1], "STOTabellabel"),
                writer.in_column(place.at("message"), told.message, head[2]),
                writer.in_column(place.at("means"), told.means, head[3]),
                writer.in_column(place.at("date"), short_date(told.date) if told.date else "", head[4]),
                writer.in_column(place.at("owner"), told.owner, head[5]),
            )
        )
        if told.milestone:
            rows.append(writer.told("Bij mijlpaal", run(dossier.caption(Ref("milestones", told.milestone)))))
    description = "Per doelgroep de boodschap en het middel."
    writer.table((0.9, 2.9, 4.9, 2.6, 2.1, 2.6), head, rows, "Communicatie", description)


def _lights(writer: Writer) -> None:
    """The counts on the last day of the latest report, or today."""
    standing = standing_to_tell(writer.dossier, writer.today)
    writer.heading(2, f"Stand van de mijlpalen op {long_date(standing.day)}")
    word = level_words(writer.dossier.region).theme.singular
    counts = [
        (f"{theme.number}  {theme.title}" if theme else f"Zonder {word}", standing.tally(milestones))
        for theme, milestones in milestones_by_theme(standing.dossier)
    ]
    every = standing.tally(standing.dossier.of(Milestone).values())
    tally_table(writer, capital(word), counts, f"Mijlpalen per {word} en stoplicht")
    means = [LATE_MEANS, *light_means(every.lights)]
    writer.source(" ".join([*means, *filter(None, [standing.empty_log, standing.of_now, standing.silence])]))


def _log(dossier: Dossier, writer: Writer) -> None:
    """The lines of the period that was last reported on; without a report the latest ones."""
    kept = reports_of_plan(dossier)
    told_dossier = standing_to_tell(dossier, writer.today).dossier
    entries = entries_in(told_dossier, kept[-1][0]) if kept else list(told_dossier.of(Progress).values())[:MOST_LINES]
    if entries:
        writer.heading(2, f"Logboek {kept[-1][0]}" if kept else "Laatste regels uit het logboek")
        log_table(dossier, writer, entries)


def light_means(lights: Collection[Stoplicht]) -> list[str]:
    """What these lights mean, as far as that is not their name."""
    return [meaning for light, meaning in _MEANS.items() if light in lights]


def tally_table(
    writer: Writer,
    first_head: str,
    counts: Sequence[tuple[str, Tally]],
    title: str,
    *,
    total: Tally | None = None,
) -> None:
    """How many milestones stand where, a row for each name; a column for what nobody knows when there is such."""
    lines = [*counts, *([("Alle mijlpalen", total)] if total else [])]
    unknown = any(tally.untold for _, tally in lines)
    heads = [capital(light.label) for light in LIGHTS] + ["Te laat"] + [capital(UNKNOWN)] * unknown
    rows = []
    for name, tally in lines:
        numbers = [tally.lights[light] for light in LIGHTS] + [tally.late] + [tally.untold] * unknown
        cells = [
            writer.cell_text(run(str(many) if many else "–", bold=tally is total), "STOTabelgetal") for many in numbers
        ]
        rows.append([writer.cell_text(run(name), "STOTabellabel"), *cells])
    widths = (16.0 - 1.6 * len(heads), *[1.6] * len(heads))
    writer.table(widths, (first_head, *heads), rows, title, "", numbers_from=1, together=len(rows) < 7)


def log_table(dossier: Dossier, writer: Writer, entries: Sequence[Progress]) -> None:
    """Lines of the log, with what was written about them."""
    head = ("Datum", "Mijlpaal", "Stoplicht", "Toelichting")
    rows: list[Sequence[str] | LabelRow] = []
    for entry in entries:
        place = ref_of(entry)
        rows.append(
            (
                writer.cell_text(writer.mark(run(short_date(entry.date)), place)),
                writer.cell_text(run(dossier.caption(Ref("milestones", entry.milestone)))),
                writer.in_column(place.at("light"), entry.light.label, head[2], bold=True),
                writer.in_column(place.at("note"), entry.note, head[3]),
            )
        )
        rows += [writer.labelled("Knelpunt", place.at("obstacle"), entry.obstacle)] if entry.obstacle else []
        rows += [writer.labelled("Maatregel", place.at("measure"), entry.measure)] if entry.measure else []
    writer.table((2.1, 4.9, 2.1, 6.9), head, rows, "Logboek, nieuwste boven", "")
