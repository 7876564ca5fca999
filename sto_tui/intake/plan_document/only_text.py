"""What of a plan became text only, though it holds a name, a number or a date, and what of it went nowhere.

A layout that nobody foresaw shows here: whatever is not read as what it is, is named with its place.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, is_dataclass

from sto_tui.domain.dutch import NUMBER_WORDS
from sto_tui.domain.plan import Chapter
from sto_tui.domain.text import plain
from sto_tui.intake.plan_document.ditto import is_ditto
from sto_tui.intake.plan_document.goal_numbers import numbers_in
from sto_tui.intake.plan_document.partners import kind_named
from sto_tui.intake.plan_document.pieces import sentences, size_in, times_a_year
from sto_tui.intake.plan_document.plan_sections import label_slot
from sto_tui.intake.plan_document.plan_words import measured_below, word_key
from sto_tui.intake.plan_document.table_lines import CONTACT_HEADS, KIND_HEADS
from sto_tui.intake.plan_document.telling_words import Kind, Telling, TellingWords, numbers_of
from sto_tui.intake.plan_document.written_periods import is_begin, is_end
from sto_tui.intake.plan_document.written_plan import (
    NotUnderstood,
    WrittenBody,
    WrittenDoubt,
    WrittenGoal,
    WrittenLine,
    WrittenPlan,
    WrittenRisk,
    WrittenSpeerpunt,
    WrittenText,
    WrittenTheme,
)

NOWHERE = "dit is nergens in overgenomen"
_RECORD, _CHAPTER_OF_RECORDS, _OTHER_CHAPTER = range(3)
_OF_RECORDS = frozenset(
    {Chapter.ORGANISATIE, Chapter.DOELEN, Chapter.THEMAS, Chapter.RISICOS, Chapter.PLANNING, Chapter.BEGROTING}
)
_MOST_TOLD = 4
_SHORT = 30
# `1. Bus` and `Thema 2: Bus`: a plan may be numbered otherwise in the dossier.
_NUMBER_BEFORE = re.compile(
    r"^\W*(?:\d{1,2}(?:\.\d{1,2})*[.)]?(?:\s|$)|[^\W\d]+ \d{1,2}(?:\.\d{1,2})*\s?[:.)–-]\s)", re.MULTILINE
)
_LETTERED = re.compile(r"([A-JL-PR-Z])\.?(\d{1,2})(?:[.:)]?\s+([^\W\d].*))?", re.DOTALL)
# Word counts these itself; behind `2.` begins no other sentence.
_MARK_OF_ITEM = re.compile(r"^\d{1,2}[.)] (?=\S)")
_LONG_WORD = re.compile(r"[^\W\d]{4,}")
_SHORT_WORD = re.compile(r"[^\W\d]{2,}")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class _Running:
    """Running text, with all that the same record says in fields of its own."""

    place: str
    text: str
    beside: str
    rank: int
    kinds: frozenset[Kind] = frozenset(Kind)


def only_text(plan: WrittenPlan, telling: TellingWords) -> list[NotUnderstood]:
    """The sentences that tell something and are text only, the most likely to belong in a field first."""
    found: list[tuple[tuple[int, int], NotUnderstood]] = []
    # Of a body told in a chapter the sentence stands in both.
    seen: set[tuple[str, str]] = set()
    for running in _running_texts(plan):
        lines = [_MARK_OF_ITEM.sub("", line.strip()) for line in running.text.split("\n")]
        for sentence in (one for line in lines for one in sentences(line)):
            key = running.place, " ".join(_WORD.findall(plain(sentence)))
            tells = [one for one in telling.found_in(sentence) if one.kind in running.kinds]
            tells = [one for one in tells if not _holds(running.beside, one.words)]
            if tells and key not in seen:
                seen.add(key)
                line = NotUnderstood(running.place, sentence, _told(tells))
                found.append(((running.rank, min(one.kind for one in tells)), line))
    return [line for _, line in sorted(found, key=lambda pair: pair[0])]


def lost_lines(plan: WrittenPlan, told: Iterable[NotUnderstood], telling: TellingWords) -> Iterator[NotUnderstood]:
    """The lines of the document of which a number, a known name or every long word is nowhere in what was read or told.

    A heading or label is the place of what stands below or behind it.
    """
    whole = " ".join(map(plain, [*_strings(plan), *(f"{line.text} {line.reason}" for line in told)]))
    numbers, words = {*numbers_of(whole)}, {*_SHORT_WORD.findall(whole)}
    goals = {goal.number for goal in plan.goals}
    letters = {match[1] for line in plan.lines if (match := _LETTERED.fullmatch(line.text)) and not match[3]}
    for line in plan.lines:
        text = _without_letter(_NUMBER_BEFORE.sub("", line.text), goals, letters)
        is_there = numbers.issuperset(numbers_of(text))
        said = plain(_behind_label(text))
        # A name or a word of a table may be short, and is all that its cell says.
        long = {*_LONG_WORD.findall(said)} or {*_SHORT_WORD.findall(said)}
        is_passed = bool(long) and words.isdisjoint(long) and not (line.is_heading or _is_label(text))
        is_lost = not is_there or is_passed or not all(_holds(whole, name) for name in telling.known_in(text))
        # `1 en 2` begins with a number that is none of the line.
        is_said = any(_is_said_by_record(each, plan) for each in (text, line.text))
        if is_lost and line.text not in plan.told_cells and not is_said:
            yield NotUnderstood(line.place, " ".join(line.text.split()), NOWHERE)


def _without_letter(text: str, goals: Collection[int], letters: Collection[str]) -> str:
    """The text of `N02 Meer docenten` where the plan has such a goal; in a column all have the same letter."""
    match = _LETTERED.fullmatch(text)
    is_goal = match is not None and int(match[2]) in goals and (bool(match[3]) or {*letters} == {match[1]})
    return match[3] or "" if match and is_goal else text


def _is_said_by_record(text: str, plan: WrittenPlan) -> bool:
    """Whether a line says nothing but what a record has in other words: `Doel 1`, `4x per jaar`, `ROC`, `hoog`."""
    goals, often = {*numbers_in(text)}, times_a_year(text) if len(text) < _SHORT else None
    served = [*(theme.goals for theme in plan.themes), *(point.goals for point in plan.speerpunten)]
    serves = bool(goals) and any(map(goals.issubset, served))
    kind, size = kind_named(text), size_in(text) if len(text) < _SHORT else None
    is_kind = kind is not None and any(party.kind is kind for party in plan.parties)
    is_size = size is not None and any(size in (risk.probability, risk.impact) for risk in plan.risks)
    return serves or is_kind or is_size or (often is not None and any(body.meets == often for body in plan.bodies))


def _behind_label(text: str) -> str:
    before, colon, after = text.partition(":")
    return after if colon and _is_label(before) else text


def _is_label(text: str) -> bool:
    is_of_party = word_key(text) in KIND_HEADS | CONTACT_HEADS
    is_head = label_slot(text) is not None or measured_below(text) is not None
    return is_of_party or is_head or is_begin(text) or is_end(text) or is_ditto(text)


def _told(tells: Sequence[Telling]) -> str:
    shown = [f"{one.kind.dutch}: {one.words}" for one in tells[:_MOST_TOLD]]
    return "; ".join([*shown, *["…"] * (len(tells) > _MOST_TOLD)])


def _holds(text: str, words: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(plain(words))}(?!\w)", text) is not None


def _running_texts(plan: WrittenPlan) -> Iterator[_Running]:
    for theme in plan.themes:
        yield from (_Running(theme.place, text, _fields(theme), _RECORD) for text in theme.result)
    for point in plan.speerpunten:
        yield from (_Running(point.place, text, _fields(point), _RECORD) for text in point.result)
        yield from _acts(point)
    for body in plan.bodies:
        yield from (_Running(body.place, text, _fields(body), _RECORD) for text in body.task)
    for risk in plan.risks:
        yield from (_Running(risk.place, text, _fields(risk), _RECORD) for text in risk.note)
    for goal in plan.goals:
        yield _Running(goal.place, goal.text, _fields(goal), _RECORD, frozenset({Kind.DATE, Kind.NUMBER}))
    for text in plan.texts:
        rank = _CHAPTER_OF_RECORDS if text.chapter in _OF_RECORDS else _OTHER_CHAPTER
        beside = " ".join(map(plain, _strings(_records_about(plan, text))))
        yield from (_Running(text.place, paragraph, beside, rank) for paragraph in text.paragraphs)


def _acts(point: WrittenSpeerpunt) -> Iterator[_Running]:
    """An act is a field itself; when it is done, and by whom, has another."""
    partners = " ".join(map(plain, [*point.partners, *(name for doubt in point.doubts for name in doubt.partners)]))
    for phase in point.phases:
        beside = f"{plain(phase.label)} {partners}"
        kinds = frozenset({Kind.PARTY, Kind.DATE})
        yield from (_Running(point.place, act, beside, _RECORD, kinds) for act in phase.acts)


def _records_about(plan: WrittenPlan, text: WrittenText) -> Sequence[object]:
    """The records of the same subject as a chapter: what it says of these in text is in their fields."""
    records: dict[Chapter, Sequence[object]] = {
        Chapter.DOELEN: plan.goals,
        Chapter.RISICOS: plan.risks,
        Chapter.THEMAS: [*plan.themes, *plan.speerpunten],
    }
    if text.chapter is Chapter.ORGANISATIE:
        return [*map(_fields, plan.bodies)]
    return records.get(text.chapter, ())


_TEXTS = {
    WrittenTheme: {"result"},
    WrittenSpeerpunt: {"result"},
    WrittenBody: {"task"},
    WrittenRisk: {"note"},
    WrittenGoal: {"text", "number"},
}


def _fields(record: object) -> str:
    """All that a record says in fields of its own, for comparing; what is offered in doubt too."""
    return " ".join(map(plain, _strings(record, frozenset(_TEXTS.get(type(record), ())))))


def _strings(value: object, without: frozenset[str] = frozenset()) -> Iterator[str]:
    """All words and numbers in something that was read; a number also as the word for it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, int):
        yield str(value)
        yield from NUMBER_WORDS[value : value + 1] if value > 0 else ()
    elif isinstance(value, list | tuple):
        for each in value:
            yield from _strings(each)
    elif is_dataclass(value):
        passed = without | ({"result"} if isinstance(value, WrittenDoubt) and without else frozenset())
        for field in fields(value):
            each = getattr(value, field.name)
            if field.name not in passed and field.name != "place" and not _is_line(each):
                yield from _strings(each)


def _is_line(value: object) -> bool:
    """Whether it is the document itself."""
    return isinstance(value, list) and bool(value) and isinstance(value[0], WrittenLine)
