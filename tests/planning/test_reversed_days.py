"""What ends before it begins is refused wherever it is typed; what an older file has so can still be changed."""

from datetime import date
from pathlib import Path

import pytest

from sto_tui.domain.change import NotSavedError, Occasion, adding, changing
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.region import FreeDay
from sto_tui.planning.quick_entry.line_changes import line_change
from sto_tui.planning.reversed_days import refuse_reversed
from sto_tui.storage.store import DossierStore
from tests.support.commands import Sto
from tests.support.small_plan import empty_plan


def test_free_days_that_end_before_they_begin_are_refused_and_those_of_an_older_file_can_be_changed() -> None:
    plan = empty_plan()
    one_day = FreeDay(id=1, title="Studiedag", start=date(2027, 3, 2), end=date(2027, 3, 2))
    refuse_reversed(adding(plan, one_day))
    backwards = one_day.changed(end=date(2027, 3, 1))
    with pytest.raises(NotSavedError, match="‘Studiedag’ eindigt vóór de eerste dag") as refused:
        refuse_reversed(adding(plan, backwards))
    assert refused.value.field == "end"
    older = plan.with_tables({"free_days": {1: backwards}})
    refuse_reversed(changing(older, backwards, backwards.changed(title="Vrij")))


LAB = Milestone(id=1, number="1.2a", title="Lab", start=date(2027, 3, 1), due=date(2027, 6, 30))


def test_a_milestone_that_ends_before_it_begins_is_refused_at_the_field_that_made_it_so() -> None:
    plan = empty_plan().with_tables({"milestones": {1: LAB}})
    refuse_reversed(changing(plan, LAB, LAB.changed(start=LAB.due)))
    for values, field in (({"start": date(2027, 7, 1)}, "start"), ({"due": date(2027, 2, 28)}, "due")):
        with pytest.raises(NotSavedError, match=r"Mijlpaal 1\.2a kan niet klaar zijn op") as refused:
            refuse_reversed(changing(plan, LAB, LAB.changed(**values)))
        assert refused.value.field == field
    with pytest.raises(NotSavedError, match=r"op 28-02-2027, vóór het begin op 01-03-2027\. Verbeter een van de twee"):
        refuse_reversed(adding(plan, LAB.changed(due=date(2027, 2, 28))))


def test_a_milestone_of_an_older_file_that_ends_before_it_begins_can_be_changed() -> None:
    older = LAB.changed(due=date(2027, 2, 1))
    plan = empty_plan().with_tables({"milestones": {1: older}})
    refuse_reversed(changing(plan, older, older.changed(title="Labs")))
    refuse_reversed(changing(plan, older, older.changed(due=date(2027, 4, 1))))
    with pytest.raises(NotSavedError):
        refuse_reversed(changing(plan, older, older.changed(due=date(2027, 2, 2))))


def test_the_command_line_refuses_it_and_changes_nothing(tmp_path: Path, sto: Sto) -> None:
    path = tmp_path / "regio.sto.json"
    DossierStore.create(path, empty_plan().with_tables({"milestones": {1: LAB}}))
    before = path.read_bytes()
    refused = sto("zet", path, "mijlpalen/1.2a", "begin=1-1-2028", "klaar=1-1-2027")
    assert (refused.code, path.read_bytes()) == (2, before)
    assert "Mijlpaal 1.2a kan niet klaar zijn op 01-01-2027, vóór het begin op 01-01-2028." in refused.err
    refused = sto("voeg-toe", path, "mijlpalen", "nr=1.2b", "mijlpaal=Later", "begin=1-1-2028", "klaar=1-1-2027")
    assert (refused.code, path.read_bytes()) == (2, before)


def test_a_typed_line_says_so_too() -> None:
    """The dates of one line are read as a span."""
    with pytest.raises(ValueError, match="Zet het begin voorop"):
        line_change("milestones", {}, "Lab  1-1-2028–1-1-2027", Occasion(empty_plan(), date(2027, 1, 1)))
