"""Phones in the room: where they reach this computer, and the room that a crash left open."""

import contextlib
import hashlib
import os
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import orjson

from sto_tui import settings
from sto_tui.domain.text import clean_line
from sto_tui.failure_report import reported
from sto_tui.failures import kind_of_failure
from sto_tui.session.what_is_open import Opened
from sto_tui.storage.file.held_folder import HeldFolder
from sto_tui.storage.file.replacing import write_whole
from sto_tui.terminal.kinds import is_remote

if TYPE_CHECKING:
    from sto_tui.phones.addresses import LocalAddress

_LARGEST = 16384
_MOST_WAITING = 1 << 22
LOG = "telefoons.log"
WIFI = "telefoons-wifi.txt"
OVER_SSH = (
    "Via SSH draait sto-tui op een andere computer, die telefoons hier niet bereiken. Typ de antwoorden per tafel."
)


def _found() -> "Sequence[LocalAddress]":
    from sto_tui.phones.addresses import own_addresses

    return own_addresses()


class SessionPhones:
    """Keeps the room in the folder of this account, and not beside the dossier, which others may read."""

    def __init__(self, opened: Opened, *, has_blocks: bool) -> None:
        self._opened = opened
        self._has_blocks = has_blocks
        self.own_addresses: Callable[[], Sequence[LocalAddress]] = _found

    @property
    def why_not(self) -> str:
        """Why no phone can be let in here."""
        return OVER_SSH if is_remote(os.environ) else self._opened.store.read_only

    @property
    def draws_code(self) -> bool:
        """Whether a QR code can be drawn: without colours its black may be white, and then no phone reads it."""
        return self._has_blocks and "NO_COLOR" not in os.environ

    @property
    def elsewhere(self) -> str:
        """Who else lets phones in on this dossier."""
        return self._opened.session.who_serves_phones() if self._opened.session else ""

    def tell(self, *, on: bool) -> None:
        """Tells other sessions that phones come in here, or no longer."""
        if self._opened.session:
            self._opened.session.presence.serve_phones(on=on)

    def read(self) -> Mapping[str, Any] | None:
        """The room that was open on this dossier and was not closed."""
        with contextlib.suppress(OSError, ValueError), HeldFolder.at(settings.state_folder()) as folder:
            kept = orjson.loads(folder.read(self._name, _LARGEST)[1])
            return kept if isinstance(kept, dict) else None
        return None

    def keep(self, room: Mapping[str, Any]) -> None:
        """Keeps it; without it phones have to join again after a crash, and no more than that."""
        with contextlib.suppress(OSError), HeldFolder.at(settings.made_state_folder()) as folder:
            write_whole(folder, self._name, orjson.dumps(room))

    @property
    def wifi(self) -> str:
        """What the wifi was called the last time, on this computer."""
        with contextlib.suppress(OSError, ValueError), HeldFolder.at(settings.state_folder()) as folder:
            return clean_line(folder.read(WIFI, _LARGEST)[1].decode())
        return ""

    def keep_wifi(self, name: str) -> None:
        """Keeps it for this account only; an empty name forgets it."""
        with contextlib.suppress(OSError), HeldFolder.at(settings.made_state_folder()) as folder:
            if name:
                write_whole(folder, WIFI, name.encode())
            else:
                folder.remove(WIFI)

    def waiting(self, session: int | None) -> Sequence[Mapping[str, Any]]:
        """The answers to questions of a meeting that had not come in the dossier."""
        with contextlib.suppress(OSError, ValueError), HeldFolder.at(settings.state_folder()) as folder:
            kept = orjson.loads(folder.read(self._name_of_waiting(session), _MOST_WAITING)[1])
            return kept if isinstance(kept, list) else ()
        return ()

    def keep_waiting(self, session: int | None, answers: Sequence[Mapping[str, Any]]) -> bool:
        """Keeps them for this account only, and says whether they are; none forgets them."""
        with contextlib.suppress(OSError), HeldFolder.at(settings.made_state_folder()) as folder:
            if answers:
                write_whole(folder, self._name_of_waiting(session), orjson.dumps(answers))
            else:
                with contextlib.suppress(FileNotFoundError):
                    folder.remove(self._name_of_waiting(session))
            return True
        return False

    def _name_of_waiting(self, session: int | None) -> str:
        return f"{self._name.removesuffix('.json')}-wacht-{session or 0}.json"

    def log(self, what: str) -> None:
        """Notes that they went on or off; a log that cannot be written is left out."""
        line = f"{self._opened.now:%Y-%m-%d %H:%M:%S} {what}\n".encode()
        with contextlib.suppress(OSError), HeldFolder.at(settings.made_state_folder()) as folder:
            flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT
            with os.fdopen(folder.open(LOG, flags), "ab") as file:
                file.write(line)

    def report(self, error: BaseException) -> None:
        """Notes a failure of the program among the reports, and of what kind it was in the log."""
        reported(error, self._opened.now)
        self.log(f"fout in het programma: {kind_of_failure(error)}")

    def forget(self) -> None:
        """The room was closed."""
        with contextlib.suppress(OSError), HeldFolder.at(settings.state_folder()) as folder:
            folder.remove(self._name)

    @property
    def _name(self) -> str:
        path = str(self._opened.store.place).encode("utf-8", "surrogateescape")
        return f"telefoons-{hashlib.sha256(path).hexdigest()[:16]}.json"
