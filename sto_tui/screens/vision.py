"""Place 3, Regiovisie: the sections of the vision, and the figures it rests on."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.record import Ref
from sto_tui.domain.vision import Indicator, Point
from sto_tui.screens.place import PlaceScreen
from sto_tui.screens.section import BLANK, Section, note
from sto_tui.widgets.record_list import Column, Row


def section_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """Sections with the length of their new text, and whether it was agreed."""
    rows = []
    for number, section in enumerate(dossier.vision.values(), 1):
        words = len(section.text.split())
        state = f"vastgesteld {dutch.short_date(section.agreed_on)}" if section.agreed_on else "nog niet vastgesteld"
        length = dutch.count(words, "woord", "woorden") if words else "nog geen tekst"
        cells = (
            (str(number), "muted"),
            (section.section, "bold"),
            (length, "text" if words else "hint"),
            (state, "muted"),
        )
        rows.append(Row(cells, key=Ref("vision", section.id), below=" ".join(section.text.split())))
    return rows or [note("Nog geen onderdelen. Druk op a om er een toe te voegen.")]


def new_section(dossier: Dossier, at: Ref | None) -> Mapping[str, Any]:
    """After the last one."""
    return {"order": max((section.order for section in dossier.vision.values()), default=0) + 1}


def point_text(point: Point | None) -> str:
    """A figure as it is read: `42`, `42*` for a prognosis, `1–4` when it was masked."""
    if point is None:
        return "–"
    if point.value is not None:
        text = dutch.number(point.value)
    elif point.value_min is not None and point.value_max is not None:
        text = f"{dutch.number(point.value_min)}–{dutch.number(point.value_max)}"
    else:
        text = "?"
    return text + ("*" if point.prognosis else "")


def indicator_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """Figures, each with a small table of year and series."""
    rows: list[Row] = []
    for indicator in dossier.indicators.values():
        source = f"bron: {indicator.source or 'nog invullen'}"
        if indicator.reference_date:
            source += f", peildatum {dutch.short_date(indicator.reference_date)}"
        unit = f" ({indicator.unit})" if indicator.unit else ""
        rows += [BLANK] * bool(rows)
        cells = ((f"{indicator.title}{unit}", "bold"), (indicator.kind.label, "muted"))
        rows.append(Row(cells, key=Ref("indicators", indicator.id), below=source))
        rows += [note(line) for line in figure_table(indicator)]
    if rows:
        definition = dossier.region.definition_of_techniek.label
        rows += [BLANK, note(f"Techniek is hier: {definition}. Een * is een prognose.")]
    return rows or [note("Nog geen cijfers. Druk op a om er een toe te voegen.")]


def figure_table(indicator: Indicator, width: int = 74) -> list[str]:
    """Series by year in plain lines; the latest years when not all fit."""
    years = sorted({point.year for point in indicator.series})
    labels = list(dict.fromkeys(point.label for point in indicator.series))
    first = max([6, *(len(label) for label in labels)]) + 1
    fits = max(1, (width - first) // 8)
    years = years[-fits:]
    if not years:
        return []
    found = {(point.label, point.year): point for point in indicator.series}
    lines = [" " * first + "".join(f"{year:>8}" for year in years)]
    for label in labels:
        values = "".join(f"{point_text(found.get((label, year))):>8}" for year in years)
        lines.append(f"{label or 'aantal':<{first}}{values}")
    return lines


class VisionScreen(PlaceScreen):
    """Text on one list, figures on the other."""

    place_number = 3
    sections = (
        Section(
            "Onderdelen",
            "vision",
            (Column("", 2, align="right"), Column("Onderdeel"), Column("Tekst", 14), Column("", 22, drop=1)),
            section_rows,
            new_section,
        ),
        Section("Cijfers", "indicators", (Column("Cijfer"), Column("Soort", 24, drop=1)), indicator_rows),
    )
