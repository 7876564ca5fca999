"""A text while it is in another editor: a file for one account only, that can be found again after a crash."""

import contextlib
import os
import re
import shutil
import stat
import tempfile
from dataclasses import replace
from pathlib import Path

from sto_tui.domain.text import clean_text, slug
from sto_tui.storage.together.unfinished import Rescued

PREFIX = "editor-"
KEY = "outside"
"""Where what is kept of the typing names the folder."""

_NAME = re.compile(rf"{PREFIX}\w+", re.ASCII)
# What nano calls the text that was not saved when its terminal was closed.
_UNSAVED = ".save"


def private_file(private_folder: Path, text: str, name: str) -> Path:
    """A file with this text, in a new folder for this account only. Raises OSError.

    Another editor goes by the name of the file, through whatever link stands there: so it is not put beside the
    dossier, where a colleague can exchange a folder for a link.
    """
    folder = Path(tempfile.mkdtemp(prefix=PREFIX, dir=private_folder))
    path = folder / f"{slug(name)[:40] or 'tekst'}.md"
    try:
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
            file.write(f"{text}\n" if text else "")
    except OSError:
        remove(folder)
        raise
    return path


def remove(folder: Path) -> None:
    """Removes the folder, with what the editor put in it."""
    shutil.rmtree(folder, ignore_errors=True)


def read_back(path: Path, before: str) -> str:
    """The text without the end of line that editors add; when nothing else changed, exactly what it was.

    Raises OSError.
    """
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    text = clean_text(text).rstrip("\n")
    return before if text == clean_text(before).rstrip("\n") else text


def folder_of(rescued: Rescued) -> Path | None:
    """The folder of a text that was in another editor when the session ended.

    Colleagues may write beside it: only a real folder of this account, with a name as given here, is trusted.
    """
    name = rescued.state.get(KEY)
    if not isinstance(name, str) or not _NAME.fullmatch(name):
        return None
    folder = rescued.path.parent / name
    try:
        status = folder.lstat()
    except OSError:
        return None
    own = not hasattr(os, "getuid") or (status.st_uid == os.getuid() and not status.st_mode & 0o077)
    return folder if own and stat.S_ISDIR(status.st_mode) else None


def with_its_text(rescued: Rescued) -> Rescued | None:
    """The same with the text as the editor left it; None when that is gone or nothing was changed."""
    if KEY not in rescued.state:
        return rescued
    folder, field = folder_of(rescued), rescued.state["about"].get("only")
    before = rescued.state["levels"][0]["typed"].get(field)
    text = _newest(folder, before) if folder and isinstance(before, str) else before
    if text == before:
        return None
    return replace(rescued, state={**rescued.state, "levels": [{"typed": {field: text}, "new": [text]}]})


def _newest(folder: Path, before: str) -> str:
    paths: list[Path] = []
    with contextlib.suppress(OSError):
        paths = [path for path in folder.iterdir() if path.suffix in (".md", _UNSAVED) and not path.is_symlink()]
        paths.sort(key=lambda path: (path.stat().st_mtime, path.suffix == _UNSAVED))
        return read_back(paths[-1], before) if paths else before
    return before
