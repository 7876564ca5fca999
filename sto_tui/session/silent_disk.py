"""A disk that was asked something and does not answer: who saves has to wait for it, who looks around has not."""

from sto_tui.session.news import SessionNews
from sto_tui.session.what_is_open import Opened

LOOKS_IN_SILENCE = 2
"""A disk that wakes up is waited for so long before anything is said of it."""


class SilentDisk:
    """Says so, and when it answers again."""

    def __init__(self, opened: Opened, news: SessionNews) -> None:
        self._opened = opened
        self._news = news
        self._looks = 0
        self._said = ""

    def is_silent(self) -> None:
        """It did not answer."""
        self._looks += 1
        if self._looks == LOOKS_IN_SILENCE:
            name = self._opened.store.title
            self._said = f"De schijf met {name} antwoordt niet. Bladeren en typen kan; al het andere moet wachten."
            self._news.say(self._said, error=True)

    def answers(self) -> None:
        """It did."""
        if self._said:
            self._news.forget(self._said)
            self._news.mention(f"De schijf met {self._opened.store.title} antwoordt weer.")
        self._looks, self._said = 0, ""
