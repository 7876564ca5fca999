"""Chapter 8 read back: which milestones stand in which table, and what its sentences say of the years."""

from datetime import date

from sto_tui.documents.word import DraftOptions, build
from sto_tui.documents.word.chapters.planning import parted_by_year, shown_span
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone, Veri, VeriCode
from sto_tui.domain.parties import Party
from sto_tui.domain.periods import plan_columns
from sto_tui.domain.record import Ref
from tests.documents.test_party_sheet import body_of, tables_of
from tests.documents.test_widths import DAY, planned
from tests.documents.test_word_draft import W, text_of

END = "buiten de planperiode 2027-2028"
OUTSIDE = f"Mijlpalen die klaar zijn {END}"


def read(dossier: Dossier) -> tuple[dict[str, list[list[str]]], list[str]]:
    body = body_of(build(dossier, DraftOptions(DAY)).data)
    return tables_of(body), [text_of(one) for one in body.iter(f"{W}p")]


def test_tables_are_cut_between_years() -> None:
    # 2027 and 2028 have four quarters, 2029 and 2030 two half-years, 2031 and 2032 a column: 14 together.
    columns = plan_columns(date(2027, 1, 1), date(2032, 12, 31))
    names = {most: [shown_span(part) for part in parted_by_year(columns, most)] for most in (18, 10, 7, 5, 2)}
    assert names == {
        18: ["2027-2032"],
        # Two tables; of 8 at most the first is full with two years, and the other six columns are the second.
        10: ["2027-2028", "2029-2032"],
        # 4 | 4 + 2 is 6 | 2 + 1 + 1: in even parts of 5, 5 and 4 the cut would be within 2028.
        7: ["2027", "2028-2029", "2030-2032"],
        5: ["2027", "2028", "2029-2030", "2031-2032"],
        # A year of four columns does not fit in two: it is cut, and its parts are named by their quarters.
        2: ["Q1 en Q2 2027", "Q3 en Q4 2027", "Q1 en Q2 2028", "Q3 en Q4 2028", "2029", "2030", "2031-2032"],
    }


def test_what_is_due_outside_the_plan_has_a_table_and_a_sentence() -> None:
    # 1.1 and 1.3 before and after the two years; 1.2 within; 1.4 begins within and runs till the end.
    dossier = planned(
        date(2027, 1, 1),
        date(2028, 12, 31),
        [date(2026, 12, 31), date(2027, 6, 1), date(2029, 1, 1), date(2029, 6, 30)],
    )
    running = dossier.of(Milestone)[4].changed(start=date(2028, 10, 1), quick_win=True)
    dossier = dossier.with_tables({"milestones": {**dossier.of(Milestone), 4: running}})
    tables, lines = read(dossier)
    assert tables["Planning 2027-2028"][2:] == [
        ["1.2", "Stap 2", "–", "", "K", "", "", "", "", "", ""],
        ["1.4", "Stap 4 *", "–", "", "", "", "", "", "", "", "L"],
    ]
    assert tables[OUTSIDE] == [
        ["Nr", "Mijlpaal", "Wie", "Klaar op"],
        ["1.1", "Stap 1", "–", "31-12-2026"],
        ["1.3", "Stap 3", "–", "01-01-2029"],
        ["1.4", "Stap 4 *", "–", "30-06-2029"],
    ]
    assert f"De mijlpalen staan per kwartaal. Wat klaar is {END}, staat in een eigen tabel." in lines


def test_who_carries_out_a_milestone() -> None:
    """1.1 two parties with long names, both named; 1.2 three of them, of which the first."""
    dossier = planned(date(2027, 1, 1), date(2028, 12, 31), [date(2027, 3, 1), date(2028, 6, 1)])
    names = ("Bouwgroep Van Ommeren", "Installatiebedrijf Koster", "Vakcollege De Steiger")
    parties = {number: Party(id=number, name=name) for number, name in enumerate(names, 1)}
    cells = [(1, 1), (1, 2), (2, 1), (2, 2), (2, 3)]
    roles = {
        number: Veri(
            id=number, row=Ref("milestones", milestone), party=Ref("parties", party), code=VeriCode.VERANTWOORDELIJK
        )
        for number, (milestone, party) in enumerate(cells, 1)
    }
    tables, _ = read(dossier.with_tables({"parties": parties, "veri": roles}))
    assert [row[2] for row in tables["Planning"][2:]] == [
        "Bouwgroep Van Ommeren, Installatiebedrijf Koster",
        "Bouwgroep Van Ommeren en 2 anderen",
    ]


def test_all_or_one_outside_the_plan() -> None:
    tables, lines = read(planned(date(2027, 1, 1), date(2028, 12, 31), [date(2029, 6, 1)]))
    assert f"1 mijlpaal is klaar {END}." in lines
    assert not any(title.startswith("Planning") for title in tables)
    _, lines = read(planned(date(2027, 1, 1), date(2028, 12, 31), [date(2028, 6, 1), date(2029, 6, 1)]))
    assert f"De mijlpalen staan per kwartaal. De mijlpaal die klaar is {END}, staat in een eigen tabel." in lines


def test_each_table_of_a_long_plan_names_its_years_and_has_no_empty_rows() -> None:
    # 28 columns in two tables of 14: 2027 up to 2032, and 2033 up to 2046.
    dossier = planned(date(2027, 1, 1), date(2046, 12, 31), [date(2028, 3, 1), date(2040, 3, 1)])
    tables, _ = read(dossier)
    # The second row is the group without a theme.
    assert [row[1:2] for row in tables["Planning 2027-2032"]] == [["Mijlpaal"], [], ["Stap 1"]]
    assert [row[1:2] for row in tables["Planning 2033-2046"]] == [["Mijlpaal"], [], ["Stap 2"]]


def test_cuts_are_as_even_as_whole_years_allow() -> None:
    # 8 quarters, 4 half-years and 7 years are 19 columns, one too many for 18: 10 is 2027-2028 and 2029, and 9 is left.
    columns = plan_columns(date(2027, 1, 1), date(2037, 12, 31))
    assert [len(part) for part in parted_by_year(columns, 18)] == [10, 9]
    assert shown_span(columns[-1:]) == "2037"
