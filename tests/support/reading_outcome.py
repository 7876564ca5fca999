"""What a reader made of an edit: right, offered outside the fields, refused in words, lost, or in the wrong field."""

import re
from enum import Enum

from sto_tui.intake.returned_draft.field_form import lenient
from sto_tui.intake.returned_draft.returned import ReturnedDraft, ReturnedField, Sureness
from tests.support.draft_edits import DraftEdit

_WORD = re.compile(r"\w{3,}")


class Outcome(Enum):
    RIGHT = "goed"
    LOOSE = "los"
    REFUSED = "geweigerd"
    LOST = "KWIJT"
    WRONG = "FOUT VELD"


def told_by(returned: ReturnedDraft) -> str:
    """Every text that whoever looks at the answer can see."""
    texts = [text for field in returned.fields for text in (field.edited, *field.readings)]
    texts += [edit.text for field in returned.fields for edit in field.tracked]
    texts += [text for record in returned.new_records for _, text in (*record.values, *record.unplaced)]
    texts += [loose.text for loose in returned.loose]
    texts += [text for comment in returned.comments for text in (comment.text, comment.about)]
    return "\n".join(texts)


def words_of(text: str) -> set[str]:
    return set(_WORD.findall(lenient(text)))


def lost_words(sent: str, back: str, returned: ReturnedDraft) -> set[str]:
    """Words that are new in a document and that the answer says nowhere."""
    return words_of(back) - words_of(sent) - words_of(told_by(returned))


def changed(returned: ReturnedDraft) -> list[ReturnedField]:
    """Fields that somebody changed, without those of records that are gone."""
    gone = tuple(f"{record.address}/" for record in returned.missing_records)
    return [field for field in returned.fields if field.is_changed and not field.address.startswith(gone)]


def outcome(edit: DraftEdit, returned: ReturnedDraft, lost: set[str]) -> Outcome:
    if lost:
        return Outcome.LOST
    fields = {field.address: field.edited for field in changed(returned) if not _only_here(returned, field)}
    new = tuple((record.within, dict(record.values)) for record in returned.new_records)
    missing = tuple(record.address for record in returned.missing_records)
    asked = {field.address for field in returned.fields if field.readings}
    right = all(lenient(_text(returned, address)) == lenient(text) for address, text in edit.fields.items())
    if set(fields) - set(edit.fields) - asked:
        return Outcome.WRONG
    partly = bool(returned.remarks) and "blijft in het dossier" in returned.remarks[-1]
    if (
        right
        and new == edit.new
        and (missing == edit.missing or partly)
        and (partly or edit.loose == bool(returned.loose))
    ):
        return Outcome.RIGHT
    return Outcome.LOOSE


def _text(returned: ReturnedDraft, address: str) -> str:
    return next(field.edited for field in returned.fields if field.address == address)


def _only_here(returned: ReturnedDraft, field: ReturnedField) -> bool:
    """Whether a field is gone in a draft of which only a part came back."""
    return field.sureness is Sureness.GONE and any("blijft in het dossier" in remark for remark in returned.remarks)
