"""Search: an act of any place, a place, a list, or any record of the dossier.

Not Textual's own palette: its texts are English, it shows a spinner, and it repaints 20 to 30 KB per key.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Vertical

from sto_tui.acts import DIALOG, acts_at
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.level_words import word_of_table
from sto_tui.domain.record import Ref
from sto_tui.places import Place
from sto_tui.planning.of_plan import of_other_plan
from sto_tui.planning.search import Sought, SoughtKind, best_of, index_of
from sto_tui.screens.windows.lists_of_places import ListOfPlace
from sto_tui.screens.windows.palette_things import NOT_FOUND_HERE, PlaceAct, Target, thing_kept, things_around
from sto_tui.screens.windows.window import Window, title
from sto_tui.widgets.inputs import TextInput
from sto_tui.widgets.raster import Raster, Run, out_of_sight
from sto_tui.widgets.record_list import Column, RecordList, Row
from sto_tui.widgets.signs import with_plain_arrows

MOST = 60
READ_SECONDS = 0.008
"""So long records are read in at a time: a key that is typed meanwhile waits no longer than that."""
_PAUSE_SECONDS = 0.002
_KINDS = {SoughtKind.ACT: "opdracht", SoughtKind.PLACE: "plaats", SoughtKind.LIST: "lijst"}


class Palette(Window[Target]):
    """Closes with what was chosen. `chosen` are the names of what was chosen before, the latest first."""

    DEFAULT_CSS = "Palette > #frame { max-width: 140; }"
    where = DIALOG
    BINDINGS = [
        Binding("up", "list('up')", show=False),
        Binding("down", "list('down')", show=False),
        Binding("pageup", "list('pageup')", show=False),
        Binding("pagedown", "list('pagedown')", show=False),
    ]

    def __init__(self, dossier: Dossier, here: Place, chosen: Sequence[str], today: date) -> None:
        super().__init__()
        self._dossier = dossier
        self._today = today
        self._here = here
        self._chosen = chosen
        self._around = things_around(here, dossier)
        self._input = TextInput(placeholder="Typ een nummer, een woord of een opdracht")
        self._list = RecordList((Column("", 15), Column("")), heads=False)
        self._bar = self.keys()

    def compose(self) -> ComposeResult:
        """Field, list, keys."""
        with Vertical(id="frame"):
            yield title("Zoeken en ga naar")
            yield self._input
            yield self._list
            yield self._bar

    def on_mount(self) -> None:
        """Shows what was chosen last, and reads the records in before anything is typed."""
        self._list.styles.height = "1fr"
        self._list.can_focus = False
        self._input.focus()
        self._fill("")
        self.call_after_refresh(self._read_on)

    def _read_on(self) -> None:
        if self.is_running and not index_of(self._dossier).read_on(READ_SECONDS):
            self.set_timer(_PAUSE_SECONDS, self._read_on)

    def on_input_changed(self, event: TextInput.Changed) -> None:
        """Another question, another list."""
        self._fill(event.value)

    def _fill(self, query: str) -> None:
        if query.strip():
            things = best_of(query, (self._around, index_of(self._dossier)))[:MOST]
            rows = [self._row(thing) for thing in things]
        else:
            rows = list(self._before_typing())
        self._list.show(rows or [Row(("Niets gevonden. Probeer een ander woord.",), kind="note")])
        self._list.action_edge(0)

    def _before_typing(self) -> Iterator[Row]:
        """What was chosen last, then what can be done here."""
        kept = [thing for name in self._chosen if (thing := thing_kept(name, self._dossier))]
        if kept:
            yield Row(("Laatst gekozen",), kind="group")
            yield from (self._row(thing) for thing in kept)
            yield Row((f"Bij {self._here.title}",), kind="group")
        for act in acts_at(self._here.word):
            if act.id not in NOT_FOUND_HERE:
                yield self._row(Sought(SoughtKind.ACT, PlaceAct(self._here, act.id), act.label))

    def _row(self, thing: Sought) -> Row:
        target = thing.target
        kind = ""
        if thing.kind is SoughtKind.RECORD and isinstance(target, Ref):
            kind = word_of_table(self._dossier.region, target.table).singular
        cell: list[Run] = [(thing.caption, "text")]
        if isinstance(target, Ref) and (other := of_other_plan(self._dossier, target, self._today)):
            cell.append((other, "muted"))
        if isinstance(target, PlaceAct):
            act = next(act for act in acts_at(target.place.word) if act.id == target.id)
            cell.append((f"   {with_plain_arrows(act.key, self)}", "key"))
            cell += [(f"   {target.place.numbered}", "muted")] * (target.place is not self._here)
        elif isinstance(target, ListOfPlace):
            cell.append((f"   {target.place.numbered}", "muted"))
        return Row(((kind or _KINDS[thing.kind], "muted"), cell), key=target)

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
