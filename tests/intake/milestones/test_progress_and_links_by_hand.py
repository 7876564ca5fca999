"""How far rows are when two columns say it, what they wait on by name, and ranges of days that are not sharp."""

from datetime import date
from pathlib import Path

from sto_tui.domain.change import carried_out
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Milestone
from sto_tui.intake.milestones.sheet_proposal import proposal_of, read_any_sheet
from sto_tui.intake.proposal import IntakeProposal
from sto_tui.intake.questions import Answers
from sto_tui.planning.new_dossier import new_dossier
from tests.conftest import NOW

DOSSIER = new_dossier("Proef", "2027-2028")
TRELLO = """Card Name,Due Date,Comment Count,List Name,Due Complete
Stand bouwen,2027-01-22,4,Mee bezig,true
Filmpje,2027-03-12,100,Mee bezig,false
Website,2027-06-30,0,Te doen,false
"""


def read(folder: Path, text: str, answers: Answers | None = None) -> IntakeProposal:
    path = folder / "plan.csv"
    path.write_text(text, encoding="utf-8")
    return proposal_of(read_any_sheet(path), DOSSIER, NOW.date(), answers)


def taken(proposal: IntakeProposal) -> list[Milestone]:
    dossier: Dossier = carried_out(DOSSIER, proposal.change)
    return [*dossier.of(Milestone).values()]


def lights(proposal: IntakeProposal) -> list[str]:
    return [each.light.value for each in taken(proposal)]


def waits(proposal: IntakeProposal) -> list[list[str]]:
    titles = {each.id: each.title for each in taken(proposal)}
    return [[titles[link.milestone] for link in each.after] for each in taken(proposal)]


def test_all_of_it_done_goes_before_green(tmp_path: Path) -> None:
    text = "Taak;Health;% Complete;Klaar\nA;Green;1;1-2-2027\nB;Yellow;0,5;1-3-2027\nC;Green;0,2;1-4-2027\n"
    proposal = read(tmp_path, text)
    assert (lights(proposal), proposal.questions) == (["gereed", "oranje", "groen"], ())
    told = "Groen, en volgens ‘% Complete’ klaar; genomen als gereed: regel 2."
    assert any(remark.startswith(told) for remark in proposal.remarks)
    assert lights(read(tmp_path, text, {"gereedheid": "stand"})) == ["groen", "oranje", "groen"]


def test_all_of_it_done_and_red_is_asked_once(tmp_path: Path) -> None:
    text = "Taak;Stoplicht;Voortgang %;Klaar\nA;rood;100%;1-2-2027\nB;oranje;100%;1-3-2027\nC;rood;40%;1-4-2027\n"
    asked = read(tmp_path, text)
    assert [each.key for each in asked.questions] == ["gereedheid"]
    named = "2 regels zijn volgens ‘Voortgang %’ klaar, en hebben als stand rood en oranje. Wat geldt?"
    assert asked.questions[0].text == named
    assert lights(read(tmp_path, text, {"gereedheid": "gereed"})) == ["gereed", "gereed", "rood"]
    assert lights(read(tmp_path, text, {"gereedheid": "stand"})) == ["rood", "oranje", "rood"]


def test_a_second_column_says_what_is_ready_and_what_grey_is(tmp_path: Path) -> None:
    text = "Task;Health;Status;Finish\nA;Green;Complete;1-2-2027\nB;Gray;Not Started;1-3-2027\n"
    proposal = read(tmp_path, text + "C;Red;In Progress;1-4-2027\n")
    assert (lights(proposal), proposal.questions) == (["gereed", "niet_gestart", "rood"], ())
    assert not any("Status" in remark and "geen kolom" in remark for remark in proposal.remarks)


def test_a_number_of_comments_is_no_progress_and_is_named(tmp_path: Path) -> None:
    proposal = read(tmp_path, TRELLO)
    assert lights(proposal) == ["gereed", "groen", "niet_gestart"]
    assert "Niet overgenomen, want geen kolom van een mijlpalenplan: Comment Count." in proposal.remarks


def test_zeros_and_ones_are_told_with_their_column(tmp_path: Path) -> None:
    proposal = read(tmp_path, "Taak;% gereed;Klaar\nA;1;1-2-2027\nB;0;1-3-2027\n")
    assert "Bij ‘% gereed’ staat alleen 0 en 1: niet overgenomen als percentage." in proposal.remarks


def test_names_below_na_are_found(tmp_path: Path) -> None:
    text = "Stap;Eind;Na\nOntwerp;29-1-2027;\nBouw;26-3-2027;Ontwerp\nTest;28-5-2027;Ontwerp, Bouw\n"
    proposal = read(tmp_path, text)
    assert (waits(proposal), proposal.refused) == ([[], ["Ontwerp"], ["Ontwerp", "Bouw"]], ())
    unknown = read(tmp_path, text.replace(";Ontwerp\n", ";Sloop\n"))
    assert [each.reason for each in unknown.refused] == [
        "wachten op Sloop is niet overgenomen: die mijlpaal is er niet."
    ]


def test_the_address_behind_a_name_is_passed_over(tmp_path: Path) -> None:
    cells = "Ontwerp (https://www.notion.so/abc1), Bouw (Bouw%20b2.md)"
    text = f'Name,Date,Blocked by\nOntwerp,2027-01-29,\nBouw,2027-03-26,\nTest,2027-05-28,"{cells}"\n'
    assert waits(read(tmp_path, text)) == [[], [], ["Ontwerp", "Bouw"]]


def test_a_range_of_seasons_keeps_both_ends_and_says_so(tmp_path: Path) -> None:
    text = "Wat;Wanneer\nFeest;najaar 2027 - voorjaar 2028\nKamp;begin juni - half juli 2027\nDag;1e kw 2028\n"
    proposal = read(tmp_path, text + "Open dag;kw 2 2027\n")
    assert [(each.start, each.due) for each in taken(proposal)] == [
        (date(2027, 9, 1), date(2028, 5, 31)),
        (date(2027, 6, 1), date(2027, 7, 15)),
        (date(2028, 1, 1), date(2028, 3, 31)),
        (date(2027, 4, 1), date(2027, 6, 30)),
    ]
    told = " ".join(proposal.remarks)
    assert "‘najaar 2027 - voorjaar 2028’ is 01-09-2027 t/m 31-05-2028 (regel 2)" in told
    assert "‘kw 2 2027’ is 1 apr 2027 t/m 30 jun 2027" in told


def test_results_can_be_what_is_done(tmp_path: Path) -> None:
    asked = read(tmp_path, "Lijn;Resultaat;Klaar\nKansen;Pas voor elk kind;1-2-2027\nKansen;Buurtlab;1-3-2027\n")
    question = asked.questions[0]
    assert (question.key, question.proposed) == ("kolom:mijlpaal", "B")


def test_a_sheet_on_its_side_may_have_nothing_above_its_names(tmp_path: Path) -> None:
    text = ";Lab A;Lab B\nStart;4-1-2027;1-3-2027\nOplevering;26-2-2027;28-5-2027\n"
    assert [each.key for each in read(tmp_path, text).questions] == ["gekanteld"]
    assert [(each.title, each.start, each.due) for each in taken(read(tmp_path, text, {"gekanteld": "ja"}))] == [
        ("Lab A", date(2027, 1, 4), date(2027, 2, 26)),
        ("Lab B", date(2027, 3, 1), date(2027, 5, 28)),
    ]


def test_letters_of_days_below_the_heads_leave_the_headings_as_they_are(tmp_path: Path) -> None:
    rows = "1;Voorbereiding;;\n1.1;Werven;11-1-2027;5-2-2027\n2;Uitvoering;;\n2.1;Lessen;5-4-2027;9-7-2027\n"
    proposal = read(tmp_path, f"WBS;Task;Start;End;WEEK 1;;\n;;;;M;T;W\n{rows}")
    assert [(each.title, each.deelproject) for each in taken(proposal)] == [
        ("Werven", "Voorbereiding"),
        ("Lessen", "Uitvoering"),
    ]
    assert proposal.refused == ()


def test_sums_per_phase_are_one_question(tmp_path: Path) -> None:
    rows = "A;1-3-2027\nSubtotaal werving;1-3-2027\nB;1-5-2027\nSubtotaal lessen;1-5-2027\nTotaal;1-5-2027\n"
    asked = read(tmp_path, f"Taak;Klaar\n{rows}")
    assert [each.key for each in asked.questions] == ["totalen"]
    assert asked.questions[0].text == (
        "3 regels lijken geen mijlpaal maar een totaal, toelichting of ondertekening: ‘Subtotaal werving’, "
        "‘Subtotaal lessen’ en ‘Totaal’. Overslaan?"
    )
    skipped = read(tmp_path, f"Taak;Klaar\n{rows}", {"totalen": "overslaan"})
    assert ([each.title for each in taken(skipped)], skipped.questions) == (["A", "B"], ())
    assert len(taken(read(tmp_path, f"Taak;Klaar\n{rows}", {"totalen": "mee"}))) == 5
    some = read(tmp_path, f"Taak;Klaar\n{rows}", {"totalen": "overslaan", "rij:totaal": "mee"})
    assert [each.title for each in taken(some)] == ["A", "B", "Totaal"]


def test_days_of_being_ready_that_are_to_come_are_offered_as_the_planned_end(tmp_path: Path) -> None:
    text = "Taak;Start;Datum gereed\nA;1-2-2027;1-3-2027\nB;1-4-2027;1-5-2027\n"
    asked = read(tmp_path, text)
    assert [(each.key, each.proposed) for each in asked.questions] == [("kolom:klaar", "C")]
    answered = read(tmp_path, text, {"kolom:klaar": "C"})
    assert [each.due for each in taken(answered)] == [date(2027, 3, 1), date(2027, 5, 1)]
    assert (answered.refused, answered.questions) == ((), ())
    past = read(tmp_path, "Taak;Start;Datum gereed\nA;1-2-2025;1-3-2025\n")
    assert past.questions == ()


def test_the_code_of_a_parent_is_its_name(tmp_path: Path) -> None:
    text = "Summary,Issue id,Parent id,Due date\nKoppeling,10001,,2027-06-30\nToets,10002,10001,2027-02-12\n"
    assert [(each.title, each.deelproject) for each in taken(read(tmp_path, text))] == [
        ("Koppeling", ""),
        ("Toets", "Koppeling"),
    ]


def test_a_time_zone_behind_a_time_is_passed_over(tmp_path: Path) -> None:
    text = 'Task Name,Due Date\nA,"2/5/2027, 4:00:00 AM GMT+1"\nB,"3/19/2027, 4:00:00 AM UTC"\n'
    assert [each.due for each in taken(read(tmp_path, text))] == [date(2027, 2, 5), date(2027, 3, 19)]


def test_lines_in_one_cell_of_a_calendar_are_asked_once(tmp_path: Path) -> None:
    text = 'Maand;Activiteiten\njanuari 2027;Open dag\nfebruari 2027;\nmaart 2027;"Technodag\nDocentenstage"\n'
    asked = read(tmp_path, text + "april 2027;Kamp\n")
    assert [(each.key, each.proposed) for each in asked.questions] == [("regels", "los")]
    apart = read(tmp_path, text, {"regels": "los"})
    march = (date(2027, 3, 1), date(2027, 3, 31))
    assert [(each.title, each.start, each.due) for each in taken(apart)][1:] == [
        ("Technodag", *march),
        ("Docentenstage", *march),
    ]
    assert apart.refused == ()
    assert [each.title for each in taken(read(tmp_path, text, {"regels": "een"}))] == [
        "Open dag",
        "Technodag Docentenstage",
    ]


def test_bullets_in_one_cell_are_asked_and_a_broken_name_is_not(tmp_path: Path) -> None:
    rows = '"Lab\nbouwen";1-2-2027\n"- Folder\n- Website";1-3-2027\n'
    assert [each.key for each in read(tmp_path, f"Taak;Klaar\n{rows}").questions] == ["regels"]
    titles = [each.title for each in taken(read(tmp_path, f"Taak;Klaar\n{rows}", {"regels": "los"}))]
    assert titles == ["Lab bouwen", "Folder", "Website"]


UNCLEAR = (
    "Actie;Einddatum;Voortgang\nLab;3-3-2027;100 %\nBus;4-3-2027;ca. 80%\nKamp;5-3-2027;0%\n"
    "Kist;6-3-2027;100% (nazorg loopt)\nLes;7-3-2027;> 50%\n"
)


def test_unclear_percentages_are_asked_beside_those_that_are_clear(tmp_path: Path) -> None:
    proposal = read(tmp_path, UNCLEAR)
    assert [question.key for question in proposal.questions] == [
        "stand:ca. 80%",
        "stand:100% (nazorg loopt)",
        "stand:> 50%",
    ]
    assert lights(proposal) == ["gereed", "niet_gestart", "niet_gestart", "niet_gestart", "niet_gestart"]
    answers = {"stand:ca. 80%": "groen", "stand:100% (nazorg loopt)": "gereed", "stand:> 50%": "oranje"}
    proposal = read(tmp_path, UNCLEAR, answers)
    assert (proposal.questions, proposal.refused) == ((), ())
    assert lights(proposal) == ["gereed", "groen", "niet_gestart", "gereed", "oranje"]
    assert "nazorg loopt" in str(proposal.added[3].details)


def test_a_sentence_among_states_is_asked_and_kept(tmp_path: Path) -> None:
    text = "Actie;Einddatum;Voortgang\nLab;3-3-2027;klaar\nBus;4-3-2027;loopt, wacht op offerte\nKamp;5-3-2027;rood\n"
    proposal = read(tmp_path, text, {"stand:loopt, wacht op offerte": "groen"})
    assert lights(proposal) == ["gereed", "groen", "rood"]
    assert "wacht op offerte" in str(proposal.added[1].details)


def test_states_among_notes_are_told(tmp_path: Path) -> None:
    text = (
        "Actie;Einddatum;Voortgang\nLab;3-3-2027;klaar\nBus;4-3-2027;wacht nog op de gemeente\n"
        "Kamp;5-3-2027;Jan belt de leverancier\nKist;6-3-2027;50%\n"
    )
    told = "‘Voortgang’ is in zijn geheel toelichting; als stoplicht is niets genomen, ook niet ‘klaar’ en ‘50%’."
    proposal = read(tmp_path, text)
    assert any(remark.startswith(told) for remark in proposal.remarks)
    assert lights(proposal) == ["niet_gestart"] * 4
    text = "Actie;Einddatum;Status;Opmerking\nLab;3-3-2027;gereed;klaar\nBus;4-3-2027;bezig;wacht op offerte\n"
    assert not any("toelichting" in remark for remark in read(tmp_path, text).remarks)
