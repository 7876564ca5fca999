"""Findings about days of what has happened, each with one dossier that is wrong."""

from datetime import date

import pytest

from sto_tui.domain.evaluation import Decision
from sto_tui.domain.parties import Party
from sto_tui.domain.record import Record
from sto_tui.domain.steering import Resolution
from tests.planning.checks.test_findings import TODAY, Case, at, edited, found_by

DAY_CASES = (
    Case(
        "day_still_to_come_overzicht",
        (at("periods/1", granted_on=date(2027, 12, 15)),),
        "periods/1/granted_on",
        "Planperiode ‘2027-2028’ heeft bij ‘Toegekend op’ 15 december 2027, en die dag moet nog komen.",
    ),
    Case(
        "day_still_to_come_plan",
        (at("parties/1", agreed_on=date(2028, 2, 1)),),
        "parties/1/agreed_on",
        "Partij ‘Noord College’ heeft bij ‘Akkoord op’ 1 februari 2028, en die dag moet nog komen.",
    ),
    Case(
        "day_still_to_come_regiovisie",
        (at("indicators/1", reference_date=date(2027, 10, 1)),),
        "indicators/1/reference_date",
        "‘Instroom’ heeft bij ‘Peildatum’ 1 oktober 2027, en die dag moet nog komen.",
    ),
    Case(
        "day_still_to_come_evaluatie",
        (at("decisions/1", date=date(2072, 5, 28)),),
        "decisions/1/date",
        "Besluit ‘We gaan door’ heeft bij ‘Datum’ 28 mei 2072, en die dag moet nog komen.",
    ),
    Case(
        "day_still_to_come_voortgang",
        (Resolution(id=1, text="Het lab wordt gebouwd", date=date(2027, 4, 22)),),
        "resolutions/1/date",
        "heeft bij ‘Datum’ 22 april 2027, en die dag moet nog komen.",
    ),
)


@pytest.mark.parametrize("case", DAY_CASES, ids=lambda case: case.rule)
def test_a_day_that_is_still_to_come_is_found(case: Case) -> None:
    ((ref, sentence),) = found_by(case.rule, edited(*case.edits))
    assert ref == case.ref
    assert case.words in sentence


@pytest.mark.parametrize(
    "record",
    [
        at("decisions/1", date=TODAY),
        at("parties/1", status="gestopt", stopped_on=date(2027, 12, 31)),
    ],
    ids=["decided today", "a stop that was said beforehand"],
)
def test_today_and_what_may_be_said_beforehand_are_not_found(record: Record) -> None:
    found = [found_by(case.rule, edited(record)) for case in DAY_CASES]
    assert found == [[], [], [], [], []]


@pytest.mark.parametrize(
    ("many", "told"),
    [
        (5, [f"Partij ‘Bedrijf {number}’ heeft bij ‘Akkoord op’ 1 februari 2028, en" for number in range(11, 16)]),
        (6, ["6 partijen hebben bij ‘Akkoord op’ een dag die nog moet komen, zoals ‘Bedrijf 11’: 1 februari 2028."]),
    ],
)
def test_more_than_five_are_one_mistake(many: int, told: list[str]) -> None:
    ahead = [Party(id=n, name=f"Bedrijf {n}", agreed_on=date(2028, 2, 1)) for n in range(11, 11 + many)]
    found = [sentence for _, sentence in found_by("day_still_to_come_plan", edited(*ahead))]
    assert len(found) == len(told)
    assert all(sentence.startswith(words) for sentence, words in zip(found, told, strict=True))


def test_a_decision_without_a_day_is_not_found() -> None:
    assert found_by("day_still_to_come_evaluatie", edited(Decision(id=2, text="Stoppen"))) == []
