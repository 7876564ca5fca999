"""One meaning per letter over all places where it can be; the manual has the table, made from the registry."""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache

from sto_tui.acts import ACTS, EVERYWHERE
from sto_tui.places import Place
from tests.house.test_manual import sections

HEADING = "Wat elke letter doet"
# Letters with more than one meaning: the same thing in other words, or a place whose own letters win.
SEVERAL = {
    "e": "open what is at the cursor",
    "f": "choose what is shown",
    "i": "take in from elsewhere",
    "D": "the same once more",
    "t": "a time, or what is filled in at once; 7 Voortgang writes beside its lights",
    "w": "write a text",
    "k": "light of 7 Voortgang",
    "H": "hide what the cursor is on",
    "b": "role of 6 VERI",
    "J": "range in 6 VERI where the terminal swallows shift",
    "K": "range in 6 VERI where the terminal swallows shift",
    "N": "fault in 6 VERI",
    "V": "role of 6 VERI",
    "E": "role of 6 VERI",
    "I": "role of 6 VERI",
    "S": "role of 6 VERI",
    "g": "light of 7 Voortgang; a yes elsewhere",
    "o": "light of 7 Voortgang, role of 6 VERI",
    "r": "light of 7 Voortgang, role of 6 VERI",
    "s": "role of 6 VERI",
    "n": "light of 7 Voortgang; the next or a new one elsewhere",
    "v": "role of 6 VERI; what a place is about elsewhere",
}


@cache
def meanings() -> Mapping[str, Mapping[str, list[int]]]:
    """Per letter what it is called, and at which places; no places when it is so at all of them."""
    found: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for act in ACTS:
        for key in act.keys:
            if len(key) == 1 and key.isalpha():
                here = [place.number for place in Place if place.word in act.where]
                if here or EVERYWHERE in act.where:
                    found[key][act.label] += here
    return found


def table() -> str:
    """The table of the manual."""
    lines = ["| Letter | Doet, bij |", "| --- | --- |"]
    for letter in sorted(meanings(), key=lambda letter: (letter.lower(), letter.isupper())):
        words = [
            f"{label} ({', '.join(map(str, sorted(here)))})" if here else label
            for label, here in meanings()[letter].items()
        ]
        lines.append(f"| `{letter}` | {'; '.join(words)} |")
    return "\n".join(lines)


def test_the_manual_has_the_table_of_letters() -> None:
    assert table() in sections()[HEADING], f"put this in the manual:\n{table()}"


def test_a_letter_means_one_thing_or_it_is_said_why_not() -> None:
    several = {letter for letter, words in meanings().items() if len(words) > 1}
    assert several == set(SEVERAL), "choose a free letter, or say why it has to be this one"
