"""What stands under a speerpunt: result, partners and acts per period, by their labels and the heads of columns."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sto_tui.domain.text import plain, shortened
from sto_tui.intake.plan_document.acts_of_periods import NO_ACTS, NO_PERIOD, ActsOfPeriods, Tell, WhenOfAll
from sto_tui.intake.plan_document.annexes import is_not_planned
from sto_tui.intake.plan_document.blocks import BOXED, Paragraph, Spot
from sto_tui.intake.plan_document.goal_numbers import goals_served, numbers_in
from sto_tui.intake.plan_document.line_texts import (
    SAYS_WHEN,
    around_colon,
    ends_look_back,
    is_known,
    is_sentence,
    is_typed_item,
    is_when_above,
    joined_text,
    of_act,
    other_cells,
    pieces_by_period,
    says_when,
    shown_paragraph,
    texts_of,
)
from sto_tui.intake.plan_document.no_words import AMOUNT, NOTHING
from sto_tui.intake.plan_document.partner_lines import is_complete, partners_and_acts, why_no_partner
from sto_tui.intake.plan_document.partners import several_pieces
from sto_tui.intake.plan_document.pieces import lines_in, sentences
from sto_tui.intake.plan_document.plan_sections import PlanLine, PlanSection, SlotLabel, label_slot
from sto_tui.intake.plan_document.plan_words import BESIDE, SPEERPUNT_WORDS, THEME_WORDS, Slot
from sto_tui.intake.plan_document.running_text import acts_behind_periods, acts_by_period, names_together
from sto_tui.intake.plan_document.table_lines import IS_TOTAL, MARKS, HeadedRow, LabelledRow, partners_row, titled_row
from sto_tui.intake.plan_document.written_periods import (
    act_and_period,
    begin_and_end,
    is_only_when,
    period_and_act,
    read_period,
)
from sto_tui.intake.plan_document.written_plan import WrittenDoubt, WrittenPhase, WrittenSpeerpunt

MILESTONES = "mijlpalen neem je over met sto invoer mijlpalen"

_GOAL_IN_WORDS = "het is een doel in woorden; het komt bij het beoogde resultaat"
IN_TEXT = "het is gelezen uit lopende tekst, en die blijft staan"
_IS_OVER = "het kijkt terug, en is geen deel van het plan"
_BELOW_UNKNOWN = "het staat onder ‘{}’, en dat kan van het hele project zijn"
_MAY_BE_ACTS = "het staat als tekst onder een periode; kijk of dit activiteiten zijn"
_MAY_BE_NO_PARTNERS = "het staat onder de regel met de partners; kijk of dit activiteiten zijn"
_WHO = "wie een activiteit doet, heeft in het dossier geen eigen plaats"
_LEVELS = sorted((THEME_WORDS | SPEERPUNT_WORDS) - {"actie", "activiteit", "lijn"})
_AS_HEADING = re.compile(rf"(?:{'|'.join(_LEVELS)}) (?:[a-h]\.?)?\d{{1,2}}(?:\.\d{{1,2}})*\b", re.IGNORECASE)
_LONGEST_HEAD = 100


class SpeerpuntReader:
    """Fills one speerpunt from lines, in order; `period` is that of a heading around it, `what` is what it is of."""

    def __init__(self, speerpunt: WrittenSpeerpunt, tell: Tell, period: str = "", what: str = "speerpunt") -> None:
        self.speerpunt = speerpunt
        self._no_field = f"hiervoor heeft een {what} geen veld"
        self.who_does_what = 0
        self._tell = tell
        self._without = period or NO_PERIOD
        self._label: SlotLabel | None = None
        self._had_items = self._had_label = False
        self._period, self._planned = "", self._without
        # A period on a line of its own, as long as nothing stands under it.
        self._open: SlotLabel | None = None
        # What stood above a line such as `Planning: maart 2028`, how many such lines have something below them, and
        # the period of the one that text stands below.
        self._above_when: tuple[SlotLabel | None, bool, bool] | None = None
        self._lines_of_when = 0
        self._when_above = ""
        self._below_when: list[tuple[str, Paragraph]] = []
        self._empty: tuple[str, Spot] | None = None
        self._partner_rows: set[str] = set()
        self._has_partner_list = False
        # Items of a list behind `Partners: ROC Noord`.
        self._behind_partners: list[Paragraph] = []
        self._when = WhenOfAll(tell)
        self._said: list[tuple[str, Spot]] = []
        # The line that should have been a heading: whose the lines below it are, nobody knows.
        self._lost = ""
        self._unknown_parts = 0
        self._boxed: Slot | None = None
        self.doubts: list[tuple[Spot, WrittenDoubt]] = []
        self._acts = ActsOfPeriods(speerpunt.phases, tell)

    def read(self, section: PlanSection) -> None:
        """All that stands under its heading; a heading within it is a label, or is told apart."""
        self._unknown_parts = sum(label_slot(part.head.title) is None for part in section.parts)
        self.read_lines(section.lines)
        for part in section.parts:
            self._part(part)
        self.end()

    def _part(self, part: PlanSection) -> None:
        slot = label_slot(part.head.title)
        if slot is None:
            self._unknown_part(part)
            return
        self._begin(SlotLabel(part.head.title, part.head.spot, slot))
        self.read_lines(part.lines)
        for inner in part.parts:
            if label_slot(inner.head.title) is None:
                self._tell(inner.head.spot, inner.head.text, "")
                self.read_lines(inner.lines)
            else:
                self._part(inner)

    def _unknown_part(self, part: PlanSection) -> None:
        """What stands under a heading that is none of those of a speerpunt, up to one that is, is told."""
        if _AS_HEADING.match(part.head.text):
            self._lost = part.head.text
            self._tell(part.head.spot, part.head.text, "dit begint als een kop, en is er geen")
        is_over = is_not_planned(part.head.title)
        is_next = ends_look_back if is_over else is_known
        known = (at for at, line in enumerate(part.lines) if is_next(line))
        at = 0 if self._lost else next(known, len(part.lines))
        reason = self._no_field if BESIDE.match(f"{plain(part.head.title)}: x") else "dit kopje is niet bekend"
        reason = _IS_OVER if is_over else reason
        for text, spot in texts_of(part.lines[:at]):
            self._tell(spot, f"{part.head.text}: {text}", reason)
        if not part.lines[:at] and not self._lost:
            self._tell(part.head.spot, part.head.text, "")
        self._close()
        self._label, self._had_label = None, True
        # What says when below the only such heading, beside acts above it, may be a calendar of the whole project.
        is_only = self._unknown_parts == 1 and bool(self.speerpunt.phases)
        if is_only and any(map(says_when, part.lines[at:])):
            self._read_in_doubt(part.lines[at:], _BELOW_UNKNOWN.format(shortened(part.head.title, 40)))
        else:
            self.read_lines(part.lines[at:])
        for inner in part.parts:
            self._part(inner)

    def read_lines(self, lines: Sequence[PlanLine]) -> None:
        """Lines without headings."""
        self._lines_of_when += sum(map(is_when_above, lines, lines[1:]))
        for line in lines:
            if self._lost:
                for text, spot in texts_of((line,)):
                    self._tell(spot, text, f"het staat onder ‘{shortened(self._lost, 40)}’, en dat is geen kop")
            elif isinstance(line, SlotLabel):
                self._begin(line)
            elif isinstance(line, Paragraph):
                self._boxed = self._boxed if line.apart == BOXED else None
                self._paragraph(line)
            elif isinstance(line, LabelledRow):
                self._labelled(line)
            elif isinstance(line, HeadedRow):
                self.headed(line)
            else:
                self._close()
                self._label, self._period = None, ""

    def _close(self) -> None:
        """Nothing stands under the period that was named: it says when, and of what is for the end to say."""
        self._end_planned()
        self._put_behind_partners()
        if self._open:
            self._when.note(self._open.text, self._open.spot)
        self._open = None

    def end(self) -> None:
        """Nothing more comes: acts without a period are of the one that is named for all."""
        self._close()
        self._when.settle(self.speerpunt.phases)
        if len(self._partner_rows) > 1:
            self.who_does_what = len(self._partner_rows)
        self._from_text()

    def _from_text(self) -> None:
        """What the text of a speerpunt without acts or without partners says of these."""
        below = [] if self.speerpunt.phases else self._below_when
        phases: list[WrittenPhase] = []
        for period, line in below:
            ActsOfPeriods(phases, self._tell).put(period, (line,))
        if phases:
            self.doubts.append((below[0][1].spot, WrittenDoubt("", _MAY_BE_ACTS, phases=phases)))
        for text, spot in self._said:
            acts = [] if self.speerpunt.phases else [*acts_by_period(text)]
            if acts:
                phases = [WrittenPhase(period, [act]) for period, act in acts]
                self.doubts.append((spot, WrittenDoubt("", IN_TEXT, phases=phases)))
            names = [] if self.speerpunt.partners else names_together(text)
            if names:
                self.doubts.append((spot, WrittenDoubt("", IN_TEXT, partners=names)))

    def _begin(self, label: SlotLabel) -> None:
        if label.slot is Slot.GOAL and (numbers := numbers_in(label.rest)):
            # All that it says: the text below goes on with what stood above.
            self._put_goals(numbers)
            return
        self._planned = self._without
        before, self._when_above = (self._label, self._had_label, self._had_items), ""
        if label.slot is Slot.ACTS and self._open:
            # `2027`, and below it what is done then.
            self._planned, self._open = self._open.text, None
        self._close()
        self._label, self._had_items, self._had_label = label, False, True
        # A period above a table, or on a row of its own in one, is that of the rows below it.
        self._period = label.text if label.slot is Slot.PERIOD and read_period(label.text) else ""
        if self._period and not label.rest:
            self._open = label
        are_acts = self._lines_of_when > 1 or (before[0] is not None and before[0].slot is Slot.ACTS)
        self._above_when = before if self._open and SAYS_WHEN.match(label.text) and not are_acts else None
        if label.slot is None:
            self._tell(label.spot, label.text, "")
        if label.rest:
            self._put(label.slot, label.text, (Paragraph(label.rest, label.spot),))
            # Behind the words on its own line only a list belongs to it.
            self._had_items = label.slot is not Slot.RESULT

    def _paragraph(self, line: Paragraph) -> None:
        label = self._label
        if self._above_when and self._open and is_sentence(line):
            # No acts stand below `Planning: maart 2028`: it says when, and the text goes on with what stood above.
            label, self._had_label, self._had_items = self._above_when
            self._when_above = self._open.text
            self._close()
            self._label, self._period = label, ""
        if self._when_above and not line.apart:
            self._below_when.append((self._when_above, line))
        if line.apart:
            self._put_apart(line)
        elif _AS_HEADING.match(line.text):
            self._tell(line.spot, line.text, "dit begint als een kop, en is er geen")
            self._lost = line.text if len(line.text) <= _LONGEST_HEAD and not line.text.endswith(".") else ""
        elif self._when.is_end(*around_colon(line.text), line.spot):
            return
        elif BESIDE.match(plain(line.text)) and not self._may_be_partner(line):
            self._tell(line.spot, line.text, self._no_field)
        elif (left := self._without_goals(line)) is None:
            return
        elif left is not line and left.text != line.text:
            self._paragraph(left)
        elif label is None and not self._had_label:
            self._put_result((line,))
        elif label is None:
            self._said.append((line.text, line.spot))
            self._tell(line.spot, line.text, "het staat bij geen van de kopjes die bij een speerpunt horen")
        elif self._had_items and not line.is_item and not is_typed_item(line) and label.slot is not Slot.RESULT:
            self._label = None
            self._said.append((line.text, line.spot))
            self._tell(line.spot, line.text, f"het staat na de lijst bij ‘{shortened(label.text, 40)}’")
        else:
            self._had_items = self._had_items or line.is_item or is_typed_item(line)
            if label.slot is Slot.PERIOD and label.is_item and label.rest and line.depth <= label.depth:
                # `2027: inrichten`, and below it an act that has no period itself.
                self._put_acts(self._without, (line,))
            elif label.slot is Slot.PARTNERS and is_complete(label.rest):
                self._behind_partners.append(line)
            else:
                self._put(label.slot, label.text, (line,))

    def _put_apart(self, line: Paragraph) -> None:
        """Of a text box with `Partners` above its lines these are a doubt; all else that stands apart is told."""
        label, after = around_colon(line.text)
        if line.apart == BOXED and label_slot(label) is not None:
            self._boxed = label_slot(label)
            line = replace(line, text=after) if self._boxed is Slot.PARTNERS else line
        names = [*lines_in((line,))] if line.apart == BOXED and self._boxed is Slot.PARTNERS else []
        if names:
            self.doubts.append((line.spot, WrittenDoubt("", line.apart, partners=names)))
        elif line.text:
            self._tell(line.spot, line.text, line.apart)

    def _may_be_partner(self, line: Paragraph) -> bool:
        """Whether a line is one of the list of partners, where `Penvoerder: ROC Noord` names one."""
        is_partner = self._label is not None and self._label.slot is Slot.PARTNERS
        return is_partner and (not self._had_items or line.is_item or is_typed_item(line))

    def _labelled(self, row: LabelledRow) -> None:
        self._close()
        self._label, self._planned, self._had_label = None, self._without, True
        slot = label_slot(row.label.text)
        if slot is None and self._when.is_end(row.label.text, joined_text(row.values), row.spot):
            return
        if row.values:
            self._put(slot, row.label.text, row.values)
        elif slot is None:
            self._tell(row.spot, row.label.text, "")

    def headed(self, row: HeadedRow) -> None:
        """A row under heads: partners, acts and the period, or a column per period."""
        self._had_label, self._open = True, None
        if row.is_total:
            for text, spot in texts_of((row,)):
                self._tell(spot, text, IS_TOTAL)
            return
        row = partners_row(row, is_below_partners=self._label is not None and self._label.slot is Slot.PARTNERS)
        row = titled_row(row, self.speerpunt.title, self.speerpunt.number)
        if row.doubt and not self.speerpunt.doubt:
            self._read_in_doubt((replace(row, doubt=""),), row.doubt)
            return
        if row.has(Slot.MILESTONE):
            taken = [Slot.SPEERPUNT, Slot.THEME] + [Slot.NUMBER] * (not row.numbers_milestone)
            for text, spot in texts_of((row.without(*taken),)):
                self._tell(spot, text, MILESTONES)
            return
        self._partners_of(row)
        if Slot.PERIOD not in row.merged and (text := row.text(Slot.PERIOD)):
            # In cells that were merged one period may stand twice.
            self._period = "\n".join(dict.fromkeys(text.split("\n")))
        acts = () if Slot.ACTS in row.merged else row.slots.get(Slot.ACTS, ())
        if row.periods:
            self._per_period(row, acts)
        elif not row.has(Slot.ACTS):
            self._put_when(() if Slot.PERIOD in row.merged else row.slots.get(Slot.PERIOD, ()))
        elif acts and self._period:
            self._put_acts(self._period, acts)
        elif acts:
            # `Draaiboek (voorjaar 2027)` says itself when it is.
            self._planned = self._without
            self._put_planned(acts)
            self._end_planned()
        elif row.has(Slot.PERIOD) and Slot.PERIOD not in row.merged and row.text(Slot.PERIOD):
            self._tell(row.spot, row.text(Slot.PERIOD), NO_ACTS)
            self._period = ""
        for slot in (Slot.RESULT, Slot.INDICATOR, Slot.GOAL):
            if slot not in row.merged and row.slots.get(slot):
                self._put(slot, slot.dutch, row.slots[slot])
        for head, paragraphs in other_cells(row):
            if paragraphs:
                self._tell(row.spot, f"{head}: {joined_text(paragraphs)}", "deze kolom is niet overgenomen")

    def _read_in_doubt(self, lines: Sequence[PlanLine], reason: str) -> None:
        """What lines say of acts and partners, as a doubt for this reason."""
        beside = WrittenSpeerpunt("", self.speerpunt.theme, "", "")
        reader = SpeerpuntReader(beside, self._tell, self._without)
        reader.read_lines(lines)
        reader.end()
        self.doubts += reader.doubts
        if beside.result or beside.partners or beside.phases:
            spot = next(spot for _, spot in texts_of(lines))
            doubt = WrittenDoubt("", reason, beside.result, beside.partners, beside.phases)
            self.doubts.append((spot, doubt))

    def _partners_of(self, row: HeadedRow) -> None:
        partners = row.slots.get(Slot.PARTNERS, ())
        if row.has(Slot.PARTNERS, Slot.ROLE):
            roles = row.slots[Slot.ROLE]
            both = ": ".join(joined_text(words) for words in (partners, roles) if words)
            self._has_partner_list = self._has_partner_list or not row.has(Slot.ACTS)
            self._put(Slot.PARTNERS, "", (Paragraph(both, row.spot),) if both else ())
            return
        if Slot.PARTNERS in row.merged or not partners:
            return
        if row.slots.get(Slot.ACTS):
            self._partner_rows.add(plain(row.text(Slot.PARTNERS)))
            if self._has_partner_list:
                self._tell(row.spot, f"{joined_text(partners)}: {row.text(Slot.ACTS)}", _WHO)
                return
        self._put(Slot.PARTNERS, "", partners)

    def _per_period(self, row: HeadedRow, acts: Sequence[Paragraph]) -> None:
        """A mark under a period says that the act of the row is in it; words say what is done of it then."""
        placed = False
        filled = [joined_text(paragraphs) for paragraphs in row.periods.values() if paragraphs]
        if filled and all(map(AMOUNT.fullmatch, filled)):
            amounts = ": ".join(filter(None, (joined_text(acts), "; ".join(filled))))
            self._tell(row.spot, amounts, "dit zijn getallen, geen activiteiten")
            return
        for period, paragraphs in row.periods.items():
            if paragraphs and plain(joined_text(paragraphs)) in MARKS:
                placed = True
                self._put_acts(period, acts)
            elif paragraphs and len(acts) == 1:
                placed = True
                self._put_acts(period, [of_act(acts[0].text, each) for each in paragraphs])
            elif paragraphs:
                self._put_acts(period, paragraphs)
        if acts and not placed:
            self._put_acts(self._without, acts)

    # Where words go.

    def _put(self, slot: Slot | None, label: str, paragraphs: Sequence[Paragraph]) -> None:
        if not paragraphs:
            return
        spot = paragraphs[0].spot
        if slot is Slot.RESULT or (slot is Slot.IMPACT and plain(label).startswith("effect")):
            self._put_result(paragraphs)
        elif slot is Slot.PARTNERS:
            self._has_partner_list = self._has_partner_list or bool(label)
            self._put_partners(paragraphs)
        elif slot is Slot.PERIOD and read_period(label) and is_only_when(joined_text(paragraphs)):
            self._tell(spot, f"{label}: {joined_text(paragraphs)}", NO_ACTS)
        elif slot is Slot.PERIOD and read_period(label):
            self._put_acts(label, paragraphs)
        elif slot is Slot.ACTS:
            self._put_planned(paragraphs)
        elif slot is Slot.PERIOD:
            self._put_when(paragraphs)
        elif slot is Slot.INDICATOR:
            self.speerpunt.measures += lines_in(paragraphs)
        elif slot is Slot.GOAL and (numbers := numbers_in(joined_text(paragraphs))):
            self._put_goals(numbers)
        elif slot is Slot.GOAL:
            self.doubts.append((spot, WrittenDoubt("", _GOAL_IN_WORDS, result=[*map(shown_paragraph, paragraphs)])))
        else:
            self._tell(spot, f"{label}: {joined_text(paragraphs)}" if label else joined_text(paragraphs), "")

    def _put_goals(self, numbers: Sequence[int]) -> None:
        self.speerpunt.goals += [number for number in numbers if number not in self.speerpunt.goals]

    def _without_goals(self, paragraph: Paragraph) -> Paragraph | None:
        """A paragraph without the sentences that only say to which goals it contributes; these are linked."""
        self._put_goals(goals_served(paragraph.text))
        kept = []
        for line in paragraph.text.split("\n"):
            said = sentences(line)
            only = [sentence for sentence in said if "doel" in plain(sentence) and numbers_in(sentence)]
            for sentence in only:
                self._put_goals(numbers_in(sentence))
            kept.append(" ".join(sentence for sentence in said if sentence not in only) if only else line)
        left = "\n".join(filter(None, kept))
        return replace(paragraph, text=left) if left else None

    def _put_result(self, paragraphs: Sequence[Paragraph]) -> None:
        paragraphs = [left for paragraph in paragraphs if (left := self._without_goals(paragraph))]
        self.speerpunt.result += map(shown_paragraph, paragraphs)
        self._said += [(paragraph.text, paragraph.spot) for paragraph in paragraphs]

    def _put_partners(self, paragraphs: Sequence[Paragraph]) -> None:
        lines = [*lines_in(self._without_lead(paragraphs))]
        for line in (piece for whole in lines for piece in (several_pieces(whole) if ";" in whole else (whole,))):
            if plain(line) in NOTHING:
                continue
            if no_partner := why_no_partner(line, self._no_field):
                self._tell(paragraphs[0].spot, *no_partner)
            elif line not in self.speerpunt.partners:
                self.speerpunt.partners.append(line)

    def _put_behind_partners(self) -> None:
        """The list below a line that has its partners goes on with these, or may say what is done."""
        items, self._behind_partners = self._behind_partners, []
        partners, acts = partners_and_acts(items)
        for partner in partners:
            self._put_partners((partner,))
        if acts:
            self._read_in_doubt((SlotLabel("", acts[0].spot, Slot.ACTS), *acts), _MAY_BE_NO_PARTNERS)

    def _without_lead(self, paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
        """All but a line that only leads to the list below it, as `Dit doen we door:` does; that is told."""
        for paragraph in paragraphs:
            if paragraph.text.endswith(":") and not paragraph.is_item:
                self._tell(paragraph.spot, paragraph.text, "")
            else:
                yield paragraph

    def _put_planned(self, paragraphs: Sequence[Paragraph]) -> None:
        """Acts that may have their period before them, as in `2027: les geven`, or on a line above them."""
        for paragraph in paragraphs:
            for line in lines_in((paragraph,)):
                dated, period = period_and_act(line), read_period(line)
                if period and not period.is_named:
                    self._end_planned()
                    self._planned, self._empty = line, (line, paragraph.spot)
                elif dated:
                    self._put_acts(dated[0], (replace(paragraph, text=dated[1]),))
                elif not period and self._planned == NO_PERIOD and (behind := act_and_period(line)):
                    self._put_acts(behind[1], (replace(paragraph, text=behind[0]),))
                else:
                    self._put_acts(self._planned, (replace(paragraph, text=line),))

    def _end_planned(self) -> None:
        """Says it of a period in a list of acts that none stand under."""
        if self._empty:
            self._tell(self._empty[1], self._empty[0], NO_ACTS)
        self._empty = None

    def _put_when(self, paragraphs: Sequence[Paragraph]) -> None:
        """What stands beside `Planning` or `Wanneer`: periods with their acts, or only when it all is."""
        for paragraph in paragraphs:
            for line in (piece for whole in lines_in((paragraph,)) for piece in pieces_by_period(whole)):
                ends = begin_and_end(line)
                if ends and all(self._when.is_end(*each, paragraph.spot) for each in ends):
                    continue
                if dated := period_and_act(line):
                    self._put_acts(dated[0], (replace(paragraph, text=dated[1]),))
                elif self._when.is_when(line, paragraph.spot):
                    continue
                elif acts := acts_behind_periods(line):
                    for period, act in acts:
                        self._put_acts(period, (replace(paragraph, text=act),))
                else:
                    self._tell(paragraph.spot, line, "de periode is niet te lezen")

    def _put_acts(self, period: str, paragraphs: Sequence[Paragraph]) -> None:
        """Acts of a period; in one line may stand those of the next, as in `kopen, 2028: verven`."""
        self._open = None
        if period == self._planned:
            self._empty = None
        self._acts.put(period, [*self._without_lead(paragraphs)])
