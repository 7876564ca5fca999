"""The tree of place 4 as the person at the screen uses it: what is seen, what is on disk, and one key back."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from sto_tui.app import StoApp
from sto_tui.domain.change import Change, edited
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.plan import Speerpunt, Tag, Theme
from sto_tui.domain.record import Ref
from sto_tui.domain.region import PlanPeriod
from sto_tui.places import Place
from sto_tui.screens.plan.screen import PlanScreen
from sto_tui.storage.store import DossierStore
from sto_tui.widgets.record_list import RecordList
from tests.conftest import clock
from tests.support.screens import app_on, at_every_size, form_at, place_with_lists, seen, stored, until, until_seen
from tests.support.small_tree import small_tree

LAB, WIJK, STAGE = (Ref("speerpunten", number) for number in (1, 2, 3))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "regio.sto.json"
    DossierStore.create(path, small_tree())
    return path


def records_of(path: Path) -> dict[str, Any]:
    """What the dossier says, without how often it was changed."""
    tables = json.loads(path.read_text(encoding="utf-8"))
    return {
        name: {number: {**record, "rev": 0} for number, record in tables[name].items()}
        for name in ("goals", "themes", "speerpunten", "milestones", "veri", "budget", "cofinancing", "risks")
        if name in tables
    }


def numbered(path: Path, number: str) -> int:
    """Which speerpunt has this number."""
    found = [int(each) for each, record in stored(path, "speerpunten").items() if record["number"] == number]
    assert len(found) == 1
    return found[0]


async def at(app: StoApp, pilot: Pilot[None], ref: Ref) -> PlanScreen:
    await pilot.pause()
    place = place_with_lists(app)
    assert isinstance(place, PlanScreen)
    assert place.plan_tree.go_to(ref)
    await until(pilot, lambda: app.dossier.caption(ref) in " ".join(place.reading.text.split()))
    return place


def rows(app: StoApp) -> list[str]:
    """The rows of the tree, each as its signs, number and title."""
    lines = [line.replace("›", " ", 1)[2:48] for line in seen(app).splitlines()[6:]]
    ends = next(place for place, line in enumerate(lines) if "──" in line)
    return [" ".join(line.split()) for line in lines[:ends] if line.strip()]


async def test_the_tree_folds_and_turns(path: Path) -> None:
    app = app_on(path, Place.PLAN)
    async with app.run_test(size=(80, 30)) as pilot:
        await at(app, pilot, LAB)
        assert rows(app)[:3] == ["▾ 1 Labs", "▸ 1.1 Lab op school", "▸ 1.2 Lab in de wijk"]
        await at_every_size(app, pilot, "Thema › speerpunt › mijlpaal", "1.1 Lab op school")
        await pilot.press("space")
        assert rows(app)[1:4] == ["▾ 1.1 Lab op school", "1.1a Lokaal gekozen", "1.1b Lab open"]
        await pilot.press("down", "space")
        assert rows(app)[1:3] == ["▸ 1.1 Lab op school", "▸ 1.2 Lab in de wijk"]
        await pilot.press("o")
        assert "Per doel; met o wissel je." in seen(app)
        assert [line.split()[-3:] for line in seen(app).splitlines() if "1.1  " in line] == [
            ["ook", "doel", "2"],
            ["ook", "doel", "1"],
        ]
        assert rows(app)[-4:] == ["Zonder doel", "2.2 Nog te bedenken", "2a Teams gevraagd", "9 Los eind"]
        await pilot.press("F", "F")
        assert "Alleen doelen." in seen(app)
        assert rows(app)[:2] == ["▸ 1 Meer leerlingen in de techniek", "▸ 2 Docenten kennen het werk"]


async def test_adding_goes_one_level_down(path: Path) -> None:
    app = app_on(path, Place.PLAN)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        for ref, heading, number in (
            (Ref("themes", 0), "Nieuw thema", "3"),
            (Ref("themes", 2), "Nieuw speerpunt", "2.3"),
            (LAB, "Nieuwe mijlpaal", "1.1c"),
        ):
            place_with_lists(app).list.go_to(ref)
            await pilot.press("A" if "add_full" in PlanScreen.handlers else "a")
            await pilot.pause()
            assert heading in seen(app)
            assert number in seen(app)
            await pilot.press("escape")


async def test_moving_within_a_parent_and_over_its_border(path: Path) -> None:
    before = records_of(path)
    app = app_on(path, Place.PLAN)
    async with app.run_test(size=(80, 30)) as pilot:
        await at(app, pilot, STAGE)
        # No text names 2.1: it is done at once, and 2.1 comes last in theme 1.
        await pilot.press("shift+up")
        await pilot.pause()
        assert "verplaatst: nu 1.3" in seen(app)
        assert stored(path, "speerpunten")["3"]["theme"] == 1
        assert stored(path, "milestones")["5"]["number"] == "1.3a"
        # 1.2 is named in two texts: these are proposed first.
        await pilot.press("shift+up")
        await pilot.pause()
        await at_every_size(app, pilot, "1.3 → 1.2", "De bus komt te laat", "2 van 2 gekozen")
        await pilot.press("down", "down", "space", "enter")
        await pilot.pause()
        assert stored(path, "speerpunten")["3"]["number"] == "1.2"
        assert stored(path, "risks")["1"]["text"] == "De bus komt te laat (speerpunt 1.3, mijlpaal 1.3a)"
        await pilot.press("z", "z")
        await pilot.pause()
        assert records_of(path) == before


async def test_what_themes_belong_to_gets_another_name_for_all_at_once(tmp_path: Path) -> None:
    """Both themes stand under one head; the new name of the first is offered for the other."""
    path = tmp_path / "regio.sto.json"
    DossierStore.create(path, small_tree(*(each.changed(above="Kijken") for each in small_tree().of(Theme).values())))
    app = app_on(path, Place.PLAN)
    async with app.run_test(size=(80, 30)) as pilot:
        place = await at(app, pilot, Ref("themes", 1))
        assert "Programmalijn Kijken" in rows(app)
        place.open_form(Ref("themes", 1, "above"))
        await pilot.pause()
        await pilot.press("ctrl+u", *"Zien", "ctrl+s")
        await until_seen(app, pilot, "Ook bij thema 2 staat ‘Kijken’.")
        await pilot.press("left", "enter")
        await until_seen(app, pilot, "Programmalijn ‘Zien’ ook bij 1 thema")
        assert [theme["above"] for theme in stored(path, "themes").values()] == ["Zien", "Zien"]


async def test_escape_takes_the_new_name_over_nowhere(tmp_path: Path) -> None:
    path = tmp_path / "regio.sto.json"
    DossierStore.create(path, small_tree(*(each.changed(above="Kijken") for each in small_tree().of(Theme).values())))
    app = app_on(path, Place.PLAN)
    async with app.run_test(size=(80, 30)) as pilot:
        place = await at(app, pilot, Ref("themes", 1))
        place.open_form(Ref("themes", 1, "above"))
        await pilot.pause()
        await pilot.press("ctrl+u", *"Zien", "ctrl+s")
        await until_seen(app, pilot, "Ook bij thema 2 staat ‘Kijken’.")
        await pilot.press("escape")
        await until_seen(app, pilot, "Ongedaan gemaakt")
        assert [theme["above"] for theme in stored(path, "themes").values()] == ["Kijken", "Kijken"]


@pytest.mark.parametrize(
    ("key", "number", "milestone", "said"),
    [("enter", "2.3", "2.3a", "heeft nu nummer 2.3"), ("escape", "1.2", "1.2a", "Het nummer blijft 1.2.")],
)
async def test_another_theme_in_the_form_changes_that_alone_and_offers_a_number(
    tmp_path: Path, key: str, number: str, milestone: str, said: str
) -> None:
    path = tmp_path / "regio.sto.json"
    speerpunt = small_tree().of(Speerpunt)[2].changed(tags=(Tag.MBO, Tag.PO))
    DossierStore.create(path, small_tree(speerpunt))
    app = app_on(path, Place.PLAN)
    async with app.run_test(size=(80, 30)) as pilot:
        place = await at(app, pilot, Ref("speerpunten", 2))
        place.open_form(Ref("speerpunten", 2, "theme"))
        await form_at(app, pilot, "theme")
        await pilot.press("enter", "down", "enter", "ctrl+s")
        await until_seen(app, pilot, "Nieuw nummer voor speerpunt 1.2", "1.2 → 2.3")
        await pilot.press(key)
        await until_seen(app, pilot, said)
        moved = stored(path, "speerpunten")["2"]
        assert (moved["theme"], moved["number"], moved["tags"]) == (2, number, ["mbo", "po"])
        assert stored(path, "milestones")["3"]["number"] == milestone
        assert DossierStore.open(path, "jan", clock).history.latest(2)[-1].label.endswith(": thema")


async def test_a_theme_is_numbered_and_its_texts_follow(path: Path) -> None:
    before = records_of(path)
    app = app_on(path, Place.PLAN)
    async with app.run_test(size=(80, 30)) as pilot:
        await at(app, pilot, Ref("themes", 2))
        await pilot.press("N", "0", "enter")
        await pilot.pause()
        assert "van 1 tot en met 99" in seen(app)
        await pilot.press("backspace", "1", "enter")
        await pilot.pause()
        await at_every_size(app, pilot, "Thema 2 Mensen krijgt nummer 1", "2 → 1", "Teksten")
        await pilot.press("enter")
        await pilot.pause()
        assert "Thema 2 Mensen heeft nu nummer 1." in seen(app)
        assert stored(path, "speerpunten")["1"]["result"] == "Een lab dat draait, zie 2.2."
        await pilot.press("z")
        await pilot.pause()
        assert records_of(path) == before


async def test_a_filter_shows_some_rows_and_goes_with_one_key(path: Path) -> None:
    app = app_on(path, Place.PLAN)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        await pilot.press("f", "down", "enter")
        await pilot.press(*"bus", "enter")
        await pilot.pause()
        assert rows(app) == ["▾ 1 Labs", "▾ 1.2 Lab in de wijk", "1.2a Bus rijdt"]
        assert "Filter: ‘bus’ · 2 regels" in seen(app)
        await pilot.press("f")
        assert "Alles is weer te zien." in seen(app)
        assert "2.1a Eerste stage" in rows(app)


async def test_a_speerpunt_is_split(path: Path) -> None:
    before = records_of(path)
    app = app_on(path, Place.PLAN)
    async with app.run_test(size=(80, 30)) as pilot:
        await at(app, pilot, LAB)
        await pilot.press("S", *"Lab 2", "enter")
        await pilot.pause()
        await at_every_size(app, pilot, "1.1 Lab op school splitsen in 1.1 en 1.3", "Noord College", "→ blijft bij 1.1")
        await pilot.press("down", "right", "enter")
        await pilot.pause()
        assert "1.1 Lab op school gesplitst: 1.3 Lab 2 is erbij." in " ".join(seen(app).split())
        assert [partner["party"] for partner in stored(path, "speerpunten")["1"]["partners"]] == [1]
        second = stored(path, "speerpunten")[str(numbered(path, "1.3"))]
        assert (second["title"], [partner["party"] for partner in second["partners"]]) == ("Lab 2", [2])
        await pilot.press("z")
        await pilot.pause()
        assert records_of(path) == before


async def test_two_speerpunten_become_one(path: Path) -> None:
    before = records_of(path)
    app = app_on(path, Place.PLAN)
    async with app.run_test(size=(80, 30)) as pilot:
        await at(app, pilot, LAB)
        await pilot.press("J")
        await at_every_size(app, pilot, "1.1 Lab op school samenvoegen met", "Hiernaast", "Lab in de wijk")
        row = app.screen.query_one(RecordList).current
        assert row is not None
        assert row.cells == (("1.2", "bold"), "Lab in de wijk"), "the number is what is looked for"
        await pilot.press("enter")
        await pilot.pause()
        assert "→ Lab op school / Lab in de wijk" in seen(app)
        await pilot.press("right", "enter")
        await pilot.pause()
        assert stored(path, "speerpunten")["1"]["title"] == "Lab op school"
        assert "2" not in stored(path, "speerpunten")
        assert stored(path, "milestones")["3"]["number"] == "1.1c"
        await pilot.press("z")
        await pilot.pause()
        assert records_of(path) == before


async def test_a_row_is_duplicated_and_the_cursor_goes_there(path: Path) -> None:
    before = records_of(path)
    app = app_on(path, Place.PLAN)
    async with app.run_test(size=(80, 30)) as pilot:
        place = await at(app, pilot, LAB)
        await pilot.press("D")
        await pilot.pause()
        assert "Speerpunt 1.1 Lab op school gedupliceerd: 1.3" in seen(app)
        assert place.current_ref == Ref("speerpunten", numbered(path, "1.3"))
        await pilot.press("z")
        await pilot.pause()
        assert records_of(path) == before


async def test_an_edit_of_another_session_stays(path: Path) -> None:
    app = app_on(path, Place.PLAN)
    async with app.run_test(size=(80, 30)) as pilot:
        await at(app, pilot, STAGE)
        other = DossierStore.open(path, "anja", clock)
        other.apply(Change("Resultaat", edited(other.dossier.of(Speerpunt)[3], result="Elke docent een week")))
        await pilot.press("shift+up")
        await pilot.pause()
        now = stored(path, "speerpunten")["3"]
        assert (now["number"], now["result"]) == ("1.3", "Elke docent een week")


async def test_activities_are_typed_as_a_list(path: Path) -> None:
    before = records_of(path)
    app = app_on(path, Place.PLAN)
    async with app.run_test(size=(80, 30)) as pilot:
        await at(app, pilot, LAB)
        await pilot.press("t")
        await at_every_size(
            app, pilot, "Activiteiten van 1.1 Lab op school", "2027", "2 activiteiten", "Nieuwe periode"
        )
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("down", "end", "enter", *"Lab testen", "enter", *"Lab vieren", "ctrl+s")
        await pilot.pause()
        acts = stored(path, "speerpunten")["1"]["phases"][0]["acts"]
        assert [act["text"] for act in acts] == ["Lokaal kiezen", "Lab inrichten", "Lab testen", "Lab vieren"]
        assert [act["id"] for act in acts[:2]] == [1, 2]
        await pilot.press("z")
        await pilot.pause()
        assert records_of(path) == before


async def test_what_moves_into_a_folded_speerpunt_stays_in_sight(path: Path) -> None:
    app = app_on(path, Place.PLAN)
    async with app.run_test(size=(80, 30)) as pilot:
        place = await at(app, pilot, Ref("milestones", 5))
        await pilot.press("shift+down")
        await pilot.pause()
        assert place.current_ref == Ref("milestones", 5)
        assert stored(path, "milestones")["5"]["number"] == "2.2a"
        assert "▾ 2.2 Nog te bedenken" in rows(app)


async def test_under_a_goal_the_cursor_goes_along_to_the_next(path: Path) -> None:
    app = app_on(path, Place.PLAN)
    async with app.run_test(size=(80, 30)) as pilot:
        place = await at(app, pilot, WIJK)
        await pilot.press("o")
        assert place.plan_tree.here == (WIJK, Ref("goals", 1))
        await pilot.press("shift+down")
        await pilot.pause()
        assert "nu bij doel 2" in seen(app)
        assert stored(path, "speerpunten")["2"]["goals"] == [2]
        assert place.plan_tree.here == (WIJK, Ref("goals", 2))
        await pilot.press("shift+down")
        assert "Dit staat al onderaan." in seen(app)


async def test_a_jump_to_another_period_and_back_never_leaves_its_rows(tmp_path: Path) -> None:
    """What stands under the head of a period is of that period, at each place that shows rows of one."""
    periods = {
        number: PlanPeriod(id=number, label=f"{year}-{year + 1}", start=date(year, 1, 1), end=date(year + 1, 12, 31))
        for number, year in ((1, 2027), (2, 2025))
    }
    plan = small_tree().seen_in(None)
    old = Theme(id=3, number=3, title="Toen", periods=(2,))
    themes = {number: theme.changed(periods=(1,)) for number, theme in plan.of(Theme).items()}
    milestone = Milestone(id=9, theme=3, number="3a", title="Bus van toen", due=date(2026, 3, 2))
    milestones = {**plan.of(Milestone), 9: milestone}
    path = tmp_path / "regio.sto.json"
    DossierStore.create(
        path, plan.with_tables({"periods": periods, "themes": {**themes, 3: old}, "milestones": milestones})
    )
    app = app_on(path, Place.PLAN)
    async with app.run_test(size=(80, 30)) as pilot:
        await pilot.pause()
        for place in (Place.PLAN, Place.MIJLPALEN, Place.VOORTGANG):
            for ref, shown, hidden in (
                (Ref("milestones", 9), "Bus van toen", "Lokaal gekozen"),
                (Ref("milestones", 1), "Lokaal gekozen", "Bus van toen"),
            ):
                app.going.go_to(ref, place)
                await pilot.pause()
                assert shown in seen(app), (place, ref)
                assert hidden not in seen(app), (place, ref)
