"""What is pasted: a table from a sheet keeps its cells, and ordinary text stays as it is."""

from pathlib import Path

from textual.events import Paste

from sto_tui.places import Place
from sto_tui.widgets.inputs import as_lines
from sto_tui.widgets.long_text import LongText
from tests.support.screens import app_on, form_of, stored


def test_only_what_is_a_table_gets_semicolons() -> None:
    assert as_lines("\t2024\t2025\nPIE\t\t5") == "; 2024; 2025\nPIE; ; 5"
    assert as_lines("\tingesprongen\n\tregel") == "\tingesprongen\n\tregel"


async def test_a_table_from_a_sheet_is_pasted_into_a_figure(example: Path) -> None:
    app = app_on(example, Place.REGIOVISIE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("tab", "down", "t")
        editor = form_of(app).focused
        assert isinstance(editor, LongText)
        editor.clear()
        app.post_message(Paste("profiel\t2024\t2025\r\nPIE\t98\t<5\r\n"))
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()
        series = list(stored(example, "indicators").values())[1]["series"]
        assert isinstance(series, list)
        assert [(one["label"], one["year"], one.get("value"), one.get("value_max")) for one in series] == [
            ("PIE", 2024, 98.0, None),
            ("PIE", 2025, None, 4.0),
        ]
