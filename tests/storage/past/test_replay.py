"""The history on top of a copy: every later change that fits, and no other; what does not fit is named."""

import os
import shutil
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import orjson
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sto_tui.domain.change import Change, Edit, adding, changing
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Goal
from sto_tui.domain.record import Ref
from sto_tui.storage.file.codec import dossier_from
from sto_tui.storage.file.copies import dated_copies, previous_version
from sto_tui.storage.past.history import History
from sto_tui.storage.past.recovery import candidates
from sto_tui.storage.past.replay import Past
from sto_tui.storage.store import DossierStore
from tests.conftest import clock
from tests.support.damage import (
    DAMAGE,
    MOVED,
    START,
    Session,
    assert_same,
    first,
    five_changes,
    move_folder,
    recovered,
    touch,
)
from tests.support.past_lines import note


def test_a_dated_copy_alone_gets_all_later_changes(small: Path) -> None:
    session = five_changes(small, days=(0, 1, 0, 1, 0))
    small.write_bytes(b"")
    previous_version(small).unlink()
    found = candidates(small)
    assert [one.source for one in found] == [
        "de kopie van 22 november 2026",
        "de kopie van 21 november 2026",
        "de kopie van 20 november 2026",
    ]
    assert [len(one.replayed) for one in found] == [2, 4, 5]
    assert found[0].saved_at == datetime(2026, 11, 21, 9, 3)
    assert found[2].replayed[-1].startswith("Mijlpaal")
    for one in found:
        assert_same(dossier_from(one.raw, ""), session.dossier)
    assert_same(recovered(small, found[-1]), session.dossier)


@pytest.mark.parametrize("moved", [timedelta(minutes=1), timedelta(days=400)], ids=["at once", "later"])
def test_a_dated_copy_goes_by_its_name_when_its_file_has_a_new_time(small: Path, moved: timedelta) -> None:
    session = Session(small)
    session.edit(first(session.dossier), "'s Morgens")
    session.wait(hours=8)
    session.edit(first(session.dossier), "'s Middags")
    previous_version(small).unlink()
    small.write_bytes(b"")
    move_folder(session, moved)
    (found,) = candidates(small)
    assert (len(found.replayed), found.lost) == (2, ())
    assert found.saved_at.date() == START.date()
    assert_same(recovered(small, found), session.dossier)


def test_what_was_added_and_removed_again_stays_away(small: Path) -> None:
    """Looked at one by one, the addition fits on the copy again and the removal, that changed more, does not."""
    session = Session(small)
    ref = session.add("Blijft weg")
    other = first(session.dossier)
    session.link(other, ref.id)
    session.remove(ref)
    session.edit(next(iter(session.dossier.of(Milestone).values())), "Laatste")
    small.write_bytes(b"")
    best = candidates(small)[0]
    assert len(best.replayed) == 1
    assert best.lost == ()
    assert_same(recovered(small, best), session.dossier)


def test_a_torn_last_line_costs_only_that_line(small: Path) -> None:
    session = five_changes(small)
    lines = session.store.history.path.read_bytes().splitlines(keepends=True)
    session.store.history.path.write_bytes(b"".join(lines[:-1]) + lines[-1][:40])
    small.write_bytes(b"")
    best = candidates(small)[0]
    assert (best.replayed, best.lost) == ((), ())
    assert first(recovered(small, best)).title == "Wordt teruggenomen"


def test_a_line_missing_in_the_middle_is_not_jumped_over(small: Path) -> None:
    session = Session(small)
    for title in ("een", "twee", "drie"):
        session.edit(first(session.dossier), title)
    added = session.add("Los hiervan")
    without_line(session, 1)
    small.write_bytes(b"")
    previous_version(small).unlink()
    (dated,) = candidates(small)
    assert [label.startswith("Mijlpaal") for label in dated.replayed] == [True, True]
    assert len(dated.lost) == 1
    found = recovered(small, dated)
    assert first(found).title == "een"
    assert found.get(added) is not None


def test_what_comes_after_a_missing_line_is_named(small: Path) -> None:
    session = Session(small)
    for title in ("een", "twee", "drie"):
        session.wait(days=1)
        session.edit(first(session.dossier), title)
    without_line(session, 1)
    small.write_bytes(b"")
    move_folder(session, timedelta(days=400))
    found = {one.source: one for one in candidates(small)}
    with_one = found["de kopie van 22 november 2026"]
    assert (with_one.replayed, len(with_one.lost)) == ((), 1)
    assert first(dossier_from(with_one.raw, "")).title == "een"
    with_two = found["de versie van vóór de laatste wijziging"]
    assert (len(with_two.replayed), with_two.lost) == (1, ())
    assert_same(recovered(small, with_two), session.dossier)


def without_line(session: Session, number: int) -> None:
    lines = session.store.history.path.read_bytes().splitlines(keepends=True)
    lines[number] = b"\xff\x00 geen regel\n"
    session.store.history.path.write_bytes(b"".join(lines))


def test_a_change_that_later_ones_show_to_be_in_the_copy_is_not_lost(small: Path) -> None:
    """Two records stand as before the first change, one as after the third, of which the line is missing."""
    before = orjson.loads(small.read_bytes())
    session = Session(small)
    one = first(session.dossier)
    session.store.apply(adding(session.dossier, *(Milestone(number="9", title=title) for title in "abc")))
    session.edit(one, "een")
    session.edit(session.dossier.of(Milestone)[one.id], "twee")
    before["milestones"][str(one.id)] = session.dossier.of(Milestone)[one.id].document()
    session.edit(session.dossier.of(Milestone)[one.id], "drie")
    without_line(session, 2)
    previous_version(small).write_bytes(orjson.dumps(before))
    small.write_bytes(b"")
    move_folder(session, timedelta(days=400))
    best = next(one for one in candidates(small) if one.source.startswith("de versie"))
    assert (len(best.replayed), best.lost) == (2, ())
    assert_same(recovered(small, best), session.dossier)


@pytest.mark.parametrize(("saved", "lost"), [(-1, 1), (1, 0)])
def test_what_the_contents_do_not_tell_the_time_does(small: Path, saved: int, lost: int) -> None:
    session = Session(small)
    record = first(session.dossier)
    session.edit(record, "Nieuwe titel")
    raw = orjson.loads(small.read_bytes())
    raw["milestones"][str(record.id)]["title"] = "Met de hand"
    small.write_bytes(b"")
    for copy in dated_copies(small):
        copy.unlink()
    previous_version(small).unlink()
    previous_version(small).write_bytes(orjson.dumps(raw))
    touch(previous_version(small), session.now + timedelta(minutes=saved))
    (found,) = candidates(small)
    assert (found.replayed, len(found.lost)) == ((), lost)


@pytest.mark.parametrize(
    ("since", "text", "later"),
    [
        # There and back again: an `a` is from before both or from after both, and the nearest in time decides.
        (datetime(2027, 1, 1, 8, 59), "a", ["terug", "heen"]),
        (datetime(2027, 1, 1, 9, 0), "a", []),
        (datetime(2027, 1, 1, 9, 59), "a", []),
        (datetime(2027, 1, 1, 10, 0), "a", []),
        # A `b` is from between them, whatever the time is.
        (datetime(2027, 1, 1, 8, 0), "b", ["terug"]),
        (datetime(2027, 1, 1, 12, 0), "b", ["terug"]),
    ],
)
def test_where_in_the_history_a_copy_stands(tmp_path: Path, since: datetime, text: str, later: list[str]) -> None:
    """Of two places that are as near the later is taken: then nothing is put on top that may be there already."""
    path = tmp_path / "a.sto.json"
    path.write_text("{}")
    history = History(path)
    one, other = Goal(id=1, number=1, text="a"), Goal(id=1, number=1, text="b")
    for hour, label, before, after in ((9, "heen", one, other), (10, "terug", other, one)):
        note(history, Change(label, (Edit(Ref("goals", 1), before, after),)), datetime(2027, 1, 1, hour), "anja")
    written = datetime(2027, 1, 1, 10).timestamp()
    os.utime(history.path, (written, written))
    copy = {"goals": {"1": Goal(id=1, number=1, text=text).document()}}
    assert list(Past(path).later_than(copy, since)) == later


def test_a_change_that_this_version_cannot_use_is_lost_and_the_others_are_not(small: Path) -> None:
    session = five_changes(small)
    line = {
        "at": session.now.isoformat(),
        "by": "x",
        "label": "Vreemd",
        "edits": [edit("milestones/800", None, {"a": 1})],
    }
    with session.store.history.path.open("ab") as file:
        file.write(orjson.dumps(line) + b"\n")
    small.write_bytes(b"")
    best = candidates(small)[0]
    assert (len(best.replayed), best.lost) == (1, ("Vreemd",))
    assert_same(recovered(small, best), session.dossier)


def test_without_history_a_copy_says_nothing_of_later_changes(small: Path) -> None:
    session = five_changes(small)
    session.store.history.path.unlink()
    small.write_bytes(b"")
    best = candidates(small)[0]
    assert (best.replayed, best.lost) == ((), ())
    assert first(recovered(small, best)).title == "Wordt teruggenomen"


def test_a_foreign_history_breaks_nothing(small: Path) -> None:
    session = five_changes(small)
    nonsense = [
        edit("milestones/999999999999", None, {"number": "1", "title": "x"}),
        edit("meta/1", {}, {"format": "iets"}),
        edit("../../etc", None, None),
        edit("milestones/800", None, {"kleur": "paars"}),
        edit("region/2", None, {"name": "Nog een"}),
    ]
    with session.store.history.path.open("ab") as file:
        for one in nonsense:
            line = {"at": session.now.isoformat(), "by": "x", "label": "\x1b]0;x\x07Vreemd\u202e\n", "edits": [one]}
            file.write(orjson.dumps(line) + b"\n")
    small.write_bytes(b"")
    best = candidates(small)[0]
    assert best.replayed == ()
    assert set(best.lost[:2]) == {"]0;xVreemd"}
    recovered(small, best)
    assert DossierStore.open(small, "jan", clock).dossier.region == session.dossier.region


def edit(ref: str, before: object, after: object) -> dict[str, object]:
    return {"ref": ref, "before": before, "after": after}


def test_a_second_region_profile_in_the_history_leaves_the_copy_as_it_was(small: Path) -> None:
    session = five_changes(small)
    line = {
        "at": session.now.isoformat(),
        "by": "x",
        "label": "Vreemd",
        "edits": [edit("region/2", None, {"name": "B"})],
    }
    with session.store.history.path.open("ab") as file:
        file.write(orjson.dumps(line) + b"\n")
    small.write_bytes(b"")
    best = candidates(small)[0]
    assert best.replayed == ()
    assert best.lost[0] == "Vreemd"
    assert len(best.lost) == 2
    assert first(recovered(small, best)).title == "Wordt teruggenomen"


def test_changes_from_before_a_copy_that_was_put_back_by_hand_do_not_return(small: Path) -> None:
    session = Session(small)
    session.edit(first(session.dossier), "Moest weg")
    session.wait(days=1)
    shutil.copy(previous_version(small), small)
    os.utime(small, (session.now.timestamp(),) * 2)
    session.store.poll()
    assert session.store.newcomer
    session.store.take(session.store.newcomer)
    session.edit(list(session.dossier.of(Milestone).values())[1], "Daarna")
    small.write_bytes(b"")
    best = candidates(small)[0]
    assert len(best.replayed) == 1
    assert len(best.lost) == 1
    assert_same(recovered(small, best), session.dossier)


def test_a_copy_that_another_program_wrote_gets_the_history_too(small: Path) -> None:
    """The history has a record as this program writes it; a copy may have its empty fields and leave out `rev`."""
    raw = orjson.loads(small.read_bytes())
    optional = [name for name, info in Party.model_fields.items() if info.default == "" or info.default is None]
    for document in raw["parties"].values():
        del document["rev"]
        document |= {name: Party.model_fields[name].default for name in optional if name not in document}
    small.write_bytes(orjson.dumps(raw))
    session = Session(small)
    party = next(iter(session.dossier.of(Party).values()))
    session.store.apply(changing(session.dossier, party, party.changed(name="Andere naam")))
    session.done()
    small.write_bytes(b"")
    best = candidates(small)[0]
    assert (len(best.replayed), best.lost) == (1, ())
    assert_same(recovered(small, best), session.dossier)


moves = st.lists(
    st.tuples(
        st.sampled_from(["edit", "add", "remove", "undo", "redo", "link"]),
        st.integers(0, 5),
        st.sampled_from([0.01, 3, 26]),
    ),
    min_size=1,
    max_size=8,
)


def move(session: Session, what: str, number: int) -> None:
    milestones = list(session.dossier.of(Milestone).values())[:4] + list(session.dossier.of(Milestone).values())[-2:]
    chosen = milestones[number]
    if what == "edit":
        session.edit(chosen, f"{chosen.title[:40]} {number}")
    elif what == "add":
        session.add(f"erbij {number}")
    elif what == "remove":
        session.remove(Ref("milestones", chosen.id))
    elif what == "link":
        session.link(chosen, milestones[number - 1].id)
    elif what == "undo" and session.store.next_undo:
        session.undo()
    elif what == "redo" and session.store.next_redo:
        session.store.redo()
        session.done()


@pytest.mark.slow
@settings(max_examples=20)
@given(done=moves, damage=st.sampled_from(list(DAMAGE.values())), moved=st.sampled_from(list(MOVED.values())))
def test_whatever_was_done_every_candidate_is_the_last_state(
    few_records: Dossier, done: list[tuple[str, int, float]], damage: Callable[[Path], object], moved: timedelta | None
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, "r.sto.json")
        DossierStore.create(path, few_records)
        session = Session(path)
        session.add("ten minste één wijziging")
        for what, number, hours in done:
            session.wait(hours=hours)
            move(session, what, number)
        damage(path)
        move_folder(session, moved)
        found = candidates(path)
        assert found
        for candidate in found:
            assert candidate.lost == ()
            assert_same(dossier_from(candidate.raw, ""), session.dossier)
        assert_same(recovered(path, found[0]), session.dossier)
