"""How the commands about the draft and its house style are typed."""

from argparse import Namespace
from typing import TYPE_CHECKING

from sto_tui.command.parser import DOSSIER, add_command, add_period
from sto_tui.domain.dutch import enumerate_words
from sto_tui.planning.paper_registry import PARTS

if TYPE_CHECKING:
    from sto_tui.command.caller import Caller
    from sto_tui.command.parser import Commands


def add_draft(commands: "Commands") -> None:
    """`sto concept`, `sto terug` and `sto huisstijl`."""
    _add_concept(commands)
    _add_back(commands)
    command = add_command(commands, "huisstijl", "Schrijft een sjabloon om de eigen huisstijl in te maken.", _template)
    command.required.add_argument("map", metavar="MAP", help="de map waar huisstijl.docx komt")


def _add_concept(commands: "Commands") -> None:
    command = add_command(commands, "concept", "Schrijft het Word-concept en toont wat nog ontbreekt.", _draft)
    command.required.add_argument("bestand", metavar="BESTAND", help=DOSSIER)
    command.optional.add_argument(
        "-o", "--uit", metavar="UIT.docx", help="het nieuwe bestand; anders komt het in de map concepten"
    )
    command.optional.add_argument(
        "--sjabloon",
        metavar="HUISSTIJL.docx",
        help="neemt de huisstijl over, ook de volgende keer; geen zet dat uit",
    )
    command.optional.add_argument(
        "--met-tekst", action="store_true", help="zet alle tekst van het sjabloon voorin; anders alleen het voorblad"
    )
    command.optional.add_argument(
        "--deel",
        metavar="DEEL",
        default=PARTS[0],
        help=f"{enumerate_words(PARTS, 'of')}; zonder keuze {PARTS[0]}",
    )
    command.optional.add_argument(
        "--van",
        metavar="DATUM",
        help="eerste dag van de voortgangsrapportage; zonder keuze de periode van het laatste verslag",
    )
    command.optional.add_argument("--tot", metavar="DATUM", help="laatste dag van de voortgangsrapportage")
    command.optional.add_argument(
        "--partij", metavar="NAAM", default="", help="de partij waar een verklaring of jaarplanning over gaat"
    )
    command.optional.add_argument(
        "--zonder-contact", action="store_true", help="laat e-mail en telefoon van regio en partijen weg"
    )
    command.optional.add_argument(
        "--zonder-status", action="store_true", help="laat status, versie en datum weg op het voorblad en elke pagina"
    )
    command.optional.add_argument(
        "--met-uitleg", action="store_true", help="zet op de laatste pagina hoe collega’s commentaar geven"
    )
    add_period(command)


def _add_back(commands: "Commands") -> None:
    command = add_command(commands, "terug", "Neemt over wat collega’s in een concept in Word hebben gewijzigd.", _back)
    command.required.add_argument("bestand", metavar="BESTAND", help=DOSSIER)
    command.required.add_argument(
        "concept", metavar="CONCEPT.docx", nargs="+", help="het concept zoals het terugkwam; meer tegelijk kan ook"
    )
    command.optional.add_argument(
        "--neem",
        metavar="WAT",
        default="",
        help="nummers uit de lijst (1,3-7,4b), of een naam, een hoofdstuk of alles: die nemen alleen wat een ✓ heeft",
    )
    command.optional.add_argument(
        "--ja",
        action="store_true",
        help="neemt over wat een ✓ heeft, of wat --neem noemt, zonder te vragen; exitcode 1 zolang er een regel blijft",
    )
    add_period(command)


def _draft(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.drafting import AskedPaper, write_draft

    asked = AskedPaper(
        args.deel,
        (args.van, args.tot),
        args.partij,
        args.sjabloon,
        args.met_tekst,
        contacts=not args.zonder_contact,
        state=not args.zonder_status,
        commenting=args.met_uitleg,
    )
    return write_draft(args.bestand, caller, asked, target=args.uit)


def _back(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.returning import take_back

    return take_back(args.bestand, args.concept, caller, choice=args.neem, without_asking=args.ja)


def _template(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.house_style import write_starting_template

    return write_starting_template(args.map)
