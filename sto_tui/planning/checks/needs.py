"""What a paper still has to be told, the one list of it: its holes, last annex, place 8 and `sto concept` read this.

A need that is met counts too, so that each section has a measure of how full it is.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sto_tui.content.library import subjects
from sto_tui.domain.dossier import Dossier, list_of, ref_of
from sto_tui.domain.dutch import count
from sto_tui.domain.evaluation import Action, ActionStatus, Decision
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht, Veri
from sto_tui.domain.money import BudgetLine, Cofinancing
from sto_tui.domain.parties import Body
from sto_tui.domain.plan import Chapter, ChapterText, Risk, Speerpunt, Theme
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.region import PlanPeriod, PlanStatus
from sto_tui.domain.tables import TABLES
from sto_tui.domain.vision import Indicator, VisionSection
from sto_tui.places import Place
from sto_tui.planning.checks.goals import MEASURED_BY
from sto_tui.planning.money import all_lack_the_same, gap, lacking, lacking_words, lacks_subsidy_of_years, unpriced
from sto_tui.planning.outline import (
    ANNEXES,
    COVER,
    LIGHTS,
    LOG,
    STANDING,
    THIS_PERIOD,
    PaperPart,
    PaperSection,
    outline,
)
from sto_tui.planning.progress.period_report import Reported, ReportPeriod, entries_in, kept_report, reported_on
from sto_tui.planning.veri.matrix import DECIDES, DOES, MatrixRow, matrix_rows
from sto_tui.planning.veri.summary import named_parties, other_codes

_LONGEST_NAME = 50
_SETTLED = (ActionStatus.GEREED, ActionStatus.VERVALLEN)


@dataclass(frozen=True)
class Need:
    """Something that is missing: in which section, what in Dutch, and the field that takes it.

    The address is that of a list when there is no record yet; `detail` tells two needs of one field apart, and
    `other_place` is where it is filled in when that is not where the record stands.
    """

    section: PaperSection
    what: str
    ref: Ref
    detail: str = ""
    other_place: Place | None = None

    @property
    def sentence(self) -> str:
        """`4 Doelen: nulwaarde bij doel 4`."""
        return f"{self.section.heading}: {self.what}"

    @property
    def where(self) -> str:
        """Where it can be filled in: `4 Plan`."""
        return (self.other_place or TABLES[self.ref.table].place).numbered


@dataclass(frozen=True)
class SectionState:
    """How much of a section there is: of `total` needs `filled` are met, and these are not."""

    section: PaperSection
    filled: int
    total: int
    missing: tuple[Need, ...]


@dataclass(frozen=True)
class _Asked:
    """A need that may be met."""

    met: bool
    what: str
    ref: Ref
    detail: str = ""
    other_place: Place | None = None


_Asks = Callable[[Dossier, date], Iterator[_Asked]]


def section_states(
    dossier: Dossier, part: PaperPart, today: date, span: ReportPeriod | None = None
) -> tuple[SectionState, ...]:
    """One state per section, in the order of the paper; a report is about the period `span`."""
    reported = reported_on(dossier, today, span) if part == "voortgangsrapportage" else None
    states = []
    for section in outline(dossier, part):
        ask = _REPORT_ASKS.get(section.key)
        asked = list(ask(reported) if reported and ask else _asked(dossier, section, part, today))
        missing = tuple(Need(section, one.what, one.ref, one.detail, one.other_place) for one in asked if not one.met)
        states.append(SectionState(section, len(asked) - len(missing), len(asked), missing))
    return tuple(states)


def needs(dossier: Dossier, part: PaperPart, today: date, span: ReportPeriod | None = None) -> tuple[Need, ...]:
    """All that is missing, in the order of the paper; a report is about the period `span`."""
    return tuple(need for state in section_states(dossier, part, today, span) for need in state.missing)


def _asked(dossier: Dossier, section: PaperSection, part: PaperPart, today: date) -> Iterator[_Asked]:
    """What a section asks; the annexes of a regiovisie or a report have nothing to fill in."""
    if section is not ANNEXES or part in ("alles", "activiteitenplan"):
        yield from _ASKS[section.key](dossier, today)


def _there(dossier: Dossier, table: str, what: str) -> _Asked:
    """That a table has any record."""
    return _Asked(bool(dossier.tables[table]), what, list_of(table))


def _filled(record: Record, field: str, what: str) -> _Asked:
    """That a field of a record holds something."""
    value = getattr(record, field)
    return _Asked(bool(value.strip() if isinstance(value, str) else value), what, ref_of(record, field))


def _written(dossier: Dossier, chapter: Chapter, what: str) -> _Asked:
    return _Asked(
        any(text.chapter is chapter for text in dossier.of(ChapterText).values()), what, list_of("texts").at("text")
    )


def _cover(dossier: Dossier, today: date) -> Iterator[_Asked]:
    yield _filled(dossier.region, "lead_school", "naam van de penvoerder")
    yield _filled(dossier.region, "programme_manager", "naam van de programmamanager")
    yield _there(dossier, "periods", "de planperiode")
    period = dossier.current_period
    if period and period.plan_status is PlanStatus.VASTGESTELD:
        yield _filled(period, "adopted_on", "de dag waarop het plan is vastgesteld")


def _introduction(dossier: Dossier, today: date) -> Iterator[_Asked]:
    yield _written(dossier, Chapter.INLEIDING, "aanleiding en opzet van dit plan")


def _looking_back(dossier: Dossier, today: date) -> Iterator[_Asked]:
    yield _there(dossier, "answers", "antwoorden uit de evaluatie")
    yield _there(dossier, "decisions", "besluiten uit de evaluatie")
    for index, decision in enumerate(dossier.of(Decision).values(), 1):
        yield _filled(decision, "why", f"waarom besluit B{index} is genomen")
        settled = any(dossier.get(ref) for ref in decision.becomes) or bool(decision.why_not.strip())
        yield _Asked(settled, f"waar besluit B{index} terugkomt, of waarom niet", ref_of(decision, "becomes"))


def _vision(dossier: Dossier, today: date) -> Iterator[_Asked]:
    yield _there(dossier, "vision", "onderdelen van de regiovisie")
    for section in dossier.of(VisionSection).values():
        yield _filled(section, "text", f"tekst bij ‘{section.section}’")
    about = "cijfers over leerlingen, instroom, doorstroom en arbeidsmarkt, met bron en peildatum"
    yield _there(dossier, "indicators", about)
    for indicator in dossier.of(Indicator).values():
        yield _filled(indicator, "series", f"waarden bij ‘{indicator.title}’")
        yield _filled(indicator, "source", f"bron bij ‘{indicator.title}’")
    yield _filled(dossier.region, "ambition", "de ambitie van de regio")


def _goals(dossier: Dossier, today: date) -> Iterator[_Asked]:
    yield _Asked(bool(dossier.plan_goals), "de doelen", list_of("goals"))
    for goal in dossier.plan_goals:
        for name, word in MEASURED_BY.items():
            yield _filled(goal, name, f"{word} bij doel {goal.number}")


def _themes(dossier: Dossier, today: date) -> Iterator[_Asked]:
    names = dossier.region
    yield _there(dossier, "themes", "thema’s met hun speerpunten")
    for theme in dossier.of(Theme).values():
        name = f"{names.theme_name} {theme.number}"
        yield _filled(theme, "result", f"beoogd resultaat van {name}")
        has_some = bool(dossier.speerpunten_of(theme.id))
        yield _Asked(has_some, f"speerpunten bij {name}", list_of("speerpunten").at("theme"), str(theme.id))
    for speerpunt in dossier.of(Speerpunt).values():
        yield from _speerpunt(speerpunt, f"{names.speerpunt_name} {speerpunt.number}")


def _speerpunt(speerpunt: Speerpunt, name: str) -> Iterator[_Asked]:
    yield _filled(speerpunt, "result", f"beoogd resultaat van {name}")
    yield _filled(speerpunt, "partners", f"betrokken partners bij {name}")
    yield _filled(speerpunt, "phases", f"activiteiten per periode bij {name}")
    for phase in speerpunt.phases:
        what = f"activiteiten in {phase.label} bij {name}"
        yield _Asked(bool(phase.acts), what, ref_of(speerpunt, "phases"), str(phase.id))


def _obligatory(dossier: Dossier, today: date) -> Iterator[_Asked]:
    touched = {tag for speerpunt in dossier.of(Speerpunt).values() for tag in speerpunt.tags}
    for subject in subjects():
        what = f"een {dossier.region.speerpunt_name} over ‘{subject.title}’"
        yield _Asked(subject.tag in touched, what, list_of("speerpunten").at("tags"), subject.tag.value)


def _organisation(dossier: Dossier, today: date) -> Iterator[_Asked]:
    yield _there(dossier, "bodies", "de organen: stuurgroep, programmamanager, werkgroepen")
    for body in dossier.of(Body).values():
        yield _filled(body, "task", f"taak van {body.name}")
    yield _there(dossier, "veri", "wie welke rol heeft per mijlpaal")
    yield from _roles(dossier)


def roles_to_settle(dossier: Dossier) -> list[tuple[Ref, str]]:
    """What is still to be agreed in the matrix, in its order: the row and the detail of each need."""
    return [(one.ref, one.detail) for one in _roles(dossier) if not one.met]


def _roles(dossier: Dossier) -> Iterator[_Asked]:
    """Who decides and who does the work, of every row with roles; said once of a row from which others take theirs."""
    for row in matrix_rows(dossier) if dossier.of(Veri) else ():
        if row.own:
            yield from _roles_of(dossier, row)
        elif row.ref.table == "milestones" and not row.inherited_from:
            yield _Asked(False, f"de rollen bij {_row_name(dossier, row)}", row.ref, "roles", Place.VERI)


def _roles_of(dossier: Dossier, row: MatrixRow) -> Iterator[_Asked]:
    name, deciders = _row_name(dossier, row), row.with_code(DECIDES)
    who = f"wie van {named_parties(dossier, deciders)}" if len(deciders) > 1 else "wie"
    yield _Asked(len(deciders) == 1, f"{who} over {name} beslist (E)", row.ref, "decides", Place.VERI)
    yield _Asked(bool(row.with_code(DOES)), f"wie {name} uitvoert (V)", row.ref, "does", Place.VERI)
    for party in row.both_in_and_out:
        choice = f"of {dossier.caption(party)} bij {name} op O staat of op {other_codes(row, party)}"
        yield _Asked(False, choice, row.ref, f"out of the loop: {party}", Place.VERI)


def _row_name(dossier: Dossier, row: MatrixRow) -> str:
    """`mijlpaal 5.4c`, or what the region calls the level of the row."""
    region = dossier.region
    level = {"themes": region.theme_name, "speerpunten": region.speerpunt_name}.get(row.ref.table, "mijlpaal")
    return f"{level} {row.number}"


def _schedule(dossier: Dossier, today: date) -> Iterator[_Asked]:
    """Without a period there are no columns, so that no milestone can be late in them either."""
    yield _there(dossier, "milestones", "de mijlpalen")
    yield _there(dossier, "periods", "de planperiode")
    for milestone in dossier.of(Milestone).values() if dossier.of(PlanPeriod) else ():
        yield _filled(milestone, "due", f"wanneer mijlpaal {milestone.number} klaar is")


def _monitoring(dossier: Dossier, today: date) -> Iterator[_Asked]:
    yield _written(dossier, Chapter.MONITORING, "hoe de regio de voortgang volgt en erover bericht")


def _risks(dossier: Dossier, today: date) -> Iterator[_Asked]:
    yield _there(dossier, "risks", "de risico’s")
    for index, risk in enumerate(dossier.of(Risk).values(), 1):
        yield _filled(risk, "measure", f"maatregel bij risico {index}")


def _money(dossier: Dossier, today: date) -> Iterator[_Asked]:
    yield _there(dossier, "budget", "de begroting")
    yield from _amounts(list(dossier.of(BudgetLine).values()), "budget", ("post", "posten"))
    yield _there(dossier, "cofinancing", "de cofinanciering")
    yield from _amounts(list(dossier.of(Cofinancing).values()), "cofinancing", ("bijdrage", "bijdragen"))
    yield _filled(dossier.region, "subsidy_max", "de maximale subsidie")
    if lacks_subsidy_of_years(dossier):
        yield _filled(dossier.region, "subsidy_in_budget", "de subsidie voor de begrote jaren")


def _amounts(lines: Sequence[BudgetLine | Cofinancing], table: str, words: tuple[str, str]) -> Iterator[_Asked]:
    """That every line has an amount."""
    bare = unpriced(lines)
    if bare:
        missing = dict.fromkeys(field for line in bare for field in lacking(line))
        fields = lacking_words(missing, each=all_lack_the_same(bare))
        yield _Asked(False, f"{fields} bij {count(len(bare), *words)}", gap(bare[0]))
    elif lines:
        yield _Asked(True, "bedragen", list_of(table))


def _annexes(dossier: Dossier, today: date) -> Iterator[_Asked]:
    yield _there(dossier, "parties", "de deelnemende partijen")
    for action in dossier.of(Action).values():
        if action.status not in _SETTLED:
            name = action.text if len(action.text) <= _LONGEST_NAME else f"{action.text[: _LONGEST_NAME - 1].rstrip()}…"
            yield _filled(action, "owner", f"eigenaar van actie ‘{name}’")
            yield _filled(action, "due", f"wanneer actie ‘{name}’ gereed is")


def _standing(reported: Reported) -> Iterator[_Asked]:
    yield _there(reported.standing.dossier, "milestones", "de mijlpalen")


def _this_period(reported: Reported) -> Iterator[_Asked]:
    dossier, span = reported.standing.dossier, reported.span
    told = bool(entries_in(dossier, span)) or kept_report(dossier, span) is not None
    what = "wat er in deze periode gebeurde; het logboek heeft er geen regels over"
    yield _Asked(told, what, list_of("progress"))


def _lights(reported: Reported) -> Iterator[_Asked]:
    """Oranje and rood need a line that says why, up to the end of the period."""
    standing = reported.standing
    for milestone in standing.dossier.of(Milestone).values():
        light = standing.light_of(milestone)
        if light in (Stoplicht.ORANJE, Stoplicht.ROOD):
            latest = latest_line(standing.dossier, milestone, reported.span.end)
            what = f"waarom mijlpaal {milestone.number} op {light.label} {'stond' if standing.is_past else 'staat'}"
            told = latest is not None and latest.speaks
            yield _Asked(told, what, *why_of(milestone, latest))


def _nothing(reported: Reported) -> Iterator[_Asked]:
    return iter(())


def why_of(milestone: Milestone, latest: Progress | None) -> tuple[Ref, str]:
    """Where it is written why a milestone is late: in its latest line of the log, or in a new one."""
    return (ref_of(latest, "note") if latest else list_of("progress").at("note")), str(milestone.id)


def latest_line(dossier: Dossier, milestone: Milestone, day: date) -> Progress | None:
    """The last line of the log about a milestone, up to and including a day."""
    return next((entry for entry in dossier.progress_of(milestone.id) if entry.date <= day), None)


_ASKS: dict[str, _Asks] = {
    COVER.key: _cover,
    Chapter.INLEIDING: _introduction,
    Chapter.TERUGBLIK: _looking_back,
    Chapter.REGIOVISIE: _vision,
    Chapter.DOELEN: _goals,
    Chapter.THEMAS: _themes,
    Chapter.VERPLICHT: _obligatory,
    Chapter.ORGANISATIE: _organisation,
    Chapter.PLANNING: _schedule,
    Chapter.MONITORING: _monitoring,
    Chapter.RISICOS: _risks,
    Chapter.BEGROTING: _money,
    ANNEXES.key: _annexes,
}
_REPORT_ASKS: dict[str, Callable[[Reported], Iterator[_Asked]]] = {
    STANDING.key: _standing,
    THIS_PERIOD.key: _this_period,
    LIGHTS.key: _lights,
    LOG.key: _nothing,
}
if without := [chapter.label for chapter in Chapter if chapter not in _ASKS]:
    raise RuntimeError(f"what do these chapters need? {without}")
