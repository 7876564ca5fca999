"""The field in which one of several is chosen: one drawn line, and a list only while it is open.

Textual's Select is six widgets from the beginning, and a form has up to nine of them: half of the time that a form
took to open went into lists that nobody opened.
"""

from collections.abc import Sequence
from typing import Any

from rich.cells import cell_len
from textual.binding import Binding
from textual.content import Content
from textual.events import Blur, Click, Key
from textual.message import Message
from textual.reactive import var
from textual.widgets import OptionList

from sto_tui.domain.record import FieldSpec
from sto_tui.domain.text import clean_line
from sto_tui.domain.typed_dates import Beside
from sto_tui.widgets.raster import Run, fit
from sto_tui.widgets.shell import Drawn
from sto_tui.widgets.textual_gaps import run_own_binding
from sto_tui.widgets.typed_letters import TypedLetters

_AFTER = 3
"""Cells of the line after the name: the arrow, with a blank on both sides."""


class OpenList(OptionList, can_focus=False):
    """What there is to choose, over whatever stands below; its field keeps the focus, and hands it the keys."""

    DEFAULT_CSS = """
    OpenList { width: 1fr; max-height: 80vh; overlay: screen; offset: 0 1; constrain: none inside; padding: 0;
        background: $sto-background; color: $sto-text; border: solid $sto-rule;
        border-title-style: bold; border-title-color: $sto-text; border-title-background: $sto-background;
        & > .option-list--option-highlighted { color: $block-cursor-foreground; background: $block-cursor-background;
            text-style: bold underline; }
    }
    """

    def __init__(self, names: Sequence[Content], title: Content, place: int) -> None:
        super().__init__(*names)
        self.border_title = title.markup
        self.highlighted = place

    def on_click(self, event: Click) -> None:
        """A click here chooses; one on the field below would close the list."""
        event.stop()


class OneOf(Drawn, can_focus=True):
    """One of several: a choice, or a record that is referred to."""

    DEFAULT_CSS = """
    OneOf { height: 1; background: $sto-surface; pointer: pointer;
        &:focus { background: $sto-row; }
        &.-open { background: $sto-surface; }
    }
    """
    BINDINGS = [Binding("enter,up,down", "open", "Kiezen", show=False)]

    value: var[Any] = var(None, init=False)
    """The chosen value; None when nothing is chosen."""

    class Changed(Message):
        """Something else was chosen."""

        def __init__(self, editor: "OneOf") -> None:
            super().__init__()
            self.editor = editor

    def __init__(self, spec: FieldSpec, value: Any, options: Sequence[tuple[str, Any]]) -> None:
        super().__init__()
        self.spec = spec
        self._can_be_empty = not spec.required or value is None
        self._prompt = "Kies met enter" if spec.required else "Geen; kies met enter"
        self.choices = [("", None)] * self._can_be_empty + [(clean_line(name), key) for name, key in options]
        """Names and values as they are listed; the first is empty where none may be chosen."""
        if value is not None and all(value != key for _, key in options):
            self.choices.append(("(vervallen)", value))
        self._letters = TypedLetters()
        self._list: OpenList | None = None
        self.set_reactive(OneOf.value, value)

    @property
    def is_open(self) -> bool:
        """Whether the list is shown."""
        return self._list is not None

    @property
    def _place(self) -> int | None:
        """Where in the list the chosen value stands."""
        if self.value is None:
            return None
        return next(place for place, (_, key) in enumerate(self.choices) if key == self.value)

    def line(self, y: int, width: int) -> Sequence[Run]:
        """The name of what is chosen, and an arrow."""
        place, room = self._place, max(0, width - _AFTER)
        name = fit(self._prompt if place is None else self.choices[place][0], room).rstrip()
        role, role_here = ("muted", "prompt here") if place is None else ("text", "chosen here")
        if self.has_focus and not self.is_open:
            role = role_here
        return [(name, role), (" " * (room - cell_len(name) + 1), "text"), ("▲" if self.is_open else "▼", "muted")]

    def watch_has_focus(self, has_focus: bool) -> None:
        """Shows by weight where the focus is: not every theme has a colour for it."""
        super().watch_has_focus(has_focus)
        self.refresh()

    def watch_value(self) -> None:
        """Shows another name."""
        self.refresh()
        self.post_message(self.Changed(self))

    async def on_key(self, event: Key) -> None:
        """The keys of the list while it is open; a letter opens it at the choice that begins with it.

        Enter takes that choice, escape does not.
        """
        if self._list:
            self._show_where()
        if self._list and event.key == "escape":
            event.stop()
            self.close()
        elif self._list and await run_own_binding(self._list, event):
            return
        elif event.is_printable and event.character:
            event.stop()
            self._go_by_letter(event.character, event.time)

    def _go_by_letter(self, letter: str, at: float) -> None:
        here = self._list.highlighted if self._list else self._place
        place = self._letters.place(letter, at, [name for name, _ in self.choices], -1 if here is None else here)
        if place is not None:
            self._open_at(place)
        elif letter == " ":
            self.action_open()

    def action_open(self) -> None:
        """Opens the list at what is chosen, or else at the first."""
        if not self._list:
            self._open_at(self._place or 0)

    def _open_at(self, place: int) -> None:
        """The list bears the name of the field: where there is no room below, it lies over its label."""
        if self._list:
            self._list.highlighted = place
            return
        names = [Content(self._prompt if key is None else name) for name, key in self.choices]
        self._list = OpenList(names, Content(self.spec.label), place)
        self.add_class("-open")
        self._show_where()
        self.mount(self._list)
        self.refresh()

    def _show_where(self) -> None:
        """Brings the field into sight, wherever the form was scrolled."""
        if not self.screen.can_view_entire(self):
            self.scroll_visible(animate=False, immediate=True)

    def close(self) -> None:
        """Closes the list; what was chosen stays."""
        if self._list:
            self._list.remove()
            self._list = None
            self.remove_class("-open")
            self.refresh()

    def on_blur(self, event: Blur) -> None:
        """Whoever goes elsewhere is done with the list; a click that does so, does nothing else."""
        if self._list:
            self.close()
            self.suppress_click()

    def on_click(self, event: Click) -> None:
        """A click opens the list, and closes it."""
        event.stop()
        if self._list:
            self.close()
        else:
            self.action_open()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Takes the choice."""
        event.stop()
        self.close()
        self.value = self.choices[event.option_index][1]

    def read(self, beside: Beside) -> Any:
        """The chosen value, or None."""
        if self.value is None and self.spec.required:
            raise ValueError(f"Kies bij ‘{self.spec.label}’ een van de mogelijkheden.")
        return self.value

    @property
    def typed(self) -> Any:
        """The chosen value as text, or None."""
        return None if self.value is None else str(self.value)

    def retype(self, typed: Any) -> None:
        """Chooses it again, when it is still among the possibilities."""
        self.value = next((key for _, key in self.choices if _as_text(key) == typed), self.value)

    def take(self, value: Any) -> None:
        """Chooses another one."""
        self.retype(_as_text(value))


def _as_text(key: Any) -> str | None:
    return None if key is None else str(key)
