"""The rows of the first list of Overzicht, counted on paper."""

from datetime import date, datetime, timedelta

import pytest

from sto_tui.domain.plan import Goal
from sto_tui.domain.region import Deadline, DeadlineKind, PlanPeriod
from sto_tui.places import Place
from sto_tui.planning.checks.finding import Level
from sto_tui.planning.deadlines import upcoming
from sto_tui.screens.draft.paper_rows import earlier_rows
from sto_tui.screens.host.changing import PastChange
from sto_tui.screens.host.papers import EarlierPaper
from sto_tui.screens.overview.home_rows import Room, SinceLastTime, change_rows, deadline_lines, finding_rows
from sto_tui.screens.overview.screen import said_of
from sto_tui.screens.plan.goal_list import goal_rows
from sto_tui.widgets.record_list import Cell, Row
from tests.support.by_hand import dossier_with
from tests.support.findings import a_finding

TODAY = date(2026, 11, 28)
NOON = datetime(2026, 11, 28, 12, 5)
BEFORE = datetime(2026, 11, 20, 9, 0)
NARROW = Room(60, 16)


def read(row: Row) -> str:
    """The words of a row, side by side."""
    words = [_text(cell).strip() for cell in row.cells]
    return " | ".join(filter(None, words))


def _text(cell: Cell) -> str:
    if isinstance(cell, str):
        return cell
    return "".join(
        part if isinstance(part, str) else part[0] for part in ([cell[0]] if isinstance(cell, tuple) else cell)
    )


def changed(by: str, at: datetime, label: str = "Doel 1 gewijzigd") -> PastChange:
    return PastChange(at, by, label, key=f"{by} {at}")


def deadline(number: int, days: int) -> Deadline:
    day = TODAY + timedelta(days=days)
    return Deadline(id=number, title=f"T{number}", date=day, kind=DeadlineKind.REGION)


@pytest.mark.parametrize(
    ("most", "rows"),
    [
        (1, ["Gewijzigd   Anja 2 wijzigingen, het laatst: Nieuw | 12:05 +2"]),
        (
            2,
            [
                "Gewijzigd   Anja 2 wijzigingen, het laatst: Nieuw | 12:05",
                "Bram 1 wijziging, het laatst: Doel 1 gewijzigd | 27-11-2026 +1",
            ],
        ),
    ],
)
def test_who_changed_what_since_last_time(most: int, rows: list[str]) -> None:
    """Anja twice, Bram and Cor once; the last row says of how many others nothing is told."""
    yesterday = NOON - timedelta(days=1)
    news = [changed("Anja", NOON, "Nieuw"), changed("Bram", yesterday), changed("Anja", BEFORE), changed("Cor", BEFORE)]
    shown = change_rows(SinceLastTime(BEFORE, news, news), TODAY, most)
    assert [read(row) for row in shown] == rows
    anja = "Anja: 2 wijzigingen sinds je vorige keer (20-11-2026). Het laatst: Nieuw. Met h zie je alles."
    assert said_of(shown[0].key) == anja


@pytest.mark.parametrize(
    ("at", "sentence"),
    [
        (NOON, "Anja om 12:05: Doel 1 gewijzigd."),
        (BEFORE, "Anja op 20-11-2026: Doel 1 gewijzigd."),
    ],
)
def test_a_change_says_at_what_time_or_on_which_day(at: datetime, sentence: str) -> None:
    (row,) = change_rows(SinceLastTime(None, (), [changed("Anja", at)]), TODAY, 5)
    assert said_of(row.key) == sentence


@pytest.mark.parametrize(
    ("paper", "told"),
    [
        (EarlierPaper("plan.docx", NOON, None), "plan.docx | 12:05"),
        (EarlierPaper("plan.docx", NOON, 0), "plan.docx | 12:05 | daarna niets gewijzigd"),
        (EarlierPaper("plan.docx", BEFORE, 1), "plan.docx | 20-11-2026 | daarna 1 wijziging"),
        (
            EarlierPaper("plan.docx", BEFORE, 100, many=True),
            "plan.docx | 20-11-2026 | daarna ten minste 100 wijzigingen",
        ),
    ],
)
def test_a_paper_of_before_says_when_and_what_changed_since(paper: EarlierPaper, told: str) -> None:
    assert read(earlier_rows([paper], TODAY)[-1]) == told
    assert earlier_rows([], TODAY) == []


def test_a_goal_of_two_earlier_plans_stands_under_both() -> None:
    plans = [
        PlanPeriod(id=id, label=f"{first}-{first + 1}", start=date(first, 1, 1), end=date(first + 1, 12, 31))
        for id, first in ((2, 2023), (3, 2025))
    ]
    goals = [Goal(id=id, number=id, text=f"Doel {id}", periods=of) for id, of in ((1, (1,)), (2, (2, 3)), (3, (3,)))]
    rows = goal_rows(dossier_with(*plans, *goals).seen_in(1), TODAY)
    words = [read(row).split(" | ") for row in rows]
    assert [cells[0] if len(cells) == 1 else cells[1] for cells in words if cells != [""]] == [
        *("Doel 1", "Doelen uit 2023-2024", "Doel 2"),
        *("Doelen uit 2025-2026", "Doel 2", "Doel 3"),
    ]


def test_the_last_deadline_says_how_many_more_there_are() -> None:
    items = [upcoming(deadline(number, number), TODAY) for number in (1, 2, 3)]
    assert [read(row) for row in deadline_lines(items, 2, NARROW)] == [
        "Termijnen   29-11  T1 | nog 1 dag",
        "30-11  T2 | nog 2 dagen +1",
    ]
    assert read(deadline_lines(items, 3, NARROW)[-1]) == "01-12  T3 | nog 3 dagen"


def test_findings_are_counted_by_place_and_together() -> None:
    """One error and two tips at 4 Plan, one tip at 5 Mijlpalen."""
    tips = [a_finding(Level.TIP, place, "T") for place in (Place.PLAN, Place.PLAN, Place.MIJLPALEN)]
    found = [a_finding(Level.FOUT, Place.PLAN, "F"), *tips]
    assert [read(row) for row in finding_rows(found)] == [
        "Meldingen   4 Plan         ! 1 fout  ? 2 andere meldingen",
        "5 Mijlpalen    ? 1 melding",
    ]
    assert [read(row) for row in finding_rows(found, together=True)] == [
        "Meldingen   ! 1 fout  ? 3 andere meldingen  Plan, Mijlpalen"
    ]
    assert finding_rows([]) == []
