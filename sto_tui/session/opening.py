"""Opening a dossier from the start screen, or making one."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sto_tui import settings
from sto_tui.domain.change import NotSavedError
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import enumerate_words
from sto_tui.domain.text import clean_line, shortened, slug
from sto_tui.frozen import frozen
from sto_tui.session.what_is_open import Opened
from sto_tui.storage.file.codec import decode, dossier_from
from sto_tui.storage.file.errors import DossierError, LostError, OtherKindError
from sto_tui.storage.file.paths import (
    dossiers_in,
    ending_as_dossier,
    file_to_make,
    file_to_read,
    no_dossiers_in,
    typed_path,
)
from sto_tui.storage.samples import copy_sample, sample_names
from sto_tui.storage.served.address import is_served
from sto_tui.storage.store import DossierStore
from sto_tui.storage.together.dossier_session import DossierSession
from sto_tui.storage.together.open_dossier import DamagedFile

if TYPE_CHECKING:
    from sto_tui.session.servers import ServedRow

LARGEST_AT_A_GLANCE = 5 * 1024 * 1024
"""Of a larger file nothing is told beforehand: reading it would keep the machine busy while somebody chooses."""

_LONGEST = 22


def _shown(path: Path) -> str:
    return shortened(clean_line(path.name), _LONGEST)


def _named(head: str, said: Sequence[str], *, most: int) -> str:
    """One line that names the first of them; how many more there are."""
    more = [f"nog {len(said) - most}"] if len(said) > most else []
    return f"{head}{enumerate_words([*said[:most], *more])}." if said else ""


@frozen
class GlancedAt:
    """What is told of a dossier before it is opened: its region, its plan period and what is due, as far as known."""

    region: str
    period: str = ""
    due: str = ""
    when: str = ""
    wrong: str = ""
    """Why it is not a dossier that can be read, in a few words."""


class SessionOpening:
    """What can be opened; `show` shows what was opened."""

    def __init__(self, opened: Opened, show: Callable[[], None]) -> None:
        self._opened = opened
        self._show = show

    def recent(self) -> Sequence[Path]:
        """The dossiers opened last that are still there."""
        return [path for path in settings.load().recent if os.path.isfile(path)]

    def in_this_folder(self) -> Sequence[Path]:
        """The dossiers in the current folder: those opened last first."""
        recent = settings.load().recent
        order = {path: number for number, path in enumerate(recent)}
        return sorted(dossiers_in(Path.cwd()), key=lambda path: (order.get(path, len(order)), path.name.casefold()))

    def left_out_here(self) -> str:
        """What is called a dossier in the current folder and cannot be opened; empty when nothing is."""
        others = no_dossiers_in(Path.cwd()).items()
        return _named("Niet getoond: ", [f"{_shown(path)} ({what})" for path, what in others], most=1)

    def not_found(self) -> str:
        """Which dossiers that were opened before are not there any more; empty when none is lacking."""
        lacking = [path for path in settings.load().recent if not os.path.isfile(path)]
        return _named("Niet te vinden: ", [_shown(path) for path in lacking], most=2)

    @property
    def opened_before(self) -> bool:
        """Whether this person ever opened a dossier."""
        return bool(settings.load().recent)

    def glance_at(self, path: Path) -> GlancedAt | None:
        """What a dossier is about and what is due in it, or what is wrong with it; None for one that is very large."""
        from sto_tui.planning.now_to_do import most_pressing

        try:
            if path.stat().st_size > LARGEST_AT_A_GLANCE:
                return None
            dossier = dossier_from(decode(path.read_bytes(), path.name, strictly=False), path.name).seen_in(None)
        except OtherKindError:
            return GlancedAt("", wrong="geen dossier")
        except (OSError, DossierError):
            return GlancedAt("", wrong="niet te lezen")
        period, due = dossier.current_period, most_pressing(dossier, self._opened.today)
        told = (due.text, due.when) if due else ("", "")
        return GlancedAt(dossier.region.name, period.label if period else "", *told)

    def servers(self) -> Sequence[str]:
        """What the servers are called that this person knows."""
        return list(settings.load().servers)

    def on_server(self, server: str) -> Sequence["ServedRow"]:
        """The dossiers there that one may open; takes a few seconds when it is away. Raises NotSavedError."""
        from sto_tui.session.servers import dossiers_at

        try:
            return dossiers_at(server)
        except LostError as error:
            raise NotSavedError(error.why) from error

    def samples(self) -> Sequence[str]:
        """The names of the examples."""
        return sample_names()

    def copy_sample(self, name: str) -> Path:
        """Copies an example into the current folder. Raises NotSavedError."""
        return copy_sample(name, Path.cwd(), self._opened.today)

    def open_dossier(self, typed: str) -> None:
        """Opens the dossier in the file that was typed, or on the server that it names. Raises NotSavedError."""
        self._opened.open(typed if is_served(typed) else file_to_read(typed))

    def names_server(self, typed: str) -> bool:
        """Whether it is a dossier on a server, which takes a few seconds when that is away."""
        return is_served(typed)

    def reach(self, address: str) -> DossierSession | DamagedFile:
        """Opens a dossier on a server in any thread, and leaves what is shown alone. Raises NotSavedError."""
        return self._opened.reached(address)

    def begin_with(self, reached: DossierSession | DamagedFile) -> None:
        """Shows the first place of what was reached."""
        self._opened.go_to(reached)
        self._show()

    def let_go(self, reached: DossierSession | DamagedFile) -> None:
        """Nobody waits any more for what was reached."""
        if isinstance(reached, DossierSession):
            reached.store.close()

    def create_dossier(self, typed: str, dossier: Dossier) -> None:
        """Makes a dossier in the file that was typed, or one named after the region. Raises NotSavedError."""
        name = f"{slug(dossier.region.name) or 'dossier'}.sto.json"
        if typed and typed_path(typed).is_dir():
            typed = str(typed_path(typed) / name)
        typed = typed or name
        path = file_to_make(ending_as_dossier(typed))
        DossierStore.create(path, dossier)
        self.open_dossier(str(path))

    def begin(self) -> None:
        """Shows the first place of the dossier that was opened."""
        self._show()
