"""Money, worked out by hand: in the rule, in the cell of the Word table, and in the row on the screen.

Every amount of the small dossier is different, so that a figure in the wrong place can't pass for the right one.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest

from sto_tui.documents.word import DraftOptions, build
from sto_tui.domain.dutch import NO_BREAK_SPACE
from sto_tui.domain.money import BudgetLine, Cofinancing, CofinancingForm, CofinancingStatus, CostKind, Realised
from sto_tui.domain.parties import Party, PartyKind, PartyStatus
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.region import PlanPeriod
from sto_tui.places import Place
from sto_tui.planning.checks.finding import Certainty, Level, findings
from sto_tui.planning.money.share import contributions, shown_minimum, shown_percent
from sto_tui.planning.money.subsidy import over_subsidy
from sto_tui.planning.money.totals import budget_by_theme
from sto_tui.planning.money.words import shown_years, theme_name
from sto_tui.screens.plan.money_rows import cofinancing_rows
from tests.support.by_hand import DAY, Cells, app_of, dossier_with, draft_of, paragraphs_of, rows_on_screen, tables_of
from tests.support.screens import seen, show_list

BUDGET, COFINANCING = "Begroting", "Cofinanciering"


def post(
    number: int, year: int, kind: CostKind, quantity: float | None, price: int | None, **more: object
) -> BudgetLine:
    values = {"title": f"Post {number}", "unit": "uur", "cost_kind": kind, "quantity": quantity, "price": price, **more}
    return BudgetLine.model_validate({"id": number, "year": year, **values})


def gift(
    number: int, year: int, form: str, status: str, quantity: float | None, rate: int | None, **more: object
) -> Cofinancing:
    values = {"title": f"Gift {number}", "unit": "uur", "form": form, "status": status, "rate": rate, **more}
    return Cofinancing.model_validate({"id": number, "year": year, "quantity": quantity, **values})


# 1: 1,5 x 33,33 = 49,995, so 50,00 (half a cent goes up)      theme 1, 2027
# 2: 2,5 x 33,33 = 83,325, so 83,33                            theme 1, 2028
# 3: 3 x 1.000   = 3.000,00   its speerpunt is of theme 2      theme 2, 2027
# 4: 7 x 210,50  = 1.473,50                                    theme 2, 2028
# 5: 11 x 98     = 1.078,00                                    the whole, 2027
# 6: 1 x 640     = 640,00     not subsidiabel                  theme 2, 2027
# 7: a price and no quantity: in no sum
POSTS = (
    post(1, 2027, CostKind.INTERN_PERSONEEL, 1.5, 33_33, theme=1),
    post(2, 2028, CostKind.INTERN_PERSONEEL, 2.5, 33_33, theme=1),
    post(3, 2027, CostKind.MATERIEEL, 3, 1_000_00, theme=1, speerpunt=1),
    post(4, 2028, CostKind.AFSCHRIJVING, 7, 210_50, theme=2),
    post(5, 2027, CostKind.OVERHEAD, 11, 98_00),
    post(6, 2027, CostKind.OVERIG, 1, 640_00, theme=2, eligible=False),
    post(7, 2028, CostKind.OVERIG, None, 20_00, theme=1),
)
# 1: 2 x 65 = 130 beoogd, Jansen, theme 1          4: 77,77 gerealiseerd, in money, Visser, theme 2
# 2: 320 toegezegd, Jansen, theme 2                5: 19 getekend, Visser, theme 1, in a year without a budget
# 3: 3 x 35 = 105 getekend, Visser, theme 1        6: hours without a rate, of nobody
GIFTS = (
    gift(1, 2027, "uren", "beoogd", 2, 65_00, party=1, theme=1),
    gift(2, 2028, "materiaal", "toegezegd", 1, 320_00, party=1, theme=1, speerpunt=1),
    gift(3, 2027, "ruimte", "getekend", 3, 35_00, party=2, theme=1),
    gift(4, 2028, "geld", "gerealiseerd", 1, 77_77, party=2, theme=2),
    gift(5, 2026, "uren", "getekend", 1, 19_00, party=2, theme=1),
    gift(6, 2028, "uren", "toegezegd", 4, None),
)
AROUND = (
    Theme(id=1, number=1, title="Kiezen"),
    Theme(id=2, number=2, title="Labs"),
    Speerpunt(id=1, theme=2, number="2.1", title="Lab"),
    Party(id=1, name="Jansen bv", kind=PartyKind.BEDRIJF),
    Party(id=2, name="Visser bv", kind=PartyKind.BEDRIJF),
)
SMALL = dossier_with(*AROUND, *POSTS, *GIFTS, subsidy_max=9_000_00)


# In Word.


@pytest.fixture(scope="module")
def tables() -> Mapping[str, Cells]:
    return tables_of(draft_of(SMALL, date(2028, 1, 1)))


def test_the_budget_per_theme_and_year_in_word(tables: Mapping[str, Cells]) -> None:
    assert tables["Projectkosten per thema in 2027-2028, in euro"] == [
        ["Thema", "2027", "2028", "Totaal"],
        ["1 Kiezen", "50,00", "83,33", "133,33"],
        ["2 Labs", "3.640,00", "1.473,50", "5.113,50"],  # 3.000 + 640
        ["Hele project", "1.078,00", "0,00", "1.078,00"],
        ["Totaal", "4.768,00", "1.556,83", "6.324,83"],
        ["waarvan subsidiabel", "4.128,00", "1.556,83", "5.684,83"],  # 640 less
    ]


def test_the_budget_per_kind_of_cost_and_year_in_word(tables: Mapping[str, Cells]) -> None:
    assert tables["Projectkosten per kostensoort in 2027-2028, in euro"] == [
        ["Kostensoort", "2027", "2028", "Totaal"],
        ["Intern personeel", "50,00", "83,33", "133,33"],
        ["Materieel", "3.000,00", "0,00", "3.000,00"],
        ["Afschrijving", "0,00", "1.473,50", "1.473,50"],
        ["Overig", "640,00", "0,00", "640,00"],
        ["Overhead", "1.078,00", "0,00", "1.078,00"],
        ["Totaal", "4.768,00", "1.556,83", "6.324,83"],
    ]


@pytest.mark.parametrize(
    ("of", "rows"),
    [
        # Jansen 130 + 320; Visser 105 + 19 and 77,77.
        (
            "partij",
            [
                ["Jansen bv", "130,00", "320,00", "0,00", "0,00", "450,00"],
                ["Visser bv", "0,00", "0,00", "124,00", "77,77", "201,77"],
            ],
        ),
        (
            "thema",
            [
                ["1 Kiezen", "130,00", "0,00", "124,00", "0,00", "254,00"],
                ["2 Labs", "0,00", "320,00", "0,00", "77,77", "397,77"],
            ],
        ),
        (
            "jaar",
            [
                ["2026", "0,00", "0,00", "19,00", "0,00", "19,00"],
                ["2027", "130,00", "0,00", "105,00", "0,00", "235,00"],
                ["2028", "0,00", "320,00", "0,00", "77,77", "397,77"],
            ],
        ),
        (
            "vorm",
            [
                ["Geld", "0,00", "0,00", "0,00", "77,77", "77,77"],
                ["Uren", "130,00", "0,00", "19,00", "0,00", "149,00"],
                ["Materiaal", "0,00", "320,00", "0,00", "0,00", "320,00"],
                ["Ruimte", "0,00", "0,00", "105,00", "0,00", "105,00"],
            ],
        ),
    ],
)
def test_cofinancing_by_status_in_word(tables: Mapping[str, Cells], of: str, rows: Cells) -> None:
    head, *found, foot = tables[f"Cofinanciering naar {of} en status, in euro"]
    assert head[1:] == ["Beoogd", "Toegezegd", "Getekend", "Staat op gerealiseerd", "Totaal"]
    assert found == rows
    assert foot == ["Totaal", "130,00", "320,00", "124,00", "77,77", "651,77"]


def test_both_percentages_in_word(tables: Mapping[str, Cells]) -> None:
    # Counted in 2027-2028: 320 + 105 + 77,77 = 502,77. Base: 5.684,83 + 502,77 = 6.187,60; 502,77 of it is 8,125%.
    # A ninth of 5.684,83 is 631,648, so 631,65 is needed: 128,88 more. Two years are not set against 9.000 for four.
    assert tables["Cofinanciering naast het minimum, 2027-2028"] == [
        ["Vergeleken met", "Bedrag", "Telt mee", "Deel", "Minimum", "Te weinig"],
        ["Subsidiabele begroting met cofinanciering", *euros("6.187,60", "502,77"), "8,1%", "10%", *euros("128,88")],
        ["Subsidie 2025-2028", "–", *euros("502,77"), "–", "10%", "–"],
    ]


def euros(*amounts: str) -> list[str]:
    return [f"€{NO_BREAK_SPACE}{amount}" for amount in amounts]


def test_what_has_no_amount_stands_apart_with_what_it_lacks(tables: Mapping[str, Cells]) -> None:
    assert tables["Posten zonder bedrag; die tellen in geen totaal mee"][1:] == [
        ["1 Kiezen", "Post 7 (2028)", "aantal", "–"]
    ]
    assert tables["Cofinanciering zonder bedrag; die telt in geen totaal mee"][1:] == [
        ["Hele project", "Gift 6", "2028", "tarief", "toegezegd"]
    ]


def test_posts_without_an_amount_of_which_the_same_is_told_stand_in_one_row() -> None:
    """Two of theme 1 in three years, one that also lacks its price, and one with a note."""
    told = {"theme": 1, "note": "Volgt na de inrichting."}
    posts = (
        post(1, 2027, CostKind.MATERIEEL, None, 5_00, title="Lab Noord", **told),
        post(2, 2028, CostKind.MATERIEEL, None, 5_00, title="Lab Noord", **told),
        post(3, 2028, CostKind.MATERIEEL, None, 5_00, title="Lab Zuid", **told),
        post(4, 2028, CostKind.MATERIEEL, None, None, title="Lab West", **told),
        post(5, 2028, CostKind.MATERIEEL, None, 5_00, theme=1),
    )
    made = tables_of(draft_of(dossier_with(*AROUND, *posts)))
    assert made["Posten zonder bedrag; die tellen in geen totaal mee"][1:] == [
        ["1 Kiezen", "Lab Noord (2027-2028) / Lab Zuid (2028)", "aantal", "Volgt na de inrichting."],
        ["1 Kiezen", "Lab West (2028)", "aantal en prijs", "Volgt na de inrichting."],
        ["1 Kiezen", "Post 5 (2028)", "aantal", "–"],
    ]


@pytest.mark.parametrize(
    ("region", "asked"),
    [
        ({"subsidy_max": 9_000_00}, ["de subsidie voor 2027-2028"]),
        ({"subsidy_max": 9_000_00, "subsidy": 4_000_00}, []),
        ({}, ["de maximale subsidie"]),
        ({"subsidy_max": 0, "subsidy": 0}, ["de maximale subsidie"]),
    ],
)
def test_the_draft_asks_for_the_subsidy_that_it_needs(region: dict[str, int], asked: list[str]) -> None:
    draft = build(dossier_with(*AROUND, *POSTS, *GIFTS, **region), DraftOptions(DAY))
    missing = draft.missing
    assert ("de regio ingevuld" in "".join(paragraphs_of(draft.data))) is any(region.values())
    assert [one.hole for one in missing if "subsidie" in one.hole] == asked
    assert {"aantal bij 1 post", "tarief bij 1 bijdrage"} <= {one.hole for one in missing}


# On the screen.


async def test_the_budget_on_the_screen(tmp_path: Path) -> None:
    rows = await rows_on_screen(tmp_path / "a.sto.json", SMALL, BUDGET)
    start = rows.index("1 Kiezen: € 133,33, 1 regel zonder bedrag")
    assert [row for row in rows[start:] if row][:21] == [
        "1 Kiezen: € 133,33, 1 regel zonder bedrag",
        "2027 Post 1 intern personeel € 50",
        "2028 Post 2 intern personeel € 83,33",
        "2028 Post 7 overig geen aantal",
        "2 Labs: € 5.113,50",
        "2027 Post 3 materieel € 3.000",
        "2027 Post 6 overig € 640",
        "2028 Post 4 afschrijving € 1.473,50",
        "Hele project: € 1.078",
        "2027 Post 5 overhead € 1.078",
        "Totaal per kostensoort",
        "intern personeel € 133,33",
        "materieel € 3.000",
        "afschrijving € 1.473,50",
        "overig € 640",
        "overhead € 1.078",
        "Totaal per jaar",
        "2027 € 4.768",
        "2028 € 1.556,83",
        "Totaal € 6.324,83",
        "waarvan subsidiabel € 5.684,83",
    ]


async def test_the_cofinancing_on_the_screen(tmp_path: Path) -> None:
    rows = await rows_on_screen(tmp_path / "a.sto.json", SMALL, COFINANCING)
    found = [row for row in rows[rows.index("Jansen bv: € 450, waarvan € 130 beoogd") :] if row]
    assert found[: found.index("Alles samen € 651,77") + 1] == [
        "Jansen bv: € 450, waarvan € 130 beoogd",
        "2027 Gift 1 uren beoogd € 130",
        "2028 Gift 2 materiaal toegezegd € 320",
        "Visser bv: € 201,77",
        "2026 Gift 5 uren getekend € 19",
        "2027 Gift 3 ruimte getekend € 105",
        "2028 Gift 4 geld gerealiseerd € 77,77",
        "Geen partij: nog geen bedragen",
        "2028 Gift 6 uren toegezegd geen tarief",
        "Totaal per thema",
        "1 Kiezen € 254",
        "beoogd € 130",
        "getekend € 124",
        "2 Labs € 397,77",
        "toegezegd € 320",
        "getekend € 77,77",
        "Totaal per vorm",
        "geld getekend € 77,77",
        "uren € 149",
        "beoogd € 130",
        "getekend € 19",
        "materiaal toegezegd € 320",
        "ruimte getekend € 105",
        "Naast het minimum",
        "€ 502,77 telt mee: toegezegd, getekend of gerealiseerd in 2027-2028.",
        "8,1% van de subsidiabele begroting met cofinanciering (€ 6.187,60); er ontbreekt € 128,88.",
        "Het minimum is 10%.",
        "Deel van de subsidie 2025-2028: niet te berekenen, want de bedragen gaan over 2027-2028; "
        "vul bij de planperiode de",
        "subsidie in.",
        "Totaal per jaar",
        "2026, buiten planperiode 2027-2028 getekend € 19",
        "2027 € 235",
        "beoogd € 130",
        "getekend € 105",
        "2028 € 397,77",
        "toegezegd € 320",
        "getekend € 77,77",
        "Wat er meetelt",
        "Bijdragen staan naast de begroting, ook die in geld: ze gaan niet van de kosten af.",
        "€ 130 is alleen beoogd en telt niet mee.",
        "€ 19 aan bijdragen hoort bij jaren buiten de planperiode en telt niet mee.",
        "1 bijdrage van na 2026, € 77,77, staat zonder dag op gerealiseerd en telt als getekend tot haar jaar begint.",
        "Totaal",
        "beoogd € 130",
        "toegezegd € 320",
        "getekend € 201,77",
        "gerealiseerd € 0",
        "Alles samen € 651,77",
    ]


def test_a_firm_promise_is_bold() -> None:
    rows = {row.key.id: row.cells[3] for row in cofinancing_rows(SMALL, DAY) if isinstance(row.key, Ref)}
    assert [rows[number] for number in range(1, 5)] == [
        ("beoogd", "text"),
        ("toegezegd", "text"),
        ("getekend", "bold"),
        ("gerealiseerd", "bold"),
    ]


async def test_every_sentence_about_the_minimum_can_be_reached_in_the_smallest_window(tmp_path: Path) -> None:
    app = app_of(tmp_path / "a.sto.json", SMALL)
    met = ""
    async with app.run_test(size=(60, 20)) as pilot:
        show_list(app, COFINANCING)
        await pilot.press("end")
        for _ in range(14):
            await pilot.press("up")
            met += seen(app)
    for words in (
        "Naast het minimum",
        "€ 6.187,60",
        "Het minimum is 10%",
        "alleen beoogd",
        "ook die in geld",
        "te berekenen",
    ):
        assert words in met.replace(NO_BREAK_SPACE, " "), words


async def test_a_budget_without_amounts_says_so_and_not_zero(tmp_path: Path) -> None:
    lines = (post(1, 2027, CostKind.OVERIG, None, None, theme=2), post(2, 2027, CostKind.OVERIG, 3, None, theme=2))
    rows = await rows_on_screen(tmp_path / "a.sto.json", dossier_with(*AROUND, *lines), BUDGET)
    start = rows.index("2 Labs: nog geen bedragen")
    assert rows[start + 1 : start + 3] == ["2027 Post 1 overig geen aantal en prijs", "2027 Post 2 overig geen prijs"]
    assert not [row for row in rows if "€" in row or "Totaal" in row]


# The rules.


def test_a_line_is_rounded_to_the_cent_as_on_paper() -> None:
    # 0,5 x 0,05 = 0,025, so 3 cents; 0,5 x 0,03 = 0,015, so 2; a credit of 0,5 x -0,03 is -2 cents.
    totals = [post(1, 2027, CostKind.OVERIG, 0.5, price).total for price in (5, 3, -3, 0)]
    assert totals == [3, 2, -2, 0]
    # 1,15 is a hair less than 1,15 in a computer; 1,15 x 10,00 is 11,50 and 2,675 x 1,00 is 2,68.
    assert [gift(1, 2027, "uren", "beoogd", *one).total for one in ((1.15, 10_00), (2.675, 1_00))] == [11_50, 2_68]


WHOLE = PlanPeriod(id=1, label="2025-2028", start=date(2025, 1, 1), end=date(2028, 12, 31), current=True)
# 900.000 together, in a plan for all years of the subsidy.
FOUR_YEARS = (WHOLE, *(post(year, 2024 + year, CostKind.OVERIG, 1, 225_000_00) for year in range(1, 5)))


@pytest.mark.parametrize(
    ("given", "percents", "short"),
    [
        # A tenth of the whole: 100.000 of 900.000 + 100.000. Of a subsidy of 800.000 it is 12,5%.
        (100_000_00, ("10,0%", "12,5%"), (0, 0)),
        # One cent less than that is too little by one cent; 9,999...% is not shown as 10,0%.
        (99_999_99, ("9,99%", "12,5%"), (1, 0)),
        # 99.600 of 999.600 is 9,964%: 400 short, and not 10,0%. Of 800.000 it is 12,45%, so 12,5%.
        (99_600_00, ("9,96%", "12,5%"), (400_00, 0)),
        # 60.000 of 960.000 is 6,25%, so 6,3% and 40.000 short; of 800.000 it is 7,5%, and 20.000 short.
        (60_000_00, ("6,3%", "7,5%"), (40_000_00, 20_000_00)),
        (0, ("0,0%", "0,0%"), (100_000_00, 80_000_00)),
    ],
)
def test_the_percentages_of_a_budget_for_all_years(
    given: int, percents: tuple[str, str], short: tuple[int, int]
) -> None:
    state = contributions(
        dossier_with(*FOUR_YEARS, gift(1, 2026, "uren", "getekend", 1, given), subsidy_max=800_000_00)
    )
    assert state is not None
    assert tuple(map(shown_percent, state.shares)) == percents
    assert tuple(share.short for share in state.shares) == short
    assert len(state.too_low) == sum(one > 0 for one in short)


@pytest.mark.parametrize("status", CofinancingStatus)
def test_only_what_is_intended_does_not_count(status: CofinancingStatus) -> None:
    state = contributions(dossier_with(*FOUR_YEARS, gift(1, 2026, "uren", status.value, 3, 11_00)))
    assert state is not None
    assert (state.counted, state.intended) == ((0, 33_00) if status == "beoogd" else (33_00, 0))


@pytest.mark.parametrize(
    ("years", "region", "name", "percent"),
    [
        # 40 each year. Two years: 80 of the part that the region named for them, 640, is 12,5%.
        ((2027, 2028), {"subsidy_max": 2_000_00}, "subsidie 2025-2028", "–"),
        ((2027, 2028), {"subsidy_max": 2_000_00, "subsidy": 640_00}, "subsidie 2027-2028", "12,5%"),
        # Four years: 160 of 2.000 is 8%; the part is for fewer years and plays no role.
        (
            (2025, 2026, 2027, 2028),
            {"subsidy_max": 2_000_00, "subsidy": 640_00},
            "subsidie 2025-2028",
            "8,0%",
        ),
        ((2025, 2027), {"subsidy_max": 2_000_00}, "subsidie 2025-2028", "–"),
        # 2024 is outside the plan, and 2025 alone is not the four years.
        ((2024, 2025), {"subsidy_max": 2_000_00}, "subsidie 2025-2028", "–"),
        ((2027, 2028), {}, "subsidie", "–"),
        ((2027, 2028), {"subsidy_max": 0}, "subsidie", "–"),
    ],
)
def test_a_subsidy_is_only_set_against_its_own_years(
    years: Sequence[int], region: dict[str, int], name: str, percent: str
) -> None:
    lines = [post(year, year, CostKind.OVERIG, 1, 100_00) for year in years]
    gifts = [gift(year, year, "uren", "getekend", 1, 40_00) for year in years]
    state = contributions(dossier_with(WHOLE, *lines, *gifts, **region))
    assert state is not None
    share = state.shares[1]
    assert (share.name, shown_percent(share)) == (name, percent)
    assert bool(share.why_not) == (percent == "–")


@pytest.mark.parametrize(
    ("own", "lens", "name", "percent", "over"),
    [
        # 40 of 100 each year. The 2.000 of the region are for 2025-2028: 160 of it is 8%.
        (None, 2, "subsidie 2025-2028", "8,0%", None),
        (320_00, 2, "subsidie 2025-2028", "8,0%", None),
        # Of the 320 of 2021-2024 it is 50%, and the 400 of costs there are 80 too much.
        (320_00, 1, "subsidie 2021-2024", "50,0%", 80_00),
        # The 2.000 of another regulation say nothing of 2021-2024.
        (None, 1, "subsidie 2021-2024", "–", None),
        (0, 1, "subsidie 2021-2024", "–", None),
    ],
)
def test_the_maximum_is_that_of_the_regulation_of_the_plan_at_hand(
    own: int | None, lens: int, name: str, percent: str, over: int | None
) -> None:
    earlier = PlanPeriod(id=1, label="2021-2024", start=date(2021, 1, 1), end=date(2024, 12, 31), subsidy=own)
    years = range(2021, 2029)
    lines = [post(year, year, CostKind.OVERIG, 1, 100_00) for year in years]
    gifts = [gift(year, year, "uren", "getekend", 1, 40_00) for year in years]
    whole = dossier_with(earlier, WHOLE.changed(id=2), *lines, *gifts, subsidy_max=2_000_00)
    seen_in = whole.seen_in(lens)
    state, too_much = contributions(seen_in), over_subsidy(seen_in)
    assert state is not None
    share = state.shares[1]
    assert (share.name, shown_percent(share), too_much and too_much.cents) == (name, percent, over)
    draft = build(seen_in, DraftOptions(DAY))
    told = "\n".join(paragraphs_of(draft.data))
    assert ("Maximale subsidie: €\u00a02.000" in told, "Subsidie voor 2021-2024: €\u00a0320" in told) == (
        lens == 2,
        lens == 1 and bool(own),
    )
    asked = [one.hole for one in draft.missing if "subsidie" in one.hole]
    assert asked == (["de subsidie voor 2021-2024"] if percent == "–" else [])


@pytest.mark.parametrize(
    ("year", "typed", "minimum"),
    [
        (2023, None, "7,5%"),
        (2024, None, "7,5%"),
        (2025, None, "10%"),
        (2027, None, "10%"),
        (2027, 12.5, "12,5%"),
        (2027, 0, "0%"),
    ],
)
def test_the_minimum_is_that_of_the_years_unless_the_region_typed_one(
    year: int, typed: float | None, minimum: str
) -> None:
    plan = PlanPeriod(id=1, label=str(year), start=date(year, 1, 1), end=date(year, 12, 31))
    state = contributions(dossier_with(plan, post(1, year, CostKind.OVERIG, 1, 100_00), minimum_cofinancing=typed))
    assert state is not None
    assert shown_minimum(state) == minimum
    assert len(state.too_low) == (typed != 0)


@pytest.mark.parametrize("given", [-1_00, -50])
def test_contributions_below_zero_are_no_share(given: int) -> None:
    """Costs of 1 euro with -1 euro are nothing to take a part of, and with -0,50 no part can be below zero."""
    lines = (post(1, 2026, CostKind.OVERIG, 1, 1_00), gift(1, 2026, "geld", "getekend", 1, given))
    state = contributions(dossier_with(*FOUR_YEARS, *lines, subsidy_max=-100))
    assert state is not None
    assert [(share.percent, share.why_not) for share in state.shares] == [
        (None, "de bijdragen zijn samen lager dan nul"),
        (None, "de maximale subsidie is nog niet ingevuld"),
    ]


def test_without_an_amount_there_is_no_percentage() -> None:
    assert contributions(dossier_with()) is None
    # Contributions and no budget: 30 of what? Of the subsidy it can be said: 30 of 400 is 7,5%.
    gifts = [gift(year, year, "uren", "getekend", 1, 7_50) for year in range(2025, 2029)]
    state = contributions(dossier_with(WHOLE, *gifts, subsidy_max=400_00))
    assert state is not None
    assert [shown_percent(share) for share in state.shares] == ["–", "7,5%"]
    assert (state.shares[0].amount, state.shares[1].amount) == (0, 400_00)
    assert state.shares[0].why_not == "de begroting heeft nog geen subsidiabele bedragen"
    # 120 and -200 are -80 together, and with -120 they are nil: there are amounts, and nothing to take a part of.
    for below in (-200_00, -120_00):
        lines = (post(1, 2026, CostKind.OVERIG, 1, 120_00), post(2, 2026, CostKind.OVERIG, 1, below), gifts[1])
        state = contributions(dossier_with(WHOLE, *lines))
        assert state is not None
        assert state.shares[0].why_not == "de subsidiabele kosten zijn samen niet hoger dan nul"


def test_the_typed_part_of_the_subsidy_is_for_all_years_with_amounts() -> None:
    """Costs of 800 in 2027 and a contribution in 2028; the region typed 700 for both: 100 over."""
    amounts = (post(1, 2027, CostKind.OVERIG, 1, 800_00), gift(1, 2028, "uren", "getekend", 1, 50_00))
    over = over_subsidy(dossier_with(WHOLE, *amounts, subsidy_max=900_00, subsidy=700_00))
    assert over is not None
    assert (over.cents, over.subsidy_name) == (100_00, "subsidie 2027-2028")


@pytest.mark.parametrize(
    ("form", "status", "region", "over"),
    [
        # 900.000 of costs. Contributions stand beside them, also those in money, and take nothing off.
        ("geld", "toegezegd", {"subsidy_max": 899_999_99}, 1),
        ("geld", "toegezegd", {"subsidy_max": 900_000_00}, None),
        ("geld", "gerealiseerd", {"subsidy_max": 850_000_00}, 50_000_00),
        ("uren", "getekend", {"subsidy_max": 850_000_00}, 50_000_00),
        ("uren", "getekend", {"subsidy_max": -1}, None),
        ("uren", "getekend", {}, None),
    ],
)
def test_costs_above_the_subsidy(form: str, status: str, region: dict[str, int], over: int | None) -> None:
    assert over_by(*FOUR_YEARS, gift(1, 2026, form, status, 1, 50_000_00), **region) == over


def over_by(*records: Record, **region: object) -> int | None:
    found = over_subsidy(dossier_with(*records, **region))
    return found.cents if found else None


# In 2027-2028: 900 of costs; 60 signed in money and 40 in hours. In 2031, when this subsidy is over: 500 of costs, and
# 300 signed in money. In 2026, before the plan, though within the four years of the subsidy: 100 of costs.
OUTSIDE = (
    post(1, 2027, CostKind.OVERIG, 1, 400_00),
    post(2, 2028, CostKind.OVERIG, 1, 500_00),
    post(3, 2031, CostKind.OVERIG, 1, 500_00),
    post(4, 2026, CostKind.OVERIG, 1, 100_00),
    gift(1, 2027, "geld", "getekend", 1, 60_00),
    gift(2, 2028, "uren", "getekend", 1, 40_00),
    gift(3, 2031, "geld", "getekend", 1, 300_00),
)


def test_years_outside_the_plan_are_set_against_nothing() -> None:
    # 100 of 900 + 100 = 1.000 is 10%, and nothing is lacking. The 300 of 2031, and 500 + 100 of costs, play no role.
    state = contributions(dossier_with(*OUTSIDE))
    assert state is not None
    assert (state.years, state.counted, state.elsewhere, state.uncounted) == ((2027, 2028), 100_00, 300_00, 600_00)
    assert (state.shares[0].amount, shown_percent(state.shares[0]), state.shares[0].short) == (1_000_00, "10,0%", 0)
    # 900 of costs and a subsidy of 800: 100 over.
    assert over_by(*OUTSIDE, subsidy=800_00) == 100_00
    # With nothing but 2031 there is nothing to set against it.
    assert contributions(dossier_with(OUTSIDE[2], OUTSIDE[6])) is None
    assert over_by(OUTSIDE[2], subsidy=1_00) is None


async def test_a_contribution_in_a_year_without_costs_counts(tmp_path: Path) -> None:
    """Costs of 750 in 2027, and 100 signed in 2028, both years of the plan: 100 of 750 + 100 = 850 is 11,76%."""
    dossier = dossier_with(
        Party(id=1, name="Jansen bv", kind=PartyKind.BEDRIJF),
        post(1, 2027, CostKind.MATERIEEL, 1, 750_00),
        gift(1, 2028, "uren", "getekend", 2, 50_00, party=1),
    )
    table = tables_of(draft_of(dossier))["Cofinanciering naast het minimum, 2027-2028"]
    assert table[1] == [
        "Subsidiabele begroting met cofinanciering",
        *euros("850", "100"),
        "11,8%",
        "10%",
        *euros("0"),
    ]
    rows = await rows_on_screen(tmp_path / "a.sto.json", dossier, COFINANCING)
    assert "€ 100 telt mee: toegezegd, getekend of gerealiseerd in 2027-2028." in rows
    assert "11,8% van de subsidiabele begroting met cofinanciering (€ 850)." in rows
    assert "cofinancing_below_minimum" not in {one.check for one in findings(dossier, DAY)}


def test_costs_of_fewer_years_than_the_contributions_have_the_subsidy_of_their_own_years() -> None:
    """Costs of 700 in 2027-2028, 650 of subsidy for those; contributions in all four years of the plan.

    The costs exceed the 650 by 50, and not the 2.000 of four years. Contributions of 4 × 60 = 240 are 12% of the 2.000.
    """
    lines = [post(year, year, CostKind.OVERIG, 1, 350_00) for year in (2027, 2028)]
    gifts = [gift(year, year, "geld", "getekend", 1, 60_00) for year in range(2025, 2029)]
    region = {"subsidy_max": 2_000_00, "subsidy": 650_00}
    assert over_by(WHOLE, *lines, *gifts, **region) == 50_00
    state = contributions(dossier_with(WHOLE, *lines, *gifts, **region))
    assert state is not None
    assert (state.shares[1].name, shown_percent(state.shares[1])) == ("subsidie 2025-2028", "12,0%")


def test_contributions_of_others_are_a_finding_only_when_they_count() -> None:
    """The municipality: 40 signed and 5 given in the plan's years, so 45. 300 in 2031 and 7 hoped for count nowhere."""
    around = (Party(id=1, name="Gemeente Dal", kind=PartyKind.GEMEENTE), post(1, 2027, CostKind.OVERIG, 1, 900_00))
    elsewhere = (
        gift(1, 2031, "geld", "getekend", 1, 300_00, party=1),
        gift(2, 2027, "uren", "beoogd", 1, 7_00, party=1),
    )
    counting = (
        gift(3, 2027, "geld", "getekend", 1, 40_00, party=1),
        gift(4, 2028, "uren", "gerealiseerd", 1, 5_00, party=1),
    )

    def said(*gifts: Cofinancing) -> list[str]:
        every = findings(dossier_with(*around, *gifts), DAY)
        return [one.message.replace(NO_BREAK_SPACE, " ") for one in every if one.check == "cofinancing_by_others"]

    assert said(*elsewhere) == []
    assert said(gift(3, 2027, "geld", "getekend", 0, 40_00, party=1)) == [], "none of it is money"
    (message,) = said(*elsewhere, *counting)
    assert message.startswith("De bijdrage van Gemeente Dal (gemeente) van € 45 telt mee voor het minimum.")


@pytest.mark.parametrize("kind", PartyKind)
def test_who_is_a_company(kind: PartyKind) -> None:
    """One rule says whose money is looked up in the regulation, and whether a company takes part."""
    party = Party(id=1, name="Dal", kind=kind)
    found = {
        one.check
        for one in findings(
            dossier_with(
                party,
                post(1, 2027, CostKind.OVERIG, 1, 9_00),
                gift(1, 2027, "geld", "getekend", 1, 2_00, party=1),
            ),
            DAY,
        )
    }
    company = kind.value in ("bedrijf", "branche", "netwerk")
    assert ("cofinancing_by_others" in found, "no_company" in found) == (not company, not company)


def test_years_outside_the_plan_are_findings_that_name_line_and_period() -> None:
    said = {one.message: one for one in findings(dossier_with(*OUTSIDE), DAY) if one.check.endswith("_outside_period")}
    assert list(said) == [
        "Begrotingsregel ‘Post 3’ (2031) hoort bij een jaar buiten planperiode 2027-2028. Verbeter het jaar, of "
        "controleer of deze regel in dit plan hoort.",
        "Begrotingsregel ‘Post 4’ (2026) hoort bij een jaar buiten planperiode 2027-2028. Verbeter het jaar, of "
        "controleer of deze regel in dit plan hoort.",
        "Bijdrage ‘Gift 3’ (2031) hoort bij een jaar buiten planperiode 2027-2028. Verbeter het jaar, of controleer of "
        "deze regel in dit plan hoort.",
    ]
    assert [one.ref for one in said.values()] == [
        Ref("budget", 3, "year"),
        Ref("budget", 4, "year"),
        Ref("cofinancing", 3, "year"),
    ]
    assert {(one.level, one.certainty) for one in said.values()} == {(Level.WAARSCHUWING, Certainty.TE_CONTROLEREN)}
    # Six lines of an earlier plan are one finding.
    older = [post(number, 2026, CostKind.OVERIG, 1, 1_00) for number in range(1, 7)]
    assert [one.message for one in findings(dossier_with(*older), DAY) if one.check == "budget_outside_period"] == [
        "6 begrotingsregels horen bij een jaar buiten planperiode 2027-2028, zoals ‘Post 1’ (2026). Verbeter de jaren, "
        "of controleer of deze regels in dit plan horen."
    ]


def test_so_many_lines_outside_the_plan_are_told_apart() -> None:
    older = [post(number, 2026, CostKind.OVERIG, 1, 1_00) for number in range(1, 6)]
    assert sum(one.check == "budget_outside_period" for one in findings(dossier_with(*older), DAY)) == 5


@pytest.mark.parametrize(
    ("years", "why_not"),
    [
        # Without a period of the plan all years count. 2028 is a year of 2025-2028 and 2030 is not; 2040 is of none.
        (
            (2028, 2030),
            "de bedragen gaan over 2028 en 2030; vul bij de planperiode de subsidie in",
        ),
        ((2040,), "2040 hoort bij geen planperiode"),
    ],
)
def test_years_of_a_dossier_without_a_plan_period(years: Sequence[int], why_not: str) -> None:
    lines = [post(year, year, CostKind.OVERIG, 1, 100_00) for year in years]
    dossier = dossier_with(*lines, subsidy_max=900_00).with_tables({"periods": {}})
    state = contributions(dossier)
    assert state is not None
    assert (state.years, state.shares[1].why_not) == (years, why_not)


def test_a_contribution_of_nobody_is_not_that_of_a_party_that_stopped() -> None:
    """Costs of 1 cent and a contribution of 1 cent that nobody has put a name to: half of the whole of 2 cents."""
    dossier = dossier_with(
        Party(id=1, name="Jansen bv", status=PartyStatus.GESTOPT),
        post(1, 2027, CostKind.OVERIG, 1, 1),
        gift(1, 2027, "geld", "getekend", 1, 1),
    )
    state = contributions(dossier)
    assert state is not None
    assert (state.counted, state.stopped, shown_percent(state.shares[0])) == (1, 0, "50,0%")


async def test_years_outside_the_plan_say_so_in_word_and_on_the_screen(tmp_path: Path) -> None:
    lines = [line.replace(NO_BREAK_SPACE, " ") for line in paragraphs_of(draft_of(dossier_with(*OUTSIDE)))]
    assert any(
        "In de totalen staat ook wat bij 2026 en 2031 hoort, buiten planperiode 2027-2028." in one for one in lines
    )
    assert (
        "€ 300 aan bijdragen hoort bij jaren buiten de planperiode en telt niet mee. "
        "€ 600 aan subsidiabele kosten hoort bij jaren buiten de planperiode en telt niet mee." in (" ".join(lines))
    )
    rows = await rows_on_screen(tmp_path / "a.sto.json", dossier_with(*OUTSIDE), BUDGET)
    assert "2031 Buiten planperiode 2027-2028 € 500" in rows
    assert "2027 € 400" in rows


def test_costs_that_are_not_subsidiabel_are_not_set_against_the_subsidy() -> None:
    lines = [post(1, 2027, CostKind.OVERIG, 1, 300_00), post(2, 2027, CostKind.OVERIG, 1, 45_00, eligible=False)]
    assert over_by(*lines, subsidy=300_00) is None
    assert over_by(*lines, subsidy_max=900_00, subsidy=290_00) == 10_00


@pytest.mark.parametrize(
    ("years", "written"),
    [
        ((2027,), "2027"),
        ((2027, 2028), "2027-2028"),
        ((2025, 2027), "2025 en 2027"),
        ((2020, 2021, 2023), "2020, 2021 en 2023"),
    ],
)
def test_years_in_words(years: tuple[int, ...], written: str) -> None:
    assert shown_years(years) == written


def test_findings_name_amounts_and_fields() -> None:
    said = [one.message.replace(NO_BREAK_SPACE, " ") for one in findings(SMALL, DAY) if one.place is Place.PLAN]
    assert "Begrotingsregel ‘Post 7’ (2028) heeft geen bedrag. Vul het aantal in." in said
    assert "Bijdrage ‘Gift 6’ (2028) heeft geen bedrag. Vul het tarief in." in said
    assert (
        "De cofinanciering is, zonder wat alleen beoogd is, 8,1% van de subsidiabele begroting met cofinanciering "
        "(€ 128,88 te weinig). Het minimum is 10%. Vraag partijen om toezeggingen."
    ) in said
    # 5.684,83 of costs, 4.000 of subsidy for these years: 1.684,83 over. The 77,77 in money takes nothing off.
    over = dossier_with(*AROUND, *POSTS, *GIFTS, subsidy=4_000_00)
    said = [one.message.replace(NO_BREAK_SPACE, " ") for one in findings(over, DAY)]
    assert (
        "De subsidiabele kosten in 2027-2028 zijn € 5.684,83: € 1.684,83 meer dan de subsidie 2027-2028 (€ 4.000). "
        "Bijdragen staan naast de begroting, ook die in geld: ze gaan niet van de kosten af. Verlaag kosten, of zet "
        "wat een partij betaalt alleen bij de cofinanciering."
    ) in said
    # Without that part the whole 5.000 is the limit: 684,83 over.
    said = [one.message for one in findings(dossier_with(*AROUND, *POSTS, subsidy_max=5_000_00), DAY)]
    assert any("€\u00a0684,83 meer dan de maximale subsidie 2025-2028 (€\u00a05.000)." in message for message in said)


@pytest.mark.parametrize(
    ("status", "check", "running", "over"),
    [
        (
            "getekend",
            "cofinancing_below_minimum",
            "Vraag partijen om toezeggingen.",
            "De planperiode is voorbij: leg vast wat er is gerealiseerd, met bewijs.",
        ),
        (
            "beoogd",
            "cofinancing_only_intended",
            "alleen nog beoogd. Vraag de partijen om een toezegging en leg die vast.",
            "alleen beoogd. De planperiode is voorbij: leg vast wat er is gerealiseerd, met bewijs.",
        ),
    ],
)
def test_nobody_is_asked_to_promise_when_the_plan_is_over(status: str, check: str, running: str, over: str) -> None:
    """1 of 901: 0,1%, below the minimum."""
    dossier = dossier_with(post(1, 2027, CostKind.MATERIEEL, 1, 900_00), gift(1, 2027, "geld", status, 1, 1_00))
    for day, words in ((date(2028, 12, 31), running), (date(2029, 1, 1), over)):
        (told,) = [one.message for one in findings(dossier, day) if one.check == check]
        assert told.endswith(words)


@pytest.mark.parametrize("form", CofinancingForm)
def test_every_form_has_its_own_row(form: CofinancingForm) -> None:
    found = tables_of(draft_of(dossier_with(gift(1, 2027, form.value, "getekend", 3, 7_00))))
    assert found["Cofinanciering naar vorm en status, in euro"][1][:4] == [form.label.capitalize(), "0", "0", "21"]


def test_a_promise_of_a_party_that_stopped_does_not_count() -> None:
    """Costs 900. Jansen stopped: 60 signed (not given) and 40 given; Visser promised 50; Jansen hopes to give 7.

    40 + 50 = 90 counts, 60 does not; 90 of (900 + 90) = 9,09…%, shown 9,1%. The minimum of 10% needs
    900 × 10 / 90 = 100, so 10 is lacking.
    """
    dossier = dossier_with(
        Party(id=1, name="Jansen bv", status=PartyStatus.GESTOPT),
        Party(id=2, name="Visser bv", kind=PartyKind.BEDRIJF),
        post(1, 2027, CostKind.MATERIEEL, 1, 900_00),
        gift(1, 2027, "geld", "getekend", 1, 60_00, party=1),
        gift(2, 2027, "geld", "gerealiseerd", 1, 40_00, party=1),
        gift(3, 2027, "uren", "toegezegd", 1, 50_00, party=2),
        gift(4, 2027, "uren", "beoogd", 1, 7_00, party=1),
    )
    state = contributions(dossier)
    assert state is not None
    assert (state.counted, state.stopped, state.intended) == (90_00, 60_00, 7_00)
    assert (shown_percent(state.shares[0]), state.shares[0].short) == ("9,1%", 10_00)
    told, day = "€\u00a060 is van wie gestopt is, nog niet gerealiseerd, en telt niet mee.", date(2027, 1, 1)
    assert told in [row.cells[0] for row in cofinancing_rows(dossier, day) if row.cells]
    assert any(told in text for text in paragraphs_of(draft_of(dossier, day)))
    found = {one.check: one.message for one in findings(dossier, day)}
    assert "zonder wat alleen beoogd is en zonder €\u00a060 van wie gestopt is" in found["cofinancing_below_minimum"]
    # What was given of it counts all the same: 25 of the 60, and 3 of the 7; 90 + 25 + 3.
    given = {
        number: Realised(id=number, contribution=number, date=date(2027, 5, 1), amount=cents)
        for number, cents in ((1, 25_00), (4, 3_00))
    }
    partly = contributions(dossier.with_tables({"realised": given}))
    assert partly is not None
    assert (partly.counted, partly.stopped, partly.intended) == (118_00, 35_00, 4_00)


@pytest.mark.parametrize(
    ("stopped_on", "first", "second"),
    [
        # Who stopped in a plan brings no more of it, of whatever year; without a day nobody knows in which plan it was.
        (None, (0, 200, "0,0%"), (0, 100, "0,0%")),
        (date(2026, 3, 31), (0, 200, "0,0%"), (0, 100, "0,0%")),
        (date(2026, 12, 30), (0, 200, "0,0%"), (0, 100, "0,0%")),
        # Who stopped on the last day of a plan or later was in it to the end: what it signed counts as it did then.
        (date(2026, 12, 31), (200, 0, "20,0%"), (0, 100, "0,0%")),
        (date(2027, 6, 30), (200, 0, "20,0%"), (0, 100, "0,0%")),
        (date(2028, 12, 31), (200, 0, "20,0%"), (100, 0, "10,0%")),
    ],
)
def test_who_stops_takes_nothing_out_of_a_plan_that_had_ended(
    stopped_on: date | None, first: tuple[int, int, str], second: tuple[int, int, str]
) -> None:
    """Signed: 100 in 2025, 100 in 2026, 100 in 2027. Costs: 800 in 2025-2026, 900 in 2027-2028."""
    jansen = Party(id=1, name="Jansen bv", status=PartyStatus.GESTOPT, stopped_on=stopped_on)
    gifts = [
        gift(number, year, "geld", "getekend", 1, 100_00, party=1) for number, year in enumerate(range(2025, 2028), 1)
    ]
    costs = [post(1, 2025, CostKind.MATERIEEL, 1, 800_00), post(2, 2027, CostKind.MATERIEEL, 1, 900_00)]
    whole = dossier_with(
        PlanPeriod(id=1, label="2025-2026", start=date(2025, 1, 1), end=date(2026, 12, 31)),
        PlanPeriod(id=2, label="2027-2028", start=date(2027, 1, 1), end=date(2028, 12, 31), current=True),
        jansen,
        *gifts,
        *costs,
    )
    for period, expected in ((1, first), (2, second)):
        state = contributions(whole.seen_in(period))
        assert state is not None
        assert (state.counted // 100, state.stopped // 100, shown_percent(state.shares[0])) == expected


def test_lines_that_lack_different_fields_lack_one_or_the_other() -> None:
    """The first lacks its quantity, the second its price; of two lines that both lack both it is `en`."""
    first, second = post(1, 2027, CostKind.OVERIG, None, 20_00), post(2, 2027, CostKind.OVERIG, 2, None)
    bare = [post(number, 2027, CostKind.OVERIG, None, None) for number in (1, 2)]
    for lines, told in (([first, second], "aantal of prijs bij 2 posten"), (bare, "aantal en prijs bij 2 posten")):
        assert any(told in text for text in paragraphs_of(draft_of(dossier_with(*lines))))


def test_money_of_a_theme_of_another_period_is_not_that_of_the_whole_project() -> None:
    """The outline of four years has no themes of its own; € 100 of 2027 and € 40 for the whole, together € 140."""
    periods = (
        PlanPeriod(id=1, label="2025-2028", start=date(2025, 1, 1), end=date(2028, 12, 31)),
        PlanPeriod(id=2, label="2027-2028", start=date(2027, 1, 1), end=date(2028, 12, 31), current=True),
    )
    of_theme = post(1, 2027, CostKind.OVERIG, 1, 100_00, theme=1)
    dossier = dossier_with(
        *periods,
        Theme(id=1, number=1, title="Kiezen", periods=(2,)),
        of_theme,
        post(2, 2027, CostKind.OVERHEAD, 1, 40_00),
    )
    for period, name in ((1, "1 Kiezen (2027-2028)"), (2, "1 Kiezen")):
        totals = budget_by_theme(dossier.seen_in(period))
        names = [theme_name(dossier.seen_in(period), theme) for theme in totals.rows]
        assert [*zip(names, map(totals.of_row, totals.rows), strict=True)] == [(name, 100_00), ("Hele project", 40_00)]
