"""The rows of a table as what they are: text, a label with what stands beside it, or cells under heads."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from sto_tui.domain.text import plain
from sto_tui.intake.plan_document.blocks import Paragraph, Spot, WordCell, WordRow, WordTable
from sto_tui.intake.plan_document.ditto import is_ditto
from sto_tui.intake.plan_document.numbers_before import number_alone, number_of
from sto_tui.intake.plan_document.partners import is_name_of_party
from sto_tui.intake.plan_document.pieces import size_in
from sto_tui.intake.plan_document.plan_words import (
    Slot,
    is_label_word,
    is_one_party,
    slot_named,
    slot_of_head,
    word_key,
    year_named,
)
from sto_tui.intake.plan_document.written_periods import between, is_begin, is_end, read_period

# What a list of parties has beside their names.
KIND_HEADS = frozenset({"type", "type organisatie", "soort", "soort organisatie", "sector", "niveau"})
CONTACT_HEADS = frozenset({"contact", "contactpersoon", "functie"})
_OF_PARTY = frozenset(
    {*KIND_HEADS, *CONTACT_HEADS, "plaats", "locatie", "contactgegevens", "rol", "inbreng"}
    | {"e-mail", "e-mailadres", "telefoon", "website"}
)
_POINT = re.compile(r"[^\W\d]+ \d{1,2}\.\d{1,2}\b[ .:–-]*[^\W\d]")
_BAND = re.compile(r"[^\W\d]+ (?:\d{1,2}(?:\.\d{1,2})?|[A-H])\b[ .:–-]*[^\W\d].{1,80}[^.;,]")
_CODED = re.compile(r"(?:[A-Z]\.?\d{1,2}|\d{1,2}\.\d{1,2})\b[.:)]? +\S")
_SAID_OF_PARTNER = re.compile(
    r"(?:toezegging|toegezegde?|uren|middelen|wat|taak|taken|functie|verantwoordelijk\w*|contact\w*)\b", re.IGNORECASE
)
_PLAN = re.compile(r"^plan(?:nen)? (?=\D{0,12}20\d\d)", re.IGNORECASE)
_LONGEST_HEAD = 45
_EMPTY = ("-", "–", "—", "n.v.t.")
# Two columns are labels with what stands beside them.
_LEAST_TO_GO_ON = 3
_LABELLED, _PAIRS = 2, 4
_SEVERAL = 2
IS_TOTAL = "dit is een totaal"
MARKS = frozenset({"x", "v", "■", "●", "✓", "✔", "•", "ja", "√", "█", "▪", "☒", "☑", "→", "->", "➔", "►", "▶"})
"""What stands in a cell to say that the row is of its column too."""
_NUMBERED = (Slot.NUMBER, Slot.THEME, Slot.SPEERPUNT)
_SPEERPUNTEN = ("speerpunt", "speerpunten")
_WITH_NUMBER = (Slot.SPEERPUNT, Slot.MILESTONE)
_NAMED = (Slot.PARTNERS, Slot.PARTY, Slot.ACTS)
_TOTAL = re.compile(r"(?:sub)?totaal\b|totalen\b")
_MAY_BE_SPEERPUNT = "het staat onder de kop ‘Speerpunt’; kijk of dit een activiteit van dit speerpunt is"
_GOES_ON = "de tabel heeft geen koppen; die van de tabel ervoor zijn gebruikt"
_MAY_BE_PEOPLE = "de namen in deze tabel kunnen van partners zijn of van personen"
_PERIOD = "periode: "
_UNKNOWN = "onbekend: "
_IN_YEAR = " in "


@dataclass(frozen=True)
class LabelledRow:
    """A label in the first cell, and the paragraphs in the `beside` cells with something in them next to it."""

    label: Paragraph
    values: tuple[Paragraph, ...]
    spot: Spot
    beside: int = 1


@dataclass(frozen=True)
class HeadedRow:
    """A row under heads: its cells by slot, those under a period by its label, and those under other words by these.

    `merged` names the columns of which the cell goes on from the row above. `doubt` says it when the heads are those of
    the table before.
    """

    slots: Mapping[Slot, tuple[Paragraph, ...]]
    periods: Mapping[str, tuple[Paragraph, ...]]
    unknown: Mapping[str, tuple[Paragraph, ...]]
    merged: frozenset[Slot]
    table: int
    spot: Spot
    doubt: str = ""
    years: Mapping[Slot, int] = field(default_factory=dict)
    """The year that the head of a column names beside what it is."""
    of_organisations: bool = False
    """Whether a head says that organisations stand below it; `Naam` may be that of a person."""
    of_speerpunten: bool = False
    """Whether a head is the word itself; `Project` may be a part of one."""

    def has(self, *slots: Slot) -> bool:
        """Whether the table has all these columns."""
        return all(slot in self.slots for slot in slots)

    def without(self, *slots: Slot) -> "HeadedRow":
        """The row without these columns."""
        rest: dict[Slot, tuple[Paragraph, ...]] = {**self.slots}
        for slot in slots:
            rest.pop(slot, None)
        return replace(self, slots=rest)

    def text(self, slot: Slot) -> str:
        """What stands in a cell, a line per paragraph."""
        return "\n".join(paragraph.text for paragraph in self.slots.get(slot, ()))

    @property
    def numbers_milestone(self) -> bool:
        """Whether its number is that of its milestone: with a milestone in it, a row is about that.

        Of a speerpunt it is where that comes first behind it, as in `Nr | Speerpunt | Mijlpaal`.
        """
        if not self.has(Slot.MILESTONE):
            return False
        slots = [*self.slots]
        behind = slots[slots.index(Slot.NUMBER) :] if Slot.NUMBER in slots else []
        return next((slot for slot in behind if slot in _WITH_NUMBER), Slot.MILESTONE) is Slot.MILESTONE

    @property
    def is_total(self) -> bool:
        """Whether it is the sum of other rows; `Totaal aanbod laten zien` is an act."""
        return any(_TOTAL.match(plain(self.text(slot))) for slot in _NUMBERED) or any(
            _TOTAL.fullmatch(plain(self.text(slot)).strip(" .:")) for slot in _NAMED
        )


def speerpunt_row(row: HeadedRow) -> HeadedRow:
    """A row of a theme in which a measure is worked out, which is a speerpunt then; any other row as it is.

    `Maatregel` is a word for what is done about a risk too, but beside a result, partners or a planning it is none.
    `Activiteit` is one where it has a number of parts: `A1 Proefdag` beside its partners, and its acts under periods.
    """
    is_worked_out = any(map(row.has, (Slot.RESULT, Slot.PARTNERS, Slot.PERIOD))) or bool(row.periods)
    is_measure = row.has(Slot.MEASURE) and not row.has(Slot.RISK)
    is_coded = bool(row.periods) and _CODED.match(row.text(Slot.ACTS)) is not None
    if row.has(Slot.SPEERPUNT) or not is_worked_out or not (is_measure or is_coded):
        return row
    slot = Slot.MEASURE if is_measure else Slot.ACTS
    slots = {Slot.SPEERPUNT if each is slot else each: cell for each, cell in row.slots.items()}
    merged = row.merged - {slot} | ({Slot.SPEERPUNT} if slot in row.merged else set())
    return replace(row, slots=slots, merged=merged)


def partners_row(row: HeadedRow, *, is_below_partners: bool) -> HeadedRow:
    """A row of a speerpunt with its parties as partners, where it says that they are; any other row as it is.

    `Organisatie | Bijdrage` does, and below `Betrokken partners` every column of names.
    """
    says_more = row.has(Slot.ROLE) or (row.of_organisations and any(map(_SAID_OF_PARTNER.match, row.unknown)))
    if not row.has(Slot.PARTY) or row.has(Slot.PARTNERS) or not (is_below_partners or says_more):
        return row
    slots = dict(row.slots)
    slots[Slot.PARTNERS] = slots.pop(Slot.PARTY)
    is_sure = is_below_partners or row.of_organisations
    return replace(row, slots=slots, doubt=row.doubt or ("" if is_sure else _MAY_BE_PEOPLE))


def titled_row(row: HeadedRow, own: str, number: str) -> HeadedRow:
    """A row of a speerpunt with a title that is not its own: that is what is done there, as in `Project | Wie | 2027`.

    With another number than one below its own it is a speerpunt; without one, below `Speerpunt`, it may be.
    """
    cell = row.slots.get(Slot.SPEERPUNT, ())
    typed, title = number_of(cell[0]) if cell else ("", "")
    is_part = not typed or bool(number and typed.startswith(f"{number}."))
    is_own = bool(cell and number) and number_alone(cell[0].text) == number
    if (
        is_own
        or not is_part
        or not title
        or plain(own) in plain(title)
        or row.has(Slot.ACTS)
        or row.has(Slot.MILESTONE)
    ):
        return row
    rest = row.without(Slot.SPEERPUNT)
    merged = row.merged | ({Slot.ACTS} if Slot.SPEERPUNT in row.merged else frozenset())
    slots = {**rest.slots, Slot.ACTS: (replace(cell[0], text=title), *cell[1:])}
    doubt = row.doubt or (_MAY_BE_SPEERPUNT if row.of_speerpunten and not typed else "")
    return replace(rest, slots=slots, merged=merged, doubt=doubt)


@dataclass(frozen=True)
class TableEnd:
    """The end of a table: what stood beside a label there does not go on after it."""


TableLine = Paragraph | LabelledRow | HeadedRow | TableEnd


def heads_of(table: WordTable) -> Mapping[int, str] | None:
    """The heads in the first row of a table."""
    first = next((row.filled for row in table.rows if row.filled), ())
    return _heads_in(first, table.rows, first=True)


def goes_on(table: WordTable, before: WordTable) -> bool:
    """Whether a table has no heads of its own and may have those of the one before it."""
    first = next((row.filled for row in table.rows if row.filled), ())
    is_label = bool(first) and (slot_named(first[0].text) is not None or read_period(first[0].text) is not None)
    return table.columns == before.columns >= _LEAST_TO_GO_ON and not is_label and heads_of(table) is None


def lines_of(table: WordTable, heads: Mapping[int, str] | None = None) -> Iterator[TableLine]:
    """The rows in order; `heads` are those of the table that goes on in this one.

    A row of one merged cell is text, as are all rows of a table of one column.

    A table of labels may hold rows under heads of their own, until the next label; and below a row under heads may
    stand a label with more of it.
    """
    labelled = of_organisations = of_speerpunten = False
    above: HeadedRow | None = None
    doubt = _GOES_ON if heads else ""
    for row in _one_below_the_other(table):
        filled = row.filled
        if not filled or all(cell.continues for cell in filled):
            continue
        if _is_text(row, table):
            yield from _band(filled[0].paragraphs) if heads else filled[0].paragraphs
        elif named := _heads_in(filled, table.rows, first=not labelled and heads is None) or _only_heads(row, table):
            # A second row of heads divides a column of the first into periods.
            heads = {**(heads or {}), **named} if _are_periods(named) else named
            above, of_organisations = None, any(is_one_party(cell.text) for cell in filled)
            of_speerpunten = any(word_key(cell.text) in _SPEERPUNTEN for cell in filled)
        elif heads is None or _is_label_below(row, heads, labelled=labelled):
            heads, labelled = (None, True) if heads is None or labelled else (heads, False)
            yield from map(_label_row, _pairs_in(row))
        elif _are_periods(heads) and (slot := slot_named(filled[0].text)) and not filled[0].column:
            # Beside a label, under nothing but periods: only acts are of a period.
            yield _under(heads, replace(row, cells=row.cells[1:])) if slot is Slot.ACTS else _label_row(row)
        else:
            under = replace(_under(heads, row), of_organisations=of_organisations, of_speerpunten=of_speerpunten)
            above = _like_above(replace(under, doubt=doubt), above)
            yield above
    yield TableEnd()


def _only_heads(row: WordRow, table: WordTable) -> Mapping[int, str] | None:
    """The names in a first row such as `Activiteit | Start | Gereed`: no row below it begins with a label."""
    texts = [cell.text for cell in row.cells]
    signs = r"\n" if _has_only_marks(table.rows[1:]) else r"[\d\n:.]"
    are_heads = all(text and len(text) <= _LONGEST_HEAD and not re.search(signs, text) for text in texts)
    if row is not table.rows[0] or len(texts) < 2 or len(table.rows) < 2 or not are_heads:
        return None
    below = [below.cells[0].text for below in table.rows[1:] if below.cells]
    # `Resultaat | Gereed | Trekker`: of two columns the first may be a label too.
    listed = (Slot.ACTS, Slot.PARTNERS, *((Slot.RESULT, Slot.MILESTONE) if len(texts) > _LABELLED else ()))
    is_list = slot_named(texts[0]) in listed or (is_one_party(texts[0]) and any(map(_SAID_OF_PARTNER.match, texts[1:])))
    if not is_list or any(is_label_word(text) or read_period(text) for text in below):
        return None
    if len(texts) == _LABELLED and not _are_named_below(texts, below):
        return None
    return {cell.column: _head(cell.text) for cell in row.cells}


def _has_only_marks(rows: Sequence[WordRow]) -> bool:
    """Whether nothing but marks stands beside the first cells: then what stands above these are heads."""
    return has_only_marks_in(cell.paragraphs for row in rows for cell in row.cells[1:])


def has_only_marks_in(cells: Iterable[Sequence[Paragraph]]) -> bool:
    """Whether some cells have a mark such as `x`, and none has anything else."""
    beside = ["\n".join(paragraph.text for paragraph in cell) for cell in cells if cell]
    return bool(beside) and all(plain(text) in MARKS for text in beside)


def _are_named_below(heads: Sequence[str], below: Sequence[str]) -> bool:
    """Whether two words stand above names of partners: `Partner | Toezegging`, and not `Partners | Philips`."""
    is_name = any(word[:1].isupper() for word in heads[1].split()[1:]) or is_name_of_party(heads[1])
    are_parties = slot_named(heads[0]) is Slot.PARTNERS or is_one_party(heads[0])
    if are_parties and _SAID_OF_PARTNER.match(heads[1]):
        return all(below)
    names = sum(map(is_name_of_party, below))
    return are_parties and not is_name and all(below) and names * 2 >= len(below)


def _are_periods(heads: Mapping[int, str]) -> bool:
    return all(name.startswith(_PERIOD) for name in heads.values())


def _one_below_the_other(table: WordTable) -> Iterator[WordRow]:
    """The rows; those of a table with speerpunten beside each other come for each of them apart."""
    above, table = _row_of_themes(table)
    labels = [row.cells[0].text for row in table.rows if row.filled]
    first = table.rows[0].cells[1:] if table.rows else ()
    are_labels = (
        len(first) > 1 and len(labels) > 1 and all(slot_named(text) or read_period(text) for text in labels[1:])
    )
    named = [cell for cell in first if _POINT.match(cell.text)]
    are_named = are_labels and len(named) == len(first) and (not labels[0] or slot_named(labels[0]) is Slot.SPEERPUNT)
    are_beside = (
        are_labels
        and slot_named(labels[0] if labels else "") is Slot.SPEERPUNT
        and all(cell.text and not cell.text.strip(" .").replace(".", "").isdecimal() for cell in first)
        and not _heads_in(table.rows[0].filled, table.rows, first=True)
    )
    if not (are_beside or are_named):
        yield from (*filter(None, (above,)), *table.rows)
        return
    theme: WordCell | None = None
    for cell in first:
        last, theme = theme, _over(cell, above)
        if theme and theme is not last:
            yield replace(table.rows[0], cells=(_as_heading(theme, table),))
        if are_named:
            # `Speerpunt 1.1 Bus` above its column is a heading, with labels and what stands beside them below it.
            yield replace(table.rows[0], cells=(_as_heading(cell, table),))
        for row in table.rows[are_named:]:
            beside = [other for other in row.cells[1:] if other.column <= cell.column < other.column + other.span]
            yield replace(row, cells=(*row.cells[:1], *beside))


def _row_of_themes(table: WordTable) -> tuple[WordRow | None, WordTable]:
    """The row of themes above the names of speerpunten beside each other, and the rows below it."""
    cells = table.rows[0].filled if len(table.rows) > 1 else ()
    themes = [cell for cell in cells if cell.column]
    are_themes = bool(themes) and all(_BAND.fullmatch(cell.text) and not _POINT.match(cell.text) for cell in themes)
    beside = [cell for cell in table.rows[1].cells if cell.column] if are_themes else []
    if not beside or not all(_POINT.match(cell.text) for cell in beside):
        return None, table
    return table.rows[0], replace(table, rows=table.rows[1:])


def _over(cell: WordCell, above: WordRow | None) -> WordCell | None:
    """The theme that stands above a column: over as many as it spans, or as are empty behind it."""
    return next((one for one in reversed(above.filled if above else ()) if 0 < one.column <= cell.column), None)


def _as_heading(cell: WordCell, table: WordTable) -> WordCell:
    return replace(cell, paragraphs=tuple(replace(line, strong=True) for line in cell.paragraphs), span=table.columns)


def _is_label_below(row: WordRow, heads: Mapping[int, str], *, labelled: bool) -> bool:
    """Whether a row is a label with what stands beside it, though heads stand above it."""
    filled = row.filled
    if len(filled) != 2 or len(row.cells) >= len(heads) > 2 or filled[0].column:
        return False
    text = filled[0].text
    is_known = slot_named(text) is not None or read_period(text) is not None
    is_shorter = len(row.cells) < len(heads)
    return (is_known and (labelled or is_shorter)) or (labelled and is_shorter)


def _is_text(row: WordRow, table: WordTable) -> bool:
    if len(row.filled) != 1:
        return False
    return len(row.cells) == 1 or row.filled[0].span > max(1, table.columns // 2)


def _band(paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
    """`Thema 1 Instroom` over all columns, between rows under heads, stands out there whatever its letters are."""
    is_band = len(paragraphs) == 1 and _BAND.fullmatch(paragraphs[0].text) is not None
    return (replace(paragraphs[0], strong=True),) if is_band else paragraphs


def _heads_in(cells: tuple[WordCell, ...], rows: Sequence[WordRow], *, first: bool) -> Mapping[int, str] | None:
    """The names above the columns, when a row names them; two of them have to be words that plans use there.

    Further down in a table all or nearly all of them have to be.
    """
    texts = [cell.text for cell in cells]
    if len(cells) < 2 or any("\n" in text or len(text) > _LONGEST_HEAD for text in texts):
        return None
    names = _with_meetings({cell.column: _head(cell.text) for cell in cells})
    names = _with_one_impact(names, {cell.column: cell.text for cell in cells}, rows)
    keys = [word_key(text) for text in texts]
    if first and is_one_party(texts[0]) and _OF_PARTY.issuperset(keys[1:]):
        return names
    slots = [name for name in names.values() if not name.startswith((_UNKNOWN, _PERIOD))]
    known = [name for name in names.values() if not name.startswith(_UNKNOWN)]
    if len({name.partition(_IN_YEAR)[0] for name in slots}) < len(slots) or len({*known}) < len(known):
        return None
    if len(known) == len(cells) > 1 and not slots and (cells[0].column or (first and _are_above_text(rows))):
        return names
    if len(cells) == 2 and first and slots == [Slot.ACTS.value] and len(known) == 2:
        return names
    if len(cells) == 2 or not slots:
        return names if len(slots) == 2 else None
    needed = len(cells) / 2 if first else max(3, len(cells) - 2)
    return names if len(known) >= max(2, needed) else None


def _with_meetings(names: Mapping[int, str]) -> Mapping[int, str]:
    """`Overleg` is a body, and beside `Orgaan` how often that meets."""
    bodies = [column for column, name in names.items() if name == Slot.BODY.value]
    is_said = Slot.MEETS.value in names.values()
    return names if len(bodies) != 2 or is_said else {**names, bodies[1]: Slot.MEETS.value}


def _with_one_impact(names: Mapping[int, str], texts: Mapping[int, str], rows: Sequence[WordRow]) -> Mapping[int, str]:
    """`Gevolg` is how large the impact is, and beside `Impact` what happens; of others it is where sizes stand."""
    sizes = [column for column, name in names.items() if name == Slot.IMPACT.value]
    if len(sizes) < _SEVERAL:
        return names
    ones = [column for column in sizes if word_key(texts[column]) == Slot.IMPACT.value]
    ones = ones or [column for column in sizes if _has_only_sizes(column, rows)]
    others = [column for column in sizes if [column] != ones]
    return {**names, **{column: f"{_UNKNOWN}{texts[column]}" for column in others}}


def _are_above_text(rows: Sequence[WordRow]) -> bool:
    """Whether no row below the first begins with a label: `2027 | 2028` stands above what is done in each then."""
    below = [row.cells[0].text for row in rows[1:] if row.filled]
    return bool(below) and not any(is_label_word(text) or read_period(text) for text in below)


def _has_only_sizes(column: int, rows: Sequence[WordRow]) -> bool:
    """Whether what stands in a column says how large something is, but for its head."""
    texts = [cell.text for row in rows for cell in row.filled if cell.column == column]
    return sum(size_in(text) is None for text in texts) == 1 < len(texts)


def _head(text: str) -> str:
    if period := read_period(_PLAN.sub("", text)):
        return f"{_PERIOD}{period.label}"
    slot = slot_of_head(text)
    if slot is None:
        return f"{_UNKNOWN}{text}"
    year = year_named(text) if slot in (Slot.BASELINE, Slot.TARGET) else None
    return f"{slot.value}{_IN_YEAR}{year}" if year else slot.value


def _under(heads: Mapping[int, str], row: WordRow) -> HeadedRow:
    slots: dict[Slot, tuple[Paragraph, ...]] = {}
    periods: dict[str, tuple[Paragraph, ...]] = {}
    unknown: dict[str, tuple[Paragraph, ...]] = {}
    years: dict[Slot, int] = {}
    merged = set()
    for cell in row.cells:
        if cell.text in _EMPTY:
            cell = replace(cell, paragraphs=())
        name = heads.get(cell.column) or _without_head(cell)
        if name.startswith(_PERIOD):
            periods[name.removeprefix(_PERIOD)] = cell.paragraphs
        elif name.startswith(_UNKNOWN):
            unknown[name.removeprefix(_UNKNOWN)] = cell.paragraphs
        else:
            slot, year = Slot(name.partition(_IN_YEAR)[0]), name.partition(_IN_YEAR)[2]
            slots[slot] = (*slots.get(slot, ()), *cell.paragraphs)
            if year and cell.paragraphs:
                years[slot] = int(year)
            if cell.continues:
                merged.add(slot)
    if (Slot.ACTS in slots or Slot.SPEERPUNT in slots) and not {Slot.PERIOD, Slot.RISK} & {*slots}:
        _put_ends(slots, unknown, row.spot)
    return HeadedRow(slots, periods, unknown, frozenset(merged), row.spot.table, row.spot, years=years)


def _put_ends(slots: dict[Slot, tuple[Paragraph, ...]], unknown: dict[str, tuple[Paragraph, ...]], spot: Spot) -> None:
    """Makes a period of `Start` and `Gereed`, when days stand below these."""
    heads = [next(filter(is_one, unknown), "") for is_one in (is_begin, is_end)]
    first, last = (" ".join(part.text for part in unknown.get(head, ())) for head in heads)
    if text := between(first, last):
        slots[Slot.PERIOD] = (Paragraph(text, spot),)
        for head in filter(None, heads):
            del unknown[head]


def _like_above(row: HeadedRow, above: HeadedRow | None) -> HeadedRow:
    """A row with what stands above it where it says `idem`; without anything there the word stays, to be told."""
    same = {
        slot: above.slots[slot]
        for slot in (Slot.PARTNERS, Slot.PERIOD)
        if above and above.slots.get(slot) and is_ditto(row.text(slot))
    }
    return replace(row, slots={**row.slots, **same})


def _without_head(cell: WordCell) -> str:
    """What a column without a head is: often that of the numbers."""
    is_number = cell.text.strip(" .)").isdecimal() or not cell.text
    return Slot.NUMBER.value if is_number else f"{_UNKNOWN}zonder kop"


def _pairs_in(row: WordRow) -> Iterator[WordRow]:
    """A row, or each label with its value apart where two of these stand beside each other: `Start | … | Eind | …`."""
    cells = row.cells
    texts = [cell.text for cell in cells]
    are_pairs = len(cells) == _PAIRS and texts[0] and _is_label(texts[2]) and not _is_label(texts[1])
    are_ends = len(cells) == _PAIRS and is_begin(texts[0]) and is_end(texts[2])
    if not (are_pairs or are_ends):
        yield row
        return
    yield from (replace(row, cells=cells[at : at + 2]) for at in range(0, _PAIRS, 2) if texts[at + 1])


def _is_label(text: str) -> bool:
    """Whether a cell may be the label of the one beside it."""
    return is_label_word(text) or is_begin(text) or is_end(text) or read_period(text) is not None


def _label_row(row: WordRow) -> LabelledRow:
    first, *others = row.filled
    values = tuple(paragraph for cell in others for paragraph in cell.paragraphs)
    label = Paragraph(" ".join(first.text.split()), row.spot, strong=all(part.strong for part in first.paragraphs))
    if first.column > 0 and not others:
        return LabelledRow(Paragraph("", row.spot), first.paragraphs, row.spot)
    return LabelledRow(label, values, row.spot, len(others))
