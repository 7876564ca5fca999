"""A dossier that cannot be read: what is wrong, and which versions can take its place."""

from collections.abc import Callable
from typing import Any

from textual.app import ComposeResult
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from sto_tui.acts import RECOVERY
from sto_tui.domain.change import NotSavedError
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import count
from sto_tui.domain.text import clean_text
from sto_tui.screens.acting import Acting
from sto_tui.screens.bindings import footer_keys
from sto_tui.screens.host import recovery_host_of
from sto_tui.screens.host.opening import DamagedDossier, Version
from sto_tui.widgets.raster import Raster, out_of_sight
from sto_tui.widgets.record_list import Column, RecordList, Row
from sto_tui.widgets.shell import WindowBar

NAMED = 3


class RecoveryScreen(Acting, Screen[None]):
    """The versions, newest first; nothing changes before one is chosen."""

    CSS = """
    RecoveryScreen { background: $sto-background; color: $sto-text;
        & .head { padding: 1 2 0 2; height: auto; color: $sto-error; text-style: bold; }
        & .why { padding: 1 2; height: auto; color: $sto-text; }
        & RecordList { height: 1fr; }
    }
    """
    where = RECOVERY

    def __init__(self) -> None:
        super().__init__()
        self.list = RecordList((Column("", wrap=True), Column("", 16)), heads=False)
        self.bar = WindowBar(footer_keys(RECOVERY))

    @property
    def _damaged(self) -> DamagedDossier:
        return recovery_host_of(self).recovery.damaged

    def compose(self) -> ComposeResult:
        """What is wrong, the versions, keys."""
        heading = f"{self._damaged.path.name} is niet te lezen"
        yield Static(Content(clean_text(heading)), classes="head", markup=False)
        why = f"{self._damaged.sentence} Het bestand is niet veranderd."
        yield Static(Content(clean_text(why)), classes="why", markup=False)
        yield self.list
        yield self.bar

    def on_mount(self) -> None:
        """Shows the versions."""
        rows = [Row(("Wat er in de plaats kan komen, het beste bovenaan",), kind="group")]
        for number, version in enumerate(self._damaged.versions):
            source = f"{version.source[0].upper()}{version.source[1:]}"
            rows.append(Row((source, (f"{version.saved_at:%d-%m-%Y %H:%M}", "muted")), key=number))
            rows += [Row((line,), kind="note", indent=2) for line in _difference(version)]
        self.list.show(rows)
        self.list.focus()

    def act_put_back(self) -> None:
        """Puts the version at the cursor in the place of the file."""
        self._with_version(recovery_host_of(self).recovery.put_in_place)

    def act_save_copy(self) -> None:
        """Keeps the version at the cursor under another name."""
        self._with_version(self._ask_name)

    def say(self, message: str, *, error: bool = False) -> None:
        """Shows a message above the keys."""
        self.bar.say(message, error=error)

    def act_quit(self) -> None:
        """Leaves all as it is."""
        self.app.exit()

    def _with_version(self, act: Callable[[int], None]) -> None:
        row = self.list.current
        if row is None:
            return
        try:
            act(row.key)
        except NotSavedError as error:
            self.say(str(error), error=True)

    def _ask_name(self, version: int) -> None:
        from sto_tui.screens.editing.form import FormWindow
        from sto_tui.screens.editing.new_name import NewName

        host = recovery_host_of(self)

        def save(values: dict[str, Any]) -> None:
            host.recovery.save_version(version, values["file"])

        def closed(saved: bool | None) -> None:
            if saved:
                self.say("De kopie is bewaard; het beschadigde bestand is niet veranderd.")

        window = FormWindow("Deze versie bewaren als", NewName, {}, Dossier({}), host.today, save)
        self.app.push_screen(window.name_act("Bewaren"), closed)

    def on_raster_moved(self, event: Raster.Moved) -> None:
        """Says what is out of sight."""
        self.bar.show_hidden(out_of_sight(event.raster))
        self.bar.show_row(event.raster.current_key)

    def on_raster_chosen(self, event: Raster.Chosen) -> None:
        """A click on the row of the cursor chooses it."""
        self.act_put_back()


def _difference(version: Version) -> list[str]:
    """What is in a version, and what of the latest changes is or is not."""
    lines = [version.counts] if version.counts else []
    for labels, preposition in ((version.replayed, "Met"), (version.lost, "Zonder")):
        if labels:
            changes = count(len(labels), "latere wijziging", "latere wijzigingen")
            more = f"; en nog {len(labels) - NAMED}" if len(labels) > NAMED else ""
            lines.append(f"{preposition} {changes}: {'; '.join(labels[:NAMED])}{more}.")
    return lines
