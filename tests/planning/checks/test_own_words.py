"""A region that calls its themes and speerpunten otherwise finds its own words in every finding."""

import re

import pytest

from sto_tui.domain.region import Region
from tests.planning.checks.test_findings import CASES, CLEAN, SECOND, Case, edited, found_by, text_of
from tests.planning.checks.test_spending_findings import SPENDING_CASES

GENERAL = re.compile(r"\b(?:thema|speerpunt)", re.IGNORECASE)
# What a text of the region itself says is repeated as it stands there; and one is about words without a plural.
QUOTING = ("wrong_count", "own_word_without_plural")


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


def region(theme: str, speerpunt: str) -> Region:
    return CLEAN.region.changed(theme_name=theme, speerpunt_name=speerpunt)


@pytest.mark.parametrize(
    ("theme", "speerpunt", "text", "told"),
    [
        # The plan has theme 1 with speerpunten 1.1 and 1.2, goal 1, and no other goals or themes.
        ("Pijler", "Actielijn", "Zie pijler 1 en actielijn 1.1.", []),
        ("Pijler", "Actielijn", "Zie Pijler 7.", ["pijler 7"]),
        ("Pijler", "Actielijn", "Zie actielijnen 1.1 en 9.4, en thema 8.", ["actielijn 9.4", "pijler 8"]),
        ("Programmalijn", "Thema", "Zie thema 1.1 en programmalijn 1.", []),
        ("Programmalijn", "Thema", "Zie thema 9.9.", ["thema 9.9"]),
        # Whether a doel is one of STO or of the region nobody knows: one of both is enough.
        ("Doel", "Speerpunt", "Zie doel 1.", []),
        ("Doel", "Speerpunt", "Zie doel 6.", ["doel 6"]),
        # A number of the list of actions is none of a speerpunt.
        ("Thema", "Actie", "Zie actie 31.", []),
        ("Gouden draad", "Klusdeel", "Zie gouden\ndraad 4 en klusdeel 1.2.", ["gouden draad 4"]),
    ],
)
def test_a_reference_in_the_words_of_the_region(theme: str, speerpunt: str, text: str, told: list[str]) -> None:
    found = found_by("lost_number_concept", edited(region(theme, speerpunt), SECOND, text_of(5, text)))
    assert [message.split("verwijst naar ")[1].split(",")[0] for _, message in found] == told


@pytest.mark.parametrize(
    ("theme", "speerpunt", "text", "told"),
    [
        # One theme, two speerpunten.
        ("Pijler", "Actielijn", "Het plan telt één pijler en twee actielijnen.", []),
        ("Pijler", "Actielijn", "Het plan telt drie pijlers.", ["er is 1 pijler"]),
        ("Pijler", "Actielijn", "Het plan telt vijf actielijnen.", ["er zijn 2 actielijnen"]),
        ("Programmalijn", "Thema", "Het plan telt vijf thema’s.", ["er zijn 2 thema’s"]),
        ("Doel", "Speerpunt", "Het plan telt vijf doelen.", []),
        ("Thema", "Activiteit", "Het plan telt vijf activiteiten.", []),
        ("Lijnwerk", "Speerpunt", "Het plan telt vijf lijnwerken.", []),
    ],
)
def test_a_count_in_the_words_of_the_region(theme: str, speerpunt: str, text: str, told: list[str]) -> None:
    found = found_by("wrong_count_concept", edited(region(theme, speerpunt), SECOND, text_of(5, text)))
    assert [message.partition(", maar ")[2].partition(". ")[0] for _, message in found] == told
