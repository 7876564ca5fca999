"""Which version of the dossier is right: asked by a key, never by itself, so that it comes over no typing."""

from collections.abc import Callable
from typing import Any

from textual.app import App

from sto_tui.acts import DOSSIER_FILE
from sto_tui.domain.change import BusyError, NotSavedError
from sto_tui.domain.dossier import Dossier
from sto_tui.screens.host import Host, host_of
from sto_tui.screens.host.dossier_file import FileTrouble
from sto_tui.screens.windows.listing import Listing
from sto_tui.screens.windows.waiting import IN_TURN, once_free
from sto_tui.widgets.record_list import Column, Row


class VersionWindow(Listing):
    """Closes with what was done, in Dutch; None when nothing was."""

    where = DOSSIER_FILE

    def __init__(self, trouble: FileTrouble) -> None:
        self._can = {"take": bool(trouble.take), "join": bool(trouble.join)}
        rows = [Row((("n", "key"), "Jouw versie terugzetten"), key="put_back", below=trouble.put_back)]
        if trouble.join:
            rows.insert(0, Row((("s", "key"), "Samenvoegen: beide versies"), key="join", below=trouble.join))
        if trouble.take:
            rows.append(Row((("o", "key"), "De andere versie nemen"), key="take", below=trouble.take))
        name = "Jouw versie onder een andere naam bewaren"
        rows.append(Row((("b", "key"), name), key="save_copy", below="Wat hier staat blijft zoals het is."))
        columns = (Column("", 1), Column("", wrap=True))
        super().__init__("Welke versie van het dossier geldt?", trouble.sentence, columns, rows)

    @property
    def host(self) -> Host:
        """The app."""
        return host_of(self)

    def act_join(self) -> None:
        """All of both versions."""
        if self._can["join"]:
            self._carry_out(self.host.file.join)
        else:
            self.complain("Deze twee versies zijn niet samen te voegen.")

    def act_put_back(self) -> None:
        """Our version stands in the file again."""
        self._carry_out(self.host.file.put_back)

    def act_take(self) -> None:
        """The version in the file is gone on with."""
        if self._can["take"]:
            self._carry_out(self.host.file.take)
        else:
            self.complain("Er is geen andere versie om te nemen.")

    def act_save_copy(self) -> None:
        """Asks under which name."""
        from sto_tui.screens.editing.form import FormWindow
        from sto_tui.screens.editing.new_name import NewName

        done: list[str] = []

        def save(values: dict[str, Any]) -> None:
            done.append(self.host.file.save_as(values["file"]))

        def closed(saved: bool | None) -> None:
            if saved:
                self.dismiss(done[-1])

        window = FormWindow("Jouw versie bewaren als", NewName, {}, Dossier({}), self.host.today, save)
        self.app.push_screen(window.name_act("Bewaren"), closed)

    def act_choose(self) -> None:
        """Carries out the row of the cursor."""
        if row := self._list.current:
            self.action_act(row.key)

    def complain(self, sentence: str) -> None:
        """Says what is in the way."""
        self._bar.say(sentence, error=True)

    def _carry_out(self, act: Callable[[], str]) -> None:
        if self.host.changes.waits:
            self.complain(IN_TURN)
            return
        try:
            done = act()
        except BusyError:
            once_free(self.app, self.host, lambda: self._carry_out(act), self.complain)
        except NotSavedError as error:
            self.complain(str(error))
        else:
            self.dismiss(done)


def choose_version(app: App[Any], host: Host, tell: Callable[[str], None]) -> None:
    """Shows the choice, when there is one; `tell` says what was done."""
    trouble = host.file.trouble
    if trouble is None:
        tell("Met het bestand is niets aan de hand.")
    else:
        app.push_screen(VersionWindow(trouble), lambda done: tell(done) if done else None)
