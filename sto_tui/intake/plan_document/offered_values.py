"""What was read of a plan as values for the fields of a record."""

from collections.abc import Sequence
from typing import Any

from sto_tui.domain.text import clean_text
from sto_tui.intake.plan_document.measured_values import cut_at_labels
from sto_tui.intake.plan_document.pieces import without_stop
from sto_tui.intake.plan_document.plan_words import Slot, year_named
from sto_tui.intake.plan_document.written_periods import days_named

_MEASURES = {Slot.BASELINE: "baseline", Slot.TARGET: "target"}


def filled(**values: Any) -> dict[str, Any]:
    """The values that say something."""
    return {name: value for name, value in values.items() if value not in (None, "", ())}


def joined(lines: Sequence[str]) -> str:
    """Paragraphs with a blank line between them; items of a list stand below each other."""
    text = ""
    for line in lines:
        is_item = line.startswith("- ") and (text.startswith("- ") or "\n- " in text)
        text += f"{chr(10) if is_item else chr(10) * 2}{line}" if text else line
    return clean_text(text)


def phase_values(label: str, acts: Sequence[str]) -> dict[str, Any]:
    """A period with its acts, and its days as far as they can be told."""
    start, end = days_named(label)
    return {"label": label, "acts": tuple({"text": act} for act in acts), "start": start, "end": end}


def measures_values(lines: Sequence[str]) -> tuple[dict[str, Any], ...]:
    """Each line as an indicator, with the values that it names and nothing behind them."""
    return tuple(map(_measure_values, lines))


def _measure_values(line: str) -> dict[str, Any]:
    named, measured = cut_at_labels(line)
    values = {_MEASURES[piece.slot]: piece.value for piece in measured if piece.slot in _MEASURES and piece.value}
    is_all = len(values) == len(measured) and not any(piece.behind for piece in measured)
    if not (named and values and is_all):
        return {"indicator": line}
    years = {f"{_MEASURES[piece.slot]}_year": year_named(piece.label) for piece in measured}
    return {"indicator": without_stop(named)} | values | filled(**years)
