"""Which version of the dossier is right: asked by a key, never by itself, so that it comes over no typing."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

from textual.app import App

from sto_tui.acts import DOSSIER_FILE
from sto_tui.domain.change import BusyError, NotSavedError
from sto_tui.domain.dossier import Dossier
from sto_tui.screens.host import Host, host_of
from sto_tui.screens.host.dossier_file import FileTrouble
from sto_tui.screens.windows.confirm import QuestionWindow
from sto_tui.screens.windows.listing import Listing
from sto_tui.screens.windows.waiting import IN_TURN, in_its_time, once_free
from sto_tui.widgets.record_list import Column, Row

MOST_NAMED = 12
_WAYS = (
    ("s", "join", "Samenvoegen: alles uit beide versies"),
    ("n", "put_back", "Jouw versie terugzetten"),
    ("o", "take", "De andere versie nemen"),
    ("b", "save_copy", "Jouw versie onder een andere naam bewaren"),
)


class VersionWindow(Listing):
    """Closes with what was done, in Dutch; None when nothing was."""

    where = DOSSIER_FILE

    def __init__(self, trouble: FileTrouble) -> None:
        self._asked, self._why_not = trouble.asked, trouble.why_not
        stays = "Wat er in het bestand staat blijft zoals het is."
        self._can = {"put_back": trouble.put_back, "take": trouble.take, "join": trouble.join, "save_copy": stays}
        rows = [
            Row(((key, "key"), label), key=act, below=self._can[act], below_in_full=True)
            for key, act, label in _WAYS
            if self._can[act]
        ]
        rows += _named("Dit van jou staat niet in de andere versie", trouble.lacks)
        rows += _named("Dit uit de andere versie komt er bij samenvoegen bij", trouble.brings)
        columns = (Column("", 1), Column("", wrap=True))
        super().__init__("Welke versie van het dossier geldt?", trouble.sentence, columns, rows)

    @property
    def useless(self) -> Collection[str]:
        """The ways that there are not."""
        return [act for act, told in self._can.items() if not told]

    @property
    def host(self) -> Host:
        """The app."""
        return host_of(self)

    def why_not(self, id: str) -> str:
        """Not every way is there in every case."""
        if id in self._can and not self._can[id]:
            return self._why_not.get(id, "Dat kan in dit geval niet.")
        return super().why_not(id)

    def act_join(self) -> None:
        """All of both versions."""
        self._carry_out(self.host.file.join)

    def act_put_back(self) -> None:
        """Our version stands in the file again; over another dossier only once that was asked."""
        if not self._asked:
            self._carry_out(self.host.file.put_back)
            return

        def answered(sure: bool | None) -> None:
            if sure:
                self._carry_out(self.host.file.put_back)

        question = QuestionWindow("Jouw dossier hier terugzetten?", [self._asked], yes="Terugzetten", no="Later")
        self.app.push_screen(question, answered)

    def act_take(self) -> None:
        """The version in the file is gone on with."""
        self._carry_out(self.host.file.take)

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

    def say(self, message: str, *, error: bool = False) -> None:
        """Above the keys."""
        self._bar.say(message, error=error)

    def complain(self, sentence: str) -> None:
        """Says what is in the way."""
        self.say(sentence, error=True)

    @in_its_time
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


def _named(heading: str, names: Sequence[str]) -> list[Row]:
    more = [f"en nog {len(names) - MOST_NAMED}"] if len(names) > MOST_NAMED else []
    rows = [Row((name,), kind="note") for name in (*names[:MOST_NAMED], *more)]
    return [Row((heading,), kind="group"), *rows] if names else []


def choose_version(app: App[Any], host: Host, tell: Callable[[str], None]) -> None:
    """Shows the choice, when there is one; `tell` says what was done."""
    trouble = host.file.trouble
    if trouble is None:
        tell(host.file.about)
    else:
        app.push_screen(VersionWindow(trouble), lambda done: tell(done) if done else None)
