"""What is typed for a table or field in a region with words of its own is one thing, or refused with what it can be."""

from typing import Any

import pytest

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.level_words import in_own_words
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.parties import Body
from sto_tui.domain.plan import Chapter, ChapterText, Goal, Speerpunt, Theme
from sto_tui.domain.record import fields_of
from sto_tui.domain.region import Region
from sto_tui.domain.tables import TABLES
from sto_tui.domain.typed_address import Addresses, table_named, tables_to_type, typed_table
from sto_tui.domain.typed_dates import ALONE
from sto_tui.domain.typed_names import NotUnderstoodError, field_named, typed_field
from sto_tui.domain.typed_record import read_typed
from tests.support.own_words import OWN

GENERAL = Region(name="Noord")
OWN_WORDS = Region(name="Noord", **OWN)
LOWER = Region(name="Noord", theme_name="Programmalijn", speerpunt_name="Thema")
SWAPPED = Region(name="Noord", theme_name="Speerpunt", speerpunt_name="Thema")
GOAL = Region(name="Noord", theme_name="Doel")
UNKNOWN = Region(name="Noord", theme_name="Lijnwerk", speerpunt_name="Actie-lijn")
SAME = Region(name="Noord", theme_name="Lijn", speerpunt_name="Lijn")
REGIONS = (GENERAL, OWN_WORDS, LOWER, SWAPPED, GOAL, UNKNOWN, SAME)


@pytest.mark.parametrize(
    ("region", "typed", "meant"),
    [
        (GENERAL, "themas", "themes"),
        (GENERAL, "thema’s", "themes"),
        (GENERAL, "sto-themas", "themes"),
        (GENERAL, "thema", None),
        (GENERAL, "klusdelen", None),
        (OWN_WORDS, "themas", "themes"),
        (OWN_WORDS, "gouden draden", "themes"),
        (OWN_WORDS, "Gouden-Draad", "themes"),
        (OWN_WORDS, "klusdelen", "speerpunten"),
        (OWN_WORDS, "speerpunten", "speerpunten"),
        (OWN_WORDS, "mijlpalen", "milestones"),
        (LOWER, "programmalijnen", "themes"),
        (LOWER, "speerpunten", "speerpunten"),
        (LOWER, "themas", "speerpunten of programmalijnen"),
        (LOWER, "thema", "speerpunten of programmalijnen"),
        (LOWER, "sto-themas", "themes"),
        (SWAPPED, "themas", "sto-speerpunten of sto-themas"),
        (SWAPPED, "speerpunten", "sto-themas of sto-speerpunten"),
        (SWAPPED, "sto-speerpunten", "speerpunten"),
        (GOAL, "doelen", "themas of sto-doelen"),
        (GOAL, "sto-doelen", "goals"),
        (GOAL, "doel", "themas of sto-doelen"),
        (UNKNOWN, "lijnwerk", "themes"),
        (UNKNOWN, "actie-lijn", "speerpunten"),
        (UNKNOWN, "onderdelen", None),
        (SAME, "lijnen", "themas of speerpunten"),
    ],
)
def test_a_word_for_a_table(region: Region, typed: str, meant: str | None) -> None:
    if meant and " of " in meant:
        with pytest.raises(NotUnderstoodError) as refused:
            table_named(typed, region)
        assert str(refused.value) == f"‘{typed}’ is in deze regio iets anders dan bij STO. Schrijf {meant}."
        return
    table = table_named(typed, region)
    assert (table.name if table else None) == meant


@pytest.mark.parametrize(
    ("region", "model", "typed", "meant"),
    [
        (GENERAL, Milestone, "thema", "theme"),
        (OWN_WORDS, Milestone, "thema", "theme"),
        (OWN_WORDS, Milestone, "gouden-draad", "theme"),
        (OWN_WORDS, Milestone, "klusdeel", "speerpunt"),
        (OWN_WORDS, Body, "hoort-bij-gouden-draad", "theme"),
        (OWN_WORDS, Body, "gouden-draden", "theme"),
        (LOWER, Milestone, "speerpunt", "speerpunt"),
        (LOWER, Milestone, "programmalijn", "theme"),
        (LOWER, Milestone, "theme", "theme"),
        (LOWER, Milestone, "Thema", "speerpunt of programmalijn"),
        (LOWER, Milestone, "sto-thema", "theme"),
        (LOWER, Speerpunt, "thema", "speerpunt of programmalijn"),
        (LOWER, Theme, "thema", "programmalijn"),
        (LOWER, Theme, "titel", "title"),
        (LOWER, Body, "hoort bij thema", "hoort-bij-programmalijn"),
        (LOWER, Body, "thema", "hoort-bij-programmalijn"),
        (SWAPPED, Milestone, "thema", "sto-speerpunt of sto-thema"),
        (SWAPPED, Milestone, "speerpunt", "sto-thema of sto-speerpunt"),
        (SWAPPED, Milestone, "sto-speerpunt", "speerpunt"),
        (GOAL, Goal, "doel", "text"),
    ],
)
def test_a_word_for_a_field(region: Region, model: Any, typed: str, meant: str) -> None:
    if meant in fields_of(model):
        assert field_named(model, typed, region).name == meant
        return
    with pytest.raises(NotUnderstoodError) as refused:
        field_named(model, typed, region)
    assert str(refused.value) == f"‘{typed}’ is in deze regio iets anders dan bij STO. Schrijf {meant}."


@pytest.mark.parametrize("region", REGIONS)
def test_what_is_named_can_be_typed(region: Region) -> None:
    for table in TABLES.values():
        for word in (typed_table(table, region), typed_table(table, region, generally=True)):
            assert table_named(word, region) is table
        for spec in fields_of(table.model).values():
            if not spec.hidden:
                assert field_named(table.model, typed_field(table.model, spec, region), region) is spec
    assert len(set(tables_to_type(region))) == len(TABLES)


@pytest.mark.parametrize(
    ("region", "typed", "meant"),
    [
        (GENERAL, "Thema's en speerpunten", Chapter.THEMAS),
        (GENERAL, "organisatie en veri", Chapter.ORGANISATIE),
        (GENERAL, "1", Chapter.INLEIDING),
        (GENERAL, "gouden draden", None),
        (OWN_WORDS, "5 Gouden draden en klusdelen", Chapter.THEMAS),
        (OWN_WORDS, "5-gouden-draden-en-klusdelen", Chapter.THEMAS),
        (OWN_WORDS, "gouden", Chapter.THEMAS),
        (OWN_WORDS, "thema", Chapter.THEMAS),
        (OWN_WORDS, "5", Chapter.THEMAS),
        (SWAPPED, "speerpunten en thema’s", Chapter.THEMAS),
        (GOAL, "doelen", Chapter.DOELEN),
        (GOAL, "doelen en", Chapter.THEMAS),
        (GOAL, "doel", None),
    ],
)
def test_a_word_for_a_chapter(region: Region, typed: str, meant: Chapter | None) -> None:
    addresses = Addresses(Dossier(tables={"region": {1: region.model_copy(update={"id": 1})}}))
    spec = fields_of(ChapterText)["chapter"]
    if meant:
        assert read_typed(spec, typed, addresses, ALONE) is meant
        return
    with pytest.raises(NotUnderstoodError) as refused:
        read_typed(spec, typed, addresses, ALONE)
    assert in_own_words("; 5 Thema’s en speerpunten; ", region) in str(refused.value)
