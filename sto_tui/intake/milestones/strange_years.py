"""Days far from the plan and from nearly all other rows of the sheet: most likely a year that was mistyped."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier
from sto_tui.intake.milestones.answers import MEE, NONE, STRANGE_YEARS, SheetAnswers
from sto_tui.intake.milestones.rows import Line
from sto_tui.intake.questions import IntakeChoice, IntakeQuestion
from sto_tui.intake.telling import Advised

# So many years from the plan period, and from most rows, is far.
_FAR = 3
# More rows than one in so many are a plan of other years, and no mistake.
_ONE_IN = 4
_MOST_NAMED = 3
_NAMES = {"start": "begin", "due": "klaar op", "done_on": "gereed op"}


@dataclass(frozen=True)
class StrangeYears:
    """What is asked and told about such days."""

    questions: Sequence[IntakeQuestion] = ()
    remarks: Sequence[str] = ()


def ask_strange_years(lines: Sequence[Line], dossier: Dossier, answers: SheetAnswers) -> StrangeYears:
    """Takes the days that were said to be wrong from their rows; what they said goes to the note."""
    far = [(line, name, day) for line in lines for name, day in _days(line) if _is_far(line, day, lines, dossier)]
    if not far:
        return StrangeYears()
    named = [f"{dutch.short_date(day)} (regel {line.row}, {_NAMES[name]})" for line, name, day in far]
    more = [f"nog {len(named) - _MOST_NAMED}"] if len(named) > _MOST_NAMED else []
    which = dutch.enumerate_words([*named[:_MOST_NAMED], *more])
    if not answers.get(STRANGE_YEARS):
        return StrangeYears([_question(which, [day for _, _, day in far])])
    if answers.get(STRANGE_YEARS) == MEE:
        told = Advised(
            f"Ver buiten de andere jaren, en zo genomen: {which}.", f"Anders: --antwoord {STRANGE_YEARS}={NONE}."
        )
        return StrangeYears(remarks=[told])
    for line, name, day in far:
        line.unread.append(f"{dutch.capital(_NAMES[name])}: {dutch.short_date(day)}")
        line.refused.append(f"{dutch.short_date(day)} ligt ver buiten de andere jaren en is niet overgenomen.")
        setattr(line, name, None)
        line.keep_words()
    return StrangeYears()


def _days(line: Line) -> list[tuple[str, date]]:
    """The days that stand in cells; those of periods have heads that are told."""
    typed = [
        ("start", None if line.start_span else line.start),
        ("due", None if line.due_span else line.due),
        ("done_on", line.done_on),
    ]
    return [(name, day) for name, day in typed if day]


def _is_far(own: Line, day: date, lines: Sequence[Line], dossier: Dossier) -> bool:
    period = dossier.current_period
    if period is None or period.start.year - _FAR <= day.year <= period.end.year + _FAR:
        return False
    near = sum(any(abs(other.year - day.year) <= _FAR for _, other in _days(line)) for line in lines if line is not own)
    dated = sum(bool(_days(line)) for line in lines)
    return _ONE_IN * near < dated


def _question(which: str, days: Sequence[date]) -> IntakeQuestion:
    examples = tuple(dict.fromkeys(map(dutch.long_date, days)))[:_MOST_NAMED]
    choices = (
        IntakeChoice(NONE, "nee, zonder deze datum; hij komt bij de toelichting", examples),
        IntakeChoice(MEE, "ja, het jaar klopt", examples),
    )
    text = f"Ver van de planperiode en van de andere rijen: {which}. Overnemen?"
    return IntakeQuestion(STRANGE_YEARS, text, choices, NONE)
