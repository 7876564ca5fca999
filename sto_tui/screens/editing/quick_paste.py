"""Several pasted lines: a question first, then one change; or what is wrong with which line."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from textual.app import App

from sto_tui.domain import dutch
from sto_tui.domain.change import Change, Occasion
from sto_tui.domain.level_words import word_of_table
from sto_tui.domain.text import shortened
from sto_tui.planning.pasted_text import LineTrouble
from sto_tui.planning.quick_entry.pasted_lines import LinesRefusedError, lines_change

_MOST_TOLD = 6
_WIDTH = 70


def ask_about_lines(
    app: App[Any],
    table: str,
    given: Mapping[str, Any],
    lines: Sequence[str],
    occasion: Callable[[], Occasion],
    take: Callable[[Change, Callable[[], None]], None],
    drop: Callable[[], object],
) -> None:
    """Asks whether all of these are to be added, and hands over the change and how to make it again.

    When some are wrong it says which.

    The change is made after the answer, in the dossier as `occasion` gives it then: others may have added meanwhile.
    `drop` hears that they are not to be added.
    """
    from sto_tui.screens.windows.confirm import QuestionWindow
    from sto_tui.screens.windows.unasked import ask_unasked

    def made() -> Change | None:
        try:
            return lines_change(table, given, lines, occasion())
        except LinesRefusedError as error:
            drop()
            _show_troubles(app, error.troubles, len(lines))
            return None

    def add() -> None:
        if change := made():
            take(change, add)

    def answered(sure: bool | None) -> None:
        if sure:
            add()
        else:
            drop()

    if made() is None:
        return
    told = [shortened(line, _WIDTH) for line in lines[:_MOST_TOLD]]
    more = [f"… en nog {len(lines) - _MOST_TOLD}"] * (len(lines) > _MOST_TOLD)
    named = word_of_table(occasion().dossier.region, table)
    many = dutch.count(len(lines), named.singular, named.plural)
    question = QuestionWindow(
        f"{many} toevoegen?", [*told, *more], yes="Toevoegen", no="Niet toevoegen", yes_first=True, is_kept=True
    )
    ask_unasked(app, question, answered)


def _show_troubles(app: App[Any], troubles: Sequence[LineTrouble], lines: int) -> None:
    from sto_tui.screens.windows.listing import Listing
    from sto_tui.widgets.record_list import Column, Row

    rows = [
        Row(
            (str(trouble.number), shortened(trouble.text, _WIDTH)),
            key=trouble.number,
            below=trouble.sentence,
            below_in_full=True,
        )
        for trouble in troubles
    ]
    wrong = dutch.count(len(troubles), "regel klopt", "regels kloppen")
    sentence = f"Van {dutch.count(lines, 'regel', 'regels')} is er geen toegevoegd. Verbeter deze en plak opnieuw."
    app.push_screen(Listing(f"{wrong} niet", sentence, (Column("", 3, align="right"), Column("", wrap=True)), rows))
