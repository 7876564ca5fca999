"""Every command that writes, ended by a signal at each moment of writing: all is there, or nothing is."""

import os
import shutil
import signal
import zipfile
from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("fcntl", reason="needs processes and signals as Unix has them")

from benchmarks.sessions import forked, opened
from sto_tui.cli import main
from sto_tui.storage.past.history import History

pytestmark = [pytest.mark.slow, pytest.mark.copies]

CHANGING: Sequence[Sequence[str]] = (
    ("stoplicht", "regio.sto.json", "1.1", "oranje"),
    ("invoer", "mijlpalen", "regio.sto.json", "blad.csv", "--ja"),
)
MAKING: Sequence[Sequence[str]] = (
    ("concept", "regio.sto.json"),
    ("nieuw", "nieuw/n.sto.json", "--regio", "Oost", "--periode", "2027-2028"),
    ("voorbeeld", "almere", "kopie"),
)
# What a write is made of; at each call of one of these the process sends the signal to itself.
CALLS = ("open", "link", "replace", "fsync", "unlink")
ENDING = [(argv, signal.SIGTERM) for argv in (*CHANGING, *MAKING)]


def with_signal_at(moment: int, number: int, argv: Sequence[str], folder: Path) -> int:
    """The exit code of a command that gets a signal at its so many-eth call; below zero when the signal ended it."""
    calls = count(1)

    def telling(real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            reads = real.__name__ == "open" and not args[1] & os.O_CREAT
            if not reads and next(calls) == moment:
                os.kill(os.getpid(), number)
            return real(*args, **options)

        return call

    def work() -> None:
        os.chdir(folder)
        quiet = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(quiet, stream)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        for name in CALLS:
            setattr(os, name, telling(getattr(os, name)))
        os._exit(main(list(argv)))

    return os.waitstatus_to_exitcode(os.waitpid(forked(work), 0)[1])


@pytest.mark.parametrize(
    ("argv", "number"),
    [
        *ENDING,
        (CHANGING[0], signal.SIGHUP),
        (CHANGING[0], signal.SIGQUIT),
        (CHANGING[0], signal.SIGINT),
        (MAKING[0], signal.SIGINT),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else value.name,
)
def test_a_signal_never_leaves_half_a_write(
    small: Path, tmp_path: Path, argv: Sequence[str], number: signal.Signals
) -> None:
    before = small.read_bytes()
    ended = 130 if number == signal.SIGINT else -number
    outcomes = set()
    for moment in count(1):
        folder = tmp_path / str(moment)
        folder.mkdir()
        path = Path(shutil.copy(small, folder))
        (folder / "blad.csv").write_text("Nr;Mijlpaal;Klaar\n9.1;Nieuw;1-7-2027\n", encoding="utf-8")
        code = with_signal_at(moment, number, argv, folder)
        made = [one for one in folder.rglob("*") if one.is_file() and one not in (path, folder / "blad.csv")]
        assert not [one for one in made if one.suffix == ".tmp"], moment
        outcomes.add(is_done(argv, path, made, changed=path.read_bytes() != before))
        shutil.rmtree(folder)
        if code != ended:
            assert code in (0, 1), moment
            break
    assert True in outcomes


def is_done(argv: Sequence[str], path: Path, made: Sequence[Path], *, changed: bool) -> bool:
    """Whether the command did its work; asserts that it did all of it or nothing."""
    assert opened(path).dossier
    if argv in CHANGING:
        assert len(list(History(path).entries())) == int(changed)
        return changed
    assert not changed
    written = [one for one in made if one.name.endswith((".docx", ".sto.json"))]
    for one in written:
        if one.suffix == ".docx":
            with zipfile.ZipFile(one) as archive:
                assert archive.testzip() is None
        else:
            assert opened(one).dossier
    return bool(written)
