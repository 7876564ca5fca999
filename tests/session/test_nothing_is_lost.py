"""A sync program does all it can to a dossier while two people work: everything that was saved is found back."""

from pathlib import Path

import pytest

from tests.support.two_computers import TwoComputers


@pytest.mark.parametrize("seed", range(10))
def test_everything_that_was_saved_stands_in_some_file(small: Path, seed: int) -> None:
    world = TwoComputers(small, seed)
    for _ in range(60):
        world.step()
    world.looks()
    assert world.saved - world.found() == set()
    assert {name for name in world.saved if name.startswith("jan")}, "it did let him save"
