"""What a key means in the places where it does something; a key that does nothing here says that."""

from sto_tui.acts.key_act import KEY_NAMES
from sto_tui.acts.of_places import OF_PLACES
from sto_tui.places import Place

_CLOSING = ("q", "Q")


def does_nothing(key: str, character: str | None) -> str:
    """The sentence for a key that has no act in the place that is shown."""
    name = f"‘{character}’" if character and not character.isspace() else KEY_NAMES.get(key, key)
    if key == "ctrl+s":
        return f"{name} is hier niet nodig: alles is al opgeslagen."
    if key in _CLOSING:
        return f"{name} doet hier niets. Sluiten doe je met ctrl+q; alles is al opgeslagen."
    elsewhere = next((act for act in OF_PLACES if key in act.keys), None)
    place = next((place for place in Place if elsewhere and place.word in elsewhere.where), None)
    if elsewhere and place:
        return f"{name} doet hier niets; bij {place.numbered} is het {elsewhere.label}. Met ? zie je alle toetsen."
    return f"{name} doet hier niets. Met ? zie je alle toetsen."
