"""Two answers that say the same become one: their votes add up, and both numbers lead to it."""

from collections import Counter
from collections.abc import Sequence
from itertools import chain

from sto_tui.domain.change import Change, edited, removed
from sto_tui.domain.dutch import count
from sto_tui.domain.evaluation import Answer, Ballot, JoinedAnswer


def join_change(kept: Answer, joined: Answer) -> Change:
    """The change that makes `joined` part of `kept`, which keeps its words. Raises ValueError with a Dutch sentence."""
    if kept.id == joined.id:
        raise ValueError("Dit is hetzelfde antwoord; typ het nummer van een ander.")
    if kept.decision and joined.decision and kept.decision != joined.decision:
        raise ValueError("Over beide antwoorden is al apart besloten; dan kan samenvoegen niet meer.")
    votes: Counter[int] = Counter()
    for ballot in chain(kept.ballots, joined.ballots):
        votes[ballot.table] += ballot.votes
    part = JoinedAnswer(answer=joined.id, text=joined.text, table=joined.table)
    edits = edited(
        kept,
        joined=(*kept.joined, part, *joined.joined),
        ballots=tuple(Ballot(table=table, votes=votes[table]) for table in sorted(votes)),
        votes=kept.votes + joined.votes,
        party=kept.party or joined.party,
        about=kept.about or joined.about,
        cause=kept.cause or joined.cause,
        impact=joined.impact if kept.impact is None else kept.impact,
        effort=joined.effort if kept.effort is None else kept.effort,
        decision=kept.decision or joined.decision,
    )
    return Change("Antwoorden samengevoegd", (*edits, *removed(joined)))


def tables_of(answer: Answer) -> tuple[int, ...]:
    """The tables that gave an answer, with those of the answers that were joined with it."""
    tables = {answer.table, *(part.table for part in answer.joined)}
    return tuple(sorted(table for table in tables if table))


def counted_by_table(answers: Sequence[Answer]) -> str:
    """`5 antwoorden van 4 tafels`; `7 antwoorden van 4 tafels, 2 zonder` where of some no table is known."""
    by_answer = [tables_of(answer) for answer in answers]
    how_many, tables = count(len(answers), "antwoord", "antwoorden"), {*chain.from_iterable(by_answer)}
    if not tables:
        return how_many
    known, of_tables = sum(map(bool, by_answer)), f"van {count(len(tables), 'tafel', 'tafels')}"
    loose = len(answers) - known
    return f"{count(known, 'antwoord', 'antwoorden')} {of_tables}{f', {loose} zonder' if loose else ''}"
