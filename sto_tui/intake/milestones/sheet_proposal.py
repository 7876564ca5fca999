"""Milestones from a sheet: what would be new, what would change, and what is refused and why.

Pure: from a sheet, a dossier and today always follows the same proposal.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from pydantic import ValidationError

from sto_tui.domain.change import Edit, Occasion, added, edited, replaced
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.level_words import in_own_words
from sto_tui.domain.light_and_log import TEXTS, is_told_anew
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht, Veri, VeriCode
from sto_tui.domain.parties import Party
from sto_tui.domain.record import Ref, fields_of
from sto_tui.domain.text import cut, plain
from sto_tui.intake.exports.click_up import click_up_rows
from sto_tui.intake.exports.monday import subitem_rows
from sto_tui.intake.exports.recognised import PLAN_KINDS, exported_plan
from sto_tui.intake.exports.title_columns import one_title_rows
from sto_tui.intake.exports.todoist import todoist_rows
from sto_tui.intake.milestones.answers import (
    AGAIN,
    GROUPS,
    HEAD_ROW,
    LETTERS,
    LINK_KINDS,
    LINKS,
    MEE,
    NONE,
    READY,
    ROLE,
    ROLES,
    SAME,
    SKIP,
    STATE,
    TAIL,
    WHO,
    YEAR,
    SheetAnswers,
)
from sto_tui.intake.milestones.choosing_tab import chosen_tab, has_table, without_heads
from sto_tui.intake.milestones.columns import Block
from sto_tui.intake.milestones.days_told import day_remarks
from sto_tui.intake.milestones.doubtful_letters import letters_question
from sto_tui.intake.milestones.links import Wish, dependencies, not_there, shown_links
from sto_tui.intake.milestones.matching import Matcher, Taken, why
from sto_tui.intake.milestones.named_year import named_school_year
from sto_tui.intake.milestones.nowhere import told_nowhere
from sto_tui.intake.milestones.other_group import other_group_question
from sto_tui.intake.milestones.reading import reading_of
from sto_tui.intake.milestones.repeated_rows import repeated_rows
from sto_tui.intake.milestones.rows import FootnoteError, Line, RowError, RowReader
from sto_tui.intake.milestones.settled import settled_in
from sto_tui.intake.milestones.sheet_links import key_of_row
from sto_tui.intake.milestones.strange_years import ask_strange_years
from sto_tui.intake.milestones.veri_cells import (
    LEGEND,
    RACI,
    TICKED,
    Legend,
    is_raci,
    legend_question,
    letters_of,
    may_be_raci,
    raci_question,
    ticked_question,
    ticks_in,
)
from sto_tui.intake.milestones.who_columns import WhoRead, WhoRow, joined_role, keeps_role, who_read
from sto_tui.intake.milestones.wording import ROLE as ROLE_LABEL
from sto_tui.intake.milestones.wording import SheetOutcome, proposal_from
from sto_tui.intake.proposal import FieldChange, IntakeProposal, Refusal, short_difference
from sto_tui.intake.questions import Answers, IntakeQuestion
from sto_tui.intake.sheets.heads import head_key
from sto_tui.intake.sheets.table_reader import bytes_of
from sto_tui.intake.tables.no_table import refuse_own_workbook
from sto_tui.intake.tables.sheet_legends import meanings_of
from sto_tui.intake.tables.workbook_tabs import SheetFile, Tab, read_tabs
from sto_tui.intake.telling import Advised
from sto_tui.planning.progress.stoplicht import said_again

_HEADS_LENGTH = 16
_RACI = (
    "De rollen zijn niet overgenomen: het blad heeft een A of C, en lijkt dus een RACI- of RASCI-matrix. "
    "Daarin is R wie het werk doet; in VERI is R wie je om raad vraagt. Zet de letters eerst om naar V, E, R en I."
)
_ONLY_R = (
    "Bij de rollen staat geen V of E; R is genomen als raadplegen. "
    "Is het blad een RACI-matrix, dan is R wie het werk doet: zet de letters dan eerst om."
)


def read_sheet(path: Path, answers: Answers | None = None) -> SheetFile:
    """The file with milestones. Raises IntakeError with one Dutch sentence."""
    file = read_any_sheet(path)
    given = SheetAnswers(answers or {})
    if file.known or any(has_table(tab, given) for tab in file.tabs if tab.is_visible):
        return file
    if given.columns.get("title") is not None and not given.get(HEAD_ROW):
        # Who points at columns of a sheet without heads has said that there are none.
        return replace(file, known={HEAD_ROW: NONE})
    raise without_heads(file)


def read_any_sheet(path: Path) -> SheetFile:
    """The file, also when there are no heads in it: then reading it on raises NoPlanError. Raises IntakeError."""
    kind = path.suffix.lower()
    if kind in PLAN_KINDS:
        plan = exported_plan(bytes_of(path), path.name, kind)
        tabs = (Tab(plan.title or plan.program, plan.rows),)
        return SheetFile(path.name, tabs, remarks=plan.remarks, known={LINKS: "nr"})
    file = read_tabs(path)
    refuse_own_workbook(file)
    return _of_program(file)


def _of_program(file: SheetFile) -> SheetFile:
    """The file with tabs of which not every row is a task as sheets in which each is, if there are any."""
    readers = (subitem_rows, todoist_rows, click_up_rows, one_title_rows)
    read = {tab.name: next(filter(None, (reader(tab.rows) for reader in readers)), None) for tab in file.tabs}
    written = {name: rows for name, rows in read.items() if rows}
    if not written:
        return file
    tabs = [Tab(tab.name, written[tab.name].rows, tab.is_visible) if tab.name in written else tab for tab in file.tabs]
    remarks = [remark for rows in written.values() for remark in rows.remarks]
    # Numbers of rows that are missing are heads that were taken out, and not empty rows at the end of a table.
    return SheetFile(file.name, tuple(tabs), remarks=tuple(remarks), known={TAIL: MEE})


def proposal_of(
    sheet: SheetFile, dossier: Dossier, today: date, answers: Answers | None = None, by: str = ""
) -> IntakeProposal:
    """What taking in a sheet would do with these answers; what nobody has answered stands in its questions.

    Raises IntakeError when it is no plan.
    """
    year = named_school_year(sheet)
    known = {**({YEAR: year} if year else {}), **sheet.known, **(answers or {})}
    return _Intake(sheet, dossier, today, SheetAnswers(known), by).proposal()


def _costs_only_itself(question: IntakeQuestion) -> bool:
    """Whether without an answer only a role, a light or a row is not taken; all else hangs on the other questions."""
    key = question.key
    if question.proposed == SKIP:
        return False
    return key in (LEGEND, LETTERS, ROLES, LINK_KINDS, WHO, READY, AGAIN, TICKED) or key.startswith((STATE, f"{WHO}:"))


def heads_of(blocks: Sequence[Block]) -> str:
    """What stands for the heads of these tables, in any order: a sheet with the same ones has the same answers.

    Empty without heads: such sheets have nothing in common.
    """
    heads = {head_key(column.head) for block in blocks for column in block.columns.kinds.columns} - {""}
    if not heads:
        return ""
    return sha256(" ".join(sorted(heads)).encode()).hexdigest()[:_HEADS_LENGTH]


class _Intake:
    """The work on one sheet: every step adds to what is refused, remarked, and edited beside the milestones."""

    def __init__(self, sheet: SheetFile, dossier: Dossier, today: date, answers: SheetAnswers, by: str) -> None:
        self.sheet, self.dossier, self.today, self.answers, self.by = sheet, dossier, today, answers, by
        legend = answers.get(LEGEND)
        self.legend = Legend(legend) if legend in list(Legend) else None
        chosen, self.questions, remarks = chosen_tab(sheet, dossier, answers)
        self.reading = reading_of(sheet, chosen, dossier, today, answers)
        self.questions += self.reading.questions
        self.blocks = self.reading.blocks
        self.refused: list[Refusal] = []
        self.remarks: list[str] = [*sheet.remarks, *remarks, *self.reading.remarks]
        if not any(block.rows for block in self.blocks):
            self.remarks.append("Onder de koppen staat geen enkele rij: er is niets om over te nemen.")
        self.edits: list[Edit] = []
        self.parties: dict[str, Party] = {}

    def proposal(self) -> IntakeProposal:
        letters = {letter for text in self._role_cells() for letter in letters_of(text)}
        roles = self._roles(letters)
        matcher = Matcher(self.dossier, self.today, self.answers.get(SAME))
        repeated = repeated_rows([*self._lines(roles)], self.answers)
        lines = repeated.lines
        if all(_costs_only_itself(question) for question in self.questions):
            # What the rows are called and their days hang on the other answers.
            self.questions += repeated.questions
        self.remarks += repeated.remarks
        strange = ask_strange_years([line for line, _ in lines], self.dossier, self.answers)
        self.questions += strange.questions
        self.remarks += strange.remarks
        taken = matcher.match(lines)
        if matcher.elsewhere and not self.answers.get(SAME):
            self.questions.append(other_group_question(matcher.elsewhere))
        self.remarks += day_remarks(taken_row.line for taken_row in taken)
        self._link(taken, matcher.refused)
        who = self._who(taken)
        for taken_row in taken:
            self._add_said(taken_row)
            self._add_milestone(taken_row)
            self._add_roles(taken_row)
            self._add_who(taken_row, who)
            self.remarks += taken_row.line.remarks
            self.refused += [Refusal(taken_row.line.row, reason) for reason in taken_row.line.refused]
        outcome = SheetOutcome(
            self.sheet.name,
            self.blocks,
            taken,
            [*self.parties.values()],
            self.edits,
            self.refused,
            [*matcher.remarks(taken), *self.remarks],
            self.questions,
            who.heads,
        )
        told = proposal_from(outcome, self.dossier)
        proposal = replace(told, heads=heads_of(self.blocks), settled=settled_in(self.blocks))
        if all(_costs_only_itself(question) for question in self.questions):
            return replace(proposal, remarks=(*proposal.remarks, *self._told_nowhere(proposal, taken)))
        return replace(proposal, change=replace(proposal.change, edits=()))

    def _told_nowhere(self, proposal: IntakeProposal, taken: Sequence[Taken]) -> Sequence[str]:
        """What stands in the sheet and ends up nowhere, when all that it hangs on is answered."""
        names = [self.dossier.caption(edit.after.party) for edit in self.edits if isinstance(edit.after, Veri)]
        return told_nowhere(self.reading, proposal, taken, names)

    def _roles(self, letters: set[str]) -> dict[str, str] | None:
        """What letters of roles become; None when no role is taken. What is in doubt is asked."""
        numbers = {row.number for block in self.blocks for row, _ in block.rows}
        doubt = letters_question(self.blocks, letters, meanings_of(self.reading.tab.rows, numbers))
        if doubt and self.answers.get(LETTERS) != "veri":
            if not self.answers.get(LETTERS):
                self.questions.append(doubt)
            self.remarks.append("De letters bij de rollen zijn niet overgenomen.")
            return None
        if ticks := ticks_in(self._role_cells()):
            return self._ticked(ticks)
        if is_raci(letters):
            if self.answers.get(ROLES) == "raci":
                return RACI | {
                    letter: given.upper() for letter in RACI if (given := self.answers.get(f"{ROLE}{letter}"))
                }
            if not self.answers.get(ROLES):
                self.questions.append(raci_question(letters))
            self.refused.append(Refusal(0, _RACI))
            return None
        if may_be_raci(letters):
            self.remarks.append(_ONLY_R)
        if "O" in letters and not self.answers.get(LEGEND):
            self.questions.append(legend_question())
        return {}

    def _ticked(self, ticks: Mapping[str, None]) -> dict[str, str] | None:
        """The role of who is ticked, as it was answered."""
        question, answer = ticked_question(ticks), self.answers.get(TICKED)
        if not question.choice(answer):
            self.questions.append(question)
        if answer == NONE or not question.choice(answer):
            self.remarks.append("De tekens bij de partijen zijn niet overgenomen.")
            return None
        return dict.fromkeys(ticks, answer.upper())

    def _role_cells(self) -> Iterator[str]:
        for block in self.blocks:
            for row, _ in block.rows:
                yield from (row.text(index) for index in block.columns.parties)

    def _lines(self, roles: dict[str, str] | None) -> Iterator[tuple[Line, Block]]:
        for block in self.blocks:
            reader = RowReader(
                block.columns,
                self.reading.dates,
                roles,
                self.legend,
                self.answers.get(GROUPS),
                self.reading.counts_itself,
            )
            for row, deelproject in block.rows:
                if row.number in self.reading.skipped:
                    continue
                try:
                    yield reader.line(row, deelproject, self.reading.rows[row.number]), block
                except FootnoteError as error:
                    self.remarks.append(f"Regel {row.number}: {error}")
                except RowError as error:
                    self.refused += [Refusal(row.number, reason) for reason in error.reasons]

    def _link(self, taken: list[Taken], refused: list[Line]) -> None:
        numbers: dict[str, int | None] = {}
        milestones = {milestone.id: milestone for milestone in self.dossier.of(Milestone).values()} | {
            taken_row.after.id: taken_row.after for taken_row in taken
        }
        for milestone in milestones.values():
            key = plain(milestone.number)
            numbers[key] = None if key in numbers else milestone.id
        numbers |= {key_of_row(taken_row.line.row): taken_row.after.id for taken_row in taken}
        lost = {plain(line.number): line.row for line in reversed(refused) if line.number}
        lost |= {key_of_row(line.row): line.row for line in refused}
        for line in refused:
            self._refuse(line, not_there(line.after, numbers, lost))
        names = {milestone.id: milestone.number for milestone in milestones.values()}
        rows = {taken_row.after.id: taken_row for taken_row in taken}
        wishes = [Wish(taken_row.after, taken_row.line.after) for taken_row in taken if taken_row.line.after]
        for wish, links, reasons in dependencies(wishes, self.dossier, numbers, lost):
            taken_row, old = rows[wish.milestone.id], wish.milestone.after
            taken_row.line.refused += reasons
            if links != old and (links or not reasons):
                label = fields_of(Milestone)["after"].label
                taken_row.beside.append(short_difference(label, shown_links(old, names), shown_links(links, names)))
                taken_row.after = taken_row.after.model_copy(update={"after": links})

    def _refuse(self, line: Line, links: list[str]) -> None:
        """A whole row, with all that is wrong in it, so that mending it once is enough."""
        what = in_own_words("geen thema of speerpunt van het dossier", self.dossier.region)
        places = [f"‘{cut(word, 60)}’ is {what}." for word, _ in line.no_place]
        self.refused += [Refusal(line.row, reason) for reason in (*line.wrong, *line.refused, *links, *places)]

    def _add_milestone(self, taken_row: Taken) -> None:
        """The milestone, with a line of the log when the sheet says something that the newest line does not."""
        occasion = Occasion(self.dossier, self.today, self.by, taken_row.said, just_now=False)
        self.edits += (
            replaced(taken_row.before, taken_row.after, occasion)
            if taken_row.before
            else added(taken_row.after, occasion)
        )

    def _add_said(self, taken_row: Taken) -> None:
        """What the sheet says beside the stoplicht: with the line of a new stoplicht, else in a line of today.

        What it does not say stays as the newest line up to today has it, which is how things stand; a milestone that
        is ready has no old obstacle, and words about being ready are no reason for what it became after.
        """
        log = [entry for entry in self.dossier.progress_of(taken_row.after.id) if entry.date <= self.today]
        newest = next(iter(log), None)
        old = {name: getattr(newest, name, "") for name in TEXTS}
        texts = {name: text for name in ("note", "obstacle") if (text := getattr(taken_row.line, name))}
        keeps_words = taken_row.line.keeps_words or taken_row.line.beside_day
        if keeps_words and any(plain(taken_row.line.note) in plain(entry.note) for entry in log):
            # Words for a date that were kept before do not come again over what was noted since.
            texts.pop("note", None)
        is_other = is_told_anew(taken_row.before, taken_row.after)
        lights = {taken_row.after.light, taken_row.before.light if taken_row.before else None}
        new = texts if is_other and Stoplicht.GEREED in lights else old | texts
        if old | texts == old and not is_other:
            return
        try:
            again = said_again(Occasion(self.dossier, self.today, self.by, new), taken_row.after)
        except ValidationError as error:
            taken_row.line.refused += why(error)
            return
        if is_other:
            taken_row.said |= new
        else:
            self.edits += again
        for name, text in texts.items():
            if text != old[name]:
                label = f"{fields_of(Progress)[name].label} in het logboek"
                taken_row.beside.append(short_difference(label, old[name], text))

    def _who(self, taken: Sequence[Taken]) -> WhoRead:
        rows = [WhoRow(each.line.row, each.before, tuple(each.line.who)) for each in taken]
        read = who_read(rows, self.dossier, self.answers)
        self.questions += read.questions
        self.remarks += read.remarks
        self.refused += read.refused
        return read

    def _add_roles(self, taken_row: Taken) -> None:
        for index, code in taken_row.line.roles:
            head, ref = taken_row.block.columns.parties[index]
            try:
                party = ref or ref_of(self._new_party(head))
            except ValidationError as error:
                taken_row.line.refused.append(f"partij {cut(head, 40)} is niet toegevoegd: {' '.join(why(error))}")
                continue
            self._add_role(taken_row, party, head, code)

    def _add_who(self, taken_row: Taken, who: WhoRead) -> None:
        """The roles of a name; a role in a column of the party itself goes before it."""
        columns = taken_row.block.columns.parties
        said = {columns[index][1]: code for index, code in taken_row.line.roles}
        for party, code in who.by_row.get(taken_row.line.row, {}).items():
            name = self.dossier.caption(party)
            held = self._held(taken_row, party)
            if party not in said and held and keeps_role(held.code, code):
                self.remarks.append(
                    Advised(
                        f"Regel {taken_row.line.row}: {cut(name, 40)} houdt de rol {held.code.value}; het blad zegt "
                        f"{code.value}.",
                        f"Allebei: --antwoord {WHO}=ve.",
                    )
                )
            elif party not in said:
                self._add_role(taken_row, party, name, joined_role(held.code, code) if held else code)
            elif joined_role(said[party], code) != said[party]:
                self.remarks.append(
                    f"Regel {taken_row.line.row}: de rol van {cut(name, 40)} is die in de eigen kolom "
                    f"({said[party].value}), en niet {code.value}."
                )

    def _add_role(self, taken_row: Taken, party: Ref, name: str, code: VeriCode) -> None:
        held = self._held(taken_row, party)
        if held and held.code == code:
            return
        new = Veri(id=-1 - len(self.edits), row=ref_of(taken_row.after), party=party, code=code)
        self.edits += edited(held, code=code) if held else added(new)
        old = held.code.value if held else ""
        taken_row.beside.append(FieldChange(f"{ROLE_LABEL}{cut(name, 40)}", old, code.value))

    def _held(self, taken_row: Taken, party: Ref) -> Veri | None:
        roles = self.dossier.veri_row(ref_of(taken_row.after))
        return next((role for role in roles if role.party == party), None)

    def _new_party(self, head: str) -> Party:
        key = head_key(head)
        if key not in self.parties:
            self.parties[key] = Party(id=-1 - len(self.parties), name=head)
            self.edits += added(self.parties[key])
        return self.parties[key]
