"""The wall of a workshop: what stands on it, its clock, and the line under it."""

from dataclasses import replace
from pathlib import Path

from textual.app import ComposeResult
from textual.events import DescendantFocus

from sto_tui.domain.change import ConflictError, NotSavedError
from sto_tui.domain.evaluation import Question
from sto_tui.domain.record import Ref
from sto_tui.planning.evaluation.typed_changes import ALL_IN
from sto_tui.planning.evaluation.workshop import Round, WorkshopPosition
from sto_tui.screens.editing.editing_screen import EditingScreen
from sto_tui.screens.workshop.board import WorkshopBoard
from sto_tui.screens.workshop.line_tasks import LineTask, stored
from sto_tui.screens.workshop.meeting_clock import MeetingClock, Stopwatch
from sto_tui.screens.workshop.moment import Moment, WallChoices
from sto_tui.screens.workshop.moment_in_words import MomentInWords
from sto_tui.screens.workshop.phones_in_room import PhonesInRoom
from sto_tui.screens.workshop.round_keys import STAY, keys_at
from sto_tui.screens.workshop.rows import EARLIER_ACTIONS
from sto_tui.screens.workshop.taking_over import TakingOver
from sto_tui.screens.workshop.turning_phones_on import TurningPhonesOn
from sto_tui.screens.workshop.voting_per_person import ANEW_BESIDE_SAVED, BEGAN_ANEW, VotingPerPerson
from sto_tui.widgets.shell import KeyBar
from sto_tui.widgets.wall_parts import EntryLine

TICK_SECONDS = 1.0
"""So often the clock goes on, and what phones gave is written."""
STILL_TYPED = "Dit typte je nog: enter neemt het over, esc wist het."
GIVEN_SINCE = "Er is niets veranderd: iemand anders gaf hier intussen iets op, en dat blijft staan."


class Wall(EditingScreen):
    """Shows one round at a time."""

    CSS_PATH = Path(__file__).with_name("board.tcss")

    def __init__(self, standing: WorkshopPosition) -> None:
        super().__init__()
        self.standing = standing
        self._shown = WallChoices()
        self._focused_for: tuple[int, Round] | None = None
        self._hint = ""
        self.board = WorkshopBoard()
        self.list, self.entry = self.board.list, self.board.entry
        self.bar = KeyBar(())
        self.clock = MeetingClock(self)
        self.typed = TakingOver(self)
        self.persons = VotingPerPerson()
        self.phones = PhonesInRoom(self)
        self.turning_phones_on = TurningPhonesOn(self, self.phones)

    def compose(self) -> ComposeResult:
        """The board, and the keys."""
        yield self.board
        yield self.bar

    @property
    def moment(self) -> Moment:
        """What there is to show now."""
        typed = self.persons.typed(self.standing.question)
        return Moment(self.host.dossier, self.standing, self._shown, self.host.today, typed)

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
        watch = Stopwatch()
        self.set_interval(TICK_SECONDS, lambda: self.tick(watch.passed()))
        self.show()
        line = self.standing.line
        if line or self.standing.task:
            self.go_on_with(self.moment.task, line)
        if begins_with := " ".join(filter(None, (self._said_of_votes, STILL_TYPED * bool(line)))):
            self.say(begins_with)

    @property
    def _said_of_votes(self) -> str:
        """What a wall that is there again says about votes, and about answers of phones that wait."""
        if not self.moment.asks_persons:
            return self.phones.waiting
        saved = self.persons.stands_of_before(self.moment)
        return ANEW_BESIDE_SAVED.format(saved) if saved else BEGAN_ANEW

    def show(self) -> None:
        """Shows the round, on the agenda as it is now."""
        settled = self.moment.walk.settled(self.standing)
        moved = self.standing.question is not None and settled.question != self.standing.question
        self.standing = settled
        moment = self.moment
        self.board.show(moment)
        if self.bar.message == self._hint or (not moment.all_voted and self.bar.message.startswith(ALL_IN)):
            self.show_hint()
        self.phones.follow()
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

    def words_of(self, error: NotSavedError) -> str:
        """Why something was not saved; what others gave may not be read before its time."""
        return GIVEN_SINCE if self.moment.numbers_only and isinstance(error, ConflictError) else str(error)

    def update(self) -> None:
        """Shows the dossier as it is now; news may come before there is anything to show it on."""
        if self.is_mounted:
            self.show()

    def show_hint(self) -> None:
        """Says what can be typed in this round, or what is proposed."""
        moment = self.moment
        arrows = moment.fields.about_arrows if self.standing.round is Round.VIERVELD else ""
        self._hint = MomentInWords(moment).hint if moment.is_typed else arrows
        self.bar.say(self._hint)

    def tick(self, passed: int = 1) -> None:
        """So many seconds have passed."""
        line = "" if self.moment.is_secret else self.entry.value
        if line != self.standing.line:
            self.standing = replace(self.standing, line=line)
            self.clock.keep()
        self.clock.tick(passed)
        self.phones.tick()

    def show_time(self) -> None:
        """The clocks as they are now."""
        self.board.show_time(self.moment)
        self._show_keys()

    def _show_keys(self) -> None:
        in_list, on_a_fold = self.focused is self.list, self.list.current_key == EARLIER_ACTIONS
        keys = keys_at(self.moment, in_list=in_list, typed=self.entry.value, on_a_fold=on_a_fold)
        self.bar.show_keys(keys, kept=STAY)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """In the list other keys fit than on the line."""
        self._show_keys()

    def on_input_changed(self, event: EntryLine.Changed) -> None:
        """Something is typed on the line."""
        self.typed.began(event.value)
        self._show_keys()

    def show_prompt(self) -> None:
        """What stands before the line."""
        self.board.show_prompt(self.moment)

    def show_record(self, ref: Ref) -> None:
        """Puts the cursor on a record when it is in sight."""
        self.list.go_to(ref)

    def go_to_item(self, number: int) -> None:
        """Puts the idea or goal with this id on the wall."""
        self.standing = replace(self.standing, item=number)
        self.clock.keep()
        self.show()

    def judge(self, goal: int) -> None:
        """Remembers that a goal got a verdict in this meeting."""
        self.standing = replace(self.standing, judged=(*self.standing.judged, goal))
        self.clock.keep()

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
