"""The command line at its edges: a table cut to its width, output that does not arrive, answers, progress."""

import errno
import io
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

import pytest

from sto_tui.command.asking import agreed
from sto_tui.command.asking_questions import asked_until_clear
from sto_tui.command.drafting import _remark_on
from sto_tui.command.history import _MOST_DIGITS, _print_lines
from sto_tui.command.intake_duo import _list_places, _ProgressLine, _read
from sto_tui.command.national import _print_table
from sto_tui.command.next_period import at_hand_now, lines_of
from sto_tui.command.output import OutputError, flush, remark, say
from sto_tui.command.record_table import _fitting, grid_of
from sto_tui.documents.word import Draft
from sto_tui.domain.change import Change
from sto_tui.domain.milestones import Dependency, Milestone, Stoplicht
from sto_tui.domain.money import BudgetLine
from sto_tui.domain.plan import Goal, Theme
from sto_tui.domain.region import PlanPeriod
from sto_tui.domain.tables import TABLES
from sto_tui.intake.duo.vestigingen import DuoChoice, NotChosenError
from sto_tui.intake.milestones.veri_cells import legend_question
from sto_tui.intake.proposal import IntakeProposal
from sto_tui.places import Place
from sto_tui.planning.checks.finding import Level, counted
from sto_tui.planning.national import NationalRow
from sto_tui.planning.next_period.proposal import next_period
from sto_tui.storage.past.entry import Entry
from sto_tui.widgets.shell import HeaderState
from tests.domain.test_changes import dossier_of
from tests.intake.duo.test_duo import PIE, TODAY, places, pupils
from tests.support.by_hand import dossier_with
from tests.support.commands import Sto, Terminal, assert_refused
from tests.support.findings import a_finding


@pytest.mark.parametrize(
    ("wanted", "width", "widths"),
    [
        # 5 and 2 for the blanks leave 13: all of 10 fits.
        ({"nr": 5, "naam": 10}, 20, {"nr": 5, "naam": 10}),
        # 5 + 2 + 10 is 17, just enough: 8 at first, two kept for the blanks, and those come back to it.
        ({"nr": 5, "naam": 10}, 17, {"nr": 5, "naam": 10}),
        # A column is left out rather than cut under 8 cells at first: 16 - 7 - 2 = 7.
        ({"nr": 5, "naam": 10}, 16, {"nr": 5}),
        # A long one gets 32 at first; what is left over comes back to it: 60 - 32 - 2 - 10 = 16, so 48.
        ({"titel": 50, "naam": 10}, 60, {"titel": 48, "naam": 10}),
        ({"titel": 50, "naam": 10}, 80, {"titel": 50, "naam": 10}),
        # The first column is always there, whatever the width.
        ({"titel": 50}, 4, {"titel": 4}),
    ],
)
def test_columns_fit_the_terminal(wanted: dict[str, int], width: int, widths: dict[str, int]) -> None:
    assert _fitting(wanted, width, whole={}) == widths


def test_a_number_is_shown_whole_or_not_at_all() -> None:
    """30 for the title and twice 2 leaves 14: an amount of 14 fits under a longer head, one of 15 does not."""
    assert _fitting({"titel": 30, "bedrag": 20}, 48, whole={"bedrag": 14}) == {"titel": 30, "bedrag": 16}
    assert _fitting({"titel": 30, "bedrag": 20}, 48, whole={"bedrag": 15}) == {"titel": 30}


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (errno.ENOSPC, "De uitvoer is niet geschreven: de schijf is vol. Kies een andere bestemming."),
        (errno.EIO, "De uitvoer is niet geschreven. Kies een andere bestemming."),
    ],
)
def test_output_that_does_not_arrive_says_why(monkeypatch: pytest.MonkeyPatch, number: int, sentence: str) -> None:
    class Failing(io.StringIO):
        def write(self, text: str) -> int:
            raise OSError(number, "")

        def flush(self) -> None:
            raise OSError(number, "")

    monkeypatch.setattr(sys, "stdout", Failing())
    attempts: tuple[Callable[[], None], ...] = (lambda: say("tekst"), flush)
    for attempt in attempts:
        with pytest.raises(OutputError) as raised:
            attempt()
        assert str(raised.value) == sentence


def test_streams_that_were_closed_before_the_start(monkeypatch: pytest.MonkeyPatch) -> None:
    heard = io.StringIO()
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", heard)
    say("weg")
    flush()
    remark("gehoord")
    assert heard.getvalue() == "gehoord\n"


@pytest.mark.parametrize(
    ("typed", "yes"), [("j", True), (" JA ", True), ("ja", True), ("n", False), ("", False), ("jazeker", False)]
)
def test_only_j_and_ja_are_yes(monkeypatch: pytest.MonkeyPatch, typed: str, yes: bool) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{typed}\n"))
    assert agreed() is yes


def test_no_answer_is_no(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert agreed() is False


@pytest.mark.parametrize(("stdin", "stderr"), [(True, False), (False, True)])
@pytest.mark.parametrize("argv", [(), ("open",)])
def test_the_app_needs_a_keyboard_and_a_screen(
    sto: Sto, dossier: Path, monkeypatch: pytest.MonkeyPatch, argv: tuple[str, ...], stdin: bool, stderr: bool
) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setattr(sys.stdin, "isatty", lambda: stdin, raising=False)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: stderr, raising=False)
    result = sto(*argv, *[dossier] * len(argv))
    assert_refused(result)
    assert "heeft een terminal nodig" in result.err


def test_the_line_of_progress_is_written_when_it_says_something_else(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    line = _ProgressLine()
    assert line.is_seen
    # 3 of 12 million bytes is a quarter of 12 MB; the same again says nothing new.
    line.show(3_000_000, 12_000_000)
    line.show(3_000_001, 12_000_000)
    line.show(12_000_000, 12_000_000)
    line.clear()
    line.clear()
    blank = " " * len("Lezen: 100% van 12 MB")
    assert screen.getvalue() == f"\rLezen: 25% van 12 MB\rLezen: 100% van 12 MB\r{blank}\r"


@pytest.mark.parametrize("choice", [DuoChoice(("01AB",)), DuoChoice()], ids=["read", "not chosen"])
def test_the_line_of_progress_is_gone_after_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, choice: DuoChoice
) -> None:
    """Also when no school was chosen: the names of the gemeenten come on a clean line then."""
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    path = pupils(tmp_path, ("01AB", "02", "VMBO BL lj 3-4", PIE, (5, 5, 5, 5)))
    with suppress(NotChosenError):
        _read([places(tmp_path), path], choice, TODAY)
    *_, shown, blank, after = screen.getvalue().split("\r")
    assert shown.startswith("Lezen: ")
    assert (blank, after) == (" " * len(shown), "")


def test_nobody_sees_the_progress_in_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    assert not _ProgressLine().is_seen


@pytest.mark.parametrize(
    ("width", "room"),
    [
        # Seven columns behind the name: 12 + 5 + 6 + 4 + 6 + 9 + 14 is 56, and 7 × 2 blanks are 14.
        (100, 30),
        (90, 20),
        # The name never gets less than twelve, nor more than the longest takes.
        (60, 12),
        (300, 31),
    ],
)
def test_regions_side_by_side_take_the_width_of_the_terminal(
    monkeypatch: pytest.MonkeyPatch, width: int, room: int
) -> None:
    screen = Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setenv("COLUMNS", str(width))
    lights = dict.fromkeys(Stoplicht, 3) | {Stoplicht.ROOD: 12}
    late = {"te laat": ("1.1", "1.10")}
    names = ("Noord", "Regio met een naam van eenendertig"[:31])
    _print_table(
        [
            NationalRow("noord", names[0], "", "2027-2028", 24, lights, late, None, None, 0),
            NationalRow("zuid", names[1], "", "2027-2028", 24, lights, {}, None, None, 0),
        ]
    )
    head, first, second, *told = screen.getvalue().splitlines()
    assert [len(line) for line in (head, first, second)] == [room + 70] * 3
    cut = names[1] if room >= 31 else f"{names[1][: room - 1].rstrip()}…"
    assert second[:room].rstrip() == cut
    assert first.split() == ["Noord", "3", "3", "3", "12", "3", "2"]
    assert head.split("  ")[-1] == "doelen gehaald"
    assert told == [f"planperiode 2027-2028: Noord, {names[1]}", "Noord: te laat: 1.1, 1.10"]


@pytest.mark.parametrize(
    ("width", "lines"),
    [
        # Seven letters and two blanks between: 3 × 7 + 2 × 2 is 25.
        (25, ["Almere   Urk      Dronten", "Ede"]),
        (24, ["Almere   Urk", "Dronten  Ede"]),
        (5, ["Almere", "Urk", "Dronten", "Ede"]),
    ],
)
def test_names_to_choose_from_stand_in_columns_that_fit(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], width: int, lines: list[str]
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    _list_places(("Almere", "Urk", "Dronten", "Ede"))
    _list_places(())
    assert capsys.readouterr().out.splitlines() == ["Te kiezen:", *lines]


def test_what_goes_on_in_the_next_period_and_what_stays_behind() -> None:
    """What is gereed stays, and so does a goal that was reached; of 1 June 2028 it is seven months to the next plan."""
    plan = PlanPeriod(id=1, label="2027-2028", start=date(2027, 1, 1), end=date(2028, 12, 31), current=True)
    done = {"light": Stoplicht.GEREED, "done_on": date(2028, 2, 1)}
    dossier = dossier_with(
        plan,
        Goal(id=1, number=1, text="Meer", outcome="gehaald", periods=(1,)),
        Goal(id=2, number=2, text="Beter", outcome="niet", periods=(1,)),
        Theme(id=1, number=1, title="Kiezen", periods=(1,)),
        Milestone(id=1, number="1.1", title="Bus", theme=1, due=date(2028, 6, 1), light=Stoplicht.ROOD),
        Milestone.model_validate(
            {"id": 2, "number": "1.2", "title": "Lab", "theme": 1, "due": date(2028, 3, 1), **done}
        ),
    )
    proposal = next_period(dossier, "2029-2030")
    assert lines_of(proposal) == [
        "Planperiode 2029-2030 begint vanuit 2027-2028.",
        "Gaat door (3):",
        "  doel 2 Beter: niet gehaald",
        "  thema 1 Kiezen: er gaat iets van door",
        "  mijlpaal 1.1 Bus: staat op rood; schuift 7 maanden; 01-01-2029",
        "Blijft achter (1):",
        "  doel 1 Meer: gehaald",
    ]
    assert at_hand_now(proposal) == (
        "Het plan gaat nu over 2029-2030; opdrachten zonder --periode tonen dat. "
        "2027-2028 zie je met --periode 2027-2028."
    )


def test_the_number_of_a_change_may_be_as_long_as_it_takes(sto: Sto, dossier: Path) -> None:
    assert sto("stoplicht", dossier, "1.1a", "oranje").code == 0
    assert sto("geschiedenis", dossier, "--terug", "0" * 20 + "1").code == 0
    assert_refused(sto("geschiedenis", dossier, "--terug", "9" * _MOST_DIGITS))
    assert_refused(sto("geschiedenis", dossier, "--terug", "9" * 5_000))


def change(number: int, by: str) -> Entry:
    return Entry(datetime(2027, 3, 1, 9, 5), by, f"Doel {number} gewijzigd", (), str(number))


def test_changes_stand_in_columns_of_a_hundred_at_a_time(capsys: pytest.CaptureFixture[str]) -> None:
    """Names get the width of the longest of the first hundred, and later of a longer one; at most twenty."""
    changes = [change(number, "jo" if number <= 100 else "x" * 25) for number in range(1, 102)]
    assert _print_lines(iter(changes)) == 101
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "   1  01-03-2027 09:05  jo  Doel 1 gewijzigd"
    assert lines[99] == " 100  01-03-2027 09:05  jo  Doel 100 gewijzigd"
    assert lines[100] == f" 101  01-03-2027 09:05  {'x' * 25}  Doel 101 gewijzigd"
    assert _print_lines(iter([change(1, "x" * 25), change(2, "jo")])) == 2
    assert capsys.readouterr().out.splitlines()[1] == f"   2  01-03-2027 09:05  jo{' ' * 18}  Doel 2 gewijzigd"
    assert _print_lines(iter(())) == 0


@pytest.mark.parametrize(("many", "lines"), [(0, 0), (1, 2), (12, 13), (13, 14)])
def test_of_what_is_missing_the_first_twelve_are_named(
    capsys: pytest.CaptureFixture[str], many: int, lines: int
) -> None:
    holes = tuple(a_finding(Level.ONTBREEKT, Place.PLAN, "", hole=f"punt {number}") for number in range(1, many + 1))
    _remark_on(Draft(b"", holes, ("Het sjabloon heeft geen kop 4.",)))
    said = capsys.readouterr().err.splitlines()
    assert (said[0], len(said)) == ("Het sjabloon heeft geen kop 4.", 1 + lines)
    if many:
        assert said[1] == f"Nog in te vullen: {many} {'punt' if many == 1 else 'punten'}."
        assert said[2] == "- Voorblad: punt 1"
    assert (said[-1] == "- en nog 1; kijk bij 8 Concept, Nog in te vullen") is (many == 13)


@pytest.mark.parametrize(
    ("answers", "legend"),
    [
        ("veri\n", "veri"),
        ("x\ny\n VEORI \n", "veori"),
        ("x\ny\nz\nveri\n", None),
        ("\nveri\n", "geen"),
        ("2\n", "veori"),
        ("4\n", "geen"),
    ],
)
def test_a_question_about_a_sheet_is_asked_three_times(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], answers: str, legend: str | None
) -> None:
    """Enter is what is proposed; a place in the list that is not there is no answer, and the input then ends."""
    monkeypatch.setattr("sys.stdin", io.StringIO(answers))
    given: dict[str, str] = {}
    asked_until_clear(
        lambda typed: IntakeProposal(Change("", ()), questions=() if typed else (legend_question(),)), given
    )
    assert given.get("legenda") == legend
    assert capsys.readouterr().out.splitlines()[1:5] == [
        "Vraag 1. In de kolommen met rollen staat een O. Wat betekent die?",
        "    1  veri     O = out of the loop (VERI van STO)",
        "    2  veori    O = ondersteunen (VEORI); wordt S, support",
        "  › 3  geen     deze cellen niet overnemen",
    ]


def test_a_table_of_records_in_fifty_cells() -> None:
    """11, 4, 11 and 6 with two blanks each are 40; the price takes the last ten, and then there is no more room.

    Numbers stand to the right, and what says nothing in any row is no column.
    """
    records = [
        BudgetLine(id=1, title="Lasapparaat", year=2027, quantity=2, price=125_000),
        BudgetLine(id=2, title="Zaal", year=2028, price=90_050),
    ]
    text, left = grid_of(TABLES["budget"], records, dossier_of(*records), 50)
    assert text.replace("\u00a0", " ").splitlines() == [
        "Post         Jaar  Kostensoort  Aantal  Prijs per…",
        "─" * 50,
        "Lasapparaat  2027  overig            2     € 1.250",
        "Zaal         2028  overig                 € 900,50",
    ]
    assert left == ["Subsidiabel"]
    # Of a long title 32, of the year 4 and of the kind 8, with two blanks between: 48, so the title gets two more.
    # What does not fit in its cells is cut, and goes on on no second line.
    long = [records[0].changed(title="Lasapparaat met alles erop en eraan voor het nieuwe lokaal van de bovenbouw")]
    text, _ = grid_of(TABLES["budget"], long, dossier_of(*long), 50)
    assert [line.split("  ")[0] for line in text.splitlines()[2:]] == ["Lasapparaat met alles erop en era…"]


def test_a_draft_is_written_under_the_name_of_a_word_file_only(sto: Sto, dossier: Path, tmp_path: Path) -> None:
    for name in ("x.txt", "x", "x.doc", "x.docx.zip"):
        result = sto("concept", dossier, "-o", tmp_path / name)
        assert_refused(result)
        assert result.err.endswith("is een Word-bestand. Kies een naam op .docx.\n")
        assert not (tmp_path / name).exists()
    assert sto("concept", dossier, "-o", tmp_path / "X.DOCX").code == 0


def test_a_template_that_is_not_there_says_where(sto: Sto, dossier: Path, tmp_path: Path) -> None:
    gone = tmp_path / "huisstijl.docx"
    result = sto("concept", dossier, "--sjabloon", gone)
    assert_refused(result)
    assert result.err == f"Het sjabloon {gone} bestaat niet. Controleer de naam en de map.\n"


def test_a_template_that_can_be_no_template_is_not_read(sto: Sto, dossier: Path, tmp_path: Path) -> None:
    """A terabyte without anything in it takes no room on disk."""
    huge = tmp_path / "groot.docx"
    with huge.open("wb") as file:
        file.truncate(1 << 40)
    result = sto("concept", dossier, "--sjabloon", huge)
    assert_refused(result)
    assert result.err == f"Het sjabloon {huge} is groter dan 50 MB. Kies een ander .docx-bestand.\n"
    for folder in ("/", tmp_path):
        result = sto("concept", dossier, "--sjabloon", folder)
        assert_refused(result)
        assert result.err == f"{folder} is een map. Kies een bestand dat eindigt op .docx.\n"


async def test_the_head_and_the_check_name_the_same_numbers(sto: Sto, dossier: Path) -> None:
    """Without counting in our own code: the lines that `sto controle` prints begin with their level."""
    lines = sto("controle", dossier).out.splitlines()
    counts = {level: sum(line.startswith(f"{level}: ") for line in lines) for level in ("fout", "waarschuwing", "tip")}
    total = sum(counts.values())
    assert lines[-1] == (
        f"{total} meldingen, waarvan {counts['fout']} fouten, {counts['waarschuwing']} waarschuwingen en "
        f"{counts['tip']} tips."
    )
    state = HeaderState(errors=counts["fout"], milder=total - counts["fout"])
    assert lines[-1].startswith(state.findings(short=False))


@pytest.mark.parametrize(
    ("total", "levels", "said"),
    [
        (0, {}, "geen meldingen"),
        (1, {Level.FOUT: 1, Level.TIP: 0}, "1 melding, waarvan 1 fout"),
        (
            7,
            {Level.FOUT: 2, Level.WAARSCHUWING: 1, Level.TIP: 4},
            "7 meldingen, waarvan 2 fouten, 1 waarschuwing en 4 tips",
        ),
        (5, {Level.FOUT: 0}, "5 meldingen"),
    ],
)
def test_findings_in_words(total: int, levels: dict[Level, int], said: str) -> None:
    assert counted(total, levels) == said


@pytest.mark.parametrize(("days", "shown"), [(14, "1.1 Eerst · 14 dagen"), (1, "1.1 Eerst · 1 dag"), (0, "1.1 Eerst")])
def test_the_time_between_has_its_unit(days: int, shown: str) -> None:
    first = Milestone(id=1, number="1.1", title="Eerst")
    assert dossier_with(first).part_caption(Dependency(id=1, milestone=1, lag_days=days)) == shown
