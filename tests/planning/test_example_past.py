"""A copy of the example of whatever day tells nothing of a day that is still to come."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest

from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import MONTHS
from sto_tui.domain.evaluation import Action, ActionStatus, Answer, Decision, Meeting, Score
from sto_tui.domain.handed_in import Submission
from sto_tui.domain.milestones import Milestone, Stoplicht
from sto_tui.domain.money import Cofinancing, CofinancingStatus, Realised
from sto_tui.domain.parties import Party, PartyStatus
from sto_tui.domain.plan import Goal, GoalOutcome, Support, Visit
from sto_tui.domain.record import Part, Record, fields_of
from sto_tui.domain.region import Deadline, PlanPeriod
from sto_tui.domain.vision import Indicator
from sto_tui.planning.example_day import on_day
from sto_tui.planning.example_past import as_on
from sto_tui.storage.file.codec import decode, dossier_from
from sto_tui.storage.file.handed_in import read_handed_in
from sto_tui.storage.samples import copy_sample
from tests.support.by_hand import dossier_with

SAMPLE = Path(__file__).parents[2] / "samples" / "voorbeeldregio-2027-2028.sto.json"
# Every third week of the two years of a cycle, and a day of other cycles.
DAYS = [date(2026, 1, 1) + timedelta(days=days) for days in range(0, 730, 21)] + [date(2025, 5, 2), date(2029, 9, 30)]

_DATED = re.compile(rf"(?:(\d{{1,2}})-(\d{{1,2}})-|(?:(\d{{1,2}}) )?({'|'.join(MONTHS)}) )?\b(20[2-3]\d)\b(?!-)")
_TOLD = re.compile(
    r"\b(was|waren|werd|werden|had|hadden|kwam|kwamen|keken|stond|stonden|ging|gingen|bleef|bleven|speelde|leerden|"
    r"maakten|deden|besloot|tekende|tekenden|veranderde|is gestopt|gestopt per|sinds)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def written() -> Dossier:
    return dossier_from(decode(SAMPLE.read_bytes(), SAMPLE.name), SAMPLE.name)


def texts(thing: Record | Part) -> Iterator[str]:
    for name in fields_of(type(thing)):
        value = getattr(thing, name)
        if type(value) is str:
            yield value
        elif isinstance(value, tuple):
            yield from (text for part in value if isinstance(part, Part) for text in texts(part))


def first_days(sentence: str) -> Iterator[date]:
    """The first day of each day, month or year that a sentence names."""
    for day, number, day_of_month, month, year in _DATED.findall(sentence):
        in_year = int(number) if number else MONTHS.index(month) + 1 if month else 1
        yield date(int(year), in_year, int(day or day_of_month or 1))


@cache
def told(text: str) -> list[tuple[str, date]]:
    """The sentences of a text that tell of something that has been, each with the last day that it names."""
    sentences = [sentence for sentence in re.split(r"(?<=[.!?;])\s", text) if _TOLD.search(sentence)]
    return [(sentence, max(first_days(sentence), default=date.min)) for sentence in sentences]


def told_of_later(dossier: Dossier, day: date) -> Iterator[str]:
    """Sentences that tell of a day to come as of something that has been."""
    for records in dossier.tables.values():
        for record in records.values():
            for sentence, named in (one for text in texts(record) for one in told(text)):
                if named > day:
                    yield f"{ref_of(record)}: {sentence}"


def happened_later(dossier: Dossier, day: date) -> Iterator[str]:
    """Records that say that something has happened which is still to come."""
    to_come = {meeting.id for meeting in dossier.of(Meeting).values() if meeting.date and meeting.date > day}
    given = {entry.contribution for entry in dossier.of(Realised).values()}
    for records in dossier.tables.values():
        for record in records.values():
            match record:
                case Answer() | Score():
                    wrong = record.session in to_come
                case Decision():
                    wrong = record.date is None or record.date > day
                case Support():
                    wrong = any(visit.date and visit.date > day for visit in record.visits)
                case Meeting():
                    wrong = record.id in to_come and bool(record.attendees)
                case Action():
                    wrong = record.status is ActionStatus.GEREED and record.due is not None and record.due > day
                case Deadline():
                    wrong = record.done and record.date > day
                case Goal():
                    wrong = (record.reached_year or 0) > day.year
                case Milestone():
                    wrong = record.light is Stoplicht.GEREED and record.done_on is None
                case Cofinancing(status=CofinancingStatus.GEREALISEERD):
                    wrong = record.year >= day.year and record.id not in given
                case Party(status=PartyStatus.GETEKEND):
                    wrong = record.agreed_on is None
                case Party(status=PartyStatus.GESTOPT):
                    wrong = record.stopped_on is None
                case Indicator():
                    wrong = any(not point.prognosis and point.year > day.year for point in record.series)
                case _:
                    wrong = False
            days = [getattr(record, name) for name, spec in fields_of(type(record)).items() if spec.happened]
            if wrong or any(isinstance(moment, date) and moment > day for moment in days):
                yield str(ref_of(record))


@pytest.mark.parametrize("day", DAYS, ids=date.isoformat)
def test_nothing_that_is_to_come_is_told_as_if_it_had_been(written: Dossier, day: date) -> None:
    dossier = on_day(written, day)
    assert list(happened_later(dossier, day)) == []
    assert list(told_of_later(dossier, day)) == []


def test_before_the_evaluation_nothing_is_known_of_it(written: Dossier) -> None:
    """Its meetings were on 21 April and 28 May 2026; the first decisions are of the second."""
    before, after = on_day(written, date(2026, 4, 20)), on_day(written, date(2026, 5, 28))
    assert [*before.of(Answer), *before.of(Decision), *before.of(Action)] == []
    assert {goal.outcome for goal in before.of(Goal).values()} == {GoalOutcome.ONBEKEND}
    assert len(on_day(written, date(2026, 4, 21)).of(Answer)) > 10
    assert [goal.reached for goal in after.of(Goal).values() if goal.reached] == [
        "412 leerlingen",
        "58%",
        "640 kinderen",
        "6 hybride docenten",
    ]


@pytest.mark.parametrize("day", [date(2026, 9, 27), date(2026, 9, 28), date(2027, 12, 31), date(2028, 10, 2)])
def test_each_plan_that_is_handed_in_is_there_to_compare_with(tmp_path: Path, day: date) -> None:
    copy = copy_sample("voorbeeldregio", tmp_path, day)
    dossier = dossier_from(decode(copy.read_bytes(), copy.name), copy.name)
    submitted = {submission.period: submission for submission in dossier.of(Submission).values()}
    for period in dossier.of(PlanPeriod).values():
        if period.plan_status.is_handed_in and period.adopted_on:
            submission = submitted[period.id]
            kept = read_handed_in(copy, submission.file, submission.hash)
            plan = dossier_from(decode(kept, submission.file), submission.file)
            assert plan.current_period is not None
            assert plan.current_period.label == period.label
            assert list(happened_later(plan, submission.handed_in_on)) == []


def test_what_is_of_a_day_itself_was_so_and_what_is_to_come_in_its_year_was_not() -> None:
    """On 15 June 2027. An action that is due until two months later may have been begun."""
    day = date(2027, 6, 15)
    given = [
        Cofinancing(id=number, title="Uren", year=year, status=CofinancingStatus.GEREALISEERD)
        for number, year in enumerate((2026, 2027, 2028), 1)
    ]
    meeting = Meeting(id=1, title="Avond", date=day)
    looked_back = Decision(id=1, text="Door", date=day)
    actions = [
        Action(id=number, text="Bellen", due=due, status=ActionStatus.BEZIG)
        for number, due in enumerate((date(2027, 8, 15), date(2027, 8, 16)), 1)
    ]
    visits = tuple(Visit(id=number, date=date(2027, 6, 14 + number)) for number in (1, 2))
    support = Support(id=1, question="Hoe?", visits=visits)
    past = as_on(dossier_with(*given, meeting, looked_back, *actions, support), day)
    assert [one.status for one in past.of(Cofinancing).values()] == [
        CofinancingStatus.GEREALISEERD,
        CofinancingStatus.GETEKEND,
        CofinancingStatus.GETEKEND,
    ]
    assert [one.status for one in past.of(Action).values()] == [ActionStatus.BEZIG, ActionStatus.OPEN]
    assert [visit.id for visit in past.of(Support)[1].visits] == [1]
