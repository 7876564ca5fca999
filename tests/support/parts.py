"""The parts of a draft that can be made without saying which party they are about."""

from sto_tui.planning.paper_registry import PARTS, AboutParty, paper_of

ABOUT_NO_PARTY = tuple(part for part in PARTS if paper_of(part).party is not AboutParty.ALWAYS)
