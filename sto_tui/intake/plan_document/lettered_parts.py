"""Speerpunten of a theme that have a letter and no heading: `a) Bus`, with its partners and planning below it."""

import re
from string import ascii_lowercase

from sto_tui.intake.plan_document.blocks import Paragraph
from sto_tui.intake.plan_document.line_texts import is_known
from sto_tui.intake.plan_document.plan_sections import HeadKind, PlanHead, PlanLine, PlanSection

_LETTERED = re.compile(r"\(?([a-z])[.)]\s+(\S.{0,98}[^.;:,\s])")
_RANK = 30


def part_at_letters(root: PlanSection) -> None:
    """Makes sections of such lines, where a theme has no speerpunten and every letter has a label below it."""
    for section in root.all_parts():
        if section.head.kind is HeadKind.THEME and not section.parts:
            _part(section)


def _part(theme: PlanSection) -> None:
    starts = [at for at, line in enumerate(theme.lines) if _lettered(line)[0]]
    letters = "".join(_lettered(theme.lines[at])[0] for at in starts)
    if len(starts) < 2 or not ascii_lowercase.startswith(letters):
        return
    ends = [*starts[1:], len(theme.lines)]
    inner = [theme.lines[start + 1 : end] for start, end in zip(starts, ends, strict=True)]
    if not all(any(map(is_known, lines)) for lines in inner):
        return
    for start, lines in zip(starts, inner, strict=True):
        line = theme.lines[start]
        if isinstance(line, Paragraph):
            head = PlanHead(line.words, line.spot, HeadKind.SPEERPUNT, "", _lettered(line)[1], _RANK)
            theme.parts.append(PlanSection(head, lines))
    del theme.lines[starts[0] :]


def _lettered(line: PlanLine) -> tuple[str, str]:
    """The letter, typed or counted by Word, and the title; both empty for any other line."""
    if not isinstance(line, Paragraph) or line.apart or "\n" in line.text:
        return "", ""
    match = _LETTERED.fullmatch(f"{line.marker} {line.text}" if line.marker[:1].isalpha() else line.text)
    return (match[1], match[2]) if match else ("", "")
