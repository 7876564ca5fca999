"""Where a dossier on a server is, and what stands for it on this computer."""

from pathlib import Path

from sto_tui.domain.text import slug
from sto_tui.frozen import frozen
from sto_tui.storage.served.server_settings import ServerSettings
from sto_tui.storage.settling_store import SettlingStore


@frozen
class Whereabouts:
    """The name of the dossier and its server."""

    name: str
    server: ServerSettings

    @property
    def title(self) -> str:
        """What the dossier is called, and the server."""
        return f"{self.name} op {self.server.name}"

    @property
    def address(self) -> str:
        """What a person types to open it."""
        return f"{self.name}@{self.server.name}"

    @property
    def folder(self) -> Path:
        """The folder of this person, on this computer, that belongs to the dossier."""
        return self.server.folder / self.name

    @property
    def place(self) -> Path:
        """What stands for the dossier in that folder."""
        return self.folder / f"{self.name}-op-{slug(self.server.name) or 'server'}"


class StoreElsewhere(SettlingStore):
    """A store of a dossier on a server. Whoever makes one knows where it is before anything else."""

    whereabouts: Whereabouts

    @property
    def title(self) -> str:
        """What the dossier is called, and the server."""
        return self.whereabouts.title

    @property
    def address(self) -> str:
        """What a person types to open it."""
        return self.whereabouts.address

    @property
    def folder(self) -> Path:
        """The folder of this person, on this computer, that belongs to the dossier."""
        return self.whereabouts.folder

    @property
    def place(self) -> Path:
        """What stands for the dossier in that folder."""
        return self.whereabouts.place
