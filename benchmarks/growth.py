"""What a dossier costs that is 1, 10 and 100 times as large as the voorbeeldregio: nothing may grow faster than it."""

import gc
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from benchmarks.grown import grown_file
from sto_tui.domain.change import changing
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone
from sto_tui.planning.checks.finding import all_checks, findings
from sto_tui.planning.schedule.margins import schedule
from sto_tui.planning.search import best_of, index_of
from sto_tui.planning.veri.summary import busy_quarters
from sto_tui.storage.file.codec import decode, dossier_from
from sto_tui.storage.store import DossierStore
from sto_tui.waste import nothing_collected

TODAY = date(2026, 9, 3)
TIMES = (1, 10, 100)
MOST_PER_TEN = 15.0
"""Ten times as much may take so many times as long: memory is slower where more of it is used."""
_UNMEASURABLE = 2.0
_ROUNDS = 3
"""The least of these counts: whoever else works on the machine takes of its cache, which only makes it slower."""


class GrowthRow(NamedTuple):
    """One line of the table of growth: milliseconds at each size."""

    what: str
    milliseconds: tuple[float, ...]

    @property
    def per_ten(self) -> float:
        """How many times as long the largest step of ten takes; what is too short to measure does not count."""
        steps = zip(self.milliseconds, self.milliseconds[1:], strict=False)
        return max((more / max(less, _UNMEASURABLE) for less, more in steps), default=0.0)

    @property
    def kept(self) -> bool:
        """Whether it grows no faster than the dossier."""
        return self.per_ten <= MOST_PER_TEN


def growth_rows(work: Path) -> Iterator[GrowthRow]:
    """Processor time of what depends on the size of a dossier."""
    all_checks()
    found: dict[str, list[float]] = {}
    for times in TIMES:
        path, data = work / f"grown-{times}.sto.json", grown_file(times)
        rounds = [_round(path, data) for _ in range(_ROUNDS)]
        for what in rounds[0]:
            found.setdefault(what, []).append(min(each[what] for each in rounds))
    for what, milliseconds in found.items():
        yield GrowthRow(what, tuple(milliseconds))


def _round(path: Path, data: bytes) -> dict[str, float]:
    """Milliseconds per act, of a dossier that was read anew."""
    path.write_bytes(data)
    spent = {}
    for what, act in _acts(path, dossier_from(decode(data, path.name), path.name)).items():
        gc.collect()
        # As a command does its work; the app does not look either at what it read before the first key.
        with nothing_collected():
            start = time.process_time()
            act()
            spent[what] = (time.process_time() - start) * 1000
    return spent


def _acts(path: Path, dossier: Dossier) -> dict[str, Callable[[], object]]:
    """By name; each looks at a version of its own, so that nothing is remembered of the one before."""
    store = DossierStore.open(path, "meter", datetime.now)
    milestone = next(iter(store.dossier.of(Milestone).values()))
    change = changing(store.dossier, milestone, milestone.changed(title="Anders"))
    data = path.read_bytes()
    versions = {what: Dossier(dossier.tables, dossier.key) for what in ("schedule", "busy", "findings", "search")}
    index = index_of(versions["search"])
    return {
        "reading the file": lambda: dossier_from(decode(data, path.name), path.name),
        "schedule": lambda: schedule(versions["schedule"]),
        "parties with much to do in a quarter": lambda: busy_quarters(versions["busy"]),
        "all findings": lambda: findings(versions["findings"], TODAY),
        "one edit on disk": lambda: store.apply(change),
        "reading in for the palette": index.read_on,
        "a key in the palette": lambda: best_of("lab", (index,)),
    }
