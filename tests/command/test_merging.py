"""`sto samenvoegen`: copies that went apart, from the command line."""

import json
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from sto_tui.storage.file.companion_folder import companion_folder
from sto_tui.storage.file.copies import previous_version
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


def test_two_bare_copies_double_nothing_and_an_earlier_version_settles_more(
    dossier: Path, sto: Sto, tmp_path: Path
) -> None:
    """As they come off a USB stick: the files alone. 1.2a is removed in one, 1.1a has another title in both."""
    before = Path(shutil.copy2(dossier, tmp_path / "eerder.sto.json"))
    stick = tmp_path / "stick"
    stick.mkdir()
    other = Path(shutil.copy2(dossier, stick / "daar.sto.json"))
    many = len(raw(dossier)["milestones"])
    for path, words in ((dossier, "Hier"), (other, "Daar")):
        for number in ("1.1a", "1.1b" if path is dossier else "1.1c"):
            assert sto("zet", path, f"mijlpalen/{number}", f"titel={words}").code == 0
    assert sto("verwijder", other, "mijlpalen/1.2a", "--ja").code == 0
    for start in (None, before):
        ours, theirs = (Path(shutil.copy2(path, tmp_path / f"kaal-{path.name}")) for path in (dossier, other))
        result = sto("samenvoegen", ours, theirs, "--ja", *(["--basis", start] if start else []))
        assert (result.code, "Er staat nog 1 keuze open." in result.err) == (1, True), result.err
        assert ("--basis" in result.err) == (start is None)
        titles = {milestone["number"]: milestone["title"] for milestone in raw(ours)["milestones"].values()}
        assert [titles[number] for number in ("1.1a", "1.1b", "1.1c")] == ["Hier", "Hier", "Daar"]
        assert len(raw(ours)["milestones"]) == (many - 1 if start else many)
        for path in (ours, theirs):
            shutil.rmtree(companion_folder(path), ignore_errors=True)
            previous_version(path).unlink(missing_ok=True)


def test_copies_with_one_name_are_told_by_their_folder_and_the_hint_works_from_anywhere(
    dossier: Path, sto: Sto, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    other = Path(shutil.copy2(dossier, stick / dossier.name))
    beside = Path(shutil.copy2(dossier, dossier.with_name(dossier.name.replace(".sto.json", ".sto (1).json"))))
    for path, number in ((other, "1.1b"), (beside, "1.1c")):
        assert sto("zet", path, f"mijlpalen/{number}", "titel=Daar").code == 0
    said = sto("samenvoegen", dossier, other, "--ja").out
    assert f"{dossier.name} bevat nu ook de wijzigingen van stick/{dossier.name}." in said
    monkeypatch.chdir(stick)
    for typed in (dossier, Path("..") / dossier.name):
        hint = shlex.split(sto("controle", typed).err.partition("met: ")[2])
        assert hint[:3] == ["sto", "samenvoegen", str(typed)]
        assert Path(hint[3]).samefile(beside)
    assert sto(*hint[1:], "--ja").code == 0


def test_what_is_no_version_of_before_both_is_refused_as_one(two: tuple[Path, Path], sto: Sto) -> None:
    """Against a later version all that came since would count as removed."""
    dossier, other = two
    later = Path(shutil.copy2(other, dossier.with_name("later.sto.json")))
    before = dossier.read_bytes()
    result = sto("samenvoegen", dossier, other, "--basis", later, "--ja")
    assert_refused(result)
    assert f"later.sto.json is geen versie van vóór {dossier.name}." in result.err
    assert dossier.read_bytes() == before


DRIVER = f"'{sys.executable}' -m sto_tui.cli samenvoegen --git %O %A %B %P"


@pytest.fixture
def repository(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A dossier with a blank in its name, in git, with a branch of its own for another."""
    if shutil.which("git") is None:
        pytest.skip("there is no git here")
    path = dossier.rename(dossier.with_name("regio een.sto.json"))
    for name, value in (("NAME", "an"), ("EMAIL", "an@voorbeeld.nl")):
        for who in ("AUTHOR", "COMMITTER"):
            monkeypatch.setenv(f"GIT_{who}_{name}", value)
    path.with_name(".gitattributes").write_text("*.sto.json merge=sto\n", encoding="utf-8")
    path.with_name(".gitignore").write_text("*.sto.d\n*.lock\n*.bak\n", encoding="utf-8")
    git(path, "init", "-q", "-b", "main")
    git(path, "add", "-A")
    git(path, "commit", "-qm", "begin")
    git(path, "config", "merge.sto.driver", DRIVER)
    return path


def git(path: Path, *words: str) -> int:
    return subprocess.run(["git", *words], cwd=path.parent, capture_output=True, check=False).returncode


def with_number(path: Path, milestone: str, number: str) -> None:
    tables = raw(path)
    tables["milestones"][milestone]["number"] = number
    path.write_text(json.dumps(tables, indent=2, ensure_ascii=False), encoding="utf-8")
    assert git(path, "commit", "-qam", f"{milestone} {number}") == 0


def numbers(path: Path) -> list[str]:
    return [milestone["number"] for milestone in raw(path)["milestones"].values()][:2]


@pytest.mark.slow
def test_git_merges_two_branches_of_a_dossier(repository: Path) -> None:
    git(repository, "checkout", "-qb", "daar")
    with_number(repository, "1", "9.1")
    git(repository, "checkout", "-q", "main")
    with_number(repository, "2", "9.2")
    assert git(repository, "merge", "daar", "-m", "samen") == 0
    assert numbers(repository) == ["9.1", "9.2"]


@pytest.mark.slow
def test_what_both_branches_changed_is_a_conflict_for_git_and_a_choice_for_us(repository: Path, sto: Sto) -> None:
    git(repository, "checkout", "-qb", "daar")
    with_number(repository, "1", "9.1")
    git(repository, "checkout", "-q", "main")
    with_number(repository, "1", "8.1")
    assert git(repository, "merge", "daar", "-m", "samen") == 1
    assert numbers(repository)[0] == "8.1"
    assert "9.1" in json.dumps(raw(repository)["meta"]["1"]["unsettled"])
    assert "iets anders in de andere tak" in sto("controle", repository).out


@pytest.mark.slow
def test_without_the_driver_the_recipe_of_the_manual_brings_both_together(repository: Path, sto: Sto) -> None:
    """Each branch another title, and both the title of a third: nothing doubles, and only the third is asked."""
    git(repository, "config", "--unset", "merge.sto.driver")
    many = {table: len(records) for table, records in raw(repository).items() if table != "meta"}
    for branch, titles in (
        ("daar", {"1.1b": "Van daar", "1.1a": "Daar"}),
        ("main", {"1.1c": "Van hier", "1.1a": "Hier"}),
    ):
        assert git(repository, "checkout", "-q", *(["-b"] if branch == "daar" else []), branch) == 0
        for number, title in titles.items():
            assert sto("zet", repository, f"mijlpalen/{number}", f"titel={title}").code == 0
        assert git(repository, "commit", "-qam", branch) == 0
    shutil.rmtree(companion_folder(repository))
    repository.with_name(f"{repository.name}.bak").unlink(missing_ok=True)
    assert git(repository, "merge", "daar", "-m", "samen") == 1

    assert git(repository, "checkout", "--ours", repository.name) == 0
    stages = {}
    for stage in ("1", "3"):
        shown = subprocess.run(
            ["git", "show", f":{stage}:{repository.name}"], cwd=repository.parent, capture_output=True, check=True
        )
        stages[stage] = repository.with_name(f"kant-{stage}.sto.json")
        stages[stage].write_bytes(shown.stdout)
    result = sto("samenvoegen", repository, stages["3"], "--basis", stages["1"], "--ja")
    assert (result.code, "mijlpalen: 1 gewijzigd\n  1 keuze" in result.out) == (1, True), result.out
    assert {table: len(records) for table, records in raw(repository).items() if table != "meta"} == many
    titles = {milestone["number"]: milestone["title"] for milestone in raw(repository)["milestones"].values()}
    assert [titles[number] for number in ("1.1a", "1.1b", "1.1c")] == ["Hier", "Van daar", "Van hier"]


@pytest.mark.slow
def test_without_the_driver_the_marks_of_git_are_told(repository: Path, sto: Sto) -> None:
    git(repository, "config", "--unset", "merge.sto.driver")
    git(repository, "checkout", "-qb", "daar")
    with_number(repository, "1", "9.1")
    git(repository, "checkout", "-q", "main")
    with_number(repository, "1", "8.1")
    assert git(repository, "merge", "daar", "-m", "samen") == 1
    result = sto("controle", repository)
    assert_refused(result)
    assert "conflicten van git" in result.err
