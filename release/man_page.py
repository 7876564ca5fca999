"""The manual page sto(1), in Dutch, made from the parser."""

import argparse
from collections.abc import Iterator

from sto_tui import __version__
from sto_tui.cli import command_parser

_BESIDE = """\
.SH BESTANDEN
.TP
.I NAAM.sto.json
Een dossier.
.TP
.I NAAM.sto.d/
De geschiedenis en de kopieën van dat dossier.
.TP
.I concepten/
De stukken die sto schrijft, naast het dossier.
.SH OMGEVING
.TP
.B STO_CONFIG_DIR
De map voor de instellingen en de lijst van laatst geopende dossiers.
.TP
.B STO_MUIS
Zet over SSH de muis aan.
.TP
.B NO_COLOR
Gebruikt de eigen kleuren van de terminal.
.TP
.BR VISUAL ", " EDITOR
De editor voor lange teksten.
.SH AFSLUITCODE
.TP
.B 0
Gelukt.
.TP
.B 1
Er is iets om naar te kijken: een fout in het dossier, of iets wat niet is overgenomen.
.TP
.B 2
Geweigerd. Eén zin zegt waarom; er is niets gewijzigd.
"""


def page() -> str:
    """The page, in roff."""
    parser = command_parser()
    lines = [
        f'.TH STO 1 "" "sto\\-tui {_plain(__version__)}" "Opdrachten voor gebruikers"',
        ".ad l",
        ".SH NAAM",
        "sto \\- het dossier van een regio in Sterk Techniekonderwijs",
        ".SH OVERZICHT",
        ".B sto",
        ".br",
        ".B sto",
        ".I OPDRACHT",
        ".RI [ OPTIES ]",
        ".SH BESCHRIJVING",
        _text(parser.description or ""),
        "Zonder opdracht opent sto het dossier van de vorige keer, of het beginscherm.",
        *_arguments(parser),
        ".SH OPDRACHTEN",
        *(line for name, command in _commands(parser) for line in _command(name, command)),
    ]
    return "\n".join(lines) + "\n" + _BESIDE


def usages() -> dict[str, str]:
    """How each command is typed, with its options, and what it does."""
    return {
        " ".join(["sto", name, *map(_in_usage, _told(command))]): command.description or ""
        for name, command in _commands(command_parser())
    }


def _commands(parser: argparse.ArgumentParser, before: str = "") -> Iterator[tuple[str, argparse.ArgumentParser]]:
    """The commands that do something, also those below another one: `invoer mijlpalen`."""
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, command in action.choices.items():
                below = list(_commands(command, f"{before}{name} "))
                yield from below or [(before + name, command)]


def _command(name: str, command: argparse.ArgumentParser) -> list[str]:
    return [
        f".SS {_plain(' '.join(['sto', name, *map(_in_usage, _told(command))]))}",
        _text(command.description or ""),
        *_arguments(command),
    ]


def _arguments(command: argparse.ArgumentParser) -> list[str]:
    return [
        line
        for action in _told(command)
        for line in (".TP", f".B {_plain(', '.join(_named(action)))}", _text((action.help or "") % {"prog": "sto"}))
    ]


def _told(command: argparse.ArgumentParser) -> list[argparse.Action]:
    """Its arguments in the order in which people type them, without the ones that every command has."""
    actions = [
        action
        for action in command._actions
        if not isinstance(action, argparse._SubParsersAction | argparse._HelpAction)
        and action.help is not argparse.SUPPRESS
    ]
    return sorted(actions, key=lambda action: bool(action.option_strings))


def _named(action: argparse.Action) -> list[str]:
    """Each way to write an argument, with the value that it takes."""
    value = _value(action)
    return [f"{option} {value}".strip() for option in action.option_strings] or [value]


def _in_usage(action: argparse.Action) -> str:
    written = _named(action)[-1]
    if action.nargs in ("*", "+"):
        written += "…"
    return written if action.required and action.nargs not in ("*", "?") else f"[{written}]"


def _value(action: argparse.Action) -> str:
    return "" if action.nargs == 0 else str(action.metavar or action.dest.upper())


def _text(sentence: str) -> str:
    """A sentence on a line of its own; a point at its beginning would be a request to roff."""
    sentence = sentence if sentence.endswith((".", "?")) else f"{sentence}."
    return _plain(sentence[:1].upper() + sentence[1:])


def _plain(text: str) -> str:
    text = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{text}" if text.startswith((".", "'")) else text
