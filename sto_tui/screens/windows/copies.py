"""Other copies of the dossier as a window: bringing one in, and what is to be chosen between them."""

from collections.abc import Sequence

from sto_tui.screens.host.changing import CopyBeside, CopyChoice
from sto_tui.screens.windows.confirm import QuestionWindow
from sto_tui.screens.windows.listing import Listing
from sto_tui.widgets.record_list import Column, Row


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


def choice_question(choice: CopyChoice) -> QuestionWindow:
    """Asks which of the two it is to be; True is as in the other copy."""
    if choice.removes:
        return QuestionWindow(f"{choice.about}.", yes="Verwijderen", no="Behouden")
    details = [f"Hier: {choice.here}", f"{choice.source}: {choice.there}"]
    return QuestionWindow(choice.about, details, yes="Andere overnemen", no="Deze houden")


def join_question(copy: CopyBeside) -> QuestionWindow:
    """Asks whether the copy is to be brought in."""
    return QuestionWindow(f"{copy.name} samenvoegen met dit dossier?", copy.told, yes="Samenvoegen", no="Later")
