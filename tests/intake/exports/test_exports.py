"""Files of planning programs as rows of a sheet, worked out by hand."""

import json
from collections.abc import Sequence
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sto_tui.domain.change import carried_out
from sto_tui.domain.milestones import Milestone
from sto_tui.intake.exports.recognised import exported_plan
from sto_tui.intake.exports.tasks import ExportedPlan
from sto_tui.intake.milestones.sheet_proposal import proposal_of, read_sheet
from sto_tui.intake.sheets.table_reader import Cell, IntakeError
from sto_tui.intake.tables.links import written_links
from sto_tui.planning.new_dossier import new_dossier

PROJECT = """<?xml version="1.0" encoding="UTF-8"?>
<Project xmlns="http://schemas.microsoft.com/project"><Title>STO Zuid</Title><MinutesPerDay>480</MinutesPerDay>
<Tasks>
<Task><UID>0</UID><ID>0</ID><Name>STO Zuid</Name><OutlineLevel>0</OutlineLevel></Task>
<Task><UID>7</UID><ID>1</ID><Name>Voorbereiding</Name><OutlineLevel>1</OutlineLevel><Summary>1</Summary>
 <Start>2027-01-04T08:00:00</Start><Finish>2027-01-29T17:00:00</Finish><PercentComplete>50</PercentComplete></Task>
<Task><UID>3</UID><ID>2</ID><Name>Plan &amp; begroting</Name><OutlineLevel>2</OutlineLevel><Notes>eerst concept</Notes>
 <Start>2027-01-04T08:00:00</Start><Finish>2027-01-15T17:00:00</Finish><PercentComplete>100</PercentComplete></Task>
<Task><UID>4</UID><ID>3</ID><Name>Akkoord</Name><OutlineLevel>2</OutlineLevel><Milestone>1</Milestone>
 <Start>2027-01-29T17:00:00</Start><Finish>2027-01-29T17:00:00</Finish><PercentComplete>0</PercentComplete>
 <PredecessorLink><PredecessorUID>3</PredecessorUID><Type>1</Type><LinkLag>24000</LinkLag><LagFormat>7</LagFormat></PredecessorLink>
 <PredecessorLink><PredecessorUID>7</PredecessorUID><Type>3</Type><LinkLag>28800</LinkLag><LagFormat>8</LagFormat></PredecessorLink>
</Task>
<Task><UID>9</UID><ID>4</ID><Name>Vervallen taak</Name><OutlineLevel>1</OutlineLevel><Active>0</Active></Task>
</Tasks>
<Resources><Resource><UID>1</UID><Name>Anja</Name></Resource><Resource><UID>2</UID><Name>Bob</Name></Resource></Resources>
<Assignments><Assignment><TaskUID>3</TaskUID><ResourceUID>1</ResourceUID></Assignment>
<Assignment><TaskUID>3</TaskUID><ResourceUID>2</ResourceUID></Assignment></Assignments>
</Project>"""

GAN = """<?xml version="1.0" encoding="UTF-8"?>
<project name="Labs" company="STO">
<calendars><day-types><default-week id="1" name="default" sun="1" mon="0" tue="0" wed="0" thu="0" fri="0"
 sat="1"/></day-types>
<date year="2027" month="3" date="29" type="HOLIDAY">Pasen</date>
<date year="" month="12" date="25" type="HOLIDAY"/></calendars>
<tasks empty-milestones="true">
<task id="0" name="Lokaal" meeting="false" start="2026-09-01" duration="14" complete="0">
 <task id="1" name="Lokaal leeg" meeting="false" start="2026-09-01" duration="9" complete="100">
  <notes><![CDATA[met school]]></notes>
  <depend id="2" type="2" difference="3" hardness="Strong"/></task>
 <task id="2" name="Lokaal open" meeting="true" start="2026-09-18" duration="1" complete="0"/>
</task>
<task id="5" name="Lessen" meeting="false" start="2027-03-26" duration="2" complete="0"><depend id="2" type="1"/></task>
</tasks>
<resources><resource id="0" name="Cas"/></resources>
<allocations><allocation task-id="1" resource-id="0"/></allocations>
</project>"""

TJP = """/* plan */
project sto "STO Noord" 2026-09-01 +1y { timezone "Europe/Amsterdam" }
resource anja "Anja" { email "a@x.nl" }
task plan "Planvorming" {
  task schrijf "Plan schrijven" { start 2026-09-01 end 2026-10-01 complete 100 responsible anja note "kort" }
  task akkoord "Akkoord" { milestone start 2026-10-05 depends !schrijf { gapduration 2d } }
}
task bouw "Bouwen" {
  start 2026-10-07
  length 10d   # ten working days
  depends plan.akkoord, plan.schrijf
  allocate anja { mandatory }
}
task les "Lesgeven" { depends !bouw effort 20d }
taskreport overzicht "" { columns name, start }
"""


def plan(text: str, kind: str) -> ExportedPlan:
    return exported_plan(text.encode(), f"plan{kind}", kind)


def rows(read: ExportedPlan) -> list[dict[str, Cell]]:
    heads = [str(cell) for cell in read.rows[0].cells]
    return [dict(zip(heads, row.cells, strict=True)) for row in read.rows[1:]]


def column(read: ExportedPlan, head: str) -> list[Cell]:
    return [row[head] for row in rows(read)]


def test_ms_project_xml() -> None:
    read = plan(PROJECT, ".xml")
    assert (read.program, read.title, read.remarks) == (
        "MS Project",
        "STO Zuid",
        ("1 inactieve taak is niet gelezen.",),
    )
    assert rows(read)[1] == {
        "Nr": "2", "Overzichtsniveau": "2", "Taaknaam": "Plan & begroting", "Begindatum": date(2027, 1, 4),
        "Einddatum": date(2027, 1, 15), "Voorgangers": "", "% voltooid": "100%", "Toegewezen aan": "Anja, Bob",
        "Is mijlpaal": "nee", "Notities": "eerst concept",
    }  # fmt: skip
    # 24,000 tenths of minutes are five working days of 480 minutes; 28,800 are two days of the calendar.
    assert column(read, "Voorgangers") == ["", "", "2EB+5 dagen; 1BB+2 vdagen"]
    links = written_links("2EB+5 dagen; 1BB+2 vdagen")
    assert links is not None
    assert [(link.target, link.kind, link.lag_days) for link in links] == [("2", "FS", 7), ("1", "SS", 2)]


def test_gantt_project() -> None:
    """Nine working days from Tuesday 1 September end on Friday 11; two from Good Friday go over Easter Monday."""
    read = plan(GAN, ".gan")
    assert column(read, "Taaknaam") == ["Lokaal", "Lokaal leeg", "Lokaal open", "Lessen"]
    assert column(read, "Overzichtsniveau") == ["1", "2", "2", "1"]
    assert column(read, "Einddatum") == [date(2026, 9, 18), date(2026, 9, 11), date(2026, 9, 18), date(2027, 3, 30)]
    assert column(read, "Voorgangers") == ["", "", "1EB+3d; 5BB", ""]
    assert column(read, "Is mijlpaal") == ["nee", "nee", "ja", "nee"]
    assert (rows(read)[1]["Toegewezen aan"], rows(read)[1]["Notities"]) == ("Cas", "met school")


def test_task_juggler_gives_what_is_written_and_not_what_it_would_plan() -> None:
    """An end without a time is midnight at its begin; ten working days from Wednesday 7 October end on Tuesday 20."""
    read = plan(TJP, ".tjp")
    assert column(read, "Taaknaam") == ["Planvorming", "Plan schrijven", "Akkoord", "Bouwen", "Lesgeven"]
    assert column(read, "Begindatum") == ["", date(2026, 9, 1), date(2026, 10, 5), date(2026, 10, 7), ""]
    assert column(read, "Einddatum") == ["", date(2026, 9, 30), date(2026, 10, 5), date(2026, 10, 20), ""]
    assert column(read, "Voorgangers") == ["", "", "2EB+2 vdagen", "3; 2", "4"]
    assert column(read, "Toegewezen aan") == ["", "anja", "", "anja", ""]


def test_task_juggler_keeps_the_time_between_tasks() -> None:
    """A duration counts all days, a length those of work; what begins with the other is another kind of link."""
    text = """project sto "STO" 2027-01-01 +2y
task a "A" { start 2027-01-04 }
task b "B" { depends a { gapduration 2w } }
task c "C" { depends a { gaplength 3d }, b { onstart } }
task d "D" { depends a, c { gapduration 1.5m onend } effort 5d }
"""
    assert column(plan(text, ".tjp"), "Voorgangers") == ["", "1EB+2 weken", "1EB+3 dagen; 2BB", "1; 3EB+1.5 maanden"]


def board(lists: Sequence[str], *cards: dict[str, object]) -> str:
    made = [{"id": name, "name": name, "closed": False} for name in lists]
    return json.dumps({"name": "STO", "lists": made, "cards": cards, "members": [{"id": "m", "fullName": "Dirk"}]})


def test_a_trello_board_with_states_as_lists() -> None:
    """Due at ten in the evening of universal time in summer is midnight here: the next day."""
    text = board(
        ["Te doen", "Klaar"],
        {"idShort": 1, "name": "Folder", "idList": "Klaar", "due": "2026-09-25T22:00:00.000Z", "idMembers": ["m"]},
        {"idShort": 2, "name": "Website", "idList": "Te doen", "start": "2026-10-01T09:00:00.000Z", "desc": "nieuw"},
        {"idShort": 3, "name": "Oud", "idList": "Te doen", "closed": True},
        {"idShort": 4, "name": "Beurs", "idList": "Te doen", "dueComplete": True},
    )
    read = plan(text, ".json")
    assert column(read, "Taaknaam") == ["Website", "Beurs", "Folder"]
    assert column(read, "Status") == ["Te doen", "gereed", "Klaar"]
    assert column(read, "Einddatum") == ["", "", date(2026, 9, 26)]
    assert read.remarks == ("1 gearchiveerde kaart is niet gelezen.",)


def test_a_trello_board_with_other_lists_has_them_as_headings() -> None:
    read = plan(board(["Thema 1", "Leeg"], {"name": "Kick-off", "idList": "Thema 1", "due": None}), ".json")
    assert [(row["Overzichtsniveau"], row["Taaknaam"]) for row in rows(read)] == [("1", "Thema 1"), ("2", "Kick-off")]


def test_a_plan_of_a_program_becomes_milestones_asking_only_what_people_know(tmp_path: Path) -> None:
    """Its links go by its own numbers, so nobody is asked where they point; headings are no milestones.

    What 50% is as a stoplicht, and what to do with a link of another type, only they know.
    """
    for text, name, titles in (
        (PROJECT, "plan.xml", ["Plan & begroting", "Akkoord"]),
        (GAN, "labs.gan", ["Lokaal leeg", "Lokaal open", "Lessen"]),
        (TJP, "plan.tjp", ["Plan schrijven", "Akkoord", "Bouwen", "Lesgeven"]),
    ):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        dossier = new_dossier("Proef", "2027-2028")
        asked = proposal_of(read_sheet(path), dossier, date(2026, 9, 3))
        assert {question.key for question in asked.questions} <= {"onderweg", "koppelsoort"}
        proposal = proposal_of(
            read_sheet(path), dossier, date(2026, 9, 3), {"onderweg": "groen", "koppelsoort": "einde-begin"}
        )
        assert proposal.questions == ()
        assert [milestone.title for milestone in carried_out(dossier, proposal.change).of(Milestone).values()] == titles


BILLION = '<!DOCTYPE a [<!ENTITY b "x"><!ENTITY c "&b;&b;">]><Project><Tasks>&c;</Tasks></Project>'


@pytest.mark.parametrize(
    ("text", "kind", "said"),
    [
        (BILLION, ".xml", "beschadigd of vreemd"),
        ('<!DOCTYPE a SYSTEM "file:///etc/passwd"><project><tasks/></project>', ".gan", "beschadigd of vreemd"),
        ("<Project><Tasks>", ".xml", "beschadigd of vreemd"),
        ("", ".xml", "beschadigd of vreemd"),
        ("<html/>", ".xml", "geen planning van MS Project"),
        ("<project><tasks/></project>", ".gan", "geen enkele taak"),
        ("{}", ".json", "geen bord van Trello"),
        ("[" * 100_000, ".json", "geen bord van Trello"),
        ('{"cards": [1], "lists": []}', ".json", "geen bord van Trello"),
        ("hallo", ".tjp", "geen planning van TaskJuggler"),
        ('project a "A" 2027-01-01 +1y', ".tjp", "geen enkele taak"),
        ("PK", ".mpp", "Opslaan als"),
        ("PK", ".pod", "Microsoft Project XML"),
    ],
)
def test_what_is_refused_says_what_to_do(text: str, kind: str, said: str) -> None:
    with pytest.raises(IntakeError, match=said):
        plan(text, kind)


@pytest.mark.parametrize("text", ["#" * 5_000 + "\nflags a", "# " * 5_000 + "\nflags a", "/* " * 5_000])
def test_a_banner_that_no_plan_follows_takes_no_time(text: str) -> None:
    with pytest.raises(IntakeError, match="geen planning van TaskJuggler"):
        plan(text, ".tjp")


@pytest.mark.parametrize("opened", ["/* ", "-8<- ", r"\" ", '" \\" \\'])
def test_what_is_opened_and_never_closed_is_read_once(opened: str) -> None:
    text = f'project a "A" 2027-01-01 +1y\ntask t "Lab" {{ start 2027-01-04 end 2027-01-05 }}\n{opened * 300_000}'
    assert column(plan(text, ".tjp"), "Taaknaam") == ["Lab"]


def test_days_and_numbers_that_no_plan_has_are_no_days_and_no_numbers() -> None:
    tasks = '<task id="1" name="Lab" start="9999-12-30" duration="2600"/><task id="2" name="Bus" duration="--5"/>'
    read = plan(f"<project><tasks>{tasks}</tasks></project>", ".gan")
    assert column(read, "Taaknaam") == ["Lab", "Bus"]
    assert "Begindatum" not in read.rows[0].cells
    card = {"name": "Lab", "due": "9999-12-31T23:59:00.000Z", "start": "0001-01-01T00:00:00.000Z"}
    board = plan(json.dumps({"cards": [card], "lists": []}), ".json")
    assert not {"Begindatum", "Einddatum"} & {*board.rows[0].cells}
    juggled = plan('project a "A" 1-1 task t "Lab" { start 9999-12-30 length 500d complete ² }', ".tjp")
    assert column(juggled, "Taaknaam") == ["Lab"]


def test_xml_with_too_many_elements_is_refused_before_it_takes_memory() -> None:
    with pytest.raises(IntakeError, match="er staat te veel in"):
        plan("<a>" * 4_100_000, ".gan")


def test_too_deep_is_refused_and_no_crash() -> None:
    deep = 'project a "A" 2027-01-01 +1y\n' + 'task t "T" {' * 200
    with pytest.raises(IntakeError, match="te diep"):
        plan(deep, ".tjp")
    with pytest.raises(IntakeError):
        plan("<project><tasks>" + '<task id="1" name="a">' * 500, ".gan")


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(1, 400))
def test_a_length_in_working_days_is_counted_day_by_day(start: date, length: int) -> None:
    days = (start + timedelta(days=step) for step in range(length * 2 + 9))
    last = [day for day in days if day.weekday() < 5][length - 1]
    task = f'<task id="1" name="a" start="{start}" duration="{length}"/>'
    assert column(plan(f"<project><tasks>{task}</tasks></project>", ".gan"), "Einddatum") == [last]
    juggled = f'project p "P" 2027-01-01 +1y task a "A" {{ start {start} length {length}d }}'
    assert column(plan(juggled, ".tjp"), "Einddatum") == [last]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "name", "due", "idList"]), inner)
    ),
    max_leaves=8,
)


@given(
    st.dictionaries(
        st.sampled_from(["cards", "lists", "members", "name"]),
        JSON
        | st.lists(
            st.dictionaries(
                st.sampled_from(["id", "name", "due", "start", "idList", "idMembers", "closed", "desc", "idShort"]),
                JSON,
            ),
            max_size=3,
        ),
    )
)
def test_no_board_is_too_strange(values: dict[str, object]) -> None:
    with suppress(IntakeError):
        plan(json.dumps(values), ".json")


@given(
    st.lists(
        st.sampled_from(
            [
                "task",
                "a",
                '"A"',
                "{",
                "}",
                ",",
                "start",
                "2027-01-04",
                "depends",
                "!b",
                "!!!a",
                "length",
                "5d",
                "milestone",
                "complete",
                "x",
                "-8<-x->8-",
                "# x\n",
                '"',
            ]
        ),
        max_size=25,
    ).map(" ".join)
)
def test_no_plan_of_task_juggler_is_too_strange(text: str) -> None:
    with suppress(IntakeError):
        plan('project a "A" 2027-01-01 +1y\ntask x "X" { ' + text, ".tjp")


TODAY = date(2026, 9, 3)
TODOIST = """TYPE,CONTENT,DESCRIPTION,PRIORITY,INDENT,AUTHOR,RESPONSIBLE,DATE,DATE_LANG,TIMEZONE
note,Zie de begroting,,,,Ann (1),,,,
section,Labs,,,,,,,,
task,Lab inrichten,Met mbo,2,1,Ann (1),Bob Smit (2),2027-03-01,nl,Europe/Amsterdam
task,Machines kiezen,,4,2,Ann (1),,2027-01-15,nl,Europe/Amsterdam
note,Twee offertes,,,,Ann (1),,,,
"""


def test_a_project_of_todoist_has_its_notes_with_the_tasks_and_a_second_time_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "Project.csv"
    path.write_text(TODOIST, encoding="utf-8")
    dossier, answers = new_dossier("Proef", "2027-2028"), {"onderdelen": "mijlpaal"}
    asked = proposal_of(read_sheet(path), dossier, TODAY)
    assert [question.key for question in asked.questions] == ["onderdelen"]
    assert not asked.change.edits
    proposal = proposal_of(read_sheet(path), dossier, TODAY, answers)
    dossier = carried_out(dossier, proposal.change)
    notes = {each.title: dossier.progress_of(each.id)[0].note for each in dossier.of(Milestone).values()}
    assert notes == {"Lab inrichten": "Met mbo", "Machines kiezen": "Onderdeel van: Lab inrichten\nTwee offertes"}
    assert "‘Zie de begroting’ (regel 2)" in " ".join(proposal.remarks)
    again = proposal_of(read_sheet(path), dossier, TODAY, answers)
    assert (again.added, again.changed) == ((), ())


def test_of_subitems_that_are_left_out_the_rows_are_told(tmp_path: Path) -> None:
    path = tmp_path / "Bord.csv"
    path.write_text(
        "Naam,Eigenaar,Datum\nLab open,Ann,2027-03-01\nSubitems,Naam,Datum\n,Keuren,2027-02-01\n,Leveren,2027-01-04\n"
        "Gastles,Bob,2027-09-15\n",
        encoding="utf-8",
    )
    dossier = new_dossier("Proef", "2027-2028")
    proposal = proposal_of(read_sheet(path), dossier, TODAY, {"onderdelen": "overslaan"})
    assert [each.caption for each in proposal.added] == ["1 Lab open", "2 Gastles"]
    told = "2 onderdelen van een andere rij overgeslagen: ‘Keuren’ en ‘Leveren’, de regels 4 en 5."
    assert told in " ".join(proposal.remarks), proposal.remarks
