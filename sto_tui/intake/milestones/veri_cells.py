"""The codes in the cells of a VERI matrix, and which legend they follow.

Source: the STO page on roles of 2020 (O: out of the loop); VEORI, a Dutch RASCI, has O for who supports; in RACI the R
is who does the work. A matrix of another kind is never taken for ours in silence.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from enum import StrEnum
from functools import lru_cache

from sto_tui.domain import dutch
from sto_tui.domain.milestones import VeriCode
from sto_tui.domain.text import plain
from sto_tui.intake.questions import IntakeChoice, IntakeQuestion

_LETTERS = frozenset("VERIOSAC")
# Two letters without a sign between are a code only like this; `SO` or `OR` is a name.
_PAIRS = ("VE", "EV", "RA", "AR")
_BETWEEN = re.compile(r"[\s/,;+&.\-]+|\ben\b", re.IGNORECASE)
_WORDS = {plain(code.label): code for code in VeriCode} | {"ondersteunen": VeriCode.SUPPORT}
# More of a row can have these; who decides is one.
_OF_MORE = (VeriCode.VERANTWOORDELIJK, VeriCode.RAADPLEGEN, VeriCode.INFORMEREN, VeriCode.SUPPORT)
LEGEND = "legenda"
NOT_TAKEN = "geen"
TICKED = "rol:teken"
_TICKS = frozenset(("x", "xx", "✓", "✔", "√", "☑", "✅", "●", "•", "■", "ja", "1"))


class Legend(StrEnum):
    """What the letter O means."""

    VERI = "veri"
    VEORI = "veori"

    @property
    def meaning(self) -> str:
        """The choice in Dutch."""
        if self is Legend.VERI:
            return "O = out of the loop (VERI van STO)"
        return "O = ondersteunen (VEORI); wordt S, support"


def legend_question() -> IntakeQuestion:
    """What the letter O means: asked as long as nobody has said it."""
    choices = [IntakeChoice(legend.value, legend.meaning) for legend in Legend]
    not_taken = IntakeChoice(NOT_TAKEN, "deze cellen niet overnemen")
    text = "In de kolommen met rollen staat een O. Wat betekent die?"
    return IntakeQuestion(LEGEND, text, (*choices, not_taken), NOT_TAKEN)


RACI = {"A": "E", "R": "V", "C": "R", "I": "I", "S": "S"}
"""What the letters of RACI and RASCI most likely are: who does the work is V, who decides is E, who is asked is R."""


def raci_question(letters: Collection[str]) -> IntakeQuestion:
    """Whether these letters may be translated, each shown with what it becomes."""
    pairs = [f"{letter} → {RACI[letter]}" for letter in "RASCI" if letter in letters]
    labels = {"R": "wie het werk doet", "A": "wie beslist", "C": "wie je om raad vraagt"}
    meant = [f"{letter} is {labels[letter]}" for letter in "RAC" if letter in letters]
    choices = (
        IntakeChoice("raci", f"omzetten: {', '.join(pairs)}"),
        IntakeChoice(NOT_TAKEN, "de rollen niet overnemen"),
    )
    text = f"De rollen lijken RACI of RASCI ({', '.join(meant)}). Omzetten naar VERI?"
    return IntakeQuestion("rollen", text, choices, "raci")


def ticks_in(cells: Iterable[str]) -> dict[str, None]:
    """The marks below parties where nothing else stands: that somebody takes part, and not how. Else none."""
    filled = dict.fromkeys(plain(cell) for cell in cells if any(sign not in "-–— " for sign in cell))
    return filled if _TICKS.issuperset(filled) else {}


def ticked_question(ticks: Iterable[str]) -> IntakeQuestion:
    """Which role who is ticked has."""
    named = dutch.enumerate_words([f"‘{tick}’" for tick in ticks])
    choices = [IntakeChoice(code.value.lower(), f"{code.value}, {code.label.lower()}") for code in _OF_MORE]
    text = f"Bij de partijen staat alleen {named}. Welke rol is dat?"
    return IntakeQuestion(TICKED, text, (*choices, IntakeChoice(NOT_TAKEN, "niet overnemen")), NOT_TAKEN)


def translated(text: str, roles: Mapping[str, str]) -> str:
    """A cell with its letters translated; words stay as they are."""
    if plain(text) in roles:
        return roles[plain(text)]
    letters = letters_of(text)
    if not roles or not letters:
        return text
    return "/".join(sorted({roles.get(letter, letter) for letter in letters}))


class CodeError(ValueError):
    """A cell that is not taken in as a role; `str()` is the reason in Dutch, with a full stop."""


@lru_cache(maxsize=1024)
def letters_of(text: str) -> frozenset[str]:
    """The letters of a cell; none when it is a word, such as a name, or no code at all."""
    pieces = [piece.upper() for piece in _BETWEEN.split(text) if piece]
    if all(piece in _LETTERS or piece in _PAIRS for piece in pieces):
        return frozenset("".join(pieces))
    return frozenset()


@lru_cache(maxsize=1024)
def is_code(text: str) -> bool:
    """Whether a cell can be a role in VERI, VEORI, RACI or RASCI."""
    return bool(letters_of(text)) or plain(text) in _WORDS


def is_raci(letters: Collection[str]) -> bool:
    """Whether the letters of a whole sheet are those of RACI or RASCI: VERI and VEORI have no A and no C."""
    return bool({"A", "C"} & set(letters))


def may_be_raci(letters: Collection[str]) -> bool:
    """Whether the R of a whole sheet may be the one of RACI: nobody does the work or decides in it."""
    return "R" in letters and not {"V", "E"} & set(letters)


@lru_cache(maxsize=1024)
def code_of(text: str, legend: Legend | None) -> VeriCode:
    """The role in a cell. Raises CodeError."""
    if word := _WORDS.get(plain(text)):
        return word
    letters = letters_of(text)
    if not letters:
        raise CodeError(f"‘{text[:40]}’ is geen rol. Kies uit V, E, R, I, O, S of VE.")
    if letters == {"V", "E"}:
        return VeriCode.BEIDE
    if len(letters) > 1:
        raise CodeError(f"‘{text[:40]}’ zijn meer rollen. Alleen V en E gaan samen in één cel.")
    letter = next(iter(letters))
    if letter in "AC":
        raise CodeError(f"‘{letter}’ is een letter uit RACI. Kies uit V, E, R, I, O, S of VE.")
    if letter == "O":
        if legend is None:
            raise CodeError("‘O’ heeft zonder legenda twee betekenissen. Kies --legenda veri of --legenda veori.")
        return VeriCode.SUPPORT if legend is Legend.VEORI else VeriCode.OUT_OF_THE_LOOP
    return VeriCode(letter)
