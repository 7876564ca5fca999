"""What was taken over before, or came back from several people, is offered once."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sto_tui.domain.dutch import enumerate_words
from sto_tui.domain.evaluation import Action
from sto_tui.domain.record import LINE_LIMIT, Part, Record, fields_of
from sto_tui.domain.text import clean_line, shortened
from sto_tui.domain.typed_names import NotUnderstoodError
from sto_tui.intake.returned_draft.field_addresses import field_at, list_at
from sto_tui.intake.returned_draft.field_form import lenient
from sto_tui.intake.returned_draft.lines import DraftLine, LineStanding
from sto_tui.intake.returned_draft.new_lines import model_of
from sto_tui.intake.returned_draft.returned import NewRecord
from sto_tui.intake.returned_draft.understanding import Understanding, same_words

_LONGEST_ABOUT, _LONGEST_NAMES, _LONGEST_PLACE = 50, 30, 60


def action_words(comment: DraftLine) -> str:
    """The action that a comment becomes: what it says, of whom, and the text that it was set on."""
    about = f" bij ‘{shortened(clean_line(comment.sent), _LONGEST_ABOUT)}’" if comment.sent.strip() else ""
    people = shortened(enumerate_words(comment.people), _LONGEST_NAMES)
    behind = f" ({people}{about}, {shortened(comment.label, _LONGEST_PLACE)})"
    return shortened(clean_line(comment.wordings[0].text), LINE_LIMIT - len(behind)) + behind


def is_there(line: DraftLine, understanding: Understanding) -> bool:
    """Whether the dossier has a new row, a comment as an action, or a loose text already.

    A row of which a part has no field is none: that part is not in the dossier.
    """
    dossier = understanding.dossier
    match line.standing:
        case LineStanding.NEW | LineStanding.NEW_IN_PART if line.new:
            # Once it was taken, the number that it brought is that of a record.
            return not line.new.unplaced and any(
                _says(record, line.new, understanding) for record in _beside(line.new, understanding)
            )
        case LineStanding.COMMENT:
            words = action_words(line)
            return any(action.text == words for action in dossier.of(Action).values())
        case LineStanding.LOOSE:
            place = field_at(dossier, line.address)
            return place is not None and line.wordings[0].text.strip() in str(place.value)
    return False


def _beside(new: NewRecord, understanding: Understanding) -> Iterable[Record | Part]:
    """The records or parts among which it would be."""
    listed = list_at(understanding.dossier, new.within)
    if listed:
        parts: tuple[Part, ...] = listed.value
        return parts
    return understanding.dossier.tables.get(new.within, {}).values()


def _says(thing: Record | Part, new: NewRecord, understanding: Understanding) -> bool:
    """Whether a record has all that was written in a new row."""
    specs = fields_of(type(thing))
    written = [(specs[name], text) for name, text in new.values if name in specs and text.strip()]
    for spec, text in written:
        value = getattr(thing, spec.name)
        try:
            # A goal goes by its number in the period of its day.
            is_same = understanding.new_value(type(thing), dict(thing), spec, text) == value
        except NotUnderstoodError:
            is_same = False
        if not is_same and not same_words(understanding.dossier.shown(spec, value), text):
            return False
    return bool(written)


def _meant(new: NewRecord, understanding: Understanding) -> frozenset[tuple[str, str]]:
    """What a row says: one date written in two ways is one."""
    texts = {name: text.strip() for name, text in new.values if text.strip()}
    model = model_of(understanding.dossier, new.within)
    values = understanding.understood(model, texts) if model else {}
    return frozenset((name, str(values.get(name, lenient(text)))) for name, text in texts.items())


def once_each(lines: Iterable[DraftLine], understanding: Understanding) -> Iterator[DraftLine]:
    """What several people say the same is one, of all of them; a comment that was passed on is that of its writer."""
    found: dict[object, DraftLine] = {}
    for line in lines:
        where = (line.address, line.chapter, line.place, line.label)
        key: object = (line.standing, where, line.sent, line.wordings[0].text)
        if line.new:
            key = (line.label, _meant(line.new, understanding), line.new.unplaced)
        elif line.standing is LineStanding.COMMENT:
            key = (key, line.people)
        earlier = found.get(key)
        if earlier:
            people = tuple(dict.fromkeys((*earlier.people, *line.people)))
            line = replace(earlier, wordings=(replace(earlier.wordings[0], people=people),))
        found[key] = line
    yield from found.values()
