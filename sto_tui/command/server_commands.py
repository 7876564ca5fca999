"""How the commands about dossiers on a server are typed."""

from argparse import Namespace
from typing import TYPE_CHECKING

from sto_tui.command.parser import DOSSIER, add_command
from sto_tui.command.trip_commands import add_trips

if TYPE_CHECKING:
    from sto_tui.command.caller import Caller
    from sto_tui.command.parser import Commands

_GROUP = "Een server met dossiers inrichten, er een dossier op zetten, en wie er wat mag."
_SERVED = "het dossier op de server, bijvoorbeeld almere@noord"


def add_servers(commands: "Commands") -> None:
    """`sto servers` and `sto server`, and those for work where there is no connection."""
    add_command(commands, "servers", "Toont de servers uit de instellingen en de dossiers die je er mag openen.", _list)
    group = commands.add_parser("server", help=_GROUP, description=_GROUP)
    acts: Commands = group.add_subparsers(title="wat er met de server gebeurt", metavar="WAT", required=True)
    command = add_command(acts, "maak", "Maakt een lege database klaar voor dossiers.", _make)
    command.required.add_argument("server", metavar="SERVER", nargs="?", default="", help="de naam in de instellingen")
    command.optional.add_argument("--tonen", action="store_true", help="toont alleen wat er wordt gedaan, als SQL")
    command = add_command(acts, "zet", "Zet het dossier uit een bestand op een server.", _put)
    command.required.add_argument("bestand", metavar="BESTAND", help=DOSSIER)
    command.required.add_argument("dossier", metavar="NAAM@SERVER", help=_SERVED)
    command = add_command(acts, "uitnodigen", "Geeft iemand toegang tot een dossier, of een andere rol.", _invite)
    command.required.add_argument("dossier", metavar="NAAM@SERVER", help=_SERVED)
    command.required.add_argument("persoon", metavar="PERSOON", help="de naam waarmee die persoon op de server inlogt")
    command.required.add_argument(
        "--als", metavar="ROL", required=True, help="lezer, bewerker, beheerder of landelijk (alleen gekozen velden)"
    )
    command = add_command(acts, "wie", "Toont wie er bij een dossier mag, en als wat.", _who)
    command.required.add_argument("dossier", metavar="NAAM@SERVER", help=_SERVED)
    command = add_command(acts, "intrekken", "Neemt iemand de toegang tot een dossier af.", _revoke)
    command.required.add_argument("dossier", metavar="NAAM@SERVER", help=_SERVED)
    command.required.add_argument("persoon", metavar="PERSOON", help="de naam waarmee die persoon op de server inlogt")
    add_trips(commands)


def _list(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.servers import list_servers

    return list_servers()


def _make(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.servers import make_server, show_set_up

    return show_set_up() if args.tonen else make_server(args.server)


def _put(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.servers import put_dossier

    return put_dossier(args.bestand, args.dossier, caller)


def _invite(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.servers import invite

    return invite(args.dossier, args.persoon, args.als)


def _who(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.servers import list_members

    return list_members(args.dossier)


def _revoke(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.servers import revoke

    return revoke(args.dossier, args.persoon)
