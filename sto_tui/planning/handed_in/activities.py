"""Themes, speerpunten and what is done in them. Source: domain.md §1.7, as in `milestones`."""

from collections.abc import Iterator, Sequence

from sto_tui.domain.dossier import ref_of
from sto_tui.domain.dutch import capital, count, enumerate_words, short_date
from sto_tui.domain.level_words import level_words
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.plan import Act, Phase, Speerpunt, Theme
from sto_tui.domain.record import Ref
from sto_tui.domain.text import shortened
from sto_tui.frozen import frozen
from sto_tui.planning.handed_in.difference import (
    Difference,
    DifferenceKind,
    Differences,
    ReportBy,
    Sides,
    field_changes,
    told,
)
from sto_tui.planning.handed_in.milestones import milestone_differences

_LONGEST_ACT = 120
_DROPPED, _ADDED = DifferenceKind.ACTIVITY_DROPPED, DifferenceKind.ACTIVITY_ADDED
_CHANGED, _MOVED = DifferenceKind.ACTIVITY_CHANGED, DifferenceKind.ACTIVITY_MOVED


def activity_differences(sides: Sides) -> Differences:
    """Themes, then speerpunten with their acts, then milestones."""
    for number, theme in sides.before.of(Theme).items():
        if now := sides.now.of(Theme).get(number):
            changes = field_changes(sides, theme, now, ("title", "result"))
            if changes:
                word = capital(level_words(sides.now.region).theme.singular)
                text = f"{word} {now.number}: {', '.join(map(str, changes))}."
                yield Difference(str(ref_of(now)), ref_of(now), _CHANGED, ReportBy.NEXT_REPORT, text, **told(changes))
    before, now_all = sides.before.of(Speerpunt), sides.now.of(Speerpunt)
    added = [speerpunt for number, speerpunt in now_all.items() if number not in before]
    dropped = frozenset(Ref("speerpunten", number) for number in before if number not in now_all)
    for number, speerpunt in before.items():
        if number in now_all:
            yield from _within(sides, speerpunt, now_all[number])
        else:
            yield _dropped(sides, speerpunt, added)
    for speerpunt in added:
        ref = ref_of(speerpunt)
        text = f"{capital(_name(sides, speerpunt))} is nieuw."
        yield Difference(str(ref), ref, _ADDED, ReportBy.NEXT_REPORT, text, now=sides.now.caption(ref))
    yield from milestone_differences(sides, dropped)


def _name(sides: Sides, speerpunt: Speerpunt) -> str:
    """`actielijn 1.2 Lab`, in the region's own word."""
    word = level_words(sides.now.region).speerpunt.singular
    return f"{word} {shortened(f'{speerpunt.number} {speerpunt.title}', _LONGEST_ACT)}"


def _dropped(sides: Sides, speerpunt: Speerpunt, added: list[Speerpunt]) -> Difference:
    """All its goals may have got another activity since; without goals nobody can tell."""
    ref = ref_of(speerpunt)
    goals = sides.before.goals_served(speerpunt)
    instead = [other for other in added if set(sides.now.goals_served(other)) & set(goals)]
    served = {goal for other in instead for goal in sides.now.goals_served(other)}
    text = f"{capital(_name(sides, speerpunt))} {sides.gone(ref)}"
    milestones = sides.before.milestones_of_speerpunt(speerpunt.id)
    stays = sum(milestone.id in sides.now.of(Milestone) for milestone in milestones)
    gone = len(milestones) - stays
    text += f", met {count(gone, 'mijlpaal', 'mijlpalen')}" if gone else ""
    text += f"; {count(stays, 'mijlpaal staat', 'mijlpalen staan')} er nog." if stays else "."
    if instead:
        names = enumerate_words([_name(sides, other) for other in instead])
        text += f" Voor {_goals(sides, goals)} is nieuw: {names}."
    same_goals = bool(goals) and served.issuperset(goals)
    report = ReportBy.NEXT_REPORT if same_goals else ReportBy.AT_ONCE
    return Difference(str(ref), ref, _DROPPED, report, text, before=sides.before.caption(ref))


def _goals(sides: Sides, goals: Sequence[int]) -> str:
    numbers = [str(getattr(sides.before.get(Ref("goals", goal)), "number", "?")) for goal in goals]
    return f"{'doel' if len(numbers) == 1 else 'de doelen'} {enumerate_words(numbers)}"


def _within(sides: Sides, before: Speerpunt, now: Speerpunt) -> Differences:
    ref = ref_of(now)
    goals = {goal.id for goal in sides.now.plan_goals}
    # A goal that was dropped is told once, not with each speerpunt that served it.
    served = before.model_copy(update={"goals": tuple(sorted(goals.intersection(sides.before.goals_served(before))))})
    later = now.model_copy(update={"goals": tuple(sorted(goals.intersection(sides.now.goals_served(now))))})
    if changes := field_changes(sides, served, later, ("title", "result", "goals")):
        word = capital(level_words(sides.now.region).speerpunt.singular)
        text = f"{word} {now.number}: {', '.join(map(str, changes))}."
        yield Difference(str(ref), ref, _CHANGED, ReportBy.NEXT_REPORT, text, **told(changes))
    yield from _phases(sides, before, now)
    yield from _acts(sides, before, now)


def _phases(sides: Sides, before: Speerpunt, now: Speerpunt) -> Differences:
    """A period of a speerpunt that got other days, or another name: a shift in time."""
    phases = {phase.id: phase for phase in now.phases}
    for phase in before.phases:
        later = phases.get(phase.id)
        if later and _days(later) != _days(phase):
            ref = ref_of(now, "phases")
            text = f"{capital(_name(sides, now))}: periode {_days(phase)} → {_days(later)}."
            about = f"{ref}.{phase.id}"
            words = {"before": _days(phase), "now": _days(later)}
            yield Difference(about, ref, _MOVED, ReportBy.NEXT_REPORT, text, **words)


def _days(phase: Phase) -> str:
    """`2027 (01-01-2027 t/m 31-12-2027)`."""
    begin, end = (short_date(day) if day else "…" for day in (phase.start, phase.end))
    return f"{phase.label} ({begin} t/m {end})" if phase.start or phase.end else phase.label


@frozen
class _Placed:
    """An act with its period."""

    phase: Phase
    act: Act

    @property
    def key(self) -> tuple[int, int]:
        return self.phase.id, self.act.id

    @property
    def words(self) -> str:
        return " ".join(self.act.text.split())

    @property
    def shown(self) -> str:
        return f"‘{shortened(self.words, _LONGEST_ACT)}’"


def _placed(speerpunt: Speerpunt) -> Iterator[_Placed]:
    return (_Placed(phase, act) for phase in speerpunt.phases for act in phase.acts)


def _acts(sides: Sides, before: Speerpunt, now: Speerpunt) -> Differences:
    """Acts keep their number within a period; one with the same words elsewhere was moved there."""
    earlier, later = list(_placed(before)), {placed.key: placed for placed in _placed(now)}
    fresh = [placed for key, placed in later.items() if key not in {was.key for was in earlier}]
    ref, name = ref_of(now, "phases"), capital(_name(sides, now))
    gone: list[_Placed] = []
    for was in earlier:
        about = f"{ref_of(now)}/acts/{was.phase.id}.{was.act.id}"
        same_place = later.get(was.key)
        elsewhere = next((placed for placed in fresh if placed.words == was.words), None)
        if same_place and same_place.words != was.words:
            text = f"{name}: activiteit {was.shown} → {same_place.shown}."
            words = {"before": was.words, "now": same_place.words}
            yield Difference(about, ref, _CHANGED, ReportBy.NEXT_REPORT, text, **words)
        elif same_place is None and elsewhere:
            fresh.remove(elsewhere)
            text = f"{name}: activiteit {was.shown} van {was.phase.label} → {elsewhere.phase.label}."
            words = {"before": was.phase.label, "now": elsewhere.phase.label}
            yield Difference(about, ref, _MOVED, ReportBy.NEXT_REPORT, text, **words)
        elif same_place is None:
            gone.append(was)
    for was in gone:
        # Another activity for the same speerpunt, so for the same goal.
        report = ReportBy.NEXT_REPORT if fresh else ReportBy.AT_ONCE
        text = f"{name}: activiteit {was.shown} in {was.phase.label} is vervallen."
        text += f" Nieuw is hier {fresh[0].shown}." if fresh else ""
        about = f"{ref_of(now)}/acts/{was.phase.id}.{was.act.id}"
        yield Difference(about, ref, _DROPPED, report, text, before=was.words)
    for placed in fresh:
        text = f"{name}: activiteit {placed.shown} in {placed.phase.label} is nieuw."
        about = f"{ref_of(now)}/acts/{placed.phase.id}.{placed.act.id}"
        yield Difference(about, ref, _ADDED, ReportBy.NEXT_REPORT, text, now=placed.words)
