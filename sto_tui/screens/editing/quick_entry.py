"""Adding by the line: type, enter, type, enter, esc. What is typed is in the dossier at once."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from textual.widget import Widget

from sto_tui.acts import QUICK
from sto_tui.domain.change import BusyError, NotSavedError
from sto_tui.domain.record import Ref
from sto_tui.domain.tables import TABLES
from sto_tui.domain.text import clean_line, shortened
from sto_tui.planning.beginnings import beginning
from sto_tui.planning.quick_entry.first_text import text_field
from sto_tui.planning.quick_entry.grammar import LinePlace
from sto_tui.planning.quick_entry.line_changes import line_change
from sto_tui.planning.quick_entry.reading import explanations, read_line
from sto_tui.screens.bindings import footer_keys
from sto_tui.screens.editing.quick_line import QuickLine
from sto_tui.screens.editing.record_edit import Editing
from sto_tui.screens.windows.waiting import IN_TURN
from sto_tui.widgets.raster import Raster
from sto_tui.widgets.shell import KeyBar

WHILE_TYPING = ("choose_version", "theme", "quit")
"""The acts of a place that work on while its letters go to the line."""
_MOST_SHOWN = 40
_OF_ONE_RECORD = ("number", "order")


class QuickPlace(Editing, Protocol):
    """The place at which the line is."""

    bar: KeyBar

    @property
    def focused(self) -> Widget | None:
        """The widget with the focus."""

    def set_class(self, add: bool, *class_names: str) -> Any:
        """Gives the screen a class for its style sheet, or takes it away."""

    def set_focus(self, widget: Widget | None) -> None:
        """Gives the focus to a widget, before the next key is looked at."""

    @property
    def main(self) -> Raster:
        """The raster with the cursor."""

    def to_add(self) -> tuple[str, Mapping[str, Any]]:
        """The table in which a record is added at the cursor, and what is filled in beforehand."""

    def show_added(self, ref: Ref) -> None:
        """Puts the cursor on what was added, when it stands in this list; the focus stays."""

    def open_new(self, table_name: str, values: dict[str, Any], saved: Callable[[], object]) -> None:
        """The form of a new record; `saved` is called when it is in the dossier."""

    def once_free(self, act: Any) -> None:
        """Does it again once nobody else is writing."""

    def act_undo(self) -> None:
        """Takes the last change back."""


class QuickEntry:
    """The line of a place."""

    def __init__(self, place: QuickPlace) -> None:
        self._place = place
        self.line = QuickLine(self.act)
        self._left: dict[str, str] = {}
        self._at: tuple[str, Mapping[str, Any]] = ("", {})
        self._keys_before: tuple[tuple[str, str], ...] = ()
        self._focused_before: Widget | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is there."""
        return bool(self.line.display)

    @property
    def takes_letters(self) -> bool:
        """Whether what is typed now is for the line; a terminal in the background has no focus at all."""
        return self.is_open and self._place.focused in (self.line.input, None)

    def open(self) -> None:
        """Shows the line, with what was left on it the last time."""
        if not self.is_open:
            self._follow_cursor()
            self._focused_before = self._place.focused
            self._keys_before = self._place.bar.keys
            self._place.bar.show_keys(footer_keys(QUICK))
            self.line.display = True
            self.line.retype(self._left.pop(self._at[0], ""))
        self._place.set_class(True, "-adding")
        self._place.main.show_typed_for(True)
        self._place.set_focus(self.line.input)
        self.show_rule()

    def _follow_cursor(self) -> None:
        """What is typed next belongs where the cursor is; what is added moves the cursor, and not where that is.

        A number is that of one record, so each line has its own.
        """
        table, given = self._place.to_add()
        self._at = table, {name: value for name, value in given.items() if name not in _OF_ONE_RECORD}

    def show_rule(self) -> None:
        """Says what the line may carry."""
        table, given = self._at
        host = self._place.host
        self.line.rule.show(explanations(table, LinePlace(host.dossier, given, host.today)))

    def close(self) -> None:
        """Takes the line away; what stands on it is kept for the next time."""
        if not self.is_open:
            return
        text, (table, _) = clean_line(self.line.text), self._at
        self.line.display = False
        self.line.retype("")
        self._place.set_class(False, "-adding")
        self._place.main.show_typed_for(False)
        self._place.bar.show_keys(self._keys_before)
        if self._place.focused in (self.line.input, None):
            self._place.set_focus(self._focused_before)
        self._place.say("")
        if text:
            self._left[table] = text
            self._place.say(
                f"Niet toegevoegd: ‘{shortened(text, _MOST_SHOWN)}’. Met a typ je verder, met A in het formulier."
            )

    def act(self, id: str) -> None:
        """A key of the line that is no text."""
        if not self.is_open:
            # Typed ahead of the esc that closed it.
            return
        match id:
            case "take":
                self.take(self.line.text)
            case "full":
                self.open_full()
            case "close":
                self.close()
            case "undo":
                self._undo()
            case "row_up" | "row_down":
                self._place.main.action_move(-1 if id == "row_up" else 1)
                self._follow_cursor()
                self.show_rule()
            case "help":
                self._show_keys()

    def take(self, text: str) -> None:
        """Adds what was typed, or says what is wrong with it and leaves it."""
        place = self._place
        if not clean_line(text):
            place.say("De regel is leeg. Typ iets, of sluit met esc.")
            return
        if place.host.changes.waits:
            place.say(IN_TURN, error=True)
            return
        table, given = self._at
        try:
            change = line_change(table, given, text, place.occasion)
            done = place.carry_out(lambda: place.host.changes.apply(change))
        except BusyError:
            place.once_free(lambda: self.take(text))
        except (ValueError, NotSavedError) as error:
            place.say(str(error), error=True)
        else:
            self.line.retype("")
            place.show_added(done.edits[0].ref)
            self.show_rule()

    def open_full(self) -> None:
        """The form of a new record, with what was typed filled in."""
        place = self._place
        if not self.is_open:
            self._follow_cursor()
        table, given = self._at
        text = clean_line(self.line.text if self.is_open else self._left.get(table, ""))
        self.close()
        place.say("")
        values = {**given, **self._typed(table, given, text)}
        values = {**beginning(place.host.dossier, TABLES[table].model, values), **values}
        place.open_new(table, values, lambda: self._left.pop(table, None))

    def _typed(self, table: str, given: Mapping[str, Any], text: str) -> Mapping[str, Any]:
        """What was typed as fields; what cannot be read stands whole in the first text."""
        if not text:
            return {}
        try:
            return read_line(self._place.host.dossier, table, given, text, self._place.host.today)
        except ValueError:
            spec = text_field(TABLES[table].model)
            return {spec.name: text[: spec.limit]} if spec.kind in ("line", "text") else {}

    def _undo(self) -> None:
        if clean_line(self.line.text):
            self._place.say("Er staat nog tekst op de regel. Maak die leeg; dan haalt ctrl+z het laatste terug.")
        else:
            self._place.act_undo()
            self.show_rule()

    def _act_chosen(self, id: Any) -> None:
        if isinstance(id, str):
            self.act(id)

    def _show_keys(self) -> None:
        from sto_tui.screens.windows.listing import key_list

        self._place.app.push_screen(key_list(QUICK, "de typregel"), self._act_chosen)
