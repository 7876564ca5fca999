"""What phones may see of a moment of the workshop: they follow the wall."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from sto_tui.domain.dutch import count
from sto_tui.domain.evaluation import Answer
from sto_tui.phones.desk import Desk
from sto_tui.phones.stand import AnswerOnPage, AskedOfPhones, Stand
from sto_tui.planning.evaluation.phone_entries import (
    PhoneAnswer,
    PhoneBallot,
    PhoneEntry,
    PhoneScore,
    answers_in,
    ballots_of_table,
)
from sto_tui.planning.evaluation.results import HIGHEST_TABLE
from sto_tui.planning.evaluation.typed_changes import score_of_table
from sto_tui.planning.evaluation.workshop import Round
from sto_tui.screens.workshop.moment import Moment
from sto_tui.screens.workshop.rows import is_of_goals, is_scale


def stand_of(moment: Moment) -> Stand:
    """Collecting asks an answer or a score, voting asks votes; elsewhere there is nothing to do."""
    question, round = moment.question, moment.standing.round
    if question is None:
        return Stand()
    if round is Round.STEMMEN and moment.answers:
        answers = tuple(_on_page(moment, one) for one in moment.answers)
        voted = frozenset(ballot.table for one in moment.answers for ballot in one.ballots)
        votes = moment.votes_per_table
        if moment.per_person:
            return Stand(AskedOfPhones.VOTE, question.id, question.text, 0, votes, answers, per_person=True)
        return Stand(AskedOfPhones.VOTE, question.id, question.text, moment.tables_said, votes, answers, voted)
    if round is Round.OPHALEN and is_scale(question) and moment.per_person:
        return Stand(AskedOfPhones.SCORE, question.id, question.text, per_person=True)
    if round is Round.OPHALEN and is_scale(question):
        tables = range(1, (moment.tables_said or HIGHEST_TABLE) + 1)
        session = moment.standing.session
        scored = {table for table in tables if score_of_table(moment.dossier, session, question.id, table)}
        return Stand(AskedOfPhones.SCORE, question.id, question.text, moment.tables_said, given=frozenset(scored))
    if round is Round.OPHALEN and not is_of_goals(question):
        return Stand(AskedOfPhones.ANSWER, question.id, question.text, moment.tables_said)
    return Stand()


def _on_page(moment: Moment, answer: Answer) -> AnswerOnPage:
    joined = tuple(part.answer for part in answer.joined)
    return AnswerOnPage(answer.id, moment.numbers[answer.id], answer.text, joined)


OfTable = tuple[Mapping[int, int], int | None]
"""The votes of a table by the id of the answers, and its score."""


def stands_for(moment: Moment, about: tuple[int, int]) -> OfTable:
    """The votes and the score of a table on a question."""
    question, table = about
    session = moment.standing.session
    score = score_of_table(moment.dossier, session, question, table)
    return (ballots_of_table(moment.dossier, session, question, table), score.value if score else None)


def records_of(moment: Moment, about: tuple[int, int]) -> frozenset[tuple[int, int]]:
    """The ballots of a table on a question, with numbers that no others have; or its score, that can be typed again."""
    question, table = about
    session = moment.standing.session
    score = score_of_table(moment.dossier, session, question, table)
    answers = answers_in(moment.dossier, session, question)
    ballots = {(ballot.id, ballot.votes) for answer in answers for ballot in answer.ballots if ballot.table == table}
    return frozenset(ballots or ({(score.id, score.value)} if score else ()))


def entry_of(moment: Moment, about: tuple[int, int]) -> PhoneEntry:
    """What stands for a table, as a phone gives it."""
    votes, score = stands_for(moment, about)
    return PhoneScore(*about, score) if score else PhoneBallot(*about, votes)


def still_stands(moment: Moment, about: tuple[int, int], stood: OfTable) -> bool:
    """Whether nobody gave something else for a table. That an answer went or was joined to another one is no vote."""
    votes, score = stood
    answers = answers_in(moment.dossier, moment.standing.session, about[0])
    sums = {one.id: sum(votes.get(id, 0) for id in (one.id, *(part.answer for part in one.joined))) for one in answers}
    return stands_for(moment, about) == ({id: many for id, many in sums.items() if many}, score)


def still_counts(
    moment: Moment, entries: Iterable[PhoneEntry], stood: Mapping[tuple[int, int], OfTable]
) -> Sequence[PhoneEntry]:
    """Without those that take back what a phone gave, where since then someone else gave something for that table."""
    counting: list[PhoneEntry] = []
    here = set()
    for entry in entries:
        about = (entry.question, entry.table or 0)
        if isinstance(entry, PhoneAnswer):
            counting.append(entry)
        elif _gives(entry):
            here.add(about)
            counting.append(entry)
        elif about in here or (about in stood and still_stands(moment, about, stood[about])):
            counting.append(entry)
    return counting


def _gives(entry: PhoneBallot | PhoneScore) -> bool:
    return bool(entry.votes if isinstance(entry, PhoneBallot) else entry.value)


def typed_over(
    moment: Moment, entries: Collection[PhoneEntry], by_phones: Collection[tuple[int, int]]
) -> Sequence[int]:
    """The tables for which something stands that was typed, and that now give something else on a phone."""
    tables = set()
    for entry in entries:
        if not isinstance(entry, PhoneAnswer) and _gives(entry):
            about = (entry.question, entry.table)
            if about not in by_phones and stands_for(moment, about) != ({}, None):
                tables.add(entry.table)
    return sorted(tables)


def notes_of(moment: Moment, desk: Desk, persons: int) -> tuple[str, ...]:
    """How many take part, and how many tables or persons gave something to the question of now; with less room, less.

    A phone that does not count is not among them, nor is what it gave.
    """
    phones = sum(not phone.muted for phone in desk.phones)
    many = count(phones, "telefoon", "telefoons") if desk.phones else "nog geen telefoons"
    tables = ""
    if moment.asks_persons:
        many = f"{many} · {persons} {'gestemd' if moment.standing.round is Round.STEMMEN else 'gegeven'}"
    elif desk.stand.asked in (AskedOfPhones.ANSWER, AskedOfPhones.SCORE):
        answered = {answer.table for answer in moment.answers if answer.table}
        given = desk.stand.given if desk.stand.asked is AskedOfPhones.SCORE else answered
        said = count(moment.tables_said or len(given), "tafel", "tafels")
        tables = f" · {f'{len(given)} ' * bool(moment.tables_said)}van {said}" * bool(moment.tables_said or given)
    way = "per persoon" if moment.per_person else "per tafel"
    many_wait = desk.inbox.waiting
    waiting = f" · {count(many_wait, 'antwoord wacht', 'antwoorden wachten')}" * bool(many_wait)
    short = f" · {many_wait} te keuren" * bool(many_wait)
    where = f"{desk.authority} · {desk.room.grouped}"
    return (
        f"{where} · {way} · {many}{tables}{waiting}",
        *([f"{where} · {many}{tables}{waiting}"] if tables else []),
        f"{where} · {way} · {many}{waiting}",
        # The address stays in sight of who comes late, and that answers wait does too.
        f"{where} · {many}{waiting}",
        *([f"{where} · {many}{short}", f"{where}{short}"] if many_wait else []),
        f"{way} · {many}{waiting}",
        f"{many}{waiting}",
        many,
    )
