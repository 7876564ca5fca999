"""The stoplicht of a milestone, its day of gereed and its log belong together, whatever way an edit comes."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sto_tui.domain.change import Change, NotSavedError, Occasion, adding, changing, edited, removing, renumbered
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.light_and_log import light_on
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht
from sto_tui.domain.record import Record, Ref
from sto_tui.places import Place
from sto_tui.planning.progress.as_it_stood import ready_on
from sto_tui.planning.progress.stoplicht import entry_change, light_change
from sto_tui.storage.store import DossierStore
from tests.conftest import clock
from tests.screens.progress.test_progress import dossier_with, line, milestone
from tests.support.commands import Sto
from tests.support.screens import app_on, form_of, place_of, retype

NG, GROEN, ORANJE, ROOD, GEREED = Stoplicht
TODAY = date(2027, 5, 20)
MAY_3 = date(2027, 5, 3)


def after(dossier: Dossier, change: Change) -> Dossier:
    """The dossier with a change carried out."""
    tables = {name: dict(records) for name, records in dossier.tables.items()}
    for edit in change.edits:
        table = tables[edit.ref.table]
        number = edit.ref.id if edit.ref.id > 0 else max(table, default=0) + 1
        table.pop(number, None)
        if edit.after:
            table[number] = edit.after.model_copy(update={"id": number})
    return Dossier(tables)


def changed(dossier: Dossier, **values: object) -> Dossier:
    record = dossier.of(Milestone)[1]
    return after(dossier, changing(dossier, record, record.changed(**values), Occasion(dossier, TODAY)))


def stands(dossier: Dossier) -> tuple[Stoplicht, date | None, list[tuple[str, Stoplicht]]]:
    """Stoplicht and day of milestone 1, and its log, newest first."""
    one = dossier.of(Milestone)[1]
    return one.light, one.done_on, [(f"{entry.date:%m-%d}", entry.light) for entry in dossier.progress_of(1)]


def dossier_at(light: Stoplicht, done_on: date | None, *log: Record) -> Dossier:
    return dossier_with(milestones=[milestone(1, light).changed(done_on=done_on)], progress=[*log])


LAST = line(1, 1, "2027-05-03", GROEN)
READY = line(1, 1, "2027-05-03", GEREED)


@pytest.mark.parametrize(
    ("dossier", "values", "light", "done_on", "log"),
    [
        # Another stoplicht is a line of today; ready without a day is ready today.
        (dossier_at(NG, None), {"light": ORANJE}, ORANJE, None, [("05-20", ORANJE)]),
        (dossier_at(GROEN, None, LAST), {"light": GEREED}, GEREED, TODAY, [("05-20", GEREED), ("05-03", GROEN)]),
        # A day that is filled in is the day of the line, and makes it gereed.
        (
            dossier_at(GROEN, None, LAST),
            {"light": GEREED, "done_on": date(2027, 5, 12)},
            GEREED,
            date(2027, 5, 12),
            [("05-12", GEREED), ("05-03", GROEN)],
        ),
        (dossier_at(NG, None), {"done_on": MAY_3}, GEREED, MAY_3, [("05-03", GEREED)]),
        # Back from gereed the day goes, and the log keeps what it said.
        (dossier_at(GEREED, MAY_3, READY), {"light": ROOD}, ROOD, None, [("05-20", ROOD), ("05-03", GEREED)]),
        # Another day takes its line along; a line with a text that is about another day stays.
        (
            dossier_at(GEREED, MAY_3, READY),
            {"done_on": date(2027, 5, 4)},
            GEREED,
            date(2027, 5, 4),
            [("05-04", GEREED)],
        ),
        (
            dossier_at(GEREED, None, line(1, 1, "2027-05-10", GEREED, "Gezien in de werkplaats")),
            {"done_on": MAY_3},
            GEREED,
            MAY_3,
            [("05-10", GEREED), ("05-03", GEREED)],
        ),
        # A day without gereed, as older versions kept it, goes with the next edit.
        (dossier_at(GROEN, MAY_3, LAST), {"title": "Anders"}, GROEN, None, [("05-03", GROEN)]),
        # Anything else leaves them alone.
        (dossier_at(GEREED, MAY_3, READY), {"title": "Anders"}, GEREED, MAY_3, [("05-03", GEREED)]),
        (dossier_at(GEREED, MAY_3, READY), {"done_on": None}, GEREED, None, [("05-03", GEREED)]),
    ],
)
def test_a_milestone_takes_its_day_and_its_log_along(
    dossier: Dossier,
    values: dict[str, object],
    light: Stoplicht,
    done_on: date | None,
    log: list[tuple[str, Stoplicht]],
) -> None:
    assert stands(changed(dossier, **values)) == (light, done_on, log)


def test_a_day_that_goes_against_the_log_is_refused() -> None:
    with pytest.raises(NotSavedError, match=r"^Op 3 mei 2027 stond deze mijlpaal volgens het logboek op groen\. Kies"):
        changed(dossier_at(GROEN, None, LAST), light=GEREED, done_on=date(2027, 5, 2))
    assert stands(changed(dossier_at(GROEN, None, LAST), light=GEREED, done_on=MAY_3))[1] == MAY_3


READY_AGAIN = line(2, 1, "2027-05-10", GEREED)


def test_a_day_after_the_log_says_that_it_was_ready_is_refused() -> None:
    """Gereed on 3 and on 10 May: the first line goes along with the day, and the second says that it was ready."""
    dossier = dossier_at(GEREED, MAY_3, READY, READY_AGAIN)
    with pytest.raises(
        NotSavedError, match=r"^Op 10 mei 2027 stond deze mijlpaal volgens het logboek al op gereed\. Kies"
    ):
        changed(dossier, done_on=date(2027, 5, 18))
    assert stands(changed(dossier, done_on=date(2027, 5, 10)))[1:] == (
        date(2027, 5, 10),
        [("05-10", GEREED), ("05-10", GEREED)],
    )
    assert stands(changed(dossier, done_on=date(2027, 5, 2)))[1] == date(2027, 5, 2)
    spoken = dossier_at(GEREED, None, READY.changed(note="Gezien"))
    with pytest.raises(NotSavedError, match="Op 3 mei 2027 stond"):
        changed(spoken, done_on=date(2027, 5, 4))
    # What was ready long before and went back says nothing about this time.
    back = dossier_at(ROOD, None, READY, line(2, 1, "2027-05-10", ROOD))
    assert stands(changed(back, light=GEREED, done_on=date(2027, 5, 12)))[1] == date(2027, 5, 12)


def test_back_from_gereed_and_gereed_again_on_one_day_is_ready_since_that_day() -> None:
    """The line of groen stays, or the log would say that it was ready since 3 May all the time."""
    back = changed(dossier_at(GEREED, MAY_3, READY), light=GROEN)
    assert stands(changed(back, light=GEREED)) == (
        GEREED,
        TODAY,
        [("05-20", GEREED), ("05-20", GROEN), ("05-03", GEREED)],
    )


@pytest.mark.parametrize(
    ("dossier", "values", "just_now", "unknown"),
    [
        # Followed until today, the dossier knows how it was before.
        (dossier_at(NG, None), {"light": ORANJE}, True, ()),
        (dossier_at(NG, None), {"light": GEREED}, True, ()),
        # A sheet says how it stands and not since when; after an earlier line that matters for gereed and the rest.
        (dossier_at(NG, None), {"light": ORANJE}, False, ("since", "before")),
        (dossier_at(GROEN, None, LAST), {"light": GEREED}, False, ("since",)),
        (dossier_at(GROEN, None, LAST), {"light": GEREED, "done_on": date(2027, 5, 12)}, False, ()),
        # A day of long ago without any line: until then it had not begun, as when that day is filled in afterwards.
        (dossier_at(NG, None), {"done_on": MAY_3}, True, ()),
        (dossier_at(NG, None), {"light": GEREED, "done_on": MAY_3}, True, ()),
        (dossier_at(NG, None), {"light": GEREED, "done_on": MAY_3}, False, ("before",)),
        (dossier_at(GROEN, None, LAST), {"done_on": date(2027, 5, 12)}, True, ()),
    ],
)
def test_a_line_says_what_nobody_knows_of_it(
    dossier: Dossier, values: dict[str, object], just_now: bool, unknown: tuple[str, ...]
) -> None:
    occasion = Occasion(dossier, TODAY, just_now=just_now)
    before = dossier.of(Milestone)[1]
    after_it = after(dossier, changing(dossier, before, before.changed(**values), occasion))
    line = after_it.progress_of(1)[0]
    assert (line.since_unknown, line.before_unknown) == ("since" in unknown, "before" in unknown)


def test_a_day_that_is_given_later_stays_when_the_stoplicht_goes_back() -> None:
    """Found gereed in a sheet of 15 April; on 2 May somebody says since 5 April; on 1 June it is rood.

    On 30 April it was gereed since 5 April, and nobody ever knew how it was in March.
    """
    dossier = dossier_at(NG, None)
    for day, values, just_now in (
        (date(2027, 4, 15), {"light": GEREED}, False),
        (date(2027, 5, 2), {"done_on": date(2027, 4, 5)}, True),
        (date(2027, 6, 1), {"light": ROOD}, True),
    ):
        now = dossier.of(Milestone)[1]
        occasion = Occasion(dossier, day, just_now=just_now)
        dossier = after(dossier, changing(dossier, now, now.changed(**values), occasion))
    milestone, log = dossier.of(Milestone)[1], dossier.progress_of(1)
    assert ready_on(milestone, log, date(2027, 4, 30)) == date(2027, 4, 5)
    assert light_on(milestone, log, date(2027, 3, 31)) is None
    assert light_on(milestone, log, date(2027, 6, 1)) is ROOD


def test_a_new_milestone_with_a_stoplicht_has_a_line() -> None:
    empty = dossier_with()
    new = Milestone(number="1", title="Lab open", light=GEREED)
    change = renumbered(adding(empty, new, occasion=Occasion(empty, TODAY)), {Ref("milestones", -1): 1})
    assert stands(after(empty, change)) == (GEREED, TODAY, [("05-20", GEREED)])
    with pytest.raises(TypeError):
        edited(milestone(1), light=GROEN)


def entry(day: str, light: Stoplicht) -> Progress:
    return line(0, 1, day, light)


@pytest.mark.parametrize(
    ("dossier", "new", "light", "done_on"),
    [
        (dossier_at(NG, None), entry("2027-05-19", GEREED), GEREED, date(2027, 5, 19)),
        (dossier_at(GROEN, None, LAST), entry("2027-05-02", ROOD), GROEN, None),
        (dossier_at(GROEN, None, LAST), entry("2027-05-03", ROOD), ROOD, None),
        (dossier_at(GEREED, MAY_3, READY), entry("2027-05-19", GEREED), GEREED, MAY_3),
        (dossier_at(GEREED, MAY_3, READY), entry("2027-05-19", ORANJE), ORANJE, None),
        (dossier_at(GEREED, None), entry("2027-05-19", GEREED), GEREED, None),
    ],
)
def test_the_newest_line_says_how_a_milestone_stands(
    dossier: Dossier, new: Progress, light: Stoplicht, done_on: date | None
) -> None:
    change = adding(dossier, new, occasion=Occasion(dossier, TODAY))
    assert stands(after(dossier, change))[:2] == (light, done_on)


def test_a_line_that_changes_or_goes_takes_the_milestone_along() -> None:
    dossier = dossier_at(GEREED, TODAY, LAST, line(2, 1, "2027-05-20", GEREED))
    occasion = Occasion(dossier, TODAY)
    newest = dossier.of(Progress)[2]
    moved = changing(dossier, newest, newest.changed(date=date(2027, 5, 18)), occasion)
    assert stands(after(dossier, moved))[:2] == (GEREED, date(2027, 5, 18))
    other = changing(dossier, newest, newest.changed(light=ROOD), occasion)
    assert stands(after(dossier, other))[:2] == (ROOD, None)
    said = changing(dossier, newest, newest.changed(note="Met taart"), occasion)
    assert len(said.edits) == 1
    assert stands(after(dossier, removing(dossier, newest))) == (GROEN, None, [("05-03", GROEN)])
    alone = dossier_at(GROEN, None, LAST)
    assert stands(after(alone, removing(alone, LAST))) == (GROEN, None, [])
    gone = after(alone, removing(alone, alone.of(Milestone)[1]))
    assert not gone.of(Milestone)
    assert not gone.of(Progress)


def test_a_line_that_goes_to_another_milestone_changes_both() -> None:
    dossier = dossier_with(
        milestones=[milestone(1, ROOD), milestone(2)],
        progress=[line(1, 1, "2027-05-03", GROEN), line(2, 1, "2027-05-10", ROOD)],
    )
    wrong = dossier.of(Progress)[2]
    found = after(dossier, changing(dossier, wrong, wrong.changed(milestone=2), Occasion(dossier, TODAY)))
    assert (found.of(Milestone)[1].light, found.of(Milestone)[2].light) == (GROEN, ROOD)


def test_a_key_pressed_again_says_it_again_and_keeps_the_day() -> None:
    dossier = dossier_at(GEREED, MAY_3, READY)
    assert stands(after(dossier, light_change(dossier, dossier.of(Milestone)[1], GEREED, TODAY))) == (
        GEREED,
        MAY_3,
        [("05-20", GEREED), ("05-03", GEREED)],
    )


@pytest.mark.parametrize(
    ("log", "day", "told"),
    [
        ([], "2027-05-20", "op groen gezet"),
        ([READY], "2027-05-10", "op groen gezet"),
        ([READY], "2027-05-03", "op groen gezet"),
        ([READY], "2027-05-01", "stond op 1 mei 2027 op groen"),
        ([READY], "2027-05-21", "staat vanaf 21 mei 2027 op groen"),
        ([line(1, 1, "2027-05-25", GEREED)], "2027-05-19", "op groen gezet"),
    ],
)
def test_a_line_says_what_it_does_to_its_milestone_today(log: list[Record], day: str, told: str) -> None:
    dossier = dossier_at(*((GEREED, MAY_3) if log else (NG, None)), *log)
    change = entry_change(line(-1, 1, day, GROEN), Occasion(dossier, TODAY))
    assert change.label == f"Mijlpaal 1.1 {told}: Stap 1"


def test_a_stoplicht_that_stood_like_that_is_not_said_to_be_set() -> None:
    dossier = dossier_at(GROEN, None, line(1, 1, "2027-05-20", GROEN))
    change = light_change(dossier, dossier.of(Milestone)[1], GROEN, TODAY)
    assert (change.label, change.edits) == ("Mijlpaal 1.1 staat al op groen: Stap 1", ())


def stored_state(path: Path, number: str) -> tuple[str, str, list[str]]:
    """How a milestone stands in the file: stoplicht, day, and its lines by date."""
    dossier = DossierStore.open(path, "jan", clock).dossier
    one = next(one for one in dossier.of(Milestone).values() if one.number == number)
    log = [f"{entry.date:%Y-%m-%d} {entry.light.value}" for entry in reversed(dossier.progress_of(one.id))]
    return one.light.value, str(one.done_on or ""), log


async def test_gereed_in_the_form_is_dated_logged_and_taken_back_as_one(small: Path) -> None:
    app = app_on(small, Place.MIJLPALEN)
    ready = ("gereed", "2026-09-03", ["2026-09-03 gereed"])
    async with app.run_test(size=(80, 24)) as pilot:
        place_of(app).show_record(Ref("milestones", 1))
        for light, found in ((GEREED, ready), (ORANJE, ("oranje", "", ["2026-09-03 oranje"]))):
            place_of(app).act_edit()
            await pilot.pause()
            editor: Any = form_of(app)._form.editor("light")
            editor.take(light)
            await pilot.press("ctrl+s")
            await pilot.pause()
            assert stored_state(small, "1.1") == found
        await pilot.press("z")
        assert stored_state(small, "1.1") == ready
        await pilot.press("z")
        assert stored_state(small, "1.1") == ("niet_gestart", "", [])
        place_of(app).act_edit()
        await pilot.pause()
        retype(app, "done_on", "1-9-2026")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert stored_state(small, "1.1") == ("gereed", "2026-09-01", ["2026-09-01 gereed"])


def test_the_command_line_and_putting_back_keep_them_together(small: Path, sto: Sto) -> None:
    day = date.today()
    ready = ("gereed", f"{day}", [f"{day} gereed"])
    assert sto("stoplicht", small, "1.1", "gereed").code == 0
    assert stored_state(small, "1.1") == ready
    assert sto("stoplicht", small, "1.1", "rood", "De lift is stuk").code == 0
    assert stored_state(small, "1.1") == ("rood", "", [f"{day} rood"])
    assert sto("geschiedenis", small, "--terug", "1").code == 0
    assert stored_state(small, "1.1") == ready
