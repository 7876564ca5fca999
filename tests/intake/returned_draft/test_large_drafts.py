"""A draft of a plan as large as a dossier can be comes back; what only pretends to be one does not."""

import io
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from sto_tui.domain.change import adding, carried_out
from sto_tui.domain.plan import Risk
from sto_tui.domain.record import TEXT_LIMIT
from sto_tui.intake.sheets.package import HIGHEST_RATIO
from sto_tui.intake.sheets.table_reader import IntakeError
from sto_tui.intake.word_file.package import LARGEST_TEXT, W
from sto_tui.xml_size import MOST_PLACES
from tests.support.returned import read_back, sent_out
from tests.support.returned_plan import returned_plan
from tests.support.word_edits import AUTHOR, MOMENT, Way, WordEdits

PART = 60_000
CROWDED = b"<a " + b" ".join(b'a%d=""' % number for number in range(100)) + b"/>"
"""Takes twenty times as much memory as room in the file."""


def noise(generator: random.Random) -> str:
    return generator.randbytes(PART // 2).hex()


def padded(edit: WordEdits, word: Callable[[], str]) -> bytes:
    """With so much in it that nobody reads that it is larger than any text."""
    last = edit.body[-1]
    for _ in range(LARGEST_TEXT // PART + 1):
        last.addprevious(etree.Element(f"{W}p", {f"{W}rsidR": word()}))
    return edit.saved()


def packed(data: bytes) -> bytes:
    """The same file, as small as Word makes it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for entry in source.infolist():
            target.writestr(entry.filename, source.read(entry))
    return buffer.getvalue()


def test_a_large_draft_comes_back_with_what_was_changed_over_two_paragraphs(tmp_path: Path) -> None:
    """The end of the first was deleted: its text is read after it went out of the memory."""
    edit = WordEdits(sent_out(returned_plan()), Way.WORD)
    for text in ("Eerste helft en ", "tweede helft."):
        paragraph = etree.Element(f"{W}p")
        if text.startswith("Eerste"):
            end = etree.SubElement(etree.SubElement(paragraph, f"{W}pPr"), f"{W}rPr")
            etree.SubElement(end, f"{W}del", {f"{W}id": "9", f"{W}author": AUTHOR, f"{W}date": MOMENT})
        etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t").text = text
        edit.body[-1].addprevious(paragraph)
    generator = random.Random(7)
    returned = read_back(tmp_path, returned_plan(), padded(edit, lambda: noise(generator)))
    assert returned.fields
    assert [field for field in returned.fields if field.is_changed] == []
    assert [loose.text for loose in returned.loose] == ["Eerste helft en tweede helft."]


def test_a_draft_that_unpacks_to_what_no_plan_is_stays_refused(tmp_path: Path) -> None:
    data = packed(padded(WordEdits(sent_out(returned_plan()), Way.WORD), lambda: "0" * PART))
    with pytest.raises(IntakeError, match="uitgepakt te groot"):
        read_back(tmp_path, returned_plan(), data)


@pytest.mark.parametrize(
    ("part", "last", "many"),
    [
        ("word/document.xml", b"</w:body>", MOST_PLACES // 100),
        # More text than is read as a whole, all of it in one paragraph.
        ("word/document.xml", b"</w:p>", LARGEST_TEXT // len(CROWDED)),
        ("word/header1.xml", b"</w:hdr>", MOST_PLACES // 100),
        ("customXml/item1.xml", b"</", MOST_PLACES // 100),
    ],
)
def test_what_takes_much_more_memory_than_room_is_refused(tmp_path: Path, part: str, last: bytes, many: int) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(sent_out(returned_plan()))) as source, zipfile.ZipFile(buffer, "w") as target:
        assert part in source.namelist()
        for name in source.namelist():
            before, sign, after = source.read(name).rpartition(last)
            target.writestr(name, before + (CROWDED * many if name == part else b"") + sign + after)
    with pytest.raises(IntakeError, match="er staat meer tekst in dan in duizend bladzijden past"):
        read_back(tmp_path, returned_plan(), buffer.getvalue())


def test_a_draft_of_our_own_is_written_however_well_it_packs() -> None:
    """It is a hundred times as large as its file, which of a file from outside is too much."""
    plan = returned_plan()
    long = [Risk(text=f"Risico {number}", measure="a" * TEXT_LIMIT) for number in range(200)]
    data = sent_out(carried_out(plan, adding(plan, *long)))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = archive.infolist()
        assert sum(entry.file_size for entry in entries) > HIGHEST_RATIO * sum(entry.compress_size for entry in entries)
