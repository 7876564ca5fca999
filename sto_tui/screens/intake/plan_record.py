"""One offer of a plan in Word: all that would stand in the record, to take as it is, edited, or not."""

from typing import Any

from textual.app import ComposeResult
from textual.containers import Vertical

from sto_tui.acts import PLAN_RECORD
from sto_tui.domain.record import Record
from sto_tui.intake.plan_document.plan_offer import PlanOffer
from sto_tui.intake.plan_document.told_fields import told_fields
from sto_tui.screens.editing.form import FormWindow
from sto_tui.screens.host import host_of
from sto_tui.screens.host.plans import IncomingPlan
from sto_tui.screens.windows.window import Window, lead, title
from sto_tui.widgets.raster import Run
from sto_tui.widgets.reading_pane import Page, Reading
from sto_tui.widgets.record_list import wrap


class PlanRecordWindow(Window[Record | bool]):
    """Closes with the record to take, False when nothing is taken, or None when the choice stays as it was."""

    DEFAULT_CSS = "PlanRecordWindow Reading { height: 1fr; }"
    where = PLAN_RECORD

    def __init__(self, plan: IncomingPlan, offer: PlanOffer, record: Record) -> None:
        super().__init__()
        self._plan, self._offer, self._record = plan, offer, record
        self._reading = Reading()
        self._bar = self.keys()

    def compose(self) -> ComposeResult:
        """What it is, where it stands in the plan, all of it, and the keys."""
        with Vertical(id="frame"):
            yield title(self._offer.caption)
            is_new = "Nieuw" if self._record.id < 0 else "Wijzigt wat er staat"
            yield lead(f"{is_new} · {self._offer.place}")
            if self._offer.doubt:
                yield lead(f"Twijfel: {self._offer.doubt}.")
            yield self._reading
            yield self._bar

    def on_mount(self) -> None:
        """Shows it."""
        self._reading.show(self._offer.number, self._page)
        self._reading.focus()

    def _page(self, width: int) -> Page:
        body: list[list[Run]] = []
        for label, texts in told_fields(self._record, self._plan.seen):
            body.append([(" ", "text"), (label, "bold")])
            body += [[(" ", "text"), (line, "text")] for text in texts for line in wrap(text, width - 2) or ("",)]
            body.append([])
        return Page([], body)

    def on_reading_moved(self) -> None:
        """Says what is out of sight."""
        self._bar.show_hidden(self._reading.out_of_sight)

    def complain(self, sentence: str) -> None:
        """Above the keys."""
        self._bar.say(sentence)

    def act_take(self) -> None:
        """As it stands here."""
        self.dismiss(self._record)

    def act_leave(self) -> None:
        """It stays out of the dossier."""
        self.dismiss(result=False)

    def why_not(self, id: str) -> str:
        """What is added to another record is edited there."""
        if id == "edit" and self._offer.more is not None:
            return "Dit komt bij een ander record. Kies het, en bewerk dat record na het overnemen."
        return super().why_not(id)

    def act_edit(self) -> None:
        """Asks all fields of the record, and closes with what they became."""
        made: list[Record] = []

        def save(values: dict[str, Any]) -> None:
            made.append(self._record.changed(**values))

        def closed(done: bool | None) -> None:
            if done and made:
                self.dismiss(made[-1])

        model, values, seen = type(self._record), dict(self._record), self._plan.seen
        window = FormWindow(self._offer.caption, model, values, seen, host_of(self).today, save)
        self.app.push_screen(window.name_act("Dit nemen"), closed)
