"""What colours and struck letters of a sheet may say: how a milestone is doing, or that it is off.

A colour says nothing by itself. In the column of lights each is asked; anywhere else it is told, with what stands
beside a cell of that colour outside the table, which is the legend.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from sto_tui.domain import dutch
from sto_tui.domain.milestones import Stoplicht
from sto_tui.domain.text import clean_line, plain, shortened
from sto_tui.intake.milestones.answers import COLOUR, NONE, STATE
from sto_tui.intake.milestones.columns import NOTHING, Block
from sto_tui.intake.milestones.doubts import state_question
from sto_tui.intake.milestones.named import rows_named
from sto_tui.intake.questions import IntakeQuestion
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.colour_names import colour_name
from sto_tui.intake.tables.sheet_looks import Fill, TabLooks, is_plain
from sto_tui.intake.tables.states import state_of

_MOST_NAMED = 6
_LONGEST_LEGEND = 30
# A colour of nearly all rows is how the table looks.
_BACKGROUND = 0.7
# Red, green and what lies between are those of a traffic light.
_LIGHTS = {
    "rood": Stoplicht.ROOD, "oranje": Stoplicht.ORANJE, "geel": Stoplicht.ORANJE, "groen": Stoplicht.GROEN,
    "lichtgroen": Stoplicht.GROEN,
}  # fmt: skip


@dataclass(frozen=True)
class SheetColours:
    """The colour of cells in the column of lights, by row; `legend` is what the sheet says of colours in lower case."""

    by_row: Mapping[int, Fill] = field(default_factory=dict)
    legend: Mapping[Fill, str] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()

    def question(self, colour: Fill, rows: int) -> IntakeQuestion:
        """Which light a colour is."""
        light = _LIGHTS.get(colour_name(colour).split(" ")[0])
        said = self.legend.get(colour.casefold(), "")
        state = state_of(said) if said else None
        beside = f"; het blad zegt ‘{shortened(said, _LONGEST_LEGEND)}’" if said else ""
        question = state_question(colour_name(colour), None, rows)
        how_many = dutch.count(rows, "rij", "rijen")
        # `Loopt achter` below red is worse than orange.
        is_worse = light is Stoplicht.ROOD and state is not None and state.light is Stoplicht.ORANJE
        proposed = state.light if state and not is_worse else light
        return replace(
            question,
            key=f"{STATE}{COLOUR}{colour}".casefold(),
            text=f"Welk stoplicht hoort bij de kleur {colour_name(colour)} ({how_many}{beside})?",
            proposed=proposed.value.replace("_", "-") if proposed else NONE,
        )


def colours_of(
    blocks: Sequence[Block], rows: Sequence[SheetRow], looks: TabLooks, left_out: Collection[int]
) -> SheetColours:
    """The colours of these tables of a tab; rows that are no milestone (`left_out`) do not count."""
    if not looks.fills and not looks.inks:
        return SheetColours()
    by_row: dict[int, Fill] = {}
    words: dict[str, set[Fill]] = defaultdict(set)
    around: dict[int, Fill] = {}
    many = 0
    for block in blocks:
        at, title = block.columns.fields.get("light"), block.columns.fields.get("title")
        for row in (row for row, _ in block.rows if row.number not in left_out):
            many += 1
            of_name = _colour(looks, row.number, title)
            colour = _colour(looks, row.number, at)
            if of_name:
                around[row.number] = of_name
            if colour and colour != of_name:
                by_row[row.number] = colour
            if at is not None and row.cell(at) not in NOTHING:
                words[plain(row.text(at))].add(colour)
    legend = _legend(rows, looks, {row.number for block in blocks for row, _ in block.rows} - {*left_out})
    told = [*_told_words(words), *_told_rows(around, many, legend)]
    lower = {colour.casefold(): said for colour, said in legend.items()}
    return SheetColours(by_row, lower, tuple(told))


def _colour(looks: TabLooks, row: int, column: int | None) -> Fill:
    """The colour behind a cell, else that of its letters."""
    if column is None:
        return ""
    fill = looks.fills.get(row, {}).get(column, "")
    return looks.inks.get(row, {}).get(column, "") if is_plain(fill) else fill


def _legend(rows: Sequence[SheetRow], looks: TabLooks, in_table: Collection[int]) -> dict[Fill, str]:
    """What stands in, or else right beside, a coloured cell that is not in the table."""
    legend: dict[Fill, str] = {}
    by_number = {row.number: row for row in rows}
    for number, fills in looks.fills.items():
        row = by_number.get(number)
        if number in in_table or row is None:
            continue
        for column, fill in fills.items():
            text = clean_line(row.text(column) or row.text(column + 1))
            if text and not is_plain(fill):
                legend.setdefault(fill, text)
    return legend


def _told_words(words: Mapping[str, Collection[Fill]]) -> Iterator[str]:
    """One word in several colours: then the colours say something that the word does not."""
    several = [word for word, colours in words.items() if any(map(str.isalnum, word)) and len(colours) > 1]
    if several:
        named = dutch.enumerate_words([f"‘{shortened(word, _LONGEST_LEGEND)}’" for word in several[:_MOST_NAMED]])
        yield f"Bij het stoplicht heeft {named} niet overal dezelfde kleur; het woord is genomen, de kleur niet."


def _told_rows(around: Mapping[int, Fill], many: int, legend: Mapping[Fill, str]) -> Iterator[str]:
    """The colours of the names, unless they only make the table easy to read."""
    counts = Counter(around.values())
    kept = {colour: rows for colour, rows in counts.items() if rows <= _BACKGROUND * many or colour in legend}
    if not kept or (len(counts) == 1 and _alternates([*around]) and not legend):
        return
    named = []
    for colour in [*kept][:_MOST_NAMED]:
        rows = [number for number, of_row in around.items() if of_row == colour]
        where = rows_named(rows)
        said = f", volgens het blad ‘{shortened(legend[colour], _LONGEST_LEGEND)}’" if colour in legend else ""
        named.append(f"{colour_name(colour)} ({where}{said})")
    yield (
        f"Kleuren die niet zijn overgenomen: {dutch.enumerate_words(named)}. Zeggen ze hoe het ervoor staat, zet dat "
        "dan in woorden in een kolom Stoplicht."
    )


def _alternates(rows: Sequence[int]) -> bool:
    """Whether every other row is coloured, as tables are to be read more easily."""
    return len(rows) > 1 and all(then - first == 2 for first, then in pairwise(rows))
