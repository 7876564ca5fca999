"""A row of the tree one place up or down: within what it stands under, and over its border into the next.

The order is that of the numbers, so what moves changes its number with what stands there.
"""

from collections.abc import Sequence
from functools import partial
from typing import TypeVar

from sto_tui.domain.change import Occasion
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import capital
from sto_tui.domain.level_words import word_of_table
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.plan import Goal, Speerpunt, Theme
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.text import shortened
from sto_tui.planning.beginnings import next_number
from sto_tui.planning.plan_tree.numbering import (
    Renumbering,
    is_under,
    letter_places,
    letters,
    number_of,
    renumbering,
    with_room,
)
from sto_tui.planning.proposal import Step, Workings, nothing

_LONGEST_NAME = 50
R = TypeVar("R", bound=Record)


def moved(occasion: Occasion, ref: Ref, under: Ref | None, step: int) -> Renumbering:
    """A record one row down (1) or up (-1); under a goal a speerpunt goes to the next goal.

    Raises ValueError with a Dutch sentence when it stands at the end already.
    """
    record = occasion.dossier.get(ref)
    if isinstance(record, Goal):
        return _among(occasion, record, occasion.dossier.plan_goals, step)
    if isinstance(record, Theme):
        return _among(occasion, record, tuple(occasion.dossier.of(Theme).values()), step)
    if isinstance(record, Speerpunt):
        if under is not None and under.table == "goals":
            return _to_goal(occasion, record, under, step)
        return _speerpunt(occasion, record, step)
    if isinstance(record, Milestone):
        return _milestone(occasion, record, step)
    raise ValueError("Dit is niet te verplaatsen.")


def _at_the_end(step: int) -> ValueError:
    return ValueError(f"Dit staat al {'onderaan' if step > 0 else 'bovenaan'}.")


def _neighbour(record: Record, records: Sequence[R], step: int) -> R | None:
    """What stands a step further among its kind; None at the end, or when it is not there."""
    refs = [ref_of(each) for each in records]
    place = refs.index(ref_of(record)) + step if ref_of(record) in refs else -1
    return records[place] if 0 <= place < len(records) else None


def _among(occasion: Occasion, record: Record, records: Sequence[Record], step: int) -> Renumbering:
    """It changes numbers with the one next to it."""
    other = _neighbour(record, records, step)
    if other is None:
        raise _at_the_end(step)
    return _swapped(occasion, record, other)


def _swapped(occasion: Occasion, record: Record, other: Record) -> Renumbering:
    if number_of(record) == number_of(other):
        raise ValueError(f"Nummer {number_of(record)} is er twee keer. Geef met N eerst elk een eigen nummer.")
    numbers = {ref_of(record): number_of(other), ref_of(other): number_of(record)}
    return _told(occasion, record, f"{number_of(other)}", numbers)


def _told(occasion: Occasion, record: Record, where: str, numbers: dict[Ref, str], step: Step = nothing) -> Renumbering:
    dossier, ref = occasion.dossier, ref_of(record)
    name = f"{capital(word_of_table(dossier.region, ref.table).singular)} {dossier.caption(ref)}"
    short = shortened(name, _LONGEST_NAME)
    return renumbering(occasion, f"{short} verplaatsen", f"{short} verplaatst: nu {where}", numbers, step)


# Over a border.


def numbered_after_theme(occasion: Occasion, before: Speerpunt) -> Renumbering | None:
    """The next number in the theme where a speerpunt stands now; None when its number tells of no other theme."""
    dossier = occasion.dossier
    ref = ref_of(before)
    now = dossier.of(Speerpunt).get(before.id)
    then, theme = dossier.of(Theme).get(before.theme), dossier.of(Theme).get(now.theme) if now else None
    if now is None or then is None or theme is None or theme == then:
        return None
    if not is_under(str(then.number), now.number, ref_of(then)):
        return None
    there = [each.number for each in dossier.speerpunten_of(theme.id) if each.id != now.id]
    number = next_number(there, f"{theme.number}.")
    name = f"{word_of_table(dossier.region, ref.table).singular} {shortened(dossier.caption(ref), _LONGEST_NAME)}"
    return renumbering(
        occasion, f"Nieuw nummer voor {name}", f"{capital(name)} heeft nu nummer {number}", {ref: number}
    )


def _speerpunt(occasion: Occasion, speerpunt: Speerpunt, step: int) -> Renumbering:
    dossier = occasion.dossier
    beside = _neighbour(speerpunt, dossier.speerpunten_of(speerpunt.theme), step)
    if beside is not None:
        return _swapped(occasion, speerpunt, beside)
    theme = _next_parent(list(dossier.of(Theme).values()), dossier.of(Theme).get(speerpunt.theme), step)
    if theme is None:
        raise _at_the_end(step)
    there = dossier.speerpunten_of(theme.id)
    prefix = f"{theme.number}."
    if step < 0:
        number, room = next_number([each.number for each in there], prefix), {}
    else:
        number = f"{prefix}{max(1, min(_whole_after(prefix, [each.number for each in there]), default=2) - 1)}"
        room = with_room(there, number, ref_of(speerpunt))
    return _told(occasion, speerpunt, number, {**room, ref_of(speerpunt): number}, _given(speerpunt, theme=theme.id))


def _milestone(occasion: Occasion, milestone: Milestone, step: int) -> Renumbering:
    dossier = occasion.dossier
    parents = [speerpunt for theme in dossier.of(Theme) for speerpunt in dossier.speerpunten_of(theme)]
    own = dossier.of(Speerpunt).get(milestone.speerpunt or 0)
    here = dossier.milestones_of_speerpunt(own.id) if own else _direct(dossier, milestone)
    beside = _neighbour(milestone, here, step)
    if beside is not None:
        return _swapped(occasion, milestone, beside)
    target = _next_parent(parents, own, step) if own else _parent_beside(parents, milestone, dossier, step)
    if target is None:
        raise _at_the_end(step)
    there = dossier.milestones_of_speerpunt(target.id)
    number, numbers = milestone.number, {}
    if own is None or number.startswith(own.number):
        places = letter_places(there, target.number)
        place = max(places, default=-1) + 1 if step < 0 else max(0, min(places, default=1) - 1)
        number = f"{target.number}{letters(place)}"
        numbers = {**with_room(there, number, ref_of(milestone)), ref_of(milestone): number}
    return _told(occasion, milestone, number, numbers, _given(milestone, speerpunt=target.id, theme=None))


def _direct(dossier: Dossier, milestone: Milestone) -> list[Milestone]:
    """The milestones that stand under the same theme, or under none, without a speerpunt."""
    theme = dossier.theme_of(milestone)
    return [
        each for each in dossier.milestones_of(theme.id if theme else 0) if each.speerpunt not in dossier.of(Speerpunt)
    ]


def _parent_beside(parents: Sequence[Speerpunt], milestone: Milestone, dossier: Dossier, step: int) -> Speerpunt | None:
    """The speerpunt next to the milestones that stand straight under a theme, before its speerpunten."""
    theme = dossier.theme_of(milestone)
    themes = list(dossier.of(Theme))
    place = themes.index(theme.id) if theme else len(themes)
    below = [parent for parent in parents if themes.index(parent.theme) >= place]
    above = [parent for parent in parents if themes.index(parent.theme) < place]
    return (below[0] if below else None) if step > 0 else (above[-1] if above else None)


def _next_parent(parents: Sequence[R], own: R | None, step: int) -> R | None:
    """What comes after or before the own parent; what has none stands after the last."""
    if own is None:
        return parents[-1] if parents and step < 0 else None
    return _neighbour(own, parents, step)


def _whole_after(prefix: str, there: Sequence[str]) -> list[int]:
    """What stands behind the prefix where that is a whole number: 2 of `1.2`."""
    rests = (number.removeprefix(prefix) for number in there if number.startswith(prefix))
    return [int(rest) for rest in rests if rest.isdecimal()]


def _to_goal(occasion: Occasion, speerpunt: Speerpunt, under: Ref, step: int) -> Renumbering:
    dossier = occasion.dossier
    own = dossier.of(Goal).get(under.id)
    goal = _neighbour(own, dossier.plan_goals, step) if own else None
    if goal is None:
        raise _at_the_end(step)
    served = dossier.goals_served(speerpunt)
    if goal.id in served:
        raise ValueError(
            f"{speerpunt.number} werkt al aan doel {goal.number}. Haal zo nodig een doel weg in het formulier."
        )
    goals = tuple(goal.id if number == under.id else number for number in served)
    return _told(occasion, speerpunt, f"bij doel {goal.number}", {}, _given(speerpunt, goals=goals))


def _given(record: Record, **values: object) -> Step:
    return partial(_give, ref_of(record), values)


def _give(ref: Ref, values: dict[str, object], workings: Workings) -> None:
    if record := workings.get(ref):
        workings.put(ref, record.changed(**values))
