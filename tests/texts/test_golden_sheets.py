"""What is asked, told and refused of the sheets of people, as it stands in `tests/golden/`.

The sheets that stand there are read; `make golden` chooses anew which say all that is said of the whole collection.
"""

from pathlib import Path

import pytest

from tests.support.golden_texts import FOLDER, Golden
from tests.support.said_of_sheets import EVERY, few_that_say_all, said_of

FILES = ["rekenbladen.txt"]
HEAD = "═══ "


def test_what_is_said_of_the_sheets_of_people(request: pytest.FixtureRequest, tmp_path: Path, golden: Golden) -> None:
    (file,) = FILES
    if request.config.getoption("--golden"):
        names = few_that_say_all({name: said_of(name, tmp_path) for name in EVERY})
    else:
        lines = (FOLDER / file).read_text(encoding="utf-8").splitlines()
        names = [line.removeprefix(HEAD) for line in lines if line.startswith(HEAD)]
    golden(file, "\n\n".join("\n".join((f"{HEAD}{name}", *said_of(name, tmp_path))) for name in names))
