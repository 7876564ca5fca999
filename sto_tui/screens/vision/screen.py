"""Place 3, Regiovisie: the sections of the vision, and the figures it rests on."""

from sto_tui.places import Place
from sto_tui.screens.vision.figures import FIGURES, VisionFigures
from sto_tui.screens.vision.texts import SECTIONS


class VisionScreen(VisionFigures):
    """Text on one list, figures on the other."""

    place = Place.REGIOVISIE
    sections = (SECTIONS, FIGURES)
