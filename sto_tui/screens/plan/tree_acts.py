"""The acts of the tree, by the name that the registry has for them."""

from collections.abc import Callable, Mapping
from functools import partial

from sto_tui.domain.dossier import list_of
from sto_tui.domain.plan import Speerpunt
from sto_tui.screens.frame.list_place import PlaceScreen
from sto_tui.screens.plan.tree import PlanTree
from sto_tui.screens.plan.tree_activities import write_activities
from sto_tui.screens.plan.tree_numbers import TreeNumbers
from sto_tui.screens.plan.tree_shape import TreeShape
from sto_tui.widgets.reading_pane import Reading

_OF_ROWS = ("up", "down", "duplicate")
OF_THE_TREE = (
    *("fold", "fold_all", "group", "filter", "into", "out", "renumber"),
    *("split", "join", "activities"),
    *_OF_ROWS,
)
WHOLE_PLAN = "Dit is het hele plan; kies een regel met de pijltjes."


class TreeActs:
    """Carries them out on the tree of a place."""

    def __init__(self, place: PlaceScreen, tree: PlanTree, reading: Reading) -> None:
        self._place = place
        self._tree = tree
        self._numbers = TreeNumbers(place, tree.go_to)
        self._shape = TreeShape(place, tree.go_to)
        self._by_id: Mapping[str, Callable[[], object]] = {
            "fold": tree.fold,
            "fold_all": tree.fold_all,
            "group": tree.turn,
            "filter": tree.filter,
            "into": reading.focus,
            "out": place.list.focus,
            "up": partial(self._move, -1),
            "down": partial(self._move, 1),
            "renumber": self._renumber,
            "duplicate": self._duplicate,
            "split": self._shape.split,
            "join": self._shape.join,
            "activities": self._write_activities,
        }

    def carry_out(self, id: str) -> None:
        """Carries out one of `OF_THE_TREE`."""
        self._by_id[id]()

    def why_not(self, id: str) -> str:
        """Why an act on the row of the cursor cannot be done now; empty when it can."""
        if id in (*_OF_ROWS, "edit", "delete") and self._tree.here is None:
            return WHOLE_PLAN
        return self._shape.why_not(id)

    def _move(self, step: int) -> None:
        if here := self._tree.here:
            self._numbers.move(*here, step)

    def _renumber(self) -> None:
        here = self._tree.here
        self._numbers.renumber(here[0] if here else list_of(self._tree.ordering.table))

    def after_form(self, before: Speerpunt) -> None:
        """A speerpunt was changed in its form; under another theme it is offered a number of that theme."""
        self._numbers.offer(before)

    def _duplicate(self) -> None:
        if here := self._tree.here:
            self._shape.duplicate(here[0])

    def _write_activities(self) -> None:
        if speerpunt := self._shape.speerpunt:
            write_activities(self._place, speerpunt)
