"""A part that does not say what it has to is not stored; what stood so in an old file may stay."""

from sto_tui.domain.change import Change, NotSavedError
from sto_tui.domain.record import Part, Record, fields_of


def refuse_lacking(change: Change) -> None:
    """Raises NotSavedError when a change adds such a part, or takes from one what it said.

    A change that removes records may leave one behind: what it was about is gone.
    """
    if any(edit.after is None for edit in change.edits):
        return
    for edit in change.edits:
        for name, spec in fields_of(type(edit.after)).items() if edit.after else ():
            before = _parts(edit.before, name) if spec.part else ()
            for part in _parts(edit.after, name) if spec.part else ():
                if part.lacks and part not in before:
                    raise NotSavedError(part.lacks, name)


def _parts(record: Record | None, name: str) -> tuple[Part, ...]:
    return getattr(record, name) if record else ()
