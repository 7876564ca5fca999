"""Which draft a file is: by what it carries itself, by its visible mark, and one sentence when it is none of ours."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from sto_tui.documents.word import DraftOptions
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.plan import Chapter, ChapterText, Risk
from sto_tui.domain.region import PlanPeriod
from sto_tui.intake.returned_draft.reading import revision_in
from sto_tui.intake.sheets.table_reader import IntakeError
from sto_tui.papers import write_draft
from sto_tui.sent_papers import returned_draft
from tests.conftest import NOW
from tests.support.by_hand import DAY, dossier_with
from tests.support.word_packages import check_sound


def plan() -> Dossier:
    text = ChapterText(id=1, chapter=Chapter.RISICOS, text="Eerst kijken.\n\nDan doen.")
    return replace(dossier_with(Risk(id=1, rev=2, text="Te laat"), text), key="b0c1")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A dossier's place; what stands in the file itself does not matter here."""
    path = tmp_path / "proef.sto.json"
    path.write_text("{}")
    return path


def written(place: Path) -> Path:
    path, _ = write_draft(plan(), DraftOptions(DAY), place, NOW)
    return path


def without(path: Path, *gone: str) -> Path:
    """The file as another program leaves it: without these parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(buffer, "w") as target:
        for name in source.namelist():
            if not name.startswith(gone):
                target.writestr(name, source.read(name))
    path.write_bytes(buffer.getvalue())
    return path


def test_a_draft_carries_what_it_is_and_the_dossier_keeps_it_too(place: Path) -> None:
    first, second = written(place), written(place)
    check_sound(first.read_bytes())
    returned = returned_draft(plan(), place, second)
    assert (returned.head.mark, returned.head.moment) == ("3D5A-2", NOW.isoformat(timespec="seconds"))
    assert {field.revision for field in returned.fields if field.address.startswith("risks/")} == {2}
    assert sorted(kept.name for kept in (place.parent / "proef.sto.d").iterdir()) == [
        "concept-3D5A-1.xml.gz",
        "concept-3D5A-2.xml.gz",
    ]


def test_a_draft_that_lost_what_it_carried_is_known_by_its_visible_mark(place: Path) -> None:
    path = written(place)
    whole = returned_draft(plan(), place, path)
    assert returned_draft(plan(), place, without(path, "customXml/", "docProps/")) == whole


def test_a_draft_that_does_not_tell_its_day_does_not_carry_it_along(place: Path) -> None:
    """Nor by which version of sto-tui; it is read back all the same, and what is kept has both."""
    path, _ = write_draft(plan(), DraftOptions(DAY, state=False), place, NOW)
    with zipfile.ZipFile(path) as package:
        carried = b"".join(package.read(name) for name in package.namelist() if not name.startswith("word/"))
    assert not [word for word in (str(NOW.year), "sto-tui 0") if word.encode() in carried]
    returned = returned_draft(plan(), place, path)
    assert (returned.head.moment, returned.head.mark) == ("", "3D5A-1")
    without(path, "customXml", "docProps/custom.xml")
    assert returned_draft(plan(), place, path).head.moment == NOW.isoformat(timespec="seconds")


def test_same_draft_same_bytes(place: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    other = elsewhere / place.name
    other.write_text("{}")
    assert written(place).read_bytes() == written(other).read_bytes()


def test_a_dossier_that_moved_on_is_told(place: Path) -> None:
    path = written(place)
    later = plan()
    moved = later.with_tables({"risks": {1: Risk(id=1, rev=3, text="Veel te laat")}})
    assert returned_draft(moved, place, path).remarks == (
        "Sinds dit concept van 3 september 2026 is in het dossier gewijzigd: 1 onderdeel.",
    )


def refused(dossier: Dossier, place: Path, path: Path) -> str:
    with pytest.raises(IntakeError) as caught:
        returned_draft(dossier, place, path)
    return str(caught.value).removeprefix(path.name)


def test_what_is_not_ours_is_one_sentence(place: Path, tmp_path: Path) -> None:
    path = written(place)
    assert "ander dossier" in refused(replace(plan(), key="c2d3"), place, path)
    (period,) = plan().of(PlanPeriod).values()
    later = period.changed(id=period.id + 1, label="2029-2030", start="2029-01-01", end="2030-12-31")
    moved = plan().with_tables({"periods": {later.id: later}})
    assert "planperiode" in refused(moved, place, path)
    odd = tmp_path / "vreemd.docx"
    for content, words in (
        (b"%PDF-1.7 ...", "pdf"),
        (b"\xd0\xcf\x11\xe0 ..." + "EncryptedPackage".encode("utf-16-le"), "wachtwoord"),
        (b"geen zip", "geen Word-bestand"),
        (path.read_bytes()[:-400], "geen Word-bestand"),
        (_broken(path), "beschadigd"),
        (_bomb(path), "te groot"),
    ):
        odd.write_bytes(content)
        assert words in refused(plan(), place, odd)
    nameless = without(path, "customXml/", "docProps/")
    (place.parent / "proef.sto.d" / "concept-3D5A-1.xml.gz").unlink()
    assert "kenmerk 3D5A-1" in refused(plan(), place, nameless)


def test_what_no_program_writes_is_no_crash(place: Path) -> None:
    """Addresses in what a draft carries, and columns in its tables, that are no numbers."""
    path = written(place)
    whole = returned_draft(plan(), place, path)
    assert [revision_in(plan(), address) for address in ("risks/1/note", "risks/--1/note", "risks", "", "a/b#c/d")] == [
        2, -1, -1, -1, -1,
    ]  # fmt: skip
    path.write_bytes(_with_body(path, lambda body: body.replace(b"<w:trPr>", b'<w:trPr><w:gridBefore w:val="x"/>')))
    assert returned_draft(plan(), place, path).fields == whole.fields


def _broken(path: Path) -> bytes:
    """A body that is no XML, as older versions of LibreOffice wrote around controls."""
    return _with_body(path, lambda body: body.replace(b"</w:tbl>", b"", 1))


def _bomb(path: Path) -> bytes:
    return _with_body(path, lambda body: body + b" " * (60 * 1024 * 1024))


def _with_body(path: Path, change: Callable[[bytes], bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, change(content) if name == "word/document.xml" else content)
    return buffer.getvalue()
