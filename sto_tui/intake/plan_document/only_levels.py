"""Themes and speerpunten that only lists and captions name: `• Thema 1: Instroom`, `Tabel 1: Thema 1 – Instroom`.

Where anything else makes a plan these are a mention or the contents, so a document is read with them only after it
gave no plan without. In a look-back, an introduction, an annex or any other chapter they are left as they are.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from sto_tui.domain.plan import Chapter
from sto_tui.domain.text import plain
from sto_tui.intake.plan_document.annexes import begins_plan, is_not_planned, names_annex
from sto_tui.intake.plan_document.blocks import Block, Paragraph, WordTable
from sto_tui.intake.plan_document.plan_words import chapter_named

_CAPTION = re.compile(r"tabel \d{1,2}\s*[:.–-]\s*(?=\S)", re.IGNORECASE)
_NUMBER = re.compile(r"(?:hoofdstuk )?[\d.]* *")
_LONGEST = 100
# Lower than any heading style.
_STRONG = 10

Named = Callable[[Paragraph], bool]


def with_only_levels(blocks: Sequence[Block], is_level: Named) -> Iterator[Block]:
    """The same blocks, with such lines as headings; `is_level` says whether a line names a theme or speerpunt."""
    apart: int | None = None
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph) and not block.apart and not block.is_item:
            apart = _apart_from(block, apart)
        bare = _bare(block, blocks[at + 1 : at + 2]) if isinstance(block, Paragraph) and apart is None else None
        yield bare if bare and is_level(bare) else block


def _apart_from(line: Paragraph, apart: int | None) -> int | None:
    """The rank of the heading that is open and is no part of the plan; `apart` is that of the one before this line."""
    rank, title = line.level or _STRONG, _NUMBER.sub("", plain(line.text), count=1)
    if len(title) > _LONGEST or (apart is not None and rank > apart):
        return apart
    is_elsewhere = chapter_named(title) not in (None, Chapter.THEMAS) or is_not_planned(title) or names_annex(title)
    if is_elsewhere and (line.level or line.strong or title.count(" ") < 3):
        return rank
    # Behind one in bold any line in bold may still be a part of it.
    return None if line.level or begins_plan(title) else apart


def _bare(line: Paragraph, behind: Sequence[Block]) -> Paragraph | None:
    """The name in an item above others a step further in, or in the caption right above a table."""
    below = behind[0] if behind else None
    if line.apart or line.level:
        return None
    if line.is_item:
        is_above = isinstance(below, Paragraph) and below.is_item and not below.apart and below.depth > line.depth
        return replace(line, marker="", strong=True) if is_above else None
    name = _CAPTION.sub("", line.text)
    return replace(line, text=name, strong=True) if isinstance(below, WordTable) and name != line.text else None
