"""The VERI matrix on the wall: one row at a time, the group says who does what, one person types the letters."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.events import Key

from sto_tui.acts import VERI_WALL, writing_acts
from sto_tui.domain import dutch
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.milestones import Veri, VeriCode
from sto_tui.domain.record import Ref
from sto_tui.planning.checks.veri import row_errors
from sto_tui.planning.progress.as_it_stood import as_of_today
from sto_tui.planning.veri.filling import filled, why_not_cleared
from sto_tui.planning.veri.matrix import MatrixRow, ancestors, matrix_row
from sto_tui.screens.frame.wall import WallScreen
from sto_tui.screens.veri.role_keys import LETTER_ACTS, RoleLetters
from sto_tui.screens.veri.wall_rows import (
    NO_PARTIES,
    answer_lines,
    first_presented,
    is_presented,
    listed_parties,
    party_columns,
    party_rows,
    standing_lines,
    when,
)
from sto_tui.widgets.detail import Fitted
from sto_tui.widgets.large_letters import ROWS, large_lines
from sto_tui.widgets.question_card import QuestionCard
from sto_tui.widgets.raster import Raster, out_of_sight
from sto_tui.widgets.record_list import RecordList
from sto_tui.widgets.signs import draws_ascii
from sto_tui.widgets.wall_parts import ShortQuestion, WallHead

LARGE_FROM = 34
MOST_LARGE = 2
CARD_MARGIN = 4
_ALL_DONE = "Dit is de laatste rij. Alle rijen zijn compleet."
_LETTERS = "Typ v, e, r, i, o of s; b is V en E samen."


class VeriWallScreen(RoleLetters, WallScreen):
    """One row: what, when, who has which role, and the parties to give one. A letter is a change at once."""

    CSS_PATH = Path(__file__).with_name("wall.tcss")
    where = VERI_WALL
    BINDINGS = [Binding(digit, f"digit('{digit}')", show=False, priority=True) for digit in "0123456789"]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (22, "-usual")]

    def __init__(self, rows_of: Callable[[], Sequence[MatrixRow]], start: Ref | None) -> None:
        """`rows_of` gives the rows of the matrix as it is now; of those the ones that ask for roles are presented."""
        super().__init__()
        self._rows_of = rows_of
        self._row = first_presented(rows_of(), start)
        self._order: list[Ref] = []
        self._digits, self._digits_at = "", -1
        self.head = WallHead()
        self.card = QuestionCard(id="card")
        self.question = ShortQuestion()
        self.question.id = "top"
        self.roles = Fitted(id="roles")
        self.list = RecordList(heads=False, id="parties")
        self.list.leaps = True
        self.standing = Fitted(id="standing")

    @classmethod
    def act_bindings(cls) -> list[Binding]:
        """Each key is handled before the next is looked at; capitals are letters too, and digits lead to a party."""
        return [
            replace(binding, key=key, priority=True)
            for binding in super().act_bindings()
            if not binding.key.isdigit()
            for key in ({binding.key, binding.key.upper()} if len(binding.key) == 1 else {binding.key})
        ]

    def compose(self) -> ComposeResult:
        """What and when, who does what, the parties, and what is still wrong."""
        yield self.head
        yield self.card
        yield self.question
        yield Container(self.roles, self.list, id="middle")
        yield self.standing
        yield self.bar

    def on_mount(self) -> None:
        """Shows the first row."""
        self.update()
        self.list.focus()
        self.say(_LETTERS)

    # Showing.

    @property
    def current_ref(self) -> Ref | None:
        """The row on the wall."""
        return self._row

    @property
    def party(self) -> Ref | None:
        """The party or body of the cursor."""
        key = self.list.current_key
        return key if isinstance(key, Ref) else None

    def update(self) -> None:
        """Shows the row as it is now; when it is gone, the one after it."""
        before = self._row
        self._follow()
        self.show()
        if self._row != before:
            self.list.action_edge(0)

    def _follow(self) -> None:
        """The rows as they are now; the one on the wall stays, even when it would no longer be presented."""
        order = [row.ref for row in self._rows_of() if is_presented(row)]
        here = self._row
        if here is not None and here not in order:
            place = self._order.index(here) if here in self._order else 0
            if matrix_row(self.host.dossier, here):
                order.insert(place, here)
            else:
                later = (ref for ref in self._order[place:] if ref in order)
                self._row = next(later, order[-1] if order else None)
        self._order = order

    def show(self) -> None:
        """Shows the row."""
        dossier = self.host.dossier
        row = matrix_row(dossier, self._row) if self._row else None
        if row is None:
            self.dismiss(None)
            return
        above = ancestors(dossier, row.ref)
        theme = dossier.name(above[-1]) if above else "wie doet wat"
        many = len(self._order)
        self.head.show(dutch.capital(theme), (), f"{many - len(self._faulty)} van {many} compleet")
        title = dossier.caption(row.ref) if row.ref.table == "milestones" else dossier.name(row.ref)
        self._show_title(dutch.capital(title), when(as_of_today(dossier, self.host.today), row.ref))
        parties = listed_parties(dossier, row)
        self.list.show(party_rows(dossier, row, parties), party_columns(dossier, row, parties))
        self.roles.show(partial(answer_lines, dossier, row, parties))
        place = f"rij {self._order.index(row.ref) + 1} van {many}"
        self.standing.show(partial(standing_lines, dossier, row, place))

    def _show_title(self, title: str, when: str) -> None:
        """What and when; in a tall window in letters that the last row of the room reads."""
        width, height = self.size
        plain = draws_ascii(self)
        large = large_lines(title, width - CARD_MARGIN, MOST_LARGE, ascii_only=plain) if height >= LARGE_FROM else None
        self.card.display = bool(large)
        if large:
            self.card.styles.height = (ROWS + 1) * len(large)
            self.card.show(title)
        self.question.show("" if large else title, when)

    @property
    def _faulty(self) -> list[Ref]:
        return [ref for ref in self._order if row_errors(self.host.dossier, ref)]

    def show_record(self, ref: Ref) -> None:
        """Puts the cursor on a party."""
        self.list.go_to(ref.at(None))

    def on_raster_moved(self, event: Raster.Moved) -> None:
        """Says what is out of sight."""
        self.bar.show_hidden(out_of_sight(event.raster))

    # Keys.

    def action_act(self, id: str) -> None:
        """Another act ends the number that is being typed."""
        self._digits = ""
        super().action_act(id)

    def why_not(self, id: str) -> str:
        """What is only read stays so; a role needs a party."""
        if self.host.changes.read_only and id in writing_acts(VERI_WALL):
            return self.host.changes.read_only
        if (id in LETTER_ACTS or id == "clear") and self.party is None:
            return NO_PARTIES
        return self.host.changes.why_no_undo() if id == "undo" else ""

    def on_key(self, event: Key) -> None:
        """A letter that is no role is explained, and changes nothing."""
        if event.is_printable and event.character and event.character.isalpha():
            self.say(f"‘{event.character}’ is geen rol. {_LETTERS}")

    def act_clicked(self, id: str) -> None:
        """Which letter is meant the keyboard has to say."""
        if id in LETTER_ACTS:
            self.say(_LETTERS)
        else:
            super().act_clicked(id)

    def action_digit(self, digit: str) -> None:
        """The cursor to the party with the number that is typed; a second digit completes it."""
        so_far = self._digits if self.list.cursor == self._digits_at else ""
        self._digits = next((typed for typed in (so_far + digit, digit) if 1 <= int(typed) <= self.list.row_count), "")
        if not self._digits:
            self.say(f"Er is geen partij met nummer {digit}.")
            return
        self.say("")
        self._digits_at = int(self._digits) - 1
        self.list.move_to(self._digits_at)

    def act_number(self) -> None:
        """How to go to a party by its number."""
        self.say("Typ het nummer dat voor een partij staat.")

    # Filling in.

    def fill(self, code: VeriCode | None) -> None:
        """Gives the party at the cursor this role, or none, and goes on to the next."""
        row, party = self._row, self.party
        if row is None or party is None:
            return
        if code is None and (reason := why_not_cleared(self.host.dossier, [(row, party)])):
            self.say(reason)
            return
        was_last = self.list.cursor == self.list.row_count - 1

        def then() -> None:
            # A column that was left out loses its line with its role; then the cursor is on the next party already.
            stays = self.party == party
            if stays and self.list.cursor < self.list.row_count - 1:
                self.list.action_move(1)
            elif (stays or was_last) and not self.bar.is_error:
                self.say(f"{self.bar.message} Met → naar de volgende rij.")

        self.try_out(lambda: self.host.changes.apply(filled(self.host.dossier, [(row, party)], code)), then)

    def show_swapped(self, before: Dossier) -> None:
        """The group sees the row that was taken back, or done again."""
        then, now = before.of(Veri), self.host.dossier.of(Veri)
        changed = [id for id in {**then, **now} if then.get(id) != now.get(id)]
        undone = [now.get(id) or then[id] for id in changed]
        row = undone[0].row if len({role.row for role in undone}) == 1 else self._row
        if row in self._order and row != self._row:
            self._present(row)
        if len({role.party for role in undone}) == 1:
            self.list.go_to(undone[0].party)

    # From row to row.

    def _present(self, row: Ref) -> None:
        self._row = row
        self.update()
        self.list.action_edge(0)

    def _step(self, step: int, at_the_end: str) -> None:
        place = self._order.index(self._row) + step if self._row in self._order else -1
        if 0 <= place < len(self._order):
            self._present(self._order[place])
        else:
            self.say(at_the_end)

    def act_next(self) -> None:
        """The next row; after the last one, what is still open."""
        wrong = dutch.count(len(self._faulty), "rij", "rijen")
        self._step(1, f"Dit is de laatste rij. Met n naar {wrong} met een fout." if self._faulty else _ALL_DONE)

    def act_previous(self) -> None:
        """The row before it."""
        self._step(-1, "Dit is de eerste rij.")

    def act_fault(self) -> None:
        """The next row with an error; after the last one the first again."""
        faulty = self._faulty
        if not faulty:
            self.say("In geen enkele rij staat een fout.")
            return
        here = self._order.index(self._row) if self._row in self._order else -1
        row = next((ref for ref in faulty if self._order.index(ref) > here), faulty[0])
        if row == self._row:
            self.say("Alleen in deze rij staat nog een fout.")
        else:
            self._present(row)
            self.say(f"Fout {faulty.index(row) + 1} van {len(faulty)}.")
