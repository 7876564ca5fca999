"""What stands on the wall in a workshop, round by round."""

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.events import Resize

from sto_tui.domain.record import Ref
from sto_tui.planning.evaluation.looking_back import NO_EARLIER_GOALS
from sto_tui.planning.evaluation.time_in_words import time_in_words
from sto_tui.planning.evaluation.workshop import TIMED, Round
from sto_tui.screens.frame.section import note
from sto_tui.screens.workshop import rows
from sto_tui.screens.workshop.moment import AXES, SCORED, Moment
from sto_tui.screens.workshop.moment_in_words import MomentInWords
from sto_tui.screens.workshop.rows import NO_ANSWERS
from sto_tui.widgets.countdown import Countdown, Pace
from sto_tui.widgets.four_fields import FourFields
from sto_tui.widgets.question_card import BOTH_SIZES, QuestionCard
from sto_tui.widgets.record_list import RecordList
from sto_tui.widgets.wall_parts import Caption, EntryLine, Prompt, ShortQuestion, WallHead, Words

TEN_MINUTES = 600
TIGHT = 76
LOW_SCREEN = 24
CARD_PADDING = 2
# What head and keys take, and the time under a large question.
FRAME, TALL_TIME, LOW_TIME = 4, 6, 4
SHORT_CLOCK, LONG_CLOCK = 30, 38
WITHOUT_QUESTION = (Round.WELKOM, Round.VIERVELD, Round.AFSLUITING)
LARGE = (Round.NADENKEN, Round.PUNT)


class WorkshopBoard(Vertical):
    """Shows moments; what is done with them, the screen says."""

    def __init__(self) -> None:
        super().__init__()
        self.head = WallHead()
        self.card = QuestionCard(id="card", sizes=BOTH_SIZES)
        self.axis = QuestionCard(id="axis", sizes=BOTH_SIZES[1:])
        self.question_line = ShortQuestion()
        self.clock = Countdown(id="clock")
        self.large_clock = Countdown(id="large-clock")
        self.words = Words()
        self.list = RecordList(rows.ANSWERS, heads=False, id="answers")
        self.caption = Caption()
        self.fields = FourFields()
        self.prompt = Prompt()
        self.entry = EntryLine(id="entry")
        self._idea = 0

    def compose(self) -> ComposeResult:
        """Everything there can be; each round shows its part."""
        yield self.head
        yield Horizontal(self.axis, self.question_line, self.clock, id="top")
        yield self.card
        yield self.list
        yield self.caption
        yield self.fields
        yield Horizontal(self.words, self.large_clock, id="time")
        yield Horizontal(self.prompt, self.entry, id="typing")

    def show(self, moment: Moment) -> None:
        """Shows a moment: each round has its part of the board."""
        standing, question, walk, words = moment.standing, moment.question, moment.walk, MomentInWords(moment)
        self.head.show(words.head, walk.steps_at(standing) if question else (), standing.round.value)
        large = standing.round in LARGE
        decides = moment.idea_decided_on is not None
        self.query_one("#top").display = not large and (decides or standing.round not in WITHOUT_QUESTION)
        self.axis.display = standing.round in SCORED
        self.axis.show(AXES.get(standing.round, "").upper())
        self.card.display = large or decides or moment.item is not None
        self.query_one("#time").display = large
        self.list.display = not self.card.display and standing.round is not Round.VIERVELD
        self.fields.display = self.caption.display = standing.round is Round.VIERVELD and not decides
        self.query_one("#typing").display = moment.is_typed
        tight = self.app.size.width < TIGHT and standing.seconds >= TEN_MINUTES
        self.clock.display = standing.round in TIMED and not tight
        self.card.show(words.large, BOTH_SIZES if question else BOTH_SIZES[1:])
        self._fit()
        self.question_line.show(
            MomentInWords(moment).short, MomentInWords(moment).below(with_minutes=not self.clock.display)
        )
        self._show_list(moment)
        self.show_time(moment)
        if moment.is_typed:
            self.show_prompt(moment)
            self.entry.password = moment.is_secret
            self.entry.numbers_only = moment.numbers_only
            self.entry.takes_several = moment.takes_several

    def focus_of(self, moment: Moment) -> None:
        """Puts the cursor where this moment is worked on."""
        if moment.is_typed:
            self.entry.focus()
        else:
            (self.fields if self.fields.display else self.list).focus()

    def show_prompt(self, moment: Moment) -> None:
        """What stands before the line."""
        self.prompt.show(MomentInWords(moment).prompt)

    def on_resize(self, event: Resize) -> None:
        """A low screen has a lower clock."""
        self._fit()

    def _fit(self) -> None:
        """The clock is lower on a low screen, and where that gives the question larger letters or air between them."""
        width, height = self.app.size
        room = (width - CARD_PADDING, height - FRAME)
        tall, short = (
            (self.card.letters_in(room[0], room[1] - clock), self.card.has_air_in(room[0], room[1] - clock))
            for clock in (TALL_TIME, LOW_TIME)
        )
        low = height < LOW_SCREEN or short > tall
        self.query_one("#time").styles.height = LOW_TIME if low else TALL_TIME
        self.large_clock.styles.height = self.words.styles.height = 3 if low else 5

    @property
    def current_ref(self) -> Ref | None:
        """The record at the cursor."""
        if self.fields.display and self._idea:
            return Ref("answers", self._idea)
        row = self.list.current if self.list.display else None
        return row.key if row and isinstance(row.key, Ref) else None

    def _show_list(self, moment: Moment) -> None:
        standing, question = moment.standing, moment.question
        round = standing.round
        dossier, answers = moment.dossier, moment.answers
        if round is Round.WELKOM:
            self.list.show(rows.agenda_rows(moment.walk, per_person=moment.per_person), rows.AGENDA)
        elif round is Round.AFSLUITING:
            self.list.show(rows.summary_rows(dossier, moment.walk, standing.spent), rows.SUMMARY)
        elif rows.is_scale(question) and question and round is Round.OPHALEN:
            tables = 0 if moment.per_person else moment.tables
            self.list.show(rows.score_slips(dossier, question, standing.session, tables), rows.ANSWERS)
        elif rows.is_scale(question) and question and round is Round.UITSLAG:
            self.list.show(rows.score_picture(dossier, question, standing.session), rows.ANSWERS)
        elif rows.is_of_goals(question) and round is Round.OPHALEN:
            self.list.show([note(NO_EARLIER_GOALS)], rows.ANSWERS)
        elif round in SCORED:
            self.list.show([note(NO_ANSWERS)], rows.ANSWERS)
        elif round is Round.UITSLAG and question:
            shown = rows.result_rows(
                dossier, moment.votes, moment.proposed, moment.chosen, per_table=moment.shown.per_table
            )
            self.list.show(shown, rows.RESULT)
        elif round is Round.BESLUIT:
            self.list.show(rows.decision_rows(dossier, moment.by_votes, moment.numbers), rows.DECISIONS)
        elif round is Round.ACTIES:
            shown = rows.action_rows(dossier, standing.earlier_actions, opened=moment.shown.earlier_open)
            self.list.show(shown, rows.ANSWERS)
        elif round is Round.VIERVELD:
            current = moment.fields.current
            self._idea = current.id if current else 0
            self.fields.show(moment.fields.ideas, self._idea)
        else:
            self.list.show(rows.answers_rows(answers, moment.numbers, hidden=moment.shown.hidden), rows.ANSWERS)

    def show_time(self, moment: Moment) -> None:
        """The clocks, and what comes after this round."""
        standing, words = moment.standing, MomentInWords(moment)
        self.clock.styles.width = LONG_CLOCK if standing.seconds >= TEN_MINUTES else SHORT_CLOCK
        pace: Pace = "running" if standing.running else "paused"
        if standing.round in TIMED and not standing.seconds:
            pace = "over"
        self.clock.show(standing.seconds, pace)
        self.large_clock.show(standing.seconds, pace)
        self.caption.show(words.short, words.meeting_time)
        if self.query_one("#top").display:
            self.question_line.show(words.short, words.below(with_minutes=not self.clock.display))
        if standing.round in LARGE:
            after = moment.walk.next(standing).round
            left = "Pauze" if moment.waits else time_in_words(standing.seconds)
            self.words.show(left, f"Straks: {after.value}", words.meeting_minutes)
