"""Drafts that came back: which files, what is different in them, and taking over what was chosen."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sto_tui.domain.dutch import count
from sto_tui.domain.record import Part, Text, field
from sto_tui.intake.returned_draft.taking_over import NotTaken
from sto_tui.screens.editing.form import FormWindow
from sto_tui.screens.editing.incoming import TakingIn
from sto_tui.screens.host import host_of
from sto_tui.screens.host.returned import BackFromWord
from sto_tui.screens.returned.files import ChosenDrafts, DraftFiles
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
        "Bestanden",
        "Het pad van elk concept dat terugkwam (.docx), op een eigen regel; ook vanaf de dossiermap.",
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


class LayingWindow(ReadingWindow[BackFromWord]):
    """Closes with the same drafts beside the dossier as it is by now, or None."""

    stops_at_once = True

    def __init__(self, back: BackFromWord) -> None:
        super().__init__(HEADING)
        self._back = back

    def read(self, reading: StoppableWork) -> BackFromWord:
        """Lays them beside it."""
        return self._back.again()


def ask_for_drafts(screen: TakingIn, files: str = "") -> None:
    """Asks for files, reads them, and shows what can be taken over; what was chosen stays when that does not work."""
    offered, paths = screen.host.returned.offered(), files.split("\n") if files else []

    def chosen(drafts: ChosenDrafts | None) -> None:
        if drafts and drafts.more:
            _ask_paths(screen, "\n".join(drafts.paths))
        elif drafts:
            _read(screen, "\n".join(drafts.paths))

    if offered and {file.path for file in offered}.issuperset(paths):
        screen.app.push_screen(DraftFiles(HEADING, offered, paths), chosen)
    else:
        _ask_paths(screen, files)


def _ask_paths(screen: TakingIn, typed: str) -> None:
    files: list[str] = []

    def save(values: dict[str, Any]) -> None:
        entry = DraftEntry.model_validate(values)
        screen.host.returned.check(entry.files)
        files.append(entry.files)

    def answered(done: bool | None) -> None:
        if done and files:
            _read(screen, files[-1])

    begun = {"files": typed} if typed else {}
    window = FormWindow(HEADING, DraftEntry, begun, screen.host.dossier, screen.host.today, save)
    screen.app.push_screen(window.name_act("Lezen"), answered)


def _read(screen: TakingIn, files: str) -> None:
    def read(back: BackFromWord | None) -> None:
        if back is None:
            ask_for_drafts(screen, files)
        else:
            _show(screen, back, back.laid.defaults)

    screen.app.push_screen(DraftsReadingWindow(files), read)


def _show(screen: TakingIn, back: BackFromWord, begun: Mapping[int, str], sentence: str = "") -> None:
    def answered(chosen: Mapping[int, str] | None) -> None:
        if chosen:
            _take(screen, back, chosen)

    screen.app.push_screen(ReturnedWindow(back, begun, sentence), answered)


def _take(screen: TakingIn, back: BackFromWord, chosen: Mapping[int, str]) -> None:
    """Takes over what was chosen; when the dossier is another one by now, that has to be seen first."""

    def laid(now: BackFromWord | None) -> None:
        if now is None:
            _show(screen, back, chosen)
        elif now.laid.lines == back.laid.lines:
            _carry_out(screen, now, chosen)
        else:
            _show(screen, now, _chosen_again(back, chosen, now), _CHANGED_MEANWHILE)

    if back.is_current():
        _carry_out(screen, back, chosen)
    else:
        screen.app.push_screen(LayingWindow(back), laid)


def _chosen_again(back: BackFromWord, chosen: Mapping[int, str], now: BackFromWord) -> dict[int, str]:
    """What was chosen of the lines that are still the same, and of the others what is taken by default."""
    before = {replace(line, number=0): line.number for line in back.laid.lines}
    begun = {}
    for line in now.laid.lines:
        number = before.get(replace(line, number=0))
        text = line.default if number is None else chosen.get(number)
        if text is not None:
            begun[line.number] = text
    return begun


def _carry_out(screen: TakingIn, back: BackFromWord, chosen: Mapping[int, str]) -> None:
    result = back.take(chosen)
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
