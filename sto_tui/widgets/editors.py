"""One editor per kind of field. Each shows a value and reads it back."""

from collections.abc import Sequence
from typing import Any, Protocol

from pydantic import BaseModel
from textual.binding import Binding
from textual.content import Content
from textual.events import Key
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Checkbox

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.level_words import in_own_words, own_fields
from sto_tui.domain.record import FieldSpec, Part, Ref
from sto_tui.domain.region import Region
from sto_tui.domain.text import clean_line, clean_text
from sto_tui.domain.typed_dates import Beside
from sto_tui.domain.typed_value import check_lines, entry_text, example_of, parse_entry, parse_lines
from sto_tui.widgets.inputs import TextInput
from sto_tui.widgets.long_text import LongText
from sto_tui.widgets.one_of import OneOf
from sto_tui.widgets.raster import Raster
from sto_tui.widgets.record_list import Column, RecordList, Row
from sto_tui.widgets.typed_letters import TypedLetters

LIST_HEIGHT = 6
TICKED = "■"
UNTICKED = "□"


class Editor(Protocol):
    """What a form asks of an editor."""

    def read(self, beside: Beside) -> Any:
        """The value. Raises ValueError with a Dutch sentence."""

    @property
    def typed(self) -> Any:
        """What stands in it, right or wrong, in a form that can be stored and compared."""

    def retype(self, typed: Any) -> None:
        """Puts back what stood in it."""

    def take(self, value: Any) -> None:
        """Shows another value."""


class LineEditor(TextInput):
    """Lines, numbers, amounts and dates; enter goes to the next field, as on paper."""

    BINDINGS = [Binding("enter", "app.focus_next", "Volgend veld", show=False, priority=True)]

    def __init__(self, spec: FieldSpec, value: Any) -> None:
        example = example_of(spec)
        super().__init__(entry_text(spec, value), placeholder=f"bijvoorbeeld {example}" if example else "")
        self.spec = spec

    def read(self, beside: Beside) -> Any:
        """The value of what was typed."""
        return parse_entry(self.spec, self.value, beside)

    @property
    def typed(self) -> Any:
        """The text."""
        return self.value

    def retype(self, typed: Any) -> None:
        """Puts the text back."""
        self.value = clean_line(str(typed))

    def take(self, value: Any) -> None:
        """Shows another value."""
        self.value = entry_text(self.spec, value)


class TypedText(LongText):
    """A text that can be kept as it stands."""

    @property
    def typed(self) -> Any:
        """The text."""
        return self.text

    def retype(self, typed: Any) -> None:
        """Puts the text back."""
        self.text = clean_text(str(typed))


class TextEditor(TypedText):
    """A text of several lines."""

    def __init__(self, spec: FieldSpec, value: Any) -> None:
        super().__init__(entry_text(spec, value))
        self.spec = spec
        self._before = value

    def read(self, beside: Beside) -> Any:
        """The text; what nobody changed stays to the letter."""
        is_same = self._before and self.text == entry_text(self.spec, self._before)
        return self._before if is_same else parse_entry(self.spec, self.text, beside)

    def take(self, value: Any) -> None:
        """Shows another text."""
        self._before = value
        self.text = entry_text(self.spec, value)


class LinesEditor(TypedText):
    """Simple parts, one per line."""

    def __init__(self, spec: FieldSpec, value: tuple[Part, ...]) -> None:
        super().__init__(entry_text(spec, value or ()))
        self.spec = spec
        self._before = value or ()

    def read(self, beside: Beside) -> Any:
        """The parts; lines that stayed keep their id."""
        assert self.spec.part is not None
        check_lines(self.spec, self.text)
        return parse_lines(self.spec.part, self.text, self._before)

    def take(self, parts: tuple[Part, ...]) -> None:
        """Shows other parts."""
        self._before = parts
        self.text = entry_text(self.spec, parts)


class TickEditor(Checkbox):
    """Yes or no: `■` or `□`, also where there is no colour."""

    DEFAULT_CSS = """
    TickEditor { border: none; padding: 0; background: transparent; height: 1; width: auto;
        &:focus { border: none; background: $sto-row; background-tint: transparent; }
        & > .toggle--button { color: $sto-primary; background: transparent; }
        &.-on > .toggle--button { color: $sto-primary; background: transparent; }
        & > .toggle--label { color: $sto-text; }
        &:focus > .toggle--label { color: $sto-text; background: transparent; text-style: bold underline; }
        &:ansi > .toggle--button { text-style: none; }
    }
    """
    BUTTON_LEFT = ""
    BUTTON_RIGHT = ""

    def __init__(self, spec: FieldSpec, value: Any) -> None:
        super().__init__(Content(spec.label), bool(value), compact=True)
        self.spec = spec
        self.BUTTON_INNER = TICKED if value else UNTICKED

    def watch_value(self) -> None:
        """Another mark."""
        self.BUTTON_INNER = TICKED if self.value else UNTICKED
        super().watch_value()

    def read(self, beside: Beside) -> Any:
        """Whether it is ticked."""
        return self.value

    @property
    def typed(self) -> Any:
        """Whether it is ticked."""
        return self.value

    def retype(self, typed: Any) -> None:
        """Ticks it, or not."""
        self.value = bool(typed)

    def take(self, value: Any) -> None:
        """Ticks it, or not."""
        self.value = bool(value)


class SeveralOf(RecordList):
    """Any number of several; the space bar ticks.

    Not Textual's SelectionList: that shows an X in an unticked box too, which in few colours means ticked.
    """

    DEFAULT_CSS = """
    SeveralOf { background: $sto-surface; }
    SeveralOf:focus { background: $sto-row; }
    """
    BINDINGS = [Binding("space,enter", "tick", "Aan of uit zetten", show=False, priority=True)]

    class Altered(Message):
        """Something was ticked or unticked."""

        def __init__(self, editor: "SeveralOf") -> None:
            super().__init__()
            self.editor = editor

    def __init__(self, spec: FieldSpec, value: Sequence[Any], options: Sequence[tuple[str, Any]]) -> None:
        super().__init__((Column("", 1), Column("")), heads=False)
        keys = {key for _, key in options}
        self.spec = spec
        self.choices = [*options, *(("(vervallen)", key) for key in value if key not in keys)]
        self.chosen = set(value)
        self._given = tuple(value)
        self._letters = TypedLetters()
        self._fill()
        self.styles.height = max(1, min(LIST_HEIGHT, len(self.choices)))

    def _fill(self) -> None:
        rows = [
            Row(((TICKED if key in self.chosen else UNTICKED, "primary"), name), key=key) for name, key in self.choices
        ]
        self.show(rows or [Row(("Er valt nog niets te kiezen.",), kind="note")])

    def on_key(self, event: Key) -> None:
        """A letter goes to the choice that begins with it."""
        if event.is_printable and event.character:
            event.stop()
            names = [name for name, _ in self.choices]
            place = self._letters.place(event.character, event.time, names, self.cursor)
            if place is not None:
                self.move_to(place)

    def action_tick(self) -> None:
        """Ticks or unticks the row of the cursor."""
        if row := self.current:
            self.chosen ^= {row.key}
            self._fill()
            self.post_message(self.Altered(self))

    def on_raster_chosen(self, event: Raster.Chosen) -> None:
        """A click on the row of the cursor ticks it."""
        event.stop()
        self.action_tick()

    def read(self, beside: Beside) -> Any:
        """The chosen values: as they were given when they are the same, else in the order of the list."""
        if self.chosen == set(self._given):
            return self._given
        return tuple(key for _, key in self.choices if key in self.chosen)

    @property
    def typed(self) -> Any:
        """The chosen values as texts."""
        return [str(key) for _, key in self.choices if key in self.chosen]

    def retype(self, typed: Any) -> None:
        """Ticks them again, those that are still among the possibilities."""
        self.chosen = {key for _, key in self.choices if str(key) in typed}
        self._fill()

    def take(self, value: Any) -> None:
        """Ticks others."""
        self.chosen = set(value)
        self._given = tuple(value)
        self._fill()


class PartsEditor(RecordList):
    """A list of parts; each has its own small form."""

    DEFAULT_CSS = """
    PartsEditor { background: $sto-surface; }
    PartsEditor:focus { background: $sto-row; }
    """
    BINDINGS = [
        Binding("a,insert", "open(-1)", "Toevoegen", show=False, priority=True),
        Binding("enter,e", "open(0)", "Bewerken", show=False, priority=True),
        Binding("x,delete", "drop", "Verwijderen", show=False, priority=True),
        Binding("shift+up", "shift(-1)", "Omhoog zetten", show=False, priority=True),
        Binding("shift+down", "shift(1)", "Omlaag zetten", show=False, priority=True),
    ]

    class Opened(Message):
        """A part is to be edited; `part` None is a new one."""

        def __init__(self, editor: "PartsEditor", part: Part | None) -> None:
            super().__init__()
            self.editor = editor
            self.part = part

    class Altered(Message):
        """The list is another one."""

        def __init__(self, editor: "PartsEditor") -> None:
            super().__init__()
            self.editor = editor

    def __init__(self, spec: FieldSpec, value: Sequence[Part], dossier: Dossier) -> None:
        super().__init__((Column(""),), heads=False)
        self.spec = spec
        self.parts = list(value)
        self._dossier = dossier
        self._fill()

    def _fill(self) -> None:
        rows = [Row((self._dossier.part_caption(part),), key=index) for index, part in enumerate(self.parts)]
        self.show(rows or [Row(("Nog niets. Druk op a om iets toe te voegen.",), kind="note")])
        self.styles.height = max(1, min(LIST_HEIGHT, len(rows)))

    def put(self, before: Part | None, after: Part) -> None:
        """Takes over an edited or new part."""
        if before is None:
            self.parts.append(after)
        else:
            self.parts[self.cursor] = after
        self._fill()
        self.move_to(len(self.parts) - 1 if before is None else self.cursor)
        self.post_message(self.Altered(self))

    def action_open(self, which: int) -> None:
        """Opens the form of the part at the cursor (0) or of a new one (-1)."""
        new = which < 0 or not self.parts
        self.post_message(self.Opened(self, None if new else self.parts[self.cursor]))

    def action_drop(self) -> None:
        """Takes the part at the cursor out of the list."""
        if self.parts:
            del self.parts[self.cursor]
            self._fill()
            self.post_message(self.Altered(self))

    def action_shift(self, step: int) -> None:
        """Moves the part at the cursor up or down."""
        target = self.cursor + step
        if self.parts and 0 <= target < len(self.parts):
            self.parts[self.cursor], self.parts[target] = self.parts[target], self.parts[self.cursor]
            self._fill()
            self.move_to(target)
            self.post_message(self.Altered(self))

    def read(self, beside: Beside) -> Any:
        """The parts."""
        return tuple(self.parts)

    def take(self, parts: Sequence[Part]) -> None:
        """Shows other parts."""
        self.parts = list(parts)
        self._fill()

    @property
    def typed(self) -> Any:
        """The parts as they are stored."""
        return [part.model_dump(mode="json") for part in self.parts]

    def retype(self, typed: Any) -> None:
        """Puts the parts back."""
        assert self.spec.part is not None
        self.parts = [self.spec.part.model_validate(part) for part in typed]
        self._fill()


def editor_for(spec: FieldSpec, value: Any, dossier: Dossier) -> Widget:
    """The editor of a field."""
    if spec.kind == "text":
        return TextEditor(spec, value)
    if spec.kind == "lines":
        return LinesEditor(spec, value)
    if spec.kind == "parts":
        return PartsEditor(spec, value or (), dossier)
    if spec.kind == "tick" and spec.default is not None:
        return TickEditor(spec, value)
    if spec.kind == "tick":
        return OneOf(spec, value, (("ja", True), ("nee", False)))
    if spec.kind == "choice":
        return OneOf(spec, value, [(in_own_words(choice.label, dossier.region), choice) for choice in spec.choices])
    if spec.kind == "choices":
        return SeveralOf(spec, value or (), [(choice.label, choice) for choice in spec.choices])
    if spec.kind == "reference":
        return OneOf(spec, value, records_to_choose(spec, dossier))
    if spec.kind == "references":
        return SeveralOf(spec, value or (), records_to_choose(spec, dossier))
    return LineEditor(spec, value)


def records_to_choose(spec: FieldSpec, dossier: Dossier) -> list[tuple[str, Any]]:
    """The records that a field can refer to, by their caption; with several tables also what they are."""
    options: list[tuple[str, Any]] = []
    for table in spec.tables:
        for record in dossier.ordered(table).values():
            ref = Ref(table, record.id)
            name = dossier.name(ref) if len(spec.tables) > 1 else dossier.caption(ref)
            options.append((name, ref if spec.by_ref else record.id))
    return options


def empty_value(spec: FieldSpec) -> Any:
    """What a field holds before anything is typed."""
    if spec.default is not None:
        return spec.default
    return () if spec.many else None


def visible_fields(model: type[BaseModel], region: Region) -> list[FieldSpec]:
    """The fields that a form shows, in the words of this region."""
    return [spec for spec in own_fields(model, region).values() if not spec.hidden]
