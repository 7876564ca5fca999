"""A proposal to move milestones: every move from old to new with its reason, taken whole, in part or not at all."""

from collections.abc import Sequence

from sto_tui.acts import PROPOSAL
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import brief_date
from sto_tui.domain.milestones import Milestone
from sto_tui.planning.schedule.dates import Dates
from sto_tui.planning.schedule.replanning import Move
from sto_tui.screens.windows.list_window import ListWindow
from sto_tui.screens.windows.window import lead
from sto_tui.widgets.record_list import Column, Row

_COLUMNS = (Column("", 1), Column("", 7), Column("", wrap=True))
TAKEN, LEFT, ALWAYS = "✓", "·", "•"


class ProposalWindow(ListWindow[list[Move]]):
    """Closes with the moves that were chosen; None when nothing is to move.

    `certain` is the move that the proposal follows from: it is carried out with any choice.
    """

    where = PROPOSAL

    def __init__(
        self,
        heading: str,
        sentences: Sequence[str],
        dossier: Dossier,
        moves: Sequence[Move],
        certain: Move | None = None,
    ) -> None:
        super().__init__(heading, [lead(sentence) for sentence in sentences], _COLUMNS)
        self._dossier = dossier
        self._moves = moves
        self._certain = certain
        self._taken = [True] * len(moves)

    def fill(self) -> None:
        """The moves as they are chosen; all of them at first."""
        rows = [self._row(self._certain, ALWAYS, None)] if self._certain else []
        for place, move in enumerate(self._moves):
            rows.append(self._row(move, TAKEN if self._taken[place] else LEFT, place))
        self._list.show(rows)
        self._bar.say(
            f"{sum(self._taken)} van {len(self._moves)} gekozen" if self._moves else "Niets anders schuift mee."
        )

    def _row(self, move: Move, mark: str, place: int | None) -> Row:
        milestone = self._dossier.of(Milestone).get(move.milestone)
        number, name = (milestone.number, milestone.title) if milestone else ("", "(vervallen)")
        text = f"{name}\n{_shown(move.before)} → {_shown(move.after)}"
        key = "certain" if place is None else place
        return Row(((mark, "key"), (number, "bold"), text), key=key, below="" if move is self._certain else move.reason)

    def on_raster_chosen(self) -> None:
        """A click on the row of the cursor chooses it or leaves it out."""
        self.act_toggle()

    def act_toggle(self) -> None:
        """Takes the move of the cursor along, or leaves it."""
        place = self._list.current_key
        if isinstance(place, int):
            self._taken[place] = not self._taken[place]
            self.fill()
        elif self._certain:
            self._bar.say("Dit is de verschuiving zelf; met esc gebeurt er niets.")

    def act_all(self) -> None:
        """All of them, or none."""
        self._taken = [not all(self._taken)] * len(self._moves)
        self.fill()

    def act_choose(self) -> None:
        """Closes with what was chosen."""
        chosen = [move for move, taken in zip(self._moves, self._taken, strict=True) if taken]
        if not chosen and self._certain is None:
            self._bar.say("Er is niets gekozen. Kies met spatie, of sluit met esc.")
            return
        self.dismiss([*([self._certain] if self._certain else []), *chosen])


def _shown(span: Dates) -> str:
    if span.start and span.due:
        return f"{brief_date(span.start)} t/m {brief_date(span.due)}"
    if span.start:
        return f"begin {brief_date(span.start)}"
    return f"klaar op {brief_date(span.due)}" if span.due else "zonder datums"
