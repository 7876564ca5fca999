"""Edits at random places of a draft, and whether a line tells of every word and sign that came or went."""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from sto_tui.documents.word.xml_reading import W
from sto_tui.intake.returned_draft.lines import LaidBeside
from sto_tui.intake.returned_draft.returned import ReturnedDraft
from sto_tui.intake.returned_draft.word_body import read_body
from sto_tui.intake.word_file.package import parts_in
from tests.support.reading_outcome import words_of
from tests.support.word_edits import WordEdits, text_of

# What is asked in an empty place is no text of anybody.
_HOLE = re.compile(r"\[Nog in te vullen: [^\]]*\]")
# Signs of which each is typed once: a text that lost a single one of them is seen.
_FIRST_SIGN = 0x4E00
_SIGN = re.compile(r"[\u4e00-\u9fff]")
Step = Callable[[WordEdits, random.Random, str], None]


def written(data: bytes) -> str:
    """What stands in a file, tracked changes taken as accepted."""
    return "\n".join(text for unit in read_body(parts_in(data, "x")).units for text in unit.texts)


def edit_at_random(document: WordEdits, luck: random.Random, steps: Sequence[int]) -> None:
    """One edit for each step; each writes a word and a sign of its own."""
    for number, step in enumerate(steps):
        STEPS[step](document, luck, f"zilver{number}koper{chr(_FIRST_SIGN + number)}")


def untold(before: str, after: str, laid: LaidBeside, returned: ReturnedDraft) -> tuple[set[str], set[str]]:
    """What came and what went between two texts, of which no line says so."""
    told = "\n".join([*_said(laid), *_in_blocks(laid, returned)])
    new = words_of(after) - words_of(before) - words_of(told)
    new |= set(_SIGN.findall(after)) - set(_SIGN.findall(told))
    # The word before a title is a label of ours: who retypes the whole heading leaves it out.
    labels = words_of("Regio Thema Speerpunt")
    gone = words_of(_HOLE.sub("", before)) - words_of(after) - words_of(told) - labels
    return new, gone


def _said(laid: LaidBeside) -> Iterator[str]:
    for line in laid.lines:
        yield from (line.label, line.sent, line.place, line.note)
        yield from (wording.text for wording in line.wordings)
    yield from laid.remarks


def _in_blocks(laid: LaidBeside, returned: ReturnedDraft) -> Iterator[str]:
    """What went with a table or chapter that a line names."""
    named = {line.label for line in laid.lines}
    sent = {field.address: (field.sent, field.place) for field in returned.fields}
    for block in returned.removed:
        if block.name in named:
            yield from (text for address in block.fields for text in sent[address])
            yield from (text.sent for text in block.texts)


def _paragraph(document: WordEdits, luck: random.Random) -> Any:
    there = [p for p in document.root.iter(f"{W}p") if text_of(p) and p.find(f"{W}pPr/{W}rPr") is None]
    there = [p for p in there if "Kenmerk" not in text_of(p) and not document.in_contents(p)]
    return luck.choice(there)


def _row(document: WordEdits, luck: random.Random) -> Any:
    rows = [row for row in document.root.iter(f"{W}tr") if text_of(row) and row.find(f"{W}trPr/{W}del") is None]
    return luck.choice(rows)


def _retype(document: WordEdits, luck: random.Random, text: str) -> None:
    document.retype(_paragraph(document, luck), text)


def _add(document: WordEdits, luck: random.Random, text: str) -> None:
    document.add_to(_paragraph(document, luck), f" {text}")


def _sign(document: WordEdits, luck: random.Random, text: str) -> None:
    """A single sign at the end of a word."""
    document.add_to(_paragraph(document, luck), text[-1])


def _begin(document: WordEdits, luck: random.Random, text: str) -> None:
    document.add_before(_paragraph(document, luck), f"{text} ")


def _break(document: WordEdits, luck: random.Random, text: str) -> None:
    document.add_to(_paragraph(document, luck), f"\n{text}")


def _below(document: WordEdits, luck: random.Random, text: str) -> None:
    document.new_below(_paragraph(document, luck), text)


def _empty(document: WordEdits, luck: random.Random, text: str) -> None:
    document.retype(_paragraph(document, luck), "")


def _move(document: WordEdits, luck: random.Random, text: str) -> None:
    first, second = _paragraph(document, luck), _paragraph(document, luck)
    alone = len(list(first.getparent().iterchildren(f"{W}p"))) == 1
    if first is not second and not alone and first.find(f"{W}pPr/{W}sectPr") is None:
        document.move_below(first, second)


def _delete(document: WordEdits, luck: random.Random, text: str) -> None:
    paragraph = _paragraph(document, luck)
    if len(list(paragraph.getparent().iterchildren(f"{W}p"))) > 1 and paragraph.find(f"{W}pPr/{W}sectPr") is None:
        document.delete(paragraph)


def _delete_row(document: WordEdits, luck: random.Random, text: str) -> None:
    document.delete_row(_row(document, luck))


def _new_row(document: WordEdits, luck: random.Random, text: str) -> None:
    row = _row(document, luck)
    cells = len(list(row.iterchildren(f"{W}tc")))
    document.new_row(row, *(f"{text}{letter}" for letter in "abcdefghijklmnop"[:cells]))


def _copy_row(document: WordEdits, luck: random.Random, text: str) -> None:
    document.add_to(next(document.copy_row(_row(document, luck)).iter(f"{W}p")), text)


def _move_row(document: WordEdits, luck: random.Random, text: str) -> None:
    first, second = _row(document, luck), _row(document, luck)
    if first is not second:
        second.addnext(first)


def _merge_cells(document: WordEdits, luck: random.Random, text: str) -> None:
    """Two cells side by side as one, with the text of both."""
    cells = list(_row(document, luck).iterchildren(f"{W}tc"))
    if len(cells) > 1:
        place = luck.randrange(len(cells) - 1)
        cells[place].extend(document.lines(cells[place + 1]))
        cells[place + 1].getparent().remove(cells[place + 1])


STEPS: tuple[Step, ...] = (
    _retype, _add, _sign, _begin, _break, _below, _empty, _move, _delete, _delete_row, _new_row, _copy_row, _move_row,
    _merge_cells,
)  # fmt: skip
