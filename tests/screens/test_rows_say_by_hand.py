"""What rows say at their edges: nothing, one, and more than fits; worked out by hand."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

import pytest

from sto_tui.domain.evaluation import Answer, AnswerKind, Decision, DecisionKind, Question, QuestionPart
from sto_tui.domain.money import Cofinancing, Realised
from sto_tui.domain.parties import Body, Party
from sto_tui.domain.plan import Goal, Theme
from sto_tui.domain.record import Ref
from sto_tui.domain.region import PlanPeriod
from sto_tui.domain.vision import Indicator, Point, VisionSection
from sto_tui.screens.draft.chapter_rows import open_decisions
from sto_tui.screens.draft.paper_rows import PaperKey, earlier_rows
from sto_tui.screens.host.papers import EarlierPaper
from sto_tui.screens.overview.screen import period_rows
from sto_tui.screens.plan.tree_detail import page_of
from sto_tui.screens.progress.money_rows import REALISED
from sto_tui.screens.veri.wall_rows import _joined, _names_in
from sto_tui.screens.vision.figures import FIGURES
from sto_tui.screens.vision.sections import agreed, called_of, moved
from sto_tui.widgets.record_list import Row
from tests.support.by_hand import dossier_with

TODAY = date(2027, 5, 1)


def texts(rows: Sequence[Row]) -> list[list[str]]:
    """The texts of the cells of each row; runs of one cell are joined."""
    return [[_text(cell) for cell in row.cells] for row in rows]


def _text(cell: Any) -> str:
    if isinstance(cell, str):
        return cell
    if isinstance(cell, tuple):
        return str(cell[0])
    return "".join(str(run[0]) for run in cell)


# What the evaluation still has to decide.


def answers(many: int) -> list[Answer]:
    return [
        Answer(id=number, question=1, text=f"Beter {number}", kind=AnswerKind.VERBETERPUNT, votes=9)
        for number in range(1, many + 1)
    ]


ASKED = Question(id=1, part=QuestionPart.VERBETERPUNTEN, text="Wat kan beter?")
LOOSE = Decision(id=1, text="Het lab blijft", kind=DecisionKind.BEHOUDEN)


@pytest.mark.parametrize(
    ("many", "head", "last"),
    [
        (0, "Nog te besluiten (1)", ["Het lab blijft", "komt nog nergens terug"]),
        (4, "Nog te besluiten (5)", ["Beter 4", "geen besluit"]),
        # Four are named, of five the last is counted.
        (5, "Nog te besluiten (6)", ["en nog 1, bij 2 Evaluatie"]),
    ],
)
def test_what_is_still_to_be_decided(many: int, head: str, last: list[str]) -> None:
    _, first, *rows = open_decisions(dossier_with(ASKED, LOOSE, *answers(many)))
    assert texts([first])[0][0] == head
    assert texts(rows)[-1] == last
    assert [row.key for row in rows if row.key] == [
        Ref("decisions", 1),
        *(Ref("answers", number) for number in range(1, min(many, 4) + 1)),
    ]
    assert all(row.wide for row in rows if row.key)


def test_nothing_to_decide_is_no_head_either() -> None:
    assert open_decisions(dossier_with(ASKED)) == []


# What was written before.


@pytest.mark.parametrize(
    ("when", "changes", "many", "cells"),
    [
        (datetime(2027, 5, 1, 9, 5), 0, False, ["09:05", "daarna niets gewijzigd"]),
        (datetime(2027, 4, 30, 9, 5), 1, False, ["30-04-2027", "daarna 1 wijziging"]),
        (datetime(2027, 4, 30, 9, 5), 2, False, ["30-04-2027", "daarna 2 wijzigingen"]),
        (datetime(2027, 4, 30, 9, 5), 99, True, ["30-04-2027", "daarna ten minste 99 wijzigingen"]),
        (datetime(2027, 4, 30, 9, 5), None, False, ["30-04-2027", ""]),
    ],
)
def test_what_was_written_before_and_how_often_the_dossier_changed_since(
    when: datetime, changes: int | None, many: bool, cells: list[str]
) -> None:
    _, head, row = earlier_rows([EarlierPaper("plan.docx", when, changes, many)], TODAY)
    assert texts([head, row]) == [["Eerder geschreven, in de map concepten"], ["plan.docx", *cells]]
    assert row.key == PaperKey(file="plan.docx")
    assert earlier_rows([], TODAY) == []


# Names on the wall.


@pytest.mark.parametrize(
    ("names", "room", "lines", "shown"),
    [
        ([], 20, 1, ["–"]),
        (["Noord", "Zuid"], 20, 1, ["Noord en Zuid"]),
        # `Noord, Zuid en Oost` is 19.
        (["Noord", "Zuid", "Oost"], 19, 1, ["Noord, Zuid en Oost"]),
        (["Noord", "Zuid", "Oost"], 18, 1, ["Noord en nog 2"]),
        (["Noord", "Zuid", "Oost"], 17, 2, ["Noord, Zuid en", "Oost"]),
        # Of 13 the number of the others takes 9.
        (["Noordelijk", "Zuid"], 13, 1, ["Noo… en nog 1"]),
        (["Noordelijk"], 6, 1, ["Noord…"]),
    ],
)
def test_as_many_names_as_fit_and_how_many_more(names: list[str], room: int, lines: int, shown: list[str]) -> None:
    assert [*(_names_in(names, room, lines) if names else [_joined(names)])] == shown


# Figures.


@pytest.mark.parametrize(
    ("points", "cells"),
    [
        ((), ["nog geen waarden", ""]),
        # From 80 to 90 is 10 more, an eighth.
        (((2025, "", 80, False), (2026, "", 90, False)), ["90 in 2026", "+10 (+12,5%) sinds 2025"]),
        # A prognosis is not what it is now.
        (((2026, "", 90, False), (2027, "", 99, True)), ["90 in 2026", "+9 (+10,0%)* van 2026 tot 2027"]),
        (((2027, "", 99, True),), ["99* in 2027", ""]),
        (((2025, "PIE", 80, False), (2026, "BWI", 9, False)), ["2 reeksen", "2025 t/m 2026"]),
        (((2026, "PIE", 80, False), (2026, "BWI", 9, False)), ["2 reeksen", "alleen 2026"]),
    ],
)
def test_what_a_figure_is_now_and_how_it_changed(
    points: Sequence[tuple[int, str, int, bool]], cells: list[str]
) -> None:
    series = tuple(
        Point(id=number, year=year, label=label, value=value, prognosis=prognosis)
        for number, (year, label, value, prognosis) in enumerate(points, 1)
    )
    figure = Indicator(id=1, title="Instroom", unit="leerlingen", series=series)
    (row,) = FIGURES.rows_of([figure], dossier_with(figure), TODAY)
    assert texts([row])[0][:3] == ["Instroom", *cells]


# The vision.

PLAN = PlanPeriod(id=1, label="2027-2028", start=date(2027, 1, 1), end=date(2028, 12, 31), current=True, adopted_by=7)
SECTIONS = tuple(
    VisionSection(id=number, section=name, text="x", order=number)
    for number, name in enumerate(("Aanbod", "Bereik", "Kansen"), 1)
)


def test_a_section_is_agreed_by_whom_adopts_the_plan_and_taken_back() -> None:
    dossier = dossier_with(PLAN, Body(id=7, name="Stuurgroep"), *SECTIONS)
    change = agreed(dossier, SECTIONS[0], TODAY)
    after: Any = change.edits[0].after
    assert (change.label, after.agreed_on, after.agreed_by) == ("Aanbod: vastgesteld", TODAY, 7)
    back = agreed(dossier, after, TODAY)
    undone: Any = back.edits[0].after
    assert (back.label, undone.agreed_on, undone.agreed_by) == ("Aanbod: niet meer vastgesteld", None, None)
    assert (called_of(after), called_of(SECTIONS[0]), called_of(None)) == ({"agree": "Intrekken"}, {}, {})


@pytest.mark.parametrize(
    ("place", "step", "order"),
    [
        (0, 1, {1: 2, 2: 1}),
        (2, -1, {3: 2, 2: 3}),
        (0, -1, None),
        (2, 1, None),
    ],
)
def test_a_section_goes_one_place_up_or_down(place: int, step: int, order: dict[int, int] | None) -> None:
    three = dossier_with().with_tables({"vision": {section.id: section for section in SECTIONS}})
    change = moved(three, SECTIONS[place], step)
    assert (change is None) is (order is None)
    if change is not None:
        assert change.label == "Volgorde van de onderdelen"
        assert {edit.ref.id: getattr(edit.after, "order", 0) for edit in change.edits} == order


# What parties put in.


@pytest.mark.parametrize(("evidence", "told"), [("Urenlijst", "Urenlijst"), ("", "nog geen bewijs")])
def test_what_came_has_its_day_and_evidence(evidence: str, told: str) -> None:
    given = Cofinancing(id=1, title="Uren", party=1, year=2027, quantity=1, rate=90_00)
    came = Realised(id=1, contribution=1, date=date(2027, 4, 2), amount=40_00, evidence=evidence)
    dossier = dossier_with(
        Party(id=1, name="Jansen"), given, came, Theme(id=1, number=1, title="x"), Goal(id=1, number=1, text="y")
    )
    (row,) = REALISED.rows_of([came], dossier, TODAY)
    assert f"02-04-2027 {told}" in texts([row])[0]


# The plan, and its periods.


def test_plan_periods_stand_by_their_first_day() -> None:
    later = PlanPeriod(id=1, label="2027-2028", start=date(2027, 1, 1), end=date(2028, 12, 31), current=True)
    earlier = PlanPeriod(id=2, label="2025-2026", start=date(2025, 1, 1), end=date(2026, 12, 31))
    rows = period_rows(dossier_with(later, earlier), TODAY)
    assert [cells[0] for cells in texts(rows)] == ["2025-2026", "2027-2028"]
    nothing = period_rows(dossier_with().with_tables({"periods": {}}), TODAY)
    assert [row.kind for row in nothing] == ["note"]


@pytest.mark.parametrize(("begun", "head"), [(False, "Hoe een plan begint"), (True, "Wat hier kan")])
def test_at_the_whole_plan_it_says_how_it_begins_or_what_can_be_done(begun: bool, head: str) -> None:
    dossier = dossier_with(*[Theme(id=1, number=1, title="Kiezen")] * begun)
    page = page_of(dossier, None, [], 60)
    assert head in str(page.head[0])
