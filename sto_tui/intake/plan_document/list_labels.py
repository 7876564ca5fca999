"""Labels that are items of a list themselves, with what they are about in a list below them or behind a colon.

`• Partners`, and a step further in `• ROC Noord`: without this the names of the next label would be partners too.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from sto_tui.intake.plan_document.blocks import Block, Paragraph
from sto_tui.intake.plan_document.plan_words import is_label_word
from sto_tui.intake.plan_document.written_periods import read_period

_LONGEST_LABEL = 45


def with_list_labels(blocks: Iterable[Block]) -> Iterator[Block]:
    """The same blocks, with the labels of a list as lines of their own."""
    items: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph) and block.is_item and not block.apart:
            items.append(block)
            continue
        yield from _told_apart(items)
        items = []
        yield block
    yield from _told_apart(items)


def _told_apart(items: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The items of one list: when all the outermost may be labels, and most are known as such, these are."""
    outer = min((item.depth for item in items), default=0)
    first = [at for at, item in enumerate(items) if item.depth == outer]
    has_more = {at for at in first if at + 1 < len(items) and items[at + 1].depth > outer}
    may_be = all(_may_be_label(items[at], has_more=at in has_more) for at in first)
    known = sum(_is_label(items[at], has_more=at in has_more) for at in first)
    are_labels = may_be and len(first) > 1 and known * 2 > len(first)
    for at, item in enumerate(items):
        if not are_labels or at not in first:
            yield item
        elif at in has_more and not _behind(item):
            yield replace(item, text=f"{item.text.rstrip(' :')}:", marker="")
        else:
            yield replace(item, marker="")


def _may_be_label(item: Paragraph, *, has_more: bool) -> bool:
    return len(_before(item)) <= _LONGEST_LABEL and (has_more or bool(_behind(item)))


def _is_label(item: Paragraph, *, has_more: bool) -> bool:
    before = _before(item)
    is_known = is_label_word(before) or (has_more and read_period(before) is not None)
    return is_known and _may_be_label(item, has_more=has_more)


def _before(item: Paragraph) -> str:
    return item.text.partition(":")[0].strip()


def _behind(item: Paragraph) -> str:
    return item.text.partition(":")[2].strip()
