"""Who else has the dossier open."""

from sto_tui.domain.record import Ref
from sto_tui.session.front_protocol import Front
from sto_tui.session.news import SessionNews
from sto_tui.session.unfinished_typing import SessionTyping
from sto_tui.session.what_is_open import Opened


class SessionOthers:
    """Looks around for them, and tells them which record is being edited here."""

    def __init__(self, opened: Opened, front: Front, news: SessionNews, typing: SessionTyping) -> None:
        self._opened = opened
        self._front = front
        self._news = news
        self._typing = typing

    @property
    def present(self) -> str:
        """Who else is there: `anja werkt mee`; empty when nobody is."""
        return self._opened.session.present if self._opened.session else ""

    @property
    def names(self) -> tuple[str, ...]:
        """Who else is there, each once."""
        return self._opened.session.names if self._opened.session else ()

    def who_edits(self, ref: Ref) -> str:
        """Who else has the form of this record open."""
        return self._opened.session.who_edits(ref) if self._opened.session else ""

    def look_around(self) -> None:
        """Who else is there; says who came."""
        session = self._opened.session
        if session is None:
            return
        before = self.present
        came = session.look_around(self._typing.edited)
        if came:
            self._news.say(f"{session.looking(came)}.")
        elif self.present != before:
            self._front.update_header()
