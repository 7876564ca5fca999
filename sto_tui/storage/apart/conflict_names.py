"""The names that sync programs give to a second copy of a file.

They cut a name at its last dot, so the copy of `regio.sto.json` is `regio.sto-LAPTOP.json`. A name only nominates:
whether it is a copy is for its contents to say, since `regio 2.sto.json` can be another region.

Sources: the help pages, issues and code of Syncthing, Nextcloud, ownCloud, Dropbox, OneDrive, Google Drive, iCloud and
pCloud.
"""

import os
import re
from pathlib import Path

from sto_tui.patterns import pattern

ENDING = ".sto.json"

_MARKS = (
    r"\.sync-conflict-\d{8}-\d{6}(-[A-Z2-7]{7})?",  # Syncthing
    r" \(conflicted copy( .+?)? \d{4}-\d\d-\d\d \d{6}([ -]\d+)?\)",  # Nextcloud, OpenCloud
    r"_conflict-(.+?-)?\d{8}-\d{6}",  # ownCloud
    r" \((.+?)(['’]s conflicted copy|:s motstridiga kopia)( \d{4}-\d\d-\d\d)?( ?\(\d+\))?\)",  # Dropbox
    r" \((in Konflikt stehende Kopie von|Konfliktkopie von|Copia in conflitto di|Copia conflictiva de|"
    r"Copie en conflit de) .+?( \d{4}-\d\d-\d\d)?\)",  # Dropbox in other languages
    r" ?[\(\[_-][^()\[\]]*?(conflict|konflikt)[^()\[\]]*[\)\]]?",  # pCloud and others
    r" ?- ?(kopie|copy)( ?\(\d+\))?",  # Windows
    r" (kopie|copy)( \d+)?",  # macOS
    r" ?\(\d{1,3}\)",  # Google Drive, SharePoint, a browser, mail
    r" ([2-9]|[1-9]\d)",  # iCloud
    r"_conf ?\(\d{1,3}\)",  # Synology, Box and others
    # OneDrive: the name of the computer. People who keep a version themselves write it small (-oud, -2027-2028).
    r"-(?=(?-i:.*[A-Z]))[A-Za-z0-9][A-Za-z0-9 .'’-]{0,40}",
    r"(-[A-Za-z0-9-]+)?-safeBackup-\d+",  # OneDrive on Linux
)
# Windows and macOS in Dutch and English; a browser that keeps the ending whole.
_BEFORE, _AFTER = pattern(r"^(Kopie van|Copy of) ", re.IGNORECASE), pattern(r" ?\(\d{1,3}\)$")
_OF_COPY = pattern(rf"(?:{'|'.join(_MARKS)})", re.IGNORECASE)


def looks_like_copy(name: str, of: str) -> bool:
    """Whether a file of this name can be a sync program's copy of the dossier called `of`."""
    stem = of.removesuffix(ENDING)
    if _BEFORE.sub("", name) == of != name or _AFTER.sub("", name) == of != name:
        return True
    if stem == of or not name.startswith(stem) or name == of:
        return False
    rest = name.removeprefix(stem)
    if rest.startswith(".sto") and rest.endswith(".json"):
        mark = rest.removeprefix(".sto").removesuffix(".json")
    elif rest.endswith(ENDING):
        mark = rest.removesuffix(ENDING)
    else:
        return False
    return _OF_COPY.fullmatch(mark) is not None


def copies_by_name(dossier: Path) -> list[Path]:
    """The files beside a dossier that can be copies of it, by name; none when the folder cannot be read."""
    try:
        names = os.listdir(dossier.parent)
    except OSError:
        return []
    beside = (dossier.with_name(name) for name in sorted(names) if looks_like_copy(name, dossier.name))
    return [path for path in beside if path.is_file()]
