"""Typing that was not finished: kept beside the dossier while it goes on, and offered after a lost line or a crash."""

import contextlib
import hashlib
import os
import socket
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import orjson

from sto_tui.domain.text import slug
from sto_tui.storage.file.companion_folder import companion_folder, shared_folder
from sto_tui.storage.file.replacing import write_whole
from sto_tui.storage.together.presence import session_runs, this_session

FOLDER = "onafgemaakt"

State = Mapping[str, Any]


@dataclass(frozen=True)
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

    def folders(self) -> Iterator[Path]:
        """Where this session keeps things, best first; one that can't be made is passed over."""
        for folder in self._folders:
            with contextlib.suppress(OSError):
                self._make(folder)
                yield folder

    def keep(self, state: State | None) -> bool:
        """Keeps what is being typed now; None: nothing any more. False when it could not be kept anywhere."""
        if state == self._kept:
            return True
        if state is None:
            self._kept = None
            self._drop()
            return True
        kept = {
            "user": self._user,
            **this_session(),
            "at": self._clock().isoformat(timespec="seconds"),
            "state": state,
        }
        data = orjson.dumps(kept)
        if not any(self._write(folder, data) for folder in self._folders):
            return False
        self._kept = state
        return True

    def pending(self) -> list[Rescued]:
        """What this account was typing in sessions that have ended, newest first."""
        pending = [rescued for folder in self._folders for rescued in self._in(folder)]
        return sorted(pending, key=lambda rescued: rescued.at, reverse=True)

    def take(self, rescued: Rescued) -> bool:
        """Makes it this session's own; False when another session was first."""
        try:
            os.replace(rescued.path, rescued.path.with_name(self._name))
        except OSError:
            return False
        self._kept = rescued.state
        return True

    def put_away(self) -> None:
        """What was taken can't be gone on with here: it stays for another time, and typing here is kept apart."""
        self._kept = None
        self._name = self._new_name()

    def throw_away(self, rescued: Rescued) -> None:
        """It is not wanted any more."""
        with contextlib.suppress(OSError):
            rescued.path.unlink()

    def _new_name(self) -> str:
        return f"{slug(self._user) or 'iemand'}-{socket.gethostname()}-{os.getpid()}-{uuid4().hex[:8]}.json"

    def _write(self, folder: Path, data: bytes) -> bool:
        try:
            self._make(folder)
            write_whole(folder / self._name, data)
        except OSError:
            return False
        return True

    def _make(self, folder: Path) -> None:
        if folder == self._folders[0]:
            shared_folder(self._dossier_path, FOLDER)
        else:
            folder.mkdir(parents=True, exist_ok=True)

    def _drop(self) -> None:
        for folder in self._folders:
            with contextlib.suppress(OSError):
                (folder / self._name).unlink()

    def _in(self, folder: Path) -> Iterator[Rescued]:
        paths: list[Path] = []
        with contextlib.suppress(OSError):
            paths = [path for path in folder.iterdir() if path.suffix == ".json" and path.is_file()]
        for path in paths:
            with contextlib.suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
                said: Mapping[str, Any] = orjson.loads(path.read_bytes())
                elsewhere = said["host"] != socket.gethostname()
                if said["user"] == self._user and (elsewhere or not session_runs(said)):
                    at = datetime.fromisoformat(said["at"]).replace(tzinfo=None)
                    if _is_whole(said["state"]):
                        yield Rescued(path, at, said["state"])


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
