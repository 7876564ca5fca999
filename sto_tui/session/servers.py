"""The servers of the settings, and the dossiers there as they are named."""

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from sto_tui import settings
from sto_tui.domain import dutch
from sto_tui.frozen import frozen
from sto_tui.storage.file.errors import DossierError, LostError
from sto_tui.storage.served.server_settings import (
    NO_PASSWORD,
    SCHEMES,
    ServerSettings,
    server_at,
    server_in_settings,
)

if TYPE_CHECKING:
    from sto_tui.storage.together.dossier_session import DossierSession


@frozen
class ServedRow:
    """A dossier on a server as a list shows it: how it is called, what one may, and who changed it last."""

    address: str
    level: str
    at: datetime
    by: str


HOW = "Hoe dat gaat: sto uitleg een dossier op een server"
_LONGEST_NAME = 60
_PASSWORD = re.compile(r"(passw(or)?d|wachtwoord|pwd|passfile)\s*[=:]", re.IGNORECASE)


def name_in_settings(typed: str) -> str:
    """What the server of a dossier is called in the settings; empty when its address was typed."""
    return "" if typed.partition("://")[0] in SCHEMES else typed.rpartition("@")[2]


def named(typed: str) -> tuple[ServerSettings, str]:
    """The server and the name of the dossier there. Raises DossierError."""
    if typed.partition("://")[0] in SCHEMES:
        found, name = server_at(typed, settings.folder_of_server("adres"))
        return found, name
    _refuse_password(typed)
    name, _, server = typed.rpartition("@")
    if ":" in name:
        # The name and the password of an address.
        raise DossierError(NO_PASSWORD)
    if not name or not server:
        raise DossierError(
            f"‘{typed[:_LONGEST_NAME]}’ is geen dossier op een server. Schrijf naam en server, zoals almere@noord."
        )
    return settings_of(server), name


def settings_of(name: str) -> ServerSettings:
    """The server that the settings call so. Raises DossierError."""
    _refuse_password(name)
    known = settings.load().servers
    if name not in known:
        there = f"Daar staan: {dutch.enumerate_words(list(known))}." if known else f"Daar staan er nog geen. {HOW}"
        raise DossierError(f"‘{name[:_LONGEST_NAME]}’ is geen server in {settings.settings_file()}. {there}")
    return server_in_settings(name, known[name], settings.folder_of_server(name))


def _refuse_password(typed: str) -> None:
    """A password that was typed along is not said again. Raises DossierError."""
    if _PASSWORD.search(typed):
        raise DossierError(NO_PASSWORD)


def open_on_server(typed: str, user: str, clock: Callable[[], datetime]) -> "DossierSession":
    """Opens the dossier that is named so, for the screen. Raises DossierError."""
    from sto_tui.storage.ahead.ahead_store import AheadStore
    from sto_tui.storage.ahead.queue_on_disk import left_waiting
    from sto_tui.storage.ahead.served_session import ServedSession
    from sto_tui.storage.served.server import connect

    server, name = named(typed)
    try:
        remote = connect(server).open(name, user, clock)
    except DossierError as error:
        if many := left_waiting(settings.queue_folder(), f"{name} op {server.name}"):
            waits = dutch.count(many, "wijziging wacht", "wijzigingen wachten")
            said = error.why if isinstance(error, LostError) else str(error)
            raise DossierError(f"{said} {dutch.capital(waits)} veilig op deze computer.") from error
        if isinstance(error, LostError):
            raise DossierError(f"{error} Voor werk zonder verbinding haal je het vooraf op met sto mee.") from error
        raise
    store = AheadStore(remote, settings.queue_folder(), user, clock)
    return ServedSession(store, user, clock, settings.config_folder())


def dossiers_at(server: str) -> Sequence[ServedRow]:
    """The dossiers on a server that one may open, without waiting long for one that is away. Raises DossierError."""
    from sto_tui.storage.served.server import connect

    there = connect(replace(settings_of(server), patience="2"))
    try:
        return [
            ServedRow(f"{found.name}@{server}", found.level, found.changed_at, found.changed_by)
            for found in there.dossiers()
        ]
    finally:
        there.close()
