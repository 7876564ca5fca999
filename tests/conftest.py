"""What the tests share: a dossier on disk, a clock that stands still, nasty texts."""

import os
import shutil
from datetime import datetime
from pathlib import Path

import pytest

from sto_tui.cli import main
from tests.commands import Result, Sto

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "samples"
NOW = datetime(2026, 9, 3, 14, 2)

# Texts that break programs: markup, terminal sequences, long words, characters that XML forbids.
NASTY = (
    "[x] gedaan",
    "[/",
    "[/]",
    "[link=http://x]y",
    "[$accent]x",
    "[@click=app.quit]klik[/]",
    "a [b + c",
    "=1+1",
    "w" * 300,
    "\\[bold]",
    "één ‘quote’ & <b>",
)
CONTROLS = "voor\x1b]0;x\x07na\x9b31m\u202eom"


def clock() -> datetime:
    """A clock that stands still."""
    return NOW


@pytest.fixture(autouse=True)
def own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Settings and logs of a test never touch those of the person who runs it."""
    monkeypatch.setenv("STO_CONFIG_DIR", str(tmp_path / "instellingen"))
    for name in ("NO_COLOR", "SSH_CONNECTION"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A copy of the voorbeeldregio."""
    return Path(shutil.copy(SAMPLES / "voorbeeldregio-2027-2028.sto.json", tmp_path / "regio.sto.json"))


@pytest.fixture
def almere(tmp_path: Path) -> Path:
    """A copy of the Almere plan."""
    return Path(shutil.copy(SAMPLES / "almere-2020-2023.sto.json", tmp_path / "almere.sto.json"))


def is_root() -> bool:
    """Whether file rights hold nobody back."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture
def sto(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sto:
    """Runs a command in this process, in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def run(*argv: str | Path) -> Result:
        code = main([str(arg) for arg in argv])
        printed = capsys.readouterr()
        return Result(code, printed.out, printed.err)

    return run


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLES / "voorbeeldregio-2027-2028.sto.json", tmp_path / "proef.sto.json"))
