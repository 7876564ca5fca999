"""What a text says that is measured, label by label: `Nulmeting 2026: 31%. Streefwaarde 2028: 40%.`.

A label ends the value before it, whatever sign stands between them.
"""

import re
from dataclasses import dataclass, replace

from sto_tui.intake.plan_document.pieces import sentences, without_stop
from sto_tui.intake.plan_document.plan_words import MEASURED, Slot, names_of, slot_named
from sto_tui.intake.plan_document.table_lines import HeadedRow

_WORDS = "|".join(sorted((re.escape(name) for slot in MEASURED for name in names_of(slot)), key=len, reverse=True))
_YEAR = r"(?:\s*\(?(?:(?:in|per|eind|begin|van|jaar|peiljaar|schooljaar)\s+)?20\d\d(?:\s*[-/–]\s*(?:20)?\d\d)?\)?)?"
_LABEL = re.compile(rf"(?<!\w)((?P<word>{_WORDS}){_YEAR})\s*[:=]", re.IGNORECASE)
# Behind a value the next label needs no colon where a number follows it.
_NEXT = re.compile(
    rf"(?<!\w)((?P<word>{_WORDS}){_YEAR})(?:\s*[:=]|\s+(?:(?:is|van|bedraagt|-|–)\s+)?"
    r"(?=(?:(?:ca|circa|ongeveer|minimaal|€)\.?\s*)?(?!20\d\d\b)\d))",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"(?:^|[.,;:(\[)\]%|/–—-]|[•▪●])\s*(?:(?:en|met|met een|met als)\s+)?$", re.IGNORECASE)
_ONE_YEAR = re.compile(r"20\d\d")
# A number with at most the one word for what is counted: `In 3 scholen starten` is what is done.
_NUMBER = r"\d[\d.,]*(?:\s?%)?"
_VALUE = re.compile(
    r"(?:(?:ca|circa|ongeveer|minimaal|maximaal|minstens|min|max|nu|naar)\b\.?\s?|[<>≥≤~±+]\s?)?"
    rf"{_NUMBER}(?:\s?(?:[-–/à]|van(?: de)?|op(?: de)?)\s?{_NUMBER})?(?:\s[^\W\d]+)?(?:\s\([^()€]*\))?\.?",
    re.IGNORECASE,
)
_JOINING = re.compile(r"(?:[\s,;:(\[|/–—•▪●-]|(?<=[\s,;])(?:en|met|met een|met als)\s*$)+$", re.IGNORECASE)


@dataclass(frozen=True)
class Measured:
    """A label with the value beside it; `text` is both as they stand there, `behind` what goes on after the value."""

    slot: Slot
    label: str
    value: str
    behind: str
    text: str


def cut_at_labels(text: str, *, is_value: bool = False) -> tuple[str, list[Measured]]:
    """What stands before the first label, and each label; `is_value` says that the text stands behind one itself."""
    found: list[re.Match[str]] = []
    at = 0
    while match := (_NEXT if found or is_value else _LABEL).search(text, at):
        at = match.end()
        if found or is_value or _BEFORE.search(text, 0, match.start()):
            found.append(match)
    if not found:
        return text.strip(), []
    ends = [*(match.start() for match in found[1:]), len(text)]
    opening = text[: found[0].start()]
    return _JOINING.sub("", opening), [
        _measured(match, text[match.start() : end], text[match.end() : end])
        for match, end in zip(found, ends, strict=True)
    ]


def _measured(match: re.Match[str], text: str, beside: str) -> Measured:
    slot = slot_named(match["word"])
    assert slot is not None
    within, behind = _up_to_bracket(beside)
    first, *more = re.split(r"\n|;\s", within, maxsplit=1)
    value, *others = sentences(first.strip()) or [""]
    behind = " ".join(filter(None, [*others, *(one.strip(" ;") for one in more), behind]))
    return Measured(
        slot, match[1], without_stop(_JOINING.sub("", value), " .,"), _JOINING.sub("", behind), text.strip()
    )


def _up_to_bracket(text: str) -> tuple[str, str]:
    """A value in brackets with others ends where they close."""
    depth = 0
    for at, letter in enumerate(text):
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if depth < 0:
            return text[:at], text[at + 1 :].lstrip(" .,;")
    return text, ""


def with_values_of_years(row: HeadedRow, first_year: int) -> HeadedRow:
    """A goal with numbers below two years, of which the first lies before the plan: where it is now, and then."""
    years = sorted(int(label) for label in row.periods if _ONE_YEAR.fullmatch(label))
    cells = [" ".join(part.text for part in cell) for cell in row.periods.values() if cell]
    is_one = len(years) == len(row.periods) == 2 and years[0] < first_year <= years[1]
    if not is_one or row.has(Slot.BASELINE) or row.has(Slot.TARGET) or not all(map(_VALUE.fullmatch, cells)):
        return row
    both = zip((Slot.BASELINE, Slot.TARGET), years, strict=True)
    named = {slot: year for slot, year in both if row.periods[str(year)]}
    values = {slot: row.periods[str(year)] for slot, year in named.items()}
    return replace(row, slots={**row.slots, **values}, periods={}, years={**row.years, **named})
