"""Which part each line of a list was, and which day a date without a year is, worked out by hand."""

from datetime import date
from functools import partial

import pytest

from sto_tui.domain.evaluation import Action
from sto_tui.domain.learning import Training
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.plan import Act
from sto_tui.domain.record import Record, fields_of
from sto_tui.domain.typed_names import NotUnderstoodError
from sto_tui.intake.returned_draft.understanding import Understanding, lines_with_ids
from tests.support.by_hand import dossier_with
from tests.support.work_done import calls_of


def ids(text: str, now: list[Act]) -> list[int]:
    return [part.id for part in lines_with_ids(Act, text, now, {part.id for part in now})]


def test_equal_then_alike_then_in_order() -> None:
    now = [Act(id=7, text="Bus kopen"), Act(id=8, text="Lab bouwen in Almere"), Act(id=9, text="Bus kopen")]
    assert ids("Lab bouwen in Lelystad\nBus kopen\nBus kopen", now) == [8, 7, 9]
    assert ids("Bus kopen\nIets anders\nLab bouwen in Almere", now) == [7, 9, 8]


def test_many_lines_keep_their_ids_without_being_compared_one_by_one() -> None:
    """Twice as many lines is twice the work, not four times."""

    def turned_and_longer(many: int) -> None:
        now = [Act(id=number, text=f"Les {number}") for number in range(1, many + 1)]
        assert ids("\n".join(part.text for part in reversed(now)), now) == [*range(many, 0, -1)]
        assert ids("\n".join(f"{part.text} {part.id}" for part in now), now) == [*range(1, many + 1)]

    once, twice = (calls_of(partial(turned_and_longer, many)) for many in (200, 400))
    assert twice < 3 * once


TODAY = date(2026, 11, 29)
TRAINING = Training(id=1, who="Decanen", what="Stage", date=date(2028, 4, 30))
ACTION = Action(id=1, text="Bellen", due=date(2028, 1, 15))
MILESTONE = Milestone(id=1, number="1a", title="Lab open", start=date(2027, 2, 1), due=date(2028, 6, 30))


@pytest.mark.parametrize(
    ("record", "name", "typed", "day"),
    [
        (TRAINING, "date", "eind mei", date(2028, 5, 31)),
        (TRAINING, "date", "12 juni", date(2028, 6, 12)),
        (TRAINING, "date", "juni", date(2028, 6, 30)),
        (TRAINING, "date", "week 20", date(2028, 5, 19)),
        (TRAINING, "date", "Pasen", date(2028, 4, 17)),
        (TRAINING, "date", "juni 2029", date(2029, 6, 30)),
        (ACTION, "due", "15 maart", date(2028, 3, 15)),
        (ACTION.model_copy(update={"due": date(2025, 3, 1)}), "due", "eind juni", date(2025, 6, 30)),
        (MILESTONE, "due", "juli", date(2028, 7, 31)),
        (MILESTONE, "due", "november", date(2028, 11, 30)),
    ],
)
def test_a_date_without_a_year_is_of_the_year_that_stood_there(
    record: Record, name: str, typed: str, day: date
) -> None:
    understanding = Understanding(dossier_with(record), TODAY)
    assert understanding.value(record, fields_of(type(record))[name], typed) == day


@pytest.mark.parametrize(
    ("values", "typed", "day"),
    [
        ({}, "30-6-2028", date(2028, 6, 30)),
        ({}, "Q228", date(2028, 6, 30)),
        ({}, "eind juni", "bij ‘eind juni’ staat geen jaar. Schrijf de hele datum, zoals 28-2-2027."),
        ({}, "29 februari", date(2028, 2, 29)),
        ({}, "morgen", "‘morgen’ hangt af van de dag waarop het is getypt. Schrijf de hele datum, zoals 28-2-2027."),
        ({}, "+6w", "‘+6w’ hangt af van de dag waarop het is getypt. Schrijf de hele datum, zoals 28-2-2027."),
        ({"start": date(2028, 2, 1)}, "juni", date(2028, 6, 30)),
        ({"start": date(2027, 9, 1)}, "juni", date(2028, 6, 30)),
        ({"start": date(2028, 2, 1)}, "+2w", date(2028, 2, 15)),
    ],
)
def test_a_date_where_none_stood_counts_from_nothing_but_its_row(
    values: dict[str, object], typed: str, day: date | str
) -> None:
    """The plan is of 2027 and 2028: only the last of February is in one of the two."""
    understanding, spec = Understanding(dossier_with(), TODAY), fields_of(Milestone)["due"]
    if isinstance(day, date):
        assert understanding.new_value(Milestone, values, spec, typed) == day
    else:
        with pytest.raises(NotUnderstoodError) as caught:
            understanding.new_value(Milestone, values, spec, typed)
        assert str(caught.value) == day


def test_the_same_day_without_its_year_is_no_change() -> None:
    understanding = Understanding(dossier_with(TRAINING), TODAY)
    spec = fields_of(Training)["date"]
    assert understanding.says_the_same(TRAINING, spec, "30-04-2028", "30 april")
    assert not understanding.says_the_same(TRAINING, spec, "30-04-2028", "eind april")
