"""The form of a record or part."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Self

from pydantic import BaseModel, ValidationError
from textual.app import ComposeResult
from textual.containers import Vertical

from sto_tui.acts import FORM
from sto_tui.domain.change import BusyError, ConflictError, NotSavedError
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.record import Part
from sto_tui.domain.text import invisible
from sto_tui.domain.validation import problems
from sto_tui.planning.question_to_answer import questions_to_answer
from sto_tui.screens.bindings import footer_keys
from sto_tui.screens.host import host_of
from sto_tui.screens.windows.confirm import QuestionWindow
from sto_tui.screens.windows.waiting import IN_TURN, in_its_time, once_free
from sto_tui.screens.windows.window import Edited, Level, Window, title
from sto_tui.widgets.editors import PartsEditor
from sto_tui.widgets.inputs import Cleaned
from sto_tui.widgets.record_form import Labels, RecordForm
from sto_tui.widgets.shell import KeyBar, WindowBar

_INTO_FORM = "In formulier zetten"
_AT_THE_FIELD = "Er klopt nog iets niet; het staat bij het veld."


class FormWindow(Window[bool]):
    """Asks the fields of `model`; closes only when `save` took the values, or when the person gives up.

    `save` raises pydantic.ValidationError or NotSavedError; then what was typed stays. `levels` is what stood in this
    form, and in the forms over it, when a session ended.
    """

    where = FORM
    frame_classes = ""
    one_field = False
    """Whether only `at_field` is asked."""

    def __init__(
        self,
        heading: str,
        model: type[BaseModel],
        values: Mapping[str, Any],
        dossier: Dossier,
        today: date,
        save: Callable[[dict[str, Any]], None],
        at_field: str | None = None,
        edited: Edited | None = None,
        levels: Sequence[Level] = (),
        about: Level | None = None,
    ) -> None:
        super().__init__()
        self.edited = edited
        self._levels = levels
        self._heard = ""
        self._about = about or {}
        self._heading = heading
        self._dossier = dossier
        self._today = today
        self._save = save
        typed = levels[0]["typed"] if levels else None
        only = at_field if self.one_field else None
        asked = questions_to_answer(model, values)
        self._form = RecordForm(model, values, dossier, today, at_field, typed, only, asked)
        self._act = ""
        self._start_next: Callable[[], object] | None = None
        self._bar = WindowBar(())
        self._show_keys()

    def name_act(self, label: str) -> Self:
        """Says in the footer what taking over does, when that is not saving."""
        self._act = label
        self._show_keys()
        return self

    def and_then(self, start_next: Callable[[], object]) -> Self:
        """Offers to save and start the next one at once."""
        self._start_next = start_next
        self._show_keys()
        return self

    def labelled_by(self, labels: Labels) -> Self:
        """Labels of fields that depend on what stands in the others."""
        self._form.labels = labels
        return self

    def _show_keys(self) -> None:
        (key, label), *rest = footer_keys(self.where, without=() if self._start_next else ("save_and_next",))
        self._bar.show_keys([(key, self._act or label), *rest])

    def on_key_bar_key_clicked(self, event: KeyBar.KeyClicked) -> None:
        """A click on a key is that key, also under a name of its own."""
        if event.key == self._act:
            event.prevent_default()
            self.act_save()

    def compose(self) -> ComposeResult:
        """Title, fields, keys."""
        with Vertical(id="frame", classes=self.frame_classes):
            yield title(self._heading)
            yield self._form
            yield self._bar

    def on_mount(self) -> None:
        """Opens again the forms that stood over it when a session ended."""
        if len(self._levels) > 1:
            self.call_after_refresh(self._open_again, self._levels[1:])

    def _open_again(self, over: Sequence[Level]) -> None:
        editor = self._form.editor(str(over[0]["field"]))
        if isinstance(editor, PartsEditor):
            index = over[0]["part"]
            part_exists = isinstance(index, int) and 0 <= index < len(editor.parts)
            if part_exists:
                editor.move_to(index)
            self._open_part(editor, editor.parts[index] if part_exists else None, over)

    @property
    def altered(self) -> bool:
        """Whether something was typed or chosen."""
        return self._form.altered

    def level(self) -> Level:
        """What stands in it, in a form that can be stored."""
        return {**self._about, "typed": self._form.typed, "new": self._form.new_texts}

    def complain(self, sentence: str) -> None:
        """Says what is in the way."""
        self._tell(sentence, error=True)

    def hear(self, message: str) -> None:
        """Says what happened meanwhile; that stays while typing goes on, but why a save failed is said first."""
        self._heard = message
        if not self._bar.is_error:
            self._tell(message)

    def forget(self, message: str) -> None:
        """What was heard is no longer so."""
        if self._heard == message:
            self._heard = ""
        if self._bar.message == message:
            self._tell("")

    def take(self, values: Mapping[str, Any]) -> None:
        """Shows other values in these fields: what was chosen, and lists in which others' work was merged."""
        self._form.take(values)

    def show_theirs(self, texts: Mapping[str, str], who: str) -> None:
        """Puts what someone else wrote under the fields."""
        if not texts:
            return
        self._form.show_theirs(texts, who)
        self._tell(f"Onder het veld staat de tekst van {who}; ctrl+s slaat op wat er nu staat.")

    def on_descendant_focus(self) -> None:
        """Says which of the fields it is."""
        self._tell(self._bar.message, error=self._bar.is_error)

    def _tell(self, message: str, *, error: bool = False) -> None:
        """Says it above the keys, where otherwise stands which of the fields it is."""
        if place := self._form.place_of(self.focused):
            self._bar.show_hidden("" if message else place)
        self._bar.say(message, error=error)

    def act_save(self) -> None:
        """Saves and closes, or explains what is wrong and stays."""
        self._save_and(lambda: None)

    def act_save_and_next(self) -> None:
        """Saves, and begins the next one."""
        if self._start_next:
            self._save_and(self._start_next)
        else:
            self.complain("Hier is geen volgende; ctrl+s slaat op.")

    @in_its_time
    def _save_and(self, then: Callable[[], object]) -> None:
        values = self._form.collect()
        if host_of(self).changes.waits:
            self.complain(IN_TURN)
            return
        if values is None:
            self._tell(_AT_THE_FIELD, error=True)
            return
        try:
            self._save(values)
        except ValidationError as error:
            rest = self._form.explain(problems(error))
            self._tell(rest or _AT_THE_FIELD, error=True)
        except ConflictError as error:
            if not (self.edited and self.edited.settle(error, values)):
                self.complain(str(error))
        except BusyError:
            once_free(self.app, host_of(self), lambda: self._save_and(then), self.complain)
        except NotSavedError as error:
            sentence = str(error)
            rest = self._form.explain([(error.field, sentence.removesuffix("."))]) if error.field else sentence
            self.complain(rest or _AT_THE_FIELD)
        else:
            self.dismiss(True)
            then()

    def act_choose_version(self) -> None:
        """Which version of the dossier is right; what is typed here stays."""
        from sto_tui.screens.editing.version_window import choose_version

        choose_version(self.app, host_of(self), self._tell)

    def act_cancel(self) -> None:
        """Closes; asks first when something was typed."""
        if not self._form.altered:
            self.dismiss(False)
            return

        def answered(throw_away: bool | None) -> None:
            if throw_away:
                self.dismiss(False)

        question = QuestionWindow("Wat je hebt getypt is nog niet opgeslagen.", yes="Weggooien", no="Verder typen")
        self.app.push_screen(question, answered)

    def act_next_field(self) -> None:
        """To the next field."""
        self.focus_next()

    def act_previous_field(self) -> None:
        """Back to the field before it."""
        self.focus_previous()

    def on_record_form_changed(self) -> None:
        """A message about an earlier try no longer holds."""
        self._tell(self._heard)

    def on_cleaned(self, event: Cleaned) -> None:
        """Says that something was left out of what was pasted."""
        self._tell(f"Bij het plakken: {invisible(event.count)} weggelaten.")

    def on_parts_editor_opened(self, event: PartsEditor.Opened) -> None:
        """Opens the small form of a part."""
        self._open_part(event.editor, event.part)

    def _open_part(self, editor: PartsEditor, part: Part | None, levels: Sequence[Level] = ()) -> None:
        model = editor.spec.part
        assert model is not None
        start: dict[str, Any] = dict(part) if part else {}

        def save(values: dict[str, Any]) -> None:
            after: Part = model.model_validate({**start, **values})
            if after.lacks:
                raise NotSavedError(after.lacks)
            editor.put(part, after)

        heading = f"{editor.spec.label}: {'bewerken' if part else 'toevoegen'}"
        about = {"field": editor.spec.name, "part": editor.parts.index(part) if part else None}
        window = FormWindow(heading, model, start, self._dossier, self._today, save, levels=levels, about=about)
        if part is None:
            window.and_then(lambda: self._open_part(editor, None))
        self.app.push_screen(window.name_act(_INTO_FORM), self._tell_taken)

    def _tell_taken(self, taken: bool | None) -> None:
        if taken:
            self.hear("Het staat nu in dit formulier; ctrl+s slaat op.")
