"""The line on which records are typed: type, enter, type, enter, esc; what is typed is in the file at once."""

from pathlib import Path

from textual.events import Paste
from textual.pilot import Pilot

from sto_tui.app import StoApp
from sto_tui.domain.change import Occasion, adding, removing
from sto_tui.domain.plan import Theme
from sto_tui.places import Place
from sto_tui.planning.quick_entry.line_changes import line_change
from sto_tui.screens.frame.list_place import PlaceScreen
from sto_tui.storage.store import DossierStore
from tests.conftest import clock
from tests.storage.together.test_unfinished import with_dead_owner
from tests.support.by_hand import dossier_with
from tests.support.screens import (
    app_on,
    form_of,
    lists_of,
    place_of,
    seen,
    show_list,
    stored,
    until,
    until_seen,
    without_form,
)


def texts(path: Path, table: str, field: str) -> list[str]:
    return [str(record.get(field, "")) for record in stored(path, table).values()]


async def typed(pilot: Pilot[None], *lines: str) -> None:
    """Types lines, each with its enter."""
    for line in lines:
        await pilot.press(*line, "enter")


async def test_one_line_after_another_is_in_the_file_at_once(example: Path) -> None:
    app = app_on(example, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        show_list(app, "Organisatie")
        before = stored(example, "bodies")
        await pilot.press("a")
        await typed(pilot, "Werkgroep vervoer")
        assert texts(example, "bodies", "name")[-1] == "Werkgroep vervoer", "before the next one is typed"
        await typed(pilot, "x 1-2 z")
        await pilot.press(*"half", "escape")
        assert texts(example, "bodies", "name")[len(before) :] == ["Werkgroep vervoer", "x 1-2 z"]
        assert "Niet toegevoegd: ‘half’" in seen(app)
        ref = place_of(app).current_ref
        assert ref
        assert app.dossier.caption(ref) == "x 1-2 z", "the cursor stands on the last one"
        await pilot.press("z", "z")
        assert stored(example, "bodies") == before


async def test_what_was_left_on_the_line_comes_back_on_it_and_in_the_form(example: Path) -> None:
    app = app_on(example, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        show_list(app, "Organisatie")
        await pilot.press("a", *"Raad", "escape", "a", *" van advies", "escape", "A")
        assert form_of(app)._form.typed["name"] == "Raad van advies"
        await pilot.press("ctrl+s")
        await without_form(app, pilot)
        assert texts(example, "bodies", "name")[-1] == "Raad van advies"
        await pilot.press("a", *"Nog een", "tab")
        assert form_of(app)._form.typed["name"] == "Nog een", "straight from the line"


async def test_who_is_named_on_the_line_has_a_role_also_through_the_form(example: Path) -> None:
    app = app_on(example, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        before = len(stored(example, "veri"))
        await pilot.press("down", "a", *"Lab klaar Q327 @MV @KC", "tab")
        assert form_of(app)._form.typed["due"] == "30-09-2027"
        await pilot.press("ctrl+s")
        await without_form(app, pilot)
        roles = list(stored(example, "veri").values())[before:]
        number = list(stored(example, "milestones"))[-1]
        assert [(one["row"], one["code"]) for one in roles] == [(f"milestones/{number}", "V")] * 2
        await pilot.press("z")
        assert number not in stored(example, "milestones"), "one step back takes the milestone and its roles"
        assert len(stored(example, "veri")) == before


async def test_a_line_that_was_left_belongs_to_its_list_and_comes_back_marked(example: Path) -> None:
    app = app_on(example, Place.VOORTGANG)
    async with app.run_test(size=(80, 24)) as pilot:
        show_list(app, "Logboek")
        await pilot.press("a", *"half", "escape")
        assert "Niet toegevoegd: ‘half’. a gaat verder, tot je sto-tui sluit." in seen(app)
        show_list(app, "Stoplicht")
        await pilot.press("down", "down", "a")
        assert not place_of(app).quick.line.text
        assert "Niet af" not in seen(app)
        await pilot.press("escape")
        show_list(app, "Logboek")
        await pilot.press("a")
        assert place_of(app).quick.line.text == "half"
        assert "Niet af: dit stond nog op de regel." in seen(app)


async def test_a_line_that_goes_elsewhere_than_where_it_was_typed_says_so(example: Path) -> None:
    app = app_on(example, Place.EVALUATIE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a", *"half", "escape", "down", "a")
        assert "Niet af, getypt bij ‘" in seen(app)
        assert "enter zet het" in seen(app)


async def test_the_year_of_a_line_of_the_budget_goes_on(example: Path) -> None:
    app = app_on(example, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        show_list(app, "Begroting")
        await pilot.press("a")
        await typed(pilot, "Lessen 200 uur x 65 = 2028 intern", "Kasten 4*250 mat")
        assert [one["year"] for one in list(stored(example, "budget").values())[-2:]] == [2028, 2028]


async def test_an_answer_costs_its_text_and_enter(example: Path) -> None:
    app = app_on(example, Place.EVALUATIE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a")
        before = len(stored(example, "answers"))
        await typed(pilot, "Korte lijnen", "Eén aanspreekpunt")
        answers = list(stored(example, "answers").values())[before:]
        question = place_of(app).main.current_key.id
        assert [(one["text"], one["question"]) for one in answers] == [
            ("Korte lijnen", question),
            ("Eén aanspreekpunt", question),
        ]
        await pilot.press("down")
        await typed(pilot, "Bij de volgende vraag")
        assert list(stored(example, "answers").values())[-1]["question"] != question


async def test_every_list_has_a_line_that_says_what_it_may_carry(example: Path) -> None:
    """In the narrowest window, where it has to be shortest."""
    app = app_on(example)
    async with app.run_test(size=(60, 20)) as pilot:
        for place in set(Place) - {Place.VERI}:
            app.going.open_place(place)
            await pilot.pause()
            for number in range(lists_of(app)):
                here = place_of(app)
                if isinstance(here, PlaceScreen):
                    here.show_section(number)
                    if here.section.table == "submissions" or here.why_not("add"):
                        continue
                await pilot.press("a")
                await pilot.pause()
                *_, above, rule, line, _, _ = seen(app).splitlines()
                rule = rule if rule.startswith("──") else above
                assert rule.startswith(("── N", "── B")), (place, number, rule)
                assert "…" not in rule, (place, number, rule)
                assert line.strip() == "›", (place, number, line)
                await pilot.press("escape")


async def test_a_click_in_the_list_leaves_the_line(example: Path) -> None:
    app = app_on(example, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a", *"half")
        await pilot.click("#list", offset=(5, 3))
        await pilot.pause()
        assert not place_of(app).quick.is_open
        await pilot.press("7")
        assert place_of(app).place is Place.VOORTGANG, "letters and figures are keys again"


async def pasted(app: StoApp, pilot: Pilot[None], text: str) -> None:
    app.post_message(Paste(text))
    await pilot.pause()


async def test_pasted_lines_are_records_after_a_question_and_one_step_back(example: Path) -> None:
    app = app_on(example, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        show_list(app, "Risico’s")
        before = stored(example, "risks")
        await pilot.press("a")
        await pasted(app, pilot, "- Te duur; groot; reuze\r\n\r\nZiekte\tklein\r\nVertraging; enorm\r\n")
        assert "2 regels kloppen niet" in seen(app)
        for words in ("1 Te duur; groot; reuze", "3 Vertraging; enorm", "Kies uit klein, middel en groot."):
            assert words in seen(app)
        await pilot.press("escape")
        assert stored(example, "risks") == before, "all or nothing"
        await pasted(app, pilot, "- Te duur; groot\r\n\r\nZiekte\tklein\tmiddel\tinvallers\r\n")
        assert "2 risico’s toevoegen?" in seen(app)
        await pilot.press("enter")
        await pilot.pause()
        added = list(stored(example, "risks").values())[len(before) :]
        assert [(one["text"], one.get("probability"), one.get("measure")) for one in added] == [
            ("Te duur", "groot", None),
            ("Ziekte", "klein", "invallers"),
        ]
        await pasted(app, pilot, "Eén regel\r\n")
        assert place_of(app).quick.line.text == "Eén regel", "one line can still be mended"
        await pilot.press("escape", "z")
        assert stored(example, "risks") == before


async def test_what_must_be_there_first_is_asked_for_and_then_the_line_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "regio.sto.json"
    DossierStore.create(path, dossier_with())
    app = app_on(path, Place.VOORTGANG)
    async with app.run_test(size=(80, 24)) as pilot:
        show_list(app, "Logboek")
        await pilot.press("a")
        assert "Er is nog geen mijlpaal. Naam van de eerste mijlpaal:" in seen(app)
        await typed(pilot, "Lab klaar  Q327")
        assert "Nieuwe voortgangsregel bij 1" in seen(app)
        await typed(pilot, "groen Begonnen")
        (milestone,) = stored(path, "milestones").values()
        assert (milestone["title"], milestone["due"], milestone["light"]) == ("Lab klaar", "2027-09-30", "groen")
        assert texts(path, "progress", "note") == ["Begonnen"]


async def test_a_half_typed_line_is_there_again_after_the_session_ended(example: Path) -> None:
    app = app_on(example, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "a", *"Half getypt  Q3")
        await pilot.pause()
        await pilot.press("ctrl+q")
    with_dead_owner(example)
    app = app_on(example, Place.OVERZICHT)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_seen(app, pilot, "Verder met wat je typte?", "Nieuwe mijlpaal", "Half getypt  Q3")
        await pilot.press("enter")
        await until(pilot, lambda: place_of(app).quick.is_open)
        assert "Nieuwe mijlpaal bij 1.1" in seen(app)
        await typed(pilot, "27")
        (made,) = [one for one in stored(example, "milestones").values() if one["title"] == "Half getypt"]
        assert (made["due"], made["number"]) == ("2027-09-30", "1.1g")


async def test_pasted_goals_are_numbered_after_what_another_added_meanwhile(example: Path) -> None:
    app, other = app_on(example, Place.PLAN), DossierStore.open(example, "piet", clock)
    async with app.run_test(size=(80, 24)) as pilot:
        show_list(app, "Doelen")
        await pilot.press("a")
        await pasted(app, pilot, "Eerste\r\nTweede\r\n")
        assert "2 doelen toevoegen?" in seen(app)
        occasion = Occasion(other.dossier.seen_in(app.dossier.lens), clock().date(), "piet")
        other.apply(line_change("goals", {}, "Van Piet", occasion))
        await until(pilot, lambda: "Van Piet" in {goal.text for goal in app.dossier.plan_goals})
        await pilot.press("enter")
        await pilot.pause()
        last = {goal.text: goal.number for goal in app.dossier.plan_goals[-3:]}
        assert [last[text] - last["Van Piet"] for text in ("Van Piet", "Eerste", "Tweede")] == [0, 1, 2]


async def test_the_line_leaves_alone_what_stands_beside_the_list(example: Path) -> None:
    app = app_on(example, Place.EVALUATIE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "down", "down")
        await until_seen(app, pilot, "Gemiddeld")
        beside = seen(app).splitlines()[4]
        await pilot.press("a")
        assert "Nieuwe score" in seen(app)
        assert seen(app).splitlines()[4] == beside, "what stays is not sent again"


async def test_the_kinds_of_party_stand_over_the_line_in_the_smallest_window(small: Path) -> None:
    app = app_on(small, Place.PLAN)
    async with app.run_test(size=(60, 20)) as pilot:
        show_list(app, "Partijen")
        await pilot.press("a")
        await until_seen(app, pilot, "vmbo mbo po pro vso havo hbo bedrijf branche netw gem prov")
        await pilot.press(*"Techniekpact netw", "enter")
        assert [one["kind"] for one in stored(small, "parties").values()][-1] == "netwerk"
        await pilot.press("escape")
        assert "vmbo mbo po pro vso" not in seen(app)


async def test_a_first_answer_higher_than_its_pane_shows_how_it_begins(example: Path) -> None:
    app = app_on(example, Place.EVALUATIE)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("right", "plus")
        await until_seen(app, pilot, "1 stem")
        assert " 1 Ja voor de basisschool: " in seen(app)


async def test_a_line_below_what_somebody_removed_says_that_it_is_gone(small: Path) -> None:
    """No number can follow from a theme that is gone; what was typed stands, and another theme can be chosen."""
    app = app_on(small, Place.PLAN)
    async with app.run_test(size=(160, 40)) as pilot:
        theme = app.changes.apply(adding(app.dossier, Theme(number=8, title="Weg"))).edits[0].ref
        place_of(app).update()
        place_of(app).show_record(theme)
        await pilot.press("a", *"Lab")
        store = DossierStore.open(small, "anja", clock)
        store.apply(removing(store.dossier, store.dossier.of(Theme)[theme.id]))
        app.following.poll()
        await pilot.press("enter")
        await until_seen(app, pilot, "Waar dit bij hoort (thema) is intussen verwijderd. Kies met ↑ of ↓ een ander.")
        assert place_of(app).quick.line.text == "Lab"
