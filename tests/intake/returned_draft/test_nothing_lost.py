"""Whatever people do to a draft: what they wrote, and what they took away, is told somewhere."""

import random
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sto_tui.documents.word.xml_reading import W
from sto_tui.domain.dossier import Dossier
from sto_tui.intake.returned_draft.reading import kept_manifest, read_returned_draft
from sto_tui.intake.returned_draft.returned import ReturnedDraft, Sureness
from sto_tui.intake.returned_draft.sent import SentDraft
from sto_tui.intake.returned_draft.word_body import read_body
from sto_tui.intake.word_file.package import parts_in
from tests.support.reading_outcome import lost_words, words_of
from tests.support.returned import MARK, sent_and_kept
from tests.support.returned_plan import returned_plan
from tests.support.word_edits import Way, WordEdits, text_of

# What is asked in an empty place is no text of anybody.
_HOLE = re.compile(r"\[Nog in te vullen: [^\]]*\]")
Step = Callable[[WordEdits, random.Random, str], None]


@cache
def sent() -> tuple[bytes, bytes]:
    return sent_and_kept(plan())


@cache
def plan() -> Dossier:
    return returned_plan()


@cache
def kept_draft() -> SentDraft | None:
    return kept_manifest(sent()[1])


@cache
def written_before() -> str:
    return written(sent()[0])


def written(data: bytes) -> str:
    return "\n".join(text for unit in read_body(parts_in(data, "x")).units for text in unit.texts)


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


def _begin(document: WordEdits, luck: random.Random, text: str) -> None:
    document.add_before(_paragraph(document, luck), f"{text} ")


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
    _retype, _add, _begin, _below, _empty, _move, _delete, _delete_row, _new_row, _copy_row, _move_row, _merge_cells,
)  # fmt: skip


def taken_away(returned: ReturnedDraft) -> str:
    """The texts that the answer says are no longer so."""
    texts = [field.sent for field in returned.fields if field.is_changed]
    texts += [field.place for field in returned.fields if field.sureness is Sureness.GONE]
    texts += [text for record in returned.missing_records for _, text in record.texts]
    texts += [loose.sent for loose in returned.loose]
    return "\n".join(texts)


def check_nothing_lost(path: Path, seed: int, steps: list[int], way: Way) -> None:
    document, luck = WordEdits(sent()[0], way), random.Random(seed)
    for number, step in enumerate(steps):
        STEPS[step](document, luck, f"zilver{number}koper")
    path.write_bytes(document.saved())
    returned = read_returned_draft(path, plan(), lambda mark: kept_draft() if mark == MARK else None)
    before, after = written_before(), written(path.read_bytes())
    new = lost_words(before, after, returned)
    # The word before a title is a label of ours: who retypes the whole heading leaves it out.
    labels = words_of("Regio Thema Speerpunt")
    gone = words_of(_HOLE.sub("", before)) - words_of(after) - words_of(taken_away(returned)) - labels
    assert (new, gone) == (set(), set())


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(
    seed=st.integers(0, 2**32),
    steps=st.lists(st.integers(0, len(STEPS) - 1), min_size=1, max_size=8),
    way=st.sampled_from(Way),
)
def test_nothing_is_lost(tmp_path_factory: pytest.TempPathFactory, seed: int, steps: list[int], way: Way) -> None:
    check_nothing_lost(tmp_path_factory.mktemp("terug") / "terug.docx", seed, steps, way)
