"""Place 8: drafts that came back, seen in a list, chosen line by line, edited, and taken over as one change."""

from pathlib import Path

import pytest

from sto_tui.domain.plan import Goal, Risk
from sto_tui.places import Place
from sto_tui.screens.returned.asking import DraftsReadingWindow
from sto_tui.screens.returned.line_window import LineWindow
from sto_tui.screens.returned.window import ReturnedWindow
from sto_tui.storage.store import DossierStore
from tests.support.by_hand import dossier_with
from tests.support.commands import Sto, raw
from tests.support.edited_draft import EditedDraft
from tests.support.screens import app_on, retype, seen, until, until_seen

MEASURE, SHORTER = "uren in het lab niet invullen zonder naam.", "uren in het lab niet invullen."
NOTE = "Vooral Terelst en Lagerveer: kleine jaarlagen in het po."


@pytest.fixture
def region(tmp_path: Path) -> Path:
    """A goal and two risks: writing and reading the whole plan of a region takes a second each time."""
    path = tmp_path / "regio.sto.json"
    goal = Goal(id=1, number=1, text="In 2028-2029 kiezen 495 leerlingen techniek.")
    measure = f"Hybride docenten eerst in de labs plaatsen, instructeurs delen tussen vmbo en mbo, {MEASURE}"
    risks = (Risk(id=1, text="Te weinig docenten", measure=measure), Risk(id=2, text="Minder leerlingen", note=NOTE))
    DossierStore.create(path, dossier_with(goal, *risks))
    return path


def drafts_of(region: Path, sto: Sto) -> str:
    """The paths of two drafts that were edited, one below the other."""
    folder = region.parent
    sent = folder / "uit.docx"
    assert sto("concept", region, "-o", sent).code == 0
    anja, bo = EditedDraft(sent), EditedDraft(sent)
    anja.replace(MEASURE, SHORTER)
    anja.replace(NOTE, "")
    anja.replace("495 leerlingen", "510 leerlingen")
    bo.replace(MEASURE, "en elk uur met een naam.")
    return "\n".join(str(draft.save(folder / name)) for draft, name in ((anja, "Anja.docx"), (bo, "Bo.docx")))


async def test_drafts_are_chosen_from_and_taken_as_one_change(region: Path, sto: Sto) -> None:
    drafts_of(region, sto)
    app = app_on(region, Place.CONCEPT)
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.pause()
        # The newest is first; what was ticked first stands first.
        await pilot.press("i")
        await until_seen(app, pilot, "Bo.docx", "Anja.docx", "Ander bestand…")
        await pilot.press("down", "space", "up", "space", "enter")
        await until_seen(app, pilot, "Terug uit Word: Anja.docx en Bo.docx", "1 van 3 gekozen")
        assert isinstance(app.screen, ReturnedWindow)
        assert "verschillende teksten · Anja en Bo" in seen(app)
        # Of a person only what is sure: twice is none of it, and once more all of it.
        await pilot.press("p")
        assert "Van Anja wordt niets overgenomen." in seen(app)
        await pilot.press("p")
        assert "Kies 2 regels zelf: die zijn niet zeker." in seen(app)
        # Two texts open to choose from; the one of Bo is edited before it is taken.
        await pilot.press("down", "space")
        await pilot.pause()
        assert isinstance(app.screen, LineWindow)
        await pilot.resize_terminal(60, 20)
        assert "[+en elk" not in seen(app), "below the window"
        await pilot.press("tab")
        await until_seen(app, pilot, "● Bo", "[+en elk")
        # Where there is room for both they stand side by side.
        assert "○ Anja" not in next(line for line in seen(app).splitlines() if "● Bo" in line)
        await pilot.resize_terminal(100, 40)
        await until(pilot, lambda: "○ Anja" in next(line for line in seen(app).splitlines() if "● Bo" in line))
        await pilot.resize_terminal(80, 40)
        await pilot.press("e")
        await pilot.pause()
        retype(app, "text", "Elk uur met een naam.")
        await pilot.press("ctrl+s")
        await until_seen(app, pilot, "2 van 3 gekozen", "zelf bewerkt: Elk uur met een naam.")
        assert raw(region)["risks"]["1"]["measure"].endswith(MEASURE)
        # What changed in the dossier meanwhile has to be seen first; what was chosen of the rest stays chosen.
        assert sto("zet", region, "doelen/1", "doel=Veel meer leerlingen").code == 0
        await pilot.press("ctrl+s")
        await until_seen(app, pilot, "intussen gewijzigd", "ook in het dossier", "1 van 3 gekozen", "zelf bewerkt: Elk")
        await pilot.press("ctrl+s")
        await until_seen(app, pilot, "Concept terug van Anja en Bo: 1 wijziging")
        stored = raw(region)
        assert stored["risks"]["1"]["measure"] == "Elk uur met een naam."
        assert stored["goals"]["1"]["text"] == "Veel meer leerlingen"
        assert stored["risks"]["2"]["note"] == NOTE
        await pilot.press("z")
        await pilot.pause()
        assert raw(region)["risks"]["1"]["measure"].endswith(MEASURE)


async def test_what_cannot_be_read_is_said_and_esc_stops_the_reading(example: Path, tmp_path: Path, sto: Sto) -> None:
    """The draft of a whole region: one that is read at once cannot be stopped."""
    drafts = drafts_of(example, sto)
    (tmp_path / "plan.docx").write_bytes(b"%PDF-1.7")
    before = example.read_bytes()
    app = app_on(example, Place.CONCEPT)
    async with app.run_test(size=(80, 40)) as pilot:
        await pilot.pause()
        await pilot.press("i")
        await until_seen(app, pilot, "› · plan.docx")
        await pilot.press("enter")
        await until_seen(app, pilot, "plan.docx", "Sluiten")
        assert isinstance(app.screen, DraftsReadingWindow)
        await pilot.press("escape")
        await until_seen(app, pilot, "› ✓ plan.docx", "1 concept gekozen")
        await pilot.press("space", "end", "enter")
        await until_seen(app, pilot, "Bestanden")
        retype(app, "files", "weg.docx")
        await pilot.press("ctrl+s")
        await until_seen(app, pilot, "weg.docx bestaat niet.", "Controleer", "Lezen")
        # Also from the folder of the dossier.
        retype(app, "files", "uit.docx")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, DraftsReadingWindow))
        await pilot.press("escape")
        await until_seen(app, pilot, "uit.docx", "Lezen")
        retype(app, "files", drafts.splitlines()[0])
        await pilot.press("ctrl+s")
        await until_seen(app, pilot, "Terug uit Word: Anja.docx", "2 van 3 gekozen")
        await pilot.press("escape")
        await pilot.pause()
    assert example.read_bytes() == before
