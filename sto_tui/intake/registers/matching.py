"""Which record of the dossier each row of a table is about: by number, else by what it is called."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from pydantic import ValidationError

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.parties import Party
from sto_tui.domain.record import Record, fields_of
from sto_tui.domain.text import cut, plain
from sto_tui.domain.typed_record import explained
from sto_tui.intake.registers.kinds import Register
from sto_tui.intake.registers.rows import LEFT_OUT, RegisterRow, is_divided, with_amount
from sto_tui.intake.tables.spelled_out import spelled_out

_Key = tuple[Any, ...]
_LONGEST = 60


@dataclass(frozen=True)
class Matched:
    """A row with its record as it was, None when it is new, and as it becomes."""

    row: RegisterRow
    before: Record | None
    after: Record


class RegisterMatcher:
    """Finds the record of each row, and makes what it becomes; what cannot be taken in is told in the row itself."""

    def __init__(self, dossier: Dossier, register: Register, division: str = "") -> None:
        self._register, self._division, self._dossier = register, division, dossier
        self.divided: list[tuple[RegisterRow, Record]] = []
        """The rows that have only another amount, each with its record of so many times so much."""
        # What is of a year is the same record in every plan period; the rest is that of the period that is seen.
        seen = dossier.whole if "year" in register.key else dossier
        self._records: Sequence[Record] = [*seen.tables[register.table.name].values()]
        self._defaults = {name: spec.default for name, spec in fields_of(register.model).items()}
        self._by_key: dict[_Key, list[Record]] = defaultdict(list)
        self._by_number: dict[_Key, list[Record]] = defaultdict(list)
        for record in self._records:
            self._by_key[self._key(dict(record))].append(record)
            if number := plain(str(getattr(record, "number", ""))):
                self._by_number[(number, getattr(record, "year", None))].append(record)

    def match(self, rows: Iterable[RegisterRow]) -> list[Matched]:
        """The rows that are taken in, in order."""
        rows = [row for row in rows if not row.wrong]
        times = Counter(self._key(row.values) for row in rows)
        used: dict[Any, int] = {}
        matched: list[Matched] = []
        for row in rows:
            before = self._existing(row, is_double=times[self._key(row.values)] > 1)
            if row.wrong or (row.only_known and before is None):
                continue
            first = used.setdefault(self._identity(row, before), row.row)
            if first != row.row:
                row.wrong.append(f"{self._called(row)} staat ook op regel {first}.")
                continue
            after = self._after(row, before, -1 - len(matched))
            if after is not None:
                matched.append(Matched(row, before, after))
        return matched

    def _identity(self, row: RegisterRow, before: Record | None) -> Any:
        if before is not None:
            return before.id
        number = plain(str(row.values.get("number", "")))
        return (
            (number, row.values.get("year"))
            if number
            else self._key(row.values) + self._apart(row.when_new | row.values)
        )

    def _called(self, row: RegisterRow) -> str:
        number = row.values.get("number")
        names = (self._register.table.caption[0], self._register.name)
        named = number or next((self._shown(name, row) for name in names if row.values.get(name)), "")
        return f"{self._register.table.singular} ‘{cut(str(named), _LONGEST)}’"

    def _shown(self, name: str, row: RegisterRow) -> str:
        spec = fields_of(self._register.model)[name]
        return self._dossier.shown(spec, row.values[name])

    def _key(self, values: Mapping[str, Any]) -> _Key:
        return tuple(_alike(values.get(name, self._defaults[name])) for name in self._register.key)

    def _apart(self, values: Mapping[str, Any]) -> _Key:
        return tuple(_alike(values.get(name, self._defaults[name])) for name in self._register.apart)

    def _existing(self, row: RegisterRow, *, is_double: bool) -> Record | None:
        """The record that a row is about; None for a new one. Adds to what is wrong with the row."""
        if number := plain(str(row.values.get("number", ""))):
            self._refuse_lost_zero(row, number)
            numbered = self._by_number.get((number, row.values.get("year")), [])
            if numbered:
                return self._only(row, numbered)
        records = self._by_key.get(self._key(row.values), [])
        if number:
            # What has another number is another record, whatever it is called.
            records = [record for record in records if not plain(str(getattr(record, "number", "")))]
        if not records and self._register.model is Party:
            return self._by_short_name(row)
        if is_double or len(records) > 1:
            records = [
                record for record in records if self._apart(dict(record)) == self._apart(row.when_new | row.values)
            ]
            if not records and not is_double:
                self._refuse_many(row)
            return self._only(row, records)
        return records[0] if records else None

    def _only(self, row: RegisterRow, records: Sequence[Record]) -> Record | None:
        if len(records) > 1:
            self._refuse_many(row)
        return records[0] if len(records) == 1 else None

    def _refuse_many(self, row: RegisterRow) -> None:
        row.wrong.append(f"{self._called(row)} staat meer dan één keer in het dossier. Wijzig haar daar.")

    def _refuse_lost_zero(self, row: RegisterRow, number: str) -> None:
        """A workbook that holds 1.10 as a number lost its zero."""
        if not row.counted or "." not in number:
            return
        alike = [known for known, _ in self._by_number if known != number and _value(known) == _value(number)]
        if alike:
            row.wrong.append(
                f"nummer {number} staat als getal in het blad en kan ook {alike[0]} zijn. Maak de kolom op als tekst "
                "en typ het opnieuw."
            )

    def _by_short_name(self, row: RegisterRow) -> Record | None:
        """A party that is called by its short name keeps both: else the next sheet would not know it."""
        name = plain(row.values["name"])
        parties = [party for party in self._records if isinstance(party, Party) and plain(party.short) == name]
        if len(parties) != 1:
            return None
        row.values |= {"name": parties[0].name, "short": parties[0].short}
        return parties[0]

    def _after(self, row: RegisterRow, before: Record | None, new_id: int) -> Record | None:
        """The record as the row has it; None when it is no record, which is added to what is wrong with the row."""
        had = dict(before) if before else {}
        if before and is_divided(row, self._register, had):
            self.divided.append((row, before))
        with_amount(row, self._register, had, self._division)
        self._leave_out_used(row, before)
        if row.wrong:
            return None
        model = self._register.model
        try:
            if before is not None:
                return before.changed(**self._differing(row, before))
            return model.model_validate({"id": new_id, **row.when_new, **row.values})
        except ValidationError as error:
            row.wrong.append(explained(model, error))
            return None

    def _differing(self, row: RegisterRow, before: Record) -> dict[str, Any]:
        """The values of a row, without a name that only has other capitals or accents than the record."""
        return {
            name: value
            for name, value in row.values.items()
            if name not in self._register.key or _alike(value) != _alike(getattr(before, name))
        }

    def _leave_out_used(self, row: RegisterRow, before: Record | None) -> None:
        """Two parties with one short name would be one column in the matrix."""
        short = plain(str(row.values.get("short", "")))
        others = [record for record in self._records if isinstance(record, Party) and record is not before]
        user = next((party for party in others if short and plain(party.short) == short), None)
        if user is not None:
            typed = cut(row.values.pop("short"), _LONGEST)
            row.left_out.append(f"Afkorting: {typed} is al van ‘{cut(user.name, _LONGEST)}’. {LEFT_OUT}")


def _alike(value: Any) -> Any:
    return spelled_out(value) if type(value) is str else value


def _value(number: str) -> Decimal | None:
    try:
        return Decimal(number)
    except InvalidOperation:
        return None
