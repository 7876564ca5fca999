"""What stands on the wall in a workshop, round by round."""

from collections.abc import Mapping
from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import Resize

from sto_tui.actions import WORKSHOP, actions_at
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import count
from sto_tui.domain.evaluation import Answer, Question, QuestionKind
from sto_tui.domain.record import Ref
from sto_tui.planning.evaluation.countdown import time_in_words
from sto_tui.planning.evaluation.results import Field, answer_numbers, missing_tables, placed, proposal, tally
from sto_tui.planning.evaluation.workshop import HEAD, TIMED, Round, Walk, WorkshopPosition, walk_of
from sto_tui.screens.editing.screen import EditingScreen
from sto_tui.screens.workshop import rows
from sto_tui.widgets.countdown import Countdown, Pace
from sto_tui.widgets.question_card import QuestionCard
from sto_tui.widgets.record_list import RecordList
from sto_tui.widgets.shell import KeyBar
from sto_tui.widgets.wall import EntryLine, FourFields, Prompt, ShortQuestion, WallHead, Words

TEN_MINUTES = 600
TIGHT = 76
NUMBERS = (Round.STEMMEN, Round.EFFECT, Round.MOEITE)
LOW_SCREEN = 24
SHORT_CLOCK, LONG_CLOCK = 30, 38
STEPS = tuple(dict.fromkeys(one.value for one in HEAD.values()))
LARGE = (Round.NADENKEN, Round.PUNT)
TYPING = (Round.OPHALEN, Round.STEMMEN, Round.EFFECT, Round.MOEITE, Round.ACTIES)
HINTS = {
    Round.OPHALEN: "nummer van de tafel, dubbele punt, antwoord, enter",
    Round.STEMMEN: "de nummers van de antwoorden waarop deze tafel stemt, enter",
    Round.EFFECT: "effect van 0 tot en met 10, enter",
    Round.MOEITE: "moeite van 0 tot en met 10, enter",
    Round.ACTIES: "actie; eigenaar; datum, enter",
}
# Which keys stand at the bottom: those that the facilitator needs in this round.
KEYS_TIMED = ("pause", "minute", "next", "undo", "typing", "stop", "help")
KEYS_LARGE = ("pause", "minute", "next", "previous", "stop", "help")
KEYS_IN = {
    Round.WELKOM: ("next", "stop", "help"),
    Round.PUNT: KEYS_LARGE,
    Round.NADENKEN: KEYS_LARGE,
    Round.STEMMEN: ("next", "skip", "undo", "pause", "stop", "help"),
    Round.UITSLAG: ("next", "decide", "per_table", "previous", "stop", "help"),
    Round.EFFECT: ("next", "skip", "undo", "stop", "help"),
    Round.MOEITE: ("next", "skip", "undo", "stop", "help"),
    Round.VIERVELD: ("next", "previous", "stop", "help"),
    Round.BESLUIT: ("next", "decide", "undo", "previous", "stop", "help"),
    Round.ACTIES: ("next", "typing", "undo", "stop", "help"),
    Round.AFSLUITING: ("write_list", "previous", "stop", "help"),
}
PLACES = {Field.SNEL_DOEN: (0, 0), Field.PLANNEN: (0, 1), Field.ALS_HET_UITKOMT: (1, 0), Field.NIET_DOEN: (1, 1)}


def keys_in(round: Round, *, numbers_only: bool = False) -> list[tuple[str, str]]:
    """Key and label of the acts at the bottom in a round; where letters are typed, undo is ctrl+z."""
    by_id = {action.id: action for action in actions_at(WORKSHOP)}
    keys = [(by_id[id].key, by_id[id].label) for id in KEYS_IN.get(round, KEYS_TIMED)]
    typed = round in TYPING and not numbers_only
    return [("ctrl+z", label) if typed and key == "z" else (key, label) for key, label in keys]


class WorkshopBoard(EditingScreen):
    """What a round shows; what is done with it, its subclass says."""

    CSS_PATH = Path(__file__).with_name("board.tcss")

    def __init__(self, standing: WorkshopPosition) -> None:
        super().__init__()
        self.standing = standing
        self._hidden = False
        self._per_table = False
        self._dropped = ""
        self._table = 1
        self._seconds_since = 0
        self._focused_for: tuple[int, Round] | None = None
        self.head = WallHead()
        self.card = QuestionCard(id="card")
        self.question_line = ShortQuestion()
        self.clock = Countdown(id="clock")
        self.large_clock = Countdown(id="large-clock")
        self.words = Words()
        self.list = RecordList(rows.ANSWERS, heads=False, id="answers")
        self.fields = FourFields()
        self.prompt = Prompt()
        self.entry = EntryLine(id="entry")
        self.bar = KeyBar(keys_in(standing.round))

    def compose(self) -> ComposeResult:
        """Everything there can be; each round shows its part."""
        yield self.head
        yield Horizontal(self.question_line, self.clock, id="top")
        yield self.card
        yield self.list
        yield self.fields
        yield Horizontal(self.words, self.large_clock, id="time")
        yield Horizontal(self.prompt, self.entry, id="typing")
        yield self.bar

    # What it knows.

    @property
    def dossier(self) -> Dossier:
        """The dossier as it is now."""
        return self.host.dossier

    @property
    def walk(self) -> Walk:
        """The way through the agenda."""
        return walk_of(self.dossier, self.standing.session)

    @property
    def question(self) -> Question | None:
        """The question on the wall."""
        return self.walk.question_of(self.standing)

    @property
    def answers(self) -> list[Answer]:
        """The answers to it, as they came in."""
        question = self.question
        found = self.dossier.answers_of(question.id) if question else []
        return [one for one in found if self.standing.session in (None, one.session)]

    @property
    def numbers(self) -> Mapping[int, int]:
        """The number of each answer on the wall, the same in every round."""
        return answer_numbers(self.dossier, self.question.id) if self.question else {}

    @property
    def by_votes(self) -> list[Answer]:
        """The answers, most votes first."""
        return sorted(self.answers, key=lambda one: (-one.votes, one.id))

    # Showing.

    def show(self) -> None:
        """Shows the round, on the agenda as it is now."""
        walk = self.walk
        settled = walk.settled(self.standing)
        moved = self.standing.question is not None and settled.question != self.standing.question
        self.standing = standing = settled
        title = walk.agenda[standing.point].title if standing.point < len(walk.agenda) else ""
        question = self.question
        step = HEAD.get(standing.round, standing.round).value
        self.head.show(self._head(walk, question), STEPS if question else (), step)
        large = standing.round in LARGE
        typing = standing.round in TYPING
        self.query_one("#top").display = not large and standing.round not in (Round.WELKOM, Round.AFSLUITING)
        self.card.display = self.query_one("#time").display = large
        self.list.display = not large and standing.round is not Round.VIERVELD
        self.fields.display = standing.round is Round.VIERVELD
        self.query_one("#typing").display = typing
        tight = self.size.width < TIGHT and standing.seconds >= TEN_MINUTES
        self.clock.display = standing.round in TIMED and not tight
        self.card.show(question.text if question else title)
        self.question_line.show(question.text if question else title, self._below(question))
        self._show_list(standing.round, question)
        self._show_time()
        if typing:
            self._show_prompt()
            self.entry.password = standing.round is Round.STEMMEN
            self.entry.numbers_only = standing.round in NUMBERS or (
                standing.round is Round.OPHALEN and rows.is_scale(question)
            )
        if self._focused_for != (standing.point, standing.round):
            self._focused_for = (standing.point, standing.round)
            (self.entry if typing else self.list).focus()
            self.bar.show_keys(keys_in(standing.round, numbers_only=self.entry.numbers_only))
            self.show_hint()
        if not self.list.display:
            self.bar.show_hidden("")
        if moved:
            self._dropped, self.entry.value = self.entry.value, ""
            self.say("De agenda is intussen gewijzigd; wat je typte komt met ctrl+z op een lege regel terug.")

    def show_hint(self) -> None:
        """Says what can be typed in this round, or what is proposed."""
        typing = self.standing.round in TYPING
        self.bar.say(self._hint(self.question) if typing else self._said())

    def _head(self, walk: Walk, question: Question | None) -> str:
        if self.standing.round is Round.WELKOM:
            return walk.session.title if walk.session else f"Evaluatie {self.dossier.region.name}"
        if self.standing.round is Round.AFSLUITING:
            return "Afsluiting"
        if question is None:
            return f"Punt {self.standing.point + 1} van {len(walk.agenda)}"
        part = f" · {question.part.label}"
        return f"Vraag {self.standing.point + 1} van {len(walk.agenda)}{part}"

    def _below(self, question: Question | None) -> str:
        """Beside how far it is, that the clock stands still: its colour alone does not say so."""
        waits = self.standing.round in TIMED and bool(self.standing.seconds) and not self.standing.running
        return " · ".join(filter(None, ("pauze" if waits else "", self._how_far(question))))

    def _how_far(self, question: Question | None) -> str:
        if question is None:
            return ""
        if self.standing.round is Round.STEMMEN:
            tables = self._tables
            left = missing_tables(self.dossier, question.id, tables, self.standing.session) if tables else ()
            if tables and not left:
                return "de tafel heeft gestemd" if tables == 1 else "alle tafels hebben gestemd"
            if tables == 1:
                return "de tafel stemt nog"
            return f"nog {len(left)} van {tables} tafels" if tables else "geheime stemming per tafel"
        tables = len({one.table for one in self.answers if one.table})
        many = len(self.dossier.scores_of(question.id)) if rows.is_scale(question) else len(self.answers)
        what = count(many, "score", "scores") if rows.is_scale(question) else count(many, "antwoord", "antwoorden")
        what = f"{what} van {count(tables, 'tafel', 'tafels')}" if tables else what
        minutes = -(-self.standing.seconds // 60)
        return (
            f"{what} · nog {minutes} minuten" if self.clock.display is False and self.standing.round in TIMED else what
        )

    def _hint(self, question: Question | None) -> str:
        if self.standing.round is Round.OPHALEN and rows.is_scale(question):
            return "per tafel een score van 1 tot en met 5, bijvoorbeeld 1: 4  2: 3, enter"
        if self.standing.round is Round.OPHALEN and rows.is_of_goals(question):
            return "nummer van het doel: gehaald, deels of niet, en waarom, enter"
        return HINTS[self.standing.round]

    def _said(self) -> str:
        if self.standing.round is Round.UITSLAG and self.question:
            return proposal(tally(self.dossier, self.question.id, self.standing.session))
        return ""

    def _show_list(self, round: Round, question: Question | None) -> None:
        dossier, answers = self.dossier, self.answers
        if round is Round.WELKOM:
            self.list.show(rows.agenda_rows(self.walk), rows.AGENDA)
        elif round is Round.AFSLUITING:
            self.list.show(rows.summary_rows(dossier, self.walk), rows.SUMMARY)
        elif rows.is_scale(question) and question and round is Round.OPHALEN:
            self.list.show(rows.score_picture(dossier, question), rows.ANSWERS)
        elif rows.is_of_goals(question) and round is Round.OPHALEN:
            self.list.show(rows.goal_rows(dossier), rows.ANSWERS)
        elif round in (Round.EFFECT, Round.MOEITE):
            self.list.show(rows.value_rows(answers, self.numbers, self._axis), rows.VALUES)
        elif round is Round.UITSLAG and question:
            votes = tally(dossier, question.id, self.standing.session)
            self.list.show(rows.result_rows(dossier, votes, per_table=self._per_table), rows.ANSWERS)
        elif round is Round.BESLUIT:
            self.list.show(rows.decision_rows(dossier, self.by_votes, self.numbers), rows.DECISIONS)
        elif round is Round.ACTIES:
            self.list.show(rows.action_rows(dossier), rows.ANSWERS)
        elif round is Round.VIERVELD and question:
            self._show_fields(question)
        else:
            self.list.show(rows.answers_rows(answers, self.numbers, hidden=self._hidden), rows.ANSWERS)

    def _show_fields(self, question: Question) -> None:
        numbers = self.numbers
        found = placed(self.dossier, question.id, self.standing.session)
        self.fields.show(
            {PLACES[field]: [(numbers[one.id], one.text) for one in answers] for field, answers in found.items()}
        )

    @property
    def _axis(self) -> str:
        return "impact" if self.standing.round is Round.EFFECT else "effort"

    @property
    def _tables(self) -> int:
        """How many tables there are: as the meeting says, or as many as gave answers."""
        session = self.walk.session
        return (session.tables if session else None) or max((one.table or 0 for one in self.answers), default=0)

    def _show_prompt(self) -> None:
        self.prompt.show(self._prompt())

    def _prompt(self) -> str:
        if self.standing.round is Round.STEMMEN:
            return "alle" if self._tables and not self._left else f"tafel {self._table}"
        if self.standing.round in (Round.EFFECT, Round.MOEITE):
            what = "effect" if self.standing.round is Round.EFFECT else "moeite"
            number = self.numbers.get(self.current_ref.id) if self.current_ref else None
            return f"{what} van {number}" if number else what
        if self.standing.round is Round.ACTIES:
            return "actie"
        return str(len(self.numbers) + 1) if self.question and self.question.kind is QuestionKind.OPEN else ""

    @property
    def _left(self) -> tuple[int, ...]:
        question = self.question
        return missing_tables(self.dossier, question.id, self._tables, self.standing.session) if question else ()

    def _show_time(self) -> None:
        standing = self.standing
        self.clock.styles.width = LONG_CLOCK if standing.seconds >= TEN_MINUTES else SHORT_CLOCK
        pace: Pace = "running" if standing.running else "paused"
        if standing.round in TIMED and not standing.seconds:
            pace = "over"
        self.clock.show(standing.seconds, pace)
        self.large_clock.show(standing.seconds, pace)
        if standing.round in TIMED:
            self.question_line.show(self.question.text if self.question else "", self._below(self.question))
        if standing.round in LARGE:
            after = self.walk.next(standing).round
            words = time_in_words(standing.seconds)
            waits = bool(standing.seconds) and not standing.running
            self.words.show("Pauze" if waits else words, f"Straks: {after.value}")

    def on_resize(self, event: Resize) -> None:
        """On a low screen the clock is lower, so that the question keeps its three large lines."""
        low = event.size.height < LOW_SCREEN
        self.query_one("#time").styles.height = 4 if low else 6
        self.large_clock.styles.height = self.words.styles.height = 3 if low else 5

    # Records.

    @property
    def current_ref(self) -> Ref | None:
        """The record at the cursor."""
        row = self.list.current if self.list.display else None
        return row.key if row and isinstance(row.key, Ref) else None

    def say(self, message: str, *, error: bool = False) -> None:
        """Shows a message on the rule above the keys."""
        self.bar.say(message, error=error)

    def show_record(self, ref: Ref) -> None:
        """Puts the cursor on a record when it is in sight."""
        self.list.go_to(ref)
