"""The outline of a plan: which lines are headings, with or without a heading style, and what stands under each.

A heading is a paragraph with a heading style; or one that names a level of the plan (`Thema 1: …`); or one that stands
out, in a file or table without heading styles; or one with a number of parts (`4.1 …`) in such a file.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from sto_tui.domain.text import plain
from sto_tui.intake.plan_document.blocks import TITLED, Block, Paragraph, WordTable
from sto_tui.intake.plan_document.list_labels import with_list_labels
from sto_tui.intake.plan_document.numbers_before import letter_before, number_before, number_behind, number_of
from sto_tui.intake.plan_document.pieces import sentences
from sto_tui.intake.plan_document.plan_sections import (
    COMMON_WORDS,
    ROOT,
    HeadKind,
    PlanHead,
    PlanSection,
    PlanWords,
    SlotLabel,
)
from sto_tui.intake.plan_document.plan_words import (
    Slot,
    asks_for_goals,
    chapter_named,
    is_group_of_partners,
    is_label_word,
    slot_named,
    word_key,
)
from sto_tui.intake.plan_document.table_lines import HeadedRow, LabelledRow, TableEnd, goes_on, heads_of, lines_of
from sto_tui.intake.plan_document.written_periods import period_and_act, read_period

_LONGEST, _LONGEST_STRONG = 160, 100
_WORDED = re.compile(
    r"([^\W\d]+)(?:\s+nr\.?)?\s*(\d{1,2}(?:\.\d{1,2}){0,3}[a-z]?\b|(?:[A-Za-z](?:\.?\d{1,2})?|[IVX]{2,4})(?=\s*[:.–—-])|[A-H](?:\.?\d{1,2})?(?=\s+[A-ZÀ-Þ]))?(.*)"
)
_NAME_OF = re.compile(r"(?:naam|titel)(?: van)?(?: de| het)?\s+(?=\w)", re.IGNORECASE)
_ALONE = re.compile(r"([^\W\d]+) \d{1,2}(?:\.\d{1,2})?[:.]?")
# An amount, a mark or the letter of a role is no title; `M&T` is one.
_TWO_LETTERS = re.compile(r"[^\W\d_](?: ?& ?)?[^\W\d_]")
_QUARTER = re.compile(r"[QK][1-4]")
_SEPARATED = re.compile(r"\s*[:.–—|)-]+\s*")
_BLANKS = re.compile(r"\s+(?=[A-ZÀ-Þ0-9‘“])")
_DOTS = re.compile(r"(?:\.{4,}|…{2,}|\t)\s*\d+$")
_CAPTION = re.compile(
    r"(?:tabel|figuur|afbeelding|grafiek) \d{1,3}\b.{0,120}(?<!\.)|inhoud(?:sopgave)?|\(?vervolg\)?", re.IGNORECASE
)
_SLOTS_OF_LABELS = frozenset(Slot) - {
    Slot.THEME,
    Slot.SPEERPUNT,
    Slot.NUMBER,
    Slot.PARTY,
    Slot.BODY,
    Slot.ROLE,
    Slot.MILESTONE,
}
# These stand on a line of their own under a speerpunt, also when nothing makes them stand out.
_PLAIN_LABELS = frozenset({Slot.PARTNERS, Slot.RESULT, Slot.ACTS, Slot.PERIOD})
_OF_PEOPLE = (Slot.PARTNERS, Slot.OWNER, Slot.ROLE, Slot.MEMBERS, Slot.CHAIR, Slot.TASK)
_CHAPTERS = frozenset(
    {"doelen", "hoofddoelen", "doelstellingen", "hoofddoelstellingen", "ambities", "strategische doelen"}
    | {plain("risico’s"), "onze doelen"}
)
# A heading style under which a label of a speerpunt may stand.
_LABEL_LEVEL = 3
_THEME_RANK, _SPEERPUNT_RANK, _ITEM_RANK, _NUMBER_RANK, _LETTER_RANK, _STRONG_RANK = 20, 30, 30, 10, 24, 40
_BELOW_LETTER = 3


def is_caption(text: str) -> bool:
    """Whether a line only names a table or figure, or is one of the contents."""
    return bool(_DOTS.search(text) or _CAPTION.fullmatch(text))


def outline_of(blocks: Sequence[Block], words: PlanWords) -> PlanSection:
    """The whole document as one section without a heading."""
    return _Outline(blocks, words).root


def level_namer(words: PlanWords) -> Callable[[Paragraph], bool]:
    """Says of a line whether it would be the heading of a theme or a speerpunt."""
    return _Outline((), words).names_level


class _Outline:
    def __init__(self, blocks: Sequence[Block], words: PlanWords) -> None:
        self._words = words
        self._in_front: set[HeadKind] = set()
        # The last first row of a table that is no heading itself.
        self._above: LabelledRow | None = None
        self.root = PlanSection(ROOT)
        self._open = [self.root]
        words = words.with_one_speerpunt(self._named_levels(blocks))
        self._words = words.with_lines_below(self._numbered(blocks))
        if not self._has_themes(blocks):
            self._words = self._words.with_spare()
        lines = (line for line in _flat(blocks, self._words) if isinstance(line, Paragraph))
        self._in_front = {head.kind for line in lines if (head := self._worded(line) or self._numbered_before(line))}
        self._is_styled = sum(isinstance(block, Paragraph) and block.level > 0 for block in blocks) > 1
        for line in _flat(blocks, self._words):
            self._add(line)

    def _named_levels(self, blocks: Sequence[Block]) -> Iterator[str]:
        """The words with which lines name a speerpunt."""
        for line in _flat(blocks, self._words):
            paragraph = line.label if isinstance(line, LabelledRow) else line
            if isinstance(paragraph, Paragraph):
                match = _WORDED.fullmatch(paragraph.text)
                head = self._named(paragraph)
                if head and head.kind is HeadKind.SPEERPUNT:
                    yield head.word
                elif match and isinstance(line, LabelledRow) and not match[3].strip(" :."):
                    yield plain(match[1])

    def _has_themes(self, blocks: Sequence[Block]) -> bool:
        """Whether a heading or a table names a theme."""
        for line in _flat(blocks, self._words):
            if isinstance(line, HeadedRow):
                is_theme = line.has(Slot.THEME)
            elif isinstance(line, LabelledRow):
                match = _WORDED.fullmatch(line.label.text)
                is_theme = match is not None and self._words.kind_of(match[1]) is HeadKind.THEME
            else:
                head = self._named(line) if isinstance(line, Paragraph) else None
                is_theme = head is not None and head.kind is HeadKind.THEME
            if is_theme:
                return True
        return False

    def names_level(self, line: Paragraph) -> bool:
        """Whether a line is the name of a theme or a speerpunt."""
        head = self._worded(line)
        return head is not None and head.kind in (HeadKind.THEME, HeadKind.SPEERPUNT)

    def _numbered(self, blocks: Sequence[Block]) -> set[tuple[str, str]]:
        """The words before a heading with the numbers behind them."""
        lines = [block for block in blocks if isinstance(block, Paragraph)]
        heads = map(self._named, lines)
        return {(head.word, head.number) for head in heads if head and head.number}

    def _add(self, line: Paragraph | LabelledRow | HeadedRow | TableEnd) -> None:
        if isinstance(line, Paragraph) and line.apart == TITLED:
            self._add_title(line)
            return
        if isinstance(line, Paragraph) and line.apart:
            self._open[-1].lines.append(line)
            return
        if isinstance(line, Paragraph) and is_caption(line.text):
            return
        if isinstance(line, LabelledRow):
            self._add_row(line)
            return
        if isinstance(line, Paragraph):
            head = self._named(line) or self._styled(line)
            label = None if head and head.kind is not HeadKind.OTHER else self._label(line)
            head = None if label else head or self._unstyled(line)
            if head and self._is_open(head):
                label = SlotLabel(line.words, line.spot, None, in_table=bool(line.spot.table))
            elif head:
                self._begin(head)
                return
            if label:
                self._open[-1].lines.append(label)
                return
        self._open[-1].lines.append(line)

    def _add_title(self, line: Paragraph) -> None:
        """The title of a file with one theme may name it, above all that stands in it."""
        head = self._named(replace(line, apart="", strong=True))
        if head and head.kind is HeadKind.THEME:
            self._begin(replace(head, rank=0))

    def _add_row(self, row: LabelledRow) -> None:
        """`Thema | Basis op orde` and `Speerpunt 1.1 | Menukaart` are headings too."""
        head = self._head_in(row)
        if head is None:
            self._above = row if row.spot.row == 1 else self._above
            self._open[-1].lines.append(row)
            return
        if self._is_open(head):
            self._open[-1].lines.append(SlotLabel(head.text, row.spot, None, in_table=True))
        else:
            self._begin(head)
        for more in row.values[1:]:
            self._add(more)

    def _head_in(self, row: LabelledRow) -> PlanHead | None:
        match = _WORDED.fullmatch(_NAME_OF.sub("", row.label.text))
        kind = self._words.kind_of(match[1]) if match and plain(match[1]) != self._words.spare else None
        is_first = row.spot.row == 1
        # Without a number it names the part of which the table tells, on its first row.
        is_named = bool(match and (match[2] or is_first)) and kind not in (HeadKind.GOAL, HeadKind.RISK)
        if not (match and kind and row.values and (is_named or match[2])) or match[3].strip(" :."):
            return None
        value = row.values[0]
        number, title = match[2] or "", value.text
        if not number:
            number, title = number_of(value)
        # `Thema | Doel 1` stands above what a theme is for.
        alone = _ALONE.fullmatch(value.text)
        is_other = alone is not None and self._words.kind_of(alone[1]) not in (None, kind)
        is_words = _TWO_LETTERS.search(title) is not None and not (read_period(title) or is_other or self._is_said(row))
        is_title = len(title) <= _LONGEST and "\n" not in title and is_words
        if not is_title or not (number or len(row.values) == 1):
            return None
        text = f"{row.label.text}: {value.text}"
        return PlanHead(text, row.spot, kind, number, title, _rank(kind), plain(match[1]))

    def _is_said(self, row: LabelledRow) -> bool:
        """Whether the first of more cells is no title but who takes part or what it costs, as below `Wie | Trekker`."""
        is_below = self._above is not None and self._above.spot.table == row.spot.table and row.beside > 1
        above = self._above.values[0].text if self._above and self._above.values and is_below else ""
        return is_label_word(above) and slot_named(above) in (None, *_OF_PEOPLE)

    def _begin(self, head: PlanHead) -> None:
        if head.kind in (HeadKind.SPEERPUNT, HeadKind.THEME):
            # Nothing of the plan stands within a speerpunt.
            kinds = [section.head.kind for section in self._open]
            if HeadKind.SPEERPUNT in kinds:
                del self._open[kinds.index(HeadKind.SPEERPUNT) :]
        while self._open[-1].head.rank >= head.rank and len(self._open) > 1:
            self._open.pop()
        section = PlanSection(head)
        self._open[-1].parts.append(section)
        self._open.append(section)

    # What a paragraph is.

    def _named(self, line: Paragraph) -> PlanHead | None:
        """A heading with a word for what it is the heading of."""
        head = self._worded(line) or self._numbered_before(line) or self._numbered_behind(line)
        return None if head and self._is_in_passing(head, line) else head

    def _is_in_passing(self, head: PlanHead, line: Paragraph) -> bool:
        """Whether the spare word for themes is one of the text, as `Programma 1: Open dag` in a speerpunt."""
        around = [part.head.rank for part in self._open if part.head.kind is HeadKind.SPEERPUNT]
        stands_out = line.strong or line.level > 0
        is_named = stands_out and head.number and not head.title[:1].islower()
        return head.word == self._words.spare and (not is_named or any(rank < head.rank for rank in around))

    def _worded(self, line: Paragraph) -> PlanHead | None:
        """`Thema 1: Basis op orde`; in a list that is not strong it is a mention of one."""
        stands_out = line.strong or line.level > 0
        # A heading may be broken off by hand: number on the first line, title on the second.
        text = line.words.replace("\n", " ") if stands_out else line.words
        match = _WORDED.fullmatch(text)
        kind = self._words.kind_of(match[1]) if match and "\n" not in text else None
        if match is None or kind is None or len(text) > _LONGEST or (line.is_item and not line.strong):
            return None
        separator = _SEPARATED.match(match[3])
        number, title = match[2] or "", match[3][separator.end() if separator else 0 :].strip()
        if not title or (not number and (plain(match[1]) in COMMON_WORDS or not (stands_out and separator))):
            return None
        if separator is None and not (stands_out and match[3][:1].isspace()):
            return None
        if not number:
            number, title = number_before(title)
        if kind is HeadKind.SPEERPUNT and self._is_sub_activity(number):
            return None
        rank = line.level or _rank(kind)
        return PlanHead(text, line.spot, kind, number, title, rank, plain(match[1]))

    def _is_open(self, head: PlanHead) -> bool:
        """Whether it only has the number of the speerpunt that is open, as a second line of its heading may."""
        here = [part.head for part in self._open if part.head.kind is HeadKind.SPEERPUNT]
        if head.kind is not HeadKind.SPEERPUNT or not here:
            return False
        if not head.number:
            # A table below the heading that begins with the title again.
            return bool(head.spot.table) and plain(here[-1].title) == plain(head.title)
        return here[-1].number == head.number and here[-1].rank < head.rank

    def _is_sub_activity(self, number: str) -> bool:
        """Whether a speerpunt that is open already has this number with a part behind it, as in `Activiteit 1.1.2`."""
        open_numbers = [part.head.number for part in self._open if part.head.kind is HeadKind.SPEERPUNT]
        return any(number.startswith(f"{other}.") for other in open_numbers if other)

    def _styled(self, line: Paragraph) -> PlanHead | None:
        if not line.level:
            return None
        number, title = number_of(line)
        kind = HeadKind.SPEERPUNT if self._is_under_theme(number) else HeadKind.OTHER
        return PlanHead(line.words, line.spot, kind, number, title, line.level)

    def _numbered_before(self, line: Paragraph) -> PlanHead | None:
        """`4.1 Thema 1: Kiezen` and `2 Actielijn 1 Samen werven`, where the first number is that of a chapter."""
        stands_out = line.level > 0 or (line.strong and not line.is_item)
        _, title = number_of(line) if stands_out else ("", "")
        word, _, name = title.partition(" ")
        word = word.rstrip(":")
        kind = self._words.kind_of(word)
        if kind not in (HeadKind.THEME, HeadKind.SPEERPUNT) or len(title) > _LONGEST or "\n" in title:
            return None
        rank, number = line.level or _rank(kind), ""
        worded = _WORDED.fullmatch(title)
        if worded and worded[2] and (separator := _SEPARATED.match(worded[3]) or _BLANKS.match(worded[3])):
            number, name = worded[2], worded[3][separator.end() :]
        elif not line.level or plain(word) in COMMON_WORDS or not name[:1].isupper():
            return None
        return PlanHead(line.words, line.spot, kind, number, name, rank, plain(word)) if name else None

    def _numbered_behind(self, line: Paragraph) -> PlanHead | None:
        """`Instroom (thema 1)`; beside `Thema 1 Instroom` it only says of what it is, as `Partners (thema 1)` does."""
        stands_out = line.level > 0 or (line.strong and not line.is_item)
        behind = number_behind(line.text) if stands_out and len(line.text) <= _LONGEST else None
        kind = self._words.kind_of(behind[1]) if behind else None
        if behind is None or kind not in {HeadKind.THEME, HeadKind.SPEERPUNT} - self._in_front:
            return None
        head = PlanHead(line.words, line.spot, kind, behind[2], behind[0], line.level or _rank(kind), plain(behind[1]))
        return None if chapter_named(head.title) or slot_named(head.title) else head

    def _unstyled(self, line: Paragraph) -> PlanHead | None:
        text = line.words
        is_line = "\n" not in text and len(text) <= _LONGEST and not text.endswith((";", ","))
        number, title = number_of(line)
        if not is_line or line.marker == "•" or (text.endswith((".", ":")) and not number):
            return None
        # `1a` stands below `1`.
        depth = number.count(".") + 1 + number[-1].isalpha() if number else 0
        if number and not line.strong and len(sentences(title)) > 1:
            return None
        if self._is_under_theme(number) and (line.strong or not line.is_item):
            return PlanHead(text, line.spot, HeadKind.SPEERPUNT, number, title, _SPEERPUNT_RANK)
        is_chapter = chapter_named(title) is not None and len(title) <= 60
        if self._is_styled or line.spot.table:
            # A number counts for as much as another heading only where there are no heading styles.
            return _strong_head(line, number, title) if line.strong and not line.is_item else None
        is_within = any(part.head.kind is HeadKind.SPEERPUNT for part in self._open)
        letter = "" if is_within else letter_before(title)
        if line.strong and not line.is_item and not is_within and (letter or number[:1].isalpha()):
            # `A.` stands within a numbered chapter as well as beside others; `A.1` and `a.` stand below it.
            rank = _LETTER_RANK + (_BELOW_LETTER if letter.islower() else depth)
            return PlanHead(text, line.spot, HeadKind.OTHER, number, title, rank)
        points = [part.head.number for part in self._open if part.head.kind is HeadKind.SPEERPUNT]
        if line.strong and any(number.startswith(f"{point}.") for point in points if point):
            return PlanHead(text, line.spot, HeadKind.OTHER, number, title, _STRONG_RANK)
        if depth and (line.strong or (depth > 1 and not line.is_item) or (is_chapter and not title.endswith("."))):
            return PlanHead(text, line.spot, HeadKind.OTHER, number, title, _NUMBER_RANK + depth)
        return _strong_head(line, number, title) if line.strong and not line.is_item else None

    def _is_under_theme(self, number: str) -> bool:
        """Whether it is `2.3` where the theme that is open is the second, or `A1` under any theme; `Q1` is when."""
        themes = [part.head for part in self._open if part.head.kind is HeadKind.THEME]
        if themes and number[:1].isalpha() and not _QUARTER.fullmatch(number):
            return True
        of_theme = themes[-1].number if themes else ""
        if len(of_theme) == 1 and of_theme.isascii() and of_theme.isalpha():
            # `Thema B` is the second, and has `2.1` below it.
            of_theme = str(ord(of_theme.lower()) - ord("a") + 1)
        return bool(of_theme and re.fullmatch(rf"{re.escape(of_theme)}\.\d+", number))

    def _is_chapter_here(self, line: Paragraph) -> bool:
        """Whether `Doelen` in bold begins a chapter: outside the parts of a plan it is a label of nothing."""
        kinds = {part.head.kind for part in self._open}
        return (word_key(line.text) in _CHAPTERS or asks_for_goals(line.text)) and kinds == {HeadKind.OTHER}

    def _between(self) -> list[PlanSection]:
        """What is open between a theme and its speerpunt, as `Subthema 1.1` may be."""
        kinds = [part.head.kind for part in self._open]
        end = kinds.index(HeadKind.SPEERPUNT) if HeadKind.SPEERPUNT in kinds else 0
        return self._open[kinds.index(HeadKind.THEME) + 1 : end] if HeadKind.THEME in kinds[:end] else []

    def _ends_part(self, level: int, slot: Slot | None) -> bool:
        """Whether a label stands as high as the part of the theme that the speerpunt is in, and is not of the latter.

        Of the speerpunt it is straight below its heading, and below labels as high as itself that are.
        """
        highest = max((part.head.rank for part in self._between()), default=0)
        if not 0 < level <= highest:
            return False
        point = next(part for part in self._open if part.head.kind is HeadKind.SPEERPUNT)
        first = next((line for line in point.lines if not isinstance(line, SlotLabel) or line.slot), None)
        if first is None:
            return bool(point.parts)
        is_high = isinstance(first, SlotLabel) and 0 < first.level <= highest
        slots = {line.slot for line in point.lines if isinstance(line, SlotLabel)} - {None}
        return not is_high or slot in slots

    def _label(self, line: Paragraph) -> SlotLabel | None:
        in_table = bool(line.spot.table)
        if line.level and line.level < _LABEL_LEVEL and self._open[-1].head.kind is not HeadKind.SPEERPUNT:
            return None
        if line.level and any(part.head.kind is HeadKind.THEME and line.level <= part.head.rank for part in self._open):
            # It stands as high as the theme around it: no label of what is in there.
            return None
        before, colon, after = line.text.partition(":")
        if self._words.slot_of(before) is None and self._words.slot_of(line.text.partition("?")[0]):
            # `Wie doen er mee? ROC Noord`
            before, colon, after = line.text.partition("?")
        slot, after = self._words.slot_of(before), after.strip()
        if self._ends_part(line.level, slot):
            return None
        stands_alone = line.strong or line.level or line.text.endswith(":")
        written = read_period(line.text)
        if written and (stands_alone or not (line.is_item or written.is_named)):
            return SlotLabel(line.text, line.spot, Slot.PERIOD, in_table=in_table, level=line.level)
        if dated := period_and_act(line.text):
            period, act = dated
            return SlotLabel(
                period, line.spot, Slot.PERIOD, act, in_table=in_table, is_item=line.is_item, depth=line.depth
            )
        if line.strong and not in_table and not after and self._is_chapter_here(line):
            return None
        if slot is None and not (after or line.is_item) and stands_alone and is_group_of_partners(before):
            slot = Slot.PARTNERS
        if slot not in _SLOTS_OF_LABELS or (line.is_item and not after):
            return None
        if colon and after:
            return SlotLabel(before, line.spot, slot, after, in_table, line.is_item, line.depth, line.level)
        is_label = stands_alone or (slot in _PLAIN_LABELS and self._open[-1].head.kind is HeadKind.SPEERPUNT)
        return SlotLabel(line.text, line.spot, slot, in_table=in_table, level=line.level) if is_label else None


def _flat(blocks: Iterable[Block], words: PlanWords) -> Iterator[Paragraph | LabelledRow | HeadedRow | TableEnd]:
    """All lines in order; a heading that is only `Speerpunt 1.1` is one with the heading below it, its title."""
    before: Paragraph | None = None
    headed: WordTable | None = None
    for block in with_list_labels(blocks):
        if before and isinstance(block, Paragraph) and (block.strong or block.level) and not block.is_item:
            yield replace(before, text=f"{before.text.rstrip(' :.')}: {block.text}")
            before = None
            continue
        if before:
            yield before
            before = None
        if isinstance(block, WordTable):
            above = heads_of(headed) if headed and goes_on(block, headed) else None
            headed = block if heads_of(block) else headed if above else None
            for line in lines_of(block, above):
                yield from _apart(line) if isinstance(line, Paragraph) else (line,)
            continue
        headed = headed if block.apart else None
        if "\n" in block.text:
            yield from _apart(block)
        elif (block.strong or block.level) and _is_number_alone(block, words):
            before = block
        else:
            yield block
    if before:
        yield before


def _apart(block: Paragraph) -> Iterator[Paragraph]:
    """The lines of a paragraph, each on its own when one of them begins with a label; any other paragraph as it is."""
    lines = block.text.split("\n")
    are_labels = any(slot_named(line.partition(":")[0]) for line in lines if ":" in line)
    if block.level or block.apart or len(lines) == 1 or not (are_labels or any(map(period_and_act, lines))):
        yield block
        return
    yield from (replace(block, text=line, marker=block.marker if at == 0 else "") for at, line in enumerate(lines))


def _is_number_alone(line: Paragraph, words: PlanWords) -> bool:
    match = _ALONE.fullmatch(line.text)
    return match is not None and words.kind_of(match[1]) in (HeadKind.THEME, HeadKind.SPEERPUNT)


def _rank(kind: HeadKind) -> int:
    return _THEME_RANK if kind is HeadKind.THEME else _SPEERPUNT_RANK if kind is HeadKind.SPEERPUNT else _ITEM_RANK


def _strong_head(line: Paragraph, number: str, title: str) -> PlanHead | None:
    """A line that stands out; in a table only as its first row, further down it is a row of that table."""
    if len(title) > _LONGEST_STRONG or line.spot.row > 1:
        return None
    rank = _SPEERPUNT_RANK if number and line.spot.table else _STRONG_RANK
    return PlanHead(line.words, line.spot, HeadKind.OTHER, number, title, rank)
