"""A region that calls its themes and speerpunten otherwise finds its own words in every document."""

import re
from collections.abc import Iterator
from functools import cache

import pytest

from sto_tui.documents.decision_list import markdown
from sto_tui.documents.word import DraftOptions, build
from sto_tui.documents.word.decision_list import build_decision_list
from sto_tui.documents.word.party_sheet import build_party_sheet
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Decision
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.domain.record import Ref
from sto_tui.domain.tables import TABLES
from tests.support.by_hand import paragraphs_of, tables_of
from tests.support.filled import filled_dossier
from tests.support.small_plan import TODAY, empty_plan, whole_plan, with_records, without
from tests.support.word_text import word_lines

OPTIONS = DraftOptions(TODAY)
# What the regulation itself calls three of its subjects.
OF_THE_REGULATION = "Maatschappelijke thema’s"
GENERAL = re.compile(r"\b(thema|speerpunt)", re.IGNORECASE)
OWN = (
    {"theme_name": "Actielijn", "speerpunt_name": "Kans"},
    {
        "theme_name": "gouden draad",
        "theme_plural": "gouden draden",
        "speerpunt_name": "STO-klus",
        "speerpunt_plural": "STO-klussen",
    },
)


def in_own_words(dossier: Dossier, own: dict[str, str]) -> Dossier:
    return with_records(dossier, dossier.region.changed(**own))


@cache
def filled() -> Dossier:
    """Everything filled in with words of nonsense, so that every word of ours can be told."""
    loose = (
        Speerpunt(id=3, theme=99, number="9.1", title="zq"),
        Milestone(id=3, number="9.1a", title="zq"),
        Milestone(id=4, number="1a", title="zq", theme=1),
        Decision(id=3, text="zq", period=2, becomes=(Ref("themes", 1), Ref("themes", 2), Ref("speerpunten", 1))),
    )
    return with_records(filled_dossier(), *loose)


def dossiers() -> Iterator[tuple[str, Dossier]]:
    """Filled in, new, and with one table after another empty: what is missing is told in own words too."""
    yield "filled", filled()
    yield "empty", empty_plan()
    for table in TABLES:
        if table not in ("region", "periods"):
            yield f"without {table}", without(whole_plan(), table)


def texts_of(dossier: Dossier) -> Iterator[str]:
    yield from word_lines(build(dossier, OPTIONS).data)
    yield from word_lines(build(dossier, DraftOptions(TODAY, "voortgangsrapportage")).data)
    yield from word_lines(build_decision_list(dossier, OPTIONS))
    yield from markdown(dossier, "Besluiten", TODAY).splitlines()
    if dossier.tables["parties"]:
        yield from word_lines(build_party_sheet(dossier, Ref("parties", 1), OPTIONS))


EVERY = dict(dossiers())


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "own"),
    # A word of ours stands there whatever the region's own are; how those are written shows where all is filled in.
    [*((name, OWN[1]) for name in EVERY), ("filled", OWN[0]), ("empty", OWN[0])],
    ids=lambda choice: choice if isinstance(choice, str) else choice["theme_name"],
)
def test_no_document_speaks_of_themes_where_the_region_does_not(name: str, own: dict[str, str]) -> None:
    dossier = EVERY[name]
    lines = [line.replace(OF_THE_REGULATION, "") for line in texts_of(in_own_words(dossier, own))]
    assert [line for line in lines if GENERAL.search(line)] == []


def test_where_the_own_words_stand() -> None:
    data = build(in_own_words(filled(), OWN[1]), OPTIONS).data
    tables, lines = tables_of(data), paragraphs_of(data)
    theme = filled().of(Theme)[1]
    assert tables["De gouden draden met hun STO-klussen"][0] == ["Gouden draad", "STO-klussen", "Trekker"]
    assert tables["Bijdrage van de gouden draden aan de doelen"][0][0] == "Gouden draad"
    assert tables[f"Mijlpalen van gouden draad {theme.number} als geheel"]
    assert tables["Mijlpalen zonder gouden draad"]
    assert tables["Mijlpalen per gouden draad en stoplicht"][0][0] == "Gouden draad"
    assert tables["Onderwerpen van de regeling en de STO-klussen"]
    assert any(title.startswith("Projectkosten per gouden draad in ") for title in tables)
    assert tables["Cofinanciering naar gouden draad en status, in euro"][0][0] == "Gouden draad"
    assert "Welke gouden draden werken aan welk doel" in lines
    facility = theme.facilities[0].name
    assert f"Voorzieningen bij gouden draad {theme.number}: {facility}." in lines
    returns = [row[-1] for row in tables["Besluiten en waar ze in dit plan terugkomen"]]
    number = filled().of(Speerpunt)[1].number
    assert returns[-1] == f"gouden draden 1 en 2; STO-klus {number}"
