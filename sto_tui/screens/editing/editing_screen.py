"""Editing records from a screen: forms, removal, undo. Every change goes to the app, and what it said is shown."""

from collections.abc import Callable, Mapping
from typing import Any

from textual.screen import Screen

from sto_tui.acts import ON_DISK
from sto_tui.domain.change import BusyError, Change, ConflictError, NotSavedError, Occasion, adding, removing
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.record import Record, Ref
from sto_tui.planning.removal import removal_in
from sto_tui.screens.acting import Acting
from sto_tui.screens.editing.along import NOTHING, Along
from sto_tui.screens.editing.clashing_fields import as_they_are
from sto_tui.screens.host import Host, host_of
from sto_tui.screens.windows.unasked import ask_unasked
from sto_tui.screens.windows.waiting import IN_TURN, in_its_time, once_free
from sto_tui.widgets.raster import Raster
from sto_tui.widgets.shell import KeyBar
from sto_tui.widgets.textual_gaps import QuietScreen


class EditingScreen(Acting, QuietScreen, Screen[None]):
    """A screen with a record at its cursor. Subclasses say which, and show what changed."""

    bar: KeyBar
    stands = False
    """Whether the message is one that no news of others may take the place of."""
    cut = ""
    """The message that had no room when the last act began: the window with all keys begins with it."""
    _stands_at: Ref | None = None
    _is_covered = False

    @property
    def current_ref(self) -> Ref | None:
        """The record that the cursor is on."""
        raise NotImplementedError

    def update(self) -> None:
        """Shows the dossier as it is now."""
        raise NotImplementedError

    def show_record(self, ref: Ref) -> None:
        """Puts the cursor on a record."""
        raise NotImplementedError

    def say(self, message: str, *, error: bool = False) -> None:
        """Shows a message above the keys; what an act in a window over this screen did is told before any news."""
        self.bar.say(message, error=error)
        if self._is_covered:
            self.bar.hold()

    @property
    def host(self) -> Host:
        """The app."""
        return host_of(self)

    def action_act(self, id: str) -> None:
        """Carries out an act, unless a write waits, which nothing may come before, or the disk would keep the screen.

        What is said of a key that changed nothing stands until the next key.
        """
        self.stands = False
        before = self.host.dossier
        if self.host.changes.waits:
            self.say(IN_TURN)
        elif id in ON_DISK and (why := self.host.changes.out_of_reach):
            self.say(why, error=True)
        else:
            super().action_act(id)
        if self.is_current and self.bar.message:
            if self.host.dossier is before:
                self.let_stand()
            else:
                self.bar.hold()

    def on_raster_moved(self, event: Raster.Moved) -> None:
        """A key that moves the cursor is a next key too; rows that others change leave it where it is."""
        if self.current_ref != self._stands_at:
            self.stands = False

    def on_screen_suspend(self) -> None:
        """A window comes over this screen."""
        self._is_covered = True

    def catch_up(self) -> None:
        """A window over this screen was closed: what changed meanwhile is shown, and what there was to say is said."""
        self._is_covered = False
        self.update()
        self.host.typing.keep()
        if self.stands:
            return
        news, error = self.host.news.take()
        if news:
            self.bar.say_news(news, error=error)
            if self.host.news.insists:
                self.let_stand()

    def forget(self, message: str) -> None:
        """What was said is no longer so."""
        self.stands = not self.bar.forget(message) and self.stands

    def open_new(self, table_name: str, values: dict[str, Any], along: Along = NOTHING) -> None:
        """The form of a new record; afterwards the cursor is on it."""
        from sto_tui.screens.editing.record_edit import RecordEdit

        RecordEdit(self, table_name, None, values, along=along).open()

    def change_for_new(self, record: Record) -> Change:
        """The change that adds a record; a place may let more change with it."""
        return adding(self.host.dossier, record, occasion=self.occasion)

    @property
    def occasion(self) -> Occasion:
        """An edit of today, in the dossier as it is now, by whoever works here."""
        return Occasion(self.host.dossier, self.host.today, self.host.user)

    def open_form(self, ref: Ref) -> None:
        """The form of a record; with a field in the address the cursor starts there."""
        from sto_tui.screens.editing.record_edit import RecordEdit

        before = self.host.dossier.get(ref)
        if before is None:
            self.say("Dit is hier niet te openen; misschien is het verwijderd.")
            return
        RecordEdit(self, ref.table, before, {}).open(ref.field)

    def after_form(self, before: Record) -> None:
        """A record was changed in its form; a place may ask what follows from that."""

    async def resume_typing(self, state: Mapping[str, Any]) -> bool:
        """Opens the form that was open when a session ended, with what was typed in it; False when it can't be."""
        from sto_tui.screens.editing.decision_edit import DecisionEdit
        from sto_tui.screens.editing.record_edit import RecordEdit

        about, levels = state["about"], state["levels"]
        try:
            if about.get("decides"):
                await DecisionEdit.of_state(self, about).open(levels)
            else:
                await RecordEdit.of_state(self, about).open(None, levels)
        except (KeyError, TypeError, ValueError):
            self.say("Deze tekst hoort bij iets dat er niet meer is. De tekst blijft bewaard.", error=True)
            return False
        return True

    def carry_out(self, act: Callable[[], Any]) -> Any:
        """Does something that writes, shows the result, and says what was done. Raises NotSavedError."""
        change = act()
        self.update()
        remark = self.host.changes.remark
        done = f"{change.label}." if change.edits else "Er is niets veranderd: alles staat al zo."
        self.say(remark or done, error=bool(remark))
        return change

    @in_its_time
    def try_out(self, act: Callable[[], Any], then: Callable[[], object] | None = None) -> None:
        """Like `carry_out`, outside a form: what went wrong is said here, and `then` follows when nothing did."""
        try:
            self.carry_out(act)
        except BusyError:
            self.once_free(lambda: self.try_out(act, then))
        except NotSavedError as error:
            self.refuse(str(error))
        else:
            if then:
                then()

    @in_its_time
    def try_and_say(self, act: Callable[[], str]) -> None:
        """Does something that writes and tells what it did, and says that."""
        try:
            sentence = act()
        except BusyError:
            self.once_free(lambda: self.try_and_say(act))
        except NotSavedError as error:
            self.say(str(error), error=True)
        else:
            self.update()
            self.say(" ".join(part for part in (sentence, self.host.changes.remark) if part))

    def once_free(self, act: Callable[[], object]) -> None:
        """Does it again once nobody else is writing, unless the person gives up."""
        once_free(self.app, self.host, act, self.refuse)

    def refuse(self, sentence: str) -> None:
        """Says why something was not done, beside the dossier as it is now."""
        self.update()
        self.say(sentence, error=True)
        self.let_stand()

    def let_stand(self) -> None:
        """No news of others takes the place of what was just said, until the next key."""
        self.stands, self._stands_at = True, self.current_ref

    def act_delete(self) -> None:
        """Removes the record at the cursor; asks first when other records hang on it."""
        ref = self.current_ref
        record = self.host.dossier.get(ref) if ref else None
        if ref is None or record is None:
            return
        if ref.table == "region":
            self.say("Een dossier heeft altijd een regioprofiel; bewerk het met enter.")
            return
        removal = removal_in(self.host.dossier, removing(self.host.dossier, record))
        if not removal.touches_others:
            self._remove(record)
            return
        from sto_tui.screens.windows.confirm import QuestionWindow

        def answered(remove: bool | None) -> None:
            if remove:
                self._remove(record)

        name = self.host.dossier.name(ref)
        details, heading = list(removal.told(self.host.dossier)), f"{name[0].upper()}{name[1:]} verwijderen?"
        question = QuestionWindow(heading, details, yes="Verwijderen", no="Behouden")
        self.app.push_screen(question, answered)

    @in_its_time
    def _remove(self, record: Record) -> None:
        change = removing(self.host.dossier, record)
        said = removal_in(self.host.dossier, change).said
        try:
            self.carry_out(lambda: self.host.changes.apply(change))
        except ConflictError as error:
            self.update()
            self._ask_again(record, error)
        except BusyError:
            self.once_free(lambda: self._remove(record))
        except NotSavedError as error:
            self.refuse(str(error))
        else:
            self.say(f"{change.label}{said}. Met z haal je het terug.")

    def _ask_again(self, seen: Record, error: ConflictError) -> None:
        """Someone changed meanwhile what is to go: shows how it is now, and asks whether it may still go."""
        now = self.host.dossier.get(error.ref)
        if now is None or error.ref != ref_of(seen):
            self.say(str(error), error=True)
            return
        from sto_tui.screens.windows.confirm import QuestionWindow

        def answered(remove: bool | None) -> None:
            if remove:
                self._remove(now)

        details = as_they_are(self.host.dossier, seen, now)
        last = self.host.history.last_change(error.ref)
        heading = f"Intussen gewijzigd door {last.by if last else 'een ander'}. Toch verwijderen?"
        question = QuestionWindow(heading, details[:5], yes="Toch verwijderen", no="Behouden")
        ask_unasked(self.app, question, answered)

    def act_choose_version(self) -> None:
        """Which version of the dossier is right."""
        from sto_tui.screens.editing.version_window import choose_version

        def tell(sentence: str) -> None:
            self.update()
            self.say(sentence)

        choose_version(self.app, self.host, tell)

    def act_undo(self) -> None:
        """Takes the last change back."""
        self.swap(self.host.changes.undo)

    def act_redo(self) -> None:
        """Carries out again what was taken back."""
        self.swap(self.host.changes.redo)

    @in_its_time
    def swap(self, act: Callable[[], str]) -> None:
        """Takes back or does again, and says what."""
        before = self.host.dossier
        try:
            said = act()
        except BusyError:
            self.once_free(lambda: self.swap(act))
        except NotSavedError as error:
            self.refuse(str(error))
        else:
            self.update()
            self.say(said)
            if self.host.dossier is not before:
                self.show_swapped(before)

    def show_swapped(self, before: Dossier) -> None:
        """Shows what was taken back or done again, when that is elsewhere."""
