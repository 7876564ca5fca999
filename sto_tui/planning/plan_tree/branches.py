"""The plan as a tree, by theme or by goal: which row stands under which, and which rows are shown.

By goal a speerpunt stands under each goal that it serves. Nothing is left out: what has no theme or no goal stands
under a head of its own, and so do the goals of earlier periods.
Source: Tips en tools, section 4: from goals to activities.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import capital
from sto_tui.domain.level_words import level_words
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.plan import Goal, Speerpunt, Theme
from sto_tui.domain.record import Ref
from sto_tui.domain.region import PlanPeriod
from sto_tui.planning.once_per_version import once_per_version

SPOT = tuple[Ref, Ref | None]
"""Where a record stands: which it is, and under which goal or theme, since a record can stand under several."""


class Ordering(StrEnum):
    """What stands at the top."""

    THEMA = "thema"
    DOEL = "doel"

    @property
    def table(self) -> str:
        """The table of what stands at the top."""
        return "themes" if self is Ordering.THEMA else "goals"

    @property
    def turned(self) -> "Ordering":
        """The other one."""
        return Ordering.DOEL if self is Ordering.THEMA else Ordering.THEMA


@dataclass(frozen=True)
class Branch:
    """One row: a record, or the `head` of records that belong nowhere.

    `end` is the place in the tree of the first row that does not stand under it.
    """

    ref: Ref | None
    under: Ref | None
    depth: int
    head: str = ""
    end: int = 0

    @property
    def spot(self) -> SPOT | None:
        """Where it stands; None for a head."""
        return (self.ref, self.under) if self.ref else None


Tree = tuple[Branch, ...]
_ABOVE = -1
"""The depth of a head over rows at the top."""


def tree_of(dossier: Dossier, ordering: Ordering) -> Tree:
    """All rows, in order; worked out once per version of the dossier."""
    return _by_theme(dossier) if ordering is Ordering.THEMA else _by_goal(dossier)


@once_per_version
def _by_theme(dossier: Dossier) -> Tree:
    themes, speerpunten = dossier.of(Theme), dossier.of(Speerpunt)
    groups = themes_by_line(dossier)
    rows: list[Branch] = []
    for line, of_line in groups.items():
        rows += [Branch(None, None, _ABOVE, _head(dossier, line))] if groups.keys() != {""} else []
        for theme in of_line:
            rows += _under_theme(dossier, theme)
    strays = [speerpunt for speerpunt in speerpunten.values() if speerpunt.theme not in themes]
    loose = [each for each in dossier.milestones_of(0) if each.speerpunt not in speerpunten]
    if strays or loose:
        rows.append(Branch(None, None, _ABOVE, f"Zonder {level_words(dossier.region).theme.singular}"))
        rows += _with_milestones(dossier, strays, None)
        rows += _leaves(loose, None, 1)
    return _ended(rows)


def themes_by_line(dossier: Dossier) -> dict[str, list[Theme]]:
    """The themes under the name of what they belong to, each name where its first theme stands; last those of none."""
    groups: dict[str, list[Theme]] = {}
    for theme in dossier.of(Theme).values():
        groups.setdefault(theme.above, []).append(theme)
    alone = groups.pop("", None)
    return {**groups, "": alone} if alone else groups


def _head(dossier: Dossier, line: str) -> str:
    """`Pijler Techniek in beeld`; the word only once."""
    word = level_words(dossier.region).above
    if not line:
        return f"Zonder {word}"
    return capital(line) if word in line.casefold() else f"{capital(word)} {line}"


def _under_theme(dossier: Dossier, theme: Theme) -> Iterator[Branch]:
    ref, speerpunten = ref_of(theme), dossier.of(Speerpunt)
    yield Branch(ref, ref, 0)
    direct = (each for each in dossier.milestones_of(theme.id) if each.speerpunt not in speerpunten)
    yield from _leaves(direct, ref, 1)
    yield from _with_milestones(dossier, dossier.speerpunten_of(theme.id), ref)


@once_per_version
def _by_goal(dossier: Dossier) -> Tree:
    rows: list[Branch] = []
    for goal in dossier.plan_goals:
        rows += _under_goal(dossier, goal)
    placed = {row.ref for row in rows}
    earlier = [row for goal in dossier.earlier_goals for row in _under_goal(dossier, goal)]
    placed |= {row.ref for row in earlier}
    strays = [speerpunt for speerpunt in dossier.of(Speerpunt).values() if ref_of(speerpunt) not in placed]
    under_strays = {ref_of(each) for stray in strays for each in dossier.milestones_of_speerpunt(stray.id)}
    loose = [
        each
        for each in dossier.of(Milestone).values()
        if ref_of(each) not in placed and ref_of(each) not in under_strays
    ]
    if strays or loose:
        rows.append(Branch(None, None, 0, "Zonder doel"))
        rows += _with_milestones(dossier, strays, None)
        rows += _leaves(loose, None, 1)
    return _ended([*rows, *_earlier_goals(dossier)])


def _earlier_goals(dossier: Dossier) -> Iterator[Branch]:
    """The goals of periods that are over, each period under its name."""
    for period in dossier.of(PlanPeriod).values():
        of_period = [goal for goal in dossier.earlier_goals if period.id in goal.periods]
        if of_period:
            yield Branch(None, None, 0, f"Doelen uit {period.label}")
        for goal in of_period:
            yield from _under_goal(dossier, goal)


def _under_goal(dossier: Dossier, goal: Goal) -> Iterator[Branch]:
    """A goal with the speerpunten that serve it, and the milestones that do so without their speerpunt."""
    ref = ref_of(goal)
    serving = _serving(dossier).get(goal.id, ())
    covered = {speerpunt.id for speerpunt in serving}
    yield Branch(ref, ref, 0)
    yield from _leaves((each for each in _aiming(dossier).get(goal.id, ()) if each.speerpunt not in covered), ref, 1)
    yield from _with_milestones(dossier, serving, ref)


@once_per_version
def _serving(dossier: Dossier) -> dict[int, list[Speerpunt]]:
    """The speerpunten of every goal."""
    serving: dict[int, list[Speerpunt]] = {}
    for speerpunt in dossier.of(Speerpunt).values():
        for goal in dict.fromkeys(dossier.goals_served(speerpunt)):
            serving.setdefault(goal, []).append(speerpunt)
    return serving


@once_per_version
def _aiming(dossier: Dossier) -> dict[int, list[Milestone]]:
    """The milestones that name a goal themselves."""
    aiming: dict[int, list[Milestone]] = {}
    for milestone in dossier.of(Milestone).values():
        if milestone.goal is not None:
            aiming.setdefault(milestone.goal, []).append(milestone)
    return aiming


def _with_milestones(dossier: Dossier, speerpunten: Iterable[Speerpunt], under: Ref | None) -> Iterator[Branch]:
    for speerpunt in speerpunten:
        yield Branch(ref_of(speerpunt), under, 1)
        yield from _leaves(dossier.milestones_of_speerpunt(speerpunt.id), under, 2)


def _leaves(milestones: Iterable[Milestone], under: Ref | None, depth: int) -> Iterator[Branch]:
    return (Branch(ref_of(milestone), under, depth) for milestone in milestones)


def _ended(rows: list[Branch]) -> Tree:
    """The rows, each with where what stands under it ends."""
    ends = [0] * len(rows)
    open_rows: list[int] = []
    for place, row in enumerate(rows):
        while open_rows and rows[open_rows[-1]].depth >= row.depth:
            ends[open_rows.pop()] = place
        open_rows.append(place)
    for place in open_rows:
        ends[place] = len(rows)
    return tuple(replace(row, end=end) for row, end in zip(rows, ends, strict=True))


def shown_rows(
    tree: Tree, is_open: Callable[[Branch], bool], wanted: Collection[Ref] | None = None
) -> list[tuple[Branch, bool | None]]:
    """The rows to show, each with whether it is open; None when nothing can stand under it.

    With `wanted` only those records and what they stand under; a head goes with the last of its rows.
    """
    kept = None if wanted is None else _kept(tree, wanted)
    rows: list[tuple[Branch, bool | None]] = []
    place = 0
    while place < len(tree):
        branch = tree[place]
        if kept is not None and place not in kept:
            place += 1
            continue
        has_more = branch.end > place + 1 and (
            kept is None or any(below in kept for below in range(place + 1, branch.end))
        )
        opened = is_open(branch) if has_more and branch.ref else None
        rows.append((branch, opened))
        place = branch.end if opened is False else place + 1
    return rows


def _kept(tree: Tree, wanted: Collection[Ref]) -> set[int]:
    """The places of the wanted records, and of what they stand under."""
    kept: set[int] = set()
    above: list[int] = []
    for place, branch in enumerate(tree):
        while above and tree[above[-1]].depth >= branch.depth:
            above.pop()
        if branch.ref in wanted and branch.ref is not None:
            kept |= {place, *above}
        above.append(place)
    return kept


def goals_elsewhere(dossier: Dossier, ref: Ref, under: Ref | None) -> list[Goal]:
    """The other goals under which a speerpunt stands as well."""
    speerpunt = dossier.get(ref)
    if not isinstance(speerpunt, Speerpunt) or under is None or under.table != "goals":
        return []
    served = dict.fromkeys(dossier.goals_served(speerpunt))
    goals = (dossier.of(Goal).get(number) for number in served if number != under.id)
    return [goal for goal in goals if goal is not None]
