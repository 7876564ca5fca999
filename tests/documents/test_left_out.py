"""What a paper for readers outside the region leaves out."""

import io

import docx
import pytest

from sto_tui.documents.word import DraftOptions, build
from tests.support.golden_texts import VOORBEELDREGIO
from tests.support.word_text import word_lines


@pytest.mark.parametrize("part", ["alles", "voortgangsrapportage"])
def test_contacts_status_and_day_are_left_out(part: str) -> None:
    plan = VOORBEELDREGIO.dossier()
    data = build(plan, DraftOptions(VOORBEELDREGIO.today, part, contacts=False, state=False)).data
    assert plan.region.contact == "sto@veenderwaard.example"
    assert not [line for line in word_lines(data) if plan.region.contact in line or line.startswith("Contact")]
    cover = [row.cells[0].text for row in docx.Document(io.BytesIO(data)).tables[0].rows]
    assert cover[-1] == "Planperiode"
    section = docx.Document(io.BytesIO(data)).sections[-1]
    (head,), (foot,) = section.header.paragraphs, section.footer.paragraphs
    assert head.text.endswith("\t")
    assert foot.text.startswith("Kompas College, Hazelmonde (penvoerder)\tpagina")
    # Nor does the file itself tell what its pages leave out.
    told = docx.Document(io.BytesIO(data)).core_properties
    assert (told.content_status, told.created, told.modified) == ("", None, None)
    assert told.keywords == "Sterk Techniekonderwijs; Veenderwaard"
