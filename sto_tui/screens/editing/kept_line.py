"""What stands on a line that is typed on, and what was typed behind it, when a session ends."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Self, cast

from textual.events import Event, Key, Paste

from sto_tui.domain.dossier import list_of
from sto_tui.domain.tables import TABLES
from sto_tui.domain.text import clean_line
from sto_tui.planning.quick_entry.grammar import LinePlace
from sto_tui.screens.editing.storable import storable
from sto_tui.screens.windows.waiting import stands_in_front
from sto_tui.widgets.keys_in_turn import KeysInTurn
from sto_tui.widgets.unseen import written

if TYPE_CHECKING:
    from sto_tui.screens.editing.quick_entry import QuickEntry


class KeptLine:
    """The line of a place as a form that is being typed in."""

    ref: None = None
    """What is typed is no record yet."""

    def __init__(self, entry: "QuickEntry") -> None:
        self._entry = entry

    @property
    def edited(self) -> Self:
        """The record to be."""
        return self

    @property
    def altered(self) -> bool:
        """Whether something was typed that has to be kept."""
        return self._entry.is_open and bool(clean_line(self._entry.line.text) or self._entry.asked or self._behind)

    @property
    def _behind(self) -> str:
        """What was typed behind what stands on the line; an enter ends a line of it."""
        place = self._entry.place
        is_for_line = self._entry.takes_letters and (stands_in_front(place.app, place) or bool(self._entry.asked))
        return written(cast(KeysInTurn, place.app).typed_ahead)[0] if is_for_line else ""

    @property
    def takes_all_typed_ahead(self) -> bool:
        """Whether all that stands in line is text for this line, so that nothing of it lapses."""
        return bool(self._behind) and written(cast(KeysInTurn, self._entry.place.app).typed_ahead)[1]

    def about(self) -> dict[str, Any]:
        """In which table it comes and what is given there, in a form that can be stored."""
        table, given = self._entry.at
        values = {name: storable(value) for name, value in given.items()}
        name = self._entry.place.host.dossier.new_of(table)
        return {"table": table, "id": None, "base": None, "values": values, "name": name, "line": True}

    def level(self) -> dict[str, Any]:
        """What stands on the line, what was pasted and is asked about, and what was typed behind that."""
        return _level(self._entry.line.text, self._entry.asked, self._behind)

    def level_once_written(self) -> dict[str, Any] | None:
        """What is left of it once what stands on the line is written."""
        return _level("", (), self._behind) if self._behind else None

    def complain(self, sentence: str) -> None:
        """Says what is in the way."""
        self._entry.place.say(sentence, error=True)

    def hear(self, message: str) -> None:
        """Says what another session did."""
        self._entry.place.host.news.say(message)

    def resume(self, state: Mapping[str, Any]) -> bool:
        """Opens the line again with what was typed; False when this version does not know where it belongs."""
        from sto_tui.planning.quick_entry.reading import owner_of

        table, given = str(state["about"]["table"]), state["about"]["values"]
        if table not in TABLES:
            return False
        place = self._entry.place
        place.show_record(list_of(table))
        if owner := owner_of(table, LinePlace(place.host.dossier, given, place.host.today)):
            place.show_record(owner)
        typed = state["levels"][0]["typed"]
        asked, behind = typed.get("pasted", ()), str(typed.get("behind", ""))
        # After the list has got the focus that it asked for when it was shown.
        place.app.call_later(self._entry.open_again, (table, given), str(typed["line"]), [*map(str, asked)], behind)
        return True


def _level(line: str, asked: Sequence[str], behind: str) -> dict[str, Any]:
    if not clean_line(line) and not asked:
        line, _, behind = behind.lstrip("\n").partition("\n")
    typed = {"line": line, "pasted": list(asked), "behind": behind}
    return {
        "typed": {name: text for name, text in typed.items() if text or name == "line"},
        "new": [text for text in map(clean_line, (line, *asked, *behind.split("\n"))) if text],
    }


def events_of(text: str) -> Iterable[Event]:
    """What would write this: a line that was ended is entered."""
    *ended, last = text.split("\n")
    for line in ended:
        if line:
            yield Paste(line)
        yield Key("enter", "\r")
    if last:
        yield Paste(last)
