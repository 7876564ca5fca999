"""No table of the collection is taken in wrong without a word: doubt is a question, or a refusal."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from sto_tui.domain.change import carried_out
from sto_tui.intake.sheets.table_reader import IntakeError
from tests.intake.sheets_of_people.outcomes import Kind
from tests.intake.tables_of_people.all_tables import KINDS, TABLES
from tests.intake.tables_of_people.outcomes import DOSSIERS, EMPTY, answered, outcome_of, reader_of


@pytest.mark.parametrize("name", TABLES)
def test_a_table_is_right_or_asked_or_refused_and_never_wrong_in_silence(name: str, tmp_path: Path) -> None:
    outcome = outcome_of(TABLES[name], tmp_path)
    assert outcome.kind is not Kind.WRONG, outcome.wrong
    if not TABLES[name].records:
        assert outcome.kind is Kind.REFUSED_RIGHTLY, outcome.wrong


def test_there_are_enough_tables_of_each_kind() -> None:
    assert len(TABLES) >= 40
    assert min(KINDS.values()) >= 6


@pytest.mark.parametrize("name", [name for name, table in TABLES.items() if table.records])
def test_a_second_time_nothing_changes(name: str, tmp_path: Path) -> None:
    made = TABLES[name]
    dossier = DOSSIERS.get(made.word, EMPTY)
    try:
        proposal, answers = answered(made, reader_of(made, tmp_path), dossier)
    except IntakeError:
        return
    once = carried_out(dossier, proposal.change)
    again = reader_of(made, tmp_path)(once, answers)
    assert [edit.after for edit in again.change.edits] == []
    assert again.questions == ()


_NOT_PLAIN = re.compile(r"<<|\^\^|===|!h|\{-\}")
# Where rows are the sum of others, or hold what stands above them, another cell changes those too; where columns are
# read as rows, a cell is in the row of its column.
_PLAIN = [
    name
    for name, table in TABLES.items()
    if table.records
    and not _NOT_PLAIN.search(table.sheet.text)
    and not {"delen", "doorvullen"} & {*table.answers}
    and "De koppen staan onder elkaar" not in table.told
]


@pytest.mark.parametrize("name", _PLAIN)
def test_a_changed_cell_changes_only_what_its_row_is_about(name: str, tmp_path: Path) -> None:
    made = TABLES[name]
    dossier = DOSSIERS.get(made.word, EMPTY)
    try:
        proposal, answers = answered(made, reader_of(made, tmp_path), dossier)
    except IntakeError:
        return
    once = carried_out(dossier, proposal.change)
    for row, text in _with_a_changed_cell(made.sheet.text, {added.row for added in proposal.added}):
        changed = replace(made, sheet=replace(made.sheet, text=text))
        again = reader_of(changed, tmp_path)(once, answers)
        rows = {new.row for new in again.added} | {changed_record.row for changed_record in again.changed}
        assert rows <= {row}, (row, text.splitlines()[row - 1])


def _with_a_changed_cell(text: str, rows: Collection[int]) -> Iterator[tuple[int, str]]:
    """The text with one cell of a row that has a record as in the row above, for some of its cells."""
    lines = text.splitlines()
    both = [number for number in rows if number - 1 in rows]
    cells = [(number, at) for number in both for at in range(lines[number - 1].count("|") + 1)]
    for number, at in Random(text).sample(cells, min(3, len(cells))):
        row, above = lines[number - 1].split("|"), lines[number - 2].split("|")
        if at < len(above) and row[at].strip() != above[at].strip():
            row[at] = above[at]
            yield number, "\n".join([*lines[: number - 1], "|".join(row), *lines[number:]])
