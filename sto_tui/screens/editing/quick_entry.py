"""Adding by the line: type, enter, type, enter, esc. What is typed is in the dossier at once."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from textual.widget import Widget

from sto_tui.acts import QUICK
from sto_tui.domain.change import BusyError, Change, NotSavedError
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.tables import TABLES
from sto_tui.domain.text import clean_line
from sto_tui.planning.beginnings import beginning
from sto_tui.planning.quick_entry.grammar import LinePlace
from sto_tui.screens.bindings import footer_keys
from sto_tui.screens.editing.along import Along
from sto_tui.screens.editing.kept_line import KeptLine, events_of
from sto_tui.screens.editing.left_lines import LeftLine, LeftLines, ListAt, told_unfinished
from sto_tui.screens.editing.quick_line import QuickLine
from sto_tui.screens.editing.quick_place import QuickPlace
from sto_tui.screens.windows.unasked import TypedBehind
from sto_tui.screens.windows.waiting import in_its_time, once_free

if TYPE_CHECKING:
    from sto_tui.planning.quick_entry.needed_first import NeededFirst

# How a line is read is imported when there is one: every place has it, and few starts come to it.
WHILE_TYPING = ("choose_version", "theme", "quit")
"""The acts of a place that work on while its letters go to the line."""
_OF_ONE_RECORD = ("number", "order")
_CARRIED_ON = ("year",)


class QuickEntry:
    """The line of a place."""

    def __init__(self, place: QuickPlace) -> None:
        self.place = place
        self.kept = KeptLine(self)
        self.asked: Sequence[str] = ()
        """Lines that were pasted, while it is asked whether they are to be added."""
        self.line = QuickLine(self.act, self.paste)
        self._left = LeftLines()
        self._behind = TypedBehind(place)
        self._list: ListAt = (0, None)
        self.at: tuple[str, Mapping[str, Any]] = ("", {})
        self._first: NeededFirst | None = None
        self._after_first: tuple[str, Mapping[str, Any], str] = ("", {}, "")
        self._focused_before: Widget | None = None

    @property
    def is_open(self) -> bool:
        """Whether it is there."""
        return bool(self.line.display)

    @property
    def takes_letters(self) -> bool:
        """Whether what is typed now is for the line; a terminal in the background has no focus at all."""
        return self.is_open and self.place.focused in (self.line.input, None)

    def open(self) -> None:
        """Shows the line, with what was left on it the last time."""
        if not self.is_open:
            self._follow_cursor()
            self._focused_before = self.place.focused
            self.place.bar.show_keys(footer_keys(QUICK))
            self.line.display = True
            left = self._left.take(self._list, self.at[0])
            self.line.retype(left.text if left else "")
            if left:
                self.place.say(told_unfinished(left, self.at[0], self._line_place))
            self._ask_first()
        self.place.set_class(True, "-adding")
        self.place.main.show_typed_for(True)
        self.place.set_focus(self.line.input)
        self.show_rule()

    def _follow_cursor(self) -> None:
        """What is typed next belongs where the cursor is; what is added moves the cursor, and not where that is.

        A number is that of one record, so each line has its own.
        """
        table, given = self.place.to_add()
        self._list = self.place.list_number, self.place.host.dossier.lens
        self.at = table, {name: value for name, value in given.items() if name not in _OF_ONE_RECORD}

    def _ask_first(self) -> None:
        """When something has to be there before this can be added, the line asks for that, and then goes on."""
        from sto_tui.planning.quick_entry.needed_first import needed_first

        table, given = self.at
        self._first = needed_first(table, self._line_place)
        if self._first:
            self._after_first = (table, given, self.line.text)
            self.at = self._first.table, {}
            self.line.retype("")

    @property
    def _line_place(self) -> LinePlace:
        host = self.place.host
        return LinePlace(host.dossier, self.at[1], host.today)

    def show_rule(self) -> None:
        """Says what the line may carry."""
        from sto_tui.planning.quick_entry.needed_first import offers
        from sto_tui.planning.quick_entry.reading import explanations

        place = self._line_place
        self.line.rule.show(offers(self._first, place) if self._first else explanations(self.at[0], place))

    def close(self) -> None:
        """Takes the line away; what stands on it is kept for the next time."""
        if not self.is_open:
            return
        text, (table, given) = clean_line(self.line.text), self.at
        self.line.display = False
        self.line.retype("")
        self.place.set_class(False, "-adding")
        self.place.main.show_typed_for(False)
        self.place.show_keys()
        if self.place.focused in (self.line.input, None):
            self.place.set_focus(self._focused_before)
        lapsed = self._behind.lapse()
        self.place.say(lapsed, error=bool(lapsed))
        if self._first and self._after_first[2]:
            after, values, words = self._after_first
            self._left.keep(self._list, after, LeftLine(words, values))
        if text:
            self.place.say(f"{lapsed} {self._left.keep(self._list, table, LeftLine(text, given))}".lstrip())

    def act(self, id: str) -> None:
        """A key of the line that is no text."""
        if not self.is_open:
            # Typed ahead of the esc that closed it.
            return
        self.place.stands = False
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
                self.place.say("")
                self.place.main.action_move(-1 if id == "row_up" else 1)
                self._follow_cursor()
                self._ask_first()
                self.show_rule()
            case "help":
                self._show_keys()

    @in_its_time
    def take(self, text: str) -> None:
        """Adds what was typed, or says what is wrong with it and leaves it."""
        place = self.place
        if not clean_line(text):
            if not self._behind.follow():
                place.say("De regel is leeg. Typ iets, of sluit met esc.")
            return
        table, given = self.at
        from sto_tui.planning.quick_entry.line_changes import line_change

        try:
            change = line_change(table, given, text, place.occasion)
        except ValueError as error:
            self._refuse(str(error))
        else:
            # Made again once nobody else writes: they may have given the same number meanwhile.
            self._add(change, lambda: self.take(text))

    def _add(self, change: Change, again: Callable[[], None]) -> None:
        place = self.place
        try:
            done = place.carry_out(lambda: place.host.changes.apply(change))
        except BusyError:
            once_free(place.app, place.host, again, self._refuse)
        except NotSavedError as error:
            self._refuse(str(error))
        else:
            self.line.retype("")
            self.asked = ()
            table = self.at[0]
            added = [edit.after for edit in done.edits if edit.after and not edit.before and edit.ref.table == table]
            self._go_on(added[-1])
            place.show_added(Ref(table, added[-1].id))
            self.show_rule()
            self._behind.follow()

    def _refuse(self, sentence: str) -> None:
        """The line stands as it was; of lines that were pasted the first, and the others come after it."""
        first, rest = "", self.asked
        if rest:
            first, *rest = rest
            self.line.retype(first)
            self.asked = ()
        self._behind.refuse(sentence, events_of("".join(f"{line}\n" for line in rest)))

    def _go_on(self, added: Record) -> None:
        """The next line is as this one; after what had to be there first comes what was asked for, in it."""
        table, given = self.at
        self.at = table, {**given, **{name: getattr(added, name) for name in _CARRIED_ON if hasattr(added, name)}}
        if self._first:
            table, given, text = self._after_first
            self.at = table, {**given, self._first.field: added.id}
            self.line.retype(text)
            self._ask_first()

    def paste(self, text: str) -> None:
        """Several lines are several records, when that is meant; one of them goes on the line."""
        from sto_tui.planning.quick_entry.pasted_lines import lines_of
        from sto_tui.screens.editing.quick_paste import ask_about_lines

        table, given = self.at
        lines = lines_of(table, f"{self.line.text}{text}")
        if len(lines) < 2:
            # A blank at its end may stand between two words, of which the second has yet to come.
            self.line.retype(" ".join(lines) + " " * (text != text.rstrip(" ")))
        else:
            self.asked = lines
            ask_about_lines(
                self.place.app,
                table,
                given,
                lines,
                lambda: self.place.occasion,
                in_its_time(self._add),
                self._drop_asked,
            )

    def _drop_asked(self) -> None:
        self.asked = ()

    def open_again(self, at: tuple[str, Mapping[str, Any]], text: str, asked: Sequence[str], behind: str) -> None:
        """With what was on it when a session ended, what was asked about then, and what was typed behind that."""
        self.open()
        self.at, self._first = at, None
        self.line.retype("" if asked else text)
        self.show_rule()
        if behind:
            self._behind.comes_back(events_of(behind))
        if asked:
            self.paste("\n".join(asked))

    # The form.

    def open_full(self) -> None:
        """The form of a new record, with what was typed filled in; who was named with @ gets a role along with it."""
        from sto_tui.planning.quick_entry.line_changes import with_roles
        from sto_tui.screens.editing.line_into_form import doers_on, fields_on

        place = self.place
        if not self.is_open:
            self._follow_cursor()
        (table, given), at = self.at, self._list
        text = clean_line(self.line.text) if self.is_open else self._left.text(at, table)
        self.close()
        place.say("")
        line_place = LinePlace(place.host.dossier, given, place.host.today)
        values = {**given, **fields_on(text, table, line_place)}
        values = {**beginning(place.host.dossier, TABLES[table].model, values), **values}
        doers = doers_on(text, table, line_place)
        along = Along(lambda change: with_roles(change, table, doers), lambda ref: self._left.take(at, table))
        place.open_new(table, values, along)

    def _undo(self) -> None:
        if clean_line(self.line.text):
            self.place.say("Er staat nog tekst op de regel. Maak die leeg; dan haalt ctrl+z het laatste terug.")
        else:
            self.place.act_undo()
            self.show_rule()

    def _act_chosen(self, id: Any) -> None:
        if isinstance(id, str):
            self.act(id)

    def _show_keys(self) -> None:
        from sto_tui.screens.windows.key_list import KeyList

        self.place.app.push_screen(KeyList(QUICK, "de typregel", told=self.place.bar.cut), self._act_chosen)
