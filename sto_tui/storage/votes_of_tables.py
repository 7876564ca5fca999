"""A table votes once on a question of a meeting, and scores a statement of it once, whatever changes come together.

Merged field by field, votes that are taken back or done again would come beside those that the table gave since.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sto_tui.domain.change import Edit
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Answer, Meeting, Score
from sto_tui.domain.record import Record

VOTES_WITHOUT_MEETING = 3
_Asked = tuple[int, int | None]
"""A question, and the meeting in which it was asked."""


def gave_since(mine: Edit, now: Record | None) -> int | None:
    """The table that gave other votes on an answer than those that an edit starts from; None when there is none."""
    if mine.before is None or mine.after is None:
        return None
    before, after, current = map(_ballots, (mine.before, mine.after, now))
    for table in sorted({*before, *after}):
        started, wanted, stands = (ballots.get(table) for ballots in (before, after, current))
        if started != wanted and stands not in (started, wanted):
            return table
    return None


def _ballots(record: Record | None) -> Mapping[int, frozenset[tuple[int, int]]]:
    """The ballots by table, each with the number that no other ballot has."""
    ballots: dict[int, set[tuple[int, int]]] = defaultdict(set)
    for ballot in record.ballots if isinstance(record, Answer) else ():
        ballots[ballot.table].add((ballot.id, ballot.votes))
    return {table: frozenset(given) for table, given in ballots.items()}


def voting_twice(edits: Sequence[Edit], dossier: Dossier) -> int | None:
    """The table that would have two votes, or two scores, with these edits; None when there is none."""
    twice = (*_scoring_twice(edits, dossier), *_with_more_elsewhere(edits, dossier))
    return next(iter(twice), None)


def _scoring_twice(edits: Iterable[Edit], dossier: Dossier) -> Iterator[int]:
    changed = {edit.ref.id for edit in edits if edit.ref.table == "scores"}
    for edit in edits:
        new = edit.after
        if edit.before is None and isinstance(new, Score) and new.table and new.session and not new.party:
            for one in dossier.scores_of(new.statement):
                same = (one.table, one.session, one.party) == (new.table, new.session, None)
                if same and one.id not in changed:
                    yield new.table


def _with_more_elsewhere(edits: Iterable[Edit], dossier: Dossier) -> Iterator[int]:
    """Tables that get votes by edits, and have votes on other answers to the same question."""
    answers = [edit for edit in edits if edit.ref.table == "answers"]
    changed = {edit.ref.id for edit in answers}
    for asked in {_asked(edit.after) for edit in answers if isinstance(edit.after, Answer)}:
        there = [edit for edit in answers if edit.before is not None and _asked(edit.before) == asked]
        before = _votes(edit.before for edit in there)
        after = _votes(edit.after for edit in there)
        elsewhere = _votes(one for one in _answers(dossier, asked) if one.id not in changed)
        yield from sorted(table for table in after if elsewhere[table] and after[table] > before[table])


def without_votes_of_before(edits: Sequence[Edit], dossier: Dossier) -> Sequence[Edit]:
    """An answer that comes back comes without the votes of tables that gave all of theirs to others since."""
    back = [edit for edit in edits if edit.before is None and isinstance(edit.after, Answer) and edit.after.ballots]
    if not back:
        return edits
    changed = {edit.ref.id for edit in edits if edit.ref.table == "answers"}
    kept: dict[int, Edit] = {}
    for asked in {_asked(edit.after) for edit in back if isinstance(edit.after, Answer)}:
        stands = _votes(one for one in _answers(dossier, asked) if one.id not in changed)
        after = [edit.after for edit in edits if isinstance(edit.after, Answer) and _asked(edit.after) == asked]
        together = stands + _votes(after)
        meeting = dossier.of(Meeting).get(asked[1] or 0)
        most = meeting.votes_per_table if meeting else VOTES_WITHOUT_MEETING
        again = {table for table, votes in together.items() if votes > most}
        for edit in back:
            if isinstance(edit.after, Answer) and _asked(edit.after) == asked:
                ballots = tuple(one for one in edit.after.ballots if one.table not in again)
                kept[id(edit)] = replace(edit, after=edit.after.model_copy(update={"ballots": ballots}))
    return [kept.get(id(edit), edit) for edit in edits]


def _asked(record: Record | None) -> _Asked:
    return (record.question, record.session) if isinstance(record, Answer) else (0, None)


def _answers(dossier: Dossier, asked: _Asked) -> Iterator[Answer]:
    return (one for one in dossier.answers_of(asked[0]) if one.session == asked[1])


def _votes(records: Iterable[Record | None]) -> Counter[int]:
    votes: Counter[int] = Counter()
    for record in records:
        for ballot in record.ballots if isinstance(record, Answer) else ():
            votes[ballot.table] += ballot.votes
    return votes
