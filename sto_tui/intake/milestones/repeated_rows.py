"""Rows with one name and different days: a meeting that comes again, or one milestone that goes on. It is asked."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import pairwise

from sto_tui.domain import dutch
from sto_tui.domain.text import cut, plain
from sto_tui.intake.milestones.answers import AGAIN, SheetAnswers
from sto_tui.intake.milestones.columns import Block
from sto_tui.intake.milestones.named import named, rows_named
from sto_tui.intake.milestones.rows import Line
from sto_tui.intake.questions import IntakeChoice, IntakeQuestion

_ONE_DAY = timedelta(days=1)
_LONGEST_NAME = 40
_TOGETHER, _APART, _FIRST = "samen", "los", "eerste"


@dataclass(frozen=True)
class RepeatedRead:
    """The rows that are left, and what is to be asked or told."""

    lines: Sequence[tuple[Line, Block]]
    questions: Sequence[IntakeQuestion] = ()
    remarks: Sequence[str] = field(default=())


def repeated_rows(lines: Sequence[tuple[Line, Block]], answers: SheetAnswers) -> RepeatedRead:
    """What becomes of rows with the same name, number and group; without an answer only the first is taken."""
    repeated = [rows for rows in _by_name(lines) if len({(line.start, line.due) for line in rows}) > 1]
    if not repeated:
        return RepeatedRead(lines)
    answer = answers.get(AGAIN)
    if answer not in (_TOGETHER, _APART, _FIRST):
        return RepeatedRead(lines, [_question(repeated)])
    if answer == _TOGETHER:
        return _together(lines, repeated)
    if answer == _APART:
        for line in (line for rows in repeated for line in rows if not line.number):
            line.title = _with_day(line)
    return RepeatedRead(lines)


def _by_name(lines: Sequence[tuple[Line, Block]]) -> list[list[Line]]:
    rows: dict[tuple[str, str, str], list[Line]] = {}
    for line, _ in lines:
        if line.title and not line.wrong:
            rows.setdefault((plain(line.number), plain(line.title), "" if line.number else line.group), []).append(line)
    return [of for of in rows.values() if len(of) > 1]


def _together(lines: Sequence[tuple[Line, Block]], repeated: Sequence[Sequence[Line]]) -> RepeatedRead:
    """One milestone from the first begin to the last end; of the other cells those of its first row."""
    left_out: set[int] = set()
    told = []
    for first, *others in repeated:
        rows = [first, *others]
        first.start = min((line.start for line in rows if line.start), default=None)
        first.due = max((line.due for line in rows if line.due), default=None)
        first.start_span = first.due_span = None
        first.note = "\n".join(dict.fromkeys(filter(None, (line.note for line in rows))))
        left_out |= {line.row for line in others}
        told.append(f"‘{cut(first.title, _LONGEST_NAME)}’ ({rows_named([line.row for line in rows])})")
    kept = [(line, block) for line, block in lines if line.row not in left_out]
    remark = f"Samen één mijlpaal: {dutch.enumerate_words(told)}."
    remark = f"{remark} Wat geen dag of toelichting is, komt van de eerste rij."
    return RepeatedRead(kept, (), (remark,))


def _with_day(line: Line) -> str:
    day = line.due or line.start
    return f"{line.title} ({dutch.long_date(day)})" if day else line.title


def _question(repeated: Sequence[Sequence[Line]]) -> IntakeQuestion:
    """What rows with one name are; those of which the days follow on each other are rather one."""
    first = repeated[0]
    days = [_span(line) for line in repeated[0]]
    apart = [_with_day(line) for line in first]
    choices = [
        IntakeChoice(_TOGETHER, "één mijlpaal, van het eerste begin tot het laatste eind", (_told(days),)),
        IntakeChoice(_APART, "losse mijlpalen, met de dag in de naam", tuple(apart[:3])),
        IntakeChoice(_FIRST, "alleen de eerste", (_told(days[:1]),)),
    ]
    if any(line.number for rows in repeated for line in rows):
        # With one number they can't stand apart.
        choices.pop(1)
    names = named([cut(rows[0].title, _LONGEST_NAME) for rows in repeated])
    where = rows_named(sorted(line.row for rows in repeated for line in rows))
    verb = "staat" if len(repeated) == 1 else "staan"
    text = f"{names} {verb} meer dan eens in het blad, met andere dagen ({where}). Wat is dat?"
    return IntakeQuestion(AGAIN, text, tuple(choices), _proposed(repeated))


def _proposed(repeated: Sequence[Sequence[Line]]) -> str:
    """One milestone when each begins where the last one ended, more when they come again; in doubt only the first."""
    if all(_follow(rows, 3 * _ONE_DAY) for rows in repeated):
        return _TOGETHER
    are_numbered = any(line.number for rows in repeated for line in rows)
    return _APART if not are_numbered and all(_follow(rows, None) for rows in repeated) else _FIRST


def _span(line: Line) -> tuple[date | None, date | None]:
    return line.start, line.due


def _told(days: Sequence[tuple[date | None, date | None]]) -> str:
    known = [day for span in days for day in span if day]
    if not known:
        return "zonder dag"
    first, last = min(known), max(known)
    return dutch.long_date(first) if first == last else f"{dutch.long_date(first)} t/m {dutch.long_date(last)}"


def _follow(rows: Sequence[Line], at_most: timedelta | None) -> bool:
    """Whether each begins after the end of the one before it, `at_most` so long; None is any time."""
    for before, then in pairwise(rows):
        begin = then.start or (then.due if at_most is None else None)
        if not before.due or not begin or begin <= before.due:
            return False
        if at_most is not None and begin > before.due + at_most:
            return False
    return True
