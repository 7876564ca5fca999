"""The `sto` command: parses, calls one function, and turns what goes wrong into one Dutch sentence.

Nothing heavy is imported before the command that needs it is known. Only this module reads the clock and the account.
"""

import gc
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING

from sto_tui import __version__
from sto_tui.command.output import (
    CommandError,
    OutputError,
    draw_in_ascii,
    drop_output,
    flush,
    remark,
    say,
)
from sto_tui.command.parser import DOSSIER as _DOSSIER
from sto_tui.command.parser import EXIT_REFUSED, DutchParser, add_mouse, typed_year
from sto_tui.command.parser import add_command as _command
from sto_tui.command.parser import add_period as _add_period
from sto_tui.terminal.ascii_signs import settle

if TYPE_CHECKING:
    from sto_tui.command.caller import Caller
    from sto_tui.command.parser import Act, Commands

EXIT_INTERRUPTED = 130
# With this variable a shell asks what the tab key can fill in, instead of running the command.
ASKED = "_ARGCOMPLETE"
_DESCRIPTION = (
    "Het dossier van een regio in Sterk Techniekonderwijs: terugblik, regiovisie, plan, mijlpalen en voortgang."
)
_INTAKE = "Toont eerst wat er nieuw is, wat er wijzigt en wat niet kan, en vraagt dan of het overgenomen moet worden."
_PARTY = "Toont eerst waar de partij staat, wat wordt voorgesteld en wat dat met de cofinanciering doet, en vraagt dan."


def run() -> int:
    """Runs the command as it was typed, and returns its exit code.

    A command is over before it leaves waste worth looking for: looking, also at its end, takes a quarter of its time.
    The app, which stays, does look.
    """
    gc.disable()
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            settle(stream)
    if ASKED in os.environ:
        from sto_tui.command.completing import propose

        propose(command_parser())
    code = 0
    try:
        code = main(sys.argv[1:])
        flush()
    except BrokenPipeError:
        drop_output(sys.stdout)
    except OutputError as error:
        drop_output(sys.stdout)
        with suppress(OutputError, BrokenPipeError):
            remark(str(error))
        code = EXIT_REFUSED
    gc.freeze()
    return code


def main(argv: Sequence[str]) -> int:
    """Runs one command: 0 done, 1 something to look at, 2 refused with one Dutch sentence on stderr."""
    try:
        args = command_parser(argv[0] if argv else "").parse_args(argv)
        draw_in_ascii(asked=args.ascii)
        if args.version or args.all_versions:
            return _tell_version(args)
        act: Act = args.act
        return act(args, _caller(getattr(args, "periode", ""), mouse=args.muis))
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except (BrokenPipeError, OutputError):
        raise
    except CommandError as error:
        remark(str(error))
    except Exception as error:  # nobody is shown a traceback: it goes in a report, of which the sentence tells
        from sto_tui.command.failure import sentence_for

        remark(sentence_for(error, _caller()))
    return EXIT_REFUSED


def _caller(period: str = "", *, mouse: bool = False) -> "Caller":
    from datetime import datetime
    from getpass import getuser

    from sto_tui.command.caller import Caller
    from sto_tui.domain.record import LINE_LIMIT
    from sto_tui.domain.text import clean_line

    try:
        user = getuser()
    except (KeyError, OSError, ImportError):
        user = "onbekend"
    return Caller(clean_line(user)[:LINE_LIMIT], datetime.now, period, mouse)


def _tell_version(args: Namespace) -> int:
    if not args.version:
        raise CommandError("--alles hoort bij --version. Typ sto --version --alles.")
    if not args.all_versions:
        say(f"sto-tui {__version__}")
        return 0
    from sto_tui.command.versions import lines_of_versions

    say("\n".join(lines_of_versions()))
    return 0


def command_parser(word: str = "") -> DutchParser:
    """All commands with their options and help; with the word of one only what that one needs."""
    parser = DutchParser("sto", _DESCRIPTION, "Uitleg bij één opdracht: sto OPDRACHT --help")
    parser.optional.add_argument("-V", "--version", action="store_true", help="Toont de versie.")
    parser.optional.add_argument(
        "--alles",
        dest="all_versions",
        action="store_true",
        help="met --version: ook die van Python en de pakketten, met hun licentie",
    )
    add_mouse(parser)
    parser.set_defaults(act=_start, ascii=False, muis=False)
    commands: Commands = parser.add_subparsers(title="opdrachten", metavar="OPDRACHT")
    for words, add in GROUPS.items():
        if word in words or not any(word in others for others in GROUPS):
            add(commands)
    return parser


def _add_opening(commands: "Commands") -> None:
    command = _command(commands, "open", "Opent een dossier.", _open)
    command.required.add_argument("bestand", metavar="BESTAND", help=_DOSSIER)
    command.optional.add_argument("--plaats", metavar="WOORD", default="", help="begint op een plaats, zoals mijlpalen")
    add_mouse(command)


def _add_making(commands: "Commands") -> None:
    command = _command(commands, "nieuw", "Maakt een leeg dossier; nooit over een bestaand bestand.", _new)
    command.required.add_argument("bestand", metavar="BESTAND", help="het nieuwe bestand, bijvoorbeeld regio.sto.json")
    command.required.add_argument("--regio", metavar="NAAM", required=True, help="de naam van de regio")
    command.required.add_argument("--periode", metavar="JAREN", required=True, help="bijvoorbeeld 2027-2028")
    command = _command(commands, "volgende", "Begint de volgende planperiode met wat doorgaat van de vorige.", _next)
    command.required.add_argument("bestand", metavar="BESTAND", help=_DOSSIER)
    command.required.add_argument("--periode", metavar="JAREN", required=True, help="bijvoorbeeld 2027-2028")
    command.optional.add_argument("--ja", action="store_true", help="begint zonder te vragen")
    command = _command(commands, "voorbeeld", "Toont de voorbeelden, of kopieert er een.", _sample)
    command.optional.add_argument("naam", metavar="NAAM", nargs="?", default="", help="de naam van het voorbeeld")
    command.optional.add_argument("map", metavar="MAP", nargs="?", default=".", help="de map voor de kopie")


def _add_checking(commands: "Commands") -> None:
    command = _command(
        commands, "controle", "Toont alle meldingen; als er fouten zijn is de afsluitcode 1, voor scripts.", _check
    )
    command.required.add_argument("bestand", metavar="BESTAND", help=_DOSSIER)
    command.optional.add_argument("--json", action="store_true", help="schrijft de meldingen als JSON")
    _add_period(command)


def _add_records(commands: "Commands") -> None:
    command = _command(commands, "lijst", "Toont een tabel van het dossier.", _list)
    command.required.add_argument("bestand", metavar="BESTAND", help=_DOSSIER)
    command.required.add_argument("tabel", metavar="TABEL", help="bijvoorbeeld mijlpalen, doelen of partijen")
    form = command.optional.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="schrijft alle velden als JSON, zoals ze zijn bewaard")
    form.add_argument(
        "--csv", action="store_true", help="schrijft alle velden als CSV voor Excel, mijlpalen zoals ze vandaag staan"
    )
    _add_period(command)
    command = _command(commands, "stoplicht", "Zet het stoplicht van een mijlpaal en legt het vast.", _light)
    command.required.add_argument("bestand", metavar="BESTAND", help=_DOSSIER)
    command.required.add_argument("nr", metavar="NR", help="het nummer van de mijlpaal, bijvoorbeeld 1.2")
    command.required.add_argument("licht", metavar="LICHT", help="groen, oranje, rood, gereed of niet-gestart")
    command.optional.add_argument("toelichting", metavar="TOELICHTING", nargs="*", help="hoe het gaat")
    command.optional.add_argument("--knelpunt", metavar="TEKST", help="wat er in de weg staat")
    command.optional.add_argument("--maatregel", metavar="TEKST", help="wat eraan wordt gedaan")
    _add_period(command)

    command = _command(commands, "zoek", "Zoekt in alle tabellen, zoals met / op het scherm.", _search)
    command.required.add_argument("bestand", metavar="BESTAND", help=_DOSSIER)
    command.required.add_argument("woorden", metavar="WOORD", nargs="+", help="een nummer of woorden uit de tekst")
    command.optional.add_argument("--json", action="store_true", help="schrijft wat er is gevonden als JSON")
    _add_period(command)


def _add_editing(commands: "Commands") -> None:
    command = _command(commands, "zet", "Wijzigt velden van een mijlpaal, doel, partij of iets anders.", _set)
    _add_address(command, "bijvoorbeeld mijlpalen/1.2", "bijvoorbeeld klaar=Q327; klaar= maakt leeg; doelen+=2")
    command.optional.add_argument("--bron", metavar="BRON.json", help="zonder ADRES: leest een lijst van wijzigingen")
    command.optional.add_argument("--ja", action="store_true", help="verwijdert ook wat in de lijst verwijderd wordt")
    command = _command(commands, "voeg-toe", "Voegt een mijlpaal, doel, partij of iets anders toe.", _add)
    _add_address(command, "bijvoorbeeld risicos", "bijvoorbeeld kans=groot")
    command = _command(commands, "verwijder", "Verwijdert een mijlpaal, doel, partij of iets anders.", _remove)
    _add_address(command, "bijvoorbeeld risicos/3")
    command.optional.add_argument("--ja", action="store_true", help="verwijdert zonder te vragen")


def _add_address(command: DutchParser, example: str, field_help: str = "") -> None:
    command.required.add_argument("bestand", metavar="BESTAND", help=_DOSSIER)
    many = "?" if command.prog.endswith(" zet") else None
    command.required.add_argument("adres", metavar="ADRES", nargs=many, help=example)
    if field_help:
        command.required.add_argument("velden", metavar="VELD=WAARDE", nargs="*", help=field_help)
    command.optional.add_argument("--json", action="store_true", help="schrijft wat er is gewijzigd als JSON")
    _add_period(command)


def _add_parties(commands: "Commands") -> None:
    group = commands.add_parser("partij", help="Een partij stopt, doet mee of is dezelfde.", description=_PARTY)
    acts: Commands = group.add_subparsers(title="wat de partij doet", metavar="WAT", required=True)
    for name, help, act in (
        ("stopt", "Een partij stopt: wie neemt wat over?", _party_stops),
        ("doet-mee", "Een partij doet mee: welke open plaatsen neemt die in?", _party_joins),
        ("samen", "Twee partijen zijn dezelfde: de tweede gaat op in de eerste.", _merge_parties),
    ):
        command = _command(acts, name, help, act)
        command.required.add_argument("bestand", metavar="BESTAND", help=_DOSSIER)
        command.required.add_argument("partij", metavar="NAAM", help="de naam of afkorting van de partij")
        if name == "samen":
            command.required.add_argument("tweede", metavar="TWEEDE", help="de partij die erin opgaat")
        command.optional.add_argument(
            "--naar",
            metavar="REGEL=KEUZE",
            action="append",
            default=[],
            help="een andere keuze; 3=open laat regel 3 open",
        )
        if name == "stopt":
            command.optional.add_argument("--opvolger", metavar="PARTIJ", default="", help="neemt alles over wat kan")
        command.optional.add_argument("--ja", action="store_true", help="voert het voorstel uit zonder te vragen")
        _add_period(command)


def _add_intake(commands: "Commands") -> None:
    from sto_tui.command.plan_commands import add_plan_document
    from sto_tui.command.sheet_commands import (
        add_milestone_sheet,
        add_register_sheets,
        add_returned_sheet,
        add_spending_sheet,
    )

    group = commands.add_parser("invoer", help="Neemt gegevens uit een ander bestand over.", description=_INTAKE)
    kinds: Commands = group.add_subparsers(title="soorten", metavar="SOORT", required=True)
    add_milestone_sheet(kinds)
    add_register_sheets(kinds)
    add_spending_sheet(kinds)
    add_returned_sheet(kinds)
    add_plan_document(kinds)
    command = _command(kinds, "duo", "Neemt leerlingen, examens en prognoses van DUO over.", _duo)
    command.required.add_argument("bestand", metavar="BESTAND", help=_DOSSIER)
    command.required.add_argument(
        "bron",
        metavar="BRON",
        nargs="+",
        help="bestand 01 (ook van meer jaren), 02, examens en prognoses, .csv of .xlsx, in elke volgorde",
    )
    for option, example, help in (
        ("--brin", "01AB,02CD00", "scholen (4 tekens) of vestigingen (6 tekens)"),
        ("--gemeente", "NAAM,…", "vestigingen in deze gemeenten; met bestand 02, of als het bestand ze zelf noemt"),
        ("--rmc", "CODE,…", "vestigingen in deze RMC-regio’s; bestand 02 is nodig"),
    ):
        command.optional.add_argument(option, metavar=example, action="append", default=[], help=help)
    command.optional.add_argument("--peiljaar", metavar="JAAR", type=typed_year, help="als het bestand geen jaar noemt")
    command.optional.add_argument("--ja", action="store_true", help="neemt over zonder te vragen")


def _add_handing_in(commands: "Commands") -> None:
    command = _command(
        commands, "indienen", "Legt vast dat het plan is ingediend, en bewaart het zoals het nu is.", _hand_in
    )
    command.required.add_argument("bestand", metavar="BESTAND", help=_DOSSIER)
    command.optional.add_argument("--op", metavar="DATUM", default="", help="de dag van indienen; anders vandaag")
    command.optional.add_argument(
        "--versie", metavar="VERSIE", default="", help="bijvoorbeeld 1.0; anders de versie van de planperiode"
    )
    command.optional.add_argument("--ja", action="store_true", help="dient in zonder te vragen, ook met fouten")
    _add_period(command)
    command = _command(
        commands, "wijzigingen", "Toont wat er is veranderd sinds het plan is ingediend, en wat te melden is.", _changes
    )
    command.required.add_argument("bestand", metavar="BESTAND", help=_DOSSIER)
    command.optional.add_argument("--json", action="store_true", help="schrijft de wijzigingen als JSON")
    _add_period(command)


def _add_papers(commands: "Commands") -> None:
    from sto_tui.command.draft_commands import add_draft
    from sto_tui.command.sheet_commands import add_sheets

    add_draft(commands)
    add_sheets(commands)


def _add_servers(commands: "Commands") -> None:
    from sto_tui.command.server_commands import add_servers

    add_servers(commands)


def _add_learning(commands: "Commands") -> None:
    from sto_tui.command.learning_commands import add_learning

    add_learning(commands)


def _add_completion(commands: "Commands") -> None:
    command = _command(
        commands, "aanvullen", "Laat de tab-toets in een shell opdrachten, nummers en velden aanvullen.", _complete
    )
    command.required.add_argument("shell", metavar="SHELL", help="bash, zsh, fish of powershell; zie de handleiding")


def _add_history(commands: "Commands") -> None:
    from sto_tui.command.history_commands import add_history

    add_history(commands)


def _next(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.next_period import begin_next

    return begin_next(args.bestand, args.periode, caller, without_asking=args.ja)


def _start(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.opening import start

    return start(caller)


def _open(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.opening import open_at

    return open_at(args.bestand, args.plaats, caller)


def _new(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.new_or_sample import make_dossier

    return make_dossier(args.bestand, args.regio, args.periode)


def _sample(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.new_or_sample import copy_sample, list_samples

    return copy_sample(args.naam, args.map, caller.today) if args.naam else list_samples()


def _check(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.checking import check

    return check(args.bestand, caller, as_json=args.json)


def _list(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.records import list_table

    return list_table(args.bestand, args.tabel, caller, as_json=args.json, as_csv=args.csv)


def _light(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.records import set_light

    texts = {"note": " ".join(args.toelichting) or None, "obstacle": args.knelpunt, "measure": args.maatregel}
    said = {name: text for name, text in texts.items() if text is not None}
    return set_light(args.bestand, args.nr, args.licht, said, caller)


def _search(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.searching import search

    return search(args.bestand, " ".join(args.woorden), caller, as_json=args.json)


def _set(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.editing import set_fields, set_from_json

    if args.adres is None and (args.json or args.bron):
        return set_from_json(args.bestand, args.bron, caller, without_asking=args.ja)
    if args.adres is None:
        raise CommandError("Er ontbreekt: ADRES. Zie: sto zet --help")
    if args.bron:
        raise CommandError("--bron gaat zonder ADRES: de adressen staan in die lijst. Laat een van beide weg.")
    return set_fields(args.bestand, args.adres, args.velden, caller, as_json=args.json)


def _add(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.editing import add_record

    return add_record(args.bestand, args.adres, args.velden, caller, as_json=args.json)


def _remove(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.editing import remove_record

    return remove_record(args.bestand, args.adres, caller, without_asking=args.ja, as_json=args.json)


def _party_stops(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.parties import Choices, party_stops

    return party_stops(args.bestand, args.partij, caller, Choices(args.ja, args.naar, args.opvolger))


def _party_joins(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.parties import Choices, party_joins

    return party_joins(args.bestand, args.partij, caller, Choices(args.ja, args.naar))


def _merge_parties(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.parties import Choices, merge_parties

    return merge_parties(args.bestand, args.partij, args.tweede, caller, Choices(args.ja, args.naar))


def _complete(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.completing import print_code

    return print_code(args.shell)


def _duo(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.intake_duo import take_in_duo
    from sto_tui.intake.duo.vestigingen import DuoChoice

    brins, gemeenten, rmcs = (tuple(",".join(typed).split(",")) for typed in (args.brin, args.gemeente, args.rmc))
    choice = DuoChoice(brins, gemeenten, rmcs, args.peiljaar)
    return take_in_duo(args.bestand, args.bron, choice, caller, without_asking=args.ja)


def _hand_in(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.handing_in import hand_in_plan

    return hand_in_plan(args.bestand, caller, day=args.op, version=args.versie, without_asking=args.ja)


def _changes(args: Namespace, caller: "Caller") -> int:
    from sto_tui.command.handing_in import list_changes

    return list_changes(args.bestand, caller, as_json=args.json)


# The commands, in the order of the help, by their words: one command is typed without making the others.
GROUPS: "dict[tuple[str, ...], Callable[[Commands], None]]" = {
    ("open",): _add_opening,
    ("nieuw", "volgende", "voorbeeld"): _add_making,
    ("controle",): _add_checking,
    ("concept", "terug", "huisstijl", "excel", "agenda"): _add_papers,
    ("lijst", "stoplicht", "zoek"): _add_records,
    ("zet", "voeg-toe", "verwijder"): _add_editing,
    ("partij",): _add_parties,
    ("invoer",): _add_intake,
    ("indienen", "wijzigingen"): _add_handing_in,
    ("geschiedenis", "samenvoegen"): _add_history,
    ("servers", "server", "mee", "terugbrengen", "landelijk"): _add_servers,
    ("rondleiding", "uitleg"): _add_learning,
    ("aanvullen",): _add_completion,
}

if __name__ == "__main__":
    sys.exit(run())
