"""The app: one open dossier, eight places, and what the places ask of it."""

import contextlib
import os
import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from importlib import import_module
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from textual.screen import Screen

from sto_tui import settings
from sto_tui.domain.change import Change, NotSavedError
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.record import Ref
from sto_tui.domain.tables import TABLES
from sto_tui.domain.text import slug
from sto_tui.places import BY_WORD, Place
from sto_tui.planning.checks.finding import Finding, findings
from sto_tui.screens.frame.place import PlaceFrame
from sto_tui.screens.host import DuoQuestion, Incoming, MadeDraft, PastChange
from sto_tui.session_app import RECOVERY_MODE, START_MODE, SessionApp, open_or_recover
from sto_tui.storage.file.paths import file_to_make, file_to_read, typed_path
from sto_tui.storage.past.history import Entry
from sto_tui.storage.samples import copy_sample, sample_names
from sto_tui.storage.store import DossierStore
from sto_tui.storage.together.session import DamagedFile, Session
from sto_tui.themes import ANSI, DARK, LIGHT, THEMES, theme_for_terminal

if TYPE_CHECKING:
    from sto_tui.intake.duo.reading import DuoResult
    from sto_tui.screens.host import Host, RecoveryHost, StartHost

    # Screens cast the app to what they ask of it; here mypy sees that it answers all of that.
    def of_places(app: "StoApp") -> Host:
        """All that places, windows and walls ask."""
        return app

    def of_start(app: "StoApp") -> StartHost:
        """All that the start screen asks."""
        return app

    def of_recovery(app: "StoApp") -> RecoveryHost:
        """All that the recovery screen asks."""
        return app


PRELOAD_AFTER = 0.4


def _overview() -> Screen[None]:
    from sto_tui.screens.overview.screen import OverviewScreen

    return OverviewScreen()


def _evaluation() -> Screen[None]:
    from sto_tui.screens.evaluation.screen import EvaluationScreen

    return EvaluationScreen()


def _vision() -> Screen[None]:
    from sto_tui.screens.vision.screen import VisionScreen

    return VisionScreen()


def _plan() -> Screen[None]:
    from sto_tui.screens.plan.screen import PlanScreen

    return PlanScreen()


def _milestones() -> Screen[None]:
    from sto_tui.screens.milestones.screen import MilestonesScreen

    return MilestonesScreen()


def _veri() -> Screen[None]:
    from sto_tui.screens.veri.screen import VeriScreen

    return VeriScreen()


def _progress() -> Screen[None]:
    from sto_tui.screens.progress.screen import ProgressScreen

    return ProgressScreen()


def _draft() -> Screen[None]:
    from sto_tui.screens.draft.screen import DraftScreen

    return DraftScreen()


def _start() -> Screen[None]:
    from sto_tui.screens.opening.start import StartScreen

    return StartScreen()


def _recovery() -> Screen[None]:
    from sto_tui.screens.opening.recovery import RecoveryScreen

    return RecoveryScreen()


class StoApp(SessionApp):
    """Owns the store; every edit goes through `apply`, every screen reads `dossier`."""

    TITLE = "sto-tui"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS = []
    MODES = {
        Place.OVERZICHT.key: _overview,
        Place.EVALUATIE.key: _evaluation,
        Place.REGIOVISIE.key: _vision,
        Place.PLAN.key: _plan,
        Place.MIJLPALEN.key: _milestones,
        Place.VERI.key: _veri,
        Place.VOORTGANG.key: _progress,
        Place.CONCEPT.key: _draft,
        START_MODE: _start,
        RECOVERY_MODE: _recovery,
    }
    CSS = "Screen { background: $sto-background; color: $sto-text; } ModalScreen { background: $sto-background; }"

    def __init__(
        self,
        found: Session | DamagedFile | None,
        place: Place,
        user: str,
        clock: Callable[[], datetime],
        theme: str = LIGHT,
    ) -> None:
        # With NO_COLOR Textual chooses its filter now, by what the theme will be.
        super().__init__(found, place, user, clock, ansi_color=True if theme == ANSI else None)
        self._findings: tuple[Finding, ...] = ()
        self._findings_of: Dossier | None = None
        self._theme_before = ""
        for own in THEMES:
            self.register_theme(own)
        self.theme = theme

    # Life.

    def on_mount(self) -> None:
        """Opens the first place, and keeps an eye on the file."""
        self.follow()
        self.set_timer(PRELOAD_AFTER, self._preload)

    def _preload(self) -> None:
        """Reads the windows' modules while nobody waits, so that the first form opens at once."""
        names = ("editing.form", "windows.palette", "windows.question", "windows.listing", "editing.conflict")
        modules = [f"sto_tui.screens.{name}" for name in names]
        threading.Thread(target=lambda: [import_module(name) for name in modules], daemon=True).start()

    def create_dossier(self, typed: str, dossier: Dossier) -> None:
        """Makes a dossier in the file that was typed, or one named after the region. Raises NotSavedError."""
        name = f"{slug(dossier.region.name) or 'dossier'}.sto.json"
        if typed and typed_path(typed).is_dir():
            typed = str(typed_path(typed) / name)
        typed = typed or name
        path = file_to_make(typed if typed.endswith(".json") else f"{typed}.sto.json")
        DossierStore.create(path, dossier)
        self.open_dossier(str(path))

    def recent(self) -> Sequence[Path]:
        """The dossiers opened last that are still there."""
        return [path for path in settings.load().recent if os.path.isfile(path)]

    def samples(self) -> Sequence[str]:
        """The names of the examples."""
        return sample_names()

    def copy_sample(self, name: str) -> Path:
        """Copies an example into the current folder. Raises NotSavedError."""
        return copy_sample(name, Path.cwd())

    # What screens ask.

    @property
    def saved(self) -> str:
        """When it was saved: `opgeslagen 14:02`, or that it can only be read."""
        return "alleen lezen" if self.read_only else f"opgeslagen {self.store.saved_at:%H:%M}"

    @property
    def read_only(self) -> str:
        """Why nothing can be changed."""
        return self.store.read_only

    def last_change(self, ref: Ref) -> PastChange | None:
        """What another session changed last in a record."""
        entry = self.store.last_by_others((ref.at(None),))
        return _past(entry) if entry else None

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings as they were worked out last."""
        return self._findings

    def apply(self, change: Change) -> Change:
        """Makes a change durable. Raises NotSavedError."""
        settled = self.store.apply(change)
        self.dossier_changed()
        return settled

    def undo(self) -> str:
        """Takes the last change back. Raises NotSavedError."""
        change = self.store.undo()
        self.dossier_changed()
        if change and not change.edits:
            return f"Dat stond al zo: {change.label}."
        return f"Ongedaan gemaakt: {change.label}." if change else self.why_no_undo()

    def redo(self) -> str:
        """Carries out again what was taken back. Raises NotSavedError."""
        change = self.store.redo()
        self.dossier_changed()
        if change and not change.edits:
            return f"Dat stond al zo: {change.label}."
        return f"Opnieuw gedaan: {change.label}." if change else self.why_no_redo()

    def why_no_undo(self) -> str:
        """Why there is nothing to take back."""
        return "" if self.store.can_undo else "Er is in deze sessie nog niets gewijzigd."

    def why_no_redo(self) -> str:
        """Why there is nothing to carry out again."""
        return "" if self.store.can_redo else "Er is niets ongedaan gemaakt om opnieuw te doen."

    def open_place(self, place: Place) -> None:
        """Goes to a place; windows over this one are closed by their own keys only."""
        if self.current_mode != place.key:
            self.switch_mode(place.key)

    def go_to(self, ref: Ref, place: Place | None = None) -> None:
        """Goes to the place of a record, or to another one that shows it, and puts the cursor on it."""
        self.open_place(place or TABLES[ref.table].place)
        self.call_after_refresh(self._show_record, ref)

    def _show_record(self, ref: Ref) -> None:
        screen = self.screen
        if not isinstance(screen, PlaceFrame):
            return
        aside = next((one for one in self.dossier.aside if one.ref == ref), None)
        if aside is not None:
            screen.say(f"{aside.sentence}.")
        elif ref.table == "region":
            screen.open_form(ref)
        else:
            screen.show_record(ref if self.dossier.get(ref) else ref.at(None))

    def switch_theme(self) -> str:
        """Takes the next theme, and remembers it."""
        order = (LIGHT, DARK, ANSI)
        self.theme = order[(order.index(self.theme) + 1) % len(order)]
        settings.remember_theme(self.theme)
        return self.theme

    def past_changes(self, how_many: int) -> Sequence[PastChange]:
        """The latest changes, newest first."""
        return [_past(entry) for entry in islice(self.store.history.entries(), how_many)]

    def put_back(self, keys: Sequence[str]) -> Change:
        """Takes back lines of the history, given newest first. Raises NotSavedError."""
        entries: list[Entry] = []
        for entry in self.store.history.entries():
            if entry.key in keys:
                entries.append(entry)
                if len(entries) == len(keys):
                    break
        change = self.store.put_back(entries)
        self.dossier_changed()
        return change

    def drafts(self) -> Sequence[str]:
        """The names of earlier drafts, newest first."""
        from sto_tui.drafts import draft_folder

        times: dict[str, float] = {}
        for path in draft_folder(self.store.path).glob("*.docx"):
            with contextlib.suppress(OSError):
                if not path.name.startswith("~$"):
                    times[path.name] = path.stat().st_mtime
        return sorted(times, key=lambda name: times[name], reverse=True)

    def write_decision_list(self) -> tuple[str, str]:
        """Writes the list of decisions and actions; the names of both files. Raises NotSavedError."""
        from sto_tui.documents.word import DraftOptions
        from sto_tui.drafts import write_decision_list

        document, text = write_decision_list(self.dossier, DraftOptions(self.today), self.store.path)
        return document.name, text.name

    def write_party_sheet(self, party: Ref) -> str:
        """Writes what is asked of a party; the name of the file. Raises NotSavedError."""
        from sto_tui.documents.word import DraftOptions
        from sto_tui.drafts import write_party_sheet

        return write_party_sheet(self.dossier, party, DraftOptions(self.today), self.store.path).name

    def read_duo(self, question: DuoQuestion, progress: Callable[[int, int], bool]) -> Incoming:
        """Reads files of DUO and says what taking them over would change. Raises NotSavedError."""
        from sto_tui.intake.duo.places import DuoChoice
        from sto_tui.intake.duo.reading import read_duo
        from sto_tui.intake.sheets.sheet import IntakeError

        brins, gemeenten, rmcs = (_listed(text, ",") for text in (question.brins, question.gemeenten, question.rmcs))
        paths = [file_to_read(one, ".csv") for one in _listed(question.files, "\n")]
        try:
            result = read_duo(paths, DuoChoice(brins, gemeenten, rmcs, question.year), self.today, progress)
        except IntakeError as error:
            raise NotSavedError(str(error)) from error
        return self._incoming(result)

    def _incoming(self, result: "DuoResult") -> Incoming:
        from sto_tui.intake.duo.figures import duo_proposal
        from sto_tui.intake.duo.preview import preview

        dossier = self.dossier
        proposal = duo_proposal(result, dossier, self.today)

        def again() -> Incoming:
            self.follow_file()
            return made if self.dossier is dossier else self._incoming(result)

        made = Incoming(tuple(preview(proposal)), proposal.change, again)
        return made

    def on_the_wall(self, *, begin: bool) -> None:
        """Light colours on the wall; those of before when it is over."""
        if begin and self.theme == DARK:
            self._theme_before, self.theme = self.theme, LIGHT
        elif not begin and self._theme_before:
            self.theme, self._theme_before = self._theme_before, ""

    def make_draft(self, part: str) -> MadeDraft:
        """Writes the Word draft. Raises NotSavedError."""
        from sto_tui.documents.word import DraftOptions
        from sto_tui.drafts import write_draft
        from sto_tui.planning.outline import PARTS

        options = DraftOptions(self.today, next(known for known in PARTS if known == part))
        path, draft = write_draft(self.dossier, options, self.store.path)
        return MadeDraft(str(path), draft.missing, draft.notices)

    def findings_now(self) -> tuple[Finding, ...]:
        """The findings of the dossier as it is at this moment."""
        self._work_out_findings()
        return self._findings

    def dossier_changed(self) -> None:
        """Works the findings out again once what was changed is on the screen."""
        self.call_later(self._work_out_findings)

    def _work_out_findings(self) -> None:
        if self._session is None or self._findings_of is self.dossier:
            return
        self._findings_of = self.dossier
        self._findings = findings(self.dossier, self.today)
        if isinstance(self.screen, PlaceFrame):
            self.screen.update_header()


def _listed(text: str, separator: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(separator) if part.strip())


def _past(entry: Entry) -> PastChange:
    return PastChange(entry.at, entry.by, entry.label, entry.key)


def run(path: Path | None, place: str, user: str, clock: Callable[[], datetime]) -> int:
    """Opens the app; raises DossierError before anything is drawn when the file can't be opened."""
    found = open_or_recover(path, user, clock) if path is not None else None
    app = StoApp(found, BY_WORD[place], user, clock, theme_for_terminal(settings.load().theme))
    app.run(mouse=not _over_ssh())
    app.raise_crash()
    return app.return_code or 0


def _over_ssh() -> bool:
    return "SSH_CONNECTION" in os.environ and "STO_MUIS" not in os.environ
