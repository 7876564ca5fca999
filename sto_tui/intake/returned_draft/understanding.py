"""Between a text as Word has it and the value of its field: read by the parsers of the forms, never guessed."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, timedelta
from difflib import SequenceMatcher, get_close_matches
from functools import cached_property
from typing import Any, cast

from pydantic import BaseModel

from sto_tui.domain.change import fresh_part_id
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.parties import Party
from sto_tui.domain.record import Edge, FieldSpec, Part, Ref, fields_of
from sto_tui.domain.text import clean_line, clean_text, plain, shortened
from sto_tui.domain.typed_address import Addresses
from sto_tui.domain.typed_dates import Beside, parse_date
from sto_tui.domain.typed_names import NotUnderstoodError
from sto_tui.domain.typed_record import beside_of, read_typed
from sto_tui.domain.typed_value import line_of, parse_lines
from sto_tui.intake.returned_draft.field_form import as_read, lenient
from sto_tui.planning.working_days.named_days import beside_today

_BETWEEN = re.compile(r"\s*[·;\n]\s*")
_BULLET = re.compile(r"^\s*[-•–]\s+", re.MULTILINE)
# Below this two lines of a list are different things, and not the same one in other words.
_ALIKE = 0.6
# Comparing takes long: fifty lines that changed beside fifty parts, and of each what it begins with.
_MOST_COMPARED, _COMPARED = 2500, 300
OPEN = "–"
_TEXTS = ("line", "text", "lines")
_EDGES: tuple[Edge, ...] = ("start", "end")
# People are called by their names in a draft, and not by what begins or ends like it.
_NAMED = frozenset(("parties", "bodies"))
PARTIES = ("parties",)
"""Of a field that names a party and nothing else."""
_NEARLY, _LONGEST_NAME = 0.8, 70
# What is shorter is an abbreviation, which may be a word of any name.
_SHORT = 4
_WHOLE = "Schrijf de hele datum, zoals 28-2-2027."


def same_words(text: str, other: str) -> bool:
    """Whether texts differ at most in blanks, kinds of quotes and the signs of bullets; where a line ends counts."""
    return as_read(_without_open(text)) == as_read(_without_open(other))


def _without_open(text: str) -> str:
    return "" if text.strip() == OPEN else text


@dataclass(frozen=True)
class Understanding:
    """Reads texts as values in a dossier, on a day."""

    dossier: Dossier
    today: date

    @cached_property
    def _addresses(self) -> Addresses:
        return Addresses(self.dossier)

    @cached_property
    def _around(self) -> Beside:
        return beside_today(self.dossier, self.today)

    def says_the_same(self, thing: BaseModel, spec: FieldSpec, text: str, other: str) -> bool:
        """Whether two texts are one number, choice or date written otherwise: `jun 2027` and `juni 2027`.

        A day in a month is more than that month.
        """
        if spec.kind in _TEXTS:
            return False
        try:
            if spec.kind == "date":
                beside = self._beside(type(thing), spec, dict(thing), getattr(thing, spec.name))
                return all(parse_date(text, edge, beside) == parse_date(other, edge, beside) for edge in _EDGES)
            return bool(self.value(thing, spec, text) == self.value(thing, spec, other))
        except ValueError:
            return False

    def lacks_party(self, typed: str) -> bool:
        """Whether a name is that of no party, nor words of one: who writes `Koster` means one of that name."""
        words = plain(typed)
        part = re.compile(rf"(?<!\w){re.escape(words)}(?!\w)")
        return any(map(str.isalpha, words)) and not any(part.search(plain(name)) for name in self._party_names)

    def party_like(self, typed: str, others: Iterable[str] = ()) -> str:
        """The party, or one of others, of which the name is nearly this; empty when none has such a name."""
        names = {plain(name): name for name in (*others, *self._party_names)}
        words = f" {plain(typed)} "
        near = get_close_matches(plain(typed), names, 1, _NEARLY)
        near += [name for name in names if len(name) > _SHORT and f" {name} " in words]
        return names[near[0]] if near else ""

    @cached_property
    def _party_names(self) -> Sequence[str]:
        parties = self.dossier.of(Party).values()
        return [name for party in parties for name in (party.name, party.short) if name]

    def value(self, thing: BaseModel, spec: FieldSpec, text: str, sent_ids: Collection[int] | None = None) -> Any:
        """The value that a text gives a field of a record or part. Raises NotUnderstoodError.

        `sent_ids` are the parts of a list that were sent, None for all: what came after that stays in it.
        """
        return self.new_value(type(thing), dict(thing), spec, text, sent_ids=sent_ids, before=getattr(thing, spec.name))

    def new_value(
        self,
        model: type[BaseModel],
        beside: dict[str, Any],
        spec: FieldSpec,
        text: str,
        *,
        sent_ids: Collection[int] | None = None,
        before: Any = None,
    ) -> Any:
        """The same for a record that is not there yet. Raises NotUnderstoodError."""
        text = _without_open(text)
        if spec.kind == "lines" and spec.part:
            lines = "\n".join(_BULLET.sub("", text).split("\n"))
            read_typed(spec, lines, self._addresses, self._around, ())
            parts = before or ()
            return lines_with_ids(
                spec.part, lines, parts, {part.id for part in parts} if sent_ids is None else sent_ids
            )
        if spec.kind == "date" and text.strip() and not isinstance(before, date):
            return self._day(spec, text, self._beside(model, spec, beside, before))
        if spec.kind in ("choices", "references"):
            text = _BETWEEN.sub("; ", text.strip())
        if spec.tables == PARTIES and spec.kind == "reference" and self.lacks_party(text):
            name = shortened(clean_line(text), _LONGEST_NAME)
            raise NotUnderstoodError(f"de partij ‘{name}’ staat niet in het dossier. Neem ook de nieuwe partij over.")
        value = read_typed(spec, text, self._addresses, self._beside(model, spec, beside, before))
        if spec.kind == "reference" and set(spec.tables) <= _NAMED and value is not None:
            self._check_whole_name(value if spec.by_ref else Ref(spec.tables[0], value), clean_line(text))
        return value

    def understood(self, model: type[BaseModel], texts: Mapping[str, str]) -> dict[str, Any]:
        """The values of what is understood of a record that is not there yet."""
        values: dict[str, Any] = {}
        for name, text in texts.items():
            if name in fields_of(model) and text.strip():
                with suppress(NotUnderstoodError):
                    values[name] = self.new_value(model, values, fields_of(model)[name], text)
        return values

    def _beside(self, model: type[BaseModel], spec: FieldSpec, values: Mapping[str, Any], before: Any) -> Beside:
        """Who types over a date without a year means the year that stood there."""
        around = replace(self._around, instead=before) if isinstance(before, date) else self._around
        return beside_of(model, spec.name, values, around)

    def _day(self, spec: FieldSpec, text: str, beside: Beside) -> date:
        """A day where none stood: of the year that is written, that follows from an earlier day, or in the plan.

        Nobody knows on which day it was typed, so that nothing counts from today. Raises NotUnderstoodError.
        """
        start = beside.earlier
        years = range(start.year, start.year + 2) if start else self._years
        days = {year: self._in_year(spec, text, beside, year) for year in years}
        found = {day for day in days.values() if day}
        if not found:
            # Why it is no day.
            return cast(date, read_typed(spec, text, self._addresses, beside))
        if self._depends_on_today(spec, text, beside, years[0]):
            raise NotUnderstoodError(f"‘{clean_line(text)}’ hangt af van de dag waarop het is getypt. {_WHOLE}")
        if start:
            return min((day for day in found if day >= start), default=min(found))
        if len(found) > 1:
            raise NotUnderstoodError(f"bij ‘{clean_line(text)}’ staat geen jaar. {_WHOLE}")
        return found.pop()

    @property
    def _years(self) -> range:
        period = self.dossier.current_period
        return range(period.start.year, period.end.year + 1) if period else range(self.today.year, self.today.year + 2)

    def _in_year(self, spec: FieldSpec, text: str, beside: Beside, year: int) -> date | None:
        with suppress(ValueError):
            return parse_date(clean_line(text), spec.edge, replace(beside, instead=date(year, 1, 1)))
        return None

    def _depends_on_today(self, spec: FieldSpec, text: str, beside: Beside, year: int) -> bool:
        later = replace(beside, today=self.today + timedelta(days=1))
        return self._in_year(spec, text, beside, year) != self._in_year(spec, text, later, year)

    def _check_whole_name(self, ref: Ref, typed: str) -> None:
        """Raises NotUnderstoodError for the number of a party, or a part of its name: somebody has to say that."""
        if not self._addresses.is_name_of(ref, typed):
            raise NotUnderstoodError(f"‘{typed}’ is misschien {self.dossier.caption(ref)}. Schrijf de hele naam.")


def lines_with_ids(part: type[Part], text: str, now: Sequence[Part], sent_ids: Collection[int]) -> tuple[Part, ...]:
    """One part per line, each with the id of the part it was: the equal one, else the most alike, else none.

    What is left pairs in its order when as many lines as parts are left. A part that was not sent stays behind the one
    that it follows now.
    """
    lines = [line for line in map(clean_line, clean_text(text).split("\n")) if line]
    sent = [one for one in now if one.id in sent_ids]
    ids = _paired(lines, sent)
    made: list[Part] = []
    for line, number in zip(lines, ids, strict=True):
        (parsed,) = parse_lines(part, line, ())
        made.append(parsed.model_copy(update={"id": number or fresh_part_id()}))
    before: Part | None = None
    for one in now:
        if one.id not in sent_ids:
            places = [place for place, each in enumerate(made) if before and each.id == before.id]
            made.insert(places[0] + 1 if places else len(made), one)
        before = one
    return tuple(made)


def _paired(lines: Sequence[str], parts: Sequence[Part]) -> list[int]:
    """The id of the part that each line was, or 0."""
    ids = [0] * len(lines)
    waiting: dict[str, list[int]] = {}
    for part in reversed(parts):
        waiting.setdefault(lenient(line_of(part)), []).append(part.id)
    for place, line in enumerate(lines):
        if equal := waiting.get(lenient(line)):
            ids[place] = equal.pop()
    for likeness, place, number in _alike(lines, ids, parts):
        if likeness >= _ALIKE and not ids[place] and number not in ids:
            ids[place] = number
    taken = set(ids)
    left = [part.id for part in parts if part.id not in taken]
    open_places = [place for place, number in enumerate(ids) if not number]
    if len(open_places) == len(left):
        for place, number in zip(open_places, left, strict=True):
            ids[place] = number
    return ids


def _alike(lines: Sequence[str], ids: Sequence[int], parts: Sequence[Part]) -> list[tuple[float, int, int]]:
    """How alike lines are to parts that are left, the most alike first; none when too much is left."""
    taken = set(ids)
    left = [part for part in parts if part.id not in taken]
    open_places = [place for place, number in enumerate(ids) if not number]
    if len(left) * len(open_places) > _MOST_COMPARED:
        return []
    pairs = [
        (_likeness(line_of(part), lines[place]), place, order, part.id)
        for order, part in enumerate(left)
        for place in open_places
    ]
    pairs.sort(key=lambda pair: (-pair[0], pair[1], pair[2]))
    return [(likeness, place, number) for likeness, place, _, number in pairs]


def _likeness(text: str, other: str) -> float:
    return SequenceMatcher(None, lenient(text)[:_COMPARED], lenient(other)[:_COMPARED], autojunk=False).ratio()
