"""Themes and speerpunten that only lists and captions name: `• Thema 1: Instroom`, `Tabel 1: Thema 1 – Instroom`.

Where headings name them these are a mention or the contents, and are left as they are.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from sto_tui.intake.plan_document.blocks import Block, Paragraph

_CAPTION = re.compile(r"(?:tabel|figuur) \d{1,2}\s*[:.–-]\s*(?=\S)", re.IGNORECASE)

Named = Callable[[Paragraph], bool]


def with_only_levels(blocks: Sequence[Block], is_level: Named) -> Iterator[Block]:
    """The same blocks, with such lines as headings; `is_level` says whether a line names a theme or speerpunt."""
    for at, block in enumerate(blocks):
        if not isinstance(block, Paragraph) or block.apart or block.level:
            yield block
            continue
        bare = replace(block, text=_CAPTION.sub("", block.text), marker="", strong=True)
        is_said = _is_above_more(block, blocks[at + 1 : at + 2]) if block.is_item else bare.text != block.text
        yield bare if is_said and is_level(bare) else block


def _is_above_more(item: Paragraph, behind: Sequence[Block]) -> bool:
    """Whether the next line of a list stands a step further in."""
    below = behind[0] if behind else None
    return isinstance(below, Paragraph) and below.is_item and not below.apart and below.depth > item.depth
