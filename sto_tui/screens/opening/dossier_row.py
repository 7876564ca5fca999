"""What the start screen says of a dossier in its row."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from rich.cells import cell_len

from sto_tui.domain.text import clean_line
from sto_tui.screens.host.opening import Glance
from sto_tui.widgets.raster import Run
from sto_tui.widgets.record_list import Row

# What of a thing that is due has to be read to say anything.
_LEAST_DUE = 20


def rows_of_dossiers(
    heading: str, paths: Sequence[Path], told: Callable[[Path], Sequence[Run]], left_out: str
) -> list[Row]:
    """The dossiers below a heading, and what is left out; nothing where there is neither."""
    rows = [Row((heading,), kind="group")] * bool(paths or left_out)
    rows += [Row((path.name, told(path)), key=("open", path)) for path in paths]
    return rows + [Row((left_out,), kind="note")] * bool(left_out)


def about_dossier(path: Path, glance: Glance | None, room: int) -> list[Run]:
    """Region, period and what is due, as far as there is room for it; the folder until that is known."""
    if glance is None:
        return [(clean_line(str(path.parent)), "muted")]
    if glance.wrong:
        return [(glance.wrong, "error")]
    due = f"{glance.when}: {glance.due}" if glance.when else glance.due
    about = [(part, "text") for part in (glance.region, glance.period) if part]
    runs = [run for part in about for run in ((" · ", "muted"), part)][1:]
    left = room - cell_len("".join(text for text, _ in runs)) - 2
    return [*runs, *([(f"  {due}", "muted")] if due and left >= min(_LEAST_DUE, cell_len(due)) else [])]


def first_whole(paths: Iterable[Path], glances: Mapping[Path, Glance | None]) -> Path | None:
    """The first dossier that was looked at and in which nothing is wrong."""
    seen = (path for path in paths if path in glances)
    return next((path for path in seen if not ((glance := glances[path]) and glance.wrong)), None)
