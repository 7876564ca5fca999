"""What sto-tui remembers of one account: the dossiers it opened, the theme, who was where when, and house styles.

No settings is no problem.
"""

import contextlib
import json
import os
from collections.abc import Mapping
from dataclasses import field, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import platformdirs

from sto_tui.domain.text import slug
from sto_tui.frozen import frozen
from sto_tui.storage.file.held_folder import HeldFolder
from sto_tui.storage.file.replacing import write_whole

APP = "sto-tui"
FOLDER_VARIABLE = "STO_CONFIG_DIR"
MOST_RECENT = 10
MOST_VISITS = 50
MOST_TEMPLATES = 50
MOST_ANSWERS = 50


@frozen
class LastVisit:
    """When a person was last in a dossier, the key of its latest change then, and what was chosen in the search."""

    at: datetime | None = None
    key: str = ""
    chosen: tuple[str, ...] = ()


@frozen
class SheetMemory:
    """What a person answered about a sheet, and on which day."""

    answers: Mapping[str, str]
    day: date


@frozen
class Settings:
    """The dossiers opened last, the latest first, the name of the theme (empty: not chosen yet), and the visits.

    A visit stands under the path of the dossier and the name of the person, the template of its house style under the
    path alone. A path is private, and so none stands in the dossier. Answers about a sheet stand under its heads.
    """

    recent: tuple[Path, ...] = ()
    theme: str = ""
    visits: Mapping[tuple[str, str], LastVisit] = field(default_factory=dict)
    templates: Mapping[str, str] = field(default_factory=dict)
    sheets: Mapping[str, SheetMemory] = field(default_factory=dict)
    servers: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def config_folder() -> Path:
    """The folder of the settings: where the system keeps them, or the one in STO_CONFIG_DIR."""
    own = os.environ.get(FOLDER_VARIABLE)
    return Path(own) if own else platformdirs.user_config_path(APP, appauthor=False)


def log_folder() -> Path:
    """The folder of the reports on failures."""
    own = os.environ.get(FOLDER_VARIABLE)
    return Path(own) / "log" if own else platformdirs.user_log_path(APP, appauthor=False)


def state_folder() -> Path:
    """The folder of what has to outlive a crash."""
    own = os.environ.get(FOLDER_VARIABLE)
    return Path(own) / "toestand" if own else platformdirs.user_state_path(APP, appauthor=False)


def folder_of_server(name: str) -> Path:
    """Where the papers of dossiers on a server stand on this computer: among what a person keeps."""
    own = os.environ.get(FOLDER_VARIABLE)
    papers = Path(own) / "stukken" if own else platformdirs.user_documents_path() / APP
    return papers / (slug(name) or "server")


def queue_folder() -> Path:
    """The folder of what waits to be sent to a server."""
    return state_folder() / "wachtrij"


def settings_file() -> Path:
    """The file of the settings, for who writes in it by hand."""
    return _file()


def made_state_folder() -> Path:
    """The same, made for this account only when it is not there. Raises OSError."""
    state_folder().mkdir(mode=0o700, parents=True, exist_ok=True)
    return state_folder()


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
    return Settings(
        tuple(paths[:MOST_RECENT]),
        theme if isinstance(theme, str) else "",
        _visits(stored.get("visits")),
        _templates(stored.get("templates")),
        _sheets(stored.get("sheets")),
        _servers(stored.get("servers")),
    )


def _servers(stored: Any) -> dict[str, Mapping[str, Any]]:
    pairs = stored.items() if isinstance(stored, dict) else ()
    return {name: values for name, values in pairs if name and isinstance(values, dict)}


def _templates(stored: Any) -> dict[str, str]:
    pairs = stored.items() if isinstance(stored, dict) else ()
    return {dossier: template for dossier, template in pairs if isinstance(template, str) and template}


def _visits(stored: Any) -> dict[tuple[str, str], LastVisit]:
    visits: dict[tuple[str, str], LastVisit] = {}
    for entry in stored if isinstance(stored, list) else ():
        try:
            at = datetime.fromisoformat(entry["at"]) if entry["at"] else None
            chosen = tuple(str(name) for name in entry["chosen"])
            visits[str(entry["dossier"]), str(entry["person"])] = LastVisit(at, str(entry["key"]), chosen)
        except (KeyError, TypeError, ValueError):
            continue
    return visits


def _sheets(stored: Any) -> dict[str, SheetMemory]:
    sheets: dict[str, SheetMemory] = {}
    for heads, kept in stored.items() if isinstance(stored, dict) else ():
        try:
            answers = {str(key): str(answer) for key, answer in kept["answers"].items()}
            sheets[heads] = SheetMemory(answers, date.fromisoformat(kept["day"]))
        except (AttributeError, KeyError, TypeError, ValueError):
            continue
    return sheets


def sheet_memory(heads: str) -> SheetMemory | None:
    """What was answered about a sheet with these heads."""
    return load().sheets.get(heads)


def remember_sheet(heads: str, memory: SheetMemory | None) -> None:
    """Keeps the answers about sheets with these heads, or forgets them; those of long ago make room."""
    settings = load()
    kept = {about: earlier for about, earlier in settings.sheets.items() if about != heads}
    if memory is not None:
        kept = {**dict(list(kept.items())[-(MOST_ANSWERS - 1) :]), heads: memory}
    if kept != settings.sheets:
        _save(replace(settings, sheets=kept))


def remember_dossier(path: Path) -> None:
    """Puts a dossier at the head of those opened last."""
    settings = load()
    opened = path.absolute()
    earlier = [recent for recent in settings.recent if recent != opened]
    _save(replace(settings, recent=(opened, *earlier)[:MOST_RECENT]))


def remember_theme(theme: str) -> None:
    """Keeps the theme for the next time."""
    _save(replace(load(), theme=theme))


def visit_of(dossier: Path, person: str) -> LastVisit:
    """The last visit of a person to a dossier."""
    return load().visits.get((str(dossier.absolute()), person), LastVisit())


def remember_visit(dossier: Path, person: str, visit: LastVisit) -> None:
    """Keeps a visit; those of long ago make room."""
    settings, key = load(), (str(dossier.absolute()), person)
    earlier = {about: kept for about, kept in settings.visits.items() if about != key}
    kept = dict(list(earlier.items())[-(MOST_VISITS - 1) :])
    _save(replace(settings, visits={**kept, key: visit}))


def template_of(dossier: Path) -> Path | None:
    """The template that the papers of a dossier had the last time."""
    template = load().templates.get(str(dossier.absolute()))
    return Path(template) if template else None


def remember_template(dossier: Path, template: Path | None) -> None:
    """Keeps the template for the next time, or forgets it; those of long ago make room."""
    settings, key = load(), str(dossier.absolute())
    if settings.templates.get(key) == (str(template.absolute()) if template else None):
        return
    kept = {about: earlier for about, earlier in settings.templates.items() if about != key}
    if template is not None:
        kept = {**dict(list(kept.items())[-(MOST_TEMPLATES - 1) :]), key: str(template.absolute())}
    _save(replace(settings, templates=kept))


def _file() -> Path:
    return config_folder() / "instellingen.json"


def _save(settings: Settings) -> None:
    """Writes the settings whole or not at all; a folder that cannot be written only costs the memory."""
    visits = [
        {
            "dossier": dossier,
            "person": person,
            "at": visit.at.isoformat(timespec="seconds") if visit.at else "",
            "key": visit.key,
            "chosen": visit.chosen,
        }
        for (dossier, person), visit in settings.visits.items()
    ]
    recent = [str(path) for path in settings.recent]
    sheets = {
        heads: {"day": memory.day.isoformat(), "answers": dict(memory.answers)}
        for heads, memory in settings.sheets.items()
    }
    stored = {
        "recent": recent,
        "theme": settings.theme,
        "visits": visits,
        "templates": dict(settings.templates),
        "sheets": sheets,
        "servers": dict(settings.servers),
    }
    text = json.dumps(stored, indent=2)
    with contextlib.suppress(OSError):
        config_folder().mkdir(mode=0o700, parents=True, exist_ok=True)
        with HeldFolder.at(config_folder()) as folder:
            write_whole(folder, _file().name, text.encode("ascii"))
