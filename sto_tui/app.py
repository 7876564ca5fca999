"""The app: one open dossier, eight places, and the parts that answer what the places ask."""

import asyncio
import contextlib
import gc
import os
import signal
import threading
from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import RenderableType
from textual.driver import Driver
from textual.events import DescendantFocus, Event
from textual.message import Message

from sto_tui import settings
from sto_tui.colours import (
    ANSI,
    EVERY_THEME,
    LIGHT,
    ON_THE_WALL,
    THEME_NAMES,
    THEMES,
    theme_for_terminal,
    themes_for_terminal,
)
from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier
from sto_tui.places import BY_WORD, Place
from sto_tui.screens.modes import MODES, RECOVERY_MODE, START_MODE
from sto_tui.screens.place_switch import PlaceSwitch
from sto_tui.screens.screen_in_front import ScreenInFront
from sto_tui.screens.windows.waiting import WaitingWindow
from sto_tui.session.changes import SessionChanges
from sto_tui.session.chosen import SessionChosen
from sto_tui.session.colours import SessionColours
from sto_tui.session.copies import SessionCopies
from sto_tui.session.dossier_file import SessionFile
from sto_tui.session.duo import SessionDuo
from sto_tui.session.findings import SessionFindings
from sto_tui.session.findings_in_turn import FindingsInTurn
from sto_tui.session.following_file import Following
from sto_tui.session.handed_in import SessionHandedIn
from sto_tui.session.history import SessionHistory
from sto_tui.session.incoming_plans import SessionPlans
from sto_tui.session.incoming_sheets import SessionSheets
from sto_tui.session.news import SessionNews
from sto_tui.session.opening import SessionOpening
from sto_tui.session.others import SessionOthers
from sto_tui.session.papers import SessionPapers
from sto_tui.session.phones import SessionPhones
from sto_tui.session.plan_period import SessionPlanPeriod
from sto_tui.session.recovery import SessionRecovery
from sto_tui.session.returned import SessionReturned
from sto_tui.session.unfinished_typing import SessionTyping
from sto_tui.session.what_is_open import Opened, open_or_recover
from sto_tui.session.workshop_position import SessionWorkshop
from sto_tui.storage.together.dossier_session import DossierSession
from sto_tui.storage.together.open_dossier import DamagedFile
from sto_tui.terminal.kinds import has_colour, misreads_true_colours
from sto_tui.terminal.messages import PasteTooLong, TerminalGoneError
from sto_tui.terminal.tokens import LONGEST_PASTE
from sto_tui.widgets.raster import Raster
from sto_tui.widgets.textual_gaps import GuardedApp
from sto_tui.widgets.typed_in import TypedIn

if TYPE_CHECKING:
    from textual.filter import LineFilter

    from sto_tui.screens.host import Host
    from sto_tui.screens.host.opening import RecoveryHost, StartHost

    # Screens cast the app to what they ask of it; here mypy sees that it and its parts answer all of that.
    def of_places(app: "StoApp") -> Host:
        """All that places, windows and walls ask."""
        return app

    def of_start(app: "StoApp") -> StartHost:
        """All that the start screen asks."""
        return app

    def of_recovery(app: "StoApp") -> RecoveryHost:
        """All that the recovery screen asks."""
        return app


PRELOAD_AFTER = 0.4
POLL_SECONDS = 1.0
LOOK_BESIDE_SECONDS = 5.0
TOLD_TO_END = 128
"""What shells add to the number of a signal in an exit code."""
TOUR_ASKED = 64
"""The exit code of an app that is to give way to the tour; no command ends with it."""
START_ASKED = 65
"""The same, to give way to the start screen."""


def _first_mode(opened: Opened, place: Place) -> str:
    """The screen to show of what was opened."""
    if opened.damaged is not None:
        return RECOVERY_MODE
    return START_MODE if opened.session is None else place.key


class QuitAsked(Message):
    """The app is to close. It goes the way of a key: through what has the focus, after all that waits there."""


class StoApp(GuardedApp):
    """Holds the parts that each do one thing with the dossier, shows the places, and ends in order."""

    TITLE = "sto-tui"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = []
    MODES = {**MODES}
    CSS = """
    Screen { background: $sto-background; color: $sto-text; layers: default too-small; }
    ModalScreen { background: $sto-background; }
    """

    def __init__(
        self,
        session_or_damage: DossierSession | DamagedFile | None,
        place: Place,
        user: str,
        clock: Callable[[], datetime],
        theme: str = LIGHT,
        themes: Sequence[str] = EVERY_THEME,
        ascii_for: str = "",
    ) -> None:
        """With `ascii_for` signs are drawn in ASCII, with the letters that this character set has."""
        opened = Opened(session_or_damage, user, clock)
        # The first screen at once: on the way to it Textual would lay out and draw an empty one.
        vars(self)["DEFAULT_MODE"] = _first_mode(opened, place)
        # With NO_COLOR Textual chooses its filter now, by what the theme will be.
        super().__init__(ansi_color=True if theme == ANSI else None)
        self._ends_with: int | None = None
        """With which code it closes once all is sent to the server."""
        self._is_ending = False
        self.animation_level = "none"
        self.ascii_only = bool(ascii_for)
        self._in_ascii = _ascii_filter(ascii_for) if ascii_for else None
        self._place = place
        self._themes = themes
        self._hold_parts(opened)
        for own in THEMES:
            self.register_theme(own)
        self.theme = theme

    def _hold_parts(self, opened: Opened) -> None:
        self.opened = opened
        self.front = ScreenInFront(self)
        self.findings = SessionFindings(opened, self.front.update_header)
        self._findings_in_turn = FindingsInTurn(self, self.findings)
        put_off = self._findings_in_turn.put_off
        self.news = SessionNews(self.front)
        self.typing = SessionTyping(opened, self.front, self.news)
        self.others = SessionOthers(opened, self.front, self.news, self.typing)
        self.file = SessionFile(opened, self.news, put_off)
        self.following = Following(opened, self.front, self.news, self.typing, self.others, self.file, put_off)
        self.changes = SessionChanges(opened, put_off, self.following.follow_file, self.file.refused)
        self.history = SessionHistory(opened, put_off)
        self.chosen = SessionChosen(opened)
        self.copies = SessionCopies(opened, self.news, put_off)
        self.handed_in = SessionHandedIn(opened, put_off)
        self.plan_period = SessionPlanPeriod(opened, put_off)
        self.going = PlaceSwitch(self, lambda: opened.dossier, self.plan_period.show)
        self.colours = SessionColours(self, self._themes, ON_THE_WALL, THEME_NAMES)
        self.workshop = SessionWorkshop(opened)
        self.phones = SessionPhones(opened, has_blocks=not self.ascii_only)
        self.papers = SessionPapers(opened)
        self.duo = SessionDuo(opened, self.following.follow_file)
        self.sheets = SessionSheets(opened, self.following.follow_file)
        self.plans = SessionPlans(opened, self.following.follow_file)
        self.returned = SessionReturned(opened, self.following.follow_file)
        self.opening = SessionOpening(opened, self._show_opened)
        self.recovery = SessionRecovery(opened, self.news, self._show_opened)

    @property
    def dossier(self) -> Dossier:
        """The dossier as it is now."""
        return self.opened.dossier

    @property
    def today(self) -> date:
        """The day of today."""
        return self.opened.today

    @property
    def user(self) -> str:
        """In whose name the dossier is open."""
        return self.opened.user

    # From the first screen to the last.

    def on_mount(self) -> None:
        """Shows the first screen, and keeps an eye on file, others and signals from then on."""
        self._heed_signals()
        self.set_interval(POLL_SECONDS, self.following.poll)
        self.set_interval(LOOK_BESIDE_SECONDS, self.copies.look)
        self._show_opened()
        self.set_timer(PRELOAD_AFTER, self._preload)

    def _show_opened(self) -> None:
        """Shows a place of the dossier that was opened, what can take the place of a damaged one, or the start."""
        if self.opened.session is not None:
            self.opened.session.enter()
            self.opened.session.listen(lambda: self.call_later(self._look_at_server))
        self.switch_mode(_first_mode(self.opened, self._place))
        if self.opened.session is not None:
            self.call_after_refresh(self._findings_in_turn.begin)
            self.call_after_refresh(self._welcome)

    def _look_at_server(self) -> None:
        """Something came from the server, or arrived there: the app may have waited with closing for that."""
        if self._is_ending:
            return
        self.following.follow_file()
        if self._ends_with is not None and self.changes.are_all_sent:
            self.exit(return_code=self._ends_with)

    def _welcome(self) -> None:
        with self.news.together():
            if self.opened.store.notices:
                self.news.insist(" ".join(self.opened.store.notices))
            self.file.welcome()
            if notice := self.copies.notice:
                self.news.insist(notice, error=False)
        self.others.look_around()
        self.typing.offer()

    def _preload(self) -> None:
        """Reads the modules of windows and of the line while nobody waits, so that the first form opens at once.

        From here on garbage is looked for, which is off since the command began; what stands by now is none.
        """
        if not gc.isenabled():
            gc.freeze()
            gc.enable()
        names = ("editing.record_edit", "windows.palette", "windows.confirm", "windows.listing", "editing.conflict")
        modules = [*(f"sto_tui.screens.{name}" for name in names), "sto_tui.planning.quick_entry.line_changes"]
        threading.Thread(target=lambda: [import_module(name) for name in modules], daemon=True).start()

    def _heed_signals(self) -> None:
        """A lost line or a kill ends the app in order, so that the terminal stays usable; shells read which it was."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP", "SIGINT", "SIGQUIT"):
            if hasattr(signal, name):
                number = getattr(signal, name)
                end = partial(self.exit, return_code=TOLD_TO_END + number)
                with contextlib.suppress(NotImplementedError, ValueError, RuntimeError):
                    loop.add_signal_handler(number, end)

    def holds(self, event: Event | None = None) -> bool:
        """While a write waits, what is typed waits too, but for keys of the window that says so, or of one over it."""
        front = self.screen_stack[-1:]
        if not self.changes.waits or not front:
            return False
        if isinstance(front[0], WaitingWindow):
            return event is None or not front[0].takes(event)
        return not any(isinstance(screen, WaitingWindow) for screen in self.screen_stack)

    async def action_quit(self) -> None:
        """Closes by its key, wherever that is, once the keys before it have done what they do.

        Textual takes this key out of the line that the others stand in: what was typed just before it, and a ctrl+s,
        would come too late.
        """
        (self.focused or self.screen).post_message(QuitAsked())

    def action_help_quit(self) -> None:
        """How to close, for who presses ctrl+c where nothing is copied; Textual would say it in English, over all."""
        self.news.mention("Sluiten doe je met ctrl+q.")

    def on_quit_asked(self) -> None:
        """Closes; what to know beforehand is said once."""
        self._end(0)

    def begin_tour(self) -> None:
        """Closes in the same way, and asks whoever began the app for the tour."""
        self._end(TOUR_ASKED)

    def begin_anew(self) -> None:
        """Closes in the same way, and asks for the start screen."""
        self._end(START_ASKED)

    def _end(self, code: int) -> None:
        lapses = self.front.lets_lapse
        if self.changes.waits:
            # What waits would be lost without a word.
            sentence = self.changes.farewell_of_waiting(is_kept=bool(self.front.forms), typed_ahead=lapses)
        else:
            unkept = self.typing.lapses or (self.has_typed_unseen and lapses)
            sentence = (self.changes.farewell_of_unseen() if unkept else "") or self.file.farewell()
        if not sentence and not self.changes.waits and (sentence := self.changes.farewell()):
            # Without a line that may be much later, when somebody works on.
            self._ends_with = code if self.changes.are_being_sent else None
        if sentence:
            self.front.warn(sentence)
        else:
            self.exit(return_code=code)

    def exit(self, result: None = None, return_code: int = 0, message: object = None) -> None:
        """Ends the app in order: what is being typed is kept for the next time."""
        self.last_act()
        super().exit(result, return_code)

    def last_act(self) -> None:
        """Keeps what is being typed, and says to the others that this session is gone."""
        self._is_ending = True
        self.front.uncover()
        self.changes.finish(len(self.front.forms), self.front.typed_behind(), lapses=self.front.lets_lapse)
        self.typing.keep()
        if not self.front.forms:  # What waits in a form is kept as it was typed.
            self.changes.last_try()
        if self.opened.session is not None:
            if not self.opened.is_out_of_reach:
                self.history.leave()
                self.opened.session.leave()
            self.opened.store.close()
        # Last: what is kept here may have changed the dossier.
        self._findings_in_turn.stop()

    def get_line_filters(self) -> "Sequence[LineFilter]":
        """What happens to every line before it is sent."""
        filters = super().get_line_filters()
        return [*filters, self._in_ascii] if self._in_ascii else filters

    def get_driver_class(self) -> type[Driver]:
        """Reads a terminal on Linux and macOS in our way."""
        driver = super().get_driver_class()
        if driver.__module__ != "textual.drivers.linux_driver":
            return driver
        from sto_tui.terminal.driver import StoDriver

        return StoDriver

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """The terminal's cursor goes to a button, a choice or a text to read; lists and text fields place it well."""
        if not isinstance(event.widget, TypedIn | Raster):
            self.cursor_position = event.widget.region.offset

    def on_not_utf8(self) -> None:
        """Says it once, beside the sign that stands for what was typed."""
        self.news.say("Je terminal stuurt geen UTF-8. Zet de tekenset op UTF-8.", error=True)

    def on_paste_too_long(self, event: PasteTooLong) -> None:
        """Says why nothing happened."""
        much, most = (dutch.count(length, "teken", "tekens") for length in (event.length, LONGEST_PASTE))
        self.news.say(f"Je plakte {much}; er past hoogstens {most}. Er is niets overgenomen.", error=True)

    def panic(self, *renderables: RenderableType) -> None:
        """Ends the app as any error does. Textual would print a traceback, and end as if all were well."""
        self.end_with(_error_from(renderables))

    def run_whole(self, *, mouse: bool) -> int:
        """Runs until its end, and returns the exit code; raises what ended it."""
        self.run(mouse=mouse)
        self.changes.outlast()
        self.raise_crash()
        return self.return_code or 0

    def raise_crash(self) -> None:
        """Hands the error that ended the app, if any, to whoever started it."""
        if self.crash is not None:
            raise self.crash


def _error_from(renderables: Sequence[object]) -> Exception:
    """The error in what Textual wants to show of it: of the thread that reads the terminal it hands over no more."""
    from rich.traceback import Traceback

    for renderable in renderables:
        if isinstance(renderable, Exception):
            return renderable
    stacks = [stack for shown in renderables if isinstance(shown, Traceback) for stack in shown.trace.stacks]
    if any(stack.exc_type == "OSError" for stack in stacks):
        return TerminalGoneError()
    error = RuntimeError()
    for stack in stacks:
        error.add_note(stack.exc_type)
        for frame in stack.frames:
            error.add_note(f"  {frame.filename}, {frame.lineno}, {frame.name}")
    return error


def _ascii_filter(encoding: str) -> "LineFilter":
    from sto_tui.terminal.ascii_filter import AsciiFilter

    return AsciiFilter(encoding)


def run(
    what: Path | str | None,
    place: str,
    user: str,
    clock: Callable[[], datetime],
    ascii_for: str = "",
    *,
    mouse: bool = True,
) -> int:
    """Opens the app; raises DossierError before anything is drawn when the dossier can't be opened."""
    session_or_damage = open_or_recover(what, user, clock) if what is not None else None
    theme, themes = chosen_themes()
    return StoApp(session_or_damage, BY_WORD[place], user, clock, theme, themes, ascii_for).run_whole(mouse=mouse)


def chosen_themes() -> tuple[str, list[str]]:
    """The theme to begin with, and all that this terminal can show."""
    if not has_colour(os.environ):
        # Textual asks for no more than this.
        os.environ["NO_COLOR"] = "1"
    if misreads_true_colours(os.environ):
        os.environ.pop("COLORTERM", None)
    themes = themes_for_terminal()
    return theme_for_terminal(settings.load().theme, themes), themes
