"""What a sheet leaves in doubt, asked one by one; what would be taken over changes with what is pointed at."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Resize
from textual.timer import Timer
from textual.worker import Worker, WorkerState

from sto_tui.acts import QUESTIONS
from sto_tui.domain.change import NotSavedError
from sto_tui.domain.dutch import count
from sto_tui.domain.text import clean_text
from sto_tui.intake.questions import Answers, IntakeChoice, IntakeQuestion, told_place
from sto_tui.screens.host.sheets import IncomingSheet, ReadSheet
from sto_tui.screens.intake.sheet_rows import table_lines
from sto_tui.screens.windows.window import Window, title
from sto_tui.widgets.detail import Fitted
from sto_tui.widgets.raster import Raster, Run, fit, out_of_sight
from sto_tui.widgets.record_list import Column, RecordList, Row, wrap

REST_SECONDS = 0.12
_LEAST_CHOICES, _LEAST_OUTCOME = 3, 4
_BUSY = "Bezig met lezen…"


@dataclass(frozen=True)
class Answered:
    """The answers that were given, and what the sheet says with them; `anew` is asked first, though it is not open."""

    answers: Answers
    incoming: IncomingSheet
    anew: IntakeQuestion | None = None

    @property
    def questions(self) -> tuple[IntakeQuestion, ...]:
        """What still has to be asked. What was answered is not asked again, whatever became of it."""
        first = () if self.anew is None else (self.anew,)
        return tuple(question for question in (*first, *self.incoming.questions) if question.key not in self.answers)


class QuestionsWindow(Window[Answered]):
    """Asks until nothing is open, and closes with the answers; None when the person goes back from the first one."""

    where = QUESTIONS
    DEFAULT_CSS = """
    QuestionsWindow {
        & Fitted { margin: 0 1; }
        & #outcome { height: 1fr; }
    }
    """

    def __init__(self, heading: str, sheet: ReadSheet, start: Answered) -> None:
        super().__init__()
        self._heading = heading
        self._sheet = sheet
        self._steps = [start]
        self._outcomes: dict[frozenset[tuple[str, str]], IncomingSheet | NotSavedError] = {}
        self._working_on: Answers | None = None
        self._waits_for_outcome = False
        self._timer: Timer | None = None
        self._question = Fitted(id="question")
        self._rows = Fitted(id="rows")
        self._list = RecordList((Column("", wrap=True),), heads=False)
        self._outcome = Fitted(id="outcome")
        self._bar = self.keys()

    def compose(self) -> ComposeResult:
        """Question, rows of the sheet, choices, and what comes of the one pointed at."""
        with Vertical(id="frame"):
            yield title(self._heading)
            yield self._question
            yield self._rows
            yield self._list
            yield self._outcome
            yield self._bar

    def on_mount(self) -> None:
        """The first question."""
        self._list.focus()
        self._show_question()

    def on_resize(self, event: Resize) -> None:
        """Another size has other room."""
        self._arrange()

    # The question.

    @property
    def _step(self) -> Answered:
        return self._steps[-1]

    @property
    def _asked(self) -> IntakeQuestion:
        return self._step.questions[0]

    @property
    def _pointed(self) -> IntakeChoice:
        return self._asked.choice(str(self._list.current_key)) or self._asked.choices[0]

    @property
    def _answers(self) -> Answers:
        """With the choice that is pointed at."""
        return {**self._step.answers, self._asked.key: self._pointed.key}

    def _show_question(self, chosen: str = "") -> None:
        """The choices, the cursor on the one that was chosen before or else is proposed."""
        question = self._asked
        self._list.show([Row((_label(choice),), key=choice.key) for choice in question.choices])
        self._list.go_to(chosen or question.proposed)
        self._arrange()
        self._follow()

    def _arrange(self) -> None:
        """Shares the height out: the question whole, then choices and rows of the sheet, the outcome what is left."""
        width, height = self.app.size.width - 4, self.app.size.height - 6
        asked = self._asked_lines(min(width, 92))
        choices = sum(len(wrap(_label(choice), min(width, 92) - 5)) for choice in self._asked.choices)
        room = height - len(asked)
        shown = len(self._asked.table) + 2 if self._asked.table else len(self._asked.shown)
        listed = min(choices, max(_LEAST_CHOICES, room // (3 if shown else 2)))
        self._question.styles.height = len(asked)
        self._list.styles.height = listed
        self._rows.styles.height = min(shown, max(0, room - listed - _LEAST_OUTCOME))
        self._question.show(lambda width, height: self._asked_lines(width))
        self._rows.show(self._row_lines)
        self._outcome.show(self._outcome_lines)

    def _asked_lines(self, width: int) -> list[list[Run]]:
        of = f"{told_place(len(self._steps), len(self._step.questions) - 1)}  "
        first, *more = wrap(f"{of}{self._asked.text}", width) or ("",)
        head: list[Run] = [(of.rstrip(), "muted"), (first[len(of.rstrip()) :], "bold")]
        return [head, *([(line, "bold")] for line in more), []]

    def _row_lines(self, width: int, height: int) -> list[list[Run]]:
        if self._asked.table:
            return table_lines(self._asked.table, self._pointed.column, width)[:height]
        return [[(fit(clean_text(line), width), "muted")] for line in self._asked.shown[:height]]

    # What comes of it.

    def on_raster_moved(self, event: Raster.Moved) -> None:
        """Another choice is pointed at."""
        self._bar.show_hidden(out_of_sight(event.raster))
        self._waits_for_outcome = False
        self._bar.say("")
        self._follow()

    def _follow(self) -> None:
        """Shows the column pointed at, and what would be taken over once the cursor rests."""
        self._rows.show(self._row_lines)
        self._outcome.show(self._outcome_lines)
        if self._timer:
            self._timer.stop()
        self._timer = self.set_timer(REST_SECONDS, self._work_out)

    def _known(self, answers: Answers) -> IncomingSheet | NotSavedError | None:
        return self._outcomes.get(frozenset(answers.items()))

    def _work_out(self) -> None:
        """Reads anew with this choice; one reading at a time, the last choice wins."""
        if self._working_on is None and self.is_attached and self._known(self._answers) is None:
            self._working_on = self._answers
            self._read(self._working_on)

    @work(thread=True, exit_on_error=False)
    def _read(self, answers: Answers) -> IncomingSheet:
        return self._sheet.said(answers)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Keeps what was read, and shows it when it is still pointed at."""
        if self._working_on is None or event.state not in (WorkerState.SUCCESS, WorkerState.ERROR):
            return
        outcome = event.worker.error or event.worker.result
        if not isinstance(outcome, IncomingSheet | NotSavedError):
            raise outcome or RuntimeError("reading failed")
        self._outcomes[frozenset(self._working_on.items())] = outcome
        self._working_on = None
        self._outcome.show(self._outcome_lines)
        if self._waits_for_outcome:
            self.act_choose()
        else:
            self._work_out()

    def _outcome_lines(self, width: int, height: int) -> list[list[Run]]:
        outcome = self._known(self._answers)
        if outcome is None:
            return [[], [(_BUSY, "muted")]]
        if isinstance(outcome, NotSavedError):
            return [[], *([(line, "error")] for line in wrap(str(outcome), width))]
        if not outcome.records and outcome.questions:
            return [[], [(f"Daarna nog {count(len(outcome.questions), 'vraag', 'vragen')}.", "muted")]]
        # That they are new, or changed, the counts say.
        records = [line for record in outcome.records[1:] for line in _record_lines(record)]
        left = len(Answered(self._answers, outcome).questions)
        lead = f"Daarna nog {count(left, 'vraag', 'vragen')}; tot nu toe: " if left else "Dan wordt overgenomen: "
        lines: list[list[Run]] = [[], [(lead, "muted"), (outcome.counts, "bold")]]
        room = height - len(lines)
        fitting = records if len(records) <= room else records[: max(0, room - 1)]
        lines += [[(fit(line, width), "text")] for line in fitting]
        if unseen := len(records) - len(fitting):
            lines.append([(f"… en nog {count(unseen, 'regel', 'regels')}", "muted")])
        return lines

    # Answering.

    def on_raster_chosen(self) -> None:
        """A click on the choice of the cursor takes it."""
        self.act_choose()

    def act_choose(self) -> None:
        """Takes the choice, and asks the next question; the last one closes."""
        outcome = self._known(self._answers)
        self._waits_for_outcome = outcome is None
        if outcome is None:
            self.complain(_BUSY)
            self._work_out()
        elif isinstance(outcome, NotSavedError):
            self.complain("Met dit antwoord kan het blad niet worden gelezen. Kies een ander.")
        else:
            step = Answered(self._answers, outcome)
            if step.questions:
                self._steps.append(step)
                self._show_question()
            else:
                self.dismiss(step)

    def act_close(self) -> None:
        """Back to the question before; from the first one nothing is taken over."""
        if len(self._steps) == 1:
            self.dismiss(None)
            return
        gone = self._steps.pop()
        self._show_question(gone.answers[self._asked.key])

    def complain(self, sentence: str) -> None:
        """Says what is in the way."""
        self._bar.say(sentence)


def _record_lines(record: str) -> list[str]:
    """A record on a line, and below it each field that changes."""
    caption, *fields = (clean_text(line.strip()) for line in record.strip().splitlines())
    return [caption, *(f"  {line}" for line in fields)]


def _label(choice: IntakeChoice) -> str:
    examples: Sequence[str] = choice.examples
    return f"{choice.label}: {', '.join(examples)}" if examples else choice.label
