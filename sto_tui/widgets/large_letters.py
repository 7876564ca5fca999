"""Large letters and digits in half blocks: a question that the last row of the room reads, and a clock.

Textual's own `Digits` draws thin lines and knows no letters, so the letters are here: eight pixels high, two pixels to
a terminal row, one pixel to a cell.
"""

import unicodedata
from collections.abc import Sequence

from sto_tui.domain.text import clean_text

ROWS = 4
"""How many terminal rows a line of large letters takes."""
LOW_ROWS = 3
"""The same for the lower letters, for a question that is long."""
_GAP = 1
# Pixels between words: tight only when the text does not fit otherwise.
_BLANKS = {4: (4, 3), 3: (3, 2)}
_HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}

# Capitals and digits stand on pixel rows 2 to 7, small letters on 3 to 7 with stems from 1; row 8 is for tails.
_FONT = r"""
a    b    c   d    e    f   g    h    i j  k    l  m
.... #... ... ...# .... .## .... #... # .# #... #. .....
.... #... ... ...# .... .#. .... #... . .. #... #. .....
.##. ###. .## .### .##. ### .### ###. # .# #..# #. ####.
...# #..# #.. #..# #..# .#. #..# #..# # .# #.#. #. #.#.#
.### #..# #.. #..# #### .#. #..# #..# # .# ##.. #. #.#.#
#..# #..# #.. #..# #... .#. .### #..# # .# #.#. #. #.#.#
.### ###. .## .### .### .#. ...# #..# # .# #..# .# #.#.#
.... .... ... .... .... ... ###. .... . #. .... .. .....

n    o    p    q    r   s    t   u    v     w     x     y    z
.... .... .... .... ... .... ... .... ..... ..... ..... .... ....
.... .... .... .... ... .... .#. .... ..... ..... ..... .... ....
###. .##. ###. .### #.# .### ### #..# #...# #...# #...# #..# ####
#..# #..# #..# #..# ##. #... .#. #..# #...# #.#.# .#.#. #..# ..#.
#..# #..# #..# #..# #.. .##. .#. #..# .#.#. #.#.# ..#.. #..# .#..
#..# #..# ###. .### #.. ...# .#. #..# .#.#. #.#.# .#.#. .### #...
#..# .##. #... ...# #.. ###. .## .### ..#.. .#.#. #...# ...# ####
.... .... #... ...# ... .... ... .... ..... ..... ..... ###. ....

A    B    C    D    E    F    G    H    I   J    K    L    M
.... .... .... .... .... .... .... .... ... .... .... .... .....
.##. ###. .### ###. #### #### .### #..# ### ...# #..# #... #...#
#..# #..# #... #..# #... #... #... #..# .#. ...# #.#. #... ##.##
#..# ###. #... #..# ###. ###. #... #### .#. ...# ##.. #... #.#.#
#### #..# #... #..# #... #... #.## #..# .#. ...# #.#. #... #.#.#
#..# #..# #... #..# #... #... #..# #..# .#. #..# #..# #... #...#
#..# ###. .### ###. #### #... .### #..# ### .##. #..# #### #...#
.... .... .... .... .... .... .... .... ... .... .... .... .....

N     O     P    Q     R    S    T     U    V     W     X     Y     Z
..... ..... .... ..... .... .... ..... .... ..... ..... ..... ..... ....
#...# .###. ###. .###. ###. .### ##### #..# #...# #...# #...# #...# ####
##..# #...# #..# #...# #..# #... ..#.. #..# #...# #...# .#.#. .#.#. ...#
#.#.# #...# #..# #...# #..# .##. ..#.. #..# #...# #.#.# ..#.. ..#.. ..#.
#..## #...# ###. #...# ###. ...# ..#.. #..# .#.#. #.#.# ..#.. ..#.. .#..
#...# #...# #... #...# #.#. ...# ..#.. #..# .#.#. #.#.# .#.#. ..#.. #...
#...# .###. #... .###. #..# ###. ..#.. .##. ..#.. .#.#. #...# ..#.. ####
..... ..... .... ...## .... .... ..... .... ..... ..... ..... ..... ....

0    1   2    3    4    5    6    7    8    9
.... ... .... .... .... .... .... .... .... ....
.##. .#. .##. ###. #..# #### .##. #### .##. .##.
#..# ##. #..# ...# #..# #... #... ...# #..# #..#
#..# .#. ...# .##. #..# ###. ###. ..#. .##. #..#
#..# .#. ..#. ...# #### ...# #..# ..#. #..# .###
#..# .#. .#.. ...# ...# ...# #..# .#.. #..# ...#
.##. ### #### ###. ...# ###. .##. .#.. .##. .##.
.... ... .... .... .... .... .... .... .... ....

é    è    ê    ë    á    à    â    ä    ó    ò    ô    ö
..#. .#.. .##. #..# ..#. .#.. .##. #..# ..#. .#.. .##. #..#
.#.. ..#. .... .... .#.. ..#. .... .... .#.. ..#. .... ....
.##. .##. .##. .##. .##. .##. .##. .##. .##. .##. .##. .##.
#..# #..# #..# #..# ...# ...# ...# ...# #..# #..# #..# #..#
#### #### #### #### .### .### .### .### #..# #..# #..# #..#
#... #... #... #... #..# #..# #..# #..# #..# #..# #..# #..#
.### .### .### .### .### .### .### .### .##. .##. .##. .##.
.... .... .... .... .... .... .... .... .... .... .... ....

ú    û    ü    í  ï   ç   . ,  : ;  ?    ! (  )
..#. .##. #..# .# #.# ... . .. . .. .... . .# #.
.#.. .... .... #. ... ... . .. . .. .##. # #. .#
#..# #..# #..# #. .#. .## . .. . .. #..# # #. .#
#..# #..# #..# #. .#. #.. . .. # .# ..#. # #. .#
#..# #..# #..# #. .#. #.. . .. . .. .#.. # #. .#
#..# #..# #..# #. .#. #.. . .. . .. .... . #. .#
.### .### .### #. .#. .## # .# # .# .#.. # #. .#
.... .... .... .. ... .#. . #. . #. .... . .# #.

-   –     ' ‘  ’  "   “     ”     …     /   &     %     +   =   €
... ..... # .# ## #.# .#..# ##.## ..... ..# ..... ..... ... ... ..###
... ..... # #. .# #.# #..#. .#..# ..... ..# .##.. ##..# ... ... .#...
... ..... . ## #. ... ##.## #..#. ..... .#. #..#. ##.#. ... ... ####.
... ..... . .. .. ... ..... ..... ..... .#. .##.. ..#.. .#. ### .#...
### ##### . .. .. ... ..... ..... ..... .#. #..## ..#.. ### ... ####.
... ..... . .. .. ... ..... ..... ..... #.. #..#. .#.## .#. ### .#...
... ..... . .. .. ... ..... ..... #.#.# #.. .##.# #..## ... ... ..###
... ..... . .. .. ... ..... ..... ..... ... ..... ..... ... ... .....
"""

# The same in six pixels: capitals and digits on pixel rows 1 to 5, small letters on 2 to 5, row 6 for tails.
_LOW_FONT = r"""
a   b   c   d   e   f  g   h   i j  k   l m
... #.. ... ..# ... .# ... #.. # .# #.. # .....
.## ##. .## .## .#. #. .## ##. . .. #.# # ####.
#.# #.# #.. #.# ### ## #.# #.# # .# ##. # #.#.#
#.# #.# #.. #.# #.. #. .## #.# # .# #.# # #.#.#
.## ##. .## .## .## #. ..# #.# # .# #.# # #.#.#
... ... ... ... ... .. ##. ... . #. ... . .....

n   o   p   q   r  s   t  u   v   w     x   y   z
... ... ... ... .. ... #. ... ... ..... ... ... ...
##. .#. ##. .## ## .## ## #.# #.# #.#.# #.# #.# ###
#.# #.# #.# #.# #. ##. #. #.# #.# #.#.# .#. #.# .#.
#.# #.# #.# #.# #. ..# #. #.# #.# #.#.# .#. .## #..
#.# .#. ##. .## #. ##. .# .## .#. .#.#. #.# ..# ###
... ... #.. ..# .. ... .. ... ... ..... ... ##. ...

A   B   C   D   E   F   G   H   I   J   K   L   M
.#. ##. .## ##. ### ### .## #.# ### ..# #.# #.. #...#
#.# #.# #.. #.# #.. #.. #.. #.# .#. ..# #.# #.. ##.##
### ##. #.. #.# ##. ##. #.# ### .#. ..# ##. #.. #.#.#
#.# #.# #.. #.# #.. #.. #.# #.# .#. #.# #.# #.. #...#
#.# ##. .## ##. ### #.. .## #.# ### .#. #.# ### #...#
... ... ... ... ... ... ... ... ... ... ... ... .....

N    O    P   Q    R   S   T   U   V   W     X   Y   Z
#..# .##. ##. .##. ##. .## ### #.# #.# #...# #.# #.# ###
##.# #..# #.# #..# #.# #.. .#. #.# #.# #...# #.# #.# ..#
#.## #..# ##. #..# ##. .#. .#. #.# #.# #.#.# .#. .#. .#.
#..# #..# #.. #.## #.# ..# .#. #.# #.# ##.## #.# .#. #..
#..# .##. #.. .### #.# ##. .#. ### .#. #...# #.# .#. ###
.... .... ... .... ... ... ... ... ... ..... ... ... ...

0   1  2   3   4   5   6   7   8   9
### .# ##. ##. #.# ### .## ### ### ###
#.# ## ..# ..# #.# #.. #.. ..# #.# #.#
#.# .# .#. .#. ### ##. ### .#. ### ###
#.# .# #.. ..# ..# ..# #.# .#. #.# ..#
### .# ### ##. ..# ##. ### .#. ### ##.
... .. ... ... ... ... ... ... ... ...

é   è   ê   ë   á   à   â   ä   ó   ò   ô   ö
..# #.. .#. #.# .#. #.. ### #.# ..# #.. .#. #.#
.#. .#. .#. .#. .## .## .## .## .#. .#. .#. .#.
### ### ### ### #.# #.# #.# #.# #.# #.# #.# #.#
#.. #.. #.. #.. #.# #.# #.# #.# #.# #.# #.# #.#
.## .## .## .## .## .## .## .## .#. .#. .#. .#.
... ... ... ... ... ... ... ... ... ... ... ...

ú   û   ü   í  ï   ç   . ,  : ;  ?   ! (  )
..# .#. #.# .# #.# ... . .. . .. ##. # .# #.
#.# #.# #.# .. ... .## . .. . .. ..# # #. .#
#.# #.# #.# #. .#. #.. . .. # .# .#. # #. .#
#.# #.# #.# #. .#. #.. . .. . .. ... . #. .#
.## .## .## #. .#. .## # .# # .# .#. # .# #.
... ... ... .. ... .#. . #. . #. ... . .. ..

-  –   ' ‘ ’ "   “   ”   …     /   &   %   +   =   €
.. ... # # # #.# #.# #.# ..... ..# .#. #.# ... ... .##
.. ... # # # #.# #.# #.# ..... ..# #.# ..# .#. ### #..
## ### . . . ... ... ... ..... .#. .#. .#. ### ... ##.
.. ... . . . ... ... ... ..... #.. #.# #.. .#. ### #..
.. ... . . . ... ... ... #.#.# #.. .## #.# ... ... .##
.. ... . . . ... ... ... ..... ... ... ... ... ... ...
"""

# Three pixels wide, five high; a pixel is two cells wide.
_DIGITS = """
0   1   2   3   4   5   6   7   8   9
### .#. ### ### #.# ### ### ### ### ###
#.# ##. ..# ..# #.# #.. #.. ..# #.# #.#
#.# .#. ### .## ### ### ### ..# ### ###
#.# .#. #.. ..# ..# ..# #.# ..# #.# ..#
### ### ### ### ..# ### ### ..# ### ###
"""
# The same in three rows without half blocks.
_THIN_DIGITS = """\
 _     _  _     _  _  _  _  _
| |  | _| _||_||_ |_   ||_||_|
|_|  ||_  _|  | _||_|  ||_| _|
"""
TALL, LOW = 5, 3
"""The two heights of a clock, in terminal rows."""


def _glyphs(table: str, rows: int) -> dict[str, tuple[str, ...]]:
    """Per character its rows of `#` and `.`, from blocks of a line of characters and `rows` lines of pixels."""
    lines = [line for line in table.splitlines() if line]
    glyphs: dict[str, tuple[str, ...]] = {}
    for start in range(0, len(lines), rows + 1):
        columns = zip(*(line.split() for line in lines[start + 1 : start + 1 + rows]), strict=True)
        glyphs.update(zip(lines[start].split(), columns, strict=True))
    return glyphs


_LETTERS = {ROWS: _glyphs(_FONT, 2 * ROWS), LOW_ROWS: _glyphs(_LOW_FONT, 2 * LOW_ROWS)}
_CLOCK = _glyphs(_DIGITS, TALL)


def _glyph(character: str, rows: int) -> tuple[str, ...] | None:
    """The pixels of a character; a capital with an accent is drawn without, as Dutch spelling allows."""
    if character not in _LETTERS[rows] and character.isupper():
        character = unicodedata.normalize("NFD", character)[0]
    return _LETTERS[rows].get(character)


def _word(text: str, rows: int) -> list[str] | None:
    """A word as rows of pixels; None when a character is unknown."""
    glyphs = [_glyph(character, rows) for character in text]
    drawable = [glyph for glyph in glyphs if glyph]
    if len(drawable) < len(glyphs):
        return None
    return [("." * _GAP).join(glyph[row] for glyph in drawable) for row in range(2 * rows)]


def _halved(pixels: Sequence[str]) -> list[str]:
    """Rows of pixels, two to a terminal row; an odd last one gets an empty one under it."""
    below = [*pixels[1::2], "." * len(pixels[0])]
    return [
        "".join(_HALVES[upper == "#", lower == "#"] for upper, lower in zip(*pair, strict=True))
        for pair in zip(pixels[::2], below, strict=False)
    ]


def large_lines(
    text: str, width: int, most_lines: int, *, rows: int = ROWS, ascii_only: bool = False
) -> list[list[str]] | None:
    """`text` broken at words into lines of at most `width` cells, each as its `rows` terminal rows of equal length.

    None when that takes more than `most_lines`, when a word does not fit, when a character is unknown, and with
    `ascii_only`, where there are no half blocks: then plain text has to do.
    """
    words = [_word(part, rows) for part in clean_text(text).split()]
    drawable = [word for word in words if word]
    if ascii_only or len(drawable) < len(words) or any(len(word[0]) > width for word in drawable):
        return None
    for blank in _BLANKS[rows]:
        lines = balanced([len(word[0]) for word in drawable], width, blank)
        if len(lines) <= most_lines:
            return [_drawn_line([drawable[at] for at in line], blank) for line in lines]
    return None


def _drawn_line(words: Sequence[Sequence[str]], blank: int) -> list[str]:
    return _halved([("." * blank).join(word[row] for word in words) for row in range(len(words[0]))])


def balanced(lengths: Sequence[int], width: int, blank: int) -> list[list[int]]:
    """Which words stand on which line of at most `width` cells: as few lines as possible, about equally long.

    `lengths` are the cells per word, none above `width`; `blank` is what stands between two.
    """
    lines = _filled(lengths, width, blank)
    for narrower in range(width - 1, max(lengths, default=0) - 1, -1):
        narrower_lines = _filled(lengths, narrower, blank)
        if len(narrower_lines) > len(lines):
            break
        lines = narrower_lines
    return lines


def _filled(lengths: Sequence[int], width: int, blank: int) -> list[list[int]]:
    lines: list[list[int]] = []
    room = 0
    for at, length in enumerate(lengths):
        if lines and length + blank <= room:
            lines[-1].append(at)
            room -= length + blank
        else:
            lines.append([at])
            room = width - length
    return lines


def digit_places(text: str, height: int, *, ascii_only: bool = False) -> list[tuple[int, int]]:
    """Per character of a clock its first cell and how many cells it has."""
    thin = ascii_only and height < TALL
    gap = 1 if thin else height // 2 + 1
    places: list[tuple[int, int]] = []
    start = 0
    for character in text:
        length = (1 if thin else 2) if character == ":" else 3 if thin else 6
        places.append((start, length))
        start += length + gap
    return places


def large_digits(text: str, height: int, *, ascii_only: bool = False) -> list[str]:
    """A clock (digits and `:`) as `height` terminal rows: 5 in full blocks, 3 in half blocks, all digits one width.

    With `ascii_only` a pixel is `#`, and the three-row clock is drawn in lines. Raises ValueError for anything else.
    """
    if height not in (TALL, LOW) or not set(text) <= {*_CLOCK, ":"}:
        raise ValueError(f"no clock of {text!r} in {height} rows")
    places = digit_places(text, height, ascii_only=ascii_only)
    cells = [[" "] * (sum(places[-1]) if places else 0) for _ in range(height)]
    for character, (start, length) in zip(text, places, strict=True):
        for row, drawn in zip(cells, _clock_sign(character, height, ascii_only=ascii_only), strict=True):
            row[start : start + length] = drawn
    return ["".join(row) for row in cells]


def _clock_sign(character: str, height: int, *, ascii_only: bool) -> list[str]:
    if ascii_only and height < TALL:
        if character == ":":
            return [" ", ".", "."]
        place = 3 * int(character)
        return [row[place : place + 3].ljust(3) for row in _THIN_DIGITS.splitlines()]
    pixels = (".", "#", ".", "#", ".") if character == ":" else _CLOCK[character]
    wide = ["".join(2 * pixel for pixel in row) for row in pixels]
    if height < TALL:
        return _halved(wide)
    return [row.translate({ord("#"): "#" if ascii_only else "█", ord("."): " "}) for row in wide]
