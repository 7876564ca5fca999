"""How the command about a plan that exists in Word is typed."""

from argparse import Namespace
from typing import TYPE_CHECKING

from sto_tui.command.parser import DOSSIER, add_command, add_period

if TYPE_CHECKING:
    from sto_tui.command.caller import Caller
    from sto_tui.command.parser import Commands


def add_plan_document(kinds: "Commands") -> None:
    """`sto invoer plan`."""
    command = add_command(kinds, "plan", "Neemt een bestaand activiteitenplan over uit Word.", _plan)
    command.required.add_argument("bestand", metavar="BESTAND", help=DOSSIER)
    command.required.add_argument("bron", metavar="PLAN.docx", help="het activiteitenplan")
    command.optional.add_argument(
        "--neem",
        metavar="WAT",
        default="",
        help="nummers en soorten uit de lijst, bijvoorbeeld 1,3-7 of doelen; of twijfel of wijzigingen",
    )
    command.optional.add_argument(
        "--zet",
        metavar="NR:VELD=WAARDE",
        action="append",
        default=[],
        help="een ander veld voor een regel van de lijst, bijvoorbeeld 12:speerpunt=Menukaart; mag vaker",
    )
    command.optional.add_argument(
        "--ja", action="store_true", help="neemt over wat zeker is en niets vervangt, zonder te vragen"
    )
    command.optional.add_argument("--alles", action="store_true", help="toont elke regel die niet is begrepen")
    add_period(command)


def _plan(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.intake_plan import take_in_plan

    return take_in_plan(
        args.bestand,
        args.bron,
        caller,
        choice=args.neem,
        fields=args.zet,
        without_asking=args.ja,
        all_lines=args.alles,
    )
