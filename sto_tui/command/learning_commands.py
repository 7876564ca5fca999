"""How the commands that explain sto-tui itself are typed."""

from argparse import Namespace
from typing import TYPE_CHECKING

from sto_tui.command.parser import add_command

if TYPE_CHECKING:
    from sto_tui.command.caller import Caller
    from sto_tui.command.parser import Commands


def add_learning(commands: "Commands") -> None:
    """`sto rondleiding` and `sto uitleg`."""
    command = add_command(commands, "rondleiding", "Laat je in tien minuten zelf doen wat sto-tui kan.", _tour)
    command.optional.add_argument(
        "map", metavar="MAP", nargs="?", default="", help="de map voor de oefenkopie; anders is zij na afloop weg"
    )
    command = add_command(commands, "uitleg", "Toont de handleiding, of één onderwerp ervan.", _explain)
    command.optional.add_argument(
        "onderwerp", metavar="ONDERWERP", nargs="*", help="een plaats of een kop van de handleiding, of een deel ervan"
    )


def _tour(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.opening import tour

    return tour(args.map, caller)


def _explain(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.explaining import explain

    return explain(" ".join(args.onderwerp))
