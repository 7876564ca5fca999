"""Changing the dossier that is open, and taking that back."""

from collections.abc import Callable

from sto_tui.domain.change import Change
from sto_tui.planning.plan_periods import in_its_period, refuse_misfits
from sto_tui.session.what_is_open import Opened


class SessionChanges:
    """Hands changes to the store; `changed` is called when the dossier is another one."""

    def __init__(self, opened: Opened, changed: Callable[[], None]) -> None:
        self._opened = opened
        self._changed = changed
        self.waits = False

    @property
    def read_only(self) -> str:
        """Why nothing can be changed."""
        return self._opened.store.read_only

    @property
    def saved(self) -> str:
        """When it was saved: `opgeslagen 14:02`, that it can only be read, or which key chooses between versions."""
        if self._opened.store.newcomer:
            return "kies: ctrl+o"
        return "alleen lezen" if self.read_only else f"opgeslagen {self._opened.store.saved_at:%H:%M}"

    @property
    def remark(self) -> str:
        """What did not quite go well with the last change, though it was saved."""
        return self._opened.store.remark

    @property
    def is_free(self) -> bool:
        """Whether nobody else is writing now."""
        return self._opened.store.is_free

    @property
    def busy(self) -> str:
        """That the dossier is kept from being written, and by whom if that can be known; without a full stop."""
        session = self._opened.session
        who = session.who_writes() if session else ""
        unknown = f"een ander ({session.present})" if session and session.present else "een ander"
        return f"{self._opened.store.path.name} is bezet door {who or unknown}"

    def apply(self, change: Change) -> Change:
        """Makes a change durable. Raises NotSavedError."""
        refuse_misfits(change, self._opened.dossier)
        settled = self._opened.store.apply(in_its_period(change, self._opened.dossier, self._opened.today))
        self._changed()
        return settled

    def undo(self) -> str:
        """Takes the last change back. Raises NotSavedError."""
        before = self._opened.dossier.unsettled
        change = self._opened.store.undo()
        self._changed()
        if change and not change.edits and self._opened.dossier.unsettled == before:
            return f"Dat stond al zo: {change.label}."
        return f"Ongedaan gemaakt: {change.label}." if change else self.why_no_undo()

    def redo(self) -> str:
        """Carries out again what was taken back. Raises NotSavedError."""
        before = self._opened.dossier.unsettled
        change = self._opened.store.redo()
        self._changed()
        if change and not change.edits and self._opened.dossier.unsettled == before:
            return f"Dat stond al zo: {change.label}."
        return f"Opnieuw gedaan: {change.label}." if change else self.why_no_redo()

    def why_no_undo(self) -> str:
        """Why there is nothing to take back."""
        store = self._opened.store
        return "" if store.can_undo else store.why_no_undo or "Er is in deze sessie nog niets gewijzigd."

    def why_no_redo(self) -> str:
        """Why there is nothing to carry out again."""
        store = self._opened.store
        return "" if store.can_redo else store.why_no_redo or "Er is niets ongedaan gemaakt om opnieuw te doen."
