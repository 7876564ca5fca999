"""Two copies of a dossier that were edited apart at random, as people edit: with the real changes, again and again."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random
from typing import Any

from pydantic import ValidationError

from sto_tui.domain.change import Change, NotSavedError, Occasion, adding, changing, removing, renumbered, with_part_ids
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.milestones import Milestone, Stoplicht
from sto_tui.domain.record import FieldSpec, Part, Record, Ref, fields_of
from sto_tui.domain.tables import TABLES

DAY = date(2028, 2, 1)
WORDS = ("lab", "stage", "robot", "groep 7", "bedrijf", "mbo", "open dag", "leerlijn")
NOT_ADDED = ("region",)


@dataclass
class Editor:
    """Someone with a copy of the dossier. `next_id` gives the number of a record that is new in a table.

    `apply` carries a change out, such as that of a store; without it that is done here.
    """

    dossier: Dossier
    random: Random
    next_id: Callable[[str], int]
    apply: Callable[[Change], Change] | None = None

    def edit(self, steps: int) -> None:
        """Edits that many times, at random; what a rule forbids is not done."""
        for _ in range(steps):
            step = self.random.choice((self._change, self._change, self._change, self._light, self._remove, self._add))
            try:
                change = step()
            except (ValidationError, NotSavedError):
                continue
            if change is not None:
                self.dossier = self._carried_out(self.apply(change) if self.apply else change)

    def _any(self, *without: str) -> Record:
        names = [name for name, records in self.dossier.tables.items() if records and name not in without]
        # Few records, so that both copies often touch the same.
        return self.random.choice(list(self.dossier.tables[self.random.choice(names)].values())[:6])

    def _change(self) -> Change | None:
        record = self._any()
        specs = [spec for spec in fields_of(type(record)).values() if not spec.hidden]
        values: dict[str, Any] = {}
        for spec in self.random.sample(specs, min(len(specs), self.random.choice((1, 1, 2)))):
            values[spec.name] = self._value(spec, getattr(record, spec.name))
        after = record.changed(**values)
        after = with_part_ids(after, lambda: self.random.randrange(10_000, 2**31))
        if self._is_double(after):
            return None
        return changing(self.dossier, record, after, self._occasion())

    def _light(self) -> Change | None:
        milestone = self.random.choice(list(self.dossier.of(Milestone).values())[:6])
        light = self.random.choice(list(Stoplicht))
        occasion = replace(self._occasion(), said={"note": self._words()})
        return changing(self.dossier, milestone, milestone.changed(light=light), occasion)

    def _remove(self) -> Change:
        return removing(self.dossier, self._any("region", "periods"))

    def _add(self) -> Change | None:
        record = self._any(*NOT_ADDED)
        named = {name: self._words() for name in ("title", "text", "name") if name in fields_of(type(record))}
        new = record.changed(**named).model_copy(update={"id": -1, "rev": 0})
        if TABLES[ref_of(record).table].single:
            spec = fields_of(type(record))[TABLES[ref_of(record).table].single[0]]
            new = new.changed(**{spec.name: self._value(spec, getattr(new, spec.name))})
        return None if self._is_double(new) else adding(self.dossier, new, occasion=self._occasion())

    def _occasion(self) -> Occasion:
        return Occasion(self.dossier, DAY + timedelta(days=self.random.randrange(3)), self.random.choice(("an", "bo")))

    def _is_double(self, record: Record) -> bool:
        table = TABLES[ref_of(record).table]
        key = [getattr(record, name) for name in table.single]
        return bool(key) and any(
            key == [getattr(there, name) for name in table.single] and there.id != record.id
            for there in self.dossier.tables[table.name].values()
        )

    def _carried_out(self, change: Change) -> Dossier:
        numbers = {edit.ref: self.next_id(edit.ref.table) for edit in change.edits if edit.ref.id < 0}
        tables: dict[str, dict[int, Record]] = {}
        for edit in renumbered(change, numbers).edits:
            records = tables.setdefault(edit.ref.table, dict(self.dossier.tables[edit.ref.table]))
            records.pop(edit.ref.id, None)
            if edit.after is not None:
                rev = edit.before.rev + 1 if edit.before else 0
                records[edit.ref.id] = with_part_ids(edit.after.model_copy(update={"rev": rev}))
        return self.dossier.with_tables({name: dict(sorted(records.items())) for name, records in tables.items()})

    def _words(self) -> str:
        return " ".join(self.random.choice(WORDS) for _ in range(3))

    def _value(self, spec: FieldSpec, now: Any) -> Any:
        if spec.part:
            return self._parts(spec.part, now)
        if spec.kind == "text":
            return self._text(now)
        if spec.kind == "line":
            return self._words()
        if spec.choices:
            chosen = tuple(choice for choice in spec.choices if self.random.random() < 0.5)
            return chosen if spec.many else self.random.choice(spec.choices)
        if spec.kind in ("reference", "references"):
            return self._references(spec, now)
        if spec.kind == "tick":
            return not now
        if spec.kind == "date":
            return DAY + timedelta(days=self.random.randrange(-400, 400))
        low, high = (int(limit) if limit is not None else edge for limit, edge in ((spec.low, 0), (spec.high, 3000)))
        return self.random.randrange(low, max(low + 1, high))

    def _references(self, spec: FieldSpec, now: Any) -> Any:
        refs = [Ref(table, number) for table in spec.tables for number in list(self.dossier.tables[table])[:6]]
        values = [ref if spec.by_ref else ref.id for ref in refs]
        if not spec.many:
            return self.random.choice(values) if values else now
        kept = [value for value in now if self.random.random() < 0.8]
        more = [value for value in values if value not in now and self.random.random() < 0.3]
        return (*kept, *more)

    def _text(self, now: str) -> str:
        paragraphs = now.split("\n\n") if now else []
        place = self.random.randrange(len(paragraphs) + 1)
        if self.random.random() < 0.5:
            paragraphs.insert(place, self._words())
        elif place < len(paragraphs):
            paragraphs[place] = self._words() if self.random.random() < 0.8 else ""
        return "\n\n".join(paragraph for paragraph in paragraphs if paragraph) or self._words()

    def _parts(self, model: type[Part], now: tuple[Part, ...]) -> tuple[Part, ...]:
        parts = list(now)
        act = self.random.randrange(4)
        if act == 0 and parts:
            parts.pop(self.random.randrange(len(parts)))
        elif act == 1 and parts:
            parts.insert(self.random.randrange(len(parts)), parts.pop())
        elif act == 2 and parts:
            place = self.random.randrange(len(parts))
            specs = [spec for spec in fields_of(model).values() if not spec.hidden]
            spec = self.random.choice(specs)
            parts[place] = parts[place].model_copy(
                update={spec.name: self._value(spec, getattr(parts[place], spec.name))}
            )
        else:
            values = {
                spec.name: self._value(spec, () if spec.many else "" if spec.kind == "text" else None)
                for spec in fields_of(model).values()
                if spec.required
            }
            parts.insert(self.random.randrange(len(parts) + 1), model(**values))
        return tuple(parts)


def large_ids(random: Random) -> Callable[[str], int]:
    """Numbers as new records have them: never two the same."""
    return lambda table: random.randrange(10**12, 2**52)


def counted_ids(dossier: Dossier) -> Callable[[str], int]:
    """Numbers as older files have them: each copy counts on from what it began with."""
    highest = {name: max(records, default=0) for name, records in dossier.tables.items()}

    def following(table: str) -> int:
        highest[table] += 1
        return highest[table]

    return following
