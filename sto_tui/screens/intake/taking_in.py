"""Taking in a sheet of others: which file, what is in doubt, what it would change, and then all of it as one change."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sto_tui.domain import dutch
from sto_tui.domain.change import Change
from sto_tui.domain.dossier import ref_of
from sto_tui.intake.questions import Answers
from sto_tui.screens.editing.incoming import AGAIN, IncomingPreview, TakingIn, take_over
from sto_tui.screens.host import host_of
from sto_tui.screens.host.sheets import TABLE_OF, ReadSheet, SheetKind
from sto_tui.screens.intake.choose_anew import EVERYTHING, ChooseAnew
from sto_tui.screens.intake.files import PastedBlock, choose_sheet
from sto_tui.screens.intake.questions import Answered, QuestionsWindow
from sto_tui.screens.windows.reading import ReadingWindow
from sto_tui.screens.windows.stoppable import StoppableWork

_HEADINGS: Mapping[SheetKind, str] = {
    SheetKind.MILESTONES: "Mijlpalen uit een rekenblad",
    SheetKind.SPENDING: "Uitgaven overnemen",
    SheetKind.PARTIES: "Partijen uit een rekenblad",
    SheetKind.RISKS: "Risico’s uit een rekenblad",
    SheetKind.BUDGET: "Begroting uit een rekenblad",
    SheetKind.COFINANCING: "Cofinanciering uit een rekenblad",
    SheetKind.ACTIONS: "Acties uit een rekenblad",
}


def _may_choose(answered: Answered) -> bool:
    return bool(answered.answers or answered.incoming.settled)


@dataclass(frozen=True)
class SheetFound:
    """A sheet that was read, and what it says with the answers that were given about such a sheet, on some day."""

    sheet: ReadSheet
    start: Answered
    answered_on: date | None


class SheetReadingWindow(ReadingWindow[SheetFound]):
    """Closes with the sheet, or None."""

    stops_at_once = True

    def __init__(self, kind: SheetKind, source: str | PastedBlock) -> None:
        super().__init__(_HEADINGS[kind])
        self._kind, self._source = kind, source

    def read(self, reading: StoppableWork) -> SheetFound:
        """Reads the file, or what was pasted. Raises NotSavedError."""
        sheets, source = host_of(self).sheets, self._source
        if isinstance(source, PastedBlock):
            sheet = sheets.read_pasted(self._kind, source.text)
        else:
            sheet = sheets.read(self._kind, source)
        earlier = sheet.earlier()
        answers = earlier[1] if earlier else {}
        return SheetFound(sheet, Answered(answers, sheet.said(answers)), earlier[0] if earlier else None)


def take_in_sheet(screen: TakingIn, kind: SheetKind) -> None:
    """Asks for a file or a block, reads it, asks what is in doubt, and shows what would be taken over."""

    def read(source: str | PastedBlock) -> None:
        screen.app.push_screen(SheetReadingWindow(kind, source), found)

    def found(result: SheetFound | None) -> None:
        if result is not None:
            _Intake(screen, kind, result).go_on(result.start)

    choose_sheet(screen, kind, _HEADINGS[kind], read)


class _Intake:
    """One sheet on its way into the dossier."""

    def __init__(self, screen: TakingIn, kind: SheetKind, found: SheetFound) -> None:
        self._screen, self._kind, self._found, self._sheet = screen, kind, found, found.sheet

    def go_on(self, so_far: Answered) -> None:
        """Asks what is open, and shows what would be taken over once nothing is."""
        if so_far.questions:
            self._screen.app.push_screen(QuestionsWindow(_HEADINGS[self._kind], self._sheet, so_far), self._answered)
        else:
            self._show(so_far)

    def _answered(self, answered: Answered | None) -> None:
        if answered is not None:
            self._show(answered)

    def _show(self, answered: Answered) -> None:
        heading, incoming = _HEADINGS[self._kind], answered.incoming

        def closed(wanted: bool | str | None) -> None:
            if wanted == AGAIN:
                self._choose_anew(answered)
            elif wanted:
                take_over(self._screen, heading, incoming, lambda change: self._taken(change, answered.answers))

        window = IncomingPreview(heading, incoming, self._told(answered), may_choose=_may_choose(answered))
        self._screen.app.push_screen(window, closed)

    def _choose_anew(self, answered: Answered) -> None:
        """Asks what has to be chosen anew, and then that, or everything; who goes back sees the preview again."""

        def chosen(key: str | None) -> None:
            if key == EVERYTHING:
                self._ask(Answered({}, self._sheet.said({})), answered)
            elif key is not None:
                anew = next(each.question for each in answered.incoming.settled if each.question.key == key)
                others = {other: answer for other, answer in answered.answers.items() if other != key}
                self._ask(Answered(others, answered.incoming, anew), answered)
            else:
                self._show(answered)

        if answered.incoming.settled:
            window = ChooseAnew(_HEADINGS[self._kind], answered.incoming.settled, was_asked=bool(answered.answers))
            self._screen.app.push_screen(window, chosen)
        else:
            chosen(EVERYTHING)

    def _ask(self, asked: Answered, before: Answered) -> None:
        """Asks what is open, and shows what was there before when nobody answers."""

        def closed(answered: Answered | None) -> None:
            self._show(answered or before)

        if asked.questions:
            window = QuestionsWindow(_HEADINGS[self._kind], self._sheet, asked)
            self._screen.app.push_screen(window, closed)
        else:
            self._show(asked)

    def _told(self, answered: Answered) -> str:
        """That the answers are those of an earlier time."""
        day = self._found.answered_on
        if day is None or answered is not self._found.start:
            return ""
        return f"Zelfde antwoorden als op {dutch.long_date(day)}; met o kies je opnieuw."

    def _taken(self, change: Change, answers: Answers) -> None:
        """Keeps the answers, and puts the cursor on the first record that is new."""
        self._sheet.keep(answers)
        table = TABLE_OF[self._kind]
        new = (edit.after for edit in change.edits if edit.before is None and edit.after and edit.ref.table == table)
        if first := next(new, None):
            self._screen.show_record(ref_of(first))
