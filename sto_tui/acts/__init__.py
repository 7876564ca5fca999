"""The one registry of acts: key, label, help. Footer, help screen, palette and manual are made from it."""

from collections.abc import Iterator

from sto_tui.acts.key_act import (
    CHOOSING,
    CONFLICT,
    DIALOG,
    DOSSIER_FILE,
    ENTRY,
    EVERYWHERE,
    FINDINGS,
    FORM,
    HISTORY,
    KEY_NAMES,
    KEYS,
    MANUAL,
    NEXT_PERIOD,
    NUMBERING,
    PARTY,
    PHONE_ANSWERS,
    PHONES,
    PLAN_FILE,
    PLAN_RECORD,
    PROPOSAL,
    QUESTIONS,
    QUICK,
    RECOVERY,
    REQUEST,
    RETURNED,
    RETURNED_FILES,
    RETURNED_TEXT,
    SHARING,
    START,
    TAKE_IN,
    UNFINISHED,
    VERI_WALL,
    VISION_WALL,
    WAITING,
    WINDOWS,
    WORKSHOP,
    WRITING,
    KeyAct,
)
from sto_tui.acts.of_places import OF_PLACES
from sto_tui.acts.of_windows import OF_WINDOWS
from sto_tui.places import Place

__all__ = [
    "ACTS",
    "CHOOSING",
    "CONFLICT",
    "DIALOG",
    "DOSSIER_FILE",
    "ENTRY",
    "EVERYWHERE",
    "FINDINGS",
    "FORM",
    "HISTORY",
    "KEYS",
    "KEY_NAMES",
    "MANUAL",
    "NEXT_PERIOD",
    "NUMBERING",
    "ON_DISK",
    "PARTY",
    "PHONES",
    "PHONE_ANSWERS",
    "PLACE_ACTS",
    "PLAN_FILE",
    "PLAN_RECORD",
    "PROPOSAL",
    "QUESTIONS",
    "QUICK",
    "RECOVERY",
    "REQUEST",
    "RETURNED",
    "RETURNED_FILES",
    "RETURNED_TEXT",
    "SHARING",
    "START",
    "TAKE_IN",
    "UNFINISHED",
    "VERI_WALL",
    "VISION_WALL",
    "WAITING",
    "WINDOWS",
    "WORKSHOP",
    "WRITING",
    "KeyAct",
    "acts_at",
    "footer_of",
    "writing_acts",
]

# The acts that every place has without a method of its own, and where they lead.
PLACE_ACTS = {f"place_{place.number}": place for place in Place}
ACTS: tuple[KeyAct, ...] = (*OF_PLACES, *OF_WINDOWS)
ON_DISK = frozenset(
    (
        *("take_in", "take_back", "duo", "copies", "choose_version"),
        *("draft", "choices", "open_paper", "write_list", "write_paper", "outside"),
        *("present", "tour", "other_dossier"),
    )
)
"""The acts that read or write beside the dossier at once, and not in the thread that writes it."""


def acts_at(where: str) -> Iterator[KeyAct]:
    """The acts that work at a place (with those that work everywhere) or in a form or dialog."""
    places = where not in WINDOWS
    own = [act for act in ACTS if where in act.where]
    taken = {key for act in own for key in act.keys}
    yield from own
    if places:
        yield from (act for act in ACTS if EVERYWHERE in act.where and not taken.intersection(act.keys))


def writing_acts(where: str) -> frozenset[str]:
    """The acts of a place that change the dossier."""
    return frozenset(act.id for act in acts_at(where) if act.writes)


def footer_of(where: str) -> list[KeyAct]:
    """The acts in the footer of a place, in order."""
    return sorted((act for act in acts_at(where) if act.footer), key=lambda act: act.footer)
