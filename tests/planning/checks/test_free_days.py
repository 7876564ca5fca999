"""Dates on which nobody works, by hand from the calendar of 2027 and the school holidays of regio midden."""

from datetime import date
from typing import Any

import pytest

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Meeting
from sto_tui.domain.milestones import Milestone, Stoplicht
from sto_tui.domain.record import Record
from sto_tui.domain.region import Deadline, DeadlineKind, FreeDay, HolidayRegion
from sto_tui.planning.checks.finding import findings
from tests.support.small_plan import empty_plan

TODAY = date(2027, 3, 1)
MINE = {"milestone_on_free_day", "meeting_on_free_day", "deadline_on_free_day", "free_day_ends_before_it_begins"}


def said(table: str, record: Record, today: date = TODAY) -> list[str]:
    began = empty_plan()
    region = began.region.changed(holiday_region=HolidayRegion.MIDDEN)
    dossier: Dossier = began.with_tables({"region": {region.id: region}, table: {1: record}})
    return [finding.message for finding in findings(dossier, today) if finding.check in MINE]


def milestone(**values: Any) -> Milestone:
    return Milestone(id=1, number="1.1a", title="Lab", **values)


@pytest.mark.parametrize(
    ("values", "sentences"),
    [
        ({"start": date(2027, 4, 6), "due": date(2027, 6, 11)}, []),
        (
            {"start": date(2027, 4, 6), "due": date(2027, 6, 12)},
            [
                "Mijlpaal 1.1a is klaar op zaterdag 12 juni 2027, in het weekend. Kies de werkdag ervoor (vrijdag "
                "11 juni 2027) of die erna (maandag 14 juni 2027)."
            ],
        ),
        (
            {"start": date(2027, 5, 17), "due": date(2027, 8, 4)},
            [
                "Mijlpaal 1.1a begint op maandag 17 mei 2027, Tweede Pinksterdag. Kies de werkdag ervoor (vrijdag "
                "14 mei 2027) of die erna (dinsdag 18 mei 2027).",
                "Mijlpaal 1.1a is klaar op woensdag 4 augustus 2027, in de zomervakantie (17 juli 2027 t/m 29 augustus "
                "2027). Kies de werkdag ervoor (vrijdag 16 juli 2027) of die erna (maandag 30 augustus 2027).",
            ],
        ),
        # The edges of a month, quarter or half-year are no appointments, whatever day they are.
        ({"start": date(2027, 5, 1), "due": date(2027, 7, 31)}, []),
        ({"start": date(2028, 1, 1), "due": date(2028, 12, 31)}, []),
        # What stands fast, is done, or is past is not chosen any more.
        ({"start": date(2027, 4, 6), "due": date(2027, 6, 12), "fixed_date": True}, []),
        ({"start": date(2027, 4, 6), "due": date(2027, 6, 12), "light": Stoplicht.GEREED}, []),
        ({"start": date(2027, 1, 9), "due": date(2027, 6, 11)}, []),
        ({"start": date(2027, 5, 17), "due": date(2027, 6, 11), "light": Stoplicht.GROEN}, []),
    ],
)
def test_a_milestone_on_a_free_day(values: dict[str, Any], sentences: list[str]) -> None:
    assert sorted(said("milestones", milestone(**values))) == sentences


@pytest.mark.parametrize(
    ("day", "sentences"),
    [
        (date(2027, 3, 25), []),
        (
            date(2027, 3, 26),
            [
                "De bijeenkomst ‘Start’ is op vrijdag 26 maart 2027, Goede Vrijdag. Kies de werkdag ervoor (donderdag "
                "25 maart 2027) of die erna (dinsdag 30 maart 2027)."
            ],
        ),
        (date(2027, 2, 27), []),
        # People do meet on the last day of a month.
        (
            date(2027, 7, 31),
            [
                "De bijeenkomst ‘Start’ is op zaterdag 31 juli 2027, in de zomervakantie (17 juli 2027 t/m 29 augustus "
                "2027). Kies de werkdag ervoor (vrijdag 16 juli 2027) of die erna (maandag 30 augustus 2027)."
            ],
        ),
    ],
)
def test_a_meeting_on_a_free_day(day: date, sentences: list[str]) -> None:
    assert said("sessions", Meeting(id=1, title="Start", date=day)) == sentences


@pytest.mark.parametrize(
    ("values", "how_many"),
    [
        ({"date": date(2027, 6, 12)}, 1),
        ({"date": date(2027, 6, 12), "kind": DeadlineKind.NATIONAL}, 0),
        ({"date": date(2027, 6, 12), "done": True}, 0),
        ({"date": date(2027, 7, 31)}, 0),
        ({"date": date(2027, 2, 20)}, 0),
    ],
)
def test_a_date_of_the_region_on_a_free_day(values: dict[str, Any], how_many: int) -> None:
    assert len(said("deadlines", Deadline(id=1, title="Menukaart", **values))) == how_many


def test_free_days_the_wrong_way_round_are_said_and_do_not_count() -> None:
    wrong = FreeDay(id=1, title="Meivakantie", start=date(2027, 5, 9), end=date(2027, 4, 24))
    assert said("free_days", wrong) == [
        "‘Meivakantie’ bij Vrije dagen eindigt vóór de eerste dag en telt niet mee. Verbeter dat."
    ]


def test_where_nobody_ever_works_there_is_nothing_to_choose() -> None:
    began = empty_plan()
    always = FreeDay(id=1, title="Typefout", start=date(2027, 1, 1), end=date(2099, 1, 1))
    dossier = began.with_tables({"free_days": {1: always}, "sessions": {1: Meeting(id=1, title="Start", date=TODAY)}})
    (sentence,) = [finding.message for finding in findings(dossier, TODAY) if finding.check in MINE]
    assert sentence.endswith("Kies de werkdag ervoor (donderdag 31 december 2026).")
    later = Meeting(id=1, title="Start", date=date(2050, 3, 1))
    (sentence,) = [
        finding.message
        for finding in findings(dossier.with_tables({"sessions": {1: later}}), TODAY)
        if finding.check in MINE
    ]
    assert sentence.endswith("Binnen een jaar is er geen werkdag; kijk na wat er bij Vrije dagen staat.")
