"""Amounts of years, of school years and in thousands, worked out by hand: none is a factor or a year off in silence."""

from fractions import Fraction

import pytest

from sto_tui.intake.registers.year_columns import divided, parts_of, school_year_of, year_of_head, year_of_part
from sto_tui.intake.sheets.table_reader import IntakeError
from tests.intake.registers.test_register_sheets import REGION, new, pasted, questions, reasons

SCHOOL_YEARS = "Post\t2026/2027\t2027/2028\tTotaal\nCoach\t€ 12.000\t€ 18.000\t€ 30.000\nBus\t\t1.000\t1.000\n"


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("eerste", [("Coach", 2026, 12_000_00), ("Coach", 2027, 18_000_00), ("Bus", 2027, 1_000_00)]),
        ("tweede", [("Coach", 2027, 12_000_00), ("Coach", 2028, 18_000_00), ("Bus", 2028, 1_000_00)]),
        # 12.000 is 5.000 and 7.000; 18.000 is 7.500 and 10.500; 1.000 is 416,67 and what is left, 583,33.
        (
            "verdeeld",
            [
                ("Coach", 2026, 5_000_00), ("Coach", 2027, 14_500_00), ("Coach", 2028, 10_500_00),
                ("Bus", 2027, 416_67), ("Bus", 2028, 583_33),
            ],
        ),
    ],
)  # fmt: skip
def test_school_years_beside_each_other_are_asked_and_then_calendar_years(
    answer: str, expected: list[tuple[str, int, int]]
) -> None:
    assert questions(pasted(SCHOOL_YEARS, "begroting")) == [("schooljaar", "verdeeld")]
    assert pasted(SCHOOL_YEARS, "begroting").change.edits == ()
    assert new(pasted(SCHOOL_YEARS, "begroting", schooljaar=answer), "title", "year", "total") == expected


def test_school_years_that_are_none_of_these_are_refused_with_a_way_on() -> None:
    with pytest.raises(IntakeError, match=r"per schooljaar.*kolom voor elk jaar"):
        pasted(SCHOOL_YEARS, "begroting", schooljaar="geen")


def test_a_school_year_in_a_column_is_asked_and_never_divided() -> None:
    text = "Post;Schooljaar;Bedrag\nBus;2026-2027;€ 100\n"
    question = pasted(text, "begroting").questions[0]
    assert [choice.key for choice in question.choices] == ["eerste", "tweede", "geen"]
    divided_as = next(each for each in pasted(SCHOOL_YEARS, "begroting").questions[0].choices if each.key == "verdeeld")
    assert divided_as.label == ("verdeeld: 5/12 in het eerste jaar (augustus tot en met december), 7/12 in het tweede")
    assert new(pasted(text, "begroting", schooljaar="tweede"), "year", "total") == [(2027, 100_00)]
    assert reasons(pasted(text, "begroting", schooljaar="geen")) == [
        (2, "Jaar: ‘2026-2027’ is een schooljaar. Zet er een kalenderjaar.")
    ]


def test_what_others_pay_in_a_year_is_no_cost_of_a_budget() -> None:
    text = "Post\tKosten 2027\tKosten 2028\tCofinanciering 2027\tCofinanciering 2028\nLab\t500\t300\t20\t10\n"
    proposal = pasted(text, "begroting")
    assert new(proposal, "year", "total") == [(2027, 500_00), (2028, 300_00)]
    assert any("‘Cofinanciering 2027’ en ‘Cofinanciering 2028’" in remark for remark in proposal.remarks)


def test_years_that_do_not_come_to_the_total_beside_them_are_told() -> None:
    text = "Post\t2027\t2028\tTotaal\nLab\t100\t200\t300\nZaal\t1.000\t2.000\t30.000\nBus\t50\t\t\n\t1\t2\t4\n"
    proposal = pasted(text, "begroting")
    assert new(proposal, "title", "total") == [
        ("Lab", 100_00), ("Lab", 200_00), ("Zaal", 1_000_00), ("Zaal", 2_000_00), ("Bus", 50_00),
    ]  # fmt: skip
    assert reasons(proposal) == [(5, "Post is leeg.")]
    assert [remark for remark in proposal.remarks if "samen" in remark and "Regel" in remark] == [
        "Regel 3: de jaren zijn samen €\u00a03.000, en bij ‘Totaal’ staat €\u00a030.000. De jaren zijn overgenomen."
    ]


def test_quarters_are_added_up_to_their_year() -> None:
    text = "Post;Jaar;x\nOmschrijving;Q1 2027;Q2 2027;Q3 2027;Q4 2027;Q1 2028\nCoach;5.000;5.000;4.000;6.000;1.000\n"
    quarters = pasted(text.split("\n", 1)[1], "begroting", kolom__post="A")
    assert new(quarters, "title", "year", "total") == [("Coach", 2027, 20_000_00), ("Coach", 2028, 1_000_00)]


def test_a_year_of_which_a_part_cannot_be_read_is_not_taken_in() -> None:
    """Half of a year would stand in the budget as all of it."""
    rest = "Bus;1.000;2.000;3.000\nLab;1.000;2.000;3.000\n"
    quarters = pasted(f"Post;Q1 2027;Q2 2027;Q1 2028\nCoach;5.000;p.m.;1.000\n{rest}", "begroting", kolom__post="A")
    assert new(quarters, "title", "year", "total")[0] == ("Coach", 2028, 1_000_00)
    assert new(quarters, "title", "year", "total")[1] == ("Bus", 2027, 3_000_00)
    assert reasons(quarters) == [(2, "2027: ‘p.m.’ is geen getal.")]
    text = f"Post;2026/2027;2027/2028;2028/2029\nCoach;12.000;p.m.;12.000\n{rest}"
    schools = new(pasted(text, "begroting", schooljaar="verdeeld"), "title", "year", "total")
    # 2027 and 2028 are for a part of the school year that says nothing.
    assert schools[:2] == [("Coach", 2026, 5_000_00), ("Coach", 2029, 7_000_00)]


THOUSANDS = "Begroting (x € 1.000)\nPost;Jaar;Bedrag\nLab;2027;125\nBus;2027;12,5\nZaal;2027;2k\n"


def test_amounts_in_thousands_are_asked_and_shown_both_ways() -> None:
    proposal = pasted(THOUSANDS, "begroting")
    assert questions(proposal) == [("duizend", "maal")]
    assert [choice.examples for choice in proposal.questions[0].choices] == [
        ("€\u00a0125.000", "€\u00a012.500", "€\u00a02.000.000"),
        ("€\u00a0125", "€\u00a012,50", "€\u00a02.000"),
    ]
    assert proposal.change.edits == ()
    # 2k says its own thousand.
    times = pasted(THOUSANDS, "begroting", duizend="maal")
    assert new(times, "title", "total") == [("Lab", 125_000_00), ("Bus", 12_500_00), ("Zaal", 2_000_00)]
    assert "Regel 1 zegt ‘Begroting (x € 1.000)’: de bedragen zijn maal duizend genomen." in times.remarks
    same = pasted(THOUSANDS, "begroting", duizend="zo")
    assert new(same, "title", "total") == [("Lab", 125_00), ("Bus", 12_50), ("Zaal", 2_000_00)]


def test_only_the_column_that_says_so_is_in_thousands() -> None:
    text = "Post;Jaar;Bedrag (x € 1.000);Toegekend\nLab;2027;12;11.000\n"
    assert new(pasted(text, "begroting", duizend="maal"), "total", "granted") == [(12_000_00, 11_000_00)]


def test_the_year_in_a_title_is_proposed() -> None:
    assert questions(pasted("Begroting 2028\nPost;Bedrag\nLab;100\n", "begroting")) == [("jaar", "2028")]
    assert questions(pasted("Begroting 2027 en 2028\nPost;Bedrag\nLab;100\n", "begroting")) == [("jaar", "2027")]


@pytest.mark.parametrize(
    ("head", "year", "school_year", "part"),
    [
        ("2027", 2027, None, None), ("Begroting 2027 (x € 1.000)", 2027, None, None),
        ("2026/2027", None, 2026, None), ("Begroting sj 26-27", None, 2026, None),
        ("26/27", None, 2026, None), ("26/28", None, None, None), ("2026/2028", None, None, None),
        ("Q1 2027", None, None, 2027), ("maart", None, None, 0),
        ("Realisatie 2027", None, None, None), ("Post", None, None, None),
    ],
)  # fmt: skip
def test_what_a_head_says_of_time(head: str, year: int | None, school_year: int | None, part: int | None) -> None:
    assert (year_of_head(head), school_year_of(head), year_of_part(head)) == (year, school_year, part)


def test_a_divided_amount_stays_the_same_together() -> None:
    assert parts_of(2026, "verdeeld") == {2026: Fraction(5, 12), 2027: Fraction(7, 12)}
    # 5/12 of 0,01 is less than half a cent; of -1,00 it is -0,42.
    assert divided(1, parts_of(2026, "verdeeld")) == {2026: 0, 2027: 1}
    assert divided(-100, parts_of(2026, "verdeeld")) == {2026: -42, 2027: -58}


def test_a_new_line_without_an_amount_is_told() -> None:
    proposal = pasted("Post;Jaar;Bedrag;Soort\nLab;2027;100;materieel\nZaal;2027;;overig\n", "begroting")
    assert new(proposal, "title", "total") == [("Lab", 100_00), ("Zaal", None)]
    assert "Zonder bedrag overgenomen: regel 3." in proposal.remarks


def test_every_school_year_is_named_in_the_question() -> None:
    text = "Post\t26/27\t27/28\t28/29\nCoach\t12.000\t12.000\t12.000\n"
    question = pasted(text, "begroting", kolom__post="A").questions[0]
    assert question.text == (
        "De schooljaren 2026-2027, 2027-2028 en 2028-2029: in welk kalenderjaar tellen de bedragen?"
    )


def test_the_total_of_one_year_is_that_of_a_row_without_quarters() -> None:
    text = "Post;Kwartaal 1;Kwartaal 2;Jaartotaal 2027\nVervoer;1.500;1.500;3.000\nOnvoorzien;;;1.000\n"
    assert pasted(text, "begroting").questions[0].proposed == "2027"
    proposal = pasted(text, "begroting", jaar="2027")
    assert new(proposal, "title", "year", "total") == [("Vervoer", 2027, 3_000_00), ("Onvoorzien", 2027, 1_000_00)]
    two = pasted("Post;2027;2028;Totaal\nLassen;100;200;300\nZagen;;;500\n", "begroting")
    assert [refusal.reason for refusal in two.refused] == [
        "er staat bij geen jaar een bedrag, wel €\u00a0500 als totaal. Zet het bij een jaar."
    ]


def test_years_outside_the_plan_period_are_named() -> None:
    proposal = pasted("Post;2026;2027;2029\nLassen;100;200;300\nZagen;50;;\n", "begroting")
    assert "Jaren buiten de planperiode 2027-2028: 2026 (de regels 2 en 3) en 2029 (regel 2)." in proposal.remarks


@pytest.mark.parametrize(
    ("head", "proposed", "years"),
    [
        ("2028 e.v.", "mee", [2027, 2028]),
        ("Prijspeil 2028", "niet", [2027]),
        ("Stand 2026", "niet", [2027]),
        ("2026 per 1-1", "niet", [2027]),
        ("2029 en later", "niet", [2027]),
    ],
)
def test_a_year_outside_the_plan_or_of_which_prices_are_is_rather_left_out(
    head: str, proposed: str, years: list[int]
) -> None:
    text = f"Post\t{head}\t2027\nBus\t100\t200\nLab\t50\t60\n"
    assert questions(pasted(text, "begroting")) == [("jaarkolommen", proposed)]
    taken = new(pasted(text, "begroting", jaarkolommen=proposed), "year")
    assert sorted({year for (year,) in taken}) == years


@pytest.mark.parametrize("cell", ["-", "€ -", "", "n.v.t.", "PM", "volgt"])
def test_a_cell_that_is_no_amount_costs_itself_and_not_the_question(cell: str) -> None:
    text = f"Post\t2027\t2028 e.v.\nBus\t200\t100\nLab\t60\t50\nHuur\t80\t{cell}\n"
    assert questions(pasted(text, "begroting")) == [("jaarkolommen", "mee")]
    taken = new(pasted(text, "begroting", jaarkolommen="mee"), "year", "total")
    assert sorted(taken) == [(2027, 60_00), (2027, 80_00), (2027, 200_00), (2028, 50_00), (2028, 100_00)]


def test_of_two_years_that_stay_out_the_likely_one_can_be_taken_alone() -> None:
    text = "Post\tPrijspeil 2026\t2027\t2028 e.v.\nBus\t100\t200\t9\n"
    assert questions(pasted(text, "begroting")) == [("jaarkolommen", "deels")]
    assert new(pasted(text, "begroting", jaarkolommen="deels"), "year", "total") == [(2027, 200_00), (2028, 9_00)]


@pytest.mark.parametrize(
    ("cell", "proposed", "year"),
    [
        ("'28", "", 2028),
        ("’28", "", 2028),
        ("jaar 2028", "", 2028),
        ("Q1 2028", "", 2028),
        ("2028 e.v.", "2028", 0),
        ("vanaf 2028", "2028", 0),
        ("2027 en 2028", "geen", 0),
        ("structureel", "geen", 0),
    ],
)
def test_a_year_in_other_words_is_read_where_it_is_sure_and_asked_of_that_cell(
    cell: str, proposed: str, year: int
) -> None:
    text = f"Post\tBedrag\tJaar\nBus\t100\t2027\nLab\t50\t{cell}\n"
    proposal = pasted(text, "begroting")
    key = f"keuze:year:{cell}"
    assert questions(proposal) == ([(key, proposed)] if proposed else [])
    assert new(proposal, "title", "year") == [("Bus", 2027), *([("Lab", year)] if year else [])]
    assert reasons(proposal) == []
    if proposed:
        assert new(pasted(text, "begroting", REGION, **{key: "2028"}), "year") == [(2027,), (2028,)]
        refused = [(3, f"Jaar: ‘{cell}’ is geen jaar. Zet er een kalenderjaar.")]
        assert reasons(pasted(text, "begroting", REGION, **{key: "geen"})) == refused


@pytest.mark.parametrize(
    ("word", "text", "taken", "refused"),
    [
        (
            "begroting", "Post;Bedrag;Valuta;Jaar\nA;1;EUR;2027\nB;2;USD;2027\nC;5;;2027\nD;9;gbp;2027\n",
            [1_00, 5_00], [3, 5],
        ),
        ("begroting", "Post;Bedrag (USD);Jaar\nA;1;2027\n", [], [2]),
        ("begroting", "Post;2027;2028;\nA;1;2;euro\nB;3;9;£\n", [1_00, 2_00], [3]),
        ("begroting", "Post;$ 2027;2028\nA;1;2\nB;;4\n", [4_00], [2]),
        ("begroting", "Post;Bedrag;Jaar\nA;$ 1;2027\nB;USD 5;2027\nC;€ 5;2027\n", [5_00], [2, 3]),
        ("begroting", "Post;Valuta;Bedrag in euro;Jaar\nA;USD;1;2027\n", [1_00], []),
        (
            "cofinanciering", "Partij;Waarde;Munt;Vorm;Jaar\nABK;1;USD;geld;2027\nROC Flevoland;2;€;geld;2027\n",
            [2_00], [2],
        ),
    ],
)  # fmt: skip
def test_amounts_in_another_currency_are_refused(word: str, text: str, taken: list[int], refused: list[int]) -> None:
    proposal = pasted(text, word)
    assert new(proposal, "total") == [(cents,) for cents in taken]
    assert [row for row, _ in reasons(proposal)] == refused
    assert not any("Valuta" in remark or "Munt" in remark for remark in proposal.remarks)


@pytest.mark.parametrize(
    ("text", "asked", "so", "without"),
    [
        ("Post;2027;2028\nBus;5;7\nDruk;1.100-;€ 9\n", ["ondernul"], [5_00, 7_00, -1100_00, 9_00], [5_00, 7_00, 9_00]),
        ("Post;2027;2028\nBus;5;7\nDruk;(20);9\nKort;-3;-4\n", ["inkomsten", "ondernul"], [], []),
        ("Post;2027;2028\nBus;5;7\nDruk;-20;\n", ["inkomsten"], [], []),
        ("Post;2027;2028\nBus;5;7\nDruk;-;9\nZaal;0;-0\n", [], [5_00, 7_00, 9_00, 0, 0], [5_00, 7_00, 9_00, 0, 0]),
    ],
)  # fmt: skip
def test_a_row_with_amounts_on_both_sides_of_zero_is_asked(
    text: str, asked: list[str], so: list[int], without: list[int]
) -> None:
    assert [key for key, _ in questions(pasted(text, "begroting"))] == asked
    assert new(pasted(text, "begroting", ondernul="zo"), "total") == [(cents,) for cents in so]
    assert new(pasted(text, "begroting", ondernul="over"), "total") == [(cents,) for cents in without]


def test_a_contribution_below_zero_is_not_taken_over_and_told() -> None:
    text = "Partij;Waarde;Vorm;Jaar\nABK;-100;geld;2027\nROC Flevoland;2;geld;2027\n"
    proposal = pasted(text, "cofinanciering")
    assert questions(proposal) == []
    assert "Het bedrag onder nul niet overgenomen: regel 2 ‘ABK’ (-100)." in proposal.remarks


@pytest.mark.parametrize("heads", ["Jaar 1\tJaar 2", "1e jaar\t2e jaar"])
def test_a_counted_year_above_amounts_is_no_column_of_years(heads: str) -> None:
    asked = [key for key, _ in questions(pasted(f"Post\t{heads}\nCoach\t1000\t2000\nBus\t300\t\n", "begroting"))]
    assert "kolom:jaar" not in asked
    assert "jaar" in asked


def test_where_only_columns_say_that_it_is_income_the_question_names_them() -> None:
    text = "Post;Cofinanciering 2027;Cofinanciering 2028\n1.1 Lab;500;100\n1.2 Coach;50;60\n"
    asked = {question.key: question.text for question in pasted(text, "begroting").questions}
    assert asked["inkomsten"] == (
        "2 regels hebben alleen bedragen in de kolommen ‘Cofinanciering 2027’ en ‘Cofinanciering 2028’ met inkomsten: "
        "regel 2 ‘1.1 Lab’ en regel 3 ‘1.2 Coach’. Wat zijn dat?"
    )
