"""Place 4, Plan: goals, themes and speerpunten, parties, organisation, risks, money, support."""

from collections.abc import Sequence

from textual.containers import Container
from textual.events import Resize
from textual.widget import Widget

from sto_tui.domain.dossier import list_of
from sto_tui.domain.record import Ref
from sto_tui.places import Place
from sto_tui.screens.bindings import footer_keys
from sto_tui.screens.frame.list_place import PlaceScreen
from sto_tui.screens.plan.goal_lists import GOALS, THEMES, goal_rows, new_goal, new_theme
from sto_tui.screens.plan.money_rows import (
    BUDGET,
    COFINANCING,
    EQUIPMENT,
    budget_rows,
    cofinancing_rows,
    equipment_rows,
)
from sto_tui.screens.plan.party_acts import ACTS, PartyActs
from sto_tui.screens.plan.register_lists import BODIES, PARTIES, RISKS, SUPPORT, party_rows
from sto_tui.screens.plan.tree import PlanTree
from sto_tui.screens.plan.tree_numbers import TreeNumbers
from sto_tui.screens.plan.tree_rows import TREE, new_below, table_below, tree_rows
from sto_tui.screens.plan.tree_shape import TreeShape
from sto_tui.widgets.raster import Raster, out_of_sight
from sto_tui.widgets.reading_pane import Reading
from sto_tui.widgets.record_list import Column, Row

BESIDE_FROM = 110
_OF_THE_TREE = (
    "fold",
    "fold_all",
    "group",
    "filter",
    "into",
    "out",
    "up",
    "down",
    "renumber",
    "duplicate",
    "split",
    "join",
)


class PlanScreen(PlaceScreen):
    """The plan as a tree, and the registers around it."""

    place = Place.PLAN
    sections = (
        TREE.section("Plan", tree_rows, new_below, table_below),
        GOALS.section("Doelen", goal_rows, new_goal),
        THEMES.section("Thema’s", new=new_theme),
        PARTIES.section("Partijen", party_rows),
        BODIES.section("Organisatie"),
        RISKS.section("Risico’s"),
        BUDGET.section("Begroting", budget_rows),
        EQUIPMENT.section("Apparatuur", equipment_rows),
        COFINANCING.section("Cofinanciering", cofinancing_rows),
        SUPPORT.section("Ondersteuning"),
    )

    def __init__(self) -> None:
        super().__init__()
        self.reading = Reading(id="reading")
        self.plan_tree = PlanTree(self, self.reading)
        self.numbers = TreeNumbers(self)
        self.shape = TreeShape(self)

    def panes(self) -> Sequence[Widget]:
        """The list, and beside or below the tree what is to be known of its row."""
        return (Container(self.list, self.reading, id="beside"),)

    # Showing.

    @property
    def in_tree(self) -> bool:
        """Whether the tree is shown."""
        return self.section.table == "speerpunten"

    def on_mount(self) -> None:
        """Begins with the tree."""
        self.section_changed()

    def section_changed(self) -> None:
        """The pane belongs to the tree, the lines under the list to the others; each has keys of its own."""
        self.reading.display, self.detail.display = self.in_tree, not self.in_tree
        self.bar.show_keys(footer_keys(self.place.word, without=ACTS if self.in_tree else _OF_THE_TREE))
        self.list.focus()

    def on_resize(self, event: Resize) -> None:
        """The pane stands beside the tree where there is room."""
        self.plan_tree.fit(event.size, beside=event.size.width >= BESIDE_FROM)

    def section_rows(self) -> Sequence[Row]:
        """The tree as it is folded."""
        return self.plan_tree.rows() if self.in_tree else super().section_rows()

    def section_columns(self) -> Sequence[Column]:
        """Those of the tree have the region's words in their head."""
        return self.plan_tree.columns() if self.in_tree else super().section_columns()

    def show_detail(self) -> None:
        """The pane beside the tree, or the lines under another list."""
        if self.in_tree:
            self.plan_tree.show_page()
        else:
            super().show_detail()

    def on_reading_moved(self) -> None:
        """Says what is out of sight."""
        self.show_hidden(self.list)

    def show_hidden(self, raster: Raster) -> None:
        """Rows of the list, and lines of the pane."""
        hidden = (out_of_sight(raster), self.reading.out_of_sight if self.in_tree else "")
        self.bar.show_hidden("   ".join(filter(None, hidden)))

    def show_record(self, ref: Ref) -> None:
        """Puts the cursor on a record: goals, themes, speerpunten and milestones in the tree."""
        if ref == list_of(ref.table) or ref.table not in ("speerpunten", "milestones"):
            super().show_record(ref)
            return
        self.show_section(0)
        self.plan_tree.go_to(ref.at(None))
        if ref.field:
            self.open_form(ref)

    def show_added(self, ref: Ref) -> None:
        """In the tree it is unfolded to."""
        if self.in_tree:
            self.plan_tree.go_to(ref)
        else:
            super().show_added(ref)

    # Acts.

    @property
    def _party_acts(self) -> PartyActs:
        return PartyActs(self)

    def why_not(self, id: str) -> str:
        """The acts on a party need one at the cursor, those of the tree the tree."""
        if id in _OF_THE_TREE and not self.in_tree:
            return "Dat kan in de lijst Plan; met tab ga je naar een andere lijst."
        if id in ACTS:
            return super().why_not(id) or self._party_acts.why_not(id)
        if not self.in_tree:
            return super().why_not(id)
        return super().why_not(id) or self.plan_tree.why_not(id) or self.shape.why_not(id)

    def act_party_stops(self) -> None:
        """The party of the cursor stops."""
        self._party_acts.stop()

    def act_party_joins(self) -> None:
        """The party of the cursor joins."""
        self._party_acts.join()

    def act_parties_merge(self) -> None:
        """The party of the cursor turns out to be another one."""
        self._party_acts.merge()

    def act_into(self) -> None:
        """Into the pane."""
        self.reading.focus()

    def act_out(self) -> None:
        """Back to the tree."""
        self.list.focus()

    def act_fold(self) -> None:
        """The row of the cursor."""
        self.plan_tree.fold()

    def act_fold_all(self) -> None:
        """To the next level."""
        self.plan_tree.fold_all()

    def act_group(self) -> None:
        """By theme or by goal."""
        self.plan_tree.turn()

    def act_filter(self) -> None:
        """Only some rows, or all again."""
        self.plan_tree.filter()

    def act_up(self) -> None:
        """The row of the cursor one place up."""
        self._move(-1)

    def act_down(self) -> None:
        """The row of the cursor one place down."""
        self._move(1)

    def _move(self, step: int) -> None:
        if here := self.plan_tree.here:
            self.numbers.move(*here, step)

    def act_renumber(self) -> None:
        """Another number for the row of the cursor."""
        here = self.plan_tree.here
        self.numbers.renumber(here[0] if here else list_of(self.plan_tree.ordering.table))

    def act_duplicate(self) -> None:
        """The row of the cursor once more."""
        if here := self.plan_tree.here:
            self.shape.duplicate(here[0])

    def act_split(self) -> None:
        """The speerpunt of the cursor in two."""
        self.shape.split()

    def act_join(self) -> None:
        """Another speerpunt goes up in that of the cursor."""
        self.shape.join()
