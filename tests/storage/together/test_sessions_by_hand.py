"""Sessions beside each other by hand: who is there, for how long, and whose unfinished typing is offered."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from sto_tui.domain.change import NotSavedError
from sto_tui.domain.record import Ref
from sto_tui.storage.file.companion_folder import companion_folder, made_beside
from sto_tui.storage.together.edited_outside import folder_of, with_its_text
from sto_tui.storage.together.open_dossier import Session
from sto_tui.storage.together.presence import OtherSession, Presence, session_runs, this_session
from sto_tui.storage.together.unfinished import Rescued, TypingRescue

# Who is there.


def test_whether_a_session_still_runs() -> None:
    own = this_session()
    assert session_runs(own)
    assert session_runs({**own, "host": "elders", "pid": 0})
    assert not session_runs({**own, "born": "1"})
    assert not session_runs({**own, "pid": 2**22 + 1})
    assert not session_runs({**own, "pid": 0})
    assert not session_runs({**own, "pid": 2**70})


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="only Linux says so")
def test_a_process_that_ended_and_was_not_looked_after_runs_no_more() -> None:
    """In a container the first process often does not do that."""
    process = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    born = Path(f"/proc/{process.pid}/stat").read_text().rpartition(")")[2].split()[19]
    said = {**this_session(), "pid": process.pid, "born": born}
    assert session_runs(said)
    process.kill()
    # Waits for the end, and leaves the process as it is.
    os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
    assert not session_runs(said)
    process.communicate()


SAID = {"user": "anja", "host": "elders", "pid": 1, "born": "", "editing": "goals/3"}


def put_sign(folder: Path, name: str, at: float, **said: object) -> Path:
    """A sign of life that was given at this moment."""
    place = folder / name
    place.write_text(json.dumps({**SAID, **said}))
    os.utime(place, (at, at))
    return place


@pytest.mark.parametrize(
    ("seconds", "there"), [(-5.0, True), (0.0, True), (59.0, True), (60.0, True), (60.5, False), (3600.0, False)]
)
def test_a_sign_of_life_from_another_machine_holds_for_a_minute(tmp_path: Path, seconds: float, there: bool) -> None:
    """Its age is counted from our own sign, by the clock of the disk; what is too old is cleared away."""
    here = Presence(tmp_path / "a.sto.json", "jan")
    (tmp_path / "a.sto.json").write_text("{}")
    here.enter()
    (own,) = (companion_folder(tmp_path / "a.sto.json") / "sessies").iterdir()
    os.utime(own, (10_000.0, 10_000.0))
    sign = put_sign(own.parent, "anja.json", 10_000.0 - seconds)
    assert here.other_sessions() == ((OtherSession("anja.json", "anja", Ref("goals", 3)),) if there else ())
    assert sign.exists() == there
    own.unlink()
    assert here.other_sessions() == ((OtherSession("anja.json", "anja", Ref("goals", 3)),) if there else ()), (
        "then no age is known"
    )


def test_who_is_there_stands_in_order_of_name_and_what_is_no_sign_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "a.sto.json"
    path.write_text("{}")
    path.chmod(0o664)
    here = Presence(path, "jan")
    here.enter()
    (own,) = (companion_folder(path) / "sessies").iterdir()
    assert own.stat().st_mode & 0o777 == 0o664, "a colleague may clear it away"
    now = own.stat().st_mtime
    put_sign(own.parent, "c.json", now, user="x" * 61, editing=None)
    put_sign(own.parent, "b.json", now)
    put_sign(own.parent, "d.json", now, editing="nergens")
    put_sign(own.parent, "e.txt", now)
    (own.parent / "f.json").mkdir()
    os.truncate(put_sign(own.parent, "h.json", now), 10**12)
    dead = put_sign(own.parent, "g.json", now, host=socket.gethostname(), pid=0)
    assert here.other_sessions() == (
        OtherSession("b.json", "anja", Ref("goals", 3)),
        OtherSession("c.json", "x" * 60, None),
    )
    assert not dead.exists()
    here.leave()
    assert not own.exists()


def test_a_sign_is_given_every_quarter_of_a_minute_and_when_another_form_opens(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.sto.json"
    path.write_text("{}")
    here = Presence(path, "jan")
    here.enter()
    (own,) = (companion_folder(path) / "sessies").iterdir()

    def beaten(at: float, editing: Ref | None) -> tuple[bool, str | None]:
        """Whether a sign was given at this second, and which form it tells of."""
        os.utime(own, (1.0, 1.0))
        monkeypatch.setattr(time, "monotonic", lambda: at)
        here.beat(editing)
        return own.stat().st_mtime > 1, json.loads(own.read_bytes())["editing"]

    assert beaten(100.0, None) == (True, None)
    assert beaten(114.9, None) == (False, None)
    assert beaten(115.0, None) == (True, None)
    assert beaten(129.9, None) == (False, None)
    assert beaten(129.9, Ref("goals", 3)) == (True, "goals/3")
    assert beaten(144.8, Ref("goals", 3)) == (False, "goals/3")
    assert beaten(145.0, None) == (True, None)
    own.unlink()
    here.beat(None)
    assert own.exists()
    shutil.rmtree(companion_folder(path))
    here.beat(Ref("goals", 3))
    assert json.loads(own.read_bytes())["editing"] == "goals/3"
    shutil.rmtree(companion_folder(path))
    companion_folder(path).write_text("in de weg")
    here.beat(None)
    companion_folder(path).unlink()
    here.beat(None)
    assert json.loads(own.read_bytes())["editing"] is None


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="the system does not say when a process began")
def test_when_a_process_began_is_the_22nd_word_of_its_status() -> None:
    status = Path("/proc/self/stat").read_text()
    name = status[status.index("(") : status.rindex(")") + 1]
    assert this_session()["born"] == status.replace(name, "name").split()[22 - 1]


# Typing that was not finished.

ABOUT = {"table": "goals", "id": 3, "base": {"text": "a"}, "values": {"text": "b"}, "name": "Doel 3"}
LEVELS: list[dict[str, Any]] = [
    {"typed": {"text": "c"}, "new": []},
    {"typed": {}, "new": [], "field": "phases", "part": 2},
    {"typed": {}, "new": [1], "field": "partners", "part": None},
]
STATE: dict[str, Any] = {"about": ABOUT, "levels": LEVELS}
WRONG: tuple[object, ...] = (1.5, [])


def put_typing(path: Path, name: str = "x.json", **kept: object) -> None:
    """What anja was typing, elsewhere."""
    with made_beside(path, "onafgemaakt") as made:
        folder = made.path
    whole = {"user": "anja", "host": "elders", "pid": 1, "at": "2027-01-02T09:30:00", "state": STATE, **kept}
    (folder / name).write_text(json.dumps(whole))


def typing_of_anja(tmp_path: Path) -> TypingRescue:
    path = tmp_path / "a.sto.json"
    path.write_text("{}")
    return TypingRescue(path, "anja", lambda: datetime(2027, 1, 3), tmp_path / "thuis")


def level(place: int, **values: object) -> dict[str, Any]:
    return {"levels": [{**one, **(values if at == place else {})} for at, one in enumerate(LEVELS)]}


@pytest.mark.parametrize(
    ("state", "whole"),
    [
        ({}, True),
        ({"about": {**ABOUT, "id": None, "base": None}}, True),
        ({"levels": LEVELS[:1]}, True),
        ({"levels": []}, False),
        ({"levels": None}, False),
        ({"about": None}, False),
        *(({"about": {**ABOUT, name: wrong}}, False) for name in ABOUT for wrong in WRONG),
        *(({"about": {key: value for key, value in ABOUT.items() if key != name}}, False) for name in ABOUT),
        *((level(place, typed=[]), False) for place in range(3)),
        *((level(place, new={}), False) for place in range(3)),
        # The first level is the form itself: it stands in no field.
        (level(0, field=1, part="1"), True),
        *((level(place, field=1), False) for place in (1, 2)),
        *((level(place, part="1"), False) for place in (1, 2)),
    ],
)
def test_only_whole_forms_are_offered(tmp_path: Path, state: dict[str, Any], whole: bool) -> None:
    rescue = typing_of_anja(tmp_path)
    put_typing(tmp_path / "a.sto.json", state={**STATE, **state})
    assert len(rescue.pending()) == whole


@pytest.mark.parametrize(
    ("kept", "offered"),
    [
        ({}, True),
        ({"at": "2027-01-02T09:30:00+01:00"}, True),
        ({"at": "gisteren"}, False),
        ({"user": "jan"}, False),
        ({"user": "jan", "host": socket.gethostname(), "pid": 0}, False),
        # On this machine: of a session that still runs, and of one that has ended.
        (this_session(), False),
        ({**this_session(), "pid": 0}, True),
        # On another machine nobody can say; the account is the same.
        ({**this_session(), "host": "elders"}, True),
    ],
)
def test_whose_typing_is_offered(tmp_path: Path, kept: dict[str, Any], offered: bool) -> None:
    rescue = typing_of_anja(tmp_path)
    put_typing(tmp_path / "a.sto.json", **kept)
    assert [(one.at, one.state) for one in rescue.pending()] == [(datetime(2027, 1, 2, 9, 30), STATE)] * offered


def test_typing_is_offered_newest_first_and_taken_once(tmp_path: Path) -> None:
    rescue, other = typing_of_anja(tmp_path), typing_of_anja(tmp_path)
    path = tmp_path / "a.sto.json"
    for number in (2, 3, 1):
        put_typing(path, f"{number}.json", at=f"2027-01-0{number}T09:30:00")
    put_typing(path, "4.txt")
    (companion_folder(path) / "onafgemaakt" / "map.json").mkdir()
    newest, second, oldest = rescue.pending()
    assert [one.at.day for one in (newest, second, oldest)] == [3, 2, 1]
    assert rescue.take(newest)
    assert not other.take(newest)
    assert [one.at.day for one in other.pending()] == [3, 2, 1], "elsewhere until it is kept again from here"
    rescue.throw_away(second)
    rescue.throw_away(second)
    assert [one.at.day for one in other.pending()] == [3, 1]
    assert rescue.keep(STATE)
    assert len(other.pending()) == 2, "the same is not written again"
    assert rescue.keep({**STATE, "later": True})
    assert [one.at.day for one in other.pending()] == [1], "this session still runs"
    assert rescue.keep(None)
    assert len(list((companion_folder(path) / "onafgemaakt").glob("*.json"))) == 2, "the oldest, and the folder"


# A text that was in another editor when the session ended.


@pytest.mark.parametrize(
    ("files", "text"),
    [
        ({}, None),
        ({"a.md": ("oud\n", 10)}, None),
        ({"a.md": ("nieuw\n", 10)}, "nieuw"),
        ({"a.md": ("nieuw\n", 10), "a.md.save": ("later", 20)}, "later"),
        ({"a.md": ("nieuw\n", 20), "a.md.save": ("eerder", 10)}, "nieuw"),
        # At the same moment what the terminal took away with it counts.
        ({"a.md": ("nieuw\n", 10), "a.md.save": ("gelijk", 10)}, "gelijk"),
        ({"a.txt": ("ander bestand", 30), "a.md": ("nieuw", 10)}, "nieuw"),
    ],
)
def test_the_newest_text_of_another_editor_comes_back(
    tmp_path: Path, files: dict[str, tuple[str, int]], text: str | None
) -> None:
    folder = tmp_path / "editor-abc"
    folder.mkdir(0o700)
    for name, (words, at) in files.items():
        (folder / name).write_text(words)
        os.utime(folder / name, (at, at))
    about, levels = {**ABOUT, "only": "text"}, [{"typed": {"text": "oud"}, "new": []}]
    state = {"about": about, "levels": levels, "outside": "editor-abc"}
    found = with_its_text(Rescued(tmp_path / "x.json", datetime(2027, 1, 2), state))
    assert (found and found.state["levels"]) == (text and [{"typed": {"text": text}, "new": [text]}])


def test_a_folder_that_is_not_ours_is_no_folder_of_a_text(tmp_path: Path) -> None:
    (tmp_path / "editor-a").mkdir(0o700)
    (tmp_path / "editor-open").mkdir(0o770)
    (tmp_path / "los").mkdir()
    (tmp_path / "editor-b").symlink_to(tmp_path / "editor-a")
    (tmp_path / "editor-c").write_text("een bestand")

    def kept(name: object) -> Rescued:
        return Rescued(tmp_path / "x.json", datetime(2027, 1, 2), {**STATE, "outside": name})

    assert folder_of(kept("editor-a")) == tmp_path / "editor-a"
    for name in ("los", "editor-b", "editor-c", "editor-d", "editor-a/", "editor-open", "../editor-a", 1, None):
        assert folder_of(kept(name)) is None
    plain = Rescued(tmp_path / "x.json", datetime(2027, 1, 2), STATE)
    assert with_its_text(plain) is plain
    if os.getuid() == 0:
        os.chown(tmp_path / "editor-a", 12_345, -1)
        assert folder_of(kept("editor-a")) is None


@pytest.mark.parametrize(("written", "offered"), [("oud\n", False), ("nieuw\n", True)])
@pytest.mark.parametrize("wanted", [True, False])
def test_a_text_in_another_editor_outlives_its_session(
    small: Path, tmp_path: Path, written: str, offered: bool, wanted: bool
) -> None:
    first = Session(small, "anja", lambda: datetime(2027, 1, 3), tmp_path / "thuis")
    file = first.file_for_editor({**ABOUT, "only": "text"}, "oud", "Doel 3")
    file.write_text(written)
    (kept,) = (tmp_path / "thuis" / "onafgemaakt").glob("*/*.json")
    assert file.parent.parent == kept.parent, "where no colleague can put a link in its way"
    later = Session(small, "anja", lambda: datetime(2027, 1, 3), tmp_path / "thuis")
    assert later.unfinished() == [], "the first still runs"
    kept.write_text(json.dumps({**json.loads(kept.read_bytes()), "pid": 0}))
    found = later.unfinished()
    assert [one.state["levels"] for one in found] == [[{"typed": {"text": "nieuw"}, "new": ["nieuw"]}]] * offered
    assert (kept.exists(), file.exists()) == (offered, offered), "what was not changed is forgotten at once"
    if not offered:
        return
    if wanted:
        assert later.take_over(found[0])
        assert not later.take_over(found[0])
        assert file.exists()
        assert later.keep_typing(None)
    else:
        later.throw_away(found[0])
    assert list(kept.parent.iterdir()) == []


def test_a_text_in_another_editor_stays_until_what_came_of_it_is_kept(small: Path, tmp_path: Path) -> None:
    session = Session(small, "anja", lambda: datetime(2027, 1, 3), tmp_path / "thuis")
    file = session.file_for_editor({**ABOUT, "only": "text"}, "oud", "Doel 3")
    (kept,) = (tmp_path / "thuis" / "onafgemaakt").glob("*/*.json")
    beside = companion_folder(small) / "onafgemaakt"
    for place in (kept, beside):
        place.unlink(missing_ok=True)
        place.mkdir(parents=True)
    (beside / kept.name).mkdir()
    assert not session.keep_typing(STATE)
    assert file.exists()
    (beside / kept.name).rmdir()
    kept.rmdir()
    assert session.keep_typing(STATE)
    assert not file.parent.exists()
    assert [path.name for path in beside.iterdir()] == [kept.name]
    assert session.keep_typing(None)
    assert [list(place.iterdir()) for place in (kept.parent, beside)] == [[], []]


def test_where_only_colleagues_can_look_there_is_no_other_editor(small: Path, tmp_path: Path) -> None:
    (tmp_path / "thuis").write_text("geen map")
    session = Session(small, "anja", lambda: datetime(2027, 1, 3), tmp_path / "thuis")
    with pytest.raises(NotSavedError, match="Er kan geen bestand voor de editor worden gemaakt: een deel van het pad"):
        session.file_for_editor({**ABOUT, "only": "text"}, "oud", "Doel 3")


# Who else is there, in words.


def test_who_else_is_there_in_words(small: Path, tmp_path: Path) -> None:
    session = Session(small, "jan", lambda: datetime(2027, 1, 3), tmp_path / "thuis")
    session.enter()
    (own,) = (companion_folder(small) / "sessies").iterdir()
    now = own.stat().st_mtime

    def came(*names: str) -> list[str]:
        return [other.name for other in session.look_around(None) if other.name in names or not names]

    assert (came(), session.present, session.who_edits(Ref("goals", 3))) == ([], "", "")
    put_sign(own.parent, "a.json", now)
    assert (came(), came(), session.present) == (["a.json"], [], "anja werkt mee")
    put_sign(own.parent, "b.json", now, editing="goals/4")
    assert (came(), session.present) == (["b.json"], "anja werkt mee"), "twice the same person"
    put_sign(own.parent, "c.json", now, user="jan", editing=None)
    assert (came(), session.present) == (["c.json"], "anja en jan, elders, werken mee")
    assert session.who_edits(Ref("goals", 3, "text")) == "anja"
    assert session.who_edits(Ref("goals", 5)) == ""
    put_sign(own.parent, "d.json", now, user="piet")
    assert came() == ["d.json"]
    session.look_around(Ref("goals", 9))
    assert json.loads(own.read_bytes())["editing"] == "goals/9", "and the others see what is open here"
    assert session.who_edits(Ref("goals", 3)) == "anja en piet"
    session.leave()
    assert not own.exists()
