"""What a VERI matrix says: of a cell, a row, a column, and of one party.

Source: the STO page on roles of 2020; the questions about rows and columns are those of guides on RACI.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import zip_longest

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone, Stoplicht, Veri, VeriCode
from sto_tui.domain.periods import Period
from sto_tui.domain.record import Ref
from sto_tui.frozen import frozen
from sto_tui.planning.once_per_version import once_per_version
from sto_tui.planning.veri.columns import columns
from sto_tui.planning.veri.matrix import (
    DECIDES,
    DOES,
    MOST_NAMED,
    Cell,
    MatrixRow,
    about,
    matrix_row,
    matrix_rows,
    rows_by_ref,
)

HEARS = frozenset((VeriCode.RAADPLEGEN, VeriCode.INFORMEREN))
ASIDE = frozenset((VeriCode.INFORMEREN, VeriCode.OUT_OF_THE_LOOP))
# With fewer milestones it says nothing that a party stands everywhere, or decides about most of them.
ENOUGH_MILESTONES = 5

_ALONE = {
    VeriCode.VERANTWOORDELIJK: "voert uit:",
    VeriCode.EINDVERANTWOORDELIJK: "beslist en tekent af:",
    VeriCode.RAADPLEGEN: "wordt vooraf geraadpleegd over",
    VeriCode.INFORMEREN: "wordt geïnformeerd over",
    VeriCode.OUT_OF_THE_LOOP: "hoort er niet bij:",
    VeriCode.SUPPORT: "ondersteunt bij",
    VeriCode.BEIDE: "voert uit en beslist over",
}
_TOGETHER = {
    VeriCode.VERANTWOORDELIJK: "voert uit",
    VeriCode.EINDVERANTWOORDELIJK: "beslist",
    VeriCode.RAADPLEGEN: "wordt vooraf geraadpleegd",
    VeriCode.INFORMEREN: "wordt geïnformeerd",
    VeriCode.OUT_OF_THE_LOOP: "hoort er niet bij",
    VeriCode.SUPPORT: "ondersteunt",
    VeriCode.BEIDE: "voert uit en beslist",
}


@frozen
class Asked:
    """One thing that is asked of a party; `start` and `due` are None for themes, speerpunten and what has no dates."""

    code: VeriCode
    ref: Ref
    start: date | None
    due: date | None


@frozen
class BusyQuarter:
    """More milestones that one party has to get ready in a quarter than the region finds wise."""

    party: Ref
    quarter: Period
    milestones: tuple[Milestone, ...]


# Cells, coverage, and one party.


def span_of(dossier: Dossier, row: Ref) -> tuple[date, date] | None:
    """The first and last day of the milestones of a theme or speerpunt; None when none of them has a date."""
    under = dossier.milestones_of(row.id) if row.table == "themes" else dossier.milestones_of_speerpunt(row.id)
    days = [day for milestone in under for day in (milestone.start, milestone.due) if day]
    return (min(days), max(days)) if days else None


def meaning(dossier: Dossier, row: Ref, party: Ref) -> str:
    """The sentence under the matrix: `Mbo College Almere voert uit: 1.3 Discoverylabs ingericht`."""
    shown = matrix_row(dossier, row)
    codes = shown.shown.get(party, ()) if shown else ()
    if set(codes) == {VeriCode.VERANTWOORDELIJK, VeriCode.EINDVERANTWOORDELIJK}:
        codes = (VeriCode.BEIDE,)
    if len(codes) > 1:
        words = f"{dutch.enumerate_words([_TOGETHER[code] for code in codes])}:"
    else:
        words = _ALONE[codes[0]] if codes else "heeft geen rol in"
    source = shown.inherited_from if shown and codes else None
    row_name = dossier.caption(row) if row.table == "milestones" else dossier.name(row)
    return f"{_name(dossier, party)} {words} {row_name}" + (f" (van {about(dossier, source)})" if source else "")


class Coverage:
    """What is shown per column in the milestones of some rows; only rows that are others than before count again."""

    def __init__(self) -> None:
        self._rows: Sequence[MatrixRow] = ()
        self._cells: dict[Ref, Counter[Cell]] = {}
        self._codes: dict[Ref, Counter[VeriCode]] = {}

    def of(self, dossier: Dossier, rows: Sequence[MatrixRow]) -> Mapping[Ref, Counter[VeriCode]]:
        """Per column, also a hidden one, how often each code is shown. VE counts for V and for E."""
        heads = columns(dossier, hidden=True)
        if len(rows) != len(self._rows) or heads != [*self._cells]:
            self._rows, self._cells, self._codes = (), {column: Counter() for column in heads}, {}
        for before, row in zip_longest(self._rows, rows):
            if before is not row:
                self._count(before, -1)
                self._count(row, 1)
        self._rows = rows
        for column in heads:
            if column not in self._codes:
                self._codes[column] = _codes_in(self._cells[column])
        return {column: self._codes[column] for column in heads}

    def _count(self, row: MatrixRow | None, many: int) -> None:
        if row and row.ref.table == "milestones":
            for party, cell in row.shown.items():
                self._cells[party][cell] += many
                self._codes.pop(party, None)


def _codes_in(cells: Mapping[Cell, int]) -> Counter[VeriCode]:
    counts: Counter[VeriCode] = Counter()
    for cell, many in cells.items():
        if many:
            counts.update(dict.fromkeys(map(VeriCode, {letter for code in cell for letter in code.value}), many))
    return counts


def asked_of(dossier: Dossier, party: Ref) -> list[Asked]:
    """Everything asked of a party: milestones by due date, then speerpunten and themes, at the end what it is out of.

    Milestones without a due date come after those with one; a cell with two codes gives two.
    """
    tasks = []
    for row in matrix_rows(dossier):
        milestone = dossier.get(row.ref)
        start, due = (milestone.start, milestone.due) if isinstance(milestone, Milestone) else (None, None)
        cells = row.shown if row.ref.table == "milestones" else row.own
        tasks += [Asked(code, row.ref, start, due) for code in cells.get(party, ())]
    return sorted(tasks, key=_asked_order)


def _asked_order(asked: Asked) -> tuple[bool, bool, date, date]:
    """What is asked first, first; the order of the matrix among the rest."""
    latest = date.max
    out = asked.code is VeriCode.OUT_OF_THE_LOOP
    return out, asked.ref.table != "milestones", asked.due or latest, asked.start or latest


# Rows.


def judged_rows(dossier: Dossier) -> list[MatrixRow]:
    """The rows with codes of their own, milestones first; what others take from them is not judged again."""
    return sorted((row for row in matrix_rows(dossier) if row.own), key=lambda row: row.ref.table != "milestones")


def rows_to_settle(dossier: Dossier) -> list[MatrixRow]:
    """In a matrix that has roles the rows with codes of their own, and those that show none, in its order.

    Of what shows none only milestones, and speerpunten without a milestone that would tell the same.
    """
    rows = matrix_rows(dossier) if dossier.of(Veri) else []
    with_rows = {row.above for row in rows}
    return [
        row for row in rows if row.own or (not row.shown and row.ref.table != "themes" and row.ref not in with_rows)
    ]


def both_does_and_decides(row: MatrixRow) -> list[Ref]:
    """The parties that do the work of a row and decide about it."""
    deciders = row.with_code(DECIDES)
    return [party for party in row.with_code(DOES) if party in deciders]


def other_codes(row: MatrixRow, party: Ref) -> str:
    """The codes of a cell next to its O: `V en R`."""
    codes = [code.value for code in row.shown.get(party, ()) if code is not VeriCode.OUT_OF_THE_LOOP]
    return dutch.enumerate_words(codes)


def named_parties(dossier: Dossier, parties: Sequence[Ref]) -> str:
    """The names of parties, the first three when there are more: `A, B, C en nog 4`."""
    names = [dossier.caption(party) for party in parties[:MOST_NAMED]]
    return dutch.enumerate_words([*names, f"nog {len(parties) - MOST_NAMED}"] if len(parties) > MOST_NAMED else names)


def _name(dossier: Dossier, party: Ref) -> str:
    return dutch.capital(dossier.caption(party))


# Columns.


@once_per_version
def codes_by_party(dossier: Dossier) -> Mapping[Ref, frozenset[VeriCode]]:
    """The codes that each party has anywhere; parties without a role are not in it."""
    codes: dict[Ref, set[VeriCode]] = defaultdict(set)
    for row in matrix_rows(dossier):
        for party, cell in row.own.items():
            codes[party].update(cell)
    return {column: frozenset(codes[column]) for column in columns(dossier, hidden=True) if column in codes}


def is_aside(dossier: Dossier, party: Ref) -> bool:
    """Whether a party has roles, but only to be told or to be out of the loop."""
    codes = codes_by_party(dossier).get(party)
    return codes is not None and codes <= ASIDE


@once_per_version
def everywhere(dossier: Dossier) -> tuple[Ref, ...]:
    """The columns that take part in every milestone; none when there are few milestones."""
    rows = [row for row in matrix_rows(dossier) if row.ref.table == "milestones"]
    if len(rows) < ENOUGH_MILESTONES:
        return ()
    out = VeriCode.OUT_OF_THE_LOOP
    return tuple(
        column
        for column in columns(dossier, hidden=True)
        if all(any(code is not out for code in row.shown.get(column, ())) for row in rows)
    )


@once_per_version
def busy_quarters(dossier: Dossier) -> tuple[BusyQuarter, ...]:
    """Where a party has to get more milestones ready in a quarter than `most_due_per_quarter` of the region."""
    due_in: dict[tuple[Ref, Period], list[Milestone]] = defaultdict(list)
    rows = rows_by_ref(dossier)
    for milestone in dossier.of(Milestone).values():
        row = rows.get(Ref("milestones", milestone.id))
        if row is None or not row.shown or milestone.due is None or milestone.light is Stoplicht.GEREED:
            continue
        quarter = Period(milestone.due.year, (milestone.due.month + 2) // 3, 4)
        for party in row.with_code(DOES):
            due_in[party, quarter].append(milestone)
    most = dossier.region.most_due_per_quarter
    return tuple(
        BusyQuarter(party, quarter, tuple(milestones))
        for (party, quarter), milestones in due_in.items()
        if len(milestones) > most
    )
