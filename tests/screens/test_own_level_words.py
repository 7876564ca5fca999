"""A region that calls its themes and speerpunten otherwise reads its own words at every place and in every command."""

import os
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from sto_tui.acts import ACTS
from sto_tui.app import StoApp
from sto_tui.colours import LIGHT
from sto_tui.domain.level_words import in_own_words as said
from sto_tui.domain.level_words import own_fields
from sto_tui.domain.record import Record
from sto_tui.domain.region import Region
from sto_tui.domain.tables import BY_DUTCH_NAME, TABLES
from sto_tui.places import Place
from sto_tui.screens.editing.decision_form import DecisionEntry
from sto_tui.screens.frame.list_place import PlaceScreen
from sto_tui.storage.together.open_dossier import Session
from tests.support.commands import Sto
from tests.support.golden_screens import back_at, framed, lists_framed
from tests.support.golden_texts import VOORBEELDREGIO
from tests.support.own_words import OWN, in_own_words, with_general_words
from tests.support.screens import place_of

# So wide that nothing is cut.
ROOMY = (220, 70)
WITH_ARTICLE = re.compile(r"\b(het|dit|dat|de|deze|elke?|ander|gekozen) (thema|speerpunt)\b(?!’s)", re.IGNORECASE)
REGION = Region(name="Noord", **OWN)


def models() -> Iterator[type[BaseModel]]:
    """Every record and part of a form, but the region: that one asks for its words."""
    waiting: list[type[BaseModel]] = [*(table.model for table in TABLES.values()), DecisionEntry]
    waiting.remove(Region)
    while waiting:
        model = waiting.pop()
        yield model
        waiting += [spec.part for spec in own_fields(model, REGION).values() if spec.part]


def texts_of_forms() -> Iterator[str]:
    for model in models():
        for spec in own_fields(model, REGION).values():
            yield from (spec.label, spec.help, *(said(choice.label, REGION) for choice in spec.choices))


def test_no_form_or_key_says_thema() -> None:
    texts = [*texts_of_forms(), *(said(text, REGION) for act in ACTS for text in (act.label, act.help))]
    assert [text for text in texts if with_general_words(text)] == []


def test_no_form_or_key_guesses_an_article() -> None:
    general = Region(name="Noord")
    specs = [spec for model in models() for spec in own_fields(model, general).values()]
    texts = [text for spec in specs for text in (spec.label, spec.help)] + [act.help for act in ACTS]
    assert [text for text in texts if WITH_ARTICLE.search(text)] == []


@pytest.mark.parametrize("place", Place, ids=lambda place: place.word)
async def test_no_place_says_thema(place: Place, tmp_path: Path) -> None:
    """Its lists, the line under each with a form or a line to type on, its keys and its wall."""
    sample = in_own_words(VOORBEELDREGIO, tmp_path)
    path = Path(shutil.copy(sample.path, tmp_path / "proef.sto.json"))
    os.utime(path, (sample.now.timestamp(),) * 2)
    session = Session(path, "jan", sample.clock, tmp_path / "instellingen")
    app = StoApp(session, place, "jan", sample.clock, LIGHT)
    async with app.run_test(size=ROOMY) as pilot:
        frames = await lists_framed(app, pilot)
        shown = place_of(app)
        lists = range(len(shown.sections)) if isinstance(shown, PlaceScreen) else [0]
        for keys in (("question_mark",), ("a",), ("o",), ("p",)):
            for number in lists if keys == ("a",) else [0]:
                if isinstance(shown, PlaceScreen):
                    shown.show_section(number)
                await pilot.press(*keys)
                frames.append(await framed(app, pilot, f"{' '.join(keys)} in list {number}"))
                await back_at(app, pilot, shown)
    assert [(frame.splitlines()[0], line) for frame in frames for line in with_general_words(frame)] == []


@pytest.mark.command
def test_no_command_says_thema(sto: Sto, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "300")
    path = in_own_words(VOORBEELDREGIO, tmp_path).path
    csv = tmp_path / "mijlpalen.csv"
    csv.write_text(
        "Nr;Mijlpaal;Klaar op;Gouden draad;Klusdeel\n1.1z;Rooster;1-2-2027;Gouden draad 1;klusdeel 1.1\n"
        "9.9;Lab;2-2-2027;9;9.9\n1.1a;Menukaart;4-4-2027;2;1.1\n",
        encoding="utf-8",
    )
    lines: list[tuple[Any, ...]] = []
    for words in (
        *(("lijst", path, word) for word in BY_DUTCH_NAME if word != "regio"),
        ("lijst", path, "scholing", "--csv"),
        ("lijst", path, "Klusdelen"),
        ("lijst", path, "gouden draden"),
        ("lijst", path, "onzin"),
        ("voeg-toe", path, "klusdelen", "klusdeel=Nieuw lab"),
        ("voeg-toe", path, "klusdelen", "onzin"),
        ("zet", path, "gouden-draden/1", "onzin=2"),
        ("zet", path, "klusdelen", "nr=2"),
        ("controle", path),
        ("zoek", path, "zaak"),
        ("invoer", "mijlpalen", path, csv),
        ("zet", path, "speerpunten/1.1", "gouden-draad=2"),
        ("zet", path, "organen/stuurgroep", "hoort bij thema=2"),
        ("voeg-toe", path, "speerpunten", "klusdeel=Nieuw lab", "thema=1"),
        ("zet", path, "speerpunten/99", "klusdeel=Nieuw lab"),
        ("indienen", path, "--ja"),
        ("zet", path, "speerpunten/1.2", "thema=3", "klusdeel=Lab"),
        ("wijzigingen", path),
        ("partij", "samen", path, "Kompas College", "Vakcollege De Steiger"),
        ("partij", "stopt", path, "Kompas College"),
        ("volgende", path, "--periode", "2029-2030"),
        ("verwijder", path, "themas/1"),
        ("geschiedenis", path),
        ("geschiedenis", path, "--terug", "1"),
    ):
        result = sto(*words)
        assert "fout in het programma" not in result.err
        lines += [(*words, line) for line in with_general_words(result.out + result.err)]
    assert lines == []


def test_a_sentence_keeps_what_somebody_wrote() -> None:
    sentence = "Geen speerpunten bij ‘Thema 1’; nieuw thema, en Speerpunt 2."
    assert said(sentence, REGION) == "Geen klusdelen bij ‘Thema 1’; nieuw: gouden draad, en Klusdeel 2."
    assert said(sentence, Region(name="Noord")) == sentence
    for quoted in ("‘Alle thema’s en speerpunten’", "‘thema’s’ of ‘speerpunt’", "‘Thema’s’", "‘’s Middags thema’"):
        assert said(f"{quoted}: geen thema", REGION) == f"{quoted}: geen gouden draad"
    assert said("‘Ouders’ thema", REGION) == "‘Ouders’ gouden draad"


def test_the_sample_says_neither_word(tmp_path: Path) -> None:
    """Or the tests above would look for nothing."""
    dossier = in_own_words(VOORBEELDREGIO, tmp_path).dossier()
    records: list[Record] = [record for table in TABLES for record in dossier.tables[table].values()]
    assert not [record for record in records if "speerpunt " in str(record)]
    assert all(dossier.tables[table] for table in TABLES)
