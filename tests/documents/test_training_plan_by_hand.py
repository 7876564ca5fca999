"""The scholingsplan as a paper of its own, worked out by hand: per year by day, with the days added up."""

from datetime import date

from sto_tui.documents.word import DraftOptions, build
from sto_tui.domain.learning import Training
from sto_tui.domain.plan import Speerpunt, Theme
from tests.support.by_hand import dossier_with, paragraphs_of, tables_of

DAY = date(2027, 5, 10)
OPTIONS = DraftOptions(DAY, "scholingsplan")
TRAINED = dossier_with(
    Theme(id=1, number=1, title="Ontdekken"),
    Speerpunt(id=1, theme=1, number="1.1", title="Bus"),
    Training(id=1, who="Docenten", what="Lassen", date=date(2027, 9, 1), days=12.5, speerpunt=1),
    Training(id=2, who="Coaches", what="Gesprek", date=date(2027, 3, 1), days=4),
    Training(id=3, who="Docenten", what="Stage", date=date(2027, 10, 1)),
    Training(id=4, who="Teamleiders", what="Rooster", days=2),
    Training(id=5, who="Ouders", what="Kijken", days=0),
)


def test_per_year_who_learns_what_and_in_how_many_days() -> None:
    data = build(TRAINED, OPTIONS).data
    assert build(TRAINED, OPTIONS).data == data
    tables = tables_of(data)
    assert tables["Scholing 2027"] == [
        ["Wie", "Wat", "Uiterlijk", "Speerpunt", "Dagen"],
        ["Coaches", "Gesprek", "01-03-2027", "–", "4"],
        ["Docenten", "Lassen", "01-09-2027", "1.1 Bus", "12,5"],
        ["Docenten", "Stage", "01-10-2027", "–", "–"],
        ["Samen", "", "", "1 regel zonder dagen", "16,5"],
    ]
    assert tables["Scholing nog zonder datum"][1:] == [
        ["Teamleiders", "Rooster", "–", "–", "2"],
        # No days at all is a number too.
        ["Ouders", "Kijken", "–", "–", "0"],
        ["Samen", "", "", "", "2"],
    ]
    whole = "5 scholingen, samen 18,5 dagen, en 1 regel zonder dagen. Dagen zijn die van alle deelnemers samen."
    lines = paragraphs_of(data)
    assert whole in lines
    # The year above the table says what it is: no caption repeats that.
    assert [line for line in lines if line.endswith(("2027", "zonder datum"))][1:] == ["2027", "Nog zonder datum"]


def test_a_last_day_is_told_as_it_stands_in_the_plan() -> None:
    """A month or year that was typed is kept as its last day, and so is a day that was: nobody can tell them apart."""
    days = {date(2027, 11, 30): "30-11-2027", date(2027, 12, 31): "31-12-2027"}
    trained = [Training(id=id, who="Wij", what="Les", date=day) for id, day in enumerate(days, 1)]
    dossier = dossier_with(*trained)
    apart, plan = (tables_of(build(dossier, options).data) for options in (OPTIONS, DraftOptions(DAY)))
    assert [row[2] for row in apart["Scholing 2027"]][:3] == ["Uiterlijk", *days.values()]
    assert [row[3] for row in plan["Scholingsplan"]][1:] == list(days.values())


def test_the_plan_itself_has_all_of_it_in_one_table() -> None:
    data = build(TRAINED, DraftOptions(DAY)).data
    assert tables_of(data)["Scholingsplan"] == [
        ["Nr", "Wie", "Wat", "Wanneer", "Speerpunt", "Dagen"],
        ["1", "Coaches", "Gesprek", "01-03-2027", "–", "4"],
        ["2", "Docenten", "Lassen", "01-09-2027", "1.1 Bus", "12,5"],
        ["3", "Docenten", "Stage", "01-10-2027", "–", "–"],
        ["4", "Teamleiders", "Rooster", "–", "–", "2"],
        ["5", "Ouders", "Kijken", "–", "–", "0"],
    ]
    # 12.5 and 4 in 2027; 2 and 0 on no day.
    sums = "Dagen van alle deelnemers samen. 2027: 16,5 dagen, en 1 regel zonder dagen; zonder datum: 2 dagen."
    assert sums in paragraphs_of(data)


def test_a_plan_without_training_says_where_to_begin() -> None:
    empty = "Er staat nog geen scholing in dit plan. Vul die in bij 4 Plan, lijst Scholing."
    assert paragraphs_of(build(dossier_with(), OPTIONS).data)[-1] == empty
