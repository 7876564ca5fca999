"""The calendar parsed back by icalendar: days, names that stay, what goes to a party, and a second import."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest
from icalendar import Calendar, Component

from sto_tui.documents.calendar import CalendarOptions, build_calendar
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import AgendaItem, Meeting
from sto_tui.domain.milestones import Milestone, MilestoneKind, Stoplicht, Veri, VeriCode
from sto_tui.domain.parties import Body, Member, Party
from sto_tui.domain.plan import Theme
from sto_tui.domain.record import Ref
from sto_tui.domain.region import Deadline, PlanPeriod, PlanStatus
from tests.support.by_hand import DAY, dossier_with

GO = MilestoneKind.GO_NO_GO
NOORD, JANSEN = Ref("parties", 1), Ref("parties", 2)


@pytest.fixture(scope="module")
def plan() -> Dossier:
    dossier = dossier_with(
        Theme(id=1, number=1, title="Kiezen; en, kijken", periods=(1,)),
        Party(id=1, name="Noord College", contact="mevrouw Geheim, 06 1234"),
        Party(id=2, name="Jansen bv"),
        Milestone(id=1, number="1.1", title="Lab\\open, écht; ja 🎉", theme=1, due=date(2027, 12, 31)),
        Milestone(
            id=2, number="1.2", title="Door?", theme=1, due=date(2028, 3, 31), kind=MilestoneKind.GO_NO_GO, rev=4
        ),
        Milestone(id=3, number="1.3", title="Zonder dag", theme=1),
        Veri(id=1, row=Ref("milestones", 1), party=NOORD, code=VeriCode.BEIDE),
        Veri(id=2, row=Ref("milestones", 2), party=JANSEN, code=VeriCode.OUT_OF_THE_LOOP),
        Veri(id=3, row=Ref("milestones", 2), party=NOORD, code=VeriCode.RAADPLEGEN),
        Deadline(id=90, title="Verslag naar DUS-I", date=date(2027, 2, 28), source="Regeling"),
        Meeting(id=1, title="Terugblik", date=date(2026, 12, 1), invited=(2,), agenda=(AgendaItem(title="Welkom"),)),
    )
    return dossier.with_tables({"deadlines": {90: dossier.tables["deadlines"][90]}}).seen_in()


def events(dossier: Dossier, party: Ref | None = None, day: date = DAY) -> Mapping[str, Component]:
    """The events by their name in the calendar."""
    calendar = Calendar.from_ical(build_calendar(dossier, CalendarOptions(day, party)))
    assert not calendar.errors
    return {str(event["uid"]): event for event in calendar.walk("VEVENT")}


@pytest.mark.parametrize(
    ("region", "named"),
    [("Delta", "STO Delta 2027-2028"), ("Sterk Techniekonderwijs Delta", "STO Delta 2027-2028")],
)
def test_a_calendar_says_the_name_of_the_programme_once(region: str, named: str) -> None:
    calendar = Calendar.from_ical(build_calendar(dossier_with(name=region), CalendarOptions(DAY)))
    assert str(calendar["x-wr-calname"]) == named


def test_every_day_of_the_plan_is_a_whole_day(plan: Dossier) -> None:
    told = [
        (str(event["summary"]), event.decoded("dtstart"), event.decoded("dtend")) for event in events(plan).values()
    ]
    # A whole day ends, for a calendar, on the next; also in another month and year.
    assert told == [
        ("Termijn: plan 2027-2028 uiterlijk indienen", date(2026, 10, 1), date(2026, 10, 2)),
        ("Bijeenkomst: Terugblik", date(2026, 12, 1), date(2026, 12, 2)),
        ("Termijn: Verslag naar DUS-I", date(2027, 2, 28), date(2027, 3, 1)),
        ("Mijlpaal: 1.1 Lab\\open, écht; ja 🎉", date(2027, 12, 31), date(2028, 1, 1)),
        ("Go/no-go: 1.2 Door?", date(2028, 3, 31), date(2028, 4, 1)),
    ]
    assert all(event["transp"] == "TRANSPARENT" for event in events(plan).values())


def test_what_has_to_be_met_is_warned_of_two_weeks_before(plan: Dossier) -> None:
    warned = [[alarm.decoded("trigger") for alarm in event.walk("VALARM")] for event in events(plan).values()]
    two_weeks = [timedelta(days=-14)]
    assert warned == [two_weeks, [], two_weeks, [], two_weeks]


def test_it_tells_who_and_where_but_not_how_to_reach_them(plan: Dossier) -> None:
    data = build_calendar(plan, CalendarOptions(DAY))
    assert b"Geheim" not in data
    assert b"1234" not in data
    description = str(
        next(event["description"] for uid, event in events(plan).items() if uid.startswith("milestones-1@"))
    )
    assert description.split("\n") == [
        "Thema 1 Kiezen; en, kijken",
        "Voert uit: Noord College",
        "Beslist: Noord College",
    ]
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))


def test_a_party_gets_what_it_has_a_part_in(plan: Dossier) -> None:
    assert [str(event["summary"]) for event in events(plan, NOORD).values()] == [
        "Mijlpaal: 1.1 Lab\\open, écht; ja 🎉",
        "Go/no-go: 1.2 Door?",
    ]
    # Out of the loop is no part; it is invited to the meeting.
    assert [str(event["summary"]) for event in events(plan, JANSEN).values()] == ["Bijeenkomst: Terugblik"]
    assert "Rol: Raadplegen" in str(events(plan, NOORD)["milestones-2@proefland.sto"]["description"])


def test_a_second_import_updates(plan: Dossier) -> None:
    before = events(plan)
    ready = plan.of(Milestone)[2].model_copy(update={"light": Stoplicht.GEREED, "done_on": date(2028, 4, 5), "rev": 5})
    changed = plan.with_tables({"milestones": {**plan.tables["milestones"], 2: ready}})
    after = events(changed, day=date(2026, 11, 23))
    assert before.keys() == after.keys()
    event = after["milestones-2@proefland.sto"]
    assert (str(event["summary"]), event.decoded("dtstart")) == ("Gereed: 1.2 Door?", date(2028, 4, 5))
    assert [each.decoded("sequence") for each in (before["milestones-2@proefland.sto"], event)] == [4, 5]
    assert before["milestones-2@proefland.sto"].decoded("dtstamp") < event.decoded("dtstamp")
    # The same event in the calendar of a party has the same name.
    assert events(plan, NOORD).keys() < before.keys()


def test_the_same_dossier_gives_the_same_bytes(plan: Dossier) -> None:
    assert build_calendar(plan, CalendarOptions(DAY)) == build_calendar(plan, CalendarOptions(DAY))


@pytest.mark.parametrize(
    ("day", "minutes", "begins", "ends"),
    [
        # Summer time is two hours before that of Greenwich, winter time one.
        (date(2027, 6, 1), 90, "2027-06-01T13:30:00+02:00", "2027-06-01T15:00:00+02:00"),
        (date(2027, 12, 1), 0, "2027-12-01T13:30:00+01:00", "2027-12-01T15:30:00+01:00"),
    ],
)
def test_a_meeting_with_a_time_is_one_in_the_netherlands(day: date, minutes: int, begins: str, ends: str) -> None:
    agenda = (AgendaItem(title="Alles", minutes=minutes),) if minutes else ()
    dossier = dossier_with(Meeting(id=1, title="Stuurgroep", date=day, begins_at="13u30", agenda=agenda)).seen_in()
    event = next(event for uid, event in events(dossier).items() if uid.startswith("sessions-1@"))
    assert str(event.get("description", "")) == ("Agenda: Alles" if minutes else "")
    assert [event.decoded(name).isoformat() for name in ("dtstart", "dtend")] == [begins, ends]
    assert event["dtstart"].params["TZID"] == "Europe/Amsterdam"
    assert event["transp"] == "OPAQUE"
    data = build_calendar(dossier, CalendarOptions(DAY))
    assert data.count(b"BEGIN:VTIMEZONE") == 1
    assert data == build_calendar(dossier, CalendarOptions(DAY))


def test_a_time_in_words_is_told_on_the_whole_day() -> None:
    meeting = Meeting(id=1, title="Stuurgroep", date=date(2027, 6, 1), begins_at="na de lunch")
    event = next(
        event for uid, event in events(dossier_with(meeting).seen_in()).items() if uid.startswith("sessions-1@")
    )
    assert (event.decoded("dtstart"), str(event["description"])) == (date(2027, 6, 1), "Begintijd: na de lunch")


def test_a_meeting_of_a_body_is_for_who_has_a_seat_in_it() -> None:
    dossier = dossier_with(
        Party(id=1, name="Noord College"),
        Party(id=2, name="Jansen bv"),
        Body(id=1, name="stuurgroep", members=(Member(id=1, party=1),)),
        Body(id=2, name="werkgroep", members=(Member(id=1, party=2),)),
        Meeting(id=1, title="Overleg 1", date=date(2027, 6, 1), body=1),
        Meeting(id=2, title="Voor iedereen", date=date(2027, 6, 2)),
    ).seen_in()

    def of(party: Ref) -> list[str]:
        return [str(event["summary"]).removeprefix("Bijeenkomst: ") for event in events(dossier, party).values()]

    assert of(NOORD) == of(Ref("bodies", 1)) == ["Overleg 1", "Voor iedereen"]
    assert of(JANSEN) == of(Ref("bodies", 2)) == ["Voor iedereen"]
    assert str(events(dossier)["sessions-1@proefland.sto"]["description"]) == "Overleg van: stuurgroep"


def test_the_day_of_handing_in_is_told_once_and_is_over_when_that_was_done(plan: Dossier) -> None:
    """The plan of 2027-2028 is due on 1 October 2026."""
    same_day = plan.of(Deadline)[90].changed(date=date(2026, 10, 1))
    told = events(plan.with_tables({"deadlines": {90: same_day}}))
    of_that_day = [str(event["summary"]) for event in told.values() if event.decoded("dtstart") == date(2026, 10, 1)]
    assert of_that_day == ["Termijn: Verslag naar DUS-I"]

    period = plan.of(PlanPeriod)[1].changed(plan_status=PlanStatus.INGEDIEND)
    (handed_in,) = (
        event
        for event in events(plan.with_tables({"periods": {1: period}})).values()
        if str(event["uid"]).startswith("periods-")
    )
    assert str(handed_in["summary"]) == "Ingediend: plan 2027-2028 uiterlijk indienen"
    assert not handed_in.walk("VALARM"), "what is over is not warned of"


def told_of(dossier: Dossier, uid: str, party: Ref | None = None) -> list[str]:
    """The name of an event, and the lines below it."""
    event = next(event for name, event in events(dossier, party).items() if name.startswith(uid))
    return [str(event["summary"]), *str(event["description"]).split("\n")]


def test_who_does_is_not_who_decides(plan: Dossier) -> None:
    """Noord carries out and Jansen decides; each is told its own part."""
    does = Veri(id=1, row=Ref("milestones", 1), party=NOORD, code="V")
    decides = Veri(id=2, row=Ref("milestones", 1), party=JANSEN, code="E")
    lab = plan.of(Milestone)[1].changed(title="Lab", tangible_result="Een lab dat draait")
    shared = plan.with_tables({"veri": {1: does, 2: decides}, "milestones": {1: lab}})
    lines = [
        "Mijlpaal: 1.1 Lab",
        "Resultaat: Een lab dat draait",
        "Thema 1 Kiezen; en, kijken",
        "Voert uit: Noord College",
        "Beslist: Jansen bv",
    ]
    assert told_of(shared, "milestones-1@") == lines
    assert told_of(shared, "milestones-1@", NOORD) == [*lines, "Rol: Verantwoordelijk"]
    assert told_of(shared, "milestones-1@", JANSEN) == [*lines, "Rol: Eindverantwoordelijk"]


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"kind": "national"}, ["Termijn: Verslag naar DUS-I", "Landelijke termijn", "Bron: Regeling"]),
        ({"kind": "region", "source": ""}, ["Termijn: Verslag naar DUS-I", "Termijn van de regio"]),
        ({"kind": "region", "done": True}, ["Gedaan: Verslag naar DUS-I", "Termijn van de regio", "Bron: Regeling"]),
    ],
)
def test_whose_deadline_it_is(plan: Dossier, values: Mapping[str, object], told: list[str]) -> None:
    deadline = plan.of(Deadline)[90].changed(**values)
    dossier = plan.with_tables({"deadlines": {90: deadline}})
    assert told_of(dossier, "deadlines-90@") == told
    warned = [event.walk("VALARM") for name, event in events(dossier).items() if name.startswith("deadlines-90@")]
    assert [bool(alarms) for alarms in warned] == [not deadline.done]


def test_names_of_events_outlive_another_name_of_the_region(plan: Dossier) -> None:
    keyed = replace(plan, key="k7")
    renamed = keyed.with_tables({"region": {1: plan.region.changed(name="Delta")}})
    assert events(keyed).keys() == events(renamed).keys()
    assert "milestones-1@k7.sto" in events(keyed)
