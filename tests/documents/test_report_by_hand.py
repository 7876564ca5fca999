"""The milestones of a report on a period, worked out by hand: since when they were ready, and what was said of them."""

from datetime import date

from sto_tui.documents.word import DraftOptions, build
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht
from sto_tui.domain.plan import Theme
from sto_tui.domain.region import PlanPeriod
from sto_tui.planning.progress.period_report import ReportPeriod
from tests.support.by_hand import dossier_with, tables_of

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
