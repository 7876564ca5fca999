"""How a region is called, by hand: no word of its name stands twice beside each other."""

import pytest

from sto_tui.domain.dutch import with_article
from sto_tui.domain.region import Region
from sto_tui.domain.region_words import after_label, programme_of, region_in_words, says_regio


@pytest.mark.parametrize(
    ("name", "in_words", "labelled", "programme"),
    [
        ("Almere", "regio Almere", "Almere", "Sterk Techniekonderwijs Almere"),
        ("Regio Twente", "regio Twente", "Twente", "Sterk Techniekonderwijs Regio Twente"),
        ("regio Zuid", "regio Zuid", "Zuid", "Sterk Techniekonderwijs regio Zuid"),
        ("REGIO Noord", "regio Noord", "Noord", "Sterk Techniekonderwijs REGIO Noord"),
        ("De regio Twente", "regio Twente", "Twente", "Sterk Techniekonderwijs De regio Twente"),
        ("Regio: Twente", "regio: Twente", "Twente", "Sterk Techniekonderwijs Regio: Twente"),
        ("Regio", "regio", "regio", "Sterk Techniekonderwijs Regio"),
        ("Stedelijke regio Breda", "Stedelijke regio Breda", "Stedelijke regio Breda", None),
        ("Mijn regio", "Mijn regio", "Mijn regio", None),
        ("Metropoolregio A’dam", "Metropoolregio A’dam", "Metropoolregio A’dam", None),
        ("De Metropoolregio", "Metropoolregio", "Metropoolregio", None),
        ("STO-regio Twente", "STO-regio Twente", "STO-regio Twente", "Sterk Techniekonderwijs regio Twente"),
        # The name of the programme is not said twice either; a place that begins with the same letters keeps them.
        ("STO Twente", "regio STO Twente", "STO Twente", "Sterk Techniekonderwijs Twente"),
        ("Sterk Techniekonderwijs Gouda", "regio Sterk Techniekonderwijs Gouda", None, "Sterk Techniekonderwijs Gouda"),
        ("Sterk Techniekonderwijs regio Gouda", "regio Gouda", "Gouda", "Sterk Techniekonderwijs regio Gouda"),
        ("STO", "regio STO", "STO", "Sterk Techniekonderwijs"),
        ("Regio’s Noord en Zuid", "Regio’s Noord en Zuid", "Regio’s Noord en Zuid", None),
        ("Stolwijk", "regio Stolwijk", "Stolwijk", "Sterk Techniekonderwijs Stolwijk"),
        # Words that only begin with it, or come later.
        ("Regio-overleg Oost", "regio Regio-overleg Oost", "Regio-overleg Oost", None),
        ("Regius", "regio Regius", "Regius", None),
        ("Twente, regio Oost", "regio Twente, regio Oost", "Twente, regio Oost", None),
    ],
)
def test_a_region_in_words(name: str, in_words: str, labelled: str | None, programme: str | None) -> None:
    region = Region(name=name)
    assert region_in_words(region) == in_words
    assert says_regio(region) == (in_words != f"regio {name}" or name.startswith("regio "))
    if labelled is not None:
        assert after_label(region) == labelled
    if programme is not None:
        assert programme_of(region) == programme


@pytest.mark.parametrize(
    ("name", "with_one"),
    [
        ("Twente", "de regio Twente"),
        ("De regio Twente", "de regio Twente"),
        ("Stedelijke regio Breda", "de Stedelijke regio Breda"),
        ("STO-regio Oost", "de STO-regio Oost"),
        ("Mijn regio", "mijn regio"),
        ("Onze STO-regio", "onze STO-regio"),
        ("Deze regio", "deze regio"),
        ("Het Gooi", "de regio Het Gooi"),
        ("Regio’s Noord en Zuid", "de Regio’s Noord en Zuid"),
        ("Mijnstreek", "de regio Mijnstreek"),
        ("Dezeregio Zuid", "de Dezeregio Zuid"),
        ("Haarlemse regio", "de Haarlemse regio"),
    ],
)
def test_a_region_has_one_article(name: str, with_one: str) -> None:
    assert with_article(region_in_words(Region(name=name))) == with_one


@pytest.mark.parametrize(
    ("body", "with_one"),
    [
        ("stuurgroep", "de stuurgroep"),
        ("De Stuurgroep", "de Stuurgroep"),
        ("het regieteam", "het regieteam"),
        ("regieteam", "het regieteam"),
        ("dagelijks bestuur", "het dagelijks bestuur"),
        ("bestuurders van Noord", "de bestuurders van Noord"),
        ("Onze regiegroep", "onze regiegroep"),
        ("deelnemersraad", "de deelnemersraad"),
        ("teamleiders", "de teamleiders"),
        ("Regionaal bestuurlijk overleg", "het Regionaal bestuurlijk overleg"),
        ("Gezamenlijk directieoverleg", "het Gezamenlijk directieoverleg"),
        ("gezamenlijke directiegroep", "de gezamenlijke directiegroep"),
        ("Algemeen forum techniek", "het Algemeen forum techniek"),
        ("raad van bestuur", "de raad van bestuur"),
        ("technische commissie van het platform", "de technische commissie van het platform"),
    ],
)
def test_a_body_has_the_article_of_its_word(body: str, with_one: str) -> None:
    assert with_article(body) == with_one
