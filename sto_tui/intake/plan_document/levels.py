"""Which sections are themes and speerpunten where no word says so: by what stands in them.

A speerpunt is worked out: it has partners and acts. A theme is what stands around speerpunten. Nothing is inferred in
a chapter about something else, and a heading like `Uitwerking per thema` is no theme.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from sto_tui.domain.plan import Chapter
from sto_tui.domain.text import plain
from sto_tui.intake.plan_document.acts_as_speerpunten import AS_SPEERPUNT, lift_acts, lift_below_headings
from sto_tui.intake.plan_document.numbered_levels import level_by_numbers
from sto_tui.intake.plan_document.plan_sections import (
    COMMON_WORDS,
    HeadKind,
    PlanHead,
    PlanSection,
)
from sto_tui.intake.plan_document.plan_words import Slot, chapter_named
from sto_tui.intake.plan_document.raised_levels import is_worked_out, raise_levels
from sto_tui.intake.plan_document.table_lines import HeadedRow, speerpunt_row

_ELSEWHERE = frozenset(Chapter) - {Chapter.THEMAS, Chapter.DOELEN}
_ALWAYS_THEMES = frozenset({"", "thema", "hoofdthema"})
_NO_THEME = re.compile(
    r"(?:(?:nadere|uitwerking|activiteiten|activiteitenplan|plan|thema's|thema|speerpunten|speerpunt|en|per|van|de|het|"
    r"onze|overzicht|actielijnen|actielijn|programmalijnen|programma|uitvoering|beschrijving|acties|projecten|"
    r"deelprojecten|inhoudelijk|deel|ii|i|sterk|techniekonderwijs|sto|in|regio|[\d.\-–/]+)\b\W*)+"
)
# `Interventie 1.1 – Ontdekhoek`, by a word that no other plan has for it.
_WORDED = re.compile(r"[^\W\d]+ (\d{1,2}\.\d{1,2})\s*[:.–—-]\s*([^\W\d].*)")
_THEMES = re.compile(r"(?:de |onze )?(?:\w+ )?(?:actielijnen|programmalijnen|thema.s|pijlers|beleidslijnen)")


def find_levels(root: PlanSection, *, is_plan: bool) -> frozenset[str]:
    """Gives sections the level that they have, where their heading does not say it; `is_plan` when the document does.

    The answer is the words for themes that are those of speerpunten here.
    """
    lowered: frozenset[str] = frozenset()
    sections = [*root.all_parts()]
    raise_levels(sections)
    if not any(section.head.kind is HeadKind.SPEERPUNT for section in sections):
        has_themes = any(section.head.kind is HeadKind.THEME for section in sections)
        # Sections within themes are the speerpunten; only without them a table of activities may be.
        if not has_themes or not [*_worked_out(root, in_themes=True)]:
            lift_acts(sections)
    if not any(section.head.kind is HeadKind.SPEERPUNT for section in sections):
        for section in [*_worked_out(root, in_themes=has_themes)]:
            _set(section, HeadKind.SPEERPUNT)
        lowered = _lower_worked_out(sections)
    if not any(section.head.kind is HeadKind.THEME for section in sections):
        themes = [*_around_speerpunten(sections)] or [*_in_list_of_themes(sections)] or [*_around_rows(sections)]
        # One heading with something like a speerpunt under it is no plan yet: it may be a list of actions.
        for section in themes if len(themes) > 1 else ():
            _set(section, HeadKind.THEME)
    if not any(section.head.kind in (HeadKind.THEME, HeadKind.SPEERPUNT) for section in sections):
        _lift_below_headings(sections)
    if not any(section.head.kind in (HeadKind.THEME, HeadKind.SPEERPUNT) for section in sections):
        level_by_numbers(root, is_plan=is_plan)
    if not any(section.head.kind is HeadKind.THEME for section in sections):
        _put_in_a_theme(root)
    return lowered


def _worked_out(root: PlanSection, *, in_themes: bool) -> Iterator[PlanSection]:
    """The headings under which something like a speerpunt is worked out; within themes when there are any."""
    for section, around in _with_around(root, ()):
        in_theme = any(outer.head.kind is HeadKind.THEME for outer in around)
        if section.head.rank and (in_theme or not in_themes) and is_worked_out(section) and _may_be(around, section):
            yield section


def _lift_below_headings(sections: Sequence[PlanSection]) -> None:
    """Makes themes of headings with a table of activities below them, which no other word names."""
    headings = [
        section
        for section in sections
        if section.head.rank and not section.head.word and not _NO_THEME.fullmatch(plain(section.head.title))
    ]
    for section in lift_below_headings([section for section in headings if not _names_elsewhere(section)]):
        _set(section, HeadKind.THEME)
        section.doubt = AS_SPEERPUNT


def _names_elsewhere(section: PlanSection) -> bool:
    return chapter_named(section.head.title) in _ELSEWHERE


def _lower_worked_out(sections: Sequence[PlanSection]) -> frozenset[str]:
    """What has partners and a planning under a word for themes, as `Actielijn 2` may, is a speerpunt."""
    themes = [section for section in sections if section.head.kind is HeadKind.THEME]
    words = frozenset(section.head.word for section in themes if is_worked_out(_own_part(section))) - _ALWAYS_THEMES
    of_words = [section for section in themes if section.head.word in words]
    if any(part.head.kind is HeadKind.THEME for section in of_words for part in section.parts):
        return frozenset()
    for section in of_words:
        _set(section, HeadKind.SPEERPUNT)
    return words


def _own_part(section: PlanSection) -> PlanSection:
    """A section without the rows that are speerpunten themselves, and what stands below these."""
    rows = [speerpunt_row(line) for line in section.lines if isinstance(line, HeadedRow)]
    has_points = any(row.has(Slot.SPEERPUNT) or row.has(Slot.THEME) for row in rows)
    return PlanSection(section.head) if has_points else section


def _put_in_a_theme(root: PlanSection) -> None:
    """Puts the speerpunten of a plan without themes in one that has no name of its own, which makes it a doubt.

    A list of actions or projects is no plan: only words that are of plans, or of this region, make it one.
    """
    for section in root.all_parts():
        points = [part for part in section.parts if part.head.kind is HeadKind.SPEERPUNT]
        is_plan = len(points) > 1 and all(part.head.word and part.head.word not in COMMON_WORDS for part in points)
        if not is_plan:
            continue
        place = section.parts.index(points[0])
        is_named = section.head.rank and not _NO_THEME.fullmatch(plain(section.head.title))
        for number in dict.fromkeys(part.head.number.rpartition(".")[0] for part in points):
            title = section.head.title if is_named and not number else f"Thema {number or 1}"
            head = PlanHead("", points[0].head.spot, HeadKind.THEME, number, title, points[0].head.rank)
            inner = [part for part in points if part.head.number.rpartition(".")[0] == number]
            section.parts = [part for part in section.parts if part not in inner]
            section.parts.insert(place, PlanSection(head, parts=inner))
            place += 1
        return


def _around_speerpunten(sections: Sequence[PlanSection]) -> Iterator[PlanSection]:
    for section in sections:
        is_around = any(part.head.kind is HeadKind.SPEERPUNT for part in section.parts)
        if section.head.rank and is_around and not _NO_THEME.fullmatch(plain(section.head.title)):
            yield section


def _around_rows(sections: Sequence[PlanSection]) -> Iterator[PlanSection]:
    """The headings above a table of speerpunten that are worked out in its columns."""
    for section in sections:
        rows = [line for line in section.lines if isinstance(line, HeadedRow) and line.has(Slot.SPEERPUNT)]
        is_worked_out = any(row.has(Slot.PARTNERS) or row.has(Slot.ACTS) for row in rows)
        has_theme = any(row.has(Slot.THEME) for row in rows)
        if section.head.rank and is_worked_out and not has_theme and not _NO_THEME.fullmatch(plain(section.head.title)):
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
    head = replace(section.head, kind=kind)
    worded = _WORDED.fullmatch(head.title) if kind is HeadKind.SPEERPUNT and not head.number else None
    section.head = replace(head, number=worded[1], title=worded[2]) if worded else head


def _may_be(around: tuple[PlanSection, ...], section: PlanSection) -> bool:
    """Whether no chapter around it is about something else."""
    headed = [outer for outer in around if outer.head.rank]
    return bool(headed) and not any(
        chapter_named(outer.head.title) in _ELSEWHERE for outer in headed if outer.head.kind is not HeadKind.THEME
    )
