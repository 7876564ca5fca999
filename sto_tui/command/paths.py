"""Opening the dossier that was named on the command line."""

from typing import TYPE_CHECKING

from sto_tui.command.caller import Caller
from sto_tui.command.output import remark
from sto_tui.storage.paths import file_to_read

if TYPE_CHECKING:
    from sto_tui.storage.store import DossierStore


def open_store(text: str, caller: Caller) -> "DossierStore":
    """The store of the dossier at a typed path, with a remark on what is the matter with it. Raises DossierError."""
    from sto_tui.storage.store import DossierStore

    store = DossierStore.open(file_to_read(text), caller.user, caller.clock)
    for notice in store.notices:
        remark(notice)
    return store
