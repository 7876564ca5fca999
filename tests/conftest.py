"""What the tests share: a dossier on disk, a clock that stands still, nasty texts."""

import gc
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from functools import partial
from importlib import import_module
from inspect import iscoroutinefunction
from pathlib import Path
from typing import Any

import pytest
import textual.app
import textual.pilot
import textual.screen
from hypothesis import HealthCheck, settings

from sto_tui.cli import main
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.evaluation import Answer, Question
from sto_tui.domain.milestones import Dependency, Milestone, Progress, Stoplicht, Veri, VeriCode
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Theme
from sto_tui.domain.record import Record, Ref
from sto_tui.planning.new_dossier import new_dossier
from sto_tui.screens.frame import place
from sto_tui.screens.workshop import wall
from sto_tui.storage.store import DossierStore
from sto_tui.storage.together import writing_thread
from sto_tui.widgets import typed_letters, unseen
from tests.support.at_rest import until_at_rest
from tests.support.commands import Result, Sto
from tests.support.golden_texts import Golden, check_golden
from tests.support.same_dossier import make_equal_dossiers_once
from tests.support.textual_gaps import read_style_once

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "samples"
NOW = datetime(2026, 9, 3, 14, 2)
LONGEST_IN_A_NAME = 200

# Texts that break programs: markup, terminal sequences, long words, characters that XML forbids.
NASTY = (
    "[x] gedaan",
    "[/",
    "[/]",
    "[link=http://x]y",
    "[$accent]x",
    "[@click=app.quit]klik[/]",
    "a [b + c",
    "=1+1",
    "w" * 300,
    "\\[bold]",
    "één ‘quote’ & <b>",
)
CONTROLS = "voor\x1b]0;x\x07na\x9b31m\u202eom"


# How long an example takes only says how busy the machine is; the rest stays as it was, in a CI its own profile.
settings.register_profile(
    "busy machine",
    settings(),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("busy machine")


def clock() -> datetime:
    """A clock that stands still."""
    return NOW


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """More workers than cores: for much of its time the suite waits for real terminals, locks and servers.

    With six on two cores all have work for nearly all of the time, with four for three quarters of it.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return 2 * cores + 2


def pytest_addoption(parser: pytest.Parser) -> None:
    """`make golden` writes the golden texts anew instead of comparing them."""
    parser.addoption("--golden", action="store_true", help="write tests/golden anew")


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """Workers that begin together would all compile all tests; each begins elsewhere, and finds the rest compiled.

    Next to nothing of what is compiled and imported is waste: looking for it took a quarter of that time.
    """
    gc.disable()
    worker: dict[str, Any] = getattr(session.config, "workerinput", {})
    paths = [Path(argument.partition("::")[0]).absolute() for argument in session.config.args] if worker else []
    files = [file for path in paths for file in (sorted(path.rglob("test_*.py")) if path.is_dir() else [path])]
    first = len(files) * int(worker.get("workerid", "gw0")[2:]) // int(worker.get("workercount", 1))
    for file in [*files[first:], *files[:first]]:
        # What is skipped or cannot be imported is told when it is collected.
        with suppress(Exception, pytest.skip.Exception):
            import_module(".".join(file.relative_to(ROOT).with_suffix("").parts))


def pytest_make_parametrize_id(val: object) -> str | None:
    """A long text does not name its test: the whole name is kept, and sent with all that is told of the test."""
    if not isinstance(val, str | bytes) or len(val) <= LONGEST_IN_A_NAME:
        return None
    return f"{val[:LONGEST_IN_A_NAME]!a}, {len(val)} long"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """A test that waits for an app through its Pilot is a coroutine; one that runs `sto` asks for it.

    Tests that copy their process go first, while it is small: later each copy takes a tenth of a second more. Groups,
    which stay in one process, go before what fills up the time that is left. Tests that wait for a real terminal lie
    spread among the others: behind each other they leave the cores idle.
    """
    items.sort(key=lambda item: (not item.get_closest_marker("copies"), not item.get_closest_marker("xdist_group")))
    waiting = [item for item in items if _waits_for_terminal(item)]
    others = [item for item in items if not _waits_for_terminal(item)]
    # The last of them well before the end, for some take a minute.
    step = max(len(others) * 3 // 4 // (len(waiting) + 1), 1)
    for number, item in enumerate(waiting):
        others.insert(number * (step + 1), item)
    items[:] = others
    for item in items:
        if isinstance(item, pytest.Function) and iscoroutinefunction(item.function):
            item.add_marker("terminal")
        if isinstance(item, pytest.Function) and "sto" in item.fixturenames:
            item.add_marker("command")


def _waits_for_terminal(item: pytest.Item) -> bool:
    is_ordered = item.get_closest_marker("copies") or item.get_closest_marker("xdist_group")
    return item.path.parent.name == "terminal" and bool(item.get_closest_marker("slow")) and not is_ordered


def pytest_collection_finish() -> None:
    """What was imported stays; looking through it again and again for rubbish costs a tenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)
    gc.enable()


def pytest_sessionfinish() -> None:
    """Once is enough to find what was never closed; pytest looks five times more, through all that stands by now."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def style_is_read_once() -> Iterator[None]:
    """Many tests begin an app, and most of what that costs is reading the same style."""
    with pytest.MonkeyPatch.context() as patch:
        read_style_once(patch)
        yield


@pytest.fixture(scope="session", autouse=True)
def equal_dossiers_are_made_once() -> Iterator[None]:
    """Thousands of tests begin with the same few samples."""
    with pytest.MonkeyPatch.context() as patch:
        make_equal_dossiers_once(patch)
        yield


@pytest.fixture(scope="session", autouse=True)
def waiting_ends_at_rest() -> Iterator[None]:
    """A Pilot goes on as soon as the app has done all there was to do; what waits for a moment of rest, does not."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(textual.app, "wait_for_idle", until_at_rest)
        patch.setattr(textual.pilot, "wait_for_idle", until_at_rest)
        patch.setattr(textual.screen, "UPDATE_PERIOD", 1 / 500)
        patch.setattr(place, "REST_SECONDS", 1 / 500)
        yield


@pytest.fixture(scope="session", autouse=True)
def a_pilot_looks_before_it_types() -> Iterator[None]:
    """What comes on the screen takes its keys as soon as it is painted; what is about typing ahead asks for `eyes`."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(unseen, "SETTLING_SECONDS", 0.0)
        yield


@pytest.fixture
def eyes(monkeypatch: pytest.MonkeyPatch) -> float:
    """Whoever types looks no faster than a person does; so many seconds after the last key they have."""
    monkeypatch.setattr(unseen, "SETTLING_SECONDS", 0.3)
    return 0.5


@pytest.fixture(scope="session", autouse=True)
def busy_machine_is_no_slow_typist() -> Iterator[None]:
    """Between two letters of one word passes as long as the machine takes to draw the first."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(typed_letters, "PAUSE", 3600.0)
        yield


@pytest.fixture(scope="session", autouse=True)
def clock_of_a_wall_stands_still() -> Iterator[None]:
    """A busy machine lets any number of seconds pass; what is about them ticks itself."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wall, "TICK_SECONDS", 3600.0)
        yield


@pytest.fixture(scope="session", autouse=True)
def busy_machine_is_no_slow_disk() -> Iterator[None]:
    """How long a screen waits for a disk says here how busy the machine is; what is about slow disks waits less."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(writing_thread, "PATIENCE_SECONDS", 30.0)
        yield


@pytest.fixture(autouse=True)
def own_settings(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """Settings and logs of a test never touch those of the person who runs it.

    They stand in its own folder; making one for each of the thousands of tests without takes longer than those tests.
    """
    own = "tmp_path" in request.fixturenames
    folder: Path = request.getfixturevalue("tmp_path") if own else tmp_path_factory.getbasetemp()
    settings = folder / "instellingen"
    monkeypatch.setenv("STO_CONFIG_DIR", str(settings))
    for name in ("NO_COLOR", "SSH_CONNECTION"):
        monkeypatch.delenv(name, raising=False)
    yield
    assert own or not settings.exists(), "a test that writes settings asks for tmp_path"


@pytest.fixture
def example(tmp_path: Path) -> Path:
    """A copy of the voorbeeldregio."""
    return Path(shutil.copy(SAMPLES / "voorbeeldregio-2027-2028.sto.json", tmp_path / "regio.sto.json"))


@pytest.fixture(scope="session")
def few_records() -> Dossier:
    """A new region with eight milestones, of which the last has a role, a successor and progress, and an answer."""
    began = new_dossier("Proefland", "2027-2028")
    milestones = [
        Milestone(id=number, number=f"1.{number}", title=f"Proefles {number} is klaar") for number in range(1, 9)
    ]
    milestones[0] = milestones[0].changed(after=(Dependency(id=1, milestone=8),), deelproject="Café ‘Één’")
    records: list[Record] = [
        Theme(id=1, number=1, title="Kiezen"),
        Answer(id=1, question=next(iter(began.of(Question))), text="Meer proeflessen"),
        *milestones,
        *(Party(id=number, name=f"School {number}") for number in range(1, 4)),
        Veri(id=1, row=Ref("milestones", 2), party=Ref("parties", 1), code=VeriCode.RAADPLEGEN),
        Veri(id=2, row=Ref("milestones", 8), party=Ref("parties", 2), code=VeriCode.RAADPLEGEN),
        Progress(id=1, milestone=8, date=NOW.date(), light=Stoplicht.GROEN),
    ]
    tables = {name: dict(found) for name, found in began.tables.items()}
    for record in records:
        tables[ref_of(record).table][record.id] = record
    return Dossier(tables)


@pytest.fixture
def small(tmp_path: Path, few_records: Dossier) -> Path:
    """A dossier with few records, for tests that read and write it time and again."""
    path = tmp_path / "regio.sto.json"
    DossierStore.create(path, few_records)
    return path


@pytest.fixture
def almere(tmp_path: Path) -> Path:
    """A copy of the Almere plan."""
    return Path(shutil.copy(SAMPLES / "almere-2020-2023.sto.json", tmp_path / "almere.sto.json"))


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a text with the golden one of that name."""
    return partial(check_golden, write=bool(request.config.getoption("--golden")))


def is_root() -> bool:
    """Whether file rights hold nobody back."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture
def sto(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Sto:
    """Runs a command in this process, in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def run(*argv: str | Path) -> Result:
        code = main([str(arg) for arg in argv])
        printed = capsys.readouterr()
        return Result(code, printed.out, printed.err)

    return run


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return Path(shutil.copy(SAMPLES / "voorbeeldregio-2027-2028.sto.json", tmp_path / "proef.sto.json"))
