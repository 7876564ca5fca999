"""Where a server is, as the settings or the command line say it. A password is never among that."""

import os
import stat
import sys
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from sto_tui.frozen import frozen
from sto_tui.storage.file.errors import DossierError

SCHEMES = ("postgresql", "postgres")
_FIELDS = ("service", "host", "port", "database", "user", "certificate")
_SECRET = ("password", "wachtwoord", "sslpassword", "passfile")
_HERE = ("localhost", "127.0.0.1", "::1")
NO_PASSWORD = (
    "Een wachtwoord hoort niet op de opdrachtregel of in de instellingen: anderen kunnen het daar lezen. Zet het in "
    "het wachtwoordbestand van PostgreSQL (~/.pgpass) en haal het hier weg."
)
_NO_ADDRESS = (
    "Het adres van de server klopt niet: het heeft de vorm postgresql://NAAM@SERVER/DATABASE?dossier=DOSSIER, en NAAM@ "
    "mag weg."
)
_TIMEOUTS = "-c statement_timeout=15s -c lock_timeout=5s -c idle_in_transaction_session_timeout=10s"


@frozen
class ServerSettings:
    """How a server is called and reached; `folder` is where this computer keeps what belongs to its dossiers.

    With a `service` the file of libpq holds the rest. `certificate` is the file with who may vouch for the server.
    """

    name: str
    folder: Path
    service: str = ""
    host: str = ""
    port: str = ""
    database: str = ""
    user: str = ""
    certificate: str = ""
    patience: str = "5"
    """How many seconds a connection may take to come about; libpq waits two at least."""

    @property
    def parameters(self) -> Mapping[str, str]:
        """What libpq is given. A server elsewhere has to prove who it is; there is no falling back to less."""
        given = {
            "service": self.service,
            "host": self.host,
            "port": self.port,
            "dbname": self.database,
            "user": self.user,
            "sslrootcert": self.certificate,
            # libpq leaves it aside for a socket, the one other place where nobody stands between.
            "sslmode": "prefer" if self.host in _HERE else "verify-full",
            "connect_timeout": self.patience,
            "keepalives_idle": "20",
            "keepalives_interval": "5",
            "keepalives_count": "3",
            "tcp_user_timeout": "" if sys.platform == "win32" else "10000",
            "application_name": "sto-tui",
            "client_encoding": "UTF8",
            "options": f"-c synchronous_commit=on {_TIMEOUTS}",
        }
        return {name: value for name, value in given.items() if value}


def server_in_settings(name: str, values: Mapping[str, object], folder: Path) -> ServerSettings:
    """The server that the settings hold under this name. Raises DossierError."""
    if any(field.casefold() in _SECRET for field in values):
        raise DossierError(NO_PASSWORD)
    unknown = [field for field in values if field not in _FIELDS]
    if unknown:
        raise DossierError(
            f"Bij server {name} staat in de instellingen ‘{unknown[0][:40]}’, en dat is geen instelling. "
            f"Het kunnen zijn: {', '.join(_FIELDS)}."
        )
    return ServerSettings(name, folder, **{field: str(value) for field, value in values.items()})


def server_at(address: str, folder: Path) -> tuple[ServerSettings, str]:
    """The server and the dossier that `postgresql://host/database?dossier=naam` names. Raises DossierError.

    An address with a password in it is refused, and is not said again.
    """
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError as error:
        raise DossierError(_NO_ADDRESS) from error
    asked = dict(parse_qsl(parts.query, keep_blank_values=True))
    if parts.password is not None or any(name.casefold() in _SECRET for name in asked):
        raise DossierError(NO_PASSWORD)
    dossier = asked.pop("dossier", "")
    if parts.scheme not in SCHEMES or asked or not dossier or not parts.hostname:
        raise DossierError(_NO_ADDRESS)
    host = parts.hostname
    user, database = unquote(parts.username or ""), unquote(parts.path.strip("/"))
    return ServerSettings(host, folder, "", host, str(port or ""), database, user), dossier


def check_password_file(environment: Mapping[str, str]) -> None:
    """Raises DossierError when others can read the file with the password: libpq then says only that it has none.

    It also writes a warning in English where the screen is drawn, so this comes before connecting.
    """
    if sys.platform == "win32":
        return
    path = Path(environment.get("PGPASSFILE") or Path.home() / ".pgpass")
    try:
        status = os.stat(path)
    except OSError:
        return
    if stat.S_ISREG(status.st_mode) and status.st_mode & 0o077:
        raise DossierError(f"Het wachtwoordbestand {path} is voor anderen leesbaar; zet het op 600 (chmod 600 {path}).")
