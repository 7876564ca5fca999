"""Two days for one action, of which the newer counts: `Nieuwe deadline` goes before `Deadline`, and that is told."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from sto_tui.domain import dutch
from sto_tui.domain.evaluation import Action
from sto_tui.domain.record import fields_of
from sto_tui.domain.text import clean_line, cut
from sto_tui.domain.typed_names import typed_name
from sto_tui.intake.registers.kinds import Register
from sto_tui.intake.registers.table_rows import RegisterTable
from sto_tui.intake.sheets.table_reader import Cell, SheetRow
from sto_tui.intake.tables.column_kinds import columns_of
from sto_tui.intake.tables.date_words import says_no_date
from sto_tui.intake.tables.newer_dates import newer_dates
from sto_tui.intake.tables.table_tab import first_named


@dataclass(frozen=True)
class NewestDue:
    """The table with the newer days complete, in which column they stand, and the columns that they go before.

    Of those in `asked` nobody knows which is the newest; then they are `pointed` at nowhere.
    """

    table: RegisterTable
    pointed: Mapping[str, int | None] = field(default_factory=dict)
    replaced: Collection[int] = ()
    asked: tuple[int, ...] = ()


def newest_due(table: RegisterTable, register: Register, pointed: Mapping[str, int | None]) -> NewestDue:
    """Which days of actions count; a column that was pointed at stays."""
    if register.model is not Action or "due" in pointed:
        return NewestDue(table)
    heads = [str(cell) for cell in table.head.cells]
    taken = {at for at in pointed.values() if at is not None}
    columns = [column for column in columns_of(heads, table.rows) if column.index not in taken]
    typed = f"--kolom {typed_name(fields_of(Action)['due'].label)}="
    newer = newer_dates(columns, table.rows, {"start": None}, {"due": typed})
    if "due" not in newer.by_kind:
        return NewestDue(table)
    at, before = newer.by_kind["due"], {*newer.replaced.values()}
    if doubts := [doubt for doubt in newer.doubts if doubt.kind == "due"]:
        return NewestDue(table, {"due": None}, asked=(*(each.index for each in doubts[0].candidates), *before))
    told = [remark for old in before for remark in _told_gone(table, newer.rows, at, old)]
    table = replace(table, rows=tuple(newer.rows), remarks=(*table.remarks, *newer.remarks, *told))
    return NewestDue(table, {"due": at}, before)


def _told_gone(table: RegisterTable, rows: Sequence[SheetRow], at: int, old: int) -> Iterator[str]:
    """That a word like `onbekend` below the newer head leaves nothing of the day that stood there first."""
    gone = [
        row for row in rows if row.cell(old) and says_no_date(str(row.cell(at))) and any(map(str.isalpha, row.text(at)))
    ]
    if gone:
        shown = [
            f"regel {row.number} ‘{cut(clean_line(row.text(at)), 30)}’ (eerst {_shown(row.cell(old))})" for row in gone
        ]
        newer, first = cut(table.head.text(at), 40), cut(table.head.text(old), 40)
        yield f"Geen dag bij ‘{newer}’, en ‘{first}’ geldt daar niet meer: {first_named(shown)}."


def _shown(cell: Cell) -> str:
    return dutch.short_date(cell) if isinstance(cell, date) else cut(clean_line(cell), 30)
