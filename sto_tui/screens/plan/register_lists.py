"""The registers around the plan at place 4: parties, bodies and risks."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import count, enumerate_words
from sto_tui.domain.parties import Body, Party, PartyKind, PartyStatus
from sto_tui.domain.plan import Risk, Size, Theme
from sto_tui.domain.record import Ref
from sto_tui.planning.parties.involvement import layers_without, not_involved
from sto_tui.planning.risk_grid import in_cell, risks_by_cell
from sto_tui.planning.steering import steered
from sto_tui.screens.frame.columns import Around, ListOf, Shown
from sto_tui.screens.frame.section import BLANK, Offer, group, note
from sto_tui.widgets.record_list import Cell, Row

_PARTY = Shown[Party]("name", head="Partij")
_INVOLVED = Shown[Party]("involved_in", width=34, drop=1, role="muted")
PARTIES = ListOf(
    Party,
    Shown("short", width=9, role="key"),
    _PARTY,
    Shown("status", width=11, role=lambda party, around: "bold" if party.status is PartyStatus.GETEKEND else "text"),
    _INVOLVED,
    none="Nog geen partijen. Druk op a om er een toe te voegen.",
)


def party_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """Parties by kind."""
    rows: list[Row] = []
    for kind in PartyKind:
        of_kind = [party for party in dossier.of(Party).values() if party.kind is kind]
        if of_kind:
            rows += [BLANK] * bool(rows) + [group(kind.label), *PARTIES.rows_of(of_kind, dossier, today)]
    return [*(rows or [PARTIES.none]), *_missing_rows(dossier)]


def _missing_rows(dossier: Dossier) -> Sequence[Row]:
    """Who is not involved yet: kinds of party per phase, and layers."""
    rows: list[Row] = []
    for lacking in not_involved(dossier):
        phases = enumerate_words([phase.label for phase in lacking.phases])
        name = lacking.kind.label
        values = {"kind": lacking.kind, "involved_in": lacking.phases}
        sentence = f"Bij {phases} doet nog geen {name} mee. Met enter voeg je een {name} toe."
        cells: dict[Shown[Party], Cell] = {
            _PARTY: name if lacking.is_there else f"{name} (nog geen partij)",
            _INVOLVED: (phases, "muted"),
        }
        rows.append(PARTIES.other_row(Offer("parties", name, values, sentence, takes_more=True), cells))
    layers = enumerate_words([layer.label for layer in layers_without(dossier)])
    rows += [note(f"Lagen waarvan nog niemand meedoet: {layers}.")] if layers and dossier.of(Party) else []
    return [BLANK, group("Wie is nog niet betrokken, en waarbij"), *rows] if rows else []


def _how_many_members(body: Body, around: Around) -> Cell:
    member_count = body.size or len(body.members)
    return (count(member_count, "lid", "leden") if member_count else ""), "muted"


def _theme_of_plan(body: Body, around: Around) -> Cell:
    """The theme to which it belongs; one of another plan has the same number as one of this."""
    ref = Ref("themes", body.theme or 0)
    of_plan = ref.id in around.dossier.of(Theme)
    return (around.dossier.caption(ref) if of_plan else ""), "muted"


_BODY = Shown[Body]("name", least=24)
BODIES = ListOf(
    Body,
    Shown("short", width=9, role="key"),
    _BODY,
    Shown("theme", width=20, drop=3, cell=_theme_of_plan),
    Shown("members", head="", width=10, cell=_how_many_members),
    Shown(
        "meets",
        head="",
        width=18,
        drop=2,
        cell=lambda body, around: (f"{body.meets} keer per jaar" if body.meets else "", "muted"),
    ),
    none="Nog geen organen. Druk op a om bijvoorbeeld de stuurgroep toe te voegen.",
    below=lambda body, around: body.task.replace("\n", " "),
)


def body_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """Every body under the one that steers it."""
    place = BODIES.place_of(_BODY)
    rows = []
    for body, depth in steered(dossier):
        row = BODIES.row(body, Around(dossier, today))
        name = f"{'   ' * (depth - 1)}└─ {body.name}" if depth else body.name
        rows.append(replace(row, cells=(*row.cells[:place], name, *row.cells[place + 1 :])))
    return rows or [BODIES.none]


def new_body(dossier: Dossier, at: Ref | None) -> Mapping[str, Any]:
    """Under the body of the cursor."""
    return {"parent": at.id} if at and at.table == "bodies" and at.id else {}


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

_CELL, _LABEL = 13, 14


def risk_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """The risks, and above them where they stand by kans and impact."""
    risks = list(dossier.of(Risk).values())
    if not risks:
        return [RISKS.none]
    cells = risks_by_cell(risks)
    heads = "".join(f"impact {impact.label}".ljust(_CELL + 1) for impact in Size)
    grid = [note(f"{'':{_LABEL}}{heads}".rstrip())]
    for probability in reversed(Size):
        line = "".join(in_cell(cells.get((probability, impact), []), _CELL).ljust(_CELL + 1) for impact in Size)
        grid.append(note(f"{f'kans {probability.label}':{_LABEL}}{line}".rstrip()))
    return [*grid, BLANK, *RISKS.rows_of(risks, dossier, today)]
