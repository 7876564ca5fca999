"""Who changed what and when: one JSON line per change, only ever appended, beside the dossier."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson

from sto_tui.domain.change import Change

_TAIL = 64 * 1024


@dataclass(frozen=True)
class Entry:
    """One line of the history."""

    at: datetime
    by: str
    label: str


class History:
    """The history of one dossier, in `NAAM.sto.d/geschiedenis.jsonl`."""

    def __init__(self, dossier_path: Path) -> None:
        self.path = companion_folder(dossier_path) / "geschiedenis.jsonl"

    def append(self, change: Change, at: datetime, by: str) -> None:
        """Adds a line, durably. Raises OSError; the change itself is on disk already."""
        line = {
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
        self.path.parent.mkdir(mode=0o770, exist_ok=True)
        descriptor = os.open(self.path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o660)
        try:
            os.write(descriptor, orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE))
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def latest(self, how_many: int) -> list[Entry]:
        """The last changes, newest first; a torn or foreign line is passed over."""
        try:
            with self.path.open("rb") as file:
                file.seek(0, os.SEEK_END)
                file.seek(max(0, file.tell() - _TAIL))
                lines = file.read().splitlines()
        except OSError:
            return []
        entries = (_entry(line) for line in reversed(lines))
        return [entry for entry in entries if entry][:how_many]


def companion_folder(dossier_path: Path) -> Path:
    """The folder beside a dossier: `almere.sto.d` for `almere.sto.json`."""
    return dossier_path.with_name(f"{dossier_path.name.removesuffix('.json').removesuffix('.sto')}.sto.d")


def _entry(line: bytes) -> Entry | None:
    try:
        found: Mapping[str, Any] = orjson.loads(line)
        return Entry(datetime.fromisoformat(found["at"]), str(found["by"]), str(found["label"]))
    except (ValueError, KeyError, TypeError):
        return None
