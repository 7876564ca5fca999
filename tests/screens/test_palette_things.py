"""What the palette finds besides records, and what each is called."""

import pytest

from sto_tui.domain.dossier import Dossier, list_of
from sto_tui.places import Place
from sto_tui.planning.search import SoughtKind, best_of
from sto_tui.screens.draft.screen import DraftScreen
from sto_tui.screens.evaluation.screen import EvaluationScreen
from sto_tui.screens.frame.list_place import PlaceScreen
from sto_tui.screens.overview.screen import OverviewScreen
from sto_tui.screens.plan.screen import PlanScreen
from sto_tui.screens.progress.screen import ProgressScreen
from sto_tui.screens.vision.screen import VisionScreen
from sto_tui.screens.windows.lists_of_places import LISTS
from sto_tui.screens.windows.palette_things import PlaceAct, thing_kept, things_around
from tests.support.by_hand import dossier_with


def lists_found(dossier: Dossier, query: str) -> list[str]:
    found = best_of(query, (things_around(Place.PLAN, dossier),))
    return [thing.caption for thing in found if thing.kind is SoughtKind.LIST]


def test_a_list_is_found_by_the_words_of_the_region_and_by_the_general_ones() -> None:
    own = dossier_with(theme_name="Pijler", speerpunt_name="Klus", speerpunt_plural="klussen")
    assert lists_found(own, "pijlers") == lists_found(own, "thema's") == ["Pijlers"]
    assert lists_found(own, "klus") == lists_found(own, "speerpunten") == ["Klussen"]
    kept = thing_kept(str(list_of("speerpunten")), own)
    assert kept is not None
    assert kept.caption == "Klussen"
    assert lists_found(dossier_with(), "speerpunten") == ["Speerpunten"]


def test_an_act_of_every_place_stands_there_once_and_first_that_of_this_place() -> None:
    def places_of(act: str, here: Place) -> list[Place]:
        index = things_around(here, dossier_with())
        targets = [thing.target for _, thing in index.find([""])]
        return [target.place for target in targets if isinstance(target, PlaceAct) and target.id == act]

    assert places_of("findings", Place.VERI) == [Place.VERI]
    assert places_of("add", Place.MIJLPALEN)[0] is Place.MIJLPALEN


@pytest.mark.parametrize(
    "screen", [OverviewScreen, EvaluationScreen, VisionScreen, PlanScreen, ProgressScreen, DraftScreen]
)
def test_every_list_is_known_by_the_name_on_its_tab(screen: type[PlaceScreen]) -> None:
    known = [each for each in LISTS if each.place is screen.place]
    assert [each.title for each in known] == [section.title for section in screen.sections]
    assert all(each.table in ("", screen.sections[each.number].table) for each in known)


@pytest.mark.parametrize("title", sorted({each.title for each in LISTS}))
def test_the_name_on_a_tab_finds_that_list_first(title: str) -> None:
    assert lists_found(dossier_with(), title)[0] == title


@pytest.mark.parametrize("query", ["3 visie", "3 regiovisie", "visie", "regiovisie"])
def test_a_place_is_found_by_its_name_and_by_that_on_its_tab(query: str) -> None:
    found = best_of(query, (things_around(Place.PLAN, dossier_with()),))
    assert Place.REGIOVISIE in [thing.target for thing in found]
