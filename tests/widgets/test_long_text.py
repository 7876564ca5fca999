"""Keys that come together in a text of several lines: in their order, and as few changes as can be."""

from collections.abc import Iterator

from textual.app import App, ComposeResult
from textual.events import Key, MouseDown, Paste
from textual.message import Message
from textual.widgets import TextArea

from sto_tui.colours import THEMES
from sto_tui.widgets.long_text import LongText


class OneText(App[None]):
    """An app with one text in it, that counts how often the text is another one."""

    changes = 0

    def __init__(self) -> None:
        super().__init__()
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = THEMES[0].name

    def compose(self) -> ComposeResult:
        yield LongText("")

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        self.changes += 1


def keys(letters: str) -> Iterator[Message]:
    named = {"\n": "enter", "<": "left", "#": "backspace", "^": "home"}
    for letter in letters:
        yield Key(named[letter], None) if letter in named else Key(letter, letter)


def at_the_beginning() -> MouseDown:
    return MouseDown(None, 0, 0, 0, 0, 1, shift=False, meta=False, ctrl=False)


async def typed(*messages: Message) -> tuple[str, int]:
    """What stands in the text after these, that all come at once, and how many changes it took."""
    app = OneText()
    async with app.run_test(size=(40, 10)) as pilot:
        app.query_one(LongText).focus()
        await pilot.pause()
        for message in messages:
            app.post_message(message)
        await pilot.pause()
        text = app.query_one(LongText).text
        await pilot.pause()
        return text, app.changes


async def test_thousands_of_letters_are_a_few_changes() -> None:
    text, changes = await typed(*keys("de vier vestigingen\n" * 250))
    assert text == "de vier vestigingen\n" * 250
    assert changes < 50


async def test_keys_paste_and_mouse_meet_the_letters_before_them() -> None:
    assert (await typed(*keys("vise#ie^P")))[0] == "Pvisie"
    assert (await typed(*keys("ab<c\nd")))[0] == "ac\ndb"
    assert (await typed(*keys("een "), Paste("twee"), *keys(" drie")))[0] == "een twee drie"
    assert (await typed(*keys("weg"), at_the_beginning(), *keys("on")))[0] == "onweg"


async def test_the_text_is_whole_whenever_it_is_read() -> None:
    app = OneText()
    async with app.run_test() as pilot:
        area = app.query_one(LongText)
        area.focus()
        await pilot.pause()
        await area.on_key(Key("v", "v"))
        await area.on_key(Key("e", "e"))
        assert area.text == "ve"
        area.text = "anders"
        await pilot.pause()
        assert area.text == "anders"
