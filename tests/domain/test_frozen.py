"""Frozen classes are equal, hashed and shown by their values, like those of `dataclasses`."""

import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import field, fields, replace
from typing import Any

from sto_tui.frozen import frozen


@frozen
class Point:
    x: int
    y: int = 0
    note: str = field(default="", compare=False, repr=False)


@frozen
class OtherPoint:
    x: int
    y: int = 0


@frozen
class Nothing:
    pass


def test_equal_by_value_and_class() -> None:
    assert Point(1, 2) == Point(1, 2, "elsewhere")
    assert Point(1, 2) != Point(2, 1)
    others: list[object] = [OtherPoint(1, 2), (1, 2)]
    assert Point(1, 2) not in others
    assert len({Point(1), Point(1, 0), Point(1, 1)}) == 2
    assert Nothing() == Nothing()
    assert len({Nothing(), Nothing()}) == 1


def test_shown_and_replaced() -> None:
    assert repr(Point(1, note="hidden")) == "Point(x=1, y=0)"
    assert replace(Point(1, 2), y=3) == Point(1, 3)


@frozen
class Unmade:
    x: int
    y: list[int] = field(default_factory=list)


@frozen
class Named(Unmade):
    name: str = ""

    def shown(self) -> str:
        return f"{self.name}:{self.x}"


class Counted(Named):
    def __init__(self, x: int) -> None:
        super().__init__(x, name="counted")


@frozen
class Asked:
    x: int


def test_made_with_what_it_derives_from_when_the_first_record_is() -> None:
    assert Counted(3).shown() == "counted:3"
    assert Named(1, [2], "n") == Named(1, [2], name="n") != Named(1, [2])
    assert Unmade(1).y == []
    assert [each.name for each in fields(Asked)] == ["x"]
    match Asked(4):
        case Asked(x):
            assert x == 4


def test_the_first_record_is_made_in_two_threads_at_once() -> None:
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        with ThreadPoolExecutor(4) as threads:
            for number in range(200):
                unmade: Any = frozen(
                    type(f"Made{number}", (), {"__annotations__": {"name": str}, "__module__": __name__})
                )
                made = list(threads.map(lambda word, kind=unmade: kind(word), "abcd"))
                assert [each.name for each in made] == list("abcd")
    finally:
        sys.setswitchinterval(interval)
