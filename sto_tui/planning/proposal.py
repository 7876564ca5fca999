"""What an act would do: lines that each can go one way or another, carried out together as one change."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from pydantic import ValidationError

from sto_tui.domain.change import Change, Edit, NotSavedError, Occasion, added, removed, replaced
from sto_tui.domain.dossier import Dossier, ref_of
from sto_tui.domain.record import Record, Ref
from sto_tui.domain.tables import TABLES
from sto_tui.domain.typed_record import explained
from sto_tui.frozen import frozen


class Workings:
    """Records on their way to what they are to be: each step sees what those before it made."""

    def __init__(self, dossier: Dossier) -> None:
        self._dossier = dossier
        self._now: dict[Ref, Record | None] = {}

    def get(self, ref: Ref) -> Record | None:
        """The record as it is by now; None when it is not there or goes."""
        return self._now[ref] if ref in self._now else self._dossier.get(ref)

    def put(self, ref: Ref, record: Record | None) -> None:
        """Says what a record is to be; None takes it away."""
        self._now[ref] = record

    def add(self, record: Record) -> Ref:
        """Adds a record; what refers to it uses the number of this address until it is stored."""
        new = record.model_copy(update={"id": -1 - len(self._now)})
        self._now[ref_of(new)] = new
        return ref_of(new)

    def edits(self, occasion: Occasion) -> tuple[Edit, ...]:
        """The edits that carry this out. Raises pydantic.ValidationError for a record that cannot be so."""
        edits: list[Edit] = []
        for ref, after in self._now.items():
            before = self._dossier.get(ref)
            if before and after:
                edits += replaced(before, after, occasion)
            elif before:
                edits += removed(before, self._dossier)
            elif after:
                edits += added(after, occasion)
        return tuple(edits)


@contextmanager
def refusing_what_cannot_be() -> Iterator[None]:
    """A record that cannot become so, as with a text that gets too long, is a NotSavedError with a Dutch sentence."""
    try:
        yield
    except ValidationError as error:
        model = next((table.model for table in TABLES.values() if table.model.__name__ == error.title), Record)
        raise NotSavedError(f"{explained(model, error)} Er is niets gewijzigd.") from error


Step = Callable[[Workings], None]


def nothing(workings: Workings) -> None:
    """The step that leaves everything as it is."""


@frozen
class Way:
    """One way in which a line can go: what people read, and what it does.

    `is_open` marks the way in which nobody takes it over, or nothing is done; `taker` is who does take it over.
    """

    label: str
    step: Step
    is_open: bool = False
    taker: Ref | None = None


@frozen
class ProposalLine:
    """One thing to decide. `group` is its heading, `start` the way that is proposed, `detail` what else to know."""

    group: str
    about: str
    ways: tuple[Way, ...]
    start: int = 0
    detail: str = ""

    @property
    def words(self) -> tuple[str, ...]:
        """All that people read of it: the same for the same question."""
        return (self.group, self.about, self.detail, *(way.label for way in self.ways))


@frozen
class Proposal:
    """What an act would do, in a version of the dossier.

    `always` is carried out with any choice, `notes` say what goes along or stays as it was. A `warning` says why it may
    be a mistake: who carries it out is asked about that first.
    """

    heading: str
    label: str
    occasion: Occasion
    lines: tuple[ProposalLine, ...]
    always: Step
    notes: tuple[str, ...] = ()
    warning: str = ""

    @property
    def proposed(self) -> tuple[int, ...]:
        """The proposed way of each line."""
        return tuple(line.start for line in self.lines)

    def change(self, chosen: Sequence[int]) -> Change:
        """The one change that carries out the chosen way of each line. Raises NotSavedError."""
        workings = Workings(self.occasion.dossier)
        with refusing_what_cannot_be():
            for line, number in zip(self.lines, chosen, strict=True):
                line.ways[number].step(workings)
            self.always(workings)
            return Change(self.label, workings.edits(self.occasion))

    def effects(self, chosen: Sequence[int]) -> list[str]:
        """What comes of it elsewhere, a sentence each."""
        return []

    def asks_the_same(self, earlier: "Proposal") -> bool:
        """Whether what was chosen from an earlier proposal can be carried out in this one."""
        return [line.words for line in self.lines] == [line.words for line in earlier.lines]
