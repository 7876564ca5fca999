"""Which column of a sheet of the administration is what, known by the word above it.

Where the number of the budget line stands is seen from the column itself: an administration books it as a cost unit, a
cost centre or a project, and what it calls a line number may count its own lines.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sto_tui.domain.text import clean_line, plain
from sto_tui.intake.sheets.heads import head_key
from sto_tui.intake.sheets.table_reader import HEAD_ROWS, Cell, SheetRow

# Of several columns of one kind the word that stands first here wins: the date of the invoice decides the year.
_WORDS = {
    "number": "begrotingsregel begrotingsregelnummer begrotingsnummer budgetregel projectregel regelnummer regelnr "
    "kostendrager kostendragercode kostendragernummer kdr kostenplaats kostenplaatscode kostenplaatsnummer kpl project "
    "projectcode projectnummer activiteit activiteitcode verbijzondering verbijzondering1 verbijzondering2 "
    "codeverbijzonderingsas1 codeverbijzonderingsas2 kostensoort postnummer postnr regel grootboek grootboeknummer "
    "grootboeknr grootboekrekening grootboekrekeningnummer rekening rekeningnummer rekeningnr nummer nr",
    "title": "begrotingspost budgetpost post",
    "date": "factuurdatum datumfactuur boekstukdatum documentdatum datum boekdatum boekingsdatum datumboeking "
    "transactiedatum valutadatum betaaldatum",
    "amount": "bedrag bedragineuro bedragineur bedrageuro bedrageur boekbedrag bedragboeking mutatie mutatiebedrag "
    "bedragbasisvaluta uitgave uitgaven uitgegeven betaald bedraginclbtw bedraginclusiefbtw",
    "debit": "debet bedragdebet debetbedrag debeteur debeteuro debetineuro",
    "credit": "credit bedragcredit creditbedrag crediteur crediteuro creditineuro",
    "side": "dc dccode dofc debetcredit debetofcredit debcred boekzijde bijaf afbij",
    "year": "begrotingsjaar jaar boekjaar",
    "note": "toelichting omschrijvingboeking boekingsomschrijving omschrijvingmutatie omschrijving opmerking "
    "opmerkingen notitie",
    "source": "boekstuknummer boekstuknr boekstuk boekingsnummer boekingnr factuurnummer factuurnr factnr factuur "
    "stuknummer stuknr boekstnr bkstnr documentnummer docnr journaalpost bron document",
}
_PLACES = {word: (name, place) for name, words in _WORDS.items() for place, word in enumerate(words.split())}
# Nobody doubts what these are, and they are not told apart.
_SAID_PLAINLY = frozenset(_WORDS["number"].split()[:7]) | {"regel", "nummer", "nr"}
_FEWEST = 2
_CREDITOR = "crediteur"


@dataclass(frozen=True)
class SpendingColumns:
    """The columns by what they hold, and the heads that are no such column.

    `taken_for_number` is the head of the column with the numbers of budget lines, when it could have been another.
    """

    fields: Mapping[str, int]
    unknown: tuple[str, ...]
    taken_for_number: str = ""

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


def columns_of(head: SheetRow, rows: Sequence[SheetRow], numbers: Collection[str]) -> SpendingColumns:
    """What the columns under a row of heads are; `numbers` are those of the budget lines, for comparing."""
    keys = [head_key(str(cell)) for cell in head.cells]
    best: dict[str, tuple[int, int]] = {}
    for index, key in enumerate(keys):
        if key in _PLACES and not (key == _CREDITOR and "debeteur" not in keys):
            name, place = _PLACES[key]
            best[name] = min(best.get(name, (place, index)), (place, index))
    fields = {name: index for name, (_, index) in best.items()}
    taken = ""
    candidates = [index for index, key in enumerate(keys) if _PLACES.get(key, ("",))[0] == "number"]
    if candidates:
        hits = {index: sum(begins_with_number(row.cell(index), numbers) for row in rows) for index in candidates}
        fields["number"] = max(candidates, key=lambda index: (hits[index], -_PLACES[keys[index]][1], -index))
        others = [index for index in candidates if index != fields["number"] and hits[index]]
        if others or keys[fields["number"]] not in _SAID_PLAINLY:
            taken = clean_line(str(head.cells[fields["number"]]))
    heads = enumerate(head.cells)
    unknown = tuple(clean_line(str(cell)) for index, cell in heads if cell and index not in fields.values())
    return SpendingColumns(fields, unknown, taken)


def begins_with_number(cell: Cell, numbers: Collection[str]) -> bool:
    """Whether a cell is the number of a budget line, or begins with one: `1.2 Uren docenten`."""
    words = plain(str(cell)).split()
    return bool(words) and bool({" ".join(words), words[0].rstrip(":-"), words[0].replace(",", ".")} & set(numbers))
