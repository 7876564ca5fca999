"""A field that a draft prints twice, and that was changed into one text here and another there."""

from dataclasses import replace

from sto_tui.intake.returned_draft.field_form import lenient
from sto_tui.intake.returned_draft.returned import LooseKind, LooseText, ReturnedDraft, ReturnedField


def with_second_printings(draft: ReturnedDraft) -> ReturnedDraft:
    """The draft with such a field saying both, so that which one is meant becomes a question."""
    changed = {field.address: field for field in draft.fields if field.is_changed}
    others = [loose for loose in draft.loose if _is_other(loose, changed.get(loose.near))]
    texts: dict[str, list[str]] = {}
    for loose in others:
        texts.setdefault(loose.near, []).append(loose.text)
    fields = tuple(
        replace(field, readings=(*field.readings, *texts[field.address])) if field.address in texts else field
        for field in draft.fields
    )
    return replace(draft, fields=fields, loose=tuple(loose for loose in draft.loose if loose not in others))


def _is_other(loose: LooseText, field: ReturnedField | None) -> bool:
    """Whether it is all of that field, with another text."""
    return (
        loose.kind is LooseKind.COPY
        and field is not None
        and lenient(loose.sent) == lenient(field.sent)
        and lenient(loose.text) not in map(lenient, (field.edited, *field.readings))
    )
