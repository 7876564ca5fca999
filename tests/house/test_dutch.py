"""The Dutch that people read, guarded by kind: what an act is called, which words and marks are not used."""

import ast
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from sto_tui.acts import ACTS
from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.evaluation import AgendaItem, Answer, Meeting, Question, QuestionPart
from sto_tui.domain.milestones import Stoplicht, VeriCode
from sto_tui.domain.record import fields_of
from sto_tui.domain.region import Deadline, DeadlineKind
from sto_tui.domain.tables import TABLES
from sto_tui.domain.text import cut
from sto_tui.places import Place
from sto_tui.planning.deadlines import next_deadlines
from sto_tui.planning.evaluation.results import proposal, tally
from sto_tui.planning.evaluation.time_in_words import time_in_words
from sto_tui.planning.evaluation.workshop import walk_of
from sto_tui.planning.figures.table import parse_table
from sto_tui.screens.evaluation.rows import MEETINGS
from sto_tui.screens.workshop.rows import agenda_rows
from sto_tui.widgets.shell import HeaderState
from tests.support.by_hand import dossier_with
from tests.support.findings import said_by
from tests.support.sources import PACKAGE, modules, nodes_in, reads_sources

INFINITIVES = re.compile(
    r"(?:bekijken|besluiten|beginnen|behouden|bewaren|bewerken|dempen|doen|doorgaan|doorlaten|dupliceren|filteren|geven|goedkeuren|groeperen|hernummeren|houden|indienen|invullen|kiezen|kopiëren|lezen|maken"
    r"|meeschuiven|openen|openlaten|opslaan|overnemen|overslaan|pauzeren|presenteren|samenvoegen|schrijven|sluiten|splitsen|stemmen|stoppen|teruggaan"
    r"|terugplannen|terugzetten|toelichten|toevoegen|tonen|typen|uitvoeren|uitzoomen|vaststellen|verbergen|verdergaan|verlengen|verplaatsen|verschuiven"
    r"|verwijderen|vouwen|wachten op|weggooien|weghalen|wisselen|wissen|zetten|zoeken|zoomen)$",
    re.IGNORECASE,
)
# An act that goes somewhere, or shows a window of that name, is called by where it goes.
GOES = re.compile(r"(?:Naar|Volgende?|Vorige?)\b")
WINDOWS = {
    "Telefoons",
    "Meldingen",
    "Geschiedenis",
    "Toetsen",
    "Regioprofiel",
    "Formulier",
    "Antwoorden",
    "Vragen",
    "Andere tekst",
}
# An act that gives a value is called by the value.
VALUES = {
    *(light.label.capitalize() for light in Stoplicht),
    *(code.value for code in VeriCode),
    *("V en E", "Go/no-go", "Snel resultaat"),
}
ADVERBS = {"Opnieuw", "Later"}
# An act that chooses all of something is called by that: two such words must fit among the keys of a window.
ALL_OF = {"Hoofdstuk", "Persoon"}


def test_an_act_is_an_infinitive_or_says_where_it_goes_or_what_it_gives() -> None:
    named = WINDOWS | VALUES | ADVERBS | ALL_OF | {place.title for place in Place}
    acts = [(act.where, act.label) for act in ACTS if act.label not in named]
    assert not [one for one in acts if not (GOES.match(one[1]) or INFINITIVES.search(one[1]))]


@pytest.mark.slow
@reads_sources
def test_a_button_is_called_by_what_it_does() -> None:
    buttons = [
        (path.name, str(word.value.value))
        for path in modules()
        for node in nodes_in(path)
        if isinstance(node, ast.Call)
        for word in node.keywords
        if word.arg in ("yes", "no") and isinstance(word.value, ast.Constant)
    ]
    assert len(buttons) > 10
    assert not [one for one in buttons if one[1] not in ADVERBS and not INFINITIVES.search(one[1])]


# Every string of the package that people read, by where it stands.
# Strings that are not sentences: styles of Textual, XML, patterns, drawn letters.
NOT_READ = re.compile(r"<w:|<c:|<a:|\$sto-|: none;|height: |\(\?|\\[bdsSw]|\[\^|^\n[a-z] +[a-z]")
NOT_DUTCH = ("widgets/large_letters.py",)


def _docstrings(path: Path) -> set[ast.AST]:
    found: set[ast.AST] = set()
    for node in nodes_in(path):
        body = getattr(node, "body", None)
        for one in body if isinstance(body, list) else ():
            if isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant):
                found.add(one.value)
    return found


def _written(path: Path) -> Iterator[tuple[str, str]]:
    """The strings of a module with their place; an f-string whole, with `{}` for what is filled in."""
    skipped = _docstrings(path)
    for node in nodes_in(path):
        if isinstance(node, ast.JoinedStr):
            skipped.update(ast.walk(node))
            parts = (part.value if isinstance(part, ast.Constant) else "{}" for part in node.values)
            yield f"{path.relative_to(PACKAGE)}:{node.lineno}", "".join(map(str, parts))
    for node in nodes_in(path):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in skipped:
            yield f"{path.relative_to(PACKAGE)}:{node.lineno}", node.value


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list):
        for one in value:
            yield from _texts(one)


@cache
def strings() -> tuple[tuple[str, str], ...]:
    """All that is written in the package: its modules and its content."""
    found = [
        one
        for path in modules()
        if str(path.relative_to(PACKAGE)) not in NOT_DUTCH
        for one in _written(path)
        if not NOT_READ.search(one[1])
    ]
    for path in sorted(PACKAGE.rglob("*.toml")):
        found += [(path.name, text) for text in _texts(tomllib.loads(path.read_text("utf-8")))]
    return tuple(found)


# What no sentence of ours has, with a sentence that has it.
BANNED = {
    "a straight apostrophe": (r"(?<=[a-zA-Z])'(?=(?:s|t|er|n)\b)", "alle thema's"),
    "an exclamation mark": (r"[a-zë]!(?=\s|$)", "Gelukt!"),
    "a word twice": (r"(?i)\b(?!dat\b|die\b|je\b|v\b)([a-zë]{2,}) \1\b", "Kies de de mijlpaal."),
    "record": (r"\b(?:[Dd]eze?|een|geen|het|dit|lijst van) records?\b", "Deze regel is geen record."),
    "van de cursor": (r"van de cursor", "de mijlpaal van de cursor"),
    "one verb for many": (r"\bDit is \{\} (?:tekens|stemmen|reeksen|cellen|waarden)", "Dit is {} tekens"),
    "ruimte for slack": (r"(?:geen|heeft) ruimte\b", "Alleen wat geen ruimte heeft"),
    "achterwaarts": (r"[Aa]chterwaarts", "Plan achterwaarts"),
    "zo laat als kan": (r"laat als kan", "alles zo laat als kan"),
    "merken for vastleggen": (r"\b[Mm]erkt\b", "Merkt als vandaag vastgesteld"),
    "koppeling between milestones": (r"de koppeling(?:en)? (?:weg|is)", "of haal de koppeling weg"),
    "taking an earlier state": (r"[Tt]eruggenomen|Tot hier terug", "3 wijzigingen teruggenomen"),
    "raakt aan": (r"\b[Rr]aakt (?:aan|het)\b", "raakt aan ‘gelijke kansen’"),
    "kijkt ook": (r"kijkt ook|kijken ook", "anja kijkt ook"),
    "een voor een": (r"\been voor een\b", "een voor een groot op het scherm"),
    "klaar as a state": (r"✓ klaar|\bop klaar\b|^[Kk]laar$|\bnog niet klaar\b|\bis klaar\.$", "✓ klaar"),
    "onderdeel for a record": (
        r"onderdeel (?:dat er|van het dossier)|Dit onderdeel is hier",
        "een onderdeel dat er al is",
    ),
    "a range with a hyphen": (r"\((?:jan|feb|mrt|aug|sept?|okt) - |\d - \d|\(\d+-\d+\)", "Effect (0-10)"),
    "a person's pronoun for a thing": (
        r"\b(?:maak|neem|laat|voeg|verbeter|zet|haalt?) (?:hem|haar)\b",
        "maak hem leeg",
    ),
    "a judgment on the regeling": (r"voldoet aan de regeling", "Het plan voldoet aan de regeling."),
    "an order for an owner": (r"Let hierop", "Let hierop: projectleider"),
    "a list that stands alone": (r"staat alleen\.$", "Deze lijst staat alleen."),
}
# Here people's own words for a column or a light are recognised.
RECOGNISED = {
    "intake/milestones/columns.py",
    "intake/milestones/rows.py",
    "command/records.py",
    "planning/quick_entry/log_line.py",
}


@reads_sources
@pytest.mark.parametrize("what", BANNED)
def test_no_sentence_of_ours_has(what: str) -> None:
    pattern, example = re.compile(BANNED[what][0]), BANNED[what][1]
    assert pattern.search(example)
    read = ((place, text) for place, text in strings() if place.split(":")[0] not in RECOGNISED)
    found = [f"{place} {text!r}" for place, text in read if pattern.search(text)]
    assert not found, "\n".join(found)


@reads_sources
def test_labels_of_fields_and_heads_use_one_word() -> None:
    """A due date is ‘Klaar op’, a promise or state has a ‘Status’, and no label is the bare word of the state."""
    labels = {
        f"{table.name}.{name}": spec.label for table in TABLES.values() for name, spec in fields_of(table.model).items()
    }
    assert {name for name, label in labels.items() if name.endswith(".due")} == {"milestones.due", "actions.due"}
    assert {labels["milestones.due"], labels["actions.due"]} == {"Klaar op"}
    assert {label for name, label in labels.items() if name.endswith((".status", ".state"))} == {"Status"}
    assert not {"Klaar", "Gereed", "Stand", "Kort"} & set(labels.values())
    heads = {text for _, text in strings()}
    assert not {"Klaar", "Stand", "Kort", "Nog niet"} & heads


# Counts.

# How many strings of a module put a number before its plural without `count`: there it is never one, as a limit is, or
# what is left when one has a sentence of its own.
ALWAYS_MANY = {
    "documents/word/chapters/veri_matrix.py": 1,
    "documents/word/chapters/regiovisie.py": 1,
    "documents/word/progress_report.py": 4,
    "domain/typed_value.py": 2,
    "domain/validation.py": 1,
    "intake/duo/file.py": 1,
    "intake/milestones/links.py": 1,
    "intake/milestones/matching.py": 1,
    "intake/milestones/belonging.py": 1,
    "intake/milestones/choosing_tab.py": 1,
    "intake/sheets/table_reader.py": 1,
    "planning/evaluation/time_in_words.py": 1,
    "planning/evaluation/results.py": 1,
    "planning/figures/table.py": 2,
    "planning/new_dossier.py": 1,
    "planning/checks/figures.py": 1,
    "planning/checks/milestones.py": 1,
    "planning/checks/money.py": 1,
    "planning/checks/progress.py": 2,
    "planning/checks/veri.py": 3,
    "screens/milestones/moving.py": 1,
    "screens/veri/screen.py": 2,
    "screens/vision/figures.py": 1,
    "screens/workshop/moment_in_words.py": 1,
    "storage/file/tinydb_storage.py": 1,
    "storage/past/entry.py": 1,
}
MORE_PLURALS = ("minuten", "seconden", "tekens", "kolommen", "waarden", "jaren", "nummers", "tafels", "organen")


def _plurals() -> set[str]:
    """What `count` is asked for, and what the tables call more than one; without what follows it."""
    found = {table.plural.split()[0] for table in TABLES.values() if table.plural != table.singular}
    for path in modules():
        for node in nodes_in(path):
            if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("count") and len(node.args) == 3:
                one, more = map(ast.unparse, node.args[1:])
                found |= {str(part.value) for part in node.args[2:] if isinstance(part, ast.Constant) and one != more}
    return found | set(MORE_PLURALS)


@reads_sources
def test_a_number_before_its_plural_comes_from_count() -> None:
    plural = re.compile(rf"[ \u00a0](?:{'|'.join(sorted(_plurals(), key=len, reverse=True))})\b")
    found: Counter[str] = Counter()
    for path in modules():
        for node in nodes_in(path):
            parts = node.values if isinstance(node, ast.JoinedStr) else []
            for number, text in pairwise(parts):
                if not isinstance(number, ast.FormattedValue) or not isinstance(text, ast.Constant):
                    continue
                counted = ast.unparse(number.value).startswith(("count(", "dutch.count("))
                found[str(path.relative_to(PACKAGE))] += bool(plural.match(str(text.value)) and not counted)
    more = {module: number for module, number in found.items() if number > ALWAYS_MANY.get(module, 0)}
    assert not more, "write the number with dutch.count, so that it is right for one"


WHEN = date(2026, 9, 3)
WHAT_NOW = "Besluit wat ermee gebeurt."


def question_of(answers: int) -> Dossier:
    """A question with so many answers."""
    question = Question(id=1, part=QuestionPart.SUCCESSEN, text="Wat ging goed?")
    given = [Answer(id=place, question=1, text=f"Antwoord {place}", votes=1) for place in range(1, answers + 1)]
    return dossier_with(question, *given)


def deadline_in(days: int) -> Dossier:
    """A deadline of the region so many days from now."""
    began = dossier_with()
    own = Deadline(id=1, title="Brief", date=WHEN + timedelta(days=days), kind=DeadlineKind.REGION)
    return replace(began, tables={**began.tables, "deadlines": {1: own}})


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        (lambda n: dutch.count(n, "antwoord", "antwoorden"), "geen antwoorden|1 antwoord|2 antwoorden|13 antwoorden"),
        (
            lambda n: HeaderState(errors=n, milder=n).findings(short=False),
            "|2 meldingen, waarvan 1 fout|4 meldingen, waarvan 2 fouten|26 meldingen, waarvan 13 fouten",
        ),
        (lambda n: HeaderState(milder=n).findings(short=False), "|1 melding|2 meldingen|13 meldingen"),
        (
            lambda n: cut("a" * (5 + n), 5),
            "aaaaa|aaaaa… (en nog 1 teken)|aaaaa… (en nog 2 tekens)|aaaaa… (en nog 13 tekens)",
        ),
        (
            lambda n: proposal(tally(question_of(n), 1)),
            "Er zijn nog geen antwoorden om over te besluiten."
            "|Voorstel: besluit over het enige antwoord; het kreeg 1 stem."
            "|Voorstel: stem opnieuw, want alle twee antwoorden kregen elk 1 stem."
            "|Voorstel: stem opnieuw, want alle 13 antwoorden kregen elk 1 stem.",
        ),
        (
            lambda n: time_in_words(60 * n),
            "De tijd is om|Nog één minuut|Nog twee minuten|Nog dertien minuten",
        ),
        (
            lambda n: "".join(told for _, told in said_by("votes_without_decision", question_of(n), WHEN)).replace(
                WHAT_NOW, "{}"
            ),
            "|Bij de vraag ‘Wat ging goed?’ kreeg 1 antwoord stemmen, maar geen besluit. {}"
            "|Bij de vraag ‘Wat ging goed?’ kregen 2 antwoorden stemmen, maar geen besluit. {}"
            "|Bij de vraag ‘Wat ging goed?’ kregen 13 antwoorden stemmen, maar geen besluit. {}",
        ),
        (
            lambda n: next_deadlines(deadline_in(n), WHEN)[0].words,
            "vandaag|nog 1 dag|nog 2 dagen|nog 13 dagen",
        ),
    ],
    ids=["count", "head", "head of tips", "cut", "proposal", "clock", "votes", "deadline"],
)
def test_a_sentence_is_right_for_none_one_two_and_thirteen(sentence: Callable[[int], str], words: str) -> None:
    assert [sentence(number) for number in (0, 1, 2, 13)] == words.split("|")


@pytest.mark.parametrize(("minutes", "words"), [(1, "1 minuut"), (2, "2 minuten"), (13, "13 minuten")])
def test_the_minutes_of_an_agenda(minutes: int, words: str) -> None:
    session = Meeting(id=1, title="Avond", agenda=(AgendaItem(id=1, title="Welkom", minutes=minutes),))
    dossier = dossier_with(session)
    heads = [str(row.cells[0]) for row in agenda_rows(walk_of(dossier, 1)) if row.kind == "group"]
    assert heads == ["Zo werken we", f"Agenda, samen {words}"]
    assert MEETINGS.rows(dossier, WHEN)[0].cells[3] == (f"1 agendapunt, {words}", "muted")


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("reeks; 2024\nPIE; 1; 2", "hier staan 2 waarden bij 1 jaar."),
        ("reeks; 2024; 2025\nPIE; 1; 2; 3", "hier staan 3 waarden bij 2 jaren."),
    ],
)
def test_values_against_years(typed: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        parse_table(typed)


@reads_sources
def test_a_capital_takes_no_other_capital_away() -> None:
    """`485 veri-rollen`: str.capitalize makes small letters of the rest; `dutch.capital` leaves it as it is."""
    used = [
        f"{path.relative_to(PACKAGE)}:{node.lineno}"
        for path in modules()
        for node in nodes_in(path)
        if isinstance(node, ast.Attribute) and node.attr == "capitalize"
    ]
    assert used == []
