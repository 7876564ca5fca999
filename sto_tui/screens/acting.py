"""Screens that carry out the acts of the registry: every act has a method, found when the class is made."""

from collections.abc import Callable, Collection, Mapping
from typing import Any, ClassVar, cast

from textual.binding import Binding, BindingType
from textual.events import Paste, Resize
from textual.screen import Screen

from sto_tui.acts import acts_at
from sto_tui.domain.dutch import count
from sto_tui.screens.bindings import action_by_label, bindings_at
from sto_tui.terminal.messages import NO_CHARACTER
from sto_tui.widgets.shell import KeyBar
from sto_tui.widgets.too_small import show_too_small

Handler = Callable[[Any], None]


class Acting:
    """Mixed into a screen, before Screen itself. `where` names its acts in the registry; a class for others has none.

    Each act is carried out by the method `act_<id>`; a class that lacks one does not come into being. `BINDINGS` of the
    class itself come after the keys of its acts.
    """

    BINDINGS: ClassVar[list[BindingType]]
    where: ClassVar[str] = ""
    asked_by_parts: ClassVar[Collection[str]] = ()
    """Acts that a part of the screen asks for, beside those of the registry."""
    handlers: ClassVar[Mapping[str, Handler]] = {}

    def __init_subclass__(cls, **options: Any) -> None:
        if cls.where:
            # Textual hands keys down too: what the class above can do, this one can.
            ids = [*cls.handlers, *cls.asked_by_parts, *(act.id for act in acts_at(cls.where))]
            cls.handlers = {id: cls.handler_of(id) for id in ids}
        if "where" in vars(cls):
            cls.BINDINGS = [*cls.act_bindings(), *vars(cls).get("BINDINGS", ())]
        super().__init_subclass__(**options)

    @classmethod
    def act_bindings(cls) -> list[Binding]:
        """The keys of the acts."""
        return bindings_at(cls.where)

    @classmethod
    def handler_of(cls, id: str) -> Handler:
        """What carries out an act. Raises TypeError when nothing does."""
        handler: Handler | None = getattr(cls, f"act_{id}", None)
        if handler is None:
            raise TypeError(f"{cls.__name__} has no act_{id} for an act at '{cls.where}'")
        return handler

    def say(self, message: str, *, error: bool = False) -> None:
        """Shows a message."""
        raise NotImplementedError

    def on_resize(self, event: Resize) -> None:
        """A window that is too small says so as long as it is."""
        show_too_small(cast("Screen[Any]", self), event.size)

    def on_paste(self, event: Paste) -> None:
        """No field took it, and letters that were pasted are no keys."""
        if event.text != NO_CHARACTER:
            length = count(len(event.text), "teken", "tekens")
            self.say(f"Geplakt: {length}. Hier kan niets worden geplakt; er is niets veranderd.")

    def why_not(self, id: str) -> str:
        """Why an act can't be done now; empty when it can."""
        return ""

    def action_act(self, id: str) -> None:
        """Carries out an act, or says why it cannot be done now."""
        if reason := self.why_not(id):
            self.say(reason)
        else:
            self.handlers[id](self)

    def act_clicked(self, id: str) -> None:
        """A click on a key is that key."""
        self.action_act(id)

    @property
    def called_here(self) -> Mapping[str, str]:
        """The acts that are called otherwise where the cursor is, by their name in the registry."""
        return {}

    def on_key_bar_key_clicked(self, event: KeyBar.KeyClicked) -> None:
        """Finds the act that was clicked."""
        called = {label: id for id, label in self.called_here.items()}
        if id := called.get(event.key) or action_by_label(self.where, event.key):
            self.act_clicked(id)
