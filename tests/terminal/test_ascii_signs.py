"""Signs and letters that a terminal lacks: what stands for them, and when."""

import io
import re
import subprocess
import unicodedata
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.segment import Segment
from textual.color import Color

from benchmarks.terminal import ROOT, sto
from sto_tui.terminal.ascii_filter import AsciiFilter
from sto_tui.terminal.ascii_signs import ERRORS, charset_of, in_ascii, needs_ascii, settle


@pytest.mark.parametrize(
    ("text", "utf_8", "latin_1", "ascii_only"),
    [
        ("één financiële reünie", "één financiële reünie", "één financiële reünie", "een financiele reunie"),
        ("Çağla Štěpánová", "Çağla Štěpánová", "Çagla Stepánová", "Cagla Stepanova"),
        ("Łódź, Søren, ĳs", "Łódź, Søren, ĳs", "Lódz, Søren, ys", "Lodz, Soren, ys"),
        ("‘ja’ – „nee“…", "'ja' - \"nee\"~", "'ja' - \"nee\"~", "'ja' - \"nee\"~"),
        ("€ 1.200 · § 2 × 3°", "€ 1.200 . § 2 x 3°", "E 1.200 . § 2 x 3°", "E 1.200 . S 2 x 3o"),
        ("█▒░◆┊■□›▸▾", "#=%X|#->+v", "#=%X|#->+v", "#=%X|#->+v"),
        ("┌──┐│", "+--+|", "+--+|", "+--+|"),
        ("▁▂▃▄▅▆▇█", "_.,-~+*#", "_.,-~+*#", "_.,-~+*#"),
        ("● groen ▲ oranje ✓", "o groen ^ oranje v", "o groen ^ oranje v", "o groen ^ oranje v"),
        ("日本", "日本", "????", "????"),
    ],
)
def test_a_letter_stays_where_it_can_and_a_sign_becomes_ascii(
    text: str, utf_8: str, latin_1: str, ascii_only: str
) -> None:
    assert [text.translate(in_ascii(name)) for name in ("utf-8", "iso8859-1", "ascii")] == [utf_8, latin_1, ascii_only]


def drawn_by_us() -> str:
    """Every character that the golden texts show."""
    texts = [path.read_text("utf-8") for path in (ROOT / "tests" / "golden").rglob("*.txt")]
    return "".join(sorted({letter for text in texts for letter in text if not letter.isascii()}))


def test_all_that_the_screens_show_has_an_ascii_sign_of_its_width() -> None:
    shown = drawn_by_us()
    assert set("█▒■□◆┊›▸▾▼●▲✓─│") <= set(shown)
    for sign in shown:
        plain = sign.translate(in_ascii("ascii"))
        assert plain.isascii()
        assert "?" not in plain, (sign, unicodedata.name(sign, ""))
        assert cell_len(plain) == cell_len(sign), sign


@pytest.mark.parametrize("text", ["e\u0301e\u0301n", "⚠️ let op", "👩‍🔧 werkt", "a\u00adb", "één…"])
def test_a_line_keeps_its_width(text: str) -> None:
    for encoding in ("utf-8", "ascii"):
        (made,) = AsciiFilter(encoding).apply([Segment(text)], Color(0, 0, 0))
        assert cell_len(made.text) == cell_len(text)


@pytest.mark.parametrize(
    ("environment", "encoding", "expected"),
    [
        ({"TERM": "xterm-256color"}, "utf-8", False),
        ({"TERM": "linux"}, "utf-8", True),
        ({"TERM": "vt100"}, "UTF-8", True),
        ({"TERM": "dumb"}, "utf-8", True),
        ({"TERM": "xterm"}, "iso8859-1", True),
        ({"TERM": "xterm"}, "ascii", True),
        ({"TERM": "linux", "STO_ASCII": "0"}, "utf-8", False),
        ({"TERM": "xterm", "STO_ASCII": "1"}, "utf-8", True),
        ({}, "utf-8", False),
    ],
)
def test_the_terminal_or_the_person_decides(environment: dict[str, str], encoding: str, expected: bool) -> None:
    assert needs_ascii(environment, encoding) is expected


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "utf-8"),
        ({"LANG": "nl_NL.UTF-8"}, "utf-8"),
        ({"LANG": "C.UTF-8"}, "utf-8"),
        ({"LANG": "C"}, "ascii"),
        ({"LANG": "C", "LC_CTYPE": "C.UTF-8"}, "ascii"),  # what Python makes of it
        ({"LANG": "nl_NL.UTF-8", "LC_CTYPE": "C.UTF-8"}, "utf-8"),
        ({"LC_CTYPE": "C.UTF-8"}, "utf-8"),
        ({"LC_CTYPE": "UTF-8"}, "utf-8"),
        ({"LANG": "nl_NL.UTF-8", "LC_ALL": "POSIX"}, "ascii"),
        ({"LANG": "nl_NL.ISO-8859-1"}, "iso8859-1"),
        ({"LANG": "nl_NL.ISO-8859-15@euro"}, "iso8859-15"),
        ({"LANG": "nl_NL.onbekend"}, "utf-8"),
        ({"LANG": "C", "PYTHONIOENCODING": "utf-8"}, "utf-8"),
    ],
)
def test_the_character_set_is_that_of_the_locale(environment: dict[str, str], expected: str) -> None:
    assert charset_of(environment, "utf-8") == expected


def test_a_stream_writes_what_it_lacks_as_ascii() -> None:
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="iso8859-1")
    settle(stream, {})
    stream.write("één ‘plan’ – Štěpán…")
    stream.flush()
    assert raw.getvalue() == b"\xe9\xe9n 'plan' - Step\xe1n~"
    assert stream.errors == ERRORS


def run(*arguments: str, **environment: str) -> str:
    done = subprocess.run(
        sto(*arguments), cwd=ROOT, capture_output=True, check=True, env={"PATH": "/usr/bin:/bin", **environment}
    )
    return done.stdout.decode()


def test_commands_draw_in_ascii_when_asked_and_keep_letters(example: Path) -> None:
    usual = run("lijst", str(example), "partijen")
    assert "─" in usual
    plain = run("lijst", str(example), "partijen", "--ascii")
    assert all(letter.isalpha() for letter in plain if not letter.isascii())
    assert [len(line) for line in plain.splitlines()] == [len(line) for line in usual.splitlines()]
    assert run("--ascii", "lijst", str(example), "partijen") == plain
    assert run("lijst", str(example), "partijen", STO_ASCII="1") == plain


@pytest.mark.parametrize("form", ["--json", "--csv"])
def test_what_another_program_reads_stays_as_it_is(example: Path, form: str) -> None:
    usual = run("lijst", str(example), "mijlpalen", form)
    assert re.search("[éë‘’–]", usual)
    assert run("lijst", str(example), "mijlpalen", form, "--ascii") == usual
    assert run("lijst", str(example), "mijlpalen", form, PYTHONIOENCODING="ascii") == usual
