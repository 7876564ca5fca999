"""What the lines of a plan say, whatever they are."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sto_tui.intake.plan_document.blocks import Paragraph, Spot
from sto_tui.intake.plan_document.pieces import lines_in
from sto_tui.intake.plan_document.plan_sections import PlanLine, SlotLabel, label_slot
from sto_tui.intake.plan_document.plan_words import Slot
from sto_tui.intake.plan_document.table_lines import HeadedRow, LabelledRow
from sto_tui.intake.plan_document.written_periods import period_and_act, read_period

_WHEN = (Slot.ACTS, Slot.PERIOD)
SAYS_WHEN = re.compile(r"[^\W\d]+: *\S")
"""A label with when behind it, as `Planning: maart 2028` is."""
_MARK = re.compile(r"([;,.]\s+)")


def is_known(line: PlanLine) -> bool:
    """Whether a line says itself what it is of a speerpunt."""
    if isinstance(line, HeadedRow):
        return line.has(Slot.PARTNERS) or (line.has(Slot.ACTS) and (line.has(Slot.PERIOD) or bool(line.periods)))
    if isinstance(line, LabelledRow):
        return label_slot(line.label.text) is not None
    return isinstance(line, SlotLabel) and line.slot is not None


def says_when(line: PlanLine) -> bool:
    """Whether a line says what is done when: a row of acts, or a label for acts or a period."""
    if isinstance(line, HeadedRow):
        return line.has(Slot.ACTS) and is_known(line)
    slot = label_slot(line.label.text) if isinstance(line, LabelledRow) else None
    return slot in _WHEN or (isinstance(line, SlotLabel) and line.slot in _WHEN)


def ends_look_back(line: PlanLine) -> bool:
    """Whether a label ends what a speerpunt looks back on: who takes part, or one with nothing but text below it."""
    if not isinstance(line, SlotLabel) or line.slot is None or read_period(line.text):
        return False
    return line.slot is Slot.PARTNERS or not line.rest


def pieces_by_period(line: str) -> list[str]:
    """`2027: inrichten; 2028: draaien` apart, also with a comma or full stop; any other mark is one of the text."""
    pieces = [piece.strip() for piece in line.split(";")]
    if len(pieces) > 1 and all(map(read_period, pieces)):
        return pieces
    first, *others = _MARK.split(line)
    pieces = [first]
    for mark, piece in zip(others[::2], others[1::2], strict=True):
        if period_and_act(piece) or (piece.endswith(":") and read_period(piece)):
            pieces.append(piece)
        else:
            pieces[-1] += mark + piece
    return pieces


def is_when_above(line: PlanLine, below: PlanLine) -> bool:
    """Whether a line such as `Periode: 2027` has something below it, as each has where acts stand by their periods."""
    if not (isinstance(line, SlotLabel) and isinstance(below, Paragraph)):
        return False
    return line.slot is Slot.PERIOD and not line.rest and SAYS_WHEN.match(line.text) is not None


def texts_of(lines: Sequence[PlanLine]) -> Iterator[tuple[str, Spot]]:
    """What lines say, whatever they are, with where it stands."""
    for line in lines:
        if isinstance(line, Paragraph):
            yield shown_paragraph(line), line.spot
        elif isinstance(line, SlotLabel):
            yield f"{line.text}: {line.rest}" if line.rest else line.text, line.spot
        elif isinstance(line, LabelledRow):
            yield (
                f"{line.label.text}: {joined_text(line.values)}" if line.label.text else joined_text(line.values),
                line.spot,
            )
        elif isinstance(line, HeadedRow):
            cells = (*line.slots.values(), *line.periods.values(), *line.unknown.values())
            yield " | ".join(joined_text(cell) for cell in cells if cell), line.spot


def joined_text(paragraphs: Sequence[Paragraph]) -> str:
    """Paragraphs in one line."""
    return "; ".join(" ".join(paragraph.text.split()) for paragraph in paragraphs)


def shown_paragraph(line: Paragraph) -> str:
    """A paragraph as text; an item of a list keeps its mark."""
    if not line.is_item:
        return line.text
    return f"{'-' if line.marker == '•' else line.marker} {line.text}"


def around_colon(text: str) -> tuple[str, str]:
    """What stands before the first colon and behind it."""
    before, _, after = text.partition(":")
    return before.strip(), after.strip()


def is_typed_item(line: Paragraph) -> bool:
    """Whether somebody typed the mark of a list before it."""
    return next(lines_in((line,)), line.text) != line.text


def other_cells(row: HeadedRow) -> Iterator[tuple[str, Sequence[Paragraph]]]:
    """The cells of a row that are none of those of a speerpunt, by their heads."""
    yield from row.unknown.items()
    known = (Slot.PERIOD, Slot.ACTS, Slot.PARTNERS, Slot.RESULT, Slot.INDICATOR, Slot.GOAL)
    passed = {*known, Slot.NUMBER, Slot.SPEERPUNT, Slot.THEME} | ({Slot.ROLE} if row.has(Slot.PARTNERS) else set())
    for slot, paragraphs in row.slots.items():
        if slot not in passed and slot not in row.merged:
            yield slot.dutch, paragraphs


def of_act(act: str, paragraph: Paragraph) -> Paragraph:
    """What is done of an act in a period, each line with the act before it."""
    return replace(paragraph, text="\n".join(f"{act}: {line}" for line in paragraph.text.split("\n") if line.strip()))


def is_sentence(line: Paragraph) -> bool:
    """Whether a line is running text: acts stand in a list, or without a full stop."""
    return line.text.endswith(".") and not (line.apart or line.is_item or is_typed_item(line))
