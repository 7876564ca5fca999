"""Which column of a milestone sheet is what, known by the word above it.

Source: the two milestone plan formats of Sterk Techniekonderwijs, 2020 (quarters and half-years) and 2022 (years).
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.parties import Body, Party
from sto_tui.domain.periods import Period
from sto_tui.domain.record import YEAR_LIMITS, Ref
from sto_tui.domain.text import clean_line
from sto_tui.intake.milestones.veri_cells import is_code
from sto_tui.intake.sheets.heads import head_key
from sto_tui.intake.sheets.table_reader import HEAD_ROWS, Cell, SheetRow

_WORDS = {
    "number": "nr nummer mijlpaalnr mijlpaalnummer",
    "title": "mijlpaal mijlpalen titel",
    "tangible_result": "resultaat resultaten tastbaarresultaat beoogdresultaat",
    "start": "start begin startdatum begindatum",
    "due": "klaar einde eind gereed klaarop einddatum deadline",
    "done_on": "gereedop gereeddatum datumgereed gereedgemeldop afgerondop datumafgerond voltooidop datumvoltooid "
    "opgeleverdop datumklaar",
    "after": "na wachtop namijlpaal afhankelijkvan",
    "theme": "thema themas actielijn",
    "deelproject": "deelproject deelprojecten",
    "speerpunt": "speerpunt speerpunten",
    "light": "stoplicht status",
    "note": "toelichting toelichtingvoortgang voortgang",
    "obstacle": "knelpunt knelpunten",
}
_FIELDS = {word: name for name, words in _WORDS.items() for word in words.split()}
# The planned day in a sheet that has no other column for it, else the day on which it was ready.
_EITHER = "klaarop"
# A row with so many known heads is a head, also when a longer one comes later.
_GOOD_HEAD = 2
# These stand above a group of columns and say nothing of the one below them.
_GROUPS = {"tijdsduur", "doorlooptijd", "rollenenverantwoordelijkheden", "rollen", "planning", "veri", "verimatrix"}
_TITLE_LINE = re.compile(r"deelproject\s*:\s*(.*)", re.IGNORECASE | re.DOTALL)
_YEAR = re.compile(r"\d{4}")
# People put a dash in a cell that has nothing to say.
NOTHING = ("", "-", "–", "—")
# So many roles under a head are no accident, also when another cell there is mistyped.
_SURE_CODES = 2


@dataclass(frozen=True)
class PeriodColumn:
    """A column that stands for a stretch of time."""

    column: int
    label: str
    start: date
    end: date


@dataclass(frozen=True)
class Columns:
    """The columns of a table: fields by name, stretches of time in order, and who has a role.

    `parties` gives per column the head, and the party or body it is; None for one that is not in the dossier yet.
    """

    fields: Mapping[str, int]
    spans: tuple[PeriodColumn, ...]
    parties: Mapping[int, tuple[str, Ref | None]]
    unknown: tuple[str, ...]


@dataclass(frozen=True)
class Block:
    """Rows under one row of heads, each with the deelproject of the title line above it."""

    columns: Columns
    rows: tuple[tuple[SheetRow, str], ...]


@dataclass
class _Open:
    """A block of which the rows are still being read."""

    heads: list[str]
    rows: list[tuple[SheetRow, str]] = field(default_factory=list)


def head_score(cells: Sequence[Cell]) -> int:
    """How many heads of a milestone sheet a row holds; none without a milestone, or with only its number."""
    fields = {name for cell in cells if (name := _FIELDS.get(head_key(str(cell))))}
    if not fields & {"title", "number"}:
        return 0
    score = len(fields) + any(_span_of(0, str(cell)) for cell in cells)
    return score if "title" in fields or score > 1 else 0


def first_head(rows: Sequence[SheetRow]) -> int | None:
    """The place of the first row of heads: the first good one, else the best; None when there is none.

    A line of titles right above the heads may hold words of them too; the longer of the two is the head.
    """
    scores = [0 if _title_line(row) is not None else head_score(row.cells) for row in rows[:HEAD_ROWS]]
    for index, (score, following) in enumerate(zip(scores, [*scores[1:], 0], strict=True)):
        if score >= max(_GOOD_HEAD, following):
            return index
    best = max(range(len(scores)), key=scores.__getitem__, default=None)
    return best if best is not None and scores[best] else None


def blocks_of(rows: Sequence[SheetRow], dossier: Dossier) -> list[Block]:
    """The tables in a sheet; without any head that is known there are none."""
    first = first_head(rows)
    if first is None:
        return []
    opened: list[_Open] = []
    deelproject = ""
    skip: SheetRow | None = None
    for index, row in enumerate(rows):
        if row is skip:
            continue
        title = _title_line(row)
        if title is not None:
            deelproject = title
        elif (index == first or index > first + 1) and head_score(row.cells) >= (1 if index == first else _GOOD_HEAD):
            below = rows[index + 1] if index + 1 < len(rows) else None
            skip = below if below and _continues(row, below, dossier) else None
            opened.append(_Open(_heads(row, skip)))
        elif opened:
            opened[-1].rows.append((row, deelproject))
    names = _names(dossier)
    return [Block(_columns(block, names), tuple(block.rows)) for block in opened]


def _title_line(row: SheetRow) -> str | None:
    """`Discoverylabs` of a row `DEELPROJECT: Discoverylabs`, also when the name stands in a cell of its own."""
    filled = [str(cell) for cell in row.cells if cell]
    match = _TITLE_LINE.fullmatch(filled[0]) if filled else None
    if match is None:
        return None
    beside = filled[1] if len(filled) > 1 and head_key(filled[1]) not in _GROUPS else ""
    return clean_line(match[1] or beside)


def _continues(row: SheetRow, below: SheetRow, dossier: Dossier) -> bool:
    """Whether the row below belongs to the heads: periods or names of parties under a shared head."""
    if below.number != row.number + 1:
        return False
    names = _names(dossier)
    own = {index for index, cell in enumerate(row.cells) if _FIELDS.get(head_key(str(cell))) in ("number", "title")}
    if any(below.cell(index) for index in own):
        return False
    return any(_span_of(index, str(cell)) or head_key(str(cell)) in names for index, cell in enumerate(below.cells))


def _heads(row: SheetRow, below: SheetRow | None) -> list[str]:
    width = max(len(row.cells), len(below.cells if below else ()))
    return [clean_line((below.text(index) if below else "") or row.text(index)) for index in range(width)]


def _columns(block: _Open, names: Mapping[str, Ref]) -> Columns:
    fields: dict[str, int] = {}
    spans: list[PeriodColumn] = []
    parties: dict[int, tuple[str, Ref | None]] = {}
    unknown: list[str] = []
    planned = any(_FIELDS.get(key) == "due" and key != _EITHER for key in map(head_key, block.heads))
    planned = planned or any(_span_of(index, head) for index, head in enumerate(block.heads))
    for index, head in enumerate(block.heads):
        key = head_key(head)
        name = "done_on" if key == _EITHER and planned else _FIELDS.get(key)
        span = _span_of(index, head)
        party = names.get(key) if key else None
        if name and name not in fields:
            fields[name] = index
        elif span:
            spans.append(span)
        elif party and party not in [ref for _, ref in parties.values()]:
            parties[index] = (head, party)
        elif not party and _may_be_party(block, index, [head for head, _ in parties.values()]):
            parties[index] = (head, None)
        elif head and key not in _GROUPS:
            unknown.append(head)
    width = max((len(row.cells) for row, _ in block.rows), default=0)
    nameless = [at for at in range(width) if not _head(block, at) and any(row.cell(at) for row, _ in block.rows)]
    unknown += [f"kolom {_letters(at)} (zonder kop)" for at in nameless]
    spans.sort(key=lambda span: (span.start, span.end))
    return Columns(fields, tuple(spans), parties, tuple(unknown))


def _head(block: _Open, index: int) -> str:
    return block.heads[index] if index < len(block.heads) else ""


def _may_be_party(block: _Open, index: int, taken: Iterable[str]) -> bool:
    """Whether a head that nobody knows may be a party: all its cells hold codes of a matrix of roles, or most do.

    One mistyped cell then costs that cell, not the column.
    """
    key = head_key(block.heads[index])
    if not key or key in _FIELDS or key in _GROUPS or key in map(head_key, taken):
        return False
    filled = [row.text(index) for row, _ in block.rows if row.cell(index) not in NOTHING]
    codes = sum(map(is_code, filled))
    return 0 < codes == len(filled) or (codes >= _SURE_CODES and 2 * codes > len(filled))


def _names(dossier: Dossier) -> dict[str, Ref]:
    """The parties and bodies by what may stand above a column; a full name goes before a short one."""
    return {key: ref for key, ref in reversed([*_full_and_short(dossier)]) if key}


def _full_and_short(dossier: Dossier) -> Iterator[tuple[str, Ref]]:
    refs = [(Ref("parties", party.id), party) for party in dossier.of(Party).values()]
    bodies = [(Ref("bodies", body.id), body) for body in dossier.of(Body).values()]
    for kind in ("name", "short"):
        for ref, party_or_body in (*refs, *bodies):
            yield head_key(getattr(party_or_body, kind)), ref


def _span_of(column: int, head: str) -> PeriodColumn | None:
    """The stretch of time of a head: `Q127`, `H228`, `2027`."""
    text = head.strip()
    if _YEAR.fullmatch(text) and YEAR_LIMITS[0] <= int(text) <= YEAR_LIMITS[1]:
        return PeriodColumn(column, text, date(int(text), 1, 1), date(int(text), 12, 31))
    if not text or text[0] not in "QqKkHh":
        return None
    try:
        period = Period.parse(text)
    except ValueError:
        return None
    return PeriodColumn(column, period.code, period.start, period.end)


def _letters(index: int) -> str:
    """`A`, `AB`: what a rekenblad calls a column."""
    letters, rest = "", index + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(65 + letter) + letters
    return letters
