"""Figures: ranges that are never a guess, change, targets, the drawn trend, changed words, and their findings."""

from collections.abc import Sequence
from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.plan import Goal, Speerpunt, Tag
from sto_tui.domain.record import Record
from sto_tui.domain.region import Region, TechniekDefinition
from sto_tui.domain.tables import BY_MODEL, TABLES
from sto_tui.domain.vision import Indicator, IndicatorKind, Point
from sto_tui.planning.figures.values import (
    Target,
    Value,
    change,
    definition_of,
    series_of,
    shown,
    shown_change,
    subjects_of,
    targets_of,
    total,
    value_of,
)
from sto_tui.planning.text_changes import changed_words, summary
from sto_tui.widgets.trend import trend_lines
from tests.support.findings import said_by

TODAY = date(2027, 2, 1)


def point(year: int, value: float | str | None, label: str = "", *, prognosis: bool = False) -> Point:
    """`"1-4"` is a masked value."""
    if isinstance(value, str):
        low, high = value.split("-")
        return Point(label=label, year=year, value_min=float(low), value_max=float(high), prognosis=prognosis)
    return Point(label=label, year=year, value=value, prognosis=prognosis)


def figure(*points: Point, **fields: object) -> Indicator:
    return Indicator.model_validate({"id": 1, "title": "Instroom", "series": points, **fields})


def dossier_of(*records: Record) -> Dossier:
    tables: dict[str, dict[int, Record]] = {name: {} for name in TABLES}
    for record in (Region(id=1, name="Proefland"), *records):
        tables[BY_MODEL[type(record)].name][record.id] = record
    return Dossier(tables)


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (Value(102, 108), "", "102–108"),
        (Value(42, 42, prognosis=True), "leerlingen", "42*"),
        (Value(58.5, 58.5), "% van de subsidie", "58,5%"),
        (Value(1250, 1250), "", "1.250"),
        (Value(-2, 3), "", "-2 tot 3"),
        (None, "", "onbekend"),
    ],
)
def test_a_value_reads_as_dutch(value: Value | None, unit: str, text: str) -> None:
    assert shown(value, unit) == text


def test_two_masked_cells_and_a_hundred_are_102_to_108() -> None:
    assert total([point(2026, "1-4"), point(2026, "1-4"), point(2026, 100)]) == Value(102, 108)
    assert total([point(2026, 100), point(2026, None)]) is None, "an unknown value makes the sum unknown"
    assert total([]) is None


_RANGES = st.lists(st.tuples(st.integers(0, 500), st.integers(0, 4)), min_size=1, max_size=6)


@settings(max_examples=30)
@given(_RANGES)
def test_every_possible_sum_lies_in_the_range_and_its_ends_are_possible(ranges: list[tuple[int, int]]) -> None:
    whole = total([point(2026, f"{low}-{low + wide}") for low, wide in ranges])
    sums = [sum(one) for one in product(*({low, low + wide} for low, wide in ranges))]
    assert whole == Value(min(sums), max(sums))


@settings(max_examples=30)
@given(_RANGES, _RANGES)
def test_a_change_holds_every_possible_change(before: list[tuple[int, int]], after: list[tuple[int, int]]) -> None:
    (low, wide), (new_low, new_wide) = before[0], after[0]
    found = change(figure(point(2025, f"{low}-{low + wide}"), point(2026, f"{new_low}-{new_low + new_wide}")), "")
    assert found is not None
    assert (found.number.low, found.number.high) == (new_low - low - wide, new_low + new_wide - low)
    assert (found.percent is not None) == (wide == 0 and low > 0)


@pytest.mark.parametrize(
    ("points", "fields", "text"),
    [
        ((point(2021, 92), point(2026, 110)), {}, "+18 (+19,6%) sinds 2021"),
        ((point(2021, 36), point(2026, "28-31")), {}, "-8 tot -5 (-22,2% tot -13,9%) sinds 2021"),
        ((point(2021, "1-4"), point(2026, 10)), {}, "+6 tot +9 sinds 2021"),
        ((point(2021, 0), point(2026, 10)), {}, "+10 sinds 2021"),
        ((point(2021, 1), point(2026, 3)), {}, "+2 (+200,0%) sinds 2021"),
        ((point(2021, 50), point(2024, 80), point(2026, 100)), {"baseline_year": 2024}, "+20 (+25,0%) sinds 2024"),
        ((point(2021, 58), point(2026, 58.5)), {"unit": "%"}, "+0,5 procentpunt sinds 2021"),
        ((point(2021, 58), point(2026, 58)), {}, "gelijk sinds 2021"),
        ((point(2025, 10), point(2026, 12), point(2030, 40, prognosis=True)), {}, "+2 (+20,0%) sinds 2025"),
        ((point(2026, 10), point(2030, 8, prognosis=True)), {}, "-2 (-20,0%)* van 2026 tot 2030"),
        ((point(2024, 10),), {}, None),
        ((point(2024, 10), point(2025, 12)), {"baseline_year": 2019}, None),
    ],
)
def test_change_against_the_baseline_or_first_year(
    points: Sequence[Point], fields: dict[str, object], text: str | None
) -> None:
    indicator = figure(*points, **fields)
    found = change(indicator, "")
    assert (shown_change(indicator, found) if found else None) == text


def test_series_keep_their_order_and_years_are_sorted() -> None:
    series = series_of(figure(point(2026, 3, "PIE"), point(2025, 9, "BWI"), point(2024, 1, "PIE")))
    assert {label: list(points) for label, points in series.items()} == {"PIE": [2024, 2026], "BWI": [2025]}
    assert value_of(Point(year=2026, value_min=1)) is None, "without a highest value nothing is known"
    assert value_of(Point(year=2026, value_max=4)) is None, "nor without a lowest"


def test_the_definition_of_techniek_stands_only_where_it_matters() -> None:
    dossier = dossier_of(Region(id=1, name="Proefland", definition_of_techniek=TechniekDefinition.HARD3))
    assert definition_of(dossier, figure(kind=IndicatorKind.INSTROOM)) == TechniekDefinition.HARD3.label
    own = figure(kind=IndicatorKind.DOORSTROOM, definition=TechniekDefinition.OWN)
    assert definition_of(dossier, own) == TechniekDefinition.OWN.label
    assert definition_of(dossier, figure(kind=IndicatorKind.ARBEIDSMARKT)) == ""


CASES_280 = [
    (target, "280 leerlingen", "leerlingen", value)
    for target, value in (
        # The number itself.
        ("meer dan 300 leerlingen", 300),
        ("meer dan 300 kinderen", 300),
        ("minder dan 10 afvallers", 10),
        ("groei naar 300", 300),
        ("groei tot 300", 300),
        ("groei naar minimaal 300 leerlingen", 300),
        ("groei van 280 (2025) naar 300", 300),
        ("minimaal 300 en liefst meer", 300),
        ("300 of meer", 300),
        ("2028: 300", 300),
        ("300 leerlingen op 1 oktober 2028", 300),
        ("300 leerlingen (schooljaar 2028-2029)", 300),
        ("leerjaar 3: 300 leerlingen", 300),
        ("2000 leerlingen", 2000),
        ("meer dan 2000 leerlingen", 2000),
        # From the baseline.
        ("+20", 300),
        ("-20%", 224),
        ("20 meer", 300),
        ("20 extra leerlingen", 300),
        ("20 leerlingen erbij", 300),
        ("10% lager", 252),
        ("meer dan 10 erbij", 290),
        ("20 meer dan in 2025", 300),
        # Not surely one number.
        ("300 leerlingen, 20 meer dan in 2021", None),
        ("20 meer dan nu", None),
        ("geen enkele school minder dan 40", None),
        ("op elke school 20 erbij", None),
        ("2029: 300", None),
        ("2028", None),
        ("2030", None),
        ("1 op de 3 leerlingen", None),
        ("1 op de drie leerlingen", None),
        ("10 tot 20% meer", None),
        ("tot 20% meer", None),
        ("20% groei", None),
        ("groei van 20", None),
        ("op 5 scholen meer meisjes", None),
        ("meer meisjes in leerjaar 3 en 4", None),
        ("20 erbij per jaar", None),
        ("verdubbeld ten opzichte van 2019", None),
        ("10 procentpunt meer", None),
        ("1,5 miljoen", None),
        ("binnen 3 jaar", None),
        ("12-jarigen naar mbo-4", None),
        ("-300 leerlingen", None),
        ("300 leerlingen, waarvan 40 meisjes", None),
    )
]


@pytest.mark.parametrize(
    ("target", "baseline", "unit", "value"),
    [
        ("495 leerlingen", "412 leerlingen", "leerlingen", 495),
        ("1.850 kinderen", "", "", 1850),
        ("25% meer", "400 leerlingen", "leerlingen", 500),
        ("20% minder dan in 2019", "50", "", None),
        ("20% minder dan in 2025", "50", "", 40),
        ("25% meer", "", "leerlingen", 125),
        ("verdubbeld", "", "", 200),
        ("drie keer zo veel", "80", "", 240),
        ("2 keer zo groot", "80", "", 160),
        ("2,5 keer zo veel", "80", "", 200),
        ("gehalveerd in 2028", "80", "", 40),
        ("30 leerlingen meer", "412", "leerlingen", 442),
        ("van 412 naar 495", "412", "", 495),
        ("niet meer dan 30", "50", "", 30),
        ("In 2028 minstens 68%", "58%", "%", 68),
        ("10 procentpunt meer", "58%", "%", 68),
        ("68%", "58%", "leerlingen", None),
        ("meer meisjes", "9%", "%", None),
        ("25% meer dan vorig jaar", "geen", "%", None),
        ("25% meer", "geen", "%", 125),
        ("hoger dan 20%", "16%", "%", 20),
        ("10 leerlingen meer", "58%", "% van de leerlingen", None),
        ("300 leerlingen", "58%", "%", None),
        ("20% meer", "leerjaar 3: 100, leerjaar 4: 120", "", None),
        ("20% meer", "leerjaar 3: 200", "", 240),
        # A baseline in percent is no number of pupils.
        ("20% meer", "9%", "leerlingen", None),
        ("20% meer", "9%", "%", 10.8),
        # Nothing is left, and less than nothing is no mark.
        ("20 minder", "20", "", 0),
        ("21 minder", "20", "", None),
        ("20% meer in 2028 dan in 2025", "50", "", 60),
        ("20% meer in 2027 dan in 2025", "50", "", None),
        # No 200 and no 800; and a number that no field holds is no mark, nor a reason to reckon from the figure.
        ("halverwege de planperiode op orde", "400", "", None),
        ("niet verdubbeld", "400", "", None),
        ("verdubbeld", "400", "", 800),
        ("9999999999999 leerlingen", "400", "", None),
        ("verdubbeld", "1234567890123456", "", None),
        *CASES_280,
    ],
)
def test_a_target_is_read_as_a_number(target: str, baseline: str, unit: str, value: float | None) -> None:
    goal = Goal(
        id=1, number=3, text="Meer", figure=1, baseline=baseline, baseline_year=2025, target=target, target_year=2028
    )
    indicator = figure(point(2025, 100), unit=unit)
    wanted = [Target(2028, value, 3)] if value is not None else []
    assert targets_of(dossier_of(goal.settled_after(None), indicator), indicator) == wanted


def test_a_goal_begins_at_the_sum_of_all_series_of_its_year() -> None:
    words = Goal(id=1, number=3, text="Meer", figure=1, baseline_year=2025, target="20% meer", target_year=2028)
    goal = words.settled_after(None)
    # 60 and 40 are 100, and a fifth more is 120.
    whole = figure(point(2025, 60, "PIE"), point(2025, 40, "BWI"))
    assert targets_of(dossier_of(goal, whole), whole) == [Target(2028, 120, 3)]
    for half in (
        figure(point(2025, 60, "PIE"), point(2026, 40, "BWI")),
        figure(point(2025, 60, "PIE"), point(2025, "1-4", "BWI")),
        figure(point(2026, 60, "PIE")),
    ):
        assert targets_of(dossier_of(goal, half), half) == []


def test_a_goal_touches_what_its_speerpunten_touch() -> None:
    dossier = dossier_of(
        Goal(id=7, number=1, text="Meer"),
        Speerpunt(id=1, theme=1, number="1.1", title="Lab", goals=(7,), tags=(Tag.MBO, Tag.PO)),
        Speerpunt(id=2, theme=1, number="1.2", title="Bus", tags=(Tag.KLIMAAT,)),
    )
    assert subjects_of(dossier, 7) == [Tag.PO, Tag.MBO]


# The drawn trend.

ONE = figure(point(2024, 100), point(2025, "60-80"), point(2026, 50, prognosis=True), unit="leerlingen")
MANY = figure(
    *(
        point(2020 + year, 40 + 3 * year, label)
        for label in ("PIE", "BWI", "Media, vormgeving en ict")
        for year in range(7)
    ),
    point(2026, "28-31", "M&T"),
)


def drawn(indicator: Indicator, width: int, height: int, **more: bool) -> list[str]:
    lines = trend_lines(indicator, width, height, targets=[Target(2028, 120, 4)], **more)
    return ["".join(text for text, _ in line) for line in lines]


def test_one_series_is_a_bar_per_year_with_its_number_and_the_goal() -> None:
    assert drawn(ONE, 44, 8) == [
        "2024 ████████████████████ 100",
        "2025 ████████████░░░░ 60–80",
        "2026 ▒▒▒▒▒▒▒▒▒▒ 50*",
        "2028                        ◆ doel 4: 120",
        "▒ en * prognose",
        "░ afgeschermd, laagst tot hoogst",
    ]


def test_several_series_are_a_table_with_the_change_and_bars_where_there_is_room() -> None:
    head, pie, *rest = drawn(MANY, 90, 10)
    assert head.split() == ["2020", "2021", "2022", "2023", "2024", "2025", "2026", "sinds", "2020"]
    assert pie.split() == ["PIE", "40", "43", "46", "49", "52", "55", "58", "▁▂▃▅▆▇█", "+18", "(+45,0%)"]
    assert rest[-2] == "◆ 2028 doel 4: 120"
    tall = drawn(MANY, 90, 50)
    assert tall[0] == "PIE  +18 (+45,0%) sinds 2020"
    assert sum("█" in line for line in tall) == 22


@pytest.mark.parametrize("width", [40, 47, 60, 80, 100])
@pytest.mark.parametrize("height", [1, 3, 8, 60])
def test_a_trend_fits_and_its_last_numbers_are_readable(width: int, height: int) -> None:
    for indicator in (ONE, MANY, figure(point(2024, -5), point(2025, 12), point(2026, "0-0")), figure()):
        lines = drawn(indicator, width, height)
        assert len(lines) <= height
        assert all(cell_len(line) <= width for line in lines)
    if height >= 8:
        assert any("58" in line for line in drawn(MANY, width, height))


# Changed words.


@pytest.mark.parametrize(
    ("previous", "new", "changes", "told"),
    [
        (
            "PIE is er op drie scholen.",
            "PIE is er op twee scholen.",
            [("same", "PIE is er op"), ("removed", " drie"), ("added", " twee"), ("same", " scholen.")],
            "1 woord erbij, 1 woord weg",
        ),
        ("", "Nieuwe tekst.", [("added", "Nieuwe tekst.")], "2 woorden erbij"),
        ("Blijft.", "Blijft.", [("same", "Blijft.")], "geen woord veranderd"),
        (
            "Eerst.\n\nDan.",
            "Eerst.\n\nErtussen.\n\nDan.",
            [("same", "Eerst.\n\n"), ("added", "Ertussen.\n\n"), ("same", "Dan.")],
            "1 woord erbij",
        ),
        # One word that stayed between two changes goes along, two stay; one at an end or between line ends stays.
        (
            "rood huis klein",
            "groen huis groot",
            [("removed", "rood huis klein"), ("added", "groen huis groot")],
            "3 woorden erbij, 3 woorden weg",
        ),
        (
            "rood mooi huis klein",
            "groen mooi huis groot",
            [
                *(("removed", "rood"), ("added", "groen"), ("same", " mooi huis")),
                *(("removed", " klein"), ("added", " groot")),
            ],
            "2 woorden erbij, 2 woorden weg",
        ),
        (
            "De bus",
            "De trein",
            [("same", "De"), ("removed", " bus"), ("added", " trein")],
            "1 woord erbij, 1 woord weg",
        ),
        (
            "bus rijdt",
            "trein rijdt",
            [("removed", "bus"), ("added", "trein"), ("same", " rijdt")],
            "1 woord erbij, 1 woord weg",
        ),
        ("De oude bus", "De bus", [("same", "De"), ("removed", " oude"), ("same", " bus")], "1 woord weg"),
        (
            "rood\nhuis\nklein",
            "groen\nhuis\ngroot",
            [
                *(("removed", "rood"), ("added", "groen"), ("same", "\nhuis\n")),
                *(("removed", "klein"), ("added", "groot")),
            ],
            "2 woorden erbij, 2 woorden weg",
        ),
    ],
)
def test_what_changed_stands_word_by_word(previous: str, new: str, changes: list[tuple[str, str]], told: str) -> None:
    found = changed_words(previous, new)
    assert found == changes
    assert summary(found) == told


_TEXTS = st.text(st.sampled_from("ab .\n"), max_size=40)


@settings(max_examples=50)
@given(_TEXTS, _TEXTS)
def test_without_what_went_the_new_text_stands_there(previous: str, new: str) -> None:
    found = changed_words(previous, new)
    assert "".join(text for kind, text in found if kind != "removed") == new
    old = "".join(text for kind, text in found if kind != "added")
    assert "".join(old.split()) == "".join(previous.split())


# Findings.


GOAL = Goal(
    id=1,
    number=1,
    text="Meer",
    baseline="100",
    baseline_year=2025,
    source="DUO",
    figure=1,
    target="150",
    target_year=2028,
).settled_after(None)
FIGURE = figure(point(2025, 100, "PIE"), source="DUO", reference_date=date(2025, 10, 1))


def test_a_whole_figure_and_goal_give_no_finding() -> None:
    dossier = dossier_of(GOAL, FIGURE)
    checks = (
        "figure_without_source",
        "figure_without_reference_date",
        "figure_with_two_values",
        "goal_without_baseline_year",
        "goal_without_source",
        "goal_without_figure",
    )
    assert [found for check in checks for found in said_by(check, dossier, TODAY)] == []


def test_each_hole_in_a_figure_or_goal_is_found_once() -> None:
    double = FIGURE.changed(source="", reference_date=None, series=(*FIGURE.series, point(2025, 90, "PIE")))
    bare = GOAL.changed(baseline_year=None, source="", figure=None)
    dossier = dossier_of(bare, bare.changed(id=2, number=2), double)
    found = {
        check: [f"{ref}: {text}" for ref, text in said_by(check, dossier, TODAY)]
        for check in (
            "figure_without_source",
            "figure_without_reference_date",
            "figure_with_two_values",
            "goal_without_source",
            "goal_without_figure",
        )
    }
    assert [texts[0].split(":")[0] for texts in found.values()] == [
        "indicators/1/source",
        "indicators/1/reference_date",
        "indicators/1/series",
        "goals/1/source",
        "goals/1/figure",
    ]
    assert len(found["goal_without_figure"]) == 1
    assert "De doelen 1 en 2 verwijzen naar geen enkel cijfer" in found["goal_without_figure"][0]
    assert "2 waarden van PIE in 2025" in found["figure_with_two_values"][0]
