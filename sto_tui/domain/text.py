"""Text that people type, paste or import, made inert before it enters a record."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import takewhile

from sto_tui.domain.dutch import count
from sto_tui.patterns import pattern

# Line ends of other programs: CRLF and CR, Word's soft break (VT), form feed, Unicode line and paragraph separators.
_LINE_END = pattern("\r\n|[\r\v\f\x85\u2028\u2029]")
# Characters that act on a terminal, on Word's XML or on the reading direction: C0, DEL, C1, bidi controls,
# invisible joiners, soft hyphen, byte-order mark, lone surrogates and non-characters.
_UNWANTED = pattern(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069"
    "\ud800-\udfff\ufeff\ufff9-\ufffb\ufffe\uffff]"
)

# Not after an abbreviation of one or two letters, such as `o.a.`.
_END_OF_SENTENCE = pattern(r"(?<=\w{3})[.!?…][’”'\")]*(?=\s+[A-ZÀ-Þ‘“])")
_ENDS = (".", "!", "?", "…", ":")

_BEYOND_ASCII = pattern("[^\x00-\x7f]")

# What keyboards and word processors put for an apostrophe.
_APOSTROPHES = str.maketrans(dict.fromkeys("‘’‛ʼ`´", "'"))
# The same names and heads are compared again and again; longer texts are not, and would be kept for nothing.
_LONGEST_NAME, _MOST_NAMES = 60, 8192


def clean_text(text: str) -> str:
    """Return `text` in NFC with newline line ends and without control, bidi or invisible characters."""
    if text.isascii() and text.isprintable():
        return text
    text = _LINE_END.sub("\n", text).replace("\t", " ")
    return unicodedata.normalize("NFC", _UNWANTED.sub("", text))


def clean_line(text: str) -> str:
    """Like `clean_text`, on one line and without blanks at the ends."""
    text = clean_text(text)
    return " ".join(text.split("\n")).strip() if "\n" in text else text.strip()


def clean_piece(text: str) -> str:
    """Like `clean_text`, on one line and with the blanks at its ends: it is a piece of a line."""
    return clean_text(text).replace("\n", " ")


def full_stop_after(text: str) -> str:
    """The full stop that a text lacks before another sentence; empty when it ends in a mark of its own."""
    return "" if text.rstrip("\"'”’) \n").endswith(_ENDS) else "."


def count_unwanted(text: str) -> int:
    """How many characters `clean_text` takes out, for the notice to the person who pasted them."""
    return len(_UNWANTED.findall(_LINE_END.sub("\n", text)))


def invisible(how_many: int) -> str:
    """`1 onzichtbaar teken`, for saying that they were left out."""
    return count(how_many, "onzichtbaar teken", "onzichtbare tekens")


def around_difference(one: str, other: str, context: int = 80) -> tuple[str, str]:
    """Both texts cut to where they differ, with at most `context` characters of what is the same around it."""
    start = _alike(one, other)
    rest = min(len(one), len(other)) - start
    end = min(rest, _alike(reversed(one), reversed(other)))
    return _cut(one, start, len(one) - end, context), _cut(other, start, len(other) - end, context)


def cut(text: str, most: int) -> str:
    """`text`, or its beginning and how many characters follow."""
    if len(text) <= most:
        return text
    return f"{text[:most].rstrip()}… (en nog {count(len(text) - most, 'teken', 'tekens')})"


def shortened(text: str, most: int) -> str:
    """`text` in at most `most` characters, with `…` where it is cut."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def path_from_left(path: str, most: int) -> str:
    """`…/plannen/almere.sto.json`: folders go from the left until it fits; the name at the end stays whole."""
    if len(path) <= most:
        return path
    separator = "\\" if "\\" in path and "/" not in path else "/"
    *folders, name = path.split(separator)
    ends = (separator.join(("…", *folders[first:], name)) for first in range(1, len(folders) + 1))
    return next((end for end in ends if len(end) <= most), name)


def first_sentence(text: str) -> str:
    """What stands before the first end of a sentence or paragraph, with its full stop, on one line."""
    first = " ".join(text.strip().partition("\n\n")[0].split())
    end = _END_OF_SENTENCE.search(first)
    return first[: end.end()] if end else first


def _alike(one: Iterable[str], other: Iterable[str]) -> int:
    """How many characters are the same from the beginning."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _cut(text: str, start: int, end: int, context: int) -> str:
    first, last = max(0, start - context), min(len(text), end + context)
    return ("…" if first else "") + text[first:last] + ("…" if last < len(text) else "")


def slug(text: str) -> str:
    """`text` as part of a file name: `a-z`, `0-9` and single dashes."""
    return "-".join(re.findall(r"[a-z0-9]+", plain(text)))


def plain(text: str) -> str:
    """`text` for comparing and searching: lower case, no diacritics, one kind of apostrophe, single blanks."""
    return _plain_name(text) if len(text) <= _LONGEST_NAME else _plain(text)


def _plain(text: str) -> str:
    small = text.casefold()
    if small.isascii():
        small = small.replace("`", "'")
    else:
        small = unicodedata.normalize("NFKD", small.translate(_APOSTROPHES))
        # What is spelled out may be a capital: `𝙰` is `A`.
        small = _BEYOND_ASCII.sub(_unless_on_a_letter, small).casefold()
    return " ".join(small.split())


def _unless_on_a_letter(found: re.Match[str]) -> str:
    """A character, or nothing when it is a mark on the one before it."""
    return "" if unicodedata.combining(found[0]) else found[0]


_plain_name = lru_cache(maxsize=_MOST_NAMES)(_plain)
