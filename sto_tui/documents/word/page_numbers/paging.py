"""Divides atoms over pages, as Word and LibreOffice do."""

from collections.abc import Iterator, Sequence
from math import ceil

from sto_tui.documents.word.page_numbers.atoms import Atom, KeptTable

# A table is not kept on one page when that leaves more than this part of the page before it empty.
_MOST_EMPTY = 0.6
# How much higher a table may be than was reckoned with the average width of a font.
_DOUBT = 1.03
# How far a reckoned place may be off at the foot of a page, in twips.
_FOOT = 6
# How much higher a row is made, in twips: not to be seen, and more than any doubt about its place.
_STEP = 30


def settle_tables(atoms: Sequence[Atom], *, measured: bool = True, exact: bool = True) -> None:
    """Lets go of the tables that do not fit on a page, or that would leave too much of the page before them empty.

    Rows that would end exactly at the foot of a page are made a little higher where heights are `exact`. Of text that
    could not be measured nobody knows what fits: there every table may go on over pages, since one that does not fit
    loses its caption.
    """
    doubt = 1 if exact else _DOUBT
    for table in dict.fromkeys(atom.table for atom in atoms):
        if table is not None and (not measured or table.height * doubt > atoms[table.first].page_height):
            table.let_go(atoms)
    if measured:
        pages_of(atoms, settle=True, exact=exact)


def certain_pages(atoms: Sequence[Atom]) -> list[int | None]:
    """The page on which each atom begins, from 1; None where a little more or less room would make it another."""
    placings = zip(*(pages_of(atoms, doubt=doubt) for doubt in (0, -1, 1)), strict=True)
    return [page if page == less == more else None for page, less, more in placings]


def pages_of(atoms: Sequence[Atom], *, doubt: int = 0, settle: bool = False, exact: bool = True) -> list[int]:
    """The page on which each atom begins, from 1.

    With `doubt` 1 a bit more is needed than reckoned, with -1 a bit less. With `settle` tables are let go on the way,
    and where heights are `exact` no row ends exactly at the foot of a page.
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
            if atom.may_break or (atom.under is not None and atom.under < start):
                last, filled = number, y
            y += atom.gap
        over = y + atom.height - atom.page_height
        if settle and exact and atom.row is not None and number > start and -atom.slack - _FOOT < over <= _FOOT:
            # LibreOffice loses the rows after one that fits only without the line below it.
            atom.heighten(_STEP)
        height = atom.height + atom.loose * (doubt > 0)
        # The line below a table that fits only just goes with the last row, so that everyone has it on that page.
        just = settle and exact and atom.under is not None and atom.under < start
        if number > start and y + (atom.least or height + atom.slack) + (doubt + just) * _FOOT > atom.page_height:
            room = atom.page_height if last is None else atom.page_height - filled
            end = number if last is None else last
            if not (settle and _changed(atoms, start, end, number, room, exact=exact)):
                page, start = page + 1, end
            number, last = start, None
            del placed[start:]
            continue
        placed.append(page)
        if atom.cells:
            more, y = _cut(atom, y + atom.loose * (doubt > 0), doubt)
            page += more
        else:
            y += height
        number += 1
    return placed


def _changed(atoms: Sequence[Atom], start: int, end: int, number: int, room: float, *, exact: bool) -> bool:
    """Whether something was done about a page that ends at `end` because `number` does not fit, with `room` empty."""
    atom = atoms[number]
    if room > _MOST_EMPTY * atom.page_height and (tables := set(_kept(atoms[end : number + 1]))):
        for table in tables:
            table.let_go(atoms)
        return True
    alone = number == end and atom.under is not None and atom.under < start
    return exact and alone and _fill(atoms[start : number - 1], room)


def _fill(page: Sequence[Atom], room: float) -> bool:
    """Makes the rows of a page so much higher together that the last row of the table goes to the next page.

    There it stands above the line that belongs to the table. LibreOffice keeps that line with a table only when the
    whole table is on one page.
    """
    rows = [atom for atom in page if atom.row is not None and not atom.cells and not atom.under_head]
    for row in rows:
        row.heighten(ceil((room + 2 * _FOOT) / len(rows)))
    return bool(rows)


def _cut(row: Atom, y: float, doubt: int) -> tuple[int, float]:
    """On how many more pages a row goes on that begins at `y`, and how far it fills the last."""
    filled: list[tuple[int, float]] = []
    for lines in filter(None, row.cells):
        # What stands on the first page already takes the place of lines.
        whole = [Atom(y - row.head, 0, lines[0].page_height, may_break=True), *lines]
        pages = pages_of(whole, doubt=doubt)
        on_last = [line for line, page in zip(whole, pages, strict=True) if page == pages[-1]]
        filled.append((pages[-1], on_last[0].head - on_last[0].gap + sum(line.gap + line.height for line in on_last)))
    pages_taken, height = max(filled)
    # Only at the foot of a page it needs the line below it too.
    return pages_taken - 1, row.head + height + row.around - row.slack


def _kept(atoms: Sequence[Atom]) -> Iterator[KeptTable]:
    for atom in atoms:
        if atom.table is not None and atom.table.kept:
            yield atom.table
