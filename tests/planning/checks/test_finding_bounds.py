"""Where a finding begins: the last case that is right and the first that is not, and how the sentence counts."""

from collections.abc import Sequence
from datetime import date

import pytest

from sto_tui.domain.evaluation import Action, ActionStatus, Answer, Decision
from sto_tui.domain.milestones import MilestoneKind, Progress, Stoplicht
from sto_tui.domain.parties import Party, PartyKind, PartyStatus
from sto_tui.domain.plan import Facility, Goal, Partner, Phase, Speerpunt, Theme
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.region import PlanPeriod
from sto_tui.domain.vision import Point
from tests.planning.checks.test_findings import at, edited, found_by, milestone, phase, text_of
from tests.planning.checks.test_milestone_findings import after
from tests.support.by_hand import dossier_with
from tests.support.findings import said_by

TODAY = date(2027, 2, 1)
READY = {"light": Stoplicht.GEREED}


def said(rule: str, *edits: Record | Ref, today: date = TODAY) -> list[str]:
    """The first sentence of each finding."""
    return [message.partition(". ")[0] for _, message in found_by(rule, edited(*edits), today)]


def day(month: int, number: int, year: int = 2027) -> date:
    return date(year, month, number)


# Milestones. In the clean plan 1.1a runs from 4 January to 31 March 2027, and 1.1b, which waits on it with 14 days
# between, from 14 April to 30 June.


@pytest.mark.parametrize(
    ("start", "due", "expected"),
    [
        (day(1, 4), day(2, 3), []),
        (day(1, 4), day(2, 2), ["Mijlpaal 1.1a duurt 30 dagen, korter dan een maand"]),
        (day(1, 4), day(1, 4), ["Mijlpaal 1.1a duurt 1 dag, korter dan een maand"]),
        (day(1, 4), day(1, 3), []),
        (day(2, 1), day(2, 28), []),
        (day(2, 1), day(2, 27), ["Mijlpaal 1.1a duurt 27 dagen, korter dan een maand"]),
        (None, day(1, 4), []),
        (day(1, 4), None, []),
    ],
)
def test_a_month_is_long_enough(start: date | None, due: date | None, expected: list[str]) -> None:
    assert said("shorter_than_a_month", at("milestones/1", start=start, due=due)) == expected


@pytest.mark.parametrize(
    ("start", "due", "expected"),
    [
        (day(1, 4), day(1, 4), []),
        (day(1, 4), day(1, 3), ["Mijlpaal 1.1a is klaar op 03-01-2027, vóór het begin op 04-01-2027"]),
    ],
)
def test_due_on_the_day_of_its_start(start: date, due: date, expected: list[str]) -> None:
    assert said("due_before_start", at("milestones/1", start=start, due=due)) == expected


@pytest.mark.parametrize(
    ("start", "due", "expected"),
    [
        (day(1, 1), day(12, 31, 2028), []),
        (day(12, 31, 2026), day(12, 31, 2028), ["Mijlpaal 1.1a begint op 31-12-2026, buiten planperiode 2027-2028"]),
        (day(1, 1), day(1, 1, 2029), ["Mijlpaal 1.1a is klaar op 01-01-2029, buiten planperiode 2027-2028"]),
        (day(12, 31, 2026), day(1, 1, 2029), ["Mijlpaal 1.1a begint op 31-12-2026, buiten planperiode 2027-2028"]),
    ],
)
def test_the_first_and_last_day_of_the_plan_are_in_it(start: date, due: date, expected: list[str]) -> None:
    assert said("outside_period", at("milestones/1", start=start, due=due)) == expected


@pytest.mark.parametrize(
    ("today", "edits", "expected"),
    [
        (day(3, 31), [], []),
        (day(4, 1), [], ["Mijlpaal 1.1a moest klaar zijn op 31 maart 2027"]),
        (day(4, 1), [at("milestones/1", light=Stoplicht.GEREED, done_on=day(3, 1))], []),
        (
            day(12, 31, 2028),
            [],
            ["Mijlpaal 1.1a moest klaar zijn op 31 maart 2027", "Mijlpaal 1.1b moest klaar zijn op 30 juni 2027"],
        ),
        (
            day(1, 1, 2029),
            [],
            ["De planperiode 2027-2028 is voorbij en 2 mijlpalen staan niet op gereed, zoals 1.1a"],
        ),
        # A period that is over has no other days: one that is left is about how it ended, and rood is an end too.
        (
            day(1, 1, 2029),
            [at("milestones/2", **READY)],
            ["De planperiode 2027-2028 is voorbij en 1 mijlpaal staat niet op gereed, zoals 1.1a"],
        ),
        (day(1, 1, 2029), [at("milestones/1", light=Stoplicht.ROOD), at("milestones/2", **READY)], []),
    ],
)
def test_what_should_have_been_ready_before_today(today: date, edits: Sequence[Record], expected: list[str]) -> None:
    assert said("past_due", *edits, today=today) == expected


@pytest.mark.parametrize(
    ("due", "start", "expected"),
    [
        # 14 days after 31 March is 14 April.
        (day(3, 31), day(4, 14), []),
        (day(3, 31), day(4, 13), ["Mijlpaal 1.1b begint 1 dag te vroeg na 1.1a, met een tussentijd van 14 dagen"]),
        (day(4, 2), day(4, 14), ["Mijlpaal 1.1b begint 2 dagen te vroeg na 1.1a, met een tussentijd van 14 dagen"]),
    ],
)
def test_the_first_day_that_is_not_too_early(due: date, start: date, expected: list[str]) -> None:
    assert said("starts_too_early", at("milestones/1", due=due), at("milestones/2", start=start)) == expected


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        # From 1 January 1.1a takes 86 days, to 28 March; 14 days later is 11 April.
        (day(4, 11), []),
        (
            day(4, 10),
            [
                "Het begin van mijlpaal 1.1b staat vast op 10 april 2027, maar 1.1a is op zijn vroegst klaar op "
                "28 maart 2027, met een tussentijd van 14 dagen"
            ],
        ),
    ],
)
def test_the_first_fixed_date_that_can_be_met(start: date, expected: list[str]) -> None:
    assert said("pushes_fixed_date", at("milestones/2", start=start, fixed_date=True)) == expected


@pytest.mark.parametrize(
    ("begins", "expected"),
    [
        (day(6, 30), []),
        (day(6, 29), ["Mijlpaal 1.1b is 1 dag te laat klaar om 1.1d op tijd te halen"]),
        (day(6, 28), ["Mijlpaal 1.1b is 2 dagen te laat klaar om 1.1d op tijd te halen"]),
    ],
)
def test_the_last_day_that_is_not_too_late(begins: date, expected: list[str]) -> None:
    between = milestone(3, "1.1c", None, None, after=after(2))
    last = milestone(4, "1.1d", begins, day(9, 30), after=after(3))
    assert said("due_too_late", between, last) == expected
    assert said("due_too_late", between, last, at("milestones/2", light=Stoplicht.GEREED)) == []


@pytest.mark.parametrize(("due", "many"), [(day(12, 31), 0), (day(1, 1, 2028), 1)])
def test_a_chain_of_more_than_a_year(due: date, many: int) -> None:
    found = said("no_moment_to_decide", at("milestones/1", start=day(1, 1)), at("milestones/2", due=due))
    assert len(found) == many


@pytest.mark.parametrize(
    ("others", "named"),
    [
        (1, "2.1a van thema 2"),
        (2, "2.1a van thema 2 en op 2.1b van thema 2"),
        (3, "2.1a van thema 2, op 2.1b van thema 2 en op nog 1 andere"),
        (4, "2.1a van thema 2, op 2.1b van thema 2 en op nog 2 andere"),
    ],
)
def test_what_waits_on_other_themes(others: int, named: str) -> None:
    theme = (Theme(id=2, number=2, title="Leren"), Speerpunt(id=2, theme=2, number="2.1", title="Leren"))
    numbers = range(11, 11 + others)
    there = [milestone(one, f"2.1{'abcd'[one - 11]}", None, None, speerpunt=2) for one in numbers]
    waits = milestone(3, "1.1c", None, None, after=after(1, *numbers))
    assert said("waits_on_other_theme", *theme, *there, waits) == [f"Mijlpaal 1.1c wacht op {named}"]


@pytest.mark.parametrize(
    ("light", "done", "expected"),
    [
        (Stoplicht.NIET_GESTART, None, ["Het begin van mijlpaal 1.1b staat vast op 10 april 2027"]),
        # It was ready and is so no longer: the day stays, and there is something to plan again.
        (Stoplicht.ORANJE, day(4, 20), ["Het begin van mijlpaal 1.1b staat vast op 10 april 2027"]),
        (Stoplicht.GEREED, None, ["Het begin van mijlpaal 1.1b staat vast op 10 april 2027"]),
        (Stoplicht.GEREED, day(4, 20), []),
    ],
)
def test_a_fixed_date_is_no_matter_any_more_once_it_is_ready(
    light: Stoplicht, done: date | None, expected: list[str]
) -> None:
    """From 1 January 1.1a takes 86 days, to 28 March; 14 days later is 11 April."""
    second = at("milestones/2", start=day(4, 10), fixed_date=True, light=light, done_on=done)
    assert [one.partition(", maar")[0] for one in said("pushes_fixed_date", second)] == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ({}, {}, []),
        ({"smart": ()}, {}, ["Mijlpaal 1.1a is"]),
        ({}, {"smart": ()}, ["Mijlpaal 1.1b is"]),
        ({"smart": ()}, {"smart": ()}, ["Mijlpaal 1.1a en nog 1 andere zijn"]),
        ({"smart": ()}, {"smart": (), **READY}, ["Mijlpaal 1.1a is"]),
        ({"smart": ()}, {"smart": (), "kind": MilestoneKind.GO_NO_GO}, ["Mijlpaal 1.1a is"]),
    ],
)
def test_how_many_are_not_smart(first: dict[str, object], second: dict[str, object], expected: list[str]) -> None:
    found = said("not_smart", at("milestones/1", **first), at("milestones/2", **second))
    assert [one.partition(" nog niet helemaal")[0] for one in found] == expected


def test_what_is_missing_of_the_dates() -> None:
    whole = milestone(3, "1.3", day(5, 1), day(6, 30))
    assert said("without_dates", whole) == []
    for values, what in (
        ({"start": None, "due": None}, "begin en geen einddatum"),
        ({"start": None}, "begin"),
        ({"due": None}, "einddatum"),
    ):
        assert said("without_dates", whole.changed(**values)) == [f"Mijlpaal 1.3 heeft geen {what}"]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ({}, ["Mijlpaal 1.1a staat op oranje zonder toelichting en knelpunt"]),
        ({"note": "Laat."}, ["Mijlpaal 1.1a staat op oranje zonder knelpunt"]),
        ({"obstacle": "Geld."}, ["Mijlpaal 1.1a staat op oranje zonder toelichting"]),
        ({"note": "Laat.", "obstacle": "Geld."}, []),
    ],
)
def test_what_the_newest_line_lacks(line: dict[str, str], expected: list[str]) -> None:
    newest = Progress.model_validate({"id": 2, "milestone": 1, "date": day(1, 25), "light": Stoplicht.ORANJE, **line})
    assert said("trouble_without_explanation", at("milestones/1", light=Stoplicht.ORANJE), newest) == expected


# Days that are still to come.


def lines(how_many: int, first: date) -> list[Progress]:
    dates = [first.replace(day=first.day + place) for place in range(how_many)]
    return [Progress(id=10 + place, milestone=2, date=one, light=Stoplicht.GROEN) for place, one in enumerate(dates)]


def test_lines_of_the_log_about_days_to_come() -> None:
    assert said("log_in_future", *lines(1, TODAY)) == []
    assert said("log_in_future", *lines(2, TODAY)) == [
        "De regel van het logboek over mijlpaal 1.1b is van 2 februari 2027, en die dag moet nog komen"
    ]
    assert len(said("log_in_future", *lines(5, day(2, 2)))) == 5
    assert said("log_in_future", *lines(6, day(2, 2))) == [
        "6 regels van het logboek gaan over een dag die nog moet komen, de eerste over 2 februari 2027"
    ]


def test_milestones_that_are_ready_on_days_to_come() -> None:
    ready = [milestone(10 + one, f"1.{one}", None, None, done_on=day(2, one), **READY) for one in range(1, 8)]
    assert said("ready_in_future", ready[0]) == []
    assert said("ready_in_future", *ready[:2]) == [
        "Mijlpaal 1.2 is gereed op 2 februari 2027, en die dag moet nog komen"
    ]
    assert len(said("ready_in_future", *ready[:6])) == 5
    assert said("ready_in_future", *ready) == ["6 mijlpalen zijn gereed op een dag die nog moet komen, zoals 1.2"]


# Looking back.


def test_an_action_is_late_from_the_day_after() -> None:
    action = at("actions/1", due=day(2, 1))
    assert said("action_past_due", action) == []
    late = ["De actie ‘Zaal boeken’ moest klaar zijn op 1 februari 2027"]
    assert said("action_past_due", action, today=day(2, 2)) == late
    for status in (ActionStatus.GEREED, ActionStatus.VERVALLEN):
        assert said("action_past_due", action.changed(status=status), today=day(2, 2)) == []


def test_a_long_text_is_cut_after_sixty_letters() -> None:
    whole, long = "a" * 60, "a" * 61
    assert said("action_without_owner", Action(id=1, text=whole)) == [f"De actie ‘{whole}’ heeft geen eigenaar"]
    assert said("action_without_owner", Action(id=1, text=long)) == [f"De actie ‘{'a' * 59}…’ heeft geen eigenaar"]
    assert said("figure_without_source", at("indicators/1", title=whole, source="")) == [
        f"Het cijfer ‘{whole}’ heeft geen bron"
    ]
    assert said("figure_without_source", at("indicators/1", title=long, source="")) == [
        f"Het cijfer ‘{'a' * 59}…’ heeft geen bron"
    ]


def answers(*votes: int, decision: int | None = None) -> list[Answer]:
    return [
        Answer(id=10 + place, question=2, text=f"Antwoord {place}", votes=many, decision=decision)
        for place, many in enumerate(votes)
    ]


def test_votes_and_answers_from_which_nothing_followed() -> None:
    assert said("votes_without_decision", *answers(1)) == [
        "Bij de vraag ‘Wat nog meer?’ kreeg 1 antwoord stemmen, maar geen besluit"
    ]
    assert said("votes_without_decision", *answers(0, 2, 5)) == [
        "Bij de vraag ‘Wat nog meer?’ kregen 2 antwoorden stemmen, maar geen besluit"
    ]
    assert [ref for ref, _ in found_by("votes_without_decision", edited(*answers(0, 2, 5, 5)))] == [
        "answers/12/decision"
    ]
    assert said("votes_without_decision", *answers(2, 5, decision=1)) == []
    assert said("votes_without_decision", *answers(2), at("questions/2", hidden=True)) == []
    assert said("question_without_decision", *answers(0)) == [
        "Bij de vraag ‘Wat nog meer?’ staat 1 antwoord, maar geen besluit"
    ]
    assert said("question_without_decision", *answers(0, 0)) == [
        "Bij de vraag ‘Wat nog meer?’ staan 2 antwoorden, maar geen besluit"
    ]
    assert said("question_without_decision", *answers(0, 1)) == []
    assert said("question_without_decision", *answers(0), at("questions/2", hidden=True)) == []
    assert said("decision_without_follow_up", Decision(id=2, text="Stop", why_not="Klaar")) == []
    assert len(said("decision_without_follow_up", Decision(id=2, text="Stop"))) == 1


# Themes, parties, figures.


@pytest.mark.parametrize(
    ("phases", "expected"),
    [
        ((phase(1, "2027"), phase(2, "2028")), []),
        ((phase(1, "2027-2028"), phase(2, "2028")), ["‘2027-2028’ en ‘2028’"]),
        ((phase(1, "2027"), phase(2, "2027")), ["‘2027’ en ‘2027’"]),
        ((phase(1, "Eerst", day(1, 1), day(6, 30)), phase(2, "Dan", day(7, 1), day(12, 31))), []),
        ((phase(1, "Eerst", day(1, 1), day(6, 30)), phase(2, "Dan", day(6, 30), day(12, 31))), ["‘Eerst’ en ‘Dan’"]),
        # The long one is still there when the third begins, the second is not.
        (
            (
                phase(1, "Lang", day(1, 1), day(12, 31)),
                phase(2, "Kort", day(2, 1), day(2, 28)),
                phase(3, "Later", day(5, 1), day(5, 31)),
            ),
            ["‘Lang’ en ‘Kort’", "‘Lang’ en ‘Later’"],
        ),
        # Of two that end together the first is named.
        (
            (
                phase(1, "Lang", day(1, 1), day(12, 31)),
                phase(2, "Half", day(7, 1), day(12, 31)),
                phase(3, "Later", day(9, 1), day(9, 30)),
            ),
            ["‘Lang’ en ‘Half’", "‘Lang’ en ‘Later’"],
        ),
        ((phase(1, "ooit"), phase(2, "2028")), []),
        # No calendar has a year 0.
        ((phase(1, "0000"), phase(2, "0000-2028"), phase(3, "2028-0000")), []),
    ],
)
def test_periods_that_share_a_day(phases: tuple[Phase, ...], expected: list[str]) -> None:
    found = said("overlapping_phases", at("speerpunten/1", phases=phases))
    assert found == [f"In speerpunt 1.1 overlappen de perioden {names}" for names in expected]


@pytest.mark.parametrize(
    ("schools", "expected"),
    [
        (2, []),
        (1, ["Voeg vmbo-scholen toe bij de partijen: er doet er één mee"]),
        (0, ["Voeg vmbo-scholen toe bij de partijen: er doet er geen mee"]),
    ],
)
def test_two_schools_are_enough(schools: int, expected: list[str]) -> None:
    kinds = [PartyKind.VMBO] * schools + [PartyKind.OVERIG] * (2 - schools)
    parties = [Party(id=place, name=f"School {place}", kind=kind) for place, kind in enumerate(kinds, 1)]
    assert said("too_few_vmbo", *parties) == expected
    stopped = Party(id=9, name="Weg", kind=PartyKind.VMBO, status=PartyStatus.GESTOPT)
    assert said("too_few_vmbo", *parties, stopped) == expected


def test_a_year_with_more_than_one_value() -> None:
    def points(*years: int, label: str = "") -> tuple[Point, ...]:
        return tuple(Point(id=place, year=year, label=label, value=1) for place, year in enumerate(years, 1))

    assert said("figure_with_two_values", at("indicators/1", series=points(2025, 2026))) == []
    assert said("figure_with_two_values", at("indicators/1", series=points(2025, 2025, 2025))) == [
        "Het cijfer ‘Instroom’ heeft 3 waarden in 2025; de laatste telt"
    ]
    assert said("figure_with_two_values", at("indicators/1", series=points(2026, 2026, label="PIE"))) == [
        "Het cijfer ‘Instroom’ heeft 2 waarden van PIE in 2026; de laatste telt"
    ]


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        # A name of one word is compared when the first letter is right. A long word may differ by two letters.
        ("Technum", ""),
        ("Tecnum", "Technum"),
        ("Tecnun", "Technum"),
        ("Tacnun", ""),
        ("Pechnum", ""),
        ("Technums", ""),
        # A word of six letters may differ by one.
        ("Vectoor", "Vector"),
        ("Vectr", "Vector"),
        ("Vecdar", ""),
        # A word of three letters is never compared, one of four is.
        ("Abx", ""),
        ("Noos", "Noor"),
        ("Nooss", ""),
        ("Nor", ""),
        # The name of another party is no mistake.
        ("Vektor", ""),
        # In a name of more words one of them may differ.
        ("Zuid Colege", "Zuid College"),
        ("Zuit Colege", ""),
    ],
)
def test_a_letter_too_few_or_other(written: str, asked: str) -> None:
    names = ("Technum", "Vector", "Vektor", "Abc", "Noor")
    parties = [Party(id=20 + place, name=name) for place, name in enumerate(names)]
    partners = (Partner(id=1, party=1, role=f"een docent van {written}"),)
    found = said("misspelt_party", *parties, at("speerpunten/1", partners=partners))
    expected = f"Bij de partners van speerpunt 1.1 staat ‘{written}’"
    assert found == ([expected] if asked else [])


@pytest.mark.parametrize(
    ("facility", "speerpunt", "many"),
    [
        ("Lab Water (Noord)", "Lab Lucht (Noord)", 1),
        ("Lab Water (Noord)", "Lab water (noord)", 0),
        ("Lab Water (Noord)", "Lab Lucht (Zuid)", 0),
        ("Lab Water (Noord)", "Zaal Water (Noord)", 0),
        ("Lab Water", "Lab Lucht", 0),
        # What begins with what stands in brackets is called by its place only.
        ("(Noord) Water", "(Noord) Lucht", 0),
    ],
)
def test_two_names_for_what_begins_alike_at_one_place(facility: str, speerpunt: str, many: int) -> None:
    theme = at("themes/1", facilities=(Facility(id=1, name=facility),))
    assert len(said("two_names", theme, at("speerpunten/1", title=speerpunt))) == many


# What texts say.


TWO_THEMES = (
    Theme(id=2, number=2, title="Leren"),
    *(Speerpunt(id=one, theme=2, number=f"2.{one}", title=f"Punt {one}") for one in (2, 3)),
)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        # Two themes; one speerpunt in the first and two in the second, three in all.
        ("Er zijn twee thema’s.", ""),
        ("Er zijn drie thema’s.", "er zijn 2 thema’s"),
        ("Er is één of twee thema’s.", ""),
        ("Er zijn drie tot vier thema’s.", "er zijn 2 thema’s"),
        ("De eerste drie thema’s.", ""),
        ("Het plan telt drie speerpunten.", ""),
        ("Het plan telt vier speerpunten.", "er zijn 3 speerpunten"),
        ("Wij noemen vier speerpunten.", "er zijn 3 speerpunten"),
        # As many as one of the themes has: it may be about that theme.
        ("Het thema telt twee speerpunten.", ""),
        ("Elk thema heeft twee speerpunten.", "thema 1 heeft er 1"),
        ("Elk thema heeft vijf speerpunten.", "thema 1 heeft er 1 en thema 2 heeft er 2"),
        ("Een thema heeft één of twee speerpunten.", ""),
        ("Een thema heeft twee of drie speerpunten.", "thema 1 heeft er 1"),
        ("De andere vijf speerpunten.", ""),
    ],
)
def test_texts_that_count(text: str, problem: str) -> None:
    found = [
        message.partition(", maar ")[2]
        for _, message in found_by("wrong_count_concept", edited(*TWO_THEMES, text_of(5, text)))
    ]
    assert found == ([f"{problem}. Pas de tekst of het plan aan."] if problem else [])


def test_a_count_that_is_of_no_theme_is_of_them_all() -> None:
    """Themes of one and of three speerpunten, four in all: `telt twee` is about none of them."""
    more = (*TWO_THEMES, Speerpunt(id=4, theme=2, number="2.4", title="Punt 4"))
    texts = {
        "Het plan telt twee speerpunten.": 1,
        "Het plan telt drie speerpunten.": 0,
        "Wij zien twee speerpunten.": 0,
    }
    for text, many in texts.items():
        assert len(said("wrong_count_concept", *more, text_of(5, text))) == many, text


def test_what_is_one_chapter_short() -> None:
    assert said("chapter_without_text", Ref("texts", 5)) == [
        "Er is nog geen eigen tekst bij hoofdstuk ‘5 Thema’s en speerpunten’"
    ]
    (sentence,) = said("chapter_without_text", Ref("texts", 5), Ref("texts", 1))
    assert sentence.startswith("Er is nog geen eigen tekst bij de hoofdstukken ‘1 ")


def test_a_moment_to_decide_may_be_short() -> None:
    short = at("milestones/1", due=day(1, 10), kind=MilestoneKind.GO_NO_GO, tangible_result="")
    assert said("shorter_than_a_month", short) == said("no_tangible_result", short) == []


@pytest.mark.parametrize(
    ("goals", "at_what"),
    [((2,), None), ((1, 2), None), ((1,), "alleen aan een doel van een eerdere periode"), ((), "aan geen enkel doel")],
)
def test_a_speerpunt_works_at_a_goal_of_its_own_plan(goals: tuple[int, ...], at_what: str | None) -> None:
    """There are goals of the plan before in each."""
    whole = dossier_with(
        PlanPeriod(id=1, label="2025-2026", start=day(1, 1, 2025), end=day(12, 31, 2026)),
        PlanPeriod(id=2, label="2027-2028", start=day(1, 1), end=day(12, 31, 2028), current=True),
        Goal(id=1, number=1, text="Meer leerlingen", periods=(1,)),
        Goal(id=2, number=1, text="Nog meer leerlingen", periods=(2,)),
        Theme(id=1, number=1, title="Labs", periods=(2,)),
        Speerpunt(id=1, theme=1, number="1.1", title="Lab", goals=goals),
    )
    found = said_by("speerpunt_without_goal", whole.seen_in(2), day(2, 1))
    told = [f"Speerpunt 1.1 werkt {at_what}. Kies bij ‘Werkt aan doel’ een doel."] if at_what else []
    assert [message for _, message in found] == told
