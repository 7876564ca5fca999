"""`sto geschiedenis`: what it lists, and that going back is one new change or none at all."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from sto_tui.command import history as command
from sto_tui.domain.change import adding, changing, removing
from sto_tui.domain.dossier import ref_of
from sto_tui.domain.evaluation import Answer, Question, QuestionPart
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.plan import Theme
from sto_tui.storage.past.entry import Entry
from sto_tui.storage.past.history import History
from sto_tui.storage.store import DossierStore
from tests.conftest import CONTROLS, NASTY, NOW, clock, is_root
from tests.support.commands import (
    Result,
    Sto,
    assert_one_dutch_sentence,
    assert_refused,
    everything_in,
    first_milestone,
    raw,
)

HINT = "Teruggaan tot vóór wijziging N: sto geschiedenis BESTAND --terug N\n"
NOTHING = "Er is niets terug te zetten: alles staat al zoals vóór wijziging {}.\n"


def history_file(dossier: Path) -> Path:
    return dossier.parent / "proef.sto.d" / "geschiedenis.jsonl"


def opened(dossier: Path, user: str = "jan") -> DossierStore:
    return DossierStore.open(dossier, user, clock)


def content(dossier: Path) -> dict[str, Any]:
    """The tables, without what counts changes: a state that comes back is a newer version."""
    tables = {name: documents for name, documents in raw(dossier).items() if name != "meta"}
    for documents in tables.values():
        for document in documents.values():
            document.pop("rev", None)
    return tables


def set_lights(sto: Sto, dossier: Path, *lights: str) -> None:
    number = first_milestone(dossier)[1]["number"]
    for light in lights:
        assert sto("stoplicht", dossier, number, light).code == 0


def back(sto: Sto, dossier: Path, number: int) -> str:
    """Goes back, and returns what was printed."""
    lines = len(history_file(dossier).read_bytes().splitlines())
    result = sto("geschiedenis", dossier, "--terug", str(number))
    assert (result.code, result.err) == (0, "")
    assert "eruggezet" in result.out or result.out.startswith("Terugzetten ongedaan gemaakt: ")
    assert result.out.count("\n") == 1
    assert len(history_file(dossier).read_bytes().splitlines()) == lines + 1
    return result.out


def write_history(dossier: Path, *lines: dict[str, Any]) -> None:
    path = history_file(dossier)
    path.parent.mkdir(exist_ok=True)
    path.write_text("".join(json.dumps(line) + "\n" for line in lines), encoding="utf-8")


def line(**values: Any) -> dict[str, Any]:
    return {"key": "1", "at": NOW.isoformat(), "by": "anja", "label": "Iets gewijzigd", "edits": []} | values


def edit_by_hand(dossier: Path, table: str, id: str, **values: Any) -> None:
    document = raw(dossier)
    document[table][id] |= values
    dossier.write_text(json.dumps(document), encoding="utf-8")


# The list.


def test_newest_first_and_numbered(sto: Sto, dossier: Path) -> None:
    set_lights(sto, dossier, "groen", "oranje", "rood")
    result = sto("geschiedenis", dossier)
    assert (result.code, result.err) == (0, HINT)
    lines = result.out.splitlines()
    assert [text.split()[0] for text in lines] == ["1", "2", "3"]
    lights = [re.search(r" op (\w+) gezet:", text) for text in lines]
    assert [found and found[1] for found in lights] == ["rood", "oranje", "groen"]


def test_a_line_says_when_who_and_what_in_columns(sto: Sto, dossier: Path) -> None:
    moment = datetime(2026, 11, 22, 14, 2)
    names = [("jo", "Een"), ("anja van dijk", "Twee"), ("n" * 90, "Drie")]
    lines = [
        line(at=(moment + timedelta(days=n)).isoformat(), by=by, label=label) for n, (by, label) in enumerate(names)
    ]
    write_history(dossier, *lines)
    assert sto("geschiedenis", dossier).out.splitlines() == [
        f"   1  24-11-2026 14:02  {'n' * 90}  Drie",
        "   2  23-11-2026 14:02  anja van dijk         Twee",
        "   3  22-11-2026 14:02  jo                    Een",
    ]


def test_no_history_yet(sto: Sto, dossier: Path, tmp_path: Path) -> None:
    before = everything_in(tmp_path)
    assert sto("geschiedenis", dossier) == Result(0, "", "Nog geen wijzigingen in de geschiedenis.\n")
    assert sto("geschiedenis", dossier, "--json") == Result(0, "[]\n", "")
    result = sto("geschiedenis", dossier, "--terug", "1")
    assert_refused(result)
    assert "nog geen wijzigingen" in result.err
    assert everything_in(tmp_path) == before


def test_as_json(sto: Sto, dossier: Path) -> None:
    set_lights(sto, dossier, "groen", "rood")
    result = sto("geschiedenis", dossier, "--json")
    assert (result.code, result.err) == (0, "")
    newest, oldest = json.loads(result.out)
    assert set(newest) == {"number", "at", "by", "label", "refs"}
    assert (newest["number"], oldest["number"]) == (1, 2)
    assert datetime.fromisoformat(newest["at"]) >= datetime.fromisoformat(oldest["at"])
    assert " op rood gezet: " in newest["label"]
    assert f"milestones/{first_milestone(dossier)[0]}" in newest["refs"]


def test_what_others_wrote_is_shown_whole_on_one_line_and_inert(sto: Sto, dossier: Path) -> None:
    nasty = [*NASTY, CONTROLS, "regel\r\nregel\u2028regel\n\n", "", "tab\ttab"]
    ref = {"ref": "milestones/1/\x1b[31m", "before": None, "after": None}
    write_history(dossier, *(line(label=text, by=text, edits=[ref]) for text in nasty))
    listed, as_json = sto("geschiedenis", dossier), sto("geschiedenis", dossier, "--json")
    lines = listed.out.split("\n")[:-1]
    assert len(lines) == len(json.loads(as_json.out)) == len(nasty)
    assert all(text.isprintable() for text in lines)
    assert [shown for shown in NASTY if not any(shown in text for text in lines)] == []
    for row in json.loads(as_json.out):
        assert (row["label"] + row["by"] + row["refs"][0]).isprintable()


@pytest.mark.parametrize(
    "stray",
    [
        b'{"at": "2026-',
        b'{"key": "1", "at": "2026-09-03T14:02:00", "by": "anja", "label": "half\n',
        b"\xff\xfe\n",
        b"[1]\n\n{}\n",
        b'{"at": 3, "by": [], "label": {}, "edits": 1}\n',
        b"[" * 100_000,
    ],
)
def test_a_torn_or_foreign_last_line_is_passed_over(sto: Sto, dossier: Path, stray: bytes) -> None:
    state = content(dossier)
    set_lights(sto, dossier, "groen")
    with history_file(dossier).open("ab") as file:
        file.write(stray)
    (row,) = json.loads(sto("geschiedenis", dossier, "--json").out)
    assert row["number"] == 1
    assert sto("geschiedenis", dossier, "--terug", "1").code == 0
    assert content(dossier) == state
    assert len(json.loads(sto("geschiedenis", dossier, "--json").out)) == 2


@pytest.fixture
def long_history(dossier: Path) -> Path:
    """A dossier with 2,000 changes."""
    write_history(dossier, *(line(label=f"Wijziging {number} {'x' * 200}") for number in range(2_000, 0, -1)))
    return dossier


def test_a_long_history_is_listed_whole(sto: Sto, long_history: Path) -> None:
    lines = sto("geschiedenis", long_history).out.splitlines()
    assert [int(text.split()[0]) for text in lines] == list(range(1, 2_001))
    assert {text.index("anja") for text in lines} == {lines[0].index("anja")}
    assert " Wijziging 2000 " in lines[-1]


def test_the_columns_stand_under_each_other_when_a_long_name_was_earlier(sto: Sto, dossier: Path) -> None:
    """The newest of 150 changes is of the longest name; the oldest stand in another lot than that one."""
    write_history(dossier, *(line(label="Titel", by="johanna" if number == 150 else "jan") for number in range(1, 151)))
    lines = sto("geschiedenis", dossier).out.splitlines()
    assert [text.split()[3] for text in (lines[0], lines[-1])] == ["johanna", "jan"]
    assert {text.index("Titel") for text in lines} == {lines[0].index("Titel")}


def test_no_more_is_read_than_is_printed(
    sto: Sto, long_history: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    read: list[Entry] = []
    all_entries = History.entries

    def counted(self: History) -> Iterator[Entry]:
        for entry in all_entries(self):
            read.append(entry)
            yield entry

    def nobody_reads(text: str) -> None:
        raise BrokenPipeError

    monkeypatch.setattr(History, "entries", counted)
    monkeypatch.setattr(command, "say", nobody_reads)
    with pytest.raises(BrokenPipeError):
        sto("geschiedenis", long_history)
    assert len(read) == command.TOGETHER


@pytest.mark.skipif(os.name == "nt", reason="pipes end otherwise")
@pytest.mark.slow
def test_a_reader_who_stops_early_is_no_error(long_history: Path) -> None:
    argv = [sys.executable, "-m", "sto_tui.cli", "geschiedenis", str(long_history)]
    with subprocess.Popen(argv, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        assert process.stdout.readline().startswith(b"   1  03-09-2026 14:02  anja  ")
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


# Going back.


def test_back_one(sto: Sto, dossier: Path) -> None:
    set_lights(sto, dossier, "groen", "oranje")
    state = content(dossier)
    set_lights(sto, dossier, "rood")
    assert "op rood" in back(sto, dossier, 1)
    assert content(dossier) == state


def test_back_three_is_one_change(sto: Sto, dossier: Path) -> None:
    set_lights(sto, dossier, "groen")
    state = content(dossier)
    set_lights(sto, dossier, "oranje", "rood", "gereed")
    assert "3 wijzigingen teruggezet" in back(sto, dossier, 3)
    assert content(dossier) == state
    assert len(json.loads(sto("geschiedenis", dossier, "--json").out)) == 5


def test_back_and_forth_any_number_of_times(sto: Sto, dossier: Path) -> None:
    start = content(dossier)
    set_lights(sto, dossier, "groen", "oranje", "rood")
    end = content(dossier)
    back(sto, dossier, 3)
    assert content(dossier) == start
    for state in (end, start, end):
        back(sto, dossier, 1)
        assert content(dossier) == state
    back(sto, dossier, 7)
    assert content(dossier) == start


@pytest.mark.parametrize("typed", ["2", " 2 ", "002"])
def test_a_whole_number_may_be_typed_loosely(sto: Sto, dossier: Path, typed: str) -> None:
    state = content(dossier)
    set_lights(sto, dossier, "groen", "oranje")
    assert sto("geschiedenis", dossier, "--terug", typed).code == 0
    assert content(dossier) == state


def test_what_was_added_goes_and_comes_back(sto: Sto, dossier: Path) -> None:
    state = content(dossier)
    store = opened(dossier)
    question = Question(part=QuestionPart.BORGING, text="Nieuwe vraag", id=-1)
    added = store.apply(adding(store.dossier, question, Answer(question=-1, text="Een antwoord", id=-1)))
    both = content(dossier)
    back(sto, dossier, 1)
    assert content(dossier) == state
    back(sto, dossier, 1)
    assert content(dossier) == both
    assert {str(ref) for ref in added.refs} <= set(json.loads(sto("geschiedenis", dossier, "--json").out)[0]["refs"])


def test_what_was_removed_with_all_that_hung_on_it_comes_back(sto: Sto, dossier: Path) -> None:
    start = content(dossier)
    store = opened(dossier)
    theme = max(store.dossier.of(Theme).values(), key=lambda one: len(store.dossier.referrers(ref_of(one))))
    removed = store.apply(removing(store.dossier, theme))
    assert len(removed.edits) > 2
    without = content(dossier)
    back(sto, dossier, 1)
    assert content(dossier) == start
    back(sto, dossier, 1)
    assert content(dossier) == without
    back(sto, dossier, 3)
    assert content(dossier) == start


def test_back_before_a_change_with_a_nasty_label(sto: Sto, dossier: Path) -> None:
    id, milestone = first_milestone(dossier)
    after = {**milestone, "title": "Anders"}
    write_history(
        dossier,
        line(label=f"{CONTROLS}\nregel", edits=[{"ref": f"milestones/{id}", "before": milestone, "after": after}]),
    )
    edit_by_hand(dossier, "milestones", id, title="Anders")
    printed = back(sto, dossier, 1)
    assert printed.strip().isprintable()
    assert raw(dossier)["milestones"][id]["title"] == milestone["title"]


# Beside what was changed outside sto-tui.


def test_another_field_that_was_changed_by_hand_is_kept(sto: Sto, dossier: Path) -> None:
    id, milestone = first_milestone(dossier)
    set_lights(sto, dossier, "rood")
    edit_by_hand(dossier, "milestones", id, title="Met de hand gewijzigd")
    back(sto, dossier, 1)
    after = raw(dossier)["milestones"][id]
    assert after["title"] == "Met de hand gewijzigd"
    assert after.get("light") == milestone.get("light")


def test_the_same_field_changed_by_hand_refuses(sto: Sto, dossier: Path, tmp_path: Path) -> None:
    set_lights(sto, dossier, "rood")
    edit_by_hand(dossier, "milestones", first_milestone(dossier)[0], light="oranje")
    before = everything_in(tmp_path)
    result = sto("geschiedenis", dossier, "--terug", "1")
    assert_refused(result)
    assert "Er is niets opgeslagen" in result.err
    assert everything_in(tmp_path) == before


def test_an_added_record_that_was_changed_by_hand_stays(sto: Sto, dossier: Path, tmp_path: Path) -> None:
    store = opened(dossier)
    ref = store.apply(adding(store.dossier, Question(part=QuestionPart.BORGING, text="Vraag"))).refs[0]
    edit_by_hand(dossier, "questions", str(ref.id), text="Betere vraag")
    before = everything_in(tmp_path)
    assert_refused(sto("geschiedenis", dossier, "--terug", "1"))
    assert everything_in(tmp_path) == before


def test_a_removed_record_whose_place_is_taken_is_refused(sto: Sto, dossier: Path, tmp_path: Path) -> None:
    store = opened(dossier)
    ref = store.apply(adding(store.dossier, Question(part=QuestionPart.BORGING, text="Vraag"))).refs[0]
    store.apply(removing(store.dossier, store.dossier.of(Question)[ref.id]))
    document = raw(dossier)
    document["questions"][str(ref.id)] = {"part": "borging", "text": "Een heel andere vraag"}
    dossier.write_text(json.dumps(document), encoding="utf-8")
    before = everything_in(tmp_path)
    result = sto("geschiedenis", dossier, "--terug", "1")
    assert_refused(result)
    assert "bestaat al" in result.err
    assert everything_in(tmp_path) == before


# Nothing to put back.


def nothing(sto: Sto, dossier: Path, number: int) -> None:
    before = everything_in(dossier.parent)
    assert sto("geschiedenis", dossier, "--terug", str(number)) == Result(0, "", NOTHING.format(number))
    assert everything_in(dossier.parent) == before


def test_a_change_and_its_return_together_are_nothing(sto: Sto, dossier: Path) -> None:
    set_lights(sto, dossier, "rood")
    back(sto, dossier, 1)
    nothing(sto, dossier, 2)
    store = opened(dossier)
    ref = store.apply(adding(store.dossier, Question(part=QuestionPart.BORGING, text="Vraag"))).refs[0]
    store.apply(removing(store.dossier, store.dossier.of(Question)[ref.id]))
    nothing(sto, dossier, 2)


def test_what_was_put_back_by_hand_already_is_nothing(sto: Sto, dossier: Path) -> None:
    store = opened(dossier)
    milestone = next(iter(store.dossier.of(Milestone).values()))
    store.apply(changing(store.dossier, milestone, milestone.changed(title="Anders")))
    edit_by_hand(dossier, "milestones", str(milestone.id), title=milestone.title)
    nothing(sto, dossier, 1)


def test_what_was_removed_by_hand_already_is_nothing(sto: Sto, dossier: Path) -> None:
    store = opened(dossier)
    ref = store.apply(adding(store.dossier, Question(part=QuestionPart.BORGING, text="Vraag"))).refs[0]
    document = raw(dossier)
    del document["questions"][str(ref.id)]
    dossier.write_text(json.dumps(document), encoding="utf-8")
    nothing(sto, dossier, 1)


# Refusals.


NONE_OF_TWO = (
    *("0", "00", "-1", "3", "1,5", "1.0", "1e0", "x", "", " ", "²", "٢", "+1", "1_0"),
    *("9" * 30, "9" * 5_000, "\x1b[31m1"),
)


def test_a_number_that_is_none_of_the_changes(sto: Sto, dossier: Path, tmp_path: Path) -> None:
    """One after another: what is refused leaves everything as it was."""
    set_lights(sto, dossier, "groen", "rood")
    before = everything_in(tmp_path)
    for typed in NONE_OF_TWO:
        result = sto("geschiedenis", dossier, f"--terug={typed}")
        assert_refused(result)
        assert "2 wijzigingen" in result.err, typed
        assert everything_in(tmp_path) == before, typed


def test_the_only_change_is_number_one(sto: Sto, dossier: Path) -> None:
    set_lights(sto, dossier, "groen")
    result = sto("geschiedenis", dossier, "--terug", "2")
    assert_refused(result)
    assert result.err.endswith("heeft 1 wijziging. Kies 1.\n")


@pytest.mark.parametrize(
    ("ref", "before"),
    [("kleuren/1", {"naam": "blauw"}), ("milestones/1", {"kleur": "blauw"}), ("milestones/1", {"title": 3})],
)
def test_a_change_of_another_version_is_refused(
    sto: Sto, dossier: Path, tmp_path: Path, ref: str, before: dict[str, Any]
) -> None:
    write_history(dossier, line(edits=[{"ref": ref, "before": before, "after": None}]))
    files = everything_in(tmp_path)
    result = sto("geschiedenis", dossier, "--terug", "1")
    assert_refused(result)
    assert "andere versie" in result.err
    assert everything_in(tmp_path) == files


@pytest.mark.parametrize("options", [[], ["--json"], ["--terug", "1"]], ids=" ".join)
def test_a_bad_dossier_is_refused_and_left_alone(sto: Sto, dossier: Path, tmp_path: Path, options: list[str]) -> None:
    set_lights(sto, dossier, "groen")
    dossier.write_bytes(dossier.read_bytes()[:-100])
    before = everything_in(tmp_path)
    for path in (dossier, tmp_path / "er-niet.sto.json", tmp_path, ""):
        assert_refused(sto("geschiedenis", path, *options))
    assert everything_in(tmp_path) == before


@pytest.mark.parametrize("options", [[], ["--json"], ["--terug", "1"]], ids=" ".join)
def test_a_history_that_cannot_be_read(sto: Sto, dossier: Path, tmp_path: Path, options: list[str]) -> None:
    history_file(dossier).mkdir(parents=True)
    before = everything_in(tmp_path)
    assert_refused(sto("geschiedenis", dossier, *options))
    assert everything_in(tmp_path) == before


@pytest.mark.skipif(os.name == "nt" or is_root(), reason="rights hold nobody back here")
def test_in_a_folder_that_may_not_be_written_the_history_can_be_read(sto: Sto, dossier: Path, tmp_path: Path) -> None:
    set_lights(sto, dossier, "groen")
    before = dossier.read_bytes()
    tmp_path.chmod(0o555)
    try:
        listed, gone_back = sto("geschiedenis", dossier), sto("geschiedenis", dossier, "--terug", "1")
    finally:
        tmp_path.chmod(0o755)
    assert (listed.code, listed.out.count("\n")) == (0, 1)
    assert (gone_back.code, gone_back.out) == (2, "")
    assert dossier.read_bytes() == before


def test_a_light_that_is_not_noted_is_said(sto: Sto, dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(History, "append", full)
    result = sto("stoplicht", dossier, "1.1a", "oranje")
    assert result.code == 0
    assert "De wijziging is opgeslagen, maar niet in de geschiedenis: de schijf is vol." in result.err


def test_a_return_that_is_not_noted_is_said(sto: Sto, dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    state = content(dossier)
    set_lights(sto, dossier, "groen")

    def full(*_: object) -> str:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(History, "append", full)
    result = sto("geschiedenis", dossier, "--terug", "1")
    assert result.code == 0
    assert "niet in de geschiedenis" in result.err
    assert content(dossier) == state


def test_help_and_wrong_use_are_dutch(sto: Sto) -> None:
    result = sto("geschiedenis", "--help")
    assert (result.code, result.err) == (0, "")
    assert result.out.startswith("Gebruik: sto geschiedenis")
    assert "--terug N" in result.out
    for argv in ([], ["a", "--terug"], ["a", "--json", "--terug", "1"], ["a", "b"]):
        wrong = sto("geschiedenis", *argv)
        assert_refused(wrong)
        assert_one_dutch_sentence(wrong.err)
