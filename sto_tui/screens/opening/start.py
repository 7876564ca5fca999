"""The start screen: a dossier that was open before, a new one, or an example."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from textual import work
from textual.app import ComposeResult
from textual.content import Content
from textual.events import Resize
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Static
from textual.worker import get_current_worker

from sto_tui.acts import START, acts_at
from sto_tui.domain.change import NotSavedError
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.record import Line, Part, field
from sto_tui.domain.text import clean_line
from sto_tui.places import Place
from sto_tui.planning.new_dossier import new_dossier
from sto_tui.screens.acting import Acting
from sto_tui.screens.bindings import footer_keys
from sto_tui.screens.host import start_host_of
from sto_tui.screens.host.opening import Glance
from sto_tui.screens.opening.dossier_row import about_dossier, first_whole, rows_of_dossiers
from sto_tui.screens.opening.on_servers import (
    SERVED,
    SERVER,
    Found,
    ServerAnswered,
    rows_of_servers,
    spelled_out,
)
from sto_tui.screens.opening.opening_there import OpenedThere, OpeningThere
from sto_tui.widgets.detail import Fitted
from sto_tui.widgets.raster import Raster, Run, fit, out_of_sight
from sto_tui.widgets.record_list import Column, RecordList, Row, wrap
from sto_tui.widgets.shell import KeyBar
from sto_tui.widgets.signs import with_plain_arrows

_TAKES_IN_AT = {"word": Place.PLAN, "plan": Place.MIJLPALEN}
"""Where something is taken in at once, by the kind of row that begins a new dossier."""


class NewDossier(Part):
    """What is asked for a new dossier."""

    region: Line = field("Regio", "De naam van de regio, zonder het woord regio.")
    period: Line = field("Planperiode", "Bijvoorbeeld 2027-2028.", default="2027-2028")
    file: Line = field("Bestand", "Leeg laten voor een bestand met de naam van de regio in deze map.", default="")


_FIRST_HINT = (
    "Nieuw hier? Kies Rondleiding: tien minuten oefenen.",
    "↑ en ↓ kiezen, enter opent, ? legt uit.",
    "Alles wat je wijzigt is meteen bewaard.",
)
_LABEL = 26
_AROUND = 5


class StartScreen(Acting, Screen[None]):
    """A list of what can be opened. What is due in a dossier is read once the list stands."""

    CSS = """
    StartScreen { background: $sto-background; color: $sto-text;
        & #welcome { padding: 1 2; height: auto; color: $sto-text; text-style: bold; }
        & #hint { padding: 0 2 1 2; height: auto; color: $sto-muted; }
        & RecordList { height: 1fr; }
        & #spelled { height: 3; }
    }
    """
    where = START

    class Glanced(Message):
        """A dossier was looked at."""

        def __init__(self, path: Path, glance: Glance | None) -> None:
            super().__init__()
            self.path = path
            self.glance = glance

    def __init__(self) -> None:
        super().__init__()
        self.list = RecordList((Column("", _LABEL), Column("")), heads=False)
        self.spelled = Fitted(id="spelled")
        self.bar = KeyBar(footer_keys(START))
        self._glances: dict[Path, Glance | None] = {}
        self._servers: Sequence[str] = ()
        self._found: dict[str, Found] = {}
        self._there = OpeningThere(self)
        self._stands_on: Path | None = None
        """Where the cursor stands that nobody moved yet."""

    def compose(self) -> ComposeResult:
        """Welcome, list, the row of the cursor in full, keys."""
        yield Static(Content("sto-tui · Sterk Techniekonderwijs in één dossier"), id="welcome", markup=False)
        if not start_host_of(self).opening.opened_before:
            yield Static(Content(with_plain_arrows("\n".join(_FIRST_HINT), self)), id="hint", markup=False)
        yield self.list
        yield self.spelled
        yield self.bar

    def on_mount(self) -> None:
        """What is here, what was open before, new, examples."""
        opening = start_host_of(self).opening
        self._here = opening.in_this_folder()
        self._before = [path for path in opening.recent() if path not in self._here]
        self._left_out = (opening.left_out_here(), opening.not_found())
        self._samples = opening.samples()
        self._servers = opening.servers()
        self.spelled.display = bool(self._here or self._before or self._servers)
        self._stands_on = next(iter((*self._here, *self._before)), None)
        self._show()
        self.list.focus()
        self.call_after_refresh(self._glance_at_each)
        for server in self._servers:
            self.call_after_refresh(self._ask_server, server)

    def _show(self) -> None:
        rows: list[Row] = []
        rows += rows_of_dossiers("In deze map", self._here, self._told, self._left_out[0])
        rows += rows_of_dossiers("Eerder geopend", self._before, self._told, self._left_out[1])
        rows += rows_of_servers(self._servers, self._found)
        rows += [
            Row(("Beginnen",), kind="group"),
            Row(("Rondleiding", ("Tien minuten oefenen", "muted")), key=("tour", None)),
            Row(("Nieuw dossier", ("Met regio en planperiode", "muted")), key=("new", None)),
            Row(("Nieuw, met een planning", ("Mijlpalen uit een rekenblad", "muted")), key=("plan", None)),
            Row(("Nieuw, met plan uit Word", ("Een plan dat je al hebt", "muted")), key=("word", None)),
            Row(("Ander dossier openen", ("Een bestand (.sto.json)", "muted")), key=("other", None)),
            Row(("Voorbeelden, als kopie in deze map",), kind="group"),
        ]
        rows += [Row((name, ("Om mee te oefenen", "muted")), key=("sample", name)) for name in self._samples]
        self.list.show(rows)

    def _told(self, path: Path) -> list[Run]:
        return about_dossier(path, self._glances.get(path), self.size.width - _LABEL - _AROUND)

    def on_resize(self, event: Resize) -> None:
        """What is due stands in a row where enough of it can be read."""
        super().on_resize(event)
        if self.is_mounted:
            self._show()

    @work(thread=True, exclusive=True)
    def _glance_at_each(self) -> None:
        opening, worker = start_host_of(self).opening, get_current_worker()
        for path in (*self._here, *self._before):
            glance = opening.glance_at(path)
            if worker.is_cancelled:
                return
            self.post_message(self.Glanced(path, glance))

    @work(thread=True, group="servers")
    def _ask_server(self, server: str) -> None:
        found: Found
        try:
            found = start_host_of(self).opening.on_server(server)
        except NotSavedError as error:
            found = str(error)
        self.post_message(ServerAnswered(server, found))

    def on_server_answered(self, event: ServerAnswered) -> None:
        """Shows it below the server."""
        self._found[event.server] = event.found
        self._show()
        self._spell_out()

    def on_opened_there(self, event: OpenedThere) -> None:
        """Shows its first place, or why it could not be opened."""
        self._there.opened(event)

    def why_not(self, id: str) -> str:
        """Only what is being opened can be stopped."""
        return "Er wordt nu geen dossier geopend." if id == "stop" and not self._there.is_opening else ""

    def act_stop(self) -> None:
        """Waits no longer for a dossier on a server."""
        self._there.stop()

    def on_start_screen_glanced(self, event: Glanced) -> None:
        """Shows it in the row of the dossier."""
        self._glances[event.path] = event.glance
        self._show()
        self._leave_what_is_broken()
        self._spell_out()

    def _leave_what_is_broken(self) -> None:
        """As long as nobody moved the cursor it stands on the first dossier that is whole."""
        if self.list.current_key != ("open", self._stands_on):
            self._stands_on = None
            return
        first = first_whole((*self._here, *self._before), self._glances)
        if first and first != self._stands_on:
            self._stands_on = first
            self.list.go_to(("open", first))

    def _spell_out(self) -> None:
        """Which file the cursor is on, and what is due in it, in full."""
        row = self.list.current
        if row and row.key[0] in (SERVED, SERVER):
            where, due = map(clean_line, spelled_out(row.key, self._found))
        else:
            target: Path | None = row.key[1] if row and row.key[0] == "open" else None
            glance = self._glances.get(target) if target else None
            where = clean_line(str(target or ""))
            due = f"{glance.due}{f' ({glance.when})' if glance.when else ''}" if glance else ""

        def arrange(width: int, height: int) -> list[list[Run]]:
            lines = [[(f"  {fit(where, width - 3)}", "muted")]]
            return lines + [[(f"  {line}", "text")] for line in wrap(clean_line(due), width - 3)[: height - 1]]

        self.spelled.show(arrange)

    def on_raster_moved(self, event: Raster.Moved) -> None:
        """Spells out the row of the cursor, and says what is out of sight."""
        self._spell_out()
        self.bar.show_hidden(out_of_sight(event.raster))
        if not self._there.is_opening:
            self.bar.show_row(event.raster.current_key)

    def say(self, message: str, *, error: bool = False) -> None:
        """Shows a message above the keys."""
        self.bar.say(message, error=error)

    def act_help(self) -> None:
        """All keys, and from there the manual."""
        from sto_tui.screens.windows.key_list import ROW_BY_ROW, KeyList

        now = [act for act in acts_at(START) if not self.why_not(act.id)]
        later = [replace(act, help=reason) for act in acts_at(START) if (reason := self.why_not(act.id))]
        groups = (("In dit scherm", now), ("Op een ander moment", later), ("In een lijst", [ROW_BY_ROW]))
        keys = KeyList(START, groups=[group for group in groups if group[1]], told=self.bar.cut)
        self.app.push_screen(keys, lambda act: self.action_act(act) if isinstance(act, str) else None)

    def act_quit(self) -> None:
        """Closes."""
        self.app.exit()

    def on_raster_chosen(self, event: Raster.Chosen) -> None:
        """A click opens."""
        self.act_open()

    def act_open(self) -> None:
        """Opens what the cursor is on."""
        row = self.list.current
        if row is None:
            return
        kind, target = row.key
        if self._there.is_opening:
            self.say("Even wachten: er wordt al een dossier geopend. Met esc stop je dat.")
            return
        if kind == SERVED:
            self._there.open(target)
            return
        if kind == SERVER:
            self._found.pop(target, None)
            self._show()
            self._ask_server(target)
            return
        if kind in ("new", *_TAKES_IN_AT):
            self._ask(NewDossier, "Nieuw dossier", "Aanmaken", self._create, take_in_at=_TAKES_IN_AT.get(kind))
        elif kind == "tour":
            start_host_of(self).begin_tour()
        elif kind == "other":
            self._there.ask_which()
        else:
            self.workers.cancel_node(self)
            try:
                host = start_host_of(self)
                host.opening.open_dossier(str(target if kind == "open" else host.opening.copy_sample(target)))
                host.opening.begin()
            except NotSavedError as error:
                self.say(str(error), error=True)

    def _ask(self, model: type[Part], heading: str, act: str, save: Any, *, take_in_at: Place | None = None) -> None:
        from sto_tui.screens.editing.form import FormWindow

        host = start_host_of(self)

        def closed(saved: bool | None) -> None:
            if saved:
                host.opening.begin()
                if take_in_at:
                    host.going.act_at(take_in_at, "take_in")

        window = FormWindow(heading, model, {}, Dossier({}), host.today, save)
        self.app.push_screen(window.name_act(act), closed)

    def _create(self, values: dict[str, Any]) -> None:
        host = start_host_of(self)
        try:
            dossier = new_dossier(values["region"], values["period"])
        except ValueError as error:
            raise NotSavedError(str(error)) from error
        host.opening.create_dossier(values["file"], dossier)
