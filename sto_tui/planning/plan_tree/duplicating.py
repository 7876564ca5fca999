"""A goal, theme, speerpunt or milestone once more, with all that stands under it and the roles in it.

What happened stays with the first: stoplicht, log, money, decisions, and what was reached or agreed on.
"""

from collections.abc import Iterator
from string import ascii_lowercase

from sto_tui.domain.change import Change, Edit, Occasion, added, with_references
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.dutch import capital, count
from sto_tui.domain.level_words import word_of_table
from sto_tui.domain.milestones import Milestone, Veri
from sto_tui.domain.plan import Goal, Speerpunt, Theme
from sto_tui.domain.record import LINE_LIMIT, Record, Ref, fields_of
from sto_tui.domain.text import shortened
from sto_tui.planning.beginnings import beginning
from sto_tui.planning.plan_tree.numbering import letter_places, letters, next_after, number_of
from sto_tui.planning.proposal import refusing_what_cannot_be

_COPY = " (kopie)"
_LONGEST_NAME = 50
_OF_THE_FIRST = ("light", "done_on", "continues", "agreed_on", "agreed_by", "outcome", "why", "reached", "reached_year")


def duplicated(occasion: Occasion, ref: Ref) -> Change:
    """The change that adds the copy.

    Raises ValueError with a Dutch sentence when there is nothing to copy, NotSavedError when the copy cannot be.
    """
    dossier = occasion.dossier
    first = dossier.get(ref)
    if not isinstance(first, Goal | Theme | Speerpunt | Milestone):
        raise ValueError("Dit is niet te dupliceren.")
    number = _next_number(dossier, first)
    originals = list(_with_all_under(dossier, first))
    ids = {ref_of(record): -place for place, record in enumerate(originals, 1)}
    edits: list[Edit] = []
    with refusing_what_cannot_be():
        copies = [with_references(_copied(record, first, number), ids) for record in originals]
    for record, copy in zip(originals, copies, strict=True):
        edits += added(copy.model_copy(update={"id": ids[ref_of(record)]}), occasion)
    for place, role in enumerate(_roles(dossier, ids), 1):
        edits += added(with_references(role, ids).model_copy(update={"id": -place, "rev": 0}), occasion)
    name = (
        f"{capital(word_of_table(dossier.region, ref.table).singular)} {shortened(dossier.caption(ref), _LONGEST_NAME)}"
    )
    under = len(originals) - 1
    also = f", met {count(under, 'regel', 'regels')} eronder" if under else ""
    return Change(f"{name} gedupliceerd: {number}{also}", tuple(edits))


def _next_number(dossier: Dossier, first: Record) -> str:
    if isinstance(first, Milestone):
        return _next_milestone(dossier, first)
    given = {"theme": first.theme} if isinstance(first, Speerpunt) else {}
    number = beginning(dossier, type(first), given).get("number")
    return str(number) if number else _next_free(dossier, first)


def _next_free(dossier: Dossier, first: Record) -> str:
    """The first free number after it, where the plan gives no other; one of another kind says that it is a copy."""
    taken = {number_of(record) for record in dossier.of(type(first)).values()}
    number = number_of(first)
    try:
        while number in taken:
            number = next_after(number)
    except ValueError:
        return f"{number_of(first)}{_COPY}"
    return number


def _next_milestone(dossier: Dossier, first: Milestone) -> str:
    """The next letter beside it; a number of another kind gets a letter behind it."""
    beside = (
        dossier.milestones_of_speerpunt(first.speerpunt) if first.speerpunt else dossier.milestones_of(first.theme or 0)
    )
    stem = first.number.rstrip(ascii_lowercase)
    return f"{stem}{letters(max(letter_places(beside, stem), default=0) + 1)}"


def _with_all_under(dossier: Dossier, record: Record) -> Iterator[Record]:
    yield record
    if isinstance(record, Theme):
        for speerpunt in dossier.speerpunten_of(record.id):
            yield from _with_all_under(dossier, speerpunt)
        yield from (each for each in dossier.milestones_of(record.id) if each.speerpunt not in dossier.of(Speerpunt))
    elif isinstance(record, Speerpunt):
        yield from dossier.milestones_of_speerpunt(record.id)


def _copied(record: Record, first: Record, number: str) -> Record:
    """The record as it begins once more; what is numbered after the first one is numbered after its copy."""
    specs = fields_of(type(record))
    values: dict[str, object] = {name: specs[name].default for name in _OF_THE_FIRST if name in specs}
    own, stem = number_of(record), number_of(first)
    new = number if record is first else number + own.removeprefix(stem) if own.startswith(stem) else own
    values["number"] = int(new) if isinstance(record, Goal | Theme) else new
    if record is first:
        name = "text" if isinstance(record, Goal) else "title"
        words = str(getattr(record, name))
        values[name] = words + _COPY if len(words) + len(_COPY) <= LINE_LIMIT else words
    return record.changed(**values).model_copy(update={"rev": 0})


def _roles(dossier: Dossier, ids: dict[Ref, int]) -> Iterator[Veri]:
    return (role for role in dossier.of(Veri).values() if role.row in ids)
