"""What stands in a workbook that came back, beside what stood there when it was written."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from sto_tui.domain.dutch import enumerate_words
from sto_tui.domain.light_and_log import TEXTS
from sto_tui.domain.record import Record, Ref, fields_of
from sto_tui.domain.tables import TABLES
from sto_tui.domain.text import cut
from sto_tui.intake.sheets.table_reader import Cell, IntakeError, SheetRow, WorkbookSheet, read_sheets
from sto_tui.intake.workbook.merged_cells import spread
from sto_tui.planning.sheet_homes import COMPUTED_KEY, FORM, HIDDEN_SHEET, KEY_HEAD, Home, HomeKind, RowOf

_TAKEN_BACK = (HomeKind.FIELD, HomeKind.ROLE, HomeKind.SPAN, HomeKind.STANDING)
_FIRST_CELL = 3
_WRITE_ANEW = "Schrijf een nieuwe met sto excel."


@dataclass(frozen=True)
class ReturnedRow:
    """A row with its number in the sheet. `key` is empty for a new one, which belongs to the record of `group`.

    Cells and what was exported are by the head of their column.
    """

    number: int
    key: str
    group: str
    cells: Mapping[str, Cell]
    exported: Mapping[str, str]

    def text(self, head: str) -> str:
        """A cell as text, a day as `2027-06-30`."""
        return str(self.cells.get(head, ""))

    def is_changed(self, head: str) -> bool:
        """Whether a cell is there and says something else than when it was written."""
        return head in self.cells and self.text(head) != self.exported.get(head, "")


@dataclass(frozen=True)
class ReturnedSheet:
    """A sheet with what its columns are, and the keys that are no longer there."""

    name: str
    homes: Mapping[str, Home]
    rows: Sequence[ReturnedRow]
    gone: Sequence[str]
    takes_new: bool

    def heads(self, *kinds: HomeKind) -> list[str]:
        """The columns of these kinds."""
        return [head for head, home in self.homes.items() if home.kind in kinds]


@dataclass(frozen=True)
class ReturnedWorkbook:
    """The sheets that can be compared, and remarks about those that cannot. `dossier` says of which dossier it is."""

    name: str
    dossier: str
    period: int
    sheets: Sequence[ReturnedSheet]
    remarks: Sequence[str]


@dataclass
class _Written:
    """What the hidden sheet says of one sheet."""

    heads: list[str] = field(default_factory=list)
    homes: list[Home] = field(default_factory=list)
    rows: dict[str, Mapping[str, str]] = field(default_factory=dict)
    groups: set[str] = field(default_factory=set)


def read_returned(path: Path) -> ReturnedWorkbook:
    """A workbook that `sto excel` wrote. Raises IntakeError for any other."""
    tables = read_sheets(path)
    hidden = tables.pop(HIDDEN_SHEET).rows if HIDDEN_SHEET in tables else ()
    head = hidden[0] if hidden else None
    if head is None or head.text(0) != RowOf.WORKBOOK or head.text(1) != FORM:
        raise IntakeError(f"{path.name} is geen werkmap van sto excel, of het verborgen blad is eruit. {_WRITE_ANEW}")
    try:
        written = _written(hidden[1:])
        for of_sheet in written.values():
            _check(of_sheet)
        period = int(head.text(3) or 0)
    except ValueError as error:
        raise IntakeError(f"{path.name}: het verborgen blad is beschadigd. {_WRITE_ANEW}") from error
    remarks: list[str] = []
    sheets = [
        sheet
        for name, of_sheet in written.items()
        if (sheet := _sheet(name, of_sheet, tables.get(name), remarks)) is not None
    ]
    return ReturnedWorkbook(path.name, head.text(2), period, sheets, remarks)


def _written(rows: Sequence[SheetRow]) -> dict[str, _Written]:
    """Raises ValueError for what no sheet of ours says."""
    written: dict[str, _Written] = {}
    for row in rows:
        kind, name, key = (row.text(place) for place in range(_FIRST_CELL))
        of_sheet = written.setdefault(name, _Written())
        texts = [str(cell) for cell in row.cells[_FIRST_CELL:]]
        match RowOf(kind):
            case RowOf.SHEET:
                of_sheet.heads = texts
            case RowOf.HOMES:
                of_sheet.homes = [Home.parse(text) for text in texts]
            case RowOf.ROW:
                of_sheet.rows[key] = dict(zip(of_sheet.heads, texts, strict=False))
            case RowOf.GROUP:
                of_sheet.groups.add(key)
            case RowOf.WORKBOOK:
                raise ValueError(kind)
    return written


def _check(written: _Written) -> None:
    """Raises ValueError when the hidden sheet names what no sheet of ours has, as after someone edited it."""
    tables = {Ref.parse(key).table for key in written.rows}
    models = [TABLES[table].model for table in tables if table in TABLES]
    if len(models) < len(tables) or len(written.heads) != len(written.homes):
        raise ValueError(written.heads)
    for home in written.homes:
        if not _is_ours(home, models, of_milestones=tables == {"milestones"}):
            raise ValueError(home)
    for key in written.groups:
        Ref.parse(key)


def _is_ours(home: Home, models: Sequence[type[Record]], *, of_milestones: bool) -> bool:
    match home.kind:
        case HomeKind.FIELD:
            specs = [fields_of(model).get(home.of) for model in models]
            return all(spec is not None and not spec.hidden for spec in specs)
        case HomeKind.STANDING:
            return of_milestones and home.of in ("light", *TEXTS)
        case HomeKind.ROLE:
            return Ref.parse(home.of).table in ("parties", "bodies")
        case HomeKind.SPAN:
            first, last = home.span
            return of_milestones and first <= last
    return True


def _sheet(name: str, written: _Written, table: WorkbookSheet | None, remarks: list[str]) -> ReturnedSheet | None:
    """The sheet; None with a remark when it is gone, or when nothing tells which row is which."""
    if table is None:
        remarks.append(f"Blad {name} is er niet meer; daarvan is niets overgenomen.")
        return None
    top = next((row for row in table.rows if KEY_HEAD in row.cells), None)
    if top is None:
        remarks.append(f"Blad {name}: de verborgen kolom met sleutels is weg; daarvan is niets overgenomen.")
        return None
    homes = dict(zip(written.heads, written.homes, strict=True))
    places = {head: top.cells.index(head) for head in homes if head in top.cells}
    if lost := [head for head, home in homes.items() if head not in places and home.kind in _TAKEN_BACK]:
        names = enumerate_words([f"‘{cut(head, 40)}’" for head in lost])
        remarks.append(f"Blad {name}: van {names} is geen kolom meer te vinden; die blijft zoals in het dossier.")
    periods = [place for head, place in places.items() if homes[head].kind is HomeKind.SPAN]
    rows = spread(table.rows, table.merges, periods, top.number)
    returned = list(_rows(rows, top, places, written, name, remarks))
    if strayed := _strayed(returned, written):
        remarks.append(
            f"Blad {name}, regel {strayed.number}: hier staat de tekst van een andere rij, zonder de verborgen sleutel "
            "in kolom A. Van dit blad is niets overgenomen. Sorteer en verplaats hele rijen."
        )
        return None
    there = {row.key for row in returned}
    gone = [key for key in written.rows if key not in there]
    return ReturnedSheet(name, homes, returned, gone, bool(written.groups))


def _rows(
    rows: Sequence[SheetRow],
    top: SheetRow,
    places: Mapping[str, int],
    written: _Written,
    name: str,
    remarks: list[str],
) -> Iterator[ReturnedRow]:
    """The rows of records, and new ones; a copied row brings its key along and is new beside the one it came from."""
    homes = dict(zip(written.heads, written.homes, strict=True))
    typed = [head for head, home in homes.items() if home.kind in _TAKEN_BACK]
    grey = [head for head, home in homes.items() if home.kind is HomeKind.COPY]
    below = list(_below(rows, top, places, written))
    originals = _originals(below)
    for row in below:
        if row.key and originals[row.key] is not row:
            remarks.append(f"Blad {name}, regel {row.number}: een kopie van een andere rij, als nieuw gelezen.")
            # What it brought along in a grey column is told no more than in the row that it came from.
            row = replace(row, key="", exported={head: row.exported.get(head, "") for head in grey})
        if row.key or any(row.cells.get(head) for head in typed):
            yield row
        elif there := [head for head in grey if row.cells.get(head)] if written.groups else ():
            remarks.append(
                f"Blad {name}, regel {row.number}: alleen een kolom met een grijze kop is ingevuld "
                f"(‘{cut(there[0], 40)}’). Daarvan is niets overgenomen."
            )


def _below(
    rows: Sequence[SheetRow], top: SheetRow, places: Mapping[str, int], written: _Written
) -> Iterator[ReturnedRow]:
    """All rows under the heads but those of sums and groups, with the keys that stand there."""
    key_place, group = top.cells.index(KEY_HEAD), ""
    for row in rows:
        key = row.text(key_place)
        if row.number <= top.number or key == COMPUTED_KEY:
            continue
        if key in written.groups:
            group = key
            continue
        cells = {head: row.cell(place) for head, place in places.items()}
        yield ReturnedRow(row.number, key, group, cells, written.rows.get(key, {}))


def _originals(rows: Sequence[ReturnedRow]) -> dict[str, ReturnedRow]:
    """Of rows with the same key the one that changed least: who copies a row may type in the upper one."""
    originals: dict[str, ReturnedRow] = {}
    for row in rows:
        rival = originals.get(row.key)
        if rival is None or _changes(row) < _changes(rival):
            originals[row.key] = row
    return originals


def _changes(row: ReturnedRow) -> int:
    return sum(map(row.is_changed, row.exported))


def _strayed(rows: Sequence[ReturnedRow], written: _Written) -> ReturnedRow | None:
    """A row that holds what was written in another one, which holds it no more: sorted without the hidden column."""
    heads = [head for head, home in zip(written.heads, written.homes, strict=True) if home.kind is not HomeKind.SUM]
    there = [head for head in heads if rows and head in rows[0].cells]
    then = {key: tuple(texts.get(head, "") for head in there) for key, texts in written.rows.items()}
    now = {row.key: tuple(map(row.text, there)) for row in rows if row.key in then}
    kept = {texts for key, texts in then.items() if now.get(key) == texts}
    of_others = set(then.values()) - kept
    return next((row for row in rows if row.key in then and now[row.key] in of_others and any(now[row.key])), None)
