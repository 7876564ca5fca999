"""What the parts of a session ask of the screen, whatever draws it: a place, with windows over it or not."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import Any, Protocol

from sto_tui.domain.record import Ref
from sto_tui.places import Place


class EditedRecord(Protocol):
    """The record that a form is about."""

    @property
    def ref(self) -> Ref | None:
        """The address of the record; None for a new one."""

    def about(self) -> dict[str, Any]:
        """Which record it is, in a form that can be stored."""


class OpenForm(Protocol):
    """A window in which something is typed."""

    @property
    def edited(self) -> EditedRecord | None:
        """The record; None for a form over another form."""

    @property
    def altered(self) -> bool:
        """Whether something was typed in it that has to be kept."""

    def level(self) -> Mapping[str, Any] | None:
        """What stands in it, in a form that can be stored."""

    def complain(self, sentence: str) -> None:
        """Says what is in the way."""

    def hear(self, message: str) -> None:
        """Another session did something."""


class KeptTyping(Protocol):
    """What was being typed when an earlier session ended."""

    @property
    def at(self) -> datetime:
        """When it was kept."""

    @property
    def state(self) -> Mapping[str, Any]:
        """What it was told to keep."""


class Front(Protocol):
    """What is in front of the person."""

    @property
    def forms(self) -> Sequence[OpenForm]:
        """The forms that are open, the lowest first."""

    def say(self, message: str, *, error: bool) -> bool:
        """Says it at the place that is shown, as it is now; False when a window stands over it, or another message."""

    def let_stand(self) -> None:
        """What was just said at the place stays there until the next key."""

    def hear(self, message: str) -> None:
        """Lets the window in front say it; most leave it to the place."""

    def forget(self, message: str) -> None:
        """What was said is no longer so: nothing in front goes on saying it."""

    def update_header(self) -> None:
        """Shows again what stands above the place, when one is in front."""

    def later(self, act: Callable[[], Awaitable[None]]) -> None:
        """Does it after what is going on now."""

    def offer(
        self, kept: Sequence[KeptTyping], chosen: Callable[[int | None], None], forget: Callable[[int], None]
    ) -> None:
        """Lets the person choose what to go on with, by its number."""

    async def resume(self, place: Place, state: Mapping[str, Any]) -> bool:
        """Opens the form again at its place; False when the place cannot go on with it."""

    def suspended(self) -> AbstractContextManager[None]:
        """The terminal is another program's meanwhile. Raises NotSavedError where that cannot be."""
