"""The whole collection."""

from collections import Counter

from tests.intake.tables_of_people import (
    actions,
    budgets,
    contributions,
    hours_and_headings,
    of_regions,
    parties,
    payments,
    risks,
    second_look,
    several_in_one,
    stacked,
)

_MODULES = (
    parties,
    risks,
    budgets,
    contributions,
    actions,
    payments,
    of_regions,
    second_look,
    hours_and_headings,
    stacked,
)
TABLES = {
    f"{table.word}: {table.name}": table
    for module in (
        parties,
        risks,
        budgets,
        contributions,
        actions,
        payments,
        of_regions,
        second_look,
        hours_and_headings,
        several_in_one,
        stacked,
    )
    for table in module.TABLES
}
KINDS = Counter(table.word for table in TABLES.values())
