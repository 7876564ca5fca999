"""Asking for support: the text of a question, and that it was sent."""

from sto_tui.domain.change import NotSavedError, changing
from sto_tui.domain.plan import Support, SupportState
from sto_tui.domain.record import Ref
from sto_tui.planning.support_request import request_text
from sto_tui.screens.editing.editing_screen import EditingScreen

NO_QUESTION = "Kies eerst een partij, een orgaan, een bijdrage of een eigen vraag."
_GONE = "Deze vraag is intussen verwijderd."


class SupportActs:
    """Shows the text of the question of the cursor, and marks it as asked."""

    def __init__(self, place: EditingScreen) -> None:
        self._place = place

    def why_not(self) -> str:
        """Why there is no text to show; empty when there is."""
        return "" if self._question(self._place.current_ref) else NO_QUESTION

    def _question(self, ref: Ref | None) -> Support | None:
        record = self._place.host.dossier.get(ref) if ref else None
        return record if isinstance(record, Support) else None

    def request(self) -> None:
        """The text in a window."""
        from sto_tui.screens.plan.request_window import RequestWindow

        ref = self._place.current_ref

        def closed(sent: bool | None) -> None:
            if sent:
                self._place.try_out(lambda: self._mark_asked(ref))

        if support := self._question(ref):
            self._place.app.push_screen(RequestWindow(request_text(self._place.host.dossier, support)), closed)

    def _mark_asked(self, ref: Ref | None) -> object:
        """Raises NotSavedError."""
        support, host = self._question(ref), self._place.host
        if support is None:
            raise NotSavedError(_GONE)
        state = SupportState.ASKED if support.state is SupportState.OPEN else support.state
        after = support.changed(state=state)
        return host.changes.apply(changing(host.dossier, support, after, self._place.occasion))
