"""On which milestones one waits, typed in one line."""

from typing import Any

from sto_tui.domain.change import Change, NotSavedError, edited
from sto_tui.domain.dossier import ref_of
from sto_tui.domain.milestones import Milestone
from sto_tui.domain.record import Line, Part, field
from sto_tui.planning.schedule.predecessors import parse_after, shown_after
from sto_tui.screens.frame.place import PlaceFrame


class AfterEntry(Part):
    """What `d` asks."""

    after: Line = field("Wacht op", "Nummers, met zo nodig tussentijd: 1.1, 1.3+2w. Leeg: wacht op niets.", default="")


def ask_after(place: PlaceFrame, milestone: Milestone) -> None:
    """Asks it, and saves it when nobody changed it meanwhile."""
    from sto_tui.screens.editing.entry_window import EntryWindow

    dossier = place.host.dossier

    def save(typed: dict[str, Any]) -> None:
        now = place.host.dossier.of(Milestone).get(milestone.id)
        if now is None or now.after != milestone.after:
            raise NotSavedError("Dit is intussen door een ander gewijzigd. Sluit dit en druk opnieuw op d.")
        try:
            after = parse_after(typed["after"], place.host.dossier, milestone.id)
        except ValueError as error:
            raise NotSavedError(str(error)) from error
        awaited = shown_after(after, place.host.dossier)
        label = f"{now.number} wacht op {awaited}" if awaited else f"{now.number} wacht op niets meer"
        change = Change(label, edited(now, after=after))
        place.carry_out(lambda: place.host.changes.apply(change))

    start = {"after": shown_after(milestone.after, dossier)}
    heading = f"Waarop wacht {dossier.caption(ref_of(milestone))}?"
    place.app.push_screen(EntryWindow(heading, AfterEntry, start, dossier, place.host.today, save))
