"""Goals: a number, a start value and a date, and something that is done for them."""

from collections.abc import Iterable
from datetime import date

from sto_tui.domain.dossier import Dossier, list_of, ref_of
from sto_tui.domain.dutch import enumerate_words, long_date
from sto_tui.domain.level_words import level_words
from sto_tui.domain.plan import Chapter, Goal, GoalOutcome, Speerpunt
from sto_tui.domain.region import PlanPeriod
from sto_tui.places import Place
from sto_tui.planning.checks.empty_field import empty, filled, without
from sto_tui.planning.checks.finding import MET, Found, Level, Points, check, check_each, missing
from sto_tui.planning.evaluation.looking_back import goals_looked_back_at
from sto_tui.planning.statements import statement

# What makes a goal measurable: a value to begin from, a value to reach, and the year of that.
MEASURED_BY = ("baseline", "target", "target_year")


def measurable(goal: Goal) -> bool:
    """Whether a goal says from what, how much, and when; findings, step 4 and chapter 4 ask for the same.

    Source: Tips en tools, paragraaf 3 en 4: a number, a start value and a date.
    """
    return all(getattr(goal, name) for name in MEASURED_BY)


@check(Level.ONTBREEKT, Place.OVERZICHT, Chapter.REGIOVISIE, in_paper=True)
def region_without_ambition(dossier: Dossier, today: date) -> Points:
    """What the region wants to become, from which its goals follow.

    Source: Tips en tools, paragraaf 4.
    """
    ambition = statement(dossier, "ambition")
    yield MET if ambition.text.strip() else missing(ambition.ref, "de ambitie van de regio")


@check(Level.ONTBREEKT, Place.PLAN, Chapter.DOELEN, in_paper=True)
def no_goals(dossier: Dossier, today: date) -> Points:
    """A plan without goals.

    Source: Tips en tools, paragraaf 4.
    """
    yield MET if dossier.plan_goals else missing(list_of("goals"), "de doelen")


def goals(dossier: Dossier) -> Iterable[Goal]:
    """The goals of this plan."""
    return dossier.plan_goals


@check_each(goals, Level.WAARSCHUWING, Place.PLAN, Chapter.DOELEN, in_paper=True)
def goal_without_baseline(dossier: Dossier, goal: Goal) -> Points:
    """A goal whose growth cannot be measured, because the start value is missing.

    Source: Tips en tools, paragraaf 3 en 4.
    """
    year = f" van {goal.baseline_year}" if goal.baseline_year else ""
    yield empty(
        goal,
        "baseline",
        f"Doel {goal.number} heeft geen nulwaarde. Zoek de waarde{year} op, anders is groei niet te meten.",
        f"nulwaarde bij doel {goal.number}",
    )


@check_each(goals, Level.FOUT, Place.PLAN, Chapter.DOELEN, in_paper=True)
def goal_without_target(dossier: Dossier, goal: Goal) -> Points:
    """A goal that nobody can say of when it is reached.

    Source: Tips en tools, paragraaf 4.
    """
    yield empty(
        goal,
        "target",
        f"Doel {goal.number} heeft geen streefwaarde. Vul een getal in: wanneer is het gehaald?",
        f"streefwaarde bij doel {goal.number}",
    )


@check_each(goals, Level.WAARSCHUWING, Place.PLAN, Chapter.DOELEN, in_paper=True)
def goal_without_target_year(dossier: Dossier, goal: Goal) -> Points:
    """A goal without a year in which it is to be reached.

    Source: Tips en tools, paragraaf 4.
    """
    yield empty(
        goal,
        "target_year",
        f"Doel {goal.number} heeft geen streefjaar. Vul in wanneer het klaar is.",
        f"streefjaar bij doel {goal.number}",
    )


@check_each(goals, Level.ONTBREEKT, Place.PLAN, Chapter.DOELEN)
def goal_not_measurable(dossier: Dossier, goal: Goal) -> Points:
    """A goal that does not say how much, from what, and when.

    Source: Tips en tools, paragraaf 4.
    """
    yield MET if measurable(goal) else missing(ref_of(goal), f"waaraan doel {goal.number} te meten is")


@check(Level.TIP, Place.PLAN, Chapter.DOELEN)
def goal_without_baseline_year(dossier: Dossier, today: date) -> Points:
    """A start value that does not say of which year it is.

    Source: Tips en tools, paragraaf 3 en 4.
    """
    return without(
        _with_baseline(dossier),
        "baseline_year",
        lambda goal: f"Doel {goal.number} noemt een nulwaarde zonder peiljaar. Vul in van welk jaar die is.",
    )


@check(Level.TIP, Place.PLAN, Chapter.DOELEN)
def goal_without_source(dossier: Dossier, today: date) -> Points:
    """A start value that nobody can look up again; without a start value there is nothing to give a source for.

    Source: Tips en tools, paragraaf 3 en 4.
    """
    return without(
        _with_baseline(dossier),
        "source",
        lambda goal: f"Doel {goal.number} noemt een nulwaarde zonder bron. Vul in waar het getal vandaan komt.",
    )


@check(Level.TIP, Place.PLAN, Chapter.DOELEN, until_end=True)
def goal_without_figure(dossier: Dossier, today: date) -> Points:
    """Goals that refer to no figure, so that nobody sees whether they come closer; named in one finding.

    Source: Tips en tools, paragraaf 3 en 4.
    """
    without = [goal for goal in dossier.plan_goals if goal.figure is None and goal.reformulated_as is None]
    if without:
        numbers = enumerate_words([str(goal.number) for goal in without])
        subject = f"Doel {numbers} verwijst" if len(without) == 1 else f"De doelen {numbers} verwijzen"
        yield Found(
            ref_of(without[0], "figure"),
            f"{subject} naar geen enkel cijfer. Kies bij ‘Cijfer’ wat er moet veranderen, dan is de voortgang te zien.",
        )


@check(Level.TIP, Place.PLAN, Chapter.DOELEN, until_end=True)
def goal_without_speerpunt(dossier: Dossier, today: date) -> Points:
    """A goal to which no speerpunt contributes.

    Source: mijlpalenplan 2020, doelen en activiteiten hangen samen.
    """
    word = level_words(dossier.region).speerpunt.singular
    served = {goal for speerpunt in dossier.of(Speerpunt).values() for goal in dossier.goals_served(speerpunt)}
    for goal in dossier.plan_goals:
        if goal.id not in served and goal.reformulated_as is None:
            sentence = f"Aan doel {goal.number} werkt nog geen {word}. Koppel er een of schrap het doel."
            yield Found(ref_of(goal), sentence)


def goals_asked_about(dossier: Dossier) -> Iterable[Goal]:
    """The goals of the last period before this plan."""
    return goals_looked_back_at(dossier)


@check_each(goals_asked_about, Level.ONTBREEKT, Place.PLAN, Chapter.TERUGBLIK, in_paper=True)
def goal_without_outcome(dossier: Dossier, goal: Goal) -> Points:
    """A goal of the period before this plan, of which nobody says how far it was reached.

    Source: Tips en tools, paragraaf 2, terugkijken op de doelen van de vorige periode.
    """
    has_outcome = goal.outcome is not GoalOutcome.ONBEKEND
    yield MET if has_outcome else missing(ref_of(goal, "outcome"), f"in hoeverre doel {goal.number} is gehaald")


@check_each(goals_asked_about, Level.ONTBREEKT, Place.PLAN, Chapter.TERUGBLIK, in_paper=True)
def goal_without_why(dossier: Dossier, goal: Goal) -> Points:
    """A goal of the period before this plan, of which nobody says why it was reached or not.

    Source: Tips en tools, paragraaf 2, terugkijken op de doelen van de vorige periode.
    """
    yield filled(goal, "why", f"waarom doel {goal.number} wel of niet is gehaald")


@check(Level.WAARSCHUWING, Place.PLAN, Chapter.TERUGBLIK)
def goal_with_early_outcome(dossier: Dossier, today: date) -> Points:
    """A goal with an outcome in the first half of its period: mostly the outcome of the goal before it.

    Later on a plan is evaluated, so that the next one can be written.

    Source: Tips en tools, paragraaf 2, terugkijken op de doelen van de vorige periode.
    """
    for goal in dossier.plan_goals:
        period = _last_period(dossier, goal)
        if goal.outcome is not GoalOutcome.ONBEKEND and period and today < _halfway(period):
            yield Found(
                ref_of(goal, "outcome"),
                f"Doel {goal.number} staat op ‘{goal.outcome.label}’, maar {period.label} loopt tot "
                f"{long_date(period.end)}. Is het een doel van een eerdere periode? Kies die bij ‘Planperioden’.",
            )


@check(Level.WAARSCHUWING, Place.PLAN, Chapter.DOELEN)
def goal_reached_in_other_time(dossier: Dossier, today: date) -> Points:
    """A goal of which the value was reached in a year that is still to come, or before its plan.

    Source: Tips en tools, paragraaf 2, terugkijken op de doelen van de vorige periode.
    """
    for goal in dossier.of(Goal).values():
        year, period = goal.reached_year, _last_period(dossier, goal)
        if year is None:
            continue
        why = "dat jaar moet nog komen" if year > today.year else ""
        if not why and period and year < period.start.year:
            why = f"dat is voor planperiode {period.label}"
        if why:
            sentence = f"Doel {goal.number} heeft bij ‘Bereikt in’ {year}, en {why}. Verbeter het jaar."
            yield Found(ref_of(goal, "reached_year"), sentence)


def _halfway(period: PlanPeriod) -> date:
    """The day in the middle of a period."""
    return period.start + (period.end - period.start) / 2


def _last_period(dossier: Dossier, goal: Goal) -> PlanPeriod | None:
    """The last of the periods that a goal names; that of the plan when it names none."""
    named = [period for number in goal.periods if (period := dossier.of(PlanPeriod).get(number))]
    return max(named, key=lambda period: period.end, default=dossier.current_period)


def _with_baseline(dossier: Dossier) -> list[Goal]:
    return [goal for goal in dossier.plan_goals if goal.baseline]
