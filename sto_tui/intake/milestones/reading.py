"""What a tab of a planning sheet says, row by row, before it is compared with the dossier; and what is in doubt."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone, Stoplicht
from sto_tui.domain.text import clean_line, cut, plain
from sto_tui.intake.milestones.answers import (
    BARE,
    GROUPS,
    HEADINGS,
    HIDDEN,
    MEE,
    PART,
    TAIL,
    UNDATED,
    SheetAnswers,
)
from sto_tui.intake.milestones.bars_of_rows import Filled
from sto_tui.intake.milestones.choosing_tab import RankedTab
from sto_tui.intake.milestones.colours import colours_of
from sto_tui.intake.milestones.columns import NOTHING, Block
from sto_tui.intake.milestones.coming_days import coming_days_question
from sto_tui.intake.milestones.dated_cells import DateCells, date_cells_of
from sto_tui.intake.milestones.doubts import (
    column_question,
    hidden_question,
    part_question,
    undated_question,
)
from sto_tui.intake.milestones.guards import many_headings_question, mixed_groups_question, repeated_names_question
from sto_tui.intake.milestones.heading_columns import GROUP_FIELDS
from sto_tui.intake.milestones.heading_days import HeadingDays, heading_days, heading_days_question
from sto_tui.intake.milestones.headings import (
    bare_names_question,
    names_above,
    nestings_of,
    told_headings,
    told_undecided,
    unmarked_headings,
)
from sto_tui.intake.milestones.held_columns import held_days, held_group
from sto_tui.intake.milestones.lights_of_rows import lights_of
from sto_tui.intake.milestones.lines_in_cells import lines_questions
from sto_tui.intake.milestones.named import rows_named
from sto_tui.intake.milestones.named_year import told_named, told_titled, told_unused, told_year
from sto_tui.intake.milestones.out_of_sight import out_of_sight
from sto_tui.intake.milestones.own_numbers import are_known, own_numbers
from sto_tui.intake.milestones.painted_cells import with_painted_cells
from sto_tui.intake.milestones.part_rows import part_rows
from sto_tui.intake.milestones.passed_over import PassedOver, passed_over_question, told_passed_over, under_table
from sto_tui.intake.milestones.periods_of_rows import PeriodsRead, has_bar, has_no_day, open_periods, periods_of_rows
from sto_tui.intake.milestones.place_names import speerpunten_by_name, themes_by_name
from sto_tui.intake.milestones.pointed_columns import told_empty
from sto_tui.intake.milestones.sheet_links import SheetLinks, Span, key_of_row, named_links, sheet_links
from sto_tui.intake.milestones.struck import struck_rows
from sto_tui.intake.milestones.summary_rows import summary_question, summary_rows
from sto_tui.intake.milestones.tab_reading import RowRead, TabReading
from sto_tui.intake.milestones.titled_year import titled_year
from sto_tui.intake.milestones.words_in_periods import cells_question, is_open
from sto_tui.intake.questions import IntakeQuestion
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.held_cells import HELD_DAYS
from sto_tui.intake.tables.missing_years import AroundDates
from sto_tui.intake.tables.sheet_legends import meanings_of
from sto_tui.intake.tables.sheet_looks import TabLooks
from sto_tui.intake.tables.workbook_tabs import SheetFile

# More rows than this are asked about; a plan that people look at has fewer.
MANY_ROWS = 300
# So few rows say nothing about how many have a date.
_ROWS_TO_JUDGE = 8
# The heads of the format of STO: what a milestone waits on is there a number of the sheet or the dossier.
_OWN_AFTER = ("na", "wachtop", "namijlpaal")
_YES = frozenset(("ja", "j", "yes", "y", "true", "waar", "1", "x"))
_FIRST_TITLES = 6


def reading_of(file: SheetFile, chosen: RankedTab, dossier: Dossier, today: date, answers: SheetAnswers) -> TabReading:
    """Reads the chosen tab with these answers."""
    return _Reader(file, chosen, dossier, today, answers).reading


class _Reader:
    """The work on one tab, step by step in the order in which questions are best asked."""

    def __init__(
        self, file: SheetFile, chosen: RankedTab, dossier: Dossier, today: date, answers: SheetAnswers
    ) -> None:
        tab, blocks = chosen.tab, [*chosen.blocks]
        self.file, self.tab, self.today, self.answers = file, tab, today, answers
        self.looks: TabLooks = file.looks(tab)
        self.titles = {plain(each.number): each.title for each in dossier.of(Milestone).values()}
        self.known = frozenset(self.titles)
        self.places = (themes_by_name(dossier), speerpunten_by_name(dossier))
        self.region = dossier.region
        period = dossier.period_at_hand
        self.plan_year = period.start.year if period else today.year
        self.reading = TabReading(tab, blocks, DateCells())
        self._hold_days()
        self._ask_columns()
        self._ask_numbers()
        self._read_dates()
        filled = self._read_periods()
        self._leave_out_notes(filled)
        self._read_headings(filled)
        self._leave_out_hidden()
        self._read_parts()
        self._hold_cells()
        struck = self._read_struck()
        lights = self._read_lights() | dict.fromkeys(struck, (Stoplicht.GEREED, ""))
        links = self._read_links(filled)
        self._leave_out_parts(filled)
        self._gather(filled, lights, links)
        self.reading.remarks += out_of_sight(blocks, self.looks, self.reading.skipped)
        self._tell_left_out()

    def _ask(self, questions: Sequence[IntakeQuestion]) -> None:
        for question in questions:
            if question.key not in {asked.key for asked in self.reading.questions}:
                self.reading.questions.append(question)

    def _take(self, read: PeriodsRead) -> None:
        self._ask(read.questions)
        self.reading.remarks += read.remarks

    def _rows(self) -> Iterator[tuple[Block, SheetRow]]:
        """The rows that may be milestones."""
        for block in self.reading.blocks:
            yield from ((block, row) for row, _ in block.rows if row.number not in self.reading.skipped)

    def _hold_days(self) -> None:
        """A month or day in the first row of a block holds for those below it before anything else is read.

        A cell of a roadmap lasts as long as its colour.
        """
        painted = [with_painted_cells(block, self.looks) for block in self.reading.blocks]
        self.reading.blocks = [each.block for each in painted]
        self.reading.remarks += [remark for each in painted for remark in each.remarks]
        held = [held_days(block, self.tab, self.looks, self.answers) for block in self.reading.blocks]
        self.reading.blocks = [each.block for each in held]
        self._ask([question for each in held for question in each.questions])
        self.reading.remarks += [remark for each in held for remark in each.remarks]

    def _ask_columns(self) -> None:
        self.reading.remarks += told_empty(self.answers, self.reading.blocks)
        for block in self.reading.blocks:
            if is_open(block, self.answers):
                self._ask([cells_question(block)])
                # Whether a row is a milestone at all, hangs on the answer.
                self.reading.skipped |= {row.number for row, _ in block.rows}
                continue
            doubts = [
                doubt
                for doubt in block.columns.kinds.doubts
                if doubt.is_sure or self._is_real(block, doubt.kind)
                if not (doubt.of_new and are_known(block, self.titles))
            ]
            self._ask([column_question(doubt, [row for row, _ in block.rows]) for doubt in doubts])

            title, is_calendar = block.columns.fields.get("title"), block.columns.is_calendar
            self._ask(lines_questions([row for row, _ in block.rows], title, self.answers, is_calendar=is_calendar))

    def _ask_numbers(self) -> None:
        read = own_numbers(self.reading.blocks, self.titles, self.answers)
        self._ask(read.questions)
        self.reading.remarks += read.remarks
        if read.counts_itself:
            self.known = frozenset()
            self.reading.counts_itself = True

    @staticmethod
    def _is_real(block: Block, kind: str) -> bool:
        """Periods give the days too; heads of our own that have one day need no other."""
        columns = block.columns
        has_own_day = columns.is_own and bool({"start", "due", "done_on"} & columns.fields.keys())
        return kind == "title" or not (columns.spans or columns.run or has_own_day)

    @property
    def _around(self) -> AroundDates:
        """What may name the year: the lines above the heads, the tab, the file."""
        first = min((row.number for block in self.reading.blocks for row, _ in block.rows), default=0)
        titles = [row for at, row in enumerate(self.tab.rows) if at < _FIRST_TITLES or row.number < first]
        above = [str(cell) for row in titles for cell in row.cells if isinstance(cell, str)]
        return AroundDates((*above, self.tab.name, self.file.name), self.today, self.plan_year)

    def _read_dates(self) -> None:
        blocks, answers = self.reading.blocks, self.answers
        self.reading.remarks += [remark for block in blocks for remark in block.remarks]
        moved = {place: at for block in blocks for place, at in block.columns.moved.items()}
        months = self.looks.months | {place for place, at in moved.items() if (place[0], at) in self.looks.months}
        self.reading.dates, questions = date_cells_of(blocks, answers, months, self._around)
        self._ask(questions)
        self.reading.remarks += self.reading.dates.remarks
        self.reading.remarks += told_titled(titled_year(self.tab), answers.years, blocks)
        self.reading.remarks += told_named(blocks, self.reading.dates)
        years = answers.years or titled_year(self.tab)
        self.reading.remarks += told_unused(self.tab.rows, years, blocks, self.reading.dates)
        self.reading.remarks += told_year(self.file, answers.years, blocks, self.reading.dates)
        coming = (coming_days_question(block, self.reading.dates, self.today, answers) for block in blocks)
        self._ask([*filter(None, coming)])
        self._take(open_periods(blocks, self._around, answers))

    def _read_periods(self) -> Filled:
        read = periods_of_rows(self.reading.blocks, self.looks, self.tab, self.answers)
        self._take(read)
        return read.filled

    def _leave_out_notes(self, filled: Filled) -> None:
        """Under a table of bars: after an empty row, rows without one are notes."""
        self.notes: list[PassedOver] = []
        for block in self.reading.blocks:
            dated = [
                at
                for at, (row, _) in enumerate(block.rows)
                if has_bar(block, row, self.looks) or not has_no_day(block, row, filled)
            ]
            rest = block.rows[dated[-1] + 1 :] if dated and block.columns.run else ()
            if self.answers.get(TAIL) == MEE or not rest:
                continue
            title = block.columns.fields.get("title")
            told_apart = block.columns.is_own and not all(title is not None and row.cell(title) for row, _ in rest)
            if not told_apart and rest[0][0].number > block.rows[dated[-1]][0].number + 1:
                self.notes += under_table([row for row, _ in rest], title)
        self.reading.skipped |= {each.number for each in self.notes}

    def _read_headings(self, filled: Filled) -> None:
        self.headings: dict[int, tuple[str, ...]] = {}
        self.groups = self.reading.headings
        bare_names: list[str] = []
        self.dated_headings: list[HeadingDays] = []
        for block in self.reading.blocks:
            rows = [row for row, _ in block.rows]
            nestings = nestings_of(block, self.looks, filled, self.known)
            bare = unmarked_headings(block, self.looks, self.tab, nestings)
            if self.answers.get(BARE) == "mijlpaal":
                nestings = nestings_of(block, self.looks, filled, self.known, bare)
            bare_names += bare.values()
            self.dated_headings.append(heading_days(block, nestings, self.reading.dates))
            self.reading.remarks += told_undecided(block, self.looks, nestings)
            for row, nesting in zip(rows, nestings, strict=True):
                if nesting.is_group:
                    self.groups.add(row.number)
                if nesting.parents:
                    self.headings[row.number] = names_above(rows, nesting, block.columns.fields["title"])
            if not any(nesting.is_group for nesting in nestings):
                self._read_summaries(block, filled)
        self._guard_headings()
        asked = {question.key for question in self.reading.questions}
        if bare_names and not asked & {HELD_DAYS, HEADINGS} and not any(map(self.answers.get, (BARE, HEADINGS))):
            self._ask([bare_names_question(bare_names)])
        self.reading.skipped |= self.groups
        if self.groups:
            self._tell_headings()

    def _read_summaries(self, block: Block, filled: Filled) -> None:
        """Rows with a bar over those of the rows below: headings when a person says so."""
        summaries = summary_rows(block, self.looks, filled)
        names = {row.number: clean_line(row.text(block.columns.fields["title"])) for row, _ in block.rows if summaries}
        if summaries and not self.answers.get(HEADINGS):
            self._ask([summary_question([names[number] for number in summaries])])
        if self.answers.get(HEADINGS) == "kopje":
            self.groups |= summaries.keys()
            self.headings |= {below: (names[number],) for number, rows in summaries.items() for below in rows}

    def _guard_headings(self) -> None:
        """What looks as if headings, groups or names were taken for something else is asked."""
        titled = [
            (row, block.columns.fields["title"])
            for block, row in self._rows()
            if "title" in block.columns.fields and row.cell(block.columns.fields["title"])
        ]
        names = [clean_line(row.text(title)) for row, title in titled if row.number in self.groups]
        if many := many_headings_question(names, len(titled) - len(names)):
            if self.answers.get(HEADINGS) == "mijlpaal":
                self.groups.clear()
                self.headings = {}
            elif not self.answers.get(HEADINGS):
                self._ask([many])
        else:
            self._guard_dated_headings()
        mixed = mixed_groups_question(self._outer_groups(), *self.places, self.region)
        if mixed and not self.answers.get(GROUPS):
            self._ask([mixed])
        left_out = self.reading.skipped | self.groups
        for block in self.reading.blocks:
            rows = [row for row, _ in block.rows if row.number not in left_out]
            is_asked = not block.columns.is_own and "title" not in self.answers.columns
            if is_asked and (repeated := repeated_names_question(block, rows, self.headings)):
                self._ask([repeated])

    def _guard_dated_headings(self) -> None:
        """A heading with days that are no summary of the rows below it may be a milestone as well."""
        names = {row: name for each in self.dated_headings for row, name in each.names.items() if row in self.groups}
        beyond = [names[row] for each in self.dated_headings for row in each.beyond if row in names]
        if self.answers.get(HEADINGS) == "mijlpaal":
            self.groups -= names.keys()
        elif beyond and not self.answers.get(HEADINGS):
            self._ask([heading_days_question(beyond)])

    def _outer_groups(self) -> list[str]:
        """What the rows stand under, the outermost name of each."""
        names: dict[str, None] = {}
        for block, row in self._rows():
            at = block.columns.fields.get("group")
            group = clean_line(row.text(at)) if at is not None and row.cell(at) not in NOTHING else ""
            if row.number not in self.groups and (above := (*self.headings.get(row.number, ()), group)[0]):
                names[above] = None
        return [*names]

    def _tell_headings(self) -> None:
        names = [
            cut(row.text(block.columns.fields["title"]), 40)
            for block in self.reading.blocks
            for row, _ in block.rows
            if row.number in self.groups
        ]
        self.reading.remarks.append(told_headings(names, self.answers.get(GROUPS)))

    def _hold_cells(self) -> None:
        """A column of groups that is filled in the first row of each block holds for the rows below it."""
        self.held: dict[int, dict[str, str]] = {}
        for block in self.reading.blocks:
            named = [at for name, at in block.columns.fields.items() if name in ("title", "number")]
            rows = [row for row, _ in block.rows if any(map(row.cell, named))]
            rows = [row for row in rows if row.number not in self.reading.skipped]
            for name in filter(block.columns.fields.__contains__, GROUP_FIELDS):
                held = held_group(rows, block.columns.fields[name], block, self.answers)
                self._ask(held.questions)
                self.reading.remarks += held.remarks
                for number, value in held.by_row.items():
                    self.held.setdefault(number, {})[name] = value

    @staticmethod
    def _name_of(block: Block, row: SheetRow) -> str:
        title = block.columns.fields.get("title")
        return "" if title is None else clean_line(row.text(title))

    def _leave_out_hidden(self) -> None:
        hidden = [row.number for _, row in self._rows() if row.number in self.looks.hidden_rows]
        if not hidden:
            return
        if not self.answers.get(HIDDEN):
            named = [(row.number, self._name_of(block, row)) for block, row in self._rows() if row.number in hidden]
            self._ask([hidden_question(named)])
        if self.answers.get(HIDDEN) == "niet":
            self.reading.skipped |= {*hidden}
            self.reading.remarks.append(f"Verborgen en overgeslagen: {rows_named(hidden)}.")
        else:
            self.reading.remarks.append(f"In het blad verborgen: {rows_named(hidden)}.")

    def _read_parts(self) -> None:
        """Rows that the sheet itself puts below another one."""
        read = part_rows(self.reading.blocks, self.reading.skipped, self.answers)
        self._ask(read.questions)
        self.reading.remarks += read.remarks
        self.reading.skipped |= {*read.skipped}

    def _read_struck(self) -> Collection[int]:
        """The rows that are struck through and so are ready."""
        read = struck_rows([*self._rows()], self.looks, self.answers)
        self._ask(read.questions)
        self.reading.remarks += read.remarks
        self.reading.skipped |= read.skipped
        return read.ready

    def _read_lights(self) -> dict[int, tuple[Stoplicht | None, str]]:
        """By row the light, and a word that is not taken as one; rows that are cancelled may be left out."""
        colours = colours_of(self.reading.blocks, self.tab.rows, self.looks, self.reading.skipped)
        in_table = {row.number for _, row in self._rows()}
        read = lights_of(self.reading.blocks, self.answers, colours, meanings_of(self.tab.rows, in_table))
        self._ask(read.questions)
        self.reading.remarks += [*colours.remarks, *read.remarks]
        self.reading.skipped |= read.skipped
        self.held |= {row: {**self.held.get(row, {}), "note": word} for row, word in read.words.items()}
        return read.by_row

    def _read_links(self, filled: Filled) -> dict[int, tuple[tuple[str, int], ...]]:
        """By row what it waits on, where that is not written as STO does."""
        links: dict[int, tuple[tuple[str, int], ...]] = {}
        for block in self.reading.blocks:
            at = block.columns.fields.get("after")
            word = block.columns.word(at) if at is not None else None
            if at is None:
                continue
            rows = [row for row, _ in block.rows]
            if word and word.is_exact and word.rank < len(_OWN_AFTER):
                links |= named_links([row for row in rows if row.number not in self.groups], block.columns.fields)
                continue
            spans = {row.number: self._span(block, row, filled) for row in rows}
            read = sheet_links(rows, block.columns.fields, spans, frozenset(self.groups), self.answers)
            self._add_links(read)
            links |= {row: tuple((key_of_row(target), lag) for target, lag in of) for row, of in read.by_row.items()}
            links |= {row.number: () for row in rows if row.number not in links}
        return links

    def _add_links(self, read: SheetLinks) -> None:
        self._ask(read.questions)
        self.reading.remarks += read.remarks

    def _span(self, block: Block, row: SheetRow, filled: Filled) -> Span:
        periods = filled.get(row.number, ())
        start, due = (periods[0].start, periods[-1].end) if periods else (None, None)
        for name in ("start", "due"):
            at = block.columns.fields.get(name)
            cell = row.cell(at) if at is not None else ""
            written = self.reading.dates.written(cell, name, (row.number, at or 0)) if cell else None
            if written and written.start and name == "start":
                start = written.start
            if written and written.end and name == "due":
                due = written.end
        return start, due

    def _leave_out_parts(self, filled: Filled) -> None:
        """Of a sheet in which most rows have no date, or with very many rows, a person says which part counts."""
        rows = [*self._rows()]
        undated = [row.number for block, row in rows if not block.columns.is_own and has_no_day(block, row, filled)]
        if len(rows) >= _ROWS_TO_JUDGE and 2 * len(undated) > len(rows) > len(undated):
            if not self.answers.get(UNDATED):
                self._ask([undated_question(len(rows) - len(undated), len(rows))])
            if self.answers.get(UNDATED) == "niet":
                self.reading.skipped |= {*undated}
        if len(rows) > MANY_ROWS and not all(block.columns.is_own for block in self.reading.blocks):
            self._take_part()

    def _take_part(self) -> None:
        parts = {"alles": ("alles", {row.number for _, row in self._rows()})}
        if flagged := self._flagged():
            parts["mijlpalen"] = ("alleen wat het blad mijlpaal noemt", flagged)
        for level in (1, 2):
            rows = {row.number for _, row in self._rows() if len(self.headings.get(row.number, ())) < level}
            if rows and len(rows) < len(parts["alles"][1]):
                parts[f"niveau{level}"] = (f"tot en met niveau {level}", rows)
        if len(parts) < 2:
            return
        if not self.answers.get(PART):
            proposed = "mijlpalen" if "mijlpalen" in parts else "alles"
            self._ask([part_question([(key, name, len(rows)) for key, (name, rows) in parts.items()], proposed)])
        if self.answers.get(PART) in parts:
            taken = parts[self.answers.get(PART)][1]
            self.reading.skipped |= parts["alles"][1] - taken

    def _flagged(self) -> set[int]:
        return {
            row.number
            for block, row in self._rows()
            if block.columns.kinds.flag is not None and plain(row.text(block.columns.kinds.flag)) in _YES
        }

    def _gather(
        self,
        filled: Filled,
        lights: Mapping[int, tuple[Stoplicht | None, str]],
        links: Mapping[int, tuple[tuple[str, int], ...]],
    ) -> None:
        for block, row in self._rows():
            light, word = lights.get(row.number, (None, ""))
            self.reading.rows[row.number] = RowRead(
                self.headings.get(row.number, ()),
                filled.get(row.number, ()),
                has_bar(block, row, self.looks) or any(row.cell(at) not in NOTHING for at in block.columns.periods),
                light,
                word,
                links.get(row.number),
                self.held.get(row.number, {}),
            )

    def _tell_left_out(self) -> None:
        aside = [each for block in self.reading.blocks for each in block.aside]
        under = [each for block in self.reading.blocks for each in block.under] + self.notes
        if asked := [each for each in aside if each.is_asked]:
            self._ask([passed_over_question(asked)])
        self.reading.remarks += told_passed_over(aside, under)
        empty = sorted({row for row, _ in self.looks.uncalculated} & {*self.reading.rows})
        if empty:
            self.reading.remarks.append(
                f"Een formule zonder uitkomst: {rows_named(empty)}. Open het blad in Excel en bewaar het opnieuw."
            )
