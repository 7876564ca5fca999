"""The workshop on the wall: one question at a time, the group answers, one person types."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from textual.events import ScreenResume
from textual.message import Message

from sto_tui.acts import WORKSHOP
from sto_tui.domain.change import ConflictError, NotSavedError
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Answer, Decision
from sto_tui.domain.plan import Goal
from sto_tui.domain.record import Ref
from sto_tui.planning.evaluation.results import moved_in_fields
from sto_tui.planning.evaluation.workshop import Round
from sto_tui.screens.editing.decisions import write_decision_list
from sto_tui.screens.frame.section import note
from sto_tui.screens.workshop.keys_now import groups_of_keys
from sto_tui.screens.workshop.line_tasks import Correcting, DecidingAbout, Joining, LineTask
from sto_tui.screens.workshop.meeting_clock import STANDS_STILL
from sto_tui.screens.workshop.round_keys import ACT_BEHIND
from sto_tui.screens.workshop.rounds import WallOfRounds
from sto_tui.screens.workshop.rows import EARLIER_ACTIONS
from sto_tui.screens.workshop.voting_per_person import NOT_SAVED_YET
from sto_tui.widgets.four_fields import FourFields
from sto_tui.widgets.raster import Raster, out_of_sight
from sto_tui.widgets.record_list import Column
from sto_tui.widgets.shell import KeyBar
from sto_tui.widgets.wall_parts import EntryLine

TAKEN_BACK = "; z zet terug."
"""After a move: an arrow that was meant for the next round is taken back with a key."""


class WorkshopScreen(WallOfRounds):
    """What is typed is a change of the dossier at once."""

    where = WORKSHOP
    _told_waiting = False
    asked_by_parts = EntryLine.ACTS

    def _step_back(self, task: LineTask) -> None:
        if before := task.before():
            self.go_on_with(*before)
        else:
            self.end_task()
            self.say("Er is niets veranderd.")

    def on_entry_line_act(self, event: EntryLine.Act) -> None:
        """A key on the empty line that is no text."""
        self.action_act(event.id)

    def act_finish_line(self) -> None:
        """There is still something on the line."""
        self.say("Druk eerst op enter, of maak de regel leeg met esc.")

    def act_leave(self) -> None:
        """Empties the line, and ctrl+z brings the text back; from an empty line the workshop stops."""
        task = self.moment.task
        if task and self.entry.value in ("", task.begins_with(self.host.dossier)):
            self._step_back(task)
        elif self.typed.empty():
            self.say(f"De regel is leeg; ctrl+z haalt de tekst terug. {self.typed.lapse()}".rstrip())
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

    def act_notes(self) -> None:
        """The facilitator's notes on this question, in a window of their own."""
        from sto_tui.screens.windows.listing import Listing

        notes = self.question.notes if self.question else ""
        self.app.push_screen(Listing("Voor de begeleider", "", (Column("", wrap=True),), [note(notes)]))

    def on_entry_line_entered(self, event: EntryLine.Entered) -> None:
        """Takes over the line."""
        self.typed.enter(event.text)

    def on_entry_line_pasted(self, event: EntryLine.Pasted) -> None:
        """Several lines are several answers, when that is meant."""
        self.typed.paste(event.text)

    def on_four_fields_arrow(self, event: FourFields.Arrow) -> None:
        """The idea at the cursor goes to the field beside it."""
        idea = self.moment.fields.current
        answer = self.host.dossier.of(Answer).get(idea.id) if idea else None
        if answer is None:
            self.show_hint()
            return
        change = moved_in_fields(answer, event.up, event.across)
        if not change.edits:
            self.say("Daar is geen veld; pgdn gaat naar de volgende ronde.")
            return
        self.standing = replace(self.standing, item=answer.id)
        self.try_out(
            lambda: self.host.changes.apply(change),
            lambda: self.say(self.moment.fields.told(self.bar.room, TAKEN_BACK)),
        )

    def act_arrows(self) -> None:
        """What arrows do in the four fields; in the other rounds they have keys of their own."""
        self.say("In de vier velden verplaatsen de pijltjes het gekozen antwoord; pgdn gaat naar de volgende ronde.")

    def on_four_fields_stepped(self, event: FourFields.Stepped) -> None:
        """The cursor goes to another idea."""
        self._step_over_ideas(event.step)

    def _step_over_ideas(self, step: int) -> None:
        self.go_to_item(self.moment.fields.beside(step))
        self.say(self.moment.fields.told(self.bar.room))

    def on_screen_resume(self, event: ScreenResume) -> None:
        """A window over the wall was closed."""
        if self.is_mounted:
            self.catch_up()

    def on_raster_moved(self, event: Raster.Moved) -> None:
        """Says what is out of sight; the keys are those of the row of the cursor."""
        if self.list.display:
            self.bar.show_hidden(out_of_sight(event.raster))
            self.show_prompt()
            self._show_keys()

    def on_raster_chosen(self, event: Raster.Chosen) -> None:
        """A second click opens, in the rounds where that can be done."""
        self.action_act("edit")

    def act_undo(self) -> None:
        """Takes the last entry back; after a wrong vote the same table is asked again.

        Where letters are keys, what stands on the line was typed last of all.
        """
        if self.focused is self.entry and self.moment.numbers_only and self.entry.value:
            self.entry.value = ""
            self.say("De regel is leeg. Druk nog eens om het laatste ongedaan te maken.")
            return
        if self.focused is self.entry and self.typed.bring_back():
            return
        if self.moment.asks_persons and self.persons.take_back(self.moment):
            self.show()
            self.say("Wat voor de laatste persoon was getypt, telt niet meer mee.")
            return
        super().act_undo()

    def swap(self, act: Callable[[], str]) -> None:
        """The same; no refusal tells what the room may not read yet."""

        def swapped() -> str:
            try:
                return act()
            except ConflictError as error:
                raise NotSavedError(self.words_of(error)) from error

        super().swap(swapped)

    def show_swapped(self, before: Dossier) -> None:
        """Asks the first idea, goal or table again that has nothing now."""
        goals, earlier = self.host.dossier.of(Goal), before.of(Goal)
        judged = tuple(goal for goal in self.standing.judged if goals.get(goal) == earlier.get(goal))
        self.standing = replace(self.standing, judged=judged)
        if self.moment.item:
            self.go_to_item(0)
        self.phones.follow(swapped=True)
        self.show_prompt()
        super().show_swapped(before)

    def act_edit(self) -> None:
        """The record at the cursor in one line; in the round of decisions its decision."""
        ref = self.current_ref
        record = self.host.dossier.get(ref) if ref else None
        if self.list.display and self.list.current and self.list.current.key == EARLIER_ACTIONS:
            self._shown = replace(self._shown, earlier_open=not self._shown.earlier_open)
            self.show()
        elif self.standing.round is Round.BESLUIT:
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

    def act_phones(self) -> None:
        """Lets phones in, or shows the code by which they come."""
        self.turning_phones_on.choose()

    def on_quit_asked(self, event: Message) -> None:
        """Answers that wait to be let through are told once before the app closes."""
        if self.phones.waiting and not self._told_waiting:
            event.stop()
            self._told_waiting = True
            self.say(self.phones.waiting, error=True)

    async def on_unmount(self) -> None:
        """However the wall goes, nothing listens after it."""
        await self.phones.stop()

    def act_write_list(self) -> None:
        """The list of decisions and actions as Word and Markdown."""
        write_decision_list(self)

    def act_help(self) -> None:
        """All keys."""
        from sto_tui.screens.windows.key_list import KeyList

        groups = groups_of_keys(self.moment, self.why_not, in_list=self.focused is self.list, typed=self.entry.value)
        self.app.push_screen(KeyList(WORKSHOP, groups=groups, told=self.bar.cut), self._act_chosen)

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
        closes = self.standing.round is Round.AFSLUITING
        if closes and not self.phones.waiting:
            self._stopped()
            return
        from sto_tui.screens.windows.confirm import QuestionWindow

        ran = self.clock.hold()
        question = QuestionWindow(
            "De bijeenkomst stoppen?",
            [
                *["Met p ga je later verder bij dezelfde vraag, ronde en tijd."] * (not closes),
                *[NOT_SAVED_YET] * self.moment.asks_persons,
                *filter(None, [self.phones.waiting]),
            ],
            yes="Stoppen",
            no="Doorgaan",
        )

        def answered(stop: bool | None) -> None:
            if stop and self._stopped():
                return
            self.clock.go_on(ran=ran)
            if not stop and self.moment.waits:
                self.say(STANDS_STILL)

        self.app.push_screen(question, answered)

    def _stopped(self) -> bool:
        """Leaves the wall; False when what phones gave could not be saved, and then the wall stays."""
        if not self.phones.close_question():
            return False
        if self.standing.round is Round.AFSLUITING:
            self.host.workshop.forget()
            self.host.phones.forget()
            self.phones.drop_waiting()
        self.dismiss(None)
        return True
