"""Themes and speerpunten by nothing but their numbers, `1. Instroom` above `1.1 Bus`: offered in doubt.

A report of any kind is numbered so; a document has to say that it is a plan, or tell of its parts what a plan tells.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sto_tui.domain.text import plain
from sto_tui.intake.plan_document.annexes import is_point_of_meeting
from sto_tui.intake.plan_document.blocks import Block, paragraphs_in
from sto_tui.intake.plan_document.line_texts import is_known
from sto_tui.intake.plan_document.numbers_before import letter_before
from sto_tui.intake.plan_document.plan_sections import HeadKind, PlanHead, PlanSection
from sto_tui.intake.plan_document.plan_words import chapter_named

BY_NUMBERS = "het is alleen aan de nummers boven de tekst te zien; kijk of dit een {} is"
_SAYS_PLAN = re.compile(r"activiteitenplan|techniekonderwijs|\bsto\b|\bspeerpunt")
_DIGITS = re.compile(r"(?<=[a-z])\.?(?=\d)")
_TOP = 1


def says_plan(blocks: Iterable[Block]) -> bool:
    """Whether a document says of itself that it is a plan for this."""
    return any(_SAYS_PLAN.search(plain(paragraph.text)) for paragraph in paragraphs_in(blocks))


def level_by_numbers(root: PlanSection, *, is_plan: bool) -> None:
    """Gives two levels of numbered headings that are no chapters the kinds of a theme and a speerpunt."""
    for section in root.all_parts():
        themes = [part for part in section.parts if _is_above_numbers(part)]
        points = [point for theme in themes for point in theme.parts]
        told = sum(any(map(is_known, point.lines)) for point in points)
        if len(themes) > _TOP and (is_plan or told * 2 > len(points)):
            _set(themes, HeadKind.THEME, BY_NUMBERS.format("thema"))
            _set(points, HeadKind.SPEERPUNT, BY_NUMBERS.format("speerpunt"))
            return


def _is_above_numbers(section: PlanSection) -> bool:
    """Whether a heading and all below it have numbers, and none is that of a chapter."""
    heads = [section.head, *(part.head for part in section.parts)]
    if len(heads) < 2 or any(head.kind is not HeadKind.OTHER or chapter_named(head.title) for head in heads):
        return False
    if is_point_of_meeting(section.head.title):
        return False
    above, *below = map(_number, heads)
    return bool(above) and all(_is_below(number, above) for number in below)


def _number(head: PlanHead) -> str:
    """`1`, `1.1`, `a` or `a.1`; a letter has a full stop before its number."""
    return _DIGITS.sub(".", plain(head.number or letter_before(head.text)))


def _is_below(number: str, above: str) -> bool:
    is_part = number.startswith(f"{above}.")
    return is_part or (bool(number) and "." not in number and not above.endswith(number))


def _set(sections: Sequence[PlanSection], kind: HeadKind, doubt: str) -> None:
    for section in sections:
        section.head, section.doubt = replace(section.head, kind=kind), doubt
