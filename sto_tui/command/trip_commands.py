"""How the commands are typed that take a dossier of a server along, and bring the work in it back."""

from argparse import Namespace
from typing import TYPE_CHECKING

from sto_tui.command.parser import DOSSIER, add_command

if TYPE_CHECKING:
    from sto_tui.command.caller import Caller
    from sto_tui.command.parser import Commands


def add_trips(commands: "Commands") -> None:
    """`sto mee` and `sto terugbrengen`."""
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


def _take(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.trips import take

    return take(args.dossier, args.bestand, caller)


def _bring(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.trips import bring

    return bring(args.bestand, args.dossier, caller, without_asking=args.ja)
