"""A plan in Word is taken in on the screen: which file, what of it, and then one change."""

from pathlib import Path

import docx
import pytest

from sto_tui.app import StoApp
from sto_tui.domain.change import adding
from sto_tui.domain.parties import Party
from sto_tui.places import Place
from sto_tui.screens.intake.plan_record import PlanRecordWindow
from sto_tui.screens.intake.plan_window import PlanWindow
from sto_tui.storage.store import DossierStore
from tests.conftest import clock
from tests.screens.intake.test_taking_in import folders
from tests.support.screens import app_on, at_every_size, place_of, retype, seen, stored, until, until_seen

__all__ = ["folders"]


@pytest.fixture
def region(folders: Path) -> Path:
    """A new dossier with a plan in Word beside it: two themes, and a chapter that nobody knows."""
    document = docx.Document()
    document.add_heading("Doelen", 1)
    document.add_paragraph("1. Meer leerlingen kiezen techniek.")
    document.add_heading("Uitwerking", 1)
    for theme, points in (("1: Basis op orde", ("Menukaart", "Lokalen")), ("2: Instroom", ("Open dag",))):
        document.add_heading(f"Thema {theme}", 2)
        for number, point in enumerate(points, 1):
            document.add_heading(f"Speerpunt {theme[0]}.{number}: {point}", 3)
            document.add_paragraph("In 2028 maken we een plan." if number == 2 else "Er ligt een plan.")
            document.add_paragraph("Partners: Vakcollege Rivierenland")
            document.add_paragraph("Activiteiten: Plan maken" if number == 1 else "Trekker: nog onbekend")
    document.add_heading("Slotwoord", 1)
    document.add_paragraph("Met dank aan allen.")
    document.save(str(folders / "plan.docx"))
    (folders / "stuk.docx").write_bytes(b"PK geen Word")
    return folders / "rivierenland.sto.json"


async def test_a_new_dossier_gets_what_is_chosen_of_a_plan_in_word(region: Path) -> None:
    app = StoApp(None, Place.OVERZICHT, "jan", clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await until_seen(app, pilot, "Nieuw, met plan uit Word")
        await pilot.press("down", "down", "down", "enter")
        await pilot.pause()
        retype(app, "region", "Rivierenland")
        retype(app, "file", str(region))
        await pilot.press("ctrl+s")
        await until_seen(app, pilot, "Plan uit Word overnemen", "plan.docx")
        row = "plan.docx" if seen(app).index("plan.docx") < seen(app).index("stuk.docx") else "stuk.docx"
        await pilot.press(*(("enter",) if row == "plan.docx" else ("down", "enter")))
        await until_seen(app, pilot, "1 in twijfel, 2 regels niet", "7 van 8 gekozen")
        await at_every_size(app, pilot, "Plan uit Word: plan.docx", "Meer leerlingen kiezen techniek.")
        # Without its theme no speerpunt stays: the second theme goes, with what stands in it.
        assert isinstance(app.screen, PlanWindow)
        await pilot.press("down", "space")
        await until_seen(app, pilot, "Ook 2 speerpunten daaronder blijven weg.")
        await pilot.press("a", "down", "down", "down", "down", "space")
        await until_seen(app, pilot, "Ook 1 speerpunt daaronder blijft weg.")
        # The words of a goal are edited before it is taken.
        await pilot.press("home", "enter")
        await until(pilot, lambda: isinstance(app.screen, PlanRecordWindow))
        await pilot.press("e")
        await pilot.pause()
        retype(app, "text", "Meer leerlingen kiezen voor techniek.")
        await pilot.press("ctrl+s")
        await until_seen(app, pilot, "zelf bewerkt: Doel: Meer leerlingen kiezen voor", "techniek.")
        assert stored(region, "goals") == {}
        # A speerpunt is edited in all its fields, and what is in doubt beside it is chosen apart.
        await pilot.press("down", "down", "down", "enter")
        await until(pilot, lambda: isinstance(app.screen, PlanRecordWindow))
        await pilot.press("e")
        await pilot.pause()
        retype(app, "result", "Het plan is er.")
        await pilot.press("ctrl+s")
        await until_seen(app, pilot, "zelf bewerkt: Beoogd resultaat: Het plan is er.")
        await pilot.press("down", "space")
        await until_seen(app, pilot, "meer bij", "twijfel: het is gelezen uit lopende tekst")
        await pilot.press("n", "down")
        await until_seen(app, pilot, "Met dank aan allen.", "‘Slotwoord’, alinea 1")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: len(stored(region, "speerpunten")) == 2)
        assert [goal["text"] for goal in stored(region, "goals").values()] == ["Meer leerlingen kiezen voor techniek."]
        points = {point["number"]: point for point in stored(region, "speerpunten").values()}
        assert [phase["label"] for phase in points["1.2"]["phases"]] == ["2028"]
        assert points["1.2"]["result"] == "Het plan is er."
        assert [theme["title"] for theme in stored(region, "themes").values()] == ["Basis op orde"]
        await pilot.press("z")
        await until(pilot, lambda: not stored(region, "speerpunten") and not stored(region, "goals"))


async def test_a_plan_is_seen_anew_when_the_dossier_changed_meanwhile(example: Path, region: Path) -> None:
    app = app_on(example, Place.PLAN)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("i", "end", "enter")
        await pilot.pause()
        retype(app, "file", str(region.parent / "stuk.docx"))
        await pilot.press("ctrl+s")
        await until_seen(app, pilot, "stuk.docx is geen Word-bestand, of is")
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is place_of(app))
        await pilot.press("i", "end", "enter")
        await pilot.pause()
        retype(app, "file", str(region.parent / "plan.docx"))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: isinstance(app.screen, PlanWindow))
        store = DossierStore.open(example, "anja", clock)
        store.apply(adding(store.dossier, Party(name="Vakcollege Rivierenland")))
        await pilot.press("ctrl+s")
        await until_seen(app, pilot, "Het dossier is intussen gewijzigd")
        assert "Vakcollege Rivierenland" not in seen(app)
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is place_of(app))
