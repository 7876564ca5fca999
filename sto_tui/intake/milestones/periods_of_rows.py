"""The stretch of time of each row of a table with period columns, and what is still open about these columns."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from sto_tui.domain import dutch
from sto_tui.intake.milestones.answers import (
    GAPS,
    NONE,
    PARTS_OF_YEARS,
    SUB_HEADS,
    WEEK,
    WEEKS_OR_MONTHS,
    YEAR,
    SheetAnswers,
)
from sto_tui.intake.milestones.bars_of_rows import Filled, filled_periods, has_gap, told_apart_parts
from sto_tui.intake.milestones.columns import Block
from sto_tui.intake.milestones.doubts import (
    first_number_question,
    gaps_question,
    numbers_question,
    parts_of_years_question,
    sub_heads_question,
    week_day_question,
    week_question,
    weeks_or_months_question,
    year_question,
)
from sto_tui.intake.milestones.named import named
from sto_tui.intake.milestones.period_columns import PeriodColumn
from sto_tui.intake.milestones.words_in_periods import is_open
from sto_tui.intake.questions import IntakeQuestion
from sto_tui.intake.sheets.table_reader import Cell, SheetRow
from sto_tui.intake.tables.date_words import says_no_date
from sto_tui.intake.tables.day_heads import WEEK_DAY
from sto_tui.intake.tables.missing_years import AroundDates, years_to_choose
from sto_tui.intake.tables.nameless_columns import is_partly_filled
from sto_tui.intake.tables.period_heads import PeriodRun
from sto_tui.intake.tables.sheet_looks import TabLooks, is_plain
from sto_tui.intake.tables.sheet_questions import ORDER, order_question
from sto_tui.intake.tables.workbook_tabs import Tab
from sto_tui.intake.telling import Advised

_BOTH_ENDS = {"start", "due"}


@dataclass
class PeriodsRead:
    """The filled periods by the number of the row, and what is to be asked or told."""

    filled: dict[int, tuple[PeriodColumn, ...]] = field(default_factory=dict)
    questions: list[IntakeQuestion] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def open_periods(blocks: Sequence[Block], around: AroundDates, answers: SheetAnswers) -> PeriodsRead:
    """What is open about the heads of periods; `around` is what may say the year."""
    read = PeriodsRead()
    for block in blocks:
        run = block.columns.run
        if run is None:
            continue
        labels = [head.label for head in run.heads]
        if _BOTH_ENDS & {*block.columns.fields}:
            if run.grain == "deel":
                read.remarks.append(f"De perioden {named(labels)} zijn niet gelezen: er is een kolom met datums.")
            continue
        read.remarks += [told for told in run.told if told not in read.remarks]
        for key in run.asked:
            if answers.get(key):
                read.remarks.append(f"De perioden {named(labels)} zijn niet gelezen.")
            else:
                read.questions.append(_question(key, run, around))
    return read


def _question(key: str, run: PeriodRun, around: AroundDates) -> IntakeQuestion:
    labels = [head.label for head in run.heads]
    if key == ORDER:
        return order_question(labels[:3], "dm")
    if key == YEAR:
        years = years_to_choose([*dict.fromkeys(labels)], None, around)
        return year_question(years, [*dict.fromkeys(labels)])
    if key == PARTS_OF_YEARS:
        return parts_of_years_question(labels, run.meant)
    if key == SUB_HEADS:
        return sub_heads_question(labels)
    if key == WEEK_DAY:
        return week_day_question(labels)
    if key == WEEKS_OR_MONTHS:
        return weeks_or_months_question(labels)
    if key == WEEK and run.grain == "maand":
        return first_number_question(around.today, "maand", labels)
    return week_question(around.today) if key == WEEK else numbers_question(labels)


def periods_of_rows(blocks: Sequence[Block], looks: TabLooks, tab: Tab, answers: SheetAnswers) -> PeriodsRead:
    """The periods that are filled, of which it is asked what counts and whether a bar goes on over a gap."""
    read = PeriodsRead()
    for block in blocks:
        if is_open(block, answers):
            # What a mark or a gap is, hangs on whether the cells are milestones themselves.
            continue
        of_block, questions, told = filled_periods(block, looks, tab.across or {}, answers)
        read.remarks += told
        _ask_nameless(block, of_block, answers, read)
        has_parts = any(span.is_part for spans in of_block.values() for span in spans)
        as_is = block.columns.is_own and not has_parts
        read.filled |= of_block if as_is else _without_gaps(block, of_block, answers, read)
        if not {*block.columns.fields} >= _BOTH_ENDS:
            read.questions += questions
    return read


def _ask_nameless(block: Block, filled: Filled, answers: SheetAnswers, read: PeriodsRead) -> None:
    """Columns without a head are asked, or told where there are as many as months, when a bar fills only some."""
    run = block.columns.run
    if run is None or not run.nameless or answers.get(PARTS_OF_YEARS) or {*block.columns.fields} >= _BOTH_ENDS:
        return
    if not any(is_partly_filled(run.nameless, [span.column for span in spans]) for spans in filled.values()):
        return
    head, most = run.heads[0].label.rpartition(" (")[0], max(number for _, number in run.nameless.values())
    columns = dutch.count(most, "kolom", "kolommen")
    label = f"onder ‘{head}’ staan {columns} zonder kop"
    if run.is_sure:
        told = f"‘{head}’ is gelijk verdeeld over {columns} eronder."
        read.remarks.append(Advised(told, f"Anders: --antwoord {PARTS_OF_YEARS}=heel."))
    else:
        read.questions.append(parts_of_years_question([label], run.meant))


def _without_gaps(block: Block, filled: Filled, answers: SheetAnswers, read: PeriodsRead) -> Filled:
    """A bar with a gap may be two things: only a person knows whether it goes on."""
    places = {span.column: at for at, span in enumerate(block.columns.spans)}
    gaps = [row for row, spans in filled.items() if has_gap(spans, places)]
    if not gaps or {*block.columns.fields} >= _BOTH_ENDS:
        return filled
    title = block.columns.fields.get("title", 0)
    read.remarks += told_apart_parts({row: filled[row] for row in gaps})
    if not answers.get(GAPS):
        read.questions.append(gaps_question([row.text(title) for row, _ in block.rows if row.number in gaps]))
    return {row: () if row in gaps and answers.get(GAPS) == NONE else spans for row, spans in filled.items()}


def has_bar(block: Block, row: SheetRow, looks: TabLooks) -> bool:
    """Whether a cell under a period has a colour that is no background."""
    fills = looks.fills.get(row.number, {})
    return any(not is_plain(fills[column]) for column in block.columns.periods & fills.keys())


def has_no_day(block: Block, row: SheetRow, filled: Filled) -> bool:
    """Whether a row has no filled period, and no date or only a word for none."""
    cells: list[Cell] = [
        row.cell(block.columns.fields[name]) for name in ("start", "due") if name in block.columns.fields
    ]
    return not filled.get(row.number) and all(
        not cell or (isinstance(cell, str) and says_no_date(cell)) for cell in cells
    )
