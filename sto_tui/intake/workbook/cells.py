"""Between a cell and the field that it is: what stands in the dossier now, and what was typed."""

from datetime import date
from decimal import Decimal
from typing import Any

from sto_tui.domain.dossier import Dossier, targets_of
from sto_tui.domain.record import Choice, FieldSpec
from sto_tui.domain.typed_address import Addresses
from sto_tui.domain.typed_dates import Beside
from sto_tui.domain.typed_names import NotUnderstoodError
from sto_tui.domain.typed_record import read_typed
from sto_tui.intake.sheets.table_reader import Cell
from sto_tui.intake.sheets.workbook_number import WorkbookNumber
from sto_tui.planning.sheet_homes import LONGEST_CELL, cell_text, label_of

_NUMBERS = ("whole", "decimal", "amount")


def text_now(dossier: Dossier, spec: FieldSpec, value: Any) -> str:
    """A field's value as `sto excel` would write it now, read back."""
    if spec.kind == "reference":
        return "".join(str(getattr(dossier.get(target), "number", "")) for target in targets_of(spec, value))
    if isinstance(value, Choice):
        return value.label
    if isinstance(value, bool):
        return label_of(value)
    if spec.kind == "amount" and value is not None:
        return cell_text(Decimal(value) / 100)
    return cell_text(Decimal(repr(value)) if isinstance(value, float) else value)


def value_of(spec: FieldSpec, cell: Cell, addresses: Addresses, beside: Beside) -> Any:
    """The value that a cell gives a field. Raises NotUnderstoodError."""
    if isinstance(cell, date):
        if spec.kind != "date":
            raise NotUnderstoodError(f"‘{cell:%d-%m-%Y}’ is een datum, en hier hoort iets anders.")
        return cell
    # A number that the workbook holds has a point before its decimals, as 1.234 has three of them.
    is_number = isinstance(cell, WorkbookNumber) and spec.kind in _NUMBERS
    return read_typed(spec, cell.replace(".", ",") if is_number else str(cell), addresses, beside)


def is_cut(exported: str) -> bool:
    """Whether a text was too long for a cell, so that the cell has its beginning only."""
    return len(exported) > LONGEST_CELL - 100 and "… (en nog " in exported
