"""The parts of a draft that can be made without saying which party they are about."""

from sto_tui.planning.paper_outline import PARTS

ABOUT_NO_PARTY = tuple(part for part in PARTS if part != "verklaring")
