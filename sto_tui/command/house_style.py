"""`sto huisstijl`: a Word file in which a region makes its own house style."""

import os
import shlex

from sto_tui.command.output import CommandError, remark, say_path
from sto_tui.storage.file.paths import typed_path

_NAME = "huisstijl.docx"


def write_starting_template(folder: str) -> int:
    """Writes the file in a folder and prints its path. Raises CommandError or NotSavedError."""
    place = typed_path(folder)
    if place.exists() and not place.is_dir():
        raise CommandError(f"{folder} is geen map. Geef een map voor het sjabloon.")
    path = place / _NAME
    if os.path.lexists(path):
        raise CommandError(f"{path} bestaat al en is niet overschreven. Kies een andere map.")
    from sto_tui.documents.word.starting_template import starting_template
    from sto_tui.storage.file.durable_write import write_new

    write_new(path, starting_template())
    say_path(path)
    remark(f"Vul het in met Word of LibreOffice. Daarna: sto concept BESTAND --sjabloon {shlex.quote(str(path))}")
    return 0
