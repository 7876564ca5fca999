"""The registry of acts: no key twice, none that a terminal or keyboard swallows, every act exists."""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from itertools import chain
from typing import Any

import pytest
from textual.screen import Screen

import sto_tui.screens
from sto_tui.acts import ACTS, DIALOG, WINDOWS, acts_at, footer_of
from sto_tui.places import Place
from sto_tui.screens.acting import Acting
from sto_tui.screens.windows.window import Window
from tests.support.textual_gaps import bindings_of

FORBIDDEN = {"ctrl+h", "ctrl+i", "ctrl+j", "ctrl+m", "ctrl+left_square_bracket", "ctrl+b", "ctrl+a"}
WHERES = [*(place.word for place in Place), *WINDOWS]


@pytest.mark.parametrize("where", WHERES)
def test_no_key_does_two_things(where: str) -> None:
    keys = [key for act in acts_at(where) for key in act.keys]
    assert len(keys) == len(set(keys))


def test_keys_reach_the_app() -> None:
    lost = [
        (act.where, key)
        for act in ACTS
        for key in act.keys
        if key in FORBIDDEN or key.startswith("alt+") or "ctrl+shift" in key
    ]
    assert lost == []


@pytest.mark.parametrize("where", WHERES)
def test_the_footer_begins_with_what_the_place_is_for_and_help_is_complete(where: str) -> None:
    assert footer_of(where)
    for act in acts_at(where):
        assert act.help.endswith(".")
        assert act.label[0].isupper()


def all_screens(above: type[Screen[Any]] = Screen) -> Iterator[type[Screen[Any]]]:
    for one in above.__subclasses__():
        if one.__module__.startswith("sto_tui."):
            yield one
        yield from all_screens(one)


def test_every_key_of_every_screen_leads_to_its_act() -> None:
    """Of places, walls and windows, also for the keys that Textual hands down from the class above."""
    for module in pkgutil.walk_packages(sto_tui.screens.__path__, "sto_tui.screens."):
        importlib.import_module(module.name)
    screens = set(all_screens())
    assert {screen.place for screen in screens if hasattr(screen, "place")} == set(Place)
    for screen in screens:
        assert issubclass(screen, Acting)
        bindings = chain(*bindings_of(screen).key_to_bindings.values())
        acts = {act[1] for binding in bindings if (act := re.fullmatch(r"act\('(\w+)'\)", binding.action))}
        assert acts <= set(screen.handlers), screen.__name__


def test_a_screen_that_lacks_an_act_does_not_come_into_being() -> None:
    with pytest.raises(TypeError, match="Deaf has no act_choose for an act at 'venster'"):

        class Deaf(Window[None]):
            where = DIALOG
