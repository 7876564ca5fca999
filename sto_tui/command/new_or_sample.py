"""`sto nieuw` and `sto voorbeeld`: a dossier that was not there yet."""

import shlex
from datetime import date

from sto_tui.command.output import CommandError, remark, say, say_path
from sto_tui.storage.file.paths import ending_as_dossier, file_to_make, typed_path


def make_dossier(typed: str, region: str, period: str) -> int:
    """Writes an empty dossier: its path on stdout, how to open it on stderr. Raises CommandError or DossierError."""
    path = file_to_make(ending_as_dossier(typed))
    from sto_tui.planning.new_dossier import new_dossier
    from sto_tui.storage.store import DossierStore

    try:
        dossier = new_dossier(region, period)
    except ValueError as error:
        raise CommandError(str(error)) from error
    DossierStore.create(path, dossier)
    say_path(path)
    remark(f"Gemaakt. Openen: sto open {shlex.quote(str(path))}")
    return 0


def list_samples() -> int:
    """Prints the names of the samples."""
    from sto_tui.storage.samples import sample_names

    for name in sample_names():
        say(name)
    remark("Een voorbeeld kopiëren: sto voorbeeld NAAM [MAP]")
    return 0


def copy_sample(name: str, folder: str, today: date) -> int:
    """Copies a sample to a folder and prints the path of the copy. Raises CommandError or DossierError."""
    target = typed_path(folder)
    if target.exists() and not target.is_dir():
        raise CommandError(f"{folder} is geen map. Geef een map voor de kopie.")
    from sto_tui.storage import samples

    say_path(samples.copy_sample(name, target, today))
    return 0
