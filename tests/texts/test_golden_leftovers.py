"""Every golden text belongs to a test."""

import pytest

from tests.support.golden_texts import FOLDER
from tests.texts import (
    test_golden_commands,
    test_golden_documents,
    test_golden_looks,
    test_golden_registries,
    test_golden_screens,
    test_golden_sheets,
    test_golden_talk,
)

FILES = {
    *test_golden_commands.FILES,
    *test_golden_documents.FILES,
    *test_golden_looks.FILES,
    *test_golden_registries.FILES,
    *test_golden_screens.FILES,
    *test_golden_sheets.FILES,
    *test_golden_talk.FILES,
}


def test_no_golden_text_is_left_over(request: pytest.FixtureRequest) -> None:
    there = {path.relative_to(FOLDER).as_posix(): path for path in FOLDER.rglob("*") if path.is_file()}
    if request.config.getoption("--golden"):
        for name in there.keys() - FILES:
            there.pop(name).unlink()
    assert there.keys() <= FILES
