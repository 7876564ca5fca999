"""The frame around every place: dossier and places above, message and keys below."""

from collections.abc import Collection, Sequence

from rich.cells import cell_len
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip

from sto_tui.domain.dutch import enumerate_words
from sto_tui.frozen import frozen
from sto_tui.places import Place
from sto_tui.planning.checks.finding import Level, counted
from sto_tui.widgets.looks import DrawnInRoles
from sto_tui.widgets.raster import Run, drawn, fit, shown
from sto_tui.widgets.record_list import wrap
from sto_tui.widgets.signs import with_plain_arrows

FULL_NAMES_FROM = 100
ALL_NAMES_FROM = 76
# After the last key when others did not fit: that key shows them all.
MORE = "…"
# What the last key does while a message is longer than its room: the window with all keys begins with it.
READ_ON = "Alles lezen"


@frozen
class HeaderState:
    """What the header says; that it is `counting` findings anew, or that they are `unknown`."""

    title: str = ""
    errors: int = 0
    milder: int = 0
    saved: str = ""
    present: str = ""
    aside: int = 0
    counting: bool = False
    unknown: bool = False
    others: tuple[str, ...] = ()

    def findings(self, *, short: bool) -> str:
        """`7 meldingen, waarvan 2 fouten, en 1 opzij`; or short `!2 ?5 +1 opzij`, warnings and tips together."""
        if self.unknown:
            return "? onbekend" if short else "meldingen onbekend"
        if short:
            words = [f"!{self.errors}"] * (self.errors > 0) + [f"?{self.milder}"] * (self.milder > 0)
            return " ".join(words + [f"+{self.aside} opzij"] * (self.aside > 0))
        many = self.errors + self.milder
        return counted(many, {Level.FOUT: self.errors}, self.aside) if many or self.aside else ""

    def findings_within(self, width: int) -> str:
        """The same in a header of this width: a narrow one has signs, unless the title fits beside the words."""
        words = self.findings(short=False)
        present = f"{shown(self.present)}   " if self.present else ""
        beside = cell_len(f" {self.title}  {present}{words}   {self.saved}")
        return words if width >= ALL_NAMES_FROM or beside <= width else self.findings(short=True)

    def present_within(self, room: int) -> str:
        """Who else is there, as far as there is room: `bob en carla werken mee`, `+bob en carla`, or how many."""
        names = [first for name in map(shown, self.others) for first in name.split()[:1]]
        ways = [shown(self.present), f"+{enumerate_words(names)}", *[f"+{len(self.others)}"] * (len(names) != 1)]
        return next((way for way in ways if cell_len(way) <= room), ways[-1]) if self.others else ""


class Drawn(DrawnInRoles):
    """A few lines drawn in runs."""

    DEFAULT_CSS = "Drawn { background: $sto-background; }"

    def line(self, y: int, width: int) -> Sequence[Run]:
        """What stands on a line."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """One line."""
        width = self.size.width
        runs = [(text, self.look(role)) for text, role in self.line(y, width)]
        return drawn(runs, width, self.look("text"))


class ShellHeader(Drawn):
    """Dossier, findings and when it was saved; the eight places; a rule with a stroke under the current one."""

    DEFAULT_CSS = "ShellHeader { height: 3; dock: top; }"

    class PlaceClicked(Message):
        """Someone clicked the name of a place."""

        def __init__(self, place: Place) -> None:
            super().__init__()
            self.place = place

    def __init__(self, place: Place) -> None:
        super().__init__()
        self._place = place
        self._state = HeaderState()

    def show(self, state: HeaderState) -> None:
        """Shows another state; repaints the first line only."""
        if state != self._state:
            self._state = state
            self.refresh(Region(0, 0, self.size.width, 1))

    def line(self, y: int, width: int) -> Sequence[Run]:
        """Its three lines."""
        if y == 0:
            return self._title_line(width)
        if y == 1:
            return [run for _, _, runs in self._names(width).values() for run in runs]
        start, length, _ = self._names(width)[self._place]
        return [("─" * start, "rule"), ("▀" * length, "stroke"), ("─" * max(0, width - start - length), "rule")]

    def _title_line(self, width: int) -> list[Run]:
        state = self._state
        findings_text = state.findings_within(width)
        right = f"{findings_text}   {state.saved}" if findings_text else state.saved
        present = state.present_within(width - 7 - cell_len(f"{state.title}{right}"))
        right = f"{present}   {right}" if present else right
        room = width - cell_len(right) - 3
        between = f" {MORE} " if state.counting else "   "
        findings: Run = (findings_text, "error" if state.errors or state.unknown else "muted")
        return [
            (" ", "text"),
            (fit(state.title, room), "bold"),
            (" ", "text"),
            (f"{present}   " if present else "", "hint"),
            findings,
            (between if findings_text else "", "text"),
            (state.saved, "muted"),
        ]

    def _names(self, width: int) -> dict[Place, tuple[int, int, list[Run]]]:
        """Per place where its name begins, how long it is, and its runs; with the blanks after it."""
        spans: dict[Place, tuple[int, int, list[Run]]] = {}
        start = 1
        gap = 3 if width >= FULL_NAMES_FROM else 1 if width >= ALL_NAMES_FROM else 2
        for place in Place:
            here = place is self._place
            name = place.title if width >= FULL_NAMES_FROM else place.short or place.title
            if width < ALL_NAMES_FROM and not here:
                name = ""
            text = f"{place.key} {name}".rstrip()
            runs: list[Run] = [(" ", "text")] if place is Place.OVERZICHT else []
            if here:
                runs.append((text, "here"))
            else:
                runs += [(place.key, "number"), (text[1:], "muted")]
            runs.append((" " * gap, "text"))
            spans[place] = (start, cell_len(text), runs)
            start += cell_len(text) + gap
        return spans

    def on_click(self, event: Click) -> None:
        """A click on a name goes there."""
        for place, (start, length, _) in self._names(self.size.width).items():
            if event.y == 1 and start <= event.x < start + length:
                self.post_message(self.PlaceClicked(place))


_AROUND = 6
"""Cells of the rule beside a message."""
_LEFT_TO_A_WINDOW = 8
"""Lines that the longest message leaves to the window above it."""


class KeyBar(Drawn):
    """The rule with a message and what is out of sight, and the keys."""

    DEFAULT_CSS = "KeyBar { height: 2; dock: bottom; }"

    class KeyClicked(Message):
        """Someone clicked a key."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self, keys: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._keys = tuple(keys)
        self._always = 1
        self._kept: Collection[str] = ()
        self._row: object = None
        self._said_at: object = None
        self._message = ""
        self._held = ""
        self._is_error = False
        self._hidden = ""

    def show_keys(self, keys: Sequence[tuple[str, str]], *, always: int = 1, kept: Collection[str] = ()) -> None:
        """Shows other keys; so many at the end have a place in the narrowest window, and beside a long message.

        `kept` are the labels of others of which that is so too.
        """
        if (tuple(keys), always, kept) != (self._keys, self._always, self._kept):
            self._keys, self._always, self._kept = tuple(keys), always, kept
            self.refresh(Region(0, self._row_of_keys, self.size.width, 1))

    @property
    def _row_of_keys(self) -> int:
        """The line on which the keys stand."""
        return 1

    @property
    def message(self) -> str:
        """The message that is shown."""
        return self._message

    @property
    def is_error(self) -> bool:
        """Whether the message says that something went wrong."""
        return bool(self._message) and self._is_error

    def say(self, message: str, *, error: bool = False) -> None:
        """Shows a message on the rule; an empty one takes it away."""
        self._said_at, self._held = self._row, ""
        if (message, error) != (self._message, self._is_error):
            over = self._rest(self.size.width)
            self._message, self._is_error = message, error
            self._refresh_rule()
            if over or self._rest(self.size.width):
                self.refresh(Region(0, 1, self.size.width, 1))

    def hold(self) -> None:
        """What is shown came of an act here: as long as it stands what others do is told behind it."""
        self._held = self._message

    def say_news(self, message: str, *, error: bool) -> None:
        """Shows what others did; that something is wrong waits behind nothing."""
        held = "" if error else self._held
        self.say(f"{held} {message}".strip(), error=error)
        self._held = held

    def forget(self, message: str) -> bool:
        """Takes this message away, whatever else stands before it; whether it was there."""
        is_shown = self._message in (message, f"{self._held} {message}")
        if is_shown:
            self.say("" if self._message == message else self._held)
        return is_shown

    def show_row(self, row: object) -> None:
        """The cursor of the list above is on this row: what was said at another one no longer stands."""
        self._row = row
        if self._message and self._said_at != row:
            self.say("")

    def _parts(self, width: int) -> tuple[str, str]:
        """What of the message stands on the rule, and the rest of a long one, which takes the place of the keys."""
        message = self._told()
        room = width - _AROUND if self._takes_rule(width) else self._room(width)
        if cell_len(message) <= room:
            return message, ""
        words = message.split(" ")
        first = words.pop(0)
        while words and cell_len(f"{first} {words[0]}") <= room:
            first = f"{first} {words.pop(0)}"
        return fit(first, room).rstrip(), " ".join(words)

    def _told(self) -> str:
        return with_plain_arrows(shown(self._message), self)

    def _takes_rule(self, width: int) -> bool:
        """Whether a message needs the whole rule: what is out of sight would cut it through."""
        return cell_len(self._told()) > self._room(width)

    def _rest(self, width: int) -> str:
        return self._parts(width)[1]

    @property
    def room(self) -> int:
        """How many cells a message has on the rule; a longer one takes the place of the keys."""
        return self._room(self.size.width or self.app.size.width)

    def _room(self, width: int) -> int:
        return width - (cell_len(self._hidden) + 4 if self._hidden else 0) - _AROUND

    def show_hidden(self, hidden: str) -> None:
        """Says at the right what is out of sight: `▼ nog 3`."""
        if hidden != self._hidden:
            before = self._rest(self.size.width)
            self._hidden = hidden
            self._refresh_rule()
            if before != self._rest(self.size.width):
                self.refresh(Region(0, 1, self.size.width, 1))

    def _refresh_rule(self) -> None:
        self.refresh(Region(0, 0, self.size.width, 1))

    def line(self, y: int, width: int) -> Sequence[Run]:
        """Rule and keys."""
        if y == 0:
            return self._rule(width)
        if rest := self._rest(width):
            return self._rest_line(rest, width)
        return self._keys_line(width)

    def _keys_line(self, width: int) -> list[Run]:
        runs: list[Run] = []
        placed = self._placed(width)
        for start, key, label in placed:
            gap = start - sum(cell_len(text) for text, _ in runs)
            runs += [(" " * gap, "text"), (key, "key"), (f" {label}", "muted")]
        return [*runs, (MORE, "muted")] if len(placed) < len(self._keys) else runs

    def _rule(self, width: int) -> list[Run]:
        hidden = f" {self._hidden} " if self._hidden and not self._takes_rule(width) else ""
        right = 2 if hidden else 0
        message = self._parts(width)[0]
        if message:
            left: list[Run] = [("── ", "rule"), (message, "error" if self._is_error else "bold"), (" ", "text")]
        else:
            left = []
        used = sum(cell_len(text) for text, _ in left)
        return [
            *left,
            ("─" * max(0, width - used - cell_len(hidden) - right), "rule"),
            (hidden, "muted"),
            ("─" * right, "rule"),
        ]

    def _rest_line(self, rest: str, width: int) -> list[Run]:
        """The rest of a long message, and at the right how to close and the way to all keys, and to all of it."""
        keys = [(key, said) for key, said, _ in self._keys_beside(width)]
        if keys and self.cut:
            keys[-1] = (keys[-1][0], READ_ON)
        room = self._rest_room(width)
        runs: list[Run] = [("   ", "text"), (fit(rest, room), "error" if self._is_error else "bold")]
        for key, label in keys:
            runs += [("  ", "text"), (key, "key"), (f" {label}".rstrip(), "muted")]
        return runs

    def _keys_beside(self, width: int) -> list[tuple[str, str, str]]:
        """The keys beside a long message, what is said of them, and their labels; a narrow window names the last only.

        A key that goes on stays, or a message would be in the way of who does what it says.
        """
        beside = [self._drawn_keys[place] for place in self._lasting]
        is_narrow = width < ALL_NAMES_FROM and bool(self._kept)
        named = [label if not is_narrow or place + 1 == len(beside) else "" for place, (_, label) in enumerate(beside)]
        return [(key, said, label) for said, (key, label) in zip(named, beside, strict=True)]

    def _rest_room(self, width: int) -> int:
        """Cells for the rest; the longer of both names of the last key has a place, so that nothing moves."""
        keys = self._keys_beside(width)
        longer = max(0, cell_len(READ_ON) - cell_len(keys[-1][1])) if keys else 0
        return width - sum(_length(key, said) for key, said, _ in keys) - longer - 4

    @property
    def cut(self) -> str:
        """The message, when not all of it can be read here."""
        width = self.size.width
        return self._message if cell_len(self._rest(width)) > self._rest_room(width) else ""

    @property
    def _lasting(self) -> Sequence[int]:
        """The places of the keys that always have one."""
        last = len(self._keys) - self._always
        return [place for place, (_, label) in enumerate(self._keys) if place >= last or label in self._kept]

    @property
    def _drawn_keys(self) -> Sequence[tuple[str, str]]:
        return [(with_plain_arrows(key, self), label) for key, label in self._keys]

    def _placed(self, width: int) -> list[tuple[int, str, str]]:
        """The keys that fit, with where they begin; the last ones always have a place, with room for MORE."""
        room = width - cell_len(MORE) + 2
        lasting = {place: _length(*self._drawn_keys[place]) for place in self._lasting}
        placed: list[tuple[int, str, str]] = []
        start = 1
        for place, (key, label) in enumerate(self._drawn_keys):
            if place not in lasting:
                # What comes first is what is done most: nothing else takes its place.
                if place and not placed:
                    continue
                if start + _length(key, label) + sum(lasting.values()) > room:
                    continue
            lasting.pop(place, None)
            placed.append((start, key, label))
            start += _length(key, label)
        return placed

    def _clickable(self, width: int) -> list[tuple[int, str, str]]:
        """The keys that are shown, with where they begin."""
        if not self._rest(width):
            return self._placed(width)
        start = 3 + self._rest_room(width) + 2
        beside = []
        for key, said, label in self._keys_beside(width):
            beside.append((start, key, label))
            start += _length(key, said)
        return beside

    def on_click(self, event: Click) -> None:
        """A click on a key is that key."""
        for start, key, label in self._clickable(self.size.width):
            if event.y == self._row_of_keys and start <= event.x < start + cell_len(f"{key} {label}"):
                self.post_message(self.KeyClicked(label))


class WindowBar(KeyBar):
    """The same in a window, which has no list of all keys: a long message takes lines of its own above the keys."""

    DEFAULT_CSS = "WindowBar { height: auto; }"

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The rule, what of a message follows it, and the keys."""
        return 2 + len(self._below(width))

    @property
    def _row_of_keys(self) -> int:
        return 1 + len(self._below(self.size.width))

    def _below(self, width: int) -> Sequence[str]:
        """What of the message stands under the rule; a few lines of the window stay for what it is about."""
        if not width:
            return ()
        _, *below = wrap(self._told(), width - _AROUND)
        most = max(1, self.app.size.height - _LEFT_TO_A_WINDOW)
        if len(below) > most:
            below[most - 1 :] = [fit(" ".join(below[most - 1 :]), width - _AROUND)]
        return below

    def _parts(self, width: int) -> tuple[str, str]:
        return (wrap(self._told(), width - _AROUND) or ("",))[0], ""

    def say(self, message: str, *, error: bool = False) -> None:
        """Shows a message; an empty one takes it away."""
        before = self._below(self.size.width)
        super().say(message, error=error)
        if self._below(self.size.width) != before:
            self.refresh(layout=True)

    def line(self, y: int, width: int) -> Sequence[Run]:
        """The rule with what the message begins with, the rest of it, and the keys."""
        if not y:
            return self._rule(width)
        below = self._below(width)
        if y <= len(below):
            return [("   ", "text"), (below[y - 1], "error" if self._is_error else "bold")]
        return self._keys_line(width)


def _length(key: str, label: str) -> int:
    """The cells of a key in the footer, with those up to the next one."""
    return cell_len(f"{key} {label}".rstrip()) + 2
