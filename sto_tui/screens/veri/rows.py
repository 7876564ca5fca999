"""What the VERI matrix shows: rows that fold, columns with their counts, and the lines that spell out a cell."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import compress
from itertools import count as count_up
from operator import is_not

from rich.cells import cell_len

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import count
from sto_tui.domain.milestones import VeriCode
from sto_tui.domain.record import Ref
from sto_tui.planning.checks.veri import column_hints, errors_of, row_errors, row_hints
from sto_tui.planning.once_per_version import while_same
from sto_tui.planning.veri.columns import columns, hidden_with_roles, short_head
from sto_tui.planning.veri.matrix import MatrixRow, matrix_row
from sto_tui.planning.veri.summary import Coverage, meaning
from sto_tui.widgets.detail import first_lines
from sto_tui.widgets.matrix import FAULT, FOLDED, NARROW_UNTIL, OPEN, OPENED, MatrixColumn, MatrixLine
from sto_tui.widgets.raster import Run
from sto_tui.widgets.record_list import wrap

LEGEND = (
    ("V", "verantwoordelijk"),
    ("E", "eindverantwoordelijk"),
    ("R", "raadplegen"),
    ("I", "informeren"),
    ("O", "out of the loop"),
    ("S", "support"),
    ("VE", "allebei"),
    ("(V)", "van een hogere rij"),
    ("·", "geen rol"),
)
_LETTERS = 7
_ORDER = "EVRISO"
_SEPARATOR = "/"


def matrix_lines(dossier: Dossier, rows: Sequence[MatrixRow], folded: Collection[Ref]) -> list[MatrixLine]:
    """The rows that no folded row hides; a folded one says how much is open under it."""
    heads: set[Ref | None] = set()
    above: Ref | None = None
    for row in rows:
        if row.above is not above:
            above = row.above
            heads.add(above)
    hidden: set[Ref] = set()
    places, known = columns(dossier), _known_lines(dossier)
    signs = [_sign(row) if wrong else "" for row, wrong in zip(rows, errors_of(dossier, rows), strict=True)]
    lines = []
    for row, sign in zip(rows, signs, strict=True):
        if folded and row.above and (row.above in folded or row.above in hidden):
            hidden.add(row.ref)
            continue
        is_head = row.ref.table != "milestones" and row.ref in heads
        fold, title = "" if not is_head else FOLDED if row.ref in folded else OPENED, row.title
        before = known.get(row.ref)
        if before and before[0] is row and (before[1].sign, before[1].fold) == (sign, fold) and fold != FOLDED:
            lines.append(before[1])
            continue
        if fold == FOLDED and (under := list(_signs_under(rows, signs, row.ref))):
            title, sign = f"{title} · {len(under)} open", FAULT if FAULT in under else OPEN
        if before and before[0].shown is row.shown:
            cells = before[1].cells
        else:
            cells = tuple(cell_text(row.shown.get(column, ())) for column in places)
        depth = row.level if row.above else 0
        line = MatrixLine(row.ref, row.number, title, cells, depth, row.inherited_from is not None, sign, fold)
        known[row.ref] = row, line
        lines.append(line)
    return lines


@while_same("parties", "bodies")
def _known_lines(dossier: Dossier) -> dict[Ref, tuple[MatrixRow, MatrixLine]]:
    """The line of each row with the row that it is of: an edit changes few of them."""
    return {}


def _sign(row: MatrixRow) -> str:
    """`!` for a row with an error, `?` for one in which nobody has a role yet, as the findings weigh them."""
    return FAULT if row.shown else OPEN


def _signs_under(rows: Sequence[MatrixRow], signs: Sequence[str], head: Ref) -> Iterator[str]:
    """The signs of everything that folds away under a row."""
    under = {head}
    for row, sign in zip(rows, signs, strict=True):
        if row.above in under:
            under.add(row.ref)
            if sign:
                yield sign


def cell_text(codes: Sequence[VeriCode]) -> str:
    """`V`, `VE`, or `V/R` for roles that do not go together."""
    return _SEPARATOR.join(code.value for code in codes)


def cell_role(text: str) -> str:
    """Who decides stands out most, then who does the work."""
    return "key" if "E" in text else "bold" if "V" in text else "text" if text else "rule"


def matrix_columns(dossier: Dossier, rows: Sequence[MatrixRow], coverage: Coverage) -> list[MatrixColumn]:
    """The columns, with under each how many milestones the party carries out."""
    counts = coverage.of(dossier, rows)
    return [
        MatrixColumn(column, short_head(dossier, column), str(counts[column][VeriCode.VERANTWOORDELIJK]))
        for column in columns(dossier)
    ]


def what_to_say(dossier: Dossier, row: Ref, party: Ref | None, *, with_hints: bool) -> list[Run]:
    """The hints when they are asked for, and what is wrong in a row: a sentence each."""
    said = _in_words(row_errors(dossier, row))
    if with_hints:
        hints = [*row_hints(dossier, row), *(column_hints(dossier, party) if party else [])]
        said = [*[(f"? {sentence}", "hint") for sentence in hints or ["Geen tips bij deze rij en deze partij."]], *said]
    return said


def _in_words(errors: Sequence[str]) -> list[Run]:
    return [(f"! {sentence}", "error") for sentence in errors]


def lines_wanted(said: Sequence[Run], width: int) -> int:
    """How many lines it takes to say all of it in full, with a line for the cell and the legend."""
    return 1 + sum(len(wrap(sentence, width - 3)) for sentence, _ in said) + len(legend(width)) if said else 0


class RoomWanted:
    """How many lines the row with the most to say needs; counted again only for rows that say something else."""

    def __init__(self) -> None:
        self._width = 0
        self._errors: Sequence[list[str]] = ()
        self._lines: list[int] = []

    def of(self, dossier: Dossier, rows: Sequence[MatrixRow], width: int) -> int:
        """So many at this width."""
        errors = errors_of(dossier, rows)
        other: Iterable[int] = compress(count_up(), map(is_not, errors, self._errors))
        if width != self._width or len(errors) != len(self._errors):
            self._lines, other = [0] * len(errors), range(len(errors))
        for place in other:
            self._lines[place] = lines_wanted(_in_words(errors[place]), width)
        self._width, self._errors = width, errors
        return max(self._lines, default=0)


def spelled_out(
    dossier: Dossier, row: Ref, party: Ref | None, said: Sequence[Run], width: int, height: int
) -> list[list[Run]]:
    """The cell of the cursor in words, what is `said` about its row, and always the legend."""
    key = legend(width)
    room = height - len(key)
    needed = sum(len(wrap(sentence, width - 3)) for sentence, _ in said)
    most = max(1, room - needed)
    lines = first_lines(meaning(dossier, row, party), width - 3, min(2, most), "bold") if party else []
    left = room - len(lines)
    if not said:
        lines += first_lines(roles_in_words(dossier, row), width - 3, left, "text") if left > 0 else []
    else:
        lines += _sentences(said, width - 3, left)
    return [*lines, *[[]] * (room - len(lines)), *key]


def _sentences(said: Sequence[Run], width: int, most: int) -> list[list[Run]]:
    """As many whole sentences as fit in so many lines, at least the first, and how many more there are."""
    for count_shown in range(len(said), 0, -1):
        more = f"  (nog {len(said) - count_shown})" if count_shown < len(said) else ""
        shown = [*said[: count_shown - 1], (said[count_shown - 1][0] + more, said[count_shown - 1][1])]
        lines = [line for text, role in shown for line in first_lines(text, width, max(1, most), role)]
        if len(lines) <= most:
            return lines
    return lines[: max(0, most)]


def roles_in_words(dossier: Dossier, row: Ref) -> str:
    """Who does what in a row, also in columns that are out of sight: `E Stuurgroep · V Kompas College`."""
    full_row = matrix_row(dossier, row)
    if full_row is None:
        return ""
    by_code: dict[str, list[str]] = {}
    for party, codes in full_row.shown.items():
        by_code.setdefault(cell_text(codes), []).append(dossier.caption(party))
    order = sorted(by_code, key=lambda text: _ORDER.index(text[0]))
    return " · ".join(f"{text} {', '.join(by_code[text])}" for text in order)


def legend(width: int) -> list[list[Run]]:
    """What the letters mean, in as many lines as it takes; where there is little room only those."""
    lines: list[list[Run]] = [[]]
    used = 1
    for code, words in LEGEND if width >= NARROW_UNTIL else LEGEND[:_LETTERS]:
        size = cell_len(code) + cell_len(words) + 3
        if lines[-1] and used + size > width:
            lines.append([])
            used = 1
        lines[-1] += [("  ", "text"), (code, "bold"), (f" {words}", "muted")]
        used += size
    return lines


def caption(dossier: Dossier, rows: Sequence[MatrixRow], phase: str) -> str:
    """Which rows are shown: `Wie doet wat  155 mijlpalen`, or in which period; and what is left out."""
    how_many = count(sum(row.ref.table == "milestones" for row in rows), "mijlpaal", "mijlpalen")
    hidden = hidden_with_roles(dossier)
    left_out = f" · {count(hidden, 'kolom', 'kolommen')} met rollen verborgen; U toont ze" if hidden else ""
    return f"Wie doet wat  {f'in {phase}: ' if phase else ''}{how_many}{left_out}"
