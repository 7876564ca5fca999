"""One meaning per letter over all places, walls and windows where it can be; the manual has the table of them."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from sto_tui.acts import ACTS, EVERYWHERE, VERI_WALL, VISION_WALL, WINDOWS, WORKSHOP
from sto_tui.places import Place
from tests.house.test_manual import sections

HEADING = "Wat elke letter doet"
# Letters with more than one meaning: the same thing in other words, or a place whose own letters win.
SEVERAL = {
    "d": "wait for another; the first letter of a choice in a window",
    "e": "open what is at the cursor",
    "f": "choose what is shown",
    "i": "take in from elsewhere",
    "D": "the same once more",
    "t": "type as one text what is at the cursor",
    "w": "write a text",
    "W": "bring into view what is sought",
    "x": "away with what is at the cursor",
    "a": "all rows of a window that has nothing to add to",
    "u": "show how each of them thinks",
    "p": "present; the first letter of a choice in a window",
    "k": "light of 7 Voortgang; the first letter of a choice in a window",
    "H": "hide what the cursor is on, or what the group must not see yet",
    "b": "role of 6 VERI; the first letter of a choice in a window",
    "J": "range in 6 VERI where the terminal swallows shift",
    "K": "range in 6 VERI where the terminal swallows shift",
    "N": "fault in 6 VERI",
    "V": "role of 6 VERI",
    "E": "role of 6 VERI",
    "I": "role of 6 VERI",
    "S": "role of 6 VERI",
    "g": "light of 7 Voortgang; a yes elsewhere",
    "o": "light of 7 Voortgang, role of 6 VERI; the first letter of a choice in a window",
    "r": "light of 7 Voortgang, role of 6 VERI",
    "s": "role of 6 VERI; the first letter of a choice in a window",
    "n": "light of 7 Voortgang; the next one elsewhere; the first letter of a choice in a window",
    "v": "role of 6 VERI, and the way there",
}
# What the manual calls the walls; a window has its own word.
WALLS = {WORKSHOP: "bijeenkomst", VERI_WALL: "VERI groot", VISION_WALL: "visie groot"}


@cache
def meanings() -> Mapping[str, Mapping[str, list[str]]]:
    """Per letter what it is called, and at which places, walls and windows, or everywhere."""
    by_letter: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for act in ACTS:
        here = [str(place.number) for place in Place if place.word in act.where]
        here += [WALLS.get(where, where) for where in (EVERYWHERE, *WINDOWS) if where in act.where]
        for key in act.keys:
            if len(key) == 1 and key.isalpha():
                by_letter[key][act.label] += here
    return by_letter


def table() -> str:
    """The table of the manual."""
    lines = ["| Letter | Doet, bij |", "| --- | --- |"]
    for letter in sorted(meanings(), key=lambda letter: (letter.lower(), letter.isupper())):
        words = [
            label if EVERYWHERE in here else f"{label} ({', '.join(sorted(here))})"
            for label, here in meanings()[letter].items()
        ]
        lines.append(f"| `{letter}` | {'; '.join(words)} |")
    return "\n".join(lines)


def test_the_manual_has_the_table_of_letters() -> None:
    assert table() in sections()[HEADING], f"put this in the manual:\n{table()}"


def test_a_letter_means_one_thing_or_it_is_said_why_not() -> None:
    several = {letter for letter, words in meanings().items() if len(words) > 1}
    assert several == set(SEVERAL), "choose a free letter, or say why it has to be this one"
