"""What the tab key proposes in a shell: commands and options by argcomplete, and here the words of a dossier.

Every tab is a run of `sto`, so nothing is loaded that a proposal does not need, and nothing is locked or written.
"""

import os
from argparse import Action, ArgumentParser, Namespace
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext, suppress
from typing import TYPE_CHECKING, NoReturn

import argcomplete
from argcomplete.completers import BaseCompleter
from argcomplete.shell_integration import shellcode

from sto_tui.command.output import CommandError, say
from sto_tui.domain.dutch import enumerate_words

if TYPE_CHECKING:
    from pydantic import BaseModel

    from sto_tui.domain.record import FieldSpec
    from sto_tui.domain.region import Region
    from sto_tui.domain.typed_address import Addresses

Proposals = Mapping[str, str]
"""What can be typed, with a few words about it for the shells that show them."""
SHELLS = ("bash", "zsh", "fish", "powershell")
_SUFFIX = ".sto.json"
_LONGEST_HELP = 60


def print_code(shell: str) -> int:
    """Prints what makes a shell ask for proposals. Raises CommandError for a shell that is not known."""
    if shell not in SHELLS:
        raise CommandError(f"‘{shell}’ ken ik niet. Kies uit {enumerate_words([*SHELLS])}.")
    say(shellcode(["sto"], shell=shell))
    return 0


def propose(parser: ArgumentParser) -> NoReturn:
    """Answers the shell, and ends."""
    # PowerShell leaves out the blank before a word that has yet to begin.
    os.environ["COMP_LINE"] = os.environ["COMP_LINE"].ljust(int(os.environ["COMP_POINT"]))
    file = os.environ.get("_ARGCOMPLETE_STDOUT_FILENAME")
    with open(file, "w", encoding="utf-8") if file else nullcontext() as stream:
        argcomplete.autocomplete(
            parser, always_complete_options=False, default_completer=Values(), output_stream=stream
        )
    raise SystemExit(1)


class Values(BaseCompleter):
    """The proposals for the value of an argument."""

    def __call__(self, *, prefix: str, action: Action, parser: ArgumentParser, parsed_args: Namespace) -> Proposals:
        """Those that begin so; none when there is something wrong, which running the command will tell."""
        proposals = _PROPOSALS.get(action.dest)
        typed = Namespace(**vars(parsed_args), command=parser.prog.rpartition(" ")[2])
        # Whatever goes wrong: a sentence in the middle of a command line helps nobody.
        with suppress(Exception):
            if proposals:
                return {word: said for word, said in proposals(prefix, typed).items() if word.startswith(prefix)}
        return {}


def _dossiers(prefix: str, typed: Namespace) -> Proposals:
    return _files(prefix, (_SUFFIX,))


def _sheets(prefix: str, typed: Namespace) -> Proposals:
    is_plan = typed.command == "plan"
    return _files(prefix, (".docx",) if is_plan else (".csv", ".xlsx", ".xls", ".ods", ".json"))


def _files(prefix: str, suffixes: tuple[str, ...]) -> Proposals:
    """Files that end so, and the folders that may hold them; what is hidden only when asked for."""
    folder, name = os.path.split(prefix)
    paths = {}
    with os.scandir(os.path.expanduser(folder) or ".") as entries:
        for entry in sorted(entries, key=lambda entry: entry.name):
            is_folder = entry.is_dir()
            if entry.name.startswith(".") and not name.startswith("."):
                continue
            if (is_folder and not entry.name.endswith(".sto.d")) or entry.name.endswith(suffixes):
                paths[os.path.join(folder, entry.name) + ("/" if is_folder else "")] = ""
    return paths


def _tables(prefix: str, typed: Namespace) -> Proposals:
    """The tables, themes and speerpunten by the words of the region."""
    from sto_tui.domain.level_words import word_of_table
    from sto_tui.domain.tables import BY_DUTCH_NAME
    from sto_tui.domain.typed_address import typed_table

    region = _region(typed.bestand)
    if region is None:
        return {name: table.plural for name, table in BY_DUTCH_NAME.items()}
    named = {typed_table(table, region): table.name for table in BY_DUTCH_NAME.values()}
    return {word: word_of_table(region, name).plural for word, name in named.items()}


def _region(path: str) -> "Region | None":
    """Whose words are typed; None where the dossier cannot be read."""
    with suppress(Exception):  # as above; without a region the words are those of STO
        return _read(path, ("region",)).dossier.region
    return None


def _places(prefix: str, typed: Namespace) -> Proposals:
    from sto_tui.places import BY_WORD

    return {word: place.title for word, place in BY_WORD.items()}


def _lights(prefix: str, typed: Namespace) -> Proposals:
    from sto_tui.domain.milestones import Stoplicht

    return {light.value.replace("_", "-"): light.label for light in Stoplicht}


def _shells(prefix: str, typed: Namespace) -> Proposals:
    return dict.fromkeys(SHELLS, "")


def _topics(prefix: str, typed: Namespace) -> Proposals:
    """The headings of the manual that begin so, in the letters that were typed, without the words before this one."""
    from sto_tui.content.manual import topics

    before = " ".join([*typed.onderwerp, ""])
    begun = before + prefix
    titles = [topic.title for topic in topics() if topic.title.casefold().startswith(begun.casefold())]
    return {prefix + title[len(begun) :]: "" for title in titles}


def _numbers(prefix: str, typed: Namespace) -> Proposals:
    return _records(typed.bestand, ("milestones",), with_table=False)


def _parties(prefix: str, typed: Namespace) -> Proposals:
    return _records(typed.bestand, ("parties",), with_table=False)


def _addresses(prefix: str, typed: Namespace) -> Proposals:
    """A table; after that the records in it, and the lists inside one of them."""
    from sto_tui.domain.typed_address import table_named
    from sto_tui.domain.typed_names import typed_field

    head, slash, rest = prefix.partition("/")
    if not slash:
        end = "" if typed.command == "voeg-toe" else "/"
        return {name if name == "regio" else name + end: said for name, said in _tables(prefix, typed).items()}
    region = _region(typed.bestand)
    table = table_named(head, region)
    if table is None:
        return {}
    number, slash, _ = rest.partition("/")
    if not slash:
        numbers = _records(typed.bestand, (table.name,), with_table=False)
        return {f"{head}/{number}": said for number, said in numbers.items()}
    lists = [spec for spec in _fields(table.model) if spec.part]
    end = "" if typed.command == "voeg-toe" else "/"
    return {f"{head}/{number}/{typed_field(table.model, spec, region)}{end}": spec.help for spec in lists}


def _assignments(prefix: str, typed: Namespace) -> Proposals:
    """The fields of what the address points at; after `=` what they can hold."""
    from sto_tui.domain.level_words import own_fields
    from sto_tui.domain.typed_names import field_named, typed_field

    region = _region(typed.bestand)
    model = _model_at(typed.adres or "", region)
    name, equals, _ = prefix.partition("=")
    if not equals:
        said = own_fields(model, region) if region else {spec.name: spec for spec in _fields(model)}
        told = {spec.name: said[spec.name].help or said[spec.name].label for spec in _fields(model)}
        return {f"{typed_field(model, spec, region)}=": told[spec.name] for spec in _fields(model)}
    spec = field_named(model, name.rstrip("+-"), region)
    return {f"{name}={word}": said for word, said in _possible(spec, typed, region).items()}


def _possible(spec: "FieldSpec", typed: Namespace, region: "Region | None") -> Proposals:
    from sto_tui.domain.level_words import in_own_words
    from sto_tui.domain.typed_names import typed_name

    if spec.tables:
        return _records(typed.bestand, spec.tables, with_table=len(spec.tables) > 1)
    if spec.kind == "tick":
        return {"ja": "", "nee": ""}
    labels = [in_own_words(choice.label, region) if region else choice.label for choice in spec.choices]
    return {typed_name(label): label for label in labels}


def _model_at(address: str, region: "Region | None") -> "type[BaseModel]":
    """The model of a record, or of a line in a list inside it. Raises ValueError or LookupError."""
    from sto_tui.domain.tables import TABLES
    from sto_tui.domain.typed_address import table_named
    from sto_tui.domain.typed_names import field_named

    head, *pieces = address.split("/")
    table = table_named(head, region)
    model: type[BaseModel] = table.model if table else TABLES[head].model
    for piece in pieces[1:]:
        if piece and not piece.isdecimal() and (part := field_named(model, piece, region).part):
            model = part
    return model


def _fields(model: "type[BaseModel]") -> "Sequence[FieldSpec]":
    from sto_tui.domain.record import fields_of

    return [spec for spec in fields_of(model).values() if not spec.hidden]


def _records(path: str, tables: Sequence[str], *, with_table: bool) -> Proposals:
    from sto_tui.domain.record import Ref
    from sto_tui.domain.text import shortened

    addresses = _read(path, tables)
    proposals = {}
    for table in tables:
        for number in addresses.dossier.ordered(table):
            address = addresses.of(Ref(table, number))
            said = shortened(addresses.dossier.caption(Ref(table, number)), _LONGEST_HELP)
            proposals[address if with_table else address.partition("/")[2]] = said
    return proposals


# From these it follows to which plan period other records belong.
_SAY_THEIR_PERIOD = ("periods", "themes", "speerpunten", "milestones")


def _read(path: str, tables: Sequence[str]) -> "Addresses":
    """These tables of a dossier and those that their captions name, as the plan period at hand sees them."""
    from sto_tui.domain.dossier import Dossier
    from sto_tui.domain.record import fields_of
    from sto_tui.domain.tables import TABLES
    from sto_tui.domain.typed_address import Addresses
    from sto_tui.storage.file.codec import decode, records_from
    from sto_tui.storage.file.paths import file_to_read

    wanted = [*tables, *(table for table in _SAY_THEIR_PERIOD if table not in tables)]
    for name in wanted:
        fields = fields_of(TABLES[name].model)
        wanted += [target for field in TABLES[name].caption for target in fields[field].tables if target not in wanted]
    file = file_to_read(path)
    raw = decode(file.read_bytes(), file.name)
    read = {name: records_from(TABLES[name], raw.get(name, {}), lenient=True)[0] for name in wanted}
    return Addresses(Dossier({name: read.get(name, {}) for name in TABLES}).seen_in())


_PROPOSALS: Mapping[str, Callable[[str, Namespace], Proposals]] = {
    "bestand": _dossiers,
    "bron": _sheets,
    "tabel": _tables,
    "plaats": _places,
    "shell": _shells,
    "onderwerp": _topics,
    "nr": _numbers,
    "partij": _parties,
    "tweede": _parties,
    "opvolger": _parties,
    "licht": _lights,
    "adres": _addresses,
    "velden": _assignments,
}
