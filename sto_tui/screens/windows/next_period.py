"""Beginning the next plan period: what goes on, ticked as it is proposed; what hangs together is ticked together."""

from collections.abc import Iterable

from sto_tui.acts import NEXT_PERIOD
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.dutch import brief_date
from sto_tui.domain.level_words import word_of_table
from sto_tui.domain.record import Ref
from sto_tui.planning.next_period.choosing import Ticked
from sto_tui.planning.next_period.left_behind import left_behind
from sto_tui.planning.next_period.proposal import CarryItem, NextPeriod
from sto_tui.screens.windows.list_window import ListWindow
from sto_tui.screens.windows.window import lead
from sto_tui.widgets.record_list import Column, Row

TAKEN, LEFT = "✓", "·"
_COLUMNS = (Column("", 1), Column("", wrap=True))
_UNDER_THEMES = ("themes", "speerpunten", "milestones")


class NextPeriodWindow(ListWindow[frozenset[Ref]]):
    """Closes with what goes on; None when the period does not begin."""

    where = NEXT_PERIOD

    def __init__(self, dossier: Dossier, proposal: NextPeriod) -> None:
        period, earlier = proposal.period, proposal.earlier
        sentence = f"Wat is aangevinkt gaat als kopie door; {earlier.label} blijft zoals het is."
        if left_behind(dossier, proposal, proposal.proposed):
            sentence += " Onderaan staat wat niet meegaat."
        above = lead(sentence)
        super().__init__(f"{period.label} beginnen vanuit {earlier.label}", [above], _COLUMNS)
        self._dossier = dossier
        self._proposal = proposal
        self._choice = Ticked(proposal.proposed)

    def fill(self) -> None:
        """As it is ticked; as proposed at first."""
        self._list.show(list(self._rows()))
        as_proposed = ", zoals voorgesteld" if self._choice.ticked == self._proposal.proposed else ""
        self._bar.say(f"{len(self._choice.ticked)} van {len(self._proposal.items)} gekozen{as_proposed}")

    def _left_behind(self) -> tuple[str, ...]:
        return left_behind(self._dossier, self._proposal, self._choice.ticked)

    def _rows(self) -> Iterable[Row]:
        group = ""
        for item in self._proposal.items:
            table = item.ref.table
            named = word_of_table(self._dossier.region, "themes" if table in _UNDER_THEMES else table).plural
            if named != group:
                group = named
                yield Row((f"{named[0].upper()}{named[1:]}",), kind="group")
            yield self._row(item)
        if sentences := self._left_behind():
            yield Row(("Gaat niet mee",), kind="group")
            yield from (Row(("", sentence), key=sentence) for sentence in sentences)

    def _row(self, item: CarryItem) -> Row:
        mark = TAKEN if item.ref in self._choice.ticked else LEFT
        name = (self._dossier.caption(item.ref), "bold" if item.ref.table == "themes" else "text")
        days = [brief_date(day) for day in (item.dates.start, item.dates.due) if day] if item.dates else []
        below = "; ".join([item.reason, *([f"wordt {' t/m '.join(days)}"] if days else [])])
        return Row(((mark, "key"), name), key=item.ref, below=below)

    def on_raster_chosen(self) -> None:
        """A click on the row of the cursor ticks it or not."""
        self.act_toggle()

    def act_toggle(self) -> None:
        """Takes the thing of the cursor along with what it belongs to, or leaves it with what hangs on it."""
        ref = self._list.current_key
        if isinstance(ref, Ref):
            self._choice = self._choice.toggled(self._dossier, self._proposal, ref)
            self.fill()
        else:
            self._bar.say("Dit gaat niet mee en is hier niet te kiezen.")

    def act_all(self) -> None:
        """What was proposed; after that all of it, and then nothing."""
        self._choice = self._choice.next_of_all(self._proposal)
        self.fill()

    def act_choose(self) -> None:
        """Closes with what is ticked; a period may begin empty."""
        self.dismiss(self._choice.ticked)
