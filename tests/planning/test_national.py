"""How regions stand, from what they give; worked out by hand for one day."""

from datetime import date
from typing import Any

import pytest

from sto_tui.domain.milestones import Stoplicht
from sto_tui.domain.plan import GoalOutcome
from sto_tui.planning.national import NationalRow, SeenRegion, national_rows

DAY = date(2027, 12, 2)
CHOSEN = {
    "region": ("name", "kind"),
    "periods": ("label", "start", "end"),
    "themes": ("periods",),
    "speerpunten": ("theme", "periods"),
    "milestones": ("number", "start", "due", "light", "done_on", "speerpunt", "theme"),
    "goals": ("number", "outcome", "periods"),
}
GIVEN: dict[str, dict[int, dict[str, Any]]] = {
    "region": {1: {"name": "Noord\x1b[2J", "kind": "techniekluw"}},
    "periods": {
        1: {"label": "2025-2026", "start": "2025-01-01", "end": "2026-12-31"},
        2: {"label": "2027-2028", "start": "2027-01-01", "end": "2028-12-31"},
    },
    "milestones": {
        1: {"number": "1.10", "due": "2027-12-01", "light": "groen"},
        2: {"number": "1.9", "due": "2027-12-01", "light": "rood"},
        3: {"number": "1.1", "due": "2027-12-01", "light": "gereed", "done_on": "2027-11-30"},
        4: {"number": "1.2", "start": "2027-12-01", "due": "2028-01-01"},
        5: {"number": "1.3", "light": "oranje"},
        6: {"number": "1.4", "due": "2027-12-02", "light": "groen"},
        7: {"number": "1.5", "due": "morgen"},
        8: {"number": "9.1", "due": "2026-12-31", "light": "gereed", "done_on": "2026-10-01"},
        9: {"number": "9.2", "due": "2026-06-30", "light": "rood", "speerpunt": 1},
        10: {"number": "9.3", "light": "groen", "theme": 1},
    },
    "themes": {1: {"periods": [1]}},
    "speerpunten": {1: {"theme": 1}},
    "goals": {
        1: {"number": 1, "outcome": "gehaald", "periods": [2]},
        2: {"number": 2},
        3: {"number": 3, "outcome": "gehaald", "periods": [1]},
    },
}


def row(chosen: dict[str, tuple[str, ...]], day: date = DAY) -> NationalRow:
    given = {
        table: {
            number: {name: value for name, value in document.items() if name in chosen[table]}
            for number, document in documents.items()
        }
        for table, documents in GIVEN.items()
        if table in chosen
    }
    (only,) = national_rows([SeenRegion("noord", given, chosen)], day)
    return only


def test_a_region_in_one_row() -> None:
    noord = row(CHOSEN)
    assert (noord.region, noord.kind, noord.period) == ("Noord[2J", "techniekluwe regio", "2027-2028")
    assert (noord.milestones, noord.goals, noord.found) == (6, 2, 5)
    assert noord.lights is not None
    assert [noord.lights[light] for light in Stoplicht] == [1, 2, 1, 1, 1]
    assert noord.findings_in_words == (
        "te laat: 1.9, 1.10; had moeten beginnen: 1.2; zonder einddatum: 1.3; niet te lezen: 1 regel"
    )
    assert noord.outcomes is not None
    assert (noord.outcomes[GoalOutcome.GEHAALD], noord.outcomes[GoalOutcome.ONBEKEND]) == (1, 1)


@pytest.mark.parametrize(
    ("table", "without"), [("milestones", "speerpunt"), ("themes", "periods"), ("goals", "periods")]
)
def test_where_it_is_not_told_what_belongs_to_which_period_all_of_them_are_counted(table: str, without: str) -> None:
    noord = row(CHOSEN | {table: tuple(name for name in CHOSEN[table] if name != without)})
    assert (noord.period, noord.milestones, noord.goals) == ("2025-2026, 2027-2028", 9, 3)
    assert noord.findings["te laat"] == ("1.9", "1.10")
    assert noord.findings["plan afgelopen en niet gereed"] == ("9.2",), "its day is of a plan that is over"


def test_what_is_due_in_a_plan_that_is_over_and_in_one_that_runs_is_late(monkeypatch: pytest.MonkeyPatch) -> None:
    """June 2026 lies in 2025-2026, which is over, and in 2025-2028, which is not."""
    grant = {"label": "2025-2028", "start": "2025-01-01", "end": "2028-12-31"}
    monkeypatch.setitem(GIVEN, "periods", {**GIVEN["periods"], 3: grant})
    noord = row(CHOSEN | {"themes": ()})
    assert noord.findings["te laat"] == ("1.9", "1.10", "9.2")
    assert "plan afgelopen en niet gereed" not in noord.findings


def test_what_cannot_be_read_is_a_finding_also_where_no_other_can_be_told() -> None:
    noord = row(CHOSEN | {"milestones": ("start", "due", "light", "done_on", "speerpunt", "theme")})
    assert (dict(noord.findings), noord.found, noord.findings_in_words) == ({}, 1, "niet te lezen: 1 regel")


def test_regions_stand_by_the_name_that_is_shown() -> None:
    """A dossier that gives no name is shown by its own, and stands there too."""
    given = {"z": "Alfa", "a": "Delta", "c": "beta", "b": None}
    seen = [
        SeenRegion(dossier, {"region": {1: {"name": name}}} if name else {}, {"region": ("name",)})
        for dossier, name in given.items()
    ]
    assert [one.region or one.dossier for one in national_rows(seen, DAY)] == ["Alfa", "b", "beta", "Delta"]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        # On the last day of the plan what was due before it is late; the day after nothing of it is.
        (date(2028, 12, 31), "te laat: 1.2, 1.4, 1.9, 1.10; zonder einddatum: 1.3; niet te lezen: 1 regel"),
        (date(2029, 1, 1), "plan afgelopen en niet gereed: 1.2, 1.3, 1.4, 1.9, 1.10; niet te lezen: 1 regel"),
    ],
)
def test_of_a_plan_that_is_over_nothing_is_late(day: date, expected: str) -> None:
    over = row(CHOSEN, day)
    assert (over.period, over.findings_in_words, over.found) == ("2027-2028", expected, 6)


def test_the_period_before_is_counted_on_its_own_day() -> None:
    noord = row(CHOSEN, date(2026, 12, 1))
    assert (noord.period, noord.milestones, noord.goals) == ("2025-2026", 4, 2)
    assert (noord.findings["te laat"], noord.findings["zonder einddatum"]) == (("9.2",), ("1.3", "9.3"))


@pytest.mark.parametrize(
    ("table", "without", "field", "value"),
    [
        ("region", "name", "region", ""),
        ("region", "kind", "kind", ""),
        ("periods", "end", "period", ""),
        ("milestones", "light", "lights", None),
        # Without its light nobody knows whether it is ready, and so whether it is late or should have begun.
        ("milestones", "light", "findings", {"zonder einddatum": ("1.3",)}),
        ("milestones", "number", "findings", {}),
        ("milestones", "due", "findings", {}),
        ("goals", "outcome", "outcomes", None),
    ],
)
def test_what_is_not_given_is_not_known(table: str, without: str, field: str, value: object) -> None:
    chosen = CHOSEN | {table: tuple(name for name in CHOSEN[table] if name != without)}
    assert getattr(row(chosen), field) == value
    nothing = row({})
    assert (nothing.milestones, nothing.lights, nothing.found, nothing.goals) == (None, None, None, None)


@pytest.mark.parametrize(
    ("day", "period"),
    [
        (date(2024, 6, 1), "2025-2026"),
        (date(2026, 12, 31), "2025-2026"),
        (date(2027, 1, 1), "2027-2028"),
        (date(2031, 1, 1), "2027-2028"),
    ],
)
def test_the_period_is_that_of_the_day_or_the_nearest(day: date, period: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert row(CHOSEN, day).period == period
    grant = {"label": "2025-2028", "start": "2025-01-01", "end": "2028-12-31"}
    monkeypatch.setitem(GIVEN, "periods", {**GIVEN["periods"], 3: grant})
    assert row(CHOSEN, day).period == period, "the plan within the period of the grant"


def test_a_stoplicht_of_a_day_to_come_counts_from_then_on_where_the_log_is_given() -> None:
    """1.9 is rood by a line of 3 December 2027, and oranje since 1 November."""
    lines = {
        1: {"milestone": 2, "date": "2027-11-01", "light": "oranje"},
        2: {"milestone": 2, "date": "2027-12-03", "light": "rood"},
    }
    told = CHOSEN | {"progress": ("milestone", "date", "light")}
    for chosen, day, orange, red in ((CHOSEN, DAY, 1, 1), (told, DAY, 2, 0), (told, date(2027, 12, 3), 1, 1)):
        (noord,) = national_rows([SeenRegion("noord", GIVEN | {"progress": lines}, chosen)], day)
        assert noord.lights is not None
        assert (noord.lights[Stoplicht.ORANJE], noord.lights[Stoplicht.ROOD]) == (orange, red)
