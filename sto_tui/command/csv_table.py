"""A table of records as CSV that Excel in Dutch opens as it is: semicolons, decimal commas, UTF-8 with a mark.

Source for what is made harmless: OWASP, CSV injection.
"""

import csv
import io
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.level_words import own_fields
from sto_tui.domain.record import FieldSpec, Record
from sto_tui.domain.tables import Table
from sto_tui.domain.text import clean_text

# With one of these at its begin a program that reckons takes a text for a formula; also when it is a wide letter.
_RECKONS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_MARK = "\ufeff"


def csv_of(table: Table, records: Iterable[Record], dossier: Dossier) -> bytes:
    """All fields that people fill in, a line each record, under their Dutch names."""
    specs = [spec for spec in own_fields(table.model, dossier.region).values() if not spec.hidden and not spec.follows]
    lines = io.StringIO()
    writer = csv.writer(lines, delimiter=";", lineterminator="\r\n")
    writer.writerow([harmless(spec.label) for spec in specs])
    writer.writerows([_cell(spec, record.as_shown(spec.name), dossier) for spec in specs] for record in records)
    return f"{_MARK}{lines.getvalue()}".encode()


def _cell(spec: FieldSpec, value: Any, dossier: Dossier) -> str:
    """A number as a number, without signs that make a text of it; all else as people read it."""
    if value is None:
        return ""
    if spec.kind == "amount":
        return f"{Decimal(value) / 100:.2f}".replace(".", ",")
    if spec.kind == "decimal":
        return format(Decimal(repr(value)), "f").removesuffix(".0").replace(".", ",")
    if spec.kind == "whole":
        return str(value)
    return harmless(clean_text(dossier.shown(spec, value)).strip())


def harmless(text: str) -> str:
    """A text that no program takes for a formula: with an apostrophe before it when it begins like one."""
    return f"'{text}" if text.startswith(_RECKONS) else text
