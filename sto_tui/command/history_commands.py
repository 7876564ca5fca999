"""How the commands about what was changed, and about copies, are typed."""

from argparse import Namespace
from typing import TYPE_CHECKING

from sto_tui.command.output import CommandError
from sto_tui.command.parser import DOSSIER, add_command

if TYPE_CHECKING:
    from sto_tui.command.caller import Caller
    from sto_tui.command.parser import Commands


def add_history(commands: "Commands") -> None:
    """`sto geschiedenis` and `sto samenvoegen`."""
    command = add_command(commands, "geschiedenis", "Toont wie wat wanneer heeft gewijzigd, of gaat terug.", _history)
    command.required.add_argument("bestand", metavar="BESTAND", help=DOSSIER)
    choice = command.optional.add_mutually_exclusive_group()
    choice.add_argument("--terug", metavar="N", help="zet wijziging 1 tot en met N terug, als één nieuwe wijziging")
    choice.add_argument("--json", action="store_true", help="schrijft de wijzigingen als JSON")

    command = add_command(commands, "samenvoegen", "Voegt kopieën van één dossier samen die uit elkaar liepen.", _merge)
    command.optional.add_argument("bestand", metavar="BESTAND", nargs="?", help=DOSSIER)
    command.optional.add_argument("ander", metavar="ANDER", nargs="*", help="de andere kopieën; zonder: open keuzes")
    command.optional.add_argument("--basis", metavar="BASIS", help="een versie van vóór beide kopieën")
    command.optional.add_argument(
        "--git", metavar="DEEL", nargs="+", help="voor git: %%O %%A %%B %%P; zie de handleiding"
    )
    command.optional.add_argument("--ja", action="store_true", help="voegt samen zonder te vragen")


def _history(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.history import go_back, list_history

    if args.terug is not None:
        return go_back(args.bestand, args.terug, caller)
    return list_history(args.bestand, caller, as_json=args.json)


def _merge(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.merging import merge, merge_for_git

    if args.git:
        if len(args.git) not in (3, 4):
            raise CommandError("Na --git horen drie of vier delen: %O %A %B %P.")
        base, ours, theirs, name = (*args.git, "")[:4]
        return merge_for_git(base, ours, theirs, name)
    if args.bestand is None:
        raise CommandError("Er ontbreekt: BESTAND. Zie: sto samenvoegen --help")
    return merge(args.bestand, args.ander, caller, start=args.basis, without_asking=args.ja)
