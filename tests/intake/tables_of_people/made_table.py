"""A table as text, as in `sheets_of_people`, and the records that a person would read in it.

The first line of the records names fields, the others are values as people read them: `Naam | 1.250 | 2027`. Amounts
are in euro, references by number or name; `*` is not looked at, an empty cell is what a new record has.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from textwrap import dedent

from tests.intake.sheets_of_people.made import FileKind, MadeSheet


@dataclass(frozen=True)
class MadeTable:
    """A table, for which `sto invoer` it is meant, what is in it, and what a person answers to the questions about it.

    Without records it is no such table, and has to be refused.
    """

    word: str
    sheet: MadeSheet
    fields: tuple[str, ...] = ()
    records: tuple[tuple[str, ...], ...] = ()
    answers: Mapping[str, str] = field(default_factory=dict)
    told: tuple[str, ...] = ()
    # For what a person may also want to be refused or left out, as long as it is told.
    may_be_refused: bool = False
    # As it comes from the clipboard, not as a file.
    is_pasted: bool = False

    @property
    def name(self) -> str:
        """The name of the table, which is that of its file."""
        return self.sheet.name


def table(
    word: str,
    name: str,
    text: str,
    records: str = "",
    *,
    kind: FileKind = "xlsx",
    answers: Mapping[str, str] | None = None,
    told: Sequence[str] = (),
    may_be_refused: bool = False,
    is_pasted: bool = False,
) -> MadeTable:
    """A table for `sto invoer WORD`, with what a person who knows it answers, by the key of the question."""
    lines = [tuple(cell.strip() for cell in line.split("|")) for line in records.strip().splitlines()]
    sheet = MadeSheet(name, dedent(text).strip("\n"), kind="tab" if is_pasted else kind, is_list=True)
    return MadeTable(
        word,
        sheet,
        lines[0] if lines else (),
        tuple(lines[1:]),
        answers or {},
        tuple(told),
        may_be_refused,
        is_pasted,
    )
