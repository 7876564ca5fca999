"""Which drafts came back: one or more of the Word files near the dossier, or others by their path."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from textual.events import Paste

from sto_tui.acts import RETURNED_FILES
from sto_tui.domain import dutch
from sto_tui.domain.dutch import count
from sto_tui.screens.host.sheets import OfferedSheet
from sto_tui.screens.windows.list_window import ListWindow
from sto_tui.screens.windows.ticked import LEFT, TAKEN
from sto_tui.screens.windows.window import lead
from sto_tui.widgets.record_list import Column, Row

_OTHER = ""
_SENTENCE = "Het nieuwste staat bovenaan. Een pad plakken mag ook."
_COLUMNS = (
    Column("", 1),
    Column("", share=3, least=28),
    Column("", share=2, least=20, drop=1),
    Column("", 11, align="right"),
)


@dataclass(frozen=True)
class ChosenDrafts:
    """The paths that were chosen, and whether others are still to be typed."""

    paths: tuple[str, ...]
    more: bool = False


class DraftFiles(ListWindow[ChosenDrafts]):
    """Closes with the files that are ticked, or with that of the cursor when none is."""

    where = RETURNED_FILES

    def __init__(self, heading: str, offered: Sequence[OfferedSheet], ticked: Collection[str] = ()) -> None:
        super().__init__(heading, [lead(_SENTENCE)], _COLUMNS)
        self._offered = offered
        self._ticked = [file.path for file in offered if file.path in ticked]

    def fill(self) -> None:
        """The files, and a line for another one."""
        rows = [
            Row(
                (
                    (TAKEN if file.path in self._ticked else LEFT, "key"),
                    file.name,
                    (file.folder, "muted"),
                    (dutch.brief_date(file.written.date()), "muted"),
                ),
                key=file.path,
            )
            for file in self._offered
        ]
        other = Row(((" ", "key"), "Ander bestand…", ("Typ het pad", "muted"), ""), key=_OTHER)
        self._list.show([*rows, other])
        number = len(self._ticked)
        self._bar.say(f"{count(number, 'concept', 'concepten')} gekozen" if number else "Met spatie kies je er meer.")

    def why_not(self, id: str) -> str:
        """Another file is typed first."""
        if id == "toggle" and not self._list.current_key:
            return "Met enter typ je het pad van een ander bestand."
        return super().why_not(id)

    def complain(self, sentence: str) -> None:
        """Above the keys."""
        self._bar.say(sentence)

    def on_raster_chosen(self) -> None:
        """A click on the row of the cursor ticks it, or asks for another file."""
        self.action_act("toggle" if self._list.current_key else "choose")

    def on_paste(self, event: Paste) -> None:
        """What terminals make of files that are dragged to them is their paths, between quotes, a line each."""
        pasted = [line.strip().strip("'\"") for line in event.text.splitlines()]
        if paths := [path for path in pasted if path]:
            self.dismiss(ChosenDrafts(tuple(dict.fromkeys([*self._ticked, *paths]))))

    def act_toggle(self) -> None:
        """Takes the file of the cursor along, or leaves it."""
        path = self._list.current_key
        if path in self._ticked:
            self._ticked.remove(path)
        else:
            self._ticked.append(path)
        self.fill()

    def act_choose(self) -> None:
        """Closes with what is ticked; from the last line with another file to be typed as well."""
        at = self._list.current_key
        if at == _OTHER:
            self.dismiss(ChosenDrafts(tuple(self._ticked), more=True))
        else:
            self.dismiss(ChosenDrafts(tuple(self._ticked) or (at,)))
