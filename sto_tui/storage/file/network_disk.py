"""Which kind of disk a dossier stands on: on a network disk the lock between sessions cannot be relied on."""

from pathlib import Path

NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "9p", "ceph", "fuse.sshfs", "fuse.glusterfs"})
_MOUNTS = Path("/proc/self/mounts")
_ESCAPES = {"\\040": " ", "\\011": "\t", "\\012": "\n", "\\134": "\\"}


def network_warning(path: Path) -> str:
    """The Dutch sentence for a dossier on a network disk; empty elsewhere, and where the system does not say."""
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    kind = disk_kind(path, mounts)
    if kind not in NETWORK:
        return ""
    return (
        f"{path.name} staat op een netwerkschijf ({kind}): werk hier alleen, want de vergrendeling is er niet zeker. "
        "Samen werken kan op een gewone schijf."
    )


def disk_kind(path: Path, mounts: str) -> str:
    """The file system of a path, by a table of mounts as Linux writes it; the deepest and latest mount counts."""
    deepest = ("", "")
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        place = fields[1]
        for escape, character in _ESCAPES.items():
            place = place.replace(escape, character)
        if path.is_relative_to(place) and len(place) >= len(deepest[0]):
            deepest = (place, fields[2])
    return deepest[1]
