"""The text of a field between Word, where it is paragraphs, and the dossier, where it is one text with line ends."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from functools import lru_cache

from sto_tui.domain.printed import FieldShape
from sto_tui.domain.text import clean_text
from sto_tui.intake.returned_draft.word_body import BodyParagraph

_BULLET = "- "
# What a draft writes in a place that is empty, with and without somebody asking for it.
_NOTHING = "–"
_HOLE = re.compile(r"\[Nog in te vullen: [^\]]*\]\s*")
_SAME = str.maketrans(
    dict.fromkeys("‘’‚‛", "'") | dict.fromkeys("“”„‟", '"') | {"‑": "-", "\u00a0": " ", "\u202f": " "}
)
# The texts of a draft of some hundred pages: each is compared as it was sent, as it came back, and among others.
_MOST_KEPT = 16_384
_BLANKS = re.compile(r"\s+")
_BULLET_LINE = re.compile(r"^\s*[-•–]\s+", re.MULTILINE)


@lru_cache(maxsize=_MOST_KEPT)
def lenient(text: str) -> str:
    """A text without what programs change by themselves: blanks, kinds of quotes, signs of bullets."""
    if "\n" in text or text[:1] in "-•– ":
        text = _BULLET_LINE.sub("", text)
    return _BLANKS.sub(" ", clean_text(text).translate(_SAME)).strip()


def as_read(text: str, shape: FieldShape = FieldShape.PROSE) -> list[list[str]]:
    """The lines of each paragraph of a text, leniently: what people see, with where they pressed Enter."""
    pieces = [text[start:end] for start, end in _pieces_of(text, shape)]
    return [[lenient(line) for line in piece.split("\n")] for piece in pieces]


def filled_in(text: str) -> str:
    """The text of a place without what says that it is empty."""
    if text.strip() == _NOTHING:
        return ""
    return _HOLE.sub("", text, count=1) if text.lstrip().startswith("[Nog in te vullen: ") else text


def pieces_in_word(paragraphs: Sequence[BodyParagraph], shape: FieldShape) -> list[str]:
    """The paragraphs of a field, bullets with a dash before them; those without text are left out."""
    pieces: list[str] = []
    for place, paragraph in enumerate(paragraphs):
        text = clean_text(filled_in(paragraph.text) if place == 0 else paragraph.text).strip()
        if not text:
            continue
        if shape is FieldShape.LIST:
            pieces += [line.strip() for line in text.split("\n") if line.strip()]
        else:
            is_bullet = paragraph.is_bullet and not text.startswith(_BULLET)
            pieces.append(f"{_BULLET}{text}" if is_bullet else text)
    return pieces


def in_form_of(sent: str, pieces: Sequence[str], shape: FieldShape) -> str:
    """The pieces as one text in the form of the dossier: where nothing was changed it is as it was sent."""
    before = list(_pieces_of(sent, shape))
    mine = [lenient(sent[start:end]) for start, end in before]
    theirs = [lenient(piece) for piece in pieces]
    if mine == theirs:
        return sent
    source: dict[int, int] = {}
    for kind, low, high, first, last in SequenceMatcher(None, mine, theirs, autojunk=False).get_opcodes():
        if kind == "equal" or (kind == "replace" and high - low == last - first):
            source.update(zip(range(first, last), range(low, high), strict=True))
    text = ""
    for place, piece in enumerate(pieces):
        from_sent = source.get(place)
        if place:
            above = source.get(place - 1)
            follows = above is not None and from_sent == above + 1
            text += (
                sent[before[above or 0][1] : before[from_sent or 0][0]] if follows else _between(pieces, place, shape)
            )
        is_same = from_sent is not None and mine[from_sent] == theirs[place]
        text += sent[slice(*before[from_sent or 0])] if is_same else piece
    return text


def _between(pieces: Sequence[str], place: int, shape: FieldShape) -> str:
    """The line ends between a piece and the one above it."""
    if shape is not FieldShape.PROSE:
        return "\n"
    both = pieces[place - 1].startswith(_BULLET) and pieces[place].startswith(_BULLET)
    return "\n" if both else "\n\n"


def _pieces_of(text: str, shape: FieldShape) -> Iterator[tuple[int, int]]:
    """Where each paragraph begins and ends that is made of a text when it is printed."""
    start = end = -1
    place = 0
    for line in text.split("\n"):
        first = place + len(line) - len(line.lstrip())
        last = place + len(line.rstrip())
        alone = shape is not FieldShape.PROSE or line.lstrip().startswith(_BULLET)
        if start >= 0 and (alone or not line.strip()):
            yield start, end
            start = -1
        if line.strip():
            if alone:
                yield first, last
            else:
                start, end = (first if start < 0 else start), last
        place += len(line) + 1
    if start >= 0:
        yield start, end
