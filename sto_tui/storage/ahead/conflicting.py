"""What waited and no longer goes with what others did meanwhile: it is brought together as two copies are.

What both changed differently stays as others left it, with ours as a choice beside it that anybody can make.
"""

from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from sto_tui.domain.change import Edit
from sto_tui.domain.dutch import count, enumerate_words
from sto_tui.domain.merging.records import merged
from sto_tui.domain.record import Record, Ref
from sto_tui.storage.ahead.queue_on_disk import Waiting
from sto_tui.storage.apart.common_start import CommonStart
from sto_tui.storage.apart.merging import Merge
from sto_tui.storage.file.dossier_copy import Documents, DossierCopy, with_documents
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.file.lineage import Lineage
from sto_tui.storage.served.own_states import keep_own, told_place
from sto_tui.storage.served.reasons import ServerBusyError
from sto_tui.storage.served.store import ServedStore

_MOST_TIMES_FIRST = 50


def as_choices(remote: ServedStore, waiting: Sequence[Waiting], key: str) -> str:
    """Makes all that waits one change of the dossier with this key, a choice where others were first; says so in Dutch.

    Raises DossierError, and then it still waits.
    """
    by = _by(remote, waiting)
    before = len(remote.dossier.unsettled)
    for _ in range(_MOST_TIMES_FIRST):
        ours = remote.as_copy
        theirs, start = _copies(ours, waiting, f"het werk van {by}")
        try:
            joined = Merge(ours, theirs, start).joined()
        except DossierError:
            return _kept_apart(remote, theirs)
        if remote.bring_in(joined, _label(waiting), key):
            return _told(remote, waiting, len(remote.dossier.unsettled) - before)
    raise ServerBusyError(f"{remote.title} verandert voortdurend; je werk wacht op deze computer.")


def _by(remote: ServedStore, waiting: Sequence[Waiting]) -> str:
    """Whose work it is, as the name of a copy."""
    names = dict.fromkeys(each.sent.by or remote.login for each in waiting)
    return enumerate_words(list(names)).translate({ord("/"): "-", ord("\\"): "-"})


def _copies(ours: DossierCopy, waiting: Sequence[Waiting], name: str) -> tuple[DossierCopy, CommonStart]:
    """The dossier as it would be with what waits and without what others did to the same records, and as it was."""
    was: dict[Ref, Record | None] = {}
    becomes: dict[Ref, Record | None] = {}
    for each in waiting:
        for edit in each.sent.change.edits:
            was.setdefault(edit.ref, edit.before)
            becomes[edit.ref] = _with_edit(becomes.get(edit.ref), edit)
    lineage = ours.lineage
    # A key of its own, so that neither holds all of the other, whatever arrived of what was sent before.
    own = sha256(f"{lineage.tip} {waiting[-1].sent.key}".encode()).hexdigest()[:16]
    keys = (*(key for key in lineage.keys if key != lineage.tip), own)
    theirs = DossierCopy(Path(name), with_documents(ours.raw, _documents(becomes)), Lineage(lineage.dossier, keys))
    return theirs, CommonStart(with_documents(ours.raw, _documents(was)), lineage.tip)


def _with_edit(so_far: Record | None, edit: Edit) -> Record | None:
    """What ours became with one more edit, also when it was made on top of what another did in between."""
    if so_far is None or edit.before is None or edit.after is None:
        return edit.after
    together, clashes = merged(edit.before, edit.after, so_far)
    return together.model_copy(update={name: getattr(edit.after, name) for name in clashes})


def _documents(records: Mapping[Ref, Record | None]) -> Documents:
    return {(ref.table, str(ref.id)): record and record.document() for ref, record in records.items()}


def _label(waiting: Sequence[Waiting]) -> str:
    labels = [f"{each.sent.said}{each.sent.change.label}" for each in waiting]
    many = count(len(labels), "wijziging die wachtte", "wijzigingen die wachtten")
    return labels[0] if len(labels) == 1 else f"{many}, vanaf: {labels[0]}"


def _told(remote: ServedStore, waiting: Sequence[Waiting], asked: int) -> str:
    if asked <= 0:
        return told_choices(0)
    entry = remote.last_by_others([ref for each in waiting for ref in each.sent.change.refs])
    return f"{entry.by if entry else 'Een ander'} wijzigde intussen hetzelfde. {told_choices(asked)}"


def told_choices(many: int) -> str:
    """That what waited was brought together with others' work, and what that leaves to choose."""
    if not many:
        return "Wat wachtte is samengevoegd met wat anderen intussen deden."
    return f"Druk op C: er {'staat' if many == 1 else 'staan'} nog {count(many, 'keuze', 'keuzes')} open."


def _kept_apart(remote: ServedStore, theirs: DossierCopy) -> str:
    """Nothing makes these one: what waited is kept as a file of its own, that a person can look into."""
    path = keep_own(remote.folder, theirs.raw, theirs.lineage)
    return (
        f"Wat wachtte past niet meer bij het dossier en is niet opgeslagen. Het staat in {told_place(path)}; open dat "
        "met sto open en neem over wat nog geldt."
    )
