"""The registers around the plan at place 4: parties, bodies, risks, questions for support."""

from collections.abc import Sequence
from datetime import date

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import count, short_date
from sto_tui.domain.parties import Body, Party, PartyKind, PartyStatus
from sto_tui.domain.plan import Risk, Size, Support
from sto_tui.screens.frame.columns import Around, ListOf, Shown
from sto_tui.screens.frame.section import BLANK, group
from sto_tui.widgets.record_list import Cell, Row

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
