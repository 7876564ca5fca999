"""Following the file of the dossier, which other sessions write too."""

from collections.abc import Callable

from sto_tui.domain.change import NotSavedError
from sto_tui.session.dossier_file import SessionFile
from sto_tui.session.front_protocol import Front
from sto_tui.session.news import SessionNews
from sto_tui.session.others import SessionOthers
from sto_tui.session.unfinished_typing import SessionTyping
from sto_tui.session.what_is_open import Opened

POLLS_PER_KEEPING = 2


class Following:
    """Takes in what others wrote, and keeps what is typed; `changed` is called when the dossier is another one."""

    def __init__(
        self,
        opened: Opened,
        front: Front,
        news: SessionNews,
        typing: SessionTyping,
        others: SessionOthers,
        file: SessionFile,
        changed: Callable[[], None],
    ) -> None:
        self._opened = opened
        self._front = front
        self._news = news
        self._typing = typing
        self._others = others
        self._file = file
        self._changed = changed
        self._polls = 0

    def poll(self) -> None:
        """Looks once at all that others may have done."""
        if self._opened.session is None:
            return
        self._news.say_kept()
        self._others.look_around()
        self._polls += 1
        if self._polls % POLLS_PER_KEEPING == 0:
            self._typing.keep()
        self.follow_file()

    def follow_file(self) -> None:
        """Takes in what other sessions wrote, and says so."""
        store = self._opened.store
        read_only = store.read_only
        try:
            refs = store.poll()
        except NotSavedError as error:
            if self._opened.file is None:
                self._front.hear(str(error))
            else:
                self._file.cannot_be_read(error)
            return
        newcomer = self._opened.file.store.newcomer if self._opened.file else None
        if newcomer:
            self._file.was_replaced(newcomer)
        else:
            self._file.is_whole()
        if store.read_only != read_only:
            self._tell_rights()
        if not refs:
            return
        self._changed()
        edited = self._typing.edited
        if edited is not None and edited in refs:
            last = store.last_by_others((edited,))
            who = last.by if last else "een ander"
            did = "wijzigde dit ook" if store.dossier.get(edited) else "verwijderde dit"
            self._front.forms[-1].hear(f"{who} {did}; wat jij typt blijft staan.")
        else:
            self._news.say(store.who_changed(refs))

    def _tell_rights(self) -> None:
        """The dossier can be changed by now, or no longer: another disk, other rights, a newer version."""
        assert self._opened.session is not None
        why_not = self._opened.store.read_only
        if not why_not:
            self._opened.session.enter()
        self._news.say(why_not or f"{self._opened.store.title} is weer te wijzigen.", error=bool(why_not))
        self._front.update_header()
