"""What stands in the rows of places 5 and 7 and in the lines under them, worked out by hand."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import pytest

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Dependency, Milestone, MilestoneKind, Progress, Stoplicht, Veri, VeriCode
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.domain.record import Ref
from sto_tui.places import Place
from sto_tui.planning.checks.finding import Finding, Level
from sto_tui.planning.schedule.margins import Margins
from sto_tui.screens.milestones.groups import Grouping, groups_of
from sto_tui.screens.milestones.rows import (
    bar_of,
    begin_after,
    detail_lines,
    legend,
    linked,
    new_milestone,
    timeline_rows,
    wrong_lines,
)
from sto_tui.screens.progress.rows import (
    EVERYTHING,
    FILTERS,
    CountsKey,
    MilestoneFilter,
    light_columns,
    light_rows,
    lights_in_signs,
    log_rows,
    new_entry,
    next_filter,
    tally_rows,
)
from sto_tui.widgets.raster import Run
from sto_tui.widgets.record_list import Row
from sto_tui.widgets.timeline import Bar
from tests.support.by_hand import dossier_with
from tests.support.findings import a_finding

TODAY = date(2027, 6, 15)
BEFORE, AFTER = TODAY - timedelta(days=1), TODAY + timedelta(days=1)
UNKNOWN = Margins(None, None, None, None, None)


def milestone(number: int, name: str = "", **fields: object) -> Milestone:
    return Milestone.model_validate(
        {"id": number, "number": name or f"m{number}", "title": f"Titel {number}", **fields}
    )


def text_of(lines: Sequence[Sequence[Run]]) -> list[str]:
    return ["".join(text for text, _ in runs).strip() for runs in lines]


def plan(*milestones: Milestone | Progress) -> Dossier:
    """Two themes, a speerpunt under each; the party carries out the first milestone, or the second theme."""
    return dossier_with(
        Theme(id=1, number=1, title="Kiezen"),
        Theme(id=2, number=2, title="Leren"),
        Speerpunt(id=1, theme=1, number="1.1", title="Lab"),
        Speerpunt(id=2, theme=2, number="2.1", title="Boek"),
        Party(id=1, name="Kompas"),
        Party(id=2, name="Zonrijk", veri_hidden=True),
        Veri(id=1, row=Ref("milestones", 1), party=Ref("parties", 2), code=VeriCode.VERANTWOORDELIJK),
        Veri(id=2, row=Ref("milestones", 1), party=Ref("parties", 1), code=VeriCode.BEIDE),
        Veri(id=3, row=Ref("themes", 2), party=Ref("parties", 1), code=VeriCode.VERANTWOORDELIJK),
        *milestones,
    )


GROUPED = plan(
    milestone(1, speerpunt=1, deelproject="b"),
    milestone(2, speerpunt=2, deelproject="A"),
    milestone(3, theme=1, deelproject="b"),
    milestone(4),
)


@pytest.mark.parametrize(
    ("grouping", "groups"),
    [
        (Grouping.THEMA, [("1", "Kiezen", [1, 3]), ("2", "Leren", [2]), ("", "Zonder thema", [4])]),
        # Without regard of capitals, and what has none last.
        (Grouping.DEELPROJECT, [("", "A", [2]), ("", "b", [1, 3]), ("", "Zonder deelproject", [4])]),
        # In the order of the columns, hidden ones as well; the first milestone is carried out by two.
        (Grouping.PARTIJ, [("", "Kompas", [1, 2]), ("", "Zonrijk", [1]), ("", "Nog niemand voert uit", [3, 4])]),
    ],
)
def test_groups(grouping: Grouping, groups: list[tuple[str, str, list[int]]]) -> None:
    found = [(one.number, one.title, [of.id for of in one.milestones]) for one in groups_of(GROUPED, grouping)]
    assert found == groups


def test_groups_have_the_word_of_the_region() -> None:
    region = GROUPED.region.changed(theme_name="Actielijn")
    dossier = GROUPED.with_tables({"region": {region.id: region}})
    assert groups_of(dossier, Grouping.THEMA)[-1].title == "Zonder actielijn"
    words = [(grouping.word(region).singular, grouping.word(region).plural) for grouping in Grouping]
    assert words == [("actielijn", "actielijnen"), ("deelproject", "deelprojecten"), ("partij", "partijen")]
    told = [str(row.cells[0]) for rows in (light_rows, tally_rows) for row in rows(dossier, TODAY) if row.cells]
    assert [words for words in told if "hema" in words] == []
    assert {"Per actielijn", "Zonder actielijn"} <= {*told, *(words.split("   ")[0] for words in told)}


def test_nobody_has_no_group_when_all_is_carried_out() -> None:
    titles = [group.title for group in groups_of(plan(milestone(1)), Grouping.PARTIJ)]
    assert titles == ["Kompas", "Zonrijk"]


LINKED = plan(
    milestone(1, speerpunt=1, start=date(2027, 1, 1), due=date(2027, 3, 31)),
    # The first may be 31 days later, the second ends last and has no room.
    milestone(2, speerpunt=1, start=date(2027, 5, 1), due=date(2027, 9, 30), after=(Dependency(id=1, milestone=1),)),
    milestone(3, theme=2),
)


def test_rows_of_the_timeline_and_what_folds_away() -> None:
    rows = timeline_rows(LINKED, TODAY, Grouping.THEMA, (), only_critical=False)
    assert [(row.number, row.title, row.is_group, row.folded) for row in rows] == [
        ("1", "Kiezen", True, False),
        ("m1", "Titel 1", False, False),
        ("m2", "Titel 2", False, False),
        ("2", "Leren", True, False),
        ("m3", "Titel 3", False, False),
    ]
    assert [row.who for row in rows] == ["", "Kompas, Zonrijk", "", "", "Kompas"]
    # The first was due and never begun; the second has time, the third no date.
    assert [row.state for row in rows if not row.is_group] == [("! laat", "error"), ("–", "muted"), ("–", "muted")]
    folded = timeline_rows(LINKED, TODAY, Grouping.THEMA, [rows[0].key, rows[3].key], only_critical=False)
    assert [(row.title, row.folded, row.bar) for row in folded] == [
        ("Kiezen (2)", True, Bar(date(2027, 1, 1), date(2027, 9, 30))),
        ("Leren (1)", True, Bar()),
    ]
    critical = timeline_rows(LINKED, TODAY, Grouping.THEMA, (), only_critical=True)
    assert [row.title for row in critical] == ["Kiezen", "Titel 2"]


def test_a_folded_head_spans_what_has_one_date() -> None:
    dossier = plan(milestone(1, theme=1, due=date(2027, 3, 1)), milestone(2, theme=1, start=date(2027, 5, 1)))
    (row,) = timeline_rows(dossier, TODAY, Grouping.THEMA, [(Grouping.THEMA, 1)], only_critical=False)
    assert row.bar == Bar(date(2027, 3, 1), date(2027, 5, 1))


def test_after_the_whole_period_nothing_is_late_that_nobody_began() -> None:
    long_after = date(2029, 1, 1)
    for day, state, over in ((long_after, "–", None), (date(2028, 12, 31), "! laat", date(2028, 12, 31))):
        row = timeline_rows(LINKED, day, Grouping.THEMA, (), only_critical=False)[1]
        assert (row.state[0], row.bar.over if row.bar else day) == (state, over)


def test_a_milestone_that_starts_before_what_it_waits_on_is_broken() -> None:
    early = milestone(2, speerpunt=1, start=date(2027, 3, 30), after=(Dependency(id=1, milestone=1),))
    rows = timeline_rows(plan(LINKED.of(Milestone)[1], early), TODAY, Grouping.THEMA, (), only_critical=False)
    assert [row.bar.is_broken for row in rows if row.bar and not row.is_group] == [False, True]


GO = MilestoneKind.GO_NO_GO
LATE = {"start": BEFORE, "due": BEFORE}
ROOM = Margins(None, None, None, AFTER, 3)
TIGHT = Margins(None, None, None, AFTER, 0)


@pytest.mark.parametrize(
    ("fields", "window", "is_over", "bar"),
    [
        ({}, UNKNOWN, False, Bar()),
        # Due today is not over; due yesterday is, up to today, also when nothing was begun.
        ({"due": TODAY}, UNKNOWN, False, Bar(None, TODAY)),
        (LATE, UNKNOWN, False, Bar(BEFORE, BEFORE, TODAY)),
        # When the period is over only what was begun runs over.
        (LATE, UNKNOWN, True, Bar(BEFORE, BEFORE)),
        (LATE | {"light": Stoplicht.GROEN}, UNKNOWN, True, Bar(BEFORE, BEFORE, TODAY)),
        # What is ready was over when it was ready later than planned; it has no room, stands fast nowhere.
        ({"due": BEFORE, "light": Stoplicht.GEREED}, TIGHT, False, Bar(None, BEFORE, is_done=True)),
        (
            {"due": BEFORE, "light": Stoplicht.GEREED, "done_on": TODAY, "fixed_date": True},
            TIGHT,
            True,
            Bar(None, BEFORE, TODAY, is_done=True),
        ),
        ({"due": BEFORE, "light": Stoplicht.GEREED, "done_on": BEFORE}, ROOM, False, Bar(None, BEFORE, is_done=True)),
        ({"due": TODAY}, ROOM, False, Bar(None, TODAY, None, AFTER)),
        ({"due": TODAY}, TIGHT, False, Bar(None, TODAY, None, AFTER, is_tight=True)),
        ({"due": TODAY, "fixed_date": True}, UNKNOWN, False, Bar(None, TODAY, is_fixed=True)),
        # A go/no-go outweighs a quick result.
        ({"kind": GO, "quick_win": True}, UNKNOWN, False, Bar(mark=("◆", "critical"))),
        ({"quick_win": True}, UNKNOWN, False, Bar(mark=("*", "key"))),
    ],
)
def test_bars(fields: dict[str, Any], window: Margins, is_over: bool, bar: Bar) -> None:
    assert bar_of(milestone(1, **fields), window, TODAY, is_broken=False, is_over=is_over) == bar


def test_what_a_milestone_waits_on_and_what_waits_on_it() -> None:
    gone = milestone(2, after=(Dependency(id=1, milestone=1), Dependency(id=2, milestone=99)))
    dossier = plan(milestone(1), gone)
    assert linked(dossier, dossier.of(Milestone)[1]) == ([], [Ref("milestones", 2)])
    assert linked(dossier, dossier.of(Milestone)[2]) == ([Ref("milestones", 1)], [])


SPELLED = plan(
    milestone(1, "1.1a", speerpunt=1, start=date(2027, 6, 1), due=date(2027, 6, 30)),
    milestone(
        2,
        "1.1b",
        speerpunt=1,
        start=date(2027, 7, 15),
        due=date(2027, 8, 31),
        after=(Dependency(id=1, milestone=1, lag_days=7), Dependency(id=2, milestone=3)),
        fixed_date=True,
    ),
    milestone(3, "1.1c", speerpunt=1),
)


def detail(
    number: int, height: int, *own: Finding, width: int = 120, dossier: Dossier = SPELLED, today: date = TODAY
) -> list[str]:
    wrong = wrong_lines(dossier, dossier.of(Milestone)[number], own, width)
    return text_of(detail_lines(dossier, dossier.of(Milestone)[number], wrong, width, height, today))


def test_a_milestone_in_full() -> None:
    # The second begins on 15 July, 7 days after 8 July: the first may be ready 8 days later, and begin on 9 June.
    assert detail(1, 5) == [
        "1.1a Titel 1",
        "1 juni 2027 t/m 30 juni 2027 · uiterlijk beginnen 9 juni 2027 · speling 8 dagen",
        "Nodig voor ▸ 1.1b Titel 2",
        "",
        text_of([legend(120)])[0],
    ]
    assert detail(2, 5)[:3] == [
        "1.1b Titel 2",
        "15 juli 2027 t/m 31 augustus 2027 · uiterlijk beginnen 15 juli 2027 · geen speling · datum staat vast",
        "Wacht op   ◂ 1.1a +1w Titel 1 (klaar op 30 juni 2027); 1.1c Titel 3 (geen datum)",
    ]
    assert detail(3, 5)[1:3] == [
        "(geen datum) t/m (geen datum) · uiterlijk beginnen 15 juli 2027",
        "Nodig voor ▸ 1.1b Titel 2",
    ]


def test_a_milestone_in_short() -> None:
    assert detail(1, 3)[:2] == ["1.1a Titel 1", "01-06-2027 t/m 30-06-2027 · speling 8 dagen · voor 1.1b"]
    assert detail(2, 3)[1] == "15-07-2027 t/m 31-08-2027 · geen speling · datum staat vast · na 1.1a, 1.1c"
    assert detail(3, 3)[1] == "? t/m ? · voor 1.1b"
    assert detail(3, 2) == ["1.1c Titel 3", "? t/m ? · voor 1.1b"]
    assert detail(3, 3)[2] == text_of([legend(120)])[0]
    # Cut to the room beside the marks at both ends: 3 of 20.
    assert detail(1, 3, width=20)[1] == "01-06-2027 t/m 3…"


def finding(level: Level, place: Place, said: str, rule: str = "rule") -> Finding:
    return a_finding(level, place, said, check=rule)


def test_what_is_wrong_stands_under_a_milestone_and_errors_in_dates_come_first() -> None:
    tip, fault = finding(Level.TIP, Place.MIJLPALEN, "Tip."), finding(Level.FOUT, Place.VERI, "Fout.")
    dated = finding(Level.FOUT, Place.MIJLPALEN, "Datum. " + "Lang woord " * 15)
    assert detail(1, 3, tip)[2] == "? Tip."
    assert detail(1, 2, tip) == ["1.1a Titel 1", "? Tip."]
    assert detail(1, 3, tip, fault)[2] == "! Fout. (nog 1)"
    # Two lines of sentence leave the dates no room; in one line it ends in an ellipsis.
    assert [line[:7] for line in detail(1, 3, tip, fault, dated)] == ["1.1a Ti", "! Datum", "woord L"]
    assert detail(1, 2, tip, fault, dated)[1].startswith("! Datum. Lang")
    assert detail(1, 2, tip, fault, dated)[1].endswith("…")
    # The sentence takes its two lines where they are; in full the dates need a line, and the legend another.
    assert [line[:7] for line in detail(1, 4, tip, fault, dated)] == ["1.1a Ti", "01-06-2", "! Datum", "woord L"]
    assert [line[:7] for line in detail(1, 6, tip, fault, dated)] == [
        "1.1a Ti",
        "1 juni ",
        "Nodig v",
        "! Datum",
        "woord L",
        "█ gedaa",
    ]
    assert [line[:7] for line in detail(1, 6, tip)] == ["1.1a Ti", "1 juni ", "Nodig v", "? Tip.", "", "█ gedaa"]


def test_a_ring_is_named_when_no_finding_names_it() -> None:
    rings = plan(
        milestone(1, "a", after=(Dependency(id=1, milestone=2),)),
        milestone(2, "b", after=(Dependency(id=1, milestone=1),)),
        milestone(3, "c"),
    )
    assert detail(1, 3, dossier=rings)[2] == "! a en b wachten in een kring op elkaar."
    assert detail(3, 3, dossier=rings)[2] == text_of([legend(120)])[0]
    told = finding(Level.FOUT, Place.MIJLPALEN, "Een kring.", "waits_on_itself")
    assert "Een kring." in detail(1, 3, told, dossier=rings)[2]


def test_every_line_ends_before_the_last_cell() -> None:
    """Two cells come before a line and one after it: n characters need n + 3; with less it goes on or is cut."""
    rings = plan(
        milestone(1, "a", after=(Dependency(id=1, milestone=2),)),
        milestone(2, "b", after=(Dependency(id=1, milestone=1),)),
    )
    ring = "! a en b wachten in een kring op elkaar."
    for own, sentence in (
        ((), ring),
        ((finding(Level.FOUT, Place.MIJLPALEN, "Een fout.", "waits_on_itself"),), "! Een fout."),
    ):
        at_width = [
            len(wrong_lines(rings, rings.of(Milestone)[1], own, width))
            for width in (len(sentence) + 3, len(sentence) + 2)
        ]
        assert at_width == [1, 2]
    assert detail(1, 5, width=len("1.1a Titel 1") + 2)[:2] == ["1.1a Titel", "1"], "a line was left"
    for place, line in enumerate(detail(1, 4)[:3]):
        whole, cut = (detail(1, 4, width=len(line) + room)[place] for room in (3, 2))
        assert whole == line
        assert cut.endswith("…")
        assert len(cut) < len(line)


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        # ` █ gedaan` takes 9 of the cells after the first; the line ends before its last cell.
        (10, ""),
        (11, "█ gedaan"),
        (20, "█ gedaan"),
        (21, "█ gedaan ▒ gepland"),
        (
            200,
            "█ gedaan ▒ gepland ░ uitloop · speling ┃ geen speling ] vast ◆ go/no-go * snel ┊ vandaag ! te vroeg "
            "═ vakantie",
        ),
    ],
)
def test_the_legend_has_what_fits(width: int, shown: str) -> None:
    assert text_of([legend(width)]) == [shown]


@pytest.mark.parametrize(
    ("start", "due", "next_start", "words"),
    [
        # How many days the first may be later than 31 July: the second may begin on the day that it is ready.
        (date(2027, 7, 1), date(2027, 7, 31), date(2027, 7, 31), "geen speling"),
        (date(2027, 7, 1), date(2027, 7, 31), date(2027, 8, 1), "speling 1 dag"),
        (date(2027, 7, 1), date(2027, 7, 31), date(2027, 8, 13), "speling 13 dagen"),
        (date(2027, 7, 1), date(2027, 7, 31), date(2027, 8, 14), "speling 2 weken"),
        (date(2027, 7, 1), date(2027, 7, 31), date(2027, 7, 30), "1 dag te laat klaar"),
        (date(2027, 7, 1), date(2027, 7, 31), date(2027, 7, 18), "13 dagen te laat klaar"),
        (date(2027, 7, 1), date(2027, 7, 31), date(2027, 7, 17), "2 weken te laat klaar"),
        (date(2027, 7, 1), date(2027, 7, 31), date(2027, 7, 10), "3 weken te laat klaar"),
        # Late is all that is said of what is late.
        (date(2027, 5, 1), BEFORE, date(2027, 8, 1), "te laat"),
    ],
)
def test_room(start: date, due: date, next_start: date, words: str) -> None:
    following = milestone(2, start=next_start, due=date(2027, 12, 31), after=(Dependency(id=1, milestone=1),))
    dossier = plan(milestone(1, start=start, due=due), following)
    assert words in detail(1, 3, dossier=dossier)[1].split(" · ")


def test_of_what_is_ready_only_that_is_said() -> None:
    dossier = plan(milestone(1, due=BEFORE, light=Stoplicht.GEREED, fixed_date=True))
    assert detail(1, 3, dossier=dossier)[1] == "? t/m 14-06-2027 · gereed"


def test_a_new_milestone_takes_the_next_letter() -> None:
    dossier = plan(milestone(1, "1.1a", speerpunt=1), milestone(2, "1.1c", speerpunt=1), milestone(3, "x", theme=2))
    assert new_milestone(dossier, dossier.of(Milestone)[1], 2) == {"speerpunt": 1, "number": "1.1b"}
    assert new_milestone(dossier, dossier.of(Milestone)[3], 1) == {"theme": 2}
    # It begins the day after the one above it is due, unless it has an end of its own.
    at = milestone(9, "1.1z", due=TODAY)
    assert begin_after(at, {}) == {"start": AFTER}
    assert begin_after(at, {"due": AFTER}) == begin_after(at.changed(due=None), {}) == begin_after(None, {}) == {}
    assert new_milestone(dossier, None, 1) == {"theme": 1}
    assert new_milestone(dossier, None, None) == {}
    letters = (
        milestone(number, f"1.1{letter}", speerpunt=1) for number, letter in enumerate("abcdefghijklmnopqrstuvwxyz", 1)
    )
    full = plan(*letters)
    assert new_milestone(full, full.of(Milestone)[1], None) == {"speerpunt": 1, "number": ""}


# Place 7.


LIT = plan(
    milestone(1, "1.1a", speerpunt=1, due=BEFORE, light=Stoplicht.GEREED),
    milestone(2, "1.1b", speerpunt=1, due=TODAY, light=Stoplicht.ORANJE),
    milestone(3, "1.1c", speerpunt=1, due=BEFORE, light=Stoplicht.ROOD),
    milestone(4, "9", start=BEFORE, due=AFTER),
    Milestone(id=5, number="2", title="Leeg", theme=2),
    Progress(id=1, milestone=3, date=date(2027, 6, 1), light=Stoplicht.ROOD, note="Eerder."),
    Progress(id=2, milestone=3, date=date(2027, 6, 2), light=Stoplicht.ROOD, note="Later.", obstacle="Geen\ngeld."),
    Progress(id=3, milestone=4, date=date(2027, 6, 2), light=Stoplicht.GROEN, note="Gaat goed.", measure="Bellen."),
)


def test_rows_of_the_stoplicht() -> None:
    rows = light_rows(LIT, TODAY)
    assert [row.kind for row in rows] == [
        "group", "record", "record", "record", "blank", "group", "record", "blank", "group", "record",
    ]  # fmt: skip
    assert [row.cells[0] for row in rows if row.kind == "group"] == [
        "1 Kiezen   1✓  1▲  1■",
        "2 Leren   ",
        "Zonder thema   ",
    ]
    records = [row for row in rows if row.kind == "record"]
    assert [row.cells[1] for row in records] == ["Titel 1", "Titel 2", "Titel 3", "Leeg", "Titel 4"]
    # Due yesterday and not ready is an error; due today is not yet.
    dues = [row.cells[2] for row in records]
    assert dues == [
        ("14-06-2027", "text"), ("15-06-2027", "text"), ("14-06-2027", "error"), "", ("16-06-2027", "text"),
    ]  # fmt: skip
    said = [row.cells[4] for row in records]
    assert said == [(words, "muted") for words in ("", "nog geen toelichting (t)", "Geen geld.", "", "Gaat goed.")]


def test_filters_of_the_stoplicht() -> None:
    late, orange, behind = FILTERS[1:]
    assert [row.key.id for row in light_rows(LIT, TODAY, late) if row.kind == "record"] == [3]
    # The lights of a theme are those of all its milestones, whatever is shown of it.
    assert [row.cells[0] for row in light_rows(LIT, TODAY, late) if row.kind == "group"] == ["1 Kiezen   1✓  1▲  1■"]
    # The ninth should have begun yesterday.
    assert [row.key.id for row in light_rows(LIT, TODAY, behind) if row.kind == "record"] == [4]
    assert [row.key.id for row in light_rows(LIT, TODAY, orange) if row.kind == "record"] == [2, 3]
    assert [row.key.id for row in light_rows(LIT, TODAY, orange, also=[5]) if row.kind == "record"] == [2, 3, 5]
    none = MilestoneFilter("niets", lambda dossier, one, today: False)
    assert [row.cells for row in light_rows(LIT, TODAY, none)] == [
        ("Geen mijlpalen bij filter ‘niets’. Met f kies je een ander.",)
    ]
    assert light_rows(plan(), TODAY, none)[0].cells == ("Nog geen mijlpalen. Voeg ze toe bij 5 Mijlpalen.",)
    assert [next_filter(one) for one in (*FILTERS, none)] == [*FILTERS[1:], EVERYTHING, EVERYTHING]
    assert light_columns(orange, 2)[1].head == "Mijlpaal: oranje en rood (2)"
    # Nr, mijlpaal and stoplicht always stay; the last line of the log goes first, then the date.
    assert [column.drop for column in light_columns(orange, 2)] == [0, 0, 2, 0, 1]


def test_of_a_plan_that_is_over_late_is_what_was_late_on_its_last_day() -> None:
    last, before = date(2028, 12, 31), date(2028, 12, 30)
    dossier = plan(
        milestone(1, "1.1a", speerpunt=1, due=last, light=Stoplicht.GROEN),
        milestone(2, "1.1b", speerpunt=1, due=before, light=Stoplicht.GROEN),
        milestone(3, "1.1c", speerpunt=1, due=before, light=Stoplicht.GEREED),
    )
    for today in (last, date(2029, 3, 1)):
        dues = [row.cells[2] for row in light_rows(dossier, today) if row.kind == "record"]
        assert dues == [("31-12-2028", "text"), ("30-12-2028", "error"), ("30-12-2028", "text")]
        assert [row.key.id for row in light_rows(dossier, today, FILTERS[1]) if row.kind == "record"] == [2]
        assert next(counts(row) for row in tally_rows(dossier, today)).endswith(" 1!")
        assert detail(1, 3, dossier=dossier, today=today)[1] == "? t/m 31-12-2028 · geen speling"
        assert detail(2, 3, dossier=dossier, today=today)[1] == "? t/m 30-12-2028 · te laat"


def test_lights_in_signs() -> None:
    lights = [Stoplicht.GROEN, Stoplicht.GROEN, Stoplicht.GEREED, Stoplicht.NIET_GESTART]
    assert lights_in_signs([milestone(number, light=light) for number, light in enumerate(lights, 1)]) == "1✓  2●"


def test_the_log_stands_by_day_newest_first() -> None:
    rows = log_rows(LIT, TODAY)
    assert [(row.kind, row.cells[-1] if row.cells else "") for row in rows] == [
        ("group", "2 juni 2027"),
        ("record", "9 Titel 4. Gaat goed. Maatregel: Bellen."),
        ("record", "1.1c Titel 3. Later. Knelpunt: Geen geld."),
        ("blank", ""),
        ("group", "1 juni 2027"),
        ("record", "1.1c Titel 3. Eerder."),
    ]
    assert log_rows(plan(), TODAY)[0].kind == "note"


def test_a_new_line_is_about_the_milestone_of_the_cursor() -> None:
    red = {"milestone": 3, "light": Stoplicht.ROOD}
    assert new_entry(LIT, Ref("milestones", 3)) == red
    assert new_entry(LIT, Ref("progress", 2)) == red
    assert new_entry(LIT, Ref("progress", 3)) == {"milestone": 4, "light": Stoplicht.NIET_GESTART}
    assert new_entry(LIT, Ref("milestones", 99)) == {}
    assert new_entry(LIT, None) == {}


def counts(row: Row) -> str:
    """The numbers of a row, with `!` behind an error and brackets around what is muted."""
    signs = {"text": "{}", "error": "{}!", "muted": "({})"}
    return " ".join(signs[one[1]].format(one[0]) for one in row.cells[1:] if isinstance(one, tuple))


def test_counts_of_the_stoplicht() -> None:
    """Groen, oranje, rood, gereed, niet gestart and te laat: 1.1c was due yesterday, 9 should have begun then."""
    rows = tally_rows(LIT, TODAY)
    assert [(row.cells[0] if row.cells else "", counts(row)) for row in rows if row.kind != "blank"] == [
        ("Alle mijlpalen", "(–) 1 1 1 2 1!"),
        ("Per thema", ""),
        ("1 Kiezen", "(–) 1 1 1 (–) 1!"),
        ("2 Leren", "(–) (–) (–) (–) 1 (–)"),
        ("Zonder thema", "(–) (–) (–) (–) 1 (–)"),
        ("Per partij die uitvoert (V in de VERI-matrix)", ""),
        ("Kompas", "(–) (–) (–) 1 1 (–)"),
        ("Zonrijk", "(–) (–) (–) 1 (–) (–)"),
        ("Niemand voert uit", "(–) 1 1 (–) 1 1!"),
    ]
    assert [row.kind for row in rows if row.kind == "blank"] == ["blank", "blank"]
    assert [row.cells[0] for row in tally_rows(plan(), TODAY)] == ["Nog geen mijlpalen. Voeg ze toe bij 5 Mijlpalen."]


def test_a_count_opens_exactly_what_was_counted() -> None:
    shown = {}
    for row in tally_rows(LIT, TODAY):
        if isinstance(row.key, CountsKey):
            kept = light_rows(LIT, TODAY, row.key.filter)
            shown[row.key.name] = [one.key.id for one in kept if one.kind == "record"]
    assert shown == {
        "Alle mijlpalen": [1, 2, 3, 5, 4],
        "1 Kiezen": [1, 2, 3],
        "2 Leren": [5],
        "Zonder thema": [4],
        "Kompas": [1, 5],
        "Zonrijk": [1],
        "Niemand voert uit": [2, 3, 4],
    }
