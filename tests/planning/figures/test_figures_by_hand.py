"""Figures of the regiovisie and their targets, worked out by hand: in the draft, in the list and in the drawing."""

import io
from collections.abc import Mapping
from itertools import pairwise
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.plan import Goal
from sto_tui.domain.vision import Indicator, Point
from sto_tui.places import Place
from sto_tui.planning.figures.values import Target, titled
from sto_tui.screens.vision.figures import FIGURES
from sto_tui.widgets.trend import trend_lines
from tests.support.by_hand import DAY, Cells, dossier_with, draft_of, paragraphs_of, rows_on_screen, tables_of
from tests.support.docx_gaps import element_of

MINUS = "\u2212"


def points(*values: float | tuple[float, float], since: int, label: str = "") -> list[Point]:
    """A value per year; two numbers are the lowest and the highest of a masked one."""
    return [
        Point(label=label, year=since + place, value_min=value[0], value_max=value[1])
        if isinstance(value, tuple)
        else Point(label=label, year=since + place, value=value)
        for place, value in enumerate(values)
    ]


def figure(number: int, title: str, unit: str, series: list[Point], **more: object) -> Indicator:
    numbered = tuple(point.model_copy(update={"id": place}) for place, point in enumerate(series, 1))
    return Indicator.model_validate(
        {"id": number, "title": title, "unit": unit, "source": "DUO", "series": numbered, **more}
    )


# 83 to 78 is 5 less; 5 / 83 = 6,024%. A fifth more than the 80 of the goal is 96.
PUPILS = figure(1, "Leerlingen vmbo", "leerlingen", points(83, 90, 78, since=2023))
# PIE 92 to 1-4: 91 to 88 less, 91 / 92 = 98,91% and 88 / 92 = 95,65%. BWI 38 to 25: 13 less, 13 / 38 = 34,21%.
PROFILES = figure(
    2,
    "Per profiel",
    "leerlingen",
    [*points(92, (1, 4), since=2024, label="PIE"), *points(38, 25, since=2024, label="BWI")],
)
# 61 less 58,25 is 2,75 points, and no percentage of a percentage.
SHARE = figure(3, "Doorstroom", "%", points(58.25, 61, since=2024))
# 1.100 is 150 less than 1.250, 12%; measured last is 1.250.
AHEAD = figure(
    4, "Prognose", "leerlingen", [Point(year=2025, value=1250), Point(year=2030, value=1100, prognosis=True)]
)
SMALL = dossier_with(
    PUPILS,
    PROFILES,
    SHARE,
    AHEAD,
    Goal(
        id=7,
        number=4,
        text="Meer leerlingen",
        figure=1,
        baseline="80",
        baseline_year=2023,
        target="20% meer",
        target_year=2028,
    ).settled_after(None),
)


@pytest.fixture(scope="module")
def draft() -> bytes:
    return draft_of(SMALL)


@pytest.fixture(scope="module")
def tables(draft: bytes) -> Mapping[str, Cells]:
    return tables_of(draft)


def test_the_numbers_of_a_figure_in_word(tables: Mapping[str, Cells]) -> None:
    assert tables["Leerlingen vmbo"] == [["2023", "2024", "2025"], ["83", "90", "78"]]
    assert tables["Per profiel, in leerlingen"] == [["", "2024", "2025"], ["PIE", "92", "1–4"], ["BWI", "38", "25"]]
    assert tables["Doorstroom, in %"] == [["2024", "2025"], ["58,25%", "61%"]]
    assert tables["Prognose, in leerlingen"] == [["2025", "2030"], ["1.250", "1.100*"]]


def test_change_and_target_under_a_figure_in_word(draft: bytes) -> None:
    assert told_of_figures(draft) == [
        f"Verandering sinds 2023: {MINUS}5 ({MINUS}6,0%). Doel 4: 96 in 2028.",
        f"Verandering sinds 2024: PIE {MINUS}91 tot {MINUS}88 ({MINUS}98,9% tot {MINUS}95,7%); "
        f"BWI {MINUS}13 ({MINUS}34,2%).",
        "Verandering sinds 2024: +2,75 procentpunt.",
        f"Verandering van 2025 tot 2030: {MINUS}150 ({MINUS}12,0%)*.",
    ]


def told_of_figures(draft: bytes) -> list[str]:
    """What stands under the source of each figure."""
    lines = paragraphs_of(draft)
    return [below for source, below in pairwise(lines) if source.startswith("Bron: DUO")]


def test_the_last_years_that_fit_stand_in_word() -> None:
    # Alone eleven years fit, and 1 is the first of twelve; beside a name seven do, and 12 is the second of eight.
    alone = figure(1, "Alleen", "", points(*range(1, 13), since=2015))
    names = figure(
        2, "Samen", "", [*points(*range(11, 19), since=2019, label="A"), *points(*range(21, 29), since=2019)]
    )
    draft = draft_of(dossier_with(alone, names))
    found = tables_of(draft)
    assert found["Alleen"] == [[str(2016 + place) for place in range(11)], [str(2 + place) for place in range(11)]]
    assert [row[:2] for row in found["Samen"]] == [["", "2020"], ["A", "12"], ["aantal", "22"]]
    assert [len(row) for row in found["Samen"]] == [8, 8, 8]
    told = told_of_figures(draft)
    assert "De tabel begint in 2016, de grafiek in 2015." in told[0]
    assert "De tabel begint in 2020, de grafiek in 2019." in told[1]
    document: Any = docx.Document(io.BytesIO(draft))
    for table in document.tables:
        if element_of(table).tblPr.find(qn("w:tblCaption")).get(qn("w:val")) in ("Alleen", "Samen"):
            widths = [int(column.get(qn("w:w"))) for column in element_of(table).iter(qn("w:gridCol"))]
            assert sum(widths) == pytest.approx(16 * 567, abs=len(widths)), "16 centimetres"
            assert widths[-1] == pytest.approx(16 / 11 * 567 if len(widths) == 11 else 1.6 * 567, abs=1)


def test_the_list_of_figures() -> None:
    cells = [[str(cell[0]) for cell in row.cells] for row in FIGURES.rows(SMALL, DAY)]
    assert cells == [
        ["Leerlingen vmbo", "78 in 2025", "-5 (-6,0%) sinds 2023"],
        ["Per profiel", "2 reeksen", "2024 t/m 2025"],
        ["Doorstroom", "61% in 2025", "+2,75 procentpunt sinds 2024"],
        ["Prognose", "1.250 in 2025", "-150 (-12,0%)* van 2025 tot 2030"],
    ]


async def test_figures_on_the_screen(tmp_path: Path) -> None:
    text = "\n".join(await rows_on_screen(tmp_path / "a.sto.json", SMALL, "Cijfers", place=Place.REGIOVISIE))
    for row in ("Leerlingen vmbo 78 in 2025 ", "Doorstroom 61% in 2025 ", "Prognose 1.250 in 2025 "):
        assert row in text, text
    assert "│ -150 (-12,0%)* van 2025 tot 2030" in text, "the cursor is on the last, drawn beside the list"
    # 1.100 of 1.250 is 56,3 of 64 cells.
    assert f"│ 2025 {'█' * 64} 1.250" in text
    assert f"│ 2030 {'▒' * 56} 1.100*" in text


def drawn(indicator: Indicator, width: int, height: int = 20, *targets: Target) -> list[str]:
    lines = trend_lines(indicator, width, height, targets=targets)
    return ["".join(text for text, _ in line).rstrip() for line in lines]


def test_bars_are_as_long_as_their_numbers() -> None:
    # 21 cells less 5 for the year and 6 for the longest number leave 10 for 40: 20 is 5, and 12 to 28 is 3 to 7.
    assert drawn(figure(1, "Uren", "uur", points(40, 20, (12, 28), since=2024)), 21) == [
        "2024 ██████████ 40",
        "2025 █████ 20",
        "2026 ███░░░░ 12–28",
        "░ afgeschermd, laagst",
    ]


def test_next_to_nothing_still_has_a_cell_and_nothing_has_none() -> None:
    # Ten cells for 40: 1 and 2 are less than half a cell.
    assert drawn(figure(1, "Uren", "uur", points(40, 1, (1, 2), (0, 2), 0, since=2024)), 19)[:5] == [
        "2024 ██████████ 40",
        "2025 █ 1",
        "2026 ░ 1–2",
        "2027 ░ 0–2",
        "2028  0",
    ]


def test_a_goal_stands_in_its_bar_and_behind_it() -> None:
    # 30 cells less 5, less 2 for the number, less 13 for the goal and its blanks leave 10 for 40: 4 is the first cell.
    assert drawn(figure(1, "Uren", "uur", points(40, since=2024)), 30, 9, Target(2024, 4, 2)) == [
        "2024 ◆█████████ 40 ◆ doel 2: 4"
    ]
    assert drawn(figure(1, "Uren", "uur", points(40, since=2024)), 31, 9, Target(2024, 20, 2)) == [
        "2024 ████◆█████ 40 ◆ doel 2: 20"
    ]


def test_only_the_newest_number_is_bold() -> None:
    """A goal of a later year is no number yet; in a table the newest of each series is."""
    one = trend_lines(figure(1, "Uren", "uur", points(40, 20, since=2024)), 60, 9, targets=[Target(2028, 50, 2)])
    two = [*points(10, 30, since=2024, label="A"), *points(40, 20, since=2024, label="B")]
    table = trend_lines(figure(1, "Uren", "uur", two), 60, 3)
    bold = [[text.strip() for line in lines for text, role in line if role == "bold"] for lines in (one, table)]
    assert bold == [["20"], ["A", "30", "B", "20"]]


def test_what_does_not_fit_is_counted() -> None:
    # Of five years the last two and the line that counts the other three fit in three lines.
    assert drawn(figure(1, "Uren", "uur", points(5, 4, 3, 20, 40, since=2024)), 30, 3) == [
        "3 eerdere jaren niet getoond",
        f"2027 {'█' * 11} 20",
        f"2028 {'█' * 22} 40",
    ]
    three = [point for label in "ABC" for point in points(10, 20, since=2024, label=label)]
    assert drawn(figure(1, "Uren", "uur", three), 40, 3)[1:] == [
        "A    10    20  ▁█  +10 (+100,0%)",
        "nog 2 regels niet getoond",
    ]


def test_of_many_years_the_first_and_the_last_stay() -> None:
    # A column is six cells, the small line six and two. In 27 three columns fit, in 45 all six.
    several = [*points(*range(10, 70, 10), since=2021, label="A"), *points(*range(70, 10, -10), since=2021, label="B")]
    assert drawn(figure(1, "Uren", "uur", several), 27, 4)[:3] == [
        "   2021  2025  2026",
        "A    10    50    60  ▁▂▄▅▇█",
        "B    70    30    20  █▇▅▄▂▁",
    ]
    assert drawn(figure(1, "Uren", "uur", several), 45, 4)[0] == "   2021  2022  2023  2024  2025  2026"


def test_a_year_that_is_masked_or_not_there_keeps_its_place() -> None:
    several = [*points(10, (1, 4), 20, since=2024, label="A"), Point(label="B", year=2024, value=7)]
    several += [Point(label="B", year=2026, value=3), Point(label="C", year=2025, value=5)]
    assert [line[21:24] for line in drawn(figure(1, "Uren", "uur", several), 60, 6)[1:4]] == ["▁░█", "█ ▁", " ▅"]
    assert len(drawn(figure(1, "Uren", "uur", points(40, 20, since=2024)), 18, 2)) == 2, "both fit exactly"


def test_a_long_name_takes_a_third() -> None:
    long = [*points(1, 2, since=2024, label="Elektrotechniek"), *points(3, 4, since=2024, label="B")]
    assert [line[:12] for line in drawn(figure(1, "Uren", "uur", long), 36, 4)[1:3]] == ["Elektrotech…", "B           "]


def test_a_table_of_series_has_the_change_behind_its_line() -> None:
    # 10, 30, 20: the lowest step, the highest, and halfway (3,5 of 7, the even 4). 30 less 40 is -10, a quarter.
    several = [*points(10, 30, 20, since=2024, label="A"), *points(40, 20, 30, since=2024, label="B")]
    assert drawn(figure(1, "Uren", "uur", several), 70, 6)[:3] == [
        "   2024  2025  2026       sinds 2024",
        "A    10    30    20  ▁█▅  +10 (+100,0%)",
        "B    40    20    30  █▁▅  -10 (-25,0%)",
    ]


def test_since_when_it_changed_is_said_only_of_all_together() -> None:
    """A is known since 2024 and B since 2025: one head over both changes would be wrong of one."""
    several = [*points(10, 30, 20, since=2024, label="A"), *points(40, 20, since=2025, label="B")]
    assert drawn(figure(1, "Uren", "uur", several), 70, 6)[:3] == [
        "   2024  2025  2026",
        "A    10    30    20  ▁█▅",
        "B     –    40    20   █▁",
    ]


@pytest.mark.parametrize(
    ("title", "unit", "written"),
    [
        ("Openstaande vacatures in de techniek", "vacatures", "Openstaande vacatures in de techniek"),
        ("Leerlingen vmbo", "leerlingen", "Leerlingen vmbo"),
        ("Leerlingen", "leerlingen", "Leerlingen"),
        ("Leerlingenaantal", "leerlingen", "Leerlingenaantal, in leerlingen"),
        ("Doorstroom", "%", "Doorstroom, in %"),
        ("Doorstroom", "% van de leerlingen", "Doorstroom, in % van de leerlingen"),
        ("Doorstroom", "", "Doorstroom"),
    ],
)
def test_a_title_names_its_unit_once(title: str, unit: str, written: str) -> None:
    assert titled(figure(1, title, unit, [])) == written


def one_goal(**goal: object) -> Dossier:
    values = {"id": 1, "number": 2, "text": "Doel", "figure": 1, "target_year": 2028, **goal}
    return dossier_with(PUPILS, Goal.model_validate(values).settled_after(None))


@pytest.mark.parametrize(
    ("goal", "told"),
    [
        # The figure is 83 in 2023: a tenth more is 91,3; 12 less is 71; twice is 166.
        ({"target": "10% meer", "baseline_year": 2023}, "Doel 2: 91,3 in 2028"),
        ({"target": "12 leerlingen minder", "baseline_year": 2023}, "Doel 2: 71 in 2028"),
        ({"target": "verdubbeld", "baseline_year": 2023}, "Doel 2: 166 in 2028"),
        ({"target": "ten minste 1.050,5"}, "Doel 2: 1.050,5 in 2028"),
        ({"target": "van 83 naar 120"}, "Doel 2: 120 in 2028"),
        # Half of 83 and twice 83 are not what these say.
        ({"target": "halverwege de planperiode op orde", "baseline_year": 2023}, ""),
        ({"target": "niet verdubbeld", "baseline_year": 2023}, ""),
        ({"target": "de 2e keer zo veel als de 1e", "baseline_year": 2023}, ""),
        # Of two numbers, or of no year to reckon from, no target is made.
        ({"target": "100 of 120"}, ""),
        ({"target": "10% meer"}, ""),
    ],
)
def test_a_target_is_read_and_reckoned_in_word(goal: dict[str, object], told: str) -> None:
    (line,) = told_of_figures(draft_of(one_goal(**goal)))
    assert (told in line) if told else "Doel 2" not in line
