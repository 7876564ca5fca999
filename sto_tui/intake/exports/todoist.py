"""A project of Todoist: rows that are a task, a section or a note on the task above, with the level of a task.

Source: the description of its CSV by Todoist: TYPE is task, section or note; INDENT 1 to 4; a note belongs to the task
in the row above. Exports of this time have a row `meta` too, and a DEADLINE beside the DATE.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sto_tui.domain import dutch
from sto_tui.domain.text import clean_line, clean_text, cut, plain
from sto_tui.intake.exports.written_rows import (
    GROUP,
    PART_NOTE,
    PART_OF,
    WrittenRows,
    joined_notes,
    without_empty_heads,
)
from sto_tui.intake.sheets.table_reader import HEAD_ROWS, Cell, SheetRow

_HEADS = ("Taaknaam", GROUP, PART_OF, "Begindatum", "Einddatum", "Toegewezen aan", "Toelichting")
_NOTE = len(_HEADS) - 1
_NUMBER_OF_PERSON = re.compile(r"\s*\(\d+\)")
_PRIORITIES = frozenset("123")


def todoist_rows(rows: Sequence[SheetRow]) -> WrittenRows | None:
    """The tasks of a project below one row of heads; None when it is no project of Todoist."""
    for at, row in enumerate(rows[:HEAD_ROWS]):
        keys = {plain(str(cell)): column for column, cell in enumerate(row.cells) if cell}
        if {"type", "content", "indent"} <= keys.keys():
            return _Project(keys).written(row.number, rows[at + 1 :])
    return None


@dataclass
class _Project:
    """The work on one project; `columns` are those of the file by their head."""

    columns: dict[str, int]
    tasks: list[list[Cell]] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    loose: list[tuple[int, str]] = field(default_factory=list)

    def written(self, head: int, rows: Sequence[SheetRow]) -> WrittenRows:
        """The tasks, each with its section, the task that it is a part of, and its notes."""
        section, above = "", list[tuple[int, str]]()
        ranked = False
        for row in rows:
            kind, name = plain(self._text(row, "type")), clean_line(self._text(row, "content"))
            if kind == "section":
                section, above = name, []
            elif kind == "note":
                self._add_note(row)
            elif kind == "task":
                level = int(text) if (text := self._text(row, "indent")).isdecimal() else 1
                above = [(depth, task) for depth, task in above if depth < level]
                self._add_task(row, name, section, above[-1][1] if above else "")
                above.append((level, name))
                ranked |= self._text(row, "priority") in _PRIORITIES
        whole = [SheetRow(number, tuple(cells)) for number, cells in zip(self.numbers, self.tasks, strict=True)]
        return WrittenRows(without_empty_heads([SheetRow(head, _HEADS), *whole]), tuple(self._told(ranked)))

    def _text(self, row: SheetRow, name: str) -> str:
        return row.text(self.columns[name]) if name in self.columns else ""

    def _day(self, row: SheetRow, name: str) -> Cell:
        return row.cell(self.columns[name]) if name in self.columns else ""

    def _add_task(self, row: SheetRow, name: str, section: str, parent: str) -> None:
        day, deadline = self._day(row, "date"), self._day(row, "deadline")
        who = _NUMBER_OF_PERSON.sub("", self._text(row, "responsible"))
        note = joined_notes(clean_text(self._text(row, "description")), f"{PART_NOTE}{parent}" if parent else "")
        start, due = (day, deadline) if deadline else ("", day)
        self.tasks.append([name, section, parent, start, due, who, note])
        self.numbers.append(row.number)

    def _add_note(self, row: SheetRow) -> None:
        text = clean_text(self._text(row, "content"))
        if self.tasks:
            self.tasks[-1][_NOTE] = joined_notes(self.tasks[-1][_NOTE], text)
        else:
            self.loose.append((row.number, text))

    def _told(self, ranked: bool) -> Iterator[str]:
        if self.loose:
            texts = dutch.enumerate_words(
                [f"‘{cut(clean_line(text), 40)}’ (regel {number})" for number, text in self.loose]
            )
            yield f"Een opmerking bij het hele project is niet overgenomen: {texts}."
        if ranked:
            yield "De prioriteit van Todoist is niet overgenomen: een mijlpaal heeft er geen."
