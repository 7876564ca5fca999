"""What an act would do: every line with the way that is chosen, and what comes of it."""

from textual.content import Content

from sto_tui.acts import CHOOSING, SHARING
from sto_tui.domain.dutch import count
from sto_tui.domain.text import clean_text
from sto_tui.planning.proposal import Proposal, ProposalLine
from sto_tui.screens.windows.list_window import ListWindow
from sto_tui.screens.windows.window import lead
from sto_tui.widgets.record_list import Column, Row

_COLUMNS = (Column("", 1), Column("", wrap=True))
TAKEN, OPEN = "✓", "·"


class ChoosingWindow(ListWindow[tuple[int, ...]]):
    """Closes with the chosen way of each line; None when nothing is to be done."""

    where = CHOOSING
    left_open = "open"
    nothing_left = "Alles staat al open, en er is niets voorgesteld."

    def __init__(self, proposal: Proposal, nothing_open: str) -> None:
        self._effects = lead("")
        super().__init__(proposal.heading, [self._effects], _COLUMNS)
        self._proposal = proposal
        self._nothing_open = nothing_open
        self._chosen = list(proposal.proposed)

    def fill(self) -> None:
        """The lines as they are chosen, and what comes of them."""
        rows = [Row((note,), kind="note") for note in self._proposal.notes]
        for place, line in enumerate(self._proposal.lines):
            if not place or line.group != self._proposal.lines[place - 1].group:
                rows.append(Row((line.group,), kind="group"))
            rows.append(self._row(line, place))
        if not self._proposal.lines:
            rows.append(Row((self._nothing_open,), kind="note"))
        self._list.show(rows)
        effects = self._proposal.effects(self._chosen)
        warned = [self._proposal.warning] if self._proposal.warning else []
        self._effects.update(Content(clean_text("\n".join([*warned, *effects]))))
        self._effects.display = bool(warned or effects)
        self._bar.say(self._counted())

    def _row(self, line: ProposalLine, place: int) -> Row:
        way = line.ways[self._chosen[place]]
        mark = OPEN if way.is_open else TAKEN
        return Row(
            ((mark, "key"), f"{line.about}\n→ {way.label}"),
            key=place,
            below=line.detail,
            below_in_full=bool(line.detail),
        )

    def _counted(self) -> str:
        """How much is left open."""
        ways = [line.ways[number] for line, number in zip(self._proposal.lines, self._chosen, strict=True)]
        left = sum(way.is_open for way in ways)
        return f"{count(len(ways), 'regel', 'regels')}, waarvan {left} {self.left_open}" if ways else ""

    def on_raster_chosen(self) -> None:
        """A click on the row of the cursor chooses the next way."""
        self.act_next_way()

    def act_next_way(self) -> None:
        """The way after the chosen one."""
        self._turn(1)

    def act_previous_way(self) -> None:
        """The way before it."""
        self._turn(-1)

    def _turn(self, step: int) -> None:
        place = self._list.current_key
        if isinstance(place, int):
            ways = self._proposal.lines[place].ways
            self._chosen[place] = (self._chosen[place] + step) % len(ways)
            self.fill()
            self._bar.say(f"Keuze {self._chosen[place] + 1} van {len(ways)}; {self._counted()}")

    def act_leave(self) -> None:
        """Leaves the line of the cursor open, or takes the proposal back."""
        place = self._list.current_key
        if isinstance(place, int):
            before = self._chosen[place]
            self._chosen[place] = self._other(self._proposal.lines[place], before)
            self.fill()
            if self._chosen[place] == before:
                self._bar.say("Bij deze regel moet iets gekozen worden; met ← en → kies je wat.")

    def _other(self, line: ProposalLine, chosen: int) -> int:
        """The open way of a line; where that is chosen the proposed one, or else the first that is not open."""
        if not line.ways[chosen].is_open:
            return _open_way(line, chosen)
        if not line.ways[line.start].is_open:
            return line.start
        return next((number for number, way in enumerate(line.ways) if not way.is_open), chosen)

    def act_all(self) -> None:
        """Leaves everything open, or takes every proposal back."""
        left = [_open_way(line, chosen) for line, chosen in zip(self._proposal.lines, self._chosen, strict=True)]
        before = self._chosen
        self._chosen = list(self._proposal.proposed) if left == before else left
        self.fill()
        if self._chosen == before:
            self._bar.say(self.nothing_left)

    def act_choose(self) -> None:
        """Closes with what was chosen."""
        self.dismiss(tuple(self._chosen))


class SharingWindow(ChoosingWindow):
    """The same for what is shared out or brought together; what is left alone stays where it is."""

    where = SHARING
    left_open = "ongewijzigd"
    nothing_left = "Er staat al niets anders dan wat is voorgesteld."


def _open_way(line: ProposalLine, chosen: int) -> int:
    """The way that leaves a line open; what was chosen where there is none, or where that does."""
    if line.ways[chosen].is_open:
        return chosen
    return next((number for number, way in enumerate(line.ways) if way.is_open), chosen)
