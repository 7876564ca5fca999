"""What one copy of a dossier is to another, by hand, and in a world of copies of which everything is known."""

import random
from dataclasses import dataclass, field
from typing import Any

import orjson
import pytest

from sto_tui.storage.file.codec import WRITTEN, encode, encoded_anew
from sto_tui.storage.file.errors import DamagedError
from sto_tui.storage.file.lineage import (
    MOST_KEYS,
    CopyRelation,
    KeptState,
    Lineage,
    joined,
    kept,
    lineage_of,
    relation,
    with_lineage,
)
from sto_tui.storage.file.long_numbers import WrittenNumber
from sto_tui.storage.file.migrations import RawTables
from sto_tui.storage.file.table_texts import TableTexts

A, B, C, D = (f"{number:016x}" for number in (1, 2, 3, 4))
ABOUT = {"format": "sto-dossier", "schema": 5, "dossier": "x"}


def raw_of(text: str, **about: object) -> RawTables:
    return {"meta": {"1": {**ABOUT, **about}}, "goals": {"1": {"number": 1, "text": text}}}


@pytest.mark.parametrize(
    ("theirs", "expected"),
    [
        (Lineage("x", (A, B)), CopyRelation.SAME),
        (Lineage("x", (B,)), CopyRelation.SAME),
        (Lineage("x", (A, B, C, D)), CopyRelation.NEWER),
        (Lineage("x", (A,)), CopyRelation.OLDER),
        (Lineage("x", (A, C)), CopyRelation.APART),
        (Lineage("x", (C, D)), CopyRelation.APART_WITHOUT_BASE),
        (Lineage("y", (A, B, C)), CopyRelation.OTHER_DOSSIER),
        (Lineage("", (A, B, C)), CopyRelation.NEWER),
        (Lineage("x", (C,), is_noted=False), CopyRelation.APART_WITHOUT_BASE),
    ],
)
def test_what_another_copy_is_to_mine(theirs: Lineage, expected: CopyRelation) -> None:
    assert relation(Lineage("x", (A, B)), theirs) is expected


def test_over_the_limit_the_key_goes_that_has_the_fewest_zeros_at_its_end() -> None:
    keys = [f"{number:016x}" for number in (8, 3, 6, 5, 4, 7)]
    assert kept(keys, 6) == tuple(keys)
    assert kept(keys, 4) == tuple(f"{number:016x}" for number in (8, 6, 4, 7)), (
        "first 3, then 5 and not the newest half"
    )
    assert kept(keys, 2) == tuple(f"{number:016x}" for number in (8, 7)), "the tip always stays"


def test_a_file_without_keys_has_one_by_its_contents_which_a_first_change_follows() -> None:
    """So two copies of it that are edited apart have that key in common."""
    old = raw_of("a")
    lineage = lineage_of(old, "a")
    assert (len(lineage.keys), lineage.is_noted, lineage.is_outside) == (1, False, False)
    first = with_lineage(raw_of("b"), lineage.with_change(A), "a")
    second = with_lineage(raw_of("c"), lineage_of(old, "kopie").with_change(B), "a")
    assert relation(lineage_of(first, "a"), lineage_of(second, "a")) is CopyRelation.APART
    assert relation(lineage_of(first, "a"), lineage_of(old, "a")) is CopyRelation.OLDER
    assert relation(lineage_of(old, "a"), lineage_of(raw_of("by hand"), "a")) is CopyRelation.NEWER


def test_what_another_program_changed_is_one_change_on_top_for_everybody() -> None:
    saved = with_lineage(raw_of("a"), Lineage("x", (A, B)), "a")
    assert lineage_of(saved, "a") == Lineage("x", (A, B))
    edited = {**saved, "goals": {"1": {"number": 1, "text": "by hand"}}}
    lineage = lineage_of(edited, "a")
    assert lineage.is_outside_after(Lineage("x", (A, B)))
    assert not lineage.is_outside_after(Lineage("x", (A,)))
    assert relation(lineage_of(saved, "a"), lineage) is CopyRelation.NEWER
    assert lineage_of(orjson.loads(orjson.dumps(edited)), "b") == lineage
    in_other_order: RawTables = {**saved, "goals": {"1": {"text": "a", "number": 1}}}
    assert lineage_of(in_other_order, "a") == Lineage("x", (A, B))


@pytest.mark.parametrize("keys", ["abc", [1], [A, "x"], {"a": 1}, None, []])
def test_nonsense_in_the_place_of_keys_is_no_key(keys: object) -> None:
    assert not lineage_of(raw_of("a", keys=keys, state=5), "a").is_noted


def test_tables_that_are_too_deep_are_refused() -> None:
    deep: object = "a"
    for _ in range(300):
        deep = [deep]
    with pytest.raises(DamagedError, match="te diep genest"):
        lineage_of({**raw_of("a"), "wensen": {"1": {"a": deep}}}, "regio.sto.json")


@dataclass
class World:
    """Copies that are edited, put over each other, taken back and merged; with what each truly holds."""

    dice: random.Random
    copies: list[Lineage] = field(default_factory=list)
    held: dict[str, frozenset[str]] = field(default_factory=dict)
    older: list[Lineage] = field(default_factory=list)

    def edit(self, place: int) -> None:
        before = self.copies[place]
        self.older.append(before)
        key = f"{self.dice.getrandbits(64):016x}"
        self.copies[place] = before.with_change(key)
        self.held[key] = self.held[before.tip] | {key}

    def merge(self, place: int, source: int) -> None:
        mine, theirs = self.copies[place], self.copies[source]
        if relation(mine, theirs) in (CopyRelation.APART, CopyRelation.APART_WITHOUT_BASE):
            merged = joined(mine, theirs)
            assert joined(theirs, mine) == merged
            self.copies[place] = merged
            self.held[merged.tip] = self.held[mine.tip] | self.held[theirs.tip] | {merged.tip}

    def step(self) -> None:
        place, source = self.dice.sample(range(len(self.copies)), 2)
        kind = self.dice.random()
        if kind < 0.85:
            self.edit(place)
        elif kind < 0.95:
            self.merge(place, source)
        elif kind < 0.98:
            self.copies[place] = self.copies[source]
        else:
            self.copies[place] = self.dice.choice(self.older[-400:])

    def compare(self, mine: Lineage, theirs: Lineage) -> CopyRelation:
        """Never is a copy called newer that lacks something of mine, or a key common that not both have."""
        told, own, hers = relation(mine, theirs), self.held[mine.tip], self.held[theirs.tip]
        if told is CopyRelation.SAME:
            assert own == hers
        elif told is CopyRelation.NEWER:
            assert own < hers
        elif told is CopyRelation.OLDER:
            assert hers < own
        for key in set(mine.keys) & set(theirs.keys):
            assert self.held[key] <= own & hers
        return told


@pytest.mark.parametrize("seed", range(6))
def test_no_copy_is_called_newer_that_lacks_something(seed: int) -> None:
    world = World(random.Random(seed))
    start = Lineage("x", (f"{world.dice.getrandbits(64):016x}",))
    world.copies = [start] * 5
    world.held[start.tip] = frozenset({start.tip})
    told = []
    for number in range(1_500):
        world.step()
        if number % 5 == 0:
            told.append(world.compare(*world.dice.sample(world.copies, 2)))
    assert set(told) >= {CopyRelation.SAME, CopyRelation.NEWER, CopyRelation.OLDER, CopyRelation.APART}
    assert told.count(CopyRelation.APART_WITHOUT_BASE) <= len(told) // 100
    assert max(len(copy.keys) for copy in world.copies) == MOST_KEYS


def test_the_hash_and_the_file_of_texts_that_are_kept_are_those_of_all_tables_anew() -> None:
    """An edit puts one table in the place of another; a table comes, goes, or is what it was before.

    So does a document in a table that is so long that its text is kept in pieces.
    """
    long = WrittenNumber("1" * 30)
    state, written = KeptState(), TableTexts(WRITTEN)
    many: dict[str, dict[str, object]] = {str(number): {"number": number} for number in range(1, 400)}
    tables: list[dict[str, Any]] = [
        {"veri": {"10": {"b": 1, "a": "é"}, "9": {}}, "goals": {"1": {"number": 1}}},
        {"goals": {"1": {"number": 2}}},
        {"goals": {"1": {"number": 1}}, "ë": {"2": {"deep": {"z": [1, long], "y": None}}}, "Z": {}},
        {"progress": many},
        {"progress": {**many, "200": {"number": 1.0}}},
        {"progress": {**many, "200": {"number": 1}}},
        {"progress": {key: document for key, document in many.items() if key != "2"}},
        {"progress": {**many, "400": many["399"]}},
        {"progress": {**many, "400": many["399"], "one": many["1"]}},
        {"progress": {**many, "400": many["399"], "one": many["2"]}},
        {"progress": {key: document for key, document in many.items() if not key.startswith("3")}},
        {"progress": {("1000" if key == "300" else key): document for key, document in many.items()}},
        {"progress": dict(reversed(many.items()))},
        {"progress": {}, "foreign": [1, {"b": 2, "a": 1}], "odd": None, "bare": {"1": "text"}},
        {"foreign": {"1": {}}, "odd": {"1": {}}, "bare": ["text"]},
        {"foreign": {"1": {"a": 1}, "word": True}, "odd": {"1": 1}},
        {"foreign": {"1": {"a": 2}, "word": True}, "odd": {"1": 1, "2": None}},
        {},
    ]
    raw: RawTables = {"meta": {"1": ABOUT}}
    for changed in [*tables, *reversed(tables)]:
        raw = {**raw, **changed} if changed else {"meta": raw["meta"]}
        noted = with_lineage(raw, Lineage("x", (A,)), "x", state)
        assert noted == with_lineage(raw, Lineage("x", (A,)), "x")
        assert b"".join(encoded_anew(noted, written)) == encode(noted)
        assert not lineage_of(noted, "x").is_outside
