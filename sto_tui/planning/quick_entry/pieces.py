"""The signs on a line: what stands after two blanks, `@partij`, `na 1.1`, `bij 1.2`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sto_tui.domain.level_words import own_fields
from sto_tui.domain.parties import Party
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.text import clean_text
from sto_tui.domain.typed_names import NotUnderstoodError
from sto_tui.planning.quick_entry.grammar import LinePlace

_TWO_BLANKS = re.compile(r"[ \n]{2,}")
_NAMED = re.compile(r"(?:^|(?<=\s))@(?=\S)")
_COMMA = re.compile(r"\s*,\s*")
BELONGS = re.compile(r"bij\s+(\S.*)", re.IGNORECASE)


def pieces_of(text: str) -> list[str]:
    """What stands between two or more blanks; the first is the text itself."""
    return [piece.strip() for piece in _TWO_BLANKS.split(clean_text(text).strip())]


def names_at_the_end(text: str) -> tuple[str, str]:
    """A text without the `@name` at its end, and that name."""
    places = [match.start() for match in _NAMED.finditer(text)]
    return (text[: places[-1]].rstrip(), text[places[-1] + 1 :].strip()) if places else (text, "")


def parties_named(place: LinePlace, names: str, tables: Sequence[str] = ("parties",)) -> Iterator[Ref]:
    """The parties of `Jinc, Stad & Natuur`; a name may have a comma of its own. Raises NotUnderstoodError."""
    try:
        yield place.addresses.named(tables, names)
    except NotUnderstoodError:
        several = [name for name in _COMMA.split(names) if name]
        if len(several) < 2:
            raise
        yield from (place.addresses.named(tables, name) for name in several)


def add_once(place: LinePlace, model: type[Record], values: dict[str, Any], more: Mapping[str, Any]) -> None:
    """Adds what a sign says. Raises ValueError when another one said it: which is meant nobody knows."""
    if twice := values.keys() & more.keys():
        label = own_fields(model, place.dossier.region)[min(twice)].label_in_text
        raise ValueError(f"‘{label}’ staat er twee keer. Laat er één staan.")
    values |= more


def level_named(place: LinePlace, number: str) -> dict[str, int | None]:
    """The speerpunt or theme with this number, as the fields of what belongs to it. Raises NotUnderstoodError."""
    ref = place.addresses.named(("speerpunten", "themes"), number)
    return {"speerpunt": ref.id, "theme": None} if ref.table == "speerpunten" else {"speerpunt": None, "theme": ref.id}


def name_of_a_party(place: LinePlace, longest: int) -> str:
    """What a party of this dossier is called in an example: short, and no other's name; empty when there is none."""
    for party in place.dossier.of(Party).values():
        name = party.short or party.name
        if len(name) <= longest and _is_one(place, name):
            return name
    return ""


def _is_one(place: LinePlace, name: str) -> bool:
    try:
        return len(list(parties_named(place, name, ("parties", "bodies")))) == 1
    except NotUnderstoodError:
        return False
