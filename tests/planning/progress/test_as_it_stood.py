"""How milestones stood on a day, and what a report, chapter 9 and the screen make of it. Answers worked out by hand."""

import io
from datetime import date
from pathlib import Path

import docx
import pytest

from sto_tui.documents.calendar import CalendarOptions, build_calendar
from sto_tui.documents.excel import progress
from sto_tui.documents.word import DraftOptions, build
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.light_and_log import light_on
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht, Veri, VeriCode
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Chapter, ChapterText, Goal, GoalOutcome
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.region import Deadline, DeadlineKind, PlanPeriod
from sto_tui.planning.checks.finding import findings
from sto_tui.planning.deadlines import next_deadlines
from sto_tui.planning.new_dossier import new_dossier
from sto_tui.planning.progress.activities import state_of
from sto_tui.planning.progress.as_it_stood import as_it_stood, as_of_today, ready_on
from sto_tui.planning.progress.period_report import (
    ReportPeriod,
    period_report,
    report_heading,
    reported_on,
    standing_to_tell,
)
from sto_tui.planning.progress.stoplicht import how_late, is_overdue, lateness_in_words, tally
from sto_tui.screens.milestones.rows import detail_lines
from sto_tui.screens.overview.screen import deadline_rows
from sto_tui.screens.progress.rows import TALLY_COLUMNS, light_rows, lights_in_signs, tally_rows
from tests.screens.progress.test_progress import dossier_with, line, milestone
from tests.support.commands import Sto, assert_refused
from tests.support.small_plan import with_records
from tests.support.word_text import word_lines

NG, GROEN, ORANJE, ROOD, GEREED = Stoplicht
MARCH_31, APRIL_1, TODAY = date(2027, 3, 31), date(2027, 4, 1), date(2027, 6, 15)
LATE_MEANS = "Te laat: had klaar moeten zijn en is niet gereed."
BEHIND_MEANS = "Had moeten beginnen: is niet gestart, en nog niet te laat."
HEADS = ["Gereed", "Groen", "Oranje", "Rood", "Niet gestart"]
SHOWN, PRINTED = (GROEN, ORANJE, ROOD, GEREED, NG), (GEREED, GROEN, ORANJE, ROOD, NG)
QUARTER = ReportPeriod(date(2027, 1, 1), MARCH_31)


def at(light: Stoplicht, done_on: date | None = None) -> Milestone:
    return milestone(1, light).changed(done_on=done_on)


GREEN_IN_FEBRUARY = line(1, 1, "2027-02-01", GROEN)
RED_ON_THE_LAST_DAY = line(2, 1, "2027-03-31", ROOD)
READY_THE_DAY_AFTER = line(3, 1, "2027-04-01", GEREED)
FOUND_READY = READY_THE_DAY_AFTER.changed(since_unknown=True, before_unknown=True)
FOUND_GREEN = GREEN_IN_FEBRUARY.changed(since_unknown=True, before_unknown=True)
READY_TWICE = [line(1, 1, "2027-03-01", GEREED), line(2, 1, "2027-06-01", GEREED)]
WHOLE_LOG = [GREEN_IN_FEBRUARY, RED_ON_THE_LAST_DAY, READY_THE_DAY_AFTER]
READY_AND_BACK = [line(1, 1, "2027-03-05", GEREED), line(2, 1, "2027-05-01", ROOD)]


@pytest.mark.parametrize(
    ("one", "log", "day", "light", "since"),
    [
        # The last line up to and including the day.
        (at(GEREED, APRIL_1), [GREEN_IN_FEBRUARY, RED_ON_THE_LAST_DAY, READY_THE_DAY_AFTER], MARCH_31, ROOD, None),
        (
            at(GEREED, APRIL_1),
            [GREEN_IN_FEBRUARY, RED_ON_THE_LAST_DAY, READY_THE_DAY_AFTER],
            date(2027, 3, 30),
            GROEN,
            None,
        ),
        (at(GEREED, APRIL_1), [GREEN_IN_FEBRUARY, READY_THE_DAY_AFTER], APRIL_1, GEREED, APRIL_1),
        # Of two lines of one day the one that was written last.
        (at(ROOD), [line(1, 1, "2027-03-31", GROEN), line(2, 1, "2027-03-31", ROOD)], MARCH_31, ROOD, None),
        # Before its first line it had not begun.
        (at(GROEN), [GREEN_IN_FEBRUARY], date(2027, 1, 31), NG, None),
        (at(NG), [], MARCH_31, NG, None),
        # A stoplicht without a log: nothing tells how it stood.
        (at(ORANJE), [], MARCH_31, None, None),
        (at(GEREED), [], MARCH_31, None, None),
        # The day of gereed tells it without a line too, from that day on.
        (at(GEREED, MARCH_31), [], MARCH_31, GEREED, MARCH_31),
        (at(GEREED, MARCH_31), [], date(2027, 3, 30), None, None),
        (at(GEREED, MARCH_31), [line(1, 1, "2027-03-31", GROEN)], MARCH_31, GEREED, MARCH_31),
        # Found to be gereed, on a day that nobody knows.
        (at(GEREED), [FOUND_READY], MARCH_31, None, None),
        (at(GEREED), [FOUND_READY], APRIL_1, GEREED, None),
        (at(GEREED), [GREEN_IN_FEBRUARY, FOUND_READY], MARCH_31, GROEN, None),
        (at(GEREED), [GREEN_IN_FEBRUARY, FOUND_READY], APRIL_1, GEREED, None),
        # So may any other that was found have been anything before; later on the log tells it.
        (at(ROOD), [FOUND_GREEN, RED_ON_THE_LAST_DAY], date(2027, 1, 31), None, None),
        (at(ROOD), [FOUND_GREEN, RED_ON_THE_LAST_DAY], date(2027, 2, 1), GROEN, None),
        (at(ROOD), [FOUND_GREEN, RED_ON_THE_LAST_DAY], MARCH_31, ROOD, None),
        # Without a day of its own it is gereed since the line that says so.
        (at(GEREED), [READY_THE_DAY_AFTER], MARCH_31, NG, None),
        (at(GEREED), [READY_THE_DAY_AFTER], date(2027, 6, 1), GEREED, APRIL_1),
        # A day of gereed that is later than the log says is not the day of then.
        (at(GEREED, date(2027, 8, 1)), READY_TWICE, date(2027, 6, 30), GEREED, date(2027, 3, 1)),
        (at(GEREED, date(2027, 8, 1)), READY_TWICE, date(2027, 8, 1), GEREED, date(2027, 8, 1)),
        # It was ready, went back, and became ready once more: then the day of then counts.
        (
            at(GEREED, date(2027, 6, 1)),
            [*READY_AND_BACK, line(3, 1, "2027-06-01", GEREED)],
            MARCH_31,
            GEREED,
            date(2027, 3, 5),
        ),
        (
            at(ROOD),
            [line(1, 1, "2027-03-05", GEREED), line(2, 1, "2027-05-01", ROOD)],
            MARCH_31,
            GEREED,
            date(2027, 3, 5),
        ),
    ],
)
def test_the_stoplicht_on_a_day(
    one: Milestone, log: list[Progress], day: date, light: Stoplicht | None, since: date | None
) -> None:
    newest_first = dossier_with(milestones=[one], progress=[*log]).progress_of(1)
    assert light_on(one, newest_first, day) is light
    assert ready_on(one, newest_first, day) == since


@pytest.mark.parametrize(
    ("light", "start", "due", "day", "late"),
    [
        # Due today is not late; a day later it is, also over the end of a month and a leap day.
        (GROEN, "2027-01-01", "2027-03-31", MARCH_31, ""),
        (GROEN, "2027-01-01", "2027-03-31", APRIL_1, "te laat"),
        (GROEN, "2028-01-01", "2028-02-29", date(2028, 2, 29), ""),
        (GROEN, "2028-01-01", "2028-02-29", date(2028, 3, 1), "te laat"),
        (GEREED, "2027-01-01", "2027-03-31", APRIL_1, ""),
        # To begin today is not late either.
        (NG, "2027-03-31", "2027-12-31", MARCH_31, ""),
        (NG, "2027-03-31", "2027-12-31", APRIL_1, "had moeten beginnen"),
        (GROEN, "2027-03-31", "2027-12-31", APRIL_1, ""),
    ],
)
def test_late_by_a_day(light: Stoplicht, start: str, due: str, day: date, late: str) -> None:
    one = milestone(1, light, start, due)
    counts = tally([one], day)
    assert (how_late(one, day), is_overdue(one, day)) == (late, late == "te laat")
    assert (counts.late, counts.behind) == (late == "te laat", late == "had moeten beginnen")
    assert lateness_in_words(counts) == [f"1 {late}"] * bool(late)


def fifteen() -> Dossier:
    """Fifteen milestones: 1 gereed, 2 groen, 3 oranje, 4 rood and 5 not begun, so that no two counts are the same.

    Three of those that are rood were due on 31 May: on 15 June 3 are late, on 31 March none. On 31 March the one that
    is gereed was groen, the first that is groen was rood, and nothing else had a line: all others had not begun.
    """
    lights = [GEREED, *[GROEN] * 2, *[ORANJE] * 3, *[ROOD] * 4, *[NG] * 5]
    due = {7: "2027-05-31", 8: "2027-05-31", 9: "2027-05-31"}
    found = [
        milestone(number, light, "2027-12-01" if light is NG else "2027-07-01", due.get(number, "2028-06-30"))
        for number, light in enumerate(lights, 1)
    ]
    found[0] = found[0].changed(done_on=date(2027, 5, 3))
    log = [line(number, number, "2027-05-03", light) for number, light in enumerate(lights, 1) if light is not NG]
    log += [line(21, 1, "2027-02-01", GROEN), line(22, 2, "2027-03-31", ROOD)]
    party = Party(id=1, name="Kompas College")
    veri = Veri(id=1, row=Ref("themes", 1), party=Ref("parties", 1), code=VeriCode.VERANTWOORDELIJK)
    return dossier_with(milestones=[*found], progress=[*log], parties=[party], veri=[veri])


def test_counts_of_now_and_of_then() -> None:
    now = tally(fifteen().of(Milestone).values(), TODAY)
    assert [now.lights[light] for light in (GEREED, GROEN, ORANJE, ROOD, NG)] == [1, 2, 3, 4, 5]
    assert (now.total, now.late, now.untold) == (15, 3, 0)
    standing = as_it_stood(fifteen(), MARCH_31, TODAY)
    then = tally(standing.dossier.of(Milestone).values(), standing.day, standing.untold)
    assert [then.lights[light] for light in (GEREED, GROEN, ORANJE, ROOD, NG)] == [0, 1, 0, 1, 13]
    assert (then.total, then.late, then.untold) == (15, 0, 0)
    assert as_it_stood(fifteen(), TODAY, TODAY).dossier.tables == fifteen().tables


def test_counts_on_the_screen_stand_under_their_head() -> None:
    rows = {row.cells[0]: row.cells for row in tally_rows(fifteen(), TODAY) if row.kind == "record"}
    counted = [[cell[0] for cell in rows[name][1:]] for name in ("Alle mijlpalen", "1 A", "Kompas College")]
    assert counted == [["2", "3", "4", "1", "5", "3"]] * 3
    heads = [column.head.casefold() for column in TALLY_COLUMNS[1:]]
    assert [*heads[:3], heads[5]] == ["groen", "oranje", "rood", "te laat"]
    assert (heads[3] in ("gereed", "klaar"), heads[4] in ("niet gestart", "nog niet")) == (True, True)
    assert lights_in_signs(list(fifteen().of(Milestone).values())) == "1✓  2●  3▲  4■"


def test_a_due_date_that_is_past_stands_out_in_the_list_of_stoplichten() -> None:
    rows = [row for row in light_rows(fifteen(), date(2027, 5, 31)) if row.kind == "record"]
    assert rows[6].cells[2] == ("31-05-2027", "text")
    rows = [row for row in light_rows(fifteen(), date(2027, 6, 1)) if row.kind == "record"]
    assert rows[6].cells[2] == ("31-05-2027", "error")


def tables_of(dossier: Dossier, options: DraftOptions) -> dict[str, list[list[str]]]:
    """The cells of the tables of a document, by their first head; of two with one head that with a stoplicht."""
    found: dict[str, list[list[str]]] = {}
    for table in docx.Document(io.BytesIO(build(dossier, options).data)).tables:
        rows = [[cell.text for cell in row.cells] for row in table.rows]
        if rows[0][0] not in found or HEADS[0] in rows[0]:
            found[rows[0][0]] = rows
    return found


def texts_of(dossier: Dossier, options: DraftOptions) -> list[str]:
    return [one.text for one in docx.Document(io.BytesIO(build(dossier, options).data)).paragraphs]


def test_a_report_of_today_has_the_counts_of_today() -> None:
    options = DraftOptions(TODAY, "voortgangsrapportage")
    tables = tables_of(fifteen(), options)
    assert tables["Thema"] == [
        ["Thema", *HEADS, "Te laat"],
        ["1  A", "1", "2", "3", "4", "5", "3"],
        ["Alle mijlpalen", "1", "2", "3", "4", "5", "3"],
    ]
    assert "Op 15 juni 2027 is 1 van de 15 mijlpalen gereed. 3 mijlpalen zijn te laat." in texts_of(fifteen(), options)
    (row,) = (row for row in tables["Nr"] if row[0] == "1.7")
    assert (row[2], row[3].split("\n")[0]) == ("31-05-2027\nte laat", "rood")


def test_a_line_of_a_day_to_come_counts_on_every_place_from_that_day_on() -> None:
    """1.1 is oranje since 1 June and groen from 5 July on; the milestone itself has the light of its newest line."""
    log: list[Record] = [line(1, 1, "2027-06-01", ORANJE), line(2, 1, "2027-07-05", GROEN)]
    dossier = dossier_with(milestones=[milestone(1, GROEN, "2027-01-01", "2027-12-31")], progress=log)
    span = ReportPeriod(date(2027, 7, 1), date(2027, 12, 31))

    def told(day: date) -> list[str]:
        (row,) = [row for row in light_rows(dossier, day) if row.kind == "record"]
        report = tables_of(dossier, DraftOptions(day, "voortgangsrapportage", span=span))["Thema"][1]
        sheet = progress.grid(dossier, day)
        assert sheet is not None
        return [
            next(sign.value for sign in Stoplicht if sign.label in str(row.cells)),
            next(
                light.value
                for light, number in zip(SHOWN, tally_rows(dossier, day)[0].cells[1:], strict=False)
                if number[0] == "1"
            ),
            next(light.value for light, number in zip(PRINTED, report[1:], strict=False) if number == "1"),
            next(light.value for light in Stoplicht if light.label in sheet.lines[-1].cells),
        ]

    assert told(date(2027, 7, 4)) == ["oranje"] * 4
    assert told(date(2027, 7, 5)) == ["groen"] * 4
    assert as_of_today(dossier, date(2027, 7, 5)) is dossier


@pytest.mark.parametrize(("day", "is_ready"), [(date(2027, 7, 4), False), (date(2027, 7, 5), True)])
def test_what_is_gereed_on_a_day_to_come_is_no_gereed_before_it(day: date, is_ready: bool) -> None:
    log: list[Record] = [line(1, 1, "2027-06-01", ORANJE), line(2, 1, "2027-07-05", GEREED)]
    ready = milestone(1, GEREED, "2027-01-01", "2027-12-31").changed(done_on=date(2027, 7, 5))
    dossier = dossier_with(milestones=[ready], progress=log)
    detail = detail_lines(dossier, ready, [], 80, 5, day)
    assert any("gereed" in text for of_line in detail for text, _ in of_line) is is_ready
    agenda = build_calendar(dossier, CalendarOptions(day)).decode()
    assert ("SUMMARY:Gereed: " in agenda, "SUMMARY:Mijlpaal: " in agenda) == (is_ready, not is_ready)


OF_NOW = "Welke mijlpalen er zijn, hun thema en hun datums zijn zoals nu."


def test_every_paper_about_a_past_day_says_what_is_as_it_is_now() -> None:
    """The chapter of the plan beside a report that was kept, and the note about a plan that is over."""
    kept = ChapterText(id=1, chapter=Chapter.MONITORING, heading=report_heading(QUARTER), text="Goed.")
    told = word_lines(build(fifteen(), DraftOptions(TODAY, "activiteitenplan")).data)
    assert not any(OF_NOW in line for line in told)
    told = word_lines(build(with_records(fifteen(), kept), DraftOptions(TODAY, "activiteitenplan")).data)
    assert sum(OF_NOW in line for line in told) == 1
    plan = PlanPeriod(id=1, label="2027", start=date(2027, 1, 1), end=date(2027, 6, 14), current=True)
    told = word_lines(build(with_records(fifteen(), plan).seen_in(), DraftOptions(TODAY, "stuurgroep")).data)
    assert sum(line.endswith(f"stonden. {OF_NOW}") for line in told) == 1


def test_a_report_of_a_past_period_has_the_counts_of_its_last_day() -> None:
    options = DraftOptions(TODAY, "voortgangsrapportage", span=QUARTER)
    tables = tables_of(fifteen(), options)
    assert tables["Thema"][1:] == [
        ["1  A", "–", "1", "–", "1", "13", "–"],
        ["Alle mijlpalen", "–", "1", "–", "1", "13", "–"],
    ]
    assert [row[3] for row in tables["Nr"][1:]] == ["rood", "groen\n01-02-2027", "rood\n31-03-2027"]
    texts = texts_of(fifteen(), options)
    # 15 of which 2 have a line of the log; of the others none should have begun.
    assert tables["Nr"][1][4] == "0 van 15 gereed, 13 later."
    assert "Op 31 maart 2027 was nog geen van de 15 mijlpalen gereed." in texts
    then = f"Zo stond het op 31 maart 2027 volgens het logboek. {OF_NOW}"
    assert f"{LATE_MEANS} {then}" in texts
    # Nothing is oranje or should have begun, so neither is explained; what is later stands in the counts.
    worst = "Bij een speerpunt staat het slechtste van de mijlpalen: rood of groen."
    later = "Later: nog niet begonnen en nog niet aan de beurt."
    assert f"{worst} Groen: op schema. Rood: loopt vast. {later}" in texts
    assert build(fifteen(), options).missing[-1].hole == "waarom mijlpaal 1.2 op rood stond"


def test_a_report_tells_every_line_of_the_log_once_with_its_milestone() -> None:
    """1.1 has two lines in the quarter and one before it, 1.2 one before it; 1.3 begins in the next quarter."""
    log = [
        line(1, 1, "2026-12-01", GROEN, "Voor de periode"),
        line(2, 1, "2027-01-20", ORANJE, "Traag", "Geen lokaal", "Lokaal gehuurd"),
        line(3, 1, "2027-03-10", GROEN, "Weer op weg"),
        line(4, 2, "2026-11-01", GROEN, "Al lang bezig"),
        line(5, 1, "2027-02-03", GROEN, "Half", obstacle="Druk"),
        line(6, 1, "2027-02-02", GROEN, "Gewoon"),
    ]
    steps = [milestone(1, GROEN), milestone(2, GROEN), milestone(3, NG, "2027-04-01", "2028-06-30")]
    options = DraftOptions(TODAY, "voortgangsrapportage", span=QUARTER)
    dossier = dossier_with(milestones=[*steps], progress=[*log])
    tables = tables_of(dossier, options)
    told = [" | ".join(dict.fromkeys(cell for cell in row if cell)) for row in tables["Nr"][1:]]
    assert [row.replace("\n", " ") for row in told] == [
        "Thema als geheel | jan 2027 – jun 2028 | groen | 0 van 3 gereed, 1 later.",
        "1.1 | Stap 1 | 31-12-2027 | groen 10-03-2027 | Weer op weg",
        "Eerder: 03-02-2027 | groen | Half",
        "Knelpunt | Druk",
        "Eerder: 20-01-2027 | oranje | Traag",
        "Knelpunt | Geen lokaal",
        "Maatregel | Lokaal gehuurd",
        "1.2 | Stap 2 | 31-12-2027 | groen 01-11-2026 | Al lang bezig",
    ]
    counted = "Uit deze periode {} zonder knelpunt of maatregel in het logboek."
    assert counted.format("staat nog 1 eerdere regel") in texts_of(dossier, options)
    more = dossier_with(milestones=[*steps], progress=[*log, line(7, 1, "2027-02-01", GROEN, "Ook")])
    assert counted.format("staan nog 2 eerdere regels") in texts_of(more, options)


def test_what_the_log_does_not_tell_is_said() -> None:
    """Two of three have a stoplicht without a log: of those nothing is known on 31 March."""
    dossier = dossier_with(milestones=[milestone(1, ORANJE), milestone(2, GEREED), milestone(3)])
    options = DraftOptions(TODAY, "voortgangsrapportage", span=QUARTER)
    tables = tables_of(dossier, options)
    assert tables["Thema"][0] == ["Thema", *HEADS, "Te laat", "Niet bekend"]
    assert tables["Thema"][1] == ["1  A", "–", "–", "–", "–", "1", "–", "2"]
    assert [[*dict.fromkeys(row)] for row in tables["Nr"][1:]] == [
        [
            "",
            "Thema als geheel",
            "jan 2027 – dec 2027",
            "had moeten beginnen",
            "0 van 3 gereed, 1 had moeten beginnen, 2 niet bekend.",
        ],
        ["Niet gestart", "1.3 Stap 3 (31-12-2027, had moeten beginnen)"],
        ["1.1", "Stap 1", "31-12-2027", "niet bekend", "–"],
        ["1.2", "Stap 2", "31-12-2027", "niet bekend", "–"],
    ]
    unknown = dossier_with(milestones=[milestone(1, ORANJE), milestone(2, GEREED)])
    assert tables_of(unknown, options)["Nr"][1][4] == "2 niet bekend."
    nothing = f"Het logboek heeft tot en met 31 maart 2027 geen regels. {OF_NOW}"
    silence = "Van de mijlpalen 1.1 en 1.2 zegt het logboek niet hoe ze er op 31 maart 2027 voor stonden."
    assert f"{LATE_MEANS} {BEHIND_MEANS} {nothing} {silence}" in texts_of(dossier, options)
    # Of 3 milestones 1 is known: it had not begun, and should have on 1 January.
    lead = (
        "Op 31 maart 2027 was van 1 van de 3 mijlpalen bekend hoe het ermee stond; daarvan was er nog geen gereed. "
        "1 mijlpaal had al moeten beginnen."
    )
    assert lead in texts_of(dossier, options)


@pytest.mark.parametrize(
    ("many", "said"),
    [
        (0, ""),
        (1, "Van mijlpaal 1.1 zegt het logboek niet hoe die er op 31 maart 2027 voor stond."),
        (
            10,
            "Van de mijlpalen 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9 en 1.10 zegt het logboek niet hoe ze er op "
            "31 maart 2027 voor stonden.",
        ),
        (
            12,
            "Van de mijlpalen 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9, 1.10 en nog 2 zegt het logboek niet hoe ze "
            "er op 31 maart 2027 voor stonden.",
        ),
    ],
)
def test_what_is_not_known_is_named(many: int, said: str) -> None:
    found = [milestone(number, ROOD) for number in range(1, many + 1)]
    assert as_it_stood(dossier_with(milestones=[*found]), MARCH_31, TODAY).silence == said


@pytest.mark.parametrize(
    ("many", "well", "stuck", "done"),
    [
        (
            1,
            "1 mijlpaal is gereed gemeld en 1 mijlpaal lag op schema.",
            "1 mijlpaal stond op rood, 1 mijlpaal stond op oranje en 1 mijlpaal had een knelpunt.",
            "Bij 1 mijlpaal is een maatregel gekozen.",
        ),
        (
            2,
            "2 mijlpalen zijn gereed gemeld en 2 mijlpalen lagen op schema.",
            "2 mijlpalen stonden op rood, 2 mijlpalen stonden op oranje en 2 mijlpalen hadden een knelpunt.",
            "Bij 2 mijlpalen is een maatregel gekozen.",
        ),
        (
            0,
            "Het logboek noemt geen mijlpaal die gereed is gemeld of op schema lag.",
            "Het logboek noemt geen knelpunten.",
            "Het logboek noemt geen maatregelen.",
        ),
    ],
)
def test_the_sentences_of_a_report_for_one_and_for_more(many: int, well: str, stuck: str, done: str) -> None:
    """Of each kind so many: gereed, groen, rood with a measure, oranje, and not begun with an obstacle."""
    kinds = [(GEREED, "", ""), (GROEN, "", ""), (ROOD, "", "Extra les"), (ORANJE, "", ""), (NG, "Geen lokaal", "")]
    log = [
        line(10 * kind + one, 10 * kind + one, "2027-02-01", light, obstacle=obstacle, measure=measure)
        for kind, (light, obstacle, measure) in enumerate(kinds, 1)
        for one in range(many)
    ]
    found = [milestone(entry.milestone, entry.light) for entry in log]
    ready = [one.changed(done_on=date(2027, 2, 1)) if one.light is GEREED else one for one in found]
    report = period_report(reported_on(dossier_with(milestones=[*ready], progress=[*log]), TODAY, QUARTER))
    assert (report.went_well[0], report.stuck[0], report.done[0]) == (well, stuck, done)


def test_chapter_nine_counts_on_the_last_day_of_its_latest_report() -> None:
    assert tables_of(fifteen(), DraftOptions(TODAY, "activiteitenplan"))["Thema"] == [
        ["Thema", *HEADS, "Te laat"],
        ["1  A", "1", "2", "3", "4", "5", "3"],
    ]
    kept = ChapterText(id=1, chapter=Chapter.MONITORING, heading=report_heading(QUARTER), text="Gelezen.")
    dossier = fifteen().with_tables({"texts": {1: kept}})
    options = DraftOptions(TODAY, "activiteitenplan")
    assert tables_of(dossier, options)["Thema"][1] == ["1  A", "–", "1", "–", "1", "13", "–"]
    texts = texts_of(dossier, options)
    assert any(text.endswith("Stand van de mijlpalen op 31 maart 2027") for text in texts)
    # Nothing was oranje then.
    means = "Te laat: had klaar moeten zijn en is niet gereed. Groen: op schema. Rood: loopt vast."
    assert any(text.startswith(means) for text in texts)


def test_what_became_ready_in_a_period_goes_by_its_day() -> None:
    """Ready on the first and the last day of March are in it, 1 April is not, and a day needs no line."""
    days = [date(2027, 3, 1), MARCH_31, APRIL_1]
    found = [milestone(number, GEREED).changed(done_on=day) for number, day in enumerate(days, 1)]
    report = period_report(reported_on(dossier_with(milestones=[*found]), TODAY, ReportPeriod(days[0], MARCH_31)))
    assert report.went_well == (
        "2 mijlpalen zijn gereed gemeld.",
        "1.1 Stap 1: gereed op 1 maart 2027.",
        "1.2 Stap 2: gereed op 31 maart 2027.",
    )


def test_a_period_on_the_command_line(example: Path, tmp_path: Path, sto: Sto) -> None:
    part = ("concept", example, "--deel", "voortgangsrapportage")
    for days, why in (
        (("--van", "1-7-2026", "--tot", "31-12-2026"), "Kies een periode binnen het plan: 01-01-2027 t/m 31-12-2028."),
        (("--van", "1-4-2027", "--tot", "31-3-2027"), "Het einde ligt vóór het begin."),
        (("--van", "1-1-2027"), "Geef --van en --tot allebei"),
        (("--van", "zomer", "--tot", "31-3-2027"), "‘zomer’ is geen datum."),
    ):
        result = sto(*part, *days)
        assert_refused(result)
        assert why in result.err
    assert_refused(sto("concept", example, "--van", "Q127", "--tot", "Q127"))
    target = tmp_path / "kwartaal.docx"
    assert sto(*part, "--van", "Q127", "--tot", "Q127", "-o", target).code == 0
    assert "Voortgangsrapportage 1 januari t/m 31 maart 2027" in docx.Document(str(target)).core_properties.title


def test_what_is_said_of_a_day_that_is_still_to_come_is_a_finding() -> None:
    """On 31 March: one line and one day of gereed are of tomorrow; those of today are right."""
    log = [line(1, 1, "2027-03-31", GEREED), line(2, 2, "2027-04-01", GEREED)]
    found = [milestone(1, GEREED).changed(done_on=MARCH_31), milestone(2, GEREED).changed(done_on=APRIL_1)]
    dossier = dossier_with(milestones=[*found], progress=[*log])
    about_time = ("log_in_future", "ready_in_future")
    found_then = [(str(one.ref), one.message) for one in findings(dossier, MARCH_31) if one.check in about_time]
    assert found_then == [
        (
            "milestones/2/done_on",
            "Mijlpaal 1.2 is gereed op 1 april 2027, en die dag moet nog komen. Verbeter ‘Gereed op’ of het stoplicht.",
        ),
        (
            "progress/2/date",
            "De regel van het logboek over mijlpaal 1.2 is van 1 april 2027, en die dag moet nog komen. Verbeter de "
            "datum.",
        ),
    ]
    assert not [one for one in findings(dossier, APRIL_1) if one.check in about_time]
    many = dossier_with(
        milestones=[milestone(number, GEREED).changed(done_on=APRIL_1) for number in range(1, 7)],
        progress=[line(number, number, "2027-04-01", GEREED) for number in range(1, 7)],
    )
    assert [one.message for one in findings(many, MARCH_31) if one.check in about_time] == [
        "6 mijlpalen zijn gereed op een dag die nog moet komen, zoals 1.1. Verbeter ‘Gereed op’ of het stoplicht.",
        "6 regels van het logboek gaan over een dag die nog moet komen, de eerste over 1 april 2027. Verbeter de "
        "datums.",
    ]


NATIONAL, OWN = DeadlineKind.NATIONAL, DeadlineKind.REGION


@pytest.mark.parametrize(
    ("kind", "day", "done", "words", "role"),
    [
        (OWN, date(2027, 4, 30), False, "nog 30 dagen", "bold"),  # all of April: 30 days
        (OWN, date(2028, 3, 31), False, "nog 366 dagen", "bold"),  # a year with 29 February in it
        (OWN, date(2027, 4, 1), False, "nog 1 dag", "bold"),
        (OWN, MARCH_31, False, "vandaag", "bold"),
        (OWN, date(2027, 3, 30), False, "1 dag te laat", "error"),
        (OWN, date(2027, 2, 28), False, "31 dagen te laat", "error"),
        (OWN, date(2027, 2, 28), True, "gedaan", "muted"),
        (NATIONAL, date(2027, 4, 1), False, "nog 1 dag", "bold"),
        (NATIONAL, MARCH_31, False, "vandaag", "bold"),
        (NATIONAL, date(2027, 3, 30), False, "voorbij", "muted"),
        (NATIONAL, date(2027, 3, 30), True, "gedaan", "muted"),
    ],
)
def test_days_to_a_deadline(kind: DeadlineKind, day: date, done: bool, words: str, role: str) -> None:
    deadline = Deadline(id=1, title="Verslag", date=day, kind=kind, done=done)
    dossier = dossier_with(deadlines=[deadline])
    assert [one.words for one in next_deadlines(dossier, MARCH_31)] == [words]
    assert deadline_rows(dossier, MARCH_31)[-1].cells[-1] == (words, role)


def test_what_is_over_stands_under_what_is_to_come() -> None:
    days = [
        (1, NATIONAL, date(2027, 3, 1), False),
        (2, OWN, date(2027, 3, 2), False),
        (3, NATIONAL, date(2027, 5, 1), False),
        (4, OWN, date(2027, 3, 20), True),
    ]
    deadlines = [Deadline(id=id, title=f"T{id}", date=day, kind=kind, done=done) for id, kind, day, done in days]
    shown = next_deadlines(dossier_with(deadlines=[*deadlines]), MARCH_31)
    assert [(one.deadline.id, one.words) for one in shown] == [
        (2, "29 dagen te laat"),
        (3, "nog 31 dagen"),
        (4, "gedaan"),
        (1, "voorbij"),
    ]


def test_a_new_dossier_is_late_with_nothing() -> None:
    dossier = new_dossier("Proefland", "2025-2028")
    assert {one.words for one in next_deadlines(dossier, date(2027, 11, 27)) if one.days_left < 0} == {"voorbij"}


def test_goals_that_are_looked_back_at_say_of_which_period_they_are() -> None:
    periods = [
        PlanPeriod(id=id, label=label, start=date(start, 1, 1), end=date(start + 1, 12, 31), current=start == 2027)
        for id, label, start in ((1, "2025-2026", 2025), (2, "2027-2028", 2027), (3, "2023-2024", 2023))
    ]

    def caption(*of: int | None) -> str | None:
        goals = [
            Goal(id=id, number=id, text="Meer techniek", outcome=GoalOutcome.DEELS, periods=(period,) if period else ())
            for id, period in enumerate(of, 1)
        ]
        texts = texts_of(dossier_with(goals=[*goals], periods=[*periods]), DraftOptions(TODAY, "activiteitenplan"))
        return next((text.rpartition("  ")[2] for text in texts if "hoever ze" in text), None)

    assert caption(1, 1) == "Doelen uit 2025-2026, en hoever ze zijn gehaald"
    assert caption(1, 2) == "Doelen uit 2025-2026, en hoever ze zijn gehaald"
    assert caption(1, 3) == "Doelen uit 2025-2026, en hoever ze zijn gehaald", "the plan before looked back at 2023"
    assert caption(2, None) is None, "a goal of this plan has no past"


def test_each_chapter_has_the_goals_of_its_own_period() -> None:
    """Doel 1 of 2025-2026 was reached; doel 1 of 2027-2028 has just been written."""
    periods = [
        PlanPeriod(id=1, label="2025-2026", start=date(2025, 1, 1), end=date(2026, 12, 31)),
        PlanPeriod(id=2, label="2027-2028", start=date(2027, 1, 1), end=date(2028, 12, 31), current=True),
    ]
    goals = [
        Goal(id=1, number=1, text="Oud", target="430", target_year=2026, periods=(1,), outcome=GoalOutcome.DEELS),
        Goal(id=2, number=1, text="Nieuw", baseline="412", target="495", target_year=2028, periods=(2,)),
    ]
    dossier = dossier_with(goals=[*goals], periods=[*periods])
    lines = word_lines(build(dossier, DraftOptions(TODAY, "activiteitenplan")).data)
    assert [line for line in lines if line.startswith(("| **1** |", "| Streefwaarde"))] == [
        "| **1** | Oud | **deels** | {{[Nog in te vullen: waarom doel 1 wel of niet is gehaald]}}",
        "| Streefwaarde (2026) | 430",
        "| **1** | Nieuw | 412 | – | 495 | 2028",
    ]
    assert "{STOInleiding} De regio heeft 1 doel voor deze periode." in lines


def test_without_any_line_nothing_had_begun() -> None:
    dossier = dossier_with(milestones=[milestone(1), milestone(2)])
    options = DraftOptions(TODAY, "voortgangsrapportage", span=QUARTER)
    nothing = (
        "Het logboek heeft tot en met 31 maart 2027 geen regels: wat nergens gereed is gemeld, telt hier als niet "
        f"gestart. {OF_NOW}"
    )
    assert f"{LATE_MEANS} {BEHIND_MEANS} {nothing}" in texts_of(dossier, options)


@pytest.mark.parametrize(
    ("lights", "lead"),
    [
        # Those that are None have a stoplicht of today and no log: nobody knows how they stood on 31 March.
        ([None], "was van de enige mijlpaal niet bekend hoe het ermee stond."),
        ([None, None], "was van geen van de 2 mijlpalen bekend hoe het ermee stond."),
        ([None, GEREED], "was van 1 van de 2 mijlpalen bekend hoe het ermee stond; daarvan was er 1 gereed."),
        (
            [None, GEREED, GEREED, GROEN],
            "was van 3 van de 4 mijlpalen bekend hoe het ermee stond; daarvan waren er 2 gereed.",
        ),
    ],
)
def test_what_is_not_known_does_not_count_as_not_ready(lights: list[Stoplicht | None], lead: str) -> None:
    found = [milestone(number, light or ORANJE) for number, light in enumerate(lights, 1)]
    log = [line(number, number, "2027-02-01", light) for number, light in enumerate(lights, 1) if light]
    dossier = dossier_with(milestones=[*found], progress=[*log])
    assert f"Op 31 maart 2027 {lead}" in texts_of(dossier, DraftOptions(TODAY, "voortgangsrapportage", span=QUARTER))


def late_at_the_end() -> Dossier:
    """Due on 29 June: groen, gereed on that day, and one due on 30 June; to begin on 29 June, and a day later."""
    lights = [
        (GROEN, "2027-06-29"),
        (GEREED, "2027-06-29"),
        (GROEN, "2027-06-30"),
        (NG, "2028-06-30"),
        (NG, "2028-06-30"),
    ]
    start = {4: "2027-06-29", 5: "2027-06-30"}
    found = [
        milestone(number, light, start.get(number, "2027-01-01"), due) for number, (light, due) in enumerate(lights, 1)
    ]
    found[1] = found[1].changed(done_on=date(2027, 6, 29))
    log = [line(number, number, "2027-06-29", light) for number, (light, _) in enumerate(lights, 1) if light is not NG]
    party = Party(id=1, name="Kompas College")
    veri = Veri(id=1, row=Ref("themes", 1), party=Ref("parties", 1), code=VeriCode.VERANTWOORDELIJK)
    heading = report_heading(ReportPeriod(date(2027, 1, 1), date(2027, 6, 30)))
    kept = ChapterText(id=1, chapter=Chapter.MONITORING, heading=heading, text="Gelezen.")
    return dossier_with(milestones=[*found], progress=[*log], parties=[party], veri=[veri], texts=[kept])


@pytest.mark.parametrize(
    ("today", "late"),
    [
        # What is due on 30 June has that day, as it had when it was today: 1.3 and 1.5 are not late, 1.1 and 1.4 are.
        (date(2027, 6, 30), {"1.1": "te laat", "1.4": "had moeten beginnen"}),
        (date(2027, 7, 1), {"1.1": "te laat", "1.4": "had moeten beginnen"}),
        (date(2027, 9, 1), {"1.1": "te laat", "1.4": "had moeten beginnen"}),
    ],
)
def test_what_is_due_on_the_last_day_of_a_period_is_not_late_in_its_report(today: date, late: dict[str, str]) -> None:
    half = ReportPeriod(date(2027, 1, 1), date(2027, 6, 30))
    standing = as_it_stood(late_at_the_end(), half.end, today)
    found = [*standing.dossier.of(Milestone).values()]
    assert {one.number: said for one in found if (said := standing.how_late(one))} == late
    assert lateness_in_words(standing.tally(found)) == ["1 te laat", "1 had moeten beginnen"]
    options = DraftOptions(today, "voortgangsrapportage", span=half)
    tables = tables_of(late_at_the_end(), options)
    assert tables["Thema"][1:] == [
        ["1  A", "1", "2", "–", "–", "2", "1"],
        ["Alle mijlpalen", "1", "2", "–", "–", "2", "1"],
    ]
    # 1.1 has a line of the log, 1.4 has not; 1.5 is counted.
    whole, not_begun, first, *_ = [[*dict.fromkeys(row)] for row in tables["Nr"][1:]]
    assert whole[-1] == "1 van 5 gereed, 1 te laat, 1 had moeten beginnen, 1 later."
    assert not_begun == ["Niet gestart", "1.4 Stap 4 (30-06-2028, had moeten beginnen)"]
    assert first[:3] == ["1.1", "Stap 1", "29-06-2027\nte laat"]
    told = tuple(f" 1 mijlpaal {is_} te laat en 1 mijlpaal had al moeten beginnen." for is_ in ("is", "was"))
    assert any(text.endswith(told) for text in texts_of(late_at_the_end(), options))


def test_a_report_of_a_running_period_leaves_out_what_is_of_later() -> None:
    """On 15 June: 1.1 was oranje on 1 June, and its lines of 20 June on are of days that are still to come."""
    log = [
        line(1, 1, "2027-06-01", ORANJE),
        line(2, 1, "2027-06-20", ROOD, "Later", "Te vroeg geschreven", "Straks"),
        line(3, 2, "2027-06-02", GROEN),
        line(4, 2, "2027-06-30", GEREED),
    ]
    found = [milestone(1, ROOD), milestone(2, GEREED).changed(done_on=date(2027, 6, 30))]
    dossier = dossier_with(milestones=[*found], progress=[*log])
    half = ReportPeriod(date(2027, 1, 1), date(2027, 6, 30))
    report = period_report(reported_on(dossier, TODAY, half))
    assert report.went_well == ("1 mijlpaal lag op schema.", "1.2 Stap 2: op schema.")
    assert report.stuck == (
        "1 mijlpaal stond op oranje.",
        "1.1 Stap 1: oranje op 1 juni 2027. Het logboek noemt geen knelpunt.",
    )
    assert report.done == ("Het logboek noemt geen maatregelen.",)
    options = DraftOptions(TODAY, "voortgangsrapportage", span=half)
    tables = tables_of(dossier, options)
    assert tables["Thema"][-1] == ["Alle mijlpalen", "–", "1", "1", "–", "–", "–"]
    assert [row[3] for row in tables["Nr"][1:]] == ["oranje", "oranje\n01-06-2027", "groen\n02-06-2027"]
    assert [one.hole for one in build(dossier, options).missing][-1] == "waarom mijlpaal 1.1 op oranje staat"


def test_the_lead_of_what_went_well_counts_every_line_under_it() -> None:
    """Gereed in February with a note of May; groen; gereed in May: 3 lines, of which 1 was ready already."""
    log = [
        line(1, 1, "2027-02-01", GEREED),
        line(2, 1, "2027-05-01", GEREED, "Wordt goed gebruikt"),
        line(3, 2, "2027-05-01", GROEN),
        line(4, 3, "2027-05-02", GEREED),
    ]
    days = [date(2027, 2, 1), None, date(2027, 5, 2)]
    found = [milestone(n, light).changed(done_on=days[n - 1]) for n, light in enumerate((GEREED, GROEN, GEREED), 1)]
    span = ReportPeriod(date(2027, 4, 1), date(2027, 6, 10))
    report = period_report(reported_on(dossier_with(milestones=[*found], progress=[*log]), TODAY, span))
    assert report.went_well == (
        "1 mijlpaal is gereed gemeld, 1 mijlpaal lag op schema en 1 mijlpaal was al gereed.",
        "1.1 Stap 1: was al gereed. Wordt goed gebruikt.",
        "1.2 Stap 2: op schema.",
        "1.3 Stap 3: gereed op 2 mei 2027.",
    )
    alone = dossier_with(milestones=[found[0]], progress=[*log[:2]])
    assert period_report(reported_on(alone, TODAY, span)).went_well[0] == "1 mijlpaal was al gereed."


@pytest.mark.parametrize(
    ("milestones", "said"),
    [
        ((), "–"),
        ((GEREED, GEREED), "gereed"),
        ((GEREED, NG), "deels gereed"),  # what has not begun need not have: nothing stands on groen
        ((GEREED, GROEN, NG), "groen"),
        ((NG, NG), "niet gestart"),
        ((GEREED, GROEN, "had moeten beginnen"), "had moeten beginnen"),
        ((GEREED, "had moeten beginnen", "te laat"), "te laat"),
        ((GROEN, "te laat", ORANJE), "oranje"),
        ((ORANJE, "te laat", ROOD), "rood"),
        ((GEREED, None), ""),
        ((GROEN, None), ""),
        ((ORANJE, None), "oranje"),
    ],
)
def test_a_speerpunt_stands_as_the_worst_of_its_milestones(
    milestones: tuple[Stoplicht | str | None, ...], said: str
) -> None:
    """On 15 June 2027: not begun is to begin in July, should have begun since May, and late is due in May."""
    days = {"te laat": ("2027-01-01", "2027-05-31"), "had moeten beginnen": ("2027-05-01", "2027-12-31")}
    found = []
    for number, state in enumerate(milestones, 1):
        start, due = days.get(str(state), ("2027-07-01", "2027-12-31"))
        found.append(milestone(number, state if isinstance(state, Stoplicht) else NG, start, due))
    untold = [number for number, state in enumerate(milestones, 1) if state is None]
    assert state_of(tally(found, TODAY, untold)) == said


def test_the_counts_of_a_period_say_that_they_are_not_those_of_its_last_day() -> None:
    """1.1 was rood in February and groen since; 1.2 stands on oranje since 2026 and has no line in the period."""
    log = [line(1, 1, "2027-02-01", ROOD), line(2, 1, "2027-03-01", GROEN), line(3, 2, "2026-12-01", ORANJE)]
    dossier = dossier_with(milestones=[milestone(1, GROEN), milestone(2, ORANJE)], progress=[*log])
    options = DraftOptions(TODAY, "voortgangsrapportage", span=QUARTER)
    assert tables_of(dossier, options)["Thema"][-1] == ["Alle mijlpalen", "–", "1", "1", "–", "–", "–"]
    assert (
        "Dit zegt het logboek van deze periode; daarin kan een mijlpaal vaker meetellen. De tabel zegt hoe het op "
        "31 maart 2027 stond. 1 mijlpaal lag op schema. 1 mijlpaal stond op rood. Het logboek noemt geen maatregelen."
    ) in texts_of(dossier, options)


def test_a_plan_without_a_report_tells_how_things_stand_today() -> None:
    """Due on 1 February and gereed on 1 May: on 1 March it is late, and nobody knows of May yet."""
    ready_in_may = milestone(1, GEREED, due="2027-02-01").changed(done_on=date(2027, 5, 1))
    dossier = dossier_with(milestones=[ready_in_may], progress=[line(1, 1, "2027-05-01", GEREED)])
    standing = standing_to_tell(dossier, date(2027, 3, 1))
    counts = standing.tally(standing.dossier.of(Milestone).values())
    assert (counts.lights[GEREED], counts.late) == (0, 1)


@pytest.mark.parametrize("today", [date(2028, 12, 31), date(2029, 1, 1), date(2029, 3, 1)])
def test_a_plan_that_is_over_tells_how_things_stood_on_its_last_day(today: date) -> None:
    """Groen since 2027, and gereed a month after the plan of 2027-2028 had ended."""
    late = milestone(1, GEREED, due="2028-10-01").changed(done_on=date(2029, 2, 1))
    log = [line(1, 1, "2027-05-01", GROEN), line(2, 1, "2029-02-01", GEREED)]
    plan = PlanPeriod(id=1, label="2027-2028", start=date(2027, 1, 1), end=date(2028, 12, 31), current=True)
    dossier = dossier_with(milestones=[late], progress=[*log]).with_tables({"periods": {1: plan}})
    standing = standing_to_tell(dossier, today)
    counts = standing.tally(standing.dossier.of(Milestone).values())
    assert (standing.day, counts.lights[GEREED], counts.lights[GROEN], counts.late) == (plan.end, 0, 1, 1)


def test_what_is_late_is_not_told_to_be_on_schedule() -> None:
    """Both groen on 1 March; 1.1 was due on 30 March, and 1.2 is due in December."""
    log = [line(1, 1, "2027-03-01", GROEN), line(2, 2, "2027-03-01", GROEN)]
    dossier = dossier_with(milestones=[milestone(1, GROEN, due="2027-03-30"), milestone(2, GROEN)], progress=[*log])
    told = period_report(reported_on(dossier, TODAY, QUARTER)).went_well
    assert told == (
        "1 mijlpaal lag op schema en 1 mijlpaal is groen gemeld, maar te laat.",
        "1.1 Stap 1: groen gemeld, maar te laat.",
        "1.2 Stap 2: op schema.",
    )


def test_a_report_of_another_plan_tells_nothing_of_this_one() -> None:
    """Of 2025-2026 a report was kept, until 31 December 2026; this plan begins on 1 January 2027."""
    old = report_heading(ReportPeriod(date(2026, 7, 1), date(2026, 12, 31)))
    kept = ChapterText(id=1, chapter=Chapter.MONITORING, heading=old, text="Van het vorige plan.")
    plan = PlanPeriod(id=1, label="2027-2028", start=date(2027, 1, 1), end=date(2028, 12, 31), current=True)
    dossier = fifteen().with_tables({"texts": {1: kept}, "periods": {1: plan}})
    assert standing_to_tell(dossier, TODAY).day == TODAY
    options = DraftOptions(TODAY, "activiteitenplan")
    assert tables_of(dossier, options)["Thema"][1] == ["1  A", "1", "2", "3", "4", "5", "3"]
    texts = texts_of(dossier, options)
    assert any(text.endswith("Laatste regels uit het logboek") for text in texts)
    assert any(text.endswith("Stand van de mijlpalen op 15 juni 2027") for text in texts)
