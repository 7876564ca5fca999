"""The numbers of chapters: a list that belongs to the style of their headings, and not text in front of them.

So a house style that numbers its headings does not print two numbers, and who adds a chapter in Word need not count.
Codes of speerpunten and thema's stay text: they are their names.
"""

import re
from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from sto_tui.documents.word.page_size import twips
from sto_tui.documents.word.schema_order import put_in_order
from sto_tui.documents.word.styles import CHAPTER_LIST, NAMESPACE, OUR_LISTS, add_list
from sto_tui.documents.word.template_styles import chain
from sto_tui.documents.word.xml_reading import W, child, value, whole

_HANGING = twips(1.2)
# Two figures in wide letters with a space take 1.5 times the size of these: 15 twips for each half point.
_PER_HALF_POINT = 15
_NUMBER_IN_TEXT = re.compile(r"%\d")


@dataclass
class ChapterNumbers:
    """Which list the next chapter is in: one that does not follow on the last begins a list at its number."""

    starts: dict[int, int] = field(default_factory=dict)
    _list: int = CHAPTER_LIST
    _next: int = 1

    def properties(self, number: int) -> str:
        """What the heading of a chapter says of its number, as XML behind its style; 0 is a heading without one."""
        if not number:
            # List 0 is how a paragraph leaves the list of its style (ISO 29500-1, 17.9.18); no such list is defined.
            return f'{_in_list(0)}<w:ind w:left="0" w:firstLine="0"/>'
        if number != self._next:
            self._list = OUR_LISTS[CHAPTER_LIST - OUR_LISTS[0] + 1 + len(self.starts)]
            self.starts[self._list] = number
        self._next = number + 1
        return "" if self._list == CHAPTER_LIST else _in_list(self._list)


def _in_list(number: int) -> str:
    return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'


def install_chapter_list(document: Any, style: str, look: etree._Element | None = None) -> None:
    """The list of the headings in this style; `look` is the level of a house style that numbers them."""
    root = document.styles.element
    level = deepcopy(look) if look is not None else etree.fromstring(_plain_level(_hanging(root, style)))
    child(level, "pStyle").set(f"{W}val", style)
    put_in_order(level)
    add_list(document.part.numbering_part.element, CHAPTER_LIST, level)


def install_starts(document: Any, starts: Mapping[int, int]) -> None:
    """The lists that begin at another number."""
    for number, start in starts.items():
        document.part.numbering_part.element.append(
            etree.fromstring(
                f'<w:num xmlns:w="{NAMESPACE}" w:numId="{number}"><w:abstractNumId w:val="{CHAPTER_LIST}"/>'
                f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
            )
        )


def _plain_level(hanging: int) -> str:
    return (
        f'<w:lvl xmlns:w="{NAMESPACE}" w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        '<w:lvlText w:val="%1"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{hanging}" w:hanging="{hanging}"/></w:pPr></w:lvl>'
    )


def _hanging(styles: etree._Element, style: str) -> int:
    """Room for two figures and a space in the size of a heading, in twips; of ours that is 1.2 cm."""
    sizes = (whole(ancestor.find(f"{W}rPr/{W}sz")) for ancestor in chain(styles, style))
    return max(_HANGING, next(filter(None, sizes), 0) * _PER_HALF_POINT)


def house_level(styles: etree._Element, numbering: etree._Element) -> etree._Element | None:
    """How a house style numbers its chapters, as a first level; None when it does not, or not with plain numbers."""
    heading = next(
        (style for style in styles.findall(f"{W}style") if value(style.find(f"{W}name")).casefold() == "heading 1"),
        None,
    )
    numbered = None if heading is None else heading.find(f"{W}pPr/{W}numPr")
    if numbered is None:
        return None
    definitions = {value(one, "abstractNumId"): one for one in numbering.findall(f"{W}abstractNum")}
    numbers = {value(one, "numId"): value(one.find(f"{W}abstractNumId")) for one in numbering.findall(f"{W}num")}
    definition = definitions.get(numbers.get(value(numbered.find(f"{W}numId")), ""))
    wanted = value(numbered.find(f"{W}ilvl")) or "0"
    levels = [] if definition is None else definition.findall(f"{W}lvl")
    level = next((level for level in levels if value(level, "ilvl") == wanted), None)
    if level is None or value(level.find(f"{W}numFmt")) != "decimal":
        return None
    return _as_first(level)


def _as_first(level: etree._Element) -> etree._Element | None:
    """The level with one number in its text; None when it has more of them or none."""
    first = deepcopy(level)
    text = first.find(f"{W}lvlText")
    words = value(text)
    if text is None or len(_NUMBER_IN_TEXT.findall(words)) != 1:
        return None
    text.set(f"{W}val", _NUMBER_IN_TEXT.sub("%1", words))
    first.set(f"{W}ilvl", "0")
    child(first, "start").set(f"{W}val", "1")
    for name in ("lvlRestart", "isLgl", "pStyle", "lvlPicBulletId"):
        for element in first.findall(f"{W}{name}"):
            first.remove(element)
    return first
