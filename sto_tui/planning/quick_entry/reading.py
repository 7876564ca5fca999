"""The grammar of each table, reading a line by it, and what to say of it before anything is typed."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.level_words import in_own_words
from sto_tui.domain.record import Ref, fields_of
from sto_tui.domain.tables import TABLES
from sto_tui.planning.quick_entry.action import ACTION
from sto_tui.planning.quick_entry.answer import ANSWER, SCORE
from sto_tui.planning.quick_entry.booking import PAYMENT, REALISED
from sto_tui.planning.quick_entry.chapter_text import CHAPTER_TEXT
from sto_tui.planning.quick_entry.computed_amount import BUDGET_LINE, CONTRIBUTION
from sto_tui.planning.quick_entry.dated import DEADLINE, FREE_DAY, MEETING
from sto_tui.planning.quick_entry.fields_in_order import fields_in_order
from sto_tui.planning.quick_entry.first_text import first_text, needed_fields
from sto_tui.planning.quick_entry.grammar import Grammar, LinePlace, LineRead
from sto_tui.planning.quick_entry.in_order import (
    BODY,
    COMMUNICATION,
    DECISION,
    EQUIPMENT,
    GOAL,
    INDICATOR,
    LESSON,
    RESOLUTION,
    RISK,
    THEME,
    TRAINING,
)
from sto_tui.planning.quick_entry.log_line import LOG_LINE
from sto_tui.planning.quick_entry.milestone import MILESTONE
from sto_tui.planning.quick_entry.party import PARTY
from sto_tui.planning.quick_entry.plan_period import PLAN_PERIOD
from sto_tui.planning.quick_entry.speerpunt import SPEERPUNT

MOST_OF_A_NAME = 24

_GRAMMARS: Mapping[str, Grammar] = MappingProxyType(
    {
        "actions": ACTION,
        "answers": ANSWER,
        "bodies": BODY,
        "budget": BUDGET_LINE,
        "cofinancing": CONTRIBUTION,
        "communication": COMMUNICATION,
        "deadlines": DEADLINE,
        "decisions": DECISION,
        "equipment": EQUIPMENT,
        "free_days": FREE_DAY,
        "goals": GOAL,
        "indicators": INDICATOR,
        "lessons": LESSON,
        "milestones": MILESTONE,
        "parties": PARTY,
        "payments": PAYMENT,
        "periods": PLAN_PERIOD,
        "progress": LOG_LINE,
        "realised": REALISED,
        "resolutions": RESOLUTION,
        "risks": RISK,
        "scores": SCORE,
        "sessions": MEETING,
        "speerpunten": SPEERPUNT,
        "texts": CHAPTER_TEXT,
        "themes": THEME,
        "training": TRAINING,
    }
)


def read_line(dossier: Dossier, table: str, given: Mapping[str, Any], text: str, today: date) -> Mapping[str, Any]:
    """The fields that a line gives a new record, beside what is given. Raises ValueError with one Dutch sentence."""
    return line_read(table, LinePlace(dossier, given, today), text).values


def line_read(table: str, place: LinePlace, text: str) -> LineRead:
    """All that a line says. Raises ValueError with one Dutch sentence."""
    return grammar_of(table).read(place, text)


@cache
def grammar_of(table: str) -> Grammar:
    """How its lines are read: without a grammar of its own by what must be filled in, or its first text."""
    model = TABLES[table].model
    needed = needed_fields(model)
    return _GRAMMARS.get(table) or (fields_in_order(model, needed, ()) if len(needed) > 1 else first_text(model))


def explanations(table: str, place: LinePlace) -> Sequence[str]:
    """What the line may carry, to stand above it: what says most first, to take the first that fits."""
    new = place.dossier.new_of(table)
    owned = f"{new}{_belongs(table, place)}"
    grammar = grammar_of(table)
    examples = grammar.examples(place)
    parts, help_text = (in_own_words(words, place.dossier.region) for words in (grammar.parts, grammar.help))
    whole = [f"{owned}: {parts}; bijvoorbeeld: {example}" for example in examples if parts]
    heads = (f"{owned}, bijvoorbeeld: ", f"{owned}, bijv.: ", f"{owned}: ", f"{new}, bijv.: ")
    # What is added is said before what more a line may carry.
    shown = [f"{head}{example}" for example in examples for head in heads]
    shown += [f"Bijv.: {example}" for example in examples]
    bare = [f"{head}: {words}" for words in (help_text, parts) if words for head in (owned, new)]
    return list(dict.fromkeys((*grammar.listed, *whole, *(shown or bare))))


def owner_of(table: str, place: LinePlace) -> Ref | None:
    """To what a new record will belong, when that is given."""
    return next((ref for ref in _owners(table, place) if place.dossier.get(ref) is not None), None)


def owner_gone(table: str, place: LinePlace) -> str:
    """The word for what a new record was to belong to, when that was removed meanwhile; empty when all is there."""
    gone = next((ref for ref in _owners(table, place) if place.dossier.whole.get(ref) is None), None)
    return place.dossier.word_of(gone.table) if gone else ""


def _owners(table: str, place: LinePlace) -> Iterator[Ref]:
    for name, spec in fields_of(TABLES[table].model).items():
        value = place.given.get(name)
        if value is not None and spec.kind == "reference" and spec.name != "period":
            yield value if isinstance(value, Ref) else Ref(spec.tables[0], value)


def _belongs(table: str, place: LinePlace) -> str:
    """The words for that: ` bij 1.2`."""
    ref = owner_of(table, place)
    if ref is None:
        return ""
    called = str(getattr(place.dossier.get(ref), "number", "")) or place.dossier.caption(ref)
    return f" bij {called}" if len(called) <= MOST_OF_A_NAME else ""
