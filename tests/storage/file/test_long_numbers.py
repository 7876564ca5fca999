"""Numbers with more digits than a computer's own numbers hold keep their value, whatever happens to the file."""

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from sto_tui.domain.change import Change, changing
from sto_tui.domain.milestones import Milestone
from sto_tui.storage.file.copies import dated_copies, previous_version
from sto_tui.storage.file.errors import DamagedError
from sto_tui.storage.file.long_numbers import WrittenNumber
from sto_tui.storage.past.recovery import candidates, put_in_place
from sto_tui.storage.store import DossierStore
from tests.conftest import NOW, clock

# What stands in the file, and what stands there after it was read and written: the same value, mostly the same text.
NUMBERS = {
    "18446744073709551615": "18446744073709551615",
    "18446744073709551616": "18446744073709551616",
    "-9223372036854775808": "-9223372036854775808",
    "-9223372036854775809": "-9223372036854775809",
    "123456789012345678901234567890": "123456789012345678901234567890",
    "9" * 5000: "9" * 5000,
    "1e400": "1e400",
    "1e-400": "1e-400",
    "1e99999999999999999999": "1e99999999999999999999",
    "3.141592653589793238462643383279": "3.141592653589793238462643383279",
    "0.30000000000000004": "0.30000000000000004",
    "-0.0": "-0.0",
    "1": "1",
    "1.0": "1.0",
    "1.10": "1.1",
    "1E5": "100000.0",
    "5e-324": "5e-324",
}


def numbers_in(path: Path) -> list[str]:
    """The numbers as they are written, without a reader of our own."""
    raw: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"), parse_int=str, parse_float=str)
    assert raw["milestones"]["1"]["vreemd"] == raw["vreemd"]["1"]["getallen"]
    return list(raw["vreemd"]["1"]["getallen"])


def with_foreign_numbers(path: Path, numbers: str) -> None:
    """Another program added a table, and a field to a milestone."""
    text = path.read_text(encoding="utf-8")
    record = '"milestones": {\n    "1": {'
    assert record in text
    text = text.replace(record, f'{record} "vreemd": [{numbers}],')
    path.write_text(f'{text.rstrip()[:-1]}, "vreemd": {{"1": {{"getallen": [{numbers}]}}}}}}', encoding="utf-8")


def renaming(store: DossierStore, number: int) -> Change:
    milestone = store.dossier.of(Milestone)[number]
    return changing(store.dossier, milestone, milestone.changed(title="Anders"))


def test_foreign_numbers_keep_their_value_through_everything(small: Path) -> None:
    with_foreign_numbers(small, ", ".join(NUMBERS))
    kept = list(NUMBERS.values())
    store, colleague = (DossierStore.open(small, user, clock) for user in ("jan", "anja"))
    store.apply(renaming(store, 2))
    assert numbers_in(small) == kept
    colleague.poll()
    colleague.apply(renaming(colleague, 3))
    assert numbers_in(small) == kept
    store.undo()
    assert numbers_in(small) == kept
    assert numbers_in(previous_version(small)) == kept
    assert numbers_in(dated_copies(small)[0]) == list(NUMBERS)
    small.write_bytes(small.read_bytes()[:1000])
    put_in_place(small, candidates(small)[0], NOW)
    assert numbers_in(small) == kept


def test_the_values_that_are_kept_are_those_that_were_written() -> None:
    assert all(Decimal(written) == Decimal(kept) for written, kept in NUMBERS.items() if "e9999" not in written)
    assert {written for written, kept in NUMBERS.items() if written != kept} == {"1.10", "1E5"}


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e", "01", "1.", r'"\ud800"'])
def test_what_is_no_json_is_refused_beside_a_long_number_too(small: Path, number: str) -> None:
    with_foreign_numbers(small, f"123456789012345678901234567890, {number}")
    before = small.read_bytes()
    with pytest.raises(DamagedError, match="klopt de JSON niet"):
        DossierStore.open(small, "jan", clock)
    assert small.read_bytes() == before


def test_a_name_that_stands_twice_is_told_with_the_long_number(small: Path) -> None:
    with_foreign_numbers(small, '{"a": 123456789012345678901234567890, "a": 1e400}')
    with pytest.raises(DamagedError, match="met 123456789012345678901234567890 en met 1e400;"):
        DossierStore.open(small, "jan", clock)


def test_two_long_numbers_are_the_same_when_they_are_written_the_same() -> None:
    """As floats these two are equal: only sixteen or seventeen digits count there."""
    one, other = WrittenNumber("123456789012345678901234567890"), WrittenNumber("123456789012345678901234567891")
    assert one != other
    assert one == WrittenNumber("123456789012345678901234567890")
    assert len({one, other, WrittenNumber(one.text)}) == 2
    assert one != float(one)
