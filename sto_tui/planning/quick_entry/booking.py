"""`1.2 12-3-2026 1.250,50 factuur`: what was spent or realised, and when; the line of the cursor needs no number."""

from collections.abc import Sequence
from typing import Any

from sto_tui.domain.dutch import parse_amount
from sto_tui.domain.money import BudgetLine, Payment, Realised
from sto_tui.domain.record import Record, fields_of
from sto_tui.domain.text import clean_line
from sto_tui.domain.typed_dates import parse_date
from sto_tui.domain.typed_value import parse_entry
from sto_tui.planning.quick_entry.grammar import Grammar, LinePlace, LineRead
from sto_tui.planning.quick_entry.line_dates import date_at_the_beginning


def _reads_booking(model: type[Record], owner: str, table: str, said: str) -> Grammar:
    """`owner` is the field of what is booked on, a record of `table`; `said` the text at the end."""

    def read(place: LinePlace, text: str) -> LineRead:
        rest = clean_line(text)
        values: dict[str, Any] = {}
        first, _, after = rest.partition(" ")
        numbered = _with_number(place, table, first)
        if numbered is not None and after:
            values[owner], rest = numbered, after.strip()
        day, rest = date_at_the_beginning(rest, place.beside, edge_words=1)
        if day:
            values["date"] = parse_date(day, "end", place.beside, happened=True)
        amount, _, words = rest.removeprefix("€").strip().partition(" ")
        if not amount:
            raise ValueError(f"Typ het bedrag, bijvoorbeeld {examples(place)[0]}.")
        try:
            values["amount"] = parse_amount(amount)
        except ValueError as error:
            raise ValueError(f"‘{amount}’ is geen bedrag. Schrijf bijvoorbeeld {examples(place)[0]}.") from error
        words, _, note = words.partition(";")
        values[said] = parse_entry(fields_of(model)[said], words)
        values["note"] = parse_entry(fields_of(model)["note"], note)
        return LineRead(values)

    def examples(place: LinePlace) -> Sequence[str]:
        on = "" if owner in place.given else _first_number(place, table)
        word = "factuur" if said == "source" else "urenlijst"
        return [f"{on}12-3-{place.today.year} 1.250,50 {word}", f"{on}12-3-{place.today.year} 1.250,50"]

    return Grammar(read, examples)


def _with_number(place: LinePlace, table: str, word: str) -> int | None:
    """The record with exactly this number, when there is one."""
    records = place.dossier.ordered(table).values()
    numbered = [record.id for record in records if getattr(record, "number", "") == word]
    return numbered[0] if len(numbered) == 1 else None


def _first_number(place: LinePlace, table: str) -> str:
    lines = place.dossier.of(BudgetLine).values() if table == "budget" else ()
    return next((f"{line.number} " for line in lines if _with_number(place, table, line.number)), "")


PAYMENT = _reads_booking(Payment, "budget_line", "budget", "source")
REALISED = _reads_booking(Realised, "contribution", "cofinancing", "evidence")
