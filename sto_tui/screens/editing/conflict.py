"""Two people changed the same field: both versions, and which one stays."""

from collections.abc import Mapping, Sequence
from enum import Enum, auto

from textual.app import ComposeResult
from textual.containers import Vertical

from sto_tui.acts import CONFLICT
from sto_tui.domain.text import full_stop_after
from sto_tui.frozen import frozen
from sto_tui.screens.windows.window import Window, lead, title
from sto_tui.widgets.raster import Raster, out_of_sight
from sto_tui.widgets.record_list import Column, RecordList, Row

CHOSEN = "●"
OPEN = "○"


class Side(Enum):
    """Whose version."""

    MINE = auto()
    THEIRS = auto()


@frozen
class Clash:
    """A field that both changed, with both versions as text, cut to where they differ."""

    field: str
    label: str
    mine: str
    theirs: str
    whole_theirs: str


@frozen
class ConflictChoice:
    """Which side was chosen by field; with `edit` the other fields are to be typed on beside their version."""

    sides: Mapping[str, Side]
    edit: bool = False


class ConflictWindow(Window[ConflictChoice]):
    """Closes with a side for every field, to go on typing, or without a result."""

    where = CONFLICT

    def __init__(self, name: str, who: str, when: str, clashes: Sequence[Clash]) -> None:
        super().__init__()
        self._record = name
        self._who = who
        self._when = when
        self._clashes = clashes
        self._chosen: dict[str, Side] = {}
        self._list = RecordList((Column("", 1), Column("", 12), Column("", wrap=True)), heads=False)
        self._bar = self.keys()

    def compose(self) -> ComposeResult:
        """What happened, both versions per field, keys."""
        fields = "Dit veld is" if len(self._clashes) == 1 else "Deze velden zijn"
        with Vertical(id="frame"):
            yield title(f"{fields} ook gewijzigd door {self._who}{self._when}")
            yield lead(
                f"{self._record}{full_stop_after(self._record)} Er is nog niets opgeslagen: kies wat blijft staan."
            )
            yield self._list
            yield self._bar

    def on_mount(self) -> None:
        """Shows both versions; the cursor begins at one's own."""
        self._list.styles.height = "1fr"
        self._fill()
        self._list.focus()

    def _fill(self) -> None:
        rows: list[Row] = []
        for clash in self._clashes:
            rows.append(Row((clash.label,), kind="group"))
            sides = ((Side.MINE, "jij", clash.mine), (Side.THEIRS, self._who, clash.theirs))
            for side, who, text in sides:
                mark = CHOSEN if self._chosen.get(clash.field) is side else OPEN
                rows.append(Row(((mark, "primary"), (who, "bold"), text), key=(clash.field, side)))
        self._list.show(rows)

    def complain(self, sentence: str) -> None:
        """Above the keys."""
        self._bar.say(sentence, error=True)

    def on_raster_moved(self, event: Raster.Moved) -> None:
        """Says what is out of sight."""
        self._bar.show_hidden(out_of_sight(event.raster))

    def on_raster_chosen(self) -> None:
        """A second click chooses."""
        self.act_keep()

    def act_keep(self) -> None:
        """Keeps the version at the cursor; once every field has one, the window closes."""
        row = self._list.current
        if row is None:
            return
        field, side = row.key
        self._chosen[field] = side
        open_fields = [clash for clash in self._clashes if clash.field not in self._chosen]
        if not open_fields:
            self.dismiss(ConflictChoice(dict(self._chosen)))
            return
        self._fill()
        self._list.go_to((open_fields[0].field, Side.MINE))
        self._bar.say(f"Kies nu nog bij ‘{open_fields[0].label}’.")

    def act_edit(self) -> None:
        """Back to the form, with their version under the field."""
        self.dismiss(ConflictChoice(dict(self._chosen), edit=True))
