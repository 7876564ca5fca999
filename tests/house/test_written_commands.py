"""Every line that the manual and README tell people to type is one that the parser takes."""

import re
import shlex
from collections.abc import Iterator
from contextlib import redirect_stdout, suppress
from io import StringIO

import pytest

from release.man_page import usages
from sto_tui.cli import command_parser
from sto_tui.command.output import CommandError
from tests.conftest import ROOT
from tests.house.test_manual import MANUAL, sections

WRITTEN_IN = ("README.md", "docs/handleiding.md")
ALL_OF_THEM = "Alle opdrachten"
IN_A_BLOCK = re.compile(r"(?m)^(?: {4,}|\t)(?:\$ )?(sto(?: .+)?)$")
IN_A_SENTENCE = re.compile(r"(?<!`)`(sto(?:\s[^`]+)?)`(?!`)")
# What follows a command in a shell: a comment, another command, or a file that it reads or writes.
AFTER_IT = re.compile(r"\s+(?:#|\||\\\||&&|[<>]).*$", re.DOTALL)


def written_lines(name: str) -> Iterator[str]:
    text = (ROOT / name).read_text(encoding="utf-8").replace(sections()[ALL_OF_THEM], "")
    for found in (*IN_A_BLOCK.finditer(text), *IN_A_SENTENCE.finditer(text)):
        yield " ".join(AFTER_IT.sub("", found[1]).replace("[", "").replace("]", "").split())


def is_only_named(words: list[str]) -> bool:
    """`sto lijst --json` in a sentence names a command, without what belongs behind it: its help has the option."""
    path = [word for word in words if not word.startswith("--")]
    with redirect_stdout(StringIO()) as told, suppress(SystemExit):
        command_parser().parse_args([*path, "--help"])
    options = {word for word in words if word not in path}
    return told.getvalue().startswith(f"Gebruik: {' '.join(['sto', *path])} [-h]") and options <= set(
        re.findall(r"--[a-z-]+", told.getvalue())
    )


def is_taken(line: str) -> bool:
    words = shlex.split(line)[1:]
    try:
        command_parser().parse_args(words)
    except SystemExit as end:
        return end.code == 0 or is_only_named(words)
    except CommandError:
        return False
    return True


@pytest.mark.parametrize("name", WRITTEN_IN)
def test_what_people_are_told_to_type_is_taken(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    lines = set(written_lines(name))
    refused = [line for line in sorted(lines) if not is_taken(line)]
    capsys.readouterr()
    assert lines
    assert refused == []


@pytest.mark.parametrize(
    ("line", "taken"),
    [
        ("sto", True),
        ("sto lijst --json", True),
        ("sto lijst --jsno", False),
        ("sto lijst BESTAND mijlpalen --csv", True),
        ("sto lijst BESTAND mijlpalen --cvs", False),
        ("sto invoer", True),
        ("sto invoer duo BESTAND 01.csv --peiljaar straks", False),
        ("sto schrijf BESTAND", False),
    ],
)
def test_a_line_with_a_mistake_is_not(line: str, taken: bool, capsys: pytest.CaptureFixture[str]) -> None:
    assert is_taken(line) == taken
    capsys.readouterr()


def test_the_manual_has_the_table_of_commands() -> None:
    table = "\n".join(f"| `{typed}` | {does} |" for typed, does in usages().items())
    assert f"| Opdracht | Doet |\n| --- | --- |\n{table}\n" in sections()["Alle opdrachten"], (
        f"put this in it:\n{table}"
    )


def test_what_the_manual_refers_to_is_one_of_its_sections() -> None:
    """`zie *Installeren*`, and all that its first section names."""
    text = MANUAL.read_text(encoding="utf-8")
    headings = set(re.findall(r"(?m)^##+ (.+)$", text))
    named = re.findall(r"\*([^*]+)\*", sections()["Vind het hier"]) + re.findall(r"\b[Zz]ie \*([^*]+)\*", text)
    assert len(named) > len(headings) / 2
    assert [name for name in named if " ".join(name.split()) not in headings] == []
