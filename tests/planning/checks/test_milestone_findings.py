"""The findings about how milestones hang together: a case per rule, and what they keep quiet about."""

from datetime import date
from functools import partial

import pytest

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Meeting
from sto_tui.domain.milestones import Dependency, MilestoneKind, Progress, Stoplicht, Veri
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.region import Deadline, FreeDay
from sto_tui.planning.checks.finding import about_milestone, all_checks
from tests.planning.checks.test_days import DAY_CASES
from tests.planning.checks.test_findings import CASES, CLEAN, Case, at, edited, found_by, milestone, role
from tests.planning.checks.test_spending_findings import SPENDING_CASES
from tests.support.work_done import calls_of


def after(*predecessors: int, lag: int = 0) -> tuple[Dependency, ...]:
    return tuple(Dependency(id=place, milestone=one, lag_days=lag) for place, one in enumerate(predecessors, 1))


def busy(how_many: int, **more: object) -> tuple[Record, ...]:
    """Milestones that are all due in the third quarter, and all done by the same school."""
    numbers = range(11, 11 + how_many)
    roles: list[Veri] = [role(number, f"milestones/{number}", "parties/2", "VE") for number in numbers]
    dated = [milestone(one, f"1.{one}", at_day(7, 1), at_day(9, 30), **more) for one in numbers]
    return (*dated, *roles)


def at_day(month: int, day: int, year: int = 2027) -> date:
    return date(year, month, day)


OTHER_THEME = (
    Theme(id=2, number=2, title="Leren"),
    Speerpunt(id=2, theme=2, number="2.1", title="Leren", goals=(1,)),
    milestone(3, "2.1a", at_day(7, 1), at_day(8, 31), speerpunt=2, after=after(2)),
)
LONG_CHAIN = (
    at("milestones/2", due="2027-12-31"),
    milestone(3, "1.1c", at_day(1, 3, 2028), at_day(6, 30, 2028), after=after(2)),
)

CHAIN_CASES = (
    Case(
        "pushes_fixed_date",
        (at("milestones/2", start="2027-03-30", fixed_date=True),),
        "milestones/2/fixed_date",
        "op zijn vroegst klaar op 28 maart 2027, met een tussentijd van 14 dagen.",
    ),
    Case(
        "due_too_late",
        (
            milestone(3, "1.1c", None, None, after=after(2)),
            milestone(4, "1.1d", at_day(5, 31), at_day(8, 31), after=after(3)),
        ),
        "milestones/2/due",
        "is 30 dagen te laat klaar om 1.1d op tijd te halen",
    ),
    Case(
        "no_moment_to_decide", LONG_CHAIN, "milestones/3/kind", "Van 1.1a tot en met 1.1c duurt het meer dan een jaar"
    ),
    Case("waits_on_other_theme", OTHER_THEME, "milestones/3/after", "Mijlpaal 2.1a wacht op 1.1b van thema 1."),
    Case(
        "too_many_in_a_quarter",
        busy(6),
        "milestones/11/due",
        "In het 3e kwartaal van 2027 moeten van Zuid College zes mijlpalen",
    ),
    Case(
        "log_in_future",
        (at("progress/1", date="2027-02-02"),),
        "progress/1/date",
        "is van 2 februari 2027, en die dag moet nog komen",
    ),
    Case(
        "ready_in_future",
        (at("milestones/2", light=Stoplicht.GEREED, done_on="2027-02-02"),),
        "milestones/2/done_on",
        "is gereed op 2 februari 2027, en die dag moet nog komen",
    ),
    Case(
        "ready_without_day",
        (at("milestones/2", light=Stoplicht.GEREED),),
        "milestones/2/done_on",
        "is niet bekend sinds wanneer. Vul ‘Gereed op’ in",
    ),
    Case(
        "budget_outside_period",
        (at("budget/1", year=2031),),
        "budget/1/year",
        "(2031) hoort bij een jaar buiten planperiode 2027-2028.",
    ),
    Case(
        "cofinancing_outside_period",
        (at("cofinancing/1", year=2026),),
        "cofinancing/1/year",
        "(2026) hoort bij een jaar buiten planperiode 2027-2028.",
    ),
    Case(
        "milestone_on_free_day",
        (at("milestones/2", due="2028-12-26"),),
        "milestones/2/due",
        "is klaar op dinsdag 26 december 2028, Tweede Kerstdag. Kies de werkdag ervoor (vrijdag 22 december 2028)",
    ),
    Case(
        "meeting_on_free_day",
        (Meeting(id=9, title="Start", date=at_day(10, 2)),),
        "sessions/9/date",
        "‘Start’ is op zaterdag 2 oktober 2027, in het weekend.",
    ),
    Case(
        "deadline_on_free_day",
        (Deadline(id=9, title="Menukaart", date=at_day(10, 3)),),
        "deadlines/9/date",
        "‘Menukaart’ is op zondag 3 oktober 2027, in het weekend.",
    ),
    Case(
        "free_day_ends_before_it_begins",
        (FreeDay(id=1, title="Studiedag", start=at_day(10, 3), end=at_day(10, 2)),),
        "free_days/1/end",
        "eindigt vóór de eerste dag en telt niet mee.",
    ),
)


@pytest.mark.parametrize("case", CHAIN_CASES, ids=lambda case: case.rule)
def test_a_rule_about_the_chain_finds_what_is_wrong(case: Case) -> None:
    found = found_by(case.rule, edited(*case.edits), case.today)
    assert [ref for ref, _ in found] == [case.ref]
    assert case.words in found[0][1]
    assert found[0][1][-1] in ".?"
    assert len(found[0][1]) <= 300


def test_every_rule_has_a_case() -> None:
    names = {one.name for one in all_checks() if one.listed and not one.name.startswith(("set_aside_", "open_choice_"))}
    assert names == {case.rule for case in (*CASES, *CHAIN_CASES, *SPENDING_CASES, *DAY_CASES)}


def test_one_trouble_is_said_once() -> None:
    """What cannot be met is no matter of starting too early, and what starts too early is not late as well."""
    pushed = edited(at("milestones/2", start="2027-03-30", fixed_date=True))
    assert found_by("starts_too_early", pushed) == []
    possible = edited(at("milestones/1", start="2027-01-20"), at("milestones/2", start="2027-04-13", fixed_date=True))
    assert found_by("pushes_fixed_date", possible) == []
    early = edited(at("milestones/2", start="2027-03-01"))
    assert (len(found_by("starts_too_early", early)), found_by("due_too_late", early)) == (1, [])


@pytest.mark.parametrize(
    ("done_on", "said"),
    [
        (at_day(2, 15), []),  # due on 31 March, ready on 15 February: two weeks later is 1 March, the day it starts
        # Two weeks after 16 February is 2 March, and it starts on 1 March.
        (
            at_day(2, 16),
            ["Mijlpaal 1.1b begint 1 dag te vroeg na 1.1a, met een tussentijd van 14 dagen. Verschuif 1.1b"],
        ),
    ],
)
def test_of_what_is_gereed_its_own_day_counts(done_on: date, said: list[str]) -> None:
    done = edited(at("milestones/1", light=Stoplicht.GEREED, done_on=done_on), at("milestones/2", start="2027-03-01"))
    found = [message for _, message in found_by("starts_too_early", done)]
    assert len(found) == len(said)
    assert all(message.startswith(words) for message, words in zip(found, said, strict=True))
    without_lag = edited(
        at("milestones/1", light=Stoplicht.GEREED, done_on=at_day(3, 11)),
        at("milestones/2", start="2027-03-01", after=after(1)),
    )
    assert [message for _, message in found_by("starts_too_early", without_lag)] == [
        "Mijlpaal 1.1b begint 10 dagen voordat 1.1a gereed was. Verschuif 1.1b, of haal 1.1a weg bij ‘Wacht op’."
    ]


@pytest.mark.parametrize("light", [Stoplicht.GROEN, Stoplicht.ROOD, Stoplicht.GEREED])
def test_what_has_begun_is_no_longer_to_be_planned(light: Stoplicht) -> None:
    """1.1b began ten days before 1.1a was ready: that happened, and its day is not to be written otherwise."""
    done = at("milestones/1", light=Stoplicht.GEREED, done_on=at_day(3, 11))
    begun = edited(done, at("milestones/2", start="2027-03-01", after=after(1), light=light))
    assert found_by("starts_too_early", begun) == []


def test_a_ring_is_one_trouble() -> None:
    ring = edited(at("milestones/1", after=after(2)), at("milestones/2", after=after(1)))
    assert len(found_by("waits_on_itself", ring)) == 1
    assert found_by("starts_too_early", ring) == []
    itself = edited(at("milestones/1", after=after(1)))
    assert (len(found_by("waits_on_itself", itself)), found_by("starts_too_early", itself)) == (1, [])


def waiting_through_a_chain(many: int) -> Dossier:
    """As many late milestones, all waiting for the end of a chain that has as many milestones without dates."""
    undated = [milestone(one, f"8.{one}", None, None, after=after(one - 1)) for one in range(101, 100 + many)]
    late = [milestone(one, f"9.{one}", at_day(6, 1), at_day(8, 31)) for one in range(1001, 1001 + many)]
    first = milestone(100, "8.100", None, None, after=after(*range(1001, 1001 + many)))
    end = milestone(100 + many, "8.500", at_day(7, 1), at_day(8, 31), after=after(99 + many))
    return edited(*late, first, *undated, end)


def test_a_long_chain_without_dates_is_walked_once() -> None:
    """Each of many is late for the end of the chain; twice as many of both is twice the work, not four times."""
    few, many = waiting_through_a_chain(100), waiting_through_a_chain(200)
    assert [len(found_by("due_too_late", each)) for each in (few, many)] == [100, 200]
    once, twice = (calls_of(partial(found_by, "due_too_late", each)) for each in (few, many))
    assert twice < 3 * once


def test_a_finding_on_a_role_or_a_line_of_the_log_is_about_its_milestone() -> None:
    entry = Progress.model_validate({"id": 5, "milestone": 2, "date": at_day(3, 1), "light": Stoplicht.ROOD})
    dossier = edited(entry, role(8, "themes/1", "parties/2", "V"))
    about = {
        "milestones/1/due": 1,
        "progress/5/note": 2,
        "veri/4": 2,
        "veri/8": None,
        "progress/99": None,
        "themes/1": None,
    }
    assert {ref: about_milestone(dossier, Ref.parse(ref)) for ref in about} == about


def test_a_moment_to_decide_anywhere_in_the_chain_is_enough() -> None:
    decided = edited(*LONG_CHAIN, at("milestones/1", kind=MilestoneKind.GO_NO_GO))
    assert found_by("no_moment_to_decide", decided) == []
    exactly_a_year = edited(at("milestones/1", start="2027-01-01"), at("milestones/2", due="2027-12-31"))
    assert found_by("no_moment_to_decide", exactly_a_year) == []
    assert found_by("no_moment_to_decide", edited(at("milestones/1", due="2028-12-31"))) == []


def test_two_ends_of_one_chain_are_named_once() -> None:
    shorter = milestone(4, "1.1d", at_day(1, 3, 2028), at_day(3, 31, 2028), after=after(2))
    assert [ref for ref, _ in found_by("no_moment_to_decide", edited(*LONG_CHAIN, shorter))] == ["milestones/3/kind"]


def test_only_what_is_more_than_the_region_allows_is_too_much() -> None:
    assert found_by("too_many_in_a_quarter", edited(*busy(5))) == []
    assert found_by("too_many_in_a_quarter", edited(*busy(6, light=Stoplicht.GEREED))) == []
    region = CLEAN.region.changed(most_due_per_quarter=6)
    assert found_by("too_many_in_a_quarter", edited(*busy(6), region)) == []
