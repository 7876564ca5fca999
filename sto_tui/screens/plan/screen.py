"""Place 4, Plan: goals, themes and speerpunten, parties, organisation, risks, money, support."""

from collections.abc import Sequence

from textual.containers import Container
from textual.events import Resize
from textual.widget import Widget

from sto_tui.domain.money import Cofinancing
from sto_tui.domain.parties import Body, Party
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.domain.record import Record, Ref
from sto_tui.places import Place
from sto_tui.screens.acting import Handler
from sto_tui.screens.frame.list_place import PlaceScreen
from sto_tui.screens.intake.taking_in_plan import take_in_plan
from sto_tui.screens.plan.goal_list import GOALS, goal_rows, new_goal
from sto_tui.screens.plan.lesson_rows import LESSONS, lesson_rows
from sto_tui.screens.plan.line_of_themes import ask_to_follow
from sto_tui.screens.plan.money_rows import (
    BUDGET,
    COFINANCING,
    EQUIPMENT,
    budget_rows,
    cofinancing_rows,
    equipment_rows,
)
from sto_tui.screens.plan.party_acts import ACTS, PartyActs
from sto_tui.screens.plan.register_lists import (
    BODIES,
    PARTIES,
    RISKS,
    body_rows,
    new_body,
    party_rows,
    risk_rows,
)
from sto_tui.screens.plan.support_acts import SupportActs
from sto_tui.screens.plan.support_rows import SUPPORT, support_rows
from sto_tui.screens.plan.telling_rows import COMMUNICATION, TRAINING, communication_rows, training_rows
from sto_tui.screens.plan.text_rows import TEXTS, new_text, text_rows
from sto_tui.screens.plan.tree import PlanTree
from sto_tui.screens.plan.tree_acts import OF_THE_TREE, TreeActs
from sto_tui.screens.plan.tree_rows import TREE, new_below, table_below, tree_rows
from sto_tui.screens.windows.party_papers import ask_for_paper
from sto_tui.widgets.raster import Raster, out_of_sight
from sto_tui.widgets.reading_pane import Reading
from sto_tui.widgets.record_list import Column, Row

BESIDE_FROM = 110
# Filled by a plan in Word, and by no sheet.
_FROM_WORD = ("speerpunten", "goals", "bodies", "texts")
_ROWS_OF_THE_TREE = ("themes", "speerpunten", "milestones")


class PlanScreen(PlaceScreen):
    """The plan as a tree, and the registers around it."""

    place = Place.PLAN
    sections = (
        TREE.section("Plan", tree_rows, new_below, table_below),
        GOALS.section("Doelen", goal_rows, new_goal),
        PARTIES.section("Partijen", party_rows),
        BODIES.section("Organisatie", body_rows, new_body),
        COMMUNICATION.section("Communicatie", communication_rows),
        TRAINING.section("Scholing", training_rows),
        RISKS.section("Risico’s", risk_rows),
        BUDGET.section("Begroting", budget_rows),
        EQUIPMENT.section("Apparatuur", equipment_rows),
        COFINANCING.section("Cofinanciering", cofinancing_rows),
        LESSONS.section("Leren van anderen", lesson_rows),
        SUPPORT.section("Ondersteuning", support_rows),
        TEXTS.section("Teksten", text_rows, new_text),
    )

    def __init__(self) -> None:
        super().__init__()
        self.reading = Reading(id="reading")
        self.plan_tree = PlanTree(self, self.reading)
        self.tree_acts = TreeActs(self, self.plan_tree, self.reading)

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
        self.reading.display = self.in_tree
        self.detail.set_class(self.in_tree, "-elsewhere")
        self.list.leaps = self.in_tree
        self.set_focus(self.list)

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
        """Puts the cursor on a record: themes, speerpunten and milestones in the tree."""
        if ref.table not in _ROWS_OF_THE_TREE:
            super().show_record(ref)
            return
        self.show_section(0)
        self.plan_tree.go_to(ref.at(None))
        if ref.field and ref.id:
            self.open_form(ref)

    def show_added(self, ref: Ref) -> None:
        """In the tree it is unfolded to."""
        if self.in_tree:
            self.plan_tree.go_to(ref)
        else:
            super().show_added(ref)

    def after_form(self, before: Record) -> None:
        """What a theme belongs to may have got another name; a speerpunt may stand under another theme."""
        if isinstance(before, Theme):
            self.app.call_after_refresh(ask_to_follow, self, before)
        elif isinstance(before, Speerpunt):
            self.app.call_after_refresh(self.tree_acts.after_form, before)

    # Acts.

    @classmethod
    def handler_of(cls, id: str) -> Handler:
        """Those of the tree have a module of their own."""
        if id in OF_THE_TREE:
            return lambda screen: screen.of_the_tree(id)
        return super().handler_of(id)

    def of_the_tree(self, id: str) -> None:
        """An act of the tree; parties join in their own list."""
        if id == "join" and not self.in_tree:
            self._party_acts.merge()
        else:
            self.tree_acts.carry_out(id)

    @property
    def _party_acts(self) -> PartyActs:
        return PartyActs(self)

    def why_not(self, id: str) -> str:
        """The acts on a party need one at the cursor, those of the tree the tree."""
        if id in OF_THE_TREE and id not in ACTS and not self.in_tree:
            return "Dat kan in de lijst Plan; met tab ga je naar een andere lijst."
        if id == "step_back" and self.in_tree and self.plan_tree.is_filtered:
            return ""
        if id == "into" and self.reading.has_focus:
            return "Dit is het leesvenster; met ← ga je terug naar de lijst."
        if id == "out" and not self.reading.has_focus:
            return "Dit is de lijst; met → ga je naar het leesvenster."
        if id == "write_paper" and self._party is None:
            return super().why_not(id) or SupportActs(self).why_not()
        if id in ACTS and not (id == "join" and self.in_tree):
            return super().why_not(id) or self._party_acts.why_not(id)
        return super().why_not(id) or (self.tree_acts.why_not(id) if self.in_tree else "")

    @property
    def takes_in(self) -> bool:
        """A plan, or a sheet with the rows of the list."""
        return self.section.table in _FROM_WORD or super().takes_in

    def act_take_in(self) -> None:
        """A plan in Word, or what a sheet has for the list."""
        if self.section.table in _FROM_WORD:
            take_in_plan(self)
        else:
            super().act_take_in()

    def act_party_stops(self) -> None:
        """The party of the cursor stops."""
        self._party_acts.stop()

    def act_party_joins(self) -> None:
        """The party of the cursor joins."""
        self._party_acts.join()

    def show_all(self) -> None:
        """The whole list, or the whole tree."""
        if self.in_tree and self.plan_tree.is_filtered:
            self.plan_tree.filter()
        else:
            super().show_all()

    def act_write_paper(self) -> None:
        """A paper about the party or body of the cursor, or its question as a text for the contact form."""
        if party := self._party:
            ask_for_paper(self, party, lambda sentence, error: self.say(sentence, error=error))
        else:
            SupportActs(self).request()

    @property
    def _party(self) -> Ref | None:
        ref = self.current_ref
        record = self.host.dossier.get(ref) if ref else None
        if isinstance(record, Cofinancing):
            return Ref("parties", record.party) if record.party else None
        return ref if isinstance(record, Party | Body) else None
