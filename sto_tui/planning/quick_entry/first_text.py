"""The grammar of a table that has none of its own: the line is its first text."""

from collections.abc import Callable, Sequence

from sto_tui.domain.record import FieldSpec, Record, fields_of
from sto_tui.domain.text import clean_line
from sto_tui.domain.typed_value import parse_entry
from sto_tui.planning.quick_entry.grammar import LinePlace, LineRead

_TYPED = ("line", "text", "whole", "decimal", "amount", "date")


def text_field(model: type[Record]) -> FieldSpec:
    """The text that says what a record is: the first that must be filled in, else the first; without one its number."""
    typed = [spec for spec in fields_of(model).values() if spec.kind in _TYPED and not spec.hidden]
    texts = [spec for spec in typed if spec.kind in ("line", "text")]
    return next((spec for spec in texts if spec.required and spec.name != "number"), (*texts, *typed)[0])


def reads_first_text(model: type[Record]) -> Callable[[LinePlace, str], LineRead]:
    """Reads a line as the first text of a model."""
    spec = text_field(model)
    return lambda place, text: LineRead({spec.name: parse_entry(spec, clean_line(text))})


def says_first_text(model: type[Record]) -> Callable[[LinePlace], Sequence[str]]:
    """Names that text, with the help of its field where there is room."""
    spec = text_field(model)
    return lambda place: [f"{spec.label.lower()}. {spec.help}"] * bool(spec.help) + [spec.label.lower()]
