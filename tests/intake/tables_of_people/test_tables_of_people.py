"""No table of the collection is taken in wrong without a word: doubt is a question, or a refusal."""

import re
from collections.abc import Collection, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from tests.intake.sheets_of_people.outcomes import Kind
from tests.intake.tables_of_people.all_tables import KINDS, TABLES
from tests.intake.tables_of_people.outcomes import ReadTable, outcome_in, read_table, reader_of


@pytest.mark.parametrize("name", TABLES)
def test_a_table(name: str, tmp_path: Path) -> None:
    """It is read once, for all that is asked of it: that takes longer than the asking."""
    table = read_table(TABLES[name], tmp_path)
    check_right_or_asked_or_refused_and_never_wrong_in_silence(table)
    if table.made.records and table.proposal:
        check_nothing_changes_a_second_time(table, tmp_path)
        if name in _PLAIN:
            check_a_changed_cell_changes_only_what_its_row_is_about(table, tmp_path)


def check_right_or_asked_or_refused_and_never_wrong_in_silence(table: ReadTable) -> None:
    outcome = outcome_in(table)
    assert outcome.kind is not Kind.WRONG, outcome.wrong
    if not table.made.records:
        assert outcome.kind is Kind.REFUSED_RIGHTLY, outcome.wrong


def check_nothing_changes_a_second_time(table: ReadTable, folder: Path) -> None:
    again = reader_of(table.made, folder)(table.after, table.answers)
    assert [edit.after for edit in again.change.edits] == []
    assert again.questions == ()


def check_a_changed_cell_changes_only_what_its_row_is_about(table: ReadTable, folder: Path) -> None:
    made, proposal = table.made, table.proposal
    assert proposal is not None
    for row, text in _with_a_changed_cell(made.sheet.text, {added.row for added in proposal.added}):
        changed = replace(made, sheet=replace(made.sheet, text=text))
        again = reader_of(changed, folder)(table.after, table.answers)
        rows = {new.row for new in again.added} | {changed_record.row for changed_record in again.changed}
        assert rows <= {row}, (row, text.splitlines()[row - 1])


def test_there_are_enough_tables_of_each_kind() -> None:
    assert len(TABLES) >= 40
    assert min(KINDS.values()) >= 6


_NOT_PLAIN = re.compile(r"<<|\^\^|===|!h|\{-\}")
# Where rows are the sum of others, or hold what stands above them, another cell changes those too; where columns are
# read as rows, a cell is in the row of its column.
_PLAIN = {
    name
    for name, table in TABLES.items()
    if table.records
    and not _NOT_PLAIN.search(table.sheet.text)
    and not {"delen", "doorvullen"} & {*table.answers}
    and "De koppen staan onder elkaar" not in table.told
}


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
