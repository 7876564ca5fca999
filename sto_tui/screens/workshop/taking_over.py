"""What is typed on the wall becomes a change, or is explained and stays on the line."""

from collections.abc import Callable, Sequence

from pydantic import ValidationError

from sto_tui.domain.change import BusyError, Change, NotSavedError
from sto_tui.domain.dutch import count
from sto_tui.domain.evaluation import Action
from sto_tui.domain.plan import Goal
from sto_tui.domain.validation import problems
from sto_tui.planning.evaluation.pasted_entries import PastedEntries, change_of_lines, read_pasted
from sto_tui.planning.evaluation.results import UnknownTableError
from sto_tui.planning.evaluation.typed_changes import goal_of_line, with_tables
from sto_tui.planning.evaluation.workshop import Round
from sto_tui.planning.pasted_text import LineTrouble, pasted_lines
from sto_tui.screens.windows.confirm import QuestionWindow
from sto_tui.screens.windows.unasked import TypedBehind, ask_unasked
from sto_tui.screens.windows.waiting import IN_TURN, in_its_time, once_free
from sto_tui.screens.workshop.in_room import TypedOn
from sto_tui.screens.workshop.line_tasks import remark_of
from sto_tui.screens.workshop.moment import Moment
from sto_tui.screens.workshop.pasting import left_out, named_count, question_about, told_wrong
from sto_tui.screens.workshop.typed_lines import change_typed, reader_of_pasted, turn_of, turn_passed


class TakingOver:
    """The line of the wall, from what is typed to what is saved."""

    def __init__(self, wall: TypedOn) -> None:
        self._wall = wall
        self._entry = wall.board.entry
        self._dropped = ""
        self._behind = TypedBehind(wall)
        self._turn: int | None = None
        self._was_empty = True

    def began(self, text: str) -> None:
        """Remembers whose turn it was when a line was begun: a phone can vote before it is finished."""
        if text and self._was_empty:
            self._turn = turn_of(self._wall.moment)
        self._was_empty = not text

    def empty(self) -> bool:
        """Takes the text from the line, and remembers it; False when there was none."""
        if not self._entry.value:
            return False
        self._dropped, self._entry.value = self._entry.value, ""
        return True

    def lapse(self) -> str:
        """The line is left; says what of what was typed behind it lapses, or nothing."""
        return self._behind.lapse()

    def bring_back(self) -> bool:
        """Brings back what was taken from the line; False when there is none."""
        text, self._dropped = self._dropped, ""
        if text:
            self._set(text)
        return bool(text)

    def enter(self, text: str) -> None:
        """Takes over a line, unless one before it still waits."""
        self._wall.stands = False
        if self._wall.host.changes.waits:
            self._refuse(text, IN_TURN)
        elif self._wall.moment.asks_persons:
            self._take_person(text)
        else:
            self._take_over(text)

    def _take_person(self, text: str) -> None:
        """What one person gives stays in memory until the result."""
        wall, self._dropped = self._wall, ""
        try:
            wall.persons.take(wall.moment, text)
        except ValueError as error:
            self._refuse(text, str(error))
        else:
            wall.show()
            wall.show_hint()
            self._behind.follow()

    @in_its_time
    def _take_over(self, text: str) -> None:
        """Takes over a line, or explains what is wrong with it and puts it back."""
        wall, self._dropped = self._wall, ""
        try:
            wall.phones.write_out()
            if passed := turn_passed(wall.moment, text, self._turn):
                self._turn = turn_of(wall.moment)
                wall.show()
                self._refuse(text, passed)
                return
            change = self._change_of(wall.moment, text)
            if change is None:
                self._behind.follow()
                return
            if change.edits:
                wall.host.changes.apply(change)
        except ValidationError as error:
            self._refuse(text, f"Dit past niet: {problems(error)[0][1]}.")
        except BusyError:
            once_free(wall.app, wall.host, lambda: self._take_over(text), lambda words: self._refuse(text, words))
        except UnknownTableError as error:
            self._put_back(text)
            self._ask_for_table(error, text)
        except NotSavedError as error:
            self._refuse(text, wall.words_of(error))
        except ValueError as error:
            self._refuse(text, str(error))
        else:
            self._taken_over(change, text)
            self._behind.follow()

    def _change_of(self, moment: Moment, text: str) -> Change | None:
        """What a line changes; None when it is one of several lines that are asked."""
        if moment.task is None:
            return change_typed(moment, text, self._wall.host.today)
        result = moment.task.entered(moment.dossier, text, self._wall.host.today)
        if isinstance(result, Change):
            return result
        self._wall.go_on_with(result, "")
        return None

    def _ask_for_table(self, error: UnknownTableError, text: str) -> None:
        """A table that comes in later is the next one; any other number is a slip."""
        wall, meeting = self._wall, self._wall.moment.walk.session
        if meeting is None or error.table != (meeting.tables or 0) + 1:
            wall.refuse(str(error))
            return

        def add() -> None:
            self._entry.value = ""
            self._apply_and(with_tables(meeting, error.table), lambda: self._take_over(text), add)

        def answered(more: bool | None) -> None:
            if more:
                add()

        tables = count(meeting.tables or 0, "tafel", "tafels")
        question = QuestionWindow(
            f"Is er een tafel {error.table} bij gekomen?",
            [f"De bijeenkomst heeft nu {tables}. Wat je typte hoort dan bij tafel {error.table}."],
            yes="Tafel toevoegen",
            no="Teruggaan",
        )
        ask_unasked(wall.app, question, answered)

    def paste(self, text: str) -> None:
        """Several lines at once: asks whether each is an entry, and then it is one change."""
        lines = pasted_lines(text, counted=True)
        if len(lines) < 2:
            self._set(" ".join(lines))
            return
        wall = self._wall
        pasted = self._read_pasted(lines)
        if not pasted.fitting and not pasted.of_new_tables:
            self._say_wrong(pasted.wrong)
            return

        def answered(sure: bool | None) -> None:
            is_about_tables = bool(pasted.of_new_tables)
            if sure or (sure is False and is_about_tables):
                self._add_pasted(lines, with_new_tables=bool(sure and is_about_tables))

        ask_unasked(wall.app, question_about(wall.moment, lines, pasted), answered)

    def _read_pasted(self, lines: Sequence[str]) -> PastedEntries:
        wall = self._wall
        read = reader_of_pasted(wall.moment, wall.host.today)
        return read_pasted(wall.host.dossier, wall.moment.walk.session, lines, read)

    def _add_pasted(self, lines: Sequence[str], *, with_new_tables: bool) -> None:
        """Adds what can be, in the dossier as it is now: others may have changed it while the question was open."""
        wall = self._wall
        pasted = self._read_pasted(lines)
        left = pasted.wrong if with_new_tables else pasted.left_out
        skipped = {trouble.number for trouble in left}
        taken = [line for number, line in enumerate(lines, 1) if number not in skipped]
        if not taken:
            self._say_wrong(left)
            return
        tables = pasted.tables if with_new_tables and pasted.of_new_tables else None
        change = change_of_lines(
            wall.host.dossier,
            wall.moment.walk.session,
            taken,
            reader_of_pasted(wall.moment, wall.host.today),
            f"{named_count(wall.moment, len(taken))} toegevoegd",
            tables,
        )

        def added() -> None:
            # What stood on the line came along with the first pasted line.
            self._dropped = self._entry.value = ""
            self._taken_over(change, "")
            if left:
                self._put_back(left[0].text)
                wall.say(left_out(left), error=True)
            else:
                self._behind.follow()

        self._apply_and(change, added, lambda: self._add_pasted(lines, with_new_tables=with_new_tables))

    def _say_wrong(self, troubles: Sequence[LineTrouble]) -> None:
        self._wall.refuse(f"Er is niets toegevoegd. {told_wrong(troubles)[0]}")

    @in_its_time
    def _apply_and(self, change: Change, then: Callable[[], None], again: Callable[[], None]) -> None:
        """Carries out a change; when another is writing, `again` makes it anew once that is done."""
        wall = self._wall
        try:
            wall.host.changes.apply(change)
        except BusyError:
            once_free(wall.app, wall.host, again, wall.refuse)
        except NotSavedError as error:
            wall.refuse(str(error))
        else:
            then()

    def _refuse(self, text: str, sentence: str) -> None:
        if self._entry.value:
            self._dropped = text
            self._wall.refuse(sentence)
        else:
            self._set(text)
            self._behind.refuse(sentence)

    def _put_back(self, text: str) -> None:
        """The line as it was, unless the next one has been begun."""
        if self._entry.value:
            self._dropped = text
        else:
            self._set(text)

    def _set(self, text: str) -> None:
        self._entry.value = text
        self._entry.cursor_position = len(text)

    def _taken_over(self, change: Change, text: str) -> None:
        """Says what was done with a line, and asks the next."""
        wall = self._wall
        round = wall.moment.standing.round
        if task := wall.moment.task:
            wall.end_task()
            wall.say(remark_of(wall.host.dossier, task, change))
            if remark := wall.host.changes.remark:
                wall.say(remark, error=True)
            return
        wall.show()
        wall.show_hint()
        if item := wall.moment.item:
            if isinstance(item, Goal):
                item = goal_of_line(wall.host.dossier, text, item)
                wall.judge(item.id)
            self._to_next_without_value(change.edits[0].ref.id if change.edits else item.id)
        if round in (Round.OPHALEN, Round.ACTIES):
            wall.board.list.action_edge(1)
        wall.show_prompt()
        if round is Round.ACTIES and isinstance(action := change.edits[0].after, Action):
            lacking = [word for word, value in (("eigenaar", action.owner), ("datum", action.due)) if not value]
            if lacking:
                wall.say(f"Deze actie heeft nog geen {' en geen '.join(lacking)}; met tab en enter verbeter je dat.")
        wall.phones.say_remark()
        if remark := wall.host.changes.remark:
            wall.say(remark, error=True)

    def _to_next_without_value(self, done: int) -> None:
        """The idea or goal after this one of which the value is not known; the same when there is none."""
        moment = self._wall.moment
        following = moment.one_by_one.after(done)
        self._wall.go_to_item(following or done)
        if following is None:
            which, what = ("doelen", "oordeel van vandaag") if moment.is_goals else ("antwoorden", "getal")
            self._wall.say(f"Alle {which} hebben een {what}; → gaat verder.")
