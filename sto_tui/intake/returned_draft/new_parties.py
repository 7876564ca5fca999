"""Parties that a draft names and the dossier does not know: each is proposed once, beside the rows that name it."""

from collections.abc import Iterable, Sequence

from sto_tui.domain.dutch import enumerate_words
from sto_tui.domain.record import Ref, fields_of
from sto_tui.domain.text import clean_line, plain, shortened
from sto_tui.intake.returned_draft.chapters import chapter_heading
from sto_tui.intake.returned_draft.field_addresses import field_at
from sto_tui.intake.returned_draft.lines import DraftLine, LineStanding, Wording
from sto_tui.intake.returned_draft.new_lines import model_of
from sto_tui.intake.returned_draft.returned import NewRecord
from sto_tui.intake.returned_draft.understanding import PARTIES, Understanding

_LONGEST_NAME = 70


def new_parties(lines: Iterable[DraftLine], understanding: Understanding) -> list[DraftLine]:
    """A line for each party; nobody takes it by default, because a name may be written wrong.

    One that the dossier has by now is done.
    """
    lines = list(lines)
    # A party that has a row of its own comes with that.
    own = {plain(text) for line in lines for text in _names_in(line)}
    named: dict[str, tuple[str, list[DraftLine]]] = {}
    for line in lines:
        for typed in _parties_in(line, understanding):
            if plain(typed) and plain(typed) not in own:
                named.setdefault(plain(typed), (clean_line(typed), []))[1].append(line)
    names = [name for name, _ in named.values()]
    return [
        _proposed(name, of_lines, understanding, names[:number])
        for number, (name, of_lines) in enumerate(named.values())
    ]


def _names_in(line: DraftLine) -> list[str]:
    """The name and abbreviation of a new party."""
    is_party = line.new is not None and line.new.within == "parties"
    return [text for name, text in line.new.values if name in ("name", "short")] if line.new and is_party else []


def _parties_in(line: DraftLine, understanding: Understanding) -> list[str]:
    """What was written where the name of a party belongs, in a new row or in a field."""
    if line.new is None:
        place = field_at(understanding.dossier, line.address)
        is_party = place is not None and place.spec.tables == PARTIES and line.standing.is_of_a_field
        # That a row moved stands with its party, and names nobody.
        is_party = is_party and line.standing.can_be_taken
        return [wording.text for wording in line.wordings] if is_party else []
    model = model_of(understanding.dossier, line.new.within)
    specs = fields_of(model) if model else {}
    return [text for name, text in line.new.values if name in specs and specs[name].tables == PARTIES]


def _proposed(name: str, lines: list[DraftLine], understanding: Understanding, others: Sequence[str]) -> DraftLine:
    people = tuple(dict.fromkeys(person for line in lines for person in line.people))
    where = enumerate_words(list(dict.fromkeys(line.label for line in lines)))
    text = f"Naam: {name}"
    dossier = understanding.dossier
    near = understanding.party_like(name, others)
    like = f" Lijkt op ‘{shortened(near, _LONGEST_NAME)}’: kijk na of het die niet is." if near else ""
    return DraftLine(
        0,
        LineStanding.NEW_IN_PART,
        "parties",
        chapter_heading(dossier, Ref("parties", 0)),
        dossier.new_of("parties"),
        "",
        "",
        (Wording(text, text, people),),
        lines[0].place,
        f"Staat nog niet in het dossier. Neem deze regel samen over met: {where}.{like}",
        is_done=not understanding.lacks_party(name),
        new=NewRecord("parties", (("name", name),)),
    )
