"""The papers about one party or body: which one, and writing it where drafts go."""

from collections.abc import Callable
from typing import Any

from textual.screen import Screen

from sto_tui.domain.change import NotSavedError
from sto_tui.domain.record import Ref
from sto_tui.planning.paper_registry import ABOUT_PARTY, Paper
from sto_tui.screens.host import host_of
from sto_tui.screens.windows.listing import Listing
from sto_tui.widgets.record_list import Column, Row

_SENTENCE = "Enter schrijft het stuk in de map concepten."


def ask_for_paper(screen: Screen[Any], party: Ref, say: Callable[[str, bool], None]) -> None:
    """Asks which paper, writes it, and says how its file is called, or as an error why there is none."""
    papers = host_of(screen).papers

    def chosen(paper: Paper | None) -> None:
        if paper is None:
            return
        try:
            made = papers.make(paper.key, party)
        except NotSavedError as error:
            say(str(error), True)
        else:
            say(f"In concepten: {made.name}.", False)

    rows = [Row((paper.title, (paper.about, "muted")), key=paper) for paper in ABOUT_PARTY]
    heading = f"Stukken voor {host_of(screen).dossier.caption(party)}"
    screen.app.push_screen(Listing(heading, _SENTENCE, (Column("", 27), Column("", wrap=True)), rows), chosen)
