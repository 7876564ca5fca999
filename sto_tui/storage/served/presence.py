"""Who else has a dossier of a server open, by the names that their connections carry: nothing is written for it.

Whoever may connect to the database sees these names, so they hold no more than a mark of the dossier and the number of
a record; and only the names of members count.
"""

from collections.abc import Sequence
from hashlib import sha256

from sto_tui.domain.record import Ref
from sto_tui.frozen import frozen
from sto_tui.storage.served.connection import ServerConnection

_PROGRAM = "sto-tui"
_LOOK = """
WITH own AS (SELECT set_config('application_name', %s, false))
SELECT a.usename, a.application_name FROM own, pg_stat_activity a
WHERE a.datname = current_database() AND a.pid <> pg_backend_pid() AND starts_with(a.application_name, %s)
  AND EXISTS (SELECT FROM sto.members m WHERE m.dossier = %s AND m.member = a.usename)
"""


@frozen
class Presented:
    """What a session shows of itself: its mark, which record has its form open, and whether it lets phones in."""

    mark: str
    editing: Ref | None = None
    serves_phones: bool = False


def look_around(connection: ServerConnection, dossier: str, shown: Presented) -> Sequence[tuple[str, Presented]]:
    """Shows this session, and tells who the others are. Raises DossierError."""
    about = f"{_PROGRAM} {sha256(dossier.encode()).hexdigest()[:12]} "
    editing = str(shown.editing.at(None)) if shown.editing else "-"
    own = f"{about}{shown.mark} {editing}{' t' * shown.serves_phones}"
    rows = connection.read(_LOOK, own, about, dossier)
    return [(user, _presented(name.removeprefix(about))) for user, name in rows]


def _presented(words: str) -> Presented:
    mark, editing, phones, *_ = [*words.split(), "-", "-", "-"]
    try:
        ref = None if editing == "-" else Ref.parse(editing)
    except ValueError:
        ref = None
    return Presented(mark, ref, phones == "t")
