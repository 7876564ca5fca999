"""The figures of place 3: a list with the latest value, each drawn beside it, typed as a table or taken in from DUO."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from pydantic import ValidationError

from sto_tui.domain.change import Change, Edit, NotSavedError
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import short_date
from sto_tui.domain.record import Part, Ref, Text, field
from sto_tui.domain.vision import Indicator
from sto_tui.planning.figure_table import EXAMPLE, parse_table, table_text
from sto_tui.planning.figures import (
    change,
    definition_of,
    series_of,
    shown,
    shown_change,
    targets_of,
    value_of,
    years_of,
)
from sto_tui.screens.dialogs.duo import DuoEntry, show_found, take_in_duo
from sto_tui.screens.dialogs.form import FormWindow
from sto_tui.screens.host import Incoming
from sto_tui.screens.section import Section, note
from sto_tui.screens.vision_texts import VisionTexts
from sto_tui.widgets.raster import Run
from sto_tui.widgets.reading import Page
from sto_tui.widgets.record_list import Column, Row
from sto_tui.widgets.trend import trend_lines

_MOST_LINES = 400
_OF_FIGURES = ("table", "duo")
# The drawn trend is in the pane of texts, which knows fewer styles.
_ROLES: Mapping[str, str] = {"critical": "error", "primary": "number"}


class TableEntry(Part):
    """What `t` asks."""

    table: Text = field("Waarden", f"{EXAMPLE} Plakken uit een rekenblad kan ook. * is een prognose.", default="")


def figure_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """Figures with their latest value and how it changed."""
    rows = [_row(indicator) for indicator in dossier.indicators.values()]
    return rows or [note("Nog geen cijfers. Druk op a om er een toe te voegen, of op i voor een bestand van DUO.")]


def _row(indicator: Indicator) -> Row:
    series = series_of(indicator)
    years = years_of(indicator)
    label = next(iter(series), "")
    latest = shown(value_of(series[label].get(years[-1])), indicator.unit) if years else "nog geen waarden"
    if len(series) > 1:
        latest = f"{len(series)} reeksen"
    changed = change(indicator, label) if len(series) == 1 else None
    about = shown_change(indicator, changed) if changed else f"{years[0]} t/m {years[-1]}" if years else ""
    cells = ((indicator.title, "bold"), (latest, "text"), (about, "muted"))
    return Row(cells, key=Ref("indicators", indicator.id))


FIGURES = Section(
    "Cijfers",
    "indicators",
    (Column("Cijfer", least=24), Column("Laatste", 16), Column("Verandering", 26, drop=1)),
    figure_rows,
)


def figure_page(dossier: Dossier, indicator: Indicator, width: int) -> Page:
    """A figure drawn, with what it is, what counts in it, and where it comes from."""
    unit = f" ({indicator.unit})" if indicator.unit else ""
    head: list[list[Run]] = [[(f"  {indicator.title}{unit}", "bold")], []]
    body = [
        [("  ", "text"), *((text, _ROLES.get(role, role)) for text, role in line)]
        for line in trend_lines(indicator, width - 3, _MOST_LINES, targets=targets_of(dossier, indicator))
    ]
    if not body:
        body = [[("  Nog geen waarden. Met t typ of plak je een tabel.", "text")]]
    source = f"bron: {indicator.source or 'nog invullen'}"
    if indicator.reference_date:
        source += f", peildatum {short_date(indicator.reference_date)}"
    foot: list[list[Run]] = [[], [(f"  {source}", "muted")]]
    if definition := definition_of(dossier, indicator):
        foot.append([(f"  techniek: {definition}", "muted")])
    return Page(head, body, foot)


class VisionFigures(VisionTexts):
    """The second list of the place."""

    @property
    def figure(self) -> Indicator | None:
        """The figure at the cursor."""
        ref = None if self.in_sections else self.current_ref
        return self.host.dossier.indicators.get(ref.id) if ref and ref.table == "indicators" else None

    def show_detail(self) -> None:
        """The text of a section, or a figure drawn."""
        if self.in_sections:
            super().show_detail()
            return
        figure = self.figure
        about = ("indicators", figure.id if figure else 0)
        dossier = self.host.dossier
        self.reading.show(about, lambda width: figure_page(dossier, figure, width) if figure else Page())

    def _show_panes(self) -> None:
        """Both lists have the pane beside them."""
        self.reading.display = True
        self.detail.display = False
        self.set_class(True, "-sections")

    def why_not(self, id: str) -> str:
        """What is about figures works at the figures."""
        if id in _OF_FIGURES and self.in_sections:
            return "Dat kan bij de cijfers; tab gaat erheen."
        if id == "table" and self.figure is None:
            return "Kies eerst een cijfer, of voeg er een toe met a."
        return super().why_not(id)

    def act_table(self) -> None:
        """The values as a table of text."""
        figure = self.figure
        if figure is None:
            return
        dossier = self.host.dossier

        def save(typed: dict[str, Any]) -> None:
            now = self.host.dossier.indicators.get(figure.id)
            if now is None or now.series != figure.series:
                raise NotSavedError("Dit cijfer is intussen door een ander gewijzigd. Open de tabel opnieuw.")
            try:
                changed = now.changed(series=parse_table(typed["table"], now))
            except ValidationError:
                # The window has a Dutch sentence for it.
                raise
            except ValueError as error:
                raise NotSavedError(str(error)) from error
            edit = Edit(ref_of(now), now, changed)
            self.carry_out(lambda: self.host.apply(Change(f"Waarden van {now.title}", (edit,))))

        start = {"table": table_text(figure)}
        window = FormWindow(figure.title, TableEntry, start, dossier, self.host.today, save)
        self.app.push_screen(window)

    def act_duo(self) -> None:
        """Figures from files of DUO."""
        asked: dict[str, Any] = {}

        def begin(done: bool | None) -> None:
            if done:
                take_in_duo(self, DuoEntry.model_validate(asked), self._take_in)

        window = FormWindow("Cijfers van DUO", DuoEntry, {}, self.host.dossier, self.host.today, asked.update)
        self.app.push_screen(window, begin)

    def _take_in(self, found: Incoming) -> None:
        """Takes over what was seen; when the dossier makes something else of it by now, that has to be seen first."""
        now = found.again()
        if now.lines == found.lines:
            self.try_out(lambda: self.host.apply(now.change))
        else:
            show_found(self, now, self._take_in, "Het dossier is intussen gewijzigd. Dit zou er nu veranderen.")
