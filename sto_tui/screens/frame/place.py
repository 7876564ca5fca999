"""What all eight places share: frame, forms, undo, messages. A place itself says what stands in the middle."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.events import DescendantFocus, Key
from textual.timer import Timer
from textual.widget import Widget

from sto_tui.acts import PLACE_ACTS, QUICK, writing_acts
from sto_tui.domain.change import between
from sto_tui.domain.dossier import Dossier
from sto_tui.domain.record import Ref
from sto_tui.domain.text import clean_line, clean_text, shortened
from sto_tui.places import Place
from sto_tui.planning.checks.finding import Finding
from sto_tui.screens.acting import Handler
from sto_tui.screens.bindings import action_by_label
from sto_tui.screens.editing.editing_screen import EditingScreen
from sto_tui.screens.editing.quick_entry import WHILE_TYPING, QuickEntry
from sto_tui.screens.frame.findings_of_place import show_findings
from sto_tui.screens.frame.header_of import header_of
from sto_tui.screens.frame.keys_here import show_keys_here, why_nothing_here
from sto_tui.screens.frame.past_and_copies import show_copies, show_history
from sto_tui.screens.frame.searching import go_to, search
from sto_tui.screens.host.sheets import SheetKind
from sto_tui.screens.windows.palette_things import Target
from sto_tui.widgets.detail import SpelledOut
from sto_tui.widgets.raster import Raster, out_of_sight
from sto_tui.widgets.reading_pane import Reading
from sto_tui.widgets.shell import KeyBar, ShellHeader

REST_SECONDS = 0.12
MOST_SAID = 28
ROWS_PER_ROW_GIVEN = 6


class PlaceFrame(EditingScreen):
    """A place. The class of one place sets `place`; subclasses give the raster with the cursor, and fill it.

    Large because: each key and each event that all places share is a method.
    """

    CSS_PATH = Path(__file__).with_name("place.tcss")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-normal"), (110, "-wide")]
    place: ClassVar[Place]
    sheet_kind: ClassVar[SheetKind | None] = None
    """What a sheet is about that is taken in here, whatever list is shown."""
    stays_in_footer: ClassVar[Collection[str]] = ("undo",)
    """What is shown though it cannot be done now: another footer for every row would cost a slow line too much."""

    def __init_subclass__(cls, **options: Any) -> None:
        # Textual hands keys down to subclasses: what several places share may have none, or all of them get its acts.
        if "place" in vars(cls):
            cls.where = cls.place.word
        super().__init_subclass__(**options)

    def __init__(self) -> None:
        super().__init__()
        self.header = ShellHeader(self.place)
        self.quick = QuickEntry(self)
        self.bar = KeyBar(())
        self._shown: object = None
        self._stood_at: object = None
        self._detail_timer: Timer | None = None

    @property
    def main(self) -> Raster:
        """The raster with the cursor."""
        raise NotImplementedError

    def show_rows(self) -> None:
        """Fills the place."""
        raise NotImplementedError

    def show_detail(self) -> None:
        """Spells out the row of the cursor."""
        raise NotImplementedError

    def compose(self) -> ComposeResult:
        """Header, middle, line to type on, keys."""
        yield self.header
        yield from self.body()
        yield self.quick.line
        yield self.bar

    def body(self) -> Sequence[Widget]:
        """The middle."""
        return (self.main,)

    # Showing.

    def on_mount(self) -> None:
        """Fills the place."""
        self.update()
        self.set_focus(self.main)

    def on_screen_resume(self) -> None:
        """Catches up with what changed while another place or a form was shown."""
        if self.is_mounted:
            self.catch_up()

    def update(self) -> None:
        """Shows the dossier as it is now; does nothing when it already does."""
        dossier = self.host.dossier
        if self._shown is not dossier:
            self._shown = dossier
            self.show_rows()
        self.update_header()

    def update_header(self) -> None:
        """Dossier, findings, and when it was saved."""
        self.header.show(header_of(self.host))
        self.follow_cursor()

    def show_detail_soon(self) -> None:
        """Spells out the row once the cursor rests: on a slow line every row passed would cost 250 bytes."""
        if self._detail_timer:
            self._detail_timer.stop()
        self._detail_timer = self.set_timer(REST_SECONDS, self.follow_cursor)

    def follow_cursor(self) -> None:
        """What is spelled out, and the keys below, are those of the row of the cursor."""
        self.show_detail()
        self.show_keys()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """The keys below are those of the pane with the cursor."""
        if self.is_mounted:
            self.show_keys()

    @property
    def cursor_in(self) -> Raster:
        """The list with the cursor."""
        return self.main

    @property
    def leads(self) -> str:
        """The act that the keys begin with where the cursor is; empty for the usual order."""
        return "add" if self.cursor_in.current_key is None else ""

    def show_keys(self) -> None:
        """The keys of what can be done at the cursor."""
        if not self.quick.is_open:
            show_keys_here(self)

    def fit_detail(self, pane: SpelledOut, usual: int, wanted: int, roomy: int = 0) -> None:
        """Gives the lines under the rows the height `wanted`, at least the usual, and `roomy` where rows stand empty.

        Rows that stand empty make room first; where there are none, one in six does. What is wanted must not follow the
        cursor: another height draws the whole screen again, which a slow line feels.
        """
        rows = self.main.window_height + pane.size.height
        empty = rows - usual - self.main.line_count
        height = max(usual, min(wanted, usual + max(empty, rows // ROWS_PER_ROW_GIVEN)), min(roomy, usual + empty))
        if pane.size.height != height:
            pane.styles.height = height + pane.gutter.height

    def on_spelled_out_resized(self) -> None:
        """The row of the cursor is spelled out in the room that there is now."""
        self.show_detail()

    def on_raster_moved(self, event: Raster.Moved) -> None:
        """Follows the cursor with the detail lines and with what is out of sight."""
        self.end_standing(event.raster)
        if event.raster is self.main:
            self.show_detail_soon()
        self.show_hidden(event.raster)

    def let_stand(self) -> None:
        """Until the next key; one that moves the cursor is such a key, also on rows that are no record."""
        super().let_stand()
        self._stood_at = self.cursor_in.current_key

    def end_standing(self, raster: Raster) -> None:
        """The cursor of a list moved; rows that others change leave it on its row."""
        if raster is self.cursor_in and raster.current_key != self._stood_at:
            self.stands = False

    def show_hidden(self, raster: Raster) -> None:
        """Says what is out of sight."""
        self.bar.show_hidden(out_of_sight(raster))

    # Acts of the registry.

    def action_act(self, id: str) -> None:
        """A message stands until the next act; what an escape does not do gives way to any news."""
        if id == "step_back" and (reason := self.why_not(id)):
            self.say(reason)
            return
        self.cut = self.bar.cut
        self.say("")
        super().action_act(id)

    @classmethod
    def handler_of(cls, id: str) -> Handler:
        """Going to a place needs no method for each."""
        if id in PLACE_ACTS:
            return lambda screen: screen.host.going.open_place(PLACE_ACTS[id])
        return super().handler_of(id)

    def why_not(self, id: str) -> str:
        """Why an act can't be done now; empty when it can."""
        if self.host.changes.read_only and id in writing_acts(self.where):
            return self.host.changes.read_only
        if id in ("edit", "delete") and self.current_ref is None:
            return (
                "Kies eerst een regel met de pijltjes."
                if self.main.current_key is None
                else "Deze regel is niet te bewerken."
            )
        if id == "jump_back" and not self.host.going.can_go_back:
            return "Je bent nergens heen gesprongen; er is niets om naar terug te gaan."
        if id in ("next_list", "previous_list"):
            return "Deze plaats heeft maar één lijst."
        if id == "step_back" and not self._in_second_pane:
            return "Hier is alles al te zien."
        if id == "undo":
            return self.host.changes.why_no_undo()
        return self.host.changes.why_no_redo() if id == "redo" else ""

    @property
    def current_ref(self) -> Ref | None:
        """The record that the cursor is on."""
        key = self.main.current_key
        return key if isinstance(key, Ref) else None

    # Adding.

    @property
    def list_number(self) -> int:
        """Which of its lists is shown."""
        return 0

    def to_add(self) -> tuple[str, Mapping[str, Any]]:
        """The table in which a record is added at the cursor, and what is filled in beforehand."""
        raise NotImplementedError

    def show_added(self, ref: Ref) -> None:
        """Puts the cursor on what was added, when it stands in this list; the focus stays."""
        self.main.go_to(ref)

    def show_swapped(self, before: Dossier) -> None:
        """Puts the cursor on what came back, when it stands in this list."""
        came_back = (edit.ref for edit in between(before.tables, self.host.dossier.tables) if edit.before is None)
        any(map(self.main.go_to, came_back))

    def act_add(self) -> None:
        """A line on which one record after another is typed."""
        self.quick.open()

    def act_add_full(self) -> None:
        """The form of a new record."""
        self.quick.open_full()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While the line is open letters are for it."""
        return not (action == "act" and self.quick.takes_letters and parameters[0] not in WHILE_TYPING)

    def on_key_bar_key_clicked(self, event: KeyBar.KeyClicked) -> None:
        """While the line is open the keys are its own."""
        if self.quick.is_open:
            event.prevent_default()
            self.quick.act(action_by_label(QUICK, event.key))

    # Other acts on records.

    def act_edit(self) -> None:
        """The form of the record at the cursor."""
        if ref := self.current_ref:
            self.open_form(ref)

    def show_record(self, ref: Ref) -> None:
        """Puts the cursor on a record; with a field, opens its form there."""
        self.main.go_to(ref.at(None))
        if ref.field:
            self.open_form(ref)

    @property
    def standing(self) -> object:
        """Where the person is in this place, to come back to."""
        return self.main.current_key

    def stand_at(self, standing: Any) -> None:
        """Puts the cursor back where the person was, as far as that is still there."""
        self.main.go_to(standing)

    def show_part(self, ref: Ref, only: frozenset[Ref], about: str) -> None:
        """Puts the cursor on a record; a list that can, shows only these records. `about` says what they are."""
        self.show_record(ref)
        self.say(about)

    def act_copy_out(self) -> None:
        """The row, the cell or the text of a pane on the clipboard of whoever looks at the terminal."""
        pane = self.focused
        copied = pane.text if isinstance(pane, Reading) else self.cursor_in.text_at_cursor
        lines = [clean_text(line) for line in copied.split("\t")]
        if not any(lines):
            self.say("Hier staat niets om te kopiëren.")
            return
        self.app.copy_to_clipboard("\t".join(lines))
        self.say(f"Gekopieerd: ‘{shortened(clean_line(copied), MOST_SAID)}’.")

    def on_key(self, event: Key) -> None:
        """A key that does nothing here says so, but not in the place of what went wrong."""
        if not self.quick.is_open and event.key not in self.active_bindings and not self.bar.is_error:
            self.say(self.why_nothing(event))

    def why_nothing(self, event: Key) -> str:
        """Why a key without an act does nothing."""
        return why_nothing_here(event)

    @property
    def _in_second_pane(self) -> bool:
        return self.focused not in (self.main, None)

    def act_step_back(self) -> None:
        """From a second pane back to the list; else the list shows all again."""
        if self._in_second_pane:
            self.set_focus(self.main)
        else:
            self.show_all()

    def show_all(self) -> None:
        """A list that shows a part shows all again."""

    def act_next_list(self) -> None:
        """For a place with several lists."""

    def act_previous_list(self) -> None:
        """For a place with several lists."""

    def act_jump_back(self) -> None:
        """Takes the last jump back."""
        self.host.going.go_back()

    def act_findings(self) -> None:
        """The findings of this place; enter goes to what one is about."""
        show_findings(self, None if self.place is Place.OVERZICHT else self.place, self._go)

    def act_search(self) -> None:
        """An act, a place, a list, or any record."""
        search(self, self.place, self._go)

    def _go(self, target: Finding | Target | str | None) -> None:
        if isinstance(target, str):
            self.action_act(target)
        elif target is not None:
            go_to(self.host, target)

    def act_help(self) -> None:
        """All keys."""
        from sto_tui.screens.windows.key_list import KeyList

        keys = KeyList(
            self.place.word,
            self.place.title,
            told=self.cut,
            address=self.host.file.address,
            region=self.host.dossier.region,
        )
        self.app.push_screen(keys, self._go)

    def act_tour(self) -> None:
        """The tour takes the place of the dossier, which comes back after it."""
        self.host.begin_tour()

    def act_other_dossier(self) -> None:
        """The start screen, for another dossier or a new one."""
        self.host.begin_anew()

    def act_plan_period(self) -> None:
        """The dossier as another plan period sees it."""
        self.try_and_say(self.host.plan_period.switch)

    def act_history(self) -> None:
        """Who changed what and when; a line leads back to before it."""
        show_history(self)

    def act_take_in(self) -> None:
        """What a sheet of others has for this place."""
        from sto_tui.screens.intake.taking_in import take_in_sheet

        if kind := self.sheet_of_list:
            take_in_sheet(self, kind)

    @property
    def sheet_of_list(self) -> SheetKind | None:
        """What a sheet is about that is taken in now; None when none can be."""
        return self.sheet_kind

    def act_copies(self) -> None:
        """Brings in another copy, or makes a choice that bringing one in left open."""
        show_copies(self, self.try_and_say)

    def act_theme(self) -> None:
        """Other colours."""
        self.say(f"Kleuren: {self.host.colours.switch()}.")

    def act_quit(self) -> None:
        """Closes the app; everything is on disk, or it is said once where it is."""
        self.app.call_later(self.app.action_quit)

    def on_raster_chosen(self, event: Raster.Chosen) -> None:
        """A click on the row of the cursor opens it."""
        self.action_act("edit")

    def on_shell_header_place_clicked(self, event: ShellHeader.PlaceClicked) -> None:
        """A click on a place goes there; what stands on the line waits for the next time."""
        self.quick.close()
        self.host.going.open_place(event.place)
