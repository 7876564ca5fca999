"""The change with which a plan is handed in, and the version that it gets."""

import re
from datetime import date

from sto_tui.domain.change import Change, NotSavedError, added, edited
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import capital, long_date
from sto_tui.domain.handed_in import Submission
from sto_tui.domain.region import PlanPeriod, PlanStatus
from sto_tui.planning.plan_status import newest_submission

_LAST_NUMBER = re.compile(r"\d+(?=\D*$)")


def proposed_version(dossier: Dossier, plan: PlanPeriod) -> str:
    """The version of the plan, or when that was handed in already the next one that was not: after `1.9` `1.10`."""
    used = _used_versions(dossier, plan.id)
    version = plan.version
    while version.casefold() in used:
        version = _following(version)
    return version


def told_kept(day: date, today: date) -> str:
    """What is kept of a plan that was handed in before today, as a Dutch sentence; empty of one of today."""
    if day >= today:
        return ""
    since = f"Wat er sinds {long_date(day)} veranderde, is daardoor later niet te zien."
    return f"Bewaard wordt het dossier van vandaag, {long_date(today)}. {since}"


def _used_versions(dossier: Dossier, period: int) -> dict[str, Submission]:
    """The versions that were handed in and kept; one of which nothing was kept may be handed in again."""
    return {
        submission.version.casefold(): submission
        for submission in dossier.whole.of(Submission).values()
        if submission.period == period and submission.version and submission.file
    }


def _following(version: str) -> str:
    if match := _LAST_NUMBER.search(version):
        return f"{version[: match.start()]}{int(match[0]) + 1}{version[match.end() :]}"
    return f"{version} 2"


def handing_in(
    dossier: Dossier, period: int, day: date, version: str, *, today: date, file: str = "", hash: str = ""
) -> Change:
    """The plan of a period was handed in on a day, and is kept in a file with this hash.

    Its status and version follow, and its date when this version had none. A plan that was granted stays so.
    A version is handed in once, and none on a day before one that was handed in already. Raises NotSavedError with a
    Dutch sentence.
    """
    plan = dossier.whole.of(PlanPeriod).get(period)
    if plan is None:
        raise NotSavedError("Deze planperiode is er niet meer. Er is niets ingediend.")
    if day > today:
        raise NotSavedError(
            f"{long_date(day)} moet nog komen. Kies de dag waarop het plan is ingediend.", "handed_in_on"
        )
    if before := _used_versions(dossier, plan.id).get(version.strip().casefold()):
        raise NotSavedError(
            f"Versie {before.version} van plan {plan.label} is al ingediend op {long_date(before.handed_in_on)}. "
            f"Kies een andere, bijvoorbeeld {proposed_version(dossier, plan.changed(version=before.version))}.",
            "version",
        )
    newest = newest_submission(dossier.whole, plan.id, today)
    if newest and day < newest.handed_in_on <= today:
        called = f"versie {newest.version} van plan {plan.label}" if newest.version else f"plan {plan.label}"
        raise NotSavedError(
            f"{capital(called)} is al ingediend op {long_date(newest.handed_in_on)}. Kies die dag of een latere.",
            "handed_in_on",
        )
    submission = Submission(id=-1, period=plan.id, handed_in_on=day, version=version, file=file, hash=hash)
    version = submission.version or plan.version
    is_other = version != plan.version or plan.plan_date is None
    status = plan.plan_status if plan.plan_status is PlanStatus.TOEGEKEND else PlanStatus.INGEDIEND
    followed = edited(plan, plan_status=status, version=version, plan_date=day if is_other else plan.plan_date)
    called = f", versie {submission.version}" if submission.version else ""
    label = f"Plan {plan.label} ingediend op {long_date(day)}{called}"
    return Change(label, (*added(submission), *followed))
