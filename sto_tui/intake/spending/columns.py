"""Which column of a sheet of the administration is what, known by the word above it.

Where the number of the budget line stands is seen from the column itself: an administration books it as a cost unit, a
cost centre or a project, and what it calls a line number may count its own lines.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from sto_tui.domain.text import clean_line, plain
from sto_tui.intake.sheets.heads import head_key
from sto_tui.intake.sheets.table_reader import HEAD_ROWS, Cell, SheetRow
from sto_tui.intake.tables.amounts import written_number
from sto_tui.intake.tables.column_contents import is_date
from sto_tui.intake.tables.foreign_money import CURRENCY_HEADS

# Of several columns of one kind the word that stands first here wins: the date of the invoice decides the year.
_WORDS = {
    "number": "begrotingsregel begrotingsregelnummer begrotingsnummer budgetregel projectregel regelnummer regelnr "
    "kostendrager kostendragercode kostendragernummer kdr kostenplaats kostenplaatscode kostenplaatsnummer kpl project "
    "projectcode projectnummer activiteit activiteitcode verbijzondering verbijzondering1 verbijzondering2 "
    "codeverbijzonderingsas1 codeverbijzonderingsas2 kostensoort postnummer postnr regel grootboek grootboeknummer "
    "grootboeknr grootboekrekening grootboekrekeningnummer rekening rekeningnummer rekeningnr nummer nr "
    "budgetline costcenter costcentre",
    "title": "begrotingspost budgetpost post",
    "date": "factuurdatum datumfactuur boekstukdatum documentdatum datum boekdatum boekingsdatum datumboeking "
    "transactiedatum valutadatum betaaldatum invoicedate bookingdate date",
    "amount": "bedrag bedragineuro bedragineur bedrageuro bedrageur boekbedrag bedragboeking mutatie mutatiebedrag "
    "bedragbasisvaluta uitgave uitgaven uitgegeven betaald bedraginclbtw bedraginclusiefbtw "
    "gerealiseerd gerealiseerdbedrag realisatie amount amounteur baseamount netamount total",
    "debit": "debet bedragdebet debetbedrag debeteur debeteuro debetineuro",
    "credit": "credit bedragcredit creditbedrag crediteur crediteuro creditineuro",
    "side": "dc dccode dofc debetcredit debetofcredit debitcredit debitorcredit debetcreditindicator "
    "debitcreditindicator debcred drcr boekzijde bijaf afbij",
    "year": "begrotingsjaar jaar boekjaar",
    "note": "toelichting omschrijvingboeking boekingsomschrijving omschrijvingmutatie omschrijving opmerking "
    "opmerkingen notitie description mededelingen mededeling omschrijving1 naamomschrijving",
    "currency": " ".join(CURRENCY_HEADS),
    "source": "boekstuknummer boekstuknr boekstuk boekingsnummer boekingnr factuurnummer factuurnr factnr factuur "
    "stuknummer stuknr invoice invoicenumber boekstnr bkstnr documentnummer docnr journaalpost bron document",
}
_PLACES = {word: (name, place) for name, words in _WORDS.items() for place, word in enumerate(words.split())}
# Nobody doubts what these are, and they are not told apart.
_SAID_PLAINLY = frozenset(_WORDS["number"].split()[:7]) | {"regel", "nummer", "nr"}
_FEWEST = 2
_CREDITOR = "crediteur"


LABELS: Mapping[str, str] = {
    "number": "Regelnummer",
    "title": "Post",
    "date": "Datum",
    "amount": "Bedrag",
    "debit": "Debet",
    "credit": "Credit",
    "side": "D/C",
    "year": "Begrotingsjaar",
    "note": "Toelichting",
    "currency": "Valuta",
    "source": "Boekstuk",
}
"""What each column is called, where a person points at it."""
# In these a sum of money or a day may stand twice under one head.
_MATTER = ("date", "amount")
_AMOUNTS = ("amount", "debit", "credit")
# A letter behind an amount, or in a column of its own.
SIDES = {"d": 1, "debet": 1, "debit": 1, "dt": 1, "dr": 1, "af": 1} | {
    "c": -1, "cr": -1, "ct": -1, "credit": -1, "bij": -1,
}  # fmt: skip
_ROWS_TO_JUDGE = 200
_HALF = 0.5
_LEAST_HEADS = 3


@dataclass(frozen=True)
class SpendingColumns:
    """The columns by what they hold, and the heads that are no such column.

    `taken_for_number` is the head of the column with the numbers of budget lines, when it could have been another.
    `asked` are the fields that have to be pointed at, with the columns that may hold them.
    """

    fields: Mapping[str, int]
    unknown: tuple[str, ...]
    taken_for_number: str = ""
    asked: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    def cell(self, row: SheetRow, name: str) -> Cell:
        """What a row has there; empty without such a column."""
        index = self.fields.get(name)
        return "" if index is None else row.cell(index)


def head_score(cells: Sequence[Cell]) -> int:
    """How many heads of such a sheet a row holds; none without a line of the budget, or without an amount."""
    names = {_PLACES[key][0] for cell in cells if (key := head_key(str(cell))) in _PLACES}
    is_head = names & {"number", "title"} and names & {"amount", "debit", "credit"}
    return len(names) if is_head else 0


def head_row(rows: Sequence[SheetRow]) -> int | None:
    """The place of the row with the most known heads; None when there is none."""
    scores = [head_score(row.cells) for row in rows[:HEAD_ROWS]]
    best = max(range(len(scores)), key=scores.__getitem__, default=None)
    return best if best is not None and scores[best] >= _FEWEST else None


def likely_head(rows: Sequence[SheetRow]) -> int | None:
    """The place of a row of heads that nobody knows, above a column of days and one of money; None without."""
    for at, row in enumerate(rows[:HEAD_ROWS]):
        heads = [cell for cell in row.cells if cell]
        if len(heads) < _LEAST_HEADS or any(is_date(cell) or _is_amount(cell) for cell in heads):
            continue
        below = rows[at + 1 : at + 1 + _ROWS_TO_JUDGE]
        columns = range(len(row.cells))
        has_days, has_money = (bool([*_holding(below, columns, what)]) for what in (is_date, _is_amount))
        return at if has_days and has_money else None
    return None


def columns_of(
    head: SheetRow,
    rows: Sequence[SheetRow],
    numbers: Collection[str],
    pointed: Mapping[str, int | None] = MappingProxyType({}),
) -> SpendingColumns:
    """What the columns under a row of heads are; `numbers` are those of the budget lines, for comparing.

    `pointed` are the columns that somebody pointed at, None for a field that is nowhere.
    """
    keys = [head_key(str(cell)) for cell in head.cells]
    best: dict[str, tuple[int, int]] = {}
    for index, key in enumerate(keys):
        is_free = index not in pointed.values() and _PLACES.get(key, ("",))[0] not in pointed
        if key in _PLACES and is_free and not (key == _CREDITOR and "debeteur" not in keys):
            name, place = _PLACES[key]
            best[name] = min(best.get(name, (place, index)), (place, index))
    fields = {name: index for name, (_, index) in best.items()}
    sides = [*_holding(rows[:_ROWS_TO_JUDGE], _left(keys, fields, pointed), is_side)]
    if sides and "side" not in {*fields, *pointed} and "amount" in fields:
        fields["side"] = sides[0]
    taken = ""
    candidates = [index for index, key in enumerate(keys) if _PLACES.get(key, ("",))[0] == "number"]
    if "number" in fields:
        candidates = [index for index in candidates if index not in pointed.values()]
        if not any(begins_with_number(row.cell(index), numbers) for row in rows for index in candidates):
            # Their numbers are others: then a column that nobody knows may have those of the budget.
            # Also below `Begrotingspost`, where others write what it is called.
            left = [*_left(keys, fields, pointed), *(fields[name] for name in ("title",) if name in fields)]
            candidates += _holding(rows, left, lambda cell: begins_with_number(cell, numbers))
        hits = {index: sum(begins_with_number(row.cell(index), numbers) for row in rows) for index in candidates}
        places = {index: _PLACES.get(keys[index], ("", len(keys)))[1] for index in candidates}
        fields["number"] = max(candidates, key=lambda index: (hits[index], -places[index], -index))
        fields = {name: at for name, at in fields.items() if name == "number" or at != fields["number"]}
        others = [index for index in candidates if index != fields["number"] and hits[index]]
        if others or keys[fields["number"]] not in _SAID_PLAINLY:
            taken = clean_line(str(head.cells[fields["number"]]))
    fields |= {name: at for name, at in pointed.items() if at is not None}
    asked = {
        name: columns for name, columns in _asked(keys, rows[:_ROWS_TO_JUDGE], fields, pointed, numbers) if columns
    }
    fields = {name: at for name, at in fields.items() if name not in asked}
    told = {*fields.values(), *(at for columns in asked.values() for at in columns)}
    heads = enumerate(head.cells)
    unknown = tuple(clean_line(str(cell)) for index, cell in heads if cell and index not in told)
    return SpendingColumns(fields, unknown, taken, asked)


def _left(keys: Sequence[str], fields: Mapping[str, int], pointed: Mapping[str, int | None]) -> list[int]:
    """The columns that are nothing yet."""
    taken = {*fields.values(), *pointed.values()}
    return [at for at in range(len(keys)) if at not in taken]


def is_side(cell: Cell) -> bool:
    """Whether a cell only says on which side an amount is booked: `D`, `Credit`."""
    return isinstance(cell, str) and plain(cell).strip() in SIDES


def _asked(
    keys: Sequence[str],
    rows: Sequence[SheetRow],
    fields: Mapping[str, int],
    pointed: Mapping[str, int | None],
    numbers: Collection[str],
) -> Iterator[tuple[str, tuple[int, ...]]]:
    """What a row is nothing without and no head says, or two heads say in the same word."""
    width = max((len(row.cells) for row in rows), default=0)
    left = [at for at in range(width) if at not in fields.values()]
    known = {*fields, *pointed}
    if not known & {"number", "title"}:
        others = [at for at in left if any(row.cell(at) for row in rows) and not holds_days(rows, at)]
        hits = {at: sum(begins_with_number(row.cell(at), numbers) for row in rows) for at in others}
        yield "number", tuple(sorted(others, key=lambda at: -hits[at]))
        left = [at for at in left if not hits.get(at)]
    if "date" not in known:
        yield "date", tuple(_holding(rows, left, is_date))
    if not known & {*_AMOUNTS}:
        amounts = [at for at in _holding(rows, left, _is_amount) if not holds_days(rows, at)]
        said = [at for at in amounts if at < len(keys) and "btw" in keys[at] and re.search("incl|excl", keys[at])]
        # Numbers of documents are whole; sums of money are most likely where there are cents.
        by_cents = sorted(amounts, key=lambda at: not [*_holding(rows, (at,), _has_cents)])
        yield "amount", tuple(sorted(said, key=lambda at: "incl" not in keys[at]) or by_cents)
    for name in _MATTER:
        if name in fields and name not in pointed:
            same = tuple(at for at, key in enumerate(keys) if key == keys[fields[name]] and at not in pointed.values())
            yield name, same if len(same) > 1 else ()
    if "amount" in fields and "amount" not in pointed:
        # With and without btw are both right somewhere: who may not deduct it, pays it.
        others = [at for at in _holding(rows, left, _is_amount) if at < len(keys)]
        without = [at for at in others if "excl" in keys[at]]
        if any("btw" in key for key in keys) and "btw" not in keys[fields["amount"]]:
            without += [at for at in others if "incl" in keys[at] or keys[at].startswith("totaal")]
        yield "amount", (fields["amount"], *without) if without else ()


def _holding(rows: Sequence[SheetRow], columns: Iterable[int], what: Callable[[Cell], bool]) -> Iterator[int]:
    """The columns of which at least half of the filled cells are so."""
    for at in columns:
        cells = [cell for row in rows if (cell := row.cell(at))]
        if cells and sum(map(what, cells)) >= _HALF * len(cells):
            yield at


def has_days(rows: Sequence[SheetRow]) -> bool:
    """Whether a column of a tab holds days, whatever its first cell: that may be a month over amounts."""
    width = max((len(row.cells) for row in rows), default=0)
    for at in range(width):
        cells = [cell for row in rows if (cell := row.cell(at))]
        if any(map(is_date, cells[1:])) and sum(map(is_date, cells)) >= _HALF * len(cells):
            return True
    return False


def is_known_head(cell: Cell) -> bool:
    """Whether a cell is a head of such a sheet."""
    return head_key(str(cell)) in _PLACES


def holds_amounts(rows: Sequence[SheetRow], at: int) -> bool:
    """Whether most cells of a column are sums of money."""
    return bool([*_holding(rows, (at,), _is_amount)]) and not holds_days(rows, at)


def holds_days(rows: Sequence[SheetRow], at: int) -> bool:
    """Whether most cells of a column are days."""
    return bool([*_holding(rows, (at,), is_date)])


def _is_amount(cell: Cell) -> bool:
    return isinstance(cell, str) and written_number(cell) is not None


def _has_cents(cell: Cell) -> bool:
    return isinstance(cell, str) and ("," in cell or "." in cell or "€" in cell)


def begins_with_number(cell: Cell, numbers: Collection[str]) -> bool:
    """Whether a cell is the number of a budget line, or begins with one: `1.2 Uren docenten`."""
    words = plain(str(cell)).split()
    return bool(words) and bool({" ".join(words), words[0].rstrip(":-"), words[0].replace(",", ".")} & set(numbers))
