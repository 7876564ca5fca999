"""`sto servers` and `sto server`: dossiers on a server, and who may do what with them."""

from collections.abc import Iterator
from contextlib import contextmanager

from sto_tui import settings
from sto_tui.command.caller import Caller
from sto_tui.command.dossier import open_store
from sto_tui.command.output import CommandError, remark, say
from sto_tui.domain import dutch
from sto_tui.domain.text import clean_line
from sto_tui.session.servers import HOW, named, settings_of
from sto_tui.storage.file.errors import DossierError, LostError
from sto_tui.storage.served.reasons import NOT_SAVED, UnreachableError
from sto_tui.storage.served.server import Server, connect, set_up_text
from sto_tui.storage.served.server_settings import ServerSettings
from sto_tui.storage.served.store import ServedStore

_LONGEST_NAME = 60


def open_served(typed: str, caller: Caller, *, to_change: bool = False) -> ServedStore:
    """The store of `almere@noord`, or of the address of a server with a dossier. Raises DossierError."""
    server, name = named(typed)
    try:
        return connect(server).open(name, caller.user, caller.clock)
    except LostError as error:
        raise UnreachableError(error.why, NOT_SAVED if to_change else "") from error


def list_servers() -> int:
    """Prints the dossiers on each server; 1 when a server could not be asked."""
    known = settings.load().servers
    if not known:
        remark(f"Er staan geen servers in {settings.settings_file()}. {HOW}")
        return 0
    rows: list[tuple[str, str, str]] = []
    nationally: list[str] = []
    is_whole = True
    for name in known:
        try:
            with at_server(settings_of(name)) as server:
                for found in server.dossiers():
                    moment = f"{dutch.short_date(found.changed_at)} {found.changed_at:%H:%M}"
                    rows.append((f"{found.name}@{name}", found.level, f"{moment}  {found.changed_by}"))
                if names := server.followed():
                    nationally.append(
                        f"Op {name} volg je landelijk: {dutch.enumerate_words(names)}. Dat toont sto landelijk {name}."
                    )
        except DossierError as error:
            is_whole = False
            remark(error.why if isinstance(error, LostError) else str(error))
    widths = [max((len(row[column]) for row in rows), default=0) for column in (0, 1)]
    for address, level, last in rows:
        say(clean_line(f"{address:{widths[0]}}  {level:{widths[1]}}  {last}"))
    for sentence in nationally:
        remark(sentence)
    if is_whole and not (rows or nationally):
        remark("Er staan nog geen dossiers waar je bij mag. Vraag de beheerder van een dossier om een uitnodiging.")
    return 0 if is_whole else 1


def show_set_up() -> int:
    """Prints what `make_server` does, for who owns the server to read, and to run with psql."""
    say(set_up_text().rstrip())
    return 0


def make_server(name: str) -> int:
    """Makes a database ready for dossiers. Raises CommandError or DossierError."""
    if not name:
        raise CommandError("Er ontbreekt: SERVER. Met --tonen zie je zonder server wat er wordt gedaan.")
    with at_server(settings_of(name)) as server:
        server.set_up()
    remark(f"{name} is klaar voor dossiers. Geef iedereen een eigen rol die lid is van sto_user. {HOW}")
    return 0


def put_dossier(path: str, typed: str, caller: Caller) -> int:
    """Puts the dossier of a file on a server. Raises DossierError."""
    settings_of_server, name = named(typed)
    store = open_store(path, caller)
    with at_server(settings_of_server) as server:
        left_out = server.put(name, store.tables, caller.clock)
    say(f"{store.title} staat nu als {name} op {settings_of_server.name}; jij bent beheerder.")
    if left_out:
        remark(left_out)
    remark("Het bestand blijft zoals het is en volgt de server niet: werk vanaf nu op één van beide.")
    return 0


def invite(typed: str, person: str, level: str) -> int:
    """Lets somebody in, or gives another level, and says what that one has to do. Raises DossierError."""
    settings_of_server, name = named(typed)
    with at_server(settings_of_server) as server:
        can_log_in = server.invite(person, level, name)
    say(f"{person} is {level} van {name} op {settings_of_server.name}.")
    if not can_log_in:
        remark(f"{person} kan daar nog niet inloggen: wie de server beheert maakt een rol die lid is van sto_user.")
    return 0


def list_members(typed: str) -> int:
    """Prints who may do what with a dossier. Raises DossierError."""
    settings_of_server, name = named(typed)
    with at_server(settings_of_server) as server:
        members = server.members(name)
    width = max(len(member.name) for member in members)
    for member in members:
        say(clean_line(f"{member.name:{width}}  {member.level}"))
    return 0


def revoke(typed: str, person: str) -> int:
    """Takes somebody's access away. Raises CommandError when there was none, DossierError."""
    settings_of_server, name = named(typed)
    with at_server(settings_of_server) as server:
        was_member = server.revoke(person, name)
    if not was_member:
        raise CommandError(f"{person[:_LONGEST_NAME]} had geen toegang tot {name}. Kijk de naam na met sto server wie.")
    say(f"{person} heeft geen toegang meer tot {name} op {settings_of_server.name}.")
    return 0


@contextmanager
def at_server(settings_of_server: ServerSettings) -> Iterator[Server]:
    """A server, as long as it lasts. Raises DossierError."""
    server = connect(settings_of_server)
    try:
        yield server
    finally:
        server.close()
