"""Opening the dossier that was named on the command line."""

from typing import TYPE_CHECKING

from sto_tui.command.caller import Caller
from sto_tui.command.output import CommandError, go_on_unread, remark
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.file.paths import file_to_read
from sto_tui.storage.served.address import is_served

if TYPE_CHECKING:
    from sto_tui.domain.dossier import Dossier
    from sto_tui.domain.record import Ref
    from sto_tui.storage.any_store import Store
    from sto_tui.storage.store import DossierStore

ONLY_A_FILE = "Met een dossier op een server kan dit nog niet. Geef een bestand dat eindigt op .sto.json."


def open_any(text: str, caller: Caller, *, to_change: bool = False) -> "Store":
    """The store of the dossier that was typed, in a file or on a server; raises and remarks like `open_store`."""
    if not is_served(text):
        return open_store(text, caller, to_change=to_change)
    from sto_tui.command.servers import open_served

    store = open_served(text, caller, to_change=to_change)
    _look_at(store, to_change=to_change)
    return store


def open_store(text: str, caller: Caller, *, to_change: bool = False) -> "DossierStore":
    """The store of the dossier at a typed path, with a remark on what is the matter with it.

    Raises DossierError, also for a dossier that is to be changed and can only be read.
    """
    if is_served(text):
        raise DossierError(ONLY_A_FILE)
    from sto_tui.storage.store import DossierStore

    store = DossierStore.open(file_to_read(text), caller.user, caller.clock)
    _look_at(store, to_change=to_change)
    return store


def _look_at(store: "Store", *, to_change: bool) -> None:
    if to_change and store.read_only:
        raise DossierError(store.read_only)
    go_on_unread(asked=to_change)
    for notice in store.notices:
        remark(notice)


def seen_in(dossier: "Dossier", caller: Caller) -> "Dossier":
    """The dossier as the plan period sees it that was asked for, else the one at hand. Raises CommandError."""
    if not caller.period:
        return dossier.seen_in(None)
    from sto_tui.planning.plan_periods import named

    try:
        return dossier.seen_in(named(dossier, caller.period).id)
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
