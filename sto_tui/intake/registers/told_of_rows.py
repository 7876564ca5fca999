"""What is told of a table beside the records that it becomes: left out, guessed, alike, outside the plan."""

from collections.abc import Iterator, Sequence

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.parties import Party
from sto_tui.domain.record import fields_of
from sto_tui.domain.text import cut
from sto_tui.frozen import frozen
from sto_tui.intake.registers.cells import CellReader
from sto_tui.intake.registers.columns import RegisterColumns
from sto_tui.intake.registers.kinds import Register
from sto_tui.intake.registers.lost_years import told_more_years
from sto_tui.intake.registers.matching import Matched
from sto_tui.intake.registers.shown_records import LONGEST, ShownRecords, amount_of
from sto_tui.intake.registers.table_rows import RegisterTable
from sto_tui.intake.tables.at_cells import told_at_cells
from sto_tui.intake.tables.headless import told_headless
from sto_tui.intake.tables.party_kinds import party_like
from sto_tui.intake.tables.table_tab import first_named, named_rows
from sto_tui.intake.tables.workbook_tabs import SheetFile


@frozen
class ToldOfRows:
    """The remarks of one table, each a Dutch sentence."""

    sheet: SheetFile
    table: RegisterTable
    register: Register
    dossier: Dossier

    def remarks(
        self, columns: RegisterColumns, cells: CellReader, matched: Sequence[Matched], plan_years: Sequence[int]
    ) -> Iterator[str]:
        """All of it; `plan_years` is empty where there is no plan period, or no year in the rows."""
        yield from self._left_out(columns, cells)
        yield from self._guessed(matched)
        yield from self._alike(matched)
        yield from _outside(matched, plan_years)
        yield from self._in_all(cells, matched)

    def _left_out(self, columns: RegisterColumns, cells: CellReader) -> Iterator[str]:
        """Which columns, rows and cells were passed over or read otherwise than they stand."""
        table = self.table
        if columns.unknown:
            heads = [f"‘{cut(table.head.text(at), 40)}’" for at in columns.unknown]
            yield f"Niet overgenomen, want geen kolom van {self.register.table.plural}: {first_named(heads)}."
        if self.register.amount:
            yield from told_more_years(columns, table.head, table.rows)
        yield from told_headless(columns.headless, table.rows)
        if table.aside:
            yield f"Overgeslagen, want een totaal of nog eens de koppen: {named_rows(table.aside)}."
        numbers = {row.number for row in table.rows}
        empty = sorted({row for row, _ in self.sheet.looks(table.tab).uncalculated if row in numbers})
        if empty:
            yield f"Een formule zonder uitkomst: {named_rows(empty)}. Open het blad in Excel en bewaar het opnieuw."
        yield from told_at_cells(self.sheet.looks(table.tab), table.rows)
        if cells.rounded:
            yield f"Afgerond op hele centen: {named_rows([*dict.fromkeys(cells.rounded)])}."
        if cells.no_days:
            named = [f"regel {row} ‘{word}’" for row, word in cells.no_days.items()]
            yield f"Geen datum, en niet overgenomen: {first_named(named)}."
        yield from cells.short_months
        if cells.beside_days:
            named = [f"regel {row} ‘{text}’" for row, text in cells.beside_days.items()]
            yield f"Van de datum is alleen de dag overgenomen: {first_named(named)}."

    def _in_all(self, cells: CellReader, matched: Sequence[Matched]) -> Iterator[str]:
        """Which records have no amount, which words were read as others, and what the table comes to."""
        empty_rows = [each.row.row for each in matched if not each.before and getattr(each.after, "total", 0) is None]
        if empty_rows:
            yield f"Zonder bedrag overgenomen: {named_rows([*dict.fromkeys(empty_rows)])}."
        if cells.read_as:
            named = [f"‘{typed}’ is {meant}" for typed, meant in cells.read_as.items()]
            yield f"Gelezen als wat in het dossier zo begint of zo heet: {first_named(named)}."
        if self.register.amount and (cents := sum(amount_of(each.after) for each in matched)):
            yield f"Samen is het blad {dutch.amount(cents)}."

    def _guessed(self, matched: Sequence[Matched]) -> Iterator[str]:
        """What a new risk is given where the sheet says nothing: it may be read as if somebody had said it."""
        shown = ShownRecords(self.register, self.dossier)
        new = [each for each in matched if not each.before]
        for name in self.register.guessed:
            spec = fields_of(self.register.model)[name]
            by_name = [each for each in new if name in each.row.when_new]
            if by_name:
                read = [(shown.caption(each.after), shown.shown(spec, each.row.when_new[name])) for each in by_name]
                named = [f"‘{caption}’ {value}" for caption, value in read]
                yield f"{spec.label} uit de naam gelezen: {first_named(named)}."
            rows = [each.row.row for each in new if name not in {**each.row.values, **each.row.when_new}]
            if rows:
                usual = shown.shown(spec, spec.default)
                yield f"Zonder {spec.label_in_text}, en daarom ‘{usual}’: {named_rows(rows)}."

    def _alike(self, matched: Sequence[Matched]) -> Iterator[str]:
        """A new party of which the name is nearly that of another: it may be the same one."""
        if self.register.model is not Party:
            return
        known = [party.name for party in self.dossier.of(Party).values()]
        for each in matched:
            name = getattr(each.after, "name", "")
            if not each.before and (near := party_like(name, known)):
                named = f"‘{cut(name, LONGEST)}’ lijkt op ‘{cut(near, LONGEST)}’"
                yield f"Regel {each.row.row}: {named} van het dossier: kijk na of het die niet is."


def _outside(matched: Sequence[Matched], plan_years: Sequence[int]) -> Iterator[str]:
    """Which years lie outside the plan period: the rows come in, and count in no year of it."""
    outside: dict[int, list[int]] = {}
    for each in matched if plan_years else ():
        if (year := getattr(each.after, "year", plan_years[0])) not in plan_years:
            outside.setdefault(year, []).append(each.row.row)
    if outside:
        named = [f"{year} ({named_rows(outside[year])})" for year in sorted(outside)]
        period = "-".join(dict.fromkeys(map(str, (plan_years[0], plan_years[-1]))))
        yield f"Jaren buiten de planperiode {period}: {first_named(named)}."
