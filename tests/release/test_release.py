"""What is handed out: the wheel is whole, what stands beside it is as the parser is, and every licence is told."""

import re
import subprocess
import sys
import zipfile
from importlib.metadata import PathDistribution, version
from pathlib import Path

import pytest

from release.shared_files import SHARE, shared_files
from release.third_party import notice
from sto_tui.command.versions import NOT_TOLD, licence_of, needed_parts
from tests.conftest import ROOT, SAMPLES
from tests.support.commands import Sto, assert_refused

LOCK = ROOT / "requirements" / "runtime.txt"
MOST_OF_A_LINE = 80


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def package(folder: Path, name: str, *told: str) -> PathDistribution:
    """An installed package that says this of itself."""
    inner = folder / f"{name}-1.0.dist-info"
    inner.mkdir(parents=True)
    lines = ["Metadata-Version: 2.4", f"Name: {name}", "Version: 1.0", *told, "", ""]
    (inner / "METADATA").write_text("\n".join(lines), encoding="utf-8")
    return PathDistribution(inner)


def test_the_versions_are_those_of_everything_in_the_lock() -> None:
    locked = dict(re.findall(r"(?m)^([A-Za-z0-9._-]+)==(\S+)", LOCK.read_text(encoding="utf-8")))
    with_codes = {"segno": version("segno")}  # of the extra for phones: one file can be given no extra
    assert {normal(part.name): part.version for part in needed_parts()} | with_codes == locked
    assert [part for part in needed_parts() if part.licence == NOT_TOLD] == []


def test_the_command_tells_versions(sto: Sto) -> None:
    told = sto("--version", "--alles")
    assert told.code == 0
    assert re.search(r"(?m)^Python 3\.\d+\.\d+ ", told.out)
    assert re.search(r"(?m)^textual 8\.2\.8 +MIT$", told.out)
    assert max(map(len, told.out.splitlines())) <= MOST_OF_A_LINE
    assert sto("--version").out.count("\n") == 1
    assert_refused(sto("--alles"))


@pytest.mark.parametrize(
    ("told", "licence"),
    [
        (["License-Expression: MPL-2.0 AND MIT", "License: iets anders"], "MPL-2.0 AND MIT"),
        (["License: BSD-3-Clause"], "BSD-3-Clause"),
        (["License: Permission is hereby granted, free of charge, to any person obtaining a copy"], NOT_TOLD),
        (["Classifier: License :: OSI Approved :: MIT License"], "MIT License"),
        ([], NOT_TOLD),
    ],
)
def test_the_licence_is_what_the_package_tells(tmp_path: Path, told: list[str], licence: str) -> None:
    assert licence_of(package(tmp_path, "een", *told)) == licence


def test_what_tells_no_licence_is_not_handed_out(tmp_path: Path) -> None:
    package(tmp_path, "een", "License: MIT")
    assert "een 1.0: MIT" in notice(tmp_path)
    package(tmp_path, "twee")
    with pytest.raises(ValueError, match="twee"):
        notice(tmp_path)


def test_manual_page_and_completion_are_as_the_parser_is() -> None:
    written = {
        path.relative_to(SHARE).as_posix(): path.read_text("utf-8") for path in SHARE.rglob("*") if path.is_file()
    }
    assert written == {name: f"{text.strip()}\n" for name, text in shared_files().items()}, "run: make wheel"


@pytest.mark.slow
def test_the_wheel_is_whole(tmp_path: Path) -> None:
    """What is no code is easily forgotten: it is not missed in a checkout."""
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=60)
    (wheel,) = tmp_path.glob("*.whl")
    named = set(zipfile.ZipFile(wheel).namelist())
    inside = {path.relative_to(ROOT).as_posix() for path in (ROOT / "sto_tui").rglob("*") if path.is_file()}
    samples = {f"sto_tui/samples/{path.name}" for path in SAMPLES.glob("*.json")}
    data = {name.partition(".data/data/share/")[2] for name in named}
    assert {path for path in inside if "__pycache__" not in path} | samples | {"sto_tui/docs/handleiding.md"} <= named
    assert set(shared_files()) <= data
