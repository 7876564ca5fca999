"""What this session did, to be taken back: a change, with what it did to the choices and to what the file holds."""

from collections.abc import Collection, Iterable

from sto_tui.domain.change import Change
from sto_tui.domain.dossier import Unsettled
from sto_tui.frozen import frozen
from sto_tui.storage.file.dossier_copy import DocumentEdit


@frozen
class Effect:
    """What a write does besides its edits.

    The changes that it `forgets` came in with a merge that is taken back: then the file does not hold them any more,
    and the choices of those `merges` are gone. It `settles` choices, or `reopens` them. Of the documents that this
    version cannot use it changes those that still stand as they did, `beside` its edits.
    """

    forgets: Collection[str] = ()
    merges: Collection[str] = ()
    settles: tuple[Unsettled, ...] = ()
    reopens: tuple[Unsettled, ...] = ()
    beside: tuple[DocumentEdit, ...] = ()

    def on(self, unsettled: Iterable[Unsettled]) -> tuple[Unsettled, ...]:
        """What is to be chosen after it."""
        settled = {choice.key for choice in self.settles}
        left = (choice for choice in unsettled if choice.key not in settled and choice.merge not in self.merges)
        return (*left, *self.reopens)


NO_EFFECT = Effect()


@frozen
class Step:
    """A change that was carried out; of a merge the changes that came in with it, and its own key."""

    change: Change
    brought: tuple[str, ...] = ()
    merge: str = ""
    settled: tuple[Unsettled, ...] = ()
    beside: tuple[DocumentEdit, ...] = ()

    @property
    def taken_back(self) -> Effect:
        """What taking it back does besides."""
        beside = tuple(edit.reversed for edit in reversed(self.beside))
        return Effect(self.brought, (self.merge,) if self.merge else (), reopens=self.settled, beside=beside)

    @property
    def done_again(self) -> Effect:
        """What doing it again does besides."""
        return Effect(settles=self.settled, beside=self.beside)
