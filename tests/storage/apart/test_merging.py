"""Copies of one dossier in two folders, edited apart and brought together, with real files."""

import json
import os
import shutil
from datetime import date, datetime
from pathlib import Path
from random import Random
from typing import Any

import pytest

from sto_tui.domain.change import Occasion, changing, removing
from sto_tui.domain.merging.unsettled import keeping, settling
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.plan import Speerpunt
from sto_tui.domain.record import Ref
from sto_tui.storage.apart.merging import Merge
from sto_tui.storage.apart.words import told_merge, told_unsettled
from sto_tui.storage.file.companion_folder import companion_folder
from sto_tui.storage.file.copies import previous_version
from sto_tui.storage.file.dossier_copy import read_copy
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.file.lineage import CopyRelation, relation
from sto_tui.storage.past.recovery import candidates, put_in_place
from sto_tui.storage.store import DossierStore
from tests.support.broad_plan import broad_plan
from tests.support.edited_apart import Editor, large_ids
from tests.support.own_words import OWN

NOW = datetime(2028, 2, 1, 12, 0)
MILESTONE = Ref("milestones", 1)


def opened(path: Path) -> DossierStore:
    return DossierStore.open(path, "an", lambda: NOW)


def edit(path: Path, ref: Ref, **values: Any) -> None:
    store = opened(path)
    record = store.dossier.get(ref)
    assert record is not None
    store.apply(changing(store.dossier, record, record.changed(**values), Occasion(store.dossier, NOW.date(), "an")))


def remove(path: Path, ref: Ref) -> None:
    store = opened(path)
    record = store.dossier.get(ref)
    assert record is not None
    store.apply(removing(store.dossier, record))


def brought_together(path: Path, other: Path) -> DossierStore:
    store = opened(path)
    store.join(Merge(store.as_copy, read_copy(other)).joined())
    return store


@pytest.fixture
def two(tmp_path: Path) -> tuple[Path, Path]:
    """One dossier with a history, and a copy of it on another computer, without."""
    here, there = tmp_path / "hier" / "regio.sto.json", tmp_path / "hier" / "elders" / "laptop.sto.json"
    here.parent.mkdir()
    DossierStore.create(here, broad_plan())
    edit(here, MILESTONE, deelproject="samen")
    there.parent.mkdir()
    shutil.copy2(here, there)
    return here, there


def title(path: Path) -> str:
    return str(getattr(opened(path).dossier.get(MILESTONE), "title", ""))


def test_both_computers_come_to_the_same_file(two: tuple[Path, Path]) -> None:
    here, there = two
    edit(here, MILESTONE, title="Hier")
    edit(there, Ref("milestones", 2), title="Daar")
    shutil.copytree(here.parent, here.parent.with_name("kopie"))
    brought_together(here, there)
    copy = here.parent.with_name("kopie")
    brought_together(copy / "elders" / "laptop.sto.json", copy / "regio.sto.json")
    assert (copy / "elders" / "laptop.sto.json").read_bytes() == here.read_bytes()
    assert title(here) == "Hier"
    assert getattr(opened(here).dossier.get(Ref("milestones", 2)), "title", "") == "Daar"


def test_what_came_in_is_one_change_that_can_be_taken_back(two: tuple[Path, Path]) -> None:
    here, there = two
    edit(there, MILESTONE, title="Daar")
    edit(there, Ref("parties", 1), name="Anders")
    edit(here, Ref("milestones", 2), title="Hier")
    before = opened(here).dossier.tables
    store = brought_together(here, there)
    assert store.history.latest(1)[0].label == "Samengevoegd met laptop.sto.json"
    store.undo()
    taken_back = opened(here).dossier.tables
    for table in before:
        assert [record.document() | {"rev": 0} for record in before[table].values()] == [
            record.document() | {"rev": 0} for record in taken_back[table].values()
        ]


def test_a_newer_copy_is_taken_over_and_an_older_one_brings_nothing(two: tuple[Path, Path]) -> None:
    here, there = two
    edit(there, MILESTONE, title="Daar")
    older = here.read_bytes()
    merge = Merge(read_copy(here), read_copy(there))
    assert merge.relation is CopyRelation.NEWER
    assert (
        next(told_merge(merge, merge.joined()))
        == "laptop.sto.json is nieuwer dan regio.sto.json en bevat alles daaruit."
    )
    brought_together(here, there)
    brought_together(there, here)
    assert here.read_bytes() == there.read_bytes()
    there.write_bytes(older)
    assert Merge(read_copy(here), read_copy(there)).joined().is_known


@pytest.mark.parametrize("left", ["history here", "history there", "copy of before", "nothing"])
def test_what_both_started_from_is_found_where_it_still_is(two: tuple[Path, Path], left: str) -> None:
    """A party that only one side removed stays away, unless nobody knows that it ever was in both."""
    here, there = two
    edit(here, MILESTONE, title="Hier")
    remove(there, Ref("parties", 9))
    if left != "history here":
        (companion_folder(here) / "geschiedenis.jsonl").unlink()
    if left != "history there":
        (companion_folder(there) / "geschiedenis.jsonl").unlink()
    if left != "copy of before":
        for path in two:
            previous_version(path).unlink()
    for path in two:
        for copy in companion_folder(path).glob("kopie-*"):
            copy.unlink()
    merge = Merge(read_copy(here), read_copy(there))
    assert merge.knows_start == (left != "nothing")
    store = brought_together(here, there)
    assert (store.dossier.get(Ref("parties", 9)) is None) == (left != "nothing")
    assert title(here) == "Hier"


def test_what_both_changed_stays_as_it_is_here_until_somebody_chooses(two: tuple[Path, Path]) -> None:
    here, there = two
    for path, words in ((here, "Hier"), (there, "Daar")):
        edit(path, MILESTONE, title=words)
    remove(here, Ref("milestones", 2))
    edit(there, Ref("milestones", 2), title="Toch door")
    brought_together(here, there)
    store = opened(here)
    both, gone = store.dossier.unsettled
    told = told_unsettled(both, store.dossier)
    assert (told.differences, told.can_both) == ((("Hier", "Daar"),), False)
    assert (title(here), told.here, told.there, told.source) == ("Hier", "Hier", "Daar", "laptop.sto.json")
    assert getattr(store.dossier.get(gone.ref), "title", "") == "Toch door"

    occasion = Occasion(store.dossier, NOW.date(), "an")
    store.settle(both, settling(store.dossier, both, occasion))
    assert title(here) == "Daar"
    assert opened(here).dossier.unsettled == (gone,)
    told = told_unsettled(gone, store.dossier)
    assert (told.here, told.there) == ("verwijderd", "blijft staan")
    store.settle(gone, keeping(store.dossier, gone))
    assert opened(here).dossier.get(gone.ref) is None, "as it was here"
    assert opened(here).dossier.unsettled == ()
    assert '"unsettled"' not in here.read_text(encoding="utf-8")


@pytest.mark.parametrize("removed_here", [True, False])
@pytest.mark.parametrize("as_here", [True, False])
def test_of_what_one_removed_either_way_is_as_that_copy_has_it(
    two: tuple[Path, Path], removed_here: bool, as_here: bool
) -> None:
    here, there = two
    remove(here if removed_here else there, MILESTONE)
    edit(there if removed_here else here, MILESTONE, title="Toch door")
    store = brought_together(here, there)
    (choice,) = store.dossier.unsettled
    told = told_unsettled(choice, store.dossier)
    assert (told.here, told.there)[not as_here] == ("verwijderd" if removed_here == as_here else "blijft staan")
    occasion = Occasion(store.dossier, NOW.date(), "an")
    change = keeping(store.dossier, choice) if as_here else settling(store.dossier, choice, occasion)
    store.settle(choice, change)
    now = opened(here).dossier
    assert (now.get(MILESTONE) is None, now.unsettled) == (removed_here == as_here, ())


def test_copies_that_took_each_other_in_ask_everything_once_and_as_it_is_here(
    two: tuple[Path, Path], tmp_path: Path
) -> None:
    """Here took in the laptop and the laptop took in here, each on its own, and here takes it in again."""
    here, there = two
    gone = Ref("milestones", 2)
    for path, words in ((here, "Hier"), (there, "Daar")):
        edit(path, MILESTONE, title=words)
    edit(here, gone, title="Toch door")
    remove(there, gone)
    before = Path(shutil.copy2(here, tmp_path / here.name))
    shutil.copytree(companion_folder(here), companion_folder(before))
    first = brought_together(here, there).dossier.unsettled
    brought_together(there, before)
    again = brought_together(here, there)
    assert [choice.key for choice in again.dossier.unsettled] == [choice.key for choice in first]
    told = {told_unsettled(choice, again.dossier).about for choice in first}
    assert "Mijlpaal 1.1b Toch door is in laptop.sto.json verwijderd en hier gewijzigd of gebruikt" in told
    assert not Merge(again.as_copy, read_copy(there)).joined().changes_anything


def test_a_newer_copy_that_is_to_choose_about_this_one_is_seen_from_here(two: tuple[Path, Path]) -> None:
    here, there = two
    for path, words in ((here, "Hier"), (there, "Daar")):
        edit(path, MILESTONE, title=words)
    edit(here, Ref("milestones", 2), title="Toch door")
    remove(there, Ref("milestones", 2))
    brought_together(there, here)
    assert Merge(read_copy(here), read_copy(there)).relation is CopyRelation.NEWER
    dossier = brought_together(here, there).dossier
    told = [told_unsettled(choice, dossier) for choice in dossier.unsettled]
    assert sorted((choice.here, choice.there, choice.source) for choice in told) == [
        ("Daar", "Hier", "regio.sto.json van eerder"),
        ("blijft staan", "verwijderd", "laptop.sto.json"),
    ]


def test_only_what_people_see_is_said_to_change(two: tuple[Path, Path]) -> None:
    """The laptop removed a speerpunt on which much hangs and here it was edited: here nothing changes for now."""
    here, there = two
    speerpunt = Ref("speerpunten", 1)
    edit(here, speerpunt, title="Toch door")
    remove(there, speerpunt)
    before = opened(here).dossier.tables
    merge = Merge(read_copy(here), read_copy(there))
    joined = merge.joined()
    assert [line for line in told_merge(merge, joined) if line.startswith("  ")] == [
        "  1 keuze: die blijft staan zoals hier tot je kiest"
    ]
    store = brought_together(here, there)
    for table in before:
        assert [record.document() | {"rev": 0} for record in before[table].values()] == [
            record.document() | {"rev": 0} for record in store.dossier.tables[table].values()
        ]


def test_a_choice_that_was_open_in_the_other_copy_comes_along(two: tuple[Path, Path], tmp_path: Path) -> None:
    """The laptop has a choice open about a third copy; whoever takes the laptop in has that choice too."""
    here, there = two
    third = Path(shutil.copy2(there, tmp_path / "derde.sto.json"))
    for path, words in ((there, "Daar"), (third, "Elders")):
        edit(path, MILESTONE, title=words)
    brought_together(there, third)
    edit(here, Ref("milestones", 2), title="Hier")
    brought_together(here, there)
    (choice,) = opened(here).dossier.unsettled
    assert (title(here), getattr(choice.other, "title", "")) == ("Daar", "Elders")

    there_store = opened(there)
    open_there = there_store.dossier.unsettled[0]
    there_store.settle(open_there, keeping(there_store.dossier, open_there))
    edit(there, Ref("milestones", 2), deelproject="verder")
    brought_together(here, there)
    assert opened(here).dossier.unsettled != (), "the other chose for itself; here it is still to be chosen"


def test_a_merge_that_was_taken_back_was_not_made(two: tuple[Path, Path]) -> None:
    """Its changes are not counted as ours: they come in again, and are not taken from who made them."""
    here, there = two
    edit(here, Ref("milestones", 2), title="Hier")
    edit(there, MILESTONE, title="Daar")
    theirs = there.read_bytes()
    store = brought_together(here, there)
    store.undo()
    assert title(here) != "Daar"
    assert not store.next_redo
    brought_together(there, here)
    assert title(there) == "Daar"
    assert getattr(opened(there).dossier.get(Ref("milestones", 2)), "title", "") == "Hier"
    there.write_bytes(theirs)
    brought_together(here, there)
    assert title(here) == "Daar"


def test_a_newer_copy_that_was_taken_over_and_taken_back_was_not_made_either(two: tuple[Path, Path]) -> None:
    here, there = two
    edit(there, MILESTONE, title="Daar")
    for by_history in (False, True):
        store = brought_together(here, there)
        if by_history:
            store.put_back(store.history.latest(1))
        else:
            store.undo()
        assert title(here) != "Daar"
        assert Merge(read_copy(here), read_copy(there)).joined().changes_anything
    brought_together(there, here)
    assert title(there) == "Daar"


def test_a_merge_that_was_put_back_from_the_history_was_not_made_either(two: tuple[Path, Path]) -> None:
    here, there = two
    for path, words in ((here, "Hier"), (there, "Daar")):
        edit(path, MILESTONE, title=words)
        edit(path, Ref("parties", 1), name=words)
    brought_together(here, there)
    store = opened(here)
    assert len(store.dossier.unsettled) == 2
    store.put_back(store.history.latest(1))
    assert opened(here).dossier.unsettled == ()
    assert len(brought_together(here, there).dossier.unsettled) == 2


def test_a_choice_can_be_taken_back_and_stands_in_the_history(two: tuple[Path, Path]) -> None:
    here, there = two
    for path, words in ((here, "Hier"), (there, "Daar")):
        edit(path, MILESTONE, title=words)
    brought_together(here, there)
    store = opened(here)
    (choice,) = store.dossier.unsettled
    store.settle(choice, keeping(store.dossier, choice))
    assert store.history.latest(1)[0].label == "Gekozen: mijlpaal 1.1a Hier blijft zoals het hier stond"
    assert opened(here).dossier.unsettled == ()
    store.undo()
    assert [left.key for left in opened(here).dossier.unsettled] == [choice.key]
    store.redo()
    assert opened(here).dossier.unsettled == ()
    store.undo()
    store.settle(choice, settling(store.dossier, choice, Occasion(store.dossier, NOW.date(), "an")))
    assert title(here) == "Daar"
    store.undo()
    assert (title(here), [left.key for left in opened(here).dossier.unsettled]) == ("Hier", [choice.key])


def test_two_who_chose_differently_are_asked_again(two: tuple[Path, Path], tmp_path: Path) -> None:
    """Each merged the other and kept its own: neither choice is a change of the other."""
    here, there = two
    for path, words in ((here, "Hier"), (there, "Daar")):
        edit(path, MILESTONE, title=words)
    before = Path(shutil.copy2(here, tmp_path / "hier-eerst.sto.json"))
    shutil.copytree(companion_folder(here), companion_folder(before))
    for path, other in ((here, there), (there, before)):
        store = brought_together(path, other)
        (choice,) = store.dossier.unsettled
        store.settle(choice, keeping(store.dossier, choice))
    assert len(brought_together(here, there).dossier.unsettled) == 1
    assert title(here) == "Hier"


def test_what_became_the_same_by_hand_is_no_choice_any_more(two: tuple[Path, Path]) -> None:
    here, there = two
    for path, words in ((here, "Hier"), (there, "Daar")):
        edit(path, MILESTONE, title=words)
    brought_together(here, there)
    edit(here, MILESTONE, title="Daar")
    assert opened(here).dossier.unsettled == ()


def test_the_dossier_of_another_region_is_refused(two: tuple[Path, Path], tmp_path: Path) -> None:
    other = tmp_path / "ander.sto.json"
    DossierStore.create(other, broad_plan())
    with pytest.raises(DossierError, match="is van een ander dossier"):
        Merge(read_copy(two[0]), read_copy(other)).together()


@pytest.mark.parametrize(
    ("ref", "values", "doubt"),
    [
        (Ref("region", 1), {"name": "Elders"}, "laptop.sto.json is van Elders en regio.sto.json van Breedland."),
        (
            Ref("periods", 1),
            {"label": "2031-2032", "start": date(2031, 1, 1), "end": date(2032, 12, 31)},
            "laptop.sto.json is voor 2031-2032 en regio.sto.json voor 2027-2036.",
        ),
        (Ref("region", 1), {"place": "Elders"}, ""),
    ],
)
def test_a_copy_that_became_another_dossier_is_doubted(
    two: tuple[Path, Path], ref: Ref, values: dict[str, Any], doubt: str
) -> None:
    here, there = two
    edit(there, ref, **values)
    merge = Merge(read_copy(here), read_copy(there))
    assert merge.doubt == doubt
    assert any(line.startswith("Let op: ") for line in told_merge(merge, merge.joined())) == bool(doubt)


def test_a_row_and_a_table_of_a_newer_program_come_along(two: tuple[Path, Path]) -> None:
    here, there = two
    text = there.read_text(encoding="utf-8")
    there.write_text(
        text.replace('"region": {', '"sterren": {"1": {"naam": "Wega"}},\n  "region": {', 1), encoding="utf-8"
    )
    edit(there, MILESTONE, title="Daar")
    edit(here, MILESTONE, deelproject="Hier")
    merge = Merge(read_copy(here), read_copy(there))
    assert "  1 regel die deze versie van sto-tui niet kan gebruiken" in told_merge(merge, merge.joined())
    store = brought_together(here, there)
    assert store.tables["sterren"] == {"1": {"naam": "Wega"}}
    assert title(here) == "Daar"


@pytest.mark.parametrize("by_history", [False, True])
@pytest.mark.parametrize("with_work", [False, True])
def test_what_another_program_keeps_goes_again_with_the_merge_that_brought_it(
    two: tuple[Path, Path], by_history: bool, with_work: bool
) -> None:
    """And when it is merged again it is known to be new: what both started from did not have it."""
    here, there = two
    raw = json.loads(there.read_bytes())
    star = {"1": {"naam": "Wega", "gewicht": 4_250_000_000_000_000_000_000_000_000_000}}
    raw["sterren"] = star
    raw["milestones"]["77"] = {"kapot": "een"}
    there.write_text(json.dumps(raw), encoding="utf-8")
    edit(here, MILESTONE, deelproject="Hier")
    if with_work:
        edit(there, Ref("milestones", 2), title="Daar")
    for copy in (previous_version(here), *companion_folder(here).glob("kopie-*")):
        copy.unlink()
    for _ in range(2):
        store = brought_together(here, there)
        assert "sterren" in store.tables
        assert "77" in store.tables["milestones"]
        if by_history:
            store.put_back(store.history.latest(1))
        else:
            store.undo()
        assert "sterren" not in json.loads(here.read_bytes())
        assert "77" not in json.loads(here.read_bytes())["milestones"]
        assert store.dossier.aside == ()
    assert Merge(read_copy(here), read_copy(there)).knows_start
    if by_history:
        store.put_back(store.history.latest(1))
        assert json.loads(here.read_bytes())["sterren"] == star


def test_what_is_too_deep_for_a_line_of_the_history_comes_along_and_that_is_told(two: tuple[Path, Path]) -> None:
    """In a line it stands one level deeper than in the file, where it is just not too deep."""
    here, there = two
    deep: Any = 1
    for _ in range(252):
        deep = [deep]
    raw = json.loads(there.read_bytes())
    there.write_text(json.dumps({**raw, "sterren": {"1": deep}}), encoding="utf-8")
    edit(here, MILESTONE, deelproject="Hier")
    store = brought_together(here, there)
    assert store.remark == (
        "De wijziging is opgeslagen, maar niet in de geschiedenis: er staat iets in van een ander programma dat te "
        "diep genest is."
    )
    assert json.loads(here.read_bytes())["sterren"]["1"] == deep


def test_what_another_program_did_with_it_since_stays_when_the_merge_is_taken_back(two: tuple[Path, Path]) -> None:
    here, there = two
    raw = json.loads(there.read_bytes())
    there.write_text(json.dumps({**raw, "sterren": {"1": {"naam": "Wega"}, "2": {}}}), encoding="utf-8")
    edit(here, MILESTONE, deelproject="Hier")
    store = brought_together(here, there)
    raw = json.loads(here.read_bytes())
    raw["sterren"]["1"]["naam"] = "Deneb"
    here.write_text(json.dumps(raw), encoding="utf-8")
    store.undo()
    assert json.loads(here.read_bytes())["sterren"] == {"1": {"naam": "Deneb"}}


def test_choices_come_back_when_putting_back_their_merge_is_taken_back(two: tuple[Path, Path]) -> None:
    here, there = two
    for path, words in ((here, "Hier"), (there, "Daar")):
        edit(path, MILESTONE, title=words)
    brought_together(here, there)
    store = opened(here)
    before = store.dossier.unsettled
    store.put_back(store.history.latest(1))
    assert store.dossier.unsettled == ()
    store.undo()
    assert opened(here).dossier.unsettled == before


@pytest.mark.parametrize(
    ("here_value", "there_value", "both"),
    [
        (None, [1, 2], [1, 2]),
        ("tekst", None, "tekst"),
        (None, {"abc": {"x": 1}}, {"abc": {"x": 1}}),
        ({"abc": {"x": 1}}, {"def": {"y": 2}}, {"abc": {"x": 1}, "def": {"y": 2}}),
    ],
)
def test_whatever_another_program_keeps_in_the_file_comes_along(
    two: tuple[Path, Path], here_value: Any, there_value: Any, both: Any
) -> None:
    for path, value in zip(two, (here_value, there_value), strict=True):
        raw = json.loads(path.read_bytes())
        if value is not None:
            path.write_text(json.dumps({**raw, "sterren": value}), encoding="utf-8")
    here, there = two
    edit(there, MILESTONE, title="Daar")
    many = len(opened(here).dossier.tables["milestones"])
    store = brought_together(here, there)
    assert store.tables["sterren"] == both
    # With both files changed by another program nobody knows which title is the newest.
    asked = [getattr(choice.other, "title", "") for choice in store.dossier.unsettled]
    assert "Daar" in (title(here), *asked)
    assert len(store.dossier.tables["milestones"]) == many


def test_one_row_that_nobody_can_use_and_both_changed_is_refused(two: tuple[Path, Path]) -> None:
    for path, value in zip(two, ("een", "twee"), strict=True):
        raw = json.loads(path.read_bytes())
        raw["milestones"]["77"] = {"kapot": value}
        path.write_text(json.dumps(raw), encoding="utf-8")
    with pytest.raises(DossierError, match="Regel 77 van tabel ‘milestones’ is hier niet te gebruiken"):
        brought_together(*two)


def test_a_region_that_another_program_numbered_is_one_region(two: tuple[Path, Path]) -> None:
    here, there = two
    raw = json.loads(there.read_bytes())
    raw["region"] = {"2": raw["region"]["1"]}
    there.write_text(json.dumps(raw), encoding="utf-8")
    edit(here, Ref("region", 1), place="Elders")
    brought_together(here, there)
    assert (list(opened(here).dossier.tables["region"]), opened(here).dossier.region.place) == ([1], "Elders")


def test_a_begin_and_an_end_that_do_not_go_together_are_two_choices(two: tuple[Path, Path]) -> None:
    here, there = two
    edit(here, MILESTONE, start=date(2027, 9, 1))
    edit(there, MILESTONE, due=date(2027, 8, 1))
    store = brought_together(here, there)
    choices = {choice.fields: getattr(choice.other, choice.fields[0]) for choice in store.dossier.unsettled}
    assert choices == {("start",): date(2027, 1, 1), ("due",): date(2027, 8, 1)}


def test_a_copy_that_was_taken_in_stays_known_however_much_came_before(two: tuple[Path, Path]) -> None:
    """Of 128 keys the oldest go; the last of either copy does not."""
    here, there = two
    for path, many in ((here, 90), (there, 70)):
        for number in range(many):
            edit(path, MILESTONE if path == there else Ref("milestones", 2), deelproject=str(number))
    brought_together(here, there)
    assert Merge(read_copy(here), read_copy(there)).relation is CopyRelation.OLDER


def test_a_damaged_file_after_a_merge_is_the_same_dossier_again(two: tuple[Path, Path]) -> None:
    here, there = two
    edit(there, MILESTONE, title="Daar")
    edit(here, Ref("milestones", 2), title="Hier")
    brought_together(here, there)
    edit(here, Ref("milestones", 3), title="Later")
    lineage = opened(here).as_copy.lineage
    here.write_bytes(b"stuk")
    best = candidates(here)[0]
    put_in_place(here, best, NOW)
    assert title(here) == "Daar"
    assert relation(lineage, opened(here).as_copy.lineage) in (CopyRelation.SAME, CopyRelation.NEWER)


@pytest.mark.parametrize("only_a_choice", [False, True])
def test_after_damage_a_merge_that_was_taken_back_is_still_not_made(
    two: tuple[Path, Path], only_a_choice: bool
) -> None:
    """Else the other copy would be taken for an older one, and its work would never come in."""
    here, there = two
    edit(there, MILESTONE, title="Daar")
    edit(here, MILESTONE if only_a_choice else Ref("milestones", 2), title="Hier")
    brought_together(here, there).undo()
    edit(here, Ref("milestones", 3), title="Later")
    lineage = opened(here).as_copy.lineage
    here.write_bytes(b"stuk")
    previous_version(here).unlink()
    put_in_place(here, candidates(here)[0], NOW)
    assert opened(here).as_copy.lineage == lineage
    assert Merge(read_copy(here), read_copy(there)).joined().changes_anything


def test_a_damaged_file_has_what_another_program_kept_again(two: tuple[Path, Path]) -> None:
    here, there = two
    raw = json.loads(there.read_bytes())
    there.write_text(json.dumps({**raw, "sterren": {"1": {"naam": "Wega"}}}), encoding="utf-8")
    edit(here, MILESTONE, deelproject="Hier")
    brought_together(here, there)
    lineage = opened(here).as_copy.lineage
    here.write_bytes(b"stuk")
    previous_version(here).unlink(missing_ok=True)
    put_in_place(here, candidates(here)[0], NOW)
    assert json.loads(here.read_bytes())["sterren"] == {"1": {"naam": "Wega"}}
    assert sorted(opened(here).as_copy.lineage.keys) == sorted(lineage.keys)


def test_what_a_sync_program_puts_there_in_the_moment_of_a_save_is_not_taken_for_ours(
    two: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    here, there = two
    edit(there, MILESTONE, title="Daar")
    store, replace = opened(here), os.replace

    def replaced_and_replaced_again(*names: Any, **folders: Any) -> None:
        replace(*names, **folders)
        if names[1] == here.name:
            monkeypatch.setattr(os, "replace", replace)
            replace(shutil.copy2(there, here.with_name("binnen")), here)

    monkeypatch.setattr(os, "replace", replaced_and_replaced_again)
    record = store.dossier.get(Ref("milestones", 2))
    assert record is not None
    occasion = Occasion(store.dossier, NOW.date(), "an")
    store.apply(changing(store.dossier, record, record.changed(title="Hier"), occasion))
    store.poll()
    assert store.newcomer is not None
    assert title(here) == "Daar"


@pytest.mark.parametrize("sets_time_back", [False, True])
def test_what_a_program_writes_into_our_file_in_the_moment_of_a_save_is_seen(
    two: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, sets_time_back: bool
) -> None:
    """As many bytes as were there, in the same file."""
    here, _ = two
    store, replace = opened(here), os.replace
    long_ago = here.stat()

    def replaced_and_written(*names: Any, **folders: Any) -> None:
        replace(*names, **folders)
        if names[1] == here.name:
            with here.open("r+b") as file:
                data = file.read()
                file.seek(0)
                file.write(data.replace(b'"Hier"', b'"Daar"'))
            if sets_time_back:
                os.utime(here, ns=(long_ago.st_atime_ns, long_ago.st_mtime_ns))

    monkeypatch.setattr(os, "replace", replaced_and_written)
    record = store.dossier.get(MILESTONE)
    assert record is not None
    store.apply(
        changing(store.dossier, record, record.changed(title="Hier"), Occasion(store.dossier, NOW.date(), "an"))
    )
    assert store.poll() == (MILESTONE,)
    assert title(here) == "Daar"


@pytest.mark.parametrize(
    ("removed_here", "changed_in_both", "said"),
    [
        ((1,), (), "1 keuze: wat hier is verwijderd komt terug tot je kiest"),
        ((1, 2), (), "2 keuzes: wat hier is verwijderd komt terug tot je kiest"),
        ((), (1, 2), "2 keuzes: die blijven staan zoals hier tot je kiest"),
        ((1,), (1,), "2 keuzes: 1 komt terug en 1 blijft staan zoals hier tot je kiest"),
        ((1, 2), (1, 2), "4 keuzes: 2 komen terug en 2 blijven staan zoals hier tot je kiest"),
    ],
)
def test_how_it_stands_until_somebody_chooses(
    two: tuple[Path, Path], removed_here: tuple[int, ...], changed_in_both: tuple[int, ...], said: str
) -> None:
    here, there = two
    for number in removed_here:
        remove(here, Ref("speerpunten", number))
        edit(there, Ref("speerpunten", number), title="Daar")
    for number in changed_in_both:
        edit(here, Ref("milestones", number), title="Hier")
        edit(there, Ref("milestones", number), title="Daar")
    merge = Merge(read_copy(here), read_copy(there))
    assert list(told_merge(merge, merge.joined()))[-1] == f"  {said}"
    together = brought_together(here, there).dossier
    assert {together.of(Speerpunt)[number].title for number in removed_here} <= {"Daar"}
    assert {together.of(Milestone)[number].title for number in changed_in_both} <= {"Hier"}


def test_a_choice_that_a_newer_copy_has_comes_as_it_stands_there(two: tuple[Path, Path]) -> None:
    here, there = two
    third = here.with_name("derde.sto.json")
    shutil.copy2(there, third)
    edit(there, MILESTONE, title="Daar")
    edit(third, MILESTONE, title="Derde")
    brought_together(there, third)
    merge = Merge(read_copy(here), read_copy(there))
    assert list(told_merge(merge, merge.joined()))[-1] == "  1 keuze: die wordt zoals daar tot je kiest"
    brought_together(here, there)
    assert title(here) == "Daar"


def test_levels_are_counted_in_the_words_of_the_region(two: tuple[Path, Path]) -> None:
    here, there = two
    edit(here, Ref("region", 1), **OWN)
    edit(there, Ref("themes", 1), title="Daar")
    edit(there, Ref("speerpunten", 1), title="Daar")
    edit(there, MILESTONE, title="Daar")
    merge = Merge(read_copy(here), read_copy(there))
    assert [line for line in told_merge(merge, merge.joined()) if line.startswith("  ")] == [
        "  gouden draden: 1 gewijzigd",
        "  klusdelen: 1 gewijzigd",
        "  mijlpalen: 1 gewijzigd",
    ]


def test_the_words_say_what_comes_in(two: tuple[Path, Path]) -> None:
    here, there = two
    edit(there, MILESTONE, title="Daar")
    edit(here, MILESTONE, title="Hier")
    remove(there, Ref("parties", 9))
    merge = Merge(read_copy(here), read_copy(there))
    lines = list(told_merge(merge, merge.joined()))
    assert lines[0] == "laptop.sto.json en regio.sto.json zijn los van elkaar gewijzigd."
    assert "  partijen: 1 verwijderd" in lines
    assert lines[-1] == "  1 keuze: die blijft staan zoals hier tot je kiest"


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(8))
def test_random_work_on_two_computers_is_the_same_on_both(two: tuple[Path, Path], seed: int) -> None:
    """With the store, its files and its histories: both merge on their own, and agree when nothing is to be chosen."""
    here, there = two
    for number, path in enumerate(two):
        store = opened(path)
        random = Random(f"{seed} {number}")
        editor = Editor(store.dossier, random, large_ids(random), store.apply)
        editor.edit(8)
    copy = here.parent.with_name("kopie")
    shutil.copytree(here.parent, copy)
    merge = Merge(read_copy(here), read_copy(there))
    assert merge.knows_start
    brought_together(here, there)
    brought_together(copy / "elders" / "laptop.sto.json", copy / "regio.sto.json")
    if not merge.together().choices:
        assert (copy / "elders" / "laptop.sto.json").read_bytes() == here.read_bytes()
    again = Merge(read_copy(here), read_copy(there)).joined()
    assert again.is_known or not again.changes_anything


def test_all_that_differs_in_a_record_is_told_field_by_field(two: tuple[Path, Path]) -> None:
    here, there = two
    for path, words in ((here, "Hier"), (there, "Daar")):
        edit(path, Ref("goals", 1), target=f"30 procent {words}", target_year=2027 if words == "Hier" else 2028)
    store = brought_together(here, there)
    (choice,) = store.dossier.unsettled
    label = "Streefwaarde"
    told = told_unsettled(choice, store.dossier)
    assert len(told.differences) > 1
    assert (f"{label}: 30 procent Hier", f"{label}: 30 procent Daar") in told.differences
