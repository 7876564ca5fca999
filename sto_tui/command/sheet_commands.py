"""How the commands about sheets are typed: those that come in, the workbook and the calendar."""

from argparse import Namespace
from typing import TYPE_CHECKING

from sto_tui.command.parser import DOSSIER, add_command, add_period

if TYPE_CHECKING:
    from sto_tui.command.caller import Caller
    from sto_tui.command.parser import Commands, DutchParser


def add_sheets(commands: "Commands") -> None:
    """`sto excel` and `sto agenda`."""
    command = add_command(commands, "excel", "Schrijft mijlpalen, voortgang, VERI en begroting als werkmap.", _workbook)
    command.required.add_argument("bestand", metavar="BESTAND", help=DOSSIER)
    command.optional.add_argument(
        "-o", "--uit", metavar="UIT.xlsx", help="het nieuwe bestand; anders komt het in de map concepten"
    )
    add_period(command)
    command = add_command(commands, "agenda", "Schrijft mijlpalen, termijnen en bijeenkomsten als agenda.", _calendar)
    command.required.add_argument("bestand", metavar="BESTAND", help=DOSSIER)
    command.optional.add_argument(
        "-o", "--uit", metavar="UIT.ics", help="het nieuwe bestand; anders komt het in de map concepten"
    )
    command.optional.add_argument(
        "--partij", metavar="NAAM", default="", help="alleen waarin deze partij of dit orgaan een rol heeft"
    )
    add_period(command)


def add_milestone_sheet(kinds: "Commands") -> None:
    """`sto invoer mijlpalen`."""
    command = add_command(
        kinds, "mijlpalen", "Neemt mijlpalen, rollen en voortgang over uit een rekenblad.", _milestones
    )
    command.required.add_argument("bestand", metavar="BESTAND", help=DOSSIER)
    command.required.add_argument("bron", metavar="BRON", help="het rekenblad: .csv, .xlsx, .xls of .ods")
    _add_wishes(command, "Mijlpaal=C")
    add_period(command)
    command.optional.add_argument(
        "--legenda", metavar="NAAM", default="", help="wat een O is: veri (out of the loop) of veori (ondersteunen)"
    )


def add_register_sheets(kinds: "Commands") -> None:
    """`sto invoer partijen` and what else comes in as a table of its own."""
    for word, plural, example in _REGISTERS:
        command = add_command(kinds, word, f"Neemt {plural} over uit een rekenblad of een geplakte tabel.", _register)
        command.set_defaults(soort=word)
        command.required.add_argument("bestand", metavar="BESTAND", help=DOSSIER)
        command.required.add_argument(
            "bron", metavar="BRON", help="het rekenblad: .csv, .xlsx, .xls of .ods; met - wat je plakt"
        )
        _add_wishes(command, example)
        add_period(command)


def add_spending_sheet(kinds: "Commands") -> None:
    """`sto invoer uitgaven`: of whatever period its rows are."""
    about = "Neemt uitgaven over uit een rekenblad van de administratie of een geplakte tabel."
    command = add_command(kinds, "uitgaven", about, _spending)
    command.required.add_argument("bestand", metavar="BESTAND", help=DOSSIER)
    command.required.add_argument(
        "bron", metavar="BRON", help="het rekenblad: .csv, .xlsx, .xls of .ods; met - wat je plakt"
    )
    _add_wishes(command, "Bedrag=C")


_REGISTERS = (
    ("partijen", "partijen", "Naam=C"),
    ("risicos", "risico’s", "Risico=C"),
    ("begroting", "begrotingsregels", "Bedrag=C"),
    ("cofinanciering", "bijdragen", "Bedrag=C"),
    ("acties", "acties", "Actie=C"),
)


def _add_wishes(command: "DutchParser", example: str) -> None:
    """What goes with every sheet that asks questions."""
    command.optional.add_argument("--ja", action="store_true", help="neemt over zonder te vragen")
    for option, shown, help in (
        ("--kolom", example, "in welke kolom iets staat; herhaal voor meer kolommen"),
        ("--antwoord", "SLEUTEL=KEUZE", "antwoord op een vraag over het blad; herhaal voor meer vragen"),
    ):
        command.optional.add_argument(option, metavar=shown, action="append", default=[], help=help)
    command.optional.add_argument(
        "--opnieuw", action="store_true", help="vraagt alles opnieuw, ook wat van een eerder blad onthouden is"
    )
    command.optional.add_argument(
        "--verslag", metavar="VERSLAG.txt", default="", help="het nieuwe bestand waarin alles staat wat is gelezen"
    )


def _milestones(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.asking_questions import typed_answers
    from sto_tui.command.intake_milestones import take_in_milestones
    from sto_tui.command.intake_sheet import SheetWishes

    answers = typed_answers(args.antwoord, args.kolom)
    if args.legenda:
        answers["legenda"] = args.legenda
    wishes = SheetWishes(answers, args.opnieuw, args.verslag)
    return take_in_milestones(args.bestand, args.bron, caller, without_asking=args.ja, wishes=wishes)


def _register(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.asking_questions import typed_answers
    from sto_tui.command.intake_registers import take_in_register
    from sto_tui.command.intake_sheet import SheetWishes

    wishes = SheetWishes(typed_answers(args.antwoord, args.kolom), args.opnieuw, args.verslag)
    return take_in_register(args.bestand, args.bron, args.soort, caller, wishes, without_asking=args.ja)


def _spending(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.asking_questions import typed_answers
    from sto_tui.command.intake_sheet import SheetWishes
    from sto_tui.command.intake_spending import take_in_spending

    wishes = SheetWishes(typed_answers(args.antwoord, args.kolom), args.opnieuw, args.verslag)
    return take_in_spending(args.bestand, args.bron, caller, wishes, without_asking=args.ja)


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


def _calendar(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.calendar import write_calendar

    return write_calendar(args.bestand, caller, target=args.uit, party=args.partij)
