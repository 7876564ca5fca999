"""The periods that somebody filled in a row, as the days on which a milestone begins and is due."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sto_tui.domain.milestones import Milestone
from sto_tui.domain.typed_names import NotUnderstoodError
from sto_tui.intake.workbook.returned import ReturnedRow, ReturnedSheet
from sto_tui.planning.sheet_homes import HomeKind

Span = tuple[date, date]


def days_of_periods(sheet: ReturnedSheet, row: ReturnedRow, before: Milestone | None) -> Mapping[str, Any]:
    """Begin and end when other periods are filled than when the sheet was written; nothing when the same ones are.

    A day stays while its period does: a period says less than a day. Raises NotUnderstoodError.
    """
    heads = [head for head in sheet.heads(HomeKind.SPAN) if head in row.cells]
    now = [sheet.homes[head].span for head in heads if row.text(head)]
    then = [sheet.homes[head].span for head in heads if row.exported.get(head)]
    if now == then:
        return {}
    if before and before.fixed_date:
        raise NotUnderstoodError("de datum staat vast en volgt de perioden niet. Wijzig ‘Begin’ of ‘Klaar op’ zelf.")
    if any(row.is_changed(head) for head in _day_heads(sheet)) and before:
        raise NotUnderstoodError("zowel de perioden als de dagen zijn gewijzigd. Wijzig een van de twee.")
    if not now:
        return {"start": None, "due": None}
    values: dict[str, Any] = {}
    has_begin = before is None or before.start is not None or len(now) > 1
    if has_begin and (not then or now[0] != then[0]):
        values["start"] = now[0][0]
    if not then or now[-1] != then[-1]:
        values["due"] = now[-1][1]
    return values


def _day_heads(sheet: ReturnedSheet) -> list[str]:
    return [head for head in sheet.heads(HomeKind.FIELD) if sheet.homes[head].of in ("start", "due")]
