"""The registers around the plan at place 4: parties, bodies and risks."""

from collections.abc import Sequence
from datetime import date

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import count
from sto_tui.domain.parties import Body, Party, PartyKind, PartyStatus
from sto_tui.domain.plan import Risk, Size
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
