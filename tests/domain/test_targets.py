"""What the words of a goal say in numbers, worked out by hand, and how an edit fills them in."""

from typing import Any

import pytest

from sto_tui.domain.change import added, edited
from sto_tui.domain.merging.records import merged
from sto_tui.domain.plan import Goal
from sto_tui.domain.targets import BaselineKind, TargetKind

WAARDE, PERCENTAGE, MEER, PUNTEN, PROCENT, KEER = TargetKind

CASES: list[tuple[str, float | None, TargetKind | None, str]] = [
    ("500 leerlingen", 500, WAARDE, "leerlingen"),
    ("1.850 kinderen", 1850, WAARDE, "kinderen"),
    ("ten minste 1.050,5", 1050.5, WAARDE, ""),
    ("meer dan 300", 300, WAARDE, ""),
    ("van 412 naar 495", 495, WAARDE, ""),
    ("300 leerlingen op 1 oktober 2028", 300, WAARDE, "leerlingen"),
    ("2000 leerlingen", 2000, WAARDE, "leerlingen"),
    ("In 2028 minstens 68%", 68, PERCENTAGE, ""),
    ("25% meer", 25, PROCENT, ""),
    ("20% minder dan in 2025", -20, PROCENT, ""),
    ("-20%", -20, PROCENT, ""),
    ("30 leerlingen meer", 30, MEER, "leerlingen"),
    ("+20", 20, MEER, ""),
    ("20 minder", -20, MEER, ""),
    ("10 procentpunt meer", 10, PUNTEN, ""),
    ("verdubbeld", 2, KEER, ""),
    ("gehalveerd in 2028", 0.5, KEER, ""),
    ("anderhalf keer zo veel", 1.5, KEER, ""),
    ("2,5 keer zo groot", 2.5, KEER, ""),
    # What can be read in two ways has no number.
    ("", None, None, ""),
    ("meer meisjes", None, None, ""),
    ("100 of 120", None, None, ""),
    ("10 tot 20% meer", None, None, ""),
    ("20% groei", None, None, ""),
    ("20 erbij per jaar", None, None, ""),
    ("20% minder dan in 2019", None, None, ""),
    ("-20 leerlingen meer", None, None, ""),
    ("2028", None, None, ""),
    # A word that begins with a digit is no number, nor is a `keer zo veel` of which the number is not known.
    ("de 2e keer zo veel als de 1e", None, None, ""),
    ("3d keer zo groot", None, None, ""),
    ("² keer zo veel", None, None, ""),
    ("zes keer zo veel als 20", None, None, ""),
    # Nor words that look like a halving, and what is not to be.
    ("halverwege de planperiode op orde", None, None, ""),
    ("halverwege 300", None, None, ""),
    ("een verdubbelde inzet", None, None, ""),
    ("niet verdubbeld", None, None, ""),
    ("geen halvering", None, None, ""),
    ("verdubbelen hoeft niet", None, None, ""),
    ("niet twee keer zo veel", None, None, ""),
    ("geen 25% meer", None, None, ""),
    ("niet 300 leerlingen", None, None, ""),
    # A `niet` that is a limit, a piece of a word, or about something else after the number.
    ("niet meer dan 300", 300, WAARDE, ""),
    ("niet-westerse meisjes: 40", 40, WAARDE, ""),
    ("500 leerlingen, niet alleen meisjes", 500, WAARDE, "leerlingen"),
    ("halvering", 0.5, KEER, ""),
    ("verviervoudigd", 4, KEER, ""),
    # What no field holds: above 10 to the power 12, a year before 1990, a word of more than 300 letters.
    ("1000000000000 leerlingen", 10**12, WAARDE, "leerlingen"),
    ("1000000000001 leerlingen", None, None, ""),
    ("1000000000000 leerlingen minder", -(10**12), MEER, "leerlingen"),
    ("1000000000001 leerlingen minder", None, None, ""),
    ("1000000000001 keer zo veel", None, None, ""),
    (f"20 {'ß' * 150}", 20, WAARDE, "s" * 300),
    (f"20 {'ß' * 151}", None, None, ""),
]


def goal(**values: Any) -> Goal:
    """A goal as it is after it was added."""
    said = {"number": 1, "text": "Meer", "baseline_year": 2025, "target_year": 2028, **values}
    after = added(Goal.model_validate(said))[0].after
    assert isinstance(after, Goal)
    return after


def changed(before: Goal, **values: Any) -> Goal:
    after = edited(before, **values)[0].after
    assert isinstance(after, Goal)
    return after


@pytest.mark.parametrize(("target", "value", "kind", "unit"), CASES)
def test_the_number_of_a_target(target: str, value: float | None, kind: TargetKind | None, unit: str) -> None:
    one = goal(target=target)
    assert (one.target_value, one.target_kind, one.target_unit, one.target_of_part) == (value, kind, unit, False)
    assert one.changed() == one, "what was read is within the limits of its fields"
    assert changed(goal(), target="5", why="x").target_value == 5


@pytest.mark.parametrize(
    ("baseline", "value", "kind"),
    [
        ("412 leerlingen", 412, BaselineKind.WAARDE),
        ("58%", 58, BaselineKind.PERCENTAGE),
        ("leerjaar 3: 200", 200, BaselineKind.WAARDE),
        ("leerjaar 3: 100, leerjaar 4: 120", None, BaselineKind.ONDUIDELIJK),
        # How much it changed is not how much it is.
        ("14% meer", None, BaselineKind.ONDUIDELIJK),
        ("+20 leerlingen", None, BaselineKind.ONDUIDELIJK),
        ("1,3 keer zo veel", None, BaselineKind.ONDUIDELIJK),
        ("meer dan 300", 300, BaselineKind.WAARDE),
        ("300 of meer", 300, BaselineKind.WAARDE),
        ("geen", None, None),
        ("1000000000000", 10**12, BaselineKind.WAARDE),
        ("1234567890123456", None, BaselineKind.ONDUIDELIJK),
    ],
)
def test_the_number_of_a_baseline(baseline: str, value: float | None, kind: BaselineKind | None) -> None:
    one = goal(baseline=baseline)
    assert (one.baseline_value, one.baseline_kind) == (value, kind)


def test_a_part_and_a_year_to_compare_with() -> None:
    assert goal(target="12 leerlingen per school").target_of_part
    compared = {"target": "20% meer dan in 2019", "baseline_year": None}
    assert (goal(**compared).target_value, goal(**compared).target_since_year) == (20, 2019)


@pytest.mark.parametrize(("year", "value"), [(1989, None), (1990, 20), (2099, 20)])
def test_a_year_to_compare_with_that_no_field_holds(year: int, value: float | None) -> None:
    one = goal(target=f"20 leerlingen meer dan in {year}", baseline_year=None)
    assert (one.target_value, one.target_since_year) == (value, year if value else None)
    assert one.changed() == one


def test_words_that_change_have_their_number_read_anew() -> None:
    one = goal(target="500 leerlingen")
    assert changed(one, target="25% meer").target_kind is PROCENT
    assert changed(one, target="veel meer").target_value is None
    assert changed(goal(target="20% minder dan in 2019"), baseline_year=2019).target_value == -20


def test_a_number_that_someone_gave_stays_until_the_words_change() -> None:
    one = changed(goal(target="zo'n 500 of 550 leerlingen"), target_value=525)
    assert (one.target_value, one.target_kind, one.target_unit) == (525, None, "")
    assert changed(one, why="Omdat").target_value == 525
    assert changed(one, target="600").target_value == 600
    assert goal(target="500", target_value=7, target_kind=MEER).target_value == 7
    none = changed(goal(target="25% meer"), target_value=None)
    assert (none.target_value, none.target_kind) == (None, None)
    again = changed(goal(target="300 leerlingen"), target_value=350)
    assert changed(again, target="300 leerlingen in 2028").target_value == 300
    assert changed(again, target="300 leerlingen in 2028", target_value=360).target_value == 360
    assert changed(again, baseline="200", baseline_year=2024).target_value == 350
    own = changed(goal(baseline="100 of 120"), baseline_value=110)
    assert (own.baseline_value, own.baseline_kind) == (110, None)


# Two sides: what both wrote is read together.


def both(base: Goal, mine: dict[str, Any], theirs: dict[str, Any]) -> tuple[Goal, tuple[str, ...]]:
    return merged(base, changed(base, **mine), changed(base, **theirs))


def test_words_of_one_side_are_read_with_the_baseline_of_the_other() -> None:
    """420 pupils in 2023 say nothing of 20 more than in 2021: no mark at 440."""
    base = goal(baseline="400", baseline_year=2021, target="500")
    baseline, target = {"baseline": "420", "baseline_year": 2023}, {"target": "20 leerlingen meer dan in 2021"}
    for one, clashes in (both(base, baseline, target), both(base, target, baseline)):
        assert clashes == ()
        assert (one.baseline_value, one.target_value, one.target_kind, one.target_unit) == (420, None, None, "")
    fits = both(base, {"baseline": "420"}, target)[0]
    assert (fits.baseline_value, fits.target_value, fits.target_kind) == (420, 20, MEER)


def test_a_number_by_hand_survives_what_the_other_side_wrote() -> None:
    base = goal(target="300 leerlingen")
    for mine, theirs in (({"target_value": 350}, {"target": "310"}), ({"target": "310"}, {"target_value": 350})):
        one, clashes = both(base, mine, theirs)
        assert (one.target, one.target_value, one.target_unit, clashes) == ("310", 350, "", ())
    own = changed(base, target_value=350)
    assert both(own, {"baseline": "200"}, {"target_year": 2027})[0].target_value == 350
    assert both(own, {"baseline": "200"}, {"target": "310"})[0].target_value == 310


def test_two_numbers_by_hand_clash_and_only_on_what_people_see() -> None:
    base = goal(target="300 leerlingen", baseline="100 of 120")
    one, clashes = both(base, {"target_value": 350, "baseline_value": 110}, {"target_value": 360, "target_kind": MEER})
    assert clashes == ("target_value", "target_kind")
    assert (one.target_value, one.target_kind, one.baseline_value) == (360, MEER, 110)
    assert both(base, {"baseline": "110"}, {"baseline": "58%"})[1] == ("baseline",)
    assert both(base, {"target": "12 per school"}, {"target": "25% meer"})[1] == ("target",)


def test_taking_back_a_number_by_hand_beside_someone_who_changed_the_words() -> None:
    read = goal(target="300 leerlingen")
    own = changed(read, target_value=350)
    undone, clashes = merged(own, read, changed(own, baseline="200"))
    assert (undone.target_value, undone.target_unit, undone.baseline_value, clashes) == (300, "leerlingen", 200, ())
