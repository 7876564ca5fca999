"""The chapters around the themes: goals, bodies, risks, parties, and texts that stay texts."""

import re
from collections import Counter
from collections.abc import Sequence

from sto_tui.domain.dutch import count
from sto_tui.domain.plan import Chapter, Size
from sto_tui.domain.text import plain
from sto_tui.intake.plan_document.blocks import Paragraph, Spot
from sto_tui.intake.plan_document.outline import HeadKind, PlanHead, PlanLine, PlanSection, SlotLabel, label_slot
from sto_tui.intake.plan_document.pieces import lines_in, seats, size_in, times_a_year
from sto_tui.intake.plan_document.places import place_of, place_of_head
from sto_tui.intake.plan_document.plan_words import Slot, is_body, slot_named
from sto_tui.intake.plan_document.speerpunt_reading import Tell, shown_paragraph, texts_of
from sto_tui.intake.plan_document.table_lines import HeadedRow, LabelledRow, TableEnd
from sto_tui.intake.plan_document.written_plan import (
    WrittenBody,
    WrittenGoal,
    WrittenParty,
    WrittenPlan,
    WrittenRisk,
    WrittenText,
)

_GOALS = re.compile(r"doel|ambitie")
_PARTIES = re.compile(r"partij|partner|deelnem|samenwerk|organisaties|scholen|betrokken")
_NUMBER = re.compile(r"(?:doel|hoofddoel|doelstelling)?\s*(\d{1,2})\s*[.):]?\s+(\S.*)", re.IGNORECASE | re.DOTALL)


class ChapterReader:
    """Adds what stands in sections outside themes and speerpunten to a plan."""

    def __init__(self, plan: WrittenPlan, tell: Tell) -> None:
        self._plan, self._tell = plan, tell
        self._head = PlanHead("", Spot(), HeadKind.OTHER, "", "", 0)
        self._columns: Counter[tuple[int, str]] = Counter()
        self._text: WrittenText | None = None
        self._risk_table = 0
        self._has_numbers = False

    def read(self, section: PlanSection, chapter: Chapter | None, *, is_top: bool) -> None:
        """The lines directly under a heading; the sections within it are read apart."""
        head = self._head = section.head
        self._text, self._risk_table = None, 0
        if head.kind is HeadKind.GOAL:
            self._goal_section(section)
        elif head.kind is HeadKind.RISK:
            self._add_risk(place_of_head(head), head.title, _by_label(section.lines), head.spot)
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

    def tell_line(self, line: PlanLine, reason: str) -> None:
        """Says of a line, whatever it is, that it was not understood."""
        for text, spot in texts_of((line,)):
            self._tell(spot, text, reason)

    def _lines(self, section: PlanSection, chapter: Chapter | None, *, is_top: bool) -> None:
        goals = (
            _goal_items(section.lines) if chapter is Chapter.DOELEN and _GOALS.search(plain(self._head.title)) else ()
        )
        self._has_numbers = any(line.marker[:1].isalnum() or _NUMBER.fullmatch(line.text) for line in goals)
        for line in section.lines:
            if isinstance(line, HeadedRow):
                self._row(line, chapter)
            elif isinstance(line, Paragraph) and line in goals:
                self._goal_item(line)
            elif isinstance(line, Paragraph) and line.spot.table and line.spot.table == self._risk_table:
                self._plan.risks[-1].note.append(line.text)
            elif (
                chapter is Chapter.RISICOS
                and isinstance(line, LabelledRow)
                and label_slot(line.label.text) is Slot.RISK
            ):
                values = _by_label(section.lines)
                self._add_risk(place_of(line.spot, self._head), values.pop(Slot.RISK), values, line.spot)
                return
            elif not isinstance(line, TableEnd):
                self._as_text(line, chapter, is_top=is_top)

    def _as_text(self, line: PlanLine, chapter: Chapter | None, *, is_top: bool) -> None:
        for text, spot in texts_of((line,)):
            before, colon, after = text.partition(":")
            if chapter is Chapter.ORGANISATIE and colon and after.strip() and len(before) <= 50 and is_body(before):
                self._add_body(place_of(spot, self._head), before.strip(), [after.strip()])
            elif chapter is None or isinstance(line, LabelledRow):
                is_unknown = chapter is None and bool(self._head.rank)
                self._tell(spot, text, "dit hoofdstuk is niet bekend" if is_unknown else "")
            else:
                self._text = self._text or self._new_text(chapter, is_top=is_top)
                self._text.paragraphs.append(text)

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
        match = _NUMBER.fullmatch(line.text)
        if match is None and line.marker == "•" and self._has_numbers:
            if self._plan.goals:
                self._plan.goals[-1].text += f"\n- {line.text}"
            return
        number = int(match[1]) if match else len(self._plan.goals) + 1
        text = match[2] if match else next(lines_in((line,)), line.text)
        self._add_goal(WrittenGoal(place_of(line.spot, self._head), number, text), line.spot)

    def _goal_section(self, section: PlanSection) -> None:
        head, values = section.head, _by_label(section.lines)
        texts = [text for text, _ in texts_of([line for line in section.lines if isinstance(line, Paragraph)])]
        number = int(head.number) if head.number.isdecimal() else len(self._plan.goals) + 1
        self._add_goal(
            WrittenGoal(
                place_of_head(head),
                number,
                "\n".join([head.title, *([] if values else texts)]),
                values.get(Slot.INDICATOR, ""),
                values.get(Slot.BASELINE, ""),
                values.get(Slot.TARGET, ""),
            ),
            head.spot,
        )

    def _add_goal(self, goal: WrittenGoal, spot: Spot) -> None:
        same = next((other for other in self._plan.goals if other.number == goal.number), None)
        if same is None:
            self._plan.goals.append(goal)
        elif plain(same.text) != plain(goal.text):
            self._tell(spot, goal.text, f"doel {goal.number} staat er al met andere woorden")

    # Rows under heads.

    def _row(self, row: HeadedRow, chapter: Chapter | None) -> None:
        place = place_of(row.spot, self._head)
        if row.has(Slot.RISK) and any(row.has(slot) for slot in (Slot.PROBABILITY, Slot.IMPACT, Slot.MEASURE)):
            self._risk_row(row, place)
        elif row.has(Slot.BODY) or (chapter is Chapter.ORGANISATIE and row.has(Slot.PARTY, Slot.TASK)):
            self._body_row(row, place)
        elif row.has(Slot.GOAL) and (chapter is Chapter.DOELEN or row.has(Slot.INDICATOR)) and row.text(Slot.GOAL):
            self._goal_row(row, place)
        elif row.has(Slot.PARTY) and not row.has(Slot.ACTS) and _PARTIES.search(plain(self._head.title)):
            self._plan.parties += [WrittenParty(place, name) for name in row.text(Slot.PARTY).split("\n")[:1] if name]
            self._count_columns(row, Slot.PARTY)
        else:
            self.tell_line(row, "")

    def _count_columns(self, row: HeadedRow, taken: Slot) -> None:
        columns = [*row.unknown, *(slot.value for slot in row.slots if slot not in (taken, Slot.NUMBER))]
        self._columns.update((row.table, column) for column in columns)

    def _goal_row(self, row: HeadedRow, place: str) -> None:
        match = _NUMBER.fullmatch(f"{row.text(Slot.NUMBER)} {row.text(Slot.GOAL)}".strip())
        number, text = (int(match[1]), match[2]) if match else (len(self._plan.goals) + 1, row.text(Slot.GOAL))
        values = [row.text(slot) for slot in (Slot.INDICATOR, Slot.BASELINE, Slot.TARGET)]
        self._add_goal(WrittenGoal(place, number, text, *values), row.spot)

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
                self._risk_table = row.table

    def _add_risk(self, place: str, text: str, values: dict[Slot, str], spot: Spot) -> bool:
        sizes: dict[Slot, Size | None] = {}
        for slot, name in ((Slot.PROBABILITY, "kans"), (Slot.IMPACT, "impact")):
            written = values.get(slot, "")
            sizes[slot] = size_in(written)
            if written and sizes[slot] is None:
                self._tell(spot, text, f"{name} ‘{written}’ is geen klein, middel of groot")
                return False
        note = [values[Slot.NOTE]] if values.get(Slot.NOTE) else []
        risk = WrittenRisk(place, _without_number(text), sizes[Slot.PROBABILITY], sizes[Slot.IMPACT], note=note)
        risk.measure, risk.owner = values.get(Slot.MEASURE, ""), values.get(Slot.OWNER, "")
        self._plan.risks.append(risk)
        return True

    # Bodies.

    def _body_section(self, section: PlanSection) -> None:
        task = [text for text, _ in texts_of([line for line in section.lines if isinstance(line, Paragraph)])]
        values = _by_label(section.lines)
        if Slot.TASK in values:
            task = [values[Slot.TASK]]
        body = self._add_body(place_of_head(section.head), section.head.title, task)
        self._fill_body(body, values, section.head.spot)

    def _body_row(self, row: HeadedRow, place: str) -> None:
        name = row.text(Slot.BODY) or row.text(Slot.PARTY)
        if name and "\n" not in name:
            values = {slot: row.text(slot) for slot in row.slots}
            body = self._add_body(place, name, [values[Slot.TASK]] if values.get(Slot.TASK) else [])
            self._fill_body(body, values, row.spot)
            for head, paragraphs in row.unknown.items():
                for paragraph in paragraphs:
                    self._tell(row.spot, f"{head}: {paragraph.text}", "deze kolom is niet bekend")

    def _add_body(self, place: str, name: str, task: list[str]) -> WrittenBody:
        text = "\n".join(task)
        body = WrittenBody(place, name.strip(" :"), task, size=seats(text), meets=times_a_year(text))
        self._plan.bodies.append(body)
        return body

    def _fill_body(self, body: WrittenBody, values: dict[Slot, str], spot: Spot) -> None:
        members = values.get(Slot.MEMBERS) or values.get(Slot.PARTNERS, "")
        body.members = [line for line in members.split("\n") if line]
        body.chair, body.authority = values.get(Slot.CHAIR, ""), values.get(Slot.AUTHORITY, "")
        if meets := values.get(Slot.MEETS, ""):
            body.meets = times_a_year(meets)
            if body.meets is None:
                self._tell(spot, f"{body.name}: {meets}", "hoe vaak het orgaan bijeenkomt is niet te lezen")


def _by_label(lines: Sequence[PlanLine]) -> dict[Slot, str]:
    """What stands beside or under each label."""
    values: dict[Slot, str] = {}
    label: Slot | None = None
    for line in lines:
        if isinstance(line, LabelledRow) and (slot := label_slot(line.label.text)):
            values[slot] = "\n".join(paragraph.text for paragraph in line.values)
        elif isinstance(line, SlotLabel):
            label = line.slot or slot_named(line.text)
            if label:
                values[label] = line.rest
        elif isinstance(line, Paragraph) and label:
            values[label] = f"{values[label]}\n{shown_paragraph(line)}".strip()
    return values


def _goal_items(lines: Sequence[PlanLine]) -> tuple[Paragraph, ...]:
    """The lines of a chapter that are goals: its numbered list, or else its list."""
    paragraphs = [line for line in lines if isinstance(line, Paragraph)]
    numbered = [line for line in paragraphs if _NUMBER.fullmatch(line.words) and (line.is_item or not line.strong)]
    listed = [line for line in paragraphs if line.is_item or next(lines_in((line,)), line.text) != line.text]
    return tuple(line for line in paragraphs if line in listed or line in numbered)


def _without_number(text: str) -> str:
    match = re.fullmatch(r"\d{1,2}[.)]?\s+(\S.*)", text, re.DOTALL)
    return match[1] if match else text
