"""Which part each line of a list was, worked out by hand."""

from functools import partial

from sto_tui.domain.plan import Act
from sto_tui.intake.returned_draft.understanding import lines_with_ids
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
