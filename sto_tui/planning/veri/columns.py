"""The columns of the VERI matrix: bodies and parties in the region's own order, with a short head."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, count

from sto_tui.domain.change import Change, Edit, edited
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.milestones import Veri
from sto_tui.domain.parties import Body, Party
from sto_tui.domain.record import Ref
from sto_tui.domain.text import shortened
from sto_tui.patterns import pattern
from sto_tui.planning.once_per_version import while_same
from sto_tui.planning.parties_of_plan import parties_of_plan

HEAD_WIDTH = 4
HIGHEST_PLACE = 999

_WORD = pattern(r"\w+")
LONGEST_NAME = 40


def columns(dossier: Dossier, *, hidden: bool = False) -> list[Ref]:
    """Bodies and the parties of the plan in the order of the region; with `hidden` also those it left out."""
    of_plan = {party.id for party in parties_of_plan(dossier)}
    return [
        ref
        for ref, column in columns_by_ref(dossier).items()
        if (hidden or not column.veri_hidden) and (ref.table != "parties" or ref.id in of_plan)
    ]


@while_same("bodies", "parties")
def columns_by_ref(dossier: Dossier) -> Mapping[Ref, Party | Body]:
    """Every column of any plan in its order; those without a place come last, bodies first."""
    records: list[Party | Body] = [*dossier.of(Body).values(), *dossier.of(Party).values()]
    records.sort(key=lambda column: column.veri_order or HIGHEST_PLACE + 1)
    return {ref_of(column): column for column in records}


def hidden_with_roles(dossier: Dossier) -> int:
    """How many columns that are left out hold a role."""
    hidden = {ref for ref, column in columns_by_ref(dossier).items() if column.veri_hidden}
    return len({role.party for role in dossier.of(Veri).values() if role.party in hidden}) if hidden else 0


def short_head(dossier: Dossier, column: Ref) -> str:
    """The head of a column, at most four cells wide and no two alike; empty for what is no column."""
    return _heads(dossier).get(column, "")


@while_same("bodies", "parties")
def _heads(dossier: Dossier) -> Mapping[Ref, str]:
    """Heads by column: those with an abbreviation choose first."""
    heads: dict[Ref, str] = {}
    taken: set[str] = set()
    for ref, column in sorted(columns_by_ref(dossier).items(), key=lambda item: not item[1].short):
        head = next(candidate for candidate in _possible_heads(column) if candidate.casefold() not in taken)
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
    label = f"Kolom ‘{cut_name(dossier, column)}’ naar {'links' if step < 0 else 'rechts'} verplaatst"
    visible, order = columns(dossier), list(columns_by_ref(dossier))
    if column not in visible:
        return Change(label, ())
    place = visible.index(column)
    neighbour = visible[min(max(place + step, 0), len(visible) - 1)]
    if neighbour == column:
        return Change(label, ())
    there = order.index(neighbour)
    order.remove(column)
    order.insert(there, column)
    return Change(label, tuple(_placing(dossier, order)))


def _placing(dossier: Dossier, order: Sequence[Ref]) -> Iterator[Edit]:
    """The edits that give the columns this order; those at the end that stand right without a place get none."""
    records = columns_by_ref(dossier)
    unplaced = {ref: place for place, ref in enumerate(chain(_refs(dossier.of(Body)), _refs(dossier.of(Party))))}
    many = len(order)
    while many and not records[order[many - 1]].veri_order:
        if many < len(order) and unplaced[order[many - 1]] > unplaced[order[many]]:
            break
        many -= 1
    for place, ref in enumerate(order[:many], 1):
        yield from edited(records[ref], veri_order=min(place, HIGHEST_PLACE))


def _refs(columns: Mapping[int, Party | Body]) -> list[Ref]:
    return [ref_of(column) for column in columns.values()]


def hidden_column(dossier: Dossier, column: Ref, hidden: bool) -> Change:
    """The change that leaves a column out of the matrix, or brings it back."""
    label = f"Kolom ‘{cut_name(dossier, column)}’ {'verborgen' if hidden else 'teruggezet'}"
    record = columns_by_ref(dossier).get(column)
    if record is None or record.veri_hidden is hidden:
        return Change(label, ())
    return Change(label, edited(record, veri_hidden=hidden))


def cut_name(dossier: Dossier, ref: Ref, most: int = LONGEST_NAME) -> str:
    """The name of a column, cut for a label."""
    return shortened(dossier.caption(ref), most)
