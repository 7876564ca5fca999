"""The dossiers on servers in the list of the start screen: asked for while the list stands, and opened from there."""

from collections.abc import Iterator, Mapping, Sequence

from textual.message import Message

from sto_tui.domain import dutch
from sto_tui.domain.text import clean_line
from sto_tui.screens.host.opening import DossierThere
from sto_tui.widgets.record_list import Row

SERVED, SERVER = "served", "server"
"""The kinds of row: a dossier, and a server of which nothing can be opened now; choosing that one asks it again."""
_ASKED = "wordt gevraagd…"
_NONE = "Nog geen dossiers waar je bij mag"

Found = Sequence[DossierThere] | str
"""What a server has, or why that is not known."""


class ServerAnswered(Message):
    """A server told what it has, or it is known why it did not."""

    def __init__(self, server: str, found: Found) -> None:
        super().__init__()
        self.server = server
        self.found = found


def rows_of_servers(servers: Sequence[str], found: Mapping[str, Found]) -> Iterator[Row]:
    """Per server its dossiers, or why there are none."""
    for server in servers:
        yield Row((f"Op {clean_line(server)}",), kind="group")
        there = found.get(server)
        if there is None or isinstance(there, str) or not there:
            told = _ASKED if there is None else there or _NONE
            yield Row((clean_line(server), (clean_line(str(told)), "muted")), key=(SERVER, server))
            continue
        for dossier in there:
            yield Row((clean_line(dossier.address), (changed_last(dossier), "muted")), key=(SERVED, dossier.address))


def changed_last(dossier: DossierThere) -> str:
    """When it was changed last and by whom, and what one may."""
    return clean_line(f"{dutch.short_date(dossier.at)} {dossier.at:%H:%M} door {dossier.by} · {dossier.level}")


def spelled_out(key: tuple[str, str], found: Mapping[str, Found]) -> tuple[str, str]:
    """A row of theirs in full: what it is called, and what there is to say of it."""
    kind, name = key
    if kind == SERVER:
        there = found.get(name)
        return name, _ASKED if there is None else str(there) if isinstance(there, str) else _NONE
    dossiers = [one for each in found.values() if not isinstance(each, str) for one in each if one.address == name]
    return name, f"Laatst gewijzigd: {changed_last(dossiers[0])}" if dossiers else ""
