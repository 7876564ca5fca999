"""The regiovisie on the wall: one section at a time, read together, and written while all look on."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from textual.app import ComposeResult

from sto_tui.acts import VISION_WALL, writing_acts
from sto_tui.domain.record import Ref
from sto_tui.domain.vision import VisionSection
from sto_tui.screens.bindings import footer_keys
from sto_tui.screens.editing.record_edit import RecordEdit
from sto_tui.screens.frame.wall import WallScreen
from sto_tui.screens.vision import sections
from sto_tui.widgets.large_letters import ROWS, large_lines
from sto_tui.widgets.question_card import QuestionCard
from sto_tui.widgets.raster import Run
from sto_tui.widgets.reading_pane import Page, Reading
from sto_tui.widgets.record_list import wrap
from sto_tui.widgets.signs import draws_ascii
from sto_tui.widgets.wall_parts import ShortQuestion, WallHead

WIDEST = 60
ONE_LARGE_FROM = 22
TWO_LARGE_FROM = 34
CARD_MARGIN = 4


class VisionWallScreen(WallScreen):
    """One section: its name, and one of its texts in lines that a room can read."""

    CSS_PATH = Path(__file__).with_name("wall.tcss")
    where = VISION_WALL

    def __init__(self, start: Ref | None, view: str) -> None:
        super().__init__()
        self._ref = start
        self._place = 0
        self._view = view
        self.head = WallHead()
        self.card = QuestionCard(id="card")
        self.name_line = ShortQuestion()
        self.name_line.id = "top"
        self.reading = Reading(id="wall-text")

    def compose(self) -> ComposeResult:
        """Which text, of which section, and the text."""
        yield self.head
        yield self.card
        yield self.name_line
        yield self.reading
        yield self.bar

    def on_mount(self) -> None:
        """Shows the first section."""
        self.update()
        self.reading.focus()

    # Showing.

    @property
    def current_ref(self) -> Ref | None:
        """The section on the wall."""
        return self._ref

    @property
    def _order(self) -> Sequence[VisionSection]:
        return list(self.host.dossier.of(VisionSection).values())

    @property
    def section(self) -> VisionSection | None:
        """The section on the wall as it is now."""
        return self.host.dossier.of(VisionSection).get(self._ref.id) if self._ref else None

    def update(self) -> None:
        """Shows the section as it is now; when it is gone, the one in its place."""
        order = self._order
        if not order:
            self.dismiss(None)
            return
        section = self.section or order[min(self._place, len(order) - 1)]
        self._ref = Ref("vision", section.id)
        self._place = order.index(section)
        state = sections.agreement_state(section)
        self.head.show(f"Regiovisie · onderdeel {self._place + 1} van {len(order)}", (), state)
        text = f"{sections.label(self._view)} · {sections.about_text(section, self._view)}".rstrip(" ·")
        self._show_name(section.section, text)
        self.reading.show((section.id, self._view), lambda width: self._page(section, width))
        self.bar.show_keys(footer_keys(self.where, called=self.called_here))

    def _show_name(self, name: str, text: str) -> None:
        width, height = self.size
        most = 2 if height >= TWO_LARGE_FROM else 1 if height >= ONE_LARGE_FROM else 0
        large = large_lines(name, width - CARD_MARGIN, most, ascii_only=draws_ascii(self)) if most else None
        self.card.display = bool(large)
        if large:
            self.card.styles.height = (ROWS + 1) * len(large) + 1
            self.card.show(name)
        self.name_line.show(text if large else name, "" if large else text)
        self.name_line.styles.height = 1 + (0 if large else len(wrap(name, max(1, width - 3))))

    def _page(self, section: VisionSection, width: int) -> Page:
        size = min(WIDEST, width - 4)
        margin = " " * ((width - size) // 2)
        lines: list[Sequence[Run]] = list(sections.text_lines(section, self._view, size))
        # Lines with air are easier to read from afar, when that does not make anyone scroll.
        if 2 * len(lines) <= self.reading.size.height:
            lines = [row for line in lines for row in (line, ())]
        return Page(body=[[(margin, "text"), *line] for line in lines])

    def show_record(self, ref: Ref) -> None:
        """Puts another section on the wall."""
        self._ref = ref.at(None)
        self.update()

    def on_reading_moved(self) -> None:
        """Says what is out of sight."""
        self.bar.show_hidden(self.reading.out_of_sight)

    # Acts.

    def why_not(self, id: str) -> str:
        """What is only read stays so; an empty text can't be agreed."""
        if self.host.changes.read_only and id in writing_acts(VISION_WALL):
            return self.host.changes.read_only
        section = self.section
        if id == "agree" and section and not section.agreed_on and not section.text.strip():
            return "Er is nog geen nieuwe tekst om vast te stellen."
        return self.host.changes.why_no_undo() if id == "undo" else ""

    @property
    def called_here(self) -> Mapping[str, str]:
        """Of a section that is agreed the same key takes that away."""
        return sections.called_of(self.section)

    def act_next(self) -> None:
        """The next section."""
        self._step(1, "Dit is het laatste onderdeel.")

    def act_previous(self) -> None:
        """The section before it."""
        self._step(-1, "Dit is het eerste onderdeel.")

    def _step(self, step: int, at_the_end: str) -> None:
        order, place = self._order, self._place + step
        if 0 <= place < len(order):
            self.show_record(Ref("vision", order[place].id))
        else:
            self.say(at_the_end)

    def act_view(self) -> None:
        """The next text of this section."""
        self._view = sections.next_view(self._view, beside_new=False)
        self.update()

    def act_write(self) -> None:
        """The text that stands there, over the whole window, while all look on."""
        if section := self.section:
            RecordEdit(self, "vision", section, {}, only=sections.written_in(self._view)).open()

    def act_agree(self) -> None:
        """Agreed today, or not any more."""
        if section := self.section:
            self.try_out(lambda: self.host.changes.apply(sections.agreed(self.host.dossier, section, self.host.today)))
