"""Any bytes at all: no error, the same tokens however they are cut, and those that a second reader finds."""

import random
from collections.abc import Callable
from itertools import cycle, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key

from sto_tui.domain.text import clean_piece
from sto_tui.terminal.tokens import Pasted, Text, Token, Tokenizer
from sto_tui.unmarked import UnmarkedPaste
from tests.support.second_reader import by_pattern, keys
from tests.support.terminal_input import heard_of, read, said
from tests.terminal.test_real_sequences import ANSWERS, HEARD, KEYS

SEEDS, AT_ONCE = range(300), 25
LIKELY = "\x1b\x1b\x1b[[[]]OPX^_Mm<$~u;;:?!0123456789ABRabc \\\r\t\x07\x11\x9b\x9c\x9d\x90é🔧\udce9\udc9b"


def for_each_seed(test: Callable[[int], None]) -> Callable[[int], None]:
    """A test of every seed, many at once: to hand one out takes longer than to run it."""

    @pytest.mark.parametrize("first", SEEDS[::AT_ONCE])
    def of_some(first: int) -> None:
        for seed in SEEDS[first : first + AT_ONCE]:
            test(seed)

    return of_some


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
    return "".join(chance.choices(LIKELY, k=chance.randrange(1, 60)))


@for_each_seed
def test_a_second_reader_finds_the_same_however_it_is_cut(seed: int) -> None:
    stream = made_up(seed)
    whole = single(tokens_of(stream))
    assert whole == single(list(by_pattern(stream)))
    chance = random.Random(seed)
    cuts = sorted({0, len(stream), *(chance.randrange(len(stream)) for _ in range(6))})
    assert single(tokens_of(*(stream[a:b] for a, b in pairwise(cuts)))) == whole
    assert single(tokens_of(*stream)) == whole


@for_each_seed
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


def test_of_random_bytes_a_second_reader_hears_the_same_keys() -> None:
    chance = random.Random(1)
    for _ in range(400):
        stream = chance.randbytes(chance.randrange(1, 80))
        heard = read(*(bytes((byte,)) for byte in stream))
        assert [word for word in heard if word != "not utf-8"] == said(
            list(keys(stream.decode("utf-8", "surrogateescape")))
        ), stream


WORDS = ("Delta", "Lyceum", "gork", "regio", "x", "q", "Jansen bv", "verrekijker", "é", "3-4")


@for_each_seed
def test_lines_and_cells_that_come_at_once_are_never_keys(seed: int) -> None:
    """However short they are, and in however many packets that follow each other as fast as a line carries them."""
    chance = random.Random(seed)
    words = [chance.choice(WORDS) for _ in range(chance.randrange(3, 9))]
    sent = chance.choice(["\r", "\n", "\t", "\r\n"]).join(["Kompas", *words, ""])
    cuts = [0, *sorted(chance.sample(range(1, len(sent)), chance.randrange(4))), len(sent)]
    pieces = [piece for a, b in pairwise(cuts) for piece in (sent[a:b].encode(), chance.uniform(0, 0.009))]
    assert read(*pieces) == [f"paste {sent}"]


@for_each_seed
def test_what_a_hand_types_are_keys(seed: int) -> None:
    """Also when a line gathers two or three of them, or many of one key that is held down."""
    chance = random.Random(seed)
    pieces: list[bytes | float] = []
    pressed = ""
    for _ in range(12):
        fast = "".join(chance.choices("vergosxiw", k=chance.randrange(1, 4)))
        typed = chance.choice([fast, chance.choice("jkx") * chance.randrange(1, 40)])
        pieces += [typed.encode(), chance.uniform(0.011, 0.3)]
        pressed += typed
    assert "".join(read(*pieces)) == pressed


def test_texts_that_were_pasted_are_among_the_streams() -> None:
    assert any(isinstance(token, Pasted) for seed in SEEDS for token in tokens_of(made_up(seed)))


@given(
    text=st.text(st.sampled_from(" aeé€🔧x,;:19"), min_size=1, max_size=120),
    data=st.data(),
    pauses=st.lists(st.sampled_from([0.0, 0.005, 0.03, 0.09, 0.7]), min_size=1, max_size=8),
)
def test_a_line_is_the_same_however_a_network_gathers_it(text: str, data: st.DataObject, pauses: list[float]) -> None:
    """Whatever comes in one read: no blank of what is typed is left out, also when it looks like something pasted."""
    sent = text.encode()
    cuts = sorted({0, len(sent), *data.draw(st.lists(st.integers(0, len(sent)), max_size=12))})
    pieces = [
        piece for (a, b), pause in zip(pairwise(cuts), cycle(pauses), strict=False) for piece in (sent[a:b], pause)
    ]
    line = "".join(
        clean_piece(one.text) if isinstance(one, UnmarkedPaste) else one.character or ""
        for one in heard_of(*pieces)
        if isinstance(one, UnmarkedPaste | Key)
    )
    assert line == text
