"""What stands on the wall of the VERI matrix: a row in words, its answers, its parties, and what is still wrong."""

from collections.abc import Sequence
from datetime import date

from rich.cells import cell_len

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone, Stoplicht, VeriCode
from sto_tui.domain.record import Ref
from sto_tui.planning.checks.veri import row_errors
from sto_tui.planning.veri.columns import columns
from sto_tui.planning.veri.matrix import DECIDES, DOES, MOST_NAMED, MatrixRow, about
from sto_tui.planning.veri.summary import span_of
from sto_tui.screens.veri.rows import cell_role, cell_text
from sto_tui.widgets.raster import Run, fit
from sto_tui.widgets.record_list import Column, Row, wrap

NO_PARTIES = "Nog geen partijen of organen. Voeg ze toe bij 4 Plan."
RoleEntry = tuple[str, str, Sequence[str]]
_QUESTIONS: tuple[tuple[str, str, frozenset[VeriCode]], ...] = (
    ("E", "Wie beslist?", DECIDES),
    ("V", "Wie voert uit?", DOES),
    ("R", "Wie raadplegen we?", frozenset((VeriCode.RAADPLEGEN,))),
    ("I", "Wie informeren we?", frozenset((VeriCode.INFORMEREN,))),
    ("S", "Wie ondersteunt?", frozenset((VeriCode.SUPPORT,))),
    ("O", "Hoort er niet bij:", frozenset((VeriCode.OUT_OF_THE_LOOP,))),
)
# The questions that every row has to answer.
_MAIN = 2
_SOURCE_WIDTH = 20
_FEW_ANSWERS = 6
# Between a name and the cursor mark of the list beside it.
_RIGHT_MARGIN = 3


def is_presented(row: MatrixRow) -> bool:
    """Whether the group is asked about a row: every milestone, and what stands above it when it has its own codes."""
    return bool(row.own) or row.ref.table == "milestones"


def first_presented(rows: Sequence[MatrixRow], start: Ref | None) -> Ref | None:
    """The row to begin with: `start`, or the first one after it that is presented."""
    place = next((place for place, row in enumerate(rows) if row.ref == start), 0)
    return next((row.ref for row in (*rows[place:], *rows) if is_presented(row)), None)


def when(dossier: Dossier, row: Ref) -> str:
    """When it runs, in words; of a theme or speerpunt when its milestones run, and how many those are."""
    record = dossier.get(row)
    if isinstance(record, Milestone):
        ready = " · gereed" if record.light is Stoplicht.GEREED else ""
        return _span_in_words(record.start, record.due) + ready
    under = dossier.milestones_of(row.id) if row.table == "themes" else dossier.milestones_of_speerpunt(row.id)
    many = dutch.count(len(under), "mijlpaal", "mijlpalen")
    span = span_of(dossier, row)
    return f"{many}, {dutch.brief_date(span[0])} t/m {dutch.brief_date(span[1])}" if span else many


def _span_in_words(start: date | None, due: date | None) -> str:
    if start and due:
        first = dutch.long_date(start)
        if start.year == due.year:
            first = first.rpartition(" ")[0]
        return f"van {first} tot en met {dutch.long_date(due)}"
    if due:
        return f"klaar op {dutch.long_date(due)}, nog geen begin"
    return f"vanaf {dutch.long_date(start)}, nog geen einde" if start else "nog geen datum"


def listed_parties(dossier: Dossier, row: MatrixRow) -> list[Ref]:
    """The columns of the matrix, then those left out of it that have a role in this row all the same."""
    shown = columns(dossier)
    return [*shown, *(party for party in row.shown if party not in shown)]


def party_columns(dossier: Dossier, row: MatrixRow, parties: Sequence[Ref]) -> tuple[Column, ...]:
    """Number, letter, full name, and when there is room for all names from which row it comes."""
    letters = max((cell_len(_letter(row, party)) for party in parties), default=0)
    return (
        Column("", max(2, len(str(len(parties)))), align="right"),
        Column("", max(2, letters)),
        Column("", least=max((cell_len(dossier.caption(party)) for party in parties), default=0), wrap=True),
        Column("", _SOURCE_WIDTH, drop=1),
    )


def _letter(row: MatrixRow, party: Ref) -> str:
    text = cell_text(row.shown.get(party, ()))
    return (f"({text})" if row.inherited_from else text) if text else "·"


def party_rows(dossier: Dossier, row: MatrixRow, parties: Sequence[Ref]) -> list[Row]:
    """A line per party; what comes from the row above stands in brackets."""
    if not parties:
        return [Row((NO_PARTIES,), kind="note")]
    source = f"van {about(dossier, row.inherited_from)}" if row.inherited_from else ""
    rows = []
    for number, party in enumerate(parties, 1):
        codes = row.shown.get(party, ())
        name = (dossier.caption(party), "bold" if codes else "text")
        rows.append(
            Row(
                (
                    (str(number), "muted"),
                    (_letter(row, party), cell_role(cell_text(codes))),
                    name,
                    (source if codes else "", "muted"),
                ),
                key=party,
            )
        )
    return rows


def answer_lines(dossier: Dossier, row: MatrixRow, parties: Sequence[Ref], width: int, height: int) -> list[list[Run]]:
    """Who decides and who does, bold and with air, then the other roles; in few lines those are counted."""
    entries = _entries(dossier, row, parties, height)
    lead = max(cell_len(words) for _, words, _ in entries) + 8
    room = max(1, width - lead - _RIGHT_MARGIN)
    # Blank lines come under the two answers that matter most, and where there is room under the others.
    blank = _MAIN if height >= len(entries) + _MAIN else 0
    sizes = _lines_per_entry([len(wrap(_joined(names), room)) for _, _, names in entries], height - blank)
    air = sum(sizes) + len(sizes) - 1 <= height
    lines: list[list[Run]] = []
    for place, ((letter, words, names), size) in enumerate(zip(entries, sizes, strict=True)):
        code = f"({letter})" if row.inherited_from and letter and names else f" {letter}"
        is_main = place < _MAIN
        head: list[Run] = [
            (fit(f" {code}", 6), "key" if is_main else "text"),
            (fit(words, lead - 6), "bold" if is_main else "muted"),
        ]
        for text in _names_in(names, room, size):
            lines.append([*head, (text, "muted" if not letter or not names else "bold" if is_main else "text")])
            head = [(" " * lead, "text")]
        lines += [[]] * (air or (is_main and blank > 0))
    return lines


def _lines_per_entry(sizes: list[int], height: int) -> list[int]:
    """Fewer lines for the longest, first among those after the two that matter most, until all fit."""
    for places in (range(_MAIN, len(sizes)), range(_MAIN)):
        while sum(sizes) > height and (longest := max(places, key=sizes.__getitem__, default=0)) in places:
            if sizes[longest] == 1:
                break
            sizes[longest] -= 1
    return sizes


def _entries(dossier: Dossier, row: MatrixRow, parties: Sequence[Ref], height: int) -> list[RoleEntry]:
    """Letter, question and names; as many of them as there are lines for."""
    asked: list[RoleEntry] = [
        (letter, words, [dossier.caption(party) for party in row.with_code(codes)])
        for letter, words, codes in _QUESTIONS
    ]
    free = [dossier.caption(party) for party in parties if party not in row.shown]
    if height < _FEW_ANSWERS:
        counts = [f"{letter} {len(names)}" for letter, _, names in asked[_MAIN:]]
        return [*asked[:_MAIN], ("", "Anderen", [", ".join([*counts, f"zonder rol {len(free)}"])])]
    room = height - _MAIN
    without = dutch.count(len(free), "partij of orgaan", "partijen en organen")
    if len(free) <= MOST_NAMED and room > len(_QUESTIONS):
        asked.append(("", "Zonder rol", free))
    else:
        asked.append(("", "Zonder rol", [without]))
    # An empty answer is a question to the group, so it stays as long as there is room; what is filled in always stays.
    for letter in "OSIR":
        if len(asked) > room:
            asked = [entry for entry in asked if entry[0] != letter or entry[2]]
    return asked if len(asked) <= room else asked[:-1]


def _joined(names: Sequence[str], shown: int | None = None) -> str:
    """`A, B en C`; with `shown` only so many of them, and how many more there are."""
    if not names:
        return "–"
    left = len(names) - len(names[:shown])
    return dutch.enumerate_words([*names[:shown], *[f"nog {left}"] * bool(left)])


def _names_in(names: Sequence[str], room: int, lines: int) -> Sequence[str]:
    """As many names as fit in these lines, and how many more there are."""
    for shown in range(len(names), 0, -1):
        wrapped = wrap(_joined(names, shown), room)
        if len(wrapped) <= lines:
            return wrapped
    # Not even the first name fits: it is cut, the number of the others never.
    more = f" en nog {len(names) - 1}" * (len(names) > 1)
    return [fit(_joined(names[:1]), room - cell_len(more)).rstrip() + more]


def standing_lines(dossier: Dossier, row: MatrixRow, place: str, width: int, _: int) -> list[list[Run]]:
    """In two lines what is still wrong in the row, or that it is complete; at the right which row it is."""
    errors = row_errors(dossier, row.ref)
    wrong = [piece for sentence in errors for piece in wrap(f"! {sentence}", width - 3)]
    lines = wrong or ["", _complete(dossier, row)]
    room = width - cell_len(place) - 5
    if len(lines) == 1 and cell_len(lines[0]) <= room:
        lines.insert(0, "")
    first, last = lines[0], fit(" ".join(lines[1:]), room)
    role = "error" if errors else "bold"
    return [[("  ", "text"), (first, role)], [("  ", "text"), (last, role), ("  ", "text"), (place, "bold")]]


def _complete(dossier: Dossier, row: MatrixRow) -> str:
    if not row.shown:
        return "Deze rij heeft geen eigen rollen meer."
    if row.inherited_from:
        return f"Compleet met de rollen van {about(dossier, row.inherited_from)}."
    return "Deze rij is compleet."
