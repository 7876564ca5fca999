"""Parties that a draft names and the dossier does not know: each is proposed once, beside the rows that name it."""

from collections.abc import Iterable

from sto_tui.domain.dutch import enumerate_words
from sto_tui.domain.record import Part, Record, Ref, fields_of
from sto_tui.domain.tables import TABLES
from sto_tui.domain.text import clean_line, plain
from sto_tui.intake.returned_draft.chapters import chapter_heading
from sto_tui.intake.returned_draft.field_addresses import list_at
from sto_tui.intake.returned_draft.lines import DraftLine, LineStanding, Wording
from sto_tui.intake.returned_draft.returned import NewRecord
from sto_tui.intake.returned_draft.understanding import Understanding

PARTIES = ("parties",)
"""Of a field that names a party and nothing else."""


def new_parties(lines: Iterable[DraftLine], understanding: Understanding) -> list[DraftLine]:
    """A line for each party; nobody takes it by default, because a name may be written wrong."""
    named: dict[str, tuple[str, list[DraftLine]]] = {}
    for line in lines:
        for typed in _parties_in(line, understanding):
            if understanding.lacks_party(typed):
                named.setdefault(plain(typed), (clean_line(typed), []))[1].append(line)
    return [_proposed(name, of_lines, understanding) for name, of_lines in named.values()]


def _parties_in(line: DraftLine, understanding: Understanding) -> list[str]:
    """What stands in a new row where the name of a party belongs."""
    if line.new is None:
        return []
    listed = list_at(understanding.dossier, line.new.within)
    table = TABLES.get(line.new.within)
    model: type[Record | Part] | None = listed.spec.part if listed else table.model if table else None
    specs = fields_of(model) if model else {}
    return [text for name, text in line.new.values if name in specs and specs[name].tables == PARTIES]


def _proposed(name: str, lines: list[DraftLine], understanding: Understanding) -> DraftLine:
    people = tuple(dict.fromkeys(person for line in lines for person in line.people))
    where = enumerate_words(list(dict.fromkeys(line.label for line in lines)))
    text = f"Naam: {name}"
    dossier = understanding.dossier
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
        f"Staat nog niet in het dossier. Neem deze regel samen over met: {where}.",
        new=NewRecord("parties", (("name", name),)),
    )
