"""Following the file of the dossier, which other sessions write too."""

from collections.abc import Callable

from sto_tui.domain.change import NotSavedError
from sto_tui.domain.region import PlanPeriod
from sto_tui.session.dossier_file import SessionFile
from sto_tui.session.front_protocol import Front
from sto_tui.session.news import SessionNews
from sto_tui.session.others import SessionOthers
from sto_tui.session.silent_disk import SilentDisk
from sto_tui.session.unfinished_typing import SessionTyping
from sto_tui.session.what_is_open import Opened
from sto_tui.storage.sending_state import SendingState

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
        self._disk = SilentDisk(opened, news)
        self._polls = 0
        self._standing = SendingState.KEPT
        self._refusal = ""

    def poll(self) -> None:
        """Looks once at all that others may have done."""
        if self._opened.session is None:
            return
        self._news.say_kept()
        answers = self._opened.session.disk_answers()
        if answers:
            self._others.look_around()
        self._polls += 1
        if self._polls % POLLS_PER_KEEPING == 0:
            self._typing.keep()
        if answers:
            self._disk.answers()
            self.follow_file()
        elif not self._opened.session.is_writing:
            self._disk.is_silent()

    def follow_file(self) -> None:
        """Takes in what other sessions wrote, and says so; last what came of what was sent, which asks for an act."""
        before = self._file.standing
        self._take_in()
        if self._file.standing != before:
            self._front.update_header()
        self._tell_standing()

    def _take_in(self) -> None:
        store = self._opened.store
        read_only, at_hand = store.read_only, store.dossier.period_at_hand
        try:
            refs = store.poll()
        except NotSavedError as error:
            self._file.cannot_be_read(error)
            return
        newcomer = self._opened.file.store.newcomer if self._opened.file else None
        if newcomer:
            self._file.was_replaced(newcomer)
        else:
            self._file.is_whole()
        if store.read_only != read_only:
            self._news.forget(read_only)
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
        elif told := f"{store.who_changed(refs)}{self._still_seen(at_hand)}".strip():
            self._news.say(told)

    def _still_seen(self, before: PlanPeriod | None) -> str:
        """That the plan is about another period now, and this screen is not."""
        now, seen = self._opened.store.dossier.period_at_hand, self._opened.dossier.current_period
        if now is None or seen is None or now.id in (seen.id, before.id if before else 0):
            return ""
        return f" Je blijft bij {seen.label}; P wisselt."

    def _tell_standing(self) -> None:
        """The line to a server broke or is there again, and what came of what was sent."""
        session = self._opened.session
        assert session is not None
        for sentence in session.take_news():
            self._changed()
            if sentence == session.refusal:
                self._news.forget(self._refusal)
                self._refusal = sentence
            self._news.insist(sentence)
        before, self._standing = self._standing, session.standing
        if before is self._standing:
            return
        self._front.update_header()
        self._tell_refusal(session.refusal)
        if self._standing is SendingState.CUT:
            self._news.mention("Geen verbinding met de server. Wat je wijzigt wacht veilig op deze computer.")
        elif before is SendingState.CUT:
            self._news.mention("Er is weer verbinding met de server.")

    def _tell_refusal(self, refusal: str) -> None:
        """Why it is not kept is said for as long as the header says that it is not."""
        if self._standing is SendingState.KEPT and self._refusal:
            self._news.forget(self._refusal)
            self._refusal = ""
        elif self._standing in (SendingState.REFUSED, SendingState.UNSEEN) and refusal and not self._refusal:
            self._news.insist(refusal)
            self._refusal = refusal

    def _tell_rights(self) -> None:
        """The dossier can be changed by now, or no longer: another disk, other rights, a newer version."""
        assert self._opened.session is not None
        why_not = self._opened.store.read_only
        if not why_not:
            self._opened.session.enter()
        self._news.say(why_not or f"{self._opened.store.title} is weer te wijzigen.", error=bool(why_not))
        self._front.update_header()
