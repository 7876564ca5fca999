"""The changes that are not on the server yet, in order, on the disk of this computer: they outlive the program.

Every session has a file of its own, for its account only: a line says of which session and dossier it is, and then one
line comes per change that is asked for, and one when it needs no longer be. A line that was not written whole is no
change that anybody was told is safe.
"""

import os
import socket
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO
from uuid import uuid4

import orjson

from sto_tui.domain.dossier import Dossier, Unsettled
from sto_tui.frozen import frozen
from sto_tui.storage.file.codec import LARGEST_FILE, value_in
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.file.held_folder import HeldFolder
from sto_tui.storage.file.long_numbers import as_written
from sto_tui.storage.file.reasons import reason
from sto_tui.storage.file.unsettled import KEY, noted_choices, with_unsettled
from sto_tui.storage.past.entry import Entry, change_of, entry_from, past_edits, stored_entry
from sto_tui.storage.served.sending import Sent
from sto_tui.storage.steps import Effect
from sto_tui.storage.together.presence import session_runs, this_session

_KIND = ".jsonl"
_UNREAD = ".niet-gelezen"


@frozen
class Waiting:
    """A change that waits to be kept on the server. It `may_be_there` when it was sent before, or that is not known."""

    sent: Sent
    at: datetime
    may_be_there: bool = False

    def entry(self, user: str) -> Entry:
        """The line of the history that it is, or becomes."""
        sent = self.sent
        label = f"{sent.said}{sent.change.label}"
        return Entry(self.at, sent.by or user, label, past_edits(sent.change), sent.key)


class QueueOnDisk:
    """The file of one session on one dossier. Raises DossierError when something cannot be kept."""

    def __init__(self, folder: Path, dossier: str, title: str) -> None:
        self._folder = folder
        self._dossier = dossier
        self._title = title
        self._name = f"{dossier}-{socket.gethostname()}-{os.getpid()}-{uuid4().hex[:8]}{_KIND}"
        self._file: BinaryIO | None = None
        self._head = 0
        self._keys: set[str] = set()
        # One thread adds what another one is done with.
        self._lock = threading.Lock()

    def add(self, waiting: Waiting) -> None:
        """Keeps one more change; when this returns, it is on disk."""
        with self._lock:
            self._write({"change": _stored(waiting)})
            self._keys.add(waiting.sent.key)

    def goes_as_one(self, keys: Sequence[str], key: str) -> None:
        """These are sent as one change from here on, with this key: when that arrived, they did."""
        with self._lock:
            self._write({"together": list(keys), "key": key})

    def done(self, *keys: str) -> None:
        """These need no longer be kept; what is not noted of that is asked again, and not done again."""
        with self._lock, suppress(OSError):
            self._keys -= set(keys)
            if self._file is None:
                return
            if self._keys:
                self._file.write(orjson.dumps({"done": keys}) + b"\n")
            else:
                self._file.truncate(self._head)
                self._file.seek(self._head)
            self._file.flush()

    def close(self) -> None:
        """What still waits stays for the next session."""
        with self._lock:
            if self._file is None:
                return
            self._file.close()
            self._file = None
            if not self._keys:
                with suppress(OSError), HeldFolder.at(self._folder) as folder:
                    folder.remove(self._name)

    def _write(self, line: Mapping[str, Any]) -> None:
        try:
            file = self._file or self._begun()
            place = file.tell()
            try:
                file.write(orjson.dumps(line, as_written) + b"\n")
                file.flush()
                os.fsync(file.fileno())
            except OSError:
                with suppress(OSError):
                    file.truncate(place)
                    file.seek(place)
                raise
        except OSError as error:
            raise DossierError(
                f"Deze computer kan de wijziging niet bewaren: {reason(error)}. Er is niets opgeslagen; maak ruimte of "
                "vraag rechten."
            ) from error

    def _begun(self) -> BinaryIO:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with HeldFolder.at(self._folder) as folder:
            file = folder.new(self._name)
            file.write(orjson.dumps({**this_session(), "dossier": self._dossier, "title": self._title}) + b"\n")
            file.flush()
            folder.sync()
        self._file, self._head = file, file.tell()
        return file

    # What sessions that ended left.

    def take_over(self, dossier: Dossier) -> tuple[list[Waiting], list[tuple[list[str], str]], str]:
        """What sessions that ended left of this dossier, in order, and which of it was sent as one change.

        From here on it is kept by this session. The sentence tells of lines that cannot be read; those stay.
        """
        taken: list[Waiting] = []
        joined: list[tuple[list[str], str]] = []
        unread = ""
        with suppress(OSError), HeldFolder.at(self._folder) as folder:
            for name in _left_in(folder, self._dossier):
                own = f"{self._name.removesuffix(_KIND)}-van-{uuid4().hex[:8]}{_KIND}"
                with suppress(OSError), _renamed(folder, name, own):
                    left, together = _read(folder, own, dossier)
                    joined += together
                    known = {waiting.sent.key for waiting in taken}
                    for waiting in left:
                        if waiting is not None and waiting.sent.key not in known:
                            self.add(waiting)
                            taken.append(waiting)
                    if None in left:
                        folder.replace(f"{own}{_UNREAD}", own)
                        unread = f"Niet alles wat nog wachtte is te lezen; het staat in {self._folder / own}{_UNREAD}."
                    else:
                        folder.remove(own)
        for keys, key in joined:
            self.goes_as_one(keys, key)
        return taken, joined, unread


def left_waiting(folder: Path, title: str) -> int:
    """How many changes of a dossier with this title wait for the next time that it is opened."""
    many = 0
    with suppress(OSError), HeldFolder.at(folder) as held:
        for name in _left_in(held):
            head, *lines = _lines(held, name)
            if head.get("title") == title:
                done = {key for line in lines for key in line.get("done", ())}
                many += sum("change" in line and line["change"].get("key") not in done for line in lines)
    return many


def _left_in(folder: HeldFolder, dossier: str = "") -> list[str]:
    """The files of sessions that ended, the oldest first."""
    names = [name for name in folder.names() if name.startswith(dossier) and name.endswith(_KIND)]
    left = []
    for name in names:
        with suppress(OSError, KeyError, ValueError, TypeError):
            lines = _lines(folder, name)
            if lines and not session_runs(lines[0]):
                left.append((folder.status(name).st_mtime_ns, name))
    return [name for _, name in sorted(left)]


def _lines(folder: HeldFolder, name: str) -> list[dict[str, Any]]:
    """The lines of a file, without a last one that was not written whole; a spoilt one is a change without a key."""
    lines: list[dict[str, Any]] = []
    for line in folder.read(name, LARGEST_FILE)[1].split(b"\n")[:-1]:
        try:
            lines.append(dict(value_in(line)))
        except (ValueError, TypeError):
            lines.append({"change": {}})
    return lines


@contextmanager
def _renamed(folder: HeldFolder, name: str, own: str) -> Iterator[None]:
    """Of two sessions that see it at once, one gets it. Raises OSError for the other."""
    folder.replace(own, name)
    yield


def _read(folder: HeldFolder, name: str, dossier: Dossier) -> tuple[list[Waiting | None], list[tuple[list[str], str]]]:
    """The changes in a file that are still to be done, None for one that cannot be read."""
    lines = _lines(folder, name)[1:]
    done = {key for line in lines for key in line.get("done", ())}
    asked = [line["change"] for line in lines if "change" in line]
    together = [(line["together"], str(line["key"])) for line in lines if "together" in line]
    return [_waiting(change, dossier) for change in asked if change.get("key") not in done], together


def _stored(waiting: Waiting) -> Mapping[str, Any]:
    sent = waiting.sent
    entry = Entry(waiting.at, sent.by, sent.change.label, past_edits(sent.change), sent.key)
    effect = sent.effect
    return {
        **stored_entry(entry),
        "said": sent.said,
        "follows": sent.change.follows,
        "settles": _noted(effect.settles),
        "reopens": _noted(effect.reopens),
        "merges": list(effect.merges),
    }


def _waiting(stored: Mapping[str, Any], dossier: Dossier) -> Waiting | None:
    # The name of who did it is only there when that is another than who is logged in.
    entry = entry_from({**stored, "by": stored.get("by") or "-"})
    if entry is None:
        return None
    try:
        settles, reopens = (_choices(stored[name], dossier) for name in ("settles", "reopens"))
        effect = Effect(merges=tuple(stored["merges"]), settles=settles, reopens=reopens)
        # A line of before a change had them has none.
        change = change_of(entry, "", tuple(str(name) for name in stored.get("follows", ())))
        sent = Sent(change, str(stored["said"]), effect, str(stored["by"]), entry.key)
    except (DossierError, KeyError, TypeError):
        return None
    return Waiting(sent, entry.at, may_be_there=True)


def _noted(choices: Sequence[Unsettled]) -> list[Any]:
    noted: list[Any] = with_unsettled({"meta": {"1": {}}}, choices)["meta"]["1"].get(KEY, [])
    return noted


def _choices(noted: object, dossier: Dossier) -> tuple[Unsettled, ...]:
    return tuple(noted_choices(noted, dossier)) if isinstance(noted, list) else ()
