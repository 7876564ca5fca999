"""How tests are handed out to the processes that run them: as xdist does, and at once.

For each test that ends xdist counts through all that its process ever got, and it looks for the next one from the
first of all tests on. That takes a thousandth of a second each, as long as many of the tests.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from xdist.scheduler import LoadGroupScheduling


class Collected(list[str]):
    """The tests that a process found, each with its place at hand."""

    def __init__(self, tests: Iterable[str]) -> None:
        super().__init__(tests)
        self._places = {test: place for place, test in enumerate(self)}

    def index(self, test: str, *_: Any) -> int:
        """Where it stands."""
        return self._places[test]


class HandingOut(LoadGroupScheduling):  # type: ignore[misc]  # xdist has no types
    """Hands out one test or group after the other, and forgets those that are done."""

    def add_node_collection(self, node: Any, collection: Sequence[str]) -> None:
        """Takes in what a process found."""
        super().add_node_collection(node, collection)
        if node in self.registered_collections:
            self.registered_collections[node] = Collected(collection)

    def mark_test_complete(self, node: Any, item_index: int, duration: float = 0) -> None:
        """Takes in that a test is done."""
        super().mark_test_complete(node, item_index, duration)
        given = self.assigned_work[node]
        for scope in [scope for scope, tests in given.items() if all(tests.values())]:
            del given[scope]
