"""Lines pasted on the wall: which can be added, which are of a table that has yet to come in, and what is wrong."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from sto_tui.domain.change import Change, Edit, NotSavedError, adding
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Meeting
from sto_tui.planning.evaluation.results import UnknownTableError
from sto_tui.planning.evaluation.typed_changes import with_tables
from sto_tui.planning.pasted_text import LineTrouble

Read = Callable[[Dossier, Meeting | None, str], Change]
"""The change of a line in a meeting; raises ValueError with a Dutch sentence."""


@dataclass(frozen=True)
class PastedEntries:
    """Pasted lines, in order. `tables` is how many tables there are once those that have yet to come in are there."""

    fitting: tuple[str, ...]
    of_new_tables: tuple[LineTrouble, ...]
    wrong: tuple[LineTrouble, ...]
    tables: int

    @property
    def left_out(self) -> tuple[LineTrouble, ...]:
        """What is not added when no table comes in."""
        return tuple(sorted((*self.of_new_tables, *self.wrong), key=lambda trouble: trouble.number))


def read_pasted(dossier: Dossier, meeting: Meeting | None, lines: Sequence[str], read: Read) -> PastedEntries:
    """What can be done with each of the lines. New tables follow the last one without a gap; others are slips."""
    fitting: list[str] = []
    wrong: list[LineTrouble] = []
    unknown: dict[int, list[LineTrouble]] = {}
    for number, line in enumerate(lines, 1):
        try:
            read(dossier, meeting, line)
        except UnknownTableError as error:
            unknown.setdefault(error.table, []).append(LineTrouble(number, line, str(error)))
        except (ValueError, NotSavedError) as error:
            wrong.append(LineTrouble(number, line, str(error)))
        else:
            fitting.append(line)
    tables = meeting.tables or 0 if meeting else 0
    new: list[LineTrouble] = []
    while tables + 1 in unknown:
        tables += 1
        new += unknown.pop(tables)
    wrong += [trouble for troubles in unknown.values() for trouble in troubles]
    return PastedEntries(
        tuple(fitting),
        tuple(sorted(new, key=lambda trouble: trouble.number)),
        tuple(sorted(wrong, key=lambda trouble: trouble.number)),
        tables,
    )


def change_of_lines(
    dossier: Dossier, meeting: Meeting | None, lines: Sequence[str], read: Read, label: str, tables: int | None
) -> Change:
    """The one change that adds what these lines say; with `tables` the meeting has so many from now on.

    Raises ValueError with a Dutch sentence.
    """
    edits: list[Edit] = []
    if meeting and tables:
        edits += with_tables(meeting, tables).edits
        meeting = meeting.changed(tables=tables)
    changes = [read(dossier, meeting, line) for line in lines]
    records = [edit.after.model_copy(update={"id": 0}) for change in changes for edit in change.edits if edit.after]
    return Change(label, (*edits, *adding(dossier, *records).edits))
