"""Choosing a filter for the tree, from a list of those that let something through."""

from collections.abc import Callable

from sto_tui.domain.dutch import capital
from sto_tui.domain.level_words import word_of_table
from sto_tui.domain.record import Line, Part, field
from sto_tui.planning.plan_tree.filtering import Filter, filters
from sto_tui.screens.editing.entry_window import EntryWindow
from sto_tui.screens.frame.list_place import PlaceScreen
from sto_tui.screens.frame.section import group
from sto_tui.screens.windows.listing import Listing
from sto_tui.widgets.record_list import Column, Row

_FINDINGS = Filter("regels met een melding", with_finding=True)
_A_TEXT = "text"


class FilterEntry(Part):
    """What a filter by text asks."""

    text: Line = field("Tekst", "Een woord of nummer; hoofdletters en accenten maken niet uit.")


def ask_filter(place: PlaceScreen, then: Callable[[Filter], None]) -> None:
    """Asks which filter; for a text also which."""
    dossier = place.host.dossier
    rows = [Row(("Regels met een melding",), key=_FINDINGS), Row(("Regels met een tekst…",), key=_A_TEXT)]
    heads = {"themes": word_of_table(dossier.region, "themes").plural, "parties": "partijen", "tags": "onderwerpen"}
    for kind, choices in filters(dossier).items():
        rows += [group(capital(heads[kind]))] * bool(choices)
        rows += [Row((choice.label,), key=choice) for choice in choices]

    def chosen(key: Filter | str | None) -> None:
        if isinstance(key, Filter):
            then(key)
        elif key == _A_TEXT:
            _ask_text(place, then)

    place.app.push_screen(Listing("Wat wil je zien?", "", (Column(""),), rows), chosen)


def _ask_text(place: PlaceScreen, then: Callable[[Filter], None]) -> None:
    looked_for: list[str] = []

    def chosen(done: bool | None) -> None:
        if done and looked_for:
            then(Filter(f"‘{looked_for[-1]}’", text=looked_for[-1]))

    window = EntryWindow(
        "Welke tekst zoek je?",
        FilterEntry,
        {},
        place.host.dossier,
        place.host.today,
        lambda typed: looked_for.append(typed["text"]),
    )
    place.app.push_screen(window.name_act("Tonen"), chosen)
