"""`sto samenvoegen`: copies that went apart, from the command line."""

import json
import shutil
from pathlib import Path

import pytest

from tests.support.commands import Sto, assert_refused, raw


@pytest.fixture
def two(dossier: Path, sto: Sto) -> tuple[Path, Path]:
    """A dossier and a copy of it, in which each changed another milestone and both the note of a third."""
    other = dossier.parent / "laptop.sto.json"
    shutil.copy2(dossier, other)
    assert sto("stoplicht", dossier, "1.1a", "groen", "hier").code == 0
    assert sto("stoplicht", other, "1.1b", "oranje", "daar").code == 0
    return dossier, other


def test_what_the_other_copy_has_is_shown_and_taken_in(two: tuple[Path, Path], sto: Sto) -> None:
    dossier, other = two
    before = dossier.read_bytes()
    shown = sto("samenvoegen", dossier, other)
    assert shown.code == 1
    assert "  voortgangsregels: 1 nieuw\n" in shown.out
    assert "--ja" in shown.err
    assert dossier.read_bytes() == before

    taken = sto("samenvoegen", dossier, other, "--ja")
    assert (taken.code, taken.err) == (0, "")
    lights = {milestone["number"]: milestone.get("light") for milestone in raw(dossier)["milestones"].values()}
    assert (lights["1.1a"], lights["1.1b"]) == ("groen", "oranje")

    again = sto("samenvoegen", dossier, other, "--ja")
    assert (again.code, again.out) == (0, f"Alles uit {other.name} staat al in {dossier.name}.\n")
    labels = [row.split("  ")[-1] for row in sto("geschiedenis", dossier).out.splitlines()]
    assert labels.count(f"Samengevoegd met {other.name}") == 1


def test_a_choice_left_open_is_said_and_its_exit_code_is_1(dossier: Path, sto: Sto) -> None:
    other = dossier.parent / "laptop.sto.json"
    shutil.copy2(dossier, other)
    for path, number in ((dossier, "9.1"), (other, "9.2")):
        tables = raw(path)
        tables["milestones"]["1"]["number"] = number
        path.write_text(json.dumps(tables), encoding="utf-8")
    result = sto("samenvoegen", dossier, other, "--ja")
    assert result.code == 1
    assert "Er staat nog 1 keuze open." in result.err
    assert raw(dossier)["milestones"]["1"]["number"] == "9.1"
    assert sto("samenvoegen", dossier, "--ja").code == 1


def test_another_region_and_the_dossier_itself_are_refused(dossier: Path, sto: Sto, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elders.sto.json"
    sto("nieuw", elsewhere, "--regio", "Elders", "--periode", "2027-2028")
    assert_refused(sto("samenvoegen", dossier, elsewhere, "--ja"))
    assert_refused(sto("samenvoegen", dossier, dossier, "--ja"))
    assert_refused(sto("samenvoegen", dossier, tmp_path / "weg.sto.json", "--ja"))
