"""Who changed what and when: one JSON line per change, only ever appended, beside the dossier."""

import contextlib
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import orjson

from sto_tui.domain.change import Change
from sto_tui.domain.record import Ref

_BLOCK = 64 * 1024


@dataclass(frozen=True)
class Entry:
    """One line of the history."""

    at: datetime
    by: str
    label: str
    refs: tuple[Ref, ...]
    key: str


class History:
    """The history of one dossier, in `NAAM.sto.d/geschiedenis.jsonl`."""

    def __init__(self, dossier_path: Path) -> None:
        self._dossier_path = dossier_path
        self.path = companion_folder(dossier_path) / "geschiedenis.jsonl"

    def append(self, change: Change, at: datetime, by: str) -> str:
        """Adds a line, durably, and returns its key. Raises OSError; the change itself is on disk already."""
        key = uuid4().hex
        line = {
            "key": key,
            "at": at.isoformat(timespec="seconds"),
            "by": by,
            "label": change.label,
            "edits": [
                {
                    "ref": str(edit.ref),
                    "before": edit.before and edit.before.document(),
                    "after": edit.after and edit.after.document(),
                }
                for edit in change.edits
            ],
        }
        self.path.parent.mkdir(exist_ok=True)
        shared = self._rights()
        descriptor = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o660)
        try:
            shared(descriptor)
            data = orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE)
            while data:
                data = data[os.write(descriptor, data) :]
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
        return key

    def _rights(self) -> Callable[[int], None]:
        """Gives folder and file the group and rights of the dossier, so that a colleague can add lines too."""

        def nothing(descriptor: int) -> None:
            return

        if not hasattr(os, "fchmod") or self.path.exists():
            return nothing
        dossier = self._dossier_path.stat()
        mode = dossier.st_mode & 0o666
        with contextlib.suppress(OSError):
            os.chown(self.path.parent, -1, dossier.st_gid)
            os.chmod(self.path.parent, mode | (mode & 0o444) >> 2 | 0o700)

        def give(descriptor: int) -> None:
            with contextlib.suppress(OSError):
                os.fchown(descriptor, -1, dossier.st_gid)
                os.fchmod(descriptor, mode)

        return give

    def latest(self, how_many: int) -> list[Entry]:
        """The last changes, newest first; a torn or foreign line is passed over."""
        entries: list[Entry] = []
        try:
            for line in _lines_backwards(self.path):
                entry = _entry(line)
                if entry:
                    entries.append(entry)
                if len(entries) >= how_many:
                    break
        except OSError:
            return entries
        return entries


def _lines_backwards(path: Path) -> Iterator[bytes]:
    """The lines of a file from the last to the first, without reading more of it than is asked for."""
    with path.open("rb") as file:
        place = file.seek(0, os.SEEK_END)
        rest = b""
        while place > 0:
            size = min(_BLOCK, place)
            place = file.seek(place - size)
            lines = (file.read(size) + rest).split(b"\n")
            rest = lines[0]
            yield from reversed(lines[1:])
        yield rest


def companion_folder(dossier_path: Path) -> Path:
    """The folder beside a dossier: `almere.sto.d` for `almere.sto.json`."""
    return dossier_path.with_name(f"{dossier_path.name.removesuffix('.json').removesuffix('.sto')}.sto.d")


def _entry(line: bytes) -> Entry | None:
    try:
        found: Mapping[str, Any] = orjson.loads(line)
        refs = tuple(Ref.parse(edit["ref"]) for edit in found["edits"])
        at = datetime.fromisoformat(found["at"])
        return Entry(at, str(found["by"]), str(found["label"]), refs, str(found.get("key", "")))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
