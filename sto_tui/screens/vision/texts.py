"""The sections of place 3: the texts beside the list, writing them here or outside, and presenting them."""

from collections.abc import Sequence

from textual.containers import Container
from textual.events import DescendantFocus
from textual.widget import Widget

from sto_tui.domain.change import NotSavedError
from sto_tui.domain.record import Ref
from sto_tui.domain.vision import VisionSection
from sto_tui.screens.editing.record_edit import RecordEdit
from sto_tui.screens.frame.list_place import PlaceScreen
from sto_tui.screens.frame.section import Section
from sto_tui.screens.vision import sections
from sto_tui.widgets.detail import FindingsByRecord
from sto_tui.widgets.raster import Raster, out_of_sight
from sto_tui.widgets.reading import Page, Reading

WIDE_FROM = 110
SECTIONS = Section("Onderdelen", "vision", sections.COLUMNS, sections.section_rows, sections.new_section)
_OF_SECTIONS = frozenset(("write", "outside", "view", "agree", "up", "down", "present"))


class VisionTexts(PlaceScreen):
    """Beside or under the sections stands what was, is, and will be said."""

    def __init__(self) -> None:
        super().__init__()
        self.reading = Reading(id="reading")
        self._view = sections.NEW
        self._by_record = FindingsByRecord()

    def panes(self) -> Sequence[Widget]:
        """The list, and what is shown beside it."""
        return (Container(self.list, self.reading, id="beside"),)

    # Showing.

    @property
    def in_sections(self) -> bool:
        """Whether the sections are shown."""
        return self.section_number == 0

    @property
    def in_reading(self) -> bool:
        """Whether the cursor is in the pane."""
        return self.in_sections and self.focused is self.reading

    @property
    def vision_section(self) -> VisionSection | None:
        """The section at the cursor."""
        ref = self.list.current_key if self.in_sections else None
        return self.host.dossier.of(VisionSection).get(ref.id) if isinstance(ref, Ref) else None

    @property
    def is_wide(self) -> bool:
        """Whether there is room for two texts side by side."""
        return self.app.size.width >= WIDE_FROM

    @property
    def view(self) -> str:
        """The text that is shown; beside the new text another one."""
        return sections.TEXTS[0] if self.is_wide and self._view == sections.NEW else self._view

    @property
    def target(self) -> str:
        """The field that is written: the new text, or in the pane the one that is read."""
        return sections.written_in(self.view) if self.in_reading else sections.NEW

    def on_mount(self) -> None:
        """Only one of the two ways to spell out a row is shown."""
        self._show_panes()

    def section_changed(self) -> None:
        """The texts belong to the sections only."""
        self._show_panes()
        self.list.focus()

    def _show_panes(self) -> None:
        self.reading.display = self.in_sections
        self.detail.display = not self.in_sections
        self.set_class(self.in_sections, "-sections")

    def show_detail(self) -> None:
        """The texts of the section at the cursor; in the other list its row."""
        if not self.in_sections:
            super().show_detail()
            return
        section = self.vision_section
        about = (section.id if section else 0, self.view)
        self.reading.show(about, lambda width: self._page(section, width))

    def _page(self, section: VisionSection | None, width: int) -> Page:
        if section is None:
            return Page()
        own = self._by_record.of(self.host.dossier, Ref("vision", section.id), self.host.findings.latest)
        target = self.view if self.in_reading else ""
        return sections.section_page(section, self.view, target, own, width, beside_new=self.is_wide)

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """A mark at the text that `w` writes."""
        if self.is_mounted:
            self.show_detail()

    def on_raster_moved(self, event: Raster.Moved) -> None:
        """Another section shows its texts once the cursor rests."""
        # Textual would go on to the handler of the place, which knows of one list only.
        event.prevent_default()
        self.show_detail_soon()
        self.bar.show_hidden(out_of_sight(event.raster))
        self._show_hidden()

    def on_reading_moved(self) -> None:
        """Says what is out of sight."""
        self._show_hidden()

    def _show_hidden(self) -> None:
        if self.reading.display:
            found = (out_of_sight(self.list), self.reading.out_of_sight)
            self.bar.show_hidden("   ".join(filter(None, found)))

    # Acts.

    def why_not(self, id: str) -> str:
        """What is about texts works at the sections."""
        if id in _OF_SECTIONS and not self.in_sections:
            return "Dat kan bij de onderdelen; tab gaat erheen."
        if id in ("into", "out") and not self.reading.display:
            return "Bij deze lijst hoort geen tweede lijst."
        if reason := super().why_not(id):
            return reason
        section = self.vision_section
        if id in _OF_SECTIONS and section is None:
            return "Nog geen onderdelen. Druk op a om er een toe te voegen."
        if id == "agree" and section and not section.agreed_on and not section.text.strip():
            return "Er is nog geen nieuwe tekst om vast te stellen."
        return ""

    def act_into(self) -> None:
        """Into the texts."""
        self.reading.focus()

    def act_out(self) -> None:
        """Back to the sections."""
        self.list.focus()

    def act_view(self) -> None:
        """The next text."""
        self._view = sections.next_view(self.view, beside_new=self.is_wide)
        self.show_detail()

    def _edit(self) -> RecordEdit:
        return RecordEdit(self, "vision", self.vision_section, {}, only=self.target)

    def act_write(self) -> None:
        """A text over the whole window."""
        self._edit().open()

    def act_outside(self) -> None:
        """A text in the person's own editor; what comes back is saved like what is typed here."""
        section, edit, field = self.vision_section, self._edit(), self.target
        if section is None:
            return
        before = getattr(section, field)
        try:
            text, trouble = self.host.typing.write_outside(edit.about(), before, section.section)
        except NotSavedError as error:
            self.say(str(error), error=True)
            return
        if text == before:
            self.say(trouble or "Er is niets veranderd.", error=bool(trouble))
        else:
            edit.take_over(text, trouble)
        if self.is_active:
            # Without a form over this screen, the text is in the dossier or was not changed.
            self.host.typing.keep()

    def act_agree(self) -> None:
        """Agreed today, or not any more."""
        if section := self.vision_section:
            self.try_out(lambda: self.host.changes.apply(sections.agreed(self.host.dossier, section, self.host.today)))

    def act_up(self) -> None:
        """The section one place up."""
        self._move(-1)

    def act_down(self) -> None:
        """The section one place down."""
        self._move(1)

    def _move(self, step: int) -> None:
        section = self.vision_section
        change = sections.moved(self.host.dossier, section, step) if section else None
        if change is None:
            self.say(f"Dit onderdeel staat al {'bovenaan' if step < 0 else 'onderaan'}.")
        else:
            self.try_out(lambda: self.host.changes.apply(change))

    def act_present(self) -> None:
        """The sections one at a time on the wall; afterwards the cursor is on the one that was there last."""
        from sto_tui.screens.vision.wall import VisionWallScreen

        wall = VisionWallScreen(self.current_ref, self.target if self.in_reading else sections.NEW)

        def back(_: None) -> None:
            self.host.colours.on_the_wall(begin=False)
            if wall.current_ref:
                self.show_record(wall.current_ref)

        self.host.colours.on_the_wall(begin=True)
        self.app.push_screen(wall, back)
