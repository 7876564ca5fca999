"""Place 3, Regiovisie: the sections of the vision, and the figures it rests on."""

from sto_tui.screens.vision.figures import FIGURES, VisionFigures
from sto_tui.screens.vision.texts import SECTIONS


class VisionScreen(VisionFigures):
    """Text on one list, figures on the other."""

    place_number = 3
    sections = (SECTIONS, FIGURES)
