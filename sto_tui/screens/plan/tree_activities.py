"""The activities of a speerpunt in one period, typed as a list: several lines are several activities."""

from typing import Any

from sto_tui.domain.change import Change, NotSavedError, edited
from sto_tui.domain.dossier import ref_of
from sto_tui.domain.dutch import capital, count
from sto_tui.domain.level_words import word_of_table
from sto_tui.domain.plan import Phase, Speerpunt
from sto_tui.domain.text import shortened
from sto_tui.screens.editing.form import FormWindow
from sto_tui.screens.frame.list_place import PlaceScreen
from sto_tui.screens.windows.listing import Listing
from sto_tui.widgets.record_list import Column, Row

_LONGEST_NAME = 50
_NEW = -1


def write_activities(place: PlaceScreen, speerpunt: Speerpunt) -> None:
    """Asks which period when there are several, and opens its list."""
    if not speerpunt.phases:
        _open(place, speerpunt, None)
        return
    rows = [
        Row(((phase.label, "bold"), (count(len(phase.acts), "activiteit", "activiteiten"), "muted")), key=number)
        for number, phase in enumerate(speerpunt.phases)
    ]
    rows.append(Row(("Nieuwe periode…", ""), key=_NEW))

    def chosen(number: int | None) -> None:
        if number is not None:
            _open(place, speerpunt, None if number == _NEW else speerpunt.phases[number])

    heading = f"Activiteiten van {place.host.dossier.caption(ref_of(speerpunt))}"
    place.app.push_screen(Listing(heading, "", (Column(""), Column("", 18)), rows), chosen)


def _open(place: PlaceScreen, speerpunt: Speerpunt, phase: Phase | None) -> None:
    dossier = place.host.dossier

    def save(typed: dict[str, Any]) -> None:
        if place.host.dossier.get(ref_of(speerpunt)) is None:
            raise NotSavedError("Dit is intussen verwijderd.")
        place.carry_out(lambda: place.host.changes.apply(_change(place, speerpunt, phase, typed)))

    heading = f"Activiteiten van {dossier.caption(ref_of(speerpunt))}"
    values = dict(phase) if phase else {}
    at = "acts" if phase else "label"
    place.app.push_screen(FormWindow(heading, Phase, values, dossier, place.host.today, save, at_field=at))


def _change(place: PlaceScreen, speerpunt: Speerpunt, phase: Phase | None, typed: dict[str, Any]) -> Change:
    """From the speerpunt as it was when the list was opened: what others changed elsewhere in it stays."""
    after = (phase or Phase(label="-")).model_copy(update=typed)
    phases = (
        (*speerpunt.phases, after) if phase is None else tuple(after if p is phase else p for p in speerpunt.phases)
    )
    word = word_of_table(place.host.dossier.region, "speerpunten").singular
    name = shortened(place.host.dossier.caption(ref_of(speerpunt)), _LONGEST_NAME)
    return Change(f"{capital(word)} {name} gewijzigd: activiteiten in {after.label}", edited(speerpunt, phases=phases))
