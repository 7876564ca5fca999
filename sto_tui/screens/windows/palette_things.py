"""What the palette finds besides records: acts of all places, the places, and their lists by their tabs."""

from collections.abc import Iterator

from sto_tui.acts import EVERYWHERE, PLACE_ACTS, acts_at
from sto_tui.domain.dossier import Dossier, list_of
from sto_tui.domain.dutch import capital
from sto_tui.domain.level_words import in_own_words, word_of_table
from sto_tui.domain.record import Ref
from sto_tui.domain.tables import TABLES
from sto_tui.frozen import frozen
from sto_tui.places import BY_WORD, Place
from sto_tui.planning.search import SearchIndex, Sought, SoughtKind
from sto_tui.screens.windows.lists_of_places import LIST_OF_NAME, LISTS, ListOfPlace

NOT_FOUND_HERE = ("search", "quit", "jump_back", "step_back")
_IN_THE_TREE = ("themes", "speerpunten")
"""Tables whose records stand in a list with another name, by which nobody seeks them."""


@frozen
class PlaceAct:
    """An act, and the place where it is carried out."""

    place: Place
    id: str


Target = PlaceAct | Place | ListOfPlace | Ref


def things_around(here: Place, dossier: Dossier) -> SearchIndex:
    """Acts, those of this place first; places; lists, by what the region calls them."""
    return SearchIndex(iter([*_acts(here, dossier), *_places(), *_lists(dossier)]))


def _acts(here: Place, dossier: Dossier) -> Iterator[Sought]:
    for place in (here, *(place for place in Place if place is not here)):
        for act in acts_at(place.word):
            is_shared = EVERYWHERE in act.where
            if act.id in PLACE_ACTS or act.id in NOT_FOUND_HERE or (is_shared and place is not here):
                continue
            words = f"{in_own_words(act.help, dossier.region)} {act.help} {place.title}"
            yield Sought(SoughtKind.ACT, PlaceAct(place, act.id), act.label, words)


def _places() -> Iterator[Sought]:
    for place in Place:
        yield Sought(SoughtKind.PLACE, place, place.numbered, f"{place.word} {place.short}", place.key)


def _lists(dossier: Dossier) -> Iterator[Sought]:
    for each in LISTS:
        words = _words(dossier, each.table) if each.table not in ("", *_IN_THE_TREE) else ""
        yield Sought(SoughtKind.LIST, each, each.title, f"{words} {each.place.title} {each.place.short} lijst")
    for table in _IN_THE_TREE:
        words = f"{_words(dossier, table)} lijst"
        yield Sought(SoughtKind.LIST, list_of(table), _name_of_list(dossier, table), words)


def _words(dossier: Dossier, table: str) -> str:
    known = TABLES[table]
    return f"{known.dutch} {known.plural} {known.singular} {dossier.word_of(table)}"


def _name_of_list(dossier: Dossier, table: str) -> str:
    return capital(word_of_table(dossier.region, table).plural)


def kept_name(target: Target) -> str:
    """The name under which what was chosen is kept."""
    if isinstance(target, PlaceAct):
        return f"{target.place.word}:{target.id}"
    if isinstance(target, ListOfPlace):
        return next(name for name, each in LIST_OF_NAME.items() if each == target)
    return target.word if isinstance(target, Place) else str(target)


def thing_kept(name: str, dossier: Dossier) -> Sought | None:
    """What was kept under a name; None when it is there no more."""
    if name in LIST_OF_NAME:
        return Sought(SoughtKind.LIST, LIST_OF_NAME[name], LIST_OF_NAME[name].title)
    word, _, id = name.partition(":")
    if place := BY_WORD.get(word):
        if not id:
            return Sought(SoughtKind.PLACE, place, place.numbered)
        label = next((act.label for act in acts_at(word) if act.id == id), "")
        return Sought(SoughtKind.ACT, PlaceAct(place, id), label) if label else None
    try:
        ref = Ref.parse(name)
    except ValueError:
        return None
    if ref.table in TABLES and ref == list_of(ref.table):
        return Sought(SoughtKind.LIST, ref, _name_of_list(dossier, ref.table))
    return Sought(SoughtKind.RECORD, ref, dossier.caption(ref)) if dossier.get(ref) else None
