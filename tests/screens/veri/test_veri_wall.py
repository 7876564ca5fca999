"""The VERI matrix on the wall: one row at a time, a letter per party, at once on disk."""

from pathlib import Path

from rich.cells import cell_len
from textual.pilot import Pilot

from sto_tui.app import StoApp
from sto_tui.colours import DARK, LIGHT
from sto_tui.domain.change import changing, removing
from sto_tui.domain.milestones import Milestone, VeriCode
from sto_tui.domain.parties import Party
from sto_tui.domain.record import Ref
from sto_tui.domain.region import Region
from sto_tui.places import Place
from sto_tui.planning.checks.veri import row_errors
from sto_tui.planning.veri.columns import columns, hidden_column
from sto_tui.planning.veri.filling import filled
from sto_tui.planning.veri.matrix import matrix_rows
from sto_tui.screens.veri.screen import VeriScreen
from sto_tui.screens.veri.wall import VeriWallScreen
from sto_tui.screens.veri.wall_rows import answer_lines, listed_parties, party_columns
from sto_tui.storage.store import DossierStore
from tests.conftest import clock
from tests.planning.checks.test_findings import dossier_of, milestone, role
from tests.support.screens import app_on, at_every_size, place_of, seen, stored

SCHOOL_2 = Ref("parties", 2)


def wall(app: StoApp) -> VeriWallScreen:
    assert isinstance(app.screen, VeriWallScreen), app.screen
    return app.screen


def roles_on_disk(path: Path, row: str) -> dict[str, str]:
    return {str(one["party"]): str(one["code"]) for one in stored(path, "veri").values() if one["row"] == row}


async def pressed(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


async def test_a_group_fills_row_after_row_and_ends_in_the_matrix_where_it_was(small: Path) -> None:
    app = app_on(small, Place.VERI, DARK)
    async with app.run_test() as pilot:
        await pressed(pilot, "p")
        dossier = app.dossier
        many = len(columns(dossier))
        assert app.theme == LIGHT
        for words in ("Proefles 1 is klaar", "nog geen datum", "rij 1 van 8", "! Bij 1.1 heeft niemand een rol."):
            assert words in seen(app)
        await pressed(pilot, *str(many), "E", "up", "v")
        assert roles_on_disk(small, "milestones/1") == {"parties/3": "E", "parties/2": "V"}
        await at_every_size(app, pilot, "Wie beslist?", "School 3", "Deze rij is compleet.", "1 van 8 compleet")
        await pressed(pilot, "1", "b", "x")
        assert "‘x’ is geen rol" in seen(app)
        assert "! Kies één E voor 1.1: nu beslissen twee partijen" in seen(app)
        assert len(roles_on_disk(small, "milestones/1")) == 3
        await pressed(pilot, "right", "left", "space", "enter", "n", "n")
        assert len(roles_on_disk(small, "milestones/1")) == 2
        assert wall(app).current_ref == Ref("milestones", 4)
        await pressed(pilot, "z")
        assert wall(app).current_ref == Ref("milestones", 1), "the group sees what is taken back"
        assert len(roles_on_disk(small, "milestones/1")) == 3
        await pressed(pilot, "right", "right", "2", "escape")
        assert app.theme == DARK
        assert place_of(app).current_ref == Ref("milestones", 3)
        assert isinstance(app.screen, VeriScreen)
        assert app.screen.matrix.column_key == columns(dossier)[1]


async def test_inherited_roles_stand_in_brackets_and_become_own_at_a_letter(example: Path) -> None:
    store = DossierStore.open(example, "jan", clock)
    dossier = store.dossier
    row = next(one for one in matrix_rows(dossier) if one.ref.table == "milestones" and one.above)
    own = [(row.ref, party) for party in columns(dossier, hidden=True)]
    store.apply(filled(dossier, own, None))
    shown = next(one for one in matrix_rows(store.dossier) if one.ref == row.ref)
    assert shown.inherited_from
    assert not shown.own
    decider = shown.with_code([VeriCode.EINDVERANTWOORDELIJK])[0]
    store.apply(hidden_column(store.dossier, decider, hidden=True))
    app = app_on(example, Place.VERI)
    async with app.run_test() as pilot:
        place_of(app).show_record(row.ref)
        await pressed(pilot, "p")
        assert wall(app).current_ref == row.ref
        assert wall(app).list.rows[-1].key == decider, "a column that was left out is shown when it has a role"
        for size in ((60, 20), (80, 24), (120, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert "(E)" in seen(app), size
            assert "Compleet met de rollen van" in seen(app), size
        await pressed(pilot, "end", "space")
        assert len(roles_on_disk(example, str(row.ref))) == len(shown.shown) - 1
        assert "(E)" not in seen(app)
        assert row_errors(app.dossier, row.ref)[0] in seen(app)


async def test_a_role_from_above_is_cleared_there_and_the_line_of_a_hidden_column_goes_with_its_role(
    small: Path,
) -> None:
    store = DossierStore.open(small, "jan", clock)
    milestone = store.dossier.of(Milestone)[1]
    store.apply(changing(store.dossier, milestone, milestone.changed(theme=1)))
    store.apply(filled(store.dossier, [(Ref("themes", 1), SCHOOL_2)], VeriCode.EINDVERANTWOORDELIJK))
    here = Ref("milestones", 2)
    hidden = [one for one in columns(store.dossier) if one != SCHOOL_2][:3]
    store.apply(filled(store.dossier, [(here, one) for one in hidden], VeriCode.INFORMEREN))
    for column in hidden:
        store.apply(hidden_column(store.dossier, column, hidden=True))
    app = app_on(small, Place.VERI)
    async with app.run_test() as pilot:
        place_of(app).show_record(Ref("milestones", 1))
        await pressed(pilot, "p")
        wall(app).show_record(SCHOOL_2)
        await pressed(pilot, "space")
        assert "Deze rol komt van thema 1; maak de cel daar leeg." in seen(app)
        while wall(app).current_ref != here:
            await pressed(pilot, "right")
        wall(app).show_record(hidden[0])
        for following in hidden[1:]:
            await pressed(pilot, "space")
            assert wall(app).party == following, "the cursor skips nobody"
        await pressed(pilot, "space")
        assert "Met → naar de volgende rij." in seen(app)


def test_a_number_of_three_digits_fits_beside_its_party() -> None:
    parties = [Party(id=number, name=f"School {number}") for number in range(1, 101)]
    dossier = dossier_of([Region(id=1, name="Proefland"), *parties, milestone(1, "1", None, None)])
    row = matrix_rows(dossier)[0]
    listed = listed_parties(dossier, row)
    assert party_columns(dossier, row, listed)[0].width == 3
    assert party_columns(dossier, row, listed[:9])[0].width == 2


def test_who_decides_and_does_has_air_and_who_stays_out_is_always_named() -> None:
    names = {number: f"Vereniging nummer {number:02} van de techniek in het noorden" for number in range(1, 9)}
    parties = [Party(id=number, name=name) for number, name in names.items()]
    codes = ["E", "V", "V", "R", "I", "S", "O", "O"]
    roles = [role(number, "milestones/1", f"parties/{number}", code) for number, code in enumerate(codes, 1)]
    dossier = dossier_of([Region(id=1, name="Proefland"), *parties, milestone(1, "1", None, None), *roles])
    row = matrix_rows(dossier)[0]
    drawn = answer_lines(dossier, row, listed_parties(dossier, row), 80, 8)
    lines = ["".join(text for text, _ in runs).rstrip() for runs in drawn]
    assert [line[:6].strip() for line in lines] == ["E", "", "V", "", "R", "I", "S", "O"]
    assert "Hoort er niet bij:  Vereniging nummer 07" in lines[7]
    assert lines[2].endswith("en nog 1")
    assert [runs[-1][1] for runs in drawn if runs] == ["bold", "bold", "text", "text", "text", "text"]
    for width in range(20, 121):
        for height in range(3, 20):
            shown = answer_lines(dossier, row, listed_parties(dossier, row), width, height)
            if width >= 40:
                assert max(sum(cell_len(text) for text, _ in runs) for runs in shown) <= width - 3, "beside the cursor"
            assert len([runs for runs in shown if runs]) <= height


async def test_the_bar_says_where_the_arrow_goes_and_the_list_of_keys_has_no_empty_heading(small: Path) -> None:
    app = app_on(small, Place.VERI)
    async with app.run_test(size=(80, 24)) as pilot:
        await pressed(pilot, "p")
        await at_every_size(app, pilot, "→ Volgende", "esc Stoppen")
        await pressed(pilot, "question_mark", "end")
        assert "In een lijst" in seen(app)
        assert "Overal" not in seen(app)


async def test_another_sessions_change_is_followed_and_a_long_title_is_whole(small: Path) -> None:
    app = app_on(small, Place.VERI)
    async with app.run_test() as pilot:
        await pressed(pilot, "p", "right")
        other = DossierStore.open(small, "anja", clock)
        other.apply(filled(other.dossier, [(Ref("milestones", 2), SCHOOL_2)], VeriCode.EINDVERANTWOORDELIJK))
        app.following.poll()
        await pilot.pause()
        assert "School 2" in seen(app)
        assert "Kies een V voor 1.2" in seen(app)
        long = " ".join(f"woord{number:02}" for number in range(30))
        milestone = other.dossier.of(Milestone)[2]
        other.apply(changing(other.dossier, milestone, milestone.changed(title=f"[x] {long}")))
        app.following.poll()
        await pilot.pause()
        await at_every_size(app, pilot, "1.2 [x]", *long.split())
        other.apply(removing(other.dossier, other.dossier.of(Milestone)[2]))
        app.following.poll()
        await pilot.pause()
        assert wall(app).current_ref == Ref("milestones", 3)
        await pressed(pilot, "escape")
