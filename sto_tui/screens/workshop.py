"""The workshop on the wall: one question at a time, the group answers, one person types."""

from dataclasses import replace
from typing import Any

from pydantic import ValidationError
from textual.events import ScreenResume
from textual.widgets import Input

from sto_tui.actions import WORKSHOP
from sto_tui.domain.change import Change, NotSavedError
from sto_tui.domain.evaluation import Action
from sto_tui.domain.validation import problems
from sto_tui.planning.entries import (
    action_change,
    answer_change,
    ballot_change,
    goal_change,
    reveal_change,
    score_change,
    value_change,
)
from sto_tui.planning.workshop import MORE_TIME, TIMED, Round, Standing
from sto_tui.screens import workshop_rows as rows
from sto_tui.screens.keys import action_by_label, bindings_at
from sto_tui.screens.workshop_board import TEN_MINUTES, WorkshopBoard
from sto_tui.widgets.raster import Raster, out_of_sight
from sto_tui.widgets.shell import KeyBar
from sto_tui.widgets.wall import EntryLine

KEEP_SECONDS = 2
LISTED = (Round.BESLUIT, Round.ACTIES, Round.AFSLUITING)


class WorkshopScreen(WorkshopBoard):
    """One round at a time. What is typed is a change of the dossier at once."""

    BINDINGS = bindings_at(WORKSHOP)

    def on_mount(self) -> None:
        """Shows where the workshop stands, and lets the clock tick."""
        self.set_interval(1.0, self._tick)
        self.show()

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
        self.host.keep_workshop(self.standing.stored())

    # Acts.

    def act_row_up(self) -> None:
        """The row above, while typing."""
        self.list.action_move(-1)
        self._show_prompt()

    def act_row_down(self) -> None:
        """The row below, while typing."""
        self.list.action_move(1)
        self._show_prompt()

    def action_act(self, id: str) -> None:
        """Carries out an act of the registry, or says why it cannot be done in this round."""
        if reason := self.why_not(id):
            self.say(reason)
        else:
            getattr(self, f"act_{id}")()

    def why_not(self, id: str) -> str:
        """Why an act can't be done now; letters pressed too early must not run ahead of the group."""
        round = self.standing.round
        if id == "skip" and not round.optional:
            return "Overslaan kan bij stemmen, effect en moeite."
        if id == "write_list" and round not in LISTED:
            return "De lijst schrijf je bij de besluiten, de acties of de afsluiting."
        if id in ("edit", "delete", "decide") and round in (Round.NADENKEN, Round.PUNT, Round.STEMMEN, Round.VIERVELD):
            return "Dat kan bij het ophalen en bij de besluiten."
        return ""

    def on_entry_line_act(self, event: EntryLine.Act) -> None:
        """A key on the empty line that is no text."""
        self.action_act(event.id)

    def _go(self, standing: Standing) -> None:
        self.standing = standing
        self._table = 1
        self.entry.value = ""
        self._keep()
        self.show()
        if standing.round not in (Round.OPHALEN, Round.ACTIES):
            self.list.action_edge(0)
        self._show_prompt()

    def act_next(self) -> None:
        """The next round; the result of a vote is written when it is shown."""
        after = self.walk.next(self.standing)
        if after.round is Round.UITSLAG and (change := reveal_change(self.answers)).edits:
            self.try_out(lambda: self.host.apply(change))
        self._go(after)

    def act_previous(self) -> None:
        """A round back."""
        self._go(self.walk.previous(self.standing))

    def act_skip(self) -> None:
        """Past voting, or past effect and effort."""
        self._go(self.walk.skip(self.standing))

    def act_next_question(self) -> None:
        """Straight to the next question."""
        self._go(self.walk.next_point(self.standing))

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
        """Empties the line; from an empty line the workshop stops."""
        if self.entry.value:
            self.entry.value = ""
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
        """The facilitator's notes on this question, until the next act."""
        notes = self.question.notes if self.question else ""
        self.bar.say(" ".join(notes.split()) or "Geen aantekening bij deze vraag.")

    # What is typed.

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Takes over the line, or explains what is wrong with it; then it stays."""
        event.stop()
        try:
            change = self._entered(self.entry.value)
            if change.edits:
                self.host.apply(change)
        except ValidationError as error:
            self.say(f"Dit past niet: {problems(error)[0][1]}.", error=True)
        except (ValueError, NotSavedError) as error:
            if self.standing.round is Round.STEMMEN and not isinstance(error, NotSavedError):
                # Nothing that was voted may be read from the wall.
                self.entry.value = ""
                self.say(f"Deze stemmen kloppen niet. {self._ballot_help}", error=True)
            else:
                self.say(str(error), error=True)
        else:
            self._taken_over(change)

    def _entered(self, typed: str) -> Change:
        question, session = self.question, self.walk.session
        if self.standing.round is Round.ACTIES:
            return action_change(self.dossier, typed, self.host.today)
        if question is None:
            raise ValueError("Bij dit punt valt niets te typen.")
        if self.standing.round is Round.STEMMEN:
            return ballot_change(self.answers, self._table, typed, session.votes_per_table if session else 3)
        if self.standing.round in (Round.EFFECT, Round.MOEITE):
            ref = self.current_ref
            if ref is None:
                raise ValueError("Er zijn nog geen antwoorden.")
            return value_change(self.dossier.answers[ref.id], self._axis, typed)
        if rows.is_of_goals(question):
            return goal_change(self.dossier, typed)
        if rows.is_scale(question):
            return score_change(self.dossier, question, session, typed)
        return answer_change(self.dossier, question, session, typed)

    def _taken_over(self, change: Change) -> None:
        self.entry.value = ""
        if self.standing.round is Round.STEMMEN:
            self._next_table()
        if self.standing.round in (Round.EFFECT, Round.MOEITE):
            self.list.action_move(1)
        self.show()
        self.show_hint()
        if self.standing.round is Round.STEMMEN and self._all_voted:
            self.say("Alle tafels hebben gestemd; → toont de uitslag.")
        if self.standing.round is Round.ACTIES and isinstance(action := change.edits[0].after, Action):
            lacking = [word for word, value in (("eigenaar", action.owner), ("datum", action.due)) if not value]
            if lacking:
                self.say(f"Deze actie heeft nog geen {' en geen '.join(lacking)}; met tab en enter vul je dat aan.")
        if remark := self.host.remark:
            self.say(remark, error=True)

    @property
    def _ballot_help(self) -> str:
        session = self.walk.session
        votes = session.votes_per_table if session else 3
        return f"Typ {votes} nummers van 1 tot en met {len(self.answers)}, bijvoorbeeld {' '.join(['1'] * votes)}."

    @property
    def _all_voted(self) -> bool:
        return bool(self._tables) and not self._left

    def _next_table(self) -> None:
        """The next table that has not voted; without a number of tables simply the next one."""
        after = [table for table in self._left if table > self._table]
        self._table = next(iter(after or self._left), self._table + 1 if not self._tables else 1)

    # Records.

    def update(self) -> None:
        """Shows the dossier as it is now."""
        if self.standing.round is Round.STEMMEN and self._left and self._table not in self._left:
            self._table = self._left[0]
        self.show()

    def on_screen_resume(self, event: ScreenResume) -> None:
        """A window over the wall was closed."""
        if self.is_mounted:
            self.update()
            self.host.keep_typing()

    def on_raster_moved(self, event: Raster.Moved) -> None:
        """Says what is out of sight."""
        self.bar.show_hidden(out_of_sight(event.raster))

    def on_raster_chosen(self, event: Raster.Chosen) -> None:
        """A second click opens."""
        self.act_edit()

    def act_undo(self) -> None:
        """Takes the last entry back; after a wrong vote the same table is asked again."""
        super().act_undo()
        if self._left:
            self._table = self._left[0]
            self._show_prompt()

    def act_edit(self) -> None:
        """The form of the record at the cursor; in the round of decisions its decision."""
        if self.standing.round is Round.BESLUIT and not rows.is_scale(self.question):
            self.act_decide()
        elif ref := self.current_ref:
            self.open_form(ref)

    def act_decide(self) -> None:
        """A decision about the answer at the cursor; one that is there already is opened."""
        ref = self.current_ref
        answer = self.dossier.answers.get(ref.id) if ref and ref.table == "answers" else None
        if answer is None:
            self.say("Kies eerst een antwoord.")
        else:
            self.decide(answer)

    def act_write_list(self) -> None:
        """The list of decisions and actions as Word and Markdown."""
        self.write_decision_list()

    def act_help(self) -> None:
        """All keys."""
        from sto_tui.screens.dialogs.listing import key_list

        self.app.push_screen(key_list(WORKSHOP, "de bijeenkomst"), self._act_chosen)

    def _act_chosen(self, id: Any) -> None:
        if isinstance(id, str):
            self.action_act(id)

    def act_stop(self) -> None:
        """Back to the evaluation; asks first, because the whole room would see the work screen."""
        if self.standing.round is Round.AFSLUITING:
            self.host.forget_workshop()
            self.dismiss(None)
            return
        from sto_tui.screens.dialogs.question import Question

        self.standing = replace(self.standing, running=False)
        self._show_time()
        self._keep()
        question = Question(
            "De bijeenkomst stoppen?",
            ["Met p ga je later verder bij dezelfde vraag, ronde en tijd."],
            yes="Stoppen",
            no="Doorgaan",
        )
        self.app.push_screen(question, self._stop_answered)

    def _stop_answered(self, stop: bool | None) -> None:
        if stop:
            self.dismiss(None)

    def on_key_bar_key_clicked(self, event: KeyBar.KeyClicked) -> None:
        """A click on a key is that key."""
        if id := action_by_label(WORKSHOP, event.key):
            self.action_act(id)
