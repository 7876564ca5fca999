"""Two plan periods in one dossier: no paper and no screen of the one says a word or a figure of the other."""

import io
import re
from datetime import date
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import pytest

from sto_tui.documents.decision_list import markdown
from sto_tui.documents.word import DraftOptions, build
from sto_tui.documents.word.decision_list import build_decision_list
from sto_tui.documents.word.party_sheet import build_party_sheet
from sto_tui.domain.change import Occasion, carried_out
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Action, Answer, AnswerKind, Decision, Meeting, Question, QuestionPart
from sto_tui.domain.learning import Lesson
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht, Veri, VeriCode
from sto_tui.domain.money import BudgetLine, Cofinancing, CofinancingStatus
from sto_tui.domain.parties import Body, Member, Party, PartyKind, PartyStatus
from sto_tui.domain.plan import Act, Chapter, ChapterText, Goal, Partner, Phase, Speerpunt, Theme
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.region import PlanPeriod
from sto_tui.domain.steering import Resolution
from sto_tui.domain.typed_dates import parse_date
from sto_tui.domain.vision import Indicator, Point, VisionSection
from sto_tui.places import Place
from sto_tui.planning.checks.finding import findings
from sto_tui.planning.checks.steps import step_states
from sto_tui.planning.cofinancing_statement import contributed_by_others, signers
from sto_tui.planning.money.share import contributions
from sto_tui.planning.paper_registry import PaperPart
from sto_tui.planning.parties.joining import joining
from sto_tui.planning.parties_of_plan import parties_of_plan
from sto_tui.planning.progress.period_report import ReportPeriod
from sto_tui.planning.veri.columns import columns
from sto_tui.screens.plan.register_lists import body_rows
from tests.support.by_hand import app_of, dossier_with, paragraphs_of, tables_of
from tests.support.findings import said_by
from tests.support.screens import lists_of, seen

PERIODS = {1: ("2025-2026", 2025), 2: ("2027-2028", 2027)}
OF = {1: "zqeen", 2: "zqtwee"}


def of_period(number: int) -> list[Record]:
    """Of everything that belongs to a period one, whose words have a mark; amounts are 11.111 and 22.222."""
    word, (label, year) = OF[number], PERIODS[number]
    whole_year = {"start": date(year, 1, 1), "end": date(year, 12, 31)}
    cents = {1: 11_111_00, 2: 22_222_00}[number]
    return [
        PlanPeriod(id=number, label=label, start=date(year, 1, 1), end=date(year + 1, 12, 31), current=number == 2),
        Goal(
            id=number,
            number=number,
            text=f"{word} doel",
            indicator=f"{word} indicator",
            target=f"9{number} leerlingen",
            periods=(number,),
        ),
        Theme(id=number, number=1, title=f"{word} thema", result=f"{word} resultaat", periods=(number,)),
        Speerpunt(
            id=number,
            theme=number,
            number="1.1",
            title=f"{word} speerpunt",
            result=f"{word} speerpuntresultaat",
            goals=(number,),
            partners=(Partner(id=1, party=1, role=f"{word} inbreng"),),
            phases=(Phase(id=1, label=str(year), acts=(Act(id=1, text=f"{word} activiteit"),), **whole_year),),
        ),
        Milestone(
            id=number,
            number="1.1a",
            title=f"{word} mijlpaal",
            speerpunt=number,
            tangible_result=f"{word} map",
            light=Stoplicht.ORANJE,
            due=date(year, 6, 30),
            start=date(year, 2, 1),
        ),
        Veri(id=number, row=Ref("milestones", number), party=Ref("parties", 1), code=VeriCode.VERANTWOORDELIJK),
        Progress(id=number, milestone=number, date=date(year, 3, 1), light=Stoplicht.ORANJE, note=f"{word} logboek"),
        BudgetLine(id=number, title=f"{word} post", year=year, theme=number, quantity=1, price=cents),
        Cofinancing(id=number, title=f"{word} bijdrage", party=1, year=year, quantity=1, rate=cents),
        ChapterText(id=number, chapter=Chapter.INLEIDING, text=f"{word} inleiding.", period=number),
        VisionSection(id=number, section=f"{word} onderdeel", text=f"{word} visie.", period=number),
        Meeting(id=number, title=f"{word} bijeenkomst", date=date(year, 3, 1), period=number),
        Answer(id=number, question=1, text=f"{word} antwoord", kind=AnswerKind.SUCCES, votes=3, session=number),
        Decision(id=number, text=f"{word} besluit", why=f"{word} waarom", period=number),
        Action(id=number, text=f"{word} actie", decision=number),
        Resolution(id=number, text=f"{word} stuurgroepbesluit", date=date(year, 3, 1), number=f"{year}-1"),
        Action(id=10 + number, text=f"{word} stuurgroepactie", resolution=number),
        Meeting(id=10 + number, title=f"{word} overleg", date=date(year, 5, 12), body=1),
        Lesson(id=number, title=f"{word} voorbeeld", lesson=f"{word} les", speerpunten=(number,)),
    ]


@cache
def both() -> Dossier:
    """Two whole plans in one dossier; the vision of a new dossier is left out."""
    dossier = dossier_with(
        Party(id=1, name="Kompas"),
        Body(id=1, name="stuurgroep"),
        Question(id=1, part=QuestionPart.SUCCESSEN, text="Wat ging goed?"),
        *of_period(1),
        *of_period(2),
    )
    kept = {number: dossier.tables["vision"][number] for number in (1, 2)}
    return dossier.with_tables({"vision": kept})


def words_of(data: bytes) -> str:
    """All text of a Word file: body, headers, footers and properties."""
    with ZipFile(io.BytesIO(data)) as package:
        return "\n".join(
            re.sub(r"<[^>]+>", " ", package.read(name).decode()) for name in package.namelist() if name.endswith(".xml")
        )


OPTIONS = DraftOptions(date(2027, 7, 1))


@pytest.mark.parametrize("part", ["regiovisie", "voortgangsrapportage", "stuurgroep"])
@pytest.mark.parametrize("number", [1, 2])
def test_a_paper_speaks_of_its_own_period(part: PaperPart, number: int) -> None:
    year = PERIODS[number][1]
    span = ReportPeriod(date(year, 1, 1), date(year, 6, 30)) if part == "voortgangsrapportage" else None
    options = DraftOptions(OPTIONS.date, part=part, span=span)
    words = words_of(build(both().seen_in(number), options).data)
    assert OF[number] in words
    assert OF[3 - number] not in words
    assert PERIODS[3 - number][0] not in words


def test_the_plan_of_the_first_period_knows_nothing_of_the_next() -> None:
    words = words_of(build(both().seen_in(1), OPTIONS).data)
    assert all(known in words for known in ("zqeen doel", "zqeen speerpunt", "zqeen mijlpaal", "11.111"))
    assert not [unknown for unknown in ("zqtwee", "2027-2028", "22.222") if unknown in words]
    # Its own evaluation leads to the next plan, and is told there.
    assert "zqeen antwoord" not in words


def test_the_next_plan_tells_of_the_period_before_where_it_looks_back_and_nowhere_else() -> None:
    draft = build(both().seen_in(2), OPTIONS)
    words = words_of(draft.data)
    told = ("zqeen doel", "zqeen thema", "zqeen speerpunt", "zqeen antwoord", "zqeen besluit", "zqeen waarom")
    assert all(known in words for known in told)
    assert not [
        unknown
        for unknown in (
            *("zqeen mijlpaal", "zqeen activiteit", "zqeen inbreng", "zqeen post", "zqeen bijdrage", "zqeen inleiding"),
            *("zqeen visie", "zqeen onderdeel", "zqeen logboek", "zqeen resultaat", "zqeen map", "11.111"),
            *("zqtwee antwoord", "zqtwee besluit"),
        )
        if unknown in words
    ]


@pytest.mark.parametrize("number", [1, 2])
def test_lists_and_sheets_speak_of_their_own_period(number: int) -> None:
    view = both().seen_in(number)
    sheet = words_of(build_party_sheet(view, Ref("parties", 1), OPTIONS))
    assert f"{OF[number]} mijlpaal" in sheet
    assert OF[3 - number] not in sheet
    # The decisions that led to the plan for 2027-2028 are those about 2025-2026, and its own evaluation has begun.
    decisions = words_of(build_decision_list(view, OPTIONS)) + markdown(view, "Besluiten", OPTIONS.date)
    assert ("zqeen besluit" in decisions, "zqtwee besluit" in decisions) == (number == 2, number == 2)


@pytest.mark.parametrize("number", [1, 2])
def test_a_finding_is_about_its_own_period(number: int) -> None:
    told = [finding.message for finding in findings(both().seen_in(number), OPTIONS.date)]
    assert not [message for message in told if OF[3 - number] in message and number == 1]
    assert not [message for message in told if "kies een andere datum" in message.lower() and "buiten" in message]
    about = {1: "voorbij en 1 mijlpaal staat niet op gereed, zoals 1.1a", 2: "Mijlpaal 1.1a moest klaar zijn op"}
    assert [about[number] in message for message in told].count(True) == 1


@pytest.mark.parametrize("place", [Place.PLAN, Place.MIJLPALEN, Place.VERI, Place.VOORTGANG])
async def test_no_list_of_a_place_shows_the_other_period(tmp_path: Path, place: Place) -> None:
    app = app_of(tmp_path / "proef.sto.json", both(), place)
    async with app.run_test(size=(140, 60)) as pilot:
        for number in (2, 1):
            for _ in range(lists_of(app)):
                await pilot.pause()
                text = seen(app)
                told_apart = "Doelen uit" if place is Place.PLAN and number == 2 else "Uit een andere planperiode"
                assert OF[3 - number] not in text.partition(told_apart)[0]
                await pilot.press("tab")
            await pilot.press("P")
            await pilot.pause()


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        # Weg stopped on the last day before 2027; Later agreed on the first day after 2026, and has a seat since.
        (1, ["Oud lid", "Weg", "Blijft", "Telt nog mee"]),
        (2, ["Oud lid", "Blijft", "Later", "Telt nog mee"]),
    ],
)
def test_a_plan_names_who_could_take_part_in_it(number: int, expected: list[str]) -> None:
    stopped = {"status": PartyStatus.GESTOPT, "stopped_on": date(2026, 12, 31)}
    dossier = dossier_with(
        PlanPeriod(id=1, label="2025-2026", start=date(2025, 1, 1), end=date(2026, 12, 31)),
        PlanPeriod(id=2, label="2027-2028", start=date(2027, 1, 1), end=date(2028, 12, 31), current=True),
        Party(id=1, name="Oud lid", status=PartyStatus.GESTOPT),
        Party(id=2, name="Weg", **stopped),
        Party(id=3, name="Blijft", agreed_on=date(2025, 3, 1)),
        Party(id=4, name="Later", agreed_on=date(2027, 1, 1)),
        Party(id=5, name="Telt nog mee", **stopped),
        Cofinancing(id=1, title="Uren", party=5, year=2027),
        Body(id=1, name="stuurgroep", members=(Member(id=1, party=4, role="voorzitter"), Member(id=2, party=3))),
    ).seen_in(number)
    assert [party.name for party in parties_of_plan(dossier)] == expected
    table = tables_of(build(dossier, OPTIONS).data)["Partijen in de regio"]
    assert [row[1] for row in table[1:]] == expected
    shown = [dossier.caption(ref) for ref in columns(dossier) if ref.table == "parties"]
    assert shown == expected
    seats = next(rows for title, rows in tables_of(build(dossier, OPTIONS).data).items() if title.startswith("Stuurg"))
    assert [party for row in seats for party in ("Later", "Blijft") if party in row] == [
        *["Later"] * (number == 2),
        "Blijft",
    ]


def test_the_list_of_bodies_names_no_theme_of_another_plan() -> None:
    """Each plan has a theme 1."""
    whole = both().with_tables({"bodies": {1: Body(id=1, name="werkgroep", theme=2)}})
    shown = [str(body_rows(whole.seen_in(number), OPTIONS.date)[0].cells) for number in (1, 2)]
    assert [OF[2] in row for row in shown] == [False, True]


FIRST = PlanPeriod(id=1, label="2025-2026", start=date(2025, 1, 1), end=date(2026, 12, 31))
SECOND = PlanPeriod(id=2, label="2027-2028", start=date(2027, 1, 1), end=date(2028, 12, 31), current=True)


@pytest.mark.parametrize(
    ("decision", "number", "sentence"),
    [
        # What was decided about 2025-2026 stands with 2027-2028.
        (1, 1, "In dit plan staan geen besluiten of acties uit een evaluatie."),
        # What was decided about 2027-2028 itself is no part of its plan.
        (2, 2, "In dit plan staan geen besluiten of acties uit een evaluatie."),
        (None, 1, "Er zijn nog geen besluiten of acties vastgelegd."),
        (None, 2, "Er zijn nog geen besluiten of acties vastgelegd."),
    ],
)
def test_that_nothing_is_decided_is_said_of_this_plan_alone(decision: int | None, number: int, sentence: str) -> None:
    taken = [Decision(id=1, text="Doorgaan", period=decision)] if decision else []
    dossier = dossier_with(FIRST, SECOND, *taken).seen_in(number)
    draft = build(dossier, OPTIONS)
    lines = paragraphs_of(draft.data)
    assert sentence in lines
    assert ("Een evaluatie van vóór 2025-2026 staat niet in dit dossier." in lines) is (number == 1)
    asked = [one.hole for one in draft.missing if "uit de evaluatie" in one.hole]
    # In a plan whose evaluation stands elsewhere nobody can fill it in.
    assert asked == ([] if number == 1 else ["antwoorden uit de evaluatie", "besluiten uit de evaluatie"])


@pytest.mark.parametrize(
    ("stopped_on", "in_first", "in_second"),
    [
        # Who stops when a plan is over was part of it to the end; without a day nobody knows.
        (date(2027, 6, 30), True, False),
        (date(2026, 12, 31), True, False),
        (date(2026, 12, 30), False, False),
        (None, False, False),
        (date(2029, 1, 1), True, True),
    ],
)
def test_who_stops_after_a_plan_was_part_of_it(stopped_on: date | None, in_first: bool, in_second: bool) -> None:
    jansen = Party(id=1, name="Jansen", kind=PartyKind.BEDRIJF, status=PartyStatus.GESTOPT, stopped_on=stopped_on)
    gifts = (Cofinancing(id=year, year=year, party=1, quantity=1, rate=1_000_00) for year in (2026, 2027))
    whole = dossier_with(FIRST, SECOND, jansen, *gifts)
    for number, is_there in ((1, in_first), (2, in_second)):
        seen_in = whole.seen_in(number)
        assert [signer.contribution for signer in signers(seen_in)] == [1_000_00] * is_there
        assert contributed_by_others(seen_in) == (0 if is_there else 1_000_00)
        assert bool(said_by("no_company", seen_in, date(2029, 2, 1))) is not is_there


def test_who_agreed_after_a_plan_does_not_take_part_in_it() -> None:
    """Two of the three in 2025-2026; each place says as many."""
    whole = dossier_with(
        FIRST,
        SECOND,
        Party(id=1, name="Noord", kind=PartyKind.VMBO),
        Party(id=2, name="Zuid", kind=PartyKind.VMBO, agreed_on=date(2026, 12, 31)),
        Party(id=3, name="Wind", kind=PartyKind.BEDRIJF, agreed_on=date(2027, 2, 1)),
    )
    for number, parties in ((1, 2), (2, 3)):
        seen_in = whole.seen_in(number)
        assert (step_states(seen_in)[0].total, len(signers(seen_in))) == (parties, parties)


@pytest.mark.parametrize(
    ("stopped_on", "agreed_on", "first", "second"),
    [
        # Of its status in a plan that was over when it stopped is known that it took part, since its agreement.
        (date(2027, 6, 30), date(2025, 3, 1), ["deed mee", "01-03-2025"], ["gestopt", "30-06-2027"]),
        (date(2027, 6, 30), None, ["deed mee", "–"], ["gestopt", "30-06-2027"]),
        (date(2026, 12, 30), date(2025, 3, 1), ["gestopt", "30-12-2026"], ["gestopt", "30-12-2026"]),
        # Of an agreement of after the plan the day tells nothing of it.
        (None, date(2027, 2, 1), ["deed mee", "–"], ["getekend", "01-02-2027"]),
        (None, date(2026, 12, 31), ["getekend", "31-12-2026"], ["getekend", "31-12-2026"]),
        (date(2029, 1, 1), date(2025, 3, 1), ["deed mee", "01-03-2025"], ["deed mee", "01-03-2025"]),
    ],
)
def test_the_list_of_who_takes_part_says_what_was_so_in_that_plan(
    stopped_on: date | None, agreed_on: date | None, first: list[str], second: list[str]
) -> None:
    """Jansen contributes to both plans, so that each names it."""
    status = PartyStatus.GESTOPT if stopped_on else PartyStatus.GETEKEND
    jansen = Party(id=1, name="Jansen", status=status, stopped_on=stopped_on, agreed_on=agreed_on)
    gifts = (Cofinancing(id=year, year=year, party=1, quantity=1, rate=1_000_00) for year in (2026, 2027))
    whole = dossier_with(FIRST, SECOND, jansen, Party(id=2, name="Blijft"), *gifts)
    for number, expected in ((1, first), (2, second)):
        table = tables_of(build(whole.seen_in(number), OPTIONS).data)["Partijen in de regio"]
        assert {row[1]: row[3:5] for row in table}["Jansen"] == expected
        signed = tables_of(build(whole.seen_in(number), DraftOptions(OPTIONS.date, "handtekeningen")).data)
        cells = {row[1]: row[4] for row in next(iter(signed.values()))}
        told = {"deed mee": "Deed mee", "getekend": "Getekend op", "gestopt": None}[expected[0]]
        day = expected[1].removeprefix("–")
        assert cells.get("Jansen", "") == (
            f"{told}{' sinds' if day and told == 'Deed mee' else ''}{day}" if told else ""
        )


@pytest.mark.parametrize(
    ("stopped_on", "back_on", "first", "second"),
    [
        # Stopped in the first plan and back in the second: of the first it has stopped for good.
        (date(2026, 3, 31), date(2027, 2, 1), ["gestopt", "31-03-2026"], ["toegezegd", "01-02-2027"]),
        (date(2026, 12, 30), date(2027, 1, 1), ["gestopt", "30-12-2026"], ["toegezegd", "01-01-2027"]),
        # To the last day it took part, of what it was then nothing is kept.
        (date(2026, 12, 31), date(2027, 2, 1), ["deed mee", "10-01-2025"], ["toegezegd", "01-02-2027"]),
        (date(2027, 3, 1), date(2027, 5, 1), ["deed mee", "10-01-2025"], ["toegezegd", "01-05-2027"]),
        # Away for a while within one plan, it was there at the end.
        (date(2026, 3, 31), date(2026, 12, 31), ["toegezegd", "31-12-2026"], ["toegezegd", "31-12-2026"]),
        # Back when both plans were over.
        (date(2027, 3, 1), date(2029, 1, 1), ["deed mee", "10-01-2025"], ["gestopt", "01-03-2027"]),
    ],
)
def test_who_came_back_has_stopped_in_the_plan_in_which_it_did(
    stopped_on: date, back_on: date, first: list[str], second: list[str]
) -> None:
    """Jansen agreed in 2025 and contributes 1.000 to both plans; it joins again with the act that does that."""
    gone = Party(id=1, name="Jansen", status=PartyStatus.GESTOPT, stopped_on=stopped_on, agreed_on=date(2025, 1, 10))
    gifts = (
        Cofinancing(id=year, year=year, party=1, quantity=1, rate=1_000_00, status=CofinancingStatus.TOEGEZEGD)
        for year in (2026, 2027)
    )
    before = dossier_with(FIRST, SECOND, gone, *gifts)
    proposal = joining(gone, Occasion(before, back_on))
    whole = carried_out(before, proposal.change([line.start for line in proposal.lines]))
    for number, expected in ((1, first), (2, second)):
        seen_in = whole.seen_in(number)
        table = tables_of(build(seen_in, OPTIONS).data)["Partijen in de regio"]
        assert {row[1]: row[3:5] for row in table}["Jansen"] == expected
        stays = expected[0] != "gestopt"
        assert [(signer.status, signer.agreed_on) for signer in signers(seen_in)] == [
            (None if expected[0] == "deed mee" else PartyStatus.TOEGEZEGD, parse_date(expected[1]))
        ] * stays
        counted = contributions(seen_in)
        assert counted is not None
        assert (counted.counted, counted.stopped) == ((1_000_00, 0) if stays else (0, 1_000_00))


COUNTS = ((2025, 100, False), (2026, 110, False), (2027, 121, False), (2028, 140, True))
LATER = "Wat na 31 december 2026 bekend werd staat er niet bij"


@pytest.mark.parametrize(
    ("counted_on", "today", "years", "line"),
    [
        # As long as the plan runs it has all there is; from 2027 on what its last day knew.
        (date(2026, 10, 1), date(2026, 12, 31), "2025 2026 2027 2028", "Peildatum 1 oktober 2026. Verandering sinds"),
        (date(2026, 10, 1), date(2027, 1, 1), "2025 2026 2028", f"Peildatum 1 oktober 2026. {LATER}. Verandering"),
        # A new count replaced what was expected then, and its own day is of later.
        (date(2027, 10, 1), date(2028, 3, 1), "2025 2026", f"{LATER}. Verandering sinds 2025: +10 (+10,0%)."),
        # Of a year without a peildatum it is known when it is over.
        (None, date(2028, 3, 1), "2025 2026 2028", f"{LATER}. Verandering sinds 2025: +10 (+10,0%)."),
        # Counted when the plan was over, in 2026 too.
        (date(2027, 12, 31), date(2028, 3, 1), "2025 2026", f"{LATER}. Verandering sinds 2025: +10 (+10,0%)."),
    ],
)
def test_a_past_plan_has_the_figures_that_were_known_in_it(
    counted_on: date | None, today: date, years: str, line: str
) -> None:
    """100, 110 and 121 pupils, and 140 expected in 2028."""
    series = [Point(id=year, year=year, value=value, prognosis=is_later) for year, value, is_later in COUNTS]
    pupils = Indicator(id=1, title="Leerlingen", source="telling", reference_date=counted_on, series=tuple(series))
    later = Indicator(id=2, title="Later geteld", source="telling", series=tuple(series[2:3]))
    whole = dossier_with(FIRST, SECOND, pupils, later)
    data = build(whole.seen_in(1), DraftOptions(today)).data
    assert " ".join(tables_of(data)["Leerlingen"][0]) == years
    assert any(line in text for text in paragraphs_of(data))
    # What was first counted later is no figure of that plan.
    assert ("Later geteld" in tables_of(data)) is (today <= FIRST.end)
    new = tables_of(build(whole.seen_in(2), DraftOptions(today)).data)
    assert " ".join(new["Leerlingen"][0]) == "2025 2026 2027 2028"


@pytest.mark.parametrize(
    ("status", "evaluated", "earlier", "asked"),
    [
        # The first plan of a dossier looks back at what was before it as long as it is made ...
        ("concept", False, False, True),
        ("vastgesteld", False, False, True),
        ("toegekend", False, False, False),
        # ... and an evaluation of the plan itself leads to the next one, whether that is there or not.
        ("concept", True, False, False),
        ("toegekend", True, False, False),
        # With a plan before it that one is asked about.
        ("concept", True, True, True),
        ("toegekend", False, True, True),
    ],
)
def test_a_plan_asks_for_answers_only_where_they_can_come_in(
    status: str, evaluated: bool, earlier: bool, asked: bool
) -> None:
    own = Answer(id=1, question=1, text="Het lab werkt", kind=AnswerKind.SUCCES, period=2)
    plan = SECOND.changed(plan_status=status)
    question = Question(id=1, part=QuestionPart.SUCCESSEN, text="Wat ging goed?")
    whole = dossier_with(question, *[own] * evaluated)
    whole = whole.with_tables({"periods": {1: FIRST, 2: plan} if earlier else {2: plan}})
    draft = build(whole.seen_in(2), OPTIONS)
    holes = [one.hole for one in draft.missing if "uit de evaluatie" in one.hole]
    assert holes == ["antwoorden uit de evaluatie", "besluiten uit de evaluatie"] * asked
    said = "Een evaluatie van vóór 2027-2028 staat niet in dit dossier." in paragraphs_of(draft.data)
    assert said is not asked
    assert "Het lab werkt" not in words_of(draft.data)
    own_words = "Wat de evaluatie van 2027-2028 zelf opleverde hoort bij het plan dat daarop volgt."
    assert (own_words in paragraphs_of(draft.data)) is evaluated


@pytest.mark.parametrize(
    ("lesson", "first", "second"),
    [
        # Of where it comes back; else of every plan that had not ended when it was learned.
        ({"speerpunten": (1,)}, True, False),
        ({"speerpunten": (2,), "date": date(2025, 5, 1)}, False, True),
        ({"speerpunten": (1, 2)}, True, True),
        ({}, True, True),
        ({"date": date(2026, 12, 31)}, True, True),
        ({"date": date(2027, 1, 1)}, False, True),
        # Learned after all plans: shown with the one at hand.
        ({"date": date(2029, 1, 1)}, False, True),
    ],
)
def test_what_is_learned_of_others_is_told_where_it_comes_back(
    lesson: dict[str, object], first: bool, second: bool
) -> None:
    learned = Lesson.model_validate({"id": 1, "title": "Lesbus", "lesson": "Klein beginnen", **lesson})
    whole = both().with_tables({"lessons": {1: learned}})
    assert [1 in whole.seen_in(number).of(Lesson) for number in (1, 2)] == [first, second]


@pytest.mark.parametrize(
    ("meeting", "first", "second"),
    [
        # Of those who steer: of its day, or of the plan at hand when no plan has that day.
        ({"body": 1, "date": date(2026, 12, 31)}, True, False),
        ({"body": 1, "date": date(2027, 1, 1)}, False, True),
        ({"body": 1, "date": date(2029, 1, 1)}, False, True),
        ({"body": 1}, False, True),
        # An evaluation of no period is of what was before the first plan; of a period it leads to the next.
        ({"date": date(2028, 4, 1)}, True, False),
        ({"body": 1, "date": date(2026, 5, 1), "period": 1}, False, True),
    ],
)
def test_a_meeting_of_those_who_steer_is_seen_with_the_plan_of_its_day(
    meeting: dict[str, object], first: bool, second: bool
) -> None:
    whole = both().with_tables({"sessions": {1: Meeting.model_validate({"id": 1, "title": "Overleg", **meeting})}})
    assert [1 in whole.seen_in(number).of(Meeting) for number in (1, 2)] == [first, second]


@pytest.mark.parametrize(
    ("theme", "more", "first", "second"),
    [
        # Of all, of a theme of one plan, of one that is gone.
        (None, (), True, True),
        (1, (), True, False),
        (2, (), False, True),
        (9, (), True, True),
        # What goes on in the next plan takes its werkgroep along, whichever of the two it names.
        (1, (Theme(id=2, number=1, title="Verder", periods=(2,), continues=1),), True, True),
        (2, (Theme(id=2, number=1, title="Verder", periods=(2,), continues=1),), True, True),
        # Who has a role, steers one that is there, or adopts the plan has a part in it.
        (1, (Veri(id=2, row=Ref("themes", 2), party=Ref("bodies", 1), code=VeriCode.SUPPORT),), True, True),
        (1, (Body(id=2, name="team", theme=2, parent=1),), True, True),
        (1, (SECOND.changed(adopted_by=1),), True, True),
    ],
)
def test_a_body_of_a_theme_stands_in_the_plan_of_that_theme(
    theme: int | None, more: tuple[Record, ...], first: bool, second: bool
) -> None:
    werkgroep = Body(id=1, name="werkgroep", task="Bouwt.", theme=theme)
    themes = [Theme(id=number, number=1, title="Labs", periods=(number,)) for number in (1, 2)]
    whole = dossier_with(FIRST, SECOND, *themes, werkgroep, *more)
    for number, is_there in ((1, first), (2, second)):
        titles = tables_of(build(whole.seen_in(number), OPTIONS).data)
        assert ("Werkgroep: taak" in titles) is is_there
