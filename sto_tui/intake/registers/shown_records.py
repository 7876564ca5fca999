"""How a record that comes from a table is called and shown where the table is proposed."""

from collections.abc import Iterator
from typing import Any

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.record import FieldSpec, Record, fields_of
from sto_tui.domain.text import clean_line, cut
from sto_tui.frozen import frozen
from sto_tui.intake.proposal import FieldChange, short_difference
from sto_tui.intake.registers.kinds import Register
from sto_tui.intake.registers.matching import Matched

LONGEST = 60


@frozen
class ShownRecords:
    """The records of one register, in the words of the dossier."""

    register: Register
    dossier: Dossier

    def caption(self, record: Record) -> str:
        """What it is called; a new record has its number and name in itself."""
        specs = fields_of(self.register.model)
        names = dict.fromkeys((*self.register.table.caption, *self.register.key))
        values = [self.shown(specs[name], getattr(record, name)) for name in names]
        return cut(" ".join(value for value in values if value), LONGEST)

    def details(self, matched: Matched) -> Iterator[str]:
        """What else stands in a new record, with its label; first its amount, which is looked at most."""
        if cents := amount_of(matched.after):
            yield dutch.amount(cents)
        named = {*self.register.table.caption, *self.register.key}
        for name, spec in fields_of(self.register.model).items():
            if name in {**matched.row.values, **matched.row.when_new} and name not in named:
                yield f"{spec.label_in_text} {cut(self.shown(spec, getattr(matched.after, name)), LONGEST)}"

    def differences(self, before: Record, after: Record) -> Iterator[FieldChange]:
        """What changes in a record that was there, field by field."""
        for name, spec in fields_of(self.register.model).items():
            old, new = getattr(before, name), getattr(after, name)
            if old != new:
                yield short_difference(spec.label, self.shown(spec, old), self.shown(spec, new))

    def shown(self, spec: FieldSpec, value: Any) -> str:
        """One value on one line."""
        return clean_line(self.dossier.shown(spec, value))


def amount_of(record: Record) -> int:
    """What it comes to, in euro cents; 0 when it has no amount."""
    return getattr(record, "total", None) or 0
