"""What a file from elsewhere would change: a preview, and taking it over."""

import re
from collections.abc import Callable, Collection, Sequence
from typing import Any, Protocol

from textual.app import App

from sto_tui.acts import TAKE_IN
from sto_tui.domain.change import Change
from sto_tui.domain.record import Ref
from sto_tui.screens.host import Host
from sto_tui.screens.host.papers import Incoming
from sto_tui.screens.windows.listing import Listing
from sto_tui.widgets.record_list import Column, Row

AGAIN = "again"
"""What the preview closes with when something has to be chosen anew."""

_IN_COLUMNS = re.compile(r" {4}(?: +\S|\S.*  +\S)")
_CHANGED_MEANWHILE = "Het dossier is intussen gewijzigd. Dit zou er nu veranderen."


class TakingIn(Protocol):
    """The screen from which a file is taken in."""

    @property
    def host(self) -> Host:
        """The app."""

    @property
    def app(self) -> App[Any]:
        """The app, as Textual knows it."""

    def try_out(self, act: Callable[[], Any], then: Callable[[], object] | None = None) -> None:
        """Does something that writes, and says what went wrong; `then` follows when nothing did."""

    def show_record(self, ref: Ref) -> None:
        """Puts the cursor on a record."""


class IncomingPreview(Listing):
    """What would be taken over; enter does it. Of some files it can be chosen anew how they are read."""

    where = TAKE_IN

    def __init__(self, heading: str, incoming: Incoming, sentence: str = "", *, may_choose: bool = False) -> None:
        super().__init__(heading, sentence, (Column("", wrap=True),), _rows(incoming.lines))
        self._incoming = incoming
        self._may_choose = may_choose

    @property
    def useless(self) -> Collection[str]:
        """Of most files nothing can be chosen."""
        return () if self._may_choose else ("again",)

    def why_not(self, id: str) -> str:
        """Of most files nothing can be chosen."""
        return "Over dit bestand is niets te kiezen." if id == "again" and not self._may_choose else super().why_not(id)

    def complain(self, sentence: str) -> None:
        """Says what is in the way."""
        self._bar.say(sentence)

    def act_again(self) -> None:
        """Asks what, and then that."""
        self.dismiss(AGAIN)

    def act_choose(self) -> None:
        """Takes it over; with nothing to take it says so, and stays."""
        if self._incoming.change.edits:
            self.dismiss(True)
        else:
            again = " of kies met o opnieuw" if self._may_choose else ""
            self.complain(f"Hier is niets om over te nemen. Sluit met esc{again}.")


def _rows(lines: Sequence[str]) -> list[Row]:
    """Every line can be reached, so that a long preview can be read to its end; a line of a table keeps its columns."""
    return [
        Row((line, ""), key=number, wide=True) if _IN_COLUMNS.match(line) else Row((line,), key=number)
        for number, line in enumerate("\n".join(lines).split("\n"))
    ]


def show_incoming(
    screen: TakingIn,
    heading: str,
    incoming: Incoming,
    sentence: str = "",
    then: Callable[[Change], None] = lambda change: None,
) -> None:
    """Shows what was found, with a sentence over it, and takes it over when the person wants it."""

    def answered(wanted: bool | None) -> None:
        if wanted:
            take_over(screen, heading, incoming, then)

    screen.app.push_screen(IncomingPreview(heading, incoming, sentence), answered)


def take_over(screen: TakingIn, heading: str, incoming: Incoming, then: Callable[[Change], None]) -> None:
    """Takes over what was seen, and goes on with the change as it was carried out.

    When the dossier makes something else of it by now, that has to be seen first.
    """
    now = incoming.again()
    if now.lines != incoming.lines:
        show_incoming(screen, heading, now, _CHANGED_MEANWHILE, then)
        return
    done: list[Change] = []

    def act() -> Change:
        done.append(screen.host.changes.apply(now.change))
        return done[-1]

    screen.try_out(act, lambda: then(done[-1]))
