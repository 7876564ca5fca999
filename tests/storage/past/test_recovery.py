"""Recovery: after damage the last acknowledged state comes back, and nothing is lost or overwritten in silence."""

import codecs
import json
import os
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from filelock import Timeout

from sto_tui.domain.record import Ref
from sto_tui.storage.file.codec import decode, dossier_from
from sto_tui.storage.file.copies import dated_copies, dated_copy, previous_version
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.file.lineage import CopyRelation, lineage_of, relation
from sto_tui.storage.file.migrations import SCHEMA
from sto_tui.storage.past.recovery import candidates, put_in_place, save_as
from sto_tui.storage.store import DossierStore
from tests.conftest import clock, is_root
from tests.support.damage import (
    DAMAGE,
    LATER,
    MOVED,
    Session,
    assert_same,
    first,
    five_changes,
    move_folder,
    recovered,
)
from tests.support.own_words import OWN


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE)
@pytest.mark.parametrize("moved", MOVED.values(), ids=MOVED)
def test_the_last_acknowledged_state_comes_back(
    small: Path, damage: Callable[[Path], object], moved: timedelta | None
) -> None:
    session = five_changes(small)
    damage(small)
    move_folder(session, moved)
    found = candidates(small)
    assert found[0].source == "de versie van vóór de laatste wijziging"
    assert [len(one.replayed) for one in found] == [1, 5]
    assert [one.lost for one in found] == [(), ()]
    assert_same(recovered(small, found[0]), session.dossier)


def test_what_comes_back_with_all_its_changes_is_the_same_copy_for_who_has_it_open(small: Path) -> None:
    session = five_changes(small)
    before = lineage_of(decode(small.read_bytes(), small.name), small.name)
    small.write_bytes(b"")
    for candidate in candidates(small):
        lineage = lineage_of(candidate.raw, small.name)
        assert relation(before, lineage) is CopyRelation.SAME
        assert not lineage.is_outside
    session.store.history.path.unlink()
    older = lineage_of(candidates(small)[0].raw, small.name)
    assert relation(before, older) is CopyRelation.OLDER


@pytest.mark.parametrize(
    ("spoiled", "source"),
    [
        (lambda data: data + b'"}\n}', "het leesbare begin van het bestand"),
        (lambda data: data + b"\xe9\xff rest", "het leesbare begin van het bestand"),
        (lambda data: data + bytes(4096), "het bestand zelf, zonder de lege bytes eromheen"),
        (lambda data: codecs.BOM_UTF8 + data, "het bestand zelf, omgezet uit UTF-8 met een merkteken vooraan"),
        (lambda data: data.decode().encode("utf-16"), "het bestand zelf, omgezet uit UTF-16"),
        (lambda data: data.decode().encode("utf-16") + b"\n", "het bestand zelf, omgezet uit UTF-16"),
        (lambda data: codecs.BOM_UTF16_BE + data.decode().encode("utf-16-be"), "het bestand zelf, omgezet uit UTF-16"),
        (lambda data: data.decode().encode("utf-16-le"), "het bestand zelf, omgezet uit UTF-16"),
        (lambda data: data.decode().encode("utf-16-be"), "het bestand zelf, omgezet uit UTF-16"),
        (lambda data: data.decode().encode("cp1252"), "het bestand zelf, omgezet uit Windows-tekst (cp1252)"),
        (
            lambda data: data.replace("kop ‘Één’".encode(), "kop ‘Één’".encode("cp1252")),
            "het bestand zelf, omgezet uit Windows-tekst (cp1252)",
        ),
    ],
    ids=[
        *("tail", "bytes", "nul", "mark", "utf-16", "utf-16 and a byte", "utf-16-be mark", "utf-16-le", "utf-16-be"),
        *("cp1252", "mixed"),
    ],
)
def test_what_another_program_did_to_a_file_is_undone(
    small: Path, spoiled: Callable[[bytes], bytes], source: str
) -> None:
    session = Session(small)
    session.edit(first(session.dossier), "Café ‘é’ – 12 €, kop ‘Één’")
    for character in set(small.read_text(encoding="utf-8")):
        if character.encode("cp1252", "ignore") == b"":
            small.write_text(small.read_text(encoding="utf-8").replace(character, "?"), encoding="utf-8")
    wanted = DossierStore.open(small, "jan", clock).dossier
    small.write_bytes(spoiled(small.read_bytes()))
    damaged = small.read_bytes()
    found = candidates(small)
    assert (found[0].source, found[0].replayed) == (source, ())
    assert found[1].source == "de versie van vóór de laatste wijziging"
    kept = put_in_place(small, found[0], LATER)
    assert_same(DossierStore.open(small, "jan", clock).dossier, wanted)
    assert kept.read_bytes() == damaged


def test_damaged_and_newer_copies_are_passed_over(small: Path) -> None:
    session = five_changes(small, days=(0, 1, 1, 0, 0))
    newest, middle, _ = dated_copies(small)
    wanted = session.dossier
    previous_version(small).write_bytes(previous_version(small).read_bytes()[:-30])
    newest.write_bytes(newest.read_bytes().replace(b'"schema": %d' % SCHEMA, b'"schema": 99'))
    middle.unlink()
    middle.mkdir()
    small.write_bytes(b"")
    (found,) = candidates(small)
    assert found.source == "de kopie van 20 november 2026"
    assert_same(recovered(small, found), wanted)


def test_the_same_content_is_offered_once(small: Path) -> None:
    session = Session(small)
    session.edit(first(session.dossier), "Een wijziging")
    assert previous_version(small).read_bytes() == dated_copies(small)[0].read_bytes()
    small.write_bytes(b"")
    assert [one.source for one in candidates(small)] == ["de versie van vóór de laatste wijziging"]


def test_at_most_thirty_copies_are_offered_newest_first(small: Path) -> None:
    session = Session(small)
    for number in range(33):
        session.wait(days=1)
        session.edit(first(session.dossier), f"keer {number}")
    previous_version(small).unlink()
    small.write_bytes(b"")
    found = candidates(small)
    assert len(found) == 30
    assert [one.saved_at for one in found] == sorted((one.saved_at for one in found), reverse=True)
    assert all(first(dossier_from(one.raw, "")).title == "keer 32" for one in found)


def test_without_anything_there_is_nothing(tmp_path: Path) -> None:
    assert candidates(tmp_path / "nergens" / "regio.sto.json") == []
    assert candidates(tmp_path) == []
    path = tmp_path / "regio.sto.json"
    for content in (b"", b"{", b"[" * 100_000, b'{"_default": {}}', b"\xff\xfe{", b'{"meta": {"1": 1}} rest'):
        path.write_bytes(content)
        assert candidates(path) == []


def test_copies_and_history_that_are_links_are_no_candidate(small: Path, tmp_path: Path) -> None:
    session = five_changes(small)
    small.write_bytes(b"")
    (tmp_path / "elders").mkdir()
    of_the_first_day = dated_copy(small, date(2026, 11, 20))
    for path in ({session.store.history.path, previous_version(small), *dated_copies(small)}) - {of_the_first_day}:
        path.symlink_to(path.rename(tmp_path / "elders" / path.name))
    (found,) = candidates(small)
    assert (found.source, found.replayed, found.lost) == ("de kopie van 20 november 2026", (), ())


def test_the_counts_tell_how_much_is_in_it(small: Path) -> None:
    five_changes(small)
    small.write_bytes(b"")
    best = candidates(small)[0]
    many = len(best.raw["milestones"])
    assert best.counts.startswith(f"{many} mijlpalen, ")
    assert 2 <= best.counts.count(",") <= 5


def test_the_counts_are_in_the_words_of_the_region(small: Path) -> None:
    contents = json.loads(small.read_bytes())
    contents["region"]["1"].update(OWN)
    small.write_text(json.dumps(contents), encoding="utf-8")
    five_changes(small)
    small.write_bytes(b"")
    assert ", 1 gouden draad, " in candidates(small)[0].counts


@pytest.mark.parametrize("there", [True, False])
def test_a_file_that_is_whole_again_is_left_alone(small: Path, there: bool) -> None:
    session = five_changes(small)
    whole = small.read_bytes()
    small.write_bytes(b"")
    best = candidates(small)[0]
    small.write_bytes(whole)
    if not there:
        os.truncate(small, 0)
        put_in_place(small, candidates(small)[0], LATER)
        whole = small.read_bytes()
    files = sorted(small.parent.rglob("*"))
    with pytest.raises(DossierError, match=r"weer heel; er is niets teruggezet"):
        put_in_place(small, best, LATER)
    assert small.read_bytes() == whole
    assert sorted(small.parent.rglob("*")) == files
    assert_same(DossierStore.open(small, "jan", clock).dossier, session.dossier)


def test_the_damaged_file_and_all_copies_stay(small: Path) -> None:
    five_changes(small)
    small.chmod(0o640)
    if is_root():
        os.chown(small, -1, 100)
    damaged = small.read_bytes()[:3000]
    small.write_bytes(damaged)
    copies = [previous_version(small), *dated_copies(small)]
    before = [copy.read_bytes() for copy in copies]
    best = candidates(small)[0]
    taken = small.with_name("regio.sto.json.beschadigd-20261125-083015")
    taken.write_bytes(b"van eerder")
    kept = put_in_place(small, best, LATER)
    assert kept == taken.with_name(f"{taken.name}-2")
    assert kept.read_bytes() == damaged
    assert taken.read_bytes() == b"van eerder"
    assert [copy.read_bytes() for copy in copies] == before
    assert small.stat().st_mode & 0o777 == 0o640
    if is_root():
        assert small.stat().st_gid == 100
    small.write_bytes(b"weer stuk")
    assert put_in_place(small, best, LATER) == taken.with_name(f"{taken.name}-3")
    assert kept.read_bytes() == damaged


def test_a_missing_file_is_put_back_and_nothing_else_is_made(small: Path) -> None:
    session = five_changes(small)
    small.unlink()
    assert put_in_place(small, candidates(small)[0], LATER) == small
    assert_same(DossierStore.open(small, "jan", clock).dossier, session.dossier)
    assert not list(small.parent.glob("*beschadigd*"))


def test_a_link_to_the_dossier_stays_a_link(small: Path, tmp_path: Path) -> None:
    session = five_changes(small)
    folder = tmp_path / "elders"
    folder.mkdir()
    link = folder / "koppeling.sto.json"
    link.symlink_to(small)
    small.write_bytes(b"")
    kept = put_in_place(link, candidates(link)[0], LATER)
    assert link.is_symlink()
    assert kept.parent == small.parent
    assert_same(DossierStore.open(link, "jan", clock).dossier, session.dossier)


def test_a_full_disk_changes_nothing(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    five_changes(small)
    small.write_bytes(b"stuk")
    best = candidates(small)[0]
    before = {path: path.read_bytes() for path in small.parent.rglob("*") if path.is_file()}

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DossierError, match="de schijf is vol"):
        put_in_place(small, best, LATER)
    assert {path: path.read_bytes() for path in small.parent.rglob("*") if path.is_file()} == before


def test_a_dossier_in_use_is_not_replaced(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    five_changes(small)
    small.write_bytes(b"stuk")
    best = candidates(small)[0]

    def busy(lock: object) -> None:
        raise Timeout("bezet")

    monkeypatch.setattr("filelock.FileLock.acquire", busy)
    with pytest.raises(DossierError, match="bezet door een ander"):
        put_in_place(small, best, LATER)
    assert small.read_bytes() == b"stuk"


def test_a_candidate_is_written_as_a_new_file_and_never_over_one(small: Path, tmp_path: Path) -> None:
    session = five_changes(small)
    small.write_bytes(b"stuk")
    best = candidates(small)[0]
    target = tmp_path / "nieuw" / "gered.sto.json"
    save_as(best, target, small)
    assert_same(DossierStore.open(target, "jan", clock).dossier, session.dossier)
    written = target.read_bytes()
    for taken in (target, small):
        with pytest.raises(DossierError, match="bestaat al"):
            save_as(best, taken, small)
    assert (target.read_bytes(), small.read_bytes()) == (written, b"stuk")


def test_ids_are_not_used_again_after_recovery(small: Path) -> None:
    session = Session(small)
    kept, removed = session.add("Blijft"), session.add("Gaat weg")
    session.remove(removed)
    lines = session.store.history.path.read_bytes().splitlines(keepends=True)
    small.write_bytes(b"")
    put_in_place(small, candidates(small)[0], LATER)
    assert Session(small).add("Nieuw").id not in (kept.id, removed.id)

    # The addition itself is lost with its line; what the history still says of it is enough.
    session.store.history.path.write_bytes(lines[-1])
    previous_version(small).unlink()
    small.write_bytes(b"")
    oldest = candidates(small)[-1]
    assert kept not in {Ref("milestones", int(key)) for key in oldest.raw["milestones"]}
    put_in_place(small, oldest, LATER)
    assert Session(small).add("Nieuw").id not in (kept.id, removed.id)


def test_a_dated_copy_with_an_impossible_day_is_named_by_its_file(small: Path) -> None:
    five_changes(small)
    dated_copy(small, date(2026, 11, 20)).rename(dated_copies(small)[0].with_name("kopie-2026-13-99.sto.json"))
    small.write_bytes(b"")
    assert candidates(small)[-1].source == "de kopie kopie-2026-13-99.sto.json"
