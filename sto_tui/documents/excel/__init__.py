"""The workbook: the milestone sheets of STO, roles, budget, contributions and figures, to send to partners."""

from datetime import date

from sto_tui.domain.dossier import Dossier
from sto_tui.frozen import frozen


@frozen
class WorkbookOptions:
    """On which day the workbook is made; what is of later days counts nowhere."""

    date: date


def build_workbook(dossier: Dossier, options: WorkbookOptions) -> bytes:
    """The bytes of an .xlsx of the period through which the dossier is seen; the same for the same dossier and day."""
    from sto_tui.documents.excel.workbook import written

    return written(dossier, options)
