"""Editing records from a screen: forms, removal, undo. Every change goes to the app, and what it said is shown."""

from collections.abc import Callable
from typing import Any

from textual.screen import Screen

from sto_tui.domain.change import Change, NotSavedError, adding, changing, removing
from sto_tui.domain.dutch import count
from sto_tui.domain.record import Record, Ref, fields_of
from sto_tui.domain.tables import TABLES
from sto_tui.screens.host import Host, host_of
from sto_tui.widgets.quiet import QuietFocus


class EditingScreen(QuietFocus, Screen[None]):
    """A screen with a record at its cursor. Subclasses say which, and show what changed."""

    @property
    def current_ref(self) -> Ref | None:
        """The record that the cursor is on."""
        raise NotImplementedError

    def update(self) -> None:
        """Shows the dossier as it is now."""
        raise NotImplementedError

    def say(self, message: str, *, error: bool = False) -> None:
        """Shows a message."""
        raise NotImplementedError

    def show_record(self, ref: Ref) -> None:
        """Puts the cursor on a record."""
        raise NotImplementedError

    @property
    def host(self) -> Host:
        """The app."""
        return host_of(self)

    def open_new(self, table_name: str, values: dict[str, Any]) -> None:
        """The form of a new record; afterwards the cursor is on it."""
        from sto_tui.screens.dialogs.form import FormWindow

        table = TABLES[table_name]
        dossier = self.host.dossier

        def save(typed: dict[str, Any]) -> None:
            record = table.model.model_validate({**values, **typed})
            change = self.carry_out(lambda: self.host.apply(self.change_for_new(record)))
            self.show_record(change.edits[0].ref)

        heading = f"{table.new} {table.singular}" if table.new else table.singular
        self.app.push_screen(FormWindow(heading, table.model, values, dossier, self.host.today, save))

    def change_for_new(self, record: Record) -> Change:
        """The change that adds a record; a place may let more change with it."""
        return adding(self.host.dossier, record)

    def open_form(self, ref: Ref) -> None:
        """The form of a record; with a field in the address the cursor starts there."""
        from sto_tui.screens.dialogs.form import FormWindow

        dossier = self.host.dossier
        before = dossier.get(ref)
        if before is None:
            self.say("Dit onderdeel bestaat niet meer.")
            return

        def save(typed: dict[str, Any]) -> None:
            after = before.changed(**typed)
            if any(getattr(before, name) != getattr(after, name) for name in fields_of(type(before))):
                self.carry_out(lambda: self.host.apply(changing(self.host.dossier, before, after)))

        name = dossier.name(ref)
        heading = f"{name[0].upper()}{name[1:]}"
        window = FormWindow(heading, type(before), dict(before), dossier, self.host.today, save, ref.field)
        self.app.push_screen(window)

    def carry_out(self, act: Callable[[], Any]) -> Any:
        """Does something that writes, shows the result, and says what was done. Raises NotSavedError."""
        change = act()
        self.update()
        remark = self.host.remark
        self.say(remark or f"{change.label}.", error=bool(remark))
        return change

    def try_out(self, act: Callable[[], Any]) -> Any:
        """Like `carry_out`, outside a form: what went wrong is said here."""
        try:
            return self.carry_out(act)
        except NotSavedError as error:
            self.update()
            self.say(str(error), error=True)
            return None

    def act_delete(self) -> None:
        """Removes the record at the cursor; asks first when other records hang on it."""
        ref = self.current_ref
        record = self.host.dossier.get(ref) if ref else None
        if ref is None or record is None:
            return
        if ref.table == "region":
            self.say("Een dossier heeft altijd een regioprofiel; bewerk het met enter.")
            return
        touched = list(dict.fromkeys(one.at(None) for one in self.host.dossier.referrers(ref)))
        if not touched:
            self._remove(record)
            return
        from sto_tui.screens.dialogs.question import Question

        def answered(remove: bool | None) -> None:
            if remove:
                self._remove(record)

        name = self.host.dossier.name(ref)
        names = [self.host.dossier.name(owner) for owner in touched[:5]]
        more = [f"en nog {len(touched) - 5}"] if len(touched) > 5 else []
        details = [f"Hangt hieraan ({count(len(touched), 'onderdeel', 'onderdelen')}):", *names, *more]
        question = Question(f"{name[0].upper()}{name[1:]} verwijderen?", details, yes="Verwijderen", no="Behouden")
        self.app.push_screen(question, answered)

    def _remove(self, record: Record) -> None:
        change = removing(self.host.dossier, record)
        if self.try_out(lambda: self.host.apply(change)):
            others = len(change.edits) - 1
            also = f", en {count(others, 'onderdeel', 'onderdelen')} aangepast" if others else ""
            self.say(f"{change.label}{also}. Met z haal je het terug.")

    def act_undo(self) -> None:
        """Takes the last change back."""
        self._swap(self.host.undo)

    def act_redo(self) -> None:
        """Carries out again what was taken back."""
        self._swap(self.host.redo)

    def _swap(self, act: Callable[[], str]) -> None:
        try:
            said = act()
        except NotSavedError as error:
            self.update()
            self.say(str(error), error=True)
        else:
            self.update()
            self.say(said)
