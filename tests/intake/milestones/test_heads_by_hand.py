"""Sheets of which the heads say little: none at all, an end that nobody filled, a second table, a second tab."""

from datetime import date
from pathlib import Path

import pytest

from sto_tui.domain.change import carried_out
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone, Veri
from sto_tui.intake.milestones.answers import SheetAnswers, why_no_answer
from sto_tui.intake.milestones.choosing_tab import NoPlanError
from sto_tui.intake.milestones.sheet_proposal import proposal_of, read_any_sheet
from sto_tui.intake.proposal import IntakeProposal
from sto_tui.intake.questions import Answers
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.head_words import head_word
from sto_tui.intake.tables.workbook_tabs import SheetFile, Tab
from sto_tui.planning.new_dossier import new_dossier
from tests.conftest import NOW

NO_HEADS = "Alpha bouwen;1-2-2027;28-2-2027;Kees\nBeta bouwen;15-3-2027;31-3-2027;Piet\n"
DOSSIER = new_dossier("Proef", "2027-2028")


def read(folder: Path, text: str, answers: Answers | None = None) -> IntakeProposal:
    path = folder / "plan.csv"
    path.write_text(text, encoding="utf-8")
    return proposal_of(read_any_sheet(path), DOSSIER, NOW.date(), answers)


def told(proposal: IntakeProposal) -> list[tuple[str, date | None, date | None]]:
    dossier: Dossier = carried_out(DOSSIER, proposal.change)
    return [(each.title, each.start, each.due) for each in dossier.of(Milestone).values()]


def test_a_sheet_without_heads_keeps_its_first_row(tmp_path: Path) -> None:
    with pytest.raises(NoPlanError, match="koprij=geen als er geen koppen zijn") as refused:
        read(tmp_path, NO_HEADS)
    question = refused.value.question
    assert (question.proposed, question.choices[-1].key) == ("geen", "geen")
    asked = read(tmp_path, NO_HEADS, {"koprij": "geen"})
    assert [each.key for each in asked.questions] == ["kolom:mijlpaal", "kolom:begin", "kolom:klaar"]
    answers = {"koprij": "geen"} | {each.key: each.proposed for each in asked.questions}
    taken = read(tmp_path, NO_HEADS, answers)
    assert told(taken) == [
        ("Alpha bouwen", date(2027, 2, 1), date(2027, 2, 28)),
        ("Beta bouwen", date(2027, 3, 15), date(2027, 3, 31)),
    ]
    assert taken.heads == ""


def test_an_end_that_nobody_filled_gives_way_to_the_column_with_dates(tmp_path: Path) -> None:
    proposal = read(tmp_path, "Taak;Wanneer;Klaar?\nFolder maken;31-3-2027;\nLab open;1-4-2028;\n")
    assert told(proposal) == [("Folder maken", None, date(2027, 3, 31)), ("Lab open", None, date(2028, 4, 1))]


def test_who_points_at_the_names_is_asked_for_the_dates(tmp_path: Path) -> None:
    text = "Omschrijving;Waarde;Slot\nFolder maken;veel;later\nLab open;weinig;ooit\n"
    with pytest.raises(NoPlanError) as refused:
        read(tmp_path, text)
    assert refused.value.question.key == "kolom:mijlpaal"
    asked = read(tmp_path, text, {"kolom:mijlpaal": "A"})
    assert ([each.key for each in asked.questions], asked.change.edits) == (["kolom:klaar"], ())
    taken = read(tmp_path, text, {"kolom:mijlpaal": "A", "kolom:klaar": "geen"})
    assert told(taken) == [("Folder maken", None, None), ("Lab open", None, None)]


def test_a_second_table_with_other_heads_below_its_title(tmp_path: Path) -> None:
    text = "Fase 1;;\nTaak;Begin;Eind\nAlpha;1-2-2027;1-3-2027\n;;\nFase 2;;\nActie;Van;Tot\nBeta;1-4-2027;1-5-2027\n"
    proposal = read(tmp_path, text)
    assert (told(proposal), proposal.refused) == (
        [("Alpha", date(2027, 2, 1), date(2027, 3, 1)), ("Beta", date(2027, 4, 1), date(2027, 5, 1))],
        (),
    )
    milestones = carried_out(DOSSIER, proposal.change).of(Milestone).values()
    assert [each.deelproject for each in milestones] == ["Fase 1", "Fase 2"]


def test_of_tabs_with_the_same_heads_it_is_asked_which_is_read() -> None:
    heads = SheetRow(1, ("Taak", "Begin", "Eind"))
    tabs = (
        Tab("PO-VO", (heads, SheetRow(2, ("Alpha", "1-2-2027", "31-3-2027")))),
        Tab("VO-MBO", (heads, SheetRow(2, ("Beta", "1-4-2027", "31-5-2027")))),
    )
    file = SheetFile("plan.xlsx", tabs)
    asked = proposal_of(file, DOSSIER, NOW.date())
    assert [(each.key, each.proposed) for each in asked.questions] == [("tab", "alle")]
    assert [each.key for each in asked.questions[0].choices] == ["alle", "PO-VO", "VO-MBO"]
    both = proposal_of(file, DOSSIER, NOW.date(), {"tab": "alle"})
    assert told(both) == [
        ("Alpha", date(2027, 2, 1), date(2027, 3, 31)),
        ("Beta", date(2027, 4, 1), date(2027, 5, 31)),
    ]
    assert [str(each.row) for each in both.added] == ["2 van PO-VO", "2 van VO-MBO"]
    taken = proposal_of(file, DOSSIER, NOW.date(), {"tab": "VO-MBO"})
    assert told(taken) == [("Beta", date(2027, 4, 1), date(2027, 5, 31))]
    other = 'Gelezen is tabblad VO-MBO; niet gelezen: PO-VO. Een ander lezen: --antwoord "tab=PO-VO".'
    assert other in taken.remarks


def test_heads_without_rows_say_that_there_are_none(tmp_path: Path) -> None:
    proposal = read(tmp_path, "Nr;Mijlpaal;Begin;Klaar\n")
    assert proposal.remarks == ("Onder de koppen staat geen enkele rij: er is niets om over te nemen.",)


@pytest.mark.parametrize(
    ("typed", "kind"), [("gereed op", "done_on"), ("gereed-op", "done_on"), ("klaar op", "due"), ("klaar", "due")]
)
def test_a_column_is_pointed_at_by_the_word_or_the_label_of_a_field(typed: str, kind: str) -> None:
    answers = SheetAnswers({f"kolom:{typed}": "E"})
    assert (answers.columns, why_no_answer(f"kolom:{typed}", "E")) == ({kind: 4}, "")


def test_the_title_of_a_table_below_that_of_the_sheet_is_its_deelproject(tmp_path: Path) -> None:
    """With one line above the first heads nobody knows whether that is the title of all."""
    heads, lab, folder = "Activiteit;Start;Eind\n", "Lab;1-2-2027;1-3-2027\n", "Folder;1-3-2027;1-4-2027\n"
    tables = f"Opzet\n{heads}{lab}\nBouw\n{heads}{folder}"
    for above, first in (("Planning STO\n", "Opzet"), ("", "")):
        proposal = read(tmp_path, above + tables)
        milestones = carried_out(DOSSIER, proposal.change).of(Milestone).values()
        assert [each.deelproject for each in milestones] == [first, "Bouw"]
        told = "‘Opzet’ boven de eerste tabel is geen deelproject; ‘Bouw’ boven de volgende wel."
        assert (told in proposal.remarks) is not bool(first)
    about = f"Planning STO\nVersie 0.3\n{heads}{lab}\nBouw\n{heads}{folder}"
    milestones = carried_out(DOSSIER, read(tmp_path, about).change).of(Milestone).values()
    assert [each.deelproject for each in milestones] == ["", "Bouw"]


def test_a_column_that_was_pointed_at_and_is_empty_is_told(tmp_path: Path) -> None:
    text = "Taak;Klaar;Opm\nWerven;1-3-2027;\nLesgeven;1-6-2027;\n"
    proposal = read(tmp_path, text, {"kolom:toelichting": "C", "kolom:begin": "F", "kolom:wie": "geen"})
    assert [remark for remark in proposal.remarks if remark.startswith("In kolom")] == [
        "In kolom C, aangewezen als toelichting, staat niets: er is niets uit overgenomen.",
        "In kolom F, aangewezen als begin, staat niets: er is niets uit overgenomen.",
    ]
    assert told(proposal) == [("Werven", None, date(2027, 3, 1)), ("Lesgeven", None, date(2027, 6, 1))]


def test_letters_of_a_board_of_monday_stay_those_of_the_file_beside_an_empty_column(tmp_path: Path) -> None:
    text = (
        "Bouw;;;;\nName;Leeg;Person;Date;Status\nLab;;Jan;2027-03-01;Done\nSubitems;Name;Owner;Due date;\n"
        ";Ontwerp;Jan;2027-02-01;\nOpen dag;;Piet;2027-04-01;Stuck\n"
    )
    proposal = read(tmp_path, text, {"kolom:klaar": "D", "onderdelen": "mijlpaal"})
    assert told(proposal) == [
        ("Lab", None, date(2027, 3, 1)), ("Ontwerp", None, date(2027, 2, 1)), ("Open dag", None, date(2027, 4, 1)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "light", "note"),
    [
        ("Mijlpaal;Klaar;Hoe ver\nLab;1-3-2027;bezig\nBus;1-4-2027;klaar\n", "groen", ""),
        ("Mijlpaal;Klaar;Hoe ver zijn we?\nLab;1-3-2027;te laat\nBus;1-4-2027;klaar\n", "rood", ""),
        ("Mijlpaal;Klaar;Stand van zaken\nLab;1-3-2027;bezig\nBus;1-4-2027;klaar\n", "groen", ""),
        (
            "Mijlpaal;Klaar;Stand van zaken\nLab;1-3-2027;De offerte is binnen.\nBus;1-4-2027;klaar\n",
            "niet gestart",
            "De offerte is binnen.",
        ),
        (
            "Mijlpaal;Klaar;Status\nLab;1-3-2027;Wacht op de gemeente\nBus;1-4-2027;De bus rijdt nog niet\n",
            "niet gestart",
            "Wacht op de gemeente",
        ),
        (
            "Taak;Klaar;Status;Stand van zaken\nLab;1-3-2027;rood;Er is geen geld\nBus;1-4-2027;klaar;Ze rijdt nu al\n",
            "rood",
            "Er is geen geld",
        ),
        ("Mijlpaal;Moment\nLab;1e trimester 2027\nBus;na de zomer\n", "niet gestart", "Klaar op: 1e trimester 2027"),
    ],
)
def test_sentences_below_a_head_of_states_are_a_note_and_words_for_a_day_stay(
    text: str, light: str, note: str, tmp_path: Path
) -> None:
    after = carried_out(DOSSIER, read(tmp_path, text).change)
    lab = next(each for each in after.of(Milestone).values() if each.title == "Lab")
    assert (lab.light.label, [line.note for line in after.progress_of(lab.id) if line.note]) == (
        light,
        [note] * bool(note),
    )


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("Leider", "who"),
        ("Portefeuillehouder", "who"),
        ("Docent(en)", "who"),
        ("Trekkende school", "who"),
        ("Projectleider / docent", "who"),
        ("Startjaar", "start"),
        ("Eindjaar", "due"),
        ("Docentendag", None),
        ("Scholing docenten in uren", "effort"),
    ],
)
def test_what_people_call_a_column(head: str, kind: str | None) -> None:
    word = head_word(head)
    assert (word and word.kind) == kind


def test_letters_below_a_person_are_roles_and_no_name(tmp_path: Path) -> None:
    proposal = read(tmp_path, "Mijlpaal;Klaar;Penvoerder;Docent\nLab;1-3-2027;V;E\nBus;1-4-2027;R;V\n")
    roles = [
        (edit.after.party.id, edit.after.code.value) for edit in proposal.change.edits if isinstance(edit.after, Veri)
    ]
    assert roles == [(-1, "V"), (-2, "E"), (-1, "R"), (-2, "V")]


@pytest.mark.parametrize(
    ("head", "cell", "asked"),
    [("Eindjaar", "2028", True), ("Einddatum", "2028", True), ("Klaar", "1-2-2028", True), ("Uren", "2028", False)],
)
def test_a_tab_with_years_only_may_be_the_plan_too(head: str, cell: str, asked: bool) -> None:
    rows = (SheetRow(1, ("Mijlpaal", head)), SheetRow(2, ("Alpha", cell)))
    other = (SheetRow(1, ("Mijlpaal", head)), SheetRow(2, ("Beta", cell)))
    file = SheetFile("plan.xlsx", (Tab("Thema 1", rows), Tab("Thema 2", other)))
    assert [each.key for each in proposal_of(file, DOSSIER, NOW.date()).questions] == ["tab"] * asked


def test_a_real_date_is_shown_as_people_write_it() -> None:
    heads = ("Mijlpaal", "Klaar", "", "Mijlpaal", "Klaar")
    rows = (SheetRow(1, heads), SheetRow(2, ("Alpha", date(2027, 1, 23), "", "Beta", date(2027, 2, 6))))
    asked = proposal_of(SheetFile("plan.xlsx", (Tab("Blad1", rows),)), DOSSIER, NOW.date()).questions[0]
    assert [choice.examples for choice in asked.choices] == [("Alpha", "23-01-2027"), ("Beta", "06-02-2027")]
