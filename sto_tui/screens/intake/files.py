"""Which file is to be taken in: one of those that are likely meant, or another by its path."""

from collections.abc import Callable, Sequence
from typing import Any

from textual.events import Paste

from sto_tui.domain import dutch
from sto_tui.domain.record import Line, Part, field
from sto_tui.screens.editing.form import FormWindow
from sto_tui.screens.editing.incoming import TakingIn
from sto_tui.screens.host.sheets import OfferedSheet, SheetKind
from sto_tui.screens.windows.listing import Listing
from sto_tui.widgets.record_list import Column, Row

_OTHER = ""
_SENTENCE = "Het nieuwste staat bovenaan. Een pad plakken mag ook."


class SheetEntry(Part):
    """What is asked of a file that is not in the list."""

    file: Line = field("Bestand", "Het pad van een rekenblad (.csv, .xlsx, .xls, .ods), of van een planning.")


class SheetFiles(Listing):
    """Closes with the path of a file, an empty one for another than these."""

    def __init__(self, heading: str, offered: Sequence[OfferedSheet]) -> None:
        columns = (Column("", share=3), Column("", share=2, least=12, drop=1), Column("", 11, align="right"))
        rows = [
            Row(
                (sheet.name, (sheet.folder, "muted"), (dutch.brief_date(sheet.written.date()), "muted")), key=sheet.path
            )
            for sheet in offered
        ]
        other = Row(("Ander bestand…", ("Typ het pad", "muted"), ""), key=_OTHER)
        super().__init__(heading, _SENTENCE, columns, [*rows, other])

    def on_paste(self, event: Paste) -> None:
        """What terminals make of a file that is dragged to them is its path, between quotes."""
        if path := event.text.strip().strip("'\""):
            self.dismiss(path)


def choose_sheet(screen: TakingIn, kind: SheetKind, heading: str, then: Callable[[str], None]) -> None:
    """Asks for a sheet, and goes on with its path."""
    sheets = screen.host.sheets
    choose_file(screen, heading, sheets.offered(kind), SheetEntry, sheets.find, then)


def choose_file(
    screen: TakingIn,
    heading: str,
    offered: Sequence[OfferedSheet],
    entry: type[SheetEntry],
    find: Callable[[str], None],
    then: Callable[[str], None],
) -> None:
    """Asks which file, one of those offered or another that `find` finds, and goes on with its path."""

    def chosen(path: str | None) -> None:
        if path == _OTHER:
            _ask_path(screen, heading, entry, find, then)
        elif path is not None:
            then(path)

    if offered:
        screen.app.push_screen(SheetFiles(heading, offered), chosen)
    else:
        chosen(_OTHER)


def _ask_path(
    screen: TakingIn,
    heading: str,
    entry: type[SheetEntry],
    find: Callable[[str], None],
    then: Callable[[str], None],
) -> None:
    typed: list[str] = []

    def save(values: dict[str, Any]) -> None:
        file = entry.model_validate(values).file
        find(file)
        typed.append(file)

    def closed(done: bool | None) -> None:
        if done and typed:
            then(typed[-1])

    window = FormWindow(heading, entry, {}, screen.host.dossier, screen.host.today, save)
    screen.app.push_screen(window.name_act("Lezen"), closed)
