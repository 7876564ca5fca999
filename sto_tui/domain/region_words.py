"""How a region is called in a sentence, a title and after a label: no word of its name is said twice."""

import re

from sto_tui.domain.region import Region

# `Regio Twente`, `de regio Twente`, `STO-regio Twente`, `Stedelijke regio Breda`; no `Regio-overleg`.
_SAID = re.compile(r"(?:de\s+)?(?P<called>(?:[\w-]+\s+)?[\w-]*regio(?:[’']s)?(?![\w-]).*)", re.IGNORECASE)
_PLAIN = re.compile(r"^regio(?![\w’'-])[\s:,–-]*", re.IGNORECASE)
_IN_FULL = re.compile(r"^sterk techniekonderwijs\b[\s:,–-]*(?=[\w-]*regio(?![\w’'-]))", re.IGNORECASE)
_PROGRAMME = re.compile(r"^(?:sto|sterk techniekonderwijs)\b[\s:,–-]*", re.IGNORECASE)


def says_regio(region: Region) -> bool:
    """Whether the first or second word of the name is `regio`, by itself or at the end of a longer one."""
    return bool(_SAID.match(_IN_FULL.sub("", region.name, count=1)))


def region_in_words(region: Region) -> str:
    """`regio Twente`, within a sentence or title; behind `de` too."""
    name = _IN_FULL.sub("", region.name, count=1)
    said = _SAID.match(name)
    if not said:
        return f"regio {name}"
    called = said["called"]
    return f"regio{called[5:]}" if _PLAIN.match(called) else called


def after_label(region: Region) -> str:
    """`Twente`, behind a label that says `Regio` already."""
    words = region_in_words(region)
    return _PLAIN.sub("", words, count=1) or words


def without_programme(region: Region) -> str:
    """`Twente`, behind `STO` or the name of the programme in full."""
    return _PROGRAMME.sub("", region.name, count=1) or region.name


def programme_of(region: Region) -> str:
    """`Sterk Techniekonderwijs Twente`."""
    return f"Sterk Techniekonderwijs {_PROGRAMME.sub('', region.name, count=1)}".rstrip()
