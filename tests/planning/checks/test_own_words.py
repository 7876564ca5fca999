"""A region that calls its themes and speerpunten otherwise finds its own words in every finding."""

import re

import pytest

from sto_tui.domain.region import Region
from tests.planning.checks.test_findings import CASES, CLEAN, Case, edited, found_by
from tests.planning.checks.test_spending_findings import SPENDING_CASES

GENERAL = re.compile(r"\b(?:thema|speerpunt)", re.IGNORECASE)
# What a text of the region itself says is repeated as it stands there; and one is about words without a plural.
QUOTING = ("lost_number", "wrong_count", "own_word_without_plural")


OTHERS = [case for case in (*CASES, *SPENDING_CASES) if not case.rule.startswith(QUOTING)]


@pytest.mark.parametrize("case", OTHERS, ids=lambda case: case.rule)
def test_a_finding_uses_the_words_of_the_region(case: Case) -> None:
    region = next((edit for edit in case.edits if isinstance(edit, Region)), CLEAN.region)
    own = region.changed(
        theme_name="Pijler", theme_plural="pijlers", speerpunt_name="Actielijn", speerpunt_plural="actielijnen"
    )
    found = found_by(case.rule, edited(*case.edits, own), case.today)
    assert [ref for ref, _ in found] == [case.ref]
    assert not GENERAL.search(found[0][1]), found[0][1]
