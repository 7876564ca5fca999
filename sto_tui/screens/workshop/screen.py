"""The workshop on the wall: one question at a time, the group answers, one person types."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from textual.app import ComposeResult
from textual.events import Resize, ScreenResume

from sto_tui.acts import WORKSHOP
from sto_tui.domain.change import BusyError, Change, NotSavedError
from sto_tui.domain.evaluation import Action, Answer, Question
from sto_tui.domain.record import Ref
from sto_tui.domain.validation import problems
from sto_tui.planning.evaluation.typed_changes import reveal_change
from sto_tui.planning.evaluation.workshop import MORE_TIME, TIMED, Round, WorkshopPosition
from sto_tui.screens.editing.editing_screen import EditingScreen
from sto_tui.screens.frame.section import note
from sto_tui.screens.windows.waiting import IN_TURN, once_free
from sto_tui.screens.workshop.board import TEN_MINUTES, WorkshopBoard
from sto_tui.screens.workshop.moment import Moment
from sto_tui.screens.workshop.round_keys import keys_in
from sto_tui.screens.workshop.typed_lines import change_typed
from sto_tui.widgets.raster import Raster, out_of_sight
from sto_tui.widgets.record_list import Column
from sto_tui.widgets.shell import KeyBar
from sto_tui.widgets.wall_parts import EntryLine

KEEP_SECONDS = 2
LISTED = (Round.BESLUIT, Round.ACTIES, Round.AFSLUITING)


class WorkshopScreen(EditingScreen):
    """One round at a time. What is typed is a change of the dossier at once.

    Large because: each key is a method.
    """

    where = WORKSHOP
    asked_by_parts = EntryLine.ACTS
    CSS_PATH = Path(__file__).with_name("board.tcss")

    def __init__(self, standing: WorkshopPosition) -> None:
        super().__init__()
        self.standing = standing
        self._hidden = False
        self._per_table = False
        self._dropped = ""
        self._seconds_since = 0
        self._focused_for: tuple[int, Round] | None = None
        self.board = WorkshopBoard()
        self.list, self.entry = self.board.list, self.board.entry
        self.bar = KeyBar(keys_in(standing.round))

    def compose(self) -> ComposeResult:
        """The board, and the keys."""
        yield self.board
        yield self.bar

    @property
    def moment(self) -> Moment:
        """What there is to show now."""
        return Moment(self.host.dossier, self.standing, self._hidden, self._per_table)

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
        self.set_interval(1.0, self._tick)
        self.show()

    def show(self) -> None:
        """Shows the round, on the agenda as it is now."""
        settled = self.moment.walk.settled(self.standing)
        moved = self.standing.question is not None and settled.question != self.standing.question
        self.standing = settled
        moment = self.moment
        self.board.show(moment)
        if self._focused_for != (settled.point, settled.round):
            self._focused_for = (settled.point, settled.round)
            (self.entry if moment.is_typed else self.list).focus()
            self.bar.show_keys(keys_in(settled.round, numbers_only=self.entry.numbers_only))
            self.show_hint()
        if not self.list.display:
            self.bar.show_hidden("")
        if moved:
            self._dropped, self.entry.value = self.entry.value, ""
            self.say("De agenda is intussen gewijzigd; wat je typte komt met ctrl+z op een lege regel terug.")

    def show_hint(self) -> None:
        """Says what can be typed in this round, or what is proposed."""
        moment = self.moment
        self.bar.say(moment.hint if moment.is_typed else moment.proposed)

    def _show_time(self) -> None:
        self.board.show_time(self.moment)

    def _show_prompt(self) -> None:
        self.board.show_prompt(self.moment)

    def on_resize(self, event: Resize) -> None:
        """A low screen has a lower clock."""
        self.board.fit(event.size.height)

    def say(self, message: str, *, error: bool = False) -> None:
        """Shows a message on the rule above the keys."""
        self.bar.say(message, error=error)

    def show_record(self, ref: Ref) -> None:
        """Puts the cursor on a record when it is in sight."""
        self.list.go_to(ref)

    # The clock.

    def _tick(self) -> None:
        if not self.standing.running:
            return
        self.standing = replace(self.standing, seconds=self.standing.seconds - 1)
        if self.standing.seconds <= 0:
            self.standing = replace(self.standing, seconds=0, running=False)
            self.bar.say("De tijd is om.")
        self._show_time()
        if self.standing.seconds == TEN_MINUTES - 1:
            self.show()
        self._seconds_since += 1
        if self._seconds_since >= KEEP_SECONDS or not self.standing.running:
            self._keep()

    def _keep(self) -> None:
        self._seconds_since = 0
        self.host.workshop.keep(self.standing.stored())

    # Acts.

    def act_row_up(self) -> None:
        """The row above, while typing."""
        self.list.action_move(-1)
        self._show_prompt()

    def act_row_down(self) -> None:
        """The row below, while typing."""
        self.list.action_move(1)
        self._show_prompt()

    def why_not(self, id: str) -> str:
        """Why an act can't be done now; letters pressed too early must not run ahead of the group."""
        round = self.standing.round
        if self.entry.value and id in ("next", "previous", "skip", "next_question"):
            return "Er staat nog tekst op de regel: druk op enter, of maak de regel leeg met esc."
        if id == "skip" and not round.optional:
            return "Overslaan kan bij stemmen, effect en moeite."
        if id == "write_list" and round not in LISTED:
            return "De lijst schrijf je bij de besluiten, de acties of de afsluiting."
        if id == "per_table" and round is not Round.UITSLAG:
            return "Per tafel tonen kan bij de uitslag."
        if id == "hide" and round not in (Round.OPHALEN, Round.STEMMEN):
            return "Antwoorden verbergen kan bij het ophalen en bij het stemmen."
        if id in ("edit", "delete", "decide") and round in (Round.NADENKEN, Round.PUNT, Round.STEMMEN, Round.VIERVELD):
            return "Dat kan bij het ophalen en bij de besluiten."
        return ""

    def on_entry_line_act(self, event: EntryLine.Act) -> None:
        """A key on the empty line that is no text."""
        self.action_act(event.id)

    def _go(self, standing: WorkshopPosition) -> None:
        before = self.standing
        if before.round is Round.STEMMEN and not self._reveal(standing):
            return
        self.standing = standing
        self._hidden = self._hidden and standing.question == before.question
        self.entry.value = ""
        self._keep()
        self.show()
        self.list.action_edge(1 if standing.round in (Round.OPHALEN, Round.ACTIES) else 0)
        self._show_prompt()

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
        if self.standing.round in TIMED and self.standing.seconds:
            self.standing = replace(self.standing, running=not self.standing.running)
            self._show_time()
            self._keep()

    def act_minute(self) -> None:
        """A minute more."""
        if self.standing.round in TIMED:
            self.standing = replace(self.standing, seconds=self.standing.seconds + MORE_TIME, running=True)
            self._show_time()
            self._keep()

    def act_finish_line(self) -> None:
        """There is still something on the line."""
        self.say("Druk eerst op enter, of maak de regel leeg met esc.")

    def act_per_table(self) -> None:
        """How each table voted; hidden at first, as the vote was secret."""
        self._per_table = not self._per_table
        self.show()

    def act_leave(self) -> None:
        """Empties the line, and ctrl+z brings the text back; from an empty line the workshop stops."""
        if self.entry.value:
            self._dropped, self.entry.value = self.entry.value, ""
            self.say("De regel is leeg; ctrl+z haalt de tekst terug.")
        else:
            self.act_stop()

    def act_typing(self) -> None:
        """Between the line to type on and the list."""
        if self.focused is self.entry or not self.query_one("#typing").display:
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
        """Takes over the line, unless one before it still waits."""
        if self.host.changes.waits:
            self._put_back(event.text)
            self.say(IN_TURN, error=True)
        else:
            self._take_over(event.text)

    def _take_over(self, text: str) -> None:
        """Takes over a line, or explains what is wrong with it and puts it back."""
        self._dropped = ""
        try:
            change = change_typed(self.moment, text, self.current_ref, self.host.today)
            if change.edits:
                self.host.changes.apply(change)
        except ValidationError as error:
            self._put_back(text)
            self.say(f"Dit past niet: {problems(error)[0][1]}.", error=True)
        except BusyError:
            self._take_over_once_free(text)
        except (ValueError, NotSavedError) as error:
            if self.standing.round is not Round.STEMMEN or isinstance(error, NotSavedError):
                self._put_back(text)
            self.say(str(error), error=True)
        else:
            self._taken_over(change)

    def _take_over_once_free(self, text: str) -> None:
        def refuse(sentence: str) -> None:
            self._put_back(text)
            self.say(sentence, error=True)

        once_free(self.app, self.host, lambda: self._take_over(text), refuse)

    def _put_back(self, text: str) -> None:
        """The line as it was, unless the next one has been begun."""
        if not self.entry.value:
            self.entry.value = text
            self.entry.cursor_position = len(text)
        else:
            self._dropped = text

    def _taken_over(self, change: Change) -> None:
        self.show()
        self.show_hint()
        if self.standing.round in (Round.EFFECT, Round.MOEITE):
            self._to_next_without_value()
        if self.standing.round in (Round.OPHALEN, Round.ACTIES):
            self.list.action_edge(1)
        self._show_prompt()
        if self.standing.round is Round.STEMMEN and self.moment.all_voted:
            self.say("Alle stemmen zijn binnen; → toont de uitslag.")
        if self.standing.round is Round.ACTIES and isinstance(action := change.edits[0].after, Action):
            lacking = [word for word, value in (("eigenaar", action.owner), ("datum", action.due)) if not value]
            if lacking:
                self.say(f"Deze actie heeft nog geen {' en geen '.join(lacking)}; met tab en enter vul je dat aan.")
        if remark := self.host.changes.remark:
            self.say(remark, error=True)

    def _to_next_without_value(self) -> None:
        answers = self.moment.answers
        here, axis = self.list.cursor, self.moment.axis
        order = [*range(here + 1, len(answers)), *range(here + 1)]
        place = next((number for number in order if getattr(answers[number], axis) is None), None)
        if place is None:
            self.list.action_move(1)
            self.say("Alle antwoorden hebben een getal; → gaat verder.")
        else:
            self.list.move_to(place)

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
            self._show_prompt()

    def on_raster_chosen(self, event: Raster.Chosen) -> None:
        """A second click opens, in the rounds where that can be done."""
        self.action_act("edit")

    def act_undo(self) -> None:
        """Takes the last entry back; after a wrong vote the same table is asked again."""
        if self._dropped and self.focused is self.entry:
            self.entry.value, self._dropped = self._dropped, ""
            self.entry.cursor_position = len(self.entry.value)
            return
        super().act_undo()
        self._show_prompt()

    def act_edit(self) -> None:
        """The form of the record at the cursor; in the round of decisions its decision."""
        if self.standing.round is Round.BESLUIT:
            self.act_decide()
        elif ref := self.current_ref:
            self.open_form(ref)

    def act_decide(self) -> None:
        """A decision about the answer at the cursor; one that is there already is opened."""
        ref = self.current_ref
        answer = self.host.dossier.of(Answer).get(ref.id) if ref and ref.table == "answers" else None
        if answer is None:
            self.say("Kies eerst een antwoord.")
        else:
            self.decide(answer)

    def act_write_list(self) -> None:
        """The list of decisions and actions as Word and Markdown."""
        self.write_decision_list()

    def act_help(self) -> None:
        """All keys."""
        from sto_tui.screens.windows.listing import key_list

        self.app.push_screen(key_list(WORKSHOP, "de bijeenkomst"), self._act_chosen)

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

        self.standing = replace(self.standing, running=False)
        self._show_time()
        self._keep()
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
