"""Golden texts: what people read, kept as text in `tests/golden/`, so that every change of it shows in a diff.

A golden text proves no figure; it shows that something changed. `make golden` writes them anew.
"""

import difflib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import pytest

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.record import Ref
from sto_tui.storage.file.codec import decode, dossier_from

FOLDER = Path(__file__).parents[1] / "golden"
_SAMPLES = Path(__file__).resolve().parents[2] / "samples"
_LONGEST_DIFF = 120

Golden = Callable[[str, str], None]


@dataclass(frozen=True)
class GoldenSample:
    """A sample on a day that stands still, and the party whose sheet is made."""

    name: str
    file: str
    now: datetime
    party: Ref

    @property
    def path(self) -> Path:
        return _SAMPLES / self.file

    @property
    def today(self) -> date:
        return self.now.date()

    def clock(self) -> datetime:
        return self.now

    def dossier(self) -> Dossier:
        return dossier_from(decode(self.path.read_bytes(), self.file), self.file).seen_in()


# Almere halfway its plan, without a log; the voorbeeldregio a month after the last line of its log.
ALMERE = GoldenSample("almere", "almere-2020-2023.sto.json", datetime(2022, 3, 15, 10, 30), Ref("parties", 1))
VOORBEELDREGIO = GoldenSample(
    "voorbeeldregio", "voorbeeldregio-2027-2028.sto.json", datetime(2027, 6, 15, 10, 30), Ref("parties", 1)
)
GOLDEN_SAMPLES = (ALMERE, VOORBEELDREGIO)


def check_golden(name: str, text: str, *, write: bool) -> None:
    """Compares a text with the golden one, or takes its place when `write` is asked."""
    path = FOLDER / name
    wanted = text if text.endswith("\n") else f"{text}\n"
    if write:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(wanted, encoding="utf-8", newline="\n")
        return
    kept = path.read_text(encoding="utf-8") if path.exists() else ""
    if kept == wanted:
        return
    lines = list(
        difflib.unified_diff(kept.split("\n"), wanted.split("\n"), f"tests/golden/{name}", "now", n=1, lineterm="")
    )
    if len(lines) > _LONGEST_DIFF:
        lines = [*lines[:_LONGEST_DIFF], f"… and {len(lines) - _LONGEST_DIFF} lines more"]
    shown = "\n".join(lines)
    pytest.fail(
        f"{shown}\n\nIs every line of this meant? Then: make golden, and commit what it changed.", pytrace=False
    )
