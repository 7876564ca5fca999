"""How far the plan of a period is, from concept to granted, and how far the period itself is, by its days."""

from datetime import date
from enum import Enum

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import capital, long_date
from sto_tui.domain.handed_in import Submission
from sto_tui.domain.money import BudgetLine
from sto_tui.domain.record import Ref
from sto_tui.domain.region import PlanPeriod, PlanStatus


class SinceHandedIn(Enum):
    """Whether a plan still says what was handed in last, as far as the kept plan could be read."""

    SAME = "gelijk"
    CHANGED = "gewijzigd"
    UNKNOWN = "onbekend"


def plan_status(dossier: Dossier) -> PlanStatus:
    """The status of the plan; without a period it is a concept."""
    period = dossier.current_period
    return period.plan_status if period else PlanStatus.CONCEPT


def granted_word(dossier: Dossier) -> str:
    """What there is to spend is called: nothing is `toegekend` before the plan is.

    Of a plan that is not, a line may have another amount than was budgeted all the same: then it is neither.
    """
    if plan_status(dossier) is PlanStatus.TOEGEKEND:
        return "toegekend"
    is_other = any(line.granted not in (None, line.total) for line in dossier.of(BudgetLine).values())
    return "te besteden" if is_other else "begroot"


def status_in_words(dossier: Dossier, since: SinceHandedIn) -> str:
    """For the cover: `Concept: nog niet vastgesteld (stuurgroep)`, `Vastgesteld op 27 maart 2019 (stuurgroep)`.

    What is further says the earlier steps too, as far as they are known, the latest first, and whether it is still
    what was handed in.
    """
    period = dossier.current_period
    if period is None or period.plan_status is PlanStatus.CONCEPT:
        return f"Concept: nog niet vastgesteld{_by(dossier, period)}"
    if period.plan_status is PlanStatus.VOORGELEGD:
        return f"Voorgelegd{_by(dossier, period)}, nog niet vastgesteld"
    steps = [_adopted(period) + _by(dossier, period)] if period.is_adopted else []
    if period.plan_status.is_handed_in:
        steps.insert(0, _handed_in(dossier, period) + _ON_COVER[_told_since(dossier, since)])
    if period.plan_status is PlanStatus.TOEGEKEND:
        steps.insert(0, _on("toegekend", period.granted_on))
    return capital("; ".join(steps))


def state_in_words(dossier: Dossier, since: SinceHandedIn) -> str:
    """Above each page: `concept · versie 0.3`; of a plan that is another than was handed in that it comes after it."""
    version = version_in_words(dossier)
    if _told_since(dossier, since) is not SinceHandedIn.CHANGED:
        return " · ".join(filter(None, (plan_status(dossier).label, version)))
    if _is_version_handed_in(dossier):
        return f"gewijzigd na {version}"
    return " · ".join(filter(None, (short_status(dossier, since), version)))


def version_in_words(dossier: Dossier) -> str:
    """`versie 0.3`; empty when it has none."""
    period = dossier.current_period
    return f"versie {period.version}" if period and period.version else ""


def short_status(dossier: Dossier, since: SinceHandedIn) -> str:
    """In a word or three, for the properties of a file."""
    is_changed = _told_since(dossier, since) is SinceHandedIn.CHANGED
    return "gewijzigd na indienen" if is_changed else plan_status(dossier).label


def version_and_day(dossier: Dossier, since: SinceHandedIn, printed: date) -> tuple[str, date]:
    """The version of the plan and its day: its own, else that on which it was adopted, else that of printing.

    One that was changed after that version was handed in says so, and is of the day of printing until it has a later
    day of its own.
    """
    period, version = dossier.current_period, version_in_words(dossier)
    if period is None:
        return version, printed
    day = period.plan_date or (period.adopted_on if period.is_adopted else None) or printed
    submission = newest_submission(dossier, period.id)
    if submission is None or _told_since(dossier, since) is not SinceHandedIn.CHANGED:
        return version, day
    changed = f"{version}, daarna gewijzigd" if _is_version_handed_in(dossier) else version
    return changed, day if day > submission.handed_in_on else printed


def _is_version_handed_in(dossier: Dossier) -> bool:
    """Whether the version of the plan is still the one that was handed in last."""
    period = dossier.current_period
    submission = newest_submission(dossier, period.id) if period else None
    return bool(period and submission and period.version and period.version == submission.version)


def beginning(dossier: Dossier, since: SinceHandedIn) -> str:
    """How a sentence about the plan begins: `Dit concept beschrijft`, `Dit plan is vastgesteld. Het beschrijft`."""
    period = dossier.current_period
    if period is None or period.plan_status is PlanStatus.CONCEPT:
        return "Dit concept beschrijft"
    if period.plan_status is PlanStatus.TOEGEKEND:
        state = _on("toegekend", period.granted_on)
    elif period.plan_status is PlanStatus.INGEDIEND:
        state = _handed_in(dossier, period, version=False)
    else:
        state = _adopted(period) if period.is_adopted else "nog niet vastgesteld"
    return f"Dit plan is {state}.{_IN_SENTENCE[_told_since(dossier, since)]} Het beschrijft"


_ON_COVER = {
    SinceHandedIn.SAME: "",
    SinceHandedIn.CHANGED: ", daarna gewijzigd",
    SinceHandedIn.UNKNOWN: " (of het daarna is gewijzigd, is niet bekend)",
}
_IN_SENTENCE = {
    SinceHandedIn.SAME: "",
    SinceHandedIn.CHANGED: " Sinds het indienen is het gewijzigd.",
    SinceHandedIn.UNKNOWN: " Of het sinds het indienen is gewijzigd, is niet bekend.",
}


def _told_since(dossier: Dossier, since: SinceHandedIn) -> SinceHandedIn:
    """Nothing is said beside a status that somebody set by hand: of what was handed in then nothing is noted."""
    period = dossier.current_period
    is_noted = period and period.plan_status.is_handed_in and newest_submission(dossier, period.id)
    return since if is_noted else SinceHandedIn.SAME


def newest_submission(dossier: Dossier, period: int, until: date | None = None) -> Submission | None:
    """The plan of a period that was handed in last, by a day when there was one by then."""
    of_period = [submission for submission in dossier.of(Submission).values() if submission.period == period]
    by_then = [submission for submission in of_period if until is None or submission.handed_in_on <= until]
    return max(by_then or of_period, key=lambda submission: (submission.handed_in_on, submission.id), default=None)


def _handed_in(dossier: Dossier, period: PlanPeriod, *, version: bool = True) -> str:
    """`ingediend op 28 september 2026 als versie 1.0`, as far as that is known."""
    submission = newest_submission(dossier, period.id)
    if submission is None:
        return "ingediend"
    called = f" als versie {submission.version}" if version and submission.version else ""
    return _on("ingediend", submission.handed_in_on) + called


def _adopted(period: PlanPeriod) -> str:
    return _on("vastgesteld", period.adopted_on)


def _on(step: str, day: date | None) -> str:
    return f"{step} op {long_date(day)}" if day else step


def _by(dossier: Dossier, period: PlanPeriod | None) -> str:
    """Who adopts it: ` (stuurgroep)`; empty when that is not told."""
    body = Ref("bodies", period.adopted_by) if period and period.adopted_by else None
    return f" ({dossier.caption(body)})" if body and dossier.get(body) else ""


def period_phase(period: PlanPeriod, today: date) -> str:
    """How far the period is: `afgesloten` when somebody said so, else what follows from its days."""
    if period.closed:
        return "afgesloten"
    if today < period.start:
        return "begint nog"
    return "afgelopen" if period.ended_before(today) else "loopt"


def plan_is_over(dossier: Dossier, today: date) -> bool:
    """Whether the plan has run: then nothing of it can be done otherwise, and only looking back is left."""
    return dossier.current_period is not None and dossier.current_period.ended_before(today)


def day_to_be_late_on(dossier: Dossier, today: date) -> date:
    """Today; of a plan that is over its last day, as its report counts: after that nothing of it can become late."""
    period = dossier.current_period
    return min(today, period.end) if period else today
