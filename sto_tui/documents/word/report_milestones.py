"""The milestones in a report on a period: how each stood at its end, with the lines of the log about it."""

from collections.abc import Iterator, Sequence

from sto_tui.documents.word.chapters.monitoring import UNKNOWN
from sto_tui.documents.word.label_rows import LabelRow
from sto_tui.documents.word.writer import Writer
from sto_tui.documents.word.xml_writing import run
from sto_tui.domain.dossier import ref_of
from sto_tui.domain.dutch import count, long_date, short_date
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht
from sto_tui.planning.checks.progress import latest_line, why_of
from sto_tui.planning.level_words import level_words
from sto_tui.planning.paper_outline import LIGHTS
from sto_tui.planning.progress.period_report import Reported
from sto_tui.planning.progress.stoplicht import milestones_by_theme

_WIDTHS = (1.3, 5.0, 2.2, 2.2, 5.3)
_HEAD = ("Nr", "Mijlpaal", "Klaar op", "Stoplicht", "Toelichting")

_Row = Sequence[str] | LabelRow


def write_milestones(writer: Writer, reported: Reported) -> None:
    """A table per theme; what has not begun and need not have is counted under it."""
    standing = reported.standing
    dossier = standing.dossier
    writer.begin(LIGHTS)
    if not dossier.of(Milestone):
        writer.text("Er zijn nog geen mijlpalen.")
        return
    stood = "stond" if standing.is_past else "staat"
    log = ", met de laatste regel van het logboek en de eerdere uit deze periode" if dossier.of(Progress) else ""
    writer.lead(f"Hoe elke mijlpaal er op {long_date(standing.day)} voor {stood}{log}.")
    word = level_words(dossier.region).theme.singular
    for theme, milestones in milestones_by_theme(dossier):
        writer.heading(2, f"{theme.number}  {theme.title}" if theme else f"Zonder {word}")
        told = [milestone for milestone in milestones if not waits(reported, milestone)]
        title = f"Mijlpalen van {word} {theme.number}" if theme else f"Mijlpalen zonder {word}"
        if told:
            writer.table(_WIDTHS, _HEAD, [row for each in told for row in _rows(writer, reported, each)], title, "")
        if ahead := len(milestones) - len(told):
            writer.source(f"Nog niet aan de beurt: {count(ahead, 'mijlpaal', 'mijlpalen')}.")


def waits(reported: Reported, milestone: Milestone) -> bool:
    """Whether it had not begun and need not have, and the log says nothing of it: that is counted, not told."""
    standing = reported.standing
    idle = standing.light_of(milestone) is Stoplicht.NIET_GESTART and not standing.how_late(milestone)
    return idle and latest_line(standing, milestone) is None


def _rows(writer: Writer, reported: Reported, milestone: Milestone) -> Iterator[_Row]:
    """How it stood with what was said last, and what was said before that in the period."""
    standing = reported.standing
    latest = latest_line(standing, milestone)
    yield _state(writer, reported, milestone, latest)
    if latest:
        yield from _trouble(writer, latest)
    for entry in standing.dossier.progress_of(milestone.id)[1:]:
        if entry.date in reported.span:
            yield _earlier(writer, entry)
            yield from _trouble(writer, entry)


def _state(writer: Writer, reported: Reported, milestone: Milestone, latest: Progress | None) -> Sequence[str]:
    standing = reported.standing
    light, late = standing.light_of(milestone), standing.how_late(milestone)
    ready = standing.ready_since(milestone)
    since = f"sinds {short_date(ready)}" if ready and (latest is None or latest.date != ready) else ""
    return (
        writer.cell_text(run(milestone.number)),
        writer.cell_text(writer.copy(ref_of(milestone, "title"), milestone.title)),
        writer.cell_text(run(short_date(milestone.due) if milestone.due else "–"))
        + (writer.cell_text(run(late, bold=True)) if late else ""),
        writer.cell_text(run(light.label if light else UNKNOWN, bold=light not in (None, Stoplicht.NIET_GESTART)))
        + (writer.cell_text(run(since)) if since else "")
        + (writer.cell_text(writer.mark(run(short_date(latest.date)), ref_of(latest))) if latest else ""),
        _latest(writer, milestone, latest),
    )


def _latest(writer: Writer, milestone: Milestone, latest: Progress | None) -> str:
    """What the last line says; oranje and rood need one that says something."""
    why = why_of(milestone, latest)
    if writer.lacks(*why):
        return writer.cell_text(writer.hole(*why))
    return writer.in_column(ref_of(latest, "note"), latest.note, _HEAD[4]) if latest else writer.cell_text(run("–"))


def _earlier(writer: Writer, entry: Progress) -> Sequence[str]:
    place = ref_of(entry)
    return (
        "",
        writer.cell_text(writer.mark(run(f"Eerder: {short_date(entry.date)}"), place)),
        "",
        writer.in_column(place.at("light"), entry.light.label, _HEAD[3]),
        writer.in_column(place.at("note"), entry.note, _HEAD[4]),
    )


def _trouble(writer: Writer, entry: Progress) -> Iterator[_Row]:
    place = ref_of(entry)
    if entry.obstacle:
        yield writer.labelled("Knelpunt", place.at("obstacle"), entry.obstacle)
    if entry.measure:
        yield writer.labelled("Maatregel", place.at("measure"), entry.measure)
