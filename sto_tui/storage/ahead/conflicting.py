"""What waited and no longer goes with what others did meanwhile: it is brought together as two copies are.

What both changed differently stays as others left it, with ours as a choice beside it that anybody can make.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sto_tui.domain.dutch import count, enumerate_words
from sto_tui.storage.ahead.queue_on_disk import QueueOnDisk, Waiting
from sto_tui.storage.apart.common_start import CommonStart
from sto_tui.storage.apart.merging import Merge
from sto_tui.storage.file.codec import encode
from sto_tui.storage.file.dossier_copy import DossierCopy, with_documents
from sto_tui.storage.file.durable_write import write_new
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.file.lineage import Lineage, with_lineage
from sto_tui.storage.past.entry import past_edits
from sto_tui.storage.served.reasons import ServerBusyError
from sto_tui.storage.served.store import ServedStore

_MOST_TIMES_FIRST = 50


def as_choices(remote: ServedStore, queue: QueueOnDisk, waiting: Sequence[Waiting]) -> str:
    """Makes all that waits one change of the dossier, with a choice where others were first; says so in Dutch.

    Raises DossierError, and then it still waits.
    """
    key = waiting[-1].sent.key
    by = _by(remote, waiting)
    before = len(remote.dossier.unsettled)
    for _ in range(_MOST_TIMES_FIRST):
        ours = remote.as_copy
        theirs, start = _copies(ours, waiting, f"het werk van {by}")
        try:
            joined = Merge(ours, theirs, start).joined()
        except DossierError:
            return _kept_apart(remote, theirs)
        queue.goes_as_one([each.sent.key for each in waiting], key)
        if remote.bring_in(joined, _label(waiting), key):
            return _told(remote, waiting, len(remote.dossier.unsettled) - before)
    raise ServerBusyError(f"{remote.title} verandert voortdurend; je werk wacht op deze computer.")


def _by(remote: ServedStore, waiting: Sequence[Waiting]) -> str:
    """Whose work it is, as the name of a copy."""
    names = dict.fromkeys(each.sent.by or remote.user for each in waiting)
    return enumerate_words(list(names)).translate({ord("/"): "-", ord("\\"): "-"})


def _copies(ours: DossierCopy, waiting: Sequence[Waiting], name: str) -> tuple[DossierCopy, CommonStart]:
    """The dossier as it would be with what waits and without what others did to the same records, and as it was."""
    was: dict[tuple[str, str], Any] = {}
    becomes: dict[tuple[str, str], Any] = {}
    for each in waiting:
        for edit in past_edits(each.sent.change):
            place = edit.ref.table, str(edit.ref.id)
            was.setdefault(place, edit.before)
            becomes[place] = edit.after
    keys = ours.lineage.keys
    lineage = Lineage(ours.lineage.dossier, (*keys[:-1], waiting[-1].sent.key))
    theirs = DossierCopy(Path(name), with_documents(ours.raw, becomes), lineage)
    return theirs, CommonStart(with_documents(ours.raw, was), ours.lineage.tip)


def _label(waiting: Sequence[Waiting]) -> str:
    labels = [f"{each.sent.said}{each.sent.change.label}" for each in waiting]
    many = count(len(labels), "wijziging die wachtte", "wijzigingen die wachtten")
    return labels[0] if len(labels) == 1 else f"{many}, vanaf: {labels[0]}"


def _told(remote: ServedStore, waiting: Sequence[Waiting], asked: int) -> str:
    if asked <= 0:
        return "Wat wachtte is samengevoegd met wat anderen intussen deden."
    entry = remote.last_by_others([ref for each in waiting for ref in each.sent.change.refs])
    who = entry.by if entry else "Een ander"
    return f"{who} wijzigde intussen hetzelfde. Druk op C: er staat nog {count(asked, 'keuze', 'keuzes')} open."


def _kept_apart(remote: ServedStore, theirs: DossierCopy) -> str:
    """Nothing makes these one: what waited is kept as a file of its own, that a person can look into."""
    path = remote.folder / f"eigen-{theirs.lineage.tip}.sto.json"
    if not path.exists():
        write_new(path, encode(with_lineage(theirs.raw, theirs.lineage, path.name)))
    return f"Wat wachtte past niet meer bij het dossier en is niet opgeslagen. Het staat in {path}."
