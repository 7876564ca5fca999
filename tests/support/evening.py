"""The evaluation of the voorbeeldregio, without the rest of it, for tests that write at every vote.

Every change costs reading and writing a dossier, and working out its findings: most of that is for milestones, roles
and money, of which an evening knows nothing.
"""

from collections import defaultdict
from functools import cache
from pathlib import Path

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.record import Ref
from sto_tui.storage.file.codec import decode, dossier_from
from sto_tui.storage.store import DossierStore

SAMPLE = Path(__file__).resolve().parents[2] / "samples" / "voorbeeldregio-2027-2028.sto.json"
OF_AN_EVENING = (
    *("region", "periods", "parties", "goals"),
    *("questions", "answers", "scores", "sessions", "decisions", "actions"),
)


def evening_dossier(path: Path) -> Path:
    """Writes it in a file of its own."""
    DossierStore.create(path, _evaluation())
    return path


@cache
def _evaluation() -> Dossier:
    whole = dossier_from(decode(SAMPLE.read_bytes(), SAMPLE.name), SAMPLE.name)
    named: dict[Ref, list[Ref]] = defaultdict(list)
    for source, target in whole.references():
        named[source.at(None)].append(target.at(None))
    kept: set[Ref] = set()
    found = [Ref(table, number) for table in OF_AN_EVENING for number in whole.tables[table]]
    while found:
        ref = found.pop()
        if ref not in kept:
            kept.add(ref)
            found += named[ref]
    return whole.with_tables(
        {
            table: {number: one for number, one in records.items() if Ref(table, number) in kept}
            for table, records in whole.tables.items()
        }
    )
