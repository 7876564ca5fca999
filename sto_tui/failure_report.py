"""The file that stays behind when something went wrong that the program did not foresee."""

import os
from datetime import datetime
from pathlib import Path

from sto_tui.failures import without_words
from sto_tui.settings import log_folder
from sto_tui.storage.file.held_folder import HeldFolder


def reported(error: BaseException, now: datetime) -> Path | None:
    """Writes it, named after the time; None when that cannot be done."""
    path = log_folder() / f"fout-{now:%Y%m%d-%H%M%S}-{os.getpid()}.txt"
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        with HeldFolder.at(path.parent) as folder, folder.new(path.name) as file:
            file.write("".join(without_words(error)).encode("utf-8", "backslashreplace"))
    except OSError:
        return None
    return path
