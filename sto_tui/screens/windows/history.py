"""The history as a window: who changed what and when; a line leads back to before it."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from textual.app import App

from sto_tui.acts import HISTORY
from sto_tui.domain.dutch import count
from sto_tui.screens.host.changing import PastChange
from sto_tui.screens.windows.confirm import QuestionWindow
from sto_tui.screens.windows.listing import Listing
from sto_tui.widgets.record_list import Column, Row

MOST = 500
NAMED = 5


class HistoryWindow(Listing):
    """Closes with the place of a line, 0 for the newest."""

    where = HISTORY

    def __init__(self, changes: Sequence[PastChange]) -> None:
        sentence = "Enter zet terug hoe het vóór de gekozen wijziging was; z maakt dat weer ongedaan."
        columns = (Column("", 5), Column("", 12, drop=1), Column("", wrap=True))
        super().__init__("Geschiedenis", sentence, columns, _rows(changes))


def ask_about_history(
    app: App[Any], changes: Sequence[PastChange], put_back: Callable[[Sequence[PastChange]], None]
) -> None:
    """Shows who changed what and when; `put_back` takes back what the person chose, newest first."""

    def chosen(number: int | None) -> None:
        if number is not None:
            taken = changes[: number + 1]
            app.push_screen(put_back_question(taken), lambda sure: answered(sure, taken))

    def answered(sure: bool | None, taken: Sequence[PastChange]) -> None:
        if sure:
            put_back(taken)

    app.push_screen(HistoryWindow(changes), chosen)


def _rows(changes: Sequence[PastChange]) -> list[Row]:
    rows: list[Row] = []
    day: date | None = None
    for number, change in enumerate(changes):
        if change.at.date() != day:
            day = change.at.date()
            rows.append(Row((f"{day:%d-%m-%Y}",), kind="group"))
        rows.append(Row(((f"{change.at:%H:%M}", "muted"), (change.by, "bold"), change.label), key=number))
    if len(changes) == MOST:
        rows.append(Row((f"Dit zijn de laatste {MOST}. Oudere: sto geschiedenis BESTAND.",), kind="note"))
    return rows or [Row(("Er is nog niets gewijzigd.",), kind="note")]


def put_back_question(changes: Sequence[PastChange]) -> QuestionWindow:
    """Asks whether all these changes, newest first, are to be taken back."""
    oldest = changes[-1]
    authors = sorted({change.by for change in changes})
    heading = f"Terug naar vóór {oldest.at:%d-%m-%Y %H:%M:%S}? {count(len(changes), 'wijziging', 'wijzigingen')} van "
    details = [f"{change.by}: {change.label}" for change in changes[:NAMED]]
    more = [f"en nog {len(changes) - NAMED}"] if len(changes) > NAMED else []
    verb = "wordt" if len(changes) == 1 else "worden"
    return QuestionWindow(
        f"{heading}{' en '.join(authors)} {verb} teruggezet.", [*details, *more], yes="Terugzetten", no="Behouden"
    )
