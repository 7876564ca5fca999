"""Enter on a finding: its place, the record or list that it is about, and the cursor in the field that it names."""

import shutil
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from sto_tui.app import StoApp
from sto_tui.domain.change import changing
from sto_tui.domain.dossier import list_of, ref_of
from sto_tui.domain.plan import Goal
from sto_tui.domain.record import Ref, fields_of
from sto_tui.domain.tables import BY_MODEL, TABLES
from sto_tui.domain.vision import Indicator
from sto_tui.places import Place
from sto_tui.planning.checks.finding import CHECKS, all_checks, findings
from sto_tui.planning.checks.veri import row_errors
from sto_tui.screens.editing.form import FormWindow
from sto_tui.screens.editing.record_edit import RecordEdit
from sto_tui.screens.frame.list_place import PlaceScreen
from sto_tui.screens.frame.place import PlaceFrame
from sto_tui.screens.veri.screen import VeriScreen
from sto_tui.screens.windows.findings import FindingsWindow
from sto_tui.storage.file.codec import decode, dossier_from
from sto_tui.storage.store import DossierStore
from sto_tui.widgets.detail import FindingsByRecord
from sto_tui.widgets.editors import visible_fields
from tests.conftest import SAMPLES, clock
from tests.planning.checks.test_findings import CASES, CLEAN, Case, edited
from tests.planning.checks.test_milestone_findings import CHAIN_CASES
from tests.support.screens import app_on, form_at, place_of, seen, until, without_form

EVERY_CASE = (*CASES, *CHAIN_CASES)


@pytest.mark.parametrize("case", EVERY_CASE, ids=lambda case: case.rule)
def test_what_a_finding_points_at_is_there(case: Case) -> None:
    """A list, or a record, and then a field that its form shows."""
    ref = Ref.parse(case.ref)
    if ref == list_of(ref.table):
        return
    dossier = edited(*case.edits)
    assert dossier.get(ref)
    fields = visible_fields(TABLES[ref.table].model, dossier.region)
    assert ref.field is None or ref.field in {spec.name for spec in fields}


@pytest.mark.parametrize("name", ["almere-2020-2023", "voorbeeldregio-2027-2028"])
@pytest.mark.parametrize("today", [date(2019, 3, 27), date(2026, 11, 22), date(2027, 9, 3), date(2030, 1, 1)])
def test_what_the_findings_of_the_samples_point_at_is_there(name: str, today: date) -> None:
    dossier = dossier_from(decode((SAMPLES / f"{name}.sto.json").read_bytes(), name), name)
    for finding in findings(dossier, today):
        ref = finding.ref
        assert ref == list_of(ref.table) or dossier.get(ref), finding
        assert ref.field is None or not fields_of(TABLES[ref.table].model)[ref.field].hidden, finding


def first_and_last_of_each_table() -> list[tuple[Ref, Place]]:
    """Targets that stand for all of a table at a place, once with a field and once more when there are others.

    That every field is in its form is seen above, without an app.
    """
    of_table: dict[tuple[Place, str, bool], list[Ref]] = {}
    for case in EVERY_CASE:
        ref, place = Ref.parse(case.ref), CHECKS[case.rule].place
        of_table.setdefault((place, ref.table, ref == list_of(ref.table)), []).append(ref)
    ends = ((place, dict.fromkeys((refs[0], refs[-1]))) for (place, *_), refs in of_table.items())
    return [(ref, place) for place, refs in ends for ref in refs]


@pytest.mark.parametrize("half", [0, 1])
async def test_enter_on_a_finding_leads_to_the_field_that_it_names(tmp_path: Path, half: int) -> None:
    """In two walks, which may be made at the same time."""
    all_checks()
    tables = {name: dict(records) for name, records in CLEAN.tables.items()}
    for case in EVERY_CASE:
        for edit in case.edits:
            if not isinstance(edit, Ref):
                tables[BY_MODEL[type(edit)].name].setdefault(edit.id, edit)
    path = tmp_path / "regio.sto.json"
    DossierStore.create(path, CLEAN.with_tables(tables))
    app = app_on(path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        for ref, place in first_and_last_of_each_table()[half::2]:
            app.going.go_to(ref, place)
            await pilot.pause()
            if ref.field:
                form = await form_at(app, pilot, ref.field)
                assert isinstance(form.edited, RecordEdit)
                assert form.edited.ref == ref.at(None), ref
                await pilot.press("escape")
                await without_form(app, pilot)
            here = place_of(app)
            assert here.place is place, ref
            if ref == list_of(ref.table):
                assert isinstance(here, PlaceScreen)
                assert here.section.table == ref.table, ref
            elif isinstance(here, VeriScreen):
                assert ref.table == "veri" or ref in (here.current_ref, here.matrix.column_key), ref
            elif ref.table != "region" and TABLES[ref.table].place is place:
                assert here.current_ref == ref.at(None), (ref, here.current_ref)


@pytest.mark.parametrize("size", [(80, 24), (60, 20)], ids=str)
@pytest.mark.parametrize("name", ["almere-2020-2023", "voorbeeldregio-2027-2028"])
async def test_the_worst_finding_of_a_row_can_be_read_to_its_end(
    tmp_path: Path, name: str, size: tuple[int, int]
) -> None:
    """One record of every rule: its sentence stands in full in the lines under the rows, however long it is.

    In the smallest window a full list keeps most of its rows, and a very long sentence may end in an ellipsis.
    """
    path = Path(shutil.copy(SAMPLES / f"{name}.sto.json", tmp_path / "regio.sto.json"))
    app = app_on(path)
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        by_record = FindingsByRecord()
        tried = 0
        for finding in {one.check: one for one in app.findings.latest}.values():
            ref = finding.ref.at(None)
            if finding.place in (Place.OVERZICHT, Place.VERI) or ref == list_of(ref.table) or ref.table == "region":
                continue
            app.going.go_to(ref, finding.place)
            sentences = [as_prose(one.message) for one in by_record.of(app.dossier, ref, app.findings.latest)]
            await until(pilot, partial(_reads, app, finding.place, sentences))
            tried += 1
        assert tried > 10


def _reads(app: StoApp, place: Place, sentences: list[str]) -> bool:
    """Whether the app is at this place, and one of these sentences stands there from its first to its last word."""
    if not isinstance(app.screen, PlaceFrame) or app.screen.place is not place:
        return False
    beside = "\n".join(line.partition("│")[2] for line in seen(app).splitlines())
    text, main = f"{as_prose(seen(app))} {as_prose(beside)}", app.screen.main
    is_full = app.size.height < 24 and main.line_count >= main.window_height
    return any(one in text or (is_full and one[:100] in text) for one in sentences)


async def test_what_is_wrong_with_a_figure_stands_under_it(example: Path) -> None:
    store = DossierStore.open(example, "jan", clock)
    figure = store.dossier.of(Indicator)[1]
    store.apply(changing(store.dossier, figure, figure.changed(source="")))
    app = app_on(example, Place.REGIOVISIE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        place_of(app).show_record(ref_of(figure))
        sentence = f"Het cijfer ‘{figure.title}’ heeft geen bron. Vul in waar de waarden vandaan komen."
        await until(pilot, lambda: sentence in as_prose(seen(app)))


async def test_what_is_wrong_in_a_row_of_the_matrix_can_be_read_to_its_end(small: Path) -> None:
    app = app_on(small, Place.VERI)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        row = Ref("milestones", 8)
        place_of(app).show_record(row)
        wrong = row_errors(app.dossier, row)
        assert len(wrong) > 1
        await until(pilot, lambda: all(one in as_prose(seen(app)) for one in wrong))
        assert "support" in seen(app), "the legend stays"
        before = place_of(app).main.size.height
        await pilot.press("home", "down")
        await pilot.pause()
        assert place_of(app).main.size.height == before, "the height follows the rows, not the cursor"


def as_prose(text: str) -> str:
    """What stands on the screen as one line, so that a sentence over several lines can be found."""
    return " ".join(text.split())


async def test_a_finding_about_a_row_of_the_matrix_leads_there_from_overzicht_too(example: Path) -> None:
    app = app_on(example)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        wanted = next(one for one in app.findings.latest if one.check == "no_doer")
        await pilot.press("m")
        assert isinstance(app.screen, FindingsWindow)
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
        app.going.go_to(app.dossier.aside[0].ref, Place.PLAN)
        await pilot.pause()
        assert not isinstance(app.screen, FormWindow)
        assert "deze keuze bestaat niet" in seen(app)


async def test_the_list_of_findings_is_never_that_of_an_earlier_dossier(example: Path) -> None:
    """A key may arrive before the findings of the last edit were worked out; an empty list would be untrue."""
    app = app_on(example)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        before = len(app.findings.latest)
        goal = next(one for one in app.dossier.of(Goal).values() if one.target)
        app.changes.apply(changing(app.dossier, goal, goal.changed(target="")))
        place_of(app).action_act("findings")
        await pilot.pause()
        assert isinstance(app.screen, FindingsWindow)
        assert len(app.findings.latest) > before
        assert app.screen._list.go_to(next(one for one in app.findings.latest if one.check == "goal_without_target"))


async def test_what_is_not_there_yet_has_no_row_and_the_finding_is_said_again(example: Path) -> None:
    app = app_on(example)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        finding = next(one for one in findings(app.dossier, date(2026, 11, 22)) if one.check == "chapter_without_text")
        app.going.go_to(finding.ref, finding.place, finding.message)
        await until(pilot, lambda: "Er is nog geen eigen tekst bij" in seen(app))
