"""The dossier: the typed, immutable view of one region's file, with the look-ups that screens and documents need."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from itertools import compress
from operator import is_not
from typing import Any, TypeVar

from pydantic import BaseModel

from sto_tui.domain import dutch
from sto_tui.domain.evaluation import Answer, Score
from sto_tui.domain.lens import Belonging, before, restricted
from sto_tui.domain.level_words import in_own_words
from sto_tui.domain.milestones import Milestone, Progress, Veri
from sto_tui.domain.plan import Goal, Speerpunt, Theme
from sto_tui.domain.reads import Reads, Watched, kept, note, note_one
from sto_tui.domain.record import Choice, FieldSpec, Part, Record, Ref, fields_of
from sto_tui.domain.region import PlanPeriod, Region
from sto_tui.domain.tables import BY_MODEL, TABLES
from sto_tui.domain.text import shortened
from sto_tui.frozen import frozen

Tables = Mapping[str, Mapping[int, Record]]
R = TypeVar("R", bound=Record)


def ref_of(record: Record, field: str | None = None) -> Ref:
    """The address of a record."""
    return Ref(BY_MODEL[type(record)].name, record.id, field)


def list_of(table: str) -> Ref:
    """The address of a whole table, for what is about a record that is not there yet; no record has number 0."""
    return Ref(table, 0)


def as_added(records: Mapping[int, R]) -> Mapping[int, R]:
    """Records in the order in which they were added: that of their ids, with at the end those that have none yet."""
    numbers = list(records)
    if numbers == sorted(numbers) and numbers and numbers[0] > 0:
        # Nearly always; a matrix has ten thousands of them.
        return records
    ordered = sorted(numbers, key=lambda number: (number < 0, abs(number)))
    return records if numbers == ordered else {number: records[number] for number in ordered}


def differing(before: Mapping[int, R], after: Mapping[int, R]) -> list[int]:
    """The numbers of the records that are new or other ones than before, of ten thousands of records at once."""
    return list(compress(after, map(is_not, after.values(), map(before.get, after))))


@frozen
class Aside:
    """Something in the file that is kept but can't be used: a record that does not validate, or an unknown table.

    `sentence` says in Dutch what is wrong with it, without a full stop.
    """

    ref: Ref
    sentence: str


@frozen
class Unsettled:
    """A record of which another copy of the dossier, with which it was brought together, has something else.

    `fields` are those that it has otherwise, as they are in `other`. Without `other` one of the copies removed the
    record, and the other went on with it: this dossier itself when `is_removed_here`. `source` is what the other copy
    was called, and `merge` the key of the change that brought it in.
    """

    ref: Ref
    fields: tuple[str, ...]
    other: Record | None
    source: str
    is_removed_here: bool = False
    merge: str = ""

    @property
    def key(self) -> tuple[object, ...]:
        """The same for the same choice: whatever else of the record changes, and however often it comes in."""
        return self.ref, self.fields, self.other and tuple(str(getattr(self.other, name)) for name in self.fields)


@dataclass(frozen=True, eq=False)
class Dossier:
    """One version of a region's dossier. A change makes a new one; look-ups are computed once per version.

    Large because: each look-up is a short method, remembered with the version.
    """

    tables: Tables
    key: str = ""
    aside: tuple[Aside, ...] = ()
    unsettled: tuple[Unsettled, ...] = ()
    all_periods: "Dossier | None" = None
    lens: int | None = None
    answers: dict[Callable[..., Any], tuple[Any, Reads]] = field(default_factory=dict, init=False, repr=False)
    """What was worked out from this version, by what works it out."""
    _in_order: dict[str, Mapping[int, Record]] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        if not isinstance(self.tables, Watched):
            # Of nothing at all, as before a dossier is begun, every table is there and empty.
            object.__setattr__(self, "tables", Watched(self.tables or {table: {} for table in TABLES}))

    def with_tables(self, changed: Tables) -> "Dossier":
        """The next version, in which these tables stand in place of the old ones; behind a lens what it hides stays.

        Their records stand in the order in which they were added, as in a file that is read anew: what comes back
        stands where it stood.
        """
        changed = {name: as_added(records) for name, records in changed.items()}
        behind = self.all_periods and self.all_periods.with_tables(
            {
                name: {
                    number: record
                    for number, record in self.all_periods.tables[name].items()
                    if number not in self.tables[name]
                }
                | dict(records)
                for name, records in changed.items()
            }
        )
        after = replace(self, tables={**self.tables, **changed}, all_periods=behind)
        after._go_on_from(self)
        after._views_before.update(self._views)
        self._views_before.clear()
        return after

    def _go_on_from(self, earlier: "Dossier") -> None:
        """Takes over the order of the tables that are the same as in an earlier version."""
        tables = earlier.tables
        self._in_order.update(
            (name, records) for name, records in earlier._in_order.items() if tables[name] is self.tables[name]
        )

    def leaving(self, unsettled: tuple[Unsettled, ...]) -> "Dossier":
        """The same with these choices left open; itself when it has them already."""
        return self if unsettled == self.unsettled else replace(self, unsettled=unsettled)

    @property
    def whole(self) -> "Dossier":
        """The dossier of all its periods; itself when it is not seen through the lens of one."""
        return self.all_periods or self

    def seen_in(self, period: int | None = None, *, as_plan: bool = False) -> "Dossier":
        """The dossier through the lens of one plan period, by default the one at hand: tables restricted to it.

        `whole`, `get` and what refers to a record still know all periods. `as_plan` leaves out the evaluation of the
        period itself: a plan looks back at the period before.
        """
        whole = self.whole
        note(TABLES)
        if period not in whole.of(PlanPeriod):
            period = whole.period_at_hand.id if whole.period_at_hand else None
        key = (period, as_plan)
        if key not in whole._views:
            whole._views[key] = whole._through_lens(period, as_plan=as_plan)
        return whole._views[key]

    @kept
    def _views(self) -> dict[tuple[int | None, bool], "Dossier"]:
        return {}

    @kept
    def _views_before(self) -> dict[tuple[int | None, bool], "Dossier"]:
        """Those of the version before, to go on from: most of what they show is the same."""
        return {}

    def _through_lens(self, period: int | None, *, as_plan: bool) -> "Dossier":
        at_hand = self.period_at_hand.id if self.period_at_hand else None
        before = self._views_before.pop((period, as_plan), None)
        earlier = (before.whole.tables, before.tables) if before else None
        tables = restricted(self.tables, self._belonging, period, at_hand, as_plan=as_plan, earlier=earlier)
        if tables is self.tables and period == at_hand:
            return self
        view = replace(self, tables=tables, all_periods=self, lens=period)
        if before:
            view._go_on_from(before)
        return view

    @kept
    def _belonging(self) -> Belonging:
        return Belonging(self.tables)

    def periods_of(self, table: str, record: Record) -> frozenset[int]:
        """The plan periods to which a record belongs; those of all of them when its table is of every period."""
        whole = self.whole
        if not whole._belonging.is_bound(table):
            return frozenset(whole.of(PlanPeriod))
        return whole._belonging.of(table, record)

    def get(self, ref: Ref) -> Record | None:
        """The record at an address, of any period, or None."""
        record = self.tables.get(ref.table, {}).get(ref.id)
        return self.all_periods.get(ref) if record is None and self.all_periods else record

    @kept
    def region(self) -> Region:
        """The region profile."""
        return next(iter(self.of(Region).values()), Region(name="naamloze regio"))

    def of(self, model: type[R]) -> Mapping[int, R]:
        """The records of a table by id, in the order in which people expect them."""
        records: Mapping[int, Any] = self.ordered(BY_MODEL[model].name)
        return records

    def ordered(self, table: str) -> Mapping[int, Record]:
        """The same for the name of a table."""
        note_one(table)
        known = self._in_order.get(table)
        if known is None:
            records, order = self.tables.get(table, {}), TABLES[table].order
            known = {record.id: record for record in sorted(records.values(), key=order)} if order else records
            self._in_order[table] = known
        return known

    # Look-ups over the links between records.

    @kept
    def period_at_hand(self) -> PlanPeriod | None:
        """The period that is marked as the one that the plan is about, else the latest."""
        marked = [period for period in self.of(PlanPeriod).values() if period.current]
        return max(marked or self.of(PlanPeriod).values(), key=lambda period: period.start, default=None)

    @kept
    def current_period(self) -> PlanPeriod | None:
        """The period of the lens; without one the period at hand."""
        return self.of(PlanPeriod).get(self.lens or 0) or self.period_at_hand

    @property
    def period_before(self) -> PlanPeriod | None:
        """The last period that ended before that of the plan begins."""
        return before(self.of(PlanPeriod).values(), self.current_period)

    @kept
    def earlier_goals(self) -> tuple[Goal, ...]:
        """The goals of periods that ended before the plan begins, and of no other."""
        begin = self.current_period.start if self.current_period else date.min
        ended = {period.id for period in self.of(PlanPeriod).values() if period.ended_before(begin)}
        return tuple(goal for goal in self.whole.of(Goal).values() if goal.periods and ended.issuperset(goal.periods))

    @kept
    def plan_goals(self) -> tuple[Goal, ...]:
        """The goals of this plan: all but the earlier ones."""
        earlier = {goal.id for goal in self.earlier_goals}
        return tuple(goal for goal in self.of(Goal).values() if goal.id not in earlier)

    @kept
    def _speerpunten_by_theme(self) -> Mapping[int, list[Speerpunt]]:
        return _grouped(self.of(Speerpunt).values(), lambda speerpunt: speerpunt.theme)

    def speerpunten_of(self, theme: int) -> list[Speerpunt]:
        """The speerpunten of a theme, by number."""
        return self._speerpunten_by_theme.get(theme, [])

    def goals_served(self, speerpunt: Speerpunt) -> tuple[int, ...]:
        """The goals of a speerpunt; those of its theme when it names none itself."""
        theme = self.of(Theme).get(speerpunt.theme)
        return speerpunt.goals or (theme.goals if theme else ())

    def goals_worked_at(self, milestone: Milestone) -> tuple[int, ...]:
        """The goals of a milestone: its own, else those of its speerpunt, else those of its theme."""
        if milestone.goal:
            return (milestone.goal,)
        if speerpunt := self.of(Speerpunt).get(milestone.speerpunt or 0):
            return self.goals_served(speerpunt)
        theme = self.theme_of(milestone)
        return theme.goals if theme else ()

    def theme_of(self, milestone: Milestone) -> Theme | None:
        """The theme of a milestone, directly or through its speerpunt."""
        speerpunt = self.of(Speerpunt).get(milestone.speerpunt or 0)
        return self.of(Theme).get(speerpunt.theme if speerpunt else milestone.theme or 0)

    @kept
    def _milestones_by_theme(self) -> Mapping[int, list[Milestone]]:
        return _grouped(self.of(Milestone).values(), lambda milestone: getattr(self.theme_of(milestone), "id", 0))

    def milestones_of(self, theme: int) -> list[Milestone]:
        """The milestones of a theme, by number; theme 0 gives those without one."""
        return self._milestones_by_theme.get(theme, [])

    @kept
    def _milestones_by_speerpunt(self) -> Mapping[int, list[Milestone]]:
        return _grouped(self.of(Milestone).values(), lambda milestone: milestone.speerpunt or 0)

    def milestones_of_speerpunt(self, speerpunt: int) -> list[Milestone]:
        """The milestones of a speerpunt, by number."""
        return self._milestones_by_speerpunt.get(speerpunt, [])

    @kept
    def _veri_by_row(self) -> Mapping[Ref, list[Veri]]:
        return _grouped(self.of(Veri).values(), lambda role: role.row)

    def veri_row(self, row: Ref) -> list[Veri]:
        """All roles in one row of the matrix."""
        return self._veri_by_row.get(row, [])

    @kept
    def _answers_by_question(self) -> Mapping[int, list[Answer]]:
        return _grouped(self.of(Answer).values(), lambda answer: answer.question)

    def answers_of(self, question: int) -> list[Answer]:
        """The answers to a question."""
        return self._answers_by_question.get(question, [])

    @kept
    def _scores_by_statement(self) -> Mapping[int, list[Score]]:
        return _grouped(self.of(Score).values(), lambda score: score.statement)

    def scores_of(self, statement: int) -> list[Score]:
        """The scores on a statement."""
        return self._scores_by_statement.get(statement, [])

    @kept
    def _answers_by_decision(self) -> Mapping[int, list[Answer]]:
        return _grouped(self.of(Answer).values(), lambda answer: answer.decision or 0)

    def answers_of_decision(self, decision: int) -> list[Answer]:
        """The answers from which a decision follows."""
        return self._answers_by_decision.get(decision, [])

    @kept
    def _progress_by_milestone(self) -> Mapping[int, list[Progress]]:
        return _grouped(self.of(Progress).values(), lambda entry: entry.milestone)

    def progress_of(self, milestone: int) -> list[Progress]:
        """The log of a milestone, newest first."""
        return self._progress_by_milestone.get(milestone, [])

    @kept
    def _referrers(self) -> Mapping[Ref, list[Ref]]:
        referrers: dict[Ref, list[Ref]] = defaultdict(list)
        for ref, target in self.references():
            referrers[target].append(ref)
        return referrers

    def referrers(self, ref: Ref) -> list[Ref]:
        """The fields that refer to a record, in all periods."""
        return self.whole._referrers.get(ref.at(None), [])

    def references(self) -> Iterator[tuple[Ref, Ref]]:
        """Every reference in the dossier: the field that refers, and what it refers to."""
        for table, records in self.tables.items():
            names = _referring_fields(TABLES[table].model)
            specs = fields_of(TABLES[table].model)
            for record in records.values():
                for name in names:
                    for target in targets_of(specs[name], getattr(record, name)):
                        yield Ref(table, record.id, name), target

    # Names for people.

    def caption(self, ref: Ref) -> str:
        """What people call a record: `1.2 Programma vastgesteld`; `(vervallen)` when it is gone."""
        record = self.get(ref)
        return "(vervallen)" if record is None else self._caption_of(record)

    def _caption_of(self, record: Record) -> str:
        table, specs = BY_MODEL[type(record)], fields_of(type(record))
        words = [self.shown(specs[name], getattr(record, name)) for name in table.caption]
        return table.between.join(word.replace("\n", " ") for word in words if word) or "zonder naam"

    def name(self, ref: Ref) -> str:
        """The kind and caption of a record: `mijlpaal 1.2 Programma vastgesteld`."""
        return f"{self.word_of(ref.table)} {self.caption(ref)}"

    def short_name(self, ref: Ref, most: int) -> str:
        """The same in at most so many characters: a day, amount or year at its end is never the part that is cut."""
        record = self.get(ref)
        return shortened(self.name(ref), most) if record is None else self.short_name_of(record, most)

    def short_name_of(self, record: Record, most: int) -> str:
        """The same of a record that is not in the dossier, or not as it was."""
        table, specs = BY_MODEL[type(record)], fields_of(type(record))
        name = f"{self.word_of(table.name)} {self._caption_of(record)}"
        if len(name) <= most:
            return shortened(name, most)
        figures: list[str] = []
        for field_name in reversed(table.caption):
            if specs[field_name].kind not in ("date", "amount", "whole"):
                break
            figures.insert(0, self.shown(specs[field_name], getattr(record, field_name)))
        end = "".join(f" {word}" for word in figures if word)
        return shortened(name.removesuffix(end), most - len(end)) + end if name.endswith(end) else shortened(name, most)

    def word_of(self, table: str) -> str:
        """What one record of a table is called: of a theme or speerpunt the region's own word."""
        own = {"themes": self.region.theme_name, "speerpunten": self.region.speerpunt_name}
        return dutch.small(own.get(table, "")) or TABLES[table].singular

    def new_of(self, table: str) -> str:
        """What a new record is called: `Nieuw thema`, or `Nieuw: actielijn` for a word whose article nobody knows."""
        general, word = TABLES[table], self.word_of(table)
        is_own = word != general.singular
        return f"Nieuw: {word}" if is_own else dutch.capital(f"{general.new} {word}".strip())

    def shown(self, spec: FieldSpec, value: Any) -> str:
        """A field's value as Dutch text, references by their caption."""
        if value is None or value == "" or value == ():
            return ""
        if spec.kind in ("reference", "references"):
            targets = targets_of(spec, value)
            separator = ", " if len(targets) < 2 or all(target.table == "goals" for target in targets) else "; "
            return separator.join(self._short(target) if spec.many else self.caption(target) for target in targets)
        if spec.kind in ("parts", "lines"):
            return "; ".join(self.part_caption(part) for part in value)
        if spec.kind == "choices":
            return ", ".join(choice.label for choice in value)
        text = shown_value(spec, value)
        return in_own_words(text, self.region) if spec.kind == "choice" else text

    def part_caption(self, part: Part) -> str:
        """A part in one line: what was filled in, references by their caption."""
        filled = (
            self.shown(spec, getattr(part, name))
            for name, spec in fields_of(type(part)).items()
            if not spec.hidden and (spec.required or getattr(part, name) != spec.default)
        )
        return " · ".join(value for value in filled if value)

    def _short(self, ref: Ref) -> str:
        record = self.get(ref)
        return str(getattr(record, "number", "")) or self.caption(ref)


def shown_value(spec: FieldSpec, value: Any) -> str:
    """A simple value as Dutch text."""
    if isinstance(value, Choice):
        return value.label
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, date):
        return dutch.short_date(value)
    if spec.kind == "amount":
        return dutch.amount(value)
    if isinstance(value, float):
        return dutch.number(value)
    return dutch.count(value, spec.unit.singular, spec.unit.plural) if spec.unit else str(value)


@cache
def _referring_fields(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields that can hold a reference, also inside parts."""
    return tuple(
        name
        for name, spec in fields_of(model).items()
        if spec.tables or (spec.kind == "parts" and spec.part and _referring_fields(spec.part))
    )


def record_targets(record: Record) -> Iterator[Ref]:
    """What a record refers to."""
    specs = fields_of(type(record))
    for name in _referring_fields(type(record)):
        yield from targets_of(specs[name], getattr(record, name))


def targets_of(spec: FieldSpec, value: Any) -> list[Ref]:
    """What a field's value refers to, also from inside its parts."""
    if value is None:
        return []
    if spec.tables:
        values = value if spec.many else (value,)
        return [
            reference.at(None) if isinstance(reference, Ref) else Ref(spec.tables[0], reference) for reference in values
        ]
    if spec.kind == "parts" and spec.part:
        return [
            target
            for part in value
            for name, inner in fields_of(spec.part).items()
            for target in targets_of(inner, getattr(part, name))
        ]
    return []


def _grouped(records: Any, key: Any) -> dict[Any, list[Any]]:
    groups: dict[Any, list[Any]] = defaultdict(list)
    for record in records:
        groups[key(record)].append(record)
    return groups
