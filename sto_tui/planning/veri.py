"""The VERI matrix: its cells, rows and columns, and the changes that fill it in.

A row without codes of its own shows those of the row above it: a milestone those of its speerpunt, else of its theme.
Source: the STO page on roles of 2020.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, count

from sto_tui.domain import dutch
from sto_tui.domain.change import Change, Edit
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.milestones import Milestone, Veri, VeriCode
from sto_tui.domain.parties import Body, Party
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.domain.record import Ref
from sto_tui.domain.tables import TABLES
from sto_tui.planning.versions import once_per_version

HEAD_WIDTH = 4
HIGHEST_PLACE = 999
# How many rows or parties a sentence names; more are counted.
MOST_NAMED = 3
DOES = frozenset(code for code in VeriCode if code.does)
DECIDES = frozenset(code for code in VeriCode if code.decides)

_LEVELS = {"themes": 0, "speerpunten": 1, "milestones": 2}
_PLACE_OF = {code: place for place, code in enumerate(VeriCode)}
_WORD = re.compile(r"\w+")
_LONGEST_NAME = 40
_BRIEF_NAME = 24

Cell = tuple[VeriCode, ...]
Cells = Mapping[Ref, Cell]
Roles = frozenset[tuple[Ref, VeriCode]]


@dataclass(frozen=True)
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

    def with_code(self, codes: Collection[VeriCode]) -> list[Ref]:
        """The parties that the row shows with one of these codes."""
        return [party for party, cell in self.shown.items() if any(code in codes for code in cell)]

    @property
    def both_in_and_out(self) -> list[Ref]:
        """The parties that are out of the loop and have a role as well."""
        outside = VeriCode.OUT_OF_THE_LOOP
        return [party for party, cell in self.shown.items() if outside in cell and len(cell) > 1]


# Rows.


@once_per_version
def _all_cells(dossier: Dossier) -> Mapping[Ref, Cells]:
    """The own codes of every row that has any, of parties that exist, in the order of the columns."""
    order = columns(dossier, hidden=True)
    places = {column: place for place, column in enumerate(order)}
    found: dict[Ref, dict[int, Cell]] = {}
    for role in dossier.veri.values():
        place = places.get(role.party)
        if place is not None:
            cells = found.setdefault(role.row, {})
            cells[place] = _in_order_of_legend((*cells[place], role.code)) if place in cells else (role.code,)
    return {row: {order[place]: cells[place] for place in sorted(cells)} for row, cells in found.items()}


def _in_order_of_legend(codes: Cell) -> Cell:
    return tuple(sorted(set(codes), key=_PLACE_OF.__getitem__))


def cells_of(dossier: Dossier, row: Ref) -> Cells:
    """The own codes of a row per party, each cell in the order of the legend."""
    return _all_cells(dossier).get(row, {})


def ancestors(dossier: Dossier, row: Ref) -> list[Ref]:
    """The rows whose codes a row without its own shows: the nearest first."""
    record = dossier.get(row)
    speerpunt = record if isinstance(record, Speerpunt) else None
    theme = None
    above = []
    if isinstance(record, Milestone):
        speerpunt, theme = dossier.speerpunten.get(record.speerpunt or 0), record.theme
        above += [ref_of(speerpunt)] if speerpunt else []
    theme = speerpunt.theme if speerpunt else theme
    return [*above, Ref("themes", theme)] if theme is not None and theme in dossier.themes else above


def matrix_rows(dossier: Dossier, span: tuple[date, date] | None = None) -> list[MatrixRow]:
    """All rows, or the milestones that run in these days (first and last) with what stands above them.

    Milestones directly under a theme come before its speerpunten; those without a theme come last.
    """
    rows = _rows_by_ref(dossier)
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
    return _rows_by_ref(dossier).get(row)


def doers(dossier: Dossier, row: Ref) -> list[Ref]:
    """The parties and bodies that carry out a row, from the row above it when it has no roles of its own."""
    found = matrix_row(dossier, row)
    return found.with_code(DOES) if found else []


@once_per_version
def _rows_by_ref(dossier: Dossier) -> Mapping[Ref, MatrixRow]:
    found = {}
    for record, above in _in_order(dossier):
        ref = ref_of(record)
        own = cells_of(dossier, ref)
        source = None if own else next((one for one in ancestors(dossier, ref) if cells_of(dossier, one)), None)
        shown = cells_of(dossier, source) if source else own
        head = ref_of(above) if above else None
        found[ref] = MatrixRow(ref, _LEVELS[ref.table], str(record.number), record.title, own, shown, source, head)
    return found


def _in_order(dossier: Dossier) -> Iterator[tuple[Theme | Speerpunt | Milestone, Theme | Speerpunt | None]]:
    """Every row with the one above it."""
    for theme in dossier.themes.values():
        yield theme, None
        yield from _under(dossier, theme, dossier.speerpunten_of(theme.id), dossier.milestones_of(theme.id))
    lost = [one for one in dossier.speerpunten.values() if one.theme not in dossier.themes]
    yield from _under(dossier, None, lost, dossier.milestones_of(0))


def _under(
    dossier: Dossier, theme: Theme | None, speerpunten: Sequence[Speerpunt], milestones: Sequence[Milestone]
) -> Iterator[tuple[Speerpunt | Milestone, Theme | Speerpunt | None]]:
    direct = [(one, theme) for one in milestones if one.speerpunt not in dossier.speerpunten]
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
    """What a row is called in a sentence: `1.3a` for a milestone, else `thema 1` or `speerpunt 1.3`."""
    number = str(getattr(dossier.get(row), "number", row.id))
    return number if row.table == "milestones" else f"{TABLES[row.table].singular} {number}"


# Columns.


def columns(dossier: Dossier, *, hidden: bool = False) -> list[Ref]:
    """Bodies and parties in the order of the region; with `hidden` also those it left out."""
    found = _columns(dossier)
    return list(found) if hidden else [ref for ref, column in found.items() if not column.veri_hidden]


@once_per_version
def _columns(dossier: Dossier) -> Mapping[Ref, Party | Body]:
    """Every column in its order; those without a place come last, bodies first."""
    records: list[Party | Body] = [*dossier.bodies.values(), *dossier.parties.values()]
    records.sort(key=lambda column: column.veri_order or HIGHEST_PLACE + 1)
    return {ref_of(column): column for column in records}


def hidden_with_roles(dossier: Dossier) -> int:
    """How many columns that are left out hold a role."""
    used = {party for cells in _all_cells(dossier).values() for party in cells}
    return sum(column.veri_hidden for ref, column in _columns(dossier).items() if ref in used)


def short_head(dossier: Dossier, column: Ref) -> str:
    """The head of a column, at most four cells wide and no two alike; empty for what is no column."""
    return _heads(dossier).get(column, "")


@once_per_version
def _heads(dossier: Dossier) -> Mapping[Ref, str]:
    """Heads by column: those with an abbreviation choose first."""
    heads: dict[Ref, str] = {}
    taken: set[str] = set()
    for ref, column in sorted(_columns(dossier).items(), key=lambda item: not item[1].short):
        head = next(one for one in _possible_heads(column) if one.casefold() not in taken)
        taken.add(head.casefold())
        heads[ref] = head
    return heads


def _possible_heads(column: Party | Body) -> Iterator[str]:
    """The abbreviation or the initials, then other letters of the name or `?`, then a number behind it."""
    words = _WORD.findall(column.name)
    letters = "".join(words).upper()
    initials = "".join(word[0] for word in words).upper()
    wished = [column.short] if column.short else [initials] if len(words) > 1 else []
    for text in (*wished, letters[: 4 if len(letters) == 4 else 3], letters):
        if head := _cut(text, HEAD_WIDTH):
            yield head
    start = (wished or [letters])[0] or "?"
    for number in chain(("",), map(str, count(2))):
        yield _cut(start, HEAD_WIDTH - len(number)) + number


def _cut(text: str, width: int) -> str:
    """The beginning of a text, at most `width` cells wide."""
    cells = 0
    for place, letter in enumerate(text):
        cells += 0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        if cells > width:
            return text[:place].rstrip()
    return text


def moved_column(dossier: Dossier, column: Ref, step: int) -> Change:
    """The change that moves a column `step` visible places to the right (below zero: left); no edits at the edge."""
    label = f"Kolom ‘{_name(dossier, column)}’ naar {'links' if step < 0 else 'rechts'} verplaatst"
    visible, order = columns(dossier), columns(dossier, hidden=True)
    if column not in visible:
        return Change(label, ())
    place = visible.index(column)
    other = visible[min(max(place + step, 0), len(visible) - 1)]
    if other == column:
        return Change(label, ())
    order.remove(column)
    order.insert(order.index(other) + (step > 0), column)
    return Change(label, tuple(_placing(dossier, order)))


def _placing(dossier: Dossier, order: Sequence[Ref]) -> Iterator[Edit]:
    """The edits that give the columns this order; those at the end that stand right without a place get none."""
    records = _columns(dossier)
    unplaced = {ref: place for place, ref in enumerate(chain(_refs(dossier.bodies), _refs(dossier.parties)))}
    many = len(order)
    while many and not records[order[many - 1]].veri_order:
        if many < len(order) and unplaced[order[many - 1]] > unplaced[order[many]]:
            break
        many -= 1
    for place, ref in enumerate(order[:many], 1):
        column = records[ref]
        if column.veri_order != min(place, HIGHEST_PLACE):
            yield Edit(ref, column, column.changed(veri_order=min(place, HIGHEST_PLACE)))


def _refs(columns: Mapping[int, Party | Body]) -> list[Ref]:
    return [ref_of(column) for column in columns.values()]


def hidden_column(dossier: Dossier, column: Ref, hidden: bool) -> Change:
    """The change that leaves a column out of the matrix, or brings it back."""
    label = f"Kolom ‘{_name(dossier, column)}’ {'verborgen' if hidden else 'teruggezet'}"
    record = _columns(dossier).get(column)
    if record is None or record.veri_hidden is hidden:
        return Change(label, ())
    return Change(label, (Edit(column, record, record.changed(veri_hidden=hidden)),))


def _name(dossier: Dossier, ref: Ref, most: int = _LONGEST_NAME) -> str:
    name = dossier.caption(ref)
    return name if len(name) <= most else f"{name[: most - 1].rstrip()}…"


# Filling in.


@dataclass(frozen=True)
class _Rewriting:
    """The edits of some rows, what those rows have of their own then, and how many roles came from which row above."""

    edits: tuple[Edit, ...]
    own: Mapping[Ref, Cells]
    taken: Mapping[Ref, int]
    changed: tuple[Ref, ...]

    @property
    def confirmed(self) -> list[tuple[Ref, Ref]]:
        """The cells, each (row, party), with a role that keeps its code and was talked through."""
        pairs = ((edit.before, edit.after) for edit in self.edits)
        return [
            (after.row, after.party)
            for before, after in pairs
            if isinstance(before, Veri) and isinstance(after, Veri) and before.code == after.code
        ]

    def source(self, dossier: Dossier, row: Ref) -> Ref | None:
        """The row whose codes `row` then shows; itself when it has its own."""
        return next((one for one in (row, *ancestors(dossier, row)) if self._codes(dossier, one)), None)

    def shown(self, dossier: Dossier, row: Ref) -> Cells:
        """What `row` then shows."""
        source = self.source(dossier, row)
        return self._codes(dossier, source) if source else {}

    def _codes(self, dossier: Dossier, row: Ref) -> Cells:
        return self.own[row] if row in self.own else cells_of(dossier, row)


def filled(dossier: Dossier, cells: Iterable[tuple[Ref, Ref]], code: VeriCode | None) -> Change:
    """The change that puts one code (None: nothing) in these cells, each (row, party); no edits when all have it.

    A row that showed the codes of the row above it takes those of the other parties over as its own; one of which the
    last own code goes shows those of the row above it again. The same code again confirms a role that was derived.
    """
    wanted: dict[Ref, dict[Ref, Cell]] = {}
    for row, party in cells:
        wanted.setdefault(row, {})[party] = (code,) if code else ()
    done = _rewritten(dossier, wanted)
    return Change(_filled_label(dossier, wanted, code, done), done.edits)


def _filled_label(dossier: Dossier, wanted: Mapping[Ref, Cells], code: VeriCode | None, done: _Rewriting) -> str:
    """Which cells show something else, also through the row above; and which other roles came along or apply now."""
    fallen = [row for row in wanted if cells_of(dossier, row) and done.source(dossier, row) not in (row, None)]
    changed = []
    for row in filter(_rows_by_ref(dossier).__contains__, wanted):
        before, after = _rows_by_ref(dossier)[row].shown, done.shown(dossier, row)
        for party in wanted[row]:
            differs = before.get(party, ()) != after.get(party, ())
            if differs if code else party in before and (row in fallen or differs):
                changed.append((row, party))
    confirmed = [cell for cell in done.confirmed if cell not in changed]
    brief = _BRIEF_NAME if done.taken or fallen else _LONGEST_NAME
    label = _cells_label(dossier, changed or confirmed, code, brief, confirmed=bool(confirmed) and not changed)
    if changed and confirmed:
        label += f", {dutch.count(len(confirmed), 'cel', 'cellen')} bevestigd"
    if done.taken:
        many = sum(done.taken.values())
        roles = f"{'' if many == 1 else f'{many} '}{'' if code else 'andere '}{'rol' if many == 1 else 'rollen'}"
        label += f", met de {roles} van {_named_rows(dossier, list(done.taken))}"
    if fallen:
        sources = list(dict.fromkeys(source for row in fallen if (source := done.source(dossier, row))))
        where = "daar" if all(row in fallen for row, _ in changed) else f"in {_named_rows(dossier, fallen)}"
        label += f"; {where} {_now_applies(dossier, sources)}"
    return label


def _cells_label(
    dossier: Dossier, cells: Sequence[tuple[Ref, Ref]], code: VeriCode | None, most: int, *, confirmed: bool
) -> str:
    """What these cells got; `most` is how many letters of a name there is room for."""
    what = f"op {code.value}" if code else "leeg"
    if len(cells) != 1:
        return f"{dutch.count(len(cells), 'cel', 'cellen')} {what}{' bevestigd' if confirmed else ''}"
    ((row, party),) = cells
    where, name = dutch.capital(about(dossier, row)), _name(dossier, party, most)
    if confirmed and code:
        return f"{where}, {name}: {code.value} bevestigd"
    return f"{where}: {f'{code.value} voor {name}' if code else f'{name} leeg'}"


def _now_applies(dossier: Dossier, sources: Sequence[Ref]) -> str:
    if len(sources) > MOST_NAMED:
        return "geldt nu de rij erboven"
    return f"{'geldt' if len(sources) == 1 else 'gelden'} nu {_named_rows(dossier, sources)}"


def why_not_cleared(dossier: Dossier, cells: Sequence[tuple[Ref, Ref]]) -> str:
    """Where the roles in these cells, each (row, party), come from when they cannot be cleared here; else empty."""
    rows = ((matrix_row(dossier, row), party) for row, party in cells)
    sources = [row.inherited_from for row, party in rows if row and row.inherited_from and party in row.shown]
    if not sources or filled(dossier, cells, None).edits:
        return ""
    role, it = ("Deze rol komt", "hem") if len(sources) == 1 else ("Deze rollen komen", "ze")
    return f"{role} van {_named_rows(dossier, list(dict.fromkeys(sources)))}; maak {it} daar leeg."


def copied(dossier: Dossier, row: Ref, rows: Collection[Ref]) -> Change:
    """The change that gives each of `rows` the codes that `row` shows, in place of its own.

    What is not talked through in `row` is not talked through in the others either, unless it was there already.
    """
    source = matrix_row(dossier, row)
    wanted = {one: source.shown for one in rows if one != row} if source else {}
    done = _rewritten(dossier, wanted, copied_from=source.inherited_from or row if source else None)
    return Change(f"Rollen van {about(dossier, row)} gekopieerd naar {_named_rows(dossier, done.changed)}", done.edits)


def _named_rows(dossier: Dossier, rows: Sequence[Ref]) -> str:
    if 0 < len(rows) <= MOST_NAMED:
        return dutch.enumerate_words([about(dossier, row) for row in rows])
    return dutch.count(len(rows), "rij", "rijen")


def _rewritten(dossier: Dossier, wanted: Mapping[Ref, Cells], *, copied_from: Ref | None = None) -> _Rewriting:
    """What has to change for these cells; from the top down, since what a row shows can come from one above it.

    The cells are typed, or copied from a row; then the other cells of the rows become empty.
    """
    planned: dict[Ref, Cells] = {}
    derived: dict[Ref, Roles] = {}
    edits: list[Edit] = []
    changed: list[Ref] = []
    taken: Counter[Ref] = Counter()
    copied_derived = _derived_in(dossier, copied_from) if copied_from else frozenset()
    for row in sorted(filter(_rows_by_ref(dossier).__contains__, wanted), key=lambda one: _LEVELS[one.table]):
        cells = {party: cell for party, cell in wanted[row].items() if party in _columns(dossier)}
        own, source = cells_of(dossier, row), None
        shown = own
        if not own:
            above = ((one, planned.get(one, cells_of(dossier, one))) for one in ancestors(dossier, row))
            source, shown = next(((one, codes) for one, codes in above if codes), (None, {}))
        after = {party: cell for party, cell in {**({} if copied_from else shown), **cells}.items() if cell}
        before_derived = derived[source] if source in derived else _derived_in(dossier, source or row)
        now_derived = _still_derived(before_derived, copied_derived, own, after, cells)
        if after == shown and (source or now_derived == before_derived):
            continue
        planned[row], derived[row] = after, now_derived
        edits += _row_edits(dossier, row, after, now_derived, first_id=-1 - len(edits))
        if after or not source:
            changed.append(row)
        if source and (others := sum(len(cell) for party, cell in after.items() if party not in cells)):
            taken[source] += others
    return _Rewriting(tuple(edits), planned, taken, tuple(changed))


def _derived_in(dossier: Dossier, row: Ref) -> Roles:
    """The own roles of a row that were made from the text of the plan and not talked through."""
    talked_through = {(role.party, role.code) for role in dossier.veri_row(row) if not role.derived}
    return frozenset((party, code) for party, cell in cells_of(dossier, row).items() for code in cell) - talked_through


def _still_derived(before: Roles, copied: Roles, own: Cells, after: Cells, cells: Cells) -> Roles:
    """Which roles of `after` were not talked through.

    Outside `cells` those that were not in the row it comes from (`before`). In them those that were not in the row
    that was copied, unless this row did so itself; of what is typed none.
    """

    def is_derived(party: Ref, code: VeriCode) -> bool:
        if party not in cells:
            return (party, code) in before
        return (party, code) in copied and (code not in own.get(party, ()) or (party, code) in before)

    return frozenset((party, code) for party, cell in after.items() for code in cell if is_derived(party, code))


def _row_edits(dossier: Dossier, row: Ref, after: Cells, derived: Roles, first_id: int) -> list[Edit]:
    """The edits that leave a row with these codes, `derived` of them not talked through.

    What stays has no edit, what gets another code keeps its id.
    """
    own = cells_of(dossier, row)
    confirmed = {party for party, _ in _derived_in(dossier, row) - derived}
    found: list[Edit] = []
    roles: dict[Ref, list[Veri]] = {}
    for role in dossier.veri_row(row):
        roles.setdefault(role.party, []).append(role)
    for party in {**own, **after}:
        if own.get(party) == after.get(party) and party not in confirmed:
            continue
        before, codes = roles.get(party, []), after.get(party, ())
        kept = {role.code: role for role in before if role.code in codes}
        missing = [code for code in codes if code not in kept]
        spare = [role for role in before if kept.get(role.code) is not role]
        for code, role in [*kept.items(), *zip(missing, spare, strict=False)]:
            now = role.changed(code=code, derived=(party, code) in derived)
            if now != role:
                found.append(Edit(ref_of(role), role, now))
        found += [Edit(ref_of(role), role, None) for role in spare[len(missing) :]]
        for code in missing[len(spare) :]:
            new = Veri(id=first_id - len(found), row=row, party=party, code=code, derived=(party, code) in derived)
            found.append(Edit(ref_of(new), None, new))
    return found
