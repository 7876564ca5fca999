"""Handing in a plan: first it is kept word for word, then the dossier says so; and reading it back."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from sto_tui.domain.change import Change
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import long_date
from sto_tui.domain.handed_in import Submission
from sto_tui.storage.file.codec import decode, dossier_from
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.file.handed_in import fingerprint, keep_handed_in, read_handed_in
from sto_tui.storage.store import DossierStore

ChangeFor = Callable[[Dossier, str, str], Change]
"""The change that notes a handing in, from the dossier, and the name and the hash of the file that was kept."""


def hand_in(store: DossierStore, label: str, day: date, change_for: ChangeFor) -> Change:
    """Keeps the dossier as it is in its file, and notes that.

    `label` is that of the plan period, `day` that of handing in, by which the file is called.
    When the machine dies in between there is a file too many, which the next handing in of the same plan takes up.
    Raises DossierError or NotSavedError; then the dossier has not changed.
    """
    if store.read_only:
        raise DossierError(store.read_only)
    with store.alone() as data:
        # What is wrong with the change is said before anything is kept.
        change_for(store.dossier, "", "")
        name = keep_handed_in(store.path, data, label, day)
        return store.apply(change_for(store.dossier, name, fingerprint(data)))


def handed_in_dossier(dossier_path: Path, submission: Submission) -> Dossier:
    """The dossier as it was handed in. Raises DossierError when it was not kept, is gone or was changed."""
    if not submission.file:
        raise DossierError(
            f"Van het plan dat op {long_date(submission.handed_in_on)} is ingediend, is geen versie bewaard. "
            "Dien het opnieuw in om vanaf nu te vergelijken."
        )
    data = read_handed_in(dossier_path, submission.file, submission.hash)
    return dossier_from(decode(data, submission.file), submission.file)
