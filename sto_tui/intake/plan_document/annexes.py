"""What is bound with a plan and is no part of it: minutes of a meeting, the report of a building, a letter.

Its headings and lists look like those of a plan, so it is told as a whole, and nothing of it is read. What a plan says
of the one before it, or of what is not done, is a chapter.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import takewhile

from sto_tui.domain.plan import Chapter
from sto_tui.domain.text import plain
from sto_tui.intake.plan_document.blocks import Spot
from sto_tui.intake.plan_document.line_texts import is_known, texts_of
from sto_tui.intake.plan_document.plan_sections import HeadKind, PlanHead, PlanSection
from sto_tui.intake.plan_document.plan_words import chapter_named

REASON = "dit is geen deel van het plan, en er is niets uit overgenomen"
_ANNEX = re.compile(r"(?:bijlagen?|annex|appendix|aanhangsel)\b")
_OTHER = re.compile(
    r"\b(?:verslag|notulen|besluitenlijst|vergaderstukken|offerte|bestek|brief|memo|huisreglement|handleiding|"
    r"\w*rapport)\b"
)
_OF_MEETING = re.compile(
    r"(?:concept-?)?(?:verslag(?! (?:aan|door|en|per))|notulen|besluitenlijst)\b.*"
    r"(?:vergadering|overleg|groep|bijeenkomst|bestuur|raad|team)"
)
_POINT_OF_MEETING = re.compile(
    r"opening(?: en .*)?|mededelingen|(?:vaststell\w+|doornemen) .*agenda|agenda|ingekomen (?:stukken|post)|"
    r"(?:verslag|notulen) .*(?:vorig|vergadering|overleg|20\d\d).*|rondvraag(?: en .*)?|w\.?v\.?t\.?t\.?k\.?|"
    r"sluiting|afsluiting|actiepunten|actielijst|besluitenlijst"
)
_NOT_PLANNED = re.compile(
    r"terug(?:blik|kijk)|\b(?:niet (?:gaan )?doen|afgevallen|afgewezen|niet gekozen|overwogen|parkeerlijst|longlist)\b|"
    r"^(?:\w+ )?ideeen(?:lijst)?\b|\bvoor later\b|"
    r"^(?:(?:resultaten|opbrengsten|evaluatie|verantwoording)\b.*\b)?(?:(?:de|het) )?"
    r"(?:vorige|afgelopen|eerdere) (?:plan|subsidie|project)?(?:periode|jaren|plan)(?:\W*20\d\d.*)?$|"
    r"wat (?:hebben we|is er|is) .*\b(?:bereikt|gedaan)\b|(?:resultaten|opbrengsten|verantwoording) tot nu toe"
)
_LOOKS_AHEAD = re.compile(
    r"\b(?:vooruit|vooruitblik|verder|nieuwe?|voort(?:bouw|zet)\w+|vervolg\w*|door(?:gaan|bouwen|ontwikkel\w+))\b"
)
_PLAN = re.compile(
    r"\b(?:\w*plan(?:nen)?|plannen|activiteiten|aanpak|uitwerking|vooruit\w*|nieuwe?|komende?|20\d\d)\b|"
    r"wat gaan (?:we|wij)"
)
_EVALUATION = re.compile(r"\b(?:evaluatie|resultaten|opbrengsten)\b.*\b20\d\d\b")
_LEAST_POINTS = 2
# What stands lower than these has no heading style: all that stands out behind a chapter stands within it.
_LEVELS = 9
_OF_PLAN = (HeadKind.THEME, HeadKind.SPEERPUNT)
_CLOSING = re.compile(r"rondvraag(?: en .*)?|w\.?v\.?t\.?t\.?k\.?|sluiting|afsluiting")
_ALSO_OF_PLANS = re.compile(r"agenda|actiepunten|actielijst|besluitenlijst")


def is_of_other_document(title: str) -> bool:
    """Whether a title is that of minutes, a report or a letter, and of no plan."""
    flat = plain(title)
    return bool(_OTHER.search(flat)) and "plan" not in flat


def is_point_of_meeting(title: str) -> bool:
    """Whether a heading is one that minutes have, and no plan."""
    return _POINT_OF_MEETING.fullmatch(_bare(title)) is not None


def take_annexes(root: PlanSection) -> list[PlanSection]:
    """Takes such sections out of a document, as long as a plan is left, with goals and risks where it has any."""
    found = [*_annexes(root)]
    apart = _within(found)
    if not any(part.lines for part in root.all_parts() if part.head.rank and id(part) not in apart):
        return []
    for kinds in (_OF_PLAN, (HeadKind.GOAL,), (HeadKind.RISK,)):
        of_kinds = {id(part) for part in root.all_parts() if part.head.kind in kinds}
        if of_kinds <= apart:
            found = [annex for annex in found if not of_kinds & _within([annex])]
            apart = _within(found)
    heads = {annex.head for annex in found}
    for section in root.all_parts():
        section.parts = [part for part in section.parts if part.head not in heads and id(part) not in apart]
    return found


def of_meeting(root: PlanSection) -> set[PlanHead]:
    """The headings within minutes: what stands there was said, also when a document has it nowhere else."""
    parts = [part for annex in _annexes(root) for part in annex.all_parts()]
    points = [part for part in root.all_parts() if is_point_of_meeting(part.head.title)]
    are_minutes = len(points) >= _LEAST_POINTS and any(_CLOSING.fullmatch(_bare(part.head.title)) for part in points)
    if are_minutes and not any(part.head.kind is HeadKind.THEME for part in root.all_parts()):
        parts = [*root.all_parts()]
    return {part.head for part in parts}


def _within(sections: Iterable[PlanSection]) -> set[int]:
    return {id(part) for section in sections for part in section.all_parts()}


def lower_what_is_not_planned(root: PlanSection) -> None:
    """Makes the speerpunten of a time that is over, or of ideas for later, headings of the chapter that tells of these.

    Where nothing else is a plan, with themes and speerpunten, they may be what is offered.
    """
    sections = [*root.all_parts()]
    others = [part for section in sections if _is_not_planned(section) for part in section.all_parts()]
    others += [part for section in sections for above in _before_plan(section) for part in above.all_parts()]
    others += _behind_look_back(sections)
    apart = _within(others)
    left = {section.head.kind for section in sections if id(section) not in apart}
    if not left.issuperset(_OF_PLAN):
        return
    for part in others:
        if part.head.kind in _OF_PLAN:
            part.head = replace(part.head, kind=HeadKind.OTHER)


def _before_plan(section: PlanSection) -> list[PlanSection]:
    """The parts with a number and no heading style that look back, where such a part begins the plan behind them."""
    plans = [at for at, part in enumerate(section.parts) if _is_other(part, _plans_only)]
    return [
        part
        for at, part in enumerate(section.parts)
        if part.parts
        and _is_other(part, is_not_planned)
        and any(plan > at and section.parts[plan].head.rank == part.head.rank for plan in plans)
    ]


def put_below_look_back(root: PlanSection) -> None:
    """Puts the headings behind an empty look-back in bold below it, up to the one with which the plan begins."""
    for section in root.all_parts():
        looks_back = (at for at, part in enumerate(section.parts) if _is_empty_look_back(part))
        first = next(looks_back, len(section.parts))
        behind = [*takewhile(lambda part: not _is_other(part, _plans_only), section.parts[first + 1 :])]
        is_plan_next = first + len(behind) + 1 < len(section.parts)
        if is_plan_next and behind and all(part.head.kind is HeadKind.OTHER for part in behind):
            section.parts[first].parts = behind
            section.parts = [part for part in section.parts if part not in behind]


def _is_empty_look_back(part: PlanSection) -> bool:
    is_bare = part.head.rank > _LEVELS and not (part.lines or part.parts)
    return is_bare and _is_other(part, is_not_planned)


def _is_not_planned(section: PlanSection) -> bool:
    return section.head.kind is HeadKind.OTHER and section.head.rank <= _LEVELS and is_not_planned(section.head.title)


def names_annex(title: str) -> bool:
    """Whether a heading is that of an annex, of whatever kind."""
    return _ANNEX.match(plain(title)) is not None


def is_not_planned(title: str) -> bool:
    """Whether a heading says that what stands below it is of a time that is over, or is not done."""
    flat = plain(title)
    if _LOOKS_AHEAD.search(flat):
        return False
    return chapter_named(title) is Chapter.TERUGBLIK or _NOT_PLANNED.search(flat) is not None


def _behind_look_back(sections: Sequence[PlanSection]) -> list[PlanSection]:
    """The themes and speerpunten right behind a look-back without a heading style, as in bold: they stand no lower.

    They end at the heading above the plan, which counts from one again; where a budget or a calendar does, with what
    is planned in front of it, none of them is over.
    """
    looks_back = (at for at, part in enumerate(sections) if part.head.rank > _LEVELS and _is_other(part, _looks_back))
    first = next(looks_back, len(sections))
    seen: set[tuple[HeadKind, str]] = set()
    plan = 0
    for at, section in enumerate(sections[first:], first):
        one = section.head.kind, section.head.number
        if section.head.kind in _OF_PLAN and one in seen:
            over = [part for part in sections[first:plan] if part.head.kind in _OF_PLAN]
            is_empty = not (sections[first].lines or sections[first].parts) and _is_other(sections[plan], _plans_only)
            return over if (is_empty or not _plans(over)) and _plans(sections[at:]) else []
        if section.head.kind in _OF_PLAN and section.head.number:
            seen.add(one)
        elif not seen and not _is_other(section, _looks_back):
            break
        elif _is_other(section, begins_plan):
            plan = at
    return []


def _plans(sections: Iterable[PlanSection]) -> bool:
    return any(is_known(line) for part in sections if part.head.kind in _OF_PLAN for line in part.lines)


def _looks_back(title: str) -> bool:
    return is_not_planned(title) or _EVALUATION.search(plain(title)) is not None


def _is_other(section: PlanSection, says: Callable[[str], bool]) -> bool:
    return section.head.kind is HeadKind.OTHER and says(section.head.title)


def _plans_only(title: str) -> bool:
    """Whether a heading says that a plan begins, and not the budget or calendar of one."""
    return begins_plan(title) and chapter_named(title) in (None, Chapter.THEMAS)


def begins_plan(title: str) -> bool:
    """Whether a heading says that what stands below it is planned."""
    return _PLAN.search(plain(title)) is not None and not _looks_back(title)


def spots_in(section: PlanSection) -> Iterator[Spot]:
    """Where all that stands in a section stands, its heading first."""
    for part in section.all_parts():
        yield part.head.spot
        yield from (spot for _, spot in texts_of(part.lines))


def _annexes(section: PlanSection) -> Iterator[PlanSection]:
    """Such sections with all that is theirs, also behind them."""
    last = -1
    for at, part in enumerate(section.parts):
        if at <= last:
            continue
        if _is_annex(part.head.title):
            last = at + (0 if part.parts else _points_behind(section.parts[at + 1 :]))
            yield PlanSection(part.head, part.lines, [*part.parts, *section.parts[at + 1 : last + 1]])
        else:
            yield from _annexes(part)


def _is_annex(title: str) -> bool:
    flat = plain(title)
    is_other = _ANNEX.match(flat) is not None and is_of_other_document(title)
    is_meeting = _OF_MEETING.match(flat) is not None and "plan" not in flat
    return (is_other or is_meeting) and chapter_named(title) is None


def _points_behind(sections: Sequence[PlanSection]) -> int:
    """How many sections behind the title of minutes are theirs: up to the last of their points.

    They begin with one, and end where a speerpunt stands, after what closes a meeting, or with what a plan has too.
    """
    last, found, is_open = 0, 0, False
    for at, section in enumerate(sections, 1):
        title = section.head.title
        if is_point_of_meeting(title):
            last, found = at, found + 1
            is_open = (is_open or not _ALSO_OF_PLANS.fullmatch(_bare(title))) and not _CLOSING.fullmatch(_bare(title))
        elif not is_open or _has_speerpunten(section):
            break
    return last if found >= _LEAST_POINTS else 0


def _has_speerpunten(section: PlanSection) -> bool:
    return any(part.head.kind is HeadKind.SPEERPUNT for part in section.all_parts())


def _bare(title: str) -> str:
    return plain(title).strip(" .:")
