"""PaintedBars in period columns: marks in the cells, else the colours behind them. A bar with a gap is a question."""

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sto_tui.domain.text import plain
from sto_tui.intake.sheets.table_reader import Cell

# So many rows with a mark make the marks the bars; a mark is at most so long, a longer text is an item of a calendar.
MARKED_ROWS = 0.3
LONGEST_MARK = 3
# A colour on more of the block is its background, and of one column that of a weekend or today.
BACKGROUND_SHARE = 0.5
COLUMN_SHARE = 0.7
_ROWS_TO_JUDGE_A_COLUMN = 4
# Half-blocks, arrows and lines people draw bars with count as one mark.
_DRAWN = frozenset("x■█▇▓▒░▬●•*=-_→►▶◆♦✓✔√")

# White in the palette of a workbook, and so near to the white of its theme.
_WHITES = ("9", "64", "65", "1")
_WHITE_TINT = 0.03

# So many of the filled cells are numbers, hours for one, when these say that something happens then.
_NUMBERS_SHARE = 0.8
_UNITS = (
    r"%|€|euro?|k|u|uur|uren|h|hrs?|hours?|min|d|dag|dagen|dgn|days?|wk|weken|x|keer|fte|les(?:sen|uren?)?|st|stuks|p"
    r"|leerlingen|studenten|deelnemers|personen"
)
_AMOUNT = re.compile(rf"(?:(?:€|euro?) ?)?-?\d+(?:[.,]\d+)*(?:,-)? ?(?:{_UNITS})?", re.IGNORECASE)
# What marks a moment, such as the end of a bar.
_MOMENTS = frozenset("◆♦▶►✓✔√")
# Stands for a one where it may be a mark, and for a number that is no nought.
_ONE_MARK, _NUMBER_MARK = "①", "⑨"
NUMBER = "getal"
"""The kind of a bar of numbers."""

Fill = str
"""The raw key of a fill, as the workbook has it: two cells with the same colour have the same key."""


@dataclass(frozen=True)
class PaintedBar:
    """The first and last period of a row, by place in the run; `gaps` are the places between that are empty."""

    first: int
    last: int
    gaps: tuple[int, ...] = ()


@dataclass(frozen=True)
class PaintedBars:
    """The bars by row, and what has to be asked first.

    `kinds` are the marks or colours that count as a bar when the answer is yes, each with the rows that have it, most
    first; with more than one kind none is taken before it is answered. `by_colour` says what they are, `unlikely` which
    of them are rather a background. `beside` are marks among colours that stand where nothing is coloured, `inside`
    those that stand in a coloured bar, with their rows: they change nothing about it.
    """

    rows: Mapping[int, PaintedBar]
    kinds: Mapping[str, tuple[int, ...]]
    asked: tuple[str, ...]
    by_colour: bool
    unlikely: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    inside: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


NO_BARS = PaintedBars({}, {}, (), by_colour=False)


def bars_of(
    texts: Mapping[int, Sequence[Cell]],
    fills: Mapping[int, Sequence[Fill]],
    around: Mapping[int, Sequence[Fill]],
    is_plain: Callable[[Fill], bool] = lambda fill: not fill,
    answers: Mapping[str, bool] | None = None,
) -> PaintedBars:
    """The bars of rows: per row the cells of the period columns, their fills, and the fills beside them.

    `is_plain` tells white, grey and pale tints. `answers` says per mark or colour whether it is a bar.
    """
    colours = _bar_colours(fills, around, _told_plain(fills, around, is_plain, answers or {}))
    has_colours = any(any(of_row) for of_row in colours.values())
    texts = _with_ones(texts)
    texts = texts if has_colours else _with_numbers(texts)
    marks = {row: tuple(_mark(cell) for cell in cells) for row, cells in texts.items()}
    marked = [row for row, cells in marks.items() if any(cells)]
    if marked and (layers := _layers(marks, texts, _not_denied(colours, answers or {}))):
        return _with_layers(layers, answers or {})
    if marks and len(marked) >= MARKED_ROWS * len(marks) and not _is_calendar(texts):
        return _with_kinds(marks, answers or {}, by_colour=False)
    return _with_kinds(colours, answers or {}, by_colour=True)


def _told_plain(
    fills: Mapping[int, Sequence[Fill]],
    around: Mapping[int, Sequence[Fill]],
    is_plain: Callable[[Fill], bool],
    answers: Mapping[str, bool],
) -> Callable[[Fill], bool]:
    """What is plain here: a pale fill that draws bars, or of which somebody said that it does, is none.

    It draws them when in most of its rows it fills some periods and not all, beside no other colour and nothing else.
    """
    shapes: dict[Fill, list[bool]] = {}
    for row, of_row in fills.items():
        colours = {*of_row, *around.get(row, ())} - {""}
        for fill in {*filter(is_plain, filter(None, of_row))} - {*answers}:
            draws = len({*of_row}) > 1 and fill not in around.get(row, ()) and all(map(is_plain, colours))
            shapes.setdefault(fill, []).append(draws)
    drawing = {fill for fill, draws in shapes.items() if 2 * sum(draws) > len(draws) and not is_white(fill)}
    drawing -= _weekends(fills)
    drawing |= {fill for fill, is_bar in answers.items() if is_bar}
    return lambda fill: fill not in drawing and is_plain(fill)


def is_white(fill: Fill) -> bool:
    """Whether a fill only hides the lines of the sheet."""
    kind, _, value = fill.partition(":")
    theme, _, tint = value.partition(":")
    if kind == "theme":
        return theme == "0" and abs(float(tint or 0)) < _WHITE_TINT
    return value in _WHITES if kind == "indexed" else value[-6:].upper() == "FFFFFF"


def _mark(cell: Cell) -> str:
    """A mark as people make them: one to three letters that are no number; drawn ones are all alike."""
    if cell in (_ONE_MARK, _NUMBER_MARK):
        return "1" if cell == _ONE_MARK else NUMBER
    text = plain(str(cell))
    if not text or len(text) > LONGEST_MARK or any(letter.isdigit() for letter in text):
        return ""
    return "x" if set(text) <= _DRAWN else text


def _with_ones(texts: Mapping[int, Sequence[Cell]]) -> Mapping[int, Sequence[Cell]]:
    """Ones as a mark, when there are no other numbers: templates paint a bar where a one stands. It is asked."""
    numbers = {str(cell) for cells in texts.values() for cell in cells if is_amount(cell)}
    if numbers != {"1"}:
        return texts
    return {row: [_ONE_MARK if str(cell) == "1" else cell for cell in cells] for row, cells in texts.items()}


def are_numbers(cells: Sequence[Cell]) -> bool:
    """Whether what is filled in periods is hours or other numbers, of which one at least is no nought."""
    filled = [cell for cell in cells if cell]
    numbers = [cell for cell in filled if is_amount(cell)]
    return any(map(_is_some, numbers)) and len(numbers) >= _NUMBERS_SHARE * len(filled)


def is_amount(cell: Cell) -> bool:
    """Whether a cell is a number of something: `4`, `50%`, `€ 1.500`, `12 uur`."""
    return bool(_AMOUNT.fullmatch(str(cell).strip()))


def is_nought(cell: Cell) -> bool:
    """Whether a cell says that there is none of it: `0`, `0%`, `€ 0,00`."""
    return is_amount(cell) and not any(letter in "123456789" for letter in str(cell))


def _is_some(cell: Cell) -> bool:
    return is_amount(cell) and not is_nought(cell)


def _with_numbers(texts: Mapping[int, Sequence[Cell]]) -> Mapping[int, Sequence[Cell]]:
    """Hours per period as a mark, also beside other marks, and a nought as nothing. It is asked."""
    filled = [cell for cells in texts.values() for cell in cells if cell]
    some = sum(is_amount(cell) or bool(_mark(cell)) for cell in filled)
    if not any(map(_is_some, filled)) or some < _NUMBERS_SHARE * len(filled):
        return texts
    return {
        row: [_NUMBER_MARK if _is_some(cell) else "" if is_amount(cell) else cell for cell in cells]
        for row, cells in texts.items()
    }


@dataclass(frozen=True)
class _Layers:
    """Colours with marks among them: what each cell counts as, the colour before the mark in it."""

    cells: Mapping[int, Sequence[str]]
    colours: frozenset[str]
    inside: Mapping[str, tuple[int, ...]]
    may_be_background: bool


def _layers(
    marks: Mapping[int, Sequence[str]], texts: Mapping[int, Sequence[Cell]], colours: Mapping[int, Sequence[str]]
) -> _Layers | None:
    """The two layers of a grid; None without colours of which a cell has no mark: then the marks say all."""
    pairs = [
        (row, at, fill, marks[row][at])
        for row, of_row in colours.items()
        for at, fill in enumerate(of_row)
        if row in marks and at < len(marks[row])
    ]
    if not any(fill and not mark for _, _, fill, mark in pairs):
        return None
    is_calendar = _is_calendar(texts)
    cells: dict[int, list[str]] = {row: [] for row in marks}
    inside: dict[str, list[int]] = {}
    for row, at, fill, mark in pairs:
        sign = _sign(texts[row][at], mark)
        cells[row].append(fill or ("" if is_calendar else sign))
        if fill and mark and mark != "1":
            inside.setdefault(sign, []).append(row)
    full = [row for row, of_row in colours.items() if all(of_row)]
    return _Layers(
        cells,
        frozenset(fill for _, _, fill, _ in pairs if fill),
        {sign: tuple(dict.fromkeys(rows)) for sign, rows in inside.items()},
        any(any(marks.get(row, ())) for row in full),
    )


def _not_denied(colours: Mapping[int, Sequence[str]], answers: Mapping[str, bool]) -> dict[int, tuple[str, ...]]:
    """Without what is known to be no bar: weekends, and colours of which somebody said so."""
    no_bars = _weekends(colours) | {fill for fill, is_bar in answers.items() if not is_bar}
    return {row: tuple("" if fill in no_bars else fill for fill in of_row) for row, of_row in colours.items()}


def _sign(cell: Cell, mark: str) -> str:
    """A mark as it is written when it is that of a moment, as at the end of a bar."""
    text = str(cell).strip()
    return text if text and set(text) <= _MOMENTS else mark


def _with_layers(layers: _Layers, answers: Mapping[str, bool]) -> PaintedBars:
    """Coloured bars: a mark outside them is asked, and a colour that may lie behind all periods is asked too."""
    bars = _with_kinds(layers.cells, answers, by_colour=True, is_doubtful=layers.may_be_background)
    return replace(bars, beside=frozenset(bars.kinds.keys() - layers.colours), inside=layers.inside)


def _is_calendar(texts: Mapping[int, Sequence[Cell]]) -> bool:
    """Whether most of what is filled is no mark: texts, hours, times."""
    filled = [cell for cells in texts.values() for cell in cells if cell]
    return sum(not _mark(cell) for cell in filled) > len(filled) / 2


def _bar_colours(
    fills: Mapping[int, Sequence[Fill]], around: Mapping[int, Sequence[Fill]], is_plain: Callable[[Fill], bool]
) -> dict[int, tuple[str, ...]]:
    """Per row the colours that may be bars: without bands, and without weekends when there are other colours."""
    kept: dict[int, tuple[str, ...]] = {}
    for row, of_row in fills.items():
        # A band goes on below the bars: without an empty cell in it, the colour beside the row is one.
        banded = set() if any(map(is_plain, of_row)) else {*around.get(row, ())} & {*of_row}
        kept[row] = tuple("" if is_plain(fill) or fill in banded else fill for fill in of_row)
    colours = {fill for of_row in kept.values() for fill in of_row if fill}
    weekends = _weekends(kept)
    if colours == weekends:
        return kept
    return {row: tuple("" if fill in weekends else fill for fill in of_row) for row, of_row in kept.items()}


def _weekends(fills: Mapping[int, Sequence[Fill]]) -> set[Fill]:
    """Colours that stand only in columns that they nearly fill: those of weekends, holidays, or today."""
    columns = [*zip(*fills.values(), strict=False)]
    if not columns or len(columns[0]) < _ROWS_TO_JUDGE_A_COLUMN:
        return set()
    elsewhere: set[Fill] = set()
    inside: set[Fill] = set()
    for column in columns:
        counted = Counter(filter(None, column))
        nearly_full = {fill for fill, times in counted.items() if times > COLUMN_SHARE * len(column)}
        inside |= nearly_full
        elsewhere |= counted.keys() - nearly_full
    return inside - elsewhere


def _with_kinds(
    cells: Mapping[int, Sequence[str]], answers: Mapping[str, bool], *, by_colour: bool, is_doubtful: bool = False
) -> PaintedBars:
    rows_by_kind: dict[str, list[int]] = {}
    for row, of_row in cells.items():
        for kind in dict.fromkeys(filter(None, of_row)):
            rows_by_kind.setdefault(kind, []).append(row)
    if not rows_by_kind:
        return NO_BARS
    kinds = {kind: tuple(rows) for kind, rows in sorted(rows_by_kind.items(), key=lambda item: -len(item[1]))}
    everywhere = _weekends(cells) if by_colour else set()
    is_sure = len(kinds) == 1 and not {"1", NUMBER} & {*kinds} and not everywhere and not is_doubtful
    asked = () if is_sure else tuple(kind for kind in kinds if kind not in answers)
    counting = {kind for kind in kinds if answers.get(kind, is_sure)}
    bars = {row: bar for row, of_row in cells.items() if (bar := _bar([kind in counting for kind in of_row]))}
    return PaintedBars({} if asked else bars, kinds, asked, by_colour, _unlikely(cells, everywhere))


def _unlikely(cells: Mapping[int, Sequence[str]], everywhere: set[str]) -> frozenset[str]:
    """What stands on most of the block beside something else is rather its background."""
    counted = Counter(kind for of_row in cells.values() for kind in of_row)
    size = counted.total()
    most = {kind for kind, times in counted.items() if kind and times > BACKGROUND_SHARE * size}
    return frozenset(everywhere | (most if len(counted.keys() - {""}) > 1 else set()))


def _bar(painted: Sequence[bool]) -> PaintedBar | None:
    places = [at for at, is_painted in enumerate(painted) if is_painted]
    if not places:
        return None
    return PaintedBar(places[0], places[-1], tuple(at for at in range(places[0], places[-1]) if not painted[at]))
