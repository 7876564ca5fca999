"""Which sections are themes and speerpunten where no word says so: by what stands in them.

A speerpunt is worked out: it has partners and acts. A theme is what stands around speerpunten. Nothing is inferred in
a chapter about something else, and a heading like `Uitwerking per thema` is no theme.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sto_tui.domain.plan import Chapter
from sto_tui.domain.text import plain
from sto_tui.intake.plan_document.outline import HeadKind, PlanSection, SlotLabel, label_slot
from sto_tui.intake.plan_document.plan_words import Slot, chapter_named
from sto_tui.intake.plan_document.table_lines import HeadedRow, LabelledRow

_ELSEWHERE = frozenset(Chapter) - {Chapter.THEMAS, Chapter.DOELEN}
_NO_THEME = re.compile(
    r"(?:(?:nadere|uitwerking|activiteiten|activiteitenplan|plan|thema's|thema|speerpunten|speerpunt|en|per|van|de|het|"
    r"onze|overzicht|actielijnen|actielijn|programmalijnen|programma|uitvoering|beschrijving|acties|projecten|"
    r"deelprojecten|inhoudelijk|deel|ii|i|sterk|techniekonderwijs|sto|in|regio|[\d.\-–/]+)\b\W*)+"
)
_THEMES = re.compile(r"(?:de |onze )?(?:\w+ )?(?:actielijnen|programmalijnen|thema.s|pijlers|beleidslijnen)")


def find_levels(root: PlanSection) -> None:
    """Gives sections the level that they have, where their heading does not say it."""
    sections = [*root.all_parts()]
    if not any(section.head.kind is HeadKind.SPEERPUNT for section in sections):
        has_themes = any(section.head.kind is HeadKind.THEME for section in sections)
        for section, around in _with_around(root, ()):
            in_theme = any(outer.head.kind is HeadKind.THEME for outer in around)
            if (
                section.head.rank
                and (in_theme or not has_themes)
                and _is_worked_out(section)
                and _may_be(around, section)
            ):
                _set(section, HeadKind.SPEERPUNT)
    if not any(section.head.kind is HeadKind.THEME for section in sections):
        themes = [*_around_speerpunten(sections)] or [*_in_list_of_themes(sections)]
        # One heading with something like a speerpunt under it is no plan yet: it may be a list of actions.
        for section in themes if len(themes) > 1 else ():
            _set(section, HeadKind.THEME)


def _around_speerpunten(sections: Sequence[PlanSection]) -> Iterator[PlanSection]:
    for section in sections:
        is_around = any(part.head.kind is HeadKind.SPEERPUNT for part in section.parts)
        if section.head.rank and is_around and not _NO_THEME.fullmatch(plain(section.head.title)):
            yield section


def _in_list_of_themes(sections: Sequence[PlanSection]) -> Iterator[PlanSection]:
    """The numbered headings under one like `De actielijnen`."""
    for section in sections:
        if _THEMES.fullmatch(plain(section.head.title)):
            yield from (part for part in section.parts if part.head.number and part.head.kind is HeadKind.OTHER)


def _with_around(
    section: PlanSection, around: tuple[PlanSection, ...]
) -> Iterator[tuple[PlanSection, tuple[PlanSection, ...]]]:
    yield section, around
    for part in section.parts:
        yield from _with_around(part, (*around, section))


def _set(section: PlanSection, kind: HeadKind) -> None:
    section.head = replace(section.head, kind=kind)


def _may_be(around: tuple[PlanSection, ...], section: PlanSection) -> bool:
    """Whether no chapter around it is about something else."""
    headed = [outer for outer in around if outer.head.rank]
    return bool(headed) and not any(
        chapter_named(outer.head.title) in _ELSEWHERE for outer in headed if outer.head.kind is not HeadKind.THEME
    )


def _is_worked_out(section: PlanSection) -> bool:
    slots = set(_slots(section))
    return Slot.PARTNERS in slots and bool(slots & {Slot.ACTS, Slot.PERIOD})


def _slots(section: PlanSection) -> Iterator[Slot | None]:
    for line in section.lines:
        if isinstance(line, SlotLabel):
            yield line.slot
        elif isinstance(line, LabelledRow):
            yield label_slot(line.label.text)
        elif isinstance(line, HeadedRow):
            yield from line.slots
            yield from (Slot.PERIOD for _ in line.periods)
    for part in section.parts:
        yield label_slot(part.head.title)
