"""The footer belongs to the list with the cursor, and a key that does nothing there says why."""

from pathlib import Path

from sto_tui.app import StoApp
from sto_tui.places import Place
from tests.support.screens import app_on, seen, show_list, stored, until_seen


def footer(app: StoApp) -> str:
    """The last line."""
    return seen(app).rstrip().split("\n")[-1]


async def test_the_footer_names_what_can_be_done_where_the_cursor_is(small: Path) -> None:
    app = app_on(small, Place.PLAN)
    async with app.run_test(size=(160, 40)) as pilot:
        await pilot.pause()
        assert "Vouwen" in footer(app)
        assert "Bewerken" not in footer(app), "the whole plan has no form"
        await pilot.press("down", "right")
        await until_seen(app, pilot, "enter Bewerken")
        assert footer(app).startswith(" ← Teruggaan")
        await pilot.press("escape")
        assert "→ Lezen" in footer(app)
        show_list(app, "Partijen")
        await until_seen(app, pilot, "Partij stoppen")
        show_list(app, "Ondersteuning")
        await pilot.pause()
        assert footer(app).startswith(" a Toevoegen"), "where nothing is yet, first how to add it"
        assert "Partij stoppen" not in footer(app)
        assert "Bewerken" not in footer(app)
        await pilot.resize_terminal(60, 20)
        await until_seen(app, pilot, "ctrl+q Sluiten  ? Toetsen")


async def test_a_key_that_does_nothing_here_says_so_and_changes_nothing(small: Path) -> None:
    app = app_on(small, Place.MIJLPALEN)
    before = small.read_bytes()
    async with app.run_test(size=(80, 24)) as pilot:
        for key, words in {
            "q": "Sluiten doe je met ctrl+q",
            "tab": "Deze plaats heeft maar één lijst.",
            "b": "‘b’ doet hier niets; bij 2 Evaluatie is het Besluiten.",
            "f5": "f5 doet hier niets.",
            "escape": "Hier is alles al te zien.",
        }.items():
            await pilot.press(key)
            assert words in seen(app), key
        assert small.read_bytes() == before
        await pilot.press("asterisk")
        assert any(milestone["quick_win"] for milestone in stored(small, "milestones").values())
