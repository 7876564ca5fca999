"""Running the `sto` command in this process, and what a refusal looks like."""

import io
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ENGLISH = ("error", "usage", "argument", "invalid", "no such file", "permission denied", "is a directory", "traceback")


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str


Sto = Callable[..., Result]


class Terminal(io.StringIO):
    """A stream with somebody at the other end."""

    def isatty(self) -> bool:
        """Whether somebody sees it."""
        return True


def everything_in(folder: Path) -> dict[str, bytes | None]:
    return {str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None for path in folder.rglob("*")}


def assert_refused(result: Result) -> None:
    assert (result.code, result.out) == (2, "")
    assert_one_dutch_sentence(result.err)
    assert "fout in het programma" not in result.err


def assert_one_dutch_sentence(text: str) -> None:
    assert text.endswith("\n")
    assert text.count("\n") == 1
    assert text.strip()[-1] in ".?" or "--help" in text
    assert not [word for word in ENGLISH if word in text.casefold()], text
    assert all(character.isprintable() for character in text.strip())


def raw(path: Path) -> Any:
    return json.loads(path.read_bytes())


def first_milestone(dossier: Path) -> tuple[str, Any]:
    number, milestone = next(iter(raw(dossier)["milestones"].items()))
    return number, milestone
