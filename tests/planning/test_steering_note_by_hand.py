"""What the stuurgroep reads, worked out by hand: the state of a day, what is asked, what comes, what it decided."""

import io
import re
from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta

import docx
import pytest

from sto_tui.documents.decision_list import action_lines
from sto_tui.documents.word import DraftOptions, build
from sto_tui.documents.word.lights_bar import blocks_of, legend, lights_bar, per_block
from sto_tui.documents.word.page_numbers import layout_of
from sto_tui.documents.word.page_numbers.paging import pages_of
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Action, ActionStatus, Decision, Meeting
from sto_tui.domain.milestones import Milestone, MilestoneKind, Progress, Stoplicht
from sto_tui.domain.money import BudgetLine, Cofinancing, Payment, Realised
from sto_tui.domain.parties import Body
from sto_tui.domain.plan import Theme
from sto_tui.domain.record import Ref
from sto_tui.domain.region import Deadline, PlanPeriod, PlanStatus, Region
from sto_tui.domain.resolution_numbers import numbers_to_give
from sto_tui.domain.steering import Resolution
from sto_tui.planning.progress.stoplicht import Tally, tally
from sto_tui.planning.resolutions import by_plan, open_actions, open_from_before, taken_until
from sto_tui.planning.steering_note import steering_note
from sto_tui.screens.progress.resolution_rows import resolution_rows
from tests.support.by_hand import dossier_with, paragraphs_of, tables_of

DAY = date(2027, 5, 10)
NO_BREAK = "\N{NO-BREAK SPACE}"
PLAN = PlanPeriod(
    id=1, label="2027-2028", start=date(2027, 1, 1), end=date(2028, 12, 31), plan_status=PlanStatus.VOORGELEGD
)
THEME = Theme(id=1, number=1, title="Ontdekken")
RED = Milestone(id=1, number="1.1", title="Bus", theme=1, light=Stoplicht.ROOD, due=date(2027, 6, 1))
GREEN = Milestone(id=2, number="1.2", title="Lab", theme=1, light=Stoplicht.GROEN, due=date(2027, 5, 1))
GATE = Milestone(id=3, number="1.3", title="Bouwen", theme=1, kind=MilestoneKind.GO_NO_GO, due=date(2027, 5, 31))
FAR = GATE.changed(id=4, number="1.4", title="Verlengen", due=date(2027, 12, 1))
LOG = (
    Progress(id=1, milestone=1, date=date(2027, 2, 1), light=Stoplicht.GROEN, measure="Oud"),
    Progress(id=2, milestone=1, date=date(2027, 3, 1), light=Stoplicht.ROOD, obstacle="Geen chauffeur"),
    Progress(id=3, milestone=1, date=date(2027, 4, 1), light=Stoplicht.ROOD, note="Nog steeds"),
    Progress(id=4, milestone=2, date=date(2027, 4, 2), light=Stoplicht.GROEN),
)
TOLD = dossier_with(
    Region(id=1, name="Delta"),
    PLAN,
    THEME,
    RED,
    GREEN,
    GATE,
    FAR,
    *LOG,
    Decision(id=1, text="Labs blijven"),
    Body(id=1, name="Stuurgroep"),
    Meeting(id=1, title="Juni", date=date(2027, 6, 10), body=1),
    Meeting(id=2, title="Geweest", date=date(2027, 4, 10), body=1),
    Deadline(id=1, title="Verslag", date=date(2027, 5, 1)),
    Deadline(id=2, title="Ver weg", date=date(2027, 11, 10)),
    BudgetLine(id=1, title="Lab", year=2027, theme=1, quantity=1, price=40_000_00),
    Payment(id=1, budget_line=1, date=date(2027, 4, 1), amount=12_000_00),
    Payment(id=2, budget_line=1, date=date(2027, 5, 11), amount=1_000_00),
    Cofinancing(id=1, title="Uren", year=2027, quantity=100, rate=50_00),
    Realised(id=1, contribution=1, date=date(2027, 5, 10), amount=750_00),
)


def test_it_says_how_it_stands_on_the_day_and_what_only_the_stuurgroep_can_settle() -> None:
    note = steering_note(TOLD, DAY)
    ((name, lights),) = note.themes
    assert (name, lights.total, lights.late) == ("1  Ontdekken", 4, 1)
    assert [lights.lights[light] for light in (Stoplicht.ROOD, Stoplicht.GROEN, Stoplicht.NIET_GESTART)] == [1, 1, 2]
    (red,) = note.reds
    assert (red.since, red.obstacle, red.measure) == (date(2027, 3, 1), "Nog steeds", "")
    assert note.asked == [
        "Het plan 2027-2028 vaststellen, of zeggen wat er anders moet.",
        "Go of no-go bij 1.3 Bouwen (31 mei 2027, nog 21 dagen).",
        "Een maatregel kiezen voor mijlpaal 1.1 Bus.",
        "Wat gebeurt er met mijlpaal 1.2 Lab, die te laat is: alsnog, op een andere dag, of niet meer?",
        "1 besluit van de evaluatie heeft nog geen vervolg: waar komt het terug, of waarom niet?",
    ]
    assert [sentence.replace(NO_BREAK, " ") for sentence in note.money] == [
        "Tot en met 1 april 2027: € 12.000 van € 40.000 is uitgegeven (30,0%); € 28.000 is over.",
        "Van € 5.000 aan cofinanciering is € 750 gerealiseerd (de laatste bijdrage is van 10 mei 2027).",
    ]


def test_what_comes_stands_by_day_with_what_was_not_met_and_no_further_than_half_a_year() -> None:
    """A go/no-go moment stands once, with what is asked."""
    note = steering_note(TOLD, DAY)
    ahead = [(item.day, item.kind, item.title, item.words) for item in note.ahead]
    assert ahead == [(date(2027, 6, 10), "stuurgroep", "Juni", "nog 31 dagen")]
    late = [(each.day, each.title, each.words, each.says) for each in note.late]
    assert late == [
        (date(2027, 5, 1), "1.2 Lab", "9 dagen te laat", "groen"),
        (date(2027, 5, 1), "Verslag", "9 dagen te laat", "termijn"),
    ]


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        # Rood for want of a room in March, and groen since April: the room is no matter any more.
        ((("rood", "Geen lokaal", ""), ("groen", "", "")), "groen"),
        ((("rood", "Geen lokaal", ""), ("groen", "", "Lokaal gevonden")), "groen: lokaal gevonden"),
        ((("groen", "Weinig tijd", ""), ("groen", "", "")), "groen: weinig tijd"),
        ((("groen", "", "Gaat goed"), ("oranje", "", "")), "oranje"),
        ((("oranje", "Stroom", ""), ("groen", "", ""), ("oranje", "", "")), "oranje"),
        ((("groen", "Weinig tijd", "Gaat goed"),), "groen: weinig tijd"),
        ((), "groen"),
    ],
)
def test_of_what_is_late_is_told_what_was_said_since_it_has_its_stoplicht(
    lines: tuple[tuple[str, str, str], ...], says: str
) -> None:
    log = [
        Progress(
            id=place, milestone=2, date=date(2027, place + 1, 1), light=Stoplicht(light), obstacle=obstacle, note=note
        )
        for place, (light, obstacle, note) in enumerate(lines, 1)
    ]
    light = log[-1].light if log else Stoplicht.GROEN
    note = steering_note(dossier_with(Region(id=1, name="Delta"), PLAN, THEME, GREEN.changed(light=light), *log), DAY)
    assert [each.says for each in note.late if each.is_milestone] == [says]


@pytest.mark.parametrize(("days", "told"), [(183, True), (184, False)])
def test_half_a_year_ahead_is_183_days(days: int, told: bool) -> None:
    """From 10 May 2027 on that is 9 November: 21 + 30 + 31 + 31 + 30 + 31 + 9."""
    day = DAY + timedelta(days=days)
    coming = (
        GATE.changed(due=day),
        Deadline(id=1, title="Verslag", date=day),
        Meeting(id=1, title="Overleg", date=day),
    )
    note = steering_note(dossier_with(Region(id=1, name="Delta"), PLAN.changed(plan_status="concept"), *coming), DAY)
    assert [item.title for item in note.ahead] == ["Overleg", "Verslag"] * told
    gate = "Go of no-go bij 1.3 Bouwen (9 november 2027, nog 183 dagen)."
    assert list(note.asked) == [gate] * told
    # Also when the work towards it goes well; not once it was decided.
    for light in Stoplicht:
        lit = GATE.changed(due=day, light=light, done_on=DAY if light is Stoplicht.GEREED else None)
        asked = steering_note(dossier_with(PLAN.changed(plan_status="concept"), lit), DAY).asked
        assert (gate in asked) == (told and light is not Stoplicht.GEREED)


def test_a_plan_that_has_run_asks_nothing() -> None:
    over = PLAN.changed(start=date(2025, 1, 1), end=date(2026, 12, 31), label="2025-2026")
    late = Deadline(id=1, title="Verslag", date=date(2026, 5, 1))
    records = (Region(id=1, name="Delta"), over, THEME, RED.changed(due=date(2026, 6, 1)), GATE, late)
    dossier = dossier_with(*records)
    note = steering_note(dossier, DAY)
    assert (list(note.asked), list(note.late), list(note.ahead)) == ([], [], [])
    words = text_of(dossier)
    assert "te laat" not in words
    assert "Het logboek heeft tot en met 31 december 2026 geen regels." in words
    # Red since June and never anything else, with no measure: nobody will choose one any more.
    said = Progress(id=1, milestone=RED.id, date=date(2026, 6, 2), light=Stoplicht.ROOD, obstacle="Geen bus")
    told = tables_of(build(dossier_with(*records, said), DraftOptions(DAY, "stuurgroep")).data)
    assert told["Mijlpalen op rood"] == [
        ["Mijlpaal", "Waarop het vastliep", "Wat eraan gedaan is"],
        ["1.1 Bus / sinds 02-06-2026", "Geen bus", "geen maatregel in het logboek"],
    ]
    # 1.1 has a stoplicht of which no day is known: it is not said to have been unfinished. 1.3 was never begun.
    assert [each.title for each in note.unfinished] == ["1.3 Bouwen"]
    # What comes is counted from today, and not from the end of the plan.
    account = Deadline(id=2, title="Verantwoording", date=date(2027, 6, 10))
    (coming,) = steering_note(dossier_with(*records, account), DAY).ahead
    assert (coming.title, coming.words) == ("Verantwoording", "nog 31 dagen")


def test_what_is_late_is_named_the_longest_ago_first_as_far_as_there_is_room() -> None:
    """60 milestones, each due a day before the one before it; the last is 60 days late. 1 should have begun."""
    late = [
        GREEN.changed(id=number, number=f"1.{number}", title=f"Stap {number}", due=DAY - timedelta(days=number))
        for number in range(1, 61)
    ]
    idle = Milestone(id=99, number="1.99", title="Wacht", theme=1, start=DAY - timedelta(days=1), due=date(2028, 1, 1))
    said = Progress(id=1, milestone=60, date=date(2027, 4, 1), light=Stoplicht.GROEN, obstacle="Geen lokaal")
    dossier = dossier_with(Region(id=1, name="Delta"), PLAN, THEME, *late, idle, said)
    data = build(dossier, DraftOptions(DAY, "stuurgroep")).data
    assert pages_of(layout_of(docx.Document(io.BytesIO(data))).atoms)[-1] == 2
    head, first, *others = tables_of(data)["Te laat"]
    assert (head, first) == (
        ["Wat", "Klaar op", "Hoe het staat"],
        ["1.60 Stap 60", "11-03-2027, 60 dagen te laat", "groen: geen lokaal"],
    )
    told = paragraphs_of(data)
    assert "Te laat: 60 mijlpalen" in told
    # 61 in 40 blocks: two each.
    assert any(line.endswith(" Eén blokje is ongeveer 2 mijlpalen, en ten minste één.") for line in told)
    assert f"En nog {59 - len(others)} die te laat zijn." in told
    assert "1 mijlpaal had al moeten beginnen." in told
    assert len(others) > 10
    asked = "Wat gebeurt er met de 60 mijlpalen die te laat zijn: alsnog, op een andere dag, of niet meer?"
    assert asked in told


LATE = Resolution(id=1, text="Bus kopen", date=date(2026, 11, 12), number="2026-1")
BY_MEETING = Resolution(id=2, text="Lab bouwen", session=2, number="2027-1")
EARLIER = Resolution(id=3, text="Plan maken", date=date(2026, 1, 8), number="2026-2")
COMING = Resolution(id=4, text="Morgen", date=date(2027, 5, 11), number="2027-2")
UNDATED = Resolution(id=5, text="Ooit")
MEETING = Meeting(id=2, title="April", date=date(2027, 4, 10))
DECIDED = dossier_with(
    Region(id=1, name="Delta"),
    MEETING,
    *(LATE, BY_MEETING, EARLIER, COMING, UNDATED),
    Action(id=1, text="Bellen", owner="Anja", due=date(2027, 5, 1), resolution=2),
    Action(id=2, text="Schrijven", resolution=1, status=ActionStatus.BEZIG),
    Action(id=3, text="Klaar", resolution=1, status=ActionStatus.GEREED),
    Action(id=4, text="Van de evaluatie"),
    Action(id=5, text="Van morgen", resolution=4),
)


def test_decisions_are_numbered_by_year_in_the_order_in_which_they_were_written_down() -> None:
    counted = [LATE, BY_MEETING, EARLIER, COMING]
    loose = dossier_with(DECIDED.region, MEETING, UNDATED, *(each.changed(number="") for each in counted))
    given = [(resolution.id, number) for resolution, number in numbers_to_give(loose, {})]
    assert given == [(each.id, each.number) for each in counted]
    # 2027-4 was removed and 2026-6 typed by hand: what is new counts on from there.
    typed = dossier_with(DECIDED.region, LATE.changed(number="2026-6"), EARLIER.changed(number=""), BY_MEETING, COMING)
    new = typed.with_tables({"resolutions": {**typed.tables["resolutions"], 9: COMING.changed(id=9, number="")}})
    given = [(resolution.id, number) for resolution, number in numbers_to_give(new, {2027: 4})]
    assert given == [(3, "2026-7"), (9, "2027-5")]
    assert [resolution.id for resolution in taken_until(DECIDED, DAY)] == [2, 1, 3]
    assert [action.id for action in open_actions(DECIDED, DAY)] == [1, 2]


def test_on_the_screen_the_newest_stands_first_below_what_has_no_day() -> None:
    """UNDATED; then 11 May and 10 April 2027, 12 November and 8 January 2026."""
    own, others = by_plan(DECIDED, DAY)
    assert ([one.id for one in own], list(others)) == ([5, 4, 2, 1, 3], [])


def text_of(dossier: Dossier) -> str:
    document = docx.Document(io.BytesIO(build(dossier, DraftOptions(DAY, "stuurgroep")).data))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([paragraph.text for paragraph in document.paragraphs] + cells)


def test_the_note_prints_these_figures() -> None:
    words = text_of(TOLD)
    for sentence in (
        "1 groen, 1 rood, 2 niet gestart; 1 te laat",
        "sinds 01-03-2027",
        "nog geen maatregel",
        "Tot en met 1 april 2027: € 12.000 van € 40.000",
    ):
        assert sentence in words.replace(NO_BREAK, " ")
    assert "Te laat: 1 mijlpaal en 1 termijn" in words
    assert words.count("Eén blokje is één mijlpaal.") == 1
    decided = text_of(DECIDED)
    there = ("Lab bouwen", "Bellen", "Morgen", "Ooit", "Van de evaluatie")
    assert [word in decided for word in there] == [True, True, False, False, False]
    assert "1 besluit heeft nog geen dag en staat hier niet." in decided


@pytest.mark.parametrize(("many", "unit", "blocks"), [(0, 3, 0), (1, 3, 1), (4, 3, 1), (5, 3, 2), (40, 1, 40)])
def test_what_is_there_is_never_rounded_away(many: int, unit: int, blocks: int) -> None:
    assert blocks_of(many, unit) == blocks


def test_a_red_with_a_measure_asks_nothing_and_a_meeting_of_today_is_still_ahead() -> None:
    measure = LOG[2].changed(measure="Chauffeur huren")
    today = Meeting(id=1, title="Vandaag", date=DAY)
    note = steering_note(dossier_with(Region(id=1, name="Delta"), PLAN, THEME, RED, *LOG[:2], measure, today), DAY)
    assert [red.measure for red in note.reds] == ["Chauffeur huren"]
    assert not any("maatregel" in sentence for sentence in note.asked)
    assert [(item.title, item.words) for item in note.ahead if item.day == DAY] == [("Vandaag", "vandaag")]


@pytest.mark.parametrize(
    ("status", "told"),
    [
        ("toegezegd", ["€ 5.000 aan cofinanciering is gepland; realisatie staat nog niet in het dossier."]),
        # Its status says so, without a day.
        (
            "gerealiseerd",
            [
                "Van € 5.000 aan cofinanciering is € 5.000 gerealiseerd. € 5.000 daarvan heeft geen dag.",
            ],
        ),
    ],
)
def test_where_nobody_books_what_was_put_in_its_status_tells(status: str, told: list[str]) -> None:
    promised = Cofinancing(id=1, title="Uren", year=2027, quantity=100, rate=50_00, status=status)
    note = steering_note(dossier_with(Region(id=1, name="Delta"), PLAN, promised), DAY)
    assert [sentence.replace(NO_BREAK, " ") for sentence in note.money] == told


def test_a_decision_of_the_day_itself_counts_and_its_own_day_goes_before_that_of_its_meeting() -> None:
    meeting = Meeting(id=2, title="April", date=date(2027, 4, 10))
    decided = Resolution(id=1, text="Achteraf", date=DAY, session=2)
    dossier = dossier_with(Region(id=1, name="Delta"), meeting, decided)
    assert [resolution.id for resolution in taken_until(dossier, DAY)] == [1]
    assert taken_until(dossier, DAY - timedelta(days=1)) == []


EARLIER_PLAN = PlanPeriod(id=7, label="2025-2026", start=date(2025, 1, 1), end=date(2026, 12, 31))
NOVEMBER, MAY = date(2026, 11, 30), date(2027, 5, 10)


@pytest.mark.parametrize(
    ("taken", "meeting", "today", "with_earlier", "with_plan"),
    [
        # Of the plan in which it is taken; as long as the next has not begun, of that too when it is being made.
        (date(2026, 3, 1), None, NOVEMBER, True, True),
        (date(2025, 7, 1), None, NOVEMBER, True, True),
        (date(2025, 6, 30), None, NOVEMBER, True, False),
        (date(2026, 3, 1), None, date(2027, 1, 1), True, False),
        (date(2027, 2, 1), None, MAY, False, True),
        # A meeting that looks back at 2025-2026 leads to the plan after it; one of no period is of its day.
        (date(2026, 5, 20), 7, MAY, True, True),
        (date(2027, 1, 15), 7, MAY, False, True),
        (date(2026, 5, 20), 0, MAY, True, False),
        # Before all plans, so of nobody else.
        (date(2024, 3, 1), None, MAY, True, True),
    ],
)
def test_a_decision_is_told_of_the_plan_in_which_it_was_taken_or_to_which_it_leads(
    taken: date, meeting: int | None, today: date, with_earlier: bool, with_plan: bool
) -> None:
    """Also the meetings that come, and on the screen what is of another plan stands below a head."""
    session = [Meeting(id=1, title="Overleg", date=taken, period=meeting or None)] if meeting is not None else []
    decided = Resolution(id=1, text="Lab bouwen", date=None if session else taken, session=1 if session else None)
    action = Action(id=1, text="Bellen", owner="Anja", resolution=1)
    whole = dossier_with(
        Region(id=1, name="Delta"), PLAN.changed(current=True), EARLIER_PLAN, *session, decided, action
    )
    for plan, is_told in ((EARLIER_PLAN, with_earlier), (PLAN, with_plan)):
        seen = whole.seen_in(plan.id)
        assert [one.id for one in taken_until(seen, today)] == [1] * is_told
        assert [one.id for one in open_actions(seen, today)] == [1] * is_told
        is_before = not is_told and taken < plan.start
        assert [one.id for one in open_from_before(seen, today)] == [1] * is_before
        rows = [" ".join(map(str, row.cells)) for row in resolution_rows(seen, today)]
        assert any("Uit een andere planperiode" in row for row in rows) is not is_told


def test_what_was_decided_before_the_plan_is_counted_and_not_told() -> None:
    old = Resolution(id=1, text="Oud besluit", date=date(2026, 3, 1))
    whole = dossier_with(
        Region(id=1, name="Delta"),
        PLAN.changed(current=True),
        EARLIER_PLAN,
        *(old, Resolution(id=2, text="Nieuw besluit", date=date(2027, 3, 1)), UNDATED),
        *(Action(id=number, text="Oude actie", resolution=1) for number in (1, 2)),
        Meeting(id=1, title="Oud overleg", date=date(2026, 12, 31)),
    )
    words = text_of(whole)
    assert "Uit besluiten van vóór deze planperiode staan nog 2 acties open." in words
    assert "Er staan geen acties uit deze besluiten open." in words
    assert ("Nieuw besluit" in words, "Oud besluit" in words, "Oude actie" in words) == (True, False, False)
    # The earlier plan knows nothing of what came after it, nor of what has no day yet.
    earlier = text_of(whole.seen_in(7))
    assert not [told for told in ("Nieuw besluit", "nog geen dag en staat", "vóór deze") if told in earlier]
    assert ("Oud besluit" in earlier, "Oude actie" in earlier) == (True, True)
    # So do the papers with all actions.
    assert [line.text for line in action_lines(whole.seen_in(1))] == []
    assert [line.text for line in action_lines(whole.seen_in(7))] == ["Oude actie", "Oude actie"]


def test_what_does_not_fit_on_two_pages_is_counted() -> None:
    """12 of 14 themes stand there, 6 of 8 actions, 5 of 14 that are red and 5 of 7 decisions."""
    themes = [Theme(id=number, number=number, title=f"Thema {number}") for number in range(1, 15)]
    milestones = [RED.changed(id=number, number=f"{number}.1", theme=number) for number in range(1, 15)]
    actions = [Action(id=number, text=f"Actie {number}", due=DAY, resolution=1) for number in range(1, 9)]
    decided = [LATE.changed(id=number, date=DAY, number=f"2027-{number}") for number in range(1, 8)]
    dossier = dossier_with(Region(id=1, name="Delta"), PLAN, *themes, *milestones, *actions, *decided)
    reds = tables_of(build(dossier, DraftOptions(DAY, "stuurgroep")).data)["Mijlpalen op rood"]
    assert [row[0].partition(" ")[0] for row in reds[1:]] == ["1.1", "2.1", "3.1", "4.1", "5.1"]
    words = text_of(dossier)
    assert "En nog 9 mijlpalen op rood." in words
    assert "En nog 2 eerdere besluiten." in words
    assert "Niet getoond: nog 2 thema’s." in words
    assert "En nog 2 openstaande acties." in words
    assert "Actie 6" in words
    assert "Actie 7" not in words


def test_where_just_everything_fits_nothing_is_said_of_more() -> None:
    themes = [Theme(id=number, number=number, title=f"Thema {number}") for number in range(1, 13)]
    reds = [RED.changed(id=number, number=f"{number}.1", theme=number) for number in range(1, 6)]
    others = [GREEN.changed(id=number, number=f"{number}.1", theme=number, due=None) for number in range(6, 13)]
    actions = [Action(id=number, text=f"Actie {number}", due=DAY, resolution=1) for number in range(1, 7)]
    decided = [LATE.changed(id=number, date=DAY, number=f"2027-{number}") for number in range(1, 6)]
    words = text_of(dossier_with(Region(id=1, name="Delta"), PLAN, *themes, *reds, *others, *actions, *decided))
    assert "12  Thema 12" in words
    assert ("En nog" in words, "Niet getoond" in words) == (False, False)


@pytest.mark.parametrize(("due", "bold"), [(DAY, False), (DAY - timedelta(days=1), True)])
def test_an_action_is_late_from_the_day_after(due: date, bold: bool) -> None:
    action = Action(id=1, text="Bellen", due=due, resolution=1)
    dossier = dossier_with(Region(id=1, name="Delta"), LATE, action)
    document = docx.Document(io.BytesIO(build(dossier, DraftOptions(DAY, "stuurgroep")).data))
    (table,) = (table for table in document.tables if table.rows[0].cells[0].text == "Actie")
    assert [run.bold is True for run in table.rows[1].cells[2].paragraphs[0].runs] == [bold]
    (row,) = (row for row in resolution_rows(dossier, DAY) if row.key == Ref("actions", 1))
    assert (("error" in str(row.cells)), "Bellen" in str(row.cells)) == (bold, True)


def test_what_is_red_is_told_with_the_newest_obstacle_and_the_newest_measure() -> None:
    """What was written beside an obstacle is no obstacle; the line of May says neither."""
    lines = (
        ("Geen chauffeur", "Vraag het rond", "Zoeken"),
        ("Geen bus", "Bijna rond", ""),
        ("", "", ""),
    )
    log = [
        LOG[1].changed(id=month, date=date(2027, month, 1), obstacle=obstacle, note=note, measure=measure)
        for month, (obstacle, note, measure) in enumerate(lines, 3)
    ]
    (red,) = steering_note(dossier_with(Region(id=1, name="Delta"), PLAN, THEME, RED, *log), DAY).reds
    assert (red.since, red.obstacle, red.measure) == (date(2027, 3, 1), "Geen bus", "Zoeken")


@pytest.mark.parametrize("many", [1, 2])
def test_all_milestones_stand_below_more_than_one_theme(many: int) -> None:
    """Per theme one that is red and one that is late, on 10 May."""
    themes = [THEME.changed(id=number, number=number, title=f"Thema {number}") for number in range(1, many + 1)]
    pairs = [
        milestone.changed(id=2 * number + place, number=f"{number}.{place}", theme=number)
        for number in range(1, many + 1)
        for place, milestone in enumerate((RED, GREEN))
    ]
    dossier = dossier_with(Region(id=1, name="Delta"), PLAN, *themes, *pairs)
    rows = tables_of(build(dossier, DraftOptions(DAY, "stuurgroep")).data)["Stoplicht per thema"]
    said = [
        ["Thema", "In aantallen"],
        *([f"{number}  Thema {number}", "1 groen, 1 rood; 1 te laat"] for number in range(1, many + 1)),
    ]
    said += [["Alle mijlpalen", f"{many} groen, {many} rood; {many} te laat"]] * (many > 1)
    assert [[row[0], row[2]] for row in rows] == said
    assert [row[1] for row in rows[many + 1 :]] == ["4 mijlpalen"] * (many > 1)


def test_a_block_has_the_letter_that_the_words_below_it_say() -> None:
    drawn = lights_bar(Tally(5, Counter(Stoplicht), 0), 1)
    assert re.findall(rf">{NO_BREAK}(.){NO_BREAK}<", drawn) == ["K", "G", "O", "R", "·"]
    all_lights, red, unknown = (Tally(5, Counter(lights), 0, 0, 0) for lights in (Stoplicht, [Stoplicht.ROOD], []))
    assert legend([all_lights]).split(" · ") == [
        *("K gereed", "G groen, op schema", "O oranje, kleine obstakels", "R rood, loopt vast"),
        "punt: niet gestart.",
    ]
    # Only what stands in one of the bars.
    assert legend([unknown, red]) == "R rood, loopt vast."
    assert legend([Tally(2, Counter({Stoplicht.NIET_GESTART: 2}), 0)]) == "Punt: niet gestart."
    assert legend([red, Tally(3, Counter(), 0, 0, 3)]) == "R rood, loopt vast · ? niet bekend."


def test_a_block_stands_for_as_many_of_which_nobody_knows() -> None:
    """Of 90 milestones 30 are green and of 60 nobody knows; a block is three."""
    drawn = lights_bar(Tally(90, Counter({Stoplicht.GROEN: 30}), 0, 0, 60), 3)
    assert [drawn.count(f">{NO_BREAK}{letter}{NO_BREAK}<") for letter in "GOR?"] == [10, 0, 0, 20]


def test_the_longest_row_decides_what_a_block_stands_for() -> None:
    rows = [[RED] * 40, [RED] * 81]
    assert per_block(tally(row, DAY) for row in rows) == 3
    assert per_block([]) == 1


@pytest.mark.parametrize(("status", "told"), [(PlanStatus.INGEDIEND, "begroot"), (PlanStatus.TOEGEKEND, "toegekend")])
def test_what_is_not_granted_yet_is_budgeted(status: PlanStatus, told: str) -> None:
    line = BudgetLine(id=1, title="Lab", year=2027, quantity=1, price=40_000_00)
    (money,) = steering_note(dossier_with(PLAN.changed(plan_status=status), line), DAY).money
    assert money.replace(NO_BREAK, " ") == f"€ 40.000 is {told}; uitgaven staan nog niet in het dossier."


def test_an_action_of_the_stuurgroep_names_its_decision_in_the_list() -> None:
    assert [line.from_decision for line in action_lines(DECIDED)] == ["2027-1", "2026-1", "2026-1", "–", "2027-2"]


@pytest.mark.parametrize(
    ("bodies", "called"),
    [
        ((), "stuurgroep"),
        ((("Werkgroep", None),), "stuurgroep"),
        ((("Werkgroep", 2), ("Regieteam", None)), "regieteam"),
        ((("Werkgroep", 2), ("Regieteam", None), ("Bestuurlijke stuurgroep", 2)), "bestuurlijke stuurgroep"),
    ],
)
def test_what_those_who_steer_are_called(bodies: Sequence[tuple[str, int | None]], called: str) -> None:
    """By a body of that name, else by the one above all others, else as everywhere."""
    records = [Body(id=number, name=name, parent=parent) for number, (name, parent) in enumerate(bodies, 1)]
    assert steering_note(dossier_with(Region(id=1, name="Delta"), PLAN, *records), DAY).body == called


@pytest.mark.parametrize(
    ("status", "by", "asks"),
    [
        (PlanStatus.CONCEPT, date(2027, 5, 9), True),
        # On the day itself it can still be handed in.
        (PlanStatus.CONCEPT, DAY, False),
        (PlanStatus.INGEDIEND, date(2027, 5, 9), False),
    ],
)
def test_a_plan_that_should_have_been_handed_in_is_asked_for(status: PlanStatus, by: date, asks: bool) -> None:
    plan = PLAN.changed(plan_status=status, submit_by=by)
    asked = (
        "Het plan 2027-2028 moest op 9 mei 2027 zijn ingediend en staat in het dossier op concept: indienen, of "
        "vastleggen dat dat is gedaan."
    )
    assert steering_note(dossier_with(Region(id=1, name="Delta"), plan), DAY).asked == [asked] * asks


def test_what_has_to_be_ready_within_a_month_is_named_by_day() -> None:
    """From 10 May on 31 days go to 10 June. 1.2 was due before, 2 is gereed, 3 a go/no-go moment, 6 a day too far."""
    ready = {"light": Stoplicht.GEREED, "done_on": DAY}
    days = {1: DAY, 2: date(2027, 5, 20), 3: date(2027, 5, 20), 4: date(2027, 6, 10), 5: date(2027, 5, 15)}
    days[6] = date(2027, 6, 11)
    soon = [Milestone(id=number, number=f"2.{number}", title="Stap", due=day) for number, day in days.items()]
    soon[1], soon[2] = soon[1].changed(**ready), soon[2].changed(kind=MilestoneKind.GO_NO_GO)
    late = GREEN.changed(id=7)
    words = text_of(dossier_with(Region(id=1, name="Delta"), PLAN, *soon, late))
    named = "2.1 Stap (10-05-2027), 2.5 Stap (15-05-2027) en 2.4 Stap (10-06-2027)"
    assert f"Binnen een maand moet klaar zijn: {named}." in words


@pytest.mark.parametrize(("many", "left"), [(12, None), (13, "1 datum"), (14, "2 datums")])
def test_of_what_comes_twelve_days_have_room(many: int, left: str | None) -> None:
    coming = [
        Deadline(id=number, title=f"Termijn {number}", date=DAY + timedelta(days=number))
        for number in range(1, many + 1)
    ]
    words = text_of(dossier_with(Region(id=1, name="Delta"), PLAN, *coming))
    assert ("Termijn 12" in words, "Termijn 13" in words) == (True, False)
    assert ("En nog" in words) is bool(left)
    assert not left or f"En nog {left} binnen een half jaar." in words
