"""Each field says whether a document prints it: what is printed can be found in one, what is not in none."""

import io
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from sto_tui.app import StoApp
from sto_tui.documents.decision_list import markdown
from sto_tui.documents.word import DraftOptions, build
from sto_tui.documents.word.assembly import write_chapter
from sto_tui.documents.word.decision_list import build_decision_list
from sto_tui.documents.word.field_texts import by_key
from sto_tui.documents.word.party_sheet import build_party_sheet
from sto_tui.documents.word.writer import Writer
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import Question
from sto_tui.domain.handed_in import ChangeReason, Submission
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.money import Cofinancing
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Chapter, Theme
from sto_tui.domain.record import FieldSpec, Part, Record, Ref, fields_of
from sto_tui.domain.tables import TABLES
from sto_tui.places import Place
from sto_tui.planning.checks.holes import holes
from sto_tui.planning.handed_in.comparison import Comparison
from sto_tui.planning.handed_in.difference import Difference, DifferenceKind, ReportBy
from sto_tui.planning.paper_registry import PaperPart
from sto_tui.screens.frame.list_place import PlaceScreen
from sto_tui.storage.file.codec import decode, dossier_from
from tests.conftest import ROOT, SAMPLES
from tests.documents.test_party_sheet import body_of, tables_of
from tests.support.filled import DAY, filled_dossier, marker
from tests.support.screens import app_on, place_of, seen

TODAY = DAY + timedelta(days=30)
_CONTENT = re.compile(r"word/(document|charts/chart\d+|header\d+|footer\d+)\.xml|docProps/\w+\.xml")


def documents_of(dossier: Dossier, today: date = TODAY) -> dict[str, Callable[[], str]]:
    """How the text of each document that leaves the house is made, by its name, the quickest first."""
    options = DraftOptions(today)

    def sheet(ref: Ref) -> str:
        return _text(build_party_sheet(dossier, ref, options))

    def part(name: PaperPart, **more: Any) -> str:
        return _text(build(dossier, DraftOptions(today, name, **more)).data)

    firsts = [Ref(table, number) for table in ("parties", "bodies") for number in [*dossier.tables[table]][:1]]
    paying = {line.party: None for line in dossier.of(Cofinancing).values() if line.party in dossier.of(Party)}
    others: tuple[PaperPart, ...] = ("stuurgroep", "jaarplanning", "scholingsplan", "handtekeningen", "eindverslag")
    return {
        "besluiten": lambda: markdown(dossier, "Besluiten", today),
        "besluiten in Word": lambda: _text(build_decision_list(dossier, options)),
        **{f"verklaring {id}": partial(part, "verklaring", party=Ref("parties", id or 0)) for id in paying},
        **{f"overzicht {ref}": partial(sheet, ref) for ref in firsts},
        **{name: partial(part, name) for name in others},
        "verslag": lambda: part("voortgangsrapportage", compared=one_difference(dossier)),
        "alles": lambda: part("alles"),
    }


def texts_of(dossier: Dossier, today: date = TODAY) -> Iterator[str]:
    """The texts of these documents, in their order."""
    return (made() for made in documents_of(dossier, today).values())


def one_difference(dossier: Dossier) -> Comparison:
    """That something differs from the first plan that was handed in, for which the first reason was given."""
    submission, reason = dossier.of(Submission).get(1), dossier.of(ChangeReason).get(1)
    goal = Difference(
        reason.about if reason else "", Ref("goals", 1), DifferenceKind.GOAL_DROPPED, ReportBy.AT_ONCE, "Vervallen."
    )
    return Comparison(submission, (goal,))


def _text(data: bytes) -> str:
    """What a reader sees: the body, charts, headers and footers, and the properties, without tags."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = [package.read(name).decode() for name in package.namelist() if _CONTENT.fullmatch(name)]
    return "\n".join(map(_without_tags, parts))


def _without_tags(xml: str) -> str:
    return re.sub(r"<[^>]*>", "\t", xml)


# Every field, one at a time: another value gives another document, or it does not.


@dataclass(frozen=True)
class FieldAddress:
    """A field of a table, also of a part in it: `members.role`."""

    table: str
    path: tuple[str, ...]
    spec: FieldSpec

    def __str__(self) -> str:
        return f"{self.table}.{'.'.join(self.path)}"


def places() -> Iterator[FieldAddress]:
    for table in TABLES.values():
        yield from _inside(table.name, (), fields_of(table.model))


def _inside(table: str, above: tuple[str, ...], specs: Mapping[str, FieldSpec]) -> Iterator[FieldAddress]:
    for name, spec in specs.items():
        yield FieldAddress(table, (*above, name), spec)
        if spec.part is not None:
            yield from _inside(table, (*above, name), fields_of(spec.part))


# What must be so elsewhere for the value of a field to show.
SHOWN_WHEN: dict[str, dict[str, dict[str, Any]]] = {
    **{f"region.{name}": {"periods/1": {name: ""}} for name in ("vision_statement", "ambition")},
    "region.definition_of_techniek": {"indicators/1": {"definition": None, "kind": "instroom"}},
    # A month outside the plan with nothing but holidays does not stand in the jaarplanning.
    "region.holiday_region": {"periods/1": {"end": "2027-12-31"}},
    "indicators.kind": {"indicators/1": {"definition": None, "kind": "arbeidsmarkt"}},
    "parties.agreed_on": {"parties/1": {"status": "getekend"}},
    # Only in a plan that ended before a party was back.
    **{
        f"parties.absences{field}": {
            "periods/1": {"start": "2025-01-01", "end": "2026-12-31"},
            "parties/1": {
                "absences": [{"id": 1, "stopped_on": stopped, "back_on": "2027-02-01", "agreed_on": "2025-03-01"}]
            },
        }
        for field, stopped in (
            ("", "2026-06-30"),
            (".stopped_on", "2026-06-30"),
            (".back_on", "2026-06-30"),
            (".agreed_on", "2027-01-15"),
        )
    },
    "periods.current": {"periods/1": {"label": "2030", "current": True}, "periods/2": {"current": True}},
    **{f"goals.{name}": {"goals/1": {"periods": [2]}} for name in ("outcome", "why", "still_ambition")},
    **{
        f"{table}.periods": {
            "periods/1": {"current": False, "start": "2020-01-01", "end": "2020-12-31"},
            "periods/2": {"current": True},
            **others,
        }
        for table, others in {
            "goals": {},
            "risks": {},
            "themes": {"speerpunten/1": {"periods": ()}, "speerpunten/2": {"periods": ()}},
            "speerpunten": {"themes/1": {"periods": ()}, "speerpunten/2": {"periods": ()}},
        }.items()
    },
    **{
        f"goals.{name}": {
            "goals/1": {
                "reformulated_as": None,
                "baseline_kind": "waarde",
                "target_kind": "keer",
                "target_unit": "",
                "target_of_part": False,
                "target_since_year": 2027,
            }
        }
        for name in (
            *("baseline_value", "baseline_kind", "target_value", "target_kind"),
            *("target_unit", "target_of_part", "target_since_year"),
        )
    },
    **{f"goals.{name}": {"goals/1": {"periods": [2]}} for name in ("reached", "reached_year")},
    "goals.continues": {"goals/2": {"periods": [2]}},
    "themes.continues": {"themes/2": {"periods": [2]}},
    "goals.reformulated_as": {"goals/1": {"periods": [2]}},
    # Without goals of its own it counts to those of its theme.
    "speerpunten.goals": {"themes/1": {"goals": ()}},
    "milestones.theme": {"milestones/1": {"speerpunt": None}, "themes/2": {"number": 2}},
    "milestones.fixed_date": {"milestones/1": {"kind": "resultaat"}},
    "questions.part": {"questions/1": {"kind": "scale"}},
    "questions.order": {
        "questions/1": {"kind": "scale"},
        "questions/2": {"kind": "scale", "part": "succesfactoren"},
        "scores/2": {"statement": 2},
    },
    "texts.order": {"texts/1": {"heading": ""}, "texts/2": {"heading": "", "chapter": "begroting"}},
    # A column stands in the matrix when it has a role.
    "parties.veri_order": {"parties/1": {"veri_hidden": False}, "veri/2": {"party": Ref("bodies", 2)}},
    "bodies.veri_order": {"bodies/1": {"veri_hidden": False}, "veri/1": {"party": Ref("parties", 2)}},
    "questions.text": {"questions/1": {"kind": "scale"}},
    "questions.hidden": {"questions/1": {"kind": "scale"}},
    "questions.own": {"questions/1": {"kind": "scale"}},
    "questions.kind": {"questions/1": {"kind": "scale"}},
    "scores.statement": {"questions/1": {"kind": "scale"}, "questions/2": {"kind": "scale"}},
    "scores.value": {"questions/1": {"kind": "scale"}},
    "answers.text": {"answers/1": {"kind": "succes"}},
    "answers.votes": {"answers/1": {"kind": "succes"}},
    **{
        f"{table}.veri_order": {
            "veri/1": {"party": Ref("parties", 1)},
            "veri/2": {"party": Ref("bodies", 1)},
            "parties/1": {"veri_hidden": False, "veri_order": 5},
            "bodies/1": {"veri_hidden": False, "veri_order": order},
        }
        for table, order in (("parties", 7), ("bodies", 5))
    },
    "actions.resolution": {"actions/1": {"status": "open"}},
    "sessions.body": {"sessions/1": {"date": "2027-06-01"}},
    "resolutions.session": {"resolutions/1": {"date": None}},
    "decisions.why_not": {"decisions/1": {"becomes": ()}},
    "indicators.baseline_year": {"indicators/1": {"series": "three years", "baseline_year": 2026}},
    "indicators.series.value_min": {"indicators/1": {"series": "masked"}},
    "indicators.series.value_max": {"indicators/1": {"series": "masked"}},
    "budget.title": {"budget/1": {"price": None}},
    "budget.note": {"budget/1": {"price": None}},
    "budget.theme": {"budget/1": {"speerpunt": None}},
    "budget.speerpunt": {"speerpunten/2": {"theme": 2}},
    "cofinancing.theme": {"cofinancing/1": {"speerpunt": None}},
    "cofinancing.speerpunt": {"speerpunten/2": {"theme": 2}},
}
SERIES = {
    "three years": [{"id": n, "label": "a", "year": 2024 + n, "value": 10.0 * n} for n in (1, 2, 3)],
    "masked": [{"id": 1, "label": "a", "year": 2026, "value_min": 1.0, "value_max": 4.0}],
}


@cache
def everything() -> Dossier:
    """A dossier with every field filled in, in which no question is hidden."""
    dossier = filled_dossier()
    shown = {number: record.changed(hidden=False) for number, record in dossier.tables["questions"].items()}
    return dossier.with_tables({"questions": shown})


def shown_with(place: FieldAddress) -> Dossier:
    """A dossier in which the value of a field can be seen, if it is ever seen."""
    dossier = everything()
    for address, values in SHOWN_WHEN.get(str(place), {}).items():
        ref = Ref.parse(address)
        record = dossier.get(ref)
        assert record is not None
        known = {name: SERIES.get(value, value) if name == "series" else value for name, value in values.items()}
        dossier = _with(dossier, ref, record.changed(**known))
    return dossier


def _with(dossier: Dossier, ref: Ref, record: Record) -> Dossier:
    return dossier.with_tables({ref.table: {**dossier.tables[ref.table], ref.id: record}})


def changed_at(thing: Record | Part, path: tuple[str, ...]) -> Any:
    """The same with another value in one field; of a list of parts the first is another one."""
    name, *rest = path
    value = getattr(thing, name)
    spec = fields_of(type(thing))[name]
    if rest:
        return thing.model_copy(update={name: (changed_at(value[0], tuple(rest)), *value[1:])})
    return thing.model_copy(update={name: another(spec, value)})


def another(spec: FieldSpec, value: Any) -> Any:
    """A value that a field does not have now."""
    if spec.part is not None or spec.kind == "references":
        return ()
    if spec.kind == "reference":
        return Ref(value.table, 2) if spec.by_ref else 2
    if spec.kind == "choice":
        return next(choice for choice in spec.choices if choice != value)
    if spec.kind == "date":
        return value - timedelta(days=500)
    return {
        "line": "anders",
        "text": "anders",
        "choices": value[:1] if spec.kind == "choices" else None,
        "whole": value + 5 if spec.kind == "whole" else None,
        "decimal": 77.0,
        "amount": 777_00,
        "tick": not value,
    }[spec.kind]


def written(dossier: Dossier) -> Iterator[str]:
    """What each chapter writes, before it is a document: most of a draft, in a quarter of the time."""
    writer = Writer({}, dossier, TODAY, by_key(holes(dossier, "alles", TODAY)))
    for chapter in Chapter:
        before = len(writer.blocks)
        write_chapter(dossier, writer, chapter)
        yield _without_tags("\n".join(writer.blocks[before:]))


def texts_by_speed(dossier: Dossier) -> Iterator[str]:
    """What the chapters write, and then the documents."""
    yield from written(dossier)
    yield from texts_of(dossier)


@cache
def chapters_of_everything() -> tuple[str, ...]:
    return tuple(written(everything()))


@cache
def document_of_everything(name: str) -> str:
    return documents_of(everything())[name]()


CHAPTER = "a chapter"


def differs_in(place: FieldAddress, first: str = "") -> str:
    """Where another value gives another text: in a chapter, or else in the document of this name; empty if nowhere.

    The document that is named `first` is looked at before all else: fields of one table often stand in the same one.
    """
    dossier = shown_with(place)
    ref = Ref(place.table, 1)
    record = dossier.get(ref)
    assert record is not None
    other = _with(dossier, ref, changed_at(record, place.path))
    before, after = documents_of(dossier), documents_of(other)
    is_everything = dossier is everything()

    def is_other(name: str) -> bool:
        return (document_of_everything(name) if is_everything else before[name]()) != after[name]()

    if first in before and first in after and is_other(first):
        return first
    chapters = chapters_of_everything() if is_everything else written(dossier)
    if any(one != two for one, two in zip(chapters, written(other), strict=True)):
        return CHAPTER
    if lost := before.keys() ^ after.keys():
        return min(lost)
    return next(filter(is_other, before), "")


EVERY_TABLE = list(TABLES)


@pytest.mark.slow
@pytest.mark.parametrize("table", EVERY_TABLE)
def test_what_is_printed_makes_a_difference_in_a_document(table: str) -> None:
    lost, found = [], ""
    for place in places():
        if place.table == table and place.spec.printed:
            found = differs_in(place, found)
            lost += [] if found else [str(place)]
    assert lost == []


@pytest.mark.slow
def test_what_is_not_printed_makes_no_difference_in_any_document() -> None:
    """All of them at once; one by one when that makes a difference, to say which it is."""
    hidden = [place for place in places() if not place.spec.printed]
    dossier = everything()
    for place in hidden:
        ref = Ref(place.table, 1)
        record = dossier.get(ref)
        assert record is not None
        holds_parts = any(one.path[:-1] == place.path for one in hidden if one.table == place.table)
        if not holds_parts:
            dossier = _with(dossier, ref, changed_at(record, place.path))
    same = [*texts_by_speed(everything())] == [*texts_by_speed(dossier)]
    assert same, [str(place) for place in hidden if differs_in(place)]


# Every text of both samples.


# Texts that are printed, but not of every record, with the reason.
NOT_OF_ALL = {
    "periods.ambition": "only of the plan of a draft",
    "periods.vision_statement": "only of the plan of a draft",
    "region.ambition": "only where the plan has none of its own",
    "region.vision_statement": "only where the plan has none of its own",
    "periods.version": "only of the plan of a draft",
    "submissions.version": "only of the plan of a draft",
    "answers.text": "those of each kind with the most votes",
    "budget.title": "only of lines without an amount; the others are added up",
    "budget.note": "only of lines without an amount",
    "budget.number": "only of lines without an amount, and of those with too much spent; the workbook has all",
    "deadlines.title": "only of the school years of the plan",
    "decisions.why_not": "only of decisions that come back nowhere",
    "lessons.title": "only of what the region takes from it, or for which speerpunt",
    "progress.note": "the lines of the period of a report",
    "progress.obstacle": "the lines of the period of a report",
    "progress.measure": "the lines of the period of a report",
    "questions.text": "only of statements that were scored, and of remarks",
    "resolutions.text": "only of the plan of a note",
    "resolutions.number": "only of the plan of a note",
    "sessions.title": "only of meetings that have been held",
    "sessions.attendees": "only of meetings that have been held",
    "periods.label": "only of the current period, and of those of goals",
}


def marked(dossier: Dossier) -> tuple[Dossier, dict[str, tuple[str, Ref]]]:
    """The same dossier with a word of its own for each text that is printed, and what each word stands for."""
    words: dict[str, tuple[str, Ref]] = {}

    def mark(thing: Any, ref: Ref, above: str) -> Any:
        values: dict[str, Any] = {}
        model: type[BaseModel] = type(thing)
        for name, spec in fields_of(model).items():
            value = getattr(thing, name)
            if not spec.printed or not value:
                continue
            if spec.part is not None:
                values[name] = tuple(mark(one, ref, f"{above}{name}.") for one in value)
            elif spec.kind in ("line", "text") and not spec.follows:
                values[name] = marker(len(words) + 1)
                words[values[name]] = (f"{ref.table}.{above}{name}", ref)
        return thing.model_copy(update=values)

    tables = {
        name: {number: mark(record, Ref(name, number), "") for number, record in records.items()}
        for name, records in dossier.tables.items()
    }
    return Dossier(tables), words


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "today"), [("almere-2020-2023", date(2022, 3, 15)), ("voorbeeldregio-2027-2028", date(2027, 5, 20))]
)
def test_every_printed_text_of_the_samples_stands_in_a_document(name: str, today: date) -> None:
    dossier = dossier_from(decode((SAMPLES / f"{name}.sto.json").read_bytes(), name), name).seen_in(as_plan=True)
    other, words = marked(dossier)
    seen = set(re.findall(r"zq[a-z]{3}qz", "\n".join(texts_of(other, today)).lower()))
    assert len(words) > 800
    lost = {word: what for word, what in words.items() if word not in seen}
    assert {(field, str(ref)) for field, ref in lost.values() if field not in NOT_OF_ALL} == set()
    found = {field for word, (field, _) in words.items() if word in seen}
    nowhere = {"decisions.why_not", "budget.title", "budget.note", "budget.number", "periods.ambition"}
    assert {field for field, _ in lost.values()} - found <= nowhere


@pytest.mark.slow
def test_where_it_stands() -> None:
    """The cover, a party, a speerpunt, a contribution and a list of decisions of the voorbeeldregio, cell by cell."""
    name = "voorbeeldregio-2027-2028"
    dossier = dossier_from(decode((SAMPLES / f"{name}.sto.json").read_bytes(), name), name)
    tables = tables_of(body_of(build(dossier, DraftOptions(TODAY)).data))
    cover = dict(tables["Gegevens van dit plan"])
    assert cover["Contact"] == "sto@veenderwaard.example"
    assert (cover["Plaats"], cover["Soort regio"], cover["DUS-I-nummer"]) == (
        "Hazelmonde",
        "techniekregio",
        "STO25-0999",
    )
    involved, layers = "evaluatie, planvorming, uitvoering", "directie, teamleider, docent"
    assert tables["Partijen in de regio"][1:3] == [
        ["1", "Kompas College", "vmbo", "getekend", "17-09-2026", involved, layers],
        ["Contact", "sectordirecteur vmbo"],
    ]
    first = tables["Speerpunt 1.1 Ontdeklabs op de basisschool"]
    result = "Lijst van acht lessen, ondertekend door de techniekcoaches van tien scholen"
    assert ["1.1a", "feb 2027", "Acht proeflessen gekozen door leerkrachten", "3", result] in first
    assert ["Voortgezet uit", "A2 Leskisten op de basisschool (2025-2026)"] in first
    assert tables["Bewijs bij de cofinanciering"][1][1:] == [
        "Installatiebedrijf Koster & Zn.",
        "Gastdocenten en bouw van de opstelling",
        "2027",
        "gerealiseerd",
        "Urenlijst januari tot en met april",
    ]
    listed = dict(tables_of(body_of(build_decision_list(dossier, DraftOptions(TODAY))))["Gegevens van deze lijst"])
    assert listed["Aanwezig"].startswith("21 april 2026: Tafel 1 basisscholen, Uitvindloods en onderbouw;")


def test_a_milestone_of_a_whole_theme_has_its_result_too() -> None:
    dossier = everything()
    own = dossier.of(Milestone)[1].changed(speerpunt=None, title="Dag geweest", tangible_result="Een verslag", due=None)
    loose = own.changed(id=2, theme=None, goal=None)
    tables = tables_of(
        body_of(build(dossier.with_tables({"milestones": {1: own, 2: loose}}), DraftOptions(TODAY)).data)
    )
    number, word = dossier.of(Theme)[1].number, dossier.region.theme_name
    head = ["Nr", "Klaar op", "Mijlpaal", "Doel", "Tastbaar resultaat"]
    said = [own.number, "–", "Dag geweest", "1", "Een verslag"]
    assert tables[f"Mijlpalen van {word} {number} als geheel"] == [head, said]
    assert tables[f"Mijlpalen zonder {word}"] == [head, [*said[:3], "–", said[4]]]


@pytest.mark.parametrize(("own", "source"), [(True, "Er staan eigen stellingen bij."), (False, "")])
def test_the_national_monitor_is_not_credited_with_statements_of_the_region(own: bool, source: str) -> None:
    dossier = shown_with(next(place for place in places() if str(place) == "questions.own"))
    question = dossier.of(Question)[1].changed(own=own)
    told = "\n".join(texts_of(dossier.with_tables({"questions": {1: question}})))
    assert question.part == "succesfactoren"
    assert f"Succesfactoren uit de landelijke monitor. {source}".rstrip() + "\t" in told
    assert ("Er staan eigen stellingen bij." in told) is own


async def test_a_question_for_support_says_who_helps_and_what_came_of_it(example: Path) -> None:
    app = app_on(example, Place.PLAN)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        place = place_of(app)
        assert isinstance(place, PlaceScreen)
        place.show_section([section.title for section in place.sections].index("Ondersteuning"))
        await pilot.pause()
        assert "critical friend · 13-04-2027: Oefengesprek met twee wethouders" in seen(app)


# What no document prints is shown in a list of its place, or has another reader.


def named_in_lists() -> set[str]:
    shown = set()
    for place in Place:
        factory = StoApp.MODES[place.key]
        assert callable(factory)
        screen = factory()
        for section in screen.sections if isinstance(screen, PlaceScreen) else ():
            shown |= {f"{section.table}.{name}" for name in section.fields}
    return shown


BENEATH_A_LIST = "sto_tui/widgets/detail.py"
"""The lines under a list, which spell out every visible field of the record at the cursor."""

READ_BY: dict[str, dict[str, str]] = {
    "sto_tui/documents/calendar/events.py": {"sessions": "begins_at"},
    "sto_tui/planning/checks/parties.py": {"sessions": "invited"},
    "sto_tui/planning/checks/veri.py": {"region": "most_consulted most_informed"},
    "sto_tui/planning/next_period/proposal.py": {"milestones": "continues", "risks": "continues"},
    "sto_tui/planning/veri/summary.py": {"region": "most_due_per_quarter"},
    "sto_tui/planning/checks/set_aside.py": {"set_aside": "facts"},
    BENEATH_A_LIST: {
        "deadlines": "source",
        "parties": "note",
        "budget": "unit",
        "lessons": "date",
        "goals": "agreed_by",
        "vision": "agreed_by",
    },
    "sto_tui/planning/plan_status.py": {"periods": "closed"},
    "sto_tui/planning/handed_in/comparison.py": {"reasons": "about"},
    "sto_tui/storage/handing_in.py": {"submissions": "hash"},
    "sto_tui/screens/milestones/groups.py": {"milestones": "deelproject"},
    "sto_tui/screens/milestones/rows.py": {"milestones": "after"},
    "sto_tui/planning/schedule/margins.py": {"milestones": "after.milestone after.lag_days"},
    "sto_tui/planning/checks/milestones.py": {"milestones": "smart"},
    "sto_tui/domain/light_and_log.py": {"progress": "by since_unknown before_unknown"},
    "sto_tui/domain/lens.py": dict.fromkeys(("sessions", "answers", "scores", "decisions"), "period"),
    "sto_tui/planning/evaluation/results.py": {
        "answers": "session table party ballots ballots.table ballots.votes impact effort joined joined.answer",
        "scores": "session table",
        "sessions": "agenda.question agenda.title agenda.minutes",
    },
    "sto_tui/planning/evaluation/joining.py": {"answers": "joined.text joined.table"},
    "sto_tui/screens/editing/decision_form.py": {"answers": "cause"},
    "sto_tui/screens/workshop/screen.py": {"questions": "notes"},
    "sto_tui/screens/workshop/typed_lines.py": {"sessions": "votes_per_table"},
    "sto_tui/screens/vision/sections.py": {"vision": "previous"},
    "sto_tui/intake/duo/figures.py": {"indicators": "file_hash"},
    "sto_tui/planning/money/depreciation.py": {"budget": "equipment"},
    "sto_tui/screens/plan/lesson_rows.py": {"lessons": "address"},
    "sto_tui/screens/plan/support_rows.py": {
        "support": "supporter visits.half_days visits.date visits.outcome",
    },
}


def test_what_no_document_prints_is_read_elsewhere() -> None:
    told = {
        f"{table}.{path}": module
        for module, tables in READ_BY.items()
        for table, paths in tables.items()
        for path in paths.split()
    }
    hidden = {str(place): place for place in places() if not place.spec.printed}
    assert set(told) == set(hidden) - named_in_lists(), (
        "a field that nothing reads goes, with a step in storage/file/migrations.py"
    )
    for name, module in told.items():
        place = hidden[name]
        if module == BENEATH_A_LIST:
            assert not place.spec.hidden
            continue
        source = Path(ROOT / module).read_text()
        assert re.search(rf"(\.{place.path[-1]}\b|[\"']{place.path[-1]}[\"'])", source), (name, module)
