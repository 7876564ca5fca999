"""Writing a document that must not exist yet."""

import os
from pathlib import Path

from sto_tui.domain.change import NotSavedError

_REASONS = {
    1: "geen schrijfrechten in deze map",
    2: "de map bestaat niet",
    13: "geen schrijfrechten in deze map",
    20: "een deel van het pad is geen map",
    21: "dit is een map",
    27: "het bestand mag niet zo groot worden",
    28: "de schijf is vol",
    30: "deze schijf kan alleen gelezen worden",
    36: "de naam is te lang",
}


def write_new_file(path: Path, data: bytes) -> None:
    """Write a file that is not there yet; makes its folder. Raises NotSavedError, and leaves nothing half done."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            try:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            except OSError:
                path.unlink(missing_ok=True)
                raise
    except FileExistsError as error:
        raise NotSavedError(f"{path} bestaat al en is niet overschreven. Kies een andere naam.") from error
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, error.strerror or "onbekende oorzaak")
        raise NotSavedError(f"{path} is niet geschreven: {reason}. Kies een andere plaats.") from error
