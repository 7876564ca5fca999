"""What a paper still has to be told: its holes, its last annex, place 8 and `sto concept` read this.

What a section asks are the checks that are `in_paper`; one that is met counts too, so that each section has a measure
of how full it is. What was set aside is met: somebody said that it may stay so.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import groupby

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.plan import Chapter
from sto_tui.planning.checks.finding import MET, Check, Finding, Seen, all_checks
from sto_tui.planning.checks.set_aside import set_aside_as
from sto_tui.planning.paper_outline import ANNEXES, PaperSection, outline
from sto_tui.planning.paper_registry import PaperPart, paper_of
from sto_tui.planning.progress.period_report import ReportPeriod, reported_in


@dataclass(frozen=True)
class SectionState:
    """How much of a section there is: of `total` points `filled` are met, and these are not.

    Those that were set aside count as met.
    """

    section: PaperSection
    filled: int
    total: int
    missing: tuple[Finding, ...]
    aside: tuple[Finding, ...] = ()


def section_states(
    dossier: Dossier, part: PaperPart, today: date, span: ReportPeriod | None = None
) -> tuple[SectionState, ...]:
    """One state per section, in the order of the paper; a report is about the period `span`."""
    paper = paper_of(part)
    reported = reported_in(paper, dossier, today, span) if paper.reports else None
    seen = Seen(dossier, today, reported)
    return tuple(_state(seen, section, part) for section in outline(dossier, part))


def holes(dossier: Dossier, part: PaperPart, today: date, span: ReportPeriod | None = None) -> tuple[Finding, ...]:
    """All that is missing, in the order of the paper; a report is about the period `span`."""
    return tuple(hole for state in section_states(dossier, part, today, span) for hole in state.missing)


def _state(seen: Seen, section: PaperSection, part: PaperPart) -> SectionState:
    """The annexes of a regiovisie or a report have nothing to fill in."""
    asks = section != ANNEXES or part in ("alles", "activiteitenplan")
    points = list(_points(seen, section)) if asks else []
    lacking = [point for point in points if point is not None]
    aside = tuple(
        point for point in lacking if set_aside_as(seen.dossier, point.check, point.ref, point.message) is not None
    )
    missing = tuple(point for point in lacking if point not in aside) if aside else tuple(lacking)
    return SectionState(section, len(points) - len(missing), len(points), missing, aside)


def _points(seen: Seen, section: PaperSection) -> Iterator[Finding | None]:
    """All that a section asks, None for what is met; checks of the same things are asked thing by thing."""
    for over, together in groupby(_asked_in(section.chapter or section), lambda check: check.over):
        asking = [(check, check.asking(seen)) for check in together]
        for item in over(seen):
            for check, ask in asking:
                for point in ask(item):
                    yield None if point is MET else check.finding(point, section)


@cache
def _asked_in(section: Chapter | PaperSection) -> tuple[Check, ...]:
    return tuple(check for check in all_checks() if check.in_paper and check.section == section)
