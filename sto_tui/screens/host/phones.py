"""Phones in the room: what they need of this computer and this account."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from sto_tui.phones.addresses import LocalAddress


class Phones(Protocol):
    """Where they reach it, and the room that a crash left open."""

    @property
    def why_not(self) -> str:
        """Why no phone can be let in here; empty when that can be tried."""

    @property
    def draws_code(self) -> bool:
        """Whether a QR code can be drawn on this terminal."""

    @property
    def own_addresses(self) -> "Callable[[], Sequence[LocalAddress]]":
        """Finds the local addresses of this computer."""

    @property
    def elsewhere(self) -> str:
        """Who else lets phones in on this dossier; empty when nobody does."""

    def tell(self, *, on: bool) -> None:
        """Tells other sessions that phones come in here, or no longer."""

    def read(self) -> Mapping[str, Any] | None:
        """The room that was open on this dossier and was not closed."""

    def keep(self, room: Mapping[str, Any]) -> None:
        """Keeps it, for this account only."""

    @property
    def wifi(self) -> str:
        """What the wifi was called the last time, on this computer; empty when that was not told."""

    def keep_wifi(self, name: str) -> None:
        """Keeps it for this account only; an empty name forgets it."""

    def waiting(self, session: int | None) -> Sequence[Mapping[str, Any]]:
        """The answers to questions of a meeting that had not come in the dossier."""

    def keep_waiting(self, session: int | None, answers: Sequence[Mapping[str, Any]]) -> bool:
        """Keeps them for this account only; none forgets them."""

    def log(self, what: str) -> None:
        """Notes in the log of this account that they went on or off; no address and no text."""

    def report(self, error: BaseException) -> None:
        """Notes a failure of the program among the reports, and of what kind it was in the log."""

    def forget(self) -> None:
        """The room was closed."""
