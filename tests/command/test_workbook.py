"""`sto excel`: where the workbook comes, and what is refused."""

from pathlib import Path

import pytest

from tests.support.commands import Sto, assert_refused


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
