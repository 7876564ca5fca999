"""Place 6, VERI: who does, decides, is asked and is told, per row and per party."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import VeriCode
from sto_tui.domain.record import Ref
from sto_tui.screens.place import PlaceScreen
from sto_tui.screens.section import BLANK, Section, group, note
from sto_tui.widgets.raster import Run
from sto_tui.widgets.record_list import Column, Row

ROW_TABLES = ("themes", "speerpunten", "milestones")


def role_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """Every role, under the theme, speerpunt or milestone that it is about."""
    rows: list[Row] = []
    for table in ROW_TABLES:
        for number in dossier.ordered(table):
            ref = Ref(table, number)
            roles = dossier.veri_row(ref)
            if not roles:
                continue
            rows += [BLANK] * bool(rows) + [group(dossier.caption(ref))]
            for role in sorted(roles, key=lambda one: list(VeriCode).index(one.code)):
                style = "key" if role.code.decides else "bold" if role.code.does else "text"
                cells = ((role.code.value, style), dossier.caption(role.party), (role.code.label, "muted"))
                rows.append(Row(cells, key=Ref("veri", role.id)))
    return rows or [note("Nog geen rollen. Druk op a om er een toe te voegen.")]


def party_rows(dossier: Dossier, today: date) -> Sequence[Row]:
    """How many V, E, R, I, O and S every party has."""
    rows: list[Row] = []
    for column in dossier.veri_columns:
        roles = [role for role in dossier.veri.values() if role.party == column]
        counts: list[Run] = []
        for code in "VERIOS":
            many = sum(code in role.code.value for role in roles)
            counts += [(f"{code} ", "muted"), (f"{many or '·':<5}", "bold" if many else "muted")]
        rows.append(Row((dossier.caption(column), counts), key=column))
    return rows or [note("Nog geen rollen. Voeg ze toe in de lijst Rollen.")]


def new_role(dossier: Dossier, at: Ref | None) -> Mapping[str, Any]:
    """About the same row as the cursor."""
    role = dossier.veri.get(at.id) if at and at.table == "veri" else None
    return {"row": role.row} if role else {}


class VeriScreen(PlaceScreen):
    """The roles as a list, and counted per party."""

    place_number = 6
    sections = (
        Section("Rollen", "veri", (Column("Rol", 3), Column("Wie"), Column("", 36, drop=1)), role_rows, new_role),
        Section("Per partij", "veri", (Column("Partij"), Column("", 42)), party_rows, new_role),
    )

    def why_not(self, id: str) -> str:
        """A party is edited in place 4."""
        if id in ("edit", "delete") and self.section_number == 1:
            return "Dit is een telling. Partijen en organen staan bij 4 Plan."
        return super().why_not(id)
