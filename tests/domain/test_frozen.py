"""Frozen classes are equal, hashed and shown by their values, like those of `dataclasses`."""

from dataclasses import field, replace

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
