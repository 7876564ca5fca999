"""The columns of the parties, in the order of the VERI matrix, and the codes of a row in them."""

from collections.abc import Iterator, Sequence

from sto_tui.documents.excel.grid import CellLook, GridColumn
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import count
from sto_tui.domain.milestones import VeriCode
from sto_tui.domain.record import Ref
from sto_tui.planning.once_per_version import once_per_version
from sto_tui.planning.sheet_homes import Home, HomeKind
from sto_tui.planning.veri.columns import columns, cut_name, hidden_with_roles
from sto_tui.planning.veri.matrix import matrix_row

BAND = "Rollen en verantwoordelijkheden"
LEGEND = "V voert uit   E beslist   R vooraf advies   I wordt geïnformeerd   O hoort er niet bij   S ondersteunt"
INHERITED = "Grijze letters komen van het niveau erboven. Wie er een wijzigt, geeft die rij eigen rollen."
_CODES = tuple(code.value for code in VeriCode)
_WIDTH = 4.3


def role_columns(dossier: Dossier) -> list[GridColumn]:
    """A column per body, and per party of the plan, that the region shows."""
    return [
        GridColumn(
            cut_name(dossier, party),
            _WIDTH,
            CellLook.CENTRE,
            Home(HomeKind.ROLE, str(party)),
            _CODES,
            is_more=True,
            band=BAND,
            upright=True,
        )
        for party in shown_columns(dossier)
    ]


@once_per_version
def shown_columns(dossier: Dossier) -> Sequence[Ref]:
    """The bodies, and the parties of the plan, that the region shows."""
    return columns(dossier)


def codes_of(dossier: Dossier, row: Ref) -> list[str]:
    """The code of each column in a row, also those of the row above it."""
    shown = getattr(matrix_row(dossier, row), "shown", {})
    return [", ".join(code.value for code in shown.get(party, ())) for party in shown_columns(dossier)]


def is_inherited(dossier: Dossier, row: Ref) -> bool:
    """Whether the codes of a row come from the row above it."""
    matrix = matrix_row(dossier, row)
    return matrix is not None and matrix.inherited_from is not None


def pale_roles(dossier: Dossier, row: Ref, first: int) -> Iterator[int]:
    """The places of codes that come from the row above, when the columns begin at place `first`."""
    if is_inherited(dossier, row):
        yield from range(first, first + len(shown_columns(dossier)))


def role_notes(dossier: Dossier, rows: Sequence[Ref]) -> list[str]:
    """What is to be known of the letters in these rows."""
    notes = [LEGEND] if shown_columns(dossier) else []
    notes += [INHERITED] * any(is_inherited(dossier, row) for row in rows)
    if left_out := hidden_with_roles(dossier):
        is_one = left_out == 1
        notes.append(
            f"{count(left_out, 'partij', 'partijen')} met een rol {'staat' if is_one else 'staan'} hier niet: "
            f"{'die is' if is_one else 'die zijn'} bij 6 VERI verborgen."
        )
    return notes
