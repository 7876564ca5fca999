"""Several lines at once, as one change: all of them, or none with what is wrong in each."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sto_tui.domain import dutch
from sto_tui.domain.change import Change, NotSavedError, Occasion, between, carried_out
from sto_tui.domain.record import Ref
from sto_tui.domain.tables import TABLES
from sto_tui.planning.pasted_text import LineTrouble, pasted_lines
from sto_tui.planning.plan_periods import in_its_period
from sto_tui.planning.quick_entry.line_changes import line_change
from sto_tui.planning.quick_entry.reading import grammar_of

# Far below the ids that a stoplicht gives to a new line of the log; they go up, so that records stay in order.
_FIRST_NEW_ID = -(2**60)
_IDS_OF_A_LINE = 1000


class LinesRefusedError(ValueError):
    """Some lines cannot be read, so none was added."""

    def __init__(self, troubles: Sequence[LineTrouble]) -> None:
        super().__init__(f"{dutch.count(len(troubles), 'regel klopt', 'regels kloppen')} niet.")
        self.troubles = tuple(troubles)


def lines_of(table: str, text: str) -> list[str]:
    """The lines of a pasted text that say something; cells of a sheet become the parts of a line."""
    return pasted_lines(text.strip().replace("\t", grammar_of(table).between))


def lines_change(table: str, given: Mapping[str, Any], lines: Sequence[str], occasion: Occasion) -> Change:
    """The change that adds what these lines say, each in the dossier as the lines before it make it.

    Raises LinesRefusedError with what is wrong in each line that cannot be read.
    """
    start = dossier = occasion.dossier
    troubles: list[LineTrouble] = []
    begun: list[Ref] = []
    for index, line in enumerate(lines):
        now = replace(occasion, dossier=dossier)
        try:
            change = line_change(table, given, line, now, _FIRST_NEW_ID + index * _IDS_OF_A_LINE)
            dossier = carried_out(dossier, in_its_period(change, dossier, occasion.day))
            begun += change.begun
        except (ValueError, NotSavedError) as error:
            troubles.append(LineTrouble(index + 1, line, str(error)))
    if troubles:
        raise LinesRefusedError(troubles)
    named = TABLES[table]
    label = f"{dutch.count(len(lines), named.singular, named.plural)} toegevoegd"
    return Change(label, between(start.whole.tables, dossier.whole.tables), tuple(begun))
