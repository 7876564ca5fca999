"""The keys at the bottom of a place: those of what can be done where the cursor is."""

from collections.abc import Collection, Mapping
from typing import ClassVar, Protocol

from textual.events import Key

from sto_tui.acts import footer_of
from sto_tui.acts.keys_elsewhere import does_nothing
from sto_tui.screens.host import Host
from sto_tui.widgets.raster import Raster
from sto_tui.widgets.shell import KeyBar

_ALWAYS_SHOWN = 2
"""Those at the end that a narrow window shows too: how to close, and which keys there are."""


class KeyedPlace(Protocol):
    """The place with the cursor."""

    bar: KeyBar
    where: ClassVar[str]
    stays_in_footer: ClassVar[Collection[str]]

    @property
    def host(self) -> Host:
        """The app."""

    @property
    def cursor_in(self) -> Raster:
        """The list with the cursor."""

    @property
    def leads(self) -> str:
        """The act that the keys begin with where the cursor is; empty for the usual order."""

    @property
    def called_here(self) -> Mapping[str, str]:
        """The acts that are called otherwise where the cursor is, by their name in the registry."""

    def why_not(self, id: str) -> str:
        """Why an act can't be done now; empty when it can."""


def show_keys_here(place: KeyedPlace) -> None:
    """Shows what can be done at the cursor: where nothing is yet, first of all how to add it."""
    fitting = [act for act in footer_of(place.where) if _fits(place, act.id)]
    if leads := place.leads:
        fitting.sort(key=lambda act: act.id != leads)
    called = place.called_here
    place.bar.show_keys([(act.key, called.get(act.id, act.label)) for act in fitting], always=_ALWAYS_SHOWN)


def _fits(place: KeyedPlace, id: str) -> bool:
    """Whether an act can be done where the cursor is; one that can be done at another moment stays.

    Where nothing is yet that moment has not come.
    """
    reason = place.why_not(id)
    stays = id in place.stays_in_footer and place.cursor_in.current_key is not None
    return not reason or stays or reason == place.host.changes.read_only


def why_nothing_here(event: Key) -> str:
    """Why a key without an act does nothing."""
    return does_nothing(event.key, event.character if event.is_printable else None)
