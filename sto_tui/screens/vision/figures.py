"""The figures of place 3: a list with the latest value, each drawn beside it, typed as a table or taken in from DUO."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from sto_tui.domain.change import Change, NotSavedError, edited
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import short_date
from sto_tui.domain.record import Part, Ref, Text, field
from sto_tui.domain.vision import Indicator
from sto_tui.planning.checks.finding import Finding
from sto_tui.planning.figures.table import EXAMPLE, parse_table, table_text
from sto_tui.planning.figures.values import (
    change,
    definition_of,
    series_of,
    shown,
    shown_change,
    targets_of,
    titled,
    value_of,
    years_of,
)
from sto_tui.screens.editing.form import FormWindow
from sto_tui.screens.frame.columns import Around, ListOf, Shown
from sto_tui.screens.frame.list_place import PlaceScreen
from sto_tui.screens.vision.duo import HEADING, DuoEntry, take_in_duo
from sto_tui.widgets.detail import FindingsByRecord, finding_lines, first_lines
from sto_tui.widgets.reading_pane import Page, Reading
from sto_tui.widgets.record_list import Cell
from sto_tui.widgets.trend import trend_lines

_LEAST_LINES = 3
OF_FIGURES = ("table", "duo")
# The drawn trend is in the pane of texts, which knows fewer styles.
_ROLES: Mapping[str, str] = {"critical": "error", "primary": "number"}


class TableEntry(Part):
    """What `t` asks."""

    table: Text = field("Waarden", f"{EXAMPLE} Plakken uit een rekenblad kan ook. * is een prognose.", default="")


def _latest(indicator: Indicator, around: Around) -> Cell:
    """What was measured last; a prognosis is not what it is now."""
    series, years = series_of(indicator), years_of(indicator)
    if not years:
        return "nog geen waarden", "text"
    if len(series) > 1:
        return f"{len(series)} reeksen", "text"
    points = next(iter(series.values()))
    measured = [year for year in years if not points[year].prognosis] or years
    return f"{shown(value_of(points[measured[-1]]), indicator.unit)} in {measured[-1]}", "text"


def _how_it_changed(indicator: Indicator, around: Around) -> Cell:
    """How it changed, or of several series the years."""
    series, years = series_of(indicator), years_of(indicator)
    if not years:
        return "", "muted"
    if len(series) > 1:
        return (f"{years[0]} t/m {years[-1]}" if len(years) > 1 else f"alleen {years[0]}"), "muted"
    return _change_in_words(indicator, next(iter(series))), "muted"


def _change_in_words(indicator: Indicator, label: str) -> str:
    changed = change(indicator, label)
    return shown_change(indicator, changed) if changed else ""


FIGURES = ListOf(
    Indicator,
    Shown("title", least=20, role="bold"),
    Shown("series", head="Laatst gemeten", width=14, cell=_latest),
    Shown(head="Verandering", width=30, drop=1, cell=_how_it_changed),
    none="Nog geen cijfers. Druk op a om er een toe te voegen, of op i voor een bestand van DUO.",
)


def figure_page(dossier: Dossier, indicator: Indicator, own: Sequence[Finding], width: int, height: int) -> Page:
    """A figure drawn in a pane: what it is, its change, what counts in it, its source, and what is wrong with it."""
    series = series_of(indicator)
    changed = _change_in_words(indicator, next(iter(series))) if len(series) == 1 else ""
    head = first_lines(titled(indicator), width - 3, 2, "bold")
    head += [[("  ", "text"), (changed, "text")]] if changed else []
    source = f"bron: {indicator.source or 'nog invullen'}"
    if indicator.reference_date:
        source += f", peildatum {short_date(indicator.reference_date)}"
    foot = first_lines(source, width - 3, 2, "muted")
    if definition := definition_of(dossier, indicator):
        foot += first_lines(f"techniek: {definition}", width - 3, 1, "muted")
    foot += first_lines(indicator.counting_note, width - 3, 2, "muted") if indicator.countings else []
    foot += finding_lines(own, width - 3)
    room = max(_LEAST_LINES, height - len(head) - len(foot))
    body = [
        [("  ", "text"), *((text, _ROLES.get(role, role)) for text, role in line)]
        for line in trend_lines(indicator, width - 3, room, targets=targets_of(dossier, indicator))
    ]
    return Page(head, body or [[("  Nog geen waarden. Met t typ of plak je een tabel.", "text")]], foot)


class FigureDrawings:
    """The figure at the cursor of a place, drawn in the pane beside it."""

    def __init__(self, place: PlaceScreen, pane: Reading) -> None:
        self._place = place
        self._pane = pane
        self._by_record = FindingsByRecord()

    @property
    def figure(self) -> Indicator | None:
        """The figure at the cursor."""
        ref = self._place.current_ref
        return self._place.host.dossier.of(Indicator).get(ref.id) if ref and ref.table == "indicators" else None

    def show(self) -> None:
        """The figure, drawn."""
        figure, dossier, pane = self.figure, self._place.host.dossier, self._pane
        about = ("indicators", figure.id if figure else 0)
        findings = self._place.host.findings.latest
        own = self._by_record.of(dossier, Ref("indicators", figure.id), findings) if figure else ()
        pane.show(about, lambda width: figure_page(dossier, figure, own, width, pane.size.height) if figure else Page())

    def why_not(self, id: str) -> str:
        """Why what is about a figure can't be done now."""
        if id == "table" and self.figure is None:
            return "Kies eerst een cijfer, of voeg er een toe met a."
        return ""

    def open_table(self) -> None:
        """The values as a table of text."""
        figure = self.figure
        if figure is None:
            return
        dossier = self._place.host.dossier

        def save(typed: dict[str, Any]) -> None:
            now = self._place.host.dossier.of(Indicator).get(figure.id)
            if now is None or now.series != figure.series:
                raise NotSavedError("Dit cijfer is intussen door een ander gewijzigd. Open de tabel opnieuw.")
            try:
                edits = edited(now, series=parse_table(typed["table"], now))
            except ValidationError:
                # The window has a Dutch sentence for it.
                raise
            except ValueError as error:
                raise NotSavedError(str(error)) from error
            self._place.carry_out(lambda: self._place.host.changes.apply(Change(f"Waarden van {now.title}", edits)))

        start = {"table": table_text(figure)}
        window = FormWindow(figure.title, TableEntry, start, dossier, self._place.host.today, save)
        self._place.app.push_screen(window)

    def ask_duo(self) -> None:
        """Figures from files of DUO."""
        asked: dict[str, Any] = {}

        def begin(done: bool | None) -> None:
            if done:
                take_in_duo(self._place, DuoEntry.model_validate(asked))

        window = FormWindow(HEADING, DuoEntry, {}, self._place.host.dossier, self._place.host.today, asked.update)
        self._place.app.push_screen(window.name_act("Lezen"), begin)
