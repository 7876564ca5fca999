"""The workshop on the wall: one question at a time, the group answers, one person types."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from textual.app import ComposeResult
from textual.binding import Binding
from textual.events import DescendantFocus, ScreenResume

from sto_tui.acts import WORKSHOP
from sto_tui.domain.change import BusyError, NotSavedError
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import count
from sto_tui.domain.evaluation import Answer, Decision, Question
from sto_tui.domain.record import Ref
from sto_tui.planning.evaluation.results import moved_in_fields
from sto_tui.planning.evaluation.typed_changes import reveal_change
from sto_tui.planning.evaluation.workshop import Round, WorkshopPosition
from sto_tui.screens.editing.editing_screen import EditingScreen
from sto_tui.screens.frame.section import note
from sto_tui.screens.workshop.board import WorkshopBoard
from sto_tui.screens.workshop.line_tasks import Correcting, DecidingAbout, Joining, LineTask, stored
from sto_tui.screens.workshop.meeting_clock import MeetingClock
from sto_tui.screens.workshop.moment import Moment
from sto_tui.screens.workshop.round_keys import ACT_BEHIND, keys_at
from sto_tui.screens.workshop.rows import is_scale
from sto_tui.screens.workshop.taking_over import TakingOver
from sto_tui.widgets.four_fields import FourFields
from sto_tui.widgets.raster import Raster, out_of_sight
from sto_tui.widgets.record_list import Column
from sto_tui.widgets.shell import KeyBar
from sto_tui.widgets.wall_parts import EntryLine

DURING_A_TASK = (
    "pause",
    "minute",
    "row_up",
    "row_down",
    "undo",
    "help",
    "finish_line",
    "leave",
    "notes",
    "choose_version",
)
LISTED = (Round.BESLUIT, Round.ACTIES, Round.AFSLUITING)


class WorkshopScreen(EditingScreen):
    """One round at a time. What is typed is a change of the dossier at once.

    Large because: each key is a method.
    """

    where = WORKSHOP
    asked_by_parts = EntryLine.ACTS
    BINDINGS = [Binding(str(digit), f"choose({digit})", show=False) for digit in range(2, 10)]
    CSS_PATH = Path(__file__).with_name("board.tcss")

    def __init__(self, standing: WorkshopPosition) -> None:
        super().__init__()
        self.standing = standing
        self._hidden = False
        self._per_table = False
        self._focused_for: tuple[int, Round] | None = None
        self.board = WorkshopBoard()
        self.list, self.entry = self.board.list, self.board.entry
        self.bar = KeyBar(())
        self.clock = MeetingClock(self)
        self.typed = TakingOver(self)

    def compose(self) -> ComposeResult:
        """The board, and the keys."""
        yield self.board
        yield self.bar

    @property
    def moment(self) -> Moment:
        """What there is to show now."""
        return Moment(self.host.dossier, self.standing, self._hidden, self._per_table, self.host.today)

    @property
    def question(self) -> Question | None:
        """The question on the wall."""
        return self.moment.question

    @property
    def current_ref(self) -> Ref | None:
        """The record at the cursor."""
        return self.board.current_ref

    def on_mount(self) -> None:
        """Shows where the workshop stands, and lets the clock tick."""
        self.set_interval(1.0, self.tick)
        self.show()
        if self.standing.line or self.standing.task:
            self.go_on_with(self.moment.task, self.standing.line)

    def show(self) -> None:
        """Shows the round, on the agenda as it is now."""
        settled = self.moment.walk.settled(self.standing)
        moved = self.standing.question is not None and settled.question != self.standing.question
        self.standing = settled
        moment = self.moment
        self.board.show(moment)
        if self._focused_for != (settled.point, settled.round):
            self._focused_for = (settled.point, settled.round)
            self.board.focus_of(moment)
            self.show_hint()
            self.list.action_edge(0)
        self._show_keys()
        if not self.list.display:
            self.bar.show_hidden("")
        if moved:
            self.typed.empty()
            self.say("De agenda is intussen gewijzigd; wat je typte komt met ctrl+z op een lege regel terug.")

    def show_hint(self) -> None:
        """Says what can be typed in this round, or what is proposed."""
        moment = self.moment
        fields = moment.fields.told(self.bar.room) if self.standing.round is Round.VIERVELD else ""
        self.bar.say(moment.hint if moment.is_typed else fields)

    def tick(self) -> None:
        """A second has passed."""
        line = "" if self.moment.is_secret else self.entry.value
        if line != self.standing.line:
            self.standing = replace(self.standing, line=line)
            self.clock.keep()
        self.clock.tick()

    def show_time(self) -> None:
        """The clocks as they are now."""
        self.board.show_time(self.moment)
        self._show_keys()

    def _show_keys(self) -> None:
        self.bar.show_keys(keys_at(self.moment, in_list=self.focused is self.list))

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """In the list other keys fit than on the line."""
        self._show_keys()

    def show_prompt(self) -> None:
        """What stands before the line."""
        self.board.show_prompt(self.moment)

    def say(self, message: str, *, error: bool = False) -> None:
        """Shows a message on the rule above the keys."""
        self.bar.say(message, error=error)

    def show_record(self, ref: Ref) -> None:
        """Puts the cursor on a record when it is in sight."""
        self.list.go_to(ref)

    # What is typed about a record.

    def go_on_with(self, task: LineTask | None, line: str) -> None:
        """Puts a line to type about a record under the wall; what stands there is kept."""
        self.standing = replace(self.standing, task=stored(task) if task else None, line=line)
        self.clock.keep()
        self.show()
        self.entry.value = line
        self.entry.cursor_position = len(line)
        self.show_prompt()
        self.show_hint()
        self.entry.focus()

    def begin_task(self, task: LineTask) -> None:
        """Asks something about a record."""
        self.go_on_with(task, task.begins_with(self.host.dossier))

    def end_task(self) -> None:
        """The line is what its round asks again; where it asks nothing, the cursor is in the list."""
        self.standing = replace(self.standing, task=None, line="")
        self.entry.value = ""
        self.clock.keep()
        self.show()
        self.board.focus_of(self.moment)
        self.show_hint()

    def _step_back(self, task: LineTask) -> None:
        if before := task.before():
            self.go_on_with(*before)
        else:
            self.end_task()
            self.say("Er is niets veranderd.")

    # Acts.

    def go_to_item(self, number: int) -> None:
        """Puts the idea or goal with this id on the wall."""
        self.standing = replace(self.standing, item=number)
        self.clock.keep()
        self.show()

    def act_chosen(self) -> None:
        """Effect and effort of one answer only; the other digits say how many."""
        self.action_choose(1)

    def action_choose(self, how_many: int) -> None:
        """Effect and effort of so many answers, those with the most votes."""
        if reason := self.why_not("chosen"):
            self.say(reason)
            return
        self.standing = replace(self.standing, chosen=how_many)
        self.clock.keep()
        self.show()
        self.say(f"Effect en moeite: {count(self.moment.chosen, 'antwoord', 'antwoorden')}, op volgorde van stemmen.")

    def act_row_up(self) -> None:
        """The rows before these, while typing."""
        self._read_on(-1)

    def act_row_down(self) -> None:
        """The rows after these, while typing."""
        self._read_on(1)

    def _read_on(self, direction: int) -> None:
        if self.moment.item:
            self.go_to_item(self.moment.one_by_one.beside(direction))
        elif not self.list.turn(direction):
            self.say("Verder naar beneden staat niets meer." if direction > 0 else "Hierboven staat niets meer.")
        self.show_prompt()

    def why_not(self, id: str) -> str:
        """Why an act can't be done now; letters pressed too early must not run ahead of the group."""
        round = self.standing.round
        if self.moment.task and id not in DURING_A_TASK:
            return "Maak dit eerst af met enter, of ga terug met esc."
        if self.entry.value and id in ("next", "previous", "skip", "next_question"):
            return "Er staat nog tekst op de regel: druk op enter, of maak de regel leeg met esc."
        if id == "skip" and not round.optional:
            return "Overslaan kan bij stemmen, effect en moeite."
        if id == "write_list" and round not in LISTED:
            return "De lijst schrijf je bij de besluiten, de acties of de afsluiting."
        if id == "per_table" and (round is not Round.UITSLAG or is_scale(self.question)):
            return "Per tafel tonen kan bij de uitslag van een stemming."
        if id == "chosen" and (round is not Round.UITSLAG or is_scale(self.question)):
            return "Het aantal antwoorden kies je bij de uitslag van de stemming."
        if id == "hide" and round not in (Round.OPHALEN, Round.STEMMEN):
            return "Antwoorden verbergen kan bij het ophalen en bij het stemmen."
        if id == "decide" and round is Round.VIERVELD:
            return "" if self.moment.fields.current else self.moment.fields.told(self.bar.room)
        if id in ("edit", "delete", "decide", "join") and not self.list.display:
            return "Dat kan bij het ophalen en bij de besluiten."
        if id == "delete" and round is not Round.ACTIES and any(answer.ballots for answer in self.moment.answers):
            return "Er is al gestemd. Voeg dubbele antwoorden samen met J; verwijderen kan bij 2 Evaluatie."
        if id in ("edit", "delete", "decide", "join") and round is Round.STEMMEN:
            return "Tijdens het stemmen verandert er niets aan de antwoorden."
        return ""

    def on_entry_line_act(self, event: EntryLine.Act) -> None:
        """A key on the empty line that is no text."""
        self.action_act(event.id)

    def _go(self, standing: WorkshopPosition) -> None:
        before = self.standing
        if before.round is Round.STEMMEN and not self._reveal(standing):
            return
        self.standing = replace(standing, task=None, line="")
        self._hidden = self._hidden and standing.question == before.question
        self.entry.value = ""
        self.clock.keep()
        self.show()
        self.list.action_edge(1 if standing.round in (Round.OPHALEN, Round.ACTIES) else 0)
        self.show_prompt()

    def act_next(self) -> None:
        """The next round."""
        self._go(self.moment.walk.next(self.standing))

    def _reveal(self, standing: WorkshopPosition) -> bool:
        """Writes the result of a vote that is left; False when that did not work, and then it is not left (yet)."""
        change = reveal_change(self.moment.answers)
        try:
            if change.edits:
                self.host.changes.apply(change)
        except BusyError:
            self.once_free(lambda: self._go(standing))
            return False
        except NotSavedError as error:
            self.say(str(error), error=True)
            return False
        return True

    def act_previous(self) -> None:
        """A round back."""
        self._go(self.moment.walk.previous(self.standing))

    def act_skip(self) -> None:
        """Past voting, or past effect and effort."""
        self._go(self.moment.walk.skip(self.standing))

    def act_next_question(self) -> None:
        """Straight to the next question."""
        self._go(self.moment.walk.next_point(self.standing))

    def act_pause(self) -> None:
        """Stops the clock, or lets it run."""
        self.clock.pause()

    def act_minute(self) -> None:
        """A minute more."""
        self.clock.more()

    def act_finish_line(self) -> None:
        """There is still something on the line."""
        self.say("Druk eerst op enter, of maak de regel leeg met esc.")

    def act_per_table(self) -> None:
        """How each table voted; hidden at first, as the vote was secret."""
        self._per_table = not self._per_table
        self.show()

    def act_leave(self) -> None:
        """Empties the line, and ctrl+z brings the text back; from an empty line the workshop stops."""
        task = self.moment.task
        if task and self.entry.value in ("", task.begins_with(self.host.dossier)):
            self._step_back(task)
        elif self.typed.empty():
            self.say("De regel is leeg; ctrl+z haalt de tekst terug.")
        else:
            self.act_stop()

    def act_typing(self) -> None:
        """Between the line to type on and the list; in the four fields to the next idea."""
        if self.standing.round is Round.VIERVELD:
            self._step_over_ideas(1)
        elif self.focused is self.entry or not self.query_one("#typing").display:
            self.list.focus()
        else:
            self.entry.focus()

    def act_hide(self) -> None:
        """Hides the answers, or shows them again."""
        self._hidden = not self._hidden
        self.show()

    def act_notes(self) -> None:
        """The facilitator's notes on this question, in a window of their own."""
        notes = self.question.notes if self.question else ""
        if not notes.strip():
            self.say("Geen aantekening bij deze vraag.")
            return
        from sto_tui.screens.windows.listing import Listing

        self.app.push_screen(Listing("Voor de begeleider", "", (Column("", wrap=True),), [note(notes)]))

    # What is typed.

    def on_entry_line_entered(self, event: EntryLine.Entered) -> None:
        """Takes over the line."""
        self.typed.enter(event.text)

    def on_entry_line_pasted(self, event: EntryLine.Pasted) -> None:
        """Several lines are several answers, when that is meant."""
        self.typed.paste(event.text)

    # The four fields.

    def on_four_fields_arrow(self, event: FourFields.Arrow) -> None:
        """The idea at the cursor goes to the field beside it."""
        idea = self.moment.fields.current
        answer = self.host.dossier.of(Answer).get(idea.id) if idea else None
        if answer is None:
            self.show_hint()
            return
        change = moved_in_fields(answer, event.up, event.across)
        if not change.edits:
            self.say("Verder die kant op is er geen veld.")
            return
        self.standing = replace(self.standing, item=answer.id)
        self.try_out(lambda: self.host.changes.apply(change), self.show_hint)

    def act_arrows(self) -> None:
        """What arrows do in the four fields; in the other rounds they have keys of their own."""
        self.say("In de vier velden verplaatsen de pijltjes het gekozen idee; pgdn gaat naar de volgende ronde.")

    def on_four_fields_stepped(self, event: FourFields.Stepped) -> None:
        """The cursor goes to another idea."""
        self._step_over_ideas(event.step)

    def _step_over_ideas(self, step: int) -> None:
        self.go_to_item(self.moment.fields.beside(step))
        self.show_hint()

    # Records.

    def update(self) -> None:
        """Shows the dossier as it is now."""
        self.show()

    def on_screen_resume(self, event: ScreenResume) -> None:
        """A window over the wall was closed."""
        if self.is_mounted:
            self.catch_up()

    def on_raster_moved(self, event: Raster.Moved) -> None:
        """Says what is out of sight."""
        if self.list.display:
            self.bar.show_hidden(out_of_sight(event.raster))
            self.show_prompt()

    def on_raster_chosen(self, event: Raster.Chosen) -> None:
        """A second click opens, in the rounds where that can be done."""
        self.action_act("edit")

    def act_undo(self) -> None:
        """Takes the last entry back; after a wrong vote the same table is asked again."""
        if self.focused is self.entry and self.typed.bring_back():
            return
        super().act_undo()

    def show_swapped(self, before: Dossier) -> None:
        """Asks the first idea, goal or table again that has nothing now."""
        if self.moment.item:
            self.go_to_item(0)
        self.show_prompt()
        super().show_swapped(before)

    def act_edit(self) -> None:
        """The record at the cursor in one line; in the round of decisions its decision."""
        ref = self.current_ref
        record = self.host.dossier.get(ref) if ref else None
        if self.standing.round is Round.BESLUIT:
            self.act_decide()
        elif isinstance(record, Answer) and "\n" in record.text.strip():
            self.say("Dit antwoord heeft meer regels; bewerk het bij 2 Evaluatie.")
        elif ref:
            self.begin_task(Correcting(ref))

    def act_join(self) -> None:
        """The answer at the cursor says the same as another one."""
        ref = self.current_ref
        if ref is None or ref.table != "answers":
            self.say("Kies eerst een antwoord.")
        else:
            self.begin_task(Joining(ref))

    def act_decide(self) -> None:
        """A decision about the answer at the cursor; of one that is there already the words can be corrected."""
        ref = self.current_ref
        answer = self.host.dossier.of(Answer).get(ref.id) if ref and ref.table == "answers" else None
        if answer is None:
            self.say("Kies eerst een antwoord.")
        elif answer.decision in self.host.dossier.of(Decision):
            self.begin_task(Correcting(Ref("decisions", answer.decision or 0)))
        else:
            self.begin_task(DecidingAbout(Ref("answers", answer.id)))

    def act_write_list(self) -> None:
        """The list of decisions and actions as Word and Markdown."""
        self.write_decision_list()

    def act_help(self) -> None:
        """All keys."""
        from sto_tui.screens.windows.listing import key_list

        self.app.push_screen(key_list(WORKSHOP, "de bijeenkomst"), self._act_chosen)

    def on_key_bar_key_clicked(self, event: KeyBar.KeyClicked) -> None:
        """A key may have another name in the moment that is shown."""
        if act := ACT_BEHIND.get(event.key):
            event.prevent_default()
            self.act_clicked(act)

    def _act_chosen(self, id: Any) -> None:
        if isinstance(id, str):
            self.action_act(id)

    def act_stop(self) -> None:
        """Back to the evaluation; asks first, because the whole room would see the work screen."""
        if self.standing.round is Round.AFSLUITING:
            self.host.workshop.forget()
            self.dismiss(None)
            return
        from sto_tui.screens.windows.confirm import QuestionWindow

        self.clock.stop()
        question = QuestionWindow(
            "De bijeenkomst stoppen?",
            ["Met p ga je later verder bij dezelfde vraag, ronde en tijd."],
            yes="Stoppen",
            no="Doorgaan",
        )
        self.app.push_screen(question, self._stop_answered)

    def _stop_answered(self, stop: bool | None) -> None:
        if stop:
            self.dismiss(None)
