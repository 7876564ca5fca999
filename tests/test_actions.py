"""The registry of acts: no key twice, none that a terminal or keyboard swallows, every act exists."""

import importlib

import pytest

from sto_tui.actions import ACTIONS, DIALOG, FORM, START, Action, actions_at, footer_of
from sto_tui.places import PLACES, Place

FORBIDDEN = {"ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m", "ctrl+left_square_bracket", "ctrl+b", "ctrl+a", "ctrl+c"}
WHERES = [*(place.word for place in PLACES), FORM, DIALOG, START]
MODULES = ("overview", "evaluation", "vision", "plan", "milestones", "veri", "progress", "draft")


@pytest.mark.parametrize("where", WHERES)
def test_no_key_does_two_things(where: str) -> None:
    keys = [key for action in actions_at(where) for key in action.keys]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_keys_reach_the_app_and_labels_are_whole(action: Action) -> None:
    keys = action.keys
    assert not FORBIDDEN.intersection(keys)
    assert not [key for key in keys if key.startswith("alt+") or "ctrl+shift" in key]


@pytest.mark.parametrize("where", WHERES)
def test_the_footer_begins_with_what_the_place_is_for_and_help_is_complete(where: str) -> None:
    assert footer_of(where)
    for action in actions_at(where):
        assert action.help.endswith(".")
        assert action.label[0].isupper()


@pytest.mark.parametrize(("place", "module"), list(zip(PLACES, MODULES, strict=True)), ids=lambda value: str(value))
def test_every_act_of_a_place_is_carried_out_by_its_screen(place: Place, module: str) -> None:
    screens = importlib.import_module(f"sto_tui.screens.{module}")
    screen = next(
        found
        for found in vars(screens).values()
        if isinstance(found, type) and found.__module__ == screens.__name__ and hasattr(found, "place_number")
    )
    for action in actions_at(place.word):
        assert action.id.startswith("place_") or hasattr(screen, f"act_{action.id}"), action.id
