"""What a command asks of who sits at a terminal, and what it does with the answer."""

import json
import shlex
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.support.commands import Sto, Terminal, raw


@pytest.mark.parametrize(("answer", "yes"), [("JA", True), ("n", False), ("", False)])
@pytest.mark.parametrize(
    ("argv", "question", "nothing"),
    [
        (("verwijder", "", "mijlpalen/1.1a"), "Verwijderen? [j/N] ", "Er is niets verwijderd."),
        (("indienen", ""), "Indienen? [j/N] ", "Er is niets ingediend."),
        (("partij", "stopt", "", "Kompas College"), "Uitvoeren? [j/N] ", "Er is niets gewijzigd."),
    ],
    ids=["verwijder", "indienen", "partij stopt"],
)
def test_only_a_yes_changes_the_dossier(
    dossier: Path,
    sto: Sto,
    monkeypatch: pytest.MonkeyPatch,
    argv: Sequence[str],
    question: str,
    nothing: str,
    answer: str,
    yes: bool,
) -> None:
    before = dossier.read_bytes()
    monkeypatch.setattr("sys.stdin", Terminal(f"{answer}\n"))
    result = sto(*[word or dossier for word in argv])
    assert question in result.out
    assert (result.code, dossier.read_bytes() != before) == ((0, True) if yes else (1, False))
    assert yes or result.err == f"{nothing}\n"


@pytest.fixture
def apart(dossier: Path) -> tuple[Path, Path]:
    """Two copies that each gave milestones 1 and 2 another number, and 3 another result."""
    other = dossier.parent / "laptop.sto.json"
    shutil.copy2(dossier, other)
    for path, name in ((dossier, "hier"), (other, "daar")):
        tables = raw(path)
        for number in ("1", "2"):
            tables["milestones"][number]["number"] = f"9.{number}{name}"
        tables["milestones"]["3"]["tangible_result"] = f"Een lokaal {name}."
        path.write_text(json.dumps(tables), encoding="utf-8")
    return dossier, other


def chosen(path: Path) -> list[str]:
    milestones = raw(path)["milestones"]
    return [milestones["1"]["number"], milestones["2"]["number"], milestones["3"]["tangible_result"]]


@pytest.mark.parametrize(
    ("answers", "results", "left"),
    [
        # What is no answer is asked again; the text of both stands one below the other.
        (("x", "h", "A", "b"), ["9.1hier", "9.2daar", "Een lokaal hier.\n\nEen lokaal daar."], ""),
        # Both is no answer where it is no text; three wrong answers are later.
        (("b", "b", "b", "a", "h"), ["9.1hier", "9.2daar", "Een lokaal hier."], "Er staat nog 1 keuze open. "),
        (("", "", "a"), ["9.1hier", "9.2hier", "Een lokaal daar."], "Er staan nog 2 keuzes open. "),
    ],
)
def test_each_choice_is_asked_in_turn(
    apart: tuple[Path, Path],
    sto: Sto,
    monkeypatch: pytest.MonkeyPatch,
    answers: Sequence[str],
    results: list[str],
    left: str,
) -> None:
    here, there = apart
    monkeypatch.setattr("sys.stdin", Terminal("\n".join(["j", *answers, ""])))
    result = sto("samenvoegen", here, there)
    places = [result.out.index(f"Keuze {number} van 3: ") for number in (1, 2, 3)]
    assert places == sorted(places)
    assert result.out.count("h of a, leeg is later: ") + result.out.count("h of a of b, leeg is later: ") == len(
        answers
    )
    assert "  h, hier: 9.1hier\n  a, laptop.sto.json: 9.1daar\n" in result.out
    assert result.out.count("  b, beide: ") == 1
    about = [line.rpartition(", bij ")[2] for line in result.out.splitlines() if ", bij ‘" in line]
    assert about == ["‘Nr’", "‘Nr’", "‘Tastbaar resultaat’"]
    assert chosen(here) == results
    assert result.code == bool(left)
    again = f"Kies op een terminal met: sto samenvoegen {shlex.quote(str(here))}\n"
    assert result.err.endswith(f"{left}{again}" if left else "")


def test_without_a_yes_nothing_is_brought_together(
    apart: tuple[Path, Path], sto: Sto, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = apart
    before = here.read_bytes()
    monkeypatch.setattr("sys.stdin", Terminal("n\n"))
    result = sto("samenvoegen", here, there)
    assert (result.code, result.err.endswith("Er is niets samengevoegd.\n")) == (1, True)
    assert here.read_bytes() == before
