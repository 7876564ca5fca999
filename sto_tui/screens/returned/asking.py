"""Drafts that came back: which files, what is different in them, and taking over what was chosen."""

from collections.abc import Mapping, Sequence
from typing import Any

from sto_tui.domain.dutch import count
from sto_tui.domain.record import Part, Text, field
from sto_tui.intake.returned_draft.taking_over import NotTaken
from sto_tui.screens.editing.form import FormWindow
from sto_tui.screens.editing.incoming import TakingIn
from sto_tui.screens.host import host_of
from sto_tui.screens.host.returned import BackFromWord
from sto_tui.screens.returned.window import ReturnedWindow
from sto_tui.screens.windows.listing import Listing
from sto_tui.screens.windows.reading import ReadingWindow
from sto_tui.screens.windows.stoppable import StoppableWork
from sto_tui.widgets.record_list import Column, Row

HEADING = "Concept terug uit Word"
_CHANGED_MEANWHILE = "Het dossier is intussen gewijzigd; kijk het opnieuw na."


class DraftEntry(Part):
    """What is asked first."""

    files: Text = field(
        "Bestanden", "Het pad van het concept dat terugkwam (.docx); van meer collega’s elk op een eigen regel."
    )


class DraftsReadingWindow(ReadingWindow[BackFromWord]):
    """Closes with what is in the drafts, or None."""

    stops_at_once = True

    def __init__(self, files: str) -> None:
        super().__init__(HEADING)
        self._files = files

    def read(self, reading: StoppableWork) -> BackFromWord:
        """Reads the files. Raises NotSavedError."""
        return host_of(self).returned.read(self._files)


def ask_for_drafts(screen: TakingIn, typed: str = "") -> None:
    """Asks for files, reads them, and shows what can be taken over; what was typed stays when that does not work."""
    files: list[str] = []

    def save(values: dict[str, Any]) -> None:
        entry = DraftEntry.model_validate(values)
        screen.host.returned.check(entry.files)
        files.append(entry.files)

    def answered(done: bool | None) -> None:
        if done and files:
            screen.app.push_screen(DraftsReadingWindow(files[-1]), read)

    def read(back: BackFromWord | None) -> None:
        if back is None:
            ask_for_drafts(screen, files[-1])
        else:
            _show(screen, back)

    begun = {"files": typed} if typed else {}
    window = FormWindow(HEADING, DraftEntry, begun, screen.host.dossier, screen.host.today, save)
    screen.app.push_screen(window.name_act("Lezen"), answered)


def _show(screen: TakingIn, back: BackFromWord, sentence: str = "") -> None:
    def answered(chosen: Mapping[int, str] | None) -> None:
        if chosen:
            _take(screen, back, chosen)

    screen.app.push_screen(ReturnedWindow(back, sentence), answered)


def _take(screen: TakingIn, back: BackFromWord, chosen: Mapping[int, str]) -> None:
    """Takes over what was chosen; when the dossier is another one by now, that has to be seen first."""
    now = back.again()
    if now is not back and now.laid.lines != back.laid.lines:
        _show(screen, now, _CHANGED_MEANWHILE)
        return
    result = now.take(chosen)
    if result.change.edits:
        screen.try_out(lambda: screen.host.changes.apply(result.change), lambda: _tell_refused(screen, result.refused))
    else:
        _tell_refused(screen, result.refused)


def _tell_refused(screen: TakingIn, refused: Sequence[NotTaken]) -> None:
    """Shows what was chosen and could not be taken, with the reasons."""
    if refused:
        rows = [
            Row((each.line.label,), key=each.line.number, below=each.reason, below_in_full=True) for each in refused
        ]
        heading = f"Niet overgenomen: {count(len(rows), 'regel', 'regels')}"
        sentence = "Wat wel kon staat in het dossier."
        screen.app.push_screen(Listing(heading, sentence, (Column("", wrap=True),), rows))
