"""What was typed when a session ended, offered at the next start."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sto_tui.acts import UNFINISHED
from sto_tui.domain.text import clean_line
from sto_tui.screens.windows.confirm import QuestionWindow
from sto_tui.screens.windows.listing import Listing
from sto_tui.widgets.record_list import Column, Row


@dataclass(frozen=True)
class Unfinished:
    """A form that was open when a session ended, by its number; `state` is what it was told to keep."""

    index: int
    at: datetime
    state: Mapping[str, Any]

    @property
    def name(self) -> str:
        """What was being edited."""
        about = self.state.get("about")
        return clean_line(str(about.get("name", ""))) if isinstance(about, dict) else ""

    @property
    def typed(self) -> str:
        """The longest text in it, by which people know it again."""
        levels = self.state.get("levels")
        texts = [
            text
            for level in (levels if isinstance(levels, list) else [])
            for text in (level.get("new", ()) if isinstance(level, dict) else ())
        ]
        return clean_line(max(map(str, texts), key=len, default=""))


class UnfinishedWindow(Listing):
    """Closes with the one to go on with; throwing away asks `forget`."""

    where = UNFINISHED

    def __init__(self, forms: Sequence[Unfinished], forget: Callable[[Unfinished], None]) -> None:
        self._forms = list(forms)
        self._forget = forget
        sentence = "De vorige keer is sto-tui gesloten terwijl je typte. Deze tekst was nog niet opgeslagen."
        super().__init__("Verder met wat je typte?", sentence, (Column("", 12), Column("", wrap=True)), self._shown())

    def _shown(self) -> list[Row]:
        return [
            Row(
                ((f"{form.at:%d-%m %H:%M}", "muted"), form.name),
                key=form,
                below=f"‘{form.typed[:200]}’" if form.typed else "",
            )
            for form in self._forms
        ]

    def act_throw_away(self) -> None:
        """Asks whether the one at the cursor may go; the window closes with the last."""
        row = self._list.current
        if row is None:
            return

        def answered(sure: bool | None) -> None:
            if not sure:
                return
            self._forget(row.key)
            self._forms.remove(row.key)
            if self._forms:
                self._list.show(self._shown())
            else:
                self.dismiss(None)

        question = QuestionWindow(
            "Deze tekst weggooien?", [row.key.name, row.key.typed], yes="Weggooien", no="Behouden"
        )
        self.app.push_screen(question, answered)
