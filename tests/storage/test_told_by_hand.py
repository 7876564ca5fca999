"""What the store says of copies, of work that waits and of why something cannot be written; and who may read it."""

import os
import shutil
import stat
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sto_tui.domain.change import Change, Edit
from sto_tui.domain.dossier import Unsettled
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Goal
from sto_tui.domain.record import Ref
from sto_tui.storage.ahead.conflicting import _label, told_choices
from sto_tui.storage.ahead.queue_on_disk import Waiting
from sto_tui.storage.apart.beside import stamps_beside, told_beside, useless_beside
from sto_tui.storage.apart.words import told_effect, told_records
from sto_tui.storage.file import network_disk
from sto_tui.storage.file.dossier_copy import DossierCopy, Joined, read_copy
from sto_tui.storage.file.durable_write import why_read_only, write_durably
from sto_tui.storage.file.lineage import Lineage
from sto_tui.storage.file.rights import align, take_rights
from sto_tui.storage.served.own_states import told_own
from sto_tui.storage.served.presence import Presented, _presented
from sto_tui.storage.served.sending import Sent
from sto_tui.storage.steps import NO_EFFECT
from sto_tui.storage.store import DossierStore
from tests.conftest import NOW
from tests.support.by_hand import dossier_with

# Copies.

GOAL = Goal(id=1, number=1, text="Meer")
BUS = Milestone(id=1, number="1.1", title="Bus", due=date(2027, 3, 1))
LAB = Milestone(id=2, number="1.2", title="Lab")
JANSEN = Party(id=9, name="Jansen")
KNOWN = Unsettled(Ref("goals", 1), ("text",), GOAL.changed(text="Minder"), "laptop")
NEW = Unsettled(Ref("milestones", 1), ("title",), BUS.changed(title="Trein"), "laptop")


def test_what_comes_in_is_told_by_name() -> None:
    """What is renamed has the name that it gets; what changed for nobody to see, and was asked before, is not told."""
    ours = dossier_with(GOAL, BUS, LAB)
    ours = type(ours)(dict(ours.tables), unsettled=(KNOWN,))
    renamed = BUS.changed(title="Bus rijdt", due=date(2027, 4, 1))
    edits = (
        Edit(Ref("milestones", 1), BUS, renamed),
        Edit(Ref("milestones", 2), LAB, None),
        Edit(Ref("parties", 9), None, JANSEN),
        Edit(Ref("goals", 1), GOAL, GOAL.model_copy(update={"rev": 7})),
    )
    joined = Joined(Change("", edits), (), (KNOWN, NEW), (NEW,), "a", "b", Lineage("x", ("b",)), (), "", {})
    assert list(told_records(joined, ours)) == [
        "Mijlpaal 1.1 Bus rijdt gewijzigd: mijlpaal en klaar op",
        "Mijlpaal 1.2 Lab gaat weg",
        "Partij Jansen komt erbij",
        "Keuze: Mijlpaal 1.1 Bus rijdt, bij ‘Mijlpaal’",
    ]


@pytest.mark.parametrize(
    ("after", "told"),
    [
        # Of the two fields that are to be chosen it takes one as it is there.
        ({"title": "Trein"}, "1 keuze: die wordt zoals daar tot je kiest"),
        ({"tangible_result": "Een bus"}, "1 keuze: die blijft staan zoals hier tot je kiest"),
    ],
)
def test_how_a_choice_about_two_fields_stands_until_then(after: dict[str, str], told: str) -> None:
    choice = Unsettled(Ref("milestones", 1), ("title", "due"), BUS.changed(title="Trein", due=None), "laptop")
    edit = Edit(Ref("milestones", 1), BUS, BUS.changed(**after))
    joined = Joined(Change("", (edit,)), (), (choice,), (choice,), "a", "b", Lineage("x", ("b",)), (), "", {})
    assert [*told_effect(joined, dossier_with().region)] == ["mijlpalen: 1 gewijzigd", told]


def test_which_files_beside_a_dossier_are_copies_and_which_only_look_so(small: Path) -> None:
    ours = read_copy(small)
    assert (told_beside([]), useless_beside(ours), stamps_beside(small)) == ("", [], {})
    own = shutil.copy2(small, small.with_name("regio (1).sto.json"))
    broken = small.with_name("regio (2).sto.json")
    broken.write_bytes(b"{")
    DossierStore.create(small.with_name("regio (3).sto.json"), dossier_with(name="Elders"))
    small.with_name("regio-2027.sto.json").write_bytes(small.read_bytes())
    assert [name for name, _ in useless_beside(ours)] == ["regio (2).sto.json", "regio (3).sto.json"]
    assert useless_beside(ours)[1][1] == "regio (3).sto.json is een ander dossier, van Elders."
    assert [*stamps_beside(small)] == ["regio (1).sto.json", "regio (2).sto.json", "regio (3).sto.json"]
    assert stamps_beside(small)["regio (2).sto.json"] == (broken.stat().st_mtime_ns, 1)
    copy: DossierCopy = read_copy(Path(own))
    assert told_beside([copy]) == "Hiernaast ligt een kopie met ander werk: regio (1).sto.json."
    assert told_beside([copy, ours]) == "Hiernaast liggen 2 kopieën met ander werk."


# A server.


def waiting(*labels: tuple[str, str]) -> list[Waiting]:
    return [
        Waiting(Sent(Change(label, ()), said, NO_EFFECT, "", str(number)), NOW)
        for number, (said, label) in enumerate(labels)
    ]


@pytest.mark.parametrize(
    ("labels", "said"),
    [
        ([("", "Doel 1 gewijzigd")], "Doel 1 gewijzigd"),
        ([("Teruggedraaid: ", "Doel 1 gewijzigd")], "Teruggedraaid: Doel 1 gewijzigd"),
        ([("", "Doel 1 gewijzigd"), ("", "Doel 2 weg")], "2 wijzigingen die wachtten, vanaf: Doel 1 gewijzigd"),
    ],
)
def test_what_waited_is_one_line_of_the_history(labels: Sequence[tuple[str, str]], said: str) -> None:
    assert _label(waiting(*labels)) == said


@pytest.mark.parametrize(
    ("many", "said"),
    [
        (0, "Wat wachtte is samengevoegd met wat anderen intussen deden."),
        (1, "Druk op C: er staat nog 1 keuze open."),
        (2, "Druk op C: er staan nog 2 keuzes open."),
    ],
)
def test_what_bringing_together_leaves_to_choose(many: int, said: str) -> None:
    assert told_choices(many) == said


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("jan:3 goals/2 t", Presented("jan:3", Ref("goals", 2), serves_phones=True)),
        ("jan:3 goals/2", Presented("jan:3", Ref("goals", 2))),
        ("jan:3 - t", Presented("jan:3", None, serves_phones=True)),
        ("jan:3 - x", Presented("jan:3")),
        ("jan:3", Presented("jan:3")),
        # Whoever may connect can call a connection as they like.
        ("jan:3 geen/verwijzing/hier/1 t", Presented("jan:3", None, serves_phones=True)),
        ("", Presented("-")),
    ],
)
def test_what_the_name_of_a_connection_says(words: str, shown: Presented) -> None:
    assert _presented(words) == shown


def test_an_own_state_of_before_is_named_the_newest_first(tmp_path: Path) -> None:
    assert told_own(tmp_path) == ""
    for number, name in enumerate(("b", "a", "c"), 1):
        path = tmp_path / f"eigen-stand-{name}.sto.json"
        path.write_bytes(b"{}")
        os.utime(path, (number if name != "a" else 9, number if name != "a" else 9))
        more = {1: "", 2: " En nog 1 in die map.", 3: " En nog 2 in die map."}[number]
        newest = "b" if number == 1 else "a"
        assert (
            told_own(tmp_path)
            == f"Een eigen stand van eerder staat in eigen-stand-{newest}.sto.json in {tmp_path}.{more}"
        )


# The disk, and who may read what.


@pytest.mark.parametrize(
    ("refused", "said"),
    [
        (".", "Alleen lezen: in de map {folder} mag je niet schrijven. Vraag de eigenaar om schrijfrechten."),
        ("a.sto.json", "Alleen lezen: a.sto.json mag je niet wijzigen. Vraag de eigenaar ("),
        ("a.sto.json.lock", "Alleen lezen: a.sto.json.lock is van een ander en niet te openen. Vraag de eigenaar ("),
        ("b", ""),
    ],
)
def test_why_a_dossier_is_only_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, refused: str, said: str) -> None:
    path = tmp_path / "a.sto.json"
    for name in ("a.sto.json", "a.sto.json.lock"):
        (tmp_path / name).write_text("")
    monkeypatch.setattr(os, "access", lambda place, _: Path(place) != tmp_path / refused)
    told = why_read_only(path)
    assert told.startswith(said.format(folder=tmp_path))
    assert told.endswith("om schrijfrechten." if said else "")
    assert bool(told) is bool(said)


@pytest.mark.parametrize(("kind", "warns"), [("cifs", True), ("nfs4", True), ("ext4", False)])
def test_a_network_disk_is_warned_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str, warns: bool) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"/dev/sda / ext4 rw 0 0\n//srv/deel {tmp_path} {kind} rw 0 0\n")
    monkeypatch.setattr(network_disk, "_MOUNTS", mounts)
    told = network_disk.network_warning(tmp_path / "a.sto.json")
    begin = f"a.sto.json staat op een netwerkschijf ({kind}): werk hier alleen"
    assert told.startswith(begin) if warns else told == ""
    monkeypatch.setattr(network_disk, "_MOUNTS", tmp_path / "weg")
    assert network_disk.network_warning(tmp_path / "a.sto.json") == ""


def status(path: Path, **values: int) -> os.stat_result:
    """The status of a file with another mode or group."""
    fields: list[Any] = list(path.stat())[:10]
    fields[stat.ST_MODE] = values.get("mode", fields[stat.ST_MODE])
    fields[stat.ST_GID] = values.get("group", fields[stat.ST_GID])
    return os.stat_result(fields)


@pytest.mark.parametrize(
    ("mode", "own_group", "after"),
    [
        # In a folder that is shared the group may write what it may read.
        (0o42775, True, 0o664),
        # Of another group, or not shared, it is as this account makes its files; the folder says what may be shared.
        (0o42775, False, 0o644),
        (0o40775, True, 0o644),
        (0o42755, True, 0o644),
    ],
)
def test_a_new_file_in_a_shared_folder(tmp_path: Path, mode: int, own_group: bool, after: int) -> None:
    path = tmp_path / "a"
    path.write_text("")
    group = path.stat().st_gid
    place = status(tmp_path, mode=mode, group=group if own_group else group + 1)
    before = os.umask(0o022)
    try:
        with path.open("r+b") as file:
            assert take_rights(file.fileno(), None, place) == ""
    finally:
        os.umask(before)
    assert path.stat().st_mode & 0o777 == after


def test_a_dossier_that_is_made_in_a_shared_folder_is_for_the_group(tmp_path: Path) -> None:
    tmp_path.chmod(0o2775)
    before = os.umask(0o022)
    try:
        assert write_durably(tmp_path / "a.sto.json", [b"{}"]).remark == ""
    finally:
        os.umask(before)
    assert (tmp_path / "a.sto.json").stat().st_mode & 0o777 == 0o664


@pytest.mark.parametrize(
    ("keep", "own_group", "after"), [(True, True, 0o644), (False, True, 0o600), (True, False, 0o600)]
)
def test_what_was_more_open_stays_so_only_for_its_own_group(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, keep: bool, own_group: bool, after: int
) -> None:
    path = tmp_path / "a"
    path.write_text("")
    path.chmod(0o644)
    group = path.stat().st_gid
    monkeypatch.setattr(os, "fchown", lambda *_: None)
    with path.open("r+b") as file:
        align(file.fileno(), status(path, mode=0o100600, group=group if own_group else group + 1), keep=keep)
    assert path.stat().st_mode & 0o777 == after
