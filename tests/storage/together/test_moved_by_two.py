"""What is moved on from where it stood is never taken for the same wish as what another made of it: also later on."""

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sto_tui.domain.change import Change, ConflictError, adding, changing, replaced
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.steering import Resolution
from sto_tui.planning.schedule.replanning import DATES, shifted, stretched
from sto_tui.storage.ahead.queue_on_disk import QueueOnDisk, Waiting
from sto_tui.storage.served.sending import Sent
from sto_tui.storage.steps import NO_EFFECT
from sto_tui.storage.store import DossierStore
from tests.conftest import NOW, clock
from tests.support.by_hand import dossier_with

LAB = Milestone(id=1, number="1.1", title="Lab", start=date(2027, 1, 1), due=date(2027, 3, 31))
LONGER = Change("1.1 een kwartaal langer", replaced(LAB, stretched(LAB, "quarter", 1)), follows=DATES)


def two_who_see_the_dates_of_the_lab(path: Path) -> tuple[DossierStore, DossierStore, Milestone]:
    anja, jan = DossierStore.open(path, "anja", clock), DossierStore.open(path, "jan", clock)
    was = anja.dossier.of(Milestone)[1]
    anja.apply(changing(anja.dossier, was, was.changed(start=LAB.start, due=LAB.due)))
    return anja, jan, anja.dossier.of(Milestone)[1]


def spans(store: DossierStore) -> tuple[date | None, date | None]:
    store.poll()
    milestone = store.dossier.of(Milestone)[1]
    return milestone.start, milestone.due


def test_what_is_done_again_goes_on_from_where_it_stood(small: Path) -> None:
    """Anja makes 1.1 a quarter longer and takes that back, Jan shifts it a quarter: both ends are 30 June."""
    anja, jan, before = two_who_see_the_dates_of_the_lab(small)
    anja.apply(Change("langer", replaced(before, stretched(before, "quarter", 1)), follows=DATES))
    anja.undo()
    jan.poll()
    seen = jan.dossier.of(Milestone)[1]
    jan.apply(Change("later", replaced(seen, shifted(seen, "quarter", 1)), follows=DATES))
    with pytest.raises(ConflictError, match="is intussen door jan gewijzigd bij"):
        anja.redo()
    assert spans(anja) == spans(jan) == (date(2027, 4, 1), date(2027, 6, 30))


def test_what_is_done_again_after_another_wrote_beside_it_is_done(small: Path) -> None:
    anja, jan, before = two_who_see_the_dates_of_the_lab(small)
    after = stretched(before, "quarter", 1)
    anja.apply(Change("langer", replaced(before, after), follows=DATES))
    anja.undo()
    jan.poll()
    seen = jan.dossier.of(Milestone)[1]
    jan.apply(changing(jan.dossier, seen, seen.changed(title="Van Jan")))
    anja.redo()
    assert spans(anja) == (after.start, after.due)
    assert anja.dossier.of(Milestone)[1].title == "Van Jan"


def test_a_longer_end_is_taken_back_after_another_set_the_begin(small: Path) -> None:
    """From January to March: Anja makes it a quarter longer, Jan lets it begin on 1 February, Anja takes hers back."""
    anja, jan, before = two_who_see_the_dates_of_the_lab(small)
    anja.apply(Change("langer", replaced(before, stretched(before, "quarter", 1)), follows=DATES))
    jan.poll()
    seen = jan.dossier.of(Milestone)[1]
    jan.apply(changing(jan.dossier, seen, seen.changed(start=date(2027, 2, 1))))
    anja.undo()
    assert spans(anja) == (date(2027, 2, 1), date(2027, 3, 31))
    anja.redo()
    assert spans(anja) == (date(2027, 2, 1), date(2027, 6, 30))


def test_a_refused_undo_can_be_done_once_the_other_took_theirs_back(small: Path) -> None:
    anja, jan = DossierStore.open(small, "anja", clock), DossierStore.open(small, "jan", clock)

    def titled(store: DossierStore, number: int, title: str) -> None:
        store.poll()
        seen = store.dossier.of(Milestone)[number]
        store.apply(changing(store.dossier, seen, seen.changed(title=title)))

    def titles(*numbers: int) -> list[str]:
        anja.poll()
        return [anja.dossier.of(Milestone)[number].title for number in numbers]

    before = titles(1, 2)
    titled(anja, 2, "Eerst van Anja")
    titled(anja, 1, "Van Anja")
    titled(jan, 1, "Van Jan")
    with pytest.raises(ConflictError):
        anja.undo()
    assert anja.next_undo
    assert "Eerst van Anja" in anja.next_undo.label, "it is passed over"
    jan.undo()
    anja.poll()
    assert "Van Anja" in anja.next_undo.label
    anja.undo()
    assert titles(1, 2) == [before[0], "Eerst van Anja"]
    anja.undo()
    assert titles(1, 2) == before
    anja.redo()
    anja.redo()
    assert titles(1, 2) == ["Van Anja", "Eerst van Anja"]


def test_what_gets_a_number_in_the_end_keeps_what_it_rests_on(small: Path) -> None:
    anja = DossierStore.open(small, "anja", clock)
    decided = adding(anja.dossier, Resolution(text="De oven wordt gekocht.", date=date(2027, 3, 1)))
    settled = anja.apply(replace(decided, follows=DATES))
    assert ([getattr(edit.after, "number", "") for edit in settled.edits], settled.follows) == (["2027-1"], DATES)


def test_what_waited_on_disk_goes_on_from_where_it_stood(tmp_path: Path) -> None:
    """It is judged as it was asked, also by the session after the one that asked it."""
    queue = QueueOnDisk(tmp_path, "dossier", "Proefland")
    queue.add(Waiting(Sent(LONGER, "", NO_EFFECT, "", "a" * 32), NOW))
    queue.close()
    (file,) = tmp_path.iterdir()
    file.write_text(file.read_text().replace(f'"pid":{os.getpid()}', '"pid":1').replace('"born":"', '"born":"0'))
    (waiting,), _, unread = QueueOnDisk(tmp_path, "dossier", "Proefland").take_over(dossier_with(LAB))
    assert (waiting.sent.change, unread) == (LONGER, "")


def test_what_waited_on_disk_from_before_is_read(tmp_path: Path) -> None:
    queue = QueueOnDisk(tmp_path, "dossier", "Proefland")
    queue.add(Waiting(Sent(LONGER, "", NO_EFFECT, "", "a" * 32), NOW))
    queue.close()
    (file,) = tmp_path.iterdir()
    told = file.read_text().replace(f'"pid":{os.getpid()}', '"pid":1').replace('"born":"', '"born":"0')
    assert '"follows":["start","due"],' in told
    file.write_text(told.replace('"follows":["start","due"],', ""))
    (waiting,), _, unread = QueueOnDisk(tmp_path, "dossier", "Proefland").take_over(dossier_with(LAB))
    assert (waiting.sent.change.edits, waiting.sent.change.follows, unread) == (LONGER.edits, (), "")
