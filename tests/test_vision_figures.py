"""The figures of place 3: drawn beside the list, typed as a table, taken in from DUO."""

from pathlib import Path

from sto_tui.app import StoApp
from sto_tui.screens.vision import VisionScreen
from tests.screens import SIZES, app_on, form_of, retype, seen, stored
from tests.test_duo import PIE, pupils


def place(app: StoApp) -> VisionScreen:
    assert isinstance(app.screen, VisionScreen)
    return app.screen


async def test_a_figure_is_drawn_with_its_numbers_source_and_definition(example: Path) -> None:
    app = app_on(example, 3)
    async with app.run_test(size=SIZES[0]) as pilot:
        await pilot.press("tab")
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await pilot.pause(0.2)
            text = seen(app)
            assert "Leerlingen vmbo leerjaar 3 en 4" in text
            assert "█" in text, size
            assert "1.612" in text, size
        assert "bron: DUO" in seen(app)
        assert "techniek: BWI, PIE" in seen(app)


async def test_values_are_typed_as_a_table(example: Path) -> None:
    app = app_on(example, 3)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("t")
        assert "Dat kan bij de cijfers" in seen(app)
        await pilot.press("tab", "down", "t")
        form_of(app)
        retype(app, "table", "reeks; 2025; 2026*\nPIE; 104; veel")
        await pilot.press("ctrl+s")
        assert "Regel 2, 2026: ‘veel’ is geen waarde" in seen(app).replace("\n", " ")
        retype(app, "table", "reeks; 2025; 2026*\nPIE; 104; 110\nMVI; <5;")
        await pilot.press("ctrl+s")
        await pilot.pause()
        series = list(stored(example, "indicators").values())[1]["series"]
        assert isinstance(series, list)
        found = [(one["label"], one["year"], one.get("value"), one.get("value_max")) for one in series]
        assert found == [("PIE", 2025, 104.0, None), ("PIE", 2026, 110.0, None), ("MVI", 2025, None, 4.0)]
        await pilot.press("z")
        assert len(list(stored(example, "indicators").values())[1]["series"]) > 3  # type: ignore[arg-type]


async def test_files_of_duo_are_read_previewed_and_taken_over(example: Path, tmp_path: Path) -> None:
    source = pupils(tmp_path, ("01AB", "02", "VMBO BL lj 3-4", PIE, (5, "<5", 3, 4)), encoding="cp1252")
    app = app_on(example, 3)
    async with app.run_test(size=(80, 24)) as pilot:
        before = example.read_bytes()
        await pilot.press("tab", "i")
        retype(app, "files", str(source))
        retype(app, "brins", "01AB")
        await pilot.press("ctrl+s")
        for _ in range(50):
            await pilot.pause(0.1)
            if "Cijfers van DUO:" in seen(app):
                break
        assert "leerjaar 3" in seen(app)
        assert example.read_bytes() == before, "nothing is taken before it was seen"
        await pilot.press("enter")
        await pilot.pause()
        titles = [str(one["title"]) for one in stored(example, "indicators").values()]
        assert any("leerweg" in title.lower() for title in titles)
        await pilot.press("i")
        retype(app, "files", str(tmp_path / "er-niet.csv"))
        retype(app, "brins", "01AB")
        await pilot.press("ctrl+s")
        for _ in range(50):
            await pilot.pause(0.1)
            if "er-niet.csv" in seen(app):
                break
        assert "er-niet.csv" in seen(app)
        await pilot.press("escape")
        assert place(app).figure is not None or not place(app).in_sections
