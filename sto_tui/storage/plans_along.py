"""The plans that were handed in with another copy of the dossier: they come along when that copy is brought in."""

from pathlib import Path

from sto_tui.domain.dutch import count, enumerate_words
from sto_tui.domain.handed_in import Submission
from sto_tui.domain.region import PlanPeriod
from sto_tui.storage.file.companion_folder import companion_folder
from sto_tui.storage.file.errors import DossierError
from sto_tui.storage.file.handed_in import is_kept, keep_handed_in, read_handed_in
from sto_tui.storage.store import DossierStore


def bring_plans_along(store: DossierStore, their_path: Path) -> str:
    """Keeps beside the dossier what is kept beside another copy of it, word for word and over nothing.

    One Dutch sentence about plans that are kept at neither, or that cannot be written here; empty when there are none.
    """
    dossier = store.dossier.whole
    missing: list[str] = []
    for submission in dossier.of(Submission).values():
        if not submission.file or is_kept(store.path, submission.hash):
            continue
        try:
            data = read_handed_in(their_path, submission.file, submission.hash)
        except DossierError:
            missing.append(submission.file)
            continue
        period = dossier.of(PlanPeriod).get(submission.period)
        try:
            keep_handed_in(store.path, data, period.label if period else "", submission.handed_in_on)
        except DossierError as error:
            return str(error)
    if not missing:
        return ""
    many = count(len(missing), "ingediend plan staat", "ingediende plannen staan")
    return (
        f"{many} niet in {companion_folder(store.path).name} en niet naast {their_path.name}: zet "
        f"{enumerate_words(missing)} daar neer, uit de map van de kopie waarin het is ingediend."
    )
