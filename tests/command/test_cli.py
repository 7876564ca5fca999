"""The `sto` command: what every command does, and that bad input costs one Dutch sentence and nothing else."""

import json
import os
import subprocess
import sys
import types
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from sto_tui import __version__, settings
from sto_tui.app import START_ASKED, TOUR_ASKED, StoApp
from sto_tui.cli import GROUPS
from sto_tui.command.caller import Caller
from sto_tui.command.failure import sentence_for
from sto_tui.command.parser import DutchParser
from sto_tui.command.record_table import grid_of
from sto_tui.domain.tables import BY_DUTCH_NAME
from sto_tui.places import BY_WORD, Place
from sto_tui.storage.file.codec import dossier_from
from tests.command.test_milestone_list import PLANNED
from tests.conftest import NOW, SAMPLES
from tests.support.commands import (
    Result,
    Sto,
    assert_one_dutch_sentence,
    assert_refused,
    everything_in,
    first_milestone,
    raw,
)
from tests.support.word_templates import house_parts, pack, unpack

if TYPE_CHECKING:
    from sto_tui.command.parser import Commands

SAMPLE = SAMPLES / "voorbeeldregio-2027-2028.sto.json"
FINDING_KEYS = {"rule", "level", "message", "place", "ref", "source", "certainty"}


# Help and version.


def test_version(sto: Sto) -> None:
    assert sto("--version") == Result(0, f"sto-tui {__version__}\n", "")


@pytest.mark.parametrize("command", ["", "open", "nieuw", "voorbeeld", "controle", "concept", "lijst", "stoplicht"])
def test_help_is_dutch(sto: Sto, command: str) -> None:
    result = sto(*filter(None, [command]), "--help")
    assert result.code == 0
    assert result.err == ""
    assert result.out.startswith(f"Gebruik: sto {command}".rstrip())
    assert "Toont deze uitleg." in result.out
    for word in ("usage", "positional", "optional arguments", "options:", "show this", "exit"):
        assert word not in result.out.casefold()


@pytest.mark.parametrize(("words", "add"), GROUPS.items())
def test_a_command_is_known_by_its_own_word(words: tuple[str, ...], add: "Callable[[Commands], None]") -> None:
    commands: Commands = DutchParser("sto", "").add_subparsers()
    add(commands)
    assert tuple(commands.choices) == words


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["opn"], "‘opn’ is geen opdracht van sto."),
        (
            ["mijn regio.sto.json"],
            "‘mijn regio.sto.json’ is geen opdracht van sto. Openen gaat met sto open 'mijn regio.sto.json'.",
        ),
        (["lijst"], "Er ontbreekt: BESTAND, TABEL."),
        (["lijst", "a", "b", "c"], "‘c’ hoort niet bij deze opdracht."),
        (["lijst", "a", "b", "--jso"], "‘--jso’ hoort niet bij deze opdracht."),
        (["lijst", "a", "b", "--json=ja"], "--json krijgt geen waarde."),
        (["nieuw", "a", "--regio"], "Na --regio hoort een waarde."),
        (["nieuw", "a", "--periode", "2027-2028"], "Er ontbreekt: --regio."),
        (["concept", "a", "-o"], "Na -o/--uit hoort een waarde."),
        (["--kleur"], "‘--kleur’ hoort niet bij deze opdracht."),
    ],
)
def test_wrong_use_is_one_dutch_sentence(sto: Sto, argv: list[str], said: str) -> None:
    result = sto(*argv)
    assert_refused(result)
    assert result.err.startswith(said)


# Opening.


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[tuple[Path | None, str]]:
    """A terminal, and an app that only notes what it was asked to open."""
    calls: list[tuple[Path | None, str]] = []
    app: Any = types.ModuleType("sto_tui.app")

    def run(path: Path | None, place: str, *others: object, mouse: bool) -> int:
        calls.append((path, place))
        return START_ASKED if place == Place.VOORTGANG.word else 0

    app.run, app.START_ASKED, app.TOUR_ASKED = run, START_ASKED, TOUR_ASKED
    monkeypatch.setitem(sys.modules, "sto_tui.app", app)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    return calls


def with_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    for stream in (sys.stdin, sys.stderr):
        monkeypatch.setattr(stream, "isatty", lambda: True, raising=False)


def test_open_at_a_place(
    sto: Sto, dossier: Path, opened: list[tuple[Path | None, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    with_terminal(monkeypatch)
    assert sto("open", dossier, "--plaats", "mijlpalen").code == 0
    assert sto("open", dossier).code == 0
    assert opened == [(dossier, "mijlpalen"), (dossier, "overzicht")]


def test_a_dossier_that_is_damaged_for_good_leaves_the_start_screen(
    sto: Sto, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_terminal(monkeypatch)
    for stream in (sys.stdin, sys.stderr):
        monkeypatch.setattr(stream, "isatty", lambda: True, raising=False)
    (tmp_path / "map").mkdir()
    monkeypatch.chdir(tmp_path / "map")
    Path("leeg.sto.json").touch()
    begun: list[object] = []

    def run_whole(app: StoApp, *, mouse: bool) -> int:
        begun.append(app.opened.session)
        return 0

    monkeypatch.setattr(StoApp, "run_whole", run_whole)
    done = sto()
    assert (done.code, begun) == (0, [None])
    assert "leeg.sto.json" in done.err
    assert sto("open", "leeg.sto.json").code == 2


def test_from_a_dossier_one_goes_to_the_start_screen(
    sto: Sto, dossier: Path, opened: list[tuple[Path | None, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    with_terminal(monkeypatch)
    assert sto("open", dossier, "--plaats", "voortgang").code == 0
    assert opened == [(dossier, "voortgang"), (None, "overzicht")]


def test_in_a_folder_without_a_dossier_start_lets_one_choose(
    sto: Sto, dossier: Path, tmp_path: Path, opened: list[tuple[Path | None, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    with_terminal(monkeypatch)
    elsewhere = tmp_path / "elders"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    assert sto().code == 0
    settings.remember_dossier(dossier)
    assert sto().code == 0
    assert opened == [(None, "overzicht")] * 2


def test_what_was_practised_on_stays_only_in_a_folder_that_was_named(
    sto: Sto, dossier: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_terminal(monkeypatch)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    seen: list[bytes] = []

    def run_whole(app: StoApp, *, mouse: bool) -> int:
        seen.append(app.opened.store.place.read_bytes())
        return 0

    monkeypatch.setattr(StoApp, "run_whole", run_whole)
    before = everything_in(tmp_path)
    assert sto("rondleiding") == Result(
        0, "", "De oefenkopie is weggegooid. Met een map erbij blijft zij staan: sto rondleiding MAP.\n"
    )
    assert everything_in(tmp_path) == before
    named = sto("rondleiding", dossier.parent)
    assert named.code == 0
    (copy,) = dossier.parent.glob("voorbeeldregio-*.sto.json")
    assert named.err == f"De oefenkopie is {copy}.\n"
    assert seen == [copy.read_bytes()] * 2


def test_unknown_place_names_the_places(sto: Sto, dossier: Path) -> None:
    result = sto("open", dossier, "--plaats", "kelder")
    assert_refused(result)
    assert all(word in result.err for word in BY_WORD)


@pytest.mark.parametrize("term", ["dumb", ""])
def test_a_dumb_terminal_is_refused(
    sto: Sto, opened: list[tuple[Path | None, str]], monkeypatch: pytest.MonkeyPatch, term: str
) -> None:
    with_terminal(monkeypatch)
    monkeypatch.setenv("TERM", term)
    result = sto()
    assert_refused(result)
    assert "sto concept" in result.err
    assert not opened


# Making.


def test_new_dossier(sto: Sto, tmp_path: Path) -> None:
    path = tmp_path / "regio.sto.json"
    assert sto("nieuw", path, "--regio", "Drechtoever", "--periode", "2027-2028") == Result(
        0, f"{path}\n", f"Gemaakt. Openen: sto open {path}\n"
    )
    regions = json.loads(sto("lijst", path, "regio", "--json").out)
    periods = json.loads(sto("lijst", path, "perioden", "--json").out)
    assert [region["name"] for region in regions] == ["Drechtoever"]
    assert "2027-2028" in [period["label"] for period in periods]
    assert sto("controle", path).code in (0, 1)


@pytest.mark.parametrize(
    ("typed", "made"),
    [
        ("m2", "m2.sto.json"),
        ("m2/", "m2.sto.json"),
        ("mijn regio", "mijn regio.sto.json"),
        ("m2.sto", "m2.sto.json"),
        ("plan.docx", "plan.docx.sto.json"),
        ("m2.sto.json", "m2.sto.json"),
        ("m2.json", "m2.json"),
        ("m2.JSON", "m2.JSON"),
    ],
)
def test_a_new_dossier_is_called_so_that_it_is_found_again(sto: Sto, tmp_path: Path, typed: str, made: str) -> None:
    (tmp_path / "map").mkdir()
    asked = ("--regio", "Drechtoever", "--periode", "2027-2028")
    assert sto("nieuw", f"{tmp_path}/{typed}", *asked).out == f"{tmp_path / made}\n"
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == [made]
    assert_refused(sto("nieuw", tmp_path / "map", *asked))


@pytest.mark.parametrize(
    "options",
    [
        ["--regio", "", "--periode", "2027-2028"],
        ["--regio", "x" * 400, "--periode", "2027-2028"],
        ["--regio", "Oost", "--periode", "volgend jaar"],
        ["--regio", "Oost", "--periode", "2028-2027"],
        ["--regio", "Oost", "--periode", "\x1b[31m2027"],
    ],
)
def test_new_dossier_refuses_what_it_cannot_use(sto: Sto, tmp_path: Path, options: list[str]) -> None:
    assert_refused(sto("nieuw", tmp_path / "regio.sto.json", *options))
    assert everything_in(tmp_path) == {}


def test_new_dossier_never_over_a_file(sto: Sto, dossier: Path, tmp_path: Path) -> None:
    before = everything_in(tmp_path)
    link = tmp_path / "koppeling.sto.json"
    for target in (dossier, tmp_path):
        result = sto("nieuw", target, "--regio", "Oost", "--periode", "2027-2028")
        assert_refused(result)
        assert "bestaat al" in result.err
    assert everything_in(tmp_path) == before
    if os.name != "nt":
        link.symlink_to(tmp_path / "nergens")
        assert_refused(sto("nieuw", link, "--regio", "Oost", "--periode", "2027-2028"))


def test_samples_are_listed_and_copied(sto: Sto, tmp_path: Path) -> None:
    listed = sto("voorbeeld")
    assert listed.code == 0
    assert "voorbeeldregio-2027-2028" in listed.out.splitlines()
    folder = tmp_path / "nieuwe map"
    copy = folder / SAMPLE.name
    assert sto("voorbeeld", "voorbeeldregio-2027-2028", folder) == Result(0, f"{copy}\n", "")
    # The invented region is as it is today: its log does not go on after that.
    assert all(line["date"] <= date.today().isoformat() for line in raw(copy)["progress"].values())
    assert len(raw(copy)["milestones"]) == len(raw(SAMPLE)["milestones"])
    assert sto("voorbeeld", "voorbeeldregio").code == 0
    assert (tmp_path / SAMPLE.name).read_bytes() == copy.read_bytes()
    almere = SAMPLE.with_name("almere-2020-2023.sto.json")
    assert sto("voorbeeld", "almere").code == 0
    assert (tmp_path / almere.name).read_bytes() == almere.read_bytes(), "a plan that exists is as it was"


def test_a_sample_is_never_copied_over_a_file(sto: Sto, tmp_path: Path) -> None:
    (tmp_path / SAMPLE.name).write_text("van mij")
    assert_refused(sto("voorbeeld", "voorbeeldregio"))
    assert (tmp_path / SAMPLE.name).read_text() == "van mij"


def test_unknown_sample_names_the_samples(sto: Sto, tmp_path: Path) -> None:
    result = sto("voorbeeld", "atlantis")
    assert_refused(result)
    assert "voorbeeldregio-2027-2028" in result.err
    assert_refused(sto("voorbeeld", "../voorbeeldregio"))
    assert everything_in(tmp_path) == {}


def test_a_file_is_no_folder_for_a_sample(sto: Sto, dossier: Path, tmp_path: Path) -> None:
    before = everything_in(tmp_path)
    assert_refused(sto("voorbeeld", "voorbeeldregio", dossier))
    assert_refused(sto("voorbeeld", "voorbeeldregio", dossier / "map"))
    assert everything_in(tmp_path) == before


# Checking.


def test_check_prints_findings_and_counts(sto: Sto, dossier: Path) -> None:
    before = dossier.read_bytes()
    result = sto("controle", dossier)
    found = json.loads(sto("controle", dossier, "--json").out)
    levels = [finding["level"] for finding in found]
    assert result.code == int("fout" in levels)
    for finding in found:
        assert " ".join(finding["message"].split()) in " ".join(result.out.split())
    last = result.out.splitlines()[-1]
    assert ("geen fouten" in last) == ("fout" not in levels)
    assert dossier.read_bytes() == before


def test_check_as_json(sto: Sto, dossier: Path) -> None:
    result = sto("controle", dossier, "--json")
    assert result.err == ""
    found = json.loads(result.out)
    assert found
    for finding in found:
        assert set(finding) == FINDING_KEYS
        assert finding["level"] in ("fout", "waarschuwing", "tip")
        assert finding["place"] in BY_WORD


def test_check_ends_with_one_when_there_is_an_error(sto: Sto, dossier: Path) -> None:
    document = raw(dossier)
    first, second = list(document["milestones"])[:2]
    document["milestones"][first]["after"] = [{"id": 1, "milestone": int(second), "lag_days": 0}]
    document["milestones"][second]["after"] = [{"id": 1, "milestone": int(first), "lag_days": 0}]
    dossier.write_text(json.dumps(document), encoding="utf-8")
    result = sto("controle", dossier)
    assert result.code == 1
    assert "fout: " in result.out


# The Word draft.


def test_draft_lands_beside_the_dossier(sto: Sto, small: Path, tmp_path: Path) -> None:
    first, second = sto("concept", small), sto("concept", small, "--deel", "regiovisie")
    assert first.code == second.code == 0
    paths = [Path(result.out.rstrip("\n")) for result in (first, second)]
    assert paths[0] != paths[1]
    for path in paths:
        assert path.parent == tmp_path / "concepten"
        assert path.read_bytes().startswith(b"PK")
    again = sto("concept", small)
    assert Path(again.out.rstrip("\n")) not in paths


def test_draft_at_a_path_never_over_a_file(sto: Sto, small: Path, tmp_path: Path) -> None:
    target = tmp_path / "uit" / "plan.docx"
    assert sto("concept", small, "-o", target, "--deel", "activiteitenplan").out == f"{target}\n"
    before = everything_in(tmp_path)
    result = sto("concept", small, "-o", target)
    assert_refused(result)
    assert "bestaat al" in result.err
    assert everything_in(tmp_path) == before


def test_draft_in_a_house_style(sto: Sto, small: Path, tmp_path: Path) -> None:
    template = tmp_path / "huisstijl.docx"
    assert sto("concept", small, "-o", template).code == 0
    target = tmp_path / "in huisstijl.docx"
    assert sto("concept", small, "--sjabloon", template, "-o", target).code == 0
    assert target.read_bytes().startswith(b"PK")


def test_a_starting_template_is_never_written_over_a_file(sto: Sto, small: Path, tmp_path: Path) -> None:
    path = tmp_path / "huis" / "huisstijl.docx"
    assert sto("huisstijl", path.parent).out == f"{path}\n"
    before = everything_in(tmp_path)
    for folder, why in ((path.parent, "bestaat al en is niet overschreven"), (path, "is geen map")):
        result = sto("huisstijl", folder)
        assert_refused(result)
        assert why in result.err
    assert everything_in(tmp_path) == before
    for options, why in (([], "hoort bij een sjabloon"), (["--sjabloon", path, "--deel", "stuurgroep"], "niet bij")):
        assert why in sto("concept", small, "--met-tekst", *options).err
    assert sto("concept", small, "--sjabloon", path, "--met-tekst").code == 0


def test_the_house_style_of_the_last_time_is_used_until_it_is_turned_off(sto: Sto, small: Path, tmp_path: Path) -> None:
    template = tmp_path / "huis.docx"
    template.write_bytes(pack(house_parts()))
    before = small.read_bytes()

    def drafted(*options: object) -> tuple[str, bool]:
        """The first remark, and whether the header of the template is there."""
        result = sto("concept", small, *options)
        assert result.code == 0
        text = b"".join(unpack(Path(result.out.rstrip("\n")).read_bytes()).values())
        return result.err.splitlines()[0], b"De Waard" in text

    kept = "De huisstijl van huis.docx geldt voortaan voor dit dossier; --sjabloon geen zet dat uit."
    again = "In de huisstijl van huis.docx, zoals de vorige keer; sto concept met --sjabloon geen zet dat uit."
    assert drafted("--sjabloon", template) == (kept, True)
    assert drafted() == (again, True)
    moved = template.rename(tmp_path / "verplaatst.docx")
    gone = f"Het sjabloon {template} bestaat niet. Controleer de naam en de map. De opmaak van sto-tui is gebruikt."
    assert drafted() == (gone, False)
    template.write_bytes(b"PK")
    assert drafted()[0].startswith("huis.docx is geen Word-bestand")
    moved.replace(template)
    assert drafted("--sjabloon", "geen") == ("Voortaan zonder de huisstijl van huis.docx.", False)
    assert not drafted()[1]
    assert small.read_bytes() == before


@pytest.mark.parametrize(
    "options",
    [
        ["--deel", "begroting"],
        ["--sjabloon", "er-niet.docx"],
        ["--sjabloon", "proef.sto.json"],
        ["--sjabloon", "."],
        ["-o", "proef.sto.json"],
        ["-o", "proef.sto.json/plan.docx"],
        ["-o", "."],
        ["-o", ""],
        ["-o", "regel\neinde.docx"],
        ["-o", "x" * 300 + ".docx"],
    ],
)
def test_draft_refuses_what_it_cannot_use(sto: Sto, dossier: Path, tmp_path: Path, options: list[str]) -> None:
    before = everything_in(tmp_path)
    assert_refused(sto("concept", dossier, *options))
    assert everything_in(tmp_path) == before


def test_draft_needs_a_folder_it_can_write(sto: Sto, dossier: Path, tmp_path: Path) -> None:
    (tmp_path / "concepten").write_text("een bestand, geen map")
    before = everything_in(tmp_path)
    assert_refused(sto("concept", dossier))
    assert everything_in(tmp_path) == before


# Tables.


def test_deadlines_are_listed_by_either_word(sto: Sto, dossier: Path) -> None:
    assert sto("lijst", dossier, "deadlines", "--json") == sto("lijst", dossier, "termijnen", "--json")


def test_every_table_as_json(sto: Sto, dossier: Path) -> None:
    # What is of 2025-2026 is not of the plan at hand, that for 2027-2028.
    seen = dossier_from(raw(dossier), dossier.name).seen_in()
    for word, table in BY_DUTCH_NAME.items():
        result = sto("lijst", dossier, word, "--json")
        assert (result.code, result.err) == (0, ""), word
        records = json.loads(result.out)
        assert {record["id"] for record in records} == set(seen.tables[table.name]), word
        for record in records:
            assert list(record)[:2] == ["id", "rev"], word
            assert set(record) - (PLANNED if word == "mijlpalen" else set()) == set(table.model.model_fields), word


def test_another_period_is_read_by_its_name(sto: Sto, dossier: Path) -> None:
    result = sto("lijst", dossier, "doelen", "--json", "--periode", "2025-2026")
    assert [goal["id"] for goal in json.loads(result.out)] == [7, 8, 9, 10, 11]
    milestones = json.loads(sto("lijst", dossier, "mijlpalen", "--json", "--periode", "2025-2026").out)
    assert [milestone["number"] for milestone in milestones][:3] == ["A1a", "A1b", "A2a"]
    assert len(milestones) == 23
    refused = sto("controle", dossier, "--periode", "2029-2030")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err == (
        "‘2029-2030’ is geen planperiode van dit dossier. Kies uit 2025-2028, 2025-2026 en 2027-2028.\n"
    )


def test_every_table_fits_the_terminal(sto: Sto, dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "20")
    for word in BY_DUTCH_NAME:
        result = sto("lijst", dossier, word)
        assert result.code == 0
        assert max(map(len, result.out.splitlines()), default=0) <= 20


@pytest.mark.parametrize("width", [60, 80, 200])
def test_every_table_fits_every_width(dossier: Path, width: int) -> None:
    shown = dossier_from(raw(dossier), dossier.name).seen_in()
    for table in BY_DUTCH_NAME.values():
        if records := list(shown.ordered(table.name).values()):
            text, _ = grid_of(table, records, shown, width)
            assert max(map(len, text.splitlines())) <= width


def test_table_shows_text_as_it_is(sto: Sto, dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "120")
    document = raw(dossier)
    document["goals"]["1"]["text"] = "[red]:smile: \x1b]0;titel\x07\x9b31m ‘doel’\u202e"
    dossier.write_text(json.dumps(document), encoding="utf-8")
    result = sto("lijst", dossier, "doelen")
    assert "[red]:smile: ]0;titel31m ‘doel’" in result.out
    assert not set("\x1b\x07\x9b\u202e") & set(result.out)


def test_an_empty_table(sto: Sto, dossier: Path) -> None:
    document = raw(dossier)
    document["risks"] = {}
    dossier.write_text(json.dumps(document), encoding="utf-8")
    assert sto("lijst", dossier, "risicos") == Result(0, "", "Geen risico’s.\n")
    assert json.loads(sto("lijst", dossier, "risicos", "--json").out) == []


def test_unknown_table_names_the_tables(sto: Sto, dossier: Path) -> None:
    result = sto("lijst", dossier, "milestones")
    assert_refused(result)
    assert all(word in result.err for word in BY_DUTCH_NAME)


# The stoplicht.


def test_light_and_log_are_one_change(sto: Sto, dossier: Path) -> None:
    id, milestone = first_milestone(dossier)
    logged = len(raw(dossier)["progress"])
    result = sto("stoplicht", dossier, milestone["number"], "rood", "de ruimte", "is bezet")
    assert result.code == 0
    assert result.err == ""
    after = raw(dossier)
    assert after["milestones"][id]["light"] == "rood"
    assert "done_on" not in after["milestones"][id]
    assert len(after["progress"]) == logged + 1
    line = after["progress"][max(after["progress"], key=int)]
    assert (line["milestone"], line["light"], line["note"]) == (int(id), "rood", "de ruimte is bezet")
    history = (dossier.parent / "proef.sto.d" / "geschiedenis.jsonl").read_text().splitlines()
    assert len(history) == 1
    assert len(json.loads(history[0])["edits"]) == 2


def test_stoplicht_of_another_period_is_set_by_its_number(sto: Sto, dossier: Path) -> None:
    """A1a is of 2025-2026, and the plan at hand that for 2027-2028."""
    id = next(number for number, milestone in raw(dossier)["milestones"].items() if milestone["number"] == "A1a")
    assert sto("stoplicht", dossier, "A1a", "rood", "toch niet").code == 0
    assert raw(dossier)["milestones"][id]["light"] == "rood"
    assert sto("voeg-toe", dossier, "voortgang", "mijlpaal=A1a", "toelichting=Nog steeds").code == 0
    lines = [line for line in raw(dossier)["progress"].values() if line["milestone"] == int(id)]
    assert [(line["light"], line["note"]) for line in lines[-2:]] == [("rood", "toch niet"), ("rood", "Nog steeds")]


def test_ready_has_a_day_until_it_is_not_ready(sto: Sto, dossier: Path) -> None:
    id, milestone = first_milestone(dossier)
    assert sto("stoplicht", dossier, milestone["number"], "gereed").code == 0
    done = raw(dossier)["milestones"][id]
    assert done["light"] == "gereed"
    assert done["done_on"]
    assert sto("stoplicht", dossier, milestone["number"], "niet-gestart").code == 0
    assert "done_on" not in raw(dossier)["milestones"][id]


def test_wrong_number_names_the_nearest(sto: Sto, dossier: Path, tmp_path: Path) -> None:
    before = everything_in(tmp_path)
    result = sto("stoplicht", dossier, "1.1zz", "groen")
    assert_refused(result)
    numbers = {milestone["number"] for milestone in raw(dossier)["milestones"].values()}
    assert [number for number in numbers if number.startswith("1.1") and number in result.err]
    assert everything_in(tmp_path) == before


def test_wrong_light_names_the_five(sto: Sto, dossier: Path, tmp_path: Path) -> None:
    before = everything_in(tmp_path)
    result = sto("stoplicht", dossier, first_milestone(dossier)[1]["number"], "paars")
    assert_refused(result)
    assert all(word in result.err for word in ("niet-gestart", "groen", "oranje", "rood", "gereed"))
    assert everything_in(tmp_path) == before


def test_a_number_that_two_milestones_share(sto: Sto, dossier: Path, tmp_path: Path) -> None:
    document = raw(dossier)
    first, second = list(document["milestones"])[:2]
    document["milestones"][second]["number"] = document["milestones"][first]["number"]
    dossier.write_text(json.dumps(document), encoding="utf-8")
    before = everything_in(tmp_path)
    assert_refused(sto("stoplicht", dossier, document["milestones"][first]["number"], "groen"))
    assert everything_in(tmp_path) == before


def test_an_explanation_that_is_too_long(sto: Sto, dossier: Path, tmp_path: Path) -> None:
    before = everything_in(tmp_path)
    assert_refused(sto("stoplicht", dossier, first_milestone(dossier)[1]["number"], "groen", "x" * 60_001))
    assert everything_in(tmp_path) == before


# What nobody foresaw.


def test_a_bug_leaves_a_report_and_one_sentence(sto: Sto, dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    words = " ".join(("Excursie", "Brugklas"))

    def broken(*_: object) -> None:
        try:
            raise ValueError(words)
        except ValueError as error:
            raise ZeroDivisionError(words) from error

    monkeypatch.setattr("sto_tui.planning.checks.finding.judged", broken)
    result = sto("controle", dossier)
    assert result.code == 2
    assert "Traceback" not in result.err
    report = Path(result.err.split(": ")[-1].strip())
    assert report.parent == settings.log_folder()
    written = report.read_text()
    assert "builtins.ValueError" in written
    assert "builtins.ZeroDivisionError" in written
    assert "in broken" in written
    assert words not in written


def test_a_report_makes_its_folder_and_says_nothing_of_itself_when_it_cannot(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(settings.FOLDER_VARIABLE, str(tmp_path / "er" / "niet"))
    caller = Caller("jan", iter((datetime(2027, 1, 1), datetime(2027, 1, 2))).__next__)
    told = [sentence_for(ZeroDivisionError("kapot"), caller) for _ in range(2)]
    names = sorted(path.name.rpartition("-")[0] for path in settings.log_folder().iterdir())
    assert names == ["fout-20270101-000000", "fout-20270102-000000"]
    assert all(str(settings.log_folder()) in one for one in told)
    (tmp_path / "bestand").write_text("geen map")
    monkeypatch.setenv(settings.FOLDER_VARIABLE, str(tmp_path / "bestand"))
    said = sentence_for(ZeroDivisionError("kapot"), Caller("jan", lambda: datetime(2027, 1, 1)))
    assert said == "sto-tui is gestopt door een fout in het programma; het dossier is niet beschadigd."


def test_ctrl_c_is_silent(sto: Sto, dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("sto_tui.command.records.open_any", interrupted)
    assert sto("lijst", dossier, "doelen") == Result(130, "", "")


# As a process of its own.


def process(*argv: str | Path, **more: Any) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "sto_tui.cli", *map(str, argv)]
    return subprocess.run(command, capture_output="stdout" not in more, check=False, timeout=60, **more)


@pytest.mark.slow
@pytest.mark.parametrize("argv", [[], ["open", "er-niet.sto.json"]])
def test_without_a_terminal_the_app_points_to_the_draft(argv: list[str]) -> None:
    done = process(*argv, stdin=subprocess.DEVNULL)
    assert done.returncode == 2
    assert done.stdout == b""
    assert_one_dutch_sentence(done.stderr.decode())
    assert b"sto concept" in done.stderr


@pytest.mark.slow
def test_a_closed_pipe_is_silent(dossier: Path) -> None:
    read, write = os.pipe()
    os.close(read)
    done = process("lijst", dossier, "mijlpalen", "--json", stdout=write, stderr=subprocess.PIPE)
    os.close(write)
    assert done.stderr == b""
    assert done.returncode == 0


@pytest.mark.slow
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no full device here")
def test_output_that_does_not_arrive_is_said(dossier: Path) -> None:
    with open("/dev/full", "wb") as full:
        done = process("lijst", dossier, "doelen", "--json", stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 2
    assert_one_dutch_sentence(done.stderr.decode())


@pytest.mark.slow
def test_a_terminal_of_another_alphabet(dossier: Path) -> None:
    done = process("lijst", dossier, "mijlpalen", env={**os.environ, "PYTHONIOENCODING": "ascii", "COLUMNS": "100"})
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


# Settings.


@pytest.mark.parametrize("stored", [b"", b"{", b"[]", b'{"recent": 3, "theme": []}', b"\xff\xfe", b"[" * 100_000])
@pytest.mark.usefixtures("tmp_path")
def test_unreadable_settings_are_the_defaults(stored: bytes) -> None:
    folder = settings.config_folder()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "instellingen.json").write_bytes(stored)
    assert settings.load() == settings.Settings()
    settings.remember_theme("sto-donker")
    assert settings.load().theme == "sto-donker"


def test_the_ten_latest_dossiers_are_kept(tmp_path: Path) -> None:
    settings.remember_theme("sto-donker")
    paths = [tmp_path / f"{number}.sto.json" for number in range(12)]
    for path in [*paths, paths[5]]:
        settings.remember_dossier(path)
    kept = settings.load()
    assert kept.recent == (paths[5], *(paths[number] for number in (11, 10, 9, 8, 7, 6, 4, 3, 2)))
    assert kept.theme == "sto-donker"
    assert [path.name for path in settings.config_folder().iterdir()] == ["instellingen.json"]


def test_settings_that_cannot_be_written_cost_only_the_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "bestand").write_text("")
    monkeypatch.setenv("STO_CONFIG_DIR", str(tmp_path / "bestand" / "map"))
    settings.remember_theme("sto-donker")
    assert settings.load() == settings.Settings()


def test_the_next_period_begins_as_one_change(sto: Sto, dossier: Path) -> None:
    before = dossier.read_bytes()
    shown = sto("volgende", dossier, "--periode", "2029-2030")
    assert shown.code == 1
    assert shown.out.startswith("Planperiode 2029-2030 begint vanuit 2027-2028.\nGaat door (200):\n  doel 1 ")
    assert shown.err == "Er is niets overgenomen. Voeg --ja toe om over te nemen.\n"
    assert dossier.read_bytes() == before
    assert sto("volgende", dossier, "--periode", "2029-2030", "--ja").code == 0
    assert [goal["number"] for goal in json.loads(sto("lijst", dossier, "doelen", "--json").out)] == [1, 2, 3, 4, 5, 6]
    assert sto("geschiedenis", dossier, "--terug", 1).code == 0
    assert raw(dossier)["goals"] == json.loads(before)["goals"]
    refused = sto("volgende", dossier, "--periode", "2025-2026")
    assert (refused.code, refused.out) == (2, "")
    assert refused.err.startswith("Er is geen planperiode die eindigt vóór 2025-2026.")


def test_what_is_gereed_on_a_day_to_come_goes_on_in_the_next_period(sto: Sto, dossier: Path) -> None:
    """A line about a day that is still to come counts from then on: today the proposal stays as it was."""
    before = sto("volgende", dossier, "--periode", "2029-2030").out
    stands = next(line for line in before.splitlines() if line.startswith("  mijlpaal ") and "niet gestart" in line)
    number = stands.split()[1]
    day = f"{NOW:%d-%m}-{NOW.year + 1}"
    assert sto("voeg-toe", dossier, "voortgang", f"mijlpaal={number}", f"datum={day}", "stoplicht=gereed").code == 0
    assert sto("volgende", dossier, "--periode", "2029-2030").out == before
