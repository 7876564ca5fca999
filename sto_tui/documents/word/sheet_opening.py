"""How a paper of a page or two begins: without cover or contents."""

from sto_tui.documents.word.writer import Writer
from sto_tui.documents.word.xml_writing import outline, paragraph, run
from sto_tui.domain.dutch import capital, long_date
from sto_tui.domain.region_words import region_in_words

_CLOSE = '<w:spacing w:before="0" w:after="60"/>'


def write_opening(writer: Writer, title: str) -> None:
    """What it is, of which region and plan period, and of which day."""
    region, period = writer.dossier.region, writer.dossier.current_period
    writer.add(paragraph(writer.style("STOBovenregel"), run("Sterk Techniekonderwijs"), properties=_CLOSE))
    writer.add(paragraph(writer.style("STOBladtitel"), run(title), properties=outline(1)))
    about = (capital(region_in_words(region)), f"planperiode {period.label}" if period else "", long_date(writer.today))
    writer.lead(" · ".join(filter(None, about)))


def sheet_heading(writer: Writer, text: str) -> None:
    """A heading on such a paper: close to what it is about."""
    close = '<w:spacing w:before="200" w:after="60"/>'
    writer.add(paragraph(writer.style("Heading2"), run(text), properties=close))
