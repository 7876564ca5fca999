"""`sto zet`, `sto voeg-toe` and `sto verwijder`: the edits of the screens, from the shell."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from sto_tui.command.asking import is_terminal, typed
from sto_tui.command.booked_line import with_line_of_its_year
from sto_tui.command.caller import Caller
from sto_tui.command.dossier import open_any, seen_in
from sto_tui.command.edits import Read, TypedEdits
from sto_tui.command.output import CommandError, remark, remark_left_out, say, say_data
from sto_tui.domain import dutch
from sto_tui.domain.change import Change, Edit
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.money import Payment
from sto_tui.domain.text import clean_line
from sto_tui.domain.typed_address import Addresses
from sto_tui.domain.typed_names import NotUnderstoodError
from sto_tui.domain.typed_record import parse_assignment, typed_values
from sto_tui.planning.working_days.named_days import beside_today
from sto_tui.storage.file.paths import file_to_read

if TYPE_CHECKING:
    from sto_tui.storage.any_store import Store

_NOT_CHANGED = "Er is niets veranderd: alles staat al zo."


def set_fields(path: str, address: str, fields: Sequence[str], caller: Caller, *, as_json: bool) -> int:
    """Changes fields of a record. Raises CommandError or NotSavedError."""
    if not fields:
        raise CommandError("Er ontbreekt: VELD=WAARDE. Zie: sto zet --help")
    store, edits = _begin(path, caller)
    with _refusing():
        edits.set(address, _reader(fields, caller))
    _carry_out(store, edits.change, as_json=as_json, of_plan=edits.of_plan)
    return 0


def set_from_json(path: str, source: str | None, caller: Caller, *, without_asking: bool) -> int:
    """Carries out an array of edits from a file, or from stdin, as one change. Raises CommandError or NotSavedError."""
    from sto_tui.command.json_edits import JsonEdits

    store, edits = _begin(path, caller)
    steps = JsonEdits(edits, caller.today)
    steps.carry_out(_bytes_of(source))
    if steps.removes and not without_asking:
        for line in _what_goes_along(store.dossier, edits.change.edits):
            say(line)
        remark("Er is niets gewijzigd. Voeg --ja toe om ook te verwijderen.")
        return 1
    _carry_out(store, edits.change, as_json=True)
    return 0


def _bytes_of(source: str | None) -> bytes:
    if source is not None:
        try:
            return file_to_read(source, ".json").read_bytes()
        except OSError as error:
            raise CommandError(f"{clean_line(source)} is niet te lezen. Kies een bestand met JSON.") from error
    if sys.stdin is None or is_terminal():
        raise CommandError("Er ontbreekt: ADRES, of een lijst van wijzigingen op de invoer. Zie: sto zet --help")
    return sys.stdin.buffer.read()


def add_record(path: str, address: str, fields: Sequence[str], caller: Caller, *, as_json: bool) -> int:
    """Adds a record, or a line to a list inside one. Raises CommandError or NotSavedError."""
    store, edits = _begin(path, caller)
    with _refusing():
        added = edits.add(address, _reader(fields, caller))
    done = _carry_out(store, edits.change, as_json=as_json)
    if added.id < 0 and not as_json:
        new = next(edit.ref for edit in done.edits if edit.before is None)
        remark(f"Het adres is {Addresses(store.dossier).of(new)}.")
    return 0


def remove_record(path: str, address: str, caller: Caller, *, without_asking: bool, as_json: bool) -> int:
    """Removes a record with what hangs on it, or a line of a list; asks first. Raises CommandError or NotSavedError."""
    store, edits = _begin(path, caller)
    with _refusing():
        name, ref = edits.remove(address, is_asked=not without_asking)
    if not without_asking:
        say(f"{name}{edits.of_plan} verwijderen.")
        for line in _what_goes_along(store.dossier, [edit for edit in edits.change.edits if edit.ref != ref]):
            say(line)
        if not is_terminal():
            remark("Er is niets verwijderd. Voeg --ja toe om te verwijderen.")
            return 1
        if typed("Verwijderen? [j/N] ").lower() not in ("j", "ja"):
            remark("Er is niets verwijderd.")
            return 1
    _carry_out(store, edits.change, as_json=as_json, of_plan=edits.of_plan)
    return 0


def _begin(path: str, caller: Caller) -> "tuple[Store, TypedEdits]":
    store = open_any(path, caller, to_change=True)
    seen = seen_in(store.dossier, caller)
    return store, TypedEdits(seen, caller.today, caller.user, only_seen=bool(caller.period))


@contextmanager
def _refusing() -> Iterator[None]:
    try:
        yield
    except NotUnderstoodError as error:
        raise CommandError(str(error)) from error


def _reader(fields: Sequence[str], caller: Caller) -> Read:
    for text in fields:
        if any("\ud800" <= character <= "\udfff" for character in text):
            raise CommandError("De tekst heeft tekens die niet te lezen zijn. Zet de terminal op UTF-8.")
    remark_left_out(fields)

    def read(model: type[BaseModel], before: Mapping[str, Any], addresses: Addresses) -> dict[str, Any]:
        around = beside_today(addresses.dossier, caller.today)
        assignments = [parse_assignment(model, text, addresses.dossier.region) for text in fields]
        if model is Payment:
            assignments = with_line_of_its_year(assignments, before, addresses, around)
        return typed_values(model, before, assignments, addresses, around)

    return read


def _carry_out(store: "Store", change: Change, *, as_json: bool, of_plan: str = "") -> Change:
    done = store.apply(change) if change.edits else change
    if as_json:
        say_data(_as_json(store.dossier, done))
    elif done.edits:
        say(f"{done.label}{of_plan}.")
    else:
        remark(_NOT_CHANGED)
    if store.remark:
        remark(store.remark)
    return done


def _as_json(dossier: Dossier, change: Change) -> bytes:
    import orjson

    addresses = Addresses(dossier)
    changed = [
        {
            "ref": str(edit.ref),
            "address": addresses.of(edit.ref) if edit.after else None,
            "before": edit.before.model_dump(mode="json") if edit.before else None,
            "after": edit.after.model_dump(mode="json") if edit.after else None,
        }
        for edit in change.edits
    ]
    return orjson.dumps({"label": change.label, "changed": changed}, option=orjson.OPT_INDENT_2)


def _what_goes_along(dossier: Dossier, edits: Sequence[Edit]) -> Iterator[str]:
    """What a deletion takes along, and what it only changes."""
    for heading, refs in (
        ("Gaat mee", [edit.ref for edit in edits if edit.before and edit.after is None]),
        ("Wordt aangepast", [edit.ref for edit in edits if edit.before and edit.after]),
    ):
        if refs:
            yield f"{heading} ({dutch.count(len(refs), 'regel', 'regels')}):"
            yield from (f"  {dossier.name(ref)}" for ref in refs)
