"""Counts of DUO as figures of a dossier: what is new, what changes from what to what, as one change.

A figure is found again by its title, unit and kind, so that a later year is added to it and never makes a second one.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sto_tui.domain.change import Change, Edit
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import enumerate_words
from sto_tui.domain.record import LINE_LIMIT
from sto_tui.domain.region import TechniekDefinition
from sto_tui.domain.text import plain
from sto_tui.domain.vision import Indicator, IndicatorKind, Point
from sto_tui.intake.duo_count import (
    BROAD,
    LEERWEGEN,
    PROFILES,
    WITHOUT_PROFILE,
    Cell,
    Range,
    total,
)
from sto_tui.intake.duo_read import DuoResult, DuoSource
from sto_tui.intake.duo_told import Told, told
from sto_tui.intake.proposal import Refusal

PUPILS_SOURCE = "DUO, leerlingen vo per vestiging naar onderwijstype"
EXAMS_SOURCE = "DUO, examenkandidaten en geslaagden"
URL = "https://duo.nl/open_onderwijsdata/"
UNIT = "leerlingen"

_HARD = ("PIE", "BWI", "M&T")
# Source: monitor Techniekpact, sources; techniek-breed is of before the ten profielen.
COUNTS_AS_TECHNIEK: Mapping[TechniekDefinition, tuple[str, ...]] = {
    TechniekDefinition.HARD3: _HARD,
    TechniekDefinition.TECHNIEKPACT5: (*_HARD, "MVI", "MaT", BROAD),
}
_SEPARATOR = "; "
_BRANCHES = re.compile(r"Vestigingen (\d{4}(?:, \d{4})*): (.+)")

Key = tuple[str, int]


@dataclass(frozen=True)
class Figure:
    """A figure as it comes out of the files; `values` by label and year, `labels` all that it may have, in order."""

    title: str
    kind: IndicatorKind
    values: Mapping[Key, Range]
    labels: tuple[str, ...]
    source: str
    files: tuple[DuoSource, ...]
    reference_date: date
    definition: TechniekDefinition | None
    branches: str
    note: tuple[str, ...]

    @property
    def years(self) -> set[int]:
        """The years that it says something about."""
        return {year for _, year in self.values}


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
    shown: list[Told] = []
    refused = list(result.refused)
    remarks = list(result.remarks)
    for figure in _figures(result, definition, today):
        before = _existing(figure, dossier)
        if before and _other_definition(figure, before):
            refused.append(Refusal(0, _why_other_definition(figure, before)))
            continue
        if before is None and not any(value.high for value in figure.values.values()):
            remarks.append(f"{figure.title}: bij deze vestigingen staan geen aantallen, dus dit cijfer is er niet.")
            continue
        after = _changed(before, figure) if before else _new(figure, -1 - len(edits))
        shown.append(Told(before, after, frozenset(figure.years)))
        if before != after:
            edits.append(Edit(ref_of(after), before, after))
    remarks += _mixed(shown)
    if definition not in COUNTS_AS_TECHNIEK and result.pupils:
        remarks.append(
            "Het totaal techniek is niet berekend: de regio heeft een eigen definitie van techniek. "
            "Kies een andere in het regioprofiel, of voer het totaal zelf in."
        )
    added = sum(1 for edit in edits if edit.before is None)
    changed = len(edits) - added
    label = f"Cijfers van DUO: {added} nieuw, {changed} gewijzigd"
    return DuoProposal(Change(label, tuple(edits)), tuple(told(shown)), tuple(remarks), tuple(refused), added, changed)


# From counts to figures.


def _figures(result: DuoResult, definition: TechniekDefinition, today: date) -> Iterator[Figure]:
    if result.pupils:
        yield from _pupil_figures(result, definition, today)
    if result.exams.candidates:
        yield from _exam_figures(result, today)


def _pupil_figures(result: DuoResult, definition: TechniekDefinition, today: date) -> Iterator[Figure]:
    counts = {year: counted.ranges() for year, counted in result.pupils.items()}
    newest = max(counts)
    masked = any(one.low != one.high for cells in counts.values() for one in cells.values())
    branches = _branches(result, set().union(*(one.counted for one in result.pupils.values())))
    tail = (*_masked_note(masked), *_draft_note(newest, f"1 oktober {newest}", today), _OPEN)

    def figure(
        title: str,
        kind: IndicatorKind,
        labels: tuple[str, ...],
        label_of: Callable[[Cell], str | None],
        note: tuple[str, ...] = (),
        definition: TechniekDefinition | None = None,
    ) -> Figure:
        values = {
            (label, year): total(one for cell, one in cells.items() if label_of(cell) == label)
            for year, cells in counts.items()
            for label in labels
        }
        files, day = result.pupil_sources, date(newest, 10, 1)
        return Figure(title, kind, values, labels, PUPILS_SOURCE, files, day, definition, branches, (*note, *tail))

    def profile(cell: Cell) -> str | None:
        return cell.profile if cell.leerweg != WITHOUT_PROFILE else None

    def third(label_of: Callable[[Cell], str | None]) -> Callable[[Cell], str | None]:
        return lambda cell: label_of(cell) if cell.leerjaar == 3 else None

    other, intake = IndicatorKind.OTHER, IndicatorKind.INSTROOM
    yield figure("Instroom leerjaar 3 per profiel", intake, PROFILES, third(profile), (_VOCATIONAL,))
    yield figure("Leerlingen leerjaar 3 en 4 per profiel", other, PROFILES, profile, (_VOCATIONAL,))
    yield figure("Leerlingen leerjaar 3 en 4 per leerweg", other, LEERWEGEN, lambda cell: cell.leerweg)
    if technical := COUNTS_AS_TECHNIEK.get(definition):

        def techniek(cell: Cell) -> str | None:
            return "" if profile(cell) in technical else None

        yield figure("Instroom techniek leerjaar 3", intake, ("",), third(techniek), (_VOCATIONAL,), definition)
        yield figure("Leerlingen techniek leerjaar 3 en 4", other, ("",), techniek, (_VOCATIONAL,), definition)


def _exam_figures(result: DuoResult, today: date) -> Iterator[Figure]:
    exams = result.exams
    newest = max(exams.candidates)
    branches = _branches(result, exams.counted)
    for title, found in (
        ("Examenkandidaten techniek per leerweg", exams.candidates),
        ("Geslaagden techniek per leerweg", exams.passed),
    ):
        values = {(label, year): cells.get(label, Range()) for year, cells in found.items() for label in LEERWEGEN}
        masked = any(one.low != one.high for one in values.values())
        draft = _draft_note(newest, f"schooljaar {newest - 1}-{newest}", today)
        note = (_SECTOR, _EXAM_YEAR, *_masked_note(masked), *draft, _OPEN)
        # DUO divides exams by sector, not by profiel, so no definition of the region holds for them.
        yield Figure(
            title,
            IndicatorKind.OTHER,
            values,
            LEERWEGEN,
            EXAMS_SOURCE,
            result.exam_sources,
            date(newest, 7, 31),
            TechniekDefinition.OWN,
            branches,
            note,
        )


_VOCATIONAL = "Telt bb, kb en gl; tl heeft geen profiel."
_SECTOR = "Alleen de sector techniek: DUO splitst examens van het vmbo niet naar profiel."
_EXAM_YEAR = "Het jaar is dat van het examen: 2025 is schooljaar 2024-2025."
_OPEN = "Open data van DUO (CC0)."
_MASKED = "Een afgeschermd aantal (minder dan vijf) telt als 1 tot en met 4; een som is dan een bereik."
_DRAFT = "Voorlopig: "
_OURS = (_VOCATIONAL, _SECTOR, _EXAM_YEAR, _OPEN, _MASKED)


def _masked_note(masked: bool) -> tuple[str, ...]:
    return (_MASKED,) * masked


def _draft_note(newest: int, shown: str, today: date) -> tuple[str, ...]:
    """The newest year is without the accountants' statement until the next one is published."""
    return (f"{_DRAFT}{shown} is nog zonder accountantsverklaring.",) * (today.year <= newest + 1)


def _branches(result: DuoResult, keys: Iterable[str]) -> str:
    return _SEPARATOR.join(result.wanted.shown(key) for key in sorted(keys))


# From figures to records.


def _existing(figure: Figure, dossier: Dossier) -> Indicator | None:
    """The figure in the dossier that this one goes on with; the first of several."""
    return next(
        (
            one
            for _, one in sorted(dossier.indicators.items())
            if plain(one.title) == plain(figure.title) and plain(one.unit) == UNIT and one.kind is figure.kind
        ),
        None,
    )


def _new(figure: Figure, number: int) -> Indicator:
    return Indicator(
        id=number,
        title=figure.title,
        kind=figure.kind,
        unit=UNIT,
        source=figure.source,
        url=URL,
        reference_date=figure.reference_date,
        definition=figure.definition,
        file=_joined(one.name for one in reversed(figure.files)),
        file_hash=figure.files[-1].fingerprint,
        series=_series((), figure),
        note=_note("", figure),
    )


def _changed(before: Indicator, figure: Figure) -> Indicator:
    """The figure with these years in it; what says where it is from follows the newest year."""
    names = [one.name for one in reversed(figure.files)]
    had = [name for name in before.file.split(_SEPARATOR) if name and name not in names]
    older = bool(before.reference_date and before.reference_date > figure.reference_date)
    values: dict[str, Any] = {
        "source": figure.source,
        "url": before.url or URL,
        "definition": figure.definition or before.definition,
        "series": _series(before.series, figure),
        "note": _note(before.note, figure),
        "file": _joined([*had, *names] if older else [*names, *had]),
    }
    if not older or not before.file_hash:
        values["file_hash"] = figure.files[-1].fingerprint
    if not older:
        values["reference_date"] = figure.reference_date
    return before.changed(**values)


def _series(points: Sequence[Point], figure: Figure) -> tuple[Point, ...]:
    """The points with these values: a year that was there keeps its id and place, a new one comes after the earlier."""
    result = list(points)
    there = {one.label for one in points}
    used = {label for (label, _), value in figure.values.items() if value.high} | {""}
    for label in (one for one in figure.labels if one in used or one in there):
        for year in sorted(figure.years):
            _put(result, label, year, figure.values.get((label, year), Range()))
    return tuple(result)


def _put(points: list[Point], label: str, year: int, value: Range) -> None:
    exact = value.low == value.high
    values = {
        "label": label,
        "year": year,
        "value": float(value.low) if exact else None,
        "value_min": None if exact else float(value.low),
        "value_max": None if exact else float(value.high),
        "prognosis": False,
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


def _joined(names: Iterable[str]) -> str:
    """Names of files in one line, the newest first; those for which there is no room are left out."""
    line = ""
    for name in names:
        longer = f"{line}{_SEPARATOR}{name}" if line else name[:LINE_LIMIT]
        if len(longer) > LINE_LIMIT:
            break
        line = longer
    return line


# The note.


def _note(before: str, figure: Figure) -> str:
    """What people wrote stays; our own lines are made again, per year with the vestigingen it is about."""
    own = [line for line in before.split("\n") if not _is_ours(line)]
    while own and not own[-1].strip():
        own.pop()
    branches = [
        f"Vestigingen {', '.join(map(str, sorted(years)))}: {names}" for names, years in _by_branches(before, figure)
    ]
    return "\n".join([*own, *branches, *figure.note])


def _is_ours(line: str) -> bool:
    return line in _OURS or line.startswith(_DRAFT) or bool(_BRANCHES.fullmatch(line))


def _by_branches(before: str, figure: Figure) -> list[tuple[str, set[int]]]:
    """Which years are about which vestigingen, the earliest first."""
    found: dict[str, set[int]] = {}
    for match in filter(None, map(_BRANCHES.fullmatch, before.split("\n"))):
        years = {int(year) for year in match[1].split(", ")} - figure.years
        found.setdefault(match[2], set()).update(years)
    found.setdefault(figure.branches or "geen met leerlingen", set()).update(figure.years)
    return sorted(((names, years) for names, years in found.items() if years), key=lambda one: min(one[1]))


# What to look at.


def _mixed(figures: Sequence[Told]) -> Iterator[str]:
    """Years in one figure that can't be compared: counted over other vestigingen, or not from a file at all."""
    several = []
    for one in figures:
        noted = list(filter(None, map(_BRANCHES.fullmatch, one.after.note.split("\n"))))
        said = {int(year) for match in noted for year in match[1].split(", ")}
        if len(noted) > 1:
            several.append(one.after.title)
        if loose := sorted({point.year for point in one.after.series if not point.prognosis} - said):
            verbs = ("komt", "blijft") if len(loose) == 1 else ("komen", "blijven")
            years = enumerate_words(list(map(str, loose)))
            yield f"{one.after.title}: {years} {verbs[0]} niet uit een bestand van DUO en {verbs[1]} zo staan."
    if several:
        yield f"Niet alle jaren gaan over dezelfde vestigingen (in de toelichting staat welke): {'; '.join(several)}."


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
