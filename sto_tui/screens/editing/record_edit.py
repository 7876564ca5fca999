"""One record in a form: what it started from, saving it, and settling it with what others made of it meanwhile."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pydantic import ValidationError
from textual.widget import AwaitMount

from sto_tui.domain.bringing_back import brought_back
from sto_tui.domain.change import (
    BusyError,
    ConflictError,
    NotSavedError,
    changing,
    fresh_part_id,
    with_part_ids,
)
from sto_tui.domain.dossier import ref_of
from sto_tui.domain.level_words import own_fields
from sto_tui.domain.merging.records import merged
from sto_tui.domain.record import Record, Ref, fields_of
from sto_tui.domain.tables import TABLES
from sto_tui.planning.beginnings import beginning
from sto_tui.planning.plan_periods import begins_in
from sto_tui.screens.editing.along import NOTHING, Along
from sto_tui.screens.editing.clashing_fields import clash_of, fields_following, not_given, with_fields
from sto_tui.screens.editing.conflict import ConflictChoice, ConflictWindow, Side
from sto_tui.screens.editing.edited_from import Editing
from sto_tui.screens.editing.form import FormWindow
from sto_tui.screens.editing.storable import storable
from sto_tui.screens.editing.writing import WritingWindow
from sto_tui.screens.windows.confirm import QuestionWindow
from sto_tui.screens.windows.unasked import ask_unasked
from sto_tui.screens.windows.waiting import in_its_time, once_free

Typed = dict[str, Any]
_WHERE_IT_BELONGS = ("reference", "references", "choice", "choices")


class RecordEdit:
    """The form of a record, or of a new one when `base` is None; with `only` that one text over the whole window.

    `values` are what a new record has beforehand. What is typed is kept elsewhere while it goes on; `about` says of
    which record it is.
    """

    def __init__(
        self,
        screen: Editing,
        table: str,
        base: Record | None,
        values: Mapping[str, Any],
        only: str | None = None,
        along: Along = NOTHING,
    ) -> None:
        self._screen = screen
        self._table = TABLES[table]
        self._base = base
        # The form shows the period that saving would give.
        self._values = values if base else {**begins_in(self._table.model, screen.host.dossier), **values}
        self._only = only
        self._along = along
        self._window: FormWindow | None = None
        self._begun = "" if base else self._number_begun_with()

    def _number_begun_with(self) -> object:
        """The number that the form begins with because it is the next one; somebody else may take it meanwhile."""
        others = {name: value for name, value in self._values.items() if name != "number"}
        number = beginning(self._screen.host.dossier, self._table.model, others).get("number")
        return number if number == self._values.get("number") else ""

    @classmethod
    def of_state(cls, screen: Editing, state: Mapping[str, Any]) -> "RecordEdit":
        """The edit that was going on when a session ended. Raises ValueError when this version does not know it."""
        table, number = str(state["table"]), state["id"]
        if table not in TABLES:
            raise ValueError("this table is not known")
        values = state["values"]
        if number is None:
            return cls(screen, table, None, values)
        model = TABLES[table].model
        only = state.get("only")
        only = only if only in fields_of(model) else None
        return cls(screen, table, model.model_validate({**state["base"], "id": int(number)}), {}, only)

    @property
    def ref(self) -> Ref | None:
        """The address of the record; None for a new one."""
        return Ref(self._table.name, self._base.id) if self._base else None

    def about(self) -> dict[str, Any]:
        """Which record this is and what it started from, in a form that can be stored."""
        return {
            "table": self._table.name,
            "id": self._base.id if self._base else None,
            "base": self._base.document() if self._base else None,
            "values": {name: storable(value) for name, value in self._values.items()},
            "name": self._heading(),
            **({"only": self._only} if self._only else {}),
        }

    def open(self, at_field: str | None = None, typed: Sequence[Mapping[str, Any]] = ()) -> AwaitMount:
        """Shows the form; `typed` is what stood in it, and in the forms over it, when a session ended."""
        host = self._screen.host
        # What was typed says all that the form shows; what was filled in beforehand may have no storable form.
        start = dict(self._base) if self._base else {} if typed else dict(self._values)
        at_field = self._only or at_field
        window = (WritingWindow if self._only else FormWindow)(
            self._heading(), self._table.model, start, host.dossier, host.today, self.save, at_field, self, typed
        )
        self._window = window
        if self._base is None:
            window.and_then(self._start_next)
        shown = self._screen.app.push_screen(window)
        if self.ref and (editors := host.others.who_edits(self.ref)):
            window.call_after_refresh(window.hear, f"{editors} heeft dit formulier ook open.")
        return shown

    def take_over(self, text: str, trouble: str) -> None:
        """Saves a text that was written elsewhere; when that cannot be done as it is, it stands in the form.

        `trouble` is what went wrong there: then the person decides.
        """
        assert self._only
        try:
            if not trouble:
                self.save({self._only: text})
                return
        except (ValidationError, NotSavedError):
            # Saving it from the form says what is in the way, and lets the person choose.
            pass
        self.open(None, [{"typed": {self._only: text}}])
        window = self._window
        assert window is not None
        window.call_after_refresh(lambda: window.complain(trouble) if trouble else window.act_save())

    def _start_next(self) -> None:
        """The form of the next record in the same place: what it belongs to is known, what was typed is not."""
        host, model = self._screen.host, self._table.model
        given = {
            name: value for name, value in self._values.items() if fields_of(model)[name].kind in _WHERE_IT_BELONGS
        }
        self._screen.open_new(self._table.name, {**given, **beginning(host.dossier, model, given)})

    def _heading(self) -> str:
        if self._base is not None and self._only:
            dossier = self._screen.host.dossier
            spec = own_fields(self._table.model, dossier.region)[self._only]
            return f"{dossier.caption(Ref(self._table.name, self._base.id))} · {spec.label}"
        if self._base is None:
            return self._screen.host.dossier.new_of(self._table.name)
        table = self._table.name
        dossier = self._screen.host.dossier.with_tables({table: {self._base.id: self._base}})
        name = dossier.name(Ref(table, self._base.id))
        return f"{name[0].upper()}{name[1:]}"

    def save(self, typed: Typed) -> None:
        """Saves what was typed. Raises pydantic.ValidationError or NotSavedError."""
        host = self._screen.host
        if self._base is None:
            record = self._table.model.model_validate({**self._values, **typed})
            adding = self._along.change(self._screen.change_for_new(record))
            if self._begun and getattr(record, "number", None) == self._begun:
                adding = replace(adding, begun=(adding.edits[0].ref,))
            change = self._screen.carry_out(lambda: host.changes.apply(adding))
            self._screen.show_record(change.edits[0].ref)
            self._along.then(change.edits[0].ref)
        else:
            self._save_over(self._base, self._base.changed(**typed))

    def _save_over(self, before: Record, after: Record) -> None:
        if any(getattr(before, name) != getattr(after, name) for name in fields_of(type(before))):
            host = self._screen.host
            self._screen.carry_out(
                lambda: host.changes.apply(changing(host.dossier, before, after, self._screen.occasion))
            )
            self._screen.after_form(before)

    # Others were there too.

    def settle(self, error: ConflictError, typed: Typed) -> bool:
        """Lets the person choose between both versions; False when there is nothing to choose from."""
        if self._base is None or error.ref != self.ref:
            return False
        theirs = self._screen.host.dossier.get(error.ref)
        mine = with_part_ids(self._base.changed(**typed), fresh_part_id)
        if theirs is None and any(record_aside.ref == error.ref for record_aside in self._screen.host.dossier.aside):
            return False
        if theirs is None:
            self._ask_to_bring_back(self._base, mine)
        elif error.fields:
            self._ask_which(mine, theirs, error.fields)
        else:
            return False
        return True

    def _ask_to_bring_back(self, base: Record, mine: Record) -> None:
        def bring_back() -> None:
            removal = self._screen.host.history.removal_of(ref_of(base))
            change = brought_back(removal, base, mine, self._heading(), self._screen.occasion)
            self._screen.carry_out(lambda: self._screen.host.changes.apply(change))
            self._screen.let_stand()

        question = QuestionWindow(
            f"Verwijderd door {self._who()}, terwijl je het bewerkte.",
            [self._heading(), "Terugzetten brengt het terug met alles wat erbij hoorde, en met wat jij hebt getypt."],
            yes="Terugzetten",
            no="Verder typen",
        )
        ask_unasked(self._screen.app, question, lambda sure: self._finish(bring_back) if sure else None)

    def _ask_which(self, mine: Record, theirs: Record, fields: tuple[str, ...]) -> None:
        dossier = self._screen.host.dossier
        clashes = [clash_of(dossier, name, mine, theirs) for name in fields]
        # What only one side touched inside a list stays, whichever version is chosen.
        start = self._base or theirs
        my_way = merged(start, theirs, mine)[0]
        their_way = merged(start, mine, theirs)[0]

        def answered(choice: ConflictChoice | None) -> None:
            if choice is None:
                return
            following = fields_following(type(mine), fields)
            self._base = base = with_fields(start, theirs, [*fields, *following])
            wanted = with_fields(mine, my_way, fields)
            given = [name for name, side in choice.sides.items() if side is Side.THEIRS]
            wanted = with_fields(wanted, their_way, given)
            # Numbers that I did not give are not mine: they follow the words that stay.
            wanted = with_fields(wanted, theirs, not_given(start, mine, following, given))
            if choice.edit:
                if self._window:
                    shown = [*fields, *(name for name in following if not fields_of(type(mine))[name].hidden)]
                    self._window.take({name: getattr(wanted, name) for name in shown})
                    left = {clash.field: clash.whole_theirs for clash in clashes if clash.field not in choice.sides}
                    self._window.show_theirs(left, self._who())
                return
            self._finish(lambda: self._save_over(base, wanted), wanted)

        last = self._screen.host.history.last_change(Ref(self._table.name, theirs.id))
        when = f" ({last.at:%H:%M})" if last else ""
        question = ConflictWindow(self._heading(), self._who(), when, clashes)
        ask_unasked(self._screen.app, question, answered, lambda choice: choice is not None and not choice.edit)

    @in_its_time
    def _finish(self, act: Callable[[], None], wanted: Record | None = None) -> None:
        """Saves what was chosen, and closes the form; what others did in that very moment is settled again."""
        window = self._window
        assert window is not None
        try:
            act()
        except ConflictError as error:
            typed = {name: getattr(wanted, name) for name in fields_of(type(wanted))} if wanted else {}
            if not (wanted and self.settle(error, typed)):
                window.complain(str(error))
        except BusyError:
            once_free(self._screen.app, self._screen.host, lambda: self._finish(act, wanted), window.complain)
        except NotSavedError as error:
            window.complain(str(error))
        else:
            window.dismiss(True)

    def _who(self) -> str:
        last = self._screen.host.history.last_change(self.ref) if self.ref else None
        return last.by if last else "een ander"
