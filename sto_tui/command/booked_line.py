"""The budget line of a payment that is typed by its number: the date says of which year it is, as in a sheet."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sto_tui.domain.money import Payment
from sto_tui.domain.typed_address import ID_MARK, Addresses
from sto_tui.domain.typed_dates import Beside
from sto_tui.domain.typed_names import NotUnderstoodError
from sto_tui.domain.typed_record import Assignment, typed_values
from sto_tui.planning.money.numbered_lines import line_of_year, lines_numbered


def with_line_of_its_year(
    assignments: Sequence[Assignment], before: Mapping[str, Any], addresses: Addresses, around: Beside
) -> list[Assignment]:
    """The assignments in which the number of a line is that of one line. Raises NotUnderstoodError."""
    dates = [assignment for assignment in assignments if assignment.spec.name == "date"]
    day = typed_values(Payment, before, dates, addresses, around).get("date", before.get("date"))
    return [
        _one_line(assignment, day.year, before.get("budget_line"), addresses)
        if day and assignment.spec.name == "budget_line"
        else assignment
        for assignment in assignments
    ]


def _one_line(typed: Assignment, year: int, at_hand: int | None, addresses: Addresses) -> Assignment:
    dossier = addresses.dossier
    lines = lines_numbered(dossier, typed.text)
    if not any(line.year == year for line in lines):
        everywhere = lines_numbered(dossier.whole, typed.text)
        lines = [line for line in everywhere if line.year == year] or lines or everywhere
    if not lines:
        return typed
    try:
        return replace(typed, text=f"{ID_MARK}{line_of_year(lines, year, at_hand).id}")
    except ValueError as error:
        raise NotUnderstoodError(f"{typed.spec.label}: {error}") from error
