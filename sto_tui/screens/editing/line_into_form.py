"""What was typed on a line, as what a form is opened with."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

from sto_tui.domain.record import Ref
from sto_tui.domain.tables import TABLES
from sto_tui.planning.quick_entry.first_text import text_field
from sto_tui.planning.quick_entry.grammar import LinePlace
from sto_tui.planning.quick_entry.reading import line_read, read_line


def doers_on(text: str, table: str, place: LinePlace) -> Sequence[Ref]:
    """Who was named with @; nobody on a line that cannot be read."""
    with suppress(ValueError):
        return line_read(table, place, text).doers if text else ()
    return ()


def fields_on(text: str, table: str, place: LinePlace) -> Mapping[str, Any]:
    """What was typed as fields; what cannot be read stands whole in the first text."""
    if not text:
        return {}
    try:
        return read_line(place.dossier, table, place.given, text, place.today)
    except ValueError:
        spec = text_field(TABLES[table].model)
        return {spec.name: text[: spec.limit]} if spec and spec.kind in ("line", "text") else {}
