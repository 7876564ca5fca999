"""argparse in Dutch: headings of the help, and one sentence for what is typed wrong."""

import argparse
import shlex
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, NoReturn

from sto_tui.command.output import CommandError, remark, say
from sto_tui.patterns import pattern

if TYPE_CHECKING:
    from argparse import _SubParsersAction

    from sto_tui.command.caller import Caller

    Commands = _SubParsersAction["DutchParser"]
    Act = Callable[[Namespace, Caller], int]

EXIT_REFUSED = 2
DOSSIER = "het dossier, een bestand dat eindigt op .sto.json"

# What argparse says, and what we say. Python's wording differs a little from version to version.
_SENTENCES = (
    (pattern(r"the following arguments are required: (?P<argument>.+)"), "Er ontbreekt: {argument}."),
    (pattern(r"unrecognized arguments: (?P<argument>.+)"), "‘{argument}’ hoort niet bij deze opdracht."),
    (pattern(r"argument (?P<argument>.+?): expected .*arguments?"), "Na {argument} hoort een waarde."),
    (pattern(r"argument (?P<argument>.+?): ignored explicit argument .*"), "{argument} krijgt geen waarde."),
    (
        pattern(r"argument (?P<argument>.+?): not allowed with .+"),
        "{argument} gaat niet samen met de andere opties.",
    ),
    (pattern(r"argument .+?: invalid choice: '?(?P<argument>.*?)'? \(.*"), "‘{argument}’ is geen opdracht van sto."),
)


class DutchHelp(argparse.HelpFormatter):
    """Help with a Dutch word before the usage."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        """Adds the usage line."""
        super().add_usage(usage, actions, groups, "Gebruik: " if prefix is None else prefix)


# argparse makes a formatter for each argument that is added, and that loads what asks how wide the terminal is.
_NO_WIDTH = partial(DutchHelp, width=80)


class DutchParser(argparse.ArgumentParser):
    """A parser with Dutch headings whose errors are one Dutch sentence."""

    def __init__(self, prog: str, description: str, epilog: str = "") -> None:
        super().__init__(
            prog,
            description=description,
            epilog=epilog,
            formatter_class=_NO_WIDTH,
            add_help=False,
            allow_abbrev=False,
        )
        self.required = self.add_argument_group("verplicht")
        self.optional = self.add_argument_group("opties")
        self.optional.add_argument("-h", "--help", action="help", help="Toont deze uitleg.")
        told = "tekent alleen met ASCII, voor een terminal of lettertype zonder blokken en lijnen"
        self.optional.add_argument(
            "--ascii",
            action="store_true",
            default=argparse.SUPPRESS,
            # Every command has it; once in the help is enough.
            help=argparse.SUPPRESS if " " in prog else told,
        )

    def format_help(self) -> str:
        """The help, as wide as the terminal."""
        self.formatter_class = DutchHelp
        return super().format_help()

    def print_help(self, file: object = None) -> None:
        """Prints the help on stdout; argparse itself would not notice that it did not arrive."""
        say(self.format_help().rstrip())

    def error(self, message: str) -> NoReturn:
        """Prints what is wrong and where to look, and ends with exit code 2."""
        remark(f"{_dutch(message)} Zie: {self.prog} --help")
        sys.exit(EXIT_REFUSED)


def add_command(commands: "Commands", name: str, help: str, act: "Act") -> DutchParser:
    """A command with its one line of help, and what carries it out."""
    command = commands.add_parser(name, help=help, description=help)
    command.set_defaults(act=act)
    return command


def add_period(command: DutchParser) -> None:
    """The option that takes another plan period than the one at hand."""
    command.optional.add_argument(
        "--periode", metavar="JAREN", default="", help="een andere planperiode dan die waar het plan over gaat"
    )


def add_mouse(command: DutchParser) -> None:
    """The option that turns the mouse on where it is off."""
    told = "zet de muis aan, ook over SSH; daar staat die anders uit"
    command.optional.add_argument("--muis", action="store_true", default=argparse.SUPPRESS, help=told)


def typed_year(typed: str) -> int:
    """A year of four digits. Raises CommandError for anything else."""
    if not (len(typed) == 4 and typed.isdecimal()):
        raise CommandError(f"‘{typed}’ is geen jaar. Schrijf bijvoorbeeld --peiljaar 2024.")
    return int(typed)


def _dutch(message: str) -> str:
    for refusal, sentence in _SENTENCES:
        if match := refusal.fullmatch(message.replace("\n", " ")):
            told = sentence.format(argument=match["argument"])
            is_file = "geen opdracht" in told and match["argument"].endswith(".sto.json")
            return f"{told} Openen gaat met sto open {shlex.quote(match['argument'])}." if is_file else told
    return "De opdracht is niet goed geschreven."
