"""The start screen: a dossier that was open before, a new one, or an example."""

from typing import Any

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from sto_tui.acts import START
from sto_tui.domain.change import NotSavedError
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.record import Line, Part, field
from sto_tui.places import Place
from sto_tui.planning.new_dossier import new_dossier
from sto_tui.screens.acting import Acting
from sto_tui.screens.bindings import footer_keys
from sto_tui.screens.host import start_host_of
from sto_tui.widgets.raster import Raster
from sto_tui.widgets.record_list import Column, RecordList, Row
from sto_tui.widgets.shell import KeyBar

_TAKES_IN_AT = {"word": Place.PLAN, "plan": Place.MIJLPALEN}
"""Where something is taken in at once, by the kind of row that begins a new dossier."""


class NewDossier(Part):
    """What is asked for a new dossier."""

    region: Line = field("Regio", "De naam van de regio, zonder het woord regio.")
    period: Line = field("Planperiode", "Bijvoorbeeld 2027-2028.", default="2027-2028")
    file: Line = field("Bestand", "Leeg laten voor een bestand met de naam van de regio in deze map.", default="")


class FileToOpen(Part):
    """Which file is to be opened."""

    file: Line = field("Bestand", "Het pad van een bestand dat eindigt op .sto.json.")


class StartScreen(Acting, Screen[None]):
    """A list of what can be opened."""

    CSS = """
    StartScreen { background: $sto-background; color: $sto-text;
        & #welcome { padding: 1 2; height: auto; color: $sto-text; text-style: bold; }
        & RecordList { height: 1fr; }
    }
    """
    where = START

    def __init__(self) -> None:
        super().__init__()
        self.list = RecordList((Column("", 26), Column("")), heads=False)
        self.bar = KeyBar(footer_keys(START))

    def compose(self) -> ComposeResult:
        """Welcome, list, keys."""
        yield Static(Content("sto-tui · Sterk Techniekonderwijs in één dossier"), id="welcome", markup=False)
        yield self.list
        yield self.bar

    def on_mount(self) -> None:
        """What was open before, new, examples."""
        host = start_host_of(self)
        rows = [Row(("Eerder geopend",), kind="group")] if host.opening.recent() else []
        rows += [Row((path.name, (str(path.parent), "muted")), key=("open", path)) for path in host.opening.recent()]
        rows += [
            Row(("Beginnen",), kind="group"),
            Row(("Nieuw dossier", ("Voor een regio en een planperiode", "muted")), key=("new", None)),
            Row(
                ("Nieuw, met een planning", ("Mijlpalen uit een rekenblad dat je al hebt", "muted")), key=("plan", None)
            ),
            Row(("Nieuw, met plan uit Word", ("Een activiteitenplan dat je al hebt", "muted")), key=("word", None)),
            Row(("Ander dossier openen", ("Een bestand dat eindigt op .sto.json", "muted")), key=("other", None)),
            Row(("Voorbeelden, als kopie in deze map",), kind="group"),
        ]
        rows += [Row((name, ("Om mee te oefenen", "muted")), key=("sample", name)) for name in host.opening.samples()]
        self.list.show(rows)
        self.list.focus()

    def say(self, message: str, *, error: bool = False) -> None:
        """Shows a message above the keys."""
        self.bar.say(message, error=error)

    def act_help(self) -> None:
        """All keys, and from there the manual."""
        from sto_tui.screens.windows.key_list import KeyList

        keys = KeyList(START, "dit scherm")
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
        if kind in ("new", *_TAKES_IN_AT):
            self._ask(NewDossier, "Nieuw dossier", "Aanmaken", self._create, take_in_at=_TAKES_IN_AT.get(kind))
        elif kind == "other":
            opening = start_host_of(self).opening
            self._ask(FileToOpen, "Dossier openen", "Openen", lambda values: opening.open_dossier(values["file"]))
        else:
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
