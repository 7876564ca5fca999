"""Place 4, Plan: goals, themes and speerpunten, parties, organisation, risks, money, support."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import count, short_date
from sto_tui.domain.parties import Body, Party, PartyKind
from sto_tui.domain.plan import Goal, Risk, Size, Speerpunt, Support, Theme
from sto_tui.domain.record import Ref
from sto_tui.domain.region import PlanPeriod
from sto_tui.places import Place
from sto_tui.screens.frame.list_place import PlaceScreen
from sto_tui.screens.frame.section import BLANK, Section, group, note
from sto_tui.screens.plan.money_rows import budget_rows, cofinancing_rows
from sto_tui.widgets.record_list import Column, Row


def next_number(used: Sequence[str], prefix: str) -> str:
    """The number after the highest of `1.1`, `1.2`."""
    last = [number.removeprefix(prefix) for number in used if number.startswith(prefix)]
    whole = [int(part) for part in last if part.isdecimal()]
    return f"{prefix}{max(whole, default=0) + 1}"


def tree_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """Themes with their speerpunten."""
    rows: list[Row] = []
    for theme in dossier.of(Theme).values():
        below = dossier.speerpunten_of(theme.id)
        how_many = count(len(below), "speerpunt", "speerpunten")
        rows.append(
            Row(
                ((str(theme.number), "bold"), (theme.title, "bold"), (how_many, "muted"), ""),
                key=Ref("themes", theme.id),
            )
        )
        rows += [_speerpunt_row(dossier, speerpunt) for speerpunt in below]
    strays = [one for one in dossier.of(Speerpunt).values() if one.theme not in dossier.of(Theme)]
    if strays:
        rows += [group("Zonder thema"), *(_speerpunt_row(dossier, one) for one in strays)]
    return rows or [note("Nog geen speerpunten. Maak eerst een thema in de lijst Thema’s.")]


def _speerpunt_row(dossier: Dossier, speerpunt: Speerpunt) -> Row:
    partners = count(len(speerpunt.partners), "partner", "partners")
    milestones = count(len(dossier.milestones_of_speerpunt(speerpunt.id)), "mijlpaal", "mijlpalen")
    cells = (f"  {speerpunt.number}", speerpunt.title, (partners, "muted"), (milestones, "muted"))
    return Row(cells, key=Ref("speerpunten", speerpunt.id))


def new_speerpunt(dossier: Dossier, at: Ref | None) -> Mapping[str, Any]:
    """In the theme of the cursor, with the next number."""
    record = dossier.get(at) if at else None
    theme = record.theme if isinstance(record, Speerpunt) else at.id if at and at.table == "themes" else None
    if theme is None or theme not in dossier.of(Theme):
        return {}
    used = [one.number for one in dossier.speerpunten_of(theme)]
    return {"theme": theme, "number": next_number(used, f"{dossier.of(Theme)[theme].number}.")}


def goal_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """Goals with what is measured; those of an earlier period below, under its name."""
    rows = [_goal_row(goal) for goal in dossier.plan_goals]
    for period in dossier.of(PlanPeriod).values():
        of_period = [_goal_row(goal) for goal in dossier.earlier_goals if goal.of_period == period.id]
        if of_period:
            rows += [BLANK] * bool(rows) + [group(f"Doelen uit {period.label}"), *of_period]
    return rows or [note("Nog geen doelen. Druk op a om er een toe te voegen.")]


def _goal_row(goal: Goal) -> Row:
    cells = (
        (str(goal.number), "bold"),
        goal.text,
        goal.baseline or ("–", "muted"),
        goal.target or ("–", "muted"),
        str(goal.target_year or "–"),
    )
    return Row(cells, key=Ref("goals", goal.id))


def new_goal(dossier: Dossier, at: Ref | None) -> Mapping[str, Any]:
    """With the next number."""
    return {"number": max((goal.number for goal in dossier.plan_goals), default=0) + 1}


def theme_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """Themes with their result."""
    rows = [
        Row(((str(theme.number), "bold"), (theme.title, "bold"), theme.result), key=Ref("themes", theme.id))
        for theme in dossier.of(Theme).values()
    ]
    return rows or [note("Nog geen thema’s. Druk op a om er een toe te voegen.")]


def new_theme(dossier: Dossier, at: Ref | None) -> Mapping[str, Any]:
    """With the next number."""
    return {"number": max((theme.number for theme in dossier.of(Theme).values()), default=0) + 1}


def party_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """Parties by kind."""
    rows: list[Row] = []
    for kind in PartyKind:
        of_kind = [party for party in dossier.of(Party).values() if party.kind is kind]
        if of_kind:
            rows += [BLANK] * bool(rows) + [group(kind.label)]
            for party in of_kind:
                status = (party.status.label, "bold" if party.status == "getekend" else "text")
                involved = ", ".join(choice.label for choice in party.involved_in)
                cells = ((party.short, "key"), party.name, status, (involved, "muted"))
                rows.append(Row(cells, key=Ref("parties", party.id)))
    return rows or [note("Nog geen partijen. Druk op a om er een toe te voegen.")]


def body_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """Bodies of the organisation."""
    rows = []
    for body in dossier.of(Body).values():
        meets = f"{body.meets} keer per jaar" if body.meets else ""
        members = count(body.size or len(body.members), "lid", "leden") if body.size or body.members else ""
        cells = ((body.short, "key"), body.name, (members, "muted"), (meets, "muted"))
        rows.append(Row(cells, key=Ref("bodies", body.id), below=body.task.replace("\n", " ")))
    return rows or [note("Nog geen organen. Druk op a om bijvoorbeeld de stuurgroep toe te voegen.")]


def risk_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """Risks with their size."""
    rows = [
        Row(
            (
                str(number),
                risk.text,
                (risk.probability.label, "bold" if risk.probability is Size.GROOT else "text"),
                (risk.impact.label, "bold" if risk.impact is Size.GROOT else "text"),
                (risk.measure, "muted"),
            ),
            key=Ref("risks", risk.id),
        )
        for number, risk in enumerate(dossier.of(Risk).values(), 1)
    ]
    return rows or [note("Nog geen risico’s. Druk op a om er een toe te voegen.")]


def _support_so_far(question: Support) -> str:
    """Who helps, and what came of the latest visit: `critical friend · 09-02-2027: een lijst met vragen`."""
    told = [question.supporter] if question.supporter else []
    visits = [visit for visit in question.visits if visit.outcome]
    if visits:
        latest = max(visits, key=lambda visit: visit.date or date.min)
        told.append((f"{short_date(latest.date)}: " if latest.date else "") + latest.outcome)
    return " · ".join(told)


def support_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """Questions for support, with the half-days used."""
    rows = []
    for question in dossier.of(Support).values():
        used = count(sum(visit.half_days for visit in question.visits), "dagdeel", "dagdelen")
        cells = (question.kind.label, question.question, (question.state.label, "text"), (used, "muted"))
        rows.append(Row(cells, key=Ref("support", question.id), below=_support_so_far(question)))
    return rows or [note("Nog geen vraag om ondersteuning. Druk op a om er een toe te voegen.")]


class PlanScreen(PlaceScreen):
    """The plan as a tree, and the registers around it."""

    place = Place.PLAN
    sections = (
        Section(
            "Plan",
            "speerpunten",
            (Column("Nr", 6), Column("Thema of speerpunt", least=34), Column("", 14, drop=2), Column("", 14, drop=1)),
            tree_rows,
            new_speerpunt,
        ),
        Section(
            "Doelen",
            "goals",
            (
                Column("Nr", 2, align="right"),
                Column("Doel", share=3, least=30, wrap=True),
                Column("Nulwaarde", 16, drop=1),
                Column("Streefwaarde", 18),
                Column("Jaar", 5),
            ),
            goal_rows,
            new_goal,
        ),
        Section(
            "Thema’s",
            "themes",
            (Column("Nr", 2, align="right"), Column("Thema", 28, wrap=True), Column("Beoogd resultaat", wrap=True)),
            theme_rows,
            new_theme,
        ),
        Section(
            "Partijen",
            "parties",
            (Column("Afkorting", 9), Column("Partij"), Column("Status", 11), Column("Doet mee aan", 34, drop=1)),
            party_rows,
        ),
        Section(
            "Organisatie",
            "bodies",
            (Column("Afkorting", 9), Column("Orgaan"), Column("", 10), Column("", 18)),
            body_rows,
        ),
        Section(
            "Risico’s",
            "risks",
            (
                Column("Nr", 2, align="right"),
                Column("Risico", share=2, least=24, wrap=True),
                Column("Kans", 6),
                Column("Impact", 6),
                Column("Maatregel", share=3, least=20),
            ),
            risk_rows,
        ),
        Section(
            "Begroting",
            "budget",
            (Column("Jaar", 5), Column("Post"), Column("Soort", 17, drop=1), Column("Bedrag", 20, align="right")),
            budget_rows,
        ),
        Section(
            "Cofinanciering",
            "cofinancing",
            (
                Column("Jaar", 5),
                Column("Bijdrage"),
                Column("Vorm", 9, drop=1),
                Column("Status", 12),
                Column("Bedrag", 21, align="right"),
            ),
            cofinancing_rows,
        ),
        Section(
            "Ondersteuning",
            "support",
            (Column("Soort", 13), Column("Vraag", wrap=True), Column("Status", 16), Column("", 12, drop=1)),
            support_rows,
        ),
    )
