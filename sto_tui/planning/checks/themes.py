"""Themes and speerpunten: what they lead to, who takes part, and whether their periods fit together."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.plan import Phase, Speerpunt, Theme
from sto_tui.domain.record import Ref
from sto_tui.domain.text import plain
from sto_tui.places import Place
from sto_tui.planning.checks.finding import Level, rule

_YEARS = re.compile(r"(\d{4})(?:-(\d{4}))?")
_DASH = re.compile(r"\s*[-–—]\s*")


@dataclass(frozen=True, order=True)
class _Span:
    """The days of a phase, first and last, and how the plan writes them."""

    start: date
    end: date
    label: str


def _span(phase: Phase) -> _Span | None:
    """The days of a phase by its dates, else by a label that is a year or two; None when neither says it."""
    if phase.start is not None and phase.end is not None:
        return _Span(phase.start, phase.end, phase.label)
    years = _YEARS.fullmatch(_DASH.sub("-", phase.label))
    if years is None:
        return None
    first, last = int(years[1]), int(years[2] or years[1])
    return _Span(date(first, 1, 1), date(last, 12, 31), phase.label) if first and last else None


def _overlaps(spans: Iterable[_Span]) -> Iterator[tuple[_Span, _Span]]:
    """Each span that starts before an earlier one has ended, with that earlier one."""
    latest: _Span | None = None
    for span in sorted(spans):
        if latest is not None and span.start <= latest.end:
            yield latest, span
        if latest is None or span.end > latest.end:
            latest = span


@rule(Level.WAARSCHUWING, Place.PLAN)
def theme_without_speerpunt(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """A theme in which nothing is done.

    Source: opbouw van het activiteitenplan, elk thema heeft speerpunten.
    """
    for theme in dossier.of(Theme).values():
        if not dossier.speerpunten_of(theme.id):
            yield ref_of(theme), f"Thema {theme.number} heeft geen speerpunten. Voeg er een toe of schrap het thema."


@rule(Level.WAARSCHUWING, Place.PLAN)
def speerpunt_without_partners(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """A speerpunt in which nobody takes part.

    Source: Tips en tools, paragraaf 7, regionale samenwerking.
    """
    for speerpunt in dossier.of(Speerpunt).values():
        if not speerpunt.partners:
            yield (
                ref_of(speerpunt, "partners"),
                f"Speerpunt {speerpunt.number} heeft geen partners. Vul in wie meedoet.",
            )


@rule(Level.WAARSCHUWING, Place.PLAN)
def speerpunt_without_result(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """A speerpunt of which the plan does not say what there will be.

    Source: opbouw van het activiteitenplan, beoogd resultaat per speerpunt.
    """
    for speerpunt in dossier.of(Speerpunt).values():
        if not speerpunt.result:
            yield (
                ref_of(speerpunt, "result"),
                f"Speerpunt {speerpunt.number} heeft geen beoogd resultaat. Schrijf op wat er ligt, en wanneer.",
            )


@rule(Level.WAARSCHUWING, Place.PLAN)
def speerpunt_without_phases(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """A speerpunt of which the plan does not say what is done when.

    Source: opbouw van het activiteitenplan, activiteiten per periode.
    """
    for speerpunt in dossier.of(Speerpunt).values():
        if not speerpunt.phases:
            yield (
                ref_of(speerpunt, "phases"),
                f"Speerpunt {speerpunt.number} heeft geen activiteiten per periode. Vul in wat er wanneer gebeurt.",
            )


@rule(Level.WAARSCHUWING, Place.PLAN)
def overlapping_phases(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """Periods of one speerpunt that share days, so that it is unclear when something is done.

    Source: opbouw van het activiteitenplan, activiteiten per periode.
    """
    for speerpunt in dossier.of(Speerpunt).values():
        spans = [span for span in map(_span, speerpunt.phases) if span is not None]
        for earlier, later in _overlaps(spans):
            yield (
                ref_of(speerpunt, "phases"),
                f"In speerpunt {speerpunt.number} overlappen de perioden ‘{earlier.label}’ en ‘{later.label}’. "
                "Laat de ene ophouden waar de andere begint.",
            )


@rule(Level.TIP, Place.PLAN)
def uneven_phases(dossier: Dossier, today: date) -> Iterator[tuple[Ref, str]]:
    """Speerpunten of one theme that divide the years differently, or write the same period differently.

    Source: opbouw van het activiteitenplan, activiteiten per periode.
    """
    for theme in dossier.of(Theme).values():
        users = _users_of_writings(dossier.speerpunten_of(theme.id))
        clashing = sorted({span for pair in _overlaps(users) for span in pair})
        if clashing:
            labels = dutch.enumerate_words([f"‘{label}’" for label in dict.fromkeys(one.label for one in clashing)])
            rarest = min(reversed(clashing), key=lambda span: len(users[span]))
            yield (
                ref_of(users[rarest][-1], "phases"),
                f"De speerpunten van thema {theme.number} delen de jaren verschillend in: {labels}. Kies voor alle "
                f"speerpunten dezelfde perioden; begin bij {users[rarest][-1].number}.",
            )


def _users_of_writings(speerpunten: Iterable[Speerpunt]) -> Mapping[_Span, Sequence[Speerpunt]]:
    """Which speerpunten have each period; one that only differs in blanks or dashes is the same."""
    first: dict[tuple[date, date, str], _Span] = {}
    users: dict[_Span, list[Speerpunt]] = defaultdict(list)
    for speerpunt in speerpunten:
        for span in filter(None, map(_span, speerpunt.phases)):
            writing = span.start, span.end, plain(_DASH.sub("-", span.label))
            users[first.setdefault(writing, span)].append(speerpunt)
    return users
