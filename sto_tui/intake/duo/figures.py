"""Counts of DUO as figures of a dossier: what is new, what changes from what to what, as one change.

A figure is found again by its title, unit and kind, so that a later year is added to it and never makes a second one.
It goes on only with what came from DUO by the same choice of vestigingen, or over the same ones: years that can't be
compared make no series, and source, file and reference date have to be true of every year. Of each year is kept over
which vestigingen it is, and where that changes it is told. Anything else stays as it is, with a figure beside it.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count, islice
from typing import Any

from sto_tui.domain.change import Change, Edit, added, replaced
from sto_tui.domain.counting import Counting, CountingRule
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import enumerate_words
from sto_tui.domain.record import LINE_LIMIT
from sto_tui.domain.text import plain
from sto_tui.domain.vision import Indicator, Point
from sto_tui.intake.duo.counted_figures import COUNTS_AS_TECHNIEK, UNIT, URL, Figure, counted_figures
from sto_tui.intake.duo.counted_over import (
    YearsRead,
    changes_told,
    counted_years,
    countings_after,
    rules_after,
    years_of_choice,
    years_over,
)
from sto_tui.intake.duo.counts import Range
from sto_tui.intake.duo.into_counts import DuoResult
from sto_tui.intake.duo.wording import FigureChange, told_figures
from sto_tui.intake.proposal import Refusal

_SEPARATOR = "; "
_SHORT_PRINT = 16
_NO_PRINT = "onbekend"

# The name of a file and its fingerprint.
_Trace = tuple[str, str]


@dataclass(frozen=True)
class DuoProposal:
    """What to do and what to tell: `lines` is the preview, a line of text each."""

    change: Change
    lines: tuple[str, ...]
    remarks: tuple[str, ...]
    refused: tuple[Refusal, ...]
    added: int
    changed: int


def duo_proposal(result: DuoResult, dossier: Dossier, today: date) -> DuoProposal:
    """What taking over these counts would do to a dossier. Pure; nothing is changed."""
    definition = dossier.region.definition_of_techniek
    edits: list[Edit] = []
    shown: list[FigureChange] = []
    apart: list[tuple[Figure, Indicator]] = []
    refused = list(result.refused)
    remarks = list(result.remarks)
    for counted_figure in counted_figures(result, definition, today):
        figure, before, beside = _destination(counted_figure, dossier)
        if before and _other_definition(figure, before):
            refused.append(Refusal(0, _why_other_definition(figure, before)))
            continue
        if before is None and not any(value and value.high for value in figure.values.values()):
            remarks.append(f"{figure.title}: bij deze vestigingen staan geen aantallen, dus dit cijfer is er niet.")
            continue
        after = _changed(before, figure) if before else _new(figure, -1 - len(edits))
        if beside:
            apart.append((figure, beside))
        shown.append(FigureChange(before, after, frozenset(figure.years | _new_years(before, after))))
        edits += replaced(before, after) if before else added(after)
    remarks = [*_why_beside(apart), *_other_vestigingen(shown), *_own_prognosis(shown), *remarks]
    if definition not in COUNTS_AS_TECHNIEK and (result.pupils or result.grades):
        remarks.append(
            "Het totaal techniek is niet berekend: de regio heeft een eigen definitie van techniek. "
            "Kies een andere in het regioprofiel, of voer het totaal zelf in."
        )
    new = sum(1 for edit in edits if edit.before is None)
    changed = len(edits) - new
    label = f"Cijfers van DUO: {new} nieuw, {changed} gewijzigd"
    return DuoProposal(
        Change(label, tuple(edits)), tuple(told_figures(shown)), tuple(remarks), tuple(refused), new, changed
    )


# From figures to records.


def _destination(figure: Figure, dossier: Dossier) -> tuple[Figure, Indicator | None, Indicator | None]:
    """The figure with the title it gets, the one in the dossier it goes on with, and the one it stays beside."""
    titled: dict[str, list[Indicator]] = defaultdict(list)
    for _, indicator in sorted(dossier.of(Indicator).items()):
        if plain(indicator.unit) == UNIT and indicator.kind is figure.kind:
            titled[plain(indicator.title)].append(indicator)
    titles = list(islice(_titles(figure.title), len(titled) + 1))
    indicators = [indicator for title in titles for indicator in titled.get(plain(title), ())]
    joined = sorted(
        (indicator for indicator in indicators if _goes_on(figure, indicator)),
        key=lambda indicator: (
            _other_definition(figure, indicator),
            not indicator.series,
            not years_of_choice(indicator.countings, figure.choice),
        ),
    )
    if joined:
        return figure, joined[0], None
    free = next(title for title in titles if plain(title) not in titled)
    return replace(figure, title=free), None, indicators[0] if indicators else None


def _titles(title: str) -> Iterator[str]:
    yield title
    yield f"{title} (DUO)"
    yield from (f"{title} (DUO {number})" for number in count(2))


def _comparable(countings: Sequence[Counting], figure: Figure) -> set[int]:
    """The years that may stand beside those of a figure: of the same choice, or over the same vestigingen."""
    return years_of_choice(countings, figure.choice) | years_over(countings, figure.vestigingen)


def _goes_on(figure: Figure, before: Indicator) -> bool:
    """Whether all that would stay came from DUO, by the same choice; a prognosis may stay."""
    same = _comparable(before.countings, figure)
    if figure.is_forecast:
        return not before.series or all(point.prognosis and point.year in same for point in before.series)
    kept = [
        point
        for point in before.series
        if not point.prognosis and (point.year not in figure.years or point.label not in figure.labels)
    ]
    from_here = bool(same) and all(point.year in same and point.label in figure.labels for point in kept)
    return from_here or not before.series


def _new(figure: Figure, number: int) -> Indicator:
    file, file_hash = _lines_of(_traces(figure))
    series = _series((), figure, set())
    return Indicator(
        id=number,
        title=figure.title,
        kind=figure.kind,
        unit=UNIT,
        source=figure.source,
        url=URL,
        reference_date=figure.reference_date,
        definition=figure.definition,
        file=file,
        file_hash=file_hash,
        series=series,
        **_counted((), (), figure, series),
    )


def _changed(before: Indicator, figure: Figure) -> Indicator:
    """The figure with these years in it; what says where it is from follows the newest year."""
    had = bool(before.series)
    older = had and bool(before.reference_date and before.reference_date > figure.reference_date)
    series = _series(before.series, figure, _comparable(before.countings, figure))
    values: dict[str, Any] = {
        "source": figure.source,
        "url": (had and before.url) or URL,
        "definition": figure.definition,
        "series": series,
        **_counted(before.countings, before.counting_rules, figure, series),
    }
    values["file"], values["file_hash"] = _lines_of(_merged(_traces_in(before) if had else (), _traces(figure), older))
    if not older:
        values["reference_date"] = figure.reference_date
    after = before.changed(**values)
    return before if _chosen_otherwise_only(before, after) else after


def _chosen_otherwise_only(before: Indicator, after: Indicator) -> bool:
    """Whether the same vestigingen were counted again and only the words by which they were chosen differ."""
    words = [
        [counting.model_copy(update={"id": 0, "choice": ""}) for counting in one.countings] for one in (before, after)
    ]
    return words[0] == words[1] and before == after.changed(countings=before.countings)


def _series(points: Sequence[Point], figure: Figure, counted: set[int]) -> tuple[Point, ...]:
    """The points with these values: a year that was there keeps its id and place, a new one comes after the earlier.

    In the years of `counted` a label that is new was counted too, and there was nobody.
    """
    if figure.is_forecast:
        return _expected(points, figure)
    zeros = counted & {point.year for point in points if not point.prognosis}
    result = list(points)
    labels_before = {point.label for point in points}
    used = {label for (label, _), value in figure.values.items() if value is None or value.high} | {""}
    for label in (label for label in figure.labels if label in used or label in labels_before):
        for year in sorted(figure.years if label in labels_before else figure.years | zeros):
            _put(result, label, year, figure.values.get((label, year), Range()))
    return tuple(result)


def _expected(points: Sequence[Point], figure: Figure) -> tuple[Point, ...]:
    """The points with a newer prognosis: of its years only what it says, and earlier years as they were."""
    result = [point for point in points if point.year not in figure.years or (point.label, point.year) in figure.values]
    for (label, year), value in sorted(figure.values.items(), key=lambda item: figure.labels.index(item[0][0])):
        _put(result, label, year, value, prognosis=True)
    return tuple(result)


def _counted(
    before: Sequence[Counting], rules: Sequence[CountingRule], figure: Figure, series: Sequence[Point]
) -> dict[str, Any]:
    """The fields that say what was counted over what."""
    kept = {point.year for point in series if point.prognosis == figure.is_forecast} - figure.years
    prognosis = (CountingRule.PROGNOSIS,) * any(point.prognosis and not figure.is_forecast for point in series)
    read = YearsRead(figure.counted, frozenset(kept), figure.provisional, figure.choice)
    return {
        "countings": countings_after(before, read),
        "counting_rules": rules_after(rules, read, (*figure.rules, *prognosis)),
    }


def _put(points: list[Point], label: str, year: int, value: Range | None, *, prognosis: bool = False) -> None:
    exact = value is not None and value.low == value.high
    values = {
        "label": label,
        "year": year,
        "value": float(value.low) if value and exact else None,
        "value_min": None if value is None or exact else float(value.low),
        "value_max": None if value is None or exact else float(value.high),
        "prognosis": prognosis,
    }
    same = [at for at, point in enumerate(points) if (point.label, point.year) == (label, year)]
    if same:
        points[same[0]] = Point.model_validate({"id": points[same[0]].id, **values})
        for at in reversed(same[1:]):
            del points[at]
        return
    earlier = [at for at, point in enumerate(points) if point.label == label and point.year < year]
    later = [at for at, point in enumerate(points) if point.label == label]
    at = earlier[-1] + 1 if earlier else later[0] if later else len(points)
    points.insert(at, Point.model_validate(values))


def _new_years(before: Indicator | None, after: Indicator) -> set[int]:
    """The years that get a value they did not have."""
    had = {(point.label, point.year) for point in before.series} if before else set()
    return {point.year for point in after.series if (point.label, point.year) not in had}


# The files that a figure is from: each name with its own fingerprint, the newest first.


def _traces(figure: Figure) -> list[_Trace]:
    return [(file.name.replace(_SEPARATOR[0], ","), file.fingerprint) for file in reversed(figure.files)]


def _traces_in(before: Indicator) -> list[_Trace]:
    """The files with their fingerprints; no print is known when there are not as many of both."""
    names, prints = ([part for part in line.split(_SEPARATOR) if part] for line in (before.file, before.file_hash))
    return list(zip(names, prints if len(prints) == len(names) else [_NO_PRINT] * len(names), strict=True))


def _merged(had: Sequence[_Trace], more: Sequence[_Trace], older: bool) -> list[_Trace]:
    """All files, each once: of older years those that were there keep their places, else the new ones come first."""
    again = dict(more)
    if not older:
        return [*more, *(trace for trace in had if trace[0] not in again)]
    names = {name for name, _ in had}
    return [*((name, again.get(name, mark)) for name, mark in had), *(trace for trace in more if trace[0] not in names)]


def _lines_of(traces: Sequence[_Trace]) -> tuple[str, str]:
    """Names and fingerprints in a line each, as many and in the same order; what has no room is left out of both.

    When whole fingerprints (SHA-256, 64 figures) do not fit in a line, of each the first 16 are kept, and so it stays.
    """
    kept: list[_Trace] = []
    for name, mark in traces:
        longer = [*kept, (name[:LINE_LIMIT], mark)]
        if any(len(line) > LINE_LIMIT for line in _joined(longer, _SHORT_PRINT)):
            break
        kept = longer
    names, prints = _joined(kept)
    whole = len(prints) <= LINE_LIMIT and all(len(mark) != _SHORT_PRINT for _, mark in kept)
    return (names, prints) if whole else _joined(kept, _SHORT_PRINT)


def _joined(traces: Sequence[_Trace], most: int | None = None) -> tuple[str, str]:
    return _SEPARATOR.join(name for name, _ in traces), _SEPARATOR.join(mark[:most] for _, mark in traces)


# What to look at.


def _why_beside(pairs: Sequence[tuple[Figure, Indicator]]) -> Iterator[str]:
    """Why counts are not added to the figures that were there, and how a person can do that."""
    reasons: dict[tuple[str, str], list[tuple[Figure, Indicator]]] = defaultdict(list)
    for figure, before in pairs:
        reasons[_OTHER_BRANCHES if _all_from_duo(figure, before) else _OWN_VALUES].append((figure, before))
    for (one_does, they_do), pairs_of_reason in reasons.items():
        titles_before = _SEPARATOR.join(before.title for _, before in pairs_of_reason)
        new_titles = _SEPARATOR.join(figure.title for figure, _ in pairs_of_reason)
        why = (
            f"{one_does} en blijft zoals het is" if len(pairs_of_reason) == 1 else f"{they_do} en blijven zoals ze zijn"
        )
        yield (
            f"{titles_before} {why}. De aantallen van DUO komen apart: {new_titles}. "
            "Wil je ze in één cijfer, zet ze dan over met t (tabel)."
        )


_OWN_VALUES = "heeft waarden die niet van DUO komen", "hebben waarden die niet van DUO komen"
_OTHER_BRANCHES = "gaat over andere vestigingen", "gaan over andere vestigingen"


def _all_from_duo(figure: Figure, before: Indicator) -> bool:
    """Whether all but a prognosis came from DUO."""
    from_duo = counted_years(before.countings)
    counted = [point for point in before.series if not point.prognosis]
    return bool(from_duo) and all(point.year in from_duo and point.label in figure.labels for point in counted)


def _other_vestigingen(figures: Sequence[FigureChange]) -> Iterator[str]:
    """Which vestigingen come and go between the years of a figure: then a change is not only one of its schools."""
    told: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for figure in figures:
        if changes := tuple(changes_told(figure.after.countings, figure.years)):
            told[changes].append(figure.after.title)
    for changes, titles in told.items():
        more = f" en {len(titles) - 1} andere" if len(titles) > 1 else ""
        yield f"{titles[0]}{more}: niet elk jaar dezelfde vestigingen met leerlingen. {'; '.join(changes)}."


def _own_prognosis(figures: Sequence[FigureChange]) -> Iterator[str]:
    """The years of a prognosis in figures that are from DUO for the rest."""
    for figure in (figure for figure in figures if CountingRule.PROGNOSIS in figure.after.counting_rules):
        if years := sorted({point.year for point in figure.after.series if point.prognosis}):
            shown = enumerate_words(list(map(str, years)))
            yield f"{figure.after.title}: de prognose van {shown} komt niet van DUO en blijft zo staan."


def _other_definition(figure: Figure, before: Indicator) -> bool:
    """Whether years would stand side by side that count something else as techniek."""
    kept = {point.year for point in before.series} - figure.years
    return bool(kept and before.definition and figure.definition and before.definition is not figure.definition)


def _why_other_definition(figure: Figure, before: Indicator) -> str:
    old = before.definition.label if before.definition else ""
    new = figure.definition.label if figure.definition else ""
    return (
        f"{figure.title}: in het dossier telt {old} als techniek, nu {new}. Geef het oude cijfer een andere naam, "
        "of neem alle jaren samen over."
    )
