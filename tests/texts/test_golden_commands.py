"""What the command line prints, as it stands in `tests/golden/`: every list, the findings and every help."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sto_tui.command.caller import Caller
from sto_tui.command.checking import check
from sto_tui.command.records import list_table
from sto_tui.domain.tables import BY_DUTCH_NAME
from tests.support.commands import Sto
from tests.support.golden_texts import ALMERE, GOLDEN_SAMPLES, Golden, GoldenSample

COMMANDS = (
    (),
    ("open",),
    ("nieuw",),
    ("voorbeeld",),
    ("controle",),
    ("concept",),
    ("terug",),
    ("huisstijl",),
    ("excel",),
    ("agenda",),
    ("lijst",),
    ("stoplicht",),
    ("zoek",),
    ("zet",),
    ("voeg-toe",),
    ("verwijder",),
    ("rondleiding",),
    ("uitleg",),
    ("aanvullen",),
    ("partij",),
    ("partij", "stopt"),
    ("partij", "doet-mee"),
    ("partij", "samen"),
    ("invoer",),
    ("invoer", "mijlpalen"),
    ("invoer", "partijen"),
    ("invoer", "risicos"),
    ("invoer", "begroting"),
    ("invoer", "cofinanciering"),
    ("invoer", "acties"),
    ("invoer", "uitgaven"),
    ("invoer", "excel"),
    ("invoer", "plan"),
    ("invoer", "duo"),
    ("indienen",),
    ("wijzigingen",),
    ("geschiedenis",),
    ("samenvoegen",),
    ("volgende",),
    ("mee",),
    ("terugbrengen",),
    ("landelijk",),
    ("servers",),
    ("server",),
    ("server", "maak"),
    ("server", "zet"),
    ("server", "uitnodigen"),
    ("server", "wie"),
    ("server", "intrekken"),
)
FILES = [
    "hulp.txt",
    f"{ALMERE.name}/lijst-mijlpalen.json",
    *(
        f"{sample.name}/{name}.txt"
        for sample in GOLDEN_SAMPLES
        for name in ("controle", *(f"lijst-{word}" for word in BY_DUTCH_NAME))
    ),
]

samples = pytest.mark.parametrize("sample", GOLDEN_SAMPLES, ids=lambda sample: sample.name)
pytestmark = pytest.mark.command
Printed = Callable[[], str]
Copied = Callable[[GoldenSample], str]


@pytest.fixture
def printed(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Printed:
    """What was printed since the last time: results, and under them the remarks."""
    monkeypatch.setenv("COLUMNS", "120")

    def read() -> str:
        found = capsys.readouterr()
        return found.out + "".join(f"> {line}\n" for line in found.err.splitlines())

    return read


@pytest.fixture
def copied(tmp_path: Path) -> Copied:
    """The path of a copy of a sample."""
    return lambda sample: str(shutil.copy(sample.path, tmp_path / sample.file))


def caller_on(sample: GoldenSample) -> Caller:
    return Caller("jan", sample.clock)


def without_trailing_blanks(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.split("\n"))


@samples
def test_every_list(sample: GoldenSample, printed: Printed, copied: Copied, golden: Golden) -> None:
    path = copied(sample)
    for word in BY_DUTCH_NAME:
        list_table(path, word, caller_on(sample), as_json=False)
        golden(f"{sample.name}/lijst-{word}.txt", without_trailing_blanks(printed()))


def test_milestones_as_json(printed: Printed, copied: Copied, golden: Golden) -> None:
    list_table(copied(ALMERE), "mijlpalen", caller_on(ALMERE), as_json=True)
    golden(f"{ALMERE.name}/lijst-mijlpalen.json", printed())


@samples
def test_findings(sample: GoldenSample, printed: Printed, copied: Copied, golden: Golden) -> None:
    check(copied(sample), caller_on(sample), as_json=False)
    golden(f"{sample.name}/controle.txt", printed())


@pytest.mark.skipif(sys.version_info >= (3, 13), reason="argparse lays its help out in another way since 3.13")
def test_every_help(sto: Sto, golden: Golden, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    shown = []
    for words in COMMANDS:
        result = sto(*words, "--help")
        assert (result.code, result.err) == (0, "")
        shown.append(f"$ {' '.join(('sto', *words, '--help'))}\n{result.out}")
    golden("hulp.txt", "\n".join(shown))


def test_every_command_has_its_help_here(sto: Sto) -> None:
    listed = {
        line.split()[0]
        for words, head in (((), "OPDRACHT"), (("invoer",), "SOORT"), (("partij",), "WAT"), (("server",), "WAT"))
        for line in sto(*words, "--help").out.partition(f"\n  {head}\n")[2].splitlines()
        if line.startswith("    ") and line[4:5].strip()
    }
    assert listed == {words[-1] for words in COMMANDS if words}
