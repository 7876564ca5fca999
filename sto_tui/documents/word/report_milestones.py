"""The activities in a report: a table per theme with a row per speerpunt, and under it the milestones to tell of."""

from collections.abc import Iterator, Sequence
from datetime import date
from textwrap import shorten

from sto_tui.documents.word.chapters.monitoring import UNKNOWN, light_means
from sto_tui.documents.word.label_rows import LabelRow
from sto_tui.documents.word.styles import LABEL_TINT
from sto_tui.documents.word.writer import Writer
from sto_tui.documents.word.xml_writing import paragraph, run
from sto_tui.domain.dossier import ref_of
from sto_tui.domain.dutch import capital, count, enumerate_words, long_date, short_date, short_month
from sto_tui.domain.level_words import level_words
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht
from sto_tui.domain.plan import Theme
from sto_tui.domain.text import first_sentence
from sto_tui.planning.checks.progress import why_of
from sto_tui.planning.paper_outline import LIGHTS
from sto_tui.planning.progress.activities import (
    PARTLY,
    PARTLY_MEANS,
    Activity,
    activities_by_theme,
    planned_span,
    state_of,
    worst_first,
)
from sto_tui.planning.progress.period_report import Reported
from sto_tui.planning.progress.stoplicht import lateness_in_words

_WIDTHS = (1.1, 4.4, 2.1, 2.1, 6.3)
_COLUMNS = len(_WIDTHS)
_LONGEST_CONTENT = 82
_STYLE = "STORastertekst"
_LATER = "Later: nog niet begonnen en nog niet aan de beurt."
_TROUBLED = (Stoplicht.ORANJE, Stoplicht.ROOD)

_Row = Sequence[str] | LabelRow


def write_activities(writer: Writer, reported: Reported, *, final: bool) -> None:
    """What has not begun and need not have is counted in the row of its speerpunt; so is what was ready before."""
    dossier = reported.standing.dossier
    writer.begin(LIGHTS)
    themes = list(activities_by_theme(reported, final=final))
    if not themes:
        word = level_words(dossier.region).speerpunt.plural
        writer.text(f"Er zijn nog geen {word} en geen mijlpalen.")
        return
    writer.lead(_lead(reported, final=final))
    writer.source(" ".join(_legend(reported, [one for _, activities in themes for one in activities], final=final)))
    for theme, activities in themes:
        _theme(writer, reported, theme, activities, final=final)
    if not final and (left_out := _earlier_lines_left_out(reported)):
        lines = count(left_out, "eerdere regel", "eerdere regels")
        there = "staat" if left_out == 1 else "staan"
        writer.source(f"Uit deze periode {there} nog {lines} zonder knelpunt of maatregel in het logboek.")


def _legend(reported: Reported, activities: Sequence[Activity], *, final: bool) -> Iterator[str]:
    """What the words in the table mean, as far as they stand in it."""
    word = level_words(reported.standing.dossier.region).speerpunt.singular
    worst = worst_first(activities)
    listed = f": {enumerate_words(worst, 'of')}" if len(worst) > 1 else ""
    yield f"Bij een {word} staat het slechtste van de mijlpalen{listed}."
    if any(state_of(activity.tally) == PARTLY for activity in activities):
        yield PARTLY_MEANS
    told = [milestone for activity in activities for milestone in activity.told]
    lights = {light for milestone in told if (light := reported.standing.light_of(milestone))}
    if not final:
        earlier = (entry for milestone in told for entry in _earlier_lines(reported, milestone))
        lights |= {entry.light for entry in earlier if _is_troubled(entry)}
    yield from light_means(lights)
    if any(activity.waiting for activity in activities):
        yield _LATER


def _lead(reported: Reported, *, final: bool) -> str:
    standing = reported.standing
    words = level_words(standing.dossier.region).speerpunt
    stood, when = "stonden" if standing.is_past else "staan", f"op {long_date(standing.day)}"
    if final:
        return f"Per {words.singular} wat er gereed is, en hoe de andere mijlpalen er {when} voor {stood}."
    # The article of an own word is not known: elk speerpunt, elke activiteit.
    return f"Hoe de {words.plural} er {when} voor {stood}, met wat er te melden is."


def _theme(
    writer: Writer, reported: Reported, theme: Theme | None, activities: Sequence[Activity], *, final: bool
) -> None:
    words = level_words(reported.standing.dossier.region)
    word = words.theme.singular
    writer.heading(2, f"{theme.number}  {theme.title}" if theme else f"Zonder {word}")
    if final and theme and theme.result:
        aim = writer.copy(ref_of(theme, "result"), first_sentence(theme.result))
        writer.add(
            paragraph(writer.style("STOToelichting"), run("Beoogd resultaat: ") + aim, properties="<w:keepNext/>")
        )
    rows: list[_Row] = []
    groups: list[int] = []
    shades: dict[tuple[int, int], str] = {}
    for activity in activities:
        number = sum(not isinstance(row, LabelRow) for row in rows)
        shades |= {(number, column): LABEL_TINT for column in range(_COLUMNS)}
        below = list(_below(writer, reported, activity, final=final))
        rows += [_activity(writer, activity, word if theme else "", final=final), *below]
        groups += [number] * bool(below)
    # The last row does not stand alone on a page.
    groups += [sum(not isinstance(row, LabelRow) for row in rows) - 2]
    title = f"Activiteiten en mijlpalen van {word} {theme.number}" if theme else f"Activiteiten zonder {word}"
    writer.table(
        _WIDTHS, _heads(reported), rows, title, "", shades=shades, groups=groups, caption=False, together=False
    )


def _heads(reported: Reported) -> tuple[str, ...]:
    word = level_words(reported.standing.dossier.region).speerpunt.singular
    return ("Nr", f"{capital(word)} en mijlpaal", "Planning", "Stoplicht", "Inhoud en bijzonderheden")


def _activity(writer: Writer, activity: Activity, theme: str, *, final: bool) -> Sequence[str]:
    """The row of a speerpunt: name, from when to when, how many of its milestones are ready, and what it is about."""
    speerpunt = activity.speerpunt
    title = (
        writer.copy(ref_of(speerpunt, "title"), speerpunt.title, bold=True)
        if speerpunt
        else run(_name_of_rest(writer, theme), bold=True)
    )
    return (
        _text(writer, run(speerpunt.number if speerpunt else "", bold=True)),
        _text(writer, title),
        _text(writer, run(_planning(activity))),
        _text(writer, run(state_of(activity.tally) or UNKNOWN, bold=True)),
        "".join(_text(writer, content) for content in _about(writer, activity, final=final)),
    )


def _text(writer: Writer, content: str) -> str:
    """A paragraph in the letter of tables that hold much."""
    return writer.cell_text(content, _STYLE)


def _name_of_rest(writer: Writer, theme: str) -> str:
    """What milestones have in common that belong to no speerpunt: their theme, or nothing."""
    if theme:
        return f"{capital(theme)} als geheel"
    return f"Zonder {level_words(writer.dossier.region).speerpunt.singular}"


def _planning(activity: Activity) -> str:
    """`jan 2027 – dec 2028`."""
    span = planned_span(activity.milestones, activity.speerpunt)
    if span is None:
        return "–"
    first, last = map(_month, span)
    return first if first == last else f"{first} – {last}"


def _month(day: date) -> str:
    return f"{short_month(day)} {day.year}"


def _about(writer: Writer, activity: Activity, *, final: bool) -> Iterator[str]:
    """Its aim in one line, and how many of its milestones stand where."""
    speerpunt = activity.speerpunt
    aim = shorten(first_sentence(speerpunt.result), _LONGEST_CONTENT, placeholder="…") if speerpunt else ""
    if speerpunt and aim:
        yield writer.copy(ref_of(speerpunt, "result"), aim)
    tally = activity.tally
    if not tally.total:
        yield run("Geen mijlpalen.")
        return
    before = f" ({len(activity.done)} al eerder)" if activity.done and not final else ""
    counted = [f"{tally.lights[Stoplicht.GEREED]} van {tally.total} gereed{before}"] * (tally.untold < tally.total)
    counted += lateness_in_words(tally)
    counted += [f"{activity.waiting} later"] * bool(activity.waiting)
    counted += [f"{tally.untold} {UNKNOWN}"] * bool(tally.untold)
    yield run(f"{capital(', '.join(counted))}.")


def _below(writer: Writer, reported: Reported, activity: Activity, *, final: bool) -> Iterator[_Row]:
    if final and activity.done:
        names = [
            run(f"{milestone.number} ") + writer.copy(ref_of(milestone, "title"), milestone.title)
            for milestone in activity.done
        ]
        yield LabelRow(writer.label("Gereed"), _text(writer, run("; ").join(names)))
    silent = [milestone for milestone in activity.told if _is_silent(reported, milestone)]
    if silent:
        named = run("; ").join(_not_begun(writer, reported, silent))
        yield LabelRow(writer.label("Niet gestart"), _text(writer, named))
    for milestone in activity.told:
        if milestone not in silent:
            yield from _rows(writer, reported, milestone, with_earlier=not final)


def _is_silent(reported: Reported, milestone: Milestone) -> bool:
    """Whether nothing more can be said of it than that it has not begun."""
    standing = reported.standing
    return standing.light_of(milestone) is Stoplicht.NIET_GESTART and standing.latest_line(milestone) is None


def _not_begun(writer: Writer, reported: Reported, milestones: Sequence[Milestone]) -> Iterator[str]:
    """`1.1d Ontdeklab draait (12-11-2027, had moeten beginnen)`."""
    for milestone in milestones:
        day = short_date(milestone.due) if milestone.due else ""
        about = ", ".join(filter(None, (day, reported.standing.how_late(milestone))))
        title = writer.copy(ref_of(milestone, "title"), milestone.title)
        yield run(f"{milestone.number} ") + title + run(f" ({about})" if about else "")


def _rows(writer: Writer, reported: Reported, milestone: Milestone, *, with_earlier: bool) -> Iterator[_Row]:
    """How it stood with what was said last; and what was said before that in the period of what it was stuck on."""
    latest = reported.standing.latest_line(milestone)
    heads = _heads(reported)
    yield _state(writer, reported, milestone, latest, heads)
    if latest:
        yield from _trouble(writer, latest)
    for entry in _earlier_lines(reported, milestone) if with_earlier else ():
        if _is_troubled(entry):
            yield _earlier(writer, entry, heads)
            yield from _trouble(writer, entry)


def _earlier_lines(reported: Reported, milestone: Milestone) -> Iterator[Progress]:
    """Those of the period before the last one, the newest first."""
    return (entry for entry in reported.standing.dossier.progress_of(milestone.id)[1:] if entry.date in reported.span)


def _is_troubled(entry: Progress) -> bool:
    return entry.light in _TROUBLED or bool(entry.obstacle or entry.measure)


def _earlier_lines_left_out(reported: Reported) -> int:
    milestones = reported.standing.dossier.of(Milestone).values()
    lines = (entry for milestone in milestones for entry in _earlier_lines(reported, milestone))
    return sum(not _is_troubled(entry) for entry in lines)


def _state(
    writer: Writer, reported: Reported, milestone: Milestone, latest: Progress | None, heads: Sequence[str]
) -> Sequence[str]:
    standing = reported.standing
    light, late = standing.light_of(milestone), standing.how_late(milestone)
    ready = standing.ready_since(milestone)
    since = f"sinds {short_date(ready)}" if ready and (latest is None or latest.date != ready) else ""
    # Of what became ready on a day that nobody knows, the line says when that was written down.
    is_told = light is Stoplicht.GEREED and ready is None and latest is not None and latest.light is Stoplicht.GEREED
    told = "gemeld " if is_told else ""
    return (
        _text(writer, run(milestone.number)),
        _text(writer, writer.copy(ref_of(milestone, "title"), milestone.title)),
        _text(writer, run(short_date(milestone.due) if milestone.due else "–"))
        + (_text(writer, run(late, bold=True)) if late else ""),
        _text(writer, run(light.label if light else UNKNOWN, bold=light not in (None, Stoplicht.NIET_GESTART)))
        + (_text(writer, run(since)) if since else "")
        + (_text(writer, writer.mark(run(f"{told}{short_date(latest.date)}"), ref_of(latest))) if latest else ""),
        _latest(writer, milestone, latest, heads),
    )


def _latest(writer: Writer, milestone: Milestone, latest: Progress | None, heads: Sequence[str]) -> str:
    """What the last line says; oranje and rood need one that says something."""
    why = why_of(milestone, latest)
    if writer.lacks(*why):
        return _text(writer, writer.hole(*why))
    if latest is None:
        return _text(writer, run("–"))
    return writer.in_column(ref_of(latest, "note"), latest.note, heads[4], _STYLE)


def _earlier(writer: Writer, entry: Progress, heads: Sequence[str]) -> Sequence[str]:
    place = ref_of(entry)
    return (
        "",
        _text(writer, writer.mark(run(f"Eerder: {short_date(entry.date)}"), place)),
        "",
        writer.in_column(place.at("light"), entry.light.label, heads[3], _STYLE),
        writer.in_column(place.at("note"), entry.note, heads[4], _STYLE),
    )


def _trouble(writer: Writer, entry: Progress) -> Iterator[_Row]:
    place = ref_of(entry)
    if entry.obstacle:
        yield writer.labelled("Knelpunt", place.at("obstacle"), entry.obstacle)
    if entry.measure:
        yield writer.labelled("Maatregel", place.at("measure"), entry.measure)
