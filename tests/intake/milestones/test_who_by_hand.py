"""Names in columns such as Wie and Trekker: a role of who the dossier has, when a person says which one."""

from pathlib import Path

import pytest

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone, Veri
from sto_tui.domain.parties import Body, Member, Party
from sto_tui.domain.record import Ref
from sto_tui.intake.milestones.sheet_proposal import proposal_of, read_sheet
from sto_tui.intake.proposal import IntakeProposal, Refusal
from sto_tui.intake.questions import Answers
from sto_tui.planning.new_dossier import new_dossier
from sto_tui.storage.store import DossierStore
from tests.conftest import NOW, clock

TODAY = NOW.date()
KOMPAS, BAKKER = Ref("parties", 1), Ref("parties", 2)
STUURGROEP = Ref("bodies", 1)
PLAN = (
    "Taak;Klaar;Trekker\nAa maken;1-2-2027;Kompas College\nBb maken;1-3-2027;KC en Bakker\n"
    "Cc maken;1-4-2027;Eva Wit\nDd maken;1-5-2027;Joris\nEe maken;1-6-2027;\n"
)


@pytest.fixture
def region() -> Dossier:
    dossier = new_dossier("Proef", "2027-2028")
    eva = Member(party=2, person="Eva Wit")
    # Who sits for two parties says nothing of which one.
    directors = (Member(party=1, person="directeur"), Member(party=2, person="directeur"))
    parties = (Party(id=1, name="Kompas College", short="KC"), Party(id=2, name="Bakker", contact="K. Bakker"))
    body = Body(id=1, name="Stuurgroep", members=(eva, *directors))
    return dossier.with_tables({"parties": {party.id: party for party in parties}, "bodies": {1: body}})


def read(folder: Path, text: str, dossier: Dossier, answers: Answers | None = None) -> IntakeProposal:
    path = folder / "plan.csv"
    path.write_text(text, encoding="utf-8")
    return proposal_of(read_sheet(path), dossier, TODAY, answers, "anja")


def taken(proposal: IntakeProposal, dossier: Dossier, folder: Path) -> Dossier:
    """As a store takes it in, with the numbers that it gives."""
    path = folder / f"{len([*folder.iterdir()])}.sto.json"
    DossierStore.create(path, dossier)
    store = DossierStore.open(path, "anja", clock)
    if proposal.change.edits:
        store.apply(proposal.change)
    return store.dossier


def roles(dossier: Dossier) -> list[tuple[str, Ref, str]]:
    titles = {milestone.id: milestone.title[:1] for milestone in dossier.of(Milestone).values()}
    return sorted((titles[role.row.id], role.party, role.code.value) for role in dossier.of(Veri).values())


def test_names_get_a_role_only_after_it_was_said_which(tmp_path: Path, region: Dossier) -> None:
    asked = read(tmp_path, PLAN, region)
    assert [(question.key, question.proposed) for question in asked.questions] == [("wie", "v")]
    assert asked.questions[0].choices[0].examples == (
        "Kompas College",
        "KC en Bakker → Kompas College en Bakker",
        "Eva Wit → Bakker",
    )
    assert "Niet in het dossier, en dus niet overgenomen: ‘Joris’." in asked.questions[0].text
    assert roles(taken(asked, region, tmp_path)) == []
    answered = read(tmp_path, PLAN, region, {"wie": "v"})
    after = taken(answered, region, tmp_path)
    assert roles(after) == [("A", KOMPAS, "V"), ("B", KOMPAS, "V"), ("B", BAKKER, "V"), ("C", BAKKER, "V")]
    assert [*after.of(Party)] == [1, 2]
    assert any("‘Joris’" in remark and "niet overgenomen" in remark for remark in answered.remarks)
    assert read(tmp_path, PLAN, after, {"wie": "v"}).change.edits == ()
    assert roles(taken(read(tmp_path, PLAN, region, {"wie": "geen"}), region, tmp_path)) == []


def test_one_only_decides(tmp_path: Path, region: Dossier) -> None:
    answered = read(tmp_path, PLAN, region, {"wie": "e"})
    names = "‘Kompas College’ en ‘Bakker’"
    why = f"E bij ‘Trekker’ is niet overgenomen: er kan er één beslissen, en nu zijn het {names}."
    assert answered.refused == (Refusal(3, why),)
    after = taken(answered, region, tmp_path)
    assert roles(after) == [("A", KOMPAS, "E"), ("C", BAKKER, "E")]
    # The dossier says E for the same milestones, so that is what is proposed; another who decides stays out.
    other = PLAN.replace("2027;Kompas College", "2027;Bakker")
    asked = read(tmp_path, other, after)
    assert [question.proposed for question in asked.questions] == ["e"]
    assert [refusal.row for refusal in read(tmp_path, other, after, {"wie": "e"}).refused] == [2, 3]
    # One name in one column does not make two roles of one, unless somebody says so.
    kept = read(tmp_path, PLAN, after, {"wie": "v"})
    assert roles(taken(kept, after, tmp_path))[0] == ("A", KOMPAS, "E")
    assert "Regel 2: Kompas College houdt de rol E; het blad zegt V. Allebei: --antwoord wie=ve." in kept.remarks
    assert roles(taken(read(tmp_path, PLAN, after, {"wie": "ve"}), after, tmp_path))[0] == ("A", KOMPAS, "VE")


def test_two_columns_are_two_questions_and_a_matrix_goes_first(tmp_path: Path, region: Dossier) -> None:
    text = (
        "Taak;Klaar;Eigenaar;Uitvoerder;Stuurgroep\nAa maken;1-2-2027;Bakker;Kompas College;I\n"
        "Bb maken;1-3-2027;Bakker;Bakker;R\nCc maken;1-4-2027;stuurgroep;directeur;R\n"
    )
    questions = read(tmp_path, text, region).questions
    assert [(one.key, one.proposed) for one in questions] == [("wie:eigenaar", "e"), ("wie:uitvoerder", "v")]
    answered = read(tmp_path, text, region, {"wie:eigenaar": "e", "wie:uitvoerder": "v"})
    assert roles(taken(answered, region, tmp_path)) == [
        ("A", STUURGROEP, "I"),
        ("A", KOMPAS, "V"),
        ("A", BAKKER, "E"),
        ("B", STUURGROEP, "R"),
        ("B", BAKKER, "VE"),
        ("C", STUURGROEP, "R"),
    ]
    assert "Regel 4: de rol van Stuurgroep is die in de eigen kolom (R), en niet E." in answered.remarks
    assert any("‘directeur’" in remark for remark in answered.remarks)


def test_a_column_of_strangers_asks_nothing_and_is_told(tmp_path: Path, region: Dossier) -> None:
    text = "Taak;Klaar;Wie\nAa maken;1-2-2027;Joris\nBb maken;1-3-2027;Fatma\n"
    proposal = read(tmp_path, text, region, {"wie": "v"})
    assert proposal.questions == ()
    told = "‘Wie’ is niet overgenomen: geen partij, orgaan of persoon van een partij heet ‘Joris’ of ‘Fatma’."
    assert told in proposal.remarks
    assert [*taken(proposal, region, tmp_path).of(Party)] == [1, 2]


def test_who_is_in_a_column_that_is_pointed_at(tmp_path: Path, region: Dossier) -> None:
    text = "Taak;Klaar;Club\nAa maken;1-2-2027;Bakker\nBb maken;1-3-2027;Kompas College\n"
    proposal = read(tmp_path, text, region, {"kolom:wie": "C", "wie": "v"})
    assert roles(taken(proposal, region, tmp_path)) == [("A", BAKKER, "V"), ("B", KOMPAS, "V")]


@pytest.mark.parametrize("written", ["gem. Emmen", "Gem Emmen", "gemeente Emmen"])
def test_a_municipality_is_known_by_the_short_word_before_it(written: str, tmp_path: Path, region: Dossier) -> None:
    """In a cell and above a column; `Gemert` begins with the same letters and is another."""
    parties = {7: Party(id=7, name="Gemeente Emmen"), 8: Party(id=8, name="Gemert")}
    region = region.with_tables({"parties": parties, "bodies": {}})
    text = f"Taak;Klaar;Trekker\nAa maken;1-2-2027;{written}\nBb maken;1-3-2027;Gemert\n"
    dossier = taken(read(tmp_path, text, region, {"wie": "v"}), region, tmp_path)
    assert roles(dossier) == [("A", Ref("parties", 7), "V"), ("B", Ref("parties", 8), "V")]
    text = f"Mijlpaal;Klaar op;{written};Gemert\nAa maken;1-2-2027;V;I\n"
    dossier = taken(read(tmp_path, text, region), region, tmp_path)
    assert roles(dossier) == [("A", Ref("parties", 7), "V"), ("A", Ref("parties", 8), "I")]


def test_a_sign_in_a_name_parts_it_only_between_two_who_are_known(tmp_path: Path, region: Dossier) -> None:
    names = ("KC & Bakker", "Docenten M&T", "KC & Joris", "sectie O&O en KC", "R&D")
    text = "Taak;Klaar;Wie\n" + "".join(f"{'ABCDE'[at]};1-{at + 2}-2027;{name}\n" for at, name in enumerate(names))
    proposal = read(tmp_path, text, region, {"wie": "v"})
    assert roles(taken(proposal, region, tmp_path)) == [("A", KOMPAS, "V"), ("A", BAKKER, "V"), ("D", KOMPAS, "V")]
    told = next(remark for remark in proposal.remarks if remark.startswith("Bij ‘Wie’"))
    assert told.endswith("niet overgenomen: ‘Docenten M&T’, ‘KC & Joris’, ‘sectie O&O’ en ‘R&D’.")
