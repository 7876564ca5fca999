"""`sto invoer duo`: shows what files of DUO would do to the figures, asks, and carries it out as one change."""

import shutil
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from sto_tui.command.asking import take_over
from sto_tui.command.caller import Caller
from sto_tui.command.dossier import open_store
from sto_tui.command.output import CommandError, as_drawn, say
from sto_tui.domain import dutch
from sto_tui.intake.duo.figures import duo_proposal
from sto_tui.intake.duo.into_counts import DuoResult, read_duo
from sto_tui.intake.duo.preview import counts, preview
from sto_tui.intake.duo.recognising import UnknownYearError
from sto_tui.intake.duo.vestigingen import DuoChoice, NotChosenError, UnknownAreaError
from sto_tui.intake.duo.wording import MOST_NAMED
from sto_tui.intake.sheets.table_reader import IntakeError
from sto_tui.storage.file.paths import file_to_read

_HOW_TO_CHOOSE = "Voeg toe: --brin 01AB,02CD00, --gemeente NAAM of --rmc CODE."
_BETWEEN = 2
_BYTES_PER_MB = 1_000_000


def take_in_duo(typed: str, sources: Sequence[str], choice: DuoChoice, caller: Caller, *, without_asking: bool) -> int:
    """Takes in files of DUO: 0 all taken, 1 something refused or not taken. Raises CommandError or DossierError."""
    store = open_store(typed, caller, to_change=True)
    paths = [file_to_read(source, ".csv") for source in sources]
    try:
        result = _read(paths, choice, caller.today)
    except NotChosenError as error:
        _list_places(error.gemeenten)
        raise CommandError(f"{error} {_HOW_TO_CHOOSE}") from error
    except UnknownAreaError as error:
        # The sentence names the first ten itself.
        _list_places(error.names if len(error.names) > MOST_NAMED else ())
        raise CommandError(str(error)) from error
    except UnknownYearError as error:
        raise CommandError(f"{error} Voeg het toe, bijvoorbeeld --peiljaar {caller.today.year - 1}.") from error
    except IntakeError as error:
        raise CommandError(str(error)) from error
    proposal = duo_proposal(result, store.dossier, caller.today)
    for text in preview(proposal):
        say(text)
    outcome = 1 if proposal.refused else 0
    if not proposal.change.edits:
        return outcome
    taken = take_over(store, proposal.change, counts(proposal), without_asking=without_asking)
    return outcome if taken else 1


def _read(paths: Sequence[Path], choice: DuoChoice, today: date) -> DuoResult:
    """What is in the files; meanwhile the terminal shows how far it is. Raises like `read_duo`."""
    line = _ProgressLine()
    try:
        return read_duo(paths, choice, today, line.show if line.is_seen else None)
    finally:
        line.clear()


def _list_places(names: Sequence[str]) -> None:
    """The names in columns as wide as the longest, one after another from left to right."""
    if not names:
        return
    say("Te kiezen:")
    width = max(map(len, names))
    columns = max(1, (shutil.get_terminal_size().columns + _BETWEEN) // (width + _BETWEEN))
    for at in range(0, len(names), columns):
        say((" " * _BETWEEN).join(name.ljust(width) for name in names[at : at + columns]).rstrip())


class _ProgressLine:
    """How far reading is, on one line of the terminal that is written again and again; nothing when nobody sees it."""

    def __init__(self) -> None:
        self.is_seen = sys.stderr is not None and sys.stderr.isatty()
        self._shown = ""

    def show(self, done: int, total: int) -> None:
        """Writes the line again when it says something else."""
        text = f"Lezen: {100 * done // max(total, 1)}% van {dutch.number(total / _BYTES_PER_MB, 0)} MB"
        if text != self._shown:
            self._write(f"\r{text}")
            self._shown = text

    def clear(self) -> None:
        """Takes the line away."""
        if self._shown:
            self._write(f"\r{' ' * len(self._shown)}\r")
            self._shown = ""

    def _write(self, text: str) -> None:
        try:
            sys.stderr.write(as_drawn(text, sys.stderr))
            sys.stderr.flush()
        except OSError:
            self.is_seen = False
