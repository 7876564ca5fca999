"""Which process holds the lock of a dossier, where the system tells."""

from pathlib import Path

from sto_tui.storage.file.companion_folder import lock_of

_LOCKS = Path("/proc/locks")


def lock_holder(dossier_path: Path) -> int | None:
    """The number of the process; None when nobody holds it or the system does not say."""
    try:
        inode = lock_of(dossier_path).lstat().st_ino
        locks = _LOCKS.read_text(encoding="ascii", errors="replace")
    except OSError:
        return None
    return holder_in(locks, inode)


def holder_in(locks: str, inode: int) -> int | None:
    """The process that holds a lock on the file with this inode, by a table as Linux writes it.

    `1: FLOCK  ADVISORY  WRITE 23809 fe:00:2517488 0 EOF`; who waits for one has `->` after the number.
    """
    for line in locks.splitlines():
        fields = line.split()
        if len(fields) > 5 and fields[1] == "FLOCK" and fields[5].rpartition(":")[2] == str(inode):
            process = int(fields[4]) if fields[4].isdigit() else 0
            return process or None
    return None
