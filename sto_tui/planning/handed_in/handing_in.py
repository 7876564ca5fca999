"""The change with which a plan is handed in."""

from datetime import date

from sto_tui.domain.change import Change, NotSavedError, added, edited
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import long_date
from sto_tui.domain.handed_in import Submission
from sto_tui.domain.region import PlanPeriod, PlanStatus


def handing_in(
    dossier: Dossier, period: int, day: date, version: str, *, today: date, file: str = "", hash: str = ""
) -> Change:
    """The plan of a period was handed in on a day, and is kept in a file with this hash.

    Its status and version follow, and its date when this version had none. A plan that was granted stays so.
    Raises NotSavedError with a Dutch sentence.
    """
    plan = dossier.whole.of(PlanPeriod).get(period)
    if plan is None:
        raise NotSavedError("Deze planperiode is er niet meer. Er is niets ingediend.")
    if day > today:
        raise NotSavedError(
            f"{long_date(day)} moet nog komen. Kies de dag waarop het plan is ingediend.", "handed_in_on"
        )
    submission = Submission(id=-1, period=plan.id, handed_in_on=day, version=version, file=file, hash=hash)
    version = submission.version or plan.version
    is_other = version != plan.version or plan.plan_date is None
    status = plan.plan_status if plan.plan_status is PlanStatus.TOEGEKEND else PlanStatus.INGEDIEND
    followed = edited(plan, plan_status=status, version=version, plan_date=day if is_other else plan.plan_date)
    called = f", versie {submission.version}" if submission.version else ""
    label = f"Plan {plan.label} ingediend op {long_date(day)}{called}"
    return Change(label, (*added(submission), *followed))
