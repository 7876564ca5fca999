"""The whole collection."""

from collections import Counter
from dataclasses import replace

from tests.intake.sheets_of_people import (
    awkward,
    awkward_more,
    bare_numbers,
    doubtful,
    durations,
    fifth_sight,
    first_sight,
    fourth_sight,
    grids,
    layers,
    lists,
    lists_in_words,
    more_tables,
    nameless,
    nested,
    no_plans,
    offered,
    others,
    periods,
    programs,
    second_sight,
    third_sight,
    who_and_headings,
    years_above,
    years_first,
)

_LISTS = (*lists_in_words.SHEETS, *durations.SHEETS)
_AS_LISTS = [replace(sheet, is_list=True) for sheet in (*lists.SHEETS, *_LISTS, *programs.SHEETS, *no_plans.SHEETS)]
_OTHERS = (
    *periods.SHEETS,
    *others.SHEETS,
    *first_sight.SHEETS,
    *doubtful.SHEETS,
    *awkward.SHEETS,
    *awkward_more.SHEETS,
    *offered.SHEETS,
    *nested.SHEETS,
    *second_sight.SHEETS,
    *grids.SHEETS,
    *third_sight.SHEETS,
    *layers.SHEETS,
    *bare_numbers.SHEETS,
    *more_tables.SHEETS,
    *nameless.SHEETS,
    *years_above.SHEETS,
    *years_first.SHEETS,
    *who_and_headings.SHEETS,
    *fourth_sight.SHEETS,
    *fifth_sight.SHEETS,
)
SHEETS = {sheet.name: sheet for sheet in (*_AS_LISTS, *_OTHERS)}
KINDS = Counter(
    {
        "lists": len(lists.SHEETS) + len(_LISTS),
        "periods": len(periods.SHEETS),
        "programs": len(programs.SHEETS),
        "others": len(others.SHEETS),
        "at first sight": len(first_sight.SHEETS),
        "doubtful": len(doubtful.SHEETS),
        "awkward": len((*awkward.SHEETS, *awkward_more.SHEETS)),
        "offered": len(offered.SHEETS),
        "nested": len(nested.SHEETS),
        "at second sight": len(second_sight.SHEETS),
        "grids": len(grids.SHEETS),
        "at third sight": len(third_sight.SHEETS),
        "at fourth sight": len(fourth_sight.SHEETS),
        "at fifth sight": len(fifth_sight.SHEETS),
        "layers": len(layers.SHEETS),
        "bare numbers": len(bare_numbers.SHEETS),
        "more tables": len(more_tables.SHEETS),
        "columns without heads": len(nameless.SHEETS),
        "years above": len(years_above.SHEETS),
        "years before periods": len(years_first.SHEETS),
        "who and headings": len(who_and_headings.SHEETS),
        "no plans": len(no_plans.SHEETS),
    }
)
