"""What the tasks of a sheet wait on, as planning programs write it: numbers with a kind and a lag, or names."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sto_tui.domain import dutch
from sto_tui.domain.text import plain
from sto_tui.intake.milestones.answers import LINK_KINDS, LINKS, NONE, SheetAnswers
from sto_tui.intake.milestones.doubts import link_kinds_question, links_question
from sto_tui.intake.questions import IntakeQuestion
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.links import links_by_name, number_meaning, written_links
from sto_tui.intake.telling import first_of

Span = tuple[date | None, date | None]
_MOST_NAMED = 6


@dataclass
class SheetLinks:
    """By row number the rows that it waits on, with the calendar days between; and what is to be told or asked."""

    by_row: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    questions: list[IntakeQuestion] = field(default_factory=list)


def key_of_row(row: int) -> str:
    """How a row is named as something that is waited on, when it may have no number."""
    return f"regel {row}"


def sheet_links(
    rows: Sequence[SheetRow],
    fields: Mapping[str, int],
    spans: Mapping[int, Span],
    groups: frozenset[int],
    answers: SheetAnswers,
) -> SheetLinks:
    """The links of the rows of one tab. `groups` are the numbers of rows that are headings and no milestone."""
    links = SheetLinks()
    cells = {row.number: text for row in rows if (text := row.text(fields["after"]).strip())}
    if not cells or answers.get(LINKS) == NONE:
        return links
    numberings = _numberings(rows, fields, cells)
    meaning = number_meaning(
        cells, numberings, lambda row: spans.get(row, (None, None))[0], lambda row: spans.get(row, (None, None))[1]
    )
    chosen = answers.get(LINKS) if answers.get(LINKS) in numberings else meaning.taken
    is_numbers = any(written_links(text) for text in cells.values())
    if is_numbers and chosen is None:
        ranked = [(numbering.name, "") for numbering in meaning.ranked] or [("volgorde", "")]
        links.questions.append(links_question(ranked, [*dict.fromkeys(cells.values())]))
        chosen = ranked[0][0]
    others = [link.kind for text in cells.values() for link in written_links(text) or () if link.kind != "FS"]
    if others and not answers.get(LINK_KINDS):
        links.questions.append(link_kinds_question(sorted({*others}), len(others)))
    numbered = numberings.get(chosen or "", {})
    _read(links, rows, fields, cells, _Numbered(numbered, groups, answers.get(LINK_KINDS) == "einde-begin"))
    return links


def named_links(rows: Sequence[SheetRow], fields: Mapping[str, int]) -> dict[int, tuple[tuple[str, int], ...]]:
    """Of the rows that wait on others by their names what these are; a cell with anything else is left out."""
    names = _names(rows, fields.get("title"))
    cells = {row.number: text for row in rows if (text := row.text(fields["after"]).strip())}
    found = {row: links_by_name(text, names) for row, text in cells.items()}
    return {row: tuple((key_of_row(target), 0) for target in targets) for row, targets in found.items() if targets}


def _numberings(
    rows: Sequence[SheetRow], fields: Mapping[str, int], cells: Mapping[int, str]
) -> dict[str, dict[str, int]]:
    """What numbers may point at: a column, the order of the rows, their number in the sheet."""
    numberings: dict[str, dict[str, int]] = {}
    for key, name in (("nr", "number"), ("wbs", "wbs")):
        if name in fields:
            numbers = [row.text(fields[name]).strip().rstrip(".").upper() for row in rows]
            if len({*filter(None, numbers)}) == len([*filter(None, numbers)]) > 0:
                numberings[key] = {number: row.number for number, row in zip(numbers, rows, strict=True) if number}
    numberings["volgorde"] = {str(at): row.number for at, row in enumerate(rows, 1)}
    targets = {link.target for text in cells.values() for link in written_links(text) or ()}
    if not targets <= numberings.get("nr", {}).keys():
        # Who has a column of numbers in which all of them stand does not count the rows of the sheet.
        numberings["rij"] = {str(row.number): row.number for row in rows}
    return numberings


@dataclass(frozen=True)
class _Numbered:
    """The rows by number, those that are headings, and whether links of every kind count as end to begin."""

    rows: Mapping[str, int]
    groups: frozenset[int]
    every_kind: bool


def _read(
    links: SheetLinks,
    rows: Sequence[SheetRow],
    fields: Mapping[str, int],
    cells: Mapping[int, str],
    numbered: _Numbered,
) -> None:
    names = _names(rows, fields.get("title"))
    told: dict[str, list[int]] = defaultdict(list)
    for row, text in cells.items():
        pairs, reasons = _pairs(text, numbered, names)
        if any(target in numbered.groups for target, _ in pairs):
            reasons.append("wijst naar een kopje")
        for reason in reasons:
            told[reason].append(row)
        links.by_row[row] = [(target, lag) for target, lag in pairs if target not in numbered.groups and target != row]
    links.remarks += [f"Een koppeling {why}: {_where(at)}." for why, at in told.items()]


def _pairs(text: str, numbered: _Numbered, names: Mapping[str, int]) -> tuple[list[tuple[int, int]], list[str]]:
    """The rows that a cell waits on with the days between, and why something in it is not taken as it stands."""
    written = written_links(text)
    if written is None:
        by_name = links_by_name(text, names)
        return [(target, 0) for target in by_name or ()], ["is niet te lezen"] if by_name is None else []
    pairs, reasons = [], []
    for link in written:
        target = numbered.rows.get(link.target)
        if target is None:
            reasons.append(f"verwijst naar {link.target}, dat niet in het blad staat")
            continue
        if link.kind != "FS" and not numbered.every_kind:
            reasons.append(f"is van een ander soort dan einde-begin ({link.kind})")
            continue
        if link.kind != "FS":
            reasons.append(f"is als einde-begin genomen ({link.kind})")
        if link.lag_days is None:
            reasons.append("is zonder tussentijd genomen: die is niet in dagen te zeggen")
        pairs.append((target, link.lag_days or 0))
    return pairs, reasons


def _names(rows: Sequence[SheetRow], title: int | None) -> dict[str, int]:
    """The rows by their name; a name that more rows have is none."""
    names: dict[str, list[int]] = defaultdict(list)
    for row in rows if title is not None else ():
        names[plain(row.text(title or 0))].append(row.number)
    return {name: at[0] for name, at in names.items() if name and len(at) == 1}


def _where(rows: Sequence[int]) -> str:
    if len(rows) == 1:
        return f"regel {rows[0]}"
    return f"regels {dutch.enumerate_words(first_of([*map(str, rows)], _MOST_NAMED))}"
