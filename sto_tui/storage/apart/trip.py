"""A dossier of a server in a file, for work where there is no connection, and what comes back of it.

The file says in `meta`, under `served`, of which dossier it is and with which change both were the same last. What the
dossier was then stands in the folder beside it: without that nobody can tell what was added and what was removed.
"""

import os
import re
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from sto_tui.domain.tables import TABLES
from sto_tui.domain.text import clean_line
from sto_tui.frozen import frozen
from sto_tui.storage.apart.common_start import CommonStart, took_back, with_own_tables
from sto_tui.storage.apart.merging import Merge
from sto_tui.storage.file.codec import encode
from sto_tui.storage.file.companion_folder import beside, companion_folder
from sto_tui.storage.file.copies import keep_copies
from sto_tui.storage.file.dossier_copy import DossierCopy, read_copy
from sto_tui.storage.file.durable_write import write_durably, write_new
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.file.lineage import state_of, with_lineage
from sto_tui.storage.file.migrations import RawTables
from sto_tui.storage.served.reasons import ServerBusyError
from sto_tui.storage.served.store import ServedStore
from sto_tui.storage.store import DossierStore

KEY = "served"
_CHANGE_KEY = re.compile(r"[0-9a-f]{16}")
_LONGEST_NAME = 60
_MOST_TIMES_FIRST = 50
"""So often others may change the dossier while this is brought together with it."""


@frozen
class Trip:
    """Of which dossier a file is a copy: its key, its name there, and the server by its name in the settings.

    `tip` is the last change that the file had when it was taken along or brought back, and `state` the hash of what it
    held then. Whoever has no access any more asks the `keepers`, who were beheerder then. `is_back` tells which of the
    two it was.
    """

    server: str
    name: str
    dossier: str
    tip: str
    state: str
    keepers: tuple[str, ...] = ()
    is_back: bool = False

    @property
    def where(self) -> str:
        """What a command calls the dossier on the server."""
        return f"{self.name}@{self.server}"

    def has_work(self, raw: RawTables, name: str) -> bool:
        """Whether the file holds something that was not brought back."""
        return state_of(raw, name) != self.state

    def change_key(self, raw: RawTables, name: str) -> str:
        """The key that the server gives to this work: bringing it back again is that same change."""
        return sha256(f"{self.tip} {state_of(raw, name)}".encode()).hexdigest()[:16]


def trip_of(raw: RawTables) -> Trip | None:
    """What a file says of it; None when it was not taken along, or another program left something else there."""
    noted = raw["meta"]["1"].get(KEY)
    if not isinstance(noted, dict) or not isinstance(noted.get("keepers"), list):
        return None
    words = [clean_line(str(noted.get(name, "")))[:_LONGEST_NAME] for name in ("server", "name", "dossier")]
    tip, state = str(noted.get("tip", "")), str(noted.get("state", ""))
    if not _CHANGE_KEY.fullmatch(tip):
        return None
    keepers = tuple(clean_line(str(keeper))[:_LONGEST_NAME] for keeper in noted["keepers"])
    return Trip(words[0], words[1], words[2], tip, state, keepers, noted.get("is_back") is True)


def take_along(store: ServedStore, server: str, path: Path) -> None:
    """Writes the dossier as it is on the server in a file. Raises DossierError.

    A file that is there is only written over when it is of the same dossier, with nothing that was not brought back.
    """
    if store.is_newer:
        raise DossierError(
            f"{store.title} is van een nieuwere versie van sto-tui. Werk sto-tui bij om het mee te nemen."
        )
    copy = store.as_copy
    trip = Trip(server, store.name, store.key, copy.lineage.tip, state_of(copy.raw, path.name), store.keepers)
    data = encode(with_lineage(_with_trip(copy.raw, trip), copy.lineage, path.name))
    if os.path.lexists(path):
        _write_over(path, data, store, trip)
    else:
        write_new(path, data)
    # Where it cannot be kept, the server tells it when the work comes back.
    with suppress(DossierError):
        _keep_base(path, data, trip.tip)


def _write_over(path: Path, data: bytes, store: ServedStore, trip: Trip) -> None:
    file = DossierStore.open(path, store.user, store.clock)
    if file.read_only:
        raise DossierError(file.read_only)
    with file.alone():
        before = trip_of(file.tables)
        if before is None or before.dossier != trip.dossier:
            raise DossierError(f"{path} bestaat al en is niet van {store.title}. Kies een andere naam.")
        if before.has_work(file.tables, path.name):
            raise DossierError(
                f"In {path} staat werk dat nog niet is teruggebracht. Doe dat eerst met sto terugbrengen, of kies een "
                "andere naam."
            )
        write_durably(path, [data], lambda: keep_copies(path, store.clock().date()))
    file.note(f"Opnieuw meegenomen van {store.title}")


def start_of(file: DossierCopy, trip: Trip, store: ServedStore) -> CommonStart:
    """What file and server were when they were the same last. Raises DossierError when nobody has that any more."""
    with suppress(DossierError):
        base = read_copy(_base(file.path, trip.tip))
        if base.lineage.tip == trip.tip:
            return CommonStart(base.raw, trip.tip)
    raw = _gone_back(store, trip.tip)
    if raw is None:
        raise DossierError(
            f"Wat {file.path.name} was voordat je erin werkte is niet meer te vinden, dus wat er nieuw in is ook niet. "
            "Neem het dossier mee onder een andere naam, voeg dit bestand daarmee samen en breng dat terug."
        )
    return CommonStart(raw, trip.tip)


def _gone_back(store: ServedStore, tip: str) -> RawTables | None:
    """The dossier on the server as it was after an earlier change, by its history; None when that does not tell."""
    copy = store.as_copy
    documents = with_own_tables({table: copy.raw[table] for table in ("meta", *TABLES)})
    is_reached = False
    for entry in store.history.entries():
        is_reached = is_reached or entry.key == copy.lineage.tip
        if entry.key == tip:
            return documents if is_reached else None
        if is_reached and not took_back(documents, reversed(entry.edits)):
            return None
    return None


def bring_back(store: ServedStore, merge: Merge, key: str) -> None:
    """Makes the work in a file one change of the dossier on the server. Raises DossierError, and the file stays.

    When others are first it is brought together with what they did as well.
    """
    for _ in range(_MOST_TIMES_FIRST):
        if store.bring_in(merge.joined(), f"Teruggebracht uit {merge.their_name}", key):
            return
        merge = Merge(store.as_copy, merge.theirs, merge.start)
    raise ServerBusyError(f"{store.title} verandert voortdurend. Er is niets teruggebracht; probeer het zo nog eens.")


def mark_as_back(file: DossierStore, brought: DossierCopy, trip: Trip, keepers: tuple[str, ...]) -> None:
    """Notes in a file that what it held then is on the server now. Raises DossierError."""
    state, tip = state_of(brought.raw, file.path.name), brought.lineage.tip
    now = Trip(trip.server, trip.name, trip.dossier, tip, state, keepers, is_back=True)
    try:
        _keep_base(file.path, encode(with_lineage(brought.raw, brought.lineage, file.path.name)), tip)
        file.note_in_file(KEY, _noted(now))
    except DossierError as error:
        raise DossierError(
            f"Je werk staat op de server, maar in {file.title} en {companion_folder(file.path).name} is dat niet te "
            "noteren. Kijk of je daar kunt schrijven, en doe sto terugbrengen dan nog eens: er komt niets dubbel."
        ) from error
    if trip.tip != tip:
        with suppress(OSError), beside(file.path) as folder:
            folder.remove(_base(file.path, trip.tip).name)


def _keep_base(path: Path, data: bytes, tip: str) -> None:
    base = _base(path, tip)
    if os.path.lexists(base):
        write_durably(base, [data])
    else:
        write_new(base, data, of=path)


def _base(path: Path, tip: str) -> Path:
    return companion_folder(path.resolve()) / f"meegenomen-{tip}.sto.json"


def _with_trip(raw: RawTables, trip: Trip) -> RawTables:
    return {**raw, "meta": {**raw["meta"], "1": {**raw["meta"]["1"], KEY: _noted(trip)}}}


def _noted(trip: Trip) -> Mapping[str, Any]:
    return {
        "server": trip.server,
        "name": trip.name,
        "dossier": trip.dossier,
        "tip": trip.tip,
        "state": trip.state,
        "keepers": list(trip.keepers),
        "is_back": trip.is_back,
    }
