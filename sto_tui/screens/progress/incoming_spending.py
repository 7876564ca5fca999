"""What was spent, taken in from a sheet of the administration: which file, and then the preview."""

from typing import Any

from sto_tui.domain.record import Line, Part, field
from sto_tui.screens.editing.form import FormWindow
from sto_tui.screens.editing.incoming import TakingIn, show_incoming
from sto_tui.screens.host.papers import Incoming

HEADING = "Uitgaven overnemen"


class SheetEntry(Part):
    """What is asked first."""

    file: Line = field(
        "Bestand", "Het pad van een rekenblad met kolommen Regelnummer, Datum en Bedrag: .csv, .xlsx of .ods."
    )


def ask_for_sheet(screen: TakingIn) -> None:
    """Asks for a file, reads it, and shows what would be taken over."""
    read: list[Incoming] = []

    def save(typed: dict[str, Any]) -> None:
        read.append(screen.host.spending.read(SheetEntry.model_validate(typed).file))

    def answered(done: bool | None) -> None:
        if done and read:
            show_incoming(screen, HEADING, read[-1])

    window = FormWindow(HEADING, SheetEntry, {}, screen.host.dossier, screen.host.today, save)
    screen.app.push_screen(window.name_act("Lezen"), answered)
