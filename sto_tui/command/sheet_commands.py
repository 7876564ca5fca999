"""How the commands about the workbook are typed."""

from argparse import Namespace
from typing import TYPE_CHECKING

from sto_tui.command.parser import DOSSIER, add_command, add_period

if TYPE_CHECKING:
    from sto_tui.command.caller import Caller
    from sto_tui.command.parser import Commands


def add_sheets(commands: "Commands") -> None:
    """`sto excel`."""
    command = add_command(commands, "excel", "Schrijft mijlpalen, voortgang, VERI en begroting als werkmap.", _workbook)
    command.required.add_argument("bestand", metavar="BESTAND", help=DOSSIER)
    command.optional.add_argument(
        "-o", "--uit", metavar="UIT.xlsx", help="het nieuwe bestand; anders komt het in de map concepten"
    )
    add_period(command)


def add_returned_sheet(kinds: "Commands") -> None:
    """`sto invoer excel`."""
    command = add_command(kinds, "excel", "Neemt over wat in een werkmap van sto excel is gewijzigd.", _returned)
    command.required.add_argument("bestand", metavar="BESTAND", help=DOSSIER)
    command.required.add_argument("bron", metavar="WERKMAP", help="de werkmap: .xlsx, of .ods van LibreOffice")
    command.optional.add_argument("--ja", action="store_true", help="neemt over zonder te vragen")


def _returned(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.intake_workbook import take_in_workbook

    return take_in_workbook(args.bestand, args.bron, caller, without_asking=args.ja)


def _workbook(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.workbook import write_workbook

    return write_workbook(args.bestand, caller, target=args.uit)
