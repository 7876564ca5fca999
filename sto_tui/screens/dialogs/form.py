"""The form of a record or part."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from pydantic import BaseModel, ValidationError
from textual.app import ComposeResult
from textual.containers import Vertical

from sto_tui.actions import FORM
from sto_tui.domain.change import NotSavedError
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.record import Part
from sto_tui.domain.validation import problems
from sto_tui.screens.dialogs.question import Question
from sto_tui.screens.dialogs.window import Window, title
from sto_tui.screens.keys import bindings_at
from sto_tui.widgets.editors import PartsEditor
from sto_tui.widgets.inputs import Cleaned
from sto_tui.widgets.record_form import RecordForm


class FormWindow(Window[bool]):
    """Asks the fields of `model`; closes only when `save` took the values, or when the person gives up.

    `save` raises pydantic.ValidationError or NotSavedError; then what was typed stays.
    """

    BINDINGS = bindings_at(FORM)
    where = FORM

    def __init__(
        self,
        heading: str,
        model: type[BaseModel],
        values: Mapping[str, Any],
        dossier: Dossier,
        today: date,
        save: Callable[[dict[str, Any]], None],
        at_field: str | None = None,
    ) -> None:
        super().__init__()
        self._heading = heading
        self._dossier = dossier
        self._today = today
        self._save = save
        self._form = RecordForm(model, values, dossier, today, at_field)
        self._bar = self.keys()

    def compose(self) -> ComposeResult:
        """Title, fields, keys."""
        with Vertical(id="frame"):
            yield title(self._heading)
            yield self._form
            yield self._bar

    def act_save(self) -> None:
        """Saves and closes, or explains what is wrong and stays."""
        values = self._form.collect()
        if values is None:
            self._bar.say("Er klopt nog iets niet; het staat bij het veld.", error=True)
            return
        try:
            self._save(values)
        except ValidationError as error:
            rest = self._form.explain(problems(error))
            self._bar.say(rest or "Er klopt nog iets niet; het staat bij het veld.", error=True)
        except NotSavedError as error:
            self._bar.say(str(error), error=True)
        else:
            self.dismiss(True)

    def act_cancel(self) -> None:
        """Closes; asks first when something was typed."""
        if not self._form.altered:
            self.dismiss(False)
            return

        def answered(throw_away: bool | None) -> None:
            if throw_away:
                self.dismiss(False)

        question = Question("Wat je hebt getypt is nog niet opgeslagen.", yes="Weggooien", no="Verder typen")
        self.app.push_screen(question, answered)

    def act_next_field(self) -> None:
        """To the next field."""
        self.focus_next()

    def act_previous_field(self) -> None:
        """Back to the field before it."""
        self.focus_previous()

    def on_record_form_changed(self) -> None:
        """A message about an earlier try no longer holds."""
        self._bar.say("")

    def on_cleaned(self, event: Cleaned) -> None:
        """Says that something was left out of what was pasted."""
        signs = "1 onzichtbaar teken" if event.count == 1 else f"{event.count} onzichtbare tekens"
        self._bar.say(f"Bij het plakken: {signs} weggelaten.")

    def on_parts_editor_opened(self, event: PartsEditor.Opened) -> None:
        """Opens the small form of a part."""
        editor, part = event.editor, event.part
        model = editor.spec.part
        assert model is not None
        start: dict[str, Any] = dict(part) if part else {}

        def save(values: dict[str, Any]) -> None:
            after: Part = model.model_validate({**start, **values})
            editor.put(part, after)

        heading = f"{editor.spec.label}: {'bewerken' if part else 'toevoegen'}"
        self.app.push_screen(FormWindow(heading, model, start, self._dossier, self._today, save))
