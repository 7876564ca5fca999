"""The file of the open dossier, when another version stands in it or none that can be read."""

from collections.abc import Mapping
from dataclasses import field
from typing import Protocol

from sto_tui.frozen import frozen


@frozen
class FileTrouble:
    """What is the matter with the file.

    `put_back` and `take` say what becomes of the version that is not chosen, `join` what comes in when both are brought
    together; empty when there is no such choice, and then `why_not` says why, by the name of the choice. What is
    `asked` comes before ours is put back. `lacks` are our changes that the other version does not have,
    `brings` what it has.
    """

    sentence: str
    put_back: str
    take: str = ""
    join: str = ""
    lacks: tuple[str, ...] = ()
    brings: tuple[str, ...] = ()
    asked: str = ""
    why_not: Mapping[str, str] = field(default_factory=dict)


class DossierFile(Protocol):
    """Choosing which version of the dossier is right."""

    @property
    def trouble(self) -> FileTrouble | None:
        """What is the matter; None when all is well."""

    @property
    def standing(self) -> str:
        """Why what is on the screen is not what is in the file, in a word or two; empty when it is."""

    @property
    def address(self) -> str:
        """Its file with the folder, or its name and the server: what opens it again."""

    @property
    def about(self) -> str:
        """What there is to know of it when nothing has to be chosen, as one or two Dutch sentences."""

    def join(self) -> str:
        """Brings both versions together, and says so. Raises NotSavedError."""

    def put_back(self) -> str:
        """Puts our version in the file, and says so. Raises NotSavedError."""

    def take(self) -> str:
        """Goes on with the version in the file, and says so. Raises NotSavedError."""

    def save_as(self, typed: str) -> str:
        """Writes our version as a new file, and says so. Raises NotSavedError."""
