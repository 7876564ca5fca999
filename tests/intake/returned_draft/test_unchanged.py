"""A draft that nobody changed says so: every field is read back as it was sent, and nothing else is found."""

from dataclasses import replace
from pathlib import Path

import pytest

from sto_tui.documents.word.commenting import TITLE
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.printed import FieldShape
from sto_tui.intake.returned_draft.reading import ASIDE
from sto_tui.intake.returned_draft.returned import Sureness
from sto_tui.intake.returned_draft.word_body import read_body
from sto_tui.intake.word_file.package import parts_of_ours
from sto_tui.planning.paper_registry import PARTS, PaperKind, PaperPart, paper_of
from sto_tui.storage.file.codec import decode, dossier_from
from tests.conftest import SAMPLES
from tests.support.filled import filled_dossier
from tests.support.returned import MARK, read_back, sent_out
from tests.support.word_edits import text_in

WITH_FIELDS = tuple(part for part in PARTS if paper_of(part).kind is not PaperKind.WHOLE)


def check_unchanged(folder: Path, dossier: Dossier, data: bytes) -> None:
    returned = read_back(folder, dossier, data)
    assert returned.fields
    assert [field for field in returned.fields if field.is_changed or field.edited != field.sent] == []
    assert {field.sureness for field in returned.fields} == {Sureness.SURE}
    assert FieldShape.COPY not in {field.shape for field in returned.fields}
    assert (returned.loose, returned.new_records, returned.missing_records, returned.remarks) == ((), (), (), ())


@pytest.mark.parametrize("part", WITH_FIELDS)
def test_a_draft_with_everything_in_it_comes_back_as_it_was_sent(tmp_path: Path, part: PaperPart) -> None:
    """Also the page for colleagues, which stands above the line with the mark."""
    data = sent_out(filled_dossier(), part, commenting=True)
    *_, page = text_in(data).split(TITLE)
    assert "opmerking bij in de kantlijn" in page
    assert f"Kenmerk {MARK}" in page
    assert TITLE not in text_in(sent_out(filled_dossier(), part))
    check_unchanged(tmp_path, filled_dossier(), data)


@pytest.mark.parametrize("part", WITH_FIELDS)
def test_a_change_at_the_top_changes_nothing_in_what_is_read_below_it(part: PaperPart) -> None:
    """Where nothing was tracked most paragraphs are read the short way."""
    parts = parts_of_ours(sent_out(filled_dossier(), part, commenting=True), ASIDE)
    new = b'<w:body><w:p><w:ins w:id="9" w:author="A"><w:r><w:t>Nieuw</w:t></w:r></w:ins></w:p>'
    first, *rest = read_body(replace(parts, content=parts.content.replace(b"<w:body>", new, 1))).units
    assert first.tracked
    assert tuple(rest) == read_body(parts).units


@pytest.mark.slow
@pytest.mark.parametrize("part", WITH_FIELDS)
@pytest.mark.parametrize("name", ["almere-2020-2023", "voorbeeldregio-2027-2028"])
def test_the_drafts_of_the_samples_come_back_as_they_were_sent(tmp_path: Path, name: str, part: PaperPart) -> None:
    dossier = dossier_from(decode((SAMPLES / f"{name}.sto.json").read_bytes(), name), name)
    check_unchanged(tmp_path, dossier, sent_out(dossier, part))
