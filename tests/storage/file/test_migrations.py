"""Files of earlier forms, kept for ever in `tests/data`: they open, lose only what is said here, and can go back."""

import json
import re
import shutil
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sto_tui.documents.word import DraftOptions, build
from sto_tui.domain.change import Occasion, adding, changing
from sto_tui.domain.evaluation import Meeting
from sto_tui.domain.light_and_log import light_on, newest_first
from sto_tui.domain.milestones import Milestone, Progress, Stoplicht
from sto_tui.domain.parties import Party, PartyKind
from sto_tui.domain.plan import ChapterText, Goal, Theme
from sto_tui.domain.record import fields_of
from sto_tui.domain.region import PlanPeriod
from sto_tui.domain.targets import TargetKind
from sto_tui.domain.vision import Indicator, VisionSection
from sto_tui.planning.figures.values import targets_of
from sto_tui.planning.progress.as_it_stood import ready_on
from sto_tui.storage.file.duo_notes import with_countings
from sto_tui.storage.file.migrations import SCHEMA, migrated, migrated_record
from sto_tui.storage.past.history import History
from sto_tui.storage.past.recovery import candidates, put_in_place
from sto_tui.storage.store import DossierStore
from tests.conftest import NOW, clock
from tests.support.by_hand import paragraphs_of
from tests.support.commands import Sto

DATA = Path(__file__).parents[2] / "data"
NOVEMBER_27, NOVEMBER_28 = date(2026, 11, 27), date(2026, 11, 28)
# What a step takes out: the fields of a meeting that said where it had stopped, and that nothing read; what the region
# had one of, and every plan period has now; the one period of a goal.
GONE = {
    "sessions": {"at_question", "round", "seconds_left"},
    "region": {"version", "subsidy_in_budget"},
    "goals": {"of_period"},
    "periods": {"status"},
}


def raw_of(path: Path) -> Any:
    return json.loads(path.read_bytes())


# What a step gives: goals the numbers that their words say, lines of the log what nobody knows, and what belongs to a
# plan period that period, with what the region had one of.
CAME = {
    "goals": {"periods", *(name for name, spec in fields_of(Goal).items() if spec.follows)},
    "themes": {"periods"},
    "risks": {"periods"},
    **{table: {"period"} for table in ("sessions", "decisions", "answers", "scores")},
    "texts": {"period"},
    "vision": {"period"},
    "periods": {"version", "subsidy", "plan_status", "closed"},
    "progress": {"since_unknown", "before_unknown"},
}


def without_numbers(raw: Any) -> Any:
    """The tables of a file, with goals and the log as they were before a step gave them more fields."""
    return {
        table: {
            number: {name: value for name, value in document.items() if name not in CAME.get(table, ())}
            for number, document in documents.items()
        }
        for table, documents in raw.items()
    }


def without_what_went(raw: Any) -> Any:
    """The tables of a file, as they should be read now."""
    return {
        table: {
            number: {name: value for name, value in document.items() if name not in GONE.get(table, ())}
            for number, document in documents.items()
        }
        for table, documents in raw.items()
        if table != "meta"
    }


@pytest.fixture(params=["schema-1-klein", "schema-1-voorbeeldregio"])
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A copy of a file of schema 1, with what stands beside it."""
    path = Path(shutil.copy(DATA / f"{request.param}.sto.json", tmp_path / "regio.sto.json"))
    if (beside := DATA / f"{request.param}.sto.d").exists():
        shutil.copytree(beside, tmp_path / "regio.sto.d")
    return path


def test_a_file_of_schema_1_opens_and_only_a_change_gives_it_another_form(old: Path) -> None:
    before = old.read_bytes()
    assert raw_of(old)["meta"]["1"]["schema"] == 1
    store = DossierStore.open(old, "jan", clock)
    assert store.read_only == ""
    assert store.dossier.aside == ()
    assert old.read_bytes() == before, "looking at a file leaves it as it is"
    goal = store.dossier.of(Goal)[1]
    store.apply(changing(store.dossier, goal, goal.changed(target="600 leerlingen")))
    assert (old.parent / "regio.sto.d" / "schema-1.sto.json").read_bytes() == before
    now, then = raw_of(old), json.loads(before)
    assert now["meta"]["1"]["schema"] == SCHEMA
    assert now["meta"]["1"]["dossier"] == then["meta"]["1"]["dossier"]
    expected = without_what_went(then)
    assert now["goals"]["1"]["target_value"] == 600
    expected["goals"]["1"] |= {"target": "600 leerlingen", "rev": expected["goals"]["1"]["rev"] + 1}
    assert without_numbers({table: now[table] for table in expected}) == expected
    again = DossierStore.open(old, "anja", clock)
    assert again.dossier.of(Goal)[1].target == "600 leerlingen"
    assert again.dossier.aside == ()


def test_the_small_file_has_every_table_and_everything_that_went() -> None:
    small = raw_of(DATA / "schema-1-klein.sto.json")
    assert all(small[table] for table in small)
    assert {name for name in small["sessions"]["1"] if name in GONE["sessions"]} == GONE["sessions"]


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The small file, whose history is of schema 1 too."""
    shutil.copytree(DATA / "schema-1-klein.sto.d", tmp_path / "regio.sto.d")
    return Path(shutil.copy(DATA / "schema-1-klein.sto.json", tmp_path / "regio.sto.json"))


def test_a_history_of_schema_1_can_be_taken_back(small: Path, sto: Sto) -> None:
    shown = sto("geschiedenis", small)
    assert shown.code == 0
    assert "Bijeenkomst Tweede bijeenkomst verwijderd" in shown.out
    assert sto("geschiedenis", small, "--terug", 4).code == 0
    dossier = DossierStore.open(small, "jan", clock).dossier
    copy = raw_of(DATA / "schema-1-klein.sto.d" / "kopie-2026-11-20.sto.json")
    assert set(dossier.of(Meeting)) == {1}
    assert dossier.of(Meeting)[1].title == copy["sessions"]["1"]["title"]
    assert dossier.of(Goal)[1].text == copy["goals"]["1"]["text"]


def test_a_copy_of_schema_1_with_its_history_takes_the_place_of_a_damaged_file(small: Path) -> None:
    expected = without_what_went(raw_of(small))
    small.write_bytes(small.read_bytes()[:2000])
    best = next(one for one in candidates(small) if one.replayed)
    assert len(best.replayed) == 4
    assert best.lost == ()
    put_in_place(small, best, NOW)
    now = raw_of(small)
    assert now["meta"]["1"]["schema"] == SCHEMA
    assert without_numbers({table: now[table] for table in expected}) == expected


def test_new_lines_of_the_history_say_their_form(small: Path) -> None:
    store = DossierStore.open(small, "jan", clock)
    goal = store.dossier.of(Goal)[1]
    store.apply(changing(store.dossier, goal, goal.changed(target="7")))
    line = json.loads(History(small).path.read_bytes().splitlines()[-1])
    assert line["schema"] == SCHEMA
    store.undo()
    assert DossierStore.open(small, "jan", clock).dossier.of(Goal)[1].target == goal.target


def test_a_record_of_the_history_is_read_in_the_form_of_its_line() -> None:
    document = {"title": "Terugblik", "round": "stemmen", "seconds_left": 4}
    assert migrated_record("sessions", document, 1) == {"title": "Terugblik"}
    assert migrated_record("sessions", document, SCHEMA) == document
    assert migrated_record("parties", {"round": "1"}, 1) == {"round": "1"}
    goal = {"text": "Meer", "target": "25% meer"}
    numbers = {"target_value": 25, "target_kind": "procent", "target_of_part": False}
    assert migrated_record("goals", goal, 1) == migrated_record("goals", goal, 2) == goal | numbers
    assert migrated_record("goals", goal, SCHEMA) == goal


# A file of schema 2, with figures of DUO and goals of every kind. Beside it stands what that version said of it.


@pytest.fixture
def goals(tmp_path: Path) -> Path:
    """The file of schema 2, with its history."""
    shutil.copytree(DATA / "schema-2-doelen.sto.d", tmp_path / "regio.sto.d")
    return Path(shutil.copy(DATA / "schema-2-doelen.sto.json", tmp_path / "regio.sto.json"))


def told(path: Path) -> str:
    """The targets of all figures, and what the regiovisie prints under them."""
    dossier = DossierStore.open(path, "jan", clock).dossier
    assert dossier.aside == ()
    targets = [
        f"{indicator.title}: doel {one.goal} in {one.year} {one.value}"
        for indicator in dossier.of(Indicator).values()
        for one in targets_of(dossier, indicator)
    ]
    notes = [line for line in printed_under_figures(path) if not line.startswith(("Figuur ", "Tabel "))]
    return in_one([*targets, *notes])


def in_one(lines: Iterable[str]) -> str:
    """The words in one line: what stands in a paragraph of its own ended a sentence before."""
    return re.sub(r"[\s.]", "", "".join(lines))


def test_figures_and_targets_of_schema_2_are_what_they_were(goals: Path) -> None:
    before = goals.read_bytes()
    assert raw_of(goals)["meta"]["1"]["schema"] == 2
    said = in_one((DATA / "schema-2-doelen.txt").read_text("utf-8"))
    assert told(goals) == said
    assert goals.read_bytes() == before, "looking at a file leaves it as it is"
    store = DossierStore.open(goals, "jan", clock)
    party = Party(name="Kompas", kind=PartyKind.VMBO)
    store.apply(adding(store.dossier, party))
    assert (goals.parent / "regio.sto.d" / "schema-2.sto.json").read_bytes() == before
    assert raw_of(goals)["meta"]["1"]["schema"] == SCHEMA
    assert told(goals) == said


def test_a_target_of_schema_2_is_taken_back_with_its_number(goals: Path, sto: Sto) -> None:
    goal = DossierStore.open(goals, "jan", clock).dossier.of(Goal)
    assert (goal[1].target_value, goal[2].target_value) == (495, 30)
    assert sto("geschiedenis", goals, "--terug", 2).code == 0
    goal = DossierStore.open(goals, "jan", clock).dossier.of(Goal)
    assert (goal[1].target, goal[1].target_value) == ("350 leerlingen", 350)
    assert (goal[2].target, goal[2].target_value) == ("25% meer", 25)


@pytest.mark.parametrize(
    ("baseline", "target"),
    [
        ("", "de 2e keer zo veel als de 1e"),
        ("", "² keer zo veel"),
        ("1234567890123456", "meer"),
        ("", "9999999999999 leerlingen"),
        ("", "20 leerlingen meer dan in 1985"),
    ],
)
def test_words_of_schema_2_without_a_number_that_fits_leave_a_file_that_opens(
    goals: Path, sto: Sto, baseline: str, target: str
) -> None:
    raw = raw_of(goals)
    raw["goals"]["1"] |= {"baseline": baseline, "target": target}
    raw["goals"]["1"].pop("baseline_year", None)
    goals.write_text(json.dumps(raw), "utf-8")
    assert sto("controle", goals).code in (0, 1)
    dossier = DossierStore.open(goals, "jan", clock).dossier
    assert dossier.aside == ()
    goal = dossier.of(Goal)[1]
    assert (goal.target, goal.target_value, goal.baseline_value) == (target, None, None)


def test_an_edit_over_the_border_is_undone(goals: Path) -> None:
    store = DossierStore.open(goals, "jan", clock)
    before = store.dossier.of(Goal)[1]
    store.apply(changing(store.dossier, before, before.changed(target="verdubbeld")))
    now = store.dossier.of(Goal)[1]
    assert (now.target_value, now.target_kind) == (2, TargetKind.KEER)
    store.undo()
    assert DossierStore.open(goals, "jan", clock).dossier.of(Goal)[1].changed(rev=before.rev) == before


def test_a_damaged_file_of_schema_2_is_rebuilt_from_its_copy_and_history(goals: Path) -> None:
    said = told(goals)
    goals.write_bytes(goals.read_bytes()[:2000])
    best = next(one for one in candidates(goals) if one.replayed)
    assert best.lost == ()
    put_in_place(goals, best, NOW)
    assert told(goals) == said


# A file of schema 3, with figures of DUO and notes in which people wrote. Beside it stands what that version printed.


@pytest.fixture
def counted(tmp_path: Path) -> Path:
    """The file of schema 3, with its history."""
    shutil.copytree(DATA / "schema-3-duo.sto.d", tmp_path / "regio.sto.d")
    return Path(shutil.copy(DATA / "schema-3-duo.sto.json", tmp_path / "regio.sto.json"))


def printed_under_figures(path: Path) -> list[str]:
    """What the regiovisie prints between the first figure and the ambition."""
    dossier = DossierStore.open(path, "jan", clock).dossier
    assert dossier.aside == ()
    printed = [
        line for line in paragraphs_of(build(dossier, DraftOptions(date(2026, 11, 3), "regiovisie")).data) if line
    ]
    figures = [at for at, line in enumerate(printed) if line.startswith("Figuur 1  ")]
    return printed[figures[-1] : len(printed) - printed[::-1].index("Onze ambitie") - 1]


BRANCH = "Vestigingen 2024, 2025: Kompas Collège 01AB (01AB02)."
BETWEEN, AFTER = "Let op: klas 3b telt niet mee.", "Zie ook bijlage 2"
CHANGED = "Telt bb, kb en gl; tl heeft geen profiel, zie bijlage 1."
EXAMS = "Vestigingen 2024, 2025: Kompas Noord (01AB02)."
# What prints otherwise, by figure: what people wrote comes before what sto-tui says, which is one paragraph.
OTHERWISE = {
    "Figuur 2": ((")T", "). T"), (".E", ". E"), (".V", ". V"), (".O", ". O")),
    "Figuur 3": ((f" {BETWEEN}", ""), (f" {AFTER}", ""), (BRANCH, f"{BETWEEN} {AFTER}. {BRANCH}")),
    "Figuur 5": ((f"{CHANGED} ", ""), (BRANCH, f"{CHANGED} {BRANCH}")),
}

# What is known of the files of DUO by now.
SAID_OTHERWISE = "DUO splitst examens van het vmbo niet", "dit bestand van DUO verdeelt examens naar sector, niet"


def as_printed_now(then: list[str]) -> list[str]:
    """What schema 3 printed, as it prints now; of figure 6 the two lines that people wrote come first."""
    now: list[str] = []
    figure = ""
    for line in then:
        figure = line[:8] if line.startswith("Figuur ") else figure
        for old, new in (*OTHERWISE.get(figure, ()), SAID_OTHERWISE) if line.startswith("Vestigingen") else ():
            line = line.replace(old, new)
        now.append(line)
    at = next(number for number, line in enumerate(now) if line.startswith(EXAMS))
    return [*now[:at], *now[at + 1 : at + 3], now[at], *now[at + 3 :]]


def test_what_is_printed_of_schema_3_is_what_it_was(counted: Path) -> None:
    before = counted.read_bytes()
    assert raw_of(counted)["meta"]["1"]["schema"] == 3
    then = (DATA / "schema-3-duo.txt").read_text("utf-8").splitlines()
    expected = in_one(as_printed_now(then))
    assert in_one(printed_under_figures(counted)) == expected
    assert counted.read_bytes() == before, "looking at a file leaves it as it is"
    store = DossierStore.open(counted, "jan", clock)
    store.apply(adding(store.dossier, Party(name="Kompas", kind=PartyKind.VMBO)))
    assert (counted.parent / "regio.sto.d" / "schema-3.sto.json").read_bytes() == before
    assert raw_of(counted)["meta"]["1"]["schema"] == SCHEMA
    assert in_one(printed_under_figures(counted)) == expected


def test_the_notes_of_schema_3_are_what_people_wrote(counted: Path) -> None:
    figures = DossierStore.open(counted, "jan", clock).dossier.of(Indicator)
    assert {number: one.note for number, one in figures.items()} == {
        1: "Met de school besproken\nin maart.",
        2: "",
        3: "Let op: klas 3b telt niet mee. Zie ook bijlage 2",
        4: "",
        5: "Telt bb, kb en gl; tl heeft geen profiel, zie bijlage 1.",
        6: "- Cijfers zijn van de examens.\n- Zonder herexamen",
        7: "",
        8: "De school telt zelf. Open data van DUO (CC0).",
        9: "Nog niemand.",
    }
    years = {
        number: [(year.year, year.provisional) for counting in one.countings for year in counting.years]
        for number, one in figures.items()
    }
    both = [(2024, False), (2025, True)]
    assert years == dict.fromkeys(range(1, 8), both) | {8: [], 9: [(2023, False), (2024, False)]}
    assert {point.year for point in figures[7].series} == {2025}, "a year that was counted, of which no point is left"
    assert figures[9].countings[0].vestigingen == ()
    assert all(one.document() == with_countings(one.document()) for one in figures.values())


def test_a_note_over_the_border_is_undone_and_taken_back(counted: Path, sto: Sto) -> None:
    store = DossierStore.open(counted, "jan", clock)
    before = store.dossier.of(Indicator)[1]
    store.apply(changing(store.dossier, before, before.changed(note="Anders")))
    assert store.dossier.of(Indicator)[1].countings == before.countings
    store.undo()
    again = DossierStore.open(counted, "jan", clock).dossier.of(Indicator)[1]
    assert again.changed(rev=before.rev) == before
    # Back to before the file of 2025 was read.
    count = len(History(counted).path.read_bytes().splitlines())
    assert sto("geschiedenis", counted, "--terug", count - 3).code == 0
    figures = DossierStore.open(counted, "jan", clock).dossier.of(Indicator)
    assert [year.year for year in figures[1].countings[0].years] == [2024]
    assert figures[1].note.startswith("Met de school besproken\nin maart")
    assert set(figures) == {1, 2, 3, 4, 5}


def test_a_damaged_file_of_schema_3_is_rebuilt_from_its_copy_and_history(counted: Path) -> None:
    expected = printed_under_figures(counted)
    counted.write_bytes(counted.read_bytes()[:2000])
    best = next(one for one in candidates(counted) if one.replayed)
    assert best.lost == ()
    put_in_place(counted, best, NOW)
    assert printed_under_figures(counted) == expected


ONE = {"id": int("01AB02", 36), "key": "01AB02", "name": "Kompas"}
OTHER = {"id": int("02CD00", 36), "key": "02CD00"}
OPEN = "Open data van DUO (CC0)."


def counted_in(*years: int, over: tuple[dict[str, Any], ...] = (ONE,), provisional: int = 0) -> dict[str, Any]:
    found = [{"id": year, "year": year, "provisional": year == provisional} for year in years]
    return {"years": found} | ({"vestigingen": [*over]} if over else {})


@pytest.mark.parametrize(
    ("note", "own", "countings", "rules"),
    [
        (f"Vestigingen 2024: Kompas (01AB02). {OPEN}", "", [counted_in(2024)], ["open"]),
        ("Vestigingen 2024: Kompas (01AB02); 02CD00.", "", [counted_in(2024, over=(ONE, OTHER))], []),
        ("Vestigingen 2024: geen met leerlingen.", "", [counted_in(2024, over=())], []),
        # A sentence a line, the first without a full stop.
        (f"Eigen\n\nVestigingen 2024: Kompas (01AB02)\n{OPEN}\nNa ", "Eigen\nNa ", [counted_in(2024)], ["open"]),
        (f"  Eigen.  Vestigingen 2024: Kompas (01AB02). {OPEN}\n", "  Eigen.", [counted_in(2024)], ["open"]),
        (
            "Vestigingen 2023: Kompas (01AB02). Vestigingen 2024: 02CD00. En zo.",
            "En zo.",
            [counted_in(2023), counted_in(2024, over=(OTHER,))],
            [],
        ),
        (
            "Vestigingen 2025: Kompas (01AB02). Voorlopig: 1 oktober 2025 is nog zonder accountantsverklaring.",
            "",
            [counted_in(2025, provisional=2025)],
            [],
        ),
        (
            "Vestigingen 2025: Kompas (01AB02). Het jaar is dat van het examen: 2025 is schooljaar 2024-2025. "
            "Voorlopig: schooljaar 2024-2025 is nog zonder accountantsverklaring.",
            "",
            [counted_in(2025, provisional=2025)],
            ["examenjaar"],
        ),
        # What can't be made again from the fields stays.
        (
            "Vestigingen 2024: Kompas (01AB02). Voorlopig: 1 oktober 2025 is nog zonder accountantsverklaring.",
            "Voorlopig: 1 oktober 2025 is nog zonder accountantsverklaring.",
            [counted_in(2024)],
            [],
        ),
        (
            "Vestigingen 2025: Kompas (01AB02). Voorlopig: schooljaar 2024-2025 is nog zonder accountantsverklaring.",
            "Voorlopig: schooljaar 2024-2025 is nog zonder accountantsverklaring.",
            [counted_in(2025)],
            [],
        ),
    ],
)
def test_a_note_of_schema_3_is_taken_apart(note: str, own: str, countings: list[Any], rules: list[str]) -> None:
    numbered = [{"id": number, **one} for number, one in enumerate(countings, 1)]
    now = migrated_record("indicators", {"title": "a", "note": note}, 3)
    assert now == {"title": "a", "countings": numbered, "counting_rules": rules} | ({"note": own} if own else {})


@pytest.mark.parametrize(
    "note",
    [
        "",
        None,
        7,
        f"Eigen. {OPEN} ",
        f"Vestigingen 2024: Kompas. {OPEN}",
        f"Vestigingen 2024: Kompas 01AB02. {OPEN}",
        f"Vestigingen 2024, 2024: Kompas (01AB02). {OPEN}",
        f"Vestigingen 1924: Kompas (01AB02). {OPEN}",
        f"‘Vestigingen 2024: Kompas (01AB02).’ {OPEN}",
    ],
)
def test_a_note_that_does_not_say_what_was_counted_is_left_alone(note: Any) -> None:
    figure = {"title": "a", "note": note}
    assert migrated_record("indicators", figure, 3) == figure


# A file of schema 4: 1.1 was found gereed in a sheet, and 1.2 oranje; of 1.3 the dossier knows since when it is groen.


def test_what_was_unknown_in_schema_4_stays_so(tmp_path: Path) -> None:
    path = Path(shutil.copy(DATA / "schema-4-logboek.sto.json", tmp_path / "regio.sto.json"))
    shutil.copytree(DATA / "schema-4-logboek.sto.d", tmp_path / "regio.sto.d")
    before = path.read_bytes()
    store = DossierStore.open(path, "jan", clock)
    milestones = store.dossier.of(Milestone)
    day_before = {
        number: light_on(milestone, store.dossier.progress_of(number), NOVEMBER_27)
        for number, milestone in milestones.items()
    }
    assert day_before == {1: None, 2: None, 3: Stoplicht.NIET_GESTART}
    assert ready_on(milestones[1], store.dossier.progress_of(1), NOVEMBER_28) is None
    occasion = Occasion(store.dossier, NOVEMBER_28)
    store.apply(changing(store.dossier, milestones[1], milestones[1].changed(done_on=NOVEMBER_27), occasion))
    assert (path.parent / "regio.sto.d" / "schema-4.sto.json").read_bytes() == before
    assert ready_on(store.dossier.of(Milestone)[1], store.dossier.progress_of(1), NOVEMBER_28) == NOVEMBER_27
    store.undo()
    assert ready_on(store.dossier.of(Milestone)[1], store.dossier.progress_of(1), NOVEMBER_28) is None


@pytest.mark.parametrize(
    ("lights", "done_on", "light", "since"),
    [
        # Gereed on 15 July without a day, as older versions took it from a sheet: on 30 June nobody knows.
        (["2027-07-15 gereed"], None, None, None),
        (["2027-03-01 groen", "2027-07-15 gereed"], None, Stoplicht.GROEN, None),
        (["2027-05-01 gereed", "2027-07-15 gereed"], None, Stoplicht.GEREED, None),
        # With a day everything is known.
        (["2027-07-15 gereed"], "2027-07-15", Stoplicht.NIET_GESTART, date(2027, 7, 15)),
    ],
)
def test_gereed_without_a_day_in_an_older_file(
    lights: list[str], done_on: str | None, light: Stoplicht | None, since: date | None
) -> None:
    milestone = {"number": "1.1", "title": "Klaar", "light": "gereed", "done_on": done_on}
    log = {
        str(number): dict(zip(("date", "light"), told.split(), strict=True)) for number, told in enumerate(lights, 1)
    }
    raw = migrated(
        {
            "meta": {"1": {"schema": 4}},
            "milestones": {"1": milestone},
            "progress": {number: line | {"milestone": 1} for number, line in log.items()},
        }
    )
    assert raw is not None
    lines = newest_first(Progress.model_validate({"id": number, **line}) for number, line in raw["progress"].items())
    ready = Milestone.model_validate({"id": 1, **raw["milestones"]["1"]})
    assert light_on(ready, lines, date(2027, 6, 30)) is light
    assert ready_on(ready, lines, date(2027, 7, 31)) == since


def test_a_spoilt_log_is_left_to_the_reading_of_it() -> None:
    raw: Any = {
        "meta": {"1": {"schema": 4}},
        "milestones": {"1": {"light": "gereed"}, "2": 7},
        "progress": {"x": 7, "1": {}},
    }
    assert migrated(raw) == raw | {"meta": {"1": {"schema": SCHEMA}}}
    assert migrated_record("progress", {"since_unknown": True}, 4) == {"since_unknown": True, "before_unknown": True}


def test_a_file_of_the_next_form_is_only_looked_at(goals: Path) -> None:
    raw = raw_of(goals)
    raw["meta"]["1"]["schema"] = SCHEMA + 1
    goals.write_text(json.dumps(raw), "utf-8")
    assert "nieuwere versie" in DossierStore.open(goals, "jan", clock).read_only


def test_a_file_of_schema_5_says_to_which_plan_everything_belongs(tmp_path: Path) -> None:
    """Goal 1 said 2027-2028 (3) and goal 7 said 2025-2026 (2); goal 2, themes and texts are of the plan at hand."""
    old = Path(shutil.copy(DATA / "schema-5-perioden.sto.json", tmp_path / "regio.sto.json"))
    before = raw_of(old)
    assert (before["meta"]["1"]["schema"], before["region"]["1"]["subsidy_in_budget"]) == (5, 2_450_000_00)
    dossier = DossierStore.open(old, "jan", clock).dossier
    assert dossier.aside == ()
    assert {number: goal.periods for number, goal in dossier.of(Goal).items()} == {1: (3,), 2: (3,), 7: (2,)}
    assert {theme.periods for theme in dossier.of(Theme).values()} == {(3,)}
    assert {text.period for text in dossier.of(ChapterText).values()} == {3}
    assert {section.period for section in dossier.of(VisionSection).values()} == {3}
    plans = dossier.of(PlanPeriod).values()
    assert [(plan.version, plan.subsidy) for plan in plans] == [("", None), ("", None), ("1.2", 2_450_000_00)]


@pytest.mark.parametrize(
    ("status", "now"),
    [
        ("in_preparation", {"plan_status": "vastgesteld"}),
        ("submitted", {"plan_status": "ingediend"}),
        ("granted", {"plan_status": "toegekend"}),
        # What runs was granted before; that it runs follows from its days.
        ("running", {"plan_status": "toegekend"}),
        ("closed", {"plan_status": "toegekend", "closed": True}),
        ("nonsense", {"plan_status": "vastgesteld"}),
        (["submitted"], {"plan_status": "vastgesteld"}),
    ],
)
def test_how_far_a_plan_is_stands_in_one_field(status: Any, now: dict[str, Any]) -> None:
    period = {"label": "2025-2026", "status": status, "plan_status": "vastgesteld", "adopted_on": "2024-09-17"}
    kept = {"label": "2025-2026", "adopted_on": "2024-09-17"}
    assert migrated_record("periods", period, 5) == kept | now


def test_risks_of_an_older_file_are_those_of_the_plan_at_hand() -> None:
    periods = {
        "2": {"label": "2025-2026", "start": "2025-01-01", "end": "2026-12-31", "current": False},
        "3": {"label": "2027-2028", "start": "2027-01-01", "end": "2028-12-31", "current": True},
    }
    now = migrated({"meta": {"1": {"schema": 5}}, "periods": periods, "risks": {"1": {"text": "Te weinig docenten"}}})
    assert now is not None
    assert now["risks"]["1"]["periods"] == [3]


def test_one_record_of_schema_5_by_itself_says_what_it_knows() -> None:
    goal = {"number": 1, "text": "Meer", "of_period": 2}
    assert migrated_record("goals", goal, 5) == {"number": 1, "text": "Meer", "periods": [2]}
    assert migrated_record("region", {"name": "Almere", "version": "1.0"}, 5) == {"name": "Almere"}
    assert migrated_record("themes", {"number": 1, "title": "Kiezen"}, 5) == {"number": 1, "title": "Kiezen"}
