"""Cells with the names of several parties: whether they are several is asked, and each is a row of its own then."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace

from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.parties import Party, PartyKind
from sto_tui.domain.text import clean_line, cut, plain
from sto_tui.intake.questions import IntakeChoice, IntakeQuestion
from sto_tui.intake.registers.columns import RegisterColumns
from sto_tui.intake.registers.kinds import Register
from sto_tui.intake.registers.table_rows import RegisterTable
from sto_tui.intake.sheets.table_reader import Cell, SheetRow
from sto_tui.intake.tables.party_kinds import kind_of
from sto_tui.intake.tables.table_answers import NAMES, TableAnswers
from sto_tui.intake.tables.table_tab import first_named, named_rows

_SPLIT, _ONE = "splits", "een"
# These stand between names; the others may be part of one: `Bakker & Zonen`, `Wonen, Werken en Zorg`.
_APART = re.compile(r"\s*(?:[;\n|]|\s/\s)\s*")
_PERHAPS = re.compile(r"\s*(?:[;\n|,/&+]|\s(?:en|and)\s)\s*")
_SURE_COUNT, _LEAST_LETTERS = 3, 3
_LONGEST = 60


def with_names_apart(
    table: RegisterTable, columns: RegisterColumns, register: Register, answers: TableAnswers, dossier: Dossier
) -> RegisterTable:
    """With a row for each name where one cell has several parties, as far as that was answered."""
    if register.model is not Party:
        return table
    at = columns.fields[register.name]
    known = {plain(name) for party in dossier.of(Party).values() for name in (party.name, party.short) if name}
    found = {row.number: names for row in table.rows if (names := _names(row.cell(at), known))}
    if not found:
        return table
    rows = {row.number: cut(clean_line(row.text(at)), _LONGEST) for row in table.rows if row.number in found}
    told = f"{first_named([f'‘{text}’' for text in rows.values()])} ({named_rows([*rows])})"
    answer = answers.get(NAMES)
    if answer == _ONE:
        return replace(table, remarks=(*table.remarks, f"Als één naam genomen: {told}."))
    if answer == _SPLIT:
        contact = columns.fields.get("contact")
        apart = tuple(each for row in table.rows for each in _split(row, at, contact, found.get(row.number, [])))
        return replace(table, rows=apart, remarks=(*table.remarks, f"Gesplitst in een partij per naam: {told}."))
    return replace(table, questions=(*table.questions, _question(told, len(found))))


def _names(cell: Cell, known: Collection[str]) -> list[str]:
    """The names in a cell, when it may have several."""
    if not isinstance(cell, str) or plain(clean_line(cell)) in known:
        return []
    apart = _parts(_APART, cell)
    if len(apart) > 1 and all(map(_begins_name, apart)):
        return [name for part in apart for name in _listed(part, known)]
    return _listed(cell, known) if len(_listed(cell, known)) > 1 else []


def _listed(text: str, known: Collection[str]) -> list[str]:
    """The names with commas and `en` between them, when enough of them are names of parties; else the text itself."""
    parts = _parts(_PERHAPS, text)
    certain = [part for part in parts if plain(part) in known or kind_of(part) is not PartyKind.OVERIG]
    is_list = all(map(_begins_name, parts)) and (len(certain) > 1 or len(parts) >= _SURE_COUNT)
    return parts if is_list and len(parts) > 1 else [clean_line(text)]


def _parts(between: re.Pattern[str], text: str) -> list[str]:
    return [clean_line(part) for part in between.split(text.strip()) if part.strip()]


def _begins_name(text: str) -> bool:
    """Whether a text begins as a name does; a word in small letters goes on with the line above it."""
    return not text[:1].islower() and sum(map(str.isalpha, text)) >= _LEAST_LETTERS


def _split(row: SheetRow, at: int, contact: int | None, names: list[str]) -> Iterator[SheetRow]:
    """A row for each name, with its own contact where there are as many of these."""
    people = _parts(_PERHAPS, row.text(contact)) if names and contact is not None else []
    for place, name in enumerate(names):
        cells = [*row.cells]
        cells[at] = name
        if contact is not None and len(people) == len(names):
            cells[contact] = people[place]
        yield replace(row, cells=tuple(cells))
    if not names:
        yield row


def _question(told: str, cells: int) -> IntakeQuestion:
    choices = (
        IntakeChoice(_SPLIT, "meer partijen: elke naam een partij"),
        IntakeChoice(_ONE, "één partij, die zo heet"),
    )
    subject = f"{dutch.count(cells, 'cel lijkt', 'cellen lijken')} meer dan één partij te noemen: {told}."
    return IntakeQuestion(NAMES, f"{dutch.capital(subject)} Wat is dat?", choices, _SPLIT)
