"""Doubt about a planning sheet is a question: nothing hangs in the air, answers hold, and they are remembered."""

import io
from datetime import date
from pathlib import Path

import pytest

from sto_tui.domain.change import carried_out
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone, Veri
from sto_tui.domain.parties import Party
from sto_tui.intake.milestones.sheet_proposal import proposal_of, read_sheet
from sto_tui.intake.proposal import IntakeProposal, Refusal, told_frame
from sto_tui.intake.questions import Answers
from sto_tui.intake.sheets.table_reader import IntakeError
from sto_tui.intake.telling import for_screen
from sto_tui.planning.new_dossier import new_dossier
from sto_tui.storage.store import DossierStore
from tests.conftest import NOW, clock
from tests.support.commands import Sto, assert_refused

TODAY = NOW.date()
UNDECIDED = "Task,Due,Status\nPlan it,1/2/2027,Working on it\nBuild it,3/4/2027,Done\n"


@pytest.fixture
def empty() -> Dossier:
    return new_dossier("Proef", "2027-2028")


def read(folder: Path, text: str, dossier: Dossier, answers: Answers | None = None) -> IntakeProposal:
    path = folder / "plan.csv"
    path.write_text(text, encoding="utf-8")
    return proposal_of(read_sheet(path), dossier, TODAY, answers, "anja")


def days(proposal: IntakeProposal, dossier: Dossier) -> list[tuple[str, date | None, date | None]]:
    milestones = carried_out(dossier, proposal.change).of(Milestone).values()
    return [(each.title, each.start, each.due) for each in milestones]


def test_nothing_is_taken_before_the_order_of_dates_is_known(tmp_path: Path, empty: Dossier) -> None:
    asked = read(tmp_path, UNDECIDED, empty)
    assert [question.key for question in asked.questions] == ["datumvolgorde", "stand:working on it"]
    assert asked.change.edits == ()
    order = asked.questions[0]
    assert [choice.examples for choice in order.choices] == [
        ("1 februari 2027", "3 april 2027"),
        ("2 januari 2027", "4 maart 2027"),
    ]
    answered = read(tmp_path, UNDECIDED, empty, {"datumvolgorde": "md", "stand:working on it": "groen"})
    assert answered.questions == ()
    assert days(answered, empty) == [("Plan it", None, date(2027, 1, 2)), ("Build it", None, date(2027, 3, 4))]


def test_a_date_is_never_taken_in_an_order_that_another_row_disproves(tmp_path: Path, empty: Dossier) -> None:
    """13/2 proves day before month, 2/14 the other: after an answer only what fits it is taken as a day."""
    text = "Taak;Klaar\nAa maken;13/2/2027\nBb maken;2/14/2027\nCc maken;3/4/2027\n"
    assert [question.key for question in read(tmp_path, text, empty).questions] == ["datumvolgorde"]
    answered = read(tmp_path, text, empty, {"datumvolgorde": "dm"})
    assert days(answered, empty) == [
        ("Aa maken", None, date(2027, 2, 13)),
        ("Bb maken", None, None),
        ("Cc maken", None, date(2027, 4, 3)),
    ]
    assert [refusal.row for refusal in answered.refused] == [3]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ({"getallen": "maand", "week1": "2027-01-01"}, [(1, 1, 31, 3), (1, 2, 31, 5)]),
        ({"getallen": "week", "week1": "jaar", "jaar": "2027"}, [(4, 1, 22, 1), (11, 1, 5, 2)]),
    ],
)
def test_numbers_of_months_and_weeks(
    tmp_path: Path, empty: Dossier, answers: dict[str, str], expected: list[tuple[int, int, int, int]]
) -> None:
    """Months 1-3 from January end with March; weeks 1-3 of 2027 run from 4 to 22 January."""
    text = "Task;Start;End\nPlan it;1;3\nBuild it;2;5\n"
    assert [question.key for question in read(tmp_path, text, empty).questions] == ["getallen", "week1"]
    found = days(read(tmp_path, text, empty, answers), empty)
    assert [(start.day, start.month, due.day, due.month) for _, start, due in found if start and due] == expected


def test_raci_is_translated_when_a_person_says_so(tmp_path: Path, empty: Dossier) -> None:
    text = "Activiteit;Klaar;Leider;Docent\nAa maken;1-2-2027;A;R\nBb maken;1-3-2027;A;C\n"
    asked = read(tmp_path, text, empty)
    assert [question.key for question in asked.questions] == ["rollen"]
    assert "A → E" in asked.questions[0].choices[0].label
    answered = read(tmp_path, text, empty, {"rollen": "raci", "rol:c": "i"})
    roles = carried_out(empty, answered.change).of(Veri).values()
    assert [role.code.value for role in roles] == ["E", "V", "E", "I"]


def test_two_tables_side_by_side_and_a_gap_are_asked(tmp_path: Path, empty: Dossier) -> None:
    text = "Taak;Klaar;;Taak;Klaar\nAa maken;1-2-2027;;Bb maken;1-3-2027\nCc maken;2-2-2027;;Dd maken;2-3-2027\n"
    assert [question.key for question in read(tmp_path, text, empty).questions] == ["tabel"]
    right = read(tmp_path, text, empty, {"tabel": "rechts"})
    assert [title for title, _, _ in days(right, empty)] == ["Bb maken", "Dd maken"]
    text = "Actie;jan 2027;feb 2027;mrt 2027\nAa maken;x;;x\nBb maken;x;x;\n"
    assert [question.key for question in read(tmp_path, text, empty).questions] == ["gaten"]
    assert days(read(tmp_path, text, empty, {"gaten": "geen"}), empty)[0] == ("Aa maken", None, None)


def test_links_of_another_kind_are_named_and_not_taken(tmp_path: Path, empty: Dossier) -> None:
    rows = "1;Aa;1-2-2027;5-2-2027;\n2;Bb;1-2-2027;9-2-2027;1BB\n3;Cc;1-3-2027;9-3-2027;2EB+5 dagen\n"
    text = f"Nr;Taak;Begin;Eind;Voorgangers\n{rows}"
    proposal = read(tmp_path, text, empty)
    milestones = [*carried_out(empty, proposal.change).of(Milestone).values()]
    assert [[link.lag_days for link in each.after] for each in milestones] == [[], [], [7]]
    assert any("einde-begin (SS): regel 3" in remark for remark in proposal.remarks)
    assert [question.key for question in proposal.questions] == ["koppelsoort"]
    nearest = read(tmp_path, text, empty, {"koppelsoort": "einde-begin"})
    assert [len(each.after) for each in carried_out(empty, nearest.change).of(Milestone).values()] == [0, 1, 1]


def test_a_second_sheet_changes_only_what_changed(tmp_path: Path, empty: Dossier) -> None:
    """`Testen` stands under both phases: without numbers the phase tells which is which."""
    text = "Fase;Taak;Klaar\nEen;Testen;1-2-2027\nTwee;Testen;1-3-2027\nTwee;Bouwen;1-4-2027\n"
    after = carried_out(empty, read(tmp_path, text, empty).change)
    assert read(tmp_path, text, after).change.edits == ()
    changed = read(tmp_path, text.replace("1-3-2027", "8-3-2027"), after)
    assert [(each.caption, each.differences[0].new) for each in changed.changed] == [("2 Testen", "08-03-2027")]
    assert changed.added == ()


def test_numbers_of_a_program_are_not_those_of_the_dossier(tmp_path: Path, empty: Dossier) -> None:
    before = carried_out(empty, read(tmp_path, "Nr;Mijlpaal\n1;Lab open\n2;Les gegeven\n", empty).change)
    text = "ID;Taaknaam;Einddatum\n1;Plan maken;1-2-2027\n2;Plan lezen;1-3-2027\n"
    assert [question.key for question in read(tmp_path, text, before).questions] == ["nummers"]
    answered = read(tmp_path, text, before, {"nummers": "blad"})
    assert [each.caption for each in answered.added] == ["3 Plan maken", "4 Plan lezen"]
    assert "2 regels krijgen in het dossier een nummer: 3 tot en met 4." in answered.remarks
    assert answered.changed == ()


def test_what_is_no_plan_is_refused_with_what_was_seen(tmp_path: Path, empty: Dossier) -> None:
    text = "Nr;Risico;Kans;Impact;Eigenaar\n1;Te weinig docenten;hoog;hoog;Anja\n2;Bedrijf weg;laag;hoog;Bob\n"
    with pytest.raises(IntakeError) as caught:
        read(tmp_path, text, empty)
    for said in ("een lijst van risico’s", "koppen op regel 1", "Nr (nummer)", "Eigenaar (wie)", "--kolom"):
        assert said in str(caught.value)


def test_two_thousand_rows_of_trouble_are_a_few_lines() -> None:
    refused = [Refusal(row, f"‘{row}-13-2027’ is geen datum.") for row in range(2, 2002)]
    remarks = [f"Regel {row}: Q127 is leeg tussen gevulde perioden." for row in range(2, 2002)]
    lines = [*told_frame("plan.csv", "", (), refused, remarks)]
    assert len(lines) < 10
    assert lines[0] == "plan.csv: niets nieuws, 2.000 weigeringen."
    assert "Regels 2, 3, 4, 5, 6, 7, 8, 9 en nog 1992: ‘2-13-2027’ is geen datum. Ook: ‘3-13-2027’" in "\n".join(lines)


# The command.


def test_with_ja_open_questions_are_named_with_their_answers(tmp_path: Path, sto: Sto, example: Path) -> None:
    source = tmp_path / "plan.csv"
    source.write_text(UNDECIDED, encoding="utf-8")
    before = DossierStore.open(example, "anja", clock).dossier.of(Milestone)
    result = sto("invoer", "mijlpalen", example, source, "--ja")
    assert result.code == 1
    assert "--antwoord datumvolgorde=… (dm: dag/maand (1 februari 2027, 3 april 2027); md: maand/dag" in result.err
    assert "Voorstel: dm." in result.err
    assert DossierStore.open(example, "anja", clock).dossier.of(Milestone) == before


def test_answers_are_remembered_for_the_same_heads_until_they_are_asked_anew(
    tmp_path: Path, sto: Sto, example: Path
) -> None:
    source = tmp_path / "plan.csv"
    source.write_text(UNDECIDED, encoding="utf-8")
    answers = ("--antwoord", "datumvolgorde=md", "--antwoord", "stand:working on it=groen")
    assert sto("invoer", "mijlpalen", example, source, "--ja", *answers).code == 0
    source.write_text(UNDECIDED.replace("Plan it", "Test it"), encoding="utf-8")
    again = sto("invoer", "mijlpalen", example, source, "--ja")
    assert again.code == 0
    assert "Zelfde antwoorden als op " in again.out
    assert ": datumvolgorde=md en stand:working on it=groen. Opnieuw kiezen: --opnieuw." in again.out
    assert sto("invoer", "mijlpalen", example, source, "--ja", "--opnieuw").code == 1


def test_a_remembered_order_of_dates_does_not_go_before_what_a_later_sheet_proves(
    tmp_path: Path, sto: Sto, example: Path
) -> None:
    """3/25 can only be 25 March, so 2/9 beside it is 9 February."""
    source = tmp_path / "plan.csv"
    source.write_text("Task,Due\nPlan it,1/2/2027\n", encoding="utf-8")
    assert sto("invoer", "mijlpalen", example, source, "--ja", "--antwoord", "datumvolgorde=dm").code == 0
    source.write_text("Task,Due\nBuild it,2/9/2027\nTest it,3/25/2027\nMove it,3/5/2027\n", encoding="utf-8")
    later = sto("invoer", "mijlpalen", example, source, "--ja")
    assert (later.code, "Zelfde antwoorden" in later.out) == (0, False)
    assert {
        each.title: each.due for each in DossierStore.open(example, "anja", clock).dossier.of(Milestone).values()
    }.items() >= {
        ("Plan it", date(2027, 2, 1)), ("Build it", date(2027, 2, 9)), ("Test it", date(2027, 3, 25)),
    }  # fmt: skip


def test_the_order_question_says_when_only_the_year_is_missing(tmp_path: Path, empty: Dossier) -> None:
    """12/27 is December 2027, or 27 December of some year."""
    asked = read(tmp_path, "Taak;Klaar\nLab open;15 mrt 2027\nEindverslag;12/27\n", empty)
    order = next(question for question in asked.questions if question.key == "datumvolgorde")
    assert [choice.examples for choice in order.choices] == [
        ("1 december 2027 t/m 31 december 2027",),
        ("27 december (jaar ontbreekt)",),
    ]


def test_of_a_month_of_a_year_it_is_said_that_it_was_no_day(tmp_path: Path, empty: Dossier) -> None:
    """Beside a day it is asked, and with another month of a year it is taken for one."""
    beside_day = "Taak;Klaar\nLab open;mrt 27\nBus;15-5-2027\n"
    assert [question.key for question in read(tmp_path, beside_day, empty).questions] == ["datumvolgorde"]
    answers = {"datumvolgorde": "md", "jaar": "2028"}
    assert days(read(tmp_path, beside_day, empty, answers), empty) == [
        ("Lab open", None, date(2028, 3, 27)), ("Bus", None, date(2027, 5, 15)),
    ]  # fmt: skip
    months = read(tmp_path, "Taak;Klaar\nLab open;mrt 27\nBus;mei 2027\n", empty)
    assert days(months, empty) == [("Lab open", None, date(2027, 3, 31)), ("Bus", None, date(2027, 5, 31))]
    assert "Een getal achter een maand is gelezen als jaar, en niet als dag: mrt 27 is maart 2027." in months.remarks


@pytest.mark.parametrize(
    ("text", "here"),
    [
        ("Taak;Einddatum;Nieuwe einddatum\nLab open;1-3-2027;30-4-2027\n", "wijs dan met o een kolom aan"),
        ("WBS;Taak;Klaar\n1;Lab;1-3-2027\n1.1;Lab open;30-3-2027\n", "zet dan in het rekenblad ‘Nr’ boven die kolom"),
    ],
)
def test_advice_that_can_only_be_typed_is_other_advice_on_a_screen(
    tmp_path: Path, empty: Dossier, text: str, here: str
) -> None:
    remarks = read(tmp_path, text, empty).remarks
    assert any("--kolom " in remark for remark in remarks)
    shown = [for_screen(remark) for remark in remarks]
    assert (any(here in remark for remark in shown), any("--" in remark for remark in shown)) == (True, False)


def test_everything_goes_to_a_report_on_request(tmp_path: Path, sto: Sto, example: Path) -> None:
    source, report = tmp_path / "plan.csv", tmp_path / "verslag.txt"
    rows = "\n".join(f"9{number};Mijlpaal {number}" for number in range(100, 200))
    above = "Plan van de Achterhoek\nPenvoerder;Stichting Oost\nVersie;concept vier\n\n"
    source.write_text(f"{above}Nr;Mijlpaal\n{rows}\n", encoding="utf-8")
    result = sto("invoer", "mijlpalen", example, source, "--ja", "--verslag", str(report))
    assert "… en nog 40; alles staat in het bestand van --verslag" in result.out
    assert "B2 ‘Stichting Oost’ en nog 2." in result.out
    assert "A3 ‘Versie’ en B3 ‘concept vier’." in report.read_text(encoding="utf-8")
    assert report.read_text(encoding="utf-8").count("Mijlpaal ") == 100
    assert_refused(sto("invoer", "mijlpalen", example, source, "--ja", "--kolom", "C"))


@pytest.mark.parametrize(
    ("option", "answer", "said"),
    [
        ("--kolom", "Mijlpalen=C", "‘mijlpalen’ is geen kolom die wordt gelezen. Kies uit mijlpaal, nr, begin"),
        ("--kolom", "Mijlpaal=3", "‘3’ is geen kolom. Schrijf de letter van de kolom"),
        ("--antwoord", "datum=dm", "‘datum’ is geen vraag over een blad. Kies uit tab, koprij"),
        ("--antwoord", "datumvolgorde", "‘datumvolgorde’ is geen antwoord."),
        (
            "--antwoord",
            "Groepen=fase",
            "‘fase’ is geen antwoord op groepen. Kies uit thema, deelproject, speerpunt, geen.",
        ),
    ],
)
def test_an_answer_to_no_question_is_refused(
    tmp_path: Path, sto: Sto, example: Path, option: str, answer: str, said: str
) -> None:
    result = sto("invoer", "mijlpalen", example, tmp_path / "plan.csv", option, answer)
    assert_refused(result)
    assert said in result.err


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_on_a_terminal_enter_takes_what_is_proposed(
    tmp_path: Path, sto: Sto, example: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = tmp_path / "plan.csv"
    source.write_text("Taak;Klaar\nPlan maken;1/2/2027\nPlan lezen;3/4/2027\n", encoding="utf-8")
    monkeypatch.setattr("sys.stdin", _Terminal("\nj\n"))
    result = sto("invoer", "mijlpalen", example, source)
    assert result.code == 0
    assert "Vraag 1. Hoe lees je 1/2/2027 en 3/4/2027?" in result.out
    milestones = DossierStore.open(example, "anja", clock).dossier.of(Milestone).values()
    assert date(2027, 2, 1) in [each.due for each in milestones if each.title == "Plan maken"]


@pytest.mark.parametrize(
    ("text", "open_key", "answers"),
    [
        (UNDECIDED, "datumvolgorde", {}),
        ("Taak;Begin;Klaar\nAa maken;2;3\nBb maken;3;5\n", "getallen", {}),
        ("Taak;Klaar\nAa maken;3 maart\nBb maken;4 mei\n", "jaar", {}),
        ("Actie;jan 2027;feb 2027;mrt 2027;apr 2027\nAa maken;v;v;;\nBb maken;;u;u;\n", "teken:v", {"teken:u": "geen"}),
    ],
)
def test_no_milestone_is_shown_without_days_while_they_are_asked(
    text: str, open_key: str, answers: Answers, tmp_path: Path, empty: Dossier
) -> None:
    proposal = read(tmp_path, text, empty, answers)
    assert open_key in [question.key for question in proposal.questions]
    assert proposal.change.edits == ()
    told = {new.caption: "de datum wordt nog gevraagd" in new.details for new in proposal.added}
    assert len(told) == 2
    assert all(told.values())


def test_a_milestone_without_a_date_waits_for_no_question(tmp_path: Path, empty: Dossier) -> None:
    text = "Taak;Klaar\nAa maken;1/2/2027\nBb maken;\nCc maken;n.t.b.\n"
    proposal = read(tmp_path, text, empty)
    assert [question.key for question in proposal.questions] == ["datumvolgorde"]
    asked = "de datum wordt nog gevraagd"
    assert [asked in new.details for new in proposal.added] == [True, False, False]


def test_numbers_that_are_not_kept_or_lost_a_nought_are_told(tmp_path: Path, empty: Dossier) -> None:
    """Excel makes 1.1 of 1.10, and the numbers of a structure are not those of milestones."""
    lost = read(tmp_path, "Nr;Mijlpaal;Klaar\n1.9;Aa;1-3-2027\n1.1;Bb;2-3-2027\n1.11;Cc;3-3-2027\n", empty)
    (told,) = [remark for remark in lost.remarks if "Excel maakt" in remark]
    assert told.startswith("Regel 3 heeft nummer 1.1 na 1.9. Excel maakt van 1.10 het getal 1,1:")
    whole = read(tmp_path, "Nr;Mijlpaal;Klaar\n1.9;Aa;1-3-2027\n1.10;Bb;2-3-2027\n", empty)
    assert not any("Excel maakt" in remark for remark in whole.remarks)
    structure = read(tmp_path, "WBS;Taak;Klaar\n1.1;Aa;1-3-2027\n1.2;Bb;14-3-2027\n", empty)
    assert any(
        remark.startswith("De nummers met punten zeggen waar een rij onder hoort") for remark in structure.remarks
    )


@pytest.mark.parametrize(
    ("cells", "answer", "roles"),
    [
        (["x;;", ";x;"], "v", ["V", "V"]),
        (["✓;✔;", ";✓;"], "i", ["I", "I", "I"]),
        (["ja;-;", ";ja;"], "s", ["S", "S"]),
        (["x;;", ";x;"], "geen", []),
        (["x;;", ";x;"], "e", None),
        (["x;;", ";x;"], "", None),
        (["V;E;", ";V;"], "", ["V", "E", "V"]),
    ],
)
def test_ticks_below_parties_are_a_role_only_after_it_was_said_which(
    cells: list[str], answer: str, roles: list[str] | None, tmp_path: Path
) -> None:
    parties = (Party(id=1, name="Kompas"), Party(id=2, name="Bakker"))
    dossier = new_dossier("Proef", "2027-2028").with_tables({"parties": {party.id: party for party in parties}})
    path = tmp_path / "veri.csv"
    rows = "".join(f"{at};Taak {at};1-{at}-2027;{row}\n" for at, row in enumerate(cells, 1))
    path.write_text(f"Nr;Mijlpaal;Klaar;Kompas;Bakker;\n{rows}", encoding="utf-8")
    proposal = proposal_of(read_sheet(path), dossier, NOW.date(), {"rol:teken": answer} if answer else {})
    given = [edit.after.code.value for edit in proposal.change.edits if isinstance(edit.after, Veri)]
    assert given == (roles or [])
    assert [question.key for question in proposal.questions] == ["rol:teken"] * (roles is None)
    assert sum(isinstance(edit.after, Milestone) for edit in proposal.change.edits) == len(cells)
