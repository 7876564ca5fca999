"""What a row of the VERI matrix lacks once a party no longer has its role there."""

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.level_words import word_of_table
from sto_tui.domain.milestones import Veri, VeriCode
from sto_tui.domain.record import Ref
from sto_tui.planning.veri.matrix import ancestors, cells_of

_DOES, _DECIDES = "niemand voert het uit", "niemand beslist"


def left_in_row(dossier: Dossier, role: Veri) -> str:
    """In Dutch what comes of a role that nobody takes over: it falls open, or goes because others have it too.

    Without a role of its own a row has those of the row above it, as far as they are not of the same party.
    """
    codes = _without(dossier, role.row, role.party)
    above = None if codes else next((row for row in ancestors(dossier, role.row) if cells_of(dossier, row)), None)
    if above:
        codes = _without(dossier, above, role.party)
    then = f"; dan geldt {_level(dossier, above)}" if above and codes else ""
    does_nobody = role.code.does and not any(code.does for code in codes)
    decides_nobody = role.code.decides and not any(code.decides for code in codes)
    if does_nobody or decides_nobody:
        lacks = [words for is_so, words in ((does_nobody, _DOES), (decides_nobody, _DECIDES)) if is_so]
        return f"valt open: {dutch.enumerate_words(lacks)}{then}"
    if not codes:
        return "vervalt; dan heeft hier niemand een rol"
    if then or not (role.code.does or role.code.decides):
        return f"vervalt{then}"
    return f"vervalt; een ander is hier ook {' en '.join(role.code.value)}"


def _without(dossier: Dossier, row: Ref, party: Ref) -> set[VeriCode]:
    """The codes of a row itself that others have."""
    outside = VeriCode.OUT_OF_THE_LOOP
    cells = cells_of(dossier, row)
    return {code for owner, cell in cells.items() if owner != party for code in cell if code is not outside}


def _level(dossier: Dossier, row: Ref) -> str:
    return f"{word_of_table(dossier.region, row.table).singular} {dossier.caption(row)}"
