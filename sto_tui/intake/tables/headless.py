"""Columns that hold something below no head: nobody knows what it is, so it is told that it stays out."""

from collections.abc import Iterable, Iterator, Sequence

from sto_tui.domain import dutch
from sto_tui.domain.text import clean_line, cut
from sto_tui.intake.sheets.table_reader import SheetRow
from sto_tui.intake.tables.column_kinds import letters
from sto_tui.intake.tables.table_tab import first_named
from sto_tui.intake.telling import Advised

_MOST_EXAMPLES = 2
_LONGEST = 30


def told_headless(columns: Iterable[int], rows: Sequence[SheetRow]) -> Iterator[str]:
    """What stands in these columns in rows that are taken in, if anything does."""
    named = []
    for at in columns:
        texts = dict.fromkeys(cut(clean_line(row.text(at)), _LONGEST) for row in rows if row.cell(at))
        if texts:
            shown = [f"‘{text}’" for text in [*texts][:_MOST_EXAMPLES]]
            named.append(f"kolom {letters(at)} ({dutch.enumerate_words(shown)})")
    if named:
        told = f"Niet overgenomen, want er staat geen kop boven: {first_named(named)}."
        yield Advised(told, "Wijs aan wat het is: --kolom Veld=B.", "Wijs met o aan wat het is.")
