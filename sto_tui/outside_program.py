"""A file opened with the program that the desktop has for it, when there is a desktop."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path


def opened_with_desktop(path: Path, environment: Mapping[str, str] = os.environ) -> bool:
    """Whether a program was asked to open the file; over SSH and without a desktop there is none to ask."""
    command = _opener(environment)
    if command is None:
        return False
    try:
        subprocess.Popen(
            [command, str(path.absolute())],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return False
    return True


def _opener(environment: Mapping[str, str]) -> str | None:
    """The command that opens a file as a double click does."""
    if environment.get("SSH_CONNECTION") or environment.get("SSH_TTY"):
        return None
    if sys.platform == "win32":
        return shutil.which("explorer")
    if sys.platform == "darwin":
        return shutil.which("open")
    has_desktop = environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")
    return shutil.which("xdg-open") if has_desktop else None
