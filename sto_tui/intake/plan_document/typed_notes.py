"""Notes that somebody typed: `* onder voorbehoud` below `Bus*` is a note, and the sign no part of the title."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from sto_tui.intake.plan_document.blocks import NOTED, Block, Paragraph, WordCell, WordTable, paragraphs_in

_SIGN = r"\*{1,3}|[¹²³⁴-⁹]"
_MARK = re.compile(rf"(?<=[\w)’'\"”.]) ?({_SIGN})\)?(?=[\s,.;:)]|$)")
_NOTE = re.compile(rf"({_SIGN})\)?\s*(?=[^\s*])")


def with_typed_notes(blocks: Iterable[Block]) -> Iterator[Block]:
    """The same blocks, with each note apart and without its mark elsewhere.

    A mark with one line of its own is that of a note; before more lines it is that of a list.
    """
    blocks = [*blocks]
    lines = [block for block in blocks if isinstance(block, Paragraph) and not (block.apart or block.is_item)]
    begun = Counter(match[1] for line in lines if (match := _NOTE.match(line.text)))
    named = {match[1] for part in paragraphs_in(blocks) for match in _MARK.finditer(part.text)}
    marks = {mark for mark, times in begun.items() if times == 1 and mark in named}
    for block in blocks if marks else ():
        if isinstance(block, WordTable):
            rows = (replace(row, cells=tuple(_unmarked_cell(cell, marks) for cell in row.cells)) for row in block.rows)
            yield replace(block, rows=tuple(rows))
        elif (note := _NOTE.match(block.text)) and note[1] in marks and block in lines:
            yield replace(block, apart=NOTED)
        else:
            yield _unmarked(block, marks)
    if not marks:
        yield from blocks


def _unmarked_cell(cell: WordCell, marks: Collection[str]) -> WordCell:
    return replace(cell, paragraphs=tuple(_unmarked(part, marks) for part in cell.paragraphs))


def _unmarked(part: Paragraph, marks: Collection[str]) -> Paragraph:
    return replace(part, text=_MARK.sub(lambda match: "" if match[1] in marks else match[0], part.text))
