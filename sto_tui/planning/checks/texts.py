"""What the written parts say of the plan: numbers that exist, and counts that are right."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from functools import lru_cache
from operator import attrgetter

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier, list_of, ref_of
from sto_tui.domain.level_words import LevelWords, in_own_words, level_words, word_of_table
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.plan import Chapter, ChapterText, Goal, Speerpunt, Theme
from sto_tui.domain.record import Ref
from sto_tui.domain.tables import TABLES
from sto_tui.domain.text import shortened
from sto_tui.frozen import frozen
from sto_tui.patterns import pattern
from sto_tui.places import Place
from sto_tui.planning.checks.finding import MET, Found, Level, Point, Points, check, missing
from sto_tui.planning.checks.per_place import check_per_place
from sto_tui.planning.paper_outline import WHOLE, chapters_of, mention
from sto_tui.planning.paper_registry import PaperPart
from sto_tui.planning.statements import STATEMENTS, statement

# The texts in which the region writes about this plan; answers and the previous vision are about an earlier one.
_WRITTEN = {
    "region": STATEMENTS,
    "periods": STATEMENTS,
    "vision": ("text",),
    "goals": ("text",),
    "themes": ("result",),
    "speerpunten": ("result",),
    "risks": ("measure", "note"),
    "milestones": ("tangible_result",),
    "texts": ("text",),
}
_STATING = ("region", "periods")
_KINDS = {
    "§": "paragraaf",
    "paragraaf": "paragraaf",
    "paragrafen": "paragraaf",
    "hoofdstuk": "hoofdstuk",
    "hoofdstukken": "hoofdstuk",
    "thema": "thema",
    "thema’s": "thema",
    "speerpunt": "speerpunt",
    "speerpunten": "speerpunt",
    "doel": "doel",
    "doelen": "doel",
    "hoofddoel": "doel",
    "hoofddoelen": "doel",
    "mijlpaal": "mijlpaal",
    "mijlpalen": "mijlpaal",
}
_OF_LEVELS = {"thema": "themes", "speerpunt": "speerpunten"}
# A region may call its speerpunten so, but a text that counts them mostly counts something else.
_TOO_COMMON = {"activiteiten", "onderdelen", "projecten", "taken"}
_NUMBER = r"\d{1,2}(?:\.\d{1,2})*[a-z]?\b"
_UNITS = "%|procent|leerling|docent|scho|bedrij|uur|uren|euro|jaar|maand|we[e]?k|dag|" + "|".join(dutch.MONTHS)
_ONE_NUMBER = pattern(_NUMBER, re.IGNORECASE)

_COUNT = r"\d{1,3}|één|een|" + "|".join(dutch.NUMBER_WORDS[2:])
_EACH = pattern(r"\b(?:elke?|iedere?|per)\b", re.IGNORECASE)
_SENTENCE_END = pattern(r"(?<=[.!?])\s+|\n+")
# Words before a count that say it is about some of them, and words that say it is about all.
_SOME = {"eerste", "laatste", "andere", "overige", "volgende", "minstens", "minimaal", "enkele", "tussen"}
_ALL = {"alle", "telt", "heeft", "kent", "bevat", "omvat", "uit", "over", "van", "totaal", "hand", "de", "in"}


@frozen
class _Read:
    """How a text of a region is read: which words name what, the references, and the counts of themes and speerpunten.

    A word that the region uses for one level is not read as that of the other; one that is also a goal or milestone
    may be both.
    """

    kinds: Mapping[str, tuple[str, ...]]
    reference: re.Pattern[str]
    counted: re.Pattern[str]


@lru_cache
def _read_by(words: LevelWords) -> _Read:
    kinds: dict[str, tuple[str, ...]] = {word: (kind,) for word, kind in _KINDS.items()}
    counted = {"thema’s", "speerpunten"}
    others = {_key(name) for table in TABLES.values() for name in (table.singular, table.plural)} - set(_KINDS)
    for kind, word in (("thema", words.theme), ("speerpunt", words.speerpunt)):
        own = {_key(word.singular)} | (set() if word.is_general else {_key(word.plural)})
        for name in own - others:
            also = tuple(known for known in kinds.get(name, ()) if known not in _OF_LEVELS)
            kinds[name] = (*also, kind)
        counted |= set() if word.is_general else {_key(word.plural)} - others - _TOO_COMMON
    named = "|".join(_spelled(name) for name in sorted(kinds, key=len, reverse=True) if name != "§")
    reference = pattern(
        rf"(?:\b(?P<kind>{named})\s+(?:nr\.?\s+|nummer\s+)?|(?P<sign>§)\s*)"
        rf"(?P<numbers>{_NUMBER}(?:(?:\s*,\s*|\s+(?:en|of|t/m|tot\sen\smet)\s+){_NUMBER})*)"
        rf"(?!\s*(?:{_UNITS})|[.,]?\d)(?!\s+van\s+(?!dit\b))",
        re.IGNORECASE,
    )
    what = "|".join(_spelled(name) for name in sorted(counted, key=len, reverse=True))
    counts = pattern(
        rf"(?P<before>\b\w+\s+)?\b(?P<low>{_COUNT})(?:\s*(?:of|à|tot|tot\sen\smet|-|–)\s*(?P<high>{_COUNT}))?\s+"
        rf"(?P<what>{what})\b",
        re.IGNORECASE,
    )
    return _Read(kinds, reference, counts)


def _reading(dossier: Dossier) -> _Read:
    return _read_by(level_words(dossier.region))


def _key(word: str) -> str:
    return " ".join(word.casefold().replace("'", "’").split())


def _spelled(name: str) -> str:
    return re.escape(name).replace("’", "[’']").replace("\\ ", r"\s+")


def _written(dossier: Dossier, tables: Collection[str]) -> Iterator[tuple[Ref, str]]:
    """The written texts of these tables that are not empty and stand in this plan, with their addresses."""
    stated = {statement(dossier, name).ref for name in STATEMENTS}
    for table in tables:
        read = [(name, attrgetter(name)) for name in _WRITTEN[table]]
        for record in dossier.ordered(table).values():
            for name, value_of in read:
                text, ref = value_of(record), ref_of(record, name)
                if text and (table not in _STATING or ref in stated):
                    yield ref, text


@check_per_place(Level.WAARSCHUWING, _WRITTEN)
def lost_number(dossier: Dossier, today: date, tables: tuple[str, ...]) -> Points:
    """A text that refers to a paragraph, chapter, theme, speerpunt, goal or milestone that is not there.

    Source: opbouw van het concept, alleen hoofdstukken zijn genummerd.
    """
    exists = _known_numbers(dossier)
    for ref, text in _written(dossier, tables):
        for kinds, number in dict.fromkeys(_numbers_in(dossier, text)):
            if any(exists[kind](number) for kind in kinds):
                continue
            kind = kinds[0]
            named = word_of_table(dossier.region, _OF_LEVELS[kind]).singular if kind in _OF_LEVELS else kind
            advice = (
                "Het concept nummert alleen hoofdstukken; verwijs naar een hoofdstuk."
                if kind == "paragraaf"
                else "Verbeter het nummer of schrap de verwijzing."
            )
            yield Found(ref, f"{where(dossier, ref)} verwijst naar {named} {number}, maar dat is er niet. {advice}")


def referring_outside(dossier: Dossier, part: PaperPart) -> list[str]:
    """Per text of a part what it refers to and what is not in that part, as sentences for who makes it.

    Chapters of another part, and paragraphs: those have no numbers.
    """
    there = chapters_of(part)
    away = {str(chapter.number): chapter for chapter in Chapter if chapter not in there}
    sentences = []
    for text in dossier.of(ChapterText).values():
        for (kind, *_), number in dict.fromkeys(_numbers_in(dossier, text.text)) if text.chapter in there else ():
            refers = f"{where(dossier, ref_of(text))} verwijst naar {kind} {number}."
            if kind == "hoofdstuk" and number in away:
                sentences.append(f"{refers} Dat staat in {mention(away[number], part)}, niet in dit deel.")
            elif kind == "paragraaf" and "." in number:
                sentences.append(f"{refers} Die is er niet: het concept nummert alleen hoofdstukken.")
    return sentences


def where(dossier: Dossier, ref: Ref) -> str:
    """A record in a sentence: `Tekst ‘1 Inleiding’`."""
    caption = dossier.caption(ref.at(None))
    return f"{dutch.capital(word_of_table(dossier.region, ref.table).singular)} ‘{shortened(caption, 60)}’"


def _numbers_in(dossier: Dossier, text: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """What every reference in a text can be to, and its number."""
    read = _reading(dossier)
    for reference in read.reference.finditer(text):
        kinds = read.kinds[_key(reference["kind"] or reference["sign"])]
        for number in _ONE_NUMBER.findall(reference["numbers"]):
            yield kinds, number.lower()


def _known_numbers(dossier: Dossier) -> Mapping[str, Callable[[str], bool]]:
    """Per kind whether a number is there, or is no number of that kind at all."""
    goals = {str(goal.number) for goal in dossier.of(Goal).values()}
    themes = {str(theme.number) for theme in dossier.of(Theme).values()}
    chapters = {str(number) for number in range(1, len(Chapter) + 1)}
    speerpunten = {speerpunt.number.lower() for speerpunt in dossier.of(Speerpunt).values()}
    milestones = {milestone.number.lower() for milestone in dossier.of(Milestone).values()}
    return {
        "paragraaf": lambda number: "." not in number,
        "hoofdstuk": chapters.__contains__,
        "doel": goals.__contains__,
        "thema": themes.__contains__,
        "speerpunt": _known_or_other(speerpunten),
        "mijlpaal": _known_or_other(milestones),
    }


def _known_or_other(numbers: set[str]) -> Callable[[str], bool]:
    """A bare number counts as one of these only where some of these are bare: `mijlpaal 30` is mostly a date."""
    bare = any(number.isdigit() for number in numbers)
    return lambda number: number in numbers or (number.isdigit() and not bare)


@check_per_place(Level.WAARSCHUWING, ("region", "periods", "vision", "themes", "texts"))
def wrong_count(dossier: Dossier, today: date, tables: tuple[str, ...]) -> Points:
    """A text that says how many themes or speerpunten there are, where there are more or fewer.

    Source: opbouw van het activiteitenplan, de tekst klopt met de tabel.
    """
    read = _reading(dossier)
    for ref, text in _written(dossier, tables):
        for sentence in _SENTENCE_END.split(text):
            for stated_count in read.counted.finditer(sentence):
                kinds = read.kinds[_key(stated_count["what"])]
                if len(kinds) > 1:
                    continue
                counter = _themes_problem if kinds == ("thema",) else _speerpunten_problem
                problem = counter(dossier, stated_count, sentence)
                if problem:
                    quote = sentence[stated_count.start("low") : stated_count.end("what")]
                    yield Found(
                        ref, f"{where(dossier, ref)} zegt ‘{quote}’, maar {problem}. Pas de tekst of het plan aan."
                    )


def _bounds(stated_count: re.Match[str]) -> tuple[int, int]:
    low = _value(stated_count["low"])
    return low, _value(stated_count["high"]) if stated_count["high"] else low


def _value(word: str) -> int:
    word = word.casefold()
    return int(word) if word.isdigit() else 1 if word == "een" else dutch.NUMBER_WORDS.index(word)


def _before(stated_count: re.Match[str]) -> str:
    return (stated_count["before"] or "").strip().casefold()


def _themes_problem(dossier: Dossier, stated_count: re.Match[str], sentence: str) -> str:
    low, high = _bounds(stated_count)
    there = len(dossier.of(Theme))
    if low <= there <= high or _before(stated_count) in _SOME:
        return ""
    word = word_of_table(dossier.region, "themes")
    counted = dutch.count(there, word.singular, word.plural)
    return f"er {_are(there)} {counted}"


def _speerpunten_problem(dossier: Dossier, stated_count: re.Match[str], sentence: str) -> str:
    """A range, or a sentence about each theme, is about the speerpunten per theme; else it is about them all."""
    low, high = _bounds(stated_count)
    if _before(stated_count) in _SOME:
        return ""
    if low != high or _EACH.search(sentence):
        theme_word = word_of_table(dossier.region, "themes").singular
        differing = [
            f"{theme_word} {theme.number} heeft er {len(dossier.speerpunten_of(theme.id))}"
            for theme in dossier.of(Theme).values()
            if not low <= len(dossier.speerpunten_of(theme.id)) <= high
        ]
        return dutch.enumerate_words(differing)
    there = len(dossier.of(Speerpunt))
    per_theme = {len(dossier.speerpunten_of(theme)) for theme in dossier.of(Theme)}
    about_all = low > there or (_before(stated_count) in _ALL and low not in per_theme)
    word = word_of_table(dossier.region, "speerpunten")
    return f"er {_are(there)} {dutch.count(there, word.singular, word.plural)}" if about_all and low != there else ""


def _are(how_many: int) -> str:
    return "is" if how_many == 1 else "zijn"


@check(Level.TIP, Place.CONCEPT, WHOLE, until_end=True)
def chapter_without_text(dossier: Dossier, today: date) -> Points:
    """Chapters of the draft without a word of the region's own; named in one finding.

    Source: opbouw van het concept.
    """
    written = {text.chapter for text in dossier.of(ChapterText).values()}
    missing = [f"‘{in_own_words(chapter.label, dossier.region)}’" for chapter in Chapter if chapter not in written]
    if missing:
        chapters = "hoofdstuk" if len(missing) == 1 else "de hoofdstukken"
        yield Found(
            list_of("texts"),
            f"Er is nog geen eigen tekst bij {chapters} {dutch.enumerate_words(missing)}. Schrijf een korte inleiding.",
        )


@check(Level.ONTBREEKT, Place.CONCEPT, Chapter.INLEIDING, in_paper=True)
def introduction_without_text(dossier: Dossier, today: date) -> Points:
    """Why there is a plan, in the region's own words.

    Source: opbouw van het concept.
    """
    yield _own_text(dossier, Chapter.INLEIDING, "aanleiding en opzet van dit plan")


@check(Level.ONTBREEKT, Place.CONCEPT, Chapter.MONITORING, in_paper=True)
def monitoring_without_text(dossier: Dossier, today: date) -> Points:
    """How the region watches its progress, in its own words.

    Source: opbouw van het concept.
    """
    yield _own_text(dossier, Chapter.MONITORING, "hoe de regio de voortgang volgt en erover bericht")


def _own_text(dossier: Dossier, chapter: Chapter, hole: str) -> Point:
    written = any(text.chapter is chapter for text in dossier.of(ChapterText).values())
    return MET if written else missing(list_of("texts").at("text"), hole)
