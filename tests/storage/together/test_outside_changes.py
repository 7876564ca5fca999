"""What another program changes in a dossier that is open, and what the file and its history say of each change."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import orjson

from sto_tui.domain.change import changing, removing
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.record import Ref
from sto_tui.storage.file.codec import parsed
from sto_tui.storage.file.lineage import lineage_of
from sto_tui.storage.store import DossierStore
from tests.conftest import clock


def opened(path: Path, user: str = "jan") -> DossierStore:
    return DossierStore.open(path, user, clock)


def edit_outside(path: Path, change: Callable[[dict[str, dict[str, dict[str, object]]]], None]) -> None:
    raw = orjson.loads(path.read_bytes())
    change(raw)
    path.write_bytes(orjson.dumps(raw, option=orjson.OPT_INDENT_2))


def rename(store: DossierStore, title: str) -> None:
    milestone = store.dossier.of(Milestone)[1]
    store.apply(changing(store.dossier, milestone, milestone.changed(title=title)))


def keys_of(path: Path) -> tuple[str, ...]:
    return lineage_of(parsed(path.read_bytes(), path.name), path.name).keys


def test_every_change_has_a_key_in_the_file_and_in_its_line_with_the_one_before_it(small: Path) -> None:
    start = keys_of(small)
    one, other = opened(small), opened(small, "anja")
    rename(one, "Van Jan")
    other.poll()
    rename(other, "Van Anja")
    other.undo()
    lines = list(reversed(list(one.history.entries())))
    assert keys_of(small) == (*start, *(line.key for line in lines))
    assert [line.parents for line in lines] == [(key,) for key in keys_of(small)[:-1]]
    one.note("Geen wijziging van het bestand")
    assert one.history.latest(1)[0].parents == ()


def test_a_change_by_another_program_is_one_line_that_can_be_taken_back(small: Path) -> None:
    one, other = opened(small), opened(small, "anja")
    rename(one, "Van Jan")
    other.poll()
    before = one.dossier

    def change(raw: dict[str, dict[str, dict[str, object]]]) -> None:
        raw["milestones"]["1"]["title"] = "Met een ander programma"
        raw["milestones"]["99"] = {"number": "9.9", "title": "Erbij"}

    edit_outside(small, change)
    for store in (one, other):
        store.poll()
        assert store.dossier.of(Milestone)[1].title == "Met een ander programma"
    line, below = one.history.latest(2)
    assert (line.by, line.label) == ("een ander programma", "2 regels gewijzigd buiten sto-tui")
    assert (line.parents, below.label[:8]) == ((below.key,), "Mijlpaal")
    one.put_back([line])
    assert {key: record.changed(rev=0) for key, record in one.dossier.of(Milestone).items()} == {
        key: record.changed(rev=0) for key, record in before.of(Milestone).items()
    }
    assert one.history.latest(1)[0].parents == (line.key,)


def test_a_change_by_another_program_that_a_save_comes_upon_stands_before_it(small: Path) -> None:
    store = opened(small)
    rename(store, "Van Jan")
    edit_outside(small, lambda raw: raw["milestones"]["2"].update(title="Met een ander programma"))
    store.apply(removing(store.dossier, store.dossier.of(Milestone)[3]))
    own, outside, _ = store.history.latest(3)
    assert outside.by == "een ander programma"
    assert own.parents == (outside.key,)
    assert keys_of(small)[-2:] == (outside.key, own.key)


def from_elsewhere(path: Path, *titles: str) -> Path:
    """The file as somebody with a copy elsewhere, and so with another history, made it."""
    there = path.parent / "elders" / path.name
    there.parent.mkdir(exist_ok=True)
    shutil.copy2(path, there)
    store = opened(there, "anja")
    for number, title in enumerate(titles, 1):
        milestone = store.dossier.of(Milestone)[number]
        store.apply(changing(store.dossier, milestone, milestone.changed(title=title)))
    return there


def test_what_a_newer_copy_brings_is_one_line_that_can_be_taken_back(small: Path) -> None:
    """Both sessions in this folder see it; one of them writes the line."""
    one, two = opened(small), opened(small, "piet")
    rename(one, "Van Jan")
    two.poll()
    before = one.dossier.of(Milestone)
    from_elsewhere(small, "Van Anja", "Ook van Anja").replace(small)
    for store in (one, two):
        store.poll()
    line, below = one.history.latest(2)
    assert (line.by, line.label, line.parents) == ("een andere kopie", "2 regels overgenomen", (below.key,))
    rename(one, "Verder")
    one.undo()
    one.put_back([line])
    assert [milestone.title for milestone in one.dossier.of(Milestone).values()] == [
        milestone.title for milestone in before.values()
    ]
    assert keys_of(small)[-1] == one.history.latest(1)[0].key


def test_of_a_newer_copy_only_what_no_other_line_tells_is_added(small: Path) -> None:
    """Piet saves here, Anja goes on from that elsewhere, and this session sees both at once."""
    one, two = opened(small), opened(small, "piet")
    rename(two, "Van Piet")
    there = opened(from_elsewhere(small), "anja")
    milestone = there.dossier.of(Milestone)[2]
    there.apply(changing(there.dossier, milestone, milestone.changed(title="Van Anja")))
    there.path.replace(small)
    one.poll()
    line, below = one.history.latest(2)
    assert (line.label, below.by) == (f"Mijlpaal {milestone.number} Van Anja overgenomen", "piet")
    assert (line.parents, line.refs) == ((below.key,), (Ref("milestones", 2),))


def test_a_newer_copy_that_a_save_comes_upon_stands_before_it(small: Path) -> None:
    store = opened(small)
    from_elsewhere(small, "Van Anja").replace(small)
    milestone = store.dossier.of(Milestone)[2]
    store.apply(changing(store.dossier, milestone, milestone.changed(title="Van Jan")))
    assert [entry.by for entry in store.history.latest(2)] == ["jan", "een andere kopie"]
    store.undo()
    assert store.dossier.of(Milestone)[1].title == "Van Anja"


def test_a_change_in_place_with_the_old_time_and_size_is_seen(small: Path) -> None:
    store = opened(small)
    rename(store, "Van Jan")
    before = small.stat()
    data = small.read_bytes()
    with small.open("r+b") as file:
        file.write(data.replace(b"Van Jan", b"Van Pie"))
    os.utime(small, ns=(before.st_atime_ns, before.st_mtime_ns))
    now = small.stat()
    assert (now.st_mtime_ns, now.st_ino, now.st_size) == (before.st_mtime_ns, before.st_ino, before.st_size)
    store.poll()
    assert store.dossier.of(Milestone)[1].title == "Van Pie"
