"""Place 6, VERI: the matrix that a group fills in together."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from textual.events import Key, Resize
from textual.geometry import Size
from textual.widget import Widget

from sto_tui.domain.change import Change, NotSavedError
from sto_tui.domain.dutch import count
from sto_tui.domain.level_words import level_words
from sto_tui.domain.milestones import Veri, VeriCode
from sto_tui.domain.record import Line, Part, Ref, field
from sto_tui.domain.text import plain
from sto_tui.domain.typed_dates import parse_date
from sto_tui.places import Place
from sto_tui.planning.checks.finding import Finding
from sto_tui.planning.checks.veri import row_errors
from sto_tui.planning.veri.columns import columns, hidden_column, moved_column, short_head
from sto_tui.planning.veri.filling import copied, filled, why_not_cleared
from sto_tui.planning.veri.matrix import MatrixRow, ancestors, matrix_row, matrix_rows
from sto_tui.planning.veri.summary import Coverage
from sto_tui.planning.working_days.named_days import beside_today
from sto_tui.screens.editing.entry_window import EntryWindow
from sto_tui.screens.frame.place import PlaceFrame
from sto_tui.screens.veri.role_keys import RoleLetters
from sto_tui.screens.veri.rows import (
    RoomWanted,
    caption,
    cell_role,
    legend,
    matrix_columns,
    matrix_lines,
    spelled_out,
    what_to_say,
)
from sto_tui.screens.windows.palette_things import Target
from sto_tui.widgets.detail import SpelledOut
from sto_tui.widgets.matrix import Matrix
from sto_tui.widgets.raster import Raster

TALL_FROM = 32
_ROW_TABLES = ("themes", "speerpunten", "milestones")
_EMPTY = "Nog geen {themes} of mijlpalen. Voeg ze toe bij 4 Plan en 5 Mijlpalen."
_ALL_HIDDEN = "Alle kolommen zijn verborgen. Met U staan ze er weer."
_LINES_WITH_HINTS = 6
_MOST_CELLS = 2_000
_NO_COLUMNS = "Nog geen partijen of organen. Voeg ze toe bij 4 Plan."


class PhaseEntry(Part):
    """What `t` asks."""

    phase: Line = field("Periode", "Bijvoorbeeld Q127, H228 of 2027. Leeg: alles.", default="")


class PartyEntry(Part):
    """What `g` asks."""

    party: Line = field("Partij", "De afkorting boven de kolom, of een stuk van de naam.", default="")


class VeriScreen(RoleLetters, PlaceFrame):
    """The matrix: a letter fills the cell of the cursor, and the cursor moves on.

    Large because: each key is a method.
    """

    place = Place.VERI

    def __init__(self) -> None:
        super().__init__()
        self.matrix = Matrix(cell_role, id="list")
        self.spelled_out = SpelledOut()
        self._rows: list[MatrixRow] = []
        self._folded: set[Ref] = set()
        self._span: tuple[date, date] | None = None
        self._phase = ""
        self._down = False
        self._with_hints = False
        self._usual_detail = 0
        self._measured_for: object = None
        self._longest = 0
        self._room = RoomWanted()
        self._coverage = Coverage()

    @property
    def main(self) -> Raster:
        """The matrix."""
        return self.matrix

    def body(self) -> Sequence[Widget]:
        """The matrix, and the cell of the cursor spelled out above the legend."""
        self._fit(self.app.size)
        self.spelled_out.styles.height = self._usual_detail
        return (self.matrix, self.spelled_out)

    def on_resize(self, event: Resize) -> None:
        """Another size has other room."""
        self._fit(event.size)
        self.call_after_refresh(self.show_detail)

    def _fit(self, size: Size) -> None:
        """The legend takes what it needs; a tall window has room for more about a cell."""
        lines = 4 if size.height >= TALL_FROM else 2
        self._usual_detail = lines + len(legend(size.width))

    # Showing.

    def show_rows(self) -> None:
        """The matrix of this version of the dossier."""
        dossier = self.host.dossier
        self._rows = matrix_rows(dossier, self._span)
        lines = matrix_lines(dossier, self._rows, self._folded)
        columns = matrix_columns(dossier, self._rows, self._coverage)
        self.matrix.show(lines, columns, caption(dossier, self._rows, self._phase), "V bij mijlpalen")
        self.matrix.note = self._why_empty

    @property
    def _why_empty(self) -> str:
        if self._span:
            return f"In {self._phase} loopt niets meer. Met l kies je een andere periode."
        return _EMPTY.format(themes=level_words(self.host.dossier.region).theme.plural)

    @property
    def _why_no_columns(self) -> str:
        return _ALL_HIDDEN if columns(self.host.dossier, hidden=True) else _NO_COLUMNS

    def show_detail(self) -> None:
        """The cell in words, what is wrong in its row, and the legend."""
        if not self.is_mounted:
            return
        width, height = self.spelled_out.size
        row, party = self.current_ref, self._party
        if row is None:
            self.spelled_out.show_lines(legend(width))
        else:
            said = what_to_say(self.host.dossier, row, party, with_hints=self._with_hints)
            self.fit_detail(self.spelled_out, self._usual_detail, self._lines_wanted(width))
            self.spelled_out.show_lines(spelled_out(self.host.dossier, row, party, said, width, height))

    def _lines_wanted(self, width: int) -> int:
        """How many lines the row with the most to say needs; with hints, which differ per cell, a few."""
        if self._with_hints:
            return _LINES_WITH_HINTS + len(legend(width))
        about = (self.host.dossier, self._span, width)
        if about != self._measured_for:
            self._measured_for = about
            self._longest = self._room.of(self.host.dossier, self._rows, width)
        return self._longest

    def on_matrix_column_moved(self, event: Matrix.ColumnMoved) -> None:
        """Another cell is spelled out; a range says how many cells it has."""
        self.show_detail_soon()
        if event.matrix.is_range:
            self.say(f"{len(event.matrix.chosen)} cellen gekozen; een letter vult ze alle.")

    @property
    def _party(self) -> Ref | None:
        key = self.matrix.column_key
        return key if isinstance(key, Ref) else None

    def show_record(self, ref: Ref) -> None:
        """Puts the cursor on a row, a column or the cell of a role, also when its rows were folded or left out."""
        here = ref.at(None)
        role = self.host.dossier.of(Veri).get(ref.id) if ref.table == "veri" else None
        row = role.row if role else here if ref.table in _ROW_TABLES else None
        if row and not self.matrix.go_to(row):
            self._folded -= set(ancestors(self.host.dossier, row))
            self.show_rows()
            if not self.matrix.go_to(row):
                self._span, self._phase = None, ""
                self.show_rows()
                self.matrix.go_to(row)
        party = role.party if role else here if ref.table in ("parties", "bodies") else None
        if party and not self.matrix.go_to_column(party):
            self.say(f"De kolom van {self.host.dossier.caption(party)} is verborgen; met U staat die er weer.")
        if ref.field:
            self.open_form(ref)

    def why_not(self, id: str) -> str:
        """Everything here is about a cell."""
        if id not in ("fault", "previous_fault") and not id.startswith(("place_", "code_", "clear", "copy", "edit")):
            return super().why_not(id)
        if self.current_ref is None and not id.startswith("place_"):
            return self._why_empty
        if id.startswith(("code_", "clear", "copy")) and self._party is None and not self.host.changes.read_only:
            return self._why_no_columns
        return super().why_not(id)

    def why_nothing(self, event: Key) -> str:
        """A letter that is no code is explained."""
        if event.is_printable and event.character and event.character.isalpha():
            return f"‘{event.character}’ is geen rol. Typ v, e, r, i, o of s; b is V en E samen."
        return super().why_nothing(event)

    # Filling in.

    def fill(self, code: VeriCode | None) -> None:
        """Gives the cells that are chosen this role, or none."""
        dossier, cells, is_range = self.host.dossier, self.matrix.chosen, self.matrix.is_range
        if len(cells) > _MOST_CELLS:
            self.say(f"Dit zijn {len(cells)} cellen; vul er hoogstens {_MOST_CELLS} in één keer.")
            return
        if code is None and (reason := why_not_cleared(dossier, cells)):
            self.say(reason)
            return

        def then() -> None:
            if not is_range:
                self.matrix.advance(down=self._down)

        self._apply(filled(dossier, cells, code), then)

    def _apply(self, change: Change, then: Callable[[], None]) -> None:
        """Saves a change and ends the range; `then` follows when it could be saved."""

        def saved() -> None:
            self.matrix.drop_range()
            then()

        self.try_out(lambda: self.host.changes.apply(change), saved)

    def act_direction(self) -> None:
        """Where the cursor goes after a letter."""
        self._down = not self._down
        self.say(f"Na een letter gaat de cursor naar {'beneden' if self._down else 'rechts'}.")

    def act_copy(self) -> None:
        """The roles of the row to the other rows of the range, or to the row below."""
        rows = self.matrix.chosen_rows
        if len(rows) < 2:
            below = self.matrix.row_below()
            if below is None:
                self.say("Hieronder staat geen rij meer.")
                return
            rows = [rows[0], below]
        source = matrix_row(self.host.dossier, rows[0])
        if source is None or not source.shown:
            self.say("In deze rij heeft niemand een rol; er valt niets te kopiëren.")
            return

        def then() -> None:
            if len(rows) == 2:
                self.matrix.go_to(rows[1])

        self._apply(copied(self.host.dossier, rows[0], rows[1:]), then)

    def act_range_down(self) -> None:
        """One row more."""
        self.matrix.action_stretch(1, 0)

    def act_range_up(self) -> None:
        """One row more, upwards."""
        self.matrix.action_stretch(-1, 0)

    def act_range_right(self) -> None:
        """One column more."""
        self.matrix.action_stretch(0, 1)

    def act_range_left(self) -> None:
        """One column more, to the left."""
        self.matrix.action_stretch(0, -1)

    # Faults and hints.

    def act_fault(self) -> None:
        """The next row in which something is wrong or open."""
        self._step(1)

    def act_previous_fault(self) -> None:
        """The one before it."""
        self._step(-1)

    def _step(self, step: int) -> None:
        places = {row.ref: place for place, row in enumerate(self._rows)}
        open_rows = [ref for ref in places if row_errors(self.host.dossier, ref)]
        if not open_rows:
            self.say("Elke rij is compleet.")
            return
        here = places.get(self.current_ref, -1) if self.current_ref else -1
        order = open_rows if step > 0 else open_rows[::-1]
        following = next((ref for ref in order if (places[ref] - here) * step > 0), order[0])
        self.show_record(following)
        self.say(f"Nog af te spreken: {open_rows.index(following) + 1} van {len(open_rows)}.")

    def act_hints(self) -> None:
        """What may be better in this row and column."""
        self._with_hints = not self._with_hints
        self.say("Met tips bij rij en partij." if self._with_hints else "Zonder tips.")
        self.show_detail()

    # Rows and columns.

    def act_fold(self) -> None:
        """Folds what is under this row, or the row that it stands under."""
        row = next((shown_row for shown_row in self._rows if shown_row.ref == self.current_ref), None)
        if row is None:
            return
        parents = {shown_row.above for shown_row in self._rows}
        target = row.ref if row.ref in parents and row.ref not in self._folded else row.above
        if target:
            self._folded.add(target)
            self.show_rows()
            self.matrix.go_to(target)

    def act_unfold(self) -> None:
        """Opens what is under this row."""
        if self.current_ref in self._folded:
            self._folded.discard(self.current_ref)
            self.show_rows()

    def act_fold_all(self) -> None:
        """Only the themes, or everything."""
        parents = {row.above for row in self._rows if row.above}
        here = self.current_ref
        self._folded = set() if self._folded else set(parents)
        self.show_rows()
        above = {row.ref: row.above for row in self._rows}
        while here and not self.matrix.go_to(here):
            here = above.get(here)

    def act_column_left(self) -> None:
        """The column one place to the left."""
        self._change_column(lambda party: moved_column(self.host.dossier, party, -1))

    def act_column_right(self) -> None:
        """The column one place to the right."""
        self._change_column(lambda party: moved_column(self.host.dossier, party, 1))

    def act_hide(self) -> None:
        """Leaves the column out."""
        self._change_column(lambda party: hidden_column(self.host.dossier, party, hidden=True))

    def act_unhide(self) -> None:
        """Every column that was left out is back."""
        dossier = self.host.dossier
        hidden = [column for column in columns(dossier, hidden=True) if column not in columns(dossier)]
        if not hidden:
            self.say("Er zijn geen kolommen verborgen.")
            return
        edits = [edit for column in hidden for edit in hidden_column(dossier, column, hidden=False).edits]
        label = count(len(hidden), "kolom teruggezet", "kolommen teruggezet")
        self.try_out(lambda: self.host.changes.apply(Change(label, tuple(edits))))

    def act_first_column(self) -> None:
        """The first party."""
        self.matrix.to_edge(last=False)

    def act_last_column(self) -> None:
        """The last party."""
        self.matrix.to_edge(last=True)

    def act_to_party(self) -> None:
        """The column of a party, by its abbreviation or a part of its name."""

        def take(typed: dict[str, Any]) -> None:
            dossier, text = self.host.dossier, plain(typed["party"])
            every = columns(dossier)
            exact = [column for column in every if plain(short_head(dossier, column)) == text]
            matches = exact or [column for column in every if text and text in plain(dossier.caption(column))]
            if not matches:
                raise NotSavedError(f"Geen kolom heet ‘{typed['party']}’. Typ de afkorting of een stuk van de naam.")
            self.matrix.go_to_column(matches[0])

        window = EntryWindow("Naar welke partij?", PartyEntry, {}, self.host.dossier, self.host.today, take)
        self.app.push_screen(window.name_act("Gaan"))

    def act_codes(self) -> None:
        """What to type."""
        self.say("Typ v, e, r, i, o of s in een cel; b is V en E samen.")

    def _go(self, target: Finding | Target | str | None) -> None:
        if isinstance(target, Ref) and target.table in (*_ROW_TABLES, "parties", "bodies", "veri"):
            self.show_record(target)
        else:
            super()._go(target)

    def _change_column(self, change: Callable[[Ref], Change]) -> None:
        party = self._party
        if party is None:
            self.say(self._why_no_columns)
        else:
            self.try_out(lambda: self.host.changes.apply(change(party)))

    def act_phase(self) -> None:
        """Only what runs in a period."""

        def take(typed: dict[str, Any]) -> None:
            text = typed["phase"]
            try:
                known = beside_today(self.host.dossier, self.host.today)
                span = (parse_date(text, "start", known), parse_date(text, "end", known)) if text else None
            except ValueError as error:
                raise NotSavedError(f"‘{text}’ is geen periode. Schrijf Q127, H228, mrt 2027 of 2027.") from error
            if span and not matrix_rows(self.host.dossier, span):
                raise NotSavedError(f"In {text} loopt geen enkele mijlpaal.")
            self._span, self._phase = span, text
            self.show_rows()

        window = EntryWindow(
            "Welke periode?", PhaseEntry, {"phase": self._phase}, self.host.dossier, self.host.today, take
        )
        self.app.push_screen(window.name_act("Tonen"))

    def act_party_view(self) -> None:
        """What is asked of the party of the cursor; its row is shown in the matrix."""
        from sto_tui.screens.veri.party_view import PartyWindow

        def go(target: tuple[Ref, Ref] | None) -> None:
            for ref in target or ():
                self.show_record(ref)

        if self._party is None:
            self.say(_NO_COLUMNS)
        else:
            self.app.push_screen(PartyWindow(self._party), go)

    def act_present(self) -> None:
        """The rows one at a time on the wall; afterwards the cursor is on the cell that was there last."""
        from sto_tui.screens.veri.wall import VeriWallScreen

        wall = VeriWallScreen(lambda: matrix_rows(self.host.dossier, self._span), self.current_ref)
        if wall.current_ref is None:
            self.say(self._why_empty)
            return

        def back(_: None) -> None:
            self.host.colours.on_the_wall(begin=False)
            for ref in (wall.current_ref, wall.party):
                if ref:
                    self.show_record(ref)

        self.host.colours.on_the_wall(begin=True)
        self.app.push_screen(wall, back)
