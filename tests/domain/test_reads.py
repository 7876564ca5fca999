"""From which tables an answer was worked out: a way of reading that is not noted leaves an old answer on the screen."""

from collections.abc import Callable
from typing import Any

import pytest

from sto_tui.domain.reads import Watched, kept, noted

TABLES = {"goals": {1: "doel"}, "themes": {}}
EVERY = {"goals", "themes"}


def read_by(work_out: Callable[[], object]) -> tuple[object, set[str]]:
    answer, reads = noted(work_out)
    return answer, set(reads)


@pytest.mark.parametrize(
    ("read", "answer", "reads"),
    [
        (lambda tables: tables["goals"], {1: "doel"}, {"goals"}),
        (lambda tables: tables.get("goals"), {1: "doel"}, {"goals"}),
        # What is not there may be there in the next version.
        (lambda tables: tables.get("risks", 5), 5, {"risks"}),
        (list, ["goals", "themes"], EVERY),
        (lambda tables: list(tables.keys()), ["goals", "themes"], EVERY),
        (lambda tables: list(tables.values()), [{1: "doel"}, {}], EVERY),
        (lambda tables: dict(tables.items()), TABLES, EVERY),
        (lambda _: 5, 5, set()),
    ],
)
def test_each_way_of_reading_is_noted(read: Callable[[Any], object], answer: object, reads: set[str]) -> None:
    tables: Any = Watched(TABLES)
    assert read_by(lambda: read(tables)) == (answer, reads)


def test_who_asks_has_read_what_was_kept_and_not_what_another_worked_out() -> None:
    tables: Any = Watched(TABLES)

    class Holder:
        @kept
        def how_many(self) -> int:
            """How many goals."""
            return len(tables["goals"])

    holder = Holder()
    # The second time it is kept, and still worked out from the goals.
    assert [read_by(lambda: holder.how_many + len(tables["themes"])) for _ in range(2)] == [(1, EVERY)] * 2
    assert read_by(lambda: noted(lambda: tables["goals"])[0]) == ({1: "doel"}, set())
