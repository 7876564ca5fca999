"""What can go wrong with a file. Every message is one Dutch sentence: what, where, what to do."""

import shlex
from pathlib import Path

from sto_tui.domain.change import BusyError, NotSavedError


class DossierError(NotSavedError):
    """A file that can't be read or written; `str()` is the sentence for the user."""


class LockedError(DossierError, BusyError):
    """Another session holds the lock of the dossier."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is bezet door een ander. Er is niets gewijzigd; probeer het zo nog eens.")


class LostError(DossierError):
    """The file of an open dossier is away, or something else stands there.

    `why` is the sentence without what to do now.
    """

    def __init__(self, why: str) -> None:
        super().__init__(f"{why} Er is niets opgeslagen; probeer het opnieuw als het terug is.")
        self.why = why


class DamagedError(DossierError):
    """A file that is there but can't be read as a dossier. It is left alone; an earlier copy may help.

    `why` is the sentence without what to do now.
    """

    def __init__(self, why: str, advice: str = "") -> None:
        advice = advice or "Open het dossier met sto open om een goede kopie te zoeken, of kies een ander bestand."
        super().__init__(f"{why} {advice}")
        self.why = why


class OtherKindError(DamagedError):
    """A file of another program, which never was a dossier: what to do with it is known.

    In the advice `{name}` is the file, as it can be typed in the folder where one is.
    """

    def __init__(self, why: str, advice: str, file: Path | str = "") -> None:
        super().__init__(why, advice.replace("{name}", shlex.quote(_from_here(Path(file)))))
        self._advice = advice

    def at(self, path: Path) -> "OtherKindError":
        """The same, of which it is known where the file stands."""
        return OtherKindError(self.why, self._advice, path)


def _from_here(path: Path) -> str:
    """A path as it is typed here: without the folder when that is the one where one is."""
    try:
        return str(path.relative_to(Path.cwd()))
    except (ValueError, OSError):
        return str(path)
