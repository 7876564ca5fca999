"""The view by party: what is asked of it, by role and by date."""

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from sto_tui.acts import PARTY
from sto_tui.domain import dutch
from sto_tui.domain.record import Ref
from sto_tui.planning.progress.as_it_stood import as_of_today
from sto_tui.planning.veri.columns import columns
from sto_tui.planning.veri.party_tasks import AskedLine, PartyView, party_view
from sto_tui.screens.host import host_of
from sto_tui.screens.windows.party_papers import ask_for_paper
from sto_tui.screens.windows.window import Window, lead, title
from sto_tui.widgets.raster import Raster, out_of_sight
from sto_tui.widgets.record_list import Column, RecordList, Row

_PERIOD_WIDTH = 27
_COLUMNS = (Column("", _PERIOD_WIDTH), Column("", 6), Column("", wrap=True))


class PartyWindow(Window[tuple[Ref, Ref]]):
    """Closes with the row that was chosen and the party."""

    where = PARTY

    def __init__(self, party: Ref) -> None:
        super().__init__()
        self._party = party
        self._title = title("")
        self._counts = lead("")
        self._list = RecordList(_COLUMNS, heads=False)
        self._bar = self.keys()

    def compose(self) -> ComposeResult:
        """The party, how much is asked, the list, keys."""
        with Vertical(id="frame"):
            yield self._title
            yield self._counts
            yield self._list
            yield self._bar

    def on_mount(self) -> None:
        """The party that the window was opened for."""
        self._list.styles.height = "1fr"
        self._show()
        self._list.action_edge(0)
        self._list.focus()

    def _show(self) -> None:
        host = host_of(self)
        view = party_view(as_of_today(host.dossier, host.today), self._party)
        _put(self._title, view.question)
        _put(self._counts, view.counts)
        self._counts.display = bool(view.counts)
        self._list.show(_rows(view))

    def hear(self, message: str) -> None:
        """Shows what is asked now: someone else may have changed it."""
        self._show()
        if not self._bar.is_error:
            self._bar.say(message)

    def on_raster_moved(self, event: Raster.Moved) -> None:
        """Says what is out of sight."""
        self._bar.show_hidden(out_of_sight(event.raster))

    def on_raster_chosen(self) -> None:
        """A click on the row of the cursor goes there."""
        self.act_choose()

    def act_next_party(self) -> None:
        """The party of the next column; after the last comes the first."""
        self._step(1)

    def act_previous_party(self) -> None:
        """The party of the column before it."""
        self._step(-1)

    def _step(self, step: int) -> None:
        parties = columns(host_of(self).dossier)
        place = parties.index(self._party) + step if self._party in parties else 0
        if parties:
            self._party = parties[place % len(parties)]
        self._bar.say("")
        self._show()
        self._list.action_edge(0)

    def act_choose(self) -> None:
        """Goes to the row in the matrix."""
        key = self._list.current_key
        if key is None:
            self._bar.say("Hier staat geen rij om naartoe te gaan.")
        else:
            self.dismiss((key[1], self._party))

    def act_write_paper(self) -> None:
        """The same as a page in Word, or another paper about the party; what is written is what the window shows."""
        self._show()
        ask_for_paper(self, self._party, lambda sentence, error: self._bar.say(sentence, error=error))


def _put(widget: Static, text: str) -> None:
    widget.update(Content(text))


def _rows(view: PartyView) -> list[Row]:
    """The lines under their role; the key of a line says its role too, since a row can stand under two."""
    rows: list[Row] = []
    for role, lines in view.groups:
        rows.append(Row((f"{dutch.capital(role.name)} ({role.code.value}): {role.meaning}",), kind="group"))
        rows += [_row(line, role.code.value) for line in lines]
    rows += [Row((sentence,), kind="note") for sentence in (view.nothing, view.outside) if sentence]
    return rows


def _row(line: AskedLine, code: str) -> Row:
    words = f"{line.title} {line.remark}".rstrip()
    return Row(((line.period, "muted"), (line.number, "bold"), words), key=(code, line.ref))
