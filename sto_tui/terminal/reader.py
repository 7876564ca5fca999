"""From bytes to what Textual knows: only whole sequences that are keys, the mouse, focus or a wanted report pass.

Textual's own parser turns them into keys (its tables are good), and never meets anything else: half a sequence, an
answer to a question, a number that is no character.
"""

import codecs
import os
import re
from collections.abc import Iterator, Mapping

from textual.events import Key, Paste
from textual.message import Message

from sto_tui.terminal.kinds import is_remote, pastes_itself
from sto_tui.terminal.messages import NO_CHARACTER, NotUtf8, PasteTooLong
from sto_tui.terminal.textual_gaps import TextualKeys
from sto_tui.terminal.tokens import LONGEST_PASTE, Alt, LoneEscape, Pasted, Sequence, Text, Token, Tokenizer
from sto_tui.unmarked import UnmarkedPaste

ESCAPE_SECONDS, REMOTE_ESCAPE_SECONDS = 0.1, 0.2
HALF_CHARACTER_SECONDS, NOT_UTF8_SECONDS = 1.0, 0.1
"""A line that stalls may cut a character in two; of a terminal that sends no UTF-8 each is half a one."""
_HIGHEST = 0x10FFFF
_RELEASE = "3"

_ALT_OF_TEXTUAL = "bf\t"
_NUMBER = r"\d{1,7}"
_KITTY = re.compile(
    rf"\x1b\[(?P<code>{_NUMBER})?(?::[\d:]*)?"
    rf"(?:;(?P<modifiers>{_NUMBER})?(?::(?P<event>\d))?(?:;(?P<text>[\d:]*))?)?(?P<final>[u~ABCDEFHPQS])"
)
_MOUSE = re.compile(r"\x1b\[<\d{1,6};-?\d{1,6};-?\d{1,6}[mM]")
# Where the cursor stands: an answer, and in an old table a key.
_POSITION = re.compile(r"\x1b\[\d+;\d+R")
# Marked pastes are on: the answer to a question that the driver asks.
_MARKS_PASTES = re.compile(r"\x1b\[\?2004;[13]\$y")
_PASSED_ON = re.compile(r"\x1b\[[IO]|\x1b\[\?2026;[0-4]\$y")


def escape_seconds(environment: Mapping[str, str]) -> float:
    """How long a lone Esc waits for the rest of a sequence; over a line the pieces lie further apart."""
    if re.fullmatch("[0-9]{1,5}", asked := environment.get("ESCDELAY", "")):
        return int(asked) / 1000
    return REMOTE_ESCAPE_SECONDS if is_remote(environment) else ESCAPE_SECONDS


class TerminalReader:
    """Fed with the bytes of the terminal, it gives Textual's messages; `deadline` is when `tick` has to be called.

    Within screen and tmux the terminal marks what is pasted, and they themselves may not: there its word is no proof.
    """

    def __init__(self, wait_for_escape: float | None = None) -> None:
        seconds = escape_seconds(os.environ) if wait_for_escape is None else wait_for_escape
        self._tokenizer = Tokenizer(seconds)
        # A byte that is no UTF-8 stays one character, so that reports with a fixed length are counted right.
        self._decoder = codecs.getincrementaldecoder("utf-8")("surrogateescape")
        self._half_since: float | None = None
        self._keys = TextualKeys()
        self._said_not_utf8 = False

    @property
    def deadline(self) -> float | None:
        """When there is something to decide, if nothing is fed before."""
        # Half a character goes on with what came before it: until it is whole or given up, nothing is decided.
        return self._tokenizer.deadline if self._half_since is None else self._half_since + self._half_wait

    @property
    def _half_wait(self) -> float:
        return NOT_UTF8_SECONDS if self._said_not_utf8 else HALF_CHARACTER_SECONDS

    def feed(self, data: bytes, now: float, gathered: float = 0.0) -> Iterator[Message]:
        """What these bytes are; they `gathered` for so many seconds before they were read."""
        text = self._decoder.decode(data)
        self._half_since = now if self._decoder.getstate()[0] else None
        yield from self._messages(self._tokenizer.feed(text, now, gathered))

    def tick(self, now: float) -> Iterator[Message]:
        """What is certain because nothing came."""
        if self._half_since is not None:
            if now < self._half_since + self._half_wait:
                return
            # It counts from when it came: right after an ESC it is a character with Alt, and no Esc key is pressed.
            came, self._half_since = self._half_since, None
            yield from self._messages(self._tokenizer.feed(self._decoder.decode(b"", final=True), came))
        yield from self._messages(self._tokenizer.tick(now))

    def _messages(self, tokens: list[Token]) -> Iterator[Message]:
        for token in tokens:
            match token:
                case Text(characters):
                    yield from self._typed(characters)
                case LoneEscape():
                    yield Key("escape", "\x1b")
                case Alt(character):
                    yield from self._alt(character)
                case Sequence(text):
                    yield from self._sequence(text)
                case Pasted():
                    yield from self._pasted(token)

    def _alt(self, character: str) -> Iterator[Message]:
        """A Mac sends its word-wise arrows so; of other letters Textual's table has signs that nobody typed."""
        if _is_surrogate(ord(character)):
            yield from self._not_utf8()
        elif character in _ALT_OF_TEXTUAL and self._keys.knows(f"\x1b{character}"):
            yield from self._keys.messages(f"\x1b{character}")
        else:
            yield Key("alt+backspace" if character == "\x7f" else f"alt+{character}", None)

    def _typed(self, characters: str) -> Iterator[Message]:
        for character in characters:
            if _is_surrogate(ord(character)):
                yield from self._not_utf8()
                # A field takes what is pasted; in a list a key that nobody pressed would do something, or say so.
                yield Paste(NO_CHARACTER)
            else:
                yield from self._keys.messages(character)

    def _not_utf8(self) -> Iterator[Message]:
        if not self._said_not_utf8:
            self._said_not_utf8 = True
            yield NotUtf8()

    def _sequence(self, text: str) -> Iterator[Message]:
        if _POSITION.fullmatch(text):
            return
        if _MARKS_PASTES.fullmatch(text):
            self._tokenizer.marks_pastes = not pastes_itself(os.environ)
            return
        if self._keys.knows(text) or _MOUSE.fullmatch(text) or _PASSED_ON.fullmatch(text):
            yield from self._keys.messages(text)
        elif match := _KITTY.fullmatch(text):
            yield from self._kitty(match)

    def _kitty(self, match: re.Match[str]) -> Iterator[Message]:
        """A key in the form of kitty, without its alternate codes; a key that is let go is none."""
        code, modifiers, final = match["code"] or "1", match["modifiers"] or "", match["final"]
        codes = [code, *filter(None, (match["text"] or "").split(":"))]
        if match["event"] == _RELEASE or any(len(digits) > 7 or not _is_character(int(digits)) for digits in codes):
            return
        if final != "u" and not self._keys.knows_function_key(int(code), final):
            return
        text = "".join(chr(int(digits)) for digits in codes[1:])
        if int(code) == 0 or len(text) > 1:
            yield from self._typed(text)
            return
        tail = f";{modifiers};{ord(text)}" if text else f";{modifiers}" if modifiers else ""
        yield from self._keys.messages(f"\x1b[{int(code)}{tail}{final}")

    def _pasted(self, token: Pasted) -> Iterator[Message]:
        if token.length > LONGEST_PASTE:
            yield PasteTooLong(token.length)
            return
        text = "".join(NO_CHARACTER if _is_surrogate(ord(character)) else character for character in token.text)
        if text != token.text:
            yield from self._not_utf8()
        text = text.replace("\x00", "")
        yield Paste(text) if token.is_marked else UnmarkedPaste(text)


def _is_surrogate(code: int) -> bool:
    return 0xD800 <= code <= 0xDFFF


def _is_character(code: int) -> bool:
    return code <= _HIGHEST and not _is_surrogate(code)
