"""What two copies of a dossier that were brought together say differently, as long as nobody has chosen."""

from collections.abc import Iterable

from pydantic import ValidationError

from sto_tui.domain.change import Change, NotSavedError, Occasion, changing, removing
from sto_tui.domain.dossier import Dossier, Unsettled
from sto_tui.domain.record import Record, fields_of
from sto_tui.domain.validation import problems


def settling(dossier: Dossier, unsettled: Unsettled, occasion: Occasion) -> Change:
    """The change that makes it as the other copy has it, or that removes what one of them removed.

    Raises NotSavedError when that no longer goes with what the record has become.
    """
    record = dossier.get(unsettled.ref)
    if record is None:
        return Change("", ())
    if unsettled.other is None:
        return removing(dossier, record)
    values = {name: getattr(unsettled.other, name) for name in unsettled.fields}
    try:
        return changing(dossier, record, record.changed(**values), occasion)
    except ValidationError as error:
        raise NotSavedError(f"Zo kan het niet meer: {problems(error)[0][1]}. De keuze blijft open.") from error


def keeping(dossier: Dossier, unsettled: Unsettled) -> Change:
    """The change without edits that leaves it as it is here, for the history."""
    return Change(f"Gekozen: {dossier.name(unsettled.ref)} blijft zoals het hier stond", ())


def still_unsettled(unsettled: Iterable[Unsettled], dossier: Dossier) -> tuple[Unsettled, ...]:
    """What still makes a difference: not what has become the same since, or is gone."""
    return tuple(
        choice
        for choice in unsettled
        if (record := dossier.get(choice.ref)) and (choice.other is None or _differs(record, choice))
    )


def _differs(record: Record, choice: Unsettled) -> bool:
    names = [name for name in choice.fields if name in fields_of(type(record))]
    return any(getattr(record, name) != getattr(choice.other, name) for name in names)
