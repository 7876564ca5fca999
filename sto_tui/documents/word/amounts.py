"""Tables of amounts: names at the left, euros in equal columns, and a row of sums."""

from collections.abc import Sequence

from sto_tui.documents.word.styles import LABEL_TINT
from sto_tui.documents.word.writer import Writer
from sto_tui.documents.word.xml_writing import run
from sto_tui.domain.dutch import euros, has_cents
from sto_tui.frozen import frozen

_TEXT_WIDTH, _WIDEST_AMOUNT, _ROOM_FOR_AMOUNTS = 16.0, 2.5, 11.8


@frozen
class AmountLine:
    """A row of amounts in euro cents, one for each column of the whole table."""

    name: str
    amounts: Sequence[int]
    bold: bool = False


def table_of(writer: Writer, heads: Sequence[str], lines: Sequence[AmountLine], title: str, foot: int) -> None:
    """A table of these lines; all have cents as soon as one has, so that they add up. `foot` is the row of sums."""
    with_cents = any(has_cents(cents) for line in lines for cents in line.amounts)
    columns = range(len(heads) - 1)
    rows = [amount_cells(writer, line, columns, with_cents=with_cents) for line in lines]
    amounts_table(writer, heads, rows, title, foot)


def amounts_table(writer: Writer, heads: Sequence[str], rows: Sequence[Sequence[str]], title: str, foot: int) -> None:
    """A table of amounts in equal columns; the row of sums is tinted."""
    each = min(_WIDEST_AMOUNT, _ROOM_FOR_AMOUNTS / (len(heads) - 1))
    widths = [_TEXT_WIDTH - each * (len(heads) - 1), *[each] * (len(heads) - 1)]
    tint = {(foot, column): LABEL_TINT for column in range(len(heads))}
    writer.table(widths, heads, rows, title, "", numbers_from=1, shades=tint)


def amount_cells(
    writer: Writer, line: AmountLine, part: Sequence[int], *, with_cents: bool, of_all: str = ""
) -> list[str]:
    """The cells of a row for these columns, with the sum of all columns when there is a head for it."""
    texts = [run(euros(line.amounts[place], with_cents=with_cents), bold=line.bold) for place in part]
    texts += [run(euros(sum(line.amounts), with_cents=with_cents), bold=True)] if of_all else []
    first = writer.cell_text(run(line.name), "STOTabellabel" if line.bold else "STOTabeltekst")
    return [first, *(writer.cell_text(text, "STOTabelgetal") for text in texts)]
