"""Plan periods: what belongs to none of them, and periods that cannot stand beside each other."""

from collections.abc import Iterator
from datetime import date

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.level_words import word_of_table
from sto_tui.domain.plan import Chapter
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.region import PlanPeriod
from sto_tui.domain.text import shortened
from sto_tui.patterns import pattern
from sto_tui.places import Place
from sto_tui.planning.checks.finding import Found, Level, Points, check
from sto_tui.planning.checks.per_place import check_per_place
from sto_tui.planning.plan_periods import trouble_with, trouble_with_name

MOST_APART = 3
_FIELDS = {
    "goals": "periods",
    "themes": "periods",
    "milestones": "speerpunt",
    "risks": "periods",
    "texts": "period",
    "vision": "period",
}


@check_per_place(Level.WAARSCHUWING, _FIELDS)
def of_no_period(dossier: Dossier, today: date, tables: tuple[str, ...]) -> Points:
    """What belongs to no plan period, in a dossier of several: it is shown with the plan at hand. Money: by its year.

    Source: Tips en tools, paragraaf 6, per planperiode een eigen plan.
    """
    if len(dossier.of(PlanPeriod)) < 2:
        return
    for table in tables:
        loose = [record for record in dossier.ordered(table).values() if not dossier.periods_of(table, record)]
        if len(loose) > MOST_APART:
            word = word_of_table(dossier.region, table)
            words = dutch.count(len(loose), word.singular, word.plural)
            yield _found(table, loose[0], f"{dutch.capital(words)} horen bij geen planperiode, zoals", dossier)
        else:
            for record in loose:
                yield _found(table, record, "Bij geen planperiode hoort", dossier)


def _found(table: str, record: Record, begin: str, dossier: Dossier) -> Found:
    levels = f"{dossier.word_of('speerpunten')} of {dossier.word_of('themes')}"
    choose = f"Kies een {levels}, of vul de dagen in" if table == "milestones" else "Kies er een"
    return Found(ref_of(record, _FIELDS[table]), f"{begin} {dossier.name(ref_of(record))}. {choose}.")


_WORDS = {
    "goals": ("text", "indicator"),
    "themes": ("title", "result"),
    "speerpunten": ("title", "result"),
    "milestones": ("title", "tangible_result"),
    "risks": ("text", "measure", "note"),
}
_YEAR = pattern(r"\b20\d\d\b")


@check_per_place(Level.WAARSCHUWING, _WORDS)
def year_of_the_period_before(dossier: Dossier, today: date, tables: tuple[str, ...]) -> Points:
    """What was carried over with its words as they were, in which a year stands that is over when the plan begins.

    Source: Tips en tools, paragraaf 2, wat doorgaat wordt voor de nieuwe periode opnieuw geformuleerd.
    """
    plan = dossier.current_period
    for table in tables if plan else ():
        outdated = [
            (record, field, year)
            for record in dossier.ordered(table).values()
            for field, year in _outdated(dossier, table, record, plan.start.year if plan else 0)
        ]
        more = f" (en bij nog {len(outdated) - MOST_APART})" if len(outdated) > MOST_APART else ""
        for place, (record, field, year) in enumerate(outdated[:MOST_APART]):
            name = _called(dossier, record)
            yield Found(
                ref_of(record, field),
                f"{name}{more if place == 0 else ''} noemt nog {year}, een jaar van vóór {plan.label if plan else ''}. "
                "Pas de tekst aan.",
            )


def _called(dossier: Dossier, record: Record) -> str:
    """`Doel 2`; what has no number by its words."""
    ref = ref_of(record)
    number = getattr(record, "number", "")
    words = str(number) if number else f"‘{shortened(dossier.caption(ref), 60)}’"
    return f"{dutch.capital(word_of_table(dossier.region, ref.table).singular)} {words}"


def _outdated(dossier: Dossier, table: str, record: Record, begins: int) -> Iterator[tuple[str, str]]:
    """The first field of a record that was carried over as it was and names a year before this one, with that year."""
    source = dossier.get(Ref(table, getattr(record, "continues", None) or 0))
    for field in _WORDS[table] if source else ():
        words = getattr(record, field)
        years = [year for year in _YEAR.findall(words) if int(year) < begins]
        if years and words == getattr(source, field):
            yield field, max(years)
            return


@check(Level.WAARSCHUWING, Place.OVERZICHT, Chapter.INLEIDING)
def periods_do_not_fit(dossier: Dossier, today: date) -> Points:
    """A plan period that ends before it begins, lasts too long, overlaps another one, or has a name that misleads.

    Source: subsidieregeling 2025-2028, plannen van twee jaar binnen één plan op hoofdlijnen.
    """
    for period in dossier.of(PlanPeriod).values():
        others = [other for other in dossier.of(PlanPeriod).values() if other.id < period.id]
        if trouble := trouble_with(period, others) or trouble_with_name(period, others):
            yield Found(ref_of(period, trouble.field), trouble.sentence)


@check(Level.WAARSCHUWING, Place.OVERZICHT, Chapter.INLEIDING)
def not_about_one_period(dossier: Dossier, today: date) -> Points:
    """Several periods that are marked as the one that the plan is about, or none: then the latest is shown.

    The screens keep it at one; a file that was merged or changed elsewhere may not.
    Source: Tips en tools, paragraaf 6, per planperiode een eigen plan.
    """
    periods = sorted(dossier.of(PlanPeriod).values(), key=lambda period: period.start)
    marked = [period.label for period in periods if period.current]
    shown = dossier.whole.period_at_hand
    if shown is None or len(periods) < 2 or len(marked) == 1:
        return
    where = f"aan bij {dutch.enumerate_words(marked)}" if marked else "bij geen planperiode aan"
    yield Found(
        ref_of(shown, "current"),
        f"‘Hierover gaat het plan’ staat {where}; sto-tui gaat uit van {shown.label}. Laat of zet het bij één aan.",
    )
