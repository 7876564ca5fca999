"""The work on a workbook that came back: every step is carried out on the dossier that those before it made."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import count

from pydantic import ValidationError

from sto_tui.domain.change import Change, Edit, NotSavedError, Occasion, between, carried_out, renumbered
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.tables import TABLES
from sto_tui.domain.typed_address import Addresses
from sto_tui.domain.typed_names import NotUnderstoodError
from sto_tui.domain.typed_record import explained
from sto_tui.intake.proposal import Added, Changed, FieldChange, Refusal
from sto_tui.planning.money.booking import refuse_misbooked
from sto_tui.planning.plan_periods import refuse_misfits
from sto_tui.planning.reversed_days import refuse_reversed
from sto_tui.planning.working_days.named_days import beside_today

# Far below the ids that a stoplicht gives to a new line of the log; they go up, so that records stay in order.
_FIRST_NEW_ID = -(2**60)


class Taking:
    """What comes of a workbook so far. `start` is the dossier now, `dossier` what it becomes."""

    def __init__(self, dossier: Dossier, today: date, by: str) -> None:
        self.start = self.dossier = dossier
        self.today = today
        # A sheet may be of any day: what counts from today, or goes without a year, is not understood.
        self.beside = replace(beside_today(dossier, today), today=None)
        self.refused: list[Refusal] = []
        self.remarks: list[str] = []
        self.added: list[Added] = []
        self._by = by
        self._changed: dict[Ref, _ChangedRecord] = {}
        self._new_ids = count(_FIRST_NEW_ID)

    @property
    def addresses(self) -> Addresses:
        """The records of the dossier by what people type for them."""
        return Addresses(self.dossier)

    @property
    def changed(self) -> list[Changed]:
        """The records that change, in the order of the workbook."""
        return [Changed(each.row, each.caption, tuple(each.differences)) for each in self._changed.values()]

    @property
    def edits(self) -> tuple[Edit, ...]:
        """All of it together."""
        return between(self.start.whole.tables, self.dossier.whole.tables)

    def occasion(self, said: Mapping[str, str] | None = None) -> Occasion:
        """A sheet does not say since when what it says is so."""
        return Occasion(self.dossier, self.today, self._by, said or {}, just_now=False)

    def new_id(self) -> int:
        """An id for a new record, until the store gives one."""
        return next(self._new_ids)

    def carry_out(self, change: Change) -> None:
        """Does it. Raises NotSavedError for what the dossier refuses wherever it is typed."""
        refuse_misfits(change, self.dossier)
        refuse_misbooked(change, self.dossier)
        refuse_reversed(change)
        taken = {
            edit.ref: self.new_id()
            for edit in change.edits
            if edit.before is None and edit.ref.id < 0 and edit.ref.id > _FIRST_NEW_ID + 2**40
        }
        self.dossier = carried_out(self.dossier, renumbered(change, taken))

    def refuse(self, sheet: str, row: int, what: str, reason: str) -> None:
        """Says what is not taken over: where, which column, and why."""
        column = f", ‘{what}’" if what else ""
        self.refused.append(Refusal(0, f"{sheet}, regel {row}{column}: {reason}"))

    def tell(self, ref: Ref, row: int, difference: FieldChange) -> None:
        """Says what changes of a record."""
        record = self._changed.setdefault(ref, _ChangedRecord(row, self.start.name(ref)))
        record.differences.append(difference)


@dataclass
class _ChangedRecord:
    row: int
    caption: str
    differences: list[FieldChange] = field(default_factory=list)


def why_not(model: type[Record], error: Exception) -> str:
    """The reason in Dutch why a record cannot become so."""
    return explained(model, error) if isinstance(error, ValidationError) else str(error)


REFUSING = (NotUnderstoodError, NotSavedError, ValidationError)


def model_of(ref: Ref) -> type[Record]:
    """The model of a record."""
    return TABLES[ref.table].model
