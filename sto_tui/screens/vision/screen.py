"""Place 3, Regiovisie: the sections of the vision and the figures it rests on, with one pane beside both lists."""

from collections.abc import Mapping, Sequence

from textual.containers import Container
from textual.events import DescendantFocus
from textual.widget import Widget

from sto_tui.places import Place
from sto_tui.screens.frame.list_place import PlaceScreen
from sto_tui.screens.vision.figures import FIGURES, OF_FIGURES, FigureDrawings
from sto_tui.screens.vision.sections import SECTIONS, called_of, new_section
from sto_tui.screens.vision.texts import OF_SECTIONS, SectionTexts
from sto_tui.widgets.raster import Raster, out_of_sight
from sto_tui.widgets.reading_pane import Reading


class VisionScreen(PlaceScreen):
    """Text beside one list, drawn figures beside the other."""

    place = Place.REGIOVISIE
    sections = (SECTIONS.section("Onderdelen", new=new_section), FIGURES.section("Cijfers"))

    def __init__(self) -> None:
        super().__init__()
        self.reading = Reading(id="reading")
        self.texts = SectionTexts(self, self.reading)
        self.figures = FigureDrawings(self, self.reading)

    def panes(self) -> Sequence[Widget]:
        """The list, and what is shown beside it."""
        return (Container(self.list, self.reading, id="beside"),)

    # Showing.

    @property
    def in_sections(self) -> bool:
        """Whether the sections are shown."""
        return self.section_number == 0

    def on_mount(self) -> None:
        """The pane spells out the row, instead of the lines under the list."""
        self.detail.display = False
        self.add_class("-sections")

    def section_changed(self) -> None:
        """The cursor is in the list."""
        self.set_focus(self.list)

    def show_detail(self) -> None:
        """The texts of a section, or a figure drawn."""
        if self.in_sections:
            self.texts.show()
        else:
            self.figures.show()

    def on_descendant_focus(self, event: DescendantFocus) -> None:
        """A mark at the text that `w` writes."""
        if self.is_mounted:
            self.show_detail()

    def on_raster_moved(self, event: Raster.Moved) -> None:
        """Another row is spelled out once the cursor rests."""
        # Textual would go on to the handler of the place, which knows of one list only.
        event.prevent_default()
        self.end_standing(event.raster)
        self.show_detail_soon()
        self._show_hidden()

    def on_reading_moved(self) -> None:
        """Says what is out of sight."""
        self._show_hidden()

    def _show_hidden(self) -> None:
        hidden = (out_of_sight(self.list), self.reading.out_of_sight)
        self.bar.show_hidden("   ".join(filter(None, hidden)))

    # Acts.

    def why_not(self, id: str) -> str:
        """What is about texts works at the sections, what is about figures at the figures."""
        if id in OF_FIGURES and self.in_sections:
            return "Dat kan bij de cijfers; tab gaat erheen."
        if id in OF_SECTIONS and not self.in_sections:
            return "Dat kan bij de onderdelen; tab gaat erheen."
        if id == "into" and self.list.current_key is None:
            return "Er is nog niets om te lezen; voeg eerst iets toe met a."
        if id == "into" and self.reading.has_focus:
            return "Dit is het leesvenster; met ← ga je terug naar de lijst."
        if id == "out" and not self.reading.has_focus:
            return "Dit is de lijst; met → ga je naar het leesvenster."
        if self.in_sections:
            return super().why_not(id) or self.texts.why_not(id)
        return self.figures.why_not(id) or super().why_not(id)

    @property
    def called_here(self) -> Mapping[str, str]:
        """Of a section that is agreed the same key takes that away."""
        return {**super().called_here, **called_of(self.texts.section)}

    def act_into(self) -> None:
        """Into the texts."""
        self.set_focus(self.reading)

    def act_out(self) -> None:
        """Back to the list."""
        self.set_focus(self.list)

    def act_view(self) -> None:
        """The next text."""
        self.texts.view_next()

    def act_write(self) -> None:
        """A text over the whole window."""
        self.texts.write()

    def act_outside(self) -> None:
        """A text in the person's own editor."""
        self.texts.write_outside()

    def act_agree(self) -> None:
        """Agreed today, or not any more."""
        self.texts.agree()

    def act_up(self) -> None:
        """The section one place up."""
        self.texts.move(-1)

    def act_down(self) -> None:
        """The section one place down."""
        self.texts.move(1)

    def act_present(self) -> None:
        """The sections one at a time on the wall."""
        self.texts.present()

    def act_table(self) -> None:
        """The values of a figure as a table of text."""
        self.figures.open_table()

    def act_duo(self) -> None:
        """Figures from files of DUO."""
        self.figures.ask_duo()
