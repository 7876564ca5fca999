"""Another version of the file put over a dossier that is open: ours stays, and nothing is written before a choice."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from sto_tui.domain.change import Change, ConflictError, Edit, NotSavedError, adding, changing, removing
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.record import Ref
from sto_tui.domain.steering import Resolution
from sto_tui.planning.new_dossier import new_dossier
from sto_tui.storage.file.lineage import CopyRelation, Lineage
from sto_tui.storage.file.newcomer import Newcomer
from sto_tui.storage.past.entry import Entry
from sto_tui.storage.store import DossierStore
from sto_tui.storage.together.own_versions import KEPT, MERGED, MOST_MERGED, OwnVersions
from tests.conftest import clock


def opened(path: Path, user: str = "jan") -> DossierStore:
    return DossierStore.open(path, user, clock)


def rename(store: DossierStore, number: int, title: str) -> None:
    milestone = store.dossier.of(Milestone)[number]
    store.apply(changing(store.dossier, milestone, milestone.changed(title=title)))


def title(store: DossierStore, number: int) -> str:
    return store.dossier.of(Milestone)[number].title


def put_over(source: Path, path: Path) -> bytes:
    """What a sync program does: another file under the name."""
    arriving = path.with_name("binnen")
    shutil.copy(source, arriving)
    arriving.replace(path)
    return path.read_bytes()


def newcomer_of(store: DossierStore) -> Newcomer:
    assert store.poll() == ()
    assert store.newcomer is not None
    return store.newcomer


def older(path: Path) -> DossierStore:
    """A session of which two changes are not in the file that was put over it."""
    start = Path(shutil.copy(path, path.with_name("eerder.json")))
    store = opened(path)
    rename(store, 1, "Van Jan")
    rename(store, 2, "Ook van Jan")
    put_over(start, path)
    return store


def forgotten_soon(store: DossierStore) -> str:
    """Goes on until the last change has a key that a file is among the first to name no more."""
    while not int(store.lineage.tip, 16) % 2:
        rename(store, 1, f"Van Jan {store.lineage.tip}")
    return store.lineage.tip


MANY = 130
"""More changes than a file names."""


def test_many_changes_between_two_looks_are_those_of_a_colleague(example: Path) -> None:
    """The history leads from the last change that was seen to the one that stands there now."""
    store = opened(example)
    seen = forgotten_soon(store)
    colleague = opened(example, "anja")
    for number in range(MANY):
        rename(colleague, 2, f"Van Anja {number}")
    assert seen not in colleague.lineage.keys
    assert store.poll() == (Ref("milestones", 2),)
    assert (store.newcomer, title(store, 2)) == (None, f"Van Anja {MANY - 1}")
    rename(store, 1, "Verder")
    lines = history_of(store)
    assert {entry.by for entry in lines} == {"jan", "anja"}
    assert len({entry.key for entry in lines}) == len(lines)


def test_a_version_of_many_changes_ago_is_an_older_one(example: Path) -> None:
    store = opened(example)
    forgotten_soon(store)
    start = Path(shutil.copy(example, example.with_name("eerder.json")))
    for number in range(MANY):
        rename(store, 2, f"Van Jan {number}")
    put_over(start, example)
    assert newcomer_of(store).relation is CopyRelation.OLDER
    assert title(store, 2) == f"Van Jan {MANY - 1}"


def test_without_the_history_a_version_of_many_changes_later_stays_another_copy(example: Path) -> None:
    """Nothing says that it holds what was seen here, so nothing of it is taken over."""
    store = opened(example)
    forgotten_soon(store)
    colleague = opened(example, "anja")
    for number in range(MANY):
        rename(colleague, 2, f"Van Anja {number}")
    store.history.path.unlink()
    assert newcomer_of(store).relation in (CopyRelation.APART, CopyRelation.APART_WITHOUT_BASE)


def test_a_change_with_many_after_it_is_told_once(example: Path) -> None:
    """Seen when it was on disk and its line was not; its own session wrote that line, and many came after it."""
    store, colleague = opened(example), opened(example, "anja")
    rename(colleague, 2, "Van Anja")
    history = store.history.path
    whole = history.read_bytes()
    history.write_bytes(b"")
    with colleague.alone():
        store.poll()
    history.write_bytes(whole)
    for number in range(60):
        rename(colleague, 2, f"Van Anja {number}")
    store.poll()
    assert [entry.by for entry in history_of(store)] == ["anja"] * 61


def history_of(store: DossierStore) -> list[Entry]:
    return list(store.history.entries())


def apart(path: Path) -> DossierStore:
    """The same with a copy in which Anja went on by herself."""
    copy = Path(shutil.copy(path, path.with_name("anja.sto.json")))
    anja = opened(copy, "anja")
    rename(anja, 3, "Van Anja")
    anja.apply(removing(anja.dossier, anja.dossier.of(Milestone)[2]))
    store = opened(path)
    rename(store, 1, "Van Jan")
    rename(store, 2, "Ook van Jan")
    put_over(copy, path)
    return store


def of_another_region(path: Path) -> DossierStore:
    elsewhere = path.with_name("elders.sto.json")
    DossierStore.create(elsewhere, new_dossier("Almere", "2027-2028"))
    store = opened(path)
    rename(store, 1, "Van Jan")
    put_over(elsewhere, path)
    return store


@pytest.mark.parametrize(
    ("replaced", "relation", "sentence"),
    [
        (
            older,
            CopyRelation.OLDER,
            "Er staat een oudere versie, zonder 2 wijzigingen.",
        ),
        (
            apart,
            CopyRelation.APART,
            "Er staat een andere kopie, zonder 2 wijzigingen.",
        ),
        (of_another_region, CopyRelation.OTHER_DOSSIER, "Hier staat nu het dossier van Almere."),
    ],
)
def test_ours_stays_and_nothing_is_written_until_ours_is_put_back(
    small: Path, replaced: Callable[[Path], DossierStore], relation: CopyRelation, sentence: str
) -> None:
    store = replaced(small)
    there = small.read_bytes()
    newcomer = newcomer_of(store)
    assert (newcomer.relation, newcomer.sentence) == (relation, sentence)
    for act in (lambda: rename(store, 1, "Nu niet"), store.undo):
        with pytest.raises(NotSavedError, match=r"Er is niets opgeslagen\. Kies eerst met ctrl\+o welke versie geldt"):
            act()
    assert (title(store, 1), bool(store.next_undo)) == ("Van Jan", True)
    assert small.read_bytes() == there
    store.write_over(newcomer)
    assert (title(opened(small), 1), store.newcomer) == ("Van Jan", None)
    assert store.history.latest(1)[0].label == "Eigen versie van het dossier teruggezet over een andere"
    rename(store, 1, "Gaat weer")
    assert title(opened(small), 1) == "Gaat weer"


def test_the_other_version_is_gone_on_with_and_what_can_be_is_taken_back(small: Path) -> None:
    store = apart(small)
    assert store.take(newcomer_of(store)) == 1, "the milestone of one step is gone"
    assert store.newcomer is None
    assert store.poll() == (), "nobody else did that"
    assert (title(store, 3), store.dossier.get(Ref("milestones", 2))) == ("Van Anja", None)
    change = store.undo()
    assert change is not None
    assert change.edits == (), "it already is as it was"
    rename(store, 3, "Verder")
    assert title(opened(small), 3) == "Verder"


def test_who_is_not_the_same_any_more_gets_no_edit(small: Path) -> None:
    """Files from before ids were given out once: two copies have another milestone under one id."""
    copy = Path(shutil.copy(small, small.with_name("anja.sto.json")))
    for path, number in ((copy, "8.8"), (small, "7.7")):
        record = Milestone(id=156, number=number, title=f"Mijlpaal {number}")
        store = opened(path)
        store.apply(Change("Erbij", (Edit(Ref("milestones", 156), None, record),)))
    mine = store.dossier.of(Milestone)[156]
    put_over(copy, small)
    store.take(newcomer_of(store))
    with pytest.raises(ConflictError, match=r"Mijlpaal 7\.7 Mijlpaal 7\.7 staat niet in deze versie van het dossier"):
        store.apply(changing(store.dossier, mine, mine.changed(quick_win=True)))
    with pytest.raises(ConflictError):
        store.undo()
    now = store.dossier.of(Milestone)[156]
    store.apply(changing(store.dossier, now, now.changed(title="Van Anja, verbeterd")))
    assert title(opened(small), 156) == "Van Anja, verbeterd"


def test_two_decisions_without_a_number_are_not_the_same_for_that(small: Path) -> None:
    """Under one id Anja has another decision, and neither has a number yet: hers is not overwritten."""
    copy = Path(shutil.copy(small, small.with_name("anja.sto.json")))
    for path, text in ((copy, "Bus kopen"), (small, "Lab bouwen")):
        store = opened(path)
        store.apply(Change("Erbij", (Edit(Ref("resolutions", 156), None, Resolution(id=156, text=text)),)))
    mine = store.dossier.of(Resolution)[156]
    put_over(copy, small)
    store.take(newcomer_of(store))
    with pytest.raises(ConflictError, match="staat niet in deze versie van het dossier"):
        store.apply(changing(store.dossier, mine, mine.changed(date=clock().date())))
    assert opened(small).dossier.of(Resolution)[156] == Resolution(id=156, text="Bus kopen")


def test_what_another_program_did_and_took_back_is_followed(small: Path) -> None:
    store = opened(small)
    rename(store, 1, "Van Jan")
    ours = small.read_bytes()
    for text in (b"Met de hand", b"Nog eens met de hand"):
        small.write_bytes(ours.replace(b"Van Jan", text))
        store.poll()
        assert title(store, 1) == text.decode()
        assert store.newcomer is None
    assert [entry.by for entry in store.history.latest(3)] == ["een ander programma", "een ander programma", "jan"]
    small.write_bytes(ours)
    store.poll()
    assert (title(store, 1), store.newcomer) == ("Van Jan", None)
    rename(store, 1, "En verder")
    assert title(opened(small), 1) == "En verder"


def test_a_newcomer_that_goes_or_is_settled_elsewhere_is_no_longer_in_the_way(small: Path) -> None:
    one = older(small)
    other = opened(small, "anja")
    newcomer = newcomer_of(one)
    there = small.read_bytes()
    small.write_bytes(b"half binn")
    with pytest.raises(NotSavedError):
        one.poll()
    small.write_bytes(there)
    with pytest.raises(NotSavedError, match="intussen weer anders"):
        one.take(newcomer)
    one.write_over(newcomer_of(one))
    assert Ref("milestones", 1) in other.poll(), "for who opened the older one it is newer"
    assert other.newcomer is None
    added = other.apply(adding(other.dossier, Milestone(number="9.9", title="Van Anja")))
    assert set(one.poll()) == set(added.refs)


def test_what_was_not_chosen_is_never_removed_and_of_what_was_merged_the_latest_stay(small: Path) -> None:
    versions = OwnVersions(small, small.parent / "elders")
    keys = [f"{number:016x}" for number in range(MOST_MERGED + 5)]
    for number, key in enumerate(keys):
        for keep in (versions.put_aside, versions.keep_merged):
            keep(Lineage("dossier", (key,)), b"{}")
        for path in small.parent.glob(f"regio.sto.d/*-{key}.sto.json"):
            os.utime(path, (number, number))
    kept = {kind: sorted(path.name for path in small.parent.glob(f"regio.sto.d/{kind}-*")) for kind in (KEPT, MERGED)}
    assert kept[KEPT] == [f"bewaard-{key}.sto.json" for key in keys]
    assert kept[MERGED] == [f"samengevoegd-{key}.sto.json" for key in keys[5:]]
