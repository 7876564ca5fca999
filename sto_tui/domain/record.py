"""The base of every record, and how a field says its Dutch label, help and limits.

A field is one line in its model; form, list, search, Word, merge and command line read `fields_of(Model)`.
"""

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Annotated, Any, ClassVar, Literal, Self, Union, get_args, get_origin

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, GetCoreSchemaHandler, JsonValue, model_validator
from pydantic_core import CoreSchema, core_schema

from sto_tui.domain.dutch import small
from sto_tui.domain.pydantic_gaps import leave_out_plugins
from sto_tui.domain.text import clean_line, clean_text
from sto_tui.frozen import frozen, frozen_in_order

leave_out_plugins()

LINE_LIMIT = 300
TEXT_LIMIT = 60_000
YEAR_LIMITS = (1990, 2100)
Edge = Literal["start", "end"]
FRESH_PART_IDS = range(10_000, 2**31)
"""The ids of parts that were added to a record that was there; those of a new record count from one."""


class Choice(StrEnum):
    """One of a fixed set: the stored value, and the Dutch word that people see."""

    label: str

    def __new__(cls, value: str, label: str = "") -> Self:
        """`NAME = "value", "Dutch word"`; without a word the value is the word."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label or value
        return member

    @property
    def names(self) -> tuple[str, ...]:
        """What it is called where it is typed."""
        return self.label, self.value

    @property
    def position(self) -> int:
        """Where it stands in its set, from 0."""
        return list(type(self)).index(self)


@frozen_in_order
class Ref:
    """The address of a record, or of one field of it: `milestones/12` or `milestones/12/title`."""

    table: str
    id: int
    field: str | None = None

    def __str__(self) -> str:
        """The stored form."""
        return f"{self.table}/{self.id}" + (f"/{self.field}" if self.field else "")

    @classmethod
    def parse(cls, text: str) -> "Ref":
        """The inverse of `str`. Raises ValueError when `text` is no address."""
        table, _, rest = text.partition("/")
        number, _, field = rest.partition("/")
        if not table.isidentifier() or not number.lstrip("-").isdecimal():
            raise ValueError(f"‘{text}’ is geen verwijzing binnen het dossier")
        return cls(table, int(number), field or None)

    def at(self, field: str | None) -> "Ref":
        """The same record, at another field."""
        return Ref(self.table, self.id, field)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Stored as its string."""
        from_text = core_schema.no_info_plain_validator_function(cls._read)
        return core_schema.json_or_python_schema(
            json_schema=from_text, python_schema=from_text, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def _read(cls, value: Any) -> "Ref":
        if isinstance(value, Ref):
            return value
        if not isinstance(value, str):
            raise ValueError("een verwijzing is tekst, zoals milestones/12")
        return cls.parse(value)


@frozen
class RefersTo:
    """Marks a field whose number (or Ref) is a record of one of these tables."""

    tables: tuple[str, ...]


@frozen
class DateEdge:
    """Which day a typed period means: the first of a start, the last of an end."""

    edge: Edge


@frozen
class Happened:
    """Marks the day of something that is done: typed without a year it is the last time before today."""


@frozen
class Money:
    """Marks whole euro cents."""


@frozen
class Unit:
    """Marks a whole number of something: what one is called, and several."""

    singular: str
    plural: str


@frozen
class CleanText:
    """Marks text that is cleaned when it comes in, and then no longer than a limit.

    Half the fields are text: to say this with `AfterValidator` and `Field` has pydantic read the signature of the
    function and merge two descriptions for each of them, at every start.
    """

    clean: Callable[[str], str]
    max_length: int

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Text, cleaned, and not too long after that."""
        cleaned = core_schema.no_info_after_validator_function(self.clean, core_schema.str_schema())
        return core_schema.chain_schema([cleaned, core_schema.str_schema(max_length=self.max_length)])


def refers_to(*tables: str) -> RefersTo:
    """The mark of a field that refers to a record of one of `tables`."""
    return RefersTo(tables)


def _possible_year(day: date) -> date:
    if not YEAR_LIMITS[0] <= day.year <= YEAR_LIMITS[1]:
        raise ValueError(f"het jaar {day.year} valt buiten {YEAR_LIMITS[0]}-{YEAR_LIMITS[1]}")
    return day


Line = Annotated[str, CleanText(clean_line, LINE_LIMIT)]
Text = Annotated[str, CleanText(clean_text, TEXT_LIMIT)]
Cents = Annotated[int, Money(), Field(ge=-(10**13), le=10**13)]
Day = Annotated[date, AfterValidator(_possible_year)]
StartDay = Annotated[Day, DateEdge("start")]
EndDay = Annotated[Day, DateEdge("end")]
PastDay = Annotated[Day, DateEdge("end"), Happened()]
Year = Annotated[int, Field(ge=YEAR_LIMITS[0], le=YEAR_LIMITS[1])]
Quantity = Annotated[float, Field(allow_inf_nan=False, ge=-(10**12), le=10**12)]


def field(
    label: str,
    help: str = "",
    *,
    default: Any = ...,
    low: float | None = None,
    high: float | None = None,
    hidden: bool = False,
    printed: bool = True,
    follows: str = "",
    example: str = "",
) -> Any:
    """A field with its Dutch label and help; `hidden` keeps it out of forms (the program fills it).

    `example` is what may be typed, where one that follows from the kind and the limits would mislead.

    A field is `printed` when some document that leaves the house shows its value, or what follows from it; tests hold
    the documents to that, both ways. `follows` names the field of whose words it holds the number: `sto lijst` has the
    words only, and the record merges it (`settled_between`).
    """
    marks: dict[str, JsonValue] = {"hidden": hidden, "printed": printed, "follows": follows, "example": example}
    return Field(default, title=label, description=help, ge=low, le=high, json_schema_extra=marks)


# A validator is built when the first record is read: most commands meet a few of the tables.
_CONFIG = ConfigDict(frozen=True, extra="forbid", validate_default=False, hide_input_in_errors=True, defer_build=True)


class Part(BaseModel):
    """A thing inside a record, with an id that stays, so that two sessions' edits of one list merge."""

    model_config = _CONFIG

    id: int = Field(0, title="Nummer", json_schema_extra={"hidden": True})

    @property
    def lacks(self) -> str:
        """What it has to say and does not, as one Dutch sentence; a part of an older file may lack it still."""
        return ""


class Record(BaseModel):
    """One thing in a dossier. Frozen; `id` is given out by the store, `rev` counts its changes."""

    model_config = _CONFIG

    one_value: ClassVar[tuple[tuple[str, ...], ...]] = ()
    """The fields that say one thing together, so that two copies' halves of it do not make a whole."""

    moved_together: ClassVar[tuple[str, ...]] = ()
    """The fields that a move works out together: where two copies both moved one of them, each of them is a choice."""

    id: int = Field(0, title="Nummer", json_schema_extra={"hidden": True})
    rev: int = Field(0, title="Versie", ge=0, json_schema_extra={"hidden": True})

    @model_validator(mode="after")
    def _required_text_is_there(self) -> Self:
        for name in _required_texts(type(self)):
            if not getattr(self, name).strip():
                raise ValueError(f"‘{fields_of(type(self))[name].label}’ is leeg")
        return self

    def changed(self, **values: Any) -> Self:
        """A validated copy with these fields changed. Raises pydantic.ValidationError."""
        return type(self).model_validate({**dict(self), **values})

    def settled_after(self, before: Self | None, day: date | None = None) -> Self:
        """The record with what follows from its difference with the version before it; None for a new one.

        `day` is the day on which what it says became so; None when nobody knows.
        """
        return self

    def settled_between(self, base: Self, mine: Self, theirs: Self) -> tuple[Self, tuple[str, ...]]:
        """The record that was merged from both sides, with the fields that follow from the words of both.

        Also the names of those fields of which each side gave another value by hand.
        """
        return self, ()

    def as_shown(self, name: str) -> Any:
        """The value of a field as lists and documents show it: with what the program says beside what people wrote."""
        return getattr(self, name)

    def document(self) -> dict[str, Any]:
        """As it is stored: without its id (that is the key) and without what is empty, as it is by default."""
        document = self.model_dump(mode="json", exclude={"id"})
        kept = {name: "" for name in _texts_with_default(type(self)) if document[name] == ""}
        return without_empty(document) | kept


def without_empty(document: dict[str, Any]) -> dict[str, Any]:
    """A copy without None, empty text and empty lists, also inside its parts."""
    return {
        key: [without_empty(part) if isinstance(part, dict) else part for part in value]
        if isinstance(value, list)
        else value
        for key, value in document.items()
        if value is not None and value != "" and value != []
    }


Kind = Literal[
    "line",
    "text",
    "whole",
    "decimal",
    "amount",
    "date",
    "tick",
    "choice",
    "choices",
    "reference",
    "references",
    "lines",
    "parts",
]


@frozen
class FieldSpec:
    """What the rest of the house knows of a field."""

    name: str
    label: str
    help: str
    kind: Kind
    required: bool
    hidden: bool
    printed: bool
    follows: str
    example: str
    default: Any
    choices: tuple[Choice, ...] = ()
    tables: tuple[str, ...] = ()
    by_ref: bool = False
    part: type[Part] | None = None
    edge: Edge = "start"
    happened: bool = False
    limit: int = LINE_LIMIT
    low: float | None = None
    high: float | None = None
    unit: Unit | None = None

    @property
    def label_in_text(self) -> str:
        """The label as it stands in a sentence: `titel`, and `DUS-I-nummer` as it is."""
        return small(self.label)

    @property
    def many(self) -> bool:
        """Whether its value is a list."""
        return self.kind in ("choices", "references", "lines", "parts")


@cache
def fields_of(model: type[BaseModel]) -> Mapping[str, FieldSpec]:
    """The fields of a record or part, in order; without `id` and `rev`."""
    return {
        name: _spec(name, info.annotation, info)
        for name, info in model.model_fields.items()
        if name not in ("id", "rev")
    }


@cache
def _texts_with_default(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(name for name, spec in fields_of(model).items() if isinstance(spec.default, str) and spec.default)


@cache
def _required_texts(model: type[BaseModel]) -> tuple[str, ...]:
    # Asked of every table of a dossier that is opened: most commands need no more of most fields.
    required = ((name, info) for name, info in model.model_fields.items() if info.is_required())
    return tuple(name for name, info in required if _spec(name, info.annotation, info).kind in ("line", "text"))


def _spec(name: str, annotation: Any, info: Any) -> FieldSpec:
    marks = list(info.metadata)
    inner = _unwrap(annotation, marks)
    many = get_origin(inner) is tuple
    if many:
        inner = _unwrap(get_args(inner)[0], marks)
    extra = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
    tables = next((mark.tables for mark in marks if isinstance(mark, RefersTo)), ())
    limits = [mark.max_length for mark in marks if hasattr(mark, "max_length")]
    kind = _kind(inner, many, marks, bool(tables))
    return FieldSpec(
        name=name,
        label=info.title or name,
        help=info.description or "",
        kind=kind,
        required=info.is_required(),
        hidden=bool(extra.get("hidden")),
        printed=bool(extra.get("printed")),
        follows=str(extra.get("follows") or ""),
        example=str(extra.get("example") or ""),
        default=None if info.is_required() else info.default,
        choices=tuple(inner) if kind in ("choice", "choices") else (),
        tables=tables,
        by_ref=inner is Ref,
        part=inner if kind in ("lines", "parts") else None,
        edge=next((mark.edge for mark in marks if isinstance(mark, DateEdge)), "start"),
        happened=any(isinstance(mark, Happened) for mark in marks),
        limit=min(limits, default=LINE_LIMIT),
        low=max((mark.ge for mark in marks if hasattr(mark, "ge")), default=None),
        high=min((mark.le for mark in marks if hasattr(mark, "le")), default=None),
        unit=next((mark for mark in marks if isinstance(mark, Unit)), None),
    )


def _unwrap(annotation: Any, marks: list[Any]) -> Any:
    """The type under Annotated and `| None`; what stands in Annotated is added to `marks`."""
    while True:
        if get_origin(annotation) is Annotated:
            annotation, *more = get_args(annotation)
            for mark in more:
                marks += getattr(mark, "metadata", None) or [mark]
        elif get_origin(annotation) in (Union, UnionType):
            annotation = next(choice for choice in get_args(annotation) if choice is not type(None))
        else:
            return annotation


def _kind(inner: Any, many: bool, marks: list[Any], refers: bool) -> Kind:
    if refers:
        return "references" if many else "reference"
    if issubclass(inner, Part):
        visible = [spec for spec in fields_of(inner).values() if not spec.hidden]
        return "lines" if [spec.kind for spec in visible] == ["line"] else "parts"
    if issubclass(inner, Choice):
        return "choices" if many else "choice"
    if inner is str:
        return "text" if any(getattr(mark, "max_length", 0) == TEXT_LIMIT for mark in marks) else "line"
    if inner is bool:
        return "tick"
    if inner is date:
        return "date"
    if inner is float:
        return "decimal"
    return "amount" if any(isinstance(mark, Money) for mark in marks) else "whole"
