"""Which column of a sheet of the administration is what, known by the word above it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sto_tui.domain.text import clean_line
from sto_tui.intake.sheets.heads import head_key
from sto_tui.intake.sheets.table_reader import HEAD_ROWS, Cell, SheetRow

# Of several columns of one kind the word that stands first here wins: the date of the invoice decides the year.
_WORDS = {
    "number": "regelnummer regelnr begrotingsregel begrotingsregelnummer begrotingsnummer budgetregel projectregel "
    "postnummer postnr regel nummer nr",
    "title": "begrotingspost budgetpost post",
    "date": "factuurdatum datumfactuur datum boekdatum boekingsdatum betaaldatum",
    "amount": "bedrag bedragineuro bedrageuro bedrageur uitgave uitgaven uitgegeven betaald bedraginclbtw "
    "bedraginclusiefbtw",
    "debit": "debet",
    "credit": "credit",
    "year": "begrotingsjaar jaar boekjaar",
    "note": "toelichting omschrijving opmerking opmerkingen notitie",
    "source": "boekstuknummer boekstuknr boekstuk factuurnummer factuurnr factuur stuknummer bron document",
}
_PLACES = {word: (name, place) for name, words in _WORDS.items() for place, word in enumerate(words.split())}
_FEWEST = 2


@dataclass(frozen=True)
class SpendingColumns:
    """The columns by what they hold, and the heads that are no such column."""

    fields: Mapping[str, int]
    unknown: tuple[str, ...]

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


def columns_of(head: SheetRow) -> SpendingColumns:
    """What the columns under a row of heads are."""
    best: dict[str, tuple[int, int]] = {}
    for index, cell in enumerate(head.cells):
        if (key := head_key(str(cell))) in _PLACES:
            name, place = _PLACES[key]
            best[name] = min(best.get(name, (place, index)), (place, index))
    fields = {name: index for name, (_, index) in best.items()}
    heads = enumerate(head.cells)
    unknown = tuple(clean_line(str(cell)) for index, cell in heads if cell and index not in fields.values())
    return SpendingColumns(fields, unknown)
