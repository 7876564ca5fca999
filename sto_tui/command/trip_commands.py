"""How the commands are typed for who works without a connection, and for who looks on from afar."""

from argparse import Namespace
from typing import TYPE_CHECKING

from sto_tui.command.parser import DOSSIER, add_command

if TYPE_CHECKING:
    from sto_tui.command.caller import Caller
    from sto_tui.command.parser import Commands


def add_trips(commands: "Commands") -> None:
    """`sto mee`, `sto terugbrengen` and `sto landelijk`."""
    command = add_command(commands, "mee", "Zet een dossier van een server in een bestand, voor werk onderweg.", _take)
    command.required.add_argument(
        "dossier", metavar="NAAM@SERVER", help="het dossier op de server, bijvoorbeeld almere@noord"
    )
    command.optional.add_argument("bestand", metavar="BESTAND", nargs="?", default="", help="zonder: NAAM.sto.json")
    command = add_command(commands, "terugbrengen", "Brengt je werk in een meegenomen dossier terug.", _bring)
    command.required.add_argument("bestand", metavar="BESTAND", help=DOSSIER)
    command.optional.add_argument(
        "dossier", metavar="NAAM@SERVER", nargs="?", default="", help="als de server nu anders heet"
    )
    command.optional.add_argument("--ja", action="store_true", help="brengt terug zonder te vragen")
    command = add_command(commands, "landelijk", "Toont hoe het staat in de regio’s die je landelijk volgt.", _national)
    command.required.add_argument("server", metavar="SERVER", help="de naam in de instellingen")
    choice = command.optional.add_mutually_exclusive_group()
    choice.add_argument("--json", action="store_true", help="schrijft het als JSON")
    choice.add_argument("--excel", metavar="UIT.xlsx", help="schrijft het als werkmap in een nieuw bestand")


def _take(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.trips import take

    return take(args.dossier, args.bestand, caller)


def _bring(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.trips import bring

    return bring(args.bestand, args.dossier, caller, without_asking=args.ja)


def _national(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.national import show_regions

    return show_regions(args.server, caller, as_json=args.json, target=args.excel)
