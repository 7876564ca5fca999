"""A table from a sheet: what would be new, what would change, what is refused and why, and what has to be asked.

Pure: from a sheet, a dossier, today and the answers always follows the same proposal.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from sto_tui.domain import dutch
from sto_tui.domain.change import Change, Occasion, added, replaced
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.parties import Party, PartyKind
from sto_tui.domain.record import FieldSpec, Record, fields_of
from sto_tui.domain.text import cut
from sto_tui.domain.typed_address import Addresses
from sto_tui.intake.proposal import Added, Changed, IntakeProposal, Refusal
from sto_tui.intake.questions import Answers, IntakeQuestion, SettledColumn
from sto_tui.intake.registers.below_zero import with_below_zero
from sto_tui.intake.registers.cells import CellReader, reader_of
from sto_tui.intake.registers.columns import ColumnAsked, RegisterColumns, columns_of
from sto_tui.intake.registers.foreign_amounts import foreign_rows
from sto_tui.intake.registers.groups import with_groups, with_party_above
from sto_tui.intake.registers.income import without_income
from sto_tui.intake.registers.kinds import REGISTERS, TOTAL, Register, fields_of_register
from sto_tui.intake.registers.lost_years import with_lost_years
from sto_tui.intake.registers.matching import Matched, RegisterMatcher
from sto_tui.intake.registers.meant_rows import with_colours, with_held, with_repeated, with_said_by_head, without_parts
from sto_tui.intake.registers.named_year import NamedYear, named_year
from sto_tui.intake.registers.newest_due import newest_due
from sto_tui.intake.registers.rows import RegisterRow, RegisterRowReader, told_shared
from sto_tui.intake.registers.scales import says_turned
from sto_tui.intake.registers.several_names import with_names_apart
from sto_tui.intake.registers.shown_records import LONGEST, ShownRecords
from sto_tui.intake.registers.side_by_side import one_table
from sto_tui.intake.registers.stacked import with_stacked
from sto_tui.intake.registers.table_rows import no_table, table_of, without_notes, without_totals
from sto_tui.intake.registers.told_of_rows import ToldOfRows
from sto_tui.intake.registers.two_counts import with_two_counts
from sto_tui.intake.registers.year_columns import is_refused
from sto_tui.intake.sheets.heads import heads_key
from sto_tui.intake.sheets.table_reader import IntakeError
from sto_tui.intake.tables.no_table import refuse_own_workbook
from sto_tui.intake.tables.party_kinds import kind_of
from sto_tui.intake.tables.table_answers import CHOICE, COUNTED, DIVISION, FORM, SUM, TableAnswers, column_key
from sto_tui.intake.tables.table_questions import (
    column_question,
    counted_question,
    division_question,
    form_question,
    settled_columns,
    year_question,
)
from sto_tui.intake.tables.table_tab import first_named, named_rows
from sto_tui.intake.tables.thousands import SaidInThousands, said_in_thousands, thousands_question, told_thousands
from sto_tui.intake.tables.workbook_tabs import SheetFile, pasted_tabs, read_tabs
from sto_tui.intake.telling import Advised

KINDS = ".csv, .xlsx of .ods"


def read_sheet(path: Path) -> SheetFile:
    """The file with a table. Raises IntakeError with one Dutch sentence."""
    file = read_tabs(path)
    refuse_own_workbook(file)
    return file


def read_pasted(data: bytes) -> SheetFile:
    """A block that was pasted. Raises IntakeError with one Dutch sentence."""
    return pasted_tabs(data)


def proposal_of(
    sheet: SheetFile, word: str, dossier: Dossier, today: date, answers: Answers | None = None, by: str = ""
) -> IntakeProposal:
    """What taking in a table would do with these answers; `word` says which table (`partijen`).

    What nobody has answered stands in its questions. Raises IntakeError when it is no such table.
    """
    return _Intake(sheet, REGISTERS[word], dossier, today, TableAnswers(answers or {}), by).proposal()


class _Intake:
    """The work on one sheet, in the order in which questions are best asked."""

    def __init__(
        self, sheet: SheetFile, register: Register, dossier: Dossier, today: date, answers: TableAnswers, by: str
    ) -> None:
        self.sheet, self.register, self.dossier, self.answers = sheet, register, dossier, answers
        self.today, self.by = today, by
        labels = {name: about.spec.label for name, about in fields_of_register(register.word).items()}
        self.pointed = answers.columns(labels)
        self.questions: list[IntakeQuestion] = []
        self.remarks: list[str] = []
        found = table_of(sheet, register, answers, is_pointed=register.name in self.pointed)
        self.heads = heads_key(register.word, found.head.cells)
        found = one_table(found, register, answers)
        self.table = without_notes(with_stacked(found, register, self.pointed, answers))
        self.table = with_party_above(self.table, register, dossier)

    def proposal(self) -> IntakeProposal:
        columns = self._columns()
        if self.register.name in columns.fields:
            columns = self._keep_meant_rows(columns)
        self.questions += self.table.questions
        self._ask_columns(columns)
        cells = self._cells(columns)
        reader = RegisterRowReader(
            self.register, fields_of_register(self.register.word), columns, cells, self.table.given
        )
        read, columns = self._read(reader, columns)
        matcher = RegisterMatcher(self.dossier, self.register, self.answers.get(DIVISION))
        matched = matcher.match([row for row in read if not row.waits])
        self._ask_division(matcher.divided)
        if waiting := [*dict.fromkeys(row.row for row in read if row.waits)]:
            self.remarks.append(f"Nog niet overgenomen, want er is een vraag over: {named_rows(waiting)}.")
        self.remarks += told_shared(read)
        self._tell_sums(reader, columns, {each.row.row for each in matched})
        told = ToldOfRows(self.sheet, self.table, self.register, self.dossier)
        self.remarks[:0] = [*self.sheet.remarks, *self.table.remarks]
        self.remarks += told.remarks(columns, cells, matched, self._plan_years())
        if not self.questions and not matched and not any(row.wrong or row.left_out for row in read):
            self.remarks.append(self._told_nothing())
        return replace(self._outcome(read, matched), settled=self._settled(columns))

    def _columns(self) -> RegisterColumns:
        """What stands in which column. Raises IntakeError when nothing can be what the rows are called."""
        newer = newest_due(self.table, self.register, self.pointed)
        self.table = newer.table
        columns = columns_of(
            self.table.head,
            self.table.rows,
            self.register,
            {**newer.pointed, **self.pointed},
            is_doubtful=self.table.doubtful,
            counted=self.answers.get(COUNTED),
        )
        columns = columns.without_unknown({*newer.replaced, *newer.asked})
        due = fields_of_register(self.register.word)["due"] if newer.asked else None
        columns.asked += [ColumnAsked(due, newer.asked)] if due else []
        if self.table.rows:
            self._refuse_nothing_known(columns)
        plan_years = self._years() if self.dossier.current_period else ()
        columns, lost = with_lost_years(columns, self.table.head, self.table.rows, self.answers, plan_years)
        self.questions += [lost] if lost else []
        return columns

    def _keep_meant_rows(self, columns: RegisterColumns) -> RegisterColumns:
        """Leaves the rows that are records of this table, and gives the columns as these rows want them read."""
        self.table = with_repeated(self.table, columns, self.register)
        self.table, columns = with_said_by_head(self.table, columns, self.register)
        # Only what may be on either side of a middle is told in colours.
        graded = [name for name in self.register.guessed if name in self.register.looked_for]
        coloured = [columns.fields[name] for name in graded if name in columns.fields]
        self.table = with_colours(self.table, coloured, self.sheet.looks(self.table.tab))
        before = without_totals(self.table, columns, self.register).rows
        self.table = without_income(self.table, columns, self.register, self.answers)
        self.table = without_totals(self.table, columns, self.register)
        self.table = without_parts(self.table, columns, self.register, self.answers, self._bold(columns), before)
        if self.register.amount:
            self.table = with_below_zero(self.table, columns, self.register, self.answers)
            self.table, columns = with_two_counts(self.table, columns, self.register, self.answers)
        self.table = with_groups(self.table, columns, self.register, self.answers, self.dossier)
        self.table = with_held(self.table, columns, self.register, self.answers)
        self.table = with_names_apart(self.table, columns, self.register, self.answers, self.dossier)
        return columns

    def _ask_columns(self, columns: RegisterColumns) -> None:
        for asked in columns.asked if self.table.rows else ():
            label = asked.field.spec.label
            self.questions.append(column_question(label, asked.columns, self.table.head, self.table.rows))
        if columns.counted_or_euro:
            self.questions.append(counted_question(columns.counted_or_euro, self.table.head, self.table.rows))

    def _cells(self, columns: RegisterColumns) -> CellReader:
        """What reads a cell; asks for the year and for what amounts are in thousands where the sheet does not tell."""
        said = said_in_thousands(self.table.above, self.table.head) if self.register.amount else None
        amounts = [*self._amounts(columns)]
        is_answered = said is not None and self.answers.thousands == "maal"
        thousandfold = {at: said.times for at in amounts if said and is_answered and said.holds_for(at)}
        titles = [str(cell) for row in (*self.table.above, self.table.head) for cell in row.cells]
        cells = reader_of(
            columns,
            fields_of_register(self.register.word),
            self.table.rows,
            self.answers,
            Addresses(self.dossier),
            self._years(),
            thousandfold,
            self._named_year(columns),
            is_scale_turned=says_turned(titles),
        )
        self._ask_year(columns)
        self.questions += cells.questions
        self._ask_thousands(said, amounts, cells)
        return cells

    def _read(self, reader: RegisterRowReader, columns: RegisterColumns) -> tuple[list[RegisterRow], RegisterColumns]:
        """The rows as records, each with what is wrong with it, and the columns without those of other money."""
        read = [each for row in self.table.rows for each in reader.rows(row)] if self._is_whole(columns) else []
        foreign, columns = foreign_rows(columns, [*self._amounts(columns)], self.table.head, self.table.rows)
        for row in read:
            self._refuse_lacking(row, columns)
            row.wrong += [foreign[row.row]] if row.row in foreign else []
        if not any(asked.field.name == "form" for asked in columns.asked):
            self._ask_form(read, columns)
        self._read_kinds(read)
        return read, columns

    def _told_nothing(self) -> str:
        """That nothing of the sheet was taken, why, and what can be done."""
        head = self.table.head
        told = (
            f"Van dit blad is niets overgenomen: onder de koppen op regel {head.number} "
            f"({first_named([f'‘{cut(str(cell), 30)}’' for cell in head.cells if cell])}) blijven geen "
            f"{self.register.table.plural} over."
        )
        here = "Wijs met o aan waar alles staat, of zet in het blad onder elke kop een regel."
        return Advised(
            told, "Staan de koppen elders, wijs ze aan: --antwoord koprij=NUMMER. Kies opnieuw: --opnieuw.", here
        )

    def _settled(self, columns: RegisterColumns) -> tuple[SettledColumn, ...]:
        """Where each field is read that is not asked; amounts of years stand in columns of their own."""
        asked = {asked.field.name for asked in columns.asked}
        beside = {"year", TOTAL} if columns.stand_in_years else set[str]()
        beside |= {(self.register.amount or ("",))[0]} if columns.counts_of_parts else set()
        beside |= {name for of_year in columns.of_years.values() for name in of_year}
        fields = [
            (column_key(about.spec.label), about.spec.label, columns.fields.get(name))
            for name, about in fields_of_register(self.register.word).items()
            if name not in asked and (name in columns.fields or name not in beside)
        ]
        return settled_columns(fields, self.table.head, self.table.rows)

    def _bold(self, columns: RegisterColumns) -> frozenset[int]:
        """The rows of which the name has other letters than usual."""
        name, faces = columns.fields[self.register.name], self.sheet.looks(self.table.tab).faces
        return frozenset(number for number, of_row in faces.items() if of_row.get(name))

    def _amounts(self, columns: RegisterColumns) -> Iterator[int]:
        """The columns of amounts in euros, first those of a row as a whole."""
        about = fields_of_register(self.register.word)
        yield from columns.amounts_of_years
        for name in about:
            yield from columns.columns_of_field(name) if about[name].spec.kind == "amount" else ()

    def _ask_thousands(self, said: SaidInThousands | None, amounts: Sequence[int], cells: CellReader) -> None:
        shown = [row.cell(at) for row in self.table.rows for at in amounts if said and said.holds_for(at)]
        if said is None or not shown:
            return
        if not self.answers.thousands:
            self.questions.append(thousands_question(said, shown, cells.mark))
        self.remarks += told_thousands(said, self.answers.thousands)

    def _tell_sums(self, reader: RegisterRowReader, columns: RegisterColumns, taken: Collection[int]) -> None:
        """Where the years of a row that is taken come to something else than the total beside them: one is wrong."""
        if not self._is_whole(columns) or TOTAL not in columns.fields:
            return
        head = cut(self.table.head.text(columns.fields[TOTAL]), 40)
        what = "vormen" if columns.forms and not any(columns.years.values()) else "jaren"
        for row in self.table.rows:
            if row.number in taken and (differ := reader.years_and_total(row)):
                years, total = map(dutch.amount, differ)
                self.remarks.append(
                    f"Regel {row.number}: de {what} zijn samen {years}, en bij ‘{head}’ staat {total}. De {what} zijn "
                    "overgenomen."
                )

    def _ask_form(self, read: Sequence[RegisterRow], columns: RegisterColumns) -> None:
        """Which form contributions have of which the sheet says none; how many times how much are hours.

        Beside columns of other forms it is none of these: what is in kind is no money.
        """
        spec = fields_of(self.register.model).get("form")
        if spec is None or self.register.amount is None:
            return
        many, _, price = self.register.amount
        without = [
            row for row in read if spec.name not in row.values | row.when_new and not {many, price} <= row.values.keys()
        ]
        free = [choice for choice in spec.choices if choice not in columns.forms.values()] or spec.choices
        answer = next((choice for choice in free if choice.value == self.answers.get(FORM)), None)
        if without and answer is None:
            heads = [f"‘{cut(self.table.head.text(at), 40)}’" for at, form in columns.forms.items() if form is None]
            self.questions.append(form_question(free, len(without), heads))
        for row in without if answer else ():
            row.when_new[spec.name] = answer

    def _ask_division(self, divided: Sequence[tuple[RegisterRow, Record]]) -> None:
        """What becomes of how many there are where the sheet only has another amount."""
        if not divided or self.register.amount is None:
            return
        many, _, price = self.register.amount
        shown = [
            f"regel {row.row} ({dutch.number(getattr(had, many))} × {dutch.amount(getattr(had, price))} en nu "
            f"{dutch.amount(row.total or 0)})"
            for row, had in divided
        ]
        if self.answers.get(DIVISION) == "niet":
            self.remarks.append(f"Bedrag niet overgenomen: {first_named(shown)}.")
        elif self.answers.get(DIVISION) not in ("prijs", "bedrag"):
            is_even = not any((row.total or 0) % Decimal(repr(getattr(had, many))) for row, had in divided)
            self.questions.append(division_question(first_named(shown), "prijs" if is_even else "bedrag"))

    def _read_kinds(self, read: Sequence[RegisterRow]) -> None:
        """A party of which the sheet does not say the kind has that of its name, when it is new."""
        if self.register.model is not Party:
            return
        for row in read:
            kind = kind_of(row.values.get(self.register.name, ""))
            if "kind" not in row.values and kind is not PartyKind.OVERIG:
                row.when_new["kind"] = kind

    def _is_whole(self, columns: RegisterColumns) -> bool:
        """Whether it is known where everything stands that a row is nothing without."""
        if columns.counted_or_euro:
            return False
        has_years = columns.have_years(self.register) or "year" in columns.fields or self.answers.year is not None
        has_years = has_years or self._is_year_given()
        return (self._is_dated() or has_years) and self.register.name in columns.fields

    def _years(self) -> list[int]:
        """The years of the plan period, else this one and the next."""
        period = self.dossier.current_period
        first, last = (period.start.year, period.end.year) if period else (self.today.year, self.today.year + 1)
        return [*range(first, last + 1)] if not self._is_dated() else [self.today.year, self.today.year + 1]

    def _plan_years(self) -> Sequence[int]:
        """The years of the plan period, where the rows have a year and there is a period."""
        return self._years() if self.dossier.current_period and not self._is_dated() else ()

    def _is_dated(self) -> bool:
        return "year" not in fields_of(self.register.model)

    def _ask_year(self, columns: RegisterColumns) -> None:
        has_years = columns.have_years(self.register) or columns.counted_or_euro
        is_said = "year" in columns.fields or self._is_year_given()
        if self._is_dated() or has_years or is_said or self.answers.year is not None:
            return
        if not any(asked.field.name == "year" for asked in columns.asked):
            about = f"vallen de {self.register.table.plural}"
            self.questions.append(year_question(self._years(), about, self._named_year(columns).year))

    def _is_year_given(self) -> bool:
        """Whether headings say of every row in which year it is."""
        return all("year" in self.table.given.get(row.number, {}) for row in self.table.rows)

    def _named_year(self, columns: RegisterColumns) -> NamedYear:
        """What the titles or the head of the totals name, else the name of the tab or the file."""
        titles = " ".join(str(cell) for row in self.table.above for cell in row.cells)
        total = self.table.head.text(columns.fields[TOTAL]) if TOTAL in columns.fields else ""
        return named_year((titles, total, self.table.tab.name, self.sheet.name))

    def _refuse_nothing_known(self, columns: RegisterColumns) -> None:
        """Raises IntakeError when nothing can be what the rows are called, or nobody knows of which years they are."""
        if columns.begins_of_school and is_refused(self.answers):
            what = "bedragen" if columns.school_years else "aantallen"
            raise IntakeError(
                f"De {what} staan per schooljaar, en een begroting is per kalenderjaar. Zet ze in het blad per "
                "kalenderjaar, met een kolom voor elk jaar, en lees het opnieuw."
            )
        asked = next((asked for asked in columns.asked if asked.field.name == self.register.name), None)
        is_gone = self.register.name in self.pointed and self.register.name not in columns.fields
        if is_gone or (asked and not asked.columns):
            raise no_table(self.sheet, self.table.tab, self.register)

    def _refuse_lacking(self, row: RegisterRow, columns: RegisterColumns) -> None:
        """A row without what it is called, or without another field that cannot be empty."""
        for name, spec in fields_of(self.register.model).items():
            is_needed = spec.required or name == self.register.name
            is_asked = name == "year" and self.answers.year is not None and not columns.amounts_of_years
            is_read = name in columns.fields or is_asked
            if is_needed and is_read and name not in row.values and not row.waits and not _is_told(row, spec):
                row.wrong.append(f"{spec.label} is leeg.")

    def _outcome(self, read: Sequence[RegisterRow], matched: Sequence[Matched]) -> IntakeProposal:
        occasion = Occasion(self.dossier, self.today, self.by, just_now=False)
        shown = ShownRecords(self.register, self.dossier)
        edits = [
            edit
            for each in matched
            for edit in (replaced(each.before, each.after, occasion) if each.before else added(each.after, occasion))
        ]
        new = [
            Added(each.row.row, shown.caption(each.after), (*shown.details(each),))
            for each in matched
            if not each.before
        ]
        changed = [
            Changed(each.row.row, shown.caption(each.before), differences)
            for each in matched
            if each.before and (differences := (*shown.differences(each.before, each.after),))
        ]
        refused = [Refusal(row.row, reason) for row in read for reason in dict.fromkeys((*row.wrong, *row.left_out))]
        label = f"{dutch.capital(self.register.table.plural)} uit {cut(self.sheet.name, LONGEST)}"
        counts = f"{len(new)} nieuw, {len(changed)} gewijzigd"
        is_clear = all(question.key.startswith(CHOICE) for question in self.questions)
        return IntakeProposal(
            Change(f"{label}: {counts}", tuple(edits) if is_clear else ()),
            tuple(new),
            tuple(changed),
            tuple(dict.fromkeys(refused)),
            tuple(self.remarks),
            tuple(self.questions),
            self.heads,
            kept={f"{SUM}{name}": "over" for name in self.table.sums},
        )


def _is_told(row: RegisterRow, spec: FieldSpec) -> bool:
    return any(reason.startswith(f"{spec.label}: ") for reason in row.wrong)
