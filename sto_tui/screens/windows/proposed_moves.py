"""A proposal to move milestones: every move from old to new with its reason, taken whole, in part or not at all."""

from collections.abc import Sequence

from sto_tui.acts import PROPOSAL
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import brief_date
from sto_tui.domain.milestones import Milestone
from sto_tui.planning.schedule.dates import Dates
from sto_tui.planning.schedule.replanning import Move
from sto_tui.screens.windows.ticked import ALWAYS, TickedWindow
from sto_tui.screens.windows.window import lead
from sto_tui.widgets.record_list import Column, Row

_COLUMNS = (Column("", 1), Column("", 7), Column("", wrap=True))


class ProposalWindow(TickedWindow[list[Move]]):
    """Closes with the moves that were chosen; None when nothing is to move.

    `certain` is the move that the proposal follows from: it is carried out with any choice.
    """

    where = PROPOSAL
    nothing_else = "Niets anders schuift mee."
    always_so = "Dit is de verschuiving zelf; met esc gebeurt er niets."

    def __init__(
        self,
        heading: str,
        sentences: Sequence[str],
        dossier: Dossier,
        moves: Sequence[Move],
        certain: Move | None = None,
    ) -> None:
        super().__init__(heading, [lead(sentence) for sentence in sentences], _COLUMNS, len(moves))
        self._dossier = dossier
        self._moves = moves
        self._certain = certain

    def certain_rows(self) -> Sequence[Row]:
        """The move that the others follow from."""
        return [self._row(self._certain, ALWAYS, "certain")] if self._certain else []

    def line(self, place: int, mark: str) -> Row:
        """A move, with why it is proposed."""
        return self._row(self._moves[place], mark, place)

    def _row(self, move: Move, mark: str, key: int | str) -> Row:
        milestone = self._dossier.of(Milestone).get(move.milestone)
        number, name = (milestone.number, milestone.title) if milestone else ("", "(vervallen)")
        text = f"{name}\n{_shown(move.before)} → {_shown(move.after)}"
        return Row(((mark, "key"), (number, "bold"), text), key=key, below="" if move is self._certain else move.reason)

    def result(self, places: list[int]) -> list[Move]:
        """The moves that were chosen, after the one that they follow from."""
        return [*([self._certain] if self._certain else []), *(self._moves[place] for place in places)]


def _shown(span: Dates) -> str:
    if span.start and span.due:
        return f"{brief_date(span.start)} t/m {brief_date(span.due)}"
    if span.start:
        return f"begin {brief_date(span.start)}"
    return f"klaar op {brief_date(span.due)}" if span.due else "zonder datums"
