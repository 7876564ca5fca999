"""The changes that fill in the VERI matrix: letters, ranges, copies, and what happens to roles from the row above."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from sto_tui.domain import dutch
from sto_tui.domain.change import Change, Edit, added, edited, removed
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Veri, VeriCode
from sto_tui.domain.record import Ref
from sto_tui.planning.veri.columns import LONGEST_NAME, columns_by_ref, cut_name
from sto_tui.planning.veri.matrix import (
    LEVELS,
    MOST_NAMED,
    Cell,
    Cells,
    Roles,
    about,
    ancestors,
    cells_of,
    matrix_row,
    roles_of,
    rows_by_ref,
)

_BRIEF_NAME = 24


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
        return next(
            (candidate for candidate in (row, *ancestors(dossier, row)) if self._codes(dossier, candidate)), None
        )

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
    wanted_cells: dict[Ref, dict[Ref, Cell]] = {}
    for row, party in cells:
        wanted_cells.setdefault(row, {})[party] = (code,) if code else ()
    done = _rewritten(dossier, wanted_cells)
    return Change(_filled_label(dossier, wanted_cells, code, done), done.edits)


def _filled_label(dossier: Dossier, wanted_cells: Mapping[Ref, Cells], code: VeriCode | None, done: _Rewriting) -> str:
    """Which cells show something else, also through the row above; and which other roles came along or apply now."""
    fallen = [row for row in wanted_cells if cells_of(dossier, row) and done.source(dossier, row) not in (row, None)]
    changed = []
    for row in filter(rows_by_ref(dossier).__contains__, wanted_cells):
        before, after = rows_by_ref(dossier)[row].shown, done.shown(dossier, row)
        for party in wanted_cells[row]:
            differs = before.get(party, ()) != after.get(party, ())
            if differs if code else party in before and (row in fallen or differs):
                changed.append((row, party))
    confirmed = [cell for cell in done.confirmed if cell not in changed]
    brief = _BRIEF_NAME if done.taken or fallen else LONGEST_NAME
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
    content = f"op {code.value}" if code else "leeg"
    if len(cells) != 1:
        return f"{dutch.count(len(cells), 'cel', 'cellen')} {content}{' bevestigd' if confirmed else ''}"
    ((row, party),) = cells
    where, name = dutch.capital(about(dossier, row)), cut_name(dossier, party, most)
    if confirmed and code:
        return f"{where}, {name}: {code.value} bevestigd"
    return f"{where}: {f'{code.value} voor {name}' if code else f'{name} leeg'}"


def _now_applies(dossier: Dossier, sources: Sequence[Ref]) -> str:
    if len(sources) > MOST_NAMED:
        return "geldt nu het niveau erboven"
    return f"{'geldt' if len(sources) == 1 else 'gelden'} nu {_named_rows(dossier, sources)}"


def why_not_cleared(dossier: Dossier, cells: Sequence[tuple[Ref, Ref]]) -> str:
    """Where the roles in these cells, each (row, party), come from when they cannot be cleared here; else empty."""
    rows = ((matrix_row(dossier, row), party) for row, party in cells)
    sources = [row.inherited_from for row, party in rows if row and row.inherited_from and party in row.shown]
    if not sources or filled(dossier, cells, None).edits:
        return ""
    role = "Deze rol komt" if len(sources) == 1 else "Deze rollen komen"
    return f"{role} van {_named_rows(dossier, list(dict.fromkeys(sources)))}; maak de cel daar leeg."


def copied(dossier: Dossier, row: Ref, rows: Collection[Ref]) -> Change:
    """The change that gives each of `rows` the codes that `row` shows, in place of its own.

    What is not talked through in `row` is not talked through in the others either, unless it was there already.
    """
    source = matrix_row(dossier, row)
    wanted_cells = {target: source.shown for target in rows if target != row} if source else {}
    done = _rewritten(dossier, wanted_cells, copied_from=source.inherited_from or row if source else None)
    return Change(f"Rollen van {about(dossier, row)} gekopieerd naar {_named_rows(dossier, done.changed)}", done.edits)


def _named_rows(dossier: Dossier, rows: Sequence[Ref]) -> str:
    if 0 < len(rows) <= MOST_NAMED:
        return dutch.enumerate_words([about(dossier, row) for row in rows])
    return dutch.count(len(rows), "rij", "rijen")


def _rewritten(dossier: Dossier, wanted_cells: Mapping[Ref, Cells], *, copied_from: Ref | None = None) -> _Rewriting:
    """What has to change for these cells; from the top down, since what a row shows can come from one above it.

    The cells are typed, or copied from a row; then the other cells of the rows become empty.
    """
    planned: dict[Ref, Cells] = {}
    derived: dict[Ref, Roles] = {}
    edits: list[Edit] = []
    changed: list[Ref] = []
    taken: Counter[Ref] = Counter()
    copied_derived = _derived_in(dossier, copied_from) if copied_from else frozenset()
    for row in sorted(filter(rows_by_ref(dossier).__contains__, wanted_cells), key=lambda ref: LEVELS[ref.table]):
        cells = {party: cell for party, cell in wanted_cells[row].items() if party in columns_by_ref(dossier)}
        own, source = cells_of(dossier, row), None
        shown = own
        if not own:
            above = (
                (ancestor, planned.get(ancestor, cells_of(dossier, ancestor))) for ancestor in ancestors(dossier, row)
            )
            source, shown = next(((ancestor, codes) for ancestor, codes in above if codes), (None, {}))
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
    talked_through = {(role.party, role.code) for role in roles_of(dossier, row) if not role.derived}
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
    edits: list[Edit] = []
    roles: dict[Ref, list[Veri]] = {}
    for role in roles_of(dossier, row):
        roles.setdefault(role.party, []).append(role)
    for party in {**own, **after}:
        if own.get(party) == after.get(party) and party not in confirmed:
            continue
        before, codes = roles.get(party, []), after.get(party, ())
        kept = {role.code: role for role in before if role.code in codes}
        missing = [code for code in codes if code not in kept]
        spare = [role for role in before if kept.get(role.code) is not role]
        for code, role in [*kept.items(), *zip(missing, spare, strict=False)]:
            edits += edited(role, code=code, derived=(party, code) in derived)
        for role in spare[len(missing) :]:
            edits += removed(role)
        for code in missing[len(spare) :]:
            new = Veri(id=first_id - len(edits), row=row, party=party, code=code, derived=(party, code) in derived)
            edits += added(new)
    return edits
