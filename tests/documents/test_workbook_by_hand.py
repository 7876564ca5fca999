"""The workbook read back: totals beside amounts worked out by hand, texts that stay texts, and what is hidden."""

import io
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from lxml import etree
from python_calamine import load_workbook

from sto_tui.documents.excel import WorkbookOptions, build_workbook
from sto_tui.documents.excel.about import about_lines
from sto_tui.documents.excel.national import national_workbook
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone, MilestoneKind, Progress, Stoplicht, Veri, VeriCode
from sto_tui.domain.money import BudgetLine, Cofinancing, CofinancingStatus, CostKind, Payment, Realised
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Goal, GoalOutcome, Speerpunt, Theme
from sto_tui.domain.record import Ref
from sto_tui.domain.region import PlanPeriod
from sto_tui.domain.vision import Indicator, Point
from sto_tui.planning.national import NationalRow
from sto_tui.planning.sheet_homes import HIDDEN_SHEET, RowOf
from sto_tui.storage.file.codec import decode, dossier_from
from tests.conftest import SAMPLES
from tests.support.by_hand import DAY, dossier_with
from tests.support.small_plan import with_records
from tests.support.word_packages import parts_of
from tests.support.workbook_formulas import Place, Value, formulas_of

GO, OVERHEAD = MilestoneKind.GO_NO_GO, CostKind.OVERHEAD
Rows = list[list[Any]]
NASTY = ("=1+1", "+31 6", "-5", "@SUM(A1)", "\ttab", '=HYPERLINK("http://x")', "http://x", "1.10", "_x0041_")


def sheets_of(data: bytes) -> Mapping[str, Rows]:
    """The sheets that people see and the hidden one, from the heads on."""
    workbook = load_workbook(io.BytesIO(data))
    return {name: workbook.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in workbook.sheet_names}


def table_of(rows: Rows, head: str) -> Rows:
    """The rows under the one in which this head stands, without the column of keys."""
    top = next(place for place, row in enumerate(rows) if head in row)
    return [row[1:] for row in rows[top:]]


@pytest.fixture(scope="module")
def plan() -> Dossier:
    dossier = dossier_with(
        Theme(id=1, number=1, title="Kiezen", periods=(1,)),
        Speerpunt(id=1, theme=1, number="1.1", title="Lab", goals=(1,)),
        Goal(id=1, number=1, text="Meer leerlingen", periods=(1,)),
        Party(id=1, name="Noord College"),
        Party(id=2, name="Jansen bv"),
        Milestone(
            id=1,
            number="1.1a",
            title="=1+1",
            speerpunt=1,
            start=date(2027, 2, 1),
            due=date(2027, 9, 30),
            tangible_result="Een lab",
            light=Stoplicht.ORANJE,
        ),
        Milestone(
            id=2, number="1.1b", title="Doorgaan?", speerpunt=1, due=date(2028, 3, 31), kind=MilestoneKind.GO_NO_GO
        ),
        Milestone(id=3, number="9", title="Los"),
        Progress(id=1, milestone=1, date=DAY, light=Stoplicht.ORANJE, note="Wacht op ruimte", obstacle="Vergunning"),
        Veri(id=1, row=Ref("speerpunten", 1), party=Ref("parties", 1), code=VeriCode.EINDVERANTWOORDELIJK),
        Veri(id=2, row=Ref("milestones", 1), party=Ref("parties", 2), code=VeriCode.VERANTWOORDELIJK),
        # 3,5 × 12,35 = 43,225, half a cent up: 43,23. With 100 × 60 = 6.000 that is 6.043,23.
        BudgetLine(
            id=1,
            number="101",
            title="Uren",
            theme=1,
            year=2027,
            quantity=100,
            unit="uur",
            price=60_00,
            cost_kind=CostKind.INTERN_PERSONEEL,
        ),
        BudgetLine(id=2, title="@hout", theme=1, year=2028, quantity=3.5, unit="m", price=12_35, eligible=False),
        BudgetLine(id=3, title="Nog niets", theme=1, year=2027),
        # 1 × 250 of the whole project, of which 200 was granted: together 6.293,23, to spend 6.243,23.
        BudgetLine(
            id=4, title="Beheer", year=2027, quantity=1, price=250_00, granted=200_00, cost_kind=CostKind.OVERHEAD
        ),
        # 1.000,10 + 300 spent of 6.000; the payment of a later day counts nowhere yet.
        Payment(id=1, budget_line=1, date=date(2026, 11, 1), amount=1_000_10),
        Payment(id=2, budget_line=4, date=date(2026, 11, 2), amount=300_00),
        Payment(id=3, budget_line=1, date=date(2026, 12, 24), amount=999_00),
        # 40 × 50 = 2.000 signed, 10 × 50 = 500 intended.
        Cofinancing(
            id=1,
            party=2,
            title="Gastlessen",
            year=2027,
            quantity=40,
            unit="uur",
            rate=50_00,
            status=CofinancingStatus.GETEKEND,
        ),
        Cofinancing(id=2, party=2, title="Stages", year=2028, quantity=10, unit="uur", rate=50_00),
        Indicator(
            id=1,
            title="Instroom",
            unit="leerlingen",
            source="DUO",
            series=(
                Point(id=1, label="PIE", year=2026, value=42),
                Point(id=2, label="PIE", year=2027, value=45.5, prognosis=True),
                Point(id=3, label="BWI", year=2026, value_min=1, value_max=4),
            ),
        ),
    )
    return dossier.with_tables({"bodies": {}}).seen_in()


@pytest.fixture(scope="module")
def data(plan: Dossier) -> bytes:
    return build_workbook(plan, WorkbookOptions(DAY))


@pytest.fixture(scope="module")
def sheets(data: bytes) -> Mapping[str, Rows]:
    return sheets_of(data)


def test_the_milestone_sheet_of_2020(sheets: Mapping[str, Rows]) -> None:
    heads, theme, first, second, spare, without, loose, *_ = table_of(sheets["Mijlpalen"], "Nr")
    quarters = ["Q127", "Q227", "Q327", "Q427", "Q128", "Q228", "Q328", "Q428"]
    assert heads == ["Nr", "Mijlpaal", "Speerpunt", "Begin", "Klaar op", *quarters, "Noord College", "Jansen bv"]
    assert theme[0] == "Thema 1: Kiezen"
    days = [date(2027, 2, 1), date(2027, 9, 30)]
    assert first == ["1.1a", "=1+1", "1.1", *days, "L", "L", "K", "", "", "", "", "", "", "V"]
    # Without roles of its own it shows those of its speerpunt.
    assert second == ["1.1b", "Doorgaan?", "1.1", "", date(2028, 3, 31), "", "", "", "", "G", "", "", "", "E", ""]
    assert not any(spare)
    assert (without[0], loose[:2]) == ("Zonder thema", ["9", "Los"])


def test_the_monitoring_sheet_of_2022(sheets: Mapping[str, Rows]) -> None:
    heads, _, first, second, *_ = table_of(sheets["Voortgang"], "Nr")
    assert heads[:6] == ["Nr", "Doelstelling", "Resultaat", "Activiteit", "2027", "2028"]
    assert heads[6:] == ["Stoplicht", "Te laat", "Toelichting", "Knelpunt", "Maatregel"]
    assert first[:6] == ["1.1a", "1 Meer leerlingen", "Een lab", "=1+1", "K", ""]
    assert first[6:] == ["oranje", "", "Wacht op ruimte", "Vergunning", ""]
    # The goal stands once above what is done for it.
    assert second == ["1.1b", "", "", "Doorgaan?", "", "G", "niet gestart", "", "", "", ""]


def test_the_monitoring_sheet_says_what_is_late_from_the_day_after(plan: Dossier) -> None:
    """1.1a had to be ready on 30 September 2027, 1.1b has to be in March 2028, and 9 has no day."""
    for day, late in ((date(2027, 9, 30), ""), (date(2027, 10, 1), "te laat")):
        rows = table_of(sheets_of(build_workbook(plan, WorkbookOptions(day)))["Voortgang"], "Nr")
        place = rows[0].index("Te laat")
        assert {row[0]: row[place] for row in rows if row[0] in ("1.1a", "1.1b", "9")} == {
            "1.1a": late,
            "1.1b": "",
            "9": "",
        }


def test_what_ended_late_is_counted_by_the_last_day_of_its_plan(plan: Dossier) -> None:
    """Seen in 2029: of 2027-2028 1.1a was due in September 2027, and 9 on its last day: not late in it."""
    (ended,) = plan.of(PlanPeriod).values()
    assert ended.end == date(2028, 12, 31)
    loose = plan.of(Milestone)[3].changed(due=ended.end)
    changed = plan.with_tables({"milestones": {**plan.of(Milestone), 3: loose}})
    rows = table_of(sheets_of(build_workbook(changed, WorkbookOptions(date(2029, 3, 1))))["Voortgang"], "Nr")
    place = rows[0].index("Te laat")
    assert {row[0]: row[place] for row in rows if row[0] in ("1.1a", "9")} == {"1.1a": "te laat", "9": ""}


def test_a_goal_stands_again_below_what_has_none(plan: Dossier) -> None:
    """8 works at goal 1, 9 at none, and 10 and 11 below it at goal 1 again."""
    loose = {
        number: Milestone(id=number, number=str(number), title="Los", goal=goal)
        for number, goal in ((8, 1), (9, None), (10, 1), (11, 1))
    }
    changed = plan.with_tables({"milestones": {**plan.of(Milestone), **loose}})
    rows = table_of(sheets_of(build_workbook(changed, WorkbookOptions(DAY)))["Voortgang"], "Nr")
    told = {row[0]: row[1] for row in rows}
    assert [told[number] for number in ("8", "9", "10", "11")] == ["1 Meer leerlingen", "", "1 Meer leerlingen", ""]


def test_figures_of_other_years_have_columns_too(plan: Dossier) -> None:
    later = Indicator(
        id=2, title="Vacatures", series=(Point(id=1, year=2025, value=7), Point(id=2, year=2028, value=9))
    )
    changed = plan.with_tables({"indicators": {**plan.of(Indicator), 2: later}})
    rows = table_of(sheets_of(build_workbook(changed, WorkbookOptions(DAY)))["Cijfers"], "Cijfer en reeks")
    assert rows[0] == ["Cijfer en reeks", "2025", "2026", "2027", "2028"]
    assert ["aantal", 7.0, "", "", 9.0] in rows


@pytest.mark.parametrize(
    ("theme", "speerpunt", "milestone", "shown"),
    [
        # Its own goal, else those of its speerpunt, else those of its theme.
        ((1,), (), None, "1 Meer leerlingen"),
        ((1,), (2,), None, "2 Meer docenten"),
        ((1,), (2,), 1, "1 Meer leerlingen"),
        ((), (1, 2), None, "1 Meer leerlingen\n2 Meer docenten"),
        ((), (), None, ""),
    ],
)
def test_the_goals_of_a_milestone(
    plan: Dossier, theme: tuple[int, ...], speerpunt: tuple[int, ...], milestone: int | None, shown: str
) -> None:
    changed = with_records(
        plan,
        Goal(id=2, number=2, text="Meer docenten", periods=(1,)),
        plan.of(Theme)[1].changed(goals=theme),
        plan.of(Speerpunt)[1].changed(goals=speerpunt),
        plan.of(Milestone)[1].changed(goal=milestone),
    )
    rows = sheets_of(build_workbook(changed, WorkbookOptions(DAY)))["Voortgang"]
    assert next(row[1] for row in table_of(rows, "Nr") if row[0] == "1.1a") == shown


@pytest.mark.parametrize(
    ("party", "is_column"),
    [
        ({"status": "gestopt", "stopped_on": date(2026, 12, 31)}, False),
        ({"status": "gestopt", "stopped_on": date(2027, 1, 1)}, True),
        ({"agreed_on": date(2029, 1, 1)}, False),
        ({"agreed_on": date(2028, 12, 31)}, True),
        ({}, True),
    ],
)
def test_a_party_that_stopped_before_the_plan_has_no_column(
    plan: Dossier, party: dict[str, Any], is_column: bool
) -> None:
    """The plan is of 2027-2028; a party that is named in it keeps its column."""
    whole = with_records(plan, Party.model_validate({"id": 3, "name": "Zuid bv", **party}))
    read = sheets_of(build_workbook(whole, WorkbookOptions(DAY)))
    for sheet, head in (("Mijlpalen", "Nr"), ("VERI", "Waarover")):
        assert ("Zuid bv" in table_of(read[sheet], head)[0]) is is_column
    named = with_records(whole, Veri(id=3, row=Ref("themes", 1), party=Ref("parties", 3), code=VeriCode.SUPPORT))
    assert "Zuid bv" in table_of(sheets_of(build_workbook(named, WorkbookOptions(DAY)))["VERI"], "Waarover")[0]


def test_the_matrix(sheets: Mapping[str, Rows]) -> None:
    rows = [row[:4] for row in table_of(sheets["VERI"], "Waarover")]
    assert rows == [
        ["Nr", "Waarover", "Noord College", "Jansen bv"],
        ["1", "Kiezen", "", ""],
        ["1.1", "Lab", "E", ""],
        ["1.1a", "=1+1", "", "V"],
        ["1.1b", "Doorgaan?", "E", ""],
        ["9", "Los", "", ""],
    ]


def test_the_budget_has_the_amounts_of_the_dossier(sheets: Mapping[str, Rows]) -> None:
    heads, *rows = table_of(sheets["Begroting"], "Post")
    places = [heads.index(head) for head in ("Post", "Bedrag", "Te besteden", "Uitgegeven", "Over")]
    assert [[row[place] for place in places] for row in rows] == [
        ["", "", "", "", ""],
        ["Nog niets", "", 0.0, 0.0, 0.0],
        ["Uren", 6000.0, 6000.0, 1000.1, 4999.9],
        ["@hout", 43.23, 43.23, 0.0, 43.23],
        ["", "", "", "", ""],
        ["Totaal 1 Kiezen", 6043.23, 6043.23, 1000.1, 5043.13],
        ["", "", "", "", ""],
        ["Beheer", 250.0, 200.0, 300.0, -100.0],
        ["", "", "", "", ""],
        ["Totaal Hele project", 250.0, 200.0, 300.0, -100.0],
        ["Totaal", 6293.23, 6243.23, 1300.1, 4943.13],
    ]
    said = "1 uitgave van na 22 november 2026, €\u00a0999, telt nog niet mee."
    assert any(said in str(cell) for row in sheets["Begroting"] for cell in row)


def test_the_totals_of_the_budget(sheets: Mapping[str, Rows]) -> None:
    rows = [[cell for cell in row if cell != ""] for row in table_of(sheets["Begroting totaal"], "Thema")]
    assert list(filter(None, rows)) == [
        ["Thema", "2027", "2028", "Totaal"],
        ["1 Kiezen", 6000.0, 43.23, 6043.23],
        ["Hele project", 250.0, 0.0, 250.0],
        ["Totaal", 6250.0, 43.23, 6293.23],
        ["waarvan subsidiabel", 6250.0, 0.0, 6250.0],
        ["Kostensoort", "2027", "2028", "Totaal"],
        ["Intern personeel", 6000.0, 0.0, 6000.0],
        ["Overig", 0.0, 43.23, 43.23],
        ["Overhead", 250.0, 0.0, 250.0],
        ["Totaal", 6250.0, 43.23, 6293.23],
        ["Thema", "Te besteden", "Uitgegeven", "Over"],
        ["1 Kiezen", 6043.23, 1000.1, 5043.13],
        ["Hele project", 200.0, 300.0, -100.0],
        ["Totaal", 6243.23, 1300.1, 4943.13],
    ]


def test_what_is_new_below_a_head_belongs_to_what_that_head_is_about(plan: Dossier) -> None:
    """A row that is typed below `Jansen bv` is of party 2, one below what belongs to nobody is of nobody."""
    nobody = Cofinancing(id=3, title="Van iemand", year=2027)
    more = plan.with_tables({"cofinancing": {**plan.of(Cofinancing), 3: nobody}})
    hidden = sheets_of(build_workbook(more, WorkbookOptions(DAY)))[HIDDEN_SHEET]
    assert [row[1:4] for row in hidden if row[0] == RowOf.GROUP] == [
        ["Mijlpalen", "themes/1", "Thema 1: Kiezen"],
        ["Mijlpalen", "themes/0", "Zonder thema"],
        ["Begroting", "themes/1", "1 Kiezen"],
        ["Begroting", "themes/0", "Hele project"],
        ["Cofinanciering", "parties/2", "Jansen bv"],
        ["Cofinanciering", "parties/0", "Geen partij"],
    ]


def test_contributions_per_party_and_status(sheets: Mapping[str, Rows]) -> None:
    rows = [[cell for cell in row if cell != ""] for row in table_of(sheets["Cofinanciering"], "Partij")]
    assert rows == [
        ["Partij", "Beoogd", "Toegezegd", "Getekend", "Staat op gerealiseerd", "Totaal", "Gerealiseerd"],
        ["Jansen bv", 500.0, 0.0, 2000.0, 0.0, 2500.0, 0.0],
        ["Totaal", 500.0, 0.0, 2000.0, 0.0, 2500.0, 0.0],
    ]


def test_figures_are_numbers_where_they_are_one(sheets: Mapping[str, Rows]) -> None:
    rows = table_of(sheets["Cijfers"], "Cijfer en reeks")
    assert rows[:4] == [
        ["Cijfer en reeks", "2026", "2027"],
        ["Instroom, in leerlingen", "", ""],
        ["PIE", 42.0, "45,5*"],
        ["BWI", "1–4", ""],
    ]


def test_each_sheet_says_of_which_region_plan_and_day_it_is(plan: Dossier) -> None:
    assert about_lines(plan, DAY) == ["Regio Proefland · planperiode 2027-2028 · 22 november 2026"]
    assert about_lines(plan.with_tables({"periods": {}}), DAY) == ["Regio Proefland · 22 november 2026"]


def test_regions_side_by_side_have_each_figure_below_its_own_head() -> None:
    """Seven milestones: 1 to 5 hold so many less; what a region does not give is empty, and not zero."""
    lights = {
        Stoplicht.GROEN: 1,
        Stoplicht.ORANJE: 2,
        Stoplicht.ROOD: 3,
        Stoplicht.GEREED: 4,
        Stoplicht.NIET_GESTART: 5,
    }
    outcomes = {GoalOutcome.GEHAALD: 6, GoalOutcome.DEELS: 7, GoalOutcome.NIET: 8, GoalOutcome.ONBEKEND: 9}
    late = {"te laat": ("1.2", "3.1")}
    full = NationalRow("almere", "Almere", "regio", "2027-2028", 15, lights, late, 30, outcomes, 1)
    bare = NationalRow("zuid", "Zuid", "", "", None, None, {}, None, None, 0)
    rows = sheets_of(national_workbook([full, bare], "noord", DAY))["Regio’s"]
    assert ["noord · 22 november 2026" in row for row in rows].count(True) == 1
    head = next(row for row in rows if "Welke mijlpalen" in row)
    values = {row[head.index("Dossier")]: dict(zip(head, row, strict=True)) for row in rows if len(row) == len(head)}
    assert {name: value for name, value in values["almere"].items() if value != ""} == {
        "Regio": "Almere",
        "Dossier": "almere",
        "Soort": "regio",
        "Planperiode": "2027-2028",
        "Mijlpalen": 15,
        "Groen": 1,
        "Oranje": 2,
        "Rood": 3,
        "Gereed": 4,
        "Niet gestart": 5,
        "Meldingen": 3,
        "Welke mijlpalen": "te laat: 1.2, 3.1; niet te lezen: 1 regel",
        "Doelen": 30,
        "Doelen gehaald": 6,
        "Doelen deels": 7,
        "Doelen niet": 8,
        "Doelen onbekend": 9,
    }
    given = {name: value for name, value in values["zuid"].items() if value not in ("", None)}
    assert given == {"Regio": "Zuid", "Dossier": "zuid"}


def test_a_stoplicht_has_the_colour_of_its_word(data: bytes) -> None:
    """Green has most green, red most red and as much green as blue, orange less green than red and least blue."""
    main = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    parts = parts_of(data)
    looks = [dxf.find(f".//{main}bgColor") for dxf in etree.fromstring(parts["xl/styles.xml"]).iter(f"{main}dxf")]
    painted = {}
    for rule in etree.fromstring(parts["xl/worksheets/sheet2.xml"]).iter(f"{main}cfRule"):
        fill = looks[int(str(rule.get("dxfId")))]
        assert fill is not None
        painted[str(rule.findtext(f"{main}formula")).strip('"')] = bytes.fromhex(str(fill.get("rgb"))[2:])
    red, green, blue = painted["groen"]
    assert green - max(red, blue) > 20
    red, green, blue = painted["rood"]
    assert (red - max(green, blue) > 20, abs(green - blue) < 20) == (True, True)
    red, green, blue = painted["oranje"]
    assert (red - green > 20, green - blue > 20) == (True, True)


def test_every_formula_is_ours(data: bytes) -> None:
    formulas = [
        formula.text or ""
        for name, part in parts_of(data).items()
        if name.startswith("xl/worksheets/")
        for formula in etree.fromstring(part).iter("{http://schemas.openxmlformats.org/spreadsheetml/2006/main}f")
    ]
    assert formulas
    assert {formula.partition("(")[0].lstrip("=") for formula in formulas if "(" in formula} == {"IF", "SUM", "SUMIFS"}


def test_every_formula_comes_to_what_stands_in_its_cell(data: bytes) -> None:
    """A spreadsheet reckons again as soon as somebody types: from then on people read what the formulas say."""
    raw = SAMPLES / "voorbeeldregio-2027-2028.sto.json"
    example = dossier_from(decode(raw.read_bytes(), raw.name), raw.name).seen_in()
    for workbook, least in ((data, 40), (build_workbook(example, WorkbookOptions(DAY)), 400)):
        told = list(formulas_of(workbook))
        assert len(told) > least
        assert [one for one in told if one.kept != one.reckoned] == []


def test_what_is_typed_in_an_empty_row_counts_in_every_total(data: bytes) -> None:
    """Two of 50 in 2027 for theme 1 is 100 more; five of 20 that are promised is 100 more of Jansen."""
    money, given = ("Begroting", "Cofinanciering")
    row: dict[str, Value] = {
        "C": "Kast",
        "E": Decimal(2027),
        "F": "overig",
        "G": Decimal(2),
        "I": Decimal(50),
        "K": "ja",
    }
    gift: dict[str, Value] = {"B": "Hout", "D": Decimal(2027), "F": Decimal(5), "H": Decimal(20), "J": "toegezegd"}
    typed: dict[Place, Value] = {(money, f"{column}12"): value for column, value in row.items()}
    typed |= {(given, f"{column}10"): value for column, value in gift.items()}
    before = {one.place: one.reckoned for one in formulas_of(data)}
    now = {one.place: one.reckoned for one in formulas_of(data, typed)}
    changed: dict[str, dict[str, Decimal]] = {}
    for (sheet, cell), value in now.items():
        was = before[sheet, cell]
        if value != was:
            assert isinstance(value, Decimal)
            changed.setdefault(sheet, {})[cell] = value - (was if isinstance(was, Decimal) else 0)
    assert {value for cells in changed.values() for value in cells.values()} == {Decimal(100)}
    assert {sheet: [*cells] for sheet, cells in changed.items()} == {
        # The row, its theme, and all: amount, to spend, and left.
        money: ["J12", "M12", "O12", "J13", "M13", "O13", "J18", "M18", "O18"],
        # Theme, total and what is subsidised; other costs; to spend and left.
        "Begroting totaal": [
            *("C7", "E7", "C9", "E9", "C10", "E10", "C14", "E14", "C16", "E16"),
            *("C19", "E19", "C21", "E21"),
        ],
        # The row, and what Jansen promised, of all.
        given: ["I10", "D13", "G13", "D14", "G14"],
    }


@pytest.mark.parametrize("text", NASTY)
def test_text_stays_text(text: str) -> None:
    dossier = dossier_with(Milestone(id=1, number="1", title=f"x{text}").changed(title=text)).seen_in()
    rows = table_of(sheets_of(build_workbook(dossier, WorkbookOptions(DAY)))["Mijlpalen"], "Nr")
    assert rows[2][1] == dossier.of(Milestone)[1].title


def test_the_same_dossier_gives_the_same_bytes(plan: Dossier, data: bytes) -> None:
    assert build_workbook(plan, WorkbookOptions(DAY)) == data


def test_a_column_is_headed_by_the_word_of_the_region(plan: Dossier) -> None:
    own = with_records(plan, plan.region.changed(speerpunt_name="kans"))
    for dossier, word in ((plan, "Speerpunt"), (own, "Kans")):
        heads = table_of(sheets_of(build_workbook(dossier, WorkbookOptions(DAY)))["Begroting"], "Post")[0]
        assert heads[:3] == ["Regelnummer", "Post", word]


def test_an_empty_dossier_gives_a_workbook_too() -> None:
    assert "Leeg" in sheets_of(build_workbook(dossier_with().seen_in(), WorkbookOptions(DAY)))


def test_a_party_that_the_region_hides_is_counted(plan: Dossier) -> None:
    hidden = plan.of(Party)[2].changed(veri_hidden=True)
    shown = plan.with_tables({"parties": {**plan.tables["parties"], 2: hidden}})
    rows = sheets_of(build_workbook(shown, WorkbookOptions(DAY)))["VERI"]
    assert table_of(rows, "Waarover")[0] == ["Nr", "Waarover", "Noord College"]
    assert rows[4][1] == "1 partij met een rol staat hier niet: die is bij 6 VERI verborgen."


def about(rows: Rows) -> str:
    return " ".join(str(row[1]) for row in rows[:5])


def test_who_contributes_nothing_that_can_be_counted_has_no_row_in_the_totals(plan: Dossier) -> None:
    loose = Cofinancing(id=3, party=1, title="Lokalen", year=2027)
    more = plan.with_tables({"cofinancing": {**plan.tables["cofinancing"], 3: loose}})
    rows = sheets_of(build_workbook(more, WorkbookOptions(DAY)))["Cofinanciering"]
    assert [row[0] for row in table_of(rows, "Partij")] == ["Partij", "Jansen bv", "Totaal"]


def test_the_newest_payment_is_told_and_the_total_of_contributions_has_what_is_intended(
    sheets: Mapping[str, Rows],
) -> None:
    assert "De laatste uitgave is van 02-11-2026." in about(sheets["Begroting"])
    assert "telt nog niet mee voor het minimum, en staat wel in het totaal." in about(sheets["Cofinanciering"])


@pytest.mark.parametrize(
    ("sheet", "many", "each", "sum_in"), [("Begroting", "G12", "I12", "J12"), ("Cofinanciering", "F10", "H10", "I10")]
)
def test_a_typed_amount_is_rounded_to_cents(data: bytes, sheet: str, many: str, each: str, sum_in: str) -> None:
    """3,5 × 12,35 = 43,225, half a cent up."""
    typed: dict[Place, Value] = {(sheet, many): Decimal("3.5"), (sheet, each): Decimal("12.35"), (sheet, "C12"): "Hout"}
    (amount,) = [one.reckoned for one in formulas_of(data, typed) if one.place == (sheet, sum_in)]
    assert amount == Decimal("43.23")


def test_what_is_put_in_later_is_told_of_this_plan_only(plan: Dossier) -> None:
    """30 in January 2027 for a contribution of this plan, and 70 for one of the next."""
    following = PlanPeriod(id=2, label="2029-2030", start=date(2029, 1, 1), end=date(2030, 12, 31))
    other = Cofinancing(id=9, title="Later", year=2029, quantity=1, rate=70_00)
    given = [
        Realised(id=id, contribution=of, date=date(2027, 1, 5), amount=cents)
        for id, of, cents in ((1, 1, 30_00), (9, 9, 70_00))
    ]
    both = with_records(plan.whole, following, other, *given).seen_in(1)
    rows = sheets_of(build_workbook(both, WorkbookOptions(DAY)))["Cofinanciering"]
    told = [str(cell).replace("\u00a0", " ") for row in rows for cell in row if "van na" in str(cell)]
    assert [line.rpartition(". ")[2] for line in told] == [
        "1 bijdrage van na 22 november 2026, € 30, telt nog niet mee als gerealiseerd."
    ]


def test_what_is_booked_on_later_days_is_in_no_column_yet(plan: Dossier) -> None:
    """Of 20 in November 2026 and 30 in January 2027 only the 20; of the payments only the 1.300,10 of before."""
    bookings = (
        Realised(id=1, contribution=1, date=date(2026, 11, 1), amount=20_00),
        Realised(id=2, contribution=1, date=date(2027, 1, 5), amount=30_00),
        Payment(id=9, budget_line=1, date=date(2027, 1, 5), amount=11_00),
    )
    sheets = sheets_of(build_workbook(with_records(plan, *bookings), WorkbookOptions(DAY)))
    assert table_of(sheets["Cofinanciering"], "Partij")[-1][6] == 20.0
    (total,) = (row for row in sheets["Begroting"] if "Totaal" in row)
    assert [cell for cell in total if isinstance(cell, float)][-2:] == [1300.1, 4943.13]


def test_what_the_log_says_of_later_days_is_not_there_yet_and_told(plan: Dossier, sheets: Mapping[str, Rows]) -> None:
    later = "Wat in het logboek bij latere dagen staat, is hier niet meegenomen."
    assert later not in about(sheets["Voortgang"]), "of the day itself it is there"
    entry = Progress(
        id=2, milestone=3, date=date(2026, 12, 24), light=Stoplicht.ROOD, note="Komt nog", before_unknown=True
    )
    red = plan.of(Milestone)[3].model_copy(update={"light": Stoplicht.ROOD})
    tables = {
        "progress": {**plan.tables["progress"], 2: entry},
        "milestones": {**plan.tables["milestones"], 3: red},
    }
    rows = sheets_of(build_workbook(plan.with_tables(tables), WorkbookOptions(DAY)))["Voortgang"]
    assert later in about(rows)
    (loose,) = (row for row in table_of(rows, "Nr") if row[0] == "9")
    assert "niet bekend" in loose
    assert "Komt nog" not in loose


def test_what_was_granted_counts_without_an_amount_of_the_line(plan: Dossier) -> None:
    """6.243,23 was to be spent; 50 more is, of a line without an amount."""
    granted = plan.of(BudgetLine)[3].changed(granted=50_00)
    more = plan.with_tables({"budget": {**plan.tables["budget"], 3: granted}})
    rows = sheets_of(build_workbook(more, WorkbookOptions(DAY)))["Begroting"]
    (total,) = (row for row in rows if "Totaal" in row)
    assert [cell for cell in total if isinstance(cell, float)] == [6293.23, 6293.23, 1300.1, 4993.13]
    assert "zonder een van beide telt nergens mee" in about(rows)


def test_two_parties_of_one_name_have_heads_of_their_own(plan: Dossier) -> None:
    twin = plan.of(Party)[1].changed(name="Jansen bv")
    twins = plan.with_tables({"parties": {**plan.tables["parties"], 1: twin}})
    rows = sheets_of(build_workbook(twins, WorkbookOptions(DAY)))["VERI"]
    assert table_of(rows, "Waarover")[0][2:] == ["Jansen bv", "Jansen bv (2)"]
