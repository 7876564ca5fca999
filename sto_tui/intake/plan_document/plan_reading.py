"""What a plan says, read from its outline: a section is a theme, a speerpunt, a chapter, a body, or is told apart."""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from sto_tui.domain.dutch import count, enumerate_words
from sto_tui.domain.plan import Chapter
from sto_tui.domain.text import plain, shortened
from sto_tui.intake.plan_document.acts_of_periods import NO_PERIOD
from sto_tui.intake.plan_document.annexes import (
    REASON,
    lower_what_is_not_planned,
    of_meeting,
    put_below_look_back,
    spots_in,
    take_annexes,
)
from sto_tui.intake.plan_document.blocks import TITLED, Block, Paragraph, Spot, paragraphs_in
from sto_tui.intake.plan_document.bodies_in_text import bodies_told
from sto_tui.intake.plan_document.chapter_reading import ChapterReader
from sto_tui.intake.plan_document.chapters_at_end import part_from_last_speerpunt
from sto_tui.intake.plan_document.goal_numbers import title_and_goals
from sto_tui.intake.plan_document.lettered_parts import part_at_letters
from sto_tui.intake.plan_document.levels import find_levels
from sto_tui.intake.plan_document.numbered_levels import says_plan
from sto_tui.intake.plan_document.numbers_before import number_alone, number_of, without_kind
from sto_tui.intake.plan_document.only_levels import with_only_levels
from sto_tui.intake.plan_document.outline import is_caption, level_namer, outline_of
from sto_tui.intake.plan_document.overview import Overview, is_plan_row, theme_of
from sto_tui.intake.plan_document.places import place_of, place_of_head
from sto_tui.intake.plan_document.plan_remarks import WHO_DOES_WHAT, remarks_of
from sto_tui.intake.plan_document.plan_sections import HeadKind, PlanLine, PlanSection, PlanWords
from sto_tui.intake.plan_document.plan_words import Slot, bodies_in, chapter_in, chapter_named
from sto_tui.intake.plan_document.running_text import lettered_titles, numbered_titles
from sto_tui.intake.plan_document.speerpunt_reading import IN_TEXT, SpeerpuntReader
from sto_tui.intake.plan_document.table_lines import IS_TOTAL, HeadedRow, speerpunt_row
from sto_tui.intake.plan_document.theme_leads import without_leads
from sto_tui.intake.plan_document.written_periods import read_period
from sto_tui.intake.plan_document.written_plan import (
    NotUnderstood,
    WrittenDoubt,
    WrittenLine,
    WrittenPlan,
    WrittenSpeerpunt,
    WrittenTheme,
)

_NO_THEMES = "het plan heeft geen thema’s; dit is er een om de speerpunten onder te zetten, geef het een naam"
_IN_THEME = "het staat binnen thema {}, achter een speerpunt; kijk of dit een thema is"
_TAKEN = "nummer {} is in het plan al van een ander thema; kijk of dit er ook een is"
_OF_MEETING = "het staat in een verslag van een vergadering"
_PART = re.compile(r"(?:deel|onderdeel)\s+[ivx\d]+\b.*")


@dataclass(frozen=True)
class _Around:
    """Where in the plan a section stands."""

    chapter: Chapter | None = None
    above: str = ""
    theme: WrittenTheme | None = None
    is_top: bool = True
    period: str = ""


def read_plan(blocks: Sequence[Block], words: PlanWords) -> WrittenPlan:
    """All that was read of a document, with what was not understood; nothing at all of one that is no plan."""
    plan = _Reader(blocks, words).plan
    if plan.themes or plan.speerpunten:
        return plan
    named = [*with_only_levels(blocks, level_namer(words))]
    by_names = _Reader(named, words).plan if named != [*blocks] else plan
    return by_names if by_names.has_more_than(plan) else plan


class _Reader:
    def __init__(self, blocks: Sequence[Block], words: PlanWords) -> None:
        self.plan = WrittenPlan()
        self._head = outline_of((), words).head
        self._chapters = ChapterReader(self.plan, self._tell, words.first_year)
        self._overview = Overview()
        self._who_does_what = 0
        self._by_number: dict[str, WrittenSpeerpunt] = {}
        self._renumbered: list[str] = []
        root = outline_of(blocks, words)
        self._of_meeting = of_meeting(root)
        annexes = take_annexes(root)
        put_below_look_back(root)
        lower_what_is_not_planned(root)
        part_at_letters(root)
        lowered = find_levels(root, is_plan=says_plan(blocks))
        part_from_last_speerpunt(root)
        self._numbers = Counter(
            part.head.number for part in root.all_parts() if part.head.kind is HeadKind.THEME and part.head.number
        )
        self._walk(root, _Around())
        self._chapters.end()
        for annex in annexes:
            self._head = annex.head
            lines = count(len({*spots_in(annex)}) - 1, "regel", "regels")
            self._tell(annex.head.spot, f"{annex.head.text} ({lines})", REASON)
        self._overview.into(self.plan)
        self._offer_lettered()
        self._place_speerpunten()
        for point in self.plan.speerpunten:
            point.phases = [phase for phase in point.phases if phase.acts]
        self._bodies_in_text()
        self.plan.remarks += remarks_of(self.plan, root, blocks, lowered, self._renumbered)
        apart = {spot for annex in annexes for spot in spots_in(annex)}
        self.plan.lines += _lines_of(blocks, root, apart)
        if self._who_does_what:
            self.plan.remarks.append(WHO_DOES_WHAT)

    def _offer_lettered(self) -> None:
        """Offers in doubt what the text of a theme without speerpunten names by letters or numbers; the text stays."""
        for theme in self.plan.themes:
            if all(point.theme != theme.number for point in self.plan.speerpunten):
                titles = [title for text in theme.result for title in lettered_titles(text)]
                titles = titles or numbered_titles(theme.result)
                for place, title in enumerate(titles, 1):
                    number = f"{theme.number}.{place}"
                    point = WrittenSpeerpunt(theme.place, theme.number, number, title, doubt=IN_TEXT)
                    self.plan.speerpunten.append(point)

    def _bodies_in_text(self) -> None:
        """Offers the bodies that running text is about, beside that text; of one that is only named it says so."""
        texts = [text for text in self.plan.texts if text.chapter is Chapter.ORGANISATIE]
        known = {plain(body.name) for body in self.plan.bodies}
        self.plan.bodies += [body for body in bodies_told(texts) if plain(body.name) not in known]
        told = [plain(body.name) for body in self.plan.bodies]
        words = bodies_in("\n".join(line for text in texts for line in text.paragraphs))
        # `De deelprojectleiders` are the `Deelprojectleider per thema`.
        named = [word for word in words if not any(plain(word).removesuffix("s") in name for name in told)]
        if named:
            self.plan.remarks.append(
                f"De tekst over de organisatie noemt {enumerate_words(named)}; als orgaan voeg je die zelf toe."
            )

    def _tell(self, spot: Spot, text: str, reason: str) -> None:
        is_head = spot == self._head.spot
        place = place_of_head(self._head) if is_head else place_of(spot, self._head)
        self.plan.not_understood.append(NotUnderstood(place, " ".join(text.split()), reason))

    def _walk(self, section: PlanSection, around: _Around) -> None:
        self._head = section.head
        if section.head.kind is HeadKind.THEME:
            self._theme(section, around)
            return
        if section.head.kind is HeadKind.SPEERPUNT:
            self._speerpunt(section, around)
            return
        is_title = not section.head.rank or self._is_title(section)
        named = None if is_title else chapter_in(section.head.title, has_themes=bool(self.plan.themes))
        chapter = around.chapter or named
        lines = self._overview.without(section.lines, section.head)
        if section.head.kind is HeadKind.OTHER and section.head.text and not section.lines and not section.parts:
            self._tell(section.head.spot, section.head.text, "er staat niets onder deze kop")
        period = section.head.title if read_period(section.head.title) else around.period
        self._plan_rows([line for line in lines if is_plan_row(line)], period)
        rest = PlanSection(section.head, [line for line in lines if not is_plan_row(line)])
        goals, risks = len(self.plan.goals), len(self.plan.risks)
        self._chapters.read(rest, chapter, is_top=around.is_top)
        if section.head in self._of_meeting:
            for goal in self.plan.goals[goals:]:
                goal.doubt = goal.doubt or _OF_MEETING
            for risk in self.plan.risks[risks:]:
                risk.doubt = risk.doubt or _OF_MEETING
        inner = _Around(None if is_title else chapter, around.above, around.theme, is_title, period)
        for part in section.parts:
            self._walk(part, inner)

    def _is_title(self, section: PlanSection) -> bool:
        """A heading above all chapters, which says of none what it is about."""
        named = [part for part in section.parts if chapter_named(part.head.title)]
        words = plain(section.head.title)
        return len(named) >= 3 and bool(re.search(r"\bplan\b|plan\b", words) or _PART.fullmatch(words))

    # Themes.

    def _theme(self, section: PlanSection, around: _Around) -> None:
        levels = [part.head.kind for part in section.parts if part.head.kind is not HeadKind.OTHER]
        # One that begins with a speerpunt is a theme itself, whatever stands behind that.
        if HeadKind.THEME in levels and levels[0] is not HeadKind.SPEERPUNT:
            for line in section.lines:
                self._tell_line(line, f"het staat onder ‘{section.head.title}’, boven de thema’s")
            for part in section.parts:
                self._walk(part, replace(around, above=section.head.title, is_top=False))
            return
        theme = self._named_theme(section, around)
        lines = [speerpunt_row(line) if isinstance(line, HeadedRow) else line for line in section.lines]
        rows = [line for line in lines if isinstance(line, HeadedRow) and line.has(Slot.SPEERPUNT)]
        own = PlanSection(section.head, [line for line in lines if line not in rows])
        own.parts = [part for part in section.parts if part.head.kind is HeadKind.OTHER]
        within = [point for part in own.parts for point in _speerpunten_in(part)]
        own.parts = [*map(_without_speerpunten, own.parts)]
        self._theme_lines(theme, own)
        self._speerpunt_rows(theme, rows, around.period)
        for part in [*section.parts, *within]:
            if part.head.kind is not HeadKind.OTHER:
                self._walk(part, replace(around, theme=theme, is_top=False))

    def _named_theme(self, section: PlanSection, around: _Around) -> WrittenTheme:
        head = section.head
        title, goals = title_and_goals(without_kind(head.title, head.number))
        same = next((theme for theme in self.plan.themes if plain(theme.title) == plain(title)), None)
        if same:
            places = enumerate_words([same.place, place_of_head(head)])
            self.plan.remarks.append(
                f"Thema ‘{shortened(same.title, 60)}’ staat er op meer plekken ({places}); de teksten staan bij elkaar."
            )
            return same
        taken = {theme.number for theme in self.plan.themes}
        number = int(head.number) if head.number.isdecimal() else 0
        doubt = section.doubt or ("" if head.text else _NO_THEMES)
        if around.theme or number in taken:
            # The others keep the numbers that they have in the document.
            others = self._numbers - Counter([head.number])
            taken |= {int(one) for one in others if one.isdecimal()}
            doubt = doubt or (_IN_THEME.format(around.theme.number) if around.theme else _TAKEN.format(number))
        if not 0 < number < 100 or number in taken:
            number = next(free for free in range(len(taken) + 1, 100_000) if free not in taken)
        place = place_of_head(head if head.text else section.parts[0].head)
        theme = WrittenTheme(place, number, title, around.above)
        theme.doubt, theme.goals = doubt, goals
        self.plan.themes.append(theme)
        return theme

    def _theme_lines(self, theme: WrittenTheme, section: PlanSection) -> None:
        beside = WrittenSpeerpunt("", theme.number, "", "")
        reader = SpeerpuntReader(beside, self._tell, what="thema")
        section, leads = without_leads(section)
        reader.read(section)
        for lead in leads:
            if theme.lead:
                self._tell(lead.spot, f"trekker: {lead.name}", "er is al een trekker")
            else:
                theme.lead = lead.name
        doubts = self._doubts_of(reader)
        theme.doubts += [replace(doubt, partners=[], phases=[]) for doubt in doubts if doubt.result]
        # Who takes part and what is done is of a speerpunt, also in doubt; what stands in the text is there already.
        elsewhere = [doubt for doubt in doubts if doubt.reason != IN_TEXT]
        beside.partners += [partner for doubt in elsewhere for partner in doubt.partners]
        beside.phases += [phase for doubt in elsewhere for phase in doubt.phases]
        theme.result += beside.result
        theme.goals += beside.goals
        reason = "het staat bij een thema, zonder speerpunt erboven"
        for partner in beside.partners:
            self._tell(self._head.spot, f"partner: {partner}", reason)
        for phase in beside.phases:
            label = "" if phase.label == NO_PERIOD else f"{phase.label}: "
            for act in phase.acts:
                self._tell(self._head.spot, f"{label}{act}", reason)
        theme.measures += beside.measures

    def _tell_line(self, line: PlanLine, reason: str) -> None:
        self._chapters.tell_line(line, reason)

    # Speerpunten.

    def _speerpunt(self, section: PlanSection, around: _Around) -> None:
        head = section.head
        theme = around.theme.number if around.theme else 0
        speerpunt = self._new_speerpunt(place_of_head(head), theme, head.number, head.title, head.spot)
        point = speerpunt or WrittenSpeerpunt(place_of_head(head), theme, head.number, head.title)
        point.doubt = point.doubt or section.doubt
        reader = SpeerpuntReader(point, self._tell, around.period)
        others = [line for line in section.lines if isinstance(line, HeadedRow) and self._is_of_other(line, point)]
        reader.read(replace(section, lines=[line for line in section.lines if line not in others]))
        point.doubts += self._doubts_of(reader)
        self._who_does_what += reader.who_does_what
        if speerpunt is None:
            self._tell_speerpunt(point, "dit nummer is in het plan al gebruikt")
        placed = [line for line in others if around.theme and self._is_known(line, theme)]
        for line in others:
            if line not in placed:
                self._tell_line(line, "er staat niet bij waar het bij hoort")
        if around.theme:
            self._speerpunt_rows(around.theme, placed, around.period)

    def _is_of_other(self, row: HeadedRow, point: WrittenSpeerpunt) -> bool:
        """Whether a row in a speerpunt names another one: by its number alone, or by one beside its own."""
        alone = _number_alone(row)
        return self._number(point.theme, alone) != point.number if alone else _is_beside(row, point)

    def _is_known(self, row: HeadedRow, theme: int) -> bool:
        """Whether what a row names by its number alone was read before: further on nobody knows yet what it is."""
        alone = _number_alone(row)
        return not alone or self._number(theme, alone) in self._by_number

    def _tell_speerpunt(self, point: WrittenSpeerpunt, reason: str) -> None:
        """Says all that stands in a speerpunt that has no place in the plan."""
        lines = [f"{point.number} {point.title}".strip(), *point.result, *point.partners, *point.measures]
        lines += [f"{phase.label}: {act}" for phase in point.phases for act in phase.acts]
        for doubt in point.doubts:
            lines += [*doubt.result, *doubt.partners, *(act for phase in doubt.phases for act in phase.acts)]
        self.plan.not_understood += [NotUnderstood(point.place, line, reason) for line in lines]

    def _new_speerpunt(self, place: str, theme: int, typed: str, title: str, spot: Spot) -> WrittenSpeerpunt | None:
        """A new speerpunt, or the one that the plan began before; None for a number with two titles."""
        title, goals = title_and_goals(without_kind(title, typed))
        same = self._by_number.get(self._number(theme, typed)) if typed else self._by_title(theme, title, place, spot)
        number = same.number if same and not typed else self._number(theme, typed)
        if same and plain(same.title) == plain(title):
            return same
        if same:
            self._tell(spot, title, f"nummer {number} is in het plan al ‘{same.title}’")
            return None
        speerpunt = WrittenSpeerpunt(place, theme, number, title, goals=goals)
        if "." in typed and typed != number:
            self._renumbered.append(f"{typed} is gelezen als {number}")
        self.plan.speerpunten.append(speerpunt)
        self._by_number[number] = speerpunt
        return speerpunt

    def _by_title(self, theme: int, title: str, place: str, spot: Spot) -> WrittenSpeerpunt | None:
        """The speerpunt that a theme has with this title: where no number says otherwise, it is told in more places."""
        mine = (point for point in self.plan.speerpunten if point.theme == theme)
        same = next((point for point in mine if plain(point.title) == plain(title)), None)
        # Rows of a table that go on are one thing to see; headings apart are not.
        if same and (same is not self.plan.speerpunten[-1] or not spot.table):
            self.plan.remarks.append(
                f"Speerpunt ‘{shortened(same.title, 60)}’ staat er op meer plekken ({same.place} en {place}); het is "
                "één speerpunt geworden."
            )
        return same

    def _number(self, theme: int, number: str) -> str:
        """`1.3` as the plan has it; a number without that of its theme gets it."""
        first, _, rest = number.partition(".")
        if rest and rest.isdecimal() and (not theme or first == str(theme) or first in self._numbers):
            return number
        if number[:1].isalpha():
            return number
        if number.isdecimal() and theme:
            return f"{theme}.{number}"
        return f"{theme}.{1 + sum(point.theme == theme for point in self.plan.speerpunten)}" if theme else number

    def _plan_rows(self, rows: Sequence[HeadedRow], period: str) -> None:
        """A table of the whole plan, with a column for themes."""
        theme: WrittenTheme | None = None
        by_theme: list[tuple[WrittenTheme, list[HeadedRow]]] = []
        for row in self._without_totals(rows):
            new = theme_of(row, self.plan, place_of(row.spot, self._head))
            if new and new is not theme:
                theme = new
                by_theme.append((new, []))
            if theme:
                by_theme[-1][1].append(row)
            else:
                self._tell_line(row, "er staat niet bij waar het onder valt")
        for written, of_theme in by_theme:
            self._speerpunt_rows(written, of_theme, period)

    def _without_totals(self, rows: Sequence[HeadedRow]) -> Iterator[HeadedRow]:
        """The rows that are not the sum of others; these are told."""
        for row in rows:
            if row.is_total:
                self._tell_line(row, IS_TOTAL)
            else:
                yield row

    def _speerpunt_rows(self, theme: WrittenTheme, rows: Sequence[HeadedRow], period: str) -> None:
        reader: SpeerpuntReader | None = None
        for row in self._without_totals(rows):
            paragraphs = row.slots[Slot.SPEERPUNT]
            if paragraphs and Slot.SPEERPUNT not in row.merged:
                begun, reader = reader, self._row_reader(theme, row, paragraphs, period)
                if begun and reader and begun.speerpunt is reader.speerpunt:
                    # The row before is of the same one.
                    reader = begun
                else:
                    self._end(begun)
            if reader:
                reader.headed(row)
            else:
                self._tell_line(row.without(Slot.THEME), "er staat niet bij waar het bij hoort")
        self._end(reader)

    def _end(self, reader: SpeerpuntReader | None) -> None:
        if reader:
            reader.end()
            self._who_does_what += reader.who_does_what
            reader.speerpunt.doubts += self._doubts_of(reader)

    def _doubts_of(self, reader: SpeerpuntReader) -> list[WrittenDoubt]:
        """What a reader is not sure of, with its place; what it doubts for one reason is one doubt."""
        by_reason: dict[str, WrittenDoubt] = {}
        for spot, doubt in reader.doubts:
            first = by_reason.setdefault(doubt.reason, WrittenDoubt(place_of(spot, self._head), doubt.reason))
            first.result += doubt.result
            first.partners += [name for name in doubt.partners if name not in first.partners]
            first.phases += doubt.phases
        return [*by_reason.values()]

    def _row_reader(
        self, theme: WrittenTheme, row: HeadedRow, paragraphs: Sequence[Paragraph], period: str
    ) -> SpeerpuntReader | None:
        alone = _number_alone(row)
        if alone and (known := self._by_number.get(self._number(theme.number, alone))):
            known.doubt = known.doubt or row.doubt
            return SpeerpuntReader(known, self._tell, period)
        number, title = number_of(paragraphs[0])
        if not number and not row.numbers_milestone:
            number = row.text(Slot.NUMBER)
        point = self._new_speerpunt(place_of(row.spot, self._head), theme.number, number, title, row.spot)
        if point is None:
            return None
        point.doubt = point.doubt or row.doubt
        point.result += [paragraph.text for paragraph in paragraphs[1:]]
        return SpeerpuntReader(point, self._tell, period)

    def _place_speerpunten(self) -> None:
        """Each belongs to the theme around it, or else to the one that its number names; without any it is told."""
        numbers = {theme.number for theme in self.plan.themes}
        placed: list[WrittenSpeerpunt] = []
        for point in self.plan.speerpunten:
            first = point.number.partition(".")[0]
            by_number = int(first) if first.isdecimal() and int(first) in numbers else 0
            point.theme = by_number or point.theme
            if point.theme in numbers:
                placed.append(point)
            else:
                self._tell_speerpunt(point, "er is niets waar dit onder valt")
        self.plan.speerpunten = placed


def _lines_of(blocks: Sequence[Block], root: PlanSection, apart: Collection[Spot]) -> Iterator[WrittenLine]:
    """The document line by line, but for what only names a table or figure, or is told apart."""
    heads = {part.head.spot: part.head for part in root.all_parts()}
    titles: dict[Spot, list[str]] = {}
    for part in root.all_parts():
        titles.setdefault(part.head.spot, []).append(part.head.text)
    # One that nothing stands below is the place of nothing.
    empty = {part.head.spot for part in root.all_parts() if not (part.lines or part.parts)}
    head = root.head
    for paragraph in paragraphs_in(blocks):
        is_heading = paragraph.spot in heads.keys() - empty and (
            paragraph.spot.row < 1 or any(paragraph.text in title for title in titles[paragraph.spot])
        )
        if not paragraph.spot.table:
            head = heads.get(paragraph.spot, head)
        is_said = is_caption(paragraph.text) or paragraph.apart == TITLED or paragraph.spot in apart
        if not is_said:
            yield WrittenLine(place_of(paragraph.spot, head), paragraph.text, is_heading)


def _number_alone(row: HeadedRow) -> str:
    """The number that a row has for its speerpunt, without a title; empty when it has more words or none."""
    paragraphs = row.slots.get(Slot.SPEERPUNT, ())
    return number_alone(paragraphs[0].text) if len(paragraphs) == 1 else ""


def _is_beside(row: HeadedRow, point: WrittenSpeerpunt) -> bool:
    """Whether a row in a speerpunt has the number of another one: `1.3 Bus` within `1.2`."""
    title = row.slots.get(Slot.SPEERPUNT, ())
    number = number_of(title[0])[0] if title else ""
    parts = number.split(".")
    is_beside = len(parts) == point.number.count(".") + 1 > 1 and parts[:-1] == point.number.split(".")[:-1]
    return is_beside and number != point.number


def _speerpunten_in(section: PlanSection) -> Iterator[PlanSection]:
    """The speerpunten below a heading between these and their theme, as `Subthema 1.1` is."""
    for part in section.parts:
        if part.head.kind is HeadKind.SPEERPUNT:
            yield part
        else:
            yield from _speerpunten_in(part)


def _without_speerpunten(section: PlanSection) -> PlanSection:
    parts = (part for part in section.parts if part.head.kind is not HeadKind.SPEERPUNT)
    return replace(section, parts=[*map(_without_speerpunten, parts)])
