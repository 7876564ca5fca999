"""What of a record of the dossier would go when a plan changes it: a filled field is replaced only on purpose.

Filling in what is empty, adding to a text or to a list, and tying a partner in words to its party take nothing away.
"""

from typing import Any

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.level_words import own_fields
from sto_tui.domain.plan import Phase
from sto_tui.domain.record import FieldSpec, Part, Record
from sto_tui.domain.text import plain


def replaced_fields(before: Record, after: Record, dossier: Dossier) -> tuple[str, ...]:
    """The labels of the fields of which something goes."""
    return tuple(
        spec.label
        for name, spec in own_fields(type(before), dossier.region).items()
        if not _keeps(spec, getattr(before, name), getattr(after, name), dossier)
    )


def _keeps(spec: FieldSpec, old: Any, new: Any, dossier: Dossier) -> bool:
    if old == new or old in (None, "", ()):
        return True
    if isinstance(old, str):
        return _words(old) in _words(new)
    if isinstance(old, tuple) and old and isinstance(old[0], Phase):
        return all(any(_keeps_phase(one, other) for other in new) for one in old)
    if isinstance(old, tuple) and old and isinstance(old[0], Part):
        told = [dossier.part_caption(part) for part in new]
        return all(_is_told(dossier.part_caption(part), told) for part in old)
    if isinstance(old, tuple):
        return {*old} <= {*new}
    return False


def _is_told(caption: str, told: list[str]) -> bool:
    """Whether a part stands there still, with more behind it or with its party apart from its words."""
    return any(_letters(one).startswith(_letters(caption)) for one in told)


def _keeps_phase(old: Phase, new: Phase) -> bool:
    acts = {_words(act.text) for act in new.acts}
    has_days = all(mine in (None, theirs) for mine, theirs in ((old.start, new.start), (old.end, new.end)))
    return _words(old.label) == _words(new.label) and has_days and {_words(act.text) for act in old.acts} <= acts


def _words(text: str) -> str:
    return " ".join(plain(text).split())


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, plain(text)))
