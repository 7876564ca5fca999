"""Which host a service of libpq names.

libpq would look up the name of that host itself, while no other thread may run: without a network that takes many
seconds, in which a screen stands still. Given the host, psycopg looks it up as Python does.
"""

import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

_LARGEST = 1 << 20


def host_of_service(service: str, environment: Mapping[str, str]) -> str:
    """The host of a service; empty when its file names none or several, names an address, or is somewhere else."""
    for path in _files(environment):
        with suppress(OSError, ValueError):
            if path.stat().st_size <= _LARGEST and (found := _service(path.read_text(encoding="utf-8"), service)):
                host = found.get("host", "")
                return "" if "hostaddr" in found or "," in host else host
    return ""


def _files(environment: Mapping[str, str]) -> Iterator[Path]:
    """The file of this person, and then that of the computer: the first that knows the service counts."""
    if own := environment.get("PGSERVICEFILE"):
        yield Path(own)
    elif sys.platform == "win32":
        yield Path(environment.get("APPDATA", "")) / "postgresql" / ".pg_service.conf"
    else:
        with suppress(RuntimeError):
            yield Path.home() / ".pg_service.conf"
    if shared := environment.get("PGSYSCONFDIR"):
        yield Path(shared) / "pg_service.conf"


def _service(text: str, service: str) -> dict[str, str]:
    found: dict[str, str] = {}
    is_it = False
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            if is_it:
                return found
            is_it = line == f"[{service}]"
        elif is_it and not line.startswith("#"):
            name, _, value = line.partition("=")
            found.setdefault(name, value)
    return found
