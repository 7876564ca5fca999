"""The manual names keys that work where it says so, and commands, places and lists that are there."""

import re
from functools import cache
from pathlib import Path

import pytest

from sto_tui.acts import CHOOSING, KEY_NAMES, QUICK, VERI_WALL, WORKSHOP, acts_at
from sto_tui.places import Place
from tests.support.commands import Sto

MANUAL = Path(__file__).parents[2] / "docs" / "handleiding.md"
# The places and walls whose keys a section is about; the keys that work everywhere count for each place.
SECTIONS = {
    "Het scherm": "plan",
    "Snel toevoegen": QUICK,
    "De regiovisie schrijven": "regiovisie",
    "Het mijlpalenplan maken": "mijlpalen",
    "Een partij stopt, doet mee of is dezelfde": CHOOSING,
    "De VERI-matrix invullen": "veri",
    "Rollen verdelen met de groep": VERI_WALL,
    "Een bijeenkomst op het grote scherm": WORKSHOP,
}
# What every list, text field and window does, and how the manual writes keys that go together.
OF_EVERY_LIST = {"page up", "page down", "home", "end", "↑", "↓", "enter"}
WRITTEN = {
    "shift+pijl": ("shift+up", "shift+down", "shift+left", "shift+right"),
    "shift+→": ("shift+right",),
    "shift+←": ("shift+left",),
    "→": ("right",),
    "←": ("left",),
    "spatie": ("space",),
    "del": ("delete",),
    "esc": ("escape",),
}


@cache
def sections() -> dict[str, str]:
    """The text of each section by its heading."""
    found = re.split(r"(?m)^## (.+)\n", MANUAL.read_text("utf-8"))
    return dict(zip(found[1::2], found[2::2], strict=True))


def keys_of(where: str) -> set[str]:
    """The keys that work at a place or wall, as terminals and as people name them."""
    keys = {key for act in acts_at(where) for key in act.keys}
    return keys | {KEY_NAMES[key] for key in keys if key in KEY_NAMES}


def test_the_sections_are_there() -> None:
    assert set(SECTIONS) <= set(sections())


@pytest.mark.parametrize("heading", SECTIONS)
def test_the_keys_of_a_table_work_there(heading: str) -> None:
    known = keys_of(SECTIONS[heading])
    table = sections()[heading].split("| Toets | Doet |")[1]
    named = [
        key for line in re.findall(r"(?m)^\| (.+?) \| ", table) for key in re.findall(r"`([^`]+)`", line) if key != "2"
    ]
    assert named
    lacking = [
        key for key in named if key not in known | OF_EVERY_LIST and not (key in WRITTEN and set(WRITTEN[key]) & known)
    ]
    assert not lacking


def test_the_keys_of_the_eight_places_work_there() -> None:
    """Each place has a section under that heading, and it names its keys in backticks."""
    items = re.findall(r"(?ms)^### (.+?)\n(.+?)(?=^### |\Z)", sections()["De acht plaatsen"])
    assert [name for name, _ in items] == [place.numbered for place in Place]
    for place, (_, text) in zip(Place, items, strict=True):
        known = keys_of(place.word) | OF_EVERY_LIST | set(WRITTEN)
        assert not [key for key in re.findall(r"`([^`]+)`", text) if key not in known], place.title


def test_the_keys_of_a_year_work_at_the_places_that_it_names() -> None:
    rows = re.findall(r"(?m)^\|([^|\n]*)\|([^|\n]*)\|([^|\n]*)\|$", sections()["Een week, een maand, een jaar"])[2:]
    assert len(rows) > 10
    for _, what, where in rows:
        numbers = re.findall(r"\b([1-8]) [A-Z]", where)
        known = set().union(*(keys_of(list(Place)[int(number) - 1].word) for number in numbers)) | keys_of("plan")
        assert numbers, where
        assert not [key for key in re.findall(r"`(\w)`", what + where) if key not in known], what


def test_every_command_that_the_manual_names_is_there(sto: Sto) -> None:
    named = set(re.findall(r"(?<![\w.])sto ([a-z]+)", MANUAL.read_text("utf-8")))
    known = sto("--help").out
    assert named >= {
        "nieuw",
        "open",
        "controle",
        "concept",
        "lijst",
        "stoplicht",
        "invoer",
        "geschiedenis",
        "voorbeeld",
    }
    assert not [word for word in named if not re.search(rf"(?m)^ {{4}}{word}\b", known)]
