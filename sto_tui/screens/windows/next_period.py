"""Beginning the next plan period: what goes on, ticked as it is proposed; what hangs together is ticked together."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import Vertical

from sto_tui.acts import NEXT_PERIOD
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import brief_date
from sto_tui.domain.record import Ref
from sto_tui.domain.tables import TABLES
from sto_tui.planning.next_period.proposal import CarryItem, NextPeriod, toggled
from sto_tui.screens.windows.window import Window, lead, title
from sto_tui.widgets.raster import Raster, out_of_sight
from sto_tui.widgets.record_list import Column, RecordList, Row

TAKEN, LEFT = "✓", "·"
_COLUMNS = (Column("", 1), Column("", wrap=True))
_UNDER_THEMES = ("themes", "speerpunten", "milestones")


class NextPeriodWindow(Window[frozenset[Ref]]):
    """Closes with what goes on; None when the period does not begin."""

    where = NEXT_PERIOD

    def __init__(self, dossier: Dossier, proposal: NextPeriod) -> None:
        super().__init__()
        self._dossier = dossier
        self._proposal = proposal
        self._chosen = proposal.proposed
        self._list = RecordList(_COLUMNS, heads=False)
        self._bar = self.keys()

    def compose(self) -> ComposeResult:
        """Title, what happens, what may go on, keys."""
        period, earlier = self._proposal.period, self._proposal.earlier
        with Vertical(id="frame"):
            yield title(f"{period.label} beginnen vanuit {earlier.label}")
            yield lead(f"Wat is aangevinkt gaat als kopie door; {earlier.label} blijft zoals het is.")
            yield self._list
            yield self._bar

    def on_mount(self) -> None:
        """As it is proposed."""
        self._list.styles.height = "1fr"
        self._show()
        self._list.focus()

    def _show(self) -> None:
        self._list.show(list(self._rows()))
        self._bar.say(f"{len(self._chosen)} van {len(self._proposal.items)} gekozen")

    def _rows(self) -> Iterable[Row]:
        group = ""
        for item in self._proposal.items:
            table = item.ref.table
            named = TABLES["themes" if table in _UNDER_THEMES else table].plural
            if named != group:
                group = named
                yield Row((f"{named[0].upper()}{named[1:]}",), kind="group")
            yield self._row(item)

    def _row(self, item: CarryItem) -> Row:
        mark = TAKEN if item.ref in self._chosen else LEFT
        name = (self._dossier.caption(item.ref), "bold" if item.ref.table == "themes" else "text")
        days = [brief_date(day) for day in (item.dates.start, item.dates.due) if day] if item.dates else []
        below = "; ".join([item.reason, *([f"wordt {' t/m '.join(days)}"] if days else [])])
        return Row(((mark, "key"), name), key=item.ref, below=below)

    def on_raster_moved(self, event: Raster.Moved) -> None:
        """Says what is out of sight."""
        self._bar.show_hidden(out_of_sight(event.raster))

    def on_raster_chosen(self) -> None:
        """A click on the row of the cursor ticks it or not."""
        self.act_toggle()

    def act_toggle(self) -> None:
        """Takes the thing of the cursor along with what it belongs to, or leaves it with what hangs on it."""
        ref = self._list.current_key
        if isinstance(ref, Ref):
            self._chosen = toggled(self._dossier, self._proposal, self._chosen, ref)
            self._show()

    def act_all(self) -> None:
        """All of it, or nothing."""
        every = frozenset(item.ref for item in self._proposal.items)
        self._chosen = frozenset() if self._chosen == every else every
        self._show()

    def act_choose(self) -> None:
        """Closes with what is ticked; a period may begin empty."""
        self.dismiss(self._chosen)
