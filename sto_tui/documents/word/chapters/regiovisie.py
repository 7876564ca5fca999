"""The regiovisie, in text and in figures."""

from sto_tui.documents.word.chapters.texts import headed, opening
from sto_tui.documents.word.charts.figure_chart import chart_of
from sto_tui.documents.word.charts.plot import drawn_series
from sto_tui.documents.word.styles import ACCENT
from sto_tui.documents.word.writer import Writer
from sto_tui.documents.word.xml_writing import paragraph, run, simple_field
from sto_tui.domain.dossier import Dossier, list_of
from sto_tui.domain.dutch import long_date, small
from sto_tui.domain.plan import Chapter
from sto_tui.domain.record import Ref
from sto_tui.domain.vision import Indicator, Point, VisionSection
from sto_tui.planning.figures.known_then import known_in_plan
from sto_tui.planning.figures.values import (
    Target,
    Value,
    change,
    definition_of,
    legend,
    series_of,
    shown,
    shown_change,
    shown_span,
    targets_of,
    titled,
    value_of,
    years_of,
)
from sto_tui.planning.statements import statement

MOST_YEARS, MOST_YEARS_ALONE = 7, 11
MINUS = "\u2212"


def write(dossier: Dossier, writer: Writer) -> None:
    """Section by section, then the figures that were known in the plan, then the ambition."""
    known = known_in_plan(dossier, writer.today)
    writer.lead(_about(known))
    opening(dossier, writer, Chapter.REGIOVISIE)
    writer.ask(list_of("vision"))
    for section in dossier.of(VisionSection).values():
        place = Ref("vision", section.id)
        writer.heading(2, section.section, ref=place.at("section"), below=[place.at("text")])
        writer.prose(place.at("text"), section.text)
        rows = [
            (writer.label(label, place.at(name)), writer.value(place.at(name), getattr(section, name)))
            for name, label in (("now", "Gebeurt nu"), ("goes_well", "Gaat goed"), ("can_be_better", "Kan beter"))
            if getattr(section, name)
        ]
        if rows:
            title = f"Stand van zaken: {small(section.section)}"
            writer.caption(title)
            writer.label_table(rows, title)
    _figures(known, writer)
    ambition = statement(dossier, "ambition")
    writer.heading(2, "Onze ambitie", below=[ambition.ref])
    writer.prose(ambition.ref, ambition.text)
    headed(dossier, writer, Chapter.REGIOVISIE)


def _about(dossier: Dossier) -> str:
    """What of the vision is there: how it stands, where it goes, both, or neither."""
    stands = any(vision_section.text.strip() for vision_section in dossier.of(VisionSection).values())
    stands = stands or any(indicator.series for indicator in dossier.of(Indicator).values())
    questions = [
        *(["hoe het techniekonderwijs in de regio ervoor staat"] if stands else []),
        *(["waar de regio naartoe wil"] if statement(dossier, "ambition").text.strip() else []),
    ]
    return (
        f"Dit hoofdstuk beschrijft {' en '.join(questions)}." if questions else "De regiovisie is nog niet geschreven."
    )


def _figures(dossier: Dossier, writer: Writer) -> None:
    writer.heading(2, "Cijfers")
    if writer.ask(list_of("indicators")):
        return
    signs = legend(dossier.of(Indicator).values())
    if signs:
        writer.text(signs)
        writer.keep_with_next()
    number = 1
    for indicator in dossier.of(Indicator).values():
        if indicator.series or not writer.dossier.of(Indicator)[indicator.id].series:
            number += _figure(dossier, indicator, writer, number)


def _figure(dossier: Dossier, indicator: Indicator, writer: Writer, number: int) -> bool:
    """Chart and table under one caption, then where it comes from; whether it took the number of a chart."""
    place = Ref("indicators", indicator.id)
    if writer.ask(place.at("series")):
        writer.ask(place.at("source"))
        return False
    title = titled(indicator)
    label = run("Figuur ", bold=True, colour=ACCENT) + simple_field("SEQ Figuur \\* ARABIC", str(number))
    caption = paragraph(writer.style("Caption"), label + run(f"  {title}"))
    chart = chart_of(indicator, targets_of(dossier, indicator), caption)
    if chart is not None:
        writer.add(chart)
    _table(indicator, writer, title, caption=chart is None)
    _origin(dossier, indicator, writer)
    if indicator.note:
        writer.prose(place.at("note"), indicator.note)
    if indicator.counting_note:
        writer.text(indicator.counting_note)
    return chart is not None


def _table(indicator: Indicator, writer: Writer, title: str, *, caption: bool) -> None:
    """The numbers by year; one series without a name needs no column for it."""
    series = series_of(indicator)
    named = list(series) != [""]
    years = years_of(indicator)[-_most_years(indicator) :]
    first = max(4.0, writer.width - 1.6 * len(years)) if named else 0.0
    each = (writer.width - first) / len(years)
    rows = []
    for label, points in series.items():
        numbers = [writer.cell_text(run(_text(points.get(year), indicator)), "STOTabelgetal") for year in years]
        heads = [writer.cell_text(run(label or indicator.unit or "aantal"), "STOTabellabel")] if named else []
        rows.append([*heads, *numbers])
    widths = [*([first] if named else []), *[each] * len(years)]
    head = [*([""] if named else []), *map(str, years)]
    writer.table(widths, head, rows, title, f"{indicator.title} per jaar.", numbers_from=int(named), caption=caption)


def _most_years(indicator: Indicator) -> int:
    """How many years fit side by side."""
    return MOST_YEARS_ALONE if list(series_of(indicator)) == [""] else MOST_YEARS


def _text(point: Point | None, indicator: Indicator) -> str:
    return "–" if point is None else shown(value_of(point), indicator.unit)


def _changes(indicator: Indicator) -> list[str]:
    """`Verandering sinds 2021: PIE +18 (+19,6%); BWI -5 (-6%)`, per year from which is reckoned."""
    by_span: dict[str, list[str]] = {}
    for label in series_of(indicator):
        if difference := change(indicator, label):
            # A minus sign stays with its number at the end of a line, a hyphen does not.
            words = shown_change(indicator, difference, since=False).replace("-", MINUS)
            by_span.setdefault(shown_span(difference), []).append(f"{label} {words}".strip())
    return [f"Verandering {span}: {'; '.join(changes)}" for span, changes in by_span.items()]


def _not_shown(indicator: Indicator) -> list[str]:
    """Which series the chart leaves out, and from which year on the table goes."""
    series = series_of(indicator)
    drawn = len(drawn_series(indicator))
    valued = sum(any(map(value_of, points.values())) for points in series.values())
    sentences = []
    if drawn < valued:
        with_value = " met een waarde" if valued < len(series) else ""
        sentences.append(
            f"De grafiek toont {drawn} van de {valued} reeksen{with_value}: die met de hoogste laatste waarde"
        )
    if len(years := years_of(indicator)) > (most := _most_years(indicator)):
        more = f", de grafiek in {years[0]}" if drawn else ""
        sentences.append(f"De tabel begint in {years[-most]}{more}")
    return sentences


def _known_later(indicator: Indicator, writer: Writer) -> list[str]:
    """That a plan that is over has no more of a figure than was known in it."""
    plan = writer.dossier.current_period
    if plan is None or indicator.series == writer.dossier.of(Indicator)[indicator.id].series:
        return []
    return [f"Wat na {long_date(plan.end)} bekend werd staat er niet bij"]


def _target(target: Target, indicator: Indicator) -> str:
    return shown(Value(target.value, target.value), indicator.unit)


def _origin(dossier: Dossier, indicator: Indicator, writer: Writer) -> None:
    """The source, and in a line of ours its day, what counts as techniek, file, change, and what goals want of it."""
    place = Ref("indicators", indicator.id)
    writer.line("Bron:", place.at("source"), indicator.source, below=[place.at("note")] * bool(indicator.note))
    definition = definition_of(dossier, indicator)
    about = [
        *([f"Zie {indicator.url}"] if indicator.url else []),
        *([f"Peildatum {long_date(indicator.reference_date)}"] if indicator.reference_date else []),
        *([f"Techniek is hier: {definition}"] if definition else []),
        *([f"Overgenomen uit {indicator.file}"] if indicator.file else []),
        *_known_later(indicator, writer),
        *_not_shown(indicator),
        *_changes(indicator),
        *(
            f"Doel {target.goal}: {_target(target, indicator)} in {target.year}"
            for target in targets_of(dossier, indicator)
        ),
    ]
    if about:
        writer.source(f"{'. '.join(about)}.")
