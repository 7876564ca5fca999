"""The ideas in the four fields, and the one at the cursor."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from sto_tui.domain.evaluation import Answer
from sto_tui.planning.evaluation.results import Field, field_of
from sto_tui.widgets.four_fields import Idea
from sto_tui.widgets.raster import fit

PLACES = {Field.SNEL_DOEN: (0, 0), Field.PLANNEN: (0, 1), Field.ALS_HET_UITKOMT: (1, 0), Field.NIET_DOEN: (1, 1)}


@dataclass(frozen=True)
class IdeasInFields:
    """All of them, most votes first, and the id of the one that was gone to."""

    ideas: Sequence[Idea]
    gone_to: int

    @property
    def current(self) -> Idea | None:
        """The one at the cursor."""
        gone_to = next((idea for idea in self.ideas if idea.id == self.gone_to), None)
        return gone_to or (self.ideas[0] if self.ideas else None)

    def beside(self, step: int) -> int:
        """The id of the next idea, or of the one before; round and round."""
        ids = [idea.id for idea in self.ideas]
        return ids[(ids.index(self.current.id) + step) % len(ids)] if self.current else 0

    @property
    def about_arrows(self) -> str:
        """What arrows do in this round, as in every other one they go to the next; or that there is nothing here."""
        return f"Pijlen verplaatsen antwoord {self.current.number}; pgdn gaat verder." if self.current else self.told(0)

    def told(self, room: int, after: str = "") -> str:
        """The idea at the cursor, and where it stands; of a long one as much as fits in so many cells."""
        idea = self.current
        if idea is None:
            return "Er zijn nog geen antwoorden met effect en moeite."
        if idea.place is None:
            where = "nog zonder plaats"
        else:
            row, column = idea.place
            where = f"{'weinig' if row else 'veel'} effect, {'veel' if column else 'weinig'} moeite"
        around = cell_len(f"{idea.number} : {where}{after}")
        return f"{idea.number} {fit(idea.text, max(1, room - around)).rstrip()}: {where}{after}"


def ideas_of(answers: Sequence[Answer], chosen: Collection[Answer], numbers: Mapping[int, int]) -> tuple[Idea, ...]:
    """What stands in the fields: the answers that were chosen, and what has a place already."""
    ids = {answer.id for answer in chosen}
    return tuple(
        Idea(answer.id, numbers[answer.id], answer.text, PLACES[field] if (field := field_of(answer)) else None)
        for answer in answers
        if answer.id in ids or field_of(answer)
    )
