"""Signs that a sheet was misread are questions: names that recur, more headings than rows, headings of two kinds."""

from datetime import date
from pathlib import Path

import pytest

from sto_tui.domain.change import carried_out
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.plan import Theme
from sto_tui.intake.milestones.sheet_proposal import proposal_of, read_sheet
from sto_tui.intake.proposal import IntakeProposal
from sto_tui.intake.questions import Answers
from sto_tui.planning.new_dossier import new_dossier
from tests.conftest import NOW

# Ten rows, of which the first column has two names and the second ten.
REPEATED = "Taak;Uitwerking;Klaar\n" + "".join(
    f"{'Lab' if at < 6 else 'Les'};Lokaal {at} inrichten;{at + 1}-2-2027\n" for at in range(10)
)
LEVELS = "Niveau;Taak;Klaar\n1;Programma;\n2;Deel een;\n3;Stap een;\n4;Lab open;1-2-2027\n"
MIXED = "Fase;Taak;Klaar\nLab;Kast kopen;1-2-2027\nLab;Kast vullen;1-3-2027\nLos werk;Folder maken;1-4-2027\n"


@pytest.fixture
def dossier() -> Dossier:
    themes = {1: Theme(id=1, number=1, title="Lab"), 2: Theme(id=2, number=2, title="Keuzevakken")}
    return new_dossier("Proef", "2027-2028").with_tables({"themes": themes})


def read(folder: Path, text: str, dossier: Dossier, answers: Answers | None = None) -> IntakeProposal:
    path = folder / "plan.csv"
    path.write_text(text, encoding="utf-8")
    return proposal_of(read_sheet(path), dossier, NOW.date(), answers, "anja")


def milestones(proposal: IntakeProposal, dossier: Dossier) -> list[Milestone]:
    return [*carried_out(dossier, proposal.change).of(Milestone).values()]


def test_a_column_with_the_same_names_is_asked_about(tmp_path: Path, dossier: Dossier) -> None:
    asked = read(tmp_path, REPEATED, dossier)
    assert [(question.key, question.proposed) for question in asked.questions] == [("kolom:mijlpaal", "B")]
    assert asked.questions[0].text.startswith("Van 10 rijen zijn er 2 verschillend (‘Lab’ staat er 6 keer).")
    assert [choice.key for choice in asked.questions[0].choices] == ["B", "A", "geen"]
    assert asked.change.edits == ()
    answered = read(tmp_path, REPEATED, dossier, {"kolom:mijlpaal": "B"})
    assert answered.questions == ()
    assert [each.title for each in milestones(answered, dossier)] == [f"Lokaal {at} inrichten" for at in range(10)]
    kept = read(tmp_path, REPEATED, dossier, {"kolom:mijlpaal": "A"})
    assert [(question.key, question.proposed) for question in kept.questions] == [("dubbel", "los")]
    assert (len(milestones(kept, dossier)), len(kept.refused)) == (2, 8)


def test_a_name_that_recurs_in_every_phase_is_no_doubt(tmp_path: Path, dossier: Dossier) -> None:
    rows = "".join(f"Fase {at};{name};{at}-2-2027\n" for at in range(1, 6) for name in ("Bouwen", "Testen"))
    proposal = read(tmp_path, f"Fase;Taak;Klaar\n{rows}", dossier)
    assert (proposal.questions, len(milestones(proposal, dossier))) == ((), 10)


def test_more_headings_than_rows_are_asked_about(tmp_path: Path, dossier: Dossier) -> None:
    asked = read(tmp_path, LEVELS, dossier)
    assert [(question.key, question.proposed) for question in asked.questions] == [("kopjes", "kopje")]
    assert asked.questions[0].text == "3 rijen lijken kopjes, boven 1 mijlpaal. Klopt dat?"
    assert asked.change.edits == ()
    headings = milestones(read(tmp_path, LEVELS, dossier, {"kopjes": "kopje"}), dossier)
    assert [(each.title, each.deelproject) for each in headings] == [("Lab open", "Stap een")]
    rows = milestones(read(tmp_path, LEVELS, dossier, {"kopjes": "mijlpaal"}), dossier)
    assert [each.title for each in rows] == ["Programma", "Deel een", "Stap een", "Lab open"]


def test_headings_of_which_some_are_a_theme_are_asked_about(tmp_path: Path, dossier: Dossier) -> None:
    asked = read(tmp_path, MIXED, dossier)
    assert [(question.key, question.proposed) for question in asked.questions] == [("groepen", "thema")]
    assert asked.questions[0].text == (
        "Van de kopjes of fasen staat ‘Lab’ in het dossier, en ‘Los werk’ niet. Wat zijn ze?"
    )
    assert asked.questions[0].choices[0].examples == ("Lab → thema", "Los werk → deelproject")
    expected = {
        "thema": [(1, ""), (1, ""), (None, "Los werk")],
        "deelproject": [(None, "Lab"), (None, "Lab"), (None, "Los werk")],
        "geen": [(None, ""), (None, ""), (None, "")],
    }
    for answer, places in expected.items():
        answered = read(tmp_path, MIXED, dossier, {"groepen": answer})
        assert answered.questions == ()
        assert [(each.theme, each.deelproject) for each in milestones(answered, dossier)] == places


def test_headings_of_one_kind_are_not_asked_about(tmp_path: Path, dossier: Dossier) -> None:
    known = MIXED.replace("Los werk", "Keuzevakken")
    assert read(tmp_path, known, dossier).questions == ()
    assert read(tmp_path, MIXED.replace("Lab", "Fase een"), dossier).questions == ()


# Two of eight rows have the same name; the groups beside them are all different, because there are only three.
SPARSE = "".join(
    f"{group};{name};{at + 1}-2-2027\n"
    for at, (group, name) in enumerate(
        [
            ("Ontdeklab", "Kisten kopen"), ("", "Kisten rondbrengen"), ("", "Evaluatie"), ("Excursies", "Bezoek werf"),
            ("", "Bezoek bakkerij"), ("", "Bezoek werf"), ("Docenten", "Studiemiddag"), ("", "Coach per school"),
        ]
    )
)  # fmt: skip


def test_a_column_of_a_few_groups_is_not_the_name_beside_a_full_one(tmp_path: Path, dossier: Dossier) -> None:
    proposal = read(tmp_path, f"Onderwerp;Wat;Wanneer\n{SPARSE}", dossier)
    assert [(question.key, question.proposed) for question in proposal.questions] == [("dubbel", "los")]
    assert [each.title for each in milestones(proposal, dossier)] == [
        "Kisten kopen", "Kisten rondbrengen", "Evaluatie", "Bezoek werf", "Bezoek bakkerij", "Studiemiddag",
        "Coach per school",
    ]  # fmt: skip
    assert [(each.row, each.reason) for each in proposal.refused] == [
        (7, "deze mijlpaal staat ook op regel 5; geef ze elk een nummer.")
    ]


def test_a_column_of_names_that_is_filled_less_is_asked_about(tmp_path: Path, dossier: Dossier) -> None:
    text = "Onderwerp;Wat;Wanneer\nLab;Bouw;1-2-2027\nBus;Bouw;2-2-2027\nLes;Film;3-2-2027\n;Kas;4-2-2027\n"
    asked = read(tmp_path, text, dossier)
    assert [(question.key, question.proposed) for question in asked.questions] == [("kolom:mijlpaal", "A")]
    assert [choice.key for choice in asked.questions[0].choices] == ["A", "B", "geen"]
    assert asked.change.edits == ()


BARE = (
    "Activiteit;Wanneer\nKick-off;5-1-2027\nDag;15-2-2027\nFilm;20-2-2027\nOverleg;\nOpen dag;25-3-2027\nEvaluatie;\n"
)


def test_a_row_with_only_a_name_is_asked_about(tmp_path: Path, dossier: Dossier) -> None:
    asked = read(tmp_path, BARE, dossier)
    assert [(question.key, question.proposed) for question in asked.questions] == [("naamalleen", "mijlpaal")]
    assert asked.questions[0].text == "1 rij heeft alleen een naam: ‘Overleg’. Wat is dat?"
    assert asked.change.edits == ()
    expected = {
        "mijlpaal": [
            ("Kick-off", ""),
            ("Dag", ""),
            ("Film", ""),
            ("Overleg", ""),
            ("Open dag", ""),
            ("Evaluatie", ""),
        ],
        "kopje": [("Kick-off", ""), ("Dag", ""), ("Film", ""), ("Open dag", "Overleg"), ("Evaluatie", "Overleg")],
    }
    for answer, titles in expected.items():
        answered = read(tmp_path, BARE, dossier, {"naamalleen": answer})
        assert answered.questions == ()
        assert [(each.title, each.deelproject) for each in milestones(answered, dossier)] == titles


@pytest.mark.parametrize("heading", ["FASE B", "Fase twee", "2. Bouwen", "Bouwen:"])
def test_a_name_that_shows_that_it_is_a_heading_is_not_asked_about(
    tmp_path: Path, dossier: Dossier, heading: str
) -> None:
    proposal = read(tmp_path, BARE.replace("Overleg", heading), dossier)
    assert proposal.questions == ()
    assert [each.deelproject for each in milestones(proposal, dossier)] == ["", "", "", heading, heading]


# Heads, rows to the left of the empty column, and those to its right.
_TO_DO = ("Lab;1-3-2027", "Bus;13-4-2027", "Kamp;1-5-2027", "Les;1-6-2027")


@pytest.mark.parametrize(
    ("heads", "beyond"),
    [
        ("Actie;Klaar;;Afk;Actie", ["RM;ROC", "LZ;Lentiz", "HL;Huis", "BX;Bus"]),
        ("Actie;Klaar;;Vakantie;Klaar", ["Herfst;24-10-2027", "Kerst;2-1-2028"]),
        ("Actie;Klaar;;Contactpersoon;Telefoon", ["Anja Jansen;06-1", "Bob de Wit;06-2"]),
        ("Actie;Klaar;;;School;Plaats", [";Vmbo Alfa;Delft", ";Mbo Beta;Gouda", ";Po Gamma;Rijn"]),
        ("Actie;Klaar;;Code;Betekenis", ["A;een", "B;twee", "C;drie", "D;vier", "E;vijf", "F;zes"]),
    ],
)
def test_another_table_behind_an_empty_column_is_asked(
    heads: str, beyond: list[str], tmp_path: Path, dossier: Dossier
) -> None:
    rows = [*_TO_DO, *[";"] * (len(beyond) - len(_TO_DO))]
    beside = [*beyond, *[";"] * (len(rows) - len(beyond))]
    text = "\n".join((heads, *(f"{left};;{right}" for left, right in zip(rows, beside, strict=True))))
    asked = read(tmp_path, text, dossier)
    assert ("tabel", "links") in [(question.key, question.proposed) for question in asked.questions]
    assert asked.change.edits == ()
    answered = read(tmp_path, text, dossier, {"tabel": "links"})
    assert answered.questions == ()
    assert [each.title for each in milestones(answered, dossier)] == ["Lab", "Bus", "Kamp", "Les"]
    assert any(remark.startswith("Niet gelezen, want een andere tabel") for remark in answered.remarks)
    together = read(tmp_path, text, dossier, {"tabel": "samen"})
    assert "tabel" not in [question.key for question in together.questions]


@pytest.mark.parametrize(
    ("heads", "beyond"),
    [
        ("Actie;Klaar;;Opmerking;Budget", ["duur;100", ";200", "gratis;", ";"]),
        ("Actie;Klaar;;jan 2027;feb 2027", ["x;x", "x;", ";", ";x"]),
        ("Actie;Klaar;;Trekker;Status", ["Anja;klaar", "Bob;bezig", "Anja;bezig", "Cas;nieuw"]),
        ("Actie;Klaar;;Plaats", ["Delft", "Gouda", "", ""]),
    ],
)
def test_columns_of_the_same_rows_may_stand_behind_an_empty_one(
    heads: str, beyond: list[str], tmp_path: Path, dossier: Dossier
) -> None:
    text = "\n".join((heads, *(f"{left};;{right}" for left, right in zip(_TO_DO, beyond, strict=True))))
    assert "tabel" not in [question.key for question in read(tmp_path, text, dossier).questions]


@pytest.mark.parametrize(
    ("second", "told"),
    [
        ("Lab;1-5-2027\nLes;1-9-2027\n", "met andere dagen dan in het dossier: mijlpaal 1."),
        ("Lab;1-5-2027\nBus;2-9-2027\nKamp;1-5-2027\n", "dossier: de mijlpalen 1 en 2 (2 van de 3)."),
        ("Lab;1-5-2027\nBus;13-4-2027\nKamp;1-5-2027\n", ""),
        ("Les;1-9-2027\n", ""),
    ],
)
def test_another_plan_with_the_same_names_is_told_first(
    second: str, told: str, tmp_path: Path, dossier: Dossier
) -> None:
    first = read(tmp_path, "Actie;Klaar\nLab;1-3-2027\nBus;13-4-2027\nKamp;1-5-2027\n", dossier)
    again = read(tmp_path, f"Actie;Klaar\n{second}", carried_out(dossier, first.change))
    named = [remark for remark in again.remarks if remark.startswith("Alleen op naam gevonden")]
    assert [told in remark for remark in named] == ([True] if told else [])
    assert again.remarks[:1] == tuple(named) or not told


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Actie;Begin;Klaar\nEen;3 mei;3 juni\nDoelen 2028;;\nTwee;4 mei;4 juni\nDrie;5-5-2027;5 juni\n",
            "de regels 4 en 5",
        ),
        ("Actie;jan;feb;mrt\nEen;x;;\nDoelen 2028;;;\nTwee;;x;\n", "regel 4"),
        ("Actie;Begin;Klaar\nEen;3 mei;3 juni\nDoelen 2027;;\nTwee;4 mei;4 juni\n", ""),
        ("Actie;Begin;Klaar\nEen;3-5-2027;3-6-2027\nDoelen 2028;;\nTwee;4-5-2028;4-6-2028\n", ""),
    ],
)
def test_rows_below_a_heading_with_another_year_are_told(
    text: str, rows: str, tmp_path: Path, dossier: Dossier
) -> None:
    proposal = read(tmp_path, text, dossier, {"jaar": "2027", "naamalleen": "kopje"})
    told = [remark for remark in proposal.remarks if remark.startswith("Onder ‘Doelen 2028’ is 2028 niet genomen")]
    assert [f"maar 2027: {rows}." in remark for remark in told] == ([True] if rows else [])


_TWO_SCHOOLS = (
    "Vmbo;;;Mbo;\nMijlpaal;Klaar;;Mijlpaal;Klaar\nOpen dag;1-3-2027;;Open dag;{day}\nLes;1-4-2027;;Bus;1-9-2027\n"
)


@pytest.mark.parametrize(
    ("text", "proposed", "places"),
    [
        (
            _TWO_SCHOOLS.format(day="1-6-2027"),
            "nieuw",
            ["Open dag Vmbo 1-3", "Les Vmbo 1-4", "Open dag Mbo 1-6", "Bus Mbo 1-9"],
        ),
        (_TWO_SCHOOLS.format(day="1-3-2027"), "zelfde", ["Open dag Mbo 1-3", "Les Vmbo 1-4", "Bus Mbo 1-9"]),
        (
            "Deelproject;Mijlpaal;Klaar\nMbo;Open dag;1-6-2027\n",
            "nieuw",
            ["Open dag Vmbo 1-3", "Les Vmbo 1-4", "Open dag Mbo 1-6"],
        ),
        ("Deelproject;Mijlpaal;Klaar\nMbo;Les;\n", "zelfde", ["Open dag Vmbo 1-3", "Les Mbo 1-4"]),
        ("Deelproject;Mijlpaal;Klaar\nVmbo;Les;1-6-2027\n", "", ["Open dag Vmbo 1-3", "Les Vmbo 1-6"]),
        ("Mijlpaal;Klaar\nLes;1-6-2027\n", "", ["Open dag Vmbo 1-3", "Les Vmbo 1-6"]),
        ("Deelproject;Nr;Mijlpaal;Klaar\nMbo;2;Les;1-6-2027\n", "", ["Open dag Vmbo 1-3", "Les Mbo 1-6"]),
    ],
)
def test_a_name_that_stands_elsewhere_in_the_dossier_is_asked(
    text: str, proposed: str, places: list[str], tmp_path: Path, dossier: Dossier
) -> None:
    open_day = Milestone(id=1, number="1", title="Open dag", deelproject="Vmbo", due=date(2027, 3, 1))
    lesson = Milestone(id=2, number="2", title="Les", deelproject="Vmbo", due=date(2027, 4, 1))
    before = dossier.with_tables({"milestones": {1: open_day, 2: lesson}})
    said = {"tabel": "rechts"}
    asked = {question.key: question.proposed for question in read(tmp_path, text, before, said).questions}
    assert asked.get("zelfde", "") == proposed
    after = carried_out(before, read(tmp_path, text, before, said | {"zelfde": proposed}).change)
    told = [
        f"{each.title} {each.deelproject} {each.due.day}-{each.due.month}" if each.due else each.title
        for each in after.of(Milestone).values()
    ]
    assert sorted(told) == sorted(places)
