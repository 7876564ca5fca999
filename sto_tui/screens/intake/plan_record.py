"""One offer of a plan in Word: all that would stand in the record, to take as it is, edited, or not."""

from typing import Any

from textual.app import ComposeResult
from textual.containers import Vertical

from sto_tui.acts import PLAN_RECORD
from sto_tui.domain.change import NotSavedError
from sto_tui.domain.record import Part, Text, field
from sto_tui.intake.plan_document.edited_offers import label_of, told_fields, words_of
from sto_tui.intake.plan_document.offers import PlanOffer
from sto_tui.screens.editing.form import FormWindow
from sto_tui.screens.host import host_of
from sto_tui.screens.host.plans import IncomingPlan
from sto_tui.screens.windows.window import Window, lead, title
from sto_tui.widgets.raster import Run
from sto_tui.widgets.reading_pane import Page, Reading
from sto_tui.widgets.record_list import wrap


class OfferWords(Part):
    """The words that are taken."""

    text: Text = field("Tekst", "Zo komt het in het dossier.")


class PlanRecordWindow(Window[str | bool]):
    """Closes with the words to take, False when nothing is taken, or None when the choice stays as it was."""

    DEFAULT_CSS = "PlanRecordWindow Reading { height: 1fr; }"
    where = PLAN_RECORD

    def __init__(self, plan: IncomingPlan, offer: PlanOffer, words: str) -> None:
        super().__init__()
        self._plan, self._offer, self._words = plan, offer, words
        self._reading = Reading()
        self._bar = self.keys()

    def compose(self) -> ComposeResult:
        """What it is, where it stands in the plan, all of it, and the keys."""
        with Vertical(id="frame"):
            yield title(self._offer.caption)
            is_new = "Nieuw" if self._offer.before is None else "Wijzigt wat er staat"
            yield lead(f"{is_new} · {self._offer.place}")
            yield self._reading
            yield self._bar

    def on_mount(self) -> None:
        """Shows it."""
        self._reading.show(self._offer.number, self._page)
        self._reading.focus()

    def _page(self, width: int) -> Page:
        body: list[list[Run]] = []
        edited = label_of(self._offer)
        for label, lines in told_fields(self._offer, self._plan.seen):
            texts = self._words.split("\n") if label == edited else lines
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
        self.dismiss(self._words)

    def act_leave(self) -> None:
        """It stays out of the dossier."""
        self.dismiss(result=False)

    def act_edit(self) -> None:
        """Asks the words to take, and closes with them."""
        typed: list[str] = []

        def save(values: dict[str, Any]) -> None:
            words = OfferWords.model_validate(values).text
            if problem := self._plan.problem(self._offer, words):
                raise NotSavedError(problem, "text")
            typed.append(words)

        def closed(done: bool | None) -> None:
            if done and typed:
                self.dismiss(typed[-1])

        host = host_of(self)
        begun = {"text": self._words or words_of(self._offer)}
        window = FormWindow(label_of(self._offer), OfferWords, begun, host.dossier, host.today, save)
        self.app.push_screen(window.name_act("Dit nemen"), closed)
