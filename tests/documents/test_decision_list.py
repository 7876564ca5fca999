"""The list of decisions and actions, read back from Word and from Markdown."""

import io
import json
import re
import zipfile
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree

from sto_tui.documents.decision_list import (
    UNDECIDED,
    about,
    action_lines,
    decision_lines,
    held,
    inert,
    list_title,
    markdown,
    open_points,
)
from sto_tui.documents.file_names import free_pair
from sto_tui.documents.word import DraftOptions, TemplateError
from sto_tui.documents.word.decision_list import build_decision_list
from sto_tui.domain.change import NotSavedError
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Action, Answer, Decision, DecisionKind, Meeting
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.record import Ref, fields_of
from sto_tui.domain.tables import TABLES
from sto_tui.papers import write_decision_list
from sto_tui.planning.new_dossier import new_dossier
from sto_tui.storage.file.codec import decode, dossier_from
from tests.conftest import CONTROLS, NASTY, SAMPLES
from tests.documents.test_word_draft import W, dutch_template, text_of
from tests.support.by_hand import dossier_with

DAY = date(2026, 11, 22)
OPTIONS = DraftOptions(DAY)
SAMPLE = SAMPLES / "voorbeeldregio-2027-2028.sto.json"
NASTY_MARKDOWN = (
    "a | b",
    "a \\| b",
    "\\",
    "einde \\",
    "één\ntwee\n\n| drie |",
    "# kop",
    "*vet* __vet__ ~~weg~~",
    "`code`",
    "<script>alert(1)</script>",
    "[klik](javascript:x)",
    "![](http://x)",
    "&lt;b&gt; &#124; R&D",
    "- punt\n- punt",
    "1. een",
    "$x$",
    "<!-- weg",
)


@pytest.fixture(scope="module")
def example_dossier() -> Dossier:
    return dossier_from(decode(SAMPLE.read_bytes(), SAMPLE.name), SAMPLE.name)


@pytest.fixture(scope="module")
def word(example_dossier: Dossier) -> Any:
    return body_of(build_decision_list(example_dossier, OPTIONS))


def body_of(data: bytes, name: str = "word/document.xml") -> Any:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def word_rows(body: Any, title: str) -> list[list[str]]:
    """The cells of a table, by its alternative title; paragraphs within a cell stand on lines of their own."""
    table = next(one for one in body.iter(f"{W}tbl") if one.find(f".//{W}tblCaption").get(f"{W}val") == title)
    return [
        ["\n".join(text_of(line) for line in cell.iter(f"{W}p")) for cell in row.findall(f"{W}tc")]
        for row in table.iter(f"{W}tr")
    ]


def markdown_rows(text: str, heading: str) -> list[list[str]]:
    """The cells of the pipe table under a heading, as GitHub splits it: at every pipe without a backslash before it."""
    part = text.split(f"\n## {heading}\n\n")[1].split("\n\n")[0]
    rows = [re.split(r"(?<!\\)(?:\\\\)*\|", line) for line in part.split("\n")]
    assert all(row[0] == row[-1] == "" for row in rows)
    return [[cell.strip() for cell in row[1:-1]] for row in rows]


def with_text_everywhere(text: str) -> Dossier:
    raw = json.loads(SAMPLE.read_bytes())
    for table in TABLES.values():
        for name, spec in fields_of(table.model).items():
            if spec.kind in ("line", "text") and name != "number":
                for document in raw.get(table.name, {}).values():
                    document[name] = text
    return dossier_from(raw, "naar")


def paragraphs(body: Any) -> list[str]:
    return [
        "".join(node.text or "" if node.tag == f"{W}t" else "\n" for node in one.iter(f"{W}t", f"{W}br"))
        for one in body.iter(f"{W}p")
    ]


def read(text: str) -> str:
    """What a reader of the Markdown sees: without the backslashes."""
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)


def test_every_decision_is_in_both(example_dossier: Dossier, word: Any) -> None:
    rows = word_rows(word, "Besluiten")
    table = markdown_rows(markdown(example_dossier, "Lijst", DAY), "Besluiten")
    assert len(rows) == len(table) - 1 == len(example_dossier.of(Decision)) + 1
    for number, (decision, row, line) in enumerate(
        zip(example_dossier.of(Decision).values(), rows[1:], table[2:], strict=True), 1
    ):
        assert line[0] == f"B{number}"
        assert f"{decision.kind.label.capitalize()}: {decision.text}" in row[1]
        assert decision.date is not None
        assert row[0] == f"B{number}\n{decision.date:%d-%m-%Y}"
        assert row[2] == decision.why
        assert [read(cell) for cell in line[1:5]] == [
            decision.text,
            decision.kind.label,
            decision.why,
            f"{decision.date:%d-%m-%Y}",
        ]
        for ref in decision.becomes:
            name = example_dossier.caption(ref)[:40]
            assert name in row[3]
            assert name in read(line[5])
        if decision.why_not:
            assert row[3] == read(line[5]) == f"niet in het plan: {decision.why_not}"


def test_every_action_is_in_both(example_dossier: Dossier, word: Any) -> None:
    rows = word_rows(word, "Acties")
    table = markdown_rows(markdown(example_dossier, "Lijst", DAY), "Acties")
    assert len(rows) == len(table) - 1 == len(example_dossier.of(Action)) + 1
    for number, (action, row, line) in enumerate(
        zip(example_dossier.of(Action).values(), rows[1:], table[2:], strict=True), 1
    ):
        assert action.due is not None
        # The one action of the stuurgroep follows from its second decision of 2027.
        due, of_stuurgroep = f"{action.due:%d-%m-%Y}", "2027-2" if action.resolution else "–"
        decision = f"B{action.decision}" if action.decision else of_stuurgroep
        postponed = f"{action.postponed} keer" if action.postponed else "–"
        status = f"{action.status.label}\n{postponed} uitgesteld" if action.postponed else action.status.label
        assert row == [f"A{number}", action.text, action.owner, due, status, decision]
        assert [read(cell) for cell in line] == [
            f"A{number}",
            action.text,
            action.owner,
            due,
            action.status.label,
            postponed,
            decision,
        ]


def test_the_opening_names_region_day_and_the_meetings_held(example_dossier: Dossier, word: Any) -> None:
    text = markdown(example_dossier, list_title(example_dossier), DAY)
    for whole in ("\n".join(paragraphs(word)), text):
        assert "Veenderwaard" in whole
        assert "22 november 2026" in whole
        assert "21 april 2026: Terugblik: wat leverde 2025-2026 op?" in whole
        assert "15 besluiten, 16 acties en 7 open punten" in whole
        assert "Halfjaarmiddag" not in whole, "that meeting is still to come"
    assert text.startswith("# Besluiten en acties regio Veenderwaard\n")
    assert [one.id for one in held(example_dossier, date(2027, 6, 15))] == [1, 2, 3]


@pytest.mark.parametrize(
    ("many", "label", "there"),
    [
        (0, "", []),
        # Of one meeting the day stands with its name, and not again with who was there.
        (1, "Bijeenkomst", ["Anja en Bram"]),
        (2, "Bijeenkomsten", ["1 oktober 2026: Anja en Bram", "2 oktober 2026: Anja en Bram"]),
    ],
)
def test_meetings_are_told_as_one_or_more(many: int, label: str, there: list[str]) -> None:
    days = [date(2026, 10, number) for number in range(1, many + 1)]
    meetings = [Meeting(id=day.day, title="Terugblik", date=day, attendees="Anja en Bram") for day in days]
    told = dict(about(dossier_with(*meetings), DAY))
    assert [name for name in told if name.startswith("Bijeenkomst")] == [label] * bool(label)
    assert told.get(label, []) == [f"{day.day} oktober 2026: Terugblik" for day in days]
    assert told.get("Aanwezig", []) == there


def test_a_meeting_without_a_day_was_held_when_it_brought_answers() -> None:
    """Of the two only the second did; one of tomorrow is still to come, one of today was held."""
    days = (None, None, DAY + timedelta(days=1), DAY)
    meetings = [Meeting(id=number, title="Terugblik", date=day) for number, day in enumerate(days, 1)]
    answers = [Answer(id=number, question=1, text="De bus", session=number) for number in (2, 3)]
    assert {meeting.id for meeting in held(dossier_with(*meetings, *answers), DAY)} == {2, 4}


def test_open_points_end_the_list(example_dossier: Dossier, word: Any) -> None:
    points = open_points(example_dossier)
    voted = [one for one in example_dossier.of(Answer).values() if one.votes and one.decision is None]
    assert len(points) == len(voted) + 1
    assert points[-1].ref == Ref("decisions", 14, "becomes")
    end = markdown(example_dossier, "Lijst", DAY).split("\n## Open punten\n")[1]
    for point in points:
        assert point.text in paragraphs(word)
        assert f"- {point.text}\n" in read(end)


def test_an_open_action_without_owner_or_date_is_an_open_point(example_dossier: Dossier) -> None:
    actions = {number: action.changed(owner="", due=None) for number, action in example_dossier.of(Action).items()}
    changed = example_dossier.with_tables({"actions": actions})
    lines = {line.number: line for line in action_lines(changed)}
    assert (lines["A6"].owner, lines["A6"].due) == (UNDECIDED, UNDECIDED)
    assert (lines["A1"].owner, lines["A1"].due) == ("–", "–"), "it is done"
    texts = [point.text for point in open_points(changed) if point.ref.table == "actions"]
    assert "A6, geen eigenaar en geen datum: Eerste halfjaarbericht schrijven" in texts
    assert len(texts) == 9
    # The point leads to the field that is to be filled in: of both the owner, else the one that lacks.
    for values, field in (({"owner": ""}, "owner"), ({"due": None}, "due"), ({"owner": "", "due": None}, "owner")):
        one = example_dossier.with_tables({"actions": {6: example_dossier.of(Action)[6].changed(**values)}})
        assert [point.ref for point in open_points(one) if point.ref.table == "actions"] == [Ref("actions", 6, field)]


def test_an_answer_whose_decision_is_gone_has_none(example_dossier: Dossier) -> None:
    voted = next(one for one in example_dossier.of(Answer).values() if one.votes and one.decision)
    point = Ref("answers", voted.id, "decision")
    assert point not in {one.ref for one in open_points(example_dossier)}
    left = {number: one for number, one in example_dossier.of(Decision).items() if number != voted.decision}
    without = example_dossier.with_tables({"decisions": left})
    assert point in {one.ref for one in open_points(without)}


def test_what_a_decision_became_and_is_gone_is_not_named(example_dossier: Dossier) -> None:
    assert decision_lines(example_dossier)[3].comes_back[0].startswith("speerpunt 1.3 Bliksembezoeken")
    assert decision_lines(example_dossier)[13].comes_back == (UNDECIDED,)
    assert decision_lines(example_dossier)[4].comes_back == (
        "actie A2 Trekkers benoemen voor drie werkgroepen, met uren",
    )
    without = example_dossier.with_tables({"speerpunten": {}})
    assert decision_lines(without)[3].comes_back == (UNDECIDED,)
    assert Ref("decisions", 4, "becomes") in [point.ref for point in open_points(without)]


@pytest.mark.parametrize(
    ("becomes", "why_not", "cell"),
    [
        ("", "", "nog te bepalen"),
        ("", "  ", "nog te bepalen"),
        ("goals/999", "", "nog te bepalen"),
        ("", "Te duur", "niet in het plan: Te duur"),
        ("goals/999", "Te duur", "niet in het plan: Te duur"),
        ("goals/1", "", "doel 1"),
        ("goals/1", "Te duur", "doel 1"),
        ("goals/999 goals/1", "", "doel 1"),
    ],
)
@pytest.mark.parametrize("kind", DecisionKind)
def test_the_table_and_the_open_points_say_the_same_of_a_decision(
    example_dossier: Dossier, becomes: str, why_not: str, cell: str, kind: DecisionKind
) -> None:
    """Open is what came back in nothing that is there and does not say why not: then, and only then, it is told so."""
    refs = tuple(map(Ref.parse, becomes.split()))
    decision = Decision(id=1, kind=kind, text="Zo gaan we door", why="Het werkt", becomes=refs, why_not=why_not)
    dossier = example_dossier.with_tables({"decisions": {1: decision}})
    comes_back = decision_lines(dossier)[0].comes_back
    assert comes_back[0].startswith(cell)
    points = [point for point in open_points(dossier) if point.ref.table == "decisions"]
    assert [point.text for point in points] == ["B1: Zo gaan we door"] * (comes_back == (UNDECIDED,))
    assert {point.heading for point in points} <= {"Besluiten waarvan nog te bepalen is waar ze terugkomen"}


def test_a_decision_that_became_much_names_the_first(example_dossier: Dossier) -> None:
    refs = tuple(Ref("milestones", number) for number in list(example_dossier.of(Milestone))[:20])
    decision = example_dossier.of(Decision)[1].changed(becomes=refs)
    line = decision_lines(example_dossier.with_tables({"decisions": {1: decision}}))[0]
    assert len(line.comes_back) == 7
    assert line.comes_back[-1] == "en nog 14"


def test_an_empty_dossier_says_so_in_one_sentence() -> None:
    empty = new_dossier("Leeg", "2027-2028")
    text = markdown(empty, list_title(empty), DAY)
    body = body_of(build_decision_list(empty, OPTIONS))
    nothing = "Er zijn nog geen besluiten of acties vastgelegd."
    assert paragraphs(body).count(nothing) == text.count(nothing) == 1
    assert "##" not in text
    assert "|" not in text
    assert len(list(body.iter(f"{W}tbl"))) == 1


@pytest.mark.slow
@pytest.mark.parametrize("text", [*NASTY, CONTROLS, *NASTY_MARKDOWN, "<w:p>&amp;"], ids=lambda text: repr(text)[:20])
def test_nasty_text_stands_in_word_and_is_inert_in_markdown(text: str) -> None:
    dossier = with_text_everywhere(text)
    visible = "voor]0;xna31mom" if text == CONTROLS else text
    found = paragraphs(body_of(build_decision_list(dossier, OPTIONS)))
    one_line = " ".join(visible.split("\n"))
    assert found.count(visible) + found.count(one_line) * (visible != one_line) >= 30
    listed = markdown(dossier, list_title(dossier), DAY)
    decisions, actions = markdown_rows(listed, "Besluiten"), markdown_rows(listed, "Acties")
    assert {len(row) for row in decisions} == {7}
    assert {len(row) for row in actions} == {7}
    assert [read(row[1]) for row in decisions[2:]] == [one_line.strip()] * 15
    assert [read(row[1]) for row in actions[2:]] == [one_line.strip()] * 16
    kinds = ("# ", "## ", "### ", "- ", "| ", "")
    assert all(any(line.startswith(kind) for kind in kinds[:-1]) or not line for line in listed.split("\n"))
    markup = re.sub(r"\\[!-/:-@\[-`{-~]", "", listed)
    assert not re.search(r"[`*_\[\]<>~$]|&#?\w+;|[^|\n #-]#", markup)


def test_a_backslash_before_what_markdown_reads() -> None:
    assert inert("a|b\nc") == r"a\|b c"
    assert inert("\\|") == r"\\\|"
    assert inert("M&T &amp; [x] #1") == r"M&T \&amp; \[x\] \#1"
    assert inert("31-03-2027 (€ 12,50)") == "31-03-2027 (€ 12,50)"


def test_the_same_dossier_gives_the_same_bytes_and_python_docx_opens_them(example_dossier: Dossier) -> None:
    data = build_decision_list(example_dossier, OPTIONS)
    assert build_decision_list(example_dossier, OPTIONS) == data
    document = docx.Document(io.BytesIO(data))
    assert document.core_properties.title == "Besluiten en acties regio Veenderwaard"
    assert document.core_properties.language == "nl-NL"
    assert "Veenderwaard" in document.sections[0].header.paragraphs[0].text
    assert "pagina" in document.sections[0].first_page_footer.paragraphs[0].text


def test_heads_repeat(word: Any) -> None:
    heads = [row for row in word.iter(f"{W}tr") if row.find(f"{W}trPr/{W}tblHeader") is not None]
    assert len(heads) == 2
    for table in word.iter(f"{W}tbl"):
        assert sum(int(one.get(f"{W}w")) for one in table.iter(f"{W}gridCol")) <= 16.05 * 567
        assert all(cell[-1].tag == f"{W}p" for cell in table.iter(f"{W}tc"))


def test_a_house_style_restyles_the_list(example_dossier: Dossier) -> None:
    options = DraftOptions(DAY, template=dutch_template(), template_name="huis.docx")
    body = body_of(build_decision_list(example_dossier, options))
    assert paragraphs(body)[0] == "Sterk Techniekonderwijs", "the text of the house style stays behind"
    assert len(word_rows(body, "Besluiten")) == 16
    with pytest.raises(TemplateError):
        build_decision_list(example_dossier, DraftOptions(DAY, template=b"x", template_name="x.docx"))


def test_both_files_get_the_same_free_number(tmp_path: Path, example_dossier: Dossier) -> None:
    path = tmp_path / "regio.sto.json"
    path.touch()
    first = write_decision_list(example_dossier, OPTIONS, path)
    assert [one.name for one in first] == ["2026-11-22-besluiten-en-acties.docx", "2026-11-22-besluiten-en-acties.md"]
    assert {one.parent for one in first} == {tmp_path / "concepten"}
    assert first[0].read_bytes() == build_decision_list(example_dossier, OPTIONS)
    assert first[1].read_text(encoding="utf-8").startswith("# Besluiten en acties")
    (tmp_path / "concepten" / "2026-11-22-besluiten-en-acties-2.md").write_text("van een ander")
    third = write_decision_list(example_dossier, OPTIONS, path)
    assert [one.stem for one in third] == ["2026-11-22-besluiten-en-acties-3"] * 2
    (tmp_path / "concepten" / "2026-11-22-besluiten-en-acties-4.docx").symlink_to(tmp_path / "weg")
    assert free_pair(tmp_path / "concepten", DAY)[0].stem.endswith("-5")


def test_when_one_cannot_be_written_neither_is_there(
    tmp_path: Path, example_dossier: Dossier, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "concepten"
    folder.mkdir()
    taken = folder / "besluiten.md"
    taken.write_text("van een ander")
    monkeypatch.setattr("sto_tui.papers.free_pair", lambda *_: (folder / "besluiten.docx", taken))
    path = tmp_path / "regio.sto.json"
    path.touch()
    with pytest.raises(NotSavedError, match="bestaat al"):
        write_decision_list(example_dossier, OPTIONS, path)
    assert [one.name for one in folder.iterdir()] == ["besluiten.md"]
    assert taken.read_text() == "van een ander"


def test_a_file_where_the_folder_must_come_is_explained(tmp_path: Path, example_dossier: Dossier) -> None:
    (tmp_path / "concepten").write_text("")
    with pytest.raises(NotSavedError, match="geen map"):
        write_decision_list(example_dossier, OPTIONS, tmp_path / "regio.sto.json")
