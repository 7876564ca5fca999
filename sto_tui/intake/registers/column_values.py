"""What the cells of a column can be values of: a choice, an amount, a day, the name of a thing."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from sto_tui.domain.plan import Size
from sto_tui.domain.record import FieldSpec
from sto_tui.domain.text import plain
from sto_tui.intake.registers.words import choice_of, yes_or_no
from sto_tui.intake.registers.year_columns import school_year_of
from sto_tui.intake.sheets.heads import head_key
from sto_tui.intake.sheets.table_reader import Cell
from sto_tui.intake.sheets.workbook_number import WorkbookNumber
from sto_tui.intake.tables.amounts import written_number
from sto_tui.intake.tables.column_contents import are_program_ids, content_of, is_date
from sto_tui.intake.tables.date_words import says_no_date
from sto_tui.intake.tables.foreign_money import is_foreign_amount
from sto_tui.intake.tables.head_words import head_word

_HALF = 0.5
# So long may be what is one of a few choices, in a sheet; and figures for them go so far.
_LONGEST_WORD, _MOST_WORDS = 16, 2
_HIGHEST_GRADE = 100
_LONGEST_CODE = 8
_PRODUCTS = frozenset(
    ("score", "risicoscore", "risiconiveau", "riskscore", "totaal", "nr", "nummer", "id", "no", "rang")
)
_DASHES, _DOES_NOT_APPLY = frozenset("€-–—−./\\ \n"), "nvt"
# A head of a product is that of neither: `Kans x impact`.
PRODUCT = re.compile(r"[^\W\d_]+\s*(?: x |[×*])\s*[^\W\d_]")


def says_nothing(cell: Cell) -> bool:
    """Whether a cell is empty, or says in so many words that there is nothing: `-`, `€ -`, `n.v.t.`."""
    if not isinstance(cell, str) or isinstance(cell, WorkbookNumber):
        return False
    return set(cell) <= _DASHES or head_key(cell) == _DOES_NOT_APPLY


def says_nothing_of(spec: FieldSpec, cell: Cell) -> bool:
    """Whether a cell says nothing about a field: that a status does not apply is said, and is not that it is open."""
    return says_nothing(cell) and not (spec.name == "status" and head_key(str(cell)) == _DOES_NOT_APPLY)


def are_codes(cells: Sequence[str]) -> bool:
    """Whether most are codes, which are never what a thing is called: `R1`, `01AB`."""
    return (
        content_of(cells).codes > _HALF
        or are_program_ids(cells)
        or sum(map(_is_short_code, cells)) > _HALF * len(cells)
    )


def _is_short_code(text: str) -> bool:
    return " " not in text and any(map(str.isdecimal, text)) and len(text) <= _LONGEST_CODE


def are_choices(spec: FieldSpec, cells: Sequence[Cell]) -> bool:
    """Whether most of these cells are choices of a field in so many words."""
    known = [cell for cell in cells if spec.kind == "choice" and choice_of(str(cell), spec.choices)]
    return bool(known) and len(known) > _HALF * len(cells)


def may_hold(spec: FieldSpec, head: str, cells: Iterable[Cell]) -> bool:
    """Whether a column of which the head says nothing may hold a field: days, or choices and figures for them."""
    filled = [*cells]
    word = head_word(head)
    if not filled or (word and word.kind == "never"):
        return False
    if spec.kind == "date":
        return sum(isinstance(cell, date) or is_date(cell) for cell in filled) > _HALF * len(filled)
    is_product = PRODUCT.search(plain(head)) or head_key(head) in _PRODUCTS
    return not is_product and sum(_is_size(spec, str(cell)) for cell in filled) > _HALF * len(filled)


def _is_size(spec: FieldSpec, cell: str) -> bool:
    number = written_number(cell.removesuffix("%").strip())
    return choice_of(cell, spec.choices) is not None or (
        number is not None and 0 <= number.value("komma") <= _HIGHEST_GRADE
    )


def holds(spec: FieldSpec, cells: Sequence[Cell], *, is_sure: bool = True) -> bool:
    """Whether most of these cells can be values of a field; of an empty column everything.

    A head that may mean something else too is not that of choices as long as none of them is there.
    """
    if spec.kind == "choice" and cells and not is_sure:
        return any(choice_of(str(cell), spec.choices) for cell in cells) or (
            isinstance(spec.default, Size) and all(_is_size(spec, str(cell)) for cell in cells)
        )
    return not cells or sum(_can_be(spec, cell) for cell in cells) >= _HALF * len(cells)


def _is_told(cell: str) -> bool:
    """Whether a text is a sentence or an amount, and so no word for one of a few choices."""
    number = written_number(cell)
    is_sentence = len(cell) > _LONGEST_WORD and len(cell.split()) > _MOST_WORDS
    return is_sentence or (number is not None and abs(number.value("komma")) > _HIGHEST_GRADE)


def _can_be(spec: FieldSpec, cell: Cell) -> bool:
    if spec.kind == "date":
        return not isinstance(cell, str) or is_date(cell) or says_no_date(cell)
    is_number = isinstance(cell, str) and written_number(cell) is not None
    if spec.kind in ("amount", "decimal"):
        return is_number or (spec.kind == "amount" and is_foreign_amount(cell))
    if spec.kind == "whole":
        return is_number or school_year_of(cell) is not None
    if spec.kind == "tick":
        return yes_or_no(str(cell)) is not None
    if spec.kind == "choice":
        return isinstance(cell, str) and (choice_of(cell, spec.choices) is not None or not _is_told(cell))
    # `Bijdrage` is the name of what a company gives, and in other sheets the head of what that is worth.
    if spec.kind in ("line", "text") and (spec.required or spec.name == "title"):
        return isinstance(cell, str) and not is_number
    return True
