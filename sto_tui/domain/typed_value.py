"""Between a field's value and what people type for it."""

import re
from decimal import Decimal
from typing import Any

from sto_tui.domain import dutch
from sto_tui.domain.record import YEAR_LIMITS, FieldSpec, Part, fields_of
from sto_tui.domain.text import clean_line, clean_text
from sto_tui.domain.typed_dates import ALONE, Beside, parse_date

# Up to here people are told between which numbers theirs has to be; higher limits only keep out nonsense.
_COUNTED = 10_000
_BLANK_LINES_BEFORE = re.compile(r"\A(?:[^\S\n]*\n)+")


def entry_text(spec: FieldSpec, value: Any) -> str:
    """A simple value as it stands in its field, ready to be edited."""
    if value is None:
        return ""
    if spec.kind == "date":
        return dutch.short_date(value)
    if spec.kind == "amount":
        return dutch.amount(value).removeprefix("€").strip()
    if spec.kind == "decimal":
        return format(Decimal(repr(value)), "f").removesuffix(".0").replace(".", ",")
    if spec.kind == "lines":
        return "\n".join(line_of(part) for part in value)
    return str(value)


def parse_entry(spec: FieldSpec, typed: str, beside: Beside = ALONE) -> Any:
    """The value of what was typed; a date counts from what stands `beside` it.

    Raises ValueError with a Dutch sentence that says what is wrong and what would be right.
    """
    text = _without_blanks_around(clean_text(typed)) if spec.kind == "text" else clean_line(typed)
    if not text.strip():
        if spec.required:
            raise ValueError(f"Vul ‘{spec.label}’ in.")
        return "" if spec.kind in ("line", "text") else None
    if spec.kind in ("line", "text"):
        if len(text) > spec.limit:
            raise ValueError(too_long(text, spec.limit))
        return text
    if spec.kind == "date":
        return parse_date(text, spec.edge, beside, happened=spec.happened)
    if spec.kind == "amount":
        return dutch.parse_amount(text)
    return _number(spec, text)


def _without_blanks_around(text: str) -> str:
    """The text without blank lines before it and blanks behind; the indent of a first line of several has a meaning."""
    text = _BLANK_LINES_BEFORE.sub("", text).rstrip()
    return text if "\n" in text else text.strip()


def too_long(text: str, limit: int) -> str:
    """That a text does not fit, and what to do."""
    return f"Dit zijn {dutch.number(len(text), 0)} tekens; er passen er {dutch.number(limit, 0)}. Maak de tekst korter."


def _number(spec: FieldSpec, text: str) -> float:
    wanted = _wanted(spec)
    number = dutch.parse_number(text, wanted)
    if spec.kind == "whole" and number != number.to_integral_value():
        raise ValueError(f"‘{text}’ is geen geheel getal. {wanted}")
    if not (spec.low is None or number >= spec.low) or not (spec.high is None or number <= spec.high):
        raise ValueError(f"‘{text}’ past hier niet. {wanted}")
    return int(number) if spec.kind == "whole" else float(number)


def _wanted(spec: FieldSpec) -> str:
    """What number may be typed: a year, one between limits that a person can count to, or any."""
    if (spec.low, spec.high) == YEAR_LIMITS:
        return f"Schrijf een jaar van {YEAR_LIMITS[0]} tot en met {YEAR_LIMITS[1]}, bijvoorbeeld 2027."
    if spec.low is not None and spec.high is not None and spec.high <= _COUNTED:
        return f"Schrijf een getal van {dutch.number(spec.low, 0)} tot en met {dutch.number(spec.high, 0)}."
    return f"Schrijf bijvoorbeeld {example_of(spec)}."


def example_of(spec: FieldSpec) -> str:
    """How a value may be typed, for a field of numbers, amounts or dates; empty for others."""
    if spec.example:
        return spec.example
    if (spec.low, spec.high) == YEAR_LIMITS:
        return "2027"
    if spec.kind == "whole" and spec.high is not None and spec.high <= _COUNTED:
        return dutch.number((spec.low or 0) + (spec.high - (spec.low or 0)) // 2, 0)
    return {"whole": "12", "decimal": "12,5", "amount": "12.500,50", "date": "31-3-2027"}.get(spec.kind, "")


def line_of(part: Part) -> str:
    """The one line that a simple part consists of."""
    return str(getattr(part, _line_field(type(part))))


def check_lines(spec: FieldSpec, typed: str) -> None:
    """Raises ValueError with a Dutch sentence when one of the lines is too long."""
    if any(len(clean_line(line)) > spec.limit for line in typed.split("\n")):
        raise ValueError(f"Een regel is langer dan {spec.limit} tekens. Maak er twee regels van.")


def parse_lines(part: type[Part], typed: str, before: tuple[Part, ...]) -> tuple[Part, ...]:
    """One part per line; a line that stayed, or was reworded in its place, keeps its id."""
    from difflib import SequenceMatcher

    name = _line_field(part)
    old = [line_of(earlier) for earlier in before]
    new = [line for line in map(clean_line, clean_text(typed).split("\n")) if line]
    result: list[Part] = []
    for kind, old_start, old_end, new_start, new_end in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        kept = list(before[old_start:old_end]) if kind in ("equal", "replace") else []
        for index, line in enumerate(new[new_start:new_end]):
            number = kept[index].id if index < len(kept) else 0
            result.append(part.model_validate({"id": number, name: line}))
    return tuple(result)


def _line_field(part: type[Part]) -> str:
    return next(name for name, spec in fields_of(part).items() if spec.kind == "line")
