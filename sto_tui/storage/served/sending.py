"""Sending a change to the server, also when the answer does not come."""

import time
from collections.abc import Mapping
from typing import Any

from sto_tui.domain.change import Change
from sto_tui.frozen import frozen
from sto_tui.storage.file.codec import value_in
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.file.migrations import SCHEMA, RawTables
from sto_tui.storage.past.entry import Entry, stored_entry
from sto_tui.storage.served.connection import CutError, ServerConnection
from sto_tui.storage.served.reasons import OutcomeUnknownError, ServerBusyError, UnreachableError
from sto_tui.storage.served.version import ServedLine, as_json, lines_in
from sto_tui.storage.steps import NO_EFFECT, Effect

_APPLY = "SELECT state, number, since::text FROM sto.apply(%s, %s, %s, %s, %s::json, %s::json)"
_PAUSES = (0.0, 0.2, 1.0)
"""Before each time that it is sent again after a cut."""


@frozen
class Sent:
    """A change as it was asked for, with the key under which the server keeps it."""

    change: Change
    said: str
    effect: Effect
    by: str
    key: str

    @property
    def is_note(self) -> bool:
        """Whether it is a line of the history about something that is no change of a record."""
        return not self.change.edits and self.effect == NO_EFFECT

    def is_asked_by(self, change: Change, said: str, by: str) -> bool:
        """Whether the same is asked for again."""
        return (self.change, self.said, self.by) == (change, said, by)


@frozen
class ServerAnswer:
    """What the server did: the states of `sto.apply`, the place of the change, and what others did first."""

    state: str
    number: int
    since: tuple[ServedLine, ...]


class Sending:
    """Sends changes of one dossier. `on_the_way` is the one of which nobody knows yet whether it arrived."""

    def __init__(self, connection: ServerConnection, dossier: str) -> None:
        self._connection = connection
        self._dossier = dossier
        self.on_the_way: Sent | None = None

    def send(self, sent: Sent, entry: Entry, seen: str, rest: RawTables | None) -> ServerAnswer:
        """Asks the server to carry it out on the dossier that ends with the change `seen`.

        After a cut it is sent again, by the same key. Raises DossierError when nothing was done, OutcomeUnknownError
        when that cannot be told.
        """
        line: Mapping[str, Any] = {**stored_entry(entry), "schema": SCHEMA}
        values = self._dossier, sent.key, seen, SCHEMA, as_json(line), None if rest is None else as_json(rest)
        if self.on_the_way is None:
            self._connection.connect()
        is_doubtful = self.on_the_way is not None
        self.on_the_way = sent
        for pause in _PAUSES:
            time.sleep(pause)
            try:
                ((state, number, since),) = self._connection.ask(_APPLY, *values)
            except (CutError, UnreachableError):
                is_doubtful = True
            except ServerBusyError:
                # The first one may be what keeps it busy.
                if not is_doubtful:
                    self.on_the_way = None
                    raise
            except DossierError:
                self.on_the_way = None
                raise
            else:
                self.on_the_way = None
                return ServerAnswer(state, number or 0, lines_in(value_in(since.encode())) if since else ())
        raise OutcomeUnknownError(self._connection.server)
