"""What the open dossier is found to lack, as versions and days go by."""

from datetime import timedelta
from pathlib import Path

from sto_tui.domain.change import Change, edited
from sto_tui.domain.milestones import Milestone
from sto_tui.session.findings import SessionFindings
from sto_tui.session.what_is_open import Opened, open_or_recover
from tests.conftest import NOW


def test_findings_are_of_this_version_and_of_this_day(example: Path) -> None:
    """A log of 103 lines of 2027: on 3 September 2026 all are still to come, two years later none is."""
    now, shown = [NOW], [0]

    def show() -> None:
        shown[0] += 1

    opened = Opened(open_or_recover(example, "jan", lambda: now[0]), "jan", lambda: now[0])
    found = SessionFindings(opened, show)
    assert "log_in_future" in {one.check for one in found.now()}
    found.now()
    assert shown == [1], "the same version on the same day is not worked out again"
    now[0] = NOW + timedelta(days=730)
    assert "log_in_future" not in {one.check for one in found.now()}
    first = next(iter(opened.dossier.of(Milestone).values()))
    opened.store.apply(Change("Anders", edited(first, tangible_result="")))
    assert shown == [2]
    found.now()
    assert shown == [3]
