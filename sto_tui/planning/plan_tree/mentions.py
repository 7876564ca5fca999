"""Where texts name a goal, theme, speerpunt or milestone by its number, and the same texts with other numbers.

`1.2` or `1.2a` can stand alone; a number without a dot or letter is one only after its word, as in `doelen 1 en 2`.
Amounts, percentages, dates, hours and the numbers of paragraphs are none.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.level_words import word_of_table
from sto_tui.domain.record import Part, Record, Ref, fields_of
from sto_tui.domain.region import Region
from sto_tui.domain.tables import TABLES
from sto_tui.domain.text import around_difference

Numbers = Mapping[Ref, tuple[str, str]]
"""The old and the new number of records."""

_AROUND = 30
_NOT_BEFORE = r"(?:€|§|\b(?:versie|paragraaf|hoofdstuk|bijlage|tabel|figuur|pagina|artikel|art\.))[\s\u00a0]*$"
_NOT_AFTER = r"[\s\u00a0]*(?:%|°|procent|miljoen|miljard|mln|mld|duizend|uur|uren|fte|meter|km|keer|jaar|x\b)"
_NUMBERS_AFTER_WORD = r"\s+\d+(?:\s*(?:,|/|-|–|\ben\b|\bof\b|\bt/m\b)\s*\d+)*(?![\w%]|[.,]\d)"
_BEFORE, _AFTER = r"(?<![\w.])(?<!\d,)", r"(?!\w|[.,]\d)"
_USUAL = re.compile(r"[^\W\d]*\d\w*(?:\.\w+)*")
_RUN = re.compile(_BEFORE + _USUAL.pattern)
_ENDS = re.compile(_AFTER)
_KEPT_AS_THEY_WERE = ("submissions",)
_NOT_READ = ("number", "url", "contact", "version", "label")


@dataclass(frozen=True)
class Mention:
    """A field in which numbers are named: a piece of its text before and after, and the field as it becomes."""

    ref: Ref
    before: str
    after: str
    value: Any


class Rewriting:
    """Texts with the new numbers in place of the old, all at once: two numbers can change places."""

    def __init__(self, region: Region, numbers: Numbers) -> None:
        self._region = region
        clear = {old: new for old, new in numbers.values() if not old.isdecimal()}
        self._clear = clear
        self._tokens = None if all(map(_USUAL.fullmatch, clear)) else _one_by_one(clear)
        self._after_words = [
            (re.compile(rf"\b(?:{words}){_NUMBERS_AFTER_WORD}", re.IGNORECASE), renamed)
            for words, renamed in self._by_words(numbers)
        ]

    def _by_words(self, numbers: Numbers) -> Iterator[tuple[str, dict[str, str]]]:
        by_table: dict[str, dict[str, str]] = {}
        for ref, (old, new) in numbers.items():
            if old.isdecimal():
                by_table.setdefault(ref.table, {})[old] = new
        for table, renamed in by_table.items():
            own, general = word_of_table(self._region, table), TABLES[table]
            words = {own.singular, own.plural, general.singular, general.plural}
            yield "|".join(_spelled(word) for word in sorted(words, key=len, reverse=True)), renamed

    def text(self, text: str) -> str:
        """The text with the new numbers."""
        if self._tokens:
            text = self._tokens.sub(lambda match: self._new_token(match.string, match.start(), match[0]), text)
        elif self._clear:
            text = _RUN.sub(self._new_in_run, text)
        for pattern, renamed in self._after_words:
            text = pattern.sub(_renaming(renamed), text)
        return text

    def _new_in_run(self, match: re.Match[str]) -> str:
        """A run of numbers and letters with its longest beginning that is a number replaced: `1.2` of `1.2.Daarna`.

        Looked up, and not tried one by one: of thousands of numbers that would take thousands of looks per word.
        """
        run = match[0]
        while run:
            end = match.start() + len(run)
            if run in self._clear and _ENDS.match(match.string, end):
                return self._new_token(match.string, match.start(), run) + match[0][len(run) :]
            run = run.rpartition(".")[0]
        return match[0]

    def _new_token(self, text: str, start: int, token: str) -> str:
        is_other = re.search(_NOT_BEFORE, text[:start], re.IGNORECASE) or re.match(
            _NOT_AFTER, text[start + len(token) :], re.IGNORECASE
        )
        return token if is_other else self._clear[token]

    def value(self, thing: Record | Part, name: str) -> Any:
        """The value of a field with the new numbers in its texts, also in those of its parts."""
        value = getattr(thing, name)
        if name not in _read_in(type(thing)):
            return value
        return self.text(value) if isinstance(value, str) else tuple(self.part(part) for part in value)

    def part(self, part: Part) -> Part:
        """A part with the new numbers in its texts."""
        values = {name: self.value(part, name) for name in _read_in(type(part))}
        changed = {name: value for name, value in values.items() if value != getattr(part, name)}
        return part.model_copy(update=changed) if changed else part


@cache
def _read_in(model: type[Record] | type[Part]) -> Mapping[str, None]:
    """The fields in which a number can be named, in order: a plan of thousands of rows is read at every move."""
    return {
        name: None
        for name, spec in fields_of(model).items()
        if name not in _NOT_READ and not spec.hidden and (spec.part or spec.kind in ("line", "text"))
    }


def _one_by_one(tokens: Iterable[str]) -> re.Pattern[str]:
    """Numbers of any kind, such as one with a blank in it; the longest first."""
    longest_first = sorted(tokens, key=len, reverse=True)
    return re.compile(f"{_BEFORE}(?:{'|'.join(map(re.escape, longest_first))}){_AFTER}")


def _spelled(word: str) -> str:
    """A word with either apostrophe."""
    return re.escape(word).replace("’", "['’]")


def _renaming(renamed: Mapping[str, str]) -> Callable[[re.Match[str]], str]:
    return lambda match: re.sub(r"\d+", lambda number: renamed.get(number[0], number[0]), match[0])


def mentions_of(dossier: Dossier, numbers: Numbers) -> list[Mention]:
    """Every field of the dossier, as it is seen, whose text names one of these numbers."""
    if not numbers:
        return []
    rewriting = Rewriting(dossier.region, numbers)
    return [
        mention
        for table, records in dossier.tables.items()
        if table not in _KEPT_AS_THEY_WERE
        for record in records.values()
        for mention in _in_record(rewriting, Ref(table, record.id), record)
    ]


def _in_record(rewriting: Rewriting, ref: Ref, record: Record) -> Iterator[Mention]:
    for name in _read_in(type(record)):
        value, before = rewriting.value(record, name), getattr(record, name)
        if value != before:
            old, new = next(_differing(before, value))
            yield Mention(ref.at(name), *_pieces(old, new), value)


def _pieces(old: str, new: str) -> tuple[str, str]:
    old, new = old.replace("\n", " "), new.replace("\n", " ")
    pieces = around_difference(old, new, _AROUND)
    return pieces[0], pieces[1]


def _differing(before: Any, after: Any) -> Iterator[tuple[str, str]]:
    """The texts that differ, before and after."""
    if isinstance(before, str):
        if before != after:
            yield before, after
        return
    for old, new in zip(before, after, strict=True):
        model: type[Part] = type(old)
        for name in fields_of(model):
            if getattr(old, name) != getattr(new, name):
                yield from _differing(getattr(old, name), getattr(new, name))
