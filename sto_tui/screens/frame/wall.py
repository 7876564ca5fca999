"""What screens for the wall have in common: they follow the window, catch up, and speak above their keys."""

from textual.events import Resize, ScreenResume

from sto_tui.screens.bindings import footer_keys
from sto_tui.screens.editing.editing_screen import EditingScreen
from sto_tui.widgets.shell import KeyBar


class WallScreen(EditingScreen):
    """One thing at a time, for a room."""

    def __init__(self) -> None:
        super().__init__()
        self.bar = KeyBar(footer_keys(self.where))

    def show(self) -> None:
        """Draws what is on the wall."""
        self.update()

    def action_act(self, id: str) -> None:
        """A message stands until the next act."""
        self.cut = self.bar.cut
        self.say("")
        super().action_act(id)

    def on_resize(self, event: Resize) -> None:
        """Another window may have room for large letters."""
        if self.is_mounted:
            self.show()

    def on_screen_resume(self, event: ScreenResume) -> None:
        """A window over the wall was closed."""
        if self.is_mounted:
            self.catch_up()

    def act_help(self) -> None:
        """All keys."""
        from sto_tui.screens.windows.key_list import KeyList

        keys = KeyList(self.where, "deze weergave", told=self.cut)
        self.app.push_screen(keys, lambda act: self.action_act(act) if isinstance(act, str) else None)

    def act_stop(self) -> None:
        """Back to the place."""
        self.dismiss(None)
