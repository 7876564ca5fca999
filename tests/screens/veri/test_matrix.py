"""The VERI matrix on the screen: letters, ranges, copying, columns, and what is on disk after each."""

import json
from datetime import date
from pathlib import Path

import pytest

from sto_tui.app import StoApp
from sto_tui.domain.change import changing, removing
from sto_tui.domain.milestones import Milestone, VeriCode
from sto_tui.domain.record import Ref
from sto_tui.places import Place
from sto_tui.planning.veri.filling import filled
from sto_tui.screens.veri.screen import VeriScreen
from sto_tui.storage.store import DossierStore
from sto_tui.widgets.shell import KeyBar
from tests.conftest import clock
from tests.support.screens import SIZES, app_on, seen, stored, until_seen


def place(app: StoApp) -> VeriScreen:
    assert isinstance(app.screen, VeriScreen)
    return app.screen


def codes(path: Path, row: str) -> dict[str, str]:
    return {str(one["party"]): str(one["code"]) for one in stored(path, "veri").values() if one["row"] == row}


def at(app: StoApp, row: str, party: str) -> None:
    """Puts the cursor on a cell."""
    assert place(app).matrix.go_to(Ref.parse(row))
    assert place(app).matrix.go_to_column(Ref.parse(party))


async def test_letters_fill_and_the_cursor_moves_on(example: Path) -> None:
    app = app_on(example, Place.VERI)
    async with app.run_test(size=(80, 24)) as pilot:
        at(app, "milestones/5", "bodies/1")
        await pilot.press("e", "v", "space", "i", "b")
        await pilot.pause()
        filled = {"bodies/1": "E", "bodies/2": "V", "bodies/4": "I", "bodies/5": "VE"}
        assert codes(example, "milestones/5").items() >= filled.items()
        assert "bodies/3" not in codes(example, "milestones/5")
        before = example.read_bytes()
        await pilot.press("x")
        assert "‘x’ is geen rol" in seen(app)
        assert example.read_bytes() == before
        await pilot.press("j", "r")
        assert "(E)" not in seen(app).split("1.1e")[1].split("\n")[0]
        assert place(app).current_ref == Ref("milestones", 6), "down, after d"
        await pilot.press("z", "z")
        assert codes(example, "milestones/5").get("bodies/5") is None


async def test_a_cell_that_someone_else_filled_meanwhile_is_not_written_over(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The key comes before the app looks whether the file changed."""
    monkeypatch.setattr("sto_tui.app.POLL_SECONDS", 60)
    app = app_on(example, Place.VERI)
    async with app.run_test(size=(80, 24)) as pilot:
        at(app, "milestones/5", "bodies/2")
        anja = DossierStore.open(example, "anja", clock)
        anja.apply(filled(anja.dossier, [(Ref("milestones", 5), Ref("bodies", 2))], VeriCode.VERANTWOORDELIJK))
        await pilot.press("e")
        assert "ingevuld door anja" in seen(app)
        assert codes(example, "milestones/5")["bodies/2"] == "V"
        assert place(app).matrix.column_key == Ref("bodies", 2), "who types in a rhythm is not one cell off"


async def test_a_range_stays_while_someone_else_works_elsewhere(example: Path) -> None:
    app = app_on(example, Place.VERI)
    async with app.run_test(size=(80, 24)) as pilot:
        at(app, "milestones/3", "bodies/5")
        await pilot.press("J", "J")
        anja = DossierStore.open(example, "anja", clock)
        anja.apply(filled(anja.dossier, [(Ref("milestones", 9), Ref("bodies", 1))], VeriCode.INFORMEREN))
        app.following.poll()
        await pilot.pause()
        await pilot.press("s")
        assert [codes(example, f"milestones/{number}").get("bodies/5") for number in (3, 4, 5)] == ["S", "S", "S"]


async def test_a_click_goes_to_the_cell_and_the_footer_only_explains(example: Path) -> None:
    app = app_on(example, Place.VERI)
    async with app.run_test(size=(80, 24)) as pilot:
        before = example.read_bytes()
        await pilot.click("#list", offset=(46, 4))
        assert place(app).matrix.column == 2
        await pilot.click(KeyBar, offset=(3, 1))
        assert "b is V en E samen" in seen(app)
        assert example.read_bytes() == before


async def test_a_range_is_one_change_and_one_step_back(example: Path) -> None:
    app = app_on(example, Place.VERI)
    async with app.run_test(size=(80, 24)) as pilot:
        at(app, "milestones/3", "bodies/5")
        before = stored(example, "veri")
        await pilot.press("shift+down", "shift+down", "shift+right")
        assert "6 cellen gekozen" in seen(app)
        await pilot.press("r")
        await pilot.pause()
        for number in (3, 4, 5):
            assert codes(example, f"milestones/{number}").items() >= {"bodies/5": "R", "bodies/6": "R"}.items()
        await pilot.press("z")
        assert [(one["row"], one["party"], one["code"]) for one in stored(example, "veri").values()] == [
            (one["row"], one["party"], one["code"]) for one in before.values()
        ]


async def test_copying_goes_to_the_row_below_and_to_the_rows_of_the_range(example: Path) -> None:
    app = app_on(example, Place.VERI)
    async with app.run_test(size=(120, 40)) as pilot:
        at(app, "milestones/3", "bodies/1")
        row = codes(example, "milestones/3")
        await pilot.press("D")
        await pilot.pause()
        assert codes(example, "milestones/4") == row
        await pilot.press("shift+down", "shift+down", "D")
        await pilot.pause()
        assert codes(example, "milestones/5") == codes(example, "milestones/6") == row


async def test_inherited_roles_are_drawn_otherwise_and_become_own_when_one_changes(example: Path) -> None:
    app = app_on(example, Place.VERI)
    async with app.run_test(size=(80, 24)) as pilot:
        row = next(one for one in place(app)._rows if one.inherited_from)
        party = next(iter(row.shown))
        at(app, str(row.ref), str(party))
        await until_seen(app, pilot, f"({row.shown[party][0].value})", "(van ")
        await pilot.press("space")
        await pilot.pause()
        others = {str(one): cell[0].value for one, cell in row.shown.items() if one != party}
        assert codes(example, str(row.ref)) == others, "nobody else loses a role on the screen"


async def test_faults_are_stepped_through_and_hints_come_on_demand(example: Path) -> None:
    app = app_on(example, Place.VERI)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("n")
        await until_seen(app, pilot, "Nog af te spreken: 1 van")
        first = place(app).current_ref
        await until_seen(app, pilot, "! Kies één E voor 3.2d: nu beslist niemand.")
        await pilot.press("n", "N")
        assert place(app).current_ref == first
        await pilot.press("k")
        assert "? " in seen(app)


async def test_columns_are_moved_and_hidden_and_a_period_is_chosen(example: Path) -> None:
    app = app_on(example, Place.VERI)
    async with app.run_test(size=(80, 24)) as pilot:
        heads = [column.key for column in place(app).matrix._columns]
        await pilot.press("right_square_bracket")
        assert [column.key for column in place(app).matrix._columns][:2] == [heads[1], heads[0]]
        await pilot.press("H")
        assert "1 kolom met rollen verborgen" in seen(app)
        assert any(one.get("veri_hidden") for one in stored(example, "bodies").values())
        await pilot.press("U")
        await until_seen(app, pilot, "1 kolom teruggezet.")
        assert not any(one.get("veri_hidden") for one in stored(example, "bodies").values())
        await pilot.press("H", "right", "H", "U")
        await until_seen(app, pilot, "2 kolommen teruggezet.")
        await pilot.press("l", *"Q127", "enter")
        await until_seen(app, pilot, "in Q127:")
        assert "1.1a" in seen(app)
        assert "1.1f" not in seen(app)


async def test_a_matrix_without_rows_says_why_and_what_to_do(example: Path) -> None:
    """Of a period of which a colleague moved the only milestone, and of a plan without themes and milestones."""
    raw = json.loads(example.read_bytes())
    for table in ("themes", "speerpunten", "veri", "progress"):
        raw[table] = {}
    raw["milestones"] = {"1": {"number": "1", "title": "Lab", "start": "2027-01-01", "due": "2027-03-31"}}
    example.write_text(json.dumps(raw), encoding="utf-8")
    app = app_on(example, Place.VERI)
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("l", *"Q127", "enter")
        await until_seen(app, pilot, "in Q127:")
        colleague = DossierStore.open(example, "anja", clock)
        lab = colleague.dossier.of(Milestone)[1]
        later = lab.changed(start=date(2028, 1, 1), due=date(2028, 3, 31))
        colleague.apply(changing(colleague.dossier, lab, later))
        await until_seen(app, pilot, "In Q127 loopt niets meer. Met l kies je een andere periode.")
        colleague.apply(removing(colleague.dossier, colleague.dossier.of(Milestone)[1]))
        await pilot.press("l", *["backspace"] * 4, "enter")
        await until_seen(app, pilot, "Nog geen thema’s of mijlpalen. Voeg ze toe bij 4 Plan en 5 Mijlpalen.")


async def test_every_size_keeps_legend_and_sentence_in_sight(example: Path) -> None:
    app = app_on(example, Place.VERI)
    async with app.run_test(size=SIZES[0]) as pilot:
        for size in SIZES:
            await pilot.resize_terminal(*size)
            legend = ("verantwoordelijk", "raadplegen", "out of the loop", "support")
            await until_seen(app, pilot, *legend, "V bij mijlpalen", "nog ")
        await pilot.press("F")
        assert "▸1" in seen(app)
        await pilot.press("plus")
        assert "▾1" in seen(app)
