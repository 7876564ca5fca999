"""Rows that hold what other rows hold are asked; so are fields that no head says, where a column may hold them."""

import pytest

from sto_tui.intake.registers.columns import fit_of
from sto_tui.intake.registers.kinds import fields_of_register
from tests.intake.registers.test_register_sheets import new, pasted, questions

HEADS = "Post;Bedrag;Jaar\n"


@pytest.mark.parametrize(
    ("rows", "counted", "proposed"),
    [
        # 21 = 13 + 8, and 24 is one row: every row is a sum or its group.
        ("Personeel;21;2027\nDocent;13;2027\nCoach;8;2027\nSpullen;24;2027\nRobot;24;2027\n", "2 5", "over"),
        # The sums stand below.
        ("Docent;13;2027\nCoach;8;2027\nPersoneel;21;2027\nRobot;24;2027\nSpullen;24;2027\n", "4 6", "over"),
        # It may be chance: two of five rows come to another one.
        ("Bus;50;2027\nLab;30;2027\nKist;12;2027\nFolder;18;2027\nGids;7;2027\n", "3", "mee"),
        # The same amounts in other years add up to nothing.
        ("Bus;50;2027\nLab;30;2028\nKist;20;2028\n", "", ""),
        ("Bus;50;2027\nLab;50;2027\nKist;20;2027\n", "", ""),
    ],
)
def test_the_sum_of_a_group_is_asked(rows: str, counted: str, proposed: str) -> None:
    proposal = pasted(HEADS + rows, "begroting")
    asked = [question for question in proposal.questions if question.key == "delen"]
    assert [question.proposed for question in asked] == [proposed] * bool(counted)
    assert all(f"regel {number} " in question.text for question in asked for number in counted.split())
    assert all(question.text.count("regel ") == len(counted.split()) for question in asked)


def test_lines_with_a_dash_may_be_part_of_the_amount_above_them() -> None:
    text = f"{HEADS}Lab;50;2027\n- machines;30;2027\n- meubels;15;2027\nCoach;20;2027\n"
    assert questions(pasted(text, "begroting")) == [("delen", "over")]
    assert new(pasted(text, "begroting", delen="over"), "title") == [("Lab",), ("Coach",)]
    # A heading without an amount only names its group, and a list may have marks before every line.
    assert questions(pasted(f"{HEADS}Lab;;2027\n- machines;30;2027\n", "begroting")) == []
    assert questions(pasted(f"{HEADS}- machines;30;2027\n- meubels;15;2027\n", "begroting")) == []


def test_a_product_is_the_head_of_neither() -> None:
    chance, impact = (fields_of_register("risicos")[name] for name in ("probability", "impact"))
    assert [fit_of(head, chance) for head in ("Kans", "Kans (1-5)", "K (1-5)", "Kans x impact")] == [3, 3, 1, 0]
    assert [fit_of(head, impact) for head in ("Impact", "I", "Impact × kans")] == [3, 1, 0]


def test_a_risk_with_an_open_question_is_not_taken_in() -> None:
    proposal = pasted("Risico;Kans;Impact\nBrand;3;groot\nStaking;klein;klein\n", "risicos")
    assert questions(proposal) == [("keuze:probability:3", "geen")]
    assert new(proposal, "text") == [("Staking",)]
    assert "Nog niet overgenomen, want er is een vraag over: regel 2." in proposal.remarks


@pytest.mark.parametrize("head", ["Gereed voor", "Gereed op", "Deadline", "Realisatie eind"])
def test_the_day_of_an_action_is_known_by_many_names(head: str) -> None:
    proposal = pasted(f"Actie;Wie;{head}\nBellen;Kim;1-3-2027\nMailen;Wim;15-4-2027\n", "acties")
    assert [str(due) for (due,) in new(proposal, "due")] == ["2027-03-01", "2027-04-15"]


def test_days_under_a_head_that_nobody_knows_are_asked_and_those_of_a_log_are_not() -> None:
    text = "Actie;Wie;{}\nBellen;Kim;31-3-2027\nMailen;Wim;15-4-2027\n"
    assert questions(pasted(text.format("Moet er zijn"), "acties")) == [("kolom:klaar-op", "C")]
    # It may be the day of the meeting.
    assert questions(pasted(text.format("Datum"), "acties")) == [("kolom:klaar-op", "C")]
    assert questions(pasted(text.format("Aangemaakt op"), "acties")) == []


def test_years_with_a_form_are_a_contribution_each() -> None:
    text = "Partner;2027 cash;2027 in kind;Natura 2028\nABK;1.000;2.000;500\n"
    assert questions(pasted(text, "cofinanciering")) == [("vorm", "geld")]
    told = new(pasted(text, "cofinanciering", vorm="uren"), "year", "form", "total")
    assert [(year, form.value, cents) for year, form, cents in told] == [
        (2027, "geld", 1000_00), (2027, "uren", 2000_00), (2028, "uren", 500_00),
    ]  # fmt: skip
