"""The plan periods of a dossier: their order, which one is meant, and to which a new record belongs."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from sto_tui.content import library
from sto_tui.domain.change import Change, Edit, NotSavedError
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import enumerate_words, long_date, short_date
from sto_tui.domain.evaluation import Answer, Decision, Meeting, Score
from sto_tui.domain.lens import before
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.periods import add_months
from sto_tui.domain.plan import ChapterText, Goal, Risk, Theme
from sto_tui.domain.record import Record
from sto_tui.domain.region import PeriodDetail, PlanPeriod, PlanStatus, is_marked_period
from sto_tui.domain.text import clean_line
from sto_tui.domain.vision import VisionSection
from sto_tui.frozen import frozen
from sto_tui.patterns import pattern

_YEARS = pattern(r"(\d{4}) ?[-–] ?(\d{4})")
_A_YEAR = pattern(r"\b20\d\d\b")
MOST_YEARS = 6


def in_order(dossier: Dossier) -> list[PlanPeriod]:
    """All plan periods, the earliest first; of two that begin together the longer one first."""
    return sorted(dossier.whole.of(PlanPeriod).values(), key=lambda period: (period.start, -period.end.toordinal()))


def in_turn(dossier: Dossier) -> list[PlanPeriod]:
    """Those that are gone through one after the other: without a plan op hoofdlijnen of which there is nothing yet.

    What belongs to such a period by its days alone is of the worked out plans within it too.
    """
    whole = dossier.whole
    shown = (whole.period_at_hand, dossier.current_period)
    return [
        period
        for period in in_order(dossier)
        if period in shown or period.detail is not PeriodDetail.OUTLINE or _has_own(whole, period)
    ]


def _has_own(whole: Dossier, period: PlanPeriod) -> bool:
    """Whether anything names a period, or belongs to no other."""
    return bool(whole.referrers(ref_of(period))) or any(
        whole.periods_of(table, record) == {period.id}
        for table, records in whole.tables.items()
        for record in records.values()
    )


def named(dossier: Dossier, typed: str) -> PlanPeriod:
    """The period that is called so. Raises ValueError with a Dutch sentence."""
    periods = in_order(dossier)
    same = [period for period in periods if _same_name(period.label, clean_line(typed))]
    if len(same) > 1:
        which = enumerate_words([f"van {short_date(period.start)} t/m {short_date(period.end)}" for period in same])
        raise ValueError(
            f"Meer planperioden heten {same[0].label}: {which}. Geef elk een eigen naam bij 1 Overzicht, Planperioden."
        )
    if not same:
        known = enumerate_words([period.label for period in periods])
        choose = f" Kies uit {known}." if known else " Dit dossier heeft nog geen planperiode."
        raise ValueError(f"‘{clean_line(typed)}’ is geen planperiode van dit dossier.{choose}")
    return same[0]


def _same_name(label: str, other: str) -> bool:
    return "".join(label.casefold().split()) == "".join(other.casefold().split())


def period_typed(typed: str) -> PlanPeriod:
    """The plan period of `2027-2028`, with what the regulation says of it. Raises ValueError with a Dutch sentence."""
    match = _YEARS.fullmatch(clean_line(typed))
    if match is None:
        raise ValueError(f"‘{typed}’ is geen planperiode. Schrijf bijvoorbeeld 2027-2028.")
    label = f"{match[1]}-{match[2]}"
    label = library.other_period_names().get(label, label)
    for preset in library.periods():
        if preset.label == label:
            return PlanPeriod(
                label=label, start=preset.start, end=preset.end, detail=preset.detail, submit_by=preset.submit_by
            )
    first, last = int(match[1]), int(match[2])
    if last < first:
        raise ValueError(f"‘{typed}’ eindigt vóór het begin. Zet het eerste jaar voorop, bijvoorbeeld 2027-2028.")
    if not 2000 <= first <= last <= 2099 or last - first >= MOST_YEARS:
        raise ValueError(f"‘{typed}’ is geen planperiode van hoogstens zes jaar. Schrijf bijvoorbeeld 2027-2028.")
    return PlanPeriod(label=label, start=date(first, 1, 1), end=date(last, 12, 31))


def in_its_period(change: Change, dossier: Dossier, today: date) -> Change:
    """The change in which what is added belongs to the period through which the dossier is seen.

    What already says to which period it belongs keeps that. A decision is of the period of the answers on which it is
    taken. Raises NotSavedError when an evaluation or a milestone would come to stand where it is not shown.
    """
    looked_back_at = {
        edit.after.decision: min(periods)
        for edit in change.edits
        if isinstance(edit.after, Answer) and (periods := dossier.periods_of("answers", edit.before or edit.after))
    }
    edits = tuple(_placed(edit, dossier, today, looked_back_at) for edit in change.edits)
    return change if edits == change.edits else replace(change, edits=edits)


def _placed(edit: Edit, dossier: Dossier, today: date, looked_back_at: Mapping[int | None, int]) -> Edit:
    if edit.before is not None or edit.after is None:
        return edit
    decided = looked_back_at.get(edit.ref.id) if isinstance(edit.after, Decision) else None
    values = {"period": decided} if decided else _period_of(edit.after, dossier, today)
    return replace(edit, after=edit.after.model_copy(update=values)) if values else edit


def _period_of(record: Record, dossier: Dossier, today: date) -> dict[str, Any]:
    """What is made goes with the plan; until that is made the evaluation is of the period before."""
    plan = dossier.current_period
    if plan is None:
        return {}
    if isinstance(record, Goal | Theme | Risk | ChapterText | VisionSection):
        return {name: value for name, value in begins_in(type(record), dossier).items() if not getattr(record, name)}
    if isinstance(record, Milestone):
        _refuse_out_of_sight(record, dossier)
    if isinstance(record, Meeting) and record.body:
        return {}
    if isinstance(record, Meeting | Decision) or (isinstance(record, Answer | Score) and not record.session):
        evaluated = dossier.period_before if _is_being_made(plan, today) else plan
        return {"period": _shown_here(evaluated, dossier).id} if evaluated and not record.period else {}
    return {}


def begins_in(model: type[Record], dossier: Dossier) -> dict[str, Any]:
    """The plan period of what is made for the plan, whatever else it says; empty for what follows from more."""
    plan = dossier.current_period
    if plan is None:
        return {}
    if issubclass(model, Goal | Theme | Risk):
        return {"periods": (plan.id,)}
    return {"period": plan.id} if issubclass(model, ChapterText | VisionSection) else {}


def _is_being_made(plan: PlanPeriod, today: date) -> bool:
    """Whether people still look back for this plan: before it begins, and until it is handed in or has to be.

    Source: domain.md §1.3, the plan for 2025-2026 was handed in until 15 April 2025.
    """
    can_be_handed_in = plan.submit_by is not None and today <= plan.submit_by and not plan.plan_status.is_handed_in
    return today < plan.start or can_be_handed_in


def _refuse_out_of_sight(milestone: Milestone, dossier: Dossier) -> None:
    """A milestone without days, speerpunt or theme is seen with the plan at hand, whatever the lens."""
    at_hand, plan = dossier.whole.period_at_hand, dossier.current_period
    has_place = milestone.speerpunt or milestone.theme or milestone.start or milestone.due
    if not has_place and at_hand and plan and at_hand != plan:
        levels = f"{dossier.word_of('speerpunten')}, {dossier.word_of('themes')}"
        raise NotSavedError(
            f"Zonder {levels} of dag komt een mijlpaal bij {at_hand.label} te staan, waar het plan over gaat. "
            f"Kies er een, of vul een dag in die in {plan.label} valt.",
            "due",
        )


def _shown_here(evaluated: PlanPeriod, dossier: Dossier) -> PlanPeriod:
    """The period to look back at, of which the evaluation is shown through this lens.

    Raises NotSavedError when there is none: its evaluation stands with the plan that follows from it.
    """
    plan, earlier = dossier.current_period, dossier.period_before
    later = plan_after(dossier)
    if evaluated != plan or later is None:
        return evaluated
    if earlier is None:
        raise NotSavedError(
            f"De evaluatie van {evaluated.label} staat bij {later.label}, het plan dat eruit volgt. "
            f"Kies planperiode {later.label} en voeg dit daar toe."
        )
    return earlier


def plan_after(dossier: Dossier) -> PlanPeriod | None:
    """The plan that follows from the one of the lens, with which the evaluation of that one stands."""
    periods = dossier.whole.of(PlanPeriod).values()
    plan = dossier.current_period
    return next((period for period in in_order(dossier) if plan and before(periods, period) == plan), None)


def evaluated_with(dossier: Dossier) -> PlanPeriod | None:
    """The plan with which the evaluation stands, when the one of the lens runs or is over and another follows it.

    Of a plan that was handed in or is not the one at hand the making is done: nobody looks back for it any more.
    """
    plan = dossier.current_period
    if plan is None:
        return None
    made = plan.plan_status in (PlanStatus.INGEDIEND, PlanStatus.TOEGEKEND)
    return plan_after(dossier) if made or plan != dossier.whole.period_at_hand else None


def looks_back(dossier: Dossier) -> bool:
    """Whether an evaluation is still asked for in this plan.

    Not in one of which the making is done; and not in the first plan of a dossier once that is evaluated itself: then
    the evaluation leads to the next one, and of what was before nothing will be added.
    """
    plan = dossier.current_period
    if plan is None:
        return True
    if evaluated_with(dossier):
        return False
    own = any(plan.id in dossier.periods_of("answers", answer) for answer in dossier.whole.of(Answer).values())
    return dossier.period_before is not None or not (own or plan.plan_status.is_handed_in)


def where_evaluated(dossier: Dossier) -> str:
    """With which plan the evaluation stands and how to get there, as a sentence; empty when that is here."""
    later, plan = evaluated_with(dossier), dossier.current_period
    return f"De evaluatie van {plan.label} staat bij {later.label}; P toont dat plan." if later and plan else ""


@frozen
class PeriodTrouble:
    """Why a plan period cannot be so: the field to mend, and one Dutch sentence."""

    field: str
    sentence: str


def trouble_with(period: PlanPeriod, others: Iterable[PlanPeriod]) -> PeriodTrouble | None:
    """What is wrong with the days of a plan period beside the others; None when nothing is.

    One may lie within another of which the plan is op hoofdlijnen: 2025-2026 within 2025-2028 (domain.md §1.3).
    """
    if period.end < period.start:
        return PeriodTrouble("end", f"Planperiode {period.label} eindigt vóór het begin. Kies een later einde.")
    if period.end >= add_months(period.start, 12 * MOST_YEARS):
        return PeriodTrouble(
            "end", f"Planperiode {period.label} duurt langer dan zes jaar. Kies een eerder einde of een later begin."
        )
    for other in others:
        if period.start <= other.end and other.start <= period.end and not _within(period, other):
            return PeriodTrouble(
                "start",
                f"Planperiode {period.label} overlapt {other.label}. Laat de ene beginnen als de andere is geëindigd.",
            )
    return None


def trouble_with_name(period: PlanPeriod, others: Iterable[PlanPeriod]) -> PeriodTrouble | None:
    """What is wrong with the name of a plan period: another has it, or its years are not those of the days."""
    if any(_same_name(period.label, other.label) for other in others):
        return PeriodTrouble(
            "label", f"Er is al een planperiode die {period.label} heet. Geef deze een andere naam, naar haar jaren."
        )
    years = f"{period.start.year}-{period.end.year}"
    match = _YEARS.fullmatch(period.label.strip())
    if match and f"{match[1]}-{match[2]}" != years:
        days = f"{long_date(period.start)} t/m {long_date(period.end)}"
        return PeriodTrouble(
            "label", f"Planperiode {period.label} loopt van {days}. Noem haar {years}, of verander begin en einde."
        )
    return None


def _without_year(period: PlanPeriod) -> PeriodTrouble | None:
    if _A_YEAR.search(period.label):
        return None
    years = f"{period.start.year}-{period.end.year}"
    return PeriodTrouble("label", f"In ‘{period.label}’ staat geen jaar. Noem de planperiode {years}.")


def _within(period: PlanPeriod, other: PlanPeriod) -> bool:
    """Whether one of the two lies within the other, and that one is op hoofdlijnen."""
    return any(
        outer.detail is PeriodDetail.OUTLINE is not inner.detail
        and outer.start <= inner.start
        and inner.end <= outer.end
        for outer, inner in ((period, other), (other, period))
    )


def refuse_misfits(change: Change, dossier: Dossier) -> None:
    """Raises NotSavedError when a change makes a plan period that cannot be so, and was not so before."""
    after = {edit.ref: edit.after for edit in change.edits}
    for edit in change.edits:
        period = edit.after
        if not isinstance(period, PlanPeriod):
            continue
        beside = (
            after.get(ref_of(other), other) for other in dossier.whole.of(PlanPeriod).values() if other.id != period.id
        )
        others = [other for other in beside if isinstance(other, PlanPeriod)]
        is_moved, is_renamed = _days(period) != _days(edit.before), _label(period) != _label(edit.before)
        trouble = (trouble_with_name(period, others) or _without_year(period)) if is_renamed else None
        trouble = trouble or (trouble_with(period, others) or trouble_with_name(period, others) if is_moved else None)
        if trouble:
            raise NotSavedError(trouble.sentence, trouble.field)


def refuse_unmarked(change: Change, dossier: Dossier) -> None:
    """Raises NotSavedError when a change takes the mark of the plan away and gives it to no other plan period."""
    edits = [edit for edit in change.edits if edit.ref.table == "periods"]
    unmarked = [edit for edit in edits if is_marked_period(edit.before) and edit.after]
    there = {**dossier.whole.of(PlanPeriod), **{edit.ref.id: edit.after for edit in edits}}
    if unmarked and not any(map(is_marked_period, there.values())):
        other = "Zet dit aan bij een andere planperiode; dan gaat het hier uit."
        other = other if len(there) > 1 else "Er is geen andere."
        raise NotSavedError(f"Een plan gaat altijd over één planperiode. {other}", "current")


def _days(record: Record | None) -> tuple[Any, ...]:
    return (record.start, record.end, record.detail) if isinstance(record, PlanPeriod) else ()


def _label(record: Record | None) -> str:
    return record.label if isinstance(record, PlanPeriod) else ""
