"""Voortgang: setting lights, what is late, counts, the report of a period, and how they look on screen and in Word."""

import io
from datetime import date
from pathlib import Path

import docx
import pytest

from sto_tui.command.caller import Caller
from sto_tui.command.intake_milestones import take_in_milestones
from sto_tui.command.records import set_light
from sto_tui.documents.word import DraftOptions, build
from sto_tui.domain.change import Change, Occasion, adding
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht, Veri, VeriCode
from sto_tui.domain.money import Payment
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Chapter, ChapterText, Theme
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.region import PlanPeriod, Region
from sto_tui.domain.tables import TABLES
from sto_tui.places import Place
from sto_tui.planning.progress.period_report import (
    ReportPeriod,
    next_order,
    period_report,
    report_heading,
    reported_on,
    reported_span,
    span_to_report,
    why_not_reported,
)
from sto_tui.planning.progress.stoplicht import how_late, light_change, milestones_by_doer, milestones_by_theme, tally
from sto_tui.screens.progress.rows import log_rows
from sto_tui.screens.windows.confirm import QuestionWindow
from sto_tui.storage.store import DossierStore
from sto_tui.widgets.one_of import OneOf
from sto_tui.widgets.shell import KeyBar
from tests.conftest import clock
from tests.support.by_hand import tables_of
from tests.support.commands import Sto
from tests.support.golden_texts import VOORBEELDREGIO
from tests.support.screens import (
    app_on,
    form_of,
    place_of,
    place_with_lists,
    retype,
    seen,
    show_list,
    stored,
    until_seen,
    without_form,
)

TODAY = date(2027, 5, 20)
NG, GROEN, ORANJE, ROOD, GEREED = Stoplicht
HALF = ReportPeriod(date(2027, 1, 1), date(2027, 6, 30))
JULY_1 = date(2027, 7, 1)


def milestone(id: int, light: Stoplicht = NG, start: str = "2027-01-01", due: str = "2027-12-31") -> Milestone:
    days = {"start": date.fromisoformat(start), "due": date.fromisoformat(due)}
    return Milestone(id=id, number=f"1.{id}", title=f"Stap {id}", theme=1, light=light, **days)


def line(
    id: int, of: int, day: str, light: Stoplicht, note: str = "", obstacle: str = "", measure: str = ""
) -> Progress:
    return Progress(
        id=id, milestone=of, date=date.fromisoformat(day), light=light, note=note, obstacle=obstacle, measure=measure
    )


def dossier_with(**tables: list[Record]) -> Dossier:
    start: dict[str, list[Record]] = {
        "region": [Region(id=1, name="Hier")],
        "themes": [Theme(id=1, number=1, title="A")],
    }
    filled = {**{name: [] for name in TABLES}, **start, **tables}
    return Dossier({name: {one.id: one for one in records} for name, records in filled.items()})


def carried_out(dossier: Dossier, light: Stoplicht, note: str = "") -> Dossier:
    """The dossier after setting the light of milestone 1."""
    change = light_change(dossier, dossier.of(Milestone)[1], light, TODAY, {"note": note} if note else {})
    tables = {name: dict(records) for name, records in dossier.tables.items()}
    for edit in change.edits:
        number = edit.ref.id if edit.ref.id > 0 else max(tables[edit.ref.table], default=0) + 1
        tables[edit.ref.table].pop(number, None)
        if edit.after:
            tables[edit.ref.table][number] = edit.after.model_copy(update={"id": number})
    return Dossier(tables)


EMPTY = line(1, 1, "2027-05-20", GROEN)
OLDER = line(1, 1, "2027-05-19", GROEN)
SAID = line(1, 1, "2027-05-20", ORANJE, "Wacht op levering.")


@pytest.mark.parametrize(
    ("log", "light", "steps", "after"),
    [
        ([], GROEN, [(ORANJE, "")], [(ORANJE, "")]),
        ([OLDER], GROEN, [(GROEN, ""), (GROEN, "")], [(GROEN, ""), (GROEN, "")]),
        ([EMPTY], GROEN, [(GROEN, "")], [(GROEN, "")]),
        ([EMPTY], GROEN, [(ROOD, "Vast.")], [(ROOD, "Vast.")]),
        ([SAID], ORANJE, [(ORANJE, "")], [(ORANJE, "Wacht op levering.")]),
        ([SAID], ORANJE, [(GROEN, ""), (GEREED, "")], [(GEREED, ""), (ORANJE, "Wacht op levering.")]),
        ([EMPTY], GROEN, [(NG, "")], []),
        ([], NG, [(GEREED, ""), (NG, ""), (GROEN, "")], [(GROEN, "")]),
    ],
)
def test_a_light_fills_the_log_without_empty_doubles(
    log: list[Record], light: Stoplicht, steps: list[tuple[Stoplicht, str]], after: list[tuple[Stoplicht, str]]
) -> None:
    dossier = dossier_with(milestones=[milestone(1, light)], progress=log)
    for wanted, note in steps:
        dossier = carried_out(dossier, wanted, note)
    assert [(one.light, one.note) for one in dossier.of(Progress).values()] == after
    assert dossier.of(Milestone)[1].light is steps[-1][0]
    assert (dossier.of(Milestone)[1].done_on is not None) == (steps[-1][0] is GEREED)


@pytest.mark.parametrize(
    ("light", "start", "due", "late"),
    [
        (GROEN, "2027-01-01", "2027-05-19", "te laat"),
        (NG, "2027-01-01", "2027-05-19", "te laat"),
        (GEREED, "2027-01-01", "2027-05-19", ""),
        (GROEN, "2027-01-01", "2027-05-20", ""),
        (NG, "2027-05-19", "2027-12-31", "had moeten beginnen"),
        (NG, "2027-05-20", "2027-12-31", ""),
        (ROOD, "2027-01-01", "2027-12-31", ""),
    ],
)
def test_late_is_past_due_and_to_begin_is_another_thing(light: Stoplicht, start: str, due: str, late: str) -> None:
    assert how_late(milestone(1, light, start, due), TODAY) == late
    assert tally([milestone(1, light, start, due)], TODAY).late == (late == "te laat")


def test_counts_per_theme_and_per_party_that_does_the_work() -> None:
    schools = [Party(id=number, name=f"School {number}") for number in (1, 2, 3)]
    roles = [
        Veri(id=1, row=Ref("milestones", 1), party=Ref("parties", 1), code=VeriCode.VERANTWOORDELIJK),
        Veri(id=2, row=Ref("milestones", 1), party=Ref("parties", 2), code=VeriCode.BEIDE),
        Veri(id=3, row=Ref("milestones", 2), party=Ref("parties", 1), code=VeriCode.INFORMEREN),
        Veri(id=4, row=Ref("themes", 1), party=Ref("parties", 3), code=VeriCode.VERANTWOORDELIJK),
    ]
    loose = milestone(4, ROOD).changed(theme=None)
    found: list[Record] = [milestone(1, GROEN), milestone(2, GROEN), milestone(3, NG), loose]
    dossier = dossier_with(milestones=found, parties=[*schools], veri=[*roles])
    by_theme = [(theme and theme.number, tally(found, TODAY)) for theme, found in milestones_by_theme(dossier)]
    assert [(number, counts.total, counts.lights[GROEN], counts.late) for number, counts in by_theme] == [
        (1, 3, 2, 0),
        (None, 1, 0, 0),
    ]
    by_doer = {str(doer): [one.id for one in found] for doer, found in milestones_by_doer(dossier)}
    assert by_doer == {"parties/1": [1], "parties/2": [1], "parties/3": [3], "None": [2, 4]}


@pytest.mark.parametrize(
    ("log", "well", "stuck", "done"),
    [
        ([], (), (), ()),
        ([line(1, 1, "2026-12-31", ROOD, "Buiten de periode"), line(2, 1, "2027-07-01", GROEN)], (), (), ()),
        (
            [line(1, 1, "2027-02-01", GROEN), line(2, 1, "2027-03-05", GEREED, "Af, met\ntaart")],
            ("1.1 Stap 1: gereed op 5 maart 2027. Af, met taart.",),
            (),
            (),
        ),
        (
            [
                line(1, 1, "2027-02-01", ROOD, obstacle="Geen lift", measure="Lift huren"),
                line(2, 1, "2027-03-01", GROEN),
            ],
            ("1.1 Stap 1: weer op schema.",),
            ("1.1 Stap 1: rood op 1 februari 2027, daarna groen. Geen lift.",),
            ("1.1 Stap 1: Lift huren.",),
        ),
        (
            [line(1, 1, "2027-02-01", ORANJE, "Wacht?"), line(2, 1, "2027-03-01", ORANJE, obstacle="Wacht?")],
            (),
            ("1.1 Stap 1: oranje op 1 februari 2027. Wacht?",),
            (),
        ),
        (
            [line(1, 1, "2027-02-01", ORANJE)],
            (),
            ("1.1 Stap 1: oranje op 1 februari 2027. Het logboek noemt geen knelpunt.",),
            (),
        ),
        ([line(1, 1, "2026-02-01", GEREED), line(2, 1, "2027-02-01", GEREED)], (), (), ()),
    ],
)
def test_a_report_tells_only_what_the_log_says(
    log: list[Record], well: tuple[str, ...], stuck: tuple[str, ...], done: tuple[str, ...]
) -> None:
    report = period_report(reported_on(dossier_with(milestones=[milestone(1)], progress=log), JULY_1, HALF))
    assert (report.went_well[1:], report.stuck[1:], report.done[1:]) == (well, stuck, done)
    assert all(f"- {one}" in report.text.split("\n") for one in (*well, *stuck, *done))


def test_the_sentences_of_a_report_count_right() -> None:
    log: list[Record] = [
        line(1, 1, "2027-02-01", GEREED),
        line(2, 2, "2027-02-01", GROEN),
        line(3, 3, "2027-02-01", GROEN),
        line(4, 4, "2027-02-01", ROOD, "Vast.", measure="Los"),
    ]
    dossier = dossier_with(milestones=[milestone(id) for id in (1, 2, 3, 4)], progress=log)
    report = period_report(reported_on(dossier, JULY_1, HALF))
    assert report.went_well[0] == "1 mijlpaal is gereed gemeld en 2 mijlpalen lagen op schema."
    assert report.stuck[0] == "1 mijlpaal stond op rood."
    assert report.done[0] == "Bij 1 mijlpaal is een maatregel gekozen."


@pytest.mark.parametrize(
    "span", [HALF, ReportPeriod(date(2026, 12, 1), date(2027, 2, 28)), ReportPeriod(TODAY, TODAY)], ids=str
)
def test_a_kept_report_is_known_by_its_heading(span: ReportPeriod) -> None:
    assert reported_span(report_heading(span)) == span
    assert reported_span("Voortgang 31 februari t/m 30 juni 2027") is None
    text = ChapterText(id=1, chapter=Chapter.MONITORING, heading=report_heading(span), text="x")
    assert span_to_report(dossier_with(texts=[text]), date(2027, 9, 1)) == span


# The plan runs from 1 February 2027 to 30 November 2028.
PLAN = PlanPeriod(id=1, label="Plan", start=date(2027, 2, 1), end=date(2028, 11, 30), current=True)


@pytest.mark.parametrize(
    ("today", "log", "span"),
    [
        # The half-year of today, as far as it is planned.
        (date(2027, 6, 30), [], ReportPeriod(date(2027, 2, 1), date(2027, 6, 30))),
        (date(2027, 7, 1), [], ReportPeriod(date(2027, 7, 1), date(2027, 12, 31))),
        (date(2028, 12, 9), [], ReportPeriod(date(2028, 7, 1), date(2028, 11, 30))),
        (date(2026, 1, 9), [], ReportPeriod(date(2027, 2, 1), date(2027, 6, 30))),
        # Nothing was written in it: the half-year of the newest line in the plan.
        (date(2028, 9, 1), ["2027-07-01", "2027-03-01"], ReportPeriod(date(2027, 7, 1), date(2027, 12, 31))),
        (date(2028, 9, 1), ["2028-12-01", "2027-03-01"], ReportPeriod(date(2027, 2, 1), date(2027, 6, 30))),
        (date(2028, 9, 1), ["2027-03-01", "2028-07-01"], ReportPeriod(date(2028, 7, 1), date(2028, 11, 30))),
        (date(2028, 9, 1), ["2029-01-01"], ReportPeriod(date(2028, 7, 1), date(2028, 11, 30))),
    ],
)
def test_the_half_year_to_report_on(today: date, log: list[str], span: ReportPeriod) -> None:
    lines: list[Record] = [line(place, 1, day, GROEN) for place, day in enumerate(log, 1)]
    dossier = dossier_with(milestones=[milestone(1)], progress=lines, periods=[PLAN])
    assert span_to_report(dossier, today) == span


def test_the_latest_kept_report_of_this_plan_is_the_one_to_report_on() -> None:
    spans = [ReportPeriod(date(2027, 2, 1), date(2027, 6, 30)), ReportPeriod(date(2027, 1, 1), date(2027, 12, 31))]
    texts: list[Record] = [
        ChapterText(id=place, chapter=Chapter.MONITORING, order=place, heading=report_heading(span), text="x")
        for place, span in enumerate(spans, 1)
    ]
    # The second begins before the plan, so it is not of this plan.
    dossier = dossier_with(texts=texts, periods=[PLAN])
    assert span_to_report(dossier, date(2029, 1, 1)) == spans[0]
    assert next_order(dossier) == 3
    assert next_order(dossier_with(periods=[PLAN])) == 1
    assert next_order(dossier_with(texts=[texts[0].changed(order=999)])) == 999


async def test_the_key_and_the_command_line_begin_with_the_same_period(example: Path, tmp_path: Path, sto: Sto) -> None:
    """A report of January to March is kept: that is the latest, on the screen as in Word."""
    store = DossierStore.open(example, "anja", clock)
    kept = ChapterText(chapter=Chapter.MONITORING, heading="Voortgang 1 januari t/m 31 maart 2027", text="Gelezen.")
    store.apply(Change("Verslag", adding(store.dossier, kept).edits))
    target = tmp_path / "verslag.docx"
    assert sto("concept", example, "--deel", "voortgangsrapportage", "-o", target).code == 0
    assert docx.Document(str(target)).core_properties.title.endswith("1 januari t/m 31 maart 2027")
    app = app_on(example, Place.VOORTGANG)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("w")
        assert form_of(app)._form.typed["start"] == "01-01-2027"
        assert form_of(app)._form.typed["end"] == "31-03-2027"


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2027, 1, 1), ""),
        (
            # The lines of 2 January and 1 March are of days after 31 December 2026.
            date(2026, 12, 31),
            "De periode 1 januari t/m 30 juni 2027 is op 31 december 2026 nog niet begonnen; dit is hoe het er nu "
            "voor staat. 2 regels van het logboek gaan over een latere dag en tellen nog niet mee.",
        ),
    ],
)
def test_a_report_of_a_period_that_is_still_to_come_says_so(today: date, told: str) -> None:
    log: list[Record] = [line(1, 1, "2027-01-02", GROEN), line(2, 1, "2027-03-01", GROEN)]
    found = dossier_with(milestones=[milestone(1, GROEN)], progress=log)
    draft = build(
        found, DraftOptions(today, "voortgangsrapportage", span=ReportPeriod(date(2027, 1, 1), date(2027, 6, 30)))
    )
    assert draft.notices == ((told,) if told else ())
    assert (f"Nog niet begonnen. {told}" in paragraphs(draft.data)) == bool(told)


async def test_the_text_of_a_period_that_is_still_to_come_begins_with_it(example: Path) -> None:
    """On 3 September 2026 all 103 lines of the sample are of later days."""
    app = app_on(example, Place.VOORTGANG)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("w", "ctrl+s")
        await pilot.pause()
        assert str(form_of(app)._form.typed["text"]).split("\n")[0] == (
            "De periode 1 januari t/m 30 juni 2027 is op 3 september 2026 nog niet begonnen; dit is hoe het er nu "
            "voor staat. 103 regels van het logboek gaan over een latere dag en tellen nog niet mee."
        )


@pytest.mark.parametrize(
    ("first", "last", "why"),
    [
        (date(2027, 2, 1), date(2028, 11, 30), ""),
        (date(2027, 3, 1), date(2027, 3, 1), ""),
        # The log has a line of 1 March and none of the second of March; of April a report was kept.
        (
            date(2027, 3, 2),
            date(2027, 3, 3),
            "Het logboek heeft geen regels van 2 maart t/m 3 maart 2027. Kies een andere periode.",
        ),
        (date(2027, 4, 1), date(2027, 4, 30), ""),
        # Nothing at all is known of the second half of 2027, and it has to be reported on as any other.
        (date(2027, 7, 1), date(2027, 12, 31), ""),
        (
            date(2027, 7, 1),
            date(2027, 12, 30),
            "Het logboek heeft geen regels van 1 juli t/m 30 december 2027. Kies een andere periode.",
        ),
        # On 5 May an invoice was paid: without it a quiet half-year would lose its money.
        (date(2027, 5, 1), date(2027, 5, 31), ""),
        (
            date(2027, 5, 6),
            date(2027, 5, 31),
            "Het logboek heeft geen regels van 6 mei t/m 31 mei 2027. Kies een andere periode.",
        ),
        (date(2027, 3, 2), date(2027, 3, 1), "Het einde ligt vóór het begin. Verander een van de twee datums."),
        (date(2027, 1, 31), date(2027, 3, 1), "Kies een periode binnen het plan: 01-02-2027 t/m 30-11-2028."),
        (date(2027, 3, 1), date(2028, 12, 1), "Kies een periode binnen het plan: 01-02-2027 t/m 30-11-2028."),
    ],
)
def test_which_period_can_be_reported_on(first: date, last: date, why: str) -> None:
    april = report_heading(ReportPeriod(date(2027, 4, 1), date(2027, 4, 30)))
    kept = ChapterText(id=1, chapter=Chapter.MONITORING, heading=april, text="x")
    log: list[Record] = [line(1, 1, "2027-03-01", GROEN)]
    paid: list[Record] = [Payment(id=1, budget_line=1, date=date(2027, 5, 5), amount=1_00)]
    dossier = dossier_with(periods=[PLAN], milestones=[milestone(1)], progress=log, texts=[kept], payments=paid)
    assert why_not_reported(dossier, ReportPeriod(first, last)) == why


@pytest.mark.parametrize(
    ("light", "start", "due", "said"),
    [
        (NG, "2027-05-19", "2027-12-31", "1.1 Stap 1 (31-12-2027, had moeten beginnen)"),  # since yesterday
        (NG, "2027-05-20", "2027-12-31", ""),  # begins today, so that it is counted and not told
        (NG, "2027-01-01", "2027-05-19", "1.1 Stap 1 (19-05-2027, te laat)"),  # should have been ready yesterday
        (GROEN, "2027-01-01", "2027-05-19", "19-05-2027 / te laat"),
        (GROEN, "2027-01-01", "2027-05-20", "20-05-2027"),  # has today
        (GEREED, "2027-01-01", "2027-05-19", "19-05-2027"),
    ],
)
def test_late_stands_beside_a_date_that_is_past(light: Stoplicht, start: str, due: str, said: str) -> None:
    found = dossier_with(milestones=[milestone(1, light, start, due)])
    data = build(found, DraftOptions(TODAY, "voortgangsrapportage", span=ReportPeriod(date(2027, 1, 1), TODAY))).data
    whole, *told = tables_of(data)["Activiteiten en mijlpalen van thema 1"][1:]
    if said:
        assert told[0][2] == said
    else:
        assert (whole[4], told) == ("0 van 1 gereed, 1 later.", [])


async def test_the_window_of_a_period_names_what_it_does(example: Path) -> None:
    app = app_on(example, Place.VOORTGANG)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("w")
        assert "ctrl+s Tekst maken" in seen(app)
        assert "Opslaan" not in seen(app)
        window = form_of(app)
        window.post_message(KeyBar.KeyClicked("Tekst maken"))
        await pilot.pause()
        await pilot.pause()
        assert app.screen is not window, "a click on the key is that key"


async def test_a_new_text_shows_the_plan_period_that_it_will_have(example: Path) -> None:
    app = app_on(example, Place.CONCEPT)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        show_list(app, "Teksten")
        await pilot.press("A")
        await until_seen(app, pilot, "Planperiode")
        shown = seen(app).split("Planperiode")[1].splitlines()[1]
        assert "2027-2028" in shown


async def test_a_day_that_the_log_contradicts_is_explained_at_its_field(example: Path) -> None:
    """1.2b stands on oranje; gereed since a day before its last line is said at the day, and the keys stay."""
    app = app_on(example, Place.VOORTGANG)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.pause()
        number = next(one.id for one in app.dossier.of(Milestone).values() if one.number == "1.2b")
        store = DossierStore.open(example, "anja", clock)
        entry = line(0, number, "2026-09-01", ROOD, "Vast.")
        store.apply(Change("Log", adding(store.dossier, entry, occasion=Occasion(store.dossier, TODAY)).edits))
        app.following.poll()
        await pilot.pause()
        place_of(app).open_form(Ref("milestones", number, "done_on"))
        await pilot.pause()
        retype(app, "done_on", "1-8-2026")
        await pilot.press("ctrl+s")
        await pilot.pause()
        words = " ".join(seen(app).replace("│", " ").split())
        assert "! Op 1 september 2026 stond deze mijlpaal volgens het logboek op rood. Kies bij ‘Gereed op’" in words
        assert "ctrl+s Opslaan" in words


async def test_a_light_can_be_explained_at_once_and_stays_in_sight_under_a_filter(example: Path) -> None:
    app = app_on(example, Place.VOORTGANG, clock=VOORBEELDREGIO.clock)
    async with app.run_test(size=(80, 24)) as pilot:
        lines = len(stored(example, "progress"))
        await pilot.press("f")
        assert "Mijlpaal: te laat (13)" in seen(app)
        await pilot.press("f")
        assert "Mijlpaal: oranje en rood (8)" in seen(app)
        ref = place_of(app).current_ref
        assert ref is not None
        await pilot.press("g", "r", "r")
        assert place_of(app).current_ref == ref
        assert place_of(app).bar.message == "1.2b staat al op rood. Waarom? Druk op t."
        assert len(stored(example, "progress")) == lines + 1
        await pilot.press("t")
        retype(app, "obstacle", "Geen lokaal")
        retype(app, "measure", "Uitwijken naar de hal")
        await pilot.press("ctrl+s")
        found = list(stored(example, "progress").values())
        assert len(found) == lines + 1
        assert {"light": "rood", "obstacle": "Geen lokaal", "measure": "Uitwijken naar de hal"}.items() <= found[
            -1
        ].items()
        await pilot.press("r")
        assert place_of(app).bar.message == "1.2b staat al op rood.", "why is told by now"


async def test_words_of_another_stay_in_their_name(example: Path) -> None:
    """Anja told today why; what Jan tells of the same milestone is a line of his own."""
    app = app_on(example, Place.VOORTGANG)
    async with app.run_test(size=(80, 30)) as pilot:
        ref = Ref("milestones", 1)
        place_of(app).show_record(ref)
        store = DossierStore.open(example, "anja", clock)
        milestone = store.dossier.of(Milestone)[ref.id]
        said = {"note": "Van Anja"}
        store.apply(light_change(store.dossier, milestone, Stoplicht.GROEN, clock().date(), said, "anja"))
        app.following.poll()
        for words in ("Van Jan", "Ook van Jan"):
            await pilot.press("t")
            retype(app, "note", words)
            await pilot.press("ctrl+s")
            await without_form(app, pilot)
        lines = [(line["by"], line["note"]) for line in list(stored(example, "progress").values())[-2:]]
        assert lines == [("anja", "Van Anja"), ("jan", "Ook van Jan")]


async def test_counts_lead_to_their_milestones_and_are_no_records(example: Path) -> None:
    app = app_on(example, Place.VOORTGANG)
    async with app.run_test(size=(60, 20)) as pilot:
        themes = stored(example, "themes")
        await pilot.press("tab", "tab")
        for head in ("Groen", "Oranje", "Rood", "Gereed", "Te laat"):
            assert head in seen(app)
        assert "2 Sterke profielen" in seen(app), "room for names: Niet gestart is left out"
        await pilot.resize_terminal(80, 24)
        assert "Niet gestart" in seen(app)
        await pilot.press("down", "x")
        assert stored(example, "themes") == themes
        await pilot.press("enter")
        assert "Mijlpaal: 1 Ontdekken" in seen(app)
        assert place_with_lists(app).section_number == 0
        await pilot.press("f")
        assert "Mijlpaal: alles (155)" in seen(app)


async def test_a_report_is_kept_once_and_never_overwritten_by_itself(example: Path) -> None:
    app = app_on(example, Place.VOORTGANG, clock=VOORBEELDREGIO.clock)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("w")
        for start, end, why in (
            ("1-7-2026", "31-12-2026", "Kies een periode binnen het plan: 01-01-2027 t/m 31-12-2028."),
            ("1-1-2028", "31-1-2029", "Kies een periode binnen het plan: 01-01-2027 t/m 31-12-2028."),
            ("1-1-2028", "31-12-2028", "Het logboek heeft geen regels van 1 januari t/m 31 december 2028."),
        ):
            retype(app, "start", start)
            retype(app, "end", end)
            await pilot.press("ctrl+s")
            assert why in seen(app)
        retype(app, "start", "1-1-2027")
        retype(app, "end", "30-6-2027")
        await pilot.press("ctrl+s")
        await pilot.pause()
        retype(app, "text", "Wat ging goed\n\nAlles, zegt de stuurgroep.")
        await pilot.press("ctrl+s")
        kept = list(stored(example, "texts").values())[-1]
        assert kept["heading"] == "Voortgang 1 januari t/m 30 juni 2027"
        assert (kept["chapter"], kept["order"]) == ("monitoring", 2)
        await pilot.press("w")
        retype(app, "start", "1-1-2027")
        retype(app, "end", "30-6-2027")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, QuestionWindow)
        await pilot.press("left", "enter")
        await pilot.pause()
        assert "35 mijlpalen zijn gereed gemeld" in str(form_of(app)._form.typed["text"])
        assert list(stored(example, "texts").values())[-1] == kept
        await pilot.press("ctrl+s")
        texts = list(stored(example, "texts").values())
        assert "35 mijlpalen zijn gereed gemeld" in str(texts[-1]["text"])
        assert sum("Voortgang" in str(one.get("heading")) for one in texts) == 1


def paragraphs(data: bytes) -> list[str]:
    """All paragraphs."""
    body = docx.Document(io.BytesIO(data)).element
    prefix = f"{{{body.nsmap['w']}}}"
    return ["".join(text.text or "" for text in one.iter(f"{prefix}t")) for one in body.iter(f"{prefix}p")]


def test_the_progress_report_in_word() -> None:
    draft = build(VOORBEELDREGIO.dossier(), DraftOptions(VOORBEELDREGIO.today, "voortgangsrapportage"))
    document = docx.Document(io.BytesIO(draft.data))
    texts = paragraphs(draft.data)
    for text in (
        "Voortgangsrapportage 1 januari t/m 30 juni 2027",
        "Knelpunt",
        "Enige leverancier in het land heeft een wachttijd van zes maanden.",
        "[Nog in te vullen: waarom mijlpaal 4.3b op oranje staat]",
    ):
        assert text in texts, text
    assert any(
        " 35 mijlpalen zijn gereed gemeld; 10 mijlpalen lagen op schema; en 8 mijlpalen" in text for text in texts
    )
    tables = {tuple(cell.text for cell in table.rows[0].cells[:2]): table for table in document.tables}
    totals = [cell.text for cell in tables["Thema", "Gereed"].rows[-1].cells]
    assert totals[:6] == ["Alle mijlpalen", "35", "18", "6", "2", "94"]
    # Of 103 lines 22 say something of an obstacle or a measure, each once.
    assert texts.count("Knelpunt") + texts.count("Maatregel") == 22


def test_a_kept_report_stands_in_both_documents() -> None:
    text = ChapterText(
        id=1, chapter=Chapter.MONITORING, heading=report_heading(HALF), text="Waar liep het vast\n\nNergens."
    )
    log: list[Record] = [line(1, 1, "2027-02-01", GROEN, "Binnen"), line(2, 1, "2027-08-01", GROEN, "Erna")]
    found = dossier_with(milestones=[milestone(1, GROEN)], progress=log, texts=[text])
    for options in (DraftOptions(TODAY), DraftOptions(TODAY, "voortgangsrapportage")):
        texts = paragraphs(build(found, options).data)
        assert {"Nergens.", "Waar liep het vast", "Binnen"} <= set(texts)
        assert "Erna" not in texts


async def test_whoever_sets_a_stoplicht_stands_in_the_log(example: Path, tmp_path: Path) -> None:
    """Key, form, command line and sheet, one after the other on one day: one line, with one name."""
    user = "anja"
    caller = Caller(user, clock)
    store = DossierStore.open(example, user, clock)
    first = next(iter(store.dossier.of(Milestone).values()))
    today = clock().date()

    def said() -> list[tuple[str, str, str, str]]:
        log = DossierStore.open(example, user, clock).dossier.progress_of(first.id)
        return [(one.by, one.light.value, one.note, one.obstacle) for one in log if one.date == today]

    app = app_on(example, Place.VOORTGANG, user=user)
    async with app.run_test(size=(100, 30)) as pilot:
        place_of(app).show_record(Ref("milestones", first.id))
        await pilot.press("g")
        assert said() == [(user, "groen", "", "")]
        place_of(app).open_form(Ref("milestones", first.id))
        await pilot.pause()
        light = form_of(app)._form._fields["light"].editor
        assert isinstance(light, OneOf)
        light.value = Stoplicht.ORANJE
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert said() == [(user, "oranje", "", "")]
    assert set_light(str(example), first.number, "rood", {}, caller) == 0
    assert said() == [(user, "rood", "", "")]
    sheet = tmp_path / "plan.csv"
    sheet.write_text(f"Nr;Mijlpaal;Knelpunten\n{first.number};{first.title};Geen lokaal\n", encoding="utf-8")
    assert take_in_milestones(str(example), str(sheet), caller, without_asking=True) == 0
    assert said() == [(user, "rood", "", "Geen lokaal")]


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        (line(1, 1, "2027-02-01", ORANJE, "Lab gebouwd", "geen stroom", "Installateur gebeld."),
         "1.1 Stap 1. Lab gebouwd. Knelpunt: geen stroom. Maatregel: Installateur gebeld."),
        (line(1, 1, "2027-02-01", ORANJE, "Klaar?", measure="Nog eens"), "1.1 Stap 1. Klaar? Maatregel: Nog eens"),
        (line(1, 1, "2027-02-01", ORANJE), "1.1 Stap 1"),
    ],
)  # fmt: skip
def test_each_part_of_a_line_of_the_log_is_a_sentence(entry: Progress, told: str) -> None:
    dossier = dossier_with(milestones=[milestone(1)], progress=[entry])
    assert log_rows(dossier, date(2027, 3, 1))[1].cells[1] == told
