"""What a VERI matrix says: of a cell, a row, a column, and of one party.

Source: the STO page on roles of 2020; the questions about rows and columns are those of guides on RACI.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone, Stoplicht, VeriCode
from sto_tui.domain.periods import Period
from sto_tui.domain.record import Ref
from sto_tui.planning.veri.columns import columns
from sto_tui.planning.veri.matrix import DECIDES, DOES, MOST_NAMED, Cell, MatrixRow, about, matrix_row, matrix_rows
from sto_tui.planning.versions import once_per_version

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


@dataclass(frozen=True)
class Asked:
    """One thing that is asked of a party; `start` and `due` are None for themes, speerpunten and what has no dates."""

    code: VeriCode
    ref: Ref
    start: date | None
    due: date | None


@dataclass(frozen=True)
class BusyQuarter:
    """More milestones that one party has to get ready in a quarter than the region finds wise."""

    party: Ref
    quarter: Period
    milestones: tuple[Milestone, ...]


# Cells, coverage, and one party.


def span_of(dossier: Dossier, row: Ref) -> tuple[date, date] | None:
    """The first and last day of the milestones of a theme or speerpunt; None when none of them has a date."""
    under = dossier.milestones_of(row.id) if row.table == "themes" else dossier.milestones_of_speerpunt(row.id)
    days = [day for one in under for day in (one.start, one.due) if day]
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
    what = dossier.caption(row) if row.table == "milestones" else dossier.name(row)
    return f"{_name(dossier, party)} {words} {what}" + (f" (van {about(dossier, source)})" if source else "")


def coverage(dossier: Dossier, rows: Iterable[MatrixRow]) -> Mapping[Ref, Counter[VeriCode]]:
    """Per column, also a hidden one, how often each code is shown in the milestones of `rows`.

    VE counts for V and for E.
    """
    cells: dict[Ref, Counter[Cell]] = {column: Counter() for column in columns(dossier, hidden=True)}
    for row in rows:
        for party, cell in row.shown.items() if row.ref.table == "milestones" else ():
            cells[party][cell] += 1
    found: dict[Ref, Counter[VeriCode]] = {}
    for party, counts in cells.items():
        found[party] = Counter()
        for cell, many in counts.items():
            found[party].update(dict.fromkeys(map(VeriCode, {letter for code in cell for letter in code.value}), many))
    return found


def asked_of(dossier: Dossier, party: Ref) -> list[Asked]:
    """Everything asked of a party: milestones by due date, then speerpunten and themes, at the end what it is out of.

    Milestones without a due date come after those with one; a cell with two codes gives two.
    """
    found = []
    for row in matrix_rows(dossier):
        milestone = dossier.get(row.ref)
        start, due = (milestone.start, milestone.due) if isinstance(milestone, Milestone) else (None, None)
        cells = row.shown if row.ref.table == "milestones" else row.own
        found += [Asked(code, row.ref, start, due) for code in cells.get(party, ())]
    return sorted(found, key=_asked_order)


def _asked_order(asked: Asked) -> tuple[bool, bool, date, date]:
    """What is asked first, first; the order of the matrix among the rest."""
    latest = date.max
    out = asked.code is VeriCode.OUT_OF_THE_LOOP
    return out, asked.ref.table != "milestones", asked.due or latest, asked.start or latest


# Rows.


def judged_rows(dossier: Dossier) -> list[MatrixRow]:
    """The rows with codes of their own, milestones first; what others take from them is not judged again."""
    return sorted((row for row in matrix_rows(dossier) if row.own), key=lambda row: row.ref.table != "milestones")


def rows_without_role(dossier: Dossier) -> list[MatrixRow]:
    """The milestones for which nobody has a role, not from the rows above them either."""
    return [row for row in matrix_rows(dossier) if row.ref.table == "milestones" and not row.shown]


def both_does_and_decides(row: MatrixRow) -> list[Ref]:
    """The parties that do the work of a row and decide about it."""
    deciders = row.with_code(DECIDES)
    return [party for party in row.with_code(DOES) if party in deciders]


def row_errors(dossier: Dossier, row: Ref) -> list[str]:
    """What is wrong in a row, in short sentences; a theme or speerpunt without codes of its own has no errors."""
    return [] if (found := _judged(dossier, row)) is None else list(_row_errors(dossier, found))


def _judged(dossier: Dossier, row: Ref) -> MatrixRow | None:
    found = matrix_row(dossier, row)
    return found if found is not None and (found.own or row.table == "milestones") else None


def _row_errors(dossier: Dossier, row: MatrixRow) -> Iterator[str]:
    what = about(dossier, row.ref)
    if not row.shown:
        yield f"Bij {what} heeft niemand een rol."
        return
    deciders = row.with_code(DECIDES)
    if not deciders:
        yield f"Kies één E voor {what}: nu beslist niemand."
    elif len(deciders) > 1:
        many = _many_parties(deciders).lower()
        yield f"Kies één E voor {what}: nu beslissen {many} ({named_parties(dossier, deciders)})."
    if not row.with_code(DOES):
        yield f"Kies een V voor {what}: niemand voert het uit."
    for party in row.both_in_and_out:
        codes = other_codes(row, party)
        yield f"Kies bij {what} voor O of voor {codes}: {dossier.caption(party)} heeft nu beide."


def other_codes(row: MatrixRow, party: Ref) -> str:
    """The codes of a cell next to its O: `V en R`."""
    codes = [code.value for code in row.shown.get(party, ()) if code is not VeriCode.OUT_OF_THE_LOOP]
    return dutch.enumerate_words(codes)


def row_hints(dossier: Dossier, row: Ref) -> list[str]:
    """What may be better in a row that has roles."""
    found = _judged(dossier, row)
    return list(_row_hints(dossier, found)) if found is not None and found.shown else []


def _row_hints(dossier: Dossier, row: MatrixRow) -> Iterator[str]:
    what, region = about(dossier, row.ref), dossier.region
    if len(doers := row.with_code(DOES)) > 1:
        names = named_parties(dossier, doers)
        yield f"{_many_parties(doers)} voeren {what} uit: {names}. Splits het of kies één trekker."
    if len(consulted := row.with_code((VeriCode.RAADPLEGEN,))) > region.most_consulted:
        yield f"{_many_parties(consulted)} worden over {what} geraadpleegd. Moet iedereen vooraf iets zeggen?"
    if len(informed := row.with_code((VeriCode.INFORMEREN,))) > region.most_informed:
        yield f"{_many_parties(informed)} worden over {what} geïnformeerd. Wil iedereen dit weten?"
    if not row.with_code(HEARS):
        yield f"Over {what} wordt niemand geraadpleegd of geïnformeerd. Wie moet dit weten?"
    for party in both_does_and_decides(row):
        yield f"{_name(dossier, party)} voert {what} uit en beslist erover. Kan een ander het werk goedkeuren?"


def _many_parties(parties: list[Ref]) -> str:
    """`Twee partijen`, `13 partijen`, to begin a sentence."""
    return f"{dutch.in_words(len(parties)).capitalize()} partijen"


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
    found: dict[Ref, set[VeriCode]] = defaultdict(set)
    for row in matrix_rows(dossier):
        for party, cell in row.own.items():
            found[party].update(cell)
    return {column: frozenset(found[column]) for column in columns(dossier, hidden=True) if column in found}


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
    for milestone in dossier.of(Milestone).values():
        row = matrix_row(dossier, Ref("milestones", milestone.id))
        if row is None or milestone.due is None or milestone.light is Stoplicht.GEREED:
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


def column_hints(dossier: Dossier, party: Ref) -> list[str]:
    """What may be better in a column."""
    return list(_column_hints(dossier, party))


def _column_hints(dossier: Dossier, party: Ref) -> Iterator[str]:
    name = _name(dossier, party)
    if party not in codes_by_party(dossier):
        yield f"{name} heeft nergens een rol. Hoort deze kolom in de matrix?"
        return
    if is_aside(dossier, party):
        yield f"{name} staat alleen op I of O. Kan deze partij ergens meedenken of meedoen?"
    if party in everywhere(dossier):
        yield f"{name} heeft een rol in elke mijlpaal. Moet dat overal?"
    milestones = [row for row in matrix_rows(dossier) if row.ref.table == "milestones" and row.shown]
    decides = sum(party in row.with_code(DECIDES) for row in milestones)
    many = len(milestones)
    if many >= ENOUGH_MILESTONES and decides * 2 > many:
        yield f"{name} beslist over {decides} van de {many} mijlpalen. Kan een ander over een deel beslissen?"
    busy = (one for one in busy_quarters(dossier) if one.party == party)
    for one in sorted(busy, key=attrgetter("quarter")):
        yield (
            f"In het {one.quarter.part}e kwartaal van {one.quarter.year} moeten van {name} "
            f"{dutch.in_words(len(one.milestones))} mijlpalen klaar zijn. Spreid ze of verdeel het werk."
        )
