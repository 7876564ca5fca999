"""What goes with a new record that is made in a form."""

from collections.abc import Callable

from sto_tui.domain.change import Change
from sto_tui.domain.record import Ref
from sto_tui.frozen import frozen


@frozen
class Along:
    """What `change` adds to the change that makes it, and what follows `then`, once it is in the dossier."""

    change: Callable[[Change], Change] = lambda change: change
    then: Callable[[Ref], object] = lambda ref: None


NOTHING = Along()
