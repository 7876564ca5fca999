"""The grammar of a table that has none of its own: the line is its first text."""

from sto_tui.domain.record import FieldSpec, Record, fields_of
from sto_tui.domain.text import clean_line
from sto_tui.domain.typed_value import parse_entry
from sto_tui.planning.quick_entry.grammar import Grammar, LinePlace, LineRead

_TYPED = ("line", "text", "whole", "decimal", "amount", "date")


def text_field(model: type[Record]) -> FieldSpec | None:
    """The text that says what a record is: the first that must be filled in, else the first; without one its number.

    None when nothing of it is typed.
    """
    typed = [spec for spec in fields_of(model).values() if spec.kind in _TYPED and not spec.hidden]
    texts = [spec for spec in typed if spec.kind in ("line", "text")]
    rest = next(iter((*texts, *typed)), None)
    return next((spec for spec in texts if spec.required and spec.name != "number"), rest)


def needed_fields(model: type[Record]) -> list[str]:
    """What must be typed for a new record, in order; its number is given."""
    specs = fields_of(model).values()
    return [
        spec.name
        for spec in specs
        if spec.required and spec.kind in _TYPED and not spec.hidden and spec.name != "number"
    ]


def first_text(model: type[Record]) -> Grammar:
    """The grammar in which a line is the first text of a model."""
    spec = text_field(model)
    if spec is None:
        return Grammar(_refuse, lambda place: ())
    label = spec.label_in_text

    def read(place: LinePlace, text: str) -> LineRead:
        return LineRead({spec.name: parse_entry(spec, clean_line(text))})

    return Grammar(read, lambda place: (), label, help=f"{label}. {spec.help}" if spec.help else "")


def _refuse(place: LinePlace, text: str) -> LineRead:
    raise ValueError("Dit past niet op een regel. Druk op tab en vul het formulier in.")
