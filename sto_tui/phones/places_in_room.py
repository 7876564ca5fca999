"""The places in the room: which phones take part, and what persons gave on them."""

from collections.abc import Collection, Mapping, Sequence

from sto_tui.phones.limits import Bucket
from sto_tui.phones.phone import SECONDS_PER_SENT, SENT_AT_ONCE, Phone

MOST_PHONES = 250
SECONDS_SILENT = 300.0
"""A phone that gave nothing and asked nothing for so long may lose its place; a page that is seen asks every two."""


class PlacesInRoom:
    """By what a phone carries, in the order in which they came."""

    def __init__(self) -> None:
        self.taken: dict[str, Phone] = {}
        self._came = 0

    @property
    def phones(self) -> Sequence[Phone]:
        """All that take part."""
        return tuple(self.taken.values())

    def let_in(self, token: str, now: float, *, muted: bool) -> bool:
        """Gives a phone a place, also again; False when there is none."""
        if token not in self.taken:
            if not self.has_room(now):
                return False
            if len(self.taken) >= MOST_PHONES:
                del self.taken[self._forgotten(now)[0]]
            self._came += 1
            self.taken[token] = Phone(self._came, Bucket(SENT_AT_ONCE, SECONDS_PER_SENT, now), now, muted=muted)
        self.taken[token].seen = now
        return True

    def has_room(self, now: float) -> bool:
        """Whether one more can take part."""
        return len(self.taken) < MOST_PHONES or bool(self._forgotten(now))

    def _forgotten(self, now: float) -> list[str]:
        """Phones of which nothing would be lost, the one that was silent longest first."""
        silent = [token for token, one in self.taken.items() if one.gave_nothing and now - one.seen >= SECONDS_SILENT]
        return sorted(silent, key=lambda token: self.taken[token].seen)

    # What persons gave.

    @property
    def questions(self) -> Collection[int]:
        """Those on which a phone gave votes or a score."""
        return {question for phone in self.phones for question in (*phone.votes, *phone.scores)}

    def votes_given(self, question: int) -> Sequence[Mapping[int, int]]:
        """The votes of each phone on a question, but of those that do not count."""
        return [phone.votes[question] for phone in self.phones if question in phone.votes and not phone.muted]

    def scores_given(self, question: int) -> Sequence[int]:
        """The score of each phone on a statement, but of those that do not count."""
        return [phone.scores[question] for phone in self.phones if question in phone.scores and not phone.muted]
