"""One list of what is missing: the holes in the text, the last annex, `Draft.missing`, place 8 and `sto concept`."""

import re
from datetime import date
from itertools import takewhile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sto_tui.documents.word import Draft, DraftOptions, build
from sto_tui.documents.word.field_texts import UnknownHoleError
from sto_tui.documents.word.writer import Writer
from sto_tui.domain.dossier import Dossier, list_of
from sto_tui.domain.dutch import capital
from sto_tui.domain.evaluation import Action
from sto_tui.domain.milestones import Milestone, Veri, VeriCode
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Chapter, ChapterText, Goal, Speerpunt
from sto_tui.domain.record import Ref, fields_of
from sto_tui.domain.region import PlanPeriod
from sto_tui.domain.tables import TABLES
from sto_tui.places import Place
from sto_tui.planning.checks.finding import Finding
from sto_tui.planning.checks.holes import holes, section_states
from sto_tui.planning.paper_registry import PaperPart
from sto_tui.screens.draft.chapter_rows import chapter_rows, hole_rows
from sto_tui.screens.frame.section import note
from tests.documents.test_word_draft import dossier_of
from tests.support.by_hand import app_of
from tests.support.commands import Sto
from tests.support.golden_texts import ALMERE, GoldenSample
from tests.support.parts import ABOUT_NO_PARTY
from tests.support.sample_papers import of_each_sample, sample_draft, sample_lines
from tests.support.screens import app_on, form_of, place_of, seen
from tests.support.small_plan import TODAY, emptied, empty_plan, whole_plan, with_records, without
from tests.support.word_text import word_lines


def written_holes(lines: list[str]) -> set[tuple[str, str]]:
    """The holes in the body, each with the section that it stands in."""
    section, found = "Voorblad", set()
    for line in lines:
        if line.startswith("# "):
            section = line[2:].replace(" → ", " ")
        found |= {(section, what) for what in re.findall(r"\[Nog in te vullen: ([^\]]*)\]", line)}
    return found


def annexed(lines: list[str]) -> set[tuple[str, str]]:
    """What the last annex lists."""
    start = next((at for at, line in enumerate(lines) if line.startswith("|= Hoofdstuk | Wat ontbreekt")), len(lines))
    rows = takewhile(lambda line: line.startswith("| "), lines[start + 1 :])
    cells = (row[2:].split(" | ") for row in rows)
    return {(section, what) for section, what, _ in cells}


def check_one_list(dossier: Dossier, part: PaperPart) -> None:
    draft = build(dossier, DraftOptions(TODAY, part))
    check_drafted(dossier, part, draft, word_lines(draft.data), TODAY)


def check_drafted(dossier: Dossier, part: PaperPart, draft: Draft, lines: list[str], today: date) -> None:
    wanted = {(one.section.heading, one.hole) for one in holes(dossier, part, today)}
    assert written_holes(lines) == wanted
    assert annexed(lines) == {(section, capital(what)) for section, what in wanted}
    assert {(one.section.heading, one.hole) for one in draft.missing} == wanted
    keys = [row.key for row in hole_rows(dossier, today, part) if isinstance(row.key, Finding)]
    assert {(one.section.heading, one.hole) for one in keys} == wanted
    assert sum(state.total - state.filled for state in section_states(dossier, part, today)) == len(wanted)
    for one in keys:
        assert dossier.get(one.ref) or one.ref.at(None) == list_of(one.ref.table)
        assert one.ref.field is None or one.ref.field in fields_of(TABLES[one.ref.table].model)


@pytest.mark.parametrize("part", ABOUT_NO_PARTY)
@of_each_sample
def test_samples_have_one_list(sample: GoldenSample, part: PaperPart) -> None:
    lines = sample_lines(sample, part)
    check_drafted(sample.dossier(), part, sample_draft(sample, part), lines, sample.today)


@pytest.mark.parametrize("part", ABOUT_NO_PARTY)
def test_an_empty_and_a_whole_plan_have_one_list(part: PaperPart) -> None:
    check_one_list(empty_plan(), part)
    assert holes(whole_plan(), part, TODAY) == ()
    check_one_list(whole_plan(), part)


def emptiable(dossier: Dossier) -> list[Ref]:
    """Every field of every record that may be empty."""
    return [
        Ref(table, number, name)
        for table, records in dossier.tables.items()
        for number, record in records.items()
        for name, spec in fields_of(type(record)).items()
        if not spec.required
    ]


@pytest.mark.slow
@settings(max_examples=40)
@given(
    gone=st.sets(st.sampled_from(sorted(set(TABLES) - {"region"})), max_size=4),
    fields=st.sets(st.sampled_from(emptiable(whole_plan())), max_size=12),
    part=st.sampled_from(ABOUT_NO_PARTY),
)
def test_whatever_is_taken_out_is_listed_once_and_everywhere(gone: set[str], fields: set[Ref], part: PaperPart) -> None:
    check_one_list(emptied(without(whole_plan(), *gone), *fields), part)


def test_a_hole_that_is_not_in_the_list_cannot_be_written() -> None:
    writer = Writer({}, whole_plan(), TODAY)
    with pytest.raises(UnknownHoleError):
        writer.hole(Ref("goals", 1, "baseline"))


# Counted by hand: what a section asks, and what of it is there.


def counts(dossier: Dossier) -> dict[str, tuple[int, int]]:
    return {state.section.key: (state.filled, state.total) for state in section_states(dossier, "alles", TODAY)}


def test_an_empty_plan_counted_by_hand() -> None:
    assert counts(empty_plan()) == {
        "voorblad": (1, 4),  # the period is there; lead school, programme manager and the kind of region are not
        "inleiding": (0, 1),  # a text
        "terugblik": (0, 2),  # answers, decisions
        "regiovisie": (0, 3),  # sections, figures, ambition
        "doelen": (0, 1),
        "themas": (0, 1),
        "verplicht": (0, 6),  # six subjects of the regulation
        "organisatie": (0, 2),  # bodies, roles
        "planning": (1, 2),  # the period is there; milestones are not
        "monitoring": (0, 1),
        "risicos": (0, 1),
        "begroting": (0, 3),  # budget, cofinancing, most subsidy
        "bijlagen": (0, 1),  # parties
    }


def test_a_whole_plan_counted_by_hand() -> None:
    assert counts(whole_plan()) == {
        "voorblad": (4, 4),
        "inleiding": (1, 1),
        "terugblik": (4, 4),  # answers, decisions, and of one decision why and where it comes back
        "regiovisie": (6, 6),  # sections, its text, figures, its values and source, ambition
        "doelen": (4, 4),  # goals, and of one goal start value, target and year
        # Themes; of one result and speerpunten; of one speerpunt goal, result, partners, phases and its acts.
        "themas": (8, 8),
        "verplicht": (6, 6),
        "organisatie": (5, 5),  # bodies, its task, roles; of the one row who decides and who does it
        "planning": (3, 3),  # milestones, period, one date
        "monitoring": (1, 1),
        "risicos": (2, 2),  # risks, its measure
        "begroting": (5, 5),  # budget, cofinancing, the amounts of both, most subsidy
        "bijlagen": (3, 3),  # parties; of one action owner and date
    }


@pytest.mark.parametrize("chapter", [Chapter.INLEIDING, Chapter.MONITORING])
def test_a_text_fills_its_own_chapter_only(chapter: Chapter) -> None:
    plan = with_records(empty_plan(), ChapterText(id=1, chapter=chapter, text="Zo doen we het."))
    filled = {key: counts(plan)[key] for key in ("inleiding", "monitoring")}
    assert filled == {"inleiding": (0, 1), "monitoring": (0, 1)} | {chapter.value: (1, 1)}


def test_two_goals_counted_by_hand() -> None:
    """Goal 1 lacks its target; goal 2 lacks all three. Asked: goals (1) + 2 x 3 = 7; there: 1 + 2 + 0 = 3."""
    plan = with_records(emptied(whole_plan(), Ref("goals", 1, "target")), Goal(id=2, number=2, text="Meer docenten"))
    (state,) = [one for one in section_states(plan, "alles", TODAY) if one.section.key == "doelen"]
    assert (state.filled, state.total) == (3, 7)
    assert [(one.hole, str(one.ref)) for one in state.missing] == [
        ("streefwaarde bij doel 1", "goals/1/target"),
        ("nulwaarde bij doel 2", "goals/2/baseline"),
        ("streefwaarde bij doel 2", "goals/2/target"),
        ("streefjaar bij doel 2", "goals/2/target_year"),
    ]
    (row,) = [one for one in chapter_rows(plan, TODAY) if one.cells[0] == "4 Doelen"]
    assert row.cells[2] == ("4 punten: streefwaarde bij doel 1", "muted")


def test_two_speerpunten_and_milestones_counted_by_hand() -> None:
    """A bare speerpunt asks four things more and has none; a bare milestone one."""
    plan = with_records(
        whole_plan(), Speerpunt(id=2, theme=1, number="1.2", title="Bus"), Milestone(id=2, number="1.2a", title="Bus")
    )
    assert counts(plan)["themas"] == (8, 12)
    assert counts(plan)["planning"] == (3, 4)


@pytest.mark.parametrize(
    ("goals", "of_plan", "missing", "head"),
    [
        ((1,), True, False, "Looptijd 2027 · draagt bij aan doel 1"),
        ((), True, True, "Looptijd 2027 · [Nog in te vullen: doel waaraan kans 1.1 bijdraagt]"),
        # A goal that is not in the plan, or of an earlier period, is no answer.
        ((9,), True, True, "Looptijd 2027 · [Nog in te vullen: doel waaraan kans 1.1 bijdraagt]"),
        ((2,), True, True, "Looptijd 2027 · [Nog in te vullen: doel waaraan kans 1.1 bijdraagt]"),
        # Without goals those are missing, and not their links.
        ((), False, False, "Looptijd 2027"),
    ],
)
def test_a_speerpunt_says_what_it_is_for(goals: tuple[int, ...], of_plan: bool, missing: bool, head: str) -> None:
    whole = whole_plan()
    earlier = next(iter(whole.of(PlanPeriod).values())).changed(
        id=8, label="2023-2026", start=date(2023, 1, 1), end=date(2026, 12, 31), current=False
    )
    plan = with_records(
        whole if of_plan else without(whole, "goals"),
        earlier,
        Goal(id=2, number=2, text="Van toen", periods=(8,)),
        whole.of(Speerpunt)[1].changed(goals=goals),
        whole.region.changed(speerpunt_name="Kans"),
    )
    lines = word_lines(build(plan, DraftOptions(TODAY)).data)
    heads = [line.partition(" | ")[2] for line in lines if line.startswith("|= Kans 1.1 |")]
    assert [re.sub(r"[{}]{2}", "", one) for one in heads] == [head]
    assert sum("Doel waaraan kans 1.1 bijdraagt | 4 Plan" in line for line in lines) == missing
    found = [one.hole for one in holes(plan, "alles", TODAY) if one.check == "speerpunt_without_goal"]
    assert found == ["doel waaraan kans 1.1 bijdraagt"] * missing


def test_roles_to_settle_counted_by_hand() -> None:
    """Three rows with roles ask two things each, 1.1d one thing, and one party is on two codes that exclude each other.

    Bodies (1), task (1) and roles (1), then 1.1a 2, 1.1b 2, 1.1c 2 + 1 and 1.1d 1: 11 asked. There: 3, of 1.1a 2,
    of 1.1b who does it (1), of 1.1c who decides (1): 7.
    """
    rows = (Milestone(id=number, number=f"1.1{'abcd'[number - 1]}", title="Lab", theme=None) for number in (2, 3, 4))
    roles = [
        (2, "parties/1", "E"),
        (2, "bodies/1", "E"),
        (2, "parties/2", "V"),
        (3, "bodies/1", "E"),
        (3, "parties/2", "O"),
        (3, "parties/2", "R"),
    ]
    codes = (
        Veri(id=number, row=Ref("milestones", row), party=Ref.parse(party), code=VeriCode(code))
        for number, (row, party, code) in enumerate(roles, 3)
    )
    plan = with_records(whole_plan(), *rows, Party(id=2, name="Visser"), *codes)
    (state,) = [one for one in section_states(plan, "alles", TODAY) if one.section.key == "organisatie"]
    assert (state.filled, state.total) == (7, 11)
    assert [(one.hole, str(one.ref), one.where) for one in state.missing] == [
        ("wie van Stuurgroep en Kompas over mijlpaal 1.1b beslist (E)", "milestones/2", "6 VERI"),
        ("wie mijlpaal 1.1c uitvoert (V)", "milestones/3", "6 VERI"),
        ("of Visser bij mijlpaal 1.1c op O staat of op R", "milestones/3", "6 VERI"),
        ("de rollen bij mijlpaal 1.1d", "milestones/4", "6 VERI"),
    ]
    (row,) = [one for one in chapter_rows(plan, TODAY) if str(one.cells[0]).startswith("7 ")]
    assert row.cells[2] == ("4 punten: wie van Stuurgroep en Kompas over mijlpaal 1.1b beslist (E)", "muted")
    lines = word_lines(build(plan, DraftOptions(TODAY)).data)
    start = lines.index("## Nog af te spreken")
    assert lines[start + 1 : start + 5] == [f"- {{{{[Nog in te vullen: {one.hole}]}}}}" for one in state.missing]
    check_one_list(plan, "alles")


async def test_enter_on_a_role_to_settle_goes_to_its_row_in_the_matrix(tmp_path: Path) -> None:
    plan = with_records(whole_plan(), Milestone(id=2, number="1.1b", title="Bus"))
    app = app_of(tmp_path / "a.sto.json", plan, Place.CONCEPT)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("shift+tab")
        assert "De rollen bij mijlpaal 1.1b" in seen(app)
        keys = [row.key for row in hole_rows(app.dossier, app.today)]
        place_of(app).main.move_to(
            next(at for at, key in enumerate(keys) if isinstance(key, Finding) and key.detail == "roles")
        )
        await pilot.press("enter")
        await pilot.pause()
        assert (place_of(app).place, place_of(app).current_ref) == (Place.VERI, Ref("milestones", 2))


def test_a_report_asks_why_a_milestone_is_late() -> None:
    """Oranje needs words: in the line of the log that says so, or in a new one when there is none."""
    silent = emptied(whole_plan(), Ref("progress", 1, "note"))
    (one,) = holes(silent, "voortgangsrapportage", TODAY)
    assert (one.in_section, one.ref) == (
        "3 Activiteiten en mijlpalen: waarom mijlpaal 1.1a op oranje staat",
        Ref("progress", 1, "note"),
    )
    found = holes(without(whole_plan(), "progress"), "voortgangsrapportage", TODAY)
    assert [(one.section.number, one.ref.table, one.ref.id) for one in found] == [
        (1, "progress", 0),
        (3, "progress", 0),
    ]


@pytest.mark.parametrize(("length", "name"), [(50, "a" * 50), (51, "a" * 49 + "…")])
def test_a_long_action_is_cut_after_fifty_letters(length: int, name: str) -> None:
    action = Action(id=1, text="a" * length, owner="Anja")
    found = holes(with_records(whole_plan(), action), "alles", TODAY)
    assert [one.hole for one in found] == [f"wanneer actie ‘{name}’ gereed is"]


def test_nothing_missing_is_said() -> None:
    assert hole_rows(whole_plan(), TODAY) == [note("Er ontbreekt niets.")]


def test_almere_lacks_nine_points_in_its_goals_everywhere(almere: Path, sto: Sto) -> None:
    """Five goals without start value, two of them without target and year: 5 + 2 + 2 = 9."""
    draft = build(dossier_of(almere), DraftOptions(TODAY))
    assert sum(one.section.key == "doelen" for one in draft.missing) == 9
    (row,) = [one for one in chapter_rows(dossier_of(almere), TODAY) if one.cells[0] == "4 Doelen"]
    assert row.cells[2] == ("9 punten: nulwaarde bij doel 1", "muted")
    told = sto("concept", almere).err
    assert f"Nog in te vullen: {len(draft.missing)} punten." in told
    assert "- 4 Doelen: nulwaarde bij doel 1" in told


async def test_enter_on_a_hole_opens_its_field(almere: Path) -> None:
    app = app_on(almere, Place.CONCEPT)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("shift+tab")
        assert "4 Doelen (9)" in seen(app)
        keys = [row.key for row in hole_rows(app.dossier, app.today)]
        place_of(app).main.move_to(next(at for at, key in enumerate(keys) if _is(key, "goals/4/target_year")))
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert app.focused is form_of(app)._form._fields["target_year"].editor


def _is(key: object, address: str) -> bool:
    return isinstance(key, Finding) and str(key.ref) == address


@pytest.mark.slow
def test_a_section_that_asks_nothing_has_no_measure() -> None:
    """The annexes of a regiovisie hold what is in the dossier; in the whole plan something is asked there."""
    almere = ALMERE.dossier()
    (row,) = [one for one in chapter_rows(almere, TODAY, "regiovisie") if one.cells[0] == "Bijlagen"]
    assert row.cells[1:] == ("", ("niets nodig", "muted"))
