"""By what the milestones on the timeline are grouped."""

from collections.abc import Sequence
from enum import StrEnum

from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.level_words import LevelWord, level_words
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.plan import Theme
from sto_tui.domain.record import Ref
from sto_tui.domain.region import Region
from sto_tui.frozen import frozen
from sto_tui.planning.veri.columns import columns
from sto_tui.planning.veri.matrix import doers


class Grouping(StrEnum):
    """What the rows are grouped by."""

    THEMA = "thema’s"
    DEELPROJECT = "deelprojecten"
    PARTIJ = "partijen"

    def word(self, region: Region) -> LevelWord:
        """`thema`, `thema’s`, in the region's own word; `deelproject`, or `partij`."""
        own = self is Grouping.THEMA
        return level_words(region).theme if own else LevelWord(self.name.lower(), str(self))


@frozen
class Group:
    """A head with its milestones."""

    key: tuple[str, object]
    number: str
    title: str
    milestones: Sequence[Milestone]


def groups_of(dossier: Dossier, grouping: Grouping) -> list[Group]:
    """The groups that have milestones; under a party is what it carries out, so a milestone can be in several."""
    if grouping is Grouping.THEMA:
        return _by_theme(dossier)
    if grouping is Grouping.DEELPROJECT:
        return _by_deelproject(dossier)
    return _by_party(dossier)


def _by_theme(dossier: Dossier) -> list[Group]:
    groups = [
        Group((Grouping.THEMA, theme.id), str(theme.number), theme.title, dossier.milestones_of(theme.id))
        for theme in dossier.of(Theme).values()
    ]
    groups.append(
        Group((Grouping.THEMA, 0), "", f"Zonder {level_words(dossier.region).theme.singular}", dossier.milestones_of(0))
    )
    return [group for group in groups if group.milestones]


def _by_deelproject(dossier: Dossier) -> list[Group]:
    members: dict[str, list[Milestone]] = {}
    for milestone in dossier.of(Milestone).values():
        members.setdefault(milestone.deelproject, []).append(milestone)
    names = sorted(members, key=lambda name: (not name, name.casefold()))
    return [Group((Grouping.DEELPROJECT, name), "", name or "Zonder deelproject", members[name]) for name in names]


def _by_party(dossier: Dossier) -> list[Group]:
    members: dict[Ref, list[Milestone]] = {}
    left = []
    for milestone in dossier.of(Milestone).values():
        parties = doers(dossier, ref_of(milestone))
        for party in parties:
            members.setdefault(party, []).append(milestone)
        if not parties:
            left.append(milestone)
    groups = [
        Group((Grouping.PARTIJ, party), "", dossier.caption(party), members[party])
        for party in columns(dossier, hidden=True)
        if party in members
    ]
    return [*groups, Group((Grouping.PARTIJ, None), "", "Nog niemand voert uit", left)] if left else groups
