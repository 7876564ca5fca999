"""Handing in on the screen, what changed since at 7 Voortgang, and the reason that is typed there."""

from pathlib import Path

from sto_tui.app import StoApp
from sto_tui.domain.handed_in import ChangeReason, Submission
from sto_tui.domain.record import Ref
from sto_tui.places import Place
from sto_tui.screens.frame.list_place import PlaceScreen
from sto_tui.storage.file.companion_folder import companion_folder
from tests.support.commands import Sto
from tests.support.screens import app_on, form_at, place_of, retype, seen, stored, without_form

CHANGES = 3


def list_place(app: StoApp) -> PlaceScreen:
    place = place_of(app)
    assert isinstance(place, PlaceScreen)
    return place


async def test_the_plan_is_handed_in_with_one_key_after_its_errors_were_named(example: Path) -> None:
    before = example.read_bytes()
    app = app_on(example)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("I")
        await pilot.pause()
        assert "fouten open. Plan 2027-2028 toch indienen?" in " ".join(seen(app).split())
        assert "geen streefwaarde" in seen(app)
        await pilot.press("left", "enter")
        await form_at(app, pilot, "handed_in_on")
        retype(app, "handed_in_on", "1-1-2031")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "moet nog komen" in seen(app)
        retype(app, "handed_in_on", "2-9-2026")
        retype(app, "version", "1.3")
        await pilot.press("ctrl+s")
        await pilot.pause()
        await without_form(app, pilot)
        newest = max(app.dossier.of(Submission).values(), key=lambda one: one.id)
        assert (str(newest.handed_in_on), newest.version) == ("2026-09-02", "1.3")
        assert list_place(app).current_ref == Ref("submissions", newest.id)
        assert "Plan 2027-2028 ingediend op 2 september 2026, versie 1.3." in " ".join(seen(app).split())
        (kept,) = companion_folder(example).glob("ingediend-*")
        assert kept.read_bytes() == before
        await pilot.press("z")
        await pilot.pause()
        assert newest.id not in app.dossier.of(Submission)
        assert kept.exists()


async def test_what_changed_is_listed_and_a_reason_is_typed_in_place(example: Path, sto: Sto) -> None:
    assert sto("indienen", example, "--ja").code == 0
    assert sto("zet", example, "doelen/1", "streefwaarde=400 leerlingen").code == 0
    app = app_on(example, Place.VOORTGANG)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        place = list_place(app)
        place.show_section(CHANGES)
        await pilot.pause()
        text = " ".join(seen(app).split())
        assert "Direct melden (1)" in text
        assert "Doel 1: streefwaarde ‘495 leerlingen’ → ‘400 leerlingen’. Nog geen reden (t)." in text
        await pilot.press("t")
        await form_at(app, pilot, "reason")
        retype(app, "reason", "Krimp in de regio.")
        retype(app, "reported_on", "2-11-2026")
        await pilot.press("ctrl+s")
        await without_form(app, pilot)
        (reason,) = [one for one in app.dossier.of(ChangeReason).values() if one.about == "goals/1"]
        assert stored(example, "reasons")[str(reason.id)]["reason"] == "Krimp in de regio."
        assert place.current_ref == Ref("reasons", reason.id)
        assert "Reden: Krimp in de regio. · gemeld op 02-11-2026" in " ".join(seen(app).split())
        # Another value keeps the reason; the old value takes the difference away, and the reason is not lost.
        assert sto("zet", example, "doelen/1", "streefwaarde=380 leerlingen").code == 0
        app.following.poll()
        await pilot.pause()
        assert "→ ‘380 leerlingen’. Reden: Krimp" in " ".join(seen(app).split())
        assert sto("zet", example, "doelen/1", "streefwaarde=495 leerlingen").code == 0
        app.following.poll()
        await pilot.pause()
        text = " ".join(seen(app).split())
        assert "Er is geen wijziging om te melden sinds het plan is ingediend." in text
        assert "Redenen zonder verschil (1) › Krimp in de regio." in text


async def test_a_kept_plan_that_is_gone_is_said_in_the_list(example: Path, sto: Sto) -> None:
    assert sto("indienen", example, "--ja").code == 0
    app = app_on(example, Place.VOORTGANG)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        place = list_place(app)
        place.show_section(CHANGES)
        await pilot.pause()
        assert "geen wijziging om te melden" in " ".join(seen(app).split())
        (kept,) = companion_folder(example).glob("ingediend-*")
        kept.unlink()
        place.show_rows()
        await pilot.pause()
        assert "is weg uit regio.sto.d" in " ".join(seen(app).split())


async def test_the_footer_has_what_can_be_done_in_the_list(example: Path) -> None:
    app = app_on(example, Place.VOORTGANG)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        place = list_place(app)
        footers = []
        for number in range(len(place.sections)):
            place.show_section(number)
            await pilot.pause()
            footers.append(seen(app).splitlines()[-1])
        shown = [["Rood" in footer, "Toelichten" in footer, "Filteren" in footer] for footer in footers]
        assert shown == [
            [True, True, True],  # Stoplicht
            [True, True, False],  # Logboek
            [False, False, False],  # Tellingen
            [False, False, False],  # Wijzigingen: no difference at the cursor here
            *[[False, False, False]] * 4,  # Geld, Uitgaven, Gerealiseerd, Stuurgroep
        ]
        assert all("Toevoegen" in footer for footer in footers[4:])


async def test_a_finding_about_what_was_given_leads_to_its_contribution(example: Path) -> None:
    app = app_on(example)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        app.going.go_to(Ref("cofinancing", 22), Place.VOORTGANG)
        await pilot.pause()
        assert list_place(app).current_ref == Ref("cofinancing", 22)
        assert "Frezen van panelen, 2027" in seen(app)
