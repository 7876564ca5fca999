"""Texts of a plan in pieces: acts, lines of a list, numbers in running text, sizes of a risk."""

import re
from collections.abc import Iterable, Iterator

from sto_tui.domain.dutch import NUMBER_WORDS
from sto_tui.domain.plan import Size
from sto_tui.domain.text import plain
from sto_tui.intake.plan_document.blocks import Paragraph

_BULLET = re.compile(r"(?:^|(?<=\s))[▪•●■◦‣·►➢✓\uf0a7\uf0b7]\s*")
_DASH = re.compile(r"^(?:[-–—*o]|[a-z]\)|\d{1,2}[.)])\s+(?=\S)")
# Behind a semicolon a capital begins an act; small letters go on with it.
_NEXT_ACT = re.compile(r";\s+(?=[A-ZÀ-Þ])")
_SENTENCE = re.compile(r"(?<=[^\W\d]{2}[.!?])\s+(?=[A-ZÀ-Þ])|(?<=[)\d%][.!?])\s+(?=[A-ZÀ-Þ])")
_SHORTENED = re.compile(
    r"(?:\b(?:bijv|bv|o\.a|e\.d|d\.w\.z|m\.b\.t|i\.s\.m|incl|excl|nr|ca|evt|resp|jan|feb|mrt|apr|jun|jul|aug|sept|sep|"
    r"okt|nov|dec|mbt|ism|art|blz|dhr|mevr|max|min|t\.a\.v|i\.v\.m|etc|vb|afd|tel|drs|ir|ing|dr)|\b[a-zA-Z])\.$",
    re.IGNORECASE,
)
# `B.V.`, `e.o.` and `Inc.` end with a full stop of their own.
_OWN_STOP = re.compile(r"\b(?:\w\. ?\w|inc|ltd|co|corp|st|zn|gebr|fa|mij|jr|sr)\.$", re.IGNORECASE)
_NUMBER = rf"(\d{{1,3}}|{'|'.join(NUMBER_WORDS[1:])}|een)"
_PER_YEAR = re.compile(rf"{_NUMBER} ?(?:x|×|keer|maal)(?: per | in het | p/?|/)(?:jaar|j)\b")
_EVERY = {
    "maandelijks": 12,
    "elke maand": 12,
    "iedere maand": 12,
    "tweemaandelijks": 6,
    "elke twee maanden": 6,
    "per kwartaal": 4,
    "elk kwartaal": 4,
    "ieder kwartaal": 4,
    "halfjaarlijks": 2,
    "elk half jaar": 2,
    "jaarlijks": 1,
}
# A cell of a table says it without a verb.
_LONGEST_CELL = 40
_MEETING = re.compile(r"bijeen|bij elkaar|vergader|overleg|samen\b|frequentie")
_SEATS = re.compile(
    rf"\b(?:telt|heeft|bestaat uit)(?: (?:de|het|in|totaal|\w*(?:groep|team|raad|overleg)))* {_NUMBER} "
    r"(?:leden|personen)\b"
)
_SIZES = {
    Size.KLEIN: {"klein", "kleine", "laag", "gering", "beperkt", "l", "k"},
    Size.MIDDEL: {"middel", "middelgroot", "gemiddeld", "midden", "matig", "medium", "m"},
    Size.GROOT: {"groot", "grote", "hoog", "g", "h"},
}


def lines_in(paragraphs: Iterable[Paragraph]) -> Iterator[str]:
    """Every line or list item on its own, without the bullet that somebody typed before it."""
    for paragraph in paragraphs:
        for line in paragraph.text.split("\n"):
            for piece in _BULLET.split(line):
                if text := _DASH.sub("", piece.strip()).strip():
                    yield text


def acts_in(paragraphs: Iterable[Paragraph]) -> Iterator[str]:
    """Every act on its own: an item of a list, and a sentence of one or of running text."""
    for line in (piece for whole in lines_in(paragraphs) for piece in _NEXT_ACT.split(whole)):
        yield from (act for sentence in sentences(line) if (act := without_stop(sentence)))


def without_stop(text: str, marks: str = " .") -> str:
    """A text without these marks at its end; the full stop of something shortened stays, as in `Bouw B.V.`."""
    end = len(text)
    while end and text[end - 1] in marks and not _OWN_STOP.search(text, 0, end):
        end -= 1
    return text[:end]


def sentences(text: str) -> list[str]:
    """The sentences of a line; a full stop behind something shortened ends none."""
    pieces: list[str] = []
    for piece in _SENTENCE.split(text):
        if pieces and _SHORTENED.search(pieces[-1]):
            pieces[-1] += f" {piece}"
        else:
            pieces.append(piece)
    return pieces


def size_in(text: str) -> Size | None:
    """How large a probability or impact is; None for a word or number that says it in another way."""
    word = plain(text).strip(" .")
    return next((size for size, words in _SIZES.items() if word in words), None)


def times_a_year(text: str) -> int | None:
    """How often a body meets, when one sentence says so and no other says otherwise."""
    counts = {
        count
        for sentence in re.split(r"[.;\n]", plain(text))
        if _MEETING.search(sentence) or len(text) < _LONGEST_CELL
        for count in _counts(sentence)
    }
    return counts.pop() if len(counts) == 1 else None


def _counts(sentence: str) -> Iterator[int]:
    if match := _PER_YEAR.search(sentence):
        yield _whole(match[1])
        return
    spoken = [word for word in _EVERY if re.search(rf"\b{word}\b", sentence)]
    if spoken:
        yield _EVERY[max(spoken, key=len)]


def seats(text: str) -> int | None:
    """How many members a body has, when the text says it in as many words."""
    counts = {_whole(match[1]) for match in _SEATS.finditer(plain(text))}
    return counts.pop() if len(counts) == 1 else None


def _whole(word: str) -> int:
    if word.isdecimal():
        return int(word)
    words = [plain(name) for name in NUMBER_WORDS]
    return words.index(word) if word in words else 1
