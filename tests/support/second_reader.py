"""A second reader of the terminal: it sees the whole stream at once and knows it by one pattern.

Nothing of ours is in it, except the names of the tokens. Which key a whole sequence is, Textual's own tables say.
"""

import re
from collections.abc import Iterator

from textual.events import Key, Paste
from textual.message import Message

from sto_tui.terminal.messages import NO_CHARACTER
from sto_tui.terminal.tokens import Alt, LoneEscape, Pasted, Sequence, Text, Token
from tests.support.textual_gaps import FUNCTIONAL_KEYS, KEYS_BY_SEQUENCE, heard_by_textual

CSI = "(?:\x1b\\[|\x9b|\udc9b)"
PATTERN = re.compile(
    rf"(?P<paste>\x1b\[200~(?P<inner>.*?)(?:\x1b\[201~|\Z))"
    rf"|(?P<mark>{CSI}20[01]~)"
    rf"|(?P<whole>{CSI}(?:M.{{3}}|\[[ -~]|<[ -?Na]*[@-MO-`b-~]|\d+\$|(?![M\[<])[ -?]*[@-~])|\x1bO\d*[ -/:-~])"
    rf"|(?P<broken>{CSI}(?:M.{{0,2}}\Z|\[(?![ -~])|<[ -?Na]*|[ -?]+)|\x1bO\d+|{CSI}(?=.)|\x1bO(?=.))"
    rf"|(?P<string>(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f\udc90\udc9d])[^\x00-\x1f\x7f\x9c\udc9c]*(?:[\x07\x9c\udc9c]|\x1b\\)?)"
    rf"|(?P<alone>\x1b(?=\x1b)|\x1b\Z)"
    rf"|(?P<run>[^\x00-\x08\x0e-\x1f\x7f\x90\x98\x9b\x9d-\x9f\udc90\udc9b\udc9d]+)"
    rf"|(?P<alt>\x1b[^\x1b])|(?P<text>.)|(?P<open>{CSI}\Z)",
    re.DOTALL,
)


def by_pattern(stream: str) -> Iterator[Token]:
    at = 0
    while at < len(stream):
        match = PATTERN.match(stream, at)
        assert match
        at, kind, what = match.end(), match.lastgroup, match[0]
        if match["paste"] is not None:
            if match["inner"]:
                yield Pasted(match["inner"], len(match["inner"]))
        elif match["whole"] is not None:
            yield Sequence(re.sub("^[\x9b\udc9b]", "\x1b[", what))
        elif kind == "alone":
            yield LoneEscape()
        elif kind == "alt":
            yield Alt("[" if what in ("\x1b[",) else what[-1])
        elif kind == "run":
            yield from [Pasted(what, len(what), is_marked=False)] if nobody_types(what) else map(Text, what)
        elif kind == "text":
            yield Alt("[") if what in "\x9b\udc9b" else Text(what)


def nobody_types(run: str) -> bool:
    """Whether text that came at once is more than a hand, or a key that is held down, sends: lines, cells, much."""
    is_fast = len(run) > 4 and len(set(run)) > 2 and re.search(r"[^\W_]", run) is not None
    return is_fast and (len(run) > 40 or re.search(r"[^\t-\r][\t-\r]+[^\t-\r]", run) is not None)


POSITION = re.compile(r"\x1b\[\d+;\d+R")
PASSED_ON = re.compile(r"\x1b\[(?:[IO]|<\d{1,6};-?\d{1,6};-?\d{1,6}[mM])")
KITTY = re.compile(r"\x1b\[([\d:]*)(?:;(\d*)(?::(\d))?(?:;([\d:]*))?)?([u~ABCDEFHPQS])")


def keys(stream: str) -> Iterator[Message]:
    """What a person pressed, or pasted."""
    for token in by_pattern(stream):
        match token:
            case Text(character):
                yield from [Paste(NO_CHARACTER)] if is_no_utf_8(character) else heard_by_textual(character)
            case LoneEscape():
                yield Key("escape", "\x1b")
            case Alt(character) if character in "bf\t":
                yield from heard_by_textual(f"\x1b{character}")
            case Alt(character) if not is_no_utf_8(character):
                yield Key("alt+backspace" if character == "\x7f" else f"alt+{character}", None)
            case Pasted(text):
                shown = "".join(NO_CHARACTER if is_no_utf_8(character) else character for character in text)
                yield Paste(shown.replace("\x00", ""))
            case Sequence(text) if not POSITION.fullmatch(text):
                yield from key_of(text)


def is_no_utf_8(character: str) -> bool:
    return "\ud800" <= character <= "\udfff"


def key_of(sequence: str) -> Iterator[Message]:
    """The key that a whole sequence is; nothing when it is none."""
    if sequence in KEYS_BY_SEQUENCE or PASSED_ON.fullmatch(sequence):
        yield from heard_by_textual(sequence)
        return
    if not (match := KITTY.fullmatch(sequence)):
        return
    codes, modifiers, event, composed, final = match.groups(default="")
    code = codes.split(":")[0] or "1"
    numbers = [number for number in (code, *composed.split(":")) if number]
    if event == "3" or any(len(number) > 7 for number in (*numbers, modifiers)):
        return
    if any(int(number) > 0x10FFFF or is_no_utf_8(chr(int(number))) for number in numbers):
        return
    if final != "u" and f"{int(code)}{final}" not in FUNCTIONAL_KEYS:
        return
    if int(code) == 0 or len(numbers) > 2:
        for number in numbers[1:]:
            yield from heard_by_textual(chr(int(number)))
        return
    tail = f";{modifiers};{numbers[1]}" if numbers[1:] else f";{modifiers}" if modifiers else ""
    yield from heard_by_textual(f"\x1b[{int(code)}{tail}{final}")
