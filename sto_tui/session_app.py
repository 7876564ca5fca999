"""The part of the app that has a dossier open: it follows the file and the others, and loses nothing at the end."""

import asyncio
import contextlib
import signal
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from functools import partial
from io import StringIO
from pathlib import Path
from typing import Any

from rich.console import Console, RenderableType
from rich.traceback import Traceback
from textual.app import App, SuspendNotSupported

from sto_tui import settings
from sto_tui.domain.change import NotSavedError
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.record import Ref
from sto_tui.domain.tables import TABLES
from sto_tui.places import Place
from sto_tui.screens.editing.screen import EditingScreen
from sto_tui.screens.frame.place import PlaceFrame
from sto_tui.screens.windows.window import Window
from sto_tui.storage.file.errors import DamagedError
from sto_tui.storage.file.paths import file_to_make, file_to_read
from sto_tui.storage.past.recovery import put_in_place, save_as
from sto_tui.storage.store import DossierStore
from sto_tui.storage.together.session import DamagedFile, Session, open_session

TOLD_TO_END = 128
"""What shells add to the number of a signal in an exit code."""
POLL_SECONDS = 1.0
POLLS_PER_KEEPING = 2
POLLS_BEFORE_OFFER = 4
START_MODE = "start"
RECOVERY_MODE = "recovery"


class TerminalError(NotSavedError):
    """The terminal cannot be read any more; `str()` is the Dutch sentence."""


class SessionApp(App[None]):
    """An app on one dossier, on a damaged one, or on none yet."""

    def __init__(
        self,
        found: Session | DamagedFile | None,
        place: Place,
        user: str,
        clock: Callable[[], datetime],
        ansi_color: bool | None,
    ) -> None:
        super().__init__(ansi_color=ansi_color)
        self.animation_level = "none"
        self._take(found)
        self._place = place
        self._user = user
        self._clock = clock
        self._polls = 0
        # What was kept says more than what is on the screen now.
        self._kept_is_right = False
        self._news: list[tuple[str, bool]] = []
        self._trouble, self._troubled = "", 0

    def dossier_changed(self) -> None:
        """The dossier is another one: what is derived from it has to follow."""
        raise NotImplementedError

    # From the first screen to the last.

    def follow(self) -> None:
        """Shows the first screen, and keeps an eye on file, others and signals from then on."""
        self._heed_signals()
        self.set_interval(POLL_SECONDS, self._poll)
        self.begin()

    def begin(self) -> None:
        """Shows a place of the dossier that was opened, what can take the place of a damaged one, or the start."""
        if self._damaged is not None:
            self.switch_mode(RECOVERY_MODE)
        elif self._session is None:
            self.switch_mode(START_MODE)
        else:
            self._session.enter()
            self.switch_mode(self._place.key)
            self.call_after_refresh(self.dossier_changed)
            self.call_after_refresh(self._welcome)

    def _welcome(self) -> None:
        if self.store.notices:
            self._say(" ".join(self.store.notices), error=True)
        self._look_around()
        self._offer_unfinished()

    def _heed_signals(self) -> None:
        """A lost line or a kill ends the app in order, so that the terminal stays usable; shells read which it was."""
        loop = asyncio.get_running_loop()
        for name in ("SIGTERM", "SIGHUP", "SIGINT"):
            if hasattr(signal, name):
                number = getattr(signal, name)
                end = partial(self.exit, return_code=TOLD_TO_END + number)
                with contextlib.suppress(NotImplementedError, ValueError, RuntimeError):
                    loop.add_signal_handler(number, end)

    def exit(self, result: None = None, return_code: int = 0, message: object = None) -> None:
        """Ends the app in order: what is being typed is kept for the next time."""
        self._leave()
        super().exit(result, return_code)

    def _leave(self) -> None:
        self.keep_typing()
        if self._session is not None:
            self._session.leave()

    def _fatal_error(self) -> None:
        """Ends the app; Textual would print a traceback with the texts of the dossier in it, on the wall."""
        # What went wrong may go wrong again while the typing is collected, and the terminal has to be freed.
        with contextlib.suppress(Exception):
            self._leave()
        self._close_messages_no_wait()

    def panic(self, *renderables: RenderableType) -> None:
        """Ends the app as any error does. Textual would print a traceback, and end as if all were well."""
        self._handle_exception(_error_from(renderables))

    def raise_crash(self) -> None:
        """Hands the error that ended the app, if any, to whoever started it."""
        if self._exception is not None:
            raise self._exception

    def open_dossier(self, typed: str) -> None:
        """Opens a dossier from the start screen. Raises NotSavedError with one Dutch sentence."""
        self._take(open_or_recover(file_to_read(typed), self._user, self._clock))

    def _take(self, found: Session | DamagedFile | None) -> None:
        self._session = found if isinstance(found, Session) else None
        self._damaged = found if isinstance(found, DamagedFile) else None

    # A damaged file.

    @property
    def damaged(self) -> DamagedFile:
        """What is wrong with the file, and the versions that can take its place."""
        assert self._damaged is not None
        return self._damaged

    def put_in_place(self, version: int) -> None:
        """Puts a version in the place of the damaged file, and opens it. Raises NotSavedError."""
        damaged = self.damaged
        chosen = damaged.versions[version]
        aside = put_in_place(damaged.path, chosen, self.now)
        self._take(open_or_recover(damaged.path, self._user, self._clock))
        self.store.note(f"Beschadigd bestand vervangen door {chosen.source}")
        beside = "; het beschadigde bestand staat ernaast" if aside != damaged.path else ""
        self._news.append((f"Teruggezet{beside}.", False))
        self.begin()

    def save_version(self, version: int, typed: str) -> None:
        """Writes a version as a new file. Raises NotSavedError."""
        name = typed if typed.endswith(".json") else f"{typed}.sto.json"
        save_as(self.damaged.versions[version], file_to_make(name))

    @property
    def store(self) -> DossierStore:
        """The open dossier's store."""
        if self._session is None:
            raise RuntimeError("no dossier is open")
        return self._session.store

    @property
    def dossier(self) -> Dossier:
        """The dossier as it is now."""
        return self.store.dossier

    @property
    def now(self) -> datetime:
        """The moment, from the clock that was handed in."""
        return self._clock()

    @property
    def today(self) -> date:
        """The day of today."""
        return self._clock().date()

    @property
    def present(self) -> str:
        """Who else has the dossier open."""
        return self._session.present if self._session else ""

    def who_edits(self, ref: Ref) -> str:
        """Who else has the form of this record open."""
        return self._session.who_edits(ref) if self._session else ""

    # Following the file.

    def _poll(self) -> None:
        if self._session is None:
            return
        self._look_around()
        self._polls += 1
        if self._polls % POLLS_PER_KEEPING == 0:
            self.keep_typing()
        self.follow_file()

    def follow_file(self) -> None:
        """Takes in what other sessions wrote, and says so."""
        try:
            refs = self.store.poll()
        except NotSavedError as error:
            self._file_is_spoilt(error.why if isinstance(error, DamagedError) else str(error))
            return
        self._trouble, self._troubled = "", 0
        if refs:
            self.dossier_changed()
            editing = self._editing
            if editing is not None and editing in refs:
                last = self.store.last_by_others((editing,))
                who = last.by if last else "een ander"
                did = "wijzigde dit ook" if self.dossier.get(editing) else "verwijderde dit"
                self._forms[-1].hear(f"{who} {did}; wat jij typt blijft staan.")
            else:
                self._say(self.store.who_changed(refs))

    def _file_is_spoilt(self, sentence: str) -> None:
        """Says it once; when it stays so, offers to write what is on the screen, for this session still has it all."""
        if sentence != self._trouble:
            self._trouble = sentence
            self._say(sentence, error=True)
        self._troubled += 1
        if self._troubled != POLLS_BEFORE_OFFER:
            return
        from sto_tui.screens.windows.question import QuestionWindow

        def answered(put_back: bool | None) -> None:
            if put_back and self._session:
                try:
                    aside = self._session.put_in_place(self.now)
                except NotSavedError as error:
                    self._say(str(error), error=True)
                else:
                    self._say(f"Teruggezet.{f' Het oude bestand heet nu {aside}.' if aside else ''}")

        details = [sentence, "Het dossier zoals het op dit scherm staat is nog heel en kan worden teruggezet."]
        self.push_screen(
            QuestionWindow("Het bestand is beschadigd of weg.", details, yes="Terugzetten", no="Later"), answered
        )

    def _say(self, message: str, *, error: bool = False) -> None:
        """Says it at the place that is shown; while a window is open it is kept until the place is back."""
        if isinstance(self.screen, EditingScreen):
            self.screen.update()
            self.screen.say(message, error=error)
        else:
            self._news.append((message, error))
            if isinstance(self.screen, Window):
                self.screen.hear(message)

    def _look_around(self) -> None:
        """Who else is there; says who came."""
        if self._session is None:
            return
        before = self.present
        came = self._session.look_around(self._editing)
        if came:
            self._say(f"{self._session.looking(came)}.")
        elif self.present != before and isinstance(self.screen, PlaceFrame):
            self.screen.update_header()

    # A workshop.

    def workshop_standing(self) -> Mapping[str, Any] | None:
        """Where the last workshop stood."""
        return self._session.workshop.read() if self._session else None

    def keep_workshop(self, standing: Mapping[str, Any]) -> None:
        """Keeps where the workshop stands."""
        if self._session:
            self._session.workshop.keep(standing)

    def forget_workshop(self) -> None:
        """The workshop has come to its end."""
        if self._session:
            self._session.workshop.forget()

    def write_outside(self, about: Mapping[str, Any], text: str, name: str) -> tuple[str, str]:
        """Has a text edited in the person's own editor; what came back, and what went wrong with the editor.

        The event loop waits, since all that it does may end on the screen; the sign of life of this session goes on.
        Until the next `keep_typing` the text is offered at the next start. Raises NotSavedError when nothing came back.
        """
        from sto_tui.outside_editor import Returned, edited, editor

        session, command = self._session, editor()
        assert session is not None
        path = session.file_for_editor(about, text, name)
        ref = Ref(str(about["table"]), about["id"])
        session.look_around(ref)
        returned: Returned | Exception
        try:
            with self.suspend():
                # An error may not leave this block: Textual would not take the terminal back.
                try:
                    returned = edited(command, path, text, lambda: session.look_around(ref))
                except Exception as error:
                    returned = error
        except SuspendNotSupported:
            returned = NotSavedError("Hier kan geen andere editor worden geopend. Schrijf met w.")
        if isinstance(self.screen, PlaceFrame):
            # Others may have come or gone.
            self.screen.update_header()
        if isinstance(returned, NotSavedError):
            self.keep_typing()
        if isinstance(returned, Exception):
            raise returned
        if returned.told_to_end:
            self._kept_is_right = True
            raise NotSavedError("sto-tui sluit. Wat je in de editor bewaarde staat bij de volgende start klaar.")
        return returned.text, returned.trouble

    # Typing that is not finished.

    @property
    def _forms(self) -> list[Window[Any]]:
        return [screen for screen in self.screen_stack if isinstance(screen, Window) and screen.level() is not None]

    @property
    def _editing(self) -> Ref | None:
        """The record whose form is open."""
        return next((form.edited.ref for form in self._forms if form.edited), None)

    def keep_typing(self) -> None:
        """Keeps what is typed in open forms, or forgets it when none is open any more."""
        if self._session is None or self._kept_is_right:
            return
        forms = self._forms
        state = None
        if forms and forms[0].edited and any(form.altered for form in forms):
            state = {"about": forms[0].edited.about(), "levels": [form.level() for form in forms]}
        if not self._session.keep_typing(state):
            forms[-1].complain("Wat je typt kan nu niet worden bewaard: de schijf is vol of niet te beschrijven.")

    def _offer_unfinished(self) -> None:
        """Shows what was being typed when an earlier session ended."""
        session = self._session
        found = session.unfinished() if session else []
        if session is None or not found:
            return
        from sto_tui.screens.editing.unfinished import Unfinished, UnfinishedWindow

        offered = [Unfinished(index, one.at, one.state) for index, one in enumerate(found)]

        def chosen(one: Unfinished | None) -> None:
            if one is not None and session.take_over(found[one.index]):
                self._kept_is_right = True
                self.call_later(self._resume, one.state)
            elif session.unfinished():
                self._say("Wat je typte blijft bewaard; bij de volgende start staat het weer klaar.")

        window = UnfinishedWindow(offered, lambda one: session.throw_away(found[one.index]))
        self.push_screen(window, chosen)

    async def _resume(self, state: Mapping[str, Any]) -> None:
        """Opens the form again at its place, with what was typed; until it stands there, what was kept stays."""
        about = state.get("about")
        table = TABLES.get(str(about.get("table"))) if isinstance(about, dict) else None
        await self.switch_mode((table.place if table else Place.OVERZICHT).key)
        if isinstance(self.screen, PlaceFrame):
            resumed = await self.screen.resume_typing(state)
            if not resumed and self._session:
                self._session.put_away()
        self._kept_is_right = False

    @property
    def remark(self) -> str:
        """What did not quite go well with the last change, though it was saved."""
        return self.store.remark

    def take_news(self) -> tuple[str, bool]:
        """What another session changed while a window was open; once."""
        news, self._news = self._news, []
        return " ".join(message for message, _ in news), any(error for _, error in news)


def _error_from(renderables: Sequence[RenderableType]) -> Exception:
    """The error in what Textual wants to show of it: of the thread that reads the terminal it hands over no more."""
    names = {stack.exc_type for one in renderables if isinstance(one, Traceback) for stack in one.trace.stacks}
    if "UnicodeDecodeError" in names:
        return TerminalError(
            "De terminal stuurde een teken dat geen UTF-8 is. Zet de tekenset van je terminal op UTF-8."
        )
    if "OSError" in names:
        return TerminalError("De terminal is weggevallen. Wat je nog typte staat bij de volgende start klaar.")
    text = StringIO()
    Console(file=text, width=120).print(*renderables)
    return RuntimeError(text.getvalue())


def open_or_recover(path: Path, user: str, clock: Callable[[], datetime]) -> Session | DamagedFile:
    """Opens a dossier and remembers it, or finds what can take the place of a damaged one. Raises DossierError."""
    found = open_session(path, user, clock, settings.config_folder())
    if isinstance(found, Session):
        settings.remember_dossier(found.store.path)
    return found
