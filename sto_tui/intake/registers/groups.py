"""Headings in a sheet: rows with nothing but a name, where others have more. Some are a theme, or a party."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sto_tui.domain.dossier import Dossier
from sto_tui.domain.level_words import in_own_words
from sto_tui.domain.money import Cofinancing
from sto_tui.domain.parties import Party
from sto_tui.domain.plan import Speerpunt, Theme
from sto_tui.domain.record import Record
from sto_tui.domain.region import Region
from sto_tui.domain.text import clean_line, cut, plain
from sto_tui.intake.registers.column_values import says_nothing
from sto_tui.intake.registers.columns import RegisterColumns, fit_of
from sto_tui.intake.registers.kinds import TOTAL, Register, fields_of_register
from sto_tui.intake.registers.table_rows import RegisterTable
from sto_tui.intake.registers.year_columns import form_said, year_of_head
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.amounts import written_number
from sto_tui.intake.tables.column_contents import is_date
from sto_tui.intake.tables.table_answers import GROUPS, TableAnswers
from sto_tui.intake.tables.table_questions import groups_question
from sto_tui.intake.tables.table_tab import first_named

_LONG = 40
_HALF = 0.5
# What stands between a number and a name, or behind them; not the point in `1.2`.
_BETWEEN = re.compile(r"[:–—-]|(?<!\d)\.|\.(?!\d)")
_IN = re.compile(r"^(?:bijdragen? )?in ")
_KINDS: tuple[tuple[str, type[Record]], ...] = (("theme", Theme), ("speerpunt", Speerpunt))


def with_groups(
    table: RegisterTable, columns: RegisterColumns, register: Register, answers: TableAnswers, dossier: Dossier
) -> RegisterTable:
    """With headings left out, or asked about; those that name a theme or speerpunt are that of the rows below them."""
    places = [at for at, row in enumerate(table.rows) if _is_heading(row, columns, register)]
    if not places or len(places) > _HALF * len(table.rows) or answers.get(GROUPS) == "mee":
        return table
    known = _known(table, places, columns, register, dossier)
    table = _with_given(table, places, known, _title(table, columns, register, dossier), dossier.region)
    places = [at for at in places if at not in known]
    if answers.get(GROUPS) == "over" or not places:
        rows = tuple(row for at, row in enumerate(table.rows) if at not in {*places, *known})
        told = (f"Als tussenkop overgeslagen: {_told(table.rows, places)}.",) if places else ()
        return replace(table, rows=rows, remarks=(*table.remarks, *told))
    followed = all(at + 1 < len(table.rows) and at + 1 not in places for at in places)
    # Where years stand side by side a row without an amount is refused.
    is_refused = columns.stand_in_years
    proposed = "over" if is_refused or (followed and (places[0] == 0 or len(places) > 1)) else "mee"
    named = [f"‘{cut(_text(table.rows[at]), _LONG)}’{_beside(table.rows[at])}" for at in places]
    lack = "zonder bedrag" if any(_beside(table.rows[at]) for at in places) else "met alleen een naam"
    question = groups_question(named, register.table.plural, proposed, lack)
    rows = tuple(row for at, row in enumerate(table.rows) if at not in {*known, *(places if is_refused else ())})
    return replace(table, rows=rows, questions=(*table.questions, question))


def _title(
    table: RegisterTable, columns: RegisterColumns, register: Register, dossier: Dossier
) -> tuple[str, Mapping[str, Any]]:
    """The last title above the heads, and what it is: that of the first rows, as headings are of those below them."""
    titles = [_text(row) for row in table.above if len([*filter(None, row.cells)]) == 1]
    title = titles[-1] if titles else ""
    return title, _said(title, columns, register) or _meant(_names_of(columns, register, dossier), title)


def _known(
    table: RegisterTable, places: Iterable[int], columns: RegisterColumns, register: Register, dossier: Dossier
) -> Mapping[int, dict[str, Any]]:
    """What the headings at these places are: a year, a form, or a record in full; where no column says it."""
    found = {at: said for at in places if (said := _said(_text(table.rows[at]), columns, register))}
    return found or _records(table, places, columns, register, dossier)


def _said(text: str, columns: RegisterColumns, register: Register) -> dict[str, Any]:
    """The year or the form that a heading says: `Begroting 2027`, `In uren`."""
    fields = fields_of_register(register.word)
    year = year_of_head(text)
    if year is not None and "year" in fields and "year" not in columns.fields and not columns.stand_in_years:
        return {"year": year}
    form = form_said(_IN.sub("", plain(text)), fields["form"].spec.choices) if "form" in fields else None
    if form and form[0] is not None and "form" not in columns.fields and not columns.forms:
        return {"form": form[0]}
    return {}


def _records(
    table: RegisterTable, places: Iterable[int], columns: RegisterColumns, register: Register, dossier: Dossier
) -> Mapping[int, dict[str, Any]]:
    """The headings that name a theme or speerpunt in full."""
    names = _names_of(columns, register, dossier)
    found = {at: _meant(names, _text(table.rows[at])) for at in places}
    return {at: values for at, values in found.items() if values}


def _names_of(columns: RegisterColumns, register: Register, dossier: Dossier) -> Mapping[str, Mapping[str, int]]:
    """What names a theme or speerpunt in full, where no column says it."""
    fields = fields_of_register(register.word)
    if any(name in columns.fields for name, _ in _KINDS):
        return {}
    return {name: _by_name(dossier, model) for name, model in _KINDS if name in fields}


def _meant(meant: Mapping[str, Mapping[str, int]], text: str) -> dict[str, Any]:
    return next(({name: ids[_key(text)]} for name, ids in meant.items() if _key(text) in ids), {})


def _by_name(dossier: Dossier, model: type[Record]) -> Mapping[str, int]:
    """The ids by title, and by number with or without it; of two with one name none."""
    ids: dict[str, set[int]] = {}
    general = "speerpunt" if model is Speerpunt else "thema"
    words = (general, in_own_words(general, dossier.region))
    for record in dossier.of(model).values():
        number, title = getattr(record, "number", ""), getattr(record, "title", "")
        said = [name for word in words for name in (f"{word} {number} {title}", f"{word} {number}", f"{word} {title}")]
        for name in (title, f"{number} {title}", *said):
            ids.setdefault(_key(name), set()).add(record.id)
    return {name: next(iter(of_name)) for name, of_name in ids.items() if len(of_name) == 1 and name}


def _with_given(
    table: RegisterTable,
    places: Sequence[int],
    known: Mapping[int, dict[str, Any]],
    above: tuple[str, Mapping[str, Any]],
    region: Region,
) -> RegisterTable:
    """With what a heading names for the rows up to the next heading, a year also below other headings.

    The first rows have what the title `above` the heads means, where headings below say the same of the others.
    """
    given: dict[int, Mapping[str, Any]] = {**table.given}
    title, meant = above
    current = meant if any(meant.keys() == values.keys() for values in known.values()) else {}
    first = f"‘{cut(title, _LONG)}’ (boven de koppen), " if current and "year" not in current else ""
    for at, row in enumerate(table.rows):
        if at in places:
            year = {name: value for name, value in current.items() if name == "year"}
            current = {**year, **known.get(at, {})}
        given |= {row.number: {**given.get(row.number, {}), **current}} if current else {}
    told = f"Van de regels eronder gelezen als {_what(known.values(), region)}: {first}{_told(table.rows, [*known])}."
    return replace(table, given=given, remarks=(*table.remarks, told)) if known else table


def _what(known: Iterable[Mapping[str, Any]], region: Region) -> str:
    names = {name for values in known for name in values}
    levels = in_own_words("thema of speerpunt", region)
    return "jaar" if "year" in names else "vorm" if "form" in names else levels


def _told(rows: Sequence[SheetRow], places: Iterable[int]) -> str:
    return first_named([f"‘{cut(_text(rows[at]), _LONG)}’{_beside(rows[at])}" for at in places])


def _beside(row: SheetRow) -> str:
    """What a heading says beside its name, in brackets behind it."""
    said = [clean_line(str(cell)) for cell in row.cells if cell and any(map(str.isalpha, str(cell)))][1:]
    return f" ({cut(', '.join(said), _LONG)})" if said else ""


def _text(row: SheetRow) -> str:
    return clean_line(next((str(cell) for cell in row.cells if cell and not says_nothing(cell)), ""))


def _key(text: str) -> str:
    return " ".join(_BETWEEN.sub(" ", plain(text)).split())


def _is_heading(row: SheetRow, columns: RegisterColumns, register: Register) -> bool:
    name = columns.fields[register.name]
    filled = {at for at, cell in enumerate(row.cells) if cell and not says_nothing(cell)}
    # A formula adds up the years of a heading too, and they are nothing.
    total = columns.fields.get(TOTAL, -1)
    if columns.amounts_of_years and total in filled and not re.search(r"[^0,.€ -]", row.text(total)):
        filled.discard(total)
    number = columns.fields.get("number", -1)
    if name in filled:
        # `Materieel | Zie bijlage` has no money: what is said beside it is told with it.
        beside = {columns.fields.get("note", -1), *columns.unknown} if register.amount else set[int]()
        return filled - {at for at in beside if _is_said(row, at)} <= {name, number}
    # Before the names stands what is no number: a cell over the whole row begins in the first column.
    return filled == {number} and " " in row.text(number).strip()


def _is_said(row: SheetRow, at: int) -> bool:
    """Whether a cell holds words, and no number or day."""
    return any(map(str.isalpha, row.text(at))) and written_number(row.text(at)) is None and not is_date(row.cell(at))


def with_party_above(table: RegisterTable, register: Register, dossier: Dossier) -> RegisterTable:
    """With a column of parties, where no head says it and headings are parties of the dossier."""
    about = fields_of_register(register.word)[register.name]
    if register.model is not Cofinancing or any(fit_of(str(cell), about) for cell in table.head.cells):
        return table
    first = next((at for at, cell in enumerate(table.head.cells) if cell), 0)
    parties = {_key(name) for party in dossier.of(Party).values() for name in (party.name, party.short) if name}
    headings = {row.number for row in table.rows if [at for at, cell in enumerate(row.cells) if cell] == [first]}
    named = [row for row in table.rows if row.number in headings and _key(row.text(first)) in parties]
    if not named:
        return table
    width = max(len(row.cells) for row in (table.head, *table.rows))
    rows, current = list[SheetRow](), ""
    for row in table.rows:
        current = row.text(first) if row.number in headings else current
        if row.number not in headings:
            rows.append(_with_last(row, width, current))
    names = first_named([f"‘{cut(row.text(first), _LONG)}’" for row in named])
    told = f"Als partij van de regels eronder gelezen: {names}."
    head = _with_last(table.head, width, about.spec.label)
    return replace(table, head=head, rows=tuple(rows), remarks=(*table.remarks, told))


def _with_last(row: SheetRow, width: int, text: str) -> SheetRow:
    return replace(row, cells=(*(row.cell(at) for at in range(width)), text))
