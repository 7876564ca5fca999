"""The history of a dossier on a server, read as far as somebody looks."""

from collections.abc import Iterator

from sto_tui.storage.file.codec import value_in
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.past.entry import LATEST, Entry
from sto_tui.storage.served.connection import ServerConnection
from sto_tui.storage.served.version import ServedLine, lines_in

_PAGE = """
SELECT json_build_object('seq', seq, 'key', key, 'at', at, 'by', by, 'line', line, 'rest', rest)::text
FROM sto.changes WHERE dossier = %s AND seq < %s ORDER BY seq DESC LIMIT %s
"""
_NEWER = """
SELECT json_build_object('seq', seq, 'key', key, 'at', at, 'by', by, 'line', line, 'rest', rest)::text
FROM sto.changes WHERE dossier = %s AND seq > %s ORDER BY seq DESC LIMIT %s
"""
_ONE = """
SELECT json_build_object('seq', seq, 'key', key, 'at', at, 'by', by, 'line', line, 'rest', rest)::text
FROM sto.changes WHERE dossier = %s AND key = %s
"""
_LAST = 2**62
_MOST_AT_ONCE = 500


class ServedHistory:
    """Who changed what and when; every page of it is a question to the server."""

    def __init__(self, connection: ServerConnection, dossier: str) -> None:
        self._connection = connection
        self._dossier = dossier

    def entries(self) -> Iterator[Entry]:
        """All changes, newest first. Raises DossierError."""
        before, size = _LAST, LATEST
        while lines := self._page(before, size):
            yield from (line.entry for line in lines)
            before, size = lines[-1].seq, _MOST_AT_ONCE

    def latest(self, how_many: int) -> list[Entry]:
        """The last changes, newest first; none when the history cannot be read."""
        try:
            return [line.entry for line in self._page(_LAST, how_many)]
        except DossierError:
            return []

    def newer(self, than: int, how_many: int) -> tuple[ServedLine, ...]:
        """The changes after the place `than`, newest first, at most so many. Raises DossierError."""
        rows = self._connection.read(_NEWER, self._dossier, than, how_many)
        return lines_in([value_in(text.encode()) for (text,) in rows])

    def with_key(self, key: str) -> Entry | None:
        """The change with this key; None when it never arrived. Raises DossierError."""
        rows = self._connection.read(_ONE, self._dossier, key)
        return lines_in([value_in(text.encode()) for (text,) in rows])[0].entry if rows else None

    def _page(self, before: int, size: int) -> tuple[ServedLine, ...]:
        rows = self._connection.read(_PAGE, self._dossier, before, size)
        return lines_in([value_in(text.encode()) for (text,) in rows])
