"""What is kept on disk by hand: which bytes are a dossier and why not, encodings, rights, lines and typed paths."""

import errno
import json
import os
import stat
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from sto_tui.domain.change import Change, added
from sto_tui.domain.plan import Goal, Theme
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.tables import TABLES
from sto_tui.storage.file import codec
from sto_tui.storage.file.codec import decode, dossier_from, encode, foreign_tables, is_newer, records_from
from sto_tui.storage.file.companion_folder import align_rights, companion_folder, made_beside
from sto_tui.storage.file.copies import copy_of_today, dated_copies, keep_copies, keep_of_schema
from sto_tui.storage.file.durable_write import why_not_read, why_not_written, write_durably, write_new
from sto_tui.storage.file.encodings import (
    UTF_8_WITH_MARK,
    UTF_16,
    UTF_16_BIG,
    UTF_16_LITTLE,
    WINDOWS,
    Encoding,
    encoding_of,
)
from sto_tui.storage.file.errors import DamagedError, DossierError
from sto_tui.storage.file.migrations import SCHEMA, migrated, migrated_record
from sto_tui.storage.file.paths import file_to_make, file_to_read, typed_path
from sto_tui.storage.file.reasons import reason
from sto_tui.storage.past.entry import Entry, PastEdit, taken_back
from sto_tui.storage.past.history import History
from sto_tui.storage.together import edited_outside as outside
from sto_tui.storage.together.workshop_position import StandingFile
from tests.conftest import is_root
from tests.support.past_lines import note

REGION = {"1": {"name": "Veenderwaard"}}
META = {"1": {"format": "sto-dossier", "schema": SCHEMA}}


DAMAGED = "a.sto.json is een beschadigd dossier: wat erin staat over het bestand zelf"
LOST_META: list[Any] = [[], {}, {"1": []}, {"x": {}}, {"1": {"format": "sto-dos", "schema": 1}}, None]


def bytes_of(**tables: Any) -> bytes:
    return json.dumps({"meta": META, "region": REGION, **tables}).encode()


# Which bytes are a dossier.


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b" \x00\n", "a.sto.json is leeg: het bestand is beschadigd."),
        (b"[]", "a.sto.json is geen STO-dossier: er staat iets"),
        (b"{}", "a.sto.json is geen STO-dossier: er staat iets"),
        (bytes_of(meta=[]), "a.sto.json is geen STO-dossier: er staat iets"),
        (bytes_of(meta={"1": []}), "a.sto.json is geen STO-dossier: er staat iets"),
        (bytes_of(meta={**META, "x": {}}), "a.sto.json is geen STO-dossier: er staat iets"),
        (bytes_of(meta={"1": {"format": "ander", "schema": 1}}), "a.sto.json is geen STO-dossier: er staat iets"),
        *((bytes_of(themes={}, goals={"1": {}}, meta=meta), DAMAGED) for meta in LOST_META),
        (bytes_of(meta=[], themes=[], goals={"x": {}}), "a.sto.json is geen STO-dossier: er staat iets"),
        (bytes_of(meta={"1": {"format": "sto-dossier"}}), "a.sto.json zegt niet van welke versie het is"),
        (bytes_of(meta={"1": {"format": "sto-dossier", "schema": True}}), "a.sto.json zegt niet van welke versie het"),
        (bytes_of(meta={"1": {"format": "sto-dossier", "schema": "2"}}), "a.sto.json zegt niet van welke versie het"),
        (bytes_of(goals=[]), "a.sto.json: tabel ‘goals’ klopt niet: de lijst is beschadigd."),
        (bytes_of(goals={"0": {}}), "a.sto.json: in tabel ‘goals’ klopt regel ‘0’ niet"),
        (bytes_of(goals={"1": []}), "a.sto.json: in tabel ‘goals’ klopt regel ‘1’ niet"),
        (
            bytes_of(goals={"12345678901234567": {}}),
            "a.sto.json: in tabel ‘goals’ klopt regel ‘12345678901234567’ niet",
        ),
        (bytes_of(goals={"x" * 21: {}}), f"a.sto.json: in tabel ‘goals’ klopt regel ‘{'x' * 20}’ niet"),
        (bytes_of(region={}), "a.sto.json moet precies één regioprofiel hebben, maar heeft er 0."),
        (bytes_of(region={"1": {}, "2": {}}), "a.sto.json moet precies één regioprofiel hebben, maar heeft er 2."),
        (b'{"meta": {', "a.sto.json is geen leesbaar dossier: het houdt op regel 1, teken 11 ineens op."),
        (b'{"meta": {}}\n{}', "a.sto.json is geen leesbaar dossier: na het einde staat op regel 2, teken 1 nog iets."),
        (b'{"meta": x}', "a.sto.json is geen leesbaar dossier: op regel 1, teken 10 klopt de JSON niet."),
        (b'\xef\xbb\xbf{"a": 1}', "a.sto.json is bewaard als UTF-8 met een merkteken vooraan en niet als UTF-8"),
        # The names and values of what stands there twice, each cut to 40 characters.
        (
            b'{"a": 1, "b": 2, "a": 3}',
            "a.sto.json: ‘a’ staat er twee keer, met 1 en met 3; niet te zeggen welke geldt.",
        ),
        (
            b'{"a": 1, "a": 3, "a": 2}',
            "a.sto.json: ‘a’ staat er twee keer, met 1 en met 3; niet te zeggen welke geldt.",
        ),
        (
            json.dumps({"a" * 41: "b" * 38}).encode()[:-1] + b', "' + b"a" * 41 + b'": "' + b"c" * 39 + b'"}',
            f'a.sto.json: ‘{"a" * 40}’ staat er twee keer, met "{"b" * 38}" en met "{"c" * 38}…; niet te zeggen',
        ),
    ],
)
def test_what_is_no_dossier_says_why(data: bytes, said: str) -> None:
    with pytest.raises(DamagedError) as caught:
        decode(data, "a.sto.json")
    assert str(caught.value).startswith(said)


def test_how_large_a_dossier_may_be(monkeypatch: pytest.MonkeyPatch) -> None:
    data = bytes_of()
    monkeypatch.setattr(codec, "LARGEST_FILE", len(data))
    assert decode(data, "a")["region"] == REGION
    with pytest.raises(DossierError, match="a is groter dan 50 MB en is daarom niet geopend"):
        decode(data + b" ", "a")


def test_what_stands_twice_is_seen_only_when_it_is_asked() -> None:
    data = bytes_of().replace(b'"region"', b'"region": {"1": {"name": "Eerst"}}, "region"', 1)
    assert decode(data, "a", strictly=False)["region"] == REGION
    with pytest.raises(DamagedError, match="staat er twee keer"):
        decode(data, "a")


@pytest.mark.parametrize(("schema", "newer"), [(SCHEMA - 1, False), (SCHEMA, False), (SCHEMA + 1, True)])
def test_a_newer_form_is_read_as_it_is_and_an_older_one_is_made_new(schema: int, newer: bool) -> None:
    """A field that is not known is passed over in a newer file, and sets its record aside in any other."""
    found = bytes_of(
        meta={"1": {"format": "sto-dossier", "schema": schema, "dossier": "x"}},
        goals={"1": {"number": 1, "text": "a", "later": 1}},
        later={},
    )
    raw = decode(found, "a")
    assert (is_newer(raw), raw["meta"]["1"]["schema"]) == (newer, max(schema, SCHEMA))
    dossier = dossier_from(raw, "a")
    assert (list(dossier.of(Goal)), dossier.key) == ([1] if newer else [], "x")
    assert len(dossier.aside) == (1 if newer else 2)
    assert [one.ref for one in foreign_tables(raw)] == [Ref("region", 0)]
    with pytest.raises(DossierError, match=r"oudere versie van sto-tui die niet meer gelezen wordt \(schema 0\)"):
        decode(bytes_of(meta={"1": {"format": "sto-dossier", "schema": 0}}), "a")


def test_a_newer_form_that_cannot_be_read_is_not_called_damaged() -> None:
    meta = {"1": {"format": "sto-dossier", "schema": SCHEMA + 1}}
    with pytest.raises(DossierError, match="nieuwere versie van sto-tui en hier niet te lezen") as caught:
        decode(bytes_of(meta=meta, goals={"g-1": {"text": "a"}}), "a")
    assert not isinstance(caught.value, DamagedError)


def test_records_that_are_not_right_are_set_aside() -> None:
    documents = {"1": {"number": 1, "text": "a"}, "2": {"number": 100, "text": "a"}, "3": {"number": 1, "text": ""}}
    records, aside = records_from(TABLES["goals"], documents)
    assert records == {1: Goal(id=1, number=1, text="a")}
    tail = "Die regel blijft zo in het bestand staan; verbeter het daar of zet een kopie terug"
    assert [(str(one.ref), one.sentence) for one in aside] == [
        ("goals/2", f"Doel 2 (tabel doelen) klopt niet bij ‘Nr’: het getal is hoger dan 99. {tail}"),
        ("goals/3", f"Doel 3 (tabel doelen) klopt niet: ‘Doel’ is leeg. {tail}"),
    ]


def test_what_is_nested_too_deep_is_not_written() -> None:
    deep: dict[str, Any] = {}
    for _ in range(300):
        deep = {"a": deep}
    with pytest.raises(DossierError, match="Het dossier is niet geschreven"):
        encode(deep)
    assert encode({"a": 1}) == b'{\n  "a": 1\n}\n'


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (b"{}", None),
        (b"", None),
        (b'{"a": "\xc3\xa9"}', None),
        (b"\xef\xbb\xbf{}", UTF_8_WITH_MARK),
        ("{}".encode("utf-16"), UTF_16),
        ("\ufeff{}".encode("utf-16-be"), UTF_16),
        ("{}".encode("utf-16-le"), UTF_16_LITTLE),
        ("{}".encode("utf-16-be"), UTF_16_BIG),
        (b' {"a": "\xe9"}', WINDOWS),
        (b'{"a": "\xe9\x00"}', None),
        (b'"\xe9"', None),
    ],
)
def test_how_a_file_was_saved(data: bytes, encoding: Encoding | None) -> None:
    assert encoding_of(data) == encoding


# From older forms.


def test_an_older_form_goes_a_step_at_a_time() -> None:
    def named(name: str) -> Any:
        return lambda raw: {**raw, "goals": {**raw["goals"], name: {}}}

    raw: Any = {"meta": {"1": {"schema": 1}}, "goals": {}}
    found = migrated(raw, {1: named("one"), 2: named("two")}, 3)
    assert found == {"meta": {"1": {"schema": 3}}, "goals": {"one": {}, "two": {}}}
    assert migrated(raw, {2: named("two")}, 3) is None
    assert migrated(raw, {}, 1) == raw
    session = {"title": "a", "at_question": 1, "round": 2, "seconds_left": 3}
    assert migrated_record("sessions", session, 1) == {"title": "a"}
    assert migrated_record("sessions", session, SCHEMA) == session
    assert migrated_record("parties", session, 1) == session
    goal = {"text": "Meer", "baseline": "80", "baseline_year": 2025, "target": "25% minder", "target_year": 2028}
    numbers = {"baseline_value": 80, "baseline_kind": "waarde", "target_value": -25, "target_kind": "procent"}
    assert migrated_record("goals", goal, 2) == goal | numbers | {"target_of_part": False}
    assert migrated_record("goals", {"target": 3, "baseline": None}, 2) == {
        "target": 3,
        "baseline": None,
        "target_of_part": False,
    }
    assert migrated_record("sessions", session, 0) == session
    spoilt: Any = {"meta": {"1": {"schema": 1}}, "sessions": [], "x": {}}
    assert migrated(spoilt) == {"meta": {"1": {"schema": SCHEMA}}, "sessions": [], "x": {}}


# The history.


def entry(number: int, *edits: PastEdit, label: str = "Doel gewijzigd") -> Entry:
    return Entry(datetime(2027, 1, number, 9, 30), "anja", label, edits, str(number))


def goal(**values: Any) -> dict[str, Any]:
    return {"number": 1, "text": "a", **values}


REF = Ref("goals", 1)


@pytest.mark.parametrize(
    ("entries", "now", "then", "label"),
    [
        # One change: from what it left to what it found.
        (
            [entry(1, PastEdit(REF, goal(), goal(text="b")))],
            "b",
            "a",
            "Teruggezet: Doel gewijzigd",
        ),
        (
            [entry(1, PastEdit(REF, goal(), goal(text="b")), label="Teruggezet: Doel gewijzigd")],
            "b",
            "a",
            "Terugzetten ongedaan gemaakt: Doel gewijzigd",
        ),
        (
            [entry(1, PastEdit(REF, goal(), goal(text="b")), label="Terugzetten ongedaan gemaakt: Doel gewijzigd")],
            "b",
            "a",
            "Teruggezet: Doel gewijzigd",
        ),
        # Two: from what the newest left to what the oldest found.
        (
            [entry(2, PastEdit(REF, goal(text="b"), goal(text="c"))), entry(1, PastEdit(REF, goal(), goal(text="b")))],
            "c",
            "a",
            "2 wijzigingen teruggezet, vanaf 01-01-2027 09:30",
        ),
        # What another program changed in between stays: the source of x.
        (
            [
                entry(2, PastEdit(REF, goal(text="b", source="x"), goal(text="c", source="x"))),
                entry(1, PastEdit(REF, goal(), goal(text="b"))),
            ],
            "c x",
            "a x",
            "2 wijzigingen teruggezet, vanaf 01-01-2027 09:30",
        ),
        # What was added goes, and what was removed comes back.
        ([entry(1, PastEdit(REF, None, goal()))], "a", None, "Teruggezet: Doel gewijzigd"),
        ([entry(1, PastEdit(REF, goal(), None))], None, "a", "Teruggezet: Doel gewijzigd"),
    ],
)
def test_taking_back(entries: list[Entry], now: str | None, then: str | None, label: str) -> None:
    change = taken_back(entries)
    (edit,) = change.edits

    def words(record: Record | None) -> str | None:
        return f"{record.text} {record.source}".strip() if isinstance(record, Goal) else None

    assert (words(edit.before), words(edit.after), change.label) == (now, then, label)


def test_what_comes_to_nothing_is_no_change_and_what_clashes_is_refused() -> None:
    there = entry(1, PastEdit(REF, goal(), goal(text="b", rev=1)))
    back = entry(2, PastEdit(REF, goal(text="b", rev=1), goal(rev=2)))
    assert taken_back([back, there]).edits == ()
    assert taken_back([]) == Change("", ())
    other = entry(2, PastEdit(REF, goal(text="z"), goal(text="c")))
    with pytest.raises(DossierError, match=r"Een regel \(doel\) is tussendoor buiten sto-tui gewijzigd"):
        taken_back([other, there])
    with pytest.raises(DossierError, match="komt uit een andere versie"):
        taken_back([entry(1, PastEdit(REF, None, {"x": 1}))])


def test_a_history_of_many_blocks_is_read_backwards(tmp_path: Path) -> None:
    """Lines of 40,000 characters lie across the blocks of 65,536 in which a file is read."""
    path = tmp_path / "a.sto.json"
    path.write_text("{}")
    history = History(path)
    assert (list(history.entries()), history.latest(3)) == ([], [])
    for number in range(1, 6):
        goals = added(Goal(id=number, number=number, text=f"{number}" * 40_000))
        note(history, Change(f"Doel {number}", goals), datetime(2027, 1, number), "anja")
    with history.path.open("ab") as file:
        file.write(b'{"torn')
    note(history, Change("Doel 6", added(Theme(id=1, number=1, title="a"))), datetime(2027, 1, 6), "")
    found = list(history.entries())
    assert [(one.label, one.by) for one in found] == [
        ("Doel 6", "iemand"),
        *((f"Doel {number}", "anja") for number in (5, 4, 3, 2, 1)),
    ]
    assert (found[1].edits[0].after or {})["text"] == "5" * 40_000
    assert found[0].refs == (Ref("themes", 1),)
    assert [one.label for one in history.latest(2)] == ["Doel 6", "Doel 5"]


# Copies and the folder beside it.


def test_thirty_days_of_copies_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "a.sto.json"
    path.write_text("nu")
    with made_beside(path) as made:
        folder = made.path
    for day in range(1, 31):
        (folder / f"kopie-2027-01-{day:02}.sto.json").write_text("toen")
    (folder / "kopie-van-mij.sto.json").write_text("eigen")
    assert keep_copies(path, date(2027, 1, 30)) == ""
    assert (len(dated_copies(path)), dated_copies(path)[0].read_text()) == (30, "toen")
    assert keep_copies(path, date(2027, 1, 31)) == ""
    names = [copy.name for copy in dated_copies(path)]
    assert (len(names), names[0], names[-1]) == (30, "kopie-2027-01-31.sto.json", "kopie-2027-01-02.sto.json")
    assert (path.with_name("a.sto.json.bak").read_text(), (folder / "kopie-van-mij.sto.json").exists()) == ("nu", True)
    keep_of_schema(path, 1)
    assert (folder / "schema-1.sto.json").read_text() == "nu"


def test_a_copy_that_cannot_be_kept_is_named_and_does_not_take_the_other_along(tmp_path: Path) -> None:
    path = tmp_path / "a.sto.json"
    path.write_text("nu")
    path.with_name("a.sto.json.bak").mkdir()
    today = date(2027, 1, 30)
    sentence = "De wijziging is opgeslagen, maar de reservekopie niet: a.sto.json.bak is een map. Hernoem die."
    assert keep_copies(path, today) == sentence
    assert dated_copies(path)[0].read_text() == "nu"
    dated_copies(path)[0].unlink()
    companion_folder(path).rmdir()
    companion_folder(path).write_text("een bestand")
    path.with_name("a.sto.json.bak").rmdir()
    assert "de reservekopie kopie-2027-01-30.sto.json niet: een deel van het pad is geen map" in keep_copies(
        path, today
    )
    assert path.with_name("a.sto.json.bak").read_text() == "nu"


def test_a_copy_of_today_is_a_file_of_its_own_and_made_once(tmp_path: Path) -> None:
    path = tmp_path / "a.sto.json"
    path.write_text("eerst")
    path.chmod(0o664)
    copy_of_today(path, date(2027, 1, 1))
    copy = companion_folder(path) / "kopie-2027-01-01.sto.json"
    assert copy.stat().st_mode & 0o777 == 0o664, "a colleague may put it back"
    with path.open("r+") as file:
        file.write("later")
    assert (copy.read_text(), copy.stat().st_ino == path.stat().st_ino) == ("eerst", False)
    copy_of_today(path, date(2027, 1, 1))
    assert copy.read_text() == "eerst"
    assert not [one for one in companion_folder(path).iterdir() if one.suffix == ".tmp"]


@pytest.mark.parametrize(
    ("mode", "folder", "lock", "lines"),
    [
        (0o600, 0o700, 0o600, 0o600),
        (0o640, 0o750, 0o640, 0o640),
        (0o664, 0o775, 0o664, 0o664),
        (0o400, 0o700, 0o600, 0o600),
    ],
)
def test_what_stands_beside_a_dossier_has_its_rights(
    tmp_path: Path, mode: int, folder: int, lock: int, lines: int
) -> None:
    path = tmp_path / "a.sto.json"
    path.write_text("{}")
    with made_beside(path, "sessies") as made:
        inner = made.path
    places = [companion_folder(path), inner, path.with_name("a.sto.json.lock"), companion_folder(path) / "g.jsonl"]
    alone = companion_folder(path) / "kopie-2027-01-01.sto.json"
    for one in (*places[2:], alone):
        one.write_text("")
        one.chmod(0o600)
    path.chmod(mode)
    align_rights(path)
    assert [one.stat().st_mode & 0o777 for one in places] == [folder, folder, lock, lines]
    assert alone.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("before", "mask", "after"),
    [(None, 0, 0o666), (None, 0o022, 0o644), (None, 0o077, 0o600), (0o640, 0, 0o640), (0o664, 0o077, 0o664)],
)
def test_a_new_file_follows_the_account_and_a_next_version_the_one_before(
    tmp_path: Path, before: int | None, mask: int, after: int
) -> None:
    path = tmp_path / "a.sto.json"
    if before is not None:
        path.write_text("oud")
        path.chmod(before)
    own = os.umask(mask)
    try:
        assert write_durably(path, [b"ni", b"euw"]).remark == ""
        assert os.umask(mask) == mask
    finally:
        os.umask(own)
    assert (path.read_bytes(), path.stat().st_mode & 0o7777) == (b"nieuw", after)


@pytest.mark.parametrize(
    ("mode", "refused", "asked", "told", "after"),
    [
        (0o660, 0, ["both"], False, 0o660),
        # Who may not give it back to its owner still gives it to the group; without that, colleagues may be locked out.
        (0o660, 1, ["both", "group"], False, 0o660),
        # Another group may only what everybody may; and who was in the group may not get more by being out of it.
        (0o660, 2, ["both", "group"], True, 0o600),
        (0o664, 2, ["both", "group"], True, 0o644),
        (0o600, 2, ["both", "group"], False, 0o600),
        (0o606, 2, ["both", "group"], False, 0o600),
    ],
)
def test_a_next_version_belongs_to_whom_the_one_before_belonged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, mode: int, refused: int, asked: list[str], told: bool, after: int
) -> None:
    if not is_root():
        pytest.skip("another group can only be given by root")
    path = tmp_path / "a.sto.json"
    path.write_bytes(b"oud")
    os.chown(path, 1234, 100)
    path.chmod(mode)
    given: list[str] = []
    really = os.fchown

    def fchown(descriptor: int, owner: int, group: int) -> None:
        given.append({(1234, 100): "both", (-1, 100): "group"}.get((owner, group), "wrong"))
        if len(given) <= refused:
            raise PermissionError(errno.EPERM, "no")
        really(descriptor, owner, group)

    monkeypatch.setattr(os, "fchown", fchown)
    assert write_durably(path, [b"nieuw"]).remark.startswith("Opgeslagen, maar het bestand heeft nu jouw groep") == told
    status = path.stat()
    assert given == asked
    assert (status.st_uid == 1234, status.st_gid == 100) == (refused < 1, refused < 2)
    assert status.st_mode & 0o777 == after


@pytest.mark.skipif(os.name == "nt", reason="a folder can't be synced there")
@pytest.mark.parametrize("fails", [False, True])
def test_the_file_is_on_the_disk_before_it_takes_its_place_and_then_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: bool
) -> None:
    """Only a loss of power shows it; so what the system is asked is written down here."""
    path = tmp_path / "a.sto.json"
    path.write_bytes(b"oud")
    asked: list[tuple[bool, bytes]] = []

    def synced(descriptor: int) -> None:
        is_folder = stat.S_ISDIR(os.fstat(descriptor).st_mode)
        asked.append((is_folder, path.read_bytes()))
        if fails and is_folder:
            raise OSError(errno.EIO, "no")

    monkeypatch.setattr(os, "fsync", synced)
    remark = write_durably(path, [b"nieuw"]).remark
    assert asked == [(False, b"oud"), (True, b"nieuw")]
    assert remark.startswith("De wijziging is opgeslagen, maar de schijf bevestigt het niet: ") == fails


def test_all_of_a_file_is_there_when_the_disk_is_asked_to_keep_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What still stands in the memory of the program would be lost with the power, whatever the disk was asked."""
    path = tmp_path / "a.sto.json"
    kept: list[int] = []

    def synced(descriptor: int) -> None:
        status = os.fstat(descriptor)
        kept.extend([] if stat.S_ISDIR(status.st_mode) else [status.st_size])

    monkeypatch.setattr(os, "fsync", synced)
    write_durably(path, [b"nieuw"])
    write_new(tmp_path / "b.json", b"anders")
    history = History(path)
    note(history, Change("Doel 1", ()), datetime(2027, 1, 1), "anja")
    first = history.path.stat().st_size
    note(history, Change("Doel 2", ()), datetime(2027, 1, 1), "anja")
    assert kept == [5, 6, first, history.path.stat().st_size]


def test_the_standing_of_a_workshop_is_kept_and_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "a.sto.json"
    path.write_text("{}")
    standing = StandingFile(path)
    assert standing.read() is None
    standing.keep({"question": 3})
    assert standing.read() == {"question": 3}
    (companion_folder(path) / "bijeenkomst.json").write_text("[1]")
    assert standing.read() is None
    standing.forget()
    assert not (companion_folder(path) / "bijeenkomst.json").exists()


# Paths and what the disk says.


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        (" ", "De naam van het bestand is leeg."),
        ("a\nb", "‘a\nb’ bevat een teken dat niet in een bestandsnaam hoort."),
        ("x" * 300, f"{'x' * 300}: de naam is te lang. Controleer het pad."),
        ("/dev/null/a", "/dev/null/a: een deel van het pad is geen map. Controleer het pad."),
    ],
)
def test_a_path_that_no_file_can_have(typed: str, said: str) -> None:
    with pytest.raises(DossierError) as caught:
        typed_path(typed)
    assert str(caught.value).startswith(said)


def test_files_to_read_and_to_make(tmp_path: Path) -> None:
    there = tmp_path / "a.sto.json"
    there.write_text("{}")
    os.mkfifo(tmp_path / "buis")
    for path in (there, tmp_path / "weg"):
        assert file_to_read(str(path)) == path
    with pytest.raises(DossierError, match=r"is een map\. Kies een dossier daarin, zoals a\.sto\.json"):
        file_to_read(str(tmp_path))
    with pytest.raises(DossierError, match=r"is geen gewoon bestand\. Kies een bestand dat eindigt op \.csv"):
        file_to_read(str(tmp_path / "buis"), ".csv")
    (tmp_path / "los").symlink_to(tmp_path / "nergens")
    for name in ("a.sto.json", "los"):
        with pytest.raises(DossierError, match="bestaat al en is niet overschreven"):
            file_to_make(str(tmp_path / name))
    assert file_to_make(str(tmp_path / "nieuw")) == tmp_path / "nieuw"


@pytest.mark.parametrize(
    ("number", "said"),
    [
        (errno.ENOSPC, "de schijf is vol"),
        (errno.EIO, "de schijf antwoordt niet"),
        (errno.EROFS, "deze schijf kan alleen gelezen worden"),
    ],
)
def test_what_the_disk_refuses_is_said(tmp_path: Path, number: int, said: str) -> None:
    assert reason(OSError(number, "no")) == said
    assert reason(OSError("no number")) == "het besturingssysteem geeft fout None"
    assert why_not_written(Path("a"), OSError(number, "no")).startswith(f"a is niet geschreven: {said}.")
    assert ("maak ruimte" in why_not_written(Path("a"), OSError(number, "no"))) == (number == errno.ENOSPC)
    assert why_not_read(Path("a"), OSError(errno.EIO, "no")).startswith(
        "a kan niet gelezen worden: de schijf antwoordt"
    )
    assert why_not_read(Path("a"), FileNotFoundError()).startswith("a bestaat niet.")
    assert why_not_read(Path("a"), IsADirectoryError()).startswith("a is een map.")
    assert why_not_read(Path("a"), PermissionError()).startswith("a mag je niet lezen. Vraag de eigenaar van het best")
    new = tmp_path / "diep" / "a.json"
    write_new(new, b"x")
    assert new.read_bytes() == b"x"
    with pytest.raises(DossierError, match="bestaat al en is niet overschreven"):
        write_new(new, b"y")
    with pytest.raises(DossierError, match="een deel van het pad is geen map"):
        write_new(new / "b", b"y")
    assert new.read_bytes() == b"x"


# A text in another editor.


@pytest.mark.parametrize(
    ("data", "before", "text"),
    [
        (b"nieuw\n", "oud", "nieuw"),
        (b"oud\n", "oud", "oud"),
        (b"oud\r\n", "oud\n\n", "oud\n\n"),
        (b"\xef\xbb\xbfcaf\xc3\xa9", "", "café"),
        (b"caf\xe9\n\n", "", "café"),
        (b"", "oud", ""),
    ],
)
def test_a_text_comes_back_from_an_editor(tmp_path: Path, data: bytes, before: str, text: str) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(data)
    assert outside.read_back(path, before) == text


def test_a_text_for_an_editor_is_for_this_account_only(tmp_path: Path) -> None:
    path = outside.private_file(tmp_path, "a\nb", "Beoogd resultaat (1)")
    assert (path.name, path.read_text(), path.stat().st_mode & 0o777) == ("beoogd-resultaat-1.md", "a\nb\n", 0o600)
    assert path.parent.stat().st_mode & 0o777 == 0o700
    empty = outside.private_file(tmp_path, "", "?")
    assert (empty.name, empty.read_text()) == ("tekst.md", "")
    assert len(outside.private_file(tmp_path, "", "x" * 41).stem) == 40
    with pytest.raises(FileNotFoundError):
        outside.private_file(tmp_path / "weg", "", "a")
