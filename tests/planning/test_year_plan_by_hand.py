"""The jaarplanning, worked out by hand: what stands in which month, whose it is, and what does not fit counted."""

import io
from datetime import date

import docx
import pytest

from sto_tui.documents.word import DraftOptions, build
from sto_tui.documents.word.month_columns import CellText, month_widths, shortened, width_of_words
from sto_tui.documents.word.page_numbers import layout_of
from sto_tui.documents.word.page_numbers.paging import pages_of
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Meeting
from sto_tui.domain.milestones import Milestone, MilestoneKind, Progress, Stoplicht, Veri
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Theme
from sto_tui.domain.record import Ref
from sto_tui.domain.region import Deadline, FreeDay, HolidayRegion, PlanPeriod
from sto_tui.planning.invitations import meetings_of_plan
from sto_tui.planning.year_plan import SchoolYear, YearPlan, school_years, year_plan
from tests.support.by_hand import dossier_with, paragraphs_of, tables_of
from tests.support.word_templates import THEME, changed, house_parts, pack

DAY = date(2027, 5, 10)
PLAN = PlanPeriod(
    id=1,
    label="2027-2028",
    start=date(2027, 1, 1),
    end=date(2028, 12, 31),
    submit_by=date(2026, 10, 1),
    current=True,
)
AUGUST, JUNE = 0, 10
BUS = Milestone(id=1, number="1.1", title="Bus rijdt", theme=1, due=date(2027, 6, 1), light=Stoplicht.GEREED)
READY_IN_MAY = BUS.changed(done_on=date(2027, 5, 3))
LAB = Milestone(id=2, number="1.2", title="Lab open", theme=1, due=date(2027, 8, 1))
GATE = Milestone(id=3, number="2.1", title="Bouwen", theme=2, kind=MilestoneKind.GO_NO_GO, due=date(2027, 6, 30))
UNDATED = Milestone(id=4, number="2.2", title="Ooit", theme=2)
LATER = Milestone(id=5, number="2.3", title="Na het plan", theme=2, due=date(2029, 8, 1))
NORTH, SOUTH = Ref("parties", 1), Ref("parties", 2)
DELTA = dossier_with(
    PLAN,
    Theme(id=1, number=1, title="Ontdekken"),
    Theme(id=2, number=2, title="Leren"),
    *(BUS, LAB, GATE, UNDATED, LATER),
    Progress(id=1, milestone=1, date=date(2027, 5, 1), light=Stoplicht.GEREED),
    Party(id=1, name="Noord"),
    Party(id=2, name="Zuid"),
    Veri(id=1, row=Ref("milestones", 1), party=NORTH, code="VE"),
    Veri(id=2, row=Ref("milestones", 2), party=NORTH, code="O"),
    Veri(id=3, row=Ref("milestones", 3), party=SOUTH, code="E"),
    Veri(id=4, row=Ref("milestones", 4), party=SOUTH, code="V"),
    Meeting(id=1, title="Stuurgroep", date=date(2027, 6, 9)),
    Meeting(id=2, title="Zuid alleen", date=date(2027, 6, 2), invited=(2,)),
    FreeDay(id=1, title="Kermis", start=date(2027, 6, 29), end=date(2027, 7, 2)),
    Deadline(id=1, title="Verslag", date=date(2027, 6, 15), done=True),
    holiday_region=HolidayRegion.NOORD,
).seen_in(as_plan=True)


def shown(plan: YearPlan, number: int) -> dict[str, dict[int, list[str]]]:
    """Per row of a page the months that have anything, each with what stands in it."""
    return {
        row.name: {
            place: [f"{entry.sign} {entry.roles} {entry.title}".replace("  ", " ") for entry in entries]
            for place, entries in enumerate(row.months)
            if entries
        }
        for row in plan.pages[number].rows
    }


def test_a_plan_period_of_two_years_touches_three_school_years() -> None:
    assert [year.label for year in school_years(PLAN)] == ["2026-2027", "2027-2028", "2028-2029"]
    assert SchoolYear(2026).months == (
        *((2026, 8), (2026, 9), (2026, 10), (2026, 11), (2026, 12)),
        *((2027, 1), (2027, 2), (2027, 3), (2027, 4), (2027, 5), (2027, 6), (2027, 7)),
    )
    ends_in_july = PLAN.changed(start=date(2027, 8, 1), end=date(2028, 7, 31))
    assert [year.label for year in school_years(ends_in_july)] == ["2027-2028"]
    assert school_years(None) == ()


def test_what_stands_in_which_month() -> None:
    plan = year_plan(DELTA, DAY)
    first = shown(plan, 0)
    assert first["1  Ontdekken"] == {JUNE: ["1.1 Bus rijdt"]}
    assert first["Go/no-go"] == {JUNE: ["2.1 Bouwen"]}
    assert first["Termijnen"] == {2: ["1 plan 2027-2028 indienen"], JUNE: ["15 Verslag (gedaan)"]}
    assert first["Bijeenkomsten"] == {JUNE: ["2 Zuid alleen", "9 Stuurgroep"]}
    assert first["Schoolvakanties"][JUNE] == ["29–30 Kermis"]
    assert "1–2 Kermis" in first["Schoolvakanties"][JUNE + 1]
    assert first["Schoolvakanties"][4] == ["19–31 kerst"]
    names = {name.split()[-1] for months in first["Schoolvakanties"].values() for name in months}
    assert names == {"herfst", "kerst", "voorjaar", "mei", "zomer", "Kermis"}
    assert "2  Leren" not in first
    assert plan.pages[0].empty_themes == 1
    assert shown(plan, 1)["1  Ontdekken"] == {AUGUST: ["1.2 Lab open"]}
    assert (plan.without_day, plan.outside) == (1, 1)
    # What was ready stands in no month either when it was due after the plan.
    ready_early = DELTA.with_tables(
        {"milestones": {5: LATER.changed(light=Stoplicht.GEREED, done_on=date(2027, 3, 1))}}
    )
    assert year_plan(ready_early, DAY).outside == 1
    ready = [entry.sign for row in plan.pages[0].rows for month in row.months for entry in month if entry.is_ready]
    assert ready == ["1.1"]
    # It stays in the month in which it was due; one that was never due stands where it was ready.
    for milestone, place in ((READY_IN_MAY, JUNE), (READY_IN_MAY.changed(due=None), JUNE - 1)):
        done = DELTA.with_tables({"milestones": {1: milestone}, "progress": {}})
        assert list(shown(year_plan(done, DAY), 0)["1  Ontdekken"]) == [place]
    # A deadline on the day for DUS-I is that day, also when there are others.
    handed_in = DELTA.with_tables(
        {"deadlines": {**DELTA.tables["deadlines"], 2: Deadline(id=2, title="Inleveren", date=date(2026, 10, 1))}}
    )
    assert shown(year_plan(handed_in, DAY), 0)["Termijnen"] == {2: ["1 Inleveren"], JUNE: ["15 Verslag (gedaan)"]}
    # A plan that was handed in has nothing to do on that day any more.
    for status, said in (("vastgesteld", ""), ("ingediend", " (gedaan)"), ("toegekend", " (gedaan)")):
        gone = DELTA.with_tables({"periods": {1: PLAN.changed(plan_status=status)}})
        assert shown(year_plan(gone, DAY), 0)["Termijnen"][2] == [f"1 plan 2027-2028 indienen{said}"]
    # Before the log said so it was not gereed.
    earlier = year_plan(DELTA, date(2027, 4, 30))
    assert not any(entry.is_ready for row in earlier.pages[0].rows for month in row.months for entry in month)


def test_a_party_sees_what_it_has_a_part_in_with_its_letters() -> None:
    north = year_plan(DELTA, DAY, NORTH)
    assert shown(north, 0)["1  Ontdekken"] == {JUNE: ["1.1 VE Bus rijdt"]}
    assert shown(north, 0)["Bijeenkomsten"] == {JUNE: ["9 Stuurgroep"]}
    assert {"Termijnen", "Go/no-go"} & set(shown(north, 0)) == set()
    # After this school year nothing is asked of it: only holidays are no page.
    assert [page.year.label for page in north.pages] == ["2026-2027"]
    assert [year.label for year in north.nothing_in] == ["2027-2028", "2028-2029"]
    assert not year_plan(DELTA, DAY).nothing_in
    assert (north.without_day, north.outside) == (0, 0)
    south = year_plan(DELTA, DAY, SOUTH)
    assert shown(south, 0)["Go/no-go"] == {JUNE: ["2.1 E Bouwen"]}
    assert (south.without_day, south.outside) == (1, 0)


def crowded(themes: int, each: int) -> Dossier:
    """Every theme has so many milestones in June of 2027."""
    milestones = [
        Milestone(
            id=theme * 100 + number,
            number=f"{theme}.{number}",
            title="Een lange naam van een mijlpaal die niet past",
            theme=theme,
            due=date(2027, 6, 15),
        )
        for theme in range(1, themes + 1)
        for number in range(1, each + 1)
    ]
    names = [Theme(id=number, number=number, title=f"Thema {number}") for number in range(1, themes + 1)]
    return dossier_with(PLAN, *names, *milestones)


def month_of(table: list[list[str]], name: str) -> int:
    """The place of the column of a month."""
    return next(place for place, head in enumerate(table[0]) if head.startswith(name))


def test_months_outside_the_plan_without_anything_have_no_column_and_dates_keep_their_names() -> None:
    """2027-2028 begins in January, so of 2026-2027 August to December are outside; in October it is handed in."""
    table = tables_of(build(crowded(12, 40), DraftOptions(DAY, "jaarplanning")).data)["Jaarplanning 2026-2027"]
    assert [head[:3] for head in table[0][1:]] == ["Okt", "Jan", "Feb", "Mrt", "Apr", "Mei", "Jun", "Jul"]
    deadlines = next(row for row in table if row[0] == "Termijnen")
    assert deadlines[1].replace("\N{NO-BREAK SPACE}", " ").strip() == "1  Uitgewerkt activiteitenplan en begroting…"


def test_a_long_word_does_not_break() -> None:
    """21 letters of an eighth of a centimetre, and 0.3 beside them: 2.925 cm, where twelve equal months have 1.9."""
    days = [date(2027 + (month > 12), (month - 1) % 12 + 1, 15) for month in range(8, 20)]
    milestones = [
        Milestone(id=number, number=f"1.{number}", title="Kort", theme=1, due=day) for number, day in enumerate(days, 1)
    ]
    milestones[3] = milestones[3].changed(title="Veiligheidspaspoorten")
    plan = dossier_with(PLAN, Theme(id=1, number=1, title="Thema"), *milestones)
    document = docx.Document(io.BytesIO(build(plan, DraftOptions(DAY, "jaarplanning")).data))
    month = document.tables[1].rows[0].cells[4]
    assert month.text.startswith("Nov")
    assert month.width is not None
    assert month.width.cm >= 2.9


@pytest.mark.parametrize(("themes", "each", "pages"), [(1, 1, 1), (5, 5, 1), (5, 9, 2), (12, 40, 2), (70, 3, 2)])
def test_however_much_there_is_a_school_year_is_two_pages_at_most_and_nothing_is_lost(
    themes: int, each: int, pages: int
) -> None:
    """The other two school years have a page each."""
    data = build(crowded(themes, each), DraftOptions(DAY, "jaarplanning")).data
    assert pages_of(layout_of(docx.Document(io.BytesIO(data))).atoms)[-1] == pages + 2
    table = tables_of(data)["Jaarplanning 2026-2027"]
    june = month_of(table, "Jun")
    cells = [row[june].replace("\N{NO-BREAK SPACE}", " ").split() for row in table[1 : themes + 1]]
    words = [word for cell in cells for word in cell]
    counted = sum(int(word) for word in words if word.startswith("+"))
    named = {word for word in words if word[0].isdigit() and "." in word}
    assert len(named) + counted == themes * each
    text = " ".join(["", *words])
    assert sum(text.count(f" {number} Een lange naam") for number in named) == len(named), "no number without its name"
    assert not counted or themes * each > 45


def test_a_month_is_as_wide_as_what_stands_in_it() -> None:
    """Two rows; August has a long word, June twice as much text as May, the other months nothing."""
    may, june = CellText("1.1", "Bus rijdt"), CellText("1.2", "Bus rijdt langs alle scholen van de regio")
    long = CellText("2", "Urenverantwoording")
    rows: list[list[tuple[CellText, ...]]] = [[()] * 9 + [(may,), (june,), ()], [(long,)] + [()] * 11]
    widths = month_widths(rows, 12, 23, 150)
    assert sum(widths) == pytest.approx(23)
    # Eighteen letters of about 1.2 mm, and the margins of the cell.
    assert widths[0] > 2.3
    assert widths[1:9] == [pytest.approx(1, abs=0.05)] * 8
    assert widths[JUNE] > 2 * widths[9]
    # With less room than words take every month gives its part.
    assert sum(month_widths(rows, 12, 9, 150)) == pytest.approx(9)


def test_how_wide_a_word_is() -> None:
    """Ten points is 200 twips: five letters a of 981/2048 are 479 twips, or 0.845 cm, with 0.24 beside them."""
    assert width_of_words(["a", "aaaaa"], 200) == pytest.approx(1.085, abs=0.001)
    # Bold ones are 1012/2048: 494 twips.
    assert width_of_words(["aaaaa"], 200, bold=True) == pytest.approx(1.112, abs=0.003)
    assert width_of_words([], 200) == pytest.approx(0.24, abs=0.001)


@pytest.mark.parametrize(
    ("letters", "short"),
    [(40, "48 stages gedaan, oordeel bekend"), (19, "48 stages gedaan…"), (12, "48 stages…"), (2, "4…")],
)
def test_a_name_is_cut_between_words(letters: int, short: str) -> None:
    assert shortened("48 stages gedaan, oordeel bekend", letters) == short


def test_the_page_says_what_it_is_and_what_it_leaves_out() -> None:
    data = build(DELTA, DraftOptions(DAY, "jaarplanning", party=SOUTH)).data
    assert build(DELTA, DraftOptions(DAY, "jaarplanning", party=SOUTH)).data == data
    lines = [line.text for line in docx.Document(io.BytesIO(data)).paragraphs]
    assert lines[0] == "Jaarplanning 2026-2027 van Zuid"
    assert lines[1] == "Regio Proefland · planperiode 2027-2028 · 10 mei 2027"
    assert any("V voert uit" in line for line in lines)
    assert lines[-2:] == [
        "Niets gepland in de schooljaren 2027-2028 en 2028-2029.",
        "In geen van deze schooljaren: 1 mijlpaal zonder datum.",
    ]
    whole = [
        line.text for line in docx.Document(io.BytesIO(build(DELTA, DraftOptions(DAY, "jaarplanning")).data)).paragraphs
    ]
    assert whole[-1] == "In geen van deze schooljaren: 1 mijlpaal zonder datum en 1 mijlpaal met een andere datum."
    dated = DELTA.with_tables({"milestones": {**DELTA.of(Milestone), 4: UNDATED.changed(due=date(2027, 9, 1))}})
    told = paragraphs_of(build(dated, DraftOptions(DAY, "jaarplanning", party=SOUTH)).data)
    assert told[-1] == "Niets gepland in het schooljaar 2028-2029."


@pytest.mark.parametrize(("start", "is_said"), [(date(2027, 8, 1), False), (date(2027, 9, 1), True)])
def test_of_months_that_are_left_out_is_said_that_they_are(start: date, is_said: bool) -> None:
    """A plan of one school year, of which the last month is July; without August, in which nothing is due."""
    plan = PLAN.changed(start=start, end=date(2028, 7, 31), submit_by=None)
    in_may = LAB.changed(due=date(2028, 5, 1))
    dossier = dossier_with(plan, Theme(id=1, number=1, title="Ontdekken"), in_may).seen_in(as_plan=True)
    lines = paragraphs_of(build(dossier, DraftOptions(DAY, "jaarplanning")).data)
    said = "Maanden buiten de planperiode waarin niets gepland is, staan hier niet."
    assert any(said in line for line in lines) is is_said


def test_in_a_house_style_whose_letters_are_wider_less_stands_on_a_page() -> None:
    """Nobody knows how wide they are, so a part of the page is kept free for them."""

    def names(template: bytes | None, dossier: Dossier) -> int:
        options = DraftOptions(DAY, "jaarplanning", template=template, template_name="huis.docx")
        table = tables_of(build(dossier, options).data)["Jaarplanning 2026-2027"]
        return sum(row[month_of(table, "Jun")].count("naam") for row in table[1:])

    unknown = pack(changed(THEME, "Verdana", "Bedrijfsletter")(house_parts()))
    assert names(unknown, crowded(12, 40)) < names(None, crowded(12, 40))
    some = crowded(5, 5)
    assert names(pack(house_parts()), some) == names(None, some), (
        "Verdana is known: its letters are set as wide as ours"
    )


EARLIER = PLAN.changed(id=7, label="2025-2026", start=date(2025, 1, 1), end=date(2026, 12, 31), current=False)


@pytest.mark.parametrize(
    ("day", "looks_back_at", "with_earlier", "with_plan"),
    [
        # The evaluation of 2025-2026 was held during it, and leads to the plan after it.
        (date(2026, 5, 20), 7, True, True),
        (date(2026, 12, 31), 7, True, True),
        # Held when it was over: only of the plan that follows.
        (date(2027, 1, 1), 7, False, True),
        # Of 2027-2028 itself.
        (date(2027, 6, 10), 1, False, True),
        # Of no period: of that in which it is held.
        (date(2026, 11, 1), None, True, False),
        (date(2027, 6, 10), None, False, True),
        (date(2029, 2, 1), None, True, True),
    ],
)
def test_a_meeting_is_of_the_plan_in_which_it_is_held_or_to_which_it_leads(
    day: date, looks_back_at: int | None, with_earlier: bool, with_plan: bool
) -> None:
    """The same in the year plan, of the months that it has, and in the calendar."""
    meeting = Meeting(id=1, title="Terugblik", date=day, period=looks_back_at)
    whole = dossier_with(PLAN, EARLIER, meeting).with_tables({"deadlines": {}})
    for period, is_of_plan in ((7, with_earlier), (1, with_plan)):
        # The calendar sees the evaluation of a plan; a paper of the plan does not see that of itself.
        for as_plan in (False, True):
            seen = whole.seen_in(period, as_plan=as_plan)
            assert [found for _, found in meetings_of_plan(seen)] == [meeting] * is_of_plan, (period, as_plan)
        pages = year_plan(whole.seen_in(period, as_plan=True), DAY).pages
        rows = [row for page in pages for row in page.rows if row.name == "Bijeenkomsten"]
        shown_days = [entry.day for row in rows for month in row.months for entry in month]
        in_months = any((day.year, day.month) in page.year.months for page in pages)
        assert shown_days == [day] * (is_of_plan and in_months)
