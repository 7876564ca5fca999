"""Which record of the dossier something in a plan is: by its name, or by a number with a name that is much alike."""

from collections.abc import Callable, Iterable
from difflib import SequenceMatcher
from typing import Any, Generic, TypeVar

from sto_tui.domain.record import Part, Record
from sto_tui.domain.text import plain

_ALIKE = 0.6
# Comparing long texts letter by letter takes long, and their beginning tells enough.
_COMPARED = 300

R = TypeVar("R", bound=Record)
P = TypeVar("P", bound=Part)


class OtherWithNumberError(ValueError):
    """The dossier has something else under this number; `str()` is its name."""


def name_of(text: str) -> str:
    """A name for comparing, without marks at its end."""
    return " ".join(plain(text).split()).strip(" .:;")


class Existing(Generic[R]):
    """The records of one table, to be found by name or number."""

    def __init__(self, records: Iterable[R], named: Callable[[R], str]) -> None:
        self._named = named
        self._by_name: dict[str, list[R]] = {}
        self._by_number: dict[str, list[R]] = {}
        for record in records:
            self._by_name.setdefault(name_of(named(record)), []).append(record)
            self._by_number.setdefault(str(getattr(record, "number", "")), []).append(record)

    def find(self, number: object, name: str, *, by_number: bool = False) -> R | None:
        """The record with this name, or with this number and a name like it. Raises OtherWithNumberError.

        With `by_number` the name alone is not enough: the plan has it more than once.
        """
        same = [] if by_number else self._by_name.get(name_of(name), [])
        numbered = self._by_number.get(str(number), []) if number else []
        if same:
            return next((record for record in numbered if record in same), same[0])
        if not numbered:
            return None
        if not _alike(name_of(self._named(numbered[0])), name_of(name)):
            raise OtherWithNumberError(self._named(numbered[0]))
        return numbered[0]


def _alike(one: str, other: str) -> bool:
    return SequenceMatcher(None, one[:_COMPARED], other[:_COMPARED], autojunk=False).ratio() >= _ALIKE


def with_ids_of(old: tuple[P, ...], new: tuple[P, ...]) -> tuple[P, ...]:
    """The new parts, each with the id of the old one that says the same; the old ones when nothing differs.

    What the old one says and the new one does not, stays.
    """
    if [*map(_bare, old)] == [*map(_bare, new)]:
        return old
    left = [*old]
    same: dict[int, P] = {}
    for telling in (_bare, _key):
        for at, part in enumerate(new):
            if at not in same and telling(part) and (found := _first(left, telling, telling(part))):
                left.remove(found)
                same[at] = found
    return tuple(_with_old(same[at], part) if at in same else part for at, part in enumerate(new))


def _first(parts: list[P], telling: Callable[[Part], Any], wanted: Any) -> P | None:
    return next((part for part in parts if telling(part) == wanted), None)


def _key(part: Part) -> Any:
    """What a part is about; None for one of which that cannot be told."""
    values = dict(part)
    if "label" in values or "indicator" in values:
        return plain(values.get("label") or values.get("indicator") or "") or None
    return values.get("party")


def _with_old(old: P, new: P) -> P:
    """The new part with the id of the old one, and what only that says; parts within it have theirs."""
    updates = {name: value for name, value in dict(old).items() if getattr(new, name) in (None, "", ())}
    updates |= {
        name: with_ids_of(getattr(old, name), value)
        for name, value in dict(new).items()
        if isinstance(value, tuple) and value and isinstance(value[0], Part)
    }
    return new.model_copy(update={**updates, "id": old.id})


def _bare(part: Part) -> dict[str, Any]:
    """What a part says, without ids."""
    return {
        name: tuple(map(_bare, value)) if isinstance(value, tuple) and value and isinstance(value[0], Part) else value
        for name, value in dict(part).items()
        if name != "id"
    }
