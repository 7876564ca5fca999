"""What every grammar gets and gives. A grammar is one module here, and one line in `reading.py`."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.record import Ref
from sto_tui.domain.typed_address import Addresses
from sto_tui.domain.typed_dates import Beside
from sto_tui.frozen import frozen
from sto_tui.planning.working_days.named_days import beside_today


@frozen
class LinePlace:
    """Where a line is typed: in which dossier, what follows from the cursor, and on which day."""

    dossier: Dossier
    given: Mapping[str, Any]
    today: date

    @cached_property
    def addresses(self) -> Addresses:
        """What the records of this dossier are called."""
        return Addresses(self.dossier)

    @cached_property
    def beside(self) -> Beside:
        """What a date is typed beside."""
        return beside_today(self.dossier, self.today)


@frozen
class LineRead:
    """What a line says: fields of the record, and who carries it out (V in the VERI-matrix)."""

    values: Mapping[str, Any]
    doers: tuple[Ref, ...] = ()


@frozen
class Grammar:
    """How lines of a table are read.

    `read` raises ValueError with one Dutch sentence. `examples` can all be typed in this dossier, what says most first.
    `parts` names what a line may carry, in order; `between` stands between them, where cells are pasted. `help` says
    more of a line without examples. `listed` names what can be chosen, and comes before all else where it fits,
    on one line or on two.
    """

    read: Callable[[LinePlace, str], LineRead]
    examples: Callable[[LinePlace], Sequence[str]]
    parts: str = ""
    between: str = " "
    help: str = ""
    listed: Sequence[str] = ()
