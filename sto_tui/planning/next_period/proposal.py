"""What of a plan period goes on in the next one, as it is proposed: led by the decisions of its evaluation.

Source: Tips en tools, section 2: behouden, structureel maken, aanpassen, herformuleren or stoppen, and section 4.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import timedelta

from sto_tui.content import library
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import count, enumerate_words
from sto_tui.domain.evaluation import Decision, DecisionKind
from sto_tui.domain.lens import before
from sto_tui.domain.level_words import word_of_table
from sto_tui.domain.milestones import Milestone, Stoplicht
from sto_tui.domain.periods import add_months
from sto_tui.domain.plan import ChapterText, Goal, GoalOutcome, Risk, Speerpunt, Theme
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.region import PeriodDetail, PlanPeriod
from sto_tui.frozen import frozen
from sto_tui.planning.next_period.moving import months_to_move, moved, on_working_days
from sto_tui.planning.plan_periods import in_order, named, period_typed, trouble_with
from sto_tui.planning.schedule.dates import Dates


@frozen
class CarryItem:
    """One thing of the period before: whether it goes on, as proposed, and why; of a milestone with which days."""

    ref: Ref
    name: str
    goes_on: bool
    reason: str
    dates: Dates | None = None


@frozen
class NextPeriod:
    """The period that begins, the one that it begins from, and what of that may go on, in the order of the plan."""

    earlier: PlanPeriod
    period: PlanPeriod
    items: tuple[CarryItem, ...]

    @property
    def proposed(self) -> frozenset[Ref]:
        """What goes on when nobody chooses otherwise."""
        return frozenset(item.ref for item in self.items if item.goes_on)


def following(dossier: Dossier) -> str:
    """The years of the period after that of the lens: one that is there, that of the regulation, or one as long.

    Raises ValueError with a Dutch sentence when there is none to follow.
    """
    period = dossier.current_period
    if period is None:
        raise ValueError("Er is nog geen planperiode. Voeg die toe bij 1 Overzicht, Planperioden.")
    there = [other.label for other in in_order(dossier) if other.start > period.end]
    presets = [preset for preset in library.periods() if preset.start > period.end]
    worked_out = [preset.label for preset in presets if preset.detail is PeriodDetail.DETAILED]
    if known := [*there, *worked_out]:
        return known[0]
    first = (period.end + timedelta(days=1)).year
    return f"{first}-{first + period.end.year - period.start.year}"


def next_period(dossier: Dossier, typed: str) -> NextPeriod:
    """What of the last period before the one that was typed goes on in it.

    A period that is in the dossier already is gone on with: what was carried over before is not proposed again. Raises
    ValueError with a Dutch sentence.
    """
    period = _period(dossier, typed)
    periods = dossier.whole.of(PlanPeriod).values()
    others = [other for other in periods if other.id != period.id]
    if trouble := trouble_with(period, others):
        raise ValueError(trouble.sentence)
    earlier = before(periods, period)
    if earlier is None:
        raise ValueError(
            f"Er is geen planperiode die eindigt vóór {period.label}. Voeg die eerst toe bij 1 Overzicht, Planperioden."
        )
    seen = dossier.seen_in(earlier.id)
    without_copy = carried_into(dossier, period).keys() | there_already(dossier, period)
    items = [item for item in _items(seen, earlier, period) if item.ref not in without_copy]
    return NextPeriod(earlier, period, tuple(item for item in items if _can_go_on(dossier, item, period)))


def _period(dossier: Dossier, typed: str) -> PlanPeriod:
    period = period_typed(typed)
    is_there = any(own.label == period.label for own in dossier.whole.of(PlanPeriod).values())
    return named(dossier, period.label) if is_there else period


def carried_into(dossier: Dossier, period: PlanPeriod) -> Mapping[Ref, int]:
    """What something in a period goes on from: of each its copy there, by number."""
    if not period.id:
        return {}
    view = dossier.seen_in(period.id)
    goes_on: list[Goal | Theme | Speerpunt | Milestone | Risk] = [
        *view.of(Goal).values(),
        *view.of(Theme).values(),
        *view.of(Speerpunt).values(),
        *view.of(Milestone).values(),
        *view.of(Risk).values(),
    ]
    return {Ref(ref_of(copy).table, copy.continues): copy.id for copy in goes_on if copy.continues}


def there_already(dossier: Dossier, period: PlanPeriod) -> frozenset[Ref]:
    """What is of a period as it stands, also when that has yet to begin: it names it too, or by its days.

    A milestone of no period goes along with the plan at hand.
    """
    whole = dossier.whole
    as_begun = period.changed(id=period.id or _NOT_BEGUN)
    with_period = whole.with_tables({"periods": {**whole.tables["periods"], as_begun.id: as_begun}})

    def is_there(table: str, record: Record) -> bool:
        belongs = with_period.periods_of(table, record)
        if not isinstance(record, Milestone):
            return as_begun.id in belongs
        theme = whole.theme_of(record)
        if theme is None:
            return as_begun.id in belongs or not belongs
        return as_begun.id in belongs and bool(whole.periods_of("themes", theme))

    return frozenset(
        Ref(table, number)
        for table in _CARRIED
        for number, record in whole.tables[table].items()
        if is_there(table, record)
    )


_NOT_BEGUN = -1
_CARRIED = ("goals", "themes", "speerpunten", "milestones", "risks", "texts")


def _can_go_on(dossier: Dossier, item: CarryItem, period: PlanPeriod) -> bool:
    """A milestone that belongs by its days alone, which stay before the period, would be copied into its own one."""
    milestone = dossier.get(item.ref)
    if not isinstance(milestone, Milestone) or item.dates is None:
        return True
    last = item.dates.due or item.dates.start
    return bool(dossier.whole.theme_of(milestone)) or (last is not None and last >= period.start)


def _items(seen: Dossier, earlier: PlanPeriod, period: PlanPeriod) -> Iterator[CarryItem]:
    """In the order of the plan. A milestone goes on with what it belongs to."""
    decided = decisions_about(seen, earlier)
    moves = months_to_move(seen, period)
    spans = _spans(seen, moves, period)

    def open_of(milestones: Iterable[Milestone], above: CarryItem | None = None) -> list[CarryItem]:
        still_open = [milestone for milestone in milestones if milestone.light is not Stoplicht.GEREED]
        items = [_milestone(seen, milestone, moves, spans, period) for milestone in still_open]
        if above is None or above.goes_on:
            return items
        # It moves only when it goes on all the same; then its days stand beside it.
        return [
            replace(
                item, goes_on=False, reason=f"{_stands(milestone)}; {_word_and_number(seen, above.ref)} gaat niet door"
            )
            for item, milestone in zip(items, still_open, strict=True)
        ]

    yield from (_goal(seen, goal, decided) for goal in seen.of(Goal).values())
    for theme in seen.of(Theme).values():
        below: list[CarryItem] = []
        for speerpunt in seen.speerpunten_of(theme.id):
            item = _speerpunt(seen, speerpunt, decided)
            below += [item, *open_of(seen.milestones_of_speerpunt(speerpunt.id), item)]
        own = (milestone for milestone in seen.milestones_of(theme.id) if not milestone.speerpunt)
        below += open_of(own)
        yield _theme(seen, theme, decided, goes_on=any(item.goes_on for item in below))
        yield from below
    yield from open_of(seen.milestones_of(0))
    yield from (_risk(seen, risk) for risk in seen.of(Risk).values())
    yield from (_text(seen, text) for text in seen.of(ChapterText).values())


def decisions_about(dossier: Dossier, period: PlanPeriod) -> Mapping[Ref, list[Decision]]:
    """The decisions of the evaluation of a period, by the goal, theme, speerpunt or milestone that they are about.

    One that names no period may be of it, unless it was taken before the period began: that led to its plan.
    """
    whole = dossier.whole
    by_ref: dict[Ref, list[Decision]] = {}
    for decision in whole.of(Decision).values():
        belongs = whole.periods_of("decisions", decision)
        led_to_it = not belongs and decision.date is not None and decision.date < period.start
        if led_to_it or period.id not in (belongs or {period.id}):
            continue
        about = [answer.about.at(None) for answer in whole.answers_of_decision(decision.id) if answer.about]
        about += [ref.at(None) for ref in decision.becomes]
        for ref in dict.fromkeys(about):
            by_ref.setdefault(ref, []).append(decision)
    return by_ref


def _decided(ref: Ref, decided: Mapping[Ref, list[Decision]]) -> tuple[bool, str] | None:
    """Whether it goes on by what was decided, and in which words; None when nothing was."""
    kinds = list(dict.fromkeys(decision.kind for decision in decided.get(ref, ())))
    if not kinds:
        return None
    words = enumerate_words([kind.label for kind in kinds])
    if len(kinds) == 1:
        return kinds != [DecisionKind.STOPPEN], f"besluit: {words}"
    return True, f"besluiten: {words}{'; kies zelf' if DecisionKind.STOPPEN in kinds else ''}"


def _item(seen: Dossier, record: Record, goes_on: bool, reason: str, dates: Dates | None = None) -> CarryItem:
    ref = ref_of(record)
    return CarryItem(ref, seen.name(ref), goes_on, reason, dates)


def _goal(seen: Dossier, goal: Goal, decided: Mapping[Ref, list[Decision]]) -> CarryItem:
    if later := seen.whole.of(Goal).get(goal.reformulated_as or 0):
        return _item(seen, goal, False, f"al geherformuleerd als doel {later.number}")
    if decision := _decided(ref_of(goal), decided):
        return _item(seen, goal, *decision)
    if goal.still_ambition is not None:
        words = "nog steeds de ambitie" if goal.still_ambition else "niet langer de ambitie"
        return _item(seen, goal, goal.still_ambition, words)
    reached = {
        GoalOutcome.GEHAALD: "gehaald",
        GoalOutcome.DEELS: "deels gehaald",
        GoalOutcome.NIET: "niet gehaald",
        GoalOutcome.ONBEKEND: "nog niet bekend of het is gehaald",
    }[goal.outcome]
    return _item(seen, goal, goal.outcome is not GoalOutcome.GEHAALD, reached)


def _theme(seen: Dossier, theme: Theme, decided: Mapping[Ref, list[Decision]], *, goes_on: bool) -> CarryItem:
    if decision := _decided(ref_of(theme), decided):
        return _item(seen, theme, decision[0] or goes_on, decision[1])
    return _item(seen, theme, goes_on, "er gaat iets van door" if goes_on else "er gaat niets van door")


def _speerpunt(seen: Dossier, speerpunt: Speerpunt, decided: Mapping[Ref, list[Decision]]) -> CarryItem:
    if decision := _decided(ref_of(speerpunt), decided):
        return _item(seen, speerpunt, *decision)
    done = why_done(seen, speerpunt)
    return _item(seen, speerpunt, not done, done or "er is niets over besloten")


def why_done(seen: Dossier, speerpunt: Speerpunt) -> str:
    """That all milestones of a speerpunt are gereed; empty when they are not, or there are none."""
    milestones = seen.milestones_of_speerpunt(speerpunt.id)
    if not milestones or any(milestone.light is not Stoplicht.GEREED for milestone in milestones):
        return ""
    return "de enige mijlpaal is gereed" if len(milestones) == 1 else "alle mijlpalen zijn gereed"


def _spans(seen: Dossier, moves: Mapping[int, int], period: PlanPeriod) -> Mapping[int, Dates]:
    """Where the milestones that move come to stand, by number."""
    milestones = seen.of(Milestone)
    wanted = {
        number: moved(Dates(milestones[number].start, milestones[number].due), months, period)
        for number, months in moves.items()
    }
    return on_working_days(seen, wanted, period)


def _milestone(
    seen: Dossier, milestone: Milestone, moves: Mapping[int, int], spans: Mapping[int, Dates], period: PlanPeriod
) -> CarryItem:
    months = moves.get(milestone.id, 0)
    words = [_stands(milestone)]
    if months:
        fits = milestone.due is None or add_months(milestone.due, months) <= period.end
        shifts = f"schuift {count(months, 'maand', 'maanden')}"
        words.append(shifts if fits else "schuift, tot het einde van de periode")
    elif milestone.fixed_date and milestone.due and milestone.due < period.start:
        words.append("de datum staat vast: kies zelf")
    dates = spans.get(milestone.id, Dates(milestone.start, milestone.due))
    return _item(seen, milestone, True, "; ".join(words), dates)


def _stands(milestone: Milestone) -> str:
    return f"staat op {milestone.light.label}"


def _word_and_number(seen: Dossier, speerpunt: Ref) -> str:
    word = word_of_table(seen.region, speerpunt.table).singular
    return f"{word} {getattr(seen.get(speerpunt), 'number', '')}".rstrip()


def _risk(seen: Dossier, risk: Risk) -> CarryItem:
    """What may go wrong does not stop with the plan; nobody says of a risk that it is over but by leaving it."""
    return _item(seen, risk, True, f"kans {risk.probability.label}, impact {risk.impact.label}")


def _text(seen: Dossier, text: ChapterText) -> CarryItem:
    """A text of the old plan speaks of the old plan: it only comes along when somebody wants it."""
    return _item(seen, text, False, "gaat over de vorige periode")
