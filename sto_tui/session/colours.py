"""The theme that is shown, and the one that is remembered."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from sto_tui import settings


class Themed(Protocol):
    """What has a theme."""

    theme: str


class SessionColours:
    """Takes other themes from `order`; `on_wall` says which one takes the place of one that a projector washes out.

    `names` says how people read them.
    """

    def __init__(
        self, themed: Themed, order: Sequence[str], on_wall: Mapping[str, str], names: Mapping[str, str]
    ) -> None:
        self._themed = themed
        self._order = order
        self._on_wall = on_wall
        self._names = names
        self._before = ""

    def switch(self) -> str:
        """Takes the next theme and remembers it; says when there is no other."""
        order = self._order
        if len(order) == 1:
            return f"{self._called}; deze terminal toont geen andere"
        self._themed.theme = order[(order.index(self._themed.theme) + 1) % len(order)]
        settings.remember_theme(self._themed.theme)
        return self._called

    @property
    def _called(self) -> str:
        return self._names[self._themed.theme]

    def on_the_wall(self, *, begin: bool) -> None:
        """Light colours on the wall; those of before when it is over."""
        if begin and self._themed.theme in self._on_wall:
            self._before, self._themed.theme = self._themed.theme, self._on_wall[self._themed.theme]
        elif not begin and self._before:
            self._themed.theme, self._before = self._before, ""
