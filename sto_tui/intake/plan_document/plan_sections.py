"""The sections of a plan: headings of a kind, the lines under each, and the words of a region for its levels."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

from sto_tui.domain.text import plain
from sto_tui.intake.plan_document.blocks import Paragraph, Spot
from sto_tui.intake.plan_document.plan_words import (
    GOAL_WORDS,
    RISK_WORDS,
    SPARE_THEME_WORD,
    SPEERPUNT_WORDS,
    THEME_WORDS,
    Slot,
    slot_named,
    word_key,
)
from sto_tui.intake.plan_document.table_lines import HeadedRow, LabelledRow, TableEnd
from sto_tui.intake.plan_document.written_periods import read_period

# Words that running text uses too: without a number behind them they name no part of a plan.
COMMON_WORDS = (
    GOAL_WORDS | RISK_WORDS | {"actie", "maatregel", "activiteit", "project", "onderdeel", "initiatief", "lijn"}
)

# `Wat hebben we eind 2028 bereikt?`
_REACHED = re.compile(
    r"wat (?:hebben|willen) (?:we|wij) (?:dan )?(?:in|eind|per) (20\d\d) (?:bereikt(?: hebben)?|bereiken)"
)


class HeadKind(StrEnum):
    """What a heading says that it is."""

    THEME = "theme"
    SPEERPUNT = "speerpunt"
    GOAL = "goal"
    RISK = "risk"
    OTHER = "other"


@dataclass(frozen=True)
class PlanHead:
    """A heading: its own number and title, and how deep it is; deeper is more."""

    text: str
    spot: Spot
    kind: HeadKind
    number: str
    title: str
    rank: int
    word: str = ""


@dataclass(frozen=True)
class SlotLabel:
    """A label with nothing beside it, or with the words behind its colon; `level` when it is a heading."""

    text: str
    spot: Spot
    slot: Slot | None
    rest: str = ""
    in_table: bool = False
    is_item: bool = False
    depth: int = 0
    level: int = 0


PlanLine = Paragraph | LabelledRow | HeadedRow | TableEnd | SlotLabel


@dataclass
class PlanSection:
    """A heading with what stands under it before the next, and the sections within it.

    `doubt` says why it may be no theme or speerpunt.
    """

    head: PlanHead
    lines: list[PlanLine] = field(default_factory=list)
    parts: list["PlanSection"] = field(default_factory=list)
    doubt: str = ""

    def all_parts(self) -> Iterator["PlanSection"]:
        """It and all within it, in order."""
        yield self
        for part in self.parts:
            yield from part.all_parts()


@dataclass(frozen=True)
class PlanWords:
    """The words of this region for its levels, beside those that others use."""

    theme: frozenset[str] = THEME_WORDS
    speerpunt: frozenset[str] = SPEERPUNT_WORDS
    spare: str = ""
    first_year: int = 0
    """Of the plan of this region; what is reached in it or later is a result, and no look-back."""

    @classmethod
    def with_own(cls, theme: str, speerpunt: str, first_year: int = 0) -> "PlanWords":
        """With what the region calls them; its own word for the one is not one for the other."""
        own_theme, own_speerpunt = {plain(theme)} - {""}, {plain(speerpunt)} - {""}
        return cls(
            frozenset(THEME_WORDS | own_theme) - (own_speerpunt - own_theme),
            frozenset(SPEERPUNT_WORDS | own_speerpunt) - (own_theme - own_speerpunt),
            first_year=first_year,
        )

    def with_one_speerpunt(self, used: Iterable[str]) -> "PlanWords":
        """With the one word that this plan has for a speerpunt; the others are words of its text there."""
        counts = Counter(word for word in used if word in self.speerpunt)
        chosen = max(counts, key=lambda word: (word == "speerpunt", word not in COMMON_WORDS, counts[word]), default="")
        return replace(self, speerpunt=frozenset({chosen}) if chosen else self.speerpunt)

    def with_spare(self) -> "PlanWords":
        """With the word that names a theme only where no other does."""
        is_known = SPARE_THEME_WORD in self.theme | self.speerpunt
        return self if is_known else replace(self, spare=SPARE_THEME_WORD)

    def with_lines_below(self, named: Collection[tuple[str, str]]) -> "PlanWords":
        """With the levels of a plan that has `Actielijn 1.2` under `Ambitie 1`, by the words and numbers of its heads.

        A word for a theme of which all numbers have parts is that of the speerpunten there, when no other word is.
        """
        numbers: dict[str, set[str]] = {}
        for word, number in named:
            numbers.setdefault(word, set()).add(number)
        below = {word for word in self.theme & {*numbers} if all("." in number for number in numbers[word])}
        if len(below) != 1 or self.speerpunt & {*numbers} or len(numbers[next(iter(below))]) < 2:
            return self
        above = {
            word for word in (self.theme | GOAL_WORDS) & {*numbers} - below if all(map(str.isdecimal, numbers[word]))
        }
        return replace(self, theme=self.theme - below | above, speerpunt=frozenset(below))

    def slot_of(self, label: str) -> Slot | None:
        """What a label names, where `Wat hebben we in 2028 bereikt?` may be of the plan."""
        reached = _REACHED.fullmatch(word_key(label))
        is_ahead = reached is not None and 0 < self.first_year <= int(reached[1])
        return Slot.RESULT if is_ahead else slot_named(label)

    def kind_of(self, word: str) -> HeadKind | None:
        """The level that a word names."""
        key = plain(word)
        if key in self.theme or (key and key == self.spare):
            return HeadKind.THEME
        if key in self.speerpunt:
            return HeadKind.SPEERPUNT
        if key in GOAL_WORDS:
            return HeadKind.GOAL
        return HeadKind.RISK if key in RISK_WORDS else None


ROOT = PlanHead("", Spot(), HeadKind.OTHER, "", "", 0)


def label_slot(text: str) -> Slot | None:
    """What a label in the first cell of a row names: a slot, a period, or one of these behind other words."""
    if read_period(text):
        return Slot.PERIOD
    return slot_named(text) or slot_named(word_key(text).partition("(")[0])
