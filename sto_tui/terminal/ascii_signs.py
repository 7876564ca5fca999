"""Signs and letters that a terminal or a font lacks, as ASCII: one cell stays one cell, so that nothing moves.

What is drawn (rules, bars, marks, arrows, curly quotes) is told apart from what people typed: a letter stays as it is
where the character set has it, and loses its accent where not; `?` stands only for what has no likeness at all.
"""

import codecs
import os
from collections.abc import Mapping
from functools import cache
from typing import TextIO

from sto_tui.terminal.kinds import is_plain

VARIABLE = "STO_ASCII"
"""With 1 everything is drawn in ASCII, with 0 nothing is; without it the terminal decides."""
ERRORS = "sto-ascii"
"""What `open` calls `errors`: a character that a stream cannot carry is written as ASCII."""
_UTF_8 = "utf-8"
_VARIATIONS = range(0xFE00, 0xFE10)
_BOXES = range(0x2500, 0x2580)
_SIGNS = {
    "'": "‘’ʼ‛‚′",
    '"': "“”„‟″",
    "-": "–—−‐‑‒―─━┄┈╌▬▄□☐－",
    "=": "═▀▒＝",
    "|": "│┃┊┆║╎",
    "#": "█▓■▉▊",
    "%": "░",
    ".": "·▂",
    "_": "▁",
    ",": "▃",
    "~": "…▅",
    "+": "▆▸＋",
    "*": "•▇▪◦★",
    "o": "●○◯",
    "X": "◆♦",
    "x": "×✗✘",
    "v": "▼▾▽↓✓✔",
    "^": "▲▴△↑",
    ">": "›▶►→⇒»",
    "<": "‹◂◀◄←⇐⌫«",
    ":": "⋮",
    "@": "＠",
}
_LETTERS = {"ß": "s", "æ": "a", "Æ": "A", "œ": "o", "Œ": "O", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ł": "l"} | {
    "Ł": "L",
    "ð": "d",
    "Ð": "D",
    "þ": "t",
    "Þ": "T",
    "ı": "i",
    "ĳ": "y",
    "Ĳ": "Y",
    "€": "E",
    "§": "S",
    "°": "o",
    "±": "+",
    "µ": "u",
}
_AS_ASCII = {sign: plain for plain, signs in _SIGNS.items() for sign in signs}


def needs_ascii(environment: Mapping[str, str], encoding: str) -> bool:
    """Whether a terminal lacks the signs: it is asked for, or the kind of terminal or its character set says so."""
    if (asked := environment.get(VARIABLE, "")) in ("0", "1"):
        return asked == "1"
    return is_plain(environment) or codecs.lookup(encoding).name != _UTF_8


def charset_of(environment: Mapping[str, str], encoding: str) -> str:
    """The character set of the terminal: what the locale names, where Python makes something else of that.

    Of the locale C and of one that is not installed it makes UTF-8, and puts that into LC_CTYPE.
    """
    if "PYTHONIOENCODING" in environment:
        return encoding
    told = [environment.get(name, "") for name in ("LC_ALL", "LC_CTYPE", "LANG")]
    if not told[0] and told[1] in ("C.UTF-8", "C.utf8", "UTF-8") and told[2]:
        told[1] = ""
    locale = next(filter(None, told), "")
    if locale in ("C", "POSIX"):
        return "ascii"
    try:
        return codecs.lookup(locale.partition(".")[2].partition("@")[0]).name
    except LookupError:
        return encoding


def settle(stream: TextIO, environment: Mapping[str, str] = os.environ) -> None:
    """Lets a stream write in the character set of its terminal, and as ASCII what that lacks."""
    if hasattr(stream, "reconfigure"):
        encoding = charset_of(environment, stream.encoding) if stream.isatty() else stream.encoding
        stream.reconfigure(encoding=encoding, errors=ERRORS)


class InAscii(dict[int, str]):
    """A table for `str.translate`: what is drawn becomes ASCII, letters stay as far as the character set has them."""

    def __init__(self, encoding: str) -> None:
        super().__init__({code: chr(code) for code in range(128)})
        self._encoding = encoding

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        self[code] = plain = sign if _is_text(sign) and self._carries(sign) else _likeness(sign)
        return plain

    def _carries(self, sign: str) -> bool:
        try:
            sign.encode(self._encoding)
        except UnicodeEncodeError:
            return False
        return True


@cache
def in_ascii(encoding: str) -> InAscii:
    """The table for a character set."""
    return InAscii(encoding)


def _is_text(sign: str) -> bool:
    import unicodedata

    if sign in _AS_ASCII or ord(sign) in _VARIATIONS:
        return False
    return "\xa1" <= sign <= "\xff" or unicodedata.category(sign)[0] in "LMN" or unicodedata.category(sign) == "Sc"


def _likeness(sign: str) -> str:
    """The ASCII that looks most like it, in as many cells."""
    import unicodedata

    if plain := _AS_ASCII.get(sign) or _LETTERS.get(sign):
        return plain
    category = unicodedata.category(sign)
    if category[0] == "M" or category == "Cf" or ord(sign) in _VARIATIONS:
        return ""
    if category == "Zs":
        return " "
    if ord(sign) in _BOXES:
        return "+"
    base = "".join(letter for letter in unicodedata.normalize("NFKD", sign) if letter.isascii())
    wide = 2 if unicodedata.east_asian_width(sign) in "WF" else 1
    return base if len(base) == wide else "?" * wide


def _instead(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    lacking = error.object[error.start : error.end]
    return lacking.translate(in_ascii("ascii")), error.end


codecs.register_error(ERRORS, _instead)
