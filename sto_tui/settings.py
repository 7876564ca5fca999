"""What sto-tui remembers of one account: the dossiers it opened, and the theme. No settings is no problem."""

import contextlib
import json
import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from sto_tui.storage.file.held_folder import HeldFolder
from sto_tui.storage.file.replacing import write_whole

APP = "sto-tui"
FOLDER_VARIABLE = "STO_CONFIG_DIR"
MOST_RECENT = 10


@dataclass(frozen=True)
class Settings:
    """The dossiers opened last, the latest first, and the name of the theme (empty: not chosen yet)."""

    recent: tuple[Path, ...] = ()
    theme: str = ""


def config_folder() -> Path:
    """The folder of the settings: where the system keeps them, or the one in STO_CONFIG_DIR."""
    own = os.environ.get(FOLDER_VARIABLE)
    return Path(own) if own else platformdirs.user_config_path(APP, appauthor=False)


def log_folder() -> Path:
    """The folder of the reports on failures."""
    own = os.environ.get(FOLDER_VARIABLE)
    return Path(own) / "log" if own else platformdirs.user_log_path(APP, appauthor=False)


def load() -> Settings:
    """The settings; the defaults when they are not there or cannot be read."""
    try:
        stored = json.loads(_file().read_bytes())
    except (OSError, ValueError, RecursionError):
        return Settings()
    if not isinstance(stored, dict):
        return Settings()
    recent, theme = stored.get("recent"), stored.get("theme")
    paths = [Path(name) for name in recent if isinstance(name, str) and name] if isinstance(recent, list) else []
    return Settings(tuple(paths[:MOST_RECENT]), theme if isinstance(theme, str) else "")


def remember_dossier(path: Path) -> None:
    """Puts a dossier at the head of those opened last."""
    settings = load()
    opened = path.absolute()
    earlier = [recent for recent in settings.recent if recent != opened]
    _save(Settings((opened, *earlier)[:MOST_RECENT], settings.theme))


def remember_theme(theme: str) -> None:
    """Keeps the theme for the next time."""
    _save(Settings(load().recent, theme))


def last_dossier() -> Path | None:
    """The dossier opened last of those that are still there."""
    return next((path for path in load().recent if os.path.isfile(path)), None)


def _file() -> Path:
    return config_folder() / "instellingen.json"


def _save(settings: Settings) -> None:
    """Writes the settings whole or not at all; a folder that cannot be written only costs the memory."""
    text = json.dumps({"recent": [str(path) for path in settings.recent], "theme": settings.theme}, indent=2)
    with contextlib.suppress(OSError):
        config_folder().mkdir(mode=0o700, parents=True, exist_ok=True)
        with HeldFolder.at(config_folder()) as folder:
            write_whole(folder, _file().name, text.encode("ascii"))
