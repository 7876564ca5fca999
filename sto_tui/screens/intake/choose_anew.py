"""What of a sheet is to be chosen anew: the column of one field, or all that was asked."""

from collections.abc import Iterator, Sequence

from sto_tui.intake.questions import SettledColumn
from sto_tui.screens.windows.listing import Listing
from sto_tui.widgets.record_list import Column, Row

EVERYTHING = ""
_SENTENCE = "Kies van welk veld je een andere kolom wilt aanwijzen."
_IN_NONE = "staat in geen kolom"


class ChooseAnew(Listing):
    """Closes with the key of the question to ask, that of everything, or None."""

    def __init__(self, heading: str, settled: Sequence[SettledColumn], *, was_asked: bool) -> None:
        columns = (Column("", share=2), Column("", share=3))
        super().__init__(heading, _SENTENCE, columns, [*_rows(settled, was_asked=was_asked)])


def _rows(settled: Sequence[SettledColumn], *, was_asked: bool) -> Iterator[Row]:
    """What was asked, then the fields: first those that are read from the sheet."""
    if was_asked:
        yield Row(("Alle vragen opnieuw", ""), key=EVERYTHING)
    for field in sorted(settled, key=lambda field: not field.taken):
        letter = f"{field.question.proposed}  {field.taken}"
        cell = letter if field.taken else (_IN_NONE, "muted")
        yield Row((field.label, cell), key=field.question.key)
