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

from sto_tui.domain.change import adding, changing
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.parties import Party
from sto_tui.domain.record import Ref
from sto_tui.storage.codec import dossier_from
from sto_tui.storage.copies import dated_copies, previous_version
from sto_tui.storage.recovery import candidates
from sto_tui.storage.store import DossierStore
from tests.conftest import SAMPLES, clock
from tests.damage import DAMAGE, MOVED, START, Session, assert_same, first, five_changes, move_folder, recovered, touch


def test_a_dated_copy_alone_gets_all_later_changes(example: Path) -> None:
    session = five_changes(example, days=(0, 1, 0, 1, 0))
    example.write_bytes(b"")
    previous_version(example).unlink()
    found = candidates(example)
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
    assert_same(recovered(example, found[-1]), session.dossier)


@pytest.mark.parametrize("moved", [timedelta(minutes=1), timedelta(days=400)], ids=["at once", "later"])
def test_a_dated_copy_goes_by_its_name_when_its_file_has_a_new_time(example: Path, moved: timedelta) -> None:
    session = Session(example)
    session.edit(first(session.dossier), "'s Morgens")
    session.wait(hours=8)
    session.edit(first(session.dossier), "'s Middags")
    previous_version(example).unlink()
    example.write_bytes(b"")
    move_folder(session, moved)
    (found,) = candidates(example)
    assert (len(found.replayed), found.lost) == (2, ())
    assert found.saved_at.date() == START.date()
    assert_same(recovered(example, found), session.dossier)


def test_what_was_added_and_removed_again_stays_away(example: Path) -> None:
    """Looked at one by one, the addition fits on the copy again and the removal, that changed more, does not."""
    session = Session(example)
    ref = session.add("Blijft weg")
    other = first(session.dossier)
    session.link(other, ref.id)
    session.remove(ref)
    session.edit(next(iter(session.dossier.milestones.values())), "Laatste")
    example.write_bytes(b"")
    best = candidates(example)[0]
    assert len(best.replayed) == 1
    assert best.lost == ()
    assert_same(recovered(example, best), session.dossier)


def test_a_torn_last_line_costs_only_that_line(example: Path) -> None:
    session = five_changes(example)
    lines = session.store.history.path.read_bytes().splitlines(keepends=True)
    session.store.history.path.write_bytes(b"".join(lines[:-1]) + lines[-1][:40])
    example.write_bytes(b"")
    best = candidates(example)[0]
    assert (best.replayed, best.lost) == ((), ())
    assert first(recovered(example, best)).title == "Wordt teruggenomen"


def test_a_line_missing_in_the_middle_is_not_jumped_over(example: Path) -> None:
    session = Session(example)
    for title in ("een", "twee", "drie"):
        session.edit(first(session.dossier), title)
    added = session.add("Los hiervan")
    without_line(session, 1)
    example.write_bytes(b"")
    previous_version(example).unlink()
    (dated,) = candidates(example)
    assert [label.startswith("Mijlpaal") for label in dated.replayed] == [True, True]
    assert len(dated.lost) == 1
    found = recovered(example, dated)
    assert first(found).title == "een"
    assert found.get(added) is not None


def test_what_comes_after_a_missing_line_is_named(example: Path) -> None:
    session = Session(example)
    for title in ("een", "twee", "drie"):
        session.wait(days=1)
        session.edit(first(session.dossier), title)
    without_line(session, 1)
    example.write_bytes(b"")
    move_folder(session, timedelta(days=400))
    found = {one.source: one for one in candidates(example)}
    with_one = found["de kopie van 22 november 2026"]
    assert (with_one.replayed, len(with_one.lost)) == ((), 1)
    assert first(dossier_from(with_one.raw, "")).title == "een"
    with_two = found["de versie van vóór de laatste wijziging"]
    assert (len(with_two.replayed), with_two.lost) == (1, ())
    assert_same(recovered(example, with_two), session.dossier)


def without_line(session: Session, number: int) -> None:
    lines = session.store.history.path.read_bytes().splitlines(keepends=True)
    lines[number] = b"\xff\x00 geen regel\n"
    session.store.history.path.write_bytes(b"".join(lines))


def test_a_change_that_later_ones_show_to_be_in_the_copy_is_not_lost(example: Path) -> None:
    """Two records stand as before the first change, one as after the third, of which the line is missing."""
    before = orjson.loads(example.read_bytes())
    session = Session(example)
    one = first(session.dossier)
    session.store.apply(adding(session.dossier, *(Milestone(number="9", title=title) for title in "abc")))
    session.edit(one, "een")
    session.edit(session.dossier.milestones[one.id], "twee")
    before["milestones"][str(one.id)] = session.dossier.milestones[one.id].document()
    session.edit(session.dossier.milestones[one.id], "drie")
    without_line(session, 2)
    previous_version(example).write_bytes(orjson.dumps(before))
    example.write_bytes(b"")
    move_folder(session, timedelta(days=400))
    best = next(one for one in candidates(example) if one.source.startswith("de versie"))
    assert (len(best.replayed), best.lost) == (2, ())
    assert_same(recovered(example, best), session.dossier)


@pytest.mark.parametrize(("saved", "lost"), [(-1, 1), (1, 0)])
def test_what_the_contents_do_not_tell_the_time_does(example: Path, saved: int, lost: int) -> None:
    session = Session(example)
    record = first(session.dossier)
    session.edit(record, "Nieuwe titel")
    raw = orjson.loads(example.read_bytes())
    raw["milestones"][str(record.id)]["title"] = "Met de hand"
    example.write_bytes(b"")
    for copy in dated_copies(example):
        copy.unlink()
    previous_version(example).unlink()
    previous_version(example).write_bytes(orjson.dumps(raw))
    touch(previous_version(example), session.now + timedelta(minutes=saved))
    (found,) = candidates(example)
    assert (found.replayed, len(found.lost)) == ((), lost)


def test_a_change_that_this_version_cannot_use_is_lost_and_the_others_are_not(example: Path) -> None:
    session = five_changes(example)
    line = {
        "at": session.now.isoformat(),
        "by": "x",
        "label": "Vreemd",
        "edits": [edit("milestones/800", None, {"a": 1})],
    }
    with session.store.history.path.open("ab") as file:
        file.write(orjson.dumps(line) + b"\n")
    example.write_bytes(b"")
    best = candidates(example)[0]
    assert (len(best.replayed), best.lost) == (1, ("Vreemd",))
    assert_same(recovered(example, best), session.dossier)


def test_without_history_a_copy_says_nothing_of_later_changes(example: Path) -> None:
    session = five_changes(example)
    session.store.history.path.unlink()
    example.write_bytes(b"")
    best = candidates(example)[0]
    assert (best.replayed, best.lost) == ((), ())
    assert first(recovered(example, best)).title == "Wordt teruggenomen"


def test_a_foreign_history_breaks_nothing(example: Path) -> None:
    session = five_changes(example)
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
    example.write_bytes(b"")
    best = candidates(example)[0]
    assert best.replayed == ()
    assert set(best.lost[:2]) == {"]0;xVreemd"}
    recovered(example, best)
    assert DossierStore.open(example, "jan", clock).dossier.region == session.dossier.region


def edit(ref: str, before: object, after: object) -> dict[str, object]:
    return {"ref": ref, "before": before, "after": after}


def test_a_second_region_profile_in_the_history_leaves_the_copy_as_it_was(example: Path) -> None:
    session = five_changes(example)
    line = {
        "at": session.now.isoformat(),
        "by": "x",
        "label": "Vreemd",
        "edits": [edit("region/2", None, {"name": "B"})],
    }
    with session.store.history.path.open("ab") as file:
        file.write(orjson.dumps(line) + b"\n")
    example.write_bytes(b"")
    best = candidates(example)[0]
    assert best.replayed == ()
    assert best.lost[0] == "Vreemd"
    assert len(best.lost) == 2
    assert first(recovered(example, best)).title == "Wordt teruggenomen"


def test_changes_from_before_a_copy_that_was_put_back_by_hand_do_not_return(example: Path) -> None:
    session = Session(example)
    session.edit(first(session.dossier), "Moest weg")
    session.wait(days=1)
    shutil.copy(previous_version(example), example)
    os.utime(example, (session.now.timestamp(),) * 2)
    session.store.poll()
    session.edit(list(session.dossier.milestones.values())[1], "Daarna")
    example.write_bytes(b"")
    best = candidates(example)[0]
    assert len(best.replayed) == 1
    assert len(best.lost) == 1
    assert_same(recovered(example, best), session.dossier)


def test_a_copy_that_another_program_wrote_gets_the_history_too(example: Path) -> None:
    """The history has a record as this program writes it; a copy may have its empty fields and leave out `rev`."""
    raw = orjson.loads(example.read_bytes())
    optional = [name for name, info in Party.model_fields.items() if info.default == "" or info.default is None]
    for document in raw["parties"].values():
        del document["rev"]
        document |= {name: Party.model_fields[name].default for name in optional if name not in document}
    example.write_bytes(orjson.dumps(raw))
    session = Session(example)
    party = next(iter(session.dossier.parties.values()))
    session.store.apply(changing(session.dossier, party, party.changed(name="Andere naam")))
    session.done()
    example.write_bytes(b"")
    best = candidates(example)[0]
    assert (len(best.replayed), best.lost) == (1, ())
    assert_same(recovered(example, best), session.dossier)


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
    milestones = list(session.dossier.milestones.values())[:4] + list(session.dossier.milestones.values())[-2:]
    chosen = milestones[number]
    if what == "edit":
        session.edit(chosen, f"{chosen.title[:40]} {number}")
    elif what == "add":
        session.add(f"erbij {number}")
    elif what == "remove":
        session.remove(Ref("milestones", chosen.id))
    elif what == "link":
        session.link(chosen, milestones[number - 1].id)
    elif what == "undo" and session.store.can_undo:
        session.undo()
    elif what == "redo" and session.store.can_redo:
        session.store.redo()
        session.done()


@settings(max_examples=10, deadline=None)
@given(moves, st.sampled_from(list(DAMAGE.values())), st.sampled_from(list(MOVED.values())))
def test_whatever_was_done_every_candidate_is_the_last_state(
    done: list[tuple[str, int, float]], damage: Callable[[Path], object], moved: timedelta | None
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(shutil.copy(SAMPLES / "voorbeeldregio-2027-2028.sto.json", folder)).rename(
            Path(folder, "r.sto.json")
        )
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
