"""`sto mee` and `sto terugbrengen`: working in a file where the server cannot be reached, and bringing that back."""

import shlex
from typing import TYPE_CHECKING

from sto_tui.command.asking import agreed, is_terminal
from sto_tui.command.caller import Caller
from sto_tui.command.dossier import open_store
from sto_tui.command.merging import choose
from sto_tui.command.output import CommandError, remark, say
from sto_tui.command.servers import open_served
from sto_tui.domain.dutch import enumerate_words
from sto_tui.session.servers import name_in_settings
from sto_tui.storage.apart.merging import Merge
from sto_tui.storage.apart.trip import Trip, bring_back, mark_as_back, start_of, take_along, trip_of
from sto_tui.storage.apart.words import told_effect
from sto_tui.storage.file.dossier_copy import Joined
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.file.paths import typed_path
from sto_tui.storage.served.reasons import NoAccessError

if TYPE_CHECKING:
    from sto_tui.storage.served.store import ServedStore
    from sto_tui.storage.store import DossierStore

_NOT_TAKEN = "Er is niets teruggebracht."


def take(typed: str, path: str, caller: Caller) -> int:
    """Writes a dossier of a server in a file, to work in without a connection. Raises DossierError."""
    store = open_served(typed, caller)
    try:
        file = typed_path(path or f"{store.name}.sto.json")
        if not file.name.endswith(".sto.json"):
            raise CommandError(f"{file} is geen naam voor een dossier. Kies een naam die eindigt op .sto.json.")
        server = name_in_settings(typed)
        take_along(store, server, file)
    finally:
        store.close()
    say(f"{store.title} staat nu ook in {file}.")
    remark(f"Breng je werk later terug met: {_command(str(file), '' if server else typed)}")
    return 0


def bring(typed: str, where: str, caller: Caller, *, without_asking: bool) -> int:
    """Brings the work in a file back to its server: 0 done, 1 something left to choose, or not taken.

    Raises DossierError or CommandError; the file stays as it is then.
    """
    file = open_store(typed, caller, to_change=True)
    trip = trip_of(file.tables)
    if trip is None:
        raise CommandError(f"{file.title} is niet met sto mee van een server gehaald. Kies het bestand dat dat wel is.")
    if not (where or trip.server):
        raise CommandError(f"Waar {file.title} vandaan komt staat er niet in. Geef het erbij, zoals almere@noord.")
    store = _opened(file, trip, where or trip.where, caller)
    try:
        return _brought(file, trip, store, caller, _command(typed, where), without_asking=without_asking)
    finally:
        store.close()


def _opened(file: "DossierStore", trip: Trip, where: str, caller: Caller) -> "ServedStore":
    try:
        store = open_served(where, caller, to_change=True)
    except NoAccessError as error:
        keepers = f" Vraag {enumerate_words(list(trip.keepers), 'of')} (beheerder) om toegang." if trip.keepers else ""
        raise DossierError(
            f"Je hebt geen toegang meer tot {trip.name}, of het staat er niet meer. {file.title} blijft zoals het is."
            + keepers
        ) from error
    if store.key != trip.dossier:
        store.close()
        raise DossierError(f"{store.title} is een ander dossier dan {file.title}. Er is niets teruggebracht.")
    return store


def _brought(
    file: "DossierStore", trip: Trip, store: "ServedStore", caller: Caller, command: str, *, without_asking: bool
) -> int:
    asks = not without_asking and is_terminal()
    copy = file.as_copy
    if not trip.has_work(copy.raw, file.title):
        said = "is al teruggebracht" if trip.is_back else "is niet gewijzigd sinds het is meegenomen"
        say(f"{file.title} {said}: er is niets terug te brengen.")
        return choose(store, caller, command, asks=asks)
    if store.read_only:
        raise DossierError(f"{store.read_only} {file.title} blijft zoals het is.")
    key = trip.change_key(copy.raw, file.title)
    if store.history.with_key(key):
        say(f"{file.title} was al teruggebracht.")
    else:
        merge = Merge(store.as_copy, copy, start_of(copy, trip, store))
        _tell(merge, merge.joined())
        if not without_asking and not (asks and agreed()):
            remark(_NOT_TAKEN if asks else f"{_NOT_TAKEN} Voeg --ja toe om terug te brengen.")
            return 1
        bring_back(store, merge, key)
        say(f"Teruggebracht: {store.title} bevat nu ook je werk uit {file.title}.")
    mark_as_back(file, copy, trip, store.keepers)
    if store.remark:
        remark(store.remark)
    return choose(store, caller, command, asks=asks)


def _tell(merge: Merge, joined: Joined) -> None:
    ours, theirs = merge.ours.path.name, merge.their_name
    if not joined.changes_anything:
        say(f"Alles uit {theirs} staat al in {ours}.")
        return
    if merge.doubt:
        say(f"Let op: {merge.doubt} Terugbrengen is alleen goed als het toch hetzelfde dossier is.")
    say(f"Dit verandert er in {ours}:")
    for line in told_effect(joined, merge.region):
        say(f"  {line}")


def _command(path: str, where: str) -> str:
    return " ".join(("sto terugbrengen", shlex.quote(path), *([shlex.quote(where)] if where else [])))
