"""What comes after the period of a report: what is due next, month by month; of a plan that is over what remains."""

from collections.abc import Iterator, Sequence

from sto_tui.documents.word.writer import Writer, month_and_year
from sto_tui.documents.word.xml_writing import run
from sto_tui.domain.dossier import ref_of
from sto_tui.domain.dutch import amount, count, enumerate_words, long_date
from sto_tui.domain.milestones import Milestone, Stoplicht
from sto_tui.domain.money import BudgetLine, Cofinancing
from sto_tui.domain.plan import Goal, GoalOutcome
from sto_tui.planning.money.fulfilment import Fulfilment, fulfilment_by_contribution
from sto_tui.planning.money.spending import balances_by_line
from sto_tui.planning.paper_outline import AHEAD
from sto_tui.planning.progress.as_it_stood import PastState
from sto_tui.planning.progress.goals_reached import goals_reached
from sto_tui.planning.progress.period_report import Reported, ReportPeriod
from sto_tui.planning.progress.what_comes import ComingMonth, coming, coming_span, unfinished

_WIDTHS = (2.8, 13.2)
_NO_PLAN = "Het plan heeft nog geen mijlpalen, doelen of bedragen."
_HEAD = ("Maand", "Klaar in deze maand")


def write_ahead(writer: Writer, reported: Reported, *, final: bool) -> None:
    """The milestones and go/no-go moments of the next period; a final report counts what is left."""
    writer.begin(AHEAD)
    standing, plan = reported.standing, reported.standing.dossier.current_period
    span = coming_span(reported)
    if final or span is None:
        if span:
            writer.lead(_still(reported, span))
        remains = list(_remaining(reported))
        unknown = list(_unknown(reported))
        if remains or not unknown:
            nothing = _nothing_left(standing) if _has_plan(reported) else _NO_PLAN
            left = f"Wat op {long_date(standing.day)} overbleef" if standing.is_past else "Wat overblijft"
            writer.text(f"{left}: {enumerate_words(remains)}." if remains else nothing)
        if unknown:
            writer.text(f"Niet bekend: {enumerate_words(unknown)}.")
        return
    months = list(coming(standing, span))
    milestones = sum(len(month.milestones) for month in months)
    moments = sum(len(month.moments) for month in months)
    due = [count(milestones, "mijlpaal", "mijlpalen")] * bool(milestones or not moments)
    due += [count(moments, "go/no-gomoment", "go/no-gomomenten")] * bool(moments)
    writer.lead(f"Van {span} {_stand(milestones + moments)} {enumerate_words(due)} gepland.")
    if months:
        _months(writer, months)
    late = unfinished(standing)
    if late:
        which = count(len(late), "mijlpaal die", "mijlpalen die")
        # On the day itself what is due today is in time: `moest` says no more than that.
        were = "moest zijn" if len(late) == 1 else "moesten zijn"
        writer.source(f"Daarbij komt wat nog af moet: {which} uiterlijk op {long_date(standing.day)} klaar {were}.")
    if plan and span.end >= plan.end:
        writer.source(f"Op {long_date(plan.end)} eindigt de planperiode.")


def _still(reported: Reported, span: ReportPeriod) -> str:
    """That the plan period is not over, or has not begun."""
    begins = f"begint op {long_date(reported.span.start)} en " if reported.remark else ""
    return f"De planperiode {begins}loopt {'' if begins else 'nog '}tot en met {long_date(span.end)}."


def _nothing_left(standing: PastState) -> str:
    return f"Op {long_date(standing.day)} bleef er niets over." if standing.is_past else "Er blijft niets over."


def _was(standing: PastState, one: str, past: str) -> str:
    """The verb of what was so on a day that is over."""
    return past if standing.is_past else one


def _has_plan(reported: Reported) -> bool:
    """Whether there is anything of which something could be left."""
    dossier = reported.standing.dossier
    return any(dossier.of(kind) for kind in (Milestone, Goal, BudgetLine, Cofinancing))


def _stand(many: int) -> str:
    return "staat" if many == 1 else "staan"


def _months(writer: Writer, months: Sequence[ComingMonth]) -> None:
    rows = [
        (
            writer.cell_text(run(month_and_year(month.month, month.year)), "STOTabellabel"),
            _named(writer, month.moments, bold=True, before="Go/no-go: ") + _named(writer, month.milestones),
        )
        for month in months
    ]
    writer.table(_WIDTHS, _HEAD, rows, "Mijlpalen en go/no-gomomenten van de komende periode", "", together=False)


def _named(writer: Writer, milestones: Sequence[Milestone], before: str = "", *, bold: bool = False) -> str:
    """`Go/no-go: 5.2c Besluit: doorgaan of stoppen`; nothing for none."""
    if not milestones:
        return ""
    names = [
        run(f"{milestone.number} ", bold=bold) + writer.copy(ref_of(milestone, "title"), milestone.title, bold=bold)
        for milestone in milestones
    ]
    return writer.cell_text(run(before, bold=bold) * bool(before) + run("; ").join(names))


def _remaining(reported: Reported) -> Iterator[str]:
    """What a plan leaves: milestones, goals, money and contributions, each with how much."""
    standing = reported.standing
    dossier = standing.dossier
    tally = standing.tally(dossier.of(Milestone).values())
    if left := tally.total - tally.untold - tally.lights[Stoplicht.GEREED]:
        verb = _was(standing, "is", "was"), _was(standing, "zijn", "waren")
        yield count(left, f"mijlpaal die niet gereed {verb[0]}", f"mijlpalen die niet gereed {verb[1]}")
    goals = sum(reached.outcome in (GoalOutcome.NIET, GoalOutcome.DEELS) for reached in goals_reached(standing))
    if goals:
        verb = _was(standing, "is", "was"), _was(standing, "zijn", "waren")
        yield count(goals, f"doel dat niet of deels {verb[0]} gehaald", f"doelen die niet of deels {verb[1]} gehaald")
    money = balances_by_line(dossier).whole.left
    if dossier.of(BudgetLine) and "payments" in standing.booked and money > 0:
        yield f"{amount(money)} die niet {_was(standing, 'is', 'was')} uitgegeven"
    together = fulfilment_by_contribution(dossier).whole
    if together.to_go > 0 and _is_told(together, standing):
        yield f"{amount(together.to_go)} aan cofinanciering die niet {_was(standing, 'is', 'was')} gerealiseerd"


def _is_told(together: Fulfilment, standing: PastState) -> bool:
    """Whether anything was written down of what was realised; without it nobody knows what is not."""
    return "realised" in standing.booked or together.realised > 0


def _unknown(reported: Reported) -> Iterator[str]:
    """What the dossier does not tell of a plan that is over, so that nobody reads that nothing is left of it."""
    standing = reported.standing
    dossier = standing.dossier
    if untold := standing.tally(dossier.of(Milestone).values()).untold:
        yield f"hoe het met {count(untold, 'mijlpaal', 'mijlpalen')} {_was(standing, 'staat', 'stond')}"
    goals = sum(reached.outcome is GoalOutcome.ONBEKEND for reached in goals_reached(standing))
    if goals:
        one, many = _was(standing, "doel is", "doel was"), _was(standing, "doelen zijn", "doelen waren")
        yield f"of {count(goals, one, many)} gehaald"
    if balances_by_line(dossier).whole.granted and "payments" not in standing.booked:
        yield f"wat er {_was(standing, 'is', 'was')} uitgegeven"
    together = fulfilment_by_contribution(dossier).whole
    if together.planned and not _is_told(together, standing):
        yield f"welke cofinanciering {_was(standing, 'is', 'was')} gerealiseerd"
