"""What two copies of a dossier that were brought together say differently, as long as nobody has chosen."""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from sto_tui.domain.change import Change, NotSavedError, Occasion, changing, removing
from sto_tui.domain.dossier import Dossier, Unsettled
from sto_tui.domain.merging.texts import both_texts
from sto_tui.domain.record import Record, fields_of
from sto_tui.domain.validation import problems


def settling(dossier: Dossier, unsettled: Unsettled, occasion: Occasion) -> Change:
    """The change that makes it as it is in the other copy.

    Raises NotSavedError when that no longer goes with what the record has become.
    """
    record = dossier.get(unsettled.ref)
    if record is None:
        return Change("", ())
    if unsettled.other is None:
        return _staying(dossier, unsettled) if unsettled.is_removed_here else removing(dossier, record)
    return _made(dossier, record, {name: getattr(unsettled.other, name) for name in unsettled.fields}, occasion)


def keeping_both(dossier: Dossier, unsettled: Unsettled, occasion: Occasion) -> Change:
    """The change that puts the texts of the other copy after those that stand here.

    Raises NotSavedError when that no longer goes.
    """
    record = dossier.get(unsettled.ref)
    if record is None or not can_keep_both(record, unsettled):
        raise NotSavedError("Beide houden kan niet meer. De keuze blijft open.")
    return _made(dossier, record, _both(record, unsettled), occasion)


def can_keep_both(record: Record, unsettled: Unsettled) -> bool:
    """Whether all that differs are long texts, for which there is room one after the other."""
    specs = fields_of(type(record))
    names = differing_fields(record, unsettled)
    return all(specs[name].kind == "text" for name in names) and all(
        len(text) <= specs[name].limit and text not in (getattr(record, name), getattr(unsettled.other, name))
        for name, text in _both(record, unsettled).items()
    )


def differing_fields(record: Record, unsettled: Unsettled) -> list[str]:
    """The fields of the choice that are still another value in the other copy."""
    names = fields_of(type(record))
    return [
        name
        for name in unsettled.fields
        if name in names and unsettled.other and getattr(record, name) != getattr(unsettled.other, name)
    ]


def _both(record: Record, unsettled: Unsettled) -> dict[str, str]:
    specs = fields_of(type(record))
    return {
        name: both_texts(getattr(record, name), getattr(unsettled.other, name))
        for name in differing_fields(record, unsettled)
        if specs[name].kind == "text"
    }


def _made(dossier: Dossier, record: Record, values: Mapping[str, Any], occasion: Occasion) -> Change:
    try:
        return changing(dossier, record, record.changed(**values), occasion)
    except ValidationError as error:
        raise NotSavedError(f"Zo kan het niet meer: {problems(error)[0][1]}. De keuze blijft open.") from error


def keeping(dossier: Dossier, unsettled: Unsettled) -> Change:
    """The change that makes it as it is here: mostly one without edits, for the history."""
    record = dossier.get(unsettled.ref)
    if unsettled.other is None:
        return removing(dossier, record) if record and unsettled.is_removed_here else _staying(dossier, unsettled)
    return Change(f"Gekozen: {dossier.name(unsettled.ref)} blijft zoals het hier stond", ())


def _staying(dossier: Dossier, unsettled: Unsettled) -> Change:
    return Change(f"Gekozen: {dossier.name(unsettled.ref)} blijft staan", ())


def still_unsettled(unsettled: Iterable[Unsettled], dossier: Dossier) -> tuple[Unsettled, ...]:
    """What still makes a difference, once: not what has become the same since, or is gone."""
    left: dict[object, Unsettled] = {}
    for choice in unsettled:
        record = dossier.get(choice.ref)
        if record and (choice.other is None or differing_fields(record, choice)):
            left.setdefault(choice.key, choice)
    return tuple(left.values())
