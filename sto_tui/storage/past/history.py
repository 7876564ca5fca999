"""Who changed what and when: one JSON line per change, only ever appended, beside the dossier."""

import errno
import os
from collections.abc import Collection, Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO

import orjson

from sto_tui.storage.file.codec import value_in
from sto_tui.storage.file.companion_folder import beside, companion_folder, made_beside
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.file.held_folder import HeldFolder
from sto_tui.storage.file.lineage import Lineage
from sto_tui.storage.file.long_numbers import as_written
from sto_tui.storage.file.reasons import reason
from sto_tui.storage.file.rights import share, status_of
from sto_tui.storage.past.entry import Entry, entry_from, stored_entry

NAME = "geschiedenis.jsonl"
_BLOCK = 64 * 1024


class History:
    """The history of one dossier, in `NAAM.sto.d/geschiedenis.jsonl`."""

    def __init__(self, dossier_path: Path, name: str = NAME) -> None:
        self._dossier_path = dossier_path
        self.path = companion_folder(dossier_path) / name

    def append(self, entry: Entry) -> None:
        """Adds a line, durably. Raises OSError; the change itself is on disk already."""
        try:
            line = orjson.dumps(stored_entry(entry), as_written, orjson.OPT_APPEND_NEWLINE)
        except orjson.JSONEncodeError as error:
            raise OSError(errno.E2BIG, "what another program put in the file is nested too deep for a line") from error
        self._append(line)

    def _append(self, line: bytes) -> None:
        with made_beside(self._dossier_path) as folder:
            descriptor = self._to_append(folder)
        try:
            if not _ends_whole(descriptor):
                line = b"\n" + line
            while line:
                line = line[os.write(descriptor, line) :]
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

    def _to_append(self, folder: HeldFolder) -> int:
        """The open history. A file with a second name could be one of elsewhere. Raises OSError."""
        flags = os.O_RDWR | os.O_APPEND
        try:
            return folder.open(NAME, flags, only_name=True)
        except FileNotFoundError:
            descriptor = folder.open(NAME, flags | os.O_CREAT, only_name=True)
        share(descriptor, status_of(self._dossier_path))
        return descriptor

    def entries(self) -> Iterator[Entry]:
        """All changes, newest first; a torn or foreign line is passed over. Raises DossierError."""
        try:
            for line in _lines_backwards(self._to_read()):
                entry = _entry(line)
                if entry:
                    yield entry
        except FileNotFoundError:
            return
        except OSError as error:
            raise DossierError(
                f"{self.path} kan niet gelezen worden: {reason(error)}. Hernoem wat er staat, of vraag om rechten."
            ) from error

    def _to_read(self) -> BinaryIO:
        with beside(self._dossier_path) as folder:
            return open(folder.open(self.path.name), "rb")

    def leads_on(self, tip: str, lineage: Lineage) -> bool:
        """Whether the lines lead from the change with this key to the last of a lineage.

        What a merge brought in and was taken back again is not in what came after it. Raises DossierError.
        """
        there, gone = {*lineage.keys}, set[str]()
        for entry in self.entries():
            if entry.key in there and entry.key not in gone:
                gone.update(entry.forgets)
                there.update(entry.parents)
                if tip in there:
                    return tip not in gone
        return False

    def tells(self, key: str, before: Collection[str]) -> bool:
        """Whether a change has its line, given the keys of changes before it. Raises DossierError."""
        for entry in self.entries():
            if entry.key == key:
                return True
            if entry.key in before:
                break
        return False

    def latest(self, how_many: int) -> list[Entry]:
        """The last changes, newest first; none when the history cannot be read."""
        try:
            return list(islice(self.entries(), how_many))
        except DossierError:
            return []


def _ends_whole(descriptor: int) -> bool:
    """Whether the last line was written to its end: after a crash it may not be, and then the next starts anew."""
    size = os.fstat(descriptor).st_size
    if not size:
        return True
    os.lseek(descriptor, size - 1, os.SEEK_SET)
    return os.read(descriptor, 1) == b"\n"


def _lines_backwards(file: BinaryIO) -> Iterator[bytes]:
    """The lines of a file from the last to the first, without reading more of it than is asked for; closes it."""
    with file:
        place = file.seek(0, os.SEEK_END)
        rest: list[bytes] = []
        while place > 0:
            size = min(_BLOCK, place)
            place = file.seek(place - size)
            first, *lines = file.read(size).split(b"\n")
            if lines:
                lines[-1] += b"".join(reversed(rest))
                yield from reversed(lines)
                rest = []
            rest.append(first)
        yield b"".join(reversed(rest))


def _entry(line: bytes) -> Entry | None:
    try:
        return entry_from(value_in(line))
    except ValueError:
        return None
