"""Through which plan period the dossier is seen here."""

from collections.abc import Callable

from sto_tui.planning.plan_periods import in_turn
from sto_tui.session.what_is_open import Opened


class SessionPlanPeriod:
    """Switches between the plan periods; `changed` is called when another one is seen. Others see their own."""

    def __init__(self, opened: Opened, changed: Callable[[], None]) -> None:
        self._opened = opened
        self._changed = changed

    def switch(self) -> str:
        """Goes to the next plan period, after the last one to the first, and says which, or why there is no other."""
        periods = in_turn(self._opened.dossier)
        if len(periods) < 2:
            return "Er is geen andere planperiode met een plan. Voeg die toe bij 1 Overzicht."
        now = self._opened.dossier.current_period
        shown = periods[(periods.index(now) + 1) % len(periods)] if now else periods[0]
        return self.show(shown.id)

    def show(self, period: int | None) -> str:
        """Goes to a plan period, None for the one at hand, and says which."""
        self._opened.period = period
        self._changed()
        seen = self._opened.dossier.current_period
        at_hand = self._opened.store.dossier.period_at_hand
        if seen is None or at_hand is None or seen == at_hand:
            return f"Planperiode {seen.label if seen else ''}: hierover gaat het plan."
        return f"Planperiode {seen.label}. Het plan gaat over {at_hand.label}."
