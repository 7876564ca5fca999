"""What can take the place of a damaged dossier: a safety copy with the history put on top, or what is still in it."""

import contextlib
import json
import os
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from sto_tui.domain.dutch import count, long_date
from sto_tui.domain.level_words import word_of_table
from sto_tui.domain.region import Region
from sto_tui.domain.tables import TABLES
from sto_tui.frozen import frozen
from sto_tui.storage.file.codec import decode, dossier_from, encode, is_newer, records_from
from sto_tui.storage.file.copies import KEPT_DAYS, dated_copies, keep, previous_version, read_copy
from sto_tui.storage.file.durable_write import why_not_read, why_not_written, write_durably, write_new
from sto_tui.storage.file.encodings import UTF_8_WITH_MARK, WINDOWS, Encoding, encoding_of
from sto_tui.storage.file.errors import DamagedError, DossierError
from sto_tui.storage.file.held_folder import read_ordinary
from sto_tui.storage.file.migrations import RawTables
from sto_tui.storage.file.tinydb_storage import DurableStorage
from sto_tui.storage.past.replay import Past

_TELLING = (
    "milestones",
    "parties",
    "speerpunten",
    "answers",
    "budget",
    "progress",
    "goals",
    "themes",
    "vision",
    "veri",
)
_MOST_COUNTS = 6
_NOTHING = "\x00\ufeff \t\r\n"
_NOT_UTF_8 = re.compile("[\udc80-\udcff]")


@frozen
class Candidate:
    """A whole dossier that can take the place of a damaged file.

    `saved_at` is when that version was written, in local time. `raw` is what would be written: the copy with the
    history put on top. `replayed` and `lost` are the labels, newest first, of the later changes that are in `raw`
    and of those that are not. `counts` tells in Dutch how much is in it.
    """

    source: str
    saved_at: datetime
    raw: RawTables
    replayed: tuple[str, ...]
    lost: tuple[str, ...]
    counts: str


def candidates(path: Path) -> list[Candidate]:
    """What can take the place of a damaged dossier, best first; without anything an empty list. Raises nothing."""
    path = Path(os.path.realpath(path))
    past = Past(path)
    seen: list[RawTables] = []
    able: list[Candidate] = []
    of_itself = list(_in_itself(path))
    for version in (*of_itself, *_in_copies(path)):
        raw = _accepted(version.data)
        if raw is not None and raw not in seen:
            seen.append(raw)
            able.append(_candidate(version, raw, past))
    sources = {version.source for version in of_itself}
    return sorted(able, key=lambda candidate: (candidate.source not in sources, -candidate.saved_at.timestamp()))


def put_in_place(path: Path, candidate: Candidate, now: datetime, patience: float | None = None) -> Path:
    """Puts the candidate at `path`; returns the name under which the damaged file stays, or `path` when there was none.

    Raises DossierError; then what stood at `path` still stands there.
    """
    path = Path(os.path.realpath(path))
    with DurableStorage(path).locked(patience):
        if not _is_there_but_damaged(path):
            write_durably(path, [encode(candidate.raw)])
            return path
        kept = _free_name(path.with_name(f"{path.name}.beschadigd-{now:%Y%m%d-%H%M%S}"))
        try:
            keep(path, kept)
        except OSError as error:
            raise DossierError(why_not_written(kept, error)) from error
        try:
            write_durably(path, [encode(candidate.raw)])
        except DossierError:
            with contextlib.suppress(OSError):
                kept.unlink()
            raise
        return kept


def save_as(candidate: Candidate, target: Path, damaged: Path) -> None:
    """Writes the candidate as a new file, never over one, as open as the damaged one. Raises DossierError."""
    write_new(target, encode(candidate.raw), of=Path(os.path.realpath(damaged)))


def _is_there_but_damaged(path: Path) -> bool:
    """Whether there is a damaged file; False when there is none. Raises DossierError when it is whole (again)."""
    try:
        data = read_ordinary(path)
    except FileNotFoundError:
        return False
    except OSError as error:
        raise DossierError(why_not_read(path, error)) from error
    try:
        dossier_from(decode(data, path.name), path.name)
    except (DamagedError, RecursionError):
        return True
    raise DossierError(f"{path.name} is intussen weer heel; er is niets teruggezet. Open het dossier opnieuw.")


def _free_name(wanted: Path) -> Path:
    name, number = wanted, 1
    while os.path.lexists(name):
        number += 1
        name = wanted.with_name(f"{wanted.name}-{number}")
    return name


@frozen
class _Version:
    """Bytes that may be a dossier: where they come from, when they were written, and when they were the dossier."""

    source: str
    saved_at: datetime
    since: datetime
    data: bytes


def _in_copies(path: Path) -> Iterator[_Version]:
    for copy in (previous_version(path), *dated_copies(path)[:KEPT_DAYS]):
        read = _read(path, copy)
        if read is None:
            continue
        saved_at, data = read
        if copy == previous_version(path):
            yield _Version("de versie van vóór de laatste wijziging", saved_at, saved_at, data)
            continue
        try:
            day = datetime.fromisoformat(copy.name[6:16])
        except ValueError:
            yield _Version(f"de kopie {copy.name}", saved_at, saved_at, data)
            continue
        # A copy is from before the first change of its day, whatever time a move to another disk gave the file.
        saved_at = saved_at if saved_at.date() <= day.date() else day
        yield _Version(f"de kopie van {long_date(day)}", saved_at, min(saved_at, day), data)


def _in_itself(path: Path) -> Iterator[_Version]:
    """What can be read of the damaged file, without what another program did to it."""
    read = _read(path, path)
    if read is None or _accepted(read[1]) is not None:
        return
    saved_at, data = read
    encoding = encoding_of(data)
    # Whole UTF-8 with some other bytes after it looks like Windows text as well, and would be spoiled by that.
    for way in dict.fromkeys((encoding if encoding == UTF_8_WITH_MARK else None, encoding)):
        with contextlib.suppress(ValueError, RecursionError):
            text = _text(data, way).lstrip(_NOTHING)
            _, end = json.JSONDecoder().raw_decode(text)
            source = _part_of_itself(bool(text[end:].strip(_NOTHING)), way)
            yield _Version(source, saved_at, saved_at, text[:end].encode("utf-8"))


def _text(data: bytes, encoding: Encoding | None) -> str:
    """The text in these bytes; what is not in the encoding stays a lone surrogate. Raises UnicodeDecodeError."""
    if encoding is None or encoding == UTF_8_WITH_MARK:
        return data.decode("utf-8", "surrogateescape")
    if encoding == WINDOWS:
        # A program that adds Windows text to UTF-8 leaves both in one file.
        text = data.decode("utf-8", "surrogateescape")
        return _NOT_UTF_8.sub(lambda match: bytes([ord(match[0]) - 0xDC00]).decode(WINDOWS.codec), text)
    return data[: len(data) // 2 * 2].decode(encoding.codec)


def _part_of_itself(more_follows: bool, encoding: Encoding | None) -> str:
    part = "het leesbare begin van het bestand" if more_follows else "het bestand zelf"
    if encoding:
        return f"{part}, omgezet uit {encoding.label}"
    return part if more_follows else f"{part}, zonder de lege bytes eromheen"


def _read(path: Path, copy: Path) -> tuple[datetime, bytes] | None:
    """When a copy was written, and its bytes; None when it is not there, not to be read or no dossier by its size."""
    try:
        status, data = read_copy(path, copy)
        return datetime.fromtimestamp(status.st_mtime), data
    except (OSError, ValueError, OverflowError):
        return None


def _accepted(data: bytes) -> RawTables | None:
    """The tables in these bytes; None when this version could not open them as a dossier and write it."""
    try:
        raw = decode(data, "de kopie")
        if is_newer(raw):
            return None
        dossier_from(raw, "de kopie")
        encode(raw)
    except (DossierError, ValueError, TypeError, RecursionError):
        return None
    return raw


def _candidate(version: _Version, copy: RawTables, past: Past) -> Candidate:
    raw, replayed, lost = past.put_on(copy, version.since)
    if replayed and _accepted(encode(raw)) is None:
        raw, replayed, lost = copy, (), past.later_than(copy, version.since)
    return Candidate(version.source, version.saved_at, raw, replayed, lost, _counts(raw))


def _counts(raw: RawTables) -> str:
    telling = [name for name in _TELLING if raw.get(name)][:_MOST_COUNTS]
    (region,) = records_from(TABLES["region"], raw["region"])[0].values()
    assert isinstance(region, Region)
    words = {name: word_of_table(region, name) for name in telling}
    counts = [count(len(raw[name]), word.singular, word.plural) for name, word in words.items()]
    return ", ".join(counts) or "alleen het regioprofiel"
