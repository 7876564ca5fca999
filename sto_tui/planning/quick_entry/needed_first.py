"""What has to be there before a record can be added: a theme before a speerpunt, a milestone before its log."""

from collections.abc import Sequence

from sto_tui.domain.record import fields_of
from sto_tui.domain.tables import TABLES
from sto_tui.frozen import frozen
from sto_tui.planning.quick_entry.first_text import text_field
from sto_tui.planning.quick_entry.grammar import LinePlace
from sto_tui.planning.quick_entry.reading import grammar_of

_NAMES = ("name", "title")


@frozen
class NeededFirst:
    """The table of which there is no record yet, and the field of the new record that has to name one."""

    table: str
    field: str


def needed_first(table: str, place: LinePlace) -> NeededFirst | None:
    """What has to be made before a record of a table can be added here; None when nothing has to."""
    for name, spec in fields_of(TABLES[table].model).items():
        if spec.required and spec.kind == "reference" and not spec.by_ref and name not in place.given:
            first = spec.tables[0]
            if not place.dossier.of(TABLES[first].model):
                return NeededFirst(first, name)
    return None


def offers(needed: NeededFirst, place: LinePlace) -> Sequence[str]:
    """What stands above the line that makes it, the longest first."""
    named = TABLES[needed.table]
    word = place.dossier.word_of(needed.table)
    none = f"Er is nog geen {word}."
    if word != named.singular:
        # Nobody knows the article of the region's own word.
        return [f"{none} Typ eerst de naam daarvan:"]
    first = f"{'het' if named.new == 'Nieuw' else 'de'} eerste {word}"
    spec = text_field(named.model)
    if spec and spec.name in _NAMES and needed.table != "budget":
        return [f"{none} Naam van {first}:", f"{none} Naam van {first.split()[0]} eerste:"]
    examples = [f"{none} Typ {first}, bijvoorbeeld: {example}" for example in grammar_of(needed.table).examples(place)]
    return [*examples, f"{none} Typ {first}:"]
