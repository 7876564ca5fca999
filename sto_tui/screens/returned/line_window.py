"""One line of drafts that came back: its texts word by word, and the one that is taken, as it is or edited."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any

from rich.cells import cell_len
from textual.app import ComposeResult
from textual.containers import Vertical

from sto_tui.acts import RETURNED_TEXT
from sto_tui.domain.change import NotSavedError
from sto_tui.domain.dutch import capital, enumerate_words
from sto_tui.domain.record import Part, Text, field
from sto_tui.intake.returned_draft.lines import DraftLine
from sto_tui.planning.text_changes import changed_words
from sto_tui.screens.bindings import footer_keys
from sto_tui.screens.editing.form import FormWindow
from sto_tui.screens.host import host_of
from sto_tui.screens.host.returned import BackFromWord
from sto_tui.screens.windows.window import Window, lead, title
from sto_tui.widgets.marked_words import marked_lines
from sto_tui.widgets.raster import Run
from sto_tui.widgets.reading_pane import Page, Reading
from sto_tui.widgets.record_list import wrap
from sto_tui.widgets.shell import WindowBar

_CHOSEN, _OPEN = "●", "○"
# Texts of several people stand side by side where each has room for a sentence.
_LEAST_BESIDE = 42
_GAP = "   "
_FEWEST_TO_CHOOSE = 2


class TakenText(Part):
    """The text that is taken."""

    text: Text = field("Tekst", "Zo komt het in het dossier.", default="")


class LineWindow(Window[str | bool]):
    """Closes with the text to take, False when nothing is taken, or None when the choice stays as it was."""

    DEFAULT_CSS = """
    LineWindow {
        & Reading { height: 1fr; }
        &.-low .title { padding: 0 1; }
    }
    """
    VERTICAL_BREAKPOINTS = [(0, "-low"), (22, "-high")]
    where = RETURNED_TEXT

    def __init__(self, back: BackFromWord, line: DraftLine, chosen: str | None) -> None:
        super().__init__()
        self._back, self._line, self._own = back, line, chosen
        texts = [wording.to_take for wording in line.wordings]
        self._place = texts.index(chosen) if chosen in texts else 0
        self._reading = Reading()
        self._at_text = (0, 0)
        self._bar = WindowBar(footer_keys(self.where, without=self._useless()))

    def _useless(self) -> frozenset[str]:
        """The acts that do nothing for this line."""
        if not self._line.standing.can_be_taken:
            return frozenset({"take", "edit", "leave", "next_text"})
        no_other = {"next_text"} if len(self._line.wordings) < _FEWEST_TO_CHOOSE else set()
        return frozenset(no_other | ({"edit"} if self._line.new is not None else set()))

    def compose(self) -> ComposeResult:
        """What it is about, the texts, and the keys."""
        with Vertical(id="frame"):
            yield title(self._line.label)
            about = (f"{capital(self._line.told)}.", self._line.where, self._line.note)
            yield lead(" ".join(part for part in about if part))
            yield self._reading
            yield self._bar

    def on_mount(self) -> None:
        """Shows the texts."""
        self._fill()
        self._reading.focus()

    def _fill(self) -> None:
        self._reading.show(self._line.number, self._page)

    def _page(self, width: int) -> Page:
        line, room = self._line, width - 2
        body: list[list[Run]] = _part("Verstuurd", line.sent, room)
        if line.now != line.sent and line.standing.is_of_a_field and line.standing.can_be_taken:
            body += [_head("Nu in het dossier"), *_changed(line.sent, line.now, room), []]
        beside = min(len(line.wordings), max(1, room // _LEAST_BESIDE))
        each = (room - (beside - 1) * len(_GAP)) // beside
        texts = [self._wording(place, each) for place in range(len(line.wordings))]
        for first in range(0, len(texts), beside):
            start = len(body)
            body += _side_by_side(texts[first : first + beside], each)
            if first <= self._place < first + beside:
                self._at_text = start, len(body) - 1
            body.append([])
        taken = self._line.wordings[self._place]
        if self._own is not None and self._own not in [wording.to_take for wording in line.wordings]:
            body += _part("Zelf bewerkt", self._own, room)
            body += _told(self._back.outcome(line, self._own), room)
        elif taken.to_take != taken.text:
            body += _part("Zo komt het in het dossier", taken.to_take, room)
        return Page([], body)

    def _wording(self, place: int, width: int) -> list[list[Run]]:
        """Who wrote a text, and the text word by word."""
        wording = self._line.wordings[place]
        mark = _CHOSEN if place == self._place else _OPEN
        names = wrap(f"{mark} {enumerate_words(wording.people)}", width)
        lines = [*map(_head, names), *_changed(self._line.sent, wording.text, width)]
        problem = wrap(wording.problem, width) if wording.problem else ()
        told = _told(wording.outcome, width)
        return [*lines, *([(" ", "text"), (text, "error")] for text in problem), *told]

    def on_reading_moved(self) -> None:
        """Says what is out of sight."""
        self._bar.show_hidden(self._reading.out_of_sight)

    def complain(self, sentence: str) -> None:
        """Above the keys."""
        self._bar.say(sentence)

    def why_not(self, id: str) -> str:
        """What there is only to know cannot be taken, and only the text of a field can be edited."""
        line = self._line
        if id in ("take", "edit", "leave") and not line.standing.can_be_taken:
            return line.note or "Dit is alleen ter kennis."
        if id == "edit" and line.new is not None:
            return "Een nieuwe regel bewerk je in het dossier, als hij is overgenomen."
        if id == "next_text" and len(line.wordings) < _FEWEST_TO_CHOOSE:
            return "Er is maar één tekst."
        if id == "take" and self._own is None and line.wordings[self._place].problem:
            return f"{line.wordings[self._place].problem} Met e schrijf je het zelf."
        return super().why_not(id)

    def act_next_text(self) -> None:
        """The text of somebody else."""
        self._place, self._own = (self._place + 1) % len(self._line.wordings), None
        self._fill()
        self._reading.bring(*self._at_text)

    def act_take(self) -> None:
        """The text that is chosen, or that was edited."""
        self.dismiss(self._line.wordings[self._place].to_take if self._own is None else self._own)

    def act_leave(self) -> None:
        """The dossier stays as it is."""
        self.dismiss(result=False)

    def act_edit(self) -> None:
        """Asks the text to take, and closes with it."""
        text = self._line.wordings[self._place].to_take if self._own is None else self._own
        typed: list[str] = []

        def save(values: dict[str, Any]) -> None:
            own = TakenText.model_validate(values).text
            if problem := self._back.problem(self._line, own):
                raise NotSavedError(problem, "text")
            typed.append(own)

        def closed(done: bool | None) -> None:
            if done and typed:
                self.dismiss(typed[-1])

        host = host_of(self)
        window = FormWindow(self._line.label, TakenText, {"text": text}, host.dossier, host.today, save)
        self.app.push_screen(window.name_act("Deze tekst nemen"), closed)


def _head(words: str) -> list[Run]:
    return [(" ", "text"), (words, "bold")]


def _side_by_side(texts: Sequence[Sequence[Sequence[Run]]], width: int) -> Iterator[list[Run]]:
    """The lines of texts, each in a column of its own. A line begins with the blank of its column."""
    for lines in zip_longest(*texts, fillvalue=()):
        row: list[Run] = []
        for column, line in enumerate(lines):
            filled = sum(cell_len(text) for text, _ in row)
            row += [(" " * (column * (width + len(_GAP)) - filled), "text"), *line]
        yield row


def _part(head: str, text: str, width: int) -> list[list[Run]]:
    lines = wrap(text, width) if text.strip() else ("(leeg)",)
    return [_head(head), *([(" ", "text"), (line, "text")] for line in lines), []]


def _told(sentences: Sequence[str], width: int) -> list[list[Run]]:
    return [[(" ", "text"), (line, "muted")] for sentence in sentences for line in wrap(sentence, width)]


def _changed(old: str, new: str, width: int) -> list[list[Run]]:
    if not new.strip():
        return [[(" ", "text"), ("(leeg)", "error")]]
    return [[(" ", "text"), *runs] for runs in marked_lines(changed_words(old, new), width)]
