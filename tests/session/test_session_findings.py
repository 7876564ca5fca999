"""What the open dossier is found to lack, as versions and days go by."""

from datetime import timedelta
from pathlib import Path

import pytest
from textual.events import Key

from sto_tui.domain.change import Change, edited
from sto_tui.domain.milestones import Milestone
from sto_tui.places import Place
from sto_tui.planning.checks.finding import Check, Points, Seen, findings
from sto_tui.session.findings import SessionFindings
from sto_tui.session.what_is_open import Opened, open_or_recover
from tests.conftest import NOW
from tests.support.screens import app_on, place_of, seen, until


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


async def test_findings_of_a_change_follow_it_and_say_so(example: Path) -> None:
    """Emptying a tangible result is a new finding; before it is told, the header says that they are counted again."""
    app = app_on(example, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.findings.is_worked_out)
        await pilot.pause()
        before = app.findings.latest
        assert " … " not in seen(app).splitlines()[0]
        first = next(milestone for milestone in app.dossier.of(Milestone).values() if milestone.tangible_result)
        app.changes.apply(Change("Anders", edited(first, tangible_result="")))
        place_of(app).update()
        await pilot.pause()
        if app.findings.is_behind:
            assert app.findings.latest == before
            assert " … " in seen(app).splitlines()[0]
        await until(pilot, lambda: app.findings.is_worked_out)
        await pilot.pause()
        assert app.findings.latest == findings(app.dossier, app.today) != before
        header = seen(app).splitlines()[0]
        assert f"{len(app.findings.latest)} meldingen" in header
        assert " … " not in header


async def test_findings_wait_for_the_keys_that_stand_in_line(example: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each letter of a packet changes the matrix: what is found in between is of a matrix that nobody looks at."""
    monkeypatch.setattr("sto_tui.session.findings_in_turn.AFTER_CHANGE", 0.001)
    work_on, behind_a_line = SessionFindings.work_on, list[bool]()
    app = app_on(example, Place.VERI)

    def watched(findings: SessionFindings) -> bool:
        behind_a_line.append(app.has_line)
        return work_on(findings)

    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.findings.is_worked_out)
        before = app.dossier
        monkeypatch.setattr(SessionFindings, "work_on", watched)
        for letter in "veri":
            app.post_message(Key(letter, letter))
        await until(pilot, lambda: app.findings.is_worked_out and app.dossier is not before and not app.has_line)
        assert set(behind_a_line) == {False}
        assert app.findings.latest == findings(app.dossier, app.today)


async def test_a_check_that_goes_wrong_is_said_and_keeps_nobody_from_the_dossier(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The findings of before are no findings of now, and those of the next version may be worked out again."""
    app = app_on(example, Place.MIJLPALEN)
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.findings.is_worked_out)
        assert app.findings.latest

        def stumble(check: Check, about: Seen) -> Points:
            raise ValueError("woorden van het dossier")

        with monkeypatch.context() as patch:
            patch.setattr(Check, "points", stumble)
            first, second = list(app.dossier.of(Milestone).values())[:2]
            app.changes.apply(Change("Anders", edited(first, tangible_result="Een plan")))
            await until(pilot, lambda: app.findings.is_worked_out)
            await pilot.pause()
            assert (app.findings.latest, app.findings.aside) == ((), ())
            assert "meldingen onbekend" in seen(app).splitlines()[0]
            await pilot.press("m")
            assert "Meldingen niet te bepalen: fout in het programma (ValueError" in seen(app)
            assert "test_session_findings.py regel" in seen(app)
            assert "woorden" not in seen(app)
        app.changes.apply(Change("Anders", edited(second, tangible_result="Een plan")))
        await until(pilot, lambda: app.findings.is_worked_out)
        assert app.findings.latest == findings(app.dossier, app.today)


def test_findings_are_worked_on_bit_by_bit_and_an_edit_in_between_counts(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sto_tui.session.findings.MOMENT", 0)
    opened = Opened(open_or_recover(example, "jan", lambda: NOW), "jan", lambda: NOW)
    found = SessionFindings(opened, lambda: None)
    first, second = list(opened.dossier.of(Milestone).values())[:2]
    bits = [0, 0]
    opened.store.apply(Change("Anders", edited(first, tangible_result="")))
    for _ in range(40):
        assert not found.work_on()
    opened.store.apply(Change("Anders", edited(second, tangible_result="")))
    for at, change in enumerate((None, Change("Anders", edited(opened.dossier.of(Milestone)[first.id], title="X")))):
        if change:
            opened.store.apply(change)
        while not found.work_on():
            bits[at] += 1
        assert found.is_worked_out
        assert found.latest == findings(opened.dossier, opened.today)
    assert 10 < bits[1] < bits[0]
