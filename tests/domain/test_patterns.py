"""A pattern says the same as one that `re` compiles, and compiles nothing before it is asked."""

import re

import pytest

from sto_tui.patterns import pattern


def test_says_what_a_compiled_one_says() -> None:
    ours, theirs = pattern(r"(?P<n>\d+)", re.IGNORECASE), re.compile(r"(?P<n>\d+)", re.IGNORECASE)
    for text in ("", "a12b3", "12"):
        assert ours.findall(text) == theirs.findall(text)
        assert ours.split(text) == theirs.split(text)
        assert ours.sub("x", text) == theirs.sub("x", text)
        assert [found["n"] for found in ours.finditer(text)] == [found["n"] for found in theirs.finditer(text)]
        for asked, expected in ((ours.search, theirs.search), (ours.match, theirs.match)):
            assert bool(asked(text)) == bool(expected(text))
        assert bool(ours.fullmatch(text)) == bool(theirs.fullmatch(text))
    assert (ours.pattern, ours.flags, ours.groups) == (theirs.pattern, theirs.flags, theirs.groups)
    assert pattern(rb"\d").findall(b"a1") == [b"1"]


def test_is_compiled_when_first_used() -> None:
    unsound = pattern("(")
    with pytest.raises(re.error):
        unsound.search("")
