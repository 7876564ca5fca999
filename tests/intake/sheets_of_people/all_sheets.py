"""The whole collection."""

from collections import Counter

from tests.intake.sheets_of_people import lists, no_plans, periods, programs

SHEETS = {sheet.name: sheet for sheet in (*lists.SHEETS, *periods.SHEETS, *programs.SHEETS, *no_plans.SHEETS)}
KINDS = Counter(
    {
        "lists": len(lists.SHEETS),
        "periods": len(periods.SHEETS),
        "programs": len(programs.SHEETS),
        "no plans": len(no_plans.SHEETS),
    }
)
