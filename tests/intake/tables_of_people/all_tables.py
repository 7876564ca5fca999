"""The whole collection."""

from collections import Counter

from tests.intake.tables_of_people import (
    actions,
    budgets,
    contributions,
    of_regions,
    parties,
    payments,
    risks,
    second_look,
)

TABLES = {
    f"{table.word}: {table.name}": table
    for module in (parties, risks, budgets, contributions, actions, payments, of_regions, second_look)
    for table in module.TABLES
}
KINDS = Counter(table.word for table in TABLES.values())
