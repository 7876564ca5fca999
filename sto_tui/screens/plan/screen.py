"""Place 4, Plan: goals, themes and speerpunten, parties, organisation, risks, money, support."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import count, short_date
from sto_tui.domain.parties import Body, Party, PartyKind, PartyStatus
from sto_tui.domain.plan import Goal, Risk, Size, Speerpunt, Support, Theme
from sto_tui.domain.record import Ref
from sto_tui.domain.region import PlanPeriod
from sto_tui.places import Place
from sto_tui.planning.beginnings import beginning
from sto_tui.screens.frame.columns import Around, ListOf, Shown
from sto_tui.screens.frame.list_place import PlaceScreen
from sto_tui.screens.frame.section import BLANK, group
from sto_tui.screens.plan.money_rows import (
    BUDGET,
    COFINANCING,
    EQUIPMENT,
    budget_rows,
    cofinancing_rows,
    equipment_rows,
)
from sto_tui.screens.plan.party_acts import ACTS, PartyActs
from sto_tui.widgets.record_list import Cell, Row


def next_number(used: Sequence[str], prefix: str) -> str:
    """The number after the highest of `1.1`, `1.2`."""
    last = [number.removeprefix(prefix) for number in used if number.startswith(prefix)]
    whole = [int(part) for part in last if part.isdecimal()]
    return f"{prefix}{max(whole, default=0) + 1}"


def _how_many_milestones(speerpunt: Speerpunt, around: Around) -> Cell:
    milestones = around.dossier.milestones_of_speerpunt(speerpunt.id)
    return count(len(milestones), "mijlpaal", "mijlpalen"), "muted"


_NUMBER = Shown[Speerpunt]("number", width=6, cell=lambda speerpunt, around: f"  {speerpunt.number}")
_TITLE = Shown[Speerpunt]("title", head="Thema of speerpunt", least=34)
_PARTNERS = Shown[Speerpunt](
    "partners",
    head="",
    width=14,
    drop=2,
    cell=lambda speerpunt, around: (count(len(speerpunt.partners), "partner", "partners"), "muted"),
)
TREE = ListOf(
    Speerpunt,
    _NUMBER,
    _TITLE,
    _PARTNERS,
    Shown(width=14, drop=1, cell=_how_many_milestones),
    none="Nog geen speerpunten. Maak eerst een thema in de lijst Thema’s.",
)


def tree_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """Themes with their speerpunten."""
    rows: list[Row] = []
    for theme in dossier.of(Theme).values():
        below = dossier.speerpunten_of(theme.id)
        cells: dict[Shown[Speerpunt], Cell] = {
            _NUMBER: (str(theme.number), "bold"),
            _TITLE: (theme.title, "bold"),
            _PARTNERS: (count(len(below), "speerpunt", "speerpunten"), "muted"),
        }
        rows += [TREE.other_row(ref_of(theme), cells), *TREE.rows_of(below, dossier, today)]
    strays = [speerpunt for speerpunt in dossier.of(Speerpunt).values() if speerpunt.theme not in dossier.of(Theme)]
    if strays:
        rows += [group("Zonder thema"), *TREE.rows_of(strays, dossier, today)]
    return rows or [TREE.none]


def new_speerpunt(dossier: Dossier, at: Ref | None) -> Mapping[str, Any]:
    """In the theme of the cursor, with the next number."""
    record = dossier.get(at) if at else None
    theme = record.theme if isinstance(record, Speerpunt) else at.id if at and at.table == "themes" else None
    if theme is None or theme not in dossier.of(Theme):
        return {}
    used = [speerpunt.number for speerpunt in dossier.speerpunten_of(theme)]
    return {"theme": theme, "number": next_number(used, f"{dossier.of(Theme)[theme].number}.")}


GOALS = ListOf(
    Goal,
    Shown("number", width=2, align="right", role="bold"),
    Shown("text", share=3, least=30, wrap=True),
    Shown("baseline", width=16, drop=1, empty=("–", "muted")),
    Shown("target", width=18, empty=("–", "muted")),
    Shown("target_year", head="Jaar", width=5, empty="–"),
    Shown("agreed_on", head="Vastgesteld", width=11, drop=2, role="muted", empty=("nog niet", "muted")),
    none="Nog geen doelen. Druk op a om er een toe te voegen.",
)


def goal_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """Goals with what is measured; those of an earlier period below, under its name."""
    rows = GOALS.rows_of(dossier.plan_goals, dossier, today)
    for period in dossier.of(PlanPeriod).values():
        of_period = [goal for goal in dossier.earlier_goals if period.id in goal.periods]
        if of_period:
            rows += [BLANK] * bool(rows) + [group(f"Doelen uit {period.label}")]
            rows += GOALS.rows_of(of_period, dossier, today)
    return rows or [GOALS.none]


def new_goal(dossier: Dossier, at: Ref | None) -> Mapping[str, Any]:
    """With the next number."""
    return {"number": max((goal.number for goal in dossier.plan_goals), default=0) + 1}


THEMES = ListOf(
    Theme,
    Shown("number", width=2, align="right", role="bold"),
    Shown("title", width=28, wrap=True, role="bold"),
    Shown("result", wrap=True),
    none="Nog geen thema’s. Druk op a om er een toe te voegen.",
)


def new_theme(dossier: Dossier, at: Ref | None) -> Mapping[str, Any]:
    """With the next number."""
    return beginning(dossier, Theme, {})


PARTIES = ListOf(
    Party,
    Shown("short", width=9, role="key"),
    Shown("name", head="Partij"),
    Shown("status", width=11, role=lambda party, around: "bold" if party.status is PartyStatus.GETEKEND else "text"),
    Shown("involved_in", width=34, drop=1, role="muted"),
    none="Nog geen partijen. Druk op a om er een toe te voegen.",
)


def party_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """Parties by kind."""
    rows: list[Row] = []
    for kind in PartyKind:
        of_kind = [party for party in dossier.of(Party).values() if party.kind is kind]
        if of_kind:
            rows += [BLANK] * bool(rows) + [group(kind.label), *PARTIES.rows_of(of_kind, dossier, today)]
    return rows or [PARTIES.none]


def _how_many_members(body: Body, around: Around) -> Cell:
    member_count = body.size or len(body.members)
    return (count(member_count, "lid", "leden") if member_count else ""), "muted"


BODIES = ListOf(
    Body,
    Shown("short", width=9, role="key"),
    Shown("name"),
    Shown("members", head="", width=10, cell=_how_many_members),
    Shown(
        "meets",
        head="",
        width=18,
        cell=lambda body, around: (f"{body.meets} keer per jaar" if body.meets else "", "muted"),
    ),
    none="Nog geen organen. Druk op a om bijvoorbeeld de stuurgroep toe te voegen.",
    below=lambda body, around: body.task.replace("\n", " "),
)


def _bold_when_large(size: Size) -> str:
    return "bold" if size is Size.GROOT else "text"


RISKS = ListOf(
    Risk,
    Shown(head="Nr", width=2, align="right", cell=lambda risk, around: str(around.number)),
    Shown("text", share=2, least=24, wrap=True),
    Shown("probability", width=6, role=lambda risk, around: _bold_when_large(risk.probability)),
    Shown("impact", width=6, role=lambda risk, around: _bold_when_large(risk.impact)),
    Shown("measure", share=3, least=20, role="muted"),
    none="Nog geen risico’s. Druk op a om er een toe te voegen.",
)


def _half_days(question: Support, around: Around) -> Cell:
    return count(sum(visit.half_days for visit in question.visits), "dagdeel", "dagdelen"), "muted"


def _support_so_far(question: Support, around: Around) -> str:
    """Who helps, and what came of the latest visit: `critical friend · 09-02-2027: een lijst met vragen`."""
    parts = [question.supporter] if question.supporter else []
    visits = [visit for visit in question.visits if visit.outcome]
    if visits:
        latest = max(visits, key=lambda visit: visit.date or date.min)
        parts.append((f"{short_date(latest.date)}: " if latest.date else "") + latest.outcome)
    return " · ".join(parts)


SUPPORT = ListOf(
    Support,
    Shown("kind", width=13),
    Shown("question", wrap=True),
    Shown("state", width=16),
    Shown("visits", head="", width=12, drop=1, cell=_half_days),
    none="Nog geen vraag om ondersteuning. Druk op a om er een toe te voegen.",
    below=_support_so_far,
)


class PlanScreen(PlaceScreen):
    """The plan as a tree, and the registers around it."""

    place = Place.PLAN
    sections = (
        TREE.section("Plan", tree_rows, new_speerpunt),
        GOALS.section("Doelen", goal_rows, new_goal),
        THEMES.section("Thema’s", new=new_theme),
        PARTIES.section("Partijen", party_rows),
        BODIES.section("Organisatie"),
        RISKS.section("Risico’s"),
        BUDGET.section("Begroting", budget_rows),
        EQUIPMENT.section("Apparatuur", equipment_rows),
        COFINANCING.section("Cofinanciering", cofinancing_rows),
        SUPPORT.section("Ondersteuning"),
    )

    @property
    def _party_acts(self) -> PartyActs:
        return PartyActs(self)

    def why_not(self, id: str) -> str:
        """The acts on a party need one at the cursor."""
        return super().why_not(id) or (self._party_acts.why_not(id) if id in ACTS else "")

    def act_party_stops(self) -> None:
        """The party of the cursor stops."""
        self._party_acts.stop()

    def act_party_joins(self) -> None:
        """The party of the cursor joins."""
        self._party_acts.join()

    def act_parties_merge(self) -> None:
        """The party of the cursor turns out to be another one."""
        self._party_acts.merge()
