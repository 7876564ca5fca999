"""`sto geschiedenis`: who changed what and when, and back to an earlier state as a new change."""

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from sto_tui.command.caller import Caller
from sto_tui.command.dossier import open_any
from sto_tui.command.output import CommandError, remark, say, say_data
from sto_tui.domain import dutch
from sto_tui.domain.text import clean_line

if TYPE_CHECKING:
    from sto_tui.storage.any_store import Store
    from sto_tui.storage.past.entry import Entry

# So many lines are aligned with each other before the first of them is printed.
TOGETHER = 100
WIDEST_NAME = 20
NUMBER_WIDTH = 4
# No history has as many lines as a number with more digits than these.
_MOST_DIGITS = 9


def list_history(typed: str, caller: Caller, *, as_json: bool) -> int:
    """Prints every change, newest first. Raises DossierError."""
    entries = open_any(typed, caller).history.entries()
    if as_json:
        _print_json(entries)
    elif _print_lines(entries):
        remark("Teruggaan tot vóór wijziging N: sto geschiedenis BESTAND --terug N")
    else:
        remark("Nog geen wijzigingen in de geschiedenis.")
    return 0


def go_back(typed: str, number: str, caller: Caller) -> int:
    """Puts back the state from before a change, as one new change. Raises CommandError or NotSavedError."""
    store = open_any(typed, caller, to_change=True)
    entries = _newest(store, number)
    change = store.put_back(entries)
    if not change.edits:
        remark(f"Er is niets terug te zetten: alles staat al zoals vóór wijziging {len(entries)}.")
        return 0
    say(f"{clean_line(change.label)}.")
    if store.remark:
        remark(store.remark)
    return 0


def _print_lines(entries: "Iterator[Entry]") -> int:
    """Prints one line per change as they are read, and returns how many there were."""
    printed = width = 0
    while batch := list(islice(entries, TOGETHER)):
        names = [clean_line(entry.by) for entry in batch]
        width = max(width, *(min(len(name), WIDEST_NAME) for name in names))
        for entry, name in zip(batch, names, strict=True):
            printed += 1
            moment = f"{dutch.short_date(entry.at)} {entry.at:%H:%M}"
            line = f"{printed:{NUMBER_WIDTH}}  {moment}  {name:{width}}  {clean_line(entry.label)}"
            say(line.rstrip())
    return printed


def _print_json(entries: "Iterator[Entry]") -> None:
    import orjson

    rows = [
        {
            "number": number,
            "at": entry.at.isoformat(),
            "by": clean_line(entry.by),
            "label": clean_line(entry.label),
            "refs": [clean_line(str(ref)) for ref in entry.refs],
        }
        for number, entry in enumerate(entries, 1)
    ]
    say_data(orjson.dumps(rows, option=orjson.OPT_INDENT_2))


def _newest(store: "Store", typed: str) -> "list[Entry]":
    """The changes 1 up to the typed number, newest first. Raises CommandError when there are not so many."""
    digits = typed.strip().lstrip("0")
    if digits.isascii() and digits.isdigit():
        # No history is so long that the figures after these matter.
        number = int(digits[:_MOST_DIGITS])
        entries = list(islice(store.history.entries(), number))
        if len(entries) == number:
            return entries
    how_many = sum(1 for _ in store.history.entries())
    if not how_many:
        raise CommandError(f"{store.title} heeft nog geen wijzigingen, dus teruggaan kan niet.")
    choice = "1" if how_many == 1 else f"een getal van 1 tot en met {dutch.number(how_many)}"
    raise CommandError(
        f"‘{typed}’ is geen nummer van een wijziging; {store.title} heeft "
        f"{dutch.count(how_many, 'wijziging', 'wijzigingen')}. Kies {choice}."
    )
