"""What was spent, from a sheet of the administration: what would be new, and what is refused and why.

Pure: from a sheet and a dossier always follows the same proposal.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from sto_tui.domain import dutch
from sto_tui.domain.change import Change, Edit, added, carried_out
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.money import BudgetLine, Payment
from sto_tui.domain.text import cut, plain
from sto_tui.domain.typed_record import explained
from sto_tui.frozen import frozen
from sto_tui.intake.proposal import Added, IntakeProposal, Refusal, told_frame
from sto_tui.intake.questions import Answers
from sto_tui.intake.sheets.heads import heads_key
from sto_tui.intake.sheets.table_reader import Cell, SheetRow
from sto_tui.intake.spending.called_off import told_called_off
from sto_tui.intake.spending.columns import LABELS, columns_of, has_days, head_row, head_score, likely_head
from sto_tui.intake.spending.held import with_held
from sto_tui.intake.spending.line_numbers import numbered
from sto_tui.intake.spending.rows import (
    BookedRow,
    BookingError,
    Notations,
    amount_texts,
    cents_of,
    is_aside,
    is_credit_note,
    is_total,
    read_row,
)
from sto_tui.intake.spending.stacked import with_stacked
from sto_tui.intake.tables.amounts import Mark, notation_of
from sto_tui.intake.tables.at_cells import told_at_cells
from sto_tui.intake.tables.date_order import date_orders
from sto_tui.intake.tables.headless import told_headless
from sto_tui.intake.tables.no_table import NoTableError, refuse_own_workbook
from sto_tui.intake.tables.sheet_questions import order_questions
from sto_tui.intake.tables.struck_cells import without_struck
from sto_tui.intake.tables.table_answers import CREDIT_NOTES, SIGNS, TableAnswers, column_key
from sto_tui.intake.tables.table_questions import (
    column_question,
    credit_notes_question,
    decimals_question,
    head_question,
    settled_columns,
    signs_question,
)
from sto_tui.intake.tables.table_tab import chosen_tab, hidden_rows
from sto_tui.intake.tables.thousands import (
    SaidInThousands,
    said_in_thousands,
    thousands_question,
    told_thousands,
)
from sto_tui.intake.tables.workbook_tabs import SheetFile, Tab, pasted_tabs, read_tabs
from sto_tui.intake.tables.written_dates import is_month_or_day
from sto_tui.intake.told_records import told_records
from sto_tui.planning.money.booked_until import booked_until
from sto_tui.planning.money.booking import trouble_with
from sto_tui.planning.money.booking_words import told_later
from sto_tui.planning.money.spending import Balance, balances_by_line

SHEET_NAME = "Uitgaven"
KINDS = ".csv, .xlsx of .ods"
_MOST_NAMED = 10
_MOST_HEADS = 5
_NAMED = 100


@frozen
class SpendingProposal(IntakeProposal):
    """With what it comes to in euro cents, and per budget line that gets something how it stands before and after."""

    cents: int = 0
    lines: tuple[tuple[str, Balance, Balance], ...] = ()


def read_sheet(path: Path) -> SheetFile:
    """The file with what was spent. Raises IntakeError with one Dutch sentence."""
    file = read_tabs(path)
    refuse_own_workbook(file)
    return file


def read_pasted(data: bytes) -> SheetFile:
    """A block that was pasted. Raises IntakeError with one Dutch sentence."""
    return pasted_tabs(data)


def proposal_of(sheet: SheetFile, dossier: Dossier, today: date, answers: Answers | None = None) -> SpendingProposal:
    """What taking in a sheet would do to the dossier, of whatever period its rows are.

    What nobody has answered stands in its questions. Raises IntakeError when it is no such sheet.
    """
    return _Intake(sheet, dossier.whole, today, TableAnswers(answers or {})).proposal()


def _without_days(sheet: SheetFile) -> NoTableError:
    """That no column has days, as in a sheet of months or of what was spent up to a day."""
    why = (
        f"{sheet.name} heeft geen kolom met datums. Uitgaven komen per boeking binnen, elk met een regelnummer, een "
        "datum en een bedrag."
    )
    advice = "Vraag de administratie om de boekingen zelf, en neem die over."
    return NoTableError(why, advice, advice)


class _Intake:
    """The work on one sheet: every row becomes a payment, or is refused, or stood there already."""

    def __init__(self, sheet: SheetFile, dossier: Dossier, today: date, answers: TableAnswers) -> None:
        self.sheet, self.dossier, self.today, self.answers = sheet, dossier, today, answers
        self.refused: list[Refusal] = []
        self.edits: list[Edit] = []
        self.added: list[Added] = []
        self.known: list[int] = []
        self.twice: list[int] = []
        self.sums: list[int] = []
        self.aside: list[int] = []
        self.by_number: list[int] = []
        pointed = answers.columns(LABELS)
        chosen = chosen_tab(sheet, answers, _tab_score, lambda tab: head_row(tab.rows) is not None, "uitgaven")
        at = self._head_at(chosen.tab, is_pointed=bool(pointed))
        self.head, below = chosen.tab.rows[at], chosen.tab.rows[at + 1 :]
        hidden = hidden_rows(sheet, chosen.tab, below, answers)
        struck = without_struck(below, sheet.looks(chosen.tab), answers)
        rows = [row for row in struck.rows if row.number not in hidden.numbers]
        numbers = {number for line in dossier.of(BudgetLine).values() if (number := plain(line.number))}
        self.heads = heads_key("uitgaven", self.head.cells)
        stacked = with_stacked(chosen.tab.rows[:at], self.head, rows, numbers, pointed, answers)
        self.head, self.rows = stacked.head, [*stacked.rows]
        self.questions = [*chosen.questions, *hidden.questions, *struck.questions, *stacked.questions]
        at_cells = told_at_cells(sheet.looks(chosen.tab), self.rows)
        self.told = [*sheet.remarks, *chosen.remarks, *hidden.remarks, *struck.remarks, *stacked.remarks, *at_cells]
        self.columns = columns_of(self.head, self.rows, numbers, pointed)
        if self.rows and "date" not in {*self.columns.fields, *self.columns.asked}:
            raise _without_days(sheet)
        for name, columns in self.columns.asked.items():
            self.questions.append(column_question(LABELS[name], columns, self.head, self.rows))
        held = with_held(self.head, self.rows, self.columns, answers)
        self.rows = [*held.rows]
        self.questions += held.questions
        self.told += held.remarks
        self.notations = self._notations(said_in_thousands(chosen.tab.rows[:at], self.head))
        with_source = "source" in self.columns.fields
        self.there = Counter(_key(payment, with_source) for payment in dossier.of(Payment).values())
        self.with_source = with_source
        self.seen: set[tuple[object, ...]] = set()

    def _head_at(self, tab: Tab, *, is_pointed: bool) -> int:
        """The place of the row of heads. Raises IntakeError when there is none and nothing was pointed at."""
        answered = self.answers.head_row(tab.rows)
        places = (answered, head_row(tab.rows), likely_head(tab.rows), 0 if is_pointed else None)
        at = next((place for place in places if place is not None), None)
        if at is None and not has_days(tab.rows):
            raise _without_days(self.sheet)
        if at is None:
            why = f"{self.sheet.name} heeft geen koppen van een overzicht van uitgaven."
            heads = "Zet boven de kolommen minstens Regelnummer, Datum en Bedrag"
            row = str(tab.rows[0].number)
            question = head_question(tab.rows[:_MOST_HEADS], row, may_be_none=False)
            raise NoTableError(why, f"{heads}, of noem hun regel: --antwoord koprij={row}.", f"{heads}.", question)
        return at

    def _notations(self, said: SaidInThousands | None) -> Notations:
        """How amounts and days are written; what the rows leave open is asked."""
        rows = [row for row in self.rows if not is_total(row, self.columns)]
        places = [self.columns.fields[name] for name in ("amount", "debit", "credit") if name in self.columns.fields]
        amounts = [row.cell(at) for at in places for row in rows]
        notation = notation_of(amount_texts(amounts), (), self.answers.mark)
        if notation.examples:
            self.questions.append(decimals_question(notation))
        if said and any(map(said.holds_for, places)):
            if not self.answers.thousands:
                self.questions.append(thousands_question(said, amounts, notation.mark))
            self.told += told_thousands(said, self.answers.thousands)
        is_reversed = self._is_reversed(amounts, notation.mark)
        days = [self.columns.cell(row, "date") for row in rows]
        # A month of a year is no day of a booking, and is refused in either order.
        decided = date_orders({0: [day for day in days if not (isinstance(day, str) and is_month_or_day(day))]})
        answered = self.answers.order
        if not answered:
            self.questions += order_questions(decided, [days])
        is_exchanged = 0 in decided.swapped and answered == decided.orders.get(0)
        scale = said.times if said and self.answers.thousands == "maal" else 1
        credit_notes = self._turns_credit_notes(rows)
        order = decided.orders.get(0) or answered
        return Notations(notation.mark, order, is_exchanged, scale, is_reversed, credit_notes)

    def _turns_credit_notes(self, rows: Sequence[SheetRow]) -> bool:
        """Whether the amount of a credit note is what came back, where no column and no minus says so: it is asked."""
        if {"amount", "debit", "credit", "side"} & {*self.columns.fields} != {"amount"}:
            return False
        amount = self.columns.fields["amount"]
        notes = [row for row in rows if is_credit_note(row) and not _is_below_zero(row.cell(amount), None)]
        if notes and self.answers.get(CREDIT_NOTES) not in ("terug", "zo"):
            shown = [row.text(amount) for row in notes]
            self.questions.append(credit_notes_question(shown[:3], len(notes)))
        return bool(notes) and self.answers.get(CREDIT_NOTES) == "terug"

    def _is_reversed(self, amounts: Sequence[Cell], mark: Mark | None) -> bool:
        """Whether a minus is an expense here: asked where most amounts are below zero, as no year is one of refunds."""
        if {"amount", "debit", "credit", "side"} & {*self.columns.fields} != {"amount"}:
            return False
        below = [cell for cell in amounts if cell and _is_below_zero(cell, mark)]
        if 2 * len(below) <= len([*filter(None, amounts)]):
            return False
        if self.answers.get(SIGNS) not in ("om", "zo"):
            self.questions.append(signs_question(below[:3]))
        return self.answers.get(SIGNS) == "om"

    def proposal(self) -> SpendingProposal:
        for row in self.rows if not self.columns.asked else ():
            if is_total(row, self.columns):
                self.sums.append(row.number)
                continue
            if is_aside(row, self.columns) or head_score(row.cells):
                self.aside.append(row.number)
                continue
            try:
                self._take(read_row(row, self.columns, self.notations))
            except BookingError as error:
                self.refused += [Refusal(row.number, reason) for reason in error.reasons]
        cents = sum(payment.amount for payment in self._payments())
        label = f"Uitgaven uit {cut(self.sheet.name, 60)}: {told(len(self.edits), cents)}"
        change = Change(label, () if self.questions else tuple(self.edits))
        lines = tuple(self._lines(change))
        return SpendingProposal(
            change,
            tuple(self.added),
            refused=tuple(self.refused),
            remarks=tuple(self._remarks()),
            questions=tuple(self.questions),
            heads=self.heads,
            settled=settled_columns(
                [
                    (column_key(label), label, self.columns.fields.get(name))
                    for name, label in LABELS.items()
                    if name not in self.columns.asked
                ],
                self.head,
                self.rows,
            ),
            cents=cents,
            lines=lines,
        )

    def _headless(self) -> Iterator[int]:
        """The columns without a head that are read as nothing."""
        width = max((len(row.cells) for row in self.rows), default=0)
        return (at for at in range(width) if not self.head.cell(at) and at not in self.columns.fields.values())

    def _payments(self) -> list[Payment]:
        return [edit.after for edit in self.edits if isinstance(edit.after, Payment)]

    def _take(self, booked: BookedRow) -> None:
        """A new payment, unless it stands there. Raises BookingError."""
        line = self._line(booked)
        source = booked.source or ("" if self.with_source else cut(self.sheet.name, 60))
        note = booked.note or _why_of_year(booked, line, self.sheet.name)
        values = {"budget_line": line.id, "date": booked.day, "amount": booked.cents, "note": note}
        try:
            payment = Payment.model_validate({**values, "id": -1 - len(self.edits), "source": source})
        except ValidationError as error:
            raise BookingError(explained(Payment, error)) from error
        if trouble := trouble_with(payment, line, self.dossier):
            raise BookingError(trouble.sentence)
        key = _key(payment, self.with_source)
        if self.there[key]:
            self.there[key] -= 1
            self.known.append(booked.row)
            self.seen.add(_row_key(payment, booked))
            return
        if _row_key(payment, booked) in self.seen:
            self.twice.append(booked.row)
            return
        self.seen.add(_row_key(payment, booked))
        self.edits += added(payment)
        details = (dutch.short_date(payment.date), dutch.amount(payment.amount), booked.source, cut(booked.note, 60))
        self.added.append(Added(booked.row, self.dossier.caption(ref_of(line)), tuple(filter(None, details))))

    def _line(self, booked: BookedRow) -> BudgetLine:
        """The budget line that is meant by number, else by title; of several that of the year. Raises BookingError."""
        lines = list(self.dossier.of(BudgetLine).values())
        if booked.number:
            named, word = numbered(lines, booked), "regelnummer"
        else:
            named, word = [line for line in lines if plain(line.title) == plain(booked.title)], "post"
            if not named:
                # A column of posts may hold what the budget has as its number: `302 Installatie`.
                named = numbered(lines, replace(booked, number=booked.title))
                self.by_number += [booked.row] if named else []
        typed = cut(booked.number or booked.title, 60)
        if not named:
            missing = "" if any(line.number for line in lines) else " Vul de regelnummers in bij 4 Plan, Begroting."
            raise BookingError(f"{word} ‘{typed}’ staat niet in de begroting.{missing}")
        year = booked.year or booked.day.year
        of_year = [line for line in named if line.year == year]
        if not of_year and (booked.year is not None or len(named) > 1):
            raise BookingError(f"{word} ‘{typed}’ staat niet in de begroting van {year}.")
        if not of_year and _is_near(booked, named[0], self.dossier):
            raise BookingError(
                f"{word} ‘{typed}’ is van {named[0].year}, en de datum van {year}. Verbeter de datum, of zet in een "
                f"kolom Begrotingsjaar {named[0].year} als het bij die regel hoort."
            )
        chosen = of_year or named
        if len(chosen) > 1:
            many = dutch.count(len(chosen), "regel", "regels")
            raise BookingError(f"{word} ‘{typed}’ staat op {many} van {year}. Geef elke regel een eigen nummer.")
        return chosen[0]

    def _lines(self, change: Change) -> Iterator[tuple[str, Balance, Balance]]:
        before = balances_by_line(booked_until(self.dossier, self.today)).of
        after = balances_by_line(booked_until(carried_out(self.dossier, change), self.today)).of
        for line in self.dossier.of(BudgetLine).values():
            if before[line.id] != after[line.id]:
                yield self.dossier.caption(ref_of(line)), before[line.id], after[line.id]

    def _over(self) -> Iterator[str]:
        """The budget lines on which more is booked than granted, of any day, and that get something."""
        balances = balances_by_line(carried_out(self.dossier, Change("", tuple(self.edits)))).of
        added_on: Counter[int] = Counter()
        for payment in self._payments():
            added_on[payment.budget_line] += payment.amount
        for line in self.dossier.of(BudgetLine).values():
            if balances[line.id].left < 0 < added_on[line.id]:
                yield self.dossier.caption(ref_of(line))

    def _remarks(self) -> Iterator[str]:
        yield from self.told
        if self.columns.taken_for_number:
            yield f"Als regelnummer is de kolom ‘{cut(self.columns.taken_for_number, 40)}’ gelezen."
        if self.by_number:
            yield f"De post is gelezen als regelnummer: {_rows(self.by_number)}."
        if self.sums:
            yield f"Overgeslagen, want een totaal of een saldo: {_rows(self.sums)}."
        if self.twice:
            yield (
                f"Staat twee keer in het blad, en is één keer overgenomen: {_rows(self.twice)}. "
                "Zijn het toch twee uitgaven, voeg de tweede dan met de hand toe."
            )
        if (together := sum(payment.amount for payment in self._payments())) < 0:
            yield (
                f"Samen komt er {dutch.amount(-together)} terug. Kijk of een minteken in dit blad een uitgave is; "
                "draai dan de tekens om."
            )
        yield from told_later([each for each in self._payments() if each.date > self.today], self.today)
        if self.known:
            yield f"Staat er al, en is niet nog eens overgenomen: {_rows(self.known)}."
        if self.aside:
            yield f"Overgeslagen, want zonder datum en bedrag: {_rows(self.aside)}."
        if self.columns.unknown:
            heads = [cut(head, 40) for head in self.columns.unknown]
            yield f"Niet overgenomen, want geen kolom van uitgaven: {dutch.enumerate_words(heads)}."
        yield from told_called_off(self.head, self.rows, self.columns)
        yield from told_headless(self._headless(), [row for row in self.rows if row.number not in self.aside])
        if not (self.edits or self.refused or self.known or self.twice or self.questions):
            seen = _first_named(f"‘{cut(str(cell), 30)}’" for cell in self.head.cells if cell)
            yield (
                f"Van dit blad is niets overgenomen: onder de koppen op regel {self.head.number} ({seen}) staat geen "
                "boeking met een datum en een bedrag. Staan de koppen elders, wijs ze dan aan."
            )
        if over := list(self._over()):
            yield f"Hierdoor is meer geboekt dan toegekend op {_first_named(over)}."


def _tab_score(tab: Tab) -> float:
    """The most known heads in a row; the name of the tab says more than them, as long as there are heads at all."""
    at = head_row(tab.rows)
    if at is None:
        return 0.5 if likely_head(tab.rows) is not None else 0
    return head_score(tab.rows[at].cells) + (_NAMED if plain(tab.name) == plain(SHEET_NAME) else 0)


def _is_below_zero(cell: Cell, mark: Mark | None) -> bool:
    try:
        return cents_of(cell, mark or "komma") < 0
    except ValueError:
        return False


def _key(payment: Payment, with_source: bool) -> tuple[object, ...]:
    """What makes a payment the same as one of a sheet: line, day and amount, and what is written of its source."""
    return payment.budget_line, payment.date, payment.amount, plain(payment.source) if with_source else ""


def _row_key(payment: Payment, booked: BookedRow) -> tuple[object, ...]:
    """What makes two rows of a sheet one: line, day, amount and document; without a document what is written of it."""
    document = ("document", plain(booked.source)) if booked.source else ("note", plain(booked.note))
    return payment.budget_line, payment.date, payment.amount, document


def _is_near(booked: BookedRow, line: BudgetLine, dossier: Dossier) -> bool:
    """Whether its day could be booked on a line of another year, with a word about why."""
    payment = Payment(budget_line=line.id, date=booked.day, amount=booked.cents, note="-")
    return trouble_with(payment, line, dossier) is None


def _why_of_year(booked: BookedRow, line: BudgetLine, name: str) -> str:
    """What stands as the note of a payment on a line of another year, which the sheet itself says."""
    return f"Begrotingsjaar {line.year} volgens {name}" if line.year != booked.day.year else ""


def told(how_many: int, cents: int) -> str:
    """`3 uitgaven, € 1.250`: what is asked about, and what was taken over."""
    return f"{dutch.count(how_many, 'uitgave', 'uitgaven')}, {dutch.amount(cents)}"


def framed(name: str, proposal: SpendingProposal) -> Iterator[str]:
    """The whole preview of the sheet of this name."""
    counts = told(len(proposal.added), proposal.cents) if proposal.change.edits else ""
    yield from told_frame(name, counts, preview(proposal), proposal.refused, proposal.remarks)


def preview(proposal: SpendingProposal, most: int | None = None) -> Iterator[str]:
    """What would be new, at most so many, and how the budget lines stand then; a line of text each."""
    yield from told_records(proposal, most)
    if proposal.lines:
        yield "\nPer begrotingsregel"
        for caption, before, after in proposal.lines:
            spent = f"{dutch.amount(before.spent)} → {dutch.amount(after.spent)}"
            yield f"  {caption}: {spent} van {dutch.amount(after.granted)}"


def _rows(rows: Sequence[int]) -> str:
    return f"{'regel' if len(rows) == 1 else 'regels'} {_first_named(map(str, rows))}"


def _first_named(names: Iterable[str]) -> str:
    """The names, or the first of them and how many follow."""
    listed = list(names)
    more = [f"nog {len(listed) - _MOST_NAMED}"] if len(listed) > _MOST_NAMED else []
    return dutch.enumerate_words([*listed[:_MOST_NAMED], *more])
