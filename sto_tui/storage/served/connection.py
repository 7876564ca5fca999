"""The one connection of a session to its server; psycopg is imported here and nowhere else."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.served.reasons import NOT_SAVED, is_cut, refusal, unreachable
from sto_tui.storage.served.server_settings import ServerSettings, check_password_file
from sto_tui.storage.served.service_file import host_of_service

if TYPE_CHECKING:
    import psycopg

Row = tuple[Any, ...]


class CutError(Exception):
    """The connection broke while something was asked: it may have been done."""


class ServerConnection:
    """Asks one question at a time; each is a transaction of its own. Connects when it has to."""

    def __init__(self, settings: ServerSettings) -> None:
        self.settings = settings
        self._connection: psycopg.Connection[Row] | None = None
        self.unsaved = ""
        """What there is to say of a change when the server refuses; empty while nothing is to be changed."""

    @property
    def server(self) -> str:
        """What the server is called."""
        return self.settings.name

    @property
    def login(self) -> str:
        """The name with which this session is logged in; empty without a connection."""
        return self._connection.info.user if self._connection else ""

    def connect(self) -> None:
        """Makes the connection when there is none. Raises DossierError, UnreachableError when the server is away."""
        if self._connection is not None:
            return
        check_password_file(os.environ)
        try:
            import psycopg
        except ImportError as error:
            raise DossierError(
                "Voor een dossier op een server is nog een pakket nodig. Typ pipx inject sto-tui 'psycopg[binary]'; "
                "meer staat in de handleiding bij ‘Een dossier op een server’."
            ) from error
        try:
            self._connection = psycopg.connect(autocommit=True, **self._parameters)  # type: ignore[arg-type, unused-ignore]
        except psycopg.Error as error:
            raise unreachable(self.server, str(error), self.unsaved) from None
        except UnicodeError:
            # Looking up the address is done in Python, which takes no part of a name that is empty or too long.
            raise DossierError(
                f"Het adres van {self.server} kan niet bestaan: er staat een teken in dat niet kan, of een punt te "
                "veel. Kijk het na in de instellingen, of waar het is getypt."
            ) from None

    @contextmanager
    def saving(self, unsaved: str = NOT_SAVED) -> Iterator[None]:
        """Whatever is asked meanwhile is asked to change something."""
        before, self.unsaved = self.unsaved, unsaved
        try:
            yield
        finally:
            self.unsaved = before

    @property
    def _parameters(self) -> Mapping[str, str]:
        """What libpq is given, with the host of a service in it."""
        given = self.settings.parameters
        host = given.get("host") or host_of_service(given.get("service", ""), os.environ)
        return {**given, "host": host} if host else given

    def close(self) -> None:
        """Ends the connection."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def read(self, question: str, *values: object) -> Sequence[Row]:
        """What a question brings that may be asked twice; asks again when the connection turns out to be broken.

        Raises DossierError.
        """
        try:
            return self.ask(question, *values)
        except CutError:
            try:
                return self.ask(question, *values)
            except CutError:
                raise unreachable(self.server, "", self.unsaved) from None

    def ask(self, question: str, *values: object) -> Sequence[Row]:
        """What a question brings. Raises DossierError when nothing was done, CutError when that cannot be told."""
        import psycopg

        self.connect()
        assert self._connection is not None
        try:
            cursor = self._connection.execute(question, values or None)  # type: ignore[arg-type, unused-ignore]
            return cursor.fetchall() if cursor.description else []
        except psycopg.Error as error:
            if self._connection.closed or is_cut(error.sqlstate or ""):
                self.close()
                raise CutError from None
            raise refusal(self.server, error.sqlstate or "", self.unsaved) from None
