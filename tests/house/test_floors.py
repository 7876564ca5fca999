"""The floors: what is written (import-linter, where libraries are named) and what is really loaded (sys.modules)."""

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.conftest import ROOT, SAMPLES
from tests.support.commands import Sto
from tests.support.sources import PACKAGE, modules, nodes_in, reads_sources

SAMPLE = SAMPLES / "voorbeeldregio-2027-2028.sto.json"
OFFICE = {"docx", "lxml", "openpyxl", "xlsxwriter", "python_calamine", "icalendar"}
ELSEWHERE = OFFICE | {"psycopg"}
"""What makes papers, reads those of others or goes to a server: nobody who does not do that pays for it."""

# Runs a command, then prints which of the watched packages were loaded.
_SPY = """
import sys
from sto_tui.cli import main
code = main(sys.argv[2:])
found = {name.partition(".")[0] for name in sys.modules}
print("loaded:", *sorted(found.intersection(sys.argv[1].split(","))), file=sys.stderr)
sys.exit(code)
"""


def loaded_by(watched: set[str], *argv: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", _SPY, ",".join(watched), *argv], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode in (0, 1), done.stderr
    return set(done.stderr.splitlines()[-1].removeprefix("loaded:").split())


@pytest.fixture
def dossier(tmp_path: Path) -> str:
    return str(shutil.copy(SAMPLE, tmp_path / "proef.sto.json"))


@pytest.mark.slow
@pytest.mark.parametrize("argv", [["--help"], ["--version"], ["lijst", "--help"]], ids=" ".join)
def test_help_and_version_load_nothing_heavy(argv: list[str]) -> None:
    heavy = {"pydantic", "textual", "rich", "tinydb", "orjson", "filelock", "platformdirs"} | ELSEWHERE
    assert loaded_by(heavy, *argv) == set()


@pytest.mark.slow
def test_list_as_json_loads_no_screen_and_no_document(dossier: str) -> None:
    assert loaded_by({"textual", "rich", "shutil", *ELSEWHERE}, "lijst", dossier, "mijlpalen", "--json") == set()


@pytest.mark.slow
def test_stoplicht_loads_no_screen_and_no_document(dossier: str) -> None:
    watched = {"textual", "rich", "difflib", "shutil", *ELSEWHERE}
    assert loaded_by(watched, "stoplicht", dossier, "1.1a", "groen") == set()


@pytest.mark.slow
@pytest.mark.parametrize("options", [[], ["--json"], ["--terug", "1"]], ids=" ".join)
def test_history_loads_no_screen_and_no_document(sto: Sto, dossier: str, options: list[str]) -> None:
    assert sto("stoplicht", dossier, "1.1a", "groen").code == 0
    assert loaded_by({"textual", "rich", *ELSEWHERE}, "geschiedenis", dossier, *options) == set()


@pytest.mark.slow
def test_check_loads_no_screen_and_no_document(dossier: str) -> None:
    assert loaded_by({"textual", "shutil", *ELSEWHERE}, "controle", dossier) == set()


@pytest.mark.slow
def test_a_page_of_the_manual_loads_no_screen() -> None:
    assert loaded_by({"textual", "rich", *ELSEWHERE}, "uitleg", "veri") == set()


@pytest.mark.slow
def test_a_plan_from_word_loads_what_reads_xml_only(sto: Sto, small: Path) -> None:
    plan = small.with_name("plan.docx")
    assert sto("concept", small, "-o", plan).code == 0
    assert loaded_by({"textual", "rich", *ELSEWHERE}, "invoer", "plan", str(small), str(plan)) == {"lxml"}


@pytest.mark.slow
def test_draft_loads_no_screen_and_what_makes_workbooks_for_charts_only(dossier: str) -> None:
    watched = {"textual", "docx", "xlsxwriter"}
    assert loaded_by(watched, "concept", dossier) == {"docx", "xlsxwriter"}
    assert loaded_by(watched, "concept", dossier, "--deel", "voortgangsrapportage") == {"docx"}


@pytest.mark.slow
@pytest.mark.parametrize(
    ("argv", "needed"),
    [(["excel"], {"xlsxwriter"}), (["agenda"], {"icalendar"}), (["lijst", "begroting", "--csv"], set[str]())],
    ids=["excel", "agenda", "csv"],
)
def test_a_paper_loads_its_own_library_only(dossier: str, argv: list[str], needed: set[str]) -> None:
    command, *options = argv
    assert loaded_by({"textual", "rich", *ELSEWHERE}, command, dossier, *options) == needed


@pytest.mark.slow
def test_the_app_does_not_pay_for_documents() -> None:
    code = "import sys, sto_tui.app; print(*{name.partition('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert not ELSEWHERE & set(done.stdout.split())


@pytest.mark.slow
@pytest.mark.parametrize("place", ["1", "5"])
def test_the_first_screen_does_not_wait_for_what_it_does_not_show(place: str) -> None:
    """A form, in it a text of several lines with its undo, and the lock of a write."""
    code = f"import sys, sto_tui.app; from sto_tui.screens.modes import MODES; MODES['{place}'](); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    late = {"sto_tui.screens.editing.form", "textual.widgets._text_area", "filelock"}
    assert set(done.stdout.split()).isdisjoint(late)


@pytest.mark.slow
def test_what_is_written_keeps_to_the_floors() -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@cache
def imports_in(path: Path) -> tuple[str, ...]:
    return tuple(_imports_in(path))


def _imports_in(path: Path) -> Iterator[str]:
    for node in nodes_in(path):
        if isinstance(node, ast.Import):
            yield from (name.name.partition(".")[0] for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


@pytest.mark.slow
@reads_sources
@pytest.mark.parametrize(
    ("libraries", "rooms"),
    [
        (OFFICE, {"documents", "intake"}),
        ({"textual"}, {"app", "colours", "screens", "terminal", "unmarked", "widgets"}),
        ({"rich"}, {"app", "colours", "command", "screens", "terminal", "widgets"}),
        ({"tinydb", "filelock"}, {"storage"}),
        ({"psycopg"}, {"storage"}),
        ({"argparse"}, {"cli", "command"}),
    ],
    ids=lambda names: ",".join(sorted(names)),
)
def test_a_library_is_named_only_in_its_rooms(libraries: set[str], rooms: set[str]) -> None:
    strays = [
        f"{path.relative_to(ROOT)}: {library}"
        for path in modules()
        if path.relative_to(PACKAGE).parts[0].removesuffix(".py") not in rooms
        for library in imports_in(path)
        if library in libraries
    ]
    assert strays == []


@reads_sources
def test_one_module_goes_to_a_server() -> None:
    rooms = {path.relative_to(PACKAGE).as_posix() for path in modules() if "psycopg" in imports_in(path)}
    assert rooms == {"storage/served/connection.py"}


@reads_sources
def test_text_on_the_screen_is_never_read_as_markup() -> None:
    """A plain string given to one of these is markup: `[x] gedaan` loses its first word, `[/` ends the app."""
    strays = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in modules()
        for node in nodes_in(path)
        if isinstance(node, ast.Call)
        and getattr(node.func, "id", getattr(node.func, "attr", "")) in ("Static", "Label", "Button", "notify")
        and not (node.args and isinstance(node.args[0], ast.Call) and getattr(node.args[0].func, "id", "") == "Content")
    ]
    assert strays == []


@reads_sources
def test_only_the_command_line_reads_the_clock() -> None:
    readers = [
        str(path.relative_to(PACKAGE))
        for path in modules()
        for node in nodes_in(path)
        if isinstance(node, ast.Attribute)
        and node.attr in ("now", "today", "utcnow")
        and isinstance(node.value, ast.Name)
        and node.value.id in ("datetime", "date")
    ]
    assert set(readers) <= {"cli.py"}


def test_an_edit_is_made_in_one_place() -> None:
    """By domain/change.py, which settles records and lets the log follow; storage states again what was or is."""
    made = {
        path.relative_to(PACKAGE).as_posix()
        for path in modules()
        for node in nodes_in(path)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Edit"
    }
    assert made == {"domain/change.py", "storage/past/entry.py", "storage/settling.py"}
