"""`i` at the lists of 4 Plan and 2 Evaluatie takes in a sheet of their own table."""

from pathlib import Path

import pytest
from textual.events import Paste

from sto_tui.places import Place
from sto_tui.screens.intake.questions import QuestionsWindow
from tests.screens.intake.test_taking_in import folders
from tests.support.screens import app_on, place_of, show_list, stored, until, until_seen

__all__ = ["folders"]
PARTIES = "Naam;Organisatie;Soort\nJan;Stad & Natuur Noord;netwerk\nAnja;[b]Jinc[/b];bedrijf\n"


@pytest.mark.usefixtures("folders")
async def test_parties_come_in_after_the_column_of_the_name_was_pointed_at(example: Path) -> None:
    (example.parent / "partners.csv").write_text(PARTIES)
    app = app_on(example, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        show_list(app, "Communicatie")
        await pilot.press("i")
        await until_seen(app, pilot, "Dat kan in de lijst Partijen, Risico’s, Begroting of Cofinanciering")
        show_list(app, "Partijen")
        await pilot.press("i")
        await until_seen(app, pilot, "partners.csv")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, QuestionsWindow))
        await until_seen(app, pilot, "In welke kolom staat ‘Naam’?")
        await pilot.press("down", "enter")
        await until_seen(app, pilot, "2 nieuw, 0 gewijzigd", "Stad & Natuur Noord", "[b]Jinc[/b]")
        await pilot.press("enter")
        await until_seen(app, pilot, "Partijen uit partners.csv: 2 nieuw, 0 gewijzigd.")
        names = [party["name"] for party in stored(example, "parties").values()]
        assert names[-2:] == ["Stad & Natuur Noord", "[b]Jinc[/b]"]
        ref = place_of(app).current_ref
        assert ref is not None
        assert ref.table == "parties"


@pytest.mark.usefixtures("folders")
async def test_actions_come_in_at_their_list(example: Path) -> None:
    (example.parent / "acties.csv").write_text("Actiepunt;Wie;Deadline\nRooster maken;Anja;31-3-2027\n")
    app = app_on(example, Place.EVALUATIE)
    async with app.run_test(size=(80, 24)) as pilot:
        show_list(app, "Acties")
        await pilot.press("i")
        await until_seen(app, pilot, "acties.csv")
        await pilot.press("enter")
        await until_seen(app, pilot, "1 nieuw, 0 gewijzigd", "Rooster maken")
        await pilot.press("enter")
        await until_seen(app, pilot, "Acties uit acties.csv: 1 nieuw, 0 gewijzigd.")
        assert [*stored(example, "actions").values()][-1]["text"] == "Rooster maken"


PASTED_RISKS = "Risico\tKans\tImpact\tEigenaar\r\n[b]Ziekte[/b]\thoog\tlaag\tHR\r\nBrand\tlaag\thoog\t\r\n"


@pytest.mark.usefixtures("folders")
async def test_a_table_is_pasted_where_a_file_would_be_chosen(example: Path) -> None:
    app = app_on(example, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        show_list(app, "Risico’s")
        await pilot.press("i")
        await until_seen(app, pilot, "Ander bestand…", "Tabel plakken…")
        await pilot.press("end", "up", "enter")
        await until_seen(app, pilot, "ctrl+shift+v")
        app.screen.post_message(Paste(PASTED_RISKS))
        await until_seen(app, pilot, "2 nieuw, 0 gewijzigd", "[b]Ziekte[/b] · kans groot · impact klein")
        await pilot.press("enter")
        await until_seen(app, pilot, "Risico’s uit het geplakte blok: 2 nieuw, 0 gewijzigd.")
        assert [risk["text"] for risk in stored(example, "risks").values()][-2:] == ["[b]Ziekte[/b]", "Brand"]


@pytest.mark.usefixtures("folders")
async def test_what_is_pasted_and_is_no_table_is_told(example: Path) -> None:
    app = app_on(example, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        show_list(app, "Begroting")
        await pilot.press("i")
        await until_seen(app, pilot, "Tabel plakken…")
        app.screen.post_message(Paste("zomaar een tekst\nzonder bedragen\n"))
        await until_seen(app, pilot, "geen tabel van begrotingsregels")
