"""Which page of the manual is about a place, a wall or a window that has a list of its keys."""

from collections.abc import Mapping

from sto_tui.acts.key_act import QUICK, START, VERI_WALL, VISION_WALL, WORKSHOP
from sto_tui.places import Place

MANUAL_PAGES: Mapping[str, str] = {
    **{place.word: place.numbered for place in Place},
    WORKSHOP: "Een bijeenkomst op het grote scherm",
    VERI_WALL: "Rollen verdelen met de groep",
    VISION_WALL: "De regiovisie schrijven",
    QUICK: "Snel toevoegen",
    START: "Beginnen",
}
"""The heading in the manual, by the word of the place, wall or window."""
