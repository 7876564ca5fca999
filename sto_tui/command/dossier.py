"""Opening the dossier that was named on the command line."""

from typing import TYPE_CHECKING

from sto_tui.command.caller import Caller
from sto_tui.command.output import CommandError, go_on_unread, remark
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.file.paths import file_to_read

if TYPE_CHECKING:
    from sto_tui.domain.dossier import Dossier
    from sto_tui.domain.record import Ref
    from sto_tui.storage.store import DossierStore


def open_store(text: str, caller: Caller, *, to_change: bool = False) -> "DossierStore":
    """The store of the dossier at a typed path, with a remark on what is the matter with it.

    Raises DossierError, also for a dossier that is to be changed and can only be read.
    """
    from sto_tui.storage.store import DossierStore

    store = DossierStore.open(file_to_read(text), caller.user, caller.clock)
    if to_change and store.read_only:
        raise DossierError(store.read_only)
    go_on_unread(asked=to_change)
    for notice in store.notices:
        remark(notice)
    return store


def seen_in(dossier: "Dossier", caller: Caller) -> "Dossier":
    """The dossier as the plan period sees it that was asked for, else the one at hand. Raises CommandError."""
    from sto_tui.planning.plan_periods import named

    try:
        return dossier.seen_in(named(dossier, caller.period).id if caller.period else None)
    except ValueError as error:
        raise CommandError(str(error)) from error


def party_named(dossier: "Dossier", typed: str) -> "Ref":
    """The party or body that answers to a typed name. Raises CommandError."""
    from sto_tui.domain.typed_address import Addresses
    from sto_tui.domain.typed_names import NotUnderstoodError

    try:
        return Addresses(dossier).named(("parties", "bodies"), typed)
    except NotUnderstoodError as error:
        raise CommandError(str(error)) from error
