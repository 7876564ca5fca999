"""Cuts what a terminal sends into whole tokens: text, a lone Esc, an escape sequence, something pasted.

A terminal also answers questions, late and in pieces; colleagues paste in terminals that do not mark it. No part of
that may act as a key. No Textual and no clock here: whoever feeds says what time it is, in seconds.
"""

import re
from dataclasses import dataclass, field
from enum import Enum, auto

from sto_tui.domain.record import TEXT_LIMIT
from sto_tui.frozen import frozen

ESCAPE = "\x1b"
PASTE_BEGINS, PASTE_ENDS = f"{ESCAPE}[200~", f"{ESCAPE}[201~"
LONGEST_PASTE = TEXT_LIMIT
"""Characters: as many as the largest field takes."""

ALT_SECONDS = 0.02
INTRODUCED_SECONDS = 2.0
STRING_SECONDS = 2.0
PASTE_SECONDS = 2.0
TAIL_SECONDS = 1.0
# `O` begins words too. Its rest comes at once; whoever types does not type two letters in this time.
TAIL_STARTS_SECONDS = 0.05
KITTY_ESCAPE_SECONDS = 1.0
BURST_SECONDS, BURST_PASTE_SECONDS = 0.01, 0.05
"""Text goes on that follows text so fast; a line may let what was pasted stand still a little longer."""
BURST_REST_SECONDS = 0.5
BURST_LENGTH, BURST_KINDS = 5, 2
"""No hand presses five keys so fast. A line that stalls gathers more of them, but seldom an enter and what follows it;
so what comes at once on one line was typed, and lines or cells were pasted."""
LONGEST_TYPED = 40
"""More than this on one line was pasted too: a line stalls for a second or two, not for a whole sentence."""
HELD_UP_SECONDS, KEYS_A_SECOND = 0.2, 20
"""A program that was held up finds the keys of all that time at once; no hand presses more of them in a second."""
LONGEST_SEQUENCE = 4096

_STRINGS = "]PX^_"
_INTRODUCERS = f"[O{_STRINGS}"
# The one-character forms of ESC and an introducer. As raw bytes, from a terminal that knows no UTF-8, only those that
# are no letter there.
_C1 = {"\x90": "P", "\x98": "X", "\x9b": "[", "\x9d": "]", "\x9e": "^", "\x9f": "_"}
_C1 |= {chr(0xDC00 + code): _C1[chr(code)] for code in (0x90, 0x9B, 0x9D)}
# With what answers of terminals go on, and words do not.
_ANSWERS_BEGIN = {"P": "0123456789>!$+|", "]": "0123456789"}
_STRING_ENDS = "\a\x9c\udc9c"
# What stands between the lines and cells of what was pasted.
_BETWEEN = "\t\n\v\f\r"
# The Esc key of a terminal that sends keys as `CSI … u`. Other such keys tell nothing: tmux sends only some of them so.
_KITTY_ESCAPE = re.compile(rf"{ESCAPE}\[27(?:[:;][0-9:;]*)?u")
_ENDS_STRING = re.compile(f"[\x00-\x1f\x7f{_STRING_ENDS}]")


@frozen
class Text:
    """Characters that were typed; a byte that is no UTF-8 is a lone surrogate."""

    characters: str


@frozen
class LoneEscape:
    """The Esc key."""


@frozen
class Alt:
    """A character together with Alt."""

    character: str


@frozen
class Sequence:
    """A whole escape sequence, of whatever meaning."""

    text: str


@frozen
class Pasted:
    """What was pasted, at most `LONGEST_PASTE` characters of it; `length` counts all. Without marks its speed tells."""

    text: str
    length: int
    is_marked: bool = True


Token = Text | LoneEscape | Alt | Sequence | Pasted


class _State(Enum):
    GROUND = auto()
    ESCAPED = auto()
    CONTROL = auto()
    """After `ESC [`."""
    SINGLE = auto()
    """After `ESC O`."""
    STRING = auto()
    """An answer that is a string: it ends in ST or BEL."""
    PASTE = auto()


@dataclass
class _Paste:
    """What is kept of a marked paste; its last characters may be the beginning of the mark that ends it."""

    kept: list[str] = field(default_factory=list)
    length: int = 0
    room: int = LONGEST_PASTE
    loose: str = ""

    def take(self, text: str) -> None:
        self.length += len(text)
        if self.room:
            self.kept.append(text[: self.room])
            self.room -= len(self.kept[-1])


@dataclass
class _Held:
    """Text that came so fast that it may have been pasted; as long as it is no paste all of it is kept."""

    is_rest: bool = False
    """Whether it came right after something pasted; then two together are its rest already."""
    typed_length: int = 0
    """How many a hand can have pressed while nothing was read, whatever they are."""
    kept: list[str] = field(default_factory=list)
    length: int = 0
    until: float = 0.0
    _kinds: set[str] = field(default_factory=set)
    _has_letter: bool = False
    _has_words: bool = False
    _has_break: bool = False
    """Whether a line or cell ended after words."""
    _goes_on: bool = False
    """Whether words came after that."""

    def take(self, character: str, now: float) -> None:
        """One more character."""
        self.length += 1
        if self.length <= LONGEST_PASTE or not self.is_burst:
            self.kept.append(character)
        if len(self._kinds) <= BURST_KINDS:
            self._kinds.add(character)
        self._has_letter = self._has_letter or character.isalnum()
        if character in _BETWEEN:
            self._has_break = self._has_words
        else:
            self._has_words, self._goes_on = True, self._goes_on or self._has_break
        self.until = now + (BURST_PASTE_SECONDS if self._is_fast else BURST_SECONDS)

    @property
    def _is_fast(self) -> bool:
        """Whether no hand presses so much at once; a key held down repeats one or two characters."""
        if self.is_rest:
            return self.length > 1
        fewest = max(BURST_LENGTH, 1 + self.typed_length)
        return self.length >= fewest and len(self._kinds) > BURST_KINDS and self._has_letter

    @property
    def is_burst(self) -> bool:
        """Whether it was pasted, by all that is known of it."""
        return self._is_fast and (self.is_rest or self._goes_on or self.length > LONGEST_TYPED)


class Tokenizer:
    """Fed with what is read, in pieces of any size, it gives the tokens that are certain.

    `deadline` is when `tick` has something to decide. `escape_seconds` is how long a lone Esc waits for more.
    A terminal of which is known that it `marks_pastes` sends nothing that was pasted without.
    """

    def __init__(self, escape_seconds: float) -> None:
        self.marks_pastes = False
        self._escape_seconds = escape_seconds
        self._state = _State.GROUND
        self._sequence = ""
        self._since = 0.0
        self._late = False
        """Whether this is the rest of a sequence of which the ESC was already taken for the key."""
        self._in_string = False
        """Whether the ESC came within a string, so that a backslash ends it."""
        self._tail_until = 0.0
        self._tails = _INTRODUCERS
        self._paste = _Paste()
        self._held = _Held()
        self._burst_until = 0.0
        self._is_unended = False
        """Whether a marked paste stalled so long that its rest, and the mark that ends it, come by themselves."""
        self._held_up = 0.0
        self._rest = ""
        self._alone = False
        self._tokens: list[Token] = []

    @property
    def deadline(self) -> float | None:
        """When `tick` has to be called, if nothing is fed before."""
        times = [self._held.until] if self._held.length else []
        wait = self._wait
        if wait is not None:
            times.append(self._since + wait)
        return min(times, default=None)

    @property
    def _wait(self) -> float | None:
        """How long what is half known waits for more; None when nothing is, or when it waits for ever."""
        if self._state is _State.ESCAPED:
            return self._escape_seconds
        if self._state in (_State.CONTROL, _State.SINGLE):
            return self._introduced_wait if len(self._sequence) == len(ESCAPE) + 1 else None
        if self._state is _State.STRING:
            return STRING_SECONDS
        return PASTE_SECONDS if self._state is _State.PASTE else None

    @property
    def _introduced_wait(self) -> float:
        if not self._late:
            return INTRODUCED_SECONDS
        return TAIL_SECONDS if self._state is _State.CONTROL else TAIL_STARTS_SECONDS

    def feed(self, text: str, now: float, gathered: float = 0.0) -> list[Token]:
        """The tokens that are certain with this text, which `gathered` for so many seconds before it was read.

        Time that passed decides nothing here: the text may have waited to be read. `tick` says that nothing came.
        """
        self._held_up = gathered if gathered > HELD_UP_SECONDS else 0.0
        at = 0
        while at < len(text):
            if self._state is _State.PASTE:
                at = self._pasting(text, at, now)
            elif self._state is _State.STRING and not _ENDS_STRING.match(text, at):
                string_end, self._since = _ENDS_STRING.search(text, at), now
                at = string_end.start() if string_end else len(text)
            else:
                self._rest, self._alone = text[at + 1 :] if text[at] in _STRINGS else "", len(text) == 1
                self._character(text[at], now)
                at += 1
        return self._taken()

    def tick(self, now: float) -> list[Token]:
        """The tokens that are certain because nothing came."""
        self._expire(now)
        return self._taken()

    def _taken(self) -> list[Token]:
        taken, self._tokens = self._tokens, []
        return taken

    def _expire(self, now: float) -> None:
        if self._held.length and now >= self._held.until:
            self._burst_until = now + BURST_REST_SECONDS if self._held.is_burst else 0.0
            self._release()
        wait = self._wait
        if wait is None or now < self._since + wait:
            return
        state, self._state = self._state, _State.GROUND
        if state is _State.ESCAPED:
            self._lone_escape(now)
        elif state is _State.PASTE:
            self._end_paste()
            self._is_unended = True
        elif state is _State.SINGLE and self._late:
            self._put(Text(self._sequence[-1]))
        elif state is not _State.STRING and not self._late:
            self._put(Alt(self._sequence[-1]))

    # One character, by what it comes after.

    def _character(self, character: str, now: float) -> None:
        if self._state is _State.GROUND:
            self._on_ground(character, now)
        elif self._state is _State.ESCAPED:
            self._escaped(character, now)
        elif self._state is _State.STRING:
            self._string(character, now)
        else:
            self._control(character, now)

    def _on_ground(self, character: str, now: float) -> None:
        is_tail, self._tail_until = now < self._tail_until and self._is_tail(character), 0.0
        if character == ESCAPE:
            self._begin(_State.ESCAPED, now)
        elif character in _C1:
            self._introduced(_C1[character], now)
        elif is_tail:
            if character != "\\":
                self._introduced(character, now, late=True)
        else:
            self._text(character, now)

    def _is_tail(self, character: str) -> bool:
        """Whether this is the rest of a sequence; `P` and the like begin words too, so these need more than that."""
        if character not in _STRINGS:
            return character in self._tails
        begins = self._rest[:1] in _ANSWERS_BEGIN.get(character, "") if self._rest else False
        return begins or any(sign in self._rest for sign in f"{_STRING_ENDS}{ESCAPE}")

    def _begin(self, state: _State, now: float, *, late: bool = False, in_string: bool = False) -> None:
        self._release()
        self._state, self._since, self._late, self._in_string = state, now, late, in_string
        self._sequence = ESCAPE

    def _introduced(self, introducer: str, now: float, *, late: bool = False) -> None:
        states = {"[": _State.CONTROL, "O": _State.SINGLE}
        self._begin(states.get(introducer, _State.STRING), now, late=late)
        self._sequence += introducer

    def _escaped(self, character: str, now: float) -> None:
        if self._in_string and character == "\\":
            self._state = _State.GROUND
        elif character in _INTRODUCERS and (character == "[" or not self._alone or now - self._since <= ALT_SECONDS):
            self._introduced(character, now)
        elif character == ESCAPE:
            self._put(LoneEscape())
            self._since, self._in_string = now, False
        elif now - self._since <= ALT_SECONDS:
            self._state = _State.GROUND
            self._put(Alt(character))
        else:
            self._lone_escape(now)
            self._on_ground(character, now)

    def _lone_escape(self, now: float) -> None:
        """The Esc key, unless its rest follows within the second: then that is no text."""
        self._state = _State.GROUND
        self._put(LoneEscape())
        self._tail_until = now + TAIL_SECONDS
        self._tails = "\\" if self._in_string else _INTRODUCERS

    def _string(self, character: str, now: float) -> None:
        """Answers of terminals hold no control character, so one of them is a key; it ends the string too."""
        if character == ESCAPE:
            self._begin(_State.ESCAPED, now, in_string=True)
        elif character in _STRING_ENDS:
            self._state = _State.GROUND
        else:
            self._state = _State.GROUND
            self._on_ground(character, now)

    def _control(self, character: str, now: float) -> None:
        """The next character of `ESC [` or `ESC O`."""
        mouse = self._sequence.startswith(f"{ESCAPE}[M")
        if not mouse and not " " <= character <= "~":
            self._break_off(character, now)
            return
        if self._late and self._state is _State.SINGLE and not "A" <= character <= "Z":
            self._break_off(character, now)
            return
        if len(self._sequence) < LONGEST_SEQUENCE:
            self._sequence += character
        if self._is_whole(character):
            self._end_sequence()

    def _break_off(self, character: str, now: float) -> None:
        """The sequence was none; an `O` that was taken for a rest was typed."""
        is_typed, self._state = self._late and self._state is _State.SINGLE, _State.GROUND
        if is_typed:
            self._text("O", now)
        self._on_ground(character, now)

    def _is_whole(self, last: str) -> bool:
        text = self._sequence[2:]
        if self._state is _State.SINGLE:
            return not last.isdigit()
        if text[0] == "M":
            return len(text) == 4
        if text[0] == "[":
            return len(text) == 2
        if text[0] == "<":
            # Some terminals report a mouse that is nowhere as `NaN`.
            return "@" <= last <= "~" and last not in "Na"
        if last == "$":
            return text[:-1].isdecimal()
        return "@" <= last <= "~"

    def _end_sequence(self) -> None:
        sequence, self._state, self._is_unended = self._sequence, _State.GROUND, False
        if _KITTY_ESCAPE.fullmatch(sequence):
            # A lone ESC is then the beginning of something else.
            self._escape_seconds = max(self._escape_seconds, KITTY_ESCAPE_SECONDS)
        if self._late or len(sequence) >= LONGEST_SEQUENCE:
            return
        if sequence == PASTE_BEGINS:
            self._state, self._paste = _State.PASTE, _Paste()
        elif sequence != PASTE_ENDS:
            self._put(Sequence(sequence))

    # What is pasted.

    def _pasting(self, text: str, at: int, now: float) -> int:
        """Takes up to the mark that ends the paste; returns where the rest begins."""
        self._since = now
        piece = self._paste.loose + text[at:]
        end = piece.find(PASTE_ENDS)
        if end >= 0:
            self._paste.take(piece[:end])
            self._paste.loose = ""
            self._end_paste()
            return len(text) - (len(piece) - end - len(PASTE_ENDS))
        loose = next((size for size in range(len(PASTE_ENDS) - 1, 0, -1) if piece.endswith(PASTE_ENDS[:size])), 0)
        self._paste.take(piece[: len(piece) - loose])
        self._paste.loose = piece[len(piece) - loose :]
        return len(text)

    def _end_paste(self) -> None:
        paste, self._state = self._paste, _State.GROUND
        paste.take(paste.loose)
        if paste.length:
            self._put(Pasted("".join(paste.kept), paste.length))

    def _text(self, character: str, now: float) -> None:
        """Holds text until nothing more comes as fast as no hand types it."""
        is_sure = self.marks_pastes and not self._is_unended
        if is_sure or character == "\x7f" or (character < " " and character not in _BETWEEN):
            self._put(Text(character))
            return
        if not self._held.length:
            self._held.is_rest = self._is_unended or (now < self._burst_until and not self._held_up)
            self._held.typed_length = int(self._held_up * KEYS_A_SECOND)
        self._held.take(character, now)

    def _release(self) -> None:
        """Hands over what was held: as something pasted, or as keys."""
        held, self._held = self._held, _Held()
        if held.is_burst:
            self._tokens.append(Pasted("".join(held.kept[:LONGEST_PASTE]), held.length, is_marked=False))
        elif held.length:
            self._tokens.append(Text("".join(held.kept)))

    def _put(self, token: Token) -> None:
        self._release()
        self._tokens.append(token)
