"""Enter on a finding: its place, the record or list that it is about, and the cursor in the field that it names."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from sto_tui.domain.dossier import list_of
from sto_tui.domain.record import Ref, fields_of
from sto_tui.domain.tables import BY_MODEL, TABLES
from sto_tui.places import PLACE_OF_TABLE
from sto_tui.planning.findings import RULES, all_rules, findings
from sto_tui.screens.dialogs.form import FormWindow
from sto_tui.screens.dialogs.listing import Listing
from sto_tui.screens.place import PlaceScreen
from sto_tui.screens.record_edit import RecordEdit
from sto_tui.screens.veri import VeriScreen
from sto_tui.storage.codec import decode, dossier_from
from sto_tui.storage.store import DossierStore
from sto_tui.widgets.editors import visible_fields
from tests.conftest import SAMPLES
from tests.screens import app_on, form_at, place_of, seen, without_form
from tests.test_findings import CASES, CLEAN, Case, edited
from tests.test_milestone_findings import CHAIN_CASES

EVERY_CASE = (*CASES, *CHAIN_CASES)


@pytest.mark.parametrize("case", EVERY_CASE, ids=lambda case: case.rule)
def test_what_a_finding_points_at_is_there(case: Case) -> None:
    """A list, or a record, and then a field that its form shows."""
    ref = Ref.parse(case.ref)
    if ref == list_of(ref.table):
        return
    assert edited(*case.edits).get(ref)
    assert ref.field is None or ref.field in {spec.name for spec in visible_fields(TABLES[ref.table].model)}


@pytest.mark.parametrize("name", ["almere-2020-2023", "voorbeeldregio-2027-2028"])
@pytest.mark.parametrize("today", [date(2019, 3, 27), date(2026, 11, 22), date(2027, 9, 3), date(2030, 1, 1)])
def test_what_the_findings_of_the_samples_point_at_is_there(name: str, today: date) -> None:
    dossier = dossier_from(decode((SAMPLES / f"{name}.sto.json").read_bytes(), name), name)
    for finding in findings(dossier, today):
        ref = finding.ref
        assert ref == list_of(ref.table) or dossier.get(ref), finding
        assert ref.field is None or not fields_of(TABLES[ref.table].model)[ref.field].hidden, finding


async def test_enter_on_a_finding_leads_to_the_field_that_it_names(tmp_path: Path) -> None:
    all_rules()
    tables = {name: dict(records) for name, records in CLEAN.tables.items()}
    for case in EVERY_CASE:
        for edit in case.edits:
            if not isinstance(edit, Ref):
                tables[BY_MODEL[type(edit)].name].setdefault(edit.id, edit)
    path = tmp_path / "regio.sto.json"
    DossierStore.create(path, CLEAN.with_tables(tables))
    targets = dict.fromkeys((Ref.parse(case.ref), RULES[case.rule].place) for case in EVERY_CASE)
    app = app_on(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for ref, place in targets:
            app.go_to(ref, place)
            await pilot.pause()
            if ref.field:
                form = await form_at(app, pilot, ref.field)
                assert isinstance(form.edited, RecordEdit)
                assert form.edited.ref == ref.at(None), ref
                await pilot.press("escape")
                await without_form(app, pilot)
            here = place_of(app)
            assert here.place_number == place, ref
            if ref == list_of(ref.table):
                assert isinstance(here, PlaceScreen)
                assert here.section.table == ref.table, ref
            elif isinstance(here, VeriScreen):
                assert ref.table == "veri" or ref in (here.current_ref, here.matrix.column_key), ref
            elif ref.table != "region" and PLACE_OF_TABLE[ref.table] == place:
                assert here.current_ref == ref.at(None), (ref, here.current_ref)


async def test_a_finding_about_a_row_of_the_matrix_leads_there_from_overzicht_too(example: Path) -> None:
    app = app_on(example)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        wanted = next(one for one in app.findings if one.rule == "no_doer")
        await pilot.press("m")
        assert isinstance(app.screen, Listing)
        assert app.screen._list.go_to(wanted)
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, VeriScreen)
        assert app.screen.current_ref == wanted.ref


async def test_a_finding_about_what_cannot_be_read_says_so_again(tmp_path: Path) -> None:
    path = tmp_path / "regio.sto.json"
    shutil.copy(SAMPLES / "voorbeeldregio-2027-2028.sto.json", path)
    path.write_bytes(path.read_bytes().replace(b'"gestopt"', b'"paars"', 1))
    app = app_on(path)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        app.go_to(app.dossier.aside[0].ref, 4)
        await pilot.pause()
        assert not isinstance(app.screen, FormWindow)
        assert "deze keuze bestaat niet" in seen(app)
