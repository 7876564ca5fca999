"""What changed since a plan was handed in: a pure function of two dossiers, with the reasons that people gave."""

from collections.abc import Callable
from datetime import date

from sto_tui.domain.change import NotSavedError
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import long_date
from sto_tui.domain.handed_in import ChangeReason, Submission
from sto_tui.domain.region import PlanPeriod
from sto_tui.frozen import frozen
from sto_tui.planning.handed_in.activities import activity_differences
from sto_tui.planning.handed_in.difference import Difference, ReportBy, Sides
from sto_tui.planning.handed_in.goals import goal_differences
from sto_tui.planning.handed_in.money import money_differences
from sto_tui.planning.handed_in.parties import partner_differences
from sto_tui.planning.handed_in.same_plan import since_then
from sto_tui.planning.plan_status import SinceHandedIn, newest_submission
from sto_tui.planning.progress.as_it_stood import as_of_today


@frozen
class Comparison:
    """What changed since the newest plan of a period that was handed in; without one nothing can be told.

    `trouble` is why the two could not be compared, as Dutch sentences. `differences` are those to report at once first.
    """

    submission: Submission | None = None
    differences: tuple[Difference, ...] = ()
    trouble: str = ""

    def to_report(self, report: ReportBy) -> list[Difference]:
        """Those of one kind, in the order of the plan."""
        return [difference for difference in self.differences if difference.report is report]


NOTHING_HANDED_IN = Comparison()


def differences(before: Dossier, now: Dossier, today: date) -> tuple[Difference, ...]:
    """What differs between a plan as it was handed in and as it is, both seen through the same period."""
    sides = Sides(before, now, today)
    found = (
        *goal_differences(sides),
        *activity_differences(sides),
        *money_differences(sides),
        *partner_differences(sides),
    )
    return tuple(sorted(found, key=lambda difference: difference.report.position))


def compared(now: Dossier, read: Callable[[Submission], Dossier], today: date, until: date | None = None) -> Comparison:
    """The plan through whose period the dossier is seen, beside the newest that was handed in; of those until a day.

    `read` gives the dossier as it was then, and raises NotSavedError when it cannot.
    """
    period = now.current_period
    submission = newest_submission(now, period.id, until) if period else None
    if period is None or submission is None:
        return NOTHING_HANDED_IN
    try:
        before = read(submission)
    except NotSavedError as error:
        return Comparison(submission, trouble=str(error))
    if period.id not in before.of(PlanPeriod):
        return Comparison(submission, trouble=f"Planperiode {period.label} staat niet in het bewaarde plan.")
    # How far a milestone was is of the day on which the plan was handed in, also where the copy was kept later.
    then = as_of_today(before.seen_in(period.id), submission.handed_in_on)
    return Comparison(submission, differences(then, as_of_today(now.seen_in(period.id), today), today))


def since_handed_in(now: Dossier, read: Callable[[Submission], Dossier]) -> SinceHandedIn:
    """Whether the plan prints what was handed in last; of the period through which the dossier is seen.

    `read` is as in `compared`.
    """
    period = now.current_period
    submission = newest_submission(now, period.id) if period else None
    if period is None or submission is None:
        return SinceHandedIn.UNKNOWN
    try:
        before = read(submission)
    except NotSavedError:
        return SinceHandedIn.UNKNOWN
    if period.id not in before.of(PlanPeriod):
        return SinceHandedIn.UNKNOWN
    return since_then(before, now, period.id)


def handed_in_unchanged(now: Dossier, read: Callable[[Submission], Dossier]) -> Submission | None:
    """The plan that was handed in last, when the one of now says the same; None when it does not, or nobody can tell.

    As in `since_handed_in`.
    """
    is_same = since_handed_in(now, read) is SinceHandedIn.SAME
    return newest_submission(now, now.current_period.id) if is_same and now.current_period else None


def told_submission(submission: Submission) -> str:
    """`op 28 september 2026 is ingediend (versie 1.0)`."""
    called = f" (versie {submission.version})" if submission.version else ""
    return f"op {long_date(submission.handed_in_on)} is ingediend{called}"


def told_unchanged(submission: Submission) -> str:
    """That a plan is the same as the one that was handed in last."""
    return f"Het plan is niet veranderd sinds het {told_submission(submission)}."


def reasons_by_difference(dossier: Dossier, submission: Submission) -> dict[str, ChangeReason]:
    """The reasons that were given for differences with one submission, by the key of the difference."""
    reasons = dossier.of(ChangeReason).values()
    return {reason.about: reason for reason in reasons if reason.submission == submission.id}
