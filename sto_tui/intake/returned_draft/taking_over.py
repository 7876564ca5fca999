"""Taking over what was chosen of drafts that came back: one change, with the names of those who edited."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import count
from typing import Any

from pydantic import ValidationError

from sto_tui.domain.change import (
    Change,
    NotSavedError,
    Occasion,
    adding,
    between,
    carried_out,
    changing,
    fresh_part_id,
    removing,
    renumbered,
)
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import capital, enumerate_words
from sto_tui.domain.dutch import count as counted
from sto_tui.domain.evaluation import Action
from sto_tui.domain.record import Record, fields_of
from sto_tui.domain.tables import TABLES
from sto_tui.domain.text import shortened
from sto_tui.domain.typed_names import NotUnderstoodError
from sto_tui.domain.typed_record import explained, lacking
from sto_tui.intake.returned_draft.already_there import action_words
from sto_tui.intake.returned_draft.field_addresses import (
    FieldAt,
    field_at,
    list_at,
    record_at,
    with_value,
    without_part,
)
from sto_tui.intake.returned_draft.lines import DraftLine, LaidBeside, LineStanding
from sto_tui.intake.returned_draft.new_lines import from_neighbour
from sto_tui.intake.returned_draft.returned import NewRecord
from sto_tui.intake.returned_draft.understanding import Understanding
from sto_tui.planning.beginnings import beginning
from sto_tui.planning.lacking_parts import refuse_lacking
from sto_tui.planning.money.booking import refuse_misbooked
from sto_tui.planning.plan_periods import in_its_period, refuse_misfits
from sto_tui.planning.reversed_days import refuse_reversed

_REFUSING = (NotUnderstoodError, NotSavedError, ValidationError)
# Far below the ids that a stoplicht gives to a new line of the log; they go up, so that records stay in order.
_FIRST_NEW_ID = -(2**60)
_MOST_NAMED = 3
_LONGEST_LABEL = 90


@dataclass(frozen=True)
class NotTaken:
    """A line that was chosen and cannot be taken, and why: a Dutch sentence."""

    line: DraftLine
    reason: str


@dataclass(frozen=True)
class TakenOver:
    """The change, which of the chosen lines are in it, and which cannot be taken."""

    change: Change
    lines: tuple[DraftLine, ...]
    refused: tuple[NotTaken, ...]


def taking_over(laid: LaidBeside, chosen: Mapping[int, str], dossier: Dossier, today: date, by: str = "") -> TakenOver:
    """What taking over these lines does; `chosen` has the text to take by the number of a line."""
    taking = _Taking(dossier, today, by)
    lines = [line for line in laid.lines if line.number in chosen and line.standing.can_be_taken]
    # What is new goes by names: a party is there before the rows in which it stands.
    for line in lines:
        if line.new and line.new.within == "parties":
            taking.take(line, chosen[line.number])
    of_fields = [line for line in lines if line.standing.is_of_a_field]
    for ref in dict.fromkeys(_ref_of(line) for line in of_fields):
        taking.take_fields([line for line in of_fields if _ref_of(line) == ref], chosen)
    for line in lines:
        if not line.standing.is_of_a_field and not (line.new and line.new.within == "parties"):
            taking.take(line, chosen[line.number])
    taken = tuple(line for line in lines if line.number in taking.taken)
    edits = between(dossier.whole.tables, taking.dossier.whole.tables)
    return TakenOver(Change(_label(laid, taken, chosen), edits), taken, tuple(taking.refused))


def asked_when_refused(laid: LaidBeside, dossier: Dossier, today: date) -> LaidBeside:
    """The same, without a tick for what cannot be taken as it is: what a tick promises is also done.

    Of a new row that was not understood in full it is told as well, when also with the parties that it names it cannot
    be taken.
    """
    refused = {each.line.number: each.reason for each in taking_over(laid, laid.defaults, dossier, today).refused}
    others = {line.number: line.wordings[0].to_take for line in laid.lines if line.standing is LineStanding.NEW_IN_PART}
    if others:
        also = taking_over(laid, {**laid.defaults, **others}, dossier, today).refused
        refused = {each.line.number: each.reason for each in also if each.line.number in others} | refused
    lines = tuple(_refused(line, refused[line.number]) if line.number in refused else line for line in laid.lines)
    return replace(laid, lines=lines)


def _refused(line: DraftLine, reason: str) -> DraftLine:
    standing = LineStanding.NEW_IN_PART if line.new else LineStanding.REFUSED
    return replace(line, standing=standing, note=f"{line.note} {capital(reason)}".strip())


def _ref_of(line: DraftLine) -> str:
    return "/".join(line.address.split("/")[:2])


def _label(laid: LaidBeside, taken: Sequence[DraftLine], chosen: Mapping[int, str]) -> str:
    """`Concept terug van A. de Vries en B. Jansen: 12 wijzigingen`."""
    people = list(dict.fromkeys(name for line in taken for name in _writers(line, chosen[line.number])))
    more = len(people) - _MOST_NAMED
    named = [shortened(name, 30) for name in people[:_MOST_NAMED]]
    names = enumerate_words([*named, *([counted(more, "ander", "anderen")] if more > 0 else [])]) or laid.names[0]
    changes = counted(len(taken), "wijziging", "wijzigingen")
    return f"Concept terug van {shortened(names, _LONGEST_LABEL)}: {changes}"


def _writers(line: DraftLine, text: str) -> tuple[str, ...]:
    """Who wrote the text that was taken; of one that was edited first, all who wrote one."""
    return next((wording.people for wording in line.wordings if wording.to_take == text), line.people)


class _Taking:
    """What comes of the dossier so far: every line is carried out on what those before it made."""

    def __init__(self, dossier: Dossier, today: date, by: str) -> None:
        self.dossier = self._began = dossier
        self.today = today
        self.taken: set[int] = set()
        self.refused: list[NotTaken] = []
        self._by = by
        self._new_ids = count(_FIRST_NEW_ID)

    def take_fields(self, lines: Sequence[DraftLine], chosen: Mapping[int, str]) -> None:
        """The fields of one record together, as a begin and an end are; one by one when together they cannot be."""
        try:
            self._change_fields(lines, chosen)
        except _REFUSING as error:
            if len(lines) == 1:
                self._refuse(lines[0], error)
            else:
                for line in lines:
                    self.take_fields([line], chosen)

    def _change_fields(self, lines: Sequence[DraftLine], chosen: Mapping[int, str]) -> None:
        understanding = Understanding(self.dossier, self.today)
        record: Record | None = None
        before: Record | None = None
        for line in lines:
            place = self._place(line)
            before = before or place.owner.record
            value = understanding.value(place.owner.thing, place.spec, chosen[line.number], line.sent_parts)
            record = with_value(record or before, place.owner.steps, place.spec.name, value)
        assert before is not None
        assert record is not None
        self._carry_out(changing(self.dossier, before, record, self._occasion))
        self.taken |= {line.number for line in lines}

    def _place(self, line: DraftLine) -> FieldAt:
        place = field_at(self.dossier, line.address)
        if place is None:
            raise NotUnderstoodError("dit staat niet meer in het dossier.")
        return place

    def take(self, line: DraftLine, text: str) -> None:
        """A new record, one that goes, a comment as an action, or a text that goes behind another."""
        try:
            if line.standing is LineStanding.COMMENT:
                self._add(Action, {"text": action_words(line)})
            elif line.standing is LineStanding.LOOSE:
                self._put_behind(line, text)
            elif line.standing is LineStanding.REMOVED:
                self._remove(line.address)
            elif line.new:
                self._add_new(line.new)
        except _REFUSING as error:
            self._refuse(line, error)
        else:
            self.taken.add(line.number)

    def _put_behind(self, line: DraftLine, text: str) -> None:
        place = self._place(line)
        record = place.owner.record
        whole = "\n\n".join(part for part in (str(place.value or "").rstrip(), text.strip()) if part)
        value = Understanding(self.dossier, self.today).value(place.owner.thing, place.spec, whole)
        after = with_value(record, place.owner.steps, place.spec.name, value)
        self._carry_out(changing(self.dossier, record, after, self._occasion))

    def _remove(self, address: str) -> None:
        place = record_at(self.dossier, address)
        if place is None:
            raise NotUnderstoodError("dit staat niet meer in het dossier.")
        if place.steps:
            self._carry_out(
                changing(self.dossier, place.record, without_part(place.record, place.steps), self._occasion)
            )
        else:
            self._carry_out(removing(self.dossier, place.record))

    def _add_new(self, new: NewRecord) -> None:
        listed = list_at(self.dossier, new.within)
        if listed and listed.spec.part:
            values = self._values(listed.spec.part, new)
            part = listed.spec.part.model_validate({**values, "id": fresh_part_id()})
            if part.lacks:
                raise NotUnderstoodError(part.lacks)
            after = with_value(listed.owner.record, listed.owner.steps, listed.spec.name, (*listed.value, part))
            self._carry_out(changing(self.dossier, listed.owner.record, after, self._occasion))
        else:
            model = TABLES[new.within].model
            self._add(model, {**from_neighbour(new, self.dossier), **self._values(model, new)})

    def _values(self, model: Any, new: NewRecord) -> dict[str, Any]:
        now, before = (Understanding(dossier, self.today) for dossier in (self.dossier, self._began))
        specs, values = fields_of(model), dict[str, Any]()
        for name, text in new.values:
            if name in specs and text.strip():
                try:
                    values[name] = now.new_value(model, values, specs[name], text)
                except NotUnderstoodError:
                    # Another line of the same drafts may have given a party another name.
                    values[name] = before.new_value(model, values, specs[name], text)
        if missing := lacking(model, {**beginning(self.dossier, model, values), **values}):
            names = enumerate_words([f"‘{spec.label}’" for spec in missing])
            raise NotUnderstoodError(f"nieuwe regel zonder {names}. Voeg die toe in sto-tui.")
        return values

    def _add(self, model: type[Record], values: dict[str, Any]) -> None:
        begun = {**beginning(self.dossier, model, values), **values}
        record = model.model_validate({**begun, "id": next(self._new_ids)})
        self._carry_out(in_its_period(adding(self.dossier, record, occasion=self._occasion), self.dossier, self.today))

    @property
    def _occasion(self) -> Occasion:
        """A draft does not say since when what it says is so."""
        return Occasion(self.dossier, self.today, self._by, just_now=False)

    def _carry_out(self, change: Change) -> None:
        refuse_misfits(change, self.dossier)
        refuse_misbooked(change, self.dossier)
        refuse_reversed(change)
        refuse_lacking(change)
        taken = {
            edit.ref: next(self._new_ids)
            for edit in change.edits
            if edit.before is None and _FIRST_NEW_ID + 2**40 < edit.ref.id < 0
        }
        self.dossier = carried_out(self.dossier, renumbered(change, taken))

    def _refuse(self, line: DraftLine, error: Exception) -> None:
        model = TABLES[table].model if (table := line.address.partition("/")[0]) in TABLES else Record
        reason = explained(model, error) if isinstance(error, ValidationError) else str(error)
        self.refused.append(NotTaken(line, reason))
