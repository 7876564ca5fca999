"""The app with a real store on a real file: what people see, and what is on disk."""

import json
import re
from functools import partial
from pathlib import Path

import pytest
from textual.widgets import Input

from sto_tui.app import StoApp
from sto_tui.colours import ANSI, DARK, LIGHT
from sto_tui.domain.dutch import NO_BREAK_SPACE
from sto_tui.domain.milestones import Milestone, Veri
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Speerpunt
from sto_tui.domain.record import Ref, fields_of
from sto_tui.domain.tables import TABLES
from sto_tui.places import Place
from sto_tui.screens.editing.form import FormWindow
from sto_tui.screens.frame.list_place import PlaceScreen
from sto_tui.screens.frame.place import PlaceFrame
from sto_tui.screens.windows.confirm import QuestionWindow
from sto_tui.screens.windows.palette import Palette
from sto_tui.storage.file.codec import dossier_from
from sto_tui.widgets.one_of import OneOf
from tests.conftest import CONTROLS, NASTY, clock
from tests.support.screens import (
    SIZES,
    app_on,
    form_of,
    lists_of,
    place_of,
    retype,
    seen,
    show_list,
    stored,
    until,
    until_seen,
)


@pytest.mark.parametrize(("size", "theme"), [(SIZES[0], LIGHT), (SIZES[1], ANSI), (SIZES[2], DARK)], ids=str)
async def test_every_place_and_list_shows_its_content(example: Path, size: tuple[int, int], theme: str) -> None:
    """On every size and in every theme, taken together."""
    app = app_on(example, Place.OVERZICHT, theme)
    async with app.run_test(size=size) as pilot:
        for place in Place:
            await pilot.press(str(place.number))
            screen = place_of(app)
            assert screen.place is place
            assert place.title in seen(app) or (place.short and place.short in seen(app))
            for number in range(lists_of(app)):
                assert not isinstance(screen, PlaceScreen) or screen.section_number == number
                text = seen(app)
                assert "Nog geen" not in text, (place.title, number, text)
                assert "opgeslagen" in text.splitlines()[0]
                assert "? Toetsen" in text.splitlines()[-1]
                assert screen.main.current_key is not None
                await pilot.press("tab")


# Per place the list to go to (how often tab), the table that is edited and a field that is typed in.
EDITS = [
    (1, 1, "deadlines", "title"),
    (1, 2, "periods", "version"),
    (2, 1, "decisions", "why"),
    (2, 2, "actions", "owner"),
    (3, 0, "vision", "text"),
    (3, 1, "indicators", "source"),
    (4, 1, "goals", "indicator"),
    (4, 2, "parties", "contact"),
    (5, 0, "milestones", "title"),
    (7, 1, "progress", "note"),
    (8, 2, "texts", "heading"),
]


async def test_every_edit_is_on_disk_at_once_and_one_key_takes_it_back(example: Path) -> None:
    app = app_on(example)
    done: list[tuple[str, str, str, object]] = []
    async with app.run_test() as pilot:
        for place, tabs, table, field in EDITS:
            await pilot.press(str(place))
            screen = place_of(app)
            if isinstance(screen, PlaceScreen):
                screen.show_section(tabs)
            ref = place_of(app).current_ref
            assert ref is not None
            assert ref.table == table
            done.append((table, str(ref.id), field, stored(example, table)[str(ref.id)].get(field)))
            await pilot.press("enter")
            retype(app, field, "Anders dan eerst")
            await pilot.press("ctrl+s")
            assert isinstance(app.screen, PlaceFrame), app.screen
            assert stored(example, table)[str(ref.id)][field] == "Anders dan eerst"
            assert "gewijzigd" in place_of(app).bar.message
        for table, number, field, before in reversed(done):
            await pilot.press("z")
            assert stored(example, table)[number].get(field) == before
            assert place_of(app).bar.message.startswith("Ongedaan gemaakt:")
        table, number, field, _ = done[0]
        await pilot.press("ctrl+y")
        assert stored(example, table)[number][field] == "Anders dan eerst"


async def test_adding_fills_in_what_is_known_and_explains_what_is_wrong(example: Path) -> None:
    app = app_on(example, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        before = len(stored(example, "milestones"))
        await pilot.press("A")
        window = app.screen
        assert isinstance(window, FormWindow)
        fields = window._form._fields
        number, title, due = (fields[name].editor for name in ("number", "title", "due"))
        assert isinstance(number, Input)
        assert isinstance(title, Input)
        assert isinstance(due, Input)
        assert number.value == "1.1g"
        await pilot.press("ctrl+s")
        assert "Vul ‘Mijlpaal’ in." in fields["title"].wrong
        due.value = "31-2-2027"
        await pilot.pause()
        assert "geen datum" in fields["due"].wrong
        title.value = "Feestelijke opening"
        due.value = "Q227"
        await pilot.pause()
        assert not fields["due"].wrong
        await pilot.press("ctrl+s")
        found = stored(example, "milestones")
        assert len(found) == before + 1
        assert {"number": "1.1g", "title": "Feestelijke opening", "due": "2027-06-30"}.items() <= list(found.values())[
            -1
        ].items()
        assert "Feestelijke opening" in seen(app)
        await pilot.press("x")
        assert len(stored(example, "milestones")) == before


async def test_deleting_asks_only_when_others_hang_on_it(example: Path) -> None:
    app = app_on(example, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        ref = place_of(app).current_ref
        assert ref is not None
        await pilot.press("x")
        assert isinstance(app.screen, QuestionWindow)
        asked = re.findall(r"(?:Gaat mee weg|Blijft, en staat dan los hiervan) \((\d+ regels?)\):", seen(app))
        assert len(asked) == 2
        await pilot.press("enter")
        assert str(ref.id) in stored(example, "milestones"), "the harmless answer has the focus"
        await pilot.press("x", "left", "enter")
        assert str(ref.id) not in stored(example, "milestones")
        said = place_of(app).bar.message
        assert f"; {asked[0]} gingen mee weg; {asked[1]} staan nu los. Met z haal je het terug." in said
        assert not [one for one in stored(example, "veri").values() if one["row"] == str(ref)]
        await pilot.press("z")
        assert str(ref.id) in stored(example, "milestones")


async def test_escape_keeps_what_was_typed_unless_it_may_go(example: Path) -> None:
    app = app_on(example, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        await pilot.press("enter", "end", "X", "escape")
        assert isinstance(app.screen, QuestionWindow)
        await until_seen(app, pilot, "←→ Andere knop  enter Verder typen  esc Sluiten")
        await pilot.press("enter")
        assert isinstance(app.screen, FormWindow)
        await pilot.press("escape", "left")
        await until_seen(app, pilot, "enter Weggooien")
        await pilot.press("enter")
        assert isinstance(app.screen, PlaceFrame)


async def test_a_key_that_cannot_work_says_why(example: Path) -> None:
    app = app_on(example, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        await pilot.press("z")
        assert place_of(app).bar.message == "Er is in deze sessie nog niets gewijzigd."
        await pilot.press("ctrl+y")
        assert place_of(app).bar.message == "Er is niets ongedaan gemaakt om opnieuw te doen."


async def test_search_goes_to_a_record_and_ignores_diacritics(example: Path) -> None:
    app = app_on(example, Place.OVERZICHT)
    async with app.run_test() as pilot:
        party = next(iter(app.dossier.of(Party).values()))
        await pilot.press("slash")
        app.screen.query_one(Input).value = party.name.upper()
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert place_of(app).place is Place.PLAN
        assert place_of(app).current_ref == Ref("parties", party.id)


async def test_findings_lead_to_the_record(example: Path) -> None:
    app = app_on(example, Place.VERI)
    async with app.run_test() as pilot:
        await pilot.pause()
        assert app.findings.latest
        assert "fout" in seen(app).splitlines()[0]
        await pilot.press("m")
        assert "Meldingen bij VERI" in seen(app)
        target = next(finding.ref for finding in app.findings.latest if finding.place is Place.VERI)
        await pilot.press("enter")
        await pilot.pause()
        if isinstance(app.screen, FormWindow):
            await pilot.press("escape")
        assert place_of(app).current_ref in (target.at(None), None) or place_of(app).place is not Place.VERI


async def test_help_lists_every_key_of_the_place(example: Path) -> None:
    app = app_on(example, Place.VOORTGANG)
    async with app.run_test(size=(80, 60)) as pilot:
        await pilot.press("question_mark")
        text = seen(app)
        for word in ("Groen", "Toevoegen", "Regioprofiel", "Ongedaan maken", "Zoeken"):
            assert (word in text) == (word != "Regioprofiel")


async def test_help_says_which_file_is_open_in_the_room_there_is(
    example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home = example.parent
    folder = home / "plannen" / ("een lange map " * 3).strip() / "2027"
    folder.mkdir(parents=True)
    path = example.rename(folder / "veenderwaard.sto.json")
    monkeypatch.setenv("HOME", str(home))
    app = app_on(path, Place.MIJLPALEN)
    async with app.run_test(size=(60, 20)) as pilot:
        await pilot.press("question_mark")
        await until_seen(app, pilot, "Dossier: …/2027/veenderwaard.sto.json")
        await pilot.resize_terminal(120, 40)
        await until_seen(app, pilot, f"Dossier: ~/plannen/{folder.parent.name}/2027/veenderwaard.sto.json")


async def test_a_stoplicht_is_one_key_and_stands_in_the_log(example: Path) -> None:
    app = app_on(example, Place.VOORTGANG)
    async with app.run_test() as pilot:
        ref = place_of(app).current_ref
        assert ref is not None
        lines = len(stored(example, "progress"))
        await pilot.press("r")
        assert stored(example, "milestones")[str(ref.id)]["light"] == "rood"
        assert len(stored(example, "progress")) == lines + 1
        await pilot.press("z")
        assert len(stored(example, "progress")) == lines


async def test_resizing_keeps_cursor_and_typing(example: Path) -> None:
    app = app_on(example, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        await pilot.press("down", "down", "down")
        cursor = place_of(app).main.cursor
        await pilot.press("enter", "end", "Q")
        number = form_of(app)._form._fields["number"].editor
        assert isinstance(number, Input)
        typed = number.value
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert number.value == typed
            assert number.has_focus
            assert typed in seen(app)
        await pilot.press("escape", "left", "enter")
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert place_of(app).main.cursor == cursor
            assert "›" in seen(app)


def shows_place(app: StoApp, *, shown: bool) -> bool:
    """Whether a place is in front, or not."""
    return isinstance(app.screen, PlaceFrame) is shown


@pytest.mark.parametrize("first", [0, 1])
async def test_nasty_text_shows_as_itself_everywhere(example: Path, first: int) -> None:
    """Every text field of every record holds one of half of the nasty texts, in turn."""
    texts = [*NASTY, CONTROLS][first::2]
    raw = json.loads(example.read_bytes())
    shown = dossier_from(raw, example.name).seen_in().tables
    for table in TABLES.values():
        documents = [document for number, document in raw[table.name].items() if int(number) in shown[table.name]]
        for name, spec in fields_of(table.model).items():
            if spec.kind in ("line", "text") and name not in ("number",):
                for turn, document in enumerate(documents):
                    document[name] = texts[turn % len(texts)][: spec.limit]
    example.write_text(json.dumps(raw), encoding="utf-8")
    parts = ["voor]0;xna31mom" if text == CONTROLS else text[:14] for text in texts]
    app = app_on(example)
    async with app.run_test(size=(120, 40)) as pilot:
        for place in Place:
            await pilot.press(str(place.number))
            screen = place_of(app)
            met = ""
            for _ in range(lists_of(app)):
                dump = seen(app)
                met += dump
                lacking = [part for part in parts if part not in dump]
                many = not isinstance(screen, PlaceScreen) or len(
                    {row.key for row in screen.list.rows if isinstance(row.key, Ref)}
                ) >= 2 * len(parts)
                assert not lacking or place.number in (1, 6, 8) or not many, (lacking, dump)
                assert len(lacking) < len(parts) or place.number in (1, 6, 8), dump
                assert "\x1b" not in dump
                assert "\x9b" not in dump
                await pilot.press("tab")
            assert place.number in (1, 6, 8) or all(part in met for part in parts), place.title
        await pilot.press("5", "enter")
        await until(pilot, lambda: isinstance(app.screen, FormWindow) and any(part in seen(app) for part in parts))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, PlaceFrame))
        await pilot.press("x")
        await until(pilot, lambda: not isinstance(app.screen, PlaceFrame) and any(part in seen(app) for part in parts))
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, PlaceFrame))
        await pilot.press("slash")
        await until(pilot, lambda: isinstance(app.screen, Palette) and isinstance(app.focused, Input))
        app.screen.query_one(Input).value = "mijlpaal"
        await pilot.pause()
        for key in ("escape", "m", "escape", "question_mark", "escape"):
            await pilot.press(key)
            await until(pilot, partial(shows_place, app, shown=key == "escape"))


async def test_select_shows_records_by_their_name(example: Path) -> None:
    app = app_on(example, Place.MIJLPALEN)
    async with app.run_test() as pilot:
        await pilot.press("enter")
        window = app.screen
        assert isinstance(window, FormWindow)
        speerpunt = window._form._fields["speerpunt"].editor
        assert isinstance(speerpunt, OneOf)
        assert speerpunt.value in app.dossier.of(Speerpunt)


async def test_the_cursor_stays_in_sight_and_the_whole_list_can_be_seen(example: Path) -> None:
    app = app_on(example, Place.VOORTGANG)
    async with app.run_test() as pilot:
        milestones = list(app.dossier.of(Milestone).values())
        for size in SIZES:
            await pilot.resize_terminal(*size)
            await pilot.press("end")
            assert f"› {milestones[-1].number}" in seen(app)
            await pilot.press("home")
            assert f"› {milestones[0].number}" in seen(app)
            assert "1 Ontdekken" in seen(app), "the head of the first group comes into sight with its first record"
            for _ in range(3):
                await pilot.press("pagedown")
                assert "›" in seen(app)
            # After a page down the cursor is at or near the edge: a few lines more make the list roll.
            before = place_of(app).main.scroll_offset.y
            await pilot.press(*["down"] * 10)
            assert "›" in seen(app)
            assert place_of(app).main.scroll_offset.y > before > 0


async def test_what_stands_after_the_last_record_can_be_seen(example: Path) -> None:
    app = app_on(example, Place.PLAN)
    async with app.run_test() as pilot:
        show_list(app, "Begroting")
        await pilot.press("end")
        assert "€ 2.389.740" in seen(app).replace(NO_BREAK_SPACE, " ")


async def test_amounts_stand_against_the_right_edge(example: Path) -> None:
    app = app_on(example, Place.PLAN)
    async with app.run_test():
        show_list(app, "Begroting")
        await app.animator.wait_for_idle()
        lines = [line.rstrip() for line in seen(app).splitlines() if "€" in line and ":" not in line]
        assert len({len(line) for line in lines}) == 1, lines


async def test_a_jump_reaches_every_kind_of_record(example: Path) -> None:
    app = app_on(example, Place.OVERZICHT)
    async with app.run_test() as pilot:
        for table in TABLES:
            if table == "region":
                continue
            ref = Ref(table, list(app.dossier.ordered(table))[-1])
            app.going.go_to(ref)
            await pilot.pause()
            role = app.dossier.of(Veri).get(ref.id) if table == "veri" else None
            assert place_of(app).current_ref == (role.row if role else ref), "a role is a cell of its row"


async def test_a_draft_is_made_from_place_eight_and_says_what_is_missing(example: Path) -> None:
    app = app_on(example, Place.CONCEPT)
    async with app.run_test() as pilot:
        await pilot.press("c")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "Nog in te vullen" in seen(app)
        (made,) = (example.parent / "concepten").glob("*.docx")
        await pilot.press("escape", "end")
        assert made.name in seen(app)


async def test_a_strange_path_on_the_start_screen_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bestand").write_text("")
    app = StoApp(None, Place.OVERZICHT, "jan", clock)
    async with app.run_test() as pilot:
        await pilot.press("down", "enter")
        window = form_of(app)
        retype(app, "region", "Nieuw")
        said = set()
        for typed in ("~bestaatniet/x", "bestand/x", "n" * 290):
            retype(app, "file", typed)
            await pilot.press("ctrl+s")
            assert app.screen is window
            assert window._bar.message
            said.add(window._bar.message)
        assert len(said) == 3


async def test_the_start_screen_makes_a_dossier_and_opens_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    app = StoApp(None, Place.OVERZICHT, "jan", clock)
    async with app.run_test() as pilot:
        assert "Nieuw dossier" in seen(app)
        await pilot.press("down", "enter")
        window = app.screen
        assert isinstance(window, FormWindow)
        editor = window._form._fields["region"].editor
        assert isinstance(editor, Input)
        editor.value = "Ons Dorp"
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert (tmp_path / "ons-dorp.sto.json").exists()
        assert "Ons Dorp · 2027-2028" in seen(app)
