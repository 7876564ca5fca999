"""Other copies of the dossier as a window: bringing one in, and what is to be chosen between them."""

import textwrap
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from textual.app import App

from sto_tui.screens.host.changing import Copies, CopyBeside, CopyChoice, CopyWay
from sto_tui.screens.windows.confirm import QuestionWindow
from sto_tui.screens.windows.listing import Listing
from sto_tui.widgets.record_list import Column, Row

_LONGEST_ROW = 300
_WAYS: Mapping[CopyWay, str] = {
    CopyWay.HERE: "Deze houden",
    CopyWay.THERE: "Andere overnemen",
    CopyWay.BOTH: "Beide houden: de tekst van hier, en daaronder die van daar",
}
_WAYS_OF_REMOVED: Mapping[CopyWay, str] = {
    CopyWay.HERE: "Behouden, zoals hier",
    CopyWay.THERE: "Verwijderen, zoals in de andere",
}
_WAYS_OF_REMOVED_HERE: Mapping[CopyWay, str] = {
    CopyWay.THERE: "Behouden, zoals in de andere",
    CopyWay.HERE: "Verwijderen, zoals hier",
}


def ask_about_copies(app: App[Any], copies: Copies, try_and_say: Callable[[Callable[[], str]], None]) -> None:
    """Lets the person bring in a copy, or make a choice that one left open; `try_and_say` carries it out."""

    def chosen(target: CopyBeside | CopyChoice | None) -> None:
        if isinstance(target, CopyChoice):
            app.push_screen(ChoiceWindow(target), lambda way: settled(target, way))
        elif target:
            app.push_screen(join_question(target), lambda answer: joined(target, answer))

    def settled(choice: CopyChoice, way: CopyWay | None) -> None:
        if way is not None:
            try_and_say(lambda: copies.settle(choice, way))

    def joined(copy: CopyBeside, sure: bool | None) -> None:
        if sure:
            try_and_say(lambda: copies.join(copy))

    app.push_screen(copies_window(copies.choices(), copies.beside()), chosen)


def copies_window(choices: Sequence[CopyChoice], copies: Sequence[CopyBeside]) -> Listing:
    """What is to be chosen, and the copies that lie beside the dossier; closes with one of them."""
    rows: list[Row] = []
    if choices:
        rows.append(Row((f"Nog te kiezen ({len(choices)})",), kind="group"))
    rows += [
        Row((choice.about,), key=choice, below=f"hier: {choice.here} – {choice.source}: {choice.there}")
        for choice in choices
    ]
    if copies:
        rows.append(Row(("Andere kopieën naast dit dossier",), kind="group"))
    rows += [Row((copy.name,), key=copy, below=copy.brings) for copy in copies]
    if not rows:
        rows.append(
            Row(
                (
                    "Er ligt geen andere kopie naast dit dossier, en er is niets te kiezen. Een kopie uit een andere "
                    "map voeg je samen met: sto samenvoegen BESTAND ANDER.",
                ),
                kind="note",
            )
        )
    sentence = "Enter opent de keuze, of laat zien wat een kopie brengt." if choices or copies else ""
    return Listing("Samenvoegen", sentence, (Column("", wrap=True),), rows)


class ChoiceWindow(Listing):
    """Which of the two it is to be, over all that differs; closes with the way, or without one."""

    def __init__(self, choice: CopyChoice) -> None:
        labels = _ways_of(choice)
        ways = [
            Row(("", label), key=way) for way, label in labels.items() if way is not CopyWay.BOTH or choice.can_both
        ]
        many = len(choice.differences)
        for number, texts in enumerate(choice.differences, 1):
            ways.append(Row((f"Verschil {number} van {many}" if many > 1 else "Het verschil",), kind="group"))
            for where, text in zip(("hier", "daar"), texts, strict=True):
                for place, piece in enumerate(_pieces(text)):
                    ways.append(Row((("" if place else where, "bold"), piece)))
        columns = (Column("", 4), Column("", wrap=True))
        where = "" if choice.removed else f"Daar is {choice.source}. "
        super().__init__(choice.about, f"{where}Enter kiest.", columns, ways)

    def act_choose(self) -> None:
        """Closes with the way; the texts are only there to be read."""
        row = self._list.current
        if row is None or row.key is None:
            self._bar.say("Kies bovenaan wat blijft staan.", error=True)
        else:
            super().act_choose()


def _ways_of(choice: CopyChoice) -> Mapping[CopyWay, str]:
    if choice.removed is None:
        return _WAYS
    return _WAYS_OF_REMOVED_HERE if choice.removed is CopyWay.HERE else _WAYS_OF_REMOVED


def _pieces(text: str) -> list[str]:
    """A long text in rows that fit in a small window."""
    return [piece for line in text.split("\n") for piece in textwrap.wrap(line, _LONGEST_ROW)] or [""]


def join_question(copy: CopyBeside) -> QuestionWindow:
    """Asks whether the copy is to be brought in."""
    return QuestionWindow(f"{copy.name} samenvoegen met dit dossier?", copy.told, yes="Samenvoegen", no="Later")
