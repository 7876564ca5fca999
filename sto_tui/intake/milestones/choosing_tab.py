"""Which tab of a file is the plan; and why a file is none: a refusal says by kind what it is, and what was seen."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import log2

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.region import PlanPeriod
from sto_tui.domain.text import cut, plain
from sto_tui.intake.milestones.alike_tabs import answers_for, are_alike, joined, may_be_of_period, may_be_versions
from sto_tui.intake.milestones.answers import ALL_TABS, NONE, TAB, TURNED, SheetAnswers
from sto_tui.intake.milestones.columns import Block, blocks_of, first_head
from sto_tui.intake.milestones.dated_cells import has_numbers, is_dated
from sto_tui.intake.milestones.doubts import (
    all_the_same_question,
    column_question,
    head_row_question,
    tab_question,
    turned_question,
)
from sto_tui.intake.milestones.other_lists import ADDRESSES, BUDGET, is_budget, kind_of_list, told_command
from sto_tui.intake.milestones.sides import one_side, side_question, sides_of, told_sides
from sto_tui.intake.milestones.titled_year import titled_year
from sto_tui.intake.milestones.words_in_periods import cells_as_rows
from sto_tui.intake.questions import IntakeQuestion
from sto_tui.intake.sheets.heads import head_key
from sto_tui.intake.sheets.table_reader import HEAD_ROWS, Cell, IntakeError
from sto_tui.intake.tables.bars import are_numbers
from sto_tui.intake.tables.column_kinds import ColumnDoubt, SheetColumn
from sto_tui.intake.tables.shown_months import with_shown_months
from sto_tui.intake.tables.turned import turned
from sto_tui.intake.tables.weeks_of_years import with_weeks_of_years
from sto_tui.intake.tables.workbook_tabs import SheetFile, Tab
from sto_tui.intake.telling import Advised

SHEET_NAME = "Mijlpalen"
_MOST_HEADS = 12
# Below a begin or an end a year alone says when.
_YEAR = re.compile(r"20\d{2}")
_KIND_NAMES = {
    "title": "mijlpaal", "number": "nummer", "wbs": "nummer met punten", "level": "niveau", "start": "begin",
    "due": "einde", "date": "datum", "done_on": "gereed op", "never": "datum die niet telt", "after": "wacht op",
    "theme": "thema", "speerpunt": "speerpunt", "deelproject": "deelproject", "group": "groep", "light": "stoplicht",
    "percent": "percentage", "who": "wie", "duration": "duur", "effort": "werk", "note": "toelichting",
    "obstacle": "knelpunt",
    "tangible_result": "resultaat", "active": "of het nog telt", "inactive": "of het vervallen is",
}  # fmt: skip


@dataclass(frozen=True)
class RankedTab:
    """A tab with a table: how much it looks like the plan, and how many rows have a date."""

    tab: Tab
    blocks: Sequence[Block]
    rank: tuple[bool, float]
    dated: int


def ranked_tabs(file: SheetFile, dossier: Dossier, answers: SheetAnswers) -> list[RankedTab]:
    """The visible tabs that have a table, the likeliest plan first."""
    shown = [with_shown_months(file, tab) for tab in file.tabs if tab.is_visible]
    sides = [one_side(_upright(tab, answers), answers) for tab in shown]
    ranked = [_ranked(tab, _blocks_of(tab, dossier, answers, title)) for tab, title in sides]
    return sorted((each for each in ranked if each.blocks), key=lambda each: each.rank, reverse=True)


def _blocks_of(tab: Tab, dossier: Dossier, answers: SheetAnswers, title: str = "") -> list[Block]:
    blocks = blocks_of(with_weeks_of_years(tab.rows), dossier, replace(answers, titled=titled_year(tab)), title)
    return [cells_as_rows(block, answers) for block in blocks]


def _upright(tab: Tab, answers: SheetAnswers) -> Tab:
    """A tab with its heads in the first column turned, unless it was answered that it is as it should be."""
    is_settled = answers.get(TURNED) == "nee" or answers.has_no_heads or answers.head_row(tab.rows) is not None
    return tab if is_settled else turned(tab) or tab


def _ranked(tab: Tab, blocks: Sequence[Block]) -> RankedTab:
    fields = {name for block in blocks for name in block.columns.fields}
    rows = sum(len(block.rows) for block in blocks)
    dated = sum(_is_dated(block, at) for block in blocks for at in range(len(block.rows)))
    points = 2.0 * ({"start", "due"} <= fields) + 1.5 * ("after" in fields) + ("number" in fields)
    points += 2 * ("title" in fields) + 2 * (dated / rows if rows else 0) + log2(dated + 1)
    return RankedTab(tab, blocks, (plain(tab.name) == plain(SHEET_NAME), points), dated)


def _is_dated(block: Block, at: int) -> bool:
    row, _ = block.rows[at]
    fields = [block.columns.fields[name] for name in ("start", "due", "done_on") if name in block.columns.fields]
    periods = [
        *(span.column for span in block.columns.spans),
        *(block.columns.run.columns if block.columns.run else ()),
    ]
    says_when = any(is_dated(cell) or _YEAR.fullmatch(str(cell)) for cell in map(row.cell, fields))
    return says_when or any(_is_mark(row.cell(column)) for column in periods)


def _is_mark(cell: Cell) -> bool:
    """Anything but an amount."""
    return bool(cell) and not str(cell).replace(".", "").replace(",", "").isdecimal()


def chosen_tab(
    file: SheetFile, dossier: Dossier, answers: SheetAnswers
) -> tuple[RankedTab, list[IntakeQuestion], list[str]]:
    """The plan among the tabs, what has to be asked, and what is told of the others. Raises IntakeError."""
    ranked = ranked_tabs(file, dossier, answers)
    chosen = next((each for each in ranked if each.tab.name.casefold() == answers.get(TAB)), None)
    if not ranked:
        raise without_heads(file)
    best = chosen or ranked[0]
    questions: list[IntakeQuestion] = []
    remarks: list[str] = []
    # Another tab with dates may be the plan too, also one of a few rows: on the screen this is the only way to it.
    good = [each for each in ranked if _has_days(file, each) and (each is ranked[0] or why_no_plan(file, each) is None)]
    if chosen is None and not best.rank[0] and len(good) > 1:
        alike = _alike(file, good, answers)
        if answers.get(TAB) == ALL_TABS and alike:
            best, remarks = _joined(alike, dossier, answers)
        else:
            questions.append(_tab_question(good, alike, dossier.period_at_hand))
            best = good[0]
    if not best.tab.parts:
        questions += _shape_questions(file, best, answers)
    if error := why_no_plan(file, best):
        if not answers.columns:
            raise error
        questions += _date_column_questions(best, answers)
    remarks += _about_others(file, best.tab)
    remarks += _told_sides(file, best, answers)
    if best.tab.is_turned:
        remarks.append("Het blad is gekanteld gelezen: ‘regel 2’ is kolom B van het blad.")
    return best, questions, remarks


def _has_days(file: SheetFile, ranked: RankedTab) -> bool:
    """Whether something says when: a date, a mark or a colour."""
    return bool(ranked.dated) or any(_has_colours(file, ranked.tab, block) for block in ranked.blocks)


def _alike(file: SheetFile, good: Sequence[RankedTab], answers: SheetAnswers) -> list[RankedTab]:
    """The tabs with the same heads as the likeliest plan, in the order of the file; none when that is the only one."""
    upright = [each for each in good if not each.tab.is_turned and sides_of(each.tab, answers) is None]
    alike = [each for each in upright if good[0] in upright and are_alike(each.blocks, good[0].blocks)]
    places = {tab.name: at for at, tab in enumerate(file.tabs)}
    return sorted(alike, key=lambda each: places[each.tab.name]) if len(alike) > 1 else []


def _joined(alike: Sequence[RankedTab], dossier: Dossier, answers: SheetAnswers) -> tuple[RankedTab, list[str]]:
    """These tabs as one plan, each with the year that it names."""
    read = [(each.tab, _blocks_of(each.tab, dossier, answers_for(each.tab, answers))) for each in alike]
    whole, blocks, told = joined(read)
    return _ranked(whole, blocks), told


def _tab_question(good: Sequence[RankedTab], alike: Sequence[RankedTab], period: PlanPeriod | None) -> IntakeQuestion:
    """Which tab it is; all that are alike first, unless they rather are versions of one plan or of several periods."""
    of_period = [each for each in alike if period is None or may_be_of_period(each.tab, period)]
    are_one = len(of_period) > 1 and not may_be_versions([each.blocks for each in alike])
    together = [each.tab.name for each in alike]
    proposed = ALL_TABS if are_one else of_period[0].tab.name if len(of_period) == 1 else good[0].tab.name
    return tab_question([(each.tab.name, each.dated) for each in good], together, proposed)


def _shape_questions(file: SheetFile, best: RankedTab, answers: SheetAnswers) -> list[IntakeQuestion]:
    """Whether a tab stands on its side, and which of two tables beside each other counts."""
    questions = []
    whole = _upright(next(tab for tab in file.tabs if tab.name == best.tab.name), answers)
    if best.tab.is_turned and not answers.get(TURNED):
        questions.append(turned_question(best.tab.rows))
    if question := side_question(whole, answers):
        questions.append(question)
    return questions


def _told_sides(file: SheetFile, best: RankedTab, answers: SheetAnswers) -> list[str]:
    if best.tab.parts:
        return []
    return told_sides(_upright(next(tab for tab in file.tabs if tab.name == best.tab.name), answers), answers)


def _date_column_questions(best: RankedTab, answers: SheetAnswers) -> list[IntakeQuestion]:
    """Of a list in which somebody pointed at the names, and no column is one of dates: where the dates stand."""
    block = best.blocks[0]
    fields = {name for block in best.blocks for name in block.columns.fields}
    if "title" not in answers.columns or "due" in answers.columns or fields & {"start", "due"} or block.columns.periods:
        return []
    others = [column for column in block.columns.kinds.columns if column.index != answers.columns["title"]]
    doubt = ColumnDoubt("due", tuple(column for column in others if column.content.filled))
    return [column_question(doubt, [row for row, _ in block.rows])] if doubt.candidates else []


def _about_others(file: SheetFile, taken: Tab) -> list[str]:
    hidden = [tab.name for tab in file.tabs if not tab.is_visible]
    read = {taken.name, *(part.name for part in taken.parts)}
    others = [tab.name for tab in file.tabs if tab.is_visible and tab.name not in read]
    told: list[str] = []
    if others:
        which = f"zijn de tabbladen {taken.name}" if taken.parts else f"is tabblad {taken.name}"
        told.append(
            Advised(
                f"Gelezen {which}; niet gelezen: {dutch.enumerate_words(others)}.",
                f'Een ander lezen: --antwoord "tab={others[0]}".',
            )
        )
    if hidden:
        word = "Het verborgen tabblad" if len(hidden) == 1 else "De verborgen tabbladen"
        verb = "is" if len(hidden) == 1 else "zijn"
        told.append(f"{word} {dutch.enumerate_words(hidden)} {verb} niet gelezen.")
    return told


def has_table(tab: Tab, answers: SheetAnswers) -> bool:
    """Whether a tab has a row of heads, found or pointed at."""
    if answers.get(TURNED) != "nee" and turned(tab):
        return True
    return answers.has_no_heads or answers.head_row(tab.rows) is not None or first_head(tab.rows) is not None


# Refusals.


class NoPlanError(IntakeError):
    """A file in which no plan was found. `question` asks for what would make it one, where a person can be asked.

    `on_screen` says it without what can only be typed after a command.
    """

    def __init__(self, why: str, question: IntakeQuestion, typed: str) -> None:
        super().__init__(f"{why} {typed}".strip())
        self.question = question
        self.on_screen = f"{why} Kies iets anders, of zet in het rekenblad boven de kolommen Nr, Mijlpaal en Klaar."


def without_heads(file: SheetFile) -> NoPlanError:
    """That no tab has a row of heads, with what its first rows hold."""
    tab = next((tab for tab in file.tabs if tab.is_visible), file.tabs[0])
    lines = [[head_key(str(cell)) for cell in row.cells if cell] for row in tab.rows[:HEAD_ROWS]]
    kind = next((kind for keys in lines if (kind := kind_of_list(keys))), "")
    what = f"{file.name} is geen planning maar {kind}: het" if kind else file.name
    seen = [cut(str(cell), 30) for row in tab.rows[:3] for cell in row.cells if cell][:_MOST_HEADS]
    why = f"{what} heeft bij de eerste {HEAD_ROWS} regels geen koppen van een planning of mijlpalenplan."
    typed = (
        f"{told_command(kind)}Zet boven de kolommen minstens Nr en Mijlpaal, of wijs de regel met koppen aan: "
        "--antwoord koprij=NUMMER "
        f"(koprij={NONE} als er geen koppen zijn) --kolom Mijlpaal=LETTER. Gezien in {tab.name}: {', '.join(seen)}."
    )
    return NoPlanError(why, head_row_question(why, tab.rows), typed)


def why_no_plan(file: SheetFile, ranked: RankedTab) -> NoPlanError | None:
    """Why a tab is no plan, with the row of heads and what each was taken for; None when it may be one."""
    columns = [column for block in ranked.blocks for column in block.columns.kinds.columns]
    fields = {name for block in ranked.blocks for name in block.columns.fields}
    keys = [head_key(column.head) for column in columns if column.head]
    costs = not {"title", "start", "due"} & fields and any(
        is_budget(keys, _in_periods(block)) for block in ranked.blocks
    )
    if any(block.columns.is_own for block in ranked.blocks) or (ranked.dated and not costs):
        kind = kind_of_list(keys) if not {"start", "due"} <= fields and not _has_own_title(ranked.blocks) else ""
        # Beside what has to be ready when, an address is that of who does it.
        if not kind or (kind == ADDRESSES and {"title", "due"} <= fields):
            return None
    else:
        if not costs and any(_has_colours(file, ranked.tab, block) or _has_hours(block) for block in ranked.blocks):
            return None
        kind = BUDGET if costs else kind_of_list(keys)
        if not kind and any(_asks_dates(block) or has_numbers(block) for block in ranked.blocks):
            return None
        if not kind and not file.package and any(block.columns.periods for block in ranked.blocks):
            return _without_colours(file, columns, ranked)
        kind = kind or "een lijst zonder datums"
    heads = [f"{cut(column.head, 30)} ({_taken_for(ranked.blocks, column)})" for column in columns if column.head]
    row = next((row.number for row in ranked.tab.rows if _has_heads(row.cells, columns)), 0)
    typed = (
        f"{told_command(kind)}Gelezen: tabblad {ranked.tab.name}, koppen op regel {row}: "
        f"{', '.join(heads[:_MOST_HEADS])}. Is het toch een planning, zet dan boven de kolommen minstens Nr en "
        "Mijlpaal en een datum, of wijs ze aan: --kolom Mijlpaal=LETTER --kolom Klaar=LETTER."
    )
    why = f"{file.name} is geen planning maar {kind}."
    rows = [row for block in ranked.blocks for row, _ in block.rows]
    asked = f"{file.name} lijkt geen planning maar {kind}."
    return NoPlanError(why, all_the_same_question(asked, columns, rows), typed)


def _without_colours(file: SheetFile, columns: Sequence[SheetColumn], ranked: RankedTab) -> NoPlanError:
    """That nothing stands below the periods, in a file of which the colours are not read."""
    why = f"{file.name} heeft kolommen met perioden, en daaronder staat niets."
    typed = (
        "Kleuren van cellen leest sto-tui alleen uit een .xlsx of .ods: bewaar het blad zo, en neem dat over. Of zet "
        "een x in de cellen waarin het gebeurt."
    )
    rows = [row for block in ranked.blocks for row, _ in block.rows]
    return NoPlanError(f"{why} {typed}", all_the_same_question(f"{why} {typed}", columns, rows), "")


def _asks_dates(block: Block) -> bool:
    return any(doubt.kind in ("start", "due") for doubt in block.columns.kinds.doubts)


def _has_own_title(blocks: Iterable[Block]) -> bool:
    return any(block.columns.is_own and "title" in block.columns.fields for block in blocks)


def _has_colours(file: SheetFile, tab: Tab, block: Block) -> bool:
    cells = [row.cell(column) for row, _ in block.rows for column in block.columns.periods if row.cell(column)]
    if sum(not _is_mark(cell) for cell in cells) > len(cells) / 2:
        return False
    fills = file.looks(tab).fills
    return any(block.columns.periods & fills.get(row.number, {}).keys() for row, _ in block.rows)


def _has_hours(block: Block) -> bool:
    """Whether numbers stand under the periods, of which it is asked whether something happens then."""
    return are_numbers(_in_periods(block))


def _in_periods(block: Block) -> list[Cell]:
    return [row.cell(column) for row, _ in block.rows for column in sorted(block.columns.periods)]


def _has_heads(cells: Sequence[object], columns: Sequence[SheetColumn]) -> bool:
    heads = {column.head for column in columns if column.head}
    return 2 * len(heads & {str(cell) for cell in cells}) >= len(heads) > 0


def _taken_for(blocks: Sequence[Block], column: SheetColumn) -> str:
    kind = next((kind for block in blocks if (kind := block.columns.kinds.taken_for(column.index))), None)
    kind = kind or (column.word.kind if column.word else None)
    return _KIND_NAMES[kind] if kind else "onbekend"
