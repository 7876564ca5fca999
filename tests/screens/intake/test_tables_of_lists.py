"""`i` at the lists of 4 Plan and 2 Evaluatie takes in a sheet of their own table."""

from pathlib import Path

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from sto_tui.app import StoApp
from sto_tui.places import Place
from sto_tui.screens.intake.choose_anew import ChooseAnew
from sto_tui.screens.intake.questions import QuestionsWindow
from sto_tui.widgets.record_list import RecordList
from tests.screens.intake.test_taking_in import folders
from tests.support.screens import app_on, place_of, show_list, stored, until, until_seen

__all__ = ["folders"]
PARTIES = "Naam;Organisatie;Soort\nJan;Stad & Natuur Noord;netwerk\nAnja;[b]Jinc[/b];bedrijf\n"


async def choose(app: StoApp, pilot: Pilot[None], sheet: str) -> None:
    """Takes in at the list that is shown, and chooses the first file."""
    await pilot.press("i")
    await until_seen(app, pilot, sheet)
    await pilot.press("enter")


@pytest.mark.usefixtures("folders")
async def test_parties_come_in_after_the_column_of_the_name_was_pointed_at(example: Path) -> None:
    (example.parent / "partners.csv").write_text(PARTIES)
    app = app_on(example, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        show_list(app, "Communicatie")
        await pilot.press("i")
        await until_seen(app, pilot, "Dat kan in de lijst Partijen, Risico’s, Begroting of Cofinanciering")
        show_list(app, "Partijen")
        await choose(app, pilot, "partners.csv")
        await until(pilot, lambda: isinstance(app.screen, QuestionsWindow))
        await until_seen(app, pilot, "In welke kolom staat ‘Naam’?")
        await pilot.press("enter")
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
        await choose(app, pilot, "acties.csv")
        await until_seen(app, pilot, "1 nieuw, 0 gewijzigd", "Rooster maken")
        await pilot.press("enter")
        await until_seen(app, pilot, "Acties uit acties.csv: 1 nieuw, 0 gewijzigd.")
        assert [*stored(example, "actions").values()][-1]["text"] == "Rooster maken"


@pytest.mark.usefixtures("folders")
@pytest.mark.parametrize("row", ["Aftrek;2027;-1;500;", "Terug;2027;1;500;-200"])
async def test_one_row_below_zero_does_not_keep_out_the_sheet_of_a_budget(example: Path, row: str) -> None:
    sheet = example.parent / "begroting.csv"
    sheet.write_text(f"Post;Jaar;Aantal;Tarief;Toegekend\nMachine AA;2027;2;1000;1500\n{row}\n")
    app = app_on(example, Place.PLAN)
    async with app.run_test(size=(100, 30)) as pilot:
        show_list(app, "Begroting")
        await choose(app, pilot, "begroting.csv")
        await until_seen(app, pilot, "2 nieuw, 0 gewijzigd")
        await pilot.press("enter")
        titles = {row.partition(";")[0], "Machine AA"}
        await until(pilot, lambda: titles <= {line["title"] for line in stored(example, "budget").values()})


@pytest.mark.usefixtures("folders")
async def test_what_changes_stands_whole_below_its_record_on_a_narrow_screen(example: Path) -> None:
    sheet = example.parent / "begroting.csv"
    sheet.write_text("Post;Jaar;Aantal;Tarief\nTechniekcoach op alle vmbo-scholen;2027;100;60\n")
    app = app_on(example, Place.PLAN)
    async with app.run_test(size=(60, 20)) as pilot:
        show_list(app, "Begroting")
        await choose(app, pilot, "begroting.csv")
        await until_seen(app, pilot, "1 nieuw, 0 gewijzigd")
        await pilot.press("enter")
        await until_seen(app, pilot, "Begrotingsregels uit begroting.csv")
        sheet.write_text("Post;Jaar;Bedrag\nTechniekcoach op alle vmbo-scholen;2027;7000\n")
        await choose(app, pilot, "begroting.csv")
        await until_seen(app, pilot, "Wat wordt het?", "Prijs per eenheid: € 60 → € 70")


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


@pytest.mark.usefixtures("folders")
async def test_a_column_that_is_not_taken_can_be_pointed_at_from_the_preview(example: Path) -> None:
    table = "Organisatie;Soort;Wie bellen we\nGarage Smit;bedrijf;Jan\nBouw & Co;bedrijf;Eva\n"
    (example.parent / "partners.csv").write_text(table)
    app = app_on(example, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        show_list(app, "Partijen")
        await choose(app, pilot, "partners.csv")
        await until_seen(app, pilot, "geen kolom van partijen: ‘Wie bellen we’", "o Opnieuw kiezen")
        await pilot.press("o")
        await until_seen(app, pilot, "Kies van welk veld je een andere kolom wilt aanwijzen", "A  Organisatie")
        await pilot.press("escape")
        await until_seen(app, pilot, "geen kolom van partijen: ‘Wie bellen we’")
        await pilot.press("o", "end")
        await until_seen(app, pilot, "staat in geen kolom")
        assert isinstance(app.screen, ChooseAnew)
        app.screen.query_one(RecordList).go_to("kolom:contact")
        await pilot.press("enter")
        await until_seen(app, pilot, "In welke kolom staat ‘Contact’?", "Wie bellen we: Jan, Eva")
        await pilot.press("home", "down", "down", "enter")
        await until_seen(app, pilot, "Garage Smit · soort bedrijf · contact Jan", "2 nieuw, 0 gewijzigd")
        await pilot.press("o")
        await until_seen(app, pilot, "C  Wie bellen we", "Alle vragen opnieuw")
        await pilot.press("escape")
        await until_seen(app, pilot, "Garage Smit · soort bedrijf · contact Jan")
        await pilot.press("enter")
        await until_seen(app, pilot, "Partijen uit partners.csv: 2 nieuw, 0 gewijzigd.")
        assert [party["contact"] for party in stored(example, "parties").values()][-2:] == ["Jan", "Eva"]
        # The next sheet with these heads is read so too.
        (example.parent / "partners.csv").write_text(table + "Almere College;vmbo;Kim\n")
        await choose(app, pilot, "partners.csv")
        await until_seen(
            app, pilot, "Zelfde antwoorden als op 3 september 2026", "Almere College · soort vmbo · contact Kim"
        )


@pytest.mark.usefixtures("folders")
async def test_another_table_is_refused_with_the_list_where_it_belongs(example: Path) -> None:
    (example.parent / "risicos.csv").write_text("Risico;Kans;Impact;Maatregel\nBrand;hoog;laag;blusser\n")
    app = app_on(example, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        show_list(app, "Partijen")
        await choose(app, pilot, "risicos.csv")
        await until_seen(app, pilot, "Het lijkt een tabel van risico’s", "in de lijst")


@pytest.mark.usefixtures("folders")
async def test_spending_of_which_no_head_is_known_asks_for_each_column(example: Path) -> None:
    (example.parent / "boekingen.csv").write_text("Wat;Ooit;Zoveel\nDocent;12-03-2027;200\n")
    app = app_on(example, Place.VOORTGANG)
    async with app.run_test(size=(80, 24)) as pilot:
        await choose(app, pilot, "boekingen.csv")
        await until_seen(app, pilot, "In welke kolom staat ‘Regelnummer’?", "Zoveel: 200")


@pytest.mark.usefixtures("folders")
async def test_spending_by_month_says_that_bookings_are_needed(example: Path) -> None:
    (example.parent / "maand.csv").write_text("Wat;Januari;Februari\nDocent;100;200\n")
    app = app_on(example, Place.VOORTGANG)
    async with app.run_test(size=(80, 24)) as pilot:
        await choose(app, pilot, "maand.csv")
        await until_seen(app, pilot, "geen kolom met datums", "Vraag de administratie")
