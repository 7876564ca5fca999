"""The search with 10,000 records: what reading them in costs in a slice, and a key."""

import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from benchmarks.measuring import EXAMPLE, Row
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.record import Record
from sto_tui.planning.search import best_of, index_of
from sto_tui.storage.file.codec import decode, dossier_from

RECORDS = 10_000
FIRST, NEXT = 60, 50
"""Milliseconds that a key may cost: the first one typed, and the next."""


def palette_rows(work: Path) -> Iterator[Row]:
    """Processor time of the first key, once the records were read in, and of the slowest of the keys after it."""
    dossier = many_records()
    reading = _milliseconds(index_of(dossier).read_on)
    yield Row(f"palette: reading in {RECORDS:,} records, in slices", f"{reading:.0f} ms", "", "", "", kept=True)
    first = _milliseconds(partial(best_of, "l", (index_of(dossier),)))
    yield Row("palette: first key", f"{first:.0f} ms", "", "", f"{FIRST} ms", first <= FIRST)
    typed = ("la", "lab", "labs", "1.1", "proeflesen", "dixcoverylab", "begroting techniek")
    slowest = max(_milliseconds(partial(best_of, query, (index_of(dossier),))) for query in typed)
    yield Row(f"palette: slowest of {len(typed)} next keys", f"{slowest:.0f} ms", "", "", f"{NEXT} ms", slowest <= NEXT)


def _milliseconds(act: Callable[[], object]) -> float:
    start = time.process_time()
    act()
    return (time.process_time() - start) * 1000


def many_records() -> Dossier:
    """The voorbeeldregio with copies of its milestones and answers, each with a name of its own."""
    dossier = dossier_from(decode(EXAMPLE.read_bytes(), EXAMPLE.name), EXAMPLE.name)
    tables: dict[str, dict[int, Record]] = {name: dict(records) for name, records in dossier.tables.items()}
    fields = {"milestones": "title", "answers": "text"}
    number, left = 100_000, RECORDS - sum(map(len, tables.values()))
    while left > 0:
        for table, field in fields.items():
            for record in dossier.tables[table].values():
                number, left = number + 1, left - 1
                named = {"id": number, field: f"{getattr(record, field)} {number}"}
                tables[table][number] = record.model_copy(update=named)
    return Dossier(tables)
