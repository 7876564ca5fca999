"""Looking back together: scores, votes, the four fields, lines typed in the workshop, and what was decided.

Scores run from 1 (not at all) to 5 (fully), effect and effort from 0 to 10. Votes put answers in order; people decide.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from statistics import fmean, pstdev
from typing import NamedTuple

from sto_tui.domain.change import Change, Edit, added, adding, edited
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import count, enumerate_words, in_words, number
from sto_tui.domain.evaluation import (
    Action,
    Answer,
    AnswerKind,
    Decision,
    DecisionKind,
    Meeting,
    Question,
    Score,
)
from sto_tui.domain.parties import Party, PartyKind
from sto_tui.domain.record import Choice, Record, Ref
from sto_tui.domain.text import clean_line, clean_text, shortened
from sto_tui.frozen import frozen
from sto_tui.patterns import pattern

SCALE_WORDS = ("helemaal niet", "nauwelijks", "deels", "grotendeels", "helemaal")
"""What the scores 1 to 5 mean."""
HIGHEST_TABLE = 99
MINUTES_PER_QUESTION = 10
MIDDLE = 5
CLEARLY_LITTLE, CLEARLY_MUCH = 2, 8

_NEW_DECISION = -1
_NEW_RECORD = -2
_MOST_PROPOSED = 5
# One or two digits and a colon that no digit follows: `3: text`, `3:text`, `3:`; not `14:00` or `2024: text`.
_TABLE = pattern(r"([0-9]{1,2}):(?![0-9])(.*)", re.DOTALL)
_BETWEEN_VOTES = pattern(r"[\s,;]+")
_VOTE = pattern(r"[0-9]{1,4}")


class UnknownTableError(ValueError):
    """A table that the meeting does not have; `table` is its number."""

    def __init__(self, table: int, advice: str) -> None:
        super().__init__(f"Tafel {table} is er niet; {advice}.")
        self.table = table


class KindScore(NamedTuple):
    """What one kind of party thinks of a statement: its label, the number of scores, their mean (1 to 5 points)."""

    kind: str
    scores: int
    mean: float
    spread: float


@frozen
class ScoreSummary:
    """The scores on a statement, in points from 1 to 5; `spread` is the population standard deviation.

    `by_kind` is in the order of PartyKind, and leaves out scores without a party.
    """

    count: int
    mean: float
    spread: float
    lowest: int
    highest: int
    by_kind: tuple[KindScore, ...]

    @property
    def distance(self) -> float:
        """How far the kinds of party are apart: the highest mean less the lowest, 0 to 4 points."""
        means = [kind_summary.mean for kind_summary in self.by_kind]
        return max(means) - min(means) if means else 0.0


def scores_in(dossier: Dossier, question_id: int, session: int | None) -> list[Score]:
    """The scores on a statement that were given in a meeting; all of them without one."""
    return [score for score in dossier.scores_of(question_id) if session in (None, score.session)]


def score_summary(dossier: Dossier, question_id: int, session: int | None = None) -> ScoreSummary | None:
    """The scores on a statement in a meeting taken together, 1 to 5, or of all; None when there are none."""
    scores = scores_in(dossier, question_id, session)
    if not scores:
        return None
    by_kind: dict[PartyKind, list[int]] = defaultdict(list)
    for score in scores:
        party = dossier.of(Party).get(score.party or 0)
        if party:
            by_kind[party.kind].append(score.value)
    values = [score.value for score in scores]
    return ScoreSummary(
        len(values),
        fmean(values),
        pstdev(values),
        min(values),
        max(values),
        tuple(_kind_score(kind, by_kind[kind]) for kind in PartyKind if by_kind[kind]),
    )


def _kind_score(kind: PartyKind, values: list[int]) -> KindScore:
    return KindScore(kind.label, len(values), fmean(values), pstdev(values))


def disagreements(dossier: Dossier) -> list[tuple[int, ScoreSummary]]:
    """Shown statements with two scores or more, those on which the kinds of party differ most first.

    Statements that are level go by spread, then as the questions stand.
    """
    summaries = ((question.id, score_summary(dossier, question.id)) for question in shown_questions(dossier))
    comparable = [(question, summary) for question, summary in summaries if summary and summary.count > 1]
    return sorted(comparable, key=lambda item: (-round(item[1].distance, 9), -round(item[1].spread, 9)))


def answer_numbers(dossier: Dossier, question_id: int) -> Mapping[int, int]:
    """The number of each answer to a question by its id, as they came in, over all meetings.

    It is the same in every round of a workshop, in the vote, in the result and at Evaluatie, however they are ordered.
    The id of an answer that was joined with another one keeps its number, so that no other answer changes its own.
    """
    answers = dossier.answers_of(question_id)
    ids = {answer.id for answer in answers} | {part.answer for answer in answers for part in answer.joined}
    return {id: number for number, id in enumerate(sorted(ids), 1)}


def answer_numbered(dossier: Dossier, question_id: int, typed: str) -> Answer:
    """The answer with a number, or with which that number was joined. Raises ValueError with a Dutch sentence."""
    numbers = answer_numbers(dossier, question_id)
    for answer in dossier.answers_of(question_id):
        if clean_text(typed).strip() in own_numbers(answer, numbers):
            return answer
    raise ValueError(
        f"Antwoord {shortened(clean_text(typed), 20) or '?'} is er niet; typ een nummer dat op de muur staat."
    )


def own_numbers(answer: Answer, numbers: Mapping[int, int]) -> tuple[str, ...]:
    """The number of an answer, and those of the answers that were joined with it."""
    ids = (answer.id, *(part.answer for part in answer.joined))
    return tuple(str(numbers[id]) for id in ids if id in numbers)


@frozen
class TallyLine:
    """How many votes an answer got; `by_table` pairs a table with its votes, in order of table."""

    answer_id: int
    number: int
    votes: int
    by_table: tuple[tuple[int, int], ...] = ()


def votes_of(answer: Answer) -> int:
    """The votes an answer got: from its ballots when it has any, else as typed with it."""
    return sum(_by_table(answer).values()) if answer.ballots else answer.votes


def tally(dossier: Dossier, question_id: int, session_id: int | None = None) -> tuple[TallyLine, ...]:
    """The answers to a question (of one meeting) by votes, most first; level answers as they came in.

    Once one of them has ballots, only ballots count: votes typed with an answer are of another round.
    """
    answers = _answers(dossier, question_id, session_id)
    numbers = answer_numbers(dossier, question_id)
    if any(answer.ballots for answer in answers):
        tables = [(answer.id, _by_table(answer)) for answer in answers]
        lines = [
            TallyLine(answer, numbers[answer], sum(votes.values()), tuple(sorted(votes.items())))
            for answer, votes in tables
        ]
    else:
        lines = [TallyLine(answer.id, numbers[answer.id], answer.votes) for answer in answers]
    return tuple(sorted(lines, key=lambda line: (-line.votes, line.number)))


def missing_tables(dossier: Dossier, question_id: int, tables: int, session_id: int | None = None) -> tuple[int, ...]:
    """The tables from 1 to `tables` that have not voted on a question yet (in one meeting)."""
    voted = {ballot.table for answer in _answers(dossier, question_id, session_id) for ballot in answer.ballots}
    return tuple(table for table in range(1, tables + 1) if table not in voted)


def proposal(lines: tuple[TallyLine, ...]) -> str:
    """One Dutch sentence that proposes what to decide about, from a tally (most votes first).

    It proposes the fewest answers that hold half of the votes, five at most, and never parts level answers.
    Source: domain.md §7, votes rank and people decide.
    """
    total = sum(line.votes for line in lines)
    if not lines:
        return "Er zijn nog geen antwoorden om over te besluiten."
    if not total:
        return "Er zijn nog geen stemmen; kies samen waarover je besluit."
    votes = count(total, "stem", "stemmen")
    most = proposed_count(lines)
    if len(lines) == 1:
        return f"Voorstel: besluit over het enige antwoord; het kreeg {votes}."
    if most == 1:
        return f"Voorstel: besluit over antwoord {lines[0].number} ({number(lines[0].votes, 0)} van {votes})."
    level = lines[0].votes == lines[most - 1].votes
    each = count(lines[0].votes, "stem", "stemmen")
    if level and (most == len(lines) or most > _MOST_PROPOSED):
        which = f"alle {in_words(most)}" if most == len(lines) else in_words(most)
        return f"Voorstel: stem opnieuw, want {which} antwoorden kregen elk {each}."
    together = sum(line.votes for line in lines[:most])
    which = enumerate_words([str(line.number) for line in lines[:most]])
    return f"Voorstel: besluit over {which} ({number(together, 0)} van {votes})."


def proposed_count(lines: Sequence[TallyLine]) -> int:
    """How many of these answers, most votes first, to decide about: a cut only where the next has fewer votes."""
    votes = [line.votes for line in lines]
    total = sum(votes)
    if not total:
        return min(len(lines), _MOST_PROPOSED)
    cuts = [
        place for place, (current, after) in enumerate(zip(votes, [*votes[1:], 0], strict=True), 1) if current > after
    ]
    half = next(place for place, cut in enumerate(cuts) if 2 * sum(votes[:cut]) >= total)
    # Proposing everything that got a vote, or too much to talk about, helps nobody when there is a cut before it.
    while half and (half == len(cuts) - 1 or cuts[half] > _MOST_PROPOSED):
        half -= 1
    return cuts[half]


class Field(Choice):
    """The four fields of effect against effort. Source: domain.md §7, impact/effort."""

    SNEL_DOEN = "snel_doen", "snel doen"
    PLANNEN = "plannen"
    ALS_HET_UITKOMT = "als_het_uitkomt", "als het uitkomt"
    NIET_DOEN = "niet_doen", "niet doen"


def field_of(answer: Answer) -> Field | None:
    """The field of an answer; above 5 on the scale of 0 to 10 is much. None when effect or effort is missing."""
    if answer.impact is None or answer.effort is None:
        return None
    much_effort = answer.effort > MIDDLE
    if answer.impact > MIDDLE:
        return Field.PLANNEN if much_effort else Field.SNEL_DOEN
    return Field.NIET_DOEN if much_effort else Field.ALS_HET_UITKOMT


_LONGEST_CALLED = 40


def moved_in_fields(answer: Answer, up: int, across: int) -> Change:
    """The change that takes an answer to the field beside it: one `up` is more effect, one `across` more effort.

    What crosses the middle comes as far behind it as it stood before it; what has no value yet gets a clear one.
    """
    impact, effort = answer.impact, answer.effort
    impact = _across_middle(impact, much=up > 0) if up or impact is None else impact
    effort = _across_middle(effort, much=across > 0) if across or effort is None else effort
    after = answer.changed(impact=impact, effort=effort)
    field = field_of(after)
    where = f" bij {field.label}" if field else ""
    return Change(f"Antwoord {called(answer)} staat nu{where}", edited(answer, impact=impact, effort=effort))


def called(answer: Answer) -> str:
    """An answer in a line of the history: its beginning between quotes."""
    return f"‘{shortened(clean_line(answer.text), _LONGEST_CALLED)}’"


def _across_middle(value: int | None, *, much: bool) -> int:
    if value is None:
        return CLEARLY_MUCH if much else CLEARLY_LITTLE
    if (value > MIDDLE) == much:
        return value
    return max(MIDDLE + 1, 2 * MIDDLE - value) if much else min(MIDDLE, 2 * MIDDLE - value)


def parse_entry_line(typed: str, tables: int | None) -> tuple[int | None, str]:
    """`3: Ouders kwamen mee` as (3, text), and a line without a table as (None, text); empty stays empty.

    A table is one or two digits at the start with a colon that no digit follows, so `14:00 uur` is text.
    Raises ValueError with a Dutch sentence when the table is not there or nothing follows it.
    """
    text = clean_text(typed).strip()
    match = _TABLE.fullmatch(text)
    if match is None:
        return None, text
    table, rest = int(match[1]), match[2].strip()
    check_table(table, tables)
    if not rest:
        raise ValueError(f"Achter ‘{match[1]}:’ staat nog geen antwoord; typ bijvoorbeeld {table}: Ouders kwamen mee.")
    return table, rest


def check_table(table: int, tables: int | None) -> None:
    """Raises UnknownTableError when a table is not one of so many; None is as many as there can be."""
    highest = HIGHEST_TABLE if tables is None else tables
    if not 1 <= table <= highest:
        raise UnknownTableError(table, "er is alleen tafel 1" if highest == 1 else f"kies tafel 1 tot en met {highest}")


def parse_ballot(typed: str, numbers: Collection[int], votes: int) -> dict[int, int]:
    """The votes of a table, typed as the numbers of answers: `1 1 4` or `1,1,4` is {1: 2, 4: 1}.

    Raises ValueError with a Dutch sentence when a number is not one of `numbers`, or when they are not `votes`.
    """
    if not numbers:
        raise ValueError("Er zijn nog geen antwoorden om op te stemmen.")
    words = [word for word in _BETWEEN_VOTES.split(clean_text(typed)) if word]
    for word in words:
        if not _VOTE.fullmatch(word):
            example = ballot_example(votes, numbers)
            raise ValueError(f"‘{shortened(word, 20)}’ is geen nummer van een antwoord; typ bijvoorbeeld {example}.")
        if int(word) not in numbers:
            advice = f"er is alleen antwoord {min(numbers)}" if len(numbers) == 1 else f"kies {which_numbers(numbers)}"
            raise ValueError(f"Antwoord {int(word)} is er niet; {advice}.")
    if len(words) != votes:
        verb = "is" if len(words) == 1 else "zijn"
        votes_typed = (
            f"Dit {verb} {count(len(words), 'stem', 'stemmen')}" if words else "Er zijn nog geen stemmen getypt"
        )
        raise ValueError(f"{votes_typed}; elke tafel verdeelt er {votes}.")
    return dict(Counter(int(word) for word in words))


def which_numbers(numbers: Collection[int]) -> str:
    """`1 tot en met 6`, or `1, 3 en 6` when some are of another meeting."""
    first, last = min(numbers), max(numbers)
    if len(numbers) > 2 and last - first == len(numbers) - 1:
        return f"{first} tot en met {last}"
    return enumerate_words([str(answer_number) for answer_number in sorted(numbers)])


def ballot_example(votes: int, numbers: Collection[int]) -> str:
    """How so many votes on the answers with these numbers may be typed: `1 1 2`, `5 5 6`; on the only one `5 5 5`."""
    known = sorted(numbers) or [1]
    return " ".join(str(known[min(max(index - 1, 0), len(known) - 1)]) for index in range(votes))


@frozen
class AgendaPoint:
    """A point of a meeting: a question, or something else with only a title."""

    question: int | None
    title: str
    minutes: int


def agenda_of(dossier: Dossier, session: Meeting | None) -> list[AgendaPoint]:
    """The agenda of a meeting without questions that are hidden or gone, with minutes per point.

    Without a meeting, or one whose agenda is empty, all shown questions, ten minutes each.
    """
    shown = {question.id: question for question in shown_questions(dossier)}
    points = []
    for item in session.agenda if session else ():
        question = shown.get(item.question or 0)
        if question:
            points.append(AgendaPoint(question.id, question.text, item.minutes))
        elif item.title and item.question is None:
            points.append(AgendaPoint(None, item.title, item.minutes))
    return points or [AgendaPoint(question.id, question.text, MINUTES_PER_QUESTION) for question in shown.values()]


def decide(
    dossier: Dossier,
    answer: Answer,
    kind: DecisionKind,
    text: str,
    why: str,
    today: date,
    becomes: Record | Ref | None = None,
    why_not: str = "",
) -> Change:
    """The one change that takes a decision on an answer and lets it come back in the plan, linked both ways.

    A record in `becomes` is added; an address links what is there. Raises pydantic.ValidationError.
    Source: Tips en tools, section 2.
    """
    if isinstance(becomes, Record):
        target: Ref | None = Ref(ref_of(becomes).table, _NEW_RECORD)
    else:
        target = becomes.at(None) if becomes else None
    decision = Decision(
        id=_NEW_DECISION,
        text=text,
        why=why,
        date=today,
        kind=kind,
        becomes=(target,) if target else (),
        why_not=why_not,
    )
    change = adding(dossier, decision)
    edits = [*change.edits]
    if isinstance(becomes, Record) and target:
        linked = becomes.changed(decision=_NEW_DECISION) if isinstance(becomes, Action) else becomes
        edits += added(linked.model_copy(update={"id": _NEW_RECORD}))
    elif target:
        edits += _action_linked(dossier, target)
    edits += edited(answer, decision=_NEW_DECISION)
    return Change(change.label, tuple(edits))


def _action_linked(dossier: Dossier, target: Ref) -> Iterable[Edit]:
    """An action that is there and follows from no decision yet, follows from the new one."""
    action = dossier.get(target)
    if isinstance(action, Action) and action.decision is None:
        yield from edited(action, decision=_NEW_DECISION)


def undecided(dossier: Dossier) -> list[Answer]:
    """Answers to shown questions that ask for a decision and have none, as the questions stand.

    That is an answer with votes, a success or a point to improve. Source: Tips en tools, section 2.
    """
    weighty = (AnswerKind.SUCCES, AnswerKind.VERBETERPUNT)
    return [
        answer
        for question in shown_questions(dossier)
        for answer in dossier.answers_of(question.id)
        if answer.decision is None and (answer.votes or answer.kind in weighty)
    ]


def shown_questions(dossier: Dossier) -> list[Question]:
    """The questions and statements that are not hidden; what was answered to a hidden one is kept and not shown."""
    return [question for question in dossier.of(Question).values() if not question.hidden]


def shown_answers(dossier: Dossier) -> list[Answer]:
    """The answers but those to a hidden question."""
    hidden = {question.id for question in dossier.of(Question).values() if question.hidden}
    return [answer for answer in dossier.of(Answer).values() if answer.question not in hidden]


def _answers(dossier: Dossier, question: int, session: int | None) -> list[Answer]:
    return [answer for answer in dossier.answers_of(question) if session is None or answer.session == session]


def _by_table(answer: Answer) -> dict[int, int]:
    """The votes of each table; when a table is there twice, its last ballot counts."""
    return {ballot.table: ballot.votes for ballot in answer.ballots}
