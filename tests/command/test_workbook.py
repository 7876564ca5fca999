"""`sto excel`, `sto agenda` and `sto invoer excel`: where files come, what is refused, and how one comes back."""

from pathlib import Path

import pytest

from tests.support.commands import Sto, assert_refused, first_milestone
from tests.support.edited_workbook import EditedWorkbook


def test_it_comes_beside_the_drafts_under_a_free_name(example: Path, sto: Sto) -> None:
    folder = example.parent / "concepten"
    first, second = sto("excel", example), sto("excel", example)
    assert (first.code, first.err, second.code) == (0, "", 0)
    assert [Path(result.out.strip()).parent for result in (first, second)] == [folder, folder]
    assert len(list(folder.glob("werkmap-veenderwaard-2027-2028-*.xlsx"))) == 2


@pytest.mark.parametrize("name", ["uit.docx", "regio.sto.json"])
def test_another_kind_or_a_file_that_is_there_is_refused(example: Path, sto: Sto, name: str) -> None:
    before = example.read_bytes()
    assert_refused(sto("excel", example, "-o", example.parent / name))
    assert example.read_bytes() == before


def test_an_edited_workbook_comes_back_as_one_change(example: Path, sto: Sto) -> None:
    path = example.parent / "werkmap.xlsx"
    assert sto("excel", example, "-o", path).code == 0
    workbook = EditedWorkbook(path.read_bytes())
    number, milestone = first_milestone(example)
    workbook.put("Mijlpalen", f"milestones/{number}", Mijlpaal="Ander woord")
    path.write_bytes(workbook.saved())
    shown = sto("invoer", "excel", example, path)
    assert (shown.code, first_milestone(example)) == (1, (number, milestone))
    assert f"    Mijlpaal: {milestone['title']} → Ander woord\n" in shown.out
    assert sto("invoer", "excel", example, path, "--ja").code == 0
    assert first_milestone(example)[1]["title"] == "Ander woord"
    again = sto("invoer", "excel", example, path, "--ja")
    assert (again.code, again.out.splitlines()[0]) == (0, "werkmap.xlsx: niets nieuws, geen weigeringen.")
    assert sto("geschiedenis", example, "--terug", "1").code == 0
    assert first_milestone(example)[1]["title"] == milestone["title"]


@pytest.mark.parametrize("name", ["regio.sto.json", "er-is-niets.xlsx"])
def test_what_is_no_workbook_of_ours_is_refused(example: Path, sto: Sto, name: str) -> None:
    assert_refused(sto("invoer", "excel", example, example.parent / name))


def test_the_calendar_of_everybody_and_of_a_party(example: Path, sto: Sto) -> None:
    whole, of_party = sto("agenda", example), sto("agenda", example, "--partij", "Kompas")
    assert (whole.code, whole.err, of_party.code, of_party.err) == (0, "", 0, "")
    sizes = [Path(result.out.strip()).read_bytes().count(b"BEGIN:VEVENT") for result in (whole, of_party)]
    assert sizes[0] > sizes[1] > 0
    assert Path(of_party.out.strip()).name.startswith("agenda-kompas-college-veenderwaard-2027-2028-")
    assert_refused(sto("agenda", example, "--partij", "Niemand"))
    assert_refused(sto("agenda", example, "-o", example.parent / "agenda.txt"))


def test_our_own_workbook_is_not_read_as_a_sheet_of_others(example: Path, sto: Sto) -> None:
    path = example.parent / "werkmap.xlsx"
    assert sto("excel", example, "-o", path).code == 0
    refused = sto("invoer", "mijlpalen", example, path)
    assert_refused(refused)
    assert "sto invoer excel" in refused.err
