"""Any bytes at all: no error, the same tokens however they are cut, and those that a second reader finds.

The second reader (`by_pattern`) sees the whole stream at once and knows it by one pattern; nothing of ours is in it.
"""

import random
import re
from collections.abc import Iterator
from itertools import pairwise

import pytest

from sto_tui.terminal.tokens import Alt, LoneEscape, Pasted, Sequence, Text, Token, Tokenizer
from tests.support.terminal_input import read
from tests.terminal.test_real_sequences import ANSWERS, HEARD, KEYS

SEEDS = range(300)
# With a marked paste in front nothing is guessed from its speed.
MARKED = "\x1b[200~x\x1b[201~"
CSI, LIKELY = (
    "(?:\x1b\\[|\x9b|\udc9b)",
    "\x1b\x1b\x1b[[[]]OPX^_Mm<$~u;;:?!0123456789ABRab \\\r\x07\x11\x9b\x9c\x9d\x90é🔧\udce9\udc9b",
)
PATTERN = re.compile(
    rf"(?P<paste>\x1b\[200~(?P<inner>.*?)(?:\x1b\[201~|\Z))"
    rf"|(?P<mark>{CSI}20[01]~)"
    rf"|(?P<whole>{CSI}(?:M.{{3}}|\[[ -~]|<[ -ln-~]*?[mM]|\d+\$|(?![M\[<])[ -?]*[@-~])|\x1bO\d*[ -/:-~])"
    rf"|(?P<broken>{CSI}(?:M.{{0,2}}\Z|\[(?![ -~])|<[ -~]*|[ -?]+)|\x1bO\d+|{CSI}(?=.)|\x1bO(?=.))"
    rf"|(?P<string>(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f\udc90\udc9d])[^\x00-\x1f\x7f\x9c\udc9c]*(?:[\x07\x9c\udc9c]|\x1b\\)?)"
    rf"|(?P<alone>\x1b(?=\x1b)|\x1b\Z)"
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
        elif kind == "text":
            yield Alt("[") if what in "\x9b\udc9b" else Text(what)


def tokens_of(*pieces: str) -> list[Token]:
    tokenizer = Tokenizer(0.1)
    found = [one for piece in pieces for one in tokenizer.feed(piece, 1.0)]
    return found + [one for seconds in range(2, 9) for one in tokenizer.tick(float(seconds))]


def single(tokens: list[Token]) -> list[Token]:
    """Text by the character: how many come in one piece makes no difference."""
    return [
        part
        for one in tokens
        for part in ([Text(character) for character in one.characters] if isinstance(one, Text) else [one])
    ]


def made_up(seed: int) -> str:
    chance = random.Random(seed)
    return MARKED + "".join(chance.choices(LIKELY, k=chance.randrange(1, 60)))


@pytest.mark.parametrize("seed", SEEDS)
def test_a_second_reader_finds_the_same_however_it_is_cut(seed: int) -> None:
    stream = made_up(seed)
    whole = single(tokens_of(stream))
    assert whole == single(list(by_pattern(stream)))
    chance = random.Random(seed)
    cuts = sorted({0, len(stream), *(chance.randrange(len(stream)) for _ in range(6))})
    assert single(tokens_of(*(stream[a:b] for a, b in pairwise(cuts)))) == whole
    assert single(tokens_of(*stream)) == whole


@pytest.mark.parametrize("seed", SEEDS)
def test_only_keys_that_were_pressed_are_heard(seed: int) -> None:
    """Keys and answers in any order, each in two pieces at most: no letter of an answer is ever a key."""
    chance = random.Random(seed)
    pieces: list[bytes | float] = []
    pressed: list[str] = []
    for _ in range(chance.randrange(1, 12)):
        if chance.random() < 0.5:
            name = chance.choice(list(HEARD))
            sent = KEYS[name]
            pressed.append(HEARD[name])
        else:
            sent = chance.choice(list(ANSWERS.values()))
        at = chance.randrange(len(sent))
        pieces += [sent[:at], chance.uniform(0, 0.09), sent[at:], chance.uniform(0.11, 0.5)]
    assert read(*pieces) == pressed


def test_random_bytes_end_nothing() -> None:
    chance = random.Random(1)
    for _ in range(200):
        read(*(chance.randbytes(chance.randrange(1, 40)) for _ in range(4)))
