"""Bad files and folders: one Dutch sentence, exit 2, and nothing on disk changed."""

import json
import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.commands import Sto, assert_refused, everything_in, first_milestone
from tests.conftest import SAMPLES

SAMPLE = SAMPLES / "voorbeeldregio-2027-2028.sto.json"

# Bad files, for every command that reads one.

READING: Sequence[Sequence[str]] = (
    ["controle", "BESTAND"],
    ["controle", "BESTAND", "--json"],
    ["concept", "BESTAND"],
    ["lijst", "BESTAND", "mijlpalen"],
    ["lijst", "BESTAND", "mijlpalen", "--json"],
    ["stoplicht", "BESTAND", "1.1", "groen"],
)


def spoil(name: str, good: bytes) -> bytes:
    document = json.loads(good)
    if name == "a record that does not validate":
        next(iter(document["milestones"].values()))["due"] = "2027-02-31"
    elif name == "a field that does not exist":
        next(iter(document["milestones"].values()))["kleur\x1b[31m"] = "blauw"
    elif name == "unknown table":
        document["m\u00e9\x1b]0;x"] = {}
    elif name == "newer schema":
        document["meta"]["1"]["schema"] = 99
    elif name == "no region":
        document["region"] = {}
    else:
        return {
            "empty": b"",
            "only zeros": b"\0" * 4096,
            "truncated": good[: len(good) // 2],
            "something behind it": good + b"{}",
            "not JSON": "# Notities\nGéén dossier".encode(),
            "not UTF-8": good.decode().encode("utf-16"),
            "JSON of another kind": b'{"naam": "iets anders"}',
            "a list": b"[1, 2, 3]",
            "too deep": b"[" * 100_000,
        }[name]
    return json.dumps(document).encode()


@pytest.mark.parametrize("argv", READING, ids=" ".join)
@pytest.mark.parametrize(
    "kind",
    [
        "empty",
        "only zeros",
        "truncated",
        "something behind it",
        "not JSON",
        "not UTF-8",
        "JSON of another kind",
        "a list",
        "too deep",
        "a record that does not validate",
        "a field that does not exist",
        "unknown table",
        "newer schema",
        "no region",
    ],
)
def test_a_bad_file_is_refused_and_left_alone(
    sto: Sto, dossier: Path, tmp_path: Path, argv: list[str], kind: str
) -> None:
    dossier.write_bytes(spoil(kind, dossier.read_bytes()))
    before = everything_in(tmp_path)
    result = sto(*(dossier if word == "BESTAND" else word for word in argv))
    assert_refused(result)
    assert dossier.name in result.err
    assert everything_in(tmp_path) == before


@pytest.mark.parametrize("argv", READING, ids=" ".join)
@pytest.mark.parametrize(
    "typed",
    [
        "bestaat-niet.sto.json",
        "geen/map/bestaat-niet.sto.json",
        "proef.sto.json/erin.sto.json",
        ".",
        "",
        " ",
        "nul\0.sto.json",
        "kleur\x1b[31m.sto.json",
        "half\udcff.sto.json",
        "x" * 5000,
    ],
)
def test_a_path_without_a_dossier(sto: Sto, dossier: Path, tmp_path: Path, argv: list[str], typed: str) -> None:
    before = everything_in(tmp_path)
    assert_refused(sto(*(typed if word == "BESTAND" else word for word in argv)))
    assert everything_in(tmp_path) == before


@pytest.mark.skipif(os.name == "nt", reason="no pipes or devices as files")
@pytest.mark.parametrize("argv", READING, ids=" ".join)
def test_a_device_a_pipe_and_a_circle_of_links(sto: Sto, tmp_path: Path, argv: list[str]) -> None:
    pipe, circle = tmp_path / "pijp.sto.json", tmp_path / "rond.sto.json"
    os.mkfifo(pipe)
    circle.symlink_to(circle)
    for typed in ("/dev/zero", pipe, circle):
        assert_refused(sto(*(typed if word == "BESTAND" else word for word in argv)))


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(sto: Sto, dossier: Path, tmp_path: Path) -> None:
    before = dossier.read_bytes()
    tmp_path.chmod(0o555)
    try:
        assert_refused(sto("stoplicht", dossier, first_milestone(dossier)[1]["number"], "groen"))
        assert_refused(sto("concept", dossier))
        assert_refused(sto("nieuw", tmp_path / "n.sto.json", "--regio", "Oost", "--periode", "2027-2028"))
    finally:
        tmp_path.chmod(0o755)
    assert dossier.read_bytes() == before


def test_a_lock_that_cannot_be_made(sto: Sto, dossier: Path, tmp_path: Path) -> None:
    (tmp_path / f"{dossier.name}.lock").mkdir()
    before = everything_in(tmp_path)
    result = sto("stoplicht", dossier, first_milestone(dossier)[1]["number"], "groen")
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert everything_in(tmp_path) == before
