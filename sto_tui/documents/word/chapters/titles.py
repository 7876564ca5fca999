"""How one chapter names what another is about."""

from sto_tui.documents.word.writer import Writer
from sto_tui.documents.word.xml_writing import run
from sto_tui.domain.dossier import ref_of
from sto_tui.domain.plan import Speerpunt, Theme


def titled_copy(writer: Writer, named: Speerpunt | Theme) -> str:
    """Number and title of what has a heading elsewhere; its title is changed there."""
    return run(f"{named.number}  ") + writer.copy(ref_of(named, "title"), named.title)
