"""The chapters around the themes: goals, bodies, risks, parties, and texts that stay texts."""

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from sto_tui.domain.dutch import count
from sto_tui.domain.plan import Chapter, Size
from sto_tui.domain.text import plain
from sto_tui.intake.plan_document.acts_of_periods import Tell
from sto_tui.intake.plan_document.blocks import Paragraph, Spot
from sto_tui.intake.plan_document.body_levels import BodyLevels, under
from sto_tui.intake.plan_document.goal_lines import goal_items, is_goal, may_be_goal
from sto_tui.intake.plan_document.goal_numbers import GoalLetters, apart, goal_number, without_values
from sto_tui.intake.plan_document.labelled_text import by_label
from sto_tui.intake.plan_document.line_texts import texts_of
from sto_tui.intake.plan_document.measured_values import with_values_of_years
from sto_tui.intake.plan_document.numbers_before import number_before
from sto_tui.intake.plan_document.partners import kind_named
from sto_tui.intake.plan_document.pieces import lines_in, seats, sentences, size_in, times_a_year, without_stop
from sto_tui.intake.plan_document.places import place_of, place_of_head
from sto_tui.intake.plan_document.plan_sections import HeadKind, PlanHead, PlanLine, PlanSection, SlotLabel, label_slot
from sto_tui.intake.plan_document.plan_words import (
    Slot,
    asks_for_goals,
    is_body,
    is_group_of_partners,
    slot_named,
    word_key,
)
from sto_tui.intake.plan_document.running_text import risk_in
from sto_tui.intake.plan_document.speerpunt_reading import MILESTONES
from sto_tui.intake.plan_document.table_lines import CONTACT_HEADS, KIND_HEADS, HeadedRow, LabelledRow, TableEnd
from sto_tui.intake.plan_document.written_plan import (
    WrittenBody,
    WrittenGoal,
    WrittenMember,
    WrittenParty,
    WrittenPlan,
    WrittenRisk,
    WrittenText,
)

_GOALS = re.compile(r"doel|ambitie")
_PARTIES = re.compile(r"partij|partner|deelnem|samenwerk|organisaties|scholen|betrokken")
_ASKED = "het staat onder een vraag; kijk of dit een doel is"
_IN_LINE = "het is gelezen uit een regel tekst, en die blijft staan"
_LISTED_PARTY = "het is gelezen uit een lijst; kijk of het één partij is"
_LONGEST_NAME = 60
# `gemeente Hazelmonde`, `Bakker & Zn.`: what has other small words in it, or a comma, is a sentence or more than one.
_NAME_IN_LIST = re.compile(
    r"[^\W_][\w’'.&/()-]*(?:\s+(?:de|het|van|der|den|ten|ter|en|voor|te|in|bij|aan|op|bv|&|[A-ZÀ-Þ0-9(][\w’'.&/()-]*))*"
)
_IN_LIST = "het is gelezen uit een lijst, en die blijft staan"
# `Els de Wit, ROC Noord en Jan`: names, and nothing that is said of them.
_NAMES = re.compile(r"(?:[A-ZÀ-Þ][\w.&’'-]*|de|van|der|den|het|ter|en|&|,|;|/|\(|\)|\s)+")


# So many words at most, and no sentence.
_NAME_OF_BODY = re.compile(r"\S+(?: \S+){0,5}")
_OF_BODY = frozenset(
    {Slot.TASK, Slot.MEMBERS, Slot.PARTNERS, Slot.MEETS, Slot.SIZE, Slot.CHAIR, Slot.AUTHORITY, Slot.UNDER}
)
_OF_RISK = frozenset({Slot.RISK, Slot.PROBABILITY, Slot.IMPACT, Slot.MEASURE, Slot.NOTE, Slot.OWNER})
_OF_GOAL = frozenset({Slot.INDICATOR, Slot.BASELINE, Slot.TARGET})


class ChapterReader:
    """Adds what stands in sections outside themes and speerpunten to a plan."""

    def __init__(self, plan: WrittenPlan, tell: Tell, first_year: int) -> None:
        self._plan, self._tell, self._first_year = plan, tell, first_year
        self._head = PlanHead("", Spot(), HeadKind.OTHER, "", "", 0)
        self._columns: Counter[tuple[int, str]] = Counter()
        self._text: WrittenText | None = None
        self._risk_table = 0
        self._table = 0
        self._body: WrittenBody | None = None
        self._has_numbers = False
        self._letters = GoalLetters()
        self._levels = BodyLevels()
        # The bodies in a list that are open, each with how deep it stands; what is below it is of it.
        self._listed: list[tuple[int, WrittenBody]] = []

    def read(self, section: PlanSection, chapter: Chapter | None, *, is_top: bool) -> None:
        """The lines directly under a heading; the sections within it are read apart."""
        head = self._head = section.head
        self._text, self._risk_table, self._table, self._body = None, 0, 0, None
        self._listed = []
        if head.kind is HeadKind.GOAL:
            self._goal_section(section)
        elif head.kind is HeadKind.RISK:
            self._risk_section(section)
        elif chapter is Chapter.ORGANISATIE and is_body(head.title):
            self._body_section(section)
        else:
            self._lines(section, chapter, is_top=is_top)

    def end(self) -> None:
        """Says which columns of lists were passed over, once for each."""
        for (table, head), rows in self._columns.items():
            self._tell(
                Spot(table=table, row=1),
                f"kolom ‘{head}’ ({count(rows, 'rij', 'rijen')})",
                "deze kolom is niet overgenomen",
            )
        self._columns.clear()
        listed = {plain(body.name): body.under for body in self._plan.bodies if body.doubt == _IN_LIST}
        for body in self._plan.bodies:
            body.under = body.under or listed.get(plain(body.name), "")
        told = {plain(body.name) for body in self._plan.bodies if body.doubt != _IN_LIST}
        self._plan.bodies = [
            body for body in self._plan.bodies if body.doubt != _IN_LIST or plain(body.name) not in told
        ]

    def tell_line(self, line: PlanLine, reason: str) -> None:
        """Says of a line, whatever it is, that it was not understood."""
        for text, spot in texts_of((line,)):
            self._tell(spot, text, reason)

    def _tell_lines(self, lines: Sequence[PlanLine]) -> None:
        for line in lines:
            self.tell_line(line, "")

    def _lines(self, section: PlanSection, chapter: Chapter | None, *, is_top: bool) -> None:
        is_asked = asks_for_goals(self._head.title)
        are_goals = chapter is Chapter.DOELEN and (is_asked or _GOALS.search(plain(self._head.title)))
        goals = goal_items([*takewhile(may_be_goal, section.lines)]) if are_goals else ()
        rows = [line for line in section.lines if isinstance(line, HeadedRow) and is_goal(line, chapter)]
        self._letters.add([(0, number_before(line.text)[0]) for line in goals])
        self._letters.add([(row.table, row.text(Slot.NUMBER)) for row in rows])
        self._has_numbers = any(line.marker[:1].isalnum() or self._letters.number(line.text)[0] for line in goals)
        passed: list[LabelledRow] = []
        for line in section.lines:
            if isinstance(line, HeadedRow):
                self._row(line, chapter)
            elif isinstance(line, Paragraph) and line in goals:
                self._goal_item(line)
            elif isinstance(line, Paragraph) and line.spot.table and line.spot.table == self._risk_table:
                self._plan.risks[-1].note.append(line.text)
            elif isinstance(line, LabelledRow) and (line in passed or self._below(line, chapter)):
                continue
            elif chapter is Chapter.RISICOS and isinstance(line, LabelledRow) and _is_risk(line):
                passed += self._risk_rows(line, section.lines)
            elif isinstance(line, TableEnd):
                self._body = None
            else:
                self._as_text(line, chapter, is_top=is_top)

    def _risk_rows(self, first: LabelledRow, lines: Sequence[PlanLine]) -> list[LabelledRow]:
        """Adds the risk of a table of labels, and says which rows it took: up to the next risk in that table."""
        rows: list[LabelledRow] = []
        for line in lines[lines.index(first) :]:
            if not isinstance(line, LabelledRow) or (rows and _is_risk(line)):
                break
            rows.append(line)
        values = by_label(rows, _OF_RISK).values
        self._add_risk(place_of(first.spot, self._head), values.pop(Slot.RISK), values, first.spot)
        return [row for row in rows if label_slot(row.label.text) in _OF_RISK]

    def _below(self, line: LabelledRow, chapter: Chapter | None) -> bool:
        """Whether a label says more of the body, risk or goal that stands above it in the same table."""
        slot, text = label_slot(line.label.text), "\n".join(paragraph.text for paragraph in line.values)
        if slot is Slot.BODY and chapter is Chapter.ORGANISATIE and text:
            self._body, self._table = self._add_body(place_of(line.spot, self._head), text, []), line.spot.table
            return True
        if slot is None or line.spot.table != self._table:
            return False
        if self._body is not None:
            self._fill_body(self._body, {slot: text}, line.spot)
            return slot in _OF_BODY
        last = self._plan.risks[-1] if self._risk_table == self._table else None
        if last and slot is Slot.NOTE:
            last.note.append(text)
        elif last and slot is Slot.OWNER:
            last.owner = text
        elif last and slot is Slot.MEASURE and not last.measure:
            last.measure = text
        elif not last and slot is Slot.INDICATOR and self._plan.goals:
            self._plan.goals[-1].indicator = " ".join(text.split())
        else:
            return False
        return True

    def _as_text(self, line: PlanLine, chapter: Chapter | None, *, is_top: bool) -> None:
        if isinstance(line, Paragraph) and line.apart:
            self._tell(line.spot, line.text, line.apart)
            return
        for text, spot in texts_of((line,)):
            before, colon, after = text.removeprefix("- ").partition(":")
            if chapter is Chapter.ORGANISATIE and colon and after.strip() and len(before) <= 50 and is_body(before):
                around = self._around(line)
                body = self._add_body(place_of(spot, self._head), before.strip(), [], _last_of(around))
                self._listed = [*around, (_depth(line), body)]
                slot = Slot.MEMBERS if _NAMES.fullmatch(after) else Slot.TASK
                self._fill_body(body, {slot: after.strip()}, spot)
                if slot is Slot.TASK:
                    body.size, body.meets = seats(after), times_a_year(after)
            elif isinstance(line, Paragraph) and line.is_item and self._may_be_party(text):
                name = without_stop(text.removeprefix("- "), " .;,")
                self._plan.parties.append(WrittenParty(place_of(spot, self._head), name, _LISTED_PARTY))
            elif chapter is None or isinstance(line, LabelledRow):
                is_unknown = chapter is None and bool(self._head.rank)
                self._tell(spot, text, "dit hoofdstuk is niet bekend" if is_unknown else "")
            else:
                if chapter is Chapter.RISICOS and isinstance(line, Paragraph):
                    self._risk_line(line)
                elif chapter is Chapter.ORGANISATIE:
                    self._listed_line(line)
                self._text = self._text or self._new_text(chapter, is_top=is_top)
                self._text.paragraphs.append(text)

    def _may_be_party(self, item: str) -> bool:
        """Whether an item below `Partners` or `Deelnemende scholen` is a name, and says nothing of it."""
        title = self._head.title
        is_above = slot_named(title) is Slot.PARTNERS or is_group_of_partners(title)
        return is_above and len(item) <= _LONGEST_NAME and bool(_NAME_IN_LIST.fullmatch(item.removeprefix("- ")))

    def _around(self, line: PlanLine) -> list[tuple[int, WrittenBody]]:
        """The bodies in the list that a line stands below."""
        depth = _depth(line)
        return [(above, body) for above, body in self._listed if above < depth]

    def _listed_line(self, line: PlanLine) -> None:
        """Offers the bodies of a list in doubt, each with what stands below it."""
        self._listed = self._around(line) if isinstance(line, Paragraph | SlotLabel) and _is_item(line) else []
        if isinstance(line, Paragraph) and _is_item(line) and is_body(line.text) and _NAME_OF_BODY.fullmatch(line.text):
            name, place = without_stop(line.text, " .:;"), place_of(line.spot, self._head)
            body = WrittenBody(place, name, under=_last_of(self._listed), doubt=_IN_LIST)
            self._plan.bodies.append(body)
            self._listed.append((_depth(line), body))
        elif self._listed and isinstance(line, SlotLabel) and line.slot in _OF_BODY and line.rest:
            self._fill_body(self._listed[-1][1], {line.slot: line.rest}, line.spot)
        elif self._listed:
            self._listed[-1][1].task += [text.removeprefix("- ") for text, _ in texts_of((line,))]

    def _risk_line(self, line: Paragraph) -> None:
        """Offers a line that names sizes or a measure, or is an item of a list, as a risk in doubt."""
        is_item = line.is_item and "risico" not in plain(line.text)
        risk = risk_in(line.text) or ((without_stop(line.text, " .;"), None, None, "") if is_item else None)
        if risk:
            self._plan.risks.append(WrittenRisk(place_of(line.spot, self._head), *risk, doubt=_IN_LINE))

    def _new_text(self, chapter: Chapter, *, is_top: bool) -> WrittenText:
        """A chapter opens with a text without a heading; a second opening keeps its own."""
        heading = "" if is_top and chapter is not Chapter.REGIOVISIE else self._head.title
        taken = {(text.chapter, plain(text.heading)) for text in self._plan.texts}
        if (chapter, plain(heading)) in taken:
            heading = self._head.title if not heading else f"{heading} ({self._head.number or len(taken)})"
        text = WrittenText(place_of_head(self._head), chapter, heading)
        self._plan.texts.append(text)
        return text

    # Goals.

    def _goal_item(self, line: Paragraph) -> None:
        # A list that Word numbers may go on from one higher up; what somebody typed is the number.
        typed, text = self._letters.number(line.text)
        if not typed and line.marker == "•" and self._has_numbers:
            if self._plan.goals:
                self._plan.goals[-1].text += f"\n- {line.text}"
            return
        number = int(typed) if typed else len(self._plan.goals) + 1
        text = text if typed else next(lines_in((line,)), line.text)
        doubt = _ASKED if asks_for_goals(self._head.title) else ""
        self._add_goal(WrittenGoal(place_of(line.spot, self._head), number, text, doubt=doubt), line.spot)

    def _goal_section(self, section: PlanSection) -> None:
        head, read = section.head, by_label(section.lines, _OF_GOAL)
        number = int(head.number) if head.number.isdecimal() else len(self._plan.goals) + 1
        goal = WrittenGoal(place_of_head(head), number, "\n".join([head.title, *read.opening]))
        goal.indicator, goal.baseline, goal.target = map(read.get, (Slot.INDICATOR, Slot.BASELINE, Slot.TARGET))
        goal.baseline_year, goal.target_year = read.years.get(Slot.BASELINE), read.years.get(Slot.TARGET)
        self._add_goal(goal, head.spot)
        self._tell_lines(read.rest)

    def _add_goal(self, goal: WrittenGoal, spot: Spot) -> None:
        mine = {Slot.INDICATOR: goal.indicator, Slot.BASELINE: goal.baseline, Slot.TARGET: goal.target}
        values, beside = apart(mine)
        goal.indicator, goal.baseline, goal.target = (values[slot] for slot in mine)
        goal.text, said = without_values(
            goal.text, [slot for slot, text in values.items() if not text and slot not in beside]
        )
        said |= beside
        goal.indicator = goal.indicator or said.get(Slot.INDICATOR, ("", None))[0]
        if Slot.BASELINE in said:
            goal.baseline, goal.baseline_year = said[Slot.BASELINE]
        if Slot.TARGET in said:
            goal.target, goal.target_year = said[Slot.TARGET]
        same = next((other for other in self._plan.goals if other.number == goal.number), None)
        if same is None:
            self._plan.goals.append(goal)
        elif plain(same.text) != plain(goal.text):
            self._tell(spot, goal.text, f"doel {goal.number} staat er al met andere woorden")

    # Rows under heads.

    def _row(self, row: HeadedRow, chapter: Chapter | None) -> None:
        place = place_of(row.spot, self._head)
        if self._body is not None and row.table == self._table and (row.has(Slot.PARTY) or row.has(Slot.MEMBERS)):
            self._body.members.append(_member(row))
            return
        self._levels = self._levels if row.table == self._table else BodyLevels()
        self._table = row.table
        if row.has(Slot.RISK) and any(row.has(slot) for slot in (Slot.PROBABILITY, Slot.IMPACT, Slot.MEASURE)):
            self._risk_row(row, place)
        elif row.has(Slot.BODY) or (chapter is Chapter.ORGANISATIE and row.has(Slot.PARTY, Slot.TASK)):
            self._body_row(row, place)
        elif is_goal(row, chapter):
            self._goal_row(row, place)
        elif row.has(Slot.PARTY) and not row.has(Slot.ACTS) and self._lists_parties(row):
            self._party_row(row, place)
        else:
            self.tell_line(row, MILESTONES if row.has(Slot.MILESTONE) else "")

    def _lists_parties(self, row: HeadedRow) -> bool:
        """Whether the heading above a table says that it lists parties; above any heading the columns have to."""
        return bool(_PARTIES.search(plain(self._head.title))) or (row.of_organisations and not self._head.rank)

    def _party_row(self, row: HeadedRow, place: str) -> None:
        name, *more = row.text(Slot.PARTY).split("\n")
        if not name:
            self.tell_line(row, "er staat geen partij bij")
            return
        for line in more:
            self._tell(row.spot, line, f"het staat bij partij ‘{name}’")
        party = WrittenParty(place, name, row.doubt)
        for head, cell in row.unknown.items():
            text = " ".join(part.text for part in cell)
            if not text:
                continue
            if word_key(head) in KIND_HEADS and (kind := kind_named(text)):
                party.kind = kind
            elif word_key(head) in CONTACT_HEADS:
                party.contact = ", ".join(part for part in (party.contact, text) if part)
            else:
                self._pass_over(row, {head: cell})
        self._plan.parties.append(party)
        self._count_columns(replace(row, unknown={}), (Slot.PARTY,))

    def _count_columns(self, row: HeadedRow, taken: Collection[Slot]) -> None:
        """Counts the cells of columns that are not taken, to tell them once for each column."""
        cells = {**row.unknown, **row.periods}
        cells |= {slot.dutch: cell for slot, cell in row.slots.items() if slot not in taken and slot is not Slot.NUMBER}
        self._pass_over(row, cells)

    def _pass_over(self, row: HeadedRow, cells: Mapping[str, Sequence[Paragraph]]) -> None:
        """Counts cells below these heads; what stands in them is told by their column."""
        self._columns.update((row.table, head) for head, cell in cells.items() if cell)
        self._plan.told_cells |= {part.text for cell in cells.values() for part in cell}

    def _goal_row(self, row: HeadedRow, place: str) -> None:
        row = with_values_of_years(row, self._first_year)
        typed, text = goal_number(row.text(Slot.GOAL))
        typed = typed or self._letters.number_alone(row.text(Slot.NUMBER), row.table)
        number = int(typed) if typed.isdecimal() and len(typed) < 3 else len(self._plan.goals) + 1
        values = [row.text(slot) for slot in (Slot.INDICATOR, Slot.BASELINE, Slot.TARGET)]
        years = [row.years.get(slot) for slot in (Slot.BASELINE, Slot.TARGET)]
        self._add_goal(
            WrittenGoal(place, number, text, values[0], values[1], values[2], row.doubt, years[0], years[1]), row.spot
        )
        self._count_columns(row, _OF_GOAL | {Slot.GOAL})

    def _risk_row(self, row: HeadedRow, place: str) -> None:
        values = {slot: row.text(slot) for slot in row.slots}
        text = values.pop(Slot.RISK, "")
        rest = [values[slot] for slot in values if slot is not Slot.NOTE and values[slot]]
        if text and not rest and self._risk_table == row.table:
            self._plan.risks[-1].note.append(text)
        elif text:
            for head, paragraphs in row.unknown.items():
                for paragraph in paragraphs:
                    self._tell(row.spot, f"{head}: {paragraph.text}", "deze kolom is niet bekend")
            if self._add_risk(place, text, values, row.spot):
                self._plan.risks[-1].doubt = row.doubt
                self._risk_table = row.table

    def _risk_section(self, section: PlanSection) -> None:
        head, read = section.head, by_label(section.lines, _OF_RISK)
        if not read.values and (said := risk_in(head.title)):
            # All of it stands on one line: `Risico 1: Te weinig tijd. Kans: groot. Maatregel: vrijroosteren.`
            self._plan.risks.append(WrittenRisk(place_of_head(head), *said, note=read.opening))
        elif self._add_risk(place_of_head(head), head.title, read.values, head.spot):
            self._plan.risks[-1].note += read.opening
        else:
            self._tell_lines([line for line in section.lines if isinstance(line, Paragraph)])
        self._tell_lines(read.rest)

    def _add_risk(self, place: str, text: str, values: dict[Slot, str], spot: Spot) -> bool:
        sizes: dict[Slot, Size | None] = {}
        for slot, name in ((Slot.PROBABILITY, "kans"), (Slot.IMPACT, "impact")):
            written = values.get(slot, "")
            sizes[slot] = size_in(written)
            if written and sizes[slot] is None:
                whole = " | ".join(part for part in (text, *values.values()) if part)
                self._tell(spot, whole, f"{name} ‘{written}’ is geen klein, middel of groot")
                return False
        note = [values[Slot.NOTE]] if values.get(Slot.NOTE) else []
        risk = WrittenRisk(place, number_before(text)[1], sizes[Slot.PROBABILITY], sizes[Slot.IMPACT], note=note)
        risk.measure, risk.owner = values.get(Slot.MEASURE, ""), values.get(Slot.OWNER, "")
        self._plan.risks.append(risk)
        return True

    # Bodies.

    def _body_section(self, section: PlanSection) -> None:
        """The text is its task, and labels say the rest; a table below it has bodies of its own."""
        read = by_label(section.lines, _OF_BODY)
        body = self._add_body(place_of_head(section.head), section.head.title, read.opening)
        self._fill_body(body, read.values, section.head.spot)
        for line in read.rest:
            if isinstance(line, HeadedRow):
                self._row(line, Chapter.ORGANISATIE)
            else:
                self.tell_line(line, "")

    def _body_row(self, row: HeadedRow, place: str) -> None:
        name = row.text(Slot.BODY) or row.text(Slot.PARTY)
        if name and "\n" not in name:
            values = {slot: row.text(slot) for slot in row.slots}
            cell = row.slots.get(Slot.BODY) or row.slots[Slot.PARTY]
            name, above = self._levels.placed(cell, name, row.text(Slot.NUMBER))
            body = self._add_body(place, name, [values[Slot.TASK]] if values.get(Slot.TASK) else [], above)
            self._fill_body(body, values, row.spot)
            body.doubt = row.doubt
            self._count_columns(replace(row, unknown={}), _OF_BODY | {Slot.BODY, Slot.PARTY})
            for head, paragraphs in row.unknown.items():
                for paragraph in paragraphs:
                    self._tell(row.spot, f"{head}: {paragraph.text}", "deze kolom is niet bekend")
        else:
            self.tell_line(row, "er staat geen orgaan bij")

    def _add_body(self, place: str, name: str, task: list[str], above: str = "") -> WrittenBody:
        text = "\n".join(task)
        body = WrittenBody(place, name.strip(" :"), task, size=seats(text), meets=times_a_year(text), under=above)
        self._plan.bodies.append(body)
        return body

    def _fill_body(self, body: WrittenBody, values: dict[Slot, str], spot: Spot) -> None:
        members = values.get(Slot.MEMBERS) or values.get(Slot.PARTNERS, "")
        lines = [line for line in members.split("\n") if line]
        names = [name for line in lines for name in (_apart(line) if _NAMES.fullmatch(line) else (line,))]
        body.members += [WrittenMember(person=name) for name in names]
        # Behind the name of who is in the chair may stand more of the body.
        chair, *more = sentences(values.get(Slot.CHAIR, ""))
        body.chair = (without_stop(chair) if more else chair) or body.chair
        body.task += [" ".join(more)] * bool(more)
        body.meets = times_a_year(" ".join(more)) or body.meets
        body.authority = values.get(Slot.AUTHORITY, body.authority)
        body.under = under(values.get(Slot.UNDER, "")) or body.under
        if (task := values.get(Slot.TASK, "")) and task not in body.task:
            body.task.append(task)
        if (size := values.get(Slot.SIZE, "")).isdecimal():
            body.size = int(size)
        elif size:
            self._tell(spot, f"{body.name}: {size}", "het aantal leden is niet te lezen")
        if meets := values.get(Slot.MEETS, ""):
            body.meets = int(meets) if meets.isdecimal() else times_a_year(meets)
            if body.meets is None:
                self._tell(spot, f"{body.name}: {meets}", "hoe vaak het orgaan bijeenkomt is niet te lezen")


def _is_item(line: Paragraph | SlotLabel) -> bool:
    return line.is_item


def _depth(line: PlanLine) -> int:
    return line.depth if isinstance(line, Paragraph | SlotLabel) else 0


def _last_of(listed: Sequence[tuple[int, WrittenBody]]) -> str:
    return listed[-1][1].name if listed else ""


def _apart(names: str) -> list[str]:
    return [name.strip() for name in re.split(r"[,;/]|\ben\b|&", names) if name.strip()]


def _is_risk(line: LabelledRow) -> bool:
    return label_slot(line.label.text) is Slot.RISK and bool(line.values) and line.beside == 1


def _member(row: HeadedRow) -> WrittenMember:
    """A member as a row has it: party, person and role."""
    others = [paragraph.text for cell in row.unknown.values() for paragraph in cell]
    party = row.text(Slot.PARTY) or ("" if row.text(Slot.MEMBERS).isdecimal() else row.text(Slot.MEMBERS))
    return WrittenMember(party, ", ".join(others), row.text(Slot.ROLE))
