"""The sections of place 3: read side by side, written over the whole window, outside, and on the wall."""

import os
import re
import signal
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from textual.pilot import Pilot

from benchmarks.terminal import Terminal, sto
from sto_tui.app import StoApp
from sto_tui.colours import DARK, LIGHT
from sto_tui.domain.change import NotSavedError, changing, removing
from sto_tui.domain.record import Ref
from sto_tui.domain.vision import VisionSection
from sto_tui.outside_editor import Returned, edited, editor
from sto_tui.places import Place
from sto_tui.planning.new_dossier import new_dossier
from sto_tui.planning.text_changes import Changed
from sto_tui.screens.editing.conflict import ConflictWindow
from sto_tui.screens.editing.record_edit import RecordEdit
from sto_tui.screens.editing.writing import WritingWindow
from sto_tui.screens.vision.screen import VisionScreen
from sto_tui.screens.vision.sections import text_lines
from sto_tui.screens.vision.wall import VisionWallScreen
from sto_tui.screens.windows.confirm import QuestionWindow
from sto_tui.storage.store import DossierStore
from sto_tui.storage.together.edited_outside import private_file, with_its_text
from sto_tui.storage.together.open_dossier import Session
from sto_tui.storage.together.unfinished import Rescued
from sto_tui.widgets.marked_words import marked_lines
from sto_tui.widgets.unseen import SETTLING_SECONDS
from sto_tui.widgets.writing_area import WritingArea
from tests.conftest import CONTROLS, NASTY, NOW, clock
from tests.support.by_hand import app_of
from tests.support.screens import app_on, seen, stored, until_seen
from tests.support.small_plan import empty_plan

FIRST = Ref("vision", 1)


NOTHING_NEW = "Er is nog geen nieuwe tekst om vast te stellen."


def written(path: Path, **texts: object) -> DossierStore:
    """Another session that wrote in the first section."""
    store = DossierStore.open(path, "anja", clock)
    section = store.dossier.of(VisionSection)[1]
    store.apply(changing(store.dossier, section, section.changed(**texts)))
    return store


def place(app: StoApp) -> VisionScreen:
    assert isinstance(app.screen, VisionScreen), app.screen
    return app.screen


def area(app: StoApp) -> WritingArea:
    assert isinstance(app.screen, WritingWindow), app.screen
    return app.screen.query_one(WritingArea)


def words(path: Path, field: str = "text") -> object:
    return stored(path, "vision")["1"].get(field)


async def pressed(pilot: Pilot[None], *keys: str) -> None:
    await pilot.press(*keys)
    await pilot.pause()


def test_the_difference_is_marked_without_colour_and_keeps_the_new_text_whole() -> None:
    changes: tuple[Changed, ...] = (
        ("same", "De regio"),
        ("removed", " telt vier"),
        ("added", " telt vijf"),
        ("same", " scholen, [x] samen.\n"),
        ("removed", "Weg.\n"),
        ("added", f"\n{NASTY[8]}"),
    )
    lines = ["".join(text for text, _ in line) for line in marked_lines(changes, 40)]
    assert lines[0] == "De regio [−telt vier−] [+telt vijf+]"
    assert lines[1:3] == ["scholen, [x] samen.", "[−Weg.−]"]
    assert max(map(len, lines)) <= 40
    assert "".join(lines).count("w") == len(NASTY[8])


async def test_texts_stand_side_by_side_or_one_at_a_time(small: Path) -> None:
    written(small, previous="Vier scholen werken los. [x]", text="Vijf scholen werken samen. [x]", now=CONTROLS)
    app = app_on(small, Place.REGIOVISIE)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        for shown in ("Vorige tekst  5 woorden", "Nieuwe tekst  5 woorden", "Vijf scholen", "nog niet vastgesteld"):
            assert shown in seen(app)
        await pressed(pilot, "f")
        assert "Wat gebeurt er nu" in seen(app)
        assert "Vijf scholen" in seen(app)
        await pressed(pilot, "f", "f", "f")
        assert "2 woorden erbij, 2 woorden weg" in seen(app)
        for size in ((60, 20), (80, 24)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert "[−Vier−] [+Vijf+] scholen werken" in seen(app)
        await pressed(pilot, "f", "right")
        assert "› Vorige tekst  5 woorden" in seen(app)
        assert "Nieuwe tekst" not in seen(app)
        await pressed(pilot, "w")
        assert area(app).text == "Vier scholen werken los. [x]"
        await pressed(pilot, "escape", "left", "w")
        assert area(app).text == "Vijf scholen werken samen. [x]"
        await pressed(pilot, "escape", "tab", "w")
        assert "Dat kan bij de onderdelen" in seen(app)


async def test_writing_agreeing_and_moving_are_on_disk_at_once(small: Path) -> None:
    app = app_on(small, Place.REGIOVISIE)
    async with app.run_test() as pilot:
        await pressed(pilot, "g")
        assert "nog geen nieuwe tekst" in seen(app)
        await pressed(pilot, "w", *"Een", "space", *"visie")
        assert "2 woorden" in seen(app)
        await pressed(pilot, "escape")
        assert isinstance(app.screen, QuestionWindow)
        await pressed(pilot, "escape", "ctrl+s", "g")
        assert (words(small), words(small, "agreed_on")) == ("Een visie", NOW.date().isoformat())
        names = [one.section for one in app.dossier.of(VisionSection).values()]
        await pressed(pilot, "shift+down")
        assert [one.section for one in app.dossier.of(VisionSection).values()] == [names[1], names[0], *names[2:]]
        assert place(app).current_ref == FIRST
        await pressed(pilot, "z", "z", "shift+up")
        assert "Dit onderdeel staat al bovenaan." in seen(app)
        assert not words(small, "agreed_on")
        assert [one["order"] for one in stored(small, "vision").values()] == list(range(1, len(names) + 1))


async def test_what_is_typed_meets_what_another_wrote_and_neither_is_lost(small: Path) -> None:
    app = app_on(small, Place.REGIOVISIE)
    async with app.run_test() as pilot:
        await pressed(pilot, "w", *"van", "space", *"jan")
        form = app.front.forms[0]
        assert form.edited
        state = {"about": form.edited.about(), "levels": [form.level()]}
        written(small, text="van anja")
        await pressed(pilot, "ctrl+s")
        assert isinstance(app.screen, ConflictWindow)
        assert words(small) == "van anja"
        await pressed(pilot, "e")
        assert area(app).text == "van jan"
        assert "van anja" in seen(app)
        await pressed(pilot, "ctrl+s")
        assert words(small) == "van jan"
        await place(app).resume_typing(state)
        await pilot.pause()
        assert area(app).text == "van jan"
        await pressed(pilot, "ctrl+s")
        section = VisionSection.model_validate({"id": 1, **dict(app.dossier.of(VisionSection)[1])})
        edit = RecordEdit(place(app), "vision", section, {}, only="text")
        written(small, text="weer anja")
        edit.take_over("van buiten", "")
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, ConflictWindow)
        assert words(small) == "weer anja"


async def test_on_the_wall_a_group_reads_writes_and_agrees(small: Path) -> None:
    long = "\n".join(f"Regel {number} van de visie." for number in range(60))
    store = written(small, text=long, previous="Vroeger")
    app = app_on(small, Place.REGIOVISIE, DARK)
    async with app.run_test() as pilot:
        await pressed(pilot, "p")
        wall = app.screen
        assert isinstance(wall, VisionWallScreen)
        assert app.theme == LIGHT
        assert "Regel 0 van de visie." in seen(app)
        await pressed(pilot, "pagedown", "end")
        assert "Regel 59 van de visie." in seen(app)
        # With a blank line after each they fit in twice as many lines, and one more does not.
        room = wall.reading.size.height // 2
        assert wall.reading.size.height == 2 * room, "all of it is used"
        for many, apart in ((room, 2), (room + 1, 1), (60, 1)):
            written(small, text="\n".join(f"Regel {number} van de visie." for number in range(many)))
            app.following.poll()
            await pressed(pilot, "home")
            lines = seen(app).splitlines()
            first, second = (lines.index(line) for line in lines if re.search(r" Regel [01] van", line))
            assert second - first == apart, many
        await pressed(pilot, "end")
        await pressed(pilot, "w", "enter", *"Slot.", "ctrl+s")
        assert app.screen is wall
        assert "Slot." in seen(app)
        assert str(words(small)).endswith("\nSlot.")
        store.poll()
        section = store.dossier.of(VisionSection)[1]
        store.apply(changing(store.dossier, section, section.changed(section="Andere naam", text="Kort.")))
        app.following.poll()
        await pilot.pause()
        assert "Kort." in seen(app)
        await pressed(pilot, "g", "f", "f")
        assert words(small, "agreed_on") == date(2026, 9, 3).isoformat()
        assert "Vroeger" in seen(app)
        for size in ((60, 20), (120, 40)):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert "Vorige tekst · 1 woord" in seen(app)
        await pressed(pilot, "left", "right")
        store.poll()
        section = store.dossier.of(VisionSection)[2]
        assert isinstance(wall, VisionWallScreen)
        for text, agreed_on, why in ((" ", None, NOTHING_NEW), ("Er.", None, ""), ("", date(2026, 9, 1), "")):
            store.apply(
                changing(
                    store.dossier, store.dossier.of(VisionSection)[2], section.changed(text=text, agreed_on=agreed_on)
                )
            )
            app.following.poll()
            assert (wall.why_not("agree"), wall.section and wall.section.agreed_on) == (why, agreed_on)
        store.apply(removing(store.dossier, store.dossier.of(VisionSection)[2]))
        app.following.poll()
        await pressed(pilot, "escape")
        assert app.theme == DARK
        assert place(app).current_ref == Ref("vision", 3), "the one in the place of what is gone"


needs_a_terminal = pytest.mark.skipif(os.name == "nt", reason="needs a pseudo-terminal")


def in_editor(path: Path, folder: Path, script: str) -> Terminal:
    """Place 3 in a terminal, with a shell script as the editor."""
    program = folder / "mijn editor"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o700)
    around = {"VISUAL": f"'{program}'", "STO_CONFIG_DIR": str(folder / "instellingen")}
    return Terminal(sto("open", str(path), "--plaats", "regiovisie"), environment=around, quiet=0.1)


def left_behind(path: Path, folder: Path) -> list[Path]:
    """What is kept of typing: beside the dossier, and in the folder of the account, which has a folder per dossier."""
    beside = path.parent / f"{path.name.removesuffix('.sto.json')}.sto.d" / "onafgemaakt"
    return [*beside.rglob("*"), *(folder / "instellingen" / "onafgemaakt").glob("*/**/*")]


@pytest.mark.slow
@needs_a_terminal
def test_the_text_goes_through_the_own_editor_and_back(small: Path, tmp_path: Path) -> None:
    written(small, text="Een tekst")
    seen_by = f'(ls -l "$1"; ls -ld "${{1%/*}}"; echo "$1") > "{tmp_path}/gezien"'
    with in_editor(small, tmp_path, f'{seen_by}\nprintf "\nmeer\\033\n" >> "$1"') as terminal:
        terminal.wait_for("? Toetsen")
        terminal.press("E")
        terminal.wait_for("meer")
        assert words(small) == "Een tekst\n\nmeer"
        assert "1 Overzicht" in terminal.text
        terminal.press("z")
        terminal.wait_for("Ongedaan gemaakt")
        assert words(small) == "Een tekst"
        listed, folder, file = (tmp_path / "gezien").read_text().splitlines()
        assert listed.startswith("-rw-------")
        assert folder.startswith("drwx------")
        assert file.endswith(".md")
        assert left_behind(small, tmp_path) == []


@pytest.mark.slow
@needs_a_terminal
def test_the_terminal_comes_back_from_an_editor_that_spoils_the_file_or_does_not_wait(
    small: Path, tmp_path: Path
) -> None:
    written(small, text="Een tekst")
    with in_editor(small, tmp_path, f'[ -e "{tmp_path}/al" ] || rm "$1"\ntouch "{tmp_path}/al"') as terminal:
        terminal.wait_for("? Toetsen")
        terminal.press("E")
        terminal.wait_for("De editor werkte niet")
        terminal.press("g")
        terminal.wait_for("✓")
        terminal.press("E")
        terminal.wait_for("kwam meteen terug")
        assert words(small) == "Een tekst"
        assert left_behind(small, tmp_path) == []


@pytest.mark.slow
@needs_a_terminal
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_what_was_saved_in_the_editor_is_offered_after_an_end(small: Path, tmp_path: Path, number: int) -> None:
    written(small, text="Een tekst")
    script = 'printf "\nmeer" >> "$1"\necho bewaard\nexec sleep 60'
    with in_editor(small, tmp_path, script) as terminal:
        terminal.wait_for("? Toetsen")
        terminal.send("E")
        terminal.wait_for("bewaard")
        (sign,) = (small.parent / f"{small.name.removesuffix('.sto.json')}.sto.d" / "sessies").glob("*.json")
        assert '"editing":"vision/1"' in sign.read_text()
        terminal.signal(number)
        assert terminal.status is not None
    assert words(small) == "Een tekst"
    assert len(left_behind(small, tmp_path)) == 3
    with in_editor(small, tmp_path, "true") as terminal:
        terminal.wait_for("‘Een tekst  meer’")
        time.sleep(2 * SETTLING_SECONDS)  # who reads it
        terminal.press("enter")
        terminal.wait_for("woorden")
        terminal.press("\x13")
        terminal.wait_for("? Toetsen")
        terminal.wait_for("meer")
        assert words(small) == "Een tekst\n\nmeer"
        assert left_behind(small, tmp_path) == []


def test_a_text_from_an_editor_is_trusted_only_in_its_own_folder(small: Path, tmp_path: Path) -> None:
    secret = tmp_path / "geheim"
    secret.mkdir()
    (secret / "sleutel.md").write_text("geheim")
    written(small, text="Een tekst")
    store = DossierStore.open(small, "jan", clock)
    about = {
        "table": "vision",
        "id": 1,
        "base": store.dossier.of(VisionSection)[1].document(),
        "values": {},
        "name": "Naam",
    }
    about["only"] = "text"
    session = Session(small, "jan", clock, tmp_path / "elders")
    file = session.file_for_editor(about, "Een tekst", "../é")
    beside = file.parent.parent
    (beside / "editor-1").symlink_to(secret)
    level = {"typed": {"text": "Een tekst"}, "new": []}
    for name in ("../../geheim", str(secret), "editor-1", 3, "editor-weg"):
        planted = Rescued(beside / "x.json", NOW, {"about": about, "levels": [level], "outside": name})
        assert with_its_text(planted) is None
        session.throw_away(planted)
    assert (secret / "sleutel.md").exists()
    kept = Rescued(beside / "x.json", NOW, {"about": about, "levels": [level], "outside": file.parent.name})
    assert with_its_text(kept) is None
    file.with_name(f"{file.name}.save").write_text("Niet bewaard\n")
    found = with_its_text(kept)
    assert found
    assert found.state["levels"][0]["typed"] == {"text": "Niet bewaard"}
    session.keep_typing(None)
    assert not file.parent.exists()


@pytest.mark.slow
def test_an_editor_that_fails_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for around in ({}, {"EDITOR": "bestaat-niet-echt"}, {"EDITOR": "'half"}):
        with pytest.raises(NotSavedError, match="EDITOR"):
            editor(around)
    file = private_file(tmp_path, "Twee\nregels\n", "../é")
    assert file.parent.parent == tmp_path
    monkeypatch.setattr("sto_tui.outside_editor.LOOK_SECONDS", 0.1)
    looked: list[int] = []
    back = edited(["sh", "-c", "sleep 1.1"], file, "Twee\nregels\n", lambda: looked.append(1))
    assert back == Returned("Twee\nregels\n")
    assert looked
    assert edited(["true"], file, "Twee\nregels\n", int).trouble.endswith("bijvoorbeeld code --wait.")
    back = edited([sys.executable, "-c", "raise SystemExit(3)"], file, "Twee\nregels\n", int)
    assert back == Returned("Twee\nregels\n", "De editor eindigde met fout 3.")
    with pytest.raises(NotSavedError, match="Er is niets veranderd"):
        edited(["rm"], file, "tekst", int)


def test_an_empty_text_shows_the_question_that_it_answers() -> None:
    """Under what is not there stands the question, broken to the width; a section of the region's own has none."""
    section = VisionSection(id=1, section="Ambitie")
    lines = ["".join(text for text, _ in line) for line in text_lines(section, "text", 40)]
    assert lines == [
        "Nog geen tekst.",
        "",
        "Waar staat het techniekonderwijs in deze",
        "regio over vier jaar, en past de vorige",
        "ambitie daar nog bij?",
    ]
    assert [*text_lines(section, "now", 40)] == [[("Nog geen tekst.", "muted")]]
    assert [*text_lines(section.changed(section="Eigen"), "text", 40)] == [[("Nog geen tekst.", "muted")]]


async def test_the_question_stands_under_what_is_written_and_nothing_is_read_where_nothing_is(tmp_path: Path) -> None:
    """`w` on an empty section asks its question; without any section the footer does not offer to read."""
    app = app_of(tmp_path / "a.sto.json", new_dossier("Proefland", "2027-2028"), Place.REGIOVISIE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Lezen" in seen(app)
        await pilot.press("w")
        await until_seen(app, pilot, "Welke technische profielen en keuzevakken")
    app = app_of(tmp_path / "b.sto.json", empty_plan(), Place.REGIOVISIE)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Lezen" not in seen(app)
