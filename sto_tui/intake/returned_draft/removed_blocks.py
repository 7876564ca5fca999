"""Tables and chapters of which nothing is left in a draft that came back: each is one thing that people did."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from sto_tui.intake.returned_draft.layout import SentLayout
from sto_tui.intake.returned_draft.returned import LooseText, RemovedBlock
from sto_tui.intake.returned_draft.sent import SentUnit, UnitRole

_COUNTED = ("Tabel ", "Figuur ")


def removed_blocks(
    layout: SentLayout,
    there: Collection[int],
    gone: Collection[int],
    texts: Mapping[int, LooseText],
    who_deleted: Callable[[set[int]], tuple[str, ...]],
) -> Iterator[RemovedBlock]:
    """The blocks in the order of the draft.

    `there` are the units that came back, `gone` the fields that did not, by their place among those that were sent, and
    `texts` what went of sto-tui itself, by its unit. `who_deleted` says who deleted units with tracking on.
    """
    left = _left(layout, there, gone)
    start = 0
    for number in range(len(layout.sent.units) + 1):
        if number == len(layout.sent.units) or number in left:
            if start < number and _is_block(layout.sent.units[start:number]):
                numbers = range(start, number)
                yield _block(layout, numbers, texts, who_deleted({*numbers}))
            start = number + 1


def _left(layout: SentLayout, there: Collection[int], gone: Collection[int]) -> set[int]:
    """The units that are there in some way: of a table with a row that is left, all of them."""
    units = layout.sent.units
    left = {*there} | {unit for unit, field in layout.prose.items() if field not in gone}
    tables = {units[number].table for number in left} - {0}
    return left | {number for number, unit in enumerate(units) if unit.table in tables}


def _is_block(units: Sequence[SentUnit]) -> bool:
    return any(unit.table or unit.role is UnitRole.HEADING for unit in units)


def _block(
    layout: SentLayout, numbers: range, texts: Mapping[int, LooseText], authors: tuple[str, ...]
) -> RemovedBlock:
    fields = [layout.sent.fields[place].address for number in numbers for place in layout.of_unit.get(number, ())]
    lost = tuple(texts[number] for number in numbers if number in texts)
    return RemovedBlock(_name(layout, numbers), tuple(fields), lost, authors)


def _name(layout: SentLayout, numbers: range) -> str:
    """What people call it: its heading, or from which heading to which."""
    units = layout.sent.units
    headings = [number for number in numbers if units[number].role is UnitRole.HEADING]
    if not headings:
        above = layout.heading_above(numbers[0])
        return f"‘{above}’" if above.startswith(_COUNTED) else f"Tabel onder ‘{above}’" if above else "Tabel"
    first = layout.heading_above(headings[0])
    if len(headings) == 1:
        return f"‘{first}’"
    rest = range(numbers.stop, len(units))
    after = next((layout.heading_above(number) for number in rest if units[number].role is UnitRole.HEADING), "")
    return f"Van ‘{first}’ tot {f'‘{after}’' if after else 'het einde'}"
