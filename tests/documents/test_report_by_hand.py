"""The milestones of a report on a period, worked out by hand: since when they were ready, and what was said of them."""

from datetime import date
from pathlib import Path

import pytest

from sto_tui.documents.word import DraftOptions, build
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone, MilestoneKind, Progress, Stoplicht
from sto_tui.domain.money import BudgetLine, Cofinancing, CofinancingStatus, CostKind, Payment, Realised
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Chapter, ChapterText, GoalOutcome, Speerpunt, Theme
from sto_tui.domain.record import Record
from sto_tui.domain.region import PlanPeriod
from sto_tui.planning.progress.period_report import ReportPeriod
from tests.planning.progress.test_report_parts_by_hand import PUPILS, activity_plan, goal
from tests.support.by_hand import dossier_with, paragraphs_of, tables_of
from tests.support.commands import Sto

HALF = ReportPeriod(date(2027, 1, 1), date(2027, 6, 30))
PLAN = PlanPeriod(id=1, label="2027-2028", start=date(2027, 1, 1), end=date(2028, 12, 31))
THEME = Theme(id=1, number=1, title="Ontdekken")
READY = Milestone(
    id=1, number="1.1", title="Lab", theme=1, due=date(2027, 3, 1), light=Stoplicht.GEREED, done_on=date(2027, 2, 10)
)
SAME_DAY = READY.changed(id=2, number="1.2", title="Bus")
LATER = READY.changed(id=3, number="1.3", title="Les", done_on=date(2027, 7, 5))
TOLD = Progress(id=1, milestone=2, date=date(2027, 2, 10), light=Stoplicht.GEREED, note="Rijdt")


def test_since_when_it_is_ready_stands_there_once() -> None:
    """1.1 has no line; 1.2 has one of the same day, which says it; 1.3 was ready after the period."""
    dossier = dossier_with(PLAN, THEME, READY, SAME_DAY, LATER, TOLD)
    options = DraftOptions(date(2027, 9, 1), "voortgangsrapportage", span=HALF)
    rows = tables_of(build(dossier, options).data)["Activiteiten en mijlpalen van thema 1"]
    told = {row[0]: row[3] for row in rows[1:]}
    assert told["1.1"] == "gereed / sinds 10-02-2027"
    assert told["1.2"] == "gereed / 10-02-2027"
    assert "gereed" not in told["1.3"]


def test_since_when_nobody_knows_stands_the_day_of_the_line_as_that() -> None:
    """1.1 was ready when it came in from a sheet on 1 March."""
    came_in = Progress(id=1, milestone=1, date=date(2027, 3, 1), light=Stoplicht.GEREED, since_unknown=True)
    dossier = dossier_with(PLAN, THEME, READY.changed(done_on=None), came_in)
    data = build(dossier, DraftOptions(date(2027, 9, 1), "voortgangsrapportage", span=HALF)).data
    rows = tables_of(data)["Activiteiten en mijlpalen van thema 1"]
    assert {row[0]: row[3] for row in rows[1:]}["1.1"] == "gereed / gemeld 01-03-2027"
    # That line says groen: nobody wrote down on that day that it was ready.
    green = dossier_with(
        PLAN, THEME, READY.changed(done_on=None), came_in.changed(light=Stoplicht.GROEN, since_unknown=False)
    )
    data = build(green, DraftOptions(date(2027, 6, 30), "voortgangsrapportage", span=HALF)).data
    rows = tables_of(data)["Activiteiten en mijlpalen van thema 1"]
    assert {row[0]: row[3] for row in rows[1:]}["1.1"] == "gereed / 01-03-2027"


def final_report(dossier: Dossier, today: date) -> bytes:
    return build(dossier, DraftOptions(today, "eindverslag")).data


def test_a_final_report_of_a_plan_that_still_runs() -> None:
    """On 1 March 2028 1 and 2 are ready, 3 is green, 4 and 5 have not begun; all three were due in 2027."""
    data = final_report(activity_plan(), date(2028, 3, 1))
    told = paragraphs_of(data)
    assert "Eindverslag 1 januari 2027 t/m 31 december 2028" in told
    ends = "De planperiode loopt tot en met 31 december 2028; dit verslag gaat tot en met 1 maart 2028."
    assert f"Nog niet voorbij. {ends}" in told
    assert "Op 1 maart 2028 zijn 2 van de 5 mijlpalen gereed. 3 mijlpalen zijn te laat." in told
    rows = tables_of(data)["Activiteiten en mijlpalen van thema 1"]
    assert [[*dict.fromkeys(row)] for row in rows[1:]] == [
        ["1.1", "Labs", "jan 2027 – dec 2027", "te laat", "Labs draaien. / 2 van 5 gereed, 3 te laat."],
        ["Gereed", "1.1a Stap 1; 1.1b Stap 2"],
        ["Niet gestart", "1.1d Stap 4 (30-11-2027, te laat); 1.1e Stap 5 (30-11-2027, te laat)"],
        ["1.1c", "Stap 3", "01-12-2027 / te laat", "groen / 21-05-2027", "Gaat"],
    ]
    assert "De planperiode loopt nog tot en met 31 december 2028." in told
    assert "Wat overblijft: 3 mijlpalen die niet gereed zijn." in told


def test_a_final_report_tells_how_it_stood_on_the_last_day() -> None:
    """What was said after 31 December 2028 is of later; 1 goal by its figure, 1 by the region, of 1 nobody knows."""
    plan = activity_plan()
    later = Progress(id=9, milestone=3, date=date(2029, 1, 5), light=Stoplicht.GEREED, note="Na afloop")
    goals = (goal(figure=1), goal(id=2, number=2, outcome="deels", why="Te weinig lokalen"), goal(id=3, number=3))
    dossier = plan.with_tables(
        {
            "progress": {**plan.tables["progress"], 9: later},
            "goals": {one.id: one for one in goals},
            "indicators": {1: PUPILS},
        }
    )
    data = final_report(dossier, date(2029, 2, 1))
    told = paragraphs_of(data)
    assert "Op 31 december 2028 waren 2 van de 5 mijlpalen gereed. 3 mijlpalen waren te laat." in told
    assert not [line for line in told if "Nog niet voorbij" in line]
    assert "Van de 3 doelen op 31 december 2028: 1 gehaald, 1 deels gehaald en 1 niet bekend." in told
    rows = tables_of(data)["Doelen met nulwaarde, streefwaarde en wat bereikt is"]
    assert [[*dict.fromkeys(row)][-4:] for row in rows[1:]] == [
        ["412 leerlingen (2025)", "495 leerlingen (2028)", "500 leerlingen (2027)", "gehaald*"],
        ["412 leerlingen (2025)", "495 leerlingen (2028)", "niet bekend", "deels"],
        ["Waarom", "Te weinig lokalen"],
        ["Meer instroom", "412 leerlingen (2025)", "495 leerlingen (2028)", "niet bekend"],
    ]
    left = (
        "Wat op 31 december 2028 overbleef: 3 mijlpalen die niet gereed waren en 1 doel dat niet of deels was gehaald."
    )
    assert left in told
    assert "Na afloop" not in "".join(str(table) for table in tables_of(data).values())


def test_what_a_plan_leaves_of_its_money() -> None:
    """Of 10.000 4.000 was spent, of 900 400 given; without any of it nothing is left."""
    line = BudgetLine(
        id=1,
        year=2027,
        number="101",
        title="Lab",
        unit="stuk",
        cost_kind=CostKind.MATERIEEL,
        quantity=1,
        price=10_000_00,
    )
    payment = Payment(id=1, budget_line=1, date=date(2028, 2, 1), amount=4_000_00)
    gift = Cofinancing(
        id=1, year=2027, title="Gift", unit="uur", status=CofinancingStatus.GETEKEND, quantity=1, rate=900_00
    )
    given = Realised(id=1, contribution=1, date=date(2028, 5, 1), amount=400_00, evidence="Urenlijst")
    data = final_report(dossier_with(PLAN, line, payment, gift, given), date(2029, 2, 1))
    left = (
        "Wat op 31 december 2028 overbleef: € 6.000 die niet was uitgegeven en € 500 aan cofinanciering die niet was "
        "gerealiseerd."
    )
    assert left in [text.replace("\u00a0", " ") for text in paragraphs_of(data)]
    assert tables_of(data)["Geld per thema, in euro"][-1] == ["Totaal", "10.000", "4.000", "6.000", "400"]
    told = "".join(paragraphs_of(data)).replace("\u00a0", " ")
    assert "In het plan staat € 900 aan cofinanciering, nog zonder partij. 1 bijdrage is vastgelegd" in told
    nothing = dossier_with(PLAN, THEME, READY)
    assert "Op 31 december 2028 bleef er niets over." in paragraphs_of(final_report(nothing, date(2029, 2, 1)))
    assert "Er blijft niets over." in paragraphs_of(final_report(nothing, date(2028, 12, 31)))


def test_what_was_given_stands_by_day_with_what_it_is_called_and_its_evidence() -> None:
    """A contribution that has no name is called by its form."""
    gifts = [
        Cofinancing(id=1, year=2027, title="Lasles", unit="uur", quantity=1, rate=900_00, form="uren"),
        Cofinancing(id=2, year=2028, title="", unit="uur", quantity=1, rate=900_00, form="ruimte"),
    ]
    given = [
        Realised(id=1, contribution=2, date=date(2028, 5, 1), amount=400_00, evidence="Brief"),
        Realised(id=2, contribution=1, date=date(2027, 6, 1), amount=50_00),
    ]
    data = build(dossier_with(PLAN, *gifts, *given), DraftOptions(date(2029, 2, 1))).data
    assert tables_of(data)["Gerealiseerde bijdragen met bewijs, in euro"] == [
        ["Datum", "Partij", "Bijdrage", "Bewijs", "Bedrag"],
        ["01-06-2027", "Geen partij", "Lasles, 2027", "–", "50"],
        ["01-05-2028", "Geen partij", "Ruimte, 2028", "Brief", "400"],
    ]


def test_what_each_party_has_in_the_plan_gave_and_still_has_to_give() -> None:
    """Of 900 400 came and 500 is to come; of nobody 100, of which nothing came."""
    gifts = [
        Cofinancing(id=1, year=2027, title="Lasles", party=1, quantity=1, rate=900_00),
        Cofinancing(id=2, year=2027, title="Hout", quantity=1, rate=100_00),
    ]
    came = Realised(id=1, contribution=1, date=date(2027, 6, 1), amount=400_00)
    data = build(dossier_with(PLAN, Party(id=1, name="Jansen"), *gifts, came), DraftOptions(date(2027, 7, 1))).data
    assert tables_of(data)["Cofinanciering gerealiseerd per partij, in euro"] == [
        ["Partij", "In het plan", "Gerealiseerd", "Nog te gaan"],
        ["Jansen", "900", "400", "500"],
        ["Geen partij", "100", "0", "100"],
        ["Totaal", "1.000", "400", "600"],
    ]


@pytest.mark.parametrize(
    ("due", "obstacle", "planned", "meanings"),
    [
        # The line on groen is only counted: what groen means is not asked.
        (date(2027, 3, 31), "", "mrt 2027", "Rood: loopt vast."),
        (date(2027, 4, 1), "Nog geen lokaal", "mrt 2027 – apr 2027", "Groen: op schema. Rood: loopt vast."),
    ],
)
def test_a_report_explains_the_lights_that_stand_in_it(due: date, obstacle: str, planned: str, meanings: str) -> None:
    red = Milestone(
        id=1, number="1.1a", title="Lab", speerpunt=1, start=date(2027, 3, 1), due=due, light=Stoplicht.ROOD
    )
    log = (
        Progress(id=1, milestone=1, date=date(2027, 2, 1), light=Stoplicht.GROEN, note="Gaat", obstacle=obstacle),
        Progress(id=2, milestone=1, date=date(2027, 3, 5), light=Stoplicht.ROOD, obstacle="Stuk"),
    )
    dossier = dossier_with(PLAN, THEME, Speerpunt(id=1, theme=1, number="1.1", title="Labs"), red, *log)
    span = ReportPeriod(date(2027, 1, 1), date(2027, 3, 31))
    data = build(dossier, DraftOptions(date(2027, 3, 31), "voortgangsrapportage", span=span)).data
    told = paragraphs_of(data)
    assert f"Bij een speerpunt staat het slechtste van de mijlpalen. {meanings}" in told
    counted = "Uit deze periode staat nog 1 eerdere regel zonder knelpunt of maatregel in het logboek."
    assert (counted in told) is (not obstacle)
    assert planned in tables_of(data)["Activiteiten en mijlpalen van thema 1"][1]


def test_what_nobody_wrote_down_of_a_plan_is_not_said_to_be_left_or_settled() -> None:
    """Of one goal nothing is known, nor what was spent and put in; of the other contribution 100 is on gerealiseerd."""
    line = BudgetLine(id=1, year=2027, title="Lab", unit="stuk", cost_kind=CostKind.MATERIEEL, quantity=1, price=50_00)
    gift = Cofinancing(id=1, year=2027, title="Gift", unit="uur", quantity=1, rate=900_00)
    told = paragraphs_of(final_report(dossier_with(PLAN, THEME, READY, goal(), line, gift), date(2029, 2, 1)))
    assert "Niet bekend: of 1 doel was gehaald, wat er was uitgegeven en welke cofinanciering was gerealiseerd." in told
    assert not [text for text in told if text.startswith(("Wat op", "Op 31 december 2028 bleef"))]
    done = gift.model_copy(update={"id": 2, "rate": 100_00, "status": CofinancingStatus.GEREALISEERD})
    told = paragraphs_of(final_report(dossier_with(PLAN, THEME, READY, gift, done), date(2029, 2, 1)))
    left = [text.replace("\u00a0", " ") for text in told if text.startswith("Wat op")]
    assert left == ["Wat op 31 december 2028 overbleef: € 900 aan cofinanciering die niet was gerealiseerd."]


def test_parties_are_counted_without_what_has_no_party() -> None:
    """Of 1.000 there is 300 of nobody; 700 of two parties, of which one gave 50."""
    gifts = [
        Cofinancing(id=number, year=2027, title="Gift", unit="uur", quantity=1, rate=cents, party=party)
        for number, cents, party in ((1, 300_00, None), (2, 500_00, 1), (3, 200_00, 2))
    ]
    parties = [Party(id=number, name=f"Bedrijf {number}") for number in (1, 2)]
    given = Realised(id=1, contribution=2, date=date(2028, 5, 1), amount=50_00)
    data = final_report(dossier_with(PLAN, *gifts, *parties, given), date(2029, 2, 1))
    assert (
        "In het plan staat € 1.000 aan cofinanciering, waarvan € 300 nog zonder partij. De rest is van 2 partijen; "
        "1 daarvan heeft iets gerealiseerd."
    ) in "".join(paragraphs_of(data)).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("of_nobody", "of_party", "words"),
    [
        (None, 0, "cofinanciering zonder bedrag van 1 partij; die heeft iets gerealiseerd."),
        (0, None, "cofinanciering zonder bedrag, nog zonder partij."),
        (0, 0, "cofinanciering zonder bedrag, waarvan een deel nog zonder partij. De rest is van 1 partij; "),
        (0, 700_00, "€ 700 aan cofinanciering, waarvan een deel nog zonder partij. De rest is van 1 partij; "),
        (
            300_00,
            0,
            "€ 300 aan cofinanciering, waarvan € 300 nog zonder partij. De rest heeft geen bedrag en is van 1 partij; ",
        ),
    ],
)
def test_a_contribution_without_an_amount_is_not_called_nothing(
    of_nobody: int | None, of_party: int | None, words: str
) -> None:
    """Contributions of nobody and of one party, with a rate of so many cents; at 0 without one. 1 euro was given."""
    gifts = [
        Cofinancing(id=number, year=2027, title="Gift", unit="uur", quantity=1, rate=cents or None, party=party)
        for number, cents, party in ((1, of_nobody, None), (2, of_party, 1))
        if cents is not None
    ]
    given = Realised(id=1, contribution=gifts[-1].id, date=date(2028, 5, 1), amount=1_00)
    data = final_report(dossier_with(PLAN, *gifts, Party(id=1, name="Bedrijf"), given), date(2029, 2, 1))
    assert f"In het plan staat {words}" in "".join(paragraphs_of(data)).replace("\u00a0", " ")


def test_a_speerpunt_is_not_green_for_what_nobody_knows() -> None:
    """One milestone was ready, of the other the log says only from 2028 on how it stood; red is red all the same."""
    span = ReportPeriod(date(2027, 1, 1), date(2027, 6, 30))
    speerpunt = Speerpunt(id=1, number="1.1", title="Labs", theme=1)
    ready = READY.model_copy(update={"speerpunt": 1})
    other = Milestone(id=8, number="1.1b", title="Bus", theme=1, speerpunt=1, light=Stoplicht.GROEN)
    since = Progress(id=8, milestone=8, date=date(2028, 1, 5), light=Stoplicht.GROEN, note="Zo", before_unknown=True)
    red = Milestone(id=9, number="1.1c", title="Lift", theme=1, speerpunt=1, light=Stoplicht.ROOD)
    stuck = Progress(id=9, milestone=9, date=date(2027, 2, 1), light=Stoplicht.ROOD, note="Vast")
    for more, light in (((), "niet bekend"), ((red, stuck), "rood")):
        dossier = dossier_with(PLAN, THEME, speerpunt, ready, other, since, *more)
        data = build(dossier, DraftOptions(date(2028, 3, 1), "voortgangsrapportage", span=span)).data
        (row,) = [row for rows in tables_of(data).values() for row in rows if row[:2] == ["1.1", "Labs"]]
        assert row[3] == light


def test_the_plan_tells_how_it_stood_at_the_end_of_the_latest_report() -> None:
    """Of 1.8 nobody knows how it stood on 31 December 2027; 1.1 was ready. The log is that of the last half-year."""
    reports = [
        ChapterText(id=id, chapter=Chapter.MONITORING, heading=f"Voortgang {span} 2027", text="Het ging.", order=id)
        for id, span in enumerate(("1 juli t/m 31 december", "1 januari t/m 30 juni"), 1)
    ]
    other = Milestone(id=8, number="1.8", title="Les", theme=1, light=Stoplicht.GROEN)
    since = Progress(id=8, milestone=8, date=date(2028, 1, 5), light=Stoplicht.GROEN, note="Zo", before_unknown=True)
    ready = READY.changed(id=9, number="2.1", theme=2, done_on=date(2027, 9, 1))
    log = [
        Progress(id=day.month, milestone=9, date=day, light=Stoplicht.GEREED)
        for day in (date(2027, 3, 1), date(2027, 9, 1))
    ]
    dossier = dossier_with(
        PLAN, THEME, THEME.changed(id=2, number=2, title="Kiezen"), other, since, ready, *log, *reports
    )
    data = build(dossier, DraftOptions(date(2028, 3, 1))).data
    told = paragraphs_of(data)
    assert "Stand van de mijlpalen op 31 december 2027" in "\n".join(told)
    assert any(line.endswith("Logboek 1 juli t/m 31 december 2027") for line in told)
    tables = tables_of(data)
    assert [row[0] for row in tables["Logboek, nieuwste boven"][1:]] == ["01-09-2027"]
    assert tables["Mijlpalen per thema en stoplicht"] == [
        ["Thema", "Gereed", "Groen", "Oranje", "Rood", "Niet gestart", "Te laat", "Niet bekend"],
        ["1  Ontdekken", "–", "–", "–", "–", "–", "–", "1"],
        ["2  Kiezen", "1", "–", "–", "–", "–", "–", "–"],
    ]


def test_what_nobody_knows_of_is_not_left_over() -> None:
    """Of three milestones one was ready and one green; of the third the log says nothing before 2029."""
    green = READY.changed(id=7, number="1.7", light=Stoplicht.GROEN, done_on=None)
    goes = Progress(id=7, milestone=7, date=date(2027, 5, 1), light=Stoplicht.GROEN, note="Gaat")
    other = green.model_copy(update={"id": 8, "number": "1.8"})
    since = Progress(id=8, milestone=8, date=date(2029, 1, 5), light=Stoplicht.GROEN, note="Zo", before_unknown=True)
    told = paragraphs_of(final_report(dossier_with(PLAN, THEME, READY, green, goes, other, since), date(2029, 2, 1)))
    assert "Wat op 31 december 2028 overbleef: 1 mijlpaal die niet gereed was." in told
    assert "Niet bekend: hoe het met 1 mijlpaal stond." in told


@pytest.mark.parametrize(
    ("results", "moments", "planned"),
    [
        (0, 0, "staan geen mijlpalen"),
        (1, 0, "staat 1 mijlpaal"),
        (2, 0, "staan 2 mijlpalen"),
        (0, 1, "staat 1 go/no-gomoment"),
        (0, 2, "staan 2 go/no-gomomenten"),
        (1, 1, "staan 1 mijlpaal en 1 go/no-gomoment"),
    ],
)
def test_what_comes_next_is_counted_by_kind(results: int, moments: int, planned: str) -> None:
    """After the first half of 2028 comes the last half-year of the plan; after the last of 2027 it is not the last."""
    days = {MilestoneKind.RESULTAAT: results, MilestoneKind.GO_NO_GO: moments}
    kinds = [kind for kind, many in days.items() for _ in range(many)]
    milestones = [
        Milestone(id=number, number=f"1.{number}", title="Bus", theme=1, kind=kind, due=date(2028, 9, 1))
        for number, kind in enumerate(kinds, 1)
    ]
    dossier = dossier_with(PLAN, THEME, *milestones)
    half = ReportPeriod(date(2028, 1, 1), date(2028, 6, 30))
    told = paragraphs_of(build(dossier, DraftOptions(date(2028, 7, 9), "voortgangsrapportage", span=half)).data)
    assert f"Van 1 juli t/m 31 december 2028 {planned} gepland." in told
    assert "Op 31 december 2028 eindigt de planperiode." in told
    before = ReportPeriod(date(2027, 7, 1), date(2027, 12, 31))
    told = paragraphs_of(build(dossier, DraftOptions(date(2028, 1, 9), "voortgangsrapportage", span=before)).data)
    assert "Van 1 januari t/m 30 juni 2028 staan geen mijlpalen gepland." in told
    assert not [line for line in told if line.endswith("eindigt de planperiode.")]


def test_a_final_report_of_a_plan_that_has_not_begun_says_so_once() -> None:
    """On 29 November 2026 the plan of 2027-2028 is still to come; of an empty one nothing can be left."""
    told = paragraphs_of(final_report(dossier_with(PLAN, THEME), date(2026, 11, 29)))
    assert len([line for line in told if line.startswith("Nog niet")]) == 1
    assert "De planperiode begint op 1 januari 2027 en loopt tot en met 31 december 2028." in told
    assert "Het plan heeft nog geen mijlpalen, doelen of bedragen." in told
    assert not [line for line in told if "loopt nog" in line or "blijft niets over" in line]


def test_the_days_of_a_final_report_are_those_of_its_plan(example: Path, sto: Sto) -> None:
    made = sto("concept", example, "--deel", "eindverslag", "--van", "1-1-2027", "--tot", "30-6-2027")
    assert made.code != 0
    assert "--van en --tot horen bij --deel voortgangsrapportage." in made.err


def test_of_how_many_goals_a_value_is_known() -> None:
    """Of the first the figure of October 2027 is known at the end of the year; of the other nothing was measured."""
    year = DraftOptions(
        date(2028, 3, 1), "voortgangsrapportage", span=ReportPeriod(date(2027, 7, 1), date(2027, 12, 31))
    )
    one, other = goal(figure=1), goal(id=2, number=2)
    for goals, told in (
        ((one, other), "Van 1 van de 2 doelen is op 31 december 2027 een bereikte waarde bekend."),
        ((one,), "Van het enige doel is op 31 december 2027 een bereikte waarde bekend."),
        ((other,), "Van 1 doel is op 31 december 2027 nog geen bereikte waarde bekend."),
        ((), "Het plan heeft nog geen doelen."),
    ):
        lines = paragraphs_of(build(dossier_with(PLAN, PUPILS, *goals), year).data)
        assert told in lines
        assert not [line for line in lines if line.startswith("Met een *")], "only a final report has these stars"
    # What the region filled in without a year is known when the plan ends: also a value without a year is one.
    end = DraftOptions(date(2028, 12, 31), "voortgangsrapportage", span=ReportPeriod(date(2028, 7, 1), PLAN.end))
    lines = paragraphs_of(build(dossier_with(PLAN, goal(reached="Ja"), other), end).data)
    assert "Van 1 van de 2 doelen is op 31 december 2028 een bereikte waarde bekend." in lines


@pytest.mark.parametrize(
    ("outcome", "told"),
    [
        (GoalOutcome.GEHAALD, "gehaald"),
        (GoalOutcome.DEELS, "deels gehaald"),
        (GoalOutcome.NIET, "niet gehaald"),
        (GoalOutcome.ONBEKEND, "niet bekend"),
    ],
)
def test_the_verdict_on_the_only_goal(outcome: GoalOutcome, told: str) -> None:
    lines = paragraphs_of(final_report(dossier_with(PLAN, goal(outcome=outcome)), date(2029, 2, 1)))
    assert f"Het enige doel op 31 december 2028: {told}." in lines


BOTH = "De begroting en de cofinanciering in het plan zijn die van nu."
NOTHING_COSTS = BudgetLine(id=1, title="Niets", year=2027, quantity=1, price=0)


@pytest.mark.parametrize(
    ("records", "told"),
    [
        ((BudgetLine(id=1, title="Uren", year=2027, quantity=2, price=50_00),), "De begroting is die van nu."),
        (
            (Cofinancing(id=1, year=2027, quantity=2, rate=50_00),),
            "De cofinanciering in het plan is die van nu.",
        ),
        ((NOTHING_COSTS, Cofinancing(id=1, year=2028, quantity=2, rate=50_00)), BOTH),
        (
            (NOTHING_COSTS, Payment(id=1, budget_line=1, date=date(2027, 3, 1), amount=5_00)),
            "Een uitgave telt in het jaar van haar begrotingsregel. De begroting is die van nu.",
        ),
    ],
)
def test_a_report_on_the_past_says_what_of_the_money_is_of_today(records: tuple[Record, ...], told: str) -> None:
    """The half-year ended on 30 June 2027. On its last day the report says nothing of it: today is then."""
    span = ReportPeriod(date(2027, 1, 1), date(2027, 6, 30))
    dossier = dossier_with(PLAN, goal(), *records)
    for day, is_said in ((date(2027, 7, 1), True), (date(2027, 6, 30), False)):
        lines = paragraphs_of(build(dossier, DraftOptions(day, "voortgangsrapportage", span=span)).data)
        assert any(line.endswith(told) for line in lines) is is_said
        assert ("Doel, nulwaarde en streefwaarde zijn die van nu." in lines) is is_said


@pytest.mark.parametrize(
    ("records", "told"),
    [
        ((NOTHING_COSTS,), "Elk bedrag in het plan is €\u00a00."),
        ((BudgetLine(id=1, title="Niets", year=2027),), "Er zijn nog geen bedragen bekend."),
        ((BudgetLine(id=1, title="Niets", year=2027, granted=0),), "Elk bedrag in het plan is €\u00a00."),
        ((Cofinancing(id=1, year=2027, quantity=0, rate=50_00),), "Elk bedrag in het plan is €\u00a00."),
        ((Cofinancing(id=1, year=2027, quantity=4),), "Er zijn nog geen bedragen bekend."),
    ],
)
def test_an_amount_of_nothing_is_known(records: tuple[Record, ...], told: str) -> None:
    assert told in paragraphs_of(final_report(dossier_with(PLAN, *records), date(2027, 7, 1)))


def test_a_report_on_what_has_not_begun_counts_no_money_of_later_days() -> None:
    """On 1 December 2026: 300 booked for February and 40 put in for March 2027, of 1.000 and 200."""
    dossier = dossier_with(
        PLAN,
        BudgetLine(id=1, title="Uren", year=2027, quantity=10, price=100_00),
        Payment(id=1, budget_line=1, date=date(2027, 2, 1), amount=300_00),
        Cofinancing(id=1, title="Plek", year=2027, quantity=2, rate=100_00),
        Realised(id=1, contribution=1, date=date(2027, 3, 1), amount=40_00),
    )
    half = DraftOptions(date(2026, 12, 1), "voortgangsrapportage", span=HALF)
    for options in (half, DraftOptions(date(2026, 12, 1), "eindverslag")):
        data = build(dossier, options).data
        text = "\n".join(paragraphs_of(data)).replace("\u00a0", " ")
        assert "€ 0 van € 1.000 is uitgegeven (0,0%); € 1.000 is over." in text
        assert "1 uitgave van na 1 december 2026, € 300, telt nog niet mee." in text
        assert "1 bijdrage van na 1 december 2026, € 40, telt nog niet mee als gerealiseerd." in text
        assert "€ 0 is gerealiseerd." in text
        assert "wat er is uitgegeven" not in text
    assert "€ 1.000 die niet is uitgegeven" in text
