"""Place 4, Plan: goals, themes and speerpunten, parties, organisation, risks, money, support."""

from sto_tui.places import Place
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
from sto_tui.screens.plan.tree_rows import TREE, new_speerpunt, tree_rows


class PlanScreen(PlaceScreen):
    """The plan as a tree, and the registers around it."""

    place = Place.PLAN
    sections = (
        TREE.section("Plan", tree_rows, new_speerpunt),
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

    @property
    def _party_acts(self) -> PartyActs:
        return PartyActs(self)

    def why_not(self, id: str) -> str:
        """The acts on a party need one at the cursor."""
        return super().why_not(id) or (self._party_acts.why_not(id) if id in ACTS else "")

    def act_party_stops(self) -> None:
        """The party of the cursor stops."""
        self._party_acts.stop()

    def act_party_joins(self) -> None:
        """The party of the cursor joins."""
        self._party_acts.join()

    def act_parties_merge(self) -> None:
        """The party of the cursor turns out to be another one."""
        self._party_acts.merge()
