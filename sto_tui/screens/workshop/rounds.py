"""Going through the rounds of a workshop: on and back, the clock, and what cannot be done now."""

from dataclasses import replace

from textual.binding import Binding

from sto_tui.domain.change import BusyError, Change, NotSavedError
from sto_tui.domain.dutch import count
from sto_tui.planning.evaluation.typed_changes import reveal_change
from sto_tui.planning.evaluation.workshop import TIMED, Round, WorkshopPosition
from sto_tui.screens.windows.unasked import ask_unasked
from sto_tui.screens.windows.waiting import in_its_time
from sto_tui.screens.workshop.phones_in_room import WHO
from sto_tui.screens.workshop.rows import is_scale
from sto_tui.screens.workshop.voting_per_person import ANEW_BESIDE_SAVED
from sto_tui.screens.workshop.wall import Wall

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
    "phones",
)
LISTED = (Round.BESLUIT, Round.ACTIES, Round.AFSLUITING)


class WallOfRounds(Wall):
    """Goes from round to round; the result of a vote is written when the vote is left."""

    BINDINGS = [Binding(str(digit), f"choose({digit})", show=False) for digit in range(2, 10)]

    def why_not(self, id: str) -> str:
        """Why an act can't be done now; letters pressed too early must not run ahead of the group."""
        round = self.standing.round
        if self.moment.task and id not in DURING_A_TASK:
            return "Maak dit eerst af met enter, of ga terug met esc."
        if self.entry.value and id in ("next", "previous", "skip", "next_question"):
            return "Er staat nog tekst op de regel: druk op enter, of maak de regel leeg met esc."
        if reason := self._why_not_in_round(id):
            return reason
        if id == "skip" and not round.optional:
            return "Overslaan kan bij stemmen, effect en moeite."
        if id == "write_list" and round not in LISTED:
            return "De lijst schrijf je bij de besluiten, de acties of de afsluiting."
        if id == "per_table" and self.moment.per_person and round is Round.UITSLAG:
            return "Er is per persoon gestemd; per tafel is er niets te tonen."
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
        is_voted = any(answer.ballots or (self.moment.per_person and answer.votes) for answer in self.moment.answers)
        if id == "delete" and round is not Round.ACTIES and is_voted:
            return "Er is al gestemd. Voeg dubbele antwoorden samen met J; verwijderen kan bij 2 Evaluatie."
        if id in ("edit", "delete", "decide", "join") and round is Round.STEMMEN:
            return "Tijdens het stemmen verandert er niets aan de antwoorden."
        return ""

    def _why_not_in_round(self, id: str) -> str:
        """The same, of what needs a clock, a line or a question: the welcome has none of them."""
        round, notes = self.standing.round, self.question.notes if self.question else ""
        if id in ("pause", "minute") and round not in TIMED:
            return "Er loopt nu geen klok; die loopt bij een vraag."
        if id == "typing" and round is not Round.VIERVELD and not self.query_one("#typing").display:
            return "Typen kan als er onder de lijst een regel is, zoals bij het ophalen."
        if id == "notes" and not notes.strip():
            return "Geen aantekening bij deze vraag."
        if round is not Round.WELKOM:
            return ""
        if id in ("edit", "delete", "decide", "join"):
            return "Dat kan bij het ophalen en bij de besluiten."
        if id == "undo":
            return self.host.changes.why_no_undo()
        return "Dit is het begin van de bijeenkomst." if id == "previous" else ""

    @in_its_time
    def _go(self, standing: WorkshopPosition, *, over: bool | None = None) -> None:
        """Goes there; a result of before that would be replaced is asked about, until `over` says whether it may be."""
        before = self.standing
        if not self.phones.close_question():
            return
        if (before.round is Round.STEMMEN or self.moment.asks_persons) and not self._reveal(standing, over):
            return
        self.standing = replace(standing, task=None, line="")
        if standing.question != before.question:
            self._shown = replace(self._shown, hidden=False)
        self.entry.value = ""
        lapsed = self.typed.lapse()
        self.clock.keep()
        self.show()
        self.list.action_edge(1 if standing.round in (Round.OPHALEN, Round.ACTIES) else 0)
        self.show_prompt()
        if lapsed:
            self.say(lapsed, error=True)
        if saved := self.persons.stands_of_before(self.moment):
            self.say(ANEW_BESIDE_SAVED.format(saved))

    def act_next(self) -> None:
        """The next round."""
        self._go(self.moment.walk.next(self.standing))

    def _reveal(self, standing: WorkshopPosition, over: bool | None) -> bool:
        """Writes the result of a vote that is left; False when that did not work, and then it is not left (yet)."""
        moment, change = self.moment, self._result()
        saved = self.persons.would_replace(moment, change) if moment.per_person else ""
        if saved and over is None:
            self._ask_which_counts(standing, change, saved)
            return False
        if saved and not over:
            return True
        while change.edits:
            try:
                # What stood there before comes back with undo; else it is as others' work.
                self.host.changes.apply(change, by=WHO * (moment.per_person and not saved))
            except BusyError:
                self.once_free(lambda: self._go(standing, over=over))
                return False
            except NotSavedError as error:
                self.refuse(str(error))
                return False
            if moment.per_person:
                self.persons.remember(self.moment)
            # What phones gave while a slow disk wrote it counts too.
            if not self.phones.close_question():
                return False
            change = self._result()
        return True

    def _result(self) -> Change:
        return self.phones.result() if self.moment.per_person else reveal_change(self.moment.answers)

    def _ask_which_counts(self, standing: WorkshopPosition, change: Change, saved: str) -> None:
        """Whether a result of before a break, or of more people, may be replaced; who does not say so keeps it."""
        from sto_tui.screens.windows.confirm import QuestionWindow

        details = [
            f"In het dossier staat al een uitslag: {saved}.",
            f"Opnieuw begonnen: {change.label.partition(', ')[2]}.",
            "Neem je de nieuwe over, dan komt die van eerder met z terug.",
        ]
        question = QuestionWindow("De nieuwe uitslag overnemen?", details, yes="Overnemen", no="Behouden")
        ask_unasked(self.app, question, lambda over: self._go(standing, over=bool(over)))

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

    # What is shown of a round.

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

    def act_per_table(self) -> None:
        """How each table voted; hidden at first, as the vote was secret."""
        self._shown = replace(self._shown, per_table=not self._shown.per_table)
        self.show()

    def act_hide(self) -> None:
        """Hides the answers, or shows them again."""
        self._shown = replace(self._shown, hidden=not self._shown.hidden)
        self.show()
