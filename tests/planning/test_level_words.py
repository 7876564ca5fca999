"""The own words of a region for its themes and speerpunten: no wrong plural, and no article that was guessed."""

import pytest

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.level_words import level_words
from sto_tui.domain.plan import Goal, Speerpunt, Theme
from sto_tui.domain.record import Ref
from sto_tui.domain.region import Region
from sto_tui.planning.checks.finding import findings
from tests.support.by_hand import DAY, dossier_with, draft_of, paragraphs_of


@pytest.mark.parametrize(
    ("word", "typed", "plural"),
    [
        ("thema", "", "thema’s"),
        ("Thema", "", "thema’s"),
        ("doel", "", "doelen"),
        ("werkgroep", "", "werkgroepen"),
        ("kans", "", "kansen"),
        ("spoor", "", "sporen"),
        ("taak", "", "taken"),
        ("programma", "", "programma’s"),
        ("pijler", "", "pijlers"),
        ("ambitie", "", "ambities"),
        ("Actielijn", "", "actielijnen"),
        ("klus", "klussen", "klussen"),
        ("STO-lijn", "STO-lijnen", "STO-lijnen"),
        ("opgave", "opgaves", "opgaves"),
        # Nobody said what more of these are called, so the general word stands there.
        ("klus", "", "thema’s"),
        ("leerhuis", "", "thema’s"),
        ("", "", "thema’s"),
    ],
)
def test_the_plural_of_an_own_word(word: str, typed: str, plural: str) -> None:
    assert level_words(Region(name="a", theme_name=word, theme_plural=typed)).theme.plural == plural


@pytest.mark.parametrize(
    ("theme", "speerpunt", "plurals"),
    [
        ("klus", "leerhuis", ("thema’s", "speerpunten")),
        # The general word is never that of the other level.
        ("speerpunt", "klus", ("speerpunten", "onderdelen")),
        ("onderdeel", "klus", ("onderdelen", "speerpunten")),
        ("klus", "thema", ("speerpunten", "thema’s")),
        ("klus", "speerpunt", ("thema’s", "speerpunten")),
    ],
)
def test_both_levels_have_words_of_their_own(theme: str, speerpunt: str, plurals: tuple[str, str]) -> None:
    words = level_words(Region(name="a", theme_name=theme, speerpunt_name=speerpunt))
    assert (words.theme.plural, words.speerpunt.plural) == plurals


def plan(how_many: int, **region: str) -> Dossier:
    points = [
        Speerpunt(id=one, theme=1, number=f"1.{one}", title=f"S{one}", goals=(1,)) for one in range(1, 1 + how_many)
    ]
    themes = [Theme(id=one, number=one, title=f"T{one}") for one in (1, 2)]
    return dossier_with(Goal(id=1, number=1, text="Meer"), *themes, *points, **region)


@pytest.mark.parametrize(
    ("how_many", "region", "said"),
    [
        (
            2,
            {"theme_name": "Kans", "speerpunt_name": "klus", "speerpunt_plural": "klussen"},
            [
                "Kansen en klussen",
                "Het plan heeft 1 doel, 2 kansen en 2 klussen. Mijlpalen ontbreken nog. "
                "Alle klussen werken aan het doel.",
                "Het plan heeft 2 kansen met samen 2 klussen.",
                "Kans 1",
                "Klus 1.2",
            ],
        ),
        (
            1,
            {"theme_name": "STO-lijn", "speerpunt_name": "taak"},
            [
                "Thema’s en taken",
                "Het plan heeft 1 doel, 2 thema’s en 1 taak. Mijlpalen ontbreken nog. Eén taak werkt aan het doel.",
                "STO-lijn 2",
            ],
        ),
    ],
)
def test_own_words_in_the_draft(how_many: int, region: dict[str, str], said: list[str]) -> None:
    text = "\n".join(paragraphs_of(draft_of(plan(how_many, **region))))
    assert [one for one in said if one not in text] == []


def test_a_word_without_a_plural_gives_a_tip_that_names_the_field() -> None:
    region = {"theme_name": "Kans", "speerpunt_name": "klus"}
    found = [one for one in findings(plan(1, **region), DAY) if one.check == "own_word_without_plural"]
    assert [(str(one.ref), one.message) for one in found] == [
        (
            "region/1/speerpunt_plural",
            "Het meervoud van ‘klus’ is niet ingevuld; in het concept staat daarvoor ‘speerpunten’. "
            "Vul het in het regioprofiel in.",
        )
    ]


def test_a_record_is_named_by_the_word_of_the_region() -> None:
    theme = Theme(id=1, number=1, title="Labs")
    own = dossier_with(theme, theme_name="Actielijn")
    assert [each.name(Ref("themes", 1)) for each in (dossier_with(theme), own)] == ["thema 1 Labs", "actielijn 1 Labs"]
    assert [each.new_of("themes") for each in (dossier_with(), own)] == ["Nieuw thema", "Nieuw: actielijn"]
    assert own.new_of("milestones") == "Nieuwe mijlpaal"


def test_findings_have_the_words_of_the_region() -> None:
    dossier = dossier_with(
        Theme(id=1, number=1, title="Labs"),
        Theme(id=2, number=2, title="Mensen"),
        Speerpunt(id=1, theme=1, number="1.1", title="Lab"),
        theme_name="Actielijn",
        speerpunt_name="Activiteit",
    )
    said = {finding.message for finding in findings(dossier, DAY) if finding.ref.table in ("themes", "speerpunten")}
    assert "Actielijn 2 heeft geen activiteiten. Voeg er een toe, of schrap actielijn 2." in said
    assert "Activiteit 1.1 heeft geen partners. Vul in wie meedoet." in said


@pytest.mark.parametrize(("typed", "word"), [("", "programmalijn"), ("Pijler", "pijler"), ("STO-lijn", "STO-lijn")])
def test_what_themes_belong_to(typed: str, word: str) -> None:
    assert level_words(Region(name="a", above_name=typed)).above == word
