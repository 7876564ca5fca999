"""Search: an act of this place, or any record of the dossier.

Not Textual's own palette: its texts are English, it shows a spinner, and it repaints 20 to 30 KB per key.
"""

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from sto_tui.acts import DIALOG, acts_at
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.record import Ref
from sto_tui.domain.tables import TABLES
from sto_tui.domain.text import plain
from sto_tui.planning.search import find
from sto_tui.screens.windows.window import Window, title
from sto_tui.widgets.inputs import TextInput
from sto_tui.widgets.raster import Raster, out_of_sight
from sto_tui.widgets.record_list import Column, RecordList, Row

MOST = 60


class Palette(Window[Ref | str]):
    """Closes with the id of an act, or the address of a record."""

    where = DIALOG
    BINDINGS = [
        Binding("up", "list('up')", show=False),
        Binding("down", "list('down')", show=False),
        Binding("pageup", "list('pageup')", show=False),
        Binding("pagedown", "list('pagedown')", show=False),
    ]

    def __init__(self, dossier: Dossier, where: str) -> None:
        super().__init__()
        self._dossier = dossier
        self._where_from = where
        self._input = TextInput(placeholder="Typ een nummer, een woord of een opdracht")
        self._list = RecordList((Column("", 12), Column("")), heads=False)
        self._bar = self.keys()

    def compose(self) -> ComposeResult:
        """Field, list, keys."""
        with Vertical(id="frame"):
            yield title("Zoeken en ga naar")
            yield self._input
            yield self._list
            yield self._bar

    def on_mount(self) -> None:
        """Shows the acts before anything is typed."""
        self._list.styles.height = "1fr"
        self._list.can_focus = False
        self._input.focus()
        self._fill("")

    def on_input_changed(self, event: TextInput.Changed) -> None:
        """Another question, another list."""
        self._fill(event.value)

    def _fill(self, query: str) -> None:
        words = plain(query).split()
        acts = [
            Row((("opdracht", "muted"), [(act.label, "text"), (f"   {act.key}", "key")]), key=act.id)
            for act in acts_at(self._where_from)
            if all(word in plain(f"{act.label} {act.help}") for word in words)
        ]
        records = [
            Row(((TABLES[ref.table].singular, "muted"), caption), key=ref)
            for ref, caption in (find(self._dossier, query, MOST) if words else ())
        ]
        rows = records + acts if words else acts
        self._list.show(rows or [Row(("Niets gevonden. Probeer een ander woord.",), kind="note")])
        self._list.action_edge(0)

    def action_list(self, key: str) -> None:
        """The arrows move the list while typing goes on."""
        if key in ("up", "down"):
            self._list.action_move(1 if key == "down" else -1)
        else:
            self._list.action_page(1 if key == "pagedown" else -1)

    def on_raster_moved(self, event: Raster.Moved) -> None:
        """Says what is out of sight."""
        self._bar.show_hidden(out_of_sight(event.raster))

    def on_raster_chosen(self) -> None:
        """A second click chooses."""
        self.act_choose()

    def on_input_submitted(self) -> None:
        """Enter chooses."""
        self.act_choose()

    def act_choose(self) -> None:
        """Closes with the chosen row."""
        row = self._list.current
        if row:
            self.dismiss(row.key)
