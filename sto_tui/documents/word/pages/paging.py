"""Divides atoms over pages, as Word and LibreOffice do."""

from collections.abc import Iterator, Sequence

from sto_tui.documents.word.pages.atoms import Atom, KeptTable

# A table is not kept on one page when that leaves more than this part of the page before it empty.
_MOST_EMPTY = 0.5


def settle_tables(atoms: Sequence[Atom]) -> None:
    """Lets go of the tables that do not fit on a page, or that would leave too much of the page before them empty."""
    for table in dict.fromkeys(atom.table for atom in atoms):
        if table is not None and table.height > atoms[table.first].page_height:
            table.let_go(atoms)
    pages_of(atoms, settle=True)


def pages_of(atoms: Sequence[Atom], *, scale: float = 1, loose: bool = False, settle: bool = False) -> list[int]:
    """The page on which each atom begins, from 1; with every height times `scale`, and loose lines at their highest.

    With `settle` tables are let go on the way.
    """
    placed: list[int] = []
    page, start, number, y = 1, 0, 0, 0.0
    # The last place where a page may end, and how far the page is filled there.
    last: int | None = None
    filled = 0.0
    while number < len(atoms):
        atom = atoms[number]
        if atom.new_page and number > start:
            page, start, last = page + 1, number, None
        if number == start:
            y = float(atom.before) if atom.new_page or not number else atom.head
        else:
            if atom.may_break:
                last, filled = number, y
            y += atom.gap
        height = (atom.height + loose * atom.loose) * scale
        if number > start and y + height + atom.slack > atom.page_height:
            half_empty = last is None or atom.page_height - filled > _MOST_EMPTY * atom.page_height
            tables = set(_kept(atoms[last or start : number + 1])) if settle and half_empty else ()
            for table in tables:
                table.let_go(atoms)
            if not tables:
                page, start = page + 1, number if last is None else last
            number, last = start, None
            del placed[start:]
            continue
        placed.append(page)
        y += height
        if y > atom.page_height:
            # A row that is higher than a page goes on in the next ones.
            page, y = page + int(y // atom.page_height), y % atom.page_height
        number += 1
    return placed


def _kept(atoms: Sequence[Atom]) -> Iterator[KeptTable]:
    for atom in atoms:
        if atom.table is not None and atom.table.kept:
            yield atom.table
