"""Which file is to be taken in: one of those that are likely meant, or another by its path."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
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
# What a path never has.
_IN_CELLS = re.compile(r"[\t\r\n]")
_BLOCK = "blok"
_SENTENCE = "Het nieuwste staat bovenaan. Een pad plakken mag ook."
_SENTENCE_WITH_BLOCKS = "Kies een bestand, of plak hier een tabel met haar koppen uit Excel, Word of een mail."
_HOW_TO_PASTE = "Kopieer de tabel met haar koppen, kom hier terug en plak: ctrl+shift+v, of cmd+v op een Mac."


@dataclass(frozen=True)
class PastedBlock:
    """A table that was pasted."""

    text: str


class SheetEntry(Part):
    """What is asked of a file that is not in the list."""

    file: Line = field("Bestand", "Het pad van een rekenblad (.csv, .xlsx, .xls, .ods), of van een planning.")


class SheetFiles(Listing):
    """Closes with the path of a file, an empty one for another than these; with a block that was pasted if it may."""

    def __init__(self, heading: str, offered: Sequence[OfferedSheet], *, may_be_pasted: bool = False) -> None:
        columns = (Column("", share=3), Column("", share=2, least=12, drop=1), Column("", 11, align="right"))
        rows = [
            Row(
                (sheet.name, (sheet.folder, "muted"), (dutch.brief_date(sheet.written.date()), "muted")), key=sheet.path
            )
            for sheet in offered
        ]
        other = Row(("Ander bestand…", ("Typ het pad", "muted"), ""), key=_OTHER)
        block = Row(("Tabel plakken…", ("Excel, Word, mail", "muted"), ""), key=_BLOCK)
        sentence = _SENTENCE_WITH_BLOCKS if may_be_pasted else _SENTENCE
        super().__init__(heading, sentence, columns, [*rows, *([block] if may_be_pasted else []), other])
        self._may_be_pasted = may_be_pasted

    def on_paste(self, event: Paste) -> None:
        """More lines or cells are a table; what terminals make of a file that is dragged is its path, in quotes."""
        text = event.text.strip("\r\n")
        if self._may_be_pasted and _IN_CELLS.search(text):
            self.dismiss(PastedBlock(text))
        elif path := text.strip().strip("'\""):
            self.dismiss(path)

    def act_choose(self) -> None:
        """Closes with the chosen row; how a table is pasted is told."""
        row = self._list.current
        if row is not None and row.key == _BLOCK:
            self._bar.say(_HOW_TO_PASTE)
        else:
            super().act_choose()


def choose_sheet(screen: TakingIn, kind: SheetKind, heading: str, then: Callable[[str | PastedBlock], None]) -> None:
    """Asks for a sheet, and goes on with its path, or with what was pasted."""
    sheets = screen.host.sheets

    def chosen(source: str | PastedBlock | None) -> None:
        if source == _OTHER:
            _ask_path(screen, heading, SheetEntry, sheets.find, then)
        elif source is not None:
            then(source)

    screen.app.push_screen(SheetFiles(heading, sheets.offered(kind), may_be_pasted=True), chosen)


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
