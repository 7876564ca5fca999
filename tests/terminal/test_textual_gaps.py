"""What we rely on, or work round, in how Textual 8.2.8 reads a terminal: a release that moves it fails here."""

import hashlib
import inspect

import pytest
from textual.drivers.linux_driver import LinuxDriver
from textual.events import Key

from sto_tui.app import StoApp
from sto_tui.places import Place
from sto_tui.terminal.driver import StoDriver
from sto_tui.terminal.textual_gaps import InputDriver, TextualKeys
from tests.conftest import clock

# Read again what these do when a digest changes: `read_input` and `TextualKeys` stand in their place.
READ_BEFORE = {
    "run_input_thread": "d796af6d69db",
    "_run_input_thread": "d2ef22cc2c97",
    "_enable_bracketed_paste": "2820fcfabcd6",
    "_query_in_band_window_resize": "6281785be6a9",
}


@pytest.mark.parametrize("name", READ_BEFORE)
def test_what_is_taken_over_is_as_it_was_read(name: str) -> None:
    source = inspect.getsource(getattr(LinuxDriver, name))
    assert hashlib.sha256(source.encode()).hexdigest()[:12] == READ_BEFORE[name]


def test_its_thread_is_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TEXTUAL_DRIVER", raising=False)
    app = StoApp(None, Place.OVERZICHT, "jan", clock)
    assert app.get_driver_class() is StoDriver
    assert issubclass(StoDriver, InputDriver)
    assert "_run_input_thread" in inspect.getsource(LinuxDriver.start_application_mode)


def test_its_parser_stumbles_over_a_number_that_is_no_character_and_ours_goes_on() -> None:
    keys = TextualKeys()
    assert list(keys.messages("\x1b[1114112u")) == []
    (heard,) = keys.messages("a")
    assert isinstance(heard, Key)
    assert heard.key == "a"
