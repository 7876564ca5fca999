"""The private parts of Textual that we use are where they were, and Textual still does not do what we do instead.

When a test about plain Textual fails after an upgrade, our part in `widgets/textual_gaps.py` can probably go.
"""

from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

import pytest
from textual.app import App, ComposeResult
from textual.color import Color
from textual.containers import VerticalScroll
from textual.events import Key, Resize
from textual.geometry import Region
from textual.screen import Screen
from textual.widgets import Input, Label, TextArea

from sto_tui.colours import THEMES
from sto_tui.widgets.inputs import TextInput
from sto_tui.widgets.long_text import LongText
from sto_tui.widgets.textual_gaps import GuardedApp, QuietScreen
from tests.support.textual_gaps import drawn_anew, watch_what_is_sent

SIZE = (60, 20)


class Quiet(QuietScreen, Screen[None]):
    pass


class OnOneScreen(App[None]):
    """An app on a screen of one kind or the other."""

    def __init__(self, screen: type[Screen[None]]) -> None:
        super().__init__()
        self._kind = screen

    def get_default_screen(self) -> Screen[None]:
        return self._kind()


class Two(OnOneScreen):
    """Two fields and a text."""

    CSS = "Input, Input:focus { border: none; height: 1; background-tint: transparent; }"

    def compose(self) -> ComposeResult:
        yield Label("\n".join(["een lange regel met veel letters en tekens"] * 8), id="long")
        yield Input("een", id="one")
        yield Input("twee", id="two")


async def bytes_for(
    screen: type[Screen[None]], change: Callable[[Two], None], monkeypatch: pytest.MonkeyPatch
) -> tuple[int, int]:
    """How much is sent for a change, and how much the whole screen is."""
    app = Two(screen)
    sent: list[str] = []
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        app.query_one("#one").focus()
        await pilot.pause()
        watch_what_is_sent(app, sent.append, monkeypatch)
        change(app)
        await pilot.pause()
        return sum(map(len, sent)), len(drawn_anew(app))


def to_the_other_field(app: Two) -> None:
    app.query_one("#two").focus()


def the_last_cell(app: Two) -> None:
    app.query_one("#long").refresh(Region(40, 3, 1, 1))


async def test_a_move_of_the_focus_repaints_the_whole_screen_but_not_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    plain, whole = await bytes_for(Screen, to_the_other_field, monkeypatch)
    assert plain >= whole * 0.9
    ours, _ = await bytes_for(Quiet, to_the_other_field, monkeypatch)
    assert 0 < ours < whole / 2


async def test_one_cell_is_sent_with_what_stands_to_its_left_but_not_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    plain, _ = await bytes_for(Screen, the_last_cell, monkeypatch)
    ours, _ = await bytes_for(Quiet, the_last_cell, monkeypatch)
    assert 0 < ours < plain - 30


class Asked(Label):
    """Keeps the sizes that it heard of."""

    def on_mount(self) -> None:
        self.heard: list[tuple[int, int]] = []

    def on_resize(self, event: Resize) -> None:
        self.heard.append(event.size)


class Unfolding(OnOneScreen):
    """Above a part that scrolls stands one label that grows, and one that appears."""

    CSS = "Label { width: 60; } #long { height: 40; } #grows { height: 1; } #appears { height: 2; display: none; }"

    def compose(self) -> ComposeResult:
        yield Asked(id="grows")
        yield Asked(id="appears")
        with VerticalScroll():
            yield Label(id="long")


async def heard_after_a_scroll(kind: type[Screen[None]]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """What the labels hear when someone asks where all stands between a change of style and its layout."""
    app = Unfolding(kind)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        grows, appears = app.query_one("#grows", Asked), app.query_one("#appears", Asked)
        app.query_one(VerticalScroll).scroll_to(y=5, animate=False, immediate=True)
        await pilot.pause()
        grows.styles.height, appears.display = 3, True
        assert (grows.region.height, appears.region.height) == (3, 2)
        await pilot.pause(0.1)
        return grows.heard, appears.heard


async def test_who_grows_or_appears_after_a_scroll_hears_nothing_of_it_but_ours_do() -> None:
    assert await heard_after_a_scroll(Screen) == ([(60, 1)], [])
    assert await heard_after_a_scroll(Quiet) == ([(60, 1), (60, 3)], [(60, 2)])


class Places(App[None]):
    """Two places of one kind of screen; counts how often all there is is styled anew."""

    CSS = "Label { color: $sto-primary; }"

    def __init__(self, screen: type[Screen[None]]) -> None:
        super().__init__()
        self.times = 0
        for own in THEMES:
            self.register_theme(own)
        self.theme = THEMES[0].name
        for place in ("here", "there"):
            self.add_mode(place, partial(with_words, screen, place))

    def refresh_css(self, animate: bool = True) -> None:
        self.times += 1
        super().refresh_css(animate)


def with_words(kind: type[Screen[None]], words: str) -> Screen[None]:
    screen = kind()
    screen.compose = lambda: [Label(words)]  # type: ignore[method-assign]
    return screen


async def styled_anew(kind: type[Screen[None]]) -> int:
    """How often all is styled anew when a second place is shown for the first time."""
    app = Places(kind)
    async with app.run_test(size=SIZE) as pilot:
        app.switch_mode("here")
        await pilot.pause()
        before = app.times
        app.switch_mode("there")
        await pilot.pause()
        return app.times - before


async def test_a_new_place_styles_all_there_is_twice_but_not_ours() -> None:
    assert await styled_anew(Screen) == 2
    assert await styled_anew(Quiet) == 0


async def test_a_place_takes_the_theme_that_was_chosen_elsewhere() -> None:
    app = Places(Quiet)
    async with app.run_test(size=SIZE) as pilot:
        for theme, place in ((0, "here"), (0, "there"), (1, "there"), (1, "here"), (0, "here"), (0, "there")):
            app.theme = THEMES[theme].name
            app.switch_mode(place)
            if len(app.screen_stack) == 1:
                await app.push_screen(with_words(Quiet, "Een venster"))
            await pilot.pause()
            for screen in app.screen_stack:
                assert screen.query_one(Label).styles.color == Color.parse(THEMES[theme].variables["sto-primary"])


async def styled_again(kind: type[Screen[None]]) -> list[bool]:
    """Whether a window is styled anew when it first comes to the front, when it comes back, and after another theme."""

    class Counted(kind):  # type: ignore[valid-type,misc]
        times = 0

        def update_node_styles(self, animate: bool = True) -> None:
            self.times += 1
            super().update_node_styles(animate)

    app = Places(kind)
    async with app.run_test(size=SIZE) as pilot:
        found = []
        window = with_words(Counted, "Een venster")
        for theme, over in ((0, window), (0, None), (1, None)):
            assert isinstance(window, Counted)
            before = window.times
            if over is None:
                await app.push_screen(kind())
                app.theme = THEMES[theme].name
                await app.pop_screen()
            else:
                await app.push_screen(over)
            await pilot.pause()
            found.append(window.times > before)
            assert window.query_one(Label).styles.color == Color.parse(THEMES[theme].variables["sto-primary"])
        return found


async def test_a_window_is_styled_again_when_it_is_shown_but_not_ours() -> None:
    assert await styled_again(Screen) == [True, False, False], "how it comes back is known"
    assert await styled_again(Quiet) == [False, False, False]


async def typed_in(field: Input | TextArea) -> str:
    """What stands in a field when keys come in one packet: b, a, backspace, c."""

    class One(App[None]):
        def __init__(self) -> None:
            super().__init__()
            self.register_theme(THEMES[0])
            self.theme = THEMES[0].name

        def compose(self) -> ComposeResult:
            yield field

    app = One()
    async with app.run_test(size=SIZE) as pilot:
        field.focus()
        await pilot.pause()
        for key, character in (("b", "b"), ("a", "a"), ("backspace", "\x7f"), ("c", "c")):
            app.post_message(Key(key, character))
        await pilot.pause()
        return field.value if isinstance(field, Input) else field.text


@pytest.mark.parametrize("plain", [Input, TextArea])
async def test_keys_in_one_packet_change_places_in_fields_of_textual(plain: Callable[[], Input | TextArea]) -> None:
    assert await typed_in(plain()) == "ba"


@pytest.mark.parametrize("ours", [TextInput, LongText])
async def test_keys_in_one_packet_keep_their_order_in_our_fields(ours: Callable[[], Input | TextArea]) -> None:
    assert await typed_in(ours()) == "bc"


class Guarded(GuardedApp):
    left = 0

    def last_act(self) -> None:
        self.left += 1
        raise RuntimeError("the typing cannot be kept either")


async def breaks() -> None:
    secret = "geheim van de school"
    raise ValueError(f"broken {len(secret)}")


async def run_broken(app: App[Any], breaking: Callable[[], Awaitable[None]]) -> None:
    async with app.run_test(size=SIZE) as pilot:
        app.call_later(breaking)
        await pilot.pause()


async def test_textual_prints_what_an_error_knew_of(capsys: pytest.CaptureFixture[str]) -> None:
    app: App[None] = App()
    with pytest.raises(ValueError, match="broken"):
        await run_broken(app, breaks)
    assert "geheim van de school" in capsys.readouterr().err


async def test_a_guarded_app_ends_in_order_says_nothing_and_keeps_the_error(capsys: pytest.CaptureFixture[str]) -> None:
    app = Guarded()
    with pytest.raises(ValueError, match="broken"):
        await run_broken(app, breaks)
    assert isinstance(app.crash, ValueError)
    assert app.left == 1
    assert app.return_code == 1
    assert capsys.readouterr() == ("", "")


async def test_an_app_can_be_ended_with_an_error() -> None:
    app = Guarded()

    async def end() -> None:
        app.end_with(OSError("gone"))

    with pytest.raises(OSError, match="gone"):
        await run_broken(app, end)
    assert app.left == 1
    assert str(app.crash) == "gone"


class BegunInAMode(App[None]):
    MODES = {"first": lambda: Screen(id="first")}

    def __init__(self) -> None:
        vars(self)["DEFAULT_MODE"] = "first"
        super().__init__()


async def test_an_app_can_begin_in_a_mode_without_an_empty_screen_before_it() -> None:
    app = BegunInAMode()
    async with app.run_test(size=SIZE):
        assert [screen.id for screen in app.screen_stack] == ["first"]
        assert app.current_mode == "first"
