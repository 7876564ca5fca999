"""What a sheet itself says of its signs: `v = ja, x = nee`, below or beside the table."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sto_tui.domain.text import clean_line
from sto_tui.intake.sheets.table_reader import SheetRow

_LONGEST_SIGN = 3
_SIGN = rf"[^\s=:;,|()]{{1,{_LONGEST_SIGN}}}"
# Up to the next sign or the end of the piece.
_PAIR = re.compile(rf"(?<!\S)({_SIGN})\s*=\s*(.+?)(?=\s+(?:en\s+)?{_SIGN}\s*=|[;,|/()]|$)")
_WITH_COLON = re.compile(rf"({_SIGN})\s*:\s+(\S.*)")
_BEGIN = re.compile(r"(?:legenda|legend|toelichting|betekenis)\s*:?\s*", re.IGNORECASE)


@dataclass(frozen=True)
class Meaning:
    """What a sign means by the words of the sheet, and the row that says it."""

    text: str
    row: int


def meanings_of(rows: Sequence[SheetRow], in_table: Collection[int]) -> Mapping[str, Meaning]:
    """By sign, as it is written, its meaning; the first that is said. `in_table` are the numbers of rows of a table."""
    meanings: dict[str, Meaning] = {}
    for row in rows:
        for sign, text in _pairs(row, is_in_table=row.number in in_table):
            meanings.setdefault(sign, Meaning(clean_line(text).rstrip("."), row.number))
    return meanings


def meaning_of(sign: str, meanings: Mapping[str, Meaning]) -> Meaning | None:
    """The meaning of a sign as it is written, else in small or capital letters."""
    return meanings.get(sign) or next(
        (meanings[each] for each in (sign.lower(), sign.upper()) if each in meanings), None
    )


def _pairs(row: SheetRow, *, is_in_table: bool) -> Iterator[tuple[str, str]]:
    filled = [at for at, cell in enumerate(row.cells) if cell]
    for at in filled:
        for line in str(row.cells[at]).splitlines():
            text = _BEGIN.sub("", line.strip(), count=1)
            yield from ((match[1], match[2]) for match in _PAIR.finditer(text))
            if not is_in_table and (match := _WITH_COLON.fullmatch(text)):
                yield match[1], match[2]
    if not is_in_table and len(filled) == 2 and filled[1] == filled[0] + 1:
        sign, text = (str(row.cells[at]).strip() for at in filled)
        if len(sign) <= _LONGEST_SIGN and not sign.isdigit():
            yield sign.rstrip(":="), text.lstrip("= ")
