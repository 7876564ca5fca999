"""The texts of place 3: what was, is and will be said in a section, writing it here or outside, and presenting it."""

from sto_tui.domain.change import NotSavedError
from sto_tui.domain.record import Ref
from sto_tui.domain.vision import VisionSection
from sto_tui.screens.editing.record_edit import RecordEdit
from sto_tui.screens.frame.list_place import PlaceScreen
from sto_tui.screens.vision import sections
from sto_tui.widgets.detail import FindingsByRecord
from sto_tui.widgets.reading_pane import Page, Reading

WIDE_FROM = 110
OF_SECTIONS = frozenset(("write", "outside", "view", "agree", "up", "down", "present"))


class SectionTexts:
    """The section at the cursor of a place, in the pane beside it."""

    def __init__(self, place: PlaceScreen, pane: Reading) -> None:
        self._place = place
        self._pane = pane
        self._view = sections.NEW
        self._by_record = FindingsByRecord()

    @property
    def section(self) -> VisionSection | None:
        """The section at the cursor."""
        ref = self._place.list.current_key
        in_sections = isinstance(ref, Ref) and ref.table == "vision"
        return self._place.host.dossier.of(VisionSection).get(ref.id) if in_sections else None

    @property
    def is_wide(self) -> bool:
        """Whether there is room for two texts side by side."""
        return self._place.app.size.width >= WIDE_FROM

    @property
    def view(self) -> str:
        """The text that is shown; beside the new text another one."""
        return sections.TEXTS[0] if self.is_wide and self._view == sections.NEW else self._view

    @property
    def _is_read(self) -> bool:
        """Whether the cursor is in the pane."""
        return self._place.focused is self._pane

    @property
    def target(self) -> str:
        """The field that is written: the new text, or in the pane the one that is read."""
        return sections.written_in(self.view) if self._is_read else sections.NEW

    def show(self) -> None:
        """The texts of the section at the cursor."""
        section = self.section
        about = (section.id if section else 0, self.view)
        self._pane.show(about, lambda width: self._page(section, width))

    def _page(self, section: VisionSection | None, width: int) -> Page:
        if section is None:
            return Page()
        own = self._by_record.of(self._place.host.dossier, Ref("vision", section.id), self._place.host.findings.latest)
        target = self.view if self._is_read else ""
        return sections.section_page(section, self.view, target, own, width, beside_new=self.is_wide)

    def why_not(self, id: str) -> str:
        """Why what is about a text can't be done now."""
        section = self.section
        if id in OF_SECTIONS and section is None:
            return "Nog geen onderdelen. Druk op a om er een toe te voegen."
        if id == "agree" and section and not section.agreed_on and not section.text.strip():
            return "Er is nog geen nieuwe tekst om vast te stellen."
        return ""

    def view_next(self) -> None:
        """The next text."""
        self._view = sections.next_view(self.view, beside_new=self.is_wide)
        self.show()

    def _edit(self) -> RecordEdit:
        return RecordEdit(self._place, "vision", self.section, {}, only=self.target)

    def write(self) -> None:
        """A text over the whole window."""
        self._edit().open()

    def write_outside(self) -> None:
        """A text in the person's own editor; what comes back is saved like what is typed here."""
        section, edit, field = self.section, self._edit(), self.target
        if section is None:
            return
        before = getattr(section, field)
        try:
            text, trouble = self._place.host.typing.write_outside(edit.about(), before, section.section)
        except NotSavedError as error:
            self._place.say(str(error), error=True)
            return
        if text == before:
            self._place.say(trouble or "Er is niets veranderd.", error=bool(trouble))
        else:
            edit.take_over(text, trouble)
        if self._place.is_active:
            # Without a form over this screen, the text is in the dossier or was not changed.
            self._place.host.typing.keep()

    def agree(self) -> None:
        """Agreed today, or not any more."""
        host = self._place.host
        if section := self.section:
            self._place.try_out(lambda: host.changes.apply(sections.agreed(host.dossier, section, host.today)))

    def move(self, step: int) -> None:
        """The section so many places down."""
        section = self.section
        change = sections.moved(self._place.host.dossier, section, step) if section else None
        if change is None:
            self._place.say(f"Dit onderdeel staat al {'bovenaan' if step < 0 else 'onderaan'}.")
        else:
            self._place.try_out(lambda: self._place.host.changes.apply(change))

    def present(self) -> None:
        """The sections one at a time on the wall; afterwards the cursor is on the one that was there last."""
        from sto_tui.screens.vision.wall import VisionWallScreen

        wall = VisionWallScreen(self._place.current_ref, self.target if self._is_read else sections.NEW)

        def back(_: None) -> None:
            self._place.host.colours.on_the_wall(begin=False)
            if wall.current_ref:
                self._place.show_record(wall.current_ref)

        self._place.host.colours.on_the_wall(begin=True)
        self._place.app.push_screen(wall, back)
