"""What is really drawn can be read in every theme: each text on what is behind it, in all colours, in 256 and in 16."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.color import Color
from rich.style import Style
from textual.pilot import Pilot

from sto_tui.app import StoApp
from sto_tui.colours import ANSI, THEMES
from sto_tui.domain.record import Ref
from sto_tui.places import Place
from sto_tui.screens.frame.list_place import PlaceScreen
from tests.support.contrast import PALETTES, Rgb, contrast, in_256_colours, rgb_of
from tests.support.golden_screens import app_in, back_at, windows_in_need
from tests.support.golden_texts import VOORBEELDREGIO
from tests.support.screens import place_of, until
from tests.support.textual_gaps import drawn_lines

TEXT, MARK = 4.5, 3.0
FORM_OF = {Place.PLAN: Ref("risks", 1), Place.MIJLPALEN: Ref("milestones", 1), Place.EVALUATIE: Ref("answers", 1)}


def drawn(app: StoApp) -> set[tuple[Style, bool]]:
    """Every style that has something in it, and whether that is text; a cursor on a blank counts."""
    pieces = [(text, style) for strip in drawn_lines(app) for text, style, _ in strip if style is not None]
    return {
        (Style.from_color(style.color, style.bgcolor) + Style(bold=style.bold, reverse=style.reverse), has_text(text))
        for text, style in pieces
        if text.strip() or style.reverse
    } | {(Style(dim=True), True) for text, style in pieces if style.dim and text.strip()}


def has_text(text: str) -> bool:
    return any(letter.isalnum() for letter in text)


def shown_as(style: Style) -> Iterator[tuple[str, Rgb, Rgb]]:
    """The two colours of a style in every terminal that its theme is for."""
    front, back = style.color, style.bgcolor
    colours = [colour for colour in (front, back) if colour is not None and not colour.is_default]
    if any(colour.number is None for colour in colours):
        assert front is not None
        assert back is not None
        yield "all colours", rgb_of(front), rgb_of(back)
        yield "256 colours", in_256_colours(front), in_256_colours(back)
        return
    for name, terminal in PALETTES.items():
        bold = bool(style.bold)
        yield name, terminal.rgb(front, of_text=True, bold=bold), terminal.rgb(back, of_text=False, bold=bold)


def hard_to_read(app: StoApp) -> list[str]:
    """What is too faint, and where."""
    found = []
    for style, is_text in drawn(app):
        assert not style.dim, f"dimmed text at {app.screen}: each terminal makes another colour of it"
        for terminal, front, back in shown_as(style):
            if (ratio := contrast(front, back)) < (TEXT if is_text else MARK):
                found.append(f"{app.theme}, {terminal}, {app.screen}: {style} has {ratio:.1f}")
    return found


async def in_every_theme(app: StoApp, pilot: Pilot[None]) -> list[str]:
    """What is too faint of the screen in front, in any theme."""
    found = []
    for theme in THEMES:
        app.theme = theme.name
        await pilot.pause()
        found += hard_to_read(app)
    return found


@pytest.mark.slow
@pytest.mark.parametrize("place", Place, ids=lambda place: place.word)
async def test_every_list_and_a_form(place: Place, tmp_path: Path) -> None:
    app = app_in(VOORBEELDREGIO, tmp_path, place)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.findings.is_worked_out)
        screen = place_of(app)
        for number in range(len(screen.sections)) if isinstance(screen, PlaceScreen) else (0,):
            if isinstance(screen, PlaceScreen):
                screen.show_section(number)
            await pilot.press("down")
            assert await in_every_theme(app, pilot) == []
        if ref := FORM_OF.get(place):
            screen.open_form(ref)
            await pilot.press("tab")
            assert await in_every_theme(app, pilot) == []


@pytest.mark.slow
async def test_windows(tmp_path: Path) -> None:
    app = app_in(VOORBEELDREGIO, tmp_path, Place.OVERZICHT)
    async with app.run_test(size=(120, 40)) as pilot:
        place = place_of(app)
        windows = windows_in_need()
        for name in ("Terugzetten", "Tekst uit Word", "Welke versie", "Plan uit Word"):
            app.push_screen(windows[name])
            await pilot.pause()
            assert await in_every_theme(app, pilot) == []
            await back_at(app, pilot, place)


async def test_the_cursor_in_a_field_is_seen_without_colour(tmp_path: Path) -> None:
    app = app_in(VOORBEELDREGIO, tmp_path, Place.MIJLPALEN)
    app.theme = ANSI
    async with app.run_test(size=(80, 24)) as pilot:
        place_of(app).open_form(Ref("milestones", 1))
        await pilot.pause()
        default = Color.default()
        reversed_styles = [style for style, _ in drawn(app) if style.reverse]
        assert [(style.color, style.bgcolor) for style in reversed_styles] == [(default, default)]
