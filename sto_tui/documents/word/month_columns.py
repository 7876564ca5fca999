"""How wide the months of a jaarplanning are, so that its names take the fewest lines and no word is cut."""

from collections.abc import Iterable, Sequence

from sto_tui.documents.word.page_numbers.letter_widths import Face, face
from sto_tui.documents.word.page_numbers.lines import chunks
from sto_tui.documents.word.page_size import TWIPS_PER_CM
from sto_tui.frozen import frozen

# The margins of a cell with what rounding takes, what a month needs for its name, and what it gets at a time.
_BESIDE, _HEAD, _STEP = 0.24, 1.0, 0.1
# Near to the highest cell of a row, and smooth: what a cell just below the highest takes counts too.
_POWER = 6
_END_OF_A_CUT = " ,;:.–-("


@frozen
class CellText:
    """The texts of an entry in a cell: its number, which is never cut, and its name."""

    sign: str
    name: str


Cells = Sequence[Sequence[CellText]]
"""The cells of a row: the entries of each month."""


def shortened(title: str, letters: int) -> str:
    """A title in at most so many letters, cut between words where it can be."""
    if len(title) <= letters:
        return title
    start = title[: letters - 1]
    return f"{(start.rpartition(' ')[0] or start).rstrip(_END_OF_A_CUT)}…"


def width_of_words(texts: Iterable[str], size: int, *, bold: bool = False) -> float:
    """How wide a cell must be, in centimetres, for the longest word of these texts; `size` in twips."""
    return _width_of((word for text in texts for word, _ in chunks(text)), size, bold=bold)


def _width_of(parts: Iterable[str], size: int, *, bold: bool) -> float:
    letters = face(bold=bold, italic=False, size=size, apart=0, capitals=False)
    return max(map(letters.width, parts), default=0.0) / TWIPS_PER_CM + _BESIDE


def month_widths(rows: Sequence[Cells], months: int, room: float, size: int) -> list[float]:
    """The width of each of so many months in centimetres, `room` together; `size` is that of the letters, in twips.

    Every month has room for its longest word. What is left goes by small steps to where it saves most height.
    """
    regular, bold = (face(bold=is_bold, italic=False, size=size, apart=0, capitals=False) for is_bold in (False, True))
    columns = [[entry for cells in rows for entry in cells[place]] for place in range(months)]
    widths = [_least(entries, size) for entries in columns]
    if sum(widths) >= room:
        return [width * room / sum(widths) for width in widths]
    lengths = [[_length(entries, regular, bold) for entries in cells] for cells in rows]
    steps = round((room - sum(widths)) / _STEP)
    for _ in range(steps):
        place = _widened(lengths, widths)
        widths[place] += _STEP
    return [width * room / sum(widths) for width in widths]


def _least(entries: Sequence[CellText], size: int) -> float:
    # As a whole: days such as 28–30 are hard to read on two lines.
    signs = _width_of((f"\N{NO-BREAK SPACE}{entry.sign}\N{NO-BREAK SPACE}" for entry in entries), size, bold=True)
    return max(_HEAD, signs, width_of_words([entry.name for entry in entries], size))


def _length(entries: Sequence[CellText], regular: Face, bold: Face) -> float:
    """How long the text of a cell is on one line; every entry leaves about half a line empty, which is not in it."""
    return sum(bold.width(f" {entry.sign} ") + regular.width(f" {entry.name}") for entry in entries) / TWIPS_PER_CM


def _widened(lengths: Sequence[Sequence[float]], widths: Sequence[float]) -> int:
    """The month in which a step saves most: the smooth height of every row, less by its part in it."""
    saved = [0.0] * len(widths)
    for cells in lengths:
        heights = [length / (width - _BESIDE) for length, width in zip(cells, widths, strict=True)]
        highest = max(heights)
        if not highest:
            continue
        shares = [(height / highest) ** _POWER for height in heights]
        whole = highest * sum(shares) ** (1 / _POWER)
        for place, share in enumerate(shares):
            saved[place] += whole * share / sum(shares) / (widths[place] - _BESIDE)
    return saved.index(max(saved))
