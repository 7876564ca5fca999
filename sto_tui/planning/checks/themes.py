"""Themes and speerpunten: what they lead to, who takes part, and whether their periods fit together."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier, list_of, ref_of
from sto_tui.domain.level_words import level_words
from sto_tui.domain.plan import Chapter, Phase, Speerpunt, Theme
from sto_tui.domain.text import plain
from sto_tui.patterns import pattern
from sto_tui.places import Place
from sto_tui.planning.checks.empty_field import empty, filled, there
from sto_tui.planning.checks.finding import MET, Found, Level, Points, check, check_each, missing
from sto_tui.planning.once_per_version import once_per_version

_NUMBER = pattern(r"(\d{1,4})\.\d+")
_YEARS = pattern(r"(\d{4})(?:-(\d{4}))?")
_DASH = pattern(r"\s*[-–—]\s*")


class _Span(NamedTuple):
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


@check(Level.ONTBREEKT, Place.PLAN, Chapter.THEMAS, in_paper=True)
def no_themes(dossier: Dossier, today: date) -> Points:
    """A plan without themes.

    Source: opbouw van het activiteitenplan, elk thema heeft speerpunten.
    """
    words = level_words(dossier.region)
    yield there(dossier, "themes", f"{words.theme.plural} met hun {words.speerpunt.plural}")


def themes(dossier: Dossier) -> Iterable[Theme]:
    """All themes."""
    return dossier.of(Theme).values()


def speerpunten(dossier: Dossier) -> Iterable[Speerpunt]:
    """All speerpunten."""
    return dossier.of(Speerpunt).values()


def _theme_name(dossier: Dossier, theme: Theme) -> str:
    """`thema 1`, or what the region calls a theme."""
    return f"{level_words(dossier.region).theme.singular} {theme.number}"


def _speerpunt_name(dossier: Dossier, speerpunt: Speerpunt) -> str:
    return f"{level_words(dossier.region).speerpunt.singular} {speerpunt.number}"


def _first(dossier: Dossier, speerpunt: Speerpunt) -> str:
    """The same, to begin a sentence with."""
    return dutch.capital(_speerpunt_name(dossier, speerpunt))


@check(Level.TIP, Place.OVERZICHT, Chapter.THEMAS)
def own_word_without_plural(dossier: Dossier, today: date) -> Points:
    """A word of the region for its themes or speerpunten of which nobody said the plural.

    Source: opbouw van het regioprofiel, de regio kiest haar eigen woorden.
    """
    words = level_words(dossier.region)
    for field, word in (("theme_plural", words.theme), ("speerpunt_plural", words.speerpunt)):
        if word.is_general:
            yield Found(
                ref_of(dossier.region, field),
                f"Het meervoud van ‘{word.singular}’ is niet ingevuld; in het concept staat daarvoor ‘{word.plural}’. "
                "Vul het in het regioprofiel in.",
            )


@check_each(themes, Level.ONTBREEKT, Place.PLAN, Chapter.THEMAS, in_paper=True)
def theme_without_result(dossier: Dossier, theme: Theme) -> Points:
    """A theme of which the plan does not say what there will be.

    Source: opbouw van het activiteitenplan, beoogd resultaat per thema.
    """
    yield filled(theme, "result", f"beoogd resultaat van {_theme_name(dossier, theme)}")


@check_each(themes, Level.ONTBREEKT, Place.PLAN, Chapter.THEMAS, in_paper=True)
def theme_without_any_speerpunt(dossier: Dossier, theme: Theme) -> Points:
    """A theme whose table of speerpunten is empty: the hole stands in their list.

    Source: opbouw van het activiteitenplan, elk thema heeft speerpunten.
    """
    hole = f"{level_words(dossier.region).speerpunt.plural} bij {_theme_name(dossier, theme)}"
    empty_list = missing(list_of("speerpunten").at("theme"), hole, str(theme.id))
    yield MET if dossier.speerpunten_of(theme.id) else empty_list


@check_each(themes, Level.WAARSCHUWING, Place.PLAN, Chapter.THEMAS, until_end=True)
def theme_without_speerpunt(dossier: Dossier, theme: Theme) -> Points:
    """A theme in which nothing is done.

    Source: opbouw van het activiteitenplan, elk thema heeft speerpunten.
    """
    if not dossier.speerpunten_of(theme.id):
        name, words = _theme_name(dossier, theme), level_words(dossier.region)
        lacks = f"{dutch.capital(name)} heeft geen {words.speerpunt.plural}"
        yield Found(ref_of(theme), f"{lacks}. Voeg er een toe, of schrap {name}.")


@once_per_version
def _ids_of_plan_goals(dossier: Dossier) -> frozenset[int]:
    return frozenset(goal.id for goal in dossier.plan_goals)


@check_each(speerpunten, Level.WAARSCHUWING, Place.PLAN, Chapter.THEMAS, in_paper=True, until_end=True)
def speerpunt_without_goal(dossier: Dossier, speerpunt: Speerpunt) -> Points:
    """A speerpunt of which the plan does not say what it is for; a goal of an earlier period is no answer.

    A plan that has no goals yet lacks those, and not their links.
    Source: mijlpalenplan 2020, doelen en activiteiten hangen samen.
    """
    if not dossier.plan_goals:
        return
    served = dossier.goals_served(speerpunt)
    if not _ids_of_plan_goals(dossier).isdisjoint(served):
        yield MET
        return
    earlier = any(goal.id in served for goal in dossier.earlier_goals)
    only = "alleen aan een doel van een eerdere periode" if earlier else "aan geen enkel doel"
    yield Found(
        ref_of(speerpunt, "goals"),
        f"{_first(dossier, speerpunt)} werkt {only}. Kies bij ‘Werkt aan doel’ een doel.",
        hole=f"doel waaraan {_speerpunt_name(dossier, speerpunt)} bijdraagt",
    )


@check_each(speerpunten, Level.WAARSCHUWING, Place.PLAN, Chapter.THEMAS, in_paper=True, until_end=True)
def speerpunt_without_result(dossier: Dossier, speerpunt: Speerpunt) -> Points:
    """A speerpunt of which the plan does not say what there will be.

    Source: opbouw van het activiteitenplan, beoogd resultaat per speerpunt.
    """
    yield empty(
        speerpunt,
        "result",
        f"{_first(dossier, speerpunt)} heeft geen beoogd resultaat. Schrijf op wat er ligt, en wanneer.",
        f"beoogd resultaat van {_speerpunt_name(dossier, speerpunt)}",
    )


@check_each(speerpunten, Level.WAARSCHUWING, Place.PLAN, Chapter.THEMAS, in_paper=True, until_end=True)
def speerpunt_without_partners(dossier: Dossier, speerpunt: Speerpunt) -> Points:
    """A speerpunt in which nobody takes part.

    Source: Tips en tools, paragraaf 7, regionale samenwerking.
    """
    yield empty(
        speerpunt,
        "partners",
        f"{_first(dossier, speerpunt)} heeft geen partners. Vul in wie meedoet.",
        f"betrokken partners bij {_speerpunt_name(dossier, speerpunt)}",
    )


@check_each(speerpunten, Level.WAARSCHUWING, Place.PLAN, Chapter.THEMAS, in_paper=True, until_end=True)
def speerpunt_without_phases(dossier: Dossier, speerpunt: Speerpunt) -> Points:
    """A speerpunt of which the plan does not say what is done when.

    Source: opbouw van het activiteitenplan, activiteiten per periode.
    """
    yield empty(
        speerpunt,
        "phases",
        f"{_first(dossier, speerpunt)} heeft geen activiteiten per periode. Vul in wat er wanneer gebeurt.",
        f"activiteiten per periode bij {_speerpunt_name(dossier, speerpunt)}",
    )


@check_each(speerpunten, Level.ONTBREEKT, Place.PLAN, Chapter.THEMAS, in_paper=True)
def phase_without_acts(dossier: Dossier, speerpunt: Speerpunt) -> Points:
    """A period of a speerpunt in which nothing is done.

    Source: opbouw van het activiteitenplan, activiteiten per periode.
    """
    for phase in speerpunt.phases:
        hole = f"activiteiten in {phase.label} bij {_speerpunt_name(dossier, speerpunt)}"
        yield MET if phase.acts else missing(ref_of(speerpunt, "phases"), hole, str(phase.id))


@check_each(speerpunten, Level.TIP, Place.PLAN, Chapter.THEMAS)
def number_of_another_theme(dossier: Dossier, speerpunt: Speerpunt) -> Points:
    """A speerpunt that is numbered after a theme under which it does not stand.

    Source: opbouw van het activiteitenplan, speerpunten zijn genummerd per thema.
    """
    theme = dossier.of(Theme).get(speerpunt.theme)
    after = _NUMBER.fullmatch(speerpunt.number)
    if theme is None or after is None:
        return
    if int(after[1]) == theme.number:
        yield MET
        return
    yield Found(
        ref_of(speerpunt, "number"),
        f"{_first(dossier, speerpunt)} staat onder {_theme_name(dossier, theme)}. Geef het met N een nummer dat met "
        f"{theme.number} begint, of verplaats het.",
    )


@check(Level.WAARSCHUWING, Place.PLAN, Chapter.THEMAS)
def overlapping_phases(dossier: Dossier, today: date) -> Points:
    """Periods of one speerpunt that share days, so that it is unclear when something is done.

    Source: opbouw van het activiteitenplan, activiteiten per periode.
    """
    for speerpunt in dossier.of(Speerpunt).values():
        spans = [span for span in map(_span, speerpunt.phases) if span is not None]
        for earlier, later in _overlaps(spans):
            yield Found(
                ref_of(speerpunt, "phases"),
                f"In {_speerpunt_name(dossier, speerpunt)} overlappen de perioden ‘{earlier.label}’ en "
                f"‘{later.label}’. Laat de ene ophouden waar de andere begint.",
            )


@check(Level.TIP, Place.PLAN, Chapter.THEMAS, until_end=True)
def uneven_phases(dossier: Dossier, today: date) -> Points:
    """Speerpunten of one theme that divide the years differently, or write the same period differently.

    Source: opbouw van het activiteitenplan, activiteiten per periode.
    """
    words = level_words(dossier.region).speerpunt.plural
    for theme in dossier.of(Theme).values():
        users = _users_of_writings(dossier.speerpunten_of(theme.id))
        clashing = sorted({span for pair in _overlaps(users) for span in pair})
        if clashing:
            labels = dutch.enumerate_words([f"‘{label}’" for label in dict.fromkeys(span.label for span in clashing)])
            rarest = min(reversed(clashing), key=lambda span: len(users[span]))
            yield Found(
                ref_of(users[rarest][-1], "phases"),
                f"De {words} van {_theme_name(dossier, theme)} delen de jaren verschillend in: {labels}. Kies voor "
                f"alle {words} dezelfde perioden; begin bij {users[rarest][-1].number}.",
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
