"""What people call a field when they type it, whatever its label is."""

import pytest

from sto_tui.domain.milestones import Milestone, Progress
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import ChapterText, Goal
from sto_tui.domain.record import Record
from sto_tui.domain.typed_names import NotUnderstoodError, field_named


@pytest.mark.parametrize(
    ("model", "typed", "meant"),
    [
        (Milestone, "titel", "title"),
        (Goal, "tekst", "text"),
        # What a record is called by has one of three names, and people know which it is of no table.
        (Goal, "titel", "text"),
        (Goal, "Naam", "text"),
        (Party, "titel", "name"),
        (Milestone, "tekst", "title"),
        (Goal, "nummer", "number"),
        # The text of a chapter is not what it is called by.
        (ChapterText, "tekst", "text"),
    ],
)
def test_a_record_has_one_field_that_it_is_called_by(model: type[Record], typed: str, meant: str) -> None:
    assert field_named(model, typed).name == meant


@pytest.mark.parametrize(("model", "typed"), [(ChapterText, "titel"), (Progress, "naam"), (Party, "nummer")])
def test_without_such_a_field_the_others_are_named(model: type[Record], typed: str) -> None:
    with pytest.raises(NotUnderstoodError, match=rf"Er is geen veld ‘{typed}’\. Kies uit "):
        field_named(model, typed)
