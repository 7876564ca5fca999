"""Place 8: all papers, writing the one at the cursor, and what was written before."""

import os
from pathlib import Path

import pytest

from sto_tui import settings
from sto_tui.app import StoApp
from sto_tui.domain.dossier import list_of
from sto_tui.domain.money import Cofinancing
from sto_tui.domain.parties import Party
from sto_tui.domain.record import Ref
from sto_tui.outside_program import opened_with_desktop
from sto_tui.places import Place
from sto_tui.planning.new_dossier import new_dossier
from sto_tui.planning.paper_registry import paper_of
from sto_tui.screens.draft.paper_rows import OFFERED, PaperKey
from sto_tui.screens.frame.list_place import PlaceScreen
from sto_tui.storage.store import DossierStore
from sto_tui.widgets.record_list import RecordList
from tests.conftest import clock
from tests.support.screens import app_on, form_of, place_of, retype, seen, until, until_seen
from tests.support.small_plan import whole_plan, with_records
from tests.support.word_templates import house_parts, pack, unpack


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    """A plan with one of each: all papers of a whole region take seconds to write."""
    path = tmp_path / "regio.sto.json"
    DossierStore.create(path, with_records(whole_plan(), whole_plan().region.changed(contact="anja@kompas.nl")))
    return path


def rows_of(app: StoApp) -> RecordList:
    place = place_of(app)
    assert isinstance(place, PlaceScreen)
    return place.list


async def test_every_paper_is_written_and_told_with_what_changed_since(plan: Path) -> None:
    app = app_on(plan, Place.CONCEPT)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        for number, paper in enumerate(OFFERED, 1):
            rows_of(app).go_to(PaperKey(paper))
            await pilot.press("c")
            await app.workers.wait_for_complete()
            await pilot.pause()
            if not isinstance(app.screen, PlaceScreen):
                await pilot.press("escape")
            names = {path.stem for path in (plan.parent / "concepten").iterdir()}
            # The list of decisions is two files, as Word and as text, with one name.
            assert len(names) == number, paper
        assert seen(app).count("daarna niets gewijzigd") == 8
        for path in (plan.parent / "concepten").iterdir():
            # The clock of the app stands still in another year than that of the disk.
            os.utime(path, times=(clock().timestamp() - 60,) * 2)
        app.going.go_to(Ref("risks", 1, "text"), Place.PLAN)
        await pilot.pause()
        retype(app, "text", "Anders dan eerst")
        await pilot.press("ctrl+s", "8")
        await pilot.pause()
        assert seen(app).count("daarna 1 wijziging") == 8


async def test_esc_stops_writing_and_leaves_nothing(example: Path) -> None:
    app = app_on(example, Place.CONCEPT)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("c")
        await until_seen(app, pilot, "Het hele plan: ", "Met esc stop je.")
        await pilot.press("escape")
        await until_seen(app, pilot, "Gestopt. Er is niets geschreven.")
        assert not (example.parent / "concepten").exists()
        await pilot.press("c")
        await until_seen(app, pilot, "Geschreven")
    (written,) = (example.parent / "concepten").iterdir()
    assert written.read_bytes()[:2] == b"PK"


async def test_a_paper_is_in_the_house_style_of_the_last_time(example: Path, tmp_path: Path) -> None:
    template = tmp_path / "huis.docx"
    template.write_bytes(pack(house_parts()))
    settings.remember_template(example, template)
    app = app_on(example, Place.CONCEPT)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        rows_of(app).go_to(PaperKey(paper_of("stuurgroep")))
        await pilot.press("c")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "In de huisstijl van huis.docx" in seen(app)
    (written,) = (example.parent / "concepten").iterdir()
    assert b"De Waard" in b"".join(unpack(written.read_bytes()).values())


async def test_without_a_desktop_it_is_told_where_a_paper_stands(example: Path) -> None:
    folder = example.parent / "concepten"
    folder.mkdir()
    (folder / "plan.docx").write_bytes(b"")
    app = app_on(example, Place.CONCEPT)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        rows_of(app).go_to(PaperKey(file="plan.docx"))
        (folder / "plan.docx").unlink()
        await pilot.press("o")
        assert "plan.docx staat niet meer in de map concepten" in seen(app)


def test_over_ssh_nothing_is_opened(tmp_path: Path) -> None:
    assert not opened_with_desktop(tmp_path, {"SSH_CONNECTION": "1", "DISPLAY": ":0"})
    assert not opened_with_desktop(tmp_path, {})


async def test_what_was_just_written_can_be_opened_where_it_was_written(example: Path) -> None:
    app = app_on(example, Place.CONCEPT)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        rows_of(app).go_to(PaperKey(paper_of("agenda")))
        await pilot.press("c")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert rows_of(app).current_key == PaperKey(paper_of("agenda"))
        await pilot.press("o")
        await pilot.pause()
        assert "Open dit op je eigen computer" in seen(app)
        assert str(example.parent) in seen(app).replace("\n", "")
        assert "esc Sluiten" in seen(app)
        assert "Kiezen" not in seen(app), "no row leads anywhere"
        await pilot.press("escape", "up", "c")
        await app.workers.wait_for_complete()
        await pilot.pause()
    assert {path.suffix for path in (example.parent / "concepten").iterdir()} == {".ics", ".xlsx"}


@pytest.mark.parametrize(
    ("downs", "name", "table"),
    [(0, "rollen", "parties"), (1, "jaarplanning", "parties"), (2, "verklaring", "cofinancing")],
)
async def test_a_paper_for_the_party_of_the_cursor_is_written_from_its_list(
    example: Path, downs: int, name: str, table: str
) -> None:
    app = app_on(example, Place.PLAN)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        place = place_of(app)
        assert isinstance(place, PlaceScreen)
        place.show_record(list_of(table))
        at = app.dossier.get(place.current_ref) if place.current_ref else None
        assert isinstance(at, Party | Cofinancing)
        party = Ref("parties", at.party or 0 if isinstance(at, Cofinancing) else at.id)
        await pilot.press("w")
        await pilot.pause()
        assert f"Stukken voor {app.dossier.caption(party)}" in seen(app)
        await pilot.press("home", *["down"] * downs, "enter")
        await pilot.pause()
        assert "In concepten: " in seen(app)
    (written,) = (example.parent / "concepten").iterdir()
    assert written.name.startswith(name)


async def test_of_a_list_of_decisions_without_any_it_is_said_that_it_is_empty(example: Path, tmp_path: Path) -> None:
    begun = tmp_path / "begin.sto.json"
    DossierStore.create(begun, new_dossier("Almere", "2027-2028"))
    for path, is_empty in ((begun, True), (example, False)):
        app = app_on(path, Place.EVALUATIE)
        async with app.run_test() as pilot:
            await pilot.press("w")
            said = place_of(app).bar.message
            assert (said.startswith("De lijst is nog leeg. "), "In concepten: " in said) == (is_empty, True)


async def test_choices_are_written_and_kept(plan: Path, tmp_path: Path) -> None:
    template = tmp_path / "huis.docx"
    template.write_bytes(pack(house_parts()))
    app = app_on(plan, Place.CONCEPT)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("k")
        retype(app, "template", str(tmp_path / "weg.docx"))
        await pilot.press("ctrl+s")
        await until_seen(app, pilot, "Controleer de naam en de map.")
        retype(app, "template", str(template))
        form_of(app)._form._fields["without_contacts"].editor.focus()
        await pilot.press("space")
        form_of(app)._form._fields["commenting"].editor.focus()
        await pilot.press("space", "ctrl+s")
        await until_seen(app, pilot, "In de huisstijl van huis.docx")
        await pilot.press("escape")
        rows_of(app).go_to(PaperKey(paper_of("alles")))
        await until_seen(app, pilot, "Gekozen met k: zonder contactgegevens", "met uitleg")
        await pilot.press("c")
        await until(pilot, lambda: len(list((plan.parent / "concepten").glob("*.docx"))) == 2)
    assert settings.template_of(plan) == template
    for written in (plan.parent / "concepten").iterdir():
        text = b"".join(unpack(written.read_bytes()).values())
        assert b"De Waard" in text
        assert b"Zo geef je commentaar" in text
        assert app.dossier.region.contact.encode() not in text


async def test_what_cannot_be_chosen_is_told(example: Path) -> None:
    app = app_on(example, Place.CONCEPT)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        rows_of(app).go_to(PaperKey(paper_of("werkmap")))
        await pilot.press("k")
        assert "Bij Werkmap valt niets te kiezen." in seen(app)
