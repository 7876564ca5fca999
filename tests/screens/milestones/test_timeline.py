"""The time axis and the place of the milestones: what is seen, what a key does, and what is on disk after it."""

import shutil
from datetime import date, datetime, time, timedelta
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sto_tui.app import StoApp
from sto_tui.domain.milestones import Dependency, Milestone
from sto_tui.domain.record import Ref
from sto_tui.domain.region import PlanPeriod
from sto_tui.places import Place
from sto_tui.screens.milestones.screen import MilestonesScreen
from sto_tui.storage.store import DossierStore
from sto_tui.widgets.timeline_axis import Axis, Zoom, axis_columns, zooms
from tests.conftest import SAMPLES
from tests.support.by_hand import app_of, dossier_with
from tests.support.golden_texts import VOORBEELDREGIO
from tests.support.screens import SIZES, app_on, form_of, seen, stored, until, until_seen

TWO_YEARS = (date(2027, 1, 1), date(2028, 12, 31))
FOUR_YEARS = (date(2020, 1, 1), date(2023, 12, 31))


@pytest.fixture
def almere(tmp_path: Path) -> Path:
    """A copy of the dossier of Almere."""
    return Path(shutil.copy(SAMPLES / "almere-2020-2023.sto.json", tmp_path / "almere.sto.json"))


def heads(span: tuple[date, date], zoom: Zoom) -> str:
    return " ".join(column.head for column in axis_columns(*span, zoom))


# In the division of a plan: quarters in two calendar years (8), half-years in two (4), then years; after twenty years
# (8 + 4 + 16 = 28 columns, 2027-2046) one column for all the rest.
@pytest.mark.parametrize(
    ("last", "columns"),
    [
        (2027, 4),
        (2028, 8),
        (2030, 12),
        (2031, 13),
        (2034, 16),
        (2035, 17),
        (2036, 18),
        (2046, 28),
        (2047, 29),
        (2076, 29),
    ],
)
def test_a_plan_of_any_length_has_columns_that_can_be_read(last: int, columns: int) -> None:
    start, end = date(2027, 1, 1), date(last, 12, 31)
    for room in (1, 40, 200):
        for zoom in Zoom:
            axis = Axis.fitted(start, end, zoom, room)
            assert 3 <= axis.width <= 13
            assert all(axis.head(number).strip() for number in range(len(axis.columns)))
    far = Axis.fitted(start, end, Zoom.STO, 40)
    assert len(far.columns) == columns
    if last > 2030:
        year = far.columns[12]
        assert (year.head, year.short, year.months) == ("2031", "’31", 12)
        assert far.cell(date(2031, 7, 2)) == 12 * far.width + far.width // 2


@pytest.mark.parametrize("zoom", Zoom)
def test_what_lies_after_twenty_years_shares_the_last_column(zoom: Zoom) -> None:
    """From 2047 to 2066 are twenty years: 1 January 2057 lies half-way."""
    axis = Axis.fitted(date(2027, 1, 1), date(2066, 12, 31), zoom, 40)
    rest = axis.columns[-1]
    assert (rest.start, rest.end, rest.head) == (date(2047, 1, 1), date(2066, 12, 31), "2047+")
    assert axis.head(len(axis.columns) - 1).strip() in ("2047+", "na")
    assert axis.cell(date(2046, 12, 31)) < axis.cell(date(2047, 1, 1)) == axis.cells - axis.width
    assert axis.cell(date(2057, 1, 1)) == axis.cells - axis.width + axis.width // 2
    assert axis.cell(date(2066, 12, 31)) == axis.cells - 1


async def test_the_last_column_says_that_it_holds_the_rest(tmp_path: Path) -> None:
    """A milestone of 2060 in a plan until 2066 has its bar in the column of 2047 and later."""
    plan = PlanPeriod(id=1, label="2027-2066", start=date(2027, 1, 1), end=date(2066, 12, 31), current=True)
    far = Milestone(id=1, number="1.1", title="Ver", start=date(2060, 1, 1), due=date(2060, 12, 31))
    app = app_of(tmp_path / "a.sto.json", dossier_with(plan, far), Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert place(app).timeline.show_day(date(2060, 6, 1))
        await pilot.pause()
        lines = seen(app).splitlines()
        heads = next(line for line in lines if "’45’46na" in line)
        row = next(line for line in lines if "1.1 Ver" in line)
        assert row.index("▒") > heads.index("na") - 1
        assert "20320" not in seen(app), "years of one column do not run into each other"


def test_columns_are_those_of_sto_and_zoom_from_months_to_years() -> None:
    assert heads(FOUR_YEARS, Zoom.STO) == "Q120 Q220 Q320 Q420 Q121 Q221 Q321 Q421 H122 H222 H123 H223"
    assert heads(TWO_YEARS, Zoom.HALFJAAR) == "H127 H227 H128 H228"
    assert heads(TWO_YEARS, Zoom.JAAR) == "2027 2028"
    assert heads(TWO_YEARS, Zoom.MAAND).startswith("jan feb mrt apr")
    assert Zoom.STO in zooms(*FOUR_YEARS)
    assert Zoom.STO not in zooms(*TWO_YEARS), "the same as quarters"


@given(st.sampled_from(Zoom), st.integers(10, 120), st.integers(0, 1460), st.integers(0, 400))
@settings(max_examples=50)
def test_cells_follow_the_days(zoom: Zoom, room: int, offset: int, length: int) -> None:
    axis = Axis.fitted(*FOUR_YEARS, zoom, room)
    start = FOUR_YEARS[0] + timedelta(days=offset)
    end = start + timedelta(days=length)
    assert axis.cell(start) <= axis.cell(end) < axis.cell_after(end)
    assert axis.cell(FOUR_YEARS[0] - timedelta(days=1)) == -1
    assert axis.cell(date.max) == axis.cells == axis.cell_after(FOUR_YEARS[1])
    assert all(axis.cell(column.start) % axis.width == 0 for column in axis.columns)


def place(app: StoApp) -> MilestonesScreen:
    assert isinstance(app.screen, MilestonesScreen)
    return app.screen


def milestone(path: Path, number: str) -> dict[str, object]:
    return next(one for one in stored(path, "milestones").values() if one["number"] == number)


def _shows_legend(app: StoApp) -> bool:
    return "█ gedaan ▒ gepland" in seen(app)


async def test_the_timeline_shows_bars_marks_and_where_today_is(example: Path) -> None:
    for size, what in (
        ((60, 20), ("Q1  Q2  Q3  Q4", "2027", "◂1.1b", "›1.1c", "▸1.1d", "▼ nog")),
        ((80, 24), ("Q127 Q227", "Q428", "vandaag", "● groen", "▲ oranje", "✓ gereed", "SMART")),
        (
            (120, 40),
            ("Q127", "Wie", "uiterlijk beginnen", "Wacht op   ◂ 1.1b", "Nodig voor ▸ 1.1d", "! te vroeg", "█ gedaan"),
        ),
    ):
        app = app_on(example, Place.MIJLPALEN, clock=VOORBEELDREGIO.clock)
        async with app.run_test(size=size) as pilot:
            await pilot.press("down", "down")
            await pilot.pause()
            text = seen(app)
            assert [one for one in what if one not in text] == [], text
            assert "▒" in text
            assert "█" in text
            if size == (80, 24):
                await pilot.press("up")
                await until(pilot, partial(_shows_legend, app))


@pytest.mark.parametrize(
    ("day", "told"),
    [
        (date(2026, 6, 1), "◀ vandaag 1 juni 2026"),
        (date(2027, 6, 1), "▼ vandaag 1 juni 2027"),
        (date(2029, 6, 1), "▶ vandaag 1 juni 2029"),
    ],
)
async def test_today_lies_before_in_or_after_the_plan(tmp_path: Path, day: date, told: str) -> None:
    bus = Milestone(id=1, number="1.1", title="Bus", start=date(2027, 2, 1), due=date(2028, 5, 1))
    path = tmp_path / "regio.sto.json"
    DossierStore.create(path, dossier_with(bus))
    app = app_on(path, Place.MIJLPALEN, clock=lambda: datetime.combine(day, time(9)))
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert told in seen(app)


async def test_a_move_past_a_successor_offers_the_push_and_is_one_step_back(example: Path) -> None:
    before = {number: milestone(example, number) for number in ("1.1c", "1.1d", "1.1e", "1.1f")}
    app = app_on(example, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "down", "shift+right")
        assert "Dan begint 1.1d te vroeg" in seen(app)
        assert milestone(example, "1.1c") == before["1.1c"], "nothing moves before it is chosen"
        await pilot.press("escape")
        assert milestone(example, "1.1c") == before["1.1c"]
        await pilot.press("shift+right", "enter")
        await pilot.pause()
        assert milestone(example, "1.1c")["start"] == "2027-07-05"
        # 1.1c is due on a Saturday now, and what waits on it starts on the Monday.
        assert milestone(example, "1.1c")["due"] == "2027-09-25"
        assert milestone(example, "1.1d")["start"] == "2027-09-27"
        assert milestone(example, "1.1f")["due"] != before["1.1f"]["due"]
        await pilot.press("z")
        for number, one in before.items():
            assert milestone(example, number).items() >= {"start": one["start"], "due": one["due"]}.items()


@pytest.mark.parametrize(
    ("waiting", "told"), [(1, "Dan begint 1.2 te vroeg."), (2, "Dan beginnen 1.2 en 1.3 te vroeg.")]
)
async def test_who_would_begin_too_early(tmp_path: Path, waiting: int, told: str) -> None:
    first = Milestone(id=1, number="1.1", title="Bus", start=date(2027, 1, 4), due=date(2027, 3, 31))
    later = [
        first.changed(
            id=id,
            number=f"1.{id}",
            start=date(2027, 4, 1),
            due=date(2027, 6, 30),
            after=(Dependency(id=1, milestone=1),),
        )
        for id in range(2, 2 + waiting)
    ]
    path = tmp_path / "regio.sto.json"
    DossierStore.create(path, dossier_with(first, *later))
    app = app_on(path, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        place(app).show_record(Ref("milestones", 1))
        await pilot.press("shift+right")
        await until_seen(app, pilot, told)


async def test_part_of_a_proposal_is_taken(example: Path) -> None:
    app = app_on(example, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        last = milestone(example, "1.1f")["start"]
        await pilot.press("down", "down", "right_square_bracket", "end", "space", "enter")
        await pilot.pause()
        assert milestone(example, "1.1c")["start"] == "2027-07-05"
        assert milestone(example, "1.1f")["start"] == last
        assert "1.1c een kwartaal later, 3 mijlpalen" in seen(app)


async def test_what_stands_fast_is_not_moved_and_says_so(example: Path) -> None:
    app = app_on(example, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        fixed = next(key for key, one in app.dossier.of(Milestone).items() if one.fixed_date)
        place(app).show_record(Ref("milestones", fixed))
        before = example.read_bytes()
        await pilot.press("shift+right")
        assert "staat vast" in seen(app)
        assert example.read_bytes() == before


async def test_dependencies_are_typed_by_number_and_a_ring_is_named(example: Path) -> None:
    app = app_on(example, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("down", "down", "d", "ctrl+u", *"1.1a,1.2a+2w", "enter")
        await until_seen(app, pilot, "1.1c wacht op 1.1a, 1.2a+2w.")
        after = milestone(example, "1.1c")["after"]
        assert isinstance(after, list)
        assert sorted(one.get("lag_days", 0) for one in after) == [0, 14]
        await pilot.press("d", "ctrl+u", *"1.1f", "enter")
        await until_seen(app, pilot, "kring op elkaar: 1.1c → 1.1d → 1.1e →", "1.1f → 1.1c. Haal 1.1f hier weg.")
        assert milestone(example, "1.1c")["after"] == after
        assert form_of(app).altered, "what was typed stays"


async def test_almere_is_planned_back_from_the_last_day(almere: Path) -> None:
    app = app_on(almere, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("T", *"31-12-2023", "enter")
        await until_seen(app, pilot, "moet klaar zijn voordat")
        before = stored(almere, "milestones")
        await pilot.press("enter")
        await pilot.pause()
        now = stored(almere, "milestones")
        waited_on = {link["milestone"] for one in now.values() for link in one.get("after", ())}
        ends = [one for key, one in now.items() if int(key) not in waited_on and not one.get("fixed_date")]
        assert {one["due"] for one in ends} == {"2023-12-31"}
        await pilot.press("z", "T", *"31-12-2023", "enter")
        await until_seen(app, pilot, "moet klaar zijn voordat")
        dates = [(one["start"], one["due"]) for one in before.values()]
        assert [(one["start"], one["due"]) for one in stored(almere, "milestones").values()] == dates


async def test_marks_length_folding_grouping_and_the_critical_chain(example: Path) -> None:
    app = app_on(example, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("g", "asterisk")
        assert milestone(example, "1.1a").items() >= {"kind": "go_no_go", "quick_win": True}.items()
        assert "◆" in seen(app)
        await pilot.press("greater_than_sign")
        assert milestone(example, "1.1a")["due"] == "2027-02-12", "asked first: 1.1b would begin too early"
        await pilot.press("escape", "K")
        await until(pilot, lambda: "1.1a" not in seen(app))
        assert "1.1f" in seen(app)
        await pilot.press("K", "home", "space")
        assert "▸ 1 Ontdekken en kiezen (30)" in seen(app)
        await pilot.press("enter", "o", "o")
        assert "Alle partijen" in seen(app)
        place(app).show_record(Ref("milestones", 5))
        assert place(app).current_ref == Ref("milestones", 5)


@pytest.mark.parametrize("size", SIZES)
async def test_every_zoom_keeps_the_cursor_and_pans_to_what_is_out_of_sight(
    example: Path, size: tuple[int, int]
) -> None:
    app = app_on(example, Place.MIJLPALEN)
    async with app.run_test(size=size) as pilot:
        await pilot.press("down")
        await pilot.press("plus")
        assert "per maand" in seen(app)
        assert "▶" in seen(app)
        await pilot.press("right", "right", "left", "minus", "minus", "minus", "minus")
        assert "per jaar" in seen(app)
        assert "Groter dan een jaar gaat niet" in seen(app)
        assert place(app).current_ref == Ref("milestones", 2)
