"""One form for every record and part, made from its model."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from typing import Any, cast

from pydantic import BaseModel
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.geometry import Size, Spacing
from textual.layout import WidgetPlacement
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Checkbox, Input, TextArea

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.record import FieldSpec
from sto_tui.domain.text import clean_text
from sto_tui.domain.typed_dates import Beside
from sto_tui.planning.working_days.named_days import beside_today
from sto_tui.widgets.editors import Editor, PartsEditor, SeveralOf, editor_for, empty_value, visible_fields
from sto_tui.widgets.one_of import OneOf
from sto_tui.widgets.raster import Run, fit
from sto_tui.widgets.record_list import wrap
from sto_tui.widgets.shell import Drawn
from sto_tui.widgets.writing_area import WritingArea

Labels = Callable[[Mapping[str, Any]], Mapping[str, str]]
"""Other labels by field, for what stands in the form."""


class FormField(Drawn):
    """A label, an editor, and under it the help, what a date means, or what is wrong.

    Only the editor is a widget: with one for each text a form had twice as many.
    """

    DEFAULT_CSS = """
    FormField { height: auto; padding: 0 1; margin-bottom: 1;
        &.-whole { height: 1fr; margin-bottom: 0; }
    }
    """

    def __init__(self, spec: FieldSpec, value: Any, dossier: Dossier, *, whole: bool = False) -> None:
        """`whole` gives a text the whole height; then the window names it."""
        super().__init__(classes="-whole" if whole else "")
        self.spec = spec
        self.editor = WritingArea(spec, value) if whole else editor_for(spec, value, dossier)
        self.wrong = ""
        self._label = spec.label
        self._top = 0 if whole or isinstance(self.editor, Checkbox) else 1
        """The lines of the label: a tick carries its own."""
        help_text = spec.help
        if spec.kind in ("choices", "references"):
            help_text = f"{help_text} Spatie zet aan of uit.".strip()
        if spec.kind == "parts":
            keys = "a toevoegen, enter bewerken, x verwijderen, shift+pijl verplaatsen."
            help_text = f"{help_text} {keys}".strip()
        self._help = self._note = help_text

    def compose(self) -> ComposeResult:
        """What it draws itself is no widget."""
        yield self.editor

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The label and the editor, and what stands under it."""
        return super().get_content_height(container, viewport, width) + len(self._under(width))

    def process_layout(self, placements: list[WidgetPlacement]) -> list[WidgetPlacement]:
        """Puts the editor under the label; one that takes all there is leaves room for what stands under it."""
        shrink = self.has_class("-whole")
        return [
            placement._replace(
                region=placement.region.translate((0, self._top)).shrink(
                    Spacing(bottom=len(self._under(placement.region.width)) if shrink else 0)
                )
            )
            for placement in placements
        ]

    def _under(self, width: int) -> Sequence[str]:
        """The lines under the editor."""
        return wrap(self._note, width) if self._note else ()

    def line(self, y: int, width: int) -> Sequence[Run]:
        """The label above the editor, and what stands under it."""
        if y < self._top:
            return [(fit(self._label + (" *" if self.spec.required else ""), width).rstrip(), "bold")]
        lines = self._under(width)
        place = y - self.size.height + len(lines)
        return [(lines[place], "error" if self.wrong else "muted")] if place >= 0 else ()

    def label(self, label: str) -> None:
        """Gives it another label."""
        if label != self._label:
            self._label = label
            self.refresh()

    def read(self, beside: Beside) -> Any:
        """The value. Raises ValueError with a Dutch sentence."""
        return cast(Editor, self.editor).read(beside)

    @property
    def typed(self) -> Any:
        """What stands in it."""
        return cast(Editor, self.editor).typed

    def retype(self, typed: Any) -> None:
        """Puts back what stood in it. Raises ValueError or TypeError when it does not fit."""
        cast(Editor, self.editor).retype(typed)

    def show_theirs(self, text: str) -> None:
        """Keeps what someone else wrote under the field."""
        self._help = clean_text(text)
        self._show(self._help, wrong=False)

    def check(self, beside: Beside) -> None:
        """Says under the field what is wrong, or what a typed date means."""
        try:
            value = self.read(beside)
        except ValueError as error:
            self.show_wrong(str(error))
        else:
            means = f"= {dutch.weekday_date(value)}" if self.spec.kind == "date" and value else self._help
            self._show(means, wrong=False)

    def show_wrong(self, sentence: str) -> None:
        """Explains under the field what is wrong."""
        self._show(f"! {sentence}", wrong=True)

    def _show(self, note: str, *, wrong: bool) -> None:
        if note == self._note:
            return
        width = self.size.width
        before = len(self._under(width))
        self._note = note
        self.wrong = note if wrong else ""
        self.refresh(layout=len(self._under(width)) != before)
        if wrong:
            self.show_whole()

    def show_whole(self) -> None:
        """Brings all of it into sight where someone types: what is wrong stands on its last lines."""
        self.call_after_refresh(self._show_whole)

    def _show_whole(self) -> None:
        if self.editor.has_focus and not self.screen.can_view_entire(self):
            self.scroll_visible(animate=False)


def _asking(spec: FieldSpec, asked: Mapping[str, str]) -> FieldSpec:
    return replace(spec, help=asked[spec.name]) if spec.name in asked else spec


class RecordForm(VerticalScroll, can_focus=False):
    """All fields of a record or part, or one of them, `only`, as high as there is room."""

    DEFAULT_CSS = (
        "RecordForm { height: 1fr; scrollbar-size: 1 1; scrollbar-gutter: stable; background: $sto-background; }"
    )

    class Changed(Message):
        """Something was typed or chosen."""

    def __init__(
        self,
        model: type[BaseModel],
        values: Mapping[str, Any],
        dossier: Dossier,
        today: date,
        at_field: str | None = None,
        typed: Mapping[str, Any] | None = None,
        only: str | None = None,
        asked: Mapping[str, str] | None = None,
    ) -> None:
        """`asked` is per field what it answers, which stands in the place of its help."""
        super().__init__()
        self.model = model
        self._typed = typed or {}
        self._at_field = at_field
        self._around = beside_today(dossier, today)
        self._is_new = not values.get("id")
        self._fields = {
            spec.name: FormField(
                _asking(spec, asked or {}), values.get(spec.name, empty_value(spec)), dossier, whole=only is not None
            )
            for spec in visible_fields(model, dossier.region)
            if only in (None, spec.name)
        }
        self._start: dict[str, Any] = {}
        self.labels: Labels | None = None

    def compose(self) -> ComposeResult:
        """Its fields."""
        yield from self._fields.values()

    def on_mount(self) -> None:
        """Remembers how it began, and puts the cursor where it is asked for, or where something must be filled in."""
        self._start = self.typed
        self._retype()
        self._relabel()
        if first := self._fields.get(self._at_field or "") or self._first_to_fill():
            first.editor.focus()

    def _first_to_fill(self) -> FormField | None:
        """The first required field that is empty; of something new else the first empty one, or the first of all."""
        fields = list(self._fields.values())
        empty = [field for field in fields if not field.typed and not isinstance(field.editor, Checkbox)]
        required = [field for field in empty if field.spec.required]
        return next(iter((*required, *(empty if self._is_new else ()), *fields)), None)

    @property
    def altered(self) -> bool:
        """Whether something differs from how the form began."""
        return bool(self._start) and self.typed != self._start

    @property
    def typed(self) -> dict[str, Any]:
        """What stands in every field, right or wrong, in a form that can be stored."""
        return {name: field.typed for name, field in self._fields.items()}

    @property
    def new_texts(self) -> list[str]:
        """The texts that differ from how the form began."""
        texts = {name: text for name, text in self.typed.items() if isinstance(text, str)}
        return [text for name, text in texts.items() if text and text != self._start.get(name)]

    def _retype(self) -> None:
        """Puts back what stood in the fields when a session ended; what no longer fits is left out."""
        for name, value in self._typed.items():
            if name in self._fields:
                with suppress(ValueError, TypeError):
                    self._fields[name].retype(value)

    def take(self, values: Mapping[str, Any]) -> None:
        """Shows other values in these fields."""
        for name, value in values.items():
            if name in self._fields:
                cast(Editor, self._fields[name].editor).take(value)

    def show_theirs(self, texts: Mapping[str, str], who: str) -> None:
        """Puts what someone else wrote under the fields, and the cursor in the first of them."""
        for name in reversed([name for name in texts if name in self._fields]):
            self._fields[name].show_theirs(f"{who}: {texts[name]}")
            self._fields[name].editor.focus()

    def place_of(self, editor: Widget | None) -> str:
        """`veld 5 van 14`; nothing where there is only one, or for what is no field."""
        editors = [field.editor for field in self._fields.values()]
        return f"veld {editors.index(editor) + 1} van {len(editors)}" if editor in editors and len(editors) > 1 else ""

    def editor(self, name: str) -> Widget | None:
        """The editor of a field."""
        field = self._fields.get(name)
        return field.editor if field else None

    def collect(self) -> dict[str, Any] | None:
        """The values of all fields; None when something is wrong, which then stands under its field."""
        values: dict[str, Any] = {}
        first_wrong: FormField | None = None
        for name, field in self._fields.items():
            try:
                values[name] = field.read(self._beside(name))
            except ValueError as error:
                field.show_wrong(str(error))
                first_wrong = first_wrong or field
        if first_wrong:
            first_wrong.editor.focus()
            first_wrong.show_whole()
            return None
        return values

    def explain(self, problems: list[tuple[str, str]]) -> str:
        """Puts problems under their fields; returns those of the record as a whole as one sentence."""
        rest: list[str] = []
        for name, reason in problems:
            sentence = f"{reason[0].upper()}{reason[1:]}."
            if name in self._fields:
                self._fields[name].show_wrong(sentence)
                self._fields[name].editor.focus()
                self._fields[name].show_whole()
            else:
                rest.append(sentence)
        return " ".join(rest)

    def _beside(self, name: str) -> Beside:
        """What the date of a field is typed beside: today, and the date before it in the form."""
        before: date | None = None
        for earlier, field in self._fields.items():
            if earlier == name:
                break
            if field.spec.kind == "date":
                try:
                    before = field.read(replace(self._around, earlier=before)) or before
                except ValueError:
                    continue
        return replace(self._around, earlier=before)

    def _relabel(self) -> None:
        for name, label in self.labels(self.typed).items() if self.labels else ():
            self._fields[name].label(label)

    def _check(self, editor: Widget) -> None:
        field = next((field for field in self._fields.values() if field.editor is editor), None)
        if field and self._start:
            field.check(self._beside(field.spec.name))
            self._relabel()
            self.post_message(self.Changed())

    def on_input_changed(self, event: Input.Changed) -> None:
        """Explains while typing."""
        self._check(event.input)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Explains while typing."""
        self._check(event.text_area)

    def on_several_of_altered(self, event: SeveralOf.Altered) -> None:
        """Takes the explanation away once something is ticked."""
        self._check(event.editor)

    def on_parts_editor_altered(self, event: PartsEditor.Altered) -> None:
        """Takes the explanation away once the list is another one."""
        self._check(event.editor)

    def on_one_of_changed(self, event: OneOf.Changed) -> None:
        """Takes the explanation away once something is chosen."""
        self._check(event.editor)
