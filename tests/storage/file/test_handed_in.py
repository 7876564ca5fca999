"""A plan that is handed in is kept word for word, found back by its hash, and never written over."""

import os
import signal
import stat
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from sto_tui.domain.change import Change, adding, changing
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.handed_in import Submission
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Goal
from sto_tui.domain.region import PlanPeriod, PlanStatus
from sto_tui.planning.handed_in.handing_in import handing_in
from sto_tui.storage.file.companion_folder import companion_folder
from sto_tui.storage.file.errors import DossierError, LockedError
from sto_tui.storage.file.handed_in import fingerprint
from sto_tui.storage.handing_in import hand_in, handed_in_dossier
from sto_tui.storage.store import DossierStore
from tests.conftest import NOW, clock

TODAY = NOW.date()
PERIOD = 3


def opened(path: Path, user: str = "jan", patience: float | None = None) -> DossierStore:
    return DossierStore(path, user, clock, patience)


def handed_in(store: DossierStore, day: date = TODAY, version: str = "1.0") -> Submission:
    def change_for(now: Dossier, file: str, digest: str) -> Change:
        return handing_in(now, PERIOD, day, version, today=TODAY, file=file, hash=digest)

    change = hand_in(store, "2027-2028", day, change_for)
    submission = next(edit.after for edit in change.edits if edit.ref.table == "submissions")
    assert isinstance(submission, Submission)
    return submission


def kept_names(path: Path) -> list[str]:
    return sorted(kept.name for kept in companion_folder(path).glob("ingediend-*"))


def test_the_bytes_of_before_are_kept_and_the_dossier_says_so(example: Path) -> None:
    before = example.read_bytes()
    store = opened(example)
    submission = handed_in(store)
    kept = companion_folder(example) / submission.file
    assert kept.read_bytes() == before
    assert submission.hash == fingerprint(before)
    assert submission.file == f"ingediend-2027-2028-{TODAY.isoformat()}-{submission.hash[:12]}.sto.json"
    plan = opened(example, "anja").dossier.of(PlanPeriod)[PERIOD]
    assert (plan.version, plan.plan_date) == ("1.0", TODAY)
    read = handed_in_dossier(example, submission)
    assert read.of(Goal) == DossierStore.open(kept, "jan", clock).dossier.of(Goal)


def test_status_version_and_date_follow_and_one_step_back_takes_all_of_it(example: Path) -> None:
    store = opened(example)
    plan = store.dossier.of(PlanPeriod)[PERIOD]
    store.apply(changing(store.dossier, plan, plan.changed(plan_status="vastgesteld", version="0.9")))
    tables = store.dossier.tables
    handed_in(store)
    assert store.dossier.of(PlanPeriod)[PERIOD].plan_status is PlanStatus.INGEDIEND
    store.undo()
    assert store.dossier.tables["submissions"] == tables["submissions"]
    back = store.dossier.of(PlanPeriod)[PERIOD]
    assert (back.plan_status, back.version, back.plan_date) == (PlanStatus.VASTGESTELD, "0.9", None)
    assert len(kept_names(example)) == 1, "what was kept stays"


def test_the_same_plan_is_kept_once_and_another_beside_it(example: Path) -> None:
    store = opened(example)
    first = handed_in(store)
    store.undo()
    # Undoing leaves the file with other bytes (a change was made and taken back), so it is another plan on disk.
    goal = store.dossier.of(Goal)[1]
    store.apply(changing(store.dossier, goal, goal.changed(target="600 leerlingen")))
    data = example.read_bytes()
    second = handed_in(store)
    third = handed_in(store, version="1.1")
    assert len({first.hash, second.hash, third.hash}) == 3
    assert len(kept_names(example)) == 3
    example.write_bytes(data)
    again = handed_in(opened(example))
    assert again.file == second.file
    assert len(kept_names(example)) == 3


def test_a_kept_plan_has_the_rights_of_the_dossier(example: Path) -> None:
    example.chmod(0o640)
    submission = handed_in(opened(example))
    kept = companion_folder(example) / submission.file
    assert stat.S_IMODE(kept.stat().st_mode) == 0o640


def test_a_file_that_stands_there_already_is_left_alone(example: Path) -> None:
    """Half a file of a machine that died, or something else of that name."""
    folder = companion_folder(example)
    folder.mkdir()
    name = f"ingediend-2027-2028-{TODAY.isoformat()}-{fingerprint(example.read_bytes())[:12]}.sto.json"
    (folder / name).write_text("half", "utf-8")
    submission = handed_in(opened(example))
    assert (folder / name).read_text("utf-8") == "half"
    assert submission.file == name.replace(".sto.json", "-2.sto.json")
    assert handed_in_dossier(example, submission)


def test_it_is_found_under_another_name(example: Path) -> None:
    submission = handed_in(opened(example))
    folder = companion_folder(example)
    (folder / submission.file).rename(folder / "ingediend-origineel.sto.json")
    assert handed_in_dossier(example, submission)
    # And beside half a file that has its name.
    (folder / submission.file).write_text("half", "utf-8")
    assert handed_in_dossier(example, submission)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda kept: kept.unlink(), "is weg uit regio.sto.d"),
        (lambda kept: kept.write_bytes(kept.read_bytes().replace(b"1.2", b"1.3", 1)), "is gewijzigd"),
        (lambda kept: (kept.unlink(), kept.mkdir()), "kan niet gelezen worden"),
    ],
)
def test_what_is_gone_or_was_changed_is_said(example: Path, spoil: object, said: str) -> None:
    assert callable(spoil)
    submission = handed_in(opened(example))
    spoil(companion_folder(example) / submission.file)
    with pytest.raises(DossierError, match=said):
        handed_in_dossier(example, submission)


def test_a_plan_of_which_nothing_was_kept_is_said_to_be_so(example: Path) -> None:
    with pytest.raises(DossierError, match="is geen versie bewaard"):
        handed_in_dossier(example, Submission(id=1, period=3, handed_in_on=date(2026, 9, 28)))


def test_what_a_colleague_wrote_just_before_is_in_what_is_kept(example: Path) -> None:
    store, other = opened(example), opened(example, "anja")
    other.apply(adding(other.dossier, Party(name="Nieuwe school")))
    submission = handed_in(store)
    assert "Nieuwe school" in {party.name for party in handed_in_dossier(example, submission).of(Party).values()}


def test_while_someone_writes_nothing_is_kept(example: Path) -> None:
    store, other = opened(example, patience=0.0), opened(example, "anja")
    with other.alone(), pytest.raises(LockedError):
        handed_in(store)
    assert kept_names(example) == []


def test_a_day_that_is_still_to_come_is_refused_and_nothing_is_kept(example: Path) -> None:
    before = example.read_bytes()
    with pytest.raises(Exception, match="moet nog komen"):
        handed_in(opened(example), day=date(2030, 1, 1))
    assert (example.read_bytes(), kept_names(example)) == (before, [])


DIES = """
import os, signal, sys
from pathlib import Path
from sto_tui.storage import handing_in
from sto_tui.storage.store import DossierStore
from tests.storage.file import test_handed_in as here
keep = handing_in.keep_handed_in
def dies(*arguments):
    keep(*arguments)
    os.kill(os.getpid(), signal.SIGKILL)
handing_in.keep_handed_in = dies
here.handed_in(here.opened(Path(sys.argv[1])))
"""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="no such signal")
def test_when_the_machine_dies_in_between_the_next_time_takes_up_what_was_kept(example: Path) -> None:
    before = example.read_bytes()
    died = subprocess.run([sys.executable, "-c", DIES, str(example)], env={**os.environ}, check=False)
    assert died.returncode == -signal.SIGKILL
    assert example.read_bytes() == before, "the dossier does not say that it was handed in"
    (kept,) = kept_names(example)
    assert (companion_folder(example) / kept).read_bytes() == before
    assert handed_in(opened(example)).file == kept
