"""Typing that is not in the dossier yet: kept while it goes on, and gone on with when a session ended."""

from collections.abc import Mapping
from typing import Any

from sto_tui.domain.change import NotSavedError
from sto_tui.domain.record import Ref
from sto_tui.domain.tables import TABLES
from sto_tui.places import Place
from sto_tui.session.front_protocol import Front
from sto_tui.session.news import SessionNews
from sto_tui.session.what_is_open import Opened
from sto_tui.storage.together.unfinished import Rescued


class SessionTyping:
    """Keeps what is typed in the forms in front."""

    def __init__(self, opened: Opened, front: Front, news: SessionNews) -> None:
        self._opened = opened
        self._front = front
        self._news = news
        # What was kept says more than what is on the screen now.
        self._kept_is_right = False

    @property
    def edited(self) -> Ref | None:
        """The record whose form is open."""
        return next((form.edited.ref for form in self._front.forms if form.edited), None)

    @property
    def lapses(self) -> bool:
        """Whether something was typed that is kept nowhere when the app ends: a form of no record, as on the start."""
        forms = self._front.forms
        return any(form.altered for form in forms) and (self._opened.session is None or forms[0].edited is None)

    def keep(self) -> None:
        """Keeps what is typed in open forms, or forgets it when none is open any more."""
        session = self._opened.session
        if session is None or self._kept_is_right:
            return
        forms = self._front.forms
        state = None
        if forms and forms[0].edited and any(form.altered for form in forms):
            state = {"about": forms[0].edited.about(), "levels": [form.level() for form in forms]}
        if not session.keep_typing(state):
            forms[-1].complain("Wat je typt kan nu niet worden bewaard: de schijf is vol of niet te beschrijven.")

    def offer(self) -> None:
        """Shows what was being typed when an earlier session ended."""
        session = self._opened.session
        kept = session.unfinished() if session else []
        if session is None or not kept:
            return

        def chosen(number: int | None) -> None:
            if number is not None and session.take_over(kept[number]):
                self._kept_is_right = True
                self._resume_later(kept[number])
            elif session.unfinished():
                self._news.say("Wat je typte blijft bewaard; bij de volgende start staat het weer klaar.")

        self._front.offer(kept, chosen, lambda number: session.throw_away(kept[number]))

    def _resume_later(self, kept: Rescued) -> None:
        async def resume() -> None:
            await self._resume(kept.state)

        self._front.later(resume)

    async def _resume(self, state: Mapping[str, Any]) -> None:
        """Opens the form again at its place, with what was typed; until it stands there, what was kept stays."""
        about = state.get("about")
        table = TABLES.get(str(about.get("table"))) if isinstance(about, dict) else None
        resumed = await self._front.resume(table.place if table else Place.OVERZICHT, state)
        if not resumed and self._opened.session:
            self._opened.session.put_away()
        self._kept_is_right = False

    def write_outside(self, about: Mapping[str, Any], text: str, name: str) -> tuple[str, str]:
        """Has a text edited in the person's own editor; what came back, and what went wrong with the editor.

        The event loop waits, since all that it does may end on the screen; the sign of life of this session goes on.
        Until the next `keep` the text is offered at the next start. Raises NotSavedError when nothing came back.
        """
        from sto_tui.outside_editor import Returned, edited, editor

        session, command = self._opened.session, editor()
        assert session is not None
        path = session.file_for_editor(about, text, name)
        ref = Ref(str(about["table"]), about["id"])
        session.look_around(ref)
        returned: Returned | Exception
        try:
            with self._front.suspended():
                # An error may not leave this block: the terminal would not be taken back.
                try:
                    returned = edited(command, path, text, lambda: session.look_around(ref))
                except Exception as error:
                    returned = error
        except NotSavedError as error:
            returned = error
        # Others may have come or gone.
        self._front.update_header()
        if isinstance(returned, NotSavedError):
            self.keep()
        if isinstance(returned, Exception):
            raise returned
        if returned.told_to_end:
            self._kept_is_right = True
            raise NotSavedError("sto-tui sluit. Wat je in de editor bewaarde staat bij de volgende start klaar.")
        return returned.text, returned.trouble
