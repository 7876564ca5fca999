"""The VERI matrix: its cells and rows.

A row without codes of its own shows those of the row above it: a milestone those of its speerpunt, else of its theme.
Source: the STO page on roles of 2020.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property

from sto_tui.domain.dossier import Dossier, differing, ref_of
from sto_tui.domain.level_words import word_of_table
from sto_tui.domain.milestones import Milestone, Veri, VeriCode
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.domain.record import Ref
from sto_tui.frozen import frozen
from sto_tui.planning.once_per_version import going_on, while_same
from sto_tui.planning.veri.columns import columns

# How many rows or parties a sentence names; more are counted.
MOST_NAMED = 3
DOES = frozenset(code for code in VeriCode if code.does)
DECIDES = frozenset(code for code in VeriCode if code.decides)

LEVELS = {"themes": 0, "speerpunten": 1, "milestones": 2}
_PLACE_OF = {code: place for place, code in enumerate(VeriCode)}

Cell = tuple[VeriCode, ...]
Cells = Mapping[Ref, Cell]
Roles = frozenset[tuple[Ref, VeriCode]]


@frozen
class MatrixRow:
    """A theme (level 0), speerpunt (1) or milestone (2) with the codes per party.

    `own` are its own codes, `shown` also those that it takes from the row `inherited_from`; `above` is the row under
    which it folds away.
    """

    ref: Ref
    level: int
    number: str
    title: str
    own: Cells
    shown: Cells
    inherited_from: Ref | None
    above: Ref | None

    def with_code(self, codes: Collection[VeriCode]) -> Sequence[Ref]:
        """The parties that the row shows with one of these codes; looked up once for all who ask."""
        wanted = frozenset(codes)
        if wanted not in self._with_code:
            self._with_code[wanted] = tuple(
                [party for party, cell in self.shown.items() if not wanted.isdisjoint(cell)]
            )
        return self._with_code[wanted]

    @cached_property
    def _with_code(self) -> dict[frozenset[VeriCode], Sequence[Ref]]:
        return {}

    @property
    def both_in_and_out(self) -> list[Ref]:
        """The parties that are out of the loop and have a role as well."""
        outside = VeriCode.OUT_OF_THE_LOOP
        return [party for party, cell in self.shown.items() if outside in cell and len(cell) > 1]


@frozen
class _Filled:
    """What the table of roles says: who has which in each row, and its cells, of parties that exist."""

    roles: Mapping[int, Veri]
    order: Sequence[Ref]
    by_row: Mapping[Ref, Sequence[Veri]]
    cells: Mapping[Ref, Cells]


@going_on
def _filled(dossier: Dossier, last: _Filled | None) -> _Filled:
    """The own codes of every row that has any, in the order of the columns; only rows that changed are read again."""
    roles, order = dossier.of(Veri), columns(dossier, hidden=True)
    if last is None or last.order != order:
        last = _Filled({}, order, {}, {})
    other = differing(last.roles, roles)
    gone = {
        number: last.roles[number].row for number in (*other, *last.roles.keys() - roles.keys()) if number in last.roles
    }
    come: dict[Ref, list[Veri]] = {}
    for number in other:
        come.setdefault(roles[number].row, []).append(roles[number])
    by_row, cells = dict(last.by_row), dict(last.cells)
    places = {column: place for place, column in enumerate(order)}
    for row in {*gone.values(), *come}:
        stayed = (role for role in by_row.get(row, ()) if role.id not in gone)
        by_row[row] = sorted((*stayed, *come.get(row, ())), key=lambda role: (role.id < 0, abs(role.id)))
        cells.pop(row, None)
        if own := _cells(by_row[row], order, places):
            cells[row] = own
    return _Filled(roles, order, by_row, cells)


def _cells(roles: Iterable[Veri], order: Sequence[Ref], places: Mapping[Ref, int]) -> Cells:
    """The cells of one row."""
    cells: dict[int, Cell] = {}
    for role in roles:
        place = places.get(role.party)
        if place is not None:
            cells[place] = in_order_of_legend((*cells[place], role.code)) if place in cells else (role.code,)
    return {order[place]: cells[place] for place in sorted(cells)}


def in_order_of_legend(codes: Cell) -> Cell:
    """Each code once, in the order of the legend."""
    return tuple(sorted(set(codes), key=_PLACE_OF.__getitem__))


def cells_of(dossier: Dossier, row: Ref) -> Cells:
    """The own codes of a row per party, each cell in the order of the legend."""
    return _filled(dossier).cells.get(row, {})


def roles_of(dossier: Dossier, row: Ref) -> Sequence[Veri]:
    """All roles in a row, also of parties that are gone."""
    return _filled(dossier).by_row.get(row, ())


def ancestors(dossier: Dossier, row: Ref) -> list[Ref]:
    """The rows whose codes a row without its own shows: the nearest first."""
    record = dossier.get(row)
    speerpunt = record if isinstance(record, Speerpunt) else None
    theme = None
    above = []
    if isinstance(record, Milestone):
        speerpunt, theme = dossier.of(Speerpunt).get(record.speerpunt or 0), record.theme
        above += [ref_of(speerpunt)] if speerpunt else []
    theme = speerpunt.theme if speerpunt else theme
    return [*above, Ref("themes", theme)] if theme is not None and theme in dossier.of(Theme) else above


def matrix_rows(dossier: Dossier, span: tuple[date, date] | None = None) -> list[MatrixRow]:
    """All rows, or the milestones that run in these days (first and last) with what stands above them.

    Milestones directly under a theme come before its speerpunten; those without a theme come last.
    """
    rows = rows_by_ref(dossier)
    if span is None:
        return list(rows.values())
    kept: set[Ref] = set()
    for row in rows.values():
        milestone = dossier.get(row.ref)
        if isinstance(milestone, Milestone) and _runs_in(milestone, *span):
            kept |= {row.ref, *ancestors(dossier, row.ref)}
    return [row for row in rows.values() if row.ref in kept]


def matrix_row(dossier: Dossier, row: Ref) -> MatrixRow | None:
    """One row; None when it is no row of the matrix (any more)."""
    return rows_by_ref(dossier).get(row)


def doers(dossier: Dossier, row: Ref) -> Sequence[Ref]:
    """The parties and bodies that carry out a row, from the row above it when it has no roles of its own."""
    shown_row = matrix_row(dossier, row)
    return shown_row.with_code(DOES) if shown_row else ()


def rows_by_ref(dossier: Dossier) -> Mapping[Ref, MatrixRow]:
    """Every row, in order."""
    return _rows(dossier).rows


@frozen
class _Structure:
    """Every row without its codes, with the rows whose codes it may show; and the rows below each of those."""

    rows: Mapping[Ref, tuple[Theme | Speerpunt | Milestone, Ref | None, Sequence[Ref]]]
    below: Mapping[Ref, Sequence[Ref]]


@while_same("themes", "speerpunten", "milestones")
def _structure(dossier: Dossier) -> _Structure:
    below: dict[Ref, list[Ref]] = {}
    rows: dict[Ref, tuple[Theme | Speerpunt | Milestone, Ref | None, Sequence[Ref]]] = {}
    for record, above in _in_order(dossier):
        ref, parent = ref_of(record), ref_of(above) if above else None
        # What `ancestors` says, without looking up again what stands above.
        rows[ref] = (record, parent, (parent, *rows[parent][2]) if parent else ())
        for ancestor in rows[ref][2]:
            below.setdefault(ancestor, []).append(ref)
    return _Structure(rows, below)


@frozen
class _Rows:
    """The rows, and what they were made of."""

    structure: _Structure
    cells: Mapping[Ref, Cells]
    rows: Mapping[Ref, MatrixRow]


@going_on
def _rows(dossier: Dossier, last: _Rows | None) -> _Rows:
    """Rows of which nothing changed are the same objects as before."""
    structure, cells = _structure(dossier), _filled(dossier).cells
    if last is None or last.structure is not structure:
        return _Rows(structure, cells, {ref: _row(ref, structure, cells) for ref in structure.rows})
    changed = {ref for ref, own in cells.items() if last.cells.get(ref) is not own}
    changed |= last.cells.keys() - cells.keys()
    rows = dict(last.rows)
    for ref in changed.union(*(structure.below.get(ref, ()) for ref in changed)) & rows.keys():
        rows[ref] = _row(ref, structure, cells)
    return _Rows(structure, cells, rows)


def _row(ref: Ref, structure: _Structure, cells: Mapping[Ref, Cells]) -> MatrixRow:
    record, above, ancestors = structure.rows[ref]
    own = cells.get(ref, {})
    source = None if own else next((ancestor for ancestor in ancestors if ancestor in cells), None)
    shown = cells[source] if source else own
    return MatrixRow(ref, LEVELS[ref.table], str(record.number), record.title, own, shown, source, above)


def _in_order(dossier: Dossier) -> Iterator[tuple[Theme | Speerpunt | Milestone, Theme | Speerpunt | None]]:
    """Every row with the one above it."""
    for theme in dossier.of(Theme).values():
        yield theme, None
        yield from _under(dossier, theme, dossier.speerpunten_of(theme.id), dossier.milestones_of(theme.id))
    lost = [speerpunt for speerpunt in dossier.of(Speerpunt).values() if speerpunt.theme not in dossier.of(Theme)]
    yield from _under(dossier, None, lost, dossier.milestones_of(0))


def _under(
    dossier: Dossier, theme: Theme | None, speerpunten: Sequence[Speerpunt], milestones: Sequence[Milestone]
) -> Iterator[tuple[Speerpunt | Milestone, Theme | Speerpunt | None]]:
    known = dossier.of(Speerpunt)
    direct = [(milestone, theme) for milestone in milestones if milestone.speerpunt not in known]
    if theme:
        yield from direct
    for speerpunt in speerpunten:
        yield speerpunt, theme
        for milestone in dossier.milestones_of_speerpunt(speerpunt.id):
            yield milestone, speerpunt
    if not theme:
        yield from direct


def _runs_in(milestone: Milestone, first: date, last: date) -> bool:
    """Whether it runs on one of these days; with one date that is known it is there on that day."""
    start, due = milestone.start or milestone.due, milestone.due or milestone.start
    return start is not None and due is not None and start <= last and due >= first


def about(dossier: Dossier, row: Ref) -> str:
    """What a row is called in a sentence: `1.3a` for a milestone, else `thema 1`, or as the region calls that."""
    number = str(getattr(dossier.get(row), "number", row.id))
    return number if row.table == "milestones" else f"{word_of_table(dossier.region, row.table).singular} {number}"
