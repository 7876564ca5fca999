"""Who else has the dossier open. Advice only: nothing is locked by it, and what cannot be written is left out."""

import contextlib
import os
import socket
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import orjson

from sto_tui.domain.record import Ref
from sto_tui.domain.text import clean_line
from sto_tui.frozen import frozen
from sto_tui.storage.file.companion_folder import beside, made_beside
from sto_tui.storage.file.held_folder import HeldFolder
from sto_tui.storage.file.replacing import write_whole
from sto_tui.storage.file.rights import share, status_of

FOLDER = "sessies"
BEAT_SECONDS = 15.0
GONE_AFTER_SECONDS = 60.0
_LARGEST = 64 * 1024


@frozen
class OtherSession:
    """Another session: its own name, whose it is, which record has its form open, and whether it lets phones in."""

    name: str
    user: str
    editing: Ref | None
    serves_phones: bool = False


class Presence:
    """The sign of life of one session beside the dossier, and those of the others."""

    def __init__(self, dossier_path: Path, user: str) -> None:
        self._dossier_path = dossier_path
        self._user = user
        self._name = self.name_of(os.getpid())
        self._editing: Ref | None = None
        self._serves_phones = False
        self._beaten = 0.0

    @staticmethod
    def name_of(process: int) -> str:
        """The name of a session in this process of this machine."""
        return f"{socket.gethostname()}-{process}.json"

    def enter(self) -> None:
        """Says that this session is there."""
        with contextlib.suppress(OSError), made_beside(self._dossier_path, FOLDER) as folder:
            self._write(folder, None)

    def leave(self) -> None:
        """Takes the sign of life away."""
        with contextlib.suppress(OSError), beside(self._dossier_path, FOLDER) as folder:
            folder.remove(self._name)

    def beat(self, editing: Ref | None) -> None:
        """Keeps the sign of life fresh, and says which record has its form open."""
        now = time.monotonic()
        with contextlib.suppress(OSError), made_beside(self._dossier_path, FOLDER) as folder:
            if editing != self._editing or self._name not in folder.names():
                self._write(folder, editing)
            elif now - self._beaten >= BEAT_SECONDS:
                folder.touch(self._name)
            else:
                return
            self._beaten = now

    def serve_phones(self, *, on: bool) -> None:
        """Says that phones of a room come in at this session, or no longer."""
        self._serves_phones = on
        with contextlib.suppress(OSError), made_beside(self._dossier_path, FOLDER) as folder:
            self._write(folder, self._editing)

    def other_sessions(self) -> tuple[OtherSession, ...]:
        """The other sessions that are alive; those of processes that ended are passed over and cleared away."""
        sessions: list[OtherSession] = []
        with contextlib.suppress(OSError), beside(self._dossier_path, FOLDER) as folder:
            now = 0.0
            with contextlib.suppress(OSError):
                # The clock of the disk itself: this file is touched every few seconds.
                now = folder.status(self._name).st_mtime
            for name in folder.names():
                if name.endswith(".json") and name != self._name:
                    with contextlib.suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
                        sessions += self._other_session(folder, name, now)
        return tuple(sessions)

    def _other_session(self, folder: HeldFolder, name: str, now: float) -> list[OtherSession]:
        status, data = folder.read(name, _LARGEST)
        said: Mapping[str, Any] = orjson.loads(data)
        if now - status.st_mtime > GONE_AFTER_SECONDS or not session_runs(said):
            with contextlib.suppress(OSError):
                folder.remove(name)
            return []
        editing = said.get("editing")
        user, ref = clean_line(str(said["user"]))[:60], Ref.parse(editing) if editing else None
        return [OtherSession(name, user, ref, said.get("phones") is True)]

    def _write(self, folder: HeldFolder, editing: Ref | None) -> None:
        said = {"user": self._user, **this_session(), "editing": str(editing) if editing else None}
        said |= {"phones": True} if self._serves_phones else {}
        dossier = status_of(self._dossier_path)
        write_whole(folder, self._name, orjson.dumps(said), lambda descriptor: share(descriptor, dossier))
        self._editing = editing


def this_session() -> dict[str, Any]:
    """What tells this process from all others, also from one that gets its number later."""
    return {"host": socket.gethostname(), "pid": os.getpid(), "born": _born(os.getpid())}


def session_runs(said: Mapping[str, Any]) -> bool:
    """Whether the process that said this of itself still runs; of another machine that is taken to be so."""
    if said["host"] != socket.gethostname():
        return True
    process = int(said["pid"])
    born = _born(process)
    return _runs(process) and not _is_zombie(process) and (not born or said.get("born", "") == born)


def _runs(process: int) -> bool:
    if os.name == "nt":
        # Asking would end it there.
        return True
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return process > 0


def _born(process: int) -> str:
    """When a process began, in ticks since the machine started; empty where the system does not say."""
    status = _status(process)
    return status[19] if status else ""


def _is_zombie(process: int) -> bool:
    """Whether it ended, and only waits for the process that began it to look at it; some never do."""
    return _status(process)[:1] in (["Z"], ["X"])


def _status(process: int) -> list[str]:
    """What Linux tells of a process, from its state on; nothing elsewhere."""
    try:
        status = Path(f"/proc/{process}/stat").read_text(encoding="ascii", errors="replace")
    except OSError:
        return []
    return status.rpartition(")")[2].split()
