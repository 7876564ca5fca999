"""Typing that was not finished: kept beside the dossier while it goes on, and offered after a lost line or a crash."""

import contextlib
import hashlib
import os
import socket
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import orjson

from sto_tui.domain.text import slug
from sto_tui.frozen import frozen
from sto_tui.storage.file.codec import LARGEST_FILE
from sto_tui.storage.file.companion_folder import beside, companion_folder, made_beside
from sto_tui.storage.file.held_folder import HeldFolder
from sto_tui.storage.file.replacing import write_whole
from sto_tui.storage.together.presence import session_runs, this_session

FOLDER = "onafgemaakt"

State = Mapping[str, Any]


@frozen
class Rescued:
    """What someone was typing when the session ended."""

    path: Path
    at: datetime
    state: State


class TypingRescue:
    """The typing of one session on one dossier; only the account that typed it can read it.

    It stands beside the dossier, or in `fallback` when nothing can be written there (a full disk, no rights).
    """

    def __init__(self, dossier_path: Path, user: str, clock: Callable[[], datetime], fallback: Path) -> None:
        self._dossier_path = dossier_path
        self._user = user
        self._clock = clock
        mark = hashlib.sha256(str(dossier_path).encode("utf-8", "surrogateescape")).hexdigest()[:12]
        self._folders = (companion_folder(dossier_path) / FOLDER, fallback / FOLDER / mark)
        self._name = self._new_name()
        self._kept: State | None = None

    def private_folder(self) -> Path:
        """A folder in which only this account can write. Raises OSError."""
        _, private = self._folders
        private.mkdir(mode=0o700, parents=True, exist_ok=True)
        return private

    def keep(self, state: State | None, *, private: bool = False, in_reach: bool = True) -> bool:
        """Keeps what is being typed now; None: nothing any more. False when it could not be kept anywhere.

        With `private` it is not kept beside the dossier; nothing there is touched while that is not `in_reach`.
        """
        if state == self._kept:
            return True
        reached = self._folders if in_reach else self._folders[1:]
        if state is None:
            self._drop(*reached)
            # What lies out of reach is still to be taken away.
            self._kept = None if in_reach else self._kept
            return True
        kept = {
            "user": self._user,
            **this_session(),
            "at": self._clock().isoformat(),
            "state": state,
        }
        data = orjson.dumps(kept)
        usable = self._folders[1:] if private else reached
        kept_in = next((folder for folder in usable if self._write(folder, data)), None)
        if kept_in is None:
            return False
        self._drop(*(folder for folder in reached if folder != kept_in))
        self._kept = state
        return True

    def pending(self) -> list[Rescued]:
        """What this account was typing in sessions that have ended, newest first."""
        # Beside the dossier an older version of it may lie, which was out of reach; a clock may tell them apart or not.
        pending = [rescued for folder in reversed(self._folders) for rescued in self._in(folder)]
        newest_first = sorted(pending, key=lambda rescued: rescued.at, reverse=True)
        by_name = {rescued.path.name: rescued for rescued in reversed(newest_first)}
        return [rescued for rescued in newest_first if rescued is by_name[rescued.path.name]]

    def take(self, rescued: Rescued) -> bool:
        """Makes it this session's own; False when another session was first."""
        try:
            with self._opened(rescued.path.parent) as folder:
                folder.replace(self._name, rescued.path.name)
        except OSError:
            return False
        self.throw_away(rescued)
        self._kept = rescued.state
        return True

    def put_away(self) -> None:
        """What was taken can't be gone on with here: it stays for another time, and typing here is kept apart."""
        self._kept = None
        self._name = self._new_name()

    def throw_away(self, rescued: Rescued) -> None:
        """It is not wanted any more, nor is an older version of it."""
        self._drop(*self._folders, name=rescued.path.name)

    def _new_name(self) -> str:
        return f"{slug(self._user) or 'iemand'}-{socket.gethostname()}-{os.getpid()}-{uuid4().hex[:8]}.json"

    def _write(self, path: Path, data: bytes) -> bool:
        try:
            with self._made(path) as folder:
                write_whole(folder, self._name, data)
        except OSError:
            return False
        return True

    def _made(self, path: Path) -> AbstractContextManager[HeldFolder]:
        if path == self._folders[0]:
            return made_beside(self._dossier_path, FOLDER)
        return HeldFolder.at(self.private_folder())

    def _opened(self, path: Path) -> AbstractContextManager[HeldFolder]:
        return beside(self._dossier_path, FOLDER) if path == self._folders[0] else HeldFolder.at(path)

    def _drop(self, *folders: Path, name: str = "") -> None:
        for path in folders:
            with contextlib.suppress(OSError), self._opened(path) as folder:
                folder.remove(name or self._name)

    def _in(self, path: Path) -> list[Rescued]:
        pending: list[Rescued] = []
        with contextlib.suppress(OSError), self._opened(path) as folder:
            for name in folder.names():
                with contextlib.suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
                    if name.endswith(".json"):
                        pending += self._pending(path / name, *folder.read(name, LARGEST_FILE))
        return pending

    def _pending(self, path: Path, status: os.stat_result, data: bytes) -> list[Rescued]:
        """What a file tells, if this account wrote it in a session that ended."""
        said: Mapping[str, Any] = orjson.loads(data)
        is_own = not hasattr(os, "geteuid") or status.st_uid == os.geteuid()
        elsewhere = said["host"] != socket.gethostname()
        if not is_own or said["user"] != self._user or not (elsewhere or not session_runs(said)):
            return []
        at = datetime.fromisoformat(said["at"]).replace(tzinfo=None)
        return [Rescued(path, at, said["state"])] if _is_whole(said["state"]) else []


def _is_whole(state: Any) -> bool:
    """Whether these are forms as they were kept: anything else in the folder is left alone."""
    about, levels = state["about"], state["levels"]
    return (
        isinstance(about["table"], str)
        and isinstance(about["id"], int | None)
        and isinstance(about["base"], dict | None)
        and isinstance(about["values"], dict)
        and isinstance(about["name"], str)
        and bool(levels)
        and all(isinstance(level["typed"], dict) and isinstance(level["new"], list) for level in levels)
        and all(isinstance(level["field"], str) and isinstance(level["part"], int | None) for level in levels[1:])
    )
